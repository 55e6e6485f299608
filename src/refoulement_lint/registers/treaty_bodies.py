"""
Communications held against the treaty-body register: number and parties must agree, and what else is written.

A number says nothing without a name, a symbol or a day beside it: each committee counts anew, and no list is complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve

from refoulement_lint.folding import has_cyrillic, slips
from refoulement_lint.late import late
from refoulement_lint.model import Authority, Citation, Comparison, Part, Written
from refoulement_lint.registers.history import later_history
from refoulement_lint.registers.names import (
    as_many_applicants,
    is_declined_name,
    names_of_one,
    parties,
    spelt_by_sound,
)
from refoulement_lint.registers.nearness import is_slip
from refoulement_lint.registers.store import Store
from refoulement_lint.registers.verdicts import judged, long_date, numbered, pinpoint, shared, told

# How far a number may lie outside those seen of its year; the committees register by the hundred or by the dozen.
MARGIN = {"hrc": 800}
USUAL_MARGIN = 10
FIRST_YEAR = 1977
DECIDED_BEFORE = 2009
"""A communication of that year was decided when the list was made, which ends in May 2016."""
LISTED = ("hrc", "cat")
"""The committees whose decisions that list has, year by year; of the others it has a few."""
SURNAME = 5
"""Letters of a name that may be a surname alone; shorter ones are many people's."""
UNCHECKED_LIST = "ohchr2016"
"""The source of rows that nobody has held against the views themselves."""


def case(one: Written, registers: Store, on: date) -> Citation:
    """
    The communication of that number; where the draft names no committee, the only one whose parties agree.

    What the register lacks is ``unchecked``, never ``not-in-register``: after May 2016 it holds selected views only.
    """
    number, name, symbol = one.parts[0], one.part("name"), one.part("symbol")
    rows = _of_number(one, registers)
    agreeing = [row for row in rows if name is None or not row.title or _is_named(name.value, row)]
    elsewhere = _other_committee(one, registers) if name is not None and not agreeing else None
    if elsewhere is not None and one.part("body-above") is not None:
        # The committee was named in another paragraph, of another communication: the parties say which it is here.
        return case(evolve(one, key=elsewhere.target), registers, on)
    if elsewhere is not None:
        verdict = Comparison("court", "wrong", number.span, number.value, told(elsewhere), "", elsewhere)
        return judged(one, elsewhere, (elsewhere,), [_agrees(name or number, elsewhere), verdict], elsewhere.target)
    if not rows or (one.key is None and len(agreeing) != 1):
        return _meant(one, registers) or _anothers(one, rows, registers) or _open(one, rows, registers, on)
    if one.part("unread-name") is not None:
        # Parties stand there and could not be read: no number answers for them.
        held = (agreeing or rows)[0]
        return Citation(written=one, target=held.target, status="unchecked", authority=held, candidates=tuple(rows))
    row = _picked(one, (agreeing or rows)[0], registers)
    if name is not None and not agreeing:
        near = _nearly(name.value, row)
        if not near:
            meant = _of_name(one, registers)
            verdict = Comparison("number", "another-case", number.span, number.value, told(row), _number_of(meant), row)
            return judged(one, meant or row, (row,), [verdict], meant.target if meant else one.key)
    verdicts = [Comparison("number", "agrees", number.span, number.value, number.value, "", row)]
    if name is not None and not row.title:
        # Whose communication it is the register cannot tell; it may have these parties under another number.
        if (elsewhere_held := _meant(one, registers)) is not None:
            return elsewhere_held
        verdicts.append(Comparison("name", "not-held", name.span, name.value, ""))
        verdicts += _respondent(name, row, registers)
    elif name is not None:
        agrees = bool(agreeing)
        if agrees and has_cyrillic(name.value):
            verdicts.append(
                _agrees(name, row)
                if _sounds_like_its_state(name, row, registers)
                else Comparison("name", "not-held", name.span, name.value, "")
            )
        elif agrees and (
            _against_a_stranger(name, row, registers) or _amid(name, row) or _is_anothers(name, row, registers)
        ):
            verdicts.append(Comparison("name", "doubtful", name.span, name.value, row.title, "", row))
        else:
            # One list with slips of its own is no reason to correct anybody: it asks to compare.
            apart = Comparison("name", "alike", name.span, name.value, row.title, "", row)
            if row.source != UNCHECKED_LIST:
                apart = _differs("name", "near", name, row.title, row)
            verdicts.append(_agrees(name, row) if agrees else apart)
        verdicts += _respondent(name, row, registers)
    verdicts += _symbol(symbol, number, row)
    verdicts += _day(one.part("date"), row)
    verdicts += later_history(one, row, on)
    if name is not None and not has_cyrillic(name.value):
        verdicts = shared(name, row, lambda: _bearers(name, row, registers), verdicts)
    citation = judged(one, row, (row,), verdicts, row.target)
    if citation.status == "verified" and not any(said.verdict == "agrees" for said in verdicts[1:]):
        # Only a number, or only a number could be compared: known, but nothing beside it agreed.
        return Citation(written=one, target=row.target, status="unchecked", authority=row, candidates=(row,))
    return citation


