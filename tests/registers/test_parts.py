"""Every part that is written is held against the register; none answers for another."""

from datetime import date, timedelta

import pytest

from refoulement_lint import find_citations
from refoulement_lint.registers.opening import open_registers

# What a citation that is right may come with: the document's own day, a [GC] that a style does not write.
FINE = ("agrees", "tolerated", "missing")


@pytest.fixture(scope="module")
def store():
    return open_registers()


def first(text):
    """Status and what disagrees of the first citation of a case in *text*."""
    one = next(one for one in find_citations(text) if one.kind in ("case", "appno"))
    return one.status, {(said.part, said.verdict) for said in one.compared if said.verdict not in FINE}


WRONG = [
    # a slip in brackets, though the register has another title with other brackets
    ("See De Hohenzollern (of Rmania) v. Romania, no. 18811/02, 27 May 2010.", ("name", "near")),
    # a report of another year or number, its volume left out or not, under any of its names
    ("See Kudła v. Poland [GC], no. 30210/96, § 94, ECHR 2015.", ("report", "differs")),
    ("See Kudła v. Poland [GC], no. 30210/96, Reports of judgments and decisions 2015.", ("report", "differs")),
    ("Voir Kudła c. Pologne [GC], n° 30210/96, § 94, Recueil 1996-XI.", ("report", "differs")),
    ("See Soering v. the United Kingdom, 7 July 1989, § 91, Series A no. 162.", ("report", "differs")),
    ("See Moreira Barbosa v. Portugal (dec.), no. 65681/01, ECHR 2004-III.", ("report", "differs")),
    # a communication: the symbol never answers for the name, the number or the State
    ("Novak v. Sweden, Communication No. 233/2003, CAT/C/34/D/233/2003", ("number", "another-case")),
    ("Agiza v. Norway, Communication No. 233/2003, CAT/C/34/D/233/2003", ("respondent", "differs")),
    ("Agiza v. Sweden, Communication No. 233/2003, CAT/C/35/D/233/2003", ("symbol", "differs")),
    ("Agiza v. Sweden, Communication No. 233/2003, CAT/C/34/D/233/2003, 20 May 2006", ("date", "differs")),
    ("Human Rights Committee, Agiza v. Sweden, Communication No. 233/2003, 20 May 2005", ("court", "wrong")),
    ("Bouzaout v. Algeria, Communication No. 1947/2010, CCPR/C/111/D/1974/2010", ("number", "unknown")),
    # the committee whose symbols have a number before the session; a symbol answers for no name there either
    ("I.D.G. v. Spain, Communication No. 2/2014, E/C.12/56/D/2/2014", ("symbol", "differs")),
    ("Novak v. Spain, Communication No. 2/2014, E/C.12/55/D/2/2014", ("number", "another-case")),
    # a symbol of a print that was mended
    ("Thomas v. Jamaica, Communication No. 535/1993, CCPR/C/59/D/535/1993/Rev.1", ("number", "another-case")),
    ("Richards v. Jamaica, Communication No. 535/1993, CCPR/C/60/D/535/1993/Rev.1", ("symbol", "differs")),
    # Luxembourg: an institution or a State in common is no name in common
    ("Judgment of 22 March 2001, Commission v Belgium, C-261/99, EU:C:2001:179", ("number", "another-case")),
    (
        "Judgment of 30 June 2022, M.A. v Valstybės sienos apsaugos tarnyba, C-72/21 PPU, EU:C:2022:505",
        ("number", "unknown"),
    ),
    # a name that begins with a quotation mark and a small letter hides no date
    ("Judgment of 12 March 2014, ‘go fair’ Zeitarbeit OHG v Finanzamt Hamburg-Altona, C-594/13", ("date", "differs")),
    # an order of which neither day nor ECLI is held: the ECLI is another case's, the case has a judgment as well
    (
        "Judgment of 4 December 2013, European Commission v Council of the European Union, C-118/12, EU:C:2013:787",
        ("number", "another-case"),
    ),
    ("Judgment of 2 September 2010, European Commission v Scott SA, C-296/07, EU:C:2010:480", ("number", "unknown")),
    ("Judgment of 23 April 1957, Association des Utilisateurs de Charbon, C-8/54", ("date", "differs")),
    # two institutions are not the case of a private party against one of them
    (
        "Judgment of 29 May 1997, European Commission v Council of the European Union, C-153/96, EU:C:1997:268",
        ("number", "another-case"),
    ),
    ("Judgment of 13 July 1990, Commission v Kingdom of Belgium, C-70/88, EU:C:1991:373", ("number", "another-case")),
    # a name that begins small hides no date
    ("Judgment of 22 May 2016, combit Software GmbH v Commit Business Solutions Ltd, C-223/15", ("date", "differs")),
    # a communication without parties in the register, whose parties have another number
    ("CAT, E.C.B. v. Switzerland, Communication No. 366/2008, 26 May 2011", ("number", "unknown")),
    # two of one day and the same initials: the number that is a slip away
    ("Committee against Torture, A.R. v. Sweden, Communication No. 170/2001, 23 November 2001", ("number", "unknown")),
    # a symbol without its session, and one of a decision on admissibility
    ("Liliane Gröninger et al. v. Germany, Communication No. 2/2010, CRPD/C/D/2/2015", ("symbol", "differs")),
    ("Zeynalov v. Estonia, Communication No. 2040/2011, CCPR/C/115/DR/2040/2711", ("symbol", "differs")),
    # the report beside a neutral citation, read or not
    ("HJ (Iran) and HT (Cameroon) v SSHD [2010] UKSC 31, [2011] 1 AC 569", ("number", "unknown")),
    ("Németh v Canada (Justice), 2010 SCC 56, [2110] 3 SCR 281", ("number", "unknown")),
    # two cases in one title
    (
        "RB (Algeria) v Secretary of State for the Home Department; OO (Jordan) [1988] AC 958",
        ("number", "another-case"),
    ),
    # national: a Minister in common neither
    ("Suresh v Canada (Minister of Citizenship and Immigration), 2010 SCC 56", ("number", "another-case")),
    # one surname, an appeal and an application for judicial review
    ("Adan v Secretary of State for the Home Department [2001] 2 AC 477", ("number", "another-case")),
    ("RT (Zimbabwe) v Secretary of State for the Home Department [2020] UKSC 17", ("number", "another-case")),
    # Strasbourg: the day in every style
    ("M.S.S. v. Belgium and Greece, App. No. 30696/09 (Eur. Ct. H.R. Jan. 22, 2011)", ("date", "differs")),
    ("EGMR, Urteil vom 22. Januar 2011, M.S.S. gegen Belgien und Griechenland, Nr. 30696/09", ("date", "differs")),
    (
        "wyrok ETPC z dnia 22 stycznia 2011 r. w sprawie M.S.S. przeciwko Belgii i Grecji, nr 30696/09",
        ("date", "differs"),
    ),
    ("M.A. and Others v. Latvia, 11 December 2018", ("respondent", "differs")),
    # the day points to another State, though a case of that name is held against this one too
    ("Huber v. Croatia, 23 October 1990", ("respondent", "differs")),
    # a slip inside brackets is none of the ways to leave them out
    (
        "A.J. Hadjihanna Bros. (Tourtst Entreprises) Ltd & Hadjihannas v. Cyprus, 18 January 2007",
        ("name", "near"),
    ),
    # a name of that day under another number: the number is the slip, however like its owner's name is
    ("EGMR, Urteil vom 24. März 2009, Poppe gegen Niederlande, Nr. 28422/95", ("number", "another-case")),
    (
        "Singh Virk v. the United Kingdom (dec.), no. 28022/95, Commission decision of 27 November 1996",
        ("number", "another-case"),
    ),
    # a name of another day, and one a letter away of this: the name is the slip
    ("See Davis v. the United Kingdom, 16 July 2002", ("name", "near")),
    ("See Vatan (People'S Democratic Pary) v. Russia (dec.), no. 47978/99, 4 September 2003", ("name", "near")),
    # the Court's own list of citations has the number misprinted, HUDOC has it right
    ("See Volesky v. Czech Republic, no. 63267/00, § 5, 29 June 2004", ("number", "unknown")),
    # a case communicated under the shorter name, and decided
    (
        '"Orthodox Ohrid Archdiocese (Greek-Orthodox Ohrid Archidioesse of the Peć Patriarchy)" v. "The Former Yugoslav'
        ' Republic of Macedonia", no. 3532/07, 16 November 2017',
        ("name", "near"),
    ),
    ("See Radio Twtst a.s. v. Slovakia, 19 December 2006", ("name", "near")),
    ("See Association of People of Silsian Nationality (in liquidation) v. Poland, 14 March 2024", ("name", "near")),
    # of several judgments in a case the one that the mark says, with its own day
    ("See Ringeisen v. Austria (interpretation), 20 June 1973", ("date", "differs")),
    ("See Ringeisen v. Austria (Article 50), 23 June 1972", ("date", "differs")),
    # titles that the Court's list has of another State
    ("See N.K. v. Italy, no. 43818/98, 30 January 2003", ("number", "another-case")),
    ("See Huzuneanu v. Croatia, no. 36043/08, 1 September 2016", ("number", "another-case")),
    # a year too many, where the register may lack the year: the other two parts of the day are the case's
    ("See Zela v. Albania, 11 June 2026", ("date", "differs")),
]


