"""Where a draft tells its story, of whom, and the plain words in which it is told."""

from __future__ import annotations

import pytest

from refoulement_lint.facts.story import FACTS, HEAD, LAW, Parts
from refoulement_lint.model import Block, Document, Span
from tests.facts.test_finder import TELLINGS, _found, _ids


def _draft(*pieces: tuple[str, str, int]) -> tuple[str, tuple[Block, ...]]:
    """The text of some paragraphs and its blocks: words, kind, level."""
    text, blocks = "", []
    for words, kind, level in pieces:
        blocks.append(Block(Span(len(text), len(text) + len(words)), kind, level=level))
        text += words + "\n\n"
    return text, tuple(blocks)


def _part(of: str, language: str, *pieces: tuple[str, str, int]) -> str:
    text, blocks = _draft(*pieces)
    document = Document(path="", format="text", source=text, text=text, blocks=blocks)
    return Parts(document, TELLINGS[language]).at(text.index(of))


HEADINGS = [
    ("en", "II. Summary of the facts", "III. Grounds of appeal"),
    ("en", "Factual and procedural background", "Submissions"),
    ("fr", "I. Rappel des faits", "II. Sur le fond"),
    ("de", "A. Sachverhalt", "B. Begründung"),
    ("de", "Verfolgungsgeschichte", "Rechtliche Würdigung"),
    ("pl", "1. Stan faktyczny sprawy", "2. Uzasadnienie zarzutów"),
    ("lt", "Bylos aplinkybės", "Teisiniai argumentai"),
    ("lv", "Lietas faktiskie apstākļi", "Juridiskais pamatojums"),
    ("ru", "I. Обстоятельства дела", "II. Правовое обоснование"),
]


class TestParts:
    @pytest.mark.parametrize(("language", "facts", "law"), HEADINGS)
    def test_headings_of_seven_languages(self, language: str, facts: str, law: str) -> None:
        pieces = (
            ("Appeal", "heading", 1),
            ("parties.", "body", 0),
            (facts, "heading", 2),
            ("story.", "body", 0),
            (law, "heading", 2),
            ("Sub", "heading", 3),
            ("cases.", "body", 0),
        )
        told = [_part(word, language, *pieces) for word in ("parties", "story", "cases")]
        assert told == [HEAD, FACTS, LAW]

    @pytest.mark.parametrize(
        ("pieces", "part"),
        [
            # A plain text has lines for headings.
            ((("A. THE FACTS AS SUBMITTED", "body", 0), ("told.", "body", 0)), FACTS),
            ((("B. FACTS", "body", 0), ("C. MERITS", "body", 0), ("told.", "body", 0)), LAW),
            # A heading within the facts ends them no more than the title of a draft begins the law.
            (
                (("Grounds", "heading", 1), ("Facts", "heading", 2), ("Journey", "heading", 3), ("told.", "body", 0)),
                FACTS,
            ),
            # Behind the facts comes the law, however it is headed.
            ((("Facts", "heading", 2), ("Removal to Iraq", "heading", 2), ("told.", "body", 0)), LAW),
            # How facts were found is law.
            ((("Facts", "heading", 2), ("Law", "heading", 2), ("Facts", "heading", 3), ("told.", "body", 0)), LAW),
            ((("Facts", "heading", 2), ("Errors of fact", "heading", 2), ("told.", "body", 0)), LAW),
            # No heading for the facts: it tells everywhere.
            ((("Law", "heading", 2), ("told.", "body", 0)), ""),
            ((("The facts of the case are told below, and they are many.", "body", 0), ("told.", "body", 0)), ""),
        ],
    )
    def test_which(self, pieces: tuple[tuple[str, str, int], ...], part: str) -> None:
        assert _part("told.", "en", *pieces) == part

    @pytest.mark.parametrize(
        ("sentence", "tells"),
        [
            ("Persons who were driven to the border by soldiers had been beaten.", False),
            ("The applicant was driven to the border by soldiers.", True),
            ("We were driven to the border by soldiers.", True),
        ],
    )
    def test_the_law_tells_of_the_draft_s_own_person(self, sentence: str, tells: bool) -> None:
        text, blocks = _draft(
            ("Facts", "heading", 2),
            ("He is a refugee from Syria, and the police took him to a village.", "body", 0),
            ("Law", "heading", 2),
            (sentence, "body", 0),
        )
        assert ("summary-return" in _ids(text, blocks=blocks)) is tells