def _picked(one: Written, row: Authority, registers: Store) -> Authority:
    """Of two documents in one case (it is admissible; the views) the one whose symbol or day is written."""
    symbol, day = one.part("symbol"), one.part("date")
    others = registers.cases.decisions(row.target)
    if symbol is not None:
        others = tuple(other for other in others if _same_symbol(symbol.value, other.symbol))
    elif day is not None:
        others = tuple(other for other in others if day.value in (other.date, *other.other_dates))
    return others[0] if others and (symbol or day) else row


def _of_number(one: Written, registers: Store) -> list[Authority]:
    number = one.parts[0].value
    keys = [one.key] if one.key else [f"{body}:{number}" for body in registers.committees]
    first = [row for key in keys if (row := registers.authority(key)) is not None]
    if one.key is None or not first:
        return first
    return [*first, *(row for row in registers.cases.decisions(one.key) if row.row != first[0].row)]


def _seen(body: str, year: str, lowest: int, highest: int) -> str:
    return f"of {year} and this committee ({body.upper()}) the register has seen the numbers {lowest} to {highest}"


def _open(one: Written, rows: list[Authority], registers: Store, on: date) -> Citation:
    """Nothing can be said, except that a number lies far outside those of its year."""
    sentence = registers.coverage_sentence("un")
    number = one.parts[0]
    compared = [Comparison("case", "not-covered", one.span, one.text, sentence)]
    body = (one.key or "").partition(":")[0]
    count, _, year = number.value.partition("/")
    if not FIRST_YEAR <= int(year) <= on.year:
        told_years = f"communications have the years {FIRST_YEAR} to {on.year}"
        compared = [Comparison("number", "out-of-range", number.span, number.value, told_years)]
    seen = registers.communications.numbers.get((body, year))
    margin = MARGIN.get(body, USUAL_MARGIN)
    if seen is not None and not seen[0] - margin <= int(count) <= seen[1] + margin:
        compared = [Comparison("number", "out-of-range", number.span, number.value, _seen(body, year, *seen))]
    if (contradicted := _not_of_its_symbol(one)) is not None:
        compared = [contradicted]
    if compared[0].part == "case" and not rows and _would_be_held(one, body, registers):
        compared = [Comparison("case", "not-in-list", one.span, one.text, sentence)]
    return Citation(
        written=one,
        target=one.key,
        status="impossible" if compared[0].verdict == "impossible" else "unchecked",
        pinpoint=pinpoint(one),
        candidates=tuple(rows),
        compared=tuple(compared),
        coverage=sentence,
    )


def _not_of_its_symbol(one: Written) -> Comparison | None:
    """The symbol beside a number that is another number's: one of the two is wrong, whatever any register holds."""
    number, symbol = one.parts[0], one.part("symbol")
    theirs = _NUMBER_OF_A_SYMBOL.fullmatch(symbol.value) if symbol is not None else None
    if symbol is None or theirs is None or symbol.span.meets(number.span) or one.part("name") is None:
        return None  # the second of joined numbers, beside the symbol of the first
    ours = "/".join(str(int(piece)) for piece in number.value.split("/"))
    right = "/".join(str(int(piece)) for piece in (theirs["serial"], theirs["year"]))
    return None if ours == right else Comparison("symbol", "impossible", symbol.span, symbol.value, right)


_NUMBER_OF_A_SYMBOL = late(r".*/DR?/(?P<serial>\d{1,4})/(?P<year>\d{4})(?:/R(?:ev|EV)\.\s?\d)?")


