"""
Luxembourg citations held against the register.

A name is compared by its significant words only: the Court renames, anonymises and shortens, and the register's own
names are partly read by rule from texts. Words that share nothing with the case of that number are another case's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache

from attrs import evolve

from refoulement_lint.model import Authority, Citation, Comparison, Part, Written
from refoulement_lint.registers.courts import near_targets
from refoulement_lint.registers.names import is_declined, parties, words_of
from refoulement_lint.registers.nearness import is_slip
from refoulement_lint.registers.store import Store
from refoulement_lint.registers.verdicts import compared_ecli, judged, long_date, numbered, pinpoint, told, uncovered

# Words that say nothing about which case it is: parties that every second case has, forms of companies.
COMMON = frozenset(
    "v and others commission european communities community eaec ecsc council parliament minister ministre ministry "
    "secretary state staatssecretaris republic the of for van voor en justitie veiligheid united kingdom "
    "communautes europeennes kommission europaische nv sa sarl srl spa bv ag gmbh co kg ltd inc plc company "
    "limited und et autres ua ea high authority coal steel atomic energy grand duchy french italian hellenic federal "
    "der die das la le les de du des del della".split()
)

# So short is what stands for an applicant whose name is kept back: "X", "AB".
LETTERS = 2
# "Medicinal cannabis" may be a name.
FEWEST_OF_A_DESCRIPTION = 3
INSTITUTIONS = frozenset("commission council parliament authority".split())


# What says that a name is a firm's, be it called after a State.
_FIRMS = frozenset("nv sa sarl srl spa bv ag gmbh kg ltd inc plc company limited oy oyj ood eood zrt kft uab".split())
# How the name of a State is dressed: "Grand Duchy of Luxembourg", "Kingdom of Spain".
_OFFICES = frozenset(
    "grand duchy kingdom republic state of the federal republique royaume etat federale republica reino repubblica "
    "regno republik konigreich republika respublika rzeczpospolita de du des d di del della la le".split()
)


def case(one: Written, registers: Store, on: date) -> Citation:
    """
    The citation held against the judgment of that number; ``unchecked`` outside what the register holds completely.
    """
    number = one.parts[0]
    target = f"cjeu:{number.value}"
    row = registers.authority(target)
    name, day, ecli = one.part("name"), one.part("date"), one.part("ecli")
    impossible = _impossible(number, day, ecli)
    if row is not None and ecli is not None and not row.ecli:
        # Of an appeal or an order beside it the identifier is not held; the judgment's is what may be compared.
        row = next((other for other in registers.cases.decisions(target) if other.ecli), row)
    if row is None:
        if impossible:
            return judged(one, None, (), impossible, target)
        owner = _owner(ecli, registers)
        joinable = owner is not None and _may_be_joined(owner, number.value)
        meant = None if joinable else _meant(one, registers)
        if meant is not None:
            verdict = Comparison(
                "number", "unknown", number.span, number.value, meant.numbers[0], meant.numbers[0], meant
            )
            return judged(one, meant, (meant,), [verdict], meant.target)
        if ecli is not None and owner is not None and not joinable:
            return judged(one, None, (owner,), [_identifies(owner, ecli)], target)
        when = day.value if day else _year_of(ecli)
        covered = registers.covers("cjeu", when)
        sentence = registers.coverage_sentence("cjeu")
        if not covered or joinable:
            citation = uncovered(one, target, sentence)
            if name is None or joinable or not _is_of_no_case(name.value, registers):
                return citation
            return evolve(citation, compared=(Comparison("case", "not-found", one.span, one.text, sentence),))
        verdict = Comparison("case", "unknown", one.span, one.text, "")
        return Citation(
            written=one,
            target=target,
            status="not-in-register",
            pinpoint=pinpoint(one),
            compared=(verdict,),
            coverage=sentence,
        )
    if one.part("opinion") is not None and not _is_of_the_judgment(day, ecli, row):
        return _opinion(one, row, registers)
    if ecli is not None and row.ecli == f"ECLI:{ecli.value.removeprefix('ECLI:')}":
        impossible = []  # the case's own: if the day is of another year, the day is the slip
    verdicts = [*impossible, *_joined(one, row, registers)]
    leads_here = _leads_here(day, ecli, row)
    if name is not None and not _has_a_name(row) and not leads_here:
        meant = _meant(one, registers)
        if meant is not None and _has_a_name(meant):
            verdict = Comparison(
                "number", "unknown", number.span, number.value, meant.numbers[0], meant.numbers[0], meant
            )
            return judged(one, meant, (meant,), [verdict], meant.target)
    if name is not None and _has_a_name(row):
        shorter = not is_named(name.value, row, registers) and _is_shorter(name.value, row)
        if shorter and not leads_here:
            verdicts.append(Comparison("name", "doubtful", name.span, name.value, row.title, "", row))
        elif not leads_here and not is_named(name.value, row, registers) and _is_declined(name.value, row, registers):
            verdicts.append(Comparison("name", "not-held", name.span, name.value, ""))
        elif shorter or is_named(name.value, row, registers) or _is_declined(name.value, row, registers):
            verdicts.append(Comparison("name", "agrees", name.span, name.value, row.title, "", row))
        elif _is_description(name.value, registers):
            verdicts.append(Comparison("name", "not-held", name.span, name.value, ""))
        else:
            # Where the day or the identifier is the case's own as well, the name is the slip, not the number.
            meant = None if leads_here else _meant(one, registers)
            if meant is not None or (row.sure_title and not _in_common(name.value, row)):
                proposal = meant.numbers[0] if meant else ""
                verdict = Comparison("number", "another-case", number.span, number.value, told(row), proposal, row)
                return judged(one, meant or row, (row,), [*verdicts, verdict], meant.target if meant else target)
            verdicts.append(Comparison("name", "doubtful", name.span, name.value, row.title, "", row))
    if ecli is not None and not row.ecli:
        verdicts += _of_another(ecli, number, one, row, registers)
    if name is not None and not _has_a_name(row):
        # Number and day may agree as much as they will: whose case it is the register cannot tell.
        verdicts.append(Comparison("name", "not-held", name.span, name.value, ""))
    verdicts += _day(day, row)
    verdicts += _formation(one.part("formation"), row)
    if ecli is not None and row.ecli and not any(verdict.part == "ecli" for verdict in verdicts):
        verdicts.append(compared_ecli(ecli, row))
    citation = judged(one, row, (row,), verdicts, target)
    if citation.status == "verified" and not any(verdict.verdict == "agrees" for verdict in verdicts):
        # Only the number is written, or only it could be compared: known, but nothing beside it agreed.
        return evolve(citation, status="unchecked", compared=())
    return citation


def _is_of_the_judgment(day: Part | None, ecli: Part | None, row: Authority) -> bool:
    """Whether all that is written beside the number is the judgment's own, though an Advocate General is named."""
    held = row.ecli.removeprefix("ECLI:")
    return (day is None or day.value == row.date) and (ecli is None or ecli.value.removeprefix("ECLI:") == held)


