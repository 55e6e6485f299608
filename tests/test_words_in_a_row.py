"""Which texts have three words of a quotation in a row."""

from hypothesis import given
from hypothesis import strategies as st

from refoulement_lint.words_in_a_row import ROW, Index, folded_words, rows, words_of

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
        assert len(index.rows) == sum(map(len, places.values()))
        for row, expected in places.items():
            (key,) = rows(row)
            assert index.has(key)
            assert expected == list(index.where(key, 100))
            assert expected[:1] == list(index.where(key, 1))

    def test_row_of_nobody(self):
        index = Index.of(["No one shall be subjected to torture"])
        (row,) = rows(["no", "such", "row"])

        assert not index.has(row)
        assert [] == list(index.where(row, 100))

    @given(TEXTS)
    def test_as_it_is_kept(self, texts):
        index = Index.of(texts)

        assert index == Index.from_bytes(index.to_bytes())


class TestWords:
    def test_bracketed_letter(self):
        """
        An editor's capital is no word of its own.
        """
        assert [("the", 0, 5), ("state", 6, 11)] == [tuple(word) for word in words_of("[T]he State")]
        assert ["the", "state"] == folded_words("[T]he State")

    def test_one_word_in_two_prints(self):
        assert folded_words("the judgement") == folded_words("the judgment")
