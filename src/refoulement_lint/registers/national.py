"""National decisions held against the curated ones: number, parties and year must agree, as everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from attrs import evolve

from refoulement_lint.late import late
from refoulement_lint.model import Authority, Citation, Comparison, Part, Written
from refoulement_lint.registers.history import later_history
from refoulement_lint.registers.names import fold_name, parties
from refoulement_lint.registers.nearness import is_slip
from refoulement_lint.registers.store import Store
from refoulement_lint.registers.verdicts import judged, pinpoint, told


def case(one: Written, registers: Store, on: date) -> Citation:
    """
    The curated decision that has one of the numbers written, parallel reports included. *on* is the law date.

    No register holds all decisions of a State: what is not there is ``unchecked``, never ``not-in-register``.
    """
    citation = _case(one, registers, on)
    other = _other_year(citation)
    if other is None:
        return citation
    return evolve(citation, status="mismatch", compared=(*citation.compared, other))


# They number a determination when they report it, which may be a year after its day.
_NUMBERED_LATER = ("UKUT", "UKAIT", "UKIAT")


def _other_year(citation: Citation) -> Comparison | None:
    """The day beside a neutral citation whose year is another: one of the two is wrong, whoever holds the decision."""
    day, number = citation.written.part("date"), citation.written.part("number")
    if (
        day is None
        or number is None
        or any(one.part == "date" and one.verdict != "agrees" for one in citation.compared)
    ):
        return None
    found = _NEUTRAL_YEAR.match(number.value)
    year = int(day.value[:4]) if day.value[:4].isdigit() else 0
    if found is None or not year:
        return None
    own, court = int(found["year"] or found["year2"]), found["court"] or found["court2"]
    if year == own or (court in _NUMBERED_LATER and year == own - 1):
        return None
    return Comparison("date", "other-year", day.span, day.value, str(own), "", citation.authority)


def _case(one: Written, registers: Store, on: date) -> Citation:
    """See `case`."""
    country = (one.key or "").partition(":")[0]
    row, name, number = _row(one, country, registers), one.part("name"), one.part("number")
    if row is None and (
        impossible := _lodged_never(one, country, registers, on)
        or _did_not_sit(one, country, registers)
        or _not_then(one, country, registers)
    ):
        return judged(one, None, (), [impossible], one.key)
    if row is None:
        return (
            _of_another(one, country, registers)
            or _slip(one, country, registers)
            or _to_come(one, registers, on)
            or _beyond(one, country, registers)
            or _not_listed(one, country, registers)
            or _unchecked(one, None)
        )
    if name is not None and (
        not _is_named(name.value, row, registers) or _another_is_named(name.value, row, country, registers)
    ):
        place = number or name
        proposal = _number_of(name.value, country, registers, number.value) if number is not None else ""
        verdict = Comparison("number", "another-case", place.span, place.value, told(row), proposal, row)
        return judged(one, row, (row,), [verdict], one.key)
    verdicts = [*_days(one, row), *later_history(one, row, on)]
    unread = one.part("unread-number")
    if unread is not None and row.numbers:
        # A leading case by its name, and behind it what is no citation of any court: "[6023] HCA 37".
        same = [known for known in map(_without_year, row.numbers) if _series(known) == _series(unread.value)]
        proposal = same[0] if same else ""
        verdicts.append(Comparison("number", "unknown", unread.span, unread.value, row.numbers[0], proposal, row))
    if name is None and not verdicts:
        return _unchecked(one, row)
    verdicts += _reports(one, row)
    if name is not None:
        verdicts.append(Comparison("name", "agrees", name.span, name.value, row.title, "", row))
    return judged(one, row, (row,), verdicts, row.target)


def _reports(one: Written, row: Authority) -> Iterator[Comparison]:
    """Every number beside the first, where the register has one of that series: "[2010] UKSC 31, [2011] 1 AC 569"."""
    known = [*map(_without_year, row.numbers)]
    for number in (*one.all("number"), *one.all("unread-report")):
        same = [other for other in known if _series(other) == _series(number.value)]
        if number.value in known:
            yield Comparison("number", "agrees", number.span, number.value, number.value, "", row)
        elif same:
            proposal = same[0] if len(same) == 1 else ""
            yield Comparison("number", "unknown", number.span, number.value, same[0], proposal, row)


# Public officers and offices in whose name the State is sued, and what leads in a private party.
_OFFICIAL = frozenset(
    "r v and re in of the for on ex p parte application matter oao others another ors anor g canada australia zealand "
    "united states kingdom hong kong commonwealth crown king queen regina minister ministers ministry citizenship "
    "immigration multicultural indigenous ethnic local government affairs border protection customs public safety "
    "emergency preparedness employment development justice secretary state home foreign department office attorney "
    "general director registrar commissioner board appeal appeals tribunal refugee ins naturalization service "
    "removal removals security homeland entry clearance officer solicitor plaintiff applicant "
    "appellant respondent sshd mci mpsep mima mimia mibp cg ukba uk us usa un ecthr iac".split()
)


_JOINING = frozenset("r v and re in of the for on others another ors anor matter application".split())


def _is_named(written: str, row: Authority, registers: Store) -> bool:
    """Whether the name as written and one of the row's have a party in common that is no public office."""
    titles = (row.title, *row.titles)
    if not _private(written, registers):
        # "Secretary of State v R": offices on both sides, which must at least be the offices of that case.
        offices = _parties_of(written) - _JOINING
        return not offices or any(offices & _parties_of(title) for title in titles)
    countries = frozenset().union(*(_countries(title, registers) for title in titles))
    if not _initials(written) and (here := _countries(written, registers)) and _is_only_a_country(written, registers):
        return bool(here & countries)  # "Somalia CG" names nobody who could be another
    return any(_same_people(written, title, countries, registers) for title in titles)


