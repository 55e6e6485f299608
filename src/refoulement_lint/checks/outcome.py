"""Does a sentence say of a judgment what the register says that it decided, and is the article one of its articles?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from refoulement_lint.checks import Context, aspects, destinations, found, listed, owner, register_row
from refoulement_lint.folding import words_of
from refoulement_lint.model import Authority, Citation, Draft, Evidence, Finding, Span
from refoulement_lint.phrases import Match, PhraseList
from refoulement_lint.rule import Parameter, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


KIND = "outcome"

FAULTS = (
    "violation",
    "no-violation",
    "article",
    "support",
    "any-violation",
    "none-at-all",
    "no-judgment",
    "grand-chamber",
    "off-subject",
    "destination",
    "aspect",
)
PARAMETERS: Mapping[str, Parameter] = {
    "fault": Parameter("text", FAULTS, required=True),
    "phrases": Parameter("phrases"),
    "around": Parameter("phrases"),
    "goes_on": Parameter("texts"),
    "which": Parameter("texts"),
    "removal": Parameter("asked"),
    "before_it": Parameter("asked"),
    "of_it": Parameter("asked"),
    "grand": Parameter("asked"),
    "chamber": Parameter("asked"),
    "silenced_by": Parameter("asked"),
    "forbids": Parameter("asked"),
    "held": Parameter("asked"),
    "unless": Parameter("text"),
    "whole": Parameter("asked"),
    "but": Parameter("texts"),
    "articles": Parameter("texts"),
    "beside_it": Parameter("texts"),
    "tags": Parameter("texts"),
    "committees": Parameter("texts"),
    "again": Parameter("phrases"),
    "leads": Parameter("texts"),
    "whom": Parameter("texts"),
    "transfers": Parameter("texts"),
    "own": Parameter("asked"),
    "refuge": Parameter("texts"),
    "like": Parameter("text"),
}
"""
*phrases* say that the Court found a violation (``violation``) or none (``no-violation``), or lead from a provision to
the case that is cited for it (``article``), or say that something breached a provision, with a case behind it that is
to bear that out (``support``; a paragraph that is cited may hold a principle whatever the outcome); or they say so
without an article: that a violation was found, in a decision or in views that found none (``any-violation``), or that
none was, in views that found one (``none-at-all``). Of a Strasbourg judgment ``none-at-all`` speaks where the sentence
cites no article; ``no-judgment`` where the case is said not to have been decided on its merits, and every judgment in
it found or denied a violation, *unless* its record has that word and the sentence does not say that the *whole* of it
was meant. *around* says the same of the article that stands among its words, "held that Article 3 would be breached";
*goes_on* are the words that begin another clause behind a comma, "and"; *which* those that begin a clause on the case
before it, "where"; *but* those that end a list of articles. *removal*: beside one of these the claim is about a
removal, and is held against what the register records of that; unless one of *before_it* stands there too, since a
violation by the conditions of detention until then is another. ``grand-chamber``: *phrases* say that the Grand Chamber
decided, in a sentence that *leads* begin before its one case, in which only a Chamber gave judgment. *of_it* begins a
sentence without a case that goes on about the one of the sentence before, which *leads* begin: "In A v. B the Court ...
. It also found". *grand* and *chamber* name the formation of which the claim is made, the last of them before its end:
"the Grand Chamber reversed the Chamber, which had found"; *chamber* is also found inside *grand*, and is none there.
*silenced_by*: what makes the sentence somebody else's claim; *forbids*: words among them that are none there, since
"could not be returned" is what the Court held. ``off-subject``: *phrases* name a subject, *held* says that the Court
decided on it; then one of *articles* must have been in issue in the case of the clause. With *beside_it* only a case is
spoken of in which nothing but these was; a curated one with *tags* gives a note where the article that goes with
several subjects was. Of a communication to one of *committees* (``"cat 3|16"``: the body, and the articles that go with
the subject) it says so in a note; and so it does where the sentence before has the subject, and one of *again* says
that it was decided likewise in this case. ``destination`` (`checks/destinations.py`): *leads* stand before a case of
which the sentence speaks, *which* begin a clause on it behind, *whom* say for whom it was decided, *own* that the
sentence is about the draft's own applicant; *refuge* are the States to which people are sent who come from others.
``aspect`` (`checks/aspects.py`): a case is said to be about what it was not; which words speak of a case is told as the
rule named in *like* tells it.
"""
PLACEHOLDERS = frozenset({"written", "article", "registered", "title", "articles", "in_issue"})

# How far behind "found a violation of" the article may begin, and how far before the case the article that it is for.
REACH = 30
# How far behind it the name of a subject may end.
REACH_OF_SUBJECT = 80
# So many words may stand between a case and the phrase that says what was found in it, "where the Committee".
WORDS_OF_WHICH = 8
# "Articles 3 and 13": what stands between the two.
REACH_OF_LIST = 8
# Articles that no case is cited for as its subject: jurisdiction, procedure, execution.
GENERAL = frozenset(("1", "15", "16", "17", "19", *map(str, range(32, 60))))


OF_VIEWS = "the list of the High Commissioner's Office of 2016 or our curated record, not held against the views"
"""Where the outcomes of views are from, whoever recorded the rest of them."""
# What the register records of views where a claim of that kind is wrong.
WITHOUT_ARTICLE = {"any-violation": ("no violation", "inadmissible"), "none-at-all": ("violation",)}


class Outcome(NamedTuple):
    """What the register records of one judgment, by article as it writes them (``3``, ``P4-4``)."""

    violated: frozenset[str]
    not_violated: frozenset[str]
    whole: bool
    on_removal: frozenset[str] = frozenset()
    """The articles that a removal was found to violate, ..."""
    not_on_removal: frozenset[str] = frozenset()
    """... and those that it was not."""


@lru_cache(maxsize=1)
def _item() -> re.Pattern[str]:
    return re.compile(r"(?:^|;\s*)(?P<word>NV|V)\s(?P<articles>P?\d[\w+-]*)(?:\s\[(?P<note>[^\]]*)\])?")


@lru_cache(maxsize=1)
def _of_removal() -> re.Pattern[str]:
    """What the Court's own list writes behind an article when it decided on a removal to come."""
    return re.compile(r"in case of|in the event of|\b(?:expulsion|extradition|deportation|removal|return)\b", re.I)


