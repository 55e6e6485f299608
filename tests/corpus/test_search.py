"""What is offered to a draft, what is not, and what is said of it."""

from datetime import date

import pytest

from refoulement_lint.corpus import search
from refoulement_lint.corpus.search import suggest
from refoulement_lint.corpus.words import Telling

STORY = (
    "The applicant crossed the border from Belarus through the forest. Border guards took him back to the fence the"
    " same day and pushed him to the other side without any decision. He told them that he wanted asylum."
)
FACTS = {"summary-return": 1, "no-written-decision": 1, "irregular-entry": 1, "asylum-request-ignored": 1}
ARGUMENTS = {"collective": "missing", "conduct": "missing", "access": "partly", "remedy": "made", "risk": "missing"}


@pytest.fixture
def offered(store):
    """Suggestions for the story, with something else where the test says so."""

    def offer(**changes):
        asked = {
            "facts": FACTS,
            "arguments": ARGUMENTS,
            "forum": "ecthr",
            "state": "POL",
            "on": date(2026, 11, 22),
            "top": 20,
        }
        return suggest(STORY, registers=store, **{**asked, **changes})

    return offer


class TestWhatIsOffered:
    def test_the_obvious_ones(self, offered):
        """
        A pushback at the Belarusian border brings up M.K. for it, and N.D. and N.T. against it.
        """
        sides = {support.target: support.side for support in offered(top=10)}

        assert "for" == sides["ecthr:40503/17"]
        assert "against" == sides["ecthr:8675/15"]

    def test_as_many_as_asked(self, offered):
        """
        No more are offered than were asked for, and each target once.
        """
        assert [0, 1, 20] == [len(offered(top=top)) for top in (0, 1, 20)]
        assert 20 == len({support.target for support in offered()})

    def test_scores_fall(self, offered):
        """
        Who sorts by score gets the order of the list.
        """
        scores = [support.score for support in offered(cited=frozenset({"ecthr:40503/17"}))]

        assert sorted(scores, reverse=True) == scores

    def test_nothing_from_the_future(self, offered, store):
        """
        Nothing decided after the law date is offered.
        """
        days = [
            store.authority(support.target).date
            for support in offered(on=date(2015, 1, 1))
            if "ecthr" in support.target
        ]

        assert days
        assert max(days) <= "2015-01-01"

    def test_nothing_without_force(self, offered, store):
        """
        What was superseded, annulled, overruled or is pending is not offered.
        """
        gone = {"superseded", "annulled", "overruled", "pending"}
        everything = offered(top=200)

        assert "ecthr:140/10" not in {support.target for support in everything}
        assert "ecthr:42120/21" not in {support.target for support in everything}
        assert [] == [one.target for one in everything if (row := store.authority(one.target)) and row.status in gone]

    def test_cited_ones_come_last(self, offered):
        """
        What the draft cites already comes after everything else, and says so.
        """
        everything = offered(cited=frozenset({"ecthr:40503/17"}), top=2_000)

        assert "ecthr:40503/17" == everything[-1].target
        assert "cites it already" in everything[-1].why
        assert "ecthr:40503/17" not in {support.target for support in offered(cited=frozenset({"ecthr:40503/17"}))}

    def test_a_treaty_that_does_not_bind(self, offered):
        """
        Protocol No. 4 is not offered against a State that it does not bind.
        """
        assert "ECHR-P4:4" in {support.target for support in offered()}
        assert "ECHR-P4:4" not in {support.target for support in offered(state="GRC")}

    @pytest.mark.parametrize(
        ("sent_to", "named", "side"),
        [
            ({"BLR"}, "", "against"),
            (set(), "BLR", "against"),
            (set(), "UZB", None),
            ({"UZB"}, "BLR", None),
        ],
    )
    def test_what_concerns_another_return(self, offered, sent_to, named, side):
        """
        Kozhayev, on an extradition to Belarus, is offered neither for nor against an extradition to Uzbekistan; nor to
        a draft that does not say where to and never names Belarus.
        """
        asked = {"facts": {"extradition": 1}, "arguments": {"risk": "missing"}, "state": "RUS", "top": 300}

        sides = {
            support.target: support.side for support in offered(sent_to=frozenset(sent_to), names=named.__eq__, **asked)
        }

        assert side == sides.get("ecthr:60045/10")

    def test_the_forum_comes_first(self, offered):
        """
        Luxembourg's judgments come first in Luxembourg.
        """
        assert offered(forum="cjeu", top=5)[0].target.startswith("cjeu:")


