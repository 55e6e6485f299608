"""National courts: every form of rules/law/courts, where a citation begins and ends, and what is none."""

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refoulement_lint.citations import parties
from refoulement_lint.citations.court_forms import Courts, iso_date
from refoulement_lint.citations.us_reporters import Reporters
from refoulement_lint.formats import read
from refoulement_lint.pipeline import find

FOLDER = Path(__file__).resolve().parents[2] / "rules" / "law" / "courts"
FILES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
FORMS = [(country, form) for country, file in FILES.items() for form in file["form"]]
EXAMPLES = [(text, key) for _, form in FORMS for text, key in form["examples"].items()]
MONTHS = {"april": 4, "august": 8, "februar": 2, "février": 2, "march": 3, "marca": 3}


@pytest.fixture
def national(found):
    """Span's text, kind and target of what is found of national courts."""

    def cases(text):
        return [(each.text, each.kind, each.target) for each in found(text) if each.written.family == "national-case"]

    return cases


@pytest.mark.parametrize("country", FILES)
class TestFile:
    def test_source(self, country):
        """
        Every file says where its forms come from, and whether somebody checked them there.
        """
        assert FILES[country]["source"].strip()
        assert FILES[country]["verified"] in (True, False)

    def test_forms(self, country):
        """
        Every form has its court, a word to wait for and three examples.
        """
        forms = FILES[country]["form"]

        assert all(form["court"] and form["on"] for form in forms)
        assert [] == [form["court"] for form in forms if len(form["examples"]) < 3]
        assert [] == [trigger for form in forms for trigger in form["on"] if trigger != trigger.lower()]


