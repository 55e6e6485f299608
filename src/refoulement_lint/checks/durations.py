"""Durations as a language says them: "two months", "a 30-day limit", "zweiwöchig", "w terminie miesiąca"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from refoulement_lint.folding import fold
from refoulement_lint.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

# Days; a working week has five of its days.
LENGTHS = {"day": 1.0, "working day": 1.4, "week": 7.0, "month": 30.4, "year": 365.0}
# So much of the longer one two durations may differ and be the same: thirty days and a month, sixty days and two.
SLACK = 0.03
# "one or two months", "14 - 28 days": a word so short, and not more, stands between the two numbers.
LONGEST_OR = 4
# Letters that join a number and a unit in one word, "dwu-miesięczny", "trzydziest-o-dniowy", "Vier-wochen".
JOINTS = ("", "o", "u", "i")
DIGITS = 3
TENS = range(20, 100, 10)


class Duration(NamedTuple):
    """So many units, and where they stand; an empty span in the table."""

    number: int
    unit: str
    span: Span = Span(0, 0)

    @property
    def days(self) -> float:
        """About how long it is."""
        return self.number * LENGTHS[self.unit]

    def is_same(self, other: Duration) -> bool:
        """Whether a reader would take the one for the other."""
        if self.number == other.number and {self.unit, other.unit} <= {"day", "working day"}:
            return True
        return abs(self.days - other.days) <= SLACK * max(self.days, other.days)


def duration_of(written: str) -> Duration:
    """A duration of the table, "5 working days"."""
    count, _, unit = written.partition(" ")
    return Duration(int(count), unit.removesuffix("s"))


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def in_words(written: str) -> str:
    """ "1 month" of the table as "one month", for a message."""
    count, _, unit = written.partition(" ")
    return f"{_NUMBERS[int(count)] if int(count) < len(_NUMBERS) else count} {unit}"


class Speech:
    """How one language says durations, from its file in ``rules/durations``."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._numbers: dict[str, int] = {}
        # "quatre-vingt-dix", "vingt et un": by the first word.
        self._long: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for number, forms in words.get("numbers", {}).items():
            for form in forms.split("|"):
                first, *rest = form.split()
                if rest:
                    self._long.setdefault(first, []).append(((first, *rest), int(number)))
                else:
                    self._numbers[first] = int(number)
        for long in self._long.values():
            long.sort(key=lambda one: -len(one[0]))
        self._between = frozenset(words.get("between", "").split("|"))
        self._units = _sorted_units(words.get("units", {}))
        self._joined = _sorted_units(words.get("joined", {}))
        self._alone = _sorted_units(words.get("alone", {}))

    def durations_in(self, text: str, at: int) -> list[Duration]:
        """Every duration in *text*, a sentence that begins at *at*, in its order."""
        places = [match.span() for match in _pieces().finditer(text)]
        words = [fold(text[start:end]) for start, end in places]
        return [
            Duration(count, unit, Span(at + places[first][0], at + places[last][1]))
            for count, unit, first, last in self._read(words)
        ]

    def _read(self, words: Sequence[str]) -> Iterator[tuple[int, str, int, int]]:
        """Number, unit, first word, last word of each duration."""
        behind = -1
        for place, word in enumerate(words):
            if place <= behind:
                continue
            number, after = self._number(words, place)
            if number is None:
                one = _unit(self._alone, words, place) or self._whole(word)
                if one is not None:
                    behind = place + one[1] - 1
                    yield one[2], one[0], place, behind
                continue
            first = place
            start = after
            # Of "two (2) months" and "a 30-day limit" the second number counts; "one or two months" is both.
            other, beyond = self._number(words, after)
            if other is not None:
                first = place if number == other else after
                number, after = other, beyond
            elif after < len(words) and len(words[after]) <= LONGEST_OR and words[after] not in self._between:
                other, beyond = self._number(words, after + 1)
                after = beyond if other is not None else after
            while after < len(words) and words[after] in self._between and not _unit(self._units, words, after):
                after += 1
            unit = _unit(self._units, words, after) or _unit(self._joined, words, after)
            if unit is None:
                if other is not None:
                    behind = start - 1
                continue
            behind = after + unit[1] - 1
            for count in dict.fromkeys((number, number if other is None else other)):
                yield count, unit[0], first, behind

    def _number(self, words: Sequence[str], place: int) -> tuple[int | None, int]:
        """The number that begins there, and the word behind it: "28", "twenty-eight", "dwudziestu ośmiu"."""
        if place >= len(words):
            return None, place
        word = words[place]
        if word.isdecimal():
            return (int(word), place + 1) if word.isascii() and len(word) <= DIGITS else (None, place)
        for form, number in self._long.get(word, ()):
            if tuple(words[place : place + len(form)]) == form:
                return number, place + len(form)
        number = self._numbers.get(word, 0)
        if number in TENS and place + 1 < len(words):
            more = self._numbers.get(words[place + 1], 0)
            if 0 < more < 10:
                return number + more, place + 2
        return number or None, place + 1

    def _whole(self, word: str) -> tuple[str, int, int] | None:
        """Number and unit in one word: "zweiwöchige", "шестимесячный"."""
        for end in range(len(word) - 2, 1, -1):
            number = next((self._numbers[form] for form in _bare(word[:end]) if form in self._numbers), None)
            if number is not None:
                unit = _unit(self._joined, (word[end:],), 0)
                if unit is not None:
                    return unit[0], 1, number
        return None


def _bare(beginning: str) -> Iterator[str]:
    """The beginning of a word without what joins it to the rest."""
    for joint in JOINTS:
        if beginning.endswith(joint):
            yield beginning[: len(beginning) - len(joint)]


_Units = tuple[tuple[tuple[str, ...], str], ...]


def _sorted_units(units: Mapping[str, str]) -> _Units:
    """Each form as its words, with its unit; forms of more words first."""
    forms = [(tuple(form.split()), unit) for unit, listed in units.items() for form in listed.split("|")]
    return tuple(sorted(forms, key=lambda one: -len(one[0])))


def _unit(units: _Units, words: Sequence[str], place: int) -> tuple[str, int, int] | None:
    """The unit that begins at that word, how many words it has, and one, its number where no other stands."""
    for form, unit in units:
        there = words[place : place + len(form)]
        if len(there) == len(form) and all(_is(word, one) for word, one in zip(there, form, strict=True)):
            return unit, len(form), 1
    return None


def _is(word: str, form: str) -> bool:
    return word.startswith(form[:-1]) if form.endswith("*") else word == form


@lru_cache(maxsize=1)
def _pieces() -> re.Pattern[str]:
    return re.compile(r"\d++|[^\W\d_]++")
