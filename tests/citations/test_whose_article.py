"""Whose an article is where the draft says who is addressed, what stands before, and how a list goes on."""

import pytest

COURT = "# EUROPEAN COURT OF HUMAN RIGHTS\n\n{}\n"
HEADS = {
    "en": "# EUROPEAN COURT OF HUMAN RIGHTS",
    "fr": "À LA COUR EUROPÉENNE DES DROITS DE L'HOMME",
    "de": "An den Europäischen Gerichtshof für Menschenrechte, Straßburg",
    "it": "**CORTE EUROPEA DEI DIRITTI DELL'UOMO**",
    "pl": "EUROPEJSKI TRYBUNAŁ PRAW CZŁOWIEKA",
    "ru": "Европейский Суд по правам человека",
    "lt": "Europos Žmogaus Teisių Teismui",
    "lv": "Eiropas Cilvēktiesību tiesai",
}
# The article behind a treaty that the draft names in passing, in a draft to the Strasbourg Court.
LOCATED = [
    ("en", "The Convention on the Rights of the Child, ratified in 1992, requires in Article 3 a test.", "CRC:3"),
    ("en", "The Torture Convention, by contrast, plays no part in Article 3 cases.", "ECHR:3"),
    ("en", "Unlike the Refugee Convention, the protection in Article 3 is absolute.", "ECHR:3"),
    ("en", "The Torture Convention was named; the applicant, whose Article 3 claim failed, appeals.", "ECHR:3"),
    ("fr", "La Convention relative aux droits de l'enfant impose, à l'article 3, ce critère.", "CRC:3"),
    ("fr", "La Convention contre la torture, dont l'article 3 vise le refoulement, lie l'État.", "CAT:3"),
    ("de", "Die Kinderrechtskonvention verlangt in Art. 3 Rücksicht.", "CRC:3"),
    ("de", "Die Antifolterkonvention, deren Art. 3 das Refoulement verbietet, gilt.", "CAT:3"),
    ("de", "Das Übereinkommen von Istanbul gilt. Dessen Art. 60 verlangt mehr.", "Istanbul:60"),
    ("it", "La Convenzione sui diritti del fanciullo chiede all'art. 3 di guardare al minore.", "CRC:3"),
    ("pl", "Konwencja o prawach dziecka, której art. 3 chroni dzieci, wiąże Polskę.", "CRC:3"),
    ("ru", "Конвенция о правах ребёнка в статье 3 требует этого.", "CRC:3"),
    ("lt", "Konvencija prieš kankinimą, kurios 3 straipsnis draudžia, galioja.", "CAT:3"),
    ("lv", "Konvencija pret spīdzināšanu, kuras 3. pants aizliedz, ir spēkā.", "CAT:3"),
]
RULES = [
    ("it", "Si chiede la priorità ai sensi dell'art. 41 del Regolamento.", "ECtHR-Rules:41"),
    ("it", "Il Regolamento (UE) n. 604/2013 vale; l'art. 17 del Regolamento lo dice.", "EU:604/2013:17"),
    ("pl", "Na podstawie art. 39 Regulaminu Trybunał wskazał środek.", "ECtHR-Rules:39"),
]
LISTS = [
    ("Articles 3, 5 §§ 1 and 4, 8 and 13 of the ECHR", ["3", "5(1)", "5(4)", "8", "13"]),
    ("Articles 3, 5 §§ 1, 4, 8 and 13 ECHR", ["3", "5(1)", "5(4)", "8", "13"]),
    ("Articles 6 §§ 1 and 3 and 13 of the ECHR", ["6(1)", "6(3)", "13"]),
    ("Articles 5 §§ 1, 2 and 4 ECHR", ["5(1)", "5(2)", "5(4)"]),
    ("Article 5 §§ 1 and 8 ECHR", ["5(1)", "5(8)"]),
    ("Wegen Art. 3, 5 Abs. 1, 2 und 4, 8 und 13 EMRK", ["3", "5(1)", "5(2)", "5(4)", "8", "13"]),
    ("Die Art. 5 Abs. 1, 8 und 13 EMRK", ["5(1)", "8", "13"]),
    ("des articles 2, 6 §§ 1 et 3, 8 et 13 de la CEDH", ["2", "6(1)", "6(3)", "8", "13"]),
    ("degli artt. 6 §§ 1 e 3 e 8 CEDU", ["6(1)", "6(3)", "8"]),
    ("de los artículos 3, 5 §§ 1 y 4, 8 y 13 del CEDH", ["3", "5(1)", "5(4)", "8", "13"]),
    ("Naruszenie art. 3, art. 5 § 1, 2 i 4, 8 oraz 13 EKPC", ["3", "5(1)", "5(2)", "5(4)", "8", "13"]),
    ("Нарушение статей 3, 5 §§ 1 и 4, 8 и 13 ЕКПЧ", ["3", "5(1)", "5(4)", "8", "13"]),
]
# Words before a name, words that are none, and what else stands beside.
CASES = [
    ("C'est tout l'apport de F.G. c. Suède, no 43611/11.", [("F.G. c. Suède", "ecthr:43611/11", None)]),
    ("Tel fut l'objet d'A.A. c. France, no 18039/11.", [("A.A. c. France", "ecthr:18039/11", None)]),
    (
        "Comité contre la torture, Mutombo c. Suisse (no 13/1993, 27 avril 1994) et Alan c. Suisse (no 21/1995).",
        [("Mutombo c. Suisse", "cat:13/1993", None), ("Alan c. Suisse", "cat:21/1995", None)],
    ),
    (
        "EGMR, Tarakhel ua. gg. Schweiz (GK), Nr. 29217/12, Rz 99.",
        [("Tarakhel ua. gg. Schweiz", "ecthr:29217/12", "§ 99")],
    ),
    ("Saadi gg Italien, Nr. 37201/06, Rz. 125.", [("Saadi gg Italien", "ecthr:37201/06", "§ 125")]),
    ("Sharifi c. Italia e Grecia, n. 16643/09, 1° ottobre 2014, § 210.",
     [("Sharifi c. Italia e Grecia", "ecthr:16643/09", "§ 210")]),
    ("Khlaifia y otros c. Italia, 1.º de septiembre de 2015, § 70.",
     [("Khlaifia y otros c. Italia", "ecthr:16483/12", "§ 70")]),
    ("Vgl. VfSlg. 19.215/2010.", [("VfSlg. 19.215/2010", "at:VfSlg 19215/2010", None)]),
    ("Noslēgumā, pret Latviju ir sūdzība. Finalement, contre la France, une requête. Zudem gegen Polen.", []),
]  # fmt: skip