@pytest.mark.parametrize(("text", "disagreement"), WRONG)
def test_what_disagrees(text, disagreement):
    """
    The part that is wrong is named, and the citation is no longer called verified.
    """
    status, said = first(text)

    assert "mismatch" == status
    assert disagreement in said


def test_number_and_identifier_outweigh_the_name():
    """
    Number, day and identifier are the case's own: the name is doubtful, and no other case is meant by its words.
    """
    status, said = first("Judgment of 8 November 2012, Commission v Belgium, C-351/11, EU:C:2012:699")

    assert "unchecked" == status
    assert {("name", "doubtful")} == said


class TestLuxembourg:
    def of(self, text):
        return {(one.kind, one.text): one for one in find_citations(text)}

    def test_a_case_without_a_name(self):
        """Where the register has no name, number and identifier of one row verify the number, and never the name."""
        found = self.of("*X* v *Staatssecretaris van Justitie en Veiligheid*, C-194/19, EU:C:2021:270")

        assert "verified" == found["appno", "C-194/19"].status == found["ecli", "EU:C:2021:270"].status
        assert {"unchecked"} == {one.status for (kind, _), one in found.items() if kind == "case"}

    @pytest.mark.parametrize(
        ("text", "number", "proposal"),
        [
            ("N.S. and Others, C-411/10 and C-494/10, EU:C:2011:865", "C-494/10", "C-493/10"),
            ("FMS and Others, C-924/19 PPU and C-929/19 PPU, EU:C:2020:367", "C-929/19 PPU", "C-925/19 PPU"),
            ("A, B and C, C-148/13 to C-155/13, EU:C:2014:2406", "C-155/13", None),
            ("N.S. and Others, C-411/10 and C-493/10, EU:C:2011:865", "C-493/10", None),
        ],
    )
    def test_joined(self, text, number, proposal):
        """Every number of joined cases is held against the row; a right one, or another case's own, is no error."""
        case = next(one for one in find_citations(text) if one.kind == "case")
        wrong = {one.written: one.proposal for one in case.compared if (one.part, one.verdict) == ("number", "unknown")}

        assert wrong.get(number) == proposal

    def test_identifier_of_another(self):
        """An identifier that the register has for another case, beside a number that it does not have."""
        status, said = first("Rahman v Ministerio del Interior, C-318/22 PPU, EU:C:2022:466")

        assert "mismatch" == status
        assert ("ecli", "differs") in said

    def test_second_of_joined_ones(self):
        """Of a row with the first number only, the second may be joined: nothing is called unknown."""
        status, said = first("Judgment of 8 November 2022, C and B, C-39/21, EU:C:2022:858")

        assert "unchecked" == status
        assert {("case", "not-covered")} == said


