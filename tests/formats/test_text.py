"""Plain text: the reading, the way back, and what each encoding becomes."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from refoulement_lint import formats
from refoulement_lint.formats import text
from refoulement_lint.formats.limits import Limits
from refoulement_lint.model import DocumentError, Span

POLISH = "Skarżąca żąda uchylenia; zażółć gęślą jaźń. Trybunał orzekł, że państwo naruszyło art. 3 Konwencji"
LITHUANIAN = "Prašytojai teigia, kad grąžinimas į Baltarusiją pažeidė straipsnį; sienos apsaugos pareigūnai"
LATVIAN = "Pieteikuma iesniedzēji tika izraidīti no Latvijas; Cilvēktiesību tiesa atzina pārkāpumu"
RUSSIAN = "Заявители утверждают, что они были возвращены в Белоруссию. Суд постановил, что имело место нарушение"
FRENCH = "La requérante a été éloignée vers la Grèce où elle était menacée; la Cour a jugé que cela était contraire"
GERMAN = (
    "Die Beschwerdeführer wurden nach Griechenland zurückgeführt; gemäß § 3 AsylG müssen Flüchtlinge geschützt werden"
)
CZECH = "Stěžovatelé tvrdí, že byli vráceni do Běloruska bez řízení; soud shledal porušení článku"


def read(source, name="brief.txt", **rest):
    return formats.read(source.encode() if isinstance(source, str) else source, filename=name, **rest)


def kinds(document):
    return [problem.kind for problem in document.problems]


class TestDecode:
    @pytest.mark.parametrize(
        ("written", "encoding"),
        [
            (POLISH, "cp1250"),
            (POLISH, "cp1257"),
            (LITHUANIAN, "cp1257"),
            (LATVIAN, "cp1257"),
            (RUSSIAN, "cp1251"),
            (RUSSIAN, "koi8-r"),
            (FRENCH, "cp1252"),
            (GERMAN, "cp1252"),
            (CZECH, "cp1250"),
            (RUSSIAN, "utf-16-le"),
            (FRENCH, "utf-16-be"),
        ],
    )
    def test_guess(self, written, encoding):
        """
        A text that does not say its encoding is read in the one that its letters fit, and the guess is said.
        """
        assert written == read(written.encode(encoding)).source
        assert ["guessed-encoding"] == kinds(read(written.encode(encoding)))

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_byte_order_mark(self, encoding):
        """
        A byte order mark settles the encoding, is not part of the text, and nothing needs to be said.
        """
        document = read(f"{POLISH}\r\n".encode(encoding))

        assert f"{POLISH}\r\n" == document.source
        assert [] == kinds(document)

    def test_given(self):
        """
        What the user says holds without a guess.
        """
        document = read(POLISH.encode("cp1250"), encoding="windows-1250")

        assert POLISH == document.source
        assert [] == kinds(document)

    @pytest.mark.parametrize(
        ("raw", "says"),
        [
            ("zażółć gęślą".encode() + b" \x92", "mixes UTF-8"),
            (b"\xed\xa0\x80 lone surrogate", "mixes UTF-8"),
            (bytes(range(256)) * 4, "binary"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
            (b"\xc0\xaf overlong", "encoding cannot be told"),
        ],
    )
    def test_no_text(self, raw, says):
        """
        Mixed encodings, surrogates, overlong forms and binary files are refused with the reason.
        """
        with pytest.raises(DocumentError, match=says):
            read(raw)

    @pytest.mark.parametrize("encoding", ["klingon", "utf-7", "unicode_escape", "zlib", "rot13", ""])
    def test_odd_codec(self, encoding):
        """
        Only ordinary encodings are known; those that can make surrogates or unpack are not.
        """
        with pytest.raises(DocumentError, match="is not known"):
            read("abc", encoding=encoding)

    def test_given_one_does_not_fit(self):
        """
        An encoding that the bytes contradict is refused, with the place.
        """
        with pytest.raises(DocumentError, match="byte 0xE9 at byte 3"):
            read(b"caf\xe9", encoding="ascii")


class TestReading:
    @pytest.mark.parametrize(
        ("source", "reading"),
        [
            ("no.\u00a030210/96", "no. 30210/96"),
            ("no.\u2009\u202f30210/96", "no. 30210/96"),
            ("Al\u2011Skeini", "Al-Skeini"),
            ("Conven\u00adtion", "Convention"),
            ("no. 30\u200b696/09", "no. 30696/09"),
            ("“quoted” „tief“ « cité » ‘one’", '"quoted" "tief" " cité " \'one\''),
            ("applicant’s", "applicant's"),
            ("cafe\u0301", "café"),
            ("e\u0316\u0301", "é\u0316"),
            ("Art.  3   of", "Art. 3 of"),
            ("a\tb", "a b"),
            ("*M.S.S. v. Belgium* [GC]", "M.S.S. v. Belgium [GC]"),
            ("**Article 3 of the *Convention***", "Article 3 of the Convention"),
            ("Asylsuchende*r und file_name_x", "Asylsuchende*r und file_name_x"),
            ("signed ____________", "signed ____________"),
            ("Art\\. 3 \\(ECtHR\\) \\*kept\\*", "Art. 3 (ECtHR) *kept*"),
            ("5 * 3 and a*", "5 * 3 and a*"),
            ("8\nU.S.C.", "8\nU.S.C."),
            ("a\r\nb", "a \nb"),
            ("a\rb", "a\nb"),
            ("page\x0cbreak", "page\nbreak"),
            ("\u0421onvention", "Convention"),
        ],
    )
    def test_words(self, source, reading):
        """
        The reading has the same words with plain spaces, hyphens and quotation marks, and no marks of markup.
        """
        assert reading == read(source).text

    def test_plain_text_is_its_own_reading(self):
        """
        Where nothing is odd nothing moves, and there is no map.
        """
        document = read("A plain text.\nWith a line.\n\nAnd a paragraph.")

        assert document.source == document.text
        assert () == document.shifts

    def test_emphasis(self):
        """
        Words between marks are recorded as set in italics.
        """
        document = read("see *N.D. and N.T.*, § 3")

        assert ["N.D. and N.T."] == [document.text[span.start : span.end] for span in document.emphasis]

    @pytest.mark.parametrize(
        ("source", "kind"),
        [
            ("Case \u202e90/69603\u202c", "bidi-control"),
            ("no. 30\u200b696/09", "zero-width"),
            ("\u0421onvention", "look-alike-letters"),
        ],
    )
    def test_what_nobody_sees(self, source, kind):
        """
        Characters that hide or turn what is written are read through and reported.
        """
        assert [kind] == kinds(read(source))

    def test_russian_is_no_disguise(self):
        """
        A word that is Cyrillic throughout is left alone.
        """
        assert RUSSIAN == read(RUSSIAN).text
        assert [] == kinds(read(RUSSIAN))

    def test_ceiling_of_odd_characters(self):
        """
        A text of invisible characters is refused before it fills the memory.
        """
        with pytest.raises(DocumentError, match="invisible characters"):
            read("a\u200b" * 20, limits=Limits(left_out=10))

    def test_normalise(self):
        """
        Masks blank, drops leave out, and the pairs say where the rest came from.
        """
        reading, shifts = text.normalise("a <b>c</b>\u00a0d!", masks=[Span(11, 12)], drops=[Span(2, 5), Span(6, 10)])

        assert "a c !" == reading
        assert ((2, 5), (3, 10), (4, 12)) == shifts


odd_texts = st.text(
    st.sampled_from("ab É*_\\ \n\r\t>#|[]()&;`-=1./§\u00a0\u200b\u00ad\u0301e\u2019“\u202eС<!"), max_size=60
)


class TestThereAndBack:
    @settings(max_examples=300)
    @given(odd_texts, st.sampled_from(["a.md", "a.txt", "a.tex", "a.rst"]))
    @example("á\u0301\u202e", "a.md")
    def test_every_character_comes_from_one_of_the_source(self, source, name):
        """
        Each character of the reading maps to one of the source that reads so, in the same order.
        """
        document = read(source, name)
        places = [text.to_source(document, offset) for offset in range(len(document.text))]

        assert sorted(set(places)) == places
        assert all(place < len(document.source) for place in places)
        assert [] == [
            (character, written)
            for character, written in (
                (each, document.source[at.start : at.end])
                for offset, each in enumerate(document.text)
                for at in [text.to_source_span(document, Span(offset, offset + 1))]
            )
            if not reads_as(character, written)
        ]

    @settings(max_examples=200)
    @given(odd_texts, st.sampled_from(["a.md", "a.txt", "a.tex", "a.rst"]))
    def test_blocks(self, source, name):
        """
        Blocks lie apart in the order of the text, without white space at their ends; no two spaces stand together.
        """
        document = read(source, name)
        words = [document.text[block.span.start : block.span.end] for block in document.blocks]
        ends = [offset for block in document.blocks for offset in (block.span.start, block.span.end)]

        assert [word.strip() for word in words] == words
        assert sorted(ends) == ends
        assert "  " not in document.text

    def test_span_without_its_marks(self):
        """
        The span of words in italics has the invisible characters inside, and not the marks around them.
        """
        document = read("see *Al\u00ad\u2011Skeini*, § 3")
        span = text.to_source_span(document, Span(4, 13))

        assert "Al-Skeini" == document.text[4:13]
        assert "Al\u00ad\u2011Skeini" == document.source[span.start : span.end]

    def test_letter_with_its_mark(self):
        """
        A letter composed in the reading has both its characters in the source.
        """
        document = read("cafe\u0301 x")
        span = text.to_source_span(document, Span(0, 4))

        assert "cafe\u0301" == document.source[span.start : span.end]


def reads_as(character, written):
    """Whether the piece of the source *written* may stand for *character*."""
    plain = text.even(written)
    return (
        character in (plain[:1], " ", "\n", unicodedata.normalize("NFC", plain)[:1])
        or written[0] in "&\\-`'"
        or ord(written[0]) > 0x370
    )


class TestBlocks:
    def kinds_of(self, source, name="brief.txt"):
        document = read(source, name)
        return [(block.kind, document.text[block.span.start : block.span.end]) for block in document.blocks]

    def test_paragraphs_and_headings(self):
        """
        Capitals, numbers and underlining make a heading; a line that cites something is none.
        """
        source = (
            "THE FACTS\n\nText.\n\n2.1 Jurisdiction\n\nLaw\n===\n\n1. A. v. B., no. 1234/05\n\nIN THE MATTER OF 12/34"
        )

        assert [
            ("heading", "THE FACTS"),
            ("body", "Text."),
            ("heading", "2.1 Jurisdiction"),
            ("heading", "Law\n==="),
            ("body", "1. A. v. B., no. 1234/05"),
            ("body", "IN THE MATTER OF 12/34"),
        ] == self.kinds_of(source)

    def test_indented(self):
        """
        A paragraph that is indented throughout is a quotation.
        """
        assert ("quotation", "No one shall\n be subjected.") in self.kinds_of(
            "x\n\n    No one shall\n    be subjected.\n\ny"
        )

    def test_lines_not_broken_by_hand(self):
        """
        In a text of long lines every line is a paragraph.
        """
        line = "word " * 60 + "end."

        assert [("body", line)] * 3 == self.kinds_of("\n".join([line] * 3))

    @pytest.mark.parametrize("wrapped", ["The right to\nlife", "Strasbūras\nšeštadienį", "Суд\nустановил"])
    def test_one_passage_broken_by_hand(self, wrapped):
        """
        In a text of long lines a passage that goes on in small letters was broken by hand all the same.
        """
        line = "word " * 60 + "end."

        assert [("body", line), ("body", f"{wrapped}."), ("body", line)] == self.kinds_of(f"{line}\n{wrapped}.\n{line}")

    def test_head_note_of_a_judgment(self):
        """
        What a judgment lists under "Cases cited" in its head note is no draft's table of authorities.
        """
        document = read(
            b"A v B [2018] FCA 1\nAppeal from:\nC v D [2017] FCCA 2\n\nCases cited:\n\nE v F (1990) 1 CLR 2\n"
        )

        assert {block.kind for block in document.blocks} <= {"heading", "body"}

    @pytest.mark.parametrize("heading", ["TABLE OF AUTHORITIES", "TABLE DES ARRÊTS CITÉS", "Wykaz orzeczeń"])
    def test_table_of_authorities(self, heading):
        """
        What stands below a table's heading is an entry of it, up to the next section.
        """
        source = f"{heading}\n\nA. v. B., no. 1/23\n\nSTATUTES\n\nSome Act\n\nTHE FACTS\n\nText."
        kinds = [kind for kind, _ in self.kinds_of(source)]

        assert ["heading", "authorities", "heading", "authorities", "heading", "body"] == kinds

    def test_empty(self):
        """
        An empty file is read whole and has nothing in it.
        """
        document = read("")

        assert ("", (), True) == (document.text, document.blocks, document.complete)


class TestUnlucky:
    @pytest.mark.parametrize("name", ["a.txt", "a.md", "a.tex", "a.rst"])
    @pytest.mark.parametrize(
        "piece",
        [
            "(", " ", "\n", "\n ", ">", "> ", "[", "](", "`", "` ", "*a ", "*a", "&#", "a\u0301\u0316", "|", "[^",
            "<!--", "<b ", "\n```", "a\u0430", "\u00a0", "{", "\\emph{", "~", "\\", "\n.. ", ":a:`", "%", "-", "\n---",
            "1.", "\u0301\u0316",
        ],
    )  # fmt: skip
    def test_a_hundred_thousand_times(self, piece, name):
        """
        A hundred thousand repetitions of any mark are read in time that grows with the length alone.
        """
        assert read(piece * 100_000, name).complete
