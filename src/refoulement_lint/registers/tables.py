"""
The tables of the compiled registers: each function reads sources below ``rules/`` and fills the tables of its name.

Standard library only, like `build`, which calls them.
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from refoulement_lint.registers import names, soundness
from refoulement_lint.registers.layout import act_of, as_number
from refoulement_lint.registers.learning import SentenceError, learn
from refoulement_lint.tokens import Reading, reading_of, stored_looks, stored_tokens
from refoulement_lint.words_in_a_row import Index

# Treaty-body decisions share a table with the judgments of Luxembourg; their ids start here.
UN_VIEWS_FROM = 1_000_001
# What a rule's page has and the engine never reads.
_PAGE_ONLY = frozenset({"why", "bad", "good", "shows", "silent"})
# What is said to an authority against an argument is read when there is somebody to say it to.
_ANSWER_ONLY = frozenset({"answer", "answered_by"})
# The same of a form in which a court is cited.
_COURT_PAGE_ONLY = frozenset({"court", "examples", "note"})
SCHEMA_SQL = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE blobs(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE rules(path TEXT PRIMARY KEY, folder TEXT, name TEXT, engine TEXT, page TEXT) WITHOUT ROWID;
CREATE TABLE phrases(id INTEGER PRIMARY KEY, phrase TEXT UNIQUE, looks TEXT, tokens TEXT);
CREATE TABLE waiting(word TEXT, language TEXT, phrase INTEGER, PRIMARY KEY(word, language, phrase)) WITHOUT ROWID;
CREATE TABLE cases(id INTEGER PRIMARY KEY, itemid INTEGER, appnos TEXT, docname TEXT, title TEXT, title_fr TEXT,
    kind TEXT, formation TEXT, date TEXT, ecli TEXT, respondent TEXT, importance TEXT, articles TEXT, conclusion TEXT,
    language TEXT, report TEXT, source TEXT);
CREATE INDEX cases_itemid ON cases(itemid);
CREATE TABLE numbers(number INTEGER, id INTEGER, PRIMARY KEY(number, id)) WITHOUT ROWID;
CREATE TABLE names(fold TEXT, id INTEGER, PRIMARY KEY(fold, id)) WITHOUT ROWID;
CREATE TABLE pinpoints(itemid INTEGER PRIMARY KEY, cited_by INTEGER, highest INTEGER, paragraphs TEXT);
CREATE TABLE superseded(itemid INTEGER PRIMARY KEY, relation TEXT, by_itemid INTEGER, by_title TEXT, by_date TEXT);
CREATE TABLE date_conflicts(number INTEGER, date TEXT, PRIMARY KEY(number, date)) WITHOUT ROWID;
CREATE TABLE curated(id TEXT PRIMARY KEY, target TEXT, itemid INTEGER, record TEXT) WITHOUT ROWID;
CREATE INDEX curated_target ON curated(target);
CREATE INDEX curated_itemid ON curated(itemid);
CREATE TABLE court(id INTEGER PRIMARY KEY, register TEXT, title TEXT, numbers TEXT, date TEXT, formation TEXT,
    kind TEXT, ecli TEXT, aliases TEXT, source TEXT, extra TEXT);
CREATE TABLE court_numbers(target TEXT, id INTEGER, PRIMARY KEY(target, id)) WITHOUT ROWID;
CREATE TABLE parties(instrument TEXT, state TEXT, record TEXT, PRIMARY KEY(instrument, state)) WITHOUT ROWID;
CREATE TABLE texts(provision TEXT, lang TEXT, place INTEGER, part TEXT, text TEXT, verified INTEGER, source TEXT,
    note TEXT, translation INTEGER, PRIMARY KEY(provision, lang, place)) WITHOUT ROWID;
CREATE TABLE signs(language TEXT, sign TEXT, weights BLOB, PRIMARY KEY(language, sign)) WITHOUT ROWID;
CREATE TABLE us_reporters(spelling TEXT PRIMARY KEY, reporter TEXT, needs TEXT, shape TEXT) WITHOUT ROWID;
CREATE TABLE support(id INTEGER PRIMARY KEY, target TEXT, kind TEXT);
"""
FTS_SQL = (
    "CREATE VIRTUAL TABLE support_words"
    " USING fts5(title, tags, says, tokenize = 'porter unicode61 remove_diacritics 2')"
)


