"""National statutes: names by State, lists of sections beside them, short forms, and what is none."""

import tomllib
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refoulement_lint.citations.national_statutes import fits, is_national, spelled_out
from refoulement_lint.citations.sections import SectionGrammar, nowhere

STATUTES = Path(__file__).parents[2] / "rules" / "law" / "statutes"

BESIDE = [
    # Germany
    ("§ 29 Abs. 1 Nr. 2 AsylG", ["de:AsylG:29(1)(2)"]),
    ("§ 61 Abs. 1 S. 2 Nr. 3 AsylG", ["de:AsylG:61(1)(3)"]),
    ("§§ 47 Abs. 1a, 56 AsylG", ["de:AsylG:47(1a)", "de:AsylG:56"]),
    ("§ 60 Abs. 5 oder 7 AufenthG", ["de:AufenthG:60(5)", "de:AufenthG:60(7)"]),
    ("§ 4 Abs. 1 Satz 2 Nr. 1 und Nr. 3 AsylG", ["de:AsylG:4(1)(1)", "de:AsylG:4(1)(3)"]),
    ("§ 34a Abs. 1 Satz 1 und 4 AsylG", ["de:AsylG:34a(1)"]),
    ("§ 60 Abs. 5 i.V.m. § 60a Abs. 2c AufenthG", ["de:AufenthG:60(5)", "de:AufenthG:60a(2c)"]),
    ("§§ 3 bis 3e AsylG", ["de:AsylG:3", "de:AsylG:3e"]),
    ("§§ 60-62 AufenthG", ["de:AufenthG:60", "de:AufenthG:61", "de:AufenthG:62"]),
    ("§§ 73 ff. AsylG", ["de:AsylG:73"]),
    ("§ 60 a Abs. 2 AufenthG", ["de:AufenthG:60a(2)"]),
    ("§ 83 b AsylG", ["de:AsylG:83b"]),
    ("§ 52 Abs. 3 iVm. Abs. 9 AufenthG", ["de:AufenthG:52(3)", "de:AufenthG:52(9)"]),
    ("§ 42 Abs. 1 S. 3 SGB VIII", ["de:SGB VIII:42(1)"]),
    ("Art. 16a Abs. 2 GG", ["de:GG:16a(2)"]),
    ("AsylG § 3, § 4, § 29 Abs. 1 Nr. 2", ["de:AsylG:3", "de:AsylG:4", "de:AsylG:29(1)(2)"]),
    # Austria and Switzerland
    ("§ 3 Abs. 1 AsylG 2005", ["at:AsylG:3(1)"]),
    ("§ 52 Abs. 2 Z 2 FPG", ["at:FPG:52(2)(2)"]),
    ("AsylG 2005 §10 Abs1 Z2; AVG §68 Abs1; B-VG Art133 Abs4; § 55 FPG",
     ["at:AsylG:10(1)(2)", "at:AVG:68(1)", "at:B-VG:133(4)", "at:FPG:55"]),
    ("Art. 133 Abs. 4 B-VG", ["at:B-VG:133(4)"]),
    ("Art. 34 Abs. 2 Bst. b AsylG", ["ch:AsylG:34(2)(b)"]),
    ("Art. 83 Abs. 1 AIG", ["ch:AIG:83(1)"]),
    ("art. 54 LAsi", ["ch:AsylG:54"]),
    # English-speaking States
    ("section 2 of the Asylum and Immigration Appeals Act 1993", ["uk:AIAA1993:2"]),
    ("section 12(2)(a) of the Tribunals, Courts and Enforcement Act 2007", ["uk:TCEA2007:12(2)(a)"]),
    ("ss 82(1), 84 and 117B of the Nationality, Immigration and Asylum Act 2002",
     ["uk:NIAA2002:82(1)", "uk:NIAA2002:84", "uk:NIAA2002:117B"]),
    ("section 37(1) and (2) of the Senior Courts Act 1981", ["uk:SCA1981:37(1)", "uk:SCA1981:37(2)"]),
    ("paragraphs 339C and 339CA of the Immigration Rules", ["uk:Immigration Rules:339C", "uk:Immigration Rules:339CA"]),
    ("article 3(m) of the Appeals (Excluded Decisions) Order 2009 (United Kingdom, Home Office)",
     ["uk:Appeals (Excluded Decisions) Order 2009:3(m)"]),
    ("s. 98 of the IRPA", ["ca:IRPA:98"]),
    ("ss. 96, 97 and 98 of the IRPA", ["ca:IRPA:96", "ca:IRPA:97", "ca:IRPA:98"]),
    ("Immigration and Refugee Protection Act, s 101(1)(e)", ["ca:IRPA:101(1)(e)"]),
    ("Migration Act 1958 (Cth) s 36(2)(a)", ["au:MA1958:36(2)(a)"]),
    ("Migration Act 1958 (Cth), ss 4, 198(6), 417 Judiciary Act 1903 (Cth), s 39B",
     ["au:MA1958:4", "au:MA1958:198(6)", "au:MA1958:417", "au:JA1903:39B"]),
    ("the Federal Court Rules 2011 (Cth) r 4.12(1), 36.03(a) and 36.05(1)",
     ["au:Federal Court Rules 2011:4.12(1)", "au:Federal Court Rules 2011:36.03(a)",
      "au:Federal Court Rules 2011:36.05(1)"]),
    ("s 116(1)(e) of the Migration Act 1975 (Cth)", ["au:Migration Act 1975:116(1)(e)"]),
    ("section 22(1) of the Refugees Act 130 of 1998", ["za:RA1998:22(1)"]),
    ("section 49(1)(a) of the Immigration Act 13 of 2002", ["za:IA2002:49(1)(a)"]),
    ("section 3 of the Promotion of Administrative Justice Act 3 of 2000", ["za:PAJA2000:3"]),
    ("s 37 of the Immigration Ordinance, Cap. 115", ["hk:Cap. 115:37"]),
    ("s. 22(1)(b) of the Hong Kong Court of Final Appeal Ordinance (Cap 484)", ["hk:Cap. 484:22(1)(b)"]),
    ("s.11[1] of the Hong Kong Bill of Rights Ordinance", ["hk:Cap. 383:11"]),
    ("8 U.S.C. §§ 1158(b)(1)(B)(iii) (asylum); 1231(b)(3)(C)",
     ["us:8 USC 1158(b)(1)(B)(iii)", "us:8 USC 1231(b)(3)(C)"]),
    ("8 C.F.R. § 1208.16(e)1 governs; under § 1208.16(c) it does not",
     ["us:8 CFR 1208.16(e)", "us:8 CFR 1208.16(c)"]),
    ("section 61A of the Immigration Act 1987", ["nz:IA1987:61A"]),
    ("section 2 of the Refugee Act, 1996", ["ie:RA1996:2"]),
    # United States
    ("section 212(d)(5)(A) of the Immigration and Nationality Act", ["us:INA:212(d)(5)(A)"]),
    ("8 U.S.C. § 1158(a)(2)(B)", ["us:8 USC 1158(a)(2)(B)"]),
    ("8 U.S.C. §§ 1158(b)(1)(B)(iii); 1231(b)(3)", ["us:8 USC 1158(b)(1)(B)(iii)", "us:8 USC 1231(b)(3)"]),
    ("8 C.F.R. §§ 1208.16(c)(2), 1208.18(a)(1)", ["us:8 CFR 1208.16(c)(2)", "us:8 CFR 1208.18(a)(1)"]),
    ("8 C.F.R. Part 208", ["us:8 CFR 208"]),
    ("section 460.30 of the New York Criminal Procedure Law", ["us-ny:CPL:460.30"]),
    ("Pub. L. No. 89-732", ["us:Pub. L. 89-732"]),
    ("Cuban Refugee Adjustment Act of November 2, 1966", ["us:Pub. L. 89-732"]),
    ("64 Fed. Reg. 8478", ["us:64 Fed. Reg. 8478"]),
    # Romance languages
    ("articles L. 742-3 et R. 723-1 du CESEDA", ["fr:CESEDA:L742-3", "fr:CESEDA:R723-1"]),
    ("article L. 521-2 du code de justice administrative", ["fr:CJA:L521-2"]),
    ("article 37 de la loi du 10 juillet 1991 et L. 761-1 du code de justice administrative", ["fr:CJA:L761-1"]),
    ("articles 48/3 et 48/4 de la loi du 15 décembre 1980",
     ["be:Loi du 15 décembre 1980:48/3", "be:Loi du 15 décembre 1980:48/4"]),
    ("art. 5, comma 6, d.lgs. n. 286/1998", ["it:d.lgs. 286/1998:5(6)"]),
    ("art. 19, comma 1.1, del d.lgs. 25 luglio 1998, n. 286", ["it:d.lgs. 286/1998:19(1.1)"]),
    ("artt. 3 e 5 del d.lgs. 251/2007", ["it:d.lgs. 251/2007:3", "it:d.lgs. 251/2007:5"]),
    ("artículo 58.3.b) de la Ley Orgánica 4/2000", ["es:LO 4/2000:58(3)(b)"]),
    ("art. 3 de la Ley 12/2009", ["es:Ley 12/2009:3"]),
    ("art. 10 alin. (1) lit. b) din Legea nr. 122/2006", ["ro:Legea 122/2006:10(1)(b)"]),
    # The Netherlands and the North
    ("artikel 29, eerste lid, aanhef en onder a, van de Vw 2000", ["nl:Vw 2000:29(1)(a)"]),
    ("artikel 8:54 Awb", ["nl:Awb:8:54"]),
    ("12 kap. 1 § utlänningslagen (2005:716)", ["se:UtlL:12:1"]),
    ("4 kap. 1 och 2 §§ utlänningslagen", ["se:UtlL:4:1", "se:UtlL:4:2"]),
    ("1 kap. 10 §, 4 kap. 1 § och 2 § samt 5 kap. 3 a § utlänningslagen",
     ["se:UtlL:1:10", "se:UtlL:4:1", "se:UtlL:4:2", "se:UtlL:5:3a"]),
    ("Chapter 4, Sections 1 and 2 of the Swedish Aliens Act", ["se:UtlL:4:1", "se:UtlL:4:2"]),
    ("udlændingelovens § 7, stk. 1, og § 31, stk. 2", ["dk:Udlændingeloven:7(1)", "dk:Udlændingeloven:31(2)"]),
    ("utlendingsloven § 28 første ledd bokstav a", ["no:Utlendingsloven:28(1)(a)"]),
    ("ulkomaalaislain 147 §:n 1 momentin", ["fi:Ulkomaalaislaki:147(1)"]),
    ("ulkomaalaislain 87 b §", ["fi:Ulkomaalaislaki:87b"]),
    ("VRKS § 14 lg 1 p 2", ["ee:VRKS:14(1)(2)"]),
    # The East
    ("art. 303 ust. 4 ustawy z dnia 12 grudnia 2013 r. o cudzoziemcach", ["pl:UoC:303(4)"]),
    ("art. 28 ust. 1 i 2 ustawy o cudzoziemcach", ["pl:UoC:28(1)", "pl:UoC:28(2)"]),
    ("art. 302 ust. 1 pkt 1, 10 i 16 lit. b ustawy o cudzoziemcach",
     ["pl:UoC:302(1)(1)", "pl:UoC:302(1)(10)", "pl:UoC:302(1)(16)(b)"]),
    ("art. 7 § 1 k.p.a. w zw. z art. 8 k.p.a.", ["pl:KPA:7(1)", "pl:KPA:8"]),
    ("art. 56 ust. 2 Konstytucji RP", ["pl:Konst:56(2)"]),
    ("Užsieniečių teisinės padėties įstatymo 140-8 straipsnio 1 dalies 2 punktą", ["lt:Law on Aliens:140-8(1)(2)"]),
    ("įstatymo „Dėl užsieniečių teisinės padėties“ 140⁸ straipsnis", ["lt:Law on Aliens:140-8"]),
    ("įstatymo „Dėl užsieniečių teisinės padėties“ 69 straipsnio 3 ir 4 dalimis, 71 straipsnio 1 dalies 4 punktu",
     ["lt:Law on Aliens:69(3)", "lt:Law on Aliens:69(4)", "lt:Law on Aliens:71(1)(4)"]),
    ("Lietuvos Respublikos Konstitucijos 25 ir 28 straipsniai", ["lt:Konstitucija:25", "lt:Konstitucija:28"]),
    ("Imigrācijas likuma 46. panta otrās daļas 1. punktu", ["lv:Imigrācijas likums:46(2)(1)"]),
    ("MK 2021. gada 10. augusta rīkojuma Nr. 518 6. punkts", ["lv:MK rīkojums 518:6"]),
    ("§ 14a odst. 2 písm. b) zákona o azylu", ["cz:325/1999 Sb.:14a(2)(b)"]),
    ("§ 13a ods. 2 zákona č. 480/2002 Z. z. o azyle", ["sk:480/2002 Z. z.:13a(2)"]),
    ("a Met. 51. § (2) bekezdés e) pontja", ["hu:Act LXXX of 2007:51(2)(e)"]),
    ("Alaptörvény XIV. cikk", ["hu:Alaptörvény:XIV"]),
    ("άρθρα 3 και 4 του ν. 4939/2022", ["gr:ν. 4939/2022:3", "gr:ν. 4939/2022:4"]),
    ("чл. 8, ал. 1, т. 2 ЗУБ", ["bg:ЗУБ:8(1)(2)"]),
    ("ч. 2 ст. 15 Конституции РФ", ["ru:Конституция:15(2)"]),
    ("пункт 1 статьи 1 Федерального закона «О беженцах»", ["ru:ФЗ О беженцах:1(1)"]),
    ("ст. 13 Закону України «Про біженців та осіб, які потребують додаткового або тимчасового захисту»",
     ["ua:Закон про біженців:13"]),
]  # fmt: skip

