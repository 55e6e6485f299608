"""Which texts have three words of a quotation in a row."""

from hypothesis import given
from hypothesis import strategies as st

from refoulement_lint.words_in_a_row import ROW, Index, folded_words, words_of

TEXTS = st.lists(st.lists(st.sampled_from(["shall", "be", "Subjected", "to", "[t]orture", "judgement"])).map(" ".join))


class TestIndex:
    @given(TEXTS)
    def test_every_place(self, texts):
        """
        The index knows each text and each place where a row of words stands, in order, and no other.
        """
        index = Index.of(texts)
        words = [folded_words(text) for text in texts]
        places = {}
        for number, text in enumerate(words):
            for place in range(len(text) - ROW + 1):
                places.setdefault(tuple(text[place : place + ROW]), []).append((number, place))

        assert len(texts) == index.texts
        assert {" ".join(row): found for row, found in places.items()} == {
            row: list(index.where(row)) for row in index.rows
        }

    def test_row_of_nobody(self):
        assert [] == list(Index.of(["No one shall be subjected to torture"]).where("no such row"))


class TestWords:
    def test_bracketed_letter(self):
        """
        An editor's capital is no word of its own.
        """
        assert [("the", 0, 5), ("state", 6, 11)] == [tuple(word) for word in words_of("[T]he State")]
        assert ["the", "state"] == folded_words("[T]he State")

    def test_one_word_in_two_prints(self):
        assert folded_words("the judgement") == folded_words("the judgment")

    def test_prints_of_one_word(self):
        """A capital without its accent, the Swiss "ss" and a "ё" without its dots are the same letters."""
        for one, other in (("États à", "Etats a"), ("daß Maß", "dass Mass"), ("определённой", "определенной")):
            assert folded_words(one) == folded_words(other) == [word.folded for word in words_of(one)]
        assert folded_words("où") != folded_words("ou")
