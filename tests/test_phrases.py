"""The phrase language, and where sentences and paragraphs end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refoulement_lint.model import Block, Document, RuleError, Span
from refoulement_lint.phrases import Match, Phrasebook, anchors
from refoulement_lint.scan import Scan, fold
from refoulement_lint.sentences import paragraph, sentence

letters = st.text(alphabet="abcdefghijklmnoprstuvwzżłéäß", min_size=1, max_size=9)
sentences_of_words = st.lists(letters, min_size=1, max_size=25)


def _matches(phrase: str, text: str) -> list[Match[str]]:
    book = Phrasebook([("it", phrase)])
    return book.matches(text, Scan({"it": book.literals}).hits(fold(text).replace("\n", " "))["it"])


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
            Phrasebook([("it", phrase)]).check()

        assert phrase in str(told.value)

    def test_anchor_is_the_rare_word(self) -> None:
        """
        The scan waits for the word that is not everywhere.
        """
        assert all(
            "interpreter" in literal or "translator" in literal for literal in anchors("of .. interpreter|translator")
        )

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
        A book of thousands is ready in a few milliseconds, since a phrase is read when it is first hit.
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
        hits = Scan({"it": book.literals}).hits(fold(text).replace("\n", " "))["it"]

        assert [] == book.matches(text, hits, blocks)
        assert 1 == len(book.matches(text, hits))


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
