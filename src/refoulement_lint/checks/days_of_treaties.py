"""Does a treaty or an act bear the day, or the year, that is written beside its name?"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from refoulement_lint.checks import Context, day_in_words, found, instrument_of, listed
from refoulement_lint.days import Day, days_in
from refoulement_lint.model import Citation, Draft, Evidence, Finding, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refoulement_lint.rule import Rule

# What says that the date behind it is the one of adoption.
_ADOPTED = (
    "adopted", "adopted on", "adoptée le", "adopté le", "angenommen am", "opened for signature on",
    "signed at strasbourg on", "opened for signature at strasbourg on", "signé à strasbourg le",
)  # fmt: skip
# Between the name of a treaty and its date stand a comma, "of", "done at Geneva on"; more is another date's business.
REACH_OF_DATE = 130
REACH_BEFORE = 60


@lru_cache(maxsize=1)
def _joint() -> re.Pattern[str]:
    """What may stand between an instrument and its date; no digit, no end of a sentence."""
    # A bracket that defines a short name, and the number of a resolution, stand between too.
    return re.compile(
        r"\)?(?:\s\([^()\d]{3,60}\))?[\s,(\[]*(?:(?:[^\W\d_]+|\d{1,4}(?:\s\([IVXLC]{1,6}\)|/\d{1,4}))[\s,.']+){0,14}[(\[]?\s*"
    )


@lru_cache(maxsize=1)
def _joint_of_an_act() -> re.Pattern[str]:
    """The same without brackets and numbers of resolutions."""
    return re.compile(r"[\s,(]*(?:[^\W\d_]+[\s,.']+){0,14}\(?\s*")


@lru_cache(maxsize=1)
def _comma() -> re.Pattern[str]:
    """A comma behind which the sentence goes on, with the first words of what follows."""
    return re.compile(r",\s(?P<on>[a-zß-öø-ž\u0430-\u045f][\w’']*(?:\s[^\W\d_]+){0,2})")


def _goes_on(rule: Rule, between: str, context: Context) -> bool:
    """Whether that is something else than where and how the instrument was made: ", sudarytos Ženevoje"."""
    return any(
        not context.said_anywhere(rule, "made", clause["on"])
        for clause in _comma().finditer(between)
        if not _is_of(between, clause)
    )


def _is_of(between: str, clause: re.Match[str]) -> bool:
    """Whether only "of" stands between the last comma and the day: "... or Punishment, of 10 December 1984"."""
    return clause["on"].strip() in _OF_A_DAY and clause.end() == len(between.rstrip())


def _dates_inside(rule: Rule, draft: Draft, context: Context) -> Iterator[tuple[str, Day]]:
    """
    The days between the two halves of a treaty's name, with its key: "the Convention of 28 July 1951 relating to the
    Status of Refugees".
    """
    text = draft.document.text
    for entry in listed(rule, "inside"):
        language, key, rest = entry.split(" ", 2)
        if language != draft.language:
            continue
        at = text.find(rest)
        while at >= 0:
            days = [*days_in(text, max(0, at - REACH_INSIDE), at)]
            if days and _sign_of_a_year().fullmatch(text, days[-1].span.end, at):
                before = text[max(0, days[-1].span.start - REACH_INSIDE) : days[-1].span.start].lower().split()
                if any(word.startswith(head) for word in before[-3:] for head in listed(rule, "heads")):
                    yield key, days[-1]
            at = text.find(rest, at + 1)


# From the day in a name back to the word "Convention", and on to the rest of the name.
REACH_INSIDE = 60


@lru_cache(maxsize=1)
def _sign_of_a_year() -> re.Pattern[str]:
    """What ends a day before the name goes on: "1951 r. ", "1951 года ", ", "."""
    return re.compile(r"(?:\s?[^\W\d_]{1,5}\.?)?,?\s(?:[^\W\d_]{1,12}\s){0,2}")


def wrong_days(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    """One finding for each treaty or act with another day, or another year in its name, than it bears."""
    text = draft.document.text
    instruments = listed(rule, "instruments")
    said: set[Span] = set()
    for key, inside in _dates_inside(rule, draft, context):
        adoption = context.registers.adoption(key)
        if adoption.adopted is None or inside.day in (adoption.adopted, adoption.opened) or inside.span in said:
            continue
        said.add(inside.span)
        yield _of_another_day(rule, key, inside, draft, context)
    for citation in draft.citations:
        key = instrument_of(citation.target or "")
        if citation.kind not in ("instrument", "provision") or not key or (instruments and key not in instruments):
            continue
        if (year := _year_beside(citation, text)) is not None and year not in said:
            right = _other_year(int(text[year.start : year.end]), key, context)
            if right is not None:
                said.add(year)
                values = {"written": text[year.start : year.end], "instrument": context.registers.title(key)}
                values["registered"] = day_in_words(right)
                because = [
                    Evidence(f"{values['instrument']}: adopted {values['registered']}.", "the register of instruments")
                ]
                yield found(rule, year, values, because=because, target=key, replacement=str(right.year))
                continue
        end = max(citation.end, citation.written.whole.end)
        reach = min(end + REACH_OF_DATE, len(text))
        day = next(days_in(text, end, reach), None)
        # Behind an act of the Union such a bracket has the Journal.
        joint = _joint_of_an_act() if key.startswith("EU:") else _joint()
        if day is None or not joint.fullmatch(text, end, day.span.start):
            day = _day_before(rule, citation.start, text, context) or _day_made(rule, citation, text, context)
        if day is None or day.span in said:
            continue
        if any(other.written.whole.meets(day.span) for other in draft.citations_in(Span(end, day.span.end))):
            continue  # the day of a judgment that is cited behind the provision
        adoption = context.registers.adoption(key)
        if adoption.adopted is None or day.day in (adoption.adopted, adoption.opened):
            continue
        between = text[end : day.span.start].lower()
        if context.said_anywhere(rule, "silenced_by", between):
            continue
        in_words = between.rstrip().endswith(_ADOPTED) or (
            adoption.of_one_day and day.span.start >= end and _is_dated(citation, between, day, context)
        )
        slip = _slip_of(day.day, adoption.adopted) and not _goes_on(rule, between, context)
        if slip and (day.span.start < end or (between.rpartition(",")[2].strip() in _OF_A_DAY and "," in between)):
            # "The decision, based on the Convention, of 10 December 2021" has a day of its own.
            slip = abs(day.day.year - adoption.adopted.year) <= YEARS_OF_A_SLIP
        if day.day != adoption.in_force and not in_words and not slip:
            continue
        said.add(day.span)
        yield _of_another_day(rule, key, day, draft, context)


def _of_another_day(rule: Rule, key: str, day: Day, draft: Draft, context: Context) -> Finding:
    """That the treaty bears another day than the one written."""
    adoption = context.registers.adoption(key)
    assert adoption.adopted is not None
    written = draft.document.text[day.span.start : day.span.end]
    values = {
        "written": written,
        "instrument": context.registers.title(key),
        "registered": day_in_words(adoption.adopted),
        "date": day_in_words(adoption.in_force) if adoption.in_force and day.day == adoption.in_force else "",
    }
    return found(
        rule,
        day.span,
        values,
        because=[
            Evidence(f"{context.registers.title(key)}: adopted {day_in_words(adoption.adopted)}.", adoption.source)
        ],
        target=key,
        replacement=_with_parts_changed(written, day.day, adoption.adopted),
    )


@lru_cache(maxsize=1)
def _year_of_a_name() -> dict[str, re.Pattern[str]]:
    """The year straight before the name of a treaty, and "of 1951" straight behind it."""
    return {
        "inside": re.compile(r"(?P<year>(?:18|19|20)\d\d)\s"),
        "before": re.compile(r"(?<![\d/§.])\b(?P<year>(?:18|19|20)\d\d)\s$"),
        "behind": re.compile(r"\s(?:of|de|von|z|del|av|iš|no)\s(?P<year>(?:18|19|20)\d\d)(?![\d/.-]|\s?m\.\s[^\W\d_])"),
    }


def _year_beside(citation: Citation, text: str) -> Span | None:
    """The year that is written as part of a treaty's name: "the 1985 Convention against Torture"."""
    part = citation.written.part("instrument")
    if part is None and citation.kind == "provision":
        return None  # "26 Mar 2020 | Art. 5": no treaty is named beside the year
    name = part.span if part is not None else citation.span
    if len(text[name.start : name.end].split()) < _FEWEST_WORDS_OF_A_NAME:
        return None
    patterns = _year_of_a_name()
    match = (
        patterns["inside"].match(text, name.start)
        or patterns["before"].search(text, max(0, name.start - 6), name.start)
        or patterns["behind"].match(text, name.end)
    )
    return Span(*match.span("year")) if match is not None else None


