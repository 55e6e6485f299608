"""Is what is claimed about a country borne out by sources that are new, several, and right about the law?"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from refoulement_lint.checks import KNOWN, Context, day_in_words, found
from refoulement_lint.days import days_in, month_number
from refoulement_lint.model import Draft, Evidence, Finding, Known, Span
from refoulement_lint.rule import Parameter, Rule
from refoulement_lint.sentences import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from refoulement_lint.phrases import Match


KIND = "sources"

PARAMETERS: Mapping[str, Parameter] = {
    "fault": Parameter("text", ("old", "single", "law-date"), required=True),
    "phrases": Parameter("phrases"),
    "publishers": Parameter("phrases"),
    "not_near": Parameter("asked"),
    "months": Parameter("count"),
    "silent_after": Parameter("texts"),
}
"""
``old``: the newest dated source that a phrase names is older than *months* at the law date (the draft's front matter
may say ``evidence-months``), and none of the facts *silent_after* is told. ``single``: a sentence with one of *phrases*
and the next one rest on one source; *publishers* name them. ``law-date``: a law of the evidence register stands beside
a day that is none of its days. *not_near*: words that make it another kind of sentence.
"""

PLACEHOLDERS = frozenset({"written", "months", "date", "title", "registered"})

_NOT_IN = ("heading", "quotation", "authorities", "code")
_CITED = ("case", "appno", "ecli", "document-symbol", "short-form")

BESIDE = 90
"""Within how many characters of a publisher its date stands, and of a law its own."""

SLIP = 400
"""A day further than this from every day of a law belongs to something else."""


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """See `PARAMETERS`."""
    for rule in rules:
        yield from _FAULTS[rule.parameters["fault"]](rule, draft, context)


# --- old --------------------------------------------------------------------------------------------------------------


class _Dated(NamedTuple):
    """A named source with the last day that it can be of."""

    until: date
    span: Span
    written: str


def _old(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    if {fact.id for fact in draft.facts}.intersection(rule.parameters.get("silent_after", ())):
        return
    months = _months(draft, rule)
    dated = [
        source
        for match in context.places(rule, "phrases")
        if _is_evidence(rule, match, context) and (source := _dated(match, draft, context)) is not None
    ]
    if not dated:
        return
    newest = max(dated, key=lambda source: (source.until, -source.span.start))
    text = draft.document.text
    if _months_between(newest.until, draft.on) < months or any(
        _months_between(until, draft.on) < months for source in dated for until in _annexed(source, draft)
    ):
        return
    of_these = f"The newest of {len(dated)} dated sources" if len(dated) > 1 else "The only dated source"
    because = [Evidence(f"{of_these} is of {newest.written}; law as of {day_in_words(draft.on)}.", "the draft itself")]
    values = {
        "written": text[newest.span.start : newest.span.end],
        "months": str(months),
        "date": newest.written,
        "title": "",
        "registered": "",
    }
    yield found(rule, newest.span, values, because=because, with_ground=True)


def _annexed(source: _Dated, draft: Draft) -> Iterator[date]:
    """
    The last days that the annexes can be of that stand in the paragraph of a source: "(annual report 2025, annex 9)"
    is one too, whoever published it.
    """
    text = draft.document.text
    around = paragraph(draft.document, source.span.start)
    for annex in _annex().finditer(text, *around):
        start = max(around.start, annex.start() - BESIDE // 2)
        start += max(text[start : annex.start()].rfind(mark) for mark in "(;") + 1
        last = _last_day(text, Span(start, annex.start()), draft.on)
        if last is not None and last[0] <= draft.on:
            yield last[0]


def _months(draft: Draft, rule: Rule) -> int:
    said = draft.document.options.get("evidence-months", "")
    return int(said) if said.isdigit() else int(rule.parameters.get("months", 12))


def _months_between(earlier: date, later: date) -> int:
    whole = (later.year - earlier.year) * 12 + later.month - earlier.month
    return whole - (later.day < earlier.day)


def _is_evidence(rule: Rule, match: Match[Any], context: Context) -> bool:
    block = context.document.block_at(match.span.start)
    return (block is None or block.kind not in _NOT_IN) and not context.said(rule, "not_near", match.sentence)


@lru_cache(maxsize=1)
def _month_or_year() -> re.Pattern[str]:
    return re.compile(r"(?:(?P<month>[^\W\d_]{3,12})\.?\s)?(?<![\d/])(?P<year>20[0-3]\d)(?![\d/])")


def _dated(match: Match[Any], draft: Draft, context: Context) -> _Dated | None:
    """The source with the date beside it; ``None`` without one, and for a date that is still to come."""
    text = draft.document.text
    behind = Span(match.span.end, min(match.sentence.end, match.span.end + BESIDE))
    before = Span(max(match.sentence.start, match.span.start - BESIDE // 3), match.span.start)
    if any(citation.kind in _CITED for citation in draft.citations_in(Span(before.start, behind.end))):
        return None
    for place in (behind, before):
        if (last := _last_day(text, place, draft.on)) is not None:
            until, written = last
            return _Dated(until, match.span, written) if until <= draft.on else None
    return None


def _last_day(text: str, place: Span, on: date) -> tuple[date, str] | None:
    """The first day written there, else the last day of the first month or year up to that of *on*; as written."""
    for day in days_in(text, *place):
        return day.day, day_in_words(day.day)
    for found_date in _month_or_year().finditer(text, *place):
        year = int(found_date["year"])
        month = month_number(found_date["month"]) if found_date["month"] else None
        if year <= on.year:
            until = min(date(year, month or 12, 28), on)
            return until, day_in_words(f"{year}-{month:02}") if month else str(year)
    return None


# --- single -----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _annex() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:annex|exhibit|appendix|annexe|pièce|anlage|zał\w*|pried\w*|pielikum\w*)\.?\s(\d+|[A-Z]\b)", re.I
    )


def _single(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    text = draft.document.text
    publishers = context.places(rule, "publishers")
    starts = [one.span.start for one in publishers]
    said: set[Span] = set()
    for match in context.places(rule, "phrases"):
        if match.sentence in said or not _is_evidence(rule, match, context):
            continue
        said.add(match.sentence)
        after = context.sentence_after(match.sentence)
        around = Span(match.sentence.start, after.end if after else match.sentence.end)
        named = {
            text[one.span.start : one.span.end].casefold(): text[one.span.start : one.span.end]
            for one in publishers[bisect_left(starts, around.start) : bisect_left(starts, around.end)]
            if around.covers(one.span)
        }
        annexes = {one[1] for one in _annex().finditer(text, *around)}
        cited = {one.target for one in draft.citations_in(around) if one.kind in _CITED}
        notes = text.count("[^", *around) + text.count("http", *around)
        if cited or notes or len(named) != 1 or len(annexes) > 1:
            continue
        written = text[match.sentence.start : match.sentence.end]
        because = [Evidence("One publisher is named in this sentence and the next.", "the draft itself")]
        values = {"written": written, "months": "", "date": "", "title": next(iter(named.values())), "registered": ""}
        yield found(rule, match.sentence, values, because=because, with_ground=True)


# --- the law of a border ----------------------------------------------------------------------------------------------


def _law_date(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    known = {phrase: entry for entry in context.registers.evidence for phrase in entry.called}
    text = draft.document.text
    for match in sorted(context.matches.get(KNOWN, ()), key=lambda match: match.span):
        law = known.get(match.phrase)
        if law is None:
            continue
        low, high = (
            max(match.sentence.start, match.span.start - BESIDE),
            min(match.sentence.end, match.span.end + BESIDE),
        )
        days = [day for day in days_in(text, low, high) if day.of_an_act or _of_its_force(text, day.span)]
        if not days:
            continue
        nearest = min(days, key=lambda day: _distance(day.span, match.span))
        wrong = nearest.day.isoformat() not in law.days and any(
            abs((nearest.day - date.fromisoformat(day)).days) <= SLIP for day in law.days
        )
        if wrong:
            yield _other_day(rule, law, nearest.span, text)


def _other_day(rule: Rule, law: Known, span: Span, text: str) -> Finding:
    registered = ", ".join(day_in_words(day) for day in law.days)
    values = {
        "written": text[span.start : span.end],
        "title": law.title,
        "registered": registered,
        "months": "",
        "date": "",
    }
    checked = "" if law.verified else " (not checked against the text)"
    because = [Evidence(f"In the evidence register: {law.title}; its days are {registered}{checked}.", law.source)]
    return found(rule, span, values, because=because, target=f"evidence:{law.id}")


@lru_cache(maxsize=1)
def _force() -> re.Pattern[str]:
    return re.compile(
        r"(?:force|effect|effective|apply|applies|vigueur|kraft|życie|mocy|įsigalioj\w*|spēkā|силу)\W+(?:\w+\W+){0,3}$",
        re.I,
    )


def _of_its_force(text: str, day: Span) -> bool:
    """Whether the words before a day say that a law began to apply."""
    return _force().search(text, max(0, day.start - 40), day.start) is not None


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


_FAULTS = {"old": _old, "single": _single, "law-date": _law_date}
