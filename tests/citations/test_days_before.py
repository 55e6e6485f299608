"""The day before a citation that is part of it, in every order that courts and journals use; and what only looks so."""

import pytest

# Where the day stands, in the way of each court, language and separator; each with the day that is read.
LED = [
    # French, Belgian
    ("CEDH, gde ch., 23 février 2012, Hirsi Jamaa et autres c. Italie, n° 27765/09", "2012-02-23"),
    ("CEDH, GC, 23 février 2012, Hirsi Jamaa et autres c. Italie, n° 27765/09", "2012-02-23"),
    ("Cour EDH, 5e sect., 23 juillet 2020, M.K. et autres c. Pologne, n° 40503/17", "2020-07-23"),
    ("CEDH, 23/07/2020, M.K. et autres c. Pologne, n° 40503/17", "2020-07-23"),
    ("Cour européenne des droits de l'homme, arrêt du 1er septembre 2015, Khlaifia c. Italie, n° 16483/12",
     "2015-09-01"),
    ("CJUE, gde ch., 19 juin 2018, Gnandi, C-181/16", "2018-06-19"),
    ("CJCE, 17 février 2009, Elgafaji, aff. C-465/07", "2009-02-17"),
    # German, Austrian, Swiss
    ("EuGH, Urt. v. 19.06.2018 – C-181/16 [Gnandi]", "2018-06-19"),
    ("EuGH, Urt. v. 19.06.2018 – C-181/16 (Gnandi)", "2018-06-19"),
    ("EuGH, Urt. v. 19.06.2018 – C-181/16, Gnandi", "2018-06-19"),
    ("EuGH, Urteil vom 19.6.2018 – C-181/16 –", "2018-06-19"),
    ("EuGH 19.6.2018, C-181/16, Gnandi", "2018-06-19"),
    ("EGMR, Urt. v. 23.07.2020 – Nr. 40503/17 (M.K. u. a. ./. Polen)", "2020-07-23"),
    ("EGMR, Urt. v. 23.07.2020 – 40503/17 [M.K. u. a. ./. Polen]", "2020-07-23"),
    ("EGMR [GK], Urt. v. 23.02.2012 – 27765/09 –", "2012-02-23"),
    ("EGMR 23.7.2020, M.K. u. a. gegen Polen, Nr. 40503/17", "2020-07-23"),
    # Italian, Spanish, Dutch
    ("Corte EDU, Grande Camera, 23 febbraio 2012, Hirsi Jamaa c. Italia, ric. n. 27765/09", "2012-02-23"),
    ("CGUE, sentenza del 19 giugno 2018, Gnandi, causa C-181/16", "2018-06-19"),
    ("STEDH de 23 de julio de 2020, M.K. y otros c. Polonia, nº 40503/17", "2020-07-23"),
    ("TJUE, sentencia de 19 de junio de 2018, Gnandi, C-181/16", "2018-06-19"),
    ("EHRM 23 juli 2020, nr. 40503/17 (M.K. e.a. t. Polen)", "2020-07-23"),
    ("HvJ EU 19 juni 2018, C-181/16, ECLI:EU:C:2018:465 (Gnandi)", "2018-06-19"),
    # Polish, Lithuanian, Latvian, Russian
    ("wyrok ETPC z dnia 23 lipca 2020 r. w sprawie M.K. i inni przeciwko Polsce, skarga nr 40503/17", "2020-07-23"),
    ("ETPC, 23.07.2020 r., M.K. i inni przeciwko Polsce, nr 40503/17", "2020-07-23"),
    ("wyrok TSUE z 19.06.2018 r., C-181/16, Gnandi", "2018-06-19"),
    ("EŽTT 2018 m. gruodžio 11 d. sprendimas byloje M.A. ir kiti prieš Lietuvą, Nr. 59793/17", "2018-12-11"),
    ("ESTT 2018 m. birželio 19 d. sprendimas Gnandi, C-181/16", "2018-06-19"),
    ("ECT 2020. gada 23. jūlija spriedums lietā M.K. un citi pret Poliju, Nr. 40503/17", "2020-07-23"),
    ("EST 2018. gada 19. jūnija spriedums, Gnandi, C-181/16", "2018-06-19"),
    ("To liedz (2018. gada 19. jūnija spriedums, Gnandi, C-181/16) direktīva.", "2018-06-19"),
    ("Tai draudžia direktyva (2018 m. birželio 19 d. sprendimas, Gnandi, C-181/16).", "2018-06-19"),
    ("постановление ЕСПЧ от 23 июля 2020 г. по делу M.K. and Others v. Poland, жалоба № 40503/17", "2020-07-23"),
    # English
    ("ECtHR, 23 July 2020, M.K. and Others v. Poland, nos. 40503/17 and 2 others", "2020-07-23"),
    ("European Court of Human Rights, Grand Chamber, 23 February 2012, Hirsi Jamaa v. Italy, no. 27765/09",
     "2012-02-23"),
    ("CJEU, 19 June 2018, Gnandi, C-181/16", "2018-06-19"),
    ("ECtHR, July 23, 2020, M.K. and Others v. Poland, no. 40503/17", "2020-07-23"),
]  # fmt: skip

