"""
The catalogue as a Sphinx domain: rules, facts and arguments, rendered from the live files.

Directives ``rule-catalogue``, ``rule``, ``fact-catalogue``, ``argument-catalogue``, ``register-coverage``; roles
``rule``, ``fact``, ``argument``; indices of the rules by authority and by fact. No file is written anywhere: a page that
shows the catalogue is read again when the catalogue has changed.
"""

from __future__ import annotations

import difflib
import hashlib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.domains import Domain, Index, IndexEntry, ObjType
from sphinx.errors import ExtensionError
from sphinx.roles import XRefRole
from sphinx.util.docutils import SphinxDirective
from sphinx.util.logging import getLogger
from sphinx.util.nodes import make_refnode

from refoulement_lint.catalogue import FAMILIES, read_toml
from refoulement_lint.registers.store import Store, open_registers
from refoulement_lint.sphinx_ext import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata, OptionSpec

    # What one file says, prose and examples included.
    Page = Mapping[str, Any]  # Any: a TOML value

logger = getLogger(__name__)

_LANGUAGES = {
    "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "lt": "Lithuanian",
    "lv": "Latvian", "pl": "Polish", "ru": "Russian", "sv": "Swedish",
}  # fmt: skip


class Catalogue:
    """Every rule, fact and argument as its page: ours, and the rules of a user's *own* folder beside them."""

    def __init__(self, own: Path | None = None) -> None:
        self._own = own

    @cached_property
    def store(self) -> Store:
        """The registers, opened when first asked for."""
        """The registers, opened when first asked for."""
        return open_registers()

    @cached_property
    def pages(self) -> Mapping[str, Mapping[str, Page]]:
        """``"rule"``, ``"fact"``, ``"argument"`` → name → page, by name in order."""
        rules = dict(self.store.family_pages())
        if self._own is not None:
            if not self._own.is_dir():
                raise ExtensionError(f"refoulement_rules: {self._own} is not a folder of rules.")
            for path in self._own.glob("*/*.toml"):
                _, raw, mistakes = read_toml(path)
                if raw is None:
                    raise ExtensionError("\n".join(mistakes))
                rules[f"{path.parent.name}/{path.stem}"] = raw
        found = {"rule": rules, "fact": self.store.pages("facts"), "argument": self.store.pages("arguments")}
        return {kind: dict(sorted(pages.items())) for kind, pages in found.items()}

    def title_of(self, target: str) -> str:
        """The citation of an authority, ready to print; the target itself where the registers have none."""
        row = self.store.authority(target)
        return (row.citation or row.title) if row else target

    def facts_of(self, rule: Page) -> list[str]:
        """The facts that make the rule speak: its own, and those that call for its argument."""
        check = rule["check"]
        argument = self.pages["argument"].get(check.get("argument", ""), {})
        return sorted({*check.get("when_any", ()), *check.get("when_all", ()), *called_for_by(argument)})

    @cached_property
    def fingerprint(self) -> str:
        """Another one as soon as one word of one page changed."""
        return hashlib.sha256(repr([sorted(pages.items()) for pages in self.pages.values()]).encode()).hexdigest()


def called_for_by(argument: Page) -> list[str]:
    """The ids of the facts that call for an argument, alone or together with others, each once."""
    called_for = argument.get("called_for", {})
    together = [fact for facts in called_for.get("all", ()) for fact in facts]
    return list(dict.fromkeys([*called_for.get("any", ()), *together]))


# --- the domain -------------------------------------------------------------------------------------------------------


@frozen
class Described:
    """Where a rule, fact or argument is described: the page, the place on it, and what an index needs of it."""

    document: str
    anchor: str
    title: str
    authorities: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


class ByAuthority(Index):
    """The rules under each authority that they rest on."""

    name = "authorities"
    localname = "Rules by authority"
    shortname = "authorities"

    def generate(self, docnames: Iterable[str] | None = None) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """The entries, letter by letter."""
        return _turned(self.domain, lambda described: described.authorities, docnames), True


class ByFact(Index):
    """The rules under each fact that makes them speak."""

    name = "facts"
    localname = "Rules by fact"
    shortname = "facts"

    def generate(self, docnames: Iterable[str] | None = None) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """The entries, letter by letter."""
        return _turned(self.domain, lambda described: described.facts, docnames), True


