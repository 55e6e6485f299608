"""Is this part of a citation written as its court, or the Official Journal, writes it?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from refoulement_lint.checks import Context, found, listed, register_row
from refoulement_lint.checks.application_numbers import Form, application_numbers
from refoulement_lint.model import Citation, Document, Draft, Finding, Part, Span
from refoulement_lint.rule import Parameter, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


KIND = "form"

PARTS = (
    "number", "formation", "kind", "paragraphs", "file-number", "ecli", "neutral-citation", "community", "regulation",
    "journal", "articles", "communication",
)  # fmt: skip
PARAMETERS: Mapping[str, Parameter] = {
    "part": Parameter("text", PARTS, required=True),
    "accept": Parameter("texts"),
}
"""
*part*: what is looked at, the number of a ``communication`` to a committee.
Of a Strasbourg case its ``number``, ``formation`` ("[GC]"), ``kind`` ("(dec.)") and
``paragraphs`` (the sign before them); of a Luxembourg case its ``file-number``; an ``ecli``; a ``neutral-citation``;
of an act of the Union the letters of the ``community``, the "No" of a ``regulation`` and the Official ``journal``; the
word before several ``articles``.

*accept*: labels that are left alone when every citation of the draft has one of them (``"App no"``: OSCOLA).
"""

PLACEHOLDERS = frozenset({"written", "canonical"})

# What others say in their own way is theirs; code is no text.
_NOT_OURS = ("quotation", "code")


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """One finding for each part that is not in its form."""
    for rule in rules:
        accepted = {label.casefold() for label in listed(rule, "accept")}
        labels: set[str] = set()
        other_forms = []
        for form in _LOOKS[rule.parameters["part"]](draft):
            if form.label:
                labels.add(form.label.casefold())
            if form.written != form.canonical:
                other_forms.append(form)
        # One style throughout, "App no" or the bare "no", and no mixture of the two.
        first_words = {label.split()[0].rstrip("s.") for label in labels}
        another_style = len(first_words) == 1 and labels <= accepted
        for form in other_forms:
            if another_style and form.label.casefold() in accepted:
                continue
            if _is_not_ours(context.document, form.span):
                continue
            row = form.citation.authority if form.citation and rule.parameters["part"] == "number" else None
            yield found(
                rule,
                form.span,
                {"written": form.written, "canonical": form.canonical},
                because=[register_row(row)] if row else [],
                target=form.citation.target if form.citation else None,
                replacement=form.canonical,
            )


def _is_not_ours(document: Document, span: Span) -> bool:
    block = document.block_at(span.start)
    return block is not None and block.kind in _NOT_OURS


def _cases(draft: Draft, family: str) -> Iterable[Citation]:
    return (one for one in draft.citations if one.kind == "case" and one.written.family == family)


def _form(citation: Citation, draft: Draft, span: Span, canonical: str, label: str = "") -> Form:
    written = " ".join(draft.document.text[span.start : span.end].split())
    return Form(citation, span, label or written, written, canonical)


# --- Strasbourg -------------------------------------------------------------------------------------------------------

_LONG_MARKS = {"GC": "[GC]", "DEC": "(dec.)"}


@lru_cache(maxsize=1)
def _known_marks() -> re.Pattern[str]:
    """English and French marks; in other languages the Court's translators have others."""
    words = r"gc|g\.c\.|grand chamber|grande chambre|dec\.?|decision|admissibility decision|déc\.?|décision"
    return re.compile(rf"[(\[]?(?:{words})[)\]]?", re.IGNORECASE)


def _marks_of(citation: Citation) -> tuple[Part, ...]:
    return (*citation.written.all("formation"), *citation.written.all("kind"))


def _marks(name: str) -> Callable[[Draft], Iterator[Form]]:
    """The mark of the Grand Chamber or of a decision behind a case's name, with the comma that should not be there."""

    def look(draft: Draft) -> Iterator[Form]:
        text = draft.document.text
        for citation in _cases(draft, "ecthr"):
            part = citation.written.part(name)
            if part is None or part.value not in _LONG_MARKS or part.span.start < citation.start:
                continue  # before the name it is a journal's habit: "CEDH, gde ch., 4 novembre 2014, Tarakhel"
            if any(
                one.name != name and one.span.start <= part.span.start < one.span.end for one in _marks_of(citation)
            ):
                continue  # one bracket for both: "(décision, grande chambre)"
            written = text[part.span.start : part.span.end]
            if _known_marks().fullmatch(written) is None:
                continue
            is_french = draft.language == "fr" and " c. " in citation.text  # so are "c." and "(dec.)" in Italian
            canonical = "(déc.)" if part.value == "DEC" and is_french else _LONG_MARKS[part.value]
            if written in (canonical, "(déc.)"):
                yield _form(citation, draft, part.span, written)
                continue
            between = text[citation.end : part.span.start]
            if "," in between and not between.strip(" ,*_"):
                yield _form(citation, draft, Span(citation.end, part.span.end), f" {canonical}", written)
            else:
                yield _form(citation, draft, part.span, canonical)

    return look


