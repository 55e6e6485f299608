"""Does the draft keep to its own way of writing? One finding for the whole draft, at the first place that does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from attrs import evolve

from refoulement_lint.checks import Context, day_in_words, found, register_row
from refoulement_lint.model import Citation, Draft, Edit, Evidence, Finding, Fix, Span
from refoulement_lint.rule import Parameter, Rule

KIND = "habit"

PARAMETERS: Mapping[str, Parameter] = {
    "of": Parameter("text", ("versus", "paragraph", "article", "date", "number"), required=True),
}
"""
*of*: ``versus`` ("v." and "v"), ``paragraph`` ("§" and "para."), ``article`` ("Article" and "Art.") ask which way of
writing the draft uses more; ``date`` and ``number`` ask which Strasbourg cases are cited without what the others have.
"""

PLACEHOLDERS = frozenset({"written", "usual", "count", "usual_count", "registered"})

# Below this nobody can speak of a habit.
_FEWEST = 3
# How far back an open bracket is looked for; a paragraph may have ten million characters.
_LONGEST_BRACKET = 400
_NOT_OURS = ("quotation", "code", "authorities")
# Way of writing → what it is for one and for several; one table for all places, of which a long draft has thousands.
_VERSUS = {"v.": "v.", "v": "v"}
_PARAGRAPH = {"§": "§", "para.": "para.", "paragraph": "paragraph"}
_PARAGRAPHS = {"§": "§§", "para.": "paras", "paragraph": "paragraphs"}
_ARTICLE = {"Article": "Article", "Art.": "Art."}
_ARTICLES = {"Article": "Articles", "Art.": "Arts."}


class Place(NamedTuple):
    """One place: what is written there, as which *way* it counts, and what to write instead to keep to each way."""

    citation: Citation
    span: Span
    way: str
    instead: Mapping[str, str]


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """At most one finding for each rule."""
    for rule in rules:
        of = rule.parameters["of"]
        if of in _WAYS:
            places = [place for place in _WAYS[of](draft) if _is_ours(draft, place.span)]
            yield from _mixed(rule, places)
        else:
            yield from _left_out(rule, of, draft)


def _is_ours(draft: Draft, span: Span) -> bool:
    block = draft.document.block_at(span.start)
    return block is None or block.kind not in _NOT_OURS


# --- two ways of writing one thing ------------------------------------------------------------------------------------


def _mixed(rule: Rule, places: list[Place]) -> Iterator[Finding]:
    counted = Counter(place.way for place in places)
    if len(counted) < 2 or len(places) < _FEWEST:
        return
    (usual, usual_count), (_, second) = counted.most_common(2)
    if usual_count == second:
        return  # nobody can say which one is the habit
    others = [place for place in places if place.way != usual]
    first = others[0]
    edits = tuple(sorted({Edit(place.span, place.instead[usual]) for place in others}))
    values = {
        **dict.fromkeys(PLACEHOLDERS, ""),
        "written": first.way,
        "usual": usual,
        "count": _times(len(others)),
        "usual_count": _times(usual_count),
    }
    because = [
        Evidence(f"“{usual}” stands {_times(usual_count)}, another form {_times(len(others))}.", "the draft itself")
    ]
    finding = found(
        rule,
        first.span,
        values,
        because=because,
        target=first.citation.target,
        related=tuple(place.span for place in others[1:]),
    )
    yield evolve(finding, fix=Fix(rule.fix, edits)) if edits and rule.fix != "none" else finding


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


@lru_cache(maxsize=1)
def _versus() -> re.Pattern[str]:
    return re.compile(r"\sv(?P<point>\.?)\s")


def _by_versus(draft: Draft) -> Iterator[Place]:
    for citation in draft.citations:
        if citation.kind != "case" or citation.written.family != "ecthr":
            continue
        match = _versus().search(citation.text)
        if match is not None:
            span = Span(citation.start + match.start() + 1, citation.start + match.end("point"))
            yield Place(citation, span, "v." if match["point"] else "v", _VERSUS)


@lru_cache(maxsize=1)
def _paragraph_word() -> re.Pattern[str]:
    return re.compile(r"(?P<sign>§{1,2})|(?P<long>[Pp]aragraphs?)\b|(?P<short>[Pp]aras?\b\.?)")


def _by_paragraph(draft: Draft) -> Iterator[Place]:
    """Behind Strasbourg cases only: every court has its own habit, and a draft may follow each."""
    text = draft.document.text
    for citation in draft.citations:
        if citation.written.family != "ecthr" or citation.kind == "appno":
            continue
        for part in citation.written.all("paragraphs"):
            match = _paragraph_word().match(text, part.span.start)
            if match is None:
                continue
            instead = _PARAGRAPHS if part.value.startswith("§§") else _PARAGRAPH
            way = "§" if match["sign"] else "para." if match["short"] else "paragraph"
            yield Place(citation, Span(match.start(), match.end()), way, instead)


@lru_cache(maxsize=1)
def _article_word() -> re.Pattern[str]:
    return re.compile(r"(?P<long>Articles?)\b|(?P<short>[Aa]rts?\b\.?)")


def _by_article(draft: Draft) -> Iterator[Place]:
    """In the running text of an English draft; notes and brackets are often shorter, and nobody minds."""
    if draft.language != "en":
        return
    text = draft.document.text
    seen: set[int] = set()
    for citation in draft.citations:
        match = _article_word().match(text, citation.start) if citation.kind == "provision" else None
        if match is None or citation.start in seen:
            continue
        seen.add(citation.start)
        block = draft.document.block_at(citation.start)
        start = max(block.span.start if block else 0, citation.start - _LONGEST_BRACKET)
        before = text[start : citation.start]
        if (block is not None and block.kind != "body") or before.count("(") > before.count(")"):
            continue
        instead = _ARTICLES if match[0].rstrip(".").endswith("s") else _ARTICLE
        yield Place(citation, Span(match.start(), match.end()), "Article" if match["long"] else "Art.", instead)


_WAYS: Mapping[str, Callable[[Draft], Iterable[Place]]] = {
    "versus": _by_versus,
    "paragraph": _by_paragraph,
    "article": _by_article,
}


# --- what the others have ---------------------------------------------------------------------------------------------

_SAYS_IT = {"date": ("date", "year", "report", "ecli"), "number": ("number", "report", "ecli")}


# A number or a year this near to a name may well be the case's own, though the linter did not read it as that.
_REACH = 80


def _stands(of: str, text: str, around: Span) -> bool:
    """Whether anything in *around* may be the date, or the number."""
    return _may_be(of).search(text, around.start, around.end) is not None


@lru_cache(maxsize=2)
def _may_be(of: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:19|20)\d\d\b" if of == "date" else r"\b\d{1,5}/\d\d\b")


def _left_out(rule: Rule, of: str, draft: Draft) -> Iterator[Finding]:
    """
    The cases that no citation in the draft gives a date or a number, where most of the others have one.

    A case that is cited with it at one place needs it at no other.
    """
    first: dict[str, Citation] = {}
    having: set[str] = set()
    cases = [citation for citation in draft.citations if citation.kind in ("case", "short-form")]
    for index, citation in enumerate(cases):
        if citation.kind != "case" or citation.written.family != "ecthr" or citation.form != "full":
            continue
        if citation.target is None or citation.written.part("own") is not None:
            continue
        before = cases[index - 1].written.whole.end if index else 0
        after = cases[index + 1].start if index + 1 < len(cases) else len(draft.document.text)
        around = Span(max(before, citation.start - _REACH), min(after, citation.end + _REACH))
        if any(citation.written.part(name) for name in _SAYS_IT[of]) or _stands(of, draft.document.text, around):
            having.add(citation.target)
        elif _is_ours(draft, citation.span) and _registered(citation, of):
            first.setdefault(citation.target, citation)
    without = [citation for target, citation in first.items() if target not in having]
    if not without or len(having) < _FEWEST or len(without) * 2 > len(having):
        return
    values = {
        **dict.fromkeys(PLACEHOLDERS, ""),
        "written": without[0].text,
        "count": str(len(without)),
        "usual_count": str(len(having)),
        "registered": _registered(without[0], of),
    }
    because = [Evidence(f"{len(having)} cases of the Court are cited with it.", "the draft itself")]
    because += [register_row(citation.authority) for citation in without[:4] if citation.authority]
    yield found(
        rule,
        without[0].span,
        values,
        because=because,
        target=without[0].target,
        related=tuple(citation.span for citation in without[1:]),
    )


# Before the new Court cases were cited by their report, without a number.
_NUMBERED_SINCE = "1998-11-01"


def _registered(citation: Citation, of: str) -> str:
    """What the register could add; empty where nothing is missing that it knows of."""
    row = citation.authority
    if row is None or row.decision == "COM" or row.status == "pending":
        return ""
    if of == "number" and row.date < _NUMBERED_SINCE:
        return ""
    return day_in_words(row.date) if of == "date" else f"no. {row.numbers[0]}" if row.numbers else ""
