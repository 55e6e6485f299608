"""Communications in a draft: numbers that share a year, days behind joined numbers, a number of another's."""

import pytest

from refoulement_lint import pipeline
from refoulement_lint.engine import open_engine
from refoulement_lint.formats import markdown

NAMED = [
    (
        "In Maksudov et al. v. Kyrgyzstan, Nos. 1461, 1462, 1476 and 1477/2006, the Human Rights Committee said so.",
        {("hrc:1461/2006", "verified")},
    ),
    (
        "В деле «Максудов и др. против Кыргызстана», №№ 1461, 1462, 1476 и 1477/2006, Соображения от 16 июля 2008 "
        "года, Комитет по правам человека так и решил.",
        {("hrc:1461/2006", "verified")},
    ),
    (
        "In Maksudov et al. v. Kyrgyzstan, Nos. 1461/2006, 1462/2006, 1476/2006 and 1477/2006, Views of 16 July 2009, "
        "the Human Rights Committee said so.",
        {("hrc:1461/2006", "mismatch")},
    ),
    # Behind the letters or the name of its committee the number belongs to the parties before it.
    ("See Agiza v. Sweden, CAT no. 233/2003.", {("cat:233/2003", "verified")}),
    ("See Agiza v. Sweden (CAT, 233/2003).", {("cat:233/2003", "verified")}),
    ("See Agiza v. Sweden, Committee against Torture, no. 233/2003.", {("cat:233/2003", "verified")}),
    # Days in the order and the wording of each language.
    ("Agiza pret Zviedriju, ziņojums Nr. 233/2003, 2006. gada 20. maijs, CAT", {("cat:233/2003", "mismatch")}),
    (
        "Agiza pret Zviedriju, ziņojums Nr. 233/2003, lēmums pieņemts 2006. gada 20. maijā, CAT",
        {("cat:233/2003", "mismatch")},
    ),
    ("Agiza prieš Švediją, pranešimas Nr. 233/2003, CAT, 2005 m. gegužės 20 d.", {("cat:233/2003", "verified")}),
    # No committee is named; the one that gave the name has given the number to somebody else.
    (
        "In communication No. 419/2010, Kalinichenko v. Morocco, a complaint was examined.",
        {("cat:428/2010", "mismatch")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_communication(text: str, expected: set[tuple[str, str]]) -> None:
    draft, _ = pipeline.draft_of(markdown.of(text + "\n"), open_engine())

    assert expected == {(one.target, one.status) for one in draft.citations if one.kind in ("case", "appno")}
