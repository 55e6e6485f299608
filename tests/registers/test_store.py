"""What a number, a name or a target means."""

from datetime import date

import pytest

from refoulement_lint.registers.opening import open_registers

MSS = "ecthr:30696/09"


class TestNumbers:
    def test_one_case(self, store):
        """
        A number leads to its decision.
        """
        assert [("M.S.S. v. Belgium and Greece", "2011-01-21", "GC")] == [
            (row.title, row.date, row.formation) for row in store.cases.by_number("30696/09") if row.decision == "JUD"
        ]

    def test_joined_number(self, store):
        """
        A joined application leads to the same judgment as the first.
        """
        assert store.cases.by_number("8675/15")[0].target == store.cases.by_number("8697/15")[0].target

    def test_newest_first(self, store):
        """
        Of several decisions in one case the youngest comes first.
        """
        days = [row.date for row in store.cases.by_number("47287/15")]

        assert sorted(days, reverse=True) == days

    @pytest.mark.parametrize("number", ["99999/25", "", "x", "1/1/1", "123456789/09", "12/345"])
    def test_no_such_number(self, store, number):
        """
        What is no number, or nobody's, leads to nothing.
        """
        assert () == store.cases.by_number(number)
        assert not store.cases.has_number(number)

    def test_near_numbers(self, store):
        """
        Two neighbours exchanged lead back to the number that exists.
        """
        assert "30696/09" in store.cases.near_numbers("30669/09")


class TestNamesOfCases:
    @pytest.mark.parametrize(
        "name",
        [
            "M.S.S. v. Belgium and Greece",
            "MSS v Belgium and Greece",
            "M.S.S. c. Belgique et Grèce",
            "M.S.S. v. Belgium",
            "M.S.S. gegen Belgien und Griechenland",
            "M.S.S. przeciwko Belgii i Grecji",
            "M.S.S. prieš Belgiją ir Graikiją",
            "CASE OF M.S.S. v. BELGIUM AND GREECE",
        ],
    )
    def test_ways_of_writing(self, store, name):
        """
        House style, OSCOLA, capitals and the languages of drafts name the same case.
        """
        assert MSS in {row.target for row in store.cases.by_name(name)}
        assert store.cases.is_named(name, store.authority(MSS))

    @pytest.mark.parametrize("name", ["M.S.S. v. Ruritania", "M.S.S. v. Poland", "Nobody at all v. Greece"])
    def test_another_name(self, store, name):
        """
        A State that the case has nothing to do with makes it another name.
        """
        assert MSS not in {row.target for row in store.cases.by_name(name)}
        assert not store.cases.is_named(name, store.authority(MSS))

    def test_short_name(self, store):
        """
        A usual short name leads to its case, and the register says which short names there are.
        """
        assert "ecthr:27765/09" in {row.target for row in store.cases.by_name("Hirsi")}
        assert ("ecthr:22414/93",) == store.cases.short_names["Chahal"]

    def test_series(self, store):
        """
        "(no. 2)" leaves out the first case of that name.
        """
        assert {"ecthr:37967/18"} == {row.target for row in store.cases.by_name("Shahzad v. Hungary (no. 2)")}

    @pytest.mark.parametrize(
        ("written", "title"),
        [
            ("Paposhvilli v. Belgium", "Paposhvili v. Belgium"),
            ("Illias and Ahmed v. Hungary", "Ilias and Ahmed v. Hungary"),
            ("Sofi and Elmi v. the United Kingdom", "Sufi and Elmi v. the United Kingdom"),
        ],
    )
    def test_near_names(self, store, written, title):
        """
        A slip leads to the case that may be meant.
        """
        assert title == store.cases.near_names(written)[0].title


