"""Word files: what a reader sees is read, what an attacker packs is refused."""

import io
import struct
import time
import zipfile
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refoulement_lint import formats
from refoulement_lint.formats.limits import Limits
from refoulement_lint.model import DocumentError
from tests import docx_maker as make

CASE = "M.S.S. v. Belgium and Greece [GC], no. 30696/09"


def read(raw, **rest):
    return formats.read(raw, filename="brief.docx", **rest)


def blocks(document):
    return [(block.kind, block.label, document.text[block.span.start : block.span.end]) for block in document.blocks]


def kinds(document):
    return [problem.kind for problem in document.problems]


class TestWords:
    def test_paragraphs(self):
        """
        Each paragraph is a line of the text and a block with its number.
        """
        document = read(make.docx("First.", "", "Third."))

        assert "First.\n\nThird." == document.source
        assert [("body", "paragraph 1", "First."), ("body", "paragraph 2", "Third.")] == blocks(document)

    def test_changes(self):
        """
        What was inserted counts, what was deleted or moved away does not.
        """
        body = make.paragraph(
            f"<w:del>{make.run('Bogus v. Nowhere')}<w:r><w:delText>gone</w:delText></w:r></w:del>",
            f"<w:ins>{make.run(CASE)}</w:ins>",
            f"<w:moveFrom>{make.run('away')}</w:moveFrom><w:moveTo>{make.run(' here')}</w:moveTo>",
        )

        assert f"{CASE} here" == read(make.docx(body)).source

    def test_deleted_paragraph_mark(self):
        """
        A paragraph whose mark was deleted runs on into the next one.
        """
        first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{make.run('no. ')}</w:p>"

        assert "no. 30696/09\nend" == read(make.docx(first, "30696/09", "end")).source

    def test_alternate_content(self):
        """
        Text written twice for two generations of Word counts once.
        """
        branches = "<mc:Choice Requires='wps'>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback>"
        once = f"<mc:AlternateContent>{branches}</mc:AlternateContent>"

        assert f"see {CASE}." == read(make.docx(make.paragraph("see ", once.format(make.run(CASE)), "."))).source

    def test_text_box(self):
        """
        The paragraphs of a text box follow the one that holds it.
        """
        box = f"<w:r><w:pict><w:txbxContent>{make.paragraph('in the box')}</w:txbxContent></w:pict></w:r>"

        assert (
            "before after\nin the box\nnext" == read(make.docx(make.paragraph("before ", box, "after"), "next")).source
        )

    def test_fields(self):
        """
        A field counts with its result, not with its instruction; a hyperlink with its words.
        """
        char = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
        body = make.paragraph(
            "see ",
            char.format("begin"),
            '<w:r><w:instrText> REF a "no. 1/23" </w:instrText></w:r>',
            make.run("shadow"),
            char.format("separate"),
            make.run("§ 342"),
            char.format("end"),
            f"<w:hyperlink>{make.run(' and § 343')}</w:hyperlink>",
            f"<w:fldSimple w:instr=' PAGE '>{make.run(' 7')}</w:fldSimple>",
        )

        assert "see § 342 and § 343 7" == read(make.docx(body)).source

    def test_fetching_field(self):
        """
        A field that fetches text from elsewhere is reported and not followed.
        """
        char = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
        body = make.paragraph(
            char.format("begin"),
            '<w:r><w:instrText> INCLUDETEXT "http://a.example/x" </w:instrText></w:r>',
            char.format("end"),
        )

        assert ["external-field"] == kinds(read(make.docx(body)))

    def test_small_signs(self):
        """
        Tabs and breaks are kept, a no-break hyphen is a hyphen, a soft one is nothing in the reading.
        """
        body = make.paragraph(
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>Al</w:t><w:noBreakHyphen/><w:t>Skei</w:t><w:softHyphen/><w:t>ni</w:t></w:r>"
        )
        document = read(make.docx(body))

        assert "a\tb\nAl-Skei\u00adni" == document.source
        assert "a b\nAl-Skeini" == document.text

    def test_italics(self):
        """
        Runs in italics, directly or by their style, are emphasis; neighbours are one.
        """
        styles = '<w:style w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>'
        body = make.paragraph(
            make.run("Saadi", "<w:i/>"),
            make.run(" v. Italy", '<w:rStyle w:val="E"/>'),
            make.run(", § 3", '<w:i w:val="0"/>'),
        )
        document = read(make.docx(body, styles=styles))

        assert ["Saadi v. Italy"] == [document.text[span.start : span.end] for span in document.emphasis]

    @settings(max_examples=60)
    @given(st.lists(st.integers(1, len(CASE) - 1), max_size=40))
    def test_split_over_runs(self, cuts):
        """
        However a citation is split over runs, bookmarks and spelling marks, it reads the same.
        """
        edges = sorted({0, len(CASE), *cuts})
        runs = [make.run(CASE[start:end]) for start, end in pairwise(edges)]
        between = '<w:bookmarkStart w:id="1" w:name="b"/><w:proofErr w:type="spellStart"/><w:bookmarkEnd w:id="1"/>'

        assert CASE == read(make.docx(make.paragraph(between.join(runs)))).text

    @pytest.mark.parametrize(
        "rest", [{"prefix": "ns0"}, {"namespace": make.STRICT}, {"prefix": "x", "namespace": make.STRICT}]
    )
    def test_other_names(self, rest):
        """
        Another prefix or the strict namespace changes nothing.
        """
        twin = ("Text.", make.paragraph("Quoted.", style="Q"))
        styles = '<w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>'

        assert blocks(read(make.docx(*twin, styles=styles))) == blocks(read(make.docx(*twin, styles=styles, **rest)))

    def test_utf_16_part(self):
        """
        A part in UTF-16 reads the same.
        """
        named = make.members(make.paragraph("zażółć § 3"))
        named["word/document.xml"] = named["word/document.xml"].replace("UTF-8", "UTF-16").encode("utf-16")

        assert "zażółć § 3" == read(make.zipped(named)).source


