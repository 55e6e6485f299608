"""Edits in Word files: tracked, formatting kept, nothing else touched."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refoulement_lint import formats
from refoulement_lint.fixing import applied, word
from refoulement_lint.model import DocumentError, Edit, Span
from tests import docx_maker as make

TYPE_OF_BODY = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/>'
)
MARK = word.Mark("2026-11-22T09:00:00Z")
WHO = 'w:author="refoulement-lint" w:date="2026-11-22T09:00:00Z"'
ITALIC = "<w:i/>"


def source_of(raw):
    return formats.read(raw, filename="brief.docx").source


def edit(source, old, new):
    start = source.index(old)
    return Edit(Span(start, start + len(old)), new)


def fixed(raw, *changes, mark=MARK):
    """The file with each (old, new) written into it."""
    source = source_of(raw)
    return word.fixed(raw, sorted(edit(source, *change) for change in changes), source, mark)


def body_of(content):
    """What stands in the body, without what every file has around it."""
    xml = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    return re.sub(r"^.*<w:body>|</w:body>.*$", "", xml, flags=re.DOTALL).replace("<w:rPr/>", "")


def rejected(content):
    """The file as it is when somebody rejects all our changes."""
    named = {
        name: zipfile.ZipFile(io.BytesIO(content)).read(name)
        for name in zipfile.ZipFile(io.BytesIO(content)).namelist()
    }
    for name, raw in named.items():
        xml = raw.decode()
        xml = re.sub(rf'<w:ins w:id="\d+" {WHO}>.*?</w:ins>', "", xml, flags=re.DOTALL)
        xml = re.sub(
            rf'<w:del w:id="\d+" {WHO}>(.*?)</w:del>',
            lambda found: found[1].replace("delText", "t"),
            xml,
            flags=re.DOTALL,
        )
        named[name] = xml.encode()
    return make.zipped(named)


class TestTracked:
    def test_word(self):
        """
        Only the words that change are deleted and inserted; the new ones look like the old ones.
        """
        raw = make.docx(make.paragraph("see ", make.run("within six months", ITALIC), "."))
        content, made, left = fixed(raw, ("six months", "four months"))

        assert (1, 0) == (len(made), len(left))
        assert "see within four months." == source_of(content)
        assert (
            '<w:p><w:r><w:t xml:space="preserve">see </w:t></w:r>'
            '<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">within </w:t></w:r>'
            f'<w:del w:id="2" {WHO}><w:r><w:rPr><w:i/></w:rPr><w:delText xml:space="preserve">six</w:delText></w:r>'
            "</w:del>"
            f'<w:ins w:id="1" {WHO}><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">four</w:t></w:r></w:ins>'
            '<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve"> months</w:t></w:r>'
            '<w:r><w:t xml:space="preserve">.</w:t></w:r></w:p>'
        ) == body_of(content)

    def test_insertion(self):
        """
        What is only added takes the looks of what the edit stands on: a mark behind a name is not italic.
        """
        raw = make.docx(make.paragraph(make.run("Saadi v. Italy", ITALIC), ", no. 37201/06"))
        content, _, _ = fixed(raw, (", no", " [GC], no"))

        assert (
            '</w:r><w:ins w:id="1" ' + WHO + '><w:r><w:t xml:space="preserve"> [GC]</w:t></w:r></w:ins><w:r>'
        ) in body_of(content)
        assert "Saadi v. Italy [GC], no. 37201/06" == source_of(content)

    def test_whole_words(self):
        """
        A letter that is wrong replaces its word; nobody wants to spell.
        """
        content, _, _ = fixed(make.docx("Belguim and Greece"), ("Belguim", "Belgium"))

        assert '<w:delText xml:space="preserve">Belguim</w:delText>' in body_of(content)

    def test_over_runs(self):
        """
        Words that Word keeps in pieces, with a note's mark between: the mark stays.
        """
        pieces = [make.run("Appl."), make.mark("footnote", 2), make.run(" No"), make.run(". 30696/09")]
        raw = make.docx(make.paragraph(*pieces), footnotes=make.note("footnote", 2, make.paragraph("A note.")))
        content, _, _ = fixed(raw, ("Appl. No. 30696/09", "no. 30696/09"))

        assert "no. 30696/09\nA note." == source_of(content)
        assert '</w:del><w:r><w:footnoteReference w:id="2"/></w:r><w:del' in body_of(content)

    def test_one_run_with_everything(self):
        """
        A run that also holds a tab and a note's mark is cut around the words.
        """
        run = (
            '<w:r><w:t>see</w:t><w:tab/><w:t xml:space="preserve">no 30696/09</w:t><w:footnoteReference w:id="2"/>'
            "<w:t>.</w:t></w:r>"
        )
        raw = make.docx(f"<w:p>{run}</w:p>", footnotes=make.note("footnote", 2, make.paragraph("A note.")))
        content, _, _ = fixed(raw, ("no 3", "no. 3"))

        assert "see\tno. 30696/09.\nA note." == source_of(content)
        assert 1 == body_of(content).count("footnoteReference")

    def test_in_a_note(self):
        """
        Notes are edited where they are kept; the body stays as it is, byte for byte.
        """
        raw = make.docx(
            make.paragraph("Body.", make.mark("footnote", 2)),
            footnotes=make.note("footnote", 2, make.paragraph("within six months")),
        )
        content, _, _ = fixed(raw, ("six", "four"))
        before, after = (zipfile.ZipFile(io.BytesIO(file)) for file in (raw, content))

        assert "Body.\nwithin four months" == source_of(content)
        assert ["word/footnotes.xml"] == [name for name in before.namelist() if before.read(name) != after.read(name)]

    def test_hyperlink(self):
        """
        The words of a link stay a link.
        """
        raw = make.docx(make.paragraph(f'<w:hyperlink w:anchor="a">{make.run("six months")}</w:hyperlink>'))
        content, _, _ = fixed(raw, ("six", "four"))

        assert body_of(content).startswith('<w:p><w:hyperlink w:anchor="a"><w:del ')
        assert "four months" == source_of(content)

    def test_strict(self):
        """
        A file in the strict namespace is written in it.
        """
        raw = make.docx("six months", namespace=make.STRICT, prefix="x")
        content, _, _ = fixed(raw, ("six", "four"))

        assert "four months" == source_of(content)
        assert (
            '<x:del x:id="2" x:author="refoulement-lint"'
            in zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
        )

    def test_untracked(self):
        """
        Without tracking the words are exchanged, formatting kept.
        """
        raw = make.docx(make.paragraph(make.run("within six months", ITALIC)))
        content, _, _ = fixed(raw, ("six", "four"), mark=word.Mark(tracked=False))

        assert "w:ins" not in body_of(content)
        assert '<w:rPr><w:i/></w:rPr><w:t xml:space="preserve">four</w:t>' in body_of(content)
        assert "within four months" == source_of(content)


class TestOthersChanges:
    def test_inside_an_insertion(self):
        """
        In what somebody else inserted our words are ours, and theirs stay theirs.
        """
        inserted = f'<w:ins w:id="7" w:author="A. Reader">{make.run("within six months")}</w:ins>'
        content, _, _ = fixed(make.docx(make.paragraph(inserted)), ("six", "four"))

        assert "within four months" == source_of(content)
        assert (
            f'<w:del w:id="10" {WHO}><w:r><w:delText xml:space="preserve">six</w:delText></w:r></w:del></w:ins>'
            f'<w:ins w:id="9" {WHO}><w:r><w:t xml:space="preserve">four</w:t></w:r></w:ins>'
            '<w:ins w:id="8" w:author="A. Reader"><w:r><w:t xml:space="preserve"> months</w:t></w:r></w:ins>'
        ) in body_of(content)

    def test_beside_a_deletion(self):
        """
        What somebody deleted stays deleted, wherever it stands.
        """
        deleted = '<w:del w:id="3" w:author="A. Reader"><w:r><w:delText>gone </w:delText></w:r></w:del>'
        content, _, _ = fixed(make.docx(make.paragraph("within six", deleted, " months")), ("six months", "a year"))

        assert "within a year" == source_of(content)
        assert deleted.replace("/>", "/>") in body_of(content)


class TestLeft:
    """What is not the file's only word on the matter is left to the lawyer, and counted."""

    @pytest.mark.parametrize(
        "paragraph",
        [
            make.paragraph(
                "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>ADDIN ZOTERO_ITEM</w:instrText></w:r>",
                "<w:r><w:fldChar w:fldCharType='separate'/></w:r>",
                make.run("six months"),
                "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
            ),
            make.paragraph(f"<w:fldSimple w:instr='REF a'>{make.run('six months')}</w:fldSimple>"),
            make.paragraph(f"<w:moveTo w:id='1'>{make.run('six months')}</w:moveTo>"),
            make.paragraph(
                "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent>"
                f"{make.paragraph('six months')}</w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>"
            ),
        ],
        ids=["reference manager", "simple field", "moved", "text box"],
    )
    def test_place(self, paragraph):
        raw = make.docx("Other six words.", paragraph)
        content, made, left = fixed(raw, ("six months", "four months"), ("Other", "No other"))

        assert (1, 1) == (len(made), len(left))
        assert source_of(raw).replace("Other", "No other") == source_of(content)

    def test_over_paragraphs(self):
        """
        An edit that joins paragraphs is none that we make.
        """
        assert 1 == len(fixed(make.docx("six", "months"), ("six\nmonths", "four months")).left)


