"""The verification record: nothing left out, nothing that a draft says acted upon, nothing overwritten."""

import hashlib
import io
import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from attrs import evolve

from refoulement_lint import cli, lint
from refoulement_lint.model import AddedRegister, Authority, Comparison, Part, Place, Span, Validity
from refoulement_lint.record import GRAVEST, record_of
from refoulement_lint.reporters.record import RENDER
from tests.reporters import reports

EVIL = "<script>alert(1)</script> \x1b[31m ](http://evil.example) | `x` \u202e &amp; **b**"
ROW = Authority(
    target="ecthr:222/11",
    title="A. v. Ruritania",
    register="ecthr",
    row="001-7",
    numbers=("222/11",),
    date="2013-05-06",
    formation="CH",
    decision="JUD",
    citation="A. v. Ruritania, no. 222/11, 6 May 2013",
    link="https://hudoc.echr.coe.int/eng?i=001-7",
    source="HUDOC export",
    status="superseded",
    verified=True,
)
LATER = evolve(ROW, row="001-8", formation="GC", citation="A. v. Ruritania [GC], no. 222/11, 7 June 2015", status="")
ADDED = AddedRegister(
    name="mine",
    register="ecthr",
    file="hudoc.csv",
    sha256="ab" * 32,
    day="2026-11-20",
    tool="plain table",
    since="2026-10-06",
    until="2026-10-06",
    rows=1,
    kinds="1 Strasbourg judgment",
)


class Registers:
    """Answers by hand, so that a record can be made without the compiled registers."""

    class Links:
        def of(self, target, ecli=""):
            return f"https://law.example/{target}" if target.startswith("CSR51") else ""

    links = Links()

    def title(self, target):
        return target

    def namesakes(self, row):
        return 0

    def look_up(self, text):
        if not text.startswith("CSR51"):
            return ()
        return (evolve(ROW, target=text, title="Article 33 of the 1951 Convention", register="instruments", row="CSR51",
                       link="", citation="", status="", verified=False, source="own knowledge"),)  # fmt: skip

    def superseded(self, row):
        return LATER

    def validity(self, target, day):
        return Validity("governs", date(1954, 4, 22), source="x", verified=True)

    def conflicts(self, target):
        return (
            ("hudoc.csv, line 9: has the date 2013-05-07, our register has 2013-05-06",) if "222/11" in target else ()
        )


def citation(words, status, **more):
    made = reports.citation(words, status)
    written = {name: more.pop(name) for name in ("kind", "belongs_to", "parts") if name in more}
    place = Place(3, reports.span(words).start)
    return evolve(made, place=place, written=evolve(made.written, **written), **{"coverage": "", **more})


def brief(**more):
    """A draft with an authority of every status."""
    name, number, article = reports.span("A. v. Ruritania"), reports.span("111/22"), reports.span("Article 3")
    parts = (Part("name", name, "A. v. Ruritania"), Part("paragraphs", reports.span("§ 342"), "§ 342"))
    compared = (
        Comparison("name", "agrees", name, "A. v. Ruritania", "A. v. Ruritania", "", ROW),
        Comparison("number", "another-case", number, "111/22", "B. v. Ruritania, no. 111/22", "222/11", ROW),
    )
    citations = (
        citation("A. v. Ruritania", "mismatch", parts=parts, compared=compared, authority=ROW),
        citation("111/22", "mismatch", kind="appno", belongs_to=name),
        citation("Article 3", "verified", kind="provision", target="CSR51:33", compared=(
            Comparison("article", "agrees", article, "33", "33"),)),
        citation("long line", "not-in-register", target="ecthr:9/99", coverage="The register ends in 2026."),
        citation("evil", "unchecked", target=None, kind="short-form"),
        citation("red", "impossible", target="cjeu:C-1/30"),
    )  # fmt: skip
    return evolve(reports.BRIEF, citations=citations, **more)


def record(*documents, added=()):
    return record_of(evolve(reports.report(*documents), added=added), Registers(), {"brief.md": "cd" * 32})


def rendered(ending, *documents, added=()):
    return RENDER[ending](record(*documents, added=added))


