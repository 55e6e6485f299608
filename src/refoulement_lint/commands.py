"""What each command does: read, ask the pipeline, print, and say with the exit status how it went."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from refoulement_lint import formats
from refoulement_lint.cli import FINDINGS, NOT_CHECKED, NOTHING, complain, near, silence
from refoulement_lint.iso3166 import CODES
from refoulement_lint.model import (
    Document,
    DocumentError,
    DocumentReport,
    RefoulementLintError,
    RegisterError,
    Report,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator

    from refoulement_lint.engine import Engine
    from refoulement_lint.model import Support
    from refoulement_lint.registers.store import Store

T = TypeVar("T")

_SEVERITIES = ("note", "warning", "error")
# A draft is checked in far less; who waits longer wants to know that something is happening.
_QUIET_SECONDS = 2.0


def check(wanted: argparse.Namespace) -> int:
    """``check``: the report, in the format asked for."""
    if wanted.output_format == "text-dump":
        return _text_dump(wanted)
    from refoulement_lint import pipeline

    record = _record_to(wanted) if wanted.record else None
    engine = _engine(wanted)
    state = _state(wanted, engine)
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

    report = pipeline.report(engine, _each(wanted, one, _not_checked), wanted.on or date.today())
    print_out(_rendered(report, wanted))
    if record is not None:
        _write_record(record, report, engine, hashes)
    _write_new_files(report, wanted)
    if not report.complete:
        return NOT_CHECKED
    if wanted.fail_on == "never":
        return NOTHING
    failing = _SEVERITIES[_SEVERITIES.index(wanted.fail_on) :]
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


def citations(wanted: argparse.Namespace) -> int:
    """``citations``: one JSON object for each citation."""
    return _lines(wanted, "citations")


def facts(wanted: argparse.Namespace) -> int:
    """``facts``: one JSON object for each place where the story says something."""
    return _lines(wanted, "facts")


def suggest(wanted: argparse.Namespace) -> int:
    """``suggest``: authorities that would support the draft, best first; of several drafts, those of all together."""
    from refoulement_lint import pipeline

    engine = _engine(wanted)
    state = _state(wanted, engine)

    def one(document: Document) -> tuple[Support, ...] | None:
        return pipeline.suggestions(document, engine, top=wanted.top, forum=wanted.forum, state=state, on=wanted.on)

    found = list(_each(wanted, one, lambda path, says: None))
    whole = None not in found
    ranked = [support for supports in found if supports for support in supports]
    if len(found) > 1:
        ranked = sorted(ranked, key=lambda support: -support.score)
    best: dict[tuple[str, str, str], Support] = {}
    for support in ranked:
        # Two paragraphs of one judgment are two excerpts, but one authority.
        best.setdefault((support.target, support.side, support.corpus and support.pinpoint), support)
    print_out(_suggested(list(best.values())[: wanted.top], wanted.output_format))
    return NOTHING if whole else NOT_CHECKED


def damage() -> type[Exception]:
    """What is raised where a file of registers turns out to be damaged in its middle."""
    from refoulement_lint.registers.opening import DAMAGE  # known by then, and `text-dump` does without

    return DAMAGE


def look_up(wanted: argparse.Namespace) -> int:
    """``look-up``: what the registers know of one citation; knowing nothing says nothing about whether it exists."""
    from refoulement_lint import pipeline

    text = " ".join(wanted.text)
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


def registers(wanted: argparse.Namespace) -> int:
    """``registers show``, ``add`` or ``remove``: ours are only ever shown, those that the user added change."""
    from refoulement_lint.registers.opening import added_place
    from refoulement_lint.registers.store import open_registers
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
    from refoulement_lint.registers.store import open_registers
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


def corpus(wanted: argparse.Namespace) -> int:
    """``corpus``: what the user keeps of his own."""
    from refoulement_lint import corpus_commands

    return corpus_commands.run(wanted)


def rules(wanted: argparse.Namespace) -> int:
    """``rules``: the catalogue, one line for each rule; with ``--check`` what is wrong with files of rules."""
    if wanted.check:
        return _check_rules(wanted.check)
    pages = _pages()
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


def rule(wanted: argparse.Namespace) -> int:
    """``rule NAME``: the page of one rule."""
    pages = _pages()
    if wanted.name not in pages:
        complain(f'there is no rule "{wanted.name}"; {near(wanted.name, sorted(pages))}')
        return NOT_CHECKED
    from refoulement_lint.reporters.pages import rule_page

    print_out(rule_page(wanted.name, pages[wanted.name]))
    return NOTHING


# --- over the drafts --------------------------------------------------------------------------------------------------


def _each(wanted: argparse.Namespace, act: Callable[[Document], T], otherwise: Callable[[str, str], T]) -> Iterator[T]:
    """
    *act* done on each draft in turn, *otherwise* called with path and reason where that cannot be.

    The one place that catches everything: a fault of ours in one draft must not hide what the other drafts say, and is
    itself said, with the rule, and makes the run end with status 2.
    """
    ceilings = limits(wanted)
    told = _Progress(wanted.quiet)
    unwalked: list[tuple[str, str]] = []
    for number, path in enumerate(drafts(wanted, unwalked)):
        if number == 1:  # what the first draft needed stays, and to look it through is 5 % of checking one page
            gc.freeze()
            gc.enable()
        told.at(path)
        name = wanted.stdin_filename if path == "-" else None
        try:
            with at_most(wanted.max_seconds, name or path):
                yield act(formats.read(path, filename=name, encoding=wanted.encoding, limits=ceilings))
        except DocumentError as error:
            complain(str(error))
            yield otherwise(name or path, str(error))
        except (RefoulementLintError, damage()):  # registers or rules: no draft can be checked
            raise
        except Exception as error:
            if wanted.traceback:
                raise
            says = (
                f"{name or path}: {_where(error)} failed ({type(error).__name__}); the document was not checked whole. "
            )
            says += "Please report it; --traceback shows where it happened."
            complain(says)
            yield otherwise(name or path, says)
    for path, says in unwalked:
        complain(says)
        yield otherwise(path, says)
    told.done()


def drafts(wanted: argparse.Namespace, failed: list[tuple[str, str]]) -> Iterator[str]:
    """The paths given, folders walked, each once; what cannot be walked is added to *failed*."""
    seen: set[str] = set()
    for path in wanted.paths:
        found = [path]
        if path != "-" and Path(path).is_dir():
            try:
                # A PDF among drafts is mostly an annex; one that is to be held must not be passed over in silence.
                found = formats.walk(path, without=() if wanted.command == "corpus" else formats.not_installed())
            except DocumentError as error:
                failed.append((path, str(error)))
                continue
            if not found:
                failed.append((path, f"{path}: there is no draft in this folder ({', '.join(formats.extensions())})."))
        for draft in found:
            if draft not in seen and not (draft != path and _is_record(draft, wanted)):
                seen.add(draft)
                yield draft


def _is_record(draft: str, wanted: argparse.Namespace) -> bool:
    """Whether a file found in a folder is the one that the record goes to."""
    record: str | None = getattr(wanted, "record", None)
    return record is not None and Path(draft).resolve() == Path(record).resolve()


def limits(wanted: argparse.Namespace) -> formats.Limits:
    """The ceilings for each file, those that were given in place of the usual ones."""
    names = ("file_mib", "unpacked_mib", "ratio", "members", "nodes")
    given = {name: getattr(wanted, f"max_{name}") for name in names}
    return formats.Limits()._replace(**{name: value for name, value in given.items() if value is not None})


@contextmanager
def at_most(seconds: int, path: str) -> Iterator[None]:
    """Stops what is inside after *seconds* of its own computing time, on systems that can."""
    import signal
    import threading

    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(signum: int, frame: object) -> None:
        raise DocumentError(f"{path}: checking took more than {seconds} seconds (--max-seconds); it was stopped.")

    before = signal.signal(signal.SIGVTALRM, stop)
    # Again each second: what is raised while Python cleans up after itself gets lost.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _where(error: BaseException) -> str:
    """The rule, or else the module, in which *error* came up; nothing of the document's text."""
    told, trace = "the program", error.__traceback__
    while trace is not None:
        frame = trace.tb_frame
        module = frame.f_globals.get("__name__", "")
        if module.startswith("refoulement_lint.") and module not in (__name__, "refoulement_lint.pipeline"):
            told = module.removeprefix("refoulement_lint.")
        if module.startswith("refoulement_lint.checks") and hasattr(frame.f_locals.get("rule"), "name"):
            return f"rule {frame.f_locals['rule'].name}"
        trace = trace.tb_next
    return told


