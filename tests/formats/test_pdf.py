"""PDF: pages become paragraphs again, and nothing in a stranger's file runs."""

import io

import pytest

from refoulement_lint import formats
from refoulement_lint.formats import Limits
from refoulement_lint.model import DocumentError

pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed (pip install refoulement-lint[pdf])")

pytestmark = pytest.mark.installed


def pdf(*pages, extra=b""):
    """A PDF whose pages have these lines, written by hand."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        lines = "".join(
            f"BT /F1 10 Tf 50 {800 - 14 * place} Td ({_escaped(line)}) Tj ET\n" for place, line in enumerate(page)
        )
        stream = lines.encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    raw, places = b"%PDF-1.4\n" + extra, []
    for number, content in enumerate(objects, start=1):
        places.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return raw + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, len(raw),
    )  # fmt: skip


def _escaped(line):
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def read(raw, **rest):
    return formats.read(raw, filename="report.pdf", **rest)


def blocks(*pages):
    document = read(pdf(*pages))
    return [(block.label, document.text[slice(*block.span)].replace("\n", " ")) for block in document.blocks]


LONG = "The applicant was taken to the fence at night and told to walk towards the lights on"


class TestParagraphs:
    def test_lines_are_paragraphs_again(self):
        """
        A number, or a short line that ends a sentence, ends a paragraph; a line that is full does not.
        """
        found = blocks(["1. " + LONG, "the other side. Nobody asked.", "2. " + LONG, "the far side.", "He went back."])

        assert [
            ("page 1", f"1. {LONG} the other side. Nobody asked."),
            ("page 1", f"2. {LONG} the far side."),
            ("page 1", "He went back."),
        ] == found

    def test_over_the_page(self):
        """
        A paragraph goes on over the page; running heads and page numbers are not in it.
        """
        told = ["One by one they were asked to leave the lorry and", "Two of them had papers, which nobody wanted to"]
        found = blocks(
            *(["A REPORT 2026", f"{place}. {line}", str(place)] for place, line in enumerate(told, start=7)),
            ["A REPORT 2026", "see, and so they went back.", "9"],
            ["A REPORT 2026", "It ends here.", "10"],
        )

        assert [
            ("page 1", f"7. {told[0]}"),
            ("page 2", f"8. {told[1]} see, and so they went back."),
            ("page 4", "It ends here."),
        ] == found

    def test_divided_words(self):
        """
        A word divided at a line's end is whole, and leads back to where it is printed.
        """
        document = read(pdf([LONG + " expul-", "sion from the terri-", "Tory of the State."]))

        assert "expulsion from" in document.text.replace("\n", " ")
        assert "expul-\nsion" in document.source

    def test_pinpoint(self):
        """
        Without numbers of their own, paragraphs are cited by the page.
        """
        from refoulement_lint.corpus.paragraphs import paragraphs_of

        document = read(pdf(["Conditions are bad at the fence."], ["Nothing has changed since last year."]))

        assert ["p. 1", "p. 2"] == [paragraph.pinpoint for paragraph in paragraphs_of(document, "corpus:report")]


class TestHostile:
    def test_scan(self):
        """
        A PDF without a text layer is refused with what to do; a page without one is told.
        """
        with pytest.raises(DocumentError, match="no text layer"):
            read(pdf([], []))

        assert ["not-read"] == [problem.kind for problem in read(pdf([LONG], [])).problems]

    @pytest.mark.parametrize("password", ["", "secret"])
    def test_encrypted(self, password):
        """
        Locked with a password it is refused; one that only forbids printing is read.
        """
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([LONG])))
        writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
        packed = io.BytesIO()
        writer.write(packed)
        if password:
            with pytest.raises(DocumentError, match="encrypted with a password"):
                read(packed.getvalue())
        else:
            assert LONG in read(packed.getvalue()).source

    @pytest.mark.parametrize(
        "raw",
        [
            b"%PDF-1.7",
            b"%PDF-1.7\n" + b"\x00" * 5000,
            pdf([LONG])[:-300],
            pdf([LONG]).replace(b"/Kids [", b"/Kids [2 0 R "),
            pdf([LONG]).replace(b"/Parent 2 0 R", b"/Parent 9 0 R").replace(b"/Length", b"/Lenght"),
            pdf([LONG]).replace(b"startxref\n", b"startxref\n9"),
        ],
    )
    def test_damaged(self, raw):
        """
        Cut off, without its table, or in a circle: read as far as it can be repaired, or refused in one sentence.
        """
        try:
            document = read(raw)
        except DocumentError as refused:
            assert "truncated or damaged" in str(refused) or "no text layer" in str(refused)
        else:
            assert LONG in document.source

    def test_many_pages(self):
        """
        More pages than the ceiling are refused with its option.
        """
        with pytest.raises(DocumentError, match="--max-members"):
            read(pdf(*[[LONG]] * 12), limits=Limits(members=10))

    def test_scripts_and_attachments(self):
        """
        What could run or was not read is told.
        """
        document = read(pdf([LONG], extra=b"% /JavaScript /EmbeddedFile\n"))

        assert ["macros", "not-read"] == [problem.kind for problem in document.problems]

    def test_without_the_extra(self, monkeypatch):
        """
        Without the library the message says what to install.
        """
        monkeypatch.setitem(__import__("sys").modules, "pypdf", None)

        with pytest.raises(DocumentError, match=r"pip install refoulement-lint\[pdf\]"):
            read(pdf([LONG]))