def _would_be_held(one: Written, body: str, registers: Store) -> bool:
    """
    Whether the list ought to have it: it was decided, or filed long, before the list was made, its number is one of
    that year, and neither number nor name is held.
    """
    number, name, day = one.parts[0], one.part("name"), one.part("date")
    year = number.value.partition("/")[2]
    if name is None or one.part("own") or one.part("unread-name"):
        return False
    if day is not None:
        decided = day.value[:4] >= year and registers.covers("un", day.value, decision=True) is True
    else:
        decided = int(year) <= DECIDED_BEFORE
    count = int(number.value.partition("/")[0])
    bodies = [each for each in LISTED if body in (each, "")]
    seen = (registers.communications.numbers.get((each, year)) for each in bodies)
    of_that_year = any(each is not None and each[0] <= count <= each[1] for each in seen)
    return decided and of_that_year and not _all_of_name(one, registers) and _of_a_fuller_name(one, registers) is None


# --- the parts --------------------------------------------------------------------------------------------------------


def _agrees(part: Part, row: Authority) -> Comparison:
    return Comparison(part.name, "agrees", part.span, part.value, row.title, "", row)


def _differs(part: str, verdict: str, written: Part, registered: str, row: Authority) -> Comparison:
    return Comparison(part, verdict, written.span, written.value, registered, registered, row)


def _nearly(written: str, row: Authority) -> bool:
    if has_cyrillic(written):
        return False  # whether it sounds alike was asked before, and no letter is another's
    ours = parties(written)[0]
    return len(ours) > 4 and any(slips(ours, parties(title)[0], most=1) == 1 for title in (row.title, *row.titles))


def _respondent(name: Part, row: Authority, registers: Store) -> Iterator[Comparison]:
    """The State written against the State of the register; nothing where either is not known."""
    written = registers.communications.states_of(parties(name.value)[1])
    if written and (right := registers.cases.states_of(row)) and not written & right:
        yield Comparison("respondent", "differs", name.span, name.value, row.title, row.title, row)


def _against_a_stranger(name: Part, row: Authority, registers: Store) -> bool:
    """Whether the respondent written is nobody that the register knows, and has no word of the one that it has."""
    written = parties(name.value)[1]
    known = {word for title in (row.title, *row.titles) for word in parties(title)[1].split()}
    if not written or not known.isdisjoint(written.split()) or registers.communications.states_of(written):
        return False
    from refoulement_lint.registers.sounds import same_state  # "pret Kazahstānu" is a State that no table spells so

    return bool(known) and not any(same_state(f"x v {written}", title) for title in (row.title, *row.titles))


def _sounds_like_its_state(name: Part, row: Authority, registers: Store) -> bool:
    """Whether the respondent in Cyrillic letters is known, or sounds like the register's: "против Казахстана"."""
    from refoulement_lint.registers.sounds import same_state

    known = registers.communications.states_of(parties(name.value)[1])
    return bool(known) or any(same_state(name.value, title) for title in (row.title, *row.titles))


def _amid(name: Part, row: Authority) -> bool:
    """
    Whether what the two names have in common stands amid the words of one: "Martinez" is not how anybody shortens
    "Hoyos y Martínez de Irujo".
    """
    ours = parties(name.value)[0].split()
    for title in (row.title, *row.titles):
        shorter, longer = sorted((ours, parties(title)[0].split()), key=len)
        size, words = len(shorter), set(shorter)
        if spelt_by_sound(name.value, title) or is_declined_name(name.value, title):
            return False
        if size and words in (set(longer), set(longer[:size]), set(longer[-size:])):
            return False
    return True


def _is_anothers(name: Part, row: Authority, registers: Store) -> bool:
    """
    Whether the name written is fuller than the row's and, as it stands, that of another communication: "Rodríguez
    Orejuela" beside the number of "Rodriguez".
    """
    ours = parties(name.value)[0]
    theirs = [parties(title)[0].split() for title in (row.title, *row.titles)]
    if any(len(title) >= len(ours.split()) for title in theirs):
        return False
    return bool(set(registers.communications.of(ours)) - {row.target})