def _same_people(written: str, title: str, countries: frozenset[str], registers: Store) -> bool:
    """
    Whether two names may be of the same people. Of anonymous ones the letters decide, and the country beside them where
    both name one, the row in any of its titles: "AM (Zimbabwe)" is neither RT (Zimbabwe) nor AM and BM of Albania. What
    a case is about says nothing.
    """
    letters, others = _initials(written), _initials(title)
    if not (letters and others):
        return bool(_private(written, registers) & _private(title, registers))
    here = _countries(written, registers)
    return bool(letters & others) and (not (here and countries) or bool(here & countries))


def _is_only_a_country(name: str, registers: Store) -> bool:
    """Whether nothing but a country is left of a name: "Somalia CG"."""
    named = {word for code in _countries(name, registers) for word in fold_name(registers.states.name(code)).split()}
    return not _parties_of(name) - _OFFICIAL - named


def _initials(name: str) -> set[str]:
    """The letters that stand for people: "SMO, KSP & IM (Article 15(c)) Iraq CG", "R (JS) v Secretary of State"."""
    return {letters for letters in _LETTERS.findall(_bare(name)) if letters.lower() not in _OFFICIAL}


@lru_cache(maxsize=2048)
def _countries(name: str, registers: Store) -> frozenset[str]:
    """The countries that a name has in it, by their codes."""
    words = f" {' '.join(_WORDS.findall(name.lower()))} "
    return frozenset(code for said, code in registers.states.countries.items() if f" {said} " in words)


def _bare(name: str) -> str:
    """A name without what stands in brackets: countries, subjects, dates."""
    name = _CROWN.sub("", name)
    while (bare := _IN_BRACKETS.sub(" ", name)) != name:
        name = bare
    return name


def _another_is_named(written: str, row: Authority, country: str, registers: Store) -> bool:
    """
    Whether the name in full is another decision's, and not a way of naming this one: "Adan v Secretary of State" is an
    appeal, "R v Secretary of State, ex parte Adan" another man's case.
    """
    folded, crown = fold_name(written), _by_the_crown(written)
    titles = (row.title, *row.titles)
    if not parties(written)[1] or any(folded == fold_name(title) or crown == _by_the_crown(title) for title in titles):
        return False
    return any(
        folded == fold_name(title)
        for other in registers.curated.national(country)
        if other.target != row.target
        for title in (other.title, *other.titles)
    )


