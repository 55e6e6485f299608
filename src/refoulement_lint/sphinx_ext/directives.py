"""What a page can ask for: one rule, or a catalogue of rules, facts, arguments or registers."""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from refoulement_lint.catalogue import FAMILIES
from refoulement_lint.sphinx_ext import pieces
from refoulement_lint.sphinx_ext.domain import Described, RefoulementDomain, called_for_by

if TYPE_CHECKING:
    from sphinx.util.typing import OptionSpec

    from refoulement_lint.sphinx_ext.pieces import Page

_LANGUAGES = {
    "da": "Danish", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian",
    "lt": "Lithuanian", "lv": "Latvian", "no": "Norwegian", "pl": "Polish", "ru": "Russian", "sv": "Swedish",
}  # fmt: skip


class _Showing(SphinxDirective):
    """What all our directives share."""

    @property
    def domain_(self) -> RefoulementDomain:
        """Our domain, which now knows that this page shows the catalogue."""
        domain = self.env.get_domain("refoulement")
        assert isinstance(domain, RefoulementDomain)
        domain.data["shown on"].add(self.env.docname)
        return domain

    def page(self, kind: str, name: str) -> Page:
        """The page of one rule, fact or argument; an error at the directive when there is none."""
        pages = self.domain_.catalogue.pages[kind]
        if name not in pages:
            near = difflib.get_close_matches(name, pages, n=1)
            raise self.error(f"there is no {kind} {name}" + (f"; did you mean {near[0]}?" if near else "."))
        return pages[name]

    def prose(self, text: str) -> list[nodes.Node]:
        """Text with reST inline markup, as paragraphs."""
        return self.parse_text_to_nodes(text.strip())

    def section(self, kind: str, name: str, described: Described, *content: nodes.Node) -> nodes.section:
        """One described thing as a section that can be linked to."""
        self.domain_.describe(kind, name, described)
        section = nodes.section("", nodes.title("", described.title), *content, ids=[described.anchor], names=[name])
        section["classes"].append(f"refoulement-{kind}")
        self.set_source_info(section)
        return section

    def rule(self, name: str) -> nodes.section:
        """One rule, whole."""
        page, catalogue = self.page("rule", name), self.domain_.catalogue
        facts = catalogue.facts_of(page)
        authorities = [entry["cite"] for entry in page["authority"]]
        support = page.get("support", {})
        described = Described(
            self.env.docname,
            pieces.anchor("rule", name),
            page["title"],
            tuple(dict.fromkeys(authorities)),
            tuple(facts),
        )
        about = [name, page["severity"], pieces.FIXES[page["fix"]], f"since {page['since']}"]
        about += [
            f"only for {what}: {', '.join(page[what])}" for what in ("languages", "forums", "states") if page.get(what)
        ]
        about += ["preview: off unless selected"] if page.get("preview") else []
        content: list[nodes.Node] = [
            nodes.paragraph("", "", nodes.literal("", about[0]), nodes.Text(" · " + " · ".join(about[1:])))
        ]
        content += [pieces.said(page["message"])]
        content += self.prose(page["why"])
        if facts:
            content += [
                nodes.paragraph("", "", nodes.Text("Speaks when the story has: "), *pieces.links("fact", facts))
            ]
        for side, heading in (("for", "Offered in support"), ("against", "Against, to be met")):
            if support.get(side):
                content += [
                    nodes.rubric("", heading),
                    pieces.bullets(pieces.text_of(catalogue.title_of(each)) for each in support[side]),
                ]
        content += [nodes.rubric("", "Rests on"), pieces.bullets(pieces.ground(entry) for entry in page["authority"])]
        content += [nodes.rubric("", "Reported"), *(pieces.example(entry, "bad") for entry in page["bad"])]
        content += [nodes.rubric("", "Not reported"), *(pieces.example(entry, "good") for entry in page["good"])]
        return self.section("rule", name, described, *content)

    def fact(self, name: str) -> nodes.section:
        """One fact pattern, whole."""
        page, catalogue = self.page("fact", name), self.domain_.catalogue
        described = Described(self.env.docname, pieces.anchor("fact", name), page["title"])
        told = ", ".join(
            f"{_LANGUAGES.get(language, language)} ({len(phrases)})"
            for language, phrases in page["cues"].items()
            if phrases
        )
        content = [
            nodes.paragraph("", "", nodes.literal("", name), nodes.Text(f" · phrases in {told}")),
            *self.prose(page["means"]),
        ]
        arguments = [each for each, argument in catalogue.pages["argument"].items() if name in called_for_by(argument)]
        if arguments:
            content += [nodes.paragraph("", "", nodes.Text("Calls for: "), *pieces.links("argument", arguments))]
        if page.get("shows"):
            content += [nodes.rubric("", "Shows in"), *(pieces.example(entry, "good") for entry in page["shows"])]
        if page.get("silent"):
            content += [
                nodes.rubric("", "Does not show in"),
                *(pieces.example(entry, "silent") for entry in page["silent"]),
            ]
        return self.section("fact", name, described, *content)

    def argument(self, name: str) -> nodes.section:
        """One argument, whole."""
        page, catalogue = self.page("argument", name), self.domain_.catalogue
        described = Described(self.env.docname, pieces.anchor("argument", name), page["title"])
        core = f" · always expected before: {', '.join(page['core'])}" if page.get("core") else ""
        content: list[nodes.Node] = [nodes.paragraph("", "", nodes.literal("", name), nodes.Text(core))]
        content += [nodes.paragraph("", page["question"])]
        facts = called_for_by(page)
        if facts:
            content += [nodes.paragraph("", "", nodes.Text("Called for by: "), *pieces.links("fact", facts))]
        for side, heading in (("for", "For"), ("against", "Against, to be met")):
            if page.get(side):
                content += [nodes.rubric("", heading)]
                listed = nodes.bullet_list()
                for entry in page[side]:
                    offered = pieces.offered(entry, catalogue.title_of(entry["target"]))
                    answer = pieces.answer(entry, catalogue.title_of)
                    listed += nodes.list_item("", nodes.paragraph("", "", *offered), *answer)
                content += [listed]
        if page.get("mistakes"):
            content += [
                nodes.rubric("", "Mistakes often made"),
                pieces.bullets([nodes.Text(each)] for each in page["mistakes"]),
            ]
        return self.section("argument", name, described, *content)


