"""Findings as Word comments: where they hang, what they say, and that the draft stays as it is."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import refoulement_lint as rl
from refoulement_lint import formats
from refoulement_lint.fixing import write_commented
from refoulement_lint.fixing.comments import commented
from refoulement_lint.model import DocumentError, DocumentReport, Evidence, Finding, Span
from tests import docx_maker as make

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "briefs"
DAY = "2026-11-22T09:00:00Z"


def members(content):
    package = zipfile.ZipFile(io.BytesIO(content))
    return {name: package.read(name).decode() for name in package.namelist()}


def finding(span, message="Wrong.", **rest):
    return Finding(
        rule="form/fault", severity="warning", message=message, span=span, because=[Evidence("So.", "w")], **rest
    )


def on(raw, *words):
    """The file with a comment at each of *words* (or spans)."""
    source = formats.read(raw, filename="a.docx").source
    spans = [Span(source.index(one), source.index(one) + len(one)) if isinstance(one, str) else one for one in words]
    findings = tuple(finding(span, f"On {number}.") for number, span in enumerate(spans, start=1))
    document = DocumentReport(path="a.docx", complete=True, source=source, findings=findings)
    return commented(raw, document, DAY)


def hung(content):
    """For each comment its text and the words that it hangs on, in the order of the comments."""
    named = members(content)
    body = named["word/document.xml"]
    told = []
    for number, words in re.findall(r'<w:comment w:id="(\d+)".*?>(.*?)</w:comment>', named["word/comments.xml"]):
        inside = re.search(rf'<w:commentRangeStart w:id="{number}"/>(.*)<w:commentRangeEnd w:id="{number}"/>', body)
        reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        assert body.index(reference) > body.index(f'commentRangeEnd w:id="{number}"')
        told.append((re.findall("<w:t[^>]*>([^<]*)</w:t>", words)[0], re.sub("<[^>]*>", "", inside[1])))
    return told


class TestPlaces:
    def test_words(self):
        """A comment hangs on the words of its finding, also where two overlap and one ends where another begins."""
        raw = make.docx(make.paragraph("see ", make.run("Saadi v. Italy", "<w:i/>"), ", no. 37201/06"))
        content = on(raw, "Saadi", "Saadi v. Italy, no", "v. Italy", ", no. 3")

        assert [
            ("Warning: On 1.", "Saadi"),
            ("Warning: On 2.", "Saadi v. Italy, no"),
            ("Warning: On 3.", "v. Italy"),
            ("Warning: On 4.", ", no. 3"),
        ] == hung(content)

    def test_nowhere(self):
        """A finding without words hangs on the nearest character."""
        assert [("Warning: On 1.", "O"), ("Warning: On 2.", "T")] == hung(
            on(make.docx("One", "", "Two"), Span(0, 0), Span(4, 4))
        )

    def test_note(self):
        """Word keeps no comment in a note: it hangs on the note's mark."""
        raw = make.docx(
            make.paragraph("Body", make.mark("footnote", 2), " goes on."),
            footnotes=make.note("footnote", 2, make.paragraph("six months")),
        )
        content = on(raw, "six")

        assert (
            '"/><w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeEnd' in members(content)["word/document.xml"]
        )
        assert members(raw)["word/footnotes.xml"] == members(content)["word/footnotes.xml"]

    def test_text_box(self):
        """Nor in a text box: it hangs on what holds the box."""
        box = f"<w:r><w:pict><w:txbxContent>{make.paragraph('six months')}</w:txbxContent></w:pict></w:r>"
        body = members(on(make.docx(make.paragraph("Body", box)), "six"))["word/document.xml"]

        assert re.search(r'<w:commentRangeStart w:id="\d+"/><w:r><w:pict>', body)

    def test_over_paragraphs(self):
        """A finding over paragraphs begins in one and ends in another."""
        assert [("Warning: On 1.", "OneTwo")] == hung(on(make.docx("One", "Two"), Span(0, 7)))


