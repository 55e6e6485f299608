"""The command line: arguments in, exit status out: 0 nothing found, 1 findings, 2 not everything was checked."""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, NoReturn, TextIO

NAME = "refoulement-lint"

NOTHING, FINDINGS, NOT_CHECKED, INTERRUPTED = 0, 1, 2, 130

_ABOUT = "Checks citations and arguments of drafts in refugee law. Offline; never changes a draft."


def run() -> NoReturn:
    """Runs one command and ends the process at once: to take every object apart costs some milliseconds."""
    _open_what_is_closed()
    gc.disable()  # until a second draft is read: what a start makes stays, and looking it through is 8 % of a short run
    status = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        status = status or NOT_CHECKED  # a full disk, or a reader that has gone away
    os._exit(status)


def _open_what_is_closed() -> None:
    """
    A closed standard output or error becomes one that goes nowhere: a file opened later would take its place.

    Standard input stays as it is, for nothing read from it would look like an empty draft.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  # a start is quick


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Runs one command and returns the exit status.

    Args:
        arguments: Without the name of the program; those of the process when ``None``.
    """
    try:
        wanted = _wanted(sys.argv[1:] if arguments is None else list(arguments))
        status = _status(wanted)
        flush()
    except BrokenPipeError:
        # A report is printed so that it survives this; what got here was said before anything was found.
        silence(sys.stdout)
        return NOT_CHECKED
    except KeyboardInterrupt:
        complain("interrupted; not everything was checked.")
        return INTERRUPTED
    except PrintingError as error:
        silence(sys.stdout)
        complain(f"the report could not be written to standard output: {error}.")
        return NOT_CHECKED
    except SystemExit as stop:  # argparse, after --help or a mistake
        return stop.code if isinstance(stop.code, int) else NOT_CHECKED
    return status


def _status(wanted: argparse.Namespace) -> int:
    from refoulement_lint.model import RefoulementLintError

    try:
        status: int = _module(wanted.command).run(wanted)
    except RefoulementLintError as error:
        complain(str(error))
        return NOT_CHECKED
    except damage() as error:
        complain(
            f"A file of registers is damaged ({error}). Is it one that you added? --registers none leaves those out;"
            " ours are made anew when the program is installed again."
        )
        return NOT_CHECKED
    return status


def _module(command: str) -> Any:  # a module, of which each has ``options`` and ``run``
    """What does the command; with it comes all that --help and --version do without."""
    return import_module(f"refoulement_lint.commands.{_COMMANDS[command][0]}")


def damage() -> type[Exception]:
    """What is raised where a file of registers turns out to be damaged in its middle."""
    from refoulement_lint.registers.opening import DAMAGE  # known by then, and `text-dump` does without

    return DAMAGE


class PrintingError(Exception):
    """What was to be printed was not, and not because its reader has gone away; says why."""


def complain(says: str) -> None:
    """Prints *says* to standard error, one line each, with nothing in it that a terminal obeys."""
    from refoulement_lint.reporters.excerpt import shown

    try:
        for line in says.split("\n"):
            print(f"{NAME}: {shown(line)}", file=sys.stderr)
        sys.stderr.flush()
    except OSError:  # a full disk, or a reader that has gone away: the exit status still tells
        silence(sys.stderr)


def flush() -> None:
    """
    Lets what was printed so far go out.

    Raises:
        BrokenPipeError: Its reader has gone away.
        PrintingError: It cannot, the disk being full.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise PrintingError((error.strerror or str(error)).lower()) from None


def silence(stream: TextIO) -> None:
    """
    Lets whatever is still to be written to *stream* go nowhere: its reader has gone away and has seen enough.

    What is in its buffer would otherwise be written, and complained of, when the process ends.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def near(name: str, known: Iterable[str]) -> str:
    """``did you mean ecthr?`` where one is near, and what is allowed, unless that is a long list."""
    import difflib  # only a mistake needs it

    known = list(known)
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    told = [f"did you mean {close[0]}?"] if close else []
    if len(known) <= 12 or (not close and len(known) <= 40):
        told.append(f"{'It' if close else 'it'} can be {', '.join(known)}.")
    return " ".join(told) or "see the documentation."


