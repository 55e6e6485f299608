"""How English, French, German, Italian and Spanish drafts write what another draft writes in full."""

import pytest

from refoulement_lint import find_citations

BARE_SECTIONS = [
    (
        "Under s 65 of the Migration Act 1958 (Cth) a visa is refused; s 500A came later. Detention under s 196 ended.",
        ["au:MA1958:65", "au:MA1958:500A", "au:MA1958:196"],
    ),
    (
        "By s. 72 of the Nationality, Immigration and Asylum Act 2002 he is a danger, and s72(9A) lets him rebut it. "
        "By s. 6 of the Human Rights Act 1998 the tribunal is bound.",
        ["uk:NIAA2002:72", "uk:NIAA2002:72(9A)", "uk:HRA1998:6"],
    ),
    (
        "By section 2 of the International Protection Act 2015 he is an applicant. "
        "A review under section 47(7) and an order under section 51 of that Act differ. "
        "See section 3 of the Immigration Act 1999.",
        ["ie:IPA2015:2", "ie:IPA2015:47(7)", "ie:IPA2015:51", "ie:IA1999:3"],
    ),
    (
        "L'article 9bis de la loi du 15 décembre 1980 est connu. L'article 9bis, § 1er, exige un passeport.",
        ["be:Loi du 15 décembre 1980:9bis", "be:Loi du 15 décembre 1980:9bis(1)"],
    ),
    (
        "Die Duldung nach § 60a Abs. 2 AufenthG ruht. Nach § 60a Abs. 4 ist eine Bescheinigung auszustellen.",
        ["de:AufenthG:60a(2)", "de:AufenthG:60a(4)"],
    ),
    ("Das Asylrecht des Grundgesetzes steht in Art. 16a Abs. 1.", ["de:GG", "de:GG:16a(1)"]),
    # A code that no file knows keeps its own numbers.
    (
        "Under section 101(a)(43) of the Immigration and Nationality Act he is removable; section 14:30.1 of the "
        "Louisiana Statutes is no match, nor is section 18.2-51.",
        ["us:INA:101(a)(43)"],
    ),
]
STATUTES = [
    ("artt. 31 bis e 31 ter del d.lgs. n. 25 del 2008", ["it:d.lgs. 25/2008:31-bis", "it:d.lgs. 25/2008:31-ter"]),
    ("l'art. 2 Cost.", ["it:Cost.:2"]),
    ("art. 7, lettere b) e c), d.lgs. n. 251/07", ["it:d.lgs. 251/2007:7(b)", "it:d.lgs. 251/2007:7(c)"]),
    ("l'art. 19, commi 1.1 e 1.2, T.U.I.", ["it:d.lgs. 286/1998:19(1.1)", "it:d.lgs. 286/1998:19(1.2)"]),
    (
        "dell'art. 2, T.U.I., dell'art. 9, co. 2, d.lgs. n. 25/2008",
        ["it:d.lgs. 286/1998:2", "it:d.lgs. 25/2008:9(2)"],
    ),
    ("la disposición adicional décima de la LO 4/2000", ["es:LO 4/2000:DA10"]),
    ("la disposición transitoria primera de la Ley 12/2009", ["es:Ley 12/2009:DT1"]),
    (
        "los artículos 25.1.c ), 9 y 11.2 de la Ley 12/2009",
        ["es:Ley 12/2009:25(1)(c)", "es:Ley 12/2009:9", "es:Ley 12/2009:11(2)"],
    ),
    ("le 3° de l'article L. 611-3 du CESEDA", ["fr:CESEDA:L611-3(3)"]),
    ("ZPO | § 114", ["de:ZPO:114"]),
    (
        "les art. 5 et 44 LAsi, 83 al. 1 LEI et 3 CEDH devant le SEM en Suisse",
        ["ch:AsylG:5", "ch:AsylG:44", "ch:AIG:83(1)", "ECHR:3"],
    ),
    ("Vu le CESEDA, notamment ses articles L. 531-1 et L. 542-2", ["fr:CESEDA:L531-1", "fr:CESEDA:L542-2"]),
    (
        "rule 5 of the Tribunal Procedure (Upper Tribunal) Rules 2008; paragraph 398B of the Rules",
        ["uk:UT Rules 2008:5", "uk:Immigration Rules:398B"],
    ),
]
PROVISIONS = [
    ("au sens du 1 de l'article 29 du règlement (UE) n° 604/2013", ["EU:604/2013:29(1)"]),
    ("l'article 35 §§ 1 et 3 b) de la Convention européenne des droits de l'homme", ["ECHR:35(1)", "ECHR:35(3)(b)"]),
    ("l'art. 16 par. 1 2ème phrase du règlement Dublin III", ["EU:604/2013:16(1)"]),
    ("l'art. 12 par. 4 RD III", ["EU:604/2013:12(4)"]),
    ("l'art. 3 Conv. torture et l'art. 22 CDE", ["CAT:3", "CRC:22"]),
    ("Article 8 of the Qualification Directive 2004/83", ["EU:2004/83:8"]),
    ("art. 27, par. 3, Reg. (UE) 26 giugno 2013, n. 604", ["EU:604/2013:27(3)"]),
    ("la dir. UE n. 2013/33", ["EU:2013/33"]),
    ("Art. 15a der EU-Qualifikationsrichtlinie", ["EU:2011/95:15(a)"]),
    ("Art. 21a der Verordnung (EU) 2016/399", ["EU:2016/399:21a"]),
    ("artt. 24 Cost., 3 e 8 CEDU e 33 Convenzione di Ginevra", ["it:Cost.:24", "ECHR:3", "ECHR:8", "CSR51:33"]),
    ("Articles 3 and 13 ECHR, 4 and 47 of the Charter", ["ECHR:3", "ECHR:13", "CFR:4", "CFR:47"]),
    ("Art. 3 EMRK, 16a GG", ["ECHR:3", "de:GG:16a"]),
    (
        "El artículo 3 CEDH y la Convención de Ginebra; el artículo 31 de la citada Convención",
        ["ECHR:3", "CSR51", "CSR51:31"],
    ),
    # A town counts its own regulations, and no range runs downwards.
    ("il regolamento n. 7 del 2011 del Comune", []),
    ("son article 66-1", []),
]
CASES = [
    ("le Conseil d'État (20 juin 2012, n° 332491)", ["fr:332491"]),
    ("Par une décision n° 419227 du 27 mars 2019, le Conseil d'Etat a jugé", ["fr:419227"]),
    ("CEDH, 2 févr. 2012, I.M. c. France, n° 9152/09", ["ecthr:9152/09", "ecthr:9152/09"]),
    ("Der VfGH (22.9.2014, U2193/2013) hob auf", ["at:U 2193/2013"]),
    ("e S.U., n. 32044/2019", ["it:Cass. 32044/2019"]),
    ("STS de 6 de mayo de 2013 (recurso de casación número 4377/2012)", ["es:rec. 4377/2012"]),
    ("l'arrêt Diakité (CJUE, 30 janvier 2014, aff. C-285/12)", ["cjeu:C-285/12", "cjeu:C-285/12"]),
    ("EuGH, Urteil vom 19. März 2019 - C-297/17 u.a. [ECLI:EU:C:2019:219], Ibrahim u.a. -", ["cjeu:C-297/17"] * 3),
    ("the House applied Saadi [2002] 1 WLR 3131", ["uk:[2002] 1 WLR 3131"]),
    ("(see CAT/C/GC/4)", ["cat:GC4"]),
    ("(CCPR/C/21/Rev.1/Add.13)", ["hrc:GC31"]),
]
SHORT_FORMS = [
    (
        "Khawar v Minister for Immigration [2002] HCA 14 was new. Khawar remains good law.",
        ["au:[2002] HCA 14", "au:[2002] HCA 14"],
    ),
    (
        "AB v Secretary of State for the Home Department [2013] EWCA Civ 7 is recent, but AB v SSHD was overruled.",
        ["uk:[2013] EWCA Civ 7", "uk:[2013] EWCA Civ 7"],
    ),
    (
        "Matter of E-F-H-L-, 26 I&N Dec. 319 (BIA 2014), vacated. What is left of E-F-H-L- is little.",
        ["us:26 I&N Dec. 319", "us:26 I&N Dec. 319"],
    ),
    (
        "Adan v Canada (Attorney General), [1994] 2 SCR 101 [Adan]. The test is in Adan.",
        ["ca:[1994] 2 SCR 101", "ca:[1994] 2 SCR 101", "ca:[1994] 2 SCR 101"],
    ),
    # A person applies, is followed and is returned; no case does.
    (
        "R (Adan) v SSHD [1998] UKHL 15 decided that. Adan applied for asylum. Adan was followed by two men.",
        ["uk:[1998] UKHL 15"],
    ),
]
COMMITTEES = [
    (
        "The author of Teitiota v. New Zealand (CCPR/C/127/D/2728/2016) also invoked articles 9 and 12.\n\n"
        "The Committee cites article 3 of the Convention (see CAT/C/31/D/203/2002).",
        {"articles 9": "ICCPR:9", "12": "ICCPR:12", "article 3 of the Convention": "CAT:3"},
    ),
]


def targets(text):
    return [citation.target for citation in find_citations(text)]


@pytest.mark.parametrize(("text", "expected"), BARE_SECTIONS)
def test_sections_that_leave_their_statute_unsaid(text, expected):
    """
    A bare section is of the statute of its sentence, or of the only one cited so far or with that number.
    """
    assert [target for target in targets(text) if target and target[:3] != "ech"] == expected


@pytest.mark.parametrize(("text", "expected"), STATUTES + PROVISIONS)
def test_statutes_and_treaties(text, expected):
    """
    Abbreviations, letters, paragraphs before their article and lists over several instruments.
    """
    assert targets(f"Vgl. {text}.") == expected


@pytest.mark.parametrize(("text", "expected"), CASES + SHORT_FORMS)
def test_cases(text, expected):
    """
    Courts in brackets and behind their number, and what is said of an authority alone.
    """
    assert targets(text) == expected


@pytest.mark.parametrize(("text", "expected"), COMMITTEES)
def test_each_paragraph_has_its_committee(text, expected):
    """
    A report on several committees means in each paragraph the treaty whose symbols stand there.
    """
    found = {citation.text: citation.target for citation in find_citations(text)}
    assert expected == {words: found.get(words) for words in expected}
