"""
Strasbourg citations held against the register, part by part.

Number and name must both agree: there is no path from a known number to ``verified`` that does not pass the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from attrs import evolve

from refoulement_lint.model import Authority, Citation, Comparison, Part, Written
from refoulement_lint.registers.cases import others_than
from refoulement_lint.registers.finality import finality
from refoulement_lint.registers.history import in_strasbourg
from refoulement_lint.registers.layout import lodged
from refoulement_lint.registers.names import (
    as_many_applicants,
    in_cyrillic,
    is_anonymous,
    names_of_one,
    near_name,
    nominatives,
    of_a_surname,
    parties,
    same_applicant,
    same_but_for_spaces,
    same_surname,
    series,
    spelt_by_sound,
)
from refoulement_lint.registers.rows import FOLLOWING, is_known_as, is_of_a_kind, rank_in_case
from refoulement_lint.registers.store import Store
from refoulement_lint.registers.verdicts import (
    MOIS,
    compared_ecli,
    is_day,
    judged,
    long_date,
    numbered,
    pinpoint,
    shared,
    told,
    uncovered,
)

# A decision carries the day of adoption; commentators give the day of delivery, up to about two months later.
DELIVERY_WITHIN = timedelta(days=75)


FIRST_DECISIONS = "1990-02-05"
"""Before that day few decisions of the Commission are held; `COVERAGE.toml` says so."""


def case(one: Written, registers: Store, on: date) -> Citation:
    """The citation held against the decision that it means; number and name must both agree."""
    name = one.parts[0]
    numbers = one.all("number")
    if one.part("own") and not any(
        registers.cases.is_named(name.value, row)
        for number in numbers
        for row in registers.cases.by_number(number.value)
    ):
        if numbers:
            return Citation(written=one, target=f"ecthr:{numbers[0].value}", status="unchecked", pinpoint=pinpoint(one))
        # A note on a judgment has its name for a title as a brief has its own: what is decided may be meant.
        named = registers.cases.by_name(name.value)
        apart = [row for row in _told_apart(one, list(named)) if row.decision == "JUD"]
        decided = apart or [row for row in named if row.decision == "JUD"]
        target = decided[0].target if len(_cases_of(decided)) == 1 else None
        candidates = () if target else tuple(decided)
        return Citation(written=one, target=target, status="unchecked", pinpoint=pinpoint(one), candidates=candidates)
    rows = _distinct(row for number in numbers for row in registers.cases.by_number(number.value))
    of_that_name = [row for row in rows if registers.cases.is_named(name.value, row)]
    day = one.part("date")
    if of_that_name and day is not None and not any(row.date == day.value for row in of_that_name):
        # What is of that day has the name but for a slip; another decision in the case, in a shorter form, as written.
        near = [
            row
            for row in _told_apart(one, rows)
            if row.decision != "COM" and (_nearly(name.value, row) or _answers_to(name.value, row))
        ]
        of_that_name = [] if near else of_that_name
    if of_that_name and day is None and one.part("kind") is None:
        # Unmarked it is a judgment: the decision in the case of Şirin Yılmaz is called "Yilmaz v. Turkey".
        kinds = {row.decision for row in of_that_name}
        of_that_name += [row for row in rows if row.decision == "JUD" not in kinds and _answers_to(name.value, row)]
    if of_that_name:
        of_that_name += _of_the_day(one, [row for row in rows if row not in of_that_name])
        row = row_meant(one, of_that_name)
        if _numbered_otherwise(name.value, row):
            verdict = Comparison("name", "doubtful", name.span, name.value, row.title, "", row)
            return _compared(one, of_that_name, [verdict], registers, on)
        return _compared(one, of_that_name, [_agree(name, of_that_name[0])], registers, on)
    called = registers.cases.by_name(name.value) if rows else ()
    if short := [row for row in rows if row in called and _begins(name.value, row, registers)]:
        # What lawyers leave of a long name, "Bosphorus v. Ireland", and the case's own number.
        return _compared(one, short, [_agree(name, short[0])], registers, on, lambda row: others_than(row, called))
    if day is not None and any(row.date == day.value for row in called):
        return _number_of_another(one, rows, registers, on)  # a case of that name and day has another number
    if rows:
        fuller = [
            row
            for row in rows
            if _answers_to(name.value, row) and not registers.cases.of_another_series(name.value, row)
        ]
        near = [row for row in rows if _nearly(name.value, row) or _is_spelt_so(name.value, row, registers)]
        meant = row_meant(one, _distinct([*fuller, *near])) if fuller or near else None
        if meant is not None and meant in fuller:
            if not any(
                as_many_applicants(name.value, title) and of_a_surname(name.value, title)
                for title in (meant.title, *meant.titles)
            ):
                verdict = Comparison("name", "doubtful", name.span, name.value, meant.title, "", meant)
                return _compared(one, fuller, [verdict], registers, on)
            return _compared(
                one,
                fuller,
                [_agree(name, meant)],
                registers,
                on,
                lambda row: registers.cases.bearers(name.value, row),
            )
        if meant is not None:
            if in_cyrillic(name.value) or _is_spelt_so(name.value, meant, registers):
                return _compared(one, near, [_agree(name, meant)], registers, on)
            verdict = Comparison("name", "near", name.span, name.value, meant.title, _like(meant, name.value), meant)
            return _compared(one, near, [verdict], registers, on)
        partly = [
            row
            for row in rows
            if names_of_one(name.value, (row.title, *row.titles))
            and not registers.cases.of_another_series(name.value, row)
        ]
        partly = [row for row in partly if _same_states(name.value, row, registers)] or [
            row for row in _of_that_first_word(name.value, registers) if row in rows
        ]
        if partly:
            row = row_meant(one, partly)
            verdict = Comparison("name", "doubtful", name.span, name.value, row.title, "", row)
            return _compared(one, partly, [verdict], registers, on)
        if not called and (anonymous := _under_other_initials(one, rows, registers)):
            row = row_meant(one, anonymous)
            verdict = Comparison("name", "initials", name.span, name.value, row.title, "", row)
            return _compared(one, anonymous, [verdict], registers, on)
        if not called and day is not None and (spelt := _all_else_agrees(one, rows, registers)):
            verdict = Comparison("name", "doubtful", name.span, name.value, spelt[0].title, "", spelt[0])
            return _compared(one, spelt, [verdict], registers, on)
        return _number_of_another(one, rows, registers, on)
    by_name = list(registers.cases.by_name(name.value))
    if _others(name.value) and not numbers:
        # Drafts leave "and Others" out; none adds it: "R.A. and Others v. Poland" is not "R.A. v. Poland".
        by_name = [row for row in by_name if any(_others(title) for title in (row.title, *row.titles))]
    picked = _told_apart(one, by_name)
    if not numbers and not picked and day is not None:
        elsewhere = _against_another_state(one, registers)
        if elsewhere is not None:
            return _of_another_respondent(one, elsewhere)
        nearly = _nearly_named(one, registers, on) if by_name else None
        if nearly is not None and not any(_a_slip_of(day.value, row.date) for row in by_name):
            return nearly  # "Davis v. the United Kingdom" of the day of "Davies": the name is the slip
    if numbers:
        return _unknown_number(one, by_name, picked, registers, on)
    if by_name:
        fitting = picked or by_name
        if len(_cases_of(fitting)) > 1 and not _others(name.value):
            # "F.G. v. Sweden", where there is an "F.G. and Others v. Sweden" as well.
            fitting = [
                row for row in fitting if not any(_others(title) for title in (row.title, *row.titles))
            ] or fitting
        identities = _cases_of(fitting)
        if len(identities) == 1:
            return _compared(one, fitting, [_agree(name, fitting[0])], registers, on)
        if not picked and (one.part("date") or one.part("year") or one.part("report")):
            return _unknown(one, by_name, registers, on)
        return Citation(
            written=one,
            target=_of_the_judgment(one, fitting),
            status="unchecked",
            pinpoint=pinpoint(one),
            candidates=tuple(fitting),
            compared=(
                Comparison("name", "ambiguous", name.span, name.value, "; ".join(told(row) for row in fitting[:6])),
            ),
        )
    if not numbers and (declined := _in_the_nominative(one, registers)):
        return _compared(one, declined, [_agree(name, declined[0])], registers, on)
    return _nearly_named(one, registers, on) or _unknown(one, [], registers, on)


def _in_the_nominative(one: Written, registers: Store) -> list[Authority]:
    """The decisions in the one case that a declined name means: "Hirsiego Jamaa i innych przeciwko Włochom"."""
    for name in nominatives(one.parts[0].value):
        rows = list(registers.cases.by_name(name))
        rows = _told_apart(one, rows) or ([] if one.part("date") or one.part("year") else rows)
        if rows and _same_states(one.parts[0].value, rows[0], registers) and len(_cases_of(rows)) == 1:
            return rows
    return []


def _of_the_judgment(one: Written, rows: Sequence[Authority]) -> str | None:
    """
    Of several cases of one name the only one with a judgment, where nothing says that a decision is meant: the Court
    marks its decisions, "(dec.)". Still to be said, since many leave the mark out.
    """
    if one.part("kind") is not None:
        return None
    judgments = [row for row in rows if row.decision == "JUD"]
    return judgments[0].target if len(_cases_of(judgments)) == 1 else None


def told_by_numbers(citation: Citation, numbers: Iterable[Part], registers: Store, on: date) -> Citation:
    """
    A name that alone says too little or nothing, held against the *numbers* that stand elsewhere in the draft, the
    nearest first; the citation as it is where none of them, or more than one case's, goes with the name.

    "Application no. 30227/18, brought by Mr Yusupov …. In Yusupov v. Russia the Court …"; "«Грішин проти Росії»
    (Grishin v. Russia), no. 30983/02".
    """
    one = citation.written
    named = {number: row for row in citation.candidates for number in row.numbers}
    if one.part("own"):
        targets = {named[number.value].target for number in numbers if number.value in named}
        return evolve(citation, target=targets.pop()) if len(targets) == 1 else citation
    found: dict[str | None, Citation] = {}
    for number in numbers:
        near = _beside(number, one)
        if not near and number.value not in named:
            continue
        trial = case(evolve(one, parts=(*one.parts, number)), registers, on)
        if trial.target is None or any(
            (verdict.part, verdict.verdict) in _OF_ANOTHER or verdict.part == "case" for verdict in trial.compared
        ):
            continue
        rest = tuple(verdict for verdict in trial.compared if verdict.part != "number")
        found.setdefault(trial.target, evolve(trial, written=one, compared=rest))
    return next(iter(found.values())) if len(found) == 1 else citation


# What shows that a number and a name are not of one case.
_OF_ANOTHER = {("number", "another-case"), ("number", "unknown"), ("number", "impossible"), ("respondent", "differs")}
# How far from a name that the register has otherwise, or not at all, a number may stand that tells which case it is.
_REACH_OF_A_NUMBER = 250


def _beside(number: Part, one: Written) -> bool:
    gap = max(number.span.start - one.whole.end, one.whole.start - number.span.end)
    return gap <= _REACH_OF_A_NUMBER


# Words of an applicant's name from which on it is one that everybody shortens, and letters of a word that tells.
_LONG_NAME, _TELLS = 4, 6


def _of_that_first_word(name: str, registers: Store) -> list[Authority]:
    """
    The one case whose long name begins as the one written, where nobody else against that State is called so: companies
    are cited by a word of theirs and another for the rest, "Bosphorus Airways" for "Bosphorus Hava Yolları ...".
    """
    applicant, respondent = parties(name)
    first, _, rest = applicant.partition(" ")
    if not rest or len(first) < _TELLS:
        return []
    rows = list(registers.cases.by_name(f"{first} v. {respondent}"))
    words = [parties(title)[0].split() for row in rows for title in (row.title,)]
    if len(_cases_of(rows)) != 1 or not all(one[0] == first and len(one) >= _LONG_NAME for one in words if one):
        return []
    return rows


def _same_states(name: str, row: Authority, registers: Store) -> bool:
    written = registers.states.in_respondent(parties(name)[1])
    return bool(written) and written <= registers.cases.states_of(row)


def _cases_of(rows: Iterable[Authority]) -> set[tuple[str, ...]]:
    """
    The cases of several rows, by their first numbers.

    An application that was communicated alone and decided with others is no case of its own.
    """
    rows = list(rows)
    decided = {number for row in rows if row.decision != "COM" for number in row.numbers}
    return {row.numbers[:1] for row in rows if row.decision != "COM" or not decided.issuperset(row.numbers)}


def _agree(part: Part, row: Authority) -> Comparison:
    return Comparison(part.name, "agrees", part.span, part.value, row.title, "", row)


def _distinct(rows: Iterable[Authority]) -> list[Authority]:
    return list({(row.register, row.row or row.ecli or row.title): row for row in rows}.values())


def _told_apart(one: Written, rows: list[Authority]) -> list[Authority]:
    """Those rows that the date, year, report or ECLI written picks out."""
    day, year, report, ecli = one.part("date"), one.part("year"), one.part("report"), one.part("ecli")
    if day:
        return [row for row in rows if row.date == day.value]
    if ecli:
        return [row for row in rows if row.ecli.endswith(ecli.value.removeprefix("ECLI:"))]
    if report:
        if report.value[0].isdigit():  # "24 EHRR 423" says no year, and that a judgment was reported
            return [row for row in rows if row.decision == "JUD"]
        issued = _ehrr().match(report.value)
        if issued:  # these reports follow the decision in its year or the next
            years = (issued["year"], str(int(issued["year"]) - 1))
            return [row for row in rows if row.date.startswith(years) and row.decision != "COM"]
        return [row for row in rows if _same_report(report.value, row.report)]
    if year:
        return [row for row in rows if row.date.startswith(year.value)]
    formation = one.part("formation")
    if formation is not None and formation.value == "GC":
        return [row for row in rows if row.formation == "GC"]
    # A day somewhere before the name may be any event's: it tells cases of one name apart and is held against none.
    near = {day.value for day in one.all("near-date")}
    return [row for row in rows if row.date in near] or [
        row for row in rows if row.decision == "DEC" and any(_delivered(row, day) for day in near)
    ]


def _nearly(name: str, row: Authority) -> bool:
    return any(near_name(name, title) for title in (row.title, *row.titles))


def _numbered_otherwise(name: str, row: Authority) -> bool:
    """Whether the name has a number, "(no. 9)", that the judgment does not; decisions and reports often lack theirs."""
    titles = (row.title, *row.titles)
    return row.decision == "JUD" and bool(series(name)) and not any(series(title) for title in titles)


def _begins(name: str, row: Authority, registers: Store) -> bool:
    """Whether the applicant written is how the title of the row begins, and not all of it."""
    ours = parties(name)[0].split()
    titles = [parties(title)[0].split() for title in (row.title, *row.titles)]
    shorter = any(ours == title[: len(ours)] and len(ours) < len(title) for title in titles)
    return shorter and not _numbered_otherwise(name, row) and not registers.cases.of_another_series(name, row)


def _answers_to(name: str, row: Authority) -> bool:
    return any(same_surname(name, title) for title in (row.title, *row.titles))


def _of_the_day(one: Written, rows: list[Authority]) -> list[Authority]:
    """Those given on the day written whose name is the same but for spaces: "C. Spa" and "C. S.p.a." of one number."""
    name, day = one.parts[0], one.part("date")
    return [
        row
        for row in rows
        if day is not None and row.date == day.value
        if any(same_but_for_spaces(name.value, title) for title in (row.title, *row.titles))
    ]


def _a_slip_of(day: str, other: str) -> bool:
    """Whether two days have two of year, month and day in common."""
    return is_day(other) and sum(map(str.__eq__, day.split("-"), other.split("-"))) == 2


def _delivered(row: Authority, day: str) -> bool:
    """Whether a decision may have been delivered on that day."""
    delay = date.fromisoformat(day) - date.fromisoformat(row.date) if is_day(day) and is_day(row.date) else None
    return delay is not None and timedelta(0) < delay <= DELIVERY_WITHIN


def row_meant(one: Written, rows: list[Authority]) -> Authority:
    """
    Of several decisions in one case the one that the date, the marker or the kind picks; else the last word in it.
    """
    picked = _told_apart(one, rows)
    formation, kind = one.part("formation"), one.part("kind")
    grand = [row for row in rows if row.formation == "GC"]
    if formation and formation.value == "GC" and grand and not any(row in grand for row in picked):
        rows = grand  # "[GC]" beside the day of the Chamber's judgment: the day is the slip
    elif picked:
        rows = picked
    report = one.part("report") if not picked else None
    follows = kind is not None and kind.value in FOLLOWING
    without_volume = report is not None and (follows or (kind is None and "-" not in report.value))
    of_its_year = [row for row in rows if report and without_volume and _may_be_reported(report.value, row)]
    if of_its_year:
        rows = of_its_year
    elif report:
        # None has that report: the one that is reported in the series is meant, and its report written wrong.
        rows = [row for row in rows if _same_report(report.value, row.report) is not None] or rows
    if kind and kind.value == "DEC" and any(row.decision == "DEC" for row in rows):
        rows = [row for row in rows if row.decision == "DEC"]
    elif commission := _of_the_commission(one, rows):
        rows = commission
    elif kind and (so_called := [row for row in rows if is_known_as(row, kind.value)]):
        rows = so_called
    return min(rows, key=rank_in_case)


def _of_the_commission(one: Written, rows: list[Authority]) -> list[Authority]:
    """What the former Commission gave, where the draft says so: "Commission's report", "Commission decision"."""
    court = one.part("court")
    if court is None or not court.value.startswith("Commission"):
        return []
    decision = "REP" if court.value.endswith("report") else "DEC"
    return [row for row in rows if row.formation == "COMM" and row.decision == decision]


def _compared(
    one: Written,
    rows: list[Authority],
    verdicts: list[Comparison],
    registers: Store,
    on: date,
    answering: Callable[[Authority], Sequence[Authority]] | None = None,
) -> Citation:
    """
    The citation held against the decision it means, part by part; *answering* gives the other cases that the name may
    mean, where it is not the title in full.
    """
    row = row_meant(one, _given_by(on, one, rows))
    if verdicts[0].verdict == "agrees" and registers.cases.is_named(verdicts[0].written, row):
        verdicts = [_agree(one.parts[0], row), *verdicts[1:]]
    verdicts = [*verdicts, *_respondents(one.parts[0], row, registers)]
    for number in one.all("number"):
        if number.value in row.numbers or any(number.value in other.numbers for other in rows):
            verdicts.append(Comparison("number", "agrees", number.span, number.value, number.value, "", row))
        else:
            verdicts.append(_foreign_number(number, one, row, registers))
    pending = registers.cases.pending(row.numbers[0]) if row.decision == "COM" and row.numbers else None
    if pending is not None:
        verdicts.append(Comparison("history", "pending", one.span, one.text, told(pending), "", pending))
        return judged(one, pending, rows, verdicts, row.target)
    verdicts.extend(dates(one, row, rows, registers))
    verdicts.extend(_formation(one, row))
    verdicts.extend(_which(one, row, registers))
    verdicts.extend(_ecli_and_report(one, row))
    verdicts.extend(paragraphs(one, row, registers))
    verdicts.extend(in_strasbourg(one, row, rows, lambda: registers.cases.by_number(row.numbers[0]), on))
    if answering is not None:
        verdicts = shared(one.parts[0], row, lambda: answering(row), verdicts)
    return judged(one, row, rows, verdicts)


def _given_by(on: date, one: Written, rows: list[Authority]) -> list[Authority]:
    """Those of the *rows* that a citation of that day can mean, where nothing is written that says which is meant."""
    if any(part.name in ("date", "year", "formation", "kind", "ecli", "report") for part in one.parts):
        return rows
    return [row for row in rows if row.date <= on.isoformat()] or rows


def _respondents(name: Part, row: Authority, registers: Store) -> Iterator[Comparison]:
    """One State written of a case against two or more: the usual short way, and a hint all the same."""
    if len(row.respondent) < 2:
        return
    written = registers.states.in_respondent(parties(name.value)[1])
    titles = [registers.states.in_respondent(parties(title)[1]) for title in (row.title, *row.titles)]
    if written and all(written < states for states in titles if states):
        yield Comparison("respondent", "left-out", name.span, name.value, row.title, _like(row, name.value), row)


def _is_spelt_so(written: str, row: Authority, registers: Store) -> bool:
    """Whether the name is the row's as another language spells it, against the same States: "Szamajew … Gruzji"."""
    states = registers.states.in_respondent(parties(written)[1])
    return (
        bool(states)
        and not same_applicant(written, row.title)
        and states == registers.states.in_respondent(parties(row.title)[1])
        and spelt_by_sound(written, row.title)
    )


