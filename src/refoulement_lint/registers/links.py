"""Where a citation can be read: addresses made from what it says, never fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from urllib.parse import quote

from refoulement_lint.late import late

_FIELD = late(r"\{(\w+)(\.\.\.)?\}")
_VALUE = late(r"\{(\w+)(!l)?\}")


class Links:
    """
    The addresses of publishers.

    Args:
        rows: ``rules/law/links.toml``: for each *of*, what a target looks like, and *url*.
    """

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self._rows = tuple(rows)

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((_pattern(row["of"]), row["url"]) for row in self._rows)

    def of(self, target: str, ecli: str = "") -> str:
        """The address of the page for *target*; empty where no publisher is known for it."""
        for pattern, url in self._patterns:
            found = pattern.fullmatch(target)
            if found is not None and (ecli or "{ecli}" not in url):
                return _filled(url, {**found.groupdict(), "ecli": ecli})
        return ""


def _pattern(of: str) -> re.Pattern[str]:
    pieces, done = [], 0
    for field in _FIELD.finditer(of):
        pieces += [re.escape(of[done : field.start()]), f"(?P<{field[1]}>{'.+' if field[2] else r'[^][() ]+'})"]
        done = field.end()
    # A section may go on in brackets: the page is that of the section.
    return re.compile("".join([*pieces, re.escape(of[done:])]) + (r"(?:\(.*)?" if of.startswith("us:") else ""))


def _filled(url: str, values: Mapping[str, str]) -> str:
    def value(field: re.Match[str]) -> str:
        told = values[field[1]]
        return quote(told.lower() if field[2] else told, safe="/:.-")

    return _VALUE.sub(value, url)
