"""Which paragraph, which heading and which section a place of a draft belongs to, and what a section is for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from refoulement_lint.model import Citation, Document, Fact, Span
from refoulement_lint.sentences import paragraph

NOT_ARGUED = frozenset({"authorities", "code", "quotation"})
"""Blocks in which nobody argues: a table of authorities, code, the words of a court or a treaty."""

SHORTEST_QUOTATION = 40
"""Characters; what is shorter between two marks is a term that the draft uses."""

SHORTEST_SECTION = 200
"""Characters under a heading: two sentences or more."""

DECISIONS = frozenset({"case", "short-form", "document-symbol"})
"""Kinds of citations that are decisions of courts and committees."""

TOLD_AT_LEAST = 5
TOLD_FOR_EACH_CITATION = 3
"""
A section between two headings tells the story where at least so many facts stand in it, and so many for each decision
or provision that it cites.
"""


class Places:
    """Which paragraph and which heading a place belongs to, by their first offsets."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [block.span.start for block in document.blocks]
        self._headings = [block.span.start for block in document.blocks if block.kind == "heading"]
        self._heading_set = frozenset(self._headings)
        self._stories: frozenset[int] = frozenset()
        self._gates: frozenset[int] = frozenset()

    def tell(
        self, facts: Iterable[Fact], argued: Mapping[frozenset[str], Sequence[Citation]], gate: Iterable[Span]
    ) -> None:
        """
        Learn which sections tell the story, many facts and hardly a citation of law, and which are headed by words of
        *gate*.
        """
        heads = (span.start for span in gate if paragraph(self._document, span.start).start in self._heading_set)
        self._gates = frozenset(map(self._section, heads))
        told = Counter(self._section(fact.span.start) for fact in facts)
        law = ("provision", *DECISIONS)
        cited = Counter(self._section(one.start) for found in argued.values() for one in found if one.kind in law)
        self._stories = frozenset(
            section
            for section, count in told.items()
            if section and count >= TOLD_AT_LEAST and count >= TOLD_FOR_EACH_CITATION * cited[section]
        )

    def told(self, offset: int) -> bool:
        """Whether the place is in a section that tells the story."""
        return self._section(offset) in self._stories

    def outside_the_story(self, citations: Iterable[Citation]) -> list[Citation]:
        """Those of the *citations* that stand in no section that tells the story."""
        return [one for one in citations if not self.told(one.start)]

    def gate(self, span: Span) -> bool:
        """Whether the place is in a section on the forum's own gate, its heading left aside."""
        return self._section(span.start) in self._gates and paragraph(self._document, span.start).start not in (
            self._heading_set
        )

    def text_at(self, start: int) -> str:
        """The paragraph that begins there."""
        block = self._document.block_at(start)
        return self._document.text[block.span.start : block.span.end] if block is not None else ""

    def _section(self, offset: int) -> int:
        """The number of the section of a place, from its heading on; 0 before the first heading."""
        return bisect_right(self._headings, offset)

    def headings(self) -> Iterator[Span]:
        """Every heading but the first, which is the title of it all."""
        headings = (block.span for block in self._document.blocks if block.kind == "heading")
        return islice(headings, 1, None)

    def have_a_section(self, spans: Iterable[Span]) -> bool:
        """
        Whether some of the *spans* stand in a heading, not the first, and others under it, in text enough to argue what
        the heading names.
        """
        headed: set[int] = set()
        under: set[int] = set()
        for span in spans:
            in_heading = paragraph(self._document, span.start).start in self._heading_set
            (headed if in_heading else under).add(self._section(span.start))
        return any(self._length(section) >= SHORTEST_SECTION for section in (headed & under) - {0, 1})

    def _length(self, section: int) -> int:
        """How many characters stand under the heading of a section."""
        end = self._headings[section] if section < len(self._headings) else len(self._document.text)
        return end - paragraph(self._document, self._headings[section - 1]).end

    def argued(self, offset: int) -> bool:
        """Whether the place is in running text or a heading, not in a quotation or a table of authorities."""
        index = bisect_right(self._starts, offset)
        return not index or self._document.blocks[index - 1].kind not in NOT_ARGUED

    def quoted(self, offset: int, decided: frozenset[int]) -> bool:
        """
        Whether the place is in the words of a provision: between two quotation marks, in a paragraph that is little
        more and cites no decision. Who quotes Article 3 has argued nothing yet; who quotes a judgment says what it
        stands for, and who goes on after a quotation applies it.
        """
        block = self._document.block_at(offset)
        if block is None or block.span.start in decided:
            return False
        text = self._document.text
        opening = text.rfind('"', block.span.start, offset)
        if opening < 0 or not text.count('"', block.span.start, offset) % 2:
            return False
        closing = text.find('"', offset, block.span.end)
        return closing - opening >= SHORTEST_QUOTATION and 2 * (closing - opening) > block.span.end - block.span.start

    def beside(self, offset: int) -> frozenset[int]:
        """
        The same and the paragraphs before and after it under the same heading: short paragraphs state a test in one and
        cite for it in the next.
        """
        around = self.around(offset)
        if len(around) != 1:
            return around
        index = bisect_left(self._starts, next(iter(around)))
        low, high = bisect_left(self._starts, self._head_before(offset)), bisect_right(self._headings, offset)
        end = self._headings[high] if high < len(self._headings) else len(self._document.text)
        last = bisect_left(self._starts, end)
        return around | frozenset(self._starts[max(low, index - 1) : min(last, index + 2)])

    def _head_before(self, offset: int) -> int:
        above = bisect_right(self._headings, offset)
        return self._headings[above - 1] if above else 0

    def around(self, offset: int) -> frozenset[int]:
        """
        The paragraph of the place; of a heading, all paragraphs under it.

        A heading "Article 4 of Protocol No. 4" names the provision for the paragraphs that follow until the next one.
        """
        start = paragraph(self._document, offset).start
        if start not in self._heading_set:
            return frozenset({start})
        following = bisect_right(self._headings, start)
        end = self._headings[following] if following < len(self._headings) else len(self._document.text)
        return frozenset(self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)])
