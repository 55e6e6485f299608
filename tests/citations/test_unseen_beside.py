"""Classes that two more sets of the north and east showed: what stands between a name, its act and its articles."""

import pytest

WRITTEN = [
    # The act's title and its place in the Official Journal stand before its articles; what amends it is not meant.
    ("direktiivin 2004/83/EY vähimmäisvaatimuksista (EUVL L 304, 30.9.2004, s. 12) 15 artiklan c alakohta",
     ["EU:2004/83", "EU:2004/83:15(c)"]),
    ("Padomes Direktīvas 2003/9/EK, ar ko nosaka standartus (OV 2003, L 31, 18. lpp.), 7. panta 3. punkts un 16. pants",
     ["EU:2003/9", "EU:2003/9:7(3)", "EU:2003/9:16"]),
    ("direktyvos 2011/51/ES, kuria iš dalies keičiama Tarybos direktyva 2003/109/EB (OL 2011 L 132, p. 1), "
     "1 straipsnio 7 dalis", ["EU:2011/51", "EU:2003/109", "EU:2011/51:1(7)"]),
    ("Nõukogu direktiivi 2005/85/EÜ miinimumnõuete kohta (ELT 2005, L 326, lk 13) artikli 39 lõige 1",
     ["EU:2005/85", "EU:2005/85:39(1)"]),
    # Its short name in brackets, and who adopted it.
    ("Den europeiske menneskerettskonvensjonen (EMK) artikkel 8 og artikkel 13", ["ECHR", "ECHR", "ECHR:8", "ECHR:13"]),
    ("enligt artikel 9 i rådets direktiv 2003/9/EG och artikel 18 i kommissionens förordning (EG) nr 1560/2003",
     ["EU:2003/9:9", "EU:1560/2003:18"]),
    ("artikel 2 k) och artikel 21 i Europaparlamentets och rådets direktiv 2013/33/EU",
     ["EU:2013/33:2(k)", "EU:2013/33:21"]),
    ("artikel 3 i FN´s konvention mod tortur", ["CAT:3"]),
    # The recast act, whatever other act the draft numbers.
    ("Pārstrādātās Kvalifikācijas direktīvas 15. panta c) punkts; Direktīva 2004/83/EK",
     ["EU:2011/95:15(c)", "EU:2004/83"]),
    ("Artykuł 4 ust. 1 przekształconej dyrektywy kwalifikacyjnej, dawniej dyrektywa 2004/83/WE",
     ["EU:2011/95:4(1)", "EU:2004/83"]),
    # Paragraphs, each with its word behind it; a letter in brackets before that word.
    ("direktiivin 2013/33/EU 8 artiklan 2 kohta ja 3 kohdan a alakohta", ["EU:2013/33:8(2)", "EU:2013/33:8(3)(a)"]),
    ("Direktīvas 2013/32/ES 46. panta 1. punkta a) apakšpunkts un 3. punkts",
     ["EU:2013/32:46(1)(a)", "EU:2013/32:46(3)"]),
    ("menettelydirektiivin 2013/32/EU 33 artiklan 2(a) kohta", ["EU:2013/32:33(2)(a)"]),
    ("EIT:n työjärjestyksen sääntö 39 ja säännön 47", ["ECtHR-Rules:39"]),
    # The Treaty on European Union.
    ("ELL artikli 6 lõige 3", ["TEU:6(3)"]),
    ("LES 2. panta 1. punkts, SEU 6 artiklan 1 kohta", ["TEU:2(1)", "TEU:6(1)"]),
    ("LES DROITS, SEU NOME", []),
    # Of "its" article is what the sentence has just named.
    ("art. 13 EKPC i art. 2 Konwencji przeciwko torturom, w związku z jej art. 3 i art. 4 Protokołu nr 4",
     ["ECHR:13", "CAT:2", "CAT:3", "ECHR-P4:4"]),
    # Names behind the number of a section, in words that introduce them, behind a dash, and numbers in wide brackets.
    ("3.1.2 Saadi mot Italien, nr 37201/06", ["ecthr:37201/06", "ecthr:37201/06"]),
    ("Lieta Paposhvili pret Beļģiju; Byla Tarakhel prieš Šveicariją", ["ecthr:41738/10", "ecthr:29217/12"]),
    ("F.G. mot Sverige ( nr 43611/11 ), J.K. m.fl. mot Sverige ( 59166/12 )",
     ["ecthr:43611/11", "ecthr:43611/11", "ecthr:59166/12", "ecthr:59166/12"]),
    ("Мумин Насиров против Республики Казахстан — Сообщение № 475/2011", ["cat:475/2011", "cat:475/2011"]),
    # Parties in a sentence of their own behind their number, where the register has them for it, without its stop.
    ("Lieta C-163/17. Jawo pret Vāciju.", ["cjeu:C-163/17", "cjeu:C-163/17"]),
    ("Byla C-36/17. Daher Muse Ahmed prieš Bundesrepublik Deutschland.", ["cjeu:C-36/17", "cjeu:C-36/17"]),
    ("Decided in C-163/17. Smith v Jones is another matter.", ["cjeu:C-163/17"]),
    # Short forms in quotation marks of their own.
    ("Справа «Байсаков та інші проти України» (заява № 54131/08). Див. «Байсаков та інші», пункт 49.",
     ["ecthr:54131/08", "ecthr:54131/08", "ecthr:54131/08"]),
    ("В деле «Кабулов против Украины» (жалоба № 41015/04). В деле «Кабулов» Суд указал иное.",
     ["ecthr:41015/04", "ecthr:41015/04", "ecthr:41015/04"]),
    # Yearbook numbers and the Supreme Court of Estonia by its number alone.
    ("KHO vuosikirjapäätöksissään 2013:23 ja 2014:112, KKO ennakkopäätöksissään 2012:11",
     ["fi:KHO:2013:23", "fi:KHO:2014:112", "fi:KKO:2012:11"]),
    ("kulusid saab sisse nõuda (3-3-1-56-13)", ["ee:3-3-1-56-13"]),
]  # fmt: skip

