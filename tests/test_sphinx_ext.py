"""The catalogue in Sphinx: what a page shows, what an index lists, and what is said when something is wrong."""

import io
import re
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

DOCS = Path(__file__).resolve().parents[1] / "docs"

CONF = """
extensions = ["refoulement_lint.sphinx_ext"]
primary_domain = "refoulement"
nitpicky = True
"""


def build(folder, page, *, conf="", parallel=0):
    """The HTML of a site with one page, and the warnings of its build."""
    source = folder / "source"
    source.mkdir(exist_ok=True)
    (source / "conf.py").write_text(CONF + conf, "utf-8")
    (source / "index.rst").write_text(page, "utf-8")
    return built(source, folder / "html", parallel=parallel)


def built(source, target, *, parallel=0):
    warnings = io.StringIO()
    with patch_docutils(source), docutils_namespace():
        site = Sphinx(
            source,
            source,
            target,
            target / "doctrees",
            "html",
            status=None,
            warning=warnings,
            parallel=parallel,
            keep_going=True,
        )
        site.build()
    pages = {path.name: path.read_text("utf-8") for path in target.glob("*.html")}
    return pages, re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue())


class TestRule:
    def test_page(self, tmp_path):
        """
        A page has title, reason, authorities with links, and examples with the marked words in bold.
        """
        pages, warnings = build(tmp_path, "T\n=\n\n.. rule:: authority/number-of-another-case\n")
        page = pages["index.html"]

        assert "" == warnings
        assert "Application number belongs to another case" in page
        assert "the number is what the Registry files" in page
        assert 'href="https://hudoc.echr.coe.int/eng?i=001-103050"' in page
        assert "<strong>30696/09</strong>" in page

    def test_unknown(self, tmp_path):
        """
        A rule that does not exist is said at its line, with the one that was probably meant.
        """
        _, warnings = build(tmp_path, "T\n=\n\n.. rule:: authority/number-of-other-case\n")

        assert "index.rst:4" in warnings
        assert (
            "there is no rule authority/number-of-other-case; did you mean authority/number-of-another-case?"
            in warnings
        )

    def test_role(self, tmp_path):
        """
        The role links to where the rule is described, and warns when no page does.
        """
        page = (
            "T\n=\n\n.. rule:: form/application-number\n\nSee :rule:`form/application-number` and :rule:`form/other`.\n"
        )
        pages, warnings = build(tmp_path, page)

        assert 'href="#rule-form-application-number"' in pages["index.html"]
        assert 1 == warnings.count("WARNING")
        assert "form/other" in warnings


class TestCatalogue:
    def test_unknown_family(self, tmp_path):
        """
        A family without rules is a mistake, and the families there are are named.
        """
        _, warnings = build(tmp_path, "T\n=\n\n.. rule-catalogue::\n   :family: forms\n")

        assert "there are no rules of family forms; families are form, authority," in warnings

    def test_indices(self, tmp_path):
        """
        The rules are turned round by authority and by fact.
        """
        page = (
            "T\n=\n\n.. rule-catalogue::\n   :family: argument\n\n"
            "F\n=\n\n.. fact-catalogue::\n\nA\n=\n\n.. argument-catalogue::\n"
        )
        pages, warnings = build(tmp_path, page)

        assert "" == warnings
        assert "N.D. and N.T. v. Spain [GC]" in pages["refoulement-authorities.html"]
        assert "summary-return" in pages["refoulement-facts.html"]

    def test_own_rules(self, tmp_path):
        """
        The rules of a user's own folder stand beside ours; a file that is no TOML stops the build with its name.
        """
        own = tmp_path / "source" / "rules" / "wording"
        own.mkdir(parents=True)
        (own / "house.toml").write_text(OWN_RULE, "utf-8")
        pages, warnings = build(tmp_path, "T\n=\n\n.. rule:: wording/house\n", conf="refoulement_rules = 'rules'\n")
        (own / "house.toml").write_text("title = House", "utf-8")

        assert "" == warnings
        assert "House style" in pages["index.html"]
        with pytest.raises(Exception, match=r"house\.toml: this is not TOML"):
            build(tmp_path, "T\n=\n\n.. rule:: wording/house\n\n", conf="refoulement_rules = 'rules'\n")

    def test_is_read_again_when_a_rule_changed(self, tmp_path):
        """
        An edited rule changes the pages that show it, although no page was touched.
        """
        own = tmp_path / "source" / "rules" / "wording"
        own.mkdir(parents=True)
        (own / "house.toml").write_text(OWN_RULE, "utf-8")
        before, _ = build(tmp_path, "T\n=\n\n.. rule:: wording/house\n", conf="refoulement_rules = 'rules'\n")
        (own / "house.toml").write_text(OWN_RULE.replace("House style", "Our style"), "utf-8")
        after, _ = built(tmp_path / "source", tmp_path / "html")

        assert "House style" in before["index.html"]
        assert "Our style" in after["index.html"]


@pytest.mark.slow
@pytest.mark.parametrize("processes", [0, 2])
def test_our_own_pages(tmp_path, processes):
    """
    The documentation builds without a warning, also when its pages are read by several processes.
    """
    _, warnings = built(DOCS, tmp_path, parallel=processes)

    assert "" == warnings


OWN_RULE = """
title    = "House style"
message  = "Written {written}."
severity = "note"
fix      = "none"
since    = "0.1"
why      = "Because *we* say so."

[check]
kind    = "wording"
phrases = ["illegal migrant*"]

[[authority]]
cite    = "Style sheet"
says    = "No person is illegal."
source  = "page 2"
checked = 2026-11-22

[[bad]]
text = "An {{illegal migrant}} came."

[[good]]
text = "A person came."
"""
