"""Luxembourg, the treaty bodies and national courts: what a target other than Strasbourg's leads to."""

from __future__ import annotations

import json
import sqlite3

from refoulement_lint.late import late
from refoulement_lint.model import Authority
from refoulement_lint.registers.nearness import one_slip_away
from refoulement_lint.registers.rows import court_authority, curated_authority

# What the Court of Justice adds to a number ("PPU" for the urgent procedure, "P" for an appeal); the bulk register
# has none.
_SUFFIX = late(r" (?:PPU|P|R|REV|DEP)(?: .*)?$")
_COURT = """
SELECT c.id, n.target, c.register, c.title, c.numbers, c.date, c.formation, c.kind, c.ecli, c.aliases, c.source, c.extra
FROM court_numbers n JOIN court c ON c.id = n.id WHERE n.target = ? ORDER BY c.date DESC
"""


def curated_rows(connection: sqlite3.Connection, target: str) -> tuple[Authority, ...]:
    """Curated records of that target; ``cjeu:C-72/22`` finds ``cjeu:C-72/22 PPU`` too."""
    query = "SELECT id, record FROM curated WHERE target = ? OR (target > ? AND target < ?)"
    rows = connection.execute(query, (target, f"{target} ", f"{target}!"))
    return tuple(curated_authority(identity, json.loads(record)) for identity, record in rows)


def curated_of_ecli(connection: sqlite3.Connection, ecli: str) -> tuple[Authority, ...]:
    """The curated judgment of Luxembourg with that identifier, for those that the bulk register ends before."""
    query = "SELECT id, record FROM curated WHERE target > 'cjeu:' AND target < 'cjeu;' AND instr(record, ?)"
    rows = (curated_authority(identity, json.loads(record)) for identity, record in connection.execute(query, (ecli,)))
    return tuple(row for row in rows if row.ecli == ecli)


def near_targets(connection: sqlite3.Connection, target: str) -> tuple[str, ...]:
    """The numbers held that differ from *target* by a digit, by two neighbours exchanged, or by the court's letter."""
    tried = {*one_slip_away(target), *(f"cjeu:{court}{target[6:]}" for court in "CTF")} - {target}
    marks = ", ".join("?" * len(tried))
    held = connection.execute(f"SELECT DISTINCT target FROM court_numbers WHERE target IN ({marks})", sorted(tried))
    return tuple(sorted(near for (near,) in held))


def court_rows(connection: sqlite3.Connection, target: str) -> tuple[Authority, ...]:
    """
    Rows of the bulk registers of that number, joined ones included; the curated record in their place where there is
    one.
    """
    bare = _SUFFIX.sub("", target)
    found = tuple(court_authority(row) for row in connection.execute(_COURT, (bare,)))
    return (
        tuple(better for row in found if row.target != bare for better in curated_rows(connection, row.target)) or found
    )
