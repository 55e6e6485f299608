"""
Numbers made for machines and for libraries: ECLI of both European courts, CELEX and ELI of the Union's acts and
judgments, places in the Official Journal, ids of HUDOC.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from refoulement_lint.citations.instruments import act_key
from refoulement_lint.late import late
from refoulement_lint.model import Part, Span, Written
from refoulement_lint.scan import Hit

# How the Official Journal is called, and HUDOC's ids of decisions: the automaton's literals.
GAZETTES = (
    "oj l",
    "oj c",
    "oj 20",
    "oj 19",
    "jo l",
    "jo c",
    "abl. l",
    "abl. c",
    "abl. eu l",
    "dz. urz.",
    "dz.urz.",
    "gu l",
    "gu c",
    "pb l",
    "do l",
    "ol l",
)
ITEMS = (*(f"{sign}001-" for sign in (" ", "=", "(", "[", '"', "/")), "%22001-")
# CELEX numbers that nobody calls so, as in Austrian norm lists: "32011L0095", "62013CJ0542".
CELEXES = (
    *(f"{digit}{kind}{n}" for digit in range(10) for kind in "lr" for n in range(3)),
    *(f"{digit}{kind}{n}" for digit in range(10) for kind in ("cj", "cc", "co", "tj") for n in range(2)),
)
LITERALS = (*(f":{court}:{century}" for court in ("c", "t", "f", "echr") for century in ("19", "20")), "celex", "/eli/",
    *GAZETTES, *ITEMS, *CELEXES)  # fmt: skip
# Since then the year stands first in the number of a regulation too.
YEAR_FIRST_SINCE = 2015


def find(text: str, hits: Iterable[Hit], beside: Iterable[Written]) -> Iterator[Written]:
    """
    Every such number in *text* (line breaks as spaces); *hits* are the automaton's for ``LITERALS``.

    An ECLI that stands in one of the citations *beside* means that case where no register knows the ECLI.
    """
    cited = {part.span.start: case.key for case in beside for part in case.parts if part.name == "ecli"}
    numbers = sorted((case.parts[0].span.start, case.key) for case in beside if case.family == "cjeu" and case.parts)
    done = 0
    for start, end, literal in sorted(hits):
        if literal in GAZETTES or literal in ITEMS:
            continue
        if literal == "celex":
            found = _celex(text, end)
        elif literal in _CELEX_SIGNS:
            found = _celex(text, start - 4) if start > 4 and not text[start - 5].isalnum() else None
        elif literal == "/eli/":
            found = _eli(text, end)
        else:
            found = _ecli(text, start, cited, numbers)
        if found is not None and found.span.start >= done:  # "CELEX:62017CJ0163" is met by its word and by its letters
            done = found.span.end
            yield found


def published(
    text: str, hits: Iterable[Hit], laws: Sequence[Written], gazettes: Callable[[], Mapping[str, str]]
) -> Iterator[Written]:
    """
    Places in the Official Journal that name an act by themselves, "OJ L 180, 29.6.2013, p. 60"; behind the act they
    belong to it and say nothing new.
    """
    named = sorted(
        (law.span.start, law.key.partition(":")[2] if law.key else "") for law in laws if law.family == "eu-act"
    )
    for start, _, literal in hits:
        if literal not in GAZETTES or (start and text[start - 1].isalnum()):
            continue
        match = _GAZETTE.match(text, start)
        if match is None:
            continue
        year = _YEAR.search(match[0])
        place = match["new"] or f"{match['number']}/{match['page']} {year[0] if year else ''}"
        key = gazettes().get(f"{match['series']} {place}")
        if key is None:
            continue
        first = bisect_left(named, (start - REACH_OF_AN_ACT, ""))
        if any(key.endswith(act.partition(":")[0]) for at, act in named[first : bisect_left(named, (start, ""))]):
            continue
        span = Span(*match.span())
        yield Written(
            span=span,
            whole=span,
            text=match[0],
            kind="instrument",
            family="eu-act",
            key=key,
            parts=(Part("instrument", span, match[0]),),
        )


def items(text: str, hits: Iterable[Hit], of_item: Callable[[str], str | None]) -> Iterator[Written]:
    """Ids of HUDOC that the register has, where the draft says whose they are: "HUDOC, 001-103050", "i=001-103050"."""
    for start, _, literal in hits:
        match = _ITEM.search(text, start, start + 24) if literal in ITEMS else None
        if match is None or not _OF_HUDOC.search(text, max(0, start - NEAR), match.start()):
            continue
        if _IN_A_LINK.search(text, max(0, start - 2 * NEAR), match.start()):
            continue  # what the link's own words cite
        key = of_item(match[0])
        if key is not None:
            span = Span(*match.span())
            yield Written(
                span=span,
                whole=span,
                text=match[0],
                kind="document-symbol",
                family="identifier",
                key=key,
                parts=(Part("number", span, match[0]),),
            )


def named(
    text: str, found: Iterable[Written], beside: Iterable[Written], of_ecli: Callable[[str, str], str | None]
) -> Iterator[Written]:
    """
    The names directly before an ECLI that no number stands beside, "arrest van 19 maart 2019, Jawo,
    ECLI:EU:C:2019:218": those that the register knows the judgment by.
    """
    beside = list(beside)
    cited = {part.span.start for case in beside for part in case.parts if part.name == "ecli"}
    met = {case.span.start for case in beside}
    for one in found:
        if one.kind != "ecli" or one.span.start in cited or ":C:" not in one.text:
            continue
        floor = max(0, one.span.start - LONGEST_NAME)
        match = _NAME_AND_DAY.search(text, floor, one.span.start) or _NAME_BEFORE.search(text, floor, one.span.start)
        number = of_ecli(one.text, match["name"]) if match is not None else None
        if match is None or number is None or _CASE_NUMBER.search(match["name"]):
            continue  # "Case C-411/10 NS v SSHD EU:C:2011:865": the number has its own citation
        lead = _NO_NAME.match(match["name"])
        name = Span(match.start("name") + (lead.end() if lead else 0), match.end("name"))
        if name.start in met:
            continue
        yield Written(
            span=name,
            whole=Span(name.start, one.span.end),
            text=text[name.start : name.end],
            kind="case",
            family="cjeu",
            key=f"cjeu:{number}",
            parts=(
                Part("number", one.span, number),
                Part("name", name, text[name.start : name.end]),
                Part("ecli", one.span, one.text),
            ),
        )


def _ecli(
    text: str, colon: int, cited: dict[int, str | None], numbers: Sequence[tuple[int, str | None]]
) -> Written | None:
    match = _ECLI.search(text, max(0, colon - 12), colon + 40)
    if match is None or match.start() > colon or match.end() <= colon:
        return None
    key = cited.get(match.start())
    if match["number"]:
        key = f"ecthr:{int(match['number'])}/{match['lodged']}"
    elif key is None:
        key = _of_an_opinion(text, match, numbers)
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


def _of_an_opinion(text: str, match: re.Match[str], numbers: Sequence[tuple[int, str | None]]) -> str | None:
    """
    The case in which an Advocate General gave the Opinion with that ECLI: "Opinion …, EU:C:2016:186, in Case C-63/15",
    and so in the head of the Opinion.
    """
    index = bisect_left(numbers, (match.end(), ""))
    behind = text[match.end() : numbers[index][0]] if index < len(numbers) else ""
    if behind and len(behind) < REACH_OF_AN_OPINION and _TO_ITS_CASE.fullmatch(behind):
        return numbers[index][1]
    before = text[numbers[index - 1][0] : match.start()] if index else ""
    if before and len(before) < REACH_OF_AN_OPINION and _OPINION.search(before) and ";" not in before:
        return numbers[index - 1][1]
    return None


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


# The name of a judgment stands at most this far before its ECLI.
LONGEST_NAME = 120
_CASE_NUMBER = late(r"[CTF][-‑–]\d{1,4}/\d\d")
_NAME_BEFORE = late(r"[,:;(]\s\"?(?P<name>[^\W\d_a-zß-öø-ÿ][^;,:()\"\0]{0,100})\"?[,\s(\[]{1,3}$")
# "het arrest Jawo van 19 maart 2019 (ECLI:EU:C:2019:218)"
_NAME_AND_DAY = late(
    r"(?<![\w-])(?P<name>[^\W\d_a-zß-öø-ÿ][\w'’.-]*(?:\s(?:(?:and|et|und|y|e|en|v|c\.)\s)?[^\W\d_a-zß-öø-ÿ][\w'’.-]*){0,5})\"?,?"
    r"\s(?:van|vom|of|du|del|de|z\sdnia)\s\d{1,2}(?:er|\.?[º°]|\.)?\s(?:de\s)?[^\W\d_]{3,10}\s(?:de\s)?\d{4}[,\s(\[]{1,3}$"
)
# What leads to a name with a capital of its own.
_NO_NAME = late(
    r"(?:(?:I[mn]|Das|Der|Het|Le|La|L'|El|Zie|Voir|See|Siehe|Vgl\.|Urteil|Rechtssache|[Aa]rrest|[Aa]rrêt|Judgment|Sentenza|Sentencia|Case|Affaire|Zaak|Causa|Asunto)\s)+"
)
_CELEX_SIGNS = frozenset(CELEXES)
_ECLI = late(
    r"(?<!\w)(?:ECLI:)?(?:EU:[CTF]:\d{4}:\d{1,5}|CE:ECHR:\d{4}:\d{4}[A-Z]{3}(?P<number>\d{7})(?P<lodged>\d{2})\d{0,2})(?!\w)"
)
# An Opinion and its case, an act and its place in the Journal, HUDOC and its id stand so near to each other.
REACH_OF_AN_OPINION, REACH_OF_AN_ACT, NEAR = 160, 320, 60
_OPINION = late(
    r"Opinion|OPINION|Schlussantr|[Cc]onclusions|[Cc]onclusioni|[Cc]onclusiones|[Cc]onclusie|[Oo]pini[aięą]|išvad"
    r"|secinājum|ettepanek|ratkaisuehdotus|förslag till avgörande|indítvány|προτάσεις"
)
_TO_ITS_CASE = late(
    r"(?:(?!ECLI|EU:[CTF]:)[^;]){0,150}?(?:\s|\0|^|,)(?:[Ii]n\s)?(?:the\s)?(?:[Jj]oined\s)?(?:[Cc]ases?|[Aa]ffaires?(?:\sjointes)?|Rechtssache|Rs\.|[Ss]praw\w{0,4}|asunto|causa|zaak)\s(?:(?!ECLI|EU:[CTF]:)[^;.]){0,12}"
)
_GAZETTE = late(
    r"(?:OJ|JO|ABl\.(?:\sEU)?|Dz\.\s?Urz\.(?:\sUE)?|GU|PB|DO|OL)\s?(?:(?:19|20)\d\d,?\s)?(?P<series>[LC])"
    r"(?:,\s(?P<new>20\d\d/\d{1,5})(?:,\s[\d.]{8,10})?"
    r"|\s?(?:Nr\s)?(?P<number>\d{1,3})(?:,?\s(?:vom\s|du\s|of\s|z\s(?:dnia\s)?|van\s|del\s)?[\d.]{8,10}r?\.?)?,?\s(?:p|S|s|str|pag|pág|blz)\.\s(?P<page>\d{1,4}))"
)
_YEAR = late(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ITEM = late(r"001-\d{4,6}(?!\d)")
# The address of a Markdown link.
_IN_A_LINK = late(r"\]\(\S*$")
_OF_HUDOC = late(r"(?i:hudoc|item\s?id|\bi=)")
_CELEX = late(
    r"(?:\s(?:[Nn]umber|[Nn]o\.?|n°|Nr\.?))?\s?[:=]?\s?"
    r"(?P<whole>3(?P<year>\d{4})(?P<kind>[LRD])(?P<number>\d{4})|6\d\d(?P<lodged>\d\d)(?P<court>[CTF])[A-Z](?P<case>\d{4}))(?!\w)"
)
_ELI = late(r"(?P<kind>dir|reg|dec)(?:_[a-z]+)?/(?P<year>\d{4})/(?P<number>\d{1,4})(?:/oj)?(?!\d)")
