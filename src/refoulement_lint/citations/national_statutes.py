"""
National statutes: "§ 29 Abs. 1 Nr. 2 AsylG", "section 82 of the 2002 Act", "8 U.S.C. § 1158(a)", "art. 303 ustawy".

What the statutes are called stands in ``rules/law/statutes``, one file for each State. A statute is looked for by its
name, and its sections directly before and behind it; a word or sign for "section" alone is never looked for. Names
that several States use ("AsylG", "Aliens Act") belong to the State that the draft's own words show.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from attrs import define, evolve, frozen

from refoulement_lint.citations.instruments import Mention, Name
from refoulement_lint.citations.sections import SectionGrammar, Sections
from refoulement_lint.model import Part, Span, Written
from refoulement_lint.scan import Hit

# Lists of names in a State's file → whether other States share them, and whether they count beside a section only.
KINDS_OF_NAMES = (
    ("names", False, False),
    ("shared", True, False),
    ("beside", False, True),
    ("shared_beside", True, True),
)
# The first pages show whose law the draft speaks of.
HEAD = 20_000
# A statute named this far back is still the one that "the Act" means.
REACH_OF_THE_ACT = 30_000
# A definition follows its statute within this many characters: ``("the 2002 Act")``.
REACH_OF_DEFINITION = 160
# A statute named without doubt shows its State as so many words of the State's do.
WEIGHT_OF_A_STATUTE = 3
# A shared name needs its State to lead the next one so clearly.
LEAD = 1.5
# How far around its trigger the pattern of a numbered act may reach.
BEFORE_A_TRIGGER, BEHIND_A_TRIGGER = 24, 90
# "paragraph 345A (most likely 345A(iii)(b))": how far behind a paragraph a closer one may follow.
REACH_OF_A_CLOSER_ONE = 40


@frozen
class Called:
    """
    One name of one statute.

    *shared*: other States use it too; *beside*: it counts beside a section only; *words*: with which words for
    "section" (first characters, lower case), any when empty; *bare*: how many digits a section may have that needs no
    word; *join*: what stands between statute and section in the target; *dots*: whether "58.3" is a paragraph.
    """

    text: str
    key: str
    state: str
    title: str = ""
    shared: bool = False
    beside: bool = False
    words: str = ""
    bare: str = ""
    join: str = ":"
    dots: bool = False


@frozen
class Series:
    """Acts that are cited by their number: ``8 U.S.C.``, ``d.lgs. 286/1998``; *key* is filled from the groups."""

    pattern: str
    called: Called
    back: int
    weak: bool


@frozen
class Own:
    """Numbers that one statute alone has, as a pattern: "paragraph 345A" is of the Immigration Rules."""

    shape: str
    called: Called


@frozen
class Place:
    """One place where a statute may be named: *candidates* by name, or a *noun* that stands for one named before."""

    start: int
    end: int
    candidates: tuple[Called, ...] = ()
    noun: str = ""
    year: str = ""
    definite: bool = False
    """Whether an article stands before the noun: a capital alone may be the beginning of a sentence."""
    weak: bool = False
    """Whether only the shape of a title shows it ("Refugees Act 1998"): a name that is known comes before it."""


@frozen
class Found:
    """
    The sections found, the statutes named (those of sections included), where the mentions begin that have sections,
    and every place that is a statute's, in order: "8 CFR" without a section is no citation and not the Charter either.
    """

    written: tuple[Written, ...]
    mentions: tuple[Mention, ...]
    used: frozenset[int]
    covered: tuple[Span, ...]


def fits(name: str, written: str) -> bool:
    """
    Whether *written* is that name: abbreviations in their own capitals, other names in any, if they begin with one.
    """
    if " " not in name and (len(name) <= 5 or sum(map(str.isupper, name)) > 1):
        return written == name
    return written[0].isupper() or not name[0].isupper()


def is_national(key: str) -> bool:
    """Whether a key is a State's own law: ``de:AufenthG``, ``us-ny:CPL``; ``un:`` and committees are none."""
    where = key.partition(":")[0]
    return where.islower() and where != "un" and (len(where) == 2 or where[2:3] == "-")


