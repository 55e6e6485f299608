"""Forms that judgments of the continent use, each seen in texts that nobody here had read before."""

import pytest

from refoulement_lint import find_citations

WRITTEN = [
    # An act leads a list of articles.
    ("Dublin II-VO Art. 2 Buchst. e, Art. 4 Abs. 3, Art. 16 Abs. 1",
     ["EU:343/2003:2(e)", "EU:343/2003:4(3)", "EU:343/2003:16(1)"]),
    ("Direktyvos 2013/32/ES 6 straipsnio 1 dalis ir 46 straipsnio 3 dalis", ["EU:2013/32:6(1)", "EU:2013/32:46(3)"]),
    ("direktiivi 2003/9/EÜ artikli 13 lg-le 4 ja artikli 16 lg-le 1", ["EU:2003/9:13(4)", "EU:2003/9:16(1)"]),
    # Numbers behind a paragraph that are too high for one.
    ("Art. 1er à 4, 19, paragraphe 2, 20, 21 et 47 CDFUE",
     ["CFR:1", "CFR:2", "CFR:3", "CFR:4", "CFR:19(2)", "CFR:20", "CFR:21", "CFR:47"]),
    ("Art. 2, e), et f), 15 et 29 Directive 2004/83/CE",
     ["EU:2004/83:2(e)", "EU:2004/83:2(f)", "EU:2004/83:15", "EU:2004/83:29"]),
    # Steps below and before an article.
    ("artículo 1.A.2 de la Convención de Ginebra de 1951", ["CSR51:1A(2)"]),
    ("artículos 15.c) y 4.5 de la Directiva 2011/95/UE", ["EU:2011/95:15(c)", "EU:2011/95:4(5)"]),
    ("Art. 20.1.c der Dublin II-VO", ["EU:343/2003:20(1)(c)"]),
    ("Art. 20 ff. der (Anerkennungs-)Richtlinie 2011/95/EU", ["EU:2011/95:20"]),
    ('подпункт «f» пункта 1 статьи 5 Конвенции о защите прав человека и основных свобод', ["ECHR:5(1)(f)"]),
    ("статті 1 А (2) Конвенції про статус біженців 1951 року", ["CSR51:1A(2)"]),
    ("1951 m. Konvencijos dėl pabėgėlių statuso 1 straipsnio A dalies 2 punktas", ["CSR51:1A(2)"]),
    ("Direktīvas 2011/95/ES 15.panta \"c\" punktu", ["EU:2011/95:15(c)"]),
    ("Konvencijas par bēgļa statusu 33.panta 1.punkts", ["CSR51:33(1)"]),
    ("artikel 3 i FN:s tortyrkonvention", ["CAT:3"]),
    # Dutch.
    ("artikel 17, eerste lid, van de Verordening (EU) nr. 604/2013", ["EU:604/2013:17(1)"]),
    ("artikel 46 lid 3 van de Procedurerichtlijn", ["EU:2013/32:46(3)"]),
    ("artikel 4 van het Handvest van de grondrechten van de Europese Unie", ["CFR:4"]),
    ("artikel 3 van het EVRM", ["ECHR:3"]),
    # Statutes.
    ("D.Lgs. n. 251 del 2007, artt. 5, 6 e 14, lett. c)",
     ["it:d.lgs. 251/2007:5", "it:d.lgs. 251/2007:6", "it:d.lgs. 251/2007:14(c)"]),
    ("l'art. 35-bis, comma 9, del d.lgs. n. 25 del 2008", ["it:d.lgs. 25/2008:35-bis(9)"]),
    ("il d.l. n. 113 del 2018, convertito con L. n. 132 del 2018", ["it:d.l. 113/2018", "it:Legge 132/2018"]),
    ("VRKS § 17 lg-s 1 ja HKMS § 158 lg-st 3", ["ee:VRKS:17(1)", "ee:HKMS:158(3)"]),
    ("HKMS § 158 lg 3, VRKS § 4 lg 1", ["ee:HKMS:158(3)", "ee:VRKS:4(1)"]),
    ("частину другу статті 2 КАС України", ["ua:КАС:2(2)"]),
    ("AufenthG § 60 Abs. 5, Abs. 7 S. 1", ["de:AufenthG:60(5)", "de:AufenthG:60(7)"]),
    # What an article is about, in brackets; the case of an abbreviation; a new version of an act.
    ("Articles 3 (prohibition of torture) and 13 (right to an effective remedy) of the European Convention on Human"
     " Rights", ["ECHR:3", "ECHR:13"]),
    ("EIÕK artikli 5 (õigus isikuvabadusele) lg-te 1 (alused) ja 4 rikkumise", ["ECHR:5(1)", "ECHR:5(4)"]),
    ("EIS:n 3 artiklan mukaan", ["ECHR:3"]),
    ("нарушены ст. 3 ЕКПЧ и ст. 13 ЕКПЧ", ["ECHR:3", "ECHR:13"]),
    ("artikel 15 b i det omarbetade skyddsgrundsdirektivet", ["EU:2011/95:15(b)"]),
    ("art. 46 ust. 3 przekształconej dyrektywy proceduralnej", ["EU:2013/32:46(3)"]),
    # Lists before their word, ordinals in every case.
    ("Direktyvos 2013/33/ES 8 straipsnio 2 ir 3 dalims", ["EU:2013/33:8(2)", "EU:2013/33:8(3)"]),
    ("Direktyvos 2013/33/ES 8 straipsnio 1–3 dalys", ["EU:2013/33:8(1)", "EU:2013/33:8(2)", "EU:2013/33:8(3)"]),
    ("Euroopan ihmisoikeussopimuksen 5 artiklan 1 ja 4 kappale", ["ECHR:5(1)", "ECHR:5(4)"]),
    ("Eiropas Savienības Pamattiesību hartas 19. panta otro daļu", ["CFR:19(2)"]),
    ("direktiivi 2011/95/EL artikli 15 punktile b", ["EU:2011/95:15(b)"]),
    ("ES pagrindinių teisių chartijoje (18 straipsnis)", ["CFR", "CFR:18"]),
    ("le 2° du A de l'article 1er de la convention de Genève du 28 juillet 1951", ["CSR51:1A(2)"]),
    # What a Protocol belongs to is part of its name.
    ("Art. 1 des 7. Zusatzprotokolls zur Europäischen Menschenrechtskonvention", ["ECHR-P7:1"]),
    ("article 4 of Protocol No. 4 ECHR", ["ECHR-P4:4"]),
    # The sentence's own instrument before one that only the next sentence has.
    ("EU:n perusoikeuskirjan 19 (2) artikla kieltää sen, minkä lisäksi 4 artikla kieltää tämän. Schengenin"
     " rajasäännöstön 4 artiklassa sanotaan muuta.", ["CFR:19(2)", "CFR:4", "EU:2016/399:4"]),
    # Each act before its own sections.
    ("AsylG §§ 27a, 34a, 77 Abs. 1 Dublin III-VO Art. 3, Art. 29, 49 Abs. 2 GRC Art. 4 VwGO § 80 Abs. 5",
     ["de:AsylG:27a", "de:AsylG:34a", "de:AsylG:77(1)", "EU:604/2013:3", "EU:604/2013:29", "EU:604/2013:49(2)",
      "CFR:4", "de:VwGO:80(5)"]),
    ("Art. 3 EMRK Art. 8 EMRK", ["ECHR:3", "ECHR:8"]),
    # Swedish chapters; the same act; a step that targets leave out.
    ("enligt 12 kap. 18 § utlänningslagen; 12 kap. 19 § samma lag; 12 kap. 2 eller 3 §",
     ["se:UtlL:12:18", "se:UtlL:12:19", "se:UtlL:12:2", "se:UtlL:12:3"]),
    ("4 kap. 2 § första stycket 1 första ledet utlänningslagen", ["se:UtlL:4:2(1)(1)"]),
    # "the 2015 Act" in a headnote, before the text names it.
    ("Refused under s. 39(3) of the 2015 Act. The International Protection Act 2015 allows it.",
     ["ie:IPA2015:39(3)", "ie:IPA2015"]),
    # The Convention of the case named just before.
    ("In Saadi v. Italy the Court applied Article 3 of the Convention, and the Convention on the Rights of the Child"
     " was not pleaded", ["ecthr:37201/06", "ECHR:3", "CRC"]),
    ("BVGE 2017 VI/5 E. 8.4; ATAF 2015 VII/1", ["ch:BVGE 2017 VI/5", "ch:BVGE 2015 VII/1"]),
    ("l'article 53-1 de la Constitution et l'article L. 742-3 du CESEDA", ["fr:Constitution:53-1", "fr:CESEDA:L742-3"]),
    ("kidutuksen vastaisen sopimuksen 3 artikla", ["CAT:3"]),
    ("kansalaisoikeuksia ja poliittisia oikeuksia koskevan yleissopimuksen 7 artikla", ["ICCPR:7"]),
    # Names of cases.
    ("les arrêts M.S.S. c. Belgique et Grèce et Hirsi Jamaa c. Italie", ["ecthr:30696/09", "ecthr:27765/09"]),
    ("spriedums Hirsi Jamaa un citi pret Itāliju", ["ecthr:27765/09"]),
    ("tuomio S.F. ynnä muut v. Ruotsi", ["ecthr:52077/10"]),
    ("Volgens het arrest M.S.S. tegen België en Griekenland is dat zo", ["ecthr:30696/09"]),
    ("у справі «М.С.С. проти Бельгії та Греції» (заява № 30696/09)", ["ecthr:30696/09", "ecthr:30696/09"]),
    ("AIG und Urteil des EGMR Tarakhel gegen Schweiz", ["ecthr:29217/12"]),
    ("arrest Petrosian (nr. C 19/08)", ["cjeu:C-19/08", "cjeu:C-19/08"]),
]  # fmt: skip

