"""Short drafts of our own: what they make of an argument, and what the report says of it."""

from __future__ import annotations

from functools import cache

import pytest

from refoulement_lint import pipeline
from refoulement_lint.engine import Engine, open_engine
from refoulement_lint.formats import markdown
from refoulement_lint.model import DocumentReport, Finding

EXTRADITION = """\
# To the Human Rights Committee

**Author:** N.T., a national of Uzbekistan. **State party:** Kazakhstan. Optional Protocol to the Covenant

## I. Facts

The author was arrested and tortured with electric shocks in Nukus. He was sentenced there in his absence to \
nine years' deprivation of liberty. In Almaty he was detained on a request for extradition. His claim was found not \
credible. The prosecutor's office of Uzbekistan gave diplomatic assurances that he will not be tortured.

## II. Admissibility

A petition for supervisory review has no suspensive effect, and domestic remedies are exhausted (article 5 (2) (b) of \
the Optional Protocol).

## III. Interim measures

The author requests the Committee, under rule 94 of its rules of procedure, to ask the State party not to extradite \
him while the communication is pending.

## IV. Article 7 of the Covenant

There are substantial grounds for believing that there is a real risk of irreparable harm under article 7 of the \
Covenant.

## V. The assurances

{assurances}
"""
ONE_FACTOR = """\
The assurances do not suffice. In Alzery v. Sweden, No. 1416/2005, the Committee found that those given were not \
sufficient.\
"""
FACTORS = """\
The assurances do not suffice (Alzery v. Sweden, No. 1416/2005). They come from the very office that prosecutes him. \
Visits by the embassy are promised, not in private and by nobody independent. Earlier assurances in like cases were \
broken, and a breach would have no consequence.\
"""
BORDER = """\
# Regionų administraciniam teismui

**Pareiškėjas:** K. B. **Atsakovė:** Valstybės sienos apsaugos tarnyba

# SKUNDAS

## 1. Aplinkybės

Pareiškėjas perėjo sieną miške. Jis prašė prieglobsčio, bet pasieniečiai jį išvedė pro vartelius atgal į Baltarusiją.

## 2. Teisė

VSAT kalba apie hibridinę ataką. Žmogaus teisių ir pagrindinių laisvių apsaugos konvencijos 15 straipsnio 2 dalis \
draudžia nukrypti nuo 3 straipsnio net karo metu.

## 3. Prašymai

Prašome priteisti iš valstybės 8 000 eurų neturtinei žalai atlyginti.
"""
SECURITY = """\
# European Court of Human Rights

Request under Rule 39 against Poland

## I. Facts

The applicant is held in a closed centre for foreigners. His brother serves eight years' deprivation of liberty.

## II. The law

The authorities call the applicant a threat to national security. What waits for a man behind the gate of a prison is \
the same question after that as before (Auad v. Bulgaria, no. 46390/10, 11 October 2011).
"""
STATUS = """\
# COUR NATIONALE DU DROIT D'ASILE

## I. FAITS

Le requérant a été refoulé à la frontière sans décision écrite, et sa demande d'asile a été ignorée. Placé en \
rétention, il a été frappé par des policiers à la frontière.

## II. DISCUSSION

Il craint avec raison d'être persécuté du fait de ses opinions politiques au sens de l'article 1 A 2 de la convention \
de Genève du 28 juillet 1951.
"""


@cache
def engine() -> Engine:
    return open_engine()


def report_on(text: str, **known: str) -> DocumentReport:
    return pipeline.check(markdown.of(text), engine(), **known)


def treatments(report: DocumentReport) -> dict[str, str]:
    return {one.id: one.treatment for one in report.arguments}


def said_of(argument: str, report: DocumentReport) -> list[Finding]:
    return [one for one in report.findings if one.argument == argument and "adverse" not in one.rule]


class TestExtradition:
    @pytest.mark.parametrize(("assurances", "treatment"), [(ONE_FACTOR, "partly"), (FACTORS, "made")])
    def test_a_test_of_many_factors(self, assurances: str, treatment: str) -> None:
        """
        One sentence that a promise does not suffice is half of the argument, and the note says what is left out.
        """
        report = report_on(EXTRADITION.format(assurances=assurances), forum="hrc", state="KAZ")

        assert treatment == treatments(report)["assurances"]
        notes = [one.message for one in said_of("assurances", report)]
        assert [] == notes if treatment == "made" else "who may visit and report" in notes[0]

    def test_words_in_the_story(self) -> None:
        """
        A sentence of imprisonment that the story tells argues nothing of detention.
        """
        report = report_on(EXTRADITION.format(assurances=FACTORS), forum="hrc", state="KAZ")

        assert "missing" == treatments(report)["detention"]

    def test_words_under_admissibility(self) -> None:
        """
        That a petition has no suspensive effect is said there of exhaustion, not of Article 2 (3).
        """
        report = report_on(EXTRADITION.format(assurances=FACTORS), forum="hrc", state="KAZ")

        assert "missing" == treatments(report).get("remedy", "missing")

    def test_who_asks_has_argued(self) -> None:
        """
        Interim measures are made by asking for them.
        """
        report = report_on(EXTRADITION.format(assurances=FACTORS), forum="hrc", state="KAZ")

        assert "made" == treatments(report)["interim"]

    def test_what_the_respondent_cites_there(self) -> None:
        """
        A State cites Othman before the Committee too.
        """
        report = report_on(EXTRADITION.format(assurances=FACTORS), forum="hrc", state="KAZ")
        against = {one.target for one in report.findings if one.rule == "argument/adverse-authority-unmet"}

        assert "ecthr:8139/09" in against


