"""The days on which a draft says that protection was asked for; they outrank every other day of the story."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from refoulement_lint.days import Day, days_in
from refoulement_lint.late import late
from refoulement_lint.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refoulement_lint.checks import Context
    from refoulement_lint.rule import Rule

# How far a day may stand behind the words, and how far before them: "On 6 July 2026, a Monday, he applied for asylum".
BEHIND, BEFORE = 60, 90
# What parts a clause from the next, so that the day beyond belongs to something else.
_PARTED = late(
    r"[,;:()]|\s(?:and|but|und|aber|et|mais|i|oraz|ale|ir|bet|un|и|а|но|та|і|але|e|y|en|maar|och|men|og|ja|mutta|aga)\s"
)
# "After 12 June 2026": on none of the days up to it.
_AFTER = late(
    r"(?:^|\s)(?:after|après le|après|postérieurement au|nach dem|po|po dniu|nuo|pēc|после|після|dopo il|después del|"
    r"na|efter|etter|jälkeen|pärast)\s(?:the\s)?$",
)

# "Before 28 June 2022": on none of the days from it.
_BEFORE_IT = late(
    r"(?:^|\s)(?:before|prior to|avant le|antérieurement au|vor dem|przed|przed dniem|iki|pirms|до|перед|prima del|"
    r"antes del|före|før|ennen|enne|vóór)\s(?:the\s)?$",
)


def application_days(rule: Rule, context: Context, within: Span) -> Iterator[date]:
    """
    Each day between the ends of *within* that is said of an application for protection: by the words of *application*
    in the same clause, and none of *not_application* (a refusal, an appeal, an application to a court).
    """
    for found in _days_said(rule, context, within, "application", "not_application"):
        before = context.text[max(0, found.span.start - 30) : found.span.start].lower()
        if _AFTER.search(before):
            yield found.day + timedelta(days=1)
        elif _BEFORE_IT.search(before):
            yield found.day - timedelta(days=1)
        else:
            yield found.of_the_event


def decision_days(rule: Rule, context: Context, within: Span, cited: tuple[Span, ...]) -> Iterator[date]:
    """
    Each day that is said of a decision in the case itself, by the words of *decision* and none of *not_decision*; not
    those inside what is *cited*.
    """
    for found in _days_said(rule, context, within, "decision", "not_decision"):
        if not any(whole.meets(found.span) for whole in cited):
            yield found.of_the_event


def _days_said(rule: Rule, context: Context, within: Span, said: str, unsaid: str) -> Iterator[Day]:
    """The days in a clause with the words of the list *said*, and without those of *unsaid*."""
    text = context.text
    days = days_in(text, within.start, within.end)
    for sentence, group in groupby(days, lambda day: context.sentence_at(day.span.start)):
        its = [*group]
        for place in context.spans_said(rule, said, sentence):
            found = _day_of(text, place, its)
            if found is None:
                continue
            clause = _clause(text, sentence, place, found, its)
            if not context.said(rule, unsaid, clause):
                yield found


def _day_of(text: str, place: Span, days: list[Day]) -> Day | None:
    """The day behind the words in their clause, else the nearest before them."""
    behind = next((day for day in days if day.span.start >= place.end), None)
    if (
        behind is not None
        and behind.span.start - place.end <= BEHIND
        and not _PARTED.search(text[place.end : behind.span.start])
    ):
        return behind
    before = next((day for day in reversed(days) if day.span.end <= place.start), None)
    return before if before is not None and place.start - before.span.end <= BEFORE else _inside(place, days)


def _inside(place: Span, days: list[Day]) -> Day | None:
    """A day between the words themselves: "2026 m. liepos 6 d. pateiktas prašymas"."""
    return next((day for day in days if day.span.meets(place)), None)


def start_of_clause(text: str, start: int, end: int) -> int:
    """Where the clause begins that holds *end*, not before *start*."""
    place = start
    for match in _PARTED.finditer(text, start, end):
        place = match.end()
    return place


def _clause(text: str, sentence: Span, place: Span, day: Day, days: list[Day]) -> Span:
    """What is said from the words to the day, with what stands before and behind them up to the next stop or day."""
    start, end = min(place.start, day.span.start), max(place.end, day.span.end)
    stops = [sentence.start, *(match.end() for match in _PARTED.finditer(text, sentence.start, start))]
    others = [other.span.end for other in days if other.span.end <= start]
    return Span(max(stops + others), end)
