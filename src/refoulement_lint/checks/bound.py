"""Is what a draft says of a State and a treaty, that it is bound or that it is not, what the table of States has?"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from refoulement_lint.checks import CALLED, Context, day_in_words, found, listed
from refoulement_lint.days import days_in
from refoulement_lint.folding import words_of
from refoulement_lint.model import Citation, Draft, Evidence, Finding, Membership, Span
from refoulement_lint.phrases import PhraseList

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from refoulement_lint.rule import Rule

# A claim is one clause: between the State and the treaty stand a verb and little more.
REACH = 110
# So many letters behind the second of the two a verb may stand: "Polen ist durch das Protokoll gebunden".
BEHIND = 14
# Between two States, or two treaties, of one list: ", ", " and the ".
IN_A_LIST = 16
# Between a State and what it is called: ", a ", " is a ".
BESIDE = 14
# Between a verb and the article that was violated: "violated its obligations under ".
BESIDE_VERB = 40
# Before a State: "neither ".
BEFORE = 12


# "In 2024 Russia violated": the words of a time that opens a sentence.
AT_A_TIME = 2
_BEGINNERS = (",", ":", ";", "\u2013", "\u2014")
_REFUGEES = ("CSR51", "CSR67")
# The declaration of those who apply it to events elsewhere too; in the table stand those that made the other one.
_EVERYWHERE = "CSR51:1B(1)(b)"


class Claim(NamedTuple):
    """
    That *state* is bound by *instrument*, or, where *denied*, that it is not; *span* is where that is said, *place* the
    treaty in it, and *years* the one that the sentence gives with the kind of day, "ratified", "since" or "". *days*
    are those that the sentence tells.
    """

    state: str
    instrument: str
    denied: bool
    span: Span
    place: Span
    citation: Citation | None
    years: tuple[tuple[str, str], ...] = ()
    days: tuple[str, ...] = ()

    def later_than(self, day: str) -> bool:
        """Whether the sentence tells of days, or of a year, and all of them lie after it."""
        told = self.days or tuple(year for _, year in self.years)
        return bool(told) and all(one > day[: len(one)] for one in told)


def claims(rules: Sequence[Rule], draft: Draft, context: Context) -> list[Claim]:
    """Everything that the draft says in its own words of who is bound."""
    words = context.registers.membership_words(draft.language)
    if not words:
        return []
    reader = _Reader(words, draft, context)
    return [*reader.of_citations(), *reader.of_names(), *reader.without_limits()]


class _Reader:
    def __init__(self, words: Mapping[str, Any], draft: Draft, context: Context) -> None:
        self._words, self._draft, self._context = words, draft, context

    def _phrases(self, key: str) -> PhraseList:
        name = f"membership {self._draft.language} {key}"
        asked = self._context.asked
        if name not in asked:
            phrases = self._words["named"].get(key, ()) if key in self._words["named"] else self._words.get(key, ())
            asked[name] = PhraseList(phrases, self._context.readings)
        return asked[name]

    @property
    def _verbs(self) -> PhraseList:
        """Whatever says that a State is bound, or has breached a treaty."""
        name, asked = f"membership {self._draft.language} verbs", self._context.asked
        if name not in asked:
            asked[name] = PhraseList((*self._words["binding"], *self._words["breach"]), self._context.readings)
        return asked[name]

    def _is_own(self, sentence: Span) -> bool:
        """Whether the sentence claims something, in the author's own words."""
        return self._is_told(sentence) and not self._phrases("open").stands_in(self._context.text, sentence)

    def _is_told(self, sentence: Span) -> bool:
        """Whether the sentence is the author's, and neither a question nor about a decision."""
        block = self._context.document.block_at(sentence.start)
        return (
            not (block is not None and block.kind in ("quotation", "authorities", "code"))
            and not self._context.text[sentence.start : sentence.end].rstrip().endswith("?")
            and not any(one.kind in ("case", "short-form", "appno") for one in self._draft.citations_in(sentence))
        )

    def of_citations(self) -> Iterator[Claim]:
        """Claims of a sentence that cites the treaty."""
        done: set[Span] = set()
        for citation in self._draft.citations:
            if citation.kind not in ("instrument", "provision") or not citation.target:
                continue
            sentence = self._context.sentence_at(citation.start)
            if sentence in done:
                continue
            done.add(sentence)
            yield from self._in_sentence(sentence)

    def _in_sentence(self, sentence: Span) -> Iterator[Claim]:
        text = self._context.text
        treaties = [
            one for one in self._draft.citations_in(sentence) if one.kind in ("instrument", "provision") and one.target
        ]
        if not _is_one_list(text, [one.span for one in treaties]):
            return
        if not self._verbs.stands_in(text, sentence):
            return  # most sentences: to look for States takes longer
        yield from self._breach(sentence, treaties)
        if not self._phrases("binding").stands_in(text, sentence):
            return
        inside = [one.span for one in treaties]
        states = [(span, code) for span, code in self._states(sentence) if not any(span.meets(one) for one in inside)]
        if not states or not _is_one_list(text, [span for span, _ in states]):
            return
        first, second = sorted(
            (Span(states[0][0].start, states[-1][0].end), Span(inside[0].start, max(one.end for one in inside)))
        )
        between = Span(first.end, second.start)
        if between.start > between.end or len(between) > REACH or re.search(r"[;:]", text[between.start : between.end]):
            return
        if len(states) > 1 and states[0][0].start == first.start and first.start - sentence.start > BEFORE:
            return  # "who fled Turkey and Greece applied ..." is no list of two
        verb = self._verb(between, second, sentence)
        if verb is None or not self._is_own(sentence):
            return
        around = Span(max(sentence.start, first.start - BEFORE), min(sentence.end, max(verb.end, second.end) + 1))
        denied = self._denied(around, inside)
        years = self._years(sentence)
        for citation in treaties:
            for _, code in states:
                yield Claim(
                    code,
                    _key(citation.target or ""),
                    denied,
                    Span(first.start, second.end),
                    citation.span,
                    citation,
                    years,
                    self._days(sentence),
                )

    def _breach(self, sentence: Span, treaties: Sequence[Citation]) -> Iterator[Claim]:
        """
        The claims of "Canada has violated Article 3 ..." and "Kanada hat Art. 3 ... verletzt": a State begins the
        clause, and nothing but small words, or what stands between two commas, parts it from its verb.
        """
        text = self._context.text
        verbs = self._phrases("breach").places_in(text[sentence.start : sentence.end])
        if len(verbs) != 1 or self._phrases("supposed").stands_in(text, sentence) or not self._is_told(sentence):
            return
        verb = Span(sentence.start + verbs[0].start, sentence.start + verbs[0].end)
        first, last = treaties[0], max(one.end for one in treaties)
        behind = 0 <= first.start - verb.end <= BESIDE_VERB and not _clause().search(text, verb.end, first.start)
        final = 0 <= verb.start - last <= BEHIND and not _clause().search(text, last, verb.start)
        subject_end = verb.start if behind else first.start if final else -1
        cited = [one.span for one in treaties]
        for state, code in self._states(sentence):
            if state.end > subject_end or not self._begins(state, sentence):
                continue
            between = _aside().sub(" ", text[state.end : subject_end])
            words = words_of(between)
            small = self._words["beside"]
            # With the verb at the end the small word stands next to the State, and more may follow it.
            joined = words[:1] if final else words
            if (
                "," in between
                or len(between) > REACH
                or not all(word in small for word in joined)
                or (final and not words)
                or self._denied(Span(state.end, max(verb.end, last)), cited)
            ):
                continue
            for citation in treaties:
                place = Span(state.start, max(verb.end, citation.end))
                key, days = _key(citation.target or ""), self._days(sentence)
                yield Claim(code, key, False, place, citation.span, citation, self._years(sentence), days)
            return

    def _begins(self, state: Span, sentence: Span) -> bool:
        """Whether a clause begins with the State, with its article or without."""
        before = self._context.text[sentence.start : state.start].rstrip()
        words = words_of(before)
        if words and words[-1] in self._words["articles"]:
            before = before[: -len(words[-1])].rstrip()
            words.pop()
        opened = not words or before.endswith(_BEGINNERS) or words[-1] in self._words["leads"]
        return opened or (len(words) == AT_A_TIME and words[-1].isdigit())

    def _states(self, sentence: Span) -> list[tuple[Span, str]]:
        named = self._context.registers.states_in(self._context.text[sentence.start : sentence.end])
        return [(Span(sentence.start + span.start, sentence.start + span.end), code) for span, code in named]

    def _verb(self, between: Span, second: Span, sentence: Span) -> Span | None:
        text = self._context.text
        behind = Span(second.end, min(sentence.end, second.end + BEHIND + REACH))
        for stretch, reach in ((between, REACH), (behind, BEHIND)):
            for place in self._phrases("binding").places_in(text[stretch.start : stretch.end]):
                if place.start <= reach and "," not in text[stretch.start : stretch.start + place.start]:
                    return Span(stretch.start + place.start, stretch.start + place.end)
        return None

    def _denied(self, around: Span, cited: Sequence[Span]) -> bool:
        """Whether a word of denial stands there, outside the names of the treaties ("Protocol No. 4")."""
        text = self._context.text[around.start : around.end]
        for span in cited:
            start, end = max(0, span.start - around.start), max(0, span.end - around.start)
            text = text[:start] + "#" * len(text[start:end]) + text[end:]
        return bool(self._phrases("negators").places_in(text))

    def _years(self, sentence: Span) -> tuple[tuple[str, str], ...]:
        text = self._context.text[sentence.start : sentence.end]
        years = [match for match in _year().finditer(text) if not self._is_cited(sentence.start + match.start())]
        if len(years) != 1:
            return ()
        year = years[0]
        before = text[max(0, year.start() - 40) : year.start()]
        kind = "since" if self._phrases("since").places_in(before) else ""
        if not kind and self._phrases("ratified").places_in(text):
            kind = "ratified"
        return ((kind, year[0]),)

    def _days(self, sentence: Span) -> tuple[str, ...]:
        days = days_in(self._context.text, sentence.start, sentence.end)
        return tuple(day.day.isoformat() for day in days if not self._is_cited(day.span.start))

    def _is_cited(self, offset: int) -> bool:
        return any(one.start <= offset < one.end for one in self._draft.citations)

    def of_names(self) -> Iterator[Claim]:
        """Claims that call a State one of the Schengen area, or of the Union."""
        for key in self._words["named"]:
            matches = sorted(self._context.matches.get(CALLED + key, ()), key=lambda match: match.span)
            for match in matches:
                yield from self._of_name(key, match.span)

    def _of_name(self, key: str, named: Span) -> Iterator[Claim]:
        text = self._context.text
        sentence = self._context.sentence_at(named.start)
        states = self._states(sentence)
        if len(states) != 1 or len(self._phrases(key).places_in(text[sentence.start : sentence.end])) != 1:
            return
        span, code = states[0]
        first, second = sorted((named, span))
        if first.end > second.start or second.start - first.end > BESIDE or not self._is_own(sentence):
            return
        around = Span(max(sentence.start, first.start - BEFORE), second.end)
        yield Claim(code, key, self._denied(around, [named]), Span(first.start, second.end), named, None)

    def without_limits(self) -> Iterator[Claim]:
        """Claims that a State applies the Refugee Convention to people from everywhere."""
        text = self._context.text
        for citation in self._draft.citations:
            if not (citation.target or "").startswith(_REFUGEES) or citation.kind != "instrument":
                continue
            sentence = self._context.sentence_at(citation.start)
            spans = self._phrases("unlimited").places_in(text[sentence.start : sentence.end])
            states = self._states(sentence)
            if len(spans) != 1 or len(states) != 1 or not self._is_own(sentence):
                continue
            said = Span(sentence.start + spans[0].start, sentence.start + spans[0].end)
            inside = sorted((said, citation.span))
            if not self._denied(Span(states[0][0].start, max(one.end for one in inside)), inside):
                yield Claim(states[0][1], _EVERYWHERE, False, said, citation.span, citation)


