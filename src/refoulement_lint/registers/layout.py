"""What the compiler and the store agree on: the version of the tables, what is stored whole, how a number is a key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3

# Raised by one when a table changes its columns or their meaning; a file of another version is refused.
SCHEMA = 8
# The same of the file of added registers, which users keep for years.
ADDED_SCHEMA = 1
# What the source of a row begins with that comes from an added register, whose name follows.
ADDED = "added:"


def stored(connection: sqlite3.Connection, name: str) -> Any:
    """What the compiler stored in one piece under that name."""
    return json.loads(connection.execute("SELECT value FROM blobs WHERE name = ?", (name,)).fetchone()[0])


def act_of(target: str) -> str:
    """
    What a provision belongs to, as the table of time limits is sorted: ``fr:CESEDA`` of ``fr:CESEDA:L532-1``, ``CERD``
    of ``CERD:14(5)``, ``us:8 USC 1158`` of ``us:8 USC 1158(a)(2)(B)``.
    """
    first, _, rest = target.partition(":")
    if first == "EU" or first.islower():
        return f"{first}:{rest.partition(':')[0].partition('(')[0]}"
    return first


def as_number(number: str) -> int:
    """An application number as the register keys it: ``"30696/09"`` → 3069609."""
    left, _, year = number.partition("/")
    return int(left) * 100 + int(year)


def lodged(number: str) -> int:
    """The year in which an application of that number was lodged: 1954-1999, or 2000 and later."""
    year = int(number[-2:])
    return 1900 + year if year >= 54 else 2000 + year
