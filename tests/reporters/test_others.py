"""JSON, JSON lines, text and HTML."""

import csv
import json as parser
from html.parser import HTMLParser
from io import StringIO

import pytest
from attrs import evolve

from refoulement_lint.reporters import formats, html, json, jsonl, listing, text_dump
from tests.reporters.reports import BRIEF, CLEAN, SOURCE, UNREAD, WORD, report


class TestJson:
    def test_contract(self):
        """
        What is printed is the report's own dictionary, and the same again the next time.
        """
        printed = json.render(report(BRIEF, WORD))

        assert report(BRIEF, WORD).to_dict() == parser.loads(printed)
        assert json.render(report(BRIEF, WORD)) == printed

    def test_no_lone_surrogates(self):
        """
        A file name that is no UTF-8 does not make JSON that others refuse.
        """
        printed = json.render(report(UNREAD))

        assert "b\ufffd\x1b.docx" == parser.loads(printed)["documents"][0]["path"]
        assert printed == printed.encode().decode()


class TestListing:
    def test_table_for_a_spreadsheet(self):
        """
        Each citation is a row under the head, with its place in words.
        """
        rows = list(csv.DictReader(StringIO(listing.as_csv(report(BRIEF), of="citations"))))

        assert listing.COLUMNS == tuple(rows[0])
        assert ["mismatch", "not-in-register"] == [row["status"] for row in rows]

    @pytest.mark.parametrize("path", ["=cmd()", "+1", "-1", "@x", "\t=cmd()", "\r=cmd()", "\n=cmd()", " \xa0=cmd()"])
    def test_no_formulas(self, path):
        """
        A name that begins like a formula, behind whatever space, is only text in a spreadsheet.
        """
        rows = list(
            csv.DictReader(StringIO(listing.as_csv(report(evolve(BRIEF, path=path)), of="citations"), newline=""))
        )

        assert {"'" + path.replace("\r", " ")} == {row["doc"] for row in rows}

    def test_lines_for_a_reader(self):
        """
        The document, then its citations in columns; one without any says so, one that was not read stays out.
        """
        printed = listing.as_text(report(BRIEF, CLEAN, UNREAD), of="citations")

        assert "brief.md" in printed.splitlines()[0]
        assert "no citations" in printed
        assert "\x1b" not in printed


class TestJsonl:
    def test_citations(self):
        """
        Each citation is a line with its document; coverage stands with what is not in the register, only.
        """
        first, second = map(parser.loads, jsonl.render(report(BRIEF)).splitlines())

        assert ("brief.md", "mismatch") == (first["doc"], first["status"])
        assert "coverage" not in first
        assert "The register ends in 2026." == second["coverage"]

    def test_nothing(self):
        """
        Nothing found is no line.
        """
        assert "" == jsonl.render(report(CLEAN), of="facts")


class TestTextDump:
    def test_one(self):
        """
        Of one document it is exactly the text that offsets count in.
        """
        assert SOURCE == text_dump.render(report(BRIEF))


class Page(HTMLParser):
    """Keeps the tags and attributes of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes = set(), set()
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}


class TestHtml:
    def test_page(self, golden):
        """
        One page complete in itself.
        """
        golden("report.html", html.render(report(BRIEF, UNREAD)))

    def test_inert(self):
        """
        Nothing of a draft becomes a tag, a link, a script or something to load.
        """
        page = Page(html.render(report(BRIEF, WORD, UNREAD)))

        assert set() == page.tags & {"script", "a", "img", "link", "iframe", "object", "form"}
        assert set() == page.attributes & {"href", "src", "onclick", "onerror", "style"}

    def test_notebook(self):
        """
        A notebook shows the same page.
        """
        assert html.render(report(BRIEF)) == report(BRIEF)._repr_html_()


class TestFormats:
    def test_names(self):
        """
        The formats of the check command are the modules of the folder.
        """
        assert {"console", "html", "json", "text-dump"} <= set(formats())
        assert set() == {"excerpt", "jsonl"} & set(formats())
