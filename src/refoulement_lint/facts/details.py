"""
Who, where and when of a fact, and how well it is borne out: read in the sentence of the fact; and the State in which a
story is, which a sentence takes over from those before it in the paragraph.

What is not said stays empty. A State that stands before the fact in the sentence is as often where the person came from
as where he or she was sent, so that only what stands behind it is taken for a destination; and a story that moved on,
or speaks of what the State of refuge does, is no longer in the State that was named last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from attrs import define

from refoulement_lint.days import Day, days_in, month_number
from refoulement_lint.late import late
from refoulement_lint.model import Details, Span

NEAR = 3
"""How many words there may be between "to" and the State ("to the territory of Belarus")."""
BEHIND = 90
"""How many characters behind the words of a fact may still speak of it."""
UNSAID = ("", False)
"""No State is said, and none acts."""
AT_HEAD = 3
"""Behind so many words of a clause "en Libye" says where, and not whither."""
SPEECH = 40
"""Within so many characters behind a colon somebody is speaking."""
RIGHT_BEHIND = 2
"""So many words may stand between a procedure and the State in which it was: "in", "in the"."""
BESIDE = 24
"""In so many characters stand the first two words of a clause, and the next."""


class _State(NamedTuple):
    """
    A State named in a sentence: its code, where it stands, and its part: ``from``, ``to``, ``at``, ``acts``, ``either``
    (whither or where, as "en Libye") or nothing.
    """

    code: str
    start: int
    part: str
    end: int


@define(frozen=True, slots=False, kw_only=True, eq=False, repr=False)
class Circumstances:
    """
    How one language says whence, whither, where and how old: ``[details]`` of ``rules/telling/<language>.toml``.

    *states* are the names of the register, in lower case, with their codes.
    """

    words: Mapping[str, Any]
    states: Mapping[str, str]

    def said_in(self, sentence: str, before: str = "") -> Said:
        """What *sentence* says, for every fact in it; *before* is what its paragraph says before it."""
        return Said(sentence, before, self)

    def named(self, said: str) -> Iterator[_State]:
        """Every State that the sentence names, with the part that it plays."""
        words = list(_WORD.finditer(said))
        low = [word[0].lower() for word in words]
        for index, after, code, adjective in self._known_in(low):
            if not (code or adjective):
                continue
            is_name = words[index][0][0].isupper()
            beside = low[after : after + 2] if is_name else low[max(0, index - 2) : after + 2]
            office = any(self._is_authority(one) for one in beside)
            part = self._part(low[max(0, index - NEAR) : index])
            if not office and (not is_name or (not code and part != "to")):
                continue  # an adjective says a State only beside its authorities ("Polish guards", not "in Polish")
            if code and part != "by" and is_name and self._is_locative(low[max(0, index - 2) : index], low[index]):
                part = "at"
            acts = part not in ("to", "either") and (office or part == "by")
            # An office ends behind its State: "Polish guards".
            yield _State(code or adjective, words[index].start(), "acts" if acts else part, words[index].end())

    def peoples(self, said: str) -> Iterator[tuple[str, str, int, int]]:
        """
        Every State, town or people that the words name, with the part that it plays and where it stands: "Tamils from
        Jaffna", "opposants tchadiens", beside whatever they stand.
        """
        words = list(_WORD.finditer(said))
        low = [word[0].lower() for word in words]
        for index, after, code, adjective in self._known_in(low):
            name = low[index]
            if not code and len(name) > _SHORTEST and name[-1] == "s":
                adjective = adjective or self._known[name[:-1]][1]  # "Ugandans"
            if code or adjective:
                part = self._part(low[max(0, index - NEAR) : index])
                yield code or adjective, part, words[index].start(), words[after - 1].end()

    def _known_in(self, low: Sequence[str]) -> Iterator[tuple[int, int, str, str]]:
        """
        For each word its place, the place behind the name that begins there, and the State that it names, as a name and
        as an adjective; names of two words first: "North Macedonia", "Saudi Arabia".
        """
        known, pairs = self._known, self._pairs
        for index, name in enumerate(low):
            code, adjective = known[name]
            after = index + 1
            if name in pairs and after < len(low) and low[after] in pairs[name]:
                code, after = pairs[name][low[after]], after + 1
            yield index, after, code, adjective

    def _is_locative(self, before: Sequence[str], name: str) -> bool:
        """Whether the ending of the name says where and not whither: "в Иране", "Irane", "Irānā", "na Białorusi"."""
        endings, words = self._locative
        return bool(endings) and name.endswith(endings) and (not words or not words.isdisjoint(before))

    @cached_property
    def _locative(self) -> tuple[tuple[str, ...], frozenset[str]]:
        said = self.words.get("locative", {})
        return tuple(said.get("endings", ())), frozenset(said.get("behind", ()))

    @cached_property
    def there(self) -> frozenset[str]:
        """Words that say again where: "there", "where"."""
        return frozenset(self.words.get("there", ()))

    def says_there(self, words: Sequence[str]) -> bool:
        """Whether a clause that begins with these *words* takes up a place: "and there he was", not "there was no"."""
        first = next((place for place, word in enumerate(words[:2]) if word in self.there), None)
        return first is not None and words[first + 1 : first + 2] not in self._existential

    @cached_property
    def _existential(self) -> list[list[str]]:
        return [[word] for word in self.words.get("existential", ())]

    def moves_on(self, said: str) -> bool:
        """Whether the story may be in another State after the words *said*: a journey, the procedure of a refuge."""
        whole, begin = self._moving
        return any(word in whole or word.startswith(begin) for word in _words(said))

    @cached_property
    def _moving(self) -> tuple[frozenset[str], tuple[str, ...]]:
        return _whole_and_begun(self.words.get("moving", ()))

    @property
    def nouns_have_capitals(self) -> bool:
        """Whether a capital inside a sentence says nothing, as in German."""
        return bool(self.words.get("nouns_have_capitals"))

    def names_more(self, said: str) -> bool:
        """Whether *said* has a name inside a sentence, which may be a place that is not known."""
        if self.nouns_have_capitals:
            return bool(self.place(said))
        return any(month_number(found[1].lower()) is None for found in _INSIDE.finditer(said))

    @cached_property
    def _known(self) -> _Known:
        return _Known(lambda name: self._code(name) or self._city(name), self._adjectives)

    @cached_property
    def _pairs(self) -> dict[str, dict[str, str]]:
        """Names of two words: the first word → the second → the code."""
        pairs: dict[str, dict[str, str]] = {}
        for name, code in self.states.items():
            first, _, second = name.partition(" ")
            if second:
                pairs.setdefault(first, {})[second] = code
        return pairs

    def _code(self, name: str) -> str:
        return self.states.get(name) or self._written.get(name) or self._beginning(name)

    def _beginning(self, name: str) -> str:
        return _beginning(name, self._beginnings)

    def _city(self, name: str) -> str:
        return self._cities.get(name) or _beginning(name, self._cities_begin)

    @cached_property
    def _cities(self) -> dict[str, str]:
        return {name: code for code, name in self._listed("cities") if not name.endswith("*")}

    @cached_property
    def _cities_begin(self) -> dict[str, str]:
        return {name[:-1]: code for code, name in self._listed("cities") if name.endswith("*")}

    @cached_property
    def _written(self) -> dict[str, str]:
        return {name: code for code, name in self._listed("names") if not name.endswith("*")}

    @cached_property
    def _beginnings(self) -> dict[str, str]:
        return {name[:-1]: code for code, name in self._listed("names") if name.endswith("*")}

    @cached_property
    def _adjectives(self) -> dict[str, str]:
        return {name: code for code, name in self._listed("adjectives")}

    def _listed(self, kind: str) -> Iterator[tuple[str, str]]:
        for code, names in self.words.get(kind, {}).items():
            for name in names:
                yield code, name

    def _part(self, before: Sequence[str]) -> str:
        """What the nearest of the words before a State says; a preposition of two words counts as both."""
        for place in range(len(before), 0, -1):
            for part, phrase in self._parts.get(before[place - 1], ()):
                if place >= len(phrase) and before[place - len(phrase) : place] == phrase:
                    return part
        return ""

    @cached_property
    def _parts(self) -> dict[str, list[tuple[str, list[str]]]]:
        """What the phrases of place say, by their last word, in the order in which they are asked."""
        ending: dict[str, list[tuple[str, list[str]]]] = {}
        for part in ("to", "either", "from", "by", "at"):
            for phrase in self.words.get(part, ()):
                words = phrase.split()
                ending.setdefault(words[-1], []).append((part, words))
        return ending

    @cached_property
    def _is_authority(self) -> Callable[[str], bool]:
        whole, begin = _whole_and_begun(self.words.get("authorities", ()))
        return lambda word: word in whole or word.startswith(begin)

    def place(self, said: str) -> str:
        """The first name with a capital behind a word of place that is neither a State nor a month."""
        for found in self._places.finditer(said):
            name = found["name"]
            low = _NAME_END.split(name, maxsplit=1)[0].lower()
            if len(low) < _SHORTEST or not name[0].isupper() or low in self._adjectives or _is_no_place(low):
                continue
            if self._code(name.lower()) or self._code(low):
                continue
            return name
        return ""

    @cached_property
    def _places(self) -> re.Pattern[str]:
        before = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in self.words.get("at", ())) or "(?!)"
        return re.compile(rf"\b(?:{before})\s(?:the\s|la\s|le\s|les\s|der\s|dem\s)?(?P<name>{_NAME}(?:[\s-]{_NAME})?)")

    def age(self, said: str) -> int | None:
        """The age that the sentence gives somebody."""
        found = self._ages.search(said) if _DIGIT.search(said) else None
        if found is None:
            return None
        return next(int(group) for group in found.groups() if group is not None)

    @cached_property
    def _ages(self) -> re.Pattern[str]:
        number = r"(?<![\d./])(\d{1,2})"
        patterns = (one.replace(" ", r"[\s-]").replace("{n}", number) for one in self.words.get("ages", ()))
        return re.compile("|".join(patterns) or "(?!)", re.IGNORECASE)


def _words(said: str) -> list[str]:
    return _WORD.findall(said.lower())


def _whole_and_begun(words: Sequence[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The *words* that are whole, and the beginnings of the others ("polic*")."""
    whole = frozenset(word for word in words if not word.endswith("*"))
    return whole, tuple(word[:-1] for word in words if word.endswith("*"))


