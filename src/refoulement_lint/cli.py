"""The command line: arguments in, exit status out: 0 nothing found, 1 findings, 2 not everything was checked."""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NoReturn, TextIO

NAME = "refoulement-lint"

FORUMS = ("ecthr", "ecthr-rule39", "cjeu", "cat", "hrc", "crc", "national", "unhcr-submission", "ngo-report")
FAIL_ON = ("error", "warning", "note", "never")
COLOUR = ("auto", "always", "never")

NOTHING, FINDINGS, NOT_CHECKED, INTERRUPTED = 0, 1, 2, 130

_ABOUT = "Checks citations and arguments of drafts in refugee law. Offline; never changes a draft."


def run() -> NoReturn:
    """Runs one command and ends the process at once: to take every object apart costs some milliseconds."""
    gc.disable()  # until a second draft is read: what a start makes stays, and looking it through is 8 % of a short run
    status = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        status = status or NOT_CHECKED  # a full disk, or a reader that has gone away
    os._exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Runs one command and returns the exit status.

    Args:
        arguments: Without the name of the program; those of the process when ``None``.
    """
    try:
        wanted = _wanted(sys.argv[1:] if arguments is None else list(arguments))
        status = _status(wanted)
        sys.stdout.flush()
    except BrokenPipeError:
        # A report is printed so that it survives this; what got here was said before anything was found.
        silence(sys.stdout)
        return NOT_CHECKED
    except KeyboardInterrupt:
        complain("interrupted; not everything was checked.")
        return INTERRUPTED
    except SystemExit as stop:  # argparse, after --help or a mistake
        return stop.code if isinstance(stop.code, int) else NOT_CHECKED
    return status


def _status(wanted: argparse.Namespace) -> int:
    from refoulement_lint import commands  # and with it all that --help and --version do without
    from refoulement_lint.model import RefoulementLintError

    try:
        status: int = getattr(commands, wanted.command.replace("-", "_"))(wanted)
    except RefoulementLintError as error:
        complain(str(error))
        return NOT_CHECKED
    except commands.damage() as error:
        complain(
            f"A file of registers is damaged ({error}). Is it one that you added? --registers none leaves those out;"
            " ours are made anew when the program is installed again."
        )
        return NOT_CHECKED
    return status


def complain(says: str) -> None:
    """Prints *says* to standard error, one line each, with nothing in it that a terminal obeys."""
    from refoulement_lint.reporters.excerpt import shown

    try:
        for line in says.split("\n"):
            print(f"{NAME}: {shown(line)}", file=sys.stderr)
        sys.stderr.flush()
    except BrokenPipeError:
        silence(sys.stderr)


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
        from refoulement_lint.registers.edition import edition
        from refoulement_lint.version import VERSION

        of_registers = edition()
        print(f"{NAME} {VERSION} ({f'registers of {of_registers}' if of_registers else 'no registers'})")
        parser.exit(NOTHING if of_registers else NOT_CHECKED)


def _choice(*allowed: str) -> Callable[[str], str]:
    def convert(text: str) -> str:
        if text not in allowed:
            raise argparse.ArgumentTypeError(f'"{text}" is not known; {near(text, allowed)}')
        return text

    return convert


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no date; write it as 2026-11-22.') from None


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text)):
        raise argparse.ArgumentTypeError(f'"{text}" is no whole number above 0.')
    return int(text)


def _wanted(arguments: Sequence[str]) -> argparse.Namespace:
    """
    The command and its options.

    Raises:
        SystemExit: After ``--help`` and ``--version``, and when something is not as it must be.
    """
    parser = _Parser(prog=NAME, description=_ABOUT)
    parser.add_argument("--version", action=_Version, help="name, version, edition of the registers")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (says, options) in _COMMANDS.items():
        command = commands.add_parser(name, help=says)
        command.set_defaults(traceback=False)
        if name in arguments:  # to make the options of every command takes longer than many a command
            options(command)
    wanted, rest = parser.parse_known_args(arguments)
    if rest:
        getattr(wanted, "parser", commands.choices[wanted.command]).refuse(rest[0])
    return wanted


def _reading(reading: _Parser) -> None:
    """The options of every command that reads drafts."""
    reading.add_argument("paths", nargs="+", metavar="PATH", help='a draft, a folder, or "-" for standard input')
    reading.add_argument("--stdin-filename", metavar="NAME", help="the name to tell standard input's format from")
    reading.add_argument("--encoding", metavar="NAME", help="of text files; found out when not given")
    reading.add_argument("--forum", type=_choice(*FORUMS), metavar="FORUM", help=", ".join(FORUMS))
    reading.add_argument("--state", metavar="ISO3", help="the respondent State, as POL")
    reading.add_argument("--on", type=_day, metavar="DATE", help="the law date, as 2026-11-22; today when not given")
    for name in ("application", "decision", "removal"):
        reading.add_argument(f"--{name}-date", type=_day, metavar="DATE", help=f"the day of the {name}")
    reading.add_argument("--rules", action="append", default=[], metavar="FOLDER", help="a folder of your own rules")
    _add_registers_option(reading)
    reading.add_argument("--quiet", action="store_true", help="findings only")
    reading.add_argument("--traceback", action="store_true", help="stop at a fault of the program and show where it is")
    _add_corpus_option(reading)
    _add_ceilings(reading)


def _add_ceilings(reading: argparse.ArgumentParser) -> None:
    ceilings = reading.add_argument_group("ceilings, for each file")
    for name in ("file-mib", "unpacked-mib", "ratio", "members", "nodes"):
        ceilings.add_argument(f"--max-{name}", type=_count, metavar="N")
    ceilings.add_argument("--max-seconds", type=_count, metavar="N", default=60)


def _add_registers_option(command: _Parser) -> None:
    command.add_argument(
        "--registers", metavar="FILE", help='the file of registers that you added; "none" leaves them out'
    )


def _add_corpus_option(command: _Parser) -> None:
    command.add_argument(
        "--corpus", metavar="PLACE", help='your own corpus: a file or a postgresql:// address; "none" uses none'
    )


def _registers(registers: _Parser) -> None:
    """``registers show``, ``registers add FILE...``, ``registers remove NAME``."""
    actions = registers.add_subparsers(dest="action", metavar="ACTION", required=True)
    show = actions.add_parser("show", help="each register: source, edition, coverage, rows, kinds")
    show.add_argument("--output-format", type=_choice("json", "console"), default="console", metavar="FORMAT")
    add = actions.add_parser("add", help="official exports: HUDOC or CELLAR as CSV, or a plain table")
    add.add_argument("files", nargs="+", metavar="FILE")
    add.add_argument("--name", help="what to call the register; of one file only, the file's name when not given")
    remove = actions.add_parser("remove", help="take registers out again that you added")
    remove.add_argument("names", nargs="+", metavar="NAME")
    for action in actions.choices.values():
        _add_registers_option(action)


def _check(check: _Parser) -> None:
    from refoulement_lint.reporters import formats

    _reading(check)
    check.add_argument("--output-format", type=_choice(*formats()), default="console", metavar="FORMAT")
    check.add_argument(
        "--fail-on", type=_choice(*FAIL_ON), default="error", metavar="SEVERITY", help=", ".join(FAIL_ON)
    )
    check.add_argument(
        "--record", metavar="FILE", help="also write the verification record there: .md, .html or .json by its ending"
    )
    check.add_argument("--select", action="append", default=[], metavar="RULE", help="only these rules or families")
    check.add_argument("--ignore", action="append", default=[], metavar="RULE", help="all but these rules or families")
    check.add_argument("--colour", "--color", type=_choice(*COLOUR), default="auto", metavar="WHEN")
    check.add_argument("--verbose", action="store_true", help="all arguments, all coverage")
    writing = check.add_argument_group("a new file, from one draft; the draft itself is never written")
    writing.add_argument("--fix", metavar="FILE", help="with the safe edits made, as tracked changes in Word")
    writing.add_argument("--comments", metavar="FILE", help="with the findings as comments in Word")
    writing.add_argument("--suggestions", action="store_true", help="--fix also makes those that change what is meant")
    writing.add_argument("--untracked", action="store_true", help="--fix makes no tracked changes")


def _listing(found: _Parser) -> None:
    _reading(found)
    found.add_argument("--output-format", type=_choice("jsonl", "csv", "text"), default="jsonl", metavar="FORMAT")


def _suggest(suggest: _Parser) -> None:
    _reading(suggest)
    suggest.add_argument("--top", type=_count, default=10, metavar="N", help="how many at most")
    suggest.add_argument("--output-format", type=_choice("json", "console"), default="json", metavar="FORMAT")


def _look_up(look_up: _Parser) -> None:
    look_up.add_argument("text", metavar="TEXT", nargs="+", help="a name, a number, an ECLI, a provision")
    look_up.add_argument("--output-format", type=_choice("json", "console"), default="console", metavar="FORMAT")
    _add_registers_option(look_up)


def _corpus(corpus: _Parser) -> None:
    """``corpus add PATH...``, ``list``, ``search WORD...``, ``remove NAME...``, ``verify``."""
    actions = corpus.add_subparsers(dest="action", metavar="ACTION", required=True)
    add = actions.add_parser("add", help="read files and folders; what is held as it is is passed over")
    add.add_argument("paths", nargs="+", metavar="PATH", help="a judgment, report or memo, or a folder of them")
    add.add_argument("--target", metavar="KEY", help="the decision that the file is, as ecthr:30696/09 or as cited")
    add.add_argument("--kind", type=_choice("case", "report", "memo", "document"), metavar="KIND")
    add.add_argument("--quiet", action="store_true", help="only what could not be read, and the sum")
    add.add_argument("--traceback", action="store_true", help="stop at a fault of the program and show where it is")
    _add_ceilings(add)
    held = actions.add_parser("list", help="what is held")
    held.add_argument("--output-format", type=_choice("text", "json"), default="text", metavar="FORMAT")
    search = actions.add_parser("search", help="paragraphs that have every word")
    search.add_argument("query", nargs="+", metavar="WORD")
    search.add_argument("--top", type=_count, default=10, metavar="N", help="how many at most")
    search.add_argument("--output-format", type=_choice("console", "json"), default="console", metavar="FORMAT")
    remove = actions.add_parser("remove", help="forget documents; the files stay")
    remove.add_argument("name", nargs="+", metavar="NAME", help="the name that list shows, or the path")
    verify = actions.add_parser("verify", help="files that have gone or changed; damage")
    _add_ceilings(verify)
    for action in actions.choices.values():
        _add_corpus_option(action)
        action.set_defaults(parser=action)


def _rules(rules: _Parser) -> None:
    rules.add_argument("--check", nargs="+", default=[], metavar="PATH", help="rule files or folders to look over")


def _rule(rule: _Parser) -> None:
    rule.add_argument("name", metavar="NAME", help="as authority/number-of-another-case")


_COMMANDS: Mapping[str, tuple[str, Callable[[_Parser], None]]] = {
    "check": ("what is wrong, missing or unsupported", _check),
    "citations": ("every citation found", _listing),
    "facts": ("every fact pattern found", _listing),
    "suggest": ("authorities that would support the draft", _suggest),
    "look-up": ("what the registers know of one citation", _look_up),
    "registers": ("the registers; add exports that you made, or remove them", _registers),
    "corpus": ("your own judgments, reports and memos: add, list, search, remove, verify", _corpus),
    "rules": ("the catalogue of rules", _rules),
    "rule": ("one rule's page", _rule),
}