def _by_the_crown(name: str) -> bool:
    """Whether a case is brought in the name of the Crown: "R (X) v Y", "R v Y, ex parte X"."""
    return not {"r", "parte"}.isdisjoint(_parties_of(name))


@lru_cache(maxsize=2048)
def _private(name: str, registers: Store) -> frozenset[str]:
    """The words of the parties that are no office, no country and no subject, where others are left."""
    words = _parties_of(name) - _OFFICIAL
    own = _parties_of(_bare(name)) - _OFFICIAL
    countries = {
        word for code in _countries(name, registers) for word in fold_name(registers.states.name(code)).split()
    }
    return own - countries or own or words


@lru_cache(maxsize=2048)
def _parties_of(name: str) -> frozenset[str]:
    return frozenset(word for side in parties(name) for word in side.split())


def _lodged_never(one: Written, country: str, registers: Store, on: date) -> Comparison | None:
    """A file number that ends in a year which has not come yet, where a hundred years earlier cannot be meant."""
    since, number = registers.courts.get(country, {}).get("lodged_since"), one.part("number")
    found = _LODGED.search(number.value) if since and number is not None else None
    if found is None or number is None:
        return None
    year = int(found[1])
    lodged = year if year > 99 else 2000 + year if 2000 + year <= on.year else 1900 + year
    if since <= lodged <= on.year:
        return None
    told = str(lodged if year > 99 else 2000 + year)
    return Comparison("number", "impossible", number.span, number.value, told)


def _did_not_sit(one: Written, country: str, registers: Store) -> Comparison | None:
    """A neutral citation of a year in which that court gave none: before it was set up or after it was abolished."""
    number = one.part("number")
    found = _NEUTRAL.fullmatch(number.value) if number is not None else None
    years = registers.courts.get(country, {}).get("sat", {}).get(found["court"]) if found else None
    if found is None or number is None or years is None or years["first"] <= int(found["year"]) <= years["last"]:
        return None
    return Comparison("number", "court-did-not-sit", number.span, number.value, years["says"])


def _not_then(one: Written, country: str, registers: Store) -> Comparison | None:
    """A volume of a reporter that cannot hold what was decided in the year behind it: "31 F.4th 522 (2016)"."""
    number, day = one.part("number"), one.part("year")
    found = _IN_A_VOLUME.fullmatch(number.value) if number is not None and day is not None else None
    known = registers.courts.get(country, {}).get("reported", {}).get(found["reporter"]) if found else None
    if found is None or number is None or day is None or known is None:
        return None
    year, volume = int(day.value[:4]), int(found["volume"])
    if not known["first"] <= year <= known["last"]:
        return Comparison("number", "court-did-not-sit", number.span, number.value, known["says"])
    for other, its in known.get("volumes", ()):
        # What is decided late in a year is printed in a volume of the next.
        if (volume > other and year < its - 1) or (volume < other and year > its + 1):
            says = f"{other} {found['reporter']} is of {its}, and the volumes follow the order of time"
            return Comparison("number", "court-did-not-sit", number.span, number.value, says)
    return None


def _to_come(one: Written, registers: Store, on: date) -> Citation | None:
    """A neutral citation or a report of a year that had come neither on the law date nor when the registers closed."""
    number = one.part("number")
    found = _IN_THE_YEAR.match(number.value) if number is not None else None
    if found is None or number is None or int(found[1]) <= max(on.year, int(registers.edition[:4])):
        return None
    told_year = f"the year {found[1]} has not come"
    verdict = Comparison("number", "court-did-not-sit", number.span, number.value, told_year)
    return judged(one, None, (), [verdict], one.key)