def _beginning(name: str, beginnings: Mapping[str, str]) -> str:
    """The code of the longest of *beginnings* with which the name begins."""
    for length in range(len(name), 2, -1):
        if name[:length] in beginnings:
            return beginnings[name[:length]]
    return ""


class _Known(dict[str, tuple[str, str]]):
    """A word in lower case → the codes of the State that it names and of the one that it is the adjective of."""

    def __init__(self, code: Callable[[str], str], adjectives: Mapping[str, str]) -> None:
        super().__init__()
        self._code = code
        self._adjectives = adjectives

    def __missing__(self, word: str) -> tuple[str, str]:
        code = self._code(word)
        known = self[word] = code, "" if code else self._adjectives.get(word, "")
        return known


class Said:
    """What one sentence says of who, where and when; read when a fact first asks."""

    def __init__(self, sentence: str, before: str, circumstances: Circumstances) -> None:
        self._said = sentence
        self._before = before
        self._circumstances = circumstances

    def of(self, start: int, end: int, *, moves: bool, acts: bool, asks: bool = False) -> Details:
        """
        What the sentence says of the fact from *start* to *end* in it. *moves*: it takes somebody from one State to
        another; *acts*: some State does it; *asks*: it is of a procedure or a law, so that a State farther behind it is
        what it is about ("not interviewed about what had happened in Russia").
        """
        said, named = self._said, self._named
        actor = destination = ""
        by = False
        if moves:
            actor = next((one.code for one in named if one.part == "acts"), "")
            by = bool(actor)
            reach = min(_clause_end(said, end), end + BEHIND)
            behind = [one for one in named if start <= one.start < reach]
            destination = next(
                (one.code for one in behind if one.part in ("to", "either") or (one.part == "at" and one.start < end)),
                "",
            )
            actor = actor or next((one.code for one in behind if one.part == "from"), "")
        else:
            actor, by = self._where(start, end, acts=acts, asks=asks)
        return _one_of(
            Details(
                state="" if actor == destination else actor,
                by=by and actor != destination,
                destination=destination,
                place=self._place(start, end),
                date=self._date(start, end),
                age=self._age,
            )
        )

    def _where(self, start: int, end: int, *, acts: bool, asks: bool) -> tuple[str, bool]:
        """
        The State that does what stands from *start* to *end* (only where *acts*), or in which it was done, and whether
        it does it; nothing in doubt.
        """
        low, high = _clause_start(self._said, start), _clause_end(self._said, end)
        placed = [one for one in self._named if self._places(one, start, end, acts=acts)]
        if asks:
            placed = [one for one in placed if one.part == "acts" or self._asks_in(one, low, end)]
        here = [one for one in placed if low <= one.start < high]
        if actors := {one.code for one in here if one.part == "acts"}:
            return (actors.pop(), True) if len(actors) == 1 else UNSAID
        if here:
            states = {one.code for one in here}
            return (states.pop(), False) if len(states) == 1 else UNSAID
        if not acts:
            return UNSAID
        opening = _clause_start(self._said, low - 1)
        if len(_words(self._said[opening:low])) > 1:
            opening = low  # not "There, he was …"
        if self._circumstances.says_there(_words(self._said[opening : max(start, opening) + BESIDE])):
            return self._there(opening), False
        if placed:
            states = {one.code for one in placed}
            last = max(placed, key=lambda one: one.start)
            since = self._said[min(last.end, start) : max(last.end, start)]
            by = last.part == "acts"
            moved = not by and last.end < start and self._circumstances.moves_on(since)
            return (states.pop(), by) if len(states) == 1 and not (moved or ";" in since or ":" in since) else UNSAID
        return self._carried(start, end), False

    def _places(self, one: _State, start: int, end: int, *, acts: bool) -> bool:
        """Whether the State says where or by whom; "en Libye" does at the head of a clause and behind the fact."""
        if one.part == "either":
            head = self._said[_clause_start(self._said, one.start) : one.start]
            if len(head.split()) <= AT_HEAD:
                return True
            # "détenu trois ans en Libye", but not "détenu puis refoulé en Libye".
            return start <= one.start and not self._circumstances.moves_on(self._said[end : one.start])
        if one.part == "at":
            # "detained in Libya", but not "detained on arriving in Italy".
            return one.start < end or not self._circumstances.moves_on(self._said[end : one.start])
        return acts and one.part == "acts"

    def _asks_in(self, one: _State, low: int, end: int) -> bool:
        """Whether a procedure is in the State: at the head of the clause, or right behind it ("asylum in Italy")."""
        head = self._said[low : one.start]
        gap = self._said[end : one.start]
        return (low <= one.start and len(head.split()) <= AT_HEAD) or (
            end <= one.start and len(gap.split()) <= RIGHT_BEHIND and not _CLAUSE.search(gap)
        )

    def _there(self, low: int) -> str:
        """The State named last before "there", in the sentence or before it; nothing if another name stands between."""
        text, named = self._said[:low], [one for one in self._named if one.start < low]
        if not named and not text.strip():
            text, named = self._before, list(self._earlier)
        placed = [one for one in named if one.part not in ("", "from")]
        if not placed and len({one.code for one in named}) == 1:
            placed = named
        return placed[-1].code if placed and not self._circumstances.names_more(text[placed[-1].end :]) else ""

    def _carried(self, start: int, end: int) -> str:
        """The State in which the paragraph was before the sentence, unless it may have moved on since."""
        if self._named or not self._earlier:
            return ""
        last = self._earlier[-1]
        spoken = not _SPEECH.isdisjoint(self._before[max(0, last.start - SPEECH) : last.start])
        if spoken or last.part not in ("at", "acts"):
            return ""
        # The words of the fact itself are no journey, and in German no sign of another place: "in Haft".
        around = (self._before[last.end :], self._said[:start], self._said[end:])
        names = around if self._circumstances.nouns_have_capitals else (around[0], self._said)
        moved = any(map(self._circumstances.moves_on, around)) or any(map(self._circumstances.names_more, names))
        return "" if moved else last.code

    @cached_property
    def _earlier(self) -> tuple[_State, ...]:
        return tuple(self._circumstances.named(self._before))

    @cached_property
    def _named(self) -> tuple[_State, ...]:
        return tuple(self._circumstances.named(self._said))

    def _place(self, start: int, end: int) -> str:
        return self._circumstances.place(self._said[slice(*self._near(start, end))])

    def _near(self, start: int, end: int) -> tuple[int, int]:
        """The clause of the fact, with a short one beside it: "In May 2025, near Tsonia, the boat was …"."""
        said = self._said
        low, high = _clause_start(said, start), _clause_end(said, end)
        while low and (before := _clause_start(said, low - 2)) < low and _is_short(said[before:low]):
            low = before
        after = _clause_end(said, high + 1) if high < len(said) else high
        return low, after if _is_short(said[high:after]) else high

    @cached_property
    def _age(self) -> int | None:
        return self._circumstances.age(self._said)

    @cached_property
    def _dates(self) -> tuple[tuple[Day, ...], str]:
        return _dates_in(self._said)

    def _date(self, start: int, end: int) -> str:
        """The day in the clause of the fact that is nearest to it, as ISO; or else a month with its year."""
        days, month = self._dates
        low, high = self._near(start, end)
        own = [day for day in days if low <= day.span.start < high and not day.earlier]
        if own:
            return min(own, key=lambda day: self._gap(day.span, start, end)).day.isoformat()
        return month if month and month in _dates_in(self._said[low:high])[1] else ""

    def _gap(self, day: Span, start: int, end: int) -> int:
        """How far a day is from the fact; one that is told of another verb is farther."""
        before, after = (day.end, start) if day.end <= start else (end, day.start)
        return max(0, after - before) + AND_IS * len(_AND.findall(self._said, before, max(before, after)))


