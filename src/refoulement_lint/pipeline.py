"""
The pipeline; read this file first.

    read → find → resolve → facts → arguments → check → report

One function for each arrow, each taking the value before and giving a new frozen one. What lives longer than one
document is the `Engine` of ``engine.py``: opened once, read-only, passed in.
"""

from __future__ import annotations

import gc
import threading
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import evolve

from refoulement_lint import checks
from refoulement_lint.arguments import Argument, treat
from refoulement_lint.carry_over import citations_in_source, in_source, placed
from refoulement_lint.checks.kinds import KINDS
from refoulement_lint.corpus.opening import used_corpus
from refoulement_lint.corpus.search import suggest as rank
from refoulement_lint.corpus.search import weight_of
from refoulement_lint.engine import Engine, Owner, Reader, open_engine
from refoulement_lint.facts.finder import find_facts
from refoulement_lint.folding import words_of
from refoulement_lint.forum import guess
from refoulement_lint.language import language_of
from refoulement_lint.model import (
    Authority,
    Block,
    Citation,
    CorpusUsed,
    Document,
    DocumentError,
    DocumentReport,
    Draft,
    Finding,
    Fix,
    HeldText,
    Quotation,
    Report,
    Support,
    Written,
)
from refoulement_lint.phrases import Matches, Phrasebook
from refoulement_lint.places import DECISIONS
from refoulement_lint.references import Situation, destinations
from refoulement_lint.registers.compare import resolve
from refoulement_lint.registers.opening import as_they_stand
from refoulement_lint.scan import fold
from refoulement_lint.styles import HOUSE, style_of
from refoulement_lint.version import VERSION

if TYPE_CHECKING:
    from refoulement_lint.checks import Context
    from refoulement_lint.corpus.held import Corpus
    from refoulement_lint.facts.details import Circumstances

# How much text is scanned at a time, in characters: large enough that pages cost nothing, small enough for memory.
PAGE = 200_000

# A longer text is no name of a case, but may have citations in it.
LONGEST_CITATION = 1_000

# The days of the facts that somebody may state, beside the day of the law.
DATES = ("application", "decision", "removal")

# The last day on which every State that was ever a party to the European Convention was one.
BEFORE_RUSSIA_LEFT = date(2022, 9, 15)

# Citations whose words are the name of an act.
ACTS = frozenset({"instrument", "provision", "national-statute"})

# Who reads the matches of a phrase, by the role under which its owner gave it out; those of rules each rule by itself.
READERS = {
    **dict.fromkeys(("cue", "told", "beside", "unless", "weak", "aside", "others"), "fact"),
    **dict.fromkeys(("made", "asked", "calls", "spares", "not-core", "not-before", "waived"), "argument"),
    "forum": "forum",
}
Sorted = defaultdict[str, Matches[Owner]]


# --- the arrows -------------------------------------------------------------------------------------------------------


def find(document: Document, reader: Reader) -> tuple[tuple[Written, ...], Sorted]:
    """
    One pass of the automaton, page by page, then: every citation as written, and every phrase that stands in the
    draft, sorted out by who reads it: one of `READERS`, or a rule's parameter (``checks.owner``).
    """
    matches: Sorted = defaultdict(Matches)

    def pages() -> Iterator[tuple[int, str]]:
        for start, end, blocks in _pages(document):
            page = document.text[start:end]
            for match in reader.phrases.matches(page, blocks, at=start, also=reader.told):
                role, owner = match.key
                matches[READERS.get(role, owner)].add(match)
            yield start, fold(page).replace("\n", " ")

    hits = reader.scan.hits(pages())
    return reader.grammar.find(document, hits), matches


def _pages(document: Document) -> Iterator[tuple[int, int, tuple[Block, ...]]]:
    """
    The document in pieces of whole blocks, so that the hits of one piece are gone before the next is read.

    A document without blocks, or one endless block, is a page of its own.
    """
    start = 0
    held: list[Block] = []
    for block in document.blocks:
        if block.span.start - start > PAGE and held:
            yield start, block.span.start, tuple(held)
            start, held = block.span.start, []
        held.append(block)
    yield start, len(document.text), tuple(held)