# The court is said once, and the list goes on.
LISTS = [
    "CEDH, 21 janvier 2011, M.S.S. c. Belgique et Grèce, n° 30696/09 ; 23 février 2012, Hirsi Jamaa "
    "c. Italie, n° 27765/09",
    "EGMR, Urt. v. 21.01.2011 – 30696/09 [M.S.S. ./. Belgien]; Urt. v. 23.02.2012 – 27765/09 [Hirsi Jamaa ./. Italien]",
    "ECtHR, 21 January 2011, M.S.S. v. Belgium and Greece, no. 30696/09, 23 February 2012, Hirsi "
    "Jamaa v. Italy, no. 27765/09",
]  # fmt: skip

# Days of the story and of other authorities.
NOT_LED = [
    "He was removed on 21 January 2012 (M.S.S. v. Belgium and Greece, no. 30696/09, § 342)",
    "The claim was refused on 5 May 2020, M.S.S. v. Belgium and Greece, no. 30696/09, notwithstanding",
    "Le renvoi a eu lieu le 3 mars 2026 (Hirsi Jamaa et autres c. Italie, n° 27765/09)",
    "Der Bescheid vom 27.05.2026 widerspricht EGMR [GK], M.S.S. ./. Belgien und Griechenland, Nr. 30696/09",
    "By its decision of 12 March 2026 the Department refused it; see Hirsi Jamaa v. Italy, no. 27765/09",
    "2026 m. kovo 3 d. jis buvo sulaikytas (M.A. ir kiti prieš Lietuvą, Nr. 59793/17)",
    "Decyzja z dnia 12 marca 2026 r. jest sprzeczna z M.K. i inni przeciwko Polsce, nr 40503/17",
    "BVerwG, Urt. v. 21.04.2020 – 1 C 4.19; vgl. EuGH, C-163/17, Jawo",
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), LED)
def test_day_is_of_the_citation(found, text, day):
    """
    The day is a part of the case or of its number, and agrees with the register.
    """
    days = {part.value for one in found(f"Siehe {text}.") for part in one.written.all("date")}

    assert {day} == days


@pytest.mark.parametrize(("text", "day"), LED)
def test_another_day_is_no_agreement(found, text, day):
    """
    The same citation a year later is not verified: what stands before is held against the register.
    """
    later = f"Siehe {text}.".replace(day[:4], str(int(day[:4]) + 1), 1)
    whole = [one for one in found(later) if one.written.part("date")]

    assert whole
    assert any(verdict.part == "date" and verdict.verdict != "agrees" for one in whole for verdict in one.compared)


@pytest.mark.parametrize("text", LISTS)
def test_each_of_a_list_has_its_own(found, text):
    """
    A day behind one citation and before the next is the next one's, where the first has its own before it.
    """
    days = [one.written.part("date").value for one in found(text) if one.kind == "case"]

    assert ["2011-01-21", "2012-02-23"] == days


@pytest.mark.parametrize("text", NOT_LED)
def test_day_of_the_story(found, text):
    """
    A day that no court and no word for a judgment leads is nobody's.
    """
    cases = [one for one in found(f"{text}.") if one.written.family in ("ecthr", "cjeu") and one.kind != "provision"]

    assert cases
    assert [] == [part.value for one in cases for part in one.written.all("date")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("EGMR, Urt. v. 21.01.2011 – 30696/09 [M.S.S. ./. Belgien und Griechenland]",
         ["M.S.S. ./. Belgien und Griechenland"]),
        ("EGMR, Urt. v. 06.07.2010 – 41615/07 [Neulinger und Shuruk ./. Schweiz]",
         ["Neulinger und Shuruk ./. Schweiz"]),
        ("CEDH, Gebremedhin [Gaberamadhien] c. France, n° 25389/05", ["Gebremedhin [Gaberamadhien] c. France"]),
        ("EuGH, Urt. v. 18.06.2024 – C-753/22 [QY]", ["QY"]),
        ("EuGH, Urt. v. 16.02.2017 – C-578/16 PPU [C. K. u. a.]", ["C. K. u. a."]),
        ("EuGH, Urt. v. 13.11.2019 – C-540/17 und C-541/17 [Hamed und Omar]", ["Hamed und Omar"]),
        ("EuGH, Urt. v. 19.03.2019 – C-163/17 [Hervorhebung nur hier]", []),
        ("EuGH, Urt. v. 19.03.2019 – C-163/17 [GK]", []),
    ],
)  # fmt: skip
def test_names_in_brackets(found, text, names):
    """
    A name in brackets behind its number is that name, without the bracket and the number.
    """
    named = [one.written.part("name") for one in found(text) if one.kind == "case"]

    assert names == [name.value for name in named if name is not None]


@pytest.mark.parametrize(
    "text",
    [
        "CEDH, gde ch., 23 février 2012, Hirsi Jamaa c. Italie, n° 27765/09",
        "CEDH, Grande Chambre, 23 février 2012, Hirsi Jamaa c. Italie, n° 27765/09",
        "CAT, A.N. c. Suisse, communication n° 742/2016",
    ],
)
def test_letters_of_a_court(found, text):
    """
    Letters that lead a decision are the court's, and no treaty is cited.
    """
    assert [] == [one.text for one in found(f"Voir {text}.") if one.kind == "instrument"]
