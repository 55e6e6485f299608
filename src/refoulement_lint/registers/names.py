"""
Names of cases: when two ways of writing are one name.

`fold_name` is the one way in which names are compared, everywhere: in the compiled register, in look-ups, in checks.
Its decisions are the table of ``tests/registers/test_names.py``. Standard library only, since the build needs it too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from refoulement_lint.folding import slips
from refoulement_lint.late import late

# Letters that no Unicode decomposition brings to their plain form.
_PLAIN = str.maketrans(
    {"ł": "l", "đ": "d", "ð": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ə": "e"}
    # Greek and Cyrillic letters, and a small capital, that stand for Latin ones in HUDOC titles and pasted text.
    | {"ο": "o", "ɪ": "i", "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i"}
)
# Between the parties: "v." (house style), "v" (OSCOLA), "c." and "contre" (French, old decisions), "gegen", "vs".
# What follows is looked at and not taken: in "B and V v. France" one space stands between an applicant and the "v.".
_VERSUS = late(
    r"\s+(?:v\.?|vs\.?|versus|against|contre|gegen|gg\.?|kontra|przeciwko|prieš|pret|mot|mod|contra|contro|tegen|vastaan|p\.|t\.|\./\.|против|проти|κατά"
    r"|proti|împotriva)(?=\s)",
    re.IGNORECASE,
)
_CONTRE = late(r"\s+c(?:[./]|(?=\s))(?=\s*\S)", re.IGNORECASE)
# The "c." of a French title as it is printed; a capital may be an initial.
_SMALL_CONTRE = late(r"\s+c[./](?=\s*[^\W\d_])")
# "(no. 2)", "(No 2)", "(n° 2)", "(II)" are part of a title; "(dec.)", "[GC]", "(just satisfaction)" say what it is.
_SERIES = late(
    r"[(\[]\s*(?:(?:n(?:o|os|r)?\.?\s?[°ºo]?\s?s?|№)\s?"
    r"(\d{1,2}(?:(?:,\s?|,?\s(?:and|et|und|i|&)\s)(?:no\.?\s)?\d{1,2})*|(?-i:[IVX]{1,5}))|((?-i:[IVX]{1,5})))\s*[)\]]",
    re.IGNORECASE,
)
_ROMAN = late(r"(?:[(\[][IVX]{1,5}[)\]]|[IVX]{1,5}\))$")
_MARKERS = late(
    r"[(\[]\s*(?:gc|dec\.?|déc\.?|committee|comité|plenary|just satisfaction|satisfaction équitable|strik\w+ out"
    r"|radiation|r[eé]vision(?:\s[–-]\s\w+)?|merits|fond|preliminary objections?|exceptions? préliminaires?"
    r"|friendly settlement|règlement amiable|extracts?|extraits?|interpr[eé]tation|article 41|article 50|chamber"
    r"|grand chamber|rectif\w+)"
    r"\s*[)\]]",
    re.IGNORECASE,
)
# What HUDOC says of the print behind a name: "[Extracts]", "- [Italian Translation] by the Ministry of Justice",
# "(Volume I)".
_PRINT = late(
    r"\s(?:-\s)?\[(?:Extracts|[A-Z][a-z]+ [Tt]ranslation)\].*$|\s\(Volume [IV]+\)$"
    # Marks of a footnote that is not there.
    r"|(?<=\w)\*{1,2}(?=\s\(N|$)"
)
_CASE_OF = late(r"^\s*(?:the\s+)?(?:case\s+of|affaire)\s+", re.IGNORECASE)
_BRACKETS = late(r"[(\[][^()\[\]]*[)\]]")
# A name between these words is in Cyrillic letters as a whole, and not in Latin ones with a stray look-alike.
_CYRILLIC = late(r"\s(?:против|проти)\s", re.IGNORECASE)
# The name as it is, behind the one translated: "Л.М. и другие (L.M. and Others) против России".
_ORIGINAL = late(r"\(([A-Z][A-Za-z.,&'’ -]{2,80})\)\s*$")
_TO_LATIN = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэіґ", "abvgdeziyklmnoprstufyeig", strict=True))
    | {"ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ї": "i"}
    | {"є": "e", "ъ": "", "ь": ""}
)
_CYRILLIC_OTHERS = late(r"\s(?:и|та|й|і|and)\s(?:други(?:е|х|м|ми)|інш(?:і|их|им|ими)|others)$", re.IGNORECASE)
# "m.fl.", "ynnä muut", "e.a.": "and others" in words of which each alone says something else.
_AND_OTHERS = late(
    r"(?<=\S)\s(?:et\sa\.|m\.\s?fl\.|mfl\.|ynnä\smuut|ym\.?|i\sin(?:\.|ni|nych|nym|nymi)|ir\skt\.|ir\skit(?:i|ų|us|iems)|un\sc(?:\.|it(?:i|u|us|iem))|ja\smuut|jt\.|a\sdalší|a\sďalší|a\siní|a\sostatní|i\sdrugi|și\salții|şi\salţii|и\sдруги|e\.?\s?a\.|u\.\s?a\.?|u\.\s?c\.|ua\.?|és\stársai|és\smások|και\s(?:λοιποί|άλλοι)|jt|и\sдр\.|та\sін\.)(?=\s|$)"
)
_WORDS = late(r"[^\W_]+|[,;]")
_APOSTROPHES = late(r"[’'ʼ`´]")
# How HUDOC's capitals become a title, see `titled`.
# The number in a series without its brackets: "VAJNAI v. HUNGARY NO.4".
_BARE_SERIES = late(r"(?<=\w)\sN[Oo]\.?\s?(\d{1,2})$")
# HUDOC parts applicants of old decisions by semicolons: "B. ; S. ; AND K. v. THE UNITED KINGDOM".
_LISTED = late(r"(?:\sAND)?\s;(?:\sAND)?\s")
_SMALL = {
    "AND": "and",
    "ET": "et",
    "OF": "of",
    "THE": "the",
    "V.": "v.",
    "C.": "c.",
    "CONTRE": "contre",
    "LA": "la",
    "LES": "les",
}
_INITIALS = late(r"(?:\w\.)+,?$")
_LETTERS = late(r"[^\W\d_]+")
_INITIALS_IN_ROW = late(r"\b((?:[a-z]\.\s?)+)")
_PLAIN_WORD = late(r"[^\W_]+")
# Not part of what tells two names apart. "others" goes with the "and" before it.
_JOINING = frozenset({"and", "et", "und", "the", "of"})
_BETWEEN = frozenset({"and", "et", "und"})
_OTHERS = frozenset(
    "others other autres autre al andere ors another anor inni inne kiti citi muut andra otros otras "
    "altri altre muut teised anderen anderer другие інші dalsi ostatni ini altii".split()
)
# "and" in the languages that write it with one letter or like a name; small letters between two words only, for "I."
# is an applicant in "I. v. Sweden".
_AND = late(r"(?<=\S)\s(?:i|y|e|a(?=\s[A-ZÀ-ÖØ-Ž])|și|şi|ir|un|ja|och|og|en|és|και|и|та|і|й|u\.)\s(?=\S)")


_REDRESS = late(r"\(article (41|50)\)", re.IGNORECASE)
# Which of several judgments in a case it is, as HUDOC has it behind the name; the Court prints it in small letters.
_WHICH = late(
    r"\((?:just satisfaction|revision(?: [–-] \w+)?|interpretation|merits|preliminary objections?|striking out)\)",
    re.IGNORECASE,
)
_WHICH_IN_FRENCH = {
    "just": "satisfaction équitable", "revision": "révision", "interpretation": "interprétation", "merits": "fond",
    "preliminary": "exceptions préliminaires", "striking": "radiation",
}  # fmt: skip
_DASH = late(r"\w\s[-–]\s\w")
_JOINED = late(r",\s|\s(?:and|et|und|&)\s")


@lru_cache(maxsize=1024)
def fold_name(name: str) -> str:
    """
    The name as the register compares it: ``"M.S.S. v. Belgium and Greece"`` → ``"mss v belgium greece"``.

    Lower case without diacritics; initials with or without stops are one word; "and others", "&", articles, "Case of",
    formation and kind marks and the series number do not count. ``"NA."`` and ``"N.A."`` fold together: the number
    tells those apart.
    """
    applicant, respondent = parties(name)
    return f"{applicant} v {respondent}" if respondent else applicant


@lru_cache(maxsize=1024)
def parties(name: str) -> tuple[str, str]:
    """Applicant and respondent, each folded; the second is empty where the name has no "v."."""
    name = _without_marks(_CASE_OF.sub("", name))
    name = _AND.sub(" and ", _AND_OTHERS.sub(" and others", name))
    if _CYRILLIC.search(name):
        versus = _VERSUS.search(name)
        if versus is not None:
            original = _ORIGINAL.search(name, 0, versus.start())
            if original is not None:
                return fold_words(_AND_OTHERS.sub(" and others", original[1])), fold_words(name[versus.end() :])
            applicant = fold_words(_CYRILLIC_OTHERS.sub("", name[: versus.start()]).lower().translate(_TO_LATIN))
            return applicant, fold_words(name[versus.end() :])
    place = _versus(name)
    if place is None or not name[: place.start()].strip():
        return fold_words(name), ""
    return fold_words(name[: place.start()]), fold_words(name[place.end() :])


def _versus(name: str) -> re.Match[str] | None:
    """
    What stands between the parties: "v." may be an initial of the applicant, so the last one; and "T.", "P." or
    "gegen" before the "c." of a French title is part of the applicant's name, "K. et T. c. Finlande".
    """
    places = list(_VERSUS.finditer(name)) or list(_CONTRE.finditer(name))
    if not places:
        return None
    return _SMALL_CONTRE.search(name, places[-1].end()) or places[-1]


def _without_marks(name: str) -> str:
    """The name without marks of formation and kind and without its number in a series, all of which are in brackets."""
    return _MARKERS.sub(" ", _SERIES.sub(" ", name)) if "(" in name or "[" in name else name


def in_cyrillic(name: str) -> bool:
    """Whether the whole name is written in Cyrillic: a translation, which cannot be compared letter by letter."""
    return _CYRILLIC.search(name) is not None


def series(name: str) -> str:
    """
    The series number in a title, ``"2"`` of ``"Shahzad v. Hungary (no. 2)"`` or ``"(II)"``, ``"1-2"`` of ``"(nos. 1 and
    2)"``; or empty.
    """
    found = _SERIES.search(name)
    if found is None:
        return ""
    written = found[1] or found[2]
    return "-".join(re.findall(r"\d+", written)) or str(_as_number(written.upper()))


def _as_number(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def fold_words(text: str) -> str:
    """One party, folded; see `fold_name`."""
    if text.isascii():
        text = text.lower().replace("'", "").replace("`", "")
    else:
        text = without_marks(_APOSTROPHES.sub("", text).lower()).translate(_PLAIN)
    words: list[str] = []
    initials = False  # whether the word before is made of single letters, which the next one then joins
    before = ""
    for token in _WORDS.findall(text.replace("&", " and ")):
        # "et al." and "& Ors" are others; "In AL v Germany" and "In Örs v Turkey" name one.
        others = token in _OTHERS and words and (token not in ("al", "ors") or before in ("et", "and"))
        before = token
        if token in _BETWEEN and not words:
            words.append(token)  # nobody begins or ends with "and": the initials of "ET v France"
            initials = False
        elif token in ",;" or token in _JOINING or others:
            initials = False
        elif len(token) == 1 and token.isalpha():
            if initials:
                words[-1] += token
            else:
                words.append(token)
            initials = True
        elif not token.isdigit() or not words:
            words.append(token)
            initials = False
    if before in _BETWEEN and words[-1] != before:
        words.append(before)
    return " ".join(words)


def without_marks(text: str) -> str:
    """The text without accents: "Géorgie" is "Georgie"."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def words_of(name: str) -> frozenset[str]:
    """The words of a name of Luxembourg without diacritics, initials as one: "N.S." is "ns"."""
    plain = without_marks(name.lower())
    plain = _INITIALS_IN_ROW.sub(lambda initials: re.sub(r"[.\s]", "", initials[0]) + " ", plain)
    return frozenset(_PLAIN_WORD.findall(plain))