class TestRefused:
    def test_signed(self):
        """
        A signed file stays as it was signed.
        """
        named = make.members(make.paragraph("six")) | {"_xmlsignatures/sig1.xml": "<a/>"}

        with pytest.raises(DocumentError, match=r"it is signed; any change would break the signature\."):
            fixed(make.zipped(named), ("six", "four"))

    def test_protected(self):
        """
        A file that may not be changed is not changed.
        """
        named = make.members(make.paragraph("six"), linked=[("r9", "settings", "settings.xml")])
        named["word/settings.xml"] = make.part(
            "settings", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
        )

        with pytest.raises(DocumentError, match="it is protected against changes"):
            fixed(make.zipped(named), ("six", "four"))


PLAIN = st.text(st.sampled_from("ab .é§\t\xad‑"), min_size=1, max_size=6)
RUNS = st.lists(st.tuples(PLAIN, st.sampled_from(["", ITALIC, "<w:b/>"])), min_size=1, max_size=5)


@st.composite
def edited_files(draw):
    """A Word file of a few paragraphs, its text, and sorted disjoint edits inside its lines."""
    wrap = st.sampled_from(["{}", '<w:ins w:id="50" w:author="A">{}</w:ins>', "<w:hyperlink>{}</w:hyperlink>"])
    paragraphs = [
        "<w:p>" + "".join(draw(wrap).format(make.run(text, looks)) for text, looks in runs) + "</w:p>"
        for runs in draw(st.lists(RUNS, min_size=1, max_size=3))
    ]
    raw = make.docx(*paragraphs)
    source = source_of(raw)
    cuts = draw(st.lists(st.integers(0, len(source)), max_size=8, unique=True).map(sorted))
    edits = [
        Edit(Span(start, end), draw(st.text(st.sampled_from("xy ab."), max_size=5)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        if "\n" not in source[start:end]
    ]
    return raw, source, edits


class TestAlways:
    @given(edited_files())
    @settings(max_examples=150)
    def test_reads_as_expected(self, case):
        """Whatever the runs, the new file reads as the text with its edits, and none is left out."""
        raw, source, edits = case
        content, made, left = word.fixed(raw, edits, source, MARK)

        assert () == left
        assert applied(source, edits) == source_of(content)
        assert tuple(edits) == made

    @given(edited_files())
    @settings(max_examples=100)
    def test_rejected(self, case):
        """Who rejects all changes has the draft again."""
        raw, source, edits = case

        assert source == source_of(rejected(word.fixed(raw, edits, source, MARK).content))

    @given(edited_files())
    @settings(max_examples=50)
    def test_no_edits(self, case):
        """Without edits every member has the same bytes, in the same order."""
        raw, source, _ = case
        before, after = (zipfile.ZipFile(io.BytesIO(file)) for file in (raw, word.fixed(raw, [], source, MARK).content))

        assert [(name, before.read(name)) for name in before.namelist()] == [
            (name, after.read(name)) for name in after.namelist()
        ]


@pytest.mark.installed
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (soffice)")
def test_another_program_reads_it(tmp_path: Path):
    """LibreOffice opens the file and writes it again with the same changes in it."""
    named = make.members(make.paragraph("within ", make.run("six months", ITALIC)) + make.paragraph("no 30696/09"))
    named["[Content_Types].xml"] = make.TYPES.replace(make.XML_DEFAULT, make.XML_DEFAULT + TYPE_OF_BODY)
    (tmp_path / "fixed.docx").write_bytes(fixed(make.zipped(named), ("six", "four"), ("no 3", "no. 3")).content)
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
            "--convert-to", "docx", "--outdir", tmp_path / "again", tmp_path / "fixed.docx",
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    again = (tmp_path / "again" / "fixed.docx").read_bytes()

    assert "within four months\nno. 30696/09" == source_of(again)
    assert ["six"] == re.findall("<w:delText[^>]*>([^<]*)</w:delText>", body_of(again))
