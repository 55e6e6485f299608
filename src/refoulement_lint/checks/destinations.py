"""To which State a case was about a return, and to which the draft says that it was."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from refoulement_lint.checks import Context, found, listed, register_row
from refoulement_lint.folding import words_of
from refoulement_lint.model import Authority, Citation, Draft, Evidence, Finding, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refoulement_lint.rule import Rule

# Between the last word for a State and the word that leads to the case: "for those returned to Grozny [last year] in".
WORDS_BETWEEN = 1
# So many words before a State say for whom it was decided, "for other Ugandan opponents".
WORDS_OF_WHOM = 4
# The word that begins a clause on the case is one of the first of it: ", and there again, where".
WORDS_OF_WHICH = 3
# The word before a case that makes the sentence speak of it: "in the case of", "w sprawie".
WORDS_OF_LEAD = 4


class _Said(NamedTuple):
    """A State that is named, whether people were sent there, and where that stands."""

    code: str
    sent: bool
    span: Span


@lru_cache(maxsize=1)
def _on_removal() -> re.Pattern[str]:
    """An item of a recorded outcome on a removal, with what stands behind it in brackets."""
    return re.compile(
        r"(?:^|;\s*)N?V\s[^\s;\[]+\s\[(?P<note>[^\]]*(?:expulsion|extradition|removal|deportation|return)[^\]]*)\]",
        re.IGNORECASE,
    )


def recorded(rows: list[Authority], context: Context) -> frozenset[str]:
    """The States of return that the register's record of the judgments names; empty where one was cut short."""
    if any(row.outcome.rstrip().endswith(("…", "...")) for row in rows):
        return frozenset()
    parts = dict.fromkeys(part for row in rows for part in _in_brackets(row.outcome))
    return frozenset(code for part in parts for _, code in context.registers.states_in(part))


@lru_cache(maxsize=1_000)
def _in_brackets(outcome: str) -> tuple[str, ...]:
    """What stands in brackets behind the findings on a removal, part by part; the same few cases are cited again."""
    notes = (item["note"] for item in _on_removal().finditer(outcome))
    return tuple(part.strip() for note in notes for part in note.split(";"))


