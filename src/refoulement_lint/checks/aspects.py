"""What a case was about, and what a sentence that speaks of it says that it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from refoulement_lint.checks import Context, found, register_row
from refoulement_lint.checks.destinations import Zone, of_a_removal, zones
from refoulement_lint.model import Aspect, Authority, Citation, Draft, Finding, Span
from refoulement_lint.phrases import PhraseList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from refoulement_lint.rule import Rule


class _Named(NamedTuple):
    aspect: Aspect
    span: Span


def check(rule: Rule, like: Rule, draft: Draft, context: Context, spoken: Iterable[Span]) -> Iterator[Finding]:
    """
    One finding for each case that a sentence says to be about what it was not, as far as the register knows. The words
    of *like* tell which part of a sentence speaks of a case; of those at *spoken* another rule has said it.
    """
    done = set(spoken)
    for case in draft.citations:
        row = case.authority
        if case.kind not in ("case", "short-form") or row is None or case.span in done:
            continue
        if not (row.tags or row.about) or case.status not in ("verified", "unchecked"):
            continue
        block = draft.document.block_at(case.start)
        if block is not None and block.kind in ("quotation", "authorities", "heading"):
            continue
        about = about_of(row, case.candidates, context)
        sentence = context.sentence_at(case.start)
        if not about or context.said(rule, "silenced_by", sentence):
            continue
        parts = list(zones(like, case, draft, context))
        said = _named(sentence, case, context) if parts else []
        other = _other([one for one in said if _is_of(one, parts)], about)
        if other is None or _is_said(said, other, about):
            continue
        done.add(case.span)
        yield _finding(rule, case, row, other, about, draft, context)


def about_of(row: Authority, others: tuple[Authority, ...], context: Context) -> dict[str, Aspect]:
    """The aspects of the case by name: by its tags, by its articles and its outcomes in Strasbourg, and its own."""
    of_court = [one for one in (row, *others) if one.register == "ecthr"]
    articles = {each for one in of_court for some in one.articles for each in some.split("+")}
    names = {*row.about, *(("removal",) if any(of_a_removal().search(one.outcome) for one in of_court) else ())}
    names |= {
        one.name
        for one in context.registers.aspects
        if not one.tags.isdisjoint(row.tags) or not one.articles.isdisjoint(articles)
    }
    known = {one.name: one for one in context.registers.aspects}
    names |= {known[name].within for name in names if known[name].within}
    return {name: known[name] for name in sorted(names)}


def _named(sentence: Span, case: Citation, context: Context) -> list[_Named]:
    """The aspects that the sentence names outside the case itself."""
    text = context.text[sentence.start : sentence.end]
    named = []
    for aspect in context.registers.aspects:
        name = f"aspect {aspect.name}"
        if name not in context.asked:
            context.asked[name] = PhraseList(aspect.words, context.readings)
        for place in context.asked[name].places_in(text):
            span = Span(sentence.start + place.start, sentence.start + place.end)
            if not span.meets(case.written.whole):
                named.append(_Named(aspect, span))
    return named


def _is_of(one: _Named, parts: list[Zone]) -> bool:
    """
    Whether the words stand in a part of the sentence that speaks of the case; of whom it was is told there only where
    a word leads to the case, or a clause on it begins.
    """
    return any(
        part.span.start <= one.span.start
        and one.span.end <= part.span.end
        and (part.sure or one.aspect.side == "matter")
        for part in parts
    )


def _other(named: list[_Named], about: dict[str, Aspect]) -> _Named | None:
    """
    The first aspect named that the case was not about, where its side of the case is known. Of persons one alone: more
    of them are a list of reasons, "race, religion, political opinion".
    """
    sides = {aspect.side for aspect in about.values()}
    others = [
        one
        for one in sorted(named, key=lambda each: each.span)
        if not one.aspect.quiet and one.aspect.side in sides and one.aspect.name not in about
    ]
    if len({one.aspect.name for one in others if one.aspect.side == "person"}) > 1:
        others = [one for one in others if one.aspect.side != "person"]
    return others[0] if others else None


def _is_said(named: list[_Named], other: _Named, about: dict[str, Aspect]) -> bool:
    """Whether the sentence also names what the case was about, in words that are not those of the *other* aspect."""
    of_other = [one.span for one in named if one.aspect == other.aspect]
    return any(
        one.aspect.name in about
        and one.aspect.side == other.aspect.side
        and not any(one.span.meets(span) for span in of_other)
        for one in named
    )


def _finding(
    rule: Rule,
    case: Citation,
    row: Authority,
    other: _Named,
    about: dict[str, Aspect],
    draft: Draft,
    context: Context,
) -> Finding:
    values = {
        "written": draft.document.text[other.span.start : other.span.end],
        "title": row.title,
        "registered": "",
        "article": "",
        "articles": "",
        "in_issue": _in_words([one.named for one in about.values() if one.side == other.aspect.side]),
    }
    finding = found(rule, case.span, values, because=[register_row(row)], target=case.target, related=(other.span,))
    # The Court's list of outcomes bears out that no removal was decided on; the rest is what our curated record says.
    sure = other.aspect.side == "matter" and bool(row.outcome) and row.register == "ecthr" and not row.remembered
    return finding if sure else evolve(finding, severity="note")


def _in_words(several: list[str]) -> str:
    return " and ".join([", ".join(several[:-1]), several[-1]] if len(several) > 1 else several)
