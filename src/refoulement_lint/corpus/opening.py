"""Which corpus is meant, and the back end that holds it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from refoulement_lint.model import CorpusError

if TYPE_CHECKING:
    from refoulement_lint.corpus.held import Corpus

# What names the corpus when no option does; and the word for "use none".
VARIABLE = "REFOULEMENT_LINT_CORPUS"
NONE = "none"
_SERVER = ("postgresql://", "postgres://")


def place_of(given: str | None) -> str:
    """
    Where the corpus is or would be: as given, as the environment says, or in the folder that the system keeps for a
    user's data; ``""`` when none is to be used.
    """
    named = given or os.environ.get(VARIABLE, "")
    if named:
        return "" if named == NONE else named
    home = os.path.expanduser("~")  # noqa: PTH111  # `Path.home` is slower, and this runs on every start
    if sys.platform == "win32":
        folder = os.environ.get("LOCALAPPDATA") or f"{home}/AppData/Local"
    elif sys.platform == "darwin":
        folder = f"{home}/Library/Application Support"
    else:
        folder = os.environ.get("XDG_DATA_HOME") or f"{home}/.local/share"
    return f"{folder}/refoulement-lint/corpus.sqlite"


def used_corpus(given: str | None) -> Corpus | None:
    """
    The corpus to draw on: the one that is named, or else the user's own where he has made one.

    Raises:
        CorpusError: The one named is not there, or it cannot be opened.
    """
    place = place_of(given)
    named = given or os.environ.get(VARIABLE)
    if not place or not (named or os.path.exists(place)):  # noqa: PTH110  # runs on every start
        return None
    return open_corpus(place)


def open_corpus(place: str, *, create: bool = False) -> Corpus:
    """
    The corpus in a file or at a PostgreSQL address; only to be read, unless *create* says that it is to be written to
    and made where there is none.

    Raises:
        CorpusError: It cannot be opened, or is none.
    """
    if place.startswith(_SERVER):
        from refoulement_lint.corpus.postgres import PostgresCorpus

        return PostgresCorpus(place, create=create)
    if "://" in place:
        raise CorpusError(f"{place.partition('://')[0]}:// is no corpus; give a file or a postgresql:// address.")
    from refoulement_lint.corpus.sqlite import SqliteCorpus

    return SqliteCorpus(Path(place), create=create)
