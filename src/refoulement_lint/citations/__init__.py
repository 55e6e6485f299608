"""Stage 2, find: every citation as it is written. One file is one family; this one puts them in order."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import accumulate
from typing import Any

from attrs import define, evolve

from refoulement_lint.citations import identifiers
from refoulement_lint.citations import provisions as provisions_module
from refoulement_lint.citations.antecedents import Antecedents
from refoulement_lint.citations.back_references import REACH_OF_IBID, BackReferences
from refoulement_lint.citations.cjeu import CjeuGrammar
from refoulement_lint.citations.days_before import DaysBefore
from refoulement_lint.citations.documents import DocumentGrammar
from refoulement_lint.citations.ecthr import EcthrGrammar
from refoulement_lint.citations.ecthr_parts import pinpoint
from refoulement_lint.citations.instruments import InstrumentGrammar, Mention, Mentions, Name, Writing
from refoulement_lint.citations.national_cases import NationalCases
from refoulement_lint.citations.national_statutes import StatuteGrammar, is_national
from refoulement_lint.citations.parties import in_one
from refoulement_lint.citations.pinpoints import Pinpoints
from refoulement_lint.citations.provisions import ProvisionGrammar
from refoulement_lint.citations.reading_order import ReadingOrder
from refoulement_lint.citations.terms import as_defined, meant_otherwise, own_terms
from refoulement_lint.citations.ties import Ties
from refoulement_lint.citations.un_bodies import UnGrammar
from refoulement_lint.citations.words import Words, any_of, anywhere
from refoulement_lint.late import late
from refoulement_lint.model import Document, Part, Span, Written
from refoulement_lint.model.long_text import joined
from refoulement_lint.scan import Hit

__all__ = ["Grammar", "Name", "Writing"]

# A draft's own case stands in its title: a heading or a short line among the first.
OWN_CASE_WITHIN, LONGEST_TITLE, LONGEST_DATE = 2_500, 260, 22
# A title that is one paragraph of several lines is among the first so many.
BLOCKS_OF_A_TITLE = 4
# The longest words with which the Court heads a judgment, in characters.
LONGEST_HEAD = 20


@define(frozen=True, slots=False, eq=False, repr=False)
class Grammar:
    """
    All families at once, built from what the registers know: for every text, or for the one for which *may_stand* was
    made.
    """

    languages: Mapping[str, Mapping[str, Any]]
    names: tuple[Name, ...]
    writings: tuple[Writing, ...]
    bodies: tuple[Mapping[str, Any], ...]
    symbols: Mapping[str, str]
    states: Mapping[str, str]
    short_names: Mapping[str, tuple[str, ...]]
    known: Callable[[str], bool]
    has_number: Callable[[str], bool]
    has_case: Callable[[str], bool]
    slips_in: Callable[[str, str], int | None]
    exists: Callable[[str, str], bool]
    statute_files: Mapping[str, Mapping[str, Any]]
    courts: Mapping[str, Any]
    us_reporter: Callable[[str], tuple[str, str, str] | None]
    leading_cases: Mapping[str, tuple[str, ...]]
    of_item: Callable[[str], str | None]
    is_named: Callable[[str, str], bool]
    """Whether the case of Luxembourg, or of Strasbourg, with that number has that name."""
    of_ecli: Callable[[str, str], str | None]
    """The number of a judgment of Luxembourg by its ECLI, if that is a name of it."""
    gazettes: Callable[[], Mapping[str, str]]
    may_stand: Callable[[str], bool] = anywhere

    @cached_property
    def words(self) -> Words:
        """The words that carry citations."""
        return Words(self.languages, self.may_stand)

    @cached_property
    def instruments(self) -> InstrumentGrammar:
        """Names of instruments."""
        return InstrumentGrammar(
            tuple(name for name in self.names if not is_national(name.key)), self.words, self.writings
        )

    @cached_property
    def statutes(self) -> StatuteGrammar:
        """National statutes and their sections."""
        return StatuteGrammar(
            self.statute_files, tuple(name for name in self.names if is_national(name.key)), self.may_stand
        )

    @cached_property
    def provisions(self) -> ProvisionGrammar:
        """Articles and rules."""
        return ProvisionGrammar(self.words)

    @cached_property
    def ecthr(self) -> EcthrGrammar:
        """Strasbourg."""
        return EcthrGrammar(
            self.words, self.states, self.known, self.has_number, self.has_case, self.is_named, self.slips_in, self.days
        )

    @cached_property
    def days(self) -> DaysBefore:
        """The day before a citation."""
        bodies = (name for names in self.committees.values() for name in names)
        return DaysBefore(self.words, tuple(filter(self.may_stand, bodies)))

    @cached_property
    def pinpoints(self) -> Pinpoints:
        """The paragraphs behind a citation."""
        return Pinpoints(self.words, lambda text, offset: self.ecthr.parts.tail(text, offset))

    @cached_property
    def cjeu(self) -> CjeuGrammar:
        """Luxembourg."""
        return CjeuGrammar(self.words, self.is_named)

    @cached_property
    def national_cases(self) -> NationalCases:
        """Courts of States."""
        return NationalCases(self.words, self.courts, self.us_reporter, self.leading_cases)

    @cached_property
    def committees(self) -> Mapping[str, tuple[str, ...]]:
        """The treaty bodies by key, each with its names."""
        return {body["key"]: tuple(body["names"]) for body in self.bodies if "symbol" in body}

    @cached_property
    def un(self) -> UnGrammar:
        """Communications to the treaty bodies."""
        return UnGrammar(
            self.words,
            self.committees,
            {body["symbol"]: body["key"] for body in self.bodies if "symbol" in body},
            {body["key"]: tuple(body["beside"]) for body in self.bodies if "beside" in body},
        )

    @cached_property
    def documents(self) -> DocumentGrammar:
        """What a body numbers."""
        return DocumentGrammar(self.bodies, self.symbols, self.words)

    @cached_property
    def back_references(self) -> BackReferences:
        """Short forms."""
        same = {party: tuple(others) for file in self.courts.values() for party, others in file.get("same", {}).items()}
        return BackReferences(self.words, self.ecthr, self.short_names, same)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """Words with which the title of a draft introduces its own case."""
        applications = tuple(word.lower() for word in self.words.all("application") if len(word) > 5)
        return (*applications, "case of", "affaire", "communication", "petition", "complaint")

    @cached_property
    def in_the_case(self) -> tuple[str, ...]:
        """ "In the case of", "w sprawie …": how a line of a title begins that has the case behind it."""
        return tuple(f"{word.lower()} " for word in self.words.all("in_the_case") if " " in word)

    @cached_property
    def literals(self) -> Mapping[str, tuple[str, ...]]:
        """What the automaton waits for on behalf of each grammar."""
        return {
            "article": self.provisions.literals,
            "instrument": self.instruments.literals,
            "noun": self.instruments.noun_literals,
            "statute": self.statutes.literals,
            "written": self.instruments.written_literals,
            "versus": self.ecthr.versus_literals,
            "number": self.ecthr.number_literals,
            "short-name": self.back_references.literals,
            "document": self.documents.literals,
            "identifier": identifiers.LITERALS,
            "ibid": self.back_references.ibid_literals,
            "others-above": self.back_references.others_literals,
            "court": self.national_cases.literals,
            "reporter": self.national_cases.reporter_literals,
            "leading-case": self.national_cases.name_literals,
        }

    def find(self, document: Document, hits: Mapping[str, Iterable[Hit]]) -> tuple[Written, ...]:
        """
        Every citation in the reading, in order.

        *hits* are the automaton's, by the names of ``literals``. Code is not read; spans count in ``document.text``.
        What one family has found no later one takes for something else: other courts come before Strasbourg, whose
        names any court's resemble; short forms after all that they may mean; laws last, for "ECHR 2011" beside a name
        is a report and not the Convention.
        """
        text = _in_one_line(document)
        order = ReadingOrder.of(document.blocks)
        emphasis = in_one(text, document.emphasis, self.words.all("versus"))
        others = self._of_other_courts(text, document, hits, emphasis)
        foreign = Cover(case.whole for case in others)
        dated = self.days.given(text, [*others, *self._of_strasbourg(text, document, hits, foreign, emphasis)])
        others, strasbourg = dated[: len(others)], dated[len(others) :]
        foreign = Cover(case.whole for case in others)
        cases = self.back_references.resolve_full(strasbourg, order, others)
        shorts = self.back_references.find(
            text,
            [*cases, *filter(_has_short_forms, others)],
            emphasis,
            hits["short-name"],
            hits["ibid"],
            hits["others-above"],
            order,
            [one for one in others if one.kind == "document-symbol" and one.family == "document"],
        )
        decisions = [*cases, *others, *(short for short in shorts if not foreign.holds(short.span.start))]
        decisions = self.pinpoints.read(text, decisions)
        # "Saadi v. Italy, cited above" is a short form and shows all the same before which court a draft pleads.
        laws = list(self._laws(text, hits, decisions, sum(case.kind != "appno" for case in cases)))
        decisions = _of_comments(decisions, laws, order)
        numbers = list(identifiers.find(text, hits["identifier"], [*cases, *others]))
        found = [
            *decisions,
            *laws,
            *numbers,
            *identifiers.named(text, numbers, decisions, self.of_ecli),
            *identifiers.published(text, hits["identifier"], laws, self.gazettes),
            *identifiers.items(text, hits["identifier"], self.of_item),
        ]
        return tuple(sorted(found, key=_place))

    def _of_other_courts(
        self, text: str, document: Document, hits: Mapping[str, Iterable[Hit]], emphasis: tuple[Span, ...]
    ) -> list[Written]:
        """Luxembourg, committees and other bodies, and the courts of the States, in this order of precedence."""
        notes = [block for block in document.blocks if block.reads_at is not None]
        found = [*self.cjeu.find(text, hits["number"], emphasis), *self.un.find(text, hits["number"], emphasis)]
        taken = Cover(case.whole for case in found)
        found += [
            one for one in self.documents.find(text, hits["document"]) if not taken.holds(one.parts[0].span.start)
        ]
        taken = Cover(case.whole for case in found)
        national = self.national_cases.find(
            text, hits["court"], hits["reporter"], hits["leading-case"], emphasis, notes
        )
        return found + [
            case for case in national if not taken.holds(case.span.start) and not self._reports_strasbourg(case)
        ]

    def _reports_strasbourg(self, case: Written) -> bool:
        """Whether it is a Strasbourg case in a British report: "Paposhvili v Belgium [2017] Imm AR 867"."""
        name, key = case.part("name"), case.key or ""
        if name is None or not key.startswith("uk:") or _NEUTRAL.search(key):
            return False
        return " v" in name.value and self.has_case(name.value)  # "Horvath [2001] 1 AC 489" names no respondent

    def _of_strasbourg(
        self,
        text: str,
        document: Document,
        hits: Mapping[str, Iterable[Hit]],
        foreign: Cover,
        emphasis: tuple[Span, ...],
    ) -> list[Written]:
        """Cases by name with their numbers, and numbers that stand alone."""
        is_title = Titles(document, self.titles, self.in_the_case).holds
        cases = [
            case
            for case in self.ecthr.cases(text, hits["versus"], emphasis, is_title)
            if not foreign.holds(case.span.start) and not foreign.holds(case.span.end - 1)
        ]
        beside = {case.span.start for case in cases if case.kind == "appno"}
        named = Cover(case.span for case in cases if case.kind != "appno")
        alone = self.ecthr.numbers(text, hits["number"], beside.__contains__, named.holds)
        cases += [number for number in alone if not foreign.holds(number.span.start)]
        return sorted(cases, key=_place)

    def _laws(
        self,
        text: str,
        hits: Mapping[str, Iterable[Hit]],
        decisions: Sequence[Written],
        cases: int,
    ) -> Iterator[Written]:
        """Statutes of the States, then instruments, then the articles that are tied to either."""
        in_a_decision = Cover(case.whole for case in decisions)
        begin = Places(
            start
            for kind in ("instrument", "noun")
            for start, end, _ in hits[kind]
            if kind == "noun" or not _LEADS_ITS_OWN.match(text, end)
        )
        statutes = self.statutes.find(text, hits["statute"], in_a_decision.holds, begin.has)
        in_a_statute = Cover(statutes.covered)
        coded = Cover(Span(max(0, start - 8), end + 16) for start, end, _ in hits["identifier"])
        treaties = [
            mention
            for mention in self.instruments.mentions(
                text, hits["instrument"], hits["noun"], hits["written"], hits["number"]
            )
            if not in_a_decision.holds(mention.start)
            and not in_a_statute.holds(mention.start)
            and not (mention.key == "ECHR" and coded.holds(mention.start))  # "ECLI:CE:ECHR:2011:…"
        ]
        otherwise, bodies = meant_otherwise(text, self.words, treaties)
        treaties = [mention for mention in treaties if text[mention.start : mention.end] not in otherwise]
        treaties = list(as_defined(text, self.words, treaties))
        mentions = Mentions(sorted([*treaties, *statutes.mentions], key=lambda mention: mention.start))
        mentions = mentions.with_more(own_terms(text, self.words, mentions))
        # "AM (Art 3; health cases) Zimbabwe [2022] UKUT 131", "Piersack v. Belgium (Article 50)" cite no article.
        in_a_name = Cover(
            sorted(
                [case.span for case in decisions if case.family == "national-case"]
                + [part.span for case in decisions for part in case.all("kind") if case.family == "ecthr"]
            )
        )
        articles = (hit for hit in hits["article"] if not in_a_statute.holds(hit[0]) and not in_a_name.holds(hit[0]))
        treaty_of = {body["key"]: body["treaty"] for body in self.bodies if "treaty" in body}
        articles_of = self._articles_of(statutes.written)
        pleaded = _addressed(text)
        antecedents = Antecedents(
            text,
            self.words,
            mentions,
            self.exists,
            self.committees,
            treaty_of,
            {body["key"]: body["comments"] for body in self.bodies if "comments" in body},
            home=pleaded or _home(text, cases, mentions),
            pleaded=pleaded is not None,
            courts=self.courts_of_treaties,
            together={
                body["treaty"]: tuple(tuple(words) for words in body["together"])
                for body in self.bodies
                if "together" in body
            },
            of_strasbourg=sorted(case.span.end for case in decisions if case.family == "ecthr" and case.kind == "case"),
        )
        in_signs = _in_signs(statutes.written) - {key for places in articles_of.values() for _, key in places}
        ties = Ties(text, self.words, mentions, self.exists, antecedents, articles_of, in_signs)
        ends = sorted({section.whole.end for section in statutes.written})
        groups = deque(
            ties.freed(group) for group in self.provisions.groups(text, articles, mentions, ends, in_a_statute.holds)
        )
        yield from statutes.written
        used = set(statutes.used)
        for keys in ties.tie(groups):
            group = groups.popleft()  # gone once it is written: a long brief has tens of thousands
            if group.mention is None and self.statutes.sections.leads_on(text, group.end):
                # "art. 5 ustawy z 1997 r.": of a statute that nobody knows here, not of the one named last.
                keys = tuple(None if key is None or is_national(key) else key for key in keys)
            if group.is_rule and keys[0] is None and text[group.start].isdigit():
                continue  # "36. noteikums": small letters behind a number, anybody's rule
            form = "full" if group.mention is None or group.mention.key else "defined-term"
            group = ties.resumed(ties.in_letters(group, keys), keys)
            yield from map(_own_law, provisions_module.written(text, group, keys, form))
            if group.mention is not None:
                used.add(group.mention.start)
        begins = sorted({case.whole.start for case in decisions if case.kind != "short-form"})

        def of_a_court(mention: Mention) -> bool:
            letters = text[mention.start : mention.end]
            if letters in bodies:
                return True
            return letters in self._courts_in_letters and self.days.names_the_court(text, mention.end, begins)

        named = {case.span.start for case in decisions if case.family == "ecthr"}
        yield from _instruments(text, mentions, used, antecedents, lambda: self._paragraphs, named, of_a_court)

    @cached_property
    def _courts_in_letters(self) -> frozenset[str]:
        """The letters that are a court's or committee's as often as its treaty's: "CEDH", "CAT"."""
        bodies = (name for names in self.committees.values() for name in names if name.isupper())
        return frozenset((*_SHORT_FOR_THE_COURT, *bodies))

    @cached_property
    def _paragraphs(self) -> re.Pattern[str]:
        """The paragraphs behind a document: "UNHCR Handbook, para. 196", "General Comment No. 4 (2017), § 9"."""
        paragraph = any_of(self.words.all("paragraph"))
        one = r"\d{1,3}(?![\d/])(?:\s?[-–]\s?\d{1,3}(?![\d/]))?"
        return re.compile(
            rf"(?:\s\((?:19|20)\d\d\))?[,\s(]{{1,2}}(?:at\s)?(?P<paragraphs>{paragraph}\s?{one}(?:(?:,\s|\sand\s|\set\s|\si\s){one})*)"
        )

    def _articles_of(self, sections: Iterable[Written]) -> Mapping[str, tuple[tuple[int, str], ...]]:
        """The articles of statutes that call them so, as a later "artikel 42" may mean them."""
        words = tuple(word.lower() for word in (*self.words.all("article", "articles", "article_behind"),))
        found: dict[str, list[tuple[int, str]]] = {}
        for one in sections:
            key, _, section = (one.key or "").rpartition(":")
            if key and any(word in one.text.lower() for word in words):
                found.setdefault(section.partition("(")[0], []).append((one.span.start, key))
        return {article: tuple(places) for article, places in found.items()}

    @cached_property
    def courts_of_treaties(self) -> Mapping[str, tuple[str, ...]]:
        """`BODIES`, with the short names of the Strasbourg Court in every language ("EGMR", "ETPC")."""
        court = set(self.words.all("court")) - _SHORT_FOR_THE_COURT  # which stand for the Convention as often
        return {**BODIES, "ECHR": (*BODIES["ECHR"], *court)}


