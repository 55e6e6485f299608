"""
Rows of the compiled registers as `Authority` values: titles in house style, citations ready to paste, later history.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from refoulement_lint.late import late
from refoulement_lint.model import OWN_KNOWLEDGE, Authority, Later, Proposition
from refoulement_lint.registers.layout import ADDED

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# The Grand Chamber of the former Court is not printed as [GC].
_NEW_COURT = "1998-11-01"
# Where a report stands in the place of the date: Series A and Reports (with the date), ECHR volumes to 2015 (without).
_OLD_REPORT = late(r"(?:Series A no\. |Reports of Judgments and Decisions 199|Reports 199)")
_ECHR_VOLUME = late(r"ECHR (?:199[89]|20(?:0\d|1[0-5]))")


# The columns that `authority_of` reads, in this order; `c` the case, `s` what followed it, `k` the curated record.
COLUMNS = """c.id, c.itemid, c.appnos, c.docname, c.title, c.title_fr, c.kind, c.formation, c.date, c.ecli,
    c.respondent, c.importance, c.articles, c.conclusion, c.report, c.source, s.relation, s.by_title,
    s.by_date, k.record"""
TABLES = "cases c LEFT JOIN superseded s ON s.itemid = c.itemid LEFT JOIN curated k ON k.itemid = c.itemid"
# The number first, so that nothing is sorted and no table is read through: 10 µs for each look-up.
BY_NUMBER = (
    f"SELECT {COLUMNS} FROM numbers n CROSS JOIN cases c ON c.id = n.id LEFT JOIN superseded s ON s.itemid = c.itemid"
    " LEFT JOIN curated k ON k.itemid = c.itemid WHERE n.number = ?"
)
_KIND_WORDS = {
    "JUD": "judgments", "DEC": "decisions", "COM": "communicated cases", "REP": "reports of the Commission",
    "JP9": "decisions of a panel", "unknown": "decisions of a kind that is not known",
}  # fmt: skip
# How many rows of what kind each register has.
KINDS_HELD = """SELECT 'ecthr', kind, count(*) FROM cases GROUP BY kind UNION ALL
    SELECT register, kind, count(*) FROM court GROUP BY register, kind UNION ALL
    SELECT 'parties', 'pairs of State and treaty', count(*) FROM parties"""


def kind_in_words(kind: str, count: int) -> str:
    """``("JUD", 2)`` → ``"judgments"``."""
    words = _KIND_WORDS.get(kind, kind if " " in kind else f"{kind}s")
    head, _, rest = words.partition(" ")
    return words if count != 1 else " ".join([head.removesuffix("s"), rest.removesuffix("s")]).strip()


def authority_of(row: tuple[Any, ...]) -> Authority:
    """One row of the Strasbourg register, with the curated record where there is one."""
    (
        place, item, appnos, docname, title, title_fr, kind, formation, day, ecli, respondent, importance, articles,
        conclusion, report, source, relation, by_title, by_date, record,
    ) = row  # fmt: skip
    numbers = tuple(appnos.split(";")) if appnos else ()
    title = title or docname or ""
    titles = (title_fr,) if title_fr and title_fr != title else ()
    curated: Mapping[str, Any] = json.loads(record) if record else {}
    ecli = derived_ecli(numbers[0], day, kind) if ecli == "=" else ecli or ""
    formation, day = formation or "", day or ""
    status = str(curated.get("status", "")) or _status(relation, kind, conclusion)
    return Authority(
        target=f"ecthr:{numbers[0]}" if numbers else "",
        title=title,
        register="ecthr",
        row=f"001-{item}" if item else f"row {place}",
        titles=(*titles, *(alias for alias in curated.get("aliases", ()) if " v. " in alias or " v " in alias)),
        numbers=numbers,
        date=day,
        formation=formation,
        decision=kind,
        ecli=ecli,
        respondent=tuple(respondent.split(";")) if respondent else (),
        articles=tuple(articles.split(";")) if articles else (),
        outcome=_whole(conclusion) or _outcome_recorded(curated) or conclusion or "",
        report=report or "",
        importance=importance or "",
        status=status,
        later=_later(curated) or _replaced(status, numbers, by_date),
        citation=curated.get("citation") or cite(title, numbers, day, kind, formation, report or ""),
        link=f"https://hudoc.echr.coe.int/eng?i=001-{item}" if item else "",
        source=_source(source, by_title, by_date),
        verified=item is not None and not source.startswith(ADDED),
        tags=tuple(curated.get("tags", ())),
        returned_to=tuple(curated.get("returned_to", ())),
        about=tuple(curated.get("about", ())),
        propositions=propositions_of(curated),
        added=_added(source),
    )


_NO_BRACKETS = str.maketrans("[]", "()")


def _whole(conclusion: str | None) -> str:
    """The outcome, unless the list that it is from cut it short."""
    return "" if conclusion is None or conclusion.rstrip().endswith(("…", "...")) else conclusion


def _outcome_recorded(record: Mapping[str, Any]) -> str:
    """The outcome that somebody recorded where the Court's list has none or a part, in the form of that list."""
    recorded = record.get("outcome") or {}
    words = {"violation": "V", "no-violation": "NV"}
    items = []
    for article, findings in recorded.items() if isinstance(recorded, dict) else ():
        for finding in findings:
            word, _, note = finding.partition(" (")
            if word in words:
                own = OWN_KNOWLEDGE if record.get("outcome_source", "").startswith(OWN_KNOWLEDGE) else ""
                notes = "; ".join(filter(None, (note.rstrip(")").translate(_NO_BRACKETS), own)))
                items.append(f"{words[word]} {article} [{notes}]" if notes else f"{words[word]} {article}")
    return "; ".join(items)


