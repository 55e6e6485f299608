"""A statement about what happens in a country, with nothing that a reader could open."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import evolve

from refoulement_lint.checks import Context, found, listed, owner
from refoulement_lint.days import days_in, month_number
from refoulement_lint.folding import words_of
from refoulement_lint.model import Draft, Evidence, Finding, Span, Support
from refoulement_lint.rule import Parameter, Rule
from refoulement_lint.sentences import has_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


KIND = "evidence"

PARAMETERS: Mapping[str, Parameter] = {
    "phrases": Parameter("phrases", required=True),
    "near": Parameter("asked"),
    "sources": Parameter("asked", required=True),
    "not_near": Parameter("asked"),
    "points": Parameter("asked"),
    "digits": Parameter("flag"),
    "many": Parameter("asked"),
    "recent": Parameter("asked"),
    "counts": Parameter("asked"),
    "people": Parameter("phrases"),
    "shares": Parameter("asked"),
    "handlers": Parameter("asked"),
    "at_rest": Parameter("asked"),
    "hardship": Parameter("asked"),
    "beside": Parameter("texts"),
    "about": Parameter("texts"),
    "measured": Parameter("texts"),
    "under": Parameter("texts"),
    "returned": Parameter("phrases"),
    "quantifiers": Parameter("phrases"),
    "nations": Parameter("asked"),
    "kinds": Parameter("asked"),
    "deeds": Parameter("asked"),
    "apart": Parameter("asked"),
}
"""
*phrases*: how the claim is made; *near*: one of these must stand in the sentence too; *sources*: words that show a
source in the sentence or the next one; *not_near*: words that make it another kind of sentence; *points*: words with
which the next sentence points back, without which its source is its own; *digits*: a figure must stand in the
sentence, or one of *many*, which say it in words, or beside one of *recent*, a time without a day, a number of more
than a few, in digits or one of *counts*. *people*: whoever is counted, with the number or one of *shares* ("half of")
straight before; that is a claim, in a note, whatever is said to have happened to them, where the sentence names a
State, a town or one of *handlers*, the officers of a State, and none of *at_rest*, "live", "are employed", or one of
*hardship*, "on the streets". So is a number of many of a people that no list has, "57 Tajiks", beside another name,
and "no fewer than 340 deserters" between two States. What makes a sentence of another kind does not when it is what
is counted: "nine in ten claimants"; nor where it stands in another part of a sentence that goes on to a State.
*under*: words with which such a part is only what somebody says: "that ...". *beside*: words straight before the
number that make it somebody's company, "with 40 others"; *about*: words there that make it one of many, "more than";
*measured*: beginnings of words behind it for what is no people: hours, kilometres, money. *returned*: whoever was sent
back, of whom a sentence that begins with them tells what is done to all, in a note. *quantifiers*: words for all,
none, most or always, wherever they stand in the sentence; near one of *nations*, peoples that have no State of their
name, or one of *kinds* of people and of officers where a State, a town or a people is named, they claim, in a note,
that one of *deeds* (or *near*) is done; unless one of *apart* makes it a story, a law, a claim of the other side or a
procedure.
"""
PLACEHOLDERS = frozenset({"written"})

# A sentence is not sourced by a note that is nowhere, but it is by a reference in brackets or a note mark.
_CITED = ("case", "appno", "ecli", "document-symbol", "short-form")
FIRST_WORDS = 5
# Between a number and whom it counts, "nine in ten [Iranian] claimants", and how far before them it is looked for.
WORDS_OF_A_COUNT = 3
REACH_OF_A_COUNT = 60
DAYS_OF_A_MONTH = 31
# "the Hazara whom ... in the spring were all": how far before the word for all people may stand, and how far behind.
WORDS_BEFORE_ALL = 12
WORDS_BEHIND_ALL = 6
_NOT_IN = ("heading", "quotation", "authorities", "cell", "code", "footnote", "endnote")


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """One finding for each sentence of the body that claims and shows nothing; when in doubt, none."""
    told: set[Span] = set()
    for rule in rules:
        for sentence, severity in _claims(rule, draft, context):
            if severity and sentence in told:
                continue  # a note would say of a claim what another rule said already
            told.add(sentence)
            text = draft.document.text[sentence.start : sentence.end]
            because = [
                Evidence(
                    "Neither this sentence nor the next names a source, an annex or an authority.", "the draft itself"
                )
            ]
            finding = found(
                rule,
                sentence,
                {"written": text},
                because=because,
                support=offers(text, draft.state, context),
                with_ground=True,
            )
            yield evolve(finding, severity=severity) if severity else finding


def _claims(rule: Rule, draft: Draft, context: Context) -> Iterator[tuple[Span, str]]:
    """Each sentence that claims and shows nothing, and how loudly that is said where it is not as loud as the rule."""
    seen: set[Span] = set()
    for sentence in context.sentences(rule, "phrases"):
        seen.add(sentence)
        if _bare(rule, sentence, draft, context):
            yield sentence, ""
    handled: dict[Span, bool] = {}
    for match in context.matches.get(owner(rule, "people"), ()):
        sentence = match.sentence
        if sentence in seen or not handled.get(sentence, True):
            continue
        if not _is_counted(rule, match.span, sentence, draft, context):
            continue  # few are counted, and to look for States takes longer
        if not handled.setdefault(sentence, _is_handled(rule, sentence, context)):
            continue
        handled[sentence] = False
        seen.add(sentence)
        if _bare(rule, sentence, draft, context):
            yield sentence, "note"
    for match in context.matches.get(owner(rule, "returned"), ()):
        # "Returnees are taken straight to ...": of all of them, without a word for all.
        sentence = match.sentence
        if sentence in seen or context.text[sentence.start : match.span.start].strip(_MARKS):
            continue
        seen.add(sentence)
        if _bare(rule, sentence, draft, context):
            yield sentence, "note"
    of_all: dict[Span, list[Span]] = {}
    for match in context.matches.get(owner(rule, "quantifiers"), ()):
        if match.sentence not in seen:
            of_all.setdefault(match.sentence, []).append(match.span)
    for sentence, quantifiers in of_all.items():
        if not _is_of_all(rule, quantifiers, sentence, context):
            continue
        seen.add(sentence)
        if _bare(rule, sentence, draft, context, near=("near", "deeds")):
            yield sentence, "note"
    for sentence in _of_peoples(rule, seen, draft, context) if "people" in rule.parameters else ():
        if _bare(rule, sentence, draft, context):
            yield sentence, "note"


# What may stand before the first word of a sentence.
_MARKS = " \n\"'*_>-–—•()0123456789."


def _is_handled(rule: Rule, sentence: Span, context: Context) -> bool:
    """Whether the sentence names a State, a town or officers, and does not say how many there are."""
    if context.said(rule, "hardship", sentence):
        return True
    if context.said(rule, "at_rest", sentence):
        return False
    words = context.text[sentence.start : sentence.end]
    if context.said(rule, "handlers", sentence) or context.registers.states_in(words):
        return True
    return any(
        not any(one.meets(Span(sentence.start + start, sentence.start + end)) for one in people)
        for people in [context.spans_said(rule, "people", sentence)]
        for _, _, start, end in context.peoples(words)
    )


def _is_of_all(rule: Rule, quantifiers: list[Span], sentence: Span, context: Context) -> bool:
    """
    Whether a word for all, none or always stands near people or officers of a country: before them, "every Hazara
    teacher", or behind the verb, "the Hazara ... were all beaten".
    """

    def counted(people: list[Span]) -> bool:
        return any(_is_beside(quantifier, one, context.text) for one in people for quantifier in quantifiers)

    if context.said(rule, "apart", sentence):
        return False
    nations = context.spans_said(rule, "nations", sentence)
    if counted(nations):
        return True
    if not any(context.said(rule, name, sentence) for name in ("near", "deeds")):
        return False  # to look for States takes longer
    kinds = counted(context.spans_said(rule, "kinds", sentence))
    words = context.text[sentence.start : sentence.end]
    if kinds and (nations or context.registers.states_in(words)):
        return True
    named = [Span(sentence.start + start, sentence.start + end) for _, _, start, end in context.peoples(words)]
    return bool(named) and (kinds or counted(named))


def _is_beside(quantifier: Span, counted: Span, text: str) -> bool:
    """Whether no more than some words stand between the two, and no end of a clause but a comma."""
    between = text[min(quantifier.end, counted.end) : max(quantifier.start, counted.start)]
    reach = WORDS_BEFORE_ALL if counted.start < quantifier.start else WORDS_BEHIND_ALL
    return len(between.split()) <= reach and not any(mark in between for mark in ";:")


def _of_peoples(rule: Rule, seen: set[Span], draft: Draft, context: Context) -> Iterator[Span]:
    """
    Each other sentence with a number of many of a people that is named, "57 Tajiks", beside another name, or with "at
    least 340" of whomever between two States: who they are is known from the registers, not from a list.
    """
    text = context.text
    for match in _figure().finditer(text):
        behind = text[match.end() : match.end() + 2]
        if not (behind[:1].isspace() and behind[1:].isalpha() and _is_many(rule, match, text)):
            continue
        sentence = context.sentence_at(match.start())
        if sentence in seen:
            continue
        if any(one.start <= match.start() < one.end for one in draft.citations_in(sentence)):
            continue
        if _is_company(rule, Span(*match.span()), sentence, text):
            continue
        named = [
            (code, Span(sentence.start + start, sentence.start + end))
            for code, _, start, end in context.peoples(text[sentence.start : sentence.end])
        ]
        counted = [span for _, span in named if not text[match.end() : span.start].strip() and span.start > match.end()]
        quantified = _before(match, text, sentence.start).endswith(listed(rule, "about"))
        between = quantified and len({code for code, _ in named}) > 1 and behind[1:].islower()
        if (between or (counted and len(named) > 1)) and not context.said(rule, "at_rest", sentence):
            seen.add(sentence)
            yield sentence


def _before(match: re.Match[str], text: str, start: int = 0) -> str:
    return text[max(start, match.start() - 16) : match.start()].rstrip().lower()


def _is_many(rule: Rule, match: re.Match[str], text: str) -> bool:
    """Whether a number of `_figure` is one of many, and of no unit."""
    if text[match.end() : match.end() + 16].lstrip(_JOINS_UNIT).lower().startswith(listed(rule, "measured")):
        return False
    if match["grouped"] or match["percent"]:
        return True
    number = int(match["plain"])
    quantified = _before(match, text).endswith(listed(rule, "about"))
    return quantified or (number > DAYS_OF_A_MONTH and not 1900 <= number <= 2099)


def _is_counted(rule: Rule, people: Span, sentence: Span, draft: Draft, context: Context) -> bool:
    """Whether a number of many, or a share, stands straight before *people*: "30 000 people", "half of the widows"."""
    text = context.text
    start = max(sentence.start, people.start - REACH_OF_A_COUNT)
    before = text[start : people.start]
    for match in _figure().finditer(before) if any(map(before.__contains__, _DIGITS)) else ():
        after = before[match.end() :]
        if len(after.split()) > WORDS_OF_A_COUNT or _ends_it().search(after) is not None:
            continue
        place = start + match.start()
        if any(one.start <= place < one.end for one in draft.citations_in(sentence)):
            continue  # "Rule 39 – person", "art. 331 ustawy o cudzoziemcach"
        if not _is_company(rule, Span(place, place), sentence, text) and _is_many(rule, match, before):
            return True
    names = ["shares", "many"]
    if _period(text[sentence.start : sentence.end]) or context.said(rule, "recent", sentence):
        names.append("counts")  # "twelve women" alone may be those beside whom the applicant was
    shares = (
        share
        for name in names
        if context.said(rule, name, sentence)
        for share in context.spans_said(rule, name, sentence)
        if not _is_company(rule, share, sentence, text)
    )
    return any(
        share.end <= people.start
        and len(text[share.end : people.start].split()) <= WORDS_OF_A_COUNT
        and _ends_it().search(text, share.end, people.start) is None
        for share in shares
    )


def _is_company(rule: Rule, count: Span, sentence: Span, text: str) -> bool:
    """Whether those who are counted are somebody's company: "with [more than] 40 others", in digits or in words."""
    before = text[max(sentence.start, count.start - REACH_OF_A_COUNT) : count.start]
    return not set(words_of(before)[-WORDS_OF_A_COUNT:]).isdisjoint(listed(rule, "beside"))


