"""Classes that two further sets in six languages showed, with examples of their own and what only looks like them."""

import pytest

WRITTEN = [
    # The court's own number names the case, in whichever order report and number stand.
    ("Singh v Minister for Immigration (2004) 222 CLR 49; [2004] HCA 43", ["au:[2004] HCA 43"]),
    ("Németh v Canada, [2010] 3 SCR 281, 2010 SCC 56", ["ca:2010 SCC 56"]),
    ("S v Refugee Status Appeals Authority [2012] 2 NZLR 91; [2011] NZSC 107", ["nz:[2011] NZSC 107"]),
    ("Meadows v Minister for Justice [2010] 2 IR 701, [2010] IESC 3", ["ie:[2010] IESC 3"]),
    ("Somali Association v Limpopo Department 2015 (1) SA 151 (SCA); [2014] ZASCA 143", ["za:[2014] ZASCA 143"]),
    ("Chen v Minister for Immigration (2000) 106 FCR 157", ["au:(2000) 106 FCR 157"]),
    ("Fardous v Director of Immigration [2014] 5 HKC 1", ["hk:[2014] 5 HKC 1"]),
    # A bracket or a word that has lost its space, a number that has lost its hyphen.
    ("Teitiota v Chief Executive[2015] NZSC 107", ["nz:[2015] NZSC 107"]),
    ("article 2 (3)of the International Covenant on Civil and Political Rights", ["ICCPR:2(3)"]),
    ("Art. 3(1)der Richtlinie 2011/95/EU", ["EU:2011/95:3(1)"]),
    ("the Committee against Torture, communicationNo. 810/2017", ["cat:810/2017"]),
    ("die Rechtssachen C-411/10, C493/10 und C-4/11", ["cjeu:C-411/10", "cjeu:C-493/10", "cjeu:C-4/11"]),
    ("los asuntos C-175/08, C176/08 y C-178/08", ["cjeu:C-175/08", "cjeu:C-176/08", "cjeu:C-178/08"]),
    # A South African file before the neutral citation is no communication.
    ("Minister of Home Affairs v Somali Association (831/2013) [2015] ZASCA 35", ["za:[2015] ZASCA 35"]),
    # The Austrian court's own pointers.
    ("Hinweis E 9.9.2010, 2006/20/0421, und B 27.4.2017, Ra 2017/22/0029",
     ["at:2006/20/0421", "at:Ra 2017/22/0029"]),
    ("das hg. Erkenntnis vom 17. Oktober 2006, Zl. 2005/20/0198", ["at:2005/20/0198"]),
    # A number behind a letter goes on where numbers were; sections behind a stop; "1er" behind its sign.
    ("el artículo 9.2.e) y 3 de la Directiva 2011/95/UE", ["EU:2011/95:9(2)(e)", "EU:2011/95:9(3)"]),
    ("Article 5.1.f) and 4 of the European Convention on Human Rights", ["ECHR:5(1)(f)", "ECHR:5(4)"]),
    ("artikel 1.A van het Vluchtelingenverdrag", ["CSR51:1A"]),
    ("el artículo 1.F.b) de la Convención de Ginebra", ["CSR51:1F(b)"]),
    ("art. 1.C de la Convention de Genève", ["CSR51:1C"]),
    ("l'article 17, § 1er, du règlement (UE) n° 604/2013", ["EU:604/2013:17(1)"]),
    # An authority with commas in its name, two applicants before or behind the number.
    ("M.M. v Minister for Justice, Equality and Law Reform (Case C-277/11)", ["cjeu:C-277/11", "cjeu:C-277/11"]),
    ("Aranyosi en Căldăraru, C-404/15", ["cjeu:C-404/15", "cjeu:C-404/15"]),
    ("arrest van 17 februari 2009, C-465/07, Elgafaji en Elgafaji, punt 43", ["cjeu:C-465/07", "cjeu:C-465/07"]),
    ("im Urteil Jawo (C-163/17) und Ibrahim (C-297/17)",
     ["cjeu:C-163/17", "cjeu:C-163/17", "cjeu:C-297/17", "cjeu:C-297/17"]),
    # A name behind a dash, heads of views and judgments with the parties on a line of their own.
    ("Mitteilung Nr. 12/2014 – A.B. gegen die Schweiz vor dem CRC", ["crc:12/2014", "crc:12/2014", "CRC"]),
    ("\n\nM.K.A.H. v. Switzerland\n\nCommunication No. 95/2019\n\nCRC/C/88/D/95/2019",
     ["crc:95/2019", "crc:95/2019", "crc:95/2019"]),
    ("\n\nAffaire C-465/07\n\nMeki Elgafaji et Noor Elgafaji contre Staatssecretaris van Justitie\n\nArrêt",
     ["cjeu:C-465/07", "cjeu:C-465/07"]),
    # A number of the register's in brackets behind a case that is called one; no other number in brackets.
    ("Affaire Gebremedhin (25389/05) devant la Cour", ["ecthr:25389/05"]),
    ("the case Smith (25389/05) and Case File (see 38263/08)", []),
    # Acts and rules of procedure.
    ("§ 20 Abs. 2 GOBVerfG", ["de:GOBVerfG:20(2)"]),
    ("section 208 of the Immigration and Naturalization Act", ["us:INA:208"]),
]  # fmt: skip

