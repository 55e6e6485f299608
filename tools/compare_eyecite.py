"""
How far the linter agrees with eyecite on citations of the courts of the United States.

    pip install eyecite        # not needed by the linter, only here
    python tools/compare_eyecite.py [--number 500] [--seed 1] [--misses 20] [--bare]

A text of varied citations is made from reporters-db: reporters of every kind, their variant spellings, parties, pages,
courts and years, short forms. What eyecite finds there is the measure: a citation agrees when the linter has one in the
same place with the same volume, reporter and page. Exit status 1 below 99 %.
"""

import argparse
import random
import sys
from pathlib import Path

from eyecite import get_citations
from eyecite.models import FullCaseCitation, ShortCaseCitation
from reporters_db import REPORTERS

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from refoulement_lint.engine import open_engine
from refoulement_lint.formats import read
from refoulement_lint.pipeline import find

AT_LEAST = 0.99
NAMES = ("Adeyemi", "Castillo-Arias", "Ngarurih", "Sanchez", "Okonkwo", "Petrov", "Lin", "Haddad", "Mwangi", "Zhou")
OFFICERS = ("Ashcroft", "INS", "Garland", "Holder", "Gonzales", "United States", "Barr", "Sessions")
COURTS = ("2d Cir. ", "9th Cir. ", "1st Cir. ", "", "", "D.C. Cir. ", "S.D.N.Y. ")
FRAMES = (
    "The point was settled in {name}, {cite} ({court}{year}), and has been followed since.",
    "See {name}, {cite}, {pin} ({court}{year}).",
    "{name}, {cite} ({court}{year}) is to the same effect.",
    "Compare {cite} ({year}) with what the Board held.",
)
IN_THE_KEY = {"I&N Dec.": "I. & N. Dec."}


def spellings(chance):
    """One spelling of every edition, and of every variation of each, in an order of chance."""
    found = {name for entries in REPORTERS.values() for entry in entries for name in entry["editions"]}
    found |= {name for entries in REPORTERS.values() for entry in entries for name in entry["variations"]}
    names = sorted(found)
    chance.shuffle(names)
    return names


def text_of(number, chance, bare):
    """Sentences with *number* citations that eyecite knows, each from another spelling."""
    lines = []
    for spelling in spellings(chance):
        cite = f"{chance.randint(2, 299)} {spelling} {chance.randint(1, 1400)}"
        known = [one for one in get_citations(f"See {cite} (1999).") if isinstance(one, FullCaseCitation)]
        if len(known) != 1 or known[0].matched_text() != cite:
            continue
        frame = "{cite}" if bare else chance.choice(FRAMES)
        name = f"{chance.choice(NAMES)} v. {chance.choice(OFFICERS)}"
        page = chance.randint(1, 1400)
        lines.append(
            frame.format(
                name=name, cite=cite, court=chance.choice(COURTS), year=chance.randint(1950, 2023), pin=page + 2
            )
        )
        if len(lines) == number:
            break
    return "\n\n".join(lines)


def key(citation):
    """The linter's key in eyecite's words: "28 I. & N. Dec. 781"."""
    bare = (citation.key or "").removeprefix("us:")
    for ours, theirs in IN_THE_KEY.items():
        bare = bare.replace(ours, theirs)
    return bare


def main():
    arguments = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    arguments.add_argument("--number", type=int, default=500)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--misses", type=int, default=20, metavar="N")
    arguments.add_argument("--bare", action="store_true", help="one citation a paragraph, with nothing around it")
    given = arguments.parse_args()
    text = text_of(given.number, random.Random(given.seed), given.bare)
    theirs = [one for one in get_citations(text) if isinstance(one, (FullCaseCitation, ShortCaseCitation))]
    engine = open_engine()
    document = read(text.encode(), filename="citations.txt")
    ours = [one for one in find(document, engine.reader("en", document.text))[0] if (one.key or "").startswith("us:")]
    agreed, missed = 0, []
    for one in theirs:
        low, high = one.span()
        there = [mine for mine in ours if mine.whole.start < high and low < mine.whole.end]
        written = {
            one.corrected_citation(),
            *(f"{one.groups['volume']} {e.short_name} {one.groups['page']}" for e in one.all_editions),
        }
        if any(key(mine) in {each.replace("’", "'") for each in written} for mine in there):
            agreed += 1
        else:
            missed.append((one.matched_text(), one.corrected_citation(), [key(mine) for mine in there]))
    more = [
        mine.text
        for mine in ours
        if not any(mine.whole.start < one.span()[1] and one.span()[0] < mine.whole.end for one in theirs)
    ]
    share = agreed / max(len(theirs), 1)
    for each in missed[: given.misses]:
        print("differs:", *each)
    for each in more[: given.misses]:
        print("only here:", each)
    print(f"{agreed} of {len(theirs)} agree ({share:.2%}); {len(more)} found by the linter alone")
    return 0 if share >= AT_LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
