"""
How a State's courts are cited: the forms of ``rules/law/courts``, made into patterns.

A form is a template, not a regular expression:

- ``{year}``, ``{number}``, ``{date}``, … are slots: those of ``SLOTS``, a list of words that the file gives
  (``[words]``), or a template of its own (``[slots]``). A figure behind the name tells two slots of one kind apart:
  ``{number2}``.
- ``<a|b>`` is one of them, ``<a|>`` may be left out.
- a space is one space, ``~`` one or none; ``-`` is a hyphen or a dash, everything else is itself.

The key is a template too, with ``{dateyear}`` for the year of the date and ``{whole}`` for all of it; what stands in
``<…>`` there is left out when a slot in it is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Any

from attrs import define

# A date with its month in figures or in any word: the form around it says that it is one.
DATE = (
    r"\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d\d(?!\d))|\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d"
    r"|\d{4}\sm\.\s[^\W\d_]{3,12}\s\d{1,2}\sd\.|\d{4}\.\s(?:gada\s)?(?:\d{1,2}\.\s)?[^\W\d_]{3,12}\s?\d{0,2}\.?"
    r"|\d{1,2}(?:\.?[º°]|\.|er|st|nd|rd|th)?\s(?:de\s)?[^\W\d_]{3,12}\.?\s(?:de\s)?\d{4}|[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}"
)


@cache
def _spelled() -> re.Pattern[str]:
    return re.compile(
        r"(?P<day>\d{1,2})(?:\.?[º°]|\.|er|st|nd|rd|th)?\s(?:de\s)?(?P<month>[^\W\d_]{3,12})\.?\s(?:de\s)?(?P<year>\d{4})"
    )


@cache
def _in_figures() -> re.Pattern[str]:
    return re.compile(r"(?P<day>\d{1,2})[./]\s?(?P<month>\d{1,2})[./]\s?(?P<year>\d{4})")


@cache
def _month_first() -> re.Pattern[str]:
    return re.compile(r"(?P<month>[^\W\d_]{3,12})\.?\s(?P<day>\d{1,2}),\s(?P<year>\d{4})")


_ENGLISH = "janfebmaraprmayjunjulaugsepoctnovdec"
SLOTS = {
    "year": r"(?:1[89]|20)\d\d",
    "yy": r"\d\d",
    "number": r"\d{1,6}",
    "long": r"\d{5,8}",
    "grouped": r"\d{1,3}(?:[. ]?\d{3}){0,2}",
    "digit": r"\d",
    "three": r"\d{3}",
    "four": r"\d{4}",
    "padded": r"\d{5}",
    "nine": r"\d{9}",
    "docket": r"\d{1,5}",
    "appeal": r"[A-Z]{2}\d{8,9}",
    # Never over another number: "Cass., sez. I, n. 23208 nonché Cass. n. 29459/2019" are two.
    "any": r"(?:(?!\bn[.r°]\s?\d)[^;()\[\]\0]){2,60}?",
    "volume": r"\d{1,3}",
    "page": r"\d{1,5}",
    "roman": r"[IVXL]{1,5}",
    "letter": r"[A-Z]",
    "letters": r"[A-Z]{1,3}",
    "initials": r"[^\W\d_]{2,5}",
    "mixed": r"[A-Z][A-Za-z]{0,2}",
    "place": r"[^\W\d_a-zß-ÿ][^\W\d_]+(?:[ /-](?:der |am |an )?[^\W\d_a-zß-ÿ][^\W\d_]+){0,2}",
    "date": DATE,
}
# Slots whose leading zeros say nothing: "[2007] UKAIT 00023" is number 23.
_COUNTED = ("number", "volume", "page")
# Where a match may not begin and end: inside a word or a longer number; a bracket may have lost its space.
_BEGIN, _END = r"(?:(?<![\w./-])|(?<=[a-z)])(?=\[\d))", r"(?![\w]|[/-]\w|\.\d)"


@define(frozen=True, slots=False, eq=False, repr=False)
class Courts:
    """One file of ``rules/law/courts``: a State, and what its forms share."""

    country: str
    file: Mapping[str, Any]

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every form of the file."""
        return tuple(Form(self, raw) for raw in self.file.get("form", ()))

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """Name of a slot → canonical word → the spellings of it."""
        return {slot: _spellings(words) for slot, words in self.file.get("words", {}).items()}

    @cached_property
    def slots(self) -> Mapping[str, str]:
        """Name of a slot → pattern: those of every file, and the file's own."""
        slots = dict(SLOTS)
        for slot, template in self.file.get("slots", {}).items():
            slots[slot] = _named_group().sub("(?:", _pattern(template, self.words, slots))
        return slots


