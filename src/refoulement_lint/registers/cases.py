"""
The decisions of every court that the registers hold: by number, by name, by target, and what came of them later.

Our own file and the registers that the user added are asked together.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from refoulement_lint.folding import slips
from refoulement_lint.late import late
from refoulement_lint.model import Authority
from refoulement_lint.registers import courts, nearness
from refoulement_lint.registers.layout import as_number, stored
from refoulement_lint.registers.names import (
    as_many_applicants,
    fold_name,
    in_cyrillic,
    near_name,
    of_a_surname,
    parties,
    same_applicant,
    same_but_for_spaces,
    same_surname,
    series,
    slipped_in_brackets,
    variants,
)
from refoulement_lint.registers.rows import BY_NUMBER, COLUMNS, TABLES, authority_of, curated_authority, item_of, rank
from refoulement_lint.registers.states import States

if TYPE_CHECKING:
    from refoulement_lint.registers.added import Added

# How many answers are kept; a brief cites some hundred authorities.
_KEPT = 2048
# Letters of an applicant by which a case with more applicants is found; fewer are initials.
_SHORTENED = 4
NUMBER = late(r"\d{1,6}/\d{2}")


class Cases:
    """
    The rows of decisions, those of Strasbourg by number and name too.

    Answers are kept for a while.
    """

    def __init__(self, connection: sqlite3.Connection, own: Added | None, states: Callable[[], States]) -> None:
        self._connection = connection
        self._own = own
        self._connections = (connection, own.connection) if own else (connection,)
        self._read_states = states
        self._numbers: dict[str, tuple[Authority, ...]] = {}
        self._named: dict[str, tuple[Authority, ...]] = {}
        self._targets: dict[str, Authority | None] = {}

    @cached_property
    def _states(self) -> States:
        return self._read_states()  # a number alone is looked up without them

    def by_number(self, number: str) -> tuple[Authority, ...]:
        """Every decision that has *number* among its applications, newest first."""
        if number not in self._numbers:
            held: tuple[Authority, ...] = ()
            if NUMBER.fullmatch(number):
                rows = self._beside(BY_NUMBER, (as_number(number),))
                held = tuple(sorted(rows, key=lambda row: row.date, reverse=True))
            keep(self._numbers, number, held)
        return self._numbers[number]

    def slips_in(self, name: str, number: str) -> int | None:
        """
        In how many letters the applicants of *name* are not those of the case of *number*; ``None`` where they are
        others.
        """
        titles = {title for row in self.by_number(number) for title in (row.title, *row.titles)}
        if any(same_applicant(name, title) or same_but_for_spaces(name, title) for title in titles):
            return 0
        near = [title for title in titles if near_name(name, title)]
        return min((slips(parties(name)[0], parties(title)[0], most=2) for title in near), default=None)

    def by_name(self, name: str) -> tuple[Authority, ...]:
        """
        Every decision of that name, newest first.

        French titles, HUDOC's capitals, OSCOLA, usual short names and older names of States all count; without a
        respondent every State does. A series number leaves only the cases that have it, when there are any.
        """
        if name not in self._named:
            keep(self._named, name, self._of_name(name))
        return self._named[name]

    def _of_name(self, name: str) -> tuple[Authority, ...]:
        folds = variants(name)
        marks = ", ".join("?" * len(folds))
        found = list(self._cases(f"c.id IN (SELECT id FROM names WHERE fold IN ({marks}))", folds))
        found += [
            row for target in self._aliases.get(fold_name(name), ()) for row in self._rows(target) if row not in found
        ]
        applicant, respondent = parties(name)
        respondents = self._states.in_respondent(respondent)
        if len(folds) > 1:
            found = [row for row in found if not _slipped_in_brackets(name, row)]
        if respondent:
            found = [row for row in found if respondents and self._is_against(row, respondent, respondents)]
        if not found and respondents and len(applicant) >= _SHORTENED:
            found = [row for row in self._shortened(applicant) if self.states_of(row) >= respondents]
        number = series(name)
        numbered = [
            row for row in found if number and any(series(title) == number for title in (row.title, *row.titles))
        ]
        if numbered:
            # A report or a decision in the same case often lacks the number.
            same = {number for row in numbered for number in row.numbers}
            found = [row for row in found if row in numbered or (not series(row.title) and same & set(row.numbers))]
        return tuple(sorted(found, key=lambda row: row.date, reverse=True))

    def _shortened(self, applicant: str) -> list[Authority]:
        """
        The decisions that lawyers call by their first applicant alone, "Hirsi v Italy": the leading cases of that
        short name, else every case whose applicants begin so.
        """
        held = [row for target in self._aliases.get(applicant, ()) for row in self._rows(target)]
        # "ilias " to "ilias!": everything that begins with the name and a space, by the index.
        return held or list(
            self._cases(
                "c.id IN (SELECT id FROM names WHERE fold >= ? AND fold < ?)", (f"{applicant} ", f"{applicant}!")
            )
        )

    def of_item(self, item: str) -> str | None:
        """The target of the decision that HUDOC keeps under that id, ``"001-103050"`` → ``"ecthr:30696/09"``."""
        found = self.by_item(int(item.removeprefix("001-")))
        return found.target if found else None

    def by_item(self, item: int) -> Authority | None:
        """The decision that HUDOC keeps under that number."""
        return next(iter(self._cases("c.itemid = ?", (item,))), None)

    def is_named(self, written: str, row: Authority) -> bool:
        """
        Whether *written* is a way of naming *row*, in any language that the register knows States by.

        The applicants fold alike, the States are the same or not written, and so is the series number.
        """
        titles = (row.title, *row.titles)
        if not any(same_applicant(written, title) or _sounds_the_same(written, title) for title in titles) or (
            _slipped_in_brackets(written, row)
        ):
            return False
        respondent = parties(written)[1]
        if self.of_another_series(written, row):
            return False
        states = self._states.in_respondent(respondent)
        return not respondent or self._is_against(row, respondent, states)

    def _is_against(self, row: Authority, respondent: str, states: frozenset[str]) -> bool:
        """Whether *row* is against these *states*; its title may say otherwise than its column, as the Court wrote."""
        if states and states <= self.states_of(row):
            return True
        return any(respondent == parties(title)[1] for title in (row.title, *row.titles))

    def of_another_series(self, written: str, row: Authority) -> bool:
        """Whether the name has "(no. 3)" and the row another number."""
        number, others = series(written), {series(title) for title in (row.title, *row.titles)} - {""}
        return bool(number and others and number not in others)

    def bearers(self, name: str, row: Authority) -> tuple[Authority, ...]:
        """
        The other cases decided against the State of *row* that answer to *name* as it stands, given names left out or
        not: "Yılmaz v. Turkey" is thirty people.
        """
        last = parties(name)[0].rpartition(" ")[2]
        rows = self._cases("c.id IN (SELECT id FROM names WHERE fold = ? OR fold LIKE ?)", (last, f"% {last}"))
        states = self.states_of(row)
        return others_than(
            row,
            (
                other
                for other in rows
                if states & self.states_of(other)
                and any(_answers_to(name, title) for title in (other.title, *other.titles))
            ),
        )

    def namesakes(self, row: Authority) -> tuple[Authority, ...]:
        """The other cases decided that the Court calls exactly as it calls *row*."""
        return others_than(row, self.by_name(row.title))

    def near_names(self, name: str, respondent: str | None = None, most: int = 8) -> tuple[Authority, ...]:
        """
        Decisions whose applicant differs by one or two letters, the nearest first, one for each case.

        *respondent* is a folded name; without it the one in *name* counts.
        """
        applicant, written = parties(name)
        ids: list[int] = []  # no two files have a row of one id
        for connection in self._connections:
            near = nearness.names(connection, applicant)
            ids += sorted(near, key=lambda place: (near[place], -place))[:200]
        marks = ", ".join("?" * len(ids))
        states = self._states.in_respondent(respondent or written)
        best: dict[str, Authority] = {}
        for row in self._cases(f"c.id IN ({marks})", ids) if ids else ():
            if row.target and (not states or self.states_of(row) >= states):
                best[row.target] = min(best.get(row.target, row), row, key=rank)
        nearest = sorted(best.values(), key=lambda row: (nearness.distance(applicant, row), not row.tags, rank(row)))
        return tuple(nearest[:most])

    def near_numbers(self, number: str) -> tuple[str, ...]:
        """
        The numbers of the register that differ from *number* by one digit, or by two neighbours exchanged, in order.
        """
        if not NUMBER.fullmatch(number):
            return ()
        near = {other for connection in self._connections for other in nearness.numbers(connection, number)}
        return tuple(sorted(near, key=as_number))

    def authority(self, target: str) -> Authority | None:
        """
        The one decision that a target means: the last word in the case.

        Grand Chamber before Chamber before the others, a judgment before a decision, a decision before a communicated
        case.
        """
        if target not in self._targets:
            rows = self._rows(target)
            keep(self._targets, target, min(rows, key=rank) if rows else None)
        return self._targets[target]

    def decisions(self, target: str) -> tuple[Authority, ...]:
        """Every decision of a case, in the order of the register."""
        return self._rows(target)

    def _rows(self, target: str) -> tuple[Authority, ...]:
        kind, _, number = target.partition(":")
        if kind == "ecthr":
            rows = self.by_number(number)
            pending = self.pending(number)
            return (pending,) if pending and all(row.decision == "COM" for row in rows) else rows
        rows = courts.curated_rows(self._connection, target) or courts.court_rows(self._connection, target)
        return tuple(self._own.beside(rows, courts.court_rows(self._own.connection, target))) if self._own else rows

    def has_number(self, number: str) -> bool:
        """Whether any decision has that application number."""
        if not NUMBER.fullmatch(number):
            return False
        query, key = "SELECT 1 FROM numbers WHERE number = ?", (as_number(number),)
        return any(connection.execute(query, key).fetchone() for connection in self._connections)

    def has_name(self, name: str) -> bool:
        """Whether any applicant of that name is known, in whatever case; cheaper than `by_name`."""
        folds = variants(name)
        query = f"SELECT 1 FROM names WHERE fold IN ({', '.join('?' * len(folds))}) LIMIT 1"
        return fold_name(name) in self._aliases or any(
            connection.execute(query, folds).fetchone() for connection in self._connections
        )

    def states_of(self, row: Authority) -> frozenset[str]:
        """The States of a row; read off its title where the register has none."""
        if row.respondent:
            return frozenset(row.respondent)
        return self._states.in_respondent(parties(row.title)[1])

    @cached_property
    def short_names(self) -> Mapping[str, tuple[str, ...]]:
        """
        Usual short names as written (``"Chahal"``, ``"Hirsi Jamaa"``) → the targets that each may mean; curated ones
        only.
        """
        return {name: tuple(targets) for name, targets in stored(self._connection, "short_names").items()}

    @cached_property
    def _aliases(self) -> dict[str, tuple[str, ...]]:
        return {name: tuple(targets) for name, targets in stored(self._connection, "aliases").items()}

    def superseded(self, row: Authority) -> Authority | None:
        """The judgment that took the place of *row*: the Grand Chamber's, or the revised one."""
        query = "SELECT by_itemid FROM superseded WHERE itemid = ?"
        later = self._connection.execute(query, (item_of(row),)).fetchone() if item_of(row) else None
        found = self._cases("c.itemid = ?", later) if later and later[0] else ()
        if not found and self._own and row.status == "superseded" and row.numbers:
            found = tuple(
                other
                for other in self.by_number(row.numbers[0])
                if other.added and other.formation == "GC" and other.decision == "JUD" and other.date > row.date
            )
        return found[0] if found else None

    def pending(self, number: str) -> Authority | None:
        """The case of that number that is known to wait for its judgment, as of the day that its record gives."""
        known = self._connection.execute("SELECT id, record FROM curated WHERE target = ?", (f"ecthr:{number}",))
        for identity, record in known:
            held = json.loads(record)
            if held.get("status") == "pending":
                return curated_authority(identity, held)
        return None

    def pending_called(self, name: str) -> Authority | None:
        """The same by its name, where the register has no decision at all in the case."""
        query = "SELECT id, record FROM curated WHERE json_extract(record, '$.status') = 'pending' AND itemid IS NULL"
        waiting = (curated_authority(identity, json.loads(held)) for identity, held in self._connection.execute(query))
        return next((row for row in waiting if row.register == "ecthr" and self.is_named(name, row)), None)

    def date_conflicts(self, row: Authority) -> frozenset[str]:
        """Other days that serious sources give for the same decision; tolerated, not right."""
        keys = [as_number(number) for number in row.numbers[:3] if NUMBER.fullmatch(number)]
        marks = ", ".join("?" * len(keys))
        query = f"SELECT date FROM date_conflicts WHERE number IN ({marks})"
        days = [day for connection in self._connections for (day,) in connection.execute(query, keys)]
        return frozenset(days) - {row.date}

    def cited(self, row: Authority) -> tuple[int, int]:
        """How many documents of the Court cite *row*, and the highest paragraph cited; zeros when not known."""
        query = "SELECT cited_by, highest FROM pinpoints WHERE itemid = ?"
        known = self._connection.execute(query, (item_of(row),)).fetchone() if item_of(row) else None
        return (known[0], known[1]) if known else (0, 0)

    def highest_paragraph(self, row: Authority) -> int:
        """
        The highest paragraph of *row* that the Court has cited, a lower bound of its length; 0 when none is known.
        """
        return self.cited(row)[1]

    def _cases(self, where: str, values: Iterable[object]) -> tuple[Authority, ...]:
        query = f"SELECT {COLUMNS} FROM {TABLES} WHERE {where} ORDER BY c.date DESC, c.id LIMIT 400"
        return tuple(self._beside(query, tuple(values)))

    def _beside(self, query: str, values: tuple[object, ...]) -> Iterable[Authority]:
        """Our rows that *query* gives, and those of the added registers beside them."""
        ours = map(authority_of, self._connection.execute(query, values))
        if self._own is None:
            return ours
        return self._own.beside(ours, [authority_of(row) for row in self._own.connection.execute(query, values)])


