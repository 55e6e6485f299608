"""
Are the words quoted from a decision, or from a report named by its title, in the text of it that the user's own corpus
holds? Where it holds none: silence.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from refoulement_lint.checks import Context, found
from refoulement_lint.checks.alignment import Change, Library, Passage, Wording, changes_in, read_quotation, spliced
from refoulement_lint.model import (
    Citation,
    Draft,
    Evidence,
    Finding,
    HeldText,
    OfficialText,
    Quotation,
    Span,
)
from refoulement_lint.references import numbers, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from refoulement_lint.rule import Rule

# Who is quoted by their words: decisions, in every way of naming them.
_KINDS = frozenset({"case", "appno", "ecli", "document-symbol", "short-form"})
# Shorter ones are terms and turns of phrase, which a decision shares with the rest of the world.
_FEWEST_WORDS = 6
_FEWEST_WORDS_NOWHERE = 8
# Seven of ten words in their order: this is the sentence that the author had before him.
_MEANT = 0.7
# What stands between two paragraphs is joined where a quotation runs over their edge.
_RUNS_ON = 0.1
# A citation stands behind its quotation, in brackets or in the same sentence, and not a page away.
_BEHIND = 300


class _Attribution(NamedTuple):
    """
    The decision that a quotation is said to come from: its citations near the quotation, nearest first, of a document
    named by its title none. *alone* says that the draft names nothing else there that the words could come from.
    """

    target: str
    citations: tuple[Citation, ...]
    alone: bool


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "omitted": re.compile(
            r"(?:citations?|references?|footnotes?|quotation marks?|authorities)[^.()]{0,40}omitted"
            r"|(?:références?|renvois?|notes?)[^.()]{0,40}omis|(?:nachweise|fußnoten)[^.()]{0,40}weggelassen"
            r"|(?:przypisy|odesłania)[^.()]{0,40}pomini",
            re.IGNORECASE,
        ),
        "own": re.compile(r"(§ |para\. |\[)(\d{1,4}(?:\.\d{1,2})?)\]?\Z"),
    }


def aligned(
    draft: Draft, quotations: Sequence[Span], by_fault: Mapping[str, Rule], context: Context
) -> Iterator[tuple[Quotation, tuple[Finding, ...]]]:
    """
    What came of each quotation of a decision that is held, with its findings; of a paraphrase or of other sources:
    nothing.
    """
    libraries: dict[str, Library] = {}
    for span in quotations:
        attributed = _attributed(draft, span, context)
        if attributed is None:
            continue
        span = _without_its_citation(span, attributed)
        words = read_quotation(draft.document.text, span)
        if words.length < _FEWEST_WORDS:
            continue
        texts = _same_decision(attributed, context)
        if texts:
            verdict, found = _of_one(draft, span, words, attributed, texts, libraries, by_fault, context)
            if verdict:
                text = draft.document.text[span.start : span.end]
                source = texts[0].paragraphs[0].source if texts[0].paragraphs else ""
                told = Quotation(span=span, text=text, verdict=verdict, target=attributed.target, source=source)
                yield told, tuple(found)


def _attributed(draft: Draft, span: Span, context: Context) -> _Attribution | None:
    """
    The held decision that is named for a quotation: in brackets behind it, in the words that lead in, or in the rest
    of its sentence.
    """
    before, behind = _lead_in(draft, span, context), _behind(draft, span, context)
    near = [
        *draft.citations_in(behind),
        *reversed(draft.citations_in(before)),
        *(one for one in draft.citations_in(span) if one.written.whole.end >= span.end - 2),
    ]
    decisions = [one for one in near if one.kind in _KINDS and one.target]
    held = [one for one in decisions if context.held is not None and context.held(str(one.target))]
    if not held:
        return _by_its_title(draft, before, behind, near, context)
    target = str(held[0].target)
    same = tuple(one for one in held if one.target == target)
    rows = {id(one.authority) for one in same if one.authority is not None}
    # An application number is the same decision as the name before it.
    others = [
        one
        for one in near
        if one.target != target
        and (one.authority is None or id(one.authority) not in rows)
        and one.kind != "instrument"
    ]
    return _Attribution(target, same, not others)


def _by_its_title(
    draft: Draft, before: Span, behind: Span, near: Sequence[Citation], context: Context
) -> _Attribution | None:
    """A report or memo that is held and named by its title there; not where a decision or another of them is too."""
    if context.titled is None:
        return None
    text = draft.document.text
    named = context.titled(f"{text[before.start : before.end]} {text[behind.start : behind.end]}")
    if not named or any(one.kind in _KINDS for one in near):
        return None
    alone = len(named) == 1 and all(one.kind == "instrument" for one in near)
    return _Attribution(named[0], (), alone)


def _lead_in(draft: Draft, span: Span, context: Context) -> Span:
    """The words before the quotation in its sentence; where it has its own paragraph, the sentence that leads in."""
    text = draft.document.text
    sentence = context.sentence_at(max(0, span.start - 1))
    start = min(sentence.start, span.start)
    if text[start : span.start].strip(" \n'\"*>-–•("):
        return Span(start, span.start)
    before = text[max(0, start - 400) : start].rstrip()
    if not before:
        return Span(start, span.start)
    last = max(0, start - 400) + len(before) - 1
    if before[-1] in ":,-–—" or text.count("\n", last, span.start) <= 1:
        return Span(context.sentence_at(last).start, last + 1)
    return Span(start, span.start)


def _behind(draft: Draft, span: Span, context: Context) -> Span:
    """The rest of the sentence behind the closing mark, and a bracket that follows it."""
    text = draft.document.text
    end = min(len(text), span.end + _BEHIND)
    mark = text.find('"', span.end + 1, end)
    if mark >= 0:  # the next quotation has citations of its own
        end = mark
    rest = text[span.end : end]
    tail = rest.lstrip(" '\".,;:!?\n")
    at = span.end + len(rest) - len(tail)
    if tail.startswith(("(", "[", "–", "—", "see ", "See ")):
        closing = text.find(")", at, end) if tail[0] == "(" else -1
        sentence_end = context.sentence_at(at).end if at < len(text) else end
        return Span(span.end, min(end, max(closing + 1, min(sentence_end, end))))
    return Span(span.end, min(end, context.sentence_at(max(0, span.end - 1)).end))


def _without_its_citation(span: Span, attributed: _Attribution) -> Span:
    """A quotation in a paragraph of its own may end with its citation, which is none of its words."""
    inside = [one.written.whole.start for one in attributed.citations if span.start < one.start < span.end]
    return Span(span.start, min(inside)) if inside else span


def _same_decision(attributed: _Attribution, context: Context) -> tuple[HeldText, ...]:
    """The held texts, less those of another judgment in the same case."""
    assert context.held is not None
    eclis = {one.authority.ecli for one in attributed.citations if one.authority is not None and one.authority.ecli}
    held = context.held(attributed.target)
    return tuple(text for text in held if not eclis or not text.ecli or text.ecli in eclis)


def _of_one(
    draft: Draft,
    span: Span,
    words: Wording,
    attributed: _Attribution,
    texts: tuple[HeldText, ...],
    libraries: dict[str, Library],
    by_fault: Mapping[str, Rule],
    context: Context,
) -> tuple[str, Sequence[Finding]]:
    """The verdict and the findings; no verdict where the words may be somebody else's."""
    best: tuple[Passage, HeldText] | None = None
    for text in texts:
        source = text.paragraphs[0].source
        if source not in libraries:
            libraries[source] = Library.over(text.paragraphs)
        passages = _passages(words, text, libraries[source], _pinned(attributed, text))
        exact = [passage for passage in passages if passage.likeness == 1.0 and not any(changes_in(words, passage))]
        if exact:
            elsewhere = [*_elsewhere(attributed, text, words, exact, by_fault)]
            written = " ".join(draft.document.text[span.start : span.end].split())
            same = any(written in " ".join(passage.official.text.split()) for passage in exact)
            return ("other-paragraph" if elsewhere else "exact" if same else "form"), elsewhere
        for passage in passages:
            if best is None or passage.likeness > best[0].likeness:
                best = passage, text
    if best is not None and best[0].likeness >= _MEANT:
        if _is_of_a_provision(words, draft, context):
            return "", ()
        omitted = _patterns()["omitted"].search(draft.document.text, span.end, span.end + 160)
        splice = spliced(words, (best[0],))
        if splice is not None and "spliced" in by_fault and not omitted:
            return "spliced", [_changed(by_fault["spliced"], splice[0], best[0], best[1], span)]
        changes = [one for one in changes_in(words, best[0]) if not (one.fault == "cut" and omitted)]
        verdict = next((word for fault, word in _VERDICTS if any(one.fault == fault for one in changes)), "form")
        return verdict, [
            _changed(by_fault[one.fault], one, best[0], best[1], span) for one in changes if one.fault in by_fault
        ]
    if (
        "nowhere" in by_fault
        and _must_be_there(draft, words, attributed, texts)
        and not _is_of_a_provision(words, draft, context)
    ):
        return "nowhere", [_nowhere(by_fault["nowhere"], span, attributed, texts, best)]
    return "", ()