def outcome_of(row: Authority) -> Outcome:
    """The articles of which a violation was found or denied; not *whole* where the record was cut short."""
    found: dict[str, set[str]] = {"V": set(), "NV": set()}
    removal: dict[str, set[str]] = {"V": set(), "NV": set()}
    for item in _item().finditer(row.outcome):
        articles = [base(article) for article in item["articles"].split("+")]
        found[item["word"]].update(articles)
        if len(articles) == 1 and _of_removal().search(item["note"] or ""):
            removal[item["word"]].update(articles)
    whole = not row.outcome.rstrip().endswith(("…", "..."))
    violated, not_violated, on_removal, not_on_removal = (
        frozenset(some[word]) for some in (found, removal) for word in ("V", "NV")
    )
    return Outcome(violated, not_violated, whole, on_removal, not_on_removal)


def base(article: str) -> str:
    """``5-1-f`` → ``5``, ``P4-4`` → ``P4-4``, ``P7-1-2`` → ``P7-1``: the article without paragraphs and points."""
    pieces = article.split("-")
    return "-".join(pieces[:2]) if article.startswith("P") else pieces[0]


def reversal(earlier: Authority, later: Authority) -> str:
    """
    What the later judgment in the case decided otherwise, in a sentence; empty where the outcomes recorded agree as
    far as they go.
    """
    before, after = outcome_of(earlier), outcome_of(later)
    if not (after.violated or after.not_violated):
        return ""
    denied = sorted(
        article
        for article in before.violated - after.violated
        if article in after.not_violated or (after.whole and article not in before.not_violated)
    )
    found = sorted((before.not_violated - before.violated) & after.violated)
    # An article that the later record passes over was not looked at again, or could not be: no violation was found.
    said = [
        ("It did not find the violation of", denied, "that the Chamber had found."),
        ("It found a violation of", found, "where the Chamber had found none."),
    ]
    return " ".join(f"{one} {_articles(articles)} {other}" for one, articles, other in said if articles)


