"""The numbers that Word prints before paragraphs and that stand nowhere in their text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import Factory, define

from refoulement_lint.formats import ooxml

if TYPE_CHECKING:
    from lxml.etree import _Element


@define(eq=False, repr=False)
class Numbering:
    """
    Counts the numbered paragraphs of a document, one after the other.

    Only the outermost level of a list that prints plain numbers ("6.", "6)", "6") is told: it is what a lawyer calls
    paragraph 6. Letters, bullets and "6.2" print as they print, and a wrong number would be worse than none.
    """

    lists: dict[str, tuple[str, int, bool]] = Factory(dict)
    """Id of a numbering → the list that it counts in, where it starts, and whether it starts there anew."""
    counted: dict[str, int] = Factory(dict)
    begun: set[str] = Factory(set)

    @classmethod
    def of(cls, root: _Element | None) -> Numbering:
        """From the numbering part of the package; ``None``: it has none."""
        numbering = cls()
        if root is None:
            return numbering
        starts = {
            _value(abstract, "abstractNumId"): start
            for abstract in root.iter(*ooxml.word("abstractNum"))
            if (start := _plain_start(abstract)) is not None
        }
        for number in root.iter(*ooxml.word("num")):
            listed = next((_value(each) for each in number.iter(*ooxml.word("abstractNumId"))), "")
            if listed not in starts:
                continue
            again = next(
                (
                    _value(start)
                    for override in number.iter(*ooxml.word("lvlOverride"))
                    if _value(override, "ilvl") == "0"
                    for start in override.iter(*ooxml.word("startOverride"))
                ),
                "",
            )
            start = int(again) if again.isdigit() else starts[listed]
            numbering.lists[_value(number, "numId")] = listed, start, again.isdigit()
        return numbering

    def next(self, wanted: str, level: str) -> str:
        """The number before the next paragraph of numbering *wanted*, ``"6"``; empty where another sign is printed."""
        if wanted not in self.lists or level not in ("", "0"):
            return ""
        listed, start, anew = self.lists[wanted]
        if listed not in self.counted or (anew and wanted not in self.begun):
            self.counted[listed] = start
        else:
            self.counted[listed] += 1
        self.begun.add(wanted)
        return str(self.counted[listed])


def _plain_start(abstract: _Element) -> int | None:
    """Where the outermost level starts, if it prints plain numbers."""
    for level in abstract.iter(*ooxml.word("lvl")):
        if _value(level, "ilvl") != "0":
            continue
        said = {each.tag.rpartition("}")[2]: _value(each) for each in level}
        if said.get("numFmt", "decimal") == "decimal" and re.fullmatch(r"[^\w%]*%1[^\w%]*", said.get("lvlText", "")):
            start = said.get("start", "1")
            return int(start) if start.isdigit() and len(start) < 6 else 1
    return None


def _value(element: _Element, name: str = "val") -> str:
    return next((str(value) for full in ooxml.word(name) if (value := element.get(full)) is not None), "")
