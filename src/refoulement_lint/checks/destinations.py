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
# The applicant in the first words behind a case that leads its sentence is that of the case: "In X v. Y the applicant".
WORDS_OF_ITS_OWN = 3
# So far before a State the word straight before it may begin.
LONGEST_WORD = 40
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


class _Known(NamedTuple):
    """To which States a case was about a return, and whether the register's own record of the outcome names them."""

    states: frozenset[str]
    sure: bool


def known_of(rows: list[Authority], context: Context) -> _Known:
    """
    The States of return that the record of the judgments names. Where it names none, or was cut short, those of the
    curated record: those to which it says that the applicants were to go, or those in its tags and in what it says that
    the case stands for; of those less can be said. Empty where
    neither has any, or no removal was decided on.
    """
    parts = dict.fromkeys(part for row in rows for part in _in_brackets(row.outcome))
    named = frozenset(code for part in parts for _, code in context.registers.states_in(part))
    cut = any(row.outcome.rstrip().endswith(("…", "...")) for row in rows)
    if named and not cut:
        return _Known(named, not any(row.remembered for row in rows))
    told = frozenset(code for row in rows for one in row.returned_to for _, code in context.registers.states_in(one))
    if told and not named:
        return _Known(told, False)
    if not any(of_a_removal().search(row.outcome) for row in rows):
        return _Known(frozenset(), False)
    words = [tag.replace("-", " ").title() for row in rows for tag in row.tags]
    words += [one.says for row in rows for one in row.propositions]
    curated = frozenset(code for some in words for _, code in context.registers.states_in(some))
    return _Known(named | curated if curated else frozenset(), False)


def views_of(rows: list[Authority], context: Context) -> _Known:
    """
    The States that the curated record of views names, other than the one complained of. Nothing where what it says is
    not of a removal: the tables of the committees have no State of return.
    """
    said = [one.says for row in rows for one in row.propositions if of_a_removal().search(one.says)]
    told = [one for row in rows for one in row.returned_to]
    own = {code for row in rows for code in row.respondent}
    return _Known(
        frozenset(code for some in told or said for _, code in context.registers.states_in(some)) - own, False
    )


@lru_cache(maxsize=1)
def of_a_removal() -> re.Pattern[str]:
    """Words of an outcome or of a proposition on a removal."""
    return re.compile(r"expulsion|extradition|deport|expel|remov|return|transfer|sending|handing", re.IGNORECASE)


@lru_cache(maxsize=1_000)
def _in_brackets(outcome: str) -> tuple[str, ...]:
    """What stands in brackets behind the findings on a removal, part by part; the same few cases are cited again."""
    notes = (item["note"] for item in _on_removal().finditer(outcome))
    return tuple(part.strip() for note in notes for part in note.split(";"))