def target_of_last(found, text):
    return [one.target for one in found(text) if one.written.kind == "provision"][-1]


class TestWhoseArticle:
    def test_the_court_that_is_addressed_has_the_bare_articles(self, found):
        """
        A treaty named in passing takes none of them, before it or behind it.
        """
        text = COURT.format(
            "The complaint under Article 3.\n\nRomania has ratified UNCAT. Article 3 of UNCAT says the same.\n\n"
            "Article 3 is absolute. Article 8 is breached too."
        )
        targets = [one.target for one in found(text) if one.written.kind == "provision"]
        assert targets == ["ECHR:3", "CAT:3", "ECHR:3", "ECHR:8"]

    @pytest.mark.parametrize(("language", "sentence", "target"), LOCATED + RULES)
    def test_what_stands_before(self, found, language, sentence, target):
        """
        What a sentence says of another instrument is that instrument's, in a draft to the Court too.
        """
        assert target_of_last(found, f"{HEADS[language]}\n\n{sentence}\n") == target

    def test_a_longer_name_is_not_the_convention(self, found):
        """
        "MARPOL Convention" and "Übereinkommen von Oviedo" are treaties that no register here has.
        """
        for name in ("the MARPOL Convention", "das Übereinkommen von Oviedo", "das Haager-Übereinkommen"):
            text = COURT.format(f"Article 3 of the ECHR. Moreover {name} applies.")
            assert [one.target for one in found(text)] == ["ECHR:3"]

    @pytest.mark.parametrize(("text", "articles"), LISTS)
    def test_lists_go_on_behind_paragraphs(self, found, text, articles):
        """
        Behind the "and" that closes the paragraphs of one article stands the next article.
        """
        assert [one.target for one in found(f"{text}.") if one.target] == [f"ECHR:{one}" for one in articles]

    @pytest.mark.parametrize(("text", "cases"), CASES)
    def test_names(self, found, text, cases):
        """
        No word before a name is part of it, no word of the sentence is a name, and the day is no part of the name.
        """
        named = [one for one in found(text) if one.written.kind == "case"]
        assert [(one.written.text, one.target, one.pinpoint) for one in named] == cases

    def test_ibid_with_a_name_beside_means_that(self, found):
        """
        "Ibid. (F.G. c. Suède)" is not what was cited last.
        """
        text = "F.G. c. Suède [GC], no 43611/11, § 113. J.K. c. Suède, no 59166/12. Ibid. (F.G. c. Suède), § 53."
        assert [one.target for one in found(text) if one.written.form == "ibid"] == ["ecthr:43611/11"]

    def test_the_drafts_own_name_of_an_act(self, found):
        """
        "the Frontex Regulation" is the act that the draft has so called, whatever the name means today.
        """
        text = 'Regulation (EU) 2016/1624 ("the Frontex Regulation") governs. Article 34 of the Frontex Regulation.'
        assert {one.target for one in found(text)} == {"EU:2016/1624", "EU:2016/1624:34"}