@lru_cache(maxsize=1)
def _ends_it() -> re.Pattern[str]:
    return re.compile(r"[,;:().–—]")


def offers(sentence: str, state: str | None, context: Context) -> tuple[Support, ...]:
    """
    What the evidence register holds on the State that the sentence names, or on the draft's own where it names none.
    """
    words = words_of(sentence)
    known = context.registers.evidence
    named = {entry.state for entry in known if any(word.startswith(entry.words) for word in words)}
    wanted = named or {state or ""}
    return tuple(
        Support(
            target=f"evidence:{entry.id}",
            citation=entry.title,
            says=entry.says,
            source=entry.source,
            verified=entry.verified,
        )
        for entry in known
        if entry.state in wanted and not entry.called
    )


def _bare(rule: Rule, sentence: Span, draft: Draft, context: Context, *, near: tuple[str, ...] = ("near",)) -> bool:
    """Whether the sentence of the body claims, is of no other kind, and no source stands in it or behind it."""
    text = draft.document.text
    block = draft.document.block_at(sentence.start)
    if block is not None and block.kind in _NOT_IN:
        return False
    if rule.parameters.get("digits") and not (
        _has_figure(rule, text[sentence.start : sentence.end], _numbers(rule, sentence, text))
        or any(not _is_company(rule, one, sentence, text) for one in context.spans_said(rule, "many", sentence))
        or _counted_of_late(rule, sentence, text, context)
        or _counted_people(rule, sentence, draft, context)
    ):
        return False
    if "near" in rule.parameters and not any(context.said(rule, name, sentence) for name in near):
        return False
    if context.said(rule, "not_near", sentence):
        # Unless it is what is counted: "nine in ten claimants".
        counted = _counted_people(rule, sentence, draft, context)
        others = context.spans_said(rule, "not_near", sentence)
        if not counted or any(not any(other.meets(one) for one in counted) for other in others):
            part = _part_of_its_own(rule, sentence, context)
            if part is None or any(part.meets(other) for other in others):
                return False
    if any(mark in text[sentence.start : sentence.end] for mark in '"‘§') or _sourced(rule, sentence, draft, context):
        return False
    after = context.sentence_after(sentence)
    if after is None or not _sourced(rule, after, draft, context):
        return True
    # A source in the next sentence counts when that sentence goes on about the same thing, and is not older than it.
    return "points" in rule.parameters and (
        not _points_back(rule, after, text, context)
        or _is_older(text[after.start : after.end], text[sentence.start : sentence.end])
    )