def variants(name: str) -> tuple[str, ...]:
    """
    Every applicant under which a title is found: as it stands, and without what is in brackets.

    ``"Othman (Abu Qatada) v. the United Kingdom"`` is found as "othman abu qatada" and as "othman".
    """
    applicant = parties(name)[0]
    if _CYRILLIC.search(name):
        return _romanised(name, applicant)
    bare = _without_marks(name)
    if not _BRACKETS.search(bare):
        return (applicant,)
    without = parties(_BRACKETS.sub(" ", bare))[0]
    return (applicant,) if without in ("", applicant) else (applicant, without)


def _romanised(name: str, applicant: str) -> tuple[str, ...]:
    """
    The applicant of a name in Cyrillic in each of the ways in which the Court writes such names: "Бакоев" is "Bakoyev"
    there, "Чахал" is "Chahal", "Джамаа" is "Jamaa", "Гарнага" is "Garnaga".
    """
    versus = _VERSUS.search(name)
    if versus is None or _ORIGINAL.search(name, 0, versus.start()) is not None:
        return (applicant,)
    begun = _CYRILLIC_OTHERS.sub("", _AND.sub(" and ", _AND_OTHERS.sub(" and others", name[: versus.start()])))
    forms = [begun.lower()]
    for sound, written in (*_SOUNDS, *(_UKRAINIAN_SOUNDS if versus[0].strip() == "проти" else ())):
        if len(forms) < _MOST_FORMS:
            forms.extend([other for form in forms if (other := re.sub(sound, written, form)) != form])
    return tuple(dict.fromkeys((applicant, *(fold_words(form.translate(_TO_LATIN)) for form in forms))))


