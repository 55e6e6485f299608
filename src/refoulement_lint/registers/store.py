"""The compiled registers, opened read-only: what a number, a name or a target means, and how far the register reaches."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from refoulement_lint.model import (
    Adoption,
    Authority,
    Coverage,
    Membership,
    OfficialText,
    RegisterError,
    RuleError,
    Validity,
)
from refoulement_lint.registers import build, law
from refoulement_lint.registers.instruments import Instruments, Verdict
from refoulement_lint.registers.names import fold_name, parties, series, slips, variants
from refoulement_lint.registers.rows import COLUMNS, TABLES, authority_of, court_authority, curated_authority
from refoulement_lint.registers.states import States

PACKAGE = Path(__file__).resolve().parent.parent
FAMILIES = (
    "form", "authority", "provision", "in-force", "quotation", "argument", "evidence", "wording", "consistency", "privacy", "input",
)  # fmt: skip
# How many answers are kept; a brief cites some hundred authorities.
_KEPT = 2048
_NUMBER = re.compile(r"\d{1,6}/\d{2}")
_FORMATIONS = {"GC": 0, "CH": 1, "": 2, "CTEE": 3, "COMM": 4, "PANEL": 5}
_KINDS = {"JUD": 0, "DEC": 1, "REP": 2, "JP9": 3, "COM": 4}
# The number first, so that nothing is sorted and no table is read through: 10 µs for each look-up.
_BY_NUMBER = (
    f"SELECT {COLUMNS} FROM numbers n CROSS JOIN cases c ON c.id = n.id LEFT JOIN superseded s ON s.itemid = c.itemid"
    " LEFT JOIN curated k ON k.itemid = c.itemid WHERE n.number = ?"
)
REBUILD = "python -m refoulement_lint.registers.build"


def open_registers(path: Path | None = None) -> Store:
    """
    The registers, checked for being whole.

    In a checkout the compiled file is brought up to date with ``rules/`` first; an installed package carries it.

    Raises:
        RegisterError: The file is missing, cut short, or of another version of this program.
        RuleError: In a checkout, a file below ``rules/`` cannot be read.
    """
    target = path or PACKAGE / "registers.sqlite"
    rules = PACKAGE.parent.parent / "rules"
    if path is None and (rules / "law").is_dir():
        try:
            build.ensure(rules, target)
        except build.SourceError as error:
            raise RuleError(str(error)) from error
        except sqlite3.Error as error:
            raise RegisterError(f"The registers could not be compiled: {error}.") from error
    return Store(_connect(target))


def _connect(target: Path) -> sqlite3.Connection:
    if not target.is_file():
        raise RegisterError(f"The registers are not there ({target.name}). Build them with: {REBUILD}")
    try:
        # `immutable`: the file is only ever replaced as a whole, so no lock is asked for, on read-only media neither.
        connection = sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version != build.SCHEMA:
            raise RegisterError(
                f"The registers are of version {version}, this program reads version {build.SCHEMA}. Build them with: {REBUILD}"
            )
        pages = connection.execute("PRAGMA page_count").fetchone()[0] * connection.execute("PRAGMA page_size").fetchone()[0]
        counts = json.loads(connection.execute("SELECT value FROM meta WHERE key = 'counts'").fetchone()[0])
        last = connection.execute("SELECT max(id) FROM cases").fetchone()[0]
    except (sqlite3.Error, TypeError, ValueError) as error:
        raise RegisterError(f"The registers are damaged ({error}). Build them anew with: {REBUILD}") from error
    if pages != target.stat().st_size or last != counts["ecthr"]:
        raise RegisterError(f"The registers are incomplete: the file was cut short. Build them anew with: {REBUILD}")
    return connection


class Store:
    """
    What the registers know; satisfies ``model.Registers`` and what the checks ask for.

    Answers are kept for a while; nothing is ever written.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        self.edition: str = meta["edition"]
        self.sha256: str = meta["sha256"]
        self._numbers: dict[str, tuple[Authority, ...]] = {}
        self._named: dict[str, tuple[Authority, ...]] = {}
        self._targets: dict[str, Authority | None] = {}

    # --- Strasbourg: numbers and names --------------------------------------------------------------------------------------

    def by_number(self, number: str) -> tuple[Authority, ...]:
        """Every decision that has *number* among its applications, newest first."""
        if number not in self._numbers:
            held: tuple[Authority, ...] = ()
            if _NUMBER.fullmatch(number):
                rows = self._connection.execute(_BY_NUMBER, (build.as_number(number),))
                held = tuple(sorted(map(authority_of, rows), key=lambda row: row.date, reverse=True))
            _keep(self._numbers, number, held)
        return self._numbers[number]

    def by_name(self, name: str) -> tuple[Authority, ...]:
        """
        Every decision of that name, newest first.

        French titles, HUDOC's capitals, OSCOLA, usual short names and older names of States all count; without a respondent
        every State does. A series number leaves only the cases that have it, when there are any.
        """
        if name not in self._named:
            _keep(self._named, name, self._of_name(name))
        return self._named[name]

    def _of_name(self, name: str) -> tuple[Authority, ...]:
        folds = variants(name)
        marks = ", ".join("?" * len(folds))
        found = list(self._cases(f"c.id IN (SELECT id FROM names WHERE fold IN ({marks}))", folds))
        found += [row for target in self._aliases.get(fold_name(name), ()) for row in self._rows(target) if row not in found]
        respondents = self._states.in_respondent(parties(name)[1])
        if parties(name)[1]:
            found = [row for row in found if self._respondents(row) >= respondents] if respondents else []
        number = series(name)
        numbered = [row for row in found if number and any(series(title) == number for title in (row.title, *row.titles))]
        return tuple(sorted(numbered or found, key=lambda row: row.date, reverse=True))

    def near_names(self, name: str, respondent: str | None = None, most: int = 8) -> tuple[Authority, ...]:
        """
        Decisions whose applicant differs by one or two letters, the nearest first, one for each case.

        *respondent* is a folded name; without it the one in *name* counts. Only applicants that begin with the same letter, or
        whose first letter is missing, added or exchanged with the second, are looked at.
        """
        applicant, written = parties(name)
        limit = 2 if len(applicant) >= 8 else 1
        if len(applicant) < 4:
            return ()
        near: dict[int, int] = {}
        query = "SELECT fold, id FROM names WHERE fold >= ? AND fold < ? AND length(fold) BETWEEN ? AND ?"
        for prefix in (applicant[0], applicant[1:3], applicant[1] + applicant[0]):
            around = (prefix, prefix + "\uffff", len(applicant) - limit, len(applicant) + limit)
            for fold, place in self._connection.execute(query, around):
                distance = slips(applicant, fold, most=limit)
                if distance <= limit:
                    near[place] = min(distance, near.get(place, limit))
        ids = sorted(near, key=lambda place: (near[place], -place))[:200]
        marks = ", ".join("?" * len(ids))
        states = self._states.in_respondent(respondent or written)
        best: dict[str, Authority] = {}
        for row in self._cases(f"c.id IN ({marks})", ids) if ids else ():
            if row.target and (not states or self._respondents(row) >= states):
                best[row.target] = min(best.get(row.target, row), row, key=_rank)
        by_distance = sorted(best.values(), key=lambda row: (_distance(applicant, row, limit), not row.tags, _rank(row)))
        return tuple(by_distance[:most])

    def near_numbers(self, number: str) -> tuple[str, ...]:
        """The numbers of the register that differ from *number* by one digit or by two neighbours exchanged, in order."""
        if not _NUMBER.fullmatch(number):
            return ()
        places = [place for place, character in enumerate(number) if character != "/"]
        tried = {
            number[:place] + digit + number[place + 1 :] for place in places for digit in "0123456789" if digit != number[place]
        }
        for place, after in zip(places, places[1:], strict=False):
            tried.add(number[:place] + number[after] + number[place + 1 : after] + number[place] + number[after + 1 :])
        keys = {build.as_number(other): other for other in tried if other != number and other[0] != "0"}
        marks = ", ".join("?" * len(keys))
        held = self._connection.execute(f"SELECT DISTINCT number FROM numbers WHERE number IN ({marks})", list(keys))
        return tuple(sorted((keys[key] for (key,) in held), key=build.as_number))

    def authority(self, target: str) -> Authority | None:
        """
        The one decision that a target means: the last word in the case.

        Grand Chamber before Chamber before the others, a judgment before a decision, a decision before a communicated case.
        """
        if target not in self._targets:
            rows = self._rows(target)
            _keep(self._targets, target, min(rows, key=_rank) if rows else None)
        return self._targets[target]

    def _rows(self, target: str) -> tuple[Authority, ...]:
        kind, _, number = target.partition(":")
        if kind == "ecthr":
            rows = self.by_number(number)
            pending = self.pending(number)
            return (pending,) if pending and all(row.decision == "COM" for row in rows) else rows
        return self._curated_rows(target) or self._court_rows(target)

    def _curated_rows(self, target: str) -> tuple[Authority, ...]:
        """Curated records of other courts; ``cjeu:C-72/22`` finds ``cjeu:C-72/22 PPU``."""
        query = "SELECT id, record FROM curated WHERE target = ? OR (target > ? AND target < ?)"
        rows = self._connection.execute(query, (target, f"{target} ", f"{target}!"))
        return tuple(curated_authority(identity, json.loads(record)) for identity, record in rows)

    def _court_rows(self, target: str) -> tuple[Authority, ...]:
        """Luxembourg and the treaty bodies, the curated record where the row has one."""
        bare = re.sub(r" (?:PPU|P|R|REV|DEP)(?: .*)?$", "", target)
        rows = self._connection.execute(
            "SELECT c.id, n.target, c.register, c.title, c.numbers, c.date, c.formation, c.kind, c.ecli, c.aliases, c.source, c.extra"
            " FROM court_numbers n JOIN court c ON c.id = n.id WHERE n.target = ? ORDER BY c.date DESC",
            (bare,),
        )
        found = [court_authority(row) for row in rows]
        curated = [better for row in found if row.target != bare for better in self._curated_rows(row.target)]
        return tuple(curated) or tuple(found)

    def _cases(self, where: str, values: Iterable[object]) -> tuple[Authority, ...]:
        query = f"SELECT {COLUMNS} FROM {TABLES} WHERE {where} ORDER BY c.date DESC, c.id LIMIT 400"
        return tuple(authority_of(row) for row in self._connection.execute(query, tuple(values)))

    def _respondents(self, row: Authority) -> frozenset[str]:
        """The States of a row; read off its title where the register has none."""
        if row.respondent:
            return frozenset(row.respondent)
        return self._states.in_respondent(parties(row.title)[1])

    def short_names(self) -> Mapping[str, tuple[str, ...]]:
        """Usual short names as written (``"Chahal"``, ``"Hirsi Jamaa"``) → the targets that each may mean; curated ones only."""
        return self._short_names

    @cached_property
    def _short_names(self) -> dict[str, tuple[str, ...]]:
        return {name: tuple(targets) for name, targets in json.loads(self._blob("short_names")).items()}

    @cached_property
    def _aliases(self) -> dict[str, tuple[str, ...]]:
        folded: dict[str, tuple[str, ...]] = {}
        for name, targets in self._short_names.items():
            folded[fold_name(name)] = tuple(dict.fromkeys(folded.get(fold_name(name), ()) + targets))
        return folded

    # --- later history, pinpoints, dates ------------------------------------------------------------------------------------

    def superseded(self, row: Authority) -> Authority | None:
        """The judgment that took the place of *row*: the Grand Chamber's, or the revised one."""
        query = "SELECT by_itemid FROM superseded WHERE itemid = ?"
        later = self._connection.execute(query, (_item(row),)).fetchone() if _item(row) else None
        found = self._cases("c.itemid = ?", later) if later and later[0] else ()
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
        keys = [build.as_number(number) for number in row.numbers[:3] if _NUMBER.fullmatch(number)]
        marks = ", ".join("?" * len(keys))
        days = self._connection.execute(f"SELECT date FROM date_conflicts WHERE number IN ({marks})", keys)
        return frozenset(day for (day,) in days) - {row.date}

    def highest_paragraph(self, row: Authority) -> int:
        """The highest paragraph of *row* that the Court has cited, a lower bound of its length; 0 when none is known."""
        return self.cited(row)[1]

    def cited(self, row: Authority) -> tuple[int, int]:
        """How many documents of the Court cite *row*, and the highest paragraph cited; zeros when not known."""
        query = "SELECT cited_by, highest FROM pinpoints WHERE itemid = ?"
        known = self._connection.execute(query, (_item(row),)).fetchone() if _item(row) else None
        return (known[0], known[1]) if known else (0, 0)

    # --- how far the registers reach ----------------------------------------------------------------------------------------

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """What each register holds."""
        return tuple(
            Coverage(register["id"], register["from"], register["to"], register["rows"], " ".join(register["says"].split()))
            for register in self._coverage["register"]
        )

    @cached_property
    def _coverage(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self._blob("coverage"))
        return loaded

    def coverage_sentence(self, register: str) -> str:
        """The sentence to print with a negative answer from that register."""
        return next((coverage.says for coverage in self.coverage if coverage.register == register), "")

    def covers(self, register: str, day: str, *, decision: bool = False) -> bool | None:
        """
        Whether every judgment (or *decision*) of *day*, an ISO date or a year, is held.

        ``None`` when that cannot be said: no day, or a time of which only some are held.
        """
        if not day:
            return None
        first, last = (day, day) if len(day) == 10 else (f"{day[:4]}-01-01", f"{day[:4]}-12-31")
        kind = "DEC" if decision else "JUD"
        partly = False
        for held in next((one for one in self._coverage["register"] if one["id"] == register), {}).get("window", ()):
            if held["kind"] == kind:
                if held["complete"] and held["from"] <= first and last <= held["to"]:
                    return True
                partly = partly or (held["from"] <= last and first <= held["to"])
        return None if partly else False

    # --- the law ------------------------------------------------------------------------------------------------------------

    @cached_property
    def instruments(self) -> Instruments:
        """Treaties, acts, statutes: names, structure, dates."""
        return Instruments.from_json(self._blob("instruments"))

    @cached_property
    def _states(self) -> States:
        return States(json.loads(self._blob("states")))

    @property
    def states(self) -> Mapping[str, str]:
        """Lower-case name of a State without article → ISO 3166 alpha-3, in every language held."""
        return self._states.codes

    @cached_property
    def respondents(self) -> Mapping[str, str]:
        """The same for the States that can be respondents in Strasbourg, Russia and bygone ones included."""
        return self._states.respondents

    def state_name(self, code: str) -> str:
        """The State as the Court writes it."""
        return self._states.name(code)

    def parties(self, instrument: str, state: str) -> Mapping[str, str] | None:
        """The row on one State and one treaty with its ``status_as_of``, ``verified`` and ``source``; ``None`` when there is none."""
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
        return self.instruments.validity(law.instrument_of(self, target), day)

    def adoption(self, target: str) -> Adoption:
        """When the instrument of *target* was adopted and entered into force."""
        return law.adoption(self, target)

    def title(self, target: str) -> str:
        """A target in words: a case's title, ``"Directive 2011/95/EU"``, ``"Article 3 of the European Convention on Human Rights"``."""
        return law.title(self, target)

    def texts(self, language: str = "en") -> tuple[OfficialText, ...]:
        """Every provision text of that language."""
        return self._texts("lang = ?", (language,))

    def text_of(self, target: str, language: str = "en") -> tuple[OfficialText, ...]:
        """The paragraphs and parts of one provision, in order."""
        return self._texts("provision = ? AND lang = ?", (target, language))

    def _texts(self, where: str, values: tuple[str, ...]) -> tuple[OfficialText, ...]:
        query = f"SELECT provision, lang, text, source, part, verified, note FROM texts WHERE {where} ORDER BY provision, place"
        return tuple(
            OfficialText(target, lang, text, source, label, bool(verified), note)
            for target, lang, text, source, label, verified, note in self._connection.execute(query, values)
        )

    # --- rules, facts, arguments ----------------------------------------------------------------------------------------------

    def rules(self, folder: str) -> dict[str, Any]:
        """File name → content of every file of one folder of ``rules/``, without the pages' prose and examples."""
        return self._files("engine", (folder,), lambda folder, name: name)

    def family_rules(self) -> dict[str, Any]:
        """``family/name`` → content of every rule."""
        return self._files("engine", FAMILIES, lambda folder, name: f"{folder}/{name}")

    def pages(self, folder: str) -> dict[str, Any]:
        """File name → everything in the file, for the catalogue."""
        return self._files("page", (folder,), lambda folder, name: name)

    def family_pages(self) -> dict[str, Any]:
        """``family/name`` → everything in the rule's file."""
        return self._files("page", FAMILIES, lambda folder, name: f"{folder}/{name}")

    def rule_page(self, path: str) -> dict[str, Any] | None:
        """Everything in one file, by its path below ``rules/``; ``None`` when there is none."""
        row = self._connection.execute("SELECT page FROM rules WHERE path = ?", (path,)).fetchone()
        return json.loads(row[0]) if row else None

    def _files(self, column: str, folders: tuple[str, ...], named: Any) -> dict[str, Any]:  # named: (folder, name) -> key
        marks = ", ".join("?" * len(folders))
        query = f"SELECT folder, name, {column} FROM rules WHERE folder IN ({marks}) ORDER BY path"
        rows = self._connection.execute(query, folders).fetchall()
        contents = json.loads("[" + ",".join(content for _, _, content in rows) + "]")
        return {named(folder, name): content for (folder, name, _), content in zip(rows, contents, strict=True)}

    # --- what the search for support asks ---------------------------------------------------------------------------------------

    def curated(self) -> list[tuple[str, dict[str, Any]]]:
        """Every curated record under its ``court/file``."""
        return [(identity, json.loads(record)) for identity, record in self._connection.execute("SELECT id, record FROM curated")]

    def supporting(self, words: Iterable[str], most: int = 400) -> dict[tuple[str, str], float]:
        """
        (kind, id) → relevance of curated authorities and provision texts for *words*, higher is better.

        Raises:
            RegisterError: This platform's SQLite has no full-text search.
        """
        query = " OR ".join(f'"{word}"' for word in dict.fromkeys(words) if word.isalnum())
        if not query:
            return {}
        try:
            rows = self._connection.execute(
                "SELECT s.kind, s.target, -bm25(support_words, 2.0, 3.0, 1.0) FROM support_words w JOIN support s ON s.id = w.rowid"
                " WHERE support_words MATCH ? ORDER BY 3 DESC LIMIT ?",
                (query, most),
            ).fetchall()
        except sqlite3.OperationalError as error:
            raise RegisterError(
                f"This Python's SQLite ({sqlite3.sqlite_version}) has no full-text search (FTS5), which suggestions need ({error})."
            ) from error
        return {(kind, target): score for kind, target, score in rows}

    def document_frequency(self) -> Mapping[str, int]:
        """How many texts of the full-text search have each (stemmed) word."""
        return law.document_frequency(self._connection)

    def look_up(self, text: str) -> tuple[Authority, ...]:
        """What is known of one citation in any form: a target, a number, an ECLI, a name, a provision, an instrument."""
        return law.look_up(self, text)

    def has_number(self, number: str) -> bool:
        """Whether any decision has that application number."""
        if not _NUMBER.fullmatch(number):
            return False
        held = self._connection.execute("SELECT 1 FROM numbers WHERE number = ?", (build.as_number(number),))
        return held.fetchone() is not None

    def has_name(self, name: str) -> bool:
        """Whether any applicant of that name is known, in whatever case; cheaper than `by_name`."""
        folds = variants(name)
        query = f"SELECT 1 FROM names WHERE fold IN ({', '.join('?' * len(folds))}) LIMIT 1"
        return fold_name(name) in self._aliases or self._connection.execute(query, folds).fetchone() is not None

    def by_ecli(self, ecli: str) -> tuple[Authority, ...]:
        """The decision that has that ECLI, written with or without its first word."""
        return law.by_ecli(self, ecli)

    def _blob(self, name: str) -> str:
        return str(self._connection.execute("SELECT value FROM blobs WHERE name = ?", (name,)).fetchone()[0])


def _keep(kept: dict[str, Any], key: str, value: object) -> None:
    """Remember an answer; when too many are remembered, forget the oldest half."""
    if len(kept) >= _KEPT:
        for old in list(kept)[: _KEPT // 2]:
            del kept[old]
    kept[key] = value


def _rank(row: Authority) -> tuple[int, int, str, str]:
    """The last word in a case comes first: kind, formation, then the younger day."""
    young = "".join(chr(0x7F - ord(character)) for character in row.date)
    return (_KINDS.get(row.decision, 5), _FORMATIONS.get(row.formation, 3), young, row.row)


def _distance(applicant: str, row: Authority, limit: int) -> int:
    return min(slips(applicant, fold, most=limit) for title in (row.title, *row.titles) for fold in variants(title))


def _item(row: Authority) -> int | None:
    return int(row.row[4:]) if row.register == "ecthr" and row.row.startswith("001-") else None