@pytest.mark.parametrize(
    ("text", "status", "disagreement"),
    [
        (
            "KV (Sri Lanka) v Secretary of State for the Home Department [2019] UKSC 13",
            "mismatch",
            ("number", "unknown"),
        ),
        ("R (Lumba) v SSHD [2011] UKSC 21", "mismatch", ("number", "unknown")),
        ("Canada (Minister of Citizenship and Immigration) v Vavilov, 2019 SCC 56", "mismatch", ("number", "unknown")),
        ("HB (Kurds) Iran CG [2018] UKUT 403 (IAC)", "mismatch", ("number", "unknown")),
        ("Karanakaran v SSHD [2006] UKHL 5", "mismatch", ("number", "another-case")),
        ("AM (gold miners) Ghana CG [2021] UKUT 77 (IAC)", "unchecked", ("number", "not-listed")),
        ("R (Nobody) v SSHD [2012] UKHL 3", "impossible", ("number", "court-did-not-sit")),
    ],
)
def test_lists_of_national_courts(text, status, disagreement):
    """Leading cases and country guidance are compared by their names, whatever number is written."""
    assert (status, {disagreement}) == first(text)


@pytest.mark.parametrize(
    "text",
    [
        "HB (Kurds) Iran CG [2018] UKUT 430 (IAC)",
        "Horvath v SSHD [2000] UKHL 37",
        "AA (Afghanistan) v SSHD [2019] EWCA Civ 11",
    ],
)
def test_what_the_lists_cannot_say(text):
    """A right number of the list, and names that several cases have."""
    assert ("unchecked", set()) == first(text)


