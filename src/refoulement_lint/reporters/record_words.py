"""The sentences of the verification record, alike in print and in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refoulement_lint.record import GRAVEST, UNREAD
from refoulement_lint.reporters.authorities import source_told
from refoulement_lint.reporters.uncompared import not_compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refoulement_lint.model import Comparison
    from refoulement_lint.record import Cited, Entry, Record

TITLE = "Verification record of citations"
MARK = "refoulement-lint verification record"
"""By this an earlier record is known, which a new one may replace; it stands at the beginning of every record."""

STATUS = {
    "verified": "verified",
    "mismatch": "mismatch",
    "impossible": "impossible",
    "not-in-register": "not in the register",
    "unchecked": "not checked",
}
MEANS = {
    "verified": "found in a register, and every part that was compared agrees with it",
    "mismatch": "found, but something written does not agree with the register",
    "impossible": "cannot exist as it is written, whatever the registers hold",
    "not-in-register": "a register that should have it does not; this does not say that it was invented",
    "unchecked": "no register here can say; somebody must look it up",
}
ABOUT = (
    "Each citation of the drafts was held against registers of decisions, treaties and acts, by a program, without"
    " looking anything up on the internet. It compares how an authority is cited: name, number, date, court, and"
    " whether a provision exists. It holds no text of judgments: that an authority says what the draft takes it for,"
    " and that a paragraph is the right one, must be read by a person in the source. Addresses are made from the"
    " citations and were not opened."
)
DECLARATION = (
    "I have looked at the entries listed under “To be looked at”, and have read the authorities relied on in"
    " their sources."
)
SIGNATURE = ("Name", "Date", "Signature")

QUOTED = {
    "exact": "exact",
    "form": "exact but for typography, ellipses, brackets or emphasis",
    "operator": "a word that turns the meaning is changed",
    "word": "a word is changed",
    "proviso": "cut off before the exception",
    "left-out": "words are left out without a mark",
    "spliced": "two places are joined without a mark",
    "other-provision": "the words of another provision",
    "other-paragraph": "in another paragraph than the one named",
    "nowhere": "found nowhere in it",
    "too-short": "too short to tell",
    "no-source": "not compared: its text is not held here in the language, or the translation, of the quotation",
}

_VERDICTS = {
    "agrees": "agrees",
    "unread": "is known from memory only, which nobody held against a text",
    "near": "nearly, a letter or two away",
    "another-case": "belongs to another case",
    "unknown": "not known so in the register",
    "unknown-undated": "not in the register, and no date is written",
    "tolerated": "not the register's, but another that serious sources give",
    "other-judgment": "that of another decision in the case",
    "missing": "not written",
    "delivery": "may be the day of delivery",
    "doubtful": "may be another way of naming it",
    "court-did-not-sit": "of a year in which that court gave none",
    "shared": "that of several cases, and the number alone says which",
    "alike": "a letter from what one unchecked list has",
    "initials": "has other initials in the register",
    "not-held": "the register has no name to compare it with",
    "not-compared": "held, and could not be compared",
    "left-out": "one of the respondents only",
    "communicated": "communicated only, nothing is decided",
    "beyond": "beyond the highest paragraph known",
    "not-covered": "outside what the register covers",
    "not-found": "outside what the register covers, and held under no other number or name",
    "not-in-list": "not in the list of its time",
    "no-such-article": "there is no such article",
    "no-such-paragraph": "there is no such paragraph",
    "no-such-point": "there is no such point",
    "unnumbered": "its paragraphs have no numbers",
}
_NO_COMPARISON = "nothing in it was compared by itself"


def compared_told(cited: Cited) -> str:
    """What of a citation was held against what, and what was not."""
    told = "; ".join(map(_comparison, cited.compared)) or _NO_COMPARISON
    return told + (f". Not compared: {', '.join(cited.not_compared)}" if cited.not_compared else "")


def pinpoint_of(cited: Cited) -> str:
    """The paragraphs cited in brackets, where the words as written do not show them already."""
    shown_already = cited.belongs or not cited.pinpoint or cited.pinpoint in cited.written
    return "" if shown_already else f" ({cited.pinpoint})"


def _comparison(one: Comparison) -> str:
    verdict = _VERDICTS.get(one.verdict, one.verdict.replace("-", " "))
    registered = one.registered or (one.authority.title if one.authority else "")
    same = not registered or registered == one.written or one.verdict in ("not-covered", "not-found")
    same = same or (one.verdict == "agrees" and one.part != "name")
    part = f"number {one.written}" if one.part == "number" else one.part
    return f"{part} {verdict}" + ("" if same else f" (register: {registered})")


def places_of(entry: Entry) -> list[tuple[Cited, str]]:
    """Each citation with, in one line, the numbers that belong to it; a number whose name is not there by itself."""
    told: list[tuple[Cited, str]] = []
    for each in entry.cited:
        if each.belongs and told and told[-1][0].draft == each.draft:
            main, numbers = told[-1]
            status = "" if each.status == main.status else f", {STATUS[each.status]}"
            told[-1] = (main, f"{numbers}{', ' if numbers else ''}{each.text} ({each.place}{status})")
        else:
            told.append((each, ""))
    return told


def facts_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Label and text of everything that is said of an authority beside its citations; nothing where there is none."""
    told = (
        ("In the register", entry.citation if entry.citation != entry.title else ""),
        ("Rests on", "; ".join(map(source_told_in, entry.rests_on))),
        ("Added register", f"{entry.added}, added by the user of the program" if entry.added else ""),
        ("Contradicted", " ".join(entry.conflicts)),
        ("Later history", " ".join(entry.history)),
        ("Law date", entry.in_force),
    )
    yield from ((label, text) for label, text in told if text)


