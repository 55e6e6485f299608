"""Facts that no words tell and that do not come without others that are told."""

from tests.facts.test_actor import told

STORY = "The applicant is a baker of thirty. He asks for asylum in Poland."
BACK = "He was pushed back across the border to Belarus."
NO_PAPER = "No written decision was given to him."


def strengths(text):
    return {fact.id: fact.strength for fact in told(STORY, text)}


def test_implied():
    """
    A return without a decision implies that nobody looked at the case and that nothing could stop the return.
    """
    told = strengths(f"{BACK} {NO_PAPER}")

    assert "implied" == told["no-individual-assessment"] == told["no-suspensive-remedy"]


def test_not_implied():
    """
    One of the two implies neither, and what words tell is told.
    """
    assert "no-suspensive-remedy" not in strengths(BACK)
    assert "no-suspensive-remedy" not in strengths(NO_PAPER)
    assert "told" == strengths(f"{BACK} {NO_PAPER} There was no individual assessment.")["no-individual-assessment"]


def test_where_it_stands():
    """
    It has the place of the last fact from which it follows, and no words of its own.
    """
    facts = {fact.id: fact for fact in told(STORY, f"{BACK} {NO_PAPER}")}

    assert facts["no-written-decision"].span == facts["no-suspensive-remedy"].span
    assert "" == facts["no-suspensive-remedy"].cue
    assert facts["no-suspensive-remedy"].weak
