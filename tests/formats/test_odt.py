"""OpenDocument texts: the same words as from Word, and nothing from a hostile package."""

import io
import zipfile

import pytest

from refoulement_lint import formats
from refoulement_lint.model import DocumentError

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
STYLES = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
    '<style:style style:name="Quotations" style:display-name="Block Quotation"/>'
    '<style:style style:name="I"><style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/>'
    "</text:list-style>"
)
MANIFEST = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{}</m:manifest>'


def odt(body, *, styles="", members=(), kind="text", manifest=""):
    """A text, or something else of that *kind*, whose body is *body*."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text", compress_type=zipfile.ZIP_STORED
        )
        content = (
            f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
        )
        package.writestr("content.xml", content)
        package.writestr("styles.xml", f"<office:document-styles {SPACES}>{styles}</office:document-styles>")
        package.writestr("META-INF/manifest.xml", MANIFEST.format(manifest))
        for name, text in members:
            package.writestr(name, text)
    return packed.getvalue()


def p(text, style=""):
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def read(raw, **rest):
    return formats.read(raw, filename="brief.odt", **rest)


class TestWords:
    @pytest.mark.parametrize(
        ("body", "source"),
        [
            (p("One") + p("Two"), "One\nTwo"),
            (p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'), "a   b\tc\nd"),
            (p("M.S.S. <text:span>v.</text:span> <text:a>Belgium</text:a>"), "M.S.S. v. Belgium"),
            ("<text:tracked-changes>" + p("deleted") + "</text:tracked-changes>" + p("kept"), "kept"),
            (p("a<office:annotation>" + p("a comment") + "</office:annotation>b"), "ab"),
            ("<text:table-of-content>" + p("Law 3") + "</text:table-of-content>" + p("x"), "x"),
            (p("one\n   line"), "one    line"),
            (p("a<draw:frame><draw:text-box>" + p("box") + "</draw:text-box></draw:frame>b"), "ab\nbox"),
        ],
    )
    def test_source(self, body, source):
        """
        What a reader sees counts; what was deleted, comments and indexes do not.
        """
        assert source == read(odt(body)).source

    def test_kinds(self):
        """
        Headings, quotations, cells and notes are what they are, with their places.
        """
        body = (
            '<text:h text:outline-level="2">Law</text:h>'
            + p("A note"
                '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
                + p("Hirsi") + "</text:note-body></text:note> here.")
            + p("Nobody shall", "P1")
            + "<table:table><table:table-row><table:table-cell>" + p("cell")
            + "</table:table-cell></table:table-row></table:table>"
        )  # fmt: skip
        document = read(odt(body))

        assert [
            ("heading", "Law", "heading “Law”", None),
            ("body", "A note here.", "paragraph 1, under “Law”", None),
            ("quotation", "Nobody shall", "paragraph 2, under “Law”", None),
            ("cell", "cell", "table 1, row 1, under “Law”", None),
            ("footnote", "Hirsi", "footnote 1", document.text.index(" here.")),
        ] == [
            (block.kind, document.text[slice(*block.span)], block.label, block.reads_at) for block in document.blocks
        ]  # fmt: skip

    def test_numbers(self):
        """
        The items of an outermost list of plain numbers have them, also where it goes on after an interruption.
        """
        item = "<text:list-item>{}</text:list-item>"
        one = f'<text:list text:style-name="L">{item.format(p("a") + p("more"))}{item.format(p("b"))}</text:list>'
        on = f'<text:list text:style-name="L" text:continue-numbering="true">{item.format(p("c"))}</text:list>'
        document = read(odt(one + p("between") + on))

        assert [("a", "1"), ("more", ""), ("b", "2"), ("between", ""), ("c", "3")] == [
            (document.text[slice(*block.span)], block.number) for block in document.blocks
        ]

    def test_italics(self):
        """
        Italics are seen, in the offsets of the reading.
        """
        document = read(odt(p('See <text:span text:style-name="I">Saadi</text:span>.')))

        assert ["Saadi"] == [document.text[slice(*span)] for span in document.emphasis]

    @pytest.mark.parametrize(
        ("body", "members", "kind"),
        [
            (p('<text:span text:style-name="H">x</text:span>'), (), "hidden-text"),
            (p("x"), (("Basic/script-lb.xml", "<x/>"),), "macros"),
            (p("<draw:frame><draw:object/></draw:frame>x"), (), "not-read"),
        ],
    )
    def test_problems(self, body, members, kind):
        """
        What was not read, is hidden or could run is told.
        """
        assert [kind] == [problem.kind for problem in read(odt(body, members=members)).problems]


class TestHostile:
    @pytest.mark.parametrize(
        ("raw", "says"),
        [
            (b"PK\x03\x04 cut off", "truncated or damaged"),
            (odt(p("x"))[:-40], "truncated or damaged"),
            (odt(p("x"), manifest="<m:encryption-data/>"), "encrypted"),
            (odt(p("x"), kind="spreadsheet"), "without an OpenDocument text"),
            (odt(p("x"), members=[("../evil", "x")]), "points outside"),
            (odt(p("x"), members=[("CONTENT.XML", "<x/>")]), "same name"),
            (odt(p("<text:span>" * 400 + "x" + "</text:span>" * 400)), "256 deep"),
            (odt(p("x" * 3_000_000)), "200 times its size"),
        ],
    )
    def test_refused(self, raw, says):
        """
        A package that is cut off, locked or made to harm is refused in one sentence.
        """
        with pytest.raises(DocumentError, match=says):
            read(raw)

    def test_document_type(self):
        """
        An entity is never looked up: a part that declares a document type is not read.
        """
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as package:
            package.writestr("content.xml", '<!DOCTYPE x [<!ENTITY s SYSTEM "file:///etc/passwd">]><x>&s;</x>')
        with pytest.raises(DocumentError, match="declares a document type, which OpenDocument files never do") as told:
            read(packed.getvalue())

        assert "root:" not in str(told.value)

    def test_named_otherwise(self):
        """
        Without an ending the first member says what it is; called .docx the message says what to do.
        """
        assert "odt" == formats.read(odt(p("x")), filename="brief").format
        with pytest.raises(DocumentError, match=r"give it the ending \.odt"):
            formats.read(odt(p("x")), filename="brief.docx")