_VERDICTS = (("operator", "operator"), ("proviso", "proviso"), ("words", "word"), ("cut", "left-out"))


def _passages(words: Wording, text: HeldText, library: Library, pinned: tuple[OfficialText, ...]) -> list[Passage]:
    """The paragraphs that the words may come from, and two or three as one where they run over an edge."""
    passages = [*library.candidates(words), *(Library.over(pinned).candidates(words) if pinned else ())]
    best = max(passages, key=lambda passage: passage.likeness, default=None)
    if best is not None and best.likeness < 1.0 - _RUNS_ON and best.official in text.paragraphs:
        place = text.paragraphs.index(best.official)
        around = text.paragraphs[max(0, place - 1) : place + 2]
        joined = best.official._replace(text=" ".join(each.text for each in around))
        passages += (
            passage
            for passage in Library.over((joined,)).candidates(words)
            if passage.likeness >= best.likeness + _RUNS_ON
        )
    return passages


def _is_of_a_provision(words: Wording, draft: Draft, context: Context) -> bool:
    """Whether the words are those of a treaty or act, whatever decision stands beside them."""
    library = Library.of(context.registers, draft.language)
    return any(passage.likeness >= 1.0 - _RUNS_ON for passage in library.candidates(words))


def _must_be_there(draft: Draft, words: Wording, attributed: _Attribution, texts: tuple[HeldText, ...]) -> bool:
    """
    Whether words that are not found may be said to be nowhere: the draft names nothing else that they could come from,
    and none of the texts is in another language.
    """
    return (
        attributed.alone
        and words.length >= _FEWEST_WORDS_NOWHERE
        and all(text.language == draft.language for text in texts)
    )


