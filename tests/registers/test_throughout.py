"""
Whatever row of whatever register is cited: with one part that contradicts it, the citation is never called verified.

The parts are given to the comparison as a grammar would read them, so that nothing is proved by a part that was not
found.
"""

import re
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from refoulement_lint import find_citations
from refoulement_lint.model import Part, Span, Written
from refoulement_lint.registers.compare import resolve
from refoulement_lint.registers.luxembourg import COMMON
from refoulement_lint.registers.names import fold_name, words_of
from refoulement_lint.registers.opening import open_registers

ON = date(2026, 11, 22)
STORE = open_registers()
TABLES = {
    "cjeu": "SELECT target FROM court_numbers WHERE target LIKE 'cjeu:_-%'",
    "un": "SELECT n.target FROM court c JOIN court_numbers n ON n.id = c.id"
    " WHERE c.register = 'un' AND c.title != '' AND instr(n.target, '/C/') = 0",
}
SOME = settings(max_examples=60)


def targets(court):
    """Every target of a court; its row is asked for when it is drawn."""
    if court == "national":
        return [row.target for row in STORE.curated.national() if row.numbers]
    if court == "ecthr":
        appnos = STORE.connection.execute("SELECT appnos FROM cases WHERE kind IN ('JUD', 'DEC', 'REP')")
        return [f"ecthr:{numbers.partition(';')[0]}" for (numbers,) in appnos if numbers]
    return [target for (target,) in STORE.connection.execute(TABLES[court])]


TARGETS = {court: targets(court) for court in ("ecthr", "cjeu", "un", "national")}


def held(row):
    """What a citation of *row* may write, with the values that the register has."""
    number = row.numbers[0].partition(" (")[0] if row.target[:3] == "us:" else row.numbers[0]
    parts = {"name": row.title, "number": number, "date": row.date, "ecli": row.ecli, "symbol": row.symbol}
    return {name: value for name, value in parts.items() if value and (name != "date" or len(value) == 10)}


def written(court, row, parts):
    """A citation with these parts, as the grammar of that court hands it on."""
    order = ["name", "number"] if court in ("ecthr", "national") else ["number", "name"]
    names = [name for name in (*order, "date", "ecli", "symbol") if name in parts]
    end, read = 0, []
    for name in names:
        read.append(Part(name, Span(end, end + len(parts[name])), parts[name]))
        end += len(parts[name]) + 2
    number = parts.get("number", row.numbers[0])
    body = row.target.partition(":")[0]
    family = {"national": "national-case"}.get(court, court)
    key = None if court == "ecthr" else f"{body}:{number}"
    name = next(part for part in read if part.name == "name")
    return Written(
        span=name.span, whole=Span(0, end), text=name.value, kind="case", family=family, key=key, parts=tuple(read)
    )


def own_words(name):
    return words_of(name) - COMMON - {"v"}


@st.composite
def contradicted(draw, court):
    """A row, and its citation with one part that is another's or nobody's."""
    row = STORE.authority(draw(st.sampled_from(TARGETS[court])))
    assume(row is not None and row.numbers and " v" in row.title)
    parts = held(row)
    kept = draw(st.sets(st.sampled_from(sorted(parts)))) | {"name", "number"}
    wrong = draw(st.sampled_from(sorted(kept)))
    other = STORE.authority(draw(st.sampled_from(TARGETS[court])))
    assume(other is not None and other.target != row.target and other.numbers)
    # Two instances of one litigation, as the register has it: the name of the one is rightly cited with the other.
    assume(other.target not in {later.by for later in row.later} and row.target not in {one.by for one in other.later})
    titles, theirs = (row.title, *row.titles), (other.title, *other.titles)
    value = parts[wrong]
    if wrong == "name":
        value = other.title
        ours, others = set().union(*map(own_words, titles)), own_words(value)
        assume(ours and others and ours.isdisjoint(others))
    elif wrong == "date":
        day = date.fromisoformat(row.date) + timedelta(draw(st.integers(-4000, 4000).filter(bool)))
        value = day.isoformat()
        rows = STORE.cases.by_number(row.numbers[0]) if court == "ecthr" else STORE.cases.decisions(row.target)
        right = {one.date for one in (*rows, *STORE.cases.by_name(row.title))} | set(row.other_dates)
        assume(value not in right | STORE.cases.date_conflicts(row) and value <= ON.isoformat())
        # A decision may be cited by the day of its delivery; that is doubtful, and not verified either.
    else:
        value = held(other).get(wrong, "")
        assume(value and value != parts[wrong] and value not in row.numbers)
        same = {fold_name(title) for title in titles} & {fold_name(title) for title in theirs}
        # "Commission v Germany" is the name of a hundred cases, in two ways of writing it.
        ours, others = set().union(*map(own_words, titles)), set().union(*map(own_words, theirs))
        assume(not same and (court != "cjeu" or (ours and others and ours.isdisjoint(others))))
    return row, wrong, written(court, row, {**{name: parts[name] for name in kept}, wrong: value})


