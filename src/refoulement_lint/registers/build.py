"""
The compiler: everything below ``rules/`` becomes one read-only SQLite file.

Sources stay tables and TOML, because people review differences; the compiled file opens in under two milliseconds. Standard
library only: the build hook runs it where nothing else is installed. A full build takes a few seconds, a change of rules alone
some tenths.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from refoulement_lint.registers import names

SCHEMA = 2
APPLICATION_ID = 0x5245464C  # "REFL"
# Treaty-body decisions share a table with the judgments of Luxembourg; their ids start here.
UN_VIEWS_FROM = 1_000_001
# What a rule's page has and the engine never reads.
_PAGE_ONLY = frozenset({"why", "bad", "good"})
_SCHEMA_SQL = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE blobs(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE rules(path TEXT PRIMARY KEY, folder TEXT, name TEXT, engine TEXT, page TEXT) WITHOUT ROWID;
CREATE TABLE cases(id INTEGER PRIMARY KEY, itemid INTEGER, appnos TEXT, docname TEXT, title TEXT, title_fr TEXT, kind TEXT,
    formation TEXT, date TEXT, ecli TEXT, respondent TEXT, importance TEXT, articles TEXT, conclusion TEXT, language TEXT,
    report TEXT, source TEXT);
CREATE TABLE numbers(number INTEGER, id INTEGER, PRIMARY KEY(number, id)) WITHOUT ROWID;
CREATE TABLE names(fold TEXT, id INTEGER, PRIMARY KEY(fold, id)) WITHOUT ROWID;
CREATE TABLE pinpoints(itemid INTEGER PRIMARY KEY, cited_by INTEGER, highest INTEGER, paragraphs TEXT);
CREATE TABLE superseded(itemid INTEGER PRIMARY KEY, relation TEXT, by_itemid INTEGER, by_title TEXT, by_date TEXT);
CREATE TABLE date_conflicts(number INTEGER, date TEXT, PRIMARY KEY(number, date)) WITHOUT ROWID;
CREATE TABLE curated(id TEXT PRIMARY KEY, target TEXT, itemid INTEGER, record TEXT) WITHOUT ROWID;
CREATE INDEX curated_target ON curated(target);
CREATE INDEX curated_itemid ON curated(itemid);
CREATE TABLE court(id INTEGER PRIMARY KEY, register TEXT, title TEXT, numbers TEXT, date TEXT, formation TEXT, kind TEXT,
    ecli TEXT, aliases TEXT, source TEXT, extra TEXT);
CREATE TABLE court_numbers(target TEXT, id INTEGER, PRIMARY KEY(target, id)) WITHOUT ROWID;
CREATE TABLE parties(instrument TEXT, state TEXT, record TEXT, PRIMARY KEY(instrument, state)) WITHOUT ROWID;
CREATE TABLE texts(provision TEXT, lang TEXT, place INTEGER, part TEXT, text TEXT, verified INTEGER, source TEXT, note TEXT,
    PRIMARY KEY(provision, lang, place)) WITHOUT ROWID;
CREATE TABLE support(id INTEGER PRIMARY KEY, target TEXT, kind TEXT);
"""
_FTS_SQL = "CREATE VIRTUAL TABLE support_words USING fts5(title, tags, says, tokenize = 'porter unicode61 remove_diacritics 2')"


class SourceError(ValueError):
    """A source below ``rules/`` that cannot be compiled: which file, and what is wrong."""


