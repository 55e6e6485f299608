"""What had become of a decision by the law date: the day before the event, the day, and the day after."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from refoulement_lint import lint
from refoulement_lint.engine import open_engine
from refoulement_lint.model import Document
from refoulement_lint.phrases import PhraseList

RULES = Path(__file__).parents[2] / "rules"
KEYS = {"replaced", "referred", "not_final", "struck_out", "annulled", "revised", "departed"}
SAVRAN = "Savran v. Denmark, no. 57467/15, 1 October 2019"
N_A = "N.A. v. Finland, no. 25244/18, 14 November 2019"
BAUMANN = "Baumann v. Austria, no. 76809/01, 7 October 2004"
TRABELSI = "Trabelsi v. Belgium, no. 140/10, 4 September 2014"
N = "N. v. the United Kingdom [GC], no. 26565/05, 27 May 2008"
KINDLER = "Kindler v. Canada, Communication No. 470/1991, Views adopted on 30 July 1993"
HJ = "HJ (Iran) v Secretary of State for the Home Department [2009] EWCA Civ 172"


@pytest.fixture(scope="module")
def engine():
    return open_engine()


def findings(text, on):
    """Those about later history, with their messages."""
    rules = ("superseded", "referred", "not-final", "annulled", "revised", "overruled", "departed-from", "pending")
    return {
        one.rule.partition("/")[2]: one.message for one in reported(text, on) if any(rule in one.rule for rule in rules)
    }


def reported(text, on):
    (document,) = lint(Document(path="draft.txt", format="text", source=text, text=text), on=on).documents
    return document.findings


@pytest.mark.parametrize(
    ("cited", "event", "before", "after"),
    [
        (SAVRAN, date(2020, 1, 1), {"not-final"}, {"referred"}),
        (SAVRAN, date(2021, 12, 7), {"referred"}, {"chamber-superseded"}),
        (N_A, date(2020, 2, 14), {"not-final"}, set()),
        (N_A, date(2021, 7, 13), set(), {"annulled"}),
        (BAUMANN, date(2005, 6, 9), set(), {"revised"}),
        (TRABELSI, date(2022, 11, 3), set(), {"overruled"}),
        (N, date(2016, 12, 13), set(), {"departed-from"}),
        (KINDLER, date(2003, 8, 5), set(), {"departed-from"}),
        (HJ, date(2010, 7, 7), set(), {"departed-from"}),
    ],
)
def test_by_the_law_date(cited, event, before, after):
    """
    Nothing is told of what came after the law date.
    """
    text = f"So it was held in {cited}."
    day = timedelta(days=1)
    assert before == findings(text, event - day).keys()
    assert after == findings(text, event).keys()
    assert after == findings(text, event + day).keys()


def test_the_story_up_to_that_day():
    """
    A second judgment that changed the law again is named from its own day on.
    """
    text = f"So it was held in {N}."
    assert "Savran" not in findings(text, date(2021, 12, 6))["departed-from"]
    assert "Savran" in findings(text, date(2021, 12, 7))["departed-from"]


def test_without_number():
    """
    What took the place of a judgment is found where the day alone told which one is cited.
    """
    on = date(2026, 11, 22)
    superseded = findings("See Savran v. Denmark, 1 October 2019.", on)["chamber-superseded"]
    assert "Savran v. Denmark [GC], no. 57467/15, 7 December 2021" in superseded
    assert "13 July 2021" in findings("See N.A. v. Finland, 14 November 2019.", on)["annulled"]
    assert {"revised"} == findings("See Baumann v. Austria, 7 October 2004.", on).keys()


def test_without_day():
    """
    A judgment that was not given yet is not the one that is cited.
    """
    text = "See Savran v. Denmark, no. 57467/15."
    assert {"referred"} == findings(text, date(2021, 12, 6)).keys()
    assert set() == findings(text, date(2021, 12, 7)).keys()


def test_former_court():
    """
    Before Protocol No. 11 judgments were final at once.
    """
    text = "See Cruz Varas and Others v. Sweden, no. 15576/89, 20 March 1991."
    assert set() == findings(text, date(1991, 4, 1)).keys()


def test_pending_by_name():
    """
    A case in which the register has no decision at all is known by its name too.
    """
    text = "The Court found a violation in R.A. and Others v. Poland."
    assert {"pending-cited-as-decided"} == findings(text, date(2026, 11, 22)).keys()


@pytest.mark.parametrize(
    "text",
    [
        "Wyrok Izby Savran przeciwko Danii, nr 57467/15, 1 października 2019, został zmieniony przez Wielką Izbę.",
        "Kolegijos sprendimą Savran prieš Daniją, Nr. 57467/15, 2019 m. spalio 1 d. Didžioji kolegija pakeitė.",
        "Palātas spriedumu Savran pret Dāniju, Nr. 57467/15, 2019. gada 1. oktobris Lielā palāta grozīja.",
        "Постановление Палаты Savran против Дании, № 57467/15, 1 октября 2019 года, отменено Большой Палатой.",
        "La sentencia de Sala Savran c. Dinamarca, nº 57467/15, 1 de octubre de 2019, fue revocada por la Gran Sala.",
        "La sentenza della Camera Savran c. Danimarca, n. 57467/15, 1 ottobre 2019, fu riformata dalla Grande Camera.",
        "Die Große Kammer ist Savran gegen Dänemark, Nr. 57467/15, 1. Oktober 2019, nicht gefolgt.",
        "Razaghi gegen Schweden, Nr. 64599/01, 25. Januar 2005, wurde im Register gestrichen.",
        "Razaghi prieš Švediją, Nr. 64599/01, 2005 m. sausio 25 d., buvo išbraukta iš bylų sąrašo.",
        "N.A. przeciwko Finlandii, nr 25244/18, 14 listopada 2019, unieważniony w postępowaniu o rewizję.",
        "Суд отступил от Trabelsi против Бельгии, № 140/10, 4 сентября 2014 года.",
    ],
)
def test_told_by_the_draft(text):
    """
    An honest draft is left alone in its own language, and what it tells is no part of the citation.
    """
    assert [] == [one.rule for one in reported(text, "2026-11-22") if one.rule.startswith("authority/")]


def test_words_of_history():
    """
    Every language has words for everything that can become of a decision, and each phrase can be read.
    """
    for path in sorted((RULES / "history").glob("*.toml")):
        words = tomllib.loads(path.read_text(encoding="utf-8"))
        assert words.keys() == KEYS, path.name
        for phrases in words.values():
            PhraseList(phrases)


def test_days_of_later_decisions(engine):
    """
    The day of a later decision is the register's where the register has the decision, and they stand in order.
    """
    for path in sorted((RULES / "law" / "authorities").glob("*/*.toml")):
        record = tomllib.loads(path.read_text(encoding="utf-8"))
        days = [later["since"] for later in record.get("later", ())]
        assert days == sorted(days), path.name
        for later in record.get("later", ()):
            row = engine.registers.authority(later["by"])
            if row is not None and row.date and later["by"] != record["target"]:
                assert row.date.startswith(later["since"]) or later["since"].startswith(row.date), path.name


ORDINARY = (
    "He departed from Libya after a referral to the reception centre, and could no longer stay: {case} is in point.",
    "Dans {case}, la Cour a jugé que le renvoi d'un malade, éloigné du territoire, l'annulation étant refusée, "
    "violait l'article 3.",
    "In {case} war der Antrag abgelehnt worden, die Kammer hatte die Wohnung, die er aufgegeben hatte, nicht gesehen.",
    "W sprawie {case} chodziło o odesłanie chorego; organ odstąpił od przesłuchania i wyjaśnił, że decyzję uchylono.",
    "Byloje {case} institucija atsisakė priimti prašymą, o teismas išaiškino, kad sprendimas keistinas.",
    "Lietā {case} iestāde atteica patvērumu un atcēla lēmumu, skaidrojot izslēgšanu.",
    "В деле {case} орган отказал в убежище и разъяснил исключение, решение было отменено.",
    "En {case} se aplicó el artículo 3, apartado 2, y el domicilio quedó abandonado.",
    "In {case} la domanda era stata abbandonata e chiarita dalla questura.",
)


@pytest.mark.parametrize("sentence", ORDINARY)
def test_words_of_every_brief_silence_nothing(sentence):
    """
    Removal, refusal, exclusion and what became of an administrative decision are told in every brief: none of these
    words says what became of the Chamber judgment.
    """
    assert "chamber-superseded" in findings(sentence.format(case=SAVRAN), date(2026, 11, 22))
