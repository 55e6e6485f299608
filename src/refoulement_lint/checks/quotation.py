"""Are the quoted words in the provision they are attributed to?"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from refoulement_lint.checks import Context, found, listed, quoted_lists, under
from refoulement_lint.checks.alignment import (
    Change,
    Library,
    Passage,
    Wording,
    changes_in,
    in_places,
    read_quotation,
    spliced,
)
from refoulement_lint.model import Draft, Evidence, Finding, Quotation, Span
from refoulement_lint.rule import Parameter, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


KIND = "quotation"

FAULTS = (
    "words", "operator", "cut", "proviso", "spliced", "other-provision", "other-paragraph", "not-there", "nowhere",
    "list",
)  # fmt: skip
PARAMETERS: Mapping[str, Parameter] = {
    "fault": Parameter("texts", FAULTS, required=True),
    "provisions": Parameter("texts"),
    "members": Parameter("texts"),
    "others": Parameter("texts"),
}
"""
*fault*: ``words`` (another word than the provision's), ``operator`` (a word that turns the meaning: shall/may,
and/or, not), ``cut`` (words left out inside without a mark), ``proviso`` (the quotation stops before "except" or
"unless"), ``spliced`` (two places joined without a mark), ``other-provision`` (the words are those of another
provision), ``not-there`` (they are in none that is held, though the one named is); of a decision that the user's own
corpus holds also ``other-paragraph`` (the words stand in another paragraph than the one named) and ``nowhere`` (they
stand nowhere in it). ``list``: the *provisions* have *members* in every language, ``"race: race|rass*"`` (a name, and
the beginnings of its words), and none of *others*; a quotation attributed to one of them puts one in or leaves one out.
"""
PLACEHOLDERS = frozenset({"written", "official", "provision", "other", "missing", "has"})

# Five words are too few to tell a quotation from a turn of phrase that many texts share.
FEWEST_WORDS = 5
# Without an attribution only a close match of some length is taken to be that provision.
FEWEST_WORDS_UNATTRIBUTED = 8
CLOSE = 0.8
# The words of another treaty than the one that was understood must be many to be known for its own.
FEWEST_WORDS_OF_ANOTHER = 16
ABOUT_EQUAL = 0.08
"""How much less alike a text may be and still be the one meant: "cruel" and "punishment" are a word each."""
# Less than half of the words in order: this is no slip in quoting that text.
NOWHERE = 0.45
LEAST_KNOWN = 0.125
"""
The share of rows of words that some text must have before a quotation to which nothing is attributed is looked at: one
that is `CLOSE` has four of ten, and one joined of two places a few less; of any long quotation some "of the State" is
in a treaty.
"""
# With an attribution half of the words is enough to see that this provision is meant.
ATTRIBUTED = 0.55
# In a language in which the treaty is not authentic there may be a translation that is not held: only a text that is
# nearly the same is the one that was quoted.
TRANSLATED = 0.8
MOST_SLIPS = 2
"""Places where a quotation parts from a translation; at more it is of another one."""
LONGEST_SLIP = 3
"""Words of such a place, on either side; words left out may be more."""

WIDEST_BREAK = 200
"""Characters of white space at most between a lead-in and its quotation."""

STRAIGHT_BEHIND = 8
"""Characters between the end of a quotation and a citation that is its source: a mark, a stop, spaces."""

REACH_OF_LEAD_IN = 240
"""
Characters between a provision and the words that it is said to have: the day of the treaty, in brackets where it was
published and what it is called from here on, "provides in full as follows:".
"""

FEW_WORDS_BETWEEN = 60
"""Characters between a provision and words of its own in a sentence that does not say so: "Article 5 protects"."""

MOST_INSIDE = 4
"""Quotations inside another one; more are marks that do not come out."""

LONGEST_QUOTATION = 4_000
"""Characters; a longer one is a document, not a quotation, or a quotation mark that was never closed."""

LONGEST_HEADING = 120
"""Characters of a line that names a provision and what it is about, above its words."""

_CITES = ("provision", "national-statute")
_NAMES_LAW = (*_CITES, "instrument")


Fault = tuple[str, Change, Passage]
# Of several faults of one quotation the gravest names it.
_GRAVEST = (
    ("not-there", "nowhere"), ("other-provision", "other-provision"), ("operator", "operator"), ("proviso", "proviso"),
    ("spliced", "spliced"), ("words", "word"), ("cut", "left-out"),
)  # fmt: skip
# What a list has too much or too little, by which rule, and of which provision.
InList = tuple[Rule, quoted_lists.Difference, str]


class Quoted(NamedTuple):
    """One quotation: what is told of it, where it parts from which text, and where from a list."""

    told: Quotation
    faults: tuple[Fault, ...] = ()
    in_lists: tuple[InList, ...] = ()


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """
    Findings for each quotation that can be held against an official text; a paraphrase or a short phrase is left
    alone.
    """
    by_fault = {fault: rule for rule in rules for fault in listed(rule, "fault")}
    if context.held is not None and (quotations := tuple(quotations_in(draft))):
        from refoulement_lint.checks import held_text  # only who has a corpus waits for it

        for told, findings in held_text.aligned(draft, quotations, by_fault, context):
            context.quoted.append(Quoted(told))
            yield from findings
    lists = tuple(rule for rule in rules if "list" in listed(rule, "fault"))
    for one in _of_provisions(draft, context, lists):
        context.quoted.append(one)
        for of_list, difference, target in one.in_lists:
            yield _of_list(of_list, difference, target, one.told.span, context)
        for fault, change, passage in one.faults:
            rule = by_fault.get(fault)
            if rule is not None:
                yield _finding(rule, fault, change, passage, one.told.span, context)


def quoted_in(context: Context) -> tuple[Quoted, ...]:
    """What came of the quotations of a draft that has been checked, each once: a held decision's text comes first."""
    known: dict[Span, Quoted] = {}
    for one in context.quoted:
        before = known.get(one.told.span)
        if before is None or before.told.verdict in ("no-source", "too-short"):
            known[one.told.span] = one
    return tuple(known[span] for span in sorted(known))


