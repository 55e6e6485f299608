"""
Every finding of severity ``error`` in real texts, held against the list of those that are true.

    python tools/errors_in_texts.py FOLDER [--listed FILE]

Judgments, decisions and comments that were printed are nearly all right, so an error found in one is either a slip of
its author or one of ours. ``tools/true_errors.tsv`` lists the first kind, each with its reason; what is found and not
listed, or listed and not found, is printed, and the exit status is then 1.
"""

import argparse
import csv
import sys
from datetime import date
from pathlib import Path

from refoulement_lint import formats
from refoulement_lint.engine import open_engine
from refoulement_lint.pipeline import check

LISTED = Path(__file__).with_name("true_errors.tsv")
ON = date(2026, 11, 22)
# What a text leaves out is no error of a text that is no brief.
IGNORED = ("argument", "evidence")


def errors_in(path: Path, engine) -> set[tuple[str, str, str]]:
    report = check(formats.read(str(path)), engine, on=ON, ignore=IGNORED)
    return {
        (path.name, found.rule, " ".join(report.source[found.start : found.end].split()))
        for found in report.findings
        if found.severity == "error"
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--listed", type=Path, default=LISTED)
    options = parser.parse_args()
    with options.listed.open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        listed = {(row["file"], row["rule"], row["words"]): row["reason"] for row in rows}
    engine = open_engine()
    paths = [path for path in sorted(options.folder.iterdir()) if path.suffix in formats.extensions()]
    found = {error for path in paths for error in errors_in(path, engine)}
    print(f"{len(paths)} texts, {len(found)} errors found, {len(listed)} listed as true")
    for error in sorted(found - listed.keys()):
        print("not listed:", *error, sep="\t")
    for error in sorted(listed.keys() - found):
        print("not found: ", *error, listed[error], sep="\t")
    return int(found != listed.keys())


if __name__ == "__main__":
    sys.exit(main())