class TestTargets:
    @pytest.mark.parametrize(
        ("target", "citation"),
        [
            (MSS, "M.S.S. v. Belgium and Greece [GC], no. 30696/09, ECHR 2011"),
            ("ecthr:14038/88", "Soering v. the United Kingdom, 7 July 1989, Series A no. 161"),
            (
                "ecthr:22414/93",
                "Chahal v. the United Kingdom, 15 November 1996, Reports of Judgments and Decisions 1996-V",
            ),
            ("ecthr:8675/15", "N.D. and N.T. v. Spain [GC], nos. 8675/15 and 8697/15, 13 February 2020"),
            ("ecthr:40503/17", "M.K. and Others v. Poland, nos. 40503/17 and 2 others, 23 July 2020"),
            ("ecthr:43844/98", "T.I. v. the United Kingdom (dec.), no. 43844/98, ECHR 2000-III"),
            ("ecthr:47152/06", "Blokhin v. Russia [GC], no. 47152/06, 23 March 2016"),
            ("uk:[2010] UKSC 31", "HJ (Iran) and HT (Cameroon) v Secretary of State for the Home Department"),
        ],
    )
    def test_citation(self, store, target, citation):
        """
        Every authority has a citation in the style of its court, ready to paste.
        """
        assert store.authority(target).citation.startswith(citation)

    def test_last_word(self, store):
        """
        The Grand Chamber's judgment stands for the case, and the Chamber's knows that it is superseded.
        """
        rows = store.cases.by_number("47287/15")
        chamber = next(row for row in rows if row.formation == "CH" and row.decision == "JUD")

        assert "GC" == store.authority("ecthr:47287/15").formation
        assert "superseded" == chamber.status
        assert "2019-11-21" == store.superseded(chamber).date

    def test_annulled(self, store):
        """
        A judgment that was annulled on revision says so.
        """
        assert {"annulled", ""} == {row.status for row in store.cases.by_number("25244/18") if row.decision == "JUD"}

    def test_pending(self, store):
        """
        A case before the Grand Chamber is pending, communicated in English or not.
        """
        assert "pending" == store.cases.pending("42120/21").status
        assert "pending" == store.authority("ecthr:17764/22").status
        assert store.cases.pending("30696/09") is None

    def test_urgent_case_without_its_mark(self, store):
        """
        A case of Luxembourg is found with and without "PPU", and by a joined number.
        """
        assert "cjeu:C-72/22 PPU" == store.authority("cjeu:C-72/22").target
        assert "cjeu:C-411/10" == store.authority("cjeu:C-493/10").target

    def test_unknown(self, store):
        """
        What the registers do not hold is nothing, in every register.
        """
        assert [None] * 4 == [store.authority(target) for target in ("ecthr:1/99", "uk:[2005] UKHL 38", "x", "")]

    def test_doubtful_pinpoints_stay_away(self, store):
        """
        A pinpoint that a lawyer must check first is not given out.
        """
        pinpoints = {proposition.pinpoint for proposition in store.authority("ecthr:22414/93").propositions}

        assert "§ 151" not in pinpoints
        assert "" in pinpoints


class TestReach:
    @pytest.mark.parametrize(
        ("day", "judgment", "decision"),
        [
            ("2020-01-01", True, True),
            ("2024-01-01", True, None),
            ("2026-04-24", True, None),
            ("2026-04-25", None, False),
            ("2026-09-24", False, False),
            ("2026", None, None),
            ("2019", True, True),
            ("1957", False, False),
            ("", None, None),
        ],
    )
    def test_strasbourg(self, store, day, judgment, decision):
        """
        Only a day on which everything is held lets anybody say "not in the register".
        """
        assert judgment is store.covers("ecthr", day)
        assert decision is store.covers("ecthr", day, decision=True)

    def test_sentence(self, store):
        """
        Each register has a sentence to print, and the count of its rows.
        """
        assert store.coverage_sentence("ecthr").startswith("Strasbourg register (HUDOC): judgments to 27 July 2026")
        assert 88214 == store.coverage[0].rows


