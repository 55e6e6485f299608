"""Which articles exist, how an act is printed, and when it governed."""

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from refoulement_lint import find_citations

ROOT = Path(__file__).resolve().parents[2]
EXISTENCE = [
    ("ECHR", "3", "exists"),
    ("ECHR", "3(1)", "unnumbered"),
    ("ECHR", "13(1)", "unnumbered"),
    ("ECHR", "60", "no-such-article"),
    ("ECHR", "35(3)(a)", "exists"),
    ("ECHR", "35(5)", "no-such-paragraph"),
    ("ECHR-P4", "4", "exists"),
    ("ECHR-P4", "4(1)", "unnumbered"),
    ("CSR51", "1A(2)", "exists"),
    ("CSR51", "1G", "no-such-article"),
    ("CSR51", "1F(b)", "exists"),
    ("CSR51", "1F(d)", "no-such-point"),
    ("CSR51", "33(3)", "no-such-paragraph"),
    ("CAT", "34", "no-such-article"),
    ("CAT", "3(3)", "no-such-paragraph"),
    ("ICCPR", "7(1)", "unnumbered"),
    ("CFR", "19(2)", "exists"),
    ("CFR", "19(3)", "no-such-paragraph"),
    ("CFR", "47(1)", "unnumbered"),
    ("EU:2011/95", "15(b)", "exists"),
    ("EU:2011/95", "15(1)(c)", "unnumbered"),
    ("EU:2008/115", "5(1)", "unnumbered"),
    ("TFEU", "72(1)", "unnumbered"),
    ("EU:2024/1348", "59(1)", "unknown"),
    ("de:AufenthG", "60(5)", "exists"),
    ("de:AufenthG", "60a(2)", "unknown"),
    ("us", "8 USC 1158(b)(2)(A)(vi)", "exists"),
    ("us", "8 USC 1158(b)(2)(A)(vii)", "no-such-point"),
    ("us", "8 USC 1158(f)", "no-such-paragraph"),
    ("us", "8 USC 1158(b)(i)", "unknown"),
    ("us", "8 USC 1231(b)(3)(D)", "no-such-point"),
    ("us", "8 USC 1229a(c)(4)", "unknown"),
    ("uk:NIAA2002", "72(5A)", "exists"),
    ("uk:NIAA2002", "96(8)", "no-such-paragraph"),
    ("ie:IPA2015", "80", "no-such-article"),
    ("no such treaty", "3", "unknown"),
]


@pytest.mark.parametrize(("key", "provision", "word"), EXISTENCE)
def test_existence(store, key, provision, word):
    """
    A provision exists, or does not, or nobody knows: an article that was not counted is never called wrong.
    """
    assert word == store.instruments.exists(key, provision).word


def test_what_exists_is_said(store):
    """
    The answer says what there is, and marks what was not checked against the text.
    """
    assert "Article 33 of the 1951 Convention relating to the Status of Refugees has 2 paragraphs" == (
        store.instruments.exists("CSR51", "33(3)").says
    )
    assert store.instruments.exists("EU:2013/32", "46(12)").says.endswith("(not checked against the text)")
    assert "3" == store.instruments.exists("ECHR", "3(1)").nearest


@pytest.mark.parametrize(
    ("key", "change", "before", "after"),
    [
        ("EU:2013/32", date(2026, 6, 12), "governs", "repealed"),
        ("EU:2011/95", date(2026, 7, 1), "governs", "repealed"),
        ("EU:604/2013", date(2026, 7, 1), "governs", "repealed"),
        ("EU:2024/1348", date(2026, 6, 12), "not-yet", "governs"),
        ("EU:2024/1347", date(2026, 7, 1), "not-yet", "governs"),
        ("EU:2024/1351", date(2026, 7, 1), "not-yet", "governs"),
        ("ECHR", date(1953, 9, 3), "not-yet", "governs"),
        ("cat:GC1", date(2017, 12, 6), "governs", "repealed"),
    ],
)
def test_validity(store, key, change, before, after):
    """
    The old act governs to the last day, the new one from the first; the two days of the Pact are not one.
    """
    assert before == store.validity(key, change - timedelta(days=1)).verdict
    assert after == store.validity(key, change).verdict
    assert after == store.validity(key, change + timedelta(days=1)).verdict


@pytest.mark.parametrize(
    ("act", "day", "governed"),
    [
        ("EU:2024/1348", date(2025, 3, 3), ("EU:2013/32",)),
        ("EU:2024/1348", date(2010, 3, 3), ("EU:2005/85",)),
        ("EU:2003/9", date(2026, 4, 8), ("EU:2013/33",)),
        ("EU:2013/32", date(2025, 3, 3), ()),
    ],
)
def test_governing_instead(store, act, day, governed):
    """The act of the same line that governed on the day, however many came between; none beside one that did."""
    assert governed == store.governing_instead(act, day)


