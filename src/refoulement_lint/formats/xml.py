"""XML: judgments in Akoma Ntoso, as courts publish them, and other texts whose elements have the usual names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from refoulement_lint.formats.markup import Elements, decoded, structure_of
from refoulement_lint.formats.structure import Structure, with_authorities
from refoulement_lint.formats.text import compose

if TYPE_CHECKING:
    from refoulement_lint.formats.limits import Limits
    from refoulement_lint.model import Document

EXTENSIONS = (".xml", ".akn")


@lru_cache(maxsize=1)
def _elements() -> Elements:
    words = str.split
    return Elements(
        strict=True,
        # Akoma Ntoso 3.0, and the names that TEI, DocBook, JATS and Formex have for the same.
        inline=frozenset(
            words(
                "a abbr affecteddocument argument b bold citetitle concept courttype date def del"
                " docauthority doccommittee docdate docintroducer docjurisdiction docketnumber docnumber"
                " docproponent docpurpose docstage docstatus doctitle doctype em emphasis entity event"
                " foreign hi ht i inline ins italic judge lawyer legislature listtitle location mmod mod"
                " mref narrative neutralcitation noteref object omissis organization outcome party person"
                " placeholder process q quantity quote quotedtext ref relateddocument rmod role rref scene"
                " session shorttitle signature small span strong sub sup term time u underline vote xref"
            )
        ),
        headings={
            **{f"h{level}": level for level in range(1, 7)},
            "heading": 1,
            "subheading": 2,
            "head": 1,
            "title": 1,
        },
        sections=frozenset(
            words("book part chapter section subsection division level hcontainer article tome div sec sect1 sect2")
        ),
        skipped=frozenset(words("meta style script teiheader metadata")),
        quotations=frozenset(
            words("embeddedstructure embeddedtext quotedstructure blockquote disp-quote extractstructure")
        ),
        cells=frozenset(words("td th cell entry")),
        italic=frozenset(words("i em italic")),
        breaks=frozenset(words("br eol lb")),
        glued=frozenset(words("num label no.p")),
        notes=frozenset(words("authorialnote note footnote fn")),
    )


def read(raw: bytes, path: str, *, encoding: str | None, limits: Limits) -> Document:
    """
    An XML file: the text of its elements, metadata left out; notes in brackets where they stand.

    Offsets count in the file's own text, tags included. No document type is looked up and no entity read but the five
    that every XML has.

    Raises:
        DocumentError: It is not well-formed, declares entities, or breaks a ceiling.
    """
    source, encoding, problems = decoded(raw, encoding)

    def find(text: str) -> Structure:
        found = structure_of(text, _elements(), limits)
        found.pieces = with_authorities(text, found.pieces)
        return found

    return compose(path, "xml", source, find, encoding=encoding, problems=problems, limits=limits)