def draft_of(
    document: Document,
    engine: Engine,
    *,
    forum: str | None = None,
    state: str | None = None,
    on: date | None = None,
    dates: Mapping[str, date] = MappingProxyType({}),
) -> tuple[Draft, Sorted]:
    """
    Everything known about the document before anything is said about it, in the offsets of its reading; and the matches
    that the rules' checks read.

    *dates* are days of the facts, under the names of `DATES`; they win over those of the draft's front matter.
    """
    options = document.options
    day = on or _day(options.get("on")) or date.today()
    language = language_of(document.text, engine.languages)
    reader = engine.reader(language, document.text)
    written, matches = find(document, reader)
    citations = placed(document, resolve(written, engine.registers, day))
    del written  # all in the citations, as are the matches of facts in the facts: a long draft has thousands
    acts = (citation.written.whole for citation in citations if citation.kind in ACTS)
    facts = find_facts(
        document,
        matches.pop("fact", ()),
        engine.facts_in(reader.telling.language),
        reader.telling,
        engine.registers.states.countries,
        acts,
        (citation.span for citation in citations),
        (citation.written.whole for citation in citations if citation.authority is not None),
    )
    guessed = guess(
        document,
        citations,
        matches.pop("forum", ()),
        engine.forums,
        engine.registers.states.codes,
        lambda named: engine.registers.membership("ECHR", named, BEFORE_RUSSIA_LEFT).verdict == "bound",
        engine.registers.states.stems,
    )
    forum_from = "option" if forum else "config" if options.get("forum") else "guessed"
    state_from = "option" if state else "config" if options.get("state") else "guessed"
    forum = forum or options.get("forum") or guessed.forum
    state = state or options.get("state") or guessed.state
    treatments = treat(
        document,
        citations,
        facts,
        matches.pop("argument", ()),
        engine.arguments,
        forum=forum,
        forum_is_guessed=forum_from == "guessed",
        state=state,
        bound=lambda key: not state or engine.registers.membership(key, state, day).verdict != "not-bound",
        names=_naming(document, language, citations, engine),
        headed=engine.headed,
    )
    draft = Draft(
        document=document,
        citations=citations,
        facts=facts,
        treatments=treatments,
        language=language,
        forum=forum,
        forum_from=forum_from,
        state=state,
        state_from=state_from,
        on=day,
        dates={
            name: found for name in DATES if (found := dates.get(name) or _day(options.get(f"{name}-date"))) is not None
        },
    )
    return draft, matches


def findings_of(draft: Draft, engine: Engine, matches: Sorted) -> tuple[tuple[Finding, ...], tuple[Quotation, ...]]:
    """
    What every check of every rule that speaks in this draft has to say, in the order of the text; and what came of
    its quotations.
    """
    context = _context(draft, engine, matches)
    found: list[Finding] = []
    for kind, rules in engine.checks.items():
        speaking = tuple(rule for rule in rules if rule.speaks_in(draft.language, draft.forum, draft.state))
        if speaking:
            found.extend(KINDS[kind].check(draft, speaking, context))
    found.sort(key=lambda finding: (finding.span, finding.rule, finding.message))
    quotations: tuple[Quotation, ...] = ()
    if context.quoted:
        from refoulement_lint.checks.quotation import quoted_in  # loaded by its check

        quotations = tuple(one.told for one in quoted_in(context))
    text = draft.document.text
    return checks.with_fingerprints(checks.in_its_letters(found, text), text), quotations