class TestForms:
    @pytest.mark.parametrize(("text", "key"), EXAMPLES)
    def test_example(self, engine, text, key):
        """
        Every example of every form is found in a sentence, once, with its key.
        """
        document = read(f"So it was held. {text} is settled.".encode(), filename="draft.md")
        written, _ = find(document, engine.reader("en", document.text))

        assert [key] == [one.key for one in written if one.family == "national-case"]

    @pytest.mark.slow
    @pytest.mark.parametrize("country", FILES)
    @pytest.mark.parametrize(
        "piece",
        ["a", "1 ", "(", "A. ", "Cass. ", "Urteil vom ", "CE, ", "[2010] ", "§ 12/20 ", "1.1.", "sygn. ", "\xa0"],
    )
    def test_unlucky_characters(self, country, piece):
        """
        No pattern runs away: 100,000 characters take it a fraction of a second, a window has some hundred.
        """
        text = piece * (100_000 // len(piece))
        begin = time.process_time()
        for form in Courts(country, FILES[country]).forms:
            for pattern in form.patterns:
                pattern.search(text)

        assert time.process_time() - begin < 0.6 * len(FILES[country]["form"])

    @pytest.mark.parametrize(
        ("written", "iso"),
        [
            ("20.02.2013", "2013-02-20"),
            ("16. Apr. 2018", "2018-04-16"),
            ("12 March 2020", "2020-03-12"),
            ("1er février 2018", "2018-02-01"),
            ("31.13.2018", ""),
            ("5 nonsense 2018", ""),
        ],
    )
    def test_dates(self, written, iso):
        """
        A date is read in figures and in words; what is none stays out.
        """
        assert iso == iso_date(written, MONTHS)


COMMON_LAW = [
    (
        "the Divisional Court in Marku v Nafplion Court of Appeal, Greece [2016] EWHC 1801 (Admin), found",
        "Marku v Nafplion Court of Appeal, Greece [2016] EWHC 1801 (Admin)",
        "uk:[2016] EWHC 1801 (Admin)",
    ),
    (
        "(Muršić v Croatia, 7334/13, 20 October 2016, ECtHR (GC)) and Grecu v Cornetu Court (Romania) [2017] EWHC 1427"
        " (Admin).",
        "Grecu v Cornetu Court (Romania) [2017] EWHC 1427 (Admin)",
        "uk:[2017] EWHC 1427 (Admin)",
    ),
    (
        "as in R (AAA (Syria) and others) v Secretary of State for the Home Department [2023] UKSC 42 held",
        "R (AAA (Syria) and others) v Secretary of State for the Home Department [2023] UKSC 42",
        "uk:[2023] UKSC 42",
    ),
    (
        "In R (Governing Body of X) v Office for Standards in Education [2020] EWCA Civ 594 it was said",
        "R (Governing Body of X) v Office for Standards in Education [2020] EWCA Civ 594",
        "uk:[2020] EWCA Civ 594",
    ),
    (
        "identified in MM (UDPS Members – Risk on Return) Democratic Republic of Congo CG [2007] UKAIT 00023.",
        "MM (UDPS Members – Risk on Return) Democratic Republic of Congo CG [2007] UKAIT 00023",
        "uk:[2007] UKAIT 23",
    ),
    (
        "PD 12.4 of the Practice Directions and BD (Application of SK: Croatia) [2004] UKIAT 32 say",
        "BD (Application of SK: Croatia) [2004] UKIAT 32",
        "uk:[2004] UKIAT 32",
    ),
    (
        "persecuted on return: R v SSHD, ex p Sivakumaran [1988] AC 958. We have",
        "R v SSHD, ex p Sivakumaran [1988] AC 958",
        "uk:[1988] AC 958",
    ),
    (
        "In re Guardian News and Media Ltd and Others [2010] UKSC 1, [2010] 2 A.C. 697, the Supreme Court held",
        "In re Guardian News and Media Ltd and Others [2010] UKSC 1, [2010] 2 A.C. 697",
        "uk:[2010] UKSC 1",
    ),
    (
        "see Bank Ltd v Olint Corporation Ltd [2009] UKPC 16; [2009] 1 WLR 1405, at paragraph 18",
        "Bank Ltd v Olint Corporation Ltd [2009] UKPC 16; [2009] 1 WLR 1405",
        "uk:[2009] UKPC 16",
    ),
    ("Neutral Citation Number: [2022] EWCA Civ 840", "[2022] EWCA Civ 840", "uk:[2022] EWCA Civ 840"),
    ("INA 240. Matter of Mendes, 20 I&N Dec. 833 (BIA 1994)",
     "Matter of Mendes, 20 I&N Dec. 833", "us:20 I&N Dec. 833"),
    ("followed.\n\nAguilar Hernandez, 28 I&N Dec. 774 (BIA 2024)",
     "Aguilar Hernandez, 28 I&N Dec. 774", "us:28 I&N Dec. 774"),
    ("M-R-M-S-, 28 I. & N. Dec. 757 (BIA 2023)", "M-R-M-S-, 28 I. & N. Dec. 757", "us:28 I&N Dec. 757"),
    (
        "In Niz-Chavez v. Garland, 593 U.S. 155 (2021), the Court",
        "Niz-Chavez v. Garland, 593 U.S. 155",
        "us:593 U.S. 155",
    ),
    (
        "INS v. Cardoza-Fonseca, 480 U.S. 421, 440, 107 S. Ct. 1207, 94 L. Ed. 2d 434 (1987)",
        "INS v. Cardoza-Fonseca, 480 U.S. 421, 440, 107 S. Ct. 1207, 94 L. Ed. 2d 434",
        "us:480 U.S. 421",
    ),
    (
        "Sale v. Haitian Centers Council, Inc., 509 U.S. 155, 179–87 (1993).",
        "Sale v. Haitian Centers Council, Inc., 509 U.S. 155",
        "us:509 U.S. 155",
    ),
    (
        "Garcia v. Garland, No. 20-71234, 2022 WL 123456, at *2 (9th Cir. Jan. 5, 2022).",
        "Garcia v. Garland, No. 20-71234, 2022 WL 123456",
        "us:2022 WL 123456",
    ),
    ("Brathwaite v. Garland, 3 F.4th 542 (2d Cir. 2021)", "Brathwaite v. Garland, 3 F.4th 542", "us:3 F.4th 542"),
    ("United States v. Page, 123 F. Supp. 2d 456 (D. Mass. 2000)", "United States v. Page, 123 F. Supp. 2d 456",
     "us:123 F. Supp. 2d 456"),
    ("Doe v. Roe, 12 F. App'x 34 (9th Cir. 2001)", "Doe v. Roe, 12 F. App'x 34", "us:12 F. App'x 34"),
    ("State v. Smith, 2000-Ohio-123", "State v. Smith, 2000-Ohio-123", "us:2000-Ohio-123"),
    ("Dunsmuir v New Brunswick, 2008 SCC 9 at para 47", "Dunsmuir v New Brunswick, 2008 SCC 9", "ca:2008 SCC 9"),
    (
        "Suresh v Canada (Minister of Citizenship and Immigration), 2002 SCC 1, [2002] 1 SCR 3",
        "Suresh v Canada (Minister of Citizenship and Immigration), 2002 SCC 1, [2002] 1 SCR 3",
        "ca:2002 SCC 1",
    ),
    (
        "Plaintiff M61/2010E v Commonwealth of Australia [2010] HCA 41, (2010) 243 CLR 319",
        "Plaintiff M61/2010E v Commonwealth of Australia [2010] HCA 41, (2010) 243 CLR 319",
        "au:[2010] HCA 41",
    ),
]  # fmt: skip
ELSEWHERE = [
    (
        "Verwaltungsgericht Magdeburg Beschluss, 16. Apr. 2018 - 8 B 91/18",
        "Verwaltungsgericht Magdeburg Beschluss, 16. Apr. 2018 - 8 B 91/18",
        "de:8 B 91/18",
    ),
    (
        "Auffassung (Beschluss v. 03.01.2018, 1 B 651/17 MD; juris) der Kammer",
        "Beschluss v. 03.01.2018, 1 B 651/17 MD",
        "de:1 B 651/17 MD",
    ),
    ("i.S. A.\n\nE 3504/2011 vom 15. März 2013", "E 3504/2011 vom 15. März 2013", "ch:E-3504/2011"),
    (
        "BVerwG, Urteil vom 20.02.2013 – 10 C 23.12 –, BVerwGE 146, 67",
        "BVerwG, Urteil vom 20.02.2013 – 10 C 23.12 –, BVerwGE 146, 67",
        "de:10 C 23.12",
    ),
    ("ABRvS 26 mei 2011, nr. 201005094/1/V3", "ABRvS 26 mei 2011, nr. 201005094/1/V3", "nl:201005094/1/V3"),
]


class TestSpans:
    @pytest.mark.parametrize(("text", "span", "target"), COMMON_LAW)
    def test_common_law(self, national, text, span, target):
        """
        From the parties to the end of the last parallel citation; the first one names the case.
        """
        assert [(span, "case", target)] == national(text)

    @pytest.mark.parametrize(("text", "span", "target"), ELSEWHERE)
    def test_elsewhere(self, national, text, span, target):
        """
        From the words of the decision to its number, collections beside it included.
        """
        assert [(span, "case", target)] == national(text)

    def test_lists(self, national):
        """
        Two courts are two cases, and a bare list of reports is a list.
        """
        assert ["uk:[2010] UKSC 1", "uk:[2011] EWCA Civ 5"] == [
            target for _, _, target in national("[2010] UKSC 1, [2011] EWCA Civ 5")
        ]
        assert 3 == len(national("410 U.S. 113, 268 F.3d 1143, 361 F.3d 161"))
        assert 2 == len(national("Lin v. Holder, 268 F.3d 1143; 410 U.S. 113"))

    @pytest.mark.parametrize(
        ("text", "span", "target"),
        [
            ("ECLI:NL:RVS:2015:1 is", "ECLI:NL:RVS:2015:1", "nl:ECLI:NL:RVS:2015:1"),
            (
                "(ECLI:DE:BVerwG:2013:200213U10C23.12.0).",
                "ECLI:DE:BVerwG:2013:200213U10C23.12.0",
                "de:ECLI:DE:BVerwG:2013:200213U10C23.12.0",
            ),
            ("ECLI:FR:CEORD:2020:440846.20200518", "ECLI:FR:CEORD:2020:440846.20200518",
             "fr:ECLI:FR:CEORD:2020:440846.20200518"),
        ],
    )  # fmt: skip
    def test_ecli(self, national, text, span, target):
        """
        The ECLI of a national court is a citation of its own.
        """
        assert [(span, "ecli", target)] == national(text)

    def test_other_courts_ecli(self, national):
        """
        Those of Strasbourg and Luxembourg belong to their own citations.
        """
        assert [] == national("ECLI:EU:C:2011:865 and ECLI:CE:ECHR:2011:0121JUD003069609")


class TestNames:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("*See INS v. Stevic*, 467 U.S. 407 (1984)", "INS v. Stevic"),
            ("*Stevic*, 467 U.S. 407", "Stevic"),
            ("see *R (Razgar) v SSHD* [2004] UKHL 27", "R (Razgar) v SSHD"),
        ],
    )
    def test_in_italics(self, found, text, name):
        """
        Italics say where a name begins; a signal inside them is none of it.
        """
        assert [name] == [each.written.part("name").value for each in found(text)]

    def test_name_alone(self, national):
        """
        A leading case is cited by its parties where the note with its number is not there.
        """
        text = "Since Dunsmuir v New Brunswick,[2] and Febles v. Canada (Citizenship and Immigration)[4], the Court"

        assert [
            ("Dunsmuir v New Brunswick", "case", "ca:2008 SCC 9"),
            ("Febles v. Canada (Citizenship and Immigration)", "case", "ca:2014 SCC 68"),
        ] == national(text)

    def test_number_in_the_note(self, national):
        """
        The parties before the mark of a note that begins with the citation are cited there.
        """
        text = "In Able v Baker,[^2] the Court held so.\n\n[^2]: 2011 SCC 9 at para 4.\n"

        assert [("Able v Baker", "case", "ca:2011 SCC 9"), ("2011 SCC 9", "case", "ca:2011 SCC 9")] == national(text)

    def test_full_name_again(self, national):
        """
        The full name without its citation is the case cited elsewhere in the draft.
        """
        text = "Able v Baker, 2011 SCC 9, was followed. Able v Baker says nothing more."

        assert ("Able v Baker", "case", "ca:2011 SCC 9") == national(text)[-1]

    @pytest.mark.parametrize(
        ("text", "span", "target"),
        [
            ("Gillick v West Norfolk AHA [1986] AC 112. He is Gillick competent.", "Gillick", "uk:[1986] AC 112"),
            ("X v Tameside MBC [1977] AC 1014. In breach of her Tameside duty.", "Tameside", None),
            (
                "Secretary of State v Tameside MBC [1977] AC 1014. In breach of her Tameside duty.",
                "Tameside",
                "uk:[1977] AC 1014",
            ),
            ('BM and Others (returnees) DRC CG [2015] UKUT 00293 ("BM and Others"), held', "BM and Others",
             "uk:[2015] UKUT 293 (IAC)"),
            ("Matter of Mendes, 20 I&N Dec. 833 (BIA 1994). In Matter of Mendes the Board", "Matter of Mendes",
             "us:20 I&N Dec. 833"),
            ("Niz-Chavez v. Garland, 593 U.S. 155 (2021). Under Niz-Chavez, § 3", "Niz-Chavez", "us:593 U.S. 155"),
            ("Al-Saher v. INS, 268 F.3d 1143 (9th Cir. 2001). *Al-Saher*, 268 F.3d at 1147–48.",
             "Al-Saher, 268 F.3d at 1147", "us:268 F.3d 1143"),
            ("INS v. Stevic, 467 U.S. 407 (1984). Id. at 424.", "Id.", "us:467 U.S. 407"),
        ],
    )  # fmt: skip
    def test_short_forms(self, found, text, span, target):
        """
        A short name, a report "at" a page, and "id." mean the national case in full before; a side alone when private.
        """
        shorts = [(each.text, each.target) for each in found(text) if each.kind == "short-form"]

        assert ([(span, target)] if target else []) == shorts

    def test_ambiguous_report(self, found):
        """
        Two cases in one volume and no name: nobody guesses.
        """
        text = "Lin v. Holder, 12 F.3d 34. Zhou v. Holder, 12 F.3d 99. See 12 F.3d at 100."

        assert [("12 F.3d at 100", None)] == [
            (each.text, each.target) for each in found(text) if each.kind == "short-form"
        ]

    @pytest.mark.parametrize(
        ("name", "short"),
        [
            ("Matter of Mendes", ["Matter of Mendes", "Mendes"]),
            ("INS v. Cardoza-Fonseca", ["Cardoza-Fonseca"]),
            ("Niz-Chavez v. Garland", ["Niz-Chavez"]),
            ("R v SSHD, ex p Sivakumaran", ["Sivakumaran"]),
            ("HJ (Iran) v SSHD", ["HJ (Iran)", "HJ"]),
            ("Secretary of State for Education and Science v Tameside MBC", ["Tameside MBC", "Tameside"]),
        ],
    )
    def test_what_a_case_is_called(self, name, short):
        """
        By its private side, never by the officer who is sued.
        """
        assert short == [each for each in parties.short_names(name) if each != name or " of " in name[:10]]


