"""What every command does that reads drafts: each draft in turn, the ceilings, the engine, the State."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from refoulement_lint import formats
from refoulement_lint.cli import complain, damage, near
from refoulement_lint.iso3166 import CODES
from refoulement_lint.model import Document, DocumentError, DocumentReport, RefoulementLintError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from refoulement_lint.engine import Engine

T = TypeVar("T")

# A draft is checked in far less; who waits longer wants to know that something is happening.
_QUIET_SECONDS = 2.0


def each_draft(
    wanted: argparse.Namespace, act: Callable[[Document], T], otherwise: Callable[[str, str], T]
) -> Iterator[T]:
    """
    *act* done on each draft in turn, *otherwise* called with path and reason where that cannot be.

    The one place that catches everything: a fault of ours in one draft must not hide what the other drafts say, and is
    itself said, with the rule, and makes the run end with status 2.
    """
    ceilings = limits(wanted)
    told = _Progress(wanted.quiet)
    unwalked: list[tuple[str, str]] = []
    for number, path in enumerate(paths(wanted, unwalked)):
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


def paths(wanted: argparse.Namespace, failed: list[tuple[str, str]]) -> Iterator[str]:
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


def not_checked(path: str, says: str) -> DocumentReport:
    """The report on a draft that could not be read."""
    return DocumentReport(path=path, complete=False, error=says)


# --- what was asked, made sure ----------------------------------------------------------------------------------------


def engine_of(wanted: argparse.Namespace) -> Engine:
    """The engine with the rules, registers and corpus that the options name."""
    from refoulement_lint.corpus.opening import used_corpus
    from refoulement_lint.engine import open_engine

    return open_engine(wanted.rules, wanted.registers, used_corpus(wanted.corpus))


def state_of(wanted: argparse.Namespace, engine: Engine) -> str | None:
    """The State given, as three capital letters; the name of a respondent State in any of our languages will do."""
    if wanted.state is None:
        return None
    names = engine.registers.states.respondents
    state = str(names.get(wanted.state.lower(), wanted.state.upper()))
    if state not in CODES:
        close = near(state, sorted(CODES)) if len(state) <= 3 else near(wanted.state.lower(), names)
        raise DocumentError(f'--state: "{wanted.state}" is not known; write three letters as POL; {close}')
    return state