RIGHT = [
    "See Kudła v. Poland [GC], no. 30210/96, § 94, ECHR 2000-XI.",
    "See Kudła v. Poland [GC], no. 30210/96, § 94, Reports of Judgments and Decisions 2000-XI.",
    "See Soering v. the United Kingdom, 7 July 1989, § 91, Series A no. 161.",
    "Judgment of 13 March 2019, E v Staatssecretaris van Veiligheid en Justitie, C-635/17, EU:C:2019:192",
    "Agiza v. Sweden, Communication No. 233/2003, CAT/C/34/D/233/2003, 24 May 2005",
    "I.D.G. v. Spain, Communication No. 2/2014, E/C.12/55/D/2/2014, 17 June 2015",
    "Richards v. Jamaica, Communication No. 535/1993, CCPR/C/59/D/535/1993/Rev.1",
    "Richards v. Jamaica, Communication No. 535/1993, CCPR/C/59/D/535/1993",
    "Adan v Secretary of State for the Home Department [1999] 1 AC 293",
    "R (AM (Zimbabwe)) v Secretary of State for the Home Department [2020] UKSC 17",
    "R v Secretary of State for the Home Department, ex parte Adan [2001] 2 AC 477",
    "Tasev c. Macédoine du Nord, n° 9825/13, 16 mai 2019",
    "Judgment of 2 April 2020, Commission v Poland, Hungary and Czech Republic, C-715/17, EU:C:2020:257",
    "EGMR, Urteil vom 21. Januar 2011, M.S.S. gegen Belgien und Griechenland, Nr. 30696/09",
    "S.C. Silvogrecu Com. S.R.L. v. Romania, no. 5355/04, 23 February 2010",
    "J.A. Pye (Oxford) Ltd and J.A. Pye (Oxford) Land Ltd v. the United Kingdom [GC], no. 44302/02, 30 August 2007",
    # digits, spaces and stops in the names of firms, a comma that joins nothing
    "Nevada Tours 2004 Ad and Bulgarian Tourist Company Global Tours Ad v. Bulgaria, 10 September 2024",
    "Centro Di Fisioterapia Di Cecilia Surace E c SAS v Italy App no 15277/20 (ECtHR, 14 November 2024)",
    "In C Spa v Italy (dec) App no 34999/97 (ECtHR, 13 September 2001)",
    "Dmd Group, A.S., v. Slovakia, 5 October 2010",
    "a/s Diena and Ozoliņš v. Latvia, 12 July 2007",
    "In AL (XW) v Russia App no 44095/14 (ECtHR, 29 October 2015)",
    "In Örs and Others v Turkey App no 46213/99 (ECtHR, 20 June 2006)",
    # States without their accents
    "Klaus et Iouri Kiladzé c. Georgie, n° 7975/06, 2 février 2010",
    "See National Federation of Sportspersons’ Associations and Unions (FNASS) and Others v. France, 18 January 2018",
    # the register's column has the applicant for the respondent, its title does not
    "Cyprus v. Turkey (dec.), no. 25781/94, Commission decision of 28 June 1996",
    # applicants that HUDOC parts by a semicolon, two and seventeen
    "Firma F.M. Zumtobel and Zumtobel v. Austria (dec.), no. 12235/86, Commission decision of 15 October 1991",
    "Kanbur, Baspinar, Dinleten, Metinoglu, Özcan, Saritac, Zülal, Üygur, Cilengir, Binbir, Bekdemir, Adiyaman, Genc,"
    " Akcam, Keskin, Karademir and Akyazi v. Turkey (dec.), no. 28291/95, Commission decision of 9 April 1997",
    # two days are printed on the decision itself
    "Committee against Torture, J.H.A. v. Spain, Communication No. 323/2007, 11 November 2008",
    "Committee against Torture, J.H.A. v. Spain, Communication No. 323/2007, 10 November 2008",
    "Human Rights Committee, Valentin Evrezov et.al. v. Belarus, Communication No. 1999/2010, 10 October 2014",
    "HJ (Iran) and HT (Cameroon) v Secretary of State for the Home Department [2010] UKSC 31, [2011] 1 AC 596",
    'Judgment of 9 July 1992, "K" Line Air Service Europe BV v Eulaerts NV and Belgian State, C-131/91',
    # which of several judgments in a case it is, and titles of the Court's list that HUDOC has otherwise
    "Ringeisen v. Austria (interpretation), 23 June 1973",
    "Ringeisen v. Austria (Article 50), 22 June 1972",
    "Loizidou v. Turkey (preliminary objections), no. 15318/89, 23 March 1995",
    "Loizidou v. Turkey (merits), no. 15318/89, 18 December 1996",
    "Cyprus v. Turkey (just satisfaction) [GC], no. 25781/94, ECHR 2014",
    "Cyprus v. Turkey [GC], no. 25781/94, § 78, ECHR 2001-IV",
    "N.K. v. Turkey, no. 43818/98, 30 January 2003",
    "K. et T. c. Finlande [GC], n° 25702/94, 12 juillet 2001",
    "Könkämä and 38 Other Saami Villages v. Sweden (dec.), no. 27033/95, Commission decision of 25 November 1996",
]


