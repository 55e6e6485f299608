"""How texts and names are folded and told apart letter by letter; by itself, for the compiler needs it too."""


def fold(text: str) -> str:
    """
    The text in lower case, code point for code point, so that offsets stay true.

    ``str.lower`` makes two code points of "İ" (U+0130) and of no other; that one becomes a plain "i".
    """
    return text.replace("\u0130", "i").lower()


def words_of(text: str) -> list[str]:
    """The words of *text*, folded."""
    return spaced(text).split()


def spaced(text: str) -> str:
    """
    The folded text with a space for everything that is neither letter nor digit, code point for code point.

    By way of bytes, since a table over bytes and a plain split are many times as fast as a pattern for words.
    """
    folded = fold(text)
    if not folded.isascii():
        others = set(folded.encode("utf-8", "replace").translate(None, _ASCII).decode("utf-8"))
        for sign in others:
            if not sign.isalnum():
                folded = folded.replace(sign, " ")
    return folded.encode("utf-8", "replace").translate(_SPACES).decode("utf-8")


_ASCII = bytes(range(128))
_SPACES = bytes(byte if byte > 127 or chr(byte).isalnum() else 32 for byte in range(256))


def has_cyrillic(name: str) -> bool:
    """Whether some of its letters are Cyrillic."""
    return any("а" <= letter <= "ї" for letter in name.lower())


def slips(one: str, other: str, *, most: int) -> int:
    """
    How many letters were added, left out, changed or exchanged with their neighbour; ``most + 1`` when more than
    *most*.
    """
    from rapidfuzz.distance import OSA  # only a name that nobody knows needs it

    return OSA.distance(one, other, score_cutoff=most)


def plain_number(raw: str) -> str:
    """
    An application's number as the Court writes it: "27 765/09", "27.765/09", "27765-09", "27765/2009", "027765/09" and,
    with the year first, "09/27765" are "27765/09".
    """
    left, slash, year = raw.partition("/")
    if slash and len(left) > YEAR and len(year) == YEAR and left.isdigit() and left[0] != "0":
        return raw
    figures = "".join(raw.split()).translate(_SIGNS)
    left, slash, year = figures.rpartition("/")
    if not slash:  # a point may stand for the slash, and for the thousands beside one
        left, _, year = figures.rpartition(".")
    left, year = left.replace(".", ""), year.replace(".", "")
    if is_year(left) and len(year) > YEAR and not is_year(year):
        left, year = year, left
    return f"{left.lstrip('0') or '0'}/{year[-YEAR:]}"


def is_year(figures: str) -> bool:
    """Whether they may be the year of an application: two of them, or four of this century or the last."""
    return len(figures) == YEAR or (len(figures) == 2 * YEAR and figures.startswith(("19", "20")))


YEAR = 2
"""So many figures of the year stand in an application's number."""
# What is written for the slash, and between the thousands.
_SIGNS = str.maketrans(dict.fromkeys("\\:-\u2010\u2011\u2013", "/") | dict.fromkeys(",'’", ""))
