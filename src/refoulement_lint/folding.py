"""How a text is folded before anything is looked for in it; by itself, for the compiler needs it too."""


def fold(text: str) -> str:
    """
    The text in lower case, code point for code point, so that offsets stay true.

    ``str.lower`` makes two code points of "İ" (U+0130) and of no other; that one becomes a plain "i".
    """
    return text.replace("\u0130", "i").lower()
