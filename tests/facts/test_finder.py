"""Every fact pattern against its own examples, and what the finder itself decides."""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from refoulement_lint.facts.finder import find_facts
from refoulement_lint.facts.patterns import Key, Pattern, Telling, entries
from refoulement_lint.model import Block, Document, Fact, Span
from refoulement_lint.phrases import Match, Phrasebook

RULES = Path(__file__).parents[2] / "rules"
RAW: dict[str, dict[str, Any]] = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((RULES / "facts").glob("*.toml"))
}
PATTERNS = tuple(Pattern.of(name, raw) for name, raw in RAW.items())
TELLINGS = {
    path.stem: Telling.of(path.stem, tomllib.loads(path.read_text("utf-8")))
    for path in (RULES / "telling").glob("*.toml")
}
SHOWS, SILENT = (
    [
        (name, example["text"].strip(), example.get("language", "en"))
        for name, raw in RAW.items()
        for example in raw[kind]
    ]
    for kind in ("shows", "silent")
)


@cache
def _book(language: str) -> Phrasebook[Key]:
    return Phrasebook(entries(PATTERNS, TELLINGS[language]))


def _found(
    text: str, language: str = "en", blocks: tuple[Block, ...] = (), acts: tuple[Span, ...] = ()
) -> tuple[Fact, ...]:
    document = Document(path="draft.md", format="markdown", source=text, text=text, blocks=blocks)
    matches = _book(language).matches(text, blocks)
    return find_facts(document, matches, PATTERNS, TELLINGS[language], acts=acts)


def _ids(text: str, language: str = "en", blocks: tuple[Block, ...] = (), acts: tuple[Span, ...] = ()) -> set[str]:
    return {fact.id for fact in _found(text, language, blocks, acts)}


def _unmarked(text: str) -> tuple[str, list[Span]]:
    """The text without its ``{{ }}`` and where they stood."""
    plain, spans = "", []
    for index, piece in enumerate(text.replace("}}", "{{").split("{{")):
        if index % 2:
            spans.append(Span(len(plain), len(plain) + len(piece)))
        plain += piece
    return plain, spans


class TestExamples:
    @pytest.mark.parametrize(
        ("name", "text", "language"), SHOWS, ids=[f"{name}: {text[:40]}" for name, text, _ in SHOWS]
    )
    def test_marked_words_show_the_fact(self, name: str, text: str, language: str) -> None:
        """
        At every mark of an example the fact is found.
        """
        plain, marks = _unmarked(text)

        places = [fact.span for fact in _found(plain, language) if fact.id == name]

        assert marks == [mark for mark in marks if any(place.meets(mark) for place in places)]

    @pytest.mark.parametrize(
        ("name", "text", "language"), SILENT, ids=[f"{name}: {text[:40]}" for name, text, _ in SILENT]
    )
    def test_near_misses_stay_silent(self, name: str, text: str, language: str) -> None:
        """
        A provision, a denial, another's story and everyday words do not show the fact.
        """
        assert name not in _ids(text, language)

    @pytest.mark.parametrize("raw", RAW.values(), ids=list(RAW))
    def test_three_examples_of_each(self, raw: dict[str, Any]) -> None:
        """
        Every pattern has at least three texts that show it and three that do not, each of these with its reason.
        """
        assert len(raw["shows"]) >= 3
        assert len([example for example in raw["silent"] if example["why"]]) >= 3

    @pytest.mark.parametrize("language", sorted(TELLINGS))
    def test_every_phrase_can_be_read(self, language: str) -> None:
        """
        No pattern and no telling holds a phrase with a mistake.
        """
        _book(language)  # says so itself