def _paragraphs(draft: Draft) -> Iterator[Form]:
    """ "§ 180-185" where there are several, "§§ 180" where there is one, "§180" without its space."""
    if draft.language not in ("en", "fr"):
        return
    text = draft.document.text
    for citation in draft.citations:
        if citation.written.family != "ecthr" or citation.kind == "appno":
            continue
        for part in citation.written.all("paragraphs"):
            written = text[part.span.start : part.span.end]
            # Where the list runs on in a way that was not read, one paragraph cannot be told from several.
            if not written.startswith("§") or _runs_on().match(text, part.span.end):
                continue
            # A line may end anywhere, and where it does is nobody's way of citing.
            listed_as = " ".join(written.lstrip("§").split())
            canonical = ("§§ " if part.value.startswith("§§") else "§ ") + listed_as
            yield _form(citation, draft, part.span, canonical, "§")


@lru_cache(maxsize=1)
def _runs_on() -> re.Pattern[str]:
    return re.compile(r"\s?(?:[-–—/]|[a-zà-ÿ]{1,4}\.?)?\s?§{0,2}\s?\d|\s?(?:ff?|et seq|s)\b")


# --- Luxembourg and the Union -----------------------------------------------------------------------------------------


def _file_numbers(draft: Draft) -> Iterator[Form]:
    """ "C–411/10" with a dash, or "C 411/10" with a space: neither is found by a search for the number."""
    text = draft.document.text
    for citation in draft.citations:
        part = citation.written.part("number") if citation.written.family == "cjeu" else None
        if part is None or part.span != citation.span:  # beside a name the number is a citation of its own
            continue
        match = _file_number().search(text, part.span.start, part.span.end)
        if match is not None:
            yield _form(citation, draft, Span(match.start(), match.end("digit")), f"{match['court']}-{match['digit']}")


@lru_cache(maxsize=1)
def _file_number() -> re.Pattern[str]:
    return re.compile(r"\b(?P<court>[CTF])\s?[-–—−]?\s?(?P<digit>\d)")


def _eclis(draft: Draft) -> Iterator[Form]:
    """An identifier whose parts are not joined by colons, or not in capitals."""
    text = draft.document.text
    if "ECLI" not in text and "ecli:" not in text:
        return
    for match in _loose_ecli().finditer(text):
        parts = [match[name].upper() for name in ("country", "court", "year", "ordinal")]
        span = Span(match.start(), match.end())
        written = " ".join(match[0].split())
        inside = draft.citations_in(span)
        yield Form(inside[0] if inside else None, span, "ECLI", written, ":".join(["ECLI", *parts]))


@lru_cache(maxsize=1)
def _loose_ecli() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w=/?&])(?:ECLI|ecli)\s?[:.]?\s?(?P<country>[A-Za-z]{2})\s?[:.]\s?(?P<court>[A-Za-z]{1,7})\s?[:.]\s?"
        r"(?P<year>(?:19|20)\d\d)\s?[:./]\s?(?P<ordinal>\d[\w]{0,24})(?![\w.:/]*\w)"
    )


def _acts(draft: Draft) -> Iterator[tuple[Citation, Part, int]]:
    """Each citation of an act of the Union that names it by its number, with the year of its number."""
    for citation in draft.citations:
        part = citation.written.part("instrument")
        if citation.written.family != "eu-act" or part is None or citation.target is None:
            continue
        number = citation.target.partition(":")[2].partition(":")[0]
        years = [int(half) for half in number.split("/") if len(half) == 4 and half.startswith(("19", "20"))]
        if len(years) == 1:
            yield citation, part, years[0]


def _community(draft: Draft) -> Iterator[Form]:
    """ "2011/95/EC": the Community ended on 1 December 2009; acts of 2009 may bear either."""
    seen: set[Span] = set()
    text = draft.document.text
    for citation, part, year in _acts(draft):
        match = _letters().search(text, part.span.start, part.span.end)
        if match is None or part.span in seen or year == 2009 or year < 1994:
            continue
        seen.add(part.span)
        letters = match["slash"] or match["bracket"]
        french = letters in ("CE", "UE")
        right = ("UE" if french else "EU") if year > 2009 else ("CE" if french else "EC")
        group = "slash" if match["slash"] else "bracket"
        canonical = text[part.span.start : match.start(group)] + right + text[match.end(group) : part.span.end]
        yield _form(citation, draft, part.span, " ".join(canonical.split()))


@lru_cache(maxsize=1)
def _letters() -> re.Pattern[str]:
    return re.compile(r"/(?P<slash>EC|EU|CE|UE)\b|\((?P<bracket>EC|EU|CE|UE)\)")


