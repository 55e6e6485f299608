"""The options that several commands have, and what may be given to them."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable
from datetime import date

from refoulement_lint.cli import near

FORUMS = ("ecthr", "ecthr-rule39", "cjeu", "cat", "hrc", "crc", "national", "unhcr-submission", "ngo-report")


def reading_options(reading: argparse.ArgumentParser) -> None:
    """The options of every command that reads drafts."""
    reading.add_argument("paths", nargs="+", metavar="PATH", help='a draft, a folder, or "-" for standard input')
    reading.add_argument("--stdin-filename", metavar="NAME", help="the name to tell standard input's format from")
    reading.add_argument("--encoding", metavar="NAME", help="of text files; found out when not given")
    reading.add_argument("--forum", type=choice(*FORUMS), metavar="FORUM", help=", ".join(FORUMS))
    reading.add_argument("--state", metavar="ISO3", help="the respondent State, as POL")
    reading.add_argument("--on", type=day, metavar="DATE", help="the law date, as 2026-11-22; today when not given")
    for name in ("application", "decision", "removal"):
        reading.add_argument(f"--{name}-date", type=day, metavar="DATE", help=f"the day of the {name}")
    reading.add_argument("--rules", action="append", default=[], metavar="FOLDER", help="a folder of your own rules")
    registers_option(reading)
    reading.add_argument("--quiet", action="store_true", help="findings only")
    reading.add_argument("--traceback", action="store_true", help="stop at a fault of the program and show where it is")
    corpus_option(reading)
    ceilings(reading)


def ceilings(reading: argparse.ArgumentParser) -> None:
    """How large and how slow a file may be."""
    group = reading.add_argument_group("ceilings, for each file")
    for name in ("file-mib", "unpacked-mib", "ratio", "members", "nodes"):
        group.add_argument(f"--max-{name}", type=count, metavar="N")
    group.add_argument("--max-seconds", type=count, metavar="N", default=60)


def registers_option(command: argparse.ArgumentParser) -> None:
    """Which file of added registers."""
    command.add_argument(
        "--registers", metavar="FILE", help='the file of registers that you added; "none" leaves them out'
    )


def corpus_option(command: argparse.ArgumentParser) -> None:
    """Which corpus."""
    command.add_argument(
        "--corpus", metavar="PLACE", help='your own corpus: a file or a postgresql:// address; "none" uses none'
    )


def words_given(words: Iterable[str]) -> str:
    """
    Words of the command line as one text. In a system without a language ("C") they come as half characters, which are
    UTF-8 all the same; what is no UTF-8 becomes a sign for it.
    """
    return os.fsencode(" ".join(words)).decode("utf-8", "replace")


# --- what is allowed --------------------------------------------------------------------------------------------------


def choice(*allowed: str) -> Callable[[str], str]:
    """What takes one of *allowed* and says what is near to anything else."""

    def convert(text: str) -> str:
        if text not in allowed:
            raise argparse.ArgumentTypeError(f'"{text}" is not known; {near(text, allowed)}')
        return text

    return convert


def day(text: str) -> date:
    """An ISO date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no date; write it as 2026-11-22.') from None


def count(text: str) -> int:
    """A whole number above 0."""
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text)):
        raise argparse.ArgumentTypeError(f'"{text}" is no whole number above 0.')
    return int(text)
