"""How numbers, marks and lists of authorities are written: what is meant all the same, and what is no fault."""

from datetime import date

import pytest

from refoulement_lint import formats, pipeline
from refoulement_lint.engine import open_engine
from refoulement_lint.folding import plain_number

DAY = date(2026, 11, 22)


def report_on(text: str):
    return pipeline.check(formats.read(text.encode(), filename="draft.md"), open_engine(), on=DAY)


def targets(text: str) -> list[tuple[str, str | None]]:
    return [(one.text, one.target) for one in report_on(text).citations]


@pytest.mark.parametrize(
    "written",
    ["27765/09", "27 765/09", "27.765/09", "27765-09", "27765.09", "27765\\09", "027765/09", "27765/2009", "09/27765",
     "2009/27765", "09-27765"],
)  # fmt: skip
def test_one_number(written: str):
    """However it is written, it is one application."""
    assert plain_number(written) == "27765/09"


@pytest.mark.parametrize("written", ["71/18", "12/99", "99/12"])
def test_two_figures_on_either_side_stay(written: str):
    """Which of the two is the year nobody can tell."""
    assert plain_number(written) == written


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("*Doe v. Poland*, No. 18-12345 (9th Cir. 2019)", "12345/18"),
        ("Letter to Poland no. 40503-17 of 3 March.", "40503/17"),
        ("*Agiza v. Sweden*, communication No. 233/2003, CAT/C/34/D/233/2003", "233/03"),
    ],
)
def test_a_number_of_another_kind_is_none_of_the_court(text: str, number: str):
    """Dockets, letters, communications."""
    assert f"ecthr:{number}" not in [target for _, target in targets(text)]


@pytest.mark.parametrize(
    ("mark", "kind", "formation"),
    [
        ("(lēm.) [LP]", "DEC", "GC"),
        ("(nutarimas, Didžioji kolegija)", "DEC", "GC"),
        ("(sprendimas dėl priimtinumo) [DK]", "DEC", "GC"),
        ("(décision, grande chambre)", "DEC", "GC"),
        ("(Zulässigkeitsentscheidung) (GK)", "DEC", "GC"),
        ("(decyzja Wielkiej Izby)", "DEC", "GC"),
        ("(решение) [БП]", "decided", "GC"),
        ("[GC, dec.]", "DEC", "GC"),
        ("(wyrok Wielkiej Izby)", None, "GC"),
        ("(request for referral to the Grand Chamber rejected)", None, None),
    ],
)
def test_marks_behind_a_name(mark: str, kind: str | None, formation: str | None):
    """A decision, the Grand Chamber, or both in one bracket."""
    written = report_on(f"See M.N. and Others v. Belgium {mark}, no. 3599/18.").citations[0].written
    parts = [written.part("kind"), written.part("formation")]
    assert [kind, formation] == [part.value if part else None for part in parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("art. 13 i Protokół nr 4 do Konwencji", [("art. 13", "ECHR:13"), ("Protokół nr 4 do Konwencji", "ECHR-P4")]),
        ("artikkel 13 i protokoll nr. 7", [("artikkel 13 i protokoll nr. 7", "ECHR-P7:13")]),
    ],
)
def test_and_in_one_language_is_of_in_another(text: str, expected: list[tuple[str, str]]):
    """ "i" joins two instruments in Polish and says whose article it is in Norwegian."""
    assert expected == targets(text)


def test_a_paragraph_is_of_the_convention_that_has_it():
    """Article 33 of the European Convention has no paragraphs; that of the Refugee Convention has two."""
    text = "EŽTK 3 straipsnis absoliutus. Konvencija dėl pabėgėlių statuso draudžia grąžinti. 33 straipsnio 1 dalis."
    assert ("33 straipsnio 1 dalis", "CSR51:33(1)") in targets(text)


@pytest.mark.parametrize("heading", ["Authorities", "Case law", "Rechtsprechung", "Jurisprudence"])
def test_a_section_of_that_name_is_no_table(heading: str):
    """Sentences below a heading are no entries."""
    text = f"""# {heading}

1. The leading case is Saadi v. Italy [GC], no. 37201/06.
2. It was followed in Paposhvili v. Belgium [GC], no. 41738/10.

# Argument

See Chahal v. the United Kingdom, no. 22414/93.
"""
    assert not [one for one in report_on(text).findings if one.rule.startswith("consistency/table")]
