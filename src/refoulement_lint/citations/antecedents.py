"""
What "the Convention", "that directive", "the Charter" stand for, by defined term and by context.

Evidence in this order: a definition in the draft; the kind of document; the court or committee beside; the nearest
antecedent. Where none of them decides, it stays open: nobody guesses.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from attrs import define

from refoulement_lint.citations.instruments import ACTS, CONVENTIONS, Mention, Mentions
from refoulement_lint.citations.terms import Terms
from refoulement_lint.citations.words import Words, any_of, named_in
from refoulement_lint.late import late

# An instrument named this far before a bare article, in the same sentence, is the one meant.
REACH_IN_A_SENTENCE = 120
# A court or committee named this far before "the Convention", in the same paragraph, applies the one meant.
REACH_OF_A_COURT = 400
# What tells of whose treaty a paragraph speaks may stand so far behind "the Convention".
REACH_OF_THE_WORDS = 120
# Between "amending" and the act stand an article and an institution.
REACH_OF_AN_AMENDMENT = 60
# A committee's symbol heads the paragraph of its document that begins so near behind it.
REACH_OF_A_SYMBOL = 40
# "la citada Convención" is no further from the one named.
REACH_OF_THE_SAME = 1_500
# A general comment and what its title names; between them "(2017), entitled".
REACH_OF_A_COMMENT, LONGEST_ON = 200, 60
# What is said again so: "ladite Convention", "the same directive".
SAID_AGAIN = frozenset(("convention", "covenant", *ACTS))
# The sections of the Refugee Convention's first article, which no other treaty here has.
LETTERED = frozenset(("1A", "1B", "1C", "1D", "1E", "1F"))
# How a committee's symbols begin → the Optional Protocol under which it hears communications.
OPTIONAL = {"CCPR/C/": "ICCPR-OP1", "CRC/C/": "CRC-OP3", "CEDAW/C/": "CEDAW-OP", "CRPD/C/": "CRPD-OP"}
# A symbol of a committee says as much of a paragraph as so many names of treaties.
WEIGHT_OF_A_SYMBOL = 2
# How a committee's symbols begin → the treaty that it watches.
SYMBOLS = {
    "CCPR/C/": "ICCPR",
    "CRC/C/": "CRC",
    "CEDAW/C/": "CEDAW",
    "CRPD/C/": "CRPD",
    "CAT/C/": "CAT",
    "CED/C/": "CED",
}
# So many letters of a noun do not change with its case.
STEM_OF_A_NOUN = 5
# The treaties among them that are called so, and no Convention.
COVENANTS = frozenset(("ICCPR", "ICESCR"))
# "Convention reason" is the Refugee Convention's nexus, "Convention rights" those of the European Convention.
REFUGEE_USES = ("reason", "ground", "refugee", "status", "nexus")
RIGHTS_USES = ("right", "rights", "organs", "system", "case-law", "compliant")


@define(slots=False, eq=False, repr=False)
class Antecedents:
    """
    The evidence of one document. Built once from its mentions; ``exists`` asks the register whether an instrument has
    an article.
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
    together: Mapping[str, tuple[tuple[str, ...], ...]]
    """Treaties by their keys → what a paragraph says together that is of the decisions of its committee alone."""
    pleaded: bool = False
    """Whether the head of the document names that court or committee."""
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
    def _terms(self) -> Terms:
        return Terms(self.text, self.words, self.named)

    def of_noun(self, mention: Mention, article: str | None = None) -> str | None:
        """The instrument that "the Convention", "that directive", "the Charter" stands for there, or ``None``."""
        phrase = self._terms.in_a_phrase(mention)
        if phrase is not None:
            return phrase
        if mention.noun == "convention" and not mention.hint and self._is_another(mention):
            return None
        if mention.noun == "convention" and article and article[:2] in LETTERED:
            return "CSR51"
        if self.text[mention.start].islower() and self._as_named_above.search(
            self.text, max(0, mention.start - 18), mention.start
        ):
            named = self._named_last(mention)  # the treaty named above, and not the one defined as "Конвенция"
            if named is not None and (not article or self.exists(named, article_of(article))):
                return named
        if mention.noun in SAID_AGAIN:
            same = self._the_same_as(mention)
            if same is not None and (not article or self.exists(same, article_of(article))):
                return same
        return self._of_a_noun(mention, article)

    def _is_another(self, mention: Mention) -> bool:
        """
        Whether the word is the end or the beginning of a longer name that no register has: "MARPOL Convention",
        "Haager-Übereinkommen", "Übereinkommen von Oviedo".
        """
        return _OF_A_PLACE.match(self.text, mention.end) is not None or (
            not self.text[mention.start : mention.end].isupper()
            and _IN_A_LONGER_NAME.search(self.text, max(0, mention.start - 24), mention.start) is not None
        )

    def _of_a_noun(self, mention: Mention, article: str | None) -> str | None:
        """The same, where the words before it do not send back to the one named last."""
        word = self.text[mention.start : mention.end].lower()
        defined = self._terms.at(mention)
        if defined:
            index = bisect_left([where for where, _ in defined], mention.start) - 1
            if index >= 0:
                return defined[index][1]
            if not self.home and len({key for _, key in defined}) == 1:
                # A title before the definition means what the draft says further down; not what has just been named.
                named = self._named_above(mention)
                if named is None or (article and not self.exists(named, article_of(article))):
                    return defined[0][1]
        if mention.hint:
            return self._hinted(mention)
        fits = self._fits(mention.noun, mention, article)
        if mention.noun == "convention":
            after = self.text[mention.end : mention.end + 12].strip().lower()
            if after.startswith(REFUGEE_USES):
                return "CSR51"
            commented = self.of_a_comment(mention.start)
            if commented and (not article or self.exists(commented, article_of(article))):
                return commented
            if article == "44(2)" and self.of_strasbourg:
                return "ECHR"  # "final in the circumstances set out in Article 44 § 2 of the Convention"
            of_a_committee = self._committee_beside(mention.start)
            if of_a_committee and (not article or self.exists(of_a_committee, article_of(article))):
                return of_a_committee
            of_a_case = self.of_the_case(mention.start)
            home = "ECHR" if after.startswith(RIGHTS_USES) or of_a_case else self.home_at(mention.start)
            if home in CONVENTIONS:
                base = article and article_of(article)
                if not base or self.exists(home, base):
                    return home
                return self.nearest(mention.start, fits) or (home if self._is_alone(home, mention, fits) else None)
        if mention.noun == "charter":
            return None if word in self._national_charters and not self._is_the_unions(word) else "CFR"
        if mention.noun == "covenant" and self._before_its_committee:
            return "ICCPR"
        if mention.noun == "protocol" and word.startswith("optional "):
            return self._optional(mention)
        if mention.noun == "convention":
            beside = self._court_beside(mention.start, fits)
            if beside and (not article or self.exists(beside, article_of(article))):
                return beside
        # An article that no such instrument has is still an article of the one meant: that it does not exist is the
        # finding.
        near = (
            self._by_its_usual_name(mention, article)
            or self._by_habit(mention, article)
            or self.nearest(mention.start, fits)
            or self.nearest(mention.start, self._fits(mention.noun, mention, None))
        )
        return near or ("ICCPR" if mention.noun == "covenant" and self._names_the_committee else None)

    def _is_alone(self, home: str, mention: Mention, fits: Callable[[Mention], bool]) -> bool:
        """
        Whether nothing near "the Convention" speaks of another than the one before whose court or committee the head of
        the draft pleads; an article that it has not is then still one of it, which is the finding.
        """
        if not self.pleaded or self._court_beside(mention.start, fits) not in (None, home):
            return False
        for other in self.mentions.before(mention.start):
            if mention.start - other.start > REACH_OF_THE_SAME:
                break
            if other.noun not in ("convention", ""):  # the latter of a treaty that only its own name names
                continue
            key = other.key or other.hint or home
            if (key != home and ":" not in key) or (other.key is None and self._is_another(other)):
                return False
        return True

    @cached_property
    def _national_charters(self) -> frozenset[str]:
        """Words for the Charter that are called so in their State's own law too: Czech "Listina"."""
        return frozenset(word.lower() for word in self.words.all("charter_or_another"))

    def _is_the_unions(self, word: str) -> bool:
        """Whether the draft names the Charter of the Union and no other that begins with that word."""
        begins = word[:STEM_OF_A_NOUN]
        named = {one.key for one in self.named if self.text[one.start : one.end].lower().startswith(begins)}
        return named == {"CFR"}

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
                return key if article is None or self.exists(key, article_of(article)) else None
        return None

    def _by_habit(self, mention: Mention, article: str | None) -> str | None:
        """
        The act that the draft called so from paragraph to paragraph when it was the only one named, where another has
        been named in passing since: not in this paragraph nor in the one before.
        """
        if mention.noun not in ACTS or self._says_the_same(mention):
            return None
        word = self.text[mention.start : mention.end].lower()[:4]
        habit = self._habits.get(word)
        if habit is None or mention.start < habit[0] or (article and not self.exists(habit[1], article_of(article))):
            return None
        begin, _ = self._paragraph_at(max(0, self._paragraph_at(mention.start)[0] - 2))
        for one in self.named.before(mention.start):
            if one.start < begin:
                break
            if one.key != habit[1] and one.key in self._acts.get(word, ()):
                return None
        return habit[1]

    @cached_property
    def _acts(self) -> dict[str, set[str]]:
        """The Union's acts that the draft numbers, by the beginnings of the word before the number."""
        acts: dict[str, set[str]] = {}
        for one in self.named:
            if one.key and one.key.startswith("EU:") and (word := self._word_of(one)):
                acts.setdefault(word, set()).add(one.key)
        return acts

    def _word_of(self, mention: Mention) -> str:
        """How the word for the kind of act in a name begins: "dire", "regu"; nothing where it has none."""
        name = self.text[mention.start : mention.end].lower()
        return next((word for word in self._called if word in name), "")

    @cached_property
    def _called(self) -> frozenset[str]:
        """The beginnings of the words by which the draft means an act without its number."""
        return frozenset(
            self.text[one.start : one.end].lower()[:4]
            for one in self.mentions
            if one.key is None and not one.hint and one.noun in ACTS
        )

    @cached_property
    def _habits(self) -> dict[str, tuple[int, str]]:
        """The beginning of such a word → from where it has a habitual meaning, and which."""
        named: dict[str, list[tuple[int, str]]] = {}
        habits: dict[str, tuple[int, str]] = {}
        for one in self.mentions if any(len(keys) > 1 for keys in self._acts.values()) else ():
            if one.key is not None:
                if one.key.startswith("EU:") and (word := self._word_of(one)):
                    named.setdefault(word, []).append((one.start, one.key))
                continue
            word = self.text[one.start : one.end].lower()[:4]
            if one.hint or one.noun not in ACTS or word in habits or self._says_the_same(one):
                continue
            acts = named.get(word, [])
            if len({key for _, key in acts}) == 1 and all(at < self._paragraph_at(one.start)[0] for at, _ in acts):
                habits[word] = (one.start, acts[0][1])
        return habits

    def _named_above(self, mention: Mention) -> str | None:
        """The last of its kind that the same paragraph names before by a name of its own."""
        begin = self.text.rfind("\0", 0, mention.start) + 1
        named = next(
            (one for one in self.mentions.before(mention.start) if one.start < begin or one.key or one.hint), None
        )
        if named is None or named.start < begin or named.noun != mention.noun:
            return None
        return named.key or self._hinted(named)

    def _the_same_as(self, mention: Mention) -> str | None:
        """What "la même convention", "the said Convention" sends back to: the one spoken of last, named or not."""
        if not self._says_the_same(mention):
            return None
        for other in self.mentions.before(mention.start):
            if mention.start - other.start > REACH_OF_THE_SAME:
                return None
            if other.noun == mention.noun and not self._says_the_same(other):
                return other.key or (self._hinted(other) if other.hint else self._of_a_noun(other, None))
        return None

    def _says_the_same(self, mention: Mention) -> bool:
        return self._the_same.search(self.text, max(0, mention.start - 18), mention.start) is not None

    def _named_last(self, mention: Mention) -> str | None:
        """The convention named before, by a name of its own: "la citada Convención"."""
        for other in self.mentions.before(mention.start):
            if mention.start - other.start > REACH_OF_THE_SAME:
                return None
            if other.noun == mention.noun and (other.key or other.hint):
                return other.key or self._hinted(other)
        return None

    def home_at(self, offset: int) -> str | None:
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

    def of_the_case(self, offset: int) -> bool:
        """Whether the sentence names a Strasbourg case before: "In Saadi v. Italy … Article 3 of the Convention"."""
        index = bisect_left(self.of_strasbourg, offset) - 1
        end = self.of_strasbourg[index] if index >= 0 else 0
        return index >= 0 and offset - end < REACH_IN_A_SENTENCE and not _CASE_ENDS.search(self.text, end, offset)

    def _committee_beside(self, offset: int) -> str | None:
        """
        The treaty of the committee that the paragraph speaks of: the one that it names, or the one of whose document
        the symbol stands in it or above it. None where Strasbourg is spoken of as well.
        """
        begin = max(self.text.rfind("\0", 0, offset) + 1, offset - REACH_OF_A_COURT)
        window = self.text[begin:offset]
        if any(name in window for name in self.courts.get("ECHR", ())):
            return None
        if not self._committee.search(window):
            return self._told_by(begin, offset)
        last = next((mention for mention in self.named.before(offset) if mention.noun == "convention"), None)
        if last is not None and last.start >= begin:
            return last.key if last.key in SYMBOLS.values() else None
        above = self.text[max(0, begin - REACH_OF_A_SYMBOL) : offset]
        near = {key: above.rfind(symbol) for symbol, key in SYMBOLS.items() if symbol in above}
        return max(near, key=lambda key: near[key]) if near else self._told_by(begin, offset)

    def _told_by(self, begin: int, offset: int) -> str | None:
        """
        The treaty of the committee whose decisions alone speak as the paragraph does, "the complainant … the State
        party", where no other committee is pleaded before or named.
        """
        end = self._paragraph_at(offset)[1]
        window = self.text[begin : min(end, offset + REACH_OF_THE_WORDS)]
        for key, ways in self.together.items():
            if (self.home != key and self.home in SYMBOLS.values()) or not any(
                all(word in window for word in words) for words in ways
            ):
                continue
            others = (names for body, names in self.committees.items() if self.treaties.get(body) != key)
            if not any(name in window for names in others for name in names):
                return key
        return None

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
        if key == "VCLT" and self._relations.match(self.text, mention.end):
            return None  # "the Vienna Convention on Consular Relations"
        if (
            key == "ECHR"
            and (about := self._on_a_matter.match(self.text, mention.end))
            and not self._rights.search(about[0])
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
        return self._of_the_comment_before(mention) or self._by_its_committee(mention)

    def _by_its_committee(self, mention: Mention) -> str | None:
        """The same, by what is named beside it and pleaded in the draft."""
        beside = self._comment_named_beside(mention)
        if len(beside) == 1:
            return beside[0]
        if not beside and (same := self._same_comment(mention)):
            return same
        may_be = [key for key in mention.hints if self._has_as_many(key)]
        if on := self._treaty_commented_on(mention):
            is_covenant = on.noun == "covenant"
            may_be = [key for key in may_be if (self.treaties.get(key.partition(":")[0]) in COVENANTS) is is_covenant]
        for treaties in ({self.home}, self.of_symbols, self.keys):
            pleaded = [key for key in may_be if self.treaties.get(key.partition(":")[0]) in treaties]
            if len(pleaded) == 1:
                return pleaded[0]
        return None

    def _comment_named_beside(self, mention: Mention) -> tuple[str, ...]:
        """The general comments that it may be by the committees named nearest; several where two are as near."""
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
        if not near and (of_sentence := self._comment_of_the_sentence(mention)):
            return (of_sentence,)
        return tuple(key for key in near if near[key] == min(near.values()))

    def _of_the_comment_before(self, mention: Mention) -> str | None:
        """The one of the same committee: "general comment No. 4 …, which replaces general comment No. 1"."""
        for other in self.mentions.before(mention.start):
            if ":GC" not in (other.key or other.hint) or SENTENCE_END.search(self.text, other.end, mention.start):
                return None
            if other.end < mention.start - REACH_OF_A_COURT or ";" in self.text[other.end : mention.start]:
                return None
            stop = SENTENCE_END.search(self.text, mention.end, mention.end + 90)
            beside = self.text[other.end : stop.start() if stop is not None else mention.end + 90]
            if any(name in beside for names in self.committees.values() for name in names):
                return None
            key = other.key or self._by_its_committee(other)
            body = key.partition(":")[0] if key else ""
            return next(
                (one for one in mention.hints if one.partition(":")[0] == body and self._has_as_many(one)), None
            )
        return None

    def of_the_comment_behind(self, offset: int) -> str | None:
        """The treaty of the comment that stands behind an article of it: "article 3 in its general comment No. 4"."""
        for mention in self.mentions.between(offset, offset + NEAR_A_COMMENT):
            key = mention.key or mention.hint
            if ":GC" not in key or not _BEFORE_A_COMMENT.fullmatch(self.text, offset, mention.start):
                return None
            comment = mention.key or self._comment(mention)
            return self.treaties.get(comment.partition(":")[0]) if comment else None
        return None

    def _same_comment(self, mention: Mention) -> str | None:
        """The one of that number that the paragraph has named before with its committee."""
        begin = max(self._paragraph_at(mention.start)[0], mention.start - REACH_OF_THE_SAME)
        for other in self.mentions.before(mention.start):
            if other.start < begin:
                return None
            if other.key in mention.hints:
                return other.key
            if other.hints == mention.hints and len(named := self._comment_named_beside(other)) == 1:
                return named[0]
        return None

    def _treaty_commented_on(self, mention: Mention) -> Mention | None:
        """The "Convention" or "Covenant" of its title: "General comment No. 4 on article 3 of the Convention"."""
        for other in self.mentions.between(mention.end, mention.end + REACH_OF_A_COMMENT):
            between = self.text[mention.end : other.start]
            if SENTENCE_END.search(between) or ";" in between or not self._on.search(between[:LONGEST_ON]):
                return None
            if other.noun in ("convention", "covenant"):
                return other
        return None

    def _comment_of_the_sentence(self, mention: Mention) -> str | None:
        """The committee that its sentence names last before it: "the Committee … revised its general comment No. 1"."""
        begin = max(mention.start - REACH_OF_A_COURT, 0)
        ends = [end.end() for end in SENTENCE_END.finditer(self.text, begin, mention.start)]
        window = self.text[ends[-1] if ends else begin : mention.start].rpartition(";")[2]
        last = {
            key: max(found)
            for key in mention.hints
            if self._has_as_many(key)
            and (
                found := [
                    at
                    for name in self.committees.get(key.partition(":")[0], ())
                    if name in window
                    for at in named_in(window, name)
                ]
            )
        }
        return max(last, key=lambda key: last[key]) if last else None

    def of_a_comment(self, offset: int) -> str | None:
        """
        The treaty of the general comment that the sentence names before: "General comment No. 4 on the implementation
        of article 3 of the Convention in the context of article 22".
        """
        for mention in self.mentions.before(offset):
            if offset - mention.start > REACH_OF_A_COMMENT:
                return None
            key = mention.key or mention.hint
            if ":GC" not in key:
                continue
            between = self.text[mention.end : offset]
            if SENTENCE_END.search(between) or ";" in between or not self._on.search(between[:LONGEST_ON]):
                return None
            comment = mention.key or self._comment(mention)
            return self.treaties.get(comment.partition(":")[0]) if comment else None
        return None

    @cached_property
    def _on(self) -> re.Pattern[str]:
        """From a general comment to what it is on."""
        return re.compile(
            rf"^(?:\s\(\d{{4}}\))?,?\s(?:entitled\s)?[\"(]*(?:General comment\s)?{any_of(self.words.all('on'))}\s"
        )

    @cached_property
    def keys(self) -> frozenset[str]:
        """The instruments that the draft names."""
        return frozenset(mention.key.partition(":")[0] for mention in self.named if mention.key)

    @cached_property
    def of_symbols(self) -> frozenset[str]:
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

    def nearest(self, offset: int, fits: Callable[[Mention], bool], reach: int = 20_000) -> str | None:
        """The instrument named last before *offset* that fits, within *reach* characters."""
        for mention in self.named.before(offset):
            if offset - mention.start > reach:
                return None
            if fits(mention) and not self.is_amended(mention):
                return mention.key
        return None

    def is_amended(self, mention: Mention) -> bool:
        """Whether it stands in the title of the act that amends it: "Directive 2011/51/EU amending Directive …"."""
        return (
            self._amending.search(self.text, max(0, mention.start - REACH_OF_AN_AMENDMENT), mention.start) is not None
        )

    @cached_property
    def _the_same(self) -> re.Pattern[str]:
        """ "la citada Convención", "the said Convention": the one named last, whatever the draft's own is."""
        return re.compile(rf"(?<!\w){any_of(self.words.all('the_same'))}\s$")

    @cached_property
    def _as_named_above(self) -> re.Pattern[str]:
        """«вышеназванной конвенции»: the one named last, whatever the draft calls "Конвенция"."""
        return re.compile(rf"(?<!\w){any_of(self.words.all('named_above'))}\s$")

    @cached_property
    def _committee(self) -> re.Pattern[str]:
        no = any_of(self.words.all("no_committee"))
        return re.compile(rf"(?<!\w)(?!{no}){any_of(self.words.all('committee'))}")

    @cached_property
    def _on_a_matter(self) -> re.Pattern[str]:
        """Whatever follows "European Convention" and says on what it is; those on human rights say so."""
        return re.compile(rf"\s{any_of(self.words.all('on', 'subject'))}\s?[^;,.()\0]{{3,60}}")

    @cached_property
    def _rights(self) -> re.Pattern[str]:
        return re.compile(any_of(self.words.all("rights_stems")), re.IGNORECASE)

    @cached_property
    def _relations(self) -> re.Pattern[str]:
        """ "… on Consular Relations" behind "the Vienna Convention"."""
        return re.compile(rf"\s\S{{1,12}}(?:\s\S{{1,12}})?\s{any_of(self.words.all('relations_stems'))}", re.IGNORECASE)

    @cached_property
    def _amending(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?<!\w){any_of(self.words.all('amending'))}\s(?:(?:{any_of(self.words.all('the'))}|[A-ZŠŽ]\w{{3,9}})\s){{0,2}}$",
            re.IGNORECASE,
        )


