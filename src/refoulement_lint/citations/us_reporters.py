"""
Reports of the United States courts: "480 U.S. 421", "28 I&N Dec. 781", "268 F.3d at 1147", "2000-Ohio-123".

The reporters are a table, ``rules/law/courts/us_reporters.tsv``: what stands between a volume and a page is looked up
there. No pattern has to try thousands of names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from refoulement_lint.model import Part, Span

# The last digit of a volume and the first letter of a reporter.
LITERALS = tuple(
    f"{digit}{sign}{letter}" for digit in range(10) for sign in " -" for letter in "abcdefghijklmnopqrstuvwxyz("
    if (sign == " " or letter in "on")
)  # fmt: skip
# The longest spelling in the table has 64 characters.
LONGEST = 80


class Read(NamedTuple):
    """One report as it stands."""

    start: int
    end: int
    key: str
    reporter: str
    is_short: bool
    is_certain: bool
    parts: tuple[Part, ...]


class Reporters:
    """The table; *row* gives reporter, needs and shape of a spelling, or ``None``."""

    def __init__(self, row: Callable[[str], tuple[str, str, str] | None]) -> None:
        # "16 April 2018" asks for "April", and a draft is full of days.
        self._row = lru_cache(maxsize=1024)(row)

    def read(self, text: str, digit: int) -> Read | None:
        """The report whose volume ends at *digit*, or ``None``."""
        volume = _volume().search(text, max(0, digit - 6), digit + 1)
        if volume is None or (
            volume.start() and _not_before().search(text, max(0, volume.start() - 8), volume.start())
        ):
            return None
        begin = digit + 2
        longest = None
        for candidate, after in _candidates(text, begin):
            row = self._row(candidate)
            if row is None:
                continue
            reporter, needs, shape = row
            joined = text[digit + 1] == "-"
            if joined != (shape == "neutral"):
                continue
            page = (_joined_page() if joined else _page()).match(text, after)
            if page is None:
                continue
            number = page["page"].replace(",", "")
            joint = "-" if joined else " "
            key = f"{int(volume[0])}{joint}{reporter}{joint}{number}"
            year = page["year"] if not joined else None
            parts = (Part("year", Span(*page.span("year")), year),) if year else ()
            is_short = bool(page["at"]) if not joined else False
            is_certain = not needs or joined or bool(_year_behind().match(text, page.end()))
            # "F. Supp. 2d 123" is not page 2d of "F. Supp.".
            longest = Read(volume.start(), page.end(), key, reporter, is_short, is_certain, parts)
        return longest


def _candidates(text: str, begin: int) -> Iterator[tuple[str, int]]:
    """What may be a reporter's name from *begin* on, each with the place behind it: it ends before a page."""
    for match in _page_comes().finditer(text, begin, begin + LONGEST):
        yield text[begin : match.start()], match.start()
        if match[0][0] == ",":
            yield text[begin : match.start() + 1], match.start() + 1


@cache
def _volume() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,/-])\d{1,4}$")


# "[2005] 2 A.C. 68" and "(2010) 243 CLR 319" are of other countries, "Art. 12 A. 3" and "§ 3 A. 2" no reports at all.
@cache
def _not_before() -> re.Pattern[str]:
    return re.compile(r"(?:[\]$€£§#]\s?|\(\d{4}\)\s|[Aa]rts?\.?\s|\w)$")


@cache
def _page_comes() -> re.Pattern[str]:
    return re.compile(r",?\s(?=[\d_(¶*]|at\s|p(?:ar|age)?\.?\s\d|[ivxl]{2,})|-(?=\d)")


_NUMERAL = r"\d{1,3}(?:,\d{3})+|\d{1,8}(?!d\b)[a-zA-Z]?(?!\w)|_{2,5}|[ivxl]{2,7}(?!\w)"


@cache
def _page() -> re.Pattern[str]:
    return re.compile(
        r",?\s(?:\((?:\d{1,2}\s)?[A-Z][A-Za-z.& ]{2,20}\)\s|\((?P<year>1[789]\d\d|20\d\d),?\)\s)?"
        rf"(?:(?P<at>at)\s(?:pp?\.\s|\*)?|(?:¶\s?|par\.\s|pp?\.\s|[Pp]age\s))?(?P<page>{_NUMERAL})(?!\w|[./]\d)"
    )


@cache
def _joined_page() -> re.Pattern[str]:
    return re.compile(r"-(?P<page>\d{1,6})(?!\w|[./-]\d)")


@cache
def _year_behind() -> re.Pattern[str]:
    return re.compile(r"(?:,\s\d{1,5}(?:[-–]\d{1,5})?)?\s\((?:[A-Z0-9][\w.' ]{0,30}\s)?(?:1[789]|20)\d\d\)")
