"""
What the store says about instruments and targets in words: who is bound, when adopted, how named, what a text refers
to.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from refoulement_lint.folding import has_cyrillic, plain_number
from refoulement_lint.late import late
from refoulement_lint.model import Adoption, Authority, Membership
from refoulement_lint.registers.courts import curated_of_ecli
from refoulement_lint.registers.names import parties
from refoulement_lint.registers.nearness import exchanged, is_slip

if TYPE_CHECKING:
    from refoulement_lint.registers.store import Store

_EUR_LEX = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:"
_ECLI = late(r"(?:ECLI:)?(?P<rest>(?:CE|EU):[A-Z]{1,8}:\d{4}:[A-Z0-9.]+)", re.IGNORECASE)
_COURT_ECLI = late(r"CE:ECHR:(?P<year>\d{4}):(?P<day>\d{4})(?P<kind>[A-Z]{3})(?P<number>\d{7})(?P<lodged>\d{2})\d*")
# "27765/09"; with the thousands set apart, "27 765/09"; with the whole year, which others write behind fewer digits.
_APPLICATION = late(r"(?<![\d.])(\d{1,6}/\d{2}|\d{1,2}[ .]\d{3}/\d{2}|\d{5}/(?:19|20)\d{2})(?!\d)")
_NUMBERED = late(r"\d\s?/\s?\d")
# The year behind a report: "480 U.S. 421 (1987)".
_YEAR = late(r"\s\(\d{4}\)$")
_LUXEMBOURG = late(r"\b([CTF])[-‑–](\d+/\d{2})\b( (?:PPU|P|R|REV)\b)?")
# What a row on participation says → what that means for a State. "opt-in case by case" and the like stay open.
_BOUND = frozenset({"party", "accepted", "bound", "member", "full member"})
_NOT_BOUND = frozenset(
    {
        "signatory",
        "not party",
        "not accepted",
        "not accepted (own knowledge)",
        "not bound",
        "not bound since 2021",
        "not member",
    }
)


def instrument_of(store: Store, target: str) -> str:
    """The key of the instrument in a target: ``"EU:2011/95:15(b)"`` → ``"EU:2011/95"``."""
    if store.instruments.get(target):
        return target
    key = target.rpartition(":")[0]
    return key if store.instruments.get(key) else target


def membership(store: Store, instrument: str, state: str, day: date) -> Membership:
    """See ``Store.membership``: a row that is not there, or that leaves it open, is "unknown", never "not bound"."""
    name = store.state_name(state)
    held = store.instruments.get(instrument)
    if held is not None and state in held.not_bound:
        source = held.not_bound_source or "; ".join(held.sources[:1])
        return Membership("not-bound", name, "", source, held.verified and not held.not_bound_source)
    row = store.parties(instrument, state)
    if row is None:
        if held is None or not held.only_listed:
            return Membership("unknown", name)
        return Membership("not-bound", name, "", "; ".join(held.sources[:1]))
    status = row.get("status", "")
    verdict = "bound" if status in _BOUND else "not-bound" if status in _NOT_BOUND else "unknown"
    withdrawn = row.get("withdrawal", "")
    if status.startswith("former"):
        verdict = "unknown" if not withdrawn else "not-bound" if day.isoformat() >= withdrawn else "bound"
    if verdict == "bound" and len(row.get("in_force", "")) == 10 and day.isoformat() < row["in_force"]:
        verdict = "not-bound"
    return Membership(
        verdict,
        name,
        row.get("status_as_of", ""),
        row.get("source", ""),
        row.get("verified") == "true",
        # A State that succeeded another was bound before its own day.
        ratified="" if row.get("how") == "succeeded" else row.get("ratified_or_acceded", ""),
        since="" if row.get("how") == "succeeded" else row.get("in_force", ""),
        until=withdrawn,
        status=status,
    )


def act_meant(store: Store, name: str, target: str) -> str:
    """
    The act that is called *name*, when *target* is the number of another one that neither followed it nor was followed
    by it; empty where name and number may go together, or the name is no act's.
    """
    number = target.partition(":")[2].partition(":")[0]
    words = " ".join(name.split())
    named = {held.key for held in store.act_names if _is_called(words, held.text, case=held.case)}
    line = named | {other for key in named for other in _line(store, key)}
    if not named or f"EU:{number}" in line:
        return ""
    close = [key for key in sorted(line) if is_slip(key.removeprefix("EU:"), number)]
    return close[0] if len(close) == 1 else min(named) if len(named) == 1 else ""


def act_exchanged(store: Store, target: str) -> str:
    """
    The act held whose number has two neighbouring digits the other way round than that of *target*, which is held
    nowhere, and which has the provision cited; empty where there is none, or more than one.
    """
    key, _, provision = target.rpartition(":")
    number = key.removeprefix("EU:")
    if not number or store.instruments.get(key) is not None:
        return ""
    found = [
        other
        for other in exchanged(number)
        if store.instruments.get(f"EU:{other}") and store.instruments.exists(f"EU:{other}", provision).word == "exists"
    ]
    return f"EU:{found[0]}" if len(found) == 1 else ""


def _is_called(words: str, name: str, *, case: bool) -> bool:
    """Whether the name stands in *words* as words: "RD" is no part of "Verordnung"."""
    if not case:
        words, name = words.casefold(), name.casefold()
    start = words.find(name)
    while start >= 0:
        around = words[max(0, start - 1) : start] + words[start + len(name) : start + len(name) + 1]
        if not any(sign.isalnum() for sign in around):
            return True
        start = words.find(name, start + 1)
    return False


def _line(store: Store, key: str) -> set[str]:
    """The acts that followed the one of that key, and those that it followed."""
    held = store.instruments.get(key)
    after = set(held.successor) if held else set()
    return after | {
        other for other in store.instruments if key in getattr(store.instruments.get(other), "successor", ())
    }


def governing_instead(store: Store, act: str, day: date) -> tuple[str, ...]:
    """See ``Store.governing_instead``."""
    line, asked = {act}, {act}
    while asked:
        asked = {other for key in asked for other in _line(store, key)} - line
        line |= asked
    return tuple(sorted(key for key in line - {act} if store.validity(key, day).verdict == "governs"))


def adoption(store: Store, target: str) -> Adoption:
    """See ``Store.adoption``."""
    held = store.instruments.get(instrument_of(store, target))
    if held is None:
        return Adoption(None)
    written = (held.adopted, held.in_force, str(held.citation.get("opened", "")))
    days = [date.fromisoformat(day) if len(day) == 10 else None for day in written]
    return Adoption(days[0], days[1], "; ".join(held.sources[:2]), days[2], held.kind == "treaty")


def title(store: Store, target: str) -> str:
    """See ``Store.title``: the target itself when nothing is known of it."""
    if store.instruments.get(target):
        return store.instruments.printed(target)
    if store.instruments.get(target.rpartition(":")[0]):
        return store.instruments.provision(target)
    known = store.authority(target)
    return known.title if known else target


def by_ecli(store: Store, ecli: str) -> tuple[Authority, ...]:
    """See ``Store.by_ecli``."""
    found = _ECLI.fullmatch(ecli.strip())
    if found is None:
        return ()
    rest = found["rest"].upper()
    strasbourg = _COURT_ECLI.fullmatch(rest)
    if strasbourg is None:
        luxembourg = store.authority(f"cjeu:ECLI:{rest}")
        return (luxembourg,) if luxembourg else curated_of_ecli(store.connection, f"ECLI:{rest}")
    rows = store.cases.by_number(f"{int(strasbourg['number'])}/{strasbourg['lodged']}")
    return tuple(row for row in rows if row.ecli == f"ECLI:{rest}")


def look_up(store: Store, text: str) -> tuple[Authority, ...]:
    """See ``Store.look_up``; a target and an ECLI come before numbers, numbers before names."""
    text = text.strip()
    known = store.authority(text)
    if known is not None:
        return (known,)
    if found := by_ecli(store, text):
        return found
    key = instrument_of(store, text)
    if store.instruments.get(key) is None:
        lower = text.casefold()
        key = next((name.key for name in store.instruments.names if name.text.casefold() == lower), key)
    if store.instruments.get(key) is not None:
        return (_as_authority(store, key, text),)
    if case := _LUXEMBOURG.search(text):
        return _only(store.authority(f"cjeu:{case[1]}-{case[2]}{case[3] or ''}"))
    numbers = dict.fromkeys(plain_number(number) for number in _APPLICATION.findall(text))
    national = [row for row in store.curated.national() if any(_YEAR.sub("", number) in text for number in row.numbers)]
    if national:
        return tuple(national)
    rows = [row for number in numbers for row in store.cases.by_number(number) or _only(store.cases.pending(number))]
    if rows or _NUMBERED.search(text):
        return tuple(dict.fromkeys(rows))  # a number that nobody holds is nobody's name
    from refoulement_lint.registers import luxembourg  # which asks the store, as this does for it

    return store.cases.by_name(text) or _before_committees(store, text) or _only(luxembourg.of_that_name(text, store))


def _before_committees(store: Store, name: str) -> tuple[Authority, ...]:
    """The communications of that applicant, against that State where one is written."""
    applicant, respondent = parties(name)
    states = store.communications.states_of(respondent)
    rows = (store.authority(target) for target in store.communications.of(applicant))
    known = tuple(
        row
        for row in rows
        if row and (not respondent or states & store.communications.states_of(parties(row.title)[1]))
    )
    if known or not respondent:
        return known
    if has_cyrillic(name):
        return tuple(row for target in store.communications.sounding(name) if (row := store.authority(target)))
    # "Israil v. Kazakhstan" of "Arshidin Israil": all words of one name are the other's, and so is the State.
    like = (store.authority(target) for target in store.communications.like(applicant))
    return tuple(row for row in like if row and states & store.cases.states_of(row)) if len(applicant) > 4 else ()


def _only(row: Authority | None) -> tuple[Authority, ...]:
    return (row,) if row else ()


def _as_authority(store: Store, key: str, text: str) -> Authority:
    """An instrument or one of its provisions as a row of its register."""
    held = store.instruments.get(key)
    assert held is not None
    target = text if text.startswith(f"{key}:") else key
    return Authority(
        target=target,
        title=held.title if target == key else store.instruments.provision(target),
        register="instruments",
        row=held.key,
        date=held.adopted,
        status="" if held.status == "in_force" else held.status,
        outcome=held.status_detail,
        link=f"{_EUR_LEX}{held.citation['celex']}" if "celex" in held.citation else "",
        citation=store.instruments.printed(key) if target == key else store.instruments.provision(target),
        source="; ".join(held.sources),
        verified=held.verified,
    )