def others_than(row: Authority, rows: Iterable[Authority]) -> tuple[Authority, ...]:
    """The cases among decisions that are not the case of *row*, each by its last word."""
    found: dict[str, Authority] = {}
    for other in rows:
        if other.decision != "COM" and other.target and not set(other.numbers) & set(row.numbers):
            found[other.target] = min(found.get(other.target, other), other, key=rank)
    return tuple(found.values())


def _answers_to(name: str, title: str) -> bool:
    """Whether the name may stand for that title, given names left out: "Kuzmanova and Ivanov" is not "Ivanov"."""
    if same_applicant(name, title):
        return True
    return same_surname(name, title) and as_many_applicants(name, title) and of_a_surname(name, title)


def _sounds_the_same(written: str, title: str) -> bool:
    if not in_cyrillic(written):
        return False
    from refoulement_lint.registers.sounds import same_sound  # only drafts in Russian or Ukrainian need it

    return same_sound(written, title)


def _slipped_in_brackets(name: str, row: Authority) -> bool:
    """Whether what stands in the brackets of a name is that of the row but for a slip."""
    return any(slipped_in_brackets(name, title) for title in (row.title, *row.titles))


def keep(kept: dict[str, Any], key: str, value: object) -> None:
    """Remember an answer; when too many are remembered, forget the oldest half."""
    if len(kept) >= _KEPT:
        for old in list(kept)[: _KEPT // 2]:
            del kept[old]
    kept[key] = value
