"""
The compiler: everything below ``rules/`` becomes one read-only SQLite file.

Sources stay tables and TOML, because people review differences; the compiled file opens in under two milliseconds.
Standard library only: the build hook runs it where nothing else is installed. A full build takes a few seconds, a
change of rules alone some tenths.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from refoulement_lint import folding, likeness, tokens, words_in_a_row
from refoulement_lint.registers import layout, learning, names, soundness, states, tables
from refoulement_lint.registers.layout import SCHEMA
from refoulement_lint.registers.stamp import is_current, signature, stamp_of
from refoulement_lint.registers.tables import SourceError

APPLICATION_ID = 0x5245464C  # "REFL"
PAGE_SIZE = 16_384
"""Bytes that are read at a time; with a quarter of it, as is usual, a first page of a draft reads 900 times more."""


def build(rules: Path, target: Path) -> None:
    """
    Compile all of *rules* into *target*, in one step that no reader sees half done.

    Raises:
        SourceError: A file that cannot be read, or a SQLite without full-text search.
    """
    with _replacing(target) as connection:
        connection.executescript(tables.SCHEMA_SQL)
        try:
            connection.execute(tables.FTS_SQL)
        except sqlite3.OperationalError as error:
            raise SourceError(
                f"this Python's SQLite ({sqlite3.sqlite_version}) has no full-text search (FTS5), which suggestions"
                f" need; use a Python whose SQLite has it ({error})"
            ) from error
        connection.execute("BEGIN")
        law = rules / "law"
        tables.sound(law, tables.toml(law / "cases" / "COVERAGE.toml", rules)["edition"])
        counts = {
            "ecthr": tables.cases(connection, law / "cases"),
            "cjeu": tables.cjeu(connection, law / "cases" / "cjeu.tsv"),
            "un": tables.un_views(connection, law / "cases" / "un_views.tsv"),
            "parties": tables.parties(connection, law / "states" / "parties.tsv"),
        }
        tables.us_reporters(connection, law / "courts")
        curated = tables.curated(connection, law / "authorities", rules)
        instruments = [tables.toml(path, rules) for path in sorted((law / "instruments").glob("*/*.toml"))]
        texts = tables.texts(connection, law / "texts", rules)
        counts |= {"instruments": len(instruments), "curated": len(curated)}
        tables.support(connection, curated, texts)
        coverage = tables.coverage(law / "cases" / "COVERAGE.toml", rules, counts)
        others = tables.toml(law / "states" / "others.toml", rules)["state"]
        blobs = {
            "instruments": instruments,
            "statutes": {path.stem: tables.toml(path, rules) for path in sorted((law / "statutes").glob("*.toml"))},
            "bodies": [tables.toml(path, rules) for path in sorted((law / "bodies").glob("*.toml"))],
            "states": states.compiled(tables.toml(law / "states" / "states.toml", rules)["state"], others),
            "other_states": others,
            "evidence": [tables.toml(path, rules) for path in sorted((law / "evidence").glob("*.toml"))],
            "tags": tables.toml(law / "tags.toml", rules)["tag"],
            "aspects": tables.toml(law / "aspects.toml", rules)["aspect"],
            "links": tables.toml(law / "links.toml", rules)["link"],
            "often": tables.often(law / "cases" / "cjeu.tsv"),
            "coverage": coverage,
            "short_names": tables.short_names(curated),
            "aliases": tables.aliases(tables.short_names(curated)),
            "scopes": tables.table(law / "scope.tsv"),
            "sessions": tables.table(law / "cases" / "un_sessions.tsv"),
            "courts": {path.stem: tables.courts(path, rules) for path in sorted((law / "courts").glob("*.toml"))},
            "court_pages": {
                path.stem: tables.court_pages(path, rules) for path in sorted((law / "courts").glob("*.toml"))
            },
            "leading_cases": tables.leading_cases(curated),
            "communications": tables.table(law / "cases" / "un_comm_numbers.tsv"),
        }
        blobs |= tables.subjects(law / "subjects", rules)
        blobs |= tables.time_limits(law / "time_limits", rules)
        written = [(name, tables.as_json(value)) for name, value in blobs.items()]
        connection.executemany("INSERT INTO blobs VALUES (?, ?)", written)
        tables.rules(connection, rules, rule_files(rules))
        tables.sentences(connection, rules, sentence_files(rules))
        hashes = {name: hash_of(sources(rules), rules) for name, sources in PARTS.items()}
        meta = {"edition": tables.iso(coverage["edition"]), "counts": tables.as_json(counts), **_hashes(hashes)}
        connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())


def ensure(rules: Path, target: Path) -> None:
    """
    Bring *target* up to date with the checkout's *rules*: nothing, the rules alone, or all of it.

    A stamp beside the file remembers number, size and newest change of the sources, so that an unchanged checkout
    costs some milliseconds. Two processes may do this at once: each writes its own copy, and the last one to finish
    puts it in place.

    Raises:
        SourceError: See `build`.
    """
    if is_current(rules, target):
        return
    now = signature(rules)
    held = _meta(target)
    hashes = {name: hash_of(sources(rules), rules) for name, sources in PARTS.items()}
    old = {name for name, told in hashes.items() if held.get(f"{name}_sha256") != told}
    if "law" in old:
        build(rules, target)
    elif old:
        _renew(rules, target, old, hashes)
    _write(stamp_of(target), now)


# --- what the sources are --------------------------------------------------------------------------------------------


def law_sources(rules: Path) -> list[Path]:
    """The files that the law tables come from, the compiler among them, sorted."""
    code = [
        Path(file)
        for file in (
            __file__,
            tables.__file__,
            soundness.__file__,
            names.__file__,
            states.__file__,
            layout.__file__,
            words_in_a_row.__file__,
        )
    ]
    return sorted(path for path in (rules / "law").rglob("*") if path.suffix in (".toml", ".tsv")) + code


def rule_files(rules: Path) -> list[Path]:
    """Every TOML file below *rules* outside ``law/``, sorted."""
    return [path for path in sorted(rules.rglob("*.toml")) if path.relative_to(rules).parts[0] != "law"]


def rule_sources(rules: Path) -> list[Path]:
    """The same, and what reads the phrases in them."""
    return [*rule_files(rules), Path(tokens.__file__)]


def sentence_files(rules: Path) -> list[Path]:
    """The files of sentences that tell facts, by language."""
    return sorted((rules / "telling").glob("*/*.tsv"))


def sentence_sources(rules: Path) -> list[Path]:
    """The same, and what learns from them; and the names of the facts."""
    return [*sentence_files(rules), *map(Path, (learning.__file__, likeness.__file__, folding.__file__))]


PARTS = {"law": law_sources, "rules": rule_sources, "sentences": sentence_sources}
"""The parts of the file that are renewed apart, with what each comes from; the law means everything."""


def hash_of(sources: Iterable[Path], root: Path) -> str:
    """The SHA-256 over names and contents; line ends count as ``\\n``, so that a checkout on Windows has the same."""
    digest = hashlib.sha256(str(SCHEMA).encode())
    for path in sources:
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _meta(target: Path) -> dict[str, str]:
    """What the compiled file says about itself; empty when it is missing, damaged or of another schema."""
    try:
        connection = sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        return {}
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:
            return {}
        return dict(connection.execute("SELECT key, value FROM meta"))
    except sqlite3.Error:
        return {}
    finally:
        connection.close()


def _renew(rules: Path, target: Path, old: Collection[str], hashes: Mapping[str, str]) -> None:
    with _replacing(target, start_from=target) as connection:
        connection.execute("BEGIN")
        if "rules" in old:
            connection.execute("DELETE FROM rules")
            connection.execute("DELETE FROM phrases")
            connection.execute("DELETE FROM waiting")
            connection.execute("DELETE FROM blobs WHERE name LIKE 'cues %'")
            tables.rules(connection, rules, rule_files(rules))
        if "sentences" in old:
            connection.execute("DELETE FROM signs")
            connection.execute("DELETE FROM blobs WHERE name LIKE 'always %'")
            tables.sentences(connection, rules, sentence_files(rules))
        connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", _hashes(hashes).items())


def _hashes(parts: Mapping[str, str]) -> dict[str, str]:
    """The hashes of the `PARTS`, and the one of all that a report prints."""
    whole = hashlib.sha256("".join(parts.values()).encode()).hexdigest()
    return {**{f"{name}_sha256": told for name, told in parts.items()}, "sha256": whole}


@contextmanager
def _replacing(target: Path, *, start_from: Path | None = None) -> Iterator[sqlite3.Connection]:
    """A connection to a new file that takes *target*'s place when all went well, and is thrown away otherwise."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=target.name + ".", suffix=".new", dir=target.parent)
    os.close(handle)
    new = Path(name)
    try:
        if start_from is not None:
            shutil.copyfile(start_from, new)
        connection = sqlite3.connect(new, isolation_level=None)
        try:
            settings = (
                "journal_mode = OFF",
                "synchronous = OFF",
                f"page_size = {PAGE_SIZE}",
                f"user_version = {SCHEMA}",
            )
            for setting in settings:
                connection.execute(f"PRAGMA {setting}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            yield connection
            connection.execute("COMMIT")
            connection.execute("VACUUM")
        finally:
            connection.close()
        new.chmod(0o644)
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_text(text, "utf-8")
    new.replace(path)


if __name__ == "__main__":
    HERE = Path(__file__).resolve().parents[1]
    build(HERE.parents[1] / "rules", HERE / "registers.sqlite")