# What the Court's own spelling of such names does otherwise than letter by letter, now and then.
_SOUNDS = ((r"(?<![бвгджзйклмнпрстфхцчшщ])е", "ye"), ("х", "h"), ("дж", "j"), (r"ий(?!\w)", "y"), ("кс", "x"))
_UKRAINIAN_SOUNDS = (("и", "y"), ("г", "h"), ("є", "ye"), ("ї", "yi"), ("й", "i"))
_MOST_FORMS = 32


def same_applicant(written: str, registered: str) -> bool:
    """
    Whether the applicants fold alike, a bracketed part given or not.

    Two bracketed parts that differ by a slip are one part misspelt, and no way of writing the name.
    """
    return bool(set(variants(written)) & set(variants(registered))) and not slipped_in_brackets(written, registered)


def slipped_in_brackets(written: str, registered: str) -> bool:
    """Whether the applicants are the same but for a slip in what both have in brackets."""
    ours, theirs = variants(written), variants(registered)
    if len(ours) < 2 or len(theirs) < 2 or ours[0].replace(" ", "") == theirs[0].replace(" ", ""):
        return False  # "AL (XW)" is "A.L. (X.W.)"
    return slips(ours[0], theirs[0], most=2) <= 2


def spelt_by_sound(written: str, registered: str) -> bool:
    """
    Whether the applicants differ only as languages spell the same Russian letters: "Mamatkułow i Askarow przeciwko
    Turcji". Beside the Court's own "v." they are spelt as the Court does.
    """
    if " v. " in written or " v " in written:
        return False
    versus = _versus(written)  # the hook of "prieš" is none of the applicant's
    applicant = (written[: versus.start()] if versus else written).lower()
    hooked = applicant.translate(_HOOKS)
    ours, theirs = variants(hooked)[0], variants(registered)[0]
    if ours == theirs and hooked != applicant:
        return True  # "Šarifi"
    between = versus[0].strip().lower() if versus else ""
    if between in _OF_THE_BALTIC and (ended := _without_ending(ours, theirs)) != ours:
        return any(_sounding(ended, of_ch) == _sounding(theirs) for of_ch in _CH)
    if between in _CASES and (plain := _in_the_nominative(ours, theirs, _CASES[between])) != ours:
        return plain == theirs or any(_sounding(plain, of_ch) == _sounding(theirs) for of_ch in _CH)
    # One letter alone is a slip of the pen as likely as another language's.
    return slips(ours, theirs, most=1) > 1 and any(_sounding(ours, of_ch) == _sounding(theirs) for of_ch in _CH)