OF_SEVERAL_STATES = [
    ("The Finnish Aliens Act, section 147, was amended.", ["fi:Ulkomaalaislaki:147"]),
    ("See section 95 of the Aliens Act of Finland.", ["fi:Ulkomaalaislaki:95"]),
    ("Belgium: section 9ter of the Aliens Act; the Belgian State.", ["be:Loi du 15 décembre 1980:9ter"]),
    ("Section 60a of the Residence Act applies.", []),
    ("Germany, a German court: section 60a of the Residence Act applies.", ["de:AufenthG:60a"]),
    ("§ 8 Abs. 1 Z 2 AsylG; BFA; VwGH", ["at:AsylG:8(1)(2)"]),
    ("§ 8 Abs. 1 AsylG", ["de:AsylG:8(1)"]),
    ("Canada, Federal Court: section 7 of the Charter", ["ca:Charter:7"]),
    ("Article 140 of the Law on Aliens", []),
    ("Lithuania, the Seimas: Article 140 of the Law on Aliens", ["lt:Law on Aliens:140"]),
]

SHORT_FORMS = [
    ("the Nationality, Immigration and Asylum Act 2002 (“the 2002 Act”). By section 82 of the 2002 Act an appeal lies.",
     ["uk:NIAA2002", "uk:NIAA2002", "uk:NIAA2002:82"]),
    ("the Tribunal Procedure (Upper Tribunal) Rules 2008. See rule 44(3A), (3B)(a)(i) of the 2008 Rules.",
     ["uk:UT Rules 2008", "uk:UT Rules 2008:44(3A)", "uk:UT Rules 2008:44(3B)(a)(i)"]),
    ("By section 82 of the 2002 Act an appeal lies.", []),
    ("ustawa z dnia 13 czerwca 2003 r. o udzielaniu cudzoziemcom ochrony; wedle art. 33 ustawy",
     ["pl:UoUCO", "pl:UoUCO:33"]),
    ("ustawa z dnia 12 grudnia 2013 r. o cudzoziemcach (dalej: u.o.c.); art. 303 u.o.c.",
     ["pl:UoC", "pl:UoC", "pl:UoC:303"]),
    ("ustawa o cudzoziemcach; art. 5 ustawy z 1997 r. o broni; art. 7 tej ustawy", ["pl:UoC"]),
    ("izdevis rīkojumu Nr. 158; rīkojuma 6. punktā noteikts", ["lv:MK rīkojums 158", "lv:MK rīkojums 158:6"]),
    ("the Immigration Rules apply, see paragraph 345A (most likely 345A(iii)(b))",
     ["uk:Immigration Rules", "uk:Immigration Rules:345A", "uk:Immigration Rules:345A(iii)(b)"]),
    ("Board of Immigration Appeals, United States: section 240A(b)(1) of the Act", ["us:INA:240A(b)(1)"]),
]  # fmt: skip