def _of_provisions(draft: Draft, context: Context, lists: tuple[Rule, ...] = ()) -> Iterator[Quoted]:
    """Each quotation that is attributed to a provision, or has the words of one."""
    text = draft.document.text
    quotations = tuple(quotations_in(draft))
    library = Library.of(context.registers, draft.language) if quotations else None
    pleaded = _pleaded(draft) if quotations else frozenset()
    cited = [one.written.whole for one in draft.citations if one.kind in _CITES] if quotations else []
    ends, starts = sorted(one.end for one in cited), sorted(one.start for one in cited)
    parts = [(whole, part) for whole in quotations for part in _paragraphs(text, whole)]
    for whole, span in parts:
        assert library is not None
        shared = library.share_known(text[span.start : span.end])
        beside = _is_behind(ends, whole.start) or _bracket_behind(text, whole) or _is_before(starts, whole.end)
        if shared < LEAST_KNOWN and not beside:
            continue  # most quotations are of no provision
        words = read_quotation(text, span)
        candidates = library.candidates(words) if shared and words.length >= FEWEST_WORDS else ()
        if not candidates and not (words.length and beside):
            continue
        attributed = attributed_to(draft, whole, context)
        if span.start > whole.start:  # "Article 33(1)" above both of its paragraphs
            attributed = attributed._replace(targets=tuple(each.partition("(")[0] for each in attributed.targets))
        if attributed.instrument and (article := _article_of(attributed.instrument, candidates, words)):
            attributed = _Attribution((article,), law=True)
        if attributed.sure and attributed.law and not any(_of(one, attributed) for one in candidates):
            candidates = (*candidates, *library.short_texts(attributed.targets, words))
        in_lists = tuple(_in_lists(lists, words, attributed)) if not draft.citations_in(span) else ()
        if not candidates and not attributed.alone and not in_lists:
            continue
        faults = tuple(_faults(words, attributed, candidates, library, pleaded)) if candidates else ()
        if any(passage.official.verified for _, _, passage in faults):
            in_lists = ()  # the wording that is held says it better
        elif in_lists:
            faults = ()
        told = next(_told(draft, span, words, attributed, candidates, faults, library), None)
        if in_lists:
            _, difference, target = in_lists[0]
            verdict = "left-out" if difference.left_out else "word"
            quoted = Quotation(span=span, text=text[span.start : span.end], verdict=verdict, target=target, source="")
            yield Quoted(quoted, (), in_lists)
        elif told is not None:
            yield told