def _opinion(one: Written, row: Authority, registers: Store) -> Citation:
    """An Opinion in the case: its day and its identifier are not held, only whose case it is."""
    number, name = one.parts[0], one.part("name")
    verdicts = [*_joined(one, row, registers)]
    if name is not None and _has_a_name(row) and not is_named(name.value, row, registers):
        if row.sure_title and not _in_common(name.value, row) and not _is_declined(name.value, row, registers):
            verdicts.append(Comparison("number", "another-case", number.span, number.value, told(row), "", row))
        else:
            verdicts.append(Comparison("name", "not-held", name.span, name.value, ""))
    citation = judged(one, row, (row,), verdicts, f"cjeu:{number.value}")
    return evolve(citation, status="unchecked", compared=()) if citation.status == "verified" else citation


def _is_declined(written: str, row: Authority, registers: Store) -> bool:
    """Whether an applicant is one of the row's with the ending of a case: told by words that few cases have."""
    private = [word for word in parties(written)[0].split() if word not in COMMON]
    theirs = {word for title in (row.title, *row.titles) for word in _words_of(title) - registers.often}
    return bool(private) and all(any(is_declined(word, other) for other in theirs) for word in private)


def _is_description(written: str, registers: Store) -> bool:
    """
    Whether it says what a case is about and names no party: "Refugee who has committed a serious crime", as the Court
    adds it in brackets to the name of an authority. A small word of it stands in no title.
    """
    if parties(written)[1] or len(written.split()) < FEWEST_OF_A_DESCRIPTION:
        return False
    small = [word for word in re.findall(r"[^\W\d_]{5,}", written) if word[0].islower()]
    return any(not _in_a_title(word, registers) for word in small)