def _articles(articles: list[str]) -> str:
    """``["P4-4", "3"]`` → "Article 3 and Article 4 of Protocol No. 4"."""
    articles = sorted(articles, key=lambda one: (one[0] == "P", len(one), one))
    words = [
        f"Article {one.partition('-')[2]} of Protocol No. {one[1:].partition('-')[0]}"
        if one[0] == "P"
        else f"Article {one}"
        for one in articles
    ]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def article_of(target: str | None) -> str:
    """``ECHR:5(1)`` → ``5``, ``ECHR-P4:4`` → ``P4-4``; empty for a provision of another instrument."""
    key, _, place = (target or "").partition(":")
    number = re.match(r"\d+", place)
    if number is None or not (key == "ECHR" or key.startswith("ECHR-P")):
        return ""
    return f"{key[5:]}-{number[0]}" if key.startswith("ECHR-P") else number[0]


def _article(one: Citation) -> str:
    """The article as `article_of` gives it; beside a case of the Court, one of no instrument is the Convention's."""
    if one.target is None and one.written.part("instrument") is None:
        number = re.search(r"\d+", one.text)
        return number[0] if number else ""
    return article_of(one.target)


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """One finding for each article that a sentence with exactly one case gives another outcome than the register."""
    said: set[tuple[str, Span]] = set()
    spoken: list[Span] = []
    for rule in rules:
        fault = rule.parameters["fault"]
        if fault == "destination":
            for finding in destinations.check(rule, draft, context):
                spoken.append(finding.span)
                yield finding
            continue
        if fault == "aspect":
            like = next((one for one in rules if one.name == rule.parameters["like"]), rule)
            # Of what the other rules have said of a case nothing is said again.
            yield from aspects.check(rule, like, draft, context, [*spoken, *(span for _, span in said)])
            continue
        if "again" in rule.parameters:
            yield from _likewise(rule, draft, context)
        inside = context.matches.get(owner(rule, "around"), ())
        for match in (*context.matches.get(owner(rule, "phrases"), ()), *inside):
            block = draft.document.block_at(match.span.start)
            if block is not None and block.kind in ("quotation", "authorities", "heading", "code"):
                continue
            cited = draft.citations_in(match.sentence)
            if fault == "off-subject" and not any(_is_judgment(one) or _is_of(rule, one) for one in cited):
                continue  # most of them, for "returned to" stands everywhere
            if destinations.denied(rule, match.sentence, context):
                continue
            if fault in (*WITHOUT_ARTICLE, "no-judgment"):
                case = _only_one(cited) or _only_one(_which(rule, cited, match.span, draft.document.text))
                if (
                    case is not None
                    and (rule.name, case.span) not in said
                    and _is_another_outcome(rule, match, case, cited, context)
                    and not (_is_judgment(case) and any(_by_subject(match.span, match.sentence, draft, context)))
                ):
                    said.add((rule.name, case.span))
                    yield _without_article(rule, case, context)
                continue
            if fault == "off-subject":
                case, around = _of_the_clause(rule, cited, match)
                if case is None or (rule.name, case.span) in said:
                    continue
                if not (context.said(rule, "held", around) or context.said(rule, "again", around)):
                    continue
                if (severity := _off_subject(rule, case, cited)) is not None:
                    said.add((rule.name, case.span))
                    words = draft.document.text[match.span.start : match.span.end]
                    row = case.authority
                    assert row is not None
                    finding = _finding(rule, words, "", case.span, case, row, (match.span,))
                    yield evolve(finding, severity=severity)
                continue
            text = draft.document.text
            case = (
                _only_case(cited)
                or _only_case(_until_the_next(rule, cited, match.span, text))
                or _only_case(_which(rule, cited, match.span, text))
            )
            carried = case is None and "of_it" in rule.parameters
            if carried:
                case = _of_the_sentence_before(rule, match, cited, draft, context)
            if case is None or case.authority is None:
                continue
            if fault == "grand-chamber":
                if (rule.name, case.span) not in said and _of_a_chamber_only(rule, case, match, text):
                    said.add((rule.name, case.span))
                    yield _without_article(rule, case, context)
                continue
            if fault == "support":
                if (rule.name, case.span) not in said and (provisions := _all_denied(cited, case)):
                    said.add((rule.name, case.span))
                    adverse = context.adverse(case.target)
                    yield evolve(
                        _finding(rule, provisions[0].text, _article(provisions[0]), case.span, case, case.authority),
                        support=(adverse,) if adverse else (),
                    )
                continue
            named = _named(rule, cited, match.span, draft.document.text)
            for provision in _inside(cited, match.span) if match in inside else named:
                claim = Span(min(match.span.start, provision.start), max(match.span.end, provision.end))
                removal = context.said(rule, "removal", claim) and not context.said(rule, "before_it", claim)
                formation = _formation(rule, match.sentence, claim, context)
                meant = _with_its_successor(case, context) if formation == "GC" else case
                if (rule.name, provision.span) in said or not _contrary(
                    fault, _article(provision), meant, removal, formation
                ):
                    continue
                said.add((rule.name, provision.span))
                finding = _finding(
                    rule, provision.text, _article(provision), provision.span, case, case.authority, (case.span,)
                )
                yield evolve(finding, severity="warning") if carried else finding
            if fault == "violation" and not carried and not any(one.kind == "provision" for one in cited):
                for article, span in _by_subject(match.span, match.sentence, draft, context):
                    formation = _formation(rule, match.sentence, match.span, context)
                    if (rule.name, span) not in said and _contrary(fault, article, case, False, formation):
                        said.add((rule.name, span))
                        yield _finding(rule, case.text, article, span, case, case.authority, (case.span,))


