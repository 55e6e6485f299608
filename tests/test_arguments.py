"""What a draft makes of an argument; and every argument file as it is."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from refoulement_lint import find_citations, lint
from refoulement_lint.arguments import Argument, Key, treat
from refoulement_lint.model import Authority, Block, Citation, Details, Document, Fact, Span, Treatment, Written
from refoulement_lint.phrases import Phrasebook
from refoulement_lint.references import Reference, Situation, destinations

RULES = Path(__file__).parents[1] / "rules"
RAW: dict[str, dict[str, Any]] = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((RULES / "arguments").glob("*.toml"))
}
LAW: dict[str, list[dict[str, Any]]] = {}
for _path in (RULES / "law" / "authorities").rglob("*.toml"):
    _raw = tomllib.loads(_path.read_text("utf-8"))
    LAW.setdefault(_raw["target"], []).extend(_raw.get("proposition", ()))
FACTS = {path.stem for path in (RULES / "facts").glob("*.toml")}
INSTRUMENTS = {
    tomllib.loads(path.read_text("utf-8"))["key"] for path in (RULES / "law" / "instruments").rglob("*.toml")
}
AGAINST = [(name, one) for name, raw in RAW.items() for one in raw.get("against", ())]
ANSWERS = [(name, one) for name, one in AGAINST if "answer" in one]
REFERENCES = [(name, one) for name, raw in RAW.items() for one in raw["for"]]
REFERENCES += [(name, one) for name, one in AGAINST if one["target"] not in INSTRUMENTS]
REFERENCES += [(name, one) for name, each in ANSWERS for one in each["answered_by"]]

CONDUCT = Argument.of(
    "conduct",
    {
        "core": [],
        "called_for": {"all": [["summary-return", "irregular-entry"]]},
        "made": {"answers": ["ecthr:8675/15"], "words": {"en": ["genuine .. access"]}},
        "for": [{"target": "ecthr:12625/17", "says": "-", "source": "-"}],
        "against": [
            {"target": "ecthr:8675/15", "says": "-", "source": "-", "when": ["irregular-entry"]},
            {"target": "ecthr:55798/16", "says": "-", "source": "-", "when": ["irregular-entry"], "states": ["MKD"]},
        ],
    },
)
ANSWERED: dict[str, Any] = {
    "called_for": {"all": [["summary-return", "irregular-entry"]]},
    "made": {"words": {"en": ["genuine .. access"]}},
    "against": [{"target": "ecthr:8675/15", "says": "-", "source": "-", "when": ["irregular-entry"]}],
}


class Held:
    """Registers with one answer, and no decision."""

    def authority(self, target: str) -> None:
        return None

    def title(self, target: str) -> str:
        return "Regulation"

    def answers(self, argument: str) -> dict[str, dict[str, Any]]:
        rests_on = {"target": "ecthr:12625/17", "says": "It was\nshut.", "source": "-", "pinpoint": "§ 59"}
        answer = {"target": "ecthr:8675/15", "answer": "No access\nwas open.", "answered_by": [rests_on]}
        return {"ecthr:8675/15": answer} if argument == "conduct" else {}


TOLD = ("summary-return", "irregular-entry")

ASKED_FOR = {"called_for": {"any": ["credibility-doubted"]}, "made": {}}
PINNED = {"target": "ecthr:59166/12", "says": "-", "source": "-"}


def _treatment(
    text: str,
    cited: dict[str, str],
    *,
    argument: Argument = CONDUCT,
    told: tuple[str, ...] | dict[str, str] = TOLD,
    state: str | None = None,
) -> Treatment | None:
    """
    How a draft of paragraphs treats one argument; *cited* maps words of the text to targets, *told* facts to theirs.
    """
    starts = [0] + [index + 2 for index in range(len(text)) if text.startswith("\n\n", index)]
    blocks = tuple(
        Block(Span(start, end), "heading" if text[start] == "#" else "body")
        for start, end in zip(starts, [start - 2 for start in starts[1:]] + [len(text)], strict=True)
    )
    document = Document(path="", format="markdown", source=text, text=text, blocks=blocks)
    citations = [_citation(text, words, target) for words, target in cited.items()]
    entries: list[tuple[Key, str]] = [((kind, argument.id), phrase) for kind, phrase in argument.phrases]
    book = Phrasebook(entries)
    matches = book.matches(text, blocks)
    words = told if isinstance(told, dict) else dict.fromkeys(told, text[:1])
    facts = [Fact(name, Span(text.index(said), text.index(said) + len(said)), said) for name, said in words.items()]
    found = treat(document, citations, facts, matches, [argument], forum="ecthr", state=state)
    return found[0] if found else None


def _citation(text: str, words: str, target: str) -> Citation:
    span = Span(text.index(words), text.index(words) + len(words))
    kind, family = ("case", "ecthr") if target.startswith("ecthr:") else ("provision", "treaty")
    written = Written(span=span, whole=span, text=words, kind=kind, family=family)
    return Citation(
        written=written,
        target=target,
        status="verified",
        authority=Authority(target=target, title=words, register="ecthr"),
    )


class TestTreat:
    def test_rested_on_often(self) -> None:
        """
        Whoever cites what carries the argument three times argues it in words that we do not know; twice may be by the
        way, and what has to be answered is not answered by being cited.
        """
        risk = Argument.of(
            "risk", {"called_for": {"any": ["torture-risk"]}, "made": {"provisions": ["ECHR:3"]}, "for": []}
        )
        often = {"Article 3": "ECHR:3", "that provision": "ECHR:3", "the same": "ECHR:3"}
        text = "Article 3 forbids it. What that provision demands is plain, and the same holds here."
        twice = dict(list(often.items())[:2])

        treatments = [
            _treatment(text, cited, argument=risk, told={"torture-risk": "Article"}) for cited in (often, twice)
        ]
        unanswered = _treatment(text, dict.fromkeys(often, "ecthr:8675/15"))

        assert ["made", "partly"] == [found.treatment for found in treatments if found]
        assert unanswered is not None and "partly" == unanswered.treatment

    def test_hinted_at(self) -> None:
        """
        Of what is told weakly an absence is worth a question where the argument's file says so.
        """
        child = {"called_for": {"any": ["minor"]}, "made": {}, "for": []}
        facts = [Fact("minor", Span(0, 2), "He", weak=True)]
        document = Document(path="", format="markdown", source="He", text="He", blocks=())
        asking = [Argument.of("child", {**child, **absence}) for absence in ({}, {"absence": {"weakly": True}})]

        assert [False, True] == [one.worth_telling for one in treat(document, (), facts, (), asking)]

    def test_cited_beside_the_words(self) -> None:
        """
        The adverse judgment cited in the paragraph that argues access: the argument is made.
        """
        found = _treatment("N.D. and N.T. required genuine and effective access.", {"N.D. and N.T.": "ecthr:8675/15"})

        assert found is not None
        assert "made" == found.treatment
        assert () == found.adverse_unmet

    def test_cited_in_another_paragraph(self) -> None:
        """
        Citation and words far from each other are half an argument.
        """
        found = _treatment("See N.D. and N.T.\n\nNo genuine access existed.", {"N.D. and N.T.": "ecthr:8675/15"})

        assert found is not None
        assert "partly" == found.treatment

    @pytest.mark.parametrize(("between", "treatment"), [("\n\n", "made"), ("\n\nA word.\n\n", "partly")])
    def test_cited_in_the_next_paragraph(self, between: str, treatment: str) -> None:
        """
        What supports a draft may be cited one paragraph further on, but not two.
        """
        argument = Argument.of(
            "risk",
            {
                "called_for": {"any": list(TOLD)[:1]},
                "made": {"words": {"en": ["real risk"]}, "authorities": ["ecthr:37201/06"]},
            },
        )
        text = f"There is a real risk of torture.{between}See Saadi v. Italy."

        found = _treatment(text, {"Saadi v. Italy": "ecthr:37201/06"}, argument=argument)

        assert found is not None
        assert treatment == found.treatment

    def test_heading_belongs_to_its_paragraphs(self) -> None:
        """
        A heading that names the authority counts for every paragraph under it.
        """
        text = "# N.D. and N.T.\n\nThe Government rely on it.\n\nNo genuine access existed."

        found = _treatment(text, {"N.D. and N.T.": "ecthr:8675/15"})

        assert found is not None
        assert "made" == found.treatment

    def test_friendly_authority_does_not_answer(self) -> None:
        """
        Own conduct is not met with friendly authority alone.
        """
        found = _treatment("Shahzad: no genuine access.", {"Shahzad": "ecthr:12625/17"})

        assert found is not None
        assert "partly" == found.treatment
        assert ("ecthr:8675/15",) == found.adverse_unmet

    def test_nothing_said(self) -> None:
        """
        Facts that call for it and not a word: missing, and called for by them.
        """
        found = _treatment("They were turned back.", {})

        assert found is not None
        assert "missing" == found.treatment
        assert ("irregular-entry", "summary-return") == found.called_for_by

    def test_not_called_for(self) -> None:
        """
        What no fact calls for and the draft does not make is not spoken of.
        """
        assert _treatment("They live here.", {}, told=()) is None

    def test_adverse_of_another_state(self) -> None:
        """
        Adverse authority kept to one State bites there only.
        """
        there, elsewhere = _treatment("Silence.", {}, state="MKD"), _treatment("Silence.", {}, state="POL")

        assert there is not None
        assert elsewhere is not None
        assert ("ecthr:8675/15", "ecthr:55798/16") == there.adverse_unmet
        assert ("ecthr:8675/15",) == elsewhere.adverse_unmet

    def test_second_authority_after_the_leading_one(self) -> None:
        """
        What only follows a leading judgment is missed where that one is met, so that one place has one warning.
        """
        raw = {
            "called_for": {"any": ["summary-return"]},
            "against": [
                {"target": "ecthr:8675/15", "says": "-", "source": "-"},
                {"target": "ecthr:55798/16", "says": "-", "source": "-", "after": "ecthr:8675/15"},
            ],
        }
        argument = Argument.of("conduct", raw)
        silent = _treatment("They were pushed back.", {}, argument=argument)
        meeting = _treatment("N.D. is met.", {"N.D.": "ecthr:8675/15"}, argument=argument)

        assert silent is not None
        assert ("ecthr:8675/15",) == silent.adverse_unmet
        assert meeting is not None
        assert ("ecthr:55798/16",) == meeting.adverse_unmet

    @pytest.mark.parametrize(
        ("sent_to", "bites"),
        [((), True), (("RUS",), True), (("DZA",), False), (("DZA", "RUS"), True), (("FRA",), True)],
    )
    def test_return_to_another_country(self, sent_to: tuple[str, ...], bites: bool) -> None:
        """
        What is about return to one country is silent where somebody is sent to another; not where nothing is said.
        """
        one = {"target": "ecthr:53254/20", "says": "-", "source": "-", "to": ["RUS"]}
        argument = Argument.of("risk", {"against": [one]})
        facts = [Fact("already-removed", Span(0, 4), "sent", details=Details(destination=state)) for state in sent_to]
        here = Situation(forum="ecthr", state="FRA", sent_to=destinations(facts, "FRA"))

        assert (("ecthr:53254/20",) if bites else ()) == argument.unmet(here)

    @pytest.mark.parametrize(("named", "bites"), [(("RUS",), True), (("AFG",), False), ((), False)])
    def test_return_that_is_not_said(self, named: tuple[str, ...], bites: bool) -> None:
        """
        Where nobody says where somebody is sent, what is about one country bites if the draft names it at all.
        """
        one = {"target": "ecthr:53254/20", "says": "-", "source": "-", "to": ["RUS"]}
        argument = Argument.of("risk", {"against": [one]})
        here = Situation(forum="ecthr", state="FRA", names=lambda state: state in named)

        assert (("ecthr:53254/20",) if bites else ()) == argument.unmet(here)

    @pytest.mark.parametrize(
        ("one", "here", "offered"),
        [
            ({"when": ["detention"]}, Situation(facts=frozenset({"minor"}), forum="ecthr"), False),
            ({"when": ["detention"]}, Situation(facts=frozenset({"minor", "detention"}), forum="ecthr"), True),
            ({"states": ["GBR"]}, Situation(forum="national", state="DEU"), False),
            ({"target": "cjeu:C-69/21"}, Situation(forum="cat"), False),
            ({"target": "cjeu:C-69/21"}, Situation(forum="cat", cited=frozenset({"CFR:19(2)"})), True),
            ({"target": "cjeu:C-69/21"}, Situation(forum="ecthr"), True),
            ({"target": "hrc:2360/2014"}, Situation(forum="cat"), True),
        ],
    )
    def test_authority_for_is_offered_where_it_fits(self, one: dict[str, Any], here: Situation, offered: bool) -> None:
        """
        One on children behind bars needs a child behind bars; the law of the Union is none of a committee's.
        """
        reference = Reference.of({"target": "ecthr:36037/17", "says": "-", "source": "-", **one})

        assert offered == reference.supports(here)

    @pytest.mark.parametrize(
        ("text", "treatment"),
        [
            ("The cancer is untreatable: see Savran.", "missing"),
            ("Their family life began here; the cancer came later: see Savran.", "made"),
            (
                "Their family life began here.\n\nMuch else.\n\nMuch else.\n\nThe cancer is untreatable: see Savran.",
                "partly",
            ),
            ("See Savran.", "partly"),
        ],
    )
    def test_authority_cited_for_another_argument(self, text: str, treatment: str) -> None:
        """
        An authority that stands beside the words of another argument says nothing of this one.
        """
        target = "ecthr:57467/15"
        arguments = [
            Argument.of(
                name, {"called_for": {"any": ["family"]}, "made": {"authorities": [target], "words": {"en": [said]}}}
            )
            for name, said in (("family", "family life"), ("medical", "cancer"))
        ]
        starts = [0, *(index + 2 for index in range(len(text)) if text.startswith("\n\n", index))]
        blocks = tuple(
            Block(Span(start, end), "body")
            for start, end in zip(starts, [*(start - 2 for start in starts[1:]), len(text)], strict=True)
        )
        document = Document(path="", format="markdown", source=text, text=text, blocks=blocks)
        book = Phrasebook(((kind, one.id), phrase) for one in arguments for kind, phrase in one.phrases)
        facts = [Fact("family", Span(0, 1), text[:1])]
        treated = treat(document, [_citation(text, "Savran", target)], facts, book.matches(text, blocks), arguments)

        assert treatment == next(one.treatment for one in treated if one.id == "family")

    def test_words_that_call_show_where(self) -> None:
        """
        Where words of the draft call for an argument that is missing, they are its place.
        """
        argument = Argument.of("exclusion", {"called_for": {"words": ["article 1f"]}})
        treatment = _treatment("Much.\n\nArticle 1F is pleaded.", {}, argument=argument, told=())

        assert treatment is not None
        assert "missing" == treatment.treatment
        assert (Span(7, 17),) == treatment.spans

    def test_authority_that_another_argument_raises(self) -> None:
        """
        What another argument raises is no second warning here.
        """
        against = [{"target": "ecthr:8675/15", "says": "-", "source": "-", "raised_by": "conduct"}]
        argument = Argument.of("access", {"called_for": {"any": ["summary-return"]}, "against": against})
        found = _treatment("They were pushed back.", {}, argument=argument)

        assert found is not None
        assert () == found.adverse_unmet

    def test_law_to_watch(self) -> None:
        """
        Law of the other side is never missed; it is offered all the same, in words where it is no decision.
        """
        watched = {**ANSWERED["against"][0], "target": "EU:2024/1359", "watch": True}
        argument = Argument.of("conduct", {**ANSWERED, "against": [watched]})

        found = _treatment("Pushed back.", {}, argument=argument)
        offered = argument.adverse("EU:2024/1359", Held())

        assert found is not None
        assert () == found.adverse_unmet
        assert offered is not None
        assert "Regulation" == offered.citation

    def test_answer_to_what_stands_against(self) -> None:
        """
        An authority against comes with what to say to it; one that nobody lists does not come at all.
        """
        argument = Argument.of("conduct", ANSWERED)

        offered = argument.adverse("ecthr:8675/15", Held())

        assert offered is not None
        assert ("against", "No access was open.") == (offered.side, offered.answer)
        assert [("ecthr:12625/17", "§ 59", False)] == [
            (one.target, one.pinpoint, one.verified) for one in offered.answered_by
        ]
        assert offered.to_dict()["answeredBy"][0]["says"] == "It was shut."
        assert argument.adverse("ecthr:1/11", Held()) is None

    @pytest.mark.parametrize("cited", [True, False])
    def test_adverse_where_its_act_is_cited(self, cited: bool) -> None:
        """
        What was decided on one act stands against a draft that cites it, at any article, and against no other.
        """
        one = Reference.of({"target": "cjeu:C-228/21", "says": "-", "source": "-", "cites": ["EU:604/2013"]})
        targets = frozenset({"EU:604/2013:3(2)"} if cited else {"EU:2013/32:38"})

        assert one.bites(Situation(cited=targets, forum="cjeu")) == cited

    @pytest.mark.parametrize(("between", "treatment"), [(" ", "made"), ("\n\n", "partly")])
    def test_decision_that_no_list_has(self, between: str, treatment: str) -> None:
        """
        A decision in the paragraph of the words carries an argument that is called for, though it is none of its own.
        """
        argument = Argument.of(
            "absolute", {"called_for": {"any": ["torture-risk"]}, "made": {"words": {"en": ["absolute"]}}}
        )
        text = f"The prohibition is absolute.{between}The court of that State said so in Suresh."
        found = _treatment(text, {"Suresh": "ecthr:1/01"}, argument=argument, told=("torture-risk",))

        assert found is not None
        assert treatment == found.treatment

    def test_court_of_the_union_where_no_act_is_pleaded(self) -> None:
        """
        In an unknown forum a judgment of the Court of Justice stands against a draft only if that pleads Union law.
        """
        tall = Reference.of({"target": "cjeu:C-239/14", "says": "-", "source": "-", "forums": ["cjeu"]})
        told = frozenset({"no-suspensive-remedy"})

        assert not tall.bites(Situation(told))
        assert not tall.bites(Situation(told, frozenset({"CFR:47"}), "ecthr"))
        assert tall.bites(Situation(told, frozenset({"CFR:47"})))

    def test_cited_at_the_paragraphs_of_the_argument(self) -> None:
        """
        A decision at the paragraphs for which the argument has it, and no other argument has, is cited for it in
        whatever words; at other paragraphs it says nothing.
        """
        argument = Argument.of("credibility", {**ASKED_FOR, "for": [{**PINNED, "pinpoint": "§§ 99-102"}]})
        rival = Argument.of("risk", {"for": [{**PINNED, "pinpoint": "§§ 77-90"}]})
        text = "The State has to clear up what is left (J.K. v. Sweden)."

        def treated(pinpoint: str, *arguments: Argument) -> str:
            citation = evolve(_citation(text, "J.K. v. Sweden", "ecthr:59166/12"), pinpoint=pinpoint)
            document = Document(path="", format="text", source=text, text=text, blocks=(Block(Span(0, len(text))),))
            facts = [Fact("credibility-doubted", Span(0, 3), "The")]
            return treat(document, [citation], facts, (), [argument, *arguments], forum="ecthr")[0].treatment

        assert ["made", "partly", "partly"] == [treated(one, rival) for one in ("§ 100", "§ 80", "")]
        assert "partly" == treated("§ 100", Argument.of("risk", {"for": [{**PINNED, "pinpoint": "§ 100"}]}))

    def test_answered_in_the_next_paragraph(self) -> None:
        """
        What stands against a draft is answered in the next paragraph where that cites an authority for the answer.
        """
        text = "See N.D. and N.T.\n\nNo genuine access existed (Shahzad)."
        cited = {"N.D. and N.T.": "ecthr:8675/15", "Shahzad": "ecthr:12625/17"}
        found = _treatment(text, cited)

        assert found is not None and "made" == found.treatment

    @pytest.mark.parametrize(("forum", "called"), [("national", False), ("cat", True), ("ecthr", True)])
    def test_court_that_was_gone_through(self, forum: str, called: bool) -> None:
        """
        The court that decides on refugee status hears no other points; before a committee it is one that was exhausted.
        """
        raw = {"called_for": {"any": ["summary-return"], "not_before": ["asylum court"]}}
        text = "The asylum court dismissed it."
        argument = Argument.of("remedy", raw)
        matches = Phrasebook([((kind, "remedy"), phrase) for kind, phrase in argument.phrases]).matches(text, ())
        document = Document(path="", format="text", source=text, text=text, blocks=(Block(Span(0, len(text))),))
        found = treat(document, (), [Fact("summary-return", Span(0, 3), "The")], matches, [argument], forum=forum)

        assert called == bool(found)

    def test_at_sea_where_the_draft_names_it(self) -> None:
        """
        Who cites what has to be answered has brought it up, at sea too.
        """
        raw = {
            "called_for": {"any": ["summary-return"], "spared_by": ["high seas"]},
            "made": {"answers": ["ecthr:8675/15"], "words": {"en": ["own conduct"]}},
            "against": [{**PINNED, "target": "ecthr:8675/15"}],
        }
        argument = Argument.of("conduct", raw)
        text = "On the high seas there is jurisdiction too (N.D. and N.T.)."

        assert _treatment(text, {}, argument=argument, told={"summary-return": "there"}) is None

        brought = _treatment(
            text, {"N.D. and N.T.": "ecthr:8675/15"}, argument=argument, told={"summary-return": "high"}
        )
        assert brought is not None
        assert ("ecthr:8675/15",) == brought.adverse_cited

    def test_spared_on_the_high_seas(self) -> None:
        """
        On the high seas nobody crosses a land border: nothing is called for.
        """
        raw = {"called_for": {"any": ["summary-return"], "spared_by": ["high seas"]}}
        argument = Argument.of("conduct", raw)

        assert _treatment("They were taken aboard on the high seas.", {}, argument=argument) is None
        assert _treatment("They were taken to the fence.", {}, argument=argument) is not None

    def test_provision_with_any_pinpoint(self) -> None:
        """
        Article 19 of the Charter is argued with Article 19(2), and not with Article 1.
        """
        argument = Argument.of(
            "x", {"core": ["ecthr"], "made": {"provisions": ["CFR:19"], "words": {"en": ["absolute"]}}}
        )

        second = _treatment("Article 19(2) is absolute.", {"Article 19(2)": "CFR:19(2)"}, argument=argument)
        first = _treatment("Article 1 is absolute.", {"Article 1": "CFR:1"}, argument=argument)

        assert second is not None
        assert first is not None
        assert ("made", "partly") == (second.treatment, first.treatment)

    def test_provision_that_counts_beside_the_words(self) -> None:
        """
        Article 3 shows nothing alone; beside the words it makes the argument, where a fact calls for it.
        """
        argument = Argument.of(
            "x",
            {
                "called_for": {"any": ["safe-third-country"]},
                "made": {"provisions": ["CFR:4"], "beside": ["ECHR:3"], "words": {"en": ["safe third country"]}},
            },
        )
        cited = {"Article 3": "ECHR:3"}
        words = "It is no safe third country in the sense of Article 3."
        told = ("safe-third-country",)

        assert "made" == _treated(words, cited, argument, told)
        assert "missing" == _treated("Article 3 was breached.", cited, argument, told)
        assert _treatment(words, cited, argument=argument, told=()) is None

    def test_fact_beside_another(self) -> None:
        """
        Detention told in one sentence with torture is the story of a flight; told elsewhere it calls for the argument.
        """
        argument = Argument.of("x", {"called_for": {"any": ["detention"], "not_beside": ["torture-risk"]}})
        told = {"detention": "detained", "torture-risk": "tortured"}

        assert _treatment("He was detained and tortured. He fled.", {}, argument=argument, told=told) is None
        assert _treatment("He was tortured. Here he was detained.", {}, argument=argument, told=told) is not None

    def test_what_another_state_did(self) -> None:
        """
        Blows of another State's soldiers call for nothing against the respondent, unless somebody tells of its own.
        """
        argument = Argument.of(
            "x", {"called_for": {"any": ["violence-at-border"], "of_respondent": ["violence-at-border"]}}
        )

        def called_for(*states: str) -> bool:
            facts = [
                Fact("violence-at-border", Span(0, 4), "beat", "beat", Details(state=state), "told") for state in states
            ]
            return bool(
                treat(
                    Document(path="x", format="text", source="beat", text="beat"),
                    (),
                    facts,
                    (),
                    (argument,),
                    state="LTU",
                )
            )

        assert not called_for("BLR")
        assert called_for("BLR", "LTU")
        assert called_for("BLR", "")

    @given(st.lists(st.sampled_from(["", "LTU", "BLR", "IRN"]), min_size=1, max_size=4))
    def test_who_did_it(self, states: list[str]) -> None:
        """
        What has to be the respondent's own doing calls where one telling is of the respondent or says nothing; what has
        to be another's where one is of another State or says nothing; other facts call whoever did it.
        """
        facts = [Fact("unfair-trial", Span(0, 5), "trial", "trial", Details(state=state), "told") for state in states]

        def called_for(**called: list[str]) -> bool:
            argument = Argument.of("x", {"called_for": {"any": ["unfair-trial"], **called}})
            document = Document(path="x", format="text", source="trial", text="trial")
            return bool(treat(document, (), facts, (), (argument,), state="LTU"))

        assert called_for()
        assert called_for(of_respondent=["unfair-trial"]) == any(state in ("", "LTU") for state in states)
        assert called_for(of_others=["unfair-trial"]) == any(state != "LTU" for state in states)

    @pytest.mark.parametrize(
        ("forum", "state", "called"),
        [("ecthr", "GRC", False), ("ecthr-rule39", "TUR", False), ("ecthr", "POL", True), ("national", "GRC", True)],
    )
    def test_what_the_respondent_is_not_bound_by(self, forum: str, state: str, called: bool) -> None:
        """
        Nobody misses collective expulsion before the Court against a State that Protocol No. 4 does not bind; before
        its own courts there is Article 19(1) of the Charter.
        """
        told = "The applicants are asylum seekers. Guards pushed them back to Turkey. No decision was given to them."

        report = lint(Document(path="draft.txt", format="text", source=told, text=told), forum=forum, state=state)

        assert called == ("collective" in {treatment.id for one in report.documents for treatment in one.arguments})


def _treated(text: str, cited: dict[str, str], argument: Argument, told: tuple[str, ...]) -> str:
    found = _treatment(text, cited, argument=argument, told=told)
    return found.treatment if found else ""


class TestFiles:
    def test_every_argument_speaks(self) -> None:
        """
        Every argument has its rule: one that is called for and missing is said, and not only counted in a table.
        """
        rules = (tomllib.loads(path.read_text("utf-8"))["check"] for path in (RULES / "argument").glob("*.toml"))

        assert set(RAW) == {rule["argument"] for rule in rules if "argument" in rule}

    @pytest.mark.parametrize(("name", "one"), REFERENCES, ids=[f"{name}: {one['target']}" for name, one in REFERENCES])
    def test_authority_exists_and_agrees(self, name: str, one: dict[str, Any]) -> None:
        """
        Every authority stands in the registers' sources, with this proposition, pinpoint and mark of verification.
        """
        recorded = {
            # A pinpoint that must be checked by a lawyer first is recorded and never shown.
            (
                " ".join(row["says"].split()),
                row.get("pinpoint", "") if row.get("show", True) else "",
                row.get("verified", False),
            )
            for row in LAW[one["target"]]
        }

        assert (" ".join(one["says"].split()), one.get("pinpoint", ""), one["verified"]) in recorded

    def test_authority_that_is_held_stands_in_a_list(self) -> None:
        """
        Outside Strasbourg every authority that stands for something is offered, met with an answer, or answers.

        Left out: country guidance, a number that nobody has, and what no argument is about.
        """
        listed = {one["target"] for _, one in REFERENCES}
        held = {target for target, says in LAW.items() if says and not target.startswith("ecthr:")}

        assert held - listed == {
            "achpr:97/93",
            "lt:LVAT 2025-12-30",
            "uk:[2021] UKUT 130 (IAC)",
            "uk:[2022] UKUT 110 (IAC)",
        }

    @pytest.mark.parametrize(
        ("forum", "state", "offered"),
        [
            ("national", "GBR", {"uk:[2011] UKSC 4", "uk:[2018] UKSC 53", "crc:4/2016"}),
            ("national", "FRA", {"fr:161364", "cjeu:C-646/21", "crc:4/2016"}),
            ("national", "USA", {"iacthr:OC-21/14"}),
            ("ecthr", "LTU", {"crc:4/2016"}),
            ("cat", "CHE", {"crc:4/2016", "crc:51/2018"}),
        ],
    )
    def test_offered_for_a_child(self, forum: str, state: str, offered: set[str]) -> None:
        """
        Where no more is told than a child, each forum and State has an authority of its own, and none of another's.
        """
        here = Situation(facts=frozenset({"minor"}), forum=forum, state=state)

        assert offered == {one.target for one in Argument.of("child", RAW["child"]).supporting if one.supports(here)}

    def test_everything_against_has_an_answer(self) -> None:
        """
        What stands against an argument is answered there, once, and the answer rests on some authority.
        """
        answered = [(name, one["target"]) for name, one in ANSWERS if one["answered_by"]]

        assert sorted(answered) == sorted({(name, one["target"]) for name, one in AGAINST})

    @pytest.mark.parametrize(("name", "one"), ANSWERS, ids=[f"{name}: {one['target']}" for name, one in ANSWERS])
    def test_answer_cites_what_it_names(self, name: str, one: dict[str, Any]) -> None:
        """
        Every case and provision in an answer is found by the program itself and known; a case that is decided is one of
        those on which the answer rests.
        """
        rests_on = {one["target"], *(each["target"] for each in one["answered_by"])}

        for citation in find_citations(one["answer"], registers="none"):
            assert citation.status in ("verified", "unchecked"), citation.text
            if (
                citation.kind in ("case", "short-form")
                and citation.authority
                and citation.authority.status != "pending"
            ):
                assert citation.target in rests_on, citation.text

    @pytest.mark.parametrize("raw", RAW.values(), ids=list(RAW))
    def test_facts_exist(self, raw: dict[str, Any]) -> None:
        """
        An argument is called for by facts that have a pattern.
        """
        called = raw["called_for"]
        named = {*called["any"], *(fact for facts in called["all"] for fact in facts)}
        named |= {fact for one in raw.get("against", ()) for fact in one["when"]} | {*called.get("not_beside", ())}

        assert set() == named - FACTS

    @pytest.mark.parametrize("raw", RAW.values(), ids=list(RAW))
    def test_two_authorities_for_and_words(self, raw: dict[str, Any]) -> None:
        """
        Each argument offers at least two authorities and knows operative words in English.
        """
        assert len({one["target"] for one in raw["for"]}) >= 2
        assert raw["made"]["words"]["en"]

    def test_every_phrase_can_be_read(self) -> None:
        """
        No argument holds a phrase with a mistake; a book says so itself.
        """
        Phrasebook((name, phrase) for name, raw in RAW.items() for _, phrase in Argument.of(name, raw).phrases)
        beside = ((name, one) for name, raw in RAW.items() for one in (*raw["for"], *raw.get("against", ())))
        Phrasebook((name, phrase) for name, one in beside for phrase in one.get("words", ()))


@pytest.mark.parametrize(
    ("one", "here", "bites"),
    [
        ({"unless_cites": ["ecthr:41738/10"]}, Situation(cited=frozenset({"ecthr:41738/10"})), False),
        ({"unless_cites": ["ecthr:41738/10"]}, Situation(cited=frozenset({"ecthr:26565/05"})), True),
        ({"words": ["transit zone"]}, Situation(says=lambda phrases: False), False),
        ({"words": ["transit zone"]}, Situation(says=lambda phrases: True), True),
    ],
)
def test_authority_against_bites_on_its_point(one: dict[str, Any], here: Situation, bites: bool) -> None:
    """
    Not where what displaced it is pleaded, nor where its words are not said.
    """
    assert Reference.of({"target": "ecthr:1/01", "says": "", "source": "", **one}).bites(here) is bites