class TestPackage:
    def test_new_part(self):
        """The part is named where Word looks for it."""
        named = members(on(make.docx("six"), "six"))

        assert (
            '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats'
            in (named["[Content_Types].xml"])
        )
        assert 'Target="comments.xml"' in named["word/_rels/document.xml.rels"]

    def test_comments_of_others(self):
        """What others said stays, before ours, and no number is used twice."""
        old = '<w:comment w:id="4" w:author="A. Reader"><w:p><w:r><w:t>Hm.</w:t></w:r></w:p></w:comment>'
        body = '<w:commentRangeStart w:id="4"/><w:r><w:t>six</w:t></w:r><w:commentRangeEnd w:id="4"/>'
        named = make.members(
            f'<w:p>{body}<w:r><w:commentReference w:id="4"/></w:r></w:p>', linked=[("r8", "comments", "comments.xml")]
        )
        named["word/comments.xml"] = make.part("comments", old)
        content = on(make.zipped(named), "six")

        assert [("Hm.", "six"), ("Warning: On 1.", "six")] == hung(content)
        assert ['w:id="4"', 'w:id="5"'] == re.findall(
            r'(?<=<w:comment )w:id="\d+"', members(content)["word/comments.xml"]
        )
        assert named["[Content_Types].xml"] == members(content)["[Content_Types].xml"]

    def test_strict(self):
        """A file in the strict namespace gets a part in it."""
        named = members(on(make.docx("six", namespace=make.STRICT), "six"))

        assert make.STRICT in named["word/comments.xml"]
        assert (
            "http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in named["word/_rels/document.xml.rels"]
        )

    def test_hostile_words(self):
        """Nothing of a message is obeyed or breaks the part."""
        raw = make.docx("six")
        document = DocumentReport(
            path="a.docx", complete=True, source="six", findings=(finding(Span(0, 3), "<w:p>&\x1b\u202e"),)
        )

        assert "&lt;w:p&gt;&amp;\\x1b\\u202e" in members(commented(raw, document, DAY))["word/comments.xml"]


class TestAlways:
    @given(st.lists(st.tuples(st.integers(0, 24), st.integers(0, 12)), max_size=6))
    @settings(max_examples=100)
    def test_the_draft_stays(self, places):
        """Wherever comments hang, the words are the same, and each comment hangs on its own."""
        raw = make.docx(make.paragraph("one ", make.run("two", "<w:i/>"), " three"), "four", "five six")
        source = formats.read(raw, filename="a.docx").source
        spans = [Span(start, min(start + length, len(source))) for start, length in places if start < len(source)]
        content = on(raw, *spans)
        words = [words for _, words in hung(content)]
        exact = [
            (one, span) for one, span in zip(words, spans, strict=True) if source[span.start : span.end].strip("\n")
        ]

        assert source == formats.read(content, filename="a.docx").source
        assert all(one == source[span.start : span.end].replace("\n", "") for one, span in exact)


@pytest.mark.parametrize("name", ["application-italy-libya", "skeleton-argument-upper-tribunal"])
def test_golden(name: str, tmp_path: Path, golden):
    """What a lawyer finds in the margin of an example."""
    (document,) = rl.lint(EXAMPLES / f"{name}.docx", on=date(2026, 11, 22)).documents
    write_commented(document, tmp_path / "c.docx")
    named = members((tmp_path / "c.docx").read_bytes())
    told = [
        "\n  ".join(re.sub("<[^>]*>", "", one) for one in re.findall("<w:p>.*?</w:p>", words))
        for words in re.findall(r"<w:comment .*?>(.*?)</w:comment>", named["word/comments.xml"])
    ]

    golden(f"comments_{name}.txt", "\n\n".join(told) + "\n")


def test_text_files(tmp_path: Path):
    """Only Word has comments."""
    with pytest.raises(DocumentError, match=r"a\.md: comments are written to Word files only\."):
        write_commented(DocumentReport(path="a.md", complete=True), tmp_path / "b.md")