def _in_lists(rules: tuple[Rule, ...], words: Wording, attributed: _Attribution) -> Iterator[InList]:
    """The first list of the provision to which a quotation is attributed that it does not have as it is."""
    if attributed.sure and attributed.law and words.length >= FEWEST_WORDS:
        for rule in rules:
            if quoted_lists.is_of(rule, attributed.targets):
                difference = quoted_lists.difference(rule, words)
                if difference is not None:
                    yield rule, difference, attributed.targets[0]
                    return


def _is_behind(ends: list[int], start: int) -> bool:
    """Whether a provision is named shortly before a quotation."""
    place = bisect_right(ends, start)
    return place > 0 and start - ends[place - 1] < REACH_OF_LEAD_IN


def _is_before(starts: list[int], end: int) -> bool:
    """Whether a provision is named shortly behind a quotation."""
    place = bisect_left(starts, end)
    return place < len(starts) and starts[place] - end < REACH_BEHIND


def _told(
    draft: Draft,
    span: Span,
    words: Wording,
    attributed: _Attribution,
    candidates: tuple[Passage, ...],
    faults: tuple[Fault, ...],
    library: Library,
) -> Iterator[Quoted]:
    """The verdict on one quotation; nothing where the words are those of no text and attributed to none."""
    text = draft.document.text[span.start : span.end]
    named = attributed.targets[0] if attributed.targets else ""

    def told(verdict: str, target: str, source: str = "") -> Quotation:
        return Quotation(span=span, text=text, verdict=verdict, target=target, source=source)

    if faults:
        said = {fault for fault, _, _ in faults}
        verdict = next(word for fault, word in _GRAVEST if fault in said)
        passage = faults[0][2]
        yield Quoted(told(verdict, passage.target, passage.official.source), faults)
        return
    whole = [one for one in candidates if one.likeness == 1.0 and not any(changes_in(words, one))]
    parted = in_places(words, candidates) if not whole else None
    whole += [parted] if parted is not None else []
    if whole and (not attributed.sure or not named or any(_of(one, attributed) for one in whole)):
        best = next((one for one in whole if _of(one, attributed)), whole[0])
        exact = " ".join(text.split()) in " ".join(best.official.text.split())
        if words.length >= FEWEST_WORDS_UNATTRIBUTED or _of(best, attributed):
            yield Quoted(told("exact" if exact else "form", best.target, best.official.source))
        return
    if not attributed.alone or not named:
        return
    if words.length < FEWEST_WORDS:
        if attributed.direct:
            yield Quoted(told("too-short", named))
        return
    official = library.whole_text_of(named, words)
    if official is None:
        if not library.holds(named, words):
            yield Quoted(told("no-source", named))
    elif (
        attributed.direct
        and words.length >= FEWEST_WORDS_UNATTRIBUTED
        and not any(one.likeness >= NOWHERE for one in candidates)
    ):
        yield Quoted(
            told("nowhere", named, official.source),
            (("not-there", Change.whole(Passage(official, (), 0.0, ()), named=named), Passage(official, (), 0.0, ())),),
        )


def _of(passage: Passage, attributed: _Attribution) -> bool:
    """Whether the passage is of a provision that the draft names."""
    return any(under(passage.target, target) or under(target, passage.target) for target in attributed.targets)


def quotations_in(draft: Draft) -> Iterator[Span]:
    """The text between two quotation marks of one block, and every block that is a quotation."""
    text = draft.document.text
    blocks = draft.document.blocks
    for block in blocks or ():
        if block.kind == "quotation" and not _marked(text, block.span):
            if block.span.end - block.span.start <= LONGEST_QUOTATION:
                yield _without_heading(draft, block.span)
        elif block.kind != "code":
            yield from _between_marks(text, block.span.start, block.span.end)
    if not blocks:
        start = 0
        for end in [*_paragraph_ends(text), len(text)]:
            yield from _between_marks(text, start, end)
            start = end


def _paragraphs(text: str, quotation: Span) -> Iterator[Span]:
    """The numbered paragraphs of a provision that one quotation gives one after the other."""
    start = quotation.start
    for number in _number().finditer(text, quotation.start, quotation.end):
        if text[start : number.start()].strip(_MARKS_BEFORE):
            yield Span(start, number.start())
            start = number.end()
    yield Span(start, quotation.end)


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    """The number before a later paragraph; "2 September" has no stop, "Article 2. Everyone" begins no sentence."""
    return re.compile(r"(?<=[.;:!?])[\s>]{1,8}(?:\d{1,2}\.|\(\d{1,2}\))\s{1,3}(?=[^\W\d_a-z])")