@pytest.mark.parametrize(
    "text",
    [
        "Judgment of 13 December 1994, Agenzia delle Entrate v Federal Express Europe Inc, C-401/93, EU:C:1994:411",
        "Judgment of 13 March 2019, Calvin E. Williams v Court of Auditors, C-635/17, EU:C:2019:192",
    ],
)
def test_what_is_doubtful(text):
    """
    Names with nothing in common but a word that many have, or a letter, are not called the same.
    """
    assert first(text) == ("unchecked", {("name", "doubtful")})


@pytest.mark.parametrize(
    ("text", "so_called"),
    [
        ("See Ringeisen v. Austria (Article 50), 16 July 1971", "22 June 1972"),
        ("See Ringeisen v. Austria (interpretation), no. 2614/65, 16 July 1971", "23 June 1973"),
        ("Loizidou v. Turkey (preliminary objections), no. 15318/89, 18 December 1996", "23 March 1995"),
        ("Loizidou v. Turkey (preliminary objections), no. 15318/89, 28 July 1998", "23 March 1995"),
    ],
)
def test_mark_of_another_judgment(text, so_called):
    """
    The mark says one judgment of the case and the day another: not verified, and the judgment that is so called named.
    """
    one = next(one for one in find_citations(text) if one.kind == "case")

    told = [said.registered for said in one.compared if (said.part, said.verdict) == ("kind", "other-judgment")]
    assert one.status == "unchecked"
    assert len(told) == 1
    assert so_called in told[0]


