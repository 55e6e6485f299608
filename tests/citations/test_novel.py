"""Prose in which nobody cites: no citation is found, whatever names and numbers stand in it."""

import pytest
from novel import novel

from refoulement_lint.formats import read
from refoulement_lint.pipeline import find

# What looks like an application number and is one of something else.
NUMBERS = [
    "Invoice no. 30696/09 was paid on 03/06/2022.",
    "Ring 0207/12 or +44 20 7946 0958/12 before page 12/32.",
    "Pages 12/32 to 14/32 of order no. 8675/15.",
    "Room 37201/06, parcel no. 30210/96, ticket no. 16643/09.",
    "France v. Poland ended 2/1; Germany v. Italy, 12/06.",
    "The documents A/53/44 and E/CN.4/2004/56 were on the table.",
    "Recipe no. 22414/93 asks for 3/4 of a cup.",
]


class TestNovel:
    def test_hundred_thousand_words(self, engine):
        """
        A hundred thousand words with the names of applicants and judges, and every kind of number, cite nothing.
        """
        document = read(novel(100_000).encode(), filename="novel.md")
        written, _ = find(document, engine.reader("en", document.text))

        assert [] == [(one.kind, one.text) for one in written]

    def test_same_seed_same_text(self):
        """
        The generator gives the same text again.
        """
        assert novel(500, seed=3) == novel(500, seed=3)
        assert novel(500, seed=3) != novel(500, seed=4)

    @pytest.mark.parametrize("text", NUMBERS)
    def test_no_application_number(self, found, text):
        """
        None of these numbers is an application's.
        """
        assert [] == [one.text for one in found(text) if one.kind in ("appno", "case")]
