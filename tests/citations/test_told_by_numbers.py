"""Names that alone say too little, and what tells them: numbers elsewhere, the only judgment, the register."""

import pytest

from refoulement_lint import find_citations

TOLD = [
    # The number stands before the name, behind its translation, a sentence further on.
    ('жалоба № 30227/18. По делу "Юсупов против России" Суд решил.', "Юсупов против России", "ecthr:30227/18"),
    ("По делу Мухитдинова против России. Заявление № 20999/14 подано.", "Мухитдинова против России", "ecthr:20999/14"),
    (
        'у справі "Іліас і Ахмед проти Угорщини" (Ilias and Ahmed v. Hungary) [GC], заява № 47287/15',
        "Іліас і Ахмед проти Угорщини",
        "ecthr:47287/15",
    ),
    (
        "iesniegumu Nr. 70923/01, kuru iesniedza Jurijs Jurjevs pret Latviju",
        "Jurijs Jurjevs pret Latviju",
        "ecthr:70923/01",
    ),
    ("A.A. and Others v. Sweden. Application no. 14499/09.", "A.A. and Others v. Sweden", "ecthr:14499/09"),
    # The original in brackets is the name.
    ('Дело "Л.М. и другие (L.M. and Others) против России" (Жалобы NN 40081/14, 40088/14)',
     "Л.М. и другие (L.M. and Others) против России", "ecthr:40081/14"),
    # One case of exactly that name, one judgment among decisions.
    ("Jfr F.G. mot Sverige.", "F.G. mot Sverige", "ecthr:43611/11"),
    ("See N. v. the United Kingdom.", "N. v. the United Kingdom", "ecthr:26565/05"),
    # Applicants alone beside their number.
    ("EGMR, U.v. 28.6.2011 - Nr. 8319/07 u.a., Sufi u. Elmi - NVwZ 2012, 681", "Sufi u. Elmi", "ecthr:8319/07"),
    ("EGMR (U.v. 28.6.2011 – 8319/07, NVwZ 2012, 681 – Sufi und Elmi)", "Sufi und Elmi", "ecthr:8319/07"),
    ("In Hirsi Jamaa (no. 27765/09) the Court held so.", "Hirsi Jamaa", "ecthr:27765/09"),
    # A leading case of two names that nothing introduced.
    ("The Chamber followed Hirsi Jamaa. See Soering v. the United Kingdom.", "Hirsi Jamaa", "ecthr:27765/09"),
    # Luxembourg: what the register has for that number, whatever stands around it.
    ("Case C-517/17 Addis concerned Germany.", "Addis", "cjeu:C-517/17"),
    ("In X and X v État belge (Case C-638/16 PPU) it did.", "X and X v État belge", "cjeu:C-638/16 PPU"),
    ("C-163/17 [ECLI:EU:C:2019:218], Jawo - Rn. 92", "Jawo", "cjeu:C-163/17"),
    ("w sprawach połączonych N.S. i in., C-411/10 i C-493/10", "N.S. i in.", "cjeu:C-411/10"),
    ("asunto C-638/16 PPU, X y X; otro", "X y X", "cjeu:C-638/16 PPU"),
    ("sentencia de 17 de diciembre de 2020, Comisión/Hungría, C-808/18", "Comisión/Hungría", "cjeu:C-808/18"),
    ("CGUE, CV, causa C-406/22", "CV", "cjeu:C-406/22"),
    # A symbol needs no word before it.
    ("N.B.F. v. Spain, CRC/C/79/D/11/2017, para. 12.3", "N.B.F. v. Spain", "crc:11/2017"),
    ("under the Optional Protocol. Compare Jasin v. Denmark (CCPR/C/114/D/2360/2014)", "Jasin v. Denmark",
     "hrc:2360/2014"),
    # A British report of a Strasbourg case.
    ("Paposhvili v Belgium [2017] Imm AR 867", "Paposhvili v Belgium", "ecthr:41738/10"),
    # Austrian: gg., and numbers behind a comma.
    ("EGMR 28.11.2011, Sufi und Elmi gg. Vereinigtes Königreich, 8319/07 und 11449/07",
     "Sufi und Elmi gg. Vereinigtes Königreich", "ecthr:8319/07"),
]  # fmt: skip

OPEN = [
    # Two judgments of one name, and nothing that tells which.
    ("See A.A. and Others v. Sweden.", "A.A. and Others v. Sweden"),
    # Two numbers that go with the name tell as little as none.
    (
        "A.A. and Others v. Sweden. Application no. 14499/09. Application no. 34098/11.",
        "A.A. and Others v. Sweden",
    ),
    # A number of somebody else tells nothing.
    ("A.A. and Others v. Sweden. Application no. 37201/06.", "A.A. and Others v. Sweden"),
]

NO_CASE = [
    "An application was lodged by Mr Ahmed (no. 25964/94).",
    "The harbour master followed Hirsi to the quay.",
    "Order no. 411/10 of N.S. reached us; CV and LH went on, and 8319/07 is a part number.",
]


@pytest.mark.parametrize(("text", "name", "target"), TOLD)
def test_told(text, name, target):
    """
    What the name means there.
    """
    # A first line, so that no name stands in the title of the draft.
    found = find_citations(f"# Brief\n\nWe say so.\n\n{text}\n")
    assert [target] == [one.target for one in found if one.written.text == name]


@pytest.mark.parametrize(("text", "name"), OPEN)
def test_left_open(text, name):
    """
    Where nothing decides, nobody guesses.
    """
    found = find_citations(f"# Brief\n\nWe say so.\n\n{text}\n")
    assert [None] == [one.target for one in found if one.written.text == name]


@pytest.mark.parametrize("text", NO_CASE)
def test_no_case(text):
    """
    Persons and numbers that are no case by their name.
    """
    found = find_citations(f"# Brief\n\nWe say so.\n\n{text}\n")
    assert not [one.written.text for one in found if one.kind in ("case", "short-form")]


def test_a_note_named_after_a_judgment():
    """
    The title of a note is the name of the judgment that it is about; of a brief in a case not decided it is nobody's.
    """
    (note,) = find_citations("# Khan v. Germany\n\nThe Grand Chamber has given judgment.\n")
    assert "ecthr:38030/12" == note.target
    assert "unchecked" == note.status
    (brief,) = find_citations("# Qwertyuiop v. Germany\n\nThe applicant submits as follows.\n")
    assert brief.target is None


def test_a_day_before_a_name_is_no_part_of_it():
    """
    What stands between a day and the next name is read like anything else.
    """
    text = (
        "22 September 2015. This is final under Article 44 § 2 of the European Convention on Human Rights. "
        "In Nabil and Others v. Hungary it is."
    )
    found = find_citations(f"# Brief\n\nWe say so.\n\n{text}\n")
    assert ["ECHR:44(2)", "ecthr:62116/12"] == [one.target for one in found]


def test_between_two_quoted_names():
    """
    What stands between the quotation marks of one case and those of the next is no name that the draft gives.
    """
    text = "по делу «Солдатенко против Украины»; см. постановление по делу «Гарабаев против России»."
    found = find_citations(f"# Brief\n\nWe say so.\n\n{text}\n")
    assert ["Солдатенко против Украины", "Гарабаев против России"] == [one.written.text for one in found]
