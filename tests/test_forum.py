"""Before whom a draft pleads and against whom."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from refoulement_lint import lint, pipeline
from refoulement_lint.engine import open_engine
from refoulement_lint.formats import markdown
from refoulement_lint.forum import Forum, Guess, guess
from refoulement_lint.model import Document
from refoulement_lint.phrases import Phrasebook

FOLDER = Path(__file__).parents[1] / "rules" / "forums"
FORUMS = tuple(Forum.of(path.stem, tomllib.loads(path.read_text("utf-8"))) for path in sorted(FOLDER.glob("*.toml")))
HEADS = [row.split("\t") for row in Path(__file__).with_name("heads.tsv").read_text("utf-8").splitlines()[2:]]
STATES = {
    "lithuania": "LTU",
    "poland": "POL",
    "hungary": "HUN",
    "serbia": "SRB",
    "spain": "ESP",
    "grèce": "GRC",
    "sweden": "SWE",
}


def _guess(text: str) -> Guess:
    book = Phrasebook((("forum", forum.id), phrase) for forum in FORUMS for phrase in forum.phrases)
    matches = book.matches(text)
    return guess(Document(path="", format="text", source=text, text=text), (), matches, FORUMS, STATES)


class TestGuess:
    @pytest.mark.parametrize(
        ("text", "forum", "state"),
        [
            ("Applicants' observations in reply\n\nApplication no. 1/24, S.R. v. Lithuania", "ecthr", "LTU"),
            ("URGENT: request for interim measures under Rule 39\n\nA.B. v. Poland", "ecthr-rule39", "POL"),
            (
                "Note on the request for a preliminary ruling\n\nThe applicant entered Hungary from Serbia.",
                "cjeu",
                "HUN",
            ),
            ("To the Committee against Torture\nCommunication of X against Sweden", "cat", "SWE"),
            ("Human Rights Committee. Communication under the Optional Protocol to the Covenant.", "hrc", None),
            ("To the Committee on the Rights of the Child: a communication", "crc", None),
            ("UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT\nPETITIONER'S OPENING BRIEF", "national", "USA"),
            ("Do Wojewódzkiego Sądu Administracyjnego w Warszawie. Skarżący wnosi o uchylenie.", "national", "POL"),
            ("Third-party intervention by UNHCR before the European Court of Human Rights", "unhcr-submission", None),
            ("Monitoring report. Executive summary. We interviewed forty people at the border.", "ngo-report", None),
            ("COUR EUROPÉENNE DES DROITS DE L'HOMME\nRequête n° 1/24, X c. Grèce", "ecthr", "GRC"),
            (
                "Communication under the First Optional Protocol to the International Covenant on Civil and Political "
                "Rights\n\nRequest for interim measures",
                "hrc",
                None,
            ),
            (
                "Сообщение по Факультативному протоколу к Международному пакту о гражданских и политических правах\n\n"
                "Просьба о временных мерах",
                "hrc",
                None,
            ),
            ("В Европейский Суд по правам человека\n\nПросьба по правилу 39 Регламента", "ecthr-rule39", None),
            ("Antrag auf vorläufige Maßnahmen nach Regel 39 der Verfahrensordnung", "ecthr-rule39", None),
            ("A story about a fisherman.", "unknown", None),
            (
                "Submission to the Human Rights Committee\n\nThe author asks for a request for interim measures.\n\n"
                "State party: Spain",
                "hrc",
                "ESP",
            ),
            (
                "COMITÉ CONTRE LA TORTURE\n\nAvec une demande urgente de mesures provisoires\n\nX c. Grèce",
                "cat",
                "GRC",
            ),
            (
                "Committee on the Rights of the Child\n\nUrgent request for interim measures. S.B. v. Hungary",
                "crc",
                "HUN",
            ),
            (
                "Request under Rule 39 of the Rules of Court\n\nX v. Sweden. The Committee against Torture declined.",
                "ecthr-rule39",
                "SWE",
            ),
            ("Комитет ООН против пыток\n\nХодатайство: обеспечительные меры, запрос", "cat", None),
        ],
    )
    def test_first_page(self, text: str, forum: str, state: str | None) -> None:
        """
        The first page usually says it.
        """
        found = _guess(text)

        assert (forum, state) == (found.forum, found.state)

    @pytest.mark.parametrize(
        ("text", "state"),
        [
            ("To the Committee against Torture\n\nState party:   Sweden", "SWE"),
            ("Respondent State: Hungary\n\nB.C. v. Poland is cited elsewhere.", "HUN"),
            ("X v. POLAND\n\nApplication no. 1/24", "POL"),
        ],
    )
    def test_state_named_in_the_head(self, text: str, state: str) -> None:
        """
        "State party: Sweden" says it; a title in capitals says it too.
        """
        assert state == _guess(text).state

    def test_intervener_pleads_before_the_court(self) -> None:
        """
        An intervener who is not UNHCR pleads before the Court whose rule it names.
        """
        text = "Written comments of the third-party intervener\n\nRule 44 § 3, application no. 1/24"

        assert "ecthr" == _guess(text).forum

    def test_shows_where(self) -> None:
        """
        A guess comes with the words it rests on.
        """
        text = "To the Committee against Torture"

        assert ["Committee against Torture"] == [text[span.start : span.end] for span in _guess(text).forum_shown]

    def test_unsure_stays_unknown(self) -> None:
        """
        Nothing that says before whom: unknown, and no State.
        """
        assert Guess() == _guess("They crossed a river.")

    @pytest.mark.parametrize("forum", FORUMS, ids=[forum.id for forum in FORUMS])
    def test_files_say_the_standard(self, forum: Forum) -> None:
        """
        Every forum has a name and its standard in our own words.
        """
        assert forum.title
        assert forum.standard


class TestFrontMatter:
    """What the draft's own front matter says goes before a guess, and an option goes before both."""

    TEXT = (
        "---\nforum: {forum}\nstate: {state}\non: 2024-05-03\nremoval-date: 2024-04-01\n---\n\n"
        "To the Committee against Torture\n\nCommunication of X against Sweden. He was returned on 1 April 2024.\n"
    )

    def test_before_a_guess(self) -> None:
        """
        Forum, State, law date and dates of the facts come from the front matter, and the report says so.
        """
        document = markdown.of(self.TEXT.format(forum="hrc", state="FIN"))
        draft, _ = pipeline.draft_of(document, open_engine())

        assert ("hrc", "config", "FIN", "config") == (draft.forum, draft.forum_from, draft.state, draft.state_from)
        assert date(2024, 5, 3) == draft.on
        assert {"removal": date(2024, 4, 1)} == dict(draft.dates)

    def test_after_an_option(self) -> None:
        """
        What the command line says wins.
        """
        document = markdown.of(self.TEXT.format(forum="hrc", state="FIN"))
        draft, _ = pipeline.draft_of(document, open_engine(), forum="cat", state="SWE", on=date(2025, 1, 1))

        assert ("cat", "option", "SWE", "option") == (draft.forum, draft.forum_from, draft.state, draft.state_from)
        assert date(2025, 1, 1) == draft.on

    def test_guessed_without_it(self) -> None:
        """
        Without either the draft itself shows where it goes.
        """
        draft, _ = pipeline.draft_of(markdown.of(self.TEXT.partition("---\n\n")[2]), open_engine())

        assert ("cat", "guessed", "SWE", "guessed") == (draft.forum, draft.forum_from, draft.state, draft.state_from)

    def test_months_of_a_source(self) -> None:
        """
        ``evidence-months`` says how old the newest country source may be.
        """
        text = "Torture is common (Amnesty International, report of 3 May 2026, annex 7).\n"
        engine, on = open_engine(), date(2026, 11, 22)
        strict = pipeline.check(markdown.of(f"---\nevidence-months: 6\n---\n\n{text}"), engine, on=on)
        usual = pipeline.check(markdown.of(text), engine, on=on)

        assert "evidence/old-source" in {finding.rule for finding in strict.findings}
        assert "evidence/old-source" not in {finding.rule for finding in usual.findings}