def _in_signs(sections: Iterable[Written]) -> frozenset[str]:
    """The statutes with a section behind "§", and those whose sections are called so: an Act has no articles."""
    return frozenset(
        ":".join((one.key or "").split(":")[:2])
        for one in sections
        if "§" in one.text or one.text.lower().startswith(_CALLED_SECTIONS)
    )


_CALLED_SECTIONS = ("section", "subsection", "s.", "s ", "ss.", "ss ", "paragraph", "para")


def _of_comments(decisions: list[Written], laws: Sequence[Written], order: ReadingOrder) -> list[Written]:
    """The decisions again, an "ibid." behind a general comment meaning that: comments are read after decisions."""
    comments = [law for law in laws if law.kind == "document-symbol" and ":GC" in (law.key or "")]
    ibids = [one for one in decisions if one.form == "ibid"] if comments else []
    tied: dict[Span, Written] = {}
    for ibid in ibids:
        in_a_note = order.note_at(ibid.span.start) is not None
        near = [
            one
            for one in comments
            if one.span.end <= ibid.span.start and (order.note_at(one.span.start) is not None) is in_a_note
        ]
        last = near[-1] if near else None
        if last is None or ibid.span.start - last.span.end > REACH_OF_IBID:
            continue
        if not any(last.span.end <= one.span.start < ibid.span.start for one in decisions):
            tied[ibid.span] = evolve(ibid, refers_to=last.span, family=last.family)
    return [tied.get(one.span, one) for one in decisions]


