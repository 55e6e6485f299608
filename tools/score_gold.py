"""
Score `refoulement-lint citations` against texts annotated by hand.

    python tools/score_gold.py [FOLDER] [--facts] [--misses N] [--known FILE]

FOLDER has ``MANIFEST.json``, the texts, and ``gold/<doc>.jsonl``, one record a line: ``start``, ``end`` (code points of
the text, line ends untouched), ``kind``, ``target``, and ``opt`` where a record may be found or not. Only the passages
of the manifest count.

A record is found when a prediction overlaps it (span), or overlaps it and has the same target (target); one to one, the
closest overlap first. Printed are precision, recall and F1, for everything, by kind and by language.

``--known FILE`` compares the errors with those that the file lists with their reasons (``tools/known_errors.tsv`` is
the list for the development texts), and exits with 1 when one is new or one has gone: the list says what is left, no
more and no less.
"""

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
# The annotated texts lie beside the checkout, or one above it where the checkout is a work tree.
FOLDERS = [parent / "shared" / "data" / "dev" for parent in HERE.parents[:2]]
FOLDER = next((folder for folder in FOLDERS if folder.exists()), FOLDERS[0])
KNOWN = HERE / "tools" / "known_errors.tsv"
COMMAND = [sys.executable, "-m", "refoulement_lint"]


def records(lines):
    return [json.loads(line) for line in lines if line.strip()]


def predictions(paths, verb):
    """What the linter finds in each text, by the name of the text."""
    done = subprocess.run(
        [*COMMAND, verb, *map(str, paths), "--output-format", "jsonl"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if done.returncode > 1:
        sys.exit(f"refoulement-lint {verb} failed with status {done.returncode}:\n{done.stderr}")
    found = {path.stem: [] for path in paths}
    for record in records(done.stdout.splitlines()):
        found[Path(record["doc"]).stem].append(record)
    return found


def same_target(one, other):
    """Whether two targets differ in nothing but dashes, spaces, and the case of what stands before the colon."""

    def plain(target):
        court, colon, rest = re.sub(r"[\u2010-\u2015\u2212]", "-", target or "").partition(":")
        return court.lower() + colon + re.sub(r"\s+", " ", rest).replace(" (", "(").strip()

    return plain(one) == plain(other)


def overlap(one, other):
    """Shared characters as a share of all that the two cover; 0 when they do not touch."""
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return max(shared, 0) / (max(one["end"], other["end"]) - min(one["start"], other["start"]))


def pairs(gold, found, agree):
    """Gold index → index of the prediction that finds it: needed records before optional ones, the closest first."""
    candidates = sorted(
        (bool(wanted.get("opt")), -overlap(wanted, had), i, j)
        for i, wanted in enumerate(gold)
        for j, had in enumerate(found)
        if overlap(wanted, had) and agree(wanted, had)
    )
    matched, taken = {}, set()
    for _, _, i, j in candidates:
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def score(gold, found, language, agree, counts, misses):
    """Add one text to *counts*: (heading, hit/missed/false) → how many."""
    matched = pairs(gold, found, agree)
    for i, wanted in enumerate(gold):
        if not wanted.get("opt"):
            outcome = "hit" if i in matched else "missed"
            if outcome == "missed":
                misses.append(("missed", wanted))
            for heading in ("all", f"kind {wanted['kind']}", f"language {language}"):
                counts[heading, outcome] += 1
    excused = set(matched.values())
    for j, had in enumerate(found):
        if j not in excused and not any(wanted.get("opt") and overlap(wanted, had) for wanted in gold):
            misses.append(("false", had))
            for heading in ("all", f"kind {had['kind']}", f"language {language}"):
                counts[heading, "false"] += 1


def figures(counts, heading):
    hit, missed, false = (counts[heading, outcome] for outcome in ("hit", "missed", "false"))
    precision = hit / (hit + false) if hit + false else 0.0
    recall = hit / (hit + missed) if hit + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{precision:6.3f} {recall:6.3f} {f1:6.3f}"


def known(path):
    """(criterion, outcome, text, start, target) → the reason, from the list at *path*."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:] if line.strip()]
    return {
        (criterion, outcome, doc, int(start), target): reason for criterion, outcome, doc, start, target, reason in rows
    }


def errors(misses):
    """The misses in the form of the list of known ones."""
    return {
        (criterion, outcome, Path(record["doc"]).stem, record["start"], record["target"] or "")
        for criterion, kept in misses.items()
        for outcome, record in kept
    }


def tally(folder, *, facts=False):
    """Counts and misses of the texts in *folder*, each by criterion."""
    manifest = json.loads((folder / "MANIFEST.json").read_text(encoding="utf-8"))["documents"]
    if facts:
        gold = {}
        for record in records((folder / "facts.jsonl").read_text(encoding="utf-8").splitlines()):
            gold.setdefault(record["doc"], []).append(record)
    else:
        gold = {
            path.stem: records(path.read_text(encoding="utf-8").splitlines())
            for path in sorted((folder / "gold").glob("*.jsonl"))
        }
    texts = [entry for entry in manifest if entry["doc"] in gold]
    found = predictions([folder / entry["file"] for entry in texts], "facts" if facts else "citations")

    tallies = {"span": Counter(), "target": Counter()}
    misses = {"span": [], "target": []}
    for entry in texts:
        doc = entry["doc"]
        passages = entry.get("passages") or [[0, sys.maxsize]]

        def counted(record, passages=passages):
            return any(start <= record["start"] and record["end"] <= end for start, end in passages)

        wanted, had = list(filter(counted, gold[doc])), list(filter(counted, found[doc]))
        for each in (*wanted, *had):
            each.setdefault("doc", doc)
        score(wanted, had, entry["lang"], lambda one, other: True, tallies["span"], misses["span"])
        score(
            wanted,
            had,
            entry["lang"],
            lambda one, other: same_target(one["target"], other["target"]),
            tallies["target"],
            misses["target"],
        )
    return tallies, misses


def main():
    arguments = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    arguments.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    arguments.add_argument("--facts", action="store_true", help="score the fact patterns in FOLDER/facts.jsonl instead")
    arguments.add_argument(
        "--misses", type=int, default=0, metavar="N", help="show the first N that were missed or false"
    )
    arguments.add_argument("--known", type=Path, metavar="FILE", help="compare the errors with this list of known ones")
    given = arguments.parse_args()
    if not (given.folder / "MANIFEST.json").exists():
        sys.exit(f"{given.folder} has no MANIFEST.json; give a folder of annotated texts.")
    tallies, misses = tally(given.folder, facts=given.facts)

    headings = sorted({heading for heading, _ in tallies["span"]}, key=lambda heading: (heading != "all", heading))
    print(f"{'':<28} {'':>6}   span:  P      R     F1   target: P      R     F1")
    for heading in headings:
        number = tallies["span"][heading, "hit"] + tallies["span"][heading, "missed"]
        print(
            f"{heading:<28} {number:>6}   {figures(tallies['span'], heading)}   {figures(tallies['target'], heading)}"
        )
    for criterion, kept in misses.items():
        for outcome, record in kept[: given.misses]:
            print(
                criterion,
                outcome,
                record["doc"],
                record["start"],
                repr(record.get("text", "")),
                record["kind"],
                record["target"],
            )
    if given.known:
        listed, made = known(given.known), errors(misses)
        for error in sorted(made - listed.keys()):
            print("new, not in the list:", *error)
        for error in sorted(listed.keys() - made):
            print("gone, take it off the list:", *error)
        return int(made != listed.keys())
    return 0


if __name__ == "__main__":
    sys.exit(main())
