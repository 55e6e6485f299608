"""How Sphinx builds these pages. `-W -n`: every warning and every dead reference is an error."""

from refoulement_lint.version import VERSION

project = "refoulement-lint"
author = "the authors of refoulement-lint"
copyright = "2026, the authors of refoulement-lint"
version = release = VERSION

extensions = [
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "refoulement_lint.sphinx_ext",
]
# So that `:rule:` and `.. rule::` need no prefix.
primary_domain = "refoulement"
exclude_patterns = ["_build"]
nitpicky = True

html_theme = "furo"
html_title = "refoulement-lint"
html_static_path = ["_static"]
html_css_files = ["catalogue.css"]

napoleon_google_docstring = True
napoleon_numpy_docstring = False
autodoc_typehints = "description"
autodoc_member_order = "bysource"
# What annotations name and no page describes: the standard library, our errors, and nouns that are not public.
nitpick_ignore_regex = [
    ("py:class", r"(pathlib|datetime|collections\.abc|refoulement_lint\.(model|rule))\..*"),
    ("py:exc", r"(Document|Register|Rule|Corpus)Error"),
]
