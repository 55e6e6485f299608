"""Are the quoted words in the provision they are attributed to?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refoulement_lint.checks import Context, Parameter, citations_in, found, listed, under
from refoulement_lint.checks.alignment import Change, Library, Passage, Wording, changes_in, read_quotation
from refoulement_lint.model import Draft, Evidence, Finding, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from refoulement_lint.catalogue import Rule

KIND = "quotation"

FAULTS = ("words", "operator", "cut", "proviso", "other-provision")
PARAMETERS: Mapping[str, Parameter] = {"fault": Parameter("texts", FAULTS, required=True)}
"""
*fault*: ``words`` (another word than the provision's), ``operator`` (a word that turns the meaning: shall/may,
and/or, not), ``cut`` (words left out inside without a mark), ``proviso`` (the quotation stops before "except" or
"unless"), ``other-provision`` (the words are those of another provision).
"""
PLACEHOLDERS = frozenset({"written", "official", "provision", "other", "missing"})

# Five words are too few to tell a quotation from a turn of phrase that many texts share.
FEWEST_WORDS = 5
# Without an attribution only a close match of some length is taken to be that provision.
FEWEST_WORDS_UNATTRIBUTED = 8
CLOSE = 0.8
# With an attribution half of the words is enough to see that this provision is meant.
ATTRIBUTED = 0.55

LONGEST_QUOTATION = 4_000
"""Characters; a longer one is a document, not a quotation, or a quotation mark that was never closed."""


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """
    Findings for each quotation that can be held against an official text; a paraphrase or a short phrase is left
    alone.
    """
    by_fault = {fault: rule for rule in rules for fault in listed(rule, "fault")}
    quotations = tuple(quotations_in(draft))
    if not quotations:
        return
    library = Library.of(context.registers, draft.language)
    text = draft.document.text
    for span in quotations:
        words = read_quotation(text, span)
        if sum(len(segment) for segment in words.segments) < FEWEST_WORDS:
            continue
        attributed = attributed_to(draft, span, context)
        for fault, change, passage in _faults(words, attributed, library):
            rule = by_fault.get(fault)
            if rule is not None:
                yield _finding(rule, fault, change, passage, span, context)


def quotations_in(draft: Draft) -> Iterator[Span]:
    """The text between two quotation marks of one block, and every block that is a quotation."""
    text = draft.document.text
    blocks = draft.document.blocks
    for block in blocks or ():
        if block.kind == "quotation" and '"' not in text[block.span.start : block.span.end]:
            if block.span.end - block.span.start <= LONGEST_QUOTATION:
                yield block.span
        elif block.kind != "code":
            yield from _between_marks(text, block.span.start, block.span.end)
    if not blocks:
        start = 0
        for end in [*_paragraph_ends(text), len(text)]:
            yield from _between_marks(text, start, end)
            start = end


def _paragraph_ends(text: str) -> Iterator[int]:
    end = text.find("\n\n")
    while end != -1:
        yield end
        end = text.find("\n\n", end + 2)


def _between_marks(text: str, start: int, end: int) -> Iterator[Span]:
    opening = text.find('"', start, end)
    while opening != -1:
        closing = text.find('"', opening + 1, end)
        if closing == -1:
            return
        if closing - opening <= LONGEST_QUOTATION:
            yield Span(opening + 1, closing)
        opening = text.find('"', closing + 1, end)


def attributed_to(draft: Draft, span: Span, context: Context) -> tuple[str, ...]:
    """
    The provisions that the draft names for a quotation, the likeliest first.

    Those of the sentence that the quotation opens in, then those behind it ("… (Article 15 § 2)"), then those of the
    sentence before, when the quotation begins its own.
    """
    sentence = context.sentence_at(span.start)
    places = [
        Span(min(sentence.start, span.start), span.start),
        Span(span.end, min(span.end + 80, len(draft.document.text))),
    ]
    before = context.sentence_before(sentence)
    if before is not None and span.start - before.end < 40:
        places.append(before)
    targets: list[str] = []
    for place in places:
        near = [
            citation.target
            for citation in citations_in(draft.citations, place)
            if citation.kind == "provision" and citation.target
        ]
        # The provision nearest to the opening mark is the one that is quoted.
        targets += reversed(near) if place is not places[1] else near
    return tuple(dict.fromkeys(targets))


def _faults(quotation: Wording, attributed: tuple[str, ...], library: Library) -> Iterator[tuple[str, Change, Passage]]:
    candidates = library.candidates(quotation)
    named = [
        passage
        for passage in candidates
        if any(under(passage.target, target) or under(target, passage.target) for target in attributed)
    ]
    if any(passage.likeness == 1.0 and not any(changes_in(quotation, passage)) for passage in named):
        return
    best_named = max(named, key=lambda passage: passage.likeness, default=None)
    best = max(candidates, key=lambda passage: passage.likeness, default=None)
    if best_named is not None and best_named.likeness >= ATTRIBUTED:
        # Where another provision has the very words and the named one does not, the name is the slip.
        if best is not None and best.likeness == 1.0 and best_named.likeness < 0.9:
            yield "other-provision", Change.whole(best, named=best_named.target), best
            return
        yield from ((change.fault, change, best_named) for change in changes_in(quotation, best_named))
        return
    if best is None:
        return
    if attributed:
        known = [target for target in attributed if library.has(target)]
        if known and best.likeness >= 0.9 and quotation.count >= FEWEST_WORDS_UNATTRIBUTED:
            yield "other-provision", Change.whole(best, named=known[0]), best
        return
    if best.likeness >= CLOSE and quotation.count >= FEWEST_WORDS_UNATTRIBUTED:
        yield from ((change.fault, change, best) for change in changes_in(quotation, best))


def _finding(rule: Rule, fault: str, change: Change, passage: Passage, span: Span, context: Context) -> Finding:
    title = context.registers.title(passage.target)
    official = passage.official
    values = {
        "written": change.written,
        "official": change.official,
        "provision": title or passage.target,
        "other": context.registers.title(change.named) if change.named else "",
        "missing": change.official,
    }
    return found(
        rule,
        span if fault == "other-provision" else change.span,
        values,
        because=[Evidence(f"{title or passage.target}: “{_short(official.text)}”", official.source)],
        target=passage.target,
        related=() if fault == "other-provision" else (span,),
        replacement=change.replacement,
        edit_span=change.edit,
    )


def _short(text: str) -> str:
    return text if len(text) <= 400 else text[:400].rsplit(" ", 1)[0] + " …"
