"""Every kind of the table of targets, in three languages or more where the kind knows languages."""

import pytest

KINDS = {
    "treaty": [
        ("en", "the 1951 Refugee Convention", "CSR51"),
        ("fr", "la Convention de Genève du 28 juillet 1951", "CSR51"),
        ("pl", "Konwencja dotycząca statusu uchodźców", "CSR51"),
        ("sv", "Europakonventionen", "ECHR"),
    ],
    "provision of a treaty": [
        ("en", "Article 1A(2) of the Refugee Convention", "CSR51:1A(2)"),
        ("de", "Art. 33 Abs. 1 GFK", "CSR51:33(1)"),
        ("fr", "l'article 33, paragraphe 1, de la Convention de Genève du 28 juillet 1951", "CSR51:33(1)"),
        ("lt", "Konvencijos dėl pabėgėlių statuso 33 straipsnio 1 dalis", "CSR51:33(1)"),
        ("ru", "п. 1 ст. 33 Конвенции о статусе беженцев", "CSR51:33(1)"),
    ],
    "protocol": [
        ("en", "Article 4 of Protocol No. 4 to the European Convention on Human Rights", "ECHR-P4:4"),
        ("de", "Art. 4 des 4. Zusatzprotokolls zur EMRK", "ECHR-P4:4"),
        ("fr", "l'article 4 du Protocole n° 4 à la Convention européenne des droits de l'homme", "ECHR-P4:4"),
        ("pl", "art. 4 Protokołu nr 4 do EKPC", "ECHR-P4:4"),
    ],
    "optional protocol": [
        ("en", "the Optional Protocol to the International Covenant on Civil and Political Rights", "ICCPR-OP1"),
        ("en", "Optional Protocol to the Convention against Torture", "CAT-OP"),
        ("es", "Protocolo Facultativo del Pacto Internacional de Derechos Civiles y Políticos", "ICCPR-OP1"),
        ("fr", "Protocole facultatif se rapportant au Pacte international relatif aux droits civils et politiques",
         "ICCPR-OP1"),
    ],
    "other treaties": [
        ("en", "Article 7 of the International Covenant on Civil and Political Rights", "ICCPR:7"),
        ("es", "artículo 22 de la Convención sobre los Derechos del Niño", "CRC:22"),
        ("de", "Art. 3 der UN-Antifolterkonvention", "CAT:3"),
        ("it", "art. 3 della Convenzione contro la tortura", "CAT:3"),
        ("en", "Article 16 CED", "CED:16"),
        ("fr", "article 14 de la Déclaration universelle des droits de l'homme", "UDHR:14"),
        ("en", "Article 31 of the Vienna Convention on the Law of Treaties", "VCLT:31"),
        ("es", "artículo 22.8 de la Convención Americana sobre Derechos Humanos", "ACHR:22(8)"),
        ("en", "Article II(3) of the 1969 OAU Convention", "OAU69:2(3)"),
    ],
    "primary law of the Union": [
        ("en", "Article 19(2) of the Charter of Fundamental Rights", "CFR:19(2)"),
        ("fr", "article 78, paragraphe 1, TFUE", "TFEU:78(1)"),
        ("de", "Art. 19 Abs. 2 GRCh", "CFR:19(2)"),
        ("fi", "perusoikeuskirjan 19 artiklan 2 kohta", "CFR:19(2)"),
    ],
    "act of the Union": [
        ("en", "Article 15(b) of Directive 2011/95/EU", "EU:2011/95:15(b)"),
        ("de", "Art. 3 Abs. 2 der Verordnung (EU) Nr. 604/2013", "EU:604/2013:3(2)"),
        ("lv", "Direktīvas 2013/32/ES 46. panta 5. punkts", "EU:2013/32:46(5)"),
        ("pl", "art. 46 ust. 5 dyrektywy 2013/32/UE", "EU:2013/32:46(5)"),
        ("et", "määruse (EL) 2024/1348 artikli 42 lõige 1", "EU:2024/1348:42(1)"),
    ],
    "Rules of the Court": [
        ("en", "Rule 39 of the Rules of Court", "ECtHR-Rules:39"),
        ("fr", "l'article 39 du règlement de la Cour", "ECtHR-Rules:39"),
        ("pl", "reguła 39 Regulaminu Trybunału", "ECtHR-Rules:39"),
        ("lt", "Teismo reglamento 39 taisyklė", "ECtHR-Rules:39"),
    ],
    "Strasbourg": [
        ("en", "M.S.S. v. Belgium and Greece", "ecthr:30696/09"),
        ("fr", "M.S.S. c. Belgique et Grèce", "ecthr:30696/09"),
        ("de", "M.S.S. gegen Belgien und Griechenland", "ecthr:30696/09"),
        ("uk", "М.С.С. проти Бельгії та Греції", "ecthr:30696/09"),
    ],
    "Luxembourg": [
        ("en", "Case C-411/10", "cjeu:C-411/10"),
        ("de", "Rechtssache C-72/22 PPU", "cjeu:C-72/22 PPU"),
        ("pl", "sprawa C-411/10", "cjeu:C-411/10"),
        ("fr", "l'affaire C-411/10", "cjeu:C-411/10"),
    ],
    "communication": [
        ("en", "Committee against Torture, communication No. 13/1993", "cat:13/1993"),
        ("fr", "Comité des droits de l'homme, communication n° 2728/2016", "hrc:2728/2016"),
        ("es", "Comité de los Derechos del Niño, comunicación núm. 4/2016", "crc:4/2016"),
        ("any", "CEDAW/C/83/D/137/2018", "cedaw:137/2018"),
        ("any", "CERD/C/85/D/51/2012", "cerd:51/2012"),
    ],
    "general comment": [
        ("en", "Committee against Torture, General Comment No. 4 (2017)", "cat:GC4"),
        ("fr", "Comité des droits de l'homme, Observation générale n° 31", "hrc:GC31"),
        ("de", "UN-Menschenrechtsausschuss, Allgemeine Bemerkung Nr. 31", "hrc:GC31"),
        ("es", "Comité de los Derechos del Niño, Observación general núm. 6", "crc:GC6"),
    ],
    "United Nations": [
        ("any", "A/RES/39/46", "un:A/RES/39/46"),
        ("en", "UNHCR Handbook, para. 196", "unhcr:Handbook"),
    ],
    "national cases": [
        ("en", "R v Secretary of State [2005] UKHL 38", "uk:[2005] UKHL 38"),
        ("en", "INS v. Cardoza-Fonseca, 480 U.S. 421 (1987)", "us:480 U.S. 421"),
        ("en", "Suresh v Canada, 2002 SCC 1", "ca:2002 SCC 1"),
        ("en", "Plaintiff M70 v Minister [2011] HCA 32", "au:[2011] HCA 32"),
        ("en", "Attorney-General v Refugee Council [2003] NZSC 38", "nz:[2003] NZSC 38"),
        ("en", "Y.Y. v Minister for Justice [2017] IESC 61", "ie:[2017] IESC 61"),
        ("de", "BVerwG, Urteil vom 20.02.2013 – 10 C 23.12", "de:10 C 23.12"),
        ("pl", "wyrok NSA z dnia 12 marca 2020 r., sygn. akt II OSK 1234/19", "pl:II OSK 1234/19"),
        ("fi", "KHO 2015:111", "fi:KHO:2015:111"),
    ],
    "national statutes": [
        ("en", "8 U.S.C. § 1158(a)(2)(B)", "us:8 USC 1158(a)(2)(B)"),
        ("de", "§ 29 Abs. 1 Nr. 2 AsylG, Deutschland, Bundesamt", "de:AsylG:29(1)(2)"),
        ("pl", "art. 289 ust. 1 ustawy o cudzoziemcach", "pl:UoC:289(1)"),
        ("lt", "Įstatymo „Dėl užsieniečių teisinės padėties“ 113 straipsnio 4 dalis", "lt:Law on Aliens:113(4)"),
    ],
}  # fmt: skip
# Symbols are written alike everywhere.
ALIKE = {"United Nations"}


class TestKinds:
    @pytest.mark.parametrize(
        ("text", "target"),
        [pytest.param(text, target, id=text) for texts in KINDS.values() for _, text, target in texts],
    )
    def test_each_kind(self, found, text, target):
        """
        The first citation of the text is of that target.
        """
        assert target == found(f"Cf. {text}, so.")[0].target

    @pytest.mark.parametrize("kind", KINDS)
    def test_languages(self, kind):
        """
        No kind rests on one language.
        """
        assert kind in ALIKE or 3 <= len({language for language, _, _ in KINDS[kind]})
