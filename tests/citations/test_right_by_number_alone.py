"""Right citations that name the applicants alone, in lists, tables and prose, with State and day where they please."""

import pytest

from refoulement_lint import find_citations, lint

# What is written, and what each citation in it means, in the order of the text.
FOUND = [
    ("the test of J.K. and Others (v. Sweden [GC], 59166/12, 23 August 2016)", ["ecthr:59166/12"] * 2),
    ("see Salah Sheekh (Neth., 1948/04, 11.1.2007)", ["ecthr:1948/04"] * 2),
    ("on rapprochera Daoudi (c/ France, 3 déc. 2009, 19576/08)", ["ecthr:19576/08"] * 2),
    ("Raza, 31465/08, 11 February 2010; D, 29447/17, 20 July 2021 -- all v. Bulgaria",
     ["ecthr:31465/08"] * 2 + ["ecthr:29447/17"] * 2),
    ("wyroki D.A. i inni (8.07.2021 r., skarga nr 51246/17)", ["ecthr:51246/17"] * 2),
    ("Ilias ir Ahmed byloje (prieš Vengriją, Nr. 47287/15)", ["ecthr:47287/15"] * 2),
    ("M.K. u.c. pret Poliju (23.07.2020., Nr. 40503/17, 42902/17)", ["ecthr:40503/17"] * 2 + ["ecthr:42902/17"]),
    ("Corte EDU, 23.2.2012, ric. 27765/09, Hirsi Jamaa e a. c. Italia", ["ecthr:27765/09"] * 2),
    ("requête no 22689/07 de M. De Souza Ribeiro contre la France", ["ecthr:22689/07"] * 2),
    ("T.A. v. Sweden (dec.) [Comm.], 23211/94, 5 July 1994", ["ecthr:23211/94"] * 2),
    ("EGMR vom 17. Januar 2012 - Nr. 8139/09, Othman/Vereinigtes Königreich - Rn. 185 ff., vom 23. März 2016 - Nr. "
     "43611/11, F.G./Schweden", ["ecthr:8139/09"] * 2 + ["ecthr:43611/11"] * 2),
    ("CAT, Entsch. v. 23.5.2011 – 338/2008 – (Mondal ./. Schweden)", ["cat:338/2008"] * 2),
    ("Decyzja Komitetu Przeciwko Torturom nr 450/2011 w sprawie Fadela przeciwko Szwajcarii", ["cat:450/2011"] * 2),
    ("HRC, Kavanagh v Ireland, Comm 819/1998 (4 Apr 2001)", ["hrc:819/1998"] * 2),
    ("el Comité de Derechos Humanos, Pérez Escolar c. España (com. núm. 1156/2003)", ["hrc:1156/2003"] * 2),
    ("the decision in *Mutombo v Switzerland* (1994) UN Doc CAT/C/12/D/13/1993", ["cat:13/1993"] * 2),
]  # fmt: skip

TABLE = """# Authorities cited

| Applicant | Respondent | No. | Date | Articles |
|---|---|---|---|---|
| D.A. and Others | Poland | 51246/17 | {day} | Art. 3, 13, 34, P4-4 |
| D | Bulgaria | 29447/17 | 20.07.2021 | Art. 3, 13 |
"""

# Each is true, and the rule named was said to contradict it.
TRUE = [
    ("authority/chamber-superseded",
     "So Mamatkulov and Abdurasulovic v. Turkey, 46827/99 and 46951/99, Chamber, 6 February 2003, later heard by the "
     "Grand Chamber under another name."),
    ("authority/struck-out", "A.M.K. v. Russia, no. 40831/16, was communicated on 19 July 2016."),
    ("authority/decision-unmarked", "A.M.K. v. Russia, no. 40831/16, was communicated on 19 July 2016."),
    ("authority/communicated-not-decided",
     "Communicated, by State. Croatia: I.S., 57485/09 (16 May 2013). Montenegro: Glendža, 7321/12 (17 September "
     "2013)."),
    ("authority/number-of-another-case",
     "Hirsi Džamā un citi pret Itāliju [LP] (2012. gada 23. februāra spriedums, iesn. Nr. 27765/09)."),
    ("authority/number-of-another-case", "And see Lang and Nowak: respectively 49134/20 and 60846/10."),
    ("authority/number-of-another-case", "See K.N. v. the United Kingdom, no. 28774/22."),
]  # fmt: skip

# Nothing of that covers what is wrong.
WRONG = [
    ("authority/number-of-another-case", "The Court found a violation in S.S. v. the Netherlands, no. 13442/08."),
    ("authority/date-differs", "See J.K. and Others (v. Sweden [GC], 59166/12, 24 August 2016)."),
    ("authority/number-of-another-case",
     "Hirsi Džamā un citi pret Itāliju (2012. gada 24. februāra spriedums, iesn. Nr. 27765/09)."),
]  # fmt: skip


def found_in(text):
    return [one for one in find_citations(text) if one.kind not in ("provision", "instrument")]


def rules_of(tmp_path, text):
    path = tmp_path / "brief.md"
    path.write_text(text)
    return {finding.rule: finding.severity for finding in lint(path).documents[0].findings}


@pytest.mark.parametrize(("text", "targets"), FOUND)
def test_each_is_found(text, targets):
    """
    Each citation is found, means what it says and is verified.
    """
    found = found_in(f"# Brief\n\nWe say so.\n\nIt is submitted: {text}.\n")

    assert targets == [one.target for one in found]
    assert {"verified"} == {one.status for one in found}


def test_cells_of_a_table():
    """
    The applicants, the number and the day in cells of their own; the articles before "P4-4" are none of the Protocol.
    """
    found = found_in(TABLE.format(day="08.07.2021"))

    assert ["D.A. and Others", "51246/17", "D", "29447/17"] == [one.text for one in found]
    assert {"verified"} == {one.status for one in found}


def test_a_wrong_day_in_a_table(tmp_path):
    """A day in its cell is compared."""
    assert "authority/date-differs" in rules_of(tmp_path, TABLE.format(day="09.07.2021"))
    assert "provision/article-beyond" not in rules_of(tmp_path, TABLE.format(day="08.07.2021"))


def test_another_state_is_not_passed():
    """Beside another State the number alone is a citation, and never answers for the name."""
    found = found_in("# Brief\n\nSee S.S. and Others (v. Poland, 56417/19).\n")

    assert not [one for one in found if one.kind == "case"]


@pytest.mark.parametrize(("rule", "text"), TRUE)
def test_is_not_contradicted(tmp_path, rule, text):
    """What is true is not called wrong."""
    assert rule not in rules_of(tmp_path, f"# Brief\n\n{text}\n")


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_what_is_wrong_is_said(tmp_path, rule, text):
    """What is wrong is said as before."""
    assert rule in rules_of(tmp_path, f"# Brief\n\n{text}\n")


def test_initials_apart_are_no_form_of_address():
    """What is set apart is one applicant's initials, and "M." of a name in French is none."""
    found = found_in("# Brief\n\nSee Human Rights Committee, M. I. v. Sweden, Communication No. 2149/2012.\n")

    assert ["M. I. v. Sweden", "2149/2012"] == [one.text for one in found]
    assert {"verified"} == {one.status for one in found}