def check(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    """A case of which the sentence says that it concerned a return to a State of which it did not."""
    said: set[Span] = set()
    known: dict[str, frozenset[str]] = {}
    for case in draft.citations:
        if case.kind not in ("case", "short-form") or case.authority is None or case.authority.register != "ecthr":
            continue
        block = draft.document.block_at(case.start)
        if case.status != "verified" or (block is not None and block.kind in ("quotation", "authorities", "heading")):
            continue
        rows = [row for row in (case.authority, *case.candidates) if row.decision in ("JUD", "DEC")]
        if case.authority.target not in known:
            known[case.authority.target] = recorded(rows, context)
        states = known[case.authority.target]
        if not states:
            continue
        zones = list(_zones(rule, case, draft, context))
        if not zones or case.span in said:
            continue
        sentence = context.sentence_at(case.start)
        own = states.union(*(frozenset(row.respondent) for row in rows))
        if any(one.code in states for one in _named(context, sentence, case)):
            continue
        for zone, behind in zones:
            other = _another(rule, _named(context, zone, case), own, states, zone, behind, draft)
            if other is not None:
                said.add(case.span)
                yield _finding(rule, case, case.authority, other, states, draft, context)
                break


def _zones(rule: Rule, case: Citation, draft: Draft, context: Context) -> Iterator[tuple[Span, bool]]:
    """The words of the sentence that speak of the case, and whether they stand behind it."""
    text, sentence = draft.document.text, context.sentence_at(case.start)
    cases = [
        one
        for one in draft.citations_in(sentence)
        if one.kind in ("case", "short-form", "appno") and one.target != case.target and one.written.belongs_to is None
    ]
    start = max((one.written.whole.end for one in cases if one.end <= case.start), default=sentence.start)
    end = min((one.start for one in cases if one.start >= case.written.whole.end), default=sentence.end)
    before = text[start : case.written.whole.start].rstrip(" *_\"'„“«(")
    if text[case.written.whole.start - 1 : case.written.whole.start] in ("(", "["):
        return  # in brackets it bears out what is said of somebody else
    if before.count("(") > before.count(")"):
        return
    lead = words_of(before)[-WORDS_OF_LEAD:]
    leads = _leads(lead, listed(rule, "leads"))
    whole = Span(case.written.whole.end, end)
    stop = re.search(r"[;]|\.\s[A-ZÀ-ŽА-Я]", text[whole.start : whole.end])
    behind = Span(whole.start, whole.start + stop.start() if stop else whole.end)
    first = words_of(text[behind.start : behind.end])[:WORDS_OF_WHICH]
    which = any(_begins(word, listed(rule, "which")) for word in first)
    if not which and not leads:
        return
    ahead = Span(start, start + len(before))
    # "No." and "nr" of the citation itself are no denial.
    if any(context.said(rule, "silenced_by", place) for place in (ahead, behind)):
        return
    of_own = any(context.said(rule, "own", place) for place in (ahead, behind))
    if which or (leads and not of_own):
        yield behind, True
    if leads and not context.said(rule, "own", ahead):
        yield ahead, False


def _leads(words: list[str], leads: tuple[str, ...]) -> bool:
    """Whether the last words lead to a case that the sentence speaks of: "in", "w sprawie", "in der Sache"."""
    said = " ".join(words)
    return any(said == lead or said.endswith(f" {lead}") for lead in leads)


def _begins(word: str, words: tuple[str, ...]) -> bool:
    return any(word == one or (one.endswith("*") and word.startswith(one[:-1])) for one in words)


def _named(context: Context, zone: Span, case: Citation) -> list[_Said]:
    """The States and the peoples that the stretch names outside the case itself."""
    text = context.text[zone.start : zone.end]
    whole = case.written.whole
    return [
        _Said(code, part in ("to", "either"), Span(zone.start + start, zone.start + end))
        for code, part, start, end in context.peoples(text)
        if not whole.start <= zone.start + start < whole.end
    ]


def _another(
    rule: Rule, named: list[_Said], own: frozenset[str], states: frozenset[str], zone: Span, behind: bool, draft: Draft
) -> _Said | None:
    """The other State that the words say the case concerned; nothing where two are named, or it may be on the way."""
    text, refuge = draft.document.text, listed(rule, "refuge")
    others = [one for one in named if one.code not in own]
    sent = [one for one in others if one.sent]
    if not sent:
        # Whoever is sent to a State of refuge or of transit comes from another.
        others = [one for one in others if one.code not in refuge and states.isdisjoint(refuge)]
    chosen = sent or others
    if len({one.code for one in chosen}) != 1:
        return None
    one = chosen[-1]
    if behind:
        return one
    after = text[one.span.end : zone.end]
    if re.search(r"[,;:()]", after):
        return None
    words = words_of(after)
    lead = next((len(each.split()) for each in listed(rule, "leads") if " ".join(words).endswith(each)), len(words))
    whom = words_of(text[zone.start : one.span.start])[-WORDS_OF_WHOM:]
    for_whom = one.sent or any(_begins(word, listed(rule, "whom")) for word in whom)
    return one if len(words) - lead <= WORDS_BETWEEN and for_whom else None


def _finding(
    rule: Rule, case: Citation, row: Authority, other: _Said, states: frozenset[str], draft: Draft, context: Context
) -> Finding:
    registered = " and ".join(sorted(context.registers.state_name(code) for code in states))
    values = {
        "written": draft.document.text[other.span.start : other.span.end],
        "title": row.title,
        "registered": registered,
        "article": "",
        "articles": context.registers.state_name(other.code),
    }
    outcome = " ".join(row.outcome.split())
    because = [
        register_row(row),
        Evidence(f"Recorded outcome (V: violation, NV: no violation): {outcome}", row.link or row.source),
    ]
    finding = found(rule, case.span, values, because=because, target=case.target, related=(other.span,))
    return finding if other.sent else evolve(finding, severity="note")