class TestWhatItHolds:
    def test_nothing_is_left_out(self):
        """
        Every citation stands under exactly one authority, and the counts add up.
        """
        made = record(brief(), brief(path="other.md"))
        cited = sorted((each.draft, each.start) for entry in made.entries for each in entry.cited)
        expected = sorted((path, one.start) for path in ("brief.md", "other.md") for one in brief().citations)

        assert expected == cited
        assert len(expected) == sum(citations for _, citations in made.counted().values())
        assert len(made.entries) == sum(authorities for authorities, _ in made.counted().values())
        assert list(range(1, len(made.entries) + 1)) == [entry.number for entry in made.entries]

    def test_each_has_the_gravest_status(self):
        """
        An authority is as verified as its worst citation.
        """
        good = evolve(
            brief(), path="good.md", citations=(evolve(brief().citations[0], status="verified", compared=()),)
        )
        entry = record(good, brief()).entries[0]

        assert {"verified", "mismatch"} == {each.status for each in entry.cited}
        assert "mismatch" == entry.status
        assert set(GRAVEST) == {entry.status for entry in record(brief()).entries}

    def test_what_was_not_compared(self):
        """
        A part that is written and was held against nothing is said to be so.
        """
        assert ("paragraphs “§ 342”",) == record(brief()).entries[0].cited[0].not_compared

    def test_later_history_and_contradictions(self):
        """
        What became of a judgment, and what an added register says against ours, stands with it.
        """
        entry = record(brief()).entries[0]

        assert "A. v. Ruritania [GC], no. 222/11, 7 June 2015" in entry.history[0]
        assert "our register has 2013-05-06" in entry.conflicts[0]

    @pytest.mark.parametrize("ending", [".md", ".html"])
    def test_verified_is_not_enough(self, ending):
        """
        A judgment that is cited rightly and was reversed stands among what is to be looked at.
        """
        good = evolve(brief(), citations=(evolve(brief().citations[0], status="verified", compared=()),))
        looked_at = rendered(ending, good).partition("To be looked at")[2]

        assert "verified, later history, contradicted by an added register" in looked_at
        assert record(good).entries[0].overtaken

    def test_an_act_that_ended(self, monkeypatch):
        """
        So does an act that was no longer in force on the law date.
        """
        ended = Validity("repealed", date(2014, 1, 1), date(2026, 6, 12), "Regulation 2024/1351", verified=True)
        monkeypatch.setattr(Registers, "validity", lambda *_: ended)
        (entry,) = (entry for entry in record(brief()).entries if entry.section == "law")

        assert "No longer in force on 2026-11-22" in entry.in_force
        assert "followed by Regulation 2024/1351" in entry.in_force
        assert entry.overtaken

    def test_unread_draft(self):
        """
        A draft that could not be read makes the record incomplete, and is named with the reason.
        """
        made = record(brief(), reports.UNREAD)

        assert not made.complete
        assert all("incomplete" in RENDER[ending](made) for ending in (".md", ".html"))
        assert "encrypted" in RENDER[".json"](made)

    @pytest.mark.parametrize("ending", RENDER)
    def test_no_draft_and_no_citation(self, ending):
        """
        A record of nothing says that it is of nothing.
        """
        assert "0" in rendered(ending)
        assert "0" in rendered(ending, reports.CLEAN)

    @pytest.mark.parametrize("ending", RENDER)
    def test_the_same_again(self, ending):
        """
        The same drafts, registers and law date give the same record, byte for byte.
        """
        assert rendered(ending, brief(), added=(ADDED,)) == rendered(ending, brief(), added=(ADDED,))