def _beyond(one: Written, country: str, registers: Store) -> Citation | None:
    """A neutral citation whose number no year of that court is known to have reached: a hint."""
    number = one.part("number")
    found = _NEUTRAL.fullmatch(number.value) if number is not None else None
    if found is None or number is None:
        return None
    for known in registers.courts.get(country, {}).get("serials", {}).get(found["court"], ()):
        if known["since"] <= int(found["year"]) <= known["until"] and int(found["serial"]) > known["most"]:
            verdict = Comparison("number", "out-of-range", number.span, number.value, known["says"])
            return evolve(_unchecked(one, None), compared=(verdict,))
    return None


_GUIDANCE = late(r"\bCG$")
_IN_THE_YEAR = late(r"\[(\d{4})\] ")
# In Canada the year stands without brackets.
_NEUTRAL = late(r"\[?(?P<year>\d{4})\]? (?P<court>[A-Z][A-Za-z ]+) (?P<serial>\d+)")
# The courts that number their own decisions, and no series of reports: "[2021] AC 633" may be of 2020.
_NEUTRAL_YEAR = late(
    r"\[(?P<year>\d{4})\] (?P<court>UKSC|UKHL|UKPC|EWCA|EWHC|UKUT|UKAIT|UKIAT|CSIH|CSOH|NICA|NIQB|IESC|IECA|IEHC"
    r"|NZSC|NZCA|NZHC|HCA|FCAFC|FCA|ZACC|ZASCA|HKCFA|HKCA)\b|(?P<year2>\d{4}) (?P<court2>SCC|FCA|CAF|CSC) \d"
)
_IN_A_VOLUME = late(r"(?P<volume>\d{1,4}) (?P<reporter>U\.S\.|F\.\dd|F\.4th) \d+")
_CROWN = late(r"^R \((?:on the application of )?")
_IN_BRACKETS = late(r"\([^()]*\)")
_WORDS = late(r"[^\W\d_]+")
_LETTERS = late(r"\b[A-Z]{1,5}\b")
_LODGED = late(r"\d/(\d{2}|\d{4})$")


def _unchecked(one: Written, row: Authority | None) -> Citation:
    target = row.target if row else one.key
    return Citation(
        written=one,
        target=target,
        status="unchecked",
        pinpoint=pinpoint(one),
        authority=row,
        candidates=(row,) if row else (),
    )


def _row(one: Written, country: str, registers: Store) -> Authority | None:
    written = {one.key, *(f"{country}:{part.value}" for part in one.all("number"))}
    for row in registers.curated.national(country):
        if written & {row.target, *(f"{country}:{_without_year(number)}" for number in row.numbers)}:
            return row
    return None


def _slip(one: Written, country: str, registers: Store) -> Citation | None:
    """The parties of one curated decision, in the reports or the court that it stands in, under another number."""
    name, number = one.part("name"), one.part("number")
    if name is None or number is None:
        return None
    folded = fold_name(name.value)
    if any(number.value == row.numbers[0] for row in _listed(country, registers)):
        return None
    same = [
        (row, known)
        for row in (*registers.curated.national(country), *_listed(country, registers))
        for known in map(_without_year, row.numbers)
        if _series(known) == _series(number.value)
        if (row.row and folded in map(fold_name, _cases_named(row)))
        # "R v Secretary of State" names nobody, and is half the decisions of any year.
        or (_private(name.value, registers) and is_slip(number.value, known) and _is_named(name.value, row, registers))
        or (_is_all_of(name.value, row, registers) and number.value[:6] == known[:6])
    ]
    if len(same) != 1:
        return None
    row, known = same[0]
    verdict = Comparison("number", "unknown", number.span, number.value, known, known, row)
    return judged(one, row, (row,), [verdict], row.target)