class TestOthers:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("He is a refugee. A girl next to him was locked in a cell.", "en"),
            ("He is a refugee. Another passenger was handcuffed.", "en"),
            ("Il a demandé l'asile. Une femme derrière lui a été enfermée.", "fr"),
            ("Er bat um Asyl. Ein Mann neben ihm wurde eingesperrt.", "de"),
            ("Prosił o azyl. Mężczyzna obok niego, inny cudzoziemiec, trafił do aresztu.", "pl"),
            ("Он просил убежища. Мужчина рядом с ним держался за решётку, его арестовали.", "ru"),
        ],
    )
    def test_what_befell_them_is_not_the_story(self, text: str, language: str) -> None:
        assert "detention" not in _ids(text, language)

    def test_a_semicolon_parts_them(self) -> None:
        text = "He is a refugee. He was locked in a cell; a girl next to him wept."
        assert "detention" in _ids(text)


PLAIN = [
    ("en", "He is a refugee. He knotted a scarf to the beam.", "vulnerability"),
    ("en", "He is a refugee. She stepped in front of a train.", "vulnerability"),
    ("en", "He is a refugee. He no longer wants to live.", "vulnerability"),
    ("fr", "Elle a demandé l'asile. Elle a avalé une boîte de cachets.", "vulnerability"),
    ("fr", "Elle a demandé l'asile. Elle s'est tailladé les poignets.", "vulnerability"),
    ("de", "Sie bat um Asyl. Sie legte sich auf die Gleise.", "vulnerability"),
    ("de", "Sie bat um Asyl. Er hat versucht, sich das Leben zu nehmen.", "vulnerability"),
    ("pl", "Prosiła o azyl. Próbowała odebrać sobie życie.", "vulnerability"),
    ("lt", "Ji prašė prieglobsčio. Ji prarijo dvidešimt tablečių.", "vulnerability"),
    ("lv", "Viņa lūdza patvērumu. Viņa mēģināja atņemt sev dzīvību.", "vulnerability"),
    ("ru", "Она просила убежища. Он вскрыл себе вены.", "vulnerability"),
    ("en", "She is a refugee. Her husband forced himself on her every night.", "gender-violence"),
    ("en", "She is a refugee. Two women held her ankles and one had a blade.", "gender-violence"),
    ("fr", "Elle a demandé l'asile. Son oncle l'a donnée à un homme qui avait déjà trois épouses.", "gender-violence"),
    ("de", "Sie bat um Asyl. Der Mann hatte schon zwei Frauen.", "gender-violence"),
    ("pl", "Prosiła o azyl. Ten mężczyzna miał już dwie żony.", "gender-violence"),
    ("lt", "Ji prašė prieglobsčio. Ją atidavė už seno pirklio, jau turinčio tris žmonas.", "gender-violence"),
    ("ru", "Она просила убежища. У него уже три жены.", "gender-violence"),
    ("en", "She is a refugee. He kept her papers and said that she owed four thousand dollars.", "trafficking"),
    ("fr", "Elle a demandé l'asile. Elle travaillait aux champs sans salaire.", "trafficking"),
    ("de", "Sie bat um Asyl. Sie putzte ein Jahr lang ohne Lohn.", "trafficking"),
    ("pl", "Prosiła o azyl. Sprzątała w hotelu bez wynagrodzenia.", "trafficking"),
    ("lt", "Ji prašė prieglobsčio. Ji dirbo restorane be atlyginimo.", "trafficking"),
    ("ru", "Она просила убежища. Она убирала квартиры без оплаты.", "trafficking"),
    ("en", "He is a refugee. He has spent two winters in the Lindholme and Harmondsworth jails.", "detention"),
    ("en", "He is a refugee. He was ninety days alone in his cell.", "detention"),
    ("fr", "Il a demandé l'asile. Il a passé quarante jours à l'isolement.", "detention"),
    ("de", "Er bat um Asyl. Sechzig Tage saß er in Einzelhaft.", "detention"),
    ("ru", "Он просил убежища. Сорок суток он был один в камере.", "detention"),
    ("de", "Sie sind geflohen. Die Frau hatte „Asyl, bitte Asyl“ geschrien.", "asylum-request-ignored"),
    ("fr", "Ils sont syriens. Il a crié deux fois « asile ».", "asylum-request-ignored"),
    ("pl", "Są z Syrii. Kobieta napisała na kartonie: asylum.", "asylum-request-ignored"),
    ("en", "She is a refugee. Her brother was taken at night and has not been seen since.", "political-persecution"),
    ("de", "Sie bat um Asyl. Ihr Bruder wurde abgeholt und kam nie wieder.", "political-persecution"),
    ("pl", "Prosiła o azyl. Brat nie wrócił.", "political-persecution"),
    ("ru", "Она просила убежища. Сын пропал.", "political-persecution"),
]


