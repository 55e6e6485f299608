"""
What the places stand for at which a draft names a statute: whose "AsylG" it is, which "2002 Act", and which sections.

A name that several States use belongs to the State that the words beside it or the draft's first pages show; "the Act"
is the one named before, or the one that a draft of that State means. Where nothing decides, it stays open.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from refoulement_lint.citations.instruments import SIGNS, Mention
from refoulement_lint.citations.sections import Sections, digits
from refoulement_lint.model import Part, Span, Written

if TYPE_CHECKING:
    from refoulement_lint.citations.national_statutes import StatuteGrammar

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


class Called(NamedTuple):
    """
    One name of one statute.

    *shared*: other States use it too; *beside*: it counts beside a section only; *words*: with which words for
    "section" (first characters, lower case), any when empty; *bare*: how many digits a section may have that needs no
    word; *join*: what stands between statute and section in the target; *dots*: whether "58.3" is a paragraph;
    *hyphen*: whether a hyphen stands before "bis", as the State prints its own sections; *compound*: whether
    "§ 17-18" is one section; *not_before*: how
    a word begins behind which the name is another thing's ("Satversmes tiesa"); *last*: the number of its last
    section, 0 where nobody says.
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
    hyphen: bool = False
    compound: bool = False
    not_before: tuple[str, ...] = ()
    last: int = 0

    def may_have(self, sections: Sections) -> bool:
        """Whether its sections go as far: "art. 303 u.o.c." is of the Act that has so many."""
        return not self.last or all(int(digits(one.key)) <= self.last for one in sections.elements)


class Place(NamedTuple):
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


class Found(NamedTuple):
    """
    The sections found, the statutes named (those of sections included), where the mentions begin that have sections,
    and every place that is a statute's, in order: "8 CFR" without a section is no citation and not the Charter either.
    """

    written: tuple[Written, ...]
    mentions: tuple[Mention, ...]
    used: frozenset[int]
    covered: tuple[Span, ...]

    def with_more(self, more: Iterable[Written]) -> Found:
        """These and *more* sections."""
        added = tuple(more)
        if not added:
            return self
        covered = (*self.covered, *(one.whole for one in added))
        return self._replace(written=(*self.written, *added), covered=covered)


