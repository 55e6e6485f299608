"""Before whom a draft pleads and against whom."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from refoulement_lint import lint
from refoulement_lint.formats import markdown
from refoulement_lint.forum import Forum, Guess, guess
from refoulement_lint.model import Document
from refoulement_lint.phrases import Phrasebook

FOLDER = Path(__file__).parents[1] / "rules" / "forums"
FORUMS = tuple(Forum.of(path.stem, tomllib.loads(path.read_text("utf-8"))) for path in sorted(FOLDER.glob("*.toml")))
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
            ("A story about a fisherman.", "unknown", None),
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