def _turned(domain: Domain, keys_of: Any, docnames: Iterable[str] | None) -> list[tuple[str, list[IndexEntry]]]:
    """The described rules turned round: letter → each key, and below it the rules that have it."""
    wanted = None if docnames is None else set(docnames)
    by_key: dict[str, list[tuple[str, Described]]] = {}
    for (kind, name), described in sorted(domain.data["described"].items()):
        if kind == "rule" and (wanted is None or described.document in wanted):
            for key in keys_of(described):
                by_key.setdefault(key, []).append((name, described))
    letters: dict[str, list[IndexEntry]] = {}
    for key in sorted(by_key, key=str.casefold):
        entries = letters.setdefault(key[0].upper(), [])
        entries.append(IndexEntry(key, 1, "", "", "", "", ""))
        entries += [
            IndexEntry(name, 2, found.document, found.anchor, found.title, "", "") for name, found in by_key[key]
        ]
    return sorted(letters.items())


class RefoulementDomain(Domain):
    """Rules, facts and arguments as things that a page describes and a role links to."""

    name = "refoulement"
    label = "refoulement-lint"
    object_types: ClassVar[dict[str, ObjType]] = {
        "rule": ObjType("rule", "rule"),
        "fact": ObjType("fact", "fact"),
        "argument": ObjType("argument", "argument"),
    }
    indices: ClassVar[list[type[Index]]] = [ByAuthority, ByFact]
    initial_data: ClassVar[dict[str, Any]] = {"described": {}, "shown on": set(), "fingerprint": ""}
    data_version = 1

    @cached_property
    def catalogue(self) -> Catalogue:
        """What the pages show; read once in a build."""
        own = self.env.config.refoulement_rules
        return Catalogue(Path(self.env.srcdir, own) if own else None)

    def describe(self, kind: str, name: str, described: Described) -> None:
        """Remember where *name* is described; a second place is a mistake of the pages."""
        known = self.data["described"].get((kind, name))
        if known is not None and known.document != described.document:
            logger.warning(
                "%s %s is described here and on the page %s", kind, name, known.document, location=described.document
            )
        self.data["described"][kind, name] = described

    def clear_doc(self, docname: str) -> None:
        """Forget what the page described, before it is read again."""
        kept = {key: found for key, found in self.data["described"].items() if found.document != docname}
        self.data["described"] = kept
        self.data["shown on"].discard(docname)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        for key, found in otherdata["described"].items():
            if found.document in docnames:
                self.data["described"][key] = found
        self.data["shown on"] |= otherdata["shown on"] & set(docnames)

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """A link to where *target* is described, or ``None`` when no page does."""
        found = self.data["described"].get((typ, target))
        if found is None:
            return None
        return make_refnode(builder, fromdocname, found.document, found.anchor, contnode, found.title)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """The same for the role ``any``, which does not say what kind of thing is meant."""
        found = []
        for kind in self.object_types:
            reference = self.resolve_xref(env, fromdocname, builder, kind, target, node, contnode)
            if reference is not None:
                found.append((f"refoulement:{kind}", reference))
        return found

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Everything described, for the inventory and the search."""
        for (kind, name), found in self.data["described"].items():
            yield name, f"{name}: {found.title}", kind, found.document, found.anchor, 1


# --- directives -------------------------------------------------------------------------------------------------------


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
                offered = (pieces.offered(entry, catalogue.title_of(entry["target"])) for entry in page[side])
                content += [nodes.rubric("", heading), pieces.bullets(offered)]
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


# --- Sphinx asks ------------------------------------------------------------------------------------------------------


def _outdated(app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]) -> list[str]:
    """The pages that show the catalogue, when it is no longer the one that they show."""
    domain = env.get_domain("refoulement")
    assert isinstance(domain, RefoulementDomain)
    before, domain.data["fingerprint"] = domain.data["fingerprint"], domain.catalogue.fingerprint
    return [] if before == domain.catalogue.fingerprint else sorted(domain.data["shown on"] - removed)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the domain, its directives and roles to *app*."""
    app.add_config_value("refoulement_rules", "", "env", str, "Folder of your own rules, seen from the source folder.")
    for name, directive in (
        ("rule", RuleDirective), ("rule-catalogue", RuleCatalogue), ("fact-catalogue", FactCatalogue),
        ("argument-catalogue", ArgumentCatalogue), ("register-coverage", RegisterCoverage),
    ):  # fmt: skip
        RefoulementDomain.directives[name] = directive
    for kind in RefoulementDomain.object_types:
        RefoulementDomain.roles[kind] = XRefRole(warn_dangling=True, innernodeclass=nodes.literal)
    app.add_domain(RefoulementDomain)
    app.connect("env-get-outdated", _outdated)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
