"""What is said of the quotations of provisions that could not be held against a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_NAMED = 4
"""Provisions that one line names."""


def not_compared(titles: Sequence[str]) -> str:
    """One sentence for the quotations of the provisions with these *titles*; empty where there are none."""
    if not titles:
        return ""
    named = list(dict.fromkeys(titles))
    more = [f"{len(named) - MOST_NAMED} more"] if len(named) > MOST_NAMED else []
    *rest, last = [*named[:MOST_NAMED], *more]
    told = f"{', '.join(rest)} and {last}" if rest else last
    many = f"{len(titles)} quotation" + ("" if len(titles) == 1 else "s")
    return f"{many} not compared, for the text is not held here in that language or that translation: {told}"