@lru_cache(maxsize=2048)
def _one_of(details: Details) -> Details:
    """One value for all that are equal: a long draft says the same few things of thousands of facts."""
    return details


_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_NAME = r"[A-Z\u00c0-\u00de\u0100-\u017d\u0410-\u042f][^\W\d_]+"
_SHORTEST = 3
_SPEECH = frozenset(':\u201c\u201e\u00ab"')
# A name inside a sentence: behind a word or its comma.
_INSIDE = late(r"(?<=[^\W\d_]),?\s([A-Z\u00c0-\u00de\u0100-\u017d\u0410-\u042f][^\W\d_]+)")
# What follows "in" or "at" with a capital and is no place: courts, documents, languages, days.
_NO_PLACE = late(
    r"(?:court|dublin|govern|state|articl|annex|appendix|section|chapter|paragraph|convention|directive|regulation|committee"
    r"|polish|english|french|german|russian|arabic|farsi|persian|pashto|dari|kurdish|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|europ|ramadan|christmas|easter|pełnomocn|ustaw|sąd|urz|gericht|bundes|art|załącz|anlage"
    r"|ministr|tribun|cour|суд|закон|стат)"
)


# And these words whole: months, titles and languages.
_NO_NAME = late(
    r"(?:jan(?:uar\w{0,2}|vier|v\w{3,4})?|feb(?:ruar\w{0,2})?|février|mar(?:ch|s|ca|cu|zec|zo|ts\w?)|märz|apr[iī]l\w{0,2}|avril|ma[yij]\w?"
    r"|ju[nl][eiīy]\w?\w?|juin|juillet|aug(?:ust\w{0,2})?|août|sept?(?:emb\w+)?|o[ck]t(?:ob\w+)?|[nd][oeéi][vcz](?:emb\w+|ember)?"
    r"|stycz\w+|lut(?:y|ego|ym)|kwietn?\w+|czerw(?:iec|ca|cu)|lip(?:iec|ca|cu)|sierp\w+|wrze[sś]\w+|paźdz\w+|listopad\w*|grud(?:zień|nia|niu)"
    r"|янв\w+|февр\w+|марта?е?|апрел\w|ма[йяе]|ию[нл]\w|август\w?|сент\w+|октя\w+|нояб\w+|декаб\w+"
    r"|mr|mrs|ms|mme|mlle|mmes|maître|herrn?|frau|pan|pani|pana|panią|judge|justice|minister|président|monsieur|madame|allah|god"
    r"|amharic|somali|urdu|bengali|tamil|tigrinya|turkish|kurmanji|sorani|spanish|italian|greek|ukrainian|deutsch\w*|\w+isch(?:e[mnrs]?)?"
    r"|anglais|français|arabe|russe|turc|grec"
    # German writes every noun with a capital.
    r"|\w+(?:ung|ungen|heit|keit|schaft|haft|nis|nisse|tum|tät|wagen|lager|zentrum|schellen|wäsche|verfahren|urteil|bescheid|gesetz|antrag|klage"
    r"|nacht|woche[n]?|monat\w*|jahr\w*|zelle|keller|garage|klinik|haus|wald|fluss|grenze|zaun|boot|hof|dorf|stadt|sohn|tochter|kind\w*)"
    r"|haft|nacht|wald|fluss|boot|zaun|grenze|stadt|dorf|krieg|sommer|winter|herbst|frühjahr|frühling|anfang|mitte|ende|gefahr|angst|recht|kopf"
    r"|rücken|gesicht|wasser|kälte|schnee|not|ruhe|sinne|fall|fällen|folge|wahrheit|zukunft|uniform|zivil|eile|freiheit|erst\w*|zweit\w*)\Z"
)


