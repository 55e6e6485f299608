"""Did the act govern on the day that matters, and is a time limit the one of that day?"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from refoulement_lint.checks import (
    Context,
    day_in_words,
    found,
    listed,
    under,
)
from refoulement_lint.checks.application_days import application_days, decision_days, start_of_clause
from refoulement_lint.days import Day, days_in, months_in
from refoulement_lint.model import Citation, Document, Draft, Evidence, Finding, Span, Validity
from refoulement_lint.rule import Parameter, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    _Asking = Callable[[str, date], Validity]

KIND = "in-force"

PARAMETERS: Mapping[str, Parameter] = {
    "fault": Parameter("text", ("repealed", "ended", "not-yet", "open", "old-term"), required=True),
    "silenced_by": Parameter("asked"),
    "saving": Parameter("asked"),
    "then": Parameter("asked"),
    "kept": Parameter("asked"),
    "bygone": Parameter("asked"),
    "provision": Parameter("text"),
    "phrases": Parameter("phrases"),
    "near": Parameter("asked"),
    "near_at": Parameter("asked"),
    "at": Parameter("texts"),
    "since": Parameter("day"),
    "write": Parameter("text"),
    "application": Parameter("asked"),
    "not_application": Parameter("asked"),
    "governs": Parameter("asked"),
    "required": Parameter("asked"),
    "again": Parameter("asked"),
    "same_day": Parameter("asked"),
    "decision": Parameter("asked"),
    "not_decision": Parameter("asked"),
    "denied": Parameter("asked"),
    "to_come": Parameter("asked"),
    "of_then": Parameter("asked"),
    "legislators": Parameter("asked"),
    "bodies": Parameter("asked"),
    "deadlines": Parameter("texts"),
}
"""
*fault* ``repealed``, ``ended`` (nothing followed), ``not-yet`` and ``open`` ask the register about every act cited;
*silenced_by* are the words that explain why the act is cited all the same, and one such sentence explains it for the
whole draft.
*saving* explains an act that a saving clause keeps; *then*, that it was in force, does where no day beside it shows
the contrary. *kept* says that the act governs to this day: of an act that
nothing keeps this is the mistake, and the law date answers. *bygone* tells of the time when it governed.
*application* says that protection was asked for: where the day of that decides between two acts, it
outranks the other days that the draft tells, unless *not_application* stands beside it (a refusal, an application to a
court). *governs* says that the act governed the application or the decision that the draft is about: then it must have
governed on the day of that, by *decision* and *not_decision* as by the two before, unless *again* tells of a second
application; *required* says the same, and is held against the day of the decision in its own sentence only: without
these words the day counts too, for a warning, unless the sentence cites an act that did govern then. *same_day*
takes up the day that a sentence before tells, "that day". *denied* stands straight before the act in its clause, "not
Regulation …"; anywhere in the sentence it takes that warning back. *to_come* tells of what will be, unless a verb
*of_then* makes it passive: "gestützt werden konnte".
*legislators* did something on a day before the act was printed: they proposed it or adopted it. *bodies* have something
to do under it until a day that one of *deadlines* stands straight before: that day is the act's own.
``old-term`` looks for *phrases* that state a term of
*provision* as it was before *since*; the provision must be cited, or one of *near* said, in the same sentence;
*near_at* is as good as *near* before the forums *at*, where "the Court" is that of the provision.
"""
PLACEHOLDERS = frozenset({"written", "instrument", "day", "since", "until", "successor", "instead", "write"})

# A story in a brief is rarely older; an older date belongs to a treaty or a statute.
YEARS_OF_A_STORY = 15
YEARS_OF_AN_AGE = 40
"""A day before that is a treaty's or a war's, and nothing that an act of today could have governed."""
# How far back "that day" reaches.
SENTENCES_BEFORE = 2


@frozen(kw_only=True)
class Moments:
    """
    The three kinds of days that law in time has; nothing turns one into another.

    *act* is the day that the act bears, on which nothing need govern. *facts* are the days of what happened: those of
    the sentence, else those of the story. *law* is the law date of the run, which counts where nobody tells of facts.
    When the act governs is a fourth thing, and the register's alone: see `Timeline`.
    """

    law: date
    act: date | None = None
    told: tuple[date, ...] = ()
    story: tuple[date, ...] = ()

    @property
    def facts(self) -> tuple[date, ...]:
        """The days of the facts, nearest first; the act's own day is none, wherever it is written."""
        return self.of_the_sentence or self.story

    @property
    def of_the_sentence(self) -> tuple[date, ...]:
        """The days of the facts that the sentence itself tells."""
        return tuple(day for day in self.told if day != self.act)

    @property
    def asked(self) -> tuple[date, ...]:
        """The days on which the act must govern: on one of them it is enough."""
        return self.facts or (self.law,)


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """For each act one finding at the first place, the others beside it."""
    acts: dict[str, list[Citation]] = {}
    # One act is asked about on the same few days again and again.
    validity = cache(context.registers.validity)
    for citation in draft.citations:
        if (
            citation.target
            and citation.kind in ("provision", "instrument", "document-symbol", "national-statute")
            and _may_end(citation)
        ):
            acts.setdefault(_asked_about(citation, draft, validity), []).append(citation)
    story: tuple[date, ...] | None = None
    earliest = draft.on - timedelta(days=366 * YEARS_OF_AN_AGE)
    asking = next((rule for rule in rules if "application" in rule.parameters), None)
    deciding = next((rule for rule in rules if "decision" in rule.parameters), None)

    @cache
    def told(within: Span) -> tuple[Day, ...]:
        """The days of events that a sentence tells; each rule asks about the same sentences."""
        cited = draft.citations_in(within)
        events = _events(
            days_in(draft.document.text, within.start, within.end), [other.written.whole for other in cited]
        )
        of_treaties = _days_of_treaties(cited, context)
        # The day of a treaty of another age, "signed in Geneva on 28 June 1951", is none that an act could govern.
        return tuple(day for day in events if day.day >= earliest and day.day not in of_treaties)

    @cache
    def law_in(within: Span) -> frozenset[date]:
        """The days from which the acts cited in a sentence apply."""
        return _days_of_the_law(draft.citations_in(within), draft.on, validity)

    @cache
    def applied(within: Span) -> tuple[date, ...]:
        """The days on which protection was asked for, as *within* tells them."""
        return tuple(application_days(asking, context, within)) if asking is not None else ()

    @cache
    def decided(within: Span) -> tuple[date, ...]:
        """The days of the decisions in the case itself that *within* tells of."""
        if deciding is None:
            return ()
        wholes = tuple(one.written.whole for one in draft.citations)
        return tuple(decision_days(deciding, context, within, wholes))

    for rule in rules:
        if rule.parameters["fault"] == "old-term":
            yield from _old_term(rule, draft, context)
            continue
        for act, citations in acts.items():
            if story is None:
                of_the_law = _days_of_authorities(draft, context, validity)
                story = tuple(day for day in days_of_the_story(draft) if draft.dates or day not in of_the_law)
            yield from _act(rule, act, citations, story, draft, context, validity, applied, decided, told, law_in)


