"""Opening the registers: the compiled file, read-only and checked for being whole, and what a user added beside it."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from pathlib import Path

from refoulement_lint.model import RegisterError, RuleError
from refoulement_lint.registers.layout import SCHEMA
from refoulement_lint.registers.stamp import is_current
from refoulement_lint.registers.store import Store

PACKAGE = Path(__file__).resolve().parent.parent

# What SQLite raises where a file is damaged in its middle, which shows only when that place is read.
DAMAGE = sqlite3.Error
REBUILD = "python -m refoulement_lint.registers.build"
# Where the file of added registers is, when no option says so; and the word for "leave them out".
VARIABLE = "REFOULEMENT_LINT_REGISTERS"
NONE = "none"


def open_registers(path: Path | None = None, *, own: str | os.PathLike[str] | None = None) -> Store:
    """
    The registers, checked for being whole, and those that the user added, from *own* or their usual place.

    In a checkout the compiled file is brought up to date with ``rules/`` first; an installed package carries it.

    Raises:
        RegisterError: A file is missing, cut short, or of another version of this program.
        RuleError: In a checkout, a file below ``rules/`` cannot be read.
    """
    target, file = _files(path, own)
    if file is None:
        return Store(connected(target))
    from refoulement_lint.registers import added  # most users have none

    return Store(connected(target), added.opened(file))


def as_they_stand(own: str | os.PathLike[str] | None = None) -> tuple[object, ...]:
    """
    What `open_registers` would open now, and in which process: as long as this is the same, what is open is too.

    Raises:
        RegisterError: *own* is not there.
        RuleError: In a checkout, a file below ``rules/`` cannot be read.
    """
    files = (file for file in _files(None, own) if file is not None)
    standing = ((file, file.stat()) for file in files if file.exists())
    return os.getpid(), *((file, status.st_ino, status.st_size, status.st_mtime_ns) for file, status in standing)


def _files(path: Path | None, own: str | os.PathLike[str] | None) -> tuple[Path, Path | None]:
    """The compiled registers, brought up to date in a checkout, and those that the user added."""
    target = path or PACKAGE / "registers.sqlite"
    rules = PACKAGE.parent.parent / "rules"
    if path is None and (rules / "law").is_dir():
        _compile(rules, target)
    return target, added_file(own)


def _compile(rules: Path, target: Path) -> None:
    if is_current(rules, target):
        return
    from refoulement_lint.registers.build import ensure  # 12 ms, and mostly nothing has changed
    from refoulement_lint.registers.tables import SourceError

    try:
        ensure(rules, target)
    except SourceError as error:
        raise RuleError(str(error)) from error
    except sqlite3.Error as error:
        raise RegisterError(f"The registers could not be compiled: {error}.") from error


def connected(target: Path) -> sqlite3.Connection:
    """
    A connection to the compiled registers.

    Raises:
        RegisterError: The file is missing, cut short, damaged, or of another version of this program.
    """
    if not target.is_file():
        raise RegisterError(f"The registers are not there ({target.name}). Build them with: {REBUILD}")
    try:
        # `immutable`: the file is only ever replaced as a whole, so no lock is asked for, on read-only media neither.
        connection = sqlite3.connect(
            f"{target.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        # Of pages read it keeps half a megabyte and not two: the system has the file at hand.
        connection.execute("PRAGMA cache_size = -512")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version != SCHEMA:
            raise RegisterError(
                f"The registers are of version {version}, this program reads version {SCHEMA}."
                f" Build them with: {REBUILD}"
            )
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        size = pages * connection.execute("PRAGMA page_size").fetchone()[0]
        counts = json.loads(connection.execute("SELECT value FROM meta WHERE key = 'counts'").fetchone()[0])
        last = connection.execute("SELECT max(id) FROM cases").fetchone()[0]
    except (sqlite3.Error, TypeError, ValueError) as error:
        raise RegisterError(f"The registers are damaged ({error}). Build them anew with: {REBUILD}") from error
    if size != target.stat().st_size or last != counts["ecthr"]:
        raise RegisterError(f"The registers are incomplete: the file was cut short. Build them anew with: {REBUILD}")
    return connection


def added_file(given: str | os.PathLike[str] | None) -> Path | None:
    """
    The file of added registers, where there is one.

    Raises:
        RegisterError: It was named, by *given* or in the environment, and is not there.
    """
    path = added_place(given)
    if path is None or os.path.exists(path):  # noqa: PTH110  # a folder that cannot be looked into raises in `Path`
        return path
    if given is None and not os.environ.get(VARIABLE):
        return None
    raise RegisterError(
        f"There are no added registers at {path}. Make them with: refoulement-lint registers add EXPORT --registers"
        f" {path} (--registers {NONE} leaves added registers out)."
    )


def added_place(given: str | os.PathLike[str] | None) -> Path | None:
    """
    Where the file of added registers is or would be: as given, as the environment says, or in the folder that the
    system keeps for a user's data; ``None`` when they are to be left out.
    """
    named = os.fspath(given) if given is not None else os.environ.get(VARIABLE, "")
    if named:
        return None if named == NONE else Path(named)
    home = os.path.expanduser("~")  # noqa: PTH111  # `Path.home` is slower, and this runs on every start
    if sys.platform == "win32":
        folder = os.environ.get("LOCALAPPDATA") or f"{home}/AppData/Local"
    elif sys.platform == "darwin":
        folder = f"{home}/Library/Application Support"
    else:
        folder = os.environ.get("XDG_DATA_HOME") or f"{home}/.local/share"
    return Path(folder, "refoulement-lint", "registers.sqlite")
