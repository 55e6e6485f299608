"""What leaves the pipeline: offsets of the document itself, places, and a report on every draft."""

import pytest

import refoulement_lint as rl
from refoulement_lint.model import DocumentError, Place
from tests import docx_maker as make

CASE = "M.S.S. v. Belgium and Greece"
WRONG = f"The applicant relies on {CASE} [GC], no. 27765/09."


def cases(citations):
    return [citation for citation in citations if citation.kind == "case"]


class TestPlaces:
    def test_citation_of_a_text(self):
        """
        A citation knows its line and column in the text as given.
        """
        (citation,) = cases(rl.find_citations(f"One\r\n\r\nSee\u00ad *{CASE}*, no. 30696/09."))

        assert Place(3, 7) == citation.place
        assert {"line": 3, "column": 7} == citation.to_dict()["place"]

    def test_citation_of_a_word_file(self, tmp_path):
        """
        In a Word file citations and findings say the same paragraph.
        """
        (tmp_path / "brief.docx").write_bytes(make.docx("One", WRONG))
        (document,) = rl.lint(tmp_path / "brief.docx", on="2026-11-22").documents

        assert {"paragraph 2"} == {citation.place.part for citation in document.citations}
        assert "paragraph 2" in {finding.place.part for finding in document.findings}


class TestFindCitations:
    def test_halves_of_characters(self):
        """
        A text with lone surrogates, as broken data has them, is read like any other, and offsets count in it.
        """
        text = f"\ud83d {CASE} [GC], no. 30696/09\udc00"
        (citation,) = cases(rl.find_citations(text))

        assert CASE == text[citation.start : citation.end]

    def test_byte_order_mark(self):
        """
        A byte order mark is a character of the text that was given.
        """
        text = f"\ufeff{CASE} [GC], no. 30696/09"
        (citation,) = cases(rl.find_citations(text))

        assert CASE == text[citation.start : citation.end]


class TestLint:
    def test_unreadable_among_others(self, tmp_path):
        """
        A draft that cannot be read is in the report, with its reason, and the others are checked.
        """
        (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 torn")
        (tmp_path / "b.md").write_text(WRONG)
        torn, read = rl.lint(tmp_path, on="2026-11-22").documents

        assert (False, True) == (torn.complete, read.complete)
        assert "truncated or damaged" in torn.error
        assert read.findings

    def test_unreadable_alone(self, tmp_path):
        """
        The only draft, unreadable, is a mistake of the call.
        """
        with pytest.raises(DocumentError, match="no such file"):
            rl.lint(tmp_path / "nothing.md")

    def test_state_and_titles(self, tmp_path):
        """
        Whether the State was given or guessed is said, and how the targets of the arguments are called.
        """
        (tmp_path / "a.md").write_text(f"{WRONG} The border guards pushed him back to Belarus.")
        (document,) = rl.lint(tmp_path / "a.md", state="POL", on="2026-11-22").documents
        named = {target for each in document.arguments for target in (*each.adverse_unmet, *each.authorities_cited)}

        assert ("POL", "option") == (document.state, document.state_from)
        assert "option" == document.to_dict()["stateFrom"]
        assert named == {name for name in document.titles if not name.startswith(("fact:", "argument:"))}
        assert document.titles == document.to_dict()["titles"]
