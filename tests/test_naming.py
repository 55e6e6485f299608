"""Which States a draft names, where nobody says where somebody is sent."""

from __future__ import annotations

from datetime import date

import pytest

from refoulement_lint import formats
from refoulement_lint.engine import open_engine
from refoulement_lint.pipeline import _naming, draft_of

ENGINE = open_engine()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("In Savriddin Dzhurayev v. Russia, no. 71386/10, 25 April 2013, the Court found a breach.", False),
        ("The applicant, a Tajik, said in Russian, and wrote in English, that he asked for asylum.", False),
        ("A Russian-speaking guard called a Russian interpreter.", False),
        ("The applicant was held in Russian custody for a year.", True),
        ("In Savriddin Dzhurayev v. Russia, no. 71386/10, Russia was held to be responsible.", True),
        ("The applicant is a Russian national.", True),
    ],
)
def test_a_case_and_a_language_name_no_state(text, named):
    """What is about a return to Russia bites where Russia is spoken of, not where its courts or its language are."""
    document = formats.read(text.encode(), filename="draft.md")
    draft, _ = draft_of(document, ENGINE, on=date(2026, 11, 22))

    assert named is _naming(draft.document, "en", draft.citations, ENGINE)("RUS")
