"""Lists, ranges, sections and names of ten northern and eastern languages, each as a lawyer there writes it."""

import pytest

WRITTEN = [
    # A comma joins articles whose instrument stands at the end of the list; a stop may be the joint's own.
    ("Naruszono art. 2, art. 19 ust. 1 i 2 oraz art. 47 Karty praw podstawowych i art. 3 EKPC",
     ["CFR:2", "CFR:19(1)", "CFR:19(2)", "CFR:47", "ECHR:3"]),
    ("art. 41 ust. 2 w zw. z art. 19 ust. 2 Karty praw podstawowych", ["CFR:41(2)", "CFR:19(2)"]),
    ("Article 18, Article 19 and Article 47 of the Charter of Fundamental Rights", ["CFR:18", "CFR:19", "CFR:47"]),
    ("Dublin III-VO Art. 3, Art. 17, Art. 4 GRCh", ["EU:604/2013:3", "EU:604/2013:17", "CFR:4"]),
    # A range that is a slip is given by its two ends.
    ("статьи 2 - 34 Конвенции о статусе беженцев", ["CSR51:2", "CSR51:34"]),
    ("статьи 31 - 33 Конвенции о статусе беженцев", ["CSR51:31", "CSR51:32", "CSR51:33"]),
    # The instrument before its list, with a colon, in a table, or with neither.
    ("Статьи Конвенции против пыток: 3, 16 и 22", ["CAT:3", "CAT:16", "CAT:22"]),
    ("Статті Конвенції проти катувань: | 3; 22 |", ["CAT:3", "CAT:22"]),
    ("Artiklar i konventionen mot tortyr 3 och 22", ["CAT:3", "CAT:22"]),
    # A section before its article, a point in quotation marks, points up to any letter.
    ("пункту 2 розділу «А» статті 1 Конвенції про статус біженців", ["CSR51:1A(2)"]),
    ("п. 2 раздела A ст. 1 Конвенции о статусе беженцев", ["CSR51:1A(2)"]),
    ("ст. 5 п. 1 «f» Конвенции о защите прав человека и основных свобод", ["ECHR:5(1)(f)"]),
    ("Direktyvos 2011/95/ES 2 straipsnio h, i ir k punktai", ["EU:2011/95:2(h)", "EU:2011/95:2(i)", "EU:2011/95:2(k)"]),
    # The mark of a note, behind a name or between an act and its article.
    ("Regulas (ES) Nr. 604/2013 (5) 3. panta 2. punkts", ["EU:604/2013:3(2)"]),
    ("w ustawie o cudzoziemcach3 i w dyrektywie 2013/32/UE4", ["pl:UoC", "EU:2013/32"]),
    # The Protocol's number without a blank, or its word cut short.
    ("EIÕK 4.protokolli artikkel 4 ja Prot 7 art 1", ["ECHR-P4:4", "ECHR-P7:1"]),
    # A quotation is of what was named before it.
    ('Deklarācija ir tā pati. ANO Vispārējā cilvēktiesību deklarācija nosaka: "Katram ir tiesības" (14. panta pirmā'
     " daļa)", ["UDHR", "UDHR:14(1)"]),
    # Rules are the Court's, whatever stands before them.
    ("ECHR Rule 39", ["ECtHR-Rules:39"]),
    # Acts, comments and judgments in every case of their words.
    ("Reglamentui (ES) 2024/1347 ir Direktyvoms 2013/32/ES", ["EU:2024/1347", "EU:2013/32"]),
    ("Komiteto prieš kankinimą bendrąją pastabą Nr. 4", ["cat:GC4"]),
    ("art. 3 FN:s konvention mot tortyr, art. 3 FN:s konvention om barnets rättigheter", ["CAT:3", "CRC:3"]),
    ("Užsieniečių teisinės padėties įstatymas (toliau – Įstatymas). Įstatymo 138 straipsnyje",
     ["lt:Law on Aliens", "lt:Law on Aliens", "lt:Law on Aliens:138"]),
    ("VRKS § 20 punktidele 2 ja 9 ning § 22 lõike 3 punktile 4",
     ["ee:VRKS:20(2)", "ee:VRKS:20(9)", "ee:VRKS:22(3)(4)"]),
    # The Convention on Migrant Workers.
    ("статья 22 Международной конвенции о защите прав всех трудящихся-мигрантов и членов их семей", ["ICRMW:22"]),
    ("Article 22(1) of the International Convention on the Protection of the Rights of All Migrant Workers and Members"
     " of Their Families", ["ICRMW:22(1)"]),
    # Communications: the parties in a sentence of their own, the committee in any case, "sag nr.".
    ("«A.N. проти Швейцарії». Рішення Комітету ООН проти катувань від 3 серпня 2018 року. Повідомлення № 742/2016",
     ["cat:742/2016", "cat:742/2016"]),
    ("Børnekomitéens udtalelse i I.A.M. mod Danmark (sag nr. 3/2016)", ["crc:3/2016", "crc:3/2016"]),
    ("решение в соответствии со статьей 22 Конвенции относительно сообщения № 758/2016", ["CAT:22", "cat:758/2016"]),
    # Names: two brackets, the words of a sentence, a heading, letters joined, an authority, the number's label.
    ("Lees [(Saadi v. Italy)] eerst", ["ecthr:37201/06"]),
    ("(«Саади против Италии», № 37201/06)", ["ecthr:37201/06", "ecthr:37201/06"]),
    ("Domsgrunnene i Saadi mot Italia og avgjørelsen i K.R.S. mot Storbritannia",
     ["ecthr:37201/06", "ecthr:32733/08"]),
    ("PRAKSIS FRA STRASBOURG Saadi mot Italia", ["ecthr:37201/06"]),
    ("CF ir DN (C-901/19) ir A ir kt., C-148/13", ["cjeu:C-901/19", "cjeu:C-901/19", "cjeu:C-148/13", "cjeu:C-148/13"]),
    ("Byloje Valstybės sienos apsaugos tarnyba, C-72/22 PPU", ["cjeu:C-72/22 PPU", "cjeu:C-72/22 PPU"]),
    ("Lahendi number: 27765/09", ["ecthr:27765/09"]),
    ("RKÜKo, 21.06.2011, 3-4-1-16-10", ["ee:3-4-1-16-10"]),
    ("Committee against Torture, communication No. 1400/1990", ["cat:1400/1990"]),
    ("X.Y. v. Spain, CAT, No. 12/2010; Jasin v. Denmark, communication No. 2360/2014",
     ["cat:12/2010", "cat:12/2010", "hrc:2360/2014", "hrc:2360/2014"]),
    ("The complainant submits to the Committee that his removal would breach article 3 of the Convention", ["CAT:3"]),
    ("CCPR art. 7 og EMRK art. 3", ["ICCPR:7", "ECHR:3"]),
    ("el artículo 33. 1 de la Convención de Ginebra de 1951", ["CSR51:33(1)"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), WRITTEN)
def test_each_form(found, text, targets):
    """What is written means these, in the order of the text."""
    assert targets == [one.target for one in found(f"{text}.")]


DAYS = [
    "2008 m. vasario 27 d. sprendimas Saadi prieš Italiją",
    "2008 m. vasario 27 d. sprendimą Saadi prieš Italiją",
    "2008. gada 27. februāra spriedums Saadi pret Itāliju",
]


@pytest.mark.parametrize("text", DAYS)
def test_the_judgment_behind_its_day(found, text):
    """The day before the word for a judgment is the judgment's; it was delivered on the 28th."""
    (case,) = found(f"Teismas ({text}).")

    assert "mismatch" == case.status


@pytest.mark.parametrize(
    "text",
    [
        "Jis grąžintas 2012 m. sausio 21 d. (Saadi prieš Italiją).",
        "Jis grąžintas 2012 m. sausio 21 d., sprendimas Saadi prieš Italiją to neleidžia.",
    ],
)
def test_the_day_of_a_fact(found, text):
    """A day that a bracket or a comma parts from the case is another's."""
    (case,) = found(text)

    assert "verified" == case.status


def test_the_address_of_a_link(found):
    """What a link's words cite its address does not cite again."""
    (case,) = found("[(Saadi v. Italy)](http://hudoc.echr.coe.int/eng?i=001-85276)")

    assert "Saadi v. Italy" == case.text
