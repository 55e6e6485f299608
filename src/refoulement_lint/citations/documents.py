"""
Decisions and documents with a number of their own: "Series C No. 272", "OC-25/18", "A/RES/39/46", "COM(2025) 259".

Which body numbers how is data, ``rules/law/bodies``: a form is what is written, with fields in braces, and the target
that it means. This module only knows what a field looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from attrs import define, field

from refoulement_lint.citations.words import Words, any_of, named_in
from refoulement_lint.late import late
from refoulement_lint.model import Part, Span, Written
from refoulement_lint.scan import Hit, fold

_SIGN = r"(?:[A-Za-z0-9.-]|\([A-Za-z0-9]{1,8}\))"
# What a field in braces stands for.
FIELDS = {
    "n": r"\d{1,4}(?!\d)",
    "m": r"\d{1,3}(?!\d)",
    "yy": r"\d{2}(?!\d)",
    "year": r"(?:19|20)\d\d(?!\d)",
    "roman": r"[IVXLS]{1,8}(?:-[IVX]{1,5})?",
    "letter": "(?:A/B|A|B)",
    "file": r"\d{1,2}[.,]\d{3}(?!\d)",
    "part": r"\d{1,3}(?!\d)(?:/[A-Z][A-Za-z]{1,5}\.\d{1,3})*",
    # A bracket inside is closed inside: "(CAT/C/GC/4)" has one around.
    "symbol": rf"[A-Z0-9]{_SIGN}{{0,14}}(?:/{_SIGN}{{1,14}}){{0,5}}(?<![.-])",
    "tribunal": r"\d{2}-\d{1,3}[A-Z]?(?:/\d{1,2})?(?:-[A-Z]{1,3}\d{0,2}(?:\.\d)?(?:bis)?)*",
    "situation": r"\d{2}/\d{2}-\d{2}/\d{2}(?:-\d{1,4})?",
}
# The body is named within this many characters of a form that others may share.
NEAR = 160
# A name stands at most this far before its number, the number begins at most this far before its longest piece.
LONGEST_NAME, LONGEST_HEAD = 260, 40


class Form(NamedTuple):
    """
    One way to number: as it is *written* with its fields, a pattern for its *ending*, the *target* that the fields
    fill, and the names that must stand near; *more* is how others of a list are written.
    """

    written: str
    ending: str
    target: str
    kind: str
    near: tuple[str, ...]
    more: str
    """The fields alone, for the second of "Communications 54/91, 61/91"."""


@define(frozen=True, slots=False, eq=False, repr=False)
class DocumentGrammar:
    """Finds what the bodies number; *bodies* are the files, *symbols* the instruments that have one of their own."""

    bodies: Sequence[Mapping[str, Any]]
    symbols: Mapping[str, str]
    words: Words
    _by_literal: Mapping[str, tuple[Form, ...]] = field(init=False)

    @_by_literal.default
    def _forms(self) -> Mapping[str, tuple[Form, ...]]:
        grouped: dict[str, list[Form]] = {}
        for body in self.bodies:
            for form in body.get("form", ()):
                near = tuple(form.get("near", body.get("names", ()))) if form.get("beside") else ()
                ending = f"(?:\\s{any_of(form['ending'])})?" if "ending" in form else ""
                for written in form["written"]:
                    static = re.split(r"\{\w+\}", written)
                    tail = _FIRST_FIELD.sub("", written)
                    grouped.setdefault(fold(max(static, key=len).rstrip()), []).append(
                        Form(
                            written=written,
                            ending=ending,
                            target=form["target"],
                            kind=form["kind"],
                            near=near,
                            more=tail if form["kind"] == "case" and "/" in tail else "",
                        )
                    )
        return {literal: tuple(forms) for literal, forms in grouped.items()}

    @property
    def literals(self) -> tuple[str, ...]:
        """The longest piece of every form that is always the same, in lower case."""
        return tuple(self._by_literal)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {}

    @cached_property
    def _parties(self) -> re.Pattern[str]:
        versus = any_of((*self.words.all("versus"), "Vs.", "Vs"))
        return re.compile(
            rf"(?P<name>{_SIDE}\s{versus}\s(?:the\s)?{_SIDE})(?:[.,]\s{_STAGE}){{0,6}}[\s,.(]{{1,3}}(?:{_COURT}[\s,.(]{{1,3}})?$"
        )

    def find(self, text: str, hits: Iterable[Hit]) -> Iterator[Written]:
        """Every number, the longest form first; *text* has line breaks as spaces."""
        found: list[tuple[int, int, Form, str]] = []
        # The longest literal first: "CAT/C/GC/" says more than "CAT/C/".
        for at, end, literal in sorted(hits, key=lambda hit: (hit[0], -len(hit[2]))):
            for form in self._by_literal[literal]:
                match = self._match(form, text, at, end)
                if match is None or not self._belongs(text, match, form):
                    continue
                found.append((match.start(), match.end(), form, _target(form, match)))
                found.extend(self._more(text, match.end(), form))
                break
        found.sort(key=lambda one: (one[0], -one[1]))
        done = 0
        for start, end, form, target in found:
            if start >= done:
                done = end
                yield self._written(text, start, end, form, target)

    @cached_property
    def _number(self) -> str:
        return rf"(?:{any_of((*self.words.all('number'), 'n.', 'n.º', 'n', 'Nr.', 'N°'))}\s?)?"

    def _match(self, form: Form, text: str, at: int, end: int) -> re.Match[str] | None:
        key = form.written + form.ending
        if key not in self._patterns:
            pattern = _pattern(form.written, self._number) + form.ending
            self._patterns[key] = re.compile(rf"(?<![\w/]){pattern}(?![\w])")
        compiled = self._patterns[key]
        match = compiled.match(text, at)
        if match is None:
            match = compiled.search(text, max(0, at - LONGEST_HEAD), end + 60)
            if match is not None and not match.start() <= at < match.end():
                return None
        return match

    @staticmethod
    def _belongs(text: str, match: re.Match[str], form: Form) -> bool:
        if not form.near:
            return True
        around = text[max(0, match.start() - NEAR) : match.end() + NEAR]
        return any(True for name in form.near for _ in named_in(around, name))

    def _more(self, text: str, offset: int, form: Form) -> Iterator[tuple[int, int, Form, str]]:
        """The others of a list: "Communications 54/91, 61/91 and 98/93"."""
        if not form.more:
            return
        key = f"more {form.more}"
        if key not in self._patterns:
            joint = r"(?:,\s(?:and\s)?|\s(?:and|et|y|und)\s|[-–])"
            self._patterns[key] = re.compile(rf"{joint}(?P<whole>{_pattern(form.more, self._number)})(?!\w)")
        match = self._patterns[key].match(text, offset)
        while match:
            yield match.start("whole"), match.end(), form, _target(form, match)
            match = self._patterns[key].match(text, match.end())

    def _written(self, text: str, start: int, end: int, form: Form, target: str) -> Written:
        parts = [Part("number", Span(start, end), target.partition(":")[2])]
        if form.kind == "case":
            party = self._parties.search(text, max(0, start - LONGEST_NAME), start)
            if party:
                parts.append(Part("name", Span(*party.span("name")), party["name"]))
        begin = min(part.span.start for part in parts)
        return Written(
            span=Span(begin, end),
            whole=Span(begin, end),
            text=text[begin:end],
            kind=form.kind,
            family="document",
            key=self.symbols.get(target.partition(":")[2], target),
            parts=tuple(parts),
        )


def _pattern(written: str, number: str) -> str:
    """What is written as a pattern: fields by their shape, a space as any one space, the first letter in any case."""
    pieces = []
    for piece in re.split(r"(\{\w+\})", written):
        if piece == "{no}":
            pieces.append(number)
        elif piece.startswith("{"):
            name = piece.strip("{}")
            pieces.append(f"(?P<{name}>{FIELDS[name]})")
        else:
            pieces.append(re.escape(piece).replace(r"\ ", r"\s?" if piece.endswith(" ") and piece == " " else r"\s"))
    first = pieces[0][:1]
    if first.isalpha() and first.islower():
        pieces[0] = f"[{first}{first.upper()}]{pieces[0][1:]}"
    return "".join(pieces)


def _target(form: Form, match: re.Match[str]) -> str:
    values = {name: value for name, value in match.groupdict().items() if value is not None}
    for name in ("n", "m"):
        if name in values:
            values[name] = str(int(values[name]))
    return form.target.format(**values)


# What may stand between the parties and the number in a series: "X v Bolivia, Inter-American Court … Series C".
_COURT = r"(?:Inter-American\s(?:Court|Commission)\s(?:of|on)\sHuman\sRights|IACtHR|IACHR|I/A\sCourt\sH\.R\.|Judgment)"
# What a judgment of the Inter-American Court says it decides, and its day.
_STAGE = (
    r"(?:Excepci[oó]n(?:es)?\sPreliminar(?:es)?|Fondo|Reparaciones|Costas|Preliminary\sObjections?|Merits|Reparations|Costs"
    r"|Exceptions?\spréliminaires?|Fond|Réparations|(?:Sentencia|Judgment|Arrêt)\s(?:de|of|du)\s[^,;.()\0]{6,30}(?:,\s\d{4})?)"
    r"(?:\s(?:y|and|et)\s(?:Costas|Costs|Reparaciones|Reparations|frais|dépens))?"
)
_FIRST_FIELD = late(r"^[^{]*(?:\{no\})?")
_SIDE = r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*(?:\s(?:[^\W\d_a-zß-öø-ÿ][\w'’.-]*|and|et|y|al\.|de|la|del|the|of|und)){0,8}"
