"""States as respondents: their names in the languages of drafts, and the codes they have in the registers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from refoulement_lint.registers.names import fold_words, without_marks

_ARTICLES = ("the ", "la ", "le ", "les ", "l'", "l’", "die ", "der ", "das ", "den ", "el ", "los ", "las ")
# "and" in the languages of drafts; English, French and German ones are folded away before.
_AND = frozenset("y e i u oraz ir un ja och и та й і és ed και ning a si și şi".split())
_NO_STATES = ("united nations", "nations unies", "european union", "european communities", "union europeenne")
_STEM = 4
"""Letters that the unchanging beginning of a name must have: "Suomea" and "Suomen" are Suomi."""

_ENDING = 3
"""Letters of the longest ending of a name: "Польшей", "Lietuvoje"."""


@lru_cache(maxsize=1)
def _words_of_names() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")


def _elided(word: str) -> int:
    """How many letters of an article stand before the name: "l'Italie"."""
    sign = max(word[:3].find("'"), word[:3].find("’"))
    return sign + 1


_LONGEST = 6  # words in the longest name of a State, "l'ex-République yougoslave de Macédoine"


def compiled(records: Sequence[Mapping[str, Any]], others: Sequence[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """
    What `States` is made of, from the records of ``rules/law/states/states.toml`` and ``others.toml``; the compiler
    stores it.
    """
    names: dict[str, str] = {}
    other: dict[str, Mapping[str, str]] = {}
    codes: dict[str, str] = {}
    folded: dict[str, str] = {}
    courts = []
    for record in records:
        code = record["iso3"]
        names[code] = record["name"]
        other[code] = {"fr": record["name_fr"]} | {
            language: listed[0] for language, listed in record.get("other", {}).items() if listed
        }
        if record.get("council_of_europe", False) or code in ("RUS", "CSK", "SCG"):
            courts.append(code)
        for name in _written(record):
            codes.setdefault(without_article(name), code)
            folded.setdefault(fold_words(name), code)
        for name in record.get("official", ()):
            folded.setdefault(fold_words(name), code)
    accented = {name: code for name, code in codes.items() if code in courts and not name.isascii()}
    plain = {without_marks(name): code for name, code in accented.items()}
    stems = _stems((*records, *others))
    return {
        "names": names,
        "other": other,
        "codes": codes,
        "folded": folded,
        "courts": courts,
        "plain": plain,
        "stems": stems,
    }


def _written(record: Mapping[str, Any]) -> Iterator[str]:
    """Every name of a State, in every language."""
    yield from (record["name"], *record["names"])
    yield from (record[key] for key in ("name_fr",) if key in record)
    yield from record.get("names_fr", ())
    for listed in record.get("other", {}).values():
        yield from listed


def _stems(records: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """
    What does not change in the names of one word, ``"lietuv"`` of "Lietuvą" and "Lietuvos", and the beginnings of
    adjectives, with the code; no beginning that two States share.
    """
    found: dict[str, set[str]] = {}
    for record in records:
        for name in map(without_article, _written(record)):
            if name.isalpha() and len(name) >= _STEM:
                stem = name[:-1] if name[-1] in _VOWELS and len(name) > _STEM else name
                found.setdefault(stem, set()).add(record["iso3"])
        for stem in record.get("adjectives", ()):
            found.setdefault(stem, set()).add(record["iso3"])
    return {stem: codes.pop() for stem, codes in found.items() if len(codes) == 1}


_VOWELS = frozenset("aeiouyąęįųāēīūéèáíóäöåõüаеиоуыэюяіїьє")


class States:
    """
    The States of ``rules/law/states/states.toml``, by code, by name, and inside a folded respondent; *others* are those
    from which people flee, never taken for a respondent.
    """

    def __init__(
        self,
        names: Mapping[str, str],
        other: Mapping[str, Mapping[str, str]],
        codes: Mapping[str, str],
        folded: Mapping[str, str],
        courts: Iterable[str],
        plain: Mapping[str, str],
        stems: Mapping[str, str],
        others: Iterable[Mapping[str, Any]] = (),
    ) -> None:
        self._names, self._other, self._codes, self._folded = names, other, codes, folded
        self._courts, self._plain = frozenset(courts), plain
        self._stems = stems
        self._others = tuple(others)

    def name(self, code: str) -> str:
        """The State as the Court writes it, ``"the United Kingdom"``; the code itself when it is not known."""
        return self._names_of_others.get(code) or self._names.get(code, code)

    @cached_property
    def _names_of_others(self) -> Mapping[str, str]:
        return {record["iso3"]: str(record["name"]) for record in self._others}

    def name_in(self, code: str, language: str) -> str:
        """The State in that language, ``("CHE", "de")`` → ``"Schweiz"``; in English where that is not known."""
        return self._other.get(code, {}).get(language) or self._names.get(code, code)

    @property
    def codes(self) -> Mapping[str, str]:
        """Lower-case name without article → ISO 3166 alpha-3, in every language that the table has."""
        return self._codes

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """The same with the States from which people flee."""
        others = {
            without_article(name): record["iso3"]
            for record in self._others
            for name in (record["name"], *record["names"])
        }
        return {**others, **self._codes}

    @property
    def stems(self) -> Mapping[str, str]:
        """
        The beginnings of names and of adjectives, those of the States from which people flee too: only for a place
        where a party must stand.
        """
        return self._stems

    def named_in(self, text: str) -> list[tuple[int, int, str]]:
        """
        Where States are named in *text*, from and to, with their codes; a name of one word in any form ("Lietuvai").

        Only what begins with a capital is a name: so adjectives of many languages are none.
        """
        words = [(word.start() + _elided(word[0]), word.end()) for word in _words_of_names().finditer(text)]
        found: list[tuple[int, int, str]] = []
        at = 0
        while at < len(words):
            for count in range(min(_LONGEST, len(words) - at), 0, -1):
                start, end = words[at][0], words[at + count - 1][1]
                name = " ".join(text[start:end].lower().split())
                code = self.countries.get(name) if text[start].isupper() else None
                if code is None and count == 1 and text[start].isupper():
                    code = self._by_beginning(name)
                if code is not None:
                    found.append((start, end, code))
                    at += count - 1
                    break
            at += 1
        return found

    def _by_beginning(self, word: str) -> str | None:
        for length in range(len(word) - 1, max(len(word) - _ENDING, _STEM) - 1, -1):
            if word[:length] in self._stems:
                return self._stems[word[:length]]
        return None

    @cached_property
    def respondents(self) -> Mapping[str, str]:
        """Those codes of States that can be or were respondents in Strasbourg; without accents too: "c. Georgie"."""
        return {**self._plain, **{name: code for name, code in self._codes.items() if code in self._courts}}

    def in_respondent(self, folded: str) -> frozenset[str]:
        """
        The States that a folded respondent names, ``"belgium greece"`` → ``{"BEL", "GRC"}``.

        Empty when one of its words is no part of a State's name: then nothing is known of the respondent. The United
        Nations and the Union, sued beside a State, count for nothing.
        """
        for other in _NO_STATES if "nations" in folded or "europe" in folded else ():
            folded = folded.replace(other, "")
        words = [word for word in folded.split() if word not in _AND]
        found: set[str] = set()
        start = 0
        while start < len(words):
            for end in range(min(len(words), start + _LONGEST), start, -1):
                code = self._folded.get(" ".join(words[start:end]))
                if code:
                    found.add(code)
                    start = end
                    break
            else:
                return frozenset()
        return frozenset(found)


def without_article(name: str) -> str:
    """``"The Netherlands"`` → ``"netherlands"``, ``"l'Italie"`` → ``"italie"``."""
    lower = name.lower()
    for article in _ARTICLES:
        if lower.startswith(article):
            return lower[len(article) :]
    return lower