@define(frozen=True, slots=False)
class StatuteGrammar:
    """
    Finds statutes and their sections; built once.

    *files* are the States' files by their two letters; *names* are those of the register's national instruments.
    """

    files: Mapping[str, Mapping[str, Any]]
    names: tuple[Name, ...]

    @cached_property
    def sections(self) -> SectionGrammar:
        """Lists of sections, in the words of every State."""
        words = [file.get("words", {}) for file in self.files.values()]
        words += [{"filler": file.get("adjectives", ())} for file in self.files.values()]
        words += [{"nouns": self._nouns}]
        return SectionGrammar(words)

    @cached_property
    def _statutes(self) -> Mapping[str, Called]:
        """Key → the statute of the States' files, without a name."""
        return {
            key: Called("", key, state, dots=file.get("dots", False), **_habits(statute))
            for state, file in self.files.items()
            for statute in file.get("statute", ())
            for key in (_key(state, statute["key"]),)
        }

    @cached_property
    def _names(self) -> Mapping[str, tuple[tuple[str, str, bool, bool], ...]]:
        """Literal → what is called so: name, key, whether other States share it, whether it counts beside a section."""
        found: dict[str, list[tuple[str, str, bool, bool]]] = defaultdict(list)
        for state, file in self.files.items():
            for statute in file.get("statute", ()):
                key = _key(state, statute["key"])
                for kind, shared, beside in KINDS_OF_NAMES:
                    for text in statute.get(kind, ()):
                        for one in spelled_out(text):
                            found[_fold(one)].append((one, key, shared, beside))
        for name in self.names:
            literal = _fold(name.text)
            if all(other[1] != name.key for other in found[literal]):
                found[literal].append((name.text, name.key, name.ambiguous, name.ambiguous))
        return {literal: tuple(names) for literal, names in found.items()}

    def _called(self, literal: str, written: str) -> tuple[Called, ...]:
        """The statutes that *written* names."""
        found = []
        for name, key, shared, beside in self._names.get(literal, ()):
            if fits(name, written):
                statute = self._statutes.get(key) or Called("", key, key.partition(":")[0])
                found.append(evolve(statute, text=name, shared=shared, beside=beside))
        return tuple(found)

    @cached_property
    def _series(self) -> Mapping[str, tuple[Series, ...]]:
        found: dict[str, list[Series]] = defaultdict(list)
        for state, file in self.files.items():
            for raw in file.get("series", ()):
                flags = {name: raw[name] for name in ("beside", "shared") if name in raw}
                flags["dots"] = file.get("dots", False)
                called = Called("", _key(state, raw["key"]), state, **flags, **_habits(raw))
                weak = raw.get("weak", called.shared)
                one = Series(raw["pattern"], called, raw.get("back", BEFORE_A_TRIGGER), weak)
                for trigger in raw["triggers"]:
                    found[_fold(trigger)].append(one)
        return {trigger: tuple(series) for trigger, series in found.items()}

    @cached_property
    def _nouns(self) -> Mapping[str, str]:
        """Words that stand for a statute named before → the beginning that its name must have in it."""
        return {
            _fold(one): stem
            for file in self.files.values()
            for stem, words in file.get("nouns", {}).items()
            for word in words
            for one in spelled_out(word)
        }

    @cached_property
    def dated_nouns(self) -> tuple[str, ...]:
        """Nouns that stand behind a year."""
        return tuple(noun for file in self.files.values() for noun in file.get("dated_nouns", ()))

    @cached_property
    def _dated(self) -> Mapping[str, str]:
        """The last digit of a year and a noun: ``"2 act"`` → ``"act"`` ("the 2002 Act")."""
        return {f"{digit} {noun}": noun for noun in self.dated_nouns for digit in range(10)}

    @cached_property
    def _own(self) -> Mapping[str, Own]:
        """Words before numbers that only one statute has (``paragraph 345A``) → that statute."""
        return {
            _fold(literal): Own(statute["own"]["shape"], Called("", _key(state, statute["key"]), state))
            for state, file in self.files.items()
            for statute in file.get("statute", ())
            if "own" in statute
            for literal in statute["own"]["before"]
        }

    @cached_property
    def usual(self) -> Mapping[str, tuple[Called, ...]]:
        """Noun → the statutes that it means without more, each in drafts on its own State's law."""
        found: dict[str, list[Called]] = defaultdict(list)
        for state, file in self.files.items():
            for statute in file.get("statute", ()):
                for noun in statute.get("stands_for", ()):
                    called = Called("", _key(state, statute["key"]), state, beside=True, **_habits(statute))
                    found[noun].append(called)
        return {noun: tuple(called) for noun, called in found.items()}

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """What the automaton waits for, in lower case."""
        return tuple(dict.fromkeys((*self._names, *self._series, *self._nouns, *self._dated, *self._own)))

    def canonical(self, statute: str, section: str) -> str:
        """
        A section as this grammar reads it: ``"de:AsylG"`` and ``"29(1)(2)"`` → ``"§ 29(1)(2) AsylG"``.

        Raises:
            KeyError: If no file has the statute.
        """
        called = self._statutes[statute]
        name = next(
            name
            for names in self._names.values()
            for name, key, *flags in names
            if (key, *flags) == (statute, False, False)
        )
        word = {"§": "§", "a": "art.", "p": "paragraph"}.get(called.words[:1], "section")
        return f"{word} {section} {name}"

    # --- one document ------------------------------------------------------------------------------------------------

    def find(self, text: str, hits: Iterable[Hit], taken: Callable[[int], bool]) -> Found:
        """
        Every statute with its sections; *text* has line breaks as spaces, the hits are those of ``literals``.

        *taken* says which places belong to something else already.
        """
        own: list[Hit] = []
        places = [place for place in self._places(text, hits, own) if not taken(place.start)]
        reading = _Reading(self, text, _apart(places))
        reading.resolve()
        return reading.found(self._own_numbers(text, [hit for hit in own if not taken(hit[0])], reading))

    def _places(self, text: str, hits: Iterable[Hit], own: list[Hit]) -> Iterator[Place]:
        """Where a statute may be named; hits on words before numbers that one statute alone has are put into *own*."""
        size = len(text)
        for start, end, literal in hits:
            if literal in self._own:
                own.append((start, end, literal))
                continue
            numbered = [
                place for series in self._series.get(literal, ()) for place in _numbered(series, text, start, end)
            ]
            if numbered:
                # One title may be an Act of several States.
                first = min(numbered, key=lambda place: (place.weak, place.start))
                alike = (
                    [place for place in numbered if place.weak and place.end == first.end] if first.weak else [first]
                )
                yield evolve(first, candidates=tuple(place.candidates[0] for place in alike))
            if end < size and text[end].isalnum() and text[end - 1].isalnum():
                continue
            noun = self._dated.get(literal)
            if noun is not None:
                year = text[start - 3 : start + 1]
                dated = year.isdigit() and year[:2] in ("19", "20") and not text[start - 4 : start - 3].isalnum()
                if dated and text[start + 2].isupper():
                    yield Place(start - 3, end, noun=noun, year=year)
                continue
            if start and text[start - 1].isalnum():
                continue
            if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
                continue  # "AsylG-Novelle"
            written = text[start:end]
            fitting = self._called(literal, written)
            if fitting:
                yield Place(start, end, fitting)
            elif literal in self._nouns:
                # "the Act": the article is no part of it.
                begin = end - len(written.rsplit(" ", 1)[-1])
                yield Place(begin, end, noun=self._nouns[literal], definite=begin > start)

    def _own_numbers(self, text: str, hits: Iterable[Hit], reading: _Reading) -> Iterator[Written]:
        """ "paragraph 345A", which only the Immigration Rules have, in a draft that names them."""
        for start, _, literal in hits:
            own = self._own.get(literal)
            if own is None or own.called.key not in reading.keys or reading.is_used(start):
                continue
            sections = self.sections.read(text, start, min(len(text), start + 120), tail=True)
            shape = _compiled(rf"(?:{own.shape})(?:\(.*)?")
            if sections is None or not all(shape.fullmatch(section.key) for section in sections.elements):
                continue
            yield from _written(text, sections, own.called, None)
            closer = _compiled(rf"(?<!\w)(?:{own.shape})(?:\([\divxa-z]{{1,5}}\)){{1,4}}")
            match = closer.search(text, sections.end, min(len(text), sections.end + REACH_OF_A_CLOSER_ONE))
            if match and not _SENTENCE_END.search(text, sections.end, match.start()):
                again = self.sections.read(text, match.start(), match.end(), bare="1-4")
                if again is not None:
                    yield from _written(text, again, own.called, None)