class TestBlocks:
    def test_styles(self):
        """
        Headings are told by the style's name or outline level, quotations by name; both are inherited.
        """
        styles = (
            '<w:style w:styleId="Nagwek1"><w:name w:val="heading 1"/></w:style>'
            '<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Lvl"/></w:style>'
            '<w:style w:styleId="Lvl"><w:name w:val="Level"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
            '<w:style w:styleId="Ju"><w:name w:val="Ju_Quot"/></w:style>'
        )
        document = read(
            make.docx(
                make.paragraph("Facts", style="Nagwek1"),
                make.paragraph("Law", style="Own"),
                make.paragraph("No one shall", style="Ju"),
                make.paragraph("A paragraph that a court numbered with its outline level. " * 4, style="Lvl"),
                styles=styles,
            )
        )

        assert ["heading", "heading", "quotation", "body"] == [block.kind for block in document.blocks]

    def test_table(self):
        """
        Cells are blocks that say where they are.
        """
        cell = "<w:tc>{}</w:tc>".format
        rows = "".join(
            f"<w:tr>{cell(make.paragraph(left))}{cell(make.paragraph(right))}</w:tr>"
            for left, right in (("a", "b"), ("c", "d"))
        )
        document = read(make.docx(f"<w:tbl>{rows}</w:tbl>", "end"))

        assert [
            ("cell", "table 1, row 1", "a"),
            ("cell", "table 1, row 1", "b"),
            ("cell", "table 1, row 2", "c"),
            ("cell", "table 1, row 2", "d"),
            ("body", "paragraph 1", "end"),
        ] == blocks(document)

    def test_notes(self):
        """
        A note's mark leaves nothing in the text; notes follow the body in the order of their marks.
        """
        mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
        end = '<w:r><w:endnoteReference w:id="2"/></w:r>'
        document = read(
            make.docx(
                make.paragraph("the Convention", mark(5), ", no. 1/23", mark(4), end),
                footnotes=make.note("footnote", 0, make.paragraph("separator"))
                + make.note("footnote", 4, make.paragraph("second"))
                + make.note("footnote", 5, make.paragraph("<w:r><w:footnoteRef/></w:r>", " first")),
                endnotes=make.note("endnote", 2, make.paragraph("last")),
            )
        )

        assert "the Convention, no. 1/23\n first\nsecond\nlast" == document.source
        assert [
            ("body", "paragraph 1", "the Convention, no. 1/23"),
            ("footnote", "footnote 1", "first"),
            ("footnote", "footnote 2", "second"),
            ("endnote", "endnote 1", "last"),
        ] == blocks(document)

    def test_table_of_authorities(self):
        """
        Entries below the heading are of kind authorities.
        """
        document = read(make.docx("TABLE OF AUTHORITIES", "A. v. B., no. 1/23", "THE FACTS", "Text."))

        assert ["heading", "authorities", "heading", "body"] == [block.kind for block in document.blocks]