_HOOKS = str.maketrans({"š": "sh", "č": "ch", "ž": "zh", "ş": "sh"})

# Between these parties a man's name has the ending that all have: "Hasanovs", "Chasanovas".
_OF_THE_BALTIC = ("pret", "prieš")
_ENDING = late(r"(?<=\w{3})[aiuy]?s$")


def _without_ending(written: str, registered: str) -> str:
    """The applicant written without the endings of Latvian and Lithuanian that the one registered does not have."""
    words, others = written.split(), registered.split()
    if len(words) != len(others):
        return written
    return " ".join(
        _ended(word, other) if word[-1] == "s" != other[-1] else word for word, other in zip(words, others, strict=True)
    )


def _ended(word: str, other: str) -> str:
    """ "chasanovas" → "chasanov"; before the ending "-sky" is "-ski"."""
    bare = _ENDING.sub("", word)
    tail = _SOFT.search(other)
    return bare + tail[0] if tail else bare


_SOFT = late(r"[iy]{1,2}$")

# "w sprawie Chahala przeciwko", "byloje Sulaimanovo prieš", "lietā Čahala pret": how a name ends in the case that such
# a phrase asks for, and the vowels in whose place the ending stands.
_POLISH = ("ego", "iego", "owi", "em", "iem", "a", "u", "y", "i", "ii", "ej", "emu", "iemu")
_CASES = {
    "przeciwko": _POLISH,
    "p.": _POLISH,
    "prieš": ("o", "io", "os", "es", "ies", "ui", "aus", "iaus", "a", "ą"),
    "pret": ("a", "as", "es", "i", "u", "am"),
}
# The same of all, with the genitive of German, for a name between no parties: "Gnandiego", "Torubarova", "Jawos".
_IN_ANY_CASE = tuple(
    dict.fromkeys(
        (
            *("", "s", "e", "m", "is", "us", "im", "om", "am", "ai", "ie", "iu", "iej", "go", "mu"),
            *(ending for endings in _CASES.values() for ending in endings),
        )
    )
)
SHORTEST_DECLINED = 4
"""Letters of a name that an ending may be told from."""