class SourceError(ValueError):
    """A source below ``rules/`` that cannot be compiled: which file, and what is wrong."""


# --- reading ---------------------------------------------------------------------------------------------------------


def table(path: Path) -> list[dict[str, str]]:
    """A table: UTF-8, tabs, a header row, no quoting."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def toml(path: Path, rules: Path) -> dict[str, Any]:
    """The content of a TOML file; a `SourceError` names the file below ``rules/`` and the line."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"rules/{path.relative_to(rules).as_posix()}: {error}") from error


def as_json(value: object) -> str:
    """Compact JSON, dates as ISO text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=iso)


def iso(value: object) -> str:
    """A date as ISO text, anything else as it prints."""
    return value.isoformat() if isinstance(value, date) else str(value)


def prose(text: str) -> str:
    """A multi-line text of a TOML file as one line."""
    return " ".join(text.split())


def sound(law: Path, until: date) -> None:
    """
    Refuse registers of which a row contradicts itself, a date cannot be or a key stands twice.

    What ``source_slips.tsv`` lists is so in the source and goes in.
    """
    slips = {(row["table"], row["key"], row["part"]) for row in table(law / "cases" / "source_slips.tsv")}
    for name in soundness.CHECKS:
        path = law / ("states" if name == "parties" else "cases") / f"{name}.tsv"
        for line, key, part, says in soundness.complaints(name, table(path), until):
            if (name, key, part) not in slips:
                raise SourceError(f"rules/law/{path.relative_to(law).as_posix()}, line {line} ({part}): {says}")


def _itemid(itemid: str) -> int | None:
    """``"001-103050"`` → 103050; only ``001-`` documents are held."""
    return int(itemid[4:]) if itemid.startswith("001-") else None


# --- the tables ------------------------------------------------------------------------------------------------------


def _misprinted(rows: list[dict[str, str]]) -> set[int]:
    """
    The places of rows that only the Court's list of citations has and whose number HUDOC has otherwise for the same
    name and day: "Voleský, no. 63267/00" is no. 63627/00. They are kept, and found by nothing.
    """
    known: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row["itemid"] and row["kind"] == "JUD":
            for name in (row["title"], row["docname"]):
                known.setdefault((row["date"], names.parties(name)[0]), []).append(row["appnos"])
    return {
        place
        for place, row in enumerate(rows, 1)
        if not row["itemid"]
        for number in known.get((row["date"], names.parties(row["title"])[0]), ())
        if _is_a_slip_of(number, row["appnos"])
    }


def _is_a_slip_of(number: str, other: str) -> bool:
    """Whether two numbers differ in one or two digits, or one lacks the first of the other."""
    if len(number) != len(other):
        return ";" not in number + other and number.endswith(other) != other.endswith(number)
    return 0 < sum(map(str.__ne__, number, other)) <= 2


def cases(connection: sqlite3.Connection, folder: Path) -> int:
    """The Strasbourg register with its numbers and folded names; gives back how many rows it has."""
    rows = table(folder / "ecthr.tsv")
    held: list[tuple[object, ...]] = []
    numbers: set[tuple[int, int]] = set()
    folds: set[tuple[str, int]] = set()
    misprinted = _misprinted(rows)
    for place, row in enumerate(rows, 1):
        appnos = [number for number in row["appnos"].split(";") if number]
        if place not in misprinted:
            numbers.update((as_number(number), place) for number in appnos if _is_number(number))
        docnames = row["docname"].split(" ; ")
        if len(docnames) != 2 or not all(" v. " in each for each in docnames):
            docnames = [row["docname"]]  # applicants of one name; else two applications joined under both names
        for title in (row["title"], row["title_fr"], *docnames):
            if title and place not in misprinted:
                folds.update((fold, place) for fold in names.variants(title))
        derived = _ecli(row, appnos)
        held.append(
            (
                place, _itemid(row["itemid"]), ";".join(appnos),
                None if row["title"] else names.titled(docnames[0]),
                names.completed(row["title"], row["docname"]) or None,
                names.completed(row["title_fr"], row["docname"]) or None, row["kind"],
                row["formation"].strip("-") or None, row["date"] or None,
                "=" if row["ecli"] and row["ecli"] == derived else row["ecli"] or None, row["respondent"] or None,
                row["importance"] or None, row["articles"] or None, row["conclusion"] or None,
                None if row["language"] == "ENG" else row["language"], row["report"] or None, row["source"],
            )
        )  # fmt: skip
    connection.executemany(f"INSERT INTO cases VALUES ({','.join('?' * 17)})", held)
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
        _itemid(row["itemid"]): (
            int(row["citing_docs"] or 0),
            int(row["max_para_cited"] or 0),
            row["paras_cited(top; para or range x count)"],
        )
        for row in table(folder / "ecthr_pinpoints.tsv")
    }
    for row in table(folder / "ecthr_expulsion_cases.tsv"):
        if (item := _itemid(row["itemid"])) is not None and item not in pinpoints:
            pinpoints[item] = (int(row["cited_by"] or 0), int(row["max_cited_para"] or 0), "")
    connection.executemany(
        "INSERT INTO pinpoints VALUES (?, ?, ?, ?)",
        [(item, *known) for item, known in pinpoints.items() if item is not None],
    )
    connection.executemany(
        "INSERT OR REPLACE INTO superseded VALUES (?, ?, ?, ?, ?)",
        [
            (_itemid(row["itemid"]), row["relation"], _itemid(row["by_itemid"]), row["by_title"], row["by_date"])
            for row in table(folder / "ecthr_superseded.tsv")
            if _itemid(row["itemid"]) is not None
        ],
    )
    conflicts: set[tuple[int, str]] = set()
    for row in table(folder / "ecthr_date_conflicts.tsv"):
        days = [row["date_in_court_reference_list"]] + [day[:10] for day in row["dates_in_hudoc"].split(";")]
        for number in row["appnos"].split(";"):
            conflicts.update((as_number(number), day) for day in days if day)
    connection.executemany("INSERT INTO date_conflicts VALUES (?, ?)", sorted(conflicts))


def curated(connection: sqlite3.Connection, folder: Path, rules: Path) -> list[dict[str, Any]]:
    """The authorities that somebody has read or vouched for, with their propositions; ``id`` is ``court/file``."""
    records = []
    outcomes = {
        f"{_body(row)}:{number}": row["outcome"]
        for row in table(folder.parent / "cases" / "un_views.tsv")
        for number in row["communications"].split(";")
    }
    for path in sorted(folder.glob("*/*.toml")):
        record = toml(path, rules)
        record["id"] = f"{path.parent.name}/{path.stem}"
        record.setdefault("outcome", outcomes.get(record["target"], ""))
        record["title"] = prose(record["title"])
        for proposition in record.get("proposition", ()):
            proposition["says"] = prose(proposition["says"])
            proposition["source"] = prose(proposition["source"])
        records.append(record)
    connection.executemany(
        "INSERT INTO curated VALUES (?, ?, ?, ?)",
        [(record["id"], record["target"], _itemid(record.get("itemid", "")), as_json(record)) for record in records],
    )
    return records


def courts(path: Path, rules: Path) -> dict[str, Any]:
    """How the courts of one State are cited, without what only a reader of the file needs."""
    held = toml(path, rules)
    forms = [{name: value for name, value in form.items() if name not in _COURT_PAGE_ONLY} for form in held["form"]]
    return {
        "words": held.get("words", {}),
        "slots": held.get("slots", {}),
        "form": forms,
        "leading": held.get("leading", []),
        "guidance": held.get("guidance", []),
        "same": held.get("same", {}),
        "lodged_since": held.get("lodged_since"),
        "sat": held.get("sat", {}),
        "serials": held.get("serials", {}),
        "reported": held.get("reported", {}),
    }


def court_pages(path: Path, rules: Path) -> dict[str, Any]:
    """What a reader is shown of the same file: which courts, with examples; and where the forms come from."""
    held = toml(path, rules)
    forms = [{name: form[name] for name in ("court", "examples") if name in form} for form in held["form"]]
    return {"source": held["source"], "verified": held["verified"], "form": forms}


def us_reporters(connection: sqlite3.Connection, folder: Path) -> None:
    """Spelling, reporter, needs and shape of every reporter of the United States; of one spelling the first counts."""
    rows = [tuple(row.values()) for path in folder.glob("us_reporters.tsv") for row in table(path)]
    connection.executemany("INSERT OR IGNORE INTO us_reporters VALUES (?, ?, ?, ?)", rows)


def leading_cases(curated: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The titles of curated decisions of national courts, each with the targets that have it."""
    titles: dict[str, list[str]] = {}
    for record in curated:
        if len(record["target"].partition(":")[0]) == 2 and " v " in record["title"]:
            titles.setdefault(prose(record["title"]), []).append(record["target"])
    return titles