class _Reading:
    """One document's places, and what is found out about them in turn."""

    def __init__(self, grammar: StatuteGrammar, text: str, places: list[Place]) -> None:
        self._grammar, self._text, self._places = grammar, text, places
        self._starts = {place.start for place in places if place.candidates}
        self._previous = {place.start: before for before, place in itertools.pairwise(places)}
        self._lists: dict[int, Sections | None] = {}
        self._keys: dict[int, Called] = {}
        self._defined: dict[str, Called] = {}
        # Where, which statute, and its names in small letters; no statute where one is named that no file knows.
        self._named: list[tuple[int, Called | None, str]] = []
        self._by_year: dict[str, Called] = {}
        self._used: list[Span] = []

    @cached_property
    def keys(self) -> frozenset[str]:
        """The statutes that the draft names; asked when all are resolved."""
        return frozenset(called.key for called in self._keys.values())

    def is_used(self, start: int) -> bool:
        """Whether a list that belongs to a statute stands there."""
        index = bisect_left(self._used, start + 1, key=lambda span: span.start) - 1
        return index >= 0 and self._used[index].end > start

    def resolve(self) -> None:
        """The statute of every place, in the order of the text."""
        # Names without doubt come first: they show whose law the draft speaks of.
        for place in self._places:
            keys = {called.key for called in place.candidates}
            if len(keys) == 1 and not place.candidates[0].shared:
                self._keys[place.start] = place.candidates[0]
        last: tuple[int, Called] | None = None
        for place in self._places:
            called = self._keys.get(place.start) or self._of_term(place, last)
            if called is None:
                called = self._of_shared(place) if place.candidates else self._of_noun(place)
            if called is None:
                continue
            self._keys[place.start] = called
            if place.candidates:
                last = (place.end, called)
                names = f"{self._text[place.start : place.end]} {called.title} {called.key}".lower()
                self._named.append((place.start, called, names))
                for year, noun in itertools.product(_YEAR.findall(names), self._grammar.dated_nouns):
                    if noun in names:
                        self._by_year[year + noun] = called

    def _of_term(self, place: Place, last: tuple[int, Called] | None) -> Called | None:
        """What the draft itself says that the words mean: here, behind the *last* statute, or further up."""
        term = self._text[place.start : place.end].lower()
        if last is not None and self._defines(last[0], place):
            self._defined[term] = evolve(last[1], beside=False)
        return self._defined.get(term)

    def _before(self, place: Place) -> Sections | None:
        """The list that leads to the name, behind the name before it."""
        if place.start not in self._lists:
            # No recursion: the one before has been asked already, or has too much between to matter.
            before = self._previous.get(place.start)
            self._lists[place.start] = self._grammar.sections.ending_at(
                self._text,
                place.start,
                before.end if before else 0,
                behind_name=before is not None and bool(before.candidates) and self._lists.get(before.start) is None,
            )
        return self._lists[place.start]

    def _defines(self, end: int, place: Place) -> bool:
        """Whether the noun stands in brackets and quotation marks right behind a statute: ``("the 2002 Act")``."""
        if place.start - end > REACH_OF_DEFINITION:
            return False
        between = self._text[end : place.start]
        opening = between.rfind("(")
        return opening != -1 and ")" not in between[opening:] and bool(_TERM.match(between[opening + 1 :]))

    def _of_shared(self, place: Place) -> Called | None:
        """Whose statute a name of several States is, or ``None``."""
        before = self._before(place)
        fitting = [
            called for called in place.candidates if not called.words or before is None or before.word in called.words
        ]
        if not fitting:
            return None
        if before is not None and len({called.key for called in fitting}) == 1 < len(place.candidates):
            return fitting[0]  # "Art. 3 AsylG" is Swiss, "§ 3 AsylG" is not
        adjective = self._text[max(0, place.start - 40) : place.start].split()[-1:]
        behind = _OF_A_STATE.match(self._text, place.end)
        for called in fitting:
            file = self._grammar.files.get(called.state[:2], {})
            if adjective and adjective[0] in file.get("adjectives", ()):
                return called
            if behind and behind["state"] in file.get("here", ()):
                return called
        weights = {called.state: self._weight(called.state) for called in fitting}
        best = max(fitting, key=lambda called: weights[called.state])
        others = [weight for state, weight in weights.items() if state != best.state]
        alone = len({called.key for called in fitting if called.state == best.state}) == 1
        clear = alone and weights[best.state] >= 2 and weights[best.state] >= LEAD * max(others, default=0)
        if clear and (not best.shared or 2 * weights[best.state] >= self._strongest):
            return best
        certain = [called for called in fitting if not called.shared]
        return certain[0] if len({called.key for called in certain}) == 1 else None

    @cached_property
    def _head(self) -> str:
        return self._text[:HEAD]

    @cached_property
    def _weights(self) -> dict[str, int]:
        counts: Counter[str] = Counter(called.state for called in self._keys.values())
        return {state: WEIGHT_OF_A_STATUTE * number for state, number in counts.items()}

    def _weight(self, state: str) -> int:
        if state not in self._evidence:
            words = self._grammar.files.get(state[:2], {}).get("here", ())
            self._evidence[state] = self._weights.get(state, 0) + sum(self._head.count(word) for word in words)
        return self._evidence[state]

    @cached_property
    def _evidence(self) -> dict[str, int]:
        return {}

    @cached_property
    def _strongest(self) -> int:
        return max(self._weight(state) for state in self._grammar.files)

    def _of_noun(self, place: Place) -> Called | None:
        """The statute named before that "the 2002 Act", "the Act", "ustawy" stands for, or ``None``."""
        if place.year:
            called = self._by_year.get(place.year + place.noun)
            return evolve(called, beside=False) if called is not None else None
        if _NOT_ALONE.match(self._text, place.end):
            self._named.append((place.start, None, place.noun))
            return None
        usual = self._usual(place)
        if usual is not None:
            return usual
        fitting: list[Called] = []
        for where, called, names in reversed(self._named):
            if place.start - where > REACH_OF_THE_ACT:
                break
            if place.noun in names:
                if called is None:
                    break
                fitting.append(called)
                if self._before(place) is not None:
                    break
        if not fitting:
            return None
        alone = place.definite and self._text[place.start].isupper() and len({one.key for one in fitting}) == 1
        return evolve(fitting[0], beside=not alone)

    def _usual(self, place: Place) -> Called | None:
        """The statute that the noun beside a section means in such a draft: "section 208 of the Act" is the INA's."""
        for called in self._grammar.usual.get(place.noun, ()):
            sections = self._before(place)
            if sections is not None and (not called.words or sections.word in called.words):
                weight = self._weight(called.state)
                if weight >= 2 and weight == self._strongest:
                    return called
        return None

    def found(self, own: Iterable[Written]) -> Found:
        """The sections and the mentions; *own* is asked when the places are known."""
        written: list[Written] = []
        mentions: list[Mention] = []
        used: set[int] = set()
        for place in self._places:
            called = self._keys.get(place.start)
            if called is None:
                continue
            form = "defined-term" if place.noun else "full"
            mention = Mention(place.start, place.end, called.key, "", form)
            sections = self._before(place)
            if sections is not None and called.words and sections.word not in called.words:
                sections = None
            if sections is None:
                sections = self._grammar.sections.following(
                    self._text, place.end, bare=called.bare, named=self._starts.__contains__
                )
                if sections is not None and called.words and sections.word and sections.word not in called.words:
                    sections = None
            if sections is None:
                if not called.beside:
                    mentions.append(mention)
                continue
            found = list(_written(self._text, sections, called, mention))
            written.extend(found)
            self._used.append(found[0].whole)
            mentions.append(mention)
            used.add(place.start)
        self._used.sort(key=lambda span: span.start)
        written.extend(own)
        covered = [Span(place.start, place.end) for place in self._places if place.start in self._keys]
        covered.extend(citation.whole for citation in written)
        return Found(tuple(written), tuple(mentions), frozenset(used), tuple(covered))