NONE = [
    "In room 98, under the law, he read section 5 of the newspaper; the act was brutal, the rules of the camp harsh.",
    "He paid 345 euro; paragraph 345A is in no rules; the order of 2002; the 2002 Act was a play.",
    "AIG and BV are companies; the CE mark; PS 13; RF 5; Ina met GG; 8 CFR; 8 USC students; Stat. 80.",
    "See A/53/44, § 12; 03/06/2022; pp. 4-5; s. 5; § 3; Art. 5; No. 12/32; +49 30 1234; 12/2009.",
    "Die Verordnung 3 war neu, das Gesetz klar; 5 AsylG-Novellen in § 3 des Entwurfs.",
    "Ustawa jest zła, rozporządzenie też; art. 5 tej umowy.",
    "Act 1999 Rules 2008 Order 2009. Public Law 101 was taught. Law 5. Ley 3. Legge 2.",
    "Rule 39 of the Rules of Court; the Rules of Procedure; the Act on Something of Nowhere.",
]


def targets(found, text):
    return [one.target for one in found(text) if one.kind == "national-statute"]


class TestSections:
    @pytest.mark.parametrize(("text", "expected"), BESIDE)
    def test_beside_the_name(self, found, text, expected):
        """
        Each section of a list is one citation of the statute that stands behind or before the list.
        """
        assert expected == targets(found, f"Siehe {text}.")

    def test_spans(self, found):
        """
        The first section runs from its word, the last one to the statute, those between over their number.
        """
        text = "gemäß §§ 47 Abs. 1a, 55 und 56 AsylG darf er"

        assert ["§§ 47 Abs. 1a", "55", "56 AsylG"] == [one.text for one in found(text)]

    def test_spans_behind_the_name(self, found):
        """
        Behind its statute, the first section begins at the name.
        """
        assert ["AsylG § 3", "§ 4 Abs. 1"] == [one.text for one in found("AsylG § 3, § 4 Abs. 1")]

    def test_two_statutes(self, found):
        """
        A list between two statutes belongs to the one that its words lead to.
        """
        text = "the Immigration Act 1971, s 3(1), and section 82 of the Nationality, Immigration and Asylum Act 2002"

        assert ["uk:IA1971:3(1)", "uk:NIAA2002:82"] == targets(found, text)

    def test_an_article_of_a_treaty_stays_one(self, found):
        """
        A treaty's article beside a statute's section is the treaty's.
        """
        cited = found("§ 60 Abs. 5 AufenthG i.V.m. Art. 3 EMRK")

        assert ["de:AufenthG:60(5)", "ECHR:3"] == [one.target for one in cited]


