"""
Whether the absence of an argument is worth a finding.

What calls for an argument is the map's to say, and stands in every report. A finding says more: that a colleague would
add a section. It takes a story that tells what calls for it plainly, in a sentence that says more of it than one word,
or in two places.
"""

from __future__ import annotations

from collections.abc import Iterable

from refoulement_lint.model import Document, Fact


def plainly_told(facts: Iterable[Fact], document: Document) -> frozenset[str]:
    """The facts that one sentence tells plainly, or two paragraphs tell."""
    plain: set[str] = set()
    first: dict[str, int] = {}
    for fact in facts:
        if fact.passing or fact.id in plain:
            continue
        block = document.block_at(fact.span.start)
        place = block.span.start if block is not None else fact.span.start
        if not fact.weak or first.setdefault(fact.id, place) != place:
            plain.add(fact.id)
    return frozenset(plain)