class TestRegister:
    @pytest.mark.parametrize(
        ("text", "status", "target"),
        [
            ("INS v. Cardoza-Fonseca, 480 U.S. 421 (1987)", "verified", "us:480 U.S. 421"),
            ("Plaintiff M61/2010E v Commonwealth of Australia (2010) 243 CLR 319", "verified", "au:[2010] HCA 41"),
            ("INS v. Stevic, 467 U.S. 407 (1987)", "mismatch", "us:467 U.S. 407"),
            ("Smith v. Jones, 480 U.S. 421 (1987)", "mismatch", "us:480 U.S. 421"),
            ("INS v. Stevic, 476 U.S. 407 (1984)", "mismatch", "us:467 U.S. 407"),
            ("Kovalenko v. Garland, 61 F.4th 1204 (9th Cir. 2023)", "unchecked", "us:61 F.4th 1204"),
            ("480 U.S. 421", "unchecked", "us:480 U.S. 421"),
        ],
    )
    def test_status(self, found, text, status, target):
        """
        Curated decisions are compared by number, parties and year; of others nothing is said.
        """
        assert [(status, target)] == [(each.status, each.target) for each in found(text)]


NOT_CITED = [
    "Pages 12/32 and 3/40 of A/53/44, telephone 020 7946 0958, invoice 2020-1234, 12 March 2020.",
    "There were 12 Hill people and 5 Day visits in 2010; 3 Miles 40, § 36 Abs. 3 and Art. 12 A. 3.",
    "On 3 May 2010 the 28 Member States met in Room 12 B 34; see p. 480 of the U.S. report of 1987.",
    "8 U.S.C. § 1158, 8 C.F.R. § 1208.16, 189 U.N.T.S. 137, 60 Stat. 12 and 85 Fed. Reg. 12345.",
    "A-123-456-789, tel. 3-21-150, the 2020 SC meeting, 5 As a rule, Covid-19 and UM 12.",
    "Soering v United Kingdom (1989) 11 EHRR 439 and [2012] ECHR 123 are of Strasbourg.",
    "Am 3. Juli 2019 kam er in Zimmer 8 B 91 an und sagte: Beschluss vom Montag, 12 Personen.",
    "Le CE, selon lui, en 2020, et la CCE 12; article 3 du Protocole n° 4, L 123/45.",
    "W dniu 12 marca 2020 r. o godz. 12/30, art. 3 ust. 2, Dz.U. 2013 poz. 1650, k. 12/20.",
    "Iš viso 3-12 asmenų, A-100 kelias, 2019-12-01 diena, Nr. 59793/17.",
]


