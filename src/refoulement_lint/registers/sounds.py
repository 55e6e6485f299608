"""
Names in Cyrillic letters held against Latin ones, by how they sound.

There is no one way back: "Джураев" is Dzhurayev, Djuraev and Juraev, "Альзери" is Alzery, "Хирси" Hirsi, and the name
is declined. What stays through GOST, BGN and passports is the row of consonants, each kind of hissing sound for the
other. Enough beside a number, a symbol or a day that is the case's own, and nowhere else.
"""

from __future__ import annotations

import re
from functools import lru_cache

from refoulement_lint.folding import has_cyrillic, slips
from refoulement_lint.late import late
from refoulement_lint.registers.names import without_marks

# Letters and groups of letters → the kind of consonant; vowels, signs and "y" have none.
_CYRILLIC = {
    "дж": "s", "дз": "s", "кс": "ks", "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "ж": "s", "з": "s", "к": "k",
    "л": "l", "м": "m", "н": "n", "п": "p", "р": "r", "с": "s", "т": "t", "ф": "f", "х": "h", "ц": "s", "ч": "s",
    "ш": "s", "щ": "s",
}  # fmt: skip
_LATIN = {
    "shch": "s", "schtsch": "s", "tsch": "s", "dzh": "s", "tch": "s", "sch": "s", "dsch": "s", "sh": "s", "zh": "s",
    "ch": "s", "cz": "s", "sz": "s", "rz": "s", "ts": "s", "tz": "s", "dj": "s", "dz": "s", "kh": "h", "gh": "h",
    "ph": "f", "th": "t", "ck": "k", "qu": "kv", "ce": "s", "ci": "s", "cy": "s", "dge": "s", "x": "ks", "b": "b",
    "c": "k", "d": "d", "f": "f", "g": "h", "h": "h", "j": "s", "k": "k", "l": "l", "m": "m", "n": "n", "p": "p",
    "q": "k", "r": "r", "s": "s", "t": "t", "v": "v", "w": "v", "z": "s",
}  # fmt: skip
# A letter of Cyrillic → the Latin ones that an initial may be.
_INITIALS = {
    "а": "a", "б": "b", "в": "vwb", "г": "ghj", "ґ": "g", "д": "dj", "е": "ejy", "ё": "ejyi", "ж": "jzg", "з": "zsx",
    "и": "iyej", "і": "iyj", "ї": "iyj", "й": "yji", "к": "kcqx", "л": "l", "м": "m", "н": "nh", "о": "o", "п": "p",
    "р": "rp", "с": "scz", "т": "t", "у": "uwyo", "ф": "fp", "х": "xhkч", "ц": "ctz", "ч": "ct", "ш": "s", "щ": "s",
    "ы": "yi", "э": "eao", "є": "eyj", "ю": "yuji", "я": "yjai",
}  # fmt: skip
# Letters of one alphabet that the other writes with two and more → one that `_INITIALS` knows. In Latin alone "th"
# and the like are two initials as well, which the stops between them show.
_IN_TWO = {
    "дж": "j", "дз": "ж", "уа": "w", "кс": "x", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "shch": "щ",
    "yu": "ю", "ya": "я", "ye": "е", "yo": "ё", "tch": "ч", "dj": "j", "dzh": "j", "tz": "ц", "iu": "ю", "ia": "я",
    "ju": "ю", "ja": "я", "je": "е", "jo": "ё",
}  # fmt: skip
_FEWEST = 2
"""Consonants of a word by which it is told; of fewer the vowels must agree as well."""
_LONG = 4
"""Consonants in which one may differ: a letter that is mute in one language, an ending of a case."""
_OTHERS = frozenset("и та й і and et others autres other al др ін другие другим других інші інших".split())
_VERSUS = late(r"\s(?:против|проти|v\.?|vs\.?|c\.)\s", re.IGNORECASE)
_WORDS = late(rf"(?:(?:[^\W\d_]|{'|'.join(_IN_TWO)})\.\s?)++|[^\W\d_]+(?:[’'`-][^\W\d_]+)*")
_LATIN_SOUND = late("|".join(sorted(_LATIN, key=len, reverse=True)))
_CYRILLIC_SOUND = late("|".join(sorted(_CYRILLIC, key=len, reverse=True)))


def same_sound(written: str, title: str) -> bool:
    """
    Whether the applicants of a name in Cyrillic letters sound like those of *title*; given names may be left out.
    """
    ours, theirs = (_words(_VERSUS.split(name, maxsplit=1)[0]) for name in (written, title))
    shorter, longer = sorted((ours, theirs), key=len)
    left = [*longer]
    for word in shorter:
        like = next((other for other in left if _alike(word, other)), None)
        if like is None:
            return False
        left.remove(like)
    return bool(shorter)


def same_state(written: str, title: str) -> bool:
    """Whether the respondents sound alike: "против Казахстана", "v. Kazakhstan"."""
    sides = [_VERSUS.split(name, maxsplit=1)[1:] for name in (written, title)]
    return all(sides) and any(_alike(one, other) for one in _words(sides[0][0]) for other in _words(sides[1][0]))


def _words(side: str) -> tuple[str, ...]:
    plain = without_marks(side.lower().replace("й", "и")) if not has_cyrillic(side) else side.lower()
    return tuple(word for word in _WORDS.findall(plain) if word.strip(". ") not in _OTHERS)


def _alike(one: str, other: str) -> bool:
    ours, theirs = sounds(one), sounds(other)
    if "." in one or "." in other or min(len(one), len(other)) == 1:
        return _same_initials(one, other)
    if min(len(ours), len(theirs)) < _FEWEST:
        return ours == theirs and abs(len(one) - len(other)) < _FEWEST + 1
    return ours == theirs or (min(len(ours), len(theirs)) >= _LONG and slips(ours, theirs, most=1) <= 1)


def _same_initials(one: str, other: str) -> bool:
    letters = [_initials(word) for word in (one, other)]
    return len(letters[0]) == len(letters[1]) and all(
        left == right or right in _INITIALS.get(left, "") or left in _INITIALS.get(right, "")
        for left, right in zip(*letters, strict=True)
    )


def _initials(word: str) -> list[str]:
    """
    The letters of "А.Р.Дж." or "Kh.A.", each as the first of those that write it: what stands between two stops is one
    letter of the other alphabet.
    """
    return [
        letter
        for piece in re.findall(r"[^\W\d_]+", word)
        for letter in ([_IN_TWO[piece]] if piece in _IN_TWO else piece)
    ]


@lru_cache(maxsize=1024)
def sounds(word: str) -> str:
    """The consonants of a word, doubled ones once: "Абдусаматов" and "Abdussamatov" are ``"bdsmtv"``."""
    if has_cyrillic(word):
        row = "".join(_CYRILLIC[found[0]] for found in _CYRILLIC_SOUND.finditer(word))
    else:
        row = "".join(_LATIN[found[0]] for found in _LATIN_SOUND.finditer(without_marks(word.lower())))
    return re.sub(r"(.)\1+", r"\1", row)
