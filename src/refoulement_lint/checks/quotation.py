"""Are the quoted words in the provision they are attributed to?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from refoulement_lint.checks import Context, citations_in, found, listed, under
from refoulement_lint.checks.alignment import Change, Library, Passage, Wording, changes_in, read_quotation
from refoulement_lint.model import Draft, Evidence, Finding, Span
from refoulement_lint.rule import Parameter, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


KIND = "quotation"

FAULTS = ("words", "operator", "cut", "proviso", "other-provision", "other-paragraph", "nowhere")
PARAMETERS: Mapping[str, Parameter] = {"fault": Parameter("texts", FAULTS, required=True)}
"""
*fault*: ``words`` (another word than the provision's), ``operator`` (a word that turns the meaning: shall/may,
and/or, not), ``cut`` (words left out inside without a mark), ``proviso`` (the quotation stops before "except" or
"unless"), ``other-provision`` (the words are those of another provision); of a decision that the user's own corpus
holds also ``other-paragraph`` (the words stand in another paragraph than the one named) and ``nowhere`` (they stand
nowhere in it).
"""
PLACEHOLDERS = frozenset({"written", "official", "provision", "other", "missing"})

# Five words are too few to tell a quotation from a turn of phrase that many texts share.
FEWEST_WORDS = 5
# Without an attribution only a close match of some length is taken to be that provision.
FEWEST_WORDS_UNATTRIBUTED = 8
CLOSE = 0.8
ABOUT_EQUAL = 0.08
"""How much less alike a text may be and still be the one meant: "cruel" and "punishment" are a word each."""
# With an attribution half of the words is enough to see that this provision is meant.
ATTRIBUTED = 0.55

WIDEST_BREAK = 200
"""Characters of white space at most between a lead-in and its quotation."""

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
    if context.held is not None:
        from refoulement_lint.checks import held_text  # only who has a corpus waits for it

        yield from held_text.findings(draft, quotations, by_fault, context)
    library = Library.of(context.registers, draft.language)
    pleaded = _pleaded(draft)
    text = draft.document.text
    for span in quotations:
        if not library.shares_words_with(text[span.start : span.end]):
            continue
        words = read_quotation(text, span)
        if words.length < FEWEST_WORDS:
            continue
        candidates = library.candidates(words)
        if not candidates:
            continue  # most quotations are of no provision, and nobody need know what leads them in
        attributed = attributed_to(draft, span, context)
        for fault, change, passage in _faults(words, attributed, candidates, library, pleaded):
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
    if opening == -1:
        yield from _between_single_marks(text, start, end)
        return
    while opening != -1:
        closing = text.find('"', opening + 1, end)
        if closing == -1:
            return
        if closing - opening <= LONGEST_QUOTATION:
            yield Span(opening + 1, closing)
        opening = text.find('"', closing + 1, end)


@lru_cache(maxsize=1)
def _single_mark() -> re.Pattern[str]:
    """
    A single mark that opens (behind a space or bracket) or closes (before one); an apostrophe inside a word is
    neither.
    """
    # The mark itself comes first, since the search for one character is the fastest.
    return re.compile(r"'(?:(?<=[\s(\[:]')(?=[\w\[(])|(?<=[\w.,;?!)\]]')(?=[\s.,;:?!)\]]|$))")


def _between_single_marks(text: str, start: int, end: int) -> Iterator[Span]:
    """
    British drafts quote in single marks. One that opens runs to the next that closes; "applicants' " alone opens
    nothing.
    """
    opened = -1
    for mark in _single_mark().finditer(text, start, end):
        at = mark.start()
        if opened == -1:
            if at + 1 < end and not text[at + 1].isspace() and (at == start or text[at - 1] in " \n([:"):
                opened = at
        elif at == end - 1 or not text[at + 1].isalnum():
            if at - opened <= LONGEST_QUOTATION:
                yield Span(opened + 1, at)
            opened = -1


class _Attribution(NamedTuple):
    """The provisions that the draft names for a quotation; *sure* when they stand in its own sentence or lead-in."""

    targets: tuple[str, ...]
    sure: bool = True


def attributed_to(draft: Draft, span: Span, context: Context) -> _Attribution:
    """
    The provisions that the draft names for a quotation, the likeliest first.

    What leads in counts first: the words before the opening mark in its sentence, or the paragraph before, when it
    ends with a colon and the quotation begins its own. Then the brackets straight behind the closing mark. Then,
    unsurely, the sentence before.
    """
    text = draft.document.text
    sentence = context.sentence_at(span.start)
    lead_in = Span(min(sentence.start, span.start), span.start)
    if not text[lead_in.start : lead_in.end].strip(" \n'\"*>-–•"):
        before = text[max(0, lead_in.start - WIDEST_BREAK) : lead_in.start].rstrip()
        if before.endswith(":"):
            lead_in = context.sentence_at(max(0, lead_in.start - WIDEST_BREAK) + len(before) - 1)
    near = _provisions(draft, lead_in)
    if near:
        # The provision nearest to the opening mark is the one that is quoted.
        return _Attribution(tuple(dict.fromkeys(reversed(near))))
    behind = text[span.end : span.end + 4].lstrip("'\".,;")
    if behind.lstrip().startswith("("):
        near = _provisions(draft, Span(span.end, min(span.end + 80, len(text))))
        if near:
            return _Attribution(tuple(dict.fromkeys(near)))
    previous = context.sentence_before(sentence)
    near = _provisions(draft, previous) if previous is not None and span.start - previous.end < 40 else []
    return _Attribution(tuple(dict.fromkeys(reversed(near))), sure=False)


def _provisions(draft: Draft, place: Span) -> list[str]:
    return [
        citation.target
        for citation in citations_in(draft.citations, place)
        if citation.kind == "provision" and citation.target
    ]


def _likeliest(quotation: Wording, candidates: tuple[Passage, ...], pleaded: frozenset[str]) -> Passage:
    """
    The text that the author had before him: of those about equally alike, one of a provision that the draft pleads, and
    the one with the fewest differences.
    """
    most = max(passage.likeness for passage in candidates)

    def rank(passage: Passage) -> tuple[bool, bool, int, float]:
        article = passage.target.partition("(")[0]
        instrument = article.rpartition(":")[0]
        differences = sum(1 for _ in changes_in(quotation, passage))
        return article in pleaded, instrument in pleaded, -differences, passage.likeness

    return max((passage for passage in candidates if passage.likeness >= most - ABOUT_EQUAL), key=rank)


def _pleaded(draft: Draft) -> frozenset[str]:
    """The articles and the instruments that the draft cites."""
    articles = {citation.target.partition("(")[0] for citation in draft.citations if citation.target}
    return frozenset(articles | {article.rpartition(":")[0] for article in articles})


def _faults(
    quotation: Wording,
    attribution: _Attribution,
    candidates: tuple[Passage, ...],
    library: Library,
    pleaded: frozenset[str],
) -> Iterator[tuple[str, Change, Passage]]:
    named = [
        passage
        for passage in candidates
        if any(under(passage.target, target) or under(target, passage.target) for target in attribution.targets)
    ]
    exact = [passage for passage in candidates if passage.likeness == 1.0 and not any(changes_in(quotation, passage))]
    if any(passage in exact for passage in named) or (exact and not (attribution.targets and attribution.sure)):
        return  # the words are those of a provision, and nothing says that another one was meant
    best_named = max(named, key=lambda passage: passage.likeness, default=None)
    best = exact[0] if exact else _likeliest(quotation, candidates, pleaded)
    if best_named is not None and best_named.likeness >= ATTRIBUTED:
        # Where another provision has the very words and the named one does not, the name is the slip.
        if exact and best_named.likeness < 0.9:
            yield "other-provision", Change.whole(best, named=best_named.target), best
            return
        yield from ((change.fault, change, best_named) for change in changes_in(quotation, best_named))
        return
    if quotation.length < FEWEST_WORDS_UNATTRIBUTED:
        return
    if attribution.targets and attribution.sure:
        known = [target for target in attribution.targets if library.has(target)]
        if known and best.likeness >= 0.9:
            yield "other-provision", Change.whole(best, named=known[0]), best
    elif best.likeness >= CLOSE:
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