def _apart(places: Iterable[Place]) -> list[Place]:
    """The places in order, none inside another: of two at one place the longer, and a name before a noun."""
    places = sorted(places, key=lambda place: (place.start, -place.end, bool(place.noun)))
    apart: list[Place] = []
    for place in places:
        if not place.weak and (not apart or place.start >= apart[-1].end):
            apart.append(place)
    starts = [place.start for place in apart]
    for place in places:
        index = bisect_left(starts, place.end)
        if place.weak and (index == 0 or apart[index - 1].end <= place.start):
            apart.insert(index, place)
            starts.insert(index, place.start)
    return apart


def _numbered(series: Series, text: str, start: int, end: int) -> Iterator[Place]:
    """The act of that series whose trigger stands at *start*."""
    floor = max(0, start - series.back)
    for match in _compiled(series.pattern).finditer(text, floor, min(len(text), end + BEHIND_A_TRIGGER)):
        if match.start() <= start < match.end():
            groups: dict[str, str] = {}
            for name, value in match.groupdict().items():
                if value:
                    groups.setdefault(name.rstrip("0123456789"), re.sub("[‑–]", "-", value))
            called = series.called
            wanted = re.findall(r"\{(\w+)\}", called.key)
            if all(name in groups for name in wanted):
                called = evolve(called, text=match[0], key=called.key.format_map(groups))
                yield Place(*match.span(), (called,), weak=series.weak)
            return