class _Progress:
    """A line on a terminal's standard error, after the first two seconds."""

    def __init__(self, quiet: bool) -> None:
        self._begun = monotonic()
        self._count = 0
        self._shows = not quiet and sys.stderr.isatty()
        self._written = False

    def at(self, path: str) -> None:
        self._count += 1
        if self._shows and monotonic() - self._begun > _QUIET_SECONDS:
            from refoulement_lint.reporters.excerpt import shown

            sys.stderr.write(f"\r\x1b[K{self._count} {shown(path)[-60:]}")
            sys.stderr.flush()
            self._written = True

    def done(self) -> None:
        if self._written:
            sys.stderr.write("\r\x1b[K")


# --- what was asked, made sure ----------------------------------------------------------------------------------------


def _engine(wanted: argparse.Namespace) -> Engine:
    from refoulement_lint.corpus.opening import used_corpus
    from refoulement_lint.engine import open_engine

    return open_engine(wanted.rules, wanted.registers, used_corpus(wanted.corpus))


def _state(wanted: argparse.Namespace, engine: Engine) -> str | None:
    """The State given, as three capital letters; the name of a respondent State in any of our languages will do."""
    if wanted.state is None:
        return None
    names = engine.registers.respondents
    state = str(names.get(wanted.state.lower(), wanted.state.upper()))
    if state not in CODES:
        close = near(state, sorted(CODES)) if len(state) <= 3 else near(wanted.state.lower(), names)
        raise DocumentError(f'--state: "{wanted.state}" is not known; write three letters as POL; {close}')
    return state


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


