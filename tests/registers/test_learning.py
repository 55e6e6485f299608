"""What is learnt from sentences: what tells them apart, and the same from the same; and every file of them as it is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import refoulement_lint
from refoulement_lint.likeness import Likeness
from refoulement_lint.registers import learning

TELLING = Path(refoulement_lint.__file__).parents[2] / "rules" / "telling"
FILES = sorted(TELLING.glob("*/*.tsv"))
FACTS = ("detention", "medical")
LINES = (
    "detention\tThey locked her in a cell at the airport for nine days.",
    "none\tThe hearing was held at the airport hotel.",
    "detention\tHe was locked up in a container near the runway.",
    "none\tHe has a cell phone and a view of the garden.",
    "detention\tFor a month the couple were kept in a closed centre, in a cell without a window.",
    "none\tThe couple married in a chapel last year.",
    "none\tThe parties agree on the dates.",
    "medical\tHer heart is failing and no hospital there has the drug.",
    "none\tFor nine days nothing was heard of the case.",
    "medical\tHe needs dialysis three times a week in a hospital.",
    "none\tNo lawyer there has the file.",
    "medical\tWithout the drug her heart will stop, as the hospital has certified.",
    "none\tThe court heard the case last year.",
)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    path = tmp_path / "1.tsv"
    path.write_text("# a remark\n" + "".join(f"{line}\n" for line in LINES), "utf-8")
    return [path]


def _told(learnt: learning.Learnt, sentence: str) -> set[str]:
    likeness = Likeness(
        learnt.facts,
        learnt.always,
        lambda asked: {sign: learnt.weights[sign] for sign in asked if sign in learnt.weights},
    )
    words = sentence.lower().split()
    return {one.fact for one in likeness.read(words, set(words))[0]}


class TestLearn:
    def test_tells_what_it_was_taught(self, files: list[Path]) -> None:
        """
        A sentence in other words is like those that tell its fact, and one about something else is like none.
        """
        learnt = learning.learn(files, FACTS)

        assert _told(learnt, "she was locked in a cell without a window") == {"detention"}
        assert _told(learnt, "no hospital there could help his failing heart") == {"medical"}
        assert not _told(learnt, "the case was heard last year")

    def test_the_same_from_the_same(self, files: list[Path]) -> None:
        """
        The weights depend on nothing but the sentences.
        """
        assert learning.learn(files, FACTS) == learning.learn(files, FACTS)

    def test_nothing_says_what_nobody_told(self, files: list[Path]) -> None:
        """
        Of a fact that no sentence tells, no sentence is ever read as telling it.
        """
        learnt = learning.learn(files, (*FACTS, "minor"))

        assert all("minor" not in _told(learnt, line.partition("\t")[2]) for line in LINES)

    def test_what_a_writer_did_not_think_of(self, files: list[Path], tmp_path: Path) -> None:
        """
        Sentences that were written before a fact was thought of do not speak against it.
        """
        old = tmp_path / "2.tsv"
        old.write_text("".join(f"none\t{line.partition(chr(9))[2]}\n" for line in LINES * 4), "utf-8")
        sentence = "she was locked in a cell without a window"

        assert _told(learning.learn([*files, old], FACTS), sentence) != {"detention"}
        old.write_text(f"{learning.UNASKED}detention\n{old.read_text('utf-8')}", "utf-8")
        assert _told(learning.learn([*files, old], FACTS), sentence) == {"detention"}

    @pytest.mark.parametrize("line", ["detention He was held.", "held\tHe was held.", "detention\t ", "\tHe was held."])
    def test_a_line_that_cannot_be_read(self, line: str, tmp_path: Path) -> None:
        """
        It is named by its number.
        """
        path = tmp_path / "2.tsv"
        path.write_text(f"# a remark\n{line}\n", "utf-8")

        with pytest.raises(learning.SentenceError, match=r"2\.tsv, line 2"):
            learning.learn([path], FACTS)

    def test_weights_name_facts(self, files: list[Path]) -> None:
        """
        Two bytes for each: which fact, and how much it says for it, or against it; what stands once says nothing.
        """
        learnt = learning.learn(files, FACTS)

        assert all(len(said) % 2 == 0 and set(said[::2]) <= {0, 1} for said in learnt.weights.values())
        assert 0 in learnt.weights["locked"][::2]
        assert 0 < learnt.weights["locked"][1] < 128
        assert any(weight > 128 for said in learnt.weights.values() for weight in said[1::2])
        assert "runway" not in learnt.weights


@pytest.mark.skipif(not FILES, reason="the sources are in a checkout only")
class TestFiles:
    @pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
    def test_file(self, path: Path) -> None:
        """
        It says where its sentences come from, and tells of facts that exist.
        """
        facts = [path.stem for path in (TELLING.parent / "facts").glob("*.toml")]

        assert "Source:" in path.read_text("utf-8").splitlines()[0]
        read = learning.sentences(path, facts)
        assert read
        assert all(one.unasked <= set(facts) for one in read)

    @pytest.mark.parametrize("language", sorted({path.parent.name for path in FILES}))
    def test_language(self, language: str) -> None:
        """
        At least two writers, whose sentences are their own; every fact is told by each of two, and some of none.
        """
        files = sorted((TELLING / language).glob("*.tsv"))
        lines = [line for path in files for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
        facts = [path.stem for path in (TELLING.parent / "facts").glob("*.toml")]
        writers = Counter(
            fact
            for path in files
            for fact in {told for sentence in learning.sentences(path, facts) for told in sentence.facts}
        )
        twice = [line for line, times in Counter(line.partition("\t")[2] for line in lines).items() if times > 1]

        assert len(files) >= 2
        assert [] == twice
        assert [] == [fact for fact in facts if writers[fact] < 2]
