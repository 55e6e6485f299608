"""Treaties, EU acts, statutes, general comments: their names, their articles, and when they governed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from attrs import field, frozen

from refoulement_lint.late import late
from refoulement_lint.model import Validity
from refoulement_lint.registers.timeline import Timeline

_NO_ARTICLE = (
    "Protocol No.",
    "General Comment",
    "Joint General",
    "ExCom",
    "Act ",
    "Regulation",
    "UNHCR",
    "proposal",
    "amendment",
    "8 C.F.R.",
)
_PROVISION = late(r"(?P<article>\d+)(?P<section>[A-Z]{0,2}|[a-z]{0,2})(?P<below>(?:\([^()]{1,8}\))*)")
_BESIDE = late(r"(?:recital (?P<recital>\d{1,3})|Annex (?P<annex>\d{1,2}|[IVX]{1,5}))(?:\([^()]{1,8}\))*")
# How far beyond a count that nobody checked a number must lie before anything is said.
_MARGIN = {"recitals": 5, "annexes": 1}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LONGEST_SHORT_TITLE = 85
# Documents that govern from their adoption, having no entry into force.
_WITHOUT_FORCE = frozenset({"soft-law", "general-comment", "ga-resolution", "declaration"})


class Name(NamedTuple):
    """
    One way in which an instrument is named.

    *case*: only in these capitals. *ambiguous*: the words alone may mean something else. *wrong*: seen often, and not
    its name.
    """

    text: str
    key: str
    lang: str
    case: bool
    ambiguous: bool
    wrong: bool
    comment: str


class Verdict(NamedTuple):
    """
    What is known of one provision.

    *word*: ``exists``, ``no-such-article``, ``no-such-paragraph``, ``no-such-point``, ``unnumbered`` (the article has
    no numbered paragraphs) or ``unknown``. *says* tells what there is, *last* is the highest number that exists,
    *nearest* the provision that may be meant (``"3"`` for ``"3(1)"``). *verified* says whether somebody counted in
    the text; *from_memory* that nobody did, and that a statute is said to have no such part all the same, for a note.
    """

    word: str
    says: str = ""
    last: str = ""
    nearest: str = ""
    proposal: str = ""
    source: str = ""
    verified: bool = False
    from_memory: bool = False

    @property
    def verdict(self) -> str:
        """The same as *word*."""
        return self.word


class Begun(NamedTuple):
    """
    Since when single sections of a statute govern; *fact* is the date that decides where that is not the day itself.
    """

    at: tuple[str, ...]
    since: date
    says: str
    fact: str = ""
    source: str = ""
    verified: bool = False


class Saving(NamedTuple):
    """
    When an act goes on governing after its end.

    *fact* is the date that decides (``application-lodged``, ``application-registered``, ``decision``, ``facts``) and
    must lie before *before*; or it is ``state``, and *states* are the ones for which the act stays.
    """

    fact: str
    says: str
    before: date | None = None
    states: tuple[str, ...] = ()
    source: str = ""
    verified: bool = False


class Ended(NamedTuple):
    """Single provisions that ceased to apply while the act went on: their numbers, and their last day."""

    at: tuple[str, ...]
    until: date
    says: str
    source: str = ""
    verified: bool = False


@frozen(kw_only=True, eq=False, repr=False)
class Instrument:
    """One treaty, act, statute or document; dates are ISO strings, shorter where no more is known."""

    key: str
    title: str
    kind: str
    body: str
    status: str
    status_detail: str = ""
    adopted: str = ""
    in_force: str = ""
    applies_from: str = ""
    applies_until: str = ""
    transposition: bool = False
    printed: str = ""
    successor: tuple[str, ...] = ()
    not_party: tuple[str, ...] = ()
    not_bound: tuple[str, ...] = ()
    not_bound_source: str = ""
    """Where *not_bound* is from, when it is not from the instrument's own sources; then nobody has checked it."""
    only_listed: bool = False
    """Whether only the States of the table of parties can be bound, so that one without a row is not."""
    traps: tuple[str, ...] = ()
    citation: Mapping[str, Any] = field(factory=dict)
    saved: tuple[Saving, ...] = ()
    ended: tuple[Ended, ...] = ()
    begun: tuple[Begun, ...] = ()
    known_until: str = ""
    """The last day of which it is known whether an act with an end that was put off again and again governs."""
    repeals: tuple[str, ...] = ()
    confused_with: tuple[str, ...] = ()
    beside_an_article: Mapping[str, str] = field(factory=dict)
    """Its name as it stands beside an article, by language: ``{"de": "des Protokolls Nr. 4 zur EMRK"}``."""
    provisions: Mapping[str, str] = field(factory=dict)
    """What single provisions are about: ``{"59": "safe third country"}``."""
    sources: tuple[str, ...] = ()
    verified: bool = False

    @property
    def timeline(self) -> Timeline[str] | None:
        """
        ``"adopted"``, ``"in force"``, ``"applies"`` and ``None`` after the end, by day; ``"open"`` from the day on of
        which nobody looked; ``None`` when no day is known.

        A directive "applies" from the end of its time for transposition.
        """
        days: dict[date, str | None] = {}
        for written, state in ((self.adopted, "adopted"), (self.in_force, "in force")):
            # The Rules of Court were adopted on 4 November 1998 with effect from the first: not "adopted" again then.
            if len(written) == 10 and not (state == "adopted" and written > (self.in_force or written)):
                days[date.fromisoformat(written)] = state
        start = self.applies_from or self.in_force or (self.adopted if self.kind in _WITHOUT_FORCE else "")
        if len(start) == 10:
            days[date.fromisoformat(start)] = "applies"
        if len(self.known_until) == 10:
            days[date.fromisoformat(self.known_until) + timedelta(days=1)] = "open"
        if len(self.applies_until) == 10:
            days[date.fromisoformat(self.applies_until) + timedelta(days=1)] = None
        return Timeline.of(days) if days else None