def _marked(text: str, block: Span) -> bool:
    """Whether the quoted words of a block stand between marks; a word in it that is quoted itself is not all of it."""
    opening, closing = text.find('"', block.start, block.end), text.rfind('"', block.start, block.end)
    return opening != -1 and (closing == opening or 2 * (closing - opening) > block.end - block.start)


def _without_heading(draft: Draft, block: Span) -> Span:
    """A block of quoted words without the line above them that says of which article they are."""
    text = draft.document.text
    end = text.find("\n", block.start, block.end)
    if end != -1 and text[end : block.end].strip(" >\n") and _is_heading(draft, Span(block.start, end)):
        return Span(end + 1, block.end)
    return block


def _is_heading(draft: Draft, line: Span) -> bool:
    """Whether a line names a provision and what it is about, and no more: "Article 33. Prohibition of expulsion"."""
    text = draft.document.text[line.start : line.end].strip(_MARKS_BEFORE)
    if not text or len(text) > LONGEST_HEADING or text.endswith(":"):
        return False
    first = next((one for one in draft.citations_in(line) if one.kind in _CITES), None)
    return first is not None and not draft.document.text[line.start : first.written.whole.start].strip(_MARKS_BEFORE)


_MARKS_BEFORE = " \n'\"*>-–•#_()§.0123456789"
"""What may stand before the first word of a paragraph: its number, marks of a list, of a quotation, of a heading."""


def _paragraph_ends(text: str) -> Iterator[int]:
    end = text.find("\n\n")
    while end != -1:
        yield end
        end = text.find("\n\n", end + 2)


def _between_marks(text: str, start: int, end: int) -> Iterator[Span]:
    opening = text.find('"', start, end)
    if opening == -1:
        yield from _between_single_marks(text, start, end)
        return
    while opening != -1:
        if text.find(" '", start, opening) != -1:
            yield from _between_single_marks(text, start, opening)
        closing = _closing(text, opening, end)
        if closing == -1:
            return
        if closing - opening <= LONGEST_QUOTATION:
            yield Span(opening + 1, closing)
        start = closing + 1
        opening = text.find('"', start, end)
    if text.find(" '", start, end) != -1:
        yield from _between_single_marks(text, start, end)


def _closing(text: str, opening: int, end: int) -> int:
    """
    The mark that closes a quotation, one inside it passed over: ``"shall return ("refouler") a refugee"``.

    A mark that stands like an opening one, with a mark of its own behind it, is inside; where the count does not come
    out, the next mark closes, as ever.
    """
    first = closing = text.find('"', opening + 1, end)
    for _ in range(MOST_INSIDE + 1):
        if closing == -1 or closing - opening > LONGEST_QUOTATION:
            break
        if not (text[closing - 1] in " \n([" and closing - 1 > opening and text[closing + 1 : closing + 2].isalnum()):
            return closing
        inner = text.find('"', closing + 1, end)
        closing = text.find('"', inner + 1, end) if inner != -1 else -1
    return first


@lru_cache(maxsize=1)
def _single_mark() -> re.Pattern[str]:
    """
    A single mark that opens (behind a space or bracket) or closes (before one); an apostrophe inside a word is
    neither.
    """
    # The mark itself comes first, since the search for one character is the fastest.
    return re.compile(r"'(?:(?<=[\s(\[:]')(?=[\w\[(])|(?<=[\w.,;?!)\]]')(?=[\s.,;:?!)\]]|$))")


def _between_single_marks(text: str, start: int, end: int) -> Iterator[Span]:
    """
    British drafts quote in single marks. One that opens runs to the next that closes; "applicants' " alone opens
    nothing.
    """
    opened = -1
    for mark in _single_mark().finditer(text, start, end):
        at = mark.start()
        if opened == -1:
            if at + 1 < end and not text[at + 1].isspace() and (at == start or text[at - 1] in " \n([:"):
                opened = at
        elif at == end - 1 or not text[at + 1].isalnum():
            if at - opened <= LONGEST_QUOTATION:
                yield Span(opened + 1, at)
            opened = -1


class _Attribution(NamedTuple):
    """
    The provisions that the draft names for a quotation; *sure* when they stand in its own sentence or lead-in,
    *alone* when nothing else is named there; *direct* when the words are said to be its own, moreover: "Article 33(1)
    provides that". *elsewhere* when something else is cited straight behind the quotation: the words are those of a
    statute or a judgment; *law* when nothing but law is cited where the provision is named. *instrument* is the treaty
    that is said to speak where no article of it is named: "The European Convention provides".
    """

    targets: tuple[str, ...]
    sure: bool = True
    direct: bool = False
    alone: bool = False
    elsewhere: bool = False
    law: bool = False
    instrument: str = ""


