"""
What "the Convention", "that directive" and a bare "Article 3" stand for, by defined term and by context.

Evidence in this order: a definition in the draft; the same article tied to one instrument elsewhere in the draft; the
kind of document; the nearest antecedent. Where none of them decides, it stays open: nobody guesses.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from attrs import define

from refoulement_lint.citations.instruments import ACTS, CONVENTIONS, NOUNS, Mention, Mentions, noun_of
from refoulement_lint.citations.provisions import Group
from refoulement_lint.citations.words import Words, any_of, named_in
from refoulement_lint.late import late

# A definition follows its instrument within this many characters: title, date, series and place come in between.
REACH_OF_DEFINITION = 220
# An instrument named this far before a bare article, in the same sentence, is the one meant.
REACH_IN_A_SENTENCE = 120
# A court or committee named this far before "the Convention", in the same paragraph, applies the one meant.
REACH_OF_A_COURT = 400
# Between "amending" and the act stand an article and an institution.
REACH_OF_AN_AMENDMENT = 60
# A committee's symbol heads the paragraph of its document that begins so near behind it.
REACH_OF_A_SYMBOL = 40
# The sections of the Refugee Convention's first article, which no other treaty here has.
LETTERED = frozenset(("1A", "1B", "1C", "1D", "1E", "1F"))
# Articles that a draft before the court or committee of a treaty means when it names no other: those of removal.
USUAL = {
    "ECHR": frozenset(("2", "3", "4", "5", "6", "8", "9", "13", "14", "15", "34", "35", "37", "39", "41", "46")),
    "CAT": frozenset(("1", "2", "3", "16", "22")),
    "ICCPR": frozenset(("2", "6", "7", "9", "13", "14", "17", "18", "24")),
}
# How a committee's symbols begin → the Optional Protocol under which it hears communications.
OPTIONAL = {"CCPR/C/": "ICCPR-OP1", "CRC/C/": "CRC-OP3", "CEDAW/C/": "CEDAW-OP", "CRPD/C/": "CRPD-OP"}
# A symbol of a committee says as much of a paragraph as so many names of treaties.
WEIGHT_OF_A_SYMBOL = 2
# States whose statutes have sections and no articles.
STATES_OF_SECTIONS = frozenset(("uk", "ie", "ca", "au", "nz", "hk"))
# Whose bare articles no British draft cites by their numbers alone.
NEVER_BARE = ("CSR51", "CSR67")
# How a committee's symbols begin → the treaty that it watches.
SYMBOLS = {
    "CCPR/C/": "ICCPR",
    "CRC/C/": "CRC",
    "CEDAW/C/": "CEDAW",
    "CRPD/C/": "CRPD",
    "CAT/C/": "CAT",
    "CED/C/": "CED",
}
# "Convention reason" is the Refugee Convention's nexus, "Convention rights" those of the European Convention.
REFUGEE_USES = ("reason", "ground", "refugee", "status", "nexus")
RIGHTS_USES = ("right", "rights", "organs", "system", "case-law", "compliant")


class Definition(NamedTuple):
    """A term that the draft gives to an instrument, and from where it holds."""

    term: str
    key: str
    end: int
    at_once: bool
    """Whether it stands directly behind the instrument: only then can the term be any letters ("PD")."""


class Phrase(NamedTuple):
    """A defined term of several words: its *noun*'s kind, the words *before* or *after* it, from where it holds."""

    noun: str
    before: str
    after: str
    end: int
    key: str


# By so many letters a word is known in another case: "genewska", "genewskiej".
_STEM = 5


def _stem(words: str) -> str:
    return words[:_STEM]


def definitions(text: str, words: Words, named: Iterable[Mention]) -> Iterator[Definition]:
    """Every definition behind a named instrument: ``(hereinafter "the Convention")``, „(dalej: EKPC)“."""
    pattern = words.definition
    # "(" is rare beside the text: only openings behind a named instrument are looked at.
    for mention in named:
        if mention.key is None:
            continue
        limit = mention.end + REACH_OF_DEFINITION
        opening = text.find("(", mention.end, limit)
        while opening != -1:
            match = pattern.match(text, opening)
            if match:
                at_once = opening - mention.end <= 1
                # "Directive 2013/32/EU (APD)"; in "the Convention (UK)" and "before the Court (ECtHR)" it is another's.
                if not match["letters"] or (at_once and mention.key.startswith("EU:") and len(match["letters"]) > 2):
                    term = match["quoted"] or match["plain"] or match["letters"]
                    yield Definition(term.strip(), mention.key, match.end(), at_once)
                    break
            opening = text.find("(", opening + 1, limit)


def own_terms(text: str, words: Words, mentions: Mentions) -> Iterator[Mention]:
    """Where the draft uses letters that it has itself given to an instrument: "Directive 2013/32/EU (PD) … 46 PD"."""
    places: dict[str, list[Definition]] = defaultdict(list)
    for definition in definitions(text, words, mentions):
        if definition.at_once and _LETTERS.fullmatch(definition.term):
            places[definition.term].append(definition)
    for term, defined in places.items():
        for at in named_in(text, term):
            last = next((one for one in reversed(defined) if one.end <= at), None)
            if last is not None:
                yield Mention(at, at + len(term), last.key, noun_of(last.key), "defined-term")


# An abbreviation that a draft may make for itself: two capitals at least, one word.
_LETTERS = late(r"(?=(?:[^A-ZÀ-ÞА-Я]*[A-ZÀ-ÞА-Я]){2})[^\W\d_][\w-]{1,11}")