# "The Convention" and "the Covenant" may be any.
_FEWEST_WORDS_OF_A_NAME = 2


def _other_year(written: int, key: str, context: Context) -> date | None:
    """The day of adoption of a treaty that bears no such year; the Union's treaties were made anew again and again."""
    adoption = context.registers.adoption(key)
    days = [day for day in (adoption.adopted, adoption.opened) if day is not None]
    if adoption.adopted is None or written in {day.year for day in days}:
        return None
    if key.startswith("EU:") or "European Union" in context.registers.title(key):
        return None
    return adoption.adopted


# A slip in the year of a treaty is seldom a larger one.
YEARS_OF_A_SLIP = 15
# Between a treaty and its own day: "of 28 July 1951", "vom 28. Juli 1951".
_OF = frozenset({"of", "du", "vom", "z dnia", "z", "del", "av"})
# Behind a comma the same, and what may as well belong to a decision in the sentence.
_OF_A_DAY = _OF | {"от", "від", "dnia", "de", "di", "van", "af"}
# Words of a name that means one treaty and no other: "Convention" and "Geneva Convention" may mean any.
_FULL_NAME = 4


def _is_dated(citation: Citation, between: str, day: Day, context: Context) -> bool:
    """
    Whether nothing but "of" stands between the full name of a treaty and a day: then it is meant as the treaty's.

    Behind "Protocol No. 4 to the Convention" it may be the day of the Convention.
    """
    name, treaty = citation.written.part("instrument"), instrument_of(citation.target or "")
    if name is None or between.strip() not in _OF:
        return False
    convention, dash, _ = treaty.partition("-")
    if dash:  # "ECHR-P4", "ICCPR-OP2"
        of_both = context.registers.adoption(convention)
        numbered = any(sign.isdigit() for sign in name.value)
        return numbered and day.day not in (of_both.adopted, of_both.opened, of_both.in_force)
    return len(name.value.split()) >= _FULL_NAME


