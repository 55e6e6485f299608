"""
Whether the absence of an argument is worth a finding.

What calls for an argument is the map's to say, and stands in every report. A finding says more: that a colleague would
add a section. It takes a story that tells what calls for it plainly, in a sentence that says more of it than one word,
or in two places; and what the ``[absence]`` of the argument's file asks beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from attrs import define, field

from refoulement_lint.model import Document, Fact
from refoulement_lint.phrases import PhraseList


def plainly_told(facts: Iterable[Fact], document: Document) -> frozenset[str]:
    """The facts that one sentence tells plainly, or two paragraphs tell."""
    plain: set[str] = set()
    first: dict[str, int] = {}
    for fact in facts:
        if fact.passing or fact.id in plain:
            continue
        place = _paragraph(fact, document)
        if not fact.weak or first.setdefault(fact.id, place) != place:
            plain.add(fact.id)
    return frozenset(plain)


def _paragraph(fact: Fact, document: Document) -> int:
    block = document.block_at(fact.span.start)
    return block.span.start if block is not None else fact.span.start


@define(frozen=True, slots=False, kw_only=True, eq=False, repr=False)
class Absence:
    """
    What else there must be before a finding says that an argument is not made.

    *beside* are phrases, one of which a paragraph has to say that tells what calls for the argument: how grave an
    illness is. *unless* are facts beside which the point is made under another head: the blows of the police of another
    State, before the State that would send somebody there. *before* are, for a forum, facts of which one has to be told
    too. *touched*: words of the draft have to touch the point; that the facts call for it is not enough.
    """

    beside: tuple[str, ...] = ()
    unless: frozenset[str] = frozenset()
    before: Mapping[str, frozenset[str]] = field(factory=dict)
    touched: bool = False

    @classmethod
    def of(cls, mapping: Mapping[str, Any]) -> Absence:
        """That of one ``[absence]`` table."""
        return cls(
            beside=tuple(mapping.get("beside", ())),
            unless=frozenset(mapping.get("unless", ())),
            before={forum: frozenset(facts) for forum, facts in mapping.get("before", {}).items()},
            touched=mapping.get("touched", False),
        )

    @cached_property
    def _phrases(self) -> PhraseList:
        return PhraseList(self.beside)

    def worth_telling(
        self, called_for_by: Iterable[str], facts: Iterable[Fact], document: Document, *, forum: str, touched: bool
    ) -> bool:
        """
        Whether a draft of these *facts*, in which *called_for_by* are plainly told, lacks something without the
        argument; *touched*: its words touch the point.
        """
        facts = tuple(facts)
        told = {fact.id for fact in facts}
        if not told.isdisjoint(self.unless):
            return False
        if forum in self.before and told.isdisjoint(self.before[forum]):
            return False
        if touched:
            return True
        calling = set(called_for_by)
        if not calling or self.touched:
            return False
        if not self.beside:
            return True
        paragraphs = {_paragraph(fact, document) for fact in facts if fact.id in calling}
        blocks = filter(None, map(document.block_at, paragraphs))
        return any(self._phrases.stands_anywhere(document.text[one.span.start : one.span.end]) for one in blocks)