def _has_short_forms(case: Written) -> bool:
    """Whether the draft may come back to it by a short name."""
    if case.family == "national-case":
        return True
    return case.family in ("cjeu", "un") and case.kind == "case" and case.part("name") is not None


def _in_one_line(document: Document) -> str:
    """
    The reading with its line breaks as spaces, code point for code point, and the end of each block as a character
    that no grammar takes for a space: a citation runs on over a line, never from a heading into the paragraph below
    it.
    """

    def pieces() -> Iterator[str]:
        done = 0
        for block in document.blocks:
            edge = block.span.end
            if done <= edge < len(text) and text[edge].isspace():
                yield text[done:edge].replace("\n", " ")
                yield "\0"
                done = edge + 1
        yield text[done:].replace("\n", " ")

    text = document.text
    return joined(pieces(), len(text))


class Titles:
    """Where the title of the draft may stand: headings and short lines on its first page that are no sentences."""

    def __init__(self, document: Document, introducing: tuple[str, ...], in_the_case: tuple[str, ...] = ()) -> None:
        self._text = document.text
        self._introducing = introducing
        self._in_the_case = in_the_case
        self._lines = [
            block.span
            for block in document.blocks[:60]
            if block.span.start < OWN_CASE_WITHIN
            and block.kind in ("heading", "body", "cell")
            and block.span.end - block.span.start <= LONGEST_TITLE
        ]
        self._lines += _of_a_title_page(document, in_the_case)

    def holds(self, case: Span) -> bool:
        """
        Whether such a line begins with the case, or with "Application no. …" or "In the case of" before it; the
        Court's own judgments have it in capitals, whatever stands around.

        A line with a full stop at its end is a sentence, unless it has hardly more than the case:
        "A.H.M. v. Denmark. 3 October 2026."
        """
        if case.start < OWN_CASE_WITHIN and _HEAD_OF_A_JUDGMENT.search(
            self._text, max(0, case.start - LONGEST_HEAD), case.start
        ):
            return True
        line = next((line for line in self._lines if line.covers(case)), None)
        if line is None:
            return False
        text = self._text[line.start : line.end].rstrip()
        is_ended = text[-1:] in (".", ";", ",") and not _ABBREVIATED.search(text)
        if is_ended and text[-1] == "." and _HEADED_ON.match(self._text, case.end):
            return not self._text[line.start : case.start].strip(
                ' #*_—–-:("'
            )  # "X v. Y, no. 1/26 – further submissions."
        if is_ended and len(text) - (case.end - case.start) > LONGEST_DATE:
            return False
        before = self._text[line.start : case.start].lower().strip(' #*_—–-:("')
        return (
            not before
            or any(word in before for word in self._introducing)
            or f"{before} ".startswith(self._in_the_case)
            or _ANOTHER.fullmatch(before) is not None
        )


