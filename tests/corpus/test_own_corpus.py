"""The user's own documents: taken in once, held whole, found again; the same in a file and on a server."""

import os
from datetime import date
from pathlib import Path

import pytest

import refoulement_lint
from refoulement_lint import pipeline
from refoulement_lint.corpus.nearest import _looked_for, answers, cut, nearest
from refoulement_lint.corpus.opening import open_corpus, place_of, used_corpus
from refoulement_lint.corpus.words import stems
from refoulement_lint.engine import open_engine
from refoulement_lint.formats import markdown
from refoulement_lint.indexing import Intake, doubts, named
from refoulement_lint.model import CorpusError

REPORT = """# Report on the forest strip

## Conditions

People who were driven to the fence near Kuźnica spent nine nights in the marsh without water.

## Procedure

No official of the border guard wrote down a request for asylum in the forest strip between January and June.
"""
JUDGMENT = """CASE OF EXAMPLE v. NOWHERE

(Application no. 99123/30)

JUDGMENT

1.  The case originated in an application (no. 99123/30) lodged by a person who does not exist.

2.  The applicant was taken to the fence at night and told to walk towards the lights on the other side.

3.  No record was made of what he said, and nobody asked him where he would sleep.

4.  The Court of this example observes that a return without any record cannot be examined by anybody afterwards.
"""
SOURCES = {
    "monitoring": """# Monitoring

People were driven back to the Belarusian side the same night, though they had asked for asylum; no decision was issued.

The checkpoint was painted in the spring, and its roof was mended.

No interpreter was called in any of the cases, and the border guards pushed the families back through the gate.
""",
    "clinic": """# Clinics

Dr Weber writes that an interruption of dialysis for a week would lead to death within days.
""",
    "other": """# Other

The border between the two plots was marked by a fence that the neighbour moved at night without telling anybody.

The decision on the building was given to the owners, who signed for it; an appeal to the court was refused.

The applicant company complained of the tax on the forest and said that three officers had come at night.

The doctor's fee is due within three days of the treatment; the patient asked for a receipt twice a week.
""",
}
STORY = (
    "The border guards drove her to the fence near Kuźnica; she spent three nights in the marsh. Nobody recorded it."
)


def happened(taken):
    return [one.happened for one in taken]


class TestTaking:
    def test_once(self, take, write, corpus):
        """
        A file is read once; as it is it is passed over, changed it is read anew, and nothing is held twice.
        """
        path = write("report.md", REPORT)
        first = take(path)
        again = take(path)
        write("report.md", REPORT.replace("nine nights", "eleven nights"))
        changed = take(path)

        assert ["added", "unchanged", "changed"] == happened([*first, *again, *changed])
        assert (1, 2) == corpus.count()
        assert [] == list(answers("nine nights", corpus, 5))
        assert 1 == len(answers("eleven nights", corpus, 5))

    def test_what_is_forgotten(self, take, write, corpus):
        """
        A document that was removed leaves no word behind.
        """
        take(write("report.md", REPORT))
        before = corpus.frequency(stems("marsh fence"))
        corpus.remove("report")

        assert {"marsh": 1, "fence": 1} == dict(before)
        assert ((), (0, 0), {}) == (answers("marsh", corpus, 5), corpus.count(), dict(corpus.frequency(["marsh"])))
        assert "" == corpus.fault()

    def test_moved_and_twin(self, take, write, corpus):
        """
        A file that was moved keeps its name; a copy beside it is not held twice.
        """
        path = write("report.md", REPORT)
        copy = write("copy.md", REPORT)
        first = take(path, copy)
        Path(path).unlink()
        moved = take(copy)

        assert ["added", "twin", "moved"] == happened([*first, *moved])
        assert [("report", copy)] == [(held.name, held.path) for held in corpus.documents()]

    def test_two_files_of_one_name(self, take, write, corpus):
        """
        Files of one name in two folders have two names here.
        """
        take(write("a.md", REPORT), write("A.txt", JUDGMENT))

        assert ["a", "a-2"] == [held.name for held in corpus.documents()]

    def test_what_cannot_be_read(self, take, write, corpus):
        """
        A file that cannot be read is refused in one sentence, and the others are taken.
        """
        taken = take(write("a.docx", "no Word file"), write("empty.md", ""), write("report.md", REPORT))

        assert ["refused", "refused", "added"] == happened(taken)
        assert "truncated or damaged" in taken[0].says
        assert "no text" in taken[1].says

    def test_interrupted(self, engine, write, corpus, place):
        """
        Who stops while a document is being held has all those before it and nothing of this one, and goes on there.
        """
        one, two = write("one.md", REPORT), write("two.md", JUDGMENT)
        Intake(corpus, engine).take(one)

        def stopping(paragraphs):
            yield from paragraphs[:2]
            raise KeyboardInterrupt

        held = Intake(corpus, engine).corpus.documents()[0]
        with pytest.raises(KeyboardInterrupt):
            corpus.put(held, stopping([paragraph.paragraph for paragraph in corpus.of_target(held.target)]))
        other = open_corpus(place, create=True)
        again = Intake(other, engine)

        assert ["unchanged", "added"] == [again.take(path).happened for path in (one, two)]
        assert (2, "") == (other.count()[0], other.fault())
        other.close()

    def test_two_at_once(self, take, write, corpus, place, engine):
        """
        Of two processes that add files of one name at once the slower one is told to begin again, and loses nothing.
        """
        slow_corpus = open_corpus(place, create=True)
        slow = Intake(slow_corpus, engine)
        take(write("a.md", REPORT))
        with pytest.raises(CorpusError, match="another process is adding"):
            slow.take(write("a.txt", JUDGMENT))
        again = Intake(slow_corpus, engine).take(write("a.txt", JUDGMENT))

        assert ("added", "a-2", 2) == (again.happened, again.document.name, corpus.count()[0])
        slow_corpus.close()

    def test_doubts(self, take, write, corpus):
        """
        A file that has gone, and one that was changed since, are told; the others are as they were.
        """
        gone, changed = write("gone.md", REPORT), write("changed.md", JUDGMENT)
        take(gone, changed, write("same.md", "A memo about the same fence, long enough to be held."))
        Path(gone).unlink()
        write("changed.md", JUDGMENT + "\n5.  One more.\n")

        assert [("changed", "changed"), ("gone", "gone")] == [
            (doubt.document.name, doubt.what) for doubt in doubts(corpus)
        ]