def _of_another(one: Written, country: str, registers: Store) -> Citation | None:
    """A name beside the number of a leading case that is somebody else's: "R (Ullah) … [2001] UKHL 26" is Daly's."""
    name, number = one.part("name"), one.part("number")
    if name is None or number is None or not _private(name.value, registers):
        return None
    row = next((row for row in _listed(country, registers) if number.value == row.numbers[0]), None)
    if row is None or _is_named(name.value, row, registers) or not _numbers_of(name.value, country, registers):
        return None
    proposal = _number_of(name.value, country, registers, number.value)
    verdict = Comparison("number", "another-case", number.span, number.value, told(row), proposal, row)
    return judged(one, row, (row,), [verdict], one.key)


@cache
def _listed(country: str, registers: Store) -> tuple[Authority, ...]:
    """The leading cases and the country guidance of a State's file of courts that are no curated decision."""
    file = registers.courts.get(country, {})
    held = {_without_year(number) for row in registers.curated.national(country) for number in row.numbers}
    return tuple(
        Authority(
            target=f"{country}:{row['key']}",
            title=row["name"],
            register=country,
            numbers=(row["key"],),
            citation=f"{row['name']} {row['key']}",
            source=f"rules/law/courts/{country}.toml (own knowledge)",
        )
        for row in (*file.get("leading", ()), *file.get("guidance", ()))
        if row["key"] not in held
    )


def _is_all_of(written: str, row: Authority, registers: Store) -> bool:
    """Whether the private parties are the row's, neither more nor fewer."""
    mine = _private(written, registers)
    return (
        bool(mine)
        and any(mine == _private(title, registers) for title in _cases_named(row))
        and _is_named(written, row, registers)
    )


def _number_of(name: str, country: str, registers: Store, written: str = "") -> str:
    """
    The number of the one decision that has that name in full; of several, the one of the court that *written* names.
    Empty when there is none, or more than one.
    """
    found = _numbers_of(name, country, registers)
    if len(found) > 1:
        found = {number for number in found if _series(number) == _series(written)}
    return found.pop() if len(found) == 1 else ""


def _numbers_of(name: str, country: str, registers: Store) -> set[str]:
    """The first numbers of the decisions that have that name in full, at whatever instance."""
    rows = (*registers.curated.national(country), *_listed(country, registers))
    return {_without_year(row.numbers[0]) for row in rows if row.numbers and _is_all_of(name, row, registers)}


def _not_listed(one: Written, country: str, registers: Store) -> Citation | None:
    """What is cited as country guidance and is none that is held, of a list that its tribunal keeps complete."""
    name, number = one.part("name"), one.part("number")
    if name is None or number is None or not _GUIDANCE.search(name.value):
        return None
    if not registers.courts.get(country, {}).get("guidance"):
        return None
    if any(number.value == row.numbers[0] for row in _listed(country, registers)):
        return None  # under another heading than ours
    verdict = Comparison("number", "not-listed", number.span, number.value, name.value)
    return evolve(_unchecked(one, None), compared=(verdict,))


def _cases_named(row: Authority) -> Iterator[str]:
    """Each title, and each case of those decided together: "R (Ullah) v Special Adjudicator; Do v …"."""
    for title in (row.title, *row.titles):
        yield title
        yield from title.split("; ") if "; " in title else ()


def _days(one: Written, row: Authority) -> Iterator[Comparison]:
    """The day, or the year in brackets behind a report, beside the register's."""
    for part in (one.part("date"), one.part("year")):
        registered = row.date[: len(part.value)] if part is not None and row.date else ""
        if part is not None and len(registered) == len(part.value):
            yield _compared(part, registered, row)


def _compared(part: Part, registered: str, row: Authority) -> Comparison:
    agrees = part.value == registered
    return Comparison(
        part.name,
        "agrees" if agrees else "differs",
        part.span,
        part.value,
        registered,
        "" if agrees else registered,
        row,
    )


def _without_year(number: str) -> str:
    """ "480 U.S. 421 (1987)" without the year: the number as the key has it."""
    return re.sub(r"\s\(\d{4}\)$", "", number)


def _series(number: str) -> str:
    return re.sub(r"[\d\s\[\]()]+", " ", number).strip()
