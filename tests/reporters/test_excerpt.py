"""What may be printed of a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refoulement_lint.model import Span
from refoulement_lint.reporters.excerpt import columns, excerpt, shown


class TestShown:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Article 3 § 1 « é »", "Article 3 § 1 « é »"),
            ("a\x1b[31mb", "a\\x1b[31mb"),
            ("a\rb\nc\td", "a b c d"),
            ("\u202e96", "\\u202e96"),
            ("\x9b31m", "\\x9b31m"),
            ("Conven\u00adtion", "Convention"),
            ("no.\u00a03", "no. 3"),
            ("b\udc80", "b\\udc80"),
            ("\U000e0041", "\\U000e0041"),
        ],
    )
    def test_control_characters(self, text, expected):
        """
        What a terminal obeys is shown by its code; spaces are spaces.
        """
        assert expected == shown(text)

    @given(st.text())
    def test_always_printable(self, text):
        """
        Whatever a draft holds, a terminal gets nothing but characters to print.
        """
        assert shown(text).isprintable()


class TestExcerpt:
    def test_short_line(self):
        """
        A line that fits is shown whole, with its number.
        """
        cut = excerpt("one\r\ntwo Article 3 end\r\n", Span(9, 18), width=60)

        assert (2, "two ", "Article 3", " end") == (cut.line, cut.before, cut.marked, cut.after)

    def test_over_the_end_of_the_line(self):
        """
        A span of two lines is marked to the end of the first.
        """
        assert "Article" == excerpt("see Article\n3", Span(4, 13), width=60).marked

    def test_empty_span_at_the_end(self):
        """
        A place behind the last character shows the last line.
        """
        assert ("abc", "", "") == (lambda cut: (cut.before, cut.marked, cut.after))(
            excerpt("abc", Span(3, 3), width=40)
        )

    @given(st.text(st.sampled_from("ab \n\r漢\u0301\x1b")), st.integers(0, 80), st.integers(0, 80), st.integers(20, 60))
    def test_never_wider(self, source, start, length, width):
        """
        However long the line and wide the characters, the excerpt keeps to its width.
        """
        start = min(start, len(source))
        cut = excerpt(source, Span(start, min(start + length, len(source))), width=width)

        assert columns(cut.before + cut.marked + cut.after) <= width + 2

    def test_ten_million_characters(self):
        """
        A line of ten million characters is cut around the finding.
        """
        cut = excerpt("x" * 5_000_000 + "Article 3" + "x" * 5_000_000, Span(5_000_000, 5_000_009), width=80)

        assert "Article 3" == cut.marked
        assert cut.before.startswith("…")
        assert cut.after.endswith("…")