# --- what is allowed --------------------------------------------------------------------------------------------------


class _Help(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        # Asked for at every option; left to itself it imports all that packs and unpacks files to know the width.
        columns = os.environ.get("COLUMNS", "")
        try:
            width = int(columns) if columns.isdecimal() else os.get_terminal_size().columns
        except OSError:
            width = 80
        super().__init__(prog, width=width - 2)


class _Parser(argparse.ArgumentParser):
    def __init__(self, **settings: Any) -> None:  # argparse's own keywords
        super().__init__(allow_abbrev=False, formatter_class=_Help, **settings)

    def error(self, message: str) -> NoReturn:
        """One sentence, exit status 2."""
        unknown = re.search(r"argument (COMMAND|ACTION): invalid choice: '(.*)' \(choose from (.*)\)", message)
        if unknown:
            known = unknown[3].replace("'", "").split(", ")
            message = f'the {unknown[1].lower()} "{unknown[2]}" is not known; {near(unknown[2], known)}'
        complain(message.removeprefix("argument ") + ("" if message.endswith((".", "?")) else "."))
        raise SystemExit(NOT_CHECKED)

    def refuse(self, rest: str) -> NoReturn:
        """Says what is wrong with *rest*, which no option or place takes."""
        if not rest.startswith("-"):
            self.error(f'"{rest}" is too much here; see {self.prog} --help.')
        known = [option for option in self._option_string_actions if option.startswith("--")]
        option = rest.partition("=")[0]
        self.error(f"the option {option} is not known (a file of that name is ./{rest}); {near(option, known)}")


class _Version(argparse.Action):
    def __init__(self, option_strings: Sequence[str], dest: str, **rest: Any) -> None:  # argparse's own keywords
        super().__init__(option_strings, dest, nargs=0, **rest)

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:  # what else argparse passes
        from refoulement_lint.commands.printing import print_out
        from refoulement_lint.registers.edition import edition
        from refoulement_lint.version import VERSION

        of_registers = edition()
        print_out(f"{NAME} {VERSION} ({f'registers of {of_registers}' if of_registers else 'no registers'})\n")
        parser.exit(NOTHING if of_registers else NOT_CHECKED)


def _wanted(arguments: Sequence[str]) -> argparse.Namespace:
    """
    The command and its options.

    Raises:
        SystemExit: After ``--help`` and ``--version``, and when something is not as it must be.
    """
    parser = _Parser(prog=NAME, description=_ABOUT)
    parser.add_argument("--version", action=_Version, help="name, version, edition of the registers")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    # To make the parser and the options of every command takes longer than many a command.
    for name in arguments[:1] if arguments[:1] and arguments[0] in _COMMANDS else _COMMANDS:
        command = commands.add_parser(name, help=_COMMANDS[name][1])
        command.set_defaults(traceback=False)
        if name in arguments:
            _module(name).options(command)
    wanted, rest = parser.parse_known_args(arguments)
    if rest:
        getattr(wanted, "parser", commands.choices[wanted.command]).refuse(rest[0])
    return wanted


_COMMANDS: Mapping[str, tuple[str, str]] = {
    "check": ("check", "what is wrong, missing or unsupported"),
    "citations": ("listing", "every citation found"),
    "facts": ("listing", "every fact pattern found"),
    "suggest": ("suggest", "authorities that would support the draft"),
    "look-up": ("look_up", "what the registers know of one citation"),
    "registers": ("registers", "the registers; add exports that you made, or remove them"),
    "corpus": ("corpus", "your own judgments, reports and memos: add, list, search, remove, verify"),
    "rules": ("rules", "the catalogue of rules"),
    "rule": ("rule", "one rule's page"),
}
"""Command → its module in ``commands``, and what it gives."""
