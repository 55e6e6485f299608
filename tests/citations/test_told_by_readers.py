"""Classes that readers of new drafts in six languages found wrong, with examples of their own."""

import pytest

WRITTEN = [
    # A court in the bracket before a name is no applicant, with its formation or without.
    ("(EGMR, Tarakhel gegen Schweiz, Nr. 29217/12)", ["Tarakhel gegen Schweiz", "29217/12"]),
    ("(EGMR (GK), M.S.S. gegen Belgien und Griechenland, Nr. 30696/09)",
     ["M.S.S. gegen Belgien und Griechenland", "30696/09"]),
    ("EGMR [GK], Ilias und Ahmed gegen Ungarn, Nr. 47287/15", ["Ilias und Ahmed gegen Ungarn", "47287/15"]),
    ("(CEDH (GC), Hirsi Jamaa et autres c. Italie, n° 27765/09)",
     ["Hirsi Jamaa et autres c. Italie", "27765/09"]),
    ("(EHRM, Salah Sheekh tegen Nederland, nr. 1948/04)", ["Salah Sheekh tegen Nederland", "1948/04"]),
    ("(Saadi v. Italy [GC], no. 37201/06)", ["Saadi v. Italy", "37201/06"]),
    # Parties slanted apart are one name.
    ("judgment of 17 December 2020, *Commission* v *Hungary*, C-808/18",
     ["Commission v Hungary", "C-808/18"]),
    ("arrêt du 19 juin 2018, *Gnandi*/*État belge*, C-181/16", ["Gnandi/État belge", "C-181/16"]),
    ("*LH* v *Bevándorlási és Menekültügyi Hivatal* (*Tompa*), C-564/18",
     ["LH v Bevándorlási és Menekültügyi Hivatal", "C-564/18"]),
    ("*Saadi* v. *Italy*, no. 37201/06", ["Saadi v. Italy", "37201/06"]),
    # A blank at the slash; a word for a case between a number and its name.
    ("application no. 37201 / 06", ["37201 / 06"]),
    ("asunto C-181/16, caso Gnandi, no se refería", ["C-181/16", "Gnandi"]),
]  # fmt: skip

MEANT = [
    ("L'article 1er de la convention de Genève du 28 juillet 1951. L'article 33 de la même convention. "
     "L'article 3 de la convention européenne des droits de l'homme, et CEDH, Saadi c. Italie, n° 37201/06",
     "CSR51:33"),
    ("Art. 3 EMRK. Nach Art. 1 A der Genfer Flüchtlingskonvention; Art. 33 derselben Konvention", "CSR51:33"),
    ("Art. 3 CEDU. L'articolo 1 della Convenzione di Ginevra del 1951; l'articolo 33 della stessa Convenzione",
     "CSR51:33"),
    ("Article 3 ECHR. Article 1A(2) of the Refugee Convention; Article 33 of that Convention", "CSR51:33"),
    ("CONSIDERANT QU'AUX TERMES DE L'ARTICLE 1ER-A DE LA CONVENTION DE GENEVE DU 28 JUILLET 1951", "CSR51:1A"),
    ("l'article 60, paragraphe 2, de la convention d'Istanbul", "Istanbul:60(2)"),
    ("Art. 60 Abs. 2 der Istanbul-Konvention", "Istanbul:60(2)"),
    ("Article 10 of the Council of Europe Convention on Action against Trafficking in Human Beings", "ECAT:10"),
    ("Article II of the 1967 Protocol", "CSR67:2"),
    ("§ 78 Abs 3 Nr 1 S 2 AsylG", "de:AsylG:78(3)(1)"),
    ("Art 4 EUGrdRCh", "CFR:4"),
    ("General comment No. 4 (2017) on the implementation of article 3 of the Convention against Torture, "
     "in the context of article 22", "CAT:22"),
    # The comment's paragraph, which the article does not have.
    ("Article 3 of the Convention against Torture. Committee against Torture, general comment No. 4 (2017) on the "
     "implementation of article 3 in the context of article 22, para. 18",
     "CAT:22"),
    ("section 53(1) of the Immigration Act, RSC 1985, c I-2; the Immigration and Refugee Board of Canada",
     "ca:Immigration Act:53(1)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "spans"), WRITTEN)
def test_spans(found, text, spans):
    """
    A citation is so much of the text, and no more.
    """
    assert spans == [one.text for one in found(f"As is said there: {text}.") if one.kind in ("case", "appno")]


@pytest.mark.parametrize(("text", "target"), MEANT)
def test_targets(found, text, target):
    """
    The provision means this one, whatever treaty the draft cites beside it.
    """
    assert target in [one.target for one in found(f"{text}.")]


def test_letters_of_something_else(found):
    """
    Letters that the draft gives to a letter of refusal are no directive.
    """
    text = "The Reasons for Refusal Letter of 14 August ('the RFRL') says nothing. The RFRL is silent."

    assert [] == [one.target for one in found(text)]


def test_a_right_in_britain(found):
    """
    A bare "Article 8" is a Convention right beside a British statute, though the draft names the Refugee Convention.
    """
    text = (
        "He is a refugee within Article 1A(2) of the Refugee Convention. Ground 4: Article 8 and the family. By "
        "section 117B(6) of the Nationality, Immigration and Asylum Act 2002 removal is not required."
    )

    assert "ECHR:8" in [one.target for one in found(text)]