@pytest.mark.parametrize(("language", "text", "fact"), PLAIN)
def test_told_in_plain_words(language: str, text: str, fact: str) -> None:
    assert fact in _ids(text, language)


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        ("en", "The applicant seeks asylum. That did not then stand in the way of the removal.", "death-at-border"),
        ("en", "The migrant came. By the Act the public interest does not require his removal.", "legalised-pushback"),
        ("en", "The asylum seeker crossed. It was about eleven o'clock.", "minor"),
        (
            "fr",
            "La requérante a demandé l'asile. Le câble du téléphone était pris dans la porte.",
            "violence-at-border",
        ),
        (
            "pl",
            "Komendant Straży Granicznej w Bielsku wydał decyzję; cudzoziemiec prosił o azyl.",
            "violence-at-border",
        ),
        ("lt", "Pareiškėjas prašė prieglobsčio. Laikraštis buvo uždarytas.", "detention"),
        ("lt", "Pareiškėja prašė prieglobsčio. Brolis buvo sumuštas.", "gender-violence"),
    ],
)
def test_words_that_only_look_like_it(language: str, text: str, fact: str) -> None:
    assert fact not in _ids(text, language)


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("He came on 2 March 2024 and on 5 May 2024 told the guards that he wanted asylum.", "", "2024-05-05"),
        ("They were locked in a cell in Sombor on 7 June 2024.", "Sombor", "2024-06-07"),
        ("On 7 June 2024, near Sombor, they were locked in a cell.", "Sombor", "2024-06-07"),
        ("They were locked in a cell in May 2024.", "", "2024-05"),
        ("They were locked in a cell, and the decision that the agency took in Skopje was of 3 April 2025.", "", ""),
        ("They were locked in a cell in French custody.", "", ""),
    ],
)
def test_day_and_place_are_of_its_clause(text: str, place: str, date: str) -> None:
    facts = _found(f"The refugee fled. Nobody registered the asylum claim at the border. {text}")
    told = [fact.details for fact in facts if fact.id in ("detention", "asylum-request-ignored")][-1]
    assert (told.place, told.date) == (place, date)


@pytest.mark.parametrize(
    ("language", "text", "fact", "told"),
    [
        ("en", "The applicant asked for asylum. His cousin was detained for a year.", "detention", False),
        ("en", "The applicant asked for asylum. He and his cousin were detained for a year.", "detention", True),
        ("fr", "La requérante a demandé l'asile. Sa sœur a été détenue un an.", "detention", False),
        ("de", "Die Klägerin bat um Asyl. Ihr Bruder war ein Jahr lang inhaftiert.", "detention", False),
        ("pl", "Skarżąca prosiła o azyl. Jej brat był przez rok przetrzymywany w areszcie.", "detention", False),
        (
            "en",
            "The applicant asked for asylum. Her brother drowned in the river at the border.",
            "death-at-border",
            True,
        ),
    ],
)
def test_somebody_near(language: str, text: str, fact: str, told: bool) -> None:
    """
    What befell a cousin is not the applicant's own, unless both are named; a brother's death is told all the same.
    """
    assert told == (fact in _ids(text, language))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The applicant seeks asylum. The officers beat him with batons at the border fence.", True),
        ("The applicant seeks asylum. The officers of the capital beat him with batons in a cellar.", False),
    ],
)
def test_violence_beside_a_border(text: str, told: bool) -> None:
    """
    Blows are violence at the border where the paragraph speaks of one.
    """
    assert told == ("violence-at-border" in _ids(text, "en"))


def test_a_weak_phrase_far_from_its_fact() -> None:
    """
    "Applied for asylum" tells of a request that was ignored beside a return without a procedure, and not pages away.
    """
    story = "The applicant was pushed back over the fence into Belarus within an hour."
    asked = "The applicant applied for asylum."
    between = "The applicant has two brothers and speaks four languages well. " * 40

    assert "asylum-request-ignored" in _ids(f"{asked} {story}", "en")
    assert "asylum-request-ignored" not in _ids(f"{asked} {between} {story}", "en")


@pytest.mark.parametrize(
    ("language", "returned", "then", "told"),
    [
        (
            "en",
            "He was pushed back and given to the gendarmes in Ankara.",
            "In Ankara he was sentenced.",
            True,
        ),
        (
            "en",
            "He was pushed back and given to the gendarmes in Ankara.",
            "In Belgrade he was fined.",
            False,
        ),
        ("en", "He feared a return to Ankara.", "In Ankara he was sentenced.", False),
        ("en", "They were pushed back and brought to Tripoli by the crew.", "All three are still in Tripoli.", True),
        ("en", "They were pushed back and brought to Tripoli by the crew.", "All three are now in Berlin.", False),
        ("fr", "Il a été refoulé et remis aux gendarmes en Turquie.", "Il est détenu en Turquie.", True),
    ],
)
def test_already_removed_to_the_state_that_is_named(language: str, returned: str, then: str, told: bool) -> None:
    """
    Where a return has been told, a later sentence that puts the person in the State to which it led says that he or
    she is back.
    """
    asked = {"en": "The applicant asked for asylum.", "fr": "Le requérant a demandé l'asile."}[language]
    assert told == ("already-removed" in _ids(f"{asked} {returned} {then}", language))
