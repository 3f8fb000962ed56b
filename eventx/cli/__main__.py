"""`python -m eventx.cli`, for where the script is not on the path."""

from eventx.cli import main

main()
