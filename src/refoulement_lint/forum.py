"""
Before whom the draft pleads, and against which State: a guess from its first page, its headings and what it cites.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple

from attrs import field, frozen

from refoulement_lint.folding import fold
from refoulement_lint.late import late
from refoulement_lint.model import Citation, Document, Span, in_order
from refoulement_lint.phrases import Match

FIRST_PAGE = 1_500
"""Characters in which a draft usually says before whom it pleads."""

EARLY, ELSEWHERE, MOST_ELSEWHERE = 4, 1, 4
"""
What a cue on the first page or in a heading counts, what one elsewhere counts, and how much all those together at
most.
"""

COMMITTEES = frozenset({"cat", "hrc", "crc"})
"""Forums with interim measures of their own: where one is addressed, a request for them is none under Rule 39."""

ADDRESSED = ("national", "ecthr", "cjeu", *sorted(COMMITTEES))
"""Courts and committees: a draft that is addressed to one of them is addressed to no other."""

ROLES = (
    r"state\s+party|(?:respondent|defendant)\s+(?:state|government)|state\s+concerned|respondent|high\s+contracting\s+party"
    r"|état\s+(?:partie|défendeur|mis\s+en\s+cause)|gouvernement\s+défendeur|partie\s+défenderesse|défendeur|défenderesse"
    r"|vertragsstaat|(?:belangter|beklagter)\s+staat|beschwerdegegner(?:in)?|antragsgegner(?:in)?|beklagte"
    r"|stato\s+(?:parte|convenuto|resistente)|governo\s+convenuto|parte\s+convenuta|convenut[oa]|resistente"
    r"|estado\s+(?:parte|demandado)|gobierno\s+demandado|parte\s+demandada|demandado|verwerende\s+staat|verdragsstaat|verweerder"
    r"|pozwan[ey]\s+państwo|państwo\s+pozwane|państwo[\s-]+strona|państwo,\s+przeciwko\s+któremu[^:\n]*|rząd\s+pozwany|pozwany|strona\s+pozwana"
    r"|valstybė\s+(?:atsakovė|dalyvė)|atsakovė\s+valstybė|atsakov(?:as|ė)|atbildētāja\s+valsts|atbildētājvalsts|dalībvalsts|atbildētāj[as]"
    r"|государство[\s-]+(?:участник|ответчик)|ответчик|держава[\s-]+(?:учасниця|відповідач)|відповідач"
    r"|kostjariik|vastustajariik|osalisriik|vastustaja|vastaajavaltio|sopimusvaltio|vastapuoli|svarandestat\w*|konventionsstat\w*|motpart"
)
"""What the head of a draft calls the State that it is brought against: "State party: Switzerland"."""

PLAIN_ROLES = "state|staat|état|stato|estado|państwo|valstybė|valsts|государство|держава|riik|valtio|stat"
"""The same in one word, at the beginning of a line: "Państwo: Litwa"."""

VERSUS = (
    r"v|vs|c|versus|against|gegen|contre|contro|contra|tegen|mot|przeciwko|przeciw|prieš|pret|против|проти|proti|împotriva"
    r"|dirigée\s+contre|gerichtet\s+gegen|nukreipt\w+\s+prieš|vērst\w+\s+pret"
)
"""What stands between the parties, on a line of its own or between their names."""

KINDS = (
    *(
        "repub",
        "répub",
        "repúb",
        "rzeczpospolit",
        "rzeczypospolit",
        "республи",
        "республі",
        "respubli",
        "vabarii",
        "tasaval",
    ),
    *("federa", "fédéra", "федера", "bundesrepubli", "confedera", "confédéra", "konfedera", "конфедера", "eidgenossen"),
    *(
        "kingdom",
        "royaume",
        "reino",
        "regno",
        "königreich",
        "koninkrijk",
        "króle",
        "королев",
        "королів",
        "karal",
        "konungarik",
    ),
    *("state", "staat", "stato", "estado", "état", "państw", "valst", "государств", "держав"),
    *("government", "gouvernement", "regierung", "governo", "gobierno", "regering", "rząd", "vyriausyb", "valdīb"),
    *("правительств", "уряд"),
)
"""Beginnings of what a State is called beside its name: "the Republic of Bulgaria", "Rzeczpospolita Polska"."""

_SMALL = frozenset(
    "the of la le les de du des el los las il lo i gli di del della die der das den dem van von und het".split(" ")
)

AFTER_A_STEM = 5
"""Letters that may follow the beginning of a State's name: "Lietuv-os", "schweizerisch-en"."""

