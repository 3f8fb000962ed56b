"""Results for people: a table in the terminal, the marked text as HTML."""
