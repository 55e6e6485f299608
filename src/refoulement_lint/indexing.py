"""Taking documents into the user's own corpus: read, known for what they are, cut into paragraphs, held."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from attrs import define, evolve, field

from refoulement_lint import formats
from refoulement_lint.corpus.held import Corpus, HeldDocument
from refoulement_lint.corpus.identity import HEAD, identity_of
from refoulement_lint.corpus.paragraphs import paragraphs_of
from refoulement_lint.engine import Engine
from refoulement_lint.language import language_of
from refoulement_lint.model import Citation, CorpusError, Document, DocumentError, Span
from refoulement_lint.pipeline import find
from refoulement_lint.registers.compare import resolve


class Taken(NamedTuple):
    """
    What became of one file: *happened* is ``added``, ``changed``, ``unchanged``, ``moved``, ``twin`` (the same file is
    held from another place) or ``refused``, for which *says* has the reason.
    """

    path: str
    happened: str
    document: HeldDocument | None = None
    says: str = ""


@define(eq=False, repr=False)
class Intake:
    """
    Takes files into a corpus one by one, each held whole before the next is read: who stops in the middle loses
    nothing, and when he starts again repeats nothing.

    *target* and *kind* are what the user says that the files are; found in their heads when ``None``.
    """

    corpus: Corpus
    engine: Engine
    target: str | None = None
    kind: str | None = None
    limits: formats.Limits | None = None
    _by_path: dict[str, HeldDocument] = field(factory=dict, init=False)
    _by_hash: dict[str, HeldDocument] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        for held in self.corpus.documents():
            self._remember(held)

    def take(self, path: str) -> Taken:
        """
        Takes the file at *path*; one that is held as it is costs one look.

        Raises:
            CorpusError: The corpus cannot be written to.
        """
        try:
            raw = formats.raw(path, self.limits)
            digest = hashlib.sha256(raw).hexdigest()
            return self._held_already(path, digest) or self._read(path, raw, digest)
        except DocumentError as error:
            return Taken(path, "refused", says=str(error))

    def _held_already(self, path: str, digest: str) -> Taken | None:
        if self.target or self.kind:  # the user says something new about it
            return None
        place = _place(path)
        known, twin = self._by_path.get(place), self._by_hash.get(digest)
        if known is not None:
            return Taken(path, "unchanged", known) if known.sha256 == digest else None
        if twin is None:
            return None
        if Path(twin.path).exists():
            return Taken(path, "twin", twin)
        self.corpus.moved(twin.name, place)
        self._by_path.pop(twin.path, None)
        self._remember(evolve(twin, path=place))
        return Taken(path, "moved", self._by_path[place])

    def _read(self, path: str, raw: bytes, digest: str) -> Taken:
        document = formats.read(raw, filename=path, limits=self.limits)
        known = self._by_path.get(_place(path))
        name = known.name if known else _free(_name(path), {held.name for held in self._by_path.values()})
        held = _described(document, self.engine, name=name, path=_place(path), sha256=digest)
        if self.target:
            row = self.engine.registers.authority(self.target)
            cited = " ".join((row.citation or row.title).split()) if row else held.citation
            held = evolve(held, kind="case", target=self.target, citation=cited)
        held = evolve(held, kind=self.kind or held.kind)
        paragraphs = paragraphs_of(document, held.target)
        if not paragraphs:
            raise DocumentError(f"{path}: there is no text in it to hold.")
        held = evolve(held, paragraphs=len(paragraphs))
        self.corpus.put(held, paragraphs)
        self._remember(held)
        return Taken(path, "changed" if known else "added", held)

    def _remember(self, held: HeldDocument) -> None:
        self._by_path[held.path] = self._by_hash[held.sha256] = held


def _place(path: str) -> str:
    return str(Path(path).absolute())


def _described(document: Document, engine: Engine, *, name: str, path: str, sha256: str) -> HeldDocument:
    """The document as the corpus describes it."""
    language = language_of(document.text, engine.languages)
    found = identity_of(document, _citations_of_head(document, engine, language), fallback=Path(path).stem)
    target = found.target or f"corpus:{name}"
    return HeldDocument(
        name=name, path=path, sha256=sha256, kind=found.kind, target=target, title=found.title,
        citation=found.citation or found.title, language=language, ecli=found.ecli, decided=found.decided,
    )  # fmt: skip


def _citations_of_head(document: Document, engine: Engine, language: str) -> tuple[Citation, ...]:
    blocks = tuple(block for block in document.blocks if block.span.start < HEAD)
    head = evolve(
        document,
        text=document.text[:HEAD],
        blocks=tuple(block._replace(span=Span(block.span.start, min(block.span.end, HEAD))) for block in blocks),
        emphasis=(),
    )
    written, _ = find(head, engine.reader(language, document.text))
    return tuple(resolve(written, engine.registers, date.today()))


def corpus_of(target: str, text: str) -> Corpus:
    """A corpus in memory that holds one decision: what the example of a rule has beside its draft."""
    from refoulement_lint.corpus.sqlite import SqliteCorpus

    paragraphs = paragraphs_of(formats.read(text.encode(), filename="decision.txt"), target)
    corpus = SqliteCorpus.in_memory()
    corpus.put(
        HeldDocument(
            name="decision", path="decision.txt", sha256="", kind="case", target=target, title=target, citation=target,
            language="en",
        ),
        paragraphs,
    )  # fmt: skip
    return corpus


def _name(path: str) -> str:
    """A short name that can be typed: the file's, with hyphens for all that is no letter or digit."""
    return re.sub(r"[^\w]+", "-", Path(path).stem.lower()).strip("-_") or "document"


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


class Doubt(NamedTuple):
    """A document whose file is not what was added: *what* is ``gone``, ``changed`` or ``unreadable``."""

    document: HeldDocument
    what: str


def doubts(corpus: Corpus, limits: formats.Limits | None = None) -> Iterator[Doubt]:
    """Every document whose file has gone or changed since it was added."""
    for held in corpus.documents():
        if not Path(held.path).exists():
            yield Doubt(held, "gone")
            continue
        try:
            digest = hashlib.sha256(formats.raw(held.path, limits)).hexdigest()
        except DocumentError:
            yield Doubt(held, "unreadable")
            continue
        if digest != held.sha256:
            yield Doubt(held, "changed")


def named(corpus: Corpus, name: str) -> HeldDocument:
    """
    The document of that name, or from that path.

    Raises:
        CorpusError: There is none, or several have that target.
    """
    held = corpus.documents()
    path = _place(name)
    for document in held:
        if name == document.name or path == document.path:
            return document
    of_target = [document for document in held if document.target == name]
    if len(of_target) == 1:
        return of_target[0]
    if of_target:
        raise CorpusError(f"{name} is held {len(of_target)} times: {', '.join(each.name for each in of_target)}.")
    from refoulement_lint.cli import near

    raise CorpusError(f'the corpus has no document "{name}"; {near(name, [document.name for document in held])}')
