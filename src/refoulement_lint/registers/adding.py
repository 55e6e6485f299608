"""
Adding exports to a user's own registers, and removing them: one transaction each, so that nothing is lost or half done.

Each row is held against ours first: one that says nothing new is counted, one that contradicts ours is kept aside with
what it says, and never takes our row's place.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from refoulement_lint.model import AddedRegister, Addition, RegisterError
from refoulement_lint.registers import names
from refoulement_lint.registers.added import APPLICATION_ID, Added, connected
from refoulement_lint.registers.exports import Decision, Export
from refoulement_lint.registers.layout import ADDED, ADDED_SCHEMA, as_number
from refoulement_lint.registers.rows import derived_ecli, kind_in_words
from refoulement_lint.registers.tables import SCHEMA_SQL

# Ids of added rows begin here, so that no two files have a row of one id.
_FIRST_ID = 10_000_001
_ADDED_SQL = """
CREATE TABLE added(name TEXT PRIMARY KEY, register TEXT, file TEXT, sha256 TEXT, day TEXT, tool TEXT, since TEXT,
    until TEXT, rows INTEGER, kinds TEXT, conflicts INTEGER, columns TEXT, read INTEGER, bad INTEGER, left_out TEXT);
CREATE TABLE conflicts(target TEXT, added TEXT, line INTEGER, says TEXT, number INTEGER, date TEXT);
CREATE INDEX conflicts_target ON conflicts(target);
CREATE INDEX conflicts_number ON conflicts(number);
DROP TABLE date_conflicts;
CREATE VIEW date_conflicts AS SELECT number, date FROM conflicts WHERE date <> '';
"""
_COURTS = {"ecthr": "Strasbourg", "cjeu": "Luxembourg"}


def add(export: Export, ours: sqlite3.Connection, path: Path, *, name: str, today: date) -> Addition:
    """
    The decisions of *export* in the file at *path*, made where there is none, under *name*.

    Raises:
        RegisterError: *name* is taken or cannot be one, or the file cannot be written.
    """
    if not name or len(name) > 80 or not name.isprintable() or name != name.strip():
        raise RegisterError(f"“{name[:80]}” cannot be the name of a register; give another with --name.")
    with _writing(path) as connection:
        taken = connection.execute("SELECT file, sha256, day FROM added WHERE name = ?", (name,)).fetchone()
        if taken is not None:
            same = "the same file" if taken[1] == export.sha256 else f"from {taken[0]}, another file"
            raise RegisterError(
                f"There is an added register “{name}” already ({same}, added on {taken[2]}). Remove it first, with:"
                f" refoulement-lint registers remove {name!r}; or give this one another name with --name."
            )
        new, conflicts, known = _sorted_out(export, ours)
        _write_cases(connection, [one for one in new if one.court == "ecthr"], name)
        _write_court(connection, [one for one in new if one.court == "cjeu"], name)
        _write_conflicts(connection, conflicts, name)
        register = _described(export, new, len(conflicts), name, today)
        rest = (" ".join(export.columns), export.rows, len(export.bad), json.dumps(dict(export.left_out)))
        marks = ", ".join("?" * (len(register) + len(rest)))
        columns = ", ".join((*AddedRegister._fields, "columns", "read", "bad", "left_out"))
        connection.execute(f"INSERT INTO added({columns}) VALUES ({marks})", (*register, *rest))
    return Addition(
        register=register,
        read=export.rows,
        known=known,
        bad=export.bad,
        conflicts=tuple(conflict.says for conflict in conflicts),
        left_out=tuple(export.left_out.items()),
    )


def remove(path: Path, name: str) -> AddedRegister:
    """
    Take the register *name* out of the file at *path*; gives back what it was.

    Raises:
        RegisterError: There is none of that name, or the file cannot be written.
    """
    if not path.exists():
        raise RegisterError(f"There are no added registers at {path}; nothing was removed.")
    with _writing(path, new=False) as connection:
        held = {register.name: register for register in Added(connection).registers}
        if name not in held:
            known = ", ".join(f"“{each}”" for each in held) or "none"
            raise RegisterError(f"There is no added register “{name[:80]}”; there are: {known}.")
        for table, of in (("numbers", "cases"), ("names", "cases"), ("court_numbers", "court")):
            connection.execute(
                f"DELETE FROM {table} WHERE id IN (SELECT id FROM {of} WHERE source = ?)", (ADDED + name,)
            )
        for table in ("cases", "court"):
            connection.execute(f"DELETE FROM {table} WHERE source = ?", (ADDED + name,))
        connection.execute("DELETE FROM conflicts WHERE added = ?", (name,))
        connection.execute("DELETE FROM added WHERE name = ?", (name,))
    return held[name]


@contextmanager
def _writing(path: Path, *, new: bool = True) -> Iterator[sqlite3.Connection]:
    """
    A connection inside one transaction that nobody else writes in; all of it is done, or nothing.

    An interruption at any point leaves a journal beside the file, with which SQLite undoes what was begun.
    """
    try:
        if new and not path.exists():
            _make(path)
        connection = connected(path, writing=True)
        try:
            # Nothing reaches the file before the end, so that others can read it all the while.
            connection.execute("PRAGMA cache_spill = OFF")
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise RegisterError(f"Another program is writing to {path}; try again when it has finished.") from error
        raise RegisterError(
            f"The added registers at {path} cannot be written: {error}. Nothing was changed."
        ) from error
    except (sqlite3.Error, OSError) as error:
        raise RegisterError(
            f"The added registers at {path} cannot be written: {error}. Nothing was changed."
        ) from error


def _make(path: Path) -> None:
    """An empty file of added registers, made beside *path* and then put there, unless somebody was quicker."""
    import os
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, made = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    try:
        connection = sqlite3.connect(made, isolation_level=None)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {ADDED_SCHEMA}")
        connection.executescript(f"BEGIN; {SCHEMA_SQL} {_ADDED_SQL} COMMIT;")
        connection.close()
        try:
            os.link(made, path)
        except FileExistsError:
            pass
        except OSError:  # a file system without links
            if not path.exists():
                Path(made).replace(path)
    finally:
        Path(made).unlink(missing_ok=True)


# --- beside ours ------------------------------------------------------------------------------------------------------


class Conflict(NamedTuple):
    """A row that contradicts ours: the decision as exported, the day that we have, and a sentence about it."""

    decision: Decision
    our_day: str
    target: str
    says: str


class _Ours(NamedTuple):
    """One of our rows, as far as an added one is held against it."""

    item: int | None
    numbers: tuple[str, ...]
    kind: str
    formation: str
    day: str
    ecli: str
    titles: tuple[str, ...]


def _sorted_out(export: Export, ours: sqlite3.Connection) -> tuple[list[Decision], list[Conflict], int]:
    """What is new or fills a blank of ours, what contradicts ours, and how many say what ours say."""
    new: list[Decision] = []
    conflicts: list[Conflict] = []
    known = 0
    for decision in export.decisions:
        rows = [row for row in _our_rows(decision, ours) if _is_same(decision, row)]
        same = max(rows, key=lambda row: (decision.item == row.item, len(row.day), bool(row.titles)), default=None)
        if same is None:
            new.append(decision)
            continue
        differing = _differing(decision, same)
        if differing:
            of = decision.name or decision.numbers[0]
            says = (
                f"{export.file}, line {decision.line}: {of} has {differing[0]}, our register has {differing[1]};"
                " ours counts, both are kept"
            )
            target = f"{decision.court}:{(same.numbers or decision.numbers)[0]}"
            conflicts.append(Conflict(decision, same.day, target, says))
        elif (
            len(same.day) < 10
            or not same.titles
            or (decision.ecli and not same.ecli)
            or (decision.item and not same.item)
        ):
            new.append(decision)
        else:
            known += 1
    return new, conflicts, known


_CASES = """SELECT c.itemid, c.appnos, c.kind, c.formation, c.date, c.ecli, c.title, c.title_fr, c.docname FROM cases c
    WHERE c.itemid = ? OR c.id IN (SELECT id FROM numbers WHERE number = ?)"""
_COURT = """SELECT c.numbers, c.formation, c.date, c.ecli, c.title FROM court_numbers n JOIN court c ON c.id = n.id
    WHERE n.target = ? AND c.register = 'cjeu'"""


def _our_rows(decision: Decision, ours: sqlite3.Connection) -> Iterator[_Ours]:
    if decision.court == "cjeu":
        for numbers, formation, day, ecli, title in ours.execute(_COURT, (f"cjeu:{decision.numbers[0]}",)):
            listed = tuple(numbers.split(";"))
            titles = (title,) if title else (decision.celex,)
            yield _Ours(None, listed, "JUD", formation or "", day or "", ecli or "", titles)
        return
    for item, appnos, kind, formation, day, ecli, *titles in ours.execute(
        _CASES, (decision.item, as_number(decision.numbers[0]))
    ):
        listed = tuple((appnos or "").split(";"))
        held = derived_ecli(listed[0], day, kind) if ecli == "=" else ecli or ""
        yield _Ours(item, listed, kind, formation or "", day or "", held, tuple(title for title in titles if title))


def _is_same(decision: Decision, row: _Ours) -> bool:
    if decision.item and decision.item == row.item:
        return True
    if decision.ecli and row.ecli:
        return decision.ecli == row.ecli
    days_agree = decision.day.startswith(row.day) if row.day else True
    if not decision.item and not decision.ecli and len(row.day) == len(decision.day):
        # Nothing says that it is a document of its own, and its day is ours with one part of it changed.
        days_agree = days_agree or sum(map(str.__eq__, decision.day.split("-"), row.day.split("-"))) == 2
    return days_agree and decision.kind == row.kind and bool(set(decision.numbers) & set(row.numbers))


def _differing(decision: Decision, row: _Ours) -> tuple[str, str] | None:
    """What the row says and what ours says, of the first part in which they cannot both be right."""
    if not set(decision.numbers) & set(row.numbers):
        return f"no. {decision.numbers[0]}", f"no. {row.numbers[0]}"
    if len(row.day) == 10 and row.day != decision.day:
        return f"the date {decision.day}", row.day
    if decision.court == "ecthr":
        if row.kind != decision.kind:
            return f"the kind {decision.kind}", row.kind
        grand = {decision.formation, row.formation}
        if "GC" in grand and grand & {"CH", "CTEE"}:
            return f"the formation {decision.formation}", row.formation
        if decision.name and row.titles and not any(_alike(decision.name, title) for title in row.titles):
            return f"the name “{decision.name}”", f"“{row.titles[0]}”"
    return None


def _alike(name: str, title: str) -> bool:
    """Whether two names can be one, told generously: they share an applicant or a word of one."""
    ours, theirs = names.parties(title)[0], names.parties(name)[0]
    if ours.replace(" ", "") == theirs.replace(" ", ""):
        return True  # "M.A. P." and "M.A.P.", "Mc Namee" and "McNamee"
    return bool(set(ours.split()) & set(theirs.split())) or names.near_name(name, title)


# --- into the tables --------------------------------------------------------------------------------------------------


def _next_id(connection: sqlite3.Connection, table: str) -> int:
    last: int = connection.execute(f"SELECT coalesce(max(id), {_FIRST_ID - 1}) FROM {table}").fetchone()[0]
    return last + 1


def _write_cases(connection: sqlite3.Connection, decisions: list[Decision], name: str) -> None:
    for place, one in enumerate(decisions, _next_id(connection, "cases")):
        derived = derived_ecli(one.numbers[0], one.day, one.kind)
        connection.execute(
            f"INSERT INTO cases VALUES ({','.join('?' * 17)})",
            (
                place, one.item, ";".join(one.numbers), None, one.name, one.name_fr or None, one.kind,
                one.formation or None, one.day, "=" if one.ecli == derived else one.ecli or None,
                ";".join(one.respondent) or None, one.importance or None, ";".join(one.articles) or None,
                one.outcome or None, None if one.language == "ENG" else one.language, None, ADDED + name,
            ),
        )  # fmt: skip
        numbers = {(as_number(number), place) for number in one.numbers}
        connection.executemany("INSERT INTO numbers VALUES (?, ?)", sorted(numbers))
        folds = {(fold, place) for title in (one.name, one.name_fr) if title for fold in names.variants(title)}
        connection.executemany("INSERT INTO names VALUES (?, ?)", sorted(folds))


def _write_court(connection: sqlite3.Connection, decisions: list[Decision], name: str) -> None:
    for place, one in enumerate(decisions, _next_id(connection, "court")):
        extra = json.dumps({"celex": one.celex} if one.celex else {})
        kept = (one.name, ";".join(one.numbers), one.day, one.formation, "judgment", one.ecli, "", ADDED + name, extra)
        connection.execute(f"INSERT INTO court VALUES ({','.join('?' * 11)})", (place, "cjeu", *kept))
        keys = {(f"cjeu:{key}", place) for key in (*one.numbers, one.ecli) if key}
        connection.executemany("INSERT INTO court_numbers VALUES (?, ?)", sorted(keys))


def _write_conflicts(connection: sqlite3.Connection, conflicts: list[Conflict], name: str) -> None:
    rows = []
    for one in conflicts:
        decision = one.decision
        number = as_number(decision.numbers[0]) if decision.court == "ecthr" else 0
        # Another day of the same case is a conflict of sources: told, and no error of the draft.
        day = decision.day if number and len(one.our_day) == 10 and one.our_day != decision.day else ""
        rows.append((one.target, name, decision.line, one.says, number, day))
    connection.executemany("INSERT INTO conflicts VALUES (?, ?, ?, ?, ?, ?)", rows)


def _described(export: Export, new: list[Decision], conflicts: int, name: str, today: date) -> AddedRegister:
    """What the register says about itself in every report: reach and kinds of what went in."""
    days = sorted(one.day for one in new)
    kinds = Counter((one.court, one.kind) for one in new)
    return AddedRegister(
        name=name,
        register=",".join(sorted({one.court for one in export.decisions})),
        file=export.file,
        sha256=export.sha256,
        day=today.isoformat(),
        tool=export.tool,
        since=days[0] if days else "",
        until=days[-1] if days else "",
        rows=len(new),
        kinds=", ".join(
            f"{count:,} {_COURTS[court]} {kind_in_words(kind, count)}" for (court, kind), count in sorted(kinds.items())
        ),
        conflicts=conflicts,
    )
