"""The compiled file, opened read-only and checked for being whole."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from refoulement_lint.model import RegisterError
from refoulement_lint.registers.layout import SCHEMA

REBUILD = "python -m refoulement_lint.registers.build"


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
