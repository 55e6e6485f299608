"""Do the parts of a citation belong together in the register?"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from refoulement_lint.checks import Context, day_in_words, found, listed, register_row
from refoulement_lint.days import as_written, no_days_in
from refoulement_lint.model import Authority, Citation, Comparison, Draft, Evidence, Finding, Span, Support
from refoulement_lint.rule import Parameter, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence


KIND = "register"

PARTS = (
    "name", "number", "date", "year", "formation", "kind", "ecli", "report", "respondent", "paragraphs", "history",
    "case", "symbol", "court",
)  # fmt: skip
VERDICTS = (
    "near", "differs", "another-case", "unknown", "impossible", "other-form", "tolerated", "delivery",
    "other-judgment", "missing", "wrong", "communicated", "beyond", "superseded", "pending", "struck-out",
    "annulled", "overruled", "not-final", "unknown-undated", "ambiguous", "not-covered", "out-of-range",
    "doubtful", "alike", "initials", "revised", "departed-from", "court-did-not-sit", "left-out", "no-such-day",
    "not-listed", "not-in-list", "other-year", "shared", "referred", "not-found",
)  # fmt: skip

PARAMETERS: Mapping[str, Parameter] = {
    "part": Parameter("texts", PARTS, required=True),
    "verdict": Parameter("texts", VERDICTS, required=True),
    "family": Parameter("texts"),
    "silenced_by": Parameter("asked"),
    "told": Parameter("texts"),
    "elsewhere": Parameter("flag"),
    "bare_beside": Parameter("texts"),
    "said_before": Parameter("asked"),
}
"""
*part* and *verdict* are words of the comparison (registers/compare.py). *silenced_by*: phrases in the same sentence
that say it already; *told*: keys of such phrases in ``rules/history``. *elsewhere*: speak only when the draft writes
that part in at least as many citations as it leaves it out of, so that a house style is left alone. *bare_beside*:
labels of a number ("App no") of a house style without that mark; a note where every number has one of them and no
decision is marked. *said_before*: phrases that say it already where they stand before the case, and behind no other.
"""
PLACEHOLDERS = frozenset(
    {"name", "written", "registered", "proposal", "title", "number", "date", "court", "successor", "reversed"}
)

# The parts that a mark behind the name tells.
_MARKS = ("formation", "kind")
# "[GC]", "(Große Kammer)"; what is longer says more.
LONGEST_MARK = 24
# How far before and behind a decision its day may stand.
REACH_OF_A_DAY = 60
# How far before a case what leads its list may say that it is only communicated.
REACH_OF_A_LEAD = 600
# In so many characters stand "App nos." and the space behind it.
REACH_OF_A_LABEL = 12
# How far before a name its court may stand: "EGMR, Urteil vom 4. November 2014 – 29217/12, Tarakhel".
REACH_OF_A_COURT = 80
# When these hold for a citation, what else differs is a consequence: the parts were held against a row that is not
# meant.
DECIDING = (
    ("history", "pending"),
    ("case", "unknown"),
    ("case", "unknown-undated"),
    ("number", "impossible"),
    ("number", "another-case"),
)


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """One finding for each written part whose verdict a rule asks for; the same part of one citation is said once."""
    asked: dict[tuple[str, str], list[Rule]] = {}
    for rule in rules:
        for part in listed(rule, "part"):
            for verdict in listed(rule, "verdict"):
                asked.setdefault((part, verdict), []).append(rule)
    counted = Counter((one.part, one.verdict) for citation in draft.citations for one in citation.compared)
    marks = {(one.target, part) for one in draft.citations for part in _MARKS if one.written.part(part) is not None}
    said: set[tuple[str, Span]] = set()
    outside: dict[tuple[Rule, str], list[Finding]] = {}

    def months() -> tuple[Sequence[str], ...]:
        return context.registers.months(draft.language)

    marked = _own_mark(draft)
    for citation in draft.citations:
        if not citation.compared:
            continue
        for comparison in worth_saying(citation.compared):
            if comparison.proposal == "[GC]" and marked is not None:
                if not marked.written:
                    continue  # the draft says it in its sentences: no mark is missing
                comparison = marked.missing_in(comparison, draft.document.text)
            if _decided_all_the_same(comparison) or _is_known(comparison, draft):
                continue
            if comparison.verdict == "missing" and _is_marked(comparison.part, citation, marks):
                continue
            for rule in asked.get((comparison.part, comparison.verdict), ()):
                if rule.parameters.get("elsewhere") and not _is_the_habit(comparison, counted):
                    continue
                families = listed(rule, "family")
                if families and citation.written.family not in families:
                    continue
                if (rule.name, comparison.span) in said or silenced(rule, citation, draft, context):
                    continue
                if "said_before" in rule.parameters and _is_said_before(rule, citation, draft, context):
                    continue
                said.add((rule.name, comparison.span))
                finding = finding_of(
                    rule, citation, comparison, draft.document.text, months, _later(comparison, draft, context)
                )
                if "bare_beside" in rule.parameters and _is_another_style(listed(rule, "bare_beside"), draft):
                    finding = evolve(finding, severity="note")
                if comparison.verdict == "not-covered":
                    outside.setdefault((rule, citation.coverage), []).append(finding)
                else:
                    yield finding
    for first, *others in outside.values():
        yield _together(first, others)
    for rule in asked.get(("date", "no-such-day"), ()):
        yield from _beside_no_day(rule, draft, said)
    for rule in asked.get(("symbol", "impossible"), ()):
        yield from _symbols_of_other_comments(rule, draft)


def _together(first: Finding, others: list[Finding]) -> Finding:
    """One note for all cases outside the same register, at the first of them: said of each it tells nothing more."""
    if not others:
        return first
    message = f"{first.message.removesuffix('.')}; the same is true of {len(others)} more."
    return evolve(first, message=message, related=tuple(one.span for one in others))


def _beside_no_day(rule: Rule, draft: Draft, said: set[tuple[str, Span]]) -> Iterator[Finding]:
    """Dates that no calendar has beside a decision: "2021 m. vasario 31 d." stands apart from what its citation is."""
    text = draft.document.text
    told = {span for _, span in said}
    for citation in draft.citations:
        if citation.kind != "case":
            continue
        whole = citation.written.whole
        around = max(0, whole.start - REACH_OF_A_DAY), min(len(text), whole.end + REACH_OF_A_DAY)
        for span in no_days_in(text, *around):
            if not any(span.meets(other) for other in told):
                told.add(span)
                verdict = Comparison("date", "no-such-day", span, text[span.start : span.end], "")
                yield finding_of(rule, citation, verdict, text)


def _symbols_of_other_comments(rule: Rule, draft: Draft) -> Iterator[Finding]:
    """
    The symbol of one general comment straight behind the number of another of the same committee: "General Comment No.
    31, CCPR/C/21/Rev.1/Add.11", which is No. 29.
    """
    text = draft.document.text
    comments = [one for one in draft.citations if one.kind == "document-symbol" and ":GC" in (one.target or "")]
    for named, symbol in pairwise(comments):
        (body, _, number), (its, _, right) = ((one.target or "").partition(":GC") for one in (named, symbol))
        if body != its or number == right or "/" in named.text or "/" not in symbol.text:
            continue
        if _straight_before().fullmatch(text, named.end, symbol.start):
            verdict = Comparison("symbol", "impossible", symbol.span, symbol.text, right)
            yield finding_of(rule, symbol, verdict, text)


@lru_cache(maxsize=1)
def _straight_before() -> re.Pattern[str]:
    """What may stand between the number of a general comment and its symbol: " (2004), ", " [80], UN Doc. "."""
    return re.compile(
        r"(?:\s?[\[(]\d{2,4}[\])]){0,2}(?:[,:]\s|[,:]?\s\()"
        r"(?:(?:[^\W\d_][\w.]{1,4}\s)?[^\W\d_]{2,4}\.\s(?:[^\W\d_a-zа-я]{2,4}\s)?)?"
    )


class _Mark(NamedTuple):
    """
    How a draft marks the Grand Chamber, and behind which word; behind the name where that is empty. Without *written*
    it says so in words alone.
    """

    written: str
    behind: str

    def missing_in(self, comparison: Comparison, text: str) -> Comparison:
        """The verdict with that mark, where the draft would have it; without an edit where its place is not found."""
        if not self.behind:
            return comparison._replace(proposal=self.written)
        start = text.rfind(self.behind, max(0, comparison.span.start - REACH_OF_A_COURT), comparison.span.start)
        if start < 0:
            return comparison._replace(proposal="", registered=self.written)
        return comparison._replace(proposal=self.written, span=Span(start, start + len(self.behind)))


def _own_mark(draft: Draft) -> _Mark | None:
    """How the draft marks the Grand Chamber: "[WI]" behind a name, or "(GK)" behind "EGMR"; nothing where unusual."""
    text = draft.document.text
    marks: Counter[_Mark] = Counter()
    for citation in draft.citations:
        if citation.written.family != "ecthr" or citation.kind != "case":
            continue
        for part in citation.written.all("formation"):
            if part.value == "GC" and part.span.start > citation.start:
                marks[_Mark(text[part.span.start : part.span.end], "")] += 1
            elif part.value == "GC" and text[part.span.start - 1 : part.span.start] in ("(", "["):
                word = text[max(0, part.span.start - LONGEST_MARK) : part.span.start - 1].split()[-1:]
                marks[_Mark(text[part.span.start - 1 : part.span.end + 1], "".join(word))] += 1
    usual = next((mark for mark, _ in marks.most_common(1)), None)
    if marks and not any(mark.written[:1] in ("[", "(") for mark in marks):
        return _Mark("", "")
    is_mark = usual is not None and usual.written[:1] in ("[", "(") and len(usual.written) < LONGEST_MARK
    return usual if is_mark else None


def _is_the_habit(comparison: Comparison, counted: Counter[tuple[str, str]]) -> bool:
    """Whether the draft writes that part at least as often as it leaves it out: then the gap is a slip."""
    return counted[comparison.part, "agrees"] >= max(1, counted[comparison.part, comparison.verdict])


def _is_marked(part: str, citation: Citation, marks: set[tuple[str | None, str]]) -> bool:
    """Whether it is a name alone, of a case that is cited with its mark elsewhere, which the name takes up."""
    is_name = citation.written.part("number") is None and citation.written.part("date") is None
    return is_name and (citation.target, part) in marks


def _is_another_style(labels: Sequence[str], draft: Draft) -> bool:
    """Whether every number of a Strasbourg case has one of *labels*, and no decision is marked."""
    text = draft.document.text
    cases = [one.written for one in draft.citations if one.kind == "case" and one.written.family == "ecthr"]
    written = [part for one in cases for part in one.all("number-form")]
    return (
        bool(written)
        and not any(part.value == "DEC" for one in cases for part in one.all("kind"))
        and all(
            text[max(0, one.span.end - REACH_OF_A_LABEL) : one.span.end].rstrip().endswith(tuple(labels))
            for one in written
        )
    )


@lru_cache(maxsize=1)
def _finding_on_the_merits() -> re.Pattern[str]:
    """How the register shortens "violation" and "no violation" of an article in an outcome."""
    return re.compile(r"(?:^|;\s*)N?V \w")


def _decided_all_the_same(comparison: Comparison) -> bool:
    """Whether a case that was struck out in part has a finding on the merits besides, for which it may be cited."""
    return (
        comparison.verdict == "struck-out"
        and comparison.authority is not None
        and _finding_on_the_merits().search(comparison.authority.outcome) is not None
    )


def _is_known(comparison: Comparison, draft: Draft) -> bool:
    """Whether the draft cites what departed from the case too: then its author knows."""
    row = comparison.authority
    return (
        comparison.verdict in ("departed-from", "overruled")
        and row is not None
        and not {later.by for later in row.later_on(draft.on)}.isdisjoint(one.target for one in draft.citations)
    )


def worth_saying(compared: tuple[Comparison, ...]) -> tuple[Comparison, ...]:
    """What is left when a verdict that decides the whole citation stands: itself alone."""
    for part, verdict in DECIDING:
        deciding = tuple(one for one in compared if (one.part, one.verdict) == (part, verdict))
        if deciding:
            # How a number is written can be said of any number.
            return deciding + tuple(one for one in compared if one.verdict in ("other-form", "no-such-day"))
    return compared


_TOLD_NEXT = frozenset(("departed-from", "overruled"))


def silenced(rule: Rule, citation: Citation, draft: Draft, context: Context) -> bool:
    """
    Whether the sentence itself says what the rule would say ("… which the Grand Chamber reversed"); what became of a
    judgment later is often told in the next: "It has been developed since."
    """
    if rule.parameters.keys().isdisjoint(("silenced_by", "told")):
        return False
    sentence = context.sentence_at(citation.start)
    if "superseded" in listed(rule, "verdict") and _succeeded_beside(citation, sentence, draft, context):
        return True
    after = None if _TOLD_NEXT.isdisjoint(listed(rule, "verdict")) else context.sentence_after(sentence)
    places = [sentence, after]
    if not _KNOWN_ONCE.isdisjoint(listed(rule, "verdict")):
        others = (one.start for one in draft.citations if one.target == citation.target and one.kind != "provision")
        places += [context.sentence_at(start) for start in others]
    if "communicated" in listed(rule, "verdict"):
        # "Communicated, by State. Austria: …": what leads a list is said of all of it.
        text = draft.document.text
        floor = max(0, citation.start - REACH_OF_A_LEAD)
        places.append(Span(max(floor, text.rfind("\n\n", floor, citation.start)), citation.start))
    return any(
        context.said(rule, "silenced_by", place) or context.told_of_a_decision(listed(rule, "told"), place)
        for place in dict.fromkeys(places)
        if place is not None
    )


# What a draft that tells it of the case once knows wherever it names the case.
_KNOWN_ONCE = frozenset(("annulled", "pending"))


def _succeeded_beside(citation: Citation, sentence: Span, draft: Draft, context: Context) -> bool:
    """Whether the sentence cites what took the place of the judgment: "…, confirmed in Mamatkulov and Askarov [GC]"."""
    successor = None if citation.authority is None else context.registers.superseded(citation.authority)
    return successor is not None and any(
        one.authority is not None and one.authority.row == successor.row
        for one in draft.citations_in(sentence)
        if one.kind == "case"
    )


def _is_said_before(rule: Rule, citation: Citation, draft: Draft, context: Context) -> bool:
    """Whether the words before the case say it: "in its Grand Chamber judgment of 7 December 2021 (Savran v. …)"."""
    sentence = context.sentence_at(citation.start)
    others = (one.end for one in draft.citations_in(sentence) if one.target != citation.target)
    start = max((end for end in others if end <= citation.start), default=sentence.start)
    return context.said(rule, "said_before", Span(start, citation.end))


_COURT = {"GC": "the Grand Chamber", "CH": "the Chamber", "CTEE": "the Committee", "COMM": "the Commission"}


def _later(comparison: Comparison, draft: Draft, context: Context) -> tuple[Authority, ...]:
    """What departed from a case or took its place by the law date, for a reader has to look there next."""
    row = comparison.authority
    if row is None or comparison.verdict not in ("departed-from", "overruled", "superseded"):
        return ()
    if comparison.verdict == "superseded":
        after = [context.registers.superseded(row)]
    else:
        after = [context.registers.authority(later.by) for later in row.later_on(draft.on)]
    return tuple(one for one in after if one is not None)


# What is wrong with a day of which the register has the right one.
_WITH_A_DAY = frozenset(("differs", "impossible", "other-judgment"))
ISO = "2011-01-21"


def finding_of(
    rule: Rule,
    citation: Citation,
    comparison: Comparison,
    text: str,
    months: Callable[[], Iterable[Sequence[str]]] = tuple,
    later: Sequence[Authority] = (),
) -> Finding:
    """
    The finding that *comparison* gives, with the register's row as its first reason and what came *later* as its
    second. *months* gives their names, a list for each language.
    """
    row = comparison.authority or citation.authority
    because = [register_row(row)] if row is not None else []
    if citation.coverage:
        because.append(Evidence(citation.coverage, "coverage of the register"))
    if comparison.verdict != "superseded":
        because += map(register_row, later)
    name = citation.written.part("name")
    values = {
        "written": text[comparison.span.start : comparison.span.end],
        "name": text[name.span.start : name.span.end] if name else citation.text,
        "registered": _in_words(comparison),
        "proposal": comparison.proposal or comparison.registered,
        "title": row.title if row else "",
        "number": row.numbers[0] if row and row.numbers else "",
        "date": day_in_words(row.date) if row else "",
        "court": _COURT.get(row.formation, "the Court") if row else "the Court",
    }
    successor = later[0] if later and comparison.verdict == "superseded" else None
    reversed_by = ""
    if successor is not None and row is not None:
        from refoulement_lint.checks.outcome import reversal  # only a judgment that was replaced needs it

        reversed_by = reversal(row, successor)
        if reversed_by:
            because.append(register_row(successor))
            recorded = f"Recorded outcome (V: violation, NV: no violation): {' '.join(successor.outcome.split())}"
            because.append(Evidence(recorded, successor.link or successor.source))
    values["reversed"] = reversed_by
    values["successor"] = (later[-1].citation or later[-1].title) if later else "see its judgment"
    replacement, edit_span, span = comparison.proposal or None, comparison.span, comparison.span
    if (
        comparison.part == "date"
        and row is not None
        and comparison.verdict in _WITH_A_DAY
        and len(row.date) == len(ISO)
    ):
        # In the draft's own way, whatever the language of the register: "05.11.2014" becomes "04.11.2014".
        replacement = as_written(values["written"], row.date, months()) or None
        values["proposal"] = replacement or comparison.registered
    after = comparison.span.end
    if replacement and comparison.verdict == "missing" and after < len(text):
        # A mark that is missing goes behind the name: the character there is written again after it, so that the edit
        # stands beside emphasis marks and not inside them.
        replacement, edit_span = f" {replacement}{text[after]}", Span(after, after + 1)
    if comparison.verdict == "missing":
        span = citation.written.whole  # what is missing is missing from all of it
    return found(
        rule,
        span,
        values,
        because=because,
        target=citation.target or (row.target if row else None),
        # What decided the other way supports no claim that rests on the judgment which it replaced.
        support=(_offered(successor),) if successor and not reversed_by else (),
        replacement=replacement,
        edit_span=edit_span,
        with_ground=comparison.verdict == "not-final",  # what the register's row alone does not show
    )


def _in_words(comparison: Comparison) -> str:
    """What the register has; of a national decision, and of what came later, it has the day as figures."""
    registered = comparison.registered
    is_day = comparison.part in ("date", "history") and len(registered) == len(ISO)
    return day_in_words(registered) if is_day else registered


def _offered(authority: Authority) -> Support:
    known = [proposition for proposition in authority.propositions if proposition.verified] or [*authority.propositions]
    says = known[0].says if known else authority.outcome
    return Support(
        target=authority.target,
        citation=authority.citation or authority.title,
        says=says,
        source=authority.link or authority.source,
        pinpoint=known[0].pinpoint if known and known[0].pinpoint_verified else "",
        why="the judgment that counts now",
        verified=bool(known and known[0].verified),
    )