@define(slots=False, eq=False, repr=False)
class Context:
    """
    The evidence of one document. Built once from its mentions and provisions; ``exists`` asks the register whether an
    instrument has an article.
    """

    text: str
    words: Words
    mentions: Mentions
    exists: Callable[[str, str], bool]
    committees: Mapping[str, tuple[str, ...]]
    """Committees by the first part of their keys, as drafts name them."""
    treaties: Mapping[str, str]
    """The treaty that each of them watches."""
    comments: Mapping[str, int]
    """Up to which number each of them may have adopted general comments."""
    home: str | None
    """The treaty of the court or committee before which the document pleads, if the document shows one."""
    courts: Mapping[str, tuple[str, ...]]
    """Treaties by their keys → the names of the court or committee that applies each."""
    of_statutes: Mapping[str, tuple[tuple[int, str], ...]]
    """Article → where a statute's article of that number is cited, and the statute's key."""
    in_signs: Set[str] = frozenset()
    """Statutes whose sections the draft calls "§" and never articles."""
    of_strasbourg: Sequence[int] = ()
    """Where the names of Strasbourg cases end, in order."""

    @property
    def strasbourg(self) -> bool:
        """Whether it is the European Convention."""
        return self.home == "ECHR"

    @cached_property
    def named(self) -> Mentions:
        """The mentions whose instrument the words alone give: the only ones that others can refer back to."""
        return Mentions([mention for mention in self.mentions if mention.key is not None])

    @cached_property
    def defined(self) -> dict[str, list[tuple[int, str]]]:
        """
        Term in lower case → (from where it holds, key), in order: ``(hereinafter "the Convention")``, „dalej: EKPC“.
        """
        terms: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for definition in definitions(self.text, self.words, self.named):
            terms[definition.term.lower()].append((definition.end, definition.key))
            noun = self._noun_of_word.get(definition.term.lower())
            if noun:  # "zwana dalej Konwencją" defines "Konwencji" too
                terms[f"\0{noun}"].append((definition.end, definition.key))
        return dict(terms)

    @cached_property
    def _phrases(self) -> tuple[Phrase, ...]:
        """The defined terms of several words with a noun at either end: «Конвенция ООН», "konwencja genewska"."""
        found = []
        for definition in definitions(self.text, self.words, self.named):
            first, _, rest = definition.term.lower().partition(" ")
            start, _, last = definition.term.lower().rpartition(" ")
            if rest and first in self._noun_of_word:
                found.append(Phrase(self._noun_of_word[first], "", rest, definition.end, definition.key))
            elif start and last in self._noun_of_word:
                found.append(Phrase(self._noun_of_word[last], start, "", definition.end, definition.key))
        # The first of each says enough: a draft that defines a term again means the same by it.
        return tuple({(one.noun, one.before, one.after, one.key): one for one in reversed(found)}.values())

    def _of_a_phrase(self, mention: Mention) -> str | None:
        """What the draft itself says that the noun means together with the words beside it, in any case."""
        beside = self.text[max(0, mention.start - 40) : mention.end + 40].lower()
        here = min(40, mention.start)
        before, after = beside[:here].rstrip(), beside[here + mention.end - mention.start :].lstrip()
        for phrase in self._phrases:
            if (
                phrase.noun == mention.noun
                and phrase.end <= mention.start
                and after.startswith(_stem(phrase.after))
                and _stem(phrase.before.rpartition(" ")[2])
                == _stem(before.rpartition(" ")[2])[: _STEM if phrase.before else 0]
            ):
                return phrase.key
        return None

    @cached_property
    def _noun_of_word(self) -> dict[str, str]:
        return {word.lower(): noun for noun in NOUNS for word in self.words.all(noun)}

    def of_noun(self, mention: Mention, article: str | None = None) -> str | None:
        """The instrument that "the Convention", "that directive", "the Charter" stands for there, or ``None``."""
        phrase = self._of_a_phrase(mention) if self._phrases else None
        if phrase is not None:
            return phrase
        if mention.noun == "convention" and article and article[:2] in LETTERED:
            return "CSR51"
        word = self.text[mention.start : mention.end].lower()
        if self.text[mention.start].islower() and _ABOVE_NAMED.search(
            self.text, max(0, mention.start - 18), mention.start
        ):
            named = self._named_last(mention)  # the treaty named above, and not the one defined as "Конвенция"
            if named is not None and (not article or self.exists(named, _article(article))):
                return named
        defined = self.defined.get(word) or (self.defined.get(f"\0{mention.noun}") if not mention.hint else None)
        if defined:
            index = bisect_left([where for where, _ in defined], mention.start) - 1
            if index >= 0:
                return defined[index][1]
            if not self.home and len({key for _, key in defined}) == 1:
                # A title before the definition means what the draft says further down; not what has just been named.
                named = self._named_above(mention)
                if named is None or (article and not self.exists(named, _article(article))):
                    return defined[0][1]
        if mention.hint:
            return self._hinted(mention)
        fits = self._fits(mention.noun, mention, article)
        if mention.noun == "convention" and _THE_SAME.search(self.text, max(0, mention.start - 18), mention.start):
            same = self._named_last(mention)
            if same is not None and (not article or self.exists(same, _article(article))):
                return same
        if mention.noun == "convention":
            after = self.text[mention.end : mention.end + 12].strip().lower()
            if after.startswith(REFUGEE_USES):
                return "CSR51"
            if article == "44(2)" and self.of_strasbourg:
                return "ECHR"  # "final in the circumstances set out in Article 44 § 2 of the Convention"
            of_a_committee = self._committee_beside(mention.start)
            if of_a_committee and (not article or self.exists(of_a_committee, _article(article))):
                return of_a_committee
            of_a_case = self._of_the_case(mention.start)
            home = "ECHR" if after.startswith(RIGHTS_USES) or of_a_case else self._home_at(mention.start)
            if home in CONVENTIONS:
                base = article and _article(article)
                return home if not base or self.exists(home, base) else self._nearest(mention.start, fits)
        if mention.noun == "charter":
            return "CFR"
        if mention.noun == "covenant" and self._before_its_committee:
            return "ICCPR"
        if mention.noun == "protocol" and word.startswith("optional "):
            return self._optional(mention)
        if mention.noun == "convention":
            beside = self._court_beside(mention.start, fits)
            if beside and (not article or self.exists(beside, _article(article))):
                return beside
        # An article that no such instrument has is still an article of the one meant: that it does not exist is the
        # finding.
        near = (
            self._by_its_usual_name(mention, article)
            or self._nearest(mention.start, fits)
            or self._nearest(mention.start, self._fits(mention.noun, mention, None))
        )
        return near or ("ICCPR" if mention.noun == "covenant" and self._names_the_committee else None)

    def _by_its_usual_name(self, mention: Mention, article: str | None) -> str | None:
        """
        The act that its usual name has said in the same paragraph, nearer than any number: "Dublinforordningens
        artikel 18 … forordningens art. 17".
        """
        if mention.noun not in ACTS:
            return None
        word = self.text[mention.start : mention.end].lower()[:4]
        begin, _ = self._paragraph_at(mention.start)
        for one in self.mentions.before(mention.start):
            if one.start < begin or one.key is not None:
                return None
            if len(one.hints) > 1 and one.hint.startswith("EU:") and word in self.text[one.start : one.end].lower():
                key = self._of_that_name(one)
                return key if article is None or self.exists(key, _article(article)) else None
        return None

    def _named_above(self, mention: Mention) -> str | None:
        """The last of its kind that the same paragraph names before by a name of its own."""
        begin = self.text.rfind("\0", 0, mention.start) + 1
        named = next(
            (one for one in self.mentions.before(mention.start) if one.start < begin or one.key or one.hint), None
        )
        if named is None or named.start < begin or named.noun != mention.noun:
            return None
        return named.key or self._hinted(named)

    def _named_last(self, mention: Mention) -> str | None:
        """The convention named before, by a name of its own: "la citada Convención"."""
        for other in self.mentions.before(mention.start):
            if mention.start - other.start > REACH_OF_THE_SAME:
                return None
            if other.noun == mention.noun and (other.key or other.hint):
                return other.key or self._hinted(other)
        return None

    def _home_at(self, offset: int) -> str | None:
        """
        The treaty before whose court or committee the draft pleads, or, where a report goes through several, that of
        the committee whose symbols and treaty this paragraph cites.
        """
        if self.home:
            return self.home
        begin = self.text.rfind("\0", 0, offset) + 1
        if begin not in self._homes:
            end = self.text.find("\0", offset)
            end = end if end >= 0 else len(self.text)
            weight = {key: WEIGHT_OF_A_SYMBOL * self.text.count(symbol, begin, end) for symbol, key in SYMBOLS.items()}
            if any(weight.values()):
                for mention in self.named.before(end):
                    if mention.start < begin:
                        break
                    if mention.key in CONVENTIONS or mention.key == "ICCPR":
                        weight[mention.key] = weight.get(mention.key, 0) + 1
                cases = bisect_left(self.of_strasbourg, end) - bisect_left(self.of_strasbourg, begin)
                weight["ECHR"] = weight.get("ECHR", 0) + cases
            first, second = sorted(weight, key=lambda key: weight[key], reverse=True)[:2]
            self._homes[begin] = first if weight[first] > 2 * weight[second] else None
        return self._homes[begin]

    @cached_property
    def _homes(self) -> dict[int, str | None]:
        return {}

    def _of_the_case(self, offset: int) -> bool:
        """Whether the sentence names a Strasbourg case before: "In Saadi v. Italy … Article 3 of the Convention"."""
        index = bisect_left(self.of_strasbourg, offset) - 1
        end = self.of_strasbourg[index] if index >= 0 else 0
        return index >= 0 and offset - end < REACH_IN_A_SENTENCE and not _SENTENCE_END.search(self.text, end, offset)

    def _committee_beside(self, offset: int) -> str | None:
        """
        The treaty of the committee that the paragraph speaks of: the one that it names, or the one of whose document
        the symbol stands in it or above it. None where Strasbourg is spoken of as well.
        """
        begin = max(self.text.rfind("\0", 0, offset) + 1, offset - REACH_OF_A_COURT)
        window = self.text[begin:offset]
        if not _COMMITTEE.search(window) or any(name in window for name in self.courts.get("ECHR", ())):
            return None
        last = next((mention for mention in self.named.before(offset) if mention.noun == "convention"), None)
        if last is not None and last.start >= begin:
            return last.key if last.key in SYMBOLS.values() else None
        above = self.text[max(0, begin - REACH_OF_A_SYMBOL) : offset]
        near = {key: above.rfind(symbol) for symbol, key in SYMBOLS.items() if symbol in above}
        return max(near, key=lambda key: near[key]) if near else None

    def _court_beside(self, offset: int, fits: Callable[[Mention], bool]) -> str | None:
        """
        The treaty of the court or committee named just before, in the same paragraph and nearer than any convention:
        "the ECtHR found a breach of Article 3 of the Convention".
        """
        begin = max(self.text.rfind("\0", 0, offset) + 1, offset - REACH_OF_A_COURT)
        window = self.text[begin:offset]
        near = {
            key: begin + max(at)
            for key, names in self.courts.items()
            if (at := [at for name in names if name in window for at in named_in(window, name)])
        }
        index = bisect_left(self.of_strasbourg, offset) - 1
        if index >= 0 and self.of_strasbourg[index] >= begin:
            near["ECHR"] = max(
                near.get("ECHR", 0), self.of_strasbourg[index]
            )  # "In Saadi … Article 3 of the Convention"
        if not near:
            return None
        key = max(near, key=lambda key: near[key])
        rival = next((mention for mention in self.named.before(offset) if fits(mention)), None)
        return key if rival is None or rival.start < near[key] else None

    @cached_property
    def _before_its_committee(self) -> bool:
        """Whether the draft is of the Human Rights Committee: it pleads there, or bears or cites the symbols."""
        return self.home == "ICCPR" or "CCPR/C/" in self.text

    @cached_property
    def _names_the_committee(self) -> bool:
        """Whether the draft names the Human Rights Committee, and not that of the other Covenant."""
        hrc, cescr = (self.committees.get(key, ()) for key in ("hrc", "cescr"))
        return any(name in self.text for name in hrc) and not any(name in self.text for name in cescr)

    def _optional(self, mention: Mention) -> str | None:
        """
        Whose "Optional Protocol" it is: the one named before, else that of the committee whose symbols the draft bears;
        it is no Protocol to the European Convention.
        """
        named = (other.key for other in self.named.before(mention.start) if "-OP" in (other.key or ""))
        of_symbols = self._optional_of_symbols
        return next(named, of_symbols[0] if len(of_symbols) == 1 else "ICCPR-OP1" if self.home == "ICCPR" else None)

    @cached_property
    def _optional_of_symbols(self) -> tuple[str, ...]:
        """The Optional Protocols under which the committees hear whose symbols the draft bears or cites."""
        return tuple(key for symbol, key in OPTIONAL.items() if symbol in self.text)

    def _hinted(self, mention: Mention) -> str | None:
        """What a name with other meanings stands for here: its usual one, unless the draft shows a rival."""
        key = mention.hint
        if "-GC" in key or ":GC" in key:
            return self._comment(mention)
        if self.text[mention.start : mention.end].isupper() and _DOCKET.match(self.text, mention.end):
            return None  # "RC 4377/2012" is a Spanish appeal, "RD 557/2011" a decree
        if key.startswith("EU:") and len(mention.hints) > 1:
            return self._of_that_name(mention)
        if key == "CSR51":
            return None if "1949" in self.text or "Geneva Conventions" in self.text else key
        if key == "ECtHR-Rules":
            return key if self.strasbourg else None
        if key == "TEU" and not _A_NUMBER_BEHIND.match(self.text, mention.end):
            return None  # "LES ARTICLES"
        if key == "ICCPR-OP1":
            return self._optional(mention)
        if key == "VCLT" and _RELATIONS.match(self.text, mention.end):
            return None  # "the Vienna Convention on Consular Relations"
        if (
            key == "ECHR"
            and (about := _ON_ANOTHER_MATTER.match(self.text, mention.end))
            and not _OF_RIGHTS.search(about[0])
        ):
            return None  # "Europejska konwencja o ekstradycji"
        # "the Aliens Act": every State has one.
        return None if key[0].islower() else key

    def _of_that_name(self, mention: Mention) -> str:
        """
        The act that "the Procedures Directive" means: the only one, or the last, of that name that the draft numbers;
        else the later act.
        """
        if self._recast.search(self.text, max(0, mention.start - 24), mention.start):
            return mention.hint  # "uudelleen laaditun määritelmädirektiivin": the later one, whatever else is numbered
        begin, end = self._paragraph_at(mention.start)
        numbered = {other.key for other in self.named if other.key in mention.hints and other.start < end}
        here = {other.key for other in self.named if other.key in mention.hints and begin <= other.start < end}
        if len(numbered) == 1:
            only = str(next(iter(numbered)))
            years = [int(year) for year in _YEAR.findall(self.text, begin, end)] if only not in here else []
            if years and _year_of(only) < _year_of(mention.hint) < min(years):
                return mention.hint  # told of years in which the one numbered elsewhere had been replaced
            return only
        last = next((other.key for other in self.named.before(mention.start) if other.key in numbered), None)
        if last is None and self._last_year:
            # A draft that speaks of no later year is older than the later act.
            old = [key for key in mention.hints if _year_of(key) <= self._last_year]
            if old and mention.hint not in old:
                return max(old, key=_year_of)
        return last or mention.hint

    def _paragraph_at(self, offset: int) -> tuple[int, int]:
        """Where the paragraph begins and ends."""
        end = self.text.find("\0", offset)
        return self.text.rfind("\0", 0, offset) + 1, end if end >= 0 else len(self.text)

    @cached_property
    def _recast(self) -> re.Pattern[str]:
        """ "recast", before the usual name of an act."""
        return re.compile(rf"(?<!\w){any_of(self.words.all('recast'))}\s(?:EU-)?$", re.IGNORECASE)

    @cached_property
    def _last_year(self) -> int:
        """The last year that the draft speaks of, 0 if none."""
        return max((int(year) for year in _YEAR.findall(self.text)), default=0)

    def _comment(self, mention: Mention) -> str | None:
        """Whose general comment it is: of the committee that is named beside it."""
        before = self.text[max(0, mention.start - 90) : mention.start].rpartition(";")[2]
        after = self.text[mention.end : mention.end + 90].partition(";")[0]
        near: dict[str, int] = {}
        for key in mention.hints:
            for name in self.committees.get(key.partition(":")[0], ()):
                for found in named_in(before, name):
                    near[key] = min(near.get(key, 200), len(before) - found - len(name))
                for found in named_in(after, name):
                    near[key] = min(near.get(key, 200), found)
        near = {key: distance for key, distance in near.items() if self._has_as_many(key)}
        closest = [key for key in near if near[key] == min(near.values())]
        if len(closest) == 1:
            return closest[0]
        for treaties in ({self.home}, self._of_symbols, self._keys):
            pleaded = [key for key in mention.hints if self.treaties.get(key.partition(":")[0]) in treaties]
            pleaded = [key for key in pleaded if self._has_as_many(key)]
            if len(pleaded) == 1:
                return pleaded[0]
        return None

    @cached_property
    def _keys(self) -> frozenset[str]:
        """The instruments that the draft names."""
        return frozenset(mention.key.partition(":")[0] for mention in self.named if mention.key)

    @cached_property
    def _of_symbols(self) -> frozenset[str]:
        """The treaties whose committees' symbols the draft bears or cites."""
        return frozenset(key for symbol, key in SYMBOLS.items() if symbol in self.text)

    def _has_as_many(self, key: str) -> bool:
        """Whether the committee may have adopted a general comment of that number."""
        body, _, number = key.partition(":GC")
        return int(number) <= self.comments.get(body, int(number))

    def _fits(self, noun: str, generic: Mention, article: str | None) -> Callable[[Mention], bool]:
        word = self.text[generic.start : generic.end].lower()[:4]

        def fits(mention: Mention) -> bool:
            if mention.key is None or (mention.noun != noun and {mention.noun, noun} != {"directive", "regulation"}):
                return False
            if mention.key.startswith("EU:") and word not in self.text[mention.start : mention.end].lower():
                return False
            if noun == "convention" and mention.key not in CONVENTIONS:
                return False
            return article is None or self.exists(mention.key, article)

        return fits

    def _nearest(self, offset: int, fits: Callable[[Mention], bool], reach: int = 20_000) -> str | None:
        for mention in self.named.before(offset):
            if offset - mention.start > reach:
                return None
            if fits(mention) and not self._is_amended(mention):
                return mention.key
        return None

    def _is_amended(self, mention: Mention) -> bool:
        """Whether it stands in the title of the act that amends it: "Directive 2011/51/EU amending Directive …"."""
        return (
            self._amending.search(self.text, max(0, mention.start - REACH_OF_AN_AMENDMENT), mention.start) is not None
        )

    @cached_property
    def _amending(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?<!\w){any_of(self.words.all('amending'))}\s(?:(?:{any_of(self.words.all('the'))}|[A-ZŠŽ]\w{{3,9}})\s){{0,2}}$",
            re.IGNORECASE,
        )

    def freed(self, group: Group) -> Group:
        """
        The list without the instrument behind it where only a table's flattening put them together: "Arts 1A(2), 33
        Convention against Torture" are articles of the Refugee Convention, which alone has lettered sections.
        """
        mention = group.mention
        if mention is None or mention.key in (None, "CSR51") or mention.start < group.start:
            return group
        last = group.elements[-1].end
        if self.text[last : mention.start] not in (" ", ", ", "; ") or not any(
            _article(element.key) in LETTERED for element in group.elements
        ):
            return group
        return group._replace(mention=None, end=last)

    def in_letters(self, group: Group, keys: Sequence[str | None]) -> Group:
        """
        The list with "Art. 15c QRL" as the letter (c) of Article 15: of the acts whose articles we know, only those of
        the borders count a 15c.
        """
        elements = []
        for one, key in zip(group.elements, keys, strict=True):
            match = _LETTERED_ARTICLE.match(one.key)
            if match is not None and key is not None and key.startswith("EU:") and key not in WITH_LETTERED_ARTICLES:
                number, letter, rest = match.groups()
                if self.exists(key, number) and not self.exists(key, NO_ARTICLE):
                    one = one._replace(key=f"{number}({letter}){rest}")
            elements.append(one)
        return group._replace(elements=tuple(elements))

    def tie(self, groups: Iterable[Group]) -> list[tuple[str | None, ...]]:
        """
        The instrument of every element of every group, in order.

        First the groups whose own words name it; then those that share one with the group behind them ("Article 6 and
        Article 7(1) of Directive 2013/32"); then the bare ones, by the same article elsewhere, by the kind of
        document, by the nearest antecedent.
        """
        groups = list(groups)
        keys: list[tuple[str | None, ...]] = []
        seen: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for group in groups:
            key = self._own(group)
            keys.append((key,) * len(group.elements))
            if key:
                for element in group.elements:
                    seen[_article(element.key)].append((group.start, key))
        for index in range(len(groups) - 2, -1, -1):
            if keys[index][0] is None and not groups[index].open and groups[index].mention is None:
                shared = self._shared(groups[index], groups[index + 1], keys[index + 1])
                if shared:
                    keys[index] = (shared,) * len(groups[index].elements)
                    for element in groups[index].elements:
                        seen[_article(element.key)].append((groups[index].start, shared))
        for index in range(1, len(groups)):
            led = self._led(groups[index - 1], groups[index], keys[index - 1]) if keys[index][0] is None else None
            if led:
                groups[index] = groups[index]._replace(led=True)
                keys[index] = (led,) * len(groups[index].elements)
                for element in groups[index].elements:
                    seen[_article(element.key)].append((groups[index].start, led))
        for article, sections in self.of_statutes.items():
            seen[article].extend(sections)
        for places in seen.values():
            places.sort()
        cited = [
            (group.start, key[-1], tuple(element.key for element in group.elements))
            for group, key in zip(groups, keys, strict=True)
            if key and key[-1] is not None
        ]
        its: tuple[int, str] | None = None
        for index, group in enumerate(groups):
            if keys[index][0] is not None or group.open or group.mention is not None:
                continue
            says_its = self._says_its(group)
            said = self._said_beside(group) or self._goes_on_with(its, group) or (says_its and self._bare(group, seen))
            key = said or (None if says_its else self._not_of_another(group, self._bare(group, seen), cited, seen))
            before = groups[index - 1] if index else None
            if (
                key is not None
                and key == self.home
                and not said
                and before is not None
                and keys[index - 1][-1] is None
                and not before.open
                and not any(other == key for one in group.elements for _, other in seen.get(_article(one.key), ()))
                and not any(_article(one.key) in USUAL.get(key, ()) for one in group.elements)
                and _END_BEHIND_A_WORD.search(self.text, before.end, group.start) is None
            ):
                key = None  # "l'article 17, paragraphe 1, … (article 16)": what the one is of, the other is
            keys[index] = (key,) * len(group.elements)
            if key and (says_its or (its and its[1] == key and its[0] < group.start)):
                its = group.end, key
        return keys

    def _says_its(self, group: Group) -> bool:
        return self._its.search(self.text, max(0, group.start - 8), group.start) is not None

    def _goes_on_with(self, its: tuple[int, str] | None, group: Group) -> str | None:
        """The act of "its Article 26" for the next articles of that sentence: "… , Article 27 the time limits"."""
        if its is None or group.is_rule or group.start - its[0] > REACH_IN_A_SENTENCE:
            return None
        between = self.text[its[0] : group.start]
        named = next(iter(self.mentions.before(group.start)), None)
        if _SENTENCE_END.search(between) or (named is not None and named.start >= its[0]):
            return None
        return its[1] if all(self.exists(its[1], _article(element.key)) for element in group.elements) else None

    @cached_property
    def _its(self) -> re.Pattern[str]:
        """ "its Article 26", „Jo 26 straipsnis“: of the act just named."""
        return re.compile(rf"(?<!\w){any_of(self.words.all('its_article'))}\s$", re.IGNORECASE)

    def _not_of_another(
        self,
        group: Group,
        key: str | None,
        cited: Sequence[tuple[int, str, tuple[str, ...]]],
        seen: Mapping[str, Sequence[tuple[int, str]]],
    ) -> str | None:
        """
        The instrument of a bare article, unless the draft shows nothing of it there but that it pleads under it, or
        names the article with it only further on: then the act whose articles stood before is as likely.

        "L'article 27 du règlement Dublin III … l'entretien de l'article 5": of the act that alone was cited so far; of
        none where several were.
        """
        if key is None or group.is_rule or key == "ECtHR-Rules":
            return key
        before = [one for one in cited if one[0] < group.start]
        if any(
            other == key and place < group.start
            for element in group.elements
            for place, other in seen.get(_article(element.key), ())
        ):
            return key
        rivals: dict[str, int] = {}
        for place, other, _ in before:
            fits = other != key and not _is_protocol(other) and ":" not in other.removeprefix("EU:")
            if fits and all(self.exists(other, element.key) for element in group.elements):
                rivals[other] = place
        if not rivals:
            return key
        last = max(rivals, key=lambda other: rivals[other])
        articles = [_article(element.key) for element in group.elements]
        if not all(self.exists(key, element.key) for element in group.elements):
            return None  # "l'article 17, paragraphe 1": the Convention's has none
        if self._named_nearby(group, key, rivals[last]) or self._in_the_sentence(group, articles) == key:
            return key
        usual = all(article in USUAL.get(self.home or "", ()) for article in articles)
        if self.home in rivals and usual:
            return self.home  # another act has the article further on: it is the pleaded treaty's until then
        pleads = key == self.home and usual
        if pleads and any(other == key for _, other, _ in before):
            return key
        same = "\0" not in self.text[rivals[last] : group.start]
        return last if same or (len(rivals) == 1 and group.start - rivals[last] < REACH_OF_AN_ACT) else None

    def _named_nearby(self, group: Group, key: str, since: int) -> bool:
        """
        Whether the paragraph names the instrument or a case of its court before the article, its sentence behind it,
        or the draft speaks of "the Convention" *since* another act was cited.
        """
        begin = self.text.rfind("\0", 0, group.start) + 1
        stop = _END_BEHIND_A_WORD.search(self.text, group.end)
        end = stop.end() if stop is not None else len(self.text)
        for mention in self.mentions.before(end):
            if mention.start < min(begin, since):
                break
            if mention.key == key:
                return True
            if mention.start >= since and mention.key is None and mention.noun == noun_of(key) and key in CONVENTIONS:
                return True
        index = bisect_left(self.of_strasbourg, end) - 1
        return key == "ECHR" and index >= 0 and self.of_strasbourg[index] >= begin

    def _own(self, group: Group) -> str | None:
        mention = group.mention or group.beside
        if group.is_rule and group.elements[0].key == "39" and (mention is None or mention.key is None):
            return "ECtHR-Rules"
        if mention is None:
            if group.is_rule and (self.strasbourg or group.elements[0].key == "39"):
                return "ECtHR-Rules"
            return self._behind_its_title(group)
        if mention.key is not None:
            return mention.key
        is_of_the_court = self._is_of_the_court(group, mention)
        if is_of_the_court and self._by_its_own.search(self.text, max(0, mention.start - 12), mention.start):
            return "ECtHR-Rules"  # "l'article 39 de son règlement", whatever regulations the draft cites
        return self.of_noun(mention, group.elements[0].key) or ("ECtHR-Rules" if is_of_the_court else None)

    def _behind_its_title(self, group: Group) -> str | None:
        """
        The act behind whose title and place in the Official Journal the articles stand: "direktyvos 2011/95/ES dėl …
        (OL 2011 L 337, p. 9) 4 straipsnio 2 dalis".
        """
        begin = min(group.start, group.elements[0].start)
        journal = _JOURNAL.search(self.text, max(0, begin - REACH_OF_A_JOURNAL), begin)
        if journal is None:
            return None
        for mention in self.named.before(journal.start()):
            if begin - mention.start > REACH_OF_A_LONG_TITLE or "\0" in self.text[mention.end : begin]:
                return None
            if (mention.key or "").startswith("EU:") and not self._is_amended(mention):
                return mention.key
        return None

    def _is_of_the_court(self, group: Group, mention: Mention) -> bool:
        """
        Whether "article 47 § 4 du règlement" is the Rules of Court: some languages call both so, and where the draft
        cites Strasbourg and names no regulation, the Court's own "§" says which, or the article on interim measures.
        """
        return (
            (self.strasbourg or bool(self.of_strasbourg))
            and self.text[mention.start : mention.end].lower() in self._rules_of_procedure
            and ("§" in self.text[group.elements[0].start : group.elements[-1].end] or group.elements[0].key == "39")
        )

    @cached_property
    def _rules_of_procedure(self) -> frozenset[str]:
        return frozenset(self.words.all("rules_of_procedure"))

    @cached_property
    def _by_its_own(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){any_of(self.words.all('its_article'))}\s$")

    @cached_property
    def _joints(self) -> tuple[str, ...]:
        """ "and" in every language, in lower case."""
        return tuple(word.lower() for word in self.words.all("and"))

    def _shared(self, group: Group, following: Group, keys: tuple[str | None, ...]) -> str | None:
        """
        "Article 13 taken together with Article 3 of the Convention"; a protocol is never shared, its numbers are its
        own.
        """
        key = keys[0]
        between = self.text[group.end : following.start]
        if self._says_its(group):
            return None  # "z jej art. 3 i art. 4 Protokołu nr 4": of what "jej" says
        if key is None or key.startswith("ECHR-P") or len(between) > 45 or ";" in between or ". " in between:
            return None
        if not between.strip(" ,").lower().startswith(self._joints):
            return None
        return key if all(self.exists(key, element.key) for element in group.elements) else None

    def _led(self, before: Group, group: Group, keys: tuple[str | None, ...]) -> str | None:
        """
        The instrument that leads a list of articles: "Dublin II-VO Art. 2, Art. 4 Abs. 3", "Direktyvos 6 straipsnis ir
        46 straipsnis".
        """
        key = keys[-1]
        leader = before.mention or before.beside
        leads = (
            before.led
            or (leader is not None and leader.start < before.elements[0].start)
            or (leader is None and self._behind_its_title(before) is not None)
        )
        if key is None or not leads or group.mention is not None or group.open or group.is_rule:
            return None
        between = self.text[before.end : min(group.start, group.elements[0].start)]
        on = _ON_IN_A_LIST.fullmatch(between)
        if on is None:
            return None
        word = on["joint"].strip(" ,").lower()
        if word and word not in self._joints:
            return None
        return key if all(self.exists(key, element.key) for element in group.elements) else None

    def _said_beside(self, group: Group) -> str | None:
        """What the words beside the articles of a list that names no instrument say, wherever it else may belong."""
        if group.is_rule:
            return "ECtHR-Rules" if self.strasbourg else None
        # That a paragraph does not exist is for a check to say: the article decides which instrument is meant.
        articles = [_article(element.key) for element in group.elements]
        found = self._found_a_violation(group.start)
        if found and all(self.exists(found, article) for article in articles):
            return found
        if self._says_its(group):
            before = [
                key
                for mention in islice(self.mentions.before(group.start), MOST_ANTECEDENTS)
                if (key := mention.key or self.of_noun(mention))
            ]
            # "The Convention (as amended by the Protocol) … Its Article 33": of the one that has such an article.
            return next(
                (key for key in before if all(self.exists(key, article) for article in articles)),
                before[0] if before else None,
            )
        if not LETTERED.isdisjoint(articles) and all(self.exists("CSR51", article) for article in articles):
            return "CSR51"
        heading = self._heading(group, articles)
        if heading:
            return heading
        if self.text[group.start - 1 : group.start] == "(" and self.text[group.end : group.end + 1] == ")":
            # "The Charter guarantees asylum (Article 18)": what its sentence names
            beside = self._in_the_sentence(group, articles)
            if beside:
                return beside
        return None

    def _bare(self, group: Group, seen: dict[str, list[tuple[int, str]]]) -> str | None:
        """The one instrument of a list that names none; a list is never torn between two."""
        if group.is_rule:
            return None
        articles = [_article(element.key) for element in group.elements]
        nearest: dict[str, int] = {}
        rivals: set[str] = set()
        for article in articles:
            for where, key in seen.get(article, ()):
                rivals.add(key)
                if where < group.start:
                    nearest[key] = max(nearest.get(key, -1), where)
        fitting = [key for key in rivals if all(self.exists(key, article) for article in articles)]
        everywhere = [
            key
            for key in fitting
            if all(any(key == other for _, other in seen.get(article, ())) for article in articles)
        ]
        if not nearest:
            # What only the next sentence has is no reason to look past the instrument that this one names.
            beside = self._in_the_sentence(group, articles)
            if beside:
                return beside
        begin = self.text.rfind("\0", 0, group.start) + 1
        here = [key for key in nearest if nearest[key] >= begin and key in fitting]
        if not here and nearest and (said := self._of_the_sentence(group, articles)):
            return said  # the sentence speaks of another convention or court than the paragraphs before
        home = self._home_at(group.start)
        home = home if home and all(self.exists(home, article) for article in articles) else None
        if home and len(everywhere) != 1:
            # "Article 13 of the Covenant … Under Article 13": of what the paragraph has just said
            return max(here, key=lambda key: nearest[key]) if here else home
        for candidates in (everywhere, fitting):
            if len(candidates) == 1:
                return candidates[0]
            close = [key for key in candidates if group.start - nearest.get(key, -10_000) < 3_000]
            if close:
                return max(close, key=lambda key: nearest[key])
        if rivals:
            return None
        if home:
            return home
        near = self._nearest(
            group.start,
            # A Protocol's numbers are its own: "Articles 3 and 13" behind "Protocol No. 4" are not its Articles.
            lambda mention: (
                mention.key is not None
                and not mention.key.startswith("ECHR-P")
                and self._has_articles(mention.key)
                and all(self.exists(mention.key, article) for article in articles)
            ),
            600,
        )
        if near in (None, *NEVER_BARE) and "ECHR" in self._keys and "uk" in self._keys:
            # In the United Kingdom a bare "Article 8" is a Convention right.
            return "ECHR" if all(article in USUAL["ECHR"] for article in articles) else near
        return near

    def _of_the_sentence(self, group: Group, articles: list[str]) -> str | None:
        """What the sentence before the articles names: the last instrument or court in it, if it has such articles."""
        begin = max(group.start - REACH_IN_A_SENTENCE, 0)
        window = self.text[begin : group.start]
        ends = [end.end() for end in _END_BEHIND_A_WORD.finditer(window)]
        begin += ends[-1] if ends else 0
        if begin == group.start - REACH_IN_A_SENTENCE:
            return None
        window = self.text[begin : group.start]
        named = {
            begin + at: key
            for key, names in self.courts.items()
            for name in names
            if name in window
            for at in named_in(window, name)
        }
        for mention in self.named.before(group.start):
            if mention.start < begin:
                break
            named[mention.start] = mention.key or ""
        key = named[max(named)] if named else None
        return key if key in CONVENTIONS and all(self.exists(key, article) for article in articles) else None

    def _has_articles(self, key: str) -> bool:
        """Whether the draft may mean an article of it: statutes of the common law have sections."""
        return key not in self.in_signs and key.partition(":")[0] not in STATES_OF_SECTIONS

    def _found_a_violation(self, offset: int) -> str | None:
        """
        The treaty of the court or committee that, as the sentence says, found it violated: "the European Court found a
        violation of Article 3", whatever convention was named before.
        """
        begin = max(offset - REACH_IN_A_SENTENCE, self.text.rfind("\0", 0, offset) + 1)
        window = self.text[begin:offset]
        violation = _VIOLATION.search(window)
        if violation is None:
            return None
        ends = [end.end() for end in _END_BEHIND_A_WORD.finditer(window)]
        if ends:
            begin += ends[-1]
            window = self.text[begin:offset]
            violation = _VIOLATION.search(window)
            if violation is None:
                return None
        names = [
            (at, key)
            for key, names in self.courts.items()
            for name in names
            if name in window
            for at in named_in(window, name)
        ]
        names += [(found.start(), "ECHR") for found in _OF_STRASBOURG.finditer(window)]
        if not names:
            return None
        at, key = max(names)
        last = next(iter(self.named.before(offset)), None)
        return key if last is None or last.start < begin + at else None

    def _heading(self, group: Group, articles: list[str]) -> str | None:
        """
        The instrument under which the articles stand: the one before the bracket that holds them, "the Convention
        against Torture of 1984 (Article 3)", or the one of their headnote, "Directive 2013/32/EU – Article 6 – …".
        """
        mention = next(iter(self.named.before(group.start)), None)
        if mention is None or mention.key is None or not all(self.exists(mention.key, article) for article in articles):
            return None
        between = self.text[mention.end : group.start]
        if _OPENS_A_BRACKET.fullmatch(between):
            return mention.key
        in_a_headnote = between.startswith((" –", " —")) and between.endswith(("– ", "— ")) and "\0" not in between
        return mention.key if in_a_headnote and mention.key.startswith(("EU:", "CFR")) else None

    def _in_the_sentence(self, group: Group, articles: list[str]) -> str | None:
        """
        The instrument named before the articles in their sentence:
        "The Refugee Convention forbids refoulement in Article 33".

        Only where that instrument has them in a form of its own; "asylum and Article 3" in a Strasbourg draft
        stays with the draft's own Convention.
        """
        # "The Charter" alone names an instrument too; "the Convention" may be any.
        says = (
            one
            for one in self.mentions.before(group.start)
            if (self._has_articles(one.key) if one.key is not None else one.hint or one.noun == "charter")
            and not self._is_amended(one)
        )
        mention = next(says, None)
        index = bisect_left(self.of_strasbourg, group.start) - 1
        if (
            index >= 0
            and not self._of_symbols
            and (mention is None or mention.end < self.of_strasbourg[index])
            and self._of_the_case(group.start)
            and all(self.exists("ECHR", article) for article in articles)
        ):
            return None if self.home else "ECHR"  # "Nunez v. Norway, no. 55597/09, on Article 8"
        if mention is None or group.start - mention.end > REACH_IN_A_SENTENCE:
            return None
        key = mention.key or self.of_noun(mention)
        between = self.text[mention.end : group.start]
        if key is None or _SENTENCE_END.search(between) or not all(self.exists(key, article) for article in articles):
            return None
        if self.home and all(article in USUAL.get(self.home, ()) for article in articles):
            return None
        if key == "ECtHR-Rules" and self.strasbourg and all(self.exists("ECHR", article) for article in articles):
            return None  # "… under Rule 39 ends when the judgment is final (Article 44 § 2)"
        return key


