"""Reading: a path, standard input or bytes become a ``Document``. A new format is one more file in this folder."""

from __future__ import annotations

import os
import re
import stat
import sys
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from refoulement_lint.formats.limits import MEBIBYTE, Limits
from refoulement_lint.model import Document, DocumentError

__all__ = ["Limits", "extensions", "not_installed", "raw", "read", "walk"]


if TYPE_CHECKING:
    from collections.abc import Collection

_EXTRAS = {".pdf": "pypdf"}
"""Endings that an extra is needed for, and the library that it installs."""


class Format(Protocol):
    """What a module of this folder has when it reads a format."""

    EXTENSIONS: tuple[str, ...]

    def read(self, raw: bytes, path: str, *, encoding: str | None, limits: Limits) -> Document:
        """The document of the bytes *raw*."""
        ...


# What a lawyer may have, that we do not read, and what to do about it.
_NOT_YET = {
    ".doc": "the old Word format is not read; open it in Word or LibreOffice and save it as .docx.",
    ".rtf": "RTF is not read; open it in Word or LibreOffice and save it as .docx.",
    ".pages": "Pages documents are not read; export it as .docx.",
}
# Which of the packages a file is stands in its first member, where it is an OpenDocument one.
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_PACKAGES = (".docx", ".docm", ".dotx", ".odt", ".ott")
_MAGIC = (
    (b"PK\x03\x04", ".docx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".docx"),  # OLE: an encrypted .docx or an old .doc; docx.py says which
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
)


def read(
    given: str | os.PathLike[str] | bytes,
    *,
    filename: str | None = None,
    encoding: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """
    The document at a path, on standard input (``"-"``) or in bytes.

    Args:
        given: A path, ``"-"``, or the bytes of a file.
        filename: Name to tell the format from and to report under, for standard input and bytes.
        encoding: Of a text file; ``None`` to find out.
        limits: Ceilings; ``None`` for the usual ones.

    Raises:
        DocumentError: It cannot be read; one sentence that says why and what to do.
    """
    path = filename or ("<text>" if isinstance(given, bytes) else "<stdin>")
    if not isinstance(given, bytes) and given != "-":
        path = os.fspath(given)
    try:
        return _read(given, path, encoding, limits or Limits())
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from None


def _read(given: str | os.PathLike[str] | bytes, path: str, encoding: str | None, limits: Limits) -> Document:
    if isinstance(given, bytes):
        raw = given
    else:
        raw = _standard_input(limits) if given == "-" else _bytes_of(path, limits)
    extension = _extension(path, raw)
    formats = _formats()
    if extension not in formats:
        raise DocumentError(_NOT_YET.get(extension) or _unknown(extension))
    return _format(formats[extension]).read(raw, path, encoding=encoding, limits=limits)


def raw(path: str, limits: Limits | None = None) -> bytes:
    """
    The bytes of the file at *path*, looked at before it is opened.

    Raises:
        DocumentError: As for `read`.
    """
    try:
        return _bytes_of(path, limits or Limits())
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from None


def extensions() -> tuple[str, ...]:
    """The file name endings that are read, sorted."""
    return tuple(sorted(_formats()))


def not_installed() -> frozenset[str]:
    """The endings that are read with an extra which is not installed: among drafts, files of another kind."""
    from importlib.util import find_spec  # only who walks a folder waits for it

    return frozenset(ending for ending, library in _EXTRAS.items() if find_spec(library) is None)


def walk(folder: str, *, without: Collection[str] = ()) -> list[str]:
    """
    The drafts below *folder*, sorted by path.

    Hidden files and folders, symbolic links, and whatever is no regular file with an ending that we read are left out,
    and so are the endings *without*.

    Raises:
        DocumentError: The folder or one below it cannot be listed.
    """
    found: list[str] = []
    endings = tuple(ending for ending in extensions() if ending not in without)

    def unreadable(error: OSError) -> None:
        raise DocumentError(f"{folder}: the folder cannot be listed: {_reason(error)}.")

    for root, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_link(root, name))
        for name in sorted(files):
            # "~$brief.docx" is Word's note that somebody has the file open.
            if name.lower().endswith(endings) and not name.startswith((".", "~$")) and not _is_link(root, name):
                found.append(os.path.join(root, name))  # noqa: PERF401, PTH118  # "./" stays as given
    return found


def _is_link(root: str, name: str) -> bool:
    return Path(root, name).is_symlink()


@lru_cache(maxsize=1)
def _formats() -> dict[str, str]:
    """
    File name ending → the module of this folder that declares it in ``EXTENSIONS``.

    Told from the text of the modules: to import all of them, to read one draft, takes longer than to read it.
    """
    found: dict[str, str] = {}
    for file in sorted(Path(__file__).parent.glob("[a-z]*.py")):
        declared = re.search(r"^EXTENSIONS = \((.*)\)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        for ending in re.findall(r'"(\.\w+)"', declared[1] if declared else ""):
            found[ending] = file.stem
    return found


def _format(name: str) -> Format:
    module: Any = import_module(f"{__name__}.{name}")  # a module has whatever it has; Format says what we ask of it
    reader: Format = module
    return reader


def _extension(path: str, raw: bytes) -> str:
    """The ending of *path*; where it has none, what the first bytes say, and else text."""
    ending = Path(path).suffix.lower()
    for magic, meant in _MAGIC:
        if raw.startswith(magic):
            if meant == ".docx" and _OPEN_DOCUMENT in raw[:120]:
                meant = ".odt"
            if not ending or ending == meant:
                return meant
            if meant in _PACKAGES and ending in (*_PACKAGES, ".doc"):
                return ending  # its reader says what it is instead
            raise DocumentError(
                f"its name ends in {ending!r}, but it is a {meant} file inside; give it the right ending."
            )
    return ending or (".md" if path == "<text>" else ".txt")


def _unknown(extension: str) -> str:
    return f"files ending in {extension!r} are not read; give one of {', '.join(extensions())}."


def _standard_input(limits: Limits) -> bytes:
    ceiling = limits.file_mib * MEBIBYTE
    if sys.stdin is None:
        raise DocumentError("standard input is closed.")
    try:
        raw = sys.stdin.buffer.read(ceiling + 1)
    except OSError as error:
        raise DocumentError(f"it cannot be read: {_reason(error)}.") from None
    if len(raw) > ceiling:
        raise DocumentError(_too_large(limits))
    return raw


def _bytes_of(path: str, limits: Limits) -> bytes:
    if "\x00" in path:
        raise DocumentError("a file name cannot hold a NUL character.")
    try:
        # Looked at before it is opened: opening a FIFO waits for a writer. O_NONBLOCK, in case it changed.
        _refuse_odd(os.stat(path).st_mode)  # noqa: PTH116
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:  # noqa: PTH123  # a descriptor is no path
            about = os.fstat(file.fileno())
            _refuse_odd(about.st_mode)
            ceiling = limits.file_mib * MEBIBYTE
            if about.st_size > ceiling:
                raise DocumentError(_too_large(limits))
            raw = file.read(ceiling + 1)
    except OSError as error:
        raise DocumentError(f"it cannot be read: {_reason(error)}.") from None
    if len(raw) > ceiling:
        raise DocumentError(_too_large(limits))
    return raw


def _refuse_odd(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise DocumentError("it is a folder, not a file.")
    if not stat.S_ISREG(mode):
        raise DocumentError('it is not an ordinary file but a device or pipe; to read standard input write "-".')


def _too_large(limits: Limits) -> str:
    return f"it is larger than {limits.file_mib} MiB (--max-file-mib)."


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "you have no permission to"
    if error.errno == 40 or "symbolic link" in (error.strerror or ""):  # ELOOP
        return "its symbolic links go round in a circle"
    return (error.strerror or str(error)).lower()
