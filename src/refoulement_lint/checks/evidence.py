"""A statement about what happens in a country, with nothing that a reader could open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refoulement_lint.checks import Context, block_at, citations_in, found
from refoulement_lint.model import Draft, Evidence, Finding, Span, Support
from refoulement_lint.phrases import words_of
from refoulement_lint.rule import Parameter, Rule
from refoulement_lint.sentences import has_note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


KIND = "evidence"

PARAMETERS: Mapping[str, Parameter] = {
    "phrases": Parameter("phrases", required=True),
    "near": Parameter("asked"),
    "sources": Parameter("asked", required=True),
    "not_near": Parameter("asked"),
    "digits": Parameter("flag"),
}
"""
*phrases*: how the claim is made; *near*: one of these must stand in the sentence too; *sources*: words that show a
source in the sentence or the next one; *not_near*: words that make it another kind of sentence; *digits*: a figure
must stand in the sentence.
"""
PLACEHOLDERS = frozenset({"written"})

# A sentence is not sourced by a note that is nowhere, but it is by a reference in brackets or a note mark.
_CITED = ("case", "appno", "ecli", "document-symbol", "short-form")
_NOT_IN = ("heading", "quotation", "authorities", "cell", "code", "footnote", "endnote")


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """One finding for each sentence of the body that claims and shows nothing; when in doubt, none."""
    for rule in rules:
        said: set[Span] = set()
        for match in context.places(rule, "phrases"):
            if match.sentence in said or not _bare(rule, match.sentence, draft, context):
                continue
            said.add(match.sentence)
            text = draft.document.text[match.sentence.start : match.sentence.end]
            because = [
                Evidence(
                    "Neither this sentence nor the next names a source, an annex or an authority.", "the draft itself"
                )
            ]
            yield found(
                rule,
                match.sentence,
                {"written": text},
                because=because,
                support=offers(text, draft.state, context),
                with_ground=True,
            )


def offers(sentence: str, state: str | None, context: Context) -> tuple[Support, ...]:
    """
    What the evidence register holds on the State that the sentence names, or on the draft's own where it names none.
    """
    words = words_of(sentence)
    known = context.registers.evidence
    named = {entry.state for entry in known if any(word.startswith(entry.words) for word in words)}
    wanted = named or {state or ""}
    return tuple(
        Support(
            target=f"evidence:{entry.id}",
            citation=entry.title,
            says=entry.says,
            source=entry.source,
            verified=entry.verified,
        )
        for entry in known
        if entry.state in wanted and not entry.called
    )


def _bare(rule: Rule, sentence: Span, draft: Draft, context: Context) -> bool:
    text = draft.document.text
    block = block_at(draft.document.blocks, sentence.start)
    if block is not None and block.kind in _NOT_IN:
        return False
    if "near" in rule.parameters and not context.said(rule, "near", sentence):
        return False
    if context.said(rule, "not_near", sentence):
        return False
    words = text[sentence.start : sentence.end]
    if '"' in words or (rule.parameters.get("digits") and not any(letter.isdigit() for letter in words)):
        return False
    after = context.sentence_after(sentence)
    # The next sentence counts when it goes on about the same thing, which only its reader knows: so it always counts.
    return not any(_sourced(rule, place, draft, context) for place in (sentence, after) if place is not None)


def _sourced(rule: Rule, place: Span, draft: Draft, context: Context) -> bool:
    text = draft.document.text[place.start : place.end]
    if context.said(rule, "sources", place) or "http" in text:
        return True
    if any(citation.kind in _CITED for citation in citations_in(draft.citations, place)):
        return True
    return has_note(draft.document.text, place)
