"""What judgments write and drafts seldom do: each class seen in texts of courts that nobody here had read before."""

import pytest

import refoulement_lint as rl
from refoulement_lint import formats

WRITTEN = [
    # Numbers of the Court with the thousands set apart, with the whole year, behind the signs of other languages.
    ("Hirsi Jamaa and Others v. Italy [GC], no. 27 765/09, § 113", ["ecthr:27765/09", "ecthr:27765/09"]),
    ("Hirsi Jamaa et autres c. Italie, requête no 27.765/09", ["ecthr:27765/09", "ecthr:27765/09"]),
    ("Hirsi Jamaa i inni przeciwko Włochom, skarga nr 27 765/09", ["ecthr:27765/09", "ecthr:27765/09"]),
    ("Saadi v. Italy, no. 37201/2006, § 125", ["ecthr:37201/06", "ecthr:37201/06"]),
    ("Saadi gegen Italien, Beschwerde Nr. 37201/2006", ["ecthr:37201/06", "ecthr:37201/06"]),
    ("The Court of Human Rights said in application no. 37201/2006 that it is absolute", ["ecthr:37201/06"]),
    ("CEDH, Gebremedhin c/ France, req. 25389/05", ["ecthr:25389/05", "ecthr:25389/05"]),
    ("N.D. y N.T. c. España [GS], n.os 8675/15 y 8697/15", ["ecthr:8675/15", "ecthr:8675/15", "ecthr:8697/15"]),
    ("Hirsi Jamaa e altri c. Italia, ric. n. 27765/09", ["ecthr:27765/09", "ecthr:27765/09"]),
    # Numerals behind a name.
    ("Georgia v. Russia (I), no. 13255/07", ["ecthr:13255/07", "ecthr:13255/07"]),
    ("Géorgie c. Russie (II) [GC], no 38263/08", ["ecthr:38263/08", "ecthr:38263/08"]),
    ("Georgien gegen Russland (I), Nr. 13255/07", ["ecthr:13255/07", "ecthr:13255/07"]),
    # A day in the sentence before a name tells cases of one name apart; a decision may be delivered weeks later.
    ("Europadomstolens dom (2018-01-09) i målet X mot Sverige", ["ecthr:36417/16"]),
    ("Europadomstolens dom (2014-07-24) i målet A.A. m.fl. mot Sverige", ["ecthr:34098/11"]),
    ("Tiesa 2022.gada 5.maijā pasludināja lēmumu lietā M.A. un citi pret Latviju", ["ecthr:25564/18"]),
    ("Teismas 2018-01-09 paskelbė sprendimą byloje X prieš Švediją", ["ecthr:36417/16"]),
    # Lists before their word with what the articles are about, and with paragraphs.
    ("Europos žmogaus teisių konvencijos 3 (kankinimo uždraudimas) ir 5 (teisė į laisvę) straipsniais",
     ["ECHR:3", "ECHR:5"]),
    ("Pakolaissopimuksen 33 (1) artiklan mukaan", ["CSR51:33(1)"]),
    # The Court's reports are not the Convention.
    ("T.I. v the United Kingdom, no. 43844/98, [2000] ECHR 705", ["ecthr:43844/98", "ecthr:43844/98"]),
    ("to be published in ECHR 1999-I and in CEDH 2012-II", []),
    # Headings in capitals.
    ("ALLEGED VIOLATION OF ARTICLES 2 AND 3 OF THE CONVENTION: European Court of Human Rights", ["ECHR:2", "ECHR:3"]),
    ("ARTICLE 3 AND ARTICLE 4 OF PROTOCOL No. 4 TO THE CONVENTION (ECHR)", ["ECHR:3", "ECHR-P4:4", "ECHR"]),
    ("SUR LA VIOLATION DES ARTICLES 5 ET 13 DE LA CONVENTION devant la Cour européenne des droits de l'homme",
     ["ECHR:5", "ECHR:13"]),
    ("UNDER ARTICLE 22 OF THE CONVENTION AGAINST TORTURE AND OTHER CRUEL, INHUMAN OR DEGRADING TREATMENT",
     ["CAT:22"]),
    # Names behind the numbers of communications.
    ("communications No. 2007/2010, X. v. Denmark, para. 9.2; No. 692/1996, A.R.J. v. Australia",
     ["hrc:2007/2010", "hrc:2007/2010", "hrc:692/1996", "hrc:692/1996"]),
    ("Comité contre la torture, communication n° 13/1993, Mutombo c. Suisse", ["cat:13/1993", "cat:13/1993"]),
    ("Committee against Torture, complaint No. 258/2004, Dadar v. Canada, decision of 23 November 2005",
     ["cat:258/2004", "cat:258/2004"]),
    # Luxembourg: authorities as parties, names before an ECLI that no number stands beside.
    ("CJUE, 31 janv. 2017, Commissaire général aux réfugiés et aux apatrides c/ Mostafa Lounani, aff. C-573/14",
     ["cjeu:C-573/14", "cjeu:C-573/14"]),
    ("Bundesrepublik Deutschland c/ B et D, aff. jtes C-57/09 et C-101/09",
     ["cjeu:C-57/09", "cjeu:C-57/09", "cjeu:C-101/09"]),
    ("het arrest van het Hof van Justitie van 19 maart 2019, Jawo, ECLI:EU:C:2019:218",
     ["cjeu:C-163/17", "cjeu:C-163/17"]),
    ("EuGH, Urteil vom 5. April 2016, Aranyosi und Căldăraru, ECLI:EU:C:2016:198", ["cjeu:C-404/15", "cjeu:C-404/15"]),
    ("the judgment of the Grand Chamber, ECLI:EU:C:2019:218", ["cjeu:C-163/17"]),
    ("See Jawo, C-163/17, paragraph 91, and Elgafaji, C-465/07",
     ["cjeu:C-163/17", "cjeu:C-163/17", "cjeu:C-465/07", "cjeu:C-465/07"]),
    ("so it was held in Poland, C-715/17, and in Luxembourg, C-465/07", ["cjeu:C-715/17", "cjeu:C-465/07"]),
    # Lists of file numbers under one court's name.
    ("KHO 2015:111 ja 2016:53", ["fi:KHO:2015:111", "fi:KHO:2016:53"]),
    ("CE, 9 mars 2022, n°s 461939 et 461940", ["fr:461939", "fr:461940"]),
    ("Cass. nn. 4455/2018 e 4456/2018", ["it:Cass. 4455/2018", "it:Cass. 4456/2018"]),
    ("VfGH 12.3.2020, E 1234/2019 und E 1235/2019", ["at:E 1234/2019", "at:E 1235/2019"]),
    ("MIG 2007:9 och 2010:11", ["se:MIG 2007:9", "se:MIG 2010:11"]),
    ("STC 53/2002 y 17/2013", ["es:STC 53/2002", "es:STC 17/2013"]),
    ("BVGE 2013/10 und 2014/26", ["ch:BVGE 2013/10", "ch:BVGE 2014/26"]),
    ("lietā Nr. 2004-14-01 un 2019-35-01", ["lv:2004-14-01", "lv:2019-35-01"]),
    ("CCE n° 123 456 et 123 457", ["be:CCE 123456", "be:CCE 123457"]),
    # Provisions in the order of their languages.
    ("direktiivi 2011/95/EL art 10 lg 1 p d", ["EU:2011/95:10(1)(d)"]),
    ("direktiivi 2013/33/EL art 8 lg 3 p-ga d", ["EU:2013/33:8(3)(d)"]),
    ('подпункту 1 пункта 1 статьи 12 Федерального закона "О беженцах"', ["ru:ФЗ О беженцах:12(1)(1)"]),
    ("D.Lgs. n. 25 del 2008, ex art. 35 bis e art. 10 Direttiva 2013/32/UE",
     ["it:d.lgs. 25/2008:35-bis", "EU:2013/32:10"]),
    ("Ulkomaalaislaki 87 § 1 momentti ja 88 § 1 momentti Euroopan ihmisoikeussopimus 3 ja 13 artikla",
     ["fi:Ulkomaalaislaki:87(1)", "fi:Ulkomaalaislaki:88(1)", "ECHR:3", "ECHR:13"]),
    ("artt. 702 bis e 702 ter c.p.c.", ["it:c.p.c.:702-bis", "it:c.p.c.:702-ter"]),
    ("art. L. 711-6, 2° du CESEDA et art. R. 723-1 du même code", ["fr:CESEDA:L711-6(2)", "fr:CESEDA:R723-1"]),
    ("Dz.U. 2012 poz. 680 art. 13; art. 19 ust. 1 pkt 1 Ustawa z dnia 13 czerwca 2003 r. o udzielaniu cudzoziemcom "
     "ochrony na terytorium Rzeczypospolitej Polskiej", ["pl:UoUCO:13", "pl:UoUCO:19(1)(1)"]),
    ("11 § lagen (2016:752) om tillfälliga begränsningar av möjligheten att få uppehållstillstånd",
     ["se:SFS 2016:752:11"]),
    ("section 82(2)(h) of the Nationality, Immigration and Asylum Act 2002; an appeal lies under s.84(1)(g) alone",
     ["uk:NIAA2002:82(2)(h)", "uk:NIAA2002:84(1)(g)"]),
    # A court is not the law that it is called after.
    ("Satversmes tiesa to izskatīja, Satversmes tiesas likuma 16. panta 1. punkts, Satversmes 92. pants",
     ["lv:Satversmes tiesas likums:16(1)", "lv:Satversme:92"]),
]  # fmt: skip

