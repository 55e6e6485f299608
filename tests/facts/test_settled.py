"""A request for asylum that was examined was not ignored, where nobody was turned back."""

import pytest

from tests.facts.test_actor import told

ASKED = "The applicant is a baker of thirty. At the airport he told the officer that he wanted asylum in Poland."


@pytest.mark.parametrize(
    "what_came_of_it",
    [
        "On 2 July his claim for asylum was rejected by the Office for Foreigners.",
        "The Office refused him protection.",
        "At his asylum interview he spoke of his brother.",
    ],
)
def test_settled(what_came_of_it):
    """
    What became of the request is told, and no guard turned anybody away.
    """
    assert told(ASKED, name="asylum-request-ignored")
    assert not told(ASKED, what_came_of_it, name="asylum-request-ignored")


def test_a_return_all_the_same():
    """
    Who was pushed back was not heard, whatever a later claim led to.
    """
    back = "The guards pushed him back across the border to Belarus. A year later the Office refused him protection."

    assert told(ASKED, back, name="asylum-request-ignored")
