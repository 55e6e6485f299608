"""What the compiler and the store agree on: the version of the tables, and how a number is a key."""

# Raised by one when a table changes its columns or their meaning; a file of another version is refused.
SCHEMA = 8
# The same of the file of added registers, which users keep for years.
ADDED_SCHEMA = 1
# What the source of a row begins with that comes from an added register, whose name follows.
ADDED = "added:"


def as_number(number: str) -> int:
    """An application number as the register keys it: ``"30696/09"`` → 3069609."""
    left, _, year = number.partition("/")
    return int(left) * 100 + int(year)


def lodged(number: str) -> int:
    """The year in which an application of that number was lodged: 1954-1999, or 2000 and later."""
    year = int(number[-2:])
    return 1900 + year if year >= 54 else 2000 + year