def check(
    document: Document,
    engine: Engine,
    *,
    forum: str | None = None,
    state: str | None = None,
    on: date | None = None,
    dates: Mapping[str, date] = MappingProxyType({}),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> DocumentReport:
    """
    The report on one document, all spans in its own offsets.

    *select* and *ignore* name rules or families; they are applied here, after every check has said what it has to say.
    """
    with _nothing_in_circles():
        draft, matches = draft_of(document, engine, forum=forum, state=state, on=on, dates=dates)
        found, quotations = findings_of(draft, engine, matches)
        findings = tuple(one for one in found if _wanted(one.rule, tuple(select), tuple(ignore)))
        return in_source(draft, _in_style(findings, draft, engine), _titles(draft, engine, quotations), quotations)


@contextmanager
def _nothing_in_circles() -> Iterator[None]:
    """
    No search for circular garbage: frozen values make none, and to look half a million of them through again and again
    takes a seventh of the time of a document of 10 MB, a twentieth of one of 1 MB.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def suggestions(
    document: Document,
    engine: Engine,
    *,
    top: int = 10,
    forum: str | None = None,
    state: str | None = None,
    on: date | None = None,
) -> tuple[Support, ...]:
    """Authorities and provisions that would support the draft, best first, those against it labelled."""
    draft, _ = draft_of(document, engine, forum=forum, state=state, on=on)
    cited = _citing(draft, engine)
    return tuple(cited(support) for support in _ranked(draft, engine, top))


# --- the verbs of the library -----------------------------------------------------------------------------------------


def lint(
    *drafts: str | Path | Document,
    forum: str | None = None,
    state: str | None = None,
    on: date | str | None = None,
    dates: Mapping[str, date] = MappingProxyType({}),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Iterable[str | Path] = (),
    registers: str | Path | None = None,
    corpus: str | Path | None = None,
) -> Report:
    """
    Read the drafts and say what is wrong, what is missing and what would support them.

    Args:
        drafts: Paths of drafts or of folders, or documents already read.
        forum: ``ecthr``, ``ecthr-rule39``, ``cjeu``, ``cat``, ``hrc``, ``crc``, ``national``, ``unhcr-submission`` or
            ``ngo-report``; guessed from the draft when not given, and said so.
        state: Respondent State, ISO 3166 alpha-3; guessed likewise.
        on: The law date, a date or ISO text; today when not given.
        dates: Days of the facts: ``application``, ``decision``, ``removal``.
        select: Rules or families to report; all when empty.
        ignore: Rules or families to leave out.
        rules: Folders of your own rules.
        registers: The file of registers that you added, ``"none"`` to leave them out; where the command line keeps it
            when not given.
        corpus: Your own corpus: a file or a PostgreSQL address; the one in your user data, where you have made one,
            when not given, and none for ``"none"``.

    Returns:
        The report; iterating gives its findings.

    Raises:
        DocumentError: If the only draft cannot be read, or a folder cannot be listed. Of several drafts, or a folder of
            them, one that cannot be read is in the report, not complete, with the reason in ``error``.
        CorpusError: If the corpus cannot be opened.
        RegisterError: If the registers cannot be opened.
        RuleError: If one of your own rules has a mistake.
    """
    rules, held = tuple(rules), used_corpus(None if corpus is None else str(corpus))
    engine = open_engine(rules, registers, held) if rules or held is not None else _kept(registers)
    day = _day(on) if isinstance(on, str) else on
    select, ignore = tuple(select), tuple(ignore)
    several = len(drafts) > 1 or any(not isinstance(draft, Document) and Path(draft).is_dir() for draft in drafts)

    def one(draft: str | Document) -> DocumentReport:
        try:
            document = _read(draft)
        except DocumentError as error:
            if not several:
                raise
            return DocumentReport(path=str(draft), complete=False, error=str(error))
        return check(document, engine, forum=forum, state=state, on=day, dates=dates, select=select, ignore=ignore)

    return report(engine, (one(each) for draft in drafts for each in _walked(draft)), day or date.today())


def report(engine: Engine, documents: Iterable[DocumentReport], on: date) -> Report:
    """The documents' reports as one, with the registers, the corpus and the law date they rest on."""
    registers = engine.registers
    return Report(
        version=VERSION,
        on=on,
        edition=registers.edition,
        sha256=registers.sha256,
        coverage=registers.coverage,
        documents=tuple(documents),
        added=registers.added,
        corpus=None if engine.corpus is None else CorpusUsed(engine.corpus.place, *engine.corpus.count()),
    )


def find_citations(text: str, *, registers: str | Path | None = None) -> tuple[Citation, ...]:
    """
    Every citation in a text, with what it means and what the registers say of it; *registers* as of `lint`.

    Offsets count code points of *text* as given.
    """
    from refoulement_lint.formats import markdown

    engine = _kept(registers)
    document = markdown.of(text)
    reader = engine.reader(language_of(document.text, engine.languages), document.text)
    written, _ = find(document, reader)
    citations = placed(document, resolve(written, engine.registers, date.today()))
    return citations_in_source(document, citations)


def look_up(text: str, *, registers: str | Path | None = None) -> tuple[Authority, ...]:
    """
    What the registers know of one citation, in any form: a name, a number, an ECLI, a target key, a provision.

    Args:
        text: The citation.
        registers: As of `lint`; an authority that rests on an added register has its name in ``added``.

    Returns:
        Authorities, best first, each with its source and, where its publisher is known, the address of its page; empty
        when the registers know nothing of it, which does not mean that it does not exist.
    """
    held = _kept(registers).registers
    text = text.encode("utf-8", "replace").decode()  # of bytes that are no text a shell makes half characters
    whole = held.look_up(text) if len(text) <= LONGEST_CITATION else ()
    rows = whole or tuple(row for target in targets_in(text, registers) for row in held.look_up(target))
    return tuple(
        row if row.link else evolve(row, link=held.links.of(row.target, row.ecli)) for row in dict.fromkeys(rows)
    )


def targets_in(text: str, registers: str | Path | None = None) -> tuple[str, ...]:
    """The target of every citation in *text*, each once, in the order of the text."""
    found = find_citations(text, registers=registers)
    return tuple(dict.fromkeys(citation.target for citation in found if citation.target))


# A script asks of one paragraph after another: what the last call in this thread opened is kept for the next.
_OPENED = threading.local()


def _kept(registers: str | Path | None) -> Engine:
    """What `open_engine` opens with our rules only; opened anew where a file of the registers has changed."""
    engine: Engine
    if hasattr(_OPENED, "engine") and _OPENED.of == (registers, as_they_stand(registers)):
        engine = _OPENED.engine
    else:
        engine = open_engine(registers=registers)
        _OPENED.of, _OPENED.engine = (registers, as_they_stand(registers)), engine
    return engine


# --- behind the arrows ------------------------------------------------------------------------------------------------


def _walked(draft: str | Path | Document) -> Iterable[str | Document]:
    """The draft itself, or the drafts in the folder that it is."""
    from refoulement_lint import formats

    if isinstance(draft, Document):
        return (draft,)
    return formats.walk(str(draft), without=formats.not_installed()) if Path(draft).is_dir() else (str(draft),)


def _read(draft: str | Document) -> Document:
    from refoulement_lint import formats

    return draft if isinstance(draft, Document) else formats.read(draft)


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _naming(document: Document, language: str, citations: Iterable[Citation], engine: Engine) -> Callable[[str], bool]:
    """
    Whether the draft names a State, by its code; an ending more or less is the same name: "Iranian", "Białorusi". The
    name of a case names none, nor does a language: "Khasanov v. Russia", "he said in Russian".
    """
    telling = engine.telling(language)
    text = document.text
    cases = sorted(citation.written.whole for citation in citations if citation.kind in DECISIONS)

    def is_meant(place: int) -> bool:
        before = bisect_right(cases, place, key=attrgetter("start")) - 1
        return (before < 0 or place >= cases[before].end) and not telling.is_of_a_language(text, place)

    @cache
    def names(code: str) -> bool:
        begin = {name[: max(4, len(name) - 1)] for name, of in engine.registers.states.countries.items() if of == code}
        begin |= telling.forms_of(code)
        return not begin or any(
            is_meant(place)
            for name in begin
            for written in _in_any_case(name)
            for place in _beginnings_of_words(written, text)
        )

    return names


def _in_any_case(name: str) -> set[str]:
    """As a name is written: a long text is sooner searched for a few plain words than without regard to case."""
    return {name, name.capitalize(), name.title(), name.upper()}


def _beginnings_of_words(name: str, text: str) -> Iterator[int]:
    """Where a word of *text* begins so."""
    place = text.find(name)
    while place >= 0:
        if place == 0 or not text[place - 1].isalnum():
            yield place
        place = text.find(name, place + 1)


def _context(draft: Draft, engine: Engine, matches: Sorted) -> Context:
    """What the checks may ask: the registers, the places of their phrases, and support for an argument."""
    ranked: dict[str, tuple[Support, ...]] = {}
    by_id = {argument.id: argument for argument in engine.arguments}
    speaking: list[Callable[[str], frozenset[str]]] = []
    here: list[Situation] = []

    def support(name: str) -> tuple[Support, ...]:
        if name not in ranked and name in by_id:
            argument = by_id[name]
            if not here:
                here.append(Situation.of(draft, _naming(draft.document, draft.language, draft.citations, engine)))
            ranked[name] = _nearest_first(argument.support(engine.registers, here[0]), draft)
            if engine.corpus is not None:
                if not speaking:
                    speaking.append(_speaking(draft, engine, engine.arguments))
                from refoulement_lint.corpus import excerpts  # only who has a corpus waits for it

                point = _point(argument, draft)
                ranked[name] += excerpts.on_argument(point, engine.corpus, speaking[0], f"argument:{name}")
        return ranked.get(name, ())

    def adverse(target: str, name: str = "") -> Support | None:
        # Without a name that of an argument which the draft calls for, before any other.
        treated = [treatment.id for treatment in draft.treatments]
        named = [name] if name else dict.fromkeys((*treated, *by_id))
        offered = (by_id[each].adverse(target, engine.registers) for each in named if each in by_id)
        return next((one for one in offered if one is not None), None)

    @cache
    def named() -> Circumstances:
        from refoulement_lint.facts.details import Circumstances  # few drafts say whom another case was about

        return Circumstances(words=engine.telling(draft.language).details, states=engine.registers.states.countries)

    return checks.Context(
        registers=engine.registers,
        matches=matches,
        readings=engine.registers.wording.readings,
        asked=engine.asked,
        document=draft.document,
        support=support,
        adverse=adverse,
        held=None if engine.corpus is None else _held(engine.corpus),
        titled=None if engine.corpus is None else _titled(engine.corpus),
        peoples=lambda words: named().peoples(words),
    )


def _nearest_first(supports: tuple[Support, ...], draft: Draft) -> tuple[Support, ...]:
    """Those for the draft before those against it, and each kind by how much the court counts in the draft's forum."""

    def order(support: Support) -> tuple[bool, float]:
        return support.side == "against", -weight_of(support.target.partition(":")[0], draft.forum, draft.state)

    return tuple(sorted(supports, key=order))


def _held(corpus: Corpus) -> Callable[[str], tuple[HeldText, ...]]:
    """What gives the held texts of a decision, each read once for a draft."""
    from refoulement_lint.corpus.held import texts_of

    known: dict[str, tuple[HeldText, ...]] = {}

    def held(target: str) -> tuple[HeldText, ...]:
        if target not in known:
            known[target] = texts_of(corpus, target)
        return known[target]

    return held


def _titled(corpus: Corpus) -> Callable[[str], tuple[str, ...]]:
    """What finds the titles of documents that are no decisions in some words, the longest first."""
    from refoulement_lint.corpus.held import titles_of

    known: list[tuple[tuple[str, str], ...]] = []  # read when the first quotation asks

    def titled(text: str) -> tuple[str, ...]:
        if not known:
            known.append(titles_of(corpus))
        said = f" {' '.join(words_of(text))} "
        named = [(title, target) for title, target in known[0] if f" {title} " in said]
        return tuple(target for _, target in sorted(named, key=lambda one: (-len(one[0]), one[1])))

    return titled


def _ranked(draft: Draft, engine: Engine, top: int) -> tuple[Support, ...]:
    counts: dict[str, int] = {}
    for fact in draft.facts:
        if fact.passing:
            continue
        counts[fact.id] = counts.get(fact.id, 0) + 1
    own: dict[str, Any] = {}
    if engine.corpus is not None:
        # What a forum expects of everybody says nothing about this draft.
        treated = {treatment.id for treatment in draft.treatments if treatment.called_for_by}
        asked = [argument for argument in engine.arguments if argument.id in treated]
        own = {
            "corpus": engine.corpus,
            "points": {argument.id: _point(argument, draft) for argument in asked},
            "speaks_of": _speaking(draft, engine, asked),
        }
    return rank(
        draft.document.text,
        facts=counts,
        arguments={treatment.id: treatment.treatment for treatment in draft.treatments},
        cited=frozenset(citation.target for citation in draft.citations if citation.target),
        forum=draft.forum,
        state=draft.state,
        on=draft.on,
        sent_to=destinations(draft.facts, draft.state),
        names=_naming(draft.document, draft.language, draft.citations, engine),
        registers=engine.registers,
        top=top,
        **own,
    )


def _point(argument: Argument, draft: Draft) -> str:
    """What an argument asks, and what the draft tells for it: by this the user's own corpus is searched."""
    calling = argument.called_for_by(frozenset(fact.id for fact in draft.facts))
    told = " ".join(fact.text for fact in draft.facts if fact.id in calling)
    return f"{argument.title} {argument.question} {told}"


def _speaking(draft: Draft, engine: Engine, arguments: Iterable[Argument]) -> Callable[[str], frozenset[str]]:
    """
    What says of a paragraph which of the *arguments* it speaks of, and which of the facts that the draft tells: by the
    phrases by which they are found in a draft.
    """
    told = {fact.id for fact in draft.facts}
    phrases = [(f"argument:{argument.id}", phrase) for argument in arguments for phrase in argument.operative]
    phrases += [
        (f"fact:{pattern.id}", phrase)
        for pattern in engine.facts
        if pattern.id in told
        for cues in pattern.cues.values()
        for phrase in cues
    ]
    book = Phrasebook(phrases, engine.registers.wording.readings)

    @cache
    def speaks_of(text: str) -> frozenset[str]:
        return frozenset(match.key for match in book.matches(text))

    return speaks_of


def _in_style(findings: tuple[Finding, ...], draft: Draft, engine: Engine) -> tuple[Finding, ...]:
    """The findings with what they offer cited as the draft cites."""
    cited = _citing(draft, engine)

    def mended(finding: Finding) -> Fix | None:
        """The fix, in which a whole citation that is put in place of a short form is the draft's own too."""
        row = engine.registers.authority(finding.target) if finding.fix and finding.target else None
        if finding.fix is None or row is None:
            return finding.fix
        edits = (
            edit._replace(replacement=cited(Support(row.target, row.citation, "", "")).citation)
            if edit.replacement == row.citation
            else edit
            for edit in finding.fix.edits
        )
        return finding.fix._replace(edits=tuple(edits))

    return tuple(
        evolve(finding, support=tuple(cited(support) for support in finding.support), fix=mended(finding))
        if finding.support or finding.fix
        else finding
        for finding in findings
    )


def _citing(draft: Draft, engine: Engine) -> Callable[[Support], Support]:
    """What turns the citation of a support into the draft's own style."""
    registers = engine.registers
    style = style_of(draft.document.text, draft.language, draft.forum, engine.styles)
    if style.id == HOUSE:
        return lambda support: support

    def cited(support: Support) -> Support:
        authority = registers.authority(support.target)
        if support.corpus and (authority is None or authority.citation != support.citation):
            return support  # the file is not the judgment that the register has under that number
        if authority is None:
            return support
        rests_on = tuple(cited(one) for one in support.answered_by)
        return support._replace(citation=style.cite(authority, registers.states.name_in), answered_by=rests_on)

    return cited


def _titles(draft: Draft, engine: Engine, quotations: tuple[Quotation, ...]) -> dict[str, str]:
    """How what the draft's treatments name is printed, and whose words could not be compared."""
    named = {target for one in draft.treatments for target in (*one.authorities_cited, *one.adverse_unmet)}
    titles = {target: engine.registers.title(target) for target in sorted(named)}
    # Of a national statute nobody has a better name here than the draft.
    written = {one.target: " ".join(one.text.split()) for one in draft.citations}
    for target in (one.target for one in quotations if one.verdict == "no-source"):
        title = engine.registers.title(target)
        titles[target] = title if title != target else written.get(target, target)
    for citation in reversed(draft.citations):
        # What no register has, a number that is wrong, is named in the draft's own words.
        if citation.target in titles and titles[citation.target] in (citation.target, _as_written(citation)):
            titles[citation.target] = _as_written(citation)
    treated = {one.id for one in draft.treatments}
    called = {fact for one in draft.treatments for fact in one.called_for_by}
    titles |= {f"argument:{one.id}": one.title for one in engine.arguments if one.id in treated}
    return titles | {f"fact:{one.id}": one.title for one in engine.facts_in(draft.language) if one.id in called}


def _as_written(citation: Citation) -> str:
    return f"{'no. ' if citation.kind == 'appno' else ''}{citation.text} (as written)"


def _wanted(rule: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    names = {rule, rule.partition("/")[0]}
    return (not select or bool(names & set(select))) and not names & set(ignore)
