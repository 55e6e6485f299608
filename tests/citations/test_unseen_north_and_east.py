"""Forms of eight northern and eastern languages, each seen in texts that nobody here had read before."""

import pytest

WRITTEN = [
    # Latvian: rules and paragraphs by their words, an act by its older name and number, what an article is about.
    ("Eiropas Cilvēktiesību konvencijas 34.panta 3.paragrāfs un Eiropas Cilvēktiesību tiesas reglamenta 36.noteikums",
     ["ECHR:34(3)", "ECtHR-Rules:36"]),
    ("Kvalificēšanas direktīvas (2011/95/ES) 15. pantā (smags kaitējums) un 21. pantā (neizraidīšana)",
     ["EU:2011/95", "EU:2011/95", "EU:2011/95:15", "EU:2011/95:21"]),
    ("Eiropas Cilvēktiesību un pamatbrīvību aizsardzības konvencijas 5. pants", ["ECHR:5"]),
    ("ES Pamattiesību hartas 18. pants; Direktīvas 2011/95/ES 18. pants. ES Pamattiesību hartā ir garantētas"
     " tiesības (18. pants)", ["CFR:18", "EU:2011/95:18", "CFR", "CFR:18"]),
    # Estonian.
    ("Euroopa Inimõiguste Kohtu M.A. vs. Eesti (46173/18): konventsiooni artikli 5 (õigus vabadusele) ja artikli 13"
     " (õiguskaitsevahend) rikkumine", ["ecthr:46173/18", "ecthr:46173/18", "ECHR:5", "ECHR:13"]),
    ("VRKS §-le 14 ning VRKS § 9 lõike 1 punktile 3", ["ee:VRKS:14", "ee:VRKS:9(1)(3)"]),
    ("otsusega asjas 3-19-1234", ["ee:3-19-1234"]),
    # Lithuanian: the Charter heads its articles in a headnote as an act of the Union does.
    ("Europos Sąjungos pagrindinių teisių chartija – 19 straipsnis – Direktyva 2013/32/ES – 9 straipsnis",
     ["CFR", "CFR:19", "EU:2013/32", "EU:2013/32:9"]),
    # Finnish: the mark of a note flattened, framework decisions, long titles.
    ("kidutuksen ja muun julman, epäinhimillisen tai halventavan kohtelun tai rangaistuksen vastaisen"
     " yleissopimuksen(4) 3 artiklan 1 kappale", ["CAT:3(1)"]),
    ("direktiivin 2013/32/EU(2) 46 artiklan 3 kohta", ["EU:2013/32:46(3)"]),
    ("ihmisoikeussopimuksen 8 artiklan mukaan", ["ECHR:8"]),
    ("neuvoston puitepäätöstä 2002/584/YOS sovelletaan. Puitepäätöksen 4 artiklan 6 kohta",
     ["EU:2002/584", "EU:2002/584:4(6)"]),
    # Polish: abbreviations without their stop, a point in a capital, points of one paragraph, the gazette alone.
    ("art. 35 ust 3 Konwencji, Europejski Trybunał Praw Człowieka", ["ECHR:35(3)"]),
    ("art. 5 ust. 1 lit. E) EKPC", ["ECHR:5(1)(e)"]),
    ("art. 303 ust. 1 pkt 2 i 11 ustawy o cudzoziemcach", ["pl:UoC:303(1)(2)", "pl:UoC:303(1)(11)"]),
    ("Dz.U. 1997 nr 78 poz 483 art. 30, art. 41 ust. 1", ["pl:Konst:30", "pl:Konst:41(1)"]),
    ("Konstytucja RP (Dz.U. 1997 nr 78 poz. 483)", ["pl:Konst"]),
    # Russian: the treaty named above and not the one defined.
    ("Конвенция о защите прав человека и основных свобод (далее - Конвенция). Конвенция против пыток и статьи 3 и 14"
     " вышеназванной конвенции", ["ECHR", "ECHR", "CAT", "CAT:3", "CAT:14"]),
    ("статья 31 Конвенции ООН 1951 года о статусе беженцев", ["CSR51:31"]),
    ("Комитет против пыток в соответствии со статьей 22 Конвенции против пыток и других жестоких, бесчеловечных или"
     " унижающих достоинство видов обращения и наказания (пятьдесят первая сессия) относительно Сообщения № 475/2011",
     ["CAT:22", "cat:475/2011"]),
    # Swedish: the compound of another case is no part of a name.
    ("Se Elgafaji-domen och Saadi mot Italien", ["cjeu:C-465/07", "ecthr:37201/06"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), WRITTEN)
def test_each_form(found, text, targets):
    """
    What is written means these, in the order of the text.
    """
    assert targets == [one.target for one in found(f"{text}.")]


@pytest.mark.parametrize(
    "text",
    [
        "Ministru kabineta 2021. gada noteikumu 28. punkts un 36. noteikums par cenām.",
        "Sąd w Dz.U. 1997 nr 78 poz. 484 ogłosił rozporządzenie.",
    ],
)
def test_prose(found, text):
    """
    What only looks like a rule of the Court or the Constitution is none.
    """
    assert [] == list(found(text))