def _stays_there(act: str, sentence: Span, context: Context) -> bool:
    """Whether the sentence names a State that the act went on binding."""
    named = context.registers.states_in(context.text[sentence.start : sentence.end])
    return any(context.registers.stays_for(act, code) for _, code in named)


def _day_before(
    sentence: Span,
    draft: Draft,
    context: Context,
    told_in: Callable[[Span], tuple[Day, ...]],
    law_in: Callable[[Span], frozenset[date]],
) -> tuple[date, ...]:
    """The last day that the sentences before tell, which "that day" takes up; none from which an act applies."""
    before = context.sentence_before(sentence)
    for _ in range(SENTENCES_BEFORE):
        if before is None:
            break
        law = law_in(before)
        if told := [day for day in told_in(before) if day.day not in law and not _of_the_document(day, draft.document)]:
            return (told[-1].of_the_event,)
        before = context.sentence_before(before)
    return ()


@lru_cache(maxsize=1)
def _year() -> re.Pattern[str]:
    """A year that stands for itself: no number of an act, no day, nothing in brackets beside a title."""
    return re.compile(r"(?<![\w(\[/.,-])(?:19[5-9]|20[0-4])\d(?![\w)\]/-]|\.\d|,\d)")


def _ends_a_sentence(whole: Span, citation: Citation, text: str) -> bool:
    """Whether a stop behind a number, "[2021] UKSC 9. Ministers remain bound by ...", parts the two."""
    stop, begins = text[whole.end : whole.end + 2], text[whole.end + 2 : whole.end + 3]
    return whole.end < citation.start and stop == ". " and begins.isupper()


