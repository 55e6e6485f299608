"""What the reader of the file has to say: a guessed encoding, hidden text, a part that was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refoulement_lint.checks import Context, found, listed
from refoulement_lint.model import Draft, Evidence, Finding, Span
from refoulement_lint.rule import Parameter, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


KIND = "input"

PARAMETERS: Mapping[str, Parameter] = {"problem": Parameter("texts", required=True)}
"""*problem*: the words of `Problem.kind` that the rule speaks about; ``"*"`` is every one that no other rule names."""

PLACEHOLDERS = frozenset({"says"})


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """One finding for each problem; a problem that no rule names goes to the rule for ``"*"``, so that none is lost."""
    by_kind = {problem: rule for rule in rules for problem in listed(rule, "problem")}
    for problem in draft.document.problems:
        rule = by_kind.get(problem.kind, by_kind.get("*"))
        if rule is None:
            continue
        yield found(
            rule,
            problem.span or Span(0, 0),
            {"says": problem.says},
            because=[Evidence(problem.says, "the file itself")],
        )
