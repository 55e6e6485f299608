"""The curated authorities, and the full-text search over their propositions, their tags and the provisions' texts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from refoulement_lint.model import Authority, RegisterError
from refoulement_lint.registers.cases import Cases
from refoulement_lint.registers.layout import stored
from refoulement_lint.registers.rows import curated_authority

# A match in the tags counts three times, in the title twice: they are few words, chosen to say what the authority is
# about.
_RELEVANT = """
SELECT s.kind, s.target, -bm25(support_words, 2.0, 3.0, 1.0) AS relevance
FROM support_words w CROSS JOIN support s ON s.id = w.rowid
WHERE support_words MATCH ? ORDER BY relevance DESC LIMIT ?
"""


class Curated:
    """What we recorded of authorities by hand, and which of it answers to a draft."""

    def __init__(self, connection: sqlite3.Connection, cases: Cases) -> None:
        self._connection = connection
        self._cases = cases
        self._national: dict[str, tuple[Authority, ...]] = {}

    @cached_property
    def records(self) -> Mapping[str, Mapping[str, Any]]:
        """Every curated record under its ``court/file``."""
        rows = self._connection.execute("SELECT id, record FROM curated").fetchall()
        records = json.loads("[" + ",".join(record for _, record in rows) + "]")
        return {identity: record for (identity, _), record in zip(rows, records, strict=True)}

    def authority(self, identity: str) -> Authority:
        """The authority of one curated record: its row of the Strasbourg register, or the record itself."""
        record = self.records[identity]
        if (item := str(record.get("itemid", ""))).startswith("001-"):
            found = self._cases.by_item(int(item[4:]))
            if found:
                return found
        return curated_authority(identity, record)

    @cached_property
    def tags(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """What each tag of a curated authority bears on: ``arguments``, ``facts``, ``places``."""
        return {
            tag["name"]: {kind: tuple(tag.get(kind, ())) for kind in ("arguments", "facts", "places")}
            for tag in stored(self._connection, "tags")
        }

    def relevance(self, words: Iterable[str], most: int = 400) -> dict[tuple[str, str], float]:
        """
        (kind, id) → how well a text answers to any of *words*, the best *most*; higher is better.

        Raises:
            RegisterError: This platform's SQLite has no full-text search.
        """
        query = " OR ".join(f'"{word}"' for word in dict.fromkeys(words) if word.isalnum())
        if not query:
            return {}
        try:
            rows = self._connection.execute(_RELEVANT, (query, most)).fetchall()
        except sqlite3.OperationalError as error:
            raise RegisterError(
                f"This Python's SQLite ({sqlite3.sqlite_version}) has no full-text search (FTS5),"
                " which suggestions need."
            ) from error
        return {(kind, target): score for kind, target, score in rows}

    @cached_property
    def document_frequency(self) -> Mapping[str, int]:
        """How many texts of the full-text search have each word; words as the search stems them."""
        create = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_held USING fts5vocab(main, support_words, row)"
        self._connection.execute(create)
        return dict(self._connection.execute("SELECT term, doc FROM temp.words_held"))

    def national(self, country: str = "__") -> tuple[Authority, ...]:
        """Every curated decision of the courts of a State, of every State when none is given."""
        if country not in self._national:
            rows = self._connection.execute("SELECT id, record FROM curated WHERE target LIKE ?", (f"{country}:%",))
            self._national[country] = tuple(
                curated_authority(identity, json.loads(record)) for identity, record in rows
            )
        return self._national[country]

    @cached_property
    def leading_cases(self) -> Mapping[str, tuple[str, ...]]:
        """Names of curated national cases → the targets that have that name."""
        return {name: tuple(targets) for name, targets in stored(self._connection, "leading_cases").items()}