def _written(text: str, sections: Sections, called: Called, mention: Mention | None) -> Iterator[Written]:
    """
    The citations of one list: the first from its word, the last to the statute when that follows at once, those
    between over their number.
    """
    whole = Span(sections.start, sections.end)
    if mention is not None:
        whole = Span(min(whole.start, mention.start), max(whole.end, mention.end))
    last = len(sections.elements) - 1
    for index, section in enumerate(sections.elements):
        start = whole.start if index == 0 else section.start
        end = whole.end if index == last else section.end
        parts = [Part("section", Span(section.start, section.end), section.key)]
        if mention is not None:
            parts.append(Part("instrument", Span(mention.start, mention.end), text[mention.start : mention.end]))
        yield Written(
            span=Span(start, end),
            whole=whole,
            text=text[start:end],
            kind="national-statute",
            family="national",
            form="full" if mention is None else mention.form,
            key=called.key + called.join + (_DOT.sub(r"(\1)", section.key) if called.dots else section.key),
            parts=tuple(parts),
        )


def spelled_out(name: str) -> Iterator[str]:
    """Every spelling of a name with braces: ``ustaw{a|y} {|z 2013 r. }o cudzoziemcach``."""
    if "{" not in name:
        yield name
        return
    pieces = re.split(r"\{([^{}]*)\}", name)
    choices = [piece.split("|") if index % 2 else [piece] for index, piece in enumerate(pieces)]
    for combined in itertools.product(*choices):
        yield "".join(combined)