def _symbol(symbol: Part | None, number: Part, row: Authority) -> Iterator[Comparison]:
    """A symbol carries the number; and where the register has one, session and all must be its own."""
    if symbol is None:
        return
    right = row.symbol or symbol.value.rpartition("/D/")[0] + f"/D/{number.value}"
    if _same_symbol(symbol.value, row.symbol):
        yield Comparison("symbol", "agrees", symbol.span, symbol.value, right, "", row)
    elif _one_print(row.symbol).count("/") == _one_print(symbol.value).count("/") or not _one_print(
        symbol.value
    ).endswith(f"/{number.value}"):
        yield Comparison("symbol", "differs", symbol.span, symbol.value, right, right, row)


def _words_of(name: str) -> set[str]:
    return set(parties(name)[0].split())


def _bearers(name: Part, row: Authority, registers: Store) -> list[Authority]:
    """
    The other communications to the same committee, against the same State, that answer to the name as it stands. The
    lists shorten names as they like, so that a surname in full is no more than one.
    """
    body, words = row.target.partition(":")[0], _words_of(name.value)
    if len(words) > 1 and any(words == _words_of(title) for title in (row.title, *row.titles)):
        return []  # given name and surname, as the list has them
    rows = (registers.authority(target) for target in registers.communications.like(parties(name.value)[0]))
    return [
        other
        for other in rows
        if other is not None
        and other.target.startswith(f"{body}:")
        and not set(other.numbers) & set(row.numbers)
        and (other.title, other.date) != (row.title, row.date)  # views on two communications at once
        and registers.cases.states_of(other) == registers.cases.states_of(row)
        and _is_named(name.value, other)
        and not _amid(name, other)
    ]


def _same_symbol(written: str, registered: str) -> bool:
    """Whether both are of one document; "/Rev.1" of a print that was mended may be left out."""
    if not registered or _one_print(written) != _one_print(registered):
        return False
    prints = {symbol.upper() for symbol in (written, registered) if "/REV." in symbol.upper()} - {
        _one_print(registered)
    }
    return len(prints) < 2  # "/Rev.2" is not "/Rev.1"


def _one_print(symbol: str) -> str:
    # Joined numbers stand with "&", commas or a word between, with spaces or without.
    symbol = re.sub(r"(?<=\d)\s?(?:[,&]|\s[^\W\d_]{1,3}\s)\s?(?=\d)", ",", symbol).upper()
    head, _, tail = symbol.rpartition("/")
    return head if tail.startswith("REV.") else symbol


def _day(day: Part | None, row: Authority) -> Iterator[Comparison]:
    """The day of adoption; the document's own, often weeks later, is right too."""
    if day is None or len(row.date) != 10:
        return
    if day.value == row.date:
        yield Comparison("date", "agrees", day.span, day.value, row.date, "", row)
    elif day.value in row.other_dates:
        yield Comparison("date", "tolerated", day.span, day.value, row.date, "", row)
    else:
        yield _differs("date", "differs", day, long_date(row.date), row)


def by_name(one: Written, registers: Store) -> Citation | None:
    """
    The communication that a draft cites by its parties alone, as a case of Strasbourg, which has none of that name:
    "Agiza v. Sweden". Known, but with no number beside it nothing could be compared.
    """
    name, day = one.part("name"), one.part("date")
    if name is None or one.part("number") or one.part("own"):
        return None
    row = _of_name(one, registers) or _of_a_fuller_name(one, registers)
    if row is None or not registers.communications.states_of(parties(name.value)[1]) & registers.cases.states_of(row):
        return None
    if day is not None and day.value not in (row.date, *row.other_dates):
        return None
    return Citation(written=one, target=row.target, status="unchecked", authority=row, candidates=(row,))


# --- another communication is meant -----------------------------------------------------------------------------------


def _is_named(written: str, row: Authority) -> bool:
    """
    Whether the parties are the row's, given names or surnames left out; "Walker and Richards" is no fuller way to write
    "Richards".
    """
    if has_cyrillic(written):
        from refoulement_lint.registers.sounds import same_sound  # only drafts in Russian or Ukrainian need it

        return any(same_sound(written, title) for title in (row.title, *row.titles))
    if any(spelt_by_sound(written, title) or is_declined_name(written, title) for title in (row.title, *row.titles)):
        return True
    words = len(parties(written)[0].split())
    return any(
        names_of_one(written, (title,))
        and (words <= len(parties(title)[0].split()) or as_many_applicants(written, title))
        for title in (row.title, *row.titles)
    )