def _is_no_place(word: str) -> bool:
    return _NO_PLACE.match(word) is not None or _NO_NAME.match(word) is not None


AND_IS = 30
"""As so many characters counts an "and" between a day and a fact: the day belongs to one of the verbs it joins."""
_AND = late(r"\b(?:and|et|und|i|ir|un|и|but|then|puis)\b")
_NAME_END = late(r"[\s-]")
_SHORT = 6


def _is_short(clause: str) -> bool:
    """Whether a clause is no more than a day or a place."""
    return 0 < len(clause.split()) <= _SHORT


# A clause ends at these, but not at the comma before a date.
_CLAUSE = re.compile(r"[;:()\"]|, (?!on |am |le |w dniu )")


def _clause_start(said: str, before: int) -> int:
    return max((found.end() for found in _CLAUSE.finditer(said, 0, before)), default=0)


def _clause_end(said: str, after: int) -> int:
    found = _CLAUSE.search(said, after)
    return found.start() if found else len(said)


def _dates_in(said: str) -> tuple[tuple[Day, ...], str]:
    """The days of the sentence that are not of an act, and where there are none the first month with its year."""
    days = list(days_in(said))
    told = tuple(day for day in days if not day.of_an_act)
    if told:
        return told, ""
    for year in _YEAR.finditer(said):
        found = _MONTH.search(said, max(0, year.start() - _LONGEST), year.start())
        if found is None or any(day.span.start <= found.start() < day.span.end for day in days):
            continue  # the date of an act
        number = month_number(found[0]) if len(found[0]) >= _SHORTEST else None
        if number is not None:
            return (), f"{year[0]}-{number:02}"
    return (), ""


_YEAR = re.compile(r"(?:19|20)\d\d(?![\d/-])")
_LONGEST = 14
_MONTH = re.compile(r"[^\W\d_]+(?=\s\Z)")
