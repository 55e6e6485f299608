"""
What had become of a decision by the law date: of what came after that day a draft of that day cannot speak.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from refoulement_lint.model import Authority, Comparison, Written
from refoulement_lint.registers.finality import finality
from refoulement_lint.registers.verdicts import told

# What another judgment made of it; other outcomes ("struck out") a decision had from its first day.
_BY_ANOTHER = frozenset(("superseded", "annulled", "overruled"))


def later_history(one: Written, row: Authority, on: date) -> list[Comparison]:
    """What became of the decision on the point for which it is known, where a curated record says so."""
    says = [later.says for later in row.later_on(on) if later.says]
    return [Comparison("history", "departed-from", one.span, one.text, says[-1], "", row)] if says else []


def in_strasbourg(
    one: Written, row: Authority, rows: Sequence[Authority], in_its_case: Callable[[], Sequence[Authority]], on: date
) -> list[Comparison]:
    """
    What had become of *row*, one of the *rows* that the citation may mean; *in_its_case* gives every decision in the
    case, where the citation was read without a number and *rows* may lack some.
    """
    found = []
    case = rows if one.part("number") else [*rows, *in_its_case()]
    undone = row.status in _BY_ANOTHER
    if undone and (not row.later or row.later_on(on)):
        found.append(Comparison("history", row.status, one.span, one.text, _what_became(row, case), "", row))
    elif row.status and not undone and not (row.status == "pending" and row.decision == "JUD") and not row.later:
        found.append(Comparison("history", row.status, one.span, one.text, told(row), "", row))
    elif row.decision == "JUD" and row.formation in ("CH", ""):
        found += finality(one, row.date, on, row) or _referred(one, row, on)
    return [*found, *_revised(one, row, case, on), *later_history(one, row, on)]


def _referred(one: Written, row: Authority, on: date) -> list[Comparison]:
    """
    That a judgment lay before the Grand Chamber: then it was never final (Articles 43 and 44 of the Convention).
    """
    if row.status != "superseded" or row.date > on.isoformat():
        return []
    return [Comparison("history", "referred", one.span, one.text, row.later[0].since, "", row)]


def _what_became(row: Authority, case: Sequence[Authority]) -> str:
    """The row in one line; of a judgment that was annulled the one that annulled it, with its outcome."""
    later = [other for other in case if other.decision == "JUD" and other.date > row.date]
    if row.status != "annulled" or not later:
        return told(row)
    last = max(later, key=lambda other: other.date)
    outcome = " ".join(last.outcome.split())
    return f"{told(last)} ({outcome})" if outcome else told(last)


def _revised(one: Written, row: Authority, case: Sequence[Authority], on: date) -> list[Comparison]:
    """A judgment that a later one of the same case revised; a request that was dismissed changed nothing."""
    later = [
        other
        for other in case
        if row.decision == "JUD"
        and row.date < other.date <= on.isoformat()
        and other.outcome.startswith(("Revision admi", "revision admi"))
    ]
    return [Comparison("history", "revised", one.span, one.text, told(later[0]), "", later[0])] if later else []
