"""What sentences teach: only what held for a writer who had no part in it; and every file of them as it is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import refoulement_lint
from refoulement_lint.likeness import NEVER, Likeness
from refoulement_lint.registers.learning import SentenceError, learn, sentences

TELLING = Path(refoulement_lint.__file__).parents[2] / "rules" / "telling"
FACTS = ("detention", "minor")
FILES = sorted(TELLING.glob("*/*.tsv"))

if not TELLING.is_dir():
    pytest.skip("the sources are in a checkout only", allow_module_level=True)


def _written(folder: Path, *writers: str) -> list[Path]:
    """One file for each writer; lines with spaces for tabs."""
    paths = []
    for number, text in enumerate(writers):
        path = folder / f"{number}.tsv"
        path.write_text("\n".join(line.strip().replace(": ", "\t", 1) for line in text.splitlines()), "utf-8")
        paths.append(path)
    return paths


def _told(likeness: Likeness, sentence: str) -> set[str]:
    words = sentence.split()
    return {one.fact for one in likeness.read(words, set(words))[0]}


ONE = """# a remark
detention: They locked her in a cell.
detention: He was locked in a container.
detention: The family was locked in for a week.
detention: A guard locked the door of the hall.
minor: The boy was fourteen.
minor: A girl of nine came too.
none: The court sat on Friday.
none: Rain fell on the road."""
TWO = """detention: We were locked in a garage.
detention: The officers locked them in a shed.
detention: She sat locked in the van.
detention: I was locked up at the port.
minor: The boy is sixteen.
minor: My girl was ill.
none: She came on Friday by road.
none: The court will sit in May."""


class TestLearn:
    def test_what_two_writers_share(self, tmp_path: Path) -> None:
        """
        Words that tell a fact with both tell it in a sentence of neither.
        """
        learnt = learn(_written(tmp_path, ONE, TWO), FACTS)
        likeness = Likeness(
            learnt.facts,
            learnt.needed,
            learnt.worth,
            lambda signs: {s: learnt.weights[s] for s in signs if s in learnt.weights},
        )

        assert {"detention"} == _told(likeness, "she was locked in a room")
        assert not _told(likeness, "the road was wet")

    def test_one_writer_alone_teaches_nothing(self, tmp_path: Path) -> None:
        """
        Without anybody else to try it on no sum is enough.
        """
        learnt = learn(_written(tmp_path, ONE), FACTS)

        assert [NEVER, NEVER] == learnt.needed

    def test_weights_name_facts(self, tmp_path: Path) -> None:
        """
        Two bytes for each: which fact, and how much it says for it, or against it; what stands once says nothing.
        """
        learnt = learn(_written(tmp_path, ONE, TWO), FACTS)

        assert all(len(said) % 2 == 0 and set(said[::2]) <= {0, 1} for said in learnt.weights.values())
        assert 0 in learnt.weights["locked"][::2]
        assert 0 < learnt.weights["locked"][1] < 128 < learnt.weights["friday"][1]
        assert "cell" not in learnt.weights

    @pytest.mark.parametrize(
        "line", ["detention They locked her in.", "detained\tThey locked her in.", "\tThey locked her in.", "none\t "]
    )
    def test_mistakes(self, tmp_path: Path, line: str) -> None:
        """
        A line that is no sentence with its facts is refused with its number.
        """
        path = tmp_path / "1.tsv"
        path.write_text(f"none\tRain fell.\n{line}\n", "utf-8")

        with pytest.raises(SentenceError, match=r"1\.tsv, line 2"):
            sentences(path, FACTS)


# Facts that nobody has told in sentences yet: they are found by their phrases.
BY_WORDS_ALONE = frozenset({"destitution", "trafficking"})


class TestFiles:
    @pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
    def test_file(self, path: Path) -> None:
        """
        It says where its sentences come from, and tells of facts that exist.
        """
        facts = [path.stem for path in (TELLING.parent / "facts").glob("*.toml")]

        assert "Source:" in path.read_text("utf-8").splitlines()[0]
        assert sentences(path, facts)

    @pytest.mark.parametrize("language", sorted({path.parent.name for path in FILES}))
    def test_language(self, language: str) -> None:
        """
        At least two writers, whose sentences are their own; every fact is told by each of two, and some of none.
        """
        files = sorted((TELLING / language).glob("*.tsv"))
        lines = [line for path in files for line in path.read_text("utf-8").splitlines()[1:]]
        facts = [path.stem for path in (TELLING.parent / "facts").glob("*.toml")]
        writers = Counter(
            fact for path in files for fact in {told for sentence in sentences(path, facts) for told in sentence.facts}
        )

        assert len(files) >= 2
        assert len(lines) == len({line.partition("\t")[2] for line in lines})
        assert all(writers[fact] >= 2 for fact in facts if fact not in BY_WORDS_ALONE)