def _in_a_title(word: str, registers: Store) -> bool:
    """Whether any case of the Court that is held has the word in its name."""
    query = "SELECT 1 FROM court WHERE register = 'cjeu' AND (title LIKE ?1 OR aliases LIKE ?1) LIMIT 1"
    return registers.connection.execute(query, (f"%{word}%",)).fetchone() is not None


def _is_shorter(written: str, row: Authority) -> bool:
    """
    Whether both applicants have no name but initials, and one has some of the other's: the Court itself cites J.N.,
    C-601/15 PPU, as "N.".
    """
    ours = _initials(written)
    return bool(ours) and any(
        (theirs := _initials(title)) and (ours <= theirs or theirs <= ours) for title in (row.title, *row.titles)
    )


def _initials(name: str) -> frozenset[str]:
    """The letters of an applicant who is nothing but initials."""
    words = re.findall(r"[^\W\d_]+", re.split(r"\sv\.?\s|\sc\.\s", name, maxsplit=1)[0])
    return frozenset("".join(words).lower()) if words and all(len(word) == 1 for word in words) else frozenset()


def _leads_here(day: Part | None, ecli: Part | None, row: Authority) -> bool:
    """Whether the identifier or the day beside the number is the case's own as well."""
    if ecli is not None and row.ecli:
        return row.ecli == f"ECLI:{ecli.value.removeprefix('ECLI:')}"
    return day is not None and day.value == row.date


def _of_another(ecli: Part, number: Part, one: Written, row: Authority, registers: Store) -> Iterator[Comparison]:
    """An identifier that the register has for another case, beside the number of one for which it has none."""
    owner = _owner(ecli, registers)
    if owner is None or owner.target == row.target or not owner.numbers:
        return
    name, day, right = one.part("name"), one.part("date"), owner.numbers[0]
    if (name is not None and is_named(name.value, owner, registers)) or (day is not None and day.value == owner.date):
        proposal = right if len(owner.numbers) == 1 else ""
        yield Comparison("number", "unknown", number.span, number.value, right, proposal, owner)
    else:
        says = f"this identifier for {right} and none"
        yield Comparison("ecli", "differs", ecli.span, ecli.value, says, "", row)


def _owner(ecli: Part | None, registers: Store) -> Authority | None:
    """The case that the register has under an identifier."""
    return next(iter(registers.by_ecli(ecli.value)), None) if ecli is not None else None


def _identifies(owner: Authority, ecli: Part) -> Comparison:
    """What is said of an identifier beside the number of a case that the register does not have."""
    says = f"this identifier for {owner.numbers[0] if owner.numbers else owner.title} and none"
    return Comparison("ecli", "differs", ecli.span, ecli.value, says, "", owner)


def _year_of(ecli: Part | None) -> str:
    """The year of the decision that the identifier carries."""
    found = re.search(r"EU:[CTF]:(\d{4}):", ecli.value) if ecli is not None else None
    return found[1] if found else ""


def _may_be_joined(row: Authority, number: str) -> bool:
    """
    Whether *number* may have been joined to a case of which the source has the first number alone: it is never the
    lower one, and was lodged in that year or the next.
    """
    if "lead number only" not in row.source:
        return False
    (serial, year), (lead, lodged) = map(_place_of, (number, row.numbers[0]))
    return (year, serial) > (lodged, lead) and year - lodged <= 1