def _regulations(draft: Draft) -> Iterator[Form]:
    """ "Regulation (EU) 604/2013" without its "No"; "(EU) No 2024/1348" with one that it no longer has."""
    seen: set[Span] = set()
    text = draft.document.text
    for citation, part, year in _acts(draft):
        match = _of_a_regulation().search(text, part.span.start, part.span.end)
        if match is None or part.span in seen:
            continue
        seen.add(part.span)
        new_style = year >= 2015
        if not new_style and match["between"].strip():
            continue  # "No.", "no": how it is shortened is nobody's business
        between = " " if new_style else " No "
        canonical = (
            f"{text[part.span.start : match.start('between')]}{between}{text[match.end('between') : part.span.end]}"
        )
        # A number of the one style with the year of the other is no matter of form.
        if len(match["first"]) == 4 and match["first"] == str(year) if new_style else match["second"] == str(year):
            yield _form(citation, draft, part.span, " ".join(canonical.split()))


@lru_cache(maxsize=1)
def _of_a_regulation() -> re.Pattern[str]:
    return re.compile(
        r"Regulation \((?:EU|EC)\)(?P<between>\s(?:[Nn]o\.?\s|[Nn]r\.?\s)?)(?P<first>\d{1,4})/(?P<second>\d{1,4})\b"
    )


def _journal(draft: Draft) -> Iterator[Form]:
    """ "OJ L 150, 22.5.2024, p. 1" for an act of 2024: since October 2023 every act is a journal of its own."""
    text = draft.document.text
    for citation, part, year in _acts(draft):
        if year < 2024:
            continue
        match = _issue_and_page().search(text, part.span.end, part.span.end + 300)
        if match is None or draft.citations_in(Span(citation.end, match.start())):
            continue  # none, or that of the next act
        number = citation.target.partition(":")[2].partition(":")[0] if citation.target else ""
        yield _form(citation, draft, Span(*match.span()), f"OJ L, {number}, {match['day']}")


@lru_cache(maxsize=1)
def _issue_and_page() -> re.Pattern[str]:
    return re.compile(
        r"OJ\s(?:\d{4}\s)?L\s?\d{1,4},\s(?P<day>\d{1,2}\.\d{1,2}\.20(?:2[4-9]|[3-9]\d)),?\s(?:pp?\.?|page)\s?\d{1,4}(?:[-–]\d{1,4})?"
    )


# --- England, Ireland, Australia; and every language of articles ------------------------------------------------------


def _neutral(draft: Draft) -> Iterator[Form]:
    """ "(2004) UKHL 26", "2004 UKHL 26": the year of a neutral citation stands in square brackets."""
    text = draft.document.text
    for citation in _cases(draft, "national-case"):
        for part in citation.written.all("number"):
            year = _bare_year().match(text, part.span.start)
            if year is not None and _neutral_citation().fullmatch(part.value):
                canonical = f"[{year['year']}]{text[year.end() : part.span.end]}"
                yield _form(citation, draft, part.span, " ".join(canonical.split()))


@lru_cache(maxsize=1)
def _bare_year() -> re.Pattern[str]:
    return re.compile(r"\(?(?P<year>\d{4})\)?(?=\s)")


@lru_cache(maxsize=1)
def _neutral_citation() -> re.Pattern[str]:
    return re.compile(
        r"\[\d{4}\] (?:UK|EW|IE|NI|CSIH|CSOH|HCA|FCA|NZ)[A-Za-z]{0,6}(?: [A-Z][a-z]{2,4})? \d{1,5}"
        r"(?: \([A-Za-z]{2,9}\))?"
    )


def _articles(draft: Draft) -> Iterator[Form]:
    """ "Article 3 and 13 of the Convention": two articles and one word for one."""
    if draft.language != "en":
        return
    text = draft.document.text
    by_whole: dict[Span, list[Citation]] = {}
    for citation in draft.citations:
        if citation.kind == "provision":
            by_whole.setdefault(citation.written.whole, []).append(citation)
    for whole, citations in by_whole.items():
        articles = {part.value.partition("(")[0] for one in citations if (part := one.written.part("article"))}
        word = text[whole.start : whole.start + 8]
        if len(articles) > 1 and word == "Article " and citations[0].start == whole.start:
            match = _two_articles().match(text, whole.start)
            if match is not None:
                yield _form(citations[0], draft, Span(whole.start, match.end()), f"Articles {match['rest']}")


@lru_cache(maxsize=1)
def _two_articles() -> re.Pattern[str]:
    return re.compile(r"Article (?P<rest>\d{1,3}(?:, \d{1,3}){0,6},? and \d{1,3})(?![\w(])")


def _communications(draft: Draft) -> Iterator[Form]:
    """Communications with the year before the number, where that is called so or the register has it."""
    for citation in draft.citations:
        swapped, number = citation.written.part("swapped"), citation.written.part("number")
        if swapped is None or number is None or citation.kind not in ("case", "document-symbol"):
            continue
        if citation.authority is not None or swapped.value:
            yield _form(citation, draft, swapped.span, number.value)


_LOOKS: Mapping[str, Callable[[Draft], Iterator[Form]]] = {
    "number": application_numbers,
    "formation": _marks("formation"),
    "kind": _marks("kind"),
    "paragraphs": _paragraphs,
    "file-number": _file_numbers,
    "ecli": _eclis,
    "neutral-citation": _neutral,
    "community": _community,
    "regulation": _regulations,
    "journal": _journal,
    "articles": _articles,
    "communication": _communications,
}
