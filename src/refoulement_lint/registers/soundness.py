"""
Whether the rows of a register agree with themselves, asked each time the registers are compiled.

An ECLI says the day, the kind and the number a second time; a symbol says the number; an application is not decided
before it is lodged. A row of which two parts contradict each other stops the build, unless ``source_slips.tsv`` lists
it: there the source itself is so, and a comparison may meet either reading. Standard library only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from refoulement_lint.registers.layout import lodged

Row = Mapping[str, str]
# No treaty held is older than the Charter of the United Nations.
FIRST_YEAR = 1945
ECTHR_KINDS = frozenset({"JUD", "DEC", "REP", "COM", "JP9"})


def impossible_date(text: str, until: date) -> str:
    """What is wrong with a day, a month or a year alone; empty when it can be."""
    try:
        if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
            raise ValueError
        day = date.fromisoformat(text + "-01" * ((10 - len(text)) // 3))
    except ValueError:
        return f"{text!r} is no date"
    return "" if day.year >= FIRST_YEAR and day <= until else f"{text} cannot be: before {FIRST_YEAR} or after {until}"


def ecthr(row: Row, until: date) -> Iterator[tuple[str, str]]:
    """Part and complaint of a Strasbourg row; the ECLI is made anew from day, kind and number."""
    numbers = [number for number in row["appnos"].split(";") if number]
    wrong = [number for number in numbers if not re.fullmatch(r"\d{1,6}/\d\d", number)]
    if wrong:
        yield "number", f"{wrong[0]!r} is no application number"
        return
    if row["kind"] not in ECTHR_KINDS:
        yield "kind", f"{row['kind']!r} is none of {', '.join(sorted(ECTHR_KINDS))}"
    day = row["date"]
    if day and (wrong_day := impossible_date(day, until)):
        yield "date", wrong_day
    elif day:
        late = [number for number in numbers if lodged(number) > int(day[:4])]
        if late:
            yield "lodged", f"{late[0]} was lodged after {day}"
    found = re.fullmatch(r"ECLI:CE:ECHR:(\d{4}):(\d\d)(\d\d)([A-Z]{3})(\d{7})(\d\d)", row["ecli"])
    if row["ecli"] and found is None:
        yield "ecli", f"{row['ecli']} is not built as the Court builds it"
    if found is None:
        return
    if "-".join(found.group(1, 2, 3)) != day:
        yield "ecli-date", f"{row['ecli']} does not have the day {day}"
    if found[4] != row["kind"]:
        yield "ecli-kind", f"{row['ecli']} does not have the kind {row['kind']}"
    if f"{int(found[5])}/{found[6]}" not in [f"{int(number[:-3])}{number[-3:]}" for number in numbers]:
        yield "ecli-number", f"{row['ecli']} has none of the numbers {row['appnos'] or '(none)'}"


def cjeu(row: Row, until: date) -> Iterator[tuple[str, str]]:
    """The same of a Luxembourg row: court and year of the ECLI, court, year and number of the CELEX."""
    numbers = [number for number in row["cases"].split(";") if number]
    parsed = [re.fullmatch(r"([CTF])-(\d+)/(\d\d)(?: .+)?", number) for number in numbers]
    if None in parsed:
        yield "number", f"{numbers[parsed.index(None)]!r} is no case number"
        return
    if row["date"] and (wrong := impossible_date(row["date"], until)):
        yield "date", wrong
    ecli = re.fullmatch(r"ECLI:EU:([CTF]):(\d{4}):\d+(?::\d+)?", row["ecli"])
    if row["ecli"] and ecli is None:
        yield "ecli", f"{row['ecli']} is not built as the Court builds it"
    if ecli is not None and row["date"] and ecli[2] != row["date"][:4]:
        yield "ecli-date", f"{row['ecli']} does not have the year of {row['date']}"
    if ecli is not None and parsed and all(one and one[1] != ecli[1] for one in parsed):
        yield "ecli-court", f"{row['ecli']} is of another court than {row['cases']}"
    celex = re.match(r"6(\d\d)(\d\d)([CTF])[A-Z](\d{4})", row["celex"])
    if row["celex"] and celex is None:
        yield "celex", f"{row['celex']} is no CELEX number of a case"
    if celex is not None and not any(
        one and (one[3], int(one[2]), one[1]) == (celex[2], int(celex[4]), celex[3]) for one in parsed
    ):
        yield "celex", f"{row['celex']} has none of the numbers {row['cases'] or '(none)'}"


def un(row: Row, until: date) -> Iterator[tuple[str, str]]:
    """A view of a treaty body: the symbol ends in its number, and it was adopted after it was registered."""
    numbers = [number for number in row["communications"].split(";") if number]
    wrong = [number for number in numbers if not re.fullmatch(r"\d+/\d{4}", number)]
    if wrong:
        yield "number", f"{wrong[0]!r} is no communication number"
        return
    days = [row[part] for part in ("date", "document_date") if row[part]]
    for day in days:
        if wrong_day := impossible_date(day, until):
            yield "date", wrong_day
            return
    if any(number[-4:] > day[:4] for number in numbers for day in days):
        yield "registered", f"{row['communications']} was registered after {min(days)}"
    if len(days) == 2 and days[1] < days[0]:
        yield "document-date", f"the document is of {days[1]}, before its adoption on {days[0]}"
    symbol = re.search(r"/D/(\d+)/(\d{4})$", row["symbol"])
    if symbol is not None and "/".join(symbol.groups()) not in numbers:
        yield "symbol", f"{row['symbol']} has none of the numbers {row['communications']}"


def parties(row: Row, until: date) -> Iterator[tuple[str, str]]:
    """Who is bound: each day can be, and nobody is bound before the State said so."""
    days = {part: row[part] for part in ("signed", "ratified_or_acceded", "in_force", "withdrawal") if row[part]}
    for part, day in days.items():
        # A treaty may end for a State on a day to come.
        if wrong := impossible_date(day, date(2100, 1, 1) if part == "withdrawal" else until):
            yield "date", wrong
            return
    for earlier, later in (("signed", "ratified_or_acceded"), ("ratified_or_acceded", "in_force")):
        if earlier in days and later in days and days[later] < days[earlier][: len(days[later])]:
            yield "order", f"{later} on {days[later]}, before {earlier} on {days[earlier]}"


def superseded(row: Row, until: date) -> Iterator[tuple[str, str]]:
    """What replaced a judgment came after it."""
    for part in ("date", "by_date"):
        if wrong := impossible_date(row[part], until):
            yield "date", wrong
            return
    if row["by_date"] <= row["date"]:
        yield "order", f"replaced on {row['by_date']}, and itself of {row['date']}"


def date_conflicts(row: Row, until: date) -> Iterator[tuple[str, str]]:
    """A case with two days: both can be, and they differ."""
    listed = row["date_in_court_reference_list"]
    days = [listed] + [day[:10] for day in row["dates_in_hudoc"].split(";") if day]
    for day in days:
        if wrong := impossible_date(day, until):
            yield "date", wrong
            return
    if listed in days[1:]:
        yield "order", f"both sources have {listed}, which is no conflict"


def _one(*parts: str) -> Callable[[Row], str]:
    return lambda row: " ".join(row[part] for part in parts) if all(row[part] for part in parts) else ""


CHECKS: dict[str, tuple[Callable[[Row, date], Iterator[tuple[str, str]]], tuple[Callable[[Row], str], ...]]] = {
    "ecthr": (ecthr, (_one("itemid"),)),
    "cjeu": (cjeu, (_one("ecli"),)),
    "un_views": (un, (_one("symbol"),)),
    "parties": (parties, (_one("instrument", "state"),)),
    "ecthr_superseded": (superseded, (_one("itemid", "relation", "by_itemid"),)),
    "ecthr_date_conflicts": (date_conflicts, (_one("appnos", "kind", "date_in_court_reference_list"),)),
}
"""For each table, what a row must satisfy, and the keys that no two rows may share; the first names a row."""


def complaints(name: str, rows: Iterable[Row], until: date) -> Iterator[tuple[int, str, str, str]]:
    """Line, key, part and complaint of each row of the table *name* that contradicts itself or another."""
    check, keys = CHECKS[name]
    seen: list[Counter[str]] = [Counter() for _ in keys]
    for line, row in enumerate(rows, 2):
        for part, says in check(row, until):
            yield line, keys[0](row), part, says
        for key, counts in zip(keys, seen, strict=True):
            if value := key(row):
                counts[value] += 1
                if counts[value] == 2:
                    yield line, value, "key", f"{value} stands on a line before"