def _place_of(number: str) -> tuple[int, int]:
    """ "C-39/21 PPU" → (39, 21)"""
    serial, _, year = _bare(number).partition("-")[2].partition("/")
    return int(serial), int(year)


def _joined(one: Written, row: Authority, registers: Store) -> Iterator[Comparison]:
    """
    The other numbers of joined cases: "C-924/19 and C-952/19" has the name of one pair and a number of none.

    Only where the register has several for the case and the number is a slip of one of them, or nobody's. What has the
    row of another case may be that other case, cited by its number alone.
    """
    written = {_bare(part.value) for part in (one.parts[0], *one.all("joined"))}
    held = [*map(_bare, row.numbers)]
    if len(held) < 2 or _bare(one.parts[0].value) not in held:
        return
    left = [number for number in held if number not in written]
    for part in one.all("joined"):
        number = _bare(part.value)
        if number in held:
            yield Comparison("number", "agrees", part.span, part.value, number, "", row)
            continue
        near = [other for other in left if is_slip(number, other)]
        if near or registers.authority(f"cjeu:{number}") is None:
            meant = near[0] if len(near) == 1 else left[0] if len(left) == 1 else ""
            proposal = meant and meant + part.value[len(number) :]
            yield Comparison("number", "unknown", part.span, part.value, numbered(held), proposal, row)


def _bare(number: str) -> str:
    """A number without what the Court adds to it: "C-924/19 PPU"."""
    return number.partition(" ")[0]


def is_known_as(number: str, name: str, registers: Store) -> bool:
    """Whether the register has the case of that number, and it has that name; a State alone names no case."""
    row = registers.authority(f"cjeu:{number}") if not registers.communications.states_of(name.lower()) else None
    return row is not None and _has_a_name(row) and is_named(name, row, registers)


def number_of(ecli: str, name: str, registers: Store) -> str | None:
    """The number of the judgment with that ECLI, if *name* is one of its names."""
    rows = registers.by_ecli(ecli)
    return next((row.numbers[0] for row in rows if row.numbers and is_named(name, row, registers)), None)


def _day(day: Part | None, row: Authority) -> list[Comparison]:
    """The day of the judgment; a year where the register has no more."""
    if day is None or not row.date:
        return []
    if day.value == row.date or (len(row.date) == 4 and day.value.startswith(row.date)):
        return [Comparison("date", "agrees", day.span, day.value, row.date, "", row)]
    right = long_date(row.date)
    return [Comparison("date", "differs", day.span, day.value, right, right if len(row.date) == 10 else "", row)]


def _formation(formation: Part | None, row: Authority) -> list[Comparison]:
    """Whether the Grand Chamber decided, or a Chamber of another number; which of these is not compared."""
    if formation is None or row.formation not in ("GC", "CH"):
        return []
    verdict = "agrees" if formation.value == row.formation else "wrong"
    registered = "a judgment of the Grand Chamber" if row.formation == "GC" else "a judgment of another Chamber"
    return [Comparison("formation", verdict, formation.span, formation.value, registered, "", row)]


