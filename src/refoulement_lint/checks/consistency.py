"""
Does the draft agree with itself: one case one name, short forms that point somewhere, a table that holds what is
cited?
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from refoulement_lint.checks import Context, found, listed, register_row, under
from refoulement_lint.folding import has_cyrillic, slips
from refoulement_lint.late import late
from refoulement_lint.model import Citation, Draft, Evidence, Finding, Span
from refoulement_lint.rule import Parameter, Rule

KIND = "consistency"

FAULTS = (
    "names",
    "numbers",
    "short-form",
    "short-form-ambiguous",
    "versus",
    "table-unused",
    "table-missing",
    "years",
    "article",
)
PARAMETERS: Mapping[str, Parameter] = {
    "fault": Parameter("text", FAULTS, required=True),
    "article": Parameter("text"),
    "instruments": Parameter("texts"),
    "phrases": Parameter("asked"),
    "silenced_by": Parameter("asked"),
    "between": Parameter("texts"),
    "others": Parameter("texts"),
    "and": Parameter("texts"),
    "signs": Parameter("texts"),
}
"""
*fault*: ``names`` (one case under two names), ``numbers`` (one name under two numbers that differ by one slip, where no
register knows which is right), ``short-form`` ("cited above" with nothing
above), ``short-form-ambiguous`` (several cases above that it may be), ``versus`` ("v." and "c." mixed),
``table-unused``/``table-missing`` (table of authorities), ``article`` (*article* with no instrument named while
several of *instruments* are in play; one of *phrases* must stand in the sentence).

