"""
Whether the absence of an argument is worth a finding.

What calls for an argument is the map's to say, and stands in every report. A finding says more: that a colleague would
add a section. It takes a story that tells what calls for it plainly, in a sentence that says more of it than one word,
or twice; and what the ``[absence]`` of the argument's file asks beside. Where that file says so, what is only hinted at
makes a question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import define, field

from refoulement_lint.model import Document, Fact
from refoulement_lint.phrases import PhraseList


def plainly_told(facts: Iterable[Fact]) -> frozenset[str]:
    """The facts that one sentence tells plainly, or that are told twice."""
    seen: set[str] = set()
    plain: set[str] = set()
    for fact in facts:
        if not fact.passing:
            (seen if fact.weak and fact.id not in seen else plain).add(fact.id)
    return frozenset(plain)


@define(frozen=True, slots=False, kw_only=True, eq=False, repr=False)
class Absence:
    """
    What else there must be before a finding says that an argument is not made.

    *beside* are phrases, one of which a paragraph has to say that tells what calls for the argument: how grave an
    illness is. *unless* are facts beside which the point is made under another head, where no telling says that the
    respondent was at work: the blows of the police of another State, before the State that would send somebody there.
    *before* are, for a forum, facts of which one has to be told too, and *with_one* such facts for every forum.
    *touched*: words of the draft have to touch the point; that the facts call for it is not enough. *weakly*: facts
    that are told weakly are enough, for a question.
    """

    beside: tuple[str, ...] = ()
    unless: frozenset[str] = frozenset()
    before: Mapping[str, frozenset[str]] = field(factory=dict)
    with_one: frozenset[str] = frozenset()
    touched: bool = False
    weakly: bool = False

    @classmethod
    def of(cls, mapping: Mapping[str, Any]) -> Absence:
        """That of one ``[absence]`` table."""
        return cls(
            beside=tuple(mapping.get("beside", ())),
            unless=frozenset(mapping.get("unless", ())),
            before={forum: frozenset(facts) for forum, facts in mapping.get("before", {}).items()},
            with_one=frozenset(mapping.get("with_one", ())),
            touched=mapping.get("touched", False),
            weakly=mapping.get("weakly", False),
        )

    @cached_property
    def _phrases(self) -> PhraseList:
        return PhraseList(self.beside)

    def worth_telling(
        self,
        called_for_by: Iterable[str],
        facts: Sequence[Fact],
        document: Document,
        *,
        forum: str,
        state: str | None,
        touched: bool,
    ) -> bool:
        """
        Whether a draft of these *facts*, in which *called_for_by* are told as they have to be, lacks something without
        the argument; *state* is the respondent, *touched*: its words touch the point.
        """
        told = {fact.id for fact in facts}
        calling = set(called_for_by)
        here = any(fact.id in calling and state and fact.details.state == state for fact in facts)
        if not here and not self.unless.isdisjoint(plainly_told(facts)):
            return False
        if forum in self.before and told.isdisjoint(self.before[forum]):
            return False
        if self.with_one and plainly_told(facts).isdisjoint(self.with_one):
            return False
        if touched:
            return True
        if not calling or self.touched:
            return False
        if not self.beside:
            return True
        blocks = (document.block_at(fact.span.start) for fact in facts if fact.id in calling)
        paragraphs = {block.span for block in blocks if block is not None}
        return any(self._phrases.stands_anywhere(document.text[start:end]) for start, end in paragraphs)
