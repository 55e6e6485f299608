"""
How an authority is cited: each style is one file in ``rules/styles``, and a draft is offered citations in its own.

What a style has no template for, or what a register does not hold, is cited as the registers do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import field, frozen

from refoulement_lint.model import Authority

HOUSE = "ecthr"
"""The style of the registers themselves."""

# The Grand Chamber of the former Court is not marked.
_NEW_COURT = "1998-11-01"
_DECIDED = frozenset({"", "JUD", "DEC"})


@frozen(kw_only=True, eq=False, repr=False)
class Style:
    """
    One way of citing. *shown_by* are texts that a draft in this style has, *languages* and *forums* those in which
    it is used (all, when empty), *cite* the templates by register.
    """

    id: str
    title: str = ""
    source: str = ""
    verified: bool = False
    languages: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()
    shown_by: tuple[str, ...] = ()
    names: Mapping[str, Any] = field(factory=dict)
    words: Mapping[str, Any] = field(factory=dict)
    kinds: Mapping[str, str] = field(factory=dict)
    templates: Mapping[str, str] = field(factory=dict)

    @classmethod
    def of(cls, name: str, mapping: Mapping[str, Any]) -> Style:
        """The style *name* from the parsed file ``rules/styles/<name>.toml``."""
        return cls(
            id=name,
            title=mapping.get("title", ""),
            source=mapping.get("source", ""),
            verified=mapping.get("verified", False),
            languages=tuple(mapping.get("languages", ())),
            forums=tuple(mapping.get("forums", ())),
            shown_by=tuple(mapping.get("shown_by", ())),
            names=mapping.get("names", {}),
            words=mapping.get("words", {}),
            kinds=mapping.get("kinds", {}),
            templates=mapping.get("cite", {}),
        )

    def shows(self, text: str) -> int:
        """How often *text* has one of its signs."""
        return sum(text.count(sign) for sign in self.shown_by)

    def cite(self, authority: Authority, state: Callable[[str, str], str]) -> str:
        """
        The authority in this style; *state* gives the name of a State (ISO 3166 alpha-3) in a language.
        """
        template = self.templates.get(authority.register)
        if template is None or authority.decision not in _DECIDED or len(authority.date) != 10:
            return authority.citation
        parts = {
            "name": self._name(authority, state),
            "title": " ".join(authority.title.split()),
            "marks": self._marks(authority),
            "numbered": self._numbered(authority.numbers),
            "listed": self._listed(authority.numbers),
            "date": self._date(authority.date),
            "ecli": authority.ecli.removeprefix("ECLI:"),
            "kind": self.kinds.get(authority.decision, ""),
        }
        asked = [name for name in parts if f"{{{name}}}" in template]
        if not all(parts[name] for name in asked if name != "marks"):
            return authority.citation
        return template.format_map(parts)

    def _name(self, authority: Authority, state: Callable[[str, str], str]) -> str:
        """The parties as the style names them; a title without a respondent stays as it is."""
        applicant, versus, respondent = authority.title.rpartition(" v. ")
        if not versus:
            return authority.title
        between, language = self.names["between"], self.names["states"]
        known = next((title for title in authority.titles if f" {between} " in title), "")
        if known and language != "en":
            return known
        joined = f" {self.names.get('and', 'and')} "
        applicant, others, _ = applicant.partition(" and Others")
        said = self.names.get("others", "and Others")
        applicant = applicant.replace(" and ", joined) + (f" {said}" if others and said else "")
        if language != "en":
            respondent = joined.join(state(code, language) for code in authority.respondent) or respondent
        else:
            respondent = respondent if self.names["article"] else respondent.removeprefix("the ")
            respondent = respondent.replace(" and ", joined)
        return f"{applicant} {between} {respondent}"

    def _marks(self, authority: Authority) -> str:
        if authority.register != "ecthr":
            return ""
        marked = self.words["decision"] if authority.decision == "DEC" else ""
        is_grand = authority.formation == "GC" and authority.date >= _NEW_COURT
        return str(marked + (self.words["grand_chamber"] if is_grand else ""))

    def _numbered(self, numbers: tuple[str, ...]) -> str:
        """``no 30696/09``, ``nos 8675/15 and 8697/15``, ``nos 40503/17 and 2 others``."""
        if len(numbers) < 2:
            return str(self.words["number"]).format(numbers[0]) if numbers else ""
        rest = numbers[1] if len(numbers) == 2 else self.words["others"].format(len(numbers) - 1)
        return str(self.words["numbers"]).format(f"{numbers[0]} {self.words['and']} {rest}")

    def _listed(self, numbers: tuple[str, ...]) -> str:
        """``Joined Cases C-411/10 and C-493/10``; the numbers alone where the style has no word before them."""
        if not numbers:
            return ""
        last = f" {self.words['and']} {numbers[-1]}" if len(numbers) > 1 else ""
        told = str(self.words.get("joined" if last else "case", "{}"))
        return told.format(", ".join(numbers[:-1] if last else numbers) + last)

    def _date(self, iso: str) -> str:
        day = self.words.get("first", "1") if iso[8:] == "01" else str(int(iso[8:]))
        month = self.words["months"][int(iso[5:7]) - 1].partition("|")[0]
        return str(self.words["date"].format(day=day, month=month, year=iso[:4]))


def style_of(text: str, language: str, forum: str, styles: Iterable[Style]) -> Style:
    """
    The style in which a draft cites: the one with most signs in it among those of its language, else that of its
    language or forum alone, else the Court's.
    """
    by_id = {style.id: style for style in styles}
    own = [style for style in by_id.values() if style.id != HOUSE and language in style.languages]
    shown = {style.id: style.shows(text) for style in (*own, by_id[HOUSE])}
    best = max(sorted(shown), key=shown.__getitem__)
    if shown[best]:
        return by_id[best]
    fitting = [style for style in own if forum in style.forums or (language != "en" and not style.forums)]
    return fitting[0] if fitting else by_id[HOUSE]