STRASBOURG = ("ecthr", "ecthr-rule39")

ENOUGH = 4
"""Below this the forum stays unknown: one cue on the first page, or several elsewhere."""


@frozen(kw_only=True, eq=False, repr=False)
class Forum:
    """
    One forum: its name, its standard of risk in our words, the arguments it always expects, and how a draft shows
    that it goes there.

    *early*: only the first page and headings can show it. *bodies* are names of the forum itself: the first one on the
    first page is whom the draft addresses. *states* are names of courts and offices that only one State has.
    """

    id: str
    title: str = ""
    standard: str = ""
    core: tuple[str, ...] = ()
    early: bool = False
    bodies: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    states: Mapping[str, tuple[str, ...]] = field(factory=dict)

    @classmethod
    def of(cls, name: str, mapping: Mapping[str, Any]) -> Forum:
        """The forum *name* from the parsed file ``rules/forums/<name>.toml``."""
        return cls(
            id=name,
            title=mapping.get("title", ""),
            standard=mapping.get("standard", ""),
            core=tuple(mapping.get("core", ())),
            early=mapping.get("early", False),
            bodies=tuple(mapping.get("bodies", ())),
            cues=tuple(mapping.get("cues", ())),
            targets=tuple(mapping.get("targets", ())),
            states={state: tuple(phrases) for state, phrases in mapping.get("states", {}).items()},
        )

    @property
    def phrases(self) -> Iterator[str]:
        """Every phrase that a Phrasebook must look for."""
        yield from self.bodies
        yield from self.cues
        for phrases in self.states.values():
            yield from phrases


class Guess(NamedTuple):
    """
    The forum (``"unknown"`` when nothing says it) and the State as ISO 3166 alpha-3 (``None`` when nothing says it),
    each with the places in the reading that show it.
    """

    forum: str = "unknown"
    state: str | None = None
    forum_shown: tuple[Span, ...] = ()
    state_shown: tuple[Span, ...] = ()


def guess(
    document: Document,
    citations: Sequence[Citation],
    matches: Iterable[Match[tuple[str, str]]],
    forums: Iterable[Forum],
    states: Mapping[str, str],
    before_strasbourg: Callable[[str], bool] = lambda _: True,
    stems: Mapping[str, str] = MappingProxyType({}),
) -> Guess:
    """
    What the draft itself shows of forum and State.

    *matches* have keys ``("forum", id)``; *states* maps names in lower case, without article, to ISO codes.
    *before_strasbourg* says whether a State can be brought before the Court there: one that was never bound by the
    Convention is nobody's respondent in it, whatever the draft calls its request. *stems* are beginnings of names and
    adjectives, with codes.
    """
    by_id = {forum.id: forum for forum in forums}
    early = _Early(document)
    shown: dict[str, list[Span]] = defaultdict(list)
    score: Counter[str] = Counter()
    elsewhere: Counter[str] = Counter()
    courts: list[tuple[str, Span]] = []
    bodies: list[tuple[int, str]] = []
    lines: list[tuple[int, str]] = []
    for match in matches:
        forum = by_id[match.key[1]]
        if match.phrase in forum.bodies and match.span.start < FIRST_PAGE:
            bodies.append((match.span.start, forum.id))
        of = [state for state, phrases in forum.states.items() if match.phrase in phrases]
        courts.extend((state, match.span) for state in of)
        if (of or match.phrase in forum.bodies) and _is_address(document.text, match.span):
            lines.append((match.span.start, forum.id))
        if match.span.start in early:
            score[forum.id] += EARLY
        elif forum.early:
            continue
        else:
            elsewhere[forum.id] += ELSEWHERE
        shown[forum.id].append(match.span)
    for name, count in elsewhere.items():
        score[name] += min(count, MOST_ELSEWHERE)
    for name, count in _cited(citations, by_id.values()).items():
        score[name] += count
    _, addressed = min(lines, default=(0, ""))
    if addressed:
        for name in (*ADDRESSED, "ecthr-rule39"):
            if name != addressed and (name, addressed) != ("ecthr-rule39", "ecthr"):
                del score[name]
        score[addressed] += EARLY
    elif any(
        _own(citation) and citation.written.family == "ecthr" and citation.start in early for citation in citations
    ):
        # The draft's own title with its application number: the national courts on that page are part of the story.
        score["ecthr"] += EARLY
        del score["national"]
    named = min(bodies, default=(0, ""))
    rule = (span.start for span in shown["ecthr-rule39"] if "39" in document.text[span.start : span.end])
    if named[1] in COMMITTEES and named[0] < min(rule, default=FIRST_PAGE):
        # Every committee has interim measures and a State party; its name says whose these are.
        score[named[1]] += EARLY
        del score["ecthr-rule39"]
    cited = [citation.written.whole for citation in citations if citation.authority is not None and not _own(citation)]
    head = _Head(document, states, stems, cited)
    # "A v Migrationsverket" is a party to a cited case, not the draft's own.
    courts = [(state, span) for state, span in courts if not head.is_of_a_case(span)]
    best = _best(score, tuple(by_id))
    state, where, party = _state(head, citations, courts, best)
    if best in STRASBOURG and state and party and not before_strasbourg(state):
        for name in STRASBOURG:
            del score[name]
        best = _best(score, tuple(by_id))
        state, where, _ = _state(head, citations, courts, best)
    return Guess(best, state, in_order(shown.get(best, ())), where)