def check(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    """A case of which the sentence says that it concerned a return to a State of which it did not."""
    said: set[Span] = set()
    known: dict[str, _Known] = {}
    for case in draft.citations:
        if case.kind not in ("case", "short-form") or case.authority is None:
            continue
        of_views = (case.target or "").partition(":")[0] in context.registers.committees
        if case.authority.register != "ecthr" and not of_views:
            continue
        block = draft.document.block_at(case.start)
        if case.status != "verified" or (block is not None and block.kind in ("quotation", "authorities", "heading")):
            continue
        rows = [row for row in (case.authority, *case.candidates) if of_views or row.decision in ("JUD", "DEC")]
        if case.authority.target not in known:
            known[case.authority.target] = views_of(rows, context) if of_views else known_of(rows, context)
        states, sure = known[case.authority.target]
        if not states or case.span in said:
            continue
        of_it = list(zones(rule, case, draft, context))
        if not of_it:
            continue
        sentence = context.sentence_at(case.start)
        respondents = frozenset(code for row in rows for code in row.respondent)
        own = states | respondents
        if any(one.code in states for one in _named(rule, respondents, context, sentence, case)):
            continue
        for zone in of_it:
            named = _named(rule, respondents, context, zone.span, case)
            other = _another(rule, named, own, states, zone, draft)
            if other is None:
                other = _to_the_respondent(rule, named, respondents, zone, draft.document.text)
            if other is not None:
                said.add(case.span)
                loud = sure and zone.sure and other.sent and other.code not in respondents
                yield _finding(rule, case, case.authority, other, states, draft, context, loud)
                break


class Zone(NamedTuple):
    """Words of the sentence that speak of the case: where they stand, behind it or not, and how surely they do."""

    span: Span
    behind: bool
    sure: bool = True
    held: bool = False
    """Whether they say what was decided, so that a clause may stand between the State and the case."""


def zones(rule: Rule, case: Citation, draft: Draft, context: Context) -> Iterator[Zone]:
    """The words of the sentence that speak of the case."""
    text, sentence = draft.document.text, context.sentence_at(case.start)
    cases = [
        one
        for one in draft.citations_in(sentence)
        if one.kind in ("case", "short-form", "appno") and one.target != case.target and one.written.belongs_to is None
    ]
    start = max((one.written.whole.end for one in cases if one.end <= case.start), default=sentence.start)
    end = min((one.start for one in cases if one.start >= case.written.whole.end), default=sentence.end)
    before = text[start : case.written.whole.start].rstrip(" *_\"'„“«(")
    # In brackets it bears out what is said of somebody else; a clause on it may still stand in them.
    bracket = max(text.rfind("(", start, case.written.whole.start), text.rfind("[", start, case.written.whole.start))
    in_brackets = bracket >= 0 and ")" not in text[bracket : case.written.whole.start]
    lead = words_of(before)[-WORDS_OF_LEAD:]
    leads = not in_brackets and _leads(lead, listed(rule, "leads"))
    whole = Span(case.written.whole.end, end)
    # The point behind one letter ends no sentence: "z 6 maja 2021 r. Trybunał".
    sign = r"[;)]" if in_brackets else r"[;]"
    stop = re.search(rf"{sign}|(?<!\W\w)\.\s[A-ZÀ-ŽА-Я]", text[whole.start : whole.end])
    behind = Span(whole.start, whole.start + stop.start() if stop else whole.end)
    first = words_of(text[behind.start : behind.end])[:WORDS_OF_WHICH]
    which = any(_begins(word, listed(rule, "which")) for word in first)
    is_subject = not in_brackets and not lead
    explained = not in_brackets and text[behind.start : behind.end].lstrip(" )*_").startswith(":")
    if not (which or leads or is_subject or explained):
        return
    ahead = Span(start, start + len(before))
    # "No." and "nr" of the citation itself are no denial.
    if denied(rule, ahead, context) or denied(rule, behind, context):
        return
    its_own = (
        leads
        and len(words_of(before)) == len(lead)
        and (_of_its_own(rule, behind, context) or context.said(rule, "own", ahead))
    )
    of_own = not its_own and any(context.said(rule, "own", place) for place in (ahead, behind))
    if which or ((leads or is_subject or explained) and not of_own):
        yield Zone(behind, True, which or leads)
    if leads and not context.said(rule, "own", ahead):
        yield Zone(ahead, False, held=context.said(rule, "held", ahead) or context.said(rule, "forbids", ahead))


def _of_its_own(rule: Rule, behind: Span, context: Context) -> bool:
    """Whether the words straight behind the case name the applicant, who is that of the case."""
    words = list(re.finditer(r"\w+", context.text[behind.start : behind.end]))[:WORDS_OF_ITS_OWN]
    return bool(words) and context.said(rule, "own", Span(behind.start, behind.start + words[-1].end()))


def denied(rule: Rule, place: Span, context: Context) -> bool:
    """Whether the words deny or compare; "could not be removed" forbids, and denies nothing."""
    denials = context.spans_said(rule, "silenced_by", place)
    forbids = context.spans_said(rule, "forbids", place) if denials else []
    return any(not any(one.meets(other) for other in forbids) for one in denials)


def _leads(words: list[str], leads: tuple[str, ...]) -> bool:
    """Whether the last words lead to a case that the sentence speaks of: "in", "w sprawie", "in der Sache"."""
    said = " ".join(words)
    return any(said == lead or said.endswith(f" {lead}") for lead in leads)


def _begins(word: str, words: tuple[str, ...]) -> bool:
    return any(word == one or (one.endswith("*") and word.startswith(one[:-1])) for one in words)


def _named(rule: Rule, respondents: frozenset[str], context: Context, zone: Span, case: Citation) -> list[_Said]:
    """
    The States and the peoples that the stretch names outside the case itself. Straight behind a word for handing over a
    State is who receives, in languages that say so by an ending; the State complained of may be who hands over.
    """
    text = context.text[zone.start : zone.end]
    whole = case.written.whole

    def handed(code: str, start: int) -> bool:
        before = words_of(text[max(0, start - LONGEST_WORD) : start])[-1:]
        return code not in respondents and any(_begins(word, listed(rule, "transfers")) for word in before)

    named = [
        _Said(code, part in ("to", "either") or handed(code, start), Span(zone.start + start, zone.start + end))
        for code, part, start, end in context.peoples(text)
        if not whole.start <= zone.start + start < whole.end
    ]
    # "Belarusian", "białoruski": an adjective whose noun the language does not know as people.
    for span, code in context.registers.states_in(text):
        place = Span(zone.start + span.start, zone.start + span.end)
        if not whole.start <= place.start < whole.end and not any(place.meets(one.span) for one in named):
            named.append(_Said(code, handed(code, span.start), place))
    return sorted(named, key=lambda one: one.span)


def _another(
    rule: Rule, named: list[_Said], own: frozenset[str], states: frozenset[str], zone: Zone, draft: Draft
) -> _Said | None:
    """The other State that the words say the case concerned; nothing where two are named, or it may be on the way."""
    text, refuge = draft.document.text, listed(rule, "refuge")
    others = [one for one in named if one.code not in own]
    sent = [one for one in others if one.sent]
    if not sent and len({one.code for one in named}) == 1 and zone.behind and _is_about(rule, others, zone, text):
        return others[0]
    if not sent:
        # Whoever is sent to a State of refuge or of transit comes from another.
        others = [one for one in others if one.code not in refuge and states.isdisjoint(refuge)]
    chosen = sent or others
    if len({one.code for one in chosen}) != 1:
        return None
    one = chosen[-1]
    if zone.behind:
        return one
    after = text[one.span.end : zone.span.end]
    if re.search(r"[;:()]" if zone.held else r"[,;:()]", after):
        return None
    words = words_of(after)
    lead = next((len(each.split()) for each in listed(rule, "leads") if " ".join(words).endswith(each)), len(words))
    whom = words_of(text[zone.span.start : one.span.start])[-WORDS_OF_WHOM:]
    for_whom = one.sent or any(_begins(word, listed(rule, "whom")) for word in whom)
    return one if (zone.held or len(words) - lead <= WORDS_BETWEEN) and for_whom else None


def _to_the_respondent(
    rule: Rule, named: list[_Said], respondents: frozenset[str], zone: Zone, text: str
) -> _Said | None:
    """
    The one State that the case was against, where the words behind the case say that somebody was transferred to it and
    name no other: whoever complains of a State was in its hands, and was to be sent from there. He had come to it.
    """
    if not zone.behind or len(respondents) != 1 or {one.code for one in named} != respondents:
        return None
    for one in named:
        before = words_of(text[zone.span.start : one.span.start])[-WORDS_OF_WHOM:]
        if one.sent and any(_begins(word, listed(rule, "transfers")) for word in before):
            return one
    return None


def _is_about(rule: Rule, others: list[_Said], zone: Zone, text: str) -> bool:
    """Whether the State stands straight behind the word that begins the clause: "concerning Belarusian strikers"."""
    if not others:
        return False
    words = words_of(text[zone.span.start : others[0].span.start])
    return 0 < len(words) <= WORDS_OF_WHICH and _begins(words[-1], listed(rule, "which"))


def _finding(
    rule: Rule,
    case: Citation,
    row: Authority,
    other: _Said,
    states: frozenset[str],
    draft: Draft,
    context: Context,
    loud: bool,
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
    return finding if loud else evolve(finding, severity="note")