def attributed_to(draft: Draft, span: Span, context: Context) -> _Attribution:
    """
    The provisions that the draft names for a quotation, the likeliest first.

    What leads in counts first: the words before the opening mark in its sentence, or the paragraph before, when it
    ends with a colon or is a heading and the quotation begins its own. Then the brackets straight behind the closing
    mark. Then, unsurely, the sentence before.
    """
    text = draft.document.text
    sentence = context.sentence_at(span.start)
    lead_in = Span(min(sentence.start, span.start), span.start)
    if not text[lead_in.start : lead_in.end].strip(_MARKS_BEFORE):
        before = text[max(0, lead_in.start - WIDEST_BREAK) : lead_in.start].rstrip()
        if before.endswith(":"):
            lead_in = context.sentence_at(max(0, lead_in.start - WIDEST_BREAK) + len(before) - 1)
    near = _provisions(draft, lead_in) or _of_the_instrument(draft, lead_in, lead_in)
    if near:
        # The provision nearest to the opening mark is the one that is quoted.
        around = draft.citations_in(lead_in)
        law = all(one.kind in _NAMES_LAW for one in around)
        speaking = _speaking(draft, lead_in) if law else ""
        alone = bool(speaking) or (
            law and lead_in.end - max(one.written.whole.end for one in around) <= FEW_WORDS_BETWEEN
        )
        targets = dict.fromkeys(filter(None, (speaking, *reversed(near))))
        return _Attribution(tuple(targets), direct=bool(speaking), alone=alone, law=law)
    if _bracket_behind(text, span):
        brackets = Span(span.end, min(span.end + 80, len(text)))
        near = _of_the_instrument(draft, lead_in, brackets) or _provisions(draft, brackets)
        if near:
            alone = draft.citations_in(brackets)[0].kind in _NAMES_LAW
            return _Attribution(tuple(dict.fromkeys(near)), alone=alone, law=alone)
    if behind := _said_behind(draft, span, context):
        return _Attribution(behind, law=True)
    named = draft.citations_in(lead_in)
    if named and named[-1].kind == "document-symbol":
        return _Attribution((), sure=False, elsewhere=True)  # a general comment, which has words of its own
    following = Span(span.end, min(span.end + STRAIGHT_BEHIND, len(text)))
    if any(one.kind not in ("provision", "instrument") for one in draft.citations_in(following)):
        return _Attribution((), sure=False, elsewhere=True)
    if (heading := _heading_above(draft, span.start)) is not None and (above := _provisions(draft, heading)):
        # Anybody may be quoted in a section on an article; what is quoted alone is its words.
        rest = draft.citations_in(Span(span.end, max(span.end, context.sentence_at(span.end - 1).end)))
        block = draft.document.block_at(span.start)
        alone = block is None or not text[span.end : block.span.end].strip(_MARKS_BEFORE)
        lone = alone and not rest
        return _Attribution(tuple(dict.fromkeys(above)), sure=not rest, alone=lone, law=lone)
    previous = context.sentence_before(sentence)
    near = _provisions(draft, previous) if previous is not None and span.start - previous.end < 40 else []
    speaks = _instrument_that_speaks(draft, lead_in)
    return _Attribution(tuple(dict.fromkeys(reversed(near))), sure=False, instrument=speaks)


def _instrument_that_speaks(draft: Draft, lead_in: Span) -> str:
    """The one instrument that the lead-in names, with a verb that lets it speak; empty where anything else is named."""
    named = draft.citations_in(lead_in)
    if len(named) != 1 or named[0].kind != "instrument" or not named[0].target:
        return ""
    between = draft.document.text[named[0].written.whole.end : lead_in.end]
    speaks = between.strip(_MARKS_BEFORE + ",:") and _provides().fullmatch(between) is not None
    return named[0].target if speaks else ""


def _article_of(instrument: str, candidates: tuple[Passage, ...], quotation: Wording) -> str:
    """The article of *instrument* whose words are the nearest; empty where none is close."""
    if quotation.length < FEWEST_WORDS_UNATTRIBUTED:
        return ""
    close = [one for one in candidates if one.target.startswith(f"{instrument}:") and one.likeness >= CLOSE]
    return max(close, key=lambda one: one.likeness).target if close else ""