def _of_a_title_page(document: Document, in_the_case: tuple[str, ...]) -> list[Span]:
    """The lines of a title that is one long block among the first, and no sentence."""
    lines: list[Span] = []
    for block in document.blocks[:BLOCKS_OF_A_TITLE]:
        start, end = block.span
        words = document.text[start:end]
        if end - start <= LONGEST_TITLE or end > OWN_CASE_WITHIN or words.rstrip()[-1:] in (".", ";", ",", ":"):
            continue
        for line in words.splitlines(keepends=True):
            if "\n" in words and line.strip().lower().startswith(in_the_case):
                lines.append(Span(start, start + len(line.rstrip())))
            start += len(line)
    return lines


_HEADED_ON = late(r"[*_]{0,3}\s[–—]\s")
# "K.L. and": the register has a case of the other applicant's initials alone.
_ANOTHER = late(r"(?:[^\W\d_]\.(?:\s?-?)){1,4},?\s(?:[^\W\d_]{1,3}|&)")
# "18 września 2026 r.", «3 марта 2026 г.», "2026 m. kovo 3 d.": the stop is that of the year or the day.
_ABBREVIATED = late(r"\d{4}\s(?:r|m|г|р)\.$|\d\sd\.$")
# "CASE OF I v. SWEDEN", "AFFAIRE M.S.S. c. BELGIQUE ET GRÈCE": how the Court heads its judgments.
_HEAD_OF_A_JUDGMENT = late(r"(?:^|[\s\0])(?:CASE\sOF|AFFAIRE|In\sthe\scase\sof|En\sl'affaire)\s$")


