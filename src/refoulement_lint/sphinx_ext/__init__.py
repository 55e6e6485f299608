"""
The catalogue as a Sphinx domain: rules, facts and arguments, rendered from the live files.

Directives ``rule-catalogue``, ``rule``, ``fact-catalogue``, ``argument-catalogue``, ``register-coverage``,
``court-forms``, ``citation-examples``; roles
``rule``, ``fact``, ``argument``; indices of the rules by authority and by fact. No file is written: a page that shows
the catalogue is read again when the catalogue has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.roles import XRefRole

from refoulement_lint.sphinx_ext.directives import (
    ArgumentCatalogue,
    CitationExamples,
    CourtForms,
    FactCatalogue,
    RegisterCoverage,
    RuleCatalogue,
    RuleDirective,
)
from refoulement_lint.sphinx_ext.domain import RefoulementDomain

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata


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
        ("court-forms", CourtForms), ("citation-examples", CitationExamples),
    ):  # fmt: skip
        RefoulementDomain.directives[name] = directive
    for kind in RefoulementDomain.object_types:
        RefoulementDomain.roles[kind] = XRefRole(warn_dangling=True, innernodeclass=nodes.literal)
    app.add_domain(RefoulementDomain)
    app.connect("env-get-outdated", _outdated)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