def build(rules: Path, target: Path) -> None:
    """
    Compile all of *rules* into *target*, in one step that no reader sees half done.

    Raises:
        SourceError: A file that cannot be read, or a SQLite without full-text search.
    """
    with _replacing(target) as connection:
        connection.executescript(_SCHEMA_SQL)
        try:
            connection.execute(_FTS_SQL)
        except sqlite3.OperationalError as error:
            raise SourceError(
                f"this Python's SQLite ({sqlite3.sqlite_version}) has no full-text search (FTS5), which `suggest` needs;"
                f" use a Python whose SQLite has it ({error})"
            ) from error
        connection.execute("BEGIN")
        law = rules / "law"
        counts = {
            "ecthr": _cases(connection, law / "cases"),
            "cjeu": _cjeu(connection, law / "cases" / "cjeu.tsv"),
            "un": _un_views(connection, law / "cases" / "un_views.tsv"),
            "parties": _parties(connection, law / "states" / "parties.tsv"),
        }
        curated = _curated(connection, law / "authorities")
        instruments = [_toml(path, rules) for path in sorted((law / "instruments").glob("*/*.toml"))]
        texts = _texts(connection, law / "texts", rules)
        counts |= {"instruments": len(instruments), "curated": len(curated)}
        _support(connection, curated, texts)
        coverage = _toml(law / "cases" / "COVERAGE.toml", rules)
        _coverage_agrees(coverage, counts)
        for register in coverage["register"]:
            register["rows"] = register["rows"] or counts[register["id"]]
        blobs = {
            "instruments": instruments,
            "states": _toml(law / "states" / "states.toml", rules)["state"],
            "coverage": coverage,
            "short_names": _short_names(curated),
            "sessions": _table(law / "cases" / "un_sessions.tsv"),
            "communications": _table(law / "cases" / "un_comm_numbers.tsv"),
        }
        connection.executemany("INSERT INTO blobs VALUES (?, ?)", [(name, _json(value)) for name, value in blobs.items()])
        _rules(connection, rules)
        meta = {
            "edition": _iso(coverage["edition"]),
            "counts": _json(counts),
            "law_sha256": hash_of(law_sources(rules), rules),
            "rules_sha256": hash_of(rule_sources(rules), rules),
        }
        meta["sha256"] = hashlib.sha256((meta["law_sha256"] + meta["rules_sha256"]).encode()).hexdigest()
        connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())


def ensure(rules: Path, target: Path) -> None:
    """
    Bring *target* up to date with the checkout's *rules*: nothing, the rules alone, or all of it.

    A stamp beside the file remembers number, size and newest change of the sources, so that an unchanged checkout costs some
    milliseconds. Two processes may do this at once: each writes its own copy, and the last one to finish puts it in place.

    Raises:
        SourceError: See `build`.
    """
    stamp = target.with_name(target.name + ".stamp")
    now = _signature(rules)
    if target.exists() and stamp.exists() and stamp.read_text("utf-8") == now:
        return
    held = _meta(target)
    if held.get("law_sha256") != hash_of(law_sources(rules), rules):
        build(rules, target)
    elif held.get("rules_sha256") != hash_of(rule_sources(rules), rules):
        _renew_rules(rules, target, held)
    _write(stamp, now)


# --- what the sources are -------------------------------------------------------------------------------------------------


def law_sources(rules: Path) -> list[Path]:
    """The files that the law tables come from, the compiler among them, sorted."""
    code = [Path(__file__), Path(names.__file__)]
    return sorted(path for path in (rules / "law").rglob("*") if path.suffix in (".toml", ".tsv")) + code


def rule_sources(rules: Path) -> list[Path]:
    """Every TOML file below *rules* outside ``law/``, sorted."""
    return [path for path in sorted(rules.rglob("*.toml")) if path.relative_to(rules).parts[0] != "law"]