def _foreign_number(number: Part, one: Written, row: Authority, registers: Store) -> Comparison:
    """A number beside others that are right: another case's, or nobody's."""
    others = registers.cases.by_number(number.value)
    if listed := one.part("named-before"):
        # "A.I. and Others and T.Z. and Others v. Poland (nos. 39028/17 and 41764/17)": each its own.
        named = [
            other for other in others if _is_listed(other, listed.value) and _same_states(one.text, other, registers)
        ]
        if named:
            return Comparison("number", "agrees", number.span, number.value, number.value, "", named[0])
    proposal = _missing(number, one, row)
    if others:
        return Comparison("number", "another-case", number.span, number.value, told(others[0]), proposal, others[0])
    return Comparison("number", "unknown", number.span, number.value, numbered(row.numbers[:3]), proposal, row)


def _is_listed(row: Authority, text: str) -> bool:
    """Whether the applicant of the row is named in a list before the name, as the register has it."""
    applicant = row.title.partition(" v. ")[0]
    return f" {applicant}" in f" {text}" or f" {applicant.partition(' and ')[0]}" in f" {text}"


def _under_other_initials(one: Written, rows: list[Authority], registers: Store) -> list[Authority]:
    """
    The decisions of the number that have other initials than the name, no letter of a name on either side, the same
    State, and the day if one is written: the Court grants anonymity late and changes it, K.N. is N.S.K. today.
    """
    name, day = one.parts[0].value, one.part("date")
    if not is_anonymous(name):
        return []
    found = [row for row in rows if is_anonymous(row.title) and _same_states(name, row, registers)]
    if day is not None and not any(row.date == day.value for row in found):
        return []
    return found