*silenced_by*: what the heading of a table of authorities, or a line that leads to its entries, says where the table is
not all there is ("principal authorities"). *between*: what each language has between the parties, ``"de gegen|gg."``;
*others*: what it has for "and Others", in its cases too; *and*: what joins two names. *signs*: words and reports in the
names of national cases that are of that language.
"""
PLACEHOLDERS = frozenset({"written", "other", "title", "proposal", "instruments"})

_EMPTY = dict.fromkeys(PLACEHOLDERS, "")
# The court, the parties and the file number stand in short lines within so many characters.
HEAD, LONGEST_LINE = 600, 120


def check(draft: Draft, rules: tuple[Rule, ...], context: Context) -> Iterator[Finding]:
    """Findings at the later of two places that disagree, the earlier one beside it."""
    for rule in rules:
        yield from _LOOKS[rule.parameters["fault"]](rule, draft, context)


def _in_table(draft: Draft, citation: Citation) -> bool:
    block = draft.document.block_at(citation.start)
    return block is not None and block.kind == "authorities"


# --- one case, one name -----------------------------------------------------------------------------------------------


def _names(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    first: dict[str, Citation] = {}
    said: set[str] = set()
    for citation in draft.citations:
        if citation.target is None or not _named_in_full(citation, rule) or _in_table(draft, citation):
            continue
        earlier = first.setdefault(citation.target, citation)
        name, earlier_name = _applicants(_name(citation), rule), _applicants(_name(earlier), rule)
        if name == earlier_name or name in said or has_cyrillic(name) != has_cyrillic(earlier_name):
            continue  # a name and its translation are one name
        if draft.language not in UNDECLINED and _is_declined(name, earlier_name):
            continue
        if any(said_of.verdict == "initials" for one in (citation, earlier) for said_of in one.compared):
            continue  # two sets of initials that the Court gave to one applicant
        if _are_its_names(citation, earlier, rule) or _is_anonymous(citation) != _is_anonymous(earlier):
            continue
        said.add(name)
        because = [Evidence(f"The draft cites it first as {earlier.text}.", "the draft itself")]
        if citation.authority is not None:
            because.append(register_row(citation.authority))
        values = {**_EMPTY, "written": citation.text, "other": earlier.text}
        yield found(
            rule,
            citation.span,
            values,
            because=because,
            target=citation.target,
            related=(earlier.span,),
            replacement=earlier.text,
        )


def _are_its_names(citation: Citation, earlier: Citation, rule: Rule) -> bool:
    """Whether the register has both names: what a Chamber and the Grand Chamber called the case."""
    rows = {row.row: row for one in (citation, earlier) if (row := one.authority) is not None}
    titles = {_applicants(title, rule) for row in rows.values() for title in (row.title, *row.titles)}
    return len(rows) == 2 and {_applicants(_name(one), rule) for one in (citation, earlier)} <= titles


def _is_anonymous(citation: Citation) -> bool:
    """Whether the applicant has initials alone: anonymity is granted after a case was first called by its name."""
    return _INITIALS_FIRST.match(_name(citation)) is not None


_INITIALS_FIRST = late(r"(?:[^\W\d_]\.\s?){2,}")


def _named_in_full(citation: Citation, rule: Rule) -> bool:
    """A full citation, or a short form that names both parties ("M.A. v. Lithuania, cited above")."""
    if citation.written.family != "ecthr":
        return False
    return (citation.kind == "case" and citation.form == "full") or (
        citation.kind == "short-form" and _parted(_heard(citation.text), rule)[1]
    )


UNDECLINED = ("en", "fr", "es", "it", "nl", "sv", "da", "no")
"""Languages in which a name has one form."""
MOST_ENDING = 3
"""Letters by which two cases of one name differ at the end."""


def _applicants(name: str, rule: Rule) -> str:
    """
    The applicant's side of a name as a reader hears it, in whichever language: "Hirsi Jamaa u. a. gegen Italien" is
    "hirsi jamaa and others".
    """
    words, _ = _parted(_heard(_ORIGINAL.sub(" ", name) if has_cyrillic(name) else name), rule)
    joints = _word_rows(listed(rule, "and"))
    for row in _word_rows(listed(rule, "others")):
        if len(words) > len(row) and tuple(words[-len(row) :]) == row:
            return " ".join(["and" if (word,) in joints else word for word in words[: -len(row)]] + ["and", "others"])
    return " ".join("and" if (word,) in joints else word for word in words)


# The name as the Court prints it, behind the one in Cyrillic letters.
_ORIGINAL = late(r"\([A-Z][^()]{1,80}\)")


def _heard(name: str) -> list[str]:
    """The words of a name without accents, stops and articles."""
    plain = unicodedata.normalize("NFKD", name.lower())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [word for word in re.sub(r"[^\w\s&/]|_", "", letters).split() if word not in ("the", "la", "le", "l")]


def _parted(words: list[str], rule: Rule) -> tuple[list[str], bool]:
    """The words before what stands between the parties, and whether anything does; "v" before all others."""
    between = {row[0] for row in _word_rows(listed(rule, "between")) if len(row) == 1}
    for marks in ({"v"}, between):
        place = next((index for index, word in enumerate(words) if index and word in marks), None)
        if place is not None:
            return words[:place], True
    return words, False


@lru_cache(maxsize=4)
def _word_rows(lists: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Every phrase of a rule's lists as its words are heard, the longest first."""
    phrases = {tuple(_heard(phrase)) for words in _between(lists).values() for phrase in words}
    return tuple(sorted(phrases - {()}, key=lambda row: (-len(row), row)))


def _is_declined(one: str, other: str) -> bool:
    """Whether two names are one in two grammatical cases: word by word alike but for their endings."""
    words, others = one.split(), other.split()
    return len(words) == len(others) and all(
        max(len(a), len(b)) - _alike(a, b) <= min(MOST_ENDING, len(a) - 2) or a == b
        for a, b in zip(words, others, strict=True)
    )


