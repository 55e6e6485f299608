"""
National statutes: "§ 29 Abs. 1 Nr. 2 AsylG", "section 82 of the 2002 Act", "8 U.S.C. § 1158(a)", "art. 303 ustawy".

What the statutes are called stands in ``rules/law/statutes``, one file for each State. A statute is looked for by its
name, and its sections directly before and behind it; a word or sign for "section" alone is never looked for. Names
that several States use ("AsylG", "Aliens Act") belong to the State that the draft's own words show.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from attrs import define

from refoulement_lint.citations.instruments import MARK, Name
from refoulement_lint.citations.sections import SectionGrammar, Sections
from refoulement_lint.citations.statute_places import Called, Found, Place, Reading, apart, cited, compiled
from refoulement_lint.citations.words import anywhere
from refoulement_lint.model import Span, Written
from refoulement_lint.scan import Hit

# Lists of names in a State's file → whether other States share them, and whether they count beside a section only.
KINDS_OF_NAMES = (
    ("names", False, False),
    ("shared", True, False),
    ("beside", False, True),
    ("shared_beside", True, True),
)
# Words for "section" that may stand without their statute; shorter ones are every second word of a text.
ALONE = ("section ", "sections ", "subsection ", "article l. ", "articles l. ", "article l ", "articles l ")
# "12 kap. 19 §", of a statute that is cited by chapters.
CHAPTERS = tuple(f" kap. {digit}" for digit in range(1, 10))
# "s.84(1)(g)", "s 36(2)", "(ss 189 and 196)", where the statutes of a draft are of these States: elsewhere "s." is a
# page. Without its stop the letter counts behind a space or a bracket only: every plural ends with it.
SHORT = tuple(
    f"{word}{digit}"
    for word in ("s.", "s. ", "ss.", "ss. ", *(f"{lead}{word}" for lead in " (" for word in ("s", "s ", "ss ")))
    for digit in range(1, 10)
)
STATES_OF_SHORT = frozenset(("uk", "ie", "ca", "au", "nz", "hk", "za"))
# As much of the word behind a name as may say that it is another thing's.
LONGEST_WORD_BEHIND = 12
# How far around its trigger the pattern of a numbered act may reach.
BEFORE_A_TRIGGER, BEHIND_A_TRIGGER = 24, 90
# What the sentence cites within so many characters of a bare section is of the same statute.
REACH_IN_A_SENTENCE = 200
# Sections of one statute alone, so many of them, make it the one that the next bare section means.
ENOUGH = 2
# So many numbers that only a statute has are looked for again where no statute stands beside them.
MOST_AGAIN = 24
# A year of two digits up to this one is of the century that began in 2000.
LAST_OF_THE_CENTURY = 39
# "paragraph 345A (most likely 345A(iii)(b))": how far behind a paragraph a closer one may follow.
REACH_OF_A_CLOSER_ONE = 40


class Series(NamedTuple):
    """Acts that are cited by their number: ``8 U.S.C.``, ``d.lgs. 286/1998``; *key* is filled from the groups."""

    pattern: str
    called: Called
    back: int
    weak: bool


class Own(NamedTuple):
    """Numbers that one statute alone has, as a pattern: "paragraph 345A" is of the Immigration Rules."""

    shape: str
    called: Called


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


@define(frozen=True, slots=False, eq=False, repr=False)
class StatuteGrammar:
    """
    Finds statutes and their sections; built once.

    *files* are the States' files by their two letters; *names* are those of the register's national instruments;
    *may_stand* is as for ``Words``.
    """

    files: Mapping[str, Mapping[str, Any]]
    names: tuple[Name, ...]
    may_stand: Callable[[str], bool] = anywhere

    @cached_property
    def sections(self) -> SectionGrammar:
        """Lists of sections, in the words of every State."""
        words = [file.get("words", {}) for file in self.files.values()]
        words += [{"filler": file.get("adjectives", ())} for file in self.files.values()]
        words += [{"nouns": self._nouns}]
        return SectionGrammar(words, self.may_stand)

    @cached_property
    def _statutes(self) -> Mapping[str, Called]:
        """Key → the statute of the States' files, without a name."""
        return {
            key: Called("", key, state, **_of_the_file(file), **_habits(statute))
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
                            if self.may_stand(one):
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
                found.append(statute._replace(text=name, shared=shared, beside=beside))
        return tuple(found)

    @cached_property
    def _series(self) -> Mapping[str, tuple[Series, ...]]:
        found: dict[str, list[Series]] = defaultdict(list)
        for state, file in self.files.items():
            for raw in file.get("series", ()):
                flags = {name: raw[name] for name in ("beside", "shared") if name in raw}
                flags |= _of_the_file(file)
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
    def _dated_behind(self) -> Mapping[str, str]:
        """The same with the year behind: "the act of 20" → ``"act"`` ("the Act of 2003")."""
        return {f"the {noun} of {century}": noun for noun in self.dated_nouns for century in (18, 19, 20)}

    @cached_property
    def _own(self) -> Mapping[str, Own]:
        """Words before numbers that only one statute has (``paragraph 345A``) → that statute."""
        return {
            _fold(literal): Own(
                statute["own"]["shape"], Called("", _key(state, statute["key"]), state, **_habits(statute))
            )
            for state, file in self.files.items()
            for statute in file.get("statute", ())
            if "own" in statute
            for literal in statute["own"]["before"]
        }

    def alone_with(self, section: str) -> Called | None:
        """The statute that alone has a section of that number."""
        for own in self._own.values():
            if compiled(own.shape).fullmatch(_base(section)):
                return own.called
        return None

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
        return tuple(
            dict.fromkeys(
                (
                    *self._names,
                    *self._series,
                    *self._nouns,
                    *self._dated,
                    *self._dated_behind,
                    *self._own,
                    *ALONE,
                    *SHORT,
                    *CHAPTERS,
                )
            )
        )

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

    def find(
        self, text: str, hits: Iterable[Hit], taken: Callable[[int], bool], others: Callable[[int], bool]
    ) -> Found:
        """
        Every statute with its sections; *text* has line breaks as spaces, the hits are those of ``literals``.

        *taken* says which places belong to something else already, *others* where something else begins that has
        articles of its own.
        """
        own: list[Hit] = []
        alone: list[Hit] = []
        chapters: list[Hit] = []
        places = [place for place in self._places(text, hits, own, alone, chapters) if not taken(place.start)]
        reading = Reading(self, text, apart(places), others)
        reading.resolve()
        found = reading.found(self._own_numbers(text, [hit for hit in own if not taken(hit[0])], reading))
        found = found.with_more(self._alone(text, [hit for hit in alone if not taken(hit[0])], reading, found))
        found = found.with_more(self._again(text, taken, reading, found))
        return found.with_more(self._chapters(text, [hit for hit in chapters if not taken(hit[0])], reading, found))

    def _chapters(self, text: str, hits: Iterable[Hit], reading: Reading, found: Found) -> Iterator[Written]:
        """
        "12 kap. 19 §" with no statute beside it: of the one cited by chapters before it, the last where there are more.
        """
        by_chapter = sorted(
            (one.whole.start, statute)
            for one in found.written
            for statute, _, chapter in ((one.key or "").rpartition(":")[0].rpartition(":"),)
            if chapter.isdigit() and statute in self._statutes
        )
        done = 0
        for start, _, _ in hits if by_chapter else ():
            left = start
            while left and text[left - 1].isdigit():
                left -= 1
            if left == start or left < done or reading.is_used(start):
                continue
            sections = self.sections.read(text, left, min(len(text), left + 120), tail=True)
            if sections is None or ":" not in sections.elements[0].key or "§" not in text[left : sections.end]:
                continue
            done = sections.end
            before = [statute for where, statute in by_chapter if where < left]
            if before and self.sections.is_of_a_statute(text, sections.end):
                yield from cited(text, sections, self._statutes[before[-1]], None)

    def _places(
        self, text: str, hits: Iterable[Hit], own: list[Hit], alone: list[Hit], chapters: list[Hit]
    ) -> Iterator[Place]:
        """
        Where a statute may be named; hits on words before numbers that one statute alone has are put into *own*, those
        on words for "section" into *alone*, those on a chapter with its section into *chapters*.
        """
        size = len(text)
        for start, end, literal in hits:
            if literal in CHAPTERS:
                chapters.append((start, end, literal))
                continue
            if literal in self._own:
                own.append((start, end, literal))
                continue
            if literal in ALONE or literal in SHORT:
                alone.append((start, end, literal))
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
                yield first._replace(candidates=tuple(place.candidates[0] for place in alike))
            noun = self._dated_behind.get(literal)
            if noun is not None:
                behind = text[end : end + 2]
                if len(behind) == 2 and behind.isdigit() and not text[end + 2 : end + 3].isalnum():
                    begin = start + len("the ")
                    if text[begin].isupper() and not text[start - 1 : start].isalnum():
                        yield Place(begin, end + 2, noun=noun, year=text[end - 2 : end + 2])
                continue
            goes_on = end < size and text[end].isalnum() and text[end - 1].isalnum()
            if goes_on and (" " not in literal or not MARK.match(text, end)):
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
            if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha() and not _inflects(text, end):
                continue  # "AsylG-Novelle"
            written = text[start:end]
            behind = text[end + 1 : end + 1 + LONGEST_WORD_BEHIND]
            fitting = tuple(
                called
                for called in self._called(literal, written)
                if not called.not_before or not behind.startswith(called.not_before)
            )
            if fitting:
                yield Place(start, end, fitting)
            elif literal in self._nouns:
                # "the Act": the article is no part of it.
                begin = end - len(written.rsplit(" ", 1)[-1])
                yield Place(begin, end, noun=self._nouns[literal], definite=begin > start)

    def _alone(self, text: str, hits: Iterable[Hit], reading: Reading, found: Found) -> Iterator[Written]:
        """
        Sections with no statute beside them, "a protected person (section 130)": of the statute that the draft cites
        with that section, or of the only one whose sections it cites, or has cited so far, or of the one that the
        sentence cites, or of the one that it calls "the Act".
        """
        cited_so: dict[str, set[str]] = defaultdict(set)
        places: list[tuple[Span, str]] = []
        for one in found.written:
            statute, _, section = (one.key or "").rpartition(":")
            if one.parts and one.text[:1].lower() in ("s", "a", "l") and one.parts[0].name == "section":
                cited_so[_base(section)].add(statute)
                places.append((one.whole, statute))
        if not places:
            return
        places.sort()
        keys = {statute for _, statute in places}
        of_the_common_law = all(key.partition(":")[0] in STATES_OF_SHORT for key in keys)
        usual = reading.called("act")
        done = 0
        for start, _, literal in hits:
            if literal[0] in " (":
                start += 1
            at_the_edge = not start or text[start - 1] in "\0\n"
            if start < done or reading.is_used(start) or text[start - 1 : start].isalnum():
                continue
            if literal in SHORT and not of_the_common_law:
                continue
            sections = self.sections.read(text, start, min(len(text), start + 120), tail=True)
            if sections is None or (at_the_edge and text[start].isupper()):
                continue  # "Section 2: Facts" is a heading
            done = sections.end
            if not self.sections.is_of_a_statute(text, sections.end) or compiled(_GOES_ON).match(text, sections.end):
                continue
            same = cited_so.get(_base(sections.elements[0].key), set())
            short = self._too_short(keys, sections)
            key: str | None = next(iter(same)) if len(same) == 1 else next(iter(keys)) if len(keys) == 1 else None
            near = [place for place in places if place[1] not in short] if short else places
            key = key or _of_the_sentence(text, Span(start, done), near)
            if key in short:
                continue  # "subsection 110(4)" is none of a Charter that ends with section 34
            key = key or (usual.key if usual is not None else _so_far(start, places))
            if key is None or not (same or self._counts_so(key, sections, cited_so)):
                continue
            if key in keys and key in self._statutes and reading.is_named_before(key, start):
                insort(places, (Span(start, done), key))
                yield from cited(text, sections, self._statutes[key], None)

    def _too_short(self, keys: Iterable[str], sections: Sections) -> frozenset[str]:
        """The statutes that end before these sections."""
        return frozenset(key for key in keys if key in self._statutes and not self._statutes[key].may_have(sections))

    @staticmethod
    def _counts_so(key: str, sections: Sections, cited_so: Mapping[str, set[str]]) -> bool:
        """Whether the statute counts with stops and hyphens as the section does: no section of the INA is "18.2-51"."""
        signs = set(_base(sections.elements[0].key)) & set(".-:/")
        return not signs or any(signs <= set(base) for base, statutes in cited_so.items() if key in statutes)

    def _again(self, text: str, taken: Callable[[int], bool], reading: Reading, found: Found) -> Iterator[Written]:
        """
        "the threshold of Article 9ter", once the draft has cited Article 9ter of one statute: a number that no treaty
        has and that is cited of no other.
        """
        statutes: dict[str, set[str]] = defaultdict(set)
        for one in found.written:
            statute, _, section = (one.key or "").rpartition(":")
            if compiled(_OF_A_STATUTE_ONLY).fullmatch(_base(section)):
                statutes[_base(section)].add(statute)
        covered = sorted(found.covered)
        for base, keys in itertools.islice(statutes.items(), MOST_AGAIN):
            key = next(iter(keys))
            if len(keys) > 1 or key not in self._statutes:
                continue
            for start in self.sections.places_of(text, base):
                index = bisect_left(covered, (start + 1,)) - 1
                inside = index >= 0 and covered[index].end > start
                if inside or taken(start) or reading.is_used(start) or not reading.is_named_before(key, start):
                    continue
                sections = self.sections.read(text, start, min(len(text), start + 120), tail=True)
                if sections is None or compiled(_LETTERS_BEHIND).match(text, sections.end):
                    continue
                if self.sections.is_of_a_statute(text, sections.end):
                    yield from cited(text, sections, self._statutes[key], None)

    def _own_numbers(self, text: str, hits: Iterable[Hit], reading: Reading) -> Iterator[Written]:
        """ "paragraph 345A", which only the Immigration Rules have, in a draft that names them."""
        for start, _, literal in hits:
            own = self._own.get(literal)
            if own is None or own.called.key not in reading.keys or reading.is_used(start):
                continue
            # "Art. 16a Abs. 2 und 5" goes on with a paragraph; behind "paragraph 345A and" anything may stand.
            tail = not literal.startswith("art")
            limit = min(len(text), start + 120)
            sign = -1 if tail else text.find("§", start, limit)
            sections = self.sections.read(text, start, sign if sign > 0 else limit, tail=tail)
            if sections is None and (figure := compiled(_FIGURE).search(literal)):
                # "paragraphe 97(1)": no word for a section, and of this number it is one
                sections = self.sections.read(text, start + figure.start(), limit, bare="1-4")
                if sections is not None:
                    first = sections.elements[0]._replace(start=start)
                    sections = sections._replace(start=start, elements=(first, *sections.elements[1:]))
            shape = compiled(rf"(?:{own.shape})(?:\(.*)?")
            if sections is None or not all(shape.fullmatch(section.key) for section in sections.elements):
                continue
            yield from cited(text, sections, own.called, None)
            closer = compiled(rf"(?<!\w)(?:{own.shape})(?:\([\divxa-z]{{1,5}}\)){{1,4}}")
            match = closer.search(text, sections.end, min(len(text), sections.end + REACH_OF_A_CLOSER_ONE))
            if match and not compiled(_SENTENCE_END).search(text, sections.end, match.start()):
                again = self.sections.read(text, match.start(), match.end(), bare="1-4")
                if again is not None:
                    yield from cited(text, again, own.called, None)


def _numbered(series: Series, text: str, start: int, end: int) -> Iterator[Place]:
    """The act of that series whose trigger stands at *start*."""
    floor = max(0, start - series.back)
    for match in compiled(series.pattern).finditer(text, floor, min(len(text), end + BEHIND_A_TRIGGER)):
        if match.start() <= start + (text[start] in " (") < match.end():
            groups: dict[str, str] = {}
            for name, value in match.groupdict().items():
                if value:
                    name = name.rstrip("0123456789")
                    value = in_full(value) if name == "year" else re.sub("[‑–]", "-", value)
                    # "Extradition Act, 1965", as Irish Acts were headed, is the Extradition Act 1965.
                    groups.setdefault(name, re.sub(r",(?=\s\d{4}$)", "", value) if name == "title" else value)
            called = series.called
            wanted = re.findall(r"\{(\w+)\}", called.key)
            if all(name in groups for name in wanted):
                called = called._replace(text=match[0], key=called.key.format_map(groups))
                yield Place(*match.span(), (called,), weak=series.weak)
            return


def _of_the_sentence(text: str, place: Span, cited: Sequence[tuple[Span, str]]) -> str | None:
    """
    The statute of the sections cited last before that place, or first behind it, in its sentence: "s.117B of the 2002
    Act and, for a criminal, s117C(6)"; ``None`` where the two differ.
    """
    index = bisect_left(cited, (place, ""))
    found = set()
    for other, statute in (*cited[max(0, index - 1) : index], *cited[index : index + 1]):
        low, high = min(other.end, place.end), max(other.start, place.start)
        if high - low <= REACH_IN_A_SENTENCE and not compiled(_SENTENCE_ENDS).search(text, low, high):
            found.add(statute)
    return found.pop() if len(found) == 1 else None


def _so_far(offset: int, cited: Sequence[tuple[Span, str]]) -> str | None:
    """The only statute whose sections are cited before that place."""
    before = [statute for span, statute in cited if span.start < offset]
    return before[0] if len(before) >= ENOUGH and len(set(before)) == 1 else None


def in_full(year: str) -> str:
    """A year of an act in four digits: "d.lgs. 251/07" is of 2007."""
    return year if len(year) == 4 else f"{19 if int(year) > LAST_OF_THE_CENTURY else 20}{year}"


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


def _of_the_file(file: Mapping[str, Any]) -> dict[str, Any]:
    """How all statutes of the State count their sections."""
    return {name: file[name] for name in ("dots", "hyphen", "compound") if name in file}


def _habits(raw: Mapping[str, Any]) -> dict[str, Any]:
    habits = {name: raw[name] for name in ("title", "words", "bare", "join", "last") if name in raw}
    return habits | {"not_before": tuple(raw["not_before"])} if "not_before" in raw else habits


def _inflects(text: str, end: int) -> bool:
    """Whether an ending is joined to an abbreviation: "VRKS-i § 4"."""
    return compiled(r"-[a-zäöõü]{1,3}\s").match(text, end) is not None


def _base(section: str) -> str:
    return section.partition("(")[0]


def _fold(text: str) -> str:
    return text.replace("\u0130", "i").lower()


# The number that an own word may have with it: "paragraphe 97(".
_FIGURE = r"\d"
_SENTENCE_END = r"[.!?]\s|\0"
# "9ter", "51/5", "35-bis", "60a".
_OF_A_STATUTE_ONLY = r"\d{1,4}(?:-?(?:bis|ter|quater|quinquies)|/\d{1,2}|[a-z])"
# "§ 60a EuAlÜbk": letters that may be a statute's that no file knows.
_LETTERS_BEHIND = r",?\s\(?[A-ZÄÖÜ][\w-]*[A-ZÄÖÜ]"
# "section 14:35.3", "53a-124": the code of some State, whose numbers are not read whole.
_GOES_ON = r"[.:/‑–-]\w"
# "s. 51" and "v. Minister" end none.
_SENTENCE_ENDS = r"(?<!\bv)(?<!\bss)(?<!\bs)[.!?][\")\]]?\s(?=[\"(\[]?[A-ZÀ-Þ])|\0"