def test_no_derogation_and_damages() -> None:
    """
    "No derogation even in time of war" beside Article 15 is an argument, and so is a claim for damages.
    """
    report = report_on(BORDER, forum="national", state="LTU")

    assert "made" == treatments(report)["absolute"]
    assert [] == said_of("absolute", report) + said_of("redress", report)


def test_own_authority_beside_the_fact_that_calls() -> None:
    """
    An authority that stands for nothing else, in the paragraph on the State's security case, is an argument made in
    words that no list knows; and a request under Rule 39 is not about detention.
    """
    report = report_on(SECURITY, forum="ecthr-rule39", state="POL")

    assert "made" == treatments(report)["absolute"]
    assert [] == said_of("detention", report)


def test_a_court_of_refugee_status() -> None:
    """
    A court that decides on status alone hears nothing of pushbacks, remedies at the border and detention.
    """
    report = report_on(STATUS, forum="national", state="FRA")

    for argument in ("collective", "access", "remedy", "detention", "violence"):
        assert [] == said_of(argument, report), argument


def test_who_has_protection_there_is_not_sent_on() -> None:
    """A beneficiary of protection who is returned to the State that granted it, and somebody who only came through."""
    text = "The office refused the claim as inadmissible: she must go back to Greece, a safe third country. {}"
    granted = treatments(report_on(text.format("She was granted refugee status in Greece in 2024."), forum="national"))
    passed = treatments(report_on(text.format("She had passed through Greece in 2024."), forum="national"))
    assert "chain" not in granted
    assert "chain" in passed


def test_an_appeal_on_the_law() -> None:
    """Who asks for permission to appeal shows errors of law, and a report for a State's review is no complaint."""
    appeal = "The appellant applies for permission to appeal. She was raped by her uncle and beaten in custody in Iran."
    report = "Report to the Committee against Torture for its examination of Serbia. Guards beat the men they caught."
    assert not {"risk", "gender"} & set(treatments(report_on(appeal, forum="national")))
    assert "admissibility" not in treatments(report_on(report, forum="cat"))


def test_surrender_to_the_state_that_is_feared() -> None:
    """
    Who is extradited to the State that he fears is not sent on.
    """
    text = "The complainant is to be extradited to Russia. He fears that he will be handed over to the Russian FSB."
    report = report_on(text, forum="cat", state="MAR")

    assert [] == said_of("chain", report)


HEADED = """\
# Application to the European Court of Human Rights

## I. Facts

The applicant, an activist of the opposition who asked for asylum in Poland, was beaten and tortured by the police in \
Minsk. The Office calls him a danger to national security.

## II. Article 3

There are substantial grounds for believing that there is a real risk of treatment contrary to Article 3 of the \
European Convention on Human Rights.

## III. {heading}

{words}
"""


@pytest.mark.parametrize(
    ("heading", "words", "treatment"),
    [
        ("Security", "Nothing is laid on the other pan (Chahal v. the United Kingdom, no. 22414/93, § 80).", "made"),
        ("Security", "On that scale nothing may be laid beside him.", "partly"),
        ("Costs", "On that scale nothing may be laid beside him.", "missing"),
    ],
)
def test_heading_names_the_argument(heading: str, words: str, treatment: str) -> None:
    """What stands below a heading that names an argument is words of it, whatever the words."""
    report = report_on(HEADED.format(heading=heading, words=words))

    assert treatment == treatments(report)["absolute"]


def test_a_point_that_is_not_taken() -> None:
    """The map still calls for it, and nobody says that it is missing."""
    text = HEADED.format(heading="Costs", words="{}")
    missed = report_on(text.format("The costs were 900 euros."))
    waived = report_on(text.format("No complaint is made about security or what was said of it."))

    for report, expected in ((missed, True), (waived, False)):
        assert "missing" == treatments(report)["absolute"]
        assert expected == any(one.argument == "absolute" for one in report.findings)


def test_where_it_would_stand() -> None:
    """Behind the last section that makes another argument, and the facts are those that are plainly told."""
    report = report_on(HEADED.format(heading="Costs", words="The costs were 900 euros."))
    says = next(one.because[0].says for one in report.findings if one.argument == "absolute")

    assert says.startswith("The story tells of national security")
    assert says.endswith("A section on it could stand behind “II. Article 3”.")


APPLICATION = """\
# Requête à la Cour européenne des droits de l'homme

**Requérant :** A. B. **Gouvernement défendeur :** France

## I. Les faits

Le requérant, ressortissant russe, doit être renvoyé en Russie, où il a été torturé. L'article 34 de la Convention \
le protège pendant ce temps.

## II. Sur la recevabilité

{gate}

## III. L'article 3 de la Convention

Le requérant court un risque réel de traitements contraires à l'article 3 de la Convention.
"""
GATE = """\
La décision interne définitive est du 2 décembre 2025 et la requête est parvenue au greffe le 20 février 2026, dans le \
délai de quatre mois. Le requérant est victime. Les voies de recours ont été épuisées devant les deux degrés.\
"""


@pytest.mark.parametrize(("gate", "treatment"), [(GATE, "made"), ("Elle est manifeste.", "partly")])
def test_a_section_of_its_own(gate: str, treatment: str) -> None:
    """
    What a section argues under its own heading, in its words, is argued, whatever provision it leaves unnamed.
    """
    assert treatment == treatments(report_on(APPLICATION.format(gate=gate), forum="ecthr"))["admissibility"]