@lru_cache(maxsize=1)
def _joint_before() -> re.Pattern[str]:
    """What may stand between a date and the instrument behind it: "1951 m. liepos 28 d. Konvencija"."""
    return re.compile(r"[\s.]*(?:d\.\s)?(?:[^\W\d_]+\s){0,2}")


# "d.", "г.", "r.", "m.": what a date ends with.
LONGEST_SIGN = 2


def _day_before(rule: Rule, start: int, text: str, context: Context) -> Day | None:
    """
    The date straight before an instrument, where languages put it that say "of" by an ending; the words whose act it
    is, *clauses*, may stand between, and where and how it was made: „1951 m. liepos 28 d. Ženevoje priimta Konvencija“.
    """
    days = [*days_in(text, max(0, start - REACH_BEFORE), start)]
    if not days:
        return None
    end = days[-1].span.end
    if _is_of_the_making(rule, text, days[-1].span, start, context):
        return days[-1]
    if not _joint_before().fullmatch(text, end, start):
        words = text[end:start].removeprefix(".").removeprefix(" d.").lower().split()
        return days[-1] if words and all(word in listed(rule, "clauses") for word in words) else None
    # "She applied on 3 May 2024. Regulation 2024/1348 ...": but for "d.", "г.", "r." a stop ends the sentence.
    last = text[max(0, end - REACH_BEFORE) : end].rpartition(" ")[2] if text[end : end + 1] == "." else ""
    between = text[end:start].split()
    ended = last[-1:].isdigit() or len(last) > LONGEST_SIGN
    # "28 d. Tarybos direktyva" is one name; "3 d. Bylai taikytinas Reglamento" is another sentence.
    begun = len(between) > 1 and between[-2][:1].isupper() and between[-1][:1].islower()
    return None if ended or begun else days[-1]


def _is_of_the_making(rule: Rule, text: str, day: Span, start: int, context: Context) -> bool:
    """
    Whether between a day and the name behind it stands nothing but where and how the treaty was made, with a word for
    the making there or straight before the day: "podpisana 28 lipca 1951 r. w Genewie", "am … in Genf unterzeichnete".
    """
    clause = _clause_of_making().fullmatch(text, day.end, start)
    if clause is None or not clause["how"]:
        return False
    before = re.split(r"[.,;:!?()]", text[max(0, day.start - REACH_OF_MAKING) : day.start])[-1]
    if clause["verb"] is not None:
        return context.said_anywhere(rule, "made", clause["verb"])
    return context.said_anywhere(rule, "made", before)


