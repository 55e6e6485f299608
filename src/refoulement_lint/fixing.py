"""Apply the edits of a report to a draft: same format, same encoding, same line ends, nothing else touched."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from refoulement_lint.model import DocumentError, DocumentReport, Edit, Report

# Formats whose source is the file's own text, so that an edit is a cut in the text.
TEXT_FORMATS = (".txt", ".md", ".markdown", ".rst", ".tex")


def fix(report: Report, *, to: str | Path, suggestions: bool = False) -> int:
    """
    Write the one draft of *report* with its edits applied to the new file *to*.

    Only edits that change how a thing is written are applied; *suggestions* adds those that change what is meant,
    which a lawyer should read first. The draft itself is never written.

    Returns:
        How many edits were applied.

    Raises:
        DocumentError: If the report has not exactly one draft, the draft changed since it was read, its format cannot
            be edited, or *to* exists or cannot be written.
    """
    if len(report.documents) != 1:
        raise DocumentError(f"fix writes one draft at a time; this report has {len(report.documents)}.")
    document = report.documents[0]
    path, target = Path(document.path), Path(to)
    if path.suffix.lower() not in TEXT_FORMATS:
        raise DocumentError(
            f"{path}: edits are written to text files only; in Word, make them by hand from the report."
        )
    if target.exists():
        raise DocumentError(f"{target} exists; fix writes a new file and never over one.")
    raw, encoding, text = _unchanged(document, path)
    edits = chosen(document, suggestions=suggestions)
    fixed = applied(text, edits).encode(encoding)
    mark = raw[:3] if raw.startswith(b"\xef\xbb\xbf") else b""
    write_whole(target, mark + fixed)
    return len(edits)


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


def write_whole(target: Path, content: bytes) -> None:
    """
    All or nothing: a temporary file in the same folder, flushed to disk, then renamed.

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
        Path(name).replace(target)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise DocumentError(f"{target}: cannot be written: {error.strerror}.") from error
