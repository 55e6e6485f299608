"""How long somebody has, as the draft says it, held against the table of time limits."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from refoulement_lint.checks import LIMITS, OWN_LIMITS, Context, found, listed, under
from refoulement_lint.folding import words_of
from refoulement_lint.model import Citation, Draft, Evidence, Finding, Span, TimeLimit
from refoulement_lint.phrases import PhraseList
from refoulement_lint.rule import Parameter, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from typing import Any

    from refoulement_lint.checks.durations import Duration

KIND = "time-limit"

FAULTS = ("other-provision", "other-remedy", "none", "of-the-forum")
PARAMETERS: Mapping[str, Parameter] = {
    "fault": Parameter("texts", FAULTS, required=True),
}
"""
*fault* ``other-provision`` is a duration tied to a provision that gives another, ``other-remedy`` to what must be done
where no provision is cited, ``none`` to either where there is no limit, ``of-the-forum`` to what a draft says of its
own time before a forum that has one limit for all. The limits stand in ``rules/law/time_limits``, the words for
durations in ``rules/durations``.
"""
PLACEHOLDERS = frozenset({"written", "provision", "remedy", "right", "says"})

# The words between a duration and the provision: more, and it is another clause.
REACH = 18
# "within a further period of 28 days": words from there to the duration.
REACH_OF_WITHIN = 4
# "the time limit for lodging an appeal under that section is 28 days".
REACH_OF_LIMIT = 14
# "28 days in which to appeal", "a 28-day limit".
REACH_BEHIND = 1
# "not one month but ...": words before the duration in which a denial stands.
REACH_OF_DENIAL = 3
# What stands beside a duration, and what anywhere in the sentence says that it is another's.
LISTS_BESIDE = ("within", "limits", "denials")
LISTS = (*LISTS_BESIDE, "others", "detention")


class _Place(NamedTuple):
    """Where a limit is cited or named."""

    limit: TimeLimit
    span: Span
    citation: Citation | None
    of_the_draft: bool = False


class _Said(NamedTuple):
    """What a sentence says of durations: all of them, and those tied to the words of a limit, with these."""

    all: tuple[Duration, ...]
    limits: tuple[tuple[Duration, bool], ...]
    """Each with whether words of the kind of "must", "limit" tie it, and not "within" alone."""


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """One finding for each limit and sentence; a provision that is cited is asked before what is named."""
    table = _Table(draft, context)
    said: set[Span] = set()
    for place in table.places():
        rule = _rule_for(place, rules)
        if rule is None:
            continue
        wrong = table.wrong(place)
        if wrong is None or wrong.span in said:
            continue
        said.add(wrong.span)
        yield _finding(rule, place, wrong, draft)


def _rule_for(place: _Place, rules: tuple[Rule, ...]) -> Rule | None:
    if place.of_the_draft:
        return next((rule for rule in rules if "of-the-forum" in listed(rule, "fault")), None)
    fault = "none" if not place.limit.right else "other-remedy" if place.citation is None else "other-provision"
    return next((rule for rule in rules if fault in listed(rule, "fault")), None)


def _finding(rule: Rule, place: _Place, wrong: Duration, draft: Draft) -> Finding:
    from refoulement_lint.checks.durations import in_words

    limit = place.limit
    right = " or ".join(map(in_words, limit.right))
    known = "" if limit.verified else " (not checked against the text)"
    values = {
        "written": draft.document.text[wrong.span.start : wrong.span.end],
        "provision": limit.printed,
        "remedy": limit.title,
        "right": right,
        "says": limit.says,
    }
    because = f"{limit.printed}: {limit.says or right}{known}."
    if limit.until:
        because += f" What applies from {limit.until.isoformat()} on was not looked up."
    target = place.citation.target if place.citation else limit.provisions[0]
    return found(rule, wrong.span, values, because=[Evidence(because, limit.source)], target=target)


class _Table:
    """The table of limits as one draft is held against it; nothing is read before a limit is cited or named."""

    def __init__(self, draft: Draft, context: Context) -> None:
        self._draft, self._context = draft, context
        self._acts: dict[str, Mapping[str, TimeLimit]] = {}
        self._said: dict[Span, _Said] = {}

    def places(self) -> Iterator[_Place]:
        """Where limits are cited, then where they are named, then where the draft speaks of its own time."""
        cited: set[tuple[Span, str]] = set()
        for citation in self._draft.citations:
            limit = self._limit_of(citation)
            if limit is not None:
                cited.add((self._context.sentence_at(citation.start), limit.title))
                yield _Place(limit, citation.span, citation)
        matches = sorted(self._context.matches.get(LIMITS, ()), key=lambda match: match.span)
        named = self._context.registers.limits_named(self._draft.language) if matches else {}
        for match in matches:
            act, name = named[match.phrase]
            limit = self._of_act(act)[name]
            if (self._context.sentence_at(match.span.start), limit.title) not in cited:
                yield _Place(limit, match.span, None)
        matches = sorted(self._context.matches.get(OWN_LIMITS, ()), key=lambda match: match.span)
        for match in matches:
            act, name, forum = self._context.registers.limits_of_drafts[match.phrase]
            if forum == self._draft.forum:
                limit = self._of_act(act)[name]
                if (self._context.sentence_at(match.span.start), limit.title) not in cited:
                    yield _Place(limit, match.span, None, of_the_draft=True)

    def _of_act(self, target: str) -> Mapping[str, TimeLimit]:
        act = target.partition("(")[0]
        if act not in self._acts:
            self._acts[act] = self._context.registers.time_limits(act, self._draft.language)
        return self._acts[act]

    def _limit_of(self, citation: Citation) -> TimeLimit | None:
        """The limit of the provision, of the narrowest one that has any."""
        target = citation.target or ""
        if citation.kind not in ("provision", "national-statute"):
            return None
        held = [
            (len(one), limit)
            for limit in self._of_act(target).values()
            for one in limit.provisions
            if under(target, one)
        ]
        return max(held, key=lambda one: one[0])[1] if held else None

    def wrong(self, place: _Place) -> Duration | None:
        """The duration that the sentence takes for the limit, and that is another; ``None`` where it may be right."""
        limit, sentence = place.limit, self._context.sentence_at(place.span.start)
        block = self._draft.document.block_at(place.span.start)
        if block is not None and block.kind in ("quotation", "authorities", "code", "heading"):
            return None
        said = self._durations(sentence)
        if not said.limits or any(self._is_right(one, limit, sentence) for one in said.all):
            return None
        near = [
            (one, strong)
            for one, strong in said.limits
            if (strong or place.of_the_draft or self._is_longer(one, limit)) and self._is_tied(one, place, sentence)
        ]
        if place.citation is None and not place.of_the_draft:
            near = [one for one in near if one[1]]  # what is only named may have happened within some days
        if not near or self._is_silenced(limit, sentence):
            return None
        return min(near, key=lambda one: _between(one[0].span, place.span))[0]

    def _is_right(self, one: Duration, limit: TimeLimit, sentence: Span) -> bool:
        from refoulement_lint.checks.durations import duration_of

        if any(one.is_same(duration_of(known)) for known in (*limit.right, *limit.also)):
            return True
        if any(
            any(one.is_same(duration_of(known)) for known in right) and self._stands_anywhere(phrases)
            for right, phrases in limit.when
        ):
            return True
        if limit.since is None and limit.until is None:
            return False
        days = self._days(sentence)
        if limit.since is not None and days[0] < limit.since:
            return True
        if limit.until is not None and days[-1] >= limit.until:
            return not limit.at_most or one.days <= duration_of(limit.at_most).days * 1.03
        return False

    def _days(self, sentence: Span) -> tuple[date, ...]:
        """The days of the facts in order, those of the sentence first; else the law date."""
        from refoulement_lint.checks.in_force import days_of_the_story
        from refoulement_lint.days import days_in

        told = sorted(day.of_the_event for day in days_in(self._draft.document.text, *sentence) if not day.of_an_act)
        return tuple(told) or days_of_the_story(self._draft) or (self._draft.on,)

    def _is_longer(self, one: Duration, limit: TimeLimit) -> bool:
        """Whether what was done "within" it was done too late: "within a week" may tell that it was done in time."""
        from refoulement_lint.checks.durations import duration_of

        return all(one.days > duration_of(known).days for known in limit.right)

    def _is_tied(self, one: Duration, place: _Place, sentence: Span) -> bool:
        """Whether both stand in one clause, and no other citation is as near to the duration."""
        text = self._draft.document.text
        low, high = sorted((one.span, place.span))
        if one.span.meets(place.span):
            return place.citation is None
        between = text[low.end : high.start]
        if ";" in between or len(words_of(between)) > REACH:
            return False
        reach = _between(one.span, place.span)
        return not any(
            _between(other.span, one.span) <= reach
            for other in self._draft.citations_in(sentence)
            if other.span != place.span and not other.span.meets(place.span) and not self._is_of(other, place.limit)
        )

    def _is_of(self, citation: Citation, limit: TimeLimit) -> bool:
        """Whether it cites the same limit once more, or the act or the treaty that is named with it."""
        if citation.kind == "instrument" or self._limit_of(citation) == limit:
            return True
        target = citation.target or ""
        return bool(target) and any(under(one, target) for one in limit.provisions)

    def _is_silenced(self, limit: TimeLimit, sentence: Span) -> bool:
        lists = [self._words.lists["others"]]
        if not limit.of_detention:
            lists.append(self._words.lists["detention"])
        if limit.silent:
            lists.append(PhraseList(limit.silent, self._context.readings))
        # "le code de l'entrée et du séjour" is a name, and tells of no stay.
        cited = [one.span for one in self._draft.citations_in(sentence)]
        text = self._draft.document.text[sentence.start : sentence.end]
        return any(
            not any(Span(sentence.start + place.start, sentence.start + place.end).meets(span) for span in cited)
            for phrases in lists
            for place in phrases.places_in(text)
        )

    def _stands_anywhere(self, phrases: tuple[str, ...]) -> bool:
        return PhraseList(phrases, self._context.readings).stands_anywhere(self._draft.document.text)

    # --- durations of a sentence ---

    @cached_property
    def _words(self) -> _Words:
        return _Words(self._context.registers.durations(self._draft.language), self._context)

    def _durations(self, sentence: Span) -> _Said:
        """What the sentence says of durations; looked for once."""
        if sentence not in self._said:
            self._said[sentence] = self._words.said_in(self._draft, sentence)
        return self._said[sentence]


class _Words:
    """The words of one language: for durations, for limits, and for what is denied."""

    def __init__(self, words: Mapping[str, Any], context: Context) -> None:
        from refoulement_lint.checks.durations import Speech

        self._speech = Speech(words)
        self.lists = {name: PhraseList(words.get(name, ()), context.readings) for name in LISTS}

    def said_in(self, draft: Draft, sentence: Span) -> _Said:
        """The durations in the sentence, without those inside a citation."""
        text = draft.document.text[sentence.start : sentence.end]
        cited = [citation.span for citation in draft.citations_in(sentence)]
        every = [
            one
            for one in self._speech.durations_in(text, sentence.start)
            if not any(one.span.meets(span) for span in cited)
        ]
        if not every:
            return _Said((), ())
        spans = {
            name: [Span(sentence.start + place.start, sentence.start + place.end) for place in phrases.places_in(text)]
            for name, phrases in ((name, self.lists[name]) for name in LISTS_BESIDE)
        }
        ties = [*spans["within"], *spans["limits"]]
        tied = []
        for one in every:
            others = [other.span for other in every if other.span != one.span]
            strong = any(_leads(limit, one.span, draft, REACH_OF_LIMIT, others) for limit in spans["limits"])
            weak = any(_leads(limit, one.span, draft, REACH_OF_WITHIN, others) for limit in spans["within"])
            denied = any(
                denial.end <= one.span.start
                and len(words_of(draft.document.text[denial.end : one.span.start])) <= REACH_OF_DENIAL
                and not any(denial.meets(tie) for tie in ties)
                for denial in spans["denials"]
            )
            if (strong or weak) and not denied:
                tied.append((one, strong))
        return _Said(tuple(every), tuple(tied))


def _leads(limit: Span, duration: Span, draft: Draft, reach: int, others: list[Span]) -> bool:
    """
    Whether the words of a limit stand before the duration, no other between them, or next behind it; or are one with
    it.
    """
    if limit.meets(duration):
        return True
    low, high = sorted((limit, duration))
    between = draft.document.text[low.end : high.start]
    if ";" in between or len(words_of(between)) > (reach if low == limit else REACH_BEHIND):
        return False
    return not any(low.end <= other.start and other.end <= high.start for other in others)


def _between(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
