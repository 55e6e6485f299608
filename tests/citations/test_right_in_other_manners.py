"""Right citations of Strasbourg and of the committees as lists, notes, e-mail and prose in ten languages have them."""

import pytest

from refoulement_lint import find_citations, lint
from refoulement_lint.formats import markdown

# What is written, and what each citation in it means and is found to be, in the order of the text.
VERIFIED = [
    # The day inside the brackets of a number is no day of the case behind them.
    ("see S.S. and Others v. Hungary (56417/19 and 44245/20; 12 October 2023), Shahzad v. Hungary (12625/17; 8 July "
     "2021)", ["ecthr:56417/19", "ecthr:56417/19", "ecthr:44245/20", "ecthr:12625/17", "ecthr:12625/17"]),
    ("las SSTEDH de 5 de abril de 2011, Rahimi c. Grecia (núm. 8687/08), y de 23 de julio de 2013, M.A. c. Chipre "
     "(núm. 41872/10)", ["ecthr:8687/08", "ecthr:8687/08", "ecthr:41872/10", "ecthr:41872/10"]),
    # Names before the last of a list have their own numbers.
    ("in A.B. and Others and A.I. and Others v. Poland (nos. 42907/17 and 39028/17)",
     ["ecthr:39028/17", "ecthr:42907/17", "ecthr:39028/17"]),
    # Names as Polish spells and declines them, with a number and with a day alone.
    ("w sprawie Iskandarowa przeciwko Rosji (nr 17185/05)", ["ecthr:17185/05"] * 2),
    ("w sprawie Chasanowa i Rachmanowa przeciwko Rosji (nr 28492/15)", ["ecthr:28492/15"] * 2),
    ("w sprawie Tarakhela przeciwko Szwajcarii z dnia 4 listopada 2014 r.", ["ecthr:29217/12"]),
    ("Komitet przeciwko Torturom: sprawa Dadara przeciwko Kanadzie, zawiadomienie nr 258/2004", ["cat:258/2004"] * 2),
    # A name does not begin amid a word.
    ("Žmogaus teisių komiteto išvados Jasin prieš Daniją, pranešimas Nr. 2360/2014", ["hrc:2360/2014"] * 2),
    ("Cilvēktiesību komitejas viedoklis lietā Judge pret Kanādu (paziņojums Nr. 829/1998)", ["hrc:829/1998"] * 2),
    # The committee leads, and the number has no word; the day stands before its brackets.
    ("HRC, Alzery v. Sweden, 1416/2005, 25 October 2006", ["hrc:1416/2005"] * 2),
    ("CAT: A.N. gegen die Schweiz vom 3. August 2018 (742/2016)", ["cat:742/2016"] * 2),
]  # fmt: skip

# A committee of which only the next sentence, or the one before, speaks.
OTHER_SENTENCES = [
    ("Devant le Comité contre la torture : Dadar c. Canada, communication no 258/2004, 23 novembre 2005, § 8.9. Devant "
     "le Comité des droits de l'enfant : V.A. c. Suisse, communication no 56/2018.", ["cat:258/2004", "crc:56/2018"]),
    ("Комитет против пыток: «Дадар против Канады», № 258/2004. Комитет по правам человека: «Джадж против Канады», "
     "№ 829/1998.", ["cat:258/2004", "hrc:829/1998"]),
]  # fmt: skip

# Each is true, and the rule named was said to contradict it.
TRUE = [
    ("authority/violation-was-found",
     "The Chamber judgment of 3 October 2017 in N.D. and N.T. v. Spain never became final; it was replaced by "
     "the Grand "
     "Chamber's of 13 February 2020 (nos. 8675/15 and 8697/15), which found no violation of Article 4 of Protocol No. "
     "4."),
    ("authority/violation-was-found",
     "La Cour a constaté la violation dans l'affaire K.I. c. France (15 avril 2021, n° 5560/19), mais non "
     "dans l'affaire "
     "U (15 février 2024, n° 53254/20), où elle a conclu à la non-violation de l'article 3."),
    ("authority/annulled",
     "N.A. v. Finland, no. 25244/18, 14 November 2019, was annulled in revision. Whoever cites N.A. v. Finland today "
     "does so at his peril."),
    ("authority/pending-cited-as-decided",
     "R.A. and Others v. Poland (no. 42120/21): leave to intervene. We write on behalf of a charity. R.A. and "
     "Others v. "
     "Poland was relinquished to the Grand Chamber in 2024."),
    ("authority/chamber-superseded",
     "So already Mamatkulov and Abdurasulovic v. Turkey, 6 February 2003, then Mamatkulov and Askarov v. Turkey [GC], "
     "nos. 46827/99 and 46951/99, 4 February 2005."),
    ("consistency/two-names",
     "So already Mamatkulov and Abdurasulovic v. Turkey, 6 February 2003, then Mamatkulov and Askarov v. Turkey [GC], "
     "nos. 46827/99 and 46951/99, 4 February 2005."),
    # What the Commission decided is held in small part before 1990.
    ("authority/unknown-case",
     "Kirkwood v. the United Kingdom, no. 10479/83, Commission decision of 12 March 1984, DR 37, p. 158."),
    ("authority/date-differs",
     "Altun v. Germany, no. 10308/83, Commission decision of 3 May 1983, DR 36, p. 209."),
    ("authority/number-of-another-case",
     "We rely on R.C. and M.A. v. Sweden and Switzerland respectively (nos. 41827/07 and 52589/13)."),
]  # fmt: skip

# Nothing of that covers what is wrong.
WRONG = [
    ("authority/number-of-another-case",
     "In A.B. and Others and A.I. and Others v. Poland (nos. 42907/17 and 51246/17)."),
    ("authority/number-of-another-case",
     "Skarga powołuje się na wyrok w sprawie Chasanowa i Rachmanowa przeciwko Rosji (nr 17185/05)."),
    ("authority/date-differs",
     "See Rahimi v. Greece (8687/08, 5 April 2011), Shahzad v. Hungary (12625/17, 9 July 2021)."),
    ("authority/chamber-superseded",
     "So Mamatkulov and Abdurasulovic v. Turkey, nos. 46827/99 and 46951/99, 6 February 2003."),
    ("authority/annulled", "So N.A. v. Finland, no. 25244/18, 14 November 2019. And so N.A. v. Finland again."),
    ("authority/committee-differs",
     "The Human Rights Committee said so in Dadar v. Canada, communication No. 258/2004."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), VERIFIED)
def test_each_is_right(text, targets):
    """
    Each citation is found, means what it says and is verified.
    """
    found = [
        one
        for one in find_citations(f"# Brief\n\nWe say so.\n\nIt is submitted: {text}.\n")
        if one.kind not in ("provision", "instrument")
    ]

    assert targets == [one.target for one in found]
    assert {"verified"} == {one.status for one in found}


@pytest.mark.parametrize(("text", "targets"), OTHER_SENTENCES)
def test_committees_of_other_sentences(text, targets):
    """
    Each communication belongs to the committee of its own sentence.
    """
    found = [one for one in find_citations(text) if one.kind == "appno"]

    assert targets == [one.target for one in found]
    assert {"verified"} == {one.status for one in found}


@pytest.mark.parametrize(("rule", "text"), TRUE)
def test_what_is_true_is_not_denied(rule, text):
    """
    The rule has nothing to say.
    """
    assert rule not in {finding.rule for finding in lint(markdown.of(text))}


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_what_is_wrong_is_still_found(rule, text):
    """
    The rule speaks.
    """
    assert rule in {finding.rule for finding in lint(markdown.of(text))}