NOTHING = [
    # Courts of States number with whole years too.
    "The appeal, no. 16519/2019, was dismissed; ricorso n. 25571/2018 proposto da I.M.",
    "skarga nr 250/2021 została oddalona; valitus nro 1558/2011 hylättiin",
    "The invoice 12/2004, Smith v. Jones, was paid on time.",
    "Se prop. 2004/05 s. 94 och s. 95; Kowalska, Prawo, s. 12.",
]


def findings(text, family):
    """What the rules of one family say of a draft with that text."""
    document = formats.read(f"The Court held this.\n\n{text}\n".encode(), filename="draft.md")
    return rl.lint(document, select=[family], on="2026-11-22").documents[0].findings


class TestJudgments:
    @pytest.mark.parametrize(("text", "targets"), WRITTEN)
    def test_each_form(self, found, text, targets):
        """
        What is written means these targets, in the order of the text.
        """
        assert targets == [one.target for one in found(f"Cf. {text}.")]

    @pytest.mark.parametrize("text", NOTHING)
    def test_numbers_of_others(self, found, text):
        """
        Numbers that look like the Court's and are not stay out.
        """
        assert [] == [
            one.text for one in found(f"So it is. {text}") if (one.target or "").startswith(("ecthr:", "uk:"))
        ]

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("no. 27 765/09", "no. 27765/09"),
            ("no. 27.765/09", "no. 27765/09"),
            ("no. 27765/2009", "no. 27765/09"),
        ],
    )
    def test_the_courts_way(self, text, written):
        """
        A number that is written otherwise is read, and the Court's way is proposed.
        """
        said = findings(f"See Hirsi Jamaa and Others v. Italy [GC], {text}, § 113, 23 February 2012.", "form")

        assert [written] == [edit.replacement for one in said if one.fix for edit in one.fix.edits]

    @pytest.mark.parametrize(
        "text",
        [
            "Georgia v. Russia (II) [GC], no. 38263/08, § 81, 21 January 2021",
            "Hirsi Jamaa ym. v. Italia, nro 27765/09",
            "Hirsi Jamaa a další proti Itálii, no. 27765/09",
        ],
    )
    def test_no_false_error(self, text):
        """
        A numeral of the title and "and others" in any language do not make another name.
        """
        assert [] == [one.rule for one in findings(f"See {text}.", "authority")]