def _in_the_nominative(written: str, registered: str, endings: tuple[str, ...]) -> str:
    """The applicant written with the words as registered that have an ending of the language more, or in exchange."""
    words, others = written.split(), registered.split()
    if len(words) != len(others):
        return written
    return " ".join(
        other if word != other and _is_declined_by_sound(word, other, endings) else word
        for word, other in zip(words, others, strict=True)
    )


def _is_declined_by_sound(word: str, nominative: str, endings: tuple[str, ...]) -> bool:
    """Whether it is declined as it stands, or once both are spelt alike: "szerowa" of "sherov"."""
    if is_declined(word, nominative, endings):
        return True
    # What sounds the same has no ending more, and may be a slip.
    plain = _sounding(nominative)
    return any(ours != plain and is_declined(ours, plain, endings) for ours in (_sounding(word, one) for one in _CH))


def is_declined_name(written: str, registered: str) -> bool:
    """
    Whether every word of the applicant written is one of the applicant registered, in the case that the word between
    the parties asks for: "Agizy przeciwko Szwecji" is "Ahmed Hussein Mustafa Kamil Agiza v. Sweden".
    """
    versus = _versus(written)
    endings = _CASES.get(versus[0].strip().lower()) if versus else None
    if endings is None:
        return False
    ours, theirs = parties(written)[0].split(), parties(registered)[0].split()
    if not ours or len(ours) > len(theirs):
        return False
    return all(any(word == other or _is_declined_by_sound(word, other, endings) for other in theirs) for word in ours)


def nominatives(written: str) -> list[str]:
    """
    What a name between declined parties may be in the nominative, the name itself left out: "Hirsiego Jamaa i innych
    przeciwko Włochom" → "hirsi jamaa przeciwko Włochom", among others. Nothing where nobody declines.
    """
    versus = _versus(written)
    endings = _CASES.get(versus[0].strip().lower()) if versus else None
    if versus is None or endings is None:
        return []
    every: list[list[str]] = [[]]
    for word in parties(written)[0].split():
        forms = [word]
        if len(word) > SHORTEST_DECLINED:
            stems = {word.removesuffix(ending) for ending in endings if word.endswith(ending)}
            stems = {stem for stem in stems if len(stem) >= SHORTEST_DECLINED - 1}
            forms += sorted({stem + vowel for stem in stems for vowel in ("", "a", "e", "i", "o", "y")} - {word})
        if len(every) * len(forms) > _MOST_NOMINATIVES:
            return []
        every = [[*before, form] for before in every for form in forms]
    return [f"{' '.join(words)}{written[versus.start() :]}" for words in every[1:]]


