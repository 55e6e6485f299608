"""
The compiled registers, opened read-only: what a number, a name or a target means, and how far the register reaches.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from refoulement_lint.folding import slips
from refoulement_lint.late import late
from refoulement_lint.model import (
    AddedRegister,
    Adoption,
    Authority,
    Coverage,
    Holding,
    Known,
    Membership,
    OfficialText,
    Scope,
    Validity,
)
from refoulement_lint.registers import courts, full_text, law, nearness
from refoulement_lint.registers.compiled_rules import CompiledRules
from refoulement_lint.registers.instruments import Instruments, Name, Verdict
from refoulement_lint.registers.layout import as_number, stored
from refoulement_lint.registers.links import Links
from refoulement_lint.registers.names import fold_name, near_name, parties, same_applicant, series, variants
from refoulement_lint.registers.reach import Reach
from refoulement_lint.registers.rows import (
    BY_NUMBER,
    COLUMNS,
    KINDS_HELD,
    TABLES,
    authority_of,
    curated_authority,
    item_of,
    kind_in_words,
    rank,
)
from refoulement_lint.registers.states import States
from refoulement_lint.registers.wording import Wording
from refoulement_lint.words_in_a_row import Index

if TYPE_CHECKING:
    from refoulement_lint.registers.added import Added
    from refoulement_lint.registers.communications import Communications

# How many answers are kept; a brief cites some hundred authorities.
_KEPT = 2048
_NUMBER = late(r"\d{1,6}/\d{2}")


# Letters of an applicant by which a case with more applicants is found; fewer are initials.
_SHORTENED = 4


class Store:
    """
    What the registers know; satisfies ``model.Registers`` and what the checks ask for.

    Answers are kept for a while; nothing is ever written.
    """

    def __init__(self, connection: sqlite3.Connection, own: Added | None = None) -> None:
        self._connection = connection
        self._own = own
        self._connections = (connection, own.connection) if own else (connection,)
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        self.edition: str = meta["edition"]
        self.sha256: str = meta["sha256"]
        self._numbers: dict[str, tuple[Authority, ...]] = {}
        self._named: dict[str, tuple[Authority, ...]] = {}
        self._known_as: dict[str, bool] = {}
        self._targets: dict[str, Authority | None] = {}
        self._national: dict[str, tuple[Authority, ...]] = {}

    @property
    def connection(self) -> sqlite3.Connection:
        """Our own compiled file, for what is held against it row by row."""
        return self._connection

    # --- Strasbourg: numbers and names -------------------------------------------------------------------------------

    def by_number(self, number: str) -> tuple[Authority, ...]:
        """Every decision that has *number* among its applications, newest first."""
        if number not in self._numbers:
            held: tuple[Authority, ...] = ()
            if _NUMBER.fullmatch(number):
                rows = self._beside(BY_NUMBER, (as_number(number),))
                held = tuple(sorted(rows, key=lambda row: row.date, reverse=True))
            _keep(self._numbers, number, held)
        return self._numbers[number]

    def slips_in(self, name: str, number: str) -> int | None:
        """
        In how many letters the applicants of *name* are not those of the case of *number*; ``None`` where they are
        others.
        """
        titles = {title for row in self.by_number(number) for title in (row.title, *row.titles)}
        if any(same_applicant(name, title) for title in titles):
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
            _keep(self._named, name, self._of_name(name))
        return self._named[name]

    def _of_name(self, name: str) -> tuple[Authority, ...]:
        folds = variants(name)
        marks = ", ".join("?" * len(folds))
        found = list(self._cases(f"c.id IN (SELECT id FROM names WHERE fold IN ({marks}))", folds))
        found += [
            row for target in self._aliases.get(fold_name(name), ()) for row in self._rows(target) if row not in found
        ]
        applicant, respondent = parties(name)
        respondents = self.states.in_respondent(respondent)
        if respondent:
            found = [row for row in found if self.states_of(row) >= respondents] if respondents else []
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
        found = self._cases("c.itemid = ?", (int(item.removeprefix("001-")),))
        return found[0].target if found else None

    def is_named(self, written: str, row: Authority) -> bool:
        """
        Whether *written* is a way of naming *row*, in any language that the register knows States by.

        The applicants fold alike, the States are the same or not written, and so is the series number.
        """
        titles = (row.title, *row.titles)
        if not any(same_applicant(written, title) for title in titles):
            return False
        respondent = parties(written)[1]
        if self.of_another_series(written, row):
            return False
        states = self.states.in_respondent(respondent)
        return not respondent or bool(states and states <= self.states_of(row))

    def of_another_series(self, written: str, row: Authority) -> bool:
        """Whether the name has "(no. 3)" and the row another number."""
        number, others = series(written), {series(title) for title in (row.title, *row.titles)} - {""}
        return bool(number and others and number not in others)

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
        states = self.states.in_respondent(respondent or written)
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
        if not _NUMBER.fullmatch(number):
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
            _keep(self._targets, target, min(rows, key=rank) if rows else None)
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

    def _cases(self, where: str, values: Iterable[object]) -> tuple[Authority, ...]:
        query = f"SELECT {COLUMNS} FROM {TABLES} WHERE {where} ORDER BY c.date DESC, c.id LIMIT 400"
        return tuple(self._beside(query, tuple(values)))

    def _beside(self, query: str, values: tuple[object, ...]) -> Iterable[Authority]:
        """Our rows that *query* gives, and those of the added registers beside them."""
        ours = map(authority_of, self._connection.execute(query, values))
        if self._own is None:
            return ours
        return self._own.beside(ours, [authority_of(row) for row in self._own.connection.execute(query, values)])

    def states_of(self, row: Authority) -> frozenset[str]:
        """The States of a row; read off its title where the register has none."""
        if row.respondent:
            return frozenset(row.respondent)
        return self.states.in_respondent(parties(row.title)[1])

    def short_names(self) -> Mapping[str, tuple[str, ...]]:
        """
        Usual short names as written (``"Chahal"``, ``"Hirsi Jamaa"``) → the targets that each may mean; curated ones
        only.
        """
        return self._short_names

    @cached_property
    def _short_names(self) -> dict[str, tuple[str, ...]]:
        return {name: tuple(targets) for name, targets in stored(self._connection, "short_names").items()}

    @cached_property
    def _aliases(self) -> dict[str, tuple[str, ...]]:
        return {name: tuple(targets) for name, targets in stored(self._connection, "aliases").items()}

    @cached_property
    def courts(self) -> Mapping[str, Any]:
        """State, as in targets → how its courts are cited."""
        return dict(stored(self._connection, "courts"))

    @property
    def court_pages(self) -> Mapping[str, Any]:
        """State, as in targets → its courts with examples, for the catalogue."""
        return dict(stored(self._connection, "court_pages"))

    @cached_property
    def leading_cases(self) -> Mapping[str, tuple[str, ...]]:
        """Names of curated national cases → the targets that have that name."""
        return {name: tuple(targets) for name, targets in stored(self._connection, "leading_cases").items()}

    @cached_property
    def us_reporters(self) -> Mapping[str, tuple[str, str, str]]:
        """Spelling → reporter, needs and shape of every reporter of the United States."""
        rows = self._connection.execute("SELECT spelling, reporter, needs, shape FROM us_reporters")
        return {spelling: (reporter, needs, shape) for spelling, reporter, needs, shape in rows}

    def us_reporter(self, spelling: str) -> tuple[str, str, str] | None:
        """One of `us_reporters`, for who asks for few."""
        query = "SELECT reporter, needs, shape FROM us_reporters WHERE spelling = ?"
        row: tuple[str, str, str] | None = self._connection.execute(query, (spelling,)).fetchone()
        return row

    def national(self, country: str = "__") -> tuple[Authority, ...]:
        """Every curated decision of the courts of a State, of every State when none is given."""
        if country not in self._national:
            rows = self._connection.execute("SELECT id, record FROM curated WHERE target LIKE ?", (f"{country}:%",))
            self._national[country] = tuple(
                curated_authority(identity, json.loads(record)) for identity, record in rows
            )
        return self._national[country]

    def near_targets(self, target: str) -> tuple[str, ...]:
        """Cases of the Court of Justice whose number is a slip of the pen away from that of *target*."""
        return courts.near_targets(self._connection, target)

    @cached_property
    def communications(self) -> Communications:
        """Communications to the treaty bodies, by their applicants and respondents."""
        from refoulement_lint.registers.communications import Communications  # most drafts cite none

        return Communications(self._connection, self.states)

    # --- later history, pinpoints, dates -----------------------------------------------------------------------------

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

    def date_conflicts(self, row: Authority) -> frozenset[str]:
        """Other days that serious sources give for the same decision; tolerated, not right."""
        keys = [as_number(number) for number in row.numbers[:3] if _NUMBER.fullmatch(number)]
        marks = ", ".join("?" * len(keys))
        query = f"SELECT date FROM date_conflicts WHERE number IN ({marks})"
        days = [day for connection in self._connections for (day,) in connection.execute(query, keys)]
        return frozenset(days) - {row.date}

    def conflicts(self, target: str) -> tuple[str, ...]:
        """Where an added register contradicts ours about that target, a sentence for each."""
        return self._own.conflicts(target) if self._own else ()

    def highest_paragraph(self, row: Authority) -> int:
        """
        The highest paragraph of *row* that the Court has cited, a lower bound of its length; 0 when none is known.
        """
        return self.cited(row)[1]

    def cited(self, row: Authority) -> tuple[int, int]:
        """How many documents of the Court cite *row*, and the highest paragraph cited; zeros when not known."""
        query = "SELECT cited_by, highest FROM pinpoints WHERE itemid = ?"
        known = self._connection.execute(query, (item_of(row),)).fetchone() if item_of(row) else None
        return (known[0], known[1]) if known else (0, 0)

    # --- how far the registers reach ---

    @cached_property
    def _reach(self) -> Reach:
        return Reach(stored(self._connection, "coverage")["register"])

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """What each register holds."""
        return self._reach.coverage

    def holdings(self) -> tuple[Holding, ...]:
        """Each of our own registers with its kinds and source; counts rows, so only for who asks for a list."""
        kinds: dict[str, list[str]] = {}
        for register, kind, count in self._connection.execute(KINDS_HELD):
            kinds.setdefault(register, []).append(f"{count:,} {kind_in_words(kind, count)}")
        return tuple(
            Holding(each, ", ".join(kinds.get(each.register, ())), self._reach.source(each.register))
            for each in self.coverage
        )

    @property
    def added(self) -> tuple[AddedRegister, ...]:
        """The registers that the user added."""
        return self._own.registers if self._own else ()

    def coverage_sentence(self, register: str) -> str:
        """The sentence to print with a negative answer from that register, added ones included."""
        ours = self._reach.sentence(register)
        theirs = self._own.sentence(register) if self._own else ""
        return f"{ours} {theirs}" if theirs else ours

    def covers(self, register: str, day: str, *, decision: bool = False, states: Collection[str] = ()) -> bool | None:
        """Whether every judgment (or *decision*) of *day* against *states* is held; see `Reach.covers`."""
        return self._reach.covers(register, day, "DEC" if decision else "JUD", states)

    # --- the law -----------------------------------------------------------------------------------------------------

    @cached_property
    def instruments(self) -> Instruments:
        """Treaties, acts, statutes: names, structure, dates."""
        return Instruments(stored(self._connection, "instruments"))

    @cached_property
    def statutes(self) -> Mapping[str, Mapping[str, Any]]:
        """What the statutes of each State are called, by its two letters; see ``rules/law/statutes``."""
        files: dict[str, dict[str, Any]] = stored(self._connection, "statutes")
        return files

    @cached_property
    def bodies(self) -> tuple[Mapping[str, Any], ...]:
        """Courts, committees and institutions: their names, and how each numbers what it decides."""
        return tuple(stored(self._connection, "bodies"))

    @cached_property
    def states(self) -> States:
        """States: their codes and their names."""
        return States(**stored(self._connection, "states"), others=stored(self._connection, "other_states"))

    def state_name(self, code: str) -> str:
        """The State as the Court writes it."""
        return self.states.name(code)

    @cached_property
    def often(self) -> frozenset[str]:
        """
        Words that the names of many cases of Luxembourg share.

        One of them in common with the case of that number does not make it the same case, where both names have more.
        """
        return frozenset(stored(self._connection, "often"))

    @cached_property
    def scopes(self) -> tuple[Scope, ...]:
        """Whom provisions protect and where they apply; ``rules/law/scope.tsv``."""
        return tuple(
            Scope(
                provision=row["provision"],
                what=row["scope"],
                state=row["state"],
                covers=row["covers"],
                excludes=tuple(filter(None, row["excludes"].split(";"))),
                beside=tuple(filter(None, row["beside"].split(";"))),
                instead=row["instead"],
                words=row["words"],
                source=row["source"],
                verified=row["verified"] == "true",
            )
            for row in stored(self._connection, "scopes")
        )

    @cached_property
    def evidence(self) -> tuple[Known, ...]:
        """What is known of laws and counts at borders; ``rules/law/evidence``."""
        return tuple(
            Known(
                id=entry["id"],
                state=record["state"],
                title=entry["title"],
                says=entry["says"],
                source=entry["source"],
                verified=entry["verified"],
                called=tuple(entry.get("called", ())),
                days=tuple(entry.get("dates", ())),
                words=tuple(record["words"]),
            )
            for record in stored(self._connection, "evidence")
            for entry in (*record.get("law", ()), *record.get("count", ()))
        )

    def parties(self, instrument: str, state: str) -> Mapping[str, str] | None:
        """
        The row on one State and one treaty with its ``status_as_of``, ``verified`` and ``source``; ``None`` when
        there is none.
        """
        query = "SELECT record FROM parties WHERE instrument = ? AND state = ?"
        row = self._connection.execute(query, (instrument, state)).fetchone()
        return json.loads(row[0]) if row else None

    def membership(self, instrument: str, state: str, day: date) -> Membership:
        """Whether *state* is bound by *instrument* on *day*."""
        return law.membership(self, instrument, state, day)

    def structure(self, target: str) -> Verdict:
        """Whether a provision exists."""
        key, _, provision = target.rpartition(":")
        return self.instruments.exists(key, provision)

    def validity(self, target: str, day: date) -> Validity:
        """Whether the act of *target* governed on *day*."""
        key = law.instrument_of(self, target)
        return self.instruments.validity(key, day, target[len(key) + 1 :])

    def decided_by(self, act: str) -> frozenset[str]:
        """The facts whose day decides whether the act of that key or a neighbour governs."""
        return self.instruments.decided_by(act)

    def stays_for(self, act: str, state: str) -> bool:
        """Whether the act goes on binding that State after its end."""
        return self.instruments.stays_for(act, state)

    def adoption(self, target: str) -> Adoption:
        """When the instrument of *target* was adopted and entered into force."""
        return law.adoption(self, target)

    @cached_property
    def act_names(self) -> tuple[Name, ...]:
        """The names of the Union's acts that are words alone; a name with its number in it says which act is meant."""
        return tuple(
            name
            for name in self.instruments.names
            if name.key.startswith("EU:") and not any(sign.isdigit() for sign in name.text)
        )

    def act_meant(self, name: str, target: str) -> str:
        """The act called *name*, when the number of *target* is another act's; empty where they go together."""
        return law.act_meant(self, name, target)

    def title(self, target: str) -> str:
        """
        A target in words: a case's title, ``"Directive 2011/95/EU"``, ``"Article 3 of the European Convention on
        Human Rights"``.
        """
        return law.title(self, target)

    def texts(self, language: str = "en") -> tuple[OfficialText, ...]:
        """Every provision text of that language."""
        return self._texts("lang = ?", (language,))

    def words_in_a_row(self, language: str) -> Index:
        """The index of the words of `texts`."""
        query = "SELECT value FROM blobs WHERE name = ?"
        row = self._connection.execute(query, (f"words in a row {language}",)).fetchone()
        return Index(**json.loads(row[0])) if row else Index.of(())

    def text_of(self, target: str, language: str = "en") -> tuple[OfficialText, ...]:
        """The paragraphs and parts of one provision, in order."""
        return self._texts("provision = ? AND lang = ?", (target, language))

    def _texts(self, where: str, values: tuple[str, ...]) -> tuple[OfficialText, ...]:
        columns = "provision, lang, text, source, part, verified, note"
        query = f"SELECT {columns} FROM texts WHERE {where} ORDER BY provision, place"
        return tuple(
            OfficialText(target, lang, text, source, label, bool(verified), note)
            for target, lang, text, source, label, verified, note in self._connection.execute(query, values)
        )

    # --- rules, facts, arguments -------------------------------------------------------------------------------------

    @cached_property
    def rules(self) -> CompiledRules:
        """The files below ``rules/`` that are no law."""
        return CompiledRules(self._connection)

    def answers(self, argument: str) -> Mapping[str, Mapping[str, Any]]:
        """What to say to each authority against an argument."""
        return self.rules.answers(argument)

    @cached_property
    def wording(self) -> Wording:
        """How our phrases are read, and what a fact's sentences are like."""
        return Wording(self._connection)

    # --- what the search for support asks ----------------------------------------------------------------------------

    def curated(self) -> Mapping[str, Mapping[str, Any]]:
        """Every curated record under its ``court/file``."""
        return self._curated

    @cached_property
    def _curated(self) -> dict[str, dict[str, Any]]:
        rows = self._connection.execute("SELECT id, record FROM curated").fetchall()
        records = json.loads("[" + ",".join(record for _, record in rows) + "]")
        return {identity: record for (identity, _), record in zip(rows, records, strict=True)}

    def curated_authority(self, identity: str) -> Authority:
        """The authority of one curated record: its row of the Strasbourg register, or the record itself."""
        record = self._curated[identity]
        if (item := str(record.get("itemid", ""))).startswith("001-"):
            found = self._cases("c.itemid = ?", (int(item[4:]),))
            if found:
                return found[0]
        return curated_authority(identity, record)

    @cached_property
    def tags(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """What each tag of a curated authority bears on: ``arguments``, ``facts``, ``places``."""
        return {
            tag["name"]: {kind: tuple(tag.get(kind, ())) for kind in ("arguments", "facts", "places")}
            for tag in stored(self._connection, "tags")
        }

    def supporting(self, words: Iterable[str], most: int = 400) -> dict[tuple[str, str], float]:
        """(kind, id) → relevance of curated authorities and provision texts for *words*, higher is better."""
        return full_text.relevance(self._connection, words, most)

    @cached_property
    def document_frequency(self) -> Mapping[str, int]:
        """How many texts of the full-text search have each word; words as the search stems them."""
        return full_text.document_frequency(self._connection)

    def look_up(self, text: str) -> tuple[Authority, ...]:
        """
        What is known of one citation in any form: a target, a number, an ECLI, a name, a provision, an instrument.
        """
        return law.look_up(self, text)

    @cached_property
    def links(self) -> Links:
        """The addresses of publishers."""
        return Links(stored(self._connection, "links"))

    def has_number(self, number: str) -> bool:
        """Whether any decision has that application number."""
        if not _NUMBER.fullmatch(number):
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

    def is_known_as(self, number: str, name: str) -> bool:
        """Whether the case of Luxembourg, or of Strasbourg, with that number has that name."""
        key = f"{number}\0{name}"
        if key not in self._known_as:
            if _NUMBER.fullmatch(number):
                bare = not self.states.in_respondent(name.lower())
                known = bare and any(self.is_named(name, row) for row in self.by_number(number))
            else:
                from refoulement_lint.registers import luxembourg  # which asks the store

                known = luxembourg.is_known_as(number, name, self)
            _keep(self._known_as, key, known)
        return self._known_as[key]

    def number_of_named(self, ecli: str, name: str) -> str | None:
        """The number of the judgment of Luxembourg with that ECLI, if *name* is one of its names."""
        from refoulement_lint.registers import luxembourg  # which asks the store

        return luxembourg.number_of(ecli, name, self)

    def by_ecli(self, ecli: str) -> tuple[Authority, ...]:
        """The decision that has that ECLI, written with or without its first word."""
        return law.by_ecli(self, ecli)


def _keep(kept: dict[str, Any], key: str, value: object) -> None:
    """Remember an answer; when too many are remembered, forget the oldest half."""
    if len(kept) >= _KEPT:
        for old in list(kept)[: _KEPT // 2]:
            del kept[old]
    kept[key] = value
