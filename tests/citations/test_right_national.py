"""National decisions and statutes as lawyers write them: each is found and means what its writer meant."""

import pytest

WRITTEN = [
    # A short name directly before the number, in brackets or slanted; the register's own.
    ("In Febles (2014 SCC 68, [2014] 3 SCR 431) the appeal was dismissed.", ["ca:2014 SCC 68"]),
    ("*Januzi* [2006] UKHL 5 was decided in February 2006.", ["uk:[2006] UKHL 5"]),
    # Of two instances of that name nothing is said in a sentence; beside its own number each is itself.
    ("HJ (Iran) [2010] UKSC 31 reversed HJ (Iran) [2009] EWCA Civ 172.",
     ["uk:[2010] UKSC 31", "uk:[2009] EWCA Civ 172"]),
    # Session Cases beside the court's own number; a year and two letters alone are nothing.
    ("Ramzan v Secretary of State for the Home Department [2012] CSIH 9, 2012 SC 401", ["uk:[2012] CSIH 9"]),
    ("the Committee’s paper of 2012 SC 401 was lost", []),
    # The next item of a list is no report of the one before.
    ("K v Minister of Immigration [2011] NZSC 12, [2011] 2 NZLR 4; Refugee Appeal No 76001/05 [2006] NZAR 9",
     ["nz:[2011] NZSC 12", "nz:Refugee Appeal No 76001/05"]),
    # The court in the sentence, its number in a bracket or behind the word for its decision.
    ("Der 1. Senat des Bundesverwaltungsgerichts (1 C 35.19 und 1 C 36.19) hat", ["de:1 C 35.19", "de:1 C 36.19"]),
    ("Die Revision in der Sache 1 C 35.19 blieb ohne Erfolg.", ["de:1 C 35.19"]),
    ("Der Verfassungsgerichtshof hat mit Erkenntnis vom 12.03.2021, E 1234/2020, behoben.", ["at:E 1234/2020"]),
    ("le Conseil d’État l’a jugé par une décision du 3 octobre 2018 (n° 406222)", ["fr:406222"]),
    ("dans sa décision n° 93-325 DC du 13 août 1993", ["fr:93-325 DC"]),
    ("Le Conseil du contentieux des étrangers a annulé par son arrêt n° 240 756 du 11 septembre 2020",
     ["be:CCE 240756"]),
    ("La Cour constitutionnelle l’a dit dans l’arrêt n° 23/2021", ["be:CC 23/2021"]),
    ("Riigikohtu üldkogu 2. juuni 2015. a määruses nr 5-18-4", ["ee:5-18-4"]),
    ("De Afdeling oordeelde op 3 mei 2022 (202001234/1) anders.", ["nl:202001234/1"]),
    ("postanowienie SR w Sokółce z dnia 3 marca 2022 r., VII Kp 12/22", ["pl:VII Kp 12/22"]),
    # The draft's own file.
    ("Our reference: PA/01234/2022.", []),
    ("Unser Aktenzeichen: 6 K 1234/17.TR", []),
    ("Ons kenmerk: NL23.12345", []),
    ("In HU/00012/2020 the judge erred.", ["uk:HU/00012/2020"]),
    # What a section has below it, in the plural; the year behind an Act’s letters.
    ("§ 60 Abs. 7 Sätze 1 und 2 AufenthG", ["de:AufenthG:60(7)"]),
    ("s. 50 IPA 2015 and s 3(2) IA 1971", ["ie:IPA2015:50", "uk:IA1971:3(2)"]),
    # No section of a Charter that ends with section 34.
    ("Section 97(1) of the Immigration and Refugee Protection Act and s. 7 of the Canadian Charter of Rights and "
     "Freedoms are engaged; subsection 110(4) was considered.", ["ca:IRPA:97(1)", "ca:Charter:7", "ca:IRPA:110(4)"]),
    # The accusative behind "pagal".
    ("Pagal Konstitucijos 135 straipsnį", ["lt:Konstitucija:135"]),
    # The same act.
    ("Pagal ABTĮ 56 straipsnį ir to paties įstatymo 67 straipsnį", ["lt:ABTĮ:56", "lt:ABTĮ:67"]),
    ("Podle § 12 zákona o azylu a § 14 téhož zákona", ["cz:325/1999 Sb.:12", "cz:325/1999 Sb.:14"]),
    ("Nach § 3 AsylG und § 5 desselben Gesetzes", ["de:AsylG:3", "de:AsylG:5"]),
    ("Artikel 29 van de Vw 2000 en artikel 31 van die wet", ["nl:Vw 2000:29", "nl:Vw 2000:31"]),
    ("L'art. 19 del d.lgs. n. 286/1998 e l'art. 20 del medesimo decreto",
     ["it:d.lgs. 286/1998:19", "it:d.lgs. 286/1998:20"]),
    ("VRKS § 17 ja sama seaduse § 18", ["ee:VRKS:17", "ee:VRKS:18"]),
    ("Efter udlændingelovens § 7 og samme lovs § 31", ["dk:Udlændingeloven:7", "dk:Udlændingeloven:31"]),
    ("A menedékjogról szóló 2007. évi LXXX. törvény 51. §-a és ugyanezen törvény 52. §-a",
     ["hu:Act LXXX of 2007:51", "hu:Act LXXX of 2007:52"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), WRITTEN)
def test_each_manner(found, text, targets):
    """One sentence, and what it cites in order."""
    assert targets == [one.target for one in found(text)]


def test_a_country_behind_letters_is_a_case(found):
    """ "HJ (Iran)" needs no word beside it to be the case cited before; nor does any other of that form."""
    cited = found("HJ (Iran) v Secretary of State for the Home Department [2010] UKSC 31 settles it. HJ (Iran) did so.")
    assert ["uk:[2010] UKSC 31"] * 2 == [one.target for one in cited]


def test_what_a_case_says_is_no_name_of_it(found):
    """Words quoted behind a report are the court's, and no term that the draft defines."""
    text = "INS v. Stevic, 467 U.S. 407, 429 (1984) (“more likely than not”). It is more likely than not that he will."
    assert ["us:467 U.S. 407"] == [one.target for one in found(text)]


def test_a_bracket_behind_the_parties_is_of_their_name(found):
    """What the determination is about stands in brackets with semicolons, and the name goes on behind them."""
    text = (
        "In AMM and Others v SSHD (conflict; humanitarian crisis; returnees; FGM) Somalia CG [2011] UKUT 445 (IAC) the "
        "Tribunal so held."
    )
    (one,) = found(text)
    assert ("uk:[2011] UKUT 445 (IAC)", "verified") == (one.target, one.status)
    assert one.text.startswith("AMM and Others")


def test_a_country_alone_is_nobody_else(found):
    """A name of which only the country was read is no other case's; another country's is."""
    (right,) = found("Somalia CG [2011] UKUT 445 (IAC)")
    (wrong,) = found("Eritrea CG [2011] UKUT 445 (IAC)")
    assert ("mismatch", False) == (wrong.status, right.status == "mismatch")
