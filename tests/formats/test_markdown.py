"""Markdown: the words without the markup."""

import pytest

from refoulement_lint import formats
from refoulement_lint.formats.text import to_source_span
from refoulement_lint.model import Span


def read(source):
    return formats.read(source.encode(), filename="brief.md")


def blocks(source):
    document = read(source)
    return [(block.kind, document.text[block.span.start : block.span.end]) for block in document.blocks]


class TestReading:
    @pytest.mark.parametrize(
        ("source", "reading"),
        [
            ("[M.S.S. v. Belgium](https://hudoc.example/1_2_(x)), no. 30696/09", "M.S.S. v. Belgium, no. 30696/09"),
            ("[Gebremedhin [Gaberamadhien] v. France](u), § 3", "Gebremedhin [Gaberamadhien] v. France, § 3"),
            ("Hirsi [GC] (no. 1/23)", "Hirsi [GC] (no. 1/23)"),
            ("the Convention[^1], Article 3", "the Convention, Article 3"),
            ("<em>Saadi</em><sup>4</sup> v. Italy<br>next", "Saadi4 v. Italy next"),
            ("&sect;&nbsp;3 &amp; 4", "§ 3 & 4"),
            ("see `no. 1/23` here", "see here"),
            ("a <!-- no. 1/23 --> b", "a b"),
            ("a & b &notanentity; < c", "a & b &notanentity; < c"),
        ],
    )
    def test_words(self, source, reading):
        """
        Link addresses, note marks, simple tags, code and comments are not words; entities are characters.
        """
        assert reading == read(source).text

    def test_code_fence(self):
        """
        What stands in a code fence is blank, lines and all.
        """
        document = read("x\n\n```\nArticle 3\n```\n\ny")

        assert ["x", "y"] == document.text.split()
        assert 6 == document.text.count("\n")

    @pytest.mark.parametrize(
        ("source", "kinds"),
        [
            ("x\n\n```\nArticle 3\n\nmore", ["not-read"]),
            ("x\n\n~~~ text\nArticle 3\n```\nmore", ["not-read"]),
            ("x\n\n```\nArticle 3\n```\nmore", []),
            ("x\n\n```\n", []),
        ],
    )
    def test_code_fence_without_end(self, source, kinds):
        """
        A fence that is never closed hides the rest of the draft; that nothing there was read is said.
        """
        assert kinds == [problem.kind for problem in read(source).problems]

    def test_entity_span(self):
        """
        A character written as an entity has the whole entity in the source.
        """
        document = read("see &sect; 3")
        span = to_source_span(document, Span(4, 5))

        assert "&sect;" == document.source[span.start : span.end]


class TestBlocks:
    def test_kinds(self):
        """
        Headings, quotations, list items, cells and notes are blocks of their own.
        """
        source = (
            "# Head\nText\n\n> quoted *words*\n> go on\n\n- one\n- two\n1. three\n\n"
            "| a | b |\n|---|---|\n| c | d |\n\n[^1]: a note\n\nSetext\n---\n\nend"
        )

        assert [
            ("heading", "Head"),
            ("body", "Text"),
            ("quotation", "quoted words\n go on"),
            ("body", "- one"),
            ("body", "- two"),
            ("body", "1. three"),
            ("cell", "a"),
            ("cell", "b"),
            ("cell", "c"),
            ("cell", "d"),
            ("footnote", "a note"),
            ("heading", "Setext\n---"),
            ("body", "end"),
        ] == blocks(source)

    def test_note_label(self):
        """
        A note's block says which note it is.
        """
        assert ["footnote 12"] == [block.label for block in read("[^12]: see Article 3").blocks]

    def test_table_of_authorities(self):
        """
        A table of authorities ends with the next heading of its level, not with one below it.
        """
        source = "## Table of cases\n\nA v. B\n\n### Statutes\n\n- Some Act\n\n## Facts\n\nText"

        assert ["heading", "authorities", "heading", "authorities", "heading", "body"] == [
            kind for kind, _ in blocks(source)
        ]


class TestFrontMatter:
    def test_yaml(self):
        """
        Keys and values are options; the front matter itself is blank.
        """
        document = read('---\nforum: ecthr\napplication_date: "2024-01-02"  # lodged\nstate: POL\n---\nText')

        assert {"forum": "ecthr", "application-date": "2024-01-02", "state": "POL"} == document.options
        assert "Text" == document.text.strip()

    def test_toml(self):
        """
        TOML between plus signs is read the same way.
        """
        assert {"on": "2026-11-22"} == read('+++\non = "2026-11-22"\n+++\nText').options

    def test_a_rule_is_no_front_matter(self):
        """
        A line of hyphens at the top that nothing closes, or that prose follows, is text.
        """
        assert {} == read("---\nThe applicant submits\n---\nText").options
        assert "The applicant submits" in read("---\nThe applicant submits\n---\nText").text
        assert {} == read("---\nforum: ecthr\n").options
