"""Bytes to characters: byte order mark, UTF-8, what the user says, and last a guess that is said aloud."""

from __future__ import annotations

import codecs
import re

from refoulement_lint.late import late
from refoulement_lint.model import DocumentError, Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Codecs of ordinary text. Others of Python's (punycode, unicode_escape, utf-7) can make surrogates or take very long.
_ORDINARY = late(r"(?:ascii|utf-8(?:-sig)?|utf-(?:16|32)(?:-[lb]e)?|cp\d+|koi8-[rut]|iso8859-\d+|mac-\w+|ptcp154)\Z")

# The small letters beyond ASCII of the languages that each encoding was used for, commonest first. cp1252 is first: on
# a tie (German is the same in three of them) the commonest encoding is named.
_ALPHABETS: dict[str, tuple[str, ...]] = {
    "cp1252": ("éèàçêôîâùûëïœ", "äöüß", "ñáéíóú", "äöåé", "æøåé", "àèéìòù", "ãõçáéíóúâêà"),
    "cp1250": ("ąęłóśżćńź", "áíéěřčšžýůúťďň", "áčéíľňóšťúýžô", "éáíóöőúüű", "čćđšž", "ăâîşţ"),
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž", "ąęłóśżćńź"),
    "cp1251": ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "оаиніївртеєґьяюс", "аніыўоесяйзць"),
    "koi8-r": ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",),
}
_CYRILLIC = ("cp1251", "koi8-r")
_COMMON_SIGNS = "§–—…°№„“”‘’«»\xa0\xad€•"


def decode(raw: bytes, encoding: str | None = None) -> tuple[str, str, tuple[Problem, ...]]:
    """
    The text of *raw*, the encoding it was read in, and what to say about that.

    Args:
        raw: The whole file.
        encoding: What the user says it is in; ``None`` to find out.

    Returns:
        Text without byte order mark and without lone surrogates, line ends as they are; Python's name of the encoding;
        a ``guessed-encoding`` problem where it was neither marked nor UTF-8 nor given.

    Raises:
        DocumentError: The bytes are no text, mix two encodings, or do not fit *encoding*.
    """
    if encoding is not None:
        return _decoded(raw, _codec(encoding)), _codec(encoding), ()
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _refuse_binary(_decoded(raw, name)), name, ()
    failed: UnicodeDecodeError | None = None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        failed = error
    else:
        if "\x00" not in text[:4096]:
            return _refuse_binary(text), "utf-8", ()
    wide = _utf_16_without_mark(raw)
    if wide:
        return _refuse_binary(_decoded(raw, wide)), wide, (_guessed(wide),)
    if failed is None:
        return _refuse_binary(text), "utf-8", ()
    _refuse_binary(raw[:65536].decode("latin-1"))
    return _guess(raw, failed)


def _codec(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        name = ""
    if not _ORDINARY.match(name):
        raise DocumentError(
            f"the encoding {encoding!r} is not known; write for example utf-8, utf-16, cp1252, "
            "cp1250, cp1257, cp1251 or koi8-r."
        )
    return name


def _decoded(raw: bytes, name: str) -> str:
    try:
        text = raw.decode(name)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"it is not written in {name} throughout: byte 0x{raw[error.start]:02X} at byte {error.start:,} does "
            "not fit. Save it as UTF-8."
        ) from None
    return text[1:] if text.startswith("\ufeff") else text


def _refuse_binary(text: str) -> str:
    """The text, unless one character in a thousand is NUL or more than one in fifty another control character."""
    nuls = text.count("\x00")
    controls = 0 if text.isprintable() else len(re.findall(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]", text[:65536]))
    if nuls * 1000 > len(text) or controls * 50 > min(len(text), 65536):
        raise DocumentError("it is a binary file, not a text; give a .docx, .md or .txt file.")
    return text


def _utf_16_without_mark(raw: bytes) -> str | None:
    """``utf-16-le`` or ``-be`` when every second byte is nearly always the high byte of a letter used in Europe."""
    head = raw[:4096]
    if len(raw) % 2 or len(head) < 8 or b"\x00" not in head:
        return None
    for name, high, low in (("utf-16-le", head[1::2], head[0::2]), ("utf-16-be", head[0::2], head[1::2])):
        european = sum(high.count(byte) for byte in (0, 1, 2, 3, 4, 0x20))
        if european * 10 > len(high) * 9 and high.count(0) and low.count(0) * 50 <= len(low):
            return name
    return None


def _guess(raw: bytes, failed: UnicodeDecodeError) -> tuple[str, str, tuple[Problem, ...]]:
    valid = len(re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", raw))
    high = len(raw.translate(None, bytes(range(128))))
    if valid * 4 > high:  # a quarter at least of the high bytes open a well-formed UTF-8 character: no accident
        line = raw.count(b"\n", 0, failed.start) + 1
        raise DocumentError(
            f"it mixes UTF-8 with another encoding: byte 0x{raw[failed.start]:02X} in line {line} is not UTF-8. "
            "Open it in an editor and save it as UTF-8."
        )
    odd_bytes = {bytes([byte]): raw.count(byte) for byte in range(128, 256) if byte in raw}
    # Where there are Cyrillic letters at all, they are most of the letters.
    latin = sum(raw.count(letter) for letter in b"aeinorst")
    best, best_score = "", 0.0
    for name, alphabets in _ALPHABETS.items():
        if name in _CYRILLIC and latin > high:
            continue
        score = max((_likelihood(odd_bytes, name, alphabet) for alphabet in alphabets), default=0.0)
        if score > best_score + 1e-9:
            best, best_score = name, score
    if not best:
        raise DocumentError("its encoding cannot be told; give it with --encoding, or save the file as UTF-8.")
    return _decoded(raw, best), best, (_guessed(best),)


def _likelihood(odd_bytes: dict[bytes, int], name: str, alphabet: str) -> float:
    """From -1 to 1: how much the bytes beyond ASCII look like the letters of *alphabet* when read in *name*."""
    score = 0.0
    for byte, count in odd_bytes.items():
        try:
            character = byte.decode(name)
        except UnicodeDecodeError:
            return -1.0
        place = alphabet.find(character)
        if place >= 0:
            score += count * (1 - place / 100)  # a common letter says a little more than a rare one
        elif character.lower() in alphabet:
            score += count * 0.3
        elif character in _COMMON_SIGNS:
            score += count * 0.2
        else:
            score -= count
    return score / sum(odd_bytes.values())


def _guessed(name: str) -> Problem:
    return Problem(
        "guessed-encoding",
        f"the file does not say its encoding and is not UTF-8; it was read as {name}, judging by its letters",
    )