def _is_address(text: str, span: Span) -> bool:
    """
    Whether the court or office stands on a line of the head that is there for it: "An das / Verwaltungsgericht
    Düsseldorf"; not in a sentence, and not as a party.
    """
    if span.start >= FIRST_PAGE:
        return False
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)].strip()
    before = text[start : span.start]
    if any(sign in before for sign in ":;,"):
        # "To: the Court" is an address, "Respondent: the Migration Agency" none.
        before = "" if _TO.fullmatch(fold(before)) else " " * MOST_BEFORE_A_COURT
    # "1. The Committee declined." is told, and no line for whom it goes to.
    sentence = line.endswith(".") or _ENDS_A_SENTENCE.search(before) is not None
    return (
        len(before) < MOST_BEFORE_A_COURT
        and len(line) <= MOST_OF_AN_ADDRESS * (span.end - span.start) + MOST_BEFORE_A_COURT
        and not sentence
        and _VERSUS_BEFORE.search(fold(before)) is None
    )


def _cited(citations: Sequence[Citation], forums: Iterable[Forum]) -> Counter[str]:
    """
    Up to three points for the forum whose law is cited most; Strasbourg judgments are cited everywhere, so not
    more.
    """
    counts: Counter[str] = Counter()
    for citation in citations:
        for forum in forums if citation.target else ():
            if citation.target and citation.target.startswith(forum.targets):
                counts[forum.id] += 1
    total = sum(counts.values())
    return Counter({name: 3 * count // total for name, count in counts.items()}) if total >= 3 else Counter()


def _best(score: Counter[str], order: Sequence[str]) -> str:
    """
    The forum with the highest score, if that is enough; a request under Rule 39 goes before the application it
    belongs to.
    """
    if score["ecthr-rule39"] >= ENOUGH and score["ecthr-rule39"] * 3 >= score["ecthr"]:
        return "ecthr-rule39"
    if score["unhcr-submission"] >= ENOUGH:
        return "unhcr-submission"
    best = max(order, key=lambda name: score[name], default="unknown")
    others = [name for name in order if name != best and score[name] == score[best]]
    return best if score[best] >= ENOUGH and not others else "unknown"


class _Early:
    """Whether a place is on the first page or in a heading."""

    def __init__(self, document: Document) -> None:
        headings = [block.span for block in document.blocks if block.kind == "heading"]
        self._starts = [span.start for span in headings]
        self._ends = [span.end for span in headings]

    def __contains__(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset)
        return offset < FIRST_PAGE or (index > 0 and offset < self._ends[index - 1])


def _own(citation: Citation) -> bool:
    """Whether the citation is the title of the draft's own case, whose respondent is the State."""
    return any(part.name == "own" for part in citation.written.parts)


class _Head:
    """The first pages, searched for the State as a party; a name in a cited case is never the draft's own."""

    def __init__(
        self, document: Document, states: Mapping[str, str], stems: Mapping[str, str], cited: Sequence[Span]
    ) -> None:
        self.text = text = document.text
        self._cells = [block.span.start for block in document.blocks if block.kind == "cell"]
        self._states, self._stems, self._cited = states, stems, cited
        self._known = frozenset(states.values())
        self._longest = max((name.count(" ") for name in states), default=0) + 1
        # A pattern for text in lower case is compiled in half the time of one for any case.
        self._folded = fold(text[: 4 * FIRST_PAGE])

    def is_of_a_case(self, span: Span) -> bool:
        """Whether the court or office is a party to a case that is cited."""
        if any(whole.meets(span) for whole in self._cited):
            return True
        before = fold(self.text[max(0, span.start - MOST_BEFORE_A_COURT) : span.start])
        found = _VERSUS_BEFORE.search(before)
        if found is not None:
            # On a line of its own it is the draft's own title.
            return span.start >= FIRST_PAGE or bool(before[: found.start()].rpartition("\n")[2].strip(" -–—*_|"))
        return _VERSUS_BEHIND.match(fold(self.text[span.end : span.end + 10])) is not None and span.start >= FIRST_PAGE

    def is_usual(self, state: str) -> bool:
        """Whether drafts are brought against it: no State that people flee from."""
        return state in self._known

    def labelled(self) -> Iterator[tuple[str, Span]]:
        """ "State party: Sweden"."""
        sign = r"[*_]*\s*(?::|(?<=\t)|\||(?<=\s)[–—-]\s)[\s|*_–—-]*(?=\w)"
        pattern = rf"\b(?:{ROLES})(?:\s+[\w-]+){{0,2}}(?:\s*\([^()\n]*\))?{sign}"
        yield from self._behind(pattern, 0, FIRST_PAGE)
        # "State: Lithuania"; where people flee from is said so as well.
        for state, span in self._behind(rf"(?m)^\W*(?:{PLAIN_ROLES})\s*:\W*(?=\w)", 0, FIRST_PAGE):
            if self.is_usual(state):
                yield state, span
        for start in self._cells:
            if start < FIRST_PAGE and _ROLE_BEFORE.search(self._folded, max(0, start - 60), start):
                found = self._party(start, len(self.text), stems=True)
                if found is not None:
                    yield found

    def captioned(self) -> Iterator[tuple[str, Span]]:
        """ "– v –" on a line of its own or before the party; "GREECE / Respondent"."""
        dashes = r"[^\S\n]*[-–—*_|/.: ]*"
        # A line that is longer is a sentence that goes on.
        alone = r"[-–—*_|/.: ]*\n[-–—*_|/.:\s]*(?=\w)|[-–—*_|/.: ]*(?=\w[^\n]{2,70}$)"
        yield from self._behind(rf"(?m)^{dashes}(?:{VERSUS})\b(?:{alone})", 0, FIRST_PAGE, lines=True)
        # The draft's own title: nothing else is on the line.
        yield from self._behind(
            rf"(?m)^[^\n\d()\[\]:]{{1,60}}\s(?:{VERSUS})\b\.?\s+(?=[^\n\d()\[\]]{{3,50}}$)", 0, FIRST_PAGE
        )
        roles = re.compile(rf"[\s,;(–—-]+(?:{ROLES}|vastaan|vastu)\b(?!\s*:)")
        for match in roles.finditer(self._folded, 0, FIRST_PAGE):
            words = list(_NAME_WORD.finditer(self._folded, max(0, match.start() - 60), match.start()))[-4:]
            for index in range(len(words)):
                found = self._party(words[index].start(), match.start(), stems=True)
                if found is not None and not self._meets(found[1]):
                    between = self._folded[found[1].end : match.start()]
                    if not between.strip() or _is_kind(between.strip()):
                        yield found
                        break

    def between_names(self) -> Iterator[tuple[str, Span]]:
        """ "A.B. v. Poland"."""
        pattern = (
            r"\b(?:v\.?|vs\.?|c\.|contre|contro|contra|tegen|mot|przeciwko|gegen|prieš|против|проти|pret|proti|împotriva)"
            r"\s+(?=\w)"
        )
        return self._behind(pattern, 0, FIRST_PAGE, stems=False)

    def in_brackets(self) -> Iterator[tuple[str, Span]]:
        """ "(Administrative Court, Heraklion, Greece)", as Luxembourg writes the court that refers."""
        for match in _LAST_IN_BRACKETS.finditer(self.text, 0, FIRST_PAGE):
            found = self._party(match.start(1), match.end(1), stems=False)
            if found is not None and found[1].end == match.end(1) and not self._meets(found[1]):
                yield found

    def told(self) -> Iterator[tuple[str, Span]]:
        """ "The applicant entered Hungary"."""
        verbs = (
            r"entered|reached|entering|arrived\s+in|arrive\s+in|asylum\s+in|against|expelled\s+from|removed\s+from|removal\s+from"
            r"|deportation\s+from|expulsion\s+from|extradition\s+from|extradited\s+by|detained\s+in|government\s+of|entré\s+en|arrivé\s+en"
        )
        return self._behind(rf"\b(?:{verbs})\s+(?=\w)", 0, 4 * FIRST_PAGE, stems=False)

    def _behind(
        self, pattern: str, start: int, end: int, *, stems: bool = True, lines: bool = False
    ) -> Iterator[tuple[str, Span]]:
        """The States behind the pattern; where *lines*, not on a line that goes on from a long one above."""
        for match in re.compile(pattern).finditer(self._folded, start, end):
            if lines and match.start() - self._folded.rfind("\n", 0, max(0, match.start() - 1)) > LONG_LINE:
                continue
            found = self._party(match.end(), len(self.text), stems=stems)
            if found is not None and not self._meets(found[1]):
                yield found

    def _meets(self, span: Span) -> bool:
        return any(whole.meets(span) for whole in self._cited)

    def _party(self, start: int, stop: int, *, stems: bool) -> tuple[str, Span] | None:
        """
        The State that is named from *start*, after articles and what States are called; by the beginning of its name
        only where *stems* or beside such a word.
        """
        words = list(islice(_NAME_WORD.finditer(self.text, start, stop), self._longest + MOST_KINDS))
        kind = False
        for index, word in enumerate(words):
            if index and self.text[words[index - 1].end() : word.start()].strip():
                return None  # another clause
            # A look into the table of names is far cheaper than a pattern of all of them.
            for count in range(min(self._longest, len(words) - index), 0, -1):
                span = Span(_without_elision(word), words[index + count - 1].end())
                state = self._states.get(" ".join(self.text[span.start : span.end].lower().split()))
                if state is not None:
                    return state, span
            span = Span(_without_elision(word), word.end())
            plain = fold(self.text[span.start : span.end])
            behind = words[index + 1].group() if index + 1 < len(words) else ""
            if stems or kind or _is_kind(fold(behind)):
                state = self._by_stem(plain)
                if state is not None and (stems or state in self._known):
                    return state, span
            if _is_kind(plain):
                kind = True
            elif plain not in _SMALL:
                return None
        return None

    def _by_stem(self, word: str) -> str | None:
        for length in range(len(word), max(len(word) - AFTER_A_STEM, LEAST_STEM) - 1, -1):
            if word[:length] in self._stems:
                return self._stems[word[:length]]
        return None


def _is_kind(word: str) -> bool:
    return word.startswith(KINDS)


def _without_elision(word: re.Match[str]) -> int:
    """Where the name begins in "l'Italie" and "dell'Ucraina"."""
    for index, sign in enumerate(word.group()[:5]):
        if sign in "'’":
            return word.start() + index + 1
    return word.start()


def _state(
    head: _Head, citations: Sequence[Citation], courts: Sequence[tuple[str, Span]], forum: str
) -> tuple[str | None, tuple[Span, ...], bool]:
    """
    The State, where it is shown, and whether it is named there as the party: the one that the head names, the one whose
    courts are addressed and whose statutes are cited, the State that was entered.
    """
    national = forum == "national"
    for state, span in head.labelled():
        return state, (span,), True
    for found in (
        () if national else (head.captioned(), head.in_brackets() if forum == "cjeu" else head.between_names())
    ):
        for state, span in found:
            # "Sanctions against Iran" is a title, too.
            if head.is_usual(state) or forum in COMMITTEES or forum in STRASBOURG:
                return state, (span,), forum != "cjeu"
    if forum in ("national", "cjeu", "unknown"):
        most, where = _of_courts(courts, citations if national else ())
        if most:
            return most, where, False
    for state, span in head.captioned() if national else ():
        if head.is_usual(state):
            return state, (span,), True
    told = list(head.told())
    counted = Counter(state for state, _ in told)
    if not counted:
        # The authorities that the story goes through, where all are of one State.
        alone = len({state for state, _ in courts}) == 1 and len(courts) > 1 and forum != "unknown"
        return (*_of_courts(courts, citations), False) if alone else (None, (), False)
    (most, count), *rest = counted.most_common(2)
    if rest and rest[0][1] == count:
        return None, (), False
    return most, in_order(span for state, span in told if state == most), False


def _of_courts(
    courts: Sequence[tuple[str, Span]], citations: Sequence[Citation]
) -> tuple[str | None, tuple[Span, ...]]:
    """The State whose courts and offices are named, first in the head, and whose statutes are cited."""
    score: Counter[str] = Counter()
    for state, span in courts:
        score[state] += EARLY if span.start < FIRST_PAGE else ELSEWHERE
    cited = Counter(citation.target.partition(":")[0] for citation in citations if citation.target)
    for state in score or _TWO_LETTERS:
        score[state] += cited[_TWO_LETTERS.get(state, "")]
    if not +score:
        return None, ()
    (most, count), *rest = score.most_common(2)
    if rest and rest[0][1] == count:
        return None, ()
    return most, in_order(span for state, span in courts if state == most)


MOST_BEFORE_A_COURT = 30
"""Characters that may stand before a court on the line of its address: "Do", "To the Registrar of the"."""

MOST_OF_AN_ADDRESS = 2
"""How many times as long as the court's name the line of an address may be, beside those."""

MOST_KINDS = 4
"""Words that may stand before a State's name: "the Government of the Republic of"."""

LEAST_STEM = 4
"""Letters in the shortest beginning of a State's name."""

LONG_LINE = 60
"""Characters of a line that is running text and no line of a title."""

_TWO_LETTERS = MappingProxyType(
    {
        "AUS": "au", "AUT": "at", "BEL": "be", "BGR": "bg", "CAN": "ca", "CHE": "ch", "CZE": "cz", "DEU": "de",
        "DNK": "dk", "ESP": "es", "EST": "ee", "FIN": "fi", "FRA": "fr", "GBR": "uk", "GRC": "gr", "HUN": "hu",
        "IRL": "ie", "ITA": "it", "LTU": "lt", "LVA": "lv", "NLD": "nl", "NOR": "no", "NZL": "nz", "POL": "pl",
        "ROU": "ro", "RUS": "ru", "SVK": "sk", "SWE": "se", "UKR": "ua", "USA": "us",
    }
)  # fmt: skip
"""What the targets of a State's statutes begin with."""

_ROLE_BEFORE = late(rf"(?:{ROLES})[^\w\n]+\Z")
_ENDS_A_SENTENCE = late(r"[.!?]\s")
_TO = late(r"[^\w]*(?:to|an|an das|an den|à|do|to the|al|alla|aan|till|кому|куда|a)\s*:\s*")
_VERSUS_BEFORE = late(
    r"\b(?:vs?|c|gg|gegen|contre|contro|contra|tegen|mot|przeciwko|prieš|pret|против|проти|proti|împotriva)\.?[\s–—-]*(?:the\s+|la\s+|le\s+|die\s+|das\s+|il\s+)?\Z"
)
_VERSUS_BEHIND = late(r"[*_]*\s+(?:vs?|c|gg|gegen|contre|contro)\b\.?\s")
_LAST_IN_BRACKETS = late(r"\((?:[^()\n]{1,100}[,–—-]\s*)?([^\W\d_][\w'’ -]{2,40})\)")
_NAME_WORD = late(r"[^\W\d_][\w'’-]*")
