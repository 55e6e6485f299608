"""Communications held against the treaty-body register: number and parties must agree, as everywhere."""

from __future__ import annotations

from datetime import date

from refoulement_lint.model import Citation, Comparison, Written
from refoulement_lint.registers.luxembourg import shares_a_word
from refoulement_lint.registers.store import Store
from refoulement_lint.registers.verdicts import judged, told

BODIES = ("cat", "hrc", "crc", "cedaw", "cerd", "crpd", "ced")


def case(one: Written, registers: Store, on: date) -> Citation:
    """
    The communication of that number; where the draft names no committee, the only one whose parties agree.

    What the register lacks is ``unchecked``, never ``not-in-register``: after May 2016 it holds selected views only.
    """
    number, name = one.parts[0], one.part("name")
    keys = [one.key] if one.key else [f"{body}:{number.value}" for body in BODIES]
    rows = [row for key in keys if (row := registers.authority(key)) is not None]
    agreeing = [row for row in rows if name is None or shares_a_word(name.value, row)]
    sentence = registers.coverage_sentence("un")
    if not rows or (one.key is None and len(agreeing) != 1):
        verdict = Comparison("case", "not-covered", one.span, one.text, sentence)
        return Citation(
            written=one,
            target=one.key,
            status="unchecked",
            candidates=tuple(rows),
            compared=(verdict,),
            coverage=sentence,
        )
    row = (agreeing or rows)[0]
    symbol = one.part("symbol")
    if symbol is not None and row.citation.endswith(symbol.value):
        verdict = Comparison("symbol", "agrees", symbol.span, symbol.value, symbol.value, "", row)
        return judged(one, row, (row,), [verdict], row.target)
    if name is None:
        return Citation(written=one, target=row.target, status="unchecked", authority=row, candidates=(row,))
    if not agreeing:
        verdict = Comparison("number", "another-case", number.span, number.value, told(row), "", row)
        return judged(one, row, (row,), [verdict], one.key)
    verdicts = [
        Comparison("number", "agrees", number.span, number.value, number.value, "", row),
        Comparison("name", "agrees", name.span, name.value, row.title, "", row),
    ]
    return judged(one, row, (row,), verdicts, row.target)