class TestNames:
    @pytest.mark.parametrize(("text", "expected"), OF_SEVERAL_STATES)
    def test_of_several_states(self, found, text, expected):
        """
        A name that several States use needs the State, in the words beside it or in the draft.
        """
        assert expected == targets(found, text)

    @pytest.mark.parametrize(("text", "expected"), SHORT_FORMS)
    def test_short_forms(self, found, text, expected):
        """
        A year or a noun stands for the statute named before; nothing named before is nothing cited.
        """
        assert expected == targets(found, text)

    @pytest.mark.parametrize(
        ("name", "written", "expected"),
        [
            ("AsylG", "AsylG", True),
            ("AsylG", "ASYLG", False),
            ("Immigration Rules", "Immigration rules", True),
            ("Immigration Rules", "immigration rules", False),
            ("ulkomaalaislaki", "Ulkomaalaislaki", True),
            ("INA", "Ina", False),
        ],
    )
    def test_capitals(self, name, written, expected):
        """
        Abbreviations count in their own capitals, names as they begin.
        """
        assert expected == fits(name, written)

    def test_spelled_out(self):
        """
        Braces hold the spellings of a part of a name.
        """
        assert ["ustawa o X", "ustawa z 2003 r. o X", "ustawy o X", "ustawy z 2003 r. o X"] == list(
            spelled_out("ustaw{a|y} {|z 2003 r. }o X")
        )

    @pytest.mark.parametrize(
        ("key", "expected"),
        [("de:AsylG", True), ("us-ny:CPL", True), ("un:A/RES/39/46", False), ("cat:GC4", False), ("ECHR", False)],
    )
    def test_is_national(self, key, expected):
        """
        Two small letters before the colon are a State, but for the United Nations.
        """
        assert expected == is_national(key)


