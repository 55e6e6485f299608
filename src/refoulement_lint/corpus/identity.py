"""What a document is: a decision, told by the number in its own head; a report; a memo."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from refoulement_lint.model import Citation, Document, Span

# A judgment says on its first page what it is; what stands further below is what it cites.
HEAD = 6_000
# Lines of a head are short; a sentence that cites a case is not its title.
_LONGEST_LINE = 160
_LONGEST_TITLE = 120
# Where a memo or report says what it is.
_FIRST_LINES = 600
# A case has a number or two of its own (joined ones are one case in the register); a list of cases has many.
_MOST_NUMBERS = 2

# What may stand beside its own number on a line of a decision's head, in the languages of the courts.
_BESIDE = frozenset(
    """
    case of the in joined cases and application applications no nos number numbers neutral citation ecli ref reference
    communication communications submitted file docket appeal matter re by court ut between ix cg
    affaire affaires requête requêtes numéro dans jointes l les la et de du
    sache rechtssache rechtssachen verbundene beschwerde beschwerden nr az aktenzeichen der den und vom urteil
    beschluss     sprawa skarga skargi sprawie sygn akt nr byla bylos lieta pieteikums дело жалоба жалобы по делу
    judgment decision views arrêt arret décision wyrok postanowienie sprendimas spriedums постановление решение
    grand chamber chamber section
    """.split()
)
_COURT_WORDS = (
    r"\b(?:judg(?:e)?ment|decision|views|determination|opinion of advocate general|held at|before|handed down"
    r"|arrêt|décision|constatations|conclusions de l'avocat|urteil|beschluss|im namen des volkes|schlussanträge"
    r"|wyrok|postanowienie|orzeczenie|sprendimas|nutartis|spriedums|lēmums|otsus|tuomio|dom"
    r"|постановление|решение|определение|sentenza|sentencia|arrest|uitspraak)\b"
)
# What is written to a court names the case as its judgment does.
_PLEADING_WORDS = (
    r"\b(?:observations|submissions?|skeleton|brief|petition|pleading|complaint|grounds of|in reply|rule 39"
    r"|request for|application to the|communication to the|third[- ]party|amicus|draft"
    r"|mémoire|requête introductive|schriftsatz|klageschrift|antrag(?:sschrift)?|skarga|pismo|wniosek"
    r"|skundas|prašymas|sūdzība|жалоба на|возражения)\b"
)
_REPORT_WORDS = (
    r"\b(?:report|country information|country guidance|country policy|factsheet|submission|monitor(?:ing)?"
    r"|rapport|bericht|lagebericht|länderinformation|raport|ataskaita|pranešimas|ziņojums|отч[её]т|доклад)\b"
)
_MEMO_WORDS = (
    r"\b(?:memo|memorandum|file note|attendance note|case note|checklist|vermerk|notiz|notatka|note interne"
    r"|pažyma|записка)\b|^(?:to|from|an|von|do|od|à|de):"
)


class Identity(NamedTuple):
    """What a document is; *target* is ``""`` where no key can name it."""

    kind: str
    title: str
    target: str = ""
    citation: str = ""
    ecli: str = ""
    decided: str = ""


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "court": re.compile(_COURT_WORDS, re.IGNORECASE),
        "pleading": re.compile(_PLEADING_WORDS, re.IGNORECASE),
        "report": re.compile(_REPORT_WORDS, re.IGNORECASE),
        "memo": re.compile(_MEMO_WORDS, re.IGNORECASE | re.MULTILINE),
        "word": re.compile(r"[^\W\d_]+"),
    }


def identity_of(document: Document, citations: tuple[Citation, ...], *, fallback: str) -> Identity:
    """
    What *document* is, judging by its head.

    It is a decision where a number, ECLI or neutral citation stands on a line of the head that has nothing else to say,
    and a word of a court stands in the head too: a memo about a judgment names it in a sentence or a title of its own.

    Args:
        document: The document.
        citations: Those of its first `HEAD` characters, in the order of the text.
        fallback: Its title where it has none.
    """
    head = document.text[:HEAD]
    title = _title(document) or fallback
    first = f"{title}\n{head[:_FIRST_LINES]}"
    about_one = any(_patterns()[kind].search(first) for kind in ("pleading", "memo"))
    if _patterns()["court"].search(head) and not about_one:
        own = [citation for citation in citations if citation.target and _is_own(citation, citations, head)]
        meant = {citation.authority.target if citation.authority else citation.target for citation in own}
        if 0 < len(meant) <= _MOST_NUMBERS:
            return _decision(own[0], citations, title)
    for kind in ("memo", "report"):
        if _patterns()[kind].search(first):
            return Identity(kind, title)
    return Identity("document", title)


def _decision(citation: Citation, citations: tuple[Citation, ...], title: str) -> Identity:
    row = citation.authority
    same = [each for each in citations if each.target == citation.target]
    return Identity(
        kind="case",
        title=title,
        target=citation.target or "",
        citation=" ".join((row.citation or row.title).split()) if row else _cited(citation, title),
        ecli=next((each.text for each in same if each.kind == "ecli"), row.ecli if row else ""),
        decided=row.date if row else "",
    )


def _cited(citation: Citation, title: str) -> str:
    """How a decision is cited that no register has: as it is headed, with its number."""
    if citation.kind != "appno":
        return citation.text
    named = re.sub(r"\A(?:(?:in the )?case of|affaire|sprawa|sache) ", "", title, flags=re.IGNORECASE)
    return f"{named}, no. {citation.text}" if re.search(r" (?:v\.?|c\.|vs\.?) ", named) else f"no. {citation.text}"


def _is_own(citation: Citation, citations: tuple[Citation, ...], head: str) -> bool:
    """Whether a citation by number stands on a line of its own."""
    written = citation.written
    numbered = citation.kind in ("appno", "ecli", "document-symbol") or any(
        written.part(name) is not None for name in ("number", "ecli", "report")
    )
    if citation.kind not in ("case", "appno", "ecli", "document-symbol") or not (
        numbered or any(character.isdigit() for character in citation.text)
    ):
        return False
    line = Span(head.rfind("\n", 0, citation.start) + 1, _line_end(head, citation.end))
    if line.end - line.start > _LONGEST_LINE:
        return False
    rest = head[line.start : line.end]
    for each in citations:
        whole = each.written.whole
        if line.covers(whole):
            rest = rest.replace(head[whole.start : whole.end], " ")
    return all(word.lower() in _BESIDE for word in _patterns()["word"].findall(rest))


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _title(document: Document) -> str:
    """The first heading where it stands near the top, or else the first line."""
    near = document.blocks[:3]
    first = next((block for block in near if block.kind == "heading"), next(iter(near), None))
    if first is None:
        return ""
    if first.kind != "heading" and re.match(r"\W*\d", document.text[first.span.start : first.span.end]):
        return ""  # the first of its paragraphs
    words = " ".join(document.text[first.span.start : first.span.end].strip().split("\n")[0].split()).lstrip("# ")
    return words if len(words) <= _LONGEST_TITLE else words[:_LONGEST_TITLE].rpartition(" ")[0] + " …"