# Paragraphs, and the provisions of the last of them.
BELOW = [
    # What the sentence itself names, or the paragraph has just said, and not what another paragraph has.
    (["Kidutuksen vastaisen sopimuksen 3 artikla kieltää palauttamisen.",
      "Euroopan ihmisoikeussopimus ei salli poikkeuksia 3 artiklasta."], ["ECHR:3"]),
    (["EMRK artikel 13 giver ret til effektive retsmidler, jf. Saadi mod Italien, nr. 37201/06.",
      "Udvisning rejser spørgsmål i forhold til artikel 13 i ICCPR. Ifølge artikel 13 skal den ske ved lov."],
     ["ICCPR:13", "ICCPR:13"]),
    # An act by its usual name in a paragraph of years in which it had replaced the one numbered above.
    (["Dublin-forordningen (Rådets forordning nr. 343/2003/EF) gjaldt dengang.",
      "I maj 2025 blev han overført, jf. Dublinforordningens artikel 18, stk. 1, litra b, og forordningens art. 17, "
      "stk. 1."],
     ["EU:604/2013:18(1)(b)", "EU:604/2013:17(1)"]),
    (["Dublin-forordningen (Rådets forordning nr. 343/2003/EF) gjaldt dengang.",
      "Han blev overført efter Dublinforordningens artikel 16."], ["EU:343/2003:16"]),
    # Numbered only further down, by another part of the draft.
    (["Määritelmädirektiivin 23 artiklan 2 kohta koskee perheenjäseniä."], ["EU:2011/95:23(2)"]),
    # "The Convention" before the draft defines it is the one that the paragraph has named.
    (["Sherov i Inni przeciwko Polsce (nr 54029/17), art. 34 Europejskiej Konwencji Praw Człowieka („Konwencja”).",
      "Na podstawie art. 1 ust. A pkt 2 Konwencji Genewskiej oraz art. 1 ust. D Konwencji."],
     ["CSR51:1A(2)", "CSR51:1D"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), WRITTEN)
def test_written(found, text, targets):
    """
    Every citation of the text, in order, and nothing else.
    """
    assert [one.target for one in found(text)] == targets


@pytest.mark.parametrize(("paragraphs", "targets"), BELOW)
def test_below(found, paragraphs, targets):
    """
    The provisions of the last paragraph, by what it and the paragraphs before it name.
    """
    text = "\n\n".join(paragraphs)
    last = len(text) - len(paragraphs[-1])
    assert [one.target for one in found(text) if one.kind == "provision" and one.start >= last] == targets