# "OJ L 180, 29.6.2013, p. 60" and, since October 2023, "OJ L, 2024/1346, 22.5.2024".
_NO_ACCENTS = str.maketrans("éèêëàâçîïôûùÉÈÊÀÇÎÔ", "eeeeaaciiouuEEEACIO")
_GAZETTE = late(r"OJ ([LC])(?:, (\d{4}/\d{1,5})| (\d{1,3}), [\d.]+?(\d{4}), p\. (\d+))")


# Whose statutes are divided into sections, and whose into paragraphs with a sign.
_SECTIONS = frozenset("uk ca au nz ie us za hk".split())
_SIGNS = frozenset("de at".split())


def _word_for(key: str, name: str) -> str:
    """What the provisions of an instrument are called: "section 32", "regulation 5", "§ 60", "Article 3"."""
    country = key.partition(":")[0] if ":" in key else ""
    if country in _SIGNS:
        return "§"
    if country not in _SECTIONS:
        return "Article"
    return "regulation" if "Regulations" in name else "paragraph" if "Rules" in name else "section"


class Instruments:
    """All instruments of the register; a record becomes a value when somebody asks for it."""

    def __init__(self, records: Iterable[Mapping[str, Any]]) -> None:
        self._records = {record["key"]: record for record in records}
        self._known: dict[str, Instrument] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every name of every instrument, wrong ones included."""
        return tuple(
            Name(
                " ".join(name["text"].split()),
                key,
                name["lang"],
                name.get("case", False),
                name.get("ambiguous", False),
                name.get("wrong", False),
                name.get("comment", ""),
            )
            for key, record in self._records.items()
            for name in record.get("name", ())
        )

    @cached_property
    def symbols(self) -> Mapping[str, str]:
        """The symbol of a UN document, ``"CCPR/C/21/Rev.1/Add.13"`` → the key of the general comment that it is."""
        found: dict[str, set[str]] = {}
        for key, record in self._records.items():
            if ":GC" in key:
                for symbol in record.get("citation", {}).get("un_doc", ()):
                    found.setdefault(symbol, set()).add(key)
        return {symbol: keys.pop() for symbol, keys in found.items() if len(keys) == 1}

    @cached_property
    def gazettes(self) -> Mapping[str, str]:
        """Where an act of the Union is published, ``"L 180/60 2013"`` or ``"L 2024/1346"`` → its key."""
        found: dict[str, set[str]] = {}
        for key, record in self._records.items():
            for place in _GAZETTE.finditer(record.get("citation", {}).get("oj", "")):
                found.setdefault(f"{place[1]} {place[2] or f'{place[3]}/{place[5]} {place[4]}'}", set()).add(key)
        return {place: keys.pop() for place, keys in found.items() if len(keys) == 1}

    @cached_property
    def writings(self) -> tuple[tuple[str, str, str], ...]:
        """
        How instruments are written in languages that inflect: (text with ``*`` for endings, key, kind); French without
        its accents too, as it stands in capitals.
        """
        return tuple(
            (one, key, kind)
            for kind in ("written", "titles", "usually", "formerly")
            for key, record in self._records.items()
            for language, texts in record.get(kind, {}).items()
            for text in texts
            for one in (dict.fromkeys((text, text.translate(_NO_ACCENTS))) if language == "fr" else (text,))
        )

    def get(self, key: str) -> Instrument | None:
        """The instrument of that key, or ``None`` when the register has none."""
        if key not in self._known and key in self._records:
            self._known[key] = _instrument(self._records[key])
        return self._known.get(key)

    def printed(self, key: str) -> str:
        """The instrument as a brief names it, ``"Directive 2011/95/EU"``; the key itself when it is not held."""
        instrument = self.get(key)
        return instrument.printed if instrument else key

    def named(self, key: str) -> str:
        """The same inside a sentence: ``"the Convention against Torture"``, ``"Directive 2011/95/EU"``."""
        printed = self.printed(key)
        return printed if key.startswith("EU:") or printed.startswith(_NO_ARTICLE) else f"the {printed}"

    def provision(self, target: str) -> str:
        """
        A provision as a brief writes it: ``ECHR:35(1)`` → ``"Article 35 § 1 of the European Convention on Human
        Rights"``.
        """
        key, _, place = target.rpartition(":")
        if not key or key not in self._records:
            return target
        if key.startswith(("ECHR", "ECtHR")):
            place = re.sub(r"\((\d+)\)", r" § \1", place).replace("(", " (")
        if key == "ECtHR-Rules":
            return f"Rule {place} of {self.named(key)}"
        return f"{_word_for(key, self.named(key))} {place} of {self.named(key)}"

    def exists(self, key: str, provision: str) -> Verdict:
        """
        Whether *provision* (``"33(1)"``, ``"1A(2)"``, ``"15(b)"``) exists in the instrument of that key, as far as is
        known.
        """
        if key not in self._records and " " in provision:
            # "us:8 USC 1158(b)": in the act's own key a space joins its parts.
            act, _, provision = provision.rpartition(" ")
            key = f"{key}:{act}"
        structure = self._records.get(key, {}).get("structure")
        if structure is not None and "outline" in structure:
            # "8 U.S.C. § 1158" and "section 72 of the Nationality, Immigration and Asylum Act 2002".
            named, code = self.named(key), self.printed(key)
            called = f"{code} § {{}}" if code[0].isdigit() else f"{_word_for(key, named)} {{}} of {named}"
            return _outlined(structure, called[0].upper() + called[1:], provision)
        if structure is not None and (beside := _BESIDE.fullmatch(provision)) is not None:
            return _beside_the_articles(structure, self.named(key), beside)
        parsed = _PROVISION.fullmatch(provision)
        if structure is None or parsed is None:
            return Verdict(word="unknown")
        found = _Article(structure, self.named(key), parsed["article"], parsed["section"])
        below = re.findall(r"\(([^()]+)\)", parsed["below"])
        return found.verdict(below)

    def decided_by(self, key: str, place: str = "") -> frozenset[str]:
        """
        The facts whose day decides between the act of that key and its neighbours, as their saving clauses name them;
        or whether its section *place* governs.
        """
        instrument = self.get(key)
        if instrument is None:
            return frozenset()
        begun = _begun(instrument, place)
        if begun is not None:
            return frozenset((begun.fact,) if begun.fact else ())
        clauses = [
            *instrument.saved,
            *(saving for old in instrument.repeals if (held := self.get(old)) for saving in held.saved),
        ]
        return frozenset(saving.fact for saving in clauses if saving.before is not None)

    def stays_for(self, key: str, state: str) -> bool:
        """Whether the act goes on binding that State, which takes no part in what followed."""
        instrument = self.get(key)
        return instrument is not None and any(state in saving.states for saving in instrument.saved)

    def validity(self, key: str, day: date, place: str = "") -> Validity:
        """Whether the act, or its provision *place*, governed on *day*, what followed it, and when it stays."""
        instrument = self.get(key)
        ended = (
            next((one for one in instrument.ended if place.partition("(")[0] in one.at), None) if instrument else None
        )
        if ended is not None and day > ended.until:
            return Validity(
                "repealed", None, ended.until + timedelta(days=1), "", ended.says, ended.source, ended.verified
            )
        begun = _begun(instrument, place) if instrument else None
        if begun is not None:
            verdict = "not-yet" if day < begun.since else "governs"
            return Validity(verdict, begun.since, None, "", begun.says, begun.source, begun.verified)
        timeline = instrument.timeline if instrument else None
        if instrument is None or timeline is None:
            return Validity(verdict="unknown")
        state = timeline.on(day)
        ends = next(
            (start for start, version in zip(timeline.starts, timeline.versions, strict=True) if version is None), None
        )
        starts = next(
            (start for start, version in zip(timeline.starts, timeline.versions, strict=True) if version == "applies"),
            None,
        )
        if state == "applies":
            verdict = "governs"
        elif ends is not None and day >= ends:
            verdict = "repealed"
        elif state == "open":
            verdict, ends = "open", timeline.since(day)
        else:
            verdict = "not-yet" if starts is not None else "unknown"
        return Validity(
            verdict=verdict,
            since=starts,
            until=ends,
            successor="; ".join(self.printed(successor) for successor in instrument.successor),
            saving=" ".join(saving.says for saving in instrument.saved),
            source="; ".join(instrument.sources[:2]),
            verified=instrument.verified,
        )


def _beside_the_articles(structure: Mapping[str, Any], printed: str, written: re.Match[str]) -> Verdict:
    """Whether a recital or an annex exists, where their number is known."""
    kind = "recitals" if written["recital"] else "annexes"
    last = structure.get(kind)
    if last is None:
        return Verdict(word="unknown")
    number = written["recital"] or written["annex"]
    count = int(number) if number.isdigit() else _as_number(number)
    verified = structure["verified"]
    if 1 <= count <= last + (0 if verified else _MARGIN[kind]):
        # A count that nobody checked shows what is far out, and verifies nothing.
        word = "exists" if verified else "unknown"
        return Verdict(word=word, source=" ".join(structure["source"].split()), verified=verified)
    says = f"{printed[0].upper()}{printed[1:]} has {last} {kind}"
    if not verified:
        says += " as far as this register knows (not checked against the text)"
    return Verdict(word="no-such-article", says=says, last=str(last), verified=verified)


def _as_number(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _outlined(structure: Mapping[str, Any], called: str, provision: str) -> Verdict:
    """
    The first part of *provision*, from the outermost in, that is none of those read in the text; ``unknown`` where
    nobody read what the innermost stands in. *called* is how a section is named, with ``{}`` for its number.
    """
    outline = structure["outline"]
    parts = re.findall(r"\(([^()]+)\)", provision)
    where, word = provision.partition("(")[0], "unknown"
    verified = structure["verified"] and where not in structure.get("unverified_articles", ())
    source = " ".join(structure["source"].split())
    last, number = structure.get("articles"), re.match(r"\d+", where)
    if last is not None and number is not None and int(number[0]) > last:
        says = f"The last is {called.replace('{}', str(last))}"
        return Verdict(word="no-such-article", says=says, last=str(last), source=source, verified=structure["verified"])
    for part in parts:
        there = outline.get(where)
        held = {_is_among(part, some) for some in there.split(", ")} if there is not None else {True}
        if held == {None}:
            break
        if there is not None and True not in held:
            known = re.sub(r"[^\s,-]+", r"(\g<0>)", there).replace(")-(", ") to (")
            says = f"{called.replace('{}', where)} has {known}"
            if not verified:
                says += " as far as this register knows (not checked against the text)"
            kind = "no-such-point" if "(" in where else "no-such-paragraph"
            return Verdict(word=kind, says=says, source=source, verified=verified, from_memory=not verified)
        where, word = f"{where}({part})", "unknown" if there is None else "exists"
    else:
        return Verdict(word=word, source=source, verified=verified)
    return Verdict(word="unknown", source=source, verified=verified)


_SMALL_ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split()


def _is_among(part: str, some: str) -> bool | None:
    """
    Whether a subdivision is one of "1-7", "A-D", "i-iv" or "5A"; ``None`` where it is of another kind: "(b)(i)" for
    "(b)(1)" is a slip of the print, and not of the law.
    """
    first, _, last = some.partition("-")
    if not last:
        return True if part == first else None
    if first.isdigit():
        return int(first) <= int(part) <= int(last) if part.isdigit() else None
    if first == "i":
        return part in _SMALL_ROMAN[: _SMALL_ROMAN.index(last) + 1] if part in _SMALL_ROMAN else None
    return first <= part <= last if len(part) == 1 and part.isupper() == first.isupper() else None


class _Article:
    """One article of a structure, and what can be said of a paragraph or point in it."""

    def __init__(self, structure: Mapping[str, Any], printed: str, article: str, section: str) -> None:
        self._structure, self._printed, self._number, self._section = structure, printed, article, section
        self._article = article + section
        verified = structure["verified"] and article not in structure.get("unverified_articles", ())
        self._verified = verified or article in structure.get("verified_articles", ())

    @property
    def _is_statute(self) -> bool:
        return str(self._structure.get("labels", "")).startswith("sections")

    @property
    def _called(self) -> str:
        return "sections" if self._is_statute else "Articles"

    @property
    def _one(self) -> str:
        return "Section" if self._is_statute else "Article"

    def verdict(self, below: list[str]) -> Verdict:
        last = self._structure["articles"]
        if not below and not self._section:
            # How many articles there are may have been read, though nobody counted their paragraphs.
            self._verified = self._verified or self._structure.get("articles_verified", False)
        if not 1 <= int(self._number) <= last:
            return self._say(
                "no-such-article",
                f"{self._printed[0].upper()}{self._printed[1:]} has {self._called} 1 to {last}",
                last=str(last),
            )
        sections = self._structure.get("sections", {}).get(self._number, ())
        if self._section and sections and self._section not in sections:
            there = f"{sections[0]} to {sections[-1]}"
            return self._say("no-such-article", f"Article {self._number} has sections {there}", last=sections[-1])
        if (self._section and not sections) or (sections and not self._section and below):
            return self._say("unknown")
        return self._below(below) if below else self._say("exists")

    def _below(self, below: list[str]) -> Verdict:
        counts = self._structure.get("paragraphs", {})
        first = below[0]
        paragraph = f"{self._article}({first})"
        if self._article not in counts:
            # Nobody counted the paragraphs, and the points of this one may be known all the same.
            return self._point(paragraph, below[1]) if len(below) > 1 else self._say("unknown")
        count = counts[self._article]
        if not first.isdigit():
            return self._point(self._article, first) if not count else self._say("unknown")
        if not count:
            below_it = "subsections" if self._is_statute else "numbered paragraphs"
            says = f"{self._one} {self._article} of {self._printed} has no {below_it}"
            return self._say("unnumbered", says, nearest=self._article + "".join(f"({part})" for part in below[1:]))
        if not 1 <= int(first) <= count:
            of_it = "subsection" if self._is_statute else "paragraph"
            says = f"{self._one} {self._article} of {self._printed} has {count} {of_it}{'s' if count > 1 else ''}"
            return self._say("no-such-paragraph", says, last=str(count))
        if len(below) > 1:
            return self._point(paragraph, below[1])
        return self._say("exists")

    def _point(self, where: str, point: str) -> Verdict:
        """Points that were read in the text, or are known from memory: then what is said of them is not verified."""
        there = self._structure.get("points", {}).get(where)
        from_memory = there is None
        if from_memory:
            there = self._structure.get("points_unread", {}).get(where)
            self._verified = self._verified and there is None
        if there is None or len(point) != 1 or not point.isalpha():
            return self._say("unknown")
        first, _, last = there.partition("-")
        if first <= point.lower() <= last:
            return self._say("unknown" if from_memory else "exists")
        return self._say(
            "no-such-point", f"{self._one} {where} of {self._printed} has points ({first}) to ({last})", last=last
        )

    def _say(self, word: str, says: str = "", *, last: str = "", nearest: str = "") -> Verdict:
        if says and not self._verified:
            says += " as far as this register knows (not checked against the text)"
        return Verdict(
            word=word,
            says=says,
            last=last,
            nearest=nearest,
            source=" ".join(self._structure["source"].split()),
            verified=self._verified,
        )


def _begun(instrument: Instrument, place: str) -> Begun | None:
    section = place.partition("(")[0]
    return next((one for one in instrument.begun if section in one.at), None)


def _instrument(record: Mapping[str, Any]) -> Instrument:
    title = " ".join(record["title"].split())
    return Instrument(
        key=record["key"],
        title=title,
        kind=record["kind"],
        body=record["body"],
        status=record["status"],
        status_detail=" ".join(record.get("status_detail", "").split()),
        adopted=record.get("adopted", ""),
        in_force=record.get("in_force", ""),
        applies_from=record.get("applies_from", ""),
        applies_until=record.get("applies_until", ""),
        transposition=record.get("transposition", False),
        printed=record.get("printed") or _printed(title, record.get("name", ())),
        successor=tuple(record.get("successor", ())),
        not_party=tuple(record.get("not_party", ())),
        not_bound=tuple(record.get("not_bound", ())),
        not_bound_source=record.get("not_bound_source", ""),
        only_listed=bool(record.get("only_listed", False)),
        traps=tuple(record.get("traps", ())),
        citation=record.get("citation", {}),
        saved=tuple(
            Saving(
                fact=saving["fact"],
                says=" ".join(saving["says"].split()),
                states=tuple(saving.get("states", ())),
                before=date.fromisoformat(saving["before"]) if "before" in saving else None,
                source=" ".join(saving["source"].split()),
                verified=saving["verified"],
            )
            for saving in record.get("saved", ())
        ),
        ended=tuple(
            Ended(
                at=tuple(one["at"]),
                until=date.fromisoformat(one["until"]),
                says=" ".join(one["says"].split()),
                source=" ".join(one["source"].split()),
                verified=one["verified"],
            )
            for one in record.get("ended", ())
        ),
        begun=tuple(
            Begun(
                at=tuple(one["at"]),
                since=date.fromisoformat(one["since"]),
                says=" ".join(one["says"].split()),
                fact=one.get("fact", ""),
                source=" ".join(one["source"].split()),
                verified=one["verified"],
            )
            for one in record.get("begun", ())
        ),
        known_until=record.get("known_until", ""),
        repeals=tuple(record.get("repeals", ())),
        beside_an_article=record.get("beside_an_article", {}),
        confused_with=tuple(other["text"] for other in record.get("confused_with", ())),
        provisions={about["at"]: " ".join(about["says"].split()) for about in record.get("provision", ())},
        sources=tuple(" ".join(source.split()) for source in record["sources"]),
        verified=record["verified"],
    )


def _printed(title: str, names: Iterable[Mapping[str, Any]]) -> str:
    """The title when it is short, else the first unmistakable name in words."""
    if len(title) <= _LONGEST_SHORT_TITLE:
        return title
    for name in names:
        usable = name["lang"] == "en" and not any(name.get(mark) for mark in ("case", "ambiguous", "wrong"))
        if usable and len(name["text"]) <= _LONGEST_SHORT_TITLE:
            return str(name["text"])
    return title
