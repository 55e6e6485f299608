"""
Reading a phrase: its places one by one, and which of them is the rarest. What phrases may say stands in ``phrases.py``.

Standard library only, because the compiler of the registers reads our own phrases beforehand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from refoulement_lint.folding import fold

GAP = 6
"""How many words ``..`` may stand for."""
WIDEST_GAP = 12
"""What ``..N`` may ask for at most: a wider gap means another sentence, and another phrase."""

LONGEST_BEGINNING = 60
"""
How many letters of a word may stand before ``*``. A word of a text is looked for by each of its beginnings, and a line
of 20,000 letters is one word.
"""

Row = Sequence[str]
"""Words in a row, each of which may end in ``*``."""


class Token(NamedTuple):
    """One place of a phrase: one of *forms*, each a row of words; or a gap of *low* to *high* words."""

    forms: Sequence[Row] = ()
    optional: bool = False
    low: int = 0
    high: int = 0


class Reading(NamedTuple):
    """
    What a phrase says: its tokens; and for each place that must be there the words of which one must stand in a
    sentence, the rarest-looking place first. Words are folded, and a final ``*`` is kept.
    """

    looks: Sequence[Row]
    tokens: Sequence[Token]


class Readings:
    """
    The readings of phrases. The compiler worked out those of our own: *looks* has the looks of those that are asked
    for at once, as `stored_looks` wrote them, and *stored* gives the looks and tokens of any of them, or nothing. All
    others are read when asked.
    """

    def __init__(
        self,
        looks: Mapping[str, str] = MappingProxyType({}),
        stored: Callable[[str], tuple[str, str]] = lambda phrase: ("", ""),
    ) -> None:
        self._looks = looks
        self._stored = stored

    def rarest(self, phrase: str) -> Row:
        """The words of the rarest-looking place of *phrase*; raises ValueError as `reading_of` does."""
        known = self._looks.get(phrase) or self._stored(phrase)[0]
        return known.partition("/")[0].split() if known else reading_of(phrase).looks[0]

    def may_stand(self, phrase: str, words: Set[str]) -> bool:
        """Whether *words* have one for each place of *phrase*; raises ValueError as `reading_of` does."""
        known = self._looks.get(phrase) or self._stored(phrase)[0]
        if not known:
            return not any(map(words.isdisjoint, reading_of(phrase).looks))
        return not any(words.isdisjoint(place.split()) for place in known.split("/"))

    def of(self, phrase: str) -> Reading:
        """The reading of *phrase*; raises ValueError as `reading_of` does."""
        looks, tokens = self._stored(phrase)
        if not looks:
            return reading_of(phrase)
        return Reading([place.split() for place in looks.split("/")], [Token(*token) for token in json.loads(tokens)])


def beginnings(words: Iterable[str]) -> Iterator[str]:
    """Each beginning of each of the *words* as a phrase may have it: ``"r*"``, ``"re*"`` …"""
    for word in words:
        for length in range(1, min(len(word), LONGEST_BEGINNING) + 1):
            yield f"{word[:length]}*"


def stored_looks(reading: Reading) -> str:
    """The looks as text, for `Readings`: the words of a place with spaces between, the places with slashes."""
    return "/".join(" ".join(place) for place in reading.looks)


def stored_tokens(reading: Reading) -> str:
    """The tokens as text, for `Readings`."""
    return json.dumps(reading.tokens, ensure_ascii=False, separators=(",", ":"))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+")


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(r"[^\W_]+\*?")


@cache
def _token(written: str) -> Token:
    """One token as written; raises ValueError with what is wrong."""
    if written == "_":
        return Token(low=1, high=1)
    if written.startswith(".."):
        count = written[2:] or str(GAP)
        if not count.isascii() or not count.isdigit() or not 1 <= int(count) <= WIDEST_GAP:
            raise ValueError(f"a gap is .. or ..1 to ..{WIDEST_GAP}, not {written!r}")
        return Token(low=0, high=int(count))
    optional = written.endswith("?")
    return Token(tuple(_row(form, written) for form in written.removesuffix("?").split("|")), optional)


def _row(form: str, written: str) -> Row:
    """The words of one alternative of *written*; raises ValueError with what is wrong."""
    if form.isalnum():
        return (fold(form),)
    rest = _word().sub("", form).replace("*", "")
    if rest.strip("-'\u2011\u2019/.") or "?" in form:
        raise ValueError(
            f"{form!r} in {written!r}: only letters, digits, hyphens, apostrophes and a final * make a word"
        )
    words = tuple(_piece().findall(fold(form)))
    if not words or "**" in form or form.count("*") != sum(word.endswith("*") for word in words):
        raise ValueError(f"an empty or misplaced alternative in {written!r}")
    if any(word.endswith("*") and len(word) > LONGEST_BEGINNING + 1 for word in words):
        raise ValueError(f"{form!r} has more than {LONGEST_BEGINNING} letters before its *")
    return words


def tokens_of(phrase: str) -> tuple[Token, ...]:
    """
    The tokens of *phrase*.

    Raises:
        ValueError: It names the phrase and says what is wrong with it.
    """
    try:
        tokens = tuple(map(_token, phrase.split()))
    except ValueError as mistake:
        raise ValueError(f"The phrase \u201c{phrase}\u201d cannot be read: {mistake}.") from None
    if not any(token.forms and not token.optional for token in tokens):
        raise ValueError(
            f"The phrase \u201c{phrase}\u201d has no word that must be there;"
            " at least one may be neither optional nor a gap."
        )
    for end in (tokens[0], tokens[-1]):
        if not end.forms and end.low == 0:
            raise ValueError(
                f"The phrase \u201c{phrase}\u201d begins or ends with a gap, which says nothing; leave it out."
            )
    return tokens


# --- which place of a phrase is the rarest ----------------------------------------------------------------------------

# How often a word stands in a million words of judgments and briefs, in four steps; every other word counts as rare.
# Counted over 94,000 words of published English decisions and briefs; names of people and places left out.
_STEPS = {
    3000: "the of to and in a that is on by for s as or not be was with he an at are it has have his this from been "
    "there risk which court",
    1500: "country no i we had evidence political they government were any rights their case under members "
    "immigration human who asylum applicant* judge may would report state information authorit* respondent "
    "her before article* appeal* its tribunal such whether decision* will opposition return* other if "
    "application* out said those upon also first but being section about all security she party parties law "
    "against convention time made order* since act* national individual* should removal remov*",
    600: "following proceeding* appellant* general claim* us treatment treat* does do did matter arrest* one "
    "judgment former must ground* particular place office part respect accept* what new after consider* our "
    "between persecut* them group* more because international when situation change real hearing police "
    "people however held activit* failed fail* chamber given support* others person* even refer* serious "
    "detention detain* public report* paragraph* provid* set within reason* protect* force* nationality fact* "
    "high circumstances rule* further during current basis minister into source* account third power* process "
    "likely refugee* now document* well without issue* over member* violen* took take* number while interest "
    "same could conclu* status review* polic* harm then longer question* violat* famil* view*",
    250: "year* identif* period each than continu* request* torture* confirm* many asked ask* very legal led "
    "target* submi* able know* cannot weight opinion use* officials official* make* leader* written face "
    "condition* service* find* found context month* grant* event* level own although still administrative "
    "generally nature rel* force previous* civil arbitrary how safe left crim* change* through several "
    "important local again until expert standard* examin* unless breach* agree* return past why give* adverse "
    "follow* remain* contrary concern* danger* send* sent bring brought come came go went day* way right* "
    "work* child* women man woman men border* guard* life live* procedure* threat* fear* ill",
}  # fmt: skip
_RARE = 40
# How often any word that begins with so few letters may stand in a million words.
_SHORT = {1: 20_000, 2: 6000, 3: 1500, 4: 500, 5: 150, 6: 80}


@cache
def _rates() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """
    The rates of words, of whatever begins with some letters (``sent*``), and of the families of words
    (``proceeding*``).
    """
    exact: dict[str, int] = {}
    begin: dict[str, int] = {}
    families: dict[str, int] = {}
    for rate, words in _STEPS.items():
        for word in words.split():
            stem = word.removesuffix("*")
            exact.setdefault(stem, rate)
            if stem != word:
                families.setdefault(stem, rate // 2)
            for length in range(1, len(stem) + 1):
                begin.setdefault(stem[:length], rate)
    return exact, begin, families


@cache
def _rate(word: str) -> int:
    """How often the word, or the words that begin so where it ends in ``*``, may stand in a million words."""
    exact, begin, families = _rates()
    stem = word.removesuffix("*")
    if stem.isdigit():
        return (4000, 300, 100)[min(len(stem), 3) - 1]
    rate = exact.get(stem, _RARE)
    if word != stem:
        rate = max(rate, begin.get(stem, 0), _SHORT.get(len(stem), 0))
    return max([rate, *(families.get(stem[:length], 0) for length in range(3, len(stem) + 1))])


@cache
def _rarest(written: str) -> tuple[int, Row]:
    """How often any word of one place stands in a million words, and these words: of each row the rarest one."""
    words = [min(row, key=_rate) for row in _token(written).forms]
    return sum(map(_rate, words)), tuple(dict.fromkeys(words))


def reading_of(phrase: str) -> Reading:
    """
    What *phrase* says.

    Raises:
        ValueError: It names the phrase and says what is wrong with it.
    """
    tokens = tokens_of(phrase)
    written = zip(tokens, phrase.split(), strict=True)
    places = sorted(_rarest(word) for token, word in written if token.forms and not token.optional)
    return Reading(tuple(words for _, words in places), tokens)