@pytest.mark.parametrize("text", RIGHT)
def test_what_agrees(text):
    """
    The document's own day, a State in another language, a company's name: nothing disagrees.
    """
    assert ("verified", set()) == first(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # The series number is part of the name.
        ("Shahzad v. Hungary (no. 2), no. 37967/18, 5 October 2023", "verified"),
        ("See Shahzad v. Hungary (no. 3), no. 37967/18, 5 October 2023", "mismatch"),
        ("Piersack v. Belgium (Article 50), no. 8692/79, 26 October 1984", "verified"),
        ("Kemmache v. France (No. 1 and No. 2) (Article 50), no. 12325/86, 2 November 1993", "verified"),
        # An applicant more is no given name.
        ("Chahal and Pavla Sabalić v. Croatia, no. 50231/13, 14 January 2021", "unchecked"),
        ("Pavla Sabalić v. Croatia, no. 50231/13, 14 January 2021", "verified"),
        # Half of a surname is no surname; what stood before the dash may be anybody's.
        ("See Novak - Pozdniakow v. Poland, no. 20982/07, 7 July 2009", "unchecked"),
        ("See Prądzyńska - Pozdniakow v. Poland, no. 20982/07", "verified"),
        ("See Prądzyńska-Pozdniakow v. Poland, no. 20982/07", "verified"),
        # What many names have in common makes no two of them one.
        ("Judgment of 27 June 1996, Criminal proceedings against Guy Bekaert, C-240/95", "unchecked"),
        ("Judgment of 15 April 2010, Commission v Council, C-64/09", "unchecked"),
        ("Judgment of 15 April 2010, Commission v France, C-64/09", "verified"),
        ("Case C-166/07 *Kingdom of Spain v Council of the European Union* EU:C:2009:499", "unchecked"),
        ("Case C-166/07 *Parliament v Council of the European Union* EU:C:2009:499", "verified"),
        ("See Case C-424/07 *Fritz Lohrey v Federal Republic of Germany* EU:C:2009:749", "unchecked"),
        ("See Case C-424/07 *Commission v Germany* EU:C:2009:749", "verified"),
        ("Wyrok z dnia 3 grudnia 2009 r., Komisja przeciwko Niemcom, C-424/07, EU:C:2009:749", "verified"),
        ("Judgment of 9 November 2017, Valsts ieņēmumu dienests v Artūrs Stretinskis, C-46/16", "unchecked"),
        ("See Case C-594/13 *Schmidtke v Finanzamt Hamburg-Altona* EU:C:2015:164", "unchecked"),
        ("Judgment of 9 November 2017, Valsts ieņēmumu dienests v LS Customs Services, C-46/16", "verified"),
        # Half of a name in common is chance: a first name, a word of a firm.
        ("Judgment of 31 March 1981, Maurice Prelle v Commission, C-99/80, EU:C:1981:81", "unchecked"),
        ("Judgment of 31 March 1981, Galinsky v Insurance Officer, C-99/80, EU:C:1981:81", "verified"),
        ("See Case C-315/00 *Siemens Nixdorf AG v Hauptzollamt Augsburg* EU:C:2003:23", "unchecked"),
        ("Case C-29/13 *Trans Tirreno Express SpA v Ufficio provinciale IVA* EU:C:2014:140", "unchecked"),
        ("Judgment of 21 June 2012, Hannelore Spitzley v Sommer Exploitation SA, C-15/11", "unchecked"),
        ("Judgment of 19 April 2018, Firma P v Firma K, C-580/16, EU:C:2018:261", "unchecked"),
        ("Case C-136/88, France Télécom SA v European Commission, EU:C:1989:623", "unchecked"),
        # An office of one town, and two private parties; a firm of many cases, and an institution.
        ("Judgment of 16 June 2011, Kreuzmayr GmbH v Finanzamt Linz, C-351/10, EU:C:2011:406", "unchecked"),
        ("Judgment of 16 June 2011, Laki DOOEL v Zollamt Linz Wels, C-351/10, EU:C:2011:406", "verified"),
        ("Judgment of 22 April 1999, Denkavit Futtermittel GmbH v Germany, C-272/97, EU:C:1999:195", "unchecked"),
        ("Judgment of 22 April 1999, Kommission v Germany, C-272/97, EU:C:1999:195", "verified"),
        # Nobody shortens a name to a word out of its middle.
        ("Martinez and others v. Spain, Communication No. 1008/2001, CCPR/C/80/D/1008/2001", "unchecked"),
        ("Hoyos v. Spain, Communication No. 1008/2001, CCPR/C/80/D/1008/2001", "verified"),
        # A second surname may be left out; with it the name is another communication's.
        ("Human Rights Committee, Rodríguez Orejuela v. Uruguay, Communication No. 322/1988", "unchecked"),
        ("Human Rights Committee, Rodriguez v. Uruguay, Communication No. 322/1988, 19 July 1994", "verified"),
        # A State that the register knows nothing of is not the one that it has.
        ("Human Rights Committee, Hendricks v. China, Communication No. 838/1998, 28 October 2002", "unchecked"),
        # Of a judgment and one on just satisfaction the report is the first one's.
        ("Magyar Keresztény Mennonita Egyház and Others v. Hungary, no. 70945/11, § 116, ECHR 2012", "mismatch"),
        ("Magyar Keresztény Mennonita Egyház and Others v. Hungary, no. 70945/11, § 116, ECHR 2014", "verified"),
        # Two documents in one communication, under two names even.
        ("Human Rights Committee, Kandu-Bo et al. v. Sierra Leone, Communication No. 839/1998", "verified"),
        ("Human Rights Committee, Mansaraj et al. v. Sierra Leone, Communication No. 839/1998", "verified"),
        ("Van den Berg v. Netherlands, Communication No. 135/1998, Human Rights Committee, 25 March 1999", "mismatch"),
        ("M.P.M., v. Denmark, Communication No. 34/2004, CERD/C/68/D/34/2004", "unchecked"),
    ],
)
def test_names_that_are_one_and_names_that_are_not(text: str, status: str):
    """
    Number and name must both agree, and a name agrees by more than a common word.
    """
    assert status == first(text)[0]