def _of_the_sentence_before(
    rule: Rule, match: Match[str], cited: tuple[Citation, ...], draft: Draft, context: Context
) -> Citation | None:
    """
    The case of the sentence before, where that begins with it and this one goes on about it without naming any; a party
    or a court of the draft's own story is not the Court.
    """
    text = draft.document.text
    if any(one.kind != "provision" for one in cited):
        return None
    opening = context.spans_said(rule, "of_it", match.sentence)
    if not opening or words_of(text[match.sentence.start : opening[0].start]):
        return None
    before = context.sentence_before(match.sentence)
    if before is None:
        return None
    case = _only_case(draft.citations_in(before))
    if case is None or " ".join(words_of(text[before.start : case.start])) not in {
        " ".join(words_of(lead)) for lead in listed(rule, "leads")
    }:
        return None
    return case


def _likewise(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    """
    A note on the one case of a sentence that says the same of it as the sentence before says of others: "A return there
    breaches Article 3. The Committee came to the same conclusion in ...".
    """
    said: set[Span] = set()
    for match in context.matches.get(owner(rule, "again"), ()):
        cited = draft.citations_in(match.sentence)
        case = _only_case(cited) or _only_of(rule, cited)
        before = context.sentence_before(match.sentence) if case is not None and case.span not in said else None
        if case is None or before is None or context.said(rule, "phrases", match.sentence):
            continue
        if any(context.said(rule, "silenced_by", one) for one in (before, match.sentence)):
            continue
        subject = next(iter(context.spans_said(rule, "phrases", before)), None)
        row = case.authority
        if subject is not None and row is not None and _off_subject(rule, case, cited) is not None:
            said.add(case.span)
            words = draft.document.text[subject.start : subject.end]
            yield evolve(_finding(rule, words, "", case.span, case, row, (subject,)), severity="note")


def _is_of(rule: Rule, case: Citation) -> bool:
    """Whether it is a communication of which *rule* speaks."""
    row = case.authority
    return row is not None and row.register == "un" and bool(row.articles) and _of_the_subject(rule, case) is not None


def _of_the_subject(rule: Rule, case: Citation) -> frozenset[str] | None:
    """The articles that go with the subject of *rule* before the committee of *case*; ``None`` for any other."""
    body = (case.target or "").partition(":")[0]
    for one in listed(rule, "committees"):
        name, _, articles = one.partition(" ")
        if name == body:
            return frozenset(articles.split("|"))
    return None


def _only_of(rule: Rule, cited: tuple[Citation, ...]) -> Citation | None:
    """The one communication of the sentence, where the rule speaks of it."""
    case = _only_one(cited)
    return case if case is not None and _is_of(rule, case) else None


def _until_the_next(rule: Rule, cited: tuple[Citation, ...], place: Span, text: str) -> tuple[Citation, ...]:
    """
    The citations up to the end of the clause where *place* says what was found in the case before it, and another case
    begins the next: "In A v. B the Court found a violation of Article 3, and C v. D is to the same effect".
    """
    cases = [one for one in cited if one.kind in ("case", "appno", "short-form", "ecli")]
    later = next((one for one in cases if one.start >= place.end), None)
    if later is None or not any(one.end <= place.start for one in cases):
        return ()
    comma = max(text.rfind(sign, place.end, later.start) for sign in ",;")
    joint = words_of(text[comma + 1 : later.start])
    if comma < 0 or len(joint) != 1 or joint[0] not in listed(rule, "goes_on"):
        return ()
    return tuple(one for one in cited if one.end <= comma)


def _which(rule: Rule, cited: tuple[Citation, ...], place: Span, text: str) -> tuple[Citation, ...]:
    """
    The last case before *place* and what is cited with it, where a clause on that case begins behind it and comes to
    *place*: "A v. B; C v. D, where the Court found a violation".
    """
    cases = [one for one in cited if one.kind in ("case", "appno", "short-form", "ecli")]
    before = [one for one in cases if one.end <= place.start]
    if not before or ";" in (between := text[before[-1].end : place.start]):
        return ()
    comma = between.rfind(",")
    words = words_of(between[comma + 1 :])
    if comma < 0 or comma > REACH or not words or len(words) > WORDS_OF_WHICH:
        return ()
    if not any(word in listed(rule, "which") for word in words[:2]):
        return ()
    start = next(one.start for one in before if one.target == before[-1].target)
    end = next((one.start for one in cases if one.start >= place.end), len(text))
    return tuple(one for one in cited if start <= one.start < end)


def _by_subject(place: Span, sentence: Span, draft: Draft, context: Context) -> Iterator[tuple[str, Span]]:
    """
    The article of the Convention of whose subject the claim speaks, and where: "found a violation of the prohibition of
    collective expulsion". Nothing where the subject has several.
    """
    text = draft.document.text
    for subject in context.registers.subjects(draft.language):
        articles = {article_of(one) for one in subject.provisions} - {""}
        if len(articles) != 1:
            continue
        name = f"subject {draft.language} {subject.title}"
        if name not in context.asked:
            context.asked[name] = PhraseList(subject.names, context.readings)
        low = place.start
        for one in context.asked[name].places_in(text[low : min(sentence.end, place.end + REACH_OF_SUBJECT)]):
            span = Span(low + one.start, low + one.end)
            if place.start < span.start <= place.end + REACH and not _new_clause().search(text, place.end, span.start):
                yield articles.copy().pop(), span


def _only_case(cited: tuple[Citation, ...]) -> Citation | None:
    """The one Strasbourg case of the sentence; ``None`` when there is none or more than one case."""
    case = _only_one(cited)
    return case if case is not None and _is_judgment(case) else None


def _is_judgment(case: Citation) -> bool:
    """Whether it is a judgment of the European Court."""
    row = case.authority
    return row is not None and row.register == "ecthr" and row.decision == "JUD"


def _only_one(cited: tuple[Citation, ...]) -> Citation | None:
    """The one case of the sentence, of whatever court; ``None`` where it is not known."""
    cases = {one.target: one for one in reversed(cited) if one.kind in ("case", "short-form", "ecli")}
    if len(cases) != 1 or None in cases:
        return None
    (case,) = cases.values()
    # "K.I. (no. 5560/19) …, but not in U (no. 53254/20), where": a number alone is a case as well.
    if any(
        one.kind == "appno"
        and one.authority is not None
        and case.authority is not None
        and one.target not in cases
        and not set(one.authority.numbers) & set(case.authority.numbers)
        for one in cited
    ):
        return None
    return case if case.authority is not None and case.status in ("verified", "unchecked") else None


def _of_a_committee(case: Citation, context: Context) -> bool:
    return (case.target or "").partition(":")[0] in context.registers.committees


def _is_another_outcome(
    rule: Rule, match: Match[str], case: Citation, cited: tuple[Citation, ...], context: Context
) -> bool:
    """
    Whether the register has no judgment and no views in the case that found what the fault is about. Of an article that
    the sentence cites another rule speaks.
    """
    assert case.authority is not None
    fault = rule.parameters["fault"]
    if _of_a_committee(case, context):
        return case.authority.outcome in WITHOUT_ARTICLE.get(fault, ())
    rows = (case.authority, *case.candidates)
    judgments = [row for row in rows if row.decision == "JUD"]
    if fault == "any-violation" and judgments and all(map(_found_none, judgments)):
        return not any(one.kind == "provision" and _article(one) for one in cited)
    if fault in ("none-at-all", "no-judgment"):
        return not any(one.kind == "provision" for one in cited) and _is_another_judgment(rule, match, rows, context)
    no_judgment = all(row.register == "ecthr" and row.decision != "JUD" for row in rows)
    return fault == "any-violation" and no_judgment and case.authority.decision == "DEC"


def _is_another_judgment(rule: Rule, match: Match[str], rows: tuple[Authority, ...], context: Context) -> bool:
    """
    Whether every judgment of the formation that is spoken of, or every one where none is, found violations only; of
    a case said not to have been decided on its merits, whether each was.
    """
    judgments = [row for row in rows if row.decision == "JUD"]
    formation = _formation(rule, match.sentence, match.span, context)
    if formation and any(row.formation == formation for row in judgments):
        judgments = [row for row in judgments if row.formation == formation]
    elif formation == "CH" and any(row.formation == "GC" for row in judgments):
        return False  # of the Chamber's judgment nothing is known
    if not judgments:
        return False
    if rule.parameters["fault"] == "none-at-all":
        return all(map(_found_some_only, judgments))
    decisions = [row for row in rows if row.decision == "DEC"]
    unless = rule.parameters.get("unless")
    told = unless and any(unless in row.outcome.lower() for row in (*judgments, *decisions))
    whole = context.said(rule, "whole", match.sentence) and not decisions
    return (whole or not told) and all(map(_on_the_merits, judgments))


def _found_none(row: Authority) -> bool:
    """Whether it is a judgment of the Court that found no violation of what it examined."""
    outcome = outcome_of(row)
    return row.register == "ecthr" and outcome.whole and bool(outcome.not_violated) and not outcome.violated


def _on_the_merits(row: Authority) -> bool:
    """Whether it is a judgment of the Court that found or denied a violation."""
    outcome = outcome_of(row)
    return row.register == "ecthr" and bool(outcome.violated or outcome.not_violated)


def _found_some_only(row: Authority) -> bool:
    """Whether it is a judgment of the Court that found violations, and denied none."""
    outcome = outcome_of(row)
    return row.register == "ecthr" and outcome.whole and bool(outcome.violated) and not outcome.not_violated


def _of_a_chamber_only(rule: Rule, case: Citation, match: Match[str], text: str) -> bool:
    """Whether the sentence speaks of the case, in which the register has the judgment of a Chamber of today's Court."""
    judgments = [row for row in (case.authority, *case.candidates) if row is not None and row.decision == "JUD"]
    if not judgments or any(row.formation != "CH" or row.date < "1998-11" or row.later for row in judgments):
        return False
    leads = {" ".join(words_of(lead)) for lead in listed(rule, "leads")}
    before = " ".join(words_of(text[match.sentence.start : case.start]))
    of_it = " ".join(words_of(text[match.span.start : case.start])) if match.span.start < case.start else ""
    return before in leads or (before == of_it and any(before.endswith(f" {lead}") for lead in leads))


def _without_article(rule: Rule, case: Citation, context: Context) -> Finding:
    row = case.authority
    assert row is not None
    of_views = _of_a_committee(case, context)
    decided = of_views or row.decision == "JUD"
    recorded = row.outcome if decided else "a decision on admissibility, and no judgment"
    if rule.parameters["fault"] == "grand-chamber":
        recorded = f"the judgment of a Chamber of {row.date}"
    source = OF_VIEWS if of_views else row.link or row.source
    because = [register_row(row), Evidence(f"Recorded: {recorded}", source)]
    values = {"written": case.text, "title": row.title, "registered": recorded}
    return found(rule, case.span, values, because=because, target=case.target)


def _named(rule: Rule, cited: tuple[Citation, ...], place: Span, text: str) -> Iterator[Citation]:
    """
    The articles that the phrase is about: those behind "found a violation of", one after the other, up to one of the
    words after which another begins, "but not of Article 3".
    """
    end = place.end
    for one in cited:
        if one.kind != "provision" or not _article(one):
            continue
        follows = end - 1 <= one.start <= end + REACH and not _new_clause().search(text, end, one.start)
        if follows and not any(word in listed(rule, "but") for word in words_of(text[end : one.start])):
            end = one.end
            yield one


def _inside(cited: tuple[Citation, ...], place: Span) -> Iterator[Citation]:
    """The articles among the words of a phrase, where they follow one another."""
    among = [one for one in cited if one.kind == "provision" and place.start <= one.start and one.end <= place.end]
    last = among[-1:]
    for one in reversed(among[:-1]):
        if last[0].start - one.end > REACH_OF_LIST:
            break
        last.insert(0, one)
    return (one for one in last if _article(one))


def _all_denied(cited: tuple[Citation, ...], case: Citation) -> list[Citation]:
    """
    The articles of the sentence, where the Court found a violation of none of them and no paragraph is cited; or
    nothing.
    """
    provisions = [one for one in cited if one.kind == "provision" and article_of(one.target)]
    denied = all(_contrary("violation", article_of(one.target), case) for one in provisions)
    return provisions if denied and not case.pinpoint else []


@lru_cache(maxsize=1)
def _new_clause() -> re.Pattern[str]:
    return re.compile(r"[;:(]|\bbut\b|\bwhile\b|\bmais\b")


def _formation(rule: Rule, sentence: Span, claim: Span, context: Context) -> str:
    """Which formation the sentence names last before the claim ends, as the register writes it; empty for none."""
    before = Span(sentence.start, claim.end)
    grand = context.spans_said(rule, "grand", before)
    chamber = [
        one for one in context.spans_said(rule, "chamber", before) if not any(one.meets(other) for other in grand)
    ]
    named = [*((one.end, "GC") for one in grand), *((one.end, "CH") for one in chamber)]
    return max(named)[1] if named else ""


def _with_its_successor(case: Citation, context: Context) -> Citation:
    """The case with the Grand Chamber's judgment in it, where the sentence cites the Chamber's by its day."""
    successor = None if case.authority is None else context.registers.superseded(case.authority)
    return case if successor is None else evolve(case, candidates=(*case.candidates, successor))


def _contrary(fault: str, article: str, case: Citation, removal: bool = False, formation: str = "") -> bool:
    """
    Whether no judgment in the case is recorded with what is claimed, and one is with its contrary. A claim about a
    *removal* is held against what is recorded of it, where anything is; one about what a *formation* found against
    its judgment alone, if there is one.
    """
    # With its day the judgment is named; without it any judgment in the case may be meant.
    every = (case.authority, *case.candidates)
    meant = (case.authority,) if case.written.part("date") is not None and not formation else every
    judgments = [row for row in meant if row is not None and row.decision == "JUD"]
    if formation and len({row.formation for row in judgments}) > 1:
        judgments = [row for row in judgments if row.formation == formation]
    elif formation == "CH" and any(row.formation == "GC" for row in judgments):
        return False  # of the Chamber's judgment nothing is known
    outcomes = [outcome_of(row) for row in judgments if row.outcome]
    # What the Grand Chamber's record passes over, it found no violation of, whatever the Chamber had.
    of_grand = formation == "GC" and bool(judgments) and all(row.formation == "GC" for row in judgments)
    if fault == "violation" and of_grand and len(outcomes) == len(judgments):
        return all(one.whole and (one.violated or one.not_violated) and article not in one.violated for one in outcomes)
    if fault == "violation" and removal and any(article in one.not_on_removal for one in outcomes):
        return not any(article in one.on_removal for one in outcomes)
    if fault == "violation":
        return any(article in one.not_violated for one in outcomes) and not any(
            article in one.violated for one in outcomes
        )
    if fault == "no-violation":
        return any(article in one.violated for one in outcomes) and not any(
            article in one.not_violated for one in outcomes
        )
    raised = {base(article) for row in judgments for each in row.articles for article in each.split("+")}
    return bool(raised) and article not in raised and article not in GENERAL


def _of_the_clause(rule: Rule, cited: tuple[Citation, ...], match: Match[str]) -> tuple[Citation | None, Span]:
    """
    The case that the words of *match* are said of, with the stretch that is about it: the only one of the sentence; of
    several the last before them, up to the next.
    """
    case = _only_case(cited) or _only_of(rule, cited)
    if case is not None and not _is_judgment(case):
        return case, match.sentence
    if case is not None:
        # The number of another case stands there, whose name was not read.
        rows = [row for row in (case.authority, *case.candidates) if row is not None]
        its = {case.target, *(f"ecthr:{number}" for row in rows for number in row.numbers)}
        return (None if any(one.kind == "appno" and one.target not in its for one in cited) else case), match.sentence
    cases = [one for one in cited if one.kind in ("case", "short-form")]
    before = [one for one in cases if one.end <= match.span.start]
    if not before:
        return None, match.sentence
    last = before[-1]
    start = max((one.written.whole.end for one in cases if one.end <= last.start), default=match.sentence.start)
    end = min((one.start for one in cases if one.start >= match.span.end), default=match.sentence.end)
    own = tuple(one for one in cited if last.start <= one.start < end)
    return _only_case(own) or _only_of(rule, own), Span(min(start, last.start), end)


def _off_subject(rule: Rule, case: Citation, cited: tuple[Citation, ...]) -> str | None:
    """
    How loudly it may be said that the case is not about the subject: the rule's own severity, a note, or nothing, where
    the register does not know what was in issue or the sentence cites an article that was.
    """
    subject = _of_the_subject(rule, case)
    if subject is not None:
        views = [row for row in (case.authority, *case.candidates) if row is not None]
        of_all = {article for row in views for article in row.articles} - OF_COMMITTEES
        about = bool(of_all) and of_all.isdisjoint(subject) and all(row.articles for row in views)
        return "note" if about and not any(_written_article(one) in of_all for one in cited) else None
    rows = [row for row in (case.authority, *case.candidates) if row is not None and row.decision in ("JUD", "DEC")]
    raised = {base(article) for row in rows for each in row.articles for article in each.split("+")} - GENERAL
    outcomes = [row.outcome for row in rows]
    if not raised or not raised.isdisjoint(listed(rule, "articles")) or not all(row.articles for row in rows):
        return None
    if any(outcome.rstrip().endswith(("…", "...")) for outcome in outcomes):
        return None
    if any(_article(one) in raised for one in cited if one.kind == "provision"):
        return None
    alone = listed(rule, "beside_it")
    if not alone:
        return rule.severity
    # Of Article 5 alone "Expulsion" is the ground of the detention.
    if raised - {"14"} != {"5"} and any(_of_removal().search(outcome) for outcome in outcomes):
        return None
    if raised - {"14"} <= set(alone):
        return rule.severity
    tags = listed(rule, "tags")
    curated = case.authority is not None and bool(set(case.authority.tags) & set(tags))
    return "note" if curated and len(raised) == 1 else None


# Articles that no communication is cited for as its subject: what torture is, the duties in general, procedure.
OF_COMMITTEES = frozenset(("1", "2", "5", "22"))


def _written_article(one: Citation) -> str:
    """The number of an article as it is written, of whatever treaty."""
    part = one.written.part("article") if one.kind == "provision" else None
    number = re.match(r"\d+", part.value) if part is not None else None
    return number[0] if number else ""


def _in_issue(row: Authority) -> str:
    """The articles in issue, in words; of views without those that say what the duties are in general."""
    every = dict.fromkeys(base(each) for one in row.articles for each in one.split("+"))
    told = [one for one in every if row.register != "un" or one not in OF_COMMITTEES] or [*every]
    plain = [one for one in told if one[0] != "P"]
    if len(plain) < 2 or len(plain) < len(told):
        return _articles(told) if told else ""
    return f"Articles {', '.join(plain[:-1])} and {plain[-1]}"


def _finding(
    rule: Rule, written: str, article: str, span: Span, case: Citation, row: Authority, related: tuple[Span, ...] = ()
) -> Finding:
    outcome = " ".join(row.outcome.split())
    values = {
        "written": written,
        "article": _articles([article]).removeprefix("Article ") if article else "",
        "registered": outcome,
        "title": row.title,
        "articles": ", ".join(dict.fromkeys(base(each) for one in row.articles for each in one.split("+"))),
        "in_issue": _in_issue(row),
    }
    because = [register_row(row)]
    if outcome:
        source = "our curated record, not checked against the judgment" if row.remembered else row.link or row.source
        because.append(Evidence(f"Recorded outcome (V: violation, NV: no violation): {outcome}", source))
    severity = "warning" if row.remembered and rule.severity == "error" else None
    return found(rule, span, values, because=because, severity=severity, target=case.target, related=related)