def _said_behind(draft: Draft, span: Span, context: Context) -> tuple[str, ...]:
    """
    The provision behind a quotation that it is said to be of, in the same sentence or at the beginning of the next:
    "“…”, says Article 3", "“…” – Art. 19 Abs. 1", "“….” So reads Article 4". Nothing where the sentence denies it.
    """
    text = draft.document.text
    block = draft.document.block_at(span.start)
    end = min(span.end + REACH_BEHIND, block.span.end if block is not None else len(text))
    first = next((one for one in draft.citations_in(Span(span.end, end)) if one.start >= span.end), None)
    if first is None or first.kind not in _CITES or not first.target:
        return ()
    whole = first.written.whole
    between = text[span.end : whole.start]
    if not _speaks_behind().fullmatch(between):
        return ()
    rest = text[whole.end : max(whole.end, context.sentence_at(whole.start).end)]
    negators = _negators(context, draft.language)
    if not negators.isdisjoint(word.lower() for word in re.findall(r"[^\W\d_]+", f"{between} {rest}")):
        return ()
    return (first.target,)


REACH_BEHIND = 70
"""Characters behind a quotation within which the provision begins that it is said to be of."""


@lru_cache(maxsize=1)
def _speaks_behind() -> re.Pattern[str]:
    """Marks alone, or a few words one of which lets a provision speak."""
    so = (
        r"so|thus|whole|full|text|wording|rule|words|voilà|ainsi|telle?|texte|termes|wortlaut|also|tak|taka|brzmienie|treść"
        r"|tokia|taip|formuluotė|tekstas|tā|tāds|šādi|teksts|так|таков|такова|текст"
    )
    word = r"[^\W\d_]{1,14}['’]?"
    return re.compile(
        rf"[\s\"”“»'’.,;:–—*_|-]*+(?:(?:{word}\s){{0,4}}?(?:{_SAYS}|{so}|is|est|ist|jest|yra|ir|это)\b(?:\s{word}){{0,3}}[\s,:–—-]*+)?",
        re.IGNORECASE,
    )


def _negators(context: Context, language: str) -> frozenset[str]:
    words = context.registers.membership_words(language).get("negators", ())
    return frozenset(word for some in words for word in some.split("|"))


def _bracket_behind(text: str, span: Span) -> bool:
    """Whether brackets open straight behind the closing mark: where the words are from."""
    return text[span.end : span.end + 4].lstrip("'\".,; ").startswith("(")


def _heading_above(draft: Draft, start: int) -> Span | None:
    """The heading above the paragraph that begins with the words at *start*; ``None`` where it has none."""
    blocks = draft.document.blocks or ()
    place = draft.document.begun_by(start) - 1
    if place < 0:
        return None
    here = blocks[place].span
    text = draft.document.text
    line = text.find("\n", here.start, start)
    if line != -1 and not text[line:start].strip(_MARKS_BEFORE):
        first = Span(here.start, line)
        return first if _is_heading(draft, first) else None
    if place == 0 or text[here.start : start].strip(_MARKS_BEFORE):
        return None
    above = blocks[place - 1]
    return above.span if above.kind == "heading" or _is_heading(draft, above.span) else None


def _provisions(draft: Draft, place: Span) -> list[str]:
    return [citation.target for citation in draft.citations_in(place) if citation.kind in _CITES and citation.target]


def _of_the_instrument(draft: Draft, named_in: Span, place: Span) -> list[str]:
    """
    The articles at *place* of the one instrument that the words before a quotation name, where neither names another:
    "The Convention against Torture goes as far: “…” (Article 3(1))"; "The Convention, done at Geneva on 28 July 1951,
    in its Article 33".
    """
    before = draft.citations_in(named_in)
    instruments = {one.target for one in before if one.kind == "instrument" and one.target}
    if len(instruments) != 1 or any(one.kind in _CITES and one.target for one in before):
        return []
    (instrument,) = instruments
    bare = (one for one in draft.citations_in(place) if one.kind == "provision" and not one.written.part("instrument"))
    articles = [part.value for one in bare if (part := one.written.part("article")) is not None]
    return [f"{instrument}:{article}" for article in articles]


