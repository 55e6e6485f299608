"""
Which instrument the articles of a list are of: "Article 3", "Articles 6 and 7(1) of the Directive", "its Article 26".

Evidence in this order: the words that name it; the list behind that shares it, the list before that leads it; what the
sentence says; the same article tied to one instrument elsewhere in the draft; the kind of document; the nearest
antecedent. Where none of them decides, it stays open: nobody guesses.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import islice
from operator import itemgetter

from attrs import define

from refoulement_lint.citations.antecedents import LETTERED, REACH_IN_A_SENTENCE, SENTENCE_END, Antecedents, article_of
from refoulement_lint.citations.articles import Element
from refoulement_lint.citations.instruments import CONVENTIONS, Mention, Mentions, noun_of
from refoulement_lint.citations.provisions import Group
from refoulement_lint.citations.words import Words, any_of, named_in
from refoulement_lint.late import late

# Articles that a draft before the court or committee of a treaty means when it names no other: those of removal.
USUAL = {
    "ECHR": frozenset(("2", "3", "4", "5", "6", "8", "9", "13", "14", "15", "34", "35", "37", "39", "41", "46")),
    "CAT": frozenset(("1", "2", "3", "12", "13", "14", "15", "16", "22")),
    "ICCPR": frozenset(("2", "6", "7", "9", "10", "12", "13", "14", "17", "18", "23", "24", "26")),
    "CRC": frozenset(("2", "3", "6", "8", "9", "10", "12", "16", "19", "20", "22", "24", "37", "39")),
}
# States whose statutes have sections and no articles.
STATES_OF_SECTIONS = frozenset(("uk", "ie", "ca", "au", "nz", "hk"))
# Whose bare articles no British draft cites by their numbers alone.
NEVER_BARE = ("CSR51", "CSR67")
COVENANTS = ("ICCPR", "ICESCR", "CFR", "UDHR")
# The rights that a British lawyer calls by their numbers alone.
RIGHTS = frozenset(("2", "3", "4", "5", "6", "8", "9", "13", "14"))
# An Optional Protocol named so near before an article of it, in the same paragraph.
REACH_OF_A_PROTOCOL = 300
# "(OL 2011 L 337, p. 9), " closes before the articles; a title has seldom more letters.
REACH_OF_A_JOURNAL, REACH_OF_A_LONG_TITLE = 80, 600
# An act cited with its articles is meant by the bare ones of the next paragraphs.
REACH_OF_AN_ACT = 2_000
# Acts of the Union into which later ones have put an Article 21a.
WITH_LETTERED_ARTICLES = frozenset(("EU:2016/399", "EU:562/2006"))
# No act has so many articles; whose articles nobody has counted may have any.
NO_ARTICLE = "999"
# "… says that everyone", "… nustato: ": between an instrument and what is quoted of it.
REACH_OF_A_QUOTATION = 60
# "…, dont l'", ", la cui": a relative stands directly behind its noun, a bracket or a number between.
LONGEST_RELATIVE, REACH_OF_A_RELATIVE = 14, 30
# The name of a case, where it stands right behind an article.
LONGEST_CASE = 80
# Of so many articles cited before it an article alone may share the act; a draft has fewer, a book has thousands.
MOST_BEFORE = 500
# So many instruments named before may "its" mean.
MOST_ANTECEDENTS = 3


@define(slots=False, eq=False, repr=False)
class Ties:
    """The lists of articles of one document tied to instruments; what a noun stands for the *antecedents* say."""

    text: str
    words: Words
    mentions: Mentions
    exists: Callable[[str, str], bool]
    antecedents: Antecedents
    of_statutes: Mapping[str, tuple[tuple[int, str], ...]]
    """Article → where a statute's article of that number is cited, and the statute's key."""
    in_signs: Set[str] = frozenset()
    """Statutes whose sections the draft calls "§" and never articles."""

    def freed(self, group: Group) -> Group:
        """
        The list without the instrument behind it where only a table's flattening put them together: "Arts 1A(2), 33
        Convention against Torture" are articles of the Refugee Convention, which alone has lettered sections.
        """
        mention = group.mention
        if mention is None and group.beside is None and self._of_rules(group):
            return group._replace(open=not self.antecedents.strasbourg)  # of the Court, else of anybody
        if mention is None and not group.open:
            return self._without_a_comments_paragraph(group)
        if mention is None or mention.key in (None, "CSR51") or mention.start < group.start:
            return group
        last = group.elements[-1].end
        if self.text[last : mention.start] not in (" ", ", ", "; ") or not any(
            article_of(element.key) in LETTERED for element in group.elements
        ):
            return group
        return group._replace(mention=None, end=last)

    def _without_a_comments_paragraph(self, group: Group) -> Group:
        """
        The list without a paragraph that its treaty lacks and the general comment has: "General comment No. 4 on the
        implementation of article 3 in the context of article 22, para. 11".
        """
        last = group.elements[-1]
        article = article_of(last.key)
        cut = self.text.find(", ", last.start, last.end)
        if cut < 0 or article == last.key:
            return group
        treaty = self.antecedents.of_a_comment(group.start)
        if treaty is None or not self.exists(treaty, article) or self.exists(treaty, last.key):
            return group
        return group._replace(elements=(*group.elements[:-1], last._replace(end=cut, key=article)), end=cut)

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

    def resumed(self, group: Group, keys: Sequence[str | None]) -> Group:
        """
        The list of articles with a number that is no paragraph of the one before as the article it is: in "Articles 3,
        5 §§ 1, 4, 8 and 13" Article 5 has no eighth.
        """
        if len({article_of(one.key) for one in group.elements}) == 1:
            return group
        elements: list[Element] = []
        for one, key in zip(group.elements, keys, strict=True):
            match = _PARAGRAPH_ALONE.fullmatch(one.key)
            bare = match is not None and self.text[one.start : one.end] == match[2] and bool(elements)
            if (
                match is None
                or not bare
                or key is None
                or int(match[2]) < int(match[1])
                or self.exists(key, NO_ARTICLE)
            ):
                pass  # no paragraph, or one of an act whose articles nobody has counted
            elif not self.exists(key, one.key) and self.exists(key, match[2]):
                one = one._replace(key=match[2])
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
                    seen[article_of(element.key)].append((group.start, key))
        for index in range(len(groups) - 2, -1, -1):
            if keys[index][0] is None and not groups[index].open and groups[index].mention is None:
                shared = self._shared(groups[index], groups[index + 1], keys[index + 1])
                if shared:
                    groups[index] = groups[index]._replace(listed=True)
                    keys[index] = (shared,) * len(groups[index].elements)
                    for element in groups[index].elements:
                        seen[article_of(element.key)].append((groups[index].start, shared))
        for index in range(1, len(groups)):
            led = self._led(groups[index - 1], groups[index], keys[index - 1]) if keys[index][0] is None else None
            if led:
                groups[index] = groups[index]._replace(led=True)
                keys[index] = (led,) * len(groups[index].elements)
                for element in groups[index].elements:
                    seen[article_of(element.key)].append((groups[index].start, led))
        for index in range(len(groups) - 2, -1, -1):
            key = keys[index + 1][0]
            if keys[index][0] is None and key is not None and self._listed(groups[index], groups[index + 1], key):
                keys[index] = (key,) * len(groups[index].elements)
                groups[index] = groups[index]._replace(listed=True)
                for element in groups[index].elements:
                    seen[article_of(element.key)].append((groups[index].start, key))
        for article, sections in self.of_statutes.items():
            seen[article].extend(sections)
        for places in seen.values():
            places.sort()
        cited = [
            (group.start, key[-1], tuple(element.key for element in group.elements))
            for group, key in zip(groups, keys, strict=True)
            if key and key[-1] is not None and not group.is_rule  # a Rule of Court is no rival of an Article
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
                and key == self.antecedents.home
                and not said
                and before is not None
                and keys[index - 1][-1] is None
                and not before.open
                and not any(other == key for one in group.elements for _, other in seen.get(article_of(one.key), ()))
                and not any(article_of(one.key) in USUAL.get(key, ()) for one in group.elements)
                and _END_BEHIND_A_WORD.search(self.text, before.end, group.start) is None
            ):
                key = None  # "l'article 17, paragraphe 1, … (article 16)": what the one is of, the other is
            key = self._with_that_paragraph(group, key)
            keys[index] = (key,) * len(group.elements)
            if key and (says_its or (its and its[1] == key and its[0] < group.start)):
                its = group.end, key
        return keys

    def _with_that_paragraph(self, group: Group, key: str | None) -> str | None:
        """
        The convention that has the paragraph, where the one that an article seemed to be of has none of that number and
        the draft names one that has: "33 straipsnio 1 dalis" is of the Refugee Convention.
        """
        if key not in CONVENTIONS or all(self.exists(key, element.key) for element in group.elements):
            return key
        articles = {article_of(element.key) for element in group.elements}
        if not articles.isdisjoint(USUAL.get(key, ())):
            return key
        others = [
            other
            for other in sorted(self.antecedents.keys.intersection(CONVENTIONS) - {key})
            if all("(" in element.key and self.exists(other, element.key) for element in group.elements)
        ]
        return key if not others else others[0] if len(others) == 1 else None

    def _says_its(self, group: Group) -> bool:
        return self._its.search(self.text, max(0, group.start - 8), group.start) is not None

    def _goes_on_with(self, its: tuple[int, str] | None, group: Group) -> str | None:
        """The act of "its Article 26" for the next articles of that sentence: "… , Article 27 the time limits"."""
        if its is None or group.is_rule or group.start - its[0] > REACH_IN_A_SENTENCE:
            return None
        between = self.text[its[0] : group.start]
        named = next(iter(self.mentions.before(group.start)), None)
        if SENTENCE_END.search(between) or (named is not None and named.start >= its[0]):
            return None
        return its[1] if all(self.exists(its[1], article_of(element.key)) for element in group.elements) else None

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
        here = bisect_left(cited, group.start, key=itemgetter(0))
        before = cited[max(0, here - MOST_BEFORE) : here]
        if any(
            other == key and place < group.start
            for element in group.elements
            for place, other in seen.get(article_of(element.key), ())
        ):
            return key
        rivals: dict[str, int] = {}
        rights = self._are_rights([article_of(element.key) for element in group.elements])
        for place, other, _ in before:
            if rights and other in NEVER_BARE:
                continue
            fits = other != key and not _is_protocol(other) and ":" not in other.removeprefix("EU:")
            if fits and all(self.exists(other, element.key) for element in group.elements):
                rivals[other] = place
        if not rivals:
            return key
        last = max(rivals, key=lambda other: rivals[other])
        articles = [article_of(element.key) for element in group.elements]
        if not all(self.exists(key, element.key) for element in group.elements):
            return None  # "l'article 17, paragraphe 1": the Convention's has none
        if self._named_nearby(group, key, rivals[last]) or self._in_the_sentence(group, articles) == key:
            return key
        usual = all(article in USUAL.get(self.antecedents.home or "", ()) for article in articles)
        if self.antecedents.home in rivals and usual:
            return (
                self.antecedents.home
            )  # another act has the article further on: it is the pleaded treaty's until then
        pleads = key == self.antecedents.home and usual
        same = "\0" not in self.text[rivals[last] : group.start]
        if pleads and (any(other == key for _, other, _ in before) or (self.antecedents.pleaded and not same)):
            return key
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
        index = bisect_left(self.antecedents.of_strasbourg, end) - 1
        return key == "ECHR" and index >= 0 and self.antecedents.of_strasbourg[index] >= begin

    def _own(self, group: Group) -> str | None:
        mention = group.mention or group.beside
        if group.is_rule and group.elements[0].key == "39" and (mention is None or mention.key is None):
            return "ECtHR-Rules"
        if group.is_rule and mention is not None and mention.key == "ECHR":
            return "ECtHR-Rules"  # "ECHR Rule 39": the Convention has articles and no rules
        if mention is None:
            if group.is_rule and (self.antecedents.strasbourg or group.elements[0].key == "39"):
                return "ECtHR-Rules"
            return (
                "ECtHR-Rules"
                if self._of_rules(group) and self.antecedents.strasbourg
                else self._behind_its_title(group)
            )
        if mention.key is not None:
            return mention.key
        is_of_the_court = self._is_of_the_court(group, mention)
        if is_of_the_court and (
            self._by_its_own.search(self.text, max(0, mention.start - 12), mention.start)
            or self._before_no_act(mention)
        ):
            return "ECtHR-Rules"  # "l'article 39 de son règlement", whatever regulations the draft cites
        return self.antecedents.of_noun(mention, group.elements[0].key) or ("ECtHR-Rules" if is_of_the_court else None)

    def _behind_its_title(self, group: Group) -> str | None:
        """
        The act behind whose title and place in the Official Journal the articles stand: "direktyvos 2011/95/ES dėl …
        (OL 2011 L 337, p. 9) 4 straipsnio 2 dalis".
        """
        begin = min(group.start, group.elements[0].start)
        journal = _JOURNAL.search(self.text, max(0, begin - REACH_OF_A_JOURNAL), begin)
        if journal is None:
            return None
        for mention in self.antecedents.named.before(journal.start()):
            if begin - mention.start > REACH_OF_A_LONG_TITLE or "\0" in self.text[mention.end : begin]:
                return None
            if (mention.key or "").startswith("EU:") and not self.antecedents.is_amended(mention):
                return mention.key
        return None

    def _of_rules(self, group: Group) -> bool:
        """Whether "Regulaminu" stands behind the articles: rules of procedure, in a word that is no regulation's."""
        word = _NEXT_WORD.match(self.text, group.end)
        return word is not None and word[1].lower() in self._rules_of_procedure

    def _is_of_the_court(self, group: Group, mention: Mention) -> bool:
        """
        Whether "article 47 § 4 du règlement" is the Rules of Court: some languages call both so, and where the draft
        cites Strasbourg and names no regulation, the Court's own "§" says which, or the article on interim measures.
        """
        return (
            (self.antecedents.strasbourg or bool(self.antecedents.of_strasbourg))
            and self.text[mention.start : mention.end].lower() in self._rules_of_procedure
            and (
                "§" in self.text[group.elements[0].start : group.elements[-1].end]
                or group.elements[0].key == "39"
                or self._before_no_act(mention)
            )
        )

    def _before_no_act(self, mention: Mention) -> bool:
        """Whether a draft to the Court calls it so, with a capital, in a paragraph that names no regulation."""
        if not self.antecedents.pleaded or not self.text[mention.start].isupper():
            return False
        begin = self.text.rfind("\0", 0, mention.start) + 1
        for one in self.mentions.before(mention.start):
            if one.start < begin:
                return True
            if (one.key or one.hint).startswith("EU:"):
                return False
        return True

    @cached_property
    def _rules_of_procedure(self) -> frozenset[str]:
        return frozenset(self.words.all("rules_of_procedure"))

    @cached_property
    def _by_its_own(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){any_of(self.words.all('its_article'))}\s$")

    @cached_property
    def _joints(self) -> tuple[str, ...]:
        """ "and" in every language, in lower case."""
        return tuple(sorted((word.lower() for word in self.words.all("and")), key=len, reverse=True))

    def _shared(self, group: Group, following: Group, keys: tuple[str | None, ...]) -> str | None:
        """
        "Article 13 taken together with Article 3 of the Convention"; a protocol is never shared, its numbers are its
        own.
        """
        key = keys[0]
        between = self.text[group.end : following.start]
        if self._says_its(group):
            return None  # "z jej art. 3 i art. 4 Protokołu nr 4": of what "jej" says
        if key is None or key.startswith("ECHR-P") or len(between) > 45 or ";" in between:
            return None
        joint = next((word for word in self._joints if between.strip(" ,").lower().startswith(word)), None)
        if joint is None or ". " in between.strip(" ,")[len(joint) :]:
            return None  # a stop may be the joint's own, "w zw. z"
        return key if all(self.exists(key, element.key) for element in group.elements) else None

    def _listed(self, group: Group, following: Group, key: str) -> bool:
        """
        Whether a comma alone joins the article to one whose instrument stands at the end of the list: "art. 18, art. 19
        ust. 2 oraz art. 47 Karty".
        """
        if group.open or group.mention is not None or group.is_rule or key.startswith("ECHR-P"):
            return False
        at_the_end = following.mention is not None and following.mention.start >= following.elements[-1].start
        between = self.text[group.end : following.start]
        return (
            (at_the_end or following.listed)
            and between in (", ", ",")
            and not self._says_its(group)
            and all(self.exists(key, element.key) for element in group.elements)
        )

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
            return "ECtHR-Rules" if self.antecedents.strasbourg else None
        # That a paragraph does not exist is for a check to say: the article decides which instrument is meant.
        articles = [article_of(element.key) for element in group.elements]
        found = self._found_a_violation(group.start)
        if found and all(self.exists(found, article) for article in articles):
            return found
        commented = self.antecedents.of_the_comment_behind(group.end) or self._of_the_case_behind(group)
        if commented and all(self.exists(commented, article) for article in articles):
            return commented
        located = self._whose(group, articles) or self._located_in(group, articles)
        if located:
            return located
        if self._says_its(group):
            before = [
                key
                for mention in islice(self.mentions.before(group.start), MOST_ANTECEDENTS)
                if (key := mention.key or self.antecedents.of_noun(mention))
            ]
            # "The Convention (as amended by the Protocol) … Its Article 33": of the one that has such an article.
            return next(
                (key for key in before if all(self.exists(key, article) for article in articles)),
                before[0] if before else None,
            )
        if not LETTERED.isdisjoint(articles) and all(self.exists("CSR51", article) for article in articles):
            return "CSR51"
        commented = self.antecedents.of_a_comment(group.start)
        if commented and all(self.exists(commented, article) for article in articles):
            return commented
        heading = self._heading(group, articles)
        if heading:
            return heading
        if self.text[group.start - 1 : group.start] == "(" and self.text[group.end : group.end + 1] == ")":
            # "The Charter guarantees asylum (Article 18)": what its sentence names
            beside = self._in_the_sentence(group, articles) or self._of_the_quotation(group, articles)
            if beside:
                return beside
        return None

    def _with_its_case(self, group: Group, articles: list[str]) -> str | None:
        """
        "La détention relève de l'article 5 § 4 (Khlaifia c. Italie, …)": the Convention, where nothing
        but a Strasbourg case stands behind the article in its sentence.
        """
        index = bisect_left(self.antecedents.of_strasbourg, group.end)
        if index >= len(self.antecedents.of_strasbourg):
            return None
        end = self.antecedents.of_strasbourg[index]
        opened = self.text.rfind("(", group.end, end)
        if end - group.end > REACH_IN_A_SENTENCE or opened < 0 or end - opened > LONGEST_CASE:
            return None
        if SENTENCE_END.search(self.text, group.end, opened) or any(self.mentions.between(group.end, end)):
            return None
        return "ECHR" if all(self.exists("ECHR", article) for article in articles) else None

    def _of_the_case_behind(self, group: Group) -> str | None:
        """ "a breach of Article 5 § 4 in the case of Khlaifia v. Italy": the Strasbourg case behind it."""
        lead = self._in_the_case.match(self.text, group.end)
        index = bisect_left(self.antecedents.of_strasbourg, group.end)
        if lead is None or index >= len(self.antecedents.of_strasbourg):
            return None
        end = self.antecedents.of_strasbourg[index]
        return "ECHR" if end - lead.end() < LONGEST_CASE and not _APART.search(self.text, lead.end(), end) else None

    @cached_property
    def _in_the_case(self) -> re.Pattern[str]:
        words = any_of(word for word in self.words.all("in_the_case") if " " in word)
        return re.compile(rf"\s{words}\s\"?(?=[^\W\d_a-zß-öø-ÿ])")

    def _whose(self, group: Group, articles: list[str]) -> str | None:
        """ "… contre la torture, dont l'article 3", „Konwencja …, której art. 3“: of what stands directly before."""
        begin = min(group.start, group.elements[0].start)
        relative = self._relative.search(self.text, max(0, begin - LONGEST_RELATIVE), begin)
        if relative is None:
            return None
        mention = next(iter(self.mentions.before(relative.start())), None)
        if mention is None or relative.start() - mention.end > REACH_OF_A_RELATIVE:
            return None
        between = self.text[mention.end : relative.start()]
        key = None if _STANDS_BEHIND.fullmatch(between) is None else mention.key or self.antecedents.of_noun(mention)
        return key if key and all(self.exists(key, article) for article in articles) else None

    @cached_property
    def _relative(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){any_of(self.words.all('whose'))}(?:\s|(?<='))$", re.IGNORECASE)

    def _located_in(self, group: Group, articles: list[str]) -> str | None:
        """
        The treaty that has something to say in an article, "The Convention on the Rights of the Child requires in
        Article 3 that …": not the draft's own, which "Article 3 cases" are of.
        """
        where = self._in_the_article.search(self.text, max(0, group.start - LONGEST_RELATIVE), group.start)
        mention = next(iter(self.antecedents.named.before(group.start)), None)
        if where is None or mention is None or mention.key not in (*CONVENTIONS, *COVENANTS):
            return None
        between = self.text[mention.end : max(mention.end, where.start())]
        apposition = _APPOSITION.match(between)  # "…, ratified in 1992, requires in Article 3"
        between = between[apposition.end() :] if apposition is not None else between
        if len(between) > REACH_OF_A_QUOTATION or SENTENCE_END.search(between) or _NOT_SAID_THERE.search(between):
            return None
        if between[:1] == "," or _A_KIND_OF_CASE.match(self.text, group.end):
            return None  # "Unlike the Convention on …, the Court found in Article 3"
        index = bisect_left(self.antecedents.of_strasbourg, group.start) - 1
        if index >= 0 and self.antecedents.of_strasbourg[index] > mention.end:
            return None
        return mention.key if all(self.exists(mention.key, article) for article in articles) else None

    @cached_property
    def _in_the_article(self) -> re.Pattern[str]:
        return re.compile(rf"[,\s]{{1,2}}{any_of(self.words.all('in_the_article'))}(?:\s|(?<='))$")

    def _of_the_quotation(self, group: Group, articles: list[str]) -> str | None:
        """What is named before the quotation that ends before the bracket: 'the Declaration says: "…" (Article 14)'."""
        close = group.start - 3
        if self.text[close : close + 2] != '" ':
            return None
        opening = self.text.rfind('"', max(0, close - REACH_IN_A_SENTENCE), close)
        mention = self.antecedents.named.ending_by(opening) if opening > 0 else None
        if mention is None or mention.key is None or opening - mention.end > REACH_OF_A_QUOTATION:
            return None
        between = self.text[mention.end : opening]
        if SENTENCE_END.search(between) or not all(self.exists(mention.key, article) for article in articles):
            return None
        return mention.key

    def _bare(self, group: Group, seen: dict[str, list[tuple[int, str]]]) -> str | None:
        """The one instrument of a list that names none; a list is never torn between two."""
        if group.is_rule:
            return None
        articles = [article_of(element.key) for element in group.elements]
        nearest: dict[str, int] = {}
        rivals: set[str] = set()
        for article in articles:
            for where, key in seen.get(article, ()):
                rivals.add(key)
                if where < group.start:
                    nearest[key] = max(nearest.get(key, -1), where)
        fitting = [key for key in rivals if all(self.exists(key, article) for article in articles)]
        if len(fitting) > 1:
            # "Article 3(2)" between Article 3 of the Dublin Regulation and that of the Convention, which has no (2).
            whole = [key for key in fitting if all(self.exists(key, element.key) for element in group.elements)]
            fitting = whole or fitting
            nearest = {key: where for key, where in nearest.items() if key in fitting}
        everywhere = [
            key
            for key in fitting
            if all(any(key == other for _, other in seen.get(article, ())) for article in articles)
        ]
        if not nearest:
            # What only the next sentence has is no reason to look past the instrument that this one names.
            beside = self._in_the_sentence(group, articles) or self._with_its_case(group, articles)
            if beside:
                return beside
        begin = self.text.rfind("\0", 0, group.start) + 1
        here = [key for key in nearest if nearest[key] >= begin and key in fitting]
        if not here and nearest and (said := self._of_the_sentence(group, articles)):
            return said  # the sentence speaks of another convention or court than the paragraphs before
        optional = self._of_the_optional_protocol(group, articles)
        if optional:
            return optional
        home = self.antecedents.home_at(group.start)
        if home in NEVER_BARE and self._are_rights(articles):
            home = "ECHR"
        home = home if home and all(self.exists(home, article) for article in articles) else None
        if home and not nearest and not self._may_be_of(home, group):
            return None  # "Article 33(2)" before the first word on refugees: the Convention on human rights has none
        usual = self.antecedents.pleaded and all(article in USUAL.get(home or "", ()) for article in articles)
        if home and (usual or len(everywhere) != 1):
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
        near = self.antecedents.nearest(
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
        if near in (None, *NEVER_BARE) and "ECHR" in self.antecedents.keys and "uk" in self.antecedents.keys:
            # In the United Kingdom a bare "Article 8" is a Convention right.
            return "ECHR" if all(article in USUAL["ECHR"] for article in articles) else near
        return near

    def _may_be_of(self, home: str, group: Group) -> bool:
        """Whether the convention of the draft has what nobody cited of it: an article that is pleaded, or that part."""
        return all(
            article_of(element.key) in USUAL.get(home, ()) or self.exists(home, element.key)
            for element in group.elements
        )

    def _are_rights(self, articles: Sequence[str]) -> bool:
        """Whether they are Convention rights in the United Kingdom, whether the draft names the Convention or not."""
        return "uk" in self.antecedents.keys and RIGHTS.issuperset(articles)

    def _of_the_optional_protocol(self, group: Group, articles: list[str]) -> str | None:
        """
        "The Optional Protocol asks for exhaustion. Article 5 (2) (b) is met": the Protocol that the paragraph named
        last, for articles that nobody pleads of the Covenant itself.
        """
        usual = USUAL.get(self.antecedents.home or "")
        if usual is None or not usual.isdisjoint(articles):
            return None
        last = next(iter(self.mentions.before(group.start)), None)
        if last is None or last.noun != "protocol" or "\0" in self.text[last.end : group.start]:
            return None
        key = last.key or self.antecedents.of_noun(last)
        fits = key is not None and "-OP" in key and all(self.exists(key, article) for article in articles)
        return key if fits and group.start - last.end < REACH_OF_A_PROTOCOL else None

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
            for key, names in self.antecedents.courts.items()
            for name in names
            if name in window
            for at in named_in(window, name)
        }
        named.update((begin + found.start(), "ECHR") for found in self._strasbourg.finditer(window))
        for mention in self.antecedents.named.before(group.start):
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
        if not self._says_violated(window):
            return None
        ends = [end.end() for end in _END_BEHIND_A_WORD.finditer(window)]
        if ends:
            begin += ends[-1]
            window = self.text[begin:offset]
            if not self._says_violated(window):
                return None
        names = [
            (at, key)
            for key, names in self.antecedents.courts.items()
            for name in names
            if name in window
            for at in named_in(window, name)
        ]
        names += [(found.start(), "ECHR") for found in self._strasbourg.finditer(window)]
        index = bisect_left(self.antecedents.of_strasbourg, offset) - 1
        if index >= 0 and self.antecedents.of_strasbourg[index] > begin:
            names.append((self.antecedents.of_strasbourg[index] - begin, "ECHR"))  # "in Saadi v. Italy no violation"
        if not names:
            return None
        at, key = max(names)
        last = next(iter(self.antecedents.named.before(offset)), None)
        return key if last is None or last.start < begin + at else None

    def _says_violated(self, window: str) -> bool:
        lower = window.lower()
        return any(stem in lower for stem in self.words.all("violation_stems"))

    @cached_property
    def _strasbourg(self) -> re.Pattern[str]:
        """The Court by other names than its own, as drafts in other proceedings call it."""
        no = any_of(self.words.all("no_strasbourg_court"))
        return re.compile(rf"(?!{no}){any_of(self.words.all('strasbourg_court'))}")

    def _heading(self, group: Group, articles: list[str]) -> str | None:
        """
        The instrument under which the articles stand: the one before the bracket that holds them, "the Convention
        against Torture of 1984 (Article 3)", or the one of their headnote, "Directive 2013/32/EU – Article 6 – …".
        """
        mention = next(iter(self.antecedents.named.before(group.start)), None)
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
            and not self.antecedents.is_amended(one)
        )
        mention = next(says, None)
        index = bisect_left(self.antecedents.of_strasbourg, group.start) - 1
        if (
            index >= 0
            and not self.antecedents.of_symbols
            and (mention is None or mention.end < self.antecedents.of_strasbourg[index])
            and self.antecedents.of_the_case(group.start)
            and all(self.exists("ECHR", article) for article in articles)
        ):
            return (
                "ECHR" if self.antecedents.home in (None, *NEVER_BARE) else None
            )  # "Nunez v. Norway, no. 55597/09, on Article 8"
        if mention is None or group.start - mention.end > REACH_IN_A_SENTENCE:
            return None
        key = mention.key or self.antecedents.of_noun(mention)
        between = self.text[mention.end : group.start]
        if key is None or SENTENCE_END.search(between) or not all(self.exists(key, article) for article in articles):
            return None
        if self.antecedents.home and all(article in USUAL.get(self.antecedents.home, ()) for article in articles):
            return None
        if (
            key == "ECtHR-Rules"
            and self.antecedents.strasbourg
            and all(self.exists("ECHR", article) for article in articles)
        ):
            return None  # "… under Rule 39 ends when the judgment is final (Article 44 § 2)"
        return key


# "8(2)": an article with one paragraph, and nothing below it.
_PARAGRAPH_ALONE = late(r"(\d{1,3})\((\d{1,2})\)")
_APART = late(r"[;:()\"\0]|,\s[^\W\d_a-zß-öø-ÿ]")
_NEXT_WORD = late(r"\s([^\W\d_]+)")
# "(OL 2011 L 337, p. 9), " closes before the articles.
_JOURNAL = late(
    r"\((?:OJ|OL|OV|ELT|EÜT|EUVL|EYVL|EUT|EGT|EFT|ABl|JO|DO|GU|PB|HL|Dz\.\s?U|ОВ|ОЖ|Úř)\.?\s[^()\0]{4,60}\),?\s$"
)
_LETTERED_ARTICLE = late(r"(\d{1,3})([a-h])((?:\(.*)?)$")
# "… of 23 May 1969 (Part III, ": a date, and what else the bracket has.
_OPENS_A_BRACKET = late(
    r"(?:\s[^\W\d_]{1,3})?(?:\s(?:\d{1,2}\.?\s[^\W\d_]{3,12}\s)?\d{4}(?:\s[^\W\d_]{1,4}\.?)?)?\s\((?:[^()\0]{1,20}[,;]\s)?"
)
# "…Dublin II-VO Art. 2 Buchst. e, Art. 4 Abs. 3": what leads from one article to the next of a list.
# "… artikli 3 (piinamise keeld) ja artikli 13": what an article is about may stand between.
_ON_IN_A_LIST = late(r"(?:\s\((?=[^\W\d_]{3})[^()\d]{3,80}\))?(?P<joint>\s?,\s|,?\s[^\W\d_]{1,5}\s)")
# What stands between says of another than the treaty that it finds in the article.
_NOT_SAID_THERE = late(r"[;()\"]|\s(?:that|which|and|Court|Tribunal|dass|und|que|et|che|e|y|że|i|что|и)\s")
# Between a noun and its relative: its year, a bracket, a comma.
_STANDS_BEHIND = late(r"(?:\s(?:[^\W\d_]{1,3}\s)?(?:19|20)\d\d)?[\s,)\"]{0,3}(?:\([^()]{1,24}\))?[\s,]{0,2}")
_APPOSITION = late(r",\s[^,;()\0]{3,80}(?:,\sn\.?\s?\d{1,4})?,(?=\s[a-zß-öø-žа-я])")
_A_KIND_OF_CASE = late(r"\s(?:cases?|claims?|complaints?|proceedings|terms|rights|risk)\b")
_END_BEHIND_A_WORD = late(r"[^\W\d_]{3}[.!?]\s|\0")  # "Paposhvili v. Belgium" has a stop, and no sentence ends


def _is_protocol(key: str) -> bool:
    return "-P" in key or "-OP" in key