class TestOwnTitle:
    def test_before_national_courts(self) -> None:
        """
        A reply to the Government tells of national courts on its first page; its own title says where it goes.
        """
        text = (
            "# Observations\n\nRequête n° 34567/24, A.K. c. France\n\nL'OFPRA a rejeté la demande. La Cour nationale du"
            " droit d'asile a confirmé ce rejet. Le préfet a ordonné le renvoi ; le tribunal administratif l'a permis."
        )
        (document,) = lint(markdown.of(text), on="2026-11-22").documents

        assert ("ecthr", "FRA") == (document.forum, document.state)


class TestStateOutsideStrasbourg:
    @pytest.mark.parametrize(
        ("state", "bound", "forum"),
        [("Spain", True, "ecthr-rule39"), ("Spain", False, "unknown")],
    )
    def test_it_is_nobodys_respondent_there(self, state: str, bound: bool, forum: str) -> None:
        text = f"URGENT: request for interim measures under Rule 39\n\nState party: {state}"
        book = Phrasebook((("forum", one.id), phrase) for one in FORUMS for phrase in one.phrases)
        document = Document(path="", format="text", source=text, text=text)
        found = guess(document, (), book.matches(text), FORUMS, STATES, lambda _: bound)
        assert found.forum == forum


class TestHead:
    """What the head of a draft says, in the languages of the drafts and the cases that their prepositions ask for."""

    @pytest.mark.parametrize(("forum", "state", "head"), HEADS)
    def test_says_both(self, forum: str, state: str, head: str) -> None:
        draft, _ = pipeline.draft_of(markdown.of(head.replace("⏎", "\n")), open_engine())

        assert (forum, state) == (draft.forum, draft.state or "")

    def test_cells_of_a_table(self) -> None:
        """A label and its State stand in two cells."""
        text = "EUROPEAN COURT OF HUMAN RIGHTS\n\n| | |\n|---|---|\n| Respondent State | Republic of Croatia |\n"
        draft, _ = pipeline.draft_of(markdown.of(text), open_engine())

        assert "HRV" == draft.state

    @pytest.mark.parametrize(
        "text",
        [
            "EUROPEAN COURT OF HUMAN RIGHTS\n\nIn the report of 2024 the mission wrote that it had met a case\n"
            "contra Libya, among others, and that nobody had asked.",
            "Das Bundesverwaltungsgericht ist zuständig.",
            "The High Court of Australia and the Federal Court of Canada differ.",
        ],
    )
    def test_abstains(self, text: str) -> None:
        """Nobody's respondent by a word in a sentence; two States with as much for each."""
        draft, _ = pipeline.draft_of(markdown.of(text), open_engine())

        assert draft.state is None

    def test_statutes_decide(self) -> None:
        """A court that two States have: the statutes that are cited say whose it is."""
        head = "Verwaltungsgerichtshof\n\nAntrag\n\nDer Antrag stützt sich auf {}."
        found = [
            pipeline.draft_of(markdown.of(head.format(act)), open_engine())[0].state
            for act in ("§ 3 AsylG 2005 und § 21 BFA-VG", "§ 78 AsylG und § 60a AufenthG")
        ]

        assert ["AUT", "DEU"] == found

    def test_party_of_a_cited_case(self) -> None:
        """An office that is a party to a cited case is nobody's."""
        text = (
            "EUROPEAN COURT OF HUMAN RIGHTS\n\nAnnex\n\n1. The applicant relies on what was said in A.B. v "
            "Migrationsverket and in C.D. v Migrationsverket, both unreported."
        )
        draft, _ = pipeline.draft_of(markdown.of(text), open_engine())

        assert draft.state is None
