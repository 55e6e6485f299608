"""When two ways of writing are one name: the decisions, and what must always hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refoulement_lint.registers.names import (
    completed,
    fold_name,
    near_name,
    same_name,
    same_surname,
    spelt_by_sound,
    titled,
    variants,
)
from refoulement_lint.registers.sounds import same_sound

FOLDED = [
    ("M.S.S. v. Belgium and Greece", "mss v belgium greece"),
    ("MSS v Belgium and Greece", "mss v belgium greece"),
    ("M. S. S. v. Belgium and Greece", "mss v belgium greece"),
    ("NA. v. the United Kingdom", "na v united kingdom"),
    ("N.A. v. the United Kingdom", "na v united kingdom"),
    ("A, B and C v. Ireland", "a b c v ireland"),
    ("S. and Marper v. the United Kingdom [GC]", "s marper v united kingdom"),
    ("CASE OF M.A. AND OTHERS v. LITHUANIA", "ma v lithuania"),
    ("M.A. & others v Lithuania", "ma v lithuania"),
    ("Hirsi Jamaa et autres c. Italie", "hirsi jamaa v italie"),
    ("C. c. Suisse", "c v suisse"),
    # what other languages write between the parties, in the name of one before the French "c."
    ("K. et T. c. Finlande", "k t v finlande"),
    ("Kamil T. Sürek c. Turquie", "kamil t surek v turquie"),
    ("Verein gegen Tierfabriken c. Suisse", "verein gegen tierfabriken v suisse"),
    ("A v. C. and Others", "a v c"),
    ("Pardo v. France (Revision – Merits)", "pardo v france"),
    ("B et C c. Suisse", "b c v suisse"),
    ("B and V v. France", "b v v france"),
    ("Čonka v. Belgium", "conka v belgium"),
    ("Soğukpınar v. Turkey", "sogukpinar v turkey"),
    ("SOGUKPINAR v. TURKEY", "sogukpinar v turkey"),
    ("Kudła v. Poland", "kudla v poland"),
    ("V.C. contre l'ITALIE", "vc v litalie"),
    ("Al-Saadoon and Mufdhi v. the United Kingdom", "al saadoon mufdhi v united kingdom"),
    ("Shahzad v. Hungary (no. 2)", "shahzad v hungary"),
    ("T.I. v. the United Kingdom (dec.)", "ti v united kingdom"),
    ("Hirsi", "hirsi"),
]

SAME = [
    ("N.S. e.a.", "N. S. and Others"),
    ("N.S. u.a.", "N. S. and Others"),
    ("N.S. i in.", "N. S. and Others"),
    ("Ibrahim ir kt.", "Ibrahim and Others"),
    ("MSS v Belgium and Greece", "M.S.S. v. Belgium and Greece"),
    ("M.S.S. c. Belgique et Grèce", "M.S.S. v. Belgium and Greece"),
    ("Othman v UK", "Othman (Abu Qatada) v. the United Kingdom"),
    ("Jabari v. Türkiye", "Jabari v. Turkey"),
    ("El-Masri v. FYROM", "El-Masri v. the former Yugoslav Republic of Macedonia"),
    ("Chahal", "Chahal v. the United Kingdom"),
    ("Shahzad v. Hungary", "Shahzad v. Hungary (no. 2)"),
]

DIFFERENT = [
    ("M.A. v. Denmark", "M.A. v. Switzerland"),
    ("M.K. and Others v. Poland", "M.A. and Others v. Poland"),
    ("Shahzad v. Hungary (no. 3)", "Shahzad v. Hungary (no. 2)"),
    ("Saadi v. Italy", "Saadi v. the United Kingdom"),
    ("Hirsi v. Italy", "Khlaifia v. Italy"),
]

NEAR = [
    ("Paposhvilli v. Belgium", "Paposhvili v. Belgium", True),
    ("Illias and Ahmed v. Hungary", "Ilias and Ahmed v. Hungary", True),
    ("Hrisi Jamaa v. Italy", "Hirsi Jamaa v. Italy", True),
    ("M.A. v. Lithuania", "M.K. v. Lithuania", False),
    ("N.D. and N.T. v. Spain", "N.D. and N.P. v. Spain", False),
    ("Chahal v. Italy", "Chahal v. the United Kingdom", False),
    ("Kaya v. Turkey", "Kara v. Turkey", False),
    ("Sharifi v. Italy", "Saadi v. Italy", False),
]


@pytest.mark.parametrize(("name", "folded"), FOLDED)
def test_folded(name, folded):
    """
    Case, diacritics, stops of initials, "and others", articles and marks do not tell two names apart.
    """
    assert folded == fold_name(name)


@pytest.mark.parametrize(("written", "registered"), SAME)
def test_same_name(written, registered):
    """
    A name without respondent, in French, in OSCOLA or with an older name of the State is the same name.
    """
    assert same_name(written, registered)


@pytest.mark.parametrize(("written", "registered"), DIFFERENT)
def test_another_name(written, registered):
    """
    Another applicant, another State or another series number is another name.
    """
    assert not same_name(written, registered)


@pytest.mark.parametrize(("written", "registered", "near"), NEAR)
def test_near_name(written, registered, near):
    """
    One letter, or two in a long name; initials are never near each other, nor is a name near itself.
    """
    assert near == near_name(written, registered)


def test_bracketed_names():
    """
    A case is found with and without what stands in brackets.
    """
    assert ("gebremedhin gaberamadhien", "gebremedhin") == variants("Gebremedhin [Gaberamadhien] v. France")


@pytest.mark.parametrize(
    ("docname", "title"),
    [
        ("SHAMADRIN AND OTHERS v. RUSSIA", "Shamadrin and Others v. Russia"),
        ("M.J. v. THE NETHERLANDS", "M.J. v. the Netherlands"),
        ("BOZ ET AUTRES c. TURQUIE", "Boz et Autres c. Turquie"),
        ("KAYA v. TÜRKİYE", "Kaya v. Türkiye"),
        # An initial is no French "v."; applicants apart by semicolons are a list; a number in a series has brackets.
        ("R. C. v. SWEDEN", "R. C. v. Sweden"),
        ("S. ; AND M. v. THE UNITED KINGDOM", "S. and M. v. the United Kingdom"),
        ("B. ; S. ; AND K. v. THE UNITED KINGDOM", "B., S. and K. v. the United Kingdom"),
        ("S. AND ; K. v. THE NETHERLANDS", "S. and K. v. the Netherlands"),
        ("VAJNAI v. HUNGARY NO.4", "Vajnai v. Hungary (no. 4)"),
        (
            "EL-MASRI v. THE FORMER YUGOSLAV REPUBLIC OF MACEDONIA",
            "El-Masri v. the former Yugoslav Republic of Macedonia",
        ),
        ("Kudla contre la POLOGNE", "Kudla contre la Pologne"),
        # which judgment it is stands in small letters, but for the article
        ("RINGEISEN v. AUSTRIA (INTERPRETATION)", "Ringeisen v. Austria (interpretation)"),
        ("RINGEISEN v. AUSTRIA (ARTICLE 50)", "Ringeisen v. Austria (Article 50)"),
        ("PARDO v. FRANCE (REVISION – MERITS)", "Pardo v. France (revision – merits)"),
        ("GREECE v. THE UNITED KINGDOM (Volume I)", "Greece v. the United Kingdom"),
        # What HUDOC says of the print is no part of the name; what the Court puts in square brackets is.
        ("CHAPMAN v. BELGIUM [Extracts]", "Chapman v. Belgium"),
        ("L.M. v. ITALY - [Italian Translation] by the Italian Ministry of Justice", "L.M. v. Italy"),
        ("GEBREMEDHIN [GABERAMADHIEN] v. FRANCE", "Gebremedhin [Gaberamadhien] v. France"),
        ("TUFANO v. ITALY**", "Tufano v. Italy"),
    ],
)
def test_titled(docname, title):
    """
    HUDOC's capitals are printed as a title.
    """
    assert title == titled(docname)


@pytest.mark.parametrize(
    ("title", "docname", "whole"),
    [
        (
            "Loizidou v. Turkey",
            "LOIZIDOU v. TURKEY (PRELIMINARY OBJECTIONS)",
            "Loizidou v. Turkey (preliminary objections)",
        ),
        (
            "Loizidou c. Turquie",
            "LOIZIDOU v. TURKEY (PRELIMINARY OBJECTIONS)",
            "Loizidou c. Turquie (exceptions préliminaires)",
        ),
        ("Viola c. Italie", "VIOLA v. ITALY (Revision)", "Viola c. Italie (révision)"),
        ("Zubani v. Italy", "ZUBANI v. ITALY (ARTICLE 41)", "Zubani v. Italy (Article 41)"),
        ("A v. B (merits)", "A v. B (MERITS)", "A v. B (merits)"),
    ],
)
def test_completed(title, docname, whole):
    """
    What only HUDOC's name says of which judgment it is, in the language of the title.
    """
    assert whole == completed(title, docname)


@given(st.text(max_size=60))
def test_folded_names_are_plain(name):
    """
    A folded name has words and single spaces only, whatever was written.
    """
    folded = fold_name(name)

    assert " ".join(folded.split()) == folded
    assert "" == "".join(character for character in folded if not character.isalnum() and character != " ")


@given(st.text(max_size=60))
def test_every_name_is_itself(name):
    """
    A name is the same as itself, and never near itself.
    """
    assert same_name(name, name)
    assert not near_name(name, name)


@given(st.text(alphabet="abcdehiklmnorstuv .-", max_size=30), st.text(alphabet="abcdehiklmnorstuv .-", max_size=30))
def test_nearness_has_no_direction(one, other):
    """
    One name is near another when the other is near it.
    """
    assert near_name(one, other) == near_name(other, one)


@pytest.mark.parametrize(
    ("written", "registered", "same"),
    [
        ("Pavla Sabalić v. Croatia", "Sabalić v. Croatia", True),
        ("Sahin v. Turkey", "Leyla Şahin v. Turkey", True),
        ("Pavla Sabalić v. Serbia", "Sabalić v. Croatia", False),
        ("Mario Ilić v. Croatia", "Sabalić v. Croatia", False),
        ("LGS SpA v Italy", "L.G.S. S.p.a. v. Italy", True),
        ("Slovdan, Spol. S RO v Slovakia", "Slovdan, Spol. S R.O. v. Slovakia", True),
        ("LGS SpA v France", "L.G.S. S.p.a. v. Italy", False),
        ("A.A. v. Sweden", "N.A.A. v. Sweden", False),
        ("Sabalić Horvat v. Croatia", "Sabalić v. Croatia", False),
    ],
)
def test_given_name(written, registered, same):
    """
    A given name more or less is the same applicant; another surname, State or initials are not.
    """
    assert same == same_surname(written, registered)


@pytest.mark.parametrize(
    ("written", "registered", "expected"),
    [
        ("Mamatkułow i Askarow przeciwko Turcji", "MAMATKULOV AND ASKAROV v. TURKEY", True),
        ("Szamajew i inni przeciwko Gruzji i Rosji", "SHAMAYEV AND OTHERS v. GEORGIA AND RUSSIA", True),
        ("Šarifi un citi pret Itāliju un Grieķiju", "SHARIFI AND OTHERS v. ITALY AND GREECE", True),
        ("Čahal prieš Jungtinę Karalystę", "CHAHAL v. THE UNITED KINGDOM", True),
        ("Sarifi un citi pret Itāliju un Grieķiju", "SHARIFI AND OTHERS v. ITALY AND GREECE", False),
        ("Mamatkulow and Askarow v. Turkey", "MAMATKULOV AND ASKAROV v. TURKEY", False),
        ("Laskin gegen Russland", "LASHKIN v. RUSSIA", False),
        ("Chalilovas ir Rachimovas prieš Rusiją", "KHALILOV AND RAKHIMOV v. RUSSIA", True),
        ("Halilovs un Rahimovs pret Krieviju", "KHALILOV AND RAKHIMOV v. RUSSIA", True),
        ("Chaliłow i Rachimow przeciwko Rosji", "KHALILOV AND RAKHIMOV v. RUSSIA", True),
        ("Rahimovs pret Krieviju", "RAHIMOV v. RUSSIA", True),
        ("Obolenskis prieš Rusiją", "OBOLENSKYY v. RUSSIA", True),
        ("Rahimovs gegen Russland", "RAHIMOV v. RUSSIA", False),
        ("Halimovs pret Krieviju", "KHALILOV v. RUSSIA", False),
        ("Halilovs pret Krieviju", "KHALILOV AND RAKHIMOV v. RUSSIA", False),
    ],
)
def test_spelt_by_sound(written: str, registered: str, expected: bool) -> None:
    """
    As another language writes the same sounds, in more than one letter or with its hooks, and in Latvian and
    Lithuanian with its endings; never beside "v.".
    """
    assert expected == spelt_by_sound(written, registered)


@pytest.mark.parametrize(
    ("written", "registered", "expected"),
    [
        ("Б.Дж. против Канады", "B.J. v Canada", True),
        ("Дж. К. против Канады", "J. K. v Canada", True),
        ("Х.Ю. против Дании", "Kh.Yu. v Denmark", True),
        ("Ш.Я. против Дании", "Sh.Y. v Denmark", True),
        ("Ж.А. против Дании", "Zh.A. v Denmark", True),
        ("Б.Дж. против Канады", "B.D. v Canada", False),
        ("Ш.А. против Дании", "S.H.A. v Denmark", False),
    ],
)
def test_initials_by_sound(written: str, registered: str, expected: bool) -> None:
    """
    What stands between two stops is one letter, in however many the other alphabet writes it.
    """
    assert expected == same_sound(written, registered)
