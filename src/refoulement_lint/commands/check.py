"""``check``: what is wrong, missing or unsupported."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from refoulement_lint.cli import FINDINGS, NOT_CHECKED, NOTHING, complain, near
from refoulement_lint.commands.drafts import each_draft, engine_of, not_checked, state_of
from refoulement_lint.commands.options import choice, reading_options
from refoulement_lint.commands.printing import print_out
from refoulement_lint.model import Document, DocumentError, DocumentReport, Report

if TYPE_CHECKING:
    import argparse

    from refoulement_lint.engine import Engine

SEVERITIES = ("note", "warning", "error")
FAIL_ON = ("error", "warning", "note", "never")
COLOUR = ("auto", "always", "never")


def options(check: argparse.ArgumentParser) -> None:
    """Its options."""
    from refoulement_lint.reporters import formats

    reading_options(check)
    check.add_argument("--output-format", type=choice(*formats()), default="console", metavar="FORMAT")
    check.add_argument("--fail-on", type=choice(*FAIL_ON), default="error", metavar="SEVERITY", help=", ".join(FAIL_ON))
    check.add_argument(
        "--record", metavar="FILE", help="also write the verification record there: .md, .html or .json by its ending"
    )
    check.add_argument("--select", action="append", default=[], metavar="RULE", help="only these rules or families")
    check.add_argument("--ignore", action="append", default=[], metavar="RULE", help="all but these rules or families")
    check.add_argument("--colour", "--color", type=choice(*COLOUR), default="auto", metavar="WHEN")
    check.add_argument("--verbose", action="store_true", help="all arguments, all coverage")
    writing = check.add_argument_group("a new file, from one draft; the draft itself is never written")
    writing.add_argument("--fix", metavar="FILE", help="with the safe edits made, as tracked changes in Word")
    writing.add_argument("--comments", metavar="FILE", help="with the findings as comments in Word")
    writing.add_argument("--suggestions", action="store_true", help="--fix also makes those that change what is meant")
    writing.add_argument("--untracked", action="store_true", help="--fix makes no tracked changes")


def run(wanted: argparse.Namespace) -> int:
    """``check``: the report, in the format asked for."""
    if wanted.output_format == "text-dump":
        return _text_dump(wanted)
    from refoulement_lint import pipeline

    record = _record_to(wanted) if wanted.record else None
    engine = engine_of(wanted)
    state = state_of(wanted, engine)
    select, ignore = _rule_names(wanted.select, engine), _rule_names(wanted.ignore, engine)
    hashes: dict[str, str] = {}

    def one(document: Document) -> DocumentReport:
        if record is not None:
            on_disk = document.path not in (wanted.stdin_filename, "<stdin>")
            hashes[document.path] = _hash_of(document, on_disk=on_disk)
        return pipeline.check(
            document,
            engine,
            forum=wanted.forum,
            state=state,
            on=wanted.on,
            dates=_dates(wanted),
            select=select,
            ignore=ignore,
        )

    report = pipeline.report(engine, each_draft(wanted, one, not_checked), wanted.on or date.today())
    print_out(_rendered(report, wanted))
    if record is not None:
        _write_record(record, report, engine, hashes)
    _write_new_files(report, wanted)
    if not report.complete:
        return NOT_CHECKED
    if wanted.fail_on == "never":
        return NOTHING
    failing = SEVERITIES[SEVERITIES.index(wanted.fail_on) :]
    return FINDINGS if any(finding.severity in failing for finding in report) else NOTHING


def _dates(wanted: argparse.Namespace) -> dict[str, date]:
    """The days of the facts that the options state."""
    stated = {name: getattr(wanted, f"{name}_date", None) for name in ("application", "decision", "removal")}
    return {name: day for name, day in stated.items() if day is not None}


def _record_to(wanted: argparse.Namespace) -> Path:
    """Where the record goes, made sure before anything is read: nothing but an earlier record is written over."""
    from refoulement_lint.reporters.record import RENDER
    from refoulement_lint.reporters.record_words import MARK

    target = Path(wanted.record)
    if "\0" in wanted.record:
        raise DocumentError("--record: a file name cannot hold a NUL character; the record cannot be written.")
    if target.suffix.lower() not in RENDER:
        raise DocumentError(f"--record: {target} does not end in one of {', '.join(RENDER)}.")
    try:
        if target.is_symlink() or (target.exists() and not target.is_file()):
            raise DocumentError(f"--record: {target} is no ordinary file; the record is not written there.")
        if target.exists():
            with target.open("rb") as file:
                if MARK.encode() not in file.read(400):
                    raise DocumentError(
                        f"--record: {target} is there already and is no verification record; it is not written over."
                    )
        elif not target.parent.is_dir():
            raise DocumentError(f"--record: there is no folder {target.parent}.")
    except (OSError, ValueError) as error:
        raise DocumentError(f"--record: {target} cannot be written: {error}.") from error
    return target


def _hash_of(document: Document, *, on_disk: bool) -> str:
    """The SHA-256 of the draft's file; of what came on standard input, that of its text in UTF-8."""
    import hashlib

    try:
        raw = Path(document.path).read_bytes() if on_disk else document.source.encode("utf-8", "surrogatepass")
    except OSError:
        return ""  # gone since it was read
    return hashlib.sha256(raw).hexdigest()