def _all_else_agrees(one: Written, rows: list[Authority], registers: Store) -> list[Authority]:
    """
    The decisions of the number that have the State and the day, and a word of the applicants: the others may be spelt
    as another language does, "Hirsi Džamā un citi pret Itāliju".
    """
    name, day = one.parts[0].value, one.part("date")
    ours = {word for word in parties(name)[0].split() if len(word) >= _WORD_OF_A_NAME}
    return [
        row
        for row in rows
        if day is not None and row.date == day.value
        if ours & set(parties(row.title)[0].split()) and _same_states(name, row, registers)
    ]


# Letters of a word that tells whose case it is: "Hirsi", not "al".
_WORD_OF_A_NAME = 4


def _number_of_another(one: Written, rows: list[Authority], registers: Store, on: date) -> Citation:
    """A known number beside another case's name: both halves may be real, the pair is not."""
    name = one.parts[0]
    by_name = list(registers.cases.by_name(name.value))
    picked = _told_apart(one, by_name) or by_name
    meant = row_meant(one, picked) if picked and len({row.numbers[:1] for row in picked}) == 1 else None
    owner = row_meant(one, rows)
    if meant is not None and meant.row == owner.row:
        meant = None  # "(no. 3)" beside the number of "(no. 2)"
    verdicts = []
    if meant is None and _each_its_own(one, registers):
        return Citation(written=one, target=owner.target, status="unchecked", pinpoint=pinpoint(one))
    for number in one.all("number"):
        proposal = ""
        if meant is not None and len(one.all("number")) == 1 and len(meant.numbers) < 3:
            proposal = meant.numbers[0]
        its = next(iter(registers.cases.by_number(number.value)), owner)
        its = owner if number.value in owner.numbers else its
        verdicts.append(Comparison("number", "another-case", number.span, number.value, told(its), proposal, its))
    if meant is not None:
        verdicts.extend(verdict for verdict in dates(one, meant, picked, registers) if verdict.verdict != "agrees")
    target = meant.target if meant is not None else owner.target
    return judged(one, meant, [*picked[:4], *rows[:4]], verdicts, target)


