"""How authorities and their sources are told to a lawyer; programs get all of it from the JSON report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from refoulement_lint.model import Finding, Support

# Whose case-law a forum follows first, as targets begin.
_OWN_CASE_LAW = {
    "ecthr": "ecthr:",
    "ecthr-rule39": "ecthr:",
    "cjeu": "cjeu:",
    "cat": "cat:",
    "hrc": "hrc:",
    "crc": "crc:",
}
_OWN_COURTS = {
    "GBR": "uk:",
    "USA": "us:",
    "CAN": "ca:",
    "AUS": "au:",
    "NZL": "nz:",
    "IRL": "ie:",
    "DEU": "de:",
    "POL": "pl:",
}
_FROM_MEMORY = "from memory of the register's editors"
_NOT_CHECKED = "not checked against the text"
_OFFICIAL = ("HUDOC", "EUR-Lex", "CJEU", "Court's", "OHCHR", "UNTC", "https://hudoc.", "https://eur-lex.")
# Our own files, by where they lie.
# What the short names in the tables of ``rules/law/cases`` stand for, by their beginning; the first of several counts.
_LISTS = (
    ("ohchr2016", "OHCHR's database of treaty-body decisions, May 2016"),
    ("iuropa", "the IUROPA database of the Court of Justice"),
    ("network2020", "EUR-Lex, as exported in 2020"),
    ("cjeu-similarity-texts", "a collection of judgments of the Court of Justice"),
    ("cjeu-migration-gaps2026", "the Court of Justice's cases on migration, collected in 2026"),
)
_OWN_FILES = (
    ("rules/arguments/", "the map of arguments"),
    ("rules/law/instruments/", "the register of instruments"),
    ("rules/law/", "the registers"),
    ("rules/", "the rule"),
)


def best_first(supports: Iterable[Support], forum: str, state: str | None) -> list[Support]:
    """
    The forum's own case-law before others, within each what somebody checked first; excerpts of the user's own
    documents last; else the order given.
    """
    own = _OWN_COURTS.get(state or "") if forum == "national" else _OWN_CASE_LAW.get(forum)
    return sorted(
        supports,
        key=lambda support: (
            bool(support.corpus),
            own is None or not support.target.startswith(own),
            not support.verified,
        ),
    )


def support_told(support: Support) -> str:
    """Citation, pinpoint, what it stands for, where that is written, and whether anybody checked it there."""
    pinpoint = f", {support.pinpoint}" if support.pinpoint and support.pinpoint not in support.citation else ""
    source = source_told(support.source)
    checked = "" if support.verified or _NOT_CHECKED in source else f"; {_NOT_CHECKED}"
    return f"{support.citation}{pinpoint}: {support.says} ({source}{checked})"


def answer_told(support: Support) -> list[str]:
    """What to say to an authority against the draft, and in a second line what that rests on; empty without answer."""
    if not support.answer:
        return []
    named = [
        f"{one.citation}{f', {one.pinpoint}' if one.pinpoint and one.pinpoint not in one.citation else ''}"
        f"{'' if one.verified else ' (not checked)'}"
        for one in support.answered_by
    ]
    return [support.answer, *([f"See {'; '.join(dict.fromkeys(named))}."] if named else [])]


def reasons_told(finding: Finding) -> list[str]:
    """
    Why a finding is so, each with its source: without what its message says (what is wrong with a file is its own
    proof) and what an authority is offered with below.
    """
    said = {finding.message, *(support.says for support in finding.support)}
    return [
        f"{why.says} ({source_told(why.source)})" if why.source else why.says
        for why in finding.because
        if why.says not in said
    ]


def source_told(source: str) -> str:
    """
    A source as far as it helps a reader: the document and its number, not the file that it was read from.

    Of several the first official one, or else the first that is more than a file.
    """
    if source.startswith("own knowledge"):
        return f"{_FROM_MEMORY}; {_NOT_CHECKED}"
    for folder, told in (*_LISTS, *_OWN_FILES):
        if source.startswith(folder):
            return told
    parts = [part for each in _apart(source) if (part := _without_file(each))]
    official = [part for part in parts if part.startswith(_OFFICIAL)]
    return (official or parts or ["a public collection of texts, named in the JSON report"])[0]


def _apart(source: str) -> list[str]:
    """The sources of a list, split at the semicolons that stand outside brackets."""
    parts, depth, here = [], 0, 0
    for at, character in enumerate(source):
        depth += (character in "([") - (character in ")]")
        if character == ";" and depth <= 0:
            parts.append(source[here:at])
            here = at + 1
    return [part.strip() for part in [*parts, source[here:]]]


def _without_file(source: str) -> str:
    """``HUDOC 001-109231 via github:…`` → ``HUDOC 001-109231``; empty where there is nothing but a file."""
    file = re.search(r"(?:\A|: | via )github[: ]", source)
    if file is None:
        return source
    told = source[: file.start()].removesuffix(" fragments").replace("judgment(s) ", "").rstrip(" ,")
    limits = re.search(r" \((?:outcome|text) only[^()]*\)\Z", source) if told else None
    return told + (limits[0] if limits else "")
