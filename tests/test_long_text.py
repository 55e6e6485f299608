"""Texts of millions of characters are kept and put together as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refoulement_lint.formats import markdown
from refoulement_lint.model import long_text


@pytest.fixture(scope="module", autouse=True)
def _every_text_is_long():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_text, "LONG_TEXT", 0)
        yield


pieces_of_text = st.lists(st.text(max_size=40), max_size=12)


@given(pieces_of_text)
def test_a_long_text_is_kept_and_read_again(pieces):
    text = "".join(pieces)
    held = long_text.kept(text)
    assert held == text if text.isascii() else isinstance(held, bytes)
    assert long_text.read_again(held) == text
    assert long_text.kept(held) == held


@given(pieces_of_text)
def test_a_long_text_is_joined_from_its_pieces(pieces):
    text = "".join(pieces)
    assert long_text.joined(iter(pieces), len(text)) == text


def test_a_document_says_line_and_column():
    text = "one\ntwo\n\nthe end"
    document = markdown.of(text)
    for offset, character in enumerate(text):
        line = text[:offset].count("\n") + 1
        assert document.line_and_column(offset) == (line, offset - text.rfind("\n", 0, offset)), character
    assert document.source == text