def _each_its_own(one: Written, registers: Store) -> bool:
    """
    Whether several names and States were drawn together, each with a number of its own: "R.C. and M.A. v. Sweden and
    Switzerland respectively (nos. 41827/07 and 52589/13)".
    """
    ours, respondent = parties(one.parts[0].value)
    states, left = registers.states.in_respondent(respondent), ours.split()
    numbers = one.all("number")
    if len(numbers) < 2 or len(states) < 2:
        return False
    for number in numbers:
        for row in registers.cases.by_number(number.value):
            theirs = parties(row.title)[0].split()
            if set(theirs) <= set(left) and registers.states.in_respondent(parties(row.title)[1]) <= states:
                left = [word for word in left if word not in theirs]
                break
        else:
            return False
    return not set(left) - {"and"}


def _unknown_number(
    one: Written, by_name: list[Authority], picked: list[Authority], registers: Store, on: date
) -> Citation:
    """The register does not have the number; it may have the name."""
    name, numbers = one.parts[0], one.all("number")
    if registers.cases.pending(numbers[0].value) is not None:
        return _unknown(one, by_name, registers, on)
    dated = bool(one.part("date") or one.part("year") or one.part("report"))
    meant = picked or ([] if dated else by_name)
    impossible = _impossible(one)
    if len(_cases_of(meant)) > 1 and len(numbers) == 1:
        slipped = [row for row in meant if is_slip_of(numbers[0].value, row)]
        meant = slipped if len(_cases_of(slipped)) == 1 else meant
    if not picked:
        # Without a date the name alone says which case is meant, and then "and Others" counts.
        meant = [row for row in meant if _others(name.value) == _others(row.title) or is_slip_of(numbers[0].value, row)]
    if meant and len({row.numbers[:1] for row in meant}) == 1:
        row = row_meant(one, meant)
        verdicts = [_agree(name, row)]
        verdicts += [
            Comparison(
                "number",
                "unknown",
                number.span,
                number.value,
                numbered(row.numbers[:3]),
                _missing(number, one, row),
                row,
            )
            for number in numbers
        ]
        impossible = [
            verdict._replace(proposal=other.proposal, authority=row)
            for verdict in impossible
            for other in verdicts
            if other.span == verdict.span
        ]
        return judged(one, row, meant, verdicts + impossible)
    if not by_name:
        nearly = _nearly_named(one, registers, on)
        if nearly is not None:
            return nearly
    if impossible:
        return judged(one, None, by_name, impossible, f"ecthr:{numbers[0].value}")
    return _unknown(one, by_name, registers, on)