_MOST_NOMINATIVES = 400


def is_declined(word: str, nominative: str, endings: tuple[str, ...] = _IN_ANY_CASE) -> bool:
    """Whether *word* is a name, both folded, with one of the *endings* behind it or in the place of its last vowels."""
    if len(nominative) < SHORTEST_DECLINED:
        return False
    stem = nominative.rstrip("aeiouy") or nominative
    return any(word in (nominative + ending, stem + ending) for ending in endings)


# As German, French, Polish and the Baltic languages, whose hooks are gone by now, write "sh", "ch", "v", "y" and "u".
_SPELT = (
    ("dsch", "dz"), ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("sz", "s"), ("cz", "c"), ("sh", "s"), ("kh", "h"),
    ("zh", "z"), ("w", "v"), ("j", "y"), ("ou", "u"),
)  # fmt: skip
# "ch" is the sound of "child", and where the Court has "kh" that of "Bach".
_CH = ("c", "h")


def _sounding(folded: str, of_ch: str = "c") -> str:
    for letters, sound in _SPELT:
        folded = folded.replace(letters, sound)
    return folded.replace("ch", of_ch)


def same_name(written: str, registered: str) -> bool:
    """
    Whether *written* is a way of writing *registered*.

    The applicants must fold alike, bracketed parts given or not. The respondents are compared only by their words:
    where they differ in language or in age ("Turquie", "Turkey", "Türkiye") the caller, who knows the States,
    decides; a written name without respondent agrees with any. A series number that both have must be the same.
    """
    if not same_applicant(written, registered):
        return False
    ours, theirs = series(written), series(registered)
    if ours and theirs and ours != theirs:
        return False
    respondent, registered_respondent = parties(written)[1], parties(registered)[1]
    return not respondent or not registered_respondent or _same_respondent(respondent, registered_respondent)


_SURNAME = 4
"""Letters of a surname by which a name with the given name and one without are known to be one."""


def same_surname(written: str, registered: str) -> bool:
    """
    Whether one of the two only has a given name more: "Pavla Sabalić v. Croatia" is "Sabalić v. Croatia".

    Enough beside a number that is the case's own, and nowhere else: many applicants share a surname. Spaces alone make
    no other name there: "LGS SpA" is "L.G.S. S.p.a.".
    """
    (ours, respondent), (theirs, registered_respondent) = parties(written), parties(registered)
    numbers = series(written), series(registered)
    if all(numbers) and numbers[0] != numbers[1]:
        return False
    if same_but_for_spaces(written, registered):
        return _same_respondent(respondent, registered_respondent)
    shorter, longer = sorted((ours.split(), theirs.split()), key=len)
    if not shorter or shorter[-1] != longer[-1] or len(shorter[-1]) < _SURNAME or _is_initials(shorter[-1]):
        return False
    return set(shorter) <= set(longer) and _same_respondent(respondent, registered_respondent)


def same_but_for_spaces(written: str, registered: str) -> bool:
    """Whether the applicants are the same letters: "LGS SpA", "L.G.S. S.p.a."; "A. and B." is not "A.B."."""
    ours, theirs = parties(written)[0], parties(registered)[0]
    return ours.replace(" ", "") == theirs.replace(" ", "") != "" and as_many_applicants(written, registered)


def as_many_applicants(written: str, registered: str) -> bool:
    """
    Whether both name as many applicants, "and Others" apart: "Chahal and Sabalić" is no fuller way to write "Sabalić".
    """
    return _applicants(written) == _applicants(registered)


def _applicants(name: str) -> int:
    versus = _versus(name)
    joined = _AND.sub(" and ", name[: versus.start()] if versus else name)
    listed = (part.strip().lower() for part in _JOINED.split(joined))
    return sum(1 for part in listed if part and not _OTHERS.intersection(part.split()))


def of_a_surname(written: str, registered: str) -> bool:
    """
    Whether what one of two such names has more can be given names: a surname is no phrase of three words and more, and
    half of "Kosaitė - Čypienė" is none.
    """
    ours, theirs = parties(written)[0].split(), parties(registered)[0].split()
    dashes = len(_DASH.findall(registered))
    if dashes and len(theirs) == dashes + 1 > len(ours):
        return False
    shorter, longer = sorted((ours, theirs), key=len)
    return len(shorter) < 3 or len(longer) - len(shorter) < 2


