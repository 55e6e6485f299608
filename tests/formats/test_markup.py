"""HTML and XML: the words between the tags, every place of them where it stands in the file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refoulement_lint import formats
from refoulement_lint.formats import Limits
from refoulement_lint.formats.text import to_source_span
from refoulement_lint.model import DocumentError, Span

AKN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">\n'
    "<judgment><meta><proprietary>not shown</proprietary></meta><judgmentBody><decision>\n{}\n</decision>"
    "</judgmentBody></judgment></akomaNtoso>"
)


def read(source, name="brief.html", **rest):
    return formats.read(source.encode() if isinstance(source, str) else source, filename=name, **rest)


def blocks(source, name="brief.html"):
    document = read(source, name)
    return [(block.kind, " ".join(document.text[slice(*block.span)].split())) for block in document.blocks]


def shown(document, words):
    """What stands in the file where *words* stand in the reading."""
    at = document.text.index(words)
    return document.source[slice(*to_source_span(document, Span(at, at + len(words))))]


class TestHtml:
    @pytest.mark.parametrize(
        ("source", "found"),
        [
            ("<p>One</p><p>Two</p>", [("body", "One"), ("body", "Two")]),
            ("<h2>Law</h2>text", [("heading", "Law"), ("body", "text")]),
            ("<p>a<blockquote><p>b</p></blockquote>c", [("body", "a"), ("quotation", "b"), ("body", "c")]),
            ("<table><tr><td>a<td>b</table>c", [("cell", "a"), ("cell", "b"), ("body", "c")]),
            ("<p>§&nbsp;3 &amp; Articles 2&ndash;3</p>", [("body", "§ 3 & Articles 2–3")]),
            ("<p>in\n   one <b>sen</b>tence</p>", [("body", "in one sentence")]),
            ("<p>a<br>b</p>", [("body", "a b")]),
            ("<head><title>T</title></head><script>if (a<b) x()</script><style>p{}</style>x", [("body", "x")]),
            ("<!-- <p>no --><p title='a > b'>yes</p>", [("body", "yes")]),
            ("a < b and 3<4 &unknown; &", [("body", "a < b and 3<4 &unknown; &")]),
            ("<p>unclosed <i>italic", [("body", "unclosed italic")]),
            ("<!DOCTYPE html><P>upper</P>", [("body", "upper")]),
            ("<p>it's <a title='x'>here", [("body", "it's here")]),
        ],
    )
    def test_blocks(self, source, found):
        """
        Elements that begin a line begin a paragraph; others, scripts, comments and the head leave no trace.
        """
        assert found == blocks(source)

    def test_numbers(self):
        """
        The items of an outermost numbered list have the numbers that a browser prints.
        """
        document = read("<ol start=7><li>a<li value='9'>b<ol><li>c</ol></ol><ol type=a><li>d</ol><ul><li>e</ul>")

        assert [("a", "7"), ("b", "9"), ("c", ""), ("d", ""), ("e", "")] == [
            (document.text[slice(*block.span)], block.number) for block in document.blocks
        ]

    def test_offsets(self):
        """
        A citation that runs through tags is found, and stands where it stands in the file.
        """
        source = "<p>See <i>M.S.S. v. Belgium and&nbsp;Greece</i> [<b>GC</b>], no. 30696/09.</p>"
        document = read(source)

        assert "M.S.S. v. Belgium and&nbsp;Greece" == shown(document, "M.S.S. v. Belgium and Greece")
        assert "[<b>GC</b>], no. 30696/09" == shown(document, "[GC], no. 30696/09")
        assert [Span(document.text.index("M.S.S."), document.text.index(" [GC]"))] == list(document.emphasis)

    def test_encoding(self):
        """
        What is not UTF-8 is read as the file says that it is written.
        """
        assert "Łódź" == read('<meta charset="iso-8859-2">Łódź'.encode("iso-8859-2")).text.strip()
        assert not read('<meta charset="iso-8859-2">Łódź'.encode("iso-8859-2")).problems
        assert "guessed-encoding" == read("<p>Łódź nie być ą ę ż".encode("cp1250")).problems[0].kind

    def test_hidden(self):
        """
        Text that a browser would hide is read and told.
        """
        document = read('<p>a</p><div style="display: none">Article 3</div>')

        assert ["hidden-text"] == [problem.kind for problem in document.problems]
        assert "Article 3" in document.text

    @given(
        st.lists(st.sampled_from(["<p>", "</p>", "<i>", "&amp;", "<", ">", "a b", "\n", "<!--", "-->", "'", '"', "é"]))
    )
    @settings(max_examples=300)
    def test_anything(self, pieces):
        """
        Whatever is in it, it is read or refused; blocks lie in the reading, in order, and lead back into the file.
        """
        source = "".join(pieces)
        try:
            document = read(source)
        except DocumentError:
            return
        ends = [0]
        for block in document.blocks:
            back = to_source_span(document, block.span)

            assert ends[-1] <= block.span.start < block.span.end <= len(document.text)
            assert 0 <= back.start < back.end <= len(document.source)
            ends.append(block.span.end)


class TestXml:
    def test_akoma_ntoso(self):
        """
        A paragraph has its number; headings, quotations and notes are what they are; metadata is not shown.
        """
        body = (
            "<level><heading>The <i>law</i></heading><paragraph eId='p12'><num>12.</num><content><p>The Court"
            " <ref href='http://elsewhere.example/x'>held</ref><authorialNote><p>A note.</p></authorialNote> so:</p>"
            "<embeddedStructure><p>Nobody shall</p></embeddedStructure></content></paragraph></level>"
        )

        assert [
            ("heading", "The law"),
            ("body", "12. The Court held ( A note. ) so:"),
            ("quotation", "Nobody shall"),
        ] == blocks(AKN.format(body), "j.xml")

    def test_other_words_for_it(self):
        """
        The same elements in another vocabulary, with a prefix.
        """
        inside = "<t:div><t:head>Law</t:head><t:p>One <t:hi>two</t:hi></t:p></t:div>"
        source = f"<t:TEI xmlns:t='x'><t:text>{inside}</t:text></t:TEI>"

        assert [("heading", "Law"), ("body", "One two")] == blocks(source, "j.xml")

    def test_document_type(self):
        """
        A harmless document type is told and passed over; its entities stay as they are written.
        """
        document = read("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a><p>x &secret; &lt; &#8211;</p></a>", "j.xml")

        assert "x &secret; < –" == document.text.strip()
        assert ["not-read"] == [problem.kind for problem in document.problems]

    @pytest.mark.parametrize(
        ("source", "says"),
        [
            ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "declares entities"),
            ('<!DOCTYPE a [<!ENTITY % x SYSTEM "http://a.example/b">%x;]><a/>', "declares entities"),
            ("<!DOCTYPE lol [" + '<!ENTITY l1 "lol">' * 9 + "]><lol>&l1;</lol>", "declares entities"),
            ("<!DOCTYPE a [ <a>", "no end"),
            ("<a><p>cut off", "well-formed"),
            ("<a><b></a></b>", "well-formed"),
            ("<a><!-- cut", "well-formed"),
            ("<a><meta>cut", "well-formed"),
            ("no markup at all", "well-formed"),
            ("<a>" * 100_000, "256 deep"),
            ("<a " + "b='c' " * 200_000 + "/>", "65,536 characters"),
            ("<a b='" + "c" * 2_000_000 + "'/>", "65,536 characters"),
            ("<a><b", "no end"),
        ],
    )
    def test_hostile(self, source, says):
        """
        What is cut off or made to harm is refused in one sentence, at once.
        """
        with pytest.raises(DocumentError, match=says) as refused:
            read(source, "j.xml")

        assert "root:" not in str(refused.value)

    def test_many(self):
        """
        Elements have a ceiling, and the refusal names its option.
        """
        with pytest.raises(DocumentError, match="--max-nodes"):
            read("<p>x" * 3_000, limits=Limits(nodes=1_000))

    @pytest.mark.parametrize(
        "piece", ["<p", "<p>", '<a "', "<!--", "<![CDATA[", "<script>", "</p>", "&", "<p title='", "<ol><li>", "<?"]
    )
    def test_linear(self, piece):
        """
        Tags that never close cost no more than their length: a million characters are read or refused in no time.
        """
        source = piece * (1_000_000 // len(piece))
        try:
            document = read(source)
        except DocumentError as refused:
            assert str(refused).startswith("brief.html: it")
        else:
            assert len(source) == len(document.source)


class TestNeverClosed:
    @pytest.mark.parametrize("piece", ["<!--", "<script>", "<style>", "<head>", "<template>", "<noscript>", "<svg>"])
    def test_is_told(self, piece):
        """
        What is never closed hides the rest of the page; that nothing there was read is said, once.
        """
        document = formats.read(f"<p>a</p>{piece} <p>Article 3</p>".encode(), filename="a.html")

        assert "a" == document.text.strip()
        assert ["not-read"] == [problem.kind for problem in document.problems]

    @pytest.mark.parametrize("source", ["<p>a</p><!-- b -->", "<p>a</p><script>b</script>", "<p>a</p><script>"])
    def test_nothing_is_missed(self, source):
        """
        What is closed, or has nothing behind it, hides nothing.
        """
        assert () == formats.read(source.encode(), filename="a.html").problems

    def test_words_of_a_section(self):
        """
        A CDATA section without an end is read to its last letter.
        """
        assert "abcdef" == formats.read(b"<p><![CDATA[abcdef", filename="a.html").text.strip()