def hash_of(sources: Iterable[Path], root: Path) -> str:
    """The SHA-256 over names and contents; line ends count as ``\\n``, so that a checkout on Windows has the same."""
    digest = hashlib.sha256(str(SCHEMA).encode())
    for path in sources:
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _signature(rules: Path) -> str:
    """Number, total size and newest change of all sources: what differs when one of them was touched."""
    number = size = newest = 0
    folders = [str(rules)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    folders.append(entry.path)
                elif entry.name.endswith((".toml", ".tsv")):
                    status = entry.stat()
                    number += 1
                    size += status.st_size
                    newest = max(newest, status.st_mtime_ns)
    for code in (__file__, names.__file__):
        newest = max(newest, Path(code).stat().st_mtime_ns)
    return f"{SCHEMA} {number} {size} {newest}"


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


def _renew_rules(rules: Path, target: Path, held: Mapping[str, str]) -> None:
    with _replacing(target, start_from=target) as connection:
        connection.execute("BEGIN")
        connection.execute("DELETE FROM rules")
        _rules(connection, rules)
        renewed = hash_of(rule_sources(rules), rules)
        both = hashlib.sha256((held["law_sha256"] + renewed).encode()).hexdigest()
        connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", [("rules_sha256", renewed), ("sha256", both)])


class _replacing:  # noqa: N801  reads as a verb: with _replacing(target) as connection
    """A connection to a new file that takes *target*'s place when all went well, and is thrown away otherwise."""

    def __init__(self, target: Path, *, start_from: Path | None = None) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=target.name + ".", suffix=".new", dir=target.parent)
        os.close(handle)
        self._target, self._new = target, Path(name)
        if start_from is not None:
            shutil.copyfile(start_from, self._new)

    def __enter__(self) -> sqlite3.Connection:
        self._connection = sqlite3.connect(self._new, isolation_level=None)
        self._connection.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA user_version = {SCHEMA};"
            f"PRAGMA application_id = {APPLICATION_ID};"
        )
        return self._connection

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        try:
            if kind is None:
                self._connection.execute("COMMIT")
                self._connection.execute("VACUUM")
            self._connection.close()
            if kind is None:
                self._new.chmod(0o644)
                os.replace(self._new, self._target)
        finally:
            self._new.unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_text(text, "utf-8")
    os.replace(new, path)


# --- reading ----------------------------------------------------------------------------------------------------------------


def _table(path: Path) -> list[dict[str, str]]:
    """A table: UTF-8, tabs, a header row, no quoting."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _toml(path: Path, rules: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"rules/{path.relative_to(rules).as_posix()}: {error}") from error


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_iso)


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _prose(text: str) -> str:
    """A multi-line text of a TOML file as one line."""
    return " ".join(text.split())


def as_number(number: str) -> int:
    """An application number as the register keys it: ``"30696/09"`` → 3069609."""
    left, _, year = number.partition("/")
    return int(left) * 100 + int(year)


def _itemid(itemid: str) -> int | None:
    """``"001-103050"`` → 103050; only ``001-`` documents are held."""
    return int(itemid[4:]) if itemid.startswith("001-") else None


# --- the tables ---------------------------------------------------------------------------------------------------------------


def _cases(connection: sqlite3.Connection, folder: Path) -> int:
    rows = _table(folder / "ecthr.tsv")
    cases: list[tuple[object, ...]] = []
    numbers: set[tuple[int, int]] = set()
    folds: set[tuple[str, int]] = set()
    for place, row in enumerate(rows, 1):
        appnos = [number for number in row["appnos"].split(";") if number]
        numbers.update((as_number(number), place) for number in appnos if _is_number(number))
        for title in (row["title"], row["title_fr"], row["docname"]):
            if title:
                folds.update((fold, place) for fold in names.variants(title))
        derived = _ecli(row, appnos)
        cases.append(
            (
                place, _itemid(row["itemid"]), ";".join(appnos), None if row["title"] else names.titled(row["docname"]), row["title"] or None,
                row["title_fr"] or None, row["kind"], row["formation"].strip("-") or None, row["date"] or None,
                "=" if row["ecli"] and row["ecli"] == derived else row["ecli"] or None, row["respondent"] or None,
                row["importance"] or None, row["articles"] or None, row["conclusion"] or None,
                None if row["language"] == "ENG" else row["language"], row["report"] or None, row["source"],
            )
        )  # fmt: skip
    connection.executemany(f"INSERT INTO cases VALUES ({','.join('?' * 17)})", cases)
    connection.executemany("INSERT INTO numbers VALUES (?, ?)", sorted(numbers))
    connection.executemany("INSERT INTO names VALUES (?, ?)", sorted(folds))
    _case_extras(connection, folder)
    return len(rows)


def _is_number(number: str) -> bool:
    left, _, year = number.partition("/")
    return left.isdigit() and len(year) == 2 and year.isdigit()


def _ecli(row: Mapping[str, str], appnos: list[str]) -> str:
    """The ECLI that the Court's formula gives; see ``store.ecli``."""
    day = row["date"]
    if len(day) != 10 or not appnos or not _is_number(appnos[0]):
        return ""
    left, _, year = appnos[0].partition("/")
    return f"ECLI:CE:ECHR:{day[:4]}:{day[5:7]}{day[8:]}{row['kind']}{int(left):07}{year}"


