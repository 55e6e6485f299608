"""Which edition of the registers is there: one look, without opening all of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def edition() -> str | None:
    """The edition (an ISO date), as it was compiled last; ``None`` when the file is missing or damaged."""
    path = Path(__file__).resolve().parent.parent / "registers.sqlite"
    if not path.is_file():
        return None
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        row = connection.execute("SELECT value FROM meta WHERE key = 'edition'").fetchone()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None
