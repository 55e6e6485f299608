"""The phrase language, and where sentences and paragraphs end."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refoulement_lint.folding import fold, words_of
from refoulement_lint.model import Block, Document, RuleError, Span
from refoulement_lint.phrases import Match, Phrasebook, PhraseList, standing_in
from refoulement_lint.sentences import paragraph, sentence, sentence_starts
from refoulement_lint.tokens import Readings, reading_of, stored_looks, stored_tokens

letters = st.text(alphabet="abcdefghijklmnoprstuvwzżłéäß", min_size=1, max_size=9)
words_of_phrases = st.sampled_from(["a*", "b", "c|d*|e-f", "g?", "_", "..", "..2"])
phrases = st.lists(words_of_phrases, max_size=4).map(lambda words: " ".join(["a|k*", *words, "n*|o"]))
sentences_of_words = st.lists(letters, min_size=1, max_size=25)


def _matches(phrase: str, text: str) -> list[Match[str]]:
    return Phrasebook([("it", phrase)]).matches(text)


def _words(phrase: str, text: str) -> list[str]:
    return [text[span.start : span.end] for span in sorted(match.span for match in _matches(phrase, text))]


class TestPhrase:
    @pytest.mark.parametrize(
        ("phrase", "text", "expected"),
        [
            ("push* back", "They were PUSHED back.", ["PUSHED back"]),
            ("applicant s wife", "The applicant's wife spoke.", ["applicant's wife"]),
            ("non-refoulement", "The rule of non-refoulement binds.", ["non-refoulement"]),
            ("push-back*|pushback*", "Push-backs and pushbacks.", ["Push-backs", "pushbacks"]),
            ("into? the? border", "to the border", ["the border"]),
            ("without .. lawyer", "without any access to a lawyer", ["without any access to a lawyer"]),
            ("without ..2 lawyer", "without any access to a lawyer", []),
            ("rule _ lawyer", "rule the lawyer, rule lawyer", ["rule the lawyer"]),
            ("back to", "pushed back. To the north", []),
            ("back to", "sent back, to Serbia", ["back, to"]),
            ("fence", "defence, fenced, fence", ["fence"]),
            ("took-part|joined in", "took part in it, took it, joined in", ["took part in", "joined in"]),
            ("risk ..1 of return?", "a risk of return, a risk of", ["risk of return", "risk of"]),
            ("on arrival", "on_arrival", ["on_arrival"]),
            ("zawróc*", "ZAWRÓCENI na granicę", ["ZAWRÓCENI"]),
        ],
    )
    def test_what_it_finds(self, phrase: str, text: str, expected: list[str]) -> None:
        """
        Words, beginnings, alternatives, optional words and gaps mean what the module says.
        """
        assert expected == _words(phrase, text)

    @pytest.mark.parametrize(
        "phrase", ["", ".. ..", "a? b?", "back ..", ".. back", "(back)", "a**", "..99 back", "a||b"]
    )
    def test_mistakes_are_told(self, phrase: str) -> None:
        """
        A phrase that cannot be read is refused with a message that shows it.
        """
        with pytest.raises(RuleError) as told:
            Phrasebook([("it", phrase)])

        assert phrase in str(told.value)

    def test_rare_words_come_first(self) -> None:
        """
        A phrase waits for the words that are not everywhere; what may be absent is never waited for.
        """
        assert (("interpreter", "translator"), ("of",)) == reading_of(
            "of .. interpreter|translator interpreting?"
        ).looks

    def test_row_is_known_by_its_rare_word(self) -> None:
        """
        Of words in a row the rarest one is waited for.
        """
        assert (("participat*", "non"),) == reading_of("participat*|of-non-refoulement").looks

    @given(sentences_of_words, st.data())
    def test_words_of_a_sentence_are_found_in_it(self, words: list[str], data: st.DataObject) -> None:
        """
        A phrase made of neighbouring words of a sentence is found there, and inside it.
        """
        start = data.draw(st.integers(0, len(words) - 1))
        end = data.draw(st.integers(start + 1, min(len(words), start + 6)))
        text = " ".join(words)

        found = _matches(" ".join(words[start:end]), text)

        assert found
        assert all(match.sentence.covers(match.span) for match in found)

    @given(st.text(max_size=400))
    def test_spans_lie_in_their_sentence(self, text: str) -> None:
        """
        Whatever the text, a match lies inside its sentence and the sentence inside the text.
        """
        found = _matches("a*|e*|o*", text)

        assert all(match.sentence.covers(match.span) and match.sentence.end <= len(text) for match in found)

    @given(sentences_of_words, st.integers(0, 6))
    def test_gap_is_as_wide_as_it_says(self, words: list[str], width: int) -> None:
        """
        Two words are found apart by the words of a gap, and not by one more.
        """
        text = " ".join(["FIRST", *("x" + word for word in words), "LAST"])
        apart = len(words)

        assert (apart <= width) == bool(_matches(f"first ..{width} last" if width else "first last", text))

    @given(st.text(max_size=200))
    def test_words_are_runs_of_letters_and_digits(self, text: str) -> None:
        """
        The quick way to cut a text finds the words that a pattern finds, in the same places.
        """
        words = list(re.finditer(r"[^\W_]+", fold(text)))

        for written in {word[0] for word in words}:
            places = [Span(*word.span()) for word in words if word[0] == written]
            assert places == [match.span for match in _matches(written, text)]

    @pytest.mark.parametrize("text", ["no " * 33_333, "a." * 50_000, "a. " * 33_333, "\n" * 100_000, "no, " * 25_000])
    def test_unlucky_characters(self, text: str) -> None:
        """
        A hundred thousand characters of the worst kind take a moment, not a minute.
        """
        started = time.process_time()

        _matches("no|a .. no|a ..6 no|a .. no|a .. no|a .. lawyer|no*", text)

        assert time.process_time() - started < 5


class TestPhrasebook:
    def test_three_thousand_phrases(self) -> None:
        """
        A book of thousands is ready in some milliseconds, since a phrase is read when a word of it is first met.
        """
        entries = [(index, f"word{index % 700} .. guard*|officer{index % 90} the? fence") for index in range(3_000)]
        Phrasebook(entries)
        started = time.process_time()

        Phrasebook(entries)

        assert time.process_time() - started < 0.1

    def test_phrase_stays_in_its_block(self) -> None:
        """
        A cell of a table and the next one are two sentences.
        """
        text = "pushed\nback"
        blocks = (Block(Span(0, 6), "cell"), Block(Span(7, 11), "cell"))
        book = Phrasebook([("it", "pushed back")])

        assert [] == book.matches(text, blocks)
        assert 1 == len(book.matches(text))

    def test_page_of_a_longer_text(self) -> None:
        """
        The spans of the matches in a page count in the whole reading.
        """
        whole = "Nothing here. They were pushed back."
        start = whole.index("They")

        found = Phrasebook([("it", "pushed back")]).matches(whole[start:], (Block(Span(start, len(whole))),), at=start)

        assert ["pushed back"] == [whole[match.span.start : match.span.end] for match in found]
        assert [Span(start, len(whole))] == [match.sentence for match in found]

    def test_words_met_before_a_phrase_was_read(self) -> None:
        """
        A phrase that is read only now knows the words that were met before.
        """
        book = Phrasebook([("first", "border guard"), ("second", "lawyer .. border")])
        book.matches("At the border stood a guard.")

        assert ["second"] == [match.key for match in book.matches("No lawyer came to the border.")]

    def test_sentence_is_asked(self) -> None:
        """
        A book says which of its phrases stand in one sentence, a list whether one does, there or anywhere.
        """
        text = "They were pushed back. No lawyer came."
        book = Phrasebook([("push", "pushed back"), ("counsel", "no lawyer")])

        assert frozenset({"counsel"}) == book.stand_in(words_of(text[23:38]))
        assert PhraseList(["no lawyer"]).stands_in(text, Span(23, 38))
        assert not PhraseList(["no lawyer"]).stands_in(text, Span(0, 22))
        assert PhraseList(["no lawyer"]).stands_anywhere(text)

    @given(st.lists(phrases, max_size=3), sentences_of_words)
    def test_stored_reading_says_the_same(self, written: list[str], words: list[str]) -> None:
        """
        A book that gets its readings from the compiled registers finds what one that reads its phrases itself finds.
        """
        read = {phrase: reading_of(phrase) for phrase in written}
        stored = Readings(
            {phrase: stored_looks(reading) for phrase, reading in read.items()},
            lambda phrase: (stored_looks(read[phrase]), stored_tokens(read[phrase])),
        )
        entries = [(phrase, phrase) for phrase in written]

        assert Phrasebook(entries).matches(" ".join(words)) == Phrasebook(entries, stored).matches(" ".join(words))

    @given(st.lists(phrases, max_size=3), sentences_of_words)
    def test_those_that_may_stand_find_the_same(self, written: list[str], words: list[str]) -> None:
        """
        A book for one text, without the phrases that cannot stand there, finds what the whole book finds.
        """
        text, entries = " ".join(words), [(phrase, phrase) for phrase in written]

        assert Phrasebook(entries).matches(text) == Phrasebook(standing_in(text, entries)).matches(text)


class TestSentence:
    @pytest.mark.parametrize(
        "text",
        [
            "See M.S.S. v. Belgium and Greece [GC], no. 30696/09, § 342.",
            "Cf. Art. 3 and paras. 4-5 (p. 12); the rest follows.",
            "Am 3. Oktober 2020 floh er.",
            "The U.S. Court of Appeals agreed.",
            "12. The applicants were four.",
            "Zob. art. 33 ust. 1 oraz pkt 4 lit. a.",
        ],
    )
    def test_dots_that_end_nothing(self, text: str) -> None:
        """
        Abbreviations, initials, dates, paragraph numbers and semicolons do not cut a sentence.
        """
        whole = Span(0, len(text))

        assert whole.end - 1 <= sentence(text, text.index(" ") + 1).end
        assert whole.start == sentence(text, len(text) - 3).start

    def test_sentences_apart(self) -> None:
        """
        A full stop before a capital ends one, also after an initial that stands for a name.
        """
        text = "He told Mr W. The guards laughed. Nobody wrote it down."

        assert "The guards laughed." == text[slice(*_ends(sentence(text, text.index("guards"))))]

    def test_blank_line_ends(self) -> None:
        """
        A blank line ends a sentence without a full stop.
        """
        text = "A heading\n\nThe text goes on"

        assert "A heading" == text[slice(*_ends(sentence(text, 3)))]

    @pytest.mark.parametrize(
        "text", ["." * 100_000, '."' * 50_000, ". \n" * 33_333, "\n\t" * 50_000, "." + " " * 100_000]
    )
    def test_unlucky_characters(self, text: str) -> None:
        """
        A hundred thousand marks or blanks are read in a moment.
        """
        started = time.process_time()

        sentence_starts(text)
        sentence(text, 50_000)

        assert time.process_time() - started < 1

    def test_never_beyond_its_limit(self) -> None:
        """
        In a text without any full stop the window ends the sentence.
        """
        assert 200 >= len(range(*_ends(sentence("word " * 20_000, 50_000, limit=100))))

    @settings(max_examples=200)
    @given(st.text(alphabet='ab. AB\n?!;1"(', max_size=200), st.data())
    def test_covers_its_offset(self, text: str, data: st.DataObject) -> None:
        """
        The sentence around a letter holds that letter.
        """
        offset = data.draw(st.integers(0, max(0, len(text) - 1)))

        span = sentence(text, offset)

        assert not text or not text[offset].isalnum() or span.start <= offset < span.end


class TestParagraph:
    def test_block_of_the_offset(self) -> None:
        """
        The block that the offset stands in, by its place and not by its number.
        """
        blocks = (Block(Span(0, 5)), Block(Span(7, 12)))
        document = Document(path="", format="text", source="first\n\nother", text="first\n\nother", blocks=blocks)

        assert Span(7, 12) == paragraph(document, 8)
        assert Span(0, 5) == paragraph(document, 2)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


class TestMarksThatStandApart:
    """French writes a space before the mark that closes a quotation; the reading has a straight one in its place."""

    def test_a_quotation_that_ends_ends_its_sentence(self):
        """What is quoted denies, and what follows does not."""
        text = 'Il est écrit : " Nul ne part. " Elle établit le risque.'
        assert "Elle" == text[sentence_starts(text)[-1] :][:4]

    def test_one_that_begins_ends_none(self):
        """The mark belongs to the words behind it."""
        text = 'La Cour le dit. " Nul ne part. "'
        assert [0] == sentence_starts(text)

    def test_a_reference_in_brackets_belongs_to_what_is_quoted(self):
        """It is where the words stand."""
        text = 'Il est écrit : " Nul ne part. " (arrêt, § 3).'
        assert [0] == sentence_starts(text)