def short_names(curated: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Each usual short name, as written, with the targets that it may mean."""
    short: dict[str, list[str]] = {}
    for record in curated:
        for alias in record.get("aliases", ()):
            targets = short.setdefault(alias, [])
            if record["target"] not in targets:
                targets.append(record["target"])
    return short


def aliases(short: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The targets of each of the `short_names`, folded as the register compares names."""
    folded: dict[str, dict[str, None]] = {}
    for name, targets in short.items():
        folded.setdefault(names.fold_name(name), {}).update(dict.fromkeys(targets))
    return {name: list(targets) for name, targets in folded.items()}


def cjeu(connection: sqlite3.Connection, path: Path) -> int:
    """Judgments of the Court of Justice, the General Court and the Civil Service Tribunal, by number and by ECLI."""
    rows = table(path)
    held: list[tuple[object, ...]] = []
    numbered: list[tuple[str, int]] = []
    for place, row in enumerate(rows, 1):
        numbers = [number for number in row["cases"].split(";") if number]
        keys = ["celex", "name_source", "note"] if row["name"] else ["celex", "party_classes", "note"]
        extra = {key: row[key] for key in keys if row[key]}
        kept = (row["name"], ";".join(numbers), row["date"], row["formation"], row["kind"], row["ecli"], row["aliases"])
        held.append((place, "cjeu", *kept, row["source"], as_json(extra)))
        numbered += [(f"cjeu:{number}", place) for number in (*numbers, row["ecli"]) if number]
    _court(connection, held, numbered)
    return len(rows)


OFTEN = 25
"""In so many names of Luxembourg a word stands that tells no case from another: "Hauptzollamt", "société", "Peter"."""


def often(path: Path) -> list[str]:
    """The words that the names of many cases share: offices, funds, forms of companies, markets, first names."""
    counts = Counter(word for row in table(path) for word in names.words_of(row["name"]))
    return sorted(word for word, count in counts.items() if count >= OFTEN)


def _body(row: Mapping[str, str]) -> str:
    """The committee of a row of views, as targets have it."""
    return {"CCPR": "hrc"}.get(row["body"], row["body"].lower())


def un_views(connection: sqlite3.Connection, path: Path) -> int:
    """Decisions of treaty bodies, by number and by symbol."""
    rows = table(path)
    held: list[tuple[object, ...]] = []
    numbered: list[tuple[str, int]] = []
    for place, row in enumerate(rows, UN_VIEWS_FROM):
        body = _body(row)
        extra = {key: row[key] for key in ("symbol", "state", "document_date", "outcome", "session") if row[key]}
        if not row["removal_case"] and (articles := _articles_of(row)):
            extra["articles"] = ";".join(articles)
        kept = (row["parties"], row["communications"], row["date"], "", "decision", "", row["aliases"], row["source"])
        held.append((place, "un", *kept, as_json(extra)))
        numbered += [(f"{body}:{number}", place) for number in row["communications"].split(";") if number]
        if row["symbol"]:
            numbered.append((f"{body}:{row['symbol']}", place))
    _court(connection, held, numbered)
    return len(rows)


PARAGRAPHS = re.compile(r"paragraphs?\s[\d() ,a-z]*?\d+(?:\s?\([a-z]\))?|\([^()]*\)")
LAST_ARTICLE = {"CAT": 33, "HRC": 53, "CCPR": 53}
"""The last article of the treaty: a greater number is one of a paragraph of the views that was taken for an article."""


def _articles_of(row: Mapping[str, str]) -> list[str]:
    """
    The articles of its own treaty that a row of views has, as raised or as violated, without paragraphs; those of the
    optional protocol are not among them.
    """
    last = LAST_ARTICLE.get(row["body"], 0)
    raised = re.findall(r"(?:CAT|CCPR)-(\d+)", row["articles_raised"])
    violated = re.findall(r"\d+", PARAGRAPHS.sub(" ", row["articles_violated"]))
    return sorted({number for number in (*raised, *violated) if 0 < int(number) <= last}, key=int)


def _court(connection: sqlite3.Connection, held: list[tuple[object, ...]], numbered: list[tuple[str, int]]) -> None:
    connection.executemany(f"INSERT INTO court VALUES ({','.join('?' * 11)})", held)
    connection.executemany("INSERT OR IGNORE INTO court_numbers VALUES (?, ?)", sorted(numbered))


def parties(connection: sqlite3.Connection, path: Path) -> int:
    """Who is bound by what: one row for each treaty and State."""
    rows = table(path)
    connection.executemany(
        "INSERT INTO parties VALUES (?, ?, ?)",
        [
            (row.pop("instrument"), row.pop("state"), as_json({key: value for key, value in row.items() if value}))
            for row in rows
        ],
    )
    return len(rows)


def texts(connection: sqlite3.Connection, folder: Path, rules: Path) -> list[tuple[str, str, str]]:
    """The provision texts; gives back (provision, heading, text) of the English ones for the full-text search."""
    english: dict[str, tuple[str, str]] = {}
    held = []
    for path in sorted(folder.glob("*/*.toml")):
        article = toml(path, rules)
        for place, paragraph in enumerate(article["paragraph"]):
            text = prose(paragraph["text"])
            key = paragraph["provision"]
            held.append(
                (key, article["lang"], place, paragraph.get("part", ""), text, paragraph["verified"],
                 "; ".join(paragraph["sources"]), prose(article.get("note", "")), article.get("translation", False))
            )  # fmt: skip
            if article["lang"] == "en":
                heading, before = english.get(key, (article["heading"], ""))
                english[key] = (heading, f"{before} {text}".strip())
    connection.executemany(f"INSERT INTO texts VALUES ({','.join('?' * 9)})", held)
    for language in sorted({language for _, language, *_ in held}):
        # In the order in which the store reads them.
        rows = connection.execute("SELECT text FROM texts WHERE lang = ? ORDER BY provision, place", (language,))
        index = Index.of(text for (text,) in rows)
        connection.execute("INSERT INTO blobs VALUES (?, ?)", (f"words in a row {language}", as_json(index._asdict())))
    return [(key, heading, text) for key, (heading, text) in english.items()]


def support(connection: sqlite3.Connection, curated: list[dict[str, Any]], texts: list[tuple[str, str, str]]) -> None:
    """The full-text search over what can be offered: curated authorities and provision texts."""
    place = 0
    for record in curated:
        # A bare result shares no telling word with a story, and lengthens what it is weighed by.
        told = (one for one in record.get("proposition", ()) if one.get("searched", True))
        says = " ".join(proposition["says"] for proposition in told)
        place += 1
        tags = " ".join(record.get("tags", ())).replace("-", " ")
        connection.execute("INSERT INTO support VALUES (?, ?, 'authority')", (place, record["id"]))
        connection.execute(
            "INSERT INTO support_words(rowid, title, tags, says) VALUES (?, ?, ?, ?)",
            (place, record["title"], tags, says),
        )
    for key, heading, text in texts:
        place += 1
        connection.execute("INSERT INTO support VALUES (?, ?, 'provision')", (place, key))
        connection.execute(
            "INSERT INTO support_words(rowid, title, tags, says) VALUES (?, ?, '', ?)", (place, heading, text)
        )
    connection.execute("INSERT INTO support_words(support_words) VALUES ('optimize')")


def rules(connection: sqlite3.Connection, folder: Path, sources: list[Path]) -> None:
    """
    Every TOML file outside ``law/``: as the engine reads it, and as its page shows it; and the phrases in them. The
    cues of facts are kept by language, for a draft is in one.
    """
    rows = []
    phrases: dict[str, Reading] = {}
    cues: dict[str, dict[str, list[str]]] = {}
    spoken = [("", text) for text in _called(connection)] + [*_named(connection)]
    for path in sources:
        page = toml(path, folder)
        place = path.relative_to(folder)
        engine = {key: value for key, value in page.items() if key not in _PAGE_ONLY}
        if place.parent.as_posix() == "arguments":
            _known_targets(connection, f"rules/{place.as_posix()}", page)
            engine["against"] = [
                {key: value for key, value in one.items() if key not in _ANSWER_ONLY} for one in page.get("against", ())
            ]
        spoken += _spoken(place.parent.name, engine)
        if place.parent.as_posix() == "facts":
            for language, listed in engine.pop("cues", {}).items():
                cues.setdefault(language, {})[path.stem] = listed
        rows.append((place.as_posix(), place.parent.as_posix(), path.stem, as_json(engine), as_json(page)))
    waiting: set[tuple[str, str, str]] = set()
    for language, text in spoken:
        # Not every list holds phrases; what is none is either refused here or never asked for.
        with suppress(ValueError):
            phrases[text] = phrases.get(text) or reading_of(text)
            waiting.update((word, language, text) for word in phrases[text].looks[0])
    connection.executemany("INSERT INTO rules VALUES (?, ?, ?, ?, ?)", rows)
    number = {phrase: place for place, phrase in enumerate(phrases, 1)}
    connection.executemany(
        "INSERT INTO phrases VALUES (?, ?, ?, ?)",
        (
            (number[phrase], phrase, stored_looks(reading), stored_tokens(reading))
            for phrase, reading in phrases.items()
        ),
    )
    connection.executemany(
        "INSERT INTO waiting VALUES (?, ?, ?)",
        ((word, language, number[phrase]) for word, language, phrase in sorted(waiting)),
    )
    connection.executemany(
        "INSERT INTO blobs VALUES (?, ?)",
        ((f"cues {language}", as_json(of_facts)) for language, of_facts in cues.items()),
    )


def subjects(folder: Path, rules: Path) -> dict[str, list[dict[str, Any]]]:
    """What provisions are about, by language; each list has the subjects that have names in it."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(folder.glob("*.toml")):
        record = toml(path, rules)
        within = record.get("within", {})
        spoken = {*record["names"], *(language for names in within.values() for language in names)}
        for language in sorted(spoken):
            found.setdefault(f"subjects {language}", []).append(
                {
                    "title": record["title"],
                    "provisions": record["provisions"],
                    "names": record["names"].get(language, ()),
                    "source": " ".join(record["source"].split()),
                    "verified": record["verified"],
                    "beside": record.get("beside", ()),
                    "only": record.get("only", ()),
                    "printed": record.get("printed", {}),
                    "within": {key: names[language] for key, names in within.items() if language in names},
                }
            )
    return found


def time_limits(folder: Path, rules: Path) -> dict[str, Any]:
    """
    How long somebody has for what: the limits by the acts that set them, each with its file's name; and the phrases
    that name what must be done, by language, each with the act and the file; and those of any language by which a draft
    before a forum speaks of its own time.
    """
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.toml")):
        record = toml(path, rules)
        days = {key: record[key].isoformat() for key in ("since", "until") if key in record}
        if not record["source"].strip() or not (record["right"] or record["says"].strip()):
            raise SourceError(
                f"rules/{path.relative_to(rules).as_posix()}: a limit has a source, and a duration or says"
            )
        for act in dict.fromkeys(map(act_of, record["provisions"])):
            found.setdefault(f"time limits of {act}", {})[path.stem] = {**record, **days, "names": None}
        for language, phrases in record.get("names", {}).items():
            named = found.setdefault(f"time limits named {language}", {})
            named |= {phrase: (act_of(record["provisions"][0]), path.stem) for phrase in phrases}
        own = found.setdefault("time limits of drafts", {})
        for phrase in record.get("before", {}).get("phrases", ()):
            own[phrase] = (act_of(record["provisions"][0]), path.stem, record["before"]["forum"])
    return found


def _named(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """The phrases by which drafts name subjects and what must be done in time, each with its language."""
    for name, value in connection.execute("SELECT name, value FROM blobs WHERE name LIKE 'subjects %'").fetchall():
        for record in json.loads(value):
            for phrases in (record["names"], *record["within"].values()):
                yield from ((name.removeprefix("subjects "), phrase) for phrase in phrases)
    of_limits = "SELECT name, value FROM blobs WHERE name LIKE 'time limits named %'"
    for name, value in connection.execute(of_limits).fetchall():
        yield from ((name.removeprefix("time limits named "), phrase) for phrase in json.loads(value))
    of_drafts = connection.execute("SELECT value FROM blobs WHERE name = 'time limits of drafts'").fetchone()
    yield from (("", phrase) for phrase in (json.loads(of_drafts[0]) if of_drafts else ()))


def _called(connection: sqlite3.Connection) -> Iterator[str]:
    """The phrases by which drafts name what the register of evidence holds."""
    (evidence,) = connection.execute("SELECT value FROM blobs WHERE name = 'evidence'").fetchone()
    for record in json.loads(evidence):
        for entry in record.get("law", ()):
            yield from entry.get("called", ())


def sentences(connection: sqlite3.Connection, folder: Path, sources: Iterable[Path]) -> None:
    """What the sentences that tell facts teach, language by language."""
    facts = sorted(path.stem for path in (folder / "facts").glob("*.toml"))
    for language, files in groupby(sources, key=lambda path: path.parent.name):
        try:
            learnt = learn(tuple(files), facts)
        except SentenceError as mistake:
            raise SourceError(f"rules/telling/{language}/{mistake}") from None
        connection.executemany(
            "INSERT INTO signs VALUES (?, ?, ?)", ((language, sign, said) for sign, said in learnt.weights.items())
        )
        always = {"facts": learnt.facts, "always": learnt.always}
        connection.execute("INSERT INTO blobs VALUES (?, ?)", (f"always {language}", as_json(always)))


def _spoken(folder: str, engine: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every text in a list of the file, with the language that alone asks for it: that of the cues of a fact."""
    of_a_language = ("cues", "beside") if folder == "facts" else ()
    for part in of_a_language:
        for language, listed in engine.get(part, {}).items():
            for text in listed:
                yield language, text
    for text in _listed({key: value for key, value in engine.items() if key not in of_a_language}):
        yield "", text


def _known_targets(connection: sqlite3.Connection, place: str, page: Mapping[str, Any]) -> None:
    """
    Every authority that an argument's file names stands in the registers.

    Raises:
        SourceError: One does not.
    """
    known = {target for (target,) in connection.execute("SELECT target FROM curated")}
    (instruments,) = connection.execute("SELECT value FROM blobs WHERE name = 'instruments'").fetchone()
    known.update(one["key"] for one in json.loads(instruments))
    against = page.get("against", ())
    named = [*page.get("for", ()), *against, *(one for each in against for one in each.get("answered_by", ()))]
    for one in named:
        if one["target"] not in known and one["target"].rpartition(":")[0] not in known:
            raise SourceError(f"{place}: {one['target']} stands in no register")


def _listed(value: Any) -> Iterator[str]:  # Any: whatever TOML can hold
    """Every text that stands in a list, however deep."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _listed(inner)
    elif isinstance(value, list):
        for inner in value:
            if isinstance(inner, str):
                yield inner
            else:
                yield from _listed(inner)


def coverage(path: Path, rules: Path, counts: Mapping[str, int]) -> dict[str, Any]:
    """What each register says that it holds; each says it, and none claims more or fewer rows than its table has."""
    said = toml(path, rules)
    place = f"rules/{path.relative_to(rules).as_posix()}"
    stated = {register["id"] for register in said["register"]}
    for register in said["register"]:
        counted = counts[register["id"]]
        if register["rows"] not in (0, counted):
            raise SourceError(
                f"{place}: register {register['id']} says {register['rows']} rows, its table has {counted}"
            )
        register["rows"] = counted
        for window in (register, *register.get("window", ())):
            if not window["says"].strip() or window["from"] > window["to"] or window["to"] > said["edition"]:
                raise SourceError(
                    f"{place}: register {register['id']} says {window['says'].strip()!r} of {window['from']} to"
                    f" {window['to']}; it must say what it holds, of days in order and not after the edition"
                )
        if not register["source"].strip():
            raise SourceError(f"{place}: register {register['id']} names no source")
    # Curated records belong to the registers of their courts, whose sentences speak for them.
    if missing := counts.keys() - stated - {"curated"}:
        raise SourceError(f"{place}: nothing is said of what the register {min(missing)} holds")
    return said
