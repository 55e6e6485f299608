"""What lies a slip of the pen away from a name or a number: looked for only when nothing is found."""

from __future__ import annotations

import sqlite3
from itertools import pairwise

from refoulement_lint.folding import slips
from refoulement_lint.model import Authority
from refoulement_lint.registers.layout import as_number
from refoulement_lint.registers.names import variants


def limit(applicant: str) -> int:
    """How many letters of a folded applicant may differ: two from eight letters on."""
    return 2 if len(applicant) >= 8 else 1


def names(connection: sqlite3.Connection, applicant: str) -> dict[int, int]:
    """
    Row → how many letters its folded applicant differs from *applicant*.

    Looked at are applicants of about the same length that begin with the same letter, or whose first letter is missing,
    added or exchanged with the second: some thousand short comparisons at most.
    """
    if len(applicant) < 4:
        return {}
    most = limit(applicant)
    near: dict[int, int] = {}
    query = "SELECT fold, id FROM names WHERE fold >= ? AND fold < ? AND length(fold) BETWEEN ? AND ?"
    for prefix in (applicant[0], applicant[1:3], applicant[1] + applicant[0]):
        around = (prefix, prefix + "\uffff", len(applicant) - most, len(applicant) + most)
        for fold, place in connection.execute(query, around):
            differing = slips(applicant, fold, most=most)
            if differing <= most:
                near[place] = min(differing, near.get(place, most))
    return near


def distance(applicant: str, row: Authority) -> int:
    """How many letters the nearest title of *row* differs."""
    most = limit(applicant)
    return min(slips(applicant, fold, most=most) for title in (row.title, *row.titles) for fold in variants(title))


def is_slip(number: str, other: str) -> bool:
    """Whether two numbers differ by one digit changed, or by two neighbours exchanged."""
    if len(number) != len(other):
        return False
    differing = [place for place, pair in enumerate(zip(number, other, strict=True)) if pair[0] != pair[1]]
    if len(differing) == 2:
        left, right = differing
        return right - left <= 2 and number[left] == other[right] and number[right] == other[left]
    return len(differing) == 1


def exchanged(number: str) -> set[str]:
    """Every text that has two neighbouring digits of *number* the other way round."""
    return {
        number[:place] + number[place + 1] + number[place] + number[place + 2 :]
        for place in range(len(number) - 1)
        if number[place : place + 2].isdigit()
    } - {number}


def one_slip_away(number: str) -> set[str]:
    """Every text that differs from *number* by one digit changed, or by two neighbouring digits exchanged."""
    places = [place for place, sign in enumerate(number) if sign.isdigit()]
    tried = {
        number[:place] + digit + number[place + 1 :]
        for place in places
        for digit in "0123456789"
        if digit != number[place]
    }
    for place, after in pairwise(places):
        tried.add(number[:place] + number[after] + number[place + 1 : after] + number[place] + number[after + 1 :])
    return tried - {number}


def numbers(connection: sqlite3.Connection, number: str) -> tuple[str, ...]:
    """
    The numbers held that differ from *number* (``"30696/09"``) by a digit or by two neighbours exchanged, in order.
    """
    tried = one_slip_away(number)
    keys = {as_number(other): other for other in tried if other != number and other[0] != "0"}
    marks = ", ".join("?" * len(keys))
    held = connection.execute(f"SELECT DISTINCT number FROM numbers WHERE number IN ({marks})", list(keys))
    return tuple(keys[key] for key in sorted(key for (key,) in held))
