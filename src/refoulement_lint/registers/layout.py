"""What the compiler and the store agree on: the version of the tables, and how a number is a key."""

# Raised by one when a table changes its columns or their meaning; a file of another version is refused.
SCHEMA = 6


def as_number(number: str) -> int:
    """An application number as the register keys it: ``"30696/09"`` → 3069609."""
    left, _, year = number.partition("/")
    return int(left) * 100 + int(year)
