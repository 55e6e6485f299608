"""
Measure a corpus of 50,000 excerpts: how fast it is indexed, and what a suggestion for a ten-page draft costs.

    python tools/bench_corpus.py [--corpus postgresql://...] [--excerpts N] [--strict]

Times are CPU time of this process; of a server's own time nothing is seen, so wall time stands beside it.
"""

import argparse
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import prose

EXCERPTS = 50_000
A_MINUTE = 10_000
SECONDS = 0.3
TEN_PAGES = 30_000
PARAGRAPHS = 250


def documents(folder, excerpts):
    """Reports of numbered paragraphs, `PARAGRAPHS` in each, all different."""
    text = prose.prose(excerpts * 600, seed=11)
    size = len(text) // excerpts
    for first in range(0, excerpts, PARAGRAPHS):
        pieces = (
            " ".join(text[number * size : (number + 1) * size].split()) for number in range(first, first + PARAGRAPHS)
        )
        body = "\n\n".join(f"{place}. {piece}" for place, piece in enumerate(pieces, start=1))
        path = folder / f"report-{first // PARAGRAPHS:04}.txt"
        path.write_text(f"Country report {first // PARAGRAPHS}\n\n{body}\n", encoding="utf-8")
        yield str(path)


def measured(work):
    """CPU seconds and seconds of *work*, and what it gave back."""
    cpu, wall = time.process_time(), time.perf_counter()
    done = work()
    return time.process_time() - cpu, time.perf_counter() - wall, done


def main():
    arguments = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    arguments.add_argument(
        "--corpus", help="a postgresql:// address of an empty database; a file of its own if not given"
    )
    arguments.add_argument("--excerpts", type=int, default=EXCERPTS)
    arguments.add_argument("--strict", action="store_true", help="exit with status 1 when a figure is over its budget")
    given = arguments.parse_args()

    from refoulement_lint import formats, pipeline
    from refoulement_lint.corpus.opening import open_corpus
    from refoulement_lint.engine import open_engine
    from refoulement_lint.indexing import Intake

    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        paths = list(documents(folder, given.excerpts))
        place = given.corpus or str(folder / "corpus.sqlite")
        engine = open_engine()
        corpus = open_corpus(place, create=True)
        intake = Intake(corpus, engine)
        cpu, wall, _ = measured(lambda: [intake.take(path) for path in paths])
        held = corpus.count()[1]
        a_minute = held / wall * 60
        print(f"{held:,} excerpts indexed in {wall:.1f} s ({cpu:.1f} s CPU): {a_minute:,.0f} a minute")
        again, _, _ = measured(lambda: [Intake(corpus, engine).take(path) for path in paths[:20]])
        print(f"a file that is held as it is: {again / 20 * 1000:.1f} ms")
        if not given.corpus:
            print(f"the file: {Path(place).stat().st_size / 1e6:.0f} MB")
        draft = formats.read(prose.prose(TEN_PAGES, seed=5).encode(), filename="brief.md")
        day = date(2026, 11, 22)
        figures = {}
        for name, engine in (("without", open_engine()), ("with", open_engine(corpus=corpus))):
            pipeline.suggestions(draft, engine, on=day)
            runs = [measured(lambda engine=engine: pipeline.suggestions(draft, engine, on=day)) for _ in range(5)]
            figures[name] = min(cpu for cpu, _, _ in runs), min(wall for _, wall, _ in runs), runs[0][2]
        cpu, wall, offered = figures["with"]
        of_corpus = sum(1 for support in offered if support.corpus)
        print(
            f"a suggestion for {TEN_PAGES:,} characters: {cpu:.3f} s CPU ({wall:.3f} s), without a corpus"
            f" {figures['without'][0]:.3f} s; {of_corpus} of {len(offered)} from the corpus"
        )
    return 1 if given.strict and (a_minute < A_MINUTE or cpu > SECONDS) else 0


if __name__ == "__main__":
    sys.exit(main())