# "(OL 2011 L 337, p. 9), " closes before the articles; a title has seldom more letters.
_JOURNAL = late(
    r"\((?:OJ|OL|OV|ELT|EÜT|EUVL|EYVL|EUT|EGT|EFT|ABl|JO|DO|GU|PB|HL|Dz\.\s?U|ОВ|ОЖ|Úř)\.?\s[^()\0]{4,60}\),?\s$"
)
REACH_OF_A_JOURNAL, REACH_OF_A_LONG_TITLE = 80, 600
# An act cited with its articles is meant by the bare ones of the next paragraphs.
REACH_OF_AN_ACT = 2_000
# "la citada Convención", "the said Convention": the one named last, whatever the draft's own is.
_THE_SAME = late(
    r"(?<!\w)(?:said|same|aforementioned|above-mentioned|latter|citada|mencionada|referida|misma|susvisée|ladite|citata|predetta|suddetta"
    r"|medesima|stessa|genannten|gleichen|selben)\s$"
)
_ABOVE_NAMED = late(r"(?<!\w)(?:вышеназванной|вышеупомянутой|вышеуказанной)\s$")
REACH_OF_THE_SAME = 1_500
# Acts of the Union into which later ones have put an Article 21a.
WITH_LETTERED_ARTICLES = frozenset(("EU:2016/399", "EU:562/2006"))
# No act has so many articles; whose articles nobody has counted may have any.
NO_ARTICLE = "999"
_LETTERED_ARTICLE = late(r"(\d{1,3})([a-h])((?:\(.*)?)$")
# So many instruments named before may "its" mean.
MOST_ANTECEDENTS = 3
# "… of 23 May 1969 (Part III, ": a date, and what else the bracket has.
_OPENS_A_BRACKET = late(
    r"(?:\s[^\W\d_]{1,3})?(?:\s(?:\d{1,2}\.?\s[^\W\d_]{3,12}\s)?\d{4}(?:\s[^\W\d_]{1,4}\.?)?)?\s\((?:[^()\0]{1,20}[,;]\s)?"
)
_COMMITTEE = late(
    r"(?<!\w)(?:Committee\b(?!\sof\sMinisters)|Comité\b|Comitato\b|[Kk]ommittén|[Kk]omit[ée]|Komitet|Komitee\b|Komitea|komitea|Komitej|Комитет|Комітет|Ausschuss)"
)
# Whatever follows "European Convention" and says on what it is, in any language; those on human rights say so.
_ON_ANOTHER_MATTER = late(
    r"\s(?:o|on|for|sur|pour|relative|d'|dėl|par|про|щодо|о|об|om|til|tegen|inzake|betreffende|sulla|sul|sobre|para|przeciwko|w\ssprawie)\s?[^;,.()\0]{3,60}"
)
_OF_RIGHTS = late(r"(?i)right|rettighe|droits|praw|teisi|tiesīb|прав|rättigh|rechten|diritti|derechos|õigus")
_RELATIONS = late(r"(?i)\s\S{1,12}(?:\s\S{1,12})?\s(?:konsul|consul|diplom|консул|диплом|stosunk|relation)")
_YEAR = late(r"(?<!\d)(?:19[5-9]\d|20\d\d)(?!\d)")
_A_NUMBER_BEHIND = late(r"(?::n)?\s\d{1,2}(?:\.\s?pant|\s(?:\(\d\)\s)?artikl)")
_DOCKET = late(r"\s?(?:n[.°ºo]{0,2}\s?)?\d{1,6}/\d")
# "…Dublin II-VO Art. 2 Buchst. e, Art. 4 Abs. 3": what leads from one article to the next of a list.
# "… artikli 3 (piinamise keeld) ja artikli 13": what an article is about may stand between.
_ON_IN_A_LIST = late(r"(?:\s\((?=[^\W\d_]{3})[^()\d]{3,80}\))?(?P<joint>\s?,\s|,?\s[^\W\d_]{1,5}\s)")
_SENTENCE_END = late(r"[.!?]\s|\0")


