"""Does a draft claim of a Strasbourg case what its recorded outcome contradicts?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from refoulement_lint.checks import Context, block_at, citations_in, found, register_row
from refoulement_lint.model import Citation, Draft, Evidence, Finding, Span
from refoulement_lint.rule import Parameter, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


KIND = "outcome"

PARAMETERS: Mapping[str, Parameter] = {
    "phrases": Parameter("phrases", required=True),
    "not_near": Parameter("asked"),
    "without_pinpoint": Parameter("flag"),
}
"""
*phrases*: how a violation is claimed; *not_near*: words that make it another kind of sentence. *without_pinpoint*: only
where no paragraph is cited, for a paragraph may hold a principle whatever the outcome.
"""

PLACEHOLDERS = frozenset({"citation", "provision", "outcome"})

_NOT_IN = ("heading", "quotation", "authorities", "code")


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """One finding for each case of which a violation is claimed that the register denies; when in doubt, none."""
    for rule in rules:
        said: set[Span] = set()
        for match in context.places(rule, "phrases"):
            block = block_at(context.blocks, match.span.start)
            if match.sentence in said or (block is not None and block.kind in _NOT_IN):
                continue
            said.add(match.sentence)
            if not context.said(rule, "not_near", match.sentence):
                yield from _contradicted(rule, draft, match.sentence)


def _contradicted(rule: Rule, draft: Draft, sentence: Span) -> Iterator[Finding]:
    cited = citations_in(draft.citations, sentence)
    cases = {
        one.authority.target: one for one in reversed(cited) if one.authority and one.kind in ("case", "short-form")
    }
    others = any(one.kind in ("case", "short-form", "ecli") and one.authority is None for one in cited)
    if len(cases) != 1 or others:
        return  # whose violation is claimed is not certain
    (case,) = cases.values()
    if case.authority is None or not case.authority.target.startswith("ecthr:"):
        return
    if rule.parameters.get("without_pinpoint") and case.pinpoint:
        return
    provisions = [one for one in cited if one.kind == "provision" and _article(one)]
    denied = [one for one in provisions if _is_denied(_article(one), case.authority.outcome)]
    # A sentence that names a provision of which a violation was found may mean that one.
    if not denied or len(denied) < len(provisions):
        return
    values = {
        "citation": case.authority.citation or case.authority.title,
        "provision": denied[0].text,
        "outcome": case.authority.outcome,
    }
    because = [
        Evidence(f"Outcome in the register: {_readable(case.authority.outcome)}.", case.authority.link or "register"),
        register_row(case.authority),
    ]
    yield found(rule, case.span, values, because=because, target=case.target)


def _article(citation: Citation) -> str:
    """``ECHR:35(1)`` as the register shortens it, ``35-1``; ``ECHR-P4:4`` as ``P4-4``; empty for another treaty."""
    instrument, _, provision = (citation.target or "").partition(":")
    protocol = instrument.removeprefix("ECHR").removeprefix("-")
    if not instrument.startswith("ECHR") or not provision or (protocol and protocol[0] != "P"):
        return ""
    return "-".join(part for part in (protocol, provision.replace("(", "-").replace(")", "")) if part)


@lru_cache(maxsize=1)
def _entry() -> re.Pattern[str]:
    return re.compile(r"(?:^|;)\s*(N?V) ([\w+-]+)")


def _is_denied(article: str, outcome: str) -> bool:
    """Whether the outcome has "no violation" of the article and nowhere a violation of it."""
    verdicts = {
        verdict
        for verdict, articles in _entry().findall(outcome)
        if any(one == article or one.startswith(f"{article}-") for one in articles.split("+"))
    }
    return verdicts == {"NV"}


def _readable(outcome: str) -> str:
    text = re.sub(r"\bNV (?=[\dP])", "no violation of ", re.sub(r"(?<!N)\bV (?=[\dP])", "violation of ", outcome))
    return " ".join(text.split()).rstrip(".")