def _others(name: str) -> bool:
    """Whether a name says that there are more applicants, in any language."""
    return _more_applicants().search(name) is not None


@cache
def _more_applicants() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:others?|autres?|ors|another|inni|innych|altri|otros|andere|kiti|citi|muut|andra|teised|mások|társai"
        r"|другие|других|др|інші|інших|ін|λοιποί|άλλοι|m\.\s?fl|e\.\s?a|u\.\s?a|jt)\b",
        re.IGNORECASE,
    )


def is_slip_of(number: str, row: Authority) -> bool:
    """Whether the number is one of the case's own with one digit changed or two exchanged."""
    return any(sorted(number) == sorted(other) or _digits_apart(number, other) == 1 for other in row.numbers)


def _digits_apart(number: str, other: str) -> int:
    """In how many places two numbers of one length differ; of two lengths, more than any slip would."""
    if len(number) != len(other):
        return 9
    return sum(left != right for left, right in zip(number, other, strict=True))


def _missing(number: Part, one: Written, row: Authority) -> str:
    """
    The case's number that is written as *number*: of those not written, the one fewest digits away; none where
    several are.
    """
    written = {part.value for part in one.all("number")}
    left = [other for other in row.numbers if other not in written]
    if not left:
        return ""
    nearest = min(left, key=lambda other: (_digits_apart(number.value, other), row.numbers.index(other)))
    return nearest if len(left) == 1 or is_slip_of(number.value, row) or nearest == row.numbers[0] else ""


