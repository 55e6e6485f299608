"""Somebody else in one clause and the draft's own person in the next; and words that only look like a rule."""

from __future__ import annotations

import pytest

from tests.facts.test_actor import STORY, told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "After his brother had been shot, he was locked up in a cell for a month."),
        ("fr", "Après que son frère a été tué, il a été détenu pendant un mois dans une cellule."),
        ("de", "Nachdem sein Bruder getötet worden war, wurde er einen Monat lang in einer Zelle inhaftiert."),
        ("pl", "Po tym, jak jego brat został zabity, przez miesiąc był przetrzymywany w areszcie."),
        ("lt", "Po to, kai jo brolis buvo nužudytas, jis mėnesį buvo kalinamas."),
        ("lv", "Pēc tam, kad viņa brālis tika nogalināts, viņu mēnesi turēja cietumā."),
        ("ru", "После того как его брат был убит, его месяц держали под стражей."),
    ],
)
def test_kin_in_the_opening_clause(language: str, text: str) -> None:
    """The main clause tells of the draft's own person, and so does the paragraph that goes on."""
    assert told(STORY[language], text, name="detention")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Gdy jego brat, który służył w wojsku, był przetrzymywany w areszcie, mieszkał w Warszawie."),
        ("lt", "Kai jo brolis buvo kalinamas, jis gyveno Vilniuje."),
        ("lv", "Kad viņa brāli turēja cietumā, viņš dzīvoja Rīgā."),
        ("ru", "Когда его брат был под стражей, он жил в Варшаве."),
    ],
)
def test_what_the_opening_clause_tells_is_of_kin(language: str, text: str) -> None:
    """What befell somebody else in it is no more the draft's own than before."""
    assert not told(STORY[language], text, name="detention")


@pytest.mark.parametrize(
    ("language", "text", "own"),
    [
        ("de", "Sein Nachbar sagte als Zeuge aus, dass {} einen Monat lang inhaftiert war.", "der Kläger"),
        ("pl", "Sąsiad skarżącego zeznał jako świadek, że {} był przez miesiąc przetrzymywany w areszcie.", "skarżący"),
        ("lt", "Pareiškėjo kaimynas, apklaustas kaip liudytojas, parodė, kad {} mėnesį buvo kalinamas.", "pareiškėjas"),
        ("lv", "Pieteicējas kaimiņš liecināja, ka {} aizturēja robežsargi.", "pieteicēju"),
        ("ru", "Сосед заявителя показал как свидетель, что {} месяц держали под стражей.", "заявителя"),
    ],
)
def test_somebody_near_is_a_witness(language: str, text: str, own: str) -> None:
    """What a witness says of the draft's own person is that person's; of "him" it may be the witness's own."""
    someone = {"de": "er", "pl": "on", "lt": "jis", "lv": "viņu", "ru": "его"}[language]
    assert told(STORY[language], text.format(own), name="detention")
    assert not told(STORY[language], text.format(someone), name="detention")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "pl",
            "Jego telefon został rozbity, a jego samego pobili strażnicy graniczni przy płocie.",
            "violence-at-border",
        ),
        ("pl", "Chociaż nie był karany, skarżący przez miesiąc był przetrzymywany w areszcie.", "detention"),
        ("lt", "Nors nebuvo teistas, pareiškėjas mėnesį buvo kalinamas.", "detention"),
        ("lv", "Lai gan nebija sodīts, pieteicēju mēnesi turēja cietumā.", "detention"),
        ("lv", "Tiesa konstatēja, ka pieteicēju mēnesi turēja cietumā.", "detention"),
        ("lt", "Teismas pripažino, kad pareiškėjas mėnesį buvo kalinamas.", "detention"),
        ("ru", "Суд признал, что заявителя месяц держали под стражей.", "detention"),
        (
            "ru",
            "Как следует из рапорта, высылка проведена без какого-либо письменного решения.",
            "no-written-decision",
        ),
        ("ru", "Его не раз держали под стражей.", "detention"),
        ("ru", "Тем не менее его месяц держали под стражей.", "detention"),
        ("pl", "Był nie tylko przetrzymywany w areszcie.", "detention"),
        ("lt", "Jis ne kartą buvo kalinamas.", "detention"),
        ("lt", "Turkija nėra saugi šalis, nes ten pareiškėjas mėnesį buvo kalinamas.", "detention"),
        (
            "pl",
            "Malezja nie jest stroną konwencji, tam skarżący był przez miesiąc przetrzymywany w areszcie.",
            "detention",
        ),
        ("ru", "Вопросов о его здоровье не было, его месяц держали под стражей.", "detention"),
        ("pl", "Nie wyznaczono mu żadnego opiekuna, był wtedy dzieckiem.", "minor"),
        ("pl", "Skarżący porusza się na wózku i wymaga stałej opieki siostry.", "vulnerability"),
    ],
)
def test_words_that_took_a_story_away(language: str, text: str, name: str) -> None:
    """
    "His phone was smashed" is nobody else's story, "was not convicted, the applicant" says nobody is no applicant, a
    court alone may be the draft's own, and what follows from the file or who needs care is no duty.
    """
    assert told(STORY[language], text, name=name)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("pl", "Decyzji nie wydaje się, jeżeli cudzoziemiec jest małoletni.", "minor"),
        ("lt", "Sprendimas nepriimamas, jeigu užsienietis yra nepilnametis.", "minor"),
        ("lv", "Lēmumu nepieņem, ja ārzemnieks ir nepilngadīgs.", "minor"),
        ("ru", "Решение не выносится, если иностранец является несовершеннолетним.", "minor"),
        ("pl", "Skarżący nigdy nie brał udziału w protestach i nie należał do żadnej partii.", "political-persecution"),
        ("ru", "В армию его не призывали, повесток он не получал.", "conscription"),
        (
            "lt",
            "Byloje O. P. prieš Lenkiją Teismas nustatė, kad jie ne kartą buvo grąžinti į Baltarusiją.",
            "summary-return",
        ),
        ("pl", "Innego uczestnika podróży zawrócono tego samego dnia na Białoruś.", "summary-return"),
        ("ru", "Другого попутчика в тот же день вернули в Белоруссию.", "summary-return"),
        ("lv", "Citu ceļabiedru tajā pašā dienā atgrieza Baltkrievijā.", "summary-return"),
        ("pl", "Trybunał w sprawie O.P. stwierdził, że wielokrotnie zawracano ich do Białorusi.", "summary-return"),
    ],
)
def test_a_rule_and_a_fellow_traveller(language: str, text: str, name: str) -> None:
    """A condition that speaks of any foreigner is a rule; another traveller is another person."""
    assert not told(STORY[language], text, name=name)
