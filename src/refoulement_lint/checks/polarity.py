"""What one clause says of two provisions that stand together: whether the first takes from the second."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from refoulement_lint.checks import Context, listed, under
from refoulement_lint.checks.wording import may_be
from refoulement_lint.folding import words_of
from refoulement_lint.model import Citation, Draft, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refoulement_lint.rule import Rule


class _Clause(NamedTuple):
    """Words between two commas, the provisions of both kinds in them, and whose the clause is where none is named."""

    span: Span
    takers: tuple[Citation, ...]
    taken: tuple[Citation, ...]
    is_of_taken: bool


def places(rule: Rule, draft: Draft, context: Context) -> Iterator[tuple[Span | None, Span]]:
    """
    Each sentence that names a provision of *takes_from* and one of *absolute*, and in which a clause makes the former
    limit the latter: the words that do, and the sentence; or the sentence behind one with the former, where a word of
    *follows* ties the two.

    Words that take are looked for without a denial, "loses", "subject to", and words that protect with one, "cannot
    rely"; whatever else is said of the two together is left alone.
    """
    seen: set[Span] = set()
    for citation in draft.citations:
        if not _among(citation, rule, "takes_from"):
            continue
        sentence = context.sentence_at(citation.start)
        if sentence in seen:
            continue
        seen.add(sentence)
        cited = list(draft.citations_in(sentence))
        if not any(_among(one, rule, "absolute") for one in cited):
            following = context.sentence_after(sentence)
            if following is None or not context.said(rule, "follows", following):
                continue
            sentence, cited = following, list(draft.citations_in(following))
        clauses = _clauses(rule, cited, sentence, draft.document.text)
        yield next((place for place in (_place(rule, clause, context) for clause in clauses) if place), None), sentence


def _among(citation: Citation, rule: Rule, parameter: str) -> bool:
    if may_be(citation, listed(rule, parameter)):
        return True
    # Behind "Article 33(2) of the 1951 Convention" a bare "Article 3" reads as another article of that.
    bare = citation.kind == "provision" and citation.written.part("instrument") is None
    return bare and any(under(citation.target, one) for one in listed(rule, f"{parameter}_bare"))


@lru_cache(maxsize=1)
def _boundary() -> re.Pattern[str]:
    return re.compile(r"[,;:–—](?=\s)|\s[–—-](?=\s)")


def _clauses(rule: Rule, cited: list[Citation], sentence: Span, text: str) -> Iterator[_Clause]:
    """
    The clauses of the sentence; the commas of a citation, "article 33, paragraphe 2", cut nothing. One that names
    neither provision goes on with what the first one named in its half of the sentence began, or with "which" with
    the last.
    """
    cuts = [
        match
        for match in _boundary().finditer(text, sentence.start, sentence.end)
        if not any(one.start <= match.start() < one.end for one in cited)
    ]
    start, first_is_taken, last_is_taken = sentence.start, None, False
    for cut in (*cuts, None):
        end = cut.start() if cut is not None else sentence.end
        here = [one for one in cited if start <= one.start < end]
        takers = tuple(one for one in here if _among(one, rule, "takes_from"))
        taken = tuple(one for one in here if _among(one, rule, "absolute"))
        if first_is_taken is None and (takers or taken):
            first_is_taken = bool(taken) and (not takers or taken[0].start < takers[0].start)
        if takers or taken:
            last_is_taken = here[-1] in taken if here[-1] in (*takers, *taken) else last_is_taken
        opening = words_of(text[start:end])[:1]
        goes_on = last_is_taken if opening and opening[0] in listed(rule, "relatives") else bool(first_is_taken)
        yield _Clause(Span(start, end), takers, taken, goes_on)
        if cut is not None:
            start = cut.end()
            if cut.group() == ";":
                first_is_taken = None


def _place(rule: Rule, clause: _Clause, context: Context) -> Span | None:
    verb = _verb(rule, clause, context)
    return _with_provisions(verb, clause) if verb is not None else None


def _verb(rule: Rule, clause: _Clause, context: Context) -> Span | None:
    if not (clause.taken or clause.is_of_taken) or context.said(rule, "set_apart_by", clause.span):
        return None
    if not context.said(rule, "negations", clause.span):
        takes = context.spans_said(rule, "takes", clause.span)
        if clause.takers and not clause.taken:
            # "Article 3 is, it is conceded, subject to Article 33(2)": nothing before the verb is its own subject.
            opening = _opening(context.text, clause.span)
            return next((one for one in takes if one.start <= opening), None)
        takes += context.spans_said(rule, "exceptions", clause.span)
        ends = context.spans_said(rule, "ends", clause.span)
        return next((one for one in (*takes, *ends) if one in takes or _is_subject(clause, one)), None)
    if any(context.said(rule, parameter, clause.span) for parameter in ("takes", "exceptions", "ends")):
        return None
    if not clause.taken and clause.takers:
        return None
    protects = context.spans_said(rule, "protects", clause.span)
    acts = context.spans_said(rule, "acts", clause.span)
    if protects and acts:
        # "does not prevent him from relying on Article 3" is no denial of it: the provision must stand before the verb.
        return next((one for one in acts if clause.taken and clause.taken[0].end <= one.start), None)
    return next((one for one in (*protects, *reversed(acts)) if one in protects or _is_subject(clause, one)), None)


def _with_provisions(verb: Span, clause: _Clause) -> Span:
    """The words from the first to the last of the verb and the provisions of its clause, for the reader to see."""
    spans = [verb, *(one.span for one in (*clause.takers, *clause.taken))]
    return Span(min(one.start for one in spans), max(one.end for one in spans))


def _opening(text: str, clause: Span) -> int:
    """Where the first word of the clause stands."""
    words = text[clause.start : clause.end]
    return clause.start + len(words) - len(words.lstrip())


def _is_subject(clause: _Clause, verb: Span) -> bool:
    """Whether the provision that is taken from is the last one named before the verb, or the only one of the clause."""
    before = [one for one in (*clause.takers, *clause.taken) if one.start < verb.start]
    return max(before, key=lambda one: one.start) in clause.taken if before else not clause.takers