# Drafts of five paragraphs that call one act so, name another in passing, and come back to the first.
BY_HABIT = [
    "Directive 2008/115/EC governs.\n\nThe Directive binds.\n\nShe is housed under Directive 2013/33/EU.\n\n"
    "She is ill.\n\nArticle 13(4) of the Directive says so.",
    "La directive 2008/115/CE régit l'espèce.\n\nLa directive lie.\n\nElle est logée selon la directive 2013/33/UE.\n\n"
    "Elle est malade.\n\nL'article 13, paragraphe 4, de la directive le dit.",
    "Stosuje się dyrektywę 2008/115/WE.\n\nDyrektywa wiąże.\n\nMieszka na podstawie dyrektywy 2013/33/UE.\n\n"
    "Jest chora.\n\nMówi o tym art. 13 ust. 4 dyrektywy.",
    "Применима Директива 2008/115/ЕС.\n\nДиректива обязывает.\n\nОна живёт по Директиве 2013/33/ЕС.\n\n"
    "Она больна.\n\nОб этом говорит пункт 4 статьи 13 Директивы.",
]


@pytest.mark.parametrize("text", BY_HABIT)
def test_an_act_keeps_the_name_that_the_draft_gave_it(found, text):
    """ "The Directive" is the one so called when it was alone, and another only near its own number."""
    last = [one.target for one in found(text) if one.written.kind == "provision"][-1]
    near = text.replace("\n\nShe is ill.", "").replace("\n\nElle est malade.", "")
    near = near.replace("\n\nJest chora.", "").replace("\n\nОна больна.", "")
    named_last = [one.target for one in found(near) if one.written.kind == "provision"][-1]

    assert last == "EU:2008/115:13(4)"
    assert named_last == "EU:2013/33:13(4)"