def names_of_one(written: str, titles: Iterable[str]) -> bool:
    """
    Whether the applicant written is the applicant of one of *titles*, given name or surname left out or not.

    Only beside a number: the words of the applicants are compared, never those of the respondents.
    """
    ours = set(parties(written)[0].split())
    return any(
        ours <= theirs or theirs <= ours for title in titles if (theirs := set(parties(title)[0].split())) and ours
    )


# The same State under two names, folded: abbreviations, renamings, French. `Store.states` has all of them with their
# codes; these are the ones that a comparison without the register must know.
_STATES = {
    "uk": "united kingdom", "turkiye": "turkey", "republic moldova": "moldova", "russian federation": "russia",
    "former yugoslav republic macedonia": "north macedonia", "macedonia": "north macedonia",
    "fyrom": "north macedonia",
    "czechia": "czech republic", "slovak republic": "slovakia", "bosnia herzegovina": "bosnia herzegovina",
    "turquie": "turkey", "italie": "italy", "russie": "russia", "roumanie": "romania", "pologne": "poland",
    "grece": "greece", "bulgarie": "bulgaria", "royaume uni": "united kingdom", "croatie": "croatia",
    "hongrie": "hungary", "allemagne": "germany", "autriche": "austria", "slovaquie": "slovakia",
    "slovenie": "slovenia", "belgique": "belgium",
    "republique tcheque": "czech republic", "espagne": "spain", "suisse": "switzerland", "azerbaidjan": "azerbaijan",
    "lituanie": "lithuania", "finlande": "finland", "republique moldova": "moldova", "pays bas": "netherlands",
    "georgie": "georgia", "serbie": "serbia", "lettonie": "latvia", "armenie": "armenia", "suede": "sweden",
    "lex republique yougoslave macedoine": "north macedonia", "macedoine du nord": "north macedonia", "malte": "malta",
    "chypre": "cyprus", "albanie": "albania", "danemark": "denmark", "estonie": "estonia", "norvege": "norway",
    "bosnie herzegovine": "bosnia herzegovina", "islande": "iceland", "saint marin": "san marino", "irlande": "ireland",
    "andorre": "andorra",
}  # fmt: skip


def _same_respondent(written: str, registered: str) -> bool:
    return _canonical(written) == _canonical(registered)


@lru_cache(maxsize=512)
def _canonical(respondent: str) -> frozenset[str]:
    """
    The States in a folded respondent, "belgique grece" → {belgium, greece}; words that are no known State stay words.
    """
    words = respondent.split()
    found: list[str] = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + 5), start, -1):
            state = " ".join(words[start:end])
            if state in _STATES:
                found += _STATES[state].split()
                start = end
                break
        else:
            found.append(words[start])
            start += 1
    return frozenset(found)


def near_name(written: str, registered: str) -> bool:
    """
    Whether the applicants differ by a slip: one letter, or two in a name of eight letters and more.

    Initials are never near each other ("M.A." and "M.K." are two people), and neither are names of fewer than five
    letters.
    """
    ours, theirs = parties(written)[0], parties(registered)[0]
    if ours == theirs or not ours or not theirs:
        return False
    if _initials_in(ours) != _initials_in(theirs):
        return False
    shorter = min(len(ours), len(theirs))
    most = 2 if shorter >= 8 else 1
    return shorter >= 5 and slips(ours, theirs, most=most) <= most


def near_respondent(written: str, titles: Iterable[str]) -> bool:
    """
    Whether a name of which perhaps only the last word of the applicant was read is one of *titles* but for a slip in
    the State: "Chahal v. the United Kingdm".
    """
    applicant, respondent = parties(written)
    return bool(applicant) and any(
        f" {theirs}".endswith(f" {applicant}") and len(state) >= _STATE and 0 < slips(respondent, state, most=2) <= 2
        for theirs, state in map(parties, titles)
    )