def _meant(one: Written, registers: Store) -> Authority | None:
    """
    The case that the other parts lead to: the one of that ECLI, if its name or day is written; else the one of that
    name a digit away, or the one leading case of that name when its number is a digit away.
    """
    number, name, day, ecli = one.parts[0], one.part("name"), one.part("date"), one.part("ecli")

    def agrees(row: Authority, *, day_alone: bool) -> bool:
        named = name is not None and _has_a_name(row) and is_named(name.value, row, registers)
        dated = day is not None and day.value == row.date
        return named or (dated and day_alone)

    by_ecli = registers.by_ecli(ecli.value) if ecli is not None else ()
    for row in by_ecli:
        if number.value not in row.numbers and agrees(row, day_alone=True):
            return row
        if is_slip(number.value, row.numbers[0]) and day is None and (name is None or not _has_a_name(row)):
            return row
    if name is None or not (_words(name.value) or parties(name.value)[1]):
        return None
    near = [registers.authority(target) for target in near_targets(registers.connection, f"cjeu:{number.value}")]
    close = {row.row: row for row in near if row is not None and _has_a_name(row) and agrees(row, day_alone=False)}
    if day is not None and len(close) > 1:
        close = {key: row for key, row in close.items() if row.date == day.value}
    if len(close) == 1:
        return next(iter(close.values()))
    other = of_that_name(name.value, registers)
    if other is not None and not is_slip(number.value, other.numbers[0]) and _is_letters(_words(name.value)):
        return None  # letters stand for anybody
    if other is None or not other.numbers or other.numbers[0] == number.value:
        return None
    return other if is_slip(number.value, other.numbers[0]) or registers.authority(f"cjeu:{number.value}") else None


def _impossible(number: Part, day: Part | None, ecli: Part | None) -> list[Comparison]:
    """The ECLI carries the year of the judgment: never before the case's year, never another than the date's."""
    if ecli is None:
        return []
    found = re.search(r"EU:[CTF]:(\d{4}):(\d+)", ecli.value)
    assert found is not None  # the grammar reads no other shape
    short = int(re.sub(r"^.*/(\d\d).*$", r"\1", number.value))
    registered = 1900 + short if short >= 53 else 2000 + short
    year = int(found[1])
    if year < registered:
        return [Comparison("ecli", "impossible", ecli.span, ecli.value, str(registered))]
    if day is not None and int(day.value[:4]) != year:
        prefix = ecli.value[: ecli.value.index(found[1])]
        return [
            Comparison(
                "ecli", "impossible", ecli.span, ecli.value, day.value[:4], f"{prefix}{day.value[:4]}:{found[2]}"
            )
        ]
    return []


def _has_a_name(row: Authority) -> bool:
    return bool(_words(row.title) or parties(row.title)[1]) and not row.title.startswith("Case ")


@lru_cache(maxsize=4096)  # the leading cases are asked again for each name that goes with no number
def _words(name: str) -> frozenset[str]:
    return words_of(name) - COMMON


def is_named(written: str, row: Authority, registers: Store) -> bool:
    """
    Whether the name as written is one of the row's: the parties share a significant word, or are the same State.

    A State says which side it is on: "Commission v Poland" is not "Poland v Commission".
    """
    return any(_same_parties(written, title, registers) for title in (row.title, *row.titles))


