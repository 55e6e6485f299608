"""Apply the edits of a report to a draft: same format, same encoding, same line ends, nothing else touched."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from refoulement_lint.model import DocumentError, DocumentReport, Edit, Report

# Formats whose source is the file's own text, so that an edit is a cut in the text.
TEXT_FORMATS = (".txt", ".md", ".markdown", ".rst", ".tex")
WORD_FORMATS = (".docx", ".docm")

_LONGEST_MARK = 4


class Outcome(NamedTuple):
    """How many edits are in the new file, and those that could not be written there: in a field, a text box, a move."""

    made: int
    left: tuple[Edit, ...] = ()


def fix(report: Report, *, to: str | Path, suggestions: bool = False, tracked: bool = True) -> int:
    """
    Write the one draft of *report* with its edits applied to the new file *to*, in the format of the draft.

    Only edits that change how a thing is written are applied; *suggestions* adds those that change what is meant,
    which a lawyer should read first. The draft itself is never written. In a Word file the edits are tracked changes
    by "refoulement-lint", unless *tracked* is false.

    Returns:
        How many edits were applied.

    Raises:
        DocumentError: If the report has not exactly one draft, the draft changed since it was read, its format cannot
            be edited, or *to* exists or cannot be written.
    """
    if len(report.documents) != 1:
        raise DocumentError(f"fix writes one draft at a time; this report has {len(report.documents)}.")
    return write_fixed(report.documents[0], to, suggestions=suggestions, tracked=tracked).made


def write_fixed(
    document: DocumentReport, to: str | Path, *, suggestions: bool = False, tracked: bool = True
) -> Outcome:
    """What `fix` does, for the report on one draft; says also what it could not do."""
    path, target = Path(document.path), Path(to)
    refuse_to_write(path, target)
    edits = chosen(document, suggestions=suggestions)
    if path.suffix.lower() in TEXT_FORMATS:
        raw, encoding, text = _unchanged(document, path)
        mark = raw.removesuffix(text.encode(encoding))  # a byte order mark or nothing
        if len(mark) > _LONGEST_MARK:
            raise DocumentError(f"{path}: it cannot be written back in its encoding, {encoding}; save it as UTF-8.")
        write(target, mark + applied(text, edits).encode(encoding), path)
        return Outcome(len(edits))
    from refoulement_lint.fixing import word  # lxml: only who writes a Word file pays

    raw = unchanged_package(document, path)
    try:
        fixed = word.fixed(raw, edits, document.source, word.Mark(_now(), tracked))
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from None
    write_if_it_reads(target, fixed.content, path, applied(document.source, fixed.made))
    return Outcome(len(fixed.made), fixed.left)


def write_commented(document: DocumentReport, to: str | Path) -> int:
    """
    Write a copy of a Word draft to the new file *to*, with the findings as comments by "refoulement-lint".

    Returns:
        How many comments it has.

    Raises:
        DocumentError: As for `fix`; the draft must be a Word file.
    """
    path, target = Path(document.path), Path(to)
    if path.suffix.lower() not in WORD_FORMATS:
        raise DocumentError(f"{path}: comments are written to Word files only.")
    refuse_to_write(path, target)
    from refoulement_lint.fixing import comments

    raw = unchanged_package(document, path)
    try:
        content = comments.commented(raw, document, _now())
    except DocumentError as error:
        raise DocumentError(f"{path}: {error}") from None
    write_if_it_reads(target, content, path, document.source)
    return len(document.findings)


def _now() -> str:
    """The local time, as Word has it."""
    return datetime.now().astimezone().strftime("%Y-%m-%dT%H:%M:00Z")


def refuse_to_write(path: Path, target: Path) -> None:
    """
    Before any work is done for nothing.

    Raises:
        DocumentError: The format of the draft at *path* cannot be written, or *target* exists or has another ending.
    """
    ending = path.suffix.lower()
    if ending not in (*TEXT_FORMATS, *WORD_FORMATS):
        raise DocumentError(f"{path}: edits are written to text and Word files only.")
    if ending in WORD_FORMATS and target.suffix.lower() != ending:
        raise DocumentError(f"{target}: the new file is a Word file like the draft; let its name end in {ending}.")
    if target.exists():
        raise DocumentError(f"{target} exists; a new file is written and never one over another.")


def chosen(document: DocumentReport, *, suggestions: bool = False) -> tuple[Edit, ...]:
    """
    The edits to apply, sorted and disjoint; of two that meet the first in the text wins and the other waits for the
    next run.
    """
    wanted = ("safe", "suggest") if suggestions else ("safe",)
    edits = sorted(
        {
            edit
            for finding in document.findings
            if finding.fix and finding.fix.safety in wanted
            for edit in finding.fix.edits
        },
        key=lambda edit: (edit.span, edit.replacement),
    )
    disjoint: list[Edit] = []
    for edit in edits:
        if not disjoint or (edit.span.start >= disjoint[-1].span.end and edit.span != disjoint[-1].span):
            disjoint.append(edit)
    return tuple(disjoint)


def applied(text: str, edits: Sequence[Edit]) -> str:
    """*text* with the disjoint, sorted edits made; every character outside them stays."""
    pieces, at = [], 0
    for edit in edits:
        assert at <= edit.span.start <= edit.span.end <= len(text), "edits are sorted, disjoint and inside the text"
        pieces += [text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join([*pieces, text[at:]])


def _unchanged(document: DocumentReport, path: Path) -> tuple[bytes, str, str]:
    """The draft's bytes, its encoding and its text, when they still are what the report was made from."""
    from refoulement_lint.formats.encodings import decode

    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read: {error.strerror}.") from error
    text, encoding, _ = decode(raw)
    if text != document.source:
        raise DocumentError(f"{path}: changed since it was read; check it again first.")
    return raw, encoding, text


def unchanged_package(document: DocumentReport, path: Path) -> bytes:
    """The bytes of a Word draft, when its text still is what the report was made from."""
    from refoulement_lint import formats

    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read: {error.strerror}.") from error
    if formats.read(raw, filename=str(path)).source != document.source:
        raise DocumentError(f"{path}: changed since it was read; check it again first.")
    return raw


def write_if_it_reads(target: Path, content: bytes, path: Path, expected: str) -> None:
    """Writes a Word file, after it was read again and its text is the one expected."""
    from refoulement_lint import formats

    if formats.read(content, filename=str(path)).source != expected:
        raise DocumentError(f"{path}: the edits could not be written faithfully; nothing was written.")
    write(target, content, path)


def write(target: Path, content: bytes, draft: Path | None = None) -> None:
    """
    All or nothing: a temporary file in the same folder, flushed to disk, then renamed. Who may read the draft may read
    the new file, and nobody else; without a draft only its writer may.

    Raises:
        DocumentError: It cannot be written; what was there before is as it was.
    """
    try:
        handle, name = tempfile.mkstemp(dir=target.parent or Path(), prefix=f".{target.name[:100]}.")
    except OSError as error:
        raise DocumentError(f"{target}: cannot be written: {error.strerror}.") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if draft is not None:
            shutil.copymode(draft, name)
        Path(name).replace(target)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise DocumentError(f"{target}: cannot be written: {error.strerror}.") from error
