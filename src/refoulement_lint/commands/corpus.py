"""``corpus``: the user's own judgments, reports and memos: add, list, search, remove, verify."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from refoulement_lint.cli import FINDINGS, INTERRUPTED, NOT_CHECKED, NOTHING, complain
from refoulement_lint.commands.drafts import at_most, limits, paths
from refoulement_lint.commands.options import ceilings, choice, corpus_option, count, words_given
from refoulement_lint.commands.printing import print_out
from refoulement_lint.corpus import opening
from refoulement_lint.model import CorpusError
from refoulement_lint.reporters.excerpt import columns, shown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from refoulement_lint.corpus.held import Corpus
    from refoulement_lint.indexing import Taken

_WORDS = {
    "added": "added",
    "changed": "changed",
    "moved": "moved",
    "unchanged": "unchanged",
    "twin": "held already from another place",
    "refused": "not read",
}


def options(corpus: argparse.ArgumentParser) -> None:
    """``corpus add PATH...``, ``list``, ``search WORD...``, ``remove NAME...``, ``verify``."""
    actions = corpus.add_subparsers(dest="action", metavar="ACTION", required=True)
    add = actions.add_parser("add", help="read files and folders; what is held as it is is passed over")
    add.add_argument("paths", nargs="+", metavar="PATH", help="a judgment, report or memo, or a folder of them")
    add.add_argument("--target", metavar="KEY", help="the decision that the file is, as ecthr:30696/09 or as cited")
    add.add_argument("--kind", type=choice("case", "report", "memo", "document"), metavar="KIND")
    add.add_argument("--quiet", action="store_true", help="only what could not be read, and the sum")
    add.add_argument("--traceback", action="store_true", help="stop at a fault of the program and show where it is")
    ceilings(add)
    held = actions.add_parser("list", help="what is held")
    held.add_argument("--output-format", type=choice("text", "json"), default="text", metavar="FORMAT")
    search = actions.add_parser("search", help="paragraphs that have every word")
    search.add_argument("query", nargs="+", metavar="WORD")
    search.add_argument("--top", type=count, default=10, metavar="N", help="how many at most")
    search.add_argument("--output-format", type=choice("console", "json"), default="console", metavar="FORMAT")
    remove = actions.add_parser("remove", help="forget documents; the files stay")
    remove.add_argument("name", nargs="+", metavar="NAME", help="the name that list shows, or the path")
    verify = actions.add_parser("verify", help="files that have gone or changed; damage")
    ceilings(verify)
    for action in actions.choices.values():
        corpus_option(action)
        action.set_defaults(parser=action)


def run(wanted: argparse.Namespace) -> int:
    """The subcommand that is wanted."""
    acts: dict[str, Callable[[argparse.Namespace], int]] = {
        "add": add, "list": show, "search": search, "remove": remove, "verify": verify,
    }  # fmt: skip
    return acts[wanted.action](wanted)


def add(wanted: argparse.Namespace) -> int:
    """Takes files and folders in; files that are held as they are are passed over."""
    from refoulement_lint.engine import open_engine
    from refoulement_lint.indexing import Intake

    unwalked: list[tuple[str, str]] = []
    given = list(paths(wanted, unwalked))
    for _, says in unwalked:
        complain(says)
    engine = open_engine()
    target = _target(wanted.target, engine.registers.authority)
    corpus = _opened(wanted, create=True)
    intake = Intake(corpus, engine, target=target, kind=wanted.kind, limits=limits(wanted))
    counted: Counter[str] = Counter(refused=len(unwalked))
    bar = _Bar(len(given), quiet=wanted.quiet)
    interrupted = False
    try:
        for path in given:
            bar.at(path)
            taken = _taken(intake.take, path, wanted)
            counted[taken.happened] += 1
            bar.clear()
            _tell(taken, quiet=wanted.quiet)
    except KeyboardInterrupt:
        interrupted = True
    bar.clear()
    documents, paragraphs = corpus.count()
    corpus.close()
    told = ", ".join(f"{counted[name]} {words}" for name, words in _WORDS.items() if counted[name])
    _say(f"{told or 'nothing to add'}; the corpus holds {_many(documents, paragraphs)}: {corpus.place}")
    if interrupted:
        complain("interrupted; what was added is held. The same command goes on from here.")
        return INTERRUPTED
    return NOT_CHECKED if counted["refused"] else NOTHING


def show(wanted: argparse.Namespace) -> int:
    """Lists what is held, by name."""
    corpus = _opened(wanted)
    documents = corpus.documents()
    if wanted.output_format == "json":
        from attrs import asdict

        from refoulement_lint.reporters.json import written

        print_out(written([asdict(document) for document in documents], indent=1) + "\n")
        return NOTHING
    rows = [
        (document.name, document.kind, document.target, f"{document.paragraphs:,}", document.language,
         document.citation, document.path)
        for document in documents
    ]  # fmt: skip
    _table([("name", "kind", "target", "paragraphs", "language", "cited as", "file"), *rows] if rows else [])
    _say(f"{_many(*corpus.count())}: {corpus.place}")
    return NOTHING


def search(wanted: argparse.Namespace) -> int:
    """Paragraphs that have every word of the query, the best first; those with the very words before others."""
    from refoulement_lint.corpus.nearest import answers

    corpus = _opened(wanted)
    supports = answers(words_given(wanted.query), corpus, wanted.top)
    if wanted.output_format == "json":
        from refoulement_lint.reporters.json import written

        print_out(written([support.to_dict() for support in supports], indent=1) + "\n")
        return NOTHING
    from refoulement_lint.reporters.console import Page

    page = Page(colour=False, width=100)
    for number, support in enumerate(supports, start=1):
        page.paragraph(f"{number}. ", f"{support.citation}, {support.pinpoint}: {support.says}", indent=0)
        page.paragraph("source: ", support.source)
    print_out("\n".join(page.lines) + "\n" if page.lines else "Nothing held has all of these words.\n")
    return NOTHING


def remove(wanted: argparse.Namespace) -> int:
    """Forgets documents; their files stay where they are."""
    from refoulement_lint.indexing import named

    corpus = _opened(wanted, create=True)
    found = [named(corpus, name) for name in wanted.name]
    for document in dict.fromkeys(found):
        corpus.remove(document.name)
        _say(f"removed {document.name}: {document.citation} ({document.path})")
    return NOTHING


def verify(wanted: argparse.Namespace) -> int:
    """Says which files have gone or changed since they were added, and whether the corpus itself is whole."""
    from refoulement_lint.indexing import doubts

    corpus = _opened(wanted)
    fault = corpus.fault()
    if fault:
        raise CorpusError(fault)
    words = {
        "gone": "the file is not there any more; corpus remove forgets it",
        "changed": "the file has changed; corpus add reads it anew",
        "unreadable": "the file cannot be read",
    }
    found = list(doubts(corpus, limits(wanted)))
    for document, what in found:
        _say(f"{document.name}: {words[what]} ({document.path})")
    documents, paragraphs = corpus.count()
    told = f"{len(found)} of them to look at" if found else "all as they were added"
    _say(f"{_many(documents, paragraphs)}, {told}: {corpus.place}")
    return FINDINGS if found else NOTHING


# --- behind the verbs -------------------------------------------------------------------------------------------------


def _opened(wanted: argparse.Namespace, *, create: bool = False) -> Corpus:
    place = opening.place_of(wanted.corpus)
    if not place:
        raise CorpusError('"none" is no corpus to work on; name a file or a postgresql:// address.')
    return opening.open_corpus(place, create=create)


def _target(given: str | None, authority: Callable[[str], object]) -> str | None:
    """The key that the user gives, or the one of the citation that he writes."""
    if given is None or authority(given) is not None:
        return given
    from refoulement_lint.pipeline import targets_in

    found = targets_in(given)
    if len(found) == 1:
        return found[0]
    if ":" in given and not found:
        return given
    raise CorpusError(f'--target: "{given}" is no key of a decision; write it as ecthr:30696/09 or as it is cited.')


def _taken(take: Callable[[str], Taken], path: str, wanted: argparse.Namespace) -> Taken:
    """One file taken in; a fault of ours in one must not keep the others out."""
    from refoulement_lint.indexing import Taken
    from refoulement_lint.model import DocumentError, RefoulementLintError

    try:
        with at_most(wanted.max_seconds, path):
            return take(path)
    except DocumentError as error:  # too slow
        return Taken(path, "refused", says=str(error))
    except RefoulementLintError:  # the corpus itself: no file can be taken in
        raise
    except Exception as error:
        if wanted.traceback:
            raise
        says = f"{path}: reading failed ({type(error).__name__}); please report it (--traceback shows where)."
        return Taken(path, "refused", says=says)


def _tell(taken: Taken, *, quiet: bool) -> None:
    if taken.happened == "refused":
        complain(taken.says)
    elif taken.document is not None and taken.happened != "unchanged" and not quiet:
        document = taken.document
        known = document.citation if document.has_key else f"{document.kind}, “{document.title}”"
        same = f" as {document.name}" if taken.happened == "twin" else ""
        _say(f"{_WORDS[taken.happened]}{same} {taken.path}: {known}, {document.paragraphs:,} paragraphs")


def _many(documents: int, paragraphs: int) -> str:
    return f"{documents:,} document{'' if documents == 1 else 's'} with {paragraphs:,} paragraphs"


def _table(rows: Sequence[tuple[str, ...]]) -> None:
    """Columns as wide as their widest cell, the last two as they are."""
    cells = [[shown(cell) for cell in row] for row in rows]
    widths = [max(columns(row[place]) for row in cells) for place in range(len(cells[0]) - 2)] if cells else []
    for row in cells:
        padded = [cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=False)]
        print_out("  ".join([*padded, *row[len(widths) :]]) + "\n")


def _say(text: str) -> None:
    print_out(shown(text) + "\n")


class _Bar:
    """A bar on a terminal's standard error, once it takes longer than a moment."""

    _WIDE = 24
    _QUIET_SECONDS = 1.0

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total = total
        self._done = 0
        self._begun = monotonic()
        self._shows = not quiet and sys.stderr.isatty()
        self._written = False

    def at(self, path: str) -> None:
        self._done += 1
        if self._shows and monotonic() - self._begun > self._QUIET_SECONDS:
            filled = "#" * (self._WIDE * (self._done - 1) // max(self._total, 1))
            name = shown(Path(path).name)[-40:]
            sys.stderr.write(f"\r\x1b[K[{filled:<{self._WIDE}}] {self._done} of {self._total} {name}")
            sys.stderr.flush()
            self._written = True

    def clear(self) -> None:
        if self._written:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._written = False