def _write_record(target: Path, report: Report, engine: Engine, hashes: dict[str, str]) -> None:
    from refoulement_lint.fixing import write
    from refoulement_lint.record import record_of
    from refoulement_lint.reporters.record import RENDER

    text = RENDER[target.suffix.lower()](record_of(report, engine.registers, hashes))
    write(target, text.encode("utf-8", "backslashreplace"))


def _write_new_files(report: Report, wanted: argparse.Namespace) -> None:
    """What ``--fix`` and ``--comments`` ask for, and a sentence on standard error about each file."""
    if wanted.fix is None and (wanted.suggestions or wanted.untracked):
        raise DocumentError("--suggestions and --untracked say how --fix FILE writes; name the file.")
    if wanted.fix is None and wanted.comments is None:
        return
    if len(report.documents) != 1 or not report.documents[0].complete:
        raise DocumentError("--fix and --comments write one draft that was read whole; give one.")
    from refoulement_lint import fixing

    document = report.documents[0]
    if wanted.fix is not None:
        made, left = fixing.write_fixed(
            document, wanted.fix, suggestions=wanted.suggestions, tracked=not wanted.untracked
        )
        told = f"{wanted.fix}: written with {made} edit{'' if made == 1 else 's'}"
        if left:
            told += f"; {len(left)} left to you, in a field, a text box or a moved passage"
        complain(f"{told}.")
    if wanted.comments is not None:
        count = fixing.write_commented(document, wanted.comments)
        complain(f"{wanted.comments}: written with {count} comment{'' if count == 1 else 's'}.")


def _rule_names(given: list[str], engine: Engine) -> tuple[str, ...]:
    """Rules and families of ``--select`` and ``--ignore``, commas allowed; an unknown one is a mistake, not a wish."""
    names = tuple(name.strip() for each in given for name in each.split(",") if name.strip())
    if names:
        rules = [rule.name for rule in engine.rules]
        known = {*rules, *(name.partition("/")[0] for name in rules)}
        for name in names:
            if name not in known:
                families = sorted({rule.partition("/")[0] for rule in rules})
                raise DocumentError(
                    f'there is no rule or family "{name}"; {near(name, sorted(known) if "/" in name else families)}'
                )
    return names


def _text_dump(wanted: argparse.Namespace) -> int:
    """The text that offsets count in; it needs neither registers nor rules."""
    from refoulement_lint.reporters import text_dump
    from refoulement_lint.reporters.excerpt import shown

    def one(document: Document) -> DocumentReport:
        return DocumentReport(path=document.path, complete=document.complete, source=document.held_source)

    documents = tuple(each_draft(wanted, one, not_checked))
    readable = tuple(document for document in documents if document.complete)
    report = Report(version="", on=wanted.on or date.today(), edition="", sha256="", coverage=(), documents=readable)
    text = text_dump.render(report)
    print_out("\n".join(shown(line) for line in text.split("\n")) if sys.stdout.isatty() else text)
    return NOTHING if len(readable) == len(documents) else NOT_CHECKED


def _rendered(report: Report, wanted: argparse.Namespace) -> str:
    from importlib import import_module

    if wanted.output_format != "console":
        name = wanted.output_format.replace("-", "_")
        rendered: str = import_module(f"refoulement_lint.reporters.{name}").render(report)
        return rendered
    from refoulement_lint.reporters import console

    terminal = sys.stdout.isatty()
    colour = wanted.colour == "always" or (
        wanted.colour == "auto" and terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
    width = 100
    if terminal:
        import shutil

        width = shutil.get_terminal_size((100, 24)).columns
    return console.render(report, colour=colour, width=width, verbose=wanted.verbose, summary=not wanted.quiet)