class TestWhatIsSaid:
    def test_not_delivered_today(self, offered):
        """
        A judgment is offered from the day after its delivery: nobody has read it on the day itself.
        """
        delivered = date(2020, 7, 23)
        before = {support.target for support in offered(on=delivered, top=60)}
        after = {support.target for support in offered(on=date(2020, 7, 24), top=60)}

        assert "ecthr:40503/17" not in before
        assert "ecthr:40503/17" in after

    def test_in_the_words_of_the_argument(self, offered):
        """
        An authority is offered for what the missing argument needs it for, not for whatever else it holds.
        """
        says = {support.target: support.says for support in offered(arguments={"collective": "missing"}, top=60)}

        assert "collective" in says["ecthr:15670/18"]

    def test_missing_before_made(self, offered):
        """
        What is not argued yet asks louder than what is: of two runs, the one in which assurances are missing brings
        their authorities higher.
        """
        facts = {**FACTS, "diplomatic-assurances": 1}

        def place(treatment):
            arguments = {**ARGUMENTS, "assurances": treatment}
            targets = [support.target for support in offered(facts=facts, arguments=arguments, top=60)]
            return targets.index("ecthr:8139/09")

        assert place("missing") < place("made")

    def test_what_the_story_is_about(self, offered):
        """
        What is told again and again counts more than what is told in passing: of two stories with the same facts, the
        one about an illness brings its authority higher.
        """

        def place(**facts):
            arguments = {"medical": "missing", "detention": "missing", "risk": "missing"}
            targets = [support.target for support in offered(facts=facts, arguments=arguments, top=60)]
            return targets.index("ecthr:41738/10")

        assert place(medical=7, detention=1) < place(medical=1, detention=7)

    def test_the_whole_court(self, offered, monkeypatch):
        """
        Judgments of the Grand Chamber stand higher than they would as judgments of a Chamber.
        """
        judgments = ("ecthr:27765/09", "ecthr:30696/09", "ecthr:47287/15")

        def places():
            targets = [support.target for support in offered(top=60)]
            return [targets.index(target) for target in judgments]

        as_they_are = places()
        monkeypatch.setitem(search._FORMATION, "GC", 0.0)

        assert sum(as_they_are) < sum(places())

    def test_under_the_article_that_is_pleaded(self, offered, monkeypatch):
        """
        A judgment under the article on which a missing argument rests stands higher for it: Amuur, on Article 5, for
        detention; but not outside Strasbourg.
        """

        def score(forum):
            found = offered(facts={"detention": 1}, arguments={"detention": "missing"}, forum=forum, top=60)
            return next(support.score for support in found if support.target == "ecthr:19776/92")

        as_they_are = score("ecthr"), score("cjeu")
        monkeypatch.setattr(search, "_articles", lambda record: frozenset())

        assert as_they_are[0] > score("ecthr")
        assert as_they_are[1] == score("cjeu")

    @pytest.mark.parametrize(
        ("articles", "expected"),
        [
            (["3", "13+3", "5-1-f"], {"ECHR:3", "ECHR:13", "ECHR:5"}),
            (["P4-4", "13+P4-4", "P7-1-1"], {"ECHR-P4:4", "ECHR:13", "ECHR-P7:1"}),
            ([], set()),
        ],
    )
    def test_articles_as_the_court_lists_them(self, articles, expected):
        """
        The Court's list of articles is read as ours, without paragraphs; what was found in conjunction counts for both.
        """
        assert expected == search._articles({"articles": articles})

    def test_everything_has_a_reason(self, offered):
        """
        Each offer has a citation, a sentence, a reason and a source.
        """
        assert [] == [one for one in offered() if not (one.citation and one.says and one.why and one.source)]

    def test_no_unchecked_pinpoint(self, offered, store):
        """
        A pinpoint is given only when somebody checked it.
        """
        checked = {
            (row.target, proposition.pinpoint)
            for support in offered(top=100)
            if (row := store.authority(support.target))
            for proposition in row.propositions
            if proposition.pinpoint_verified
        }

        assert [] == [
            support
            for support in offered(top=100)
            if support.pinpoint and (support.target, support.pinpoint) not in checked
        ]

    def test_nothing_told(self, offered):
        """
        A draft that tells nothing still gets the leading authorities of its forum, with a reason.
        """
        assert [] == [one for one in offered(facts={}, arguments={}) if not one.why]

    def test_same_question_same_answer(self, offered):
        """
        The same draft gets the same offers in the same order.
        """
        assert offered() == offered()


class TestWords:
    def test_telling_words(self, store):
        """
        Words that every story has are not asked for; those that few texts have come first.
        """
        words = Telling(store.curated.document_frequency).of(STORY)

        assert "belarus" in words
        assert not {"without", "them", "that", "other"} & set(words)

    def test_few_words(self, store):
        """
        A long draft asks for no more words than a short one may.
        """
        assert 5 == len(Telling(store.curated.document_frequency).of(STORY * 50, most=5))

    def test_no_words(self, store):
        """
        An empty draft asks for nothing and finds nothing by its words.
        """
        assert () == Telling(store.curated.document_frequency).of("")
        assert {} == store.curated.relevance(())