def _added(source: str) -> str:
    """The name of the added register that a row with that source comes from, empty for our own rows."""
    return source.removeprefix(ADDED) if source.startswith(ADDED) else ""


def _later(record: Mapping[str, Any]) -> tuple[Later, ...]:
    return tuple(
        Later(one["since"], one.get("by", ""), " ".join(one.get("says", "").split())) for one in record.get("later", ())
    )


def _replaced(status: str, numbers: tuple[str, ...], by_date: str | None) -> tuple[Later, ...]:
    """By the Grand Chamber, under the same number."""
    return (Later(by_date, f"ecthr:{numbers[0]}"),) if status == "superseded" and by_date and numbers else ()


def _status(relation: str | None, kind: str, conclusion: str | None) -> str:
    if relation == "chamber-judgment-followed-by-GC":
        return "superseded"
    if kind in ("JUD", "DEC") and conclusion and conclusion.startswith("Struck out"):
        return "struck-out"
    return ""


def _source(source: str, by_title: str | None, by_date: str | None) -> str:
    if source.startswith(ADDED):
        return f"the added register {_added(source)}"
    known = {"A": "HUDOC export", "B": "HUDOC feed", "C": "case-law reference list of the Court", "G": "Registry table"}
    where = "; ".join(known[part[0]] for part in source.split("+") if part[:1] in known)
    return f"{where}; followed by {by_title} of {by_date}" if by_title else where


def propositions_of(record: Mapping[str, Any]) -> tuple[Proposition, ...]:
    """
    What a curated authority stands for.

    A pinpoint that a lawyer must check first (``show = false``) is left out here, so that nobody can print it.
    """
    return tuple(
        Proposition(
            says=proposition["says"],
            pinpoint=proposition.get("pinpoint", "") if proposition.get("show", True) else "",
            verified=proposition["verified"],
            pinpoint_verified=proposition["pinpoint_verified"],
            source=proposition["source"],
        )
        for proposition in record.get("proposition", ())
    )


def curated_authority(identity: str, record: Mapping[str, Any]) -> Authority:
    """A curated record that no row of a bulk register stands behind: other courts, pending cases, treaty bodies."""
    court = identity.partition("/")[0]
    return Authority(
        target=record["target"],
        title=record["title"],
        register=court,
        row=identity,
        titles=tuple(record.get("aliases", ())),
        numbers=tuple(record.get("numbers", ())),
        date=record.get("date", ""),
        formation=record.get("formation", ""),
        decision=record.get("decision", "") if court == "ecthr" else "",
        ecli=record.get("ecli", ""),
        respondent=tuple(record.get("respondent", ())),
        status=record.get("status", ""),
        outcome=record.get("outcome", ""),
        later=_later(record),
        symbol=record.get("symbol", ""),
        other_dates=tuple(filter(None, (*record.get("other_dates", ()), record.get("document_date")))),
        citation=record.get("citation", "") or pending_citation(record),
        link=record.get("link", ""),
        source="; ".join(record.get("sources", ())[:2]) or record.get("source", ""),
        verified=record.get("identity_verified", False),
        tags=tuple(record.get("tags", ())),
        returned_to=tuple(record.get("returned_to", ())),
        about=tuple(record.get("about", ())),
        propositions=propositions_of(record),
    )


