"""Does a request or an application have everything that the forum's rules ask for?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refoulement_lint.checks import Context, first_line, found, listed, under
from refoulement_lint.model import Draft, Evidence, Finding, Span
from refoulement_lint.rule import Parameter, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


KIND = "element"

PARAMETERS: Mapping[str, Parameter] = {
    "shows": Parameter("asked"),
    "cites": Parameter("texts"),
    "where": Parameter("texts"),
    "head": Parameter("asked"),
    "not_head": Parameter("asked"),
    "pages": Parameter("count"),
    "at": Parameter("text"),
}
"""
*shows*: words that show the element anywhere; *cites*: provisions of which a citation shows it too. *head*: the
draft is such a document only where one of these stands on its first page or in a heading, and none of *not_head*
("annex to the application form"). *pages*: instead of an element, how many pages the document may have. *at*: the
provision where the finding stands when the draft cites it; else it stands at the first line.
"""

PLACEHOLDERS = frozenset({"pages", "most"})

FIRST_PAGE = 1_500
"""Characters in which a document says what it is."""

A_SCRAP = 400
"""A text shorter than this is a scrap of a request, and nobody looks for anything in it."""

A_PAGE = 3_500
"""
Characters on a page of A4 in 12 points with wide margins, own knowledge; many, so that a document is longer than we say
rather than shorter.
"""


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """One finding for each element that the draft does not show."""
    if len(context.text) < A_SCRAP:
        return
    is_one: dict[tuple[tuple[str, ...], ...], bool] = {}  # the elements of one form share their heads
    for rule in rules:
        heads = listed(rule, "head"), listed(rule, "not_head")
        if heads not in is_one:
            is_one[heads] = not heads[0] or _is_one(rule, context)
        if not is_one[heads]:
            continue
        if "where" in rule.parameters and not _cited(rule, "where", draft):
            continue
        most = rule.parameters.get("pages")
        if most is not None:
            written = len(context.text) / A_PAGE
            if written > most:
                values = {"pages": str(round(written)), "most": str(most)}
                counted = f"{len(context.text):,} characters at about {A_PAGE:,} to a page.".replace(",", " ")
                because = [Evidence(counted, "the draft itself")]
                yield found(rule, _where(rule, draft), values, because=because, with_ground=True)
        elif not _shown(rule, draft, context):
            yield found(rule, _where(rule, draft), {"pages": "", "most": ""})


def _is_one(rule: Rule, context: Context) -> bool:
    headings = "\n\n".join(
        context.text[block.span.start : block.span.end] for block in context.document.blocks if block.kind == "heading"
    )
    places = (context.text[:FIRST_PAGE], headings)
    return any(context.said_anywhere(rule, "head", text) for text in places) and not any(
        context.said_anywhere(rule, "not_head", text) for text in places
    )


def _shown(rule: Rule, draft: Draft, context: Context) -> bool:
    return context.said_anywhere(rule, "shows", context.text) or _cited(rule, "cites", draft)


def _cited(rule: Rule, parameter: str, draft: Draft) -> bool:
    return any(under(one.target, cited) for one in draft.citations for cited in listed(rule, parameter))


def _where(rule: Rule, draft: Draft) -> Span:
    at = rule.parameters.get("at", "")
    return next((one.span for one in draft.citations if at and under(one.target, at)), first_line(draft))