def _place(citation: Written) -> tuple[int, int, str]:
    return citation.span.start, citation.span.end, citation.kind


class Cover:
    """Which places lie inside one of some spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in ordered]
        # How far those up to each one reach: one may lie inside another.
        self._ends = list(accumulate((span.end for span in ordered), max))

    def holds(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and self._ends[index] > offset


class Places:
    """Many places, in a tenth of the memory of a set."""

    def __init__(self, places: Iterable[int]) -> None:
        self._places = array("I", sorted(places))

    def has(self, place: int) -> bool:
        index = bisect_left(self._places, place)
        return index < len(self._places) and self._places[index] == place


# The bodies that watch a convention, as drafts name them.
BODIES = {
    "ECHR": (
        "European Court of Human Rights", "Cour européenne des droits de l", "Gerichtshof für Menschenrechte",
        "Trybunał Praw Człowieka", "Trybunału Praw Człowieka", "Europadomstolen",
        "Europos Žmogaus Teisių Teism", "Европейский Суд",
        "Европейского Суда", "Европейским Судом", "Європейського суду з прав",
        "Eiropas Cilvēktiesību ties", "ihmisoikeustuomioistui", "Inimõiguste Koh",
        "Tribunal Europeo de Derechos Humanos",
        "Corte europea dei diritti", "Європейський суд з прав", "Emberi Jogok Európai Bíróság",
    ),
    "CAT": ("Committee against Torture", "Committee Against Torture", "Comité contre la torture", "CAT/C/"),
    "CRC": ("Committee on the Rights of the Child", "CRC/C/"),
    "ICCPR": ("Human Rights Committee", "CCPR/C/"),
}  # fmt: skip
# How those that a draft addresses are called besides, in its first lines.
ADDRESSED = {
    "CAT": (
        "Ausschuss gegen Folter", "Comité contra la Tortura", "Comitato contro la tortura",
        "Komitet przeciwko Torturom", "Komitetu przeciwko Torturom", "Komitetowi przeciwko Torturom",
        "Комитет против пыток", "Комитету против пыток", "Комітет проти катувань", "Komitetui prieš kankinimą",
        "Komitejai pret spīdzināšanu",
    ),
    "CRC": (
        "Comité des droits de l'enfant", "Ausschuss für die Rechte des Kindes", "Komitet Praw Dziecka",
        "Komitetu Praw Dziecka", "Vaiko teisių komitet", "Bērna tiesību komitej", "Комитет по правам ребёнка",
        "Комитет по правам ребенка", "Комитету по правам ребёнка", "Комитету по правам ребенка",
    ),
    "ICCPR": (
        "Comité des droits de l'homme", "Menschenrechtsausschuss", "Комитет по правам человека",
        "Комитету по правам человека", "Komitet Praw Człowieka", "Komitetu Praw Człowieka", "Žmogaus teisių komitet",
    ),
}  # fmt: skip
# A title that asks under the Court's own Rule 39 addresses it, whether it names it or not.
UNDER_RULE_39 = (
    "rule 39 of the rules of court", "article 39 du règlement de la cour", "regel 39 der verfahrensordnung des gericht",
    "artikel 39 der verfahrensordnung des gericht", "reguły 39 regulaminu trybunału", "regułą 39 regulaminu trybunału",
    "reguły 39 regulaminu etpcz", "teismo reglamento 39 taisykl", "tiesas reglamenta 39. ",
    "правила 39 регламента суда", "правилом 39 регламента суда", "правилу 39 регламента суда",
)  # fmt: skip
# The head of a document says before whom it pleads: what stands there counts so many times.
HEAD, HEAD_WEIGHT = 1_500, 4
# The court that a draft addresses stands among its first lines, behind so many letters of "To the Registrar of the".
HEAD_OF_A_PLEADING, LONGEST_ADDRESS, BEFORE_A_COURT = 700, 160, 40
# A committee's own symbol so near the beginning is that of the document itself, and outweighs all it cites.
SYMBOL_WITHIN, SYMBOL_WEIGHT = 300, 40


def _addressed(text: str) -> str | None:
    """
    The treaty of the court or committee whose name stands at the head, in a line that is no sentence: "EUROPEAN COURT
    OF HUMAN RIGHTS", "An den Europäischen Gerichtshof für Menschenrechte, Straßburg".
    """
    start = 0
    for line in text[:HEAD_OF_A_PLEADING].split("\0")[:-1]:
        plain = line.strip(" #*_").lower()
        if (
            start + len(line) < HEAD_OF_A_PLEADING
            and len(plain) <= LONGEST_ADDRESS
            and plain[-1:] not in (".", ";", ":")
        ):
            for key, names in BODIES.items():
                for at in (plain.find(name.lower()) for name in (*names, *ADDRESSED.get(key, ())) if name[-1] != "/"):
                    if 0 <= at <= BEFORE_A_COURT and not any(sign.isdigit() for sign in plain[:at]):
                        return key
            if "39" in plain and any(name in plain for name in UNDER_RULE_39):
                return "ECHR"
        start += len(line) + 1
    return None


def _home(text: str, cases: int, mentions: Mentions) -> str | None:
    """
    The treaty that the document calls "the Convention" without saying so: that of its court or committee.

    *cases* is how many Strasbourg cases it cites. ``None`` where two are in play and neither leads clearly.
    """
    weight: Counter[str] = Counter()
    for mention in mentions:
        if mention.key is not None and mention.noun == "convention":
            weight[mention.key] += HEAD_WEIGHT if mention.start < HEAD else 1
    head = text[:HEAD]
    if not weight and any(
        (mention.key or "").startswith("ECHR-P") and not text[mention.end - 1].isdigit() for mention in mentions
    ):
        weight["ECHR"] += 1  # "Protocol No. 4 to the Convention", and no other treaty in sight
    for key, names in BODIES.items():
        for name in names:
            weight[key] += 2 * text.count(name) + (HEAD_WEIGHT if name in head else 0)
            if name.endswith("/C/") and name in head[:SYMBOL_WITHIN]:
                weight[key] += SYMBOL_WEIGHT
    weight["ECHR"] += cases
    (first, most), (_, second) = [*weight.most_common(2), (None, 0), (None, 0)][:2]
    return first if most > 2 * second else None


def _own_law(provision: Written) -> Written:
    """A provision that the context ties to a State's own law is of that kind."""
    if provision.key is None or not is_national(provision.key):
        return provision
    return evolve(provision, kind="national-statute", family="national")


