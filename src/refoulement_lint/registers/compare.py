"""Stage 3, resolve: what each citation means, and whether every part that is written agrees with the register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from sys import intern

from attrs import evolve

from refoulement_lint.model import Authority, Citation, Comparison, Part, Span, Written
from refoulement_lint.registers import luxembourg, national, strasbourg, treaty_bodies
from refoulement_lint.registers.names import near_applicant, near_respondent
from refoulement_lint.registers.nearness import is_slip
from refoulement_lint.registers.store import Store
from refoulement_lint.registers.verdicts import is_day, judged, numbered, pinpoint


def resolve(written: Sequence[Written], registers: Store, on: date) -> Iterator[Citation]:
    """
    Each citation with what is meant, in the order given, and held no longer. *on* is the law date of the run.
    """
    resolved: dict[Span, Citation] = {}
    numbers = {one.span: _its_number(one) for one in written if one.family == "ecthr" and one.kind == "appno"}
    citations: dict[int, Citation] = {}
    wrong: set[Span] = set()
    # A note may hold the full citation that the text above it refers to: what refers on is resolved last.
    for index in sorted(
        range(len(written)), key=lambda index: (_refers_on(written[index]), written[index].kind == "ecli")
    ):
        one = written[index]
        if one.family == "ecthr" and one.kind == "case":
            citation = strasbourg.case(one, registers, on)
            if numbers and _says_too_little(citation):
                nearest = sorted(numbers.values(), key=lambda part: abs(part.span.start - one.span.end))
                citation = strasbourg.told_by_numbers(citation, nearest, registers, on)
            if citation.target is None and not citation.candidates:
                citation = treaty_bodies.by_name(one, registers) or citation
        elif one.family == "cjeu" and one.kind == "case":
            citation = luxembourg.case(one, registers, on)
        elif one.kind == "short-form":
            citation = _short(one, resolved.get(one.refers_to) if one.refers_to else None, registers, on)
        elif one.kind == "ecli":
            citation = _ecli(one, registers, wrong=one.span in wrong)
        elif one.belongs_to is not None and one.family in ("cjeu", "un"):
            citation = _beside_a_name(one, resolved.get(one.belongs_to) if one.belongs_to else None, registers)
        elif one.family == "un":
            citation = treaty_bodies.case(one, registers, on)
        elif one.family == "national-case" and one.kind in ("case", "ecli"):
            citation = national.case(one, registers, on)
        elif one.kind == "appno":
            citation = _number(one, resolved.get(one.belongs_to) if one.belongs_to else None, registers)
        elif one.kind == "provision" or (one.kind == "national-statute" and _is_outlined(one, registers)):
            citation = _provision(one, registers)
        else:
            citation = _instrument(one, registers)
        citation = _verified_throughout(_on_no_day(citation), registers)
        if one.kind in ("case", "short-form", "document-symbol"):
            resolved[one.span] = citation
        wrong.update(
            verdict.span
            for verdict in citation.compared
            if verdict.part == "ecli" and verdict.verdict in ("differs", "impossible")
        )
        citations[index] = citation
    resolved.clear()
    for index in range(len(written)):
        if _says_too_little(citations[index]) and citations[index].candidates:
            citations[index] = _of_the_draft(citations[index], citations.values(), registers, on)
    for index in range(len(written)):
        yield citations.pop(index)


def _of_the_draft(citation: Citation, cited: Iterable[Citation], registers: Store, on: date) -> Citation:
    """A name that several cases have means the one that the draft cites by more than its name, if it cites one."""
    rows = {other.target: other.authority for other in cited if other.status == "verified" and other.authority}
    its = (row for row in citation.candidates if row.target in rows and row.numbers)
    numbers = [Part("number", citation.span, number) for number in dict.fromkeys(row.numbers[0] for row in its)]
    return strasbourg.told_by_numbers(citation, numbers, registers, on)


def _on_no_day(citation: Citation) -> Citation:
    """The same, impossible where it has a date that no calendar has and that was held against nothing."""
    day = citation.written.part("date") if citation.kind == "case" else None
    if day is None or len(day.value) < len("2011-01-21") or is_day(day.value):
        return citation
    if any(verdict.part == "date" for verdict in citation.compared):
        return citation
    verdict = Comparison("date", "no-such-day", day.span, day.value, "")
    return evolve(citation, status="impossible", compared=(*citation.compared, verdict))


# What a written part is held against, and the verdicts with which the citation may still be called verified.
_HELD = {"name": "title", "number": "numbers", "date": "date", "year": "date", "ecli": "ecli", "symbol": "symbol"}
_SETTLED = frozenset(("agrees", "tolerated"))


def _verified_throughout(citation: Citation, registers: Store) -> Citation:
    """
    The same, and verified only if every part that is written and that the register holds was compared and agrees.

    The last word on every citation of a case, whatever led to its row: a part that nobody compared cannot be passed
    over, and an identifier that the register has for another case cannot stand beside this one.
    """
    one, row = citation.written, citation.authority
    if citation.status != "verified" or row is None or one.kind != "case":
        return citation
    settled = {verdict.span for verdict in citation.compared if verdict.verdict in _SETTLED}
    theirs = {number for other in (row, *citation.candidates) for number in other.numbers}
    for part in one.parts:
        if part.name == "year" and (one.part("report") or one.part("date")):
            continue  # the report's own, or held against the register with the day
        held = getattr(row, _HELD[part.name]) if part.name in _HELD else ""
        # Reports beside a court's own number are compared with those of their series, where one is held.
        is_theirs = part.name == "number" and (part.value in theirs or one.family in ("cjeu", "national-case"))
        elsewhere = part.name == "ecli" and not held and registers.by_ecli(part.value)
        if (held and part.span not in settled and not is_theirs) or elsewhere:
            verdict = Comparison(part.name, "not-compared", part.span, part.value, str(held), "", row)
            return evolve(citation, status="unchecked", compared=(*citation.compared, verdict))
    return citation


def _refers_on(one: Written) -> bool:
    on = one.refers_to or one.belongs_to
    return on is not None and on.start > one.span.start


def _its_number(one: Written) -> Part:
    """The number that a citation of a number is; beside a name it has the parts of the name."""
    if one.belongs_to is None:
        return one.parts[0]
    return next(part for part in one.parts if part.name == "number" and part.span == one.span)


def _says_too_little(citation: Citation) -> bool:
    """Whether a name without a number of its own leads to no case, or to one of several."""
    one = citation.written
    if one.part("number") is not None:
        return False
    return citation.target is None or any(verdict.verdict == "ambiguous" for verdict in citation.compared)


def _number(one: Written, case: Citation | None, registers: Store) -> Citation:
    number = _its_number(one)
    target = f"ecthr:{number.value}"
    if one.part("own") and (case is None or case.status == "unchecked"):
        return Citation(written=one, target=target, status="unchecked")
    if case is not None:
        verdicts = tuple(verdict for verdict in case.compared if verdict.part == "number" and verdict.span == one.span)
        bad = {verdict.verdict for verdict in verdicts} - {"agrees"}
        status = (
            case.status if not verdicts else "impossible" if "impossible" in bad else "mismatch" if bad else "verified"
        )
        if case.status in ("unchecked", "not-in-register") and not bad:
            status = case.status
        return Citation(
            written=one,
            target=target,
            status=status,
            pinpoint=case.pinpoint,
            authority=case.authority,
            coverage=case.coverage,
        )
    rows = registers.cases.by_number(number.value)
    unread = one.part("unread-name")
    if unread is not None:
        named = [(row, (row.title, *row.titles)) for row in rows]
        near = (near_respondent, near_applicant)
        meant = next((row for row, titles in named if any(is_near(unread.value, titles) for is_near in near)), None)
        if meant is not None:
            verdict = Comparison("name", "near", unread.span, unread.value, meant.title, "", meant)
            return judged(one, meant, rows, [verdict], target)
        slipped = [row for row in registers.cases.by_name(unread.value) if strasbourg.is_slip_of(number.value, row)]
        if slipped and not rows:
            row = strasbourg.row_meant(one, slipped)
            right = next((other for other in row.numbers if is_slip(number.value, other)), "")
            verdict = Comparison("number", "unknown", number.span, number.value, numbered(row.numbers[:1]), right, row)
            return judged(one, row, slipped, [verdict], target)
        return Citation(written=one, target=target, status="unchecked", candidates=rows)
    if rows:
        row = strasbourg.row_meant(one, list(rows))
        days = strasbourg.dates(one, row, rows, registers)
        return judged(one, row, rows, days, target)
    return Citation(written=one, target=target, status="not-in-register", coverage=registers.coverage_sentence("ecthr"))


def _beside_a_name(one: Written, case: Citation | None, registers: Store) -> Citation:
    """The number of a Luxembourg case or of a communication whose name stands beside it and has been compared."""
    number = one.parts[0]
    # The parties may have told whose number it is, where the committee stood in another paragraph.
    its_own = case is not None and case.written.parts[0].value == number.value
    target = (case.written.key if case is not None and its_own else one.key) or (case.target if case else None)
    if case is None:
        return Citation(written=one, target=target, status="unchecked")
    bad = {verdict.verdict for verdict in case.compared if verdict.span == number.span} - {"agrees"}
    row = case.authority if case.target == target else registers.authority(target) if target else None
    status = "impossible" if "impossible" in bad else "mismatch" if bad & {"another-case", "unknown"} else case.status
    said = {(verdict.part, verdict.verdict) for verdict in case.compared}
    if _are_apart(number, case, row) and status in ("verified", "mismatch") and not bad:
        status = "unchecked"
    elif status == "unchecked" and row is case.authority and ("name", "not-held") in said:
        # The register has no name to compare; that number and day, or number and identifier, are one row's it can say.
        told = said & {("date", "agrees"), ("ecli", "agrees")}
        status = "verified" if told and said <= {*told, ("name", "not-held")} else status
    return Citation(
        written=one,
        target=target,
        status=status,
        pinpoint=case.pinpoint,
        authority=row,
        coverage=case.coverage,
    )


def _are_apart(number: Part, case: Citation, row: Authority | None) -> bool:
    """Whether the number is in no row, or in another than the case whose name stands beside it."""
    if row is None or case.authority is None or not case.authority.numbers:
        return row is None
    agreed = any(verdict.span == number.span and verdict.verdict == "agrees" for verdict in case.compared)
    return not agreed and row.target != case.authority.target and set(row.numbers).isdisjoint(case.authority.numbers)


def _short(one: Written, case: Citation | None, registers: Store, on: date) -> Citation:
    paragraphs = pinpoint(one)
    if case is not None:
        row = case.authority
        day = one.part("date")
        if day is not None:
            row = next((other for other in case.candidates if other.date == day.value), row)
        is_theirs = one.family == "ecthr"
        verdicts = tuple(strasbourg.paragraphs(one, row, registers)) if row is not None and is_theirs else ()
        return Citation(
            written=one,
            target=case.target,
            status=case.status if case.status != "mismatch" else "unchecked",
            pinpoint=paragraphs,
            authority=row,
            candidates=case.candidates,
            compared=verdicts,
            coverage=case.coverage,
        )
    ambiguous = one.part("ambiguous")
    if ambiguous is not None:
        verdict = Comparison("back", "ambiguous", one.span, one.text, ambiguous.value)
        return Citation(written=one, target=None, status="unchecked", pinpoint=paragraphs, compared=(verdict,))
    row = registers.authority(one.key) if one.key else None
    target = one.key
    in_full = one.part("name") is not None
    if row is None and one.form == "short" and (in_full or (one.family == "ecthr" and one.part("short-name"))):
        # What the name means where nothing refers back: the case in full is somewhere that this text is not.
        named = strasbourg.case(evolve(one, kind="case", form="full"), registers, on)
        if named.status == "verified" or (in_full and named.status == "unchecked"):
            row, target = named.authority, named.target  # of half a name, the only case that is called so
    if one.form == "ibid":
        return Citation(written=one, target=None, status="unchecked", pinpoint=paragraphs)
    verdict = Comparison("back", "unresolved", one.span, one.text, row.citation if row else "", "", row)
    target = row.target if row else target
    return Citation(
        written=one, target=target, status="unchecked", pinpoint=paragraphs, authority=row, compared=(verdict,)
    )


def _ecli(one: Written, registers: Store, *, wrong: bool) -> Citation:
    """
    The case of that ECLI; where no register has it, what its own digits or the citation beside it say. It is *wrong*
    where the register has another for the case beside which it stands.
    """
    rows = registers.by_ecli(one.text)
    if rows:
        # The register has the number alone; "C-36/20 PPU" beside the ECLI says what else belongs to it.
        target = one.key if one.key and one.key.startswith(f"{rows[0].target} ") else rows[0].target
        status = "mismatch" if wrong else "verified"
        return Citation(written=one, target=target, status=status, authority=rows[0], candidates=rows)
    return Citation(written=one, target=one.key, status="unchecked")


def _is_outlined(one: Written, registers: Store) -> bool:
    """Whether somebody counted the sections of the statute; of most nobody did, and nothing is said of them."""
    statute, _, section = (one.key or "").rpartition(":")
    verdict = registers.instruments.exists(statute, section)
    return verdict.verified or verdict.from_memory


def _provision(one: Written, registers: Store) -> Citation:
    if one.key is None:
        return Citation(written=one, target=None, status="unchecked")
    instrument, _, provision = map(intern, one.key.rpartition(":"))
    verdict = registers.instruments.exists(instrument, provision)
    if verdict.word == "unnumbered" and _is_counted(one, provision, registers):
        return _counted(one, registers)
    part = one.parts[0]
    below = provision.partition("(")[2]
    under = intern(f"({below}") if below else None
    if verdict.word == "exists":
        # A structure that nobody held against the text shows what is far out, and verifies nothing; a text does.
        read = verdict.verified or registers.is_text_read(one.key)
        told = "agrees" if read else "unread"
        compared = (Comparison("article", told, part.span, provision, provision),)
        status = "verified" if read else "unchecked"
        return Citation(written=one, target=one.key, status=status, pinpoint=under, compared=compared)
    if verdict.word in ("no-such-article", "no-such-paragraph", "no-such-point", "unnumbered"):
        comparison = Comparison("article", verdict.word, one.span, provision, verdict.says, verdict.proposal)
        # A structure that nobody verified cannot make a provision impossible; the finding says so too.
        status = "impossible" if verdict.verified else "unchecked"
        return Citation(written=one, target=one.key, status=status, pinpoint=under, compared=(comparison,))
    return Citation(written=one, target=one.key, status="unchecked", pinpoint=under)


def _is_counted(one: Written, provision: str, registers: Store) -> bool:
    """
    Whether the first paragraph of *provision* is written in words, "second paragraph of Article 47", or with a word
    that counts paragraphs without a number where there are several: "Absatz", "alinéa", "comma".
    """
    article, _, below = provision.partition("(")
    digits = re.findall(r"\d+", one.text)
    in_words = digits.count(below.partition(")")[0]) <= (article == below.partition(")")[0])
    # Where the text is held it has to have several; of an article that nobody read nothing is known.
    counts = _COUNTING.search(one.text) is not None
    return in_words or (counts and len(registers.text_of((one.key or "").partition("(")[0])) != 1)


# "Art. 267 Abs. 3 AEUV", "article 47, alinéa 1, de la Charte", "art. 47, comma 2, della Carta".
_COUNTING = re.compile(r"Abs|alin[eé]a|\bal\.|\bcomm[ai]\b|akapit")


def _counted(one: Written, registers: Store) -> Citation:
    """
    A paragraph that is counted, for it has no number, as the Court of Justice cites Article 47 of the Charter: it
    exists where the text that is held has so many.
    """
    article, _, below = (one.key or "").partition("(")
    texts = registers.text_of(article)
    number = int(below.partition(")")[0])
    part = one.parts[0]
    if texts and all(text.verified for text in texts) and number > len(texts):
        told = f"{registers.title(article)} has {len(texts)} paragraph{'s' if len(texts) > 1 else ''}"
        comparison = Comparison("article", "no-such-paragraph", one.span, part.value, told)
        return Citation(written=one, target=one.key, status="impossible", pinpoint=f"({below}", compared=(comparison,))
    read = bool(texts) and all(text.verified for text in texts)
    comparison = Comparison("article", "agrees" if read else "unread", part.span, part.value, part.value)
    status = "verified" if read else "unchecked"
    return Citation(written=one, target=one.key, status=status, pinpoint=f"({below}", compared=(comparison,))


def _instrument(one: Written, registers: Store) -> Citation:
    """An instrument that the register has; where its row is from memory, nothing is verified by it."""
    known = registers.instruments.get(one.key) if one.key is not None else None
    if known is not None and not known.verified:
        compared = (Comparison("instrument", "unread", one.span, one.text, known.printed),)
        return Citation(written=one, target=one.key, status="unchecked", pinpoint=pinpoint(one), compared=compared)
    row = registers.authority(one.key) if one.family == "document" and one.key and known is None else None
    status = "verified" if known is not None or row is not None else "unchecked"
    return Citation(written=one, target=one.key, status=status, pinpoint=pinpoint(one), authority=row)
