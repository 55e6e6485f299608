"""``rules``: the catalogue, or what is wrong with files of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from refoulement_lint.cli import NOT_CHECKED, NOTHING, complain
from refoulement_lint.commands.printing import print_out

if TYPE_CHECKING:
    import argparse


def options(rules: argparse.ArgumentParser) -> None:
    """Its options."""
    rules.add_argument("--check", nargs="+", default=[], metavar="PATH", help="rule files or folders to look over")


def run(wanted: argparse.Namespace) -> int:
    """``rules``: the catalogue, one line for each rule; with ``--check`` what is wrong with files of rules."""
    if wanted.check:
        return _check_rules(wanted.check)
    pages = pages_of_rules()
    width = max((len(name) for name in pages), default=0)
    print_out(
        "".join(f"{name:<{width}}  {page['severity']:<7}  {page['title']}\n" for name, page in sorted(pages.items()))
    )
    return NOTHING


def _check_rules(paths: list[str]) -> int:
    from refoulement_lint import rule_files
    from refoulement_lint.engine import open_engine

    checked = rule_files.check(paths, open_engine())
    for says in checked.mistakes:
        complain(says)
    if checked.passed_over:
        print_out(f"not looked at, for they hold no rules: {', '.join(checked.passed_over)}\n")
    if not checked.mistakes:
        files = "one rule file" if checked.files == 1 else f"{checked.files} rule files"
        print_out(f"{files} checked with every example: no mistakes\n")
    return NOT_CHECKED if checked.mistakes else NOTHING


def pages_of_rules() -> dict[str, dict[str, Any]]:
    """Every rule of ours by its name, with everything in its file."""
    from refoulement_lint.registers.opening import open_registers

    return dict(open_registers(own="none").rules.family_pages())