def _case_extras(connection: sqlite3.Connection, folder: Path) -> None:
    pinpoints = {
        _itemid(row["itemid"]): (int(row["citing_docs"] or 0), int(row["max_para_cited"] or 0), row["paras_cited(top; para or range x count)"])
        for row in _table(folder / "ecthr_pinpoints.tsv")
    }
    for row in _table(folder / "ecthr_expulsion_cases.tsv"):
        if (item := _itemid(row["itemid"])) is not None and item not in pinpoints:
            pinpoints[item] = (int(row["cited_by"] or 0), int(row["max_cited_para"] or 0), "")
    connection.executemany(
        "INSERT INTO pinpoints VALUES (?, ?, ?, ?)", [(item, *known) for item, known in pinpoints.items() if item is not None]
    )
    connection.executemany(
        "INSERT OR REPLACE INTO superseded VALUES (?, ?, ?, ?, ?)",
        [
            (_itemid(row["itemid"]), row["relation"], _itemid(row["by_itemid"]), row["by_title"], row["by_date"])
            for row in _table(folder / "ecthr_superseded.tsv")
            if _itemid(row["itemid"]) is not None
        ],
    )
    conflicts = set()
    for row in _table(folder / "ecthr_date_conflicts.tsv"):
        days = [row["date_in_court_reference_list"]] + [day[:10] for day in row["dates_in_hudoc"].split(";")]
        for number in row["appnos"].split(";"):
            conflicts.update((as_number(number), day) for day in days if day)
    connection.executemany("INSERT INTO date_conflicts VALUES (?, ?)", sorted(conflicts))


def _curated(connection: sqlite3.Connection, folder: Path) -> list[dict[str, Any]]:
    """The authorities that somebody has read or vouched for, with their propositions; ``id`` is ``court/file``."""
    records = []
    for path in sorted(folder.glob("*/*.toml")):
        record = _toml(path, folder.parent.parent)
        record["id"] = f"{path.parent.name}/{path.stem}"
        for proposition in record.get("proposition", ()):
            proposition["says"] = _prose(proposition["says"])
            proposition["source"] = _prose(proposition["source"])
        records.append(record)
    connection.executemany(
        "INSERT INTO curated VALUES (?, ?, ?, ?)",
        [(record["id"], record["target"], _itemid(record.get("itemid", "")), _json(record)) for record in records],
    )
    return records


