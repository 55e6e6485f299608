"""Where a paragraph of a Word file is, for somebody who has it open in Word."""

from refoulement_lint import formats
from tests import docx_maker as make

STYLES = '<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>'


def labels(*paragraphs, **rest):
    document = formats.read(make.docx(*paragraphs, **rest), filename="brief.docx")
    return [block.label for block in document.blocks]


def numbered(text, list_id="1", level="0"):
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr>'
    return f"<w:p>{properties}{make.run(text)}</w:p>"


def numbering(sign="%1.", form="decimal", start=1, more=""):
    level = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/>'
    return (
        f'<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{more}</w:num>'
    )


class TestCounted:
    def test_text_only(self):
        """
        Paragraphs of the text are counted; headings, tables and empty lines are not; the heading above is said.
        """
        table = f"<w:tbl><w:tr><w:tc>{make.paragraph('cell')}</w:tc></w:tr></w:tbl>"
        found = labels("First", "", make.paragraph("B. Law", style="H"), table, "Second", styles=STYLES)

        assert [
            "paragraph 1",
            "heading “B. Law”",
            "table 1, row 1, under “B. Law”",
            "paragraph 2, under “B. Law”",
        ] == found

    def test_long_heading(self):
        """
        A long heading is cut between words.
        """
        heading = make.paragraph(
            "Application under Article 34 of the Convention for the persons named below", style="H"
        )

        assert (
            "paragraph 1, under “Application under Article 34 of the Convention for the …”"
            == labels(heading, "Text", styles=STYLES)[1]
        )


class TestPrinted:
    def test_word_numbers(self):
        """
        Where Word numbers the paragraphs, the printed number counts; what has none is below the last one.
        """
        found = labels("Court", numbered("One"), numbered("Two"), "Quoted", numbered("Three"), numbering=numbering())

        assert ["the text", "paragraph 1", "paragraph 2", "below paragraph 2", "paragraph 3"] == found

    def test_goes_on_in_another_list(self):
        """
        Two numberings of one list count together, unless the second starts anew.
        """
        anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
        paragraphs = (numbered("One"), numbered("Two", "2"))

        assert ["paragraph 1", "paragraph 2"] == labels(*paragraphs, numbering=numbering())
        assert ["paragraph 1", "paragraph 5"] == labels(*paragraphs, numbering=numbering(more=anew))

    def test_other_signs(self):
        """
        Letters, bullets and inner levels are no paragraph numbers: the paragraphs are counted.
        """
        assert ["paragraph 1"] == labels("a", numbering=numbering(form="lowerLetter"))
        assert ["paragraph 1", "paragraph 2"] == labels(
            numbered("x"), numbered("y"), numbering=numbering(form="bullet", sign="•", start=9)
        )
        assert ["paragraph 1"] == labels(numbered("x", level="1"), numbering=numbering(start=9))

    def test_level_of_the_style(self):
        """
        A style that stands for an inner level prints no paragraph number, though its list is the same.
        """
        styles = "".join(
            f'<w:style w:styleId="{name}"><w:name w:val="{name}"/><w:pPr><w:numPr><w:ilvl w:val="{level}"/>'
            '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            for name, level in (("Outer", 0), ("Inner", 1))
        )
        paragraphs = [make.paragraph(name, style=name) for name in ("Outer", "Inner", "Outer")]

        assert ["paragraph 1", "below paragraph 1", "paragraph 2"] == labels(
            *paragraphs, styles=styles, numbering=numbering()
        )

    def test_typed(self):
        """
        Numbers that somebody typed are taken at their word.
        """
        assert ["paragraph 12", "paragraph 13"] == labels("12. The applicants", "13) They")


class TestNotes:
    def test_read_at_the_mark(self):
        """
        A note knows where its first mark stands in the reading; paragraphs of the text know nothing of the kind.
        """
        body = make.paragraph("They were on board.", make.mark("footnote", 2), " Later")
        notes = make.note("footnote", 2, make.paragraph("Hirsi Jamaa"))
        document = formats.read(make.docx(body, "End", footnotes=notes), filename="brief.docx")

        assert [None, None, len("They were on board.")] == [block.reads_at for block in document.blocks]

    def test_markdown(self):
        """
        The same for a note of Markdown, at the first of its marks.
        """
        text = "On board[^a] and[^a] later.\n\n[^a]: Hirsi Jamaa\n\n[^b]: never referred to\n"
        document = formats.read(text.encode(), filename="brief.md")

        assert [None, len("On board"), None] == [block.reads_at for block in document.blocks]
