"""What outlives a document: the reader of a first page against the one for all texts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from refoulement_lint import formats, pipeline
from refoulement_lint.engine import ONE_PAGE, open_engine
from refoulement_lint.tokens import reading_of

BRIEFS = sorted((Path(__file__).resolve().parent.parent / "examples" / "briefs").glob("*.md"))
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def experienced():
    """An engine that has read drafts before, so that its reader knows every word."""
    engine = open_engine()
    pipeline.check(formats.read(b"word " * ONE_PAGE, filename="long.md"), engine, on=DAY)
    return engine


class TestPhrases:
    @pytest.mark.parametrize("language", ["en", "de", "fr", "lt", "lv", "pl", "ru", "sv"])
    def test_ours_are_all_known(self, language):
        """
        A page asks for those of our phrases that the compiler found words for; one that it has not read would be lost.
        """
        engine = open_engine()
        ours = {phrase for _, phrase in engine._our_phrases(engine.telling(language))}
        words = {word for phrase in ours for place in reading_of(phrase).looks[:1] for word in place}

        found = engine.registers.wording.phrases_on((word.removesuffix("*") for word in words), language)

        assert ours == ours & found.keys()

    def test_cues_of_one_language(self, experienced):
        """
        The patterns for one language are those for all, without the cues of the others.
        """
        all_of_them, german = experienced.facts, experienced.facts_in("de")

        assert [pattern.id for pattern in all_of_them] == [pattern.id for pattern in german]
        assert [pattern.cues.get("de") for pattern in all_of_them] == [pattern.cues.get("de") for pattern in german]
        assert {"de"} == {language for pattern in german for language in pattern.cues}


class TestReader:
    @pytest.mark.parametrize("brief", BRIEFS, ids=lambda path: path.stem)
    def test_first_page(self, experienced, brief):
        """
        An engine that reads its first page with the words of that page alone reports what one with all words reports.
        """
        document = formats.read(brief.read_bytes()[:ONE_PAGE], filename=brief.name)

        assert pipeline.check(document, experienced, on=DAY) == pipeline.check(document, open_engine(), on=DAY)

    def test_abbreviated_month(self, experienced):
        """
        "16. Apr. 2018" has less of "April" than decides whether a word may stand in a page.
        """
        document = formats.read(b"VG Magdeburg, Beschluss vom 16. Apr. 2018 - 8 B 91/18", filename="draft.md")
        report = pipeline.check(document, open_engine(), on=DAY)

        assert "2018-04-16" in [part.value for one in report.citations for part in one.written.parts]
        assert report == pipeline.check(document, experienced, on=DAY)

    @pytest.mark.parametrize("apostrophe", ["'", "’"])
    def test_apostrophe(self, experienced, apostrophe):
        """
        A name that the register writes with a curly apostrophe stands in a page with either.
        """
        name = f"Charte des droits fondamentaux de l{apostrophe}Union européenne"
        document = formats.read(f"Voir l{apostrophe}article 19 § 2 de la {name}.".encode(), filename="draft.md")
        report = pipeline.check(document, open_engine(), on=DAY)

        assert [f"article 19 § 2 de la {name}"] == [document.source[one.start : one.end] for one in report.citations]
        assert report == pipeline.check(document, experienced, on=DAY)

    @pytest.mark.parametrize(
        "text",
        [
            "He was pushed back.",
            "Sie wurden zurück über den Zaun gestoßen.",
            "The risk was balanced against security.",
            "Funkcjonariusze wypchnęli ich na Białoruś.",
        ],
    )
    def test_without_any_citation(self, experienced, text):
        """
        A page in which no word of a citation stands is looked through for its phrases all the same.
        """
        document = formats.read(text.encode(), filename="draft.md")

        _, first = pipeline.find(document, open_engine().reader("en", document.text))
        _, later = pipeline.find(document, experienced.reader("en", document.text))

        assert {role: list(found) for role, found in later.items()} == {
            role: list(found) for role, found in first.items()
        }
        assert first or text.isascii() is False
