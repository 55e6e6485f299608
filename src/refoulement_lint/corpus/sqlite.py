"""A corpus in one SQLite file with its full-text index: what an office has unless it names a server."""

from __future__ import annotations

import json
import math
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from heapq import nsmallest
from pathlib import Path

from attrs import evolve

from refoulement_lint.corpus.held import (
    COLUMNS,
    HeldDocument,
    HeldExcerpt,
    HeldParagraph,
    document_of,
    excerpt_of,
    row_of,
)
from refoulement_lint.corpus.words import stems
from refoulement_lint.model import CorpusError

# "rfl" and what the file is; so that no other program's database is ever written to.
_APPLICATION = 0x72666C63
_VERSION = 1
# Another process that adds documents needs seconds for each; a lock that is older than this is a mistake.
_WAIT_SECONDS = 30.0

_LAYOUT = """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, path TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,
    kind TEXT NOT NULL, target TEXT NOT NULL, title TEXT NOT NULL, citation TEXT NOT NULL, language TEXT NOT NULL,
    ecli TEXT NOT NULL, decided TEXT NOT NULL, paragraphs INTEGER NOT NULL
);
CREATE INDEX documents_by_target ON documents (target);
CREATE TABLE paragraphs (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL, number INTEGER NOT NULL, pinpoint TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX paragraphs_by_document ON paragraphs (document, number);
CREATE VIRTUAL TABLE paragraph_stems USING fts5(stems, content='', tokenize="unicode61 remove_diacritics 0");
CREATE TABLE frequency (stem TEXT PRIMARY KEY, paragraphs INTEGER NOT NULL) WITHOUT ROWID;
"""
_EXCERPT = f"SELECT {COLUMNS}, p.number, p.text, p.pinpoint FROM"
_MATCHING = f"""
{_EXCERPT} (SELECT rowid AS id, rank FROM paragraph_stems WHERE paragraph_stems MATCH ? ORDER BY rank LIMIT ?) found
JOIN paragraphs p ON p.id = found.id JOIN documents d ON d.id = p.document ORDER BY found.rank, p.id
"""
_HAVING = "SELECT rowid FROM paragraph_stems WHERE paragraph_stems MATCH ?"
_NUMBERED = f"""
{_EXCERPT} json_each(?) found
JOIN paragraphs p ON p.id = found.value JOIN documents d ON d.id = p.document ORDER BY found.key
"""
# All stems in one question: a draft of ten pages has a thousand.
_FREQUENCY = """
SELECT f.stem, f.paragraphs FROM json_each(?) asked JOIN frequency f ON f.stem = asked.value
"""