# "in its", "dans son ", "dans l'": between an article and the comment on it.
NEAR_A_COMMENT = 24
_BEFORE_A_COMMENT = late(r"\s[^\W\d_]{1,5}\s(?:[^\W\d_]{2,6}\s|[^\W\d_]')")
# Behind a case's name stops stand in its number and its day: "no. 37201/06", "ze dne 23. 6. 2011".
_CASE_ENDS = late(r"(?:[^\W\d_]{3}|[\d)\]])[.!?]\s(?=[^\W\d_a-zß-öø-ÿ])|\0")
_YEAR = late(r"(?<!\d)(?:19[5-9]\d|20\d\d)(?!\d)")
# The European Convention was signed at Rome, and "de Sauvegarde" is its own title.
_OF_A_PLACE = late(
    r"\s(?:(?:von|de|di|of|van)\s|d')(?!Rom|Sauv|Salv|Genè|Gene|Gin|Genf)[A-ZÄÖÜÉ][a-zäöüßéèêàíóç]{2,}(?!\w)"
)
_IN_A_LONGER_NAME = late(r"(?<!\w)(?:(?!EMR|Menschenr)[A-ZÄÖÜ][a-zäöüß]{3,}-|(?!ECHR|CEDH|EMRK)[A-Z]{3,8}\s)$")
_A_NUMBER_BEHIND = late(r"(?::n)?\s\d{1,2}(?:\.\s?pant|\s(?:\(\d\)\s)?artikl)")
_DOCKET = late(r"\s?(?:n[.°ºo]{0,2}\s?)?\d{1,6}/\d")
SENTENCE_END = late(r"[.!?]\s|\0")


def _year_of(act: str) -> int:
    """``"EU:604/2013"`` → 2013."""
    return max((int(year) for year in _YEAR.findall(act)), default=0)


def article_of(key: str) -> str:
    """``"35(1)"`` → ``"35"``."""
    return key.split("(", 1)[0]
