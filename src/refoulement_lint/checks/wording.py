"""Is a phrase wrong here? The last resort, for what no citation and no register can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refoulement_lint.checks import (
    Context,
    found,
    listed,
    under,
)
from refoulement_lint.model import Citation, Draft, Finding, Span
from refoulement_lint.rule import Parameter, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from refoulement_lint.phrases import Match


KIND = "wording"

PARAMETERS: Mapping[str, Parameter] = {
    "phrases": Parameter("phrases"),
    "near": Parameter("asked"),
    "also_near": Parameter("asked"),
    "not_near": Parameter("asked"),
    "denied_by": Parameter("asked"),
    "told_by": Parameter("asked"),
    "owned_by": Parameter("asked"),
    "not_in": Parameter("texts", ("heading", "quotation", "footnote", "endnote", "cell", "authorities")),
    "near_provisions": Parameter("texts"),
    "cites": Parameter("texts"),
    "not_cites": Parameter("texts"),
    "anywhere": Parameter("phrases"),
    "write": Parameter("text"),
    "target_before": Parameter("texts"),
    "target": Parameter("text"),
    "takes_from": Parameter("texts"),
    "absolute": Parameter("texts"),
    "absolute_bare": Parameter("texts"),
    "takes": Parameter("asked"),
    "exceptions": Parameter("asked"),
    "ends": Parameter("asked"),
    "protects": Parameter("asked"),
    "acts": Parameter("asked"),
    "negations": Parameter("asked"),
    "set_apart_by": Parameter("asked"),
    "follows": Parameter("asked"),
    "relatives": Parameter("texts"),
    "unless_said_by": Parameter("text"),
}
"""
*near*/*not_near*: phrases that must or must not stand in the same sentence, but for the last word of the rule's own
("eher als nicht"); *near_provisions*: provisions that do as well as *near* where the sentence cites one; *also_near*:
one of these must stand there too. *denied_by*: words that deny, looked for inside the phrase, few words before it and
right behind it. *told_by*: words that show that somebody else says it; *owned_by*: words with which the draft makes it
its own all the same ("and rightly"). *cites*/*not_cites*: provisions (``"ECHR:3"``) one of which must, or none of which
may, be cited in the same paragraph. *anywhere*: phrases that must stand somewhere in the draft. *write*: what to write
instead. *target*: what the finding is about, and *target_before* the same before one forum (``"cat CAT:3"``).
*takes_from* and *absolute* are provisions (``"ECHR:3"``) of which a clause may make the former limit the latter
(`checks/polarity.py`): *takes*, *exceptions* and *ends* are words that do so unless a word of *negations* is in the
clause, *protects* and *acts* words that do so with one; *ends* and *acts* are said of the provision before them; a
clause with a word of *set_apart_by* is left alone; *follows* ties a sentence to the one before, and a clause that one
of *relatives* begins goes on about the provision named last; *absolute_bare* are those that a bare article may seem to
be. *unless_said_by*: a rule before this one; where it has spoken of a sentence this one is silent.
"""

PLACEHOLDERS = frozenset({"written", "write", "target"})

# "does in no way limit", "schränkt nicht ein", "limits nothing": so many words of the sentence around the phrase.
WORDS_BEFORE = 4
WORDS_BEHIND = 2


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """One finding for each sentence in which a phrase of a rule is wrong; inside quotation marks nothing is wrong."""
    reported: dict[str, set[Span]] = {}
    for rule in rules:
        said = reported.setdefault(rule.name, set())
        elsewhere = reported.get(rule.parameters.get("unless_said_by", ""), frozenset[Span]())
        if "takes_from" in rule.parameters:
            yield from _of_two_provisions(rule, draft, context, said)
        matches = context.places(rule, "phrases")
        if not matches:
            continue
        if "anywhere" in rule.parameters and not context.places(rule, "anywhere"):
            continue
        for match in matches:
            if match.sentence in said or match.sentence in elsewhere or not _is_near(rule, match, draft, context):
                continue
            if not _wrong_here(rule, match, draft, context):
                continue
            if "denied_by" in rule.parameters and context.said(rule, "denied_by", _around(match, draft.document.text)):
                continue
            said.add(match.sentence)
            yield _finding(rule, match, draft)


def _is_near(rule: Rule, match: Match[Any], draft: Draft, context: Context) -> bool:
    """Whether what the rule asks for stands in the sentence of the phrase."""
    if "also_near" in rule.parameters and not context.said(rule, "also_near", match.sentence):
        return False
    if "near" not in rule.parameters or context.said(rule, "near", match.sentence):
        return True
    provisions = listed(rule, "near_provisions")
    return bool(provisions) and any(
        under(one.target, provision)
        for one in draft.citations_in(match.sentence)
        for provision in provisions
        if one.kind == "provision"
    )


def _takes_back(rule: Rule, match: Match[Any], context: Context) -> bool:
    """Whether a word of *not_near* is in the sentence that is not the last one of a phrase of the rule itself."""
    if not context.said(rule, "not_near", match.sentence):
        return False
    own = [one.span for one in context.places(rule, "phrases") if one.sentence == match.sentence]
    return any(
        not any(phrase.end == one.end and phrase.covers(one) for phrase in own)
        for one in context.spans_said(rule, "not_near", match.sentence)
    )


def _of_two_provisions(rule: Rule, draft: Draft, context: Context, said: set[Span]) -> Iterator[Finding]:
    """What a clause says of two provisions that it names; few drafts name both."""
    takers = listed(rule, "takes_from")
    if not any(may_be(citation, takers) for citation in draft.citations):
        return
    from refoulement_lint.checks import polarity
    from refoulement_lint.phrases import Match

    for span, sentence in polarity.places(rule, draft, context):
        said.add(sentence)
        if span is not None:
            # Behind a semicolon stands another thought, "no such allegation is made".
            text = draft.document.text
            start = text.rfind(";", sentence.start, span.start) + 1 or sentence.start
            end = text.find(";", span.end, sentence.end)
            match = Match(rule.name, span, "", Span(start, end if end >= 0 else sentence.end))
            if _wrong_here(rule, match, draft, context):
                yield _finding(rule, match, draft)


def may_be(citation: Citation, provisions: tuple[str, ...]) -> bool:
    """
    Whether the citation is one of *provisions*, or has the number of one and leaves open whose it is: "Article 33(2)",
    "Article 3 of the Convention".
    """
    if citation.kind != "provision":
        return False
    if citation.target is not None:
        return any(under(citation.target, one) for one in provisions)
    article = citation.written.part("article")
    return article is not None and any(under(article.value, one.rpartition(":")[2]) for one in provisions)


def _wrong_here(rule: Rule, match: Match[Any], draft: Draft, context: Context) -> bool:
    if "not_near" in rule.parameters and _takes_back(rule, match, context):
        return False
    if (
        "told_by" in rule.parameters
        and context.said(rule, "told_by", match.sentence)
        and not context.said(rule, "owned_by", match.sentence)
    ):
        return False
    block = draft.document.block_at(match.span.start)
    if block is not None and block.kind in ("code", *listed(rule, "not_in")):
        return False
    around = block.span if block is not None else match.sentence
    cites, not_cites = listed(rule, "cites"), listed(rule, "not_cites")
    if cites or not_cites:
        targets = [citation.target for citation in draft.citations_in(around)]
        if cites and not any(under(target, cited) for target in targets for cited in cites):
            return False
        if any(under(target, cited) for target in targets for cited in not_cites):
            return False
    return not _quoted(draft.document.text, match)


def _around(match: Match[Any], text: str) -> Span:
    """The phrase with the few words of its sentence before it and behind, as far as its own clause goes."""
    before = text[match.sentence.start : match.span.start]
    before = before[max(before.rfind(sign) for sign in ";:") + 1 :]
    behind = text[match.span.end : match.sentence.end].partition(";")[0].partition(":")[0]
    far = before.rsplit(None, WORDS_BEFORE)
    rest = behind.split(None, WORDS_BEHIND)
    return Span(
        match.span.start - len(before) + (len(far[0]) if len(far) > WORDS_BEFORE else 0),
        match.span.end + len(behind) - (len(rest[-1]) if len(rest) > WORDS_BEHIND else 0),
    )


def _quoted(text: str, match: Match[Any]) -> bool:
    """Whether the words stand inside quotation marks that open and close in the sentence: somebody else's words."""
    before = text[match.sentence.start : match.span.start]
    after = text[match.span.end : match.sentence.end]
    return (before.count('"') % 2 == 1 and '"' in after) or (before.rfind("«") > before.rfind("»") and "»" in after)


def _finding(rule: Rule, match: Match[Any], draft: Draft) -> Finding:
    before = dict(one.split(" ", 1) for one in listed(rule, "target_before"))
    target = before.get(draft.forum, rule.parameters.get("target"))
    if target is None:
        cited = [citation.target for citation in draft.citations_in(match.sentence) if citation.target]
        target = cited[0] if cited else None
    write = rule.parameters.get("write")
    text = draft.document.text
    span = match.span
    if text[span.end : span.end + 1] == ")" and "(" in text[span.start : span.end]:
        span = Span(span.start, span.end + 1)
    return found(
        rule,
        span,
        {
            "written": text[span.start : span.end],
            "write": write or "",
            "target": target or "",
        },
        target=target,
        replacement=write,
    )