_OF_STRASBOURG = late(
    r"European\sCourt(?!\sof\s(?:Justice|Auditors))|Strasbourg\s[Cc]ourt|Court\sin\sStrasbourg|Cour\s(?:européenne(?!\sde\sjustice)|EDH|de\sStrasbourg)"
    r"|Gerichtshof\sin\sStra(?:ß|ss)burg|Straßburger\sGerichtshof|Trybunał\w*\s(?:w\sStrasburgu|strasburski)|Corte\s(?:EDU|di\sStrasburgo|europea)"
    r"|Tribunal\s(?:Europeo\sde\sDerechos|de\sEstrasburgo)|Strasbūro\s[Tt]eism|Strasbūras\s[Tt]ies|Страсбургск\w+\s[Сс]уд"
)
_VIOLATION = late(
    r"(?i)violat|breach|viol[ée]|méconnaiss|verletz|verst[oö]ß|narusz|pažeid|pārkāp|нарушен|нарушил|порушен|rikko|rikku|schend|"
    r"gesch[oe]nd|violazion|vulnera|infring|kränk|krænk|överträd|sértés|παραβ"
)
_END_BEHIND_A_WORD = late(r"[^\W\d_]{3}[.!?]\s|\0")  # "Paposhvili v. Belgium" has a stop, and no sentence ends


def _year_of(act: str) -> int:
    """``"EU:604/2013"`` → 2013."""
    return max((int(year) for year in _YEAR.findall(act)), default=0)


def _is_protocol(key: str) -> bool:
    return "-P" in key or "-OP" in key


def _article(key: str) -> str:
    return key.split("(", 1)[0]
