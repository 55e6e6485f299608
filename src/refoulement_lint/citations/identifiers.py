"""Numbers made for machines: ECLI of both European courts, CELEX and ELI of the Union's acts and judgments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refoulement_lint.citations.instruments import act_key
from refoulement_lint.late import late
from refoulement_lint.model import Part, Span, Written
from refoulement_lint.scan import Hit

LITERALS = (*(f":{court}:{century}" for court in ("c", "t", "f", "echr") for century in ("19", "20")), "celex", "/eli/")
# Since then the year stands first in the number of a regulation too.
YEAR_FIRST_SINCE = 2015


def find(text: str, hits: Iterable[Hit], beside: Iterable[Written]) -> Iterator[Written]:
    """
    Every such number in *text* (line breaks as spaces); *hits* are the automaton's for ``LITERALS``.

    An ECLI that stands in one of the citations *beside* means that case where no register knows the ECLI.
    """
    cited = {part.span.start: case.key for case in beside for part in case.parts if part.name == "ecli"}
    for start, end, literal in hits:
        if literal == "celex":
            found = _celex(text, end)
        elif literal == "/eli/":
            found = _eli(text, end)
        else:
            found = _ecli(text, start, cited)
        if found is not None:
            yield found


def _ecli(text: str, colon: int, cited: dict[int, str | None]) -> Written | None:
    match = _ECLI.search(text, max(0, colon - 12), colon + 40)
    if match is None or match.start() > colon or match.end() <= colon:
        return None
    key = cited.get(match.start())
    if match["number"]:
        key = f"ecthr:{int(match['number'])}/{match['lodged']}"
    span = Span(*match.span())
    return Written(
        span=span,
        whole=span,
        text=match[0],
        kind="ecli",
        family="ecli",
        key=key,
        parts=(Part("ecli", span, match[0]),),
    )


def _celex(text: str, offset: int) -> Written | None:
    match = _CELEX.match(text, offset)
    if match is None:
        return None
    span = Span(*match.span("whole"))
    if match["court"]:
        number = f"{match['court']}-{int(match['case'])}/{match['lodged']}"
        parts = (Part("number", span, number),)
        return Written(
            span=span, whole=span, text=match["whole"], kind="case", family="cjeu", key=f"cjeu:{number}", parts=parts
        )
    return _act(span, match["whole"], match["kind"] == "R", match["year"], match["number"])


def _eli(text: str, offset: int) -> Written | None:
    match = _ELI.match(text, offset)
    if match is None:
        return None
    start = text.rfind(" ", max(0, offset - 60), offset) + 1
    address = text.find("http", max(0, start), offset)
    span = Span(address if address >= 0 else offset - len("/eli/"), match.end())
    return _act(span, text[span.start : span.end], match["kind"] == "reg", match["year"], match["number"])


def _act(span: Span, written: str, is_regulation: bool, year: str, number: str) -> Written | None:
    swapped = is_regulation and int(year) < YEAR_FIRST_SINCE
    key = act_key(number.lstrip("0"), year, "regulation") if swapped else act_key(year, number.lstrip("0"), "directive")
    if key is None:
        return None
    return Written(
        span=span,
        whole=span,
        text=written,
        kind="instrument",
        family="eu-act",
        key=key,
        parts=(Part("instrument", span, written),),
    )


_ECLI = late(
    r"(?<!\w)(?:ECLI:)?(?:EU:[CTF]:\d{4}:\d{1,5}|CE:ECHR:\d{4}:\d{4}[A-Z]{3}(?P<number>\d{7})(?P<lodged>\d{2})\d{0,2})(?!\w)"
)
_CELEX = late(
    r"(?:\s(?:[Nn]umber|[Nn]o\.?|n°|Nr\.?))?\s?[:=]?\s?"
    r"(?P<whole>3(?P<year>\d{4})(?P<kind>[LRD])(?P<number>\d{4})|6\d\d(?P<lodged>\d\d)(?P<court>[CTF])[A-Z](?P<case>\d{4}))(?!\w)"
)
_ELI = late(r"(?P<kind>dir|reg|dec)(?:_[a-z]+)?/(?P<year>\d{4})/(?P<number>\d{1,4})(?:/oj)?(?!\d)")
