"""Right citations of Strasbourg and of the committees in forms that no earlier test had: all read, none wrong."""

import pytest

from refoulement_lint import find_citations

# What is written, and what each citation in it means and is found to be, in the order of the text.
VERIFIED = [
    # English says "against" in prose.
    ("in the case of M.A. and Others against Lithuania (no. 59793/17)", ["ecthr:59793/17"] * 2),
    # Two States joined as law reports do, or in capitals.
    ("H.T. v Germany & Greece, no. 13337/19", ["ecthr:13337/19"] * 2),
    ("SHARIFI AND OTHERS v. ITALY AND GREECE, no. 16643/09", ["ecthr:16643/09"] * 2),
    # What the case is called before its brackets.
    ("the second Shahzad v. Hungary judgment (no. 37967/18, 5 October 2023)", ["ecthr:37967/18"] * 2),
    ("The case of A.A. v. Switzerland (no. 58802/12)", ["ecthr:58802/12"] * 2),
    # Raised letters behind the n, "et a.", months cut short, what stands between a judgment and its day.
    ("Rahimi c. Grèce (nᵒ 8687/08, 5 avril 2011)", ["ecthr:8687/08"] * 2),
    ("Popov c. France (nᵒˢ 39472/07 et 39474/07)", ["ecthr:39472/07", "ecthr:39472/07", "ecthr:39474/07"]),
    ("CEDH, 21 oct. 2014, n° 16643/09, Sharifi et a. c/ Italie et Grèce", ["ecthr:16643/09"] * 2),
    ("Rahimi v. Greece (5 Apr. 2011, app. no. 8687/08)", ["ecthr:8687/08"] * 2),
    ("l'arrêt Rahimi c. Grèce rendu le 5 avril 2011 (requête n° 8687/08)", ["ecthr:8687/08"] * 2),
    # Formations in brackets with what follows.
    ("Khlaifia i inni przeciwko Włochom (WI, 15 grudnia 2016 r., nr 16483/12)", ["ecthr:16483/12"] * 2),
    ("H.K. v. Hungary ([Cttee], no. 18531/17, 22 September 2022)", ["ecthr:18531/17"] * 2),
    # Declined names.
    ("w sprawie Jabariego przeciwko Turcji (nr 40035/98)", ["ecthr:40035/98"] * 2),
    ("w sprawie Khlaifii i innych przeciwko Włochom (nr 16483/12)", ["ecthr:16483/12"] * 2),
    ("lietā Soeringa pret Apvienoto Karalisti (pieteikuma Nr. 14038/88)", ["ecthr:14038/88"] * 2),
    # A number that only its name tells.
    ("as Sufi and Elmi (8319/07) has it", ["ecthr:8319/07"] * 2),
    ("CEDH 19 janv. 2012, Popov c. France, aff. 39472/07 et 39474/07",
     ["ecthr:39472/07", "ecthr:39472/07", "ecthr:39474/07"]),
    ("EGMR, U. v. 23.3.2016 - Nr. 43611/11, F.G./Schweden, Rn. 115", ["ecthr:43611/11"] * 2),
    ("ainsi Tarakhel (GC, 4 novembre 2014, n° 29217/12)", ["ecthr:29217/12"] * 2),
    # A report without a year: of the judgment, and none of the decisions of that name.
    ("in D v UK 24 EHRR 423", ["ecthr:30240/96"]),
    # Days in figures behind each name of a list.
    ("M.A. v. Cyprus (23/07/2013), Suso Musa v. Malta (23/07/2013) and Rahimi v. Greece (05/04/2011)",
     ["ecthr:41872/10", "ecthr:42337/12", "ecthr:8687/08"]),
    # The day that leads the next case belongs to it.
    ("EŽTT 2011-04-05 sprendimas Rahimi prieš Graikiją, Nr. 8687/08, 2013 m. liepos 23 d. sprendimas byloje M.A. "
     "prieš Kiprą, Nr. 41872/10", ["ecthr:8687/08", "ecthr:8687/08", "ecthr:41872/10", "ecthr:41872/10"]),
    # Communications: in brackets behind the name's day, bare in a list, the parties behind the symbol.
    ("Agiza v. Sweden (decision of 20 May 2005, CAT/C/34/D/233/2003)", ["cat:233/2003"] * 2),
    ("Alzery v. Sweden (No. 1416/2005, Human Rights Committee) and Ahani v. Canada, 1051/2002, para. 10.2",
     ["hrc:1416/2005", "hrc:1416/2005", "hrc:1051/2002", "hrc:1051/2002"]),
    ("(CAT/C/20/D/83/1997, G.R.B. gegen Schweden)", ["cat:83/1997"] * 2),
    # The committee of the next sentence, or of the next line, is not this one's.
    ("The Human Rights Committee saw it in Judge v. Canada (No. 829/1998) and found so. The Committee on the Rights of "
     "the Child agreed", ["hrc:829/1998"] * 2),
    ("– HRC, Jasin v Denmark, Communication No 2360/2014, 22 July 2015\n– CAT, Dadar v Canada, Communication No "
     "258/2004, 23 November 2005\n– HRC, Judge v Canada, Communication No 829/1998",
     ["hrc:2360/2014", "hrc:2360/2014", "cat:258/2004", "cat:258/2004", "hrc:829/1998", "hrc:829/1998"]),
]  # fmt: skip

# The same, where the English word is no "v.", where a table has another's number, or a file is nobody's.
LEFT_ALONE = [
    "The claims were directed against Sweden.",
    "A complaint lodged by Mr Ahmed against Austria was withdrawn.",
    "The measures against Poland and the Applicants against Hungary went on.",
    "The report (8319/07) says so.",
]


@pytest.mark.parametrize(("text", "targets"), VERIFIED)
def test_each_is_right(text, targets):
    """
    Each citation is found, means what it says and is verified.
    """
    found = [
        one for one in find_citations(f"# Brief\n\nWe say so.\n\nIt is submitted: {text}.\n") if one.kind != "provision"
    ]

    assert targets == [one.target for one in found]
    assert {"verified"} == {one.status for one in found}


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_words_like_any_other(text):
    """
    No case is cited there.
    """
    assert [] == [one for one in find_citations(f"# Brief\n\n{text}\n") if one.kind in ("case", "appno")]


def test_cells_of_a_table():
    """
    The number in the cell beside a name belongs to it where the register has the case so; another stays unread.
    """
    table = "| Case | No. |\n|---|---|\n| {} | {}, 5 April 2011 |\n"
    right = find_citations(table.format("Rahimi v. Greece", "8687/08"))
    other = find_citations(table.format("Rahimi v. Greece", "8687/09"))

    assert [("ecthr:8687/08", "verified")] * 2 == [(one.target, one.status) for one in right]
    assert ["case"] == [one.kind for one in other]


def test_the_applicant_known_by_another_name():
    """
    "Othman (Abu Qatada)" is "Abu Qatada" afterwards.
    """
    text = "See Othman (Abu Qatada) v. the United Kingdom, no. 8139/09. The Court in Abu Qatada, § 189, listed them."

    assert ["ecthr:8139/09"] * 3 == [one.target for one in find_citations(text)]