def _is_told_of(
    rule: Rule, act: str, citation: Citation, sentence: Span, draft: Draft, context: Context, validity_on: _Asking
) -> bool:
    """
    Whether the act is told of as it once was: by words of bygone days, where no day of the facts could say more, or
    beside a year in which it governed.
    """
    if (":GC" in act or citation.kind == "national-statute") and context.said(rule, "bygone", sentence):
        return True
    adopted = context.registers.adoption(act).adopted
    if adopted is None:
        return False
    taken = [one.written.whole for one in draft.citations_in(sentence)]
    days = [*days_in(context.text, sentence.start, sentence.end)]
    for day in days:
        # "The application of 9 May 2025 is decided by ...": the day of a text of the case, and no journal's.
        apart = day.of_an_act and not any(span.meets(day.span) for span in taken)
        if apart and day.day > adopted + A_WHILE and validity_on(act, day.day).verdict == "governs":
            return True
    taken += [day.span for day in days]
    for one in _year().finditer(context.text, sentence.start, sentence.end):
        where, year = Span(*one.span()), int(one[0])
        if year < adopted.year or any(span.meets(where) for span in taken):
            continue
        before = where.end <= citation.start
        between = context.text[where.end : citation.start] if before else context.text[citation.end : where.start]
        # "General Comment No. 1 of 1997", "the 2021 Order", "OJ 2004 L 304": the act's own.
        if year == adopted.year and (not before or len(between.split()) <= WORDS_BESIDE):
            continue
        # In the year in which it ended it governed on the first day.
        if validity_on(act, date(year, 1 if year > adopted.year else 12, 1)).verdict != "repealed":
            return True
    return False


def _is_denied(rule: Rule, citation: Citation, sentence: Span, context: Context) -> bool:
    """Whether a word of denial stands straight before the act in its clause: "…, not Regulation 2024/1348"."""
    start = citation.written.whole.start
    clause = start_of_clause(context.text, sentence.start, start)
    return len(context.text[clause:start].split()) <= WORDS_OF_DENIAL and context.said(
        rule, "denied", Span(clause, start)
    )


def _is_a_deadline(rule: Rule, day: Day, text: str) -> bool:
    """Whether a word for a time-limit stands straight before the day, "by 12 June 2025", or behind it."""
    words = listed(rule, "deadlines")
    before = text[max(0, day.span.start - LONGEST_DEADLINE) : day.span.start].lower()
    behind = text[day.span.end : day.span.end + LONGEST_DEADLINE].lower().lstrip(" .")
    return before.endswith(tuple(f" {word} " for word in words)) or behind.startswith(
        tuple(f"{word} " for word in words)
    )


def _clause_of(citation: Citation, sentence: Span, draft: Draft, context: Context) -> Span:
    """Between the semicolons around the act, where another act is cited beyond them: each has the days beside it."""
    text = context.text
    start = text.rfind(";", sentence.start, citation.start) + 1 or sentence.start
    end = text.find(";", citation.end, sentence.end)
    clause = Span(start, end if end >= 0 else sentence.end)
    beyond = any(
        other.target and _may_end(other) and not clause.meets(other.span) for other in draft.citations_in(sentence)
    )
    return clause if beyond else sentence


def _another_governs(act: str, days: tuple[date, ...], around: tuple[Citation, ...], validity_on: _Asking) -> bool:
    """Whether the sentence cites another act that governed on one of the days: the one is compared to the other."""
    others = {":".join(one.target.split(":")[:2]) for one in around if one.target and _may_end(one)} - {act}
    return any(validity_on(other, day).verdict == "governs" for other in others for day in days)