def _part_of_its_own(rule: Rule, sentence: Span, context: Context) -> Span | None:
    """
    The last part of a sentence, between two commas or other marks, that claims by itself what a State or its people
    do: "..., and the Algerian service questions every Kabyle who is returned". It follows from nothing before it.
    """
    text = context.text
    if "near" not in rule.parameters:
        return None
    start = max(text.rfind(mark, sentence.start, sentence.end) for mark in (", ", "; ", ": ", " – ", " — "))
    if start < sentence.start:
        return None
    part = Span(start + 1, sentence.end)
    if not set(words_of(text[part.start : part.end])[:1]).isdisjoint(listed(rule, "under")):
        return None  # what somebody found or says: ", that every Kabyle is questioned"
    phrases = (one.span for one in context.places(rule, "phrases") if one.sentence == sentence)
    words = text[part.start : part.end]
    if not any(part.covers(one) for one in phrases) or not context.said(rule, "near", part):
        return None
    return part if next(iter(context.peoples(words)), None) is not None else None


def _counted_people(rule: Rule, sentence: Span, draft: Draft, context: Context) -> list[Span]:
    """What is counted in the sentence: people with a number or a share straight before them."""
    if "people" not in rule.parameters:
        return []
    return [
        span
        for span in context.spans_said(rule, "people", sentence)
        if _is_counted(rule, span, sentence, draft, context)
    ]


