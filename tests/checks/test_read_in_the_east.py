"""What is said of Polish, Lithuanian and Russian drafts: quotations, acts that ended, reversals, fixes."""

from datetime import date

import pytest

from refoulement_lint.engine import open_engine
from refoulement_lint.formats import read
from refoulement_lint.pipeline import draft_of, findings_of


@pytest.fixture(scope="module")
def engine():
    return open_engine()


@pytest.fixture
def said(engine):
    """The findings and the quotations of a draft."""

    def of(text, **more):
        draft, matches = draft_of(
            read(text.encode(), filename="draft.md"), engine, on=more.pop("on", date(2026, 11, 22)), **more
        )
        findings, quotations = findings_of(draft, engine, matches)
        return [one for one in findings if one.rule.partition("/")[0] != "argument"], quotations

    return of


TRANSLATED = [
    "Art. 6 EKPC stanowi: „Każdy ma prawo do sprawiedliwego i publicznego rozpatrzenia jego sprawy w rozsądnym"
    " terminie przez niezawisły i bezstronny sąd”.",
    "Art. 6 EKPC (Dz. U. z 1993 r. Nr 61, poz. 284; dalej: „Konwencja”) stanowi: „Każdy ma prawo do sprawiedliwego"
    " i publicznego rozpatrzenia jego sprawy w rozsądnym terminie”.",
    "Статья 20 МПГПП: «Всякая пропаганда войны должна быть запрещена законом, как и всякое к ней подстрекательство».",
    "Статья 16 Конвенции о статусе беженцев гласит:\n\n> «Каждый беженец имеет право свободного обращения в суды на"
    " территории всех Договаривающихся государств».",
    "EŽTK 10 straipsnis skelbia: „Kiekvienas turi teisę į saviraiškos laisvę, skleisti informaciją ir idėjas.“",
    "Eiropas Cilvēktiesību konvencijas 3. pants nosaka: „Nevienu nedrīkst spīdzināt vai cietsirdīgi vai pazemojoši ar"
    " viņu apieties vai sodīt.”",
    "Artículo 6 CEDH dispone: «Toda persona tiene derecho a que su causa sea oída equitativa y públicamente».",
    "Article 3 ECHR provides: “Niemand mag worden onderworpen aan folteringen of aan onmenselijke of"
    " vernederende behandelingen of bestraffingen.”",
    "Article 33(1) of the Refugee Convention provides: “Geen der Verdragsluitende Staten zal, op welke wijze ook, een"
    " vluchteling uitzetten of terugleiden naar de grenzen van een grondgebied.”",
    # Another translation than the one that is held is not held.
    "Artykuł 33 ust. 1 Konwencji dotyczącej statusu uchodźców: „Umawiające się Państwo nie może odsyłać uchodźców do"
    " krajów, w których ich życie byłoby zagrożone z powodu rasy”.",
    "Articolo 33 della Convenzione di Ginevra: «Nessuno Stato può respingere un rifugiato verso luoghi ove la sua vita"
    " sarebbe minacciata a causa della razza».",
]


@pytest.mark.parametrize("text", TRANSLATED)
def test_quotation_in_another_language(said, text):
    """Where no text in that language is held, the words are not held against the English ones."""
    findings, quotations = said(text)

    assert [] == [one.rule for one in findings if one.rule.startswith("quotation/")]
    assert {"no-source"} >= {one.verdict for one in quotations if len(one.text) > 40}


@pytest.mark.parametrize("text", TRANSLATED[1:6])
def test_what_is_not_checked_is_told(said, text):
    """Gazette, definition and verb of any language lead to the provision, so that the record can name the gap."""
    assert ["no-source"] == [one.verdict for one in said(text)[1] if len(one.text) > 40]


@pytest.mark.parametrize(
    "text",
    [
        "Article 3 ECHR provides: “Every asylum seeker must be let in at the border and heard by a judge at once.”",
        "Art. 3 EKPC stanowi: „No migrant can ever be pushed back across the sea under any circumstances whatsoever”.",
        "L'article 3 CEDH dispose : « Tout étranger arrivé sans visa peut être refoulé par la police aux frontières ».",
    ],
)
def test_quotation_in_a_language_that_is_held(said, text):
    """Words in the language of a text that is held are looked for in it, in whatever draft."""
    assert ["quotation/not-in-provision"] == [one.rule for one in said(text)[0] if one.rule.startswith("quotation/")]


STORY = "Pareiškėja 2026 m. liepos 19 d. perėjo sieną.\n\n{}\n\n" + (
    "Sulaikymas draudžiamas Europos Parlamento ir Tarybos direktyvos 2013/33/ES 8 straipsnio 1 dalimi."
)