class TestWhatMustBeKnown:
    @pytest.mark.parametrize("properties", ["<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'])
    def test_hidden(self, properties):
        """
        Hidden, white or tiny text is read like the rest, and reported where it begins.
        """
        document = read(make.docx(make.paragraph("seen ", make.run("hidden", properties))))

        assert "seen hidden" == document.text
        assert ["hidden-text"] == kinds(document)
        assert 5 == document.problems[0].span.start

    @pytest.mark.parametrize(
        "properties", ['<w:vanish w:val="0"/>', '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>']
    )
    def test_not_hidden(self, properties):
        """
        Hiding switched off, or white on a dark ground, is no hiding.
        """
        assert [] == kinds(read(make.docx(make.paragraph(make.run("seen", properties)))))

    def test_macros(self):
        """
        A file with macros is read, and they are reported.
        """
        named = make.members(make.paragraph("x")) | {"word/vbaProject.bin": b"\xd0\xcf"}

        assert ["macros"] == kinds(read(make.zipped(named)))

    def test_embedded(self):
        """
        A file inside the file is not read, and that is said.
        """
        named = make.members(make.paragraph("x")) | {"word/embeddings/other.docx": make.docx(CASE)}

        assert ["not-read"] == kinds(read(make.zipped(named)))

    def test_template_from_elsewhere(self):
        """
        A template, picture or object on another machine is never opened, and reported.
        """
        raw = make.docx("x", linked=[("r9", "image", "file://\\\\server\\share\\x.png", "External")])

        assert ["external-target"] == kinds(read(raw))


def entity(declared):
    body = "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>"
    return f'<?xml version="1.0"?>{declared}<w:document xmlns:w="{make.WORD}">{body}</w:document>'


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


class TestRefused:
    @pytest.mark.parametrize(
        "declared",
        [
            '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
            '<!DOCTYPE w:document [<!ENTITY % p SYSTEM "http://a.example/x.dtd"> %p;]>',
            '<!DOCTYPE w:document PUBLIC "-//X" "http://a.example/x.dtd">',
            f'<!DOCTYPE w:document [<!ENTITY a0 "ha">{LAUGHS}<!ENTITY x "&a9;">]>',
            f'<!DOCTYPE w:document [<!ENTITY x "{"a" * 100_000}">]>',
            "<!DOCTYPE w:document>",
        ],
    )
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
    def test_document_type(self, declared, encoding):
        """
        A part with a document type is refused before anything in it is looked at.
        """
        named = make.members("") | {"word/document.xml": entity(declared).encode(encoding)}

        with pytest.raises(DocumentError, match="document type"):
            read(make.zipped(named))

    @pytest.mark.parametrize(
        ("body", "says"),
        [
            ("<w:p>" * 100_000 + "</w:p>" * 100_000, "256 deep"),
            ("<w:p " + " ".join(f'a{n}=""' for n in range(200_000)) + "/>", "65,536 characters"),
            (f'<w:p a="{"x" * 20_000_000}"/>', "65,536 characters"),
            ("<w:p><w:r></w:p>", "damaged"),
            ("<w:p>&x;</w:p>", "damaged"),
        ],
        ids=["deep", "attributes", "attribute", "torn", "entity"],
    )
    def test_xml(self, body, says):
        """
        XML beyond the ceilings, or not well-formed, is refused, and quickly.
        """
        begun = time.process_time()
        with pytest.raises(DocumentError, match=says):
            read(make.zipped(make.members(body), compression=zipfile.ZIP_STORED))

        assert time.process_time() - begun < 2

    def test_nodes(self):
        """
        More elements than the ceiling are refused before a tree is built.
        """
        with pytest.raises(DocumentError, match="--max-nodes"):
            read(make.docx(*["x"] * 100), limits=Limits(nodes=50))

    def test_ratio(self):
        """
        A member that unpacks to far more than its size is refused.
        """
        named = make.members("") | {"word/media/a.bin": b"\0" * 5_000_000}

        with pytest.raises(DocumentError, match="--max-ratio"):
            read(make.zipped(named))

    def test_unpacked(self):
        """
        More than the ceiling in all is refused before anything is unpacked.
        """
        named = make.members("") | {"word/media/a.bin": b"\0" * 1_500_000}

        with pytest.raises(DocumentError, match="--max-unpacked-mib"):
            read(make.zipped(named, compression=zipfile.ZIP_STORED), limits=Limits(unpacked_mib=1))

    def test_members(self):
        """
        A package of 65,536 members is refused.
        """
        named = make.members("") | {f"m{n}": b"" for n in range(65_536)}

        with pytest.raises(DocumentError, match="--max-members"):
            read(make.zipped(named))

    @pytest.mark.parametrize(
        ("name", "says"),
        [
            ("word/document.xml", "same name"),
            ("Word/Document.XML", "same name"),
            ("../outside", "outside"),
            ("/etc/passwd", "outside"),
            ("a\\b", "outside"),
            ("C:/x", "outside"),
        ],
    )
    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_names(self, name, says):
        """
        Two members of one name, and names that lead out of the package, are refused.
        """
        with pytest.raises(DocumentError, match=says):
            read(make.zipped([*make.members("").items(), (name, "x")]))

    @pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    def test_compression(self, method):
        """
        A compression that Word does not use is refused.
        """
        with pytest.raises(DocumentError, match="compressed in a way"):
            read(make.zipped(make.members(""), compression=method))

    def test_encrypted_member(self):
        """
        An encrypted member is named as such.
        """
        raw = bytearray(make.docx("x"))
        at = raw.index(b"PK\x01\x02")
        raw[at + 8] |= 1

        with pytest.raises(DocumentError, match="encrypted"):
            read(bytes(raw))

    def test_overlapping(self):
        """
        Members that lie over one another are refused.
        """
        raw = bytearray(make.docx("x"))
        second = raw.index(b"PK\x01\x02", raw.index(b"PK\x01\x02") + 4)
        struct.pack_into("<I", raw, second + 42, 0)

        with pytest.raises(DocumentError, match=r"overlap|damaged"):
            read(bytes(raw))

    @pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
    def test_truncated(self, share):
        """
        A torn file is refused.
        """
        raw = make.docx("x")

        with pytest.raises(DocumentError, match="truncated or damaged"):
            read(raw[: int(len(raw) * share)])

    def test_lying_size(self):
        """
        A member that holds other than its table of contents says is refused.
        """
        raw = bytearray(make.docx("A longer text, so that it has been compressed " * 9))
        at = raw.index(b"word/document.xml", raw.index(b"PK\x01\x02")) - 46
        struct.pack_into("<I", raw, at + 24, 20)

        with pytest.raises(DocumentError, match="truncated or damaged"):
            read(bytes(raw))

    def test_other_packages(self):
        """
        A spreadsheet or an empty package is no Word file.
        """
        with pytest.raises(DocumentError, match="spreadsheet"):
            read(make.zipped({"xl/workbook.xml": "<x/>"}))
        with pytest.raises(DocumentError, match="without a Word document"):
            read(make.zipped({"a": "b"}))


class TestReadAllTheSame:
    def test_bytes_before_the_package(self):
        """
        A package that something was put in front of is read.
        """
        assert "x" == formats.read(b"#! junk\n" + make.docx("x"), filename="a.docx").source

    def test_written_as_a_stream(self):
        """
        A package with data descriptors, as streaming writers make them, is read.
        """

        class OneWay(io.BytesIO):
            def seekable(self):
                return False

            def seek(self, *_):
                raise OSError

            def tell(self):
                raise OSError

        stream = OneWay()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in make.members(make.paragraph("x")).items():
                package.writestr(name, content)

        assert "x" == read(stream.getvalue()).source

    def test_zip64(self):
        """
        A package whose members have sizes of 64 bits, as for files of 4 GiB, is read.
        """
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in make.members(make.paragraph("x")).items():
                with package.open(name, "w", force_zip64=True) as member:
                    member.write(content.encode())

        assert "x" == read(packed.getvalue()).source

    @pytest.mark.parametrize(
        ("body", "rest"),
        [
            ('<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999"/><w:numId w:val="x"/></w:numPr></w:pPr>{}</w:p>', {}),
            (
                '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>'
                "<w:p>{}</w:p></w:tc></w:tr></w:tbl>",
                {},
            ),
            (
                '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>{}</w:p>',
                {"styles": '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
                 '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'},
            ),
            (
                '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{}</w:p>',
                {"numbering": '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2000000000"/>'
                 '<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1%1%1"/></w:lvl></w:abstractNum>'
                 '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'},
            ),
        ],
        ids=["level", "columns", "styles in a circle", "counting from two milliards"],
    )  # fmt: skip
    def test_numbers_beyond_reason(self, body, rest):
        """
        A number that no table, list or style has makes nothing of that size, and the words are read.
        """
        begun = time.process_time()

        assert "seen" == read(make.docx(body.format(make.run("seen")), **rest)).source.strip()
        assert time.process_time() - begun < 2

    def test_note_within_itself(self):
        """
        A note whose own text refers to it is read once.
        """
        inside = make.note("footnote", 1, make.paragraph("note", make.mark("footnote", 1)))
        document = read(make.docx(make.paragraph("text", make.mark("footnote", 1)), footnotes=inside))

        assert ["text", "note"] == document.source.split()

    def test_time_grows_with_the_length(self):
        """
        Twice as many paragraphs and notes take about twice the time, not four times.
        """

        def cost(count):
            mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
            raw = make.docx(
                *[make.paragraph(f"Paragraph {n}", mark(n)) for n in range(count)],
                footnotes="".join(make.note("footnote", n, make.paragraph("note")) for n in range(count)),
            )
            begun = time.process_time()
            read(raw)
            return time.process_time() - begun

        assert min(cost(4000), cost(4000)) < 3.5 * min(cost(2000), cost(2000), cost(2000))
