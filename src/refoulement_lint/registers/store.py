"""
The compiled registers, opened read-only: the way to each of them, and what is asked across several.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from refoulement_lint.model import (
    AddedRegister,
    Adoption,
    Aspect,
    Authority,
    Coverage,
    Holding,
    Known,
    Membership,
    OfficialText,
    Scope,
    Span,
    Subject,
    TimeLimit,
    Validity,
)
from refoulement_lint.registers import law
from refoulement_lint.registers.cases import NUMBER, Cases, keep
from refoulement_lint.registers.compiled_rules import CompiledRules
from refoulement_lint.registers.curated import Curated
from refoulement_lint.registers.instruments import Instruments, Name
from refoulement_lint.registers.layout import act_of, stored
from refoulement_lint.registers.links import Links
from refoulement_lint.registers.reach import Reach
from refoulement_lint.registers.rows import KINDS_HELD, kind_in_words
from refoulement_lint.registers.states import States
from refoulement_lint.registers.wording import Wording
from refoulement_lint.words_in_a_row import Index

if TYPE_CHECKING:
    from refoulement_lint.registers.added import Added
    from refoulement_lint.registers.communications import Communications


class Store:
    """
    What the registers know: `cases`, `curated`, `communications`, `instruments`, `states`, `rules`, `wording`, `links`,
    and beside them what the checks, the record and the search for support ask for.

    Nothing is ever written.
    """

    def __init__(self, connection: sqlite3.Connection, own: Added | None = None) -> None:
        self._connection = connection
        self._own = own
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        self.edition: str = meta["edition"]
        self.sha256: str = meta["sha256"]
        self._known_as: dict[str, bool] = {}

    @property
    def connection(self) -> sqlite3.Connection:
        """Our own compiled file, for what is held against it row by row."""
        return self._connection

    # --- decisions ---------------------------------------------------------------------------------------------------

    @cached_property
    def cases(self) -> Cases:
        """The decisions of courts and committees."""
        return Cases(self._connection, self._own, lambda: self.states)

    def authority(self, target: str) -> Authority | None:
        """The one decision that a target means; see `Cases.authority`."""
        return self.cases.authority(target)

    @cached_property
    def curated(self) -> Curated:
        """The authorities that we recorded by hand."""
        return Curated(self._connection, self.cases)

    @cached_property
    def communications(self) -> Communications:
        """Communications to the treaty bodies, by their applicants and respondents."""
        from refoulement_lint.registers.communications import Communications  # most drafts cite none

        return Communications(self._connection, self.states)

    def namesakes(self, row: Authority) -> int:
        """How many other cases of Strasbourg have the name of *row*."""
        return len(self.cases.namesakes(row)) if row.register == "ecthr" else 0

    def superseded(self, row: Authority) -> Authority | None:
        """The judgment that took the place of *row*."""
        return self.cases.superseded(row)

    # --- how courts are cited ----------------------------------------------------------------------------------------

    @cached_property
    def courts(self) -> Mapping[str, Any]:
        """State, as in targets → how its courts are cited."""
        return dict(stored(self._connection, "courts"))

    @property
    def court_pages(self) -> Mapping[str, Any]:
        """State, as in targets → its courts with examples, for the catalogue."""
        return dict(stored(self._connection, "court_pages"))

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

    # --- how far the registers reach ---------------------------------------------------------------------------------

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

    def conflicts(self, target: str) -> tuple[str, ...]:
        """Where an added register contradicts ours about that target, a sentence for each."""
        return self._own.conflicts(target) if self._own else ()

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
    def committees(self) -> tuple[str, ...]:
        """The committees that decide on communications of individuals: what the targets of these begin with."""
        return tuple(body["key"] for body in self.bodies if body.get("communications"))

    @cached_property
    def states(self) -> States:
        """States: their codes and their names."""
        return States(**stored(self._connection, "states"), others=stored(self._connection, "other_states"))

    def state_name(self, code: str) -> str:
        """The State as the Court writes it."""
        return self.states.name(code)

    def state_name_in(self, code: str, language: str) -> str:
        """The State in that language, in English where that is not known."""
        return self.states.name_in(code, language)

    @cached_property
    def often(self) -> frozenset[str]:
        """
        Words that the names of many cases of Luxembourg share.

        One of them in common with the case of that number does not make it the same case, where both names have more.
        """
        return frozenset(stored(self._connection, "often"))

    def is_text_read(self, target: str) -> bool:
        """Whether the official text of that provision, or of a part of it, is held and was read in its source."""
        if target not in self._texts_read:
            query = "SELECT 1 FROM texts WHERE verified AND (provision = ? OR substr(provision, 1, ?) = ?) LIMIT 1"
            values = (target, len(target) + 1, f"{target}(")
            self._texts_read[target] = self._connection.execute(query, values).fetchone() is not None
        return self._texts_read[target]

    @cached_property
    def _texts_read(self) -> dict[str, bool]:
        return {}

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
    def aspects(self) -> tuple[Aspect, ...]:
        """What a case may be about; ``rules/law/aspects.toml``."""
        return tuple(
            Aspect(
                name=record["name"],
                side=record["side"],
                named=record["named"],
                words=tuple(record["words"]),
                tags=frozenset(record.get("tags", ())),
                articles=frozenset(record.get("articles", ())),
                within=record.get("within", ""),
                quiet=record.get("quiet", False),
            )
            for record in stored(self._connection, "aspects")
        )

    def subjects(self, language: str) -> tuple[Subject, ...]:
        """What provisions are about, as drafts in that language name it; ``rules/law/subjects``."""
        query = "SELECT value FROM blobs WHERE name = ?"
        row = self._connection.execute(query, (f"subjects {language}",)).fetchone()
        return tuple(
            Subject(
                title=record["title"],
                provisions=tuple(record["provisions"]),
                names=tuple(record["names"]),
                source=record["source"],
                verified=record["verified"],
                beside=tuple(record["beside"]),
                only=tuple(record["only"]),
                within=tuple((key, tuple(names)) for key, names in record["within"].items()),
                printed=tuple(record["printed"].items()),
            )
            for record in (json.loads(row[0]) if row else ())
        )

    def time_limits(self, target: str, language: str) -> Mapping[str, TimeLimit]:
        """
        The limits that the act of the provision *target* sets, by the names of their files in
        ``rules/law/time_limits``.
        """
        query = "SELECT value FROM blobs WHERE name = ?"
        row = self._connection.execute(query, (f"time limits of {act_of(target)}",)).fetchone()
        return {
            name: TimeLimit(
                title=record["title"],
                provisions=tuple(record["provisions"]),
                right=tuple(record["right"]),
                source=" ".join(record["source"].split()),
                verified=record["verified"],
                also=tuple(record.get("also", ())),
                when=tuple((tuple(one["right"]), tuple(one["said"])) for one in record.get("when", ())),
                since=date.fromisoformat(record["since"]) if "since" in record else None,
                until=date.fromisoformat(record["until"]) if "until" in record else None,
                at_most=record.get("at_most", ""),
                of_detention=record.get("of_detention", False),
                printed=record["printed"],
                says=record.get("says", ""),
                silent=tuple(record.get("silent", {}).get(language, ())),
            )
            for name, record in (json.loads(row[0]) if row else {}).items()
        }

    def limits_named(self, language: str) -> Mapping[str, tuple[str, str]]:
        """Phrase in which that language names what must be done in time → the act that says so, and the limit."""
        query = "SELECT value FROM blobs WHERE name = ?"
        row = self._connection.execute(query, (f"time limits named {language}",)).fetchone()
        return {phrase: (act, name) for phrase, (act, name) in json.loads(row[0]).items()} if row else {}

    @cached_property
    def limits_of_drafts(self) -> Mapping[str, tuple[str, str, str]]:
        """Phrase by which a draft speaks of its own time → the act that sets the limit, the limit, and the forum."""
        held = stored(self._connection, "time limits of drafts")
        return {phrase: (act, name, forum) for phrase, (act, name, forum) in held.items()}

    def said_of_decisions(self, key: str) -> tuple[str, ...]:
        """Phrases that tell what became of a decision, in every language; ``rules/history``."""
        return tuple(phrase for words in self.rules.folder("history").values() for phrase in words.get(key, ()))

    def membership_words(self, language: str) -> Mapping[str, Any]:
        """How that language says that a State is bound; ``rules/membership``. Empty where nobody wrote it down."""
        return self.rules.file("membership", language) or {}

    def states_in(self, text: str) -> list[tuple[Span, str]]:
        """The States named in *text*, with their codes."""
        return [(Span(start, end), code) for start, end, code in self.states.named_in(text)]

    def durations(self, language: str) -> Mapping[str, Any]:
        """How that language says durations and limits; ``rules/durations``. Empty where nobody wrote it down."""
        return self.rules.file("durations", language) or {}

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

    def validity(self, target: str, day: date) -> Validity:
        """Whether the act of *target* governed on *day*."""
        key = law.instrument_of(self, target)
        return self.instruments.validity(key, day, target[len(key) + 1 :])

    def governing_instead(self, act: str, day: date) -> tuple[str, ...]:
        """The acts before or behind that one which governed on *day* in its place."""
        return law.governing_instead(self, act, day)

    def decided_by(self, act: str) -> frozenset[str]:
        """The facts whose day decides whether the act of that key, its section or a neighbour governs."""
        key = law.instrument_of(self, act)
        return self.instruments.decided_by(key, act[len(key) + 1 :])

    def told(self, fact: str) -> str:
        """A fact in words that fit behind "the story tells of": "a removal that has taken place"."""
        file = self.rules.file("facts", fact) or {}
        return str(file.get("told", fact.replace("-", " ")))

    def has_provision(self, instrument: str, provision: str) -> bool:
        """Whether the instrument of that key is known to have that provision."""
        return self.instruments.exists(instrument, provision).word == "exists"

    def stays_for(self, act: str, state: str) -> bool:
        """Whether the act goes on binding that State after its end."""
        return self.instruments.stays_for(act, state)

    def months(self, language: str) -> tuple[Sequence[str], ...]:
        """The names of the months, a list for each language and case, that one's and the English ones first."""
        files = self.rules.folder("languages")
        ordered = dict.fromkeys((language, "en", *files))
        lists = []
        for code in ordered:
            forms = [name.split("|") for name in files.get(code, {}).get("months", ())]
            lists += [
                [each[min(case, len(each) - 1)] for each in forms] for case in range(max(map(len, forms), default=0))
            ]
        return tuple(lists)

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

    def act_exchanged(self, target: str) -> str:
        """The act held whose number is that of *target*, which is not held, with two digits the other way round."""
        return law.act_exchanged(self, target)

    def beside_an_article(self, key: str, language: str) -> str:
        """The name of the instrument as it stands beside an article in that language; empty where nobody wrote it."""
        instrument = self.instruments.get(key)
        return instrument.beside_an_article.get(language, "") if instrument else ""

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
        columns = "provision, lang, text, source, part, verified, note, translation"
        query = f"SELECT {columns} FROM texts WHERE {where} ORDER BY provision, place"
        return tuple(
            OfficialText(target, lang, text, source, label, bool(verified), note, bool(translation))
            for target, lang, text, source, label, verified, note, translation in self._connection.execute(
                query, values
            )
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

    # --- what is asked across the registers --------------------------------------------------------------------------

    def look_up(self, text: str) -> tuple[Authority, ...]:
        """
        What is known of one citation in any form: a target, a number, an ECLI, a name, a provision, an instrument.
        """
        return law.look_up(self, text)

    @cached_property
    def links(self) -> Links:
        """The addresses of publishers."""
        return Links(stored(self._connection, "links"))

    def is_known_as(self, number: str, name: str) -> bool:
        """Whether the case of Luxembourg, or of Strasbourg, with that number has that name."""
        key = f"{number}\0{name}"
        if key not in self._known_as:
            if NUMBER.fullmatch(number):
                bare = not self.states.in_respondent(name.lower())
                known = bare and any(self.cases.is_named(name, row) for row in self.cases.by_number(number))
            else:
                from refoulement_lint.registers import luxembourg  # which asks the store

                known = luxembourg.is_known_as(number, name, self)
            keep(self._known_as, key, known)
        return self._known_as[key]

    def number_of_named(self, ecli: str, name: str) -> str | None:
        """The number of the judgment of Luxembourg with that ECLI, if *name* is one of its names."""
        from refoulement_lint.registers import luxembourg  # which asks the store

        return luxembourg.number_of(ecli, name, self)

    def by_ecli(self, ecli: str) -> tuple[Authority, ...]:
        """The decision that has that ECLI, written with or without its first word."""
        return law.by_ecli(self, ecli)