def pending_citation(record: Mapping[str, Any]) -> str:
    """How a case that is not decided is cited: as pending, never as a judgment."""
    return f"{record['title']}, {_numbered(tuple(record.get('numbers', ())))} (pending before the Grand Chamber)"


def court_authority(row: tuple[Any, ...]) -> Authority:
    """A row of the registers of Luxembourg and of the treaty bodies."""
    place, target, register, title, numbers, day, formation, _, ecli, aliases, source, extra = row
    more: Mapping[str, str] = json.loads(extra)
    listed = tuple(number for number in numbers.split(";") if number)
    body = target.partition(":")[0]
    title = title or more.get("party_classes", "")
    first = f"{body}:{listed[0]}" if listed else target
    return Authority(
        target=first,
        title=title,
        register=register,
        row=more.get("celex") or more.get("symbol") or f"row {place}",
        titles=tuple(alias for alias in aliases.split(";") if alias),
        numbers=listed,
        date=day,
        formation={"Grand Chamber": "GC"}.get(formation, "CH" if "Chamber" in formation else ""),
        decision="",
        ecli=ecli,
        respondent=(more["state"],) if "state" in more else (),
        articles=tuple(more["articles"].split(";")) if "articles" in more else (),
        outcome=more.get("outcome", ""),
        sure_title=more.get("name_source") != "T",
        symbol=more.get("symbol", ""),
        other_dates=(more["document_date"],) if "document_date" in more else (),
        citation=_court_citation(register, title, listed, day, ecli, more),
        source=f"the added register {_added(source)}" if _added(source) else source,
        verified=False,
        added=_added(source),
    )


def _court_citation(
    register: str, title: str, numbers: tuple[str, ...], day: str, ecli: str, more: Mapping[str, str]
) -> str:
    if register == "cjeu":
        case = f"Case {numbers[0]}" if len(numbers) == 1 else "Joined Cases " + _listed(numbers)
        dated = f"Judgment of {long_date(day)}, " if len(day) == 10 else ""
        parties = f"{title}, " if title else ""
        return f"{dated}{parties}{case}{', ' + ecli.removeprefix('ECLI:') if ecli else ''}"
    symbol = f", {more['symbol']}" if "symbol" in more else ""
    return f"{title}, Communication No. {', '.join(numbers)}{', ' + long_date(day) if day else ''}{symbol}"


# --- which row is meant ---

_FOLLOW_UP = late(r"just satisfaction|satisfaction équitable|revision|révision|interpretation|article (?:41|50)")
# What the brackets behind a title, or the outcome recorded, say of which judgment in a case it is; and the kind that
# a citation writes for it.
_WHICH = {
    "just satisfaction": late(r"\((?:just satisfaction|satisfaction équitable|article (?:41|50))", re.IGNORECASE),
    "interpretation": late(r"\(interpr[eé]tation|interpretation rejected$|; Interpretation$", re.IGNORECASE),
    "revision": late(r"\(r[eé]vision|^revision ", re.IGNORECASE),
    "merits": late(r"\((?:merits|fond)\b", re.IGNORECASE),
    "preliminary objections": late(r"\((?:preliminary objection|exceptions? préliminaire)", re.IGNORECASE),
}
# These come after the judgment on the merits, whatever its title.
FOLLOWING = frozenset(("just satisfaction", "interpretation", "revision"))
_FORMATIONS = {"GC": 0, "CH": 1, "": 2, "CTEE": 3, "COMM": 4, "PANEL": 5}
_KINDS = {"JUD": 0, "DEC": 1, "REP": 2, "JP9": 3, "COM": 4}


