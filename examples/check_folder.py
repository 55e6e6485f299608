"""
Check every draft in a folder and write one table that a spreadsheet can open.

    python examples/check_folder.py examples/briefs findings.csv
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import refoulement_lint as rl

COLUMNS = ("file", "place", "rule", "severity", "message", "why", "source")


def cell(text: str) -> str:
    """
    The text as a spreadsheet must take it: as text.

    A cell that begins with one of these characters would be run as a formula, and a draft that somebody sent us could
    hold one. An apostrophe in front makes it plain text.
    """
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@")) or text[:1] in ("\t", "\r", "\n") else text


def rows(report: rl.Report) -> Iterator[tuple[str, ...]]:
    """One row for each finding, and one for each draft that could not be read whole, which says why."""
    for document in report.documents:
        name = Path(document.path).name
        if not document.complete:
            yield name, "", "", "not checked", document.error, "", ""
        for finding in document.findings:
            why = " ".join(reason.says for reason in finding.because)
            source = "; ".join(reason.source for reason in finding.because)
            yield name, str(finding.place), finding.rule, finding.severity, finding.message, why, source


def main(folder: str, table: str, on: str | None = None) -> None:
    report = rl.lint(folder, on=on)
    found = list(rows(report))
    # The mark at the start of the file ("-sig") tells a spreadsheet that § and ü are written in UTF-8.
    with Path(table).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows([cell(text) for text in row] for row in found)
    print(f"{len(report.documents)} drafts, {len(found)} lines in {table}")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit("usage: check_folder.py FOLDER TABLE.csv [LAW-DATE]")
    main(*sys.argv[1:])
