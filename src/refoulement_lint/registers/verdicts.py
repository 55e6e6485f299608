"""
The words of the comparison, and what they come to.

`Comparison.verdict` is one of these, by part:

- ``number``: ``agrees``; ``another-case`` (known, and another case's); ``unknown`` (the name is known under other
  numbers); ``impossible`` (lodged after it was decided)
- ``name``: ``agrees``, ``near`` (a letter or two away), ``alike`` (a letter
  from what one unchecked list has), ``initials`` (other initials for one whose name is kept back), ``ambiguous``
  (several cases of that name and nothing to
  tell them apart), ``shared`` (a surname that several cases answer to, and the number alone tells which),
  ``not-held`` (the register has no name to compare it with)
- ``date`` and ``year``: ``agrees``, ``tolerated`` (a listed conflict of the sources), ``delivery`` (may be
  the day on which a decision was delivered), ``differs``, ``other-judgment`` (the day of another decision in the same
  case), ``impossible``
- ``formation``: ``agrees``, ``missing`` ([GC] not written), ``wrong``
- ``kind``: ``agrees``, ``missing`` ((dec.) not written), ``wrong``, ``communicated`` (no decision yet),
  ``other-judgment`` (the mark of another judgment in the same case, "(Article 50)")
- ``ecli``: ``agrees``, ``differs``, ``impossible``; ``report``: ``agrees``, ``differs``; ``paragraphs``: ``beyond``
  (a hint)
- ``case``: ``unknown`` (dated inside the coverage), ``unknown-undated``, ``not-covered``,
  ``not-found`` (outside the coverage, and no case that is held has its number or a word of its name)
- ``history``: ``superseded``, ``pending``, ``struck-out``, ``annulled``, ``overruled``, ``not-final``, ``referred``
  (before the Grand Chamber on the law date), ``departed-from`` (on the point for which it is known), ``revised``
- ``symbol`` and ``respondent``: ``agrees``, ``differs``; a respondent ``left-out`` of two (a hint); ``court``:
  ``wrong`` (another committee's); a communication's ``number``: ``out-of-range`` (far outside those seen of its year,
  a hint)
- any part that the register holds: ``not-compared`` (passed over by what led to the row; never verified)
- ``back``: ``unresolved``, ``ambiguous``
- ``article``: ``agrees``, ``unread`` (it is in a structure that nobody held against the text), ``no-such-article``,
  ``no-such-paragraph``, ``no-such-point``, ``unnumbered``;
  ``instrument``: ``wrong-name``

"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from refoulement_lint.late import late
from refoulement_lint.model import Authority, Citation, Comparison, Part, Written

# Parts whose disagreement makes the whole citation a mismatch; the others are hints or matters of form.
DECIDING = {
    ("number", "another-case"), ("number", "unknown"), ("name", "near"), ("date", "differs"), ("year", "differs"),
    ("date", "other-judgment"), ("symbol", "differs"), ("court", "wrong"), ("respondent", "differs"),
    ("outcome", "differs"), ("formation", "wrong"), ("kind", "wrong"), ("ecli", "differs"), ("report", "differs"),
    ("date", "other-year"),
}  # fmt: skip
IMPOSSIBLE = {("number", "impossible"), ("number", "court-did-not-sit"),
              ("date", "impossible"), ("ecli", "impossible"), ("symbol", "impossible"),
              ("article", "no-such-article"), ("article", "no-such-paragraph"), ("article", "unnumbered")}  # fmt: skip
# What may be right all the same, and cannot be called verified.
DOUBTFUL = {
    ("date", "delivery"), ("kind", "other-judgment"), ("name", "doubtful"), ("name", "alike"), ("name", "not-held"),
    ("name", "initials"), ("name", "shared"),
}  # fmt: skip
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def uncovered(one: Written, target: str | None, sentence: str) -> Citation:
    """A citation that no register here can speak of; *sentence* says what the register does hold."""
    return Citation(
        written=one,
        target=target,
        status="unchecked",
        pinpoint=pinpoint(one),
        compared=(Comparison("case", "not-covered", one.span, one.text, sentence),),
        coverage=sentence,
    )


def judged(
    one: Written,
    row: Authority | None,
    rows: Sequence[Authority],
    verdicts: list[Comparison],
    target: str | None = None,
) -> Citation:
    """The citation with what the comparisons come to."""
    said = {(verdict.part, verdict.verdict) for verdict in verdicts}
    status = "impossible" if said & IMPOSSIBLE else "mismatch" if said & DECIDING else "verified"
    if status == "verified" and said & DOUBTFUL:
        status = "unchecked"
    return Citation(
        written=one,
        target=target or (row.target if row else None),
        status=status,
        pinpoint=pinpoint(one),
        authority=row,
        candidates=tuple(rows),
        compared=tuple(verdicts),
    )


def compared_ecli(ecli: Part, row: Authority) -> Comparison:
    """The identifier as written against the row's; a proposal has or lacks the first word as what is written."""
    bare = row.ecli.removeprefix("ECLI:")
    if ecli.value.removeprefix("ECLI:") == bare:
        return Comparison("ecli", "agrees", ecli.span, ecli.value, row.ecli, "", row)
    proposal = row.ecli if ecli.value.startswith("ECLI:") else bare
    return Comparison("ecli", "differs", ecli.span, ecli.value, row.ecli, proposal, row)