# --- pinpoints -------------------------------------------------------------------------------------------------------


def _named(attributed: _Attribution) -> frozenset[str]:
    if attributed.target.startswith("us:"):
        return frozenset()  # cited by the page of a report
    return frozenset(chain.from_iterable(paragraphs(one.pinpoint or "") for one in attributed.citations))


def _own_number(paragraph: OfficialText) -> str:
    """The number that the decision itself gives to the paragraph; ``""``: it has none."""
    own = _patterns()["own"].match(paragraph.label)
    return own[2] if own else ""


def _pinned(attributed: _Attribution, text: HeldText) -> tuple[OfficialText, ...]:
    named = _named(attributed)
    return tuple(paragraph for paragraph in text.paragraphs if _own_number(paragraph) in named) if named else ()


def _elsewhere(
    attributed: _Attribution, text: HeldText, words: Wording, exact: list[Passage], by_fault: Mapping[str, Rule]
) -> Iterator[Finding]:
    """The words are there: a finding only where the draft names another paragraph than the one they stand in."""
    named, rule = _named(attributed), by_fault.get("other-paragraph")
    there = [_own_number(passage.official) for passage in exact]
    if rule is None or not named or not all(there) or named & set(there) or words.length < _FEWEST_WORDS_NOWHERE:
        return
    citation = next(one for one in attributed.citations if one.pinpoint)
    part = citation.written.part("paragraphs")
    place = part.span if part is not None else citation.span
    official = exact[0].official
    single = part is not None and len(set(there)) == 1 and len(paragraphs(citation.pinpoint or "")) == 1
    yield found(
        rule,
        place,
        _values(text.citation, written=citation.pinpoint or "", official=official.label),
        because=[_evidence(text, official)],
        target=attributed.target,
        replacement=_with_number(part.value, there[0]) if single and part is not None else None,
        related=(Span(*_extent(words)),),
    )


def _with_number(written: str, number: str) -> str:
    return numbers().sub(number, written, count=1)


def _extent(words: Wording) -> tuple[int, int]:
    return words.segments[0][0].start, words.segments[-1][-1].end


# --- findings --------------------------------------------------------------------------------------------------------


def _changed(rule: Rule, change: Change, passage: Passage, text: HeldText, span: Span) -> Finding:
    return found(
        rule,
        change.span,
        _values(f"{text.citation}, {passage.official.label}", written=change.written, official=change.official),
        because=[_evidence(text, passage.official)],
        target=passage.target,
        related=(span,),
        replacement=change.replacement,
        edit_span=change.edit,
    )


def _nowhere(
    rule: Rule,
    span: Span,
    attributed: _Attribution,
    texts: tuple[HeldText, ...],
    best: tuple[Passage, HeldText] | None,
) -> Finding:
    nearest = [_evidence(best[1], best[0].official, "The nearest: ")] if best and best[0].likeness >= 0.5 else []
    held = [Evidence(f"Searched: {text.citation}, {len(text.paragraphs)} paragraphs.", _source(text)) for text in texts]
    return found(
        rule,
        span,
        _values(texts[0].citation),
        because=[*held, *nearest],
        target=attributed.target,
        related=tuple(one.span for one in attributed.citations),
    )


def _values(provision: str, *, written: str = "", official: str = "") -> dict[str, str]:
    """What the messages of rules of this kind may use."""
    has = f"has “{official}”" if official else "does not have these words"
    return {
        "provision": provision, "written": written, "official": official, "missing": official, "other": "", "has": has,
    }  # fmt: skip


def _evidence(text: HeldText, paragraph: OfficialText, before: str = "") -> Evidence:
    words = paragraph.text if len(paragraph.text) <= 400 else paragraph.text[:400].rsplit(" ", 1)[0] + " …"
    return Evidence(f"{before}{text.citation}, {paragraph.label}: “{words}”", _source(text))


def _source(text: HeldText) -> str:
    return f"{text.paragraphs[0].source} (your own corpus)"
