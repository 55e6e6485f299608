"""When a judgment of the Court of Human Rights becomes final (Articles 28 § 2 and 44 of the Convention)."""

from __future__ import annotations

from datetime import date, timedelta

from refoulement_lint.model import Authority, Comparison, Written
from refoulement_lint.registers.verdicts import is_day, long_date

# Since then there are Chambers whose judgments may be referred.
PROTOCOL_11 = "1998-11-01"


def finality(one: Written, delivered: str, on: date, row: Authority | None) -> list[Comparison]:
    """
    That a Chamber's judgment of that day is not final on the law date (Article 44 § 2 of the Convention).

    Of recent judgments the register may not say whether a Chamber gave them or a Committee, whose judgments are final
    at once (Article 28 § 2): a draft that says so is believed.
    """
    formation = one.part("formation")
    if not is_day(delivered) or (formation is not None and formation.value in ("GC", "CTEE")):
        return []
    if delivered < PROTOCOL_11:
        return []  # the judgments of the former Court were final at once
    final = three_months_after(date.fromisoformat(delivered))
    if not date.fromisoformat(delivered) <= on < final:
        return []
    part = one.part("date") or one.parts[0]
    return [Comparison("history", "not-final", part.span, part.value, long_date(final.isoformat()), "", row)]


def three_months_after(day: date) -> date:
    """
    The same day of the month three months later, or the last one where that month has no such day.

    So the Court counts: a judgment of 8 July is final on 8 October.
    """
    months = day.month + 2
    year, month = day.year + months // 12, months % 12 + 1
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), first_of_next - timedelta(days=1))
