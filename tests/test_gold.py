"""The annotated texts: what is found in them, and that the list of what is not is complete."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))
import score_gold

pytestmark = pytest.mark.skipif(
    not (score_gold.FOLDER / "MANIFEST.json").exists(),
    reason="the annotated texts are not part of the repository and do not lie beside this checkout",
)


@pytest.fixture(scope="module")
def tally():
    return score_gold.tally(score_gold.FOLDER)


def figures(tally, criterion, heading):
    """Precision, recall, F1."""
    return tuple(map(float, score_gold.figures(tally[0][criterion], heading).split()))


class TestGold:
    def test_errors_are_those_of_the_list(self, tally):
        """
        Every error that is left stands in the list with its reason, and none that has gone.
        """
        listed = score_gold.known(score_gold.KNOWN)

        assert set(listed) == score_gold.errors(tally[1])
        assert all(listed.values())

    @pytest.mark.parametrize(("criterion", "least"), [("span", 0.98), ("target", 0.96)])
    def test_figures(self, tally, criterion, least):
        """
        F1 over all texts is what the issue asks for, and precision inside the annotated passages is 0.98 at least.
        """
        precision, _, f1 = figures(tally, criterion, "all")

        assert f1 >= least
        assert precision >= 0.98

    def test_no_language_is_left_behind(self, tally):
        """
        F1 of the targets is 0.90 at least in every language.
        """
        languages = {heading for heading, _ in tally[0]["target"] if heading.startswith("language")}

        assert [] == [one for one in sorted(languages) if figures(tally, "target", one)[2] < 0.90]