def rank(row: Authority) -> tuple[int, bool, int, bool, bool, bool, str, str]:
    """
    The last word in a case comes first: by kind and formation, then the younger day.

    Before the day counts what somebody has read, and a judgment on the merits comes before one on just satisfaction;
    an order of which no day is known comes last.
    """
    young = "".join(chr(0x7F - ord(character)) for character in row.date)
    return (
        _KINDS.get(row.decision, 5),
        row.status in ("annulled", "superseded"),
        _FORMATIONS.get(row.formation, 3),
        not row.propositions,
        _FOLLOW_UP.search(" ".join((row.title, *row.titles)).lower()) is not None,
        not row.date,
        young,
        row.row,
    )


def rank_in_case(row: Authority) -> tuple[int, int, bool, bool, tuple[int, ...], str]:
    """
    Of several decisions in one case what a citation means that does not say: the merits before just satisfaction, a
    decision of the matter before a striking out, the younger before the older.
    """
    return (
        _KINDS.get(row.decision, 5),
        _FORMATIONS.get(row.formation, 3),
        row.status == "struck-out",
        _FOLLOW_UP.search(" ".join((row.title, *row.titles)).lower()) is not None,
        tuple(-ord(character) for character in row.date),
        row.row,
    )


def is_known_as(row: Authority, kind: str) -> bool:
    """
    Whether the register has it as the judgment of that kind, ``"just satisfaction"`` or ``"interpretation"``, in its
    case; one of which it says nothing may be of any kind.
    """
    pattern = _WHICH.get(kind)
    return pattern is not None and any(pattern.search(text) for text in (row.title, *row.titles, row.outcome))


def is_of_a_kind(row: Authority) -> bool:
    """Whether the register says which judgment in its case it is."""
    return any(is_known_as(row, kind) for kind in _WHICH)


def item_of(row: Authority) -> int | None:
    """The number of a row's HUDOC document, ``None`` when it has none."""
    return int(row.row[4:]) if row.register == "ecthr" and row.row.startswith("001-") else None


# --- how the Court writes --------------------------------------------------------------------------------------------


def cite(title: str, numbers: tuple[str, ...], day: str, kind: str, formation: str, report: str) -> str:
    """
    A decision in the style of the Court's own reference list.

    Source: note explaining the mode of citation, and the list itself: Series A and Reports leave out the number, ECHR
    volumes (1999-2015) the date.
    """
    if kind == "REP":
        return f"{title}, {_numbered(numbers)}, Commission's report of {long_date(day)}"
    if kind == "DEC" and formation == "COMM":
        return f"{title}, {_numbered(numbers)}, Commission decision of {long_date(day)}"
    marks = " (dec.)" if kind == "DEC" else ""
    marks += " [GC]" if formation == "GC" and day >= _NEW_COURT else ""
    if kind == "COM":
        return f"{title} (communicated), {_numbered(numbers)}" + (f", {long_date(day)}" if len(day) == 10 else "")
    if _OLD_REPORT.match(report):
        return f"{title}{marks}, {long_date(day)}, {report}"
    if _ECHR_VOLUME.match(report):
        return f"{title}{marks}, {_numbered(numbers)}, {report}"
    return ", ".join(part for part in (f"{title}{marks}", _numbered(numbers), long_date(day)) if part)


def _numbered(numbers: tuple[str, ...]) -> str:
    """``no. 30696/09``, ``nos. 8675/15 and 8697/15``, ``nos. 40503/17 and 2 others``."""
    if len(numbers) < 2:
        return f"no. {numbers[0]}" if numbers else ""
    return f"nos. {numbers[0]} and {numbers[1] if len(numbers) == 2 else f'{len(numbers) - 1} others'}"


def _listed(numbers: tuple[str, ...]) -> str:
    return f"{', '.join(numbers[:-1])} and {numbers[-1]}" if len(numbers) > 1 else "".join(numbers)


def long_date(iso: str) -> str:
    """``"2011-01-21"`` → ``"21 January 2011"``; a year alone stays one."""
    if len(iso) != 10:
        return iso
    return f"{int(iso[8:])} {MONTHS[int(iso[5:7]) - 1]} {iso[:4]}"


def derived_ecli(number: str, day: str, kind: str) -> str:
    """
    The ECLI that the Court gives: ``("30696/09", "2011-01-21", "JUD")`` → ``"ECLI:CE:ECHR:2011:0121JUD003069609"``.

    Source: the register itself; rows for which this does not hold store their own.
    """
    left, _, year = number.partition("/")
    return f"ECLI:CE:ECHR:{day[:4]}:{day[5:7]}{day[8:]}{kind}{int(left):07}{year}"