@lru_cache(maxsize=1)
def _year() -> re.Pattern[str]:
    return re.compile(r"(?<![\d/.-])(?:19[5-9]|20[0-4])\d(?![\d/-])")


@lru_cache(maxsize=1)
def _clause() -> re.Pattern[str]:
    return re.compile(r"[,;:]")


@lru_cache(maxsize=1)
def _aside() -> re.Pattern[str]:
    """What stands between two commas: ", by returning them,"."""
    return re.compile(r",[^,;:]{3,90},")


def _is_one_list(text: str, spans: Sequence[Span]) -> bool:
    """Whether nothing but commas and small words stands between them."""
    ordered = sorted(spans)
    return bool(ordered) and all(
        after.start - before.end <= IN_A_LIST and not re.search(r"[.;:()]", text[before.end : after.start])
        for before, after in pairwise(ordered)
    )


def _key(target: str) -> str:
    """The treaty; a declaration under Article 22 is kept apart, and so is every act of the Union."""
    parts = target.split(":")
    if parts[0] == "EU":
        return ":".join(parts[:2])
    declared = re.match(r"(?:CAT:22|CERD:14)(?!\d)", target)
    return declared[0] if declared else parts[0]


def check(rules: Sequence[Rule], draft: Draft, context: Context, pleaded: Sequence[Span]) -> Iterator[Finding]:
    """Each claim that the table contradicts; not where it was said already of what is *pleaded*."""
    by_fault = {fault: rule for rule in rules for fault in listed(rule, "fault")}
    said = set()
    for claim in claims(rules, draft, context):
        held = _membership(claim, by_fault.get("said-bound"), draft, context)
        fault = _fault(claim, held)
        rule = by_fault.get(fault)
        if rule is None or claim.place in pleaded or (claim.state, claim.instrument) in said:
            continue
        said.add((claim.state, claim.instrument))
        yield _finding(rule, claim, held, fault, context)


