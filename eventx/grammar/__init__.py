"""Small shared pieces: verb groups, noun phrases, subjects and clauses around a trigger, negation and modality."""