REACH_OF_MAKING = 40
"""Characters before a day in which the word stands that says how a treaty was made: "podpisaną w dniu"."""


@lru_cache(maxsize=1)
def _clause_of_making() -> re.Pattern[str]:
    """A place with a capital, with its preposition or an ending for it, and a participle without one."""
    return re.compile(
        r"[\s.]*(?:d\.\s|(?:года|року|r\.|г\.|р\.)\s)?"
        r"(?P<how>(?:(?:[^\W\d_]{1,2}\s)?[^\W\d_a-zà-ÿа-џ][^\W\d_]{3,14}\s)?(?:(?P<verb>[^\W\d_A-ZÀ-ÞА-Я][^\W\d_]{3,20})\s)?)"
    )


@lru_cache(maxsize=1)
def _article_after() -> re.Pattern[str]:
    """A comma and an article, "Opened for signature on 28 July 1951, the Convention ...", or the sign of a year."""
    return re.compile(r"(?:\s?[^\W\d_]{1,5}\.?)?,\s(?:[^\W\d_]{1,4}[\s'])?|\s?[rг]\.\s")


def _day_made(rule: Rule, citation: Citation, text: str, context: Context) -> Day | None:
    """The day of a clause before the name that tells when the treaty was made: "Adopted on 20 November 1989, the"."""
    start = max(0, citation.start - REACH_BEFORE)
    days = [*days_in(text, start, citation.start)]
    if not days or not _article_after().fullmatch(text, days[-1].span.end, citation.start):
        return None
    before = re.split(r"[.,;:!?(]", text[max(0, days[-1].span.start - REACH_BEFORE) : days[-1].span.start])[-1]
    return days[-1] if context.said_anywhere(rule, "made", before.lower()) else None


@lru_cache(maxsize=1)
def _year_behind() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:\((?P<session>[IVXLC]+)\))?(?:\s?[-–,]\s?|\sof\s|\sde\s|\svon\s|\sz\s|\s)?\(?(?P<year>(?:19|20)\d\d)\b"
    )


def wrong_years(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    """
    The year behind a general comment or a conclusion of UNHCR's Executive Committee.

    A comment is dated by its adoption or by its printing, a year later; a conclusion by its session, the first of
    which met in 1950.
    """
    for citation in draft.citations:
        target = citation.target or ""
        if citation.kind != "document-symbol" or not (":GC" in target or ":ExCom" in target):
            continue
        behind = _year_behind().match(draft.document.text, citation.end)
        if behind is None:
            continue
        written, adoption = int(behind["year"]), context.registers.adoption(target)
        if ":ExCom" in target:
            right = _FIRST_SESSION + _roman(behind["session"]) if behind["session"] else None
            says, source = f"The {behind['session']} session met in {right}.", "the sessions are numbered year by year"
        else:
            right = adoption.adopted.year if adoption.adopted else None
            says, source = f"{context.registers.title(target)}: adopted {right}.", adoption.source
        if right is None or written in (right, right + (":GC" in target)):
            continue
        span = Span(*behind.span("year"))
        values = {
            "written": behind["year"],
            "instrument": citation.text,
            "registered": str(right),
        }
        yield found(rule, span, values, because=[Evidence(says, source)], target=target, replacement=str(right))


_FIRST_SESSION = 1949
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _slip_of(written: date, right: date) -> bool:
    """Whether two of day, month and year are right: then it is meant to be this date."""
    same = (written.day == right.day) + (written.month == right.month) + (written.year == right.year)
    return same == 2


def _with_parts_changed(written: str, wrong: date, right: date) -> str | None:
    """
    The date as written with only the wrong number changed; ``None`` when the month is wrong, which has names in every
    language.
    """
    if wrong.month != right.month:
        return None
    if wrong.year != right.year and wrong.day == right.day:
        return written.replace(str(wrong.year), str(right.year))
    if wrong.year == right.year:
        return re.sub(rf"(?<!\d)0?{wrong.day}(?!\d)", str(right.day), written, count=1)
    return None