def _key(state: str, key: str) -> str:
    """A key of a State's file as a target; ``us-ny:CPL`` says its own place."""
    return key if is_national(key) and ":" in key else f"{state}:{key}"


def _habits(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {name: raw[name] for name in ("title", "words", "bare", "join") if name in raw}


def _fold(text: str) -> str:
    return text.replace("\u0130", "i").lower()


_COMPILED: dict[str, re.Pattern[str]] = {}


def _compiled(pattern: str) -> re.Pattern[str]:
    if pattern not in _COMPILED:
        _COMPILED[pattern] = re.compile(pattern)
    return _COMPILED[pattern]


# "the Rules of Court", "the Act on Asylum": not the statute named before.
_NOT_ALONE = re.compile(r"\s(?:of|on|for|concerning|o|z|über|zur|sur|relative|par|apie|dėl)\b")
# What stands between the bracket and the term it defines.
_TERM = re.compile(
    r"""[\s"']{0,3}(?:(?:hereinafter|hereafter|dalej|toliau|turpmāk|ci-après|im Folgenden|далее)\W{1,5})?"""
    r"""(?:the\s|that\s)?[\s"']{0,3}$"""
)
# "the Aliens Act of Finland".
_OF_A_STATE = re.compile(r"\s(?:of|in)\s(?:the\s)?(?P<state>[A-Z]\w+(?:\s[A-Z]\w+)?)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DOT = re.compile(r"\.(\d{1,2})(?!\d)")
_SENTENCE_END = re.compile(r"[.!?]\s|\0")
