"""
Luxembourg citations held against the register.

A name is compared by its significant words only: the Court renames, anonymises and shortens, and the register's own
names are partly read by rule from texts. Words that share nothing with the case of that number are another case's.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from refoulement_lint.model import Authority, Citation, Comparison, Part, Written
from refoulement_lint.registers.names import parties
from refoulement_lint.registers.store import Store
from refoulement_lint.registers.verdicts import judged, long_date, pinpoint, told, uncovered

# Parties that every second case has; sharing them says nothing.
COMMON = frozenset(
    "v and others commission european council parliament minister ministre ministry secretary state "
    "staatssecretaris republic the of for van voor en justitie veiligheid united kingdom".split()
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
    if row is None:
        if impossible:
            return judged(one, None, (), impossible, target)
        slip = _slip(one, registers)
        if slip is not None:
            return slip
        covered = registers.covers("cjeu", day.value if day else "")
        sentence = registers.coverage_sentence("cjeu")
        if not covered:
            return uncovered(one, target, sentence)
        verdict = Comparison("case", "unknown", one.span, one.text, "")
        return Citation(
            written=one,
            target=target,
            status="not-in-register",
            pinpoint=pinpoint(one),
            compared=(verdict,),
            coverage=sentence,
        )
    verdicts = [*impossible]
    slip = _slip(one, registers) if name is not None and not _has_a_name(row) else None
    if slip is not None:
        return slip
    if name is not None and _has_a_name(row):
        if shares_a_word(name.value, row) or _same_state(name.value, row, registers):
            verdicts.append(Comparison("name", "agrees", name.span, name.value, row.title, "", row))
        else:
            other = _of_that_name(name.value, registers)
            proposal = other.numbers[0] if other else ""
            verdicts.append(Comparison("number", "another-case", number.span, number.value, told(row), proposal, row))
            return judged(one, other or row, (row,), verdicts, other.target if other else target)
    if day is not None and len(row.date) == 10:
        verdict_word = "agrees" if day.value == row.date else "differs"
        verdicts.append(
            Comparison(
                "date",
                verdict_word,
                day.span,
                day.value,
                long_date(row.date),
                "" if verdict_word == "agrees" else long_date(row.date),
                row,
            )
        )
    if ecli is not None and row.ecli and not any(verdict.part == "ecli" for verdict in verdicts):
        bare = row.ecli.removeprefix("ECLI:")
        agrees = ecli.value.removeprefix("ECLI:") == bare
        proposal = row.ecli if ecli.value.startswith("ECLI:") else bare
        verdicts.append(
            Comparison(
                "ecli",
                "agrees" if agrees else "differs",
                ecli.span,
                ecli.value,
                row.ecli,
                "" if agrees else proposal,
                row,
            )
        )
    citation = judged(one, row, (row,), verdicts, target)
    if citation.status == "verified" and not any(verdict.verdict == "agrees" for verdict in verdicts):
        # Only the number is written, or only it could be compared: known, but nothing beside it agreed.
        return Citation(
            written=one, target=target, status="unchecked", pinpoint=pinpoint(one), authority=row, candidates=(row,)
        )
    return citation


def _slip(one: Written, registers: Store) -> Citation | None:
    """
    A name that one leading case bears, under a number one digit away from the one written, where nothing is known of
    that one.
    """
    number, name = one.parts[0], one.part("name")
    other = _of_that_name(name.value, registers) if name is not None else None
    if other is None or not other.numbers or other.numbers[0] == number.value:
        return None
    meant = other.numbers[0]
    if len(meant) != len(number.value) or sum(map(str.__ne__, meant, number.value)) != 1:
        return None
    verdict = Comparison("number", "unknown", number.span, number.value, meant, meant, other)
    return judged(one, other, (other,), [verdict], other.target)


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
    return bool(_words(row.title)) and not row.title.startswith("Case ")


def _words(name: str) -> set[str]:
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(letter)
    )
    plain = re.sub(r"\b((?:[a-z]\.\s?)+)", lambda initials: re.sub(r"[.\s]", "", initials[0]) + " ", plain)
    return {word for word in re.findall(r"[^\W_]+", plain) if word not in COMMON}


def shares_a_word(written: str, row: Authority) -> bool:
    """Whether the name as written and one of the row's names have a significant word in common."""
    mine = _words(written)
    if not mine:
        return True  # "Commission v Council": nothing in it that could disagree
    return any(mine & _words(title) for title in (row.title, *row.titles))


def _same_state(written: str, row: Authority, registers: Store) -> bool:
    """Whether both name the same State, each in its language: "Komisja p. Węgrom" is "Commission v Hungary"."""
    mine = _state(written, registers)
    return bool(mine) and any(mine & _state(title, registers) for title in (row.title, *row.titles))


def _state(name: str, registers: Store) -> frozenset[str]:
    """The State that the respondent's side begins with: names are read a little too far, "Ungāriju un C"."""
    words = parties(name)[1].split()[:3]
    found = (registers.states_in(" ".join(words[:size])) for size in range(len(words), 0, -1))
    return next((states for states in found if states), frozenset())


def _of_that_name(written: str, registers: Store) -> Authority | None:
    """The one curated case whose name shares its words with what is written, ``None`` when none or several do."""
    mine = _words(written)
    found = [
        record["target"]
        for record in registers.curated().values()
        if record["target"].startswith("cjeu:")
        and mine
        and mine <= _words(" ".join([record["title"], *record.get("aliases", ())]))
    ]
    return registers.authority(found[0]) if len(set(found)) == 1 else None
