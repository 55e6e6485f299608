"""
Where in a draft its story is told: which part of it a place is in, and which words are names of authorities and acts.

A draft with a heading for the facts tells them there. Before it stand the parties, and after it, under the headings
of the law, provisions, authorities and other people's cases: there only a sentence about the draft's own person tells.
A draft without such a heading tells everywhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from refoulement_lint.facts.patterns import Telling
from refoulement_lint.late import late
from refoulement_lint.model import Block, Document

LONGEST = 90
"""Characters: a longer line is no heading, whatever it says."""

HEAD, FACTS, LAW = "head", "facts", "law"


class _Heading(NamedTuple):
    """Where a part begins, which it is, and the level of its heading; none for a line that only looks like one."""

    start: int
    part: str
    level: int


class Parts:
    """The parts of one draft; nothing is read before the first question."""

    def __init__(self, document: Document, telling: Telling) -> None:
        self._document = document
        self._telling = telling

    def at(self, offset: int) -> str:
        """`HEAD`, `FACTS` or `LAW`; empty where the draft has no heading for its facts."""
        starts, parts = self._known
        return parts[bisect_right(starts, offset)] if starts else ""

    @cached_property
    def _known(self) -> tuple[Sequence[int], Sequence[str]]:
        """Where the parts begin, and the part before each of these places and behind the last."""
        starts: list[int] = []
        parts = [HEAD]
        current = _Heading(0, HEAD, 0)
        for heading in filter(None, map(self._heading, self._document.blocks)):
            deeper = 0 < current.level < heading.level
            if heading.part == LAW and current.part == HEAD:
                continue  # "Skeleton argument" is the title of it all
            if heading.part == FACTS and current.part == LAW and deeper:
                continue  # how the facts were assessed is law
            if not heading.part:
                if current.part != FACTS or deeper or not heading.level:
                    continue
                heading = heading._replace(part=LAW)  # behind the facts comes the law, however it is headed
            current = heading
            starts.append(heading.start)
            parts.append(heading.part)
        return (starts, parts) if FACTS in parts else ((), ())

    def _heading(self, block: Block) -> _Heading | None:
        """What a block is the heading of; its part is empty where its words say neither."""
        if block.kind not in ("heading", "body") or block.span.end - block.span.start > LONGEST:
            return None
        words = self._document.text[block.span.start : block.span.end].strip()
        if block.kind == "body" and not _LIKE_A_HEADING.match(words):
            return None
        part = self._telling.part_headed(words)
        if part or block.kind == "heading":
            return _Heading(block.span.start, part, block.level)
        return None


# A line that a plain text has for a heading: a number before a few words, or capitals alone, and no stop at its end.
# No word is given back, or a line of ninety letters with a stop would be cut into nine in every way that there is.
_LIKE_A_HEADING = late(r"(?:(?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d{1,2})?)[.)]\s++)?+(?:[^\W\d_][\w'’,/-]*+\s*+){1,9}+:?\Z")
