"""``look-up``: what the registers know of one citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refoulement_lint.cli import NOTHING
from refoulement_lint.commands.options import choice, registers_option, words_given
from refoulement_lint.commands.printing import print_out

if TYPE_CHECKING:
    import argparse

    from refoulement_lint.registers.store import Store


def options(look_up: argparse.ArgumentParser) -> None:
    """Its options."""
    look_up.add_argument("text", metavar="TEXT", nargs="+", help="a name, a number, an ECLI, a provision")
    look_up.add_argument("--output-format", type=choice("json", "console"), default="console", metavar="FORMAT")
    registers_option(look_up)


def run(wanted: argparse.Namespace) -> int:
    """``look-up``: what the registers know of one citation; knowing nothing says nothing about whether it exists."""
    from refoulement_lint import pipeline

    text = words_given(wanted.text)
    found = pipeline.look_up(text, registers=wanted.registers)
    if wanted.output_format == "json":
        from attrs import asdict

        from refoulement_lint.reporters.json import written

        print_out(written([asdict(authority) for authority in found], indent=1) + "\n")
        return NOTHING
    from refoulement_lint.engine import open_engine
    from refoulement_lint.reporters.pages import authority_page

    registers = open_engine(registers=wanted.registers).registers
    if found:
        pages = [authority_page(authority, registers.conflicts(authority.target)) for authority in found]
        print_out("\n".join(pages))
    else:
        print_out(_nothing_known(text, registers, wanted.registers))
    return NOTHING


def _nothing_known(text: str, registers: Store, file: str | None) -> str:
    """What the registers hold instead, and where to look."""
    from refoulement_lint import pipeline

    held = "; ".join(f"{each.register} {each.since} to {each.until}" for each in registers.coverage)
    held += "".join(f"; added {each.name} {each.since} to {each.until}" for each in registers.added if each.rows)
    told = [f"The registers know nothing of this. It may exist all the same: they hold {held}."]
    for target in pipeline.targets_in(text, file):
        address = registers.links.of(target)
        told.append(f"Read as {target}{f'; look at {address}' if address else ''}")
    return "\n".join(told) + "\n"