class TestWhatItIs:
    def test_decision(self, take, write, corpus):
        """
        A judgment is known by the number on its first page, and its paragraphs by their own numbers.
        """
        take(write("judgment.txt", JUDGMENT))
        (held,) = corpus.documents()

        assert ("case", "ecthr:99123/30") == (held.kind, held.target)
        assert ["§ 1", "§ 2", "§ 3", "§ 4"] == [
            excerpt.paragraph.pinpoint for excerpt in corpus.of_target("ecthr:99123/30")
        ][-4:]

    @pytest.mark.parametrize(
        ("head", "kind"),
        [
            ("Case note: M.S.S. v. Belgium and Greece, no. 30696/09, judgment of 21 January 2011", "memo"),
            ("Memo\n\nTo: all\n\nM.S.S. v. Belgium and Greece [GC], no. 30696/09, judgment", "memo"),
            ("Observations in reply\n\nApplication no. 30696/09\n\nbefore the Court", "document"),
            ("Country report on conditions at the border", "report"),
            (
                "No. 1/01\n\nApplication no. 2/02\n\nApplication no. 3/03\n\nApplication no. 4/04\n\nJudgments",
                "document",
            ),
        ],
    )
    def test_no_decision(self, take, write, corpus, head, kind):
        """
        What writes about a decision, or to a court, or lists several, is none.
        """
        take(write("a.txt", f"{head}\n\nA paragraph that says something about the border and the forest.\n"))
        (held,) = corpus.documents()

        assert (kind, "corpus:a") == (held.kind, held.target)

    def test_said_by_the_user(self, take, write, corpus):
        """
        What the user says counts before what the head says, also for a file that is held already.
        """
        path = write("a.md", REPORT)
        take(path)
        take(path, target="ecthr:30696/09")
        (held,) = corpus.documents()

        assert ("case", "ecthr:30696/09") == (held.kind, held.target)
        assert held.citation.startswith("M.S.S. v. Belgium and Greece [GC], no. 30696/09")