def _same_parties(written: str, title: str, registers: Store) -> bool:
    mine, theirs = parties(written), parties(title)
    of_states = [_state_of(side, registers) for side in (*mine, *theirs)]
    if any(of_states[:2]) and any(of_states[2:]):
        for side, other in zip(mine, theirs, strict=True):
            institutions = INSTITUTIONS & set(side.split()), INSTITUTIONS & set(other.split())
            if all(institutions) and institutions[0].isdisjoint(institutions[1]):
                return False  # "France v Parliament" is not "France v Commission"
        if any(_parted(side, other, registers) for side, other in zip(mine, theirs, strict=True)):
            return False
        pairs = zip(of_states[:2], of_states[2:], strict=True)
        return all(ours & theirs or ours == theirs for ours, theirs in pairs) or (
            not mine[1] and any(of_states[0] & theirs for theirs in of_states[2:])
        )
    if any(mine[side] == theirs[side] and _parted(mine[1 - side], theirs[1 - side], registers) for side in (0, 1)):
        return False  # an authority has more than one case
    # The word "Belgium" in a firm's name is no State, and a State's name is no word of a firm's.
    private = ["" if states else side for side, states in zip((*mine, *theirs), of_states, strict=True)]
    words = _words(private[0]) | _words(private[1]), _words(private[2]) | _words(private[3])
    # "Commission v Council" is not "Commission v France", though its "European Union" is a word more.
    named = [
        any(_words(side) and not INSTITUTIONS & set(side.split()) for side in sides)
        for sides in (private[:2], private[2:])
    ]
    if mine[1] and theirs[1] and any(of_states[2:]) != any(of_states[:2]) and not all(named):
        return False
    if not words[0] and not mine[1]:
        # One authority alone, "Staatssecretaris van Justitie en Veiligheid": a short way to name a case of it.
        return set(mine[0].split()) <= set(f"{theirs[0]} {theirs[1]}".split())
    if not words[0]:
        # "Commission v Council": nothing in it that could disagree but the institutions themselves.
        return bool(set(written.lower().split()) & set(title.lower().split()) - {"v", "the", "of"}) and not words[1]
    own = words[0] - registers.often, words[1] - registers.often
    if own[1] and not own[0] and all(INSTITUTIONS & set(side.split()) for side in mine if side):
        # "European Parliament v Council of the European Union" shares a word with "Union des minotiers", and no party.
        return (INSTITUTIONS & set(" ".join(mine).split())) <= set(" ".join(theirs).split())
    if all(mine) and theirs[0] and _by_chance(private[:2], private[2:], registers):
        return False
    if any(own) and not all(own):
        letters = {word for word in words[bool(own[0])] if len(word) <= LETTERS}
        if letters and letters.isdisjoint(words[not own[0]]):
            return False  # "Firma P v Firma K" has in common with "Firma Hans Bühler KG" what is nobody's
    # "Agenzia delle Entrate v Federal Express Europe" has nothing of its own, nor half of "GoldStar Europe v …".
    half = _agree(*words) or any(map(_is_letters, words))
    shared = own[0] & own[1] if all(own) else words[0] & words[1] if half else frozenset()
    if any(len(word) > LETTERS for word in shared):
        return True
    # "E v Staatssecretaris" is nobody with that letter between other names: "Calvin E. Williams v Court of Auditors".
    return any(
        not shared.isdisjoint(one & other) and _is_letters(one) == _is_letters(other)
        for one in map(_words_of, _between_parties().split(written))
        for other in map(_words_of, _between_parties().split(title))
    )


@cache
def _between_parties() -> re.Pattern[str]:
    """What stands between parties, of joined cases too: "M v Ministerstvo vnitra and X and X v …"."""
    return re.compile(r"\s(?:v\.?|c\.|and|et|und|y|e|i|en)\s|,\s", re.IGNORECASE)


def _is_letters(side: frozenset[str]) -> bool:
    """Whether a party has no name but letters, "X", "M.A."."""
    return all(len(word) <= LETTERS for word in side)


def _by_chance(mine: Sequence[str], theirs: Sequence[str], registers: Store) -> bool:
    """
    Whether two pairs of parties have words in common and no private party: half of a name or less ("Maurice Prelle v
    Commission", "Maurice Galinsky v Insurance Officer"), or the town of an office whose applicants are two.
    """
    (ours, against), (others, other) = (
        [_words(side) - registers.often for side in (*sides, "")[:2]] for sides in (mine, theirs)
    )
    if _are_two_of_an_office(mine, theirs, registers):
        return True
    # On appeal the parties change sides; and "Universität Stuttgart" is not "Universität Hannover".
    if _agree(against, others) and _agree(_words(mine[1]), _words(theirs[0])):
        return False
    if _agree(ours, other) and _agree(_words(mine[0]), _words(theirs[1])):
        return False
    names = [{word for word in side if len(word) > LETTERS} for side in (ours, others)]
    if all(names):
        return bool((ours | against) & (others | other)) and not _agree(ours, others)
    return bool((ours | against) & (others | other)) and not _agree(against, other) and not _agree(ours, others)