def _counted_of_late(rule: Rule, sentence: Span, text: str, context: Context) -> bool:
    """Whether a number of more than a few stands with a time of the calendar that is no day: "forty ... last year"."""
    if not context.said(rule, "recent", sentence):
        return False
    words = text[sentence.start : sentence.end]
    for count in context.spans_said(rule, "counts", sentence):
        unit = text[count.end : sentence.end].lstrip(_JOINS_UNIT).lower().startswith(listed(rule, "measured"))
        if not unit and not _is_company(rule, count, sentence, text):
            return True
    many = any(_is_many(rule, number, words) for number in _numbers(rule, sentence, text))
    return many and next(days_in(words), None) is None


def _numbers(rule: Rule, sentence: Span, text: str) -> Iterator[re.Match[str]]:
    """The numbers in digits of a sentence that count nobody's company, each placed in the sentence."""
    words = text[sentence.start : sentence.end]
    for match in _figure().finditer(words) if any(map(words.__contains__, _DIGITS)) else ():
        place = sentence.start + match.start()
        if not _is_company(rule, Span(place, place), sentence, text):
            yield match


def _points_back(rule: Rule, after: Span, text: str, context: Context) -> bool:
    """Whether the sentence begins with a word that points back, or is a reference and nothing else."""
    words = text[after.start : after.end]
    return words.startswith(("(", "[")) or context.said(rule, "points", _beginning(after, words))


