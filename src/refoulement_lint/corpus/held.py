"""What a corpus holds, and what may be asked of it: the one description that both back ends follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, NamedTuple, Protocol

from attrs import frozen

from refoulement_lint.folding import words_of
from refoulement_lint.model import HeldText, OfficialText


class HeldParagraph(NamedTuple):
    """
    One paragraph of a document: *pinpoint* is how it is cited there (``"§ 342"``, ``"p. 12"``, ``"“Law”, para. 3"``).

    A long one is held in pieces that share their pinpoint, so that an excerpt is never a chapter.
    """

    text: str
    pinpoint: str = ""


@frozen(kw_only=True)
class HeldDocument:
    """
    One document of the user's own, as it was when it was added.

    *name* is unique in its corpus, *path* where the file lay, *sha256* what it held. *target* is the key of the
    decision that it is, or ``corpus:<name>``. *ecli* and *decided* tell two judgments of one case apart, and are empty
    where they are not known.
    """

    name: str
    path: str
    sha256: str
    kind: str
    target: str
    title: str
    citation: str
    language: str
    ecli: str = ""
    decided: str = ""
    paragraphs: int = 0

    @property
    def has_key(self) -> bool:
        """Whether it is a decision that the registers' keys can name."""
        return not self.target.startswith("corpus:")


class HeldExcerpt(NamedTuple):
    """A paragraph with the document that it stands in; *number* counts the paragraphs of that document from 1."""

    document: HeldDocument
    number: int
    paragraph: HeldParagraph

    @property
    def target(self) -> str:
        """The decision's key; of a document without one, its own with the paragraph: ``corpus:memo#p12``."""
        return self.document.target if self.document.has_key else f"{self.document.target}#p{self.number}"


def texts_of(corpus: Corpus, target: str) -> tuple[HeldText, ...]:
    """Each document that is the decision *target*, its paragraphs whole again."""
    texts = []
    for document, excerpts in groupby(corpus.of_target(target), key=lambda excerpt: excerpt.document):
        paragraphs = [
            OfficialText(
                target, document.language, " ".join(each.paragraph.text for each in pieces), document.path, pinpoint
            )
            for pinpoint, pieces in groupby(excerpts, key=lambda excerpt: excerpt.paragraph.pinpoint)
        ]
        texts.append(HeldText(document.citation, document.ecli, document.language, tuple(paragraphs)))
    return tuple(texts)


FEWEST_WORDS_OF_A_TITLE = 3
"""A shorter title may stand anywhere: "Poland", "Annual report"."""


def titles_of(corpus: Corpus) -> tuple[tuple[str, str], ...]:
    """The titles of the documents that are no decisions, as `folding.words_of` folds them, each with its target."""
    titles = ((" ".join(words_of(one.title)), one.target) for one in corpus.documents() if not one.has_key)
    return tuple((title, target) for title, target in titles if title.count(" ") >= FEWEST_WORDS_OF_A_TITLE - 1)


COLUMNS = "d.name, d.path, d.sha256, d.kind, d.target, d.title, d.citation, d.language, d.ecli, d.decided, d.paragraphs"
"""What both back ends read of a document, and, for an excerpt, before its number, its text and its pinpoint."""


def document_of(row: tuple[Any, ...]) -> HeldDocument:
    """The document of a row of `COLUMNS`."""
    name, path, sha256, kind, target, title, citation, language, ecli, decided = map(str, row[:10])
    return HeldDocument(
        name=name, path=path, sha256=sha256, kind=kind, target=target, title=title, citation=citation,
        language=language, ecli=ecli, decided=decided, paragraphs=int(row[10]),
    )  # fmt: skip


def excerpt_of(row: tuple[Any, ...]) -> HeldExcerpt:
    """The excerpt of a row of `COLUMNS`, number, text and pinpoint."""
    return HeldExcerpt(document_of(row[:11]), int(row[11]), HeldParagraph(str(row[12]), str(row[13])))


def row_of(document: HeldDocument) -> tuple[str | int, ...]:
    """What is written of a document, in the order of `COLUMNS`."""
    return (
        document.name, document.path, document.sha256, document.kind, document.target, document.title,
        document.citation, document.language, document.ecli, document.decided, document.paragraphs,
    )  # fmt: skip


class Corpus(Protocol):
    """
    A place that holds documents.

    Whatever cannot be done raises ``CorpusError``. Stems are words as `words.stems` cuts them.
    """

    @property
    def place(self) -> str:
        """Where it is, ready to print: a path, or an address without its password."""
        ...

    def documents(self) -> tuple[HeldDocument, ...]:
        """All documents, by name."""
        ...

    def count(self) -> tuple[int, int]:
        """How many documents and how many paragraphs there are."""
        ...

    def put(self, document: HeldDocument, paragraphs: Iterable[HeldParagraph]) -> None:
        """Holds the document in place of what was held from its path; all of it or, when interrupted, nothing."""
        ...

    def moved(self, name: str, path: str) -> None:
        """Notes that the file of the document *name* lies at *path* now."""
        ...

    def remove(self, name: str) -> None:
        """Forgets the document of that name."""
        ...

    def of_target(self, target: str) -> tuple[HeldExcerpt, ...]:
        """Every paragraph of every document that is the decision *target*, in order."""
        ...

    def matching(self, stems: Iterable[str], most: int, *, every: bool = False) -> tuple[HeldExcerpt, ...]:
        """The *most* paragraphs that answer best to any of the stems, or to *every* one of them."""
        ...

    def frequency(self, stems: Iterable[str]) -> Mapping[str, int]:
        """Stem → how many paragraphs have it."""
        ...

    def fault(self) -> str:
        """What is wrong with the whole of it, found by a long look; ``""``: nothing."""
        ...

    def close(self) -> None:
        """Lets go of it."""
        ...