def _speaking(draft: Draft, lead_in: Span) -> str:
    """
    The provision that is the last thing named before a quotation, with a verb that lets it speak itself, or nothing;
    where it was published and what it is called from here on may stand in brackets between, or between commas:
    "Article 3, scheduled to the Human Rights Act 1998, says".
    """
    around = draft.citations_in(lead_in)
    if not around or any(one.kind not in ("provision", "instrument", "national-statute") for one in around):
        return ""
    text = draft.document.text
    provisions = [one for one in around if one.kind == "provision"]
    if not provisions:
        return ""
    last = max(provisions, key=lambda one: one.written.whole.end)
    behind = last.written.whole.end
    brackets = [Span(*found.span()) for found in _brackets().finditer(text, behind, lead_in.end)]
    if any(one.start >= behind and not any(each.start < one.start < each.end for each in brackets) for one in around):
        return ""
    between = _brackets().sub("", text[behind : lead_in.end])
    return (last.target or "") if _provides().fullmatch(between) is not None else ""


@lru_cache(maxsize=1)
def _brackets() -> re.Pattern[str]:
    """Brackets, and what stands between two commas."""
    return re.compile(r"\s?\([^()]{0,200}\)|,\s[^,;:()\"]{3,90},(?=\s)")


# Verbs with which a provision speaks.
_SAYS = (
    r"provides|states|stipulates|reads|says|prohibits|guarantees|prescribes|dispose|prévoit|énonce|stipule"
    r"|lautet|bestimmt|besagt|stanowi|przewiduje|głosi|brzmi|гласит|предусматривает|устанавливает|передбачає|встановлює"
    r"|skelbia|nustato|numato|nosaka|paredz|noteic|sätestab|ütleb|kuuluu|säätää|lyder|föreskriver|stadgar|bepaalt|luidt"
    r"|dispone|establece|reza|prevede|stabilisce|recita|ορίζει|προβλέπει|kimondja"
)


@lru_cache(maxsize=1)
def _provides() -> re.Pattern[str]:
    says = _SAYS
    how = (
        r"that|as\sfollows|in\sfull|clearly|expressly|que|wie\sfolgt|че|что|що|że|kad|ka|et|at|att|dat|che|następująco"
        r"|следующее|таке"
    )
    return re.compile(
        # "…, done at Geneva on 28 July 1951, provides": a day may stand between where a verb follows it.
        rf"(?:[^\".;:()]{{0,70}}?\d{{4}}(?:\s?(?:r|m|г|р|года|року|roku)\.?)?(?=[\s,]{{1,3}}(?:{says})\b))?"
        rf"[\s,)]*+(?:(?:{says})(?:,?\s(?:{how}))*)?[\s,:]*+[\"'\s>*]*+"
    )


def _likeliest(quotation: Wording, candidates: tuple[Passage, ...], pleaded: frozenset[str]) -> Passage:
    """
    The text that the author had before him: of those about equally alike, one of a provision that the draft pleads, and
    the one with the fewest differences.
    """
    most = max(passage.likeness for passage in candidates)

    def rank(passage: Passage) -> tuple[bool, bool, int, float]:
        article = passage.target.partition("(")[0]
        instrument = article.rpartition(":")[0]
        differences = sum(1 for _ in changes_in(quotation, passage))
        return article in pleaded, instrument in pleaded, -differences, passage.likeness

    return max((passage for passage in candidates if passage.likeness >= most - ABOUT_EQUAL), key=rank)


def _pleaded(draft: Draft) -> frozenset[str]:
    """The articles and the instruments that the draft cites."""
    articles = {citation.target.partition("(")[0] for citation in draft.citations if citation.target}
    return frozenset(articles | {article.rpartition(":")[0] for article in articles})


