"""``registers``: what each holds; exports that the user made, added and removed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from refoulement_lint.cli import FINDINGS, NOT_CHECKED, NOTHING, complain
from refoulement_lint.commands.options import choice, registers_option
from refoulement_lint.commands.printing import print_out
from refoulement_lint.model import RegisterError

if TYPE_CHECKING:
    import argparse


def options(registers: argparse.ArgumentParser) -> None:
    """``registers show``, ``registers add FILE...``, ``registers remove NAME``."""
    actions = registers.add_subparsers(dest="action", metavar="ACTION", required=True)
    show = actions.add_parser("show", help="each register: source, edition, coverage, rows, kinds")
    show.add_argument("--output-format", type=choice("json", "console"), default="console", metavar="FORMAT")
    add = actions.add_parser("add", help="official exports: HUDOC or CELLAR as CSV, or a plain table")
    add.add_argument("files", nargs="+", metavar="FILE")
    add.add_argument("--name", help="what to call the register; of one file only, the file's name when not given")
    remove = actions.add_parser("remove", help="take registers out again that you added")
    remove.add_argument("names", nargs="+", metavar="NAME")
    for action in actions.choices.values():
        registers_option(action)


def run(wanted: argparse.Namespace) -> int:
    """``registers show``, ``add`` or ``remove``: ours are only ever shown, those that the user added change."""
    from refoulement_lint.registers.opening import added_place, open_registers
    from refoulement_lint.reporters import pages

    if wanted.action == "show":
        held = open_registers(own=wanted.registers)
        if wanted.output_format == "json":
            from refoulement_lint.reporters.json import written

            ours = [{**each.to_dict(), "kinds": kinds, "source": source} for each, kinds, source in held.holdings()]
            added = [each.to_dict() for each in held.added]
            about = {"edition": held.edition, "sha256": held.sha256, "coverage": ours, "added": added}
            print_out(written(about, indent=1) + "\n")
        else:
            edition = f"{held.edition} (SHA-256 {held.sha256})"
            place = added_place(wanted.registers)
            print_out(pages.registers_page(edition, held.holdings(), held.added, str(place) if place else ""))
        return NOTHING
    place = added_place(wanted.registers)
    if place is None:
        raise RegisterError("There is no file to write to: --registers, or the environment, says to leave them out.")
    from refoulement_lint.registers import adding

    if wanted.action == "remove":
        for name in wanted.names:
            print_out(f"Removed {name}: {adding.remove(place, name).says}\n")
        return NOTHING
    return _add(wanted, place)


def _add(wanted: argparse.Namespace, place: Path) -> int:
    """Each file in a transaction of its own; one that cannot be added does not keep the others out."""
    from refoulement_lint.registers import adding
    from refoulement_lint.registers.exports import read_export
    from refoulement_lint.registers.opening import open_registers
    from refoulement_lint.reporters.pages import addition_page

    if wanted.name is not None and len(wanted.files) > 1:
        raise RegisterError("--name goes with one file; several are called by their own names.")
    ours = open_registers(own="none").connection
    status = NOTHING
    for file in map(Path, wanted.files):
        try:
            export = read_export(file, date.today())
            addition = adding.add(export, ours, place, name=wanted.name or file.stem, today=date.today())
        except RegisterError as error:
            complain(str(error))
            status = NOT_CHECKED
            continue
        print_out(addition_page(addition))
        status = max(status, FINDINGS if addition.bad or addition.conflicts else NOTHING)
    return status