def _other_committee(one: Written, registers: Store) -> Authority | None:
    """The communication of that number and that name before another committee than the one that is named."""
    name, body = one.part("name"), (one.key or "").partition(":")[0]
    if name is None or not body:
        return None
    number = one.parts[0].value
    rows = [registers.authority(f"{other}:{number}") for other in registers.committees if other != body]
    found = [row for row in rows if row is not None and row.title and _is_named(name.value, row)]
    return found[0] if len(found) == 1 and not any(_respondent(name, found[0], registers)) else None


def _anothers(one: Written, rows: Sequence[Authority], registers: Store) -> Citation | None:
    """
    Where no committee is named: the one communication that the register has under that name, where its own committee
    gave the number to somebody else.
    """
    meant = _of_name(one, registers)
    if meant is None or one.key is not None:
        return None
    number, body = one.parts[0], meant.target.partition(":")[0]
    of_others = [row for row in rows if row.target.startswith(f"{body}:") and row.title]
    if not of_others or number.value in meant.numbers:
        return None
    verdict = Comparison(
        "number", "another-case", number.span, number.value, told(of_others[0]), _number_of(meant), of_others[0]
    )
    return judged(one, meant, (meant,), [verdict], meant.target)


def _of_name(one: Written, registers: Store) -> Authority | None:
    """The one communication of that applicant against that State, ``None`` when none or several are known."""
    found = _all_of_name(one, registers)
    return found[0] if len(found) == 1 else None


def _of_a_fuller_name(one: Written, registers: Store) -> Authority | None:
    """The one communication of an applicant whom the register has with a given name: "Israil", "Arshidin Israil"."""
    name = one.part("name")
    applicant = parties(name.value)[0] if name is not None else ""
    if name is None or len(applicant) < SURNAME or has_cyrillic(name.value):
        return None
    rows = map(registers.authority, registers.communications.like(applicant))
    found = [
        row
        for row in rows
        if row is not None and _is_named(name.value, row) and not any(_respondent(name, row, registers))
    ]
    against = [
        row
        for row in found
        if registers.communications.states_of(parties(name.value)[1]) & registers.cases.states_of(row)
    ]
    return against[0] if len(against) == 1 else None


def _all_of_name(one: Written, registers: Store) -> list[Authority]:
    """The communications of that applicant against that State."""
    name = one.part("name")
    if name is None:
        return []
    if has_cyrillic(name.value):
        targets = registers.communications.sounding(name.value)
    else:
        targets = registers.communications.of(parties(name.value)[0])
    rows = map(registers.authority, targets)
    return [row for row in rows if row is not None and not any(_respondent(name, row, registers))]


def _number_of(row: Authority | None) -> str:
    return row.numbers[0] if row is not None and len(row.numbers) == 1 else ""


def _meant(one: Written, registers: Store) -> Citation | None:
    """The known communication of that name, when its symbol, its day or all but a digit of its number is written."""
    number, name, symbol, day = one.parts[0], one.part("name"), one.part("symbol"), one.part("date")

    def agrees(row: Authority) -> bool:
        return (symbol is not None and _same_symbol(symbol.value, row.symbol)) or (
            day is not None and day.value in (row.date, *row.other_dates)
        )

    rows = _all_of_name(one, registers)
    known = [row for row in rows if agrees(row)]
    if not known and len(rows) == 1 and any(is_slip(number.value, other) for other in rows[0].numbers):
        known = rows
    if not known and name is not None and (symbol or day):
        # A name of several parts may have been read or written in part.
        like = map(registers.authority, registers.communications.like(parties(name.value)[0]))
        known = [row for row in like if row is not None and agrees(row) and not any(_respondent(name, row, registers))]
    if symbol is not None and name is None:
        row = registers.authority(f"{(one.key or '').partition(':')[0]}:{symbol.value}")
        known = [row] if row is not None and agrees(row) else []
    if len(known) > 1:  # two of one day, the same initials: the one whose number is a slip away
        known = [row for row in known if any(is_slip(number.value, other) for other in row.numbers)]
    meant = known[0] if len(known) == 1 else None
    if meant is None or number.value in meant.numbers:
        return None
    verdict = Comparison(
        "number", "unknown", number.span, number.value, numbered(meant.numbers[:3]), _number_of(meant), meant
    )
    return judged(one, meant, (meant,), [verdict], meant.target)