class TestGolden:
    @pytest.mark.parametrize("ending", RENDER)
    def test_as_read_by_eye(self, golden, ending):
        """
        A record with an authority of every status, in each of its three forms.
        """
        golden(f"record{ending}", rendered(ending, brief(), added=(ADDED,)))


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.links = [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.links += [value for name, value in attributes if name in ("href", "src")]


class TestHostileDrafts:
    def evil(self):
        one = brief().citations[0]
        written = evolve(one.written, text=EVIL, whole=Span(0, len(EVIL)))
        row = evolve(ROW, title=EVIL, citation=EVIL, link="javascript:alert(1)", source=EVIL)
        return evolve(
            brief(), path=EVIL, source=EVIL, citations=(evolve(one, written=written, authority=row, compared=()),)
        )

    def test_page(self):
        """
        What a draft or a row says is text: no tag of its own, no script, no link but to https addresses.
        """
        page = rendered(".html", self.evil())
        tags = Tags()
        tags.feed(page)

        assert {"script", "img", "iframe", "form"}.isdisjoint(tags.tags)
        assert [] == tags.links
        assert not re.search(r"[\x00-\x08\x0b-\x1f\u202a-\u202e]", page)

    def test_markdown(self):
        """
        In Markdown it makes no link, no tag, no table, and nothing that a terminal obeys.
        """
        text = rendered(".md", self.evil())

        assert "<script" not in text
        assert "](" not in text.replace("\\](", "")
        assert not re.search(r"[\x00-\x08\x0b-\x1f\u202a-\u202e]", text)

    def test_json(self):
        """
        JSON gives it back as it is, and has the number of its schema.
        """
        told = json.loads(rendered(".json", self.evil(), reports.UNREAD))

        assert (1, EVIL) == (told["schema"], told["drafts"][0]["path"])
        assert None is told["authorities"][0]["inForce"]


DRAFT = """# Draft

See M.S.S. v. Belgium and Greece [GC], no. 30696/09, § 342, 21 January 2011, and Article 3 of the ECHR.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.md").write_text(DRAFT, "utf-8")
    return tmp_path


def check(*arguments):
    return cli.main(["check", "--on", "2026-11-22", "--select", "authority", *arguments])


class TestCommand:
    @pytest.mark.parametrize("ending", RENDER)
    def test_is_written(self, folder, ending, capsysbinary):
        """
        ``--record`` writes the record beside the report, and the exit status is that of the report.
        """
        assert 0 == check("brief.md", "--record", f"record{ending}")
        assert "M.S.S. v. Belgium and Greece" in (folder / f"record{ending}").read_text("utf-8")
        assert {"brief.md", f"record{ending}"} == {path.name for path in folder.iterdir()}

    def test_is_what_the_library_knows(self, folder):
        """
        As many citations as the report has, with the hash of the file as it lies there.
        """
        check("brief.md", "--record", "record.json")
        told = json.loads((folder / "record.json").read_text("utf-8"))
        (document,) = lint("brief.md", on="2026-11-22").documents

        assert len(document.citations) == sum(len(each["citations"]) for each in told["authorities"])
        assert {"verified"} == {each["status"] for each in told["authorities"]}
        assert hashlib.sha256((folder / "brief.md").read_bytes()).hexdigest() == told["drafts"][0]["sha256"]

    def test_standard_input(self, folder, monkeypatch):
        """
        What comes on standard input has the hash of its own text, whatever file has the name that is given to it.
        """
        other = b"See Article 3 of the ECHR.\n"
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(other)))
        check("-", "--stdin-filename", "brief.md", "--record", "record.json")
        told = json.loads((folder / "record.json").read_text("utf-8"))

        assert [("brief.md", hashlib.sha256(other).hexdigest())] == [
            (draft["path"], draft["sha256"]) for draft in told["drafts"]
        ]

    def test_an_earlier_record_gives_way(self, folder):
        """
        A record may be written again where one was; in a folder that is checked it is no draft.
        """
        assert 0 == check(".", "--record", "record.md")
        first = (folder / "record.md").read_bytes()
        assert 0 == check(".", "--record", "record.md")
        assert first == (folder / "record.md").read_bytes()

    @pytest.mark.parametrize(
        ("target", "says"),
        [
            ("brief.md", "is no verification record; it is not written over"),
            ("notes.html", "is no verification record; it is not written over"),
            ("record.txt", "does not end in one of .md, .html, .json"),
            ("record", "does not end in one of"),
            ("missing/record.md", "there is no folder missing"),
            ("folder.md", "is no ordinary file"),
            ("link.md", "is no ordinary file"),
            ("nul\x00.md", "cannot be written"),
        ],
    )
    def test_nothing_is_written_over(self, folder, target, says, capsys):
        """
        A draft, or whatever else is there, stays as it is; nothing is checked either, and the status is 2.
        """
        (folder / "notes.html").write_text("<p>notes</p>")
        (folder / "folder.md").mkdir()
        (folder / "link.md").symlink_to(folder / "new.md")
        before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}

        assert 2 == check("brief.md", "--record", target)
        assert says in capsys.readouterr().err
        assert before == {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}

    def test_failure_while_writing(self, folder, monkeypatch, capsys):
        """
        A full disk leaves the earlier record, and no half of a new one.
        """
        check("brief.md", "--record", "record.md")
        before = (folder / "record.md").read_bytes()

        def full(_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.fsync", full)

        assert 2 == check("brief.md", "--record", "record.md")
        assert "No space left" in capsys.readouterr().err
        assert before == (folder / "record.md").read_bytes()
        assert {"brief.md", "record.md"} == {path.name for path in folder.iterdir()}