def _membership(claim: Claim, rule: Rule | None, draft: Draft, context: Context) -> Membership:
    held = context.registers.membership(claim.instrument, claim.state, draft.on)
    if claim.citation is None and held.verdict == "unknown" and not held.status:
        return held._replace(verdict="not-bound")  # these two lists are whole
    if held.verdict != "unknown" or held.status.startswith("not known") or not claim.instrument.startswith("EU:"):
        return held
    # An act of the Union binds its Member States; what binds others by an agreement is not in the table.
    union = context.registers.membership("eu-membership", claim.state, draft.on)
    associated = context.registers.membership("ceas-acquis", claim.state, draft.on).status
    outside = union.verdict != "bound" and (
        not associated or (rule is not None and claim.instrument in listed(rule, "instruments"))
    )
    if not outside:
        return held
    return held._replace(verdict="not-bound", status="no Member State of the Union", source=union.source)


def _fault(claim: Claim, held: Membership) -> str:
    if claim.denied:
        return "said-free" if held.verdict == "bound" and not claim.years else ""
    if held.verdict == "not-bound":
        # Who left was bound before: a sentence on that time is right.
        return "" if held.until and not claim.later_than(held.until) else "said-bound"
    if held.status.startswith("not known"):
        return "said-bound"
    if held.verdict == "bound" and held.verified and held.ratified and held.since:
        days = {held.ratified[:4], held.since[:4]}
        return "bound-since" if any(kind and year not in days for kind, year in claim.years) else ""
    return ""


