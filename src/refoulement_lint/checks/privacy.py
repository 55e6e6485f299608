"""A draft that calls itself anonymised, and a detail that names the person all the same."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from refoulement_lint.checks import Context, found
from refoulement_lint.days import days_in
from refoulement_lint.model import Draft, Evidence, Finding, Span
from refoulement_lint.rule import Parameter, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from refoulement_lint.phrases import Match


KIND = "privacy"

PARAMETERS: Mapping[str, Parameter] = {
    "detail": Parameter("text", ("e-mail", "telephone", "birth-date", "name"), required=True),
    "anonymised": Parameter("phrases", required=True),
    "phrases": Parameter("phrases"),
    "not_near": Parameter("asked"),
}
"""
*detail*: what to look for. *anonymised*: how a draft says that the person is not to be named; without one of these
the rule keeps silent. *phrases*: the words beside the detail ("born on", "the applicant"). *not_near*: whose detail
it is instead.
"""
PLACEHOLDERS = frozenset({"written", "claim"})

# A name stands within so many characters behind "the applicant", a birth date within so many behind "born".
REACH = 40


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """One finding for each detail, in a draft that says it holds none."""
    for rule in rules:
        claims = context.places(rule, "anonymised")
        if not claims:
            continue
        text = draft.document.text
        claim = text[claims[0].span.start : claims[0].span.end]
        said: set[Span] = set()
        for span in _DETAILS[rule.parameters["detail"]](text, rule, context):
            if span in said or context.said(rule, "not_near", context.sentence_at(span.start)):
                continue
            said.add(span)
            yield found(
                rule,
                span,
                {"written": text[span.start : span.end], "claim": claim},
                because=[Evidence(f"The draft says “{claim}”.", "the draft itself")],
                related=(claims[0].span,),
                with_ground=True,
            )


def _matches(rule: Rule, context: Context) -> list[Match[Any]]:
    return context.places(rule, "phrases")


def _e_mails(text: str, rule: Rule, context: Context) -> Iterator[Span]:
    at = text.find("@")
    while at != -1:
        start, end = at, at + 1
        while start > 0 and at - start < 64 and (text[start - 1].isalnum() or text[start - 1] in "._%+-"):
            start -= 1
        while end < len(text) and end - at < 200 and (text[end].isalnum() or text[end] in ".-"):
            end += 1
        while end > at and text[end - 1] in ".-":
            end -= 1
        if start < at and "." in text[at + 1 : end]:
            yield Span(start, end)
        at = text.find("@", max(end, at + 1))


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    """An international number: plus sign, then 8 to 15 digits, with what parts their groups."""
    return re.compile(r"\+\d(?:[ ()/.-]{0,2}\d){7,14}(?!\d)")


def _telephones(text: str, rule: Rule, context: Context) -> Iterator[Span]:
    for match in _number().finditer(text):
        yield Span(*match.span())


def _birth_dates(text: str, rule: Rule, context: Context) -> Iterator[Span]:
    for match in _matches(rule, context):
        day = next(days_in(text, match.span.end, min(len(text), match.span.end + REACH)), None)
        if day is not None and not any(
            letter.isalpha() for letter in text[match.span.end : day.span.start].replace("on ", "")
        ):
            yield day.span


@lru_cache(maxsize=1)
def _full_name() -> re.Pattern[str]:
    """A title and two or more capitalised words; initials are no name."""
    capital = r"[A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻČĖŠŪŽĀĒĢĪĶĻŅ]"
    return re.compile(
        rf"[\s,(]{{1,3}}(?:(?:Mr|Mrs|Ms|Miss|Mme|Mlle|Pan|Pani|Herr|Frau)\.?\s)(?P<name>(?:{capital}[\w'-]{{2,}}\s)?{capital}[\w'-]{{2,}})"
    )


def _names(text: str, rule: Rule, context: Context) -> Iterator[Span]:
    for match in _matches(rule, context):
        name = _full_name().match(text, match.span.end, min(len(text), match.span.end + 2 * REACH))
        if name:
            yield Span(*name.span("name"))


_DETAILS: Mapping[str, Callable[[str, Rule, Context], Iterator[Span]]] = {
    "e-mail": _e_mails,
    "telephone": _telephones,
    "birth-date": _birth_dates,
    "name": _names,
}