def _is_older(source: str, claim: str) -> bool:
    """Whether every year that the source names lies before the last one that the claim names: it cannot show it."""
    named = [int(year) for year in _year().findall(source)]
    claimed = [int(year) for year in _year().findall(claim)]
    return bool(named and claimed) and max(named) < max(claimed)


def _beginning(place: Span, words: str) -> Span:
    """The first words of a sentence: what points back stands there."""
    return Span(place.start, place.start + len(" ".join(words.split(" ")[:FIRST_WORDS])))


def _sourced(rule: Rule, place: Span, draft: Draft, context: Context) -> bool:
    text = draft.document.text[place.start : place.end]
    if context.said(rule, "sources", place) or "http" in text:
        return True
    if any(citation.kind in _CITED for citation in draft.citations_in(place)):
        return True
    return has_note(draft.document.text, place)


# "sixteen-year", "forty days"
_JOINS_UNIT = " \u00a0-"

_DIGITS = "0123456789"


@lru_cache(maxsize=1)
def _figure() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w./§-])(?P<grouped>\d{1,3}(?:[.,'’ ]\d{3})+)(?![\d/])"
        r"|(?<![\w./§-])(?P<plain>\d{2,7})(?![\w./-]*\d)(?P<percent>\s?(?:%|per\s?cent|prozent|pour\scent|proc))?"
    )


def _has_figure(rule: Rule, words: str, numbers: Iterable[re.Match[str]]) -> bool:
    """
    Whether one of the numbers in *words* is of many: a thousand or more, a share, "more than 300", or a number beside
    a year that belongs to no day. A year, a day, hours and the number of an article are none.
    """
    for match in numbers:
        after = words[match.end() : match.end() + 12].lstrip(" \u00a0").lower()
        if match["grouped"] is None and (
            1900 <= int(match["plain"]) <= 2099 or month_number(after.split(" ")[0].strip(".,") or "-")
        ):
            continue
        if after.startswith(listed(rule, "measured")):
            continue
        if match["grouped"] or match["percent"] or _before(match, words).endswith(listed(rule, "about")):
            return True
        if int(match["plain"]) > DAYS_OF_A_MONTH and _period(words):
            return True
    return False


def _period(words: str) -> bool:
    """Whether a year stands in the sentence and no day: "in 2025", "since January 2026"."""
    return _year().search(words) is not None and next(days_in(words), None) is None


@lru_cache(maxsize=1)
def _year() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)20\d\d(?!\d)")