class TestNothing:
    @pytest.mark.parametrize("text", NONE)
    def test_prose(self, found, text):
        """
        Words and numbers that look like a statute are none.
        """
        assert [] == targets(found, text)

    @pytest.mark.slow
    @pytest.mark.parametrize(
        "piece",
        [
            "§ ", "§§ 3, ", "AsylG ", "section 3(a)", "(a)", "§ 3 Abs. 1 S. 2 ", "1, ", "12 kap. ", "Act 1999 ", "- ",
            "8 U.S.C. §§ 1", "Of And Of Act 20", "the 2002 Act ", "d.lgs. n. ", "art. 5 i ", "Patvēruma likuma 3. ",
            "IVX. ", "п. 1 ч. ",
        ],
    )  # fmt: skip
    def test_unlucky_characters(self, grammar_seconds, piece):
        """
        Of what begins like sections and names, twice the text takes at most about twice the time.
        """
        once, twice = (grammar_seconds("AsylG " + piece * (long // len(piece)) + " AsylG") for long in (50_000, 10**5))

        assert twice < 3 * once + 0.25


def statutes():
    """Every statute that has a name of its own, with what joins it to its sections in a target."""
    found = []
    for path in sorted(STATUTES.glob("*.toml")):
        for statute in tomllib.loads(path.read_text("utf-8")).get("statute", ()):
            if statute.get("names"):
                key = statute["key"]
                key = key if is_national(key) and ":" in key else f"{path.stem}:{key}"
                found.append((key, statute.get("join", ":")))
    return st.sampled_from(found)


def sections():
    number = st.builds("{}{}".format, st.integers(1, 399), st.sampled_from(["", "", "a", "b", "A"]))
    levels = st.lists(st.sampled_from(["(1)", "(2)", "(a)", "(iii)", "(B)"]), max_size=3)
    return st.builds(lambda first, below: first + "".join(below), number, levels)


class TestRoundTrip:
    @given(statute=statutes(), section=sections())
    def test_what_we_write_we_read(self, engine, statute, section):
        """
        A section in its canonical form is found again as itself.
        """
        grammar = engine.grammar.statutes
        key, joined_by = statute
        text = f"see {grammar.canonical(key, section)}."
        folded = text.lower()
        hits = [
            (start, start + len(literal), literal)
            for literal in grammar.literals
            for start in range(len(folded))
            if folded.startswith(literal, start)
        ]

        assert [f"{key}{joined_by}{section}"] == [one.key for one in grammar.find(text, hits, nowhere, nowhere).written]


class TestFiles:
    def test_a_name_of_its_own_is_nobody_elses(self):
        """
        What stands under ``names`` means one statute; anything else is ``shared``.
        """
        owners = defaultdict(set)
        for path in STATUTES.glob("*.toml"):
            for statute in tomllib.loads(path.read_text("utf-8")).get("statute", ()):
                for name in statute.get("names", ()):
                    for one in spelled_out(name):
                        owners[one].add(f"{path.stem}:{statute['key']}")

        assert {} == {name: sorted(keys) for name, keys in owners.items() if len(keys) > 1}

    @pytest.mark.parametrize("path", sorted(STATUTES.glob("*.toml")), ids=lambda path: path.stem)
    def test_says_where_it_comes_from(self, path):
        """
        Every file names its source and says whether somebody read it there; its keys are those of the README.
        """
        file = tomllib.loads(path.read_text("utf-8"))
        known = {
            "key",
            "title",
            "names",
            "shared",
            "beside",
            "shared_beside",
            "words",
            "bare",
            "join",
            "stands_for",
            "own",
            "not_before",
            "last",
        }

        assert file["source"] and isinstance(file["verified"], bool) and file["here"]
        assert all(set(statute) <= known for statute in file.get("statute", ()))
        assert not any("{" in statute["key"] for statute in file.get("statute", ()))
        assert all("\u201c" not in str(statute.get("names")) for statute in file.get("statute", ()))


class TestSectionGrammar:
    def test_without_words(self):
        """
        A grammar without words finds nothing, and says so.
        """
        grammar = SectionGrammar([{}])

        assert grammar.read("§ 3 AsylG", 0, 9) is None