def _impossible(one: Written) -> list[Comparison]:
    """Numbers lodged after the decision was given."""
    day = one.part("date") or one.part("year")
    if day is None:
        return []
    return [
        Comparison("number", "impossible", number.span, number.value, str(lodged(number.value)))
        for number in one.all("number")
        if lodged(number.value) > int(day.value[:4])
    ]


def _nearly_named(one: Written, registers: Store, on: date) -> Citation | None:
    """
    A name a letter or two away from one in the register, when the number, date, year or report picks the same case.
    """
    name = one.parts[0]
    for row in registers.cases.near_names(name.value):
        numbers = [number.value for number in one.all("number")]
        if set(numbers) & set(row.numbers) or (not numbers and _told_apart(one, [row])):
            if in_cyrillic(name.value) or _is_spelt_so(name.value, row, registers):
                return _compared(one, [row], [_agree(name, row)], registers, on)
            verdict = Comparison("name", "near", name.span, name.value, row.title, _like(row, name.value), row)
            return _compared(one, [row], [verdict], registers, on)
    alike = [] if one.part("number") else _told_apart(one, _of_that_first_word(name.value, registers))
    if alike:
        verdict = Comparison("name", "doubtful", name.span, name.value, alike[0].title, "", alike[0])
        return _compared(one, alike, [verdict], registers, on)
    return None


