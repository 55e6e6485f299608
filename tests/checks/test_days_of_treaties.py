"""The day that a treaty bears is no day on which a statute had to govern."""

import pytest

from refoulement_lint import pipeline
from refoulement_lint.engine import open_engine
from refoulement_lint.formats import markdown


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Decyzja narusza art. 13 ust. 1 ustawy z dnia 13 czerwca 2003 r. o udzielaniu cudzoziemcom ochrony w zw. z "
            "art. 1 A Konwencji dotyczącej statusu uchodźców, sporządzonej w Genewie dnia 28 lipca 1951 r.",
            False,
        ),
        (
            "W dniu 28 lipca 2002 r. naruszono art. 13 ust. 1 ustawy z dnia 13 czerwca 2003 r. o udzielaniu "
            "cudzoziemcom ochrony.",
            True,
        ),
    ],
)
def test_not_yet(text: str, found: bool) -> None:
    report = pipeline.check(markdown.of(text + "\n"), open_engine(), forum="national", state="POL")

    assert found == ("in-force/act-not-yet-applicable" in {one.rule for one in report.findings})