# Lists of States that are no treaties.
_LISTS = {"schengen-area": "Schengen area", "eu-membership": "European Union"}


def _finding(rule: Rule, claim: Claim, held: Membership, fault: str, context: Context) -> Finding:
    title = _LISTS.get(claim.instrument) or context.registers.title(claim.instrument)
    as_of = day_in_words(held.as_of)
    known = f"as of {as_of}" if as_of else "as far as this register knows"
    if not held.verified:
        known += "; not checked against the treaty office"
    days = [f"joined on {day_in_words(held.ratified)}"] if held.ratified else []
    days += [f"bound since {day_in_words(held.since)}"] if held.since else []
    told = f"{title}: {held.state}: {held.status or 'not bound'}{''.join(f', {day}' for day in days)} ({known})."
    weaker = not held.verified or (fault == "said-bound" and held.verdict == "unknown")
    text = context.text
    return found(
        rule,
        claim.place,
        {
            "written": text[claim.place.start : claim.place.end],
            "instrument": title,
            "state": held.state,
            "as_of": known,
            "registered": " and ".join(days),
            "exists": "",
            "nearest": "",
            "meant": "",
            "date": "",
            "subject": "",
        },
        because=[Evidence(told, held.source or "register of States")],
        target=claim.citation.target if claim.citation is not None else None,
        severity="note" if held.verdict == "unknown" else "warning" if weaker and rule.severity == "error" else None,
    )