class TestWhoseStory:
    def test_fact_says_its_words(self) -> None:
        """
        A fact carries the very words of the draft.
        """
        text = "The asylum seekers were pushed back to Belarus."

        facts = [fact for fact in _found(text) if fact.id == "summary-return"]

        assert [text[fact.span.start : fact.span.end] for fact in facts] == [fact.text for fact in facts]
        assert facts

    def test_overlapping_places_are_one(self) -> None:
        """
        Two phrases on the same words make one fact.
        """
        text = "The refugees were pushed back to the border, driven back to the border and told to walk to Serbia."

        places = [fact.span for fact in _found(text) if fact.id == "summary-return"]

        assert all(not one.meets(other) for one, other in pairwise(places))

    def test_denied_event(self) -> None:
        """
        "The Government deny that" takes an event away.
        """
        text = "He asked for asylum. The Government deny that he was pushed back to Belarus."

        assert "summary-return" not in _ids(text)

    def test_headings_tell_nothing(self) -> None:
        """
        A heading names a subject and tells no story.
        """
        heading = "Pushed back to Belarus"
        text = heading + "\n\nThe asylum seeker lives in Vilnius."
        blocks = (Block(Span(0, len(heading)), "heading"), Block(Span(len(heading) + 2, len(text))))

        assert "summary-return" not in _ids(text, blocks=blocks)

    def test_words_of_what_is_cited(self) -> None:
        """
        What stands in quotation marks beside a citation is law; without one somebody may have said it.
        """
        text = "The applicant fled Belarus. Article 2 says: \u201can emergency was declared there\u201d. He wept."
        law = Span(text.index("Article"), text.index(" says"))
        document = Document(path="draft.md", format="markdown", source=text, text=text, blocks=())
        matches = _book("en").matches(text)

        told = [
            {fact.id for fact in find_facts(document, matches, PATTERNS, TELLINGS["en"], cited=cited)}
            for cited in ((), (law,))
        ]

        assert ["state-of-emergency" in facts for facts in told] == [True, False]

    def test_testimony_in_a_quotation(self) -> None:
        """
        A quotation in the first person is testimony; one without it is somebody's judgment or provision.
        """
        own, foreign = "I asked for asylum and was pushed back to Belarus.", "The migrants were pushed back to Belarus."

        assert "summary-return" in _ids(own, blocks=(Block(Span(0, len(own)), "quotation"),))
        assert "summary-return" not in _ids(foreign, blocks=(Block(Span(0, len(foreign)), "quotation"),))

    def test_weak_words_beside_a_fact(self) -> None:
        """
        "Asked for asylum" alone was examined; beside a summary return it was ignored.
        """
        assert "asylum-request-ignored" not in _ids("He asked for asylum in May.")
        assert "asylum-request-ignored" in _ids("He asked for asylum in May. He was pushed back to Belarus at once.")

    @pytest.mark.parametrize(
        "text",
        [
            "Milk, bread, two leads for the dogs, a phone charger, wire for the fence. Call the doctor.",
            "The old man rowed out before sunrise. His brother had been beaten by the police in that year.",
            "1. A foreigner who has crossed the border illegally may be returned. "
            "2. No foreigner may be expelled to torture. "
            "3. An applicant has the right to an interpreter; a decision is made in writing. "
            "4. A foreigner may be detained.",
        ],
        ids=["shopping list", "novel", "statute"],
    )
    def test_texts_without_a_story(self, text: str) -> None:
        """
        A list, a novel and a statute tell no facts.
        """
        assert () == _found(text)

    @pytest.mark.parametrize(
        ("language", "text", "expected"),
        [
            (
                "pl",
                "Cudzoziemcy zostali zawróceni na linię granicy bez żadnej decyzji.",
                {"summary-return", "no-written-decision"},
            ),
            (
                "fr",
                "Le requérant, journaliste, a été refoulé vers la Turquie sans interprète.",
                {"summary-return", "political-persecution"},
            ),
            (
                "de",
                "Die Familie mit zwei Kindern wurde an der Grenze zurückgewiesen.",
                {"summary-return", "family-with-children"},
            ),
            ("ru", "Его избили в полиции, он просил убежища, но его вытолкнули за границу.", {"summary-return"}),
        ],
    )
    def test_other_languages(self, language: str, text: str, expected: set[str]) -> None:
        """
        Each language has its own cues and its own way of telling.
        """
        assert expected <= _ids(text, language)


class TestTitles:
    @pytest.mark.parametrize(
        ("language", "text", "act", "fact"),
        [
            (
                "en",
                "The applicant sought asylum and was pushed back. The Convention against Torture is in force.",
                "Convention against Torture",
                "torture-risk",
            ),
            (
                "pl",
                "Skarżący został zawrócony na Białoruś. Stosuje się ustawę o udzielaniu cudzoziemcom ochrony.",
                "ustawę o udzielaniu cudzoziemcom ochrony",
                "asylum-request-ignored",
            ),
        ],
    )
    def test_of_an_act_tells_nothing(self, language: str, text: str, act: str, fact: str) -> None:
        """
        Words of a title are no story; elsewhere they would be.
        """
        span = Span(text.index(act), text.index(act) + len(act))

        assert fact in _ids(text, language)
        assert fact not in _ids(text, language, acts=(span,))
        assert "summary-return" in _ids(text, language, acts=(span,))

    def test_of_a_law_that_is_the_story(self) -> None:
        """
        That a statute suspends the right to apply is told by its name.
        """
        text = "The applicant sought asylum and was pushed back under the amendments to the Law on the State Border."
        act = "Law on the State Border"

        assert "legalised-pushback" in _ids(text, acts=(Span(text.index(act), text.index(act) + len(act)),))


