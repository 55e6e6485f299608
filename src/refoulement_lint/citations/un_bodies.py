"""
Communications to the treaty bodies: "Mutombo v. Switzerland, communication No. 13/1993", "CAT/C/12/D/13/1993".

A number with a year in full is theirs when the words or the symbol beside it say so; the committee comes from the
symbol, else from the words around, else it stays open for the register.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import define

from refoulement_lint.model import Part, Span, Written
from refoulement_lint.scan import Hit

# Bodies by the beginning of their symbols, in the contract's keys.
SYMBOLS = {
    "CAT": "cat",
    "CCPR": "hrc",
    "CRC": "crc",
    "CEDAW": "cedaw",
    "CERD": "cerd",
    "CRPD": "crpd",
    "CED": "ced",
    "E": "cescr",
}
# The same bodies as a draft names them near a number.
NAMES = (
    ("Committee against Torture", "cat"), ("Committee Against Torture", "cat"), ("Human Rights Committee", "hrc"),
    ("Rights of the Child", "crc"), ("Discrimination against Women", "cedaw"), ("Racial Discrimination", "cerd"),
    ("Persons with Disabilities", "crpd"), ("Enforced Disappearances", "ced"), ("CAT", "cat"),
    ("CCPR", "hrc"), ("HRC", "hrc"),
)  # fmt: skip
# A name stands at most this far before its number.
LONGEST_NAME = 120
NEAR = 160


@define(frozen=True, slots=False)
class UnGrammar:
    """Finds communications by number and by symbol."""

    def find(self, text: str, hits: Iterable[Hit], emphasis: tuple[Span, ...]) -> Iterator[Written]:
        """Every communication; *text* has line breaks as spaces, *hits* are the digits around a slash."""
        done = 0
        # What the draft called the committee last: "the Committee" of the next pages.
        last_body: str | None = None
        for slash, _, _ in hits:
            left = slash
            while left and text[left - 1].isdigit():
                left -= 1
            match = _NUMBER.match(text, left)
            if match is None or left < done:
                continue
            symbol = _SYMBOL.search(text, max(0, left - 24), left)
            if symbol is not None and symbol.end() == left:
                body: str | None = SYMBOLS[symbol["body"]]
                start = symbol.start()
            else:
                lead = _LEAD.search(text, max(0, left - 60), left)
                if (lead is None or lead.end() != left) and not any(self._name(text, left, emphasis)):
                    continue
                body, start = self._body(text, left, match.end()) or last_body, left
            done, last_body = match.end(), body or last_body
            number = match[0].replace(" ", "")
            span = Span(start, match.end())
            parts = [Part("number", Span(left, match.end()), number), *self._name(text, start, emphasis)]
            if symbol is not None and start != left:
                parts.append(Part("symbol", span, text[start : match.end()]))
            yield Written(
                span=span,
                whole=Span(min(part.span.start for part in parts), span.end),
                text=text[start : match.end()],
                kind="case" if start == left else "document-symbol",
                family="un",
                key=f"{body}:{number}" if body else None,
                parts=tuple(parts),
            )

    @staticmethod
    def _body(text: str, start: int, end: int) -> str | None:
        """The committee that is named nearest to the number."""
        window = text[max(0, start - NEAR) : end + 80]
        middle = min(NEAR, start)
        found = [(abs(window.find(name) - middle), body) for name, body in NAMES if name in window]
        return min(found)[1] if found else None

    @staticmethod
    def _name(text: str, start: int, emphasis: tuple[Span, ...]) -> Iterator[Part]:
        """The parties directly before the number: "Mutombo v. Switzerland, communication No. 13/1993"."""
        match = _PARTIES.search(text, max(0, start - LONGEST_NAME), start)
        if match:
            span = Span(*match.span("name"))
            for slanted in emphasis:
                if slanted.start <= span.start < slanted.end:
                    span = Span(slanted.start, max(span.end, slanted.start + 1))
                    break
            yield Part("name", span, text[span.start : span.end])


_NUMBER = re.compile(r"\d{1,4}/(?:19[7-9]\d|20\d\d)(?![\d/])")
_SYMBOL = re.compile(r"\b(?P<body>CAT|CCPR|CRC|CEDAW|CERD|CRPD|CED|E)/C/\d{1,3}/D/$")
_LEAD = re.compile(
    r"(?:[Cc]ommunications?|[Cc]omplaints?|[Pp]etitions?)\s(?:[Nn]os?\.?|n°|nr\.?)?\s?(?:\d{1,4}/\d{4}(?:,\s|\sand\s))*$"
)
_SIDE = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:\s(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|and|et|al\.|de|the|of))*"
_PARTIES = re.compile(
    rf"(?P<name>{_SIDE}\sv\.?\s(?:the\s)?{_SIDE})[\s,(]{{1,3}}(?:\((?:CAT|CCPR|HRC|CRC|CEDAW)\)[,\s]{{0,2}})?"
    r"(?:(?:the\s)?(?:Committee|CAT|HRC)[\w\s]{0,30},\s)?(?:(?:[Cc]ommunication|[Cc]omplaint|[Pp]etition)s?\s?(?:[Nn]os?\.?|n°)?|[Nn]os?\.)\s?$"
)