def _pages() -> dict[str, dict[str, Any]]:
    from refoulement_lint.registers.store import open_registers

    return dict(open_registers(own="none").family_pages())


# --- printing ---------------------------------------------------------------------------------------------------------


def _not_checked(path: str, says: str) -> DocumentReport:
    return DocumentReport(path=path, complete=False, error=says)


def _lines(wanted: argparse.Namespace, of: str) -> int:
    from refoulement_lint import pipeline
    from refoulement_lint.reporters import jsonl, listing

    engine = _engine(wanted)
    state = _state(wanted, engine)

    def one(document: Document) -> DocumentReport:
        return pipeline.check(document, engine, forum=wanted.forum, state=state, on=wanted.on)

    report = pipeline.report(engine, _each(wanted, one, _not_checked), wanted.on or date.today())
    render = {"jsonl": jsonl.render, "csv": listing.as_csv, "text": listing.as_text}[wanted.output_format]
    print_out(render(report, of=of))
    return NOTHING if report.complete else NOT_CHECKED


def _text_dump(wanted: argparse.Namespace) -> int:
    """The text that offsets count in; it needs neither registers nor rules."""
    from refoulement_lint.reporters import text_dump
    from refoulement_lint.reporters.excerpt import shown

    def one(document: Document) -> DocumentReport:
        return DocumentReport(path=document.path, complete=document.complete, source=document.source)

    documents = tuple(_each(wanted, one, _not_checked))
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


def _suggested(supports: Iterable[Support], output_format: str) -> str:
    if output_format == "json":
        from refoulement_lint.reporters.json import written

        return written([support.to_dict() for support in supports], indent=1) + "\n"
    from refoulement_lint.reporters.pages import support_lines

    return support_lines(tuple(supports))


def print_out(text: str) -> None:
    """*text* in UTF-8 with the line ends that it has, whatever the system would make of them."""
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:  # a replaced standard output, as in a notebook
        sys.stdout.write(text)
        return
    try:
        binary.write(text.encode("utf-8", "backslashreplace"))
        binary.flush()
    except BrokenPipeError:  # the exit status still says what was found
        silence(sys.stdout)