# What a draft has cited, what it says then, and the short forms in that with what they mean.
SHORT = [
    ("R (Ullah) v Special Adjudicator [2004] UKHL 26 (‘Ullah’).", "Ullah, above n 5, at [24]",
     [("Ullah", "uk:[2004] UKHL 26"), ("Ullah", "uk:[2004] UKHL 26")]),
    ("N.D. und N.T. gegen Spanien [GK], Nr. 8675/15.", "N.D. und N.T., oben Fn. 7",
     [("N.D. und N.T.", "ecthr:8675/15")]),
    ("J.K. e.a. tegen Zweden, nr. 59166/12.", "J.K. e.a., supra noot 4", [("J.K. e.a.", "ecthr:59166/12")]),
    ("A v Minister (2001) 99 ALR 1. SZABC/2001 v Minister (2004) 222 CLR 49. "
     "SZABC/2001 v Minister [2004] HCA 43; (2004) 222 CLR 49.", "as in SZABC it was held",
     [("SZABC", "au:[2004] HCA 43")]),
    ("Matter of A-R-C-G-, 26 I&N Dec. 388 (BIA 2014).", "Matter of A-R-C-G did so",
     [("Matter of A-R-C-G", "us:26 I&N Dec. 388")]),
    ("MOJ & Ors (Return to Mogadishu) Somalia CG [2014] UKUT 442 (IAC).", "In MOJ the Tribunal",
     [("MOJ", "uk:[2014] UKUT 442 (IAC)")]),
    ("AK (Article 15(c)) Afghanistan CG [2012] UKUT 163 (IAC).", "In AK, the Tribunal; which replaced AK",
     [("AK", "uk:[2012] UKUT 163 (IAC)"), ("AK", "uk:[2012] UKUT 163 (IAC)")]),
    ("AK (Article 15(c)) Afghanistan CG [2012] UKUT 163 (IAC).", "The claim of AK fails, said AK and his wife", []),
    ("Nothing is cited.", "He lives in AA county. AA (Uganda) v SSHD [2008] EWCA Civ 579", []),
    ("Sale v HCC, 509 US 155 (1993); CCPR General Comment No 31, para 10.", "Ibid para 12", [("Ibid", "hrc:GC31")]),
    ("CCPR General Comment No 31, para 10; Sale v HCC, 509 US 155 (1993).", "Ibid 187",
     [("Ibid", "us:509 U.S. 155")]),
    ("Sale v HCC, 509 US 155 (1993); A/RES/39/46.", "Ibid, p. 3", [("Ibid", "un:A/RES/39/46")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), WRITTEN)
def test_each_form(found, text, targets):
    """
    What is written means these, in the order of the text.
    """
    assert targets == [one.target for one in found(f"Es gilt folgendes, as is said elsewhere: {text}.")]


@pytest.mark.parametrize(("cited", "said", "expected"), SHORT)
def test_short_forms(found, cited, said, expected):
    """
    A short form means the case or the comment cited before; two letters that nobody cited are anybody's.
    """
    short = [one for one in found(f"{cited} {said}.") if one.written.form in ("short", "ibid")]
    assert expected == [(one.text, one.target) for one in short]