PROSE = [
    "El RC 4377/2012 fue admitido.",
    "De kamer telt 19 leden; lid 3 sprak, en het verdrag werd niet genoemd in nr. 12.",
    "Hon bor i 12 kap. 3 och läser; (18 rum) och 2 eller 3 §.",
    "Ze woont in kamer 46, eerste verdieping, van het gebouw.",
]


class TestUnseenForms:
    @pytest.mark.parametrize(("text", "targets"), WRITTEN)
    def test_each_form(self, found, text, targets):
        """
        What is written means these, in the order of the text.
        """
        assert targets == [one.target for one in found(f"{text}.")]

    @pytest.mark.parametrize("text", PROSE)
    def test_prose(self, found, text):
        """
        What only looks like it is no instrument's provision.
        """
        assert [] == [one for one in found(text) if one.kind in ("provision", "instrument")]


@pytest.mark.parametrize(
    ("text", "part", "verdict"),
    [
        ("EGMR, Urteil vom 23. Februar 2012 – 27765/09 – Hirsi Jamaa u. a. gegen Italien", "number", "agrees"),
        ("EGMR, Urteil vom 23. Februar 2011 – 27765/09 – Hirsi Jamaa u. a. gegen Italien", "date", "differs"),
        ("EGMR, Urteil vom 23. Februar 2012 – 27756/09 – Hirsi Jamaa u. a. gegen Italien", "number", "unknown"),
        ("wyrok ETPC z 28 lutego 2008 r., skarga nr 37201/60, Saadi p. Włochom", "number", "unknown"),
        ("Saadi przeciwko Włochom z 28 lutego 2008 r., skarga nr 37201/60", "number", "unknown"),
        ("EuGH, Urteil vom 19. März 2019 – C-163/17 –, EU:C:2019:281", "ecli", "differs"),
        ("EuGH, Urteil vom 19. März 2019 – C-163/17 –, Jawo, Rn. 91", "name", "agrees"),
        ("EuGH, Urteil vom 18. März 2019 – C-163/17 – Jawo", "date", "differs"),
    ],
)
def test_number_between_date_and_name(text, part, verdict):
    """
    In the German way the number stands between dashes, behind the date and before the name: each is compared.
    """
    found = find_citations(f"Das Vorbringen ist zu würdigen. Vgl. {text}. Das genügt.")

    assert (part, verdict) in {(one.part, one.verdict) for citation in found for one in citation.compared}