def _instruments(
    text: str,
    mentions: Mentions,
    used: set[int],
    antecedents: Antecedents,
    paragraphs: Callable[[], re.Pattern[str]],
    named: Set[int],
    of_a_court: Callable[[Mention], bool],
) -> Iterable[Written]:
    """*named* is where the names of Strasbourg cases begin; *of_a_court* says that letters lead a decision."""
    for mention in mentions:
        if mention.start in used:
            continue
        key = mention.key
        if (key == "ECHR" and _is_the_court(text, mention, named)) or of_a_court(mention):
            continue
        if key and key.startswith("ECHR-P") and not antecedents.strasbourg and text[mention.end - 1].isdigit():
            continue  # minutes of a meeting have numbers too; beside an article or with "to the Convention" it is ours
        if key is None and mention.hint:
            key = antecedents.of_noun(mention)
            if key is None:
                continue
        if key is None:
            if not text[mention.start].isupper() and mention.noun not in ("directive", "regulation"):
                continue  # "the convention" in small letters counts beside an article only
            if mention.noun in ("directive", "regulation", "protocol", "charter", "covenant") and not _definite(
                text, mention
            ):
                continue
            key = antecedents.of_noun(mention)
            if key is None:
                continue
        span = Span(mention.start, mention.end)
        written = text[mention.start : mention.end]
        # "uk:…", "us:INA": the contract counts a State's law apart from instruments,
        # and UN documents ("cat:GC4") from both.
        national, document = is_national(key), key.partition(":")[0].islower()
        behind = paragraphs().match(text, mention.end) if document and not national else None
        below = (
            (Part("paragraphs", Span(*behind.span("paragraphs")), pinpoint(behind["paragraphs"])),) if behind else ()
        )
        yield Written(
            span=span,
            whole=Span(mention.start, behind.end()) if behind else span,
            text=written,
            kind="national-statute" if national else "document-symbol" if document else "instrument",
            family="eu-act" if key.startswith("EU:") else "national" if national else "treaty",
            form=mention.form,
            key=key,
            parts=(Part("instrument", span, written), *below),
        )


