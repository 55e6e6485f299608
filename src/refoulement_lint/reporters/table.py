"""The table of arguments, set in columns."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from refoulement_lint.reporters.excerpt import columns, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from refoulement_lint.model import Treatment

HEAD = ("argument", "called for by", "treatment", "cited", "adverse, not met")
_GAP = 2


def cells(treatment: Treatment, titles: Mapping[str, str], *, names: bool = False) -> tuple[str, ...]:
    """One row: what was cited as a count, or by *names*; adverse authority always by name."""
    # A case of several numbers is one case.
    cited = list(dict.fromkeys(titles.get(target, target) for target in treatment.authorities_cited))
    return (
        treatment.id,
        ", ".join(treatment.called_for_by) or ("the forum" if treatment.core else "—"),
        treatment.treatment,
        ("; ".join(cited) if names else str(len(cited))) if cited else "—",
        "; ".join(dict.fromkeys(titles.get(target, target) for target in treatment.adverse_unmet)) or "—",
    )


def lines(rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """*rows*, the first one the head, in columns of *width* together; no word is torn but at its hyphens."""
    rows = [[shown(cell) for cell in row] for row in rows]
    widths = _widths(rows, width)
    told: list[str] = []
    for row in rows:
        wrapped = [_wrapped(cell, wide) for cell, wide in zip(row, widths, strict=True)]
        for level in range(max(map(len, wrapped))):
            parts = [cell[level] if level < len(cell) else "" for cell in wrapped]
            told.append(
                "".join(
                    part + " " * (wide - columns(part) + _GAP) for part, wide in zip(parts, widths, strict=True)
                ).rstrip()
            )
    return told


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """What the longest cells want; the widest columns give way until the table fits, down to their longest word."""
    by_column = list(zip(*rows, strict=True))
    widths = [max(map(columns, cells)) for cells in by_column]
    for between in (r"\s", r"\s|(?<=-)"):
        least = [max(columns(word) for cell in cells for word in re.split(between, cell)) for cells in by_column]
        while sum(widths) + _GAP * len(widths) > width:
            slack = [wide - low if wide > low else 0 for wide, low in zip(widths, least, strict=True)]
            if not any(slack):
                break
            widest = max(range(len(widths)), key=lambda index: (bool(slack[index]), widths[index]))
            widths[widest] -= 1
    return widths


def _wrapped(cell: str, width: int) -> list[str]:
    """*cell* broken between words, and at the hyphens of those that are longer than *width*."""
    told: list[str] = []
    for line in textwrap.wrap(cell, width, break_on_hyphens=False, break_long_words=False):
        told += [line] if columns(line) <= width else textwrap.wrap(line, width, break_long_words=False)
    return told
