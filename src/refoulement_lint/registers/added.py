"""
Registers that the user added from official exports: one SQLite file beside ours, asked together with it.

Our own rows are never changed. An added row of a decision that we do not have stands beside ours; one of a decision
that we have fills what is blank there, and the row then says what it rests on.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import evolve

from refoulement_lint.model import AddedRegister, Authority, Later, RegisterError
from refoulement_lint.registers.layout import ADDED_SCHEMA
from refoulement_lint.registers.opening import NONE

# How long another program that is adding may take before we give up.
WAIT_SECONDS = 10.0
APPLICATION_ID = 0x52454655  # "REFU"


def opened(path: Path) -> Added:
    """The added registers of that file, read-only; raises as `connected` does."""
    return Added(connected(path))


def connected(path: Path, *, writing: bool = False) -> sqlite3.Connection:
    """
    A connection to the file of added registers, which is there.

    Raises:
        RegisterError: It is no such file, is damaged, or is of a newer version. Ours alone are not used instead: a
            report that lost what its user relies on would call it "not in the registers".
    """
    advice = (
        "Restore it from a copy, or move it away and add your exports again;"
        f" --registers {NONE} leaves it out for once."
    )
    if not path.is_file():
        raise RegisterError(f"The added registers at {path} are no file. {advice}")
    try:
        # A journal is what an interrupted addition left behind. SQLite undoes it, but not for who may only read.
        mode = "rw" if writing or path.with_name(f"{path.name}-journal").exists() else "ro"
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
            uri=True,
            check_same_thread=False,
            isolation_level=None,
            timeout=WAIT_SECONDS,
        )
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        size = pages * connection.execute("PRAGMA page_size").fetchone()[0]
        if ours and version == ADDED_SCHEMA and size == path.stat().st_size:
            connection.execute("SELECT count(*) FROM added").fetchone()
            return connection
    except (sqlite3.Error, OSError) as error:
        if "locked" in str(error):
            raise RegisterError(f"Another program is writing to {path}; try again when it has finished.") from error
        raise RegisterError(f"The added registers at {path} cannot be read ({error}). {advice}") from error
    connection.close()
    if ours and version > ADDED_SCHEMA:
        raise RegisterError(
            f"The added registers at {path} were written by a newer version of this program (their layout is {version},"
            f" this program reads {ADDED_SCHEMA}). Update this program; --registers {NONE} leaves them out for once."
        )
    why = "are cut short" if ours else "are a file of another program"
    raise RegisterError(f"The added registers at {path} {why}. {advice}")


class Added:
    """What the file of added registers knows, beside its rows."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        columns = ", ".join(AddedRegister._fields)
        rows = connection.execute(f"SELECT {columns} FROM added ORDER BY name")
        self.registers = tuple(AddedRegister(*row) for row in rows)

    def sentence(self, register: str) -> str:
        """What to print with a negative answer from *register*, behind the sentence about ours; may be empty."""
        held = [added for added in self.registers if register in added.register.split(",")]
        return " ".join(f"Added register {added.name}: {added.says}" for added in held)

    def conflicts(self, target: str) -> tuple[str, ...]:
        """Where an added row of that target contradicts ours, a sentence for each; ours counts."""
        rows = self.connection.execute("SELECT says FROM conflicts WHERE target = ? ORDER BY rowid", (target,))
        return tuple(says for (says,) in rows)

    @staticmethod
    def beside(ours: Iterable[Authority], theirs: Sequence[Authority]) -> list[Authority]:
        """
        Our rows with their blanks filled from the added row of the same decision, then the added rows of decisions that
        we do not have, each once; a Chamber judgment after which an added one of the Grand Chamber came is superseded.
        """
        left = [*theirs]
        rows: list[Authority] = []
        for row in ours:
            same = [other for other in left if _same_decision(row, other)]
            left = [other for other in left if other not in same]
            rows.append(_filled(row, same[0]) if same else row)
        for row in left:
            if not any(other.added and _same_decision(row, other) for other in rows):
                rows.append(row)
        return [_superseded(row, rows) for row in rows]


def _same_decision(one: Authority, other: Authority) -> bool:
    if one.register != other.register:
        return False
    if one.row == other.row and one.row.startswith("001-"):
        return True
    if one.ecli and other.ecli:
        return one.ecli == other.ecli
    days_agree = one.date.startswith(other.date) or other.date.startswith(one.date)
    return days_agree and one.decision == other.decision and bool(set(one.numbers) & set(other.numbers))


def _filled(row: Authority, added: Authority) -> Authority:
    """*row* with the day, title, ECLI and document that only *added* has; itself where it has them all."""
    more = {
        name: getattr(added, name)
        for name in ("title", "ecli", "formation", "respondent", "outcome", "link")
        if getattr(added, name) and not getattr(row, name)
    }
    if len(row.date) < 10 <= len(added.date):
        more["date"] = added.date
    if not row.row.startswith("001-") and added.row.startswith("001-"):
        more["row"] = added.row
    if not more:
        return row
    return evolve(row, **more, added=added.added, source=f"{row.source}; {added.source}")


def _superseded(row: Authority, rows: Sequence[Authority]) -> Authority:
    if row.formation != "CH" or row.decision != "JUD" or row.status:
        return row
    days = [
        other.date
        for other in rows
        if other.added and other.formation == "GC" and other.decision == "JUD" and other.date > row.date
    ]
    return evolve(row, status="superseded", later=(Later(min(days), row.target),)) if days else row