class SqliteCorpus:
    """A corpus in the file at *place*; see ``held.Corpus``."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """
        Opens the file, or makes it where *create* says so.

        Raises:
            CorpusError: There is none, it is damaged, another program's or of another version, or it cannot be read.
        """
        self._path = path
        with self._told():
            self._connection = _opened(path, create)
        if not create:
            self._connection.execute("PRAGMA query_only = ON")

    @classmethod
    def in_memory(cls) -> SqliteCorpus:
        """A new one that is gone when nobody holds it any more."""
        corpus = cls.__new__(cls)
        corpus._path = Path(":memory:")
        corpus._connection = sqlite3.connect(":memory:", isolation_level=None)
        _lay_out(corpus._connection)
        return corpus

    @property
    def place(self) -> str:
        """The path of the file."""
        return str(self._path)

    def documents(self) -> tuple[HeldDocument, ...]:
        """All documents, by name."""
        with self._told():
            rows = self._connection.execute(f"SELECT {COLUMNS} FROM documents d ORDER BY d.name")
            return tuple(map(document_of, rows))

    def count(self) -> tuple[int, int]:
        """How many documents and how many paragraphs there are."""
        with self._told():
            row = self._connection.execute("SELECT count(*), coalesce(sum(paragraphs), 0) FROM documents").fetchone()
        return int(row[0]), int(row[1])

    def put(self, document: HeldDocument, paragraphs: Iterable[HeldParagraph]) -> None:
        """Holds the document in place of what was held from its path, in one transaction."""
        rows = list(paragraphs)
        cut = [stems(paragraph.text) for paragraph in rows]
        with self._changing() as connection:
            held = connection.execute("SELECT id FROM documents WHERE path = ?", (document.path,)).fetchone()
            if held is not None:
                self._forget(connection, held[0])
            number = connection.execute(
                "INSERT INTO documents VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row_of(evolve(document, paragraphs=len(rows))),
            ).lastrowid
            first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM paragraphs").fetchone()[0]
            connection.executemany(
                "INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?)",
                (
                    (first + place, number, place + 1, paragraph.pinpoint, paragraph.text)
                    for place, paragraph in enumerate(rows)
                ),
            )
            connection.executemany(
                "INSERT INTO paragraph_stems (rowid, stems) VALUES (?, ?)",
                ((first + place, " ".join(each)) for place, each in enumerate(cut)),
            )
            self._count(connection, cut, 1)

    def moved(self, name: str, path: str) -> None:
        """Notes that the file of the document *name* lies at *path* now."""
        with self._changing() as connection:
            connection.execute("UPDATE documents SET path = ? WHERE name = ?", (path, name))

    def remove(self, name: str) -> None:
        """Forgets the document of that name."""
        with self._changing() as connection:
            held = connection.execute("SELECT id FROM documents WHERE name = ?", (name,)).fetchone()
            if held is not None:
                self._forget(connection, held[0])

    def of_target(self, target: str) -> tuple[HeldExcerpt, ...]:
        """Every paragraph of every document that is the decision *target*, in order."""
        with self._told():
            return tuple(
                map(
                    excerpt_of,
                    self._connection.execute(
                        f"{_EXCERPT} documents d JOIN paragraphs p ON p.document = d.id WHERE d.target = ?"
                        " ORDER BY d.name, p.number",
                        (target,),
                    ),
                )
            )

    def matching(self, stems: Iterable[str], most: int, *, every: bool = False) -> tuple[HeldExcerpt, ...]:
        """
        The *most* paragraphs that have most of the stems, a rare one counting more than a common one; or those that
        answer best (BM25) among those that have *every* one.
        """
        asked = [f'"{stem}"' for stem in dict.fromkeys(stems)]
        if not asked:
            return ()
        with self._told():
            if every:
                return tuple(map(excerpt_of, self._connection.execute(_MATCHING, (" AND ".join(asked), most))))
            best = json.dumps(self._having_most(asked, most))
            return tuple(map(excerpt_of, self._connection.execute(_NUMBERED, (best,))))

    def _having_most(self, asked: list[str], most: int) -> list[int]:
        """
        The numbers of the *most* paragraphs, best first, by the sum of the rarities of what is *asked* and they have.

        SQLite's own BM25 looks up the length of each paragraph that has any of the words, which takes more than twice
        as long for the words that many have.
        """
        _, held = self.count()
        sums: dict[int, float] = {}
        for stem in asked:
            having = self._connection.execute(_HAVING, (stem,)).fetchall()
            rarity = math.log((held + 1) / max(len(having), 1))
            for (number,) in having:
                sums[number] = sums.get(number, 0.0) + rarity
        return nsmallest(most, sums, key=lambda number: (-sums[number], number))

    def frequency(self, stems: Iterable[str]) -> Mapping[str, int]:
        """Stem → how many paragraphs have it."""
        with self._told():
            return dict(self._connection.execute(_FREQUENCY, (json.dumps(list(stems)),)))

    def fault(self) -> str:
        """What is wrong with the file, found by reading all of it."""
        with self._told():
            told = self._connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            held, indexed = (
                self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("paragraphs", "paragraph_stems_docsize")
            )
        if told != "ok" or held != indexed:
            return f"{self._path}: the corpus is damaged; move the file away and add its documents anew."
        return ""

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    # --- behind the verbs --------------------------------------------------------------------------------------------

    def _forget(self, connection: sqlite3.Connection, number: int) -> None:
        rows = connection.execute("SELECT id, text FROM paragraphs WHERE document = ?", (number,)).fetchall()
        cut = [stems(text) for _, text in rows]
        # An index without its own copy of the text must be told what it is to forget.
        connection.executemany(
            "INSERT INTO paragraph_stems (paragraph_stems, rowid, stems) VALUES ('delete', ?, ?)",
            ((identity, " ".join(each)) for (identity, _), each in zip(rows, cut, strict=True)),
        )
        self._count(connection, cut, -1)
        connection.execute("DELETE FROM paragraphs WHERE document = ?", (number,))
        connection.execute("DELETE FROM documents WHERE id = ?", (number,))

    def _count(self, connection: sqlite3.Connection, cut: Iterable[list[str]], sign: int) -> None:
        counted = Counter(stem for each in cut for stem in set(each))
        connection.executemany(
            "INSERT INTO frequency VALUES (?, ?)"
            " ON CONFLICT (stem) DO UPDATE SET paragraphs = paragraphs + excluded.paragraphs",
            sorted((stem, sign * paragraphs) for stem, paragraphs in counted.items()),
        )
        if sign < 0:
            connection.execute("DELETE FROM frequency WHERE paragraphs <= 0")

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is held at its end, or nothing, whatever happens in between."""
        with self._told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What SQLite complains of, in one sentence."""
        try:
            yield
        except sqlite3.Error as error:
            raise CorpusError(f"{self._path}: {_reason(error)}") from error


def _opened(path: Path, create: bool) -> sqlite3.Connection:
    if not path.exists() and not create:
        raise CorpusError(f"{path}: there is no corpus; make one with: refoulement-lint corpus add PATH...")
    if path.is_dir():
        raise CorpusError(f"{path} is a folder; name the file that the corpus is to be kept in.")
    new = not path.exists() or not path.stat().st_size
    if create and new:
        _made_private(path)
    # A file that nobody may write to is read all the same; one that was left in the middle of a change must be mended.
    mode = "rw" if create or os.access(path, os.W_OK) else "ro"
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=_WAIT_SECONDS, isolation_level=None,
        check_same_thread=False,
    )  # fmt: skip
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if not application and create and not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            _lay_out(connection)
            application, version = _APPLICATION, _VERSION
        if application != _APPLICATION:
            raise CorpusError(f"{path} is no corpus of refoulement-lint; name another file.")
        if version != _VERSION:
            raise CorpusError(
                f"{path} is a corpus of version {version}, and this program reads version {_VERSION}; add its documents"
                " to a new one."
            )
    except BaseException:
        connection.close()
        raise
    return connection


def _lay_out(connection: sqlite3.Connection) -> None:
    connection.executescript(
        f"BEGIN IMMEDIATE; {_LAYOUT} PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION}; COMMIT;"
    )


def _made_private(path: Path) -> None:
    """An empty file that only its owner may read: what is added may be confidential."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as error:
        raise CorpusError(f"{path}: the corpus cannot be made: {(error.strerror or str(error)).lower()}.") from None


def _reason(error: sqlite3.Error) -> str:
    told = str(error).lower()
    if "fts5" in told:
        return f"this Python's SQLite ({sqlite3.sqlite_version}) has no full-text search (FTS5), which a corpus needs."
    if "locked" in told:
        return "another process is writing to the corpus; try again when it is done."
    if "unique" in told:
        return "another process is adding to the corpus; run the same command again."
    if "full" in told:
        return "the disk is full; what was added before is held."
    if "readonly" in told or "read-only" in told or "unable to open" in told:
        return "you have no permission to write to the corpus or to its folder."
    if "not a database" in told or "malformed" in told:
        return "the corpus is damaged; move the file away and add its documents anew (--corpus none does without it)."
    return f"the corpus cannot be used ({error})."