class TestPassing:
    @pytest.mark.parametrize(
        ("text", "passing"),
        [
            ("The applicant, who was pushed back to the forest and sought asylum, had frostbite on both feet.", True),
            ("The applicant, who sought asylum, suffers from kidney failure and needs dialysis.", False),
        ],
    )
    def test_what_heals_is_no_illness(self, text: str, passing: bool) -> None:
        """
        Frostbite is told of, and calls for no argument about the removal of somebody who is ill.
        """
        assert {passing} == {fact.passing for fact in _found(text) if fact.id == "medical"}


class TestPresupposed:
    """What is negated may be what came of the fact, and not the fact."""

    @pytest.mark.parametrize(
        ("language", "text", "fact"),
        [
            ("en", "The applicant sought asylum. Nobody at the post asked about her pregnancy.", "vulnerability"),
            ("en", "He sought asylum. His father did not survive being tortured there.", "torture-risk"),
            ("en", "He sought asylum. He never recovered from being tortured.", "torture-risk"),
            ("fr", "Le requérant a demandé l'asile. Il n'a pas oublié les tortures.", "torture-risk"),
            ("fr", "Il a demandé l'asile. Il n'est pas contesté qu'il a été torturé.", "torture-risk"),
            ("de", "Der Kläger hat Asyl beantragt. Von der Folter hat er sich nie erholt.", "torture-risk"),
            ("de", "Er hat Asyl beantragt. Es ist nicht streitig, dass der Kläger gefoltert wurde.", "torture-risk"),
            ("de", "Sie hat Asyl beantragt. Die Klägerin zu 2 wurde zurückgeschoben.", "summary-return"),
        ],
    )
    def test_stands(self, language: str, text: str, fact: str) -> None:
        """
        Who did not survive it suffered it, what is hers she has, and "zu 2" is no condition.
        """
        assert fact in _ids(text, language)

    @pytest.mark.parametrize(
        ("language", "text", "fact"),
        [
            ("en", "The applicant sought asylum. She was never detained, beaten or tortured.", "torture-risk"),
            ("en", "The applicant sought asylum. Her mother was not tortured.", "torture-risk"),
            ("fr", "Il a demandé l'asile. Il n'a jamais été détenu, battu ou torturé.", "torture-risk"),
            ("de", "Er hat Asyl beantragt. Er wurde nie verhaftet, geschlagen oder gefoltert.", "torture-risk"),
        ],
    )
    def test_is_negated(self, language: str, text: str, fact: str) -> None:
        """
        One negation before a list negates what stands behind its "or" too.
        """
        assert fact not in _ids(text, language)


class TestOthersBehind:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("The applicants sought asylum. He was detained in a cell which another man had left that day.", True),
            ("The applicants sought asylum. Another man, whom he did not know, was detained that day.", False),
        ],
    )
    def test_what_befell_the_person_first_is_his(self, text: str, told: bool) -> None:
        """
        Another man takes away what is told of him, not what was told before he is named.
        """
        assert ("detention" in _ids(text)) is told


class TestToldByLikeness:
    @pytest.mark.parametrize(
        ("text", "fact", "told"),
        [
            ("The lawyer who should have defended him was arrested on the eve.", "unfair-trial", True),
            ("The State must let a lawyer be heard.", "unfair-trial", False),
            ("He travelled on the papers of another woman.", "irregular-entry", True),
            ("Another woman travelled on such papers with him.", "irregular-entry", False),
            ("She feared being killed, she said, and nobody noted it.", "asylum-request-ignored", True),
            ("The commander said that his men would not admit anyone.", "state-policy", True),
        ],
    )
    def test_says_it_of_the_person(self, text: str, fact: str, told: bool) -> None:
        """
        A duty argues unless the person of the draft is told of; others and fears take away what is not his or hers.
        """
        before = "The applicant was pushed back to the border and asked for asylum. "
        document = Document(path="draft.md", format="markdown", source="", text=before + text, blocks=())
        sentence = Span(len(before), len(before) + len(text))
        matches = [*_book("en").matches(before), Match(("told", fact), sentence, "", sentence)]

        assert (fact in {one.id for one in find_facts(document, matches, PATTERNS, TELLINGS["en"])}) is told
