"""How the numbers of a Strasbourg case are written, and how the Court writes them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from refoulement_lint.model import Citation, Draft, Part, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# What the Court prints before one number, and before several; the French signs are all in use.
_ONE = {"en": ("no.",), "fr": ("no", "n°", "nº", "n o", "nᵒ")}
# A name with one of these is a citation in another language, whatever the draft around it is written in.
_AGAINST = frozenset(
    "gegen kontra przeciwko prieš pret mot contra contro tegen vastaan против проти κατά proti împotriva".split()
)
_SEVERAL = {"en": ("nos.",), "fr": ("nos", "n°s", "nºs", "nᵒˢ", "nᵒs")}


class Form(NamedTuple):
    """
    A part of a citation as it is written at *span*, and as its court writes it; *label* names the house style that it
    may belong to ("App no"), "" where no house style has it.
    """

    citation: Citation | None
    span: Span
    label: str
    written: str
    canonical: str


def application_numbers(draft: Draft) -> Iterator[Form]:
    """
    The numbers of each case that is cited in full, from the label to the last number, where the Court's languages are
    written; in every language, and under every label, a number that is not written with its slash and year.
    """
    text = draft.document.text
    seen: set[Span] = set()
    for citation in draft.citations:
        of_a_case = _is_full_case(citation)
        form = _numbers_of(citation, draft) if of_a_case else None
        if form is not None:
            yield form
            if form.written != form.canonical:
                seen.update(part.span for part in citation.written.all("number"))
        if of_a_case or (citation.kind == "appno" and citation.written.family == "ecthr"):
            for part in citation.written.all("number"):
                written = text[part.span.start : part.span.end]
                if part.span not in seen and _is_miswritten(text, part):
                    seen.add(part.span)
                    yield Form(citation, part.span, "", written, part.value)


def _is_full_case(citation: Citation) -> bool:
    written = citation.written
    return citation.kind == "case" and written.family == "ecthr" and written.part("own") is None


def _numbers_of(citation: Citation, draft: Draft) -> Form | None:
    """What stands from the label to the last number, and how the Court writes it; ``None`` in other languages."""
    numbers = citation.written.all("number")
    label = citation.written.part("number-form")
    language = draft.language
    if not numbers or label is None or draft.language not in ("en", "fr") or _AGAINST & set(citation.text.split()):
        return None
    others = citation.written.part("others")
    text = draft.document.text
    before = _application().search(text[max(citation.end, label.span.start - 16) : label.span.start])
    start = label.span.start - len(before[0]) if before else label.span.start
    said = text[start : label.span.end].strip()
    if (before[0] if before else said).strip().casefold().rstrip("s") in ("application", "requête"):
        return None  # "application no. 30696/09" and "application 30696/09" speak of the application itself
    span = Span(start, max(part.span.end for part in (*numbers, *([others] if others else []))))
    written = " ".join(text[span.start : span.end].split())
    if said not in (*_ONE[language], *_SEVERAL[language]) and any(_is_miswritten(text, part) for part in numbers):
        return Form(citation, span, said, written, written)  # the label is one matter, the number another
    if _accepted(written, text, numbers, others, said, language, citation.text):
        return Form(citation, span, said, written, written)
    # No style writes a number so, whichever label it has.
    of_a_style = "" if any(_is_miswritten(text, part) for part in numbers) else said
    return Form(citation, span, of_a_style, written, canonical(numbers, others, language))


@lru_cache(maxsize=1)
def _application() -> re.Pattern[str]:
    """ "App", "Appl.", "application" straight before the label."""
    return re.compile(r"\b(?:[Aa]ppl?\.?|[Aa]pplications?|[Rr]equêtes?)\s?$")


def _accepted(
    written: str, text: str, numbers: tuple[Part, ...], others: Part | None, label: str, language: str, name: str
) -> bool:
    """The right label, a space, and every number with its slash; how a list is joined is nobody's business."""
    several = len(numbers) > 1 or others is not None
    labels = _SEVERAL if several else _ONE
    # A French title ("c.") in an English draft may keep its French label, and the other way round.
    right = (
        label in labels[language]
        or (" c. " in name and label in labels["fr"])
        or (" v. " in name and label in labels["en"])
    )
    return (
        right
        and all(_plain(text[part.span.start : part.span.end]) == part.value for part in numbers)
        and not written.startswith(tuple(f"{label}{digit}" for digit in "0123456789"))
    )


def _is_miswritten(text: str, part: Part) -> bool:
    return _plain(text[part.span.start : part.span.end]) != part.value


def _plain(number: str) -> str:
    """The number without the spaces around its slash, which a converter may have put there."""
    return "/".join(half.strip() for half in number.split("/"))


def canonical(numbers: tuple[Part, ...], others: Part | None, language: str) -> str:
    """
    The numbers as the Court writes them: ``no. 30696/09``, ``nos. 8675/15 and 8697/15``, ``nos. 40503/17 and 2
    others``.

    Source: the Court's note on the mode of citation (October 2022): up to two numbers are both written.
    """
    values = [part.value for part in numbers]
    joint = "et" if language == "fr" else "and"
    label = (
        ("nos" if language == "fr" else "nos.") if len(values) > 1 or others else ("no" if language == "fr" else "no.")
    )
    if others:
        return f"{label} {', '.join(values)} {others.value}"  # which begins with its own "and"
    *most, last = values
    return f"{label} {', '.join(most)} {joint} {last}" if most else f"{label} {last}"