class TestFinding:
    def test_search(self, take, write, corpus):
        """
        A paragraph is found by its words, with or without their accents and endings, and says where it stands.
        """
        take(write("report.md", REPORT), write("judgment.txt", JUDGMENT))
        (found,) = answers("kuznica marshes", corpus, 5)

        assert ("corpus:report#p1", "“Conditions”, para. 1", "report") == (
            found.target, found.pinpoint, found.corpus,
        )  # fmt: skip
        assert "nine nights in the marsh" in found.says
        assert found.source.endswith("report.md")
        assert [] == list(answers("kuznica nowhere", corpus, 5))

    def test_hostile_query(self, take, write, corpus):
        """
        Signs that a database would obey are only words here.
        """
        take(write("report.md", REPORT))

        assert [] == [list(answers(query, corpus, 5)) for query in ('"', "' OR 1=1 --", "a* NEAR", "\x00", "") if
                      answers(query, corpus, 5)]  # fmt: skip

    def test_nearest(self, take, write, corpus):
        """
        What a story tells brings up the paragraph that tells the same, and what is about something else nothing.
        """
        take(write("report.md", REPORT), write("judgment.txt", JUDGMENT))

        assert "corpus:report#p1" == nearest(STORY, corpus, 3)[0].excerpt.target
        assert () == nearest("The recipe asks for flour, butter and two eggs.", corpus, 3)

    def test_a_rare_word_counts_more(self, take, write, corpus):
        """
        Of paragraphs with one word asked for, the one whose word few others have comes first; with more words, first
        of all.
        """
        lines = [
            "The gate was closed at noon.",
            "The gate was open.",
            "The dialysis stopped.",
            "The gate by the marsh.",
        ]
        take(write("list.txt", "\n\n".join(f"{place}. {line}" for place, line in enumerate(lines, start=1))))
        found = [excerpt.paragraph.text for excerpt in corpus.matching(("gate", "dialy", "marsh"), 3)]

        assert "marsh" in found[0]
        assert 3 == len(found)
        if corpus.place.endswith(".sqlite"):  # PostgreSQL does not count how many paragraphs have a word
            assert "dialysis" in found[1]
            assert "noon" in found[2]

    def test_the_lightest_words_are_not_looked_for(self):
        """
        Words that together tell next to nothing are left out, but never so many that a paragraph could not share
        three.
        """
        weights = {"dialy": 5.0, "marsh": 4.0, "fence": 3.0, "artic": 0.2, "court": 0.1}

        assert ["dialy", "marsh", "fence"] == _looked_for(weights, 0.4)
        assert ["dialy", "marsh", "fence", "artic"] == _looked_for(weights, 0.25)
        assert ["dialy", "marsh", "fence"] == _looked_for(weights, 100.0)

    def test_cut(self):
        """
        A long paragraph is shown from the sentence that says most, a short one whole.
        """
        long = f"{'Something else entirely is told here. ' * 20}They slept in the marsh. {'And on it goes. ' * 40}"

        assert cut(long, ("marsh",)).startswith("… They slept in the marsh. And on")
        assert cut(long, ("marsh",)).endswith(" …")
        assert "Short." == cut("Short.", ("marsh",))


class TestInTheDraft:
    def test_suggested(self, take, write, corpus):
        """
        Excerpts stand among the authorities, with pinpoint, file and reason; scores fall along the list.
        """
        take(write("report.md", REPORT))
        engine = open_engine(corpus=corpus)
        offered = pipeline.suggestions(markdown.of(STORY), engine, on=date(2026, 11, 22), forum="ecthr", state="POL")
        (own,) = [support.to_dict() for support in offered if support.corpus]
        scores = [support.score for support in offered]

        assert ("corpus:report#p1", "report", "for", True) == (
            own["target"], own["corpus"], own["side"], own["verified"],
        )  # fmt: skip
        assert "in your corpus" in own["why"]
        assert sorted(scores, reverse=True) == scores
        assert any(support.target == "ecthr:40503/17" for support in offered)

    @pytest.mark.parametrize(
        ("draft", "speaks"),
        [
            (
                "The applicants, two Syrians, crossed the border through the forest. They said that they wanted asylum."
                " No interpreter was called, and no decision was given to them. The border guards drove them to the"
                " fence and pushed them back to Belarus at night.",
                {"corpus:monitoring#p1", "corpus:monitoring#p3"},
            ),
            (
                "The applicant, whose asylum claim was refused, suffers from kidney failure and needs dialysis three"
                " times a week. An interruption would lead to death within days. He is to be removed to Georgia.",
                {"corpus:clinic#p1"},
            ),
        ],
    )
    def test_what_speaks_to_the_point(self, take, write, corpus, draft, speaks):
        """
        Of several sources those paragraphs are among the first ten that tell or argue what the draft does; a border
        between plots, a decision on a building and a doctor's fee are not, though they share words.
        """
        take(*(write(f"{name}.md", text) for name, text in SOURCES.items()))
        engine = open_engine(corpus=corpus)

        offered = pipeline.suggestions(markdown.of(draft), engine, on=date(2026, 11, 22), forum="ecthr", top=10)
        own = {support.target for support in offered if support.corpus}

        assert speaks <= own
        assert not any(target.startswith("corpus:other") for target in own)
        assert not any(support.corpus for support in offered[:2])

    def test_none_that_speaks(self, take, write, corpus):
        """
        A corpus about something else adds nothing, and takes nothing from its place.
        """
        take(write("other.md", SOURCES["other"]))
        asked = {"on": date(2026, 11, 22), "forum": "ecthr", "state": "POL"}

        with_it = pipeline.suggestions(markdown.of(STORY * 3), open_engine(corpus=corpus), **asked)
        without = pipeline.suggestions(markdown.of(STORY * 3), open_engine(), **asked)

        assert without == with_it

    def test_linted(self, take, write, corpus, place, tmp_path):
        """
        A report that drew on a corpus names it; one without says nothing of any.
        """
        take(write("judgment.txt", JUDGMENT))
        draft = tmp_path / "draft.md"
        draft.write_text("“Nobody asked him where he would sleep at night” (Example v. Malta, no. 99123/30).", "utf-8")
        report = refoulement_lint.lint(draft, on="2026-11-22", corpus=place).to_dict()

        assert {"place": corpus.place, "documents": 1, "paragraphs": corpus.count()[1]} == report["corpus"]
        assert "corpus" not in refoulement_lint.lint(draft, on="2026-11-22").to_dict()

    def test_not_decided_yet(self, take, write, corpus):
        """
        What was decided after the law date is not offered.
        """
        take(write("judgment.txt", JUDGMENT.replace("99123/30", "30696/09")))
        engine = open_engine(corpus=corpus)
        offered = pipeline.suggestions(markdown.of(STORY * 3), engine, on=date(2010, 1, 1))

        assert [] == [support for support in offered if support.corpus]