@define(frozen=True, slots=False, eq=False, repr=False)
class Form:
    """One way of citing the decisions of one court, or of some courts that are cited alike."""

    courts: Courts
    raw: Mapping[str, Any]

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """The lists of words that its slots stand for, the file's and its own."""
        return {**self.courts.words, **{slot: _spellings(words) for slot, words in self.raw.get("words", {}).items()}}

    @property
    def triggers(self) -> Iterator[str]:
        """What the automaton waits for; ``{digit}`` is any one."""
        for trigger in self.raw["on"]:
            yield from _with_digits(trigger)

    @property
    def name(self) -> str:
        """
        What stands before the citation and belongs to it: ``parties`` ("X v Y"), ``title`` (those, or a bare name as
        tribunals have it), or nothing.
        """
        return str(self.raw.get("name", ""))

    @property
    def needs_name(self) -> bool:
        """Whether it is a citation only behind the parties."""
        return bool(self.raw.get("needs_name", False))

    @property
    def is_report(self) -> bool:
        """Whether it names a page of a report, and not the court's own number."""
        return "{page}" in self.raw["key"]

    @property
    def weak(self) -> bool:
        """Whether a citation of another form beside it names the case better: a docket number beside a report."""
        return bool(self.raw.get("weak", False))

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """One pattern for each template."""
        return tuple(
            re.compile(_BEGIN + _pattern(template, self.words, self.courts.slots) + _END)
            for template in self.raw["forms"]
        )

    @cached_property
    def more(self) -> re.Pattern[str] | None:
        """The next number of a list, without the words that only the first one has: "1 C 33.14 und 1 C 34.14"."""
        if "more" not in self.raw:
            return None
        return re.compile(_BEGIN + _pattern(self.raw["more"], self.words, self.courts.slots) + _END)

    def key(self, match: re.Match[str], first: re.Match[str] | None = None) -> str:
        """
        The canonical form of what was matched, the State before it; what a later number of a list leaves unsaid is
        what the *first* one says.
        """
        said = {**(_values(first) if first is not None else {}), **_values(match)}
        values = {slot: self._canonical(slot, value) for slot, value in said.items()}
        values["whole"] = re.sub(r"\s+", " ", match[0])
        return f"{self.courts.country}:{_filled(self.raw['key'], values)}"

    def date(self, match: re.Match[str], months: Mapping[str, int]) -> tuple[int, int, str] | None:
        """Where the date stands, and it in ISO; ``None`` where no day is written or its month is not known."""
        group = next((name for name in ("date", "date__2") if name in match.re.groupindex and match[name]), None)
        iso = iso_date(match[group], months) if group else ""
        return (*match.span(group), iso) if group and iso else None

    def _canonical(self, slot: str, value: str) -> str:
        kind = slot.rstrip("0123456789")
        if kind in self.words:
            plain = " ".join(value.split())
            return next(word for word, spellings in self.words[kind].items() if plain in spellings)
        if kind in _COUNTED:
            return str(int(value))
        if kind == "grouped":
            return re.sub(r"\D", "", value)
        return re.sub(r"\s+", " ", value)


