"""Classes that passages in six languages showed, each with examples of its own and with what only looks like it."""

import pytest

WRITTEN = [
    # A list of Protocols, whose Convention stands behind the last.
    ("Protocols Nos. 4 and 7 to the Convention", ["ECHR-P4", "ECHR-P7"]),
    ("den Protokollen Nr. 4 oder Nr. 12 zur Konvention", ["ECHR-P4", "ECHR-P12"]),
    ("les Protocoles nos 1, 4 et 7 à la Convention", ["ECHR-P1", "ECHR-P4", "ECHR-P7"]),
    # A letter of its own behind another, with nothing around it.
    ("Art. 17 Abs. 1 Buchst. a und b der Richtlinie 2011/95/EU", ["EU:2011/95:17(1)(a)", "EU:2011/95:17(1)(b)"]),
    ("Art. 1 F lit. a und c GFK", ["CSR51:1F(a)", "CSR51:1F(c)"]),
    ("artículo 9.1.a) y b de la Directiva 2011/95/UE", ["EU:2011/95:9(1)(a)", "EU:2011/95:9(1)(b)"]),
    ("l'articolo 9(2)f della Direttiva 2011/95/UE", ["EU:2011/95:9(2)(f)"]),
    # Treaties with their day between the word and the title.
    ("des Abkommens vom 28.07.1951 über die Rechtsstellung der Flüchtlinge", ["CSR51"]),
    ("Art. 33 des Abkommens vom 28.7.1951", ["CSR51:33"]),
    ("Art. 8 der Konvention vom 4.11.1950 zum Schutz der Menschenrechte und Grundfreiheiten", ["ECHR:8"]),
    # Headnotes with long dashes.
    ("Directive 2013/32/EU — Common procedures — Article 46 — Effective remedy", ["EU:2013/32", "EU:2013/32:46"]),
    # Statutes.
    ("paragraph 101(1)(c.2) of the Immigration and Refugee Protection Act", ["ca:IRPA:101(1)(c.2)"]),
    ("section 1158(a)(2) of Title 8 of the United States Code", ["us:8 USC 1158(a)(2)"]),
    # Luxembourg: between name and number the judgment in brackets, the day, what the case is about.
    ("in der Rechtssache Jawo (Urteil vom 19. März 2019, C-163/17)", ["cjeu:C-163/17", "cjeu:C-163/17"]),
    ("HvJ EU, Jawo t. Duitsland, 19 maart 2019, C-163/17", ["cjeu:C-163/17", "cjeu:C-163/17"]),
    ("in Diakité (Meaning of an internal armed conflict), C-285/12", ["cjeu:C-285/12", "cjeu:C-285/12"]),
    # Strasbourg: the Dutch word for the number.
    ("EHRM 28 februari 2008, zaaknr. 37201/06", ["ecthr:37201/06"]),
]  # fmt: skip

# What a draft has cited, what it says then, and the short forms in that.
SHORT = [
    ("See HJ (Iran) v SSHD [2010] UKSC 31.", "HJ (Iran) at [82] says why", ["HJ (Iran)"]),
    ("See Huang v Secretary of State for the Home Department [2007] UKHL 11.",
     "Lord Bingham and Huang at [20]", ["Huang"]),
    ("La Cour a jugé Salah Sheekh c. Pays-Bas (no 1948/04).", "L'arrêt Sheekh, précité, § 136, le dit", ["Sheekh"]),
    ("La Cour a jugé Salah Sheekh c. Pays-Bas (no 1948/04).", "Abdirizaq Sheekh est venu", []),
    ("See Saadi v. Italy [GC], no. 37201/06.", "In Saadi and Chahal v. the United Kingdom it was so", ["Saadi"]),
    ("See Canada (Citizenship and Immigration) v Galindo Camayo, 2022 FCA 50 [Camayo].",
     "Ms. Galindo Camayo intended it", []),
    ("See Matter of Acosta, 19 I. & N. Dec. 211 (BIA 1985), and Matter of Mogharrabi, 19 I. & N. Dec. 439 (BIA 1987).",
     "Acosta, 19 I. & N. Dec. at 233", ["Acosta, 19 I. & N. Dec. at 233"]),
]  # fmt: skip

PROSE = [
    "The Board met under Protocols 3 and 5, and the second Optional Protocols 1 and 2 were drafted.",
    "Protocols Nos. 1 and 2 to the Convention on the Rights of the Child are read out.",
    "Die Protokolle Nr. 3 und 4 der Sitzung liegen bei.",
    "Er wohnt in Haus 10(1)d der Straße.",
]


@pytest.mark.parametrize(("text", "targets"), WRITTEN)
def test_each_form(found, text, targets):
    """
    What is written means these, in the order of the text.
    """
    assert targets == [one.target for one in found(f"Es gilt folgendes, as is said elsewhere: {text}.")]


@pytest.mark.parametrize(("cited", "said", "names"), SHORT)
def test_short_forms(found, cited, said, names):
    """
    A short form means the case cited before; a person of that name does not.
    """
    text = f"It is submitted as follows. {cited} {said}."
    short = [one for one in found(text) if one.start >= text.index(said) and one.form == "short"]

    assert names == [one.text for one in short]
    assert all(one.target for one in short)


def test_short_name_before_another_case(found):
    """
    "Saadi and Chahal v. the United Kingdom": the second name alone is the second case's.
    """
    text = "The Court held in Saadi v. Italy [GC], no. 37201/06. In Saadi and Chahal v. the United Kingdom it was so."

    assert ["Saadi v. Italy", "Chahal v. the United Kingdom"] == [one.text for one in found(text) if one.kind == "case"]


@pytest.mark.parametrize("text", PROSE)
def test_prose(found, text):
    """
    What only looks like it is no Protocol and no provision.
    """
    assert [] == [one.target for one in found(text) if (one.target or "").startswith(("ECHR", "EU:"))]


@pytest.mark.parametrize(
    ("named", "target"),
    [("La Cour statue", "ECtHR-Rules:39(1)"), ("Le règlement (UE) n° 604/2013 s'applique", "EU:604/2013:39(1)")],
)
def test_rules_or_regulation(found, named, target):
    """
    "Du règlement" is the regulation that the draft has named, and where it has none, the Rules of the Court it cites.
    """
    text = f"{named} ; voir N.A. c. Royaume-Uni, no 25904/07, et la mesure prise (article 39 § 1 du règlement)."

    assert found(text)[-1].target == target