# "[2010] UKSC 31" is of a court, "[2017] Imm AR 867" of a series.
_NEUTRAL = late(r"\]\s(?:UK|EW|CS|NI|SC)[A-Z]")
# "CEDH, 21 janvier 2011", "ECHR judgment", "Cour CEDH": the letters stand for the Court.
_OF_THE_COURT = late(
    r"[,:]?\s?\(?(?:\d{1,2}(?:er)?\.?\s[^\W\d_]{3,10}\.?\s\d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}|\[?G\.?[CK]\b|Grand|Gde|[Gg]r\.|grande"
    r"|\[\d{4}\]|(?:199[6-9]|20\d\d)(?!\w)|(?:has\s)?(?:held|ruled|found)\b|judgments?\b|rulings?\b|case[\s-]law\b|jurisprudence\b|arrêts?\b|audience\b|req\."
    r"|(?:a\s)?(?:jugé|condamn|estim|considér|rappel)|\d(?:re|e|ème|ère|a)\ssec|plén|Plén|déc|Déc|sect|Sect|sent\.|sentenza\b|sentencia\b|Urt|wyrok)"
)
# "88 § 1 momentti Euroopan ihmisoikeussopimus 3 ja 13 artikla": the treaty leads its own list, and ends no other.
_LEADS_ITS_OWN = late(r"\s\d{1,3}(?![\d/])")
_OF_A_REPORT = late(r"\[\d{4}\]\s$")  # "[2000] ECHR 705"
_SHORT_FOR_THE_COURT = frozenset(("ECHR", "CEDH", "CEDU", "TEDH"))


def _is_the_court(text: str, mention: Mention, named: Set[int]) -> bool:
    """Whether letters that are the Convention's beside an article stand for its Court here."""
    if text[mention.start : mention.end] not in _SHORT_FOR_THE_COURT:
        return False
    before = text[max(0, mention.start - 8) : mention.start]
    return (
        _OF_THE_COURT.match(text, mention.end) is not None
        or before.endswith(("Cour ", "Corte ", "Court "))
        or _OF_A_REPORT.search(before) is not None
        or (text[mention.end : mention.end + 2] == ", " and mention.end + 2 in named)  # "CEDH, Saadi c. Italie"
    )


def _definite(text: str, mention: Mention) -> bool:
    """ "the said Directive", "that Regulation": a directive somewhere ("an EU directive") is no citation."""
    before = text[max(0, mention.start - 12) : mention.start].lower()
    return before.endswith(("the ", "that ", "this ", "said ", "same ", "la ", "le ", "cette ", "ladite "))