class RuleDirective(_Showing):
    """``.. rule:: form/application-number``: one rule, whole."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The nodes in the directive's place."""
        return [self.rule(self.arguments[0])]


class RuleCatalogue(_Showing):
    """``.. rule-catalogue::``: a table of all rules; with ``:family:`` all rules of that family, whole."""

    option_spec: ClassVar[OptionSpec] = {"family": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """The nodes in the directive's place."""
        rules = self.domain_.catalogue.pages["rule"]
        family = self.options.get("family")
        if family is None:
            rows = [pieces.row(name, page) for name, page in rules.items()]
            return [pieces.table(("Rule", "Title", "Severity", "Fix"), rows, widths=(38, 42, 10, 10))]
        names = [name for name in rules if name.startswith(f"{family}/")]
        if not names:
            raise self.error(f"there are no rules of family {family}; families are {', '.join(FAMILIES)}.")
        return [self.rule(name) for name in names]


class FactCatalogue(_Showing):
    """``.. fact-catalogue::``: every fact pattern."""

    def run(self) -> list[nodes.Node]:
        """The nodes in the directive's place."""
        return [self.fact(name) for name in self.domain_.catalogue.pages["fact"]]


class ArgumentCatalogue(_Showing):
    """``.. argument-catalogue::``: every argument."""

    def run(self) -> list[nodes.Node]:
        """The nodes in the directive's place."""
        return [self.argument(name) for name in self.domain_.catalogue.pages["argument"]]


class RegisterCoverage(_Showing):
    """``.. register-coverage::``: what each register holds, and the sentence that stands beside a negative answer."""

    def run(self) -> list[nodes.Node]:
        """The nodes in the directive's place."""
        rows = [
            [
                [nodes.Text(each.register)],
                [nodes.Text(f"{each.since} to {each.until}")],
                [nodes.Text(f"{each.rows:,}")],
                [nodes.Text(each.says)],
            ]
            for each in self.domain_.catalogue.store.coverage
        ]
        return [pieces.table(("Register", "From and to", "Rows", "It says"), rows, widths=(12, 18, 10, 60))]


class CourtForms(_Showing):
    """``.. court-forms::``: how the courts of each State are cited, with the examples that are the tests."""

    def run(self) -> list[nodes.Node]:
        """The nodes in the directive's place."""
        sections: list[nodes.Node] = []
        for state, page in self.domain_.catalogue.store.court_pages.items():
            rows = [
                [[nodes.Text(form["court"])], [nodes.Text(written)], [nodes.literal("", target)]]
                for form in page["form"]
                for written, target in list(form["examples"].items())[:2]
            ]
            checked = "" if page["verified"] else " Not checked against that source."
            section = nodes.section("", nodes.title("", state), ids=[f"courts-{state}"], names=[f"courts of {state}"])
            section += nodes.paragraph("", "", *pieces.text_of(" ".join(page["source"].split()) + checked))
            section += pieces.table(("Which", "As written", "Target"), rows, widths=(34, 42, 24))
            self.set_source_info(section)
            sections.append(section)
        return sections


class CitationExamples(_Showing):
    """``.. citation-examples:: strasbourg``: the examples of a file beside the page, which are tests too."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The nodes in the directive's place."""
        relative, path = self.env.relfn2path(f"{self.arguments[0]}.toml")
        self.env.note_dependency(relative)
        try:
            examples = tomllib.loads(Path(path).read_text(encoding="utf-8"))["example"]
        except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
            raise self.error(f"{relative} has no examples: {error}") from error
        rows = []
        for example in examples:
            shown = ", ".join(dict.fromkeys(_NOTHING.get(target, target) for target in example["targets"]))
            means = nodes.literal("", shown) if shown else nodes.Text("no citation")
            rows.append([[nodes.Text(example["what"])], [nodes.Text(example["text"])], [means]])
        return [pieces.table(("What", "As written", "Means"), rows, widths=(28, 44, 28))]


# How a citation without a target is shown.
_NOTHING = {"None": "left open"}