class TestWhoIsBound:
    @pytest.mark.parametrize(
        ("instrument", "state", "verdict", "verified"),
        [
            ("ECHR-P4", "GRC", "not-bound", True),
            ("ECHR-P4", "GBR", "not-bound", True),
            ("ECHR-P4", "POL", "bound", False),
            ("CSR51", "POL", "bound", True),
            ("EU:2011/95", "DNK", "not-bound", True),
            ("ECHR-P4", "KAZ", "not-bound", False),
            ("CSR51", "XXX", "unknown", False),
        ],
    )
    def test_membership(self, store, instrument, state, verdict, verified):
        """
        A row that nobody checked says so, and a row that is missing decides nothing but where the table is whole.
        """
        membership = store.membership(instrument, state, date(2026, 11, 22))

        assert (verdict, verified) == (membership.verdict, membership.verified)

    def test_withdrawal(self, store):
        """
        Russia was bound by the Convention to the day on which it ceased to be a Party.
        """
        assert "bound" == store.membership("ECHR", "RUS", date(2022, 9, 15)).verdict
        assert "not-bound" == store.membership("ECHR", "RUS", date(2022, 9, 16)).verdict


class TestWords:
    @pytest.mark.parametrize(
        ("target", "title"),
        [
            ("ECHR:35(1)", "Article 35 § 1 of the European Convention on Human Rights"),
            ("ECHR-P4:4", "Article 4 of Protocol No. 4 to the Convention"),
            ("EU:2011/95:15(b)", "Article 15(b) of Directive 2011/95/EU"),
            ("EU:2011/95", "Directive 2011/95/EU"),
            (MSS, "M.S.S. v. Belgium and Greece"),
            ("nothing:1", "nothing:1"),
        ],
    )
    def test_title(self, store, target, title):
        """
        A target is printed as a brief writes it.
        """
        assert title == store.title(target)

    @pytest.mark.parametrize(
        ("text", "target"),
        [
            ("M.S.S. v. Belgium and Greece", MSS),
            ("no. 30696/09", MSS),
            ("ECLI:CE:ECHR:2011:0121JUD003069609", MSS),
            ("CE:ECHR:2011:0121JUD003069609", MSS),
            ("EU:C:2011:865", "cjeu:C-411/10"),
            ("Case C-72/22 PPU", "cjeu:C-72/22 PPU"),
            ("Refugee Convention", "CSR51"),
            ("CFR:19(2)", "CFR:19(2)"),
            ("INS v. Cardoza-Fonseca, 480 U.S. 421 (1987)", "us:480 U.S. 421"),
            ("[2010] UKSC 31", "uk:[2010] UKSC 31"),
            ("no. 30 696/09", MSS),
            ("30696/2009", MSS),
            ("Mutombo v. Switzerland", "cat:13/1993"),
            ("Jawo", "cjeu:C-163/17"),
        ],
    )
    def test_look_up(self, store, text, target):
        """
        One citation in any form leads to what it means.
        """
        assert target == store.look_up(text)[0].target

    @pytest.mark.parametrize("text", ["no. 99 999/09", "99999/09", "no. 1/2009"])
    def test_a_number_is_no_name(self, store, text):
        """
        What is known of "N.Ö. v. Türkiye" is no answer to a number that nobody holds.
        """
        assert () == store.look_up(text)

    def test_official_text(self, store):
        """
        A provision's official wording comes with its source, in the language asked for.
        """
        assert "Collective expulsion of aliens is prohibited." == store.text_of("ECHR-P4:4")[0].text
        assert "fr" == store.text_of("ECHR-P4:4", "fr")[0].language


def test_every_respondent_has_a_name(store):
    """
    Each State in the Strasbourg register has a name in the table of States.
    """
    rows = store._connection.execute("SELECT DISTINCT respondent FROM cases WHERE respondent NOT NULL")
    codes = {code for (joined,) in rows for code in joined.split(";")}

    assert set() == {code for code in codes if store.state_name(code) == code}


def test_every_tag_is_known_or_plain(store):
    """
    A tag bears on an argument, a fact or a place, unless it only says what became of the authority.
    """
    plain = {
        "abuse-of-application", "adverse", "article-1D", "committee", "diplomatic-asylum", "interpretation", "leading",
        "p4-3", "pending", "revised", "superseded", "superseded-in-part", "unhcr", "void",
    }  # fmt: skip
    tags = {tag for record in store.curated.records.values() for tag in record.get("tags", ())}

    assert plain == tags - set(store.curated.tags)


def test_opening_twice_gives_the_same(store):
    """
    Edition and hash are those of the file.
    """
    assert (store.edition, store.sha256) == (open_registers().edition, open_registers().sha256)