class Reading:
    """One document's places, and what is found out about them in turn."""

    def __init__(self, grammar: StatuteGrammar, text: str, places: list[Place], others: Callable[[int], bool]) -> None:
        self._grammar, self._text, self._places, self._others = grammar, text, places, others
        self._starts = {place.start for place in places if place.candidates or place.year}
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

    def called(self, term: str) -> Called | None:
        """The statute that the draft has defined as *term*."""
        return self._defined.get(term)

    def is_named_before(self, key: str, offset: int) -> bool:
        """Whether the statute is named before that place: no section is read forward to its statute."""
        return self._first.get(key, offset) < offset

    @cached_property
    def _first(self) -> dict[str, int]:
        return {called.key: where for where, called, _ in reversed(self._named) if called is not None}

    def _is_named(self, offset: int) -> bool:
        """Whether a statute begins there, or what has articles and is none: a treaty, an act of the Union."""
        return offset in self._starts or self._others(offset)

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
                for year, noun in itertools.product(compiled(_YEAR).findall(names), self._grammar.dated_nouns):
                    if noun in names:
                        self._by_year[year + noun] = called

        for place in self._places:
            # A headnote may speak of "the 2002 Act" before the text names it: where only one Act is of that year.
            if place.year and place.start not in self._keys:
                called = self._by_year.get(place.year + place.noun)
                if called is not None and len(self._of_year(place)) == 1:
                    self._keys[place.start] = called._replace(beside=True)

    def _of_year(self, place: Place) -> set[str]:
        """The statutes of that year, with that noun, that the draft names."""
        years = compiled(_YEAR)
        return {
            called.key
            for _, called, names in self._named
            if called is not None and place.noun in names and place.year in years.findall(names)
        }

    def _of_term(self, place: Place, last: tuple[int, Called] | None) -> Called | None:
        """What the draft itself says that the words mean: here, behind the *last* statute, or further up."""
        term = self._text[place.start : place.end].lower()
        if place.year and place.year + place.noun in self._by_year:
            return self._defined.get(term)  # 's. 5 of the X Act 2000, as amended by the Y Act 2014 ("the 2000 Act")'
        if last is not None and self._defines(last[0], place):
            self._defined[term] = last[1]._replace(beside=False)
            if place.noun and self._text[place.start].isupper():
                self._defined[f"\0{place.noun}"] = self._defined[term]
        # „(toliau – Įstatymas) … Įstatymo 138 straipsnyje“: the term in another case keeps its capital.
        in_another_case = f"\0{place.noun}" if place.noun and self._text[place.start].isupper() else term
        return self._defined.get(term) or self._defined.get(in_another_case)

    def _before(self, place: Place) -> Sections | None:
        """The list that leads to the name, behind the name before it."""
        before = self._previous.get(place.start)
        # Of the name before nothing may have asked yet; of the one before that nobody needs to know.
        free = False
        if before is not None and before.candidates:
            two_before = self._previous.get(before.start)
            free = self._list_to(before, floor=two_before.end if two_before else 0, behind_name=False) is None
        return self._list_to(place, floor=before.end if before else 0, behind_name=free)

    def _list_to(self, place: Place, *, floor: int, behind_name: bool) -> Sections | None:
        """The list behind *floor* that leads to the name; *behind_name*: the name before has none."""
        if place.start not in self._lists:
            self._lists[place.start] = self._grammar.sections.ending_at(
                self._text, place.start, floor, behind_name=behind_name
            )
        return self._lists[place.start]

    def _defines(self, end: int, place: Place) -> bool:
        """Whether the noun stands in brackets and quotation marks right behind a statute: ``("the 2002 Act")``."""
        if place.start - end > REACH_OF_DEFINITION:
            return False
        between = self._text[end : place.start]
        opening = between.rfind("(")
        return opening != -1 and ")" not in between[opening:] and bool(compiled(_TERM).match(between[opening + 1 :]))

    def _of_shared(self, place: Place) -> Called | None:
        """Whose statute a name of several States is, or ``None``."""
        if len(place.candidates) == 1 and self._likeliest(place, place.candidates) is None:
            return None  # "the Charter" in a text that never speaks of Canada; no list before it could change that
        before = self._before(place)
        fitting = [
            called
            for called in place.candidates
            if before is None or ((not called.words or before.word in called.words) and called.may_have(before))
        ]
        if not fitting:
            return None
        if before is not None and len({called.key for called in fitting}) == 1 < len(place.candidates):
            return fitting[0]  # "Art. 3 AsylG" is Swiss, "§ 3 AsylG" is not
        return self._likeliest(place, fitting)

    def _likeliest(self, place: Place, fitting: Sequence[Called]) -> Called | None:
        """Which of *fitting* the words beside the name and the rest of the text speak for, or ``None``."""
        adjective = self._text[max(0, place.start - 40) : place.start].split()[-1:]
        behind = compiled(_OF_A_STATE).match(self._text, place.end)
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
            return called._replace(beside=False) if called is not None else None
        if compiled(_NOT_ALONE).match(self._text, place.end):
            self._named.append((place.start, None, place.noun))
            return None
        usual = self._of_its_own_number(place) or self._usual(place)
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
        return fitting[0]._replace(beside=not alone)

    def _of_its_own_number(self, place: Place) -> Called | None:
        """The statute that alone has such a number: "paragraph 399A of the Rules"."""
        sections = self._before(place)
        return self._grammar.alone_with(sections.elements[0].key) if sections is not None else None

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
            # "§ 32 BVerfGG, Art 1": no article is of it.
            noun = SIGNS if called.words and "a" not in called.words else ""
            mention = Mention(place.start, place.end, called.key, noun, form)
            sections = self._before(place)
            if sections is not None and called.words and sections.word not in called.words:
                sections = None
            if sections is not None and self._used and sections.start < self._used[-1].end:
                sections = None  # "likuma 16. panta 1. punkts, Satversmes 92. pants": the first one's already
            if sections is not None and compiled(_PART).match(self._text, sections.start) and called.join == ":":
                mentions.append(mention)
                continue  # "Part 4A of the Immigration Act" is no section 4A; "8 CFR part 208" is cited so
            if sections is None:
                sections = self._grammar.sections.following(
                    self._text, place.end, bare=called.bare, named=self._is_named
                )
                if sections is not None and called.words and sections.word and sections.word not in called.words:
                    sections = None
            if sections is None:
                if not called.beside:
                    mentions.append(mention)
                continue
            # "Satversmes (turpmāk – Satversme) 92. pants": what is defined in between parts the two.
            parted = compiled(_DEFINED).search(self._text, place.end, max(place.end, sections.start)) is not None
            found = list(cited(self._text, sections, called, None if parted else mention))
            written.extend(found)
            self._used.append(found[0].whole)
            mentions.append(mention)
            if not parted:
                used.add(place.start)
        self._used.sort(key=lambda span: span.start)
        written.extend(own)
        covered = [Span(place.start, place.end) for place in self._places if place.start in self._keys]
        covered.extend(citation.whole for citation in written)
        return Found(tuple(written), tuple(mentions), frozenset(used), tuple(covered))


