"""Instruments and provisions in the languages of drafts: inflected, by title, by usual name, in each word order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refoulement_lint.engine import open_engine
from refoulement_lint.language import language_of

WRITTEN = [
    ("paragraph 2 of Article 33 of the Refugee Convention", ["CSR51:33(2)"]),
    ("the second paragraph of Article 33 of the Refugee Convention", ["CSR51:33(2)"]),
    ("Article 33 of the Refugee Convention and Article 3 thereof", ["CSR51:33", "CSR51:3"]),
    ("Violation of P4-4 and of A1P1 was found. Prot. 4 Art. 4", ["ECHR-P4:4", "ECHR-P1:1", "ECHR-P4:4"]),
    ("Article One F of the Refugee Convention", ["CSR51:1F"]),
    ("Article 1(F)(b) of the Refugee Convention", ["CSR51:1F(b)"]),
    ("Article 1, Section A(2) of the Refugee Convention", ["CSR51:1A(2)"]),
    ("Art. 1 Abschnitt A Nr. 2 GFK", ["CSR51:1A(2)"]),
    ("Art. 3 Abs. 2 UAbs. 2 Dublin-III-VO", ["EU:604/2013:3(2)"]),
    (
        ("Art. 15 Buchst. c der Richtlinie 2011/95/EU des Europäischen Parlaments und des Rates vom 13. Dezember 2011"),
        ["EU:2011/95:15(c)"],
    ),
    ("Art. 3 und 13 EMRK", ["ECHR:3", "ECHR:13"]),
    ("gemäß Artikel 46 Absatz 5 der Verfahrensrichtlinie 2013/32/EU", ["EU:2013/32:46(5)"]),
    (
        "Verordnung (EU) Nr. 604/2013 und Richtlinien 2011/95/EU, 2013/32/EU und 2013/33/EU",
        ["EU:604/2013", "EU:2011/95", "EU:2013/32", "EU:2013/33"],
    ),
    (
        (
            "art. 46 ust. 5 dyrektywy Parlamentu Europejskiego i Rady 2013/32/UE z dnia 26 "
            "czerwca 2013 r. w sprawie wspólnych procedur udzielania i cofania ochrony "
            "międzynarodowej"
        ),
        ["EU:2013/32:46(5)"],
    ),
    ("art. 3 i 13 Konwencji o ochronie praw człowieka i podstawowych wolności", ["ECHR:3", "ECHR:13"]),
    ("art. 33 ust. 1 Konwencji dotyczącej statusu uchodźców", ["CSR51:33(1)"]),
    ("art. 4 Protokołu nr 4 do Konwencji", ["ECHR-P4:4"]),
    ("l'article 33, paragraphe 1, de la Convention de Genève du 28 juillet 1951", ["CSR51:33(1)"]),
    ("l'article 3 de la CEDH et l'article 4 du Protocole n° 4", ["ECHR:3", "ECHR-P4:4"]),
    ("article 15, sous c), de la directive 2011/95/UE", ["EU:2011/95:15(c)"]),
    ("l'article 46 de la directive procédures", ["EU:2013/32:46"]),
    ("artículo 33.1 de la Convención de Ginebra de 1951", ["CSR51:33(1)"]),
    ("artículos 3 y 13 del CEDH", ["ECHR:3", "ECHR:13"]),
    ("artículo 15, letra c), de la Directiva 2011/95/UE", ["EU:2011/95:15(c)"]),
    ("articolo 19, paragrafo 2, della Carta dei diritti fondamentali dell'Unione europea", ["CFR:19(2)"]),
    ("artt. 3 e 13 CEDU", ["ECHR:3", "ECHR:13"]),
    ("art. 3, comma 2, del regolamento (UE) n. 604/2013", ["EU:604/2013:3(2)"]),
    ("artikel 33.1 i flyktingkonventionen", ["CSR51:33(1)"]),
    ("artikel 4 i fjärde tilläggsprotokollet", ["ECHR-P4:4"]),
    ("artiklarna 3 och 13 i Europakonventionen", ["ECHR:3", "ECHR:13"]),
    ("artikel 46.5 i asylprocedurdirektivet", ["EU:2013/32:46(5)"]),
    ("Euroopan ihmisoikeussopimuksen 3 ja 13 artiklan mukaan", ["ECHR:3", "ECHR:13"]),
    ("pakolaissopimuksen 33 artiklan 1 kohdassa", ["CSR51:33(1)"]),
    ("menettelydirektiivin 46 artiklan 5 kohta", ["EU:2013/32:46(5)"]),
    ("EIS 3 artikla", ["ECHR:3"]),
    ("4. lisäpöytäkirjan 4 artikla ja neljännen lisäpöytäkirjan 4 artiklassa", ["ECHR-P4:4", "ECHR-P4:4"]),
    ("perusoikeuskirjan 19 artiklan 2 kohta", ["CFR:19(2)"]),
    ("Konvencijos dėl pabėgėlių statuso 33 straipsnio 1 dalis", ["CSR51:33(1)"]),
    ("Direktyvos 2013/32/ES 46 straipsnio 5 dalies", ["EU:2013/32:46(5)"]),
    ("Konvencijos ketvirtojo protokolo 4 straipsnis", ["ECHR-P4:4"]),
    ("Konvencijos protokolo Nr. 4 4 straipsnį", ["ECHR-P4:4"]),
    ("Europos Sąjungos pagrindinių teisių chartijos 18 ir 19 straipsniai", ["CFR:18", "CFR:19"]),
    ("Reglamento (ES) Nr. 604/2013 3 straipsnio 2 dalis", ["EU:604/2013:3(2)"]),
    ("Įstatymo „Dėl užsieniečių teisinės padėties“ 67 straipsnis", ["lt:Law on Aliens:67"]),
    ("Konvencijas par bēgļa statusu 33. panta 1. punkts", ["CSR51:33(1)"]),
    ("Eiropas Cilvēktiesību konvencijas 3. un 13. pants", ["ECHR:3", "ECHR:13"]),
    ("Direktīvas 2013/32/ES 46. panta 5. punktā", ["EU:2013/32:46(5)"]),
    ("ES Pamattiesību hartas 18. pantā", ["CFR:18"]),
    (
        ("Konventsiooni artikli 3 alusel ning Genfi pagulasseisundi konventsiooni artikkel 33 lõige 1"),
        ["CSR51:3", "CSR51:33(1)"],
    ),
    ("direktiivi 2013/32/EL artikli 46 lõige 5", ["EU:2013/32:46(5)"]),
    ("Euroopa Liidu põhiõiguste harta artikkel 18", ["CFR:18"]),
    ("статьи 3 и 13 Конвенции о защите прав человека и основных свобод", ["ECHR:3", "ECHR:13"]),
    ("п. 1 ст. 33 Конвенции о статусе беженцев", ["CSR51:33(1)"]),
    ("статья 3 Конвенции против пыток", ["CAT:3"]),
    ("статті 3 Конвенції про захист прав людини і основоположних свобод", ["ECHR:3"]),
    ("пункт 1 статті 33 Конвенції про статус біженців", ["CSR51:33(1)"]),
    ("статья 4 Протокола № 4 к Конвенции", ["ECHR-P4:4"]),
    ("az Emberi Jogok Európai Egyezménye 3. és 13. cikke", ["ECHR:3", "ECHR:13"]),
    ("a Genfi Egyezmény 33. cikkének (1) bekezdése", ["CSR51:33(1)"]),
    ("a 2013/32/EU irányelv 46. cikke", ["EU:2013/32:46"]),
    ("άρθρο 3 της ΕΣΔΑ και άρθρο 33 της Σύμβασης της Γενεύης του 1951", ["ECHR:3", "CSR51:33"]),
    ("recital 25 of Directive 2013/32/EU", ["EU:2013/32:recital 25"]),
    ("recital (25) of Directive 2013/32/EU", ["EU:2013/32:recital 25"]),
    ("recitals (2), (3) and (25) of Directive 2013/32/EU", [f"EU:2013/32:recital {n}" for n in (2, 3, 25)]),
    ("considérants (2) et (3) de la directive 2013/32/UE", ["EU:2013/32:recital 2", "EU:2013/32:recital 3"]),
    ("Erwägungsgrund (25) der Richtlinie 2013/32/EU", ["EU:2013/32:recital 25"]),
    ("Erwägungsgrund 25 der Richtlinie 2013/32/EU", ["EU:2013/32:recital 25"]),
    ("Annex I to Directive 2013/32/EU", ["EU:2013/32:Annex I"]),
    ("article 39 du règlement de la Cour", ["ECtHR-Rules:39"]),
    ("Regel 39 der Verfahrensordnung des Gerichtshofs", ["ECtHR-Rules:39"]),
    ("reguła 39 Regulaminu Trybunału", ["ECtHR-Rules:39"]),
    ("Implementing Decision (EU) 2022/382 and Council Framework Decision 2002/584/JHA", ["EU:2022/382", "EU:2002/584"]),
    (
        (
            "Directive 2013/32/EU of the European Parliament and of the Council of 26 June "
            "2013 on common procedures for granting and withdrawing international protection"
        ),
        ["EU:2013/32"],
    ),
    ("Article 46(5) of Directive 2013/32/EU of the European Parliament and of the Council", ["EU:2013/32:46(5)"]),
]

# Numbers, dates and words of every day, in which nothing is cited.
PROSE = [
    "The invoice no. 2013/32 of 12/05/2024 was paid; call +48 22 625 10 10.",
    "He walked 3 km, waited 13 hours and met 33 people on page 12/32 of the report.",
    "Faktura nr 604/2013 z dnia 3 maja 2013 r.; tel. 0-22 625 10 10.",
    "Die Rechnung Nr. 343/2003 vom 18.02.2003 über 1.234,56 EUR, Zimmer 3.",
    "La facture n° 12/2013 du 3 mai 2013, chambre 33.",
    "Viitattu sivulla 12, 3 ja 13 henkilöä, puh. 09 123 456.",
    "Sąskaita Nr. 12/2013, 3 ir 13 žmonių, 33 dienos, 4 dalis knygos.",
    "Rēķins Nr. 158, 3. un 13. maijs, 6. stāvs.",
    "Счёт № 12/2013 от 3 мая 2013 года, комната 33, 3 и 13 человек.",
    "Рахунок № 12/2013 від 3 травня 2013 року, кімната 33.",
    "A számla száma 12/2013, 3. és 13. emelet.",
    ("He fled on 26 June 2013 with 2 children aged 4 and 13; he has card A/12 and badge GC 4."),
    ("The European border agency held a meeting under a directive of the minister; a regulation was posted."),
    "She sings in the choir of the Geneva school and attends a convention on toys.",
    "This is part 3 of the series; see report no. 12/20 and resolution of the problem.",
    "Er wohnt Grenze Polen/Litauen, Zimmer 4, und/oder Deutschland/Polen.",
    "Kirja artikla on lehdessä, 5 kohta. Straipsnis laikraštyje.",
    "Case 12 of wine, letter C 12/13 is lost; COM port 3 and SWD file.",
    "In point 3 the doctor notes pain; recital of poems; Annex I to this brief.",
    "Dyrekcja szpitala wydała kartę nr 4; protokół nr 3 z wizyty; konwencja stylistyczna.",
    "Protokoll nr 4 från mötet; direktiv till personalen; förordningen om parkering.",
    ("Il protocollo n. 4 della riunione; la direttiva del preside; il regolamento del condominio."),
    "El protocolo nº 4 del hospital; la directiva del club; el reglamento del edificio.",
    ("Protocol no. 3 of the meeting was signed; the Protocol No. 36 on transitional provisions."),
    "Pöytäkirja nro 4 kokouksesta; asetus pysäköinnistä.",
]


class TestLanguages:
    @pytest.mark.parametrize(("text", "targets"), WRITTEN)
    def test_each_language(self, found, text, targets):
        """
        What is written means these provisions and instruments, in the order of the text.
        """
        assert targets == [one.target for one in found(f"It was said: {text} - and so on.")]

    @pytest.mark.parametrize("text", PROSE)
    def test_prose_without_citations(self, found, text):
        """
        A number beside a word that also names a treaty is not a citation.
        """
        assert [] == [one.text for one in found(f"It was said: {text} - and so on.")]


# How a court of each country writes one article of the European Convention.
CANONICAL = [
    "Article {} of the European Convention on Human Rights",
    "article {} de la Convention européenne des droits de l'homme",
    "Art. {} EMRK",
    "art. {} Konwencji o ochronie praw człowieka i podstawowych wolności",
    "Žmogaus teisių ir pagrindinių laisvių apsaugos konvencijos {} straipsnis",
    "Eiropas Cilvēktiesību konvencijas {}. pants",
    "Euroopa inimõiguste konventsiooni artikkel {}",
    "Euroopan ihmisoikeussopimuksen {} artikla",
    "artikel {} i Europakonventionen",
    "статья {} Конвенции о защите прав человека и основных свобод",
    "стаття {} Конвенції про захист прав людини і основоположних свобод",
    "artículo {} del Convenio Europeo de Derechos Humanos",
    "articolo {} della Convenzione europea dei diritti dell'uomo",
    "az Emberi Jogok Európai Egyezménye {}. cikke",
    "άρθρο {} της ΕΣΔΑ",
]


class TestRoundTrip:
    @given(written=st.sampled_from(CANONICAL), article=st.integers(1, 59))
    @settings(max_examples=60)
    def test_article_of_the_convention(self, engine_found, written, article):
        """
        What a court writes is read as that article, whichever the language.
        """
        assert [f"ECHR:{article}"] == [one.target for one in engine_found(f"Cf. {written.format(article)}; more.")]

    @given(number=st.integers(1, 999), year=st.integers(1990, 2023), article=st.integers(1, 99))
    @settings(max_examples=60)
    def test_article_of_a_directive(self, engine_found, number, year, article):
        """
        A directive is known by its number, whether or not the register holds it.
        """
        text = f"Cf. Article {article} of Directive {year}/{number}/EU; more."

        assert [f"EU:{year}/{number}:{article}"] == [one.target for one in engine_found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Cudzoziemca zawrócono na Białoruś.", "pl"), ("Cizinec byl vrácen na hranici před čtyřmi dny.", "cs")],
)
def test_language_by_its_own_letters(text: str, expected: str) -> None:
    """
    Of two languages with as many of their small words in a text the one whose letters stand in it.
    """
    assert expected == language_of(text, open_engine().languages)
