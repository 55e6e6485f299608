"""Is the provision pleaded for somebody whom it protects, and where it applies?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refoulement_lint.checks import Context, found, listed, under
from refoulement_lint.model import Evidence
from refoulement_lint.rule import Parameter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from refoulement_lint.model import Citation, Draft, Finding, Scope
    from refoulement_lint.rule import Rule

KIND = "scope"

OUTSIDE = (
    "irregular", "aliens", "nationals", "adults", "excluded", "assisted", "union-citizens",
    "internal", "abroad", "high-seas", "refused", "overseas",
)  # fmt: skip
"""Who and what may be outside: the lists of words, by the names that ``rules/law/scope.tsv`` has for them."""
PARAMETERS: Mapping[str, Parameter] = {
    "scope": Parameter("texts", ("personal", "territorial"), required=True),
    **{name: Parameter("asked") for name in OUTSIDE},
    "silenced_by": Parameter("asked"),
    "declared": Parameter("asked"),
}
"""*declared*: words of a draft that knows of a State's declaration; what a State declared is then not told again."""
PLACEHOLDERS = frozenset({"written", "instrument", "covers", "instead"})


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """A finding where one sentence names a provision and somebody, or a place, that the provision leaves out."""
    pleaded = [citation for citation in draft.citations if citation.kind in ("provision", "instrument")]
    for rule in rules if pleaded else ():
        scopes = [scope for scope in context.registers.scopes if scope.what in listed(rule, "scope")]
        said: set[str] = set()
        for citation in pleaded:
            for scope in scopes:
                if not under(citation.target, scope.provision) or scope.state not in ("", draft.state):
                    continue
                if scope.state in said or (scope.state and context.said_anywhere(rule, "declared", context.text)):
                    continue
                if not _is_outside(citation, scope, rule, draft, context):
                    continue
                said.update((scope.state,) if scope.state else ())  # a State's declaration is told once
                yield _finding(rule, citation, scope, context)
                break


def _is_outside(citation: Citation, scope: Scope, rule: Rule, draft: Draft, context: Context) -> bool:
    block = draft.document.block_at(citation.start)
    if block is not None and block.kind in ("authorities", "quotation", "heading"):
        return False
    sentence = context.sentence_at(citation.start)
    # A sentence with a judgment tells what was decided about others; one with the right provision knows.
    for other in draft.citations_in(sentence):
        if other.kind in ("case", "short-form") or any(under(other.target, known) for known in scope.beside):
            return False
    if scope.excludes and not any(context.said(rule, name, sentence) for name in scope.excludes):
        return False
    return not context.said(rule, "silenced_by", sentence)


def _finding(rule: Rule, citation: Citation, scope: Scope, context: Context) -> Finding:
    values = {
        "written": citation.text,
        "instrument": context.registers.title(citation.target or ""),
        "covers": scope.covers,
        "instead": scope.instead,
    }
    words = f": “{scope.words}”" if scope.words else ""
    known = "" if scope.verified else " (not checked against the official text)"
    return found(
        rule,
        citation.span,
        values,
        because=[
            Evidence(f"{context.registers.title(scope.provision)}{words}{known}.".replace(".”.", ".”"), scope.source)
        ],
        target=citation.target,
    )