# A convention that nobody knows here, in a draft under the European Convention; and what is still the latter.
OF_ANOTHER = [
    ("Pieteicējs atsaucas uz Eiropas Cilvēktiesību konvenciju. Hāgas konvencijas 3. pants.", None),
    ("Pieteicējs atsaucas uz Eiropas Cilvēktiesību konvenciju. Pārkāpts konvencijas 3. pants.", "ECHR:3"),
    ("Pareiškėjas remiasi Europos žmogaus teisių konvencija. Hagos konvencijos 3 straipsnis.", None),
    ("Pareiškėjas remiasi Europos žmogaus teisių konvencija. Pažeistas konvencijos 3 straipsnis.", "ECHR:3"),
    ("Заявитель ссылается на Европейскую конвенцию о защите прав человека. Статья 3 Гаагской конвенции.", None),
    ("Заявитель ссылается на Европейскую конвенцию о защите прав человека. Статья 3 этой Конвенции.", "ECHR:3"),
    ("Skarżący powołuje się na Konwencję o ochronie praw człowieka. Art. 3 Konwencji haskiej.", None),
    ("Skarżący powołuje się na Konwencję o ochronie praw człowieka. Art. 3 Konwencji.", "ECHR:3"),
    ("Der Kläger beruft sich auf die EMRK. Artikel 3 der Haager Konvention.", None),
    ("Der Kläger beruft sich auf die EMRK. Artikel 3 der Konvention.", "ECHR:3"),
]
EXTRADITION = [
    ("Article 3 of the European Convention on Extradition bars it.", "ECE:3"),
    ("Article 61 of the Minsk Convention bars it.", "Minsk:61"),
    ("Article 3 de la Convention européenne d'extradition.", "ECE:3"),
    ("Art. 56 Konwencji mińskiej.", "Minsk:56"),
    ("Статья 3 Европейской конвенции о выдаче.", "ECE:3"),
    ("Статья 56 Конвенции о правовой помощи.", "Minsk:56"),
    ("Europos konvencijos dėl ekstradicijos 3 straipsnis.", "ECE:3"),
    ("Eiropas konvencijas par izdošanu 3. pants.", "ECE:3"),
    ("Artikel 3 des Europäischen Auslieferungsübereinkommens.", "ECE:3"),
]
# How the Court of Justice counts what has no number; German counts every paragraph.
COUNTED = [
    ("the second paragraph of Article 47 of the Charter", "CFR:47(2)", "verified"),
    ("Article 47, second paragraph, of the Charter", "CFR:47(2)", "verified"),
    ("the fourth paragraph of Article 47 of the Charter", "CFR:47(4)", "impossible"),
    ("Article 47(2) of the Charter", "CFR:47(2)", "impossible"),
    ("Artikel 47 Absatz 2 der Charta", "CFR:47(2)", "verified"),
    ("Art. 3 Abs. 1 EMRK", "ECHR:3(1)", "impossible"),
    ("Hartas 47. panta otrā daļa", "CFR:47(2)", "verified"),
    ("абзац второй статьи 47 Хартии", "CFR:47(2)", "verified"),
]


@pytest.mark.parametrize(("text", "target"), OF_ANOTHER)
def test_a_convention_of_another_name_is_another(found, text, target):
    """A name that no register has makes it no European Convention, and nothing is verified under that."""
    assert target == found(text)[-1].target


@pytest.mark.parametrize(("text", "target"), EXTRADITION)
def test_treaties_on_extradition(found, text, target):
    """The treaties on which a State surrenders are not the Convention on human rights."""
    assert target in {one.target for one in found(COURT.format(text))}


@pytest.mark.parametrize(("text", "target", "status"), COUNTED)
def test_paragraphs_without_numbers_are_counted(found, text, target, status):
    """What is counted in words exists as far as the text has so many; a number is none of the article's."""
    assert (target, status) in {(one.target, one.status) for one in found(f"See {text}.")}


def test_a_capital_with_a_dot_is_no_other_word(found):
    """A Turkish keyboard writes "İ": folded as everywhere, it is the same word."""
    text = "Article 8 of the European Convention on Human Rights. ARTICLE 3 OF THE CONVENTİON."
    assert {"ECHR:8"} <= {one.target for one in found(text)}
