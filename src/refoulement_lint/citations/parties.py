"""
The parties before a citation of a court of the common law: "R (on the application of X) v Y [2010] UKSC 1".

They end where the citation begins. Where they begin is read backwards, word by word: names have capitals, a few small
words stand inside them, and what is in brackets belongs to the word before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from refoulement_lint.model import Span

# The longest name that is looked for, in characters.
LONGEST = 240
# Most words of a name that has no "v" to hold it together.
LONGEST_BARE = 9
INSIDE = frozenset(
    "v v. vs vs. and & of the others another ors anor on application for ex p parte p. rel. rel by de la le du van von "
    "der den al el bin ben ibn et di da re ".split()
)
# More of them stand in the name of an office that is sued: "v Office for Standards in Education".
BEHIND_VERSUS = frozenset("in to on at with from".split())
# Words with a stop that end no sentence.
STOPPED = frozenset(
    "inc ltd co corp bros assn dept gen atty att'y ass'n dep't no st dr mr mrs ms jr sr u.s i.n.s et al plc n.v s.a "
    "v p ex rel def sec'y int'l nat'l comm'n gov't educ immigr naturalization hosp univ".split()
)
# Short words that a stop does not shorten: "under the REAL ID Act. Shrestha v. Holder".
WHOLE = frozenset("act acts law ina iac bia".split())
# "pieteikums pret" is the longest of them.
LONGEST_VERSUS = 20
VERSUS = frozenset(("v", "v.", "vs", "vs.", "-v-"))
# What introduces a case and is no part of its name.
INTRODUCING = frozenset(
    "In See Also Cf Cf. Compare Under But E.g. E.g., Accord Contra And As Per Following Applying Citing Quoting With "
    "Since Although While When Like Unlike Thus For By From The Both That This Then Here However Whereas see also "
    "Section Article Articles".split()
)


@cache
def _official() -> re.Pattern[str]:
    return re.compile(
        r"(?:R|Regina|Rex|The Queen|The King|Her Majesty The Queen|INS|I\.N\.S\.|SSHD|DPP|Reg|Immigration (?:&|and) "
        r"Naturalization Serv(?:\.|ice)|(?:The )?(?:Secretary|Minister|Attorney|Att'y|Director|Commissioner|"
        r"Entry Clearance|Home Office|Home Secretary|Canada|Commonwealth|United States|Government|State of|Refugee|"
        r"Chief)\b.*)$"
    )


# Attorneys General in whose name the United States are sued; a case is not called by them.
ATTORNEYS_GENERAL = frozenset(
    "Reno Ashcroft Gonzales Gonzáles Mukasey Keisler Holder Lynch Sessions Whitaker Barr Rosen Wilkinson Garland "
    "McHenry Bondi Meese Thornburgh Smith Civiletti".split()
)


def before(text: str, end: int, emphasis: tuple[Span, ...], *, bare: bool) -> Span | None:
    """
    The name that ends where the citation at *end* begins, or ``None``.

    *bare* says that a name without "v" counts too: "Aguilar Hernandez, 28 I&N Dec. 774".
    """
    floor = max(0, end - LONGEST)
    floor = text.rfind("\0", floor, end) + 1 or floor
    gap = _gap().search(text, floor, end)
    stop = gap.start() if gap else end
    index = bisect_right(emphasis, stop, key=_start_of) - 1
    slanted = emphasis[index] if index >= 0 and stop - 1 <= emphasis[index].end <= stop + 2 else None
    if slanted is not None and slanted.start < floor:
        slanted = None
    start = _begin(text, floor, stop, bare=bare)
    if slanted is not None and (start is None or start > slanted.start):
        core = text[slanted.start : min(slanted.end, stop)]
        # "*See INS v. Stevic*": the signal is slanted with the name.
        signal = start is not None and INTRODUCING.issuperset(text[slanted.start : start].split())
        if not signal and any(sign.isalpha() for sign in core) and len(core) > 2:
            return Span(slanted.start, stop)
    return Span(start, stop) if start is not None and start < stop else None


def in_one(text: str, emphasis: tuple[Span, ...], versus: Iterable[str]) -> tuple[Span, ...]:
    """
    The emphasis of a text with the parties slanted apart as one name, as the Court of Justice prints them: "*A* v *B*".
    """
    words: frozenset[str] | None = None
    joined: list[Span] = []
    for span in emphasis:
        if joined and 0 < span.start - joined[-1].end <= LONGEST_VERSUS and span.end - joined[-1].start <= LONGEST:
            words = words or frozenset((*versus, *VERSUS, "/"))
            between = text[joined[-1].end : span.start]
            if between.strip() in words and (between == "/" or between != between.strip()):
                joined[-1] = Span(joined[-1].start, span.end)
                continue
        joined.append(span)
    return tuple(joined)


def _start_of(span: Span) -> int:
    return span.start


def _begin(text: str, floor: int, stop: int, *, bare: bool) -> int | None:
    """Where the name that ends at *stop* begins."""
    if text[stop - 1 : stop] in (":", ";"):
        return None
    starts: list[int] = []
    versus: int | None = None
    depth = closed = 0
    words = [match.span() for match in _token().finditer(text, floor, stop)]
    for index in range(len(words) - 1, -1, -1):
        low, high = words[index]
        word = text[low:high]
        if depth == 0 and high < stop and word[-1] in ";:" and word[-2:-1] in (")", "]"):
            break  # "… (\"the ICCPR\"): Attorney-General v Zaoui"
        inner = depth > 0 or ")" in word or "]" in word
        closed = closed if depth else high
        depth += word.count(")") + word.count("]") - word.count("(") - word.count("[")
        if depth < 0:
            # "(see Smith v Jones": the bracket is the sentence's.
            opened = max(word.rfind("("), word.rfind("[")) + 1
            if word[opened : opened + 1].isupper():
                starts.append(low + opened)
            break
        if versus is not None and inner and depth == 0 and _not_in_a_name().search(text, low, closed):
            starts = [start for start in starts if start >= closed]
            break
        opening = inner and word[0] in "(["  # "X v Y (conflict; FGM) Somalia CG": the bracket is one word of the name
        if (
            not opening
            and (high < stop or word[-1] == ".")
            and depth == 0
            and _ends(text, word, high, versus=versus is not None)
        ):
            break
        if inner and depth > 0:
            continue
        if word.startswith(("ECLI:", "EU:")):
            break
        plain = word.strip("\"'()[],")
        if plain.lower() in VERSUS:
            if versus is not None:
                break
            versus = low
            continue
        if inner and word[:1] in "([":
            continue
        if plain[:1].isupper() or (plain[:1].isdigit() and not plain.isdigit()):
            starts.append(low + len(word) - len(word.lstrip("\"'")))
        elif versus is None and _year_of_a_file().fullmatch(text, low - 3, high):
            continue  # "Minister for Immigration v QAAH of 2004"
        elif (
            plain.lower() not in INSIDE
            and (versus is not None or plain not in BEHIND_VERSUS)
            and not plain.startswith(("d'", "al-", "el-"))
        ):
            break
        if not versus and not _titled().search(text, low, stop) and len(starts) > LONGEST_BARE:
            break
    return _chosen(text, starts, versus, stop, bare=bare)


def _ends(text: str, word: str, high: int, *, versus: bool) -> bool:
    """Whether a name cannot reach back over *word*: a sentence or an item of a list ends with it."""
    if word[-1] in ";:?!" or word.endswith((").", ".)", "].")):
        return True
    if word[-1] == ".":
        core = word[:-1].strip("\"'([").lower()
        if core.isdigit():
            return True
        return core in WHOLE or (core not in STOPPED and not _initials().fullmatch(word) and len(core) > 3)
    if word[-1] == ",":
        # Behind "v" a comma is an address or "Inc."; before it a list of parties, which has its "and".
        rest = text[high : high + 60]
        return versus and not _listed().match(rest)
    return False


def _chosen(text: str, starts: list[int], versus: int | None, stop: int, *, bare: bool) -> int | None:
    starts = sorted(starts)
    if versus is not None:
        starts = [start for start in starts if start < versus]
        while len(starts) > 1 and text[starts[0] : stop].split(None, 1)[0] in INTRODUCING:
            if text[starts[0] : starts[0] + 6] == "In re ":
                break
            starts = starts[1:]
        return starts[0] if starts and text[starts[0] : stop].split(None, 1)[0] not in INTRODUCING else None
    titled = next((start for start in starts if _titled().match(text, start)), None)
    if titled is not None:
        return max(start for start in starts if _titled().match(text, start))
    # What stands behind "in" or a comma, for "v" did not hold the words together.
    list_ends = [match.end() for match in _comma().finditer(text, starts[0] if starts else stop, stop)]
    joined = [match.end() for match in _joined().finditer(text, starts[0] if starts else stop, stop)]
    starts = [start for start in starts if start >= max([0, *list_ends, *joined])]
    while starts and text[starts[0] : stop].split(None, 1)[0] in INTRODUCING:
        starts = starts[1:]
    if not bare or not starts or _no_name().search(text[starts[0] : stop]):
        return None
    last = text[starts[0] : stop].split()[-1]
    return starts[0] if last[:1].isupper() or last[-1] in ")]-" else None


def short_names(name: str) -> list[str]:
    """
    What later pages may call the case: "Matter of Mendes", "Tameside", "HJ (Iran)".

    The side that is no public officer; where both are private, the first.
    """
    if _titled().match(name):
        core = _titled().sub("", name, count=1).strip()
        names = [name, core] if len(core) > 4 or is_of_initials(core) else [name]
        # "Matter of M-E-V-G did not": the last hyphen is often lost.
        return [*names, *(one[:-1] for one in names if is_of_initials(core) and one[-1] == "-")]
    sides = [side.strip(" ,\"'") for side in _versus().split(name, maxsplit=1)]
    ex_parte = re.search(r"\bex\s?p(?:arte|\.)?\s(?P<who>.+)$", sides[-1])
    applicant = _on_application().match(sides[0])
    if ex_parte:
        core = ex_parte["who"]
    elif applicant:
        core = applicant["who"]
    else:
        private = [side for side in sides if not _official().match(side) and side not in ATTORNEYS_GENERAL]
        if not private:
            return []
        core = private[0]
    names = [name, core] if len(sides) == 2 else [core]
    others = r",?\s(?:and|&)\s(?:[Oo]thers|[Aa]nother|[Oo]rs\.?|[Aa]nor\.?)$"
    shorter = re.sub(others, "", core)
    names.append(shorter)
    # "MOJ & Ors (Return to Mogadishu) Somalia CG"
    first = re.sub(others, "", re.sub(r"\s(?:\(.*|\[.*|MBC|AHA|plc|Ltd\.?|Inc\.?|CG)$", "", shorter))
    # "QAAH of 2004", "Plaintiff M47/2012": the year of the file is left out.
    names.extend((first, re.sub(r"(?:\sof\s|/)(?:19|20)\d\d$", "", first)))
    return [name for name in dict.fromkeys(names) if len(name) > 2 or name.isupper()]


@cache
def _year_of_a_file() -> re.Pattern[str]:
    return re.compile(r"of\s(?:19|20)\d\d")


def is_of_initials(name: str) -> bool:
    """Whether it is a name as the Board of Immigration Appeals shortens it: "A-B-"."""
    return bool(_hyphened().fullmatch(name))


@cache
def _hyphened() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Z]-){2,5}[A-Z]?|[A-Z]-[A-Z]")


# "(App no 7334/13, 20 October 2016)" before a name belongs to another case.
@cache
def _not_in_a_name() -> re.Pattern[str]:
    return re.compile(r"\b\d+\b|;|\sv\.?\s")


# "PD 12.4 of the Practice Directions and BD": a bare name has no article, and "and" between initials alone.
@cache
def _comma() -> re.Pattern[str]:
    return re.compile(r"(?:(?<=[a-z\d.)]),\s(?!Inc|Ltd|LLC|Co\b)|\s(?:the|in|to|on|at|with|from)\s)(?![^()]{0,60}\))")


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(r"[a-z]\sand\s(?!Others|others|Another|another)(?![^()]{0,60}\))")


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"[\s,(*]{1,4}$")


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"\S+")


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(r"[\"'(\[]{0,4}(?:[^\W\d_]{1,2}\.-?)+")


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(r"(?:In\sre|Re|In\sthe\s[Mm]atter\sof|Matter\sof|Ex\sparte)\s")


@cache
def _versus() -> re.Pattern[str]:
    return re.compile(r"\s(?:vs?\.?|-v-)\s")


@cache
def _on_application() -> re.Pattern[str]:
    return re.compile(r"R\.?\s?\((?:on the application of\s|oao\s)?(?P<who>.+)\)$")


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:Inc|Ltd|LLC|L\.?P|Co|Corp|S\.A|N\.V|Jr|et al|(?:[^,.;]{1,30},\s){0,3}[^,.;]{1,30},?\s(?:and|&)\s)"
    )


@cache
def _no_name() -> re.Pattern[str]:
    return re.compile(
        r"^(?:House of Lords|Supreme Court|Court of|High Court|Upper Tribunal|Tribunal|Board|BIA|UKSC|Article|Rule)\b"
    )
