"""
Check every draft in a folder and write one table that a spreadsheet can open.

    python examples/check_folder.py examples/briefs findings.csv
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import refoulement_lint as rl

COLUMNS = ("file", "place", "rule", "severity", "message", "why", "source")
DRAFTS = (".md", ".txt", ".docx")


def cell(text: str) -> str:
    """
    The text as a spreadsheet must take it: as text.

    A cell that begins with one of these characters would be run as a formula, and a draft that somebody sent us could
    hold one. An apostrophe in front makes it plain text.
    """
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text


def rows(path: Path, on: str | None) -> list[tuple[str, ...]]:
    """One row for each finding; one that says so when the draft could not be read."""
    try:
        report = rl.lint(path, on=on)
    except Exception as problem:  # whatever is wrong with one draft, the others are still checked
        return [(path.name, "", "", "not checked", str(problem), "", "")]
    return [
        (
            path.name,
            str(finding.place),
            finding.rule,
            finding.severity,
            finding.message,
            " ".join(why.says for why in finding.because),
            "; ".join(why.source for why in finding.because),
        )
        for finding in report
    ]


def main(folder: Path, table: Path, on: str | None = None) -> None:
    drafts = sorted(path for path in folder.rglob("*") if path.suffix.lower() in DRAFTS)
    found = [row for draft in drafts for row in rows(draft, on)]
    # The mark at the start of the file ("-sig") tells a spreadsheet that § and ü are written in UTF-8.
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows([cell(text) for text in row] for row in found)
    print(f"{len(drafts)} drafts, {len(found)} lines in {table}")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit("usage: check_folder.py FOLDER TABLE.csv [LAW-DATE]")
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
