"""A corpus on an office's own PostgreSQL server, with its full-text index; only where a user names the address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    import psycopg

_VERSION = 1
_SCHEMA = "refoulement_lint"
_CONNECT_SECONDS = 10

_LAYOUT = f"""
CREATE SCHEMA {_SCHEMA};
CREATE TABLE {_SCHEMA}.documents (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE, path text NOT NULL UNIQUE,
    sha256 text NOT NULL, kind text NOT NULL, target text NOT NULL, title text NOT NULL, citation text NOT NULL,
    language text NOT NULL, ecli text NOT NULL, decided text NOT NULL, paragraphs integer NOT NULL
);
CREATE INDEX documents_by_target ON {_SCHEMA}.documents (target);
CREATE TABLE {_SCHEMA}.paragraphs (
    document bigint NOT NULL REFERENCES {_SCHEMA}.documents ON DELETE CASCADE, number integer NOT NULL,
    pinpoint text NOT NULL, text text NOT NULL, stems tsvector NOT NULL, PRIMARY KEY (document, number)
);
CREATE INDEX paragraphs_by_stem ON {_SCHEMA}.paragraphs USING gin (stems);
CREATE TABLE {_SCHEMA}.frequency (stem text PRIMARY KEY, paragraphs integer NOT NULL);
CREATE TABLE {_SCHEMA}.edition (version integer NOT NULL);
INSERT INTO {_SCHEMA}.edition VALUES ({_VERSION});
"""
_EXCERPT = f"SELECT {COLUMNS}, p.number, p.text, p.pinpoint FROM"
# PostgreSQL ranks by how often words occur and not by how rare they are; `nearest` looks again at what is found.
_MATCHING = f"""
{_EXCERPT} {_SCHEMA}.paragraphs p JOIN {_SCHEMA}.documents d ON d.id = p.document
WHERE p.stems @@ %(query)s::tsquery
ORDER BY ts_rank(p.stems, %(query)s::tsquery, 1) DESC, d.name, p.number LIMIT %(most)s
"""
_COUNT = f"""
INSERT INTO {_SCHEMA}.frequency SELECT * FROM unnest(%s::text[], %s::integer[])
ON CONFLICT (stem) DO UPDATE SET paragraphs = {_SCHEMA}.frequency.paragraphs + excluded.paragraphs
"""


class PostgresCorpus:
    """A corpus in the schema ``refoulement_lint`` of a database; see ``held.Corpus``."""

    def __init__(self, address: str, *, create: bool = False) -> None:
        """
        Connects, and makes the tables where *create* says so.

        Raises:
            CorpusError: The driver is not installed, the server does not answer or refuses, there is no corpus, or it
                is of another version.
        """
        try:
            import psycopg
        except ImportError:
            raise CorpusError(
                "a corpus on a PostgreSQL server needs the driver: pip install refoulement-lint[postgres]"
            ) from None
        self._psycopg = psycopg
        self._place = address.partition("://")[0] + "://…"
        with self._told():
            self._place = _without_password(psycopg.conninfo.conninfo_to_dict(address))
            self._connection: psycopg.Connection[tuple[Any, ...]] = psycopg.connect(
                address, autocommit=True, connect_timeout=_CONNECT_SECONDS, application_name="refoulement-lint"
            )
            self._prepare(create)

    def _prepare(self, create: bool) -> None:
        there = self._connection.execute("SELECT to_regclass(%s) IS NOT NULL", (f"{_SCHEMA}.edition",)).fetchone()
        if there != (True,):
            if not create:
                raise CorpusError(
                    f"{self._place}: there is no corpus; make one with: refoulement-lint corpus add PATH..."
                )
            with self._connection.transaction():
                self._connection.execute(_LAYOUT)
        version = self._connection.execute(f"SELECT version FROM {_SCHEMA}.edition").fetchone()
        if version != (_VERSION,):
            raise CorpusError(
                f"{self._place} is a corpus of version {version and version[0]}, and this program reads version"
                f" {_VERSION}; add its documents to a new one."
            )
        if not create:
            self._connection.read_only = True

    @property
    def place(self) -> str:
        """The address without its password."""
        return self._place

    def documents(self) -> tuple[HeldDocument, ...]:
        """All documents, by name."""
        with self._told():
            rows = self._connection.execute(f'SELECT {COLUMNS} FROM {_SCHEMA}.documents d ORDER BY d.name COLLATE "C"')
            return tuple(map(document_of, rows))

    def count(self) -> tuple[int, int]:
        """How many documents and how many paragraphs there are."""
        with self._told():
            row = self._connection.execute(
                f"SELECT count(*), coalesce(sum(paragraphs), 0) FROM {_SCHEMA}.documents"
            ).fetchone()
        return (int(row[0]), int(row[1])) if row else (0, 0)

    def put(self, document: HeldDocument, paragraphs: Iterable[HeldParagraph]) -> None:
        """Holds the document in place of what was held from its path, in one transaction."""
        rows = list(paragraphs)
        cut = [sorted(set(stems(paragraph.text))) for paragraph in rows]
        with self._changing() as connection:
            held = connection.execute(
                f"SELECT id FROM {_SCHEMA}.documents WHERE path = %s", (document.path,)
            ).fetchone()
            if held is not None:
                self._forget(connection, held[0])
            made = connection.execute(
                f"INSERT INTO {_SCHEMA}.documents (name, path, sha256, kind, target, title, citation, language, ecli,"
                " decided, paragraphs) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id",
                row_of(evolve(document, paragraphs=len(rows))),
            ).fetchone()
            assert made is not None
            with (
                connection.cursor() as cursor,
                cursor.copy(f"COPY {_SCHEMA}.paragraphs (document, number, pinpoint, text, stems) FROM STDIN") as copy,
            ):
                for number, (paragraph, lexemes) in enumerate(zip(rows, cut, strict=True), start=1):
                    copy.write_row((made[0], number, paragraph.pinpoint, paragraph.text, _joined(lexemes, " ")))
            self._count(connection, cut, 1)

    def moved(self, name: str, path: str) -> None:
        """Notes that the file of the document *name* lies at *path* now."""
        with self._changing() as connection:
            connection.execute(f"UPDATE {_SCHEMA}.documents SET path = %s WHERE name = %s", (path, name))

    def remove(self, name: str) -> None:
        """Forgets the document of that name."""
        with self._changing() as connection:
            held = connection.execute(f"SELECT id FROM {_SCHEMA}.documents WHERE name = %s", (name,)).fetchone()
            if held is not None:
                self._forget(connection, held[0])

    def of_target(self, target: str) -> tuple[HeldExcerpt, ...]:
        """Every paragraph of every document that is the decision *target*, in order."""
        with self._told():
            rows = self._connection.execute(
                f"{_EXCERPT} {_SCHEMA}.documents d JOIN {_SCHEMA}.paragraphs p ON p.document = d.id"
                ' WHERE d.target = %s ORDER BY d.name COLLATE "C", p.number',
                (target,),
            )
            return tuple(map(excerpt_of, rows))

    def matching(self, stems: Iterable[str], most: int, *, every: bool = False) -> tuple[HeldExcerpt, ...]:
        """The *most* paragraphs that have most of the stems, or *every* one of them."""
        query = _joined(dict.fromkeys(stems), " & " if every else " | ")
        if not query:
            return ()
        with self._told():
            return tuple(map(excerpt_of, self._connection.execute(_MATCHING, {"query": query, "most": most})))

    def frequency(self, stems: Iterable[str]) -> Mapping[str, int]:
        """Stem → how many paragraphs have it."""
        with self._told():
            rows = self._connection.execute(
                f"SELECT stem, paragraphs FROM {_SCHEMA}.frequency WHERE stem = ANY(%s)", (list(stems),)
            )
            return {str(stem): int(paragraphs) for stem, paragraphs in rows}

    def fault(self) -> str:
        """Whether every document has the paragraphs that it is said to have; the server looks after its own files."""
        with self._told():
            wrong = self._connection.execute(
                f"SELECT d.name FROM {_SCHEMA}.documents d LEFT JOIN {_SCHEMA}.paragraphs p ON p.document = d.id"
                " GROUP BY d.id HAVING count(p.number) <> d.paragraphs ORDER BY d.name LIMIT 1"
            ).fetchone()
        return f"{self._place}: {wrong[0]} is not held whole; remove it and add it anew." if wrong else ""

    def close(self) -> None:
        """Closes the connection."""
        self._connection.close()

    # --- behind the verbs --------------------------------------------------------------------------------------------

    def _forget(self, connection: psycopg.Connection[tuple[Any, ...]], number: int) -> None:
        rows = connection.execute(f"SELECT text FROM {_SCHEMA}.paragraphs WHERE document = %s", (number,)).fetchall()
        self._count(connection, [sorted(set(stems(text))) for (text,) in rows], -1)
        connection.execute(f"DELETE FROM {_SCHEMA}.documents WHERE id = %s", (number,))

    def _count(self, connection: psycopg.Connection[tuple[Any, ...]], cut: Iterable[list[str]], sign: int) -> None:
        counted = sorted(Counter(stem for each in cut for stem in each).items())
        connection.execute(_COUNT, ([stem for stem, _ in counted], [sign * paragraphs for _, paragraphs in counted]))
        if sign < 0:
            connection.execute(f"DELETE FROM {_SCHEMA}.frequency WHERE paragraphs <= 0")

    @contextmanager
    def _changing(self) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
        """One transaction, one writer at a time: all of it is held at its end, or nothing."""
        with self._told(), self._connection.transaction():
            self._connection.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", (_SCHEMA,))
            yield self._connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What the server complains of, in one sentence that has no password in it."""
        try:
            yield
        except self._psycopg.OperationalError as error:
            raise CorpusError(f"{self._place}: the server does not answer, or refuses: {_first_line(error)}") from None
        except self._psycopg.errors.UniqueViolation:
            raise CorpusError(
                f"{self._place}: another process is adding to the corpus; run the same command again."
            ) from None
        except self._psycopg.Error as error:
            raise CorpusError(f"{self._place}: the corpus cannot be used: {_first_line(error)}") from None


def _joined(stems: Iterable[str], between: str) -> str:
    """Stems as PostgreSQL writes them; they are letters and digits, so that nothing in them can end the quotation."""
    return between.join(f"'{stem}'" for stem in stems)


def _without_password(parts: Mapping[str, Any]) -> str:
    user = f"{parts['user']}@" if parts.get("user") else ""
    port = f":{parts['port']}" if parts.get("port") else ""
    return f"postgresql://{user}{parts.get('host', '')}{port}/{parts.get('dbname', '')}"


def _first_line(error: Exception) -> str:
    line = next(iter(str(error).strip().splitlines()), type(error).__name__)
    return line if line.endswith(".") else f"{line}."