def test_number_does_not_answer_for_an_unread_name():
    """
    Where parties stand before a number and no name could be read, the number is not called verified.
    """
    text = "See Cooperativa De Consum Nr. 162 v. the Republic of Moldova, no. 13948/15"

    assert "verified" != first(text)[0]


LONG = (
    "the Contracting States Party To the European Patent Convention Insofar As They Are High Contracting Parties To the"
    " European Convention On Human Rights, I.E. Austria ; Belgium ; Denmark ; France ; Germany ; Greece ; Ireland ;"
    " Italy ; Liechtenstein ; Luxembourg ; Netherlands ; Norway ; Portugal ; Spain ; Sweden ; Switzerland ; the United"
    " Kingdom (dec.)"
)


@pytest.mark.parametrize(
    ("text", "disagreement"),
    [
        (f"See Heeinz v. {LONG}, no. 21090/92", ("name", "near")),
        ("See Cour v. France, no. 44404/20", ("number", "unknown")),
    ],
)
def test_slip_beside_a_name_that_is_not_read(text, disagreement):
    """
    A name that the grammar cannot read is held against the register's all the same: the slip is named.
    """
    one = next(one for one in find_citations(text) if one.kind == "appno")

    assert one.status == "mismatch"
    assert [(said.part, said.verdict) for said in one.compared] == [disagreement]