# What beside a number and a name says which of several cases of one name is meant.
_TELLING = frozenset(("date", "year", "symbol", "ecli", "report"))


def shared(
    name: Part, row: Authority, answering: Callable[[], Sequence[Authority]], verdicts: Sequence[Comparison]
) -> list[Comparison]:
    """
    The same *verdicts*, the name told as shared where others are *answering* to it as well and nothing that agrees but
    the number says which is meant: a number of another of them would have agreed no less.
    """
    named = any(one.part == "name" and one.verdict == "agrees" for one in verdicts)
    if not named or any(one.part in _TELLING and one.verdict in ("agrees", "tolerated") for one in verdicts):
        return [*verdicts]
    others = answering()
    if not others:
        return [*verdicts]
    listed = "; ".join(told(other) for other in others[:3]) + (f" and {len(others) - 3} more" if others[3:] else "")
    said = Comparison("name", "shared", name.span, name.value, listed, "", row)
    return [said if one.part == "name" and one.verdict == "agrees" else one for one in verdicts]


def long_date(iso: str, months: Sequence[str] = MONTHS) -> str:
    """``"2011-01-21"`` → ``"21 January 2011"``; a year alone stays one."""
    if not is_day(iso):
        return iso
    day = date.fromisoformat(iso)
    return f"{day.day} {months[day.month - 1]} {day.year}"


def is_day(iso: str) -> bool:
    """Whether *iso* is a full date."""
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return len(iso) == 10


# An application or a communication: what is said to be filed "under no. …".
_FILED = late(r"\d+/\d")


def told(row: Authority) -> str:
    """A decision in one line: ``M.S.S. v. Belgium and Greece [GC], no. 30696/09, 21 January 2011``."""
    if row.target.startswith("cjeu:"):
        number = f", {row.target.removeprefix('cjeu:')}"  # Luxembourg writes neither
        return f"{row.title}{number}, {long_date(row.date)}" if row.date else f"{row.title}{number}"
    marker = " [GC]" if row.formation == "GC" and row.date >= "1998-11" else ""
    marker = " (dec.)" if row.decision == "DEC" else " (communicated)" if row.decision == "COM" else marker
    number = f", {numbered(row.numbers[:1])}" if row.numbers else ""
    return f"{row.title}{marker}{number}, {long_date(row.date)}" if row.date else f"{row.title}{marker}{number}"


def numbered(numbers: Sequence[str]) -> str:
    """``no. 30696/09``, ``nos. 15670/18 and 43115/18``; neutral citations and Luxembourg's numbers as they are."""
    listed = " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1] if numbers else "")))
    if not numbers or not _FILED.match(numbers[0]):
        return listed
    return f"{'no.' if len(numbers) == 1 else 'nos.'} {listed}"


def pinpoint(one: Written) -> str | None:
    """The paragraphs written, in one line, or ``None``."""
    return ", ".join(part.value for part in one.all("paragraphs")) or None