def _are_two_of_an_office(mine: Sequence[str], theirs: Sequence[str], registers: Store) -> bool:
    """
    Whether what agrees is an office, or the town of one, and the parties on its other side are two: "Kreuzmayr v
    Finanzamt Linz" and "Zollamt Linz Wels v Laki".
    """

    def own(side: str) -> frozenset[str]:
        return _words(side) - registers.often

    def is_private(side: str) -> bool:
        return any(len(word) > LETTERS for word in own(side)) and _words(side).isdisjoint(registers.often)

    return any(
        _agree(own(side), own(other))
        and not _words(f"{side} {other}").isdisjoint(registers.often)
        and all(map(is_private, (mine[1 - place], theirs[1 - at])))
        and own(mine[1 - place]).isdisjoint(own(theirs[1 - at]))
        for place, side in enumerate(mine)
        for at, other in enumerate(theirs)
    )


def _agree(side: frozenset[str], other: frozenset[str]) -> bool:
    """Whether more than half of the words of the shorter are the other's."""
    return 2 * len(side & other) > min(len(side), len(other))


# How the words for the institutions begin in the languages of the Union, folded: "komisija", "Euroopa", "taryba".
_OF_THE_UNION = (
    "com", "cons", "coun", "eir", "eur", "evrop", "komis", "kommis", "neuvosto", "nouk", "padom", "parl", "rad", "rat",
    "svet", "tanacs", "taryb", "vijec", "ευρ", "επιτρ", "европ", "комис",
)  # fmt: skip


def _parted(side: str, other: str, registers: Store) -> bool:
    """
    Whether two sides, of which neither is a State, are two parties: private ones without a word in common, or an
    institution and one that is none.
    """
    if not side or not other or _state_of(side, registers) or _state_of(other, registers):
        return False
    own, others = _words(side) - registers.often, _words(other) - registers.often
    if own and others:
        return own.isdisjoint(others)
    if not own and not others:
        own, others = _words(side), _words(other)  # "Denkavit" has more than one case, and is no institution
        if own and others:
            return False
    private = own or others
    if private and any(len(word) <= LETTERS for word in _words(other if own else side)):
        return True  # "The Shirtmakers" is not "X", whose name the Court kept to itself
    of_union = INSTITUTIONS & set((other if own else side).split())
    return bool(private and of_union) and not any(word.startswith(_OF_THE_UNION) for word in private)


def _words_of(name: str) -> frozenset[str]:
    """The significant words of all parties."""
    return frozenset().union(*map(_words, parties(name)))


def _in_common(written: str, row: Authority) -> bool:
    """Whether the names share a word, if only one that many cases have."""
    return any(_words_of(written) & _words_of(title) for title in (row.title, *row.titles))


def _state_of(side: str, registers: Store) -> frozenset[str]:
    """The State that one side begins with: names are read a little too far, "Ungāriju un C"."""
    if not _FIRMS.isdisjoint(side.split()):
        return frozenset()  # "France Télécom SA"
    plain = [word for word in side.split() if word not in _OFFICES]
    found = (
        registers.states.in_respondent(" ".join(words[:size]))
        for words in (side.split()[:4], plain[:3])
        for size in range(len(words), 0, -1)
    )
    return next((states for states in found if states), frozenset())


def _is_of_no_case(written: str, registers: Store) -> bool:
    """
    Whether the applicant has a name, and no case of the Court that is held has a word of it; of letters, of a State and
    of an office nothing is said.
    """
    applicant = parties(written)[0]
    if registers.communications.states_of(applicant) or not parties(written)[1]:
        return False
    own = _words(applicant) - registers.often
    if not own or _is_letters(own):
        return False
    printed = re.findall(r"[^\W\d_]{3,}", written)
    words = {*(word for word in own if len(word) > LETTERS), *(word for word in printed if _words(word) & own)}
    return not any(_in_a_title(word, registers) for word in sorted(words))


def of_that_name(written: str, registers: Store) -> Authority | None:
    """The one curated case whose name shares its words with what is written, ``None`` when none or several do."""
    mine = _words(written)
    found = [
        record["target"]
        for record in registers.curated.records.values()
        if record["target"].startswith("cjeu:")
        and mine
        and mine <= _words(" ".join([record["title"], *record.get("aliases", ())]))
    ]
    return registers.authority(found[0]) if len(set(found)) == 1 else None