class TestNothing:
    @pytest.mark.parametrize("text", NOT_CITED)
    def test_prose(self, national, text):
        """
        Pages, dates, telephone numbers, statutes and other courts are no citations of national courts.
        """
        assert [] == national(text)


class TestProperties:
    @given(
        st.integers(1948, 2026),
        st.integers(1, 4000),
        st.sampled_from(
            ["uk:[{}] UKSC {}", "uk:[{}] EWCA Civ {}", "uk:[{}] EWHC {} (Admin)", "uk:[{}] UKUT {} (IAC)",
             "uk:[{}] AC {}", "ie:[{}] IESC {}", "ca:{} SCC {}", "au:[{}] HCA {}", "nz:[{}] NZSC {}", "za:[{}] ZACC {}",
             "hk:[{}] HKCFA {}", "ch:BVGE {}/{}", "us:{} WL {}", "fi:KHO:{}:{}", "se:MIG {}:{}"]
        ),
    )  # fmt: skip
    def test_round_trip(self, engine, year, number, form):
        """
        What a key says is found again as that key.
        """
        key = form.format(year, number)
        document = read(key[3:].encode(), filename="draft.txt")
        written, _ = find(document, engine.reader("en", document.text))

        assert [key] == [one.key for one in written]

    @given(st.integers(1, 999), st.integers(1, 1500), st.sampled_from(["U.S.", "S. Ct.", "F.3d", "F.4th", "I&N Dec.",
           "F. Supp. 2d", "F. App'x", "L. Ed. 2d"]))  # fmt: skip
    def test_reports(self, engine, volume, page, reporter):
        """
        A report of the United States is found again from its key.
        """
        document = read(f"{volume} {reporter} {page}".encode(), filename="draft.txt")
        written, _ = find(document, engine.reader("en", document.text))

        assert [f"us:{volume} {reporter} {page}"] == [one.key for one in written]

    def test_reporters_run_through(self, engine):
        """
        No volume that is followed by nothing known costs more than a look.
        """
        reporters = Reporters(engine.registers.us_reporters.get)
        text = "1 A" * 33_000
        begin = time.process_time()

        assert all(reporters.read(text, digit) is None for digit in range(0, 99_000, 3))
        assert time.process_time() - begin < 2

    @pytest.mark.parametrize("piece", ["v ", "A v ", "(A) ", "A, ", "In re ", "and ", "R ("])
    def test_names_are_bounded(self, piece):
        """
        However long the words before a citation are, a name has its limit.
        """
        text = piece * (100_000 // len(piece))
        name = parties.before(text, len(text), (), bare=True)

        assert name is None or name.end - name.start <= parties.LONGEST