def _faults(
    quotation: Wording,
    attribution: _Attribution,
    candidates: tuple[Passage, ...],
    library: Library,
    pleaded: frozenset[str],
) -> Iterator[tuple[str, Change, Passage]]:
    named = [
        passage
        for passage in candidates
        if any(under(passage.target, target) or under(target, passage.target) for target in attribution.targets)
    ]
    exact = [passage for passage in candidates if passage.likeness == 1.0 and not any(changes_in(quotation, passage))]
    if any(passage in exact for passage in named) or (exact and not (attribution.targets and attribution.sure)):
        return  # the words are those of a provision, and nothing says that another one was meant
    if not exact and in_places(quotation, candidates) is not None:
        return  # dots between words of two paragraphs
    splice = spliced(quotation, candidates) if not exact else None
    if splice is not None:
        yield "spliced", splice[0], splice[1]
        return
    best_named = max(named, key=lambda passage: passage.likeness, default=None)
    best = exact[0] if exact else _likeliest(quotation, candidates, pleaded)
    if attribution.targets and not library.has_in(attribution.targets[0], best.official.language):
        # Two treaties say the same: without the text of the one that is cited, the other's says nothing of it. One that
        # has almost the same words under the same number is the one that is meant; an act that was recast has them too.
        named_one = attribution.targets[0]
        alike = best.likeness >= CLOSE and quotation.length >= FEWEST_WORDS_OF_ANOTHER
        if alike and not named_one.startswith("EU:") and _number_of(named_one) == _number_of(best.target):
            yield from _changed(quotation, best)
        return
    if best_named is not None and best_named.likeness >= (
        TRANSLATED if best_named.official.translation else ATTRIBUTED
    ):
        # Where another provision has the very words and the named one does not, the name is the slip.
        if exact and best_named.likeness < 0.9:
            yield "other-provision", Change.whole(best, named=best_named.target), best
            return
        yield from _changed(quotation, best_named)
        return
    if quotation.length < FEWEST_WORDS_UNATTRIBUTED:
        return
    if attribution.targets and attribution.sure:
        known = [target for target in attribution.targets if library.has(target)]
        if known and best.likeness >= 0.9:
            yield "other-provision", Change.whole(best, named=known[0]), best
    elif best.likeness >= CLOSE and not attribution.elsewhere:
        yield from _changed(quotation, best)


def _changed(quotation: Wording, passage: Passage) -> Iterator[Fault]:
    """Where the quotation parts from the text; nothing where it does so as another translation would."""
    changes = tuple(changes_in(quotation, passage))
    if passage.official.translation and (
        len(changes) > MOST_SLIPS
        or any(one.fault != "cut" and max(_many(one.written), _many(one.official)) > LONGEST_SLIP for one in changes)
    ):
        return
    yield from ((change.fault, change, passage) for change in changes)


def _many(words: str) -> int:
    return words.count(" ") + 1


def _number_of(target: str) -> str:
    """The number of an article: "33" of ``CSR51:33(1)``."""
    return target.rpartition(":")[2].partition("(")[0]


def _finding(rule: Rule, fault: str, change: Change, passage: Passage, span: Span, context: Context) -> Finding:
    title = context.registers.title(passage.target)
    official = passage.official
    # What another edition may have is no ground for an error; a wording that nobody has held against a print may itself
    # be wrong, and is a reason to look, no more.
    severity = "warning" if rule.severity == "error" and official.translation else None
    if not official.verified:
        severity = "note"
    named = (title or passage.target) + (
        " (a translation, of which other editions may differ)" if official.translation else ""
    )
    unread = "" if official.verified else " (in a wording held from memory, which was not verified)"
    values = {
        "written": change.written,
        "official": change.official,
        "provision": f"{title or passage.target}{unread}",
        "other": context.registers.title(change.named) if change.named else "",
        "missing": change.official,
        "has": f"has “{change.official}”" if change.official else "does not have these words",
    }
    return found(
        rule,
        span if fault in _WHOLE else change.span,
        values,
        because=[Evidence(f"{named}: “{_short(official.text)}”", official.source)],
        severity=severity,
        target=passage.target,
        related=() if fault in _WHOLE else (span,),
        replacement=change.replacement,
        edit_span=change.edit,
    )


def _of_list(rule: Rule, difference: quoted_lists.Difference, target: str, span: Span, context: Context) -> Finding:
    """What a list between quotation marks has too much or too little."""
    names = [member.partition(":")[0] for member in listed(rule, "members")]
    enumerated = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    left = difference.left_out
    values = {
        "written": difference.written,
        "official": enumerated,
        "provision": context.registers.title(target) or target,
        "missing": left,
        "other": "",
        "has": f"“{left}” is left out of it" if left else f"it does not have “{difference.written}”",
    }
    because = [Evidence(f"In every language: {enumerated}.", "the authentic texts, see the rule")]
    return found(rule, difference.place, values, because=because, target=target, related=(span,))


_WHOLE = frozenset(("other-provision", "not-there"))
"""Faults of a quotation as a whole."""


def _short(text: str) -> str:
    return text if len(text) <= 400 else text[:400].rsplit(" ", 1)[0] + " …"