def test_french_decision_that_is_not_held():
    """
    A decision against a State whose decisions are mostly in French may exist: nothing is said of it but that.
    """
    assert ("unchecked", {("case", "not-covered")}) == first("L.T. v. Belgium (dec.), no. 31201/11, 12 March 2013")


class TestTimelines:
    def test_around_every_change(self, store):
        """
        For each instrument the day before a change has the old state, the day itself and the day after the new one.
        """
        for key in store.instruments:
            timeline = store.instruments.get(key).timeline
            if timeline is None:
                continue
            for before, start, after in zip(
                (None, *timeline.versions), timeline.starts, timeline.versions, strict=False
            ):
                assert before == timeline.on(start - timedelta(days=1)), key
                assert after == timeline.on(start), key
                until = timeline.until(start)
                assert until == start + timedelta(days=1) or after == timeline.on(start + timedelta(days=1)), key

    @pytest.mark.parametrize(
        ("target", "last", "verdict"),
        [
            ("EU:2013/32", date(2026, 6, 11), "repealed"),
            ("EU:2011/95", date(2026, 6, 30), "repealed"),
            ("uk:SRAIA2024", date(2025, 12, 1), "repealed"),
            ("uk:IMA2023:2", date(2025, 12, 1), "repealed"),
            ("lv:MK rīkojums 518", date(2023, 8, 10), "repealed"),
            ("fi:482/2024", date(2026, 12, 31), "repealed"),
            ("pl:Dz.U. 2025 poz. 390", date(2026, 3, 21), "open"),
        ],
    )
    def test_last_day(self, store, target, last, verdict):
        """
        On its last day an act is not yet what it is the day after.
        """
        assert verdict != store.validity(target, last).verdict
        assert verdict == store.validity(target, last + timedelta(days=1)).verdict

    def test_section_that_stays(self, store):
        """
        Where some sections ended, the others did not.
        """
        assert "repealed" != store.validity("uk:IMA2023:4", date(2026, 11, 22)).verdict

    def test_deciding_day(self, store):
        """
        The day of the application decides between the Procedures Directive and the Regulation that followed it.
        """
        assert {"application-lodged"} == store.decided_by("EU:2013/32") & store.decided_by("EU:2024/1348")


@pytest.mark.parametrize(
    ("text", "status", "said"),
    [
        ("See Bosphorus Airways v. Ireland [GC], no. 45036/98, 30 June 2005.", "unchecked", ("name", "doubtful")),
        ("See Bosphorus Airlines v. Ireland, 30 June 2005.", "unchecked", ("name", "doubtful")),
        ("See Delta Airways v. Ireland [GC], no. 45036/98, 30 June 2005.", "mismatch", ("number", "another-case")),
        ("See Bosphorus Airways v. Turkey, no. 45036/98, 30 June 2005.", "mismatch", ("number", "another-case")),
    ],
)
def test_first_word_of_a_company(text, status, said):
    """
    A long name is shortened to its first word and another for the rest; that asks to compare and convicts nobody.
    """
    assert status == first(text)[0]
    assert said in first(text)[1]


@pytest.mark.parametrize(
    ("text", "target"),
    [("*Khlaifia and Others*, cited above", "ecthr:16483/12"), ("*Ivanov and Others*, cited above", None)],
)
def test_short_form_of_the_only_case(text, target):
    """What a short form means whose case is cited nowhere in full: the only one of that name, else nothing."""
    assert [target] == [one.target for one in find_citations(f"See {text}.")]