def _spellings(words: Sequence[str] | Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    if isinstance(words, Mapping):
        return {word: (word, *spellings) for word, spellings in words.items()}
    return {word: (word,) for word in words}


def _with_digits(trigger: str) -> Iterator[str]:
    head, found, tail = trigger.partition("{digit}")
    if not found:
        yield head
        return
    for digit in "0123456789":
        yield from _with_digits(f"{head}{digit}{tail}")


def iso_date(written: str, months: Mapping[str, int]) -> str:
    """``"20.02.2013"`` or ``"16. Apr. 2018"`` as ISO text; empty where it is neither."""
    match = _in_figures().fullmatch(written) or _spelled().fullmatch(written) or _month_first().fullmatch(written)
    if match is None:
        return ""
    month = match["month"].lower()
    if month.isdigit():
        number = int(month)
    else:
        # A month before its day is English: "Mar. 5" is no Finnish November.
        english = _ENGLISH.find(month[:3]) // 3 + 1 if match.re is _month_first() else 0
        number = months.get(month) or english or _abbreviated(month, months)
    return f"{match['year']}-{number:02d}-{int(match['day']):02d}" if 1 <= number <= 12 else ""


def _abbreviated(month: str, months: Mapping[str, int]) -> int:
    """The month that a word of three letters or more begins, 0 where several languages disagree."""
    numbers = {number for name, number in months.items() if name.startswith(month)}
    return numbers.pop() if len(numbers) == 1 else 0


# --- templates -------------------------------------------------------------------------------------------------------


def _pattern(template: str, words: Mapping[str, Mapping[str, Sequence[str]]], slots: Mapping[str, str]) -> str:
    pieces: list[str] = []
    seen: dict[str, int] = {}
    offset = 0
    while offset < len(template):
        sign = template[offset]
        if sign == "{":
            end = template.index("}", offset)
            # Between brackets any four figures are meant as a year: what court "[2518] UKSC 4" names is said of it.
            held = {**slots, "year": r"\d{4}"} if template[offset - 1 : end + 2] == "[{year}]" else slots
            pieces.append(_slot(template[offset + 1 : end], words, held, seen))
            offset = end
        elif sign in "<|>":
            pieces.append({"<": "(?:", "|": "|", ">": ")"}[sign])
        else:
            pieces.append({" ": r"\s", "~": r"\s?", "-": "[-–—]", "–": r"\s?[-–—]\s?"}.get(sign) or re.escape(sign))
        offset += 1
    return "".join(pieces)


def _slot(
    name: str, words: Mapping[str, Mapping[str, Sequence[str]]], slots: Mapping[str, str], seen: dict[str, int]
) -> str:
    kind = name.rstrip("0123456789")
    if kind in words:
        spellings = {spelling for each in words[kind].values() for spelling in each}
        longest_first = sorted(spellings, key=lambda word: (-len(word), word))
        inside = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first)
    else:
        inside = slots[kind]
    seen[name] = seen.get(name, 0) + 1
    group = name if seen[name] == 1 else f"{name}__{seen[name]}"
    return f"(?P<{group}>{inside})"


def _values(match: re.Match[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for group, value in match.groupdict().items():
        if value is not None:
            values.setdefault(group.partition("__")[0], value)
    if years := re.findall(r"\d{4}", values.get("date", "")):
        values["dateyear"] = years[0]
    return values


def _filled(template: str, values: Mapping[str, str]) -> str:
    def piece(match: re.Match[str]) -> str:
        slots = _slot_name().findall(match[1])
        return _filled(match[1], values) if all(values.get(slot) for slot in slots) else ""

    return _slot_name().sub(lambda match: values.get(match[1], ""), _optional().sub(piece, template))


@cache
def _slot_name() -> re.Pattern[str]:
    return re.compile(r"\{([a-z]+\d?)\}")


@cache
def _named_group() -> re.Pattern[str]:
    return re.compile(r"\(\?P<\w+>")


@cache
def _optional() -> re.Pattern[str]:
    return re.compile(r"<([^<>]*)>")
