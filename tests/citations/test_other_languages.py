"""Forms that texts in northern and eastern languages showed, each with other examples than theirs."""

import pytest

from refoulement_lint import find_citations

# What a passage cites, in order.
LISTS = [
    ("Direktyvų 2011/95 ir 2013/33 nuostatos", ["EU:2011/95", "EU:2013/33"]),
    ("w dyrektywach 2013/32/UE i 2013/33/UE", ["EU:2013/32", "EU:2013/33"]),
    ("direktiivide 2011/95/EL ja 2013/32/EL", ["EU:2011/95", "EU:2013/32"]),
    ("VSS § 15 lg 2 ega § 17 lg 1", ["ee:VSS:15(2)", "ee:VSS:17(1)"]),
    ("neither Article 3 nor Article 8 of the ECHR", ["ECHR:3", "ECHR:8"]),
    ("varken artikel 3 eller 13 i Europakonventionen", ["ECHR:3", "ECHR:13"]),
    ("Articles 13(2) and 15 of Directive 2003/9/EC; direktiivi 2003/9/EÜ artikli 15 lg le 1", [
        "EU:2003/9:13(2)", "EU:2003/9:15", "EU:2003/9:15(1)",
    ]),
    ("direktiivi 2013/33/EL art 8 lg 3 p-des a-c", ["EU:2013/33:8(3)(a)", "EU:2013/33:8(3)(c)"]),
    ("art. 15 ust. 1 i art. 18 KPP", ["CFR:15(1)", "CFR:18"]),
    ("Europakonventionens artikel 46 (1) och 2 kap. 12 § regeringsformen", ["ECHR:46(1)", "se:RF:2:12"]),
]  # fmt: skip
STATUTES = [
    ("Ks. ulkomaalaislaki 146 1 momentti ja 147 a 2 momentti", [
        "fi:Ulkomaalaislaki:146(1)", "fi:Ulkomaalaislaki:147a(2)",
    ]),
    ("hallintolain (434/2003) 45.1 §:n mukaan", ["fi:Hallintolaki:45(1)"]),
    ("Se 12 kap. § 1 UtlL och 5 kap. 3 utlänningslagen (2005:716)", ["se:UtlL:12:1", "se:UtlL:5:3"]),
    (
        "įstatymo „Dėl užsieniečių teisinės padėties“ 130 straipsnio (2022 m. sausio 1 d. redakcija) 1, 2 dalys",
        ["lt:Law on Aliens:130(1)", "lt:Law on Aliens:130(2)"],
    ),
    (
        "подпункт 1 пункта 1 статьи 1 Федерального закона от 19 февраля 1993 г. № 4528-I «О беженцах»",
        ["ru:ФЗ О беженцах:1(1)(1)"],
    ),
    (
        "статьи 6 Федерального закона от 25 июля 2002 г. N 115-ФЗ «О правовом положении иностранных граждан в "
        "Российской Федерации»; пункта 3 статьи 7 указанного Закона",
        ["ru:115-ФЗ:6", "ru:115-ФЗ:7(3)"],
    ),
    ("часть 1.1 статьи 18.10 КоАП РФ", ["ru:КоАП РФ:18.10(1.1)"]),
    ("частини другої статті 10 Закону України від 8 липня 2011 р. № 3671-VI", ["ua:Закон про біженців:10(2)"]),
    ("art. 302 ust. 1 u.o.c.", ["pl:UoC:302(1)"]),
    ("п. 4 ч. 1 ст. 1 та ч. 5 ст. 10 Закону України № 3671-VI", [
        "ua:Закон про біженців:1(1)(4)", "ua:Закон про біженців:10(5)",
    ]),
    ("UlkL:n 98 §, VRKS-i § 4 lg 1 ja UtlF 4 kap. 1 §", [
        "fi:Ulkomaalaislaki:98", "ee:VRKS:4(1)", "se:UtlF:4:1",
    ]),
    ("Įstatymo dėl užsieniečių teisinės padėties (toliau – ir Įstatymas) 86 straipsnio 1 dalis ir 87 straipsnis", [
        "lt:Law on Aliens", "lt:Law on Aliens:86(1)", "lt:Law on Aliens:87",
    ]),
]  # fmt: skip
CASES = [
    ("3-20-915/46 Riigikohtu halduskolleegium 20.10.2022", ["ee:3-20-915/46"]),
    ("Byla Nr. 16-A/2020; išnagrinėjo bylą Nr. 7-A/2021", ["lt:16-A/2020", "lt:7-A/2021"]),
    ("w sprawach II SA/Bk 10/22, IV SA/Wa 11/22 i III OSK 12/22", [
        "pl:II SA/Bk 10/22", "pl:IV SA/Wa 11/22", "pl:III OSK 12/22",
    ]),
    ("V SA 98/00 - Wyrok NSA", ["pl:V SA 98/00"]),
    ("vuosikirjaratkaisussa 2020:44", ["fi:KHO:2020:44"]),
    ("Sprawa C36/20 PPU", ["cjeu:C-36/20 PPU"]),
    ("C-391/16-C-78/17", ["cjeu:C-391/16", "cjeu:C-78/17"]),
    ("EIT:n N.D. ja N.T. -tuomio ja Soering -ratkaisu", ["ecthr:8675/15", "ecthr:14038/88"]),
    ("i Soering-domen; das Tarakhel-Urteil; het Salah Sheekh-arrest", [
        "ecthr:14038/88", "ecthr:29217/12", "ecthr:1948/04",
    ]),
    ("EUT:n Aranyosi ja Caldararu -tuomio ja Jawo -tuomio", ["cjeu:C-404/15", "cjeu:C-163/17"]),
    ("zaak Petrosian van 29 januari 2009 (nr. C-19/08); wyrok Gnandi z dnia 19 czerwca 2018 r. (C-181/16)", [
        "cjeu:C-19/08", "cjeu:C-19/08", "cjeu:C-181/16", "cjeu:C-181/16",
    ]),
    ("Решение КПП по делу «Калиниченко против Марокко», № 428/2010, CAT/C/47/D/428/2010", ["cat:428/2010"] * 3),
    ("EIT 23.2.2012 Hirsi Jamaa ym. v. Italia", ["ecthr:27765/09"]),
    ("kommitténs beslut i målet Brada mot Frankrike", ["cat:195/2002"]),
]  # fmt: skip
# Which instrument an article is of.
CONTEXT = [
    ("Dublin-asetus 17 art. 1 kohta", ["EU:604/2013:17(1)"]),
    ("Määritelmädirektiivin (2011/95) 9 artiklan mukaan", ["EU:2011/95:9"]),
    ("8. pantu Padomes 2003. gada 27. janvāra Direktīvā 2003/9/EK", ["EU:2003/9:8"]),
    (
        "Directive 2013/32/EU – Article 6 – Making an application – Article 31(8)",
        ["EU:2013/32", "EU:2013/32:6", "EU:2013/32:31(8)"],
    ),
    (
        "Direktyvos 2011/51/ES, kuria iš dalies keičiama Tarybos direktyva 2003/109/EB (OL 2011 L 132, p. 1), "
        "1 straipsnio 3 dalis",
        ["EU:2011/51", "EU:2003/109", "EU:2011/51:1(3)"],
    ),
    ("Венская конвенция о праве международных договоров от 23 мая 1969 года (статья 26)", ["VCLT", "VCLT:26"]),
    ("w art. 22 ust. 8 Amerykańskiej Konwencji Praw Człowieka", ["ACHR:22(8)"]),
    ("CCPR/C/110/D/1544/2007\n\nArticles of the Covenant\n\n6; 7 and 13", [
        "hrc:1544/2007", "ICCPR", "ICCPR:6", "ICCPR:7", "ICCPR:13",
    ]),
    (
        "Dz.U. 1993 nr 61 poz. 284 art. 8\n\nKonwencja o ochronie praw człowieka i podstawowych wolności",
        ["ECHR:8", "ECHR"],
    ),
    ("FN:s CAT-kommitté prövade FN:s konvention mot tortyr. Artikel 22 i konventionen gällde.", ["CAT", "CAT:22"]),
    ("De Dublinverordening gold nog in 2009.", ["EU:343/2003"]),
    ("De Dublinverordening gold nog in 2019.", ["EU:604/2013"]),
    ("artikel 4.3 och 4.5 i direktiv 2011/95/EU", ["EU:2011/95:4(3)", "EU:2011/95:4(5)"]),
    ("4 kap. 1 § utlänningslagen gäller. Artikel 4 gäller inte.", ["se:UtlL:4:1", None]),
    ("EIS 5 artiklan 1 kohta, artiklan 4 kohdan mukaan", ["ECHR:5(1)"]),
    ("EIS 3 artikla. Lentoyhtiödirektiivin 4 artikla.", ["ECHR:3", None]),
    ("reglamento „Dublinas III“ 29 straipsnis", ["EU:604/2013:29"]),
]  # fmt: skip
# What cites nothing.
NOTHING = [
    "заяву подали до Суду проти України",
    "The Vienna Convention on Consular Relations was not at issue.",
    "Han har 2 kap. 3 personer och 5 barn.",
    "CAT-kommittén sammanträdde.",
]


@pytest.mark.parametrize(("text", "expected"), [*LISTS, *STATUTES, *CASES, *CONTEXT])
def test_targets(text, expected):
    """
    What such a passage cites, in order.
    """
    assert expected == [citation.target for citation in find_citations(text)]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text):
    """
    What only looks like a citation is none.
    """
    assert find_citations(text) == ()


def test_no_number_is_part_of_a_word():
    """
    A number without its hyphen is given without the word before it.
    """
    (citation,) = find_citations("Byla C72/22 PPU")

    assert citation.written.part("number").span.start == 5
