"""Days written in a draft, in the languages that drafts are written in, and whether each is the day of an event."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from refoulement_lint.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# How the names of the months begin; the longest beginning decides (Finnish "marraskuu" is November, "mars" March).
_BEGINNINGS = (
    "jan styczni stycze saus янв ene genn tammi січ",
    "feb fév lut vasar фев лют helmi",
    "mar mär maa kov мар берез maalis",
    "apr avr kwie baland апр квіт huhti abr",
    "may mai maj gegu мая май трав touko mag mei",
    "jun juin czerw birž июн черв kesä giu jūn",
    "jul juil lip liep июл лип heinä lug jūl",
    "aug aoû sierp rugpj авг серп elo ago",
    "sep wrze rugsė сен верес syys set",
    "oct okt paź spal окт жовт loka ott",
    "nov listop lapkr ноя листоп marras",
    "dec déc dez grud gruod дек груд joulu dic",
)

# A date behind one of these belongs to an act, a judgment or a report ("Directive … of 26 June 2013"), not to the
# story.
_OF_AN_ACT = tuple(
    f" {word} "
    for word in (
        "of",
        "z",
        "z dnia",
        "du",
        "de",
        "vom",
        "dated",
        "от",
        "від",
        "del",
        "adopted",
        "gada",
        "signed",
        "van",
        "dom den",
        "conseil,",
        "delivered on",
        "handed down on",
        "given on",
        "published on",
        "adopted on",
        "signature on",
        "into force on",
        "applies from",
        "applicable from",
        "in force since",
        "in force from",
        "version of",
        "accessed",
        "accessed on",
        "last visited",
        "consulté le",
        "rendu le",
        "prononcé le",
        "en vigueur le",
        "dostęp",
        "abgerufen am",
        "verkündet am",
        "consejo,",
        "consiglio,",
    )
)


# "1951. gada 28. jūlija Konvencijas": a date before one of these is the act's, in languages that put it first.
_BEFORE_AN_ACT = (
    "konven",
    "likum",
    "direkt",
    "regul",
    "rīkoj",
    "spried",
    "įstat",
    "reglam",
    "nutar",
    "sprend",
    "rozporz",
    "ustaw",
    "постан",
    "закона",
)


# "Lodged before 12 June 2026": what happened, happened on an earlier day. "Until" is the law's word and not here.
_BEFORE = tuple(
    f" {word} "
    for word in (
        "before",
        "prior to",
        "earlier than",
        "avant le",
        "avant",
        "antérieure au",
        "antérieurement au",
        "vor dem",
        "przed",
        "przed dniem",
        "iki",
        "prieš",
        "pirms",
        "līdz",
        "до",
        "ранее",
        "ennen",
        "vóór",
        "voor",
        "före",
        "før",
        "antes del",
        "prima del",
    )
)


class Day(NamedTuple):
    """
    One day as written; *of_an_act* when the words before it make it the date of a text.

    With *earlier* the draft says that something happened before that day, not on it.
    """

    span: Span
    day: date
    of_an_act: bool = False
    earlier: bool = False

    @property
    def of_the_event(self) -> date:
        """The latest day on which what is told may have happened."""
        return self.day - timedelta(days=1) if self.earlier else self.day


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\d)(?P<day>\d{1,2})(?:er|st|nd|rd|th|\.)?\s(?:de\s|päivä(?:nä|n)\s)?(?P<month>[^\W\d_]{3,12})\.?,?\s(?:de\s)?(?P<year>\d{4})(?!\d)"
        r"|\b(?P<us_month>[A-Z][a-z]{2,8})\.?\s(?P<us_day>\d{1,2}),?\s(?P<us_year>\d{4})(?!\d)"
        r"|(?<![\d/-])(?P<iso>\d{4}-\d\d-\d\d)(?![\d/-])"
        r"|(?<![\d.])(?P<dotted_day>\d{1,2})\.\s?(?P<dotted_month>\d{1,2})\.\s?(?P<dotted_year>\d{4})(?!\d)"
        r"|(?<!\d)(?P<lt_year>\d{4})\sm\.\s(?P<lt_month>[^\W\d_]{3,12})\s(?P<lt_day>\d{1,2})\sd"
        r"|(?<!\d)(?P<lv_year>\d{4})\.\s?gada\s(?P<lv_day>\d{1,2})\.\s?(?P<lv_month>[^\W\d_]{3,12})"
    )


@lru_cache(maxsize=256)
def month_number(name: str) -> int | None:
    """The month that a name in any of the languages begins like, or ``None``."""
    name = name.lower()
    best, length = None, 0
    for number, beginnings in enumerate(_BEGINNINGS, start=1):
        for beginning in beginnings.split():
            if len(beginning) > length and name.startswith(beginning):
                best, length = number, len(beginning)
    return best


@lru_cache(maxsize=1)
def _year() -> re.Pattern[str]:
    return re.compile(r"(?:1[89]|20)\d\d")


# A date begins and ends within this many characters of its year: "21st of September 2011", "2011 m. rugsėjo 21 d."
BEFORE_A_YEAR, AFTER_A_YEAR = 28, 24


def days_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """
    Every full date between *start* and *end*, in order; a date that no calendar has is passed over.

    Only the places around a year are looked at: they are few, and every way to write a date has one.
    """
    end = len(text) if end is None else end
    done = start
    for year in _year().finditer(text, start, end):
        if year.start() < done:
            continue
        low, high = max(done, year.start() - BEFORE_A_YEAR), min(end, year.end() + AFTER_A_YEAR)
        found = _pattern().search(text, low, high)
        if found is None:
            continue
        done = found.end()
        day = _date(found)
        if day is not None:
            before = text[max(0, found.start() - 20) : found.start()].lower()
            after = text[found.end() : found.end() + 14].lstrip(" .d").lower().removeprefix("r. ")
            of_an_act = (
                f" {before}".endswith(_OF_AN_ACT)
                or after.startswith(_BEFORE_AN_ACT)
                or _numbered().match(text, found.end()) is not None
            )
            if found["dotted_day"] and not of_an_act:
                of_an_act = _journal().search(text, max(0, found.start() - 40), found.start()) is not None
            earlier = f" {before}".endswith(_BEFORE)
            yield Day(Span(*found.span()), day, of_an_act=of_an_act, earlier=earlier)


def months_in(text: str, start: int, end: int) -> Iterator[tuple[Span, date]]:
    """Every month in which something is said to have happened, "in October 2024", with its last day."""
    for found in _month_alone().finditer(text, start, end):
        month = month_number(found["month"] or found["lt_month"] or found["lv_month"])
        if month is not None:
            year = int(found["year"] or found["lt_year"] or found["lv_year"])
            yield Span(*found.span()), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@lru_cache(maxsize=1)
def _month_alone() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<!\w)(?:[Ii]n|[Ee]n|[Ii]m|[Ww]e?|[Вв]о?|(?:[Aa]u|du)\smois\s(?:de\s|d[’'])|[Nn]el|[Uu]nder|[Vv]id|[Ii])\s"
        r"(?:(?:early|mid|late|miesiącu|mese\sdi|lo\smese\sdi)[\s-])?(?P<month>[^\W\d_]{3,12})\s(?:de\s)?(?P<year>20[0-4]\d)"
        r"|(?<!\d)(?P<lt_year>20[0-4]\d)\sm\.\s(?P<lt_month>[^\W\d_]{3,12})(?!\s\d)"
        r"|(?<!\d)(?P<lv_year>20[0-4]\d)\.\s?gada\s(?P<lv_month>[^\W\d_]{3,12}))(?![\d/])"
    )


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    """The number of an act or a judgment straight behind its day: "(2004 m. balandžio 29 d., Nr. IX-2206)"."""
    return re.compile(r"(?:\s?[drгр])?\.?,\s(?:Nr|nr|No|no|n[°º]|№|Z|poz|č|sygn)\.?\s?(?=[\dIVXL])")


@lru_cache(maxsize=1)
def _journal() -> re.Pattern[str]:
    """ "OJ L 337, " straight before a date, in the languages of the Official Journal: the day of the issue."""
    names = r"OJ|JO|ABl\.?|GU|DO|PB|OL|OV|ELT|EUT|EUVL|HL|Dz\.\s?U\.(?:\sUE)?"
    return re.compile(rf"\b(?:{names})\s(?:\d{{4}}\s)?(?:L|C)\b[^()\n]{{0,24}}\Z")


def no_days_in(text: str, start: int, end: int) -> Iterator[Span]:
    """Every full date between *start* and *end* that no calendar has: the 31st of a month that ends before it."""
    if not any(text.find(day, start, end) >= 0 for day in ("29", "30", "31")):
        return  # every month has the days before
    for year in _year().finditer(text, start, end):
        found = _pattern().search(text, max(start, year.start() - BEFORE_A_YEAR), min(end, year.end() + AFTER_A_YEAR))
        numbers = _numbers(found) if found is not None else None
        # A larger number before a month may be a paragraph's: "§ 45 March 2019".
        if found is not None and numbers is not None and numbers[2] <= LONGEST_MONTH and _date(found) is None:
            yield Span(*found.span())


LONGEST_MONTH = 31


def _date(found: re.Match[str]) -> date | None:
    numbers = _numbers(found)
    try:
        return date(*numbers) if numbers is not None else None
    except ValueError:
        return None


def _numbers(found: re.Match[str]) -> tuple[int, int, int] | None:
    """Year, month and day as written; ``None`` where the word between is no month."""
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
    elif found["dotted_day"]:
        year, month, day = int(found["dotted_year"]), int(found["dotted_month"]), int(found["dotted_day"])
    else:
        number = month_number(found["month"] or found["us_month"] or found["lt_month"] or found["lv_month"])
        if number is None:
            return None
        month = number
        year = int(found["year"] or found["us_year"] or found["lt_year"] or found["lv_year"])
        day = int(found["day"] or found["us_day"] or found["lt_day"] or found["lv_day"])
    return year, month, day


def as_written(like: str, iso: str, months: Iterable[Sequence[str]]) -> str:
    """
    The day *iso* in the way in which *like* is written: "05.11.2014" → "04.11.2014", "5 listopada 2014" → "4 …".

    *months* are the names of the months, a list for each language; empty where *like* is written in none of the known
    ways, or the other month cannot be named in its form.
    """
    year, month, day = iso.split("-")
    like = " ".join(like.split())
    if figures := _all_figures().fullmatch(like):
        padded = figures["day"][0] == "0" or figures["month"][0] == "0" or len(figures["day"] + figures["month"]) == 4
        first, second = (day, month) if padded else (str(int(day)), str(int(month)))
        return f"{first}{figures['one']}{second}{figures['two']}{year}"
    if _iso_alone().fullmatch(like):
        return iso
    found = _pattern().match(like)
    numbers = _numbers(found) if found is not None else None
    if found is None or numbers is None:
        return ""
    groups = {name.rpartition("_")[2]: name for name in found.groupdict() if found[name] is not None}
    word = found[groups["month"]]
    begin, end = found.span(groups["day"])
    if like.startswith(".", end):  # "1. September": the English write no stop there
        months = [names for names in months if "december" not in (name.lower() for name in names)]
    said = _month_like(word, numbers[1], int(month), months)
    before = {found.span(groups["year"]): year, found.span(groups["month"]): said}
    suffix = _ordinal().match(like, end)
    shown = str(int(day))
    if suffix is not None:
        end = suffix.end()
        shown += "er" if suffix[0] == "er" and shown == "1" else "" if suffix[0] == "er" else _english_ordinal(int(day))
    before[begin, end] = shown
    if not said:
        return ""
    for (start, stop), text in sorted(before.items(), reverse=True):
        like = like[:start] + text + like[stop:]
    return like


def _month_like(word: str, written: int, meant: int, months: Iterable[Sequence[str]]) -> str:
    """The name of the month *meant* beside *word*, which names the month *written*."""
    if written == meant:
        return word
    for names in months:
        lower = [name.lower() for name in names]
        if len(lower) == LAST_MONTH and lower[written - 1] == word.lower():
            return names[meant - 1].capitalize() if word[0].isupper() else names[meant - 1].lower()
    return ""


def _english_ordinal(day: int) -> str:
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


LAST_MONTH = 12


@lru_cache(maxsize=1)
def _all_figures() -> re.Pattern[str]:
    return re.compile(r"(?P<day>\d{1,2})(?P<one>[./]\s?)(?P<month>\d{1,2})(?P<two>[./]\s?)\d{4}")


@lru_cache(maxsize=1)
def _iso_alone() -> re.Pattern[str]:
    return re.compile(r"\d{4}-\d\d-\d\d")


@lru_cache(maxsize=1)
def _ordinal() -> re.Pattern[str]:
    return re.compile(r"(?:er|st|nd|rd|th)(?!\w)")
