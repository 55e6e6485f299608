"""Whose story a paragraph tells: what befell somebody else, and what a draft says is not its own."""

from __future__ import annotations

import pytest

from tests.facts.test_actor import STORY, told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The applicant's cousin reached Latvia in spring. He was detained for a year there."),
        ("fr", "Le cousin du requérant a gagné la Lettonie au printemps. Là, il a été détenu pendant un an."),
        ("de", "Sein Cousin kam im Frühling nach Lettland. Dort wurde er ein Jahr lang inhaftiert."),
        ("pl", "Kuzyn skarżącego dotarł wiosną na Łotwę. Tam był przez rok przetrzymywany w areszcie."),
        ("lt", "Pareiškėjo pusbrolis pavasarį pasiekė Latviją. Ten jis metus buvo kalinamas."),
        ("lv", "Pieteicējas brālēns pavasarī nonāca Lietuvā. Tur viņu aizturēja un turēja cietumā."),
        ("ru", "Двоюродный брат заявителя весной попал в Латвию. Там его год держали под стражей."),
    ],
)
def test_a_paragraph_that_opens_on_somebody_else(language: str, text: str) -> None:
    """It goes on about that person; without its first sentence the second is the draft's own."""
    assert told(STORY[language], text.split(". ", 1)[1], name="detention")
    assert not told(STORY[language], text, name="detention")


def test_until_the_applicant_is_named() -> None:
    """Behind a sentence that names the draft's own person the paragraph is about that person again."""
    cousin = "The applicant's cousin reached Latvia in spring."

    assert not told(STORY["en"], f"{cousin} He was detained for a year.", name="detention")
    assert told(STORY["en"], f"{cousin} The applicant stayed in Minsk. He was detained for a year.", name="detention")


def test_nobody_before_is_a_cousin() -> None:
    """Those of whom a story tells first are its own, cousins or not; and so is who acts upon the applicant."""
    assert told("Two cousins from Idlib asked for asylum in Cyprus. They were detained for a week.", name="detention")
    assert told(STORY["en"], "His cousin drove him to the border. He was detained for a week.", name="detention")


@pytest.mark.parametrize(
    ("language", "text", "disowned"),
    [
        (
            "en",
            "A friend of the family, Omar, was detained for a year.",
            "His story is his own and nothing rests on it.",
        ),
        ("en", "His friend Omar was detained for a year.", "He is not an applicant."),
        ("fr", "Son ami Omar a été détenu pendant un an.", "Ce récit est celui de son ami."),
        ("de", "Sein Freund Omar wurde ein Jahr lang inhaftiert.", "Dem Kläger selbst ist derlei nicht widerfahren."),
        ("pl", "Kolega Omar był przez rok przetrzymywany w areszcie.", "Jego sprawa nie jest przedmiotem tej skargi."),
        # Who is somebody else goes on under a name of his own.
        (
            "en",
            "His cousin Omar, who left with him, went another way. Omar was detained for a year.",
            "That is not the applicant's story, whatever the decision says.",
        ),
        (
            "fr",
            "Son cousin Omar, parti avec lui, a pris une autre route. Omar a été détenu pendant un an.",
            "Ce n'est pas l'histoire du requérant.",
        ),
        (
            "de",
            "Sein Cousin Omar ging einen anderen Weg. Omar wurde ein Jahr lang inhaftiert.",
            "Das ist nicht die Geschichte des Beschwerdeführers.",
        ),
        (
            "pl",
            "Jego kuzyn Omar poszedł inną drogą. Omar był przez rok przetrzymywany w areszcie.",
            "To nie jest historia skarżącego.",
        ),
        (
            "ru",
            "Его двоюродный брат Омар пошёл другой дорогой. Омар год находился под стражей.",
            "Это не история заявителя.",
        ),
        ("lt", "Draugas Omaras metus buvo kalinamas.", "Jo byla nėra šio skundo dalykas."),
        ("lv", "Draugs Omars tika aizturēts un turēts cietumā.", "Viņa lieta nav šīs sūdzības priekšmets."),
        ("ru", "Друг Омар год находился под стражей.", "Дело друга не является предметом этого сообщения."),
    ],
)
def test_what_the_draft_disowns(language: str, text: str, disowned: str) -> None:
    """A draft that says whose story it is not tells nothing of its own person there."""
    assert not told(STORY[language], f"{text} {disowned}", name="detention")


def test_its_own_sentences_before_are_kept() -> None:
    """What is disowned reaches back to whom it is about, and no further."""
    own = "The applicant was detained for a week."

    assert told(STORY["en"], f"{own} His friend Omar was killed. His story is his own.", name="detention")


def test_a_brother_who_was_tortured() -> None:
    """What befell a brother is what awaits the applicant too, unless the draft disowns it."""
    brother = "His brother Omar was tortured with electric shocks in prison."

    assert told(STORY["en"], brother, name="torture-risk")
    assert not told(STORY["en"], f"{brother} That is the brother's story and not this one.", name="torture-risk")


def test_not_relied_upon() -> None:
    """Nor is what a draft says it does not rely upon."""
    brother = "The applicant left in May. Her brother had been shot dead by border guards at the Iraqi border in 2017."

    assert told(STORY["en"], brother, name="death-at-border")
    assert not told(STORY["en"], f"{brother} That killing is not relied upon.", name="death-at-border")
