"""Which State did it, where that is said; and what is told as nobody's claim, or of somebody else."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refoulement_lint import pipeline
from refoulement_lint.engine import Engine, open_engine
from refoulement_lint.formats import markdown
from refoulement_lint.model import Fact


@cache
def engine() -> Engine:
    return open_engine()


def told(*paragraphs: str, name: str = "") -> list[Fact]:
    draft, _ = pipeline.draft_of(markdown.of("\n\n".join(paragraphs) + "\n"), engine())
    return [fact for fact in draft.facts if name in ("", fact.id)]


# A paragraph before it in which no State is named, so that the language and the kind of text are plain.
STORY = {
    "en": "The applicant is a baker of thirty. He asks for asylum and for a fair hearing of his claim.",
    "fr": "Le requérant est un boulanger de trente ans. Il demande l'asile et un examen équitable de sa demande.",
    "de": "Der Beschwerdeführer ist ein Bäcker von dreißig Jahren. Er bittet um Asyl und um eine faire Prüfung.",
    "pl": "Skarżący jest piekarzem i ma trzydzieści lat. Prosi o azyl oraz o rzetelne rozpoznanie jego wniosku.",
    "lt": "Pareiškėjas yra trisdešimties metų kepėjas. Jis prašo prieglobsčio ir sąžiningo jo prašymo nagrinėjimo.",
    "lv": "Pieteicējs ir trīsdesmit gadus vecs maiznieks. Viņš lūdz patvērumu un taisnīgu sava lūguma izskatīšanu.",
    "ru": "Заявитель - пекарь тридцати лет. Он просит убежища и справедливого рассмотрения его ходатайства.",
}


@pytest.mark.parametrize(
    ("language", "text", "state", "by"),
    [
        ("en", "In Libya, he was detained for eight months.", "LBY", False),
        ("en", "He was detained for eight months in Libya.", "LBY", False),
        ("en", "He was stopped at sea by the Libyan coast guard and detained.", "LBY", True),
        ("en", "An Iranian court had him detained for a year.", "IRN", True),
        ("en", "In Tehran he was detained for six weeks.", "IRN", False),
        ("en", "He went to Libya in 2017. There he was detained for a year.", "LBY", False),
        ("en", "He lived in Minsk and baked bread. One night he was detained for three days.", "BLR", False),
        ("fr", "En Libye, il a été détenu pendant huit mois.", "LBY", False),
        ("fr", "Il a été détenu huit mois en Libye.", "LBY", False),
        ("fr", "Il a été arrêté et détenu par les policiers iraniens.", "IRN", True),
        ("fr", "Il vivait à Minsk. Là, il a été détenu trois jours.", "BLR", False),
        ("de", "In Libyen wurde er acht Monate lang inhaftiert.", "LBY", False),
        ("de", "In der Türkei wurde er acht Monate lang inhaftiert.", "TUR", False),
        ("de", "Er wurde von iranischen Polizisten inhaftiert.", "IRN", True),
        ("de", "Er lebte in Minsk. Dort wurde er drei Tage lang inhaftiert.", "BLR", False),
        ("pl", "W Libii był przez osiem miesięcy przetrzymywany w areszcie.", "LBY", False),
        ("pl", "Na Białorusi był przez trzy dni przetrzymywany w areszcie.", "BLR", False),
        ("pl", "Białoruska milicja przetrzymywała go w areszcie przez trzy dni.", "BLR", True),
        ("pl", "Mieszkał w Mińsku. Pewnej nocy był przetrzymywany w areszcie.", "BLR", False),
        ("lt", "Libijoje jis aštuonis mėnesius buvo kalinamas.", "LBY", False),
        ("lt", "Irano policija jį suėmė ir kalino šešias savaites.", "IRN", True),
        ("lt", "Jis gyveno Minske. Naktį jis buvo sulaikytas tris paras.", "BLR", False),
        ("lv", "Lībijā viņš astoņus mēnešus tika turēts cietumā.", "LBY", False),
        ("lv", "Irānas policija viņu aizturēja un turēja cietumā.", "IRN", True),
        ("lv", "Viņš dzīvoja Minskā. Naktī viņu aizturēja un turēja cietumā.", "BLR", False),
        ("ru", "В Ливии его восемь месяцев держали под стражей.", "LBY", False),
        ("ru", "Иранская полиция держала его под стражей.", "IRN", True),
        ("ru", "Он жил в Минске. Ночью его задержали на трое суток.", "BLR", False),
    ],
)
def test_said(language: str, text: str, state: str, by: bool) -> None:
    """The sentence says it, or the ones before it in its paragraph do."""
    facts = told(STORY[language], text, name="detention")

    assert facts
    assert {(state, by)} == {(fact.details.state, fact.details.by) for fact in facts}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He lived in Minsk until 2020. He fled over the mountains and was detained for three days."),
        ("en", "He lived in Minsk until 2020. The border guards detained him for three days."),
        ("en", "He lived in Minsk until 2020. He was detained at Karlovo for three days."),
        ("en", "He was detained on arriving in Italy."),
        ("en", "He spoke of friends in Libya and of others in Iran, and he was detained."),
        ("en", "He does not say what happened in Libya; he was detained for three days."),
        ("en", "There was no judge. He was detained near the Greek border."),
        ("fr", "Il a été détenu puis refoulé en Libye."),
        ("fr", "Il vivait à Minsk. Arrivé au port, il a été détenu trois jours."),
        ("de", "Er lebte in Minsk. Nach der Einreise wurde er inhaftiert."),
        ("pl", "Mieszkał w Mińsku. Po przekroczeniu granicy był przetrzymywany w areszcie."),
        ("lt", "Jis gyveno Minske. Atvykęs jis buvo sulaikytas tris paras."),
        ("lv", "Viņš dzīvoja Minskā. Pēc ierašanās viņu aizturēja."),
        ("ru", "Он жил в Минске. Когда он пересек границу, его задержали на трое суток."),
    ],
)
def test_unsaid(language: str, text: str) -> None:
    """Where the story may have moved on, or names more than one State, nobody is said to have done it."""
    facts = told(STORY[language], text, name="detention")

    assert facts
    assert {""} == {fact.details.state for fact in facts}


@pytest.mark.parametrize(
    ("language", "claimed", "unclaimed"),
    [
        ("en", "He was detained for a week.", "It is not claimed that he was detained for a week."),
        ("en", "He was detained for a week.", "He does not allege that he was detained for a week."),
        ("en", "He was beaten and tortured.", "No torture is alleged."),
        ("fr", "Il a été détenu une semaine.", "Il n'est pas soutenu qu'il ait été détenu une semaine."),
        ("fr", "Il a été torturé.", "Le requérant n'allègue pas avoir été torturé."),
        ("de", "Er wurde inhaftiert.", "Es wird nicht geltend gemacht, dass er inhaftiert wurde."),
        ("de", "Er wurde gefoltert.", "Er behauptet nicht, dass er gefoltert wurde."),
        ("pl", "Był przetrzymywany w areszcie.", "Nie zarzuca się, aby był przetrzymywany w areszcie."),
        ("lt", "Jis buvo kalinamas.", "Neteigiama, kad jis buvo kalinamas."),
        ("lv", "Viņu aizturēja un turēja cietumā.", "Netiek apgalvots, ka viņu aizturēja un turēja cietumā."),
        ("ru", "Его держали под стражей.", "Не утверждается, что его держали под стражей."),
    ],
)
def test_not_claimed(language: str, claimed: str, unclaimed: str) -> None:
    """Who says that something is not claimed does not tell it."""
    facts = {fact.id for fact in told(STORY[language], claimed)} & {"detention", "torture-risk"}

    assert facts
    assert facts.isdisjoint(fact.id for fact in told(STORY[language], unclaimed))


def test_not_claimed_here() -> None:
    """Only in its part of the sentence; and what the other side does not claim says nothing of the story."""
    semicolon = "It is not claimed that he was tortured; he was detained for a week."
    contrast = "It is not claimed that he was tortured, but he was detained for a week."
    other_side = "The Government do not claim that he was free: he was detained for a week."

    for text in (semicolon, contrast, other_side):
        assert told(STORY["en"], text, name="detention"), text
    for text in (semicolon, contrast):
        assert not told(STORY["en"], text, name="torture-risk"), text


def test_no_risk_is_claimed() -> None:
    """Nobody expects the test of a risk from a draft that says that none is claimed."""
    story = "The applicants were expelled by sea. No judge heard them and the appeal did not stop the removal."

    def expected(text: str) -> bool:
        draft, _ = pipeline.draft_of(markdown.of(text + "\n"), engine(), forum="ecthr", state="ITA")
        return any(treatment.id == "risk" for treatment in draft.treatments)

    assert expected(story)
    assert not expected(story + " They do not allege that they ran a risk of torture.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He told the officer about his flatmate. The man had been detained for a year and beaten."),
        ("fr", "Il a parlé à l'agent de son colocataire. Celui-ci avait été détenu un an."),
        ("de", "Er berichtete der Beamtin von seinem Mitbewohner. Dieser war ein Jahr lang inhaftiert."),
        ("pl", "Opowiedział urzędnikowi o swoim współlokatorze. Był on przez rok przetrzymywany w areszcie."),
        ("lt", "Jis pasakojo pareigūnei apie savo bendraklasį. Šis metus buvo kalinamas."),
        ("lv", "Viņš pastāstīja amatpersonai par savu klasesbiedru. To aizturēja un turēja cietumā."),
        ("ru", "Он рассказал чиновнику о своём однокласснике. Того год держали под стражей."),
    ],
)
def test_story_of_another(language: str, text: str) -> None:
    """A friend's story to the end of the paragraph; without the friend it is the draft's own."""
    own = text.split(". ", 1)[1]

    assert told(STORY[language], own, name="detention")
    assert not told(STORY[language], text, name="detention")


SENTENCES = {
    "He was detained for a week in Libya.": "LBY",
    "He lived in Minsk and worked as a baker.": "BLR",
    "The Polish border guards beat him.": "POL",
    "He fled to Türkiye in winter.": "TUR",
    "There he was detained for a month.": "",
    "He was beaten with batons and detained.": "",
    "He asked for asylum and nobody wrote it down.": "",
}


@given(st.lists(st.sampled_from(sorted(SENTENCES)), min_size=1, max_size=5))
def test_a_state_that_is_named(sentences: list[str]) -> None:
    """Whatever the order, a fact is of no State that its paragraph does not name up to the end of its sentence."""
    text = " ".join(sentences)
    for fact in told(STORY["en"], text):
        at = fact.span.start - len(STORY["en"]) - 2
        if at >= 0 and fact.details.state:
            named = [SENTENCES[one] for index, one in enumerate(sentences) if len(" ".join(sentences[:index])) <= at]
            assert fact.details.state in named