def _numbers(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    by_name: dict[str, dict[str, Citation]] = {}
    for citation in draft.citations:
        if citation.kind != "case" or citation.form != "full" or citation.target is None or citation.authority:
            continue
        name = citation.written.part("name")
        if name is None:
            continue
        others = by_name.setdefault(_folded_name(name.value), {})
        earlier = next((other for target, other in others.items() if slips(target, citation.target, most=1) == 1), None)
        if earlier is not None and _of_two_states(citation, earlier):
            earlier = None
        if earlier is not None and citation.target not in others:
            number, its = citation.written.part("number"), earlier.written.part("number")
            values = {"written": number.value if number else citation.text, "other": its.value if its else earlier.text}
            because = [Evidence(f"The draft also cites it as {earlier.text}.", "the draft itself")]
            yield found(
                rule,
                citation.span,
                {**_EMPTY, **values, "title": name.value},
                because=because,
                target=citation.target,
                related=(earlier.span,),
            )
        others.setdefault(citation.target, citation)


def _years(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    """One place in a report with two years beside the same name; the table of authorities is taken for right."""
    by_target: dict[str, list[Citation]] = {}
    for citation in draft.citations:
        if citation.kind == "case" and citation.target and citation.written.part("year") and not citation.authority:
            by_target.setdefault(f"{citation.target} {_folded_name(_name(citation))}", []).append(citation)
    for places in by_target.values():
        years = Counter(_year_written(one) for one in places)
        if len(years) < 2:
            continue
        in_table = {_year_written(one) for one in places if _in_table(draft, one)}
        right = in_table.pop() if len(in_table) == 1 else years.most_common(1)[0][0]
        held = next(one for one in places if _year_written(one) == right)
        for one in places:
            year = one.written.part("year")
            if year is None or year.value == right or _in_quotation(draft, one):
                continue
            because = [Evidence(f"The draft also dates it {right}: {held.text}.", "the draft itself")]
            values = {"written": year.value, "other": right, "title": _name(one)}
            yield found(rule, year.span, {**_EMPTY, **values}, because=because, target=one.target, related=(held.span,))
    yield from _years_of_short_forms(rule, draft)


def _years_of_short_forms(rule: Rule, draft: Draft) -> Iterator[Finding]:
    """A short form with another year than the full citation it goes back to, where no decision in the case has it."""
    dated: dict[str, Citation] = {}
    for citation in draft.citations:
        if citation.target is None or citation.authority is None or citation.written.family != "ecthr":
            continue
        if citation.kind == "case" and citation.form == "full" and citation.written.part("date") is not None:
            dated.setdefault(citation.target, citation)
        year, earlier = citation.written.part("year"), dated.get(citation.target)
        if citation.kind != "short-form" or year is None or earlier is None or _in_quotation(draft, citation):
            continue
        rows = (citation.authority, *citation.candidates, *earlier.candidates)
        known = {day[:4] for row in rows for day in (row.date, *row.other_dates)}
        day = earlier.written.part("date")
        assert day is not None
        if year.value not in known | {day.value[:4]}:
            because = [Evidence(f"The draft dates it {day.value} in {earlier.text}.", "the draft itself")]
            because.append(register_row(citation.authority))
            values = {"written": year.value, "other": day.value[:4], "title": _name(citation)}
            yield found(
                rule,
                year.span,
                {**_EMPTY, **values},
                because=because,
                target=citation.target,
                related=(earlier.span,),
            )


def _year_written(citation: Citation) -> str:
    year = citation.written.part("year")
    return year.value if year is not None else ""


def _of_two_states(one: Citation, other: Citation) -> bool:
    """Whether the names have different States behind the versus: one applicant may have gone against both."""
    if one.written.family not in ("ecthr", "un"):
        return False  # elsewhere the other side is a person or an office, written in many ways
    first, second = (_versus_word().split(_name(citation), maxsplit=1)[-1] for citation in (one, other))
    return first.casefold().removeprefix("the ").strip() != second.casefold().removeprefix("the ").strip()


def _name(citation: Citation) -> str:
    """The name of a case as written, without the report that a national citation spans."""
    part = citation.written.part("name")
    return part.value if part is not None else citation.text


def _names_of_cases(draft: Draft) -> Callable[[Citation], str]:
    """
    By which name a case of the draft is known again: the applicant's side, or all of the name where several cases have
    that side, "INS v. Stevic" and "INS v. Cardoza-Fonseca".
    """
    sides: dict[str, set[str]] = {}
    for citation in draft.citations:
        if citation.kind == "case" and citation.target is not None and citation.form == "full":
            sides.setdefault(_folded_name(_name(citation)), set()).add(citation.target)

    def known_by(citation: Citation) -> str:
        side = _folded_name(_name(citation))
        return _folded_name(_name(citation), whole=True) if len(sides.get(side, ())) > 1 else side

    return known_by


def _folded_name(name: str, *, whole: bool = False) -> str:
    """
    The applicant's side of a name as a reader hears it: no dots, no accents, no "the", whichever word stands for "and".

    "UK" and "the United Kingdom" are one State; a wrong one is another rule's. *whole*: both sides.
    """
    plain = unicodedata.normalize("NFKD", name.lower())
    words = re.sub(r"[^\w\s&]|_", "", "".join(letter for letter in plain if not unicodedata.combining(letter))).split()
    small = {
        "c": "v",
        "contre": "v",
        "przeciwko": "v",
        "p": "v",
        "pries": "v",
        "proti": "v",
        "impotriva": "v",
        "gegen": "v",
        "et": "and",
        "i": "and",
        "&": "and",
    }
    heard = [small.get(word, word) for word in words if word not in ("the", "la", "le", "l")]
    return " ".join(heard[: heard.index("v", 1)] if "v" in heard[1:] and not whole else heard)


# --- short forms ------------------------------------------------------------------------------------------------------


def _short_form(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    """ "Chahal (cited above)" with no Chahal above, or with two that it may be."""
    wanted = "unresolved" if rule.parameters["fault"] == "short-form" else "ambiguous"
    text = draft.document.text
    for citation in draft.citations:
        for comparison in citation.compared:
            if comparison.part != "back" or comparison.verdict != wanted or _in_table(draft, citation):
                continue
            if wanted == "unresolved" and (
                _is_explained(citation, draft, context) or _is_numbered_above(citation, draft)
            ):
                continue
            back = citation.written.part("back")
            end = max(citation.end, back.span.end) if back else citation.end
            if "(" in text[citation.end : end] and text[end : end + 1] == ")":
                end += 1
            span = Span(citation.start, end)
            proposal = comparison.registered if wanted == "unresolved" else ""
            values = {**_EMPTY, "written": text[span.start : span.end], "proposal": comparison.registered}
            before = "No full citation of it stands" if wanted == "unresolved" else "Each of them is cited"
            because = [Evidence(f"{before} before this place.", "the draft itself")]
            if comparison.authority is not None:
                because.append(register_row(comparison.authority))
            yield found(
                rule,
                span,
                values,
                because=because,
                target=citation.target,
                replacement=proposal or None,
                edit_span=citation.span,
            )


def _is_explained(citation: Citation, draft: Draft, context: Context) -> bool:
    """
    Whether the case stands in full behind its short name, in the same sentence, and nothing says "above": "In *EM
    (Eritrea)* the Court asked: R (EM (Eritrea)) v Secretary of State … [2014] UKSC 12", "in M'Bodj (Grand Chamber, same
    day, C-542/13)".
    """
    if citation.written.part("back") is not None:
        return False
    sentence = context.sentence_at(citation.start)
    behind = draft.citations_in(Span(citation.end, max(sentence.end, citation.end)))
    return any(
        (one.kind == "case" and one.form == "full" and _has_words(_name(one), citation.text))
        or (_is_told_by_its_number(one, citation) and one.written.part("number") is not None)
        for one in behind
    )


def _is_numbered_above(citation: Citation, draft: Draft) -> bool:
    """
    Whether the case that the register calls so stands in full before, by another of its names or by its number, as
    courts cite that name no parties: "CE, 22 septembre 1997, n° 161364" and then "Cinar, préc."; "C-163/17 Abubacarr
    Jawo przeciwko …" and then "Jawo".
    """
    return any(
        one.form == "full" and one.end <= citation.start and _is_told_by_its_number(one, citation)
        for one in draft.citations
    )


def _is_told_by_its_number(one: Citation, citation: Citation) -> bool:
    """Whether *one* is the case of *citation* under its number, which in Luxembourg tells it whatever its name."""
    if citation.target is None or one.target != citation.target or one.kind not in ("case", "appno"):
        return False
    return one.written.family == "cjeu" or (one.kind == "case" and one.written.part("name") is None)


def _has_words(name: str, words: str) -> bool:
    """Whether *words* stand in a name, and no letter or figure goes on before or behind them."""
    at = name.find(words)
    end = at + len(words)
    return at >= 0 and not name[max(0, at - 1) : at].isalnum() and not name[end : end + 1].isalnum()


# --- v. and c. --------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _versus_word() -> re.Pattern[str]:
    return re.compile(r"\s(?P<word>v\.?|c\.)\s")


def _versus(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    """
    "c." in a draft that writes "v.", or the other way round; two of the usual word, or the language, decide which is
    usual.
    """
    written: list[tuple[Citation, Span, str]] = []
    for citation in draft.citations:
        if citation.kind != "case" or citation.written.family != "ecthr":
            continue
        found_word = _versus_word().search(citation.text)
        if found_word:
            span = Span(citation.start + found_word.start("word"), citation.start + found_word.end("word"))
            written.append((citation, span, found_word["word"]))
    yield from _of_another_language(rule, draft, context)
    national = yield from _of_national_courts(rule, draft)
    kinds = Counter("c." if word == "c." else "v." for _, _, word in written)
    if kinds:
        kinds.update(national)
    if len(kinds) < 2:
        return
    by_language = {"en": "v.", "fr": "c."}.get(draft.language)
    usual = by_language if by_language and kinds[by_language] else kinds.most_common(1)[0][0]
    other = "c." if usual == "v." else "v."
    if kinds[usual] <= kinds[other]:
        return
    words_written = Counter(word for _, _, word in written if (word == "c.") == (usual == "c."))
    spelled = words_written.most_common(1)[0][0] if words_written else usual
    for citation, span, word in written:
        if (word == "c.") == (other == "c."):
            if _is_throughout(draft, citation, word) or _is_french(citation, word, context):
                continue  # rightly cited in the other language, with its words for the parties too
            yield _written_otherwise(rule, citation, span, word, spelled, others=kinds[usual])


def _of_national_courts(rule: Rule, draft: Draft) -> Generator[Finding, None, Counter[str]]:
    """
    "Singh c Minister" in an English draft, "Singh v Ministre" in a French one: the other language's word between
    parties that are named as the draft's own language names them. How often the national cases have "v." and "c." is
    handed back.
    """
    own = "c" if draft.language == "fr" else "v"
    counted: Counter[str] = Counter()
    astray: list[tuple[Citation, Span, str]] = []
    for citation in draft.citations:
        name = citation.written.part("name") if citation.written.family == "national-case" else None
        match = _NATIONAL_BETWEEN.search(name.value) if name is not None and citation.kind == "case" else None
        if name is None or match is None or _in_quotation(draft, citation):
            continue
        word = match["word"]
        if word.rstrip(".") == own:
            counted[word] += 1
        elif draft.language in ("en", "fr"):
            start = name.span.start + match.start("word")
            if draft.document.text[start : start + len(word)] == word:
                astray.append((citation, Span(start, start + len(word)), word))
    signs = _between(listed(rule, "signs"))
    foreign = signs.get("en" if draft.language == "fr" else "fr", frozenset())
    if counted.total() > len(astray):
        for citation, span, word in astray:
            said = set(_SIGN.findall(citation.text.casefold()))
            if not said & signs[draft.language] or said & foreign:
                continue  # the title of a judgment in the other language, whole
            spelled = counted.most_common(1)[0][0]
            yield _written_otherwise(rule, citation, span, word, spelled)
    return Counter({f"{own}.": counted.total()}) if counted else Counter()


_NATIONAL_BETWEEN = late(r"\s(?P<word>[vc]\.?)\s")
_SIGN = late(r"[^\W\d_]+")


def _written_otherwise(
    rule: Rule, citation: Citation, span: Span, word: str, spelled: str, *, others: int | None = None, mend: bool = True
) -> Finding:
    """That a citation has a word between its parties that the draft's `others` do not have; `mend` offers theirs."""
    how_many = "other citations" if others is None else f"{others} other citations"
    return found(
        rule,
        citation.span,
        {**_EMPTY, "written": word, "other": spelled, "title": citation.text},
        because=[Evidence(f"The draft writes “{spelled}” in {how_many}.", "the draft itself")],
        target=citation.target,
        replacement=spelled if mend else None,
        edit_span=span,
    )


def _of_another_language(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    """
    A word that the draft's language does not have between two parties whose State is written in that language:
    "Ilias un Ahmed v. Ungārija" where the draft has "pret". What is foreign throughout is the Court's own title.
    """
    by_language = _between(listed(rule, "between"))
    own = by_language.get(draft.language, frozenset())
    if draft.language != "en" and not _writes_english(draft, own, by_language.get("en", frozenset())):
        own = own - by_language.get("en", frozenset())
    every = {word for words in by_language.values() for word in words}
    ours: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    translated: set[tuple[str | None, int]] = set()
    others: list[tuple[Citation, Span, str, str]] = []
    for citation in draft.citations:
        if citation.kind != "case" or citation.written.family not in _WITH_PARTIES or _in_quotation(draft, citation):
            continue
        name, begin = citation.text, citation.start
        match = next((one for one in _WORDS_BETWEEN.finditer(name) if one["word"].lower() in every), None)
        if match is None:
            continue
        word = match["word"]
        if word.lower() in own:
            ours[word] += 1
            forms[_form_of_number(citation)] += 1
            translated.add((citation.target, context.sentence_at(citation.start).start))
        elif draft.language not in _V_AND_C or word.lower() not in ("v", "v.", "c."):
            others.append(
                (citation, Span(begin + match.start("word"), begin + match.end("word")), word, name[match.end() :])
            )
    if not own or len(others) >= ours.total():
        return
    spelled = ours.most_common(1)[0][0]
    for citation, span, word, respondent in others:
        foreign = [language for language, words in by_language.items() if word.lower() in words]
        foreign = ["en"] if "en" in foreign else foreign  # others write "v." too, and title no case of the Court so
        translated_half = _is_in_the_language(respondent.strip(), draft.language, foreign, context)
        # The number as the draft writes it behind its own translations, and an English title that was not translated. A
        # French one is nobody's slip outside French: it is of a judgment in French, and named on purpose.
        form = _form_of_number(citation)
        astray = (
            foreign == ["en"]
            and 2 * len(others) <= ours.total()
            and form not in ("", *ENGLISH_NUMBERS)
            and form in forms
            and (citation.target, context.sentence_at(citation.start).start) not in translated
        )
        if not translated_half and not astray:
            continue
        yield _written_otherwise(rule, citation, span, word, spelled, mend=translated_half)


ENGLISH_NUMBERS = ("no", "nos")
"""What stands before the number of a case cited as the Court's English has it."""


def _form_of_number(citation: Citation) -> str:
    """What stands before the number: "nr" of "Nr. 12625/17"; empty where nothing does."""
    form = citation.written.part("number-form")
    return form.value.split()[-1].rstrip(".").casefold() if form is not None and form.value.strip() else ""


def _writes_english(draft: Draft, own: frozenset[str], english: frozenset[str]) -> bool:
    """Whether a draft has the English word, which its language writes too, at least as often as its own."""
    counted: Counter[bool] = Counter()
    for citation in draft.citations if own & english else ():
        if citation.kind == "case" and citation.written.family == "ecthr":
            match = next((one for one in _WORDS_BETWEEN.finditer(citation.text) if one["word"].lower() in own), None)
            if match is not None:
                counted[match["word"].lower() in english] += 1
    return counted[True] >= counted[False] and bool(counted)


def _in_quotation(draft: Draft, citation: Citation) -> bool:
    block = draft.document.block_at(citation.start)
    return block is not None and block.kind in ("quotation", "code")


@lru_cache(maxsize=4)
def _between(lists: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    """Language → the words of the rule's list, in lower case."""
    parted = (listed_of.partition(" ") for listed_of in lists)
    return {language: frozenset(words.split("|")) for language, _, words in parted}


# Cases that a draft names in its own language.
_WITH_PARTIES = frozenset(("ecthr", "un"))
# Where "v." and "c." are told apart by more than the State's name.
_V_AND_C = frozenset(("en", "fr", "es", "it"))
_WORDS_BETWEEN = late(r"\s(?P<word>[^\W\d_]{1,10}\.?|c/|\./\.)(?=\s)")


def _is_in_the_language(respondent: str, language: str, foreign: Sequence[str], context: Context) -> bool:
    """Whether the State is written as *language* has it, in any case, rather than as one of the *foreign* ones does."""
    written = _ARTICLE.sub("", respondent.casefold())
    for _, code in context.registers.states_in(respondent):
        alike = {
            one: _alike(written, _ARTICLE.sub("", context.registers.state_name_in(code, one).casefold()))
            for one in (language, *foreign)
        }
        return alike[language] >= SHORTEST_STEM and alike[language] > max(alike[one] for one in foreign)
    return False


def _alike(one: str, other: str) -> int:
    """How many letters two names have in common at their beginnings."""
    return next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


# How much of a State's name shows its language.
SHORTEST_STEM = 4
_ARTICLE = late(r"^(?:the|die|der|das|den|la|le|les|il|el|los|las|i|gli)\s|^l['’]")


@cache
def _signs() -> dict[bool, re.Pattern[str]]:
    """What besides the "c." of the Court's French (``True``) or the "v." of its English shows the language."""
    return {
        True: re.compile(r"\b(?:nos?|n°s?|nº)\s?\d|\bCEDH\b|\(d[ée]c\.?\)|\bet\s(?:autres|\d+\sautres)\b"),
        False: re.compile(r"\bnos?\.\s?\d|\bECHR\b|\(dec\.\)|\band\s(?:Others|\d+\sothers)\b|\sthe\s"),
    }


def _is_french(citation: Citation, word: str, context: Context) -> bool:
    """Whether the respondent behind a French "c." is so too: "D c. Bulgarie" in an English draft is a French name."""
    if word != "c." or citation.authority is None:
        return False
    written = _versus_word().split(_name(citation), maxsplit=1)[-1]
    states = [context.registers.state_name(code).removeprefix("the ") for code in citation.authority.respondent]
    return bool(states) and not any(state in written for state in states)


def _is_throughout(draft: Draft, citation: Citation, word: str) -> bool:
    """Whether the whole citation, number and report included, is in the language of *word* and of no other."""
    text = draft.document.text
    whole = text[citation.written.whole.start : citation.written.whole.end + len(" CEDH 2007-II")]
    french = word == "c."
    return bool(_signs()[french].search(whole)) and not _signs()[not french].search(whole)


# --- table of authorities ---------------------------------------------------------------------------------------------


def _table(draft: Draft) -> tuple[list[Citation], list[Citation]]:
    """The citations in the table of authorities, and those outside."""
    inside: list[Citation] = []
    outside: list[Citation] = []
    for citation in draft.citations:
        (inside if _in_table(draft, citation) else outside).append(citation)
    return inside, outside


def _is_selective(rule: Rule, draft: Draft, context: Context) -> bool:
    """Whether the heading of the table, or what stands there before its entries, says that it is a choice."""
    before = ""
    for block in draft.document.blocks:
        said = draft.document.text[block.span.start : block.span.end]
        if block.kind == "authorities" and not draft.citations_in(block.span):
            before = f"{before} . {said}"
        elif block.kind == "authorities":
            if context.said_anywhere(rule, "silenced_by", before):
                return True
        else:
            before = said
    return False


def _table_unused(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    inside, outside = _table(draft)
    if not inside or _is_selective(rule, draft, context):
        return
    used = {citation.target for citation in outside if citation.target}
    name_of = _names_of_cases(draft)
    names = {name_of(citation) for citation in outside if citation.kind == "case"}
    for citation in inside:
        if citation.kind not in ("case", "national-statute", "provision") or citation.target is None:
            continue
        if citation.kind == "case" and name_of(citation) in names:
            continue  # cited under another number: that is another rule's business
        # A table lists sections and ranges; a paragraph of a listed section is a use of it.
        if any(
            under(target, citation.target) or under(citation.target, target) or _same_section(target, citation.target)
            for target in used
        ):
            continue
        if citation.kind == "national-statute" and _is_used_by_another_name(citation, draft, used):
            continue
        because = [Evidence("The table lists it; the text never cites it.", "the draft itself")]
        yield found(rule, citation.span, {**_EMPTY, "written": citation.text}, because=because, target=citation.target)


def _is_used_by_another_name(entry: Citation, draft: Draft, used: set[str]) -> bool:
    """
    Whether the text cites the act that the entry's line calls by another name: "Foreign Affairs Reform and
    Restructuring Act (FARRA), § 2242, 8 U.S.C. § 1231 note" is used as "FARRA § 2242(a)".
    """
    text = draft.document.text
    end = text.find("\n", entry.end)
    line = text[text.rfind("\n", 0, entry.start) + 1 : end if end >= 0 else len(text)]
    words = set(re.findall(r"\w+", line))
    state = (entry.target or "").partition(":")[0]
    for target in used:
        country, _, rest = target.partition(":")
        act, _, section = rest.rpartition(":")
        if country == state and act in words and section.partition("(")[0] in words:
            return True
    return False


def _same_section(used: str, entry: str) -> bool:
    """``us:8 CFR 1208.17`` is used where the table lists a range of sections of the same part."""
    part = entry.split("(")[0].split(".")[0]
    return not entry.endswith(")") and "CFR" in entry and used.startswith(part)


def _table_missing(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    inside, outside = _table(draft)
    cases_listed = {citation.target for citation in inside if citation.kind in ("case", "short-form", "appno")}
    if not any(citation.kind == "case" for citation in inside) or _is_selective(rule, draft, context):
        return
    name_of = _names_of_cases(draft)
    names = {name_of(citation) for citation in inside if citation.kind == "case"}
    said: set[str] = set()
    for citation in outside:
        if citation.kind != "case" or citation.form != "full" or citation.target is None:
            continue
        # A reporter number that is a slip is another rule's business: the name is in the table.
        if citation.target in cases_listed or citation.target in said or name_of(citation) in names:
            continue
        if citation.written.part("own") is not None or _heads_the_draft(citation, draft):
            continue
        said.add(citation.target)
        because = [Evidence("The text cites it; the table of authorities does not list it.", "the draft itself")]
        yield found(rule, citation.span, {**_EMPTY, "written": citation.text}, because=because, target=citation.target)


def _heads_the_draft(citation: Citation, draft: Draft) -> bool:
    """
    Whether it is a number without a name in the lines above the first paragraph that is a sentence: the draft's own.
    """
    if citation.start >= HEAD or citation.written.part("name") is not None or citation.status == "verified":
        return False
    for block in draft.document.blocks:
        if block.span.start > citation.start:
            return True
        text = draft.document.text[block.span.start : block.span.end].rstrip()
        if block.kind == "body" and len(text) > LONGEST_LINE and text.endswith((".", "!", "?")):
            return False
    return True


# --- an article of nothing --------------------------------------------------------------------------------------------


def _article(rule: Rule, draft: Draft, context: Context) -> Iterator[Finding]:
    article = rule.parameters.get("article", "")
    in_play = [
        instrument
        for instrument in listed(rule, "instruments")
        if any(under(citation.target, f"{instrument}:{article}") for citation in draft.citations)
    ]
    if len(in_play) < 2:
        return
    places: list[Citation] = []
    for citation in draft.citations:
        part = citation.written.part("article")
        if part is None or part.value.partition("(")[0] != article or citation.written.part("instrument") is not None:
            continue
        sentence = context.sentence_at(citation.start)
        if "phrases" in rule.parameters and not context.said(rule, "phrases", sentence):
            continue
        # One of the two named in the paragraph before it is enough for a reader.
        block = draft.document.block_at(citation.start)
        start = block.span.start if block else sentence.start
        before = draft.citations_in(Span(start, citation.start))
        if any(
            other.target and other.target.partition(":")[0] in in_play and other.written.part("instrument") is not None
            for other in before
        ):
            continue
        places.append(citation)
    if places:
        names = " and ".join(context.registers.title(instrument) for instrument in in_play)
        values = {**_EMPTY, "written": places[0].text, "instruments": names}
        because = [Evidence(f"Article {article} of {names} is cited in this draft.", "the draft itself")]
        yield found(rule, places[0].span, values, because=because, related=tuple(place.span for place in places[1:]))


_Look = Callable[["Rule", Draft, Context], Iterator[Finding]]
_LOOKS: Mapping[str, _Look] = {
    "names": _names,
    "short-form": _short_form,
    "short-form-ambiguous": _short_form,
    "versus": _versus,
    "numbers": _numbers,
    "table-unused": _table_unused,
    "table-missing": _table_missing,
    "years": _years,
    "article": _article,
}
