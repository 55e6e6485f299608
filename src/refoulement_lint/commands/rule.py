"""``rule``: the page of one rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refoulement_lint.cli import NOT_CHECKED, NOTHING, complain, near
from refoulement_lint.commands.printing import print_out
from refoulement_lint.commands.rules import pages_of_rules

if TYPE_CHECKING:
    import argparse


def options(rule: argparse.ArgumentParser) -> None:
    """Its options."""
    rule.add_argument("name", metavar="NAME", help="as authority/number-of-another-case")


def run(wanted: argparse.Namespace) -> int:
    """``rule NAME``: the page of one rule."""
    pages = pages_of_rules()
    if wanted.name not in pages:
        complain(f'there is no rule "{wanted.name}"; {near(wanted.name, sorted(pages))}')
        return NOT_CHECKED
    from refoulement_lint.reporters.pages import rule_page

    print_out(rule_page(wanted.name, pages[wanted.name]))
    return NOTHING
