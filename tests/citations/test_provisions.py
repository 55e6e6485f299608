"""Provisions and instruments: pinpoints, lists, ranges, and what "the Convention" stands for."""

import pytest

DIRECT = [
    ("Article 33(1) of the 1951 Convention", ["CSR51:33(1)"]),
    ("Article 1 A (2) of the Refugee Convention", ["CSR51:1A(2)"]),
    ("Article 1F(b) of the 1951 Convention Relating to the Status of Refugees", ["CSR51:1F(b)"]),
    ("Articles 2, 3 and 13 ECHR", ["ECHR:2", "ECHR:3", "ECHR:13"]),
    ("Article 5 §§ 1, 2 and 4 of the European Convention on Human Rights", ["ECHR:5(1)", "ECHR:5(2)", "ECHR:5(4)"]),
    ("Article 37 § 1 (a) ECHR", ["ECHR:37(1)(a)"]),
    ("Articles 31 to 33 of the Refugee Convention", ["CSR51:31", "CSR51:32", "CSR51:33"]),
    ("Article 4 of Protocol No. 4 to the Convention", ["ECHR-P4:4"]),
    ("Article 1 of Protocol No. 7", ["ECHR-P7:1"]),
    ("Article 3 of the Convention against Torture", ["CAT:3"]),
    ("Article 19(2) of the EU Charter", ["CFR:19(2)"]),
    ("Article 78(1) TFEU", ["TFEU:78(1)"]),
    ("Article 15(b) of Directive 2011/95/EU", ["EU:2011/95:15(b)"]),
    ("Articles 6 and 7(1) of Directive 2013/32/EU", ["EU:2013/32:6", "EU:2013/32:7(1)"]),
    ("Article 3(2) of Regulation (EU) No 604/2013", ["EU:604/2013:3(2)"]),
    ("Article 10 of Regulation (EU) 2024/1348", ["EU:2024/1348:10"]),
    ("Rule 39 of the Rules of Court", ["ECtHR-Rules:39"]),
    ("Article 7 ICCPR", ["ICCPR:7"]),
    ("paragraph 2 of Article 33 of the 1951 Convention", ["CSR51:33(2)"]),
    ("ECHR, Article 3", ["ECHR:3"]),
    ("article 3 CEDH", ["ECHR:3"]),
    ("Art. 3 EMRK", ["ECHR:3"]),
    ("Articles 2, 3, 4 (paragraph 1) and 7 ECHR", ["ECHR:2", "ECHR:3", "ECHR:4(1)", "ECHR:7"]),
]


class TestDirect:
    @pytest.mark.parametrize(("text", "targets"), DIRECT)
    def test_instrument_named_at_once(self, found, text, targets):
        """
        Every element of a list is one citation of the instrument that the words name.
        """
        assert targets == [one.target for one in found(f"There was a breach of {text}.") if one.kind == "provision"]

    def test_span_runs_to_the_instrument(self, found):
        """
        One provision runs from "Article" to the instrument; the later ones of a list span their number.
        """
        text = "contrary to Articles 3 and 13 of the European Convention on Human Rights, and"

        assert ["Articles 3", "13 of the European Convention on Human Rights"] == [one.text for one in found(text)]


class TestContext:
    def test_the_convention_in_a_strasbourg_draft(self, found):
        """
        Beside Strasbourg cases "the Convention" is the European one.
        """
        cited = found("Article 3 of the Convention was breached (Saadi v. Italy [GC], no. 37201/06, ECHR 2008).")

        assert "ECHR:3" == cited[0].target

    def test_defined_term_wins(self, found):
        """
        A definition in the draft decides what the word stands for.
        """
        cited = found(
            'The Convention against Torture ("the Convention") binds. Article 3 of the Convention is absolute.'
        )

        assert "CAT:3" == cited[-1].target

    def test_convention_reason_is_the_refugee_convention(self, found):
        """
        "Convention reason" is the nexus of Article 1A(2), whatever else the draft calls the Convention.
        """
        cited = found("He was persecuted for a Convention reason.")

        assert ["CSR51"] == [one.target for one in cited]

    def test_bare_article_takes_the_only_instrument_it_is_tied_to(self, found):
        """
        "Article 3" alone is that of the instrument to which the draft ties Article 3 elsewhere.
        """
        cited = found("Article 3 of the Convention against Torture applies.\n\nArticle 3 knows no exception.")

        assert ["CAT:3", "CAT:3"] == [one.target for one in cited]

    def test_unknown_act_stays_open(self, found):
        """
        An article of an act that we do not know is not given to the treaty that we do.
        """
        cited = found("Saadi v. Italy [GC], no. 37201/06, ECHR 2008. Article 3 of the Border Guard Act allows it.")

        assert [None] == [one.target for one in cited if one.kind == "provision"]

    def test_geneva_conventions_of_1949_leave_it_open(self, found):
        """
        "The Geneva Convention" is the Refugee Convention, unless those of 1949 are in play.
        """
        assert "CSR51:33" == found("Article 33 of the Geneva Convention protects him.")[0].target
        assert (
            None is found("The Geneva Conventions of 1949 apply. Article 33 of the Geneva Convention too.")[-1].target
        )


@pytest.mark.slow
class TestUnluckyInput:
    @pytest.mark.parametrize(
        "piece",
        [
            *("Article ", "Article 3, ", "Articles 3, ", "Article 3 § ", "§§ 1, ", "(", "1/1", "no. 1/11, ", "ibid. "),
            *("v. ", "A v. ", "X v. Poland, ", "A and B and ", "X v. Belgium and ", "C-1/11 "),
            *("Convention ", '("Convention") ', "Protocol No. 4 to the Convention "),
        ],
    )
    def test_twice_the_characters(self, unlucky_seconds, piece):
        """
        No text makes a grammar run away: twice the text takes at most about twice the time.
        """
        once, twice = unlucky_seconds(piece)

        assert twice < 3 * once + 0.25


class TestInTheSentence:
    """A bare article behind "the Charter", which names an instrument of its own."""

    @pytest.mark.parametrize(
        ("text", "article", "target"),
        [
            ("Il invoque la CEDH. Or la Charte l'interdit (article 18, paragraphe 1).", "article 18, paragraphe 1",
             None),
            ("Il invoque la CEDH. La Charte l'interdit aussi (article 19, § 2).", "article 19, § 2", "CFR:19(2)"),
            ("He pleads the ECHR. The Charter forbids it (Article 19, paragraph 1).", "Article 19, paragraph 1",
             "CFR:19(1)"),
            ("He pleads Article 3 ECHR. The Charter is silent. Remedies exist (Article 13).", "Article 13", "ECHR:13"),
        ],
    )  # fmt: skip
    def test_charter(self, found, text, article, target):
        """The bracket that closes the sentence's aside is no part of the article."""
        last = found(text)[-1]

        assert last.text == article
        assert target is None or last.target == target