def _unknown(one: Written, by_name: list[Authority], registers: Store, on: date) -> Citation:
    """Neither number nor name leads to a decision that fits; says what that rests on, and never that it is invented."""
    numbers, day, year, kind = one.all("number"), one.part("date"), one.part("year"), one.part("kind")
    target = f"ecthr:{numbers[0].value}" if numbers else None
    name = one.parts[0].value
    pending = registers.cases.pending(numbers[0].value) if numbers else registers.cases.pending_called(name)
    if pending is not None:
        verdict = Comparison("history", "pending", one.span, one.text, told(pending), "", pending)
        return Citation(
            written=one,
            target=target or pending.target,
            status="unchecked",
            pinpoint=pinpoint(one),
            authority=pending,
            compared=(verdict,),
        )
    is_decision = bool(kind and kind.value == "DEC")
    report = one.part("report")
    if kind is None and day is not None and (report is None or _of_the_decisions().match(report.value)):
        # Until then the Court gave some two hundred judgments, and the Commission thousands of decisions.
        is_decision = registers.covers("ecthr", day.value, decision=True) is not True and day.value < FIRST_DECISIONS
    states = registers.states.in_respondent(parties(one.parts[0].value)[1])
    dated = day.value if day else year.value if year else ""
    covered = registers.covers("ecthr", dated, decision=is_decision, states=states)
    sentence = registers.coverage_sentence("ecthr")
    if covered is False or (covered is None and (day or year)):
        decided = [row for row in by_name if row.decision != "COM"]
        slipped = [row for row in decided if day is not None and _a_slip_of(day.value, row.date)]
        if len(_cases_of(decided)) == 1 and slipped and not numbers:
            return _compared(one, slipped, [_agree(one.parts[0], slipped[0])], registers, on)
        citation = uncovered(one, target, sentence)
        newer = finality(one, day.value, on, None) if day and kind is None else []
        return evolve(citation, compared=(*citation.compared, *newer))
    elsewhere = _against_another_state(one, registers)
    if elsewhere is not None:
        return _of_another_respondent(one, elsewhere)
    others = "; ".join(told(row) for row in by_name[:4])
    verdict = Comparison("case", "unknown" if covered else "unknown-undated", one.span, one.text, others, "")
    return Citation(
        written=one,
        target=target,
        status="not-in-register",
        pinpoint=pinpoint(one),
        candidates=tuple(by_name),
        compared=(verdict, *_impossible(one)),
        coverage=sentence,
    )


@cache
def _of_the_decisions() -> re.Pattern[str]:
    """The reports in which the Commission's decisions stand."""
    return re.compile(r"\s*(?:\d+\s)?(?:D\.?\s?R\.?|Decisions and Reports|Coll(?:ection)?|Yearbook)(?!\w)", re.I)


def _of_another_respondent(one: Written, row: Authority) -> Citation:
    name = one.parts[0]
    verdict = Comparison("respondent", "differs", name.span, name.value, told(row), row.title, row)
    return judged(one, row, [row], [verdict], row.target)


def _against_another_state(one: Written, registers: Store) -> Authority | None:
    """
    The one case of the same applicant against another State that the number but for a slip, or the day, points to:
    "M.A. v. Latvia" for "M.A. v. Lithuania".
    """
    applicant = one.parts[0].value
    if versus := re.search(r"\s(?:v\.?|c\.|c/|gegen|przeciwko)\s", applicant):
        applicant = applicant[: versus.start()]
    day, numbers = one.part("date"), one.all("number")
    found = {
        row.numbers[:1]: row
        for row in registers.cases.by_name(applicant)
        if (day is not None and row.date == day.value) or any(is_slip_of(number.value, row) for number in numbers)
    }
    return next(iter(found.values())) if len(found) == 1 else None


# --- the parts --------------------------------------------------------------------------------------------------------


def dates(one: Written, row: Authority, rows: Sequence[Authority], registers: Store) -> list[Comparison]:
    """The day or the year written against the row's, and against those of other decisions in the case."""
    day, year = one.part("date"), one.part("year")
    if day is None:
        if year is None or not row.date or one.part("report"):
            return []
        if any(other.date.startswith(year.value) for other in rows):
            return [Comparison("year", "agrees", year.span, year.value, row.date[:4], "", row)]
        return [Comparison("year", "differs", year.span, year.value, long_date(row.date), row.date[:4], row)]
    if not row.date:
        return []
    if row.date == day.value or (row.decision == "COM" and day.value.startswith(row.date)):
        return [Comparison("date", "agrees", day.span, day.value, row.date, "", row)]
    if row.decision == "COM":
        return []  # the day may be that of a decision which is not held, and is compared with none
    if len(row.date) == 4:
        verdict = "agrees" if day.value.startswith(row.date) else "differs"
        return [Comparison("date", verdict, day.span, day.value, row.date, "", row)]
    if day.value in registers.cases.date_conflicts(row):
        return [Comparison("date", "tolerated", day.span, day.value, long_date(row.date), "", row)]
    other = next((other for other in rows if other.date == day.value and other.row != row.row), None)
    if other is not None:
        return [
            Comparison("date", "other-judgment", day.span, day.value, told(other), _written_date(row.date, one), row)
        ]
    if row.formation == "COMM" and day.value < FIRST_DECISIONS:
        return []  # that of its decision on admissibility, as likely as not, few of which are held
    if row.decision == "DEC" and _delivered(row, day.value):
        return [Comparison("date", "delivery", day.span, day.value, long_date(row.date), "", row)]
    verdict = "differs" if is_day(day.value) else "impossible"
    return [Comparison("date", verdict, day.span, day.value, long_date(row.date), _written_date(row.date, one), row)]