@pytest.mark.parametrize(
    "between",
    [
        "",
        "Žr. *M.K. ir kiti prieš Lenkiją*, Nr. 40503/17, 42902/17 ir 43643/17, 2020 m. liepos 23 d.",
        "Žr. *N.D. ir N.T. prieš Ispaniją* [DK], Nr. 8675/15 ir 8697/15, 2020 m. vasario 13 d.",
        "Taikomas 2024 m. gegužės 14 d. Europos Parlamento ir Tarybos reglamentas (ES) 2024/1348.",
        "Galioja reglamentas (ES) 2024/1348, kuris skirtas kitam klausimui.",
    ],
)
def test_what_else_is_cited_is_no_day_of_the_story(said, between):
    """The day of a judgment or of another act does not make an act that had ended govern the story."""
    assert ["in-force/repealed-act"] == [
        one.rule for one in said(STORY.format(between))[0] if one.rule.startswith("in-force/")
    ]


@pytest.mark.parametrize(
    ("text", "reversed_by"),
    [
        ("N.D. and N.T. v. Spain, nos. 8675/15 and 8697/15, 3 October 2017", "Article 4 of Protocol No. 4"),
        ("Ilias and Ahmed v. Hungary, no. 47287/15, 14 March 2017", "Article 5"),
        ("Khlaifia and Others v. Italy, no. 16483/12, 1 September 2015", "Article 4 of Protocol No. 4"),
        ("Saadi v. the United Kingdom, no. 13229/03, 11 July 2006", ""),
    ],
)
def test_reversal(said, text, reversed_by):
    """Which violation did not stand is said, and what took it away supports nothing; a confirmation is offered."""
    (finding,) = (one for one in said(f"See {text}.")[0] if one.rule == "authority/chamber-superseded")

    assert (reversed_by in finding.message) and ("did not find" in finding.message) is bool(reversed_by)
    assert bool(finding.support) is not bool(reversed_by)


@pytest.mark.parametrize(
    "text",
    [
        "Комитет решил так в деле Турсоново против Казахстана, CAT/C/54/D/538/2013.",
        "*Саади против Италии* [БП], № 37201/06, 28 февраля 2008 г., пп. 147–148 (там же, п. 138).",
        "См. *Хирси Джамаа против Италии*, № 27765/09, 23 февраля 2012 г.; *Чахал против Италии*, № 22414/93.",
    ],
)
def test_no_latin_words_among_cyrillic_ones(said, text):
    """A fix writes in the letters of the sentence or not at all."""
    edits = [edit for one in said(text)[0] if one.fix for edit in one.fix.edits]

    assert [] == [edit for edit in edits if any("a" <= sign <= "z" for sign in edit.replacement.lower())]


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("Tursonov v. Kazakhstan, CAT/C/54/D/538/2013", "authority/name-to-compare"),
        ("Hayden v. Sweden, CAT/C/21/D/101/1997", "authority/name-misspelt"),
    ],
)
def test_a_letter_from_a_list(said, written, rule):
    """What one unchecked list has is compared and proposes nothing; what was held against the views corrects."""
    (finding,) = (one for one in said(f"See {written}.")[0] if one.rule.startswith("authority/name"))

    assert rule == finding.rule
    assert (rule == "authority/name-misspelt") is bool(finding.fix)


@pytest.mark.parametrize("state", ["RUS", "BLR"])
@pytest.mark.parametrize(
    "text",
    [
        "The death penalty is barred by the Second Optional Protocol to the ICCPR.",
        "Казнь запрещена Вторым факультативным протоколом к МПГПП; Протокол № 6 Россия не ратифицировала.",
    ],
)
def test_second_optional_protocol(said, text, state):
    """A State that has not accepted it is named, though another protocol is said not to bind."""
    assert "provision/death-penalty-protocol-state-not-bound" in [one.rule for one in said(text, state=state)[0]]


@pytest.mark.parametrize(
    ("rule", "text", "state"),
    [
        ("protocol-12", "EŽTK Protokolo Nr. 12 Lietuva neratifikavo.", "LTU"),
        ("protocol-12", "Polska nie ratyfikowała Protokołu nr 12 do EKPC.", "POL"),
        ("death-penalty", "Россия не ратифицировала Второй факультативный протокол к МПГПП.", "RUS"),
    ],
)
def test_said_not_bound(said, rule, text, state):
    """Who says so in his own language knows."""
    assert [] == [one.rule for one in said(text, state=state)[0] if rule in one.rule]