def _months(sentence: Span, draft: Draft) -> Iterator[date]:
    """The last days of the months in which something happened, "in October 2024", outside what is cited."""
    wholes = [one.written.whole for one in draft.citations_in(sentence)]
    for span, day in months_in(draft.document.text, sentence.start, sentence.end):
        if not any(whole.meets(span) for whole in wholes):
            yield day


# Between the stop before it and the act, "and not under", "а не по".
WORDS_OF_DENIAL = 4
# Characters beside a day in which the words of a time-limit stand.
LONGEST_DEADLINE = 24

# The journal prints an act within so long.
A_WHILE = timedelta(days=120)
# Between an act and its own year stand no more words.
WORDS_BESIDE = 2


def _may_end(citation: Citation) -> bool:
    """Acts of the Union, statutes and general comments of committees are replaced by others; treaties stay."""
    target = citation.target or ""
    return target.startswith("EU:") or ":GC" in target or citation.kind == "national-statute"


def _asked_about(citation: Citation, draft: Draft, validity: _Asking) -> str:
    """The act, or the section of a statute where only that one may have ended."""
    target = citation.target or ""
    act = ":".join(target.split(":")[:2])
    if citation.kind != "national-statute" or validity(act, draft.on).verdict in ("repealed", "not-yet", "open"):
        return act
    return target.partition("(")[0]


def days_of_the_story(draft: Draft) -> tuple[date, ...]:
    """The days that somebody stated for the facts; failing these, the days that the draft tells of."""
    if draft.dates:
        return tuple(sorted(draft.dates.values()))
    earliest = draft.on - timedelta(days=366 * YEARS_OF_A_STORY)
    wholes = [citation.written.whole for citation in draft.citations]
    days = _events(days_in(draft.document.text), wholes)
    told = {
        day.of_the_event
        for day in days
        if earliest <= day.day <= draft.on and not _of_the_document(day, draft.document)
    }
    return tuple(sorted(told))


def _days_of_authorities(draft: Draft, context: Context, validity_on: _Asking) -> frozenset[date]:
    """
    The days that the acts and the judgments cited bear, and those from which the acts apply: wherever in a sentence
    they stand, "2024 m. gegužės 14 d. Europos Parlamento ir Tarybos reglamentas", they tell of no event.
    """
    acts = dict.fromkeys(":".join(one.target.split(":")[:2]) for one in draft.citations if one.target and _may_end(one))
    days = {context.registers.adoption(act).adopted for act in acts}
    days |= {validity_on(act, draft.on).since for act in acts}
    judged = {one.authority.date for one in draft.citations if one.authority is not None}
    return frozenset(day for day in days if day) | {date.fromisoformat(day) for day in judged if len(day) == 10}


HEAD = 400
"""Characters at the beginning of a text in which its own day stands: a heading, a court, a file number."""


def _of_the_document(day: Day, document: Document) -> bool:
    """Whether the day is the text's own, in a heading or a line that is no sentence, or stands in others' words."""
    block = document.block_at(day.span.start)
    if block is None:
        return False
    if block.kind in ("heading", "quotation", "authorities", "footnote", "endnote"):
        return True
    return day.span.start < HEAD and not document.text[block.span.start : block.span.end].rstrip().endswith(
        (".", "!", "?")
    )


def _events(days: Iterator[Day], wholes: list[Span]) -> Iterator[Day]:
    """The days that belong to no act and stand inside no citation; both lists are in the order of the text."""
    place = 0
    wholes = sorted(wholes)
    for day in days:
        while place < len(wholes) and wholes[place].end <= day.span.start:
            place += 1
        inside = any(whole.meets(day.span) for whole in wholes[place : place + 4])
        if not day.of_an_act and not inside:
            yield day