def _formation(one: Written, row: Authority) -> list[Comparison]:
    found = []
    formation, kinds = one.part("formation"), one.all("kind")
    kind = next((part for part in kinds if part.value == "DEC"), kinds[0] if kinds else None)
    is_grand_chamber = (
        row.formation == "GC" and row.date >= "1998-11"
    )  # house style prints no [GC] for the former Court
    if formation is None:
        if is_grand_chamber:
            found.append(Comparison("formation", "missing", one.span, one.text, "GC", "[GC]", row))
    elif (formation.value == "GC" and row.formation not in ("GC", "") and row.decision != "COM") or (
        formation.value == "CTEE" and row.formation in ("GC", "CH")
    ):
        found.append(Comparison("formation", "wrong", formation.span, formation.value, told(row), "", row))
    else:
        found.append(Comparison("formation", "agrees", formation.span, formation.value, row.formation, "", row))
    if row.decision == "COM":
        if kind is None or kind.value not in ("COM", "pending"):
            found.append(Comparison("kind", "communicated", one.span, one.text, told(row), "", row))
    elif row.decision == "DEC" and (
        kind is None or kind.value not in ("DEC", "decided", "striking out", "friendly settlement", "interpretation")
    ):
        found.append(Comparison("kind", "missing", one.span, one.text, "(dec.)", "(dec.)", row))
    elif row.decision == "JUD" and kind is not None and kind.value == "DEC":
        found.append(Comparison("kind", "wrong", kind.span, kind.value, told(row), "", row))
    return found


def _which(one: Written, row: Authority, registers: Store) -> Iterator[Comparison]:
    """
    Which of several judgments in the case it is said to be, "(Article 50)", "(interpretation)", where the day or the
    number leads to one and the register has another that is called so.

    Most rows say nothing of their kind: one without a word may be a second judgment on just satisfaction, and never
    one that came before the first.
    """
    for part in one.all("kind"):
        rows = registers.cases.by_number(row.numbers[0]) if row.decision == "JUD" and row.numbers else ()
        so_called = [other for other in rows if is_known_as(other, part.value)]
        if not so_called or is_known_as(row, part.value):
            continue
        other = min(so_called, key=rank_in_case)
        follows = part.value in FOLLOWING
        before = bool(row.date) and row.date < min(one.date for one in so_called)
        if (follows and (before or is_of_a_kind(row))) or (not follows and (is_of_a_kind(row) or not before)):
            yield Comparison("kind", "other-judgment", part.span, part.value, told(other), "", other)


def _ecli_and_report(one: Written, row: Authority) -> list[Comparison]:
    found = []
    ecli, report = one.part("ecli"), one.part("report")
    if ecli is not None and row.ecli:
        found.append(compared_ecli(ecli, row))
    agrees = _same_report(report.value, row.report) if report is not None else None
    if report is not None and agrees is not None:
        found.append(
            Comparison(
                "report",
                "agrees" if agrees else "differs",
                report.span,
                report.value,
                row.report,
                "" if agrees else row.report,
                row,
            )
        )
    return found


def paragraphs(one: Written, row: Authority, registers: Store) -> list[Comparison]:
    """
    A paragraph far beyond the highest that the Court itself has cited: a hint, for the length of a judgment is not
    recorded.
    """
    highest = registers.cases.highest_paragraph(row)
    if not highest:
        return []
    found = []
    for part in one.all("paragraphs"):
        cited = max((int(number) for number in re.findall(r"\d+", part.value)), default=0)
        if cited > 1.3 * highest and cited > highest + 50:
            found.append(Comparison("paragraphs", "beyond", part.span, part.value, str(highest), "", row))
    return found


@cache
def _ehrr() -> re.Pattern[str]:
    return re.compile(r"\((?P<year>(?:19|20)\d\d)\)\s\d{1,3}\sE")


def _same_report(written: str, registered: str) -> bool | None:
    """
    Whether both are one place in the Court's own reports; ``None`` where they cannot be compared: EHRR says nothing
    about ECHR 2005-I.

    "ECHR", "Reports" and their French names are one series, told apart by year and volume, Series A another, by number
    and letter; a volume or letter left out contradicts none.
    """
    if "EHRR" in written or written.startswith("["):
        return None
    ours, theirs = _in_series_a().search(written), _in_series_a().search(registered)
    if ours is None or theirs is None:
        ours, theirs = _of_a_year().search(written), _of_a_year().search(registered)
    if not ours or not theirs:
        return None
    volumes = {found["volume"].upper() for found in (ours, theirs) if found["volume"]}
    return ours["number"] == theirs["number"] and len(volumes) < 2


def _may_be_reported(written: str, row: Authority) -> bool:
    """Whether a row of which no report is recorded is a judgment of the year of that report: "ECHR 2014"."""
    ours = _of_a_year().search(written) if not row.report and row.decision == "JUD" else None
    return ours is not None and row.date.startswith(ours["number"])


@cache
def _in_series_a() -> re.Pattern[str]:
    return re.compile(r"\bA,?\s?(?:no\.?|n°|nº)?\s?(?P<number>\d{1,3})(?!\d)(?:-(?P<volume>[A-Z]{1,4}))?")


@cache
def _of_a_year() -> re.Pattern[str]:
    return re.compile(
        r"(?:Reports|Recueil|ECHR|CEDH)\D{0,40}?(?P<number>\d{4})(?:\s?-\s?(?P<volume>[IVXLC]+))?", re.IGNORECASE
    )


def _written_date(iso: str, one: Written) -> str:
    """The register's date in the language in which the draft writes its own."""
    if " c. " in one.text or " c/ " in one.text:
        return long_date(iso, MOIS)
    return long_date(iso) if " v. " in one.text or " v " in one.text else ""


def _like(row: Authority, written: str) -> str:
    """The register's title in the language of the name as written."""
    if " c. " in written or " c/ " in written:
        return next((title for title in row.titles if " c. " in title), row.title)
    return row.title
