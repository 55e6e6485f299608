"""HTML: judgments and reports as they are saved from the web, and drafts that somebody exported so."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from refoulement_lint.formats.markup import Elements, decoded, structure_of
from refoulement_lint.formats.structure import Structure, with_authorities
from refoulement_lint.formats.text import compose

if TYPE_CHECKING:
    from refoulement_lint.formats.limits import Limits
    from refoulement_lint.model import Document

EXTENSIONS = (".html", ".htm", ".xhtml")


@lru_cache(maxsize=1)
def _elements() -> Elements:
    words = str.split
    return Elements(
        strict=False,
        others_inline=True,
        headings={f"h{level}": level for level in range(1, 7)},
        skipped=frozenset(words("head script style template noscript svg math object iframe audio video canvas")),
        raw=frozenset(words("script style iframe noscript")),
        quotations=frozenset(["blockquote"]),
        cells=frozenset(["td", "th"]),
        italic=frozenset(words("em i cite dfn")),
        breaks=frozenset(["br"]),
        void=frozenset(words("area base br col embed hr img input link meta param source track wbr")),
        blocks=frozenset(
            words(
                "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption"
                " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre"
                " section select summary table tbody td tfoot th thead title tr ul"
            )
        ),
    )


def read(raw: bytes, path: str, *, encoding: str | None, limits: Limits) -> Document:
    """
    An HTML file: what a reader sees of it; head, scripts and styles left out, nothing fetched, nothing run.

    Offsets count in the file's own text, tags included.

    Raises:
        DocumentError: The bytes are no text, or break a ceiling.
    """
    source, encoding, problems = decoded(raw, encoding)

    def find(text: str) -> Structure:
        found = structure_of(text, _elements(), limits)
        found.pieces = with_authorities(text, found.pieces)
        return found

    return compose(path, "html", source, find, encoding=encoding, problems=problems, limits=limits)