def _act(
    rule: Rule,
    act: str,
    citations: list[Citation],
    story: tuple[date, ...],
    draft: Draft,
    context: Context,
    validity_on: _Asking,
    applied: Callable[[Span], tuple[date, ...]],
    decided: Callable[[Span], tuple[date, ...]],
    told_in: Callable[[Span], tuple[Day, ...]],
    law_in: Callable[[Span], frozenset[date]],
) -> Iterator[Finding]:
    fault = rule.parameters["fault"]
    if validity_on(act, draft.on).verdict == "unknown" or (
        draft.state and context.registers.stays_for(act, draft.state)
    ):
        return
    # A general comment says how a body reads its treaty today, whenever the facts were.
    of_today = ":GC" in act
    saved = bool(context.registers.decided_by(act))
    by_application = not draft.dates and "application" in _deciding_facts(act, context)
    whole = Span(0, len(draft.document.text))
    of_the_draft = applied(whole) if by_application else ()
    story = () if of_today else _deciding(act, draft, context) or of_the_draft or story
    places: list[tuple[Citation, date | None, Validity, bool]] = []
    since, adopted = validity_on(act, draft.on).since, context.registers.adoption(act).adopted
    for citation in citations:
        sentence = context.sentence_at(citation.start)
        has_ended = fault in ("repealed", "ended")
        after = context.sentence_after(sentence) if has_ended else None
        around = draft.citations_in(sentence)
        kept = has_ended and not saved and context.said(rule, "kept", sentence)
        if has_ended and (kept or of_today):
            # "... applied General Comment No. 1; today General Comment No. 4": of what followed.
            near = (*around, *(draft.citations_in(after) if after and not kept else ()))
            successor = validity_on(act, draft.on).successor
            followed = any(one.target and context.registers.title(one.target) in successor for one in near)
            if followed and of_today:
                continue
            kept = kept and not followed
        if context.said(rule, "silenced_by", sentence) or (after and context.said(rule, "silenced_by", after)):
            if has_ended:
                return  # why the old act governs is explained once for the draft
            continue
        if has_ended and saved and context.said(rule, "saving", sentence):
            return
        if has_ended and any(context.said(rule, "then", said) for said in (sentence, after) if said is not None):
            beside = [day.of_the_event for day in told_in(sentence) if day.day not in law_in(sentence)]
            if not beside or any(validity_on(act, day).verdict == "governs" for day in beside):
                return
        if context.said(rule, "to_come", sentence) and not context.said(rule, "of_then", sentence):
            continue
        if _is_denied(rule, citation, sentence, context):
            continue
        if has_ended and not kept and _is_told_of(rule, act, citation, sentence, draft, context, validity_on):
            continue
        block = draft.document.block_at(citation.start)
        if block is not None and block.kind in ("authorities", "quotation"):
            continue
        if has_ended and any(
            other.kind in ("case", "appno", "ecli", "short-form")
            and not _ends_a_sentence(other.written.whole, citation, context.text)
            for other in around
        ):
            continue  # a judgment is cited with the act that it interpreted
        law = law_in(sentence)
        deadlines: set[Span] = set()
        if fault == "not-yet":
            days_said = [*days_in(context.text, sentence.start, sentence.end)]
            if any(day.day == since for day in days_said):
                continue  # the sentence itself says from when the act applies
            if (
                adopted is not None
                and all(day.day <= adopted + A_WHILE for day in days_said)
                and context.said(rule, "legislators", sentence)
            ):
                continue  # "On 23 September 2020 the Commission proposed …"
            if context.said(rule, "bodies", sentence):
                deadlines = {day.span for day in days_said if _is_a_deadline(rule, day, context.text)}
                if deadlines and len(deadlines) == len(days_said):
                    continue  # "Article 77 asks the Commission to look at the concept again by 12 June 2025"
            if len(days_said) > 1:
                sentence = _clause_of(citation, sentence, draft, context)
        told = [day for day in told_in(sentence) if day.span not in deadlines]
        if fault == "not-yet" and any(day.day in law for day in told):
            continue
        days = tuple(
            day.of_the_event for day in told if day.day not in law and not _of_the_document(day, draft.document)
        )
        if fault == "not-yet" and not days and not told and not context.said(rule, "legislators", sentence):
            days = tuple(_months(sentence, draft))
        surely = True
        if by_application and days:
            days = applied(sentence) or days
        if not days and context.said(rule, "same_day", sentence):
            days = _day_before(sentence, draft, context, told_in, law_in)
        if not days and fault == "ended":
            days = decided(sentence)
        if not days and not draft.dates and (fault == "not-yet" or not by_application):
            days = decided(sentence)
            if not context.said(rule, "required", sentence):
                surely = not days
                if (
                    fault != "not-yet"
                    or _another_governs(act, days, around, validity_on)
                    or context.said(rule, "denied", sentence)
                ):
                    days, surely = (), True
        if not days and not draft.dates and context.said(rule, "governs", sentence):
            # "the Regulation that bound the Board on the day of its decision": the day stands elsewhere in the draft.
            deciding = _deciding_facts(act, context)
            if by_application and context.said_anywhere(rule, "again", draft.document.text):
                days = ()
            elif by_application:
                # What was decided before the act governed was asked for before it too, and so was all that is told.
                days = of_the_draft or ((decided(whole) or story) if fault == "not-yet" else ())
            elif "decision" in deciding:
                days = decided(whole)
        # What is said to govern "still" is said of today, whatever the story tells of.
        moments = Moments(law=draft.on, act=adopted, told=() if of_today else days, story=() if kept else story)
        day, validity = _day_that_matters(fault, act, moments, draft, validity_on)
        if (
            validity is not None
            and (fault != "repealed" or validity.successor)
            and (fault != "ended" or not validity.successor)
            and not (fault == "repealed" and _stays_there(act, sentence, context))
        ):
            places.append((citation, day, validity, surely))
    if places:
        citation, day, validity, surely = min(places, key=lambda place: not place[3])
        places.sort(key=lambda place: place[0] is not citation)
        title = context.registers.title(act)
        values = {
            "written": citation.text,
            "instrument": title,
            "day": _what_day(day, draft),
            "since": day_in_words(validity.since) if validity.since else "",
            "until": day_in_words(validity.until) if validity.until else "",
            "successor": _next(validity.successor),
            "instead": _instead(act, draft.on if day is None else day, context) if fault == "not-yet" else "",
            "write": "",
        }
        yield found(
            rule,
            citation.span,
            values,
            because=[Evidence(_says(title, validity), validity.source or "the register of instruments")],
            target=citation.target,
            related=tuple(place.span for place, *_ in places[1:]),
            # From memory nobody is told that a section did not govern, only to look.
            severity=None if surely and (validity.verified or citation.kind != "national-statute") else "warning",
        )