def test_unknown_validity(store):
    """
    A proposal governs on no day that is known.
    """
    assert "unknown" == store.validity("EU:COM(2025) 101", date(2026, 11, 22)).verdict


def test_successor_and_saving(store):
    """
    A repealed act comes with what followed it and when it goes on governing.
    """
    validity = store.validity("EU:604/2013:3(2)", date(2026, 11, 22))

    assert "Regulation (EU) 2024/1351" == validity.successor
    assert "registered before 1 July 2026" in validity.saving


def test_every_timeline_can_be_built(store):
    """
    No instrument has days that contradict each other.
    """
    timelines = [store.instruments.get(key).timeline for key in store.instruments]

    assert len(store.instruments) == len(timelines)


def test_names_are_clean(store):
    """
    No comment stands inside a name, and no key is empty.
    """
    assert [] == [name for name in store.instruments.names if " (" in name.text and "that is" in name.text]
    assert [] == [name for name in store.instruments.names if not name.text or not name.key]


def test_dangerous_names(store):
    """
    A short capital word counts only in its capitals, and "the Convention" never by itself.
    """
    names = {name.text: name for name in store.instruments.names if name.lang == "en"}

    assert names["CAT"].case
    assert names["RC"].ambiguous
    assert names["the Convention"].ambiguous
    assert names["European Charter of Human Rights"].wrong


@pytest.mark.parametrize(
    ("instrument", "state", "verdict"),
    [
        ("ACHR", "USA", "not-bound"),
        ("ACHPR", "MAR", "not-bound"),
        ("ECHR", "KAZ", "not-bound"),
        ("ACHPR", "KEN", "unknown"),
    ],
)
def test_own_knowledge_is_no_check(store, instrument, state, verdict):
    """
    A State that is known from memory not to be bound is never told as checked, whatever else of the treaty is.
    """
    held = store.membership(instrument, state, date(2026, 11, 23))

    assert (verdict, False) == (held.verdict, held.verified)


@pytest.mark.parametrize(
    ("text", "status", "verdict"),
    [
        ("Article 38 of Directive 2013/32/EU", "unchecked", "unread"),
        ("Article 9(1) of Directive 2013/32/EU", "verified", "agrees"),
        ("Article 15 of Directive 2011/95/EU", "verified", "agrees"),
        ("Article 78 of Regulation (EU) 2024/1348", "verified", "agrees"),
        ("Article 80 of Regulation (EU) 2024/1348", "impossible", "no-such-article"),
        ("Article 1 of Protocol No. 12 to the Convention", "unchecked", "unread"),
        ("Article 33(1) of the Refugee Convention", "verified", "agrees"),
        # the sections of a statute, where somebody counted them
        ("Rajaturvallisuuslain (482/2024) 3 §:n mukaan hakemus jätetään ottamatta vastaan.", "verified", "agrees"),
        ("Rajaturvallisuuslain (482/2024) 9 §:n mukaan hakemus jätetään vastaan.", "impossible", "no-such-article"),
    ],
)
def test_nothing_unread_is_verified(text, status, verdict):
    """
    A provision is verified where somebody read the structure of its act, or its own text.
    """
    citation = find_citations(text)[0]
    assert status == citation.status
    assert [verdict] == [one.verdict for one in citation.compared if one.part == "article"]


# A file of one treaty in a collection, and the Charter as EUR-Lex has it: whose texts they can show.
OF_ONE_TREATY = {
    "crc": "CRC", "crpd": "CRPD", "gc-iv": "GCIV", "iccpr": "ICCPR", "cat": "CAT", "refugee": "CSR51",
    "unclos": "UNCLOS", "udhr": "UDHR", "vclt": "VCLT", "un-charter": "UN-Charter",
}  # fmt: skip


def test_no_text_rests_on_another_treaty():
    """
    The same few words may stand in two treaties: that the one has them says nothing of the other.
    """
    foreign = []
    for path in sorted((ROOT / "rules" / "law" / "texts").glob("*/*.toml")):
        article = tomllib.loads(path.read_text("utf-8"))
        for paragraph in article["paragraph"]:
            for source in paragraph["sources"]:
                file = re.search(r"open-treaties\S* data/([\w-]+)\.json", source)
                shown = OF_ONE_TREATY[file[1]] if file else "CFR" if "CELEX 12012P" in source else None
                if shown not in (None, article["instrument"]):
                    foreign.append(f"{paragraph['provision']}: {source[:60]}")

    assert [] == foreign