class TestOpening:
    def test_not_there(self, tmp_path):
        """
        A corpus that was named and is not there is a mistake; the user's own one may be missing.
        """
        with pytest.raises(CorpusError, match="there is no corpus"):
            used_corpus(str(tmp_path / "no.sqlite"))
        assert used_corpus("none") is None

    def test_default(self, monkeypatch, tmp_path):
        """
        The option counts before the environment, and that before the folder of the user's data.
        """
        monkeypatch.delenv("REFOULEMENT_LINT_CORPUS")
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        default = place_of(None)
        monkeypatch.setenv("REFOULEMENT_LINT_CORPUS", "office.sqlite")

        assert default.endswith("refoulement-lint/corpus.sqlite")
        assert ("office.sqlite", "given.sqlite", "") == (place_of(None), place_of("given.sqlite"), place_of("none"))

    @pytest.mark.parametrize(
        ("content", "says"),
        [(b"not a database at all" * 100, "damaged"), (b"SQLite format 3\x00" + b"\x00" * 2000, "damaged|no corpus")],
    )
    def test_damaged(self, tmp_path, content, says):
        """
        A file that is no corpus is said to be none, and is not written to.
        """
        path = tmp_path / "a.sqlite"
        path.write_bytes(content)
        for create in (False, True):
            with pytest.raises(CorpusError, match=says):
                open_corpus(str(path), create=create)

        assert content == path.read_bytes()

    def test_of_another_program(self, tmp_path):
        """
        Another program's database is refused and left alone.
        """
        from refoulement_lint.registers.opening import PACKAGE

        path = tmp_path / "registers.sqlite"
        path.write_bytes((PACKAGE / "registers.sqlite").read_bytes())
        with pytest.raises(CorpusError, match="is no corpus of refoulement-lint"):
            open_corpus(str(path), create=True)

    def test_cut_short(self, engine, write, tmp_path):
        """
        A corpus whose end is missing is told to be damaged.
        """
        path = tmp_path / "c.sqlite"
        corpus = open_corpus(str(path), create=True)
        Intake(corpus, engine).take(write("report.md", REPORT))
        corpus.close()
        path.write_bytes(path.read_bytes()[:-8192])
        with pytest.raises(CorpusError, match="damaged"):
            cut_short = open_corpus(str(path))
            raise CorpusError(cut_short.fault())

    @pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")
    def test_private(self, tmp_path):
        """
        Only its owner may read what is added.
        """
        open_corpus(str(tmp_path / "c.sqlite"), create=True).close()

        assert 0o600 == (tmp_path / "c.sqlite").stat().st_mode & 0o777

    def test_other_addresses(self):
        """
        An address that is no file and no PostgreSQL is refused.
        """
        with pytest.raises(CorpusError, match="mysql:// is no corpus"):
            open_corpus("mysql://host/name")

    @pytest.mark.installed
    def test_no_server(self):
        """
        A server that does not answer is told without the password.
        """
        pytest.importorskip("psycopg", reason="psycopg is not installed (pip install refoulement-lint[postgres])")
        with pytest.raises(CorpusError) as refused:
            open_corpus("postgresql://somebody:secret@localhost:1/none")

        assert "does not answer" in str(refused.value)
        assert "secret" not in str(refused.value)

    def test_name_not_known(self, take, write, corpus):
        """
        A name that is not held is told with the nearest that is.
        """
        take(write("report.md", REPORT))
        with pytest.raises(CorpusError, match="did you mean report"):
            named(corpus, "raport")

        assert "report" == named(corpus, "report").name