# The facts of saving clauses by the names under which a draft states their days.
_STATED = {"application-lodged": "application", "application-registered": "application", "decision": "decision"}


def _deciding(act: str, draft: Draft, context: Context) -> tuple[date, ...]:
    """The stated day that alone decides between the act and its neighbours: of the application, or of the decision."""
    names = _deciding_facts(act, context) & draft.dates.keys()
    return tuple(sorted(draft.dates[name] for name in names))


def _deciding_facts(act: str, context: Context) -> frozenset[str]:
    return frozenset(_STATED[fact] for fact in context.registers.decided_by(act) if fact in _STATED)


def _days_of_the_law(citations: tuple[Citation, ...], on: date, validity_on: _Asking) -> frozenset[date]:
    """
    The days from which the acts cited in a sentence apply, when it cites more than one: "…, for Regulation 2024/1348
    applies from 12 June 2026" tells of no event on that day.
    """
    acts = {":".join(one.target.split(":")[:2]) for one in citations if one.target and _may_end(one)}
    if len(acts) < 2:
        return frozenset()
    since = (validity_on(act, on).since for act in acts)
    return frozenset(day for day in since if day is not None)


def _days_of_treaties(citations: tuple[Citation, ...], context: Context) -> frozenset[date]:
    """The days that the treaties cited in a sentence bear, however they are put: "sporządzonej w Genewie dnia …"."""
    named = {":".join(one.target.split(":")[:1]) for one in citations if one.target and not _may_end(one)}
    adoptions = [context.registers.adoption(treaty) for treaty in sorted(named)]
    return frozenset(day for one in adoptions for day in (one.adopted, one.opened, one.in_force) if day is not None)