def source_told_in(sentence: str) -> str:
    """A sentence that ends in a source, with the source as a reader needs it."""
    head, colon, source = sentence.partition(": ")
    if not colon or not head.startswith("register "):
        return sentence
    told = source_told(source.removesuffix(UNREAD)).rstrip(", ")
    unread = source.endswith(UNREAD) and "not checked" not in told
    return f"{head}: {told}{UNREAD if unread else ''}"


def drafts_told(record: Record) -> Iterator[tuple[str, str]]:
    """Each draft with what it was when it was read."""
    for draft in record.drafts:
        many = f"{draft.citations} citation{'' if draft.citations == 1 else 's'}"
        hashed = f"SHA-256 {draft.sha256}" if draft.sha256 else "not read"
        yield draft.path, f"{many}; {hashed}" + ("" if draft.complete else f"; NOT CHECKED WHOLE: {draft.error}")


def quotations_told(record: Record) -> Iterator[tuple[str, str, str, str]]:
    """Each quotation: where it stands, its first words, what it was held against, and what came of it."""
    for each in record.quotations:
        text = " ".join(each.quotation.text.split())
        text = text if len(text) <= 120 else text[:119].rsplit(" ", 1)[0] + " …"
        yield f"{each.draft} {each.quotation.place or ''}".strip(), text, each.title, QUOTED[each.quotation.verdict]


def uncompared_told(record: Record) -> str:
    """What is said of the quotations that could not be compared."""
    return not_compared([each.title for each in record.quotations if each.quotation.verdict == "no-source"])


def registers_told(record: Record) -> Iterator[tuple[str, str]]:
    """Each register with its reach, ours first."""
    for each in record.coverage:
        rows = f", {each.rows:,} rows" if each.rows else ""
        yield each.register, f"{each.since} to {each.until}{rows}. {each.says}"
    for added in record.added:
        yield f"added: {added.name}", added.says


def to_look_at(record: Record) -> list[Entry]:
    """The authorities that are not verified, the gravest first, then those that something else speaks against."""
    found = (entry for entry in record.entries if entry.status != "verified" or entry.overtaken)
    return sorted(found, key=lambda entry: (GRAVEST.index(entry.status), entry.number))


def why_looked_at(entry: Entry) -> str:
    """The status, and what else there is to see."""
    more = [
        told
        for told, there in (
            ("later history", entry.history),
            ("contradicted by an added register", entry.conflicts),
            ("not in force on the law date", entry.overtaken and not entry.history and not entry.conflicts),
        )
        if there
    ]
    return ", ".join([STATUS[entry.status], *more])


def totals(record: Record) -> str:
    """One sentence with all counts."""
    authorities, citations = len(record.entries), sum(len(entry.cited) for entry in record.entries)
    return (
        f"{citations} citation{'' if citations == 1 else 's'} of {authorities}"
        f" authorit{'y' if authorities == 1 else 'ies'} in {len(record.drafts)}"
        f" draft{'' if len(record.drafts) == 1 else 's'}; all of them stand below."
    )