def near_applicant(written: str, titles: Iterable[str]) -> bool:
    """
    The same where the State is as it should be and the last word of the applicant has the slip: "Heeinz v. the
    Contracting States Party to …".
    """
    applicant, respondent = parties(written)
    last = applicant.rpartition(" ")[2]
    return any(
        _same_respondent(respondent, state) and len(theirs) >= _STATE and slips(last, theirs, most=1) == 1
        for theirs, state in ((name.rpartition(" ")[2], state) for name, state in map(parties, titles))
    )


_STATE = 5
"""Letters of a State's name in which two slips leave it known, and of an applicant's in which one does."""


def _initials_in(applicant: str) -> list[str]:
    """The initials of a folded applicant, sorted."""
    return sorted(word for word in applicant.split() if _is_initials(word))


def is_anonymous(name: str) -> bool:
    """Whether the applicant is initials and nothing more, "N.S.K. v. the United Kingdom"."""
    versus = _versus(name)
    return versus is not None and _ANONYMOUS.fullmatch(name[: versus.start()].strip()) is not None


_ANONYMOUS = late(r"(?:[^\W\d_]\.\s?){1,5}")


def _is_initials(word: str) -> bool:
    """
    Whether a folded word looks like initials: at most three letters without a vowel between consonants, ``mss``,
    ``nd``.
    """
    return len(word) <= 2 or (len(word) <= 4 and not re.search(r"[aeiouy]", word))


def completed(title: str, docname: str) -> str:
    """
    A title of the Court's list with what only HUDOC's name has: ``(no. 2)``, ``(II)``, ``(Article 50)``,
    ``(revision)``.

    The series number tells two cases of one applicant apart, and the Court prints it as part of the title.
    """
    docname = _BARE_SERIES.sub(r" (no. \1)", docname)
    if not title or "(" not in docname:
        return title
    french = " c. " in title
    found = _SERIES.search(docname)
    if found is not None and not series(title):
        number = found[2] or found[1]
        if not number[0].isdigit():
            label = "" if found[2] else "n° " if french else "no. "
            title += f" ({label}{number.upper()})"
        elif number.isdigit():
            title += f" ({'n°' if french else 'no.'} {number})"
        else:
            number = number.lower().replace("and", "et") if french else number.lower()
            title += f" ({'nos' if french else 'nos.'} {number})"
    redress = _REDRESS.search(docname)
    if redress is not None and not _REDRESS.search(title):
        title += f" ({'article' if french else 'Article'} {redress[1]})"
    which = _WHICH.search(docname)
    if which is not None and not _MARKERS.search(title):
        title += f" ({_WHICH_IN_FRENCH[_first_word(which[0])]})" if french else f" {which[0].lower()}"
    return title


def _first_word(text: str) -> str:
    return fold_words(text).partition(" ")[0]


def titled(docname: str) -> str:
    """
    HUDOC's capitals as a title: ``"SHAMADRIN AND OTHERS v. RUSSIA"`` → ``"Shamadrin and Others v. Russia"``.

    Words with a small letter in them stay as they are. "Mc" and particles cannot be known and become "Mcnamee", "De":
    the title is for reading; names are compared folded.
    """
    words = []
    docname = _BARE_SERIES.sub(r" (no. \1)", _PRINT.sub("", docname or ""))
    applicants, versus, respondent = docname.partition(" v. ")
    *listed, last = _LISTED.split(applicants)
    if listed and versus and versus not in respondent:
        docname = f"{', '.join(listed)} AND {last}{versus}{respondent}"
    for place, word in enumerate(docname.split()):
        initial = (word == "C." and versus) or (word == "V." and " c. " in docname)  # "R. C. v. SWEDEN" is not French
        if place and word in _SMALL and not initial:
            words.append(_SMALL[word])
        elif _ROMAN.match(word) or len(word) < 2 or (word[1] == "." and _INITIALS.match(word)) or word.upper() != word:
            words.append(word)
        elif word.isalpha():
            words.append(_capital(word))
        else:
            words.append(_LETTERS.sub(lambda letters: _capital(letters[0]), word))
    title = " ".join(words).replace("the Former Yugoslav", "the former Yugoslav")
    return _WHICH.sub(lambda which: which[0].lower(), title)


def _capital(letters: str) -> str:
    """A word with one capital; "İ" becomes a plain "i", whose dot is its own."""
    return letters[0] + letters[1:].replace("\u0130", "i").lower()