def _day_that_matters(
    fault: str,
    act: str,
    moments: Moments,
    draft: Draft,
    validity_on: _Asking,
) -> tuple[date | None, Validity | None]:
    """
    The day on which the act is wrong, and why; ``None`` for the second when it governs on a day that matters.

    The days of the sentence win over the days of the story, and these over the law date. A sentence that says nothing
    about time is wrong only when no day of the story is one that the act governs.
    """
    stated = moments.of_the_sentence or draft.dates
    if fault == "not-yet" and validity_on(act, moments.law).verdict == "governs" and not stated:
        # A pact act in a draft of today with an old story may be cited for what comes; only a stated day convicts it.
        return None, None
    asked = moments.asked
    # The first day that the act governs answers, so a draft with a thousand dates costs no more than one with ten.
    verdict = "repealed" if fault == "ended" else fault
    if any(validity_on(act, day).verdict != verdict for day in asked):
        return None, None
    # The story's last day is the nearest to the decision; of the days before it, some are of rulings that are cited.
    matters = asked[0] if moments.of_the_sentence or not moments.story else asked[-1]
    return matters, validity_on(act, matters)


def _what_day(day: date | None, draft: Draft) -> str:
    """A day that the draft tells of, or the law date by its name: "23 November 2026, the law date of this run"."""
    if day is None or day == draft.on:
        return f"{day_in_words(draft.on)}, the law date of this run"
    return day_in_words(day)


def _says(title: str, validity: Validity) -> str:
    parts = []
    if validity.since:
        parts.append(f"applies from {day_in_words(validity.since)}")
    if validity.until:
        parts.append(f"ceased to apply on {day_in_words(validity.until)}")
    if validity.successor:
        parts.append(f"followed by {_next(validity.successor)}")
    if validity.saving:
        parts.append(validity.saving.rstrip("."))
    return f"{title}: {'; '.join(parts)}."


def _next(successors: str) -> str:
    """The act that followed at once, of those that the register lists in their order."""
    return successors.partition(";")[0].strip()


def _instead(act: str, day: date, context: Context) -> str:
    """ ": Directive 2013/32/EU did": the acts that governed on that day, where the register knows them."""
    acts = [context.registers.title(key) for key in context.registers.governing_instead(act, day)]
    return f": {' and '.join(acts)} did" if acts else ""


def _old_term(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    since, provision = date.fromisoformat(rule.parameters["since"]), rule.parameters.get("provision", "")
    day = min(draft.dates.values(), default=draft.on)
    if day < since:
        return
    said: set[Span] = set()
    for match in context.places(rule, "phrases"):
        if match.sentence in said or context.said(rule, "silenced_by", match.sentence):
            continue
        around = draft.citations_in(match.sentence)
        cited = any(under(citation.target, provision) for citation in around)
        if not cited and any(_has_terms_of_its_own(citation) for citation in around):
            continue  # "the six-month time limit in Article 29(1)" of the Regulation
        if not (
            cited
            or context.said(rule, "near", match.sentence)
            or (draft.forum in listed(rule, "at") and context.said(rule, "near_at", match.sentence))
        ):
            continue
        if _is_of_old(match.sentence, since, draft):
            continue
        said.add(match.sentence)
        written = draft.document.text[match.span.start : match.span.end]
        values = {**dict.fromkeys(PLACEHOLDERS, ""), "written": written, "since": day_in_words(since)}
        values["write"] = rule.parameters.get("write", "")
        yield found(
            rule,
            match.span,
            values,
            target=next((one.target for one in around if under(one.target, provision)), provision),
            replacement=rule.parameters.get("write") if draft.language == "en" else None,
        )


def _has_terms_of_its_own(citation: Citation) -> bool:
    """Whether it is a provision of an act of the Union or of a State, whose time limit the sentence may tell."""
    return citation.kind == "national-statute" or (
        citation.kind == "provision" and (citation.target or "").startswith("EU:")
    )


def _is_of_old(sentence: Span, since: date, draft: Draft) -> bool:
    """Whether the last day that the sentence tells lies before *since*, and not so far that a treaty bears it."""
    days = [one.day for one in days_in(draft.document.text, sentence.start, sentence.end)]
    return bool(days) and since - timedelta(days=365 * YEARS_OF_A_STORY) <= max(days) < since
