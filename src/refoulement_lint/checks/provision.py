"""Does the provision exist, is it in the instrument named, and is the State bound by it?"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from refoulement_lint.checks import Context, day_in_words, found, listed, under
from refoulement_lint.days import Day, days_in
from refoulement_lint.model import Citation, Draft, Evidence, Finding, Span
from refoulement_lint.rule import Parameter, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KIND = "provision"

_ON_STATES = frozenset(("said-bound", "said-free", "bound-since"))
STRUCTURE = ("no-such-article", "no-such-paragraph", "no-such-point", "unnumbered")
FAULTS = (
    *STRUCTURE, "wrong-instrument", "wrong-article", "not-bound", "wrong-date", "act-number", "act-exchanged",
    "wrong-year", "wrong-subject", *sorted(_ON_STATES),
)  # fmt: skip
PARAMETERS: Mapping[str, Parameter] = {
    "fault": Parameter("texts", FAULTS, required=True),
    "provisions": Parameter("texts"),
    "phrases": Parameter("asked"),
    "silenced_by": Parameter("asked"),
    "named_by": Parameter("asked"),
    "meant": Parameter("text"),
    "write": Parameter("text"),
    "instruments": Parameter("texts"),
    "by_day": Parameter("flag"),
    "left": Parameter("text", ("only", "no")),
    "made": Parameter("asked"),
    "bare": Parameter("flag"),
    "since": Parameter("day"),
    "ties": Parameter("texts"),
    "says": Parameter("texts"),
    "opens": Parameter("texts"),
    "asides": Parameter("texts"),
    "joins": Parameter("texts"),
    "heads": Parameter("texts"),
    "lays": Parameter("texts"),
    "clauses": Parameter("texts"),
    "inside": Parameter("texts"),
    "yields": Parameter("flag"),
    "points_back": Parameter("asked"),
    "in_paragraph": Parameter("flag"),
}
"""
*fault* ``wrong-instrument`` reads *provisions* (as cited), *phrases* (one must stand in the same sentence, when there
are any) and *meant*/*write*, the provision that the words belong to, in which ``{paragraph}`` stands for the
paragraph as cited; *named_by* are names of its instrument, beside which a bare article is left alone;
``said-bound``, ``said-free`` and ``bound-since`` are what a draft says of a State and a treaty (`checks/bound.py`);
*instruments* are the acts of the Union that no agreement has brought to other States.
``wrong-article`` reads the same for another article of the same instrument, near the citation and where it stands
alone; *yields* that a rule of ``wrong-instrument`` leaves to the table of subjects what that table knows;
*bare* says that nobody names the instrument beside that article,
*since* from which day on the article is another one; *left* says that States which were bound once
are looked at ``only``, or not at all (``no``), and *by_day* that the days told must lie after that; ``not-bound``
and ``wrong-date`` read *instruments*, the former *phrases* too, without which a treaty that is only named is left
alone, and with *bare* one of whose articles is cited as well;
``act-number`` is a number of an act of the Union beside the name of another;
``act-exchanged`` one that is not held and is another's with two digits exchanged, but for the acts in *instruments*,
which are known to be others. ``wrong-subject`` asks the table of subjects (`checks/subjects.py`): *instruments* are
those of which it knows every provision on a subject, *provisions* those that go with any subject, *ties* the words by
which a subject is tied to a provision, *says* those behind it that make the rest of the clause its content, *opens*
what may stand before these, *asides* what begins a clause between commas that is passed over, and *joins* what goes on
behind a comma; *heads* the words that a rule is told by at the beginning of a sentence, "the right to ...", and *lays*
those before the provision that lays it down; *clauses* begin another clause behind a subject;
*points_back* are words for a rule of the sentence before, "that prohibition"; *in_paragraph* says that the *phrases*
of ``wrong-instrument`` may stand anywhere in the paragraph of a provision whose instrument is named;
*inside* are a language, a treaty and the rest of its name, before which and behind one of *heads* its day may stand.
"""
PLACEHOLDERS = frozenset(
    {"written", "instrument", "exists", "nearest", "meant", "state", "date", "registered", "as_of", "subject"}
)

# What says that the date behind it is the one of adoption.
_ADOPTED = (
    "adopted", "adopted on", "adoptée le", "adopté le", "angenommen am", "opened for signature on",
    "signed at strasbourg on", "opened for signature at strasbourg on", "signé à strasbourg le",
)  # fmt: skip
# Between the name of a treaty and its date stand a comma, "of", "done at Geneva on"; more is another date's business.
REACH_OF_DATE = 130
# The number of an act and the bracket that its name stands in.
REACH_OF_NUMBER = 40
REACH_BEFORE = 60
# What is claimed of an article stands about as far from it as one clause is long.
REACH_OF_CLAIM = 170
# "Article 13 ECHR and likewise Article 46 of the Charter": the claim is of both.
REACH_OF_AND = 20
# "EKPC", "CEDH", "ICCPR"; "CONVENTION" in a heading is the word.
LONGEST_ABBREVIATION = 6


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """Findings about single provisions first; where one is under the wrong instrument, nothing more is said of it."""
    said: set[Span] = set()
    wrong_instrument = [rule for rule in rules if "wrong-instrument" in listed(rule, "fault")]
    for rule in wrong_instrument:
        if not rule.parameters.get("yields"):
            yield from _wrong_instrument(rule, draft, context, said)
    yield from _wrong_articles(rules, draft, context, said)
    for rule in rules:
        if "wrong-subject" in listed(rule, "fault"):
            yield from _wrong_subjects(rule, draft, context, said)
    for rule in wrong_instrument:
        if rule.parameters.get("yields"):
            yield from _wrong_instrument(rule, draft, context, said)
    by_fault = {fault: rule for rule in rules for fault in listed(rule, "fault")}
    for citation in draft.citations:
        if citation.span in said or _name_goes_on(citation, draft.document.text):
            continue
        for comparison in citation.compared:
            broken = by_fault.get(comparison.verdict) if comparison.part == "article" else None
            if broken is None:
                continue
            said.add(citation.span)
            title = context.registers.title(_instrument_of(citation.target or ""))
            values = {
                **_EMPTY,
                "written": citation.text,
                "instrument": title,
                "exists": comparison.registered.rstrip("."),
                "nearest": comparison.proposal,
            }
            yield found(
                broken,
                citation.span,
                values,
                because=[
                    Evidence(_told_of(title, comparison.registered), "the register of instruments"),
                    *_of_another_act(citation, comparison.verdict, draft, context),
                ],
                target=citation.target,
                replacement=comparison.proposal or _without_paragraph(citation, comparison.verdict),
                severity=_how_grave(citation, comparison.verdict),
            )
    pleaded: list[Span] = []
    for rule in rules:
        if "wrong-year" in listed(rule, "fault"):
            yield from _wrong_years(rule, draft, context)
        if "wrong-date" in listed(rule, "fault"):
            yield from _wrong_dates(rule, draft, context)
        if "not-bound" in listed(rule, "fault"):
            for finding in _not_bound(rule, draft, context):
                pleaded += (finding.span, *finding.related)
                yield finding
        if "act-number" in listed(rule, "fault"):
            yield from _act_numbers(rule, draft, context)
        if "act-exchanged" in listed(rule, "fault"):
            yield from _acts_exchanged(rule, draft, context)
    if any(not _ON_STATES.isdisjoint(listed(rule, "fault")) for rule in rules):
        from refoulement_lint.checks import bound

        yield from bound.check(rules, draft, context, pleaded)


def _how_grave(citation: Citation, verdict: str) -> str | None:
    """Points that were counted from memory are a reason to look, and no more; so is what is below a section."""
    if citation.status == "impossible":
        return None
    if citation.kind == "national-statute":
        return "note"
    return "warning" if verdict == "no-such-point" else None


def _told_of(title: str, says: str) -> str:
    return says if says.startswith(title) else f"{title}: {says}"


def _of_another_act(citation: Citation, verdict: str, draft: Draft, context: Context) -> Iterator[Evidence]:
    """
    The act that has such an article: one that the draft cites too, or one whose number is the next; the procedures
    directive is 2013/32 and the reception directive 2013/33.
    """
    if verdict != "no-such-article" or not (citation.target or "").startswith("EU:"):
        return
    act, _, provision = (citation.target or "").rpartition(":")
    year, _, number = act.removeprefix("EU:").partition("/")
    near = [f"EU:{year}/{int(number) + step}" for step in (-1, 1)] if number.isdecimal() else []
    targets = (other.target or "" for other in draft.citations)
    cited = [_instrument_of(target) for target in targets if target.startswith("EU:")]
    for other in dict.fromkeys([*near, *cited]):
        if other != act and context.registers.has_provision(other, provision):
            meant = context.registers.title(f"{other}:{provision}")
            yield Evidence(f"{meant} exists. Please see whether it is meant.", "the register of instruments")
            return


_EMPTY = dict.fromkeys(PLACEHOLDERS, "")


def _instrument_of(target: str) -> str:
    """
    The key of the instrument: ``CAT`` of ``CAT:3(1)``, ``EU:2013/32`` of ``EU:2013/32:6``, ``fr:CESEDA`` of a statute.
    """
    parts = target.split(":")
    return ":".join(parts[:2]) if parts[0] == "EU" or parts[0].islower() else parts[0]


@lru_cache(maxsize=1)
def _rest_of_a_name() -> re.Pattern[str]:
    """How the name of a treaty goes on behind "Convention" in the languages of the drafts."""
    return re.compile(
        r"\s(?:relat(?:ing|ed\sto|i[fv])|concern(?:ing|ant)|on\s(?!account\b|\d|the\s(?:ground|basis|part|one|facts)|th(?:is|at|ese|ose)\b"
        r"|(?:his|her|its|their|behalf|appeal)\b)|against\s(?!(?:the\sapplic|him|her|them)\b)|for\s(?:the\s)?(?:protect|prevent)"
        r"|of\s(?:19|20|\d|Geneva)|dotycz|genew|o\s[a-z]|w\ssprawie\s[a-ząćęłńóśźż]|z\s(?:dnia|\d)"
        r"|de\s(?:Gen|sauveg|19|20)|du\s\d|über\s|zum\sSch|vom\s\d|dėl\s)|(?<=ij[aiu])\spar\s|(?<=ijas)\spar\s"
    )


def _name_goes_on(citation: Citation, text: str) -> bool:
    """
    Whether only "Convention" was read of a longer name: then another instrument may be meant, and nothing is said.
    """
    instrument = citation.written.part("instrument")
    if instrument is None:
        return False
    name = text[instrument.span.start : instrument.span.end].strip()
    if " " in name or (name.isupper() and len(name) <= LONGEST_ABBREVIATION):
        return False  # "art. 39 EKPC o wstrzymanie": an abbreviation is a whole name
    return _rest_of_a_name().match(text, instrument.span.end) is not None


def _without_paragraph(citation: Citation, verdict: str) -> str | None:
    """ "Article 72 TFEU" for "Article 72(2) TFEU": where paragraphs have no numbers, the article alone is meant."""
    article = citation.written.part("article")
    if verdict != "unnumbered" or article is None or not citation.text.startswith(("Art", "art")):
        return None
    paragraph = re.compile(r"\s?(?:\(\d{1,2}\)|§\s?\d{1,2}|(?:ust\.|para(?:graph|\.)?|Abs\.)\s\d{1,2})")
    shorter = paragraph.sub("", citation.text, count=1)
    return shorter if shorter != citation.text else None


def _wrong_instrument(rule: Rule, draft: Draft, context: Context, said: set[Span]) -> Iterator[Finding]:
    provisions = listed(rule, "provisions")
    meant = rule.parameters.get("meant", "")
    for citation in draft.citations:
        if citation.kind != "provision" or not any(under(citation.target, written) for written in provisions):
            continue
        if _name_goes_on(citation, draft.document.text):
            continue
        sentence = context.sentence_at(citation.start)
        around = sentence
        if rule.parameters.get("in_paragraph"):
            block = draft.document.block_at(citation.start)
            if (
                citation.written.part("instrument") is None
                or block is None
                or block.kind in ("quotation", "authorities")
            ):
                continue
            around = block.span
        if "phrases" in rule.parameters and not context.said(rule, "phrases", around):
            continue
        if context.said(rule, "silenced_by", sentence) or citation.span in said:
            continue
        if citation.written.part("instrument") is None and context.said(rule, "named_by", sentence):
            continue  # a bare article, and the instrument that is meant stands in the sentence
        if any(under(other.target, meant) for other in draft.citations_in(sentence)):
            continue  # the right provision stands beside it: the sentence tells the two apart
        said.add(citation.span)
        title = context.registers.title(citation.target or "")
        paragraph = (citation.target or "").partition("(")
        below = "".join(paragraph[1:]) if "{paragraph}" in rule.parameters.get("write", "") else ""
        write = rule.parameters.get("write", meant).replace("{paragraph}", below)
        yield found(
            rule,
            citation.span,
            {**_EMPTY, "written": citation.text, "instrument": title, "meant": write},
            target=meant + below,
            replacement=write if draft.language == "en" else None,
        )


# --- the right claim, the wrong article ----------------------------------------------------------------------------


def _wrong_articles(rules: tuple[Rule, ...], draft: Draft, context: Context, said: set[Span]) -> Iterator[Finding]:
    """
    What one article says, claimed of another of the same instrument: "best interests" of Article 9 of the CRC.

    Silent in the words of others, and where another article of the instrument stands in the sentence: then the claim
    may be of that one.
    """
    by_article: dict[str, list[Rule]] = {}
    for rule in rules:
        if "wrong-article" in listed(rule, "fault"):
            for article in listed(rule, "provisions"):
                by_article.setdefault(article, []).append(rule)
    for citation in draft.citations if by_article else ():
        if citation.kind not in ("provision", "national-statute") or not citation.target or citation.span in said:
            continue
        for rule in _rules_about(citation.target, by_article):
            if not _is_claimed(rule, citation, draft, context):
                continue
            said.add(citation.span)
            meant, write = rule.parameters["meant"], rule.parameters["write"]
            yield found(
                rule,
                citation.span,
                {**_EMPTY, "written": citation.text, "instrument": context.registers.title(meant), "meant": write},
                target=meant,
                replacement=write if draft.language == "en" else None,
            )
            break


def _wrong_subjects(rule: Rule, draft: Draft, context: Context, said: set[Span]) -> Iterator[Finding]:
    """What one provision is about, tied to another."""
    from refoulement_lint.checks import subjects

    table = subjects.Table(rule, draft, context)
    for citation in draft.citations:
        if citation.span in said or not _may_be_asked(rule, citation, draft):
            continue
        mistaken = table.mistaken(citation)
        if mistaken is None:
            continue
        subject, meant = mistaken
        said.add(citation.span)
        write = dict(subject.printed).get(meant) or context.registers.title(meant)
        known = "" if subject.verified else " (not checked against the text)"
        yield found(
            rule,
            citation.span,
            {**_EMPTY, "written": citation.text, "subject": subject.title, "meant": write},
            because=[Evidence(f"{write}: {subject.title}{known}.", subject.source)],
            target=meant,
            replacement=write if draft.language == "en" and citation.text.startswith(("Art", "s")) else None,
        )


def _may_be_asked(rule: Rule, citation: Citation, draft: Draft) -> bool:
    """Whether the provision is of an instrument that the table knows, and named as such in the author's own words."""
    target = citation.target or ""
    if citation.kind not in ("provision", "national-statute") or _instrument_of(target) not in listed(
        rule, "instruments"
    ):
        return False
    if citation.kind == "provision" and citation.written.part("instrument") is None:
        return False
    if any(under(target, one) for one in listed(rule, "provisions")):
        return False
    block = draft.document.block_at(citation.start)
    quoted = block is not None and block.kind in ("quotation", "authorities", "code")
    return not quoted and not _name_goes_on(citation, draft.document.text)


def _rules_about(target: str, by_article: Mapping[str, list[Rule]]) -> Iterator[Rule]:
    """The rules about the article, or about that paragraph of it: of ``CRC:9(1)`` those about ``CRC:9`` too."""
    while target:
        yield from by_article.get(target, ())
        target = target.rpartition("(")[0]


def _is_since(first: str, draft: Draft) -> bool:
    """
    Whether the law of that day governs: all days of the story are later, or before a national court the last one is,
    for there the decision attacked is the last thing that happened.
    """
    from refoulement_lint.checks.in_force import days_of_the_story

    story = days_of_the_story(draft) or (draft.on,)
    return (story[-1] if draft.forum == "national" else story[0]).isoformat() >= first


def _is_claimed(rule: Rule, citation: Citation, draft: Draft, context: Context) -> bool:
    if citation.written.part("instrument") is None and not rule.parameters.get("bare"):
        return False
    block = draft.document.block_at(citation.start)
    if (block is not None and block.kind in ("quotation", "authorities", "code")) or _name_goes_on(
        citation, draft.document.text
    ):
        return False
    sentence = context.sentence_at(citation.start)
    if "since" in rule.parameters and not _is_since(rule.parameters["since"], draft):
        return False
    others = [
        other
        for other in draft.citations_in(sentence)
        if other.kind in ("provision", "national-statute") and other.target and other.target != citation.target
    ]
    instrument, text = _instrument_of(citation.target or ""), draft.document.text
    for other in others:
        between = text[min(citation.end, other.end) : max(citation.start, other.start)]
        if under(other.target, rule.parameters["meant"]) or (
            _instrument_of(other.target or "") == instrument and ";" not in between
        ):
            return False
    start, end = max(sentence.start, citation.start - REACH_OF_CLAIM), min(sentence.end, citation.end + REACH_OF_CLAIM)
    for other in others:
        # What stands beyond another provision is claimed of that one, unless "and" joins the two.
        if start < other.end <= citation.start - REACH_OF_AND:
            start = other.end
        elif citation.end + REACH_OF_AND <= other.start < end:
            end = other.start
    return context.said(rule, "phrases", Span(start, end)) and not context.said(rule, "silenced_by", sentence)


# --- the number of an act ------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _number_of_an_act() -> re.Pattern[str]:
    return re.compile(r"(?<![\d/])(?:\d{4}/\d{1,4}|\d{1,4}/\d{4})(?!\d|/\d)")


_THE = r"(?:(?:the|la|le|die|der|das|zwan\w+|dalej|el|il|lo)\s)?"
_SUFFIX = r"(?:/[A-Z]{2,3})?"


@lru_cache(maxsize=1)
def _number_before() -> re.Pattern[str]:
    """The number of an act whose name stands in brackets behind it: "2011/95/EU (the Qualification Directive)"."""
    return re.compile(rf"(?<![\d/])(?P<number>\d{{1,4}}/\d{{1,4}}){_SUFFIX}\s?[(\[]\s?{_THE}[\"']?$")


@lru_cache(maxsize=1)
def _number_behind() -> re.Pattern[str]:
    """The same in brackets behind the name: "the Qualification Directive (Directive 2011/95/EU)"."""
    return re.compile(
        rf"[\"']?\s?[(\[]\s?{_THE}(?:Council\s)?(?:[^\W\d_]+\s(?:\([A-Z]{{2,3}}\)\s)?(?:[Nn]o\.?\s|nr\.?\s|Nr\.?\s|n°\s)?)?"
        rf"(?P<number>\d{{1,4}}/\d{{1,4}}){_SUFFIX}(?![\d/])"
    )


def _act_numbers(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    """An act of the Union whose number and name are two acts': "Directive 2011/59/EU (Qualification Directive)"."""
    text = draft.document.text
    for citation in draft.citations:
        part = citation.written.part("instrument")
        if part is None or not (citation.target or "").startswith("EU:"):
            continue
        number = _number_of_an_act().search(text, *part.span)
        span = Span(*number.span()) if number else None
        if number is None:
            beside = _number_behind().match(text, part.span.end) or _number_before().search(
                text, max(0, part.span.start - REACH_OF_NUMBER), part.span.start
            )
            span = Span(*beside.span("number")) if beside else None
        if span is None:
            continue
        name = text[part.span.start : span.start] if number else text[part.span.start : part.span.end]
        written = text[span.start : span.end]
        meant = context.registers.act_meant(name, f"EU:{written}")
        if not meant:
            continue
        title = context.registers.title(meant)
        values = {**_EMPTY, "written": written, "instrument": " ".join(name.split()), "meant": title}
        yield found(
            rule,
            span,
            values,
            because=[Evidence(f"{title} is the act of that name.", context.registers.adoption(meant).source)],
            target=meant,
            replacement=meant.removeprefix("EU:"),
        )


def _acts_exchanged(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    """
    A provision of an act that is not held, where one has it whose number is the same but for two digits exchanged, and
    the sentence speaks of what that one is about.
    """
    for citation in draft.citations:
        target = citation.target or ""
        if citation.kind != "provision" or not target.startswith("EU:") or citation.status != "unchecked":
            continue
        key = _instrument_of(target)
        meant = context.registers.act_exchanged(target) if key not in listed(rule, "instruments") else ""
        number = _number_of_an_act().search(draft.document.text, citation.start, citation.end)
        if not meant or number is None or not context.said(rule, "phrases", context.sentence_at(citation.start)):
            continue
        title = context.registers.title(meant)
        kind = title.partition(" ")[0].casefold()
        other = {"directive": "reg", "regulation": "dir"}.get(kind, "")
        if other and other in citation.text.casefold():
            continue  # "Regulation 2011/59" is no slip for a directive
        held = context.registers.title(f"{meant}:{target.rpartition(':')[2]}")
        yield found(
            rule,
            Span(*number.span()),
            {**_EMPTY, "written": number[0], "meant": title},
            because=[Evidence(f"There is {held}.", context.registers.adoption(meant).source)],
            target=target,
        )


# --- the date of an instrument ----------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _joint() -> re.Pattern[str]:
    """What may stand between an instrument and its date; no digit, no end of a sentence."""
    # A bracket that defines a short name, and the number of a resolution, stand between too.
    return re.compile(
        r"\)?(?:\s\([^()\d]{3,60}\))?[\s,(\[]*(?:(?:[^\W\d_]+|\d{1,4}(?:\s\([IVXLC]{1,6}\)|/\d{1,4}))[\s,.']+){0,14}[(\[]?\s*"
    )


@lru_cache(maxsize=1)
def _joint_of_an_act() -> re.Pattern[str]:
    """The same without brackets and numbers of resolutions."""
    return re.compile(r"[\s,(]*(?:[^\W\d_]+[\s,.']+){0,14}\(?\s*")


@lru_cache(maxsize=1)
def _comma() -> re.Pattern[str]:
    """A comma behind which the sentence goes on, with the first words of what follows."""
    return re.compile(r",\s(?P<on>[a-zß-öø-ž\u0430-\u045f][\w’']*(?:\s[^\W\d_]+){0,2})")


def _goes_on(rule: Rule, between: str, context: Context) -> bool:
    """Whether that is something else than where and how the instrument was made: ", sudarytos Ženevoje"."""
    return any(
        not context.said_anywhere(rule, "made", clause["on"])
        for clause in _comma().finditer(between)
        if not _is_of(between, clause)
    )


def _is_of(between: str, clause: re.Match[str]) -> bool:
    """Whether only "of" stands between the last comma and the day: "... or Punishment, of 10 December 1984"."""
    return clause["on"].strip() in _OF_A_DAY and clause.end() == len(between.rstrip())


def _dates_inside(rule: Rule, draft: Draft, context: Context) -> Iterator[tuple[str, Day]]:
    """
    The days between the two halves of a treaty's name, with its key: "the Convention of 28 July 1951 relating to the
    Status of Refugees".
    """
    text = draft.document.text
    for entry in listed(rule, "inside"):
        language, key, rest = entry.split(" ", 2)
        if language != draft.language:
            continue
        at = text.find(rest)
        while at >= 0:
            days = [*days_in(text, max(0, at - REACH_INSIDE), at)]
            if days and _sign_of_a_year().fullmatch(text, days[-1].span.end, at):
                before = text[max(0, days[-1].span.start - REACH_INSIDE) : days[-1].span.start].lower().split()
                if any(word.startswith(head) for word in before[-3:] for head in listed(rule, "heads")):
                    yield key, days[-1]
            at = text.find(rest, at + 1)


# From the day in a name back to the word "Convention", and on to the rest of the name.
REACH_INSIDE = 60


@lru_cache(maxsize=1)
def _sign_of_a_year() -> re.Pattern[str]:
    """What ends a day before the name goes on: "1951 r. ", "1951 года ", ", "."""
    return re.compile(r"(?:\s?[^\W\d_]{1,5}\.?)?,?\s(?:[^\W\d_]{1,12}\s){0,2}")


def _wrong_dates(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    text = draft.document.text
    instruments = listed(rule, "instruments")
    said: set[Span] = set()
    for key, inside in _dates_inside(rule, draft, context):
        adoption = context.registers.adoption(key)
        if adoption.adopted is None or inside.day in (adoption.adopted, adoption.opened) or inside.span in said:
            continue
        said.add(inside.span)
        yield _of_another_day(rule, key, inside, draft, context)
    for citation in draft.citations:
        key = _instrument_of(citation.target or "")
        if citation.kind not in ("instrument", "provision") or not key or (instruments and key not in instruments):
            continue
        if (year := _year_beside(citation, text)) is not None and year not in said:
            right = _other_year(int(text[year.start : year.end]), key, context)
            if right is not None:
                said.add(year)
                values = {**_EMPTY, "written": text[year.start : year.end], "instrument": context.registers.title(key)}
                values["registered"] = day_in_words(right)
                because = [
                    Evidence(f"{values['instrument']}: adopted {values['registered']}.", "the register of instruments")
                ]
                yield found(rule, year, values, because=because, target=key, replacement=str(right.year))
                continue
        end = max(citation.end, citation.written.whole.end)
        reach = min(end + REACH_OF_DATE, len(text))
        day = next(days_in(text, end, reach), None)
        # Behind an act of the Union such a bracket has the Journal.
        joint = _joint_of_an_act() if key.startswith("EU:") else _joint()
        if day is None or not joint.fullmatch(text, end, day.span.start):
            day = _day_before(rule, citation.start, text, context) or _day_made(rule, citation, text, context)
        if day is None or day.span in said:
            continue
        if any(other.written.whole.meets(day.span) for other in draft.citations_in(Span(end, day.span.end))):
            continue  # the day of a judgment that is cited behind the provision
        adoption = context.registers.adoption(key)
        if adoption.adopted is None or day.day in (adoption.adopted, adoption.opened):
            continue
        between = text[end : day.span.start].lower()
        if context.said_anywhere(rule, "silenced_by", between):
            continue
        in_words = between.rstrip().endswith(_ADOPTED) or (
            adoption.of_one_day and day.span.start >= end and _is_dated(citation, between, day, context)
        )
        slip = _slip_of(day.day, adoption.adopted) and not _goes_on(rule, between, context)
        if slip and (day.span.start < end or (between.rpartition(",")[2].strip() in _OF_A_DAY and "," in between)):
            # "The decision, based on the Convention, of 10 December 2021" has a day of its own.
            slip = abs(day.day.year - adoption.adopted.year) <= YEARS_OF_A_SLIP
        if day.day != adoption.in_force and not in_words and not slip:
            continue
        said.add(day.span)
        yield _of_another_day(rule, key, day, draft, context)


def _of_another_day(rule: Rule, key: str, day: Day, draft: Draft, context: Context) -> Finding:
    """That the treaty bears another day than the one written."""
    adoption = context.registers.adoption(key)
    assert adoption.adopted is not None
    written = draft.document.text[day.span.start : day.span.end]
    values = {
        **_EMPTY,
        "written": written,
        "instrument": context.registers.title(key),
        "registered": day_in_words(adoption.adopted),
        "date": day_in_words(adoption.in_force) if adoption.in_force and day.day == adoption.in_force else "",
    }
    return found(
        rule,
        day.span,
        values,
        because=[
            Evidence(f"{context.registers.title(key)}: adopted {day_in_words(adoption.adopted)}.", adoption.source)
        ],
        target=key,
        replacement=_with_parts_changed(written, day.day, adoption.adopted),
    )


@lru_cache(maxsize=1)
def _year_of_a_name() -> dict[str, re.Pattern[str]]:
    """The year straight before the name of a treaty, and "of 1951" straight behind it."""
    return {
        "inside": re.compile(r"(?P<year>(?:18|19|20)\d\d)\s"),
        "before": re.compile(r"(?<![\d/§.])\b(?P<year>(?:18|19|20)\d\d)\s$"),
        "behind": re.compile(r"\s(?:of|de|von|z|del|av|iš|no)\s(?P<year>(?:18|19|20)\d\d)(?![\d/.-]|\s?m\.\s[^\W\d_])"),
    }


def _year_beside(citation: Citation, text: str) -> Span | None:
    """The year that is written as part of a treaty's name: "the 1985 Convention against Torture"."""
    part = citation.written.part("instrument")
    if part is None and citation.kind == "provision":
        return None  # "26 Mar 2020 | Art. 5": no treaty is named beside the year
    name = part.span if part is not None else citation.span
    if len(text[name.start : name.end].split()) < _FEWEST_WORDS_OF_A_NAME:
        return None
    patterns = _year_of_a_name()
    match = (
        patterns["inside"].match(text, name.start)
        or patterns["before"].search(text, max(0, name.start - 6), name.start)
        or patterns["behind"].match(text, name.end)
    )
    return Span(*match.span("year")) if match is not None else None


# "The Convention" and "the Covenant" may be any.
_FEWEST_WORDS_OF_A_NAME = 2


def _other_year(written: int, key: str, context: Context) -> date | None:
    """The day of adoption of a treaty that bears no such year; the Union's treaties were made anew again and again."""
    adoption = context.registers.adoption(key)
    days = [day for day in (adoption.adopted, adoption.opened) if day is not None]
    if adoption.adopted is None or written in {day.year for day in days}:
        return None
    if key.startswith("EU:") or "European Union" in context.registers.title(key):
        return None
    return adoption.adopted


# A slip in the year of a treaty is seldom a larger one.
YEARS_OF_A_SLIP = 15
# Between a treaty and its own day: "of 28 July 1951", "vom 28. Juli 1951".
_OF = frozenset({"of", "du", "vom", "z dnia", "z", "del", "av"})
# Behind a comma the same, and what may as well belong to a decision in the sentence.
_OF_A_DAY = _OF | {"от", "від", "dnia", "de", "di", "van", "af"}
# Words of a name that means one treaty and no other: "Convention" and "Geneva Convention" may mean any.
_FULL_NAME = 4


def _is_dated(citation: Citation, between: str, day: Day, context: Context) -> bool:
    """
    Whether nothing but "of" stands between the full name of a treaty and a day: then it is meant as the treaty's.

    Behind "Protocol No. 4 to the Convention" it may be the day of the Convention.
    """
    name, treaty = citation.written.part("instrument"), _instrument_of(citation.target or "")
    if name is None or between.strip() not in _OF:
        return False
    convention, dash, _ = treaty.partition("-")
    if dash:  # "ECHR-P4", "ICCPR-OP2"
        of_both = context.registers.adoption(convention)
        numbered = any(sign.isdigit() for sign in name.value)
        return numbered and day.day not in (of_both.adopted, of_both.opened, of_both.in_force)
    return len(name.value.split()) >= _FULL_NAME


@lru_cache(maxsize=1)
def _joint_before() -> re.Pattern[str]:
    """What may stand between a date and the instrument behind it: "1951 m. liepos 28 d. Konvencija"."""
    return re.compile(r"[\s.]*(?:d\.\s)?(?:[^\W\d_]+\s){0,2}")


# "d.", "г.", "r.", "m.": what a date ends with.
LONGEST_SIGN = 2


def _day_before(rule: Rule, start: int, text: str, context: Context) -> Day | None:
    """
    The date straight before an instrument, where languages put it that say "of" by an ending; the words whose act it
    is, *clauses*, may stand between, and where and how it was made: „1951 m. liepos 28 d. Ženevoje priimta Konvencija“.
    """
    days = [*days_in(text, max(0, start - REACH_BEFORE), start)]
    if not days:
        return None
    end = days[-1].span.end
    if _is_of_the_making(rule, text, days[-1].span, start, context):
        return days[-1]
    if not _joint_before().fullmatch(text, end, start):
        words = text[end:start].removeprefix(".").removeprefix(" d.").lower().split()
        return days[-1] if words and all(word in listed(rule, "clauses") for word in words) else None
    # "She applied on 3 May 2024. Regulation 2024/1348 ...": but for "d.", "г.", "r." a stop ends the sentence.
    last = text[max(0, end - REACH_BEFORE) : end].rpartition(" ")[2] if text[end : end + 1] == "." else ""
    between = text[end:start].split()
    ended = last[-1:].isdigit() or len(last) > LONGEST_SIGN
    # "28 d. Tarybos direktyva" is one name; "3 d. Bylai taikytinas Reglamento" is another sentence.
    begun = len(between) > 1 and between[-2][:1].isupper() and between[-1][:1].islower()
    return None if ended or begun else days[-1]


def _is_of_the_making(rule: Rule, text: str, day: Span, start: int, context: Context) -> bool:
    """
    Whether between a day and the name behind it stands nothing but where and how the treaty was made, with a word for
    the making there or straight before the day: "podpisana 28 lipca 1951 r. w Genewie", "am … in Genf unterzeichnete".
    """
    clause = _clause_of_making().fullmatch(text, day.end, start)
    if clause is None or not clause["how"]:
        return False
    before = re.split(r"[.,;:!?()]", text[max(0, day.start - REACH_OF_MAKING) : day.start])[-1]
    if clause["verb"] is not None:
        return context.said_anywhere(rule, "made", clause["verb"])
    return context.said_anywhere(rule, "made", before)


REACH_OF_MAKING = 40
"""Characters before a day in which the word stands that says how a treaty was made: "podpisaną w dniu"."""


@lru_cache(maxsize=1)
def _clause_of_making() -> re.Pattern[str]:
    """A place with a capital, with its preposition or an ending for it, and a participle without one."""
    return re.compile(
        r"[\s.]*(?:d\.\s|(?:года|року|r\.|г\.|р\.)\s)?"
        r"(?P<how>(?:(?:[^\W\d_]{1,2}\s)?[^\W\d_a-zà-ÿа-џ][^\W\d_]{3,14}\s)?(?:(?P<verb>[^\W\d_A-ZÀ-ÞА-Я][^\W\d_]{3,20})\s)?)"
    )


@lru_cache(maxsize=1)
def _article_after() -> re.Pattern[str]:
    """A comma and an article, "Opened for signature on 28 July 1951, the Convention ...", or the sign of a year."""
    return re.compile(r"(?:\s?[^\W\d_]{1,5}\.?)?,\s(?:[^\W\d_]{1,4}[\s'])?|\s?[rг]\.\s")


def _day_made(rule: Rule, citation: Citation, text: str, context: Context) -> Day | None:
    """The day of a clause before the name that tells when the treaty was made: "Adopted on 20 November 1989, the"."""
    start = max(0, citation.start - REACH_BEFORE)
    days = [*days_in(text, start, citation.start)]
    if not days or not _article_after().fullmatch(text, days[-1].span.end, citation.start):
        return None
    before = re.split(r"[.,;:!?(]", text[max(0, days[-1].span.start - REACH_BEFORE) : days[-1].span.start])[-1]
    return days[-1] if context.said_anywhere(rule, "made", before.lower()) else None


@lru_cache(maxsize=1)
def _year_behind() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:\((?P<session>[IVXLC]+)\))?(?:\s?[-–,]\s?|\sof\s|\sde\s|\svon\s|\sz\s|\s)?\(?(?P<year>(?:19|20)\d\d)\b"
    )


def _wrong_years(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    """
    The year behind a general comment or a conclusion of UNHCR's Executive Committee.

    A comment is dated by its adoption or by its printing, a year later; a conclusion by its session, the first of
    which met in 1950.
    """
    for citation in draft.citations:
        target = citation.target or ""
        if citation.kind != "document-symbol" or not (":GC" in target or ":ExCom" in target):
            continue
        behind = _year_behind().match(draft.document.text, citation.end)
        if behind is None:
            continue
        written, adoption = int(behind["year"]), context.registers.adoption(target)
        if ":ExCom" in target:
            right = _FIRST_SESSION + _roman(behind["session"]) if behind["session"] else None
            says, source = f"The {behind['session']} session met in {right}.", "the sessions are numbered year by year"
        else:
            right = adoption.adopted.year if adoption.adopted else None
            says, source = f"{context.registers.title(target)}: adopted {right}.", adoption.source
        if right is None or written in (right, right + (":GC" in target)):
            continue
        span = Span(*behind.span("year"))
        values = {
            **_EMPTY,
            "written": behind["year"],
            "instrument": citation.text,
            "registered": str(right),
        }
        yield found(rule, span, values, because=[Evidence(says, source)], target=target, replacement=str(right))


_FIRST_SESSION = 1949
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _slip_of(written: date, right: date) -> bool:
    """Whether two of day, month and year are right: then it is meant to be this date."""
    same = (written.day == right.day) + (written.month == right.month) + (written.year == right.year)
    return same == 2


def _with_parts_changed(written: str, wrong: date, right: date) -> str | None:
    """
    The date as written with only the wrong number changed; ``None`` when the month is wrong, which has names in every
    language.
    """
    if wrong.month != right.month:
        return None
    if wrong.year != right.year and wrong.day == right.day:
        return written.replace(str(wrong.year), str(right.year))
    if wrong.year == right.year:
        return re.sub(rf"(?<!\d)0?{wrong.day}(?!\d)", str(right.day), written, count=1)
    return None


# --- who is bound -----------------------------------------------------------------------------------------------------


def _not_bound(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    """
    One finding at the first place where an instrument is pleaded, the other places beside it; a heading names what the
    text below it pleads, and counts where that does not name it again.
    """
    if draft.state is None:
        return
    left = rule.parameters.get("left", "")
    for instrument in listed(rule, "instruments"):
        membership = context.registers.membership(instrument, draft.state, draft.on)
        if membership.verdict != "not-bound" or left not in ("", "only" if membership.until else "no"):
            continue
        places: list[Citation] = []
        headings: list[Citation] = []
        for citation in draft.citations:
            if not under(citation.target, instrument):
                continue
            block = draft.document.block_at(citation.start)
            sentence = context.sentence_at(citation.start)
            if (block and block.kind in ("authorities", "quotation")) or _said_not_bound(
                rule, citation, sentence, draft, context
            ):
                continue
            must_say = citation.kind == "instrument" or "bare" in rule.parameters
            if must_say and "phrases" in rule.parameters and not context.said(rule, "phrases", sentence):
                continue
            # A sentence with a judgment tells what was decided about another State; "section 6(1) ibid." is none.
            if any(
                other.kind == "case" or (other.kind == "short-form" and other.target)
                for other in draft.citations_in(sentence)
            ):
                continue
            if membership.until and "by_day" in rule.parameters and not _after(membership.until, sentence, draft):
                continue
            (headings if block and block.kind == "heading" else places).append(citation)
        places = [*places, *headings]
        if places:
            yield _pleaded(rule, places, membership.state or draft.state, instrument, context, draft)


def _after(last: str, sentence: Span, draft: Draft) -> bool:
    """Whether the days that the sentence tells, or failing these the story's, all lie after the State was bound."""
    from refoulement_lint.checks.in_force import days_of_the_story  # only for a State that has left

    cited = [one.written.whole for one in draft.citations_in(sentence)]
    days = days_in(draft.document.text, sentence.start, sentence.end)
    told = [day.day for day in days if not any(whole.meets(day.span) for whole in cited)]
    told = told or [*days_of_the_story(draft)]
    return bool(told) and min(told).isoformat() >= last


@lru_cache(maxsize=1)
def _a_numbered_one() -> re.Pattern[str]:
    """A protocol named by its number alone: "Protocol No. 6", „Протоколы № 6 и № 13“."""
    return re.compile(r"(?i)(?:protoc|protok|proto|прото)\w*\s(?:n[ro]s?\.?|n°|№|nº)\s?\d")


def _said_not_bound(rule: Rule, citation: Citation, sentence: Span, draft: Draft, context: Context) -> bool:
    """
    Whether the sentence, or the one before it in the paragraph, says that the State is not bound; where each half of it
    names an instrument of its own, the half that has the citation.
    """
    before = context.sentence_before(sentence)
    text = draft.document.text
    start = text.rfind(";", sentence.start, citation.start) + 1 or sentence.start
    end = text.find(";", citation.end, sentence.end)
    half = Span(start, end if end >= 0 else sentence.end)
    others = [
        one
        for one in draft.citations_in(sentence)
        if one.kind in ("provision", "instrument") and not half.start <= one.start < half.end and one.target
    ]
    elsewhere = text[sentence.start : half.start] + text[half.end : sentence.end]
    of_another = any(not under(one.target, _instrument_of(citation.target or "")) for one in others)
    here = half if of_another or _a_numbered_one().search(elsewhere) else sentence
    return any(context.said(rule, "silenced_by", place) for place in (here, before) if place is not None)


def _pleaded(
    rule: Rule, places: list[Citation], state: str, instrument: str, context: Context, draft: Draft
) -> Finding:
    membership = context.registers.membership(instrument, draft.state or "", draft.on)
    as_of = day_in_words(membership.as_of)
    known = f"as of {as_of}" if as_of else "as far as this register knows"
    if not membership.verified:
        known += "; not checked against the treaty office"
    values = {
        **_EMPTY,
        "written": places[0].text,
        "instrument": context.registers.title(instrument),
        "state": state,
        "as_of": known,
    }
    if membership.until:
        values["date"] = day_in_words(date.fromisoformat(membership.until) - timedelta(days=1))
    says = f"{context.registers.title(instrument)}: {state} was not among the parties ({known})."
    return found(
        rule,
        places[0].span,
        values,
        because=[Evidence(says, membership.source or "register of States")],
        target=places[0].target,
        related=tuple(place.span for place in places[1:]),
        # From memory nobody is told that a complaint is impossible.
        severity=None if membership.verified or rule.severity != "error" else "warning",
    )
