"""
Write rules/law/courts/us_reporters.tsv: every spelling of a United States reporter, from reporters-db.

    pip install reporters-db
    python tools/make_us_reporters.py

reporters-db is the Free Law Project's table of court reporters, BSD-2-Clause; NOTICE names it. It is needed here only,
never at run time. One row is one spelling:

- ``reporter``: what stands in the key. reporters-db's own form, but for the Board's decisions, which their publisher,
  the Executive Office for Immigration Review, prints "I&N Dec.".
- ``needs``: ``name`` for all but the federal reports, and for what is also a word or an initial ("Hill", "Ohio",
  "A."): then only a case name, a year in brackets or other reporters in the draft make it a citation.
- ``shape``: ``neutral`` for "2000-Ohio-123", ``year-page`` for "T.C. Memo. 2010-12", empty for "5 U.S. 137".
"""

import csv
import re
from importlib.metadata import version
from pathlib import Path

from reporters_db import REPORTERS

TARGET = Path(__file__).resolve().parents[1] / "rules" / "law" / "courts" / "us_reporters.tsv"
IN_THE_KEY = {"I. & N. Dec.": "I&N Dec."}
# Short, but nothing else: every brief has them.
CERTAIN = {"U.S.", "U. S.", "WL", "I&N Dec", "I & N Dec", "L Ed", "S Ct", "SCt", "F Supp"}
FEDERAL = {"federal", "specialty_west", "specialty_lexis", "scotus_early"}
# Months, and "Abs. 3" of every German statute.
NOT_HERE = {"Abs", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"}
# Typographers' apostrophes are straight in the linter's reading.
STRAIGHT = str.maketrans("’", "'")


def needs(spelling, federal):
    """``name`` for what may be a word or a State; federal reports with a stop or an ordinal are certain."""
    letters = re.sub(r"[^A-Za-z]", "", spelling)
    certain = spelling in CERTAIN or (
        federal
        and (
            ("." in spelling and len(letters) >= 3)
            or re.search(r"\d(?:d|th|st|nd|rd)\b", spelling)
            or "LEXIS" in spelling
        )
    )
    return "" if certain else "name"


def shape(patterns):
    """How volume, reporter and page stand to each other, from the names that reporters-db has for it."""
    if any("format_neutral" in pattern for pattern in patterns):
        return "neutral"
    return "year-page" if "$full_cite_year_page" in patterns else ""


def rows():
    """(spelling, reporter, needs, shape); where one spelling means several reporters, its own name comes first."""
    editions, variations, federal = {}, {}, set()
    for entries in REPORTERS.values():
        for entry in entries:
            if entry["cite_type"] in FEDERAL:
                federal.update(entry["editions"], entry["variations"])
            for name, edition in entry["editions"].items():
                editions[name] = (name, shape(edition.get("regexes") or ()))
    for entries in REPORTERS.values():
        for entry in entries:
            for spelling, name in entry["variations"].items():
                variations.setdefault(spelling, editions[name])
    for spelling, (name, kind) in sorted((variations | editions).items()):
        plain = spelling.translate(STRAIGHT)
        if plain.rstrip(".,") not in NOT_HERE:
            yield plain, IN_THE_KEY.get(name, name).translate(STRAIGHT), needs(plain, spelling in federal), kind


def main():
    once = dict.fromkeys(rows())
    with TARGET.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
        writer.writerow(("spelling", "reporter", "needs", "shape"))
        writer.writerows(once)
    print(f"{len(once)} spellings from reporters-db {version('reporters-db')} in {TARGET}")


if __name__ == "__main__":
    main()
