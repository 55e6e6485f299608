"""The ten names are the whole library; everything else may change without a word."""

import refoulement_lint

VERBS = {"lint", "fix", "find_citations", "look_up", "rules"}
NOUNS = {"Document", "Citation", "Authority", "Finding", "Report"}


def test_all_lists_the_ten_names():
    """
    `__all__` is five verbs and five nouns.
    """
    assert sorted(VERBS | NOUNS) == sorted(refoulement_lint.__all__)


def test_nothing_else_is_exposed():
    """
    `dir` and completion show the ten names and no other.
    """
    assert sorted(VERBS | NOUNS) == sorted(dir(refoulement_lint))


def test_each_name_is_there():
    """
    A name that is listed can be had, also where it is only loaded when it is asked for.
    """
    missing = [name for name in refoulement_lint.__all__ if not hasattr(refoulement_lint, name)]

    assert [] == missing


def test_each_name_has_a_docstring():
    """
    `help(refoulement_lint.lint)` says something.
    """
    silent = [name for name in refoulement_lint.__all__ if not getattr(refoulement_lint, name).__doc__]

    assert [] == silent
