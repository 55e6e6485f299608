"""Numbers of other bodies: regional and world courts, UN documents, documents of the Union, ECLI, CELEX, Luxembourg."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

DOCUMENTS = [
    (
        (
            "Pacheco Tineo Family v. Bolivia, Series C No. 272, and Advisory Opinion "
            "OC-25/18; Caso Familia Pacheco Tineo, Serie C No. 272"
        ),
        ["iacthr:Series C No. 272", "iacthr:OC-25/18", "iacthr:Series C No. 272"],
    ),
    (
        (
            "African Commission, Communication 313/05, Kenneth Good v. Botswana; "
            "Communications 54/91, 61/91 and 98/93 before the African Commission"
        ),
        ["achpr:313/05", "achpr:54/91", "achpr:61/91", "achpr:98/93"],
    ),
    ("Inter-American Commission, Report No. 51/96, Case 10.675", ["iachr:Report No. 51/96", "iachr:Case 10.675"]),
    (
        (
            "Nicaragua v. United States of America, ICJ Reports 1986, p. 14. [2012] ICJ Rep "
            "422. P.C.I.J., Series A, No. 10"
        ),
        ["icj:ICJ Reports 1986, p. 14", "icj:ICJ Reports 2012, p. 422", "pcij:Series A No. 10"],
    ),
    (
        (
            "General Assembly resolution 39/46 (A/RES/39/46), resolution 2312 (XXII), "
            "Security Council resolution 1373 (2001), S/RES/1373 (2001)"
        ),
        ["un:A/RES/39/46", "un:A/RES/39/46", "un:A/RES/2312(XXII)", "un:S/RES/1373(2001)", "un:S/RES/1373(2001)"],
    ),
    (
        "(COM(2025) 259 final) and COM/2016/0467, SWD(2020) 207 final",
        ["EU:COM(2025) 259", "EU:COM(2016) 467", "EU:SWD(2020) 207"],
    ),
    (
        (
            "CAT/C/GC/4, CCPR/C/21/Rev.1/Add.13, CRC/GC/2005/6, A/53/44, annex X, "
            "A/HRC/37/53, para. 12, HCR/GIP/09/08. CAT/C/POL/CO/7."
        ),
        ["cat:GC4", "hrc:GC31", "crc:GC6", "un:A/53/44", "un:A/HRC/37/53", "un:HCR/GIP/09/08", "un:CAT/C/POL/CO/7"],
    ),
    ("ExCom Conclusion No. 6 (XXVIII), Guidelines on International Protection No. 4", ["unhcr:ExCom6", "unhcr:GIP4"]),
    ("Prosecutor v. Furundžija, IT-95-17/1-T; ICC-01/04-01/06", ["icty:IT-95-17/1-T", "icc:ICC-01/04-01/06"]),
    (
        (
            "General Comment No. 4 (2017) of the Committee against Torture; observation "
            "générale n° 31 du Comité des droits de l'homme; GC4"
        ),
        ["cat:GC4", "hrc:GC31", "cat:GC4"],
    ),
    # The case over its name, the number, the symbol.
    (
        "Mutombo v. Switzerland, communication No. 13/1993, CAT/C/12/D/13/1993",
        ["cat:13/1993", "cat:13/1993", "cat:13/1993"],
    ),
    ("Mutombo c. Suisse, communication n° 13/1993, Comité contre la torture", ["cat:13/1993", "cat:13/1993"]),
    ("Мутомбо против Швейцарии, сообщение № 13/1993, Комитет против пыток", ["cat:13/1993", "cat:13/1993"]),
    ("Комитет против пыток, сообщения № 13/1993 и № 21/1995", ["cat:13/1993", "cat:21/1995"]),
    ("El Comité contra la Tortura, comunicación núm. 13/1993", ["cat:13/1993"]),
    (
        "UN-Ausschuss gegen Folter, Mitteilung Nr. 13/1993; Mitteilung Nr. 12/2015 der Behörde",
        ["cat:13/1993", "cat:12/2015"],
    ),
    ("Komitet przeciwko Torturom, zawiadomienie nr 13/1993", ["cat:13/1993"]),
    ("Teitiota v. New Zealand, CCPR/C/127/D/2728/2016", ["hrc:2728/2016", "hrc:2728/2016"]),
]

LUXEMBOURG = [
    (
        "Joined Cases C-411/10 and C-493/10, *N.S. and Others*, EU:C:2011:865, paragraph 94",
        ["cjeu:C-411/10", "cjeu:C-493/10", "cjeu:C-411/10", "cjeu:C-411/10"],
    ),
    (
        (
            "judgment of 19 March 2019, Jawo, C-163/17, EU:C:2019:218, paragraph 91. Later: "
            "Jawo, paragraph 93; the Jawo judgment; N.S. and Others, cited above."
        ),
        ["cjeu:C-163/17", "cjeu:C-163/17", "cjeu:C-163/17", "cjeu:C-163/17", "cjeu:C-163/17", "cjeu:C-411/10"],
    ),
    (
        ("EuGH, Urteil vom 19. März 2019, Jawo, C-163/17, Rn. 91; verb. Rs. C-411/10 und C-493/10"),
        ["cjeu:C-163/17", "cjeu:C-163/17", "cjeu:C-411/10", "cjeu:C-493/10"],
    ),
    (
        (
            "wyrok z dnia 19 czerwca 2018 r., Gnandi, C-181/16, pkt 56; wyrok Trybunału w "
            "sprawach połączonych C-411/10 i C-493/10 N.S. i inni"
        ),
        ["cjeu:C-181/16", "cjeu:C-181/16", "cjeu:C-411/10", "cjeu:C-493/10", "cjeu:C-411/10"],
    ),
    (
        "arrêt du 19 juin 2018, Gnandi, C-181/16, point 56; avis 2/13; Avis 2/13; Opinion 2/13",
        ["cjeu:C-181/16", "cjeu:C-181/16", "cjeu:Opinion 2/13", "cjeu:Opinion 2/13"],
    ),
    (
        "sentencia de 19 de junio de 2018, Gnandi, C-181/16, apartado 56; asunto C-72/22 PPU",
        ["cjeu:C-181/16", "cjeu:C-181/16", "cjeu:C-72/22 PPU"],
    ),
    ("sentenza del 19 giugno 2018, Gnandi, causa C-181/16", ["cjeu:C-181/16", "cjeu:C-181/16"]),
    (
        "2018 m. birželio 19 d. sprendimas Gnandi, C-181/16; byloje C-72/22 PPU",
        ["cjeu:C-181/16", "cjeu:C-181/16", "cjeu:C-72/22 PPU"],
    ),
    ("unionin tuomioistuimen tuomio asiassa C-181/16, Gnandi", ["cjeu:C-181/16", "cjeu:C-181/16"]),
    ("dom av den 19 juni 2018, Gnandi, C-181/16", ["cjeu:C-181/16", "cjeu:C-181/16"]),
    (
        "Case 222/84 Johnston; Rs. 26/62, van Gend en Loos; page 12/32 of case 3/22",
        ["cjeu:C-222/84", "cjeu:C-222/84", "cjeu:C-26/62"],
    ),
    ("Case C – 411/10; Case C‑72/22 PPU", ["cjeu:C-411/10", "cjeu:C-72/22 PPU"]),
    (
        "EU:C:2011:865 and ECLI:EU:C:2018:465 stand alone; ECLI:CE:ECHR:2011:0121JUD003069609",
        ["cjeu:C-411/10", "cjeu:C-181/16", "ecthr:30696/09"],
    ),
    (
        "CELEX 32013L0032 and http://data.europa.eu/eli/dir/2013/32/oj and CELEX:62017CJ0163",
        ["EU:2013/32", "EU:2013/32", "cjeu:C-163/17"],
    ),
]

STRASBOURG = [
    (
        "Saadi v . Italy, no. 37201 /06; requête n o 30696/09; no.30696/09",
        ["ecthr:37201/06", "ecthr:37201/06", "ecthr:30696/09", "ecthr:30696/09"],
    ),
    (
        ("M.S.S. v. Belgium and Greece, no. 30696/09. In MSS the Court held; MSS, § 3; the MSS judgment"),
        ["ecthr:30696/09", "ecthr:30696/09", "ecthr:30696/09", "ecthr:30696/09", "ecthr:30696/09"],
    ),
    (
        "Al ‑ Skeini and Others v. the United Kingdom [GC], no. 55721/07, ECHR 2011 ‑ IV",
        ["ecthr:55721/07", "ecthr:55721/07"],
    ),
    ("M.S.S. contre la Belgique et la Grèce, arrêt du 21 janvier 2011", ["ecthr:30696/09"]),
    (
        "M.S.S. przeciwko Belgii i Grecji, skarga nr 30696/09, wyrok z 21 stycznia 2011 r.",
        ["ecthr:30696/09", "ecthr:30696/09"],
    ),
    ("M.S.S. prieš Belgiją ir Graikiją, Nr. 30696/09, 2011 m. sausio 21 d.", ["ecthr:30696/09", "ecthr:30696/09"]),
    ("M.S.S. pret Beļģiju un Grieķiju, 30696/09", ["ecthr:30696/09", "ecthr:30696/09"]),
    ("М.С.С. против Бельгии и Греции, жалоба № 30696/09, 21 января 2011 г.", ["ecthr:30696/09", "ecthr:30696/09"]),
    (
        "M.S.S. gegen Belgien und Griechenland, Nr. 30696/09, Urteil vom 21. Januar 2011",
        ["ecthr:30696/09", "ecthr:30696/09"],
    ),
    ("M.S.S. contra Bélgica y Grecia, nº 30696/09, de 21 de enero de 2011", ["ecthr:30696/09", "ecthr:30696/09"]),
    ("M.S.S. mot Belgien och Grekland, nr 30696/09", ["ecthr:30696/09", "ecthr:30696/09"]),
    ("M.S.S. vastaan Belgia ja Kreikka, nro 30696/09", ["ecthr:30696/09", "ecthr:30696/09"]),
    ("M.S.S. contro Belgio e Grecia, n. 30696/09", ["ecthr:30696/09", "ecthr:30696/09"]),
    ("M.S.S. c. Belgio e Grecia [GC], n. 30696/09, 21 gennaio 2011", ["ecthr:30696/09", "ecthr:30696/09"]),
    ("M.S.S. проти Бельгії та Греції, № 30696/09", ["ecthr:30696/09", "ecthr:30696/09"]),
    ("M.S.S. vs. Belgia ja Kreeka, nr 30696/09", ["ecthr:30696/09", "ecthr:30696/09"]),
    ("nos. 4403/70-4419/70; nos. 43370/04 and 2 others", ["ecthr:4403/70", "ecthr:43370/04"]),
    (
        (
            "Cruz Varas and Others v. Sweden, 20 March 1991, Series A no. 201; Amuur v. "
            "France, 25 June 1996, § 43, Reports 1996-III"
        ),
        ["ecthr:15576/89", "ecthr:19776/92"],
    ),
    (
        "Banković and Others v. Belgium and Others (dec.) [GC], no. 52207/99, ECHR 2001-XII",
        ["ecthr:52207/99", "ecthr:52207/99"],
    ),
    (
        (
            "Khan v. Germany (striking out) [GC], no. 38030/12; Saadi v. Italy (revision), "
            "no. 37201/06; X v. France (friendly settlement), no. 18580/91"
        ),
        ["ecthr:38030/12", "ecthr:38030/12", "ecthr:37201/06", "ecthr:37201/06", "ecthr:18580/91", "ecthr:18580/91"],
    ),
    (
        ("Hatami v. Sweden, Commission decision of 23 April 1998, no. 32448/96; Commission's report"),
        ["ecthr:32448/96", "ecthr:32448/96"],
    ),
    (
        ("X. v. Germany, no. 1611/62, Commission decision of 25 September 1965, Yearbook 8, p. 158; D.R. 31, p. 130"),
        ["ecthr:1611/62", "ecthr:1611/62"],
    ),
    (
        (
            "Soering v United Kingdom (1989) 11 EHRR 439; NA v UK (2009) 48 EHRR 15; Saadi v "
            "Italy (2009) 49 EHRR 30, [2008] ECHR 179"
        ),
        ["ecthr:14038/88", "ecthr:25904/07", "ecthr:37201/06"],
    ),
    (
        ("Chahal, cited above, §§ 80-82; Saadi v. Italy [GC], no. 37201/06, §§ 124-25, 130 and 137-49"),
        ["ecthr:22414/93", "ecthr:37201/06", "ecthr:37201/06"],
    ),
    (
        (
            "(see Chahal v. the United Kingdom, 15 November 1996, § 80; Saadi, cited above, § "
            "125; and M.S.S., § 3, all cited above)"
        ),
        ["ecthr:22414/93", None],
    ),
    (
        ("ECtHR, M.S.S. v. Belgium and Greece, App. No. 30696/09, Judgment of 21 January 2011, para. 342"),
        ["ecthr:30696/09", "ecthr:30696/09"],
    ),
    (
        ("EGMR, Urteil vom 21. Januar 2011, Nr. 30696/09, M.S.S./Belgien und Griechenland, Rn. 250"),
        ["ecthr:30696/09", "ecthr:30696/09"],
    ),
    (
        "EGMR (GK), Urt. v. 21.01.2011 - 30696/09 - (M.S.S./Belgien u. Griechenland)",
        ["ecthr:30696/09", "ecthr:30696/09"],
    ),
    ("CEDH, 21 janvier 2011, M.S.S. c. Belgique et Grèce, req. n° 30696/09", ["ecthr:30696/09", "ecthr:30696/09"]),
    (
        ("wyrok ETPC z 21 stycznia 2011 r. w sprawie M.S.S. przeciwko Belgii i Grecji (skarga nr 30696/09)"),
        ["ecthr:30696/09", "ecthr:30696/09"],
    ),
    (
        "STEDH de 21 de enero de 2011, asunto M.S.S. c. Bélgica y Grecia (demanda n.º 30696/09)",
        ["ecthr:30696/09", "ecthr:30696/09"],
    ),
    (
        ("ETPCz w wyroku z dnia 23 lutego 2012 r. Hirsi Jamaa i inni p. Włochom (skarga nr 27765/09)"),
        ["ecthr:27765/09", "ecthr:27765/09"],
    ),
    ("case of Hirsi Jamaa and Others v. Italy (application no. 27765/09)", ["ecthr:27765/09", "ecthr:27765/09"]),
    ("Case C-411/10 see also ECLI:CE:ECHR:2012:0223JUD002776509", ["cjeu:C-411/10", "ecthr:27765/09"]),
]


def targets_in(found, text):
    return [one.target for one in found(f"It was said: {text} - and so on.")]


class TestBodies:
    @pytest.mark.parametrize(("text", "targets"), DOCUMENTS)
    def test_documents(self, found, text, targets):
        """
        A number of a body means its document or decision, whatever the language around it.
        """
        assert targets == targets_in(found, text)

    @pytest.mark.parametrize(("text", "targets"), LUXEMBOURG)
    def test_luxembourg(self, found, text, targets):
        """
        Numbers, joined numbers, Opinions, ECLI and short forms of the courts of the Union.
        """
        assert targets == targets_in(found, text)

    @pytest.mark.parametrize(("text", "targets"), STRASBOURG)
    def test_strasbourg(self, found, text, targets):
        """
        The Court's own forms and those of national courts and writers.
        """
        assert targets == targets_in(found, text)

    def test_document_of_the_council(self, found):
        """
        "A/HRC/55/67" is the Human Rights Council's: it says nothing of the committee of a number beside it.
        """
        text = "COMMITTEE AGAINST TORTURE\n\nSo A/HRC/55/67. *Jahani v. Switzerland*, communication No. 357/2008."

        assert ["un:A/HRC/55/67", "cat:357/2008", "cat:357/2008"] == [one.target for one in found(text)]

    def test_committee_of_another_paragraph(self, found):
        """
        A committee named in the paragraph above says whose a number is only where the parties do not say otherwise.
        """
        above = "See *Maksudov v. Kyrgyzstan* (Human Rights Committee, communication No. 1461/2006)."
        below = "So it was in *Alan v. Switzerland*, communication No. 21/1995, 8 May 1996."

        assert {"cat:21/1995"} == {one.target for one in found(f"{above}\n\n{below}")[2:]}
        assert {"verified"} == {one.status for one in found(f"{above}\n\n{below}")[2:]}
        assert {"mismatch"} == {one.status for one in found(f"Human Rights Committee: {below}")}

    def test_another_number_needs_its_body(self, found):
        """
        "Report No. 51/96" is the Inter-American Commission's only where that is named.
        """
        assert [] == targets_in(found, "Report No. 51/96, Communication 313/05, Case 10.675 and resolution 3/12")


NUMBERED = [
    ("Series C No. {}", "iacthr:Series C No. {}", 1, 500),
    ("Advisory Opinion OC-{}/18", "iacthr:OC-{}/18", 1, 30),
    ("A/RES/60/{}", "un:A/RES/60/{}", 1, 300),
    ("A/HRC/{}/53", "un:A/HRC/{}/53", 1, 60),
    ("CAT/C/GC/{}", "cat:GC{}", 1, 5),
    ("ExCom Conclusion No. {}", "unhcr:ExCom{}", 1, 114),
    ("Guidelines on International Protection No. {}", "unhcr:GIP{}", 1, 13),
    ("COM(2025) {} final", "EU:COM(2025) {}", 1, 900),
    ("ICJ Reports 1986, p. {}", "icj:ICJ Reports 1986, p. {}", 1, 600),
    ("Case C-{}/18", "cjeu:C-{}/18", 1, 800),
    ("Opinion {}/13", "cjeu:Opinion {}/13", 1, 3),
    ("CCPR/C/127/D/{}/2016", "hrc:{}/2016", 2000, 3000),
]


class TestRoundTrip:
    @given(data=st.data(), form=st.sampled_from(NUMBERED))
    @settings(max_examples=80)
    def test_what_a_body_prints(self, engine_found, data, form):
        """
        What the body prints is read as that number.
        """
        written, target, low, high = form
        number = data.draw(st.integers(low, high))

        assert [target.format(number)] == [one.target for one in engine_found(f"Cf. {written.format(number)}; more.")]


@pytest.mark.slow
class TestUnluckyInput:
    @pytest.mark.parametrize(
        "piece",
        [
            *(
                "Communication 1/11, ",
                "Series C No. ",
                "A/1/1/",
                "CAT/C/",
                "resolution 1/1 ",
                "COM(2025) 1 ",
                "ECLI:EU:C:2020:",
            ),
            *(
                "3, ",
                "3 ir ",
                "3 straipsnio ",
                "Konvencijos 3 ir 13 ",
                "konwencji o ",
                "konwencj",
                "dyrektywy w sprawie ",
            ),
            *(
                "Directive 2013/32/EU, ",
                "2013/32/EU and ",
                "Protocol No. ",
                "4. protokolo ",
                "paragraph 2 of ",
                "(dalej: ",
            ),
            *(
                "Directive 2013/32/EU (",
                "general comment no. 4 ",
                "C-1/11, Jawo, ",
                "Case 1/62 ",
                "M.S.S./Belgien ",
                "- ",
                "P4-4 ",
            ),
            *(
                "recital 1 of ",
                "Annex I to ",
                "Article 1 Section A ",
                "OC-1/18 ",
                "[2012] ICJ Rep ",
                "celex 3",
                "/eli/dir/",
            ),
        ],
    )
    def test_twice_the_characters(self, unlucky_seconds, piece):
        """
        No text makes a grammar run away: twice the text takes at most about twice the time.
        """
        once, twice = unlucky_seconds(piece)

        assert twice < 3 * once + 0.25