def apart(places: Iterable[Place]) -> list[Place]:
    """The places in order, none inside another: of two at one place the longer, and a name before a noun."""
    places = sorted(places, key=lambda place: (place.start, -place.end, bool(place.noun)))
    titles = {place.start: place for place in places if place.weak}
    apart: list[Place] = []
    for place in places:
        title = titles.get(place.start)
        if title is not None and title.end > place.end and all(called.shared for called in place.candidates):
            continue  # "Migration Act 1975" is not the Act that drafts call "Migration Act"
        if not place.weak and (not apart or place.start >= apart[-1].end):
            apart.append(place)
    starts = [place.start for place in apart]
    for place in places:
        index = bisect_left(starts, place.end)
        if place.weak and (index == 0 or apart[index - 1].end <= place.start):
            apart.insert(index, place)
            starts.insert(index, place.start)
    return apart


def cited(text: str, sections: Sections, called: Called, mention: Mention | None) -> Iterator[Written]:
    """
    The citations of one list: the first from its word, the last to the statute when that follows at once, those
    between over their number.
    """
    whole = Span(sections.start, sections.end)
    if mention is not None:
        whole = Span(min(whole.start, mention.start), max(whole.end, mention.end))
    if sections.word == "§" and not called.compound:
        sections = sections.with_ranges(text)
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
            key=called.key + called.join + _as_the_state_counts(section.key, called),
            parts=tuple(parts),
        )


def _as_the_state_counts(section: str, called: Called) -> str:
    """``"58.3"`` → ``"58(3)"``, ``"35bis"`` → ``"35-bis"``, where the State of the statute writes so."""
    if called.dots:
        section = compiled(_DOT).sub(r"(\1)", section)
    return compiled(_BIS).sub(r"\1-\2", section) if called.hyphen else section


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when it is first wanted."""
    return re.compile(pattern)


# "the Rules of Court", "the Act on Asylum": not the statute named before.
# "rozporządzenie (UE) nr", "rozporządzenie Dublin III": an act of the Union.
_NOT_ALONE = (
    r"\s(?:(?:of|on|for|concerning|o|z|über|zur|sur|relative|par|apie|dėl)\b"
    r"|\([A-ZŽЄ]{2,4}\)|Parlamentu|Komisji|Dublin|dubliń)"
)
_DEFINED = (
    r"\((?:[^\W\d_]{3,8}\s){0,2}(?:hereinafter|hereafter|dalej|toliau|turpmāk|ci-après|im\sFolgenden|далее|далі|edaspidi"
    r"|jäljempänä|nedan|hierna)(?!\w)"
)
# What stands between the bracket and the term it defines.
_TERM = (
    r"""[\s"']{0,3}(?:(?:hereinafter|hereafter|dalej|toliau|turpmāk|ci-après|im Folgenden|далее)\W{1,5})?"""
    r"""(?:the\s|that\s)?[\s"']{0,3}$"""
)
# "the Aliens Act of Finland".
_OF_A_STATE = r"\s(?:of|in)\s(?:the\s)?(?P<state>[A-Z]\w+(?:\s[A-Z]\w+)?)"
_PART = r"[Pp](?:ar)?ts?\.?\s\d"
_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_DOT = r"\.(\d{1,2})(?!\d)"
_BIS = r"^(\d{1,4})(bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)"
