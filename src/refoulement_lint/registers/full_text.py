"""The full-text search over curated propositions, tags and provision texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from refoulement_lint.model import RegisterError

# A match in the tags counts three times, in the title twice: they are few words, chosen to say what the authority is
# about.
_RELEVANT = """
SELECT s.kind, s.target, -bm25(support_words, 2.0, 3.0, 1.0) AS relevance
FROM support_words w CROSS JOIN support s ON s.id = w.rowid
WHERE support_words MATCH ? ORDER BY relevance DESC LIMIT ?
"""


def relevance(connection: sqlite3.Connection, words: Iterable[str], most: int) -> dict[tuple[str, str], float]:
    """
    (kind, id) → how well a text answers to any of *words*, the best *most*; higher is better.

    Raises:
        RegisterError: This platform's SQLite has no full-text search.
    """
    query = " OR ".join(f'"{word}"' for word in dict.fromkeys(words) if word.isalnum())
    if not query:
        return {}
    try:
        rows = connection.execute(_RELEVANT, (query, most)).fetchall()
    except sqlite3.OperationalError as error:
        raise RegisterError(
            f"This Python's SQLite ({sqlite3.sqlite_version}) has no full-text search (FTS5), which suggestions need."
        ) from error
    return {(kind, target): score for kind, target, score in rows}


def document_frequency(connection: sqlite3.Connection) -> Mapping[str, int]:
    """How many of the texts searched have each word, words as the search stems them."""
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_held USING fts5vocab(main, support_words, row)")
    return dict(connection.execute("SELECT term, doc FROM temp.words_held"))
