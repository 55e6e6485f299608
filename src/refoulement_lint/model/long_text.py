"""Texts of millions of characters: how they are kept and put together without holes in memory."""

from collections.abc import Iterable

LONG_TEXT = 1_000_000
"""Characters from which on memory counts."""


def kept(text: str | bytes) -> str | bytes:
    """*text*, a long one in UTF-8 where that is shorter: one odd letter doubles every character of a string."""
    if isinstance(text, bytes) or len(text) < LONG_TEXT or text.isascii():
        return text
    return text.encode("utf-8", "surrogatepass")


def read_again(held: str | bytes) -> str:
    """The text that was `kept`."""
    return held if isinstance(held, str) else held.decode("utf-8", "surrogatepass")


def joined(pieces: Iterable[str], length: int) -> str:
    """
    The *pieces* as one text of about that *length* in characters.

    Thousands of pieces at once, or a growing buffer, would leave holes that nothing later fills: 10 MB of them beside a
    text of 10 MB. A map of its own is given back whole.
    """
    if length < LONG_TEXT:
        return "".join(pieces)
    from mmap import mmap  # for long texts only

    with mmap(-1, 4 * length + 4) as held:  # no character takes more; what is not written takes no memory
        for piece in pieces:
            held.write(piece.encode("utf-8", "surrogatepass"))
        with memoryview(held) as whole, whole[: held.tell()] as written:
            return str(written, "utf-8", "surrogatepass")