def _short_names(curated: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Each usual short name, as written, with the targets that it may mean."""
    short: dict[str, list[str]] = {}
    for record in curated:
        for alias in record.get("aliases", ()):
            targets = short.setdefault(alias, [])
            if record["target"] not in targets:
                targets.append(record["target"])
    return short


def _cjeu(connection: sqlite3.Connection, path: Path) -> int:
    rows = _table(path)
    held: list[tuple[object, ...]] = []
    numbered: list[tuple[str, int]] = []
    for place, row in enumerate(rows, 1):
        numbers = [number for number in row["cases"].split(";") if number]
        keys = ["celex", "name_source", "note"] if row["name"] else ["celex", "party_classes", "note"]
        extra = {key: row[key] for key in keys if row[key]}
        kept = (row["name"], ";".join(numbers), row["date"], row["formation"], row["kind"], row["ecli"], row["aliases"])
        held.append((place, "cjeu", *kept, row["source"], _json(extra)))
        numbered += [(f"cjeu:{number}", place) for number in (*numbers, row["ecli"]) if number]
    _court(connection, held, numbered)
    return len(rows)


def _un_views(connection: sqlite3.Connection, path: Path) -> int:
    rows = _table(path)
    held: list[tuple[object, ...]] = []
    numbered: list[tuple[str, int]] = []
    for place, row in enumerate(rows, UN_VIEWS_FROM):
        body = {"CCPR": "hrc"}.get(row["body"], row["body"].lower())
        extra = {key: row[key] for key in ("symbol", "state", "document_date", "outcome", "session") if row[key]}
        kept = (row["parties"], row["communications"], row["date"], "", "decision", "", row["aliases"], row["source"])
        held.append((place, "un", *kept, _json(extra)))
        numbered += [(f"{body}:{number}", place) for number in row["communications"].split(";") if number]
        if row["symbol"]:
            numbered.append((f"{body}:{row['symbol']}", place))
    _court(connection, held, numbered)
    return len(rows)


def _court(connection: sqlite3.Connection, held: list[tuple[object, ...]], numbered: list[tuple[str, int]]) -> None:
    connection.executemany(f"INSERT INTO court VALUES ({','.join('?' * 11)})", held)
    connection.executemany("INSERT OR IGNORE INTO court_numbers VALUES (?, ?)", sorted(numbered))


def _parties(connection: sqlite3.Connection, path: Path) -> int:
    rows = _table(path)
    connection.executemany(
        "INSERT INTO parties VALUES (?, ?, ?)",
        [(row.pop("instrument"), row.pop("state"), _json({key: value for key, value in row.items() if value})) for row in rows],
    )
    return len(rows)


def _texts(connection: sqlite3.Connection, folder: Path, rules: Path) -> list[tuple[str, str, str]]:
    """The provision texts; gives back (provision, heading, text) of the English ones for the full-text search."""
    english: dict[str, tuple[str, str]] = {}
    held = []
    for path in sorted(folder.glob("*/*.toml")):
        article = _toml(path, rules)
        for place, paragraph in enumerate(article["paragraph"]):
            text = _prose(paragraph["text"])
            key = paragraph["provision"]
            held.append(
                (key, article["lang"], place, paragraph.get("part", ""), text, paragraph["verified"],
                 "; ".join(paragraph["sources"]), _prose(article.get("note", "")))
            )  # fmt: skip
            if article["lang"] == "en":
                heading, before = english.get(key, (article["heading"], ""))
                english[key] = (heading, f"{before} {text}".strip())
    connection.executemany(f"INSERT INTO texts VALUES ({','.join('?' * 8)})", held)
    return [(key, heading, text) for key, (heading, text) in english.items()]


def _support(connection: sqlite3.Connection, curated: list[dict[str, Any]], texts: list[tuple[str, str, str]]) -> None:
    """The full-text search over what can be offered: curated authorities and provision texts."""
    place = 0
    for record in curated:
        says = " ".join(proposition["says"] for proposition in record.get("proposition", ()))
        place += 1
        tags = " ".join(record.get("tags", ())).replace("-", " ")
        connection.execute("INSERT INTO support VALUES (?, ?, 'authority')", (place, record["id"]))
        connection.execute(
            "INSERT INTO support_words(rowid, title, tags, says) VALUES (?, ?, ?, ?)", (place, record["title"], tags, says)
        )
    for key, heading, text in texts:
        place += 1
        connection.execute("INSERT INTO support VALUES (?, ?, 'provision')", (place, key))
        connection.execute("INSERT INTO support_words(rowid, title, tags, says) VALUES (?, ?, '', ?)", (place, heading, text))
    connection.execute("INSERT INTO support_words(support_words) VALUES ('optimize')")


def _rules(connection: sqlite3.Connection, rules: Path) -> None:
    connection.executemany("INSERT INTO rules VALUES (?, ?, ?, ?, ?)", _rule_rows(rules))


def _rule_rows(rules: Path) -> Iterator[tuple[str, str, str, str, str]]:
    for path in rule_sources(rules):
        page = _toml(path, rules)
        place = path.relative_to(rules)
        engine = {key: value for key, value in page.items() if key not in _PAGE_ONLY}
        yield place.as_posix(), place.parent.as_posix(), path.stem, _json(engine), _json(page)


def _coverage_agrees(coverage: Mapping[str, Any], counts: Mapping[str, int]) -> None:
    """A register may not claim more or fewer rows than its table has."""
    for register in coverage["register"]:
        counted = counts.get(register["id"], 0)
        if register["rows"] not in (0, counted):
            raise SourceError(
                f"rules/law/cases/COVERAGE.toml: register {register['id']} says {register['rows']} rows, its table has {counted}"
            )


if __name__ == "__main__":
    HERE = Path(__file__).resolve().parents[1]
    build(HERE.parents[1] / "rules", HERE / "registers.sqlite")