@pytest.mark.parametrize("court", list(TARGETS))
@given(data=st.data())
@SOME
def test_a_part_that_contradicts_the_row_is_never_verified(court, data):
    """
    Whichever part is another row's or nobody's, and however few others stand beside it.
    """
    row, wrong, one = data.draw(contradicted(court))

    citation = next(iter(resolve([one], STORE, ON)))

    assert citation.status != "verified", f"{wrong} of {row.target}: {one.parts}"


@pytest.mark.parametrize("court", list(TARGETS))
@given(data=st.data())
@SOME
def test_what_is_verified_agrees_in_every_part(court, data):
    """The row itself is verified or has a reason not to be; then each part that the register holds was compared."""
    row = STORE.authority(data.draw(st.sampled_from(TARGETS[court])))
    assume(row is not None and row.numbers and " v" in row.title)
    parts = held(row)
    kept = data.draw(st.sets(st.sampled_from(sorted(parts)))) | {"name", "number"}

    citation = next(iter(resolve([written(court, row, {name: parts[name] for name in kept})], STORE, ON)))

    assert not any(one.verdict == "not-compared" for one in citation.compared)
    if citation.status == "verified":
        compared = {one.part for one in citation.compared if one.verdict in ("agrees", "tolerated")}
        assert kept - {"number"} <= compared


GUIDANCE = [
    row
    for target in TARGETS["national"]
    if (row := STORE.authority(target)) is not None and row.title.endswith(" CG") and row.numbers
]


def _people(title):
    """The letters at the head of a country guidance case, and its country: what tells one from another."""
    head, _, country = title.removesuffix(" CG").partition(" (")
    return frozenset(re.findall(r"[A-Z]{2,}", head)), country.rpartition(")")[2].strip()


@pytest.mark.parametrize("named", GUIDANCE, ids=[row.title for row in GUIDANCE])
def test_country_guidance_under_the_number_of_another(named):
    """Other letters or another country: never verified, whatever words their headings share."""
    letters, country = _people(named.title)
    for numbered in GUIDANCE:
        others, there = _people(numbered.title)
        if letters and others and (letters.isdisjoint(others) or country != there):
            one = written("national", numbered, {"name": named.title, "number": numbered.numbers[0]})

            assert next(iter(resolve([one], STORE, ON))).status != "verified", numbered.title


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("EM (Eritrea) v Secretary of State for the Home Department", "[2011] UKUT 98 (IAC)"),
        ("AM and BM (Trafficked women) Albania CG", "[2020] UKSC 17"),
        ("AM and BM (Trafficked women) Albania CG", "[2022] UKUT 131 (IAC)"),
        ("MO (illegal exit - risk on return) Eritrea CG", "[2015] UKUT 544 (IAC)"),
        ("RT (Zimbabwe) v Secretary of State for the Home Department", "[2020] UKSC 17"),
        ("SB (risk on return - illegal exit) Iran CG", "[2002] UKIAT 4870"),
    ],
)
def test_anonymous_party_of_another_case(name, number):
    """A country, a subject or one of the letters in common makes no case the other."""
    row = STORE.authority(f"uk:{number}")

    assert row is not None
    one = written("national", row, {"name": name, "number": number})
    assert next(iter(resolve([one], STORE, ON))).status != "verified"


@pytest.mark.parametrize(
    ("name", "number", "proposal"),
    [
        ("R (Ullah) v Special Adjudicator", "[2001] UKHL 26", "[2004] UKHL 26"),
        ("R (Razgar) v Secretary of State for the Home Department", "[2001] UKHL 26", "[2004] UKHL 27"),
        ("R (Daly) v Secretary of State for the Home Department", "[2001] UKHL 26", ""),
        ("R (Somebody) v Secretary of State for the Home Department", "[2001] UKHL 26", ""),
    ],
)
def test_number_of_another_leading_case(name, number, proposal):
    """Both are known by name, and the number is the other's; who is not known may have been a party to it."""
    written = next(iter(find_citations(f"See {name} {number}.")))

    assert [one.proposal for one in written.compared if one.verdict == "another-case"] == (
        [proposal] if proposal else []
    )


@pytest.mark.parametrize("series", ["Series A no. ", "série A no ", "série A n° "])
@pytest.mark.parametrize(("volume", "status"), [("230-I", "verified"), ("230-III", "mismatch"), ("231-I", "mismatch")])
def test_letter_of_series_a(series, volume, status):
    """All of the letters behind the number are the volume's."""
    one = next(iter(find_citations(f"See Barbagallo v. Italy, 27 February 1992, § 4, {series}{volume}.")))

    assert one.status == status
