"""Czech, Slovak and Romanian, and classes that two further sets showed, with examples of their own."""

import pytest

from refoulement_lint.language import language_of

WRITTEN = [
    # Czech.
    ("čl. 33 odst. 2 Úmluvy o právním postavení uprchlíků", ["CSR51:33(2)"]),
    ("čl. 1 F písm. a) Ženevské úmluvy o právním postavení uprchlíků", ["CSR51:1F(a)"]),
    ("čl. 8 a 13 Úmluvy o ochraně lidských práv a základních svobod", ["ECHR:8", "ECHR:13"]),
    ("čl. 5 odst. 2 a 4 Evropské úmluvy o lidských právech", ["ECHR:5(2)", "ECHR:5(4)"]),
    ("čl. 18 Listiny základních práv EU a čl. 47 Listiny", ["CFR:18", "CFR:47"]),
    ("čl. 9 odst. 3 směrnice Evropského parlamentu a Rady 2013/33/EU", ["EU:2013/33:9(3)"]),
    ("čl. 17 odst. 1 nařízení (EU) č. 604/2013 a čl. 29 tohoto nařízení",
     ["EU:604/2013:17(1)", "EU:604/2013:29"]),
    ("čl. 46 odst. 5 procedurální směrnice", ["EU:2013/32:46(5)"]),
    ("M. S. S. proti Belgii a Řecku, stížnost č. 30696/09, § 263", ["ecthr:30696/09", "ecthr:30696/09"]),
    ("porušení čl. 3 ve věci Saadi proti Itálii (č. 37201/06)", ["ECHR:3", "ecthr:37201/06", "ecthr:37201/06"]),
    ("rozsudek ve věci CF a DN (C-901/19)", ["cjeu:C-901/19", "cjeu:C-901/19"]),
    ("Ibrahim a další, C-297/17 a C-318/17", ["cjeu:C-297/17", "cjeu:C-297/17", "cjeu:C-318/17"]),
    ("čl. 2 Protokolu č. 4 k Úmluvě", ["ECHR-P4:2"]),
    ("§ 14 a 15 zákona o azylu", ["cz:325/1999 Sb.:14", "cz:325/1999 Sb.:15"]),
    ("§ 120 zákona č. 326/1999 Sb., o pobytu cizinců na území ČR", ["cz:326/1999 Sb.:120"]),
    ("Výbor OSN proti mučení ve věci Agiza proti Švédsku, č. 233/2003", ["cat:233/2003", "cat:233/2003"]),
    # Slovak.
    ("čl. 33 ods. 1 Dohovoru o právnom postavení utečencov", ["CSR51:33(1)"]),
    ("porušenie čl. 3 a 13 Dohovoru o ochrane ľudských práv a základných slobôd", ["ECHR:3", "ECHR:13"]),
    ("Hirsi Jamaa a iní proti Taliansku [VK], č. 27765/09", ["ecthr:27765/09", "ecthr:27765/09"]),
    ("čl. 15 písm. b) smernice 2011/95/EÚ a čl. 3 ods. 1 nariadenia (EÚ) č. 604/2013",
     ["EU:2011/95:15(b)", "EU:604/2013:3(1)"]),
    ("čl. 19 ods. 2 Charty základných práv Európskej únie", ["CFR:19(2)"]),
    # Romanian, with either form of its letters.
    ("art. 33 alin. (2) din Convenția privind statutul refugiaților", ["CSR51:33(2)"]),
    ("art. 13 din Convenţia pentru apărarea drepturilor omului şi a libertăţilor fundamentale", ["ECHR:13"]),
    ("Saadi împotriva Italiei [MC], cererea nr. 37201/06", ["ecthr:37201/06", "ecthr:37201/06"]),
    ("art. 46 alin. (3) din Directiva 2013/32/UE și art. 47 din Carta drepturilor fundamentale a Uniunii Europene",
     ["EU:2013/32:46(3)", "CFR:47"]),
    ("art. 4 din Protocolul nr. 4 la Convenție", ["ECHR-P4:4"]),
    # What opens a range, and "a", which joins in one language and leads on in others.
    ("articoli da 31 a 33 della direttiva 2013/32/UE", ["EU:2013/32:31", "EU:2013/32:32", "EU:2013/32:33"]),
    ("artículos del 31 al 33 de la Directiva 2013/32/UE", ["EU:2013/32:31", "EU:2013/32:32", "EU:2013/32:33"]),
    ("articoli 2 a 4 CEDU", ["ECHR:2", "ECHR:3", "ECHR:4"]),
    ("статьи с 2 по 4 Конвенции о защите прав человека и основных свобод", ["ECHR:2", "ECHR:3", "ECHR:4"]),
    # A point in quotation marks before its article, and what stands before the next article of a list.
    ("ст. 8, п. 1 «e» ст. 5 Конвенции о защите прав человека", ["ECHR:8", "ECHR:5(1)(e)"]),
    ("artikel 15 a och 15 b i det omarbetade skyddsgrundsdirektivet (2011/95)",
     ["EU:2011/95:15(a)", "EU:2011/95:15(b)"]),
    ("pagulasseisundi konventsiooni artiklitel 31 ja 33", ["CSR51:31", "CSR51:33"]),
    # Half a sentence below a section; an act of "§" has no article behind it.
    ("§§ 75, 113 Abs. 1 Satz 1, 2. Halbsatz, 114 Satz 2 VwGO", ["de:VwGO:75", "de:VwGO:113(1)", "de:VwGO:114"]),
    ("§ 90 BVerfGG, Art. 2 Abs. 2 GG", ["de:BVerfGG:90", "de:GG:2(2)"]),
    ("Art. 1 Abs. 3 des Rahmenbeschlusses 2002/584/JI", ["EU:2002/584:1(3)"]),
    # Names that begin so.
    ("les arrêts El Kott, C-364/11, et Jawo, C-163/17",
     ["cjeu:C-364/11", "cjeu:C-364/11", "cjeu:C-163/17", "cjeu:C-163/17"]),
    ("sprawa Al Chodor (C-528/15). W wyroku Al Chodor Trybunał", ["cjeu:C-528/15", "cjeu:C-528/15", "cjeu:C-528/15"]),
    # Parties of a list, each with its number, name no case.
    ("tra XA (C-297/17), RB (C-318/17) contro Repubblica federale",
     ["cjeu:C-297/17", "cjeu:C-318/17"]),
    # Whose general comment, and of what an article is that it explains.
    ("Le Comité contre la torture lit l'article 3 dans son observation générale n° 4, laquelle abroge"
     " l'observation générale n° 1. Le Comité des droits de l'homme en diffère",
     ["CAT:3", "cat:GC4", "cat:GC1"]),
    ("les protocoles n° 4 (art. 3) et n° 7 (art. 2), additionnels à la Convention européenne des droits de l'homme",
     ["ECHR-P4:3", "ECHR-P7:2", "ECHR"]),
    ("Une détention de plusieurs mois relève de l'article 5 § 4 (Khlaifia et autres c. Italie, n° 16483/12)",
     ["ECHR:5(4)", "ecthr:16483/12", "ecthr:16483/12"]),
    # Irish and Italian acts, Spanish capitals.
    ("s. 16 of the European Arrest Warrant Act, 2003, s. 37 of the Act of 2003 and s. 38 of the said Act",
     ["ie:EAWA2003:16", "ie:EAWA2003:37", "ie:EAWA2003:38"]),
    ("l'art. 12, comma 2, del decreto del Presidente della Repubblica 31 agosto 1999, n. 394",
     ["it:d.P.R. 394/1999:12(2)"]),
    ("ARTÍCULO 57.2 DE LA LEY ORGÁNICA 4/2000", ["es:LO 4/2000:57(2)"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), WRITTEN)
def test_each_form(found, text, targets):
    """What each means, in the order of the text."""
    assert targets == [one.target for one in found(f"{text}.")]


OPEN = [
    # Another act right behind the article, which is none of ours.
    ("čl. 3 odst. 2 nařízení (EU) č. 604/2013. Podle čl. 8 Smlouvy o extradici", "čl. 8"),
    ("art. 3 Konwencji o ochronie praw człowieka. Z art. 5 Traktatu o ekstradycji", "art. 5"),
    ("ст. 3 Конвенции о защите прав человека. По ст. 56 Договора о выдаче", "ст. 56"),
    # The State has a Charter of that name, and the draft has not named the Union's.
    ("čl. 4 Listiny a čl. 3 nařízení (EU) č. 604/2013", "čl. 4 Listiny"),
]


@pytest.mark.parametrize(("text", "article"), OPEN)
def test_left_open(found, text, article):
    """An article of what no register knows stays open."""
    assert [None] == [one.target for one in found(f"{text}.") if one.text == article]


@pytest.mark.parametrize(
    "text", ["Las normas reglamentarias del Tribunal y su reglamentación", "la reforma reglamentaria"]
)
def test_no_rules_of_court(found, text):
    """Words that only begin like a name of the Rules of Court are none."""
    assert [] == list(found(f"{text}."))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Žalobce byl zajištěn, protože podle správního orgánu nebylo možné zvláštní opatření, které je nutné.", "cs"),
        ("Žalobca bol zaistený, pretože podľa správneho orgánu nie je možné opatrenie, ktoré je na mieste.", "sk"),
        ("Reclamantul a fost plasat în custodie, pentru că nu avea un loc în care să fie găsit și este sigur.", "ro"),
        ("Skarżący został zatrzymany, ponieważ nie było możliwe to, co jest na miejscu oraz do tego.", "pl"),
    ],
)  # fmt: skip
def test_its_language(engine, text, language):
    """The small words tell Czech, Slovak and Polish apart."""
    assert language_of(text, engine.languages) == language
