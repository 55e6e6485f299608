"""A name reaches as far as that of the case whose number stands behind it, and no further."""

import pytest


def case_in(found, text):
    return next(citation for citation in found(text) if citation.kind == "case")


class TestByNumber:
    @pytest.mark.parametrize(
        ("name", "rest"),
        [
            (
                "Associated Society of Locomotive Engineers and Firemen (ASLEF) v. the United Kingdom",
                ", no. 11002/05, 27 February 2007",
            ),
            (
                "Holy Synod of the Bulgarian Orthodox Church (Metropolitan Inokentiy) and Others v. Bulgaria",
                ", no. 412/03, 22 January 2009",
            ),
            (
                "Saint-Synode de l'Eglise orthodoxe bulgare (métropolite Innocent) et autres c. Bulgarie",
                ", n° 412/03, 22 janvier 2009",
            ),
            ("Norwegian Confederation of Trade Unions (LO) and Norwegian Transport Workers' Union (NTF) v. Norway",
             ", no. 45487/17, 10 June 2021"),
            ("Pozemkové spoločenstvo – lesný a pasienkový urbár (LPU) Dechtice v. Slovakia", ", no. 51197/21"),
            ("Lang v. the United Kingdom and Hastie v. the United Kingdom", " (dec.), nos. 19/11 and 36395/11"),
            ("ET v France", " App no 7217/05 (ECtHR, 3 October 2006)"),
        ],
    )  # fmt: skip
    def test_whole(self, found, name, rest):
        """Brackets, small words, dashes and two cases in one title are parts of it."""
        case = case_in(found, f"See {name}{rest}.")

        assert (case.text, case.status) == (name, "verified")

    @pytest.mark.parametrize(
        "name",
        [
            "Asociated Society of Locomotive Engineers and Firemen (ASLEF) v. the United Kingdom",
            "Associated Society of Locomotive Enginers and Firemen (ASLEF) v. the United Kingdom",
        ],
    )
    def test_slip(self, found, name):
        """A slip anywhere in it is a slip in the name, however little of it a reader would need."""
        case = case_in(found, f"See {name}, no. 11002/05, 27 February 2007.")

        assert (case.text, case.status) == (name, "mismatch")
        assert ("name", "near") in [(one.part, one.verdict) for one in case.compared]

    def test_given_name_with_a_slip(self, found):
        """No part of what is written as the name is left out to make it fit."""
        case = case_in(found, "See Maia Azzopardi v. Malta, no. 22008/20, 2022.")

        assert case.text == "Maia Azzopardi v. Malta"

    def test_two_cases(self, found):
        """Two cases that were not decided together stay two."""
        names = [one.text for one in found("See Chahal v. the United Kingdom and Soering v. the United Kingdom.")]

        assert names == ["Chahal v. the United Kingdom", "Soering v. the United Kingdom"]

    def test_other_case_of_that_number(self, found):
        """Nothing before the number is its case's name."""
        case = case_in(found, "Holy Synod of the Bulgarian Church v. Bulgaria, no. 30696/09, was about something else.")

        assert case.status == "mismatch"


class TestWithoutNumber:
    @pytest.mark.parametrize(
        "name",
        [
            'Orthodox Ohrid Archdiocese (Greek-Orthodox Ohrid Archidioese of the Peć Patriarchy)" v. '
            '"The Former Yugoslav Republic of Macedonia',
            "Stephens v. Cyprus, Turkey and the United Nations",
        ],
    )
    def test_whole(self, found, name):
        """In quotation marks, and where one who is sued is no State."""
        day = "16 November 2017" if "Ohrid" in name else "11 December 2008"
        quote = '"' if '"' in name else ""
        case = case_in(found, f"See {quote}{name} (dec.), {day}." if not quote else f"See {quote}{name}, {day}.")

        assert (case.text.strip('"'), case.status) == (name, "verified")


class TestUnread:
    def test_nobodys_number(self, found):
        """A State misspelt beside a number that nobody has is listed as unchecked, and not passed over."""
        number = found("See Smith v. Untied Kingdom, no. 99998/21, 3 May 2025.")[0]

        assert (number.kind, number.status) == ("appno", "unchecked")

    @pytest.mark.parametrize(
        ("name", "status"),
        [
            ("Soering v. the United Kindgom", "mismatch"),
            ("Soering c. Royaume-Unni", "mismatch"),
            ("Ahmed v. the United Kindgom", "unchecked"),
            ("Soering v. Atlantis", "unchecked"),
        ],
    )
    def test_state_misspelt(self, found, name, status):
        """Beside its own number a name with a slip in the State is that case's; any other stays open."""
        number = found(f"See {name}, no. 14038/88, 7 July 1989.")[0]

        assert (number.kind, number.status) == ("appno", status)


class TestGroups:
    @pytest.mark.parametrize(
        ("text", "name", "status"),
        [
            (
                "Human Rights Committee, Mikmaq tribal society v. Canada, Communication No. 78/1980, 29 July 1984.",
                "Mikmaq tribal society v. Canada",
                "verified",
            ),
            (
                "Human Rights Committee, Mikmaq tribal society v. Canada, Communication No. 167/1984.",
                "Mikmaq tribal society v. Canada",
                "mismatch",
            ),
            (
                "See L. M. V. R. G. and M. A. B. C. v. Sweden, Communication No. 64/1997, CAT/C/19/D/64/1997.",
                "L. M. V. R. G. and M. A. B. C. v. Sweden",
                "verified",
            ),
        ],
    )
    def test_before_a_committee(self, found, text, name, status):
        case = case_in(found, text)

        assert (case.text, case.status) == (name, status)


class TestDayBehindANumber:
    @pytest.mark.parametrize(
        ("text", "status"),
        [
            ("application no. 37201/06 (judgment of 28 February 2009)", "mismatch"),
            ("requête n° 37201/06, arrêt du 28 février 2009", "mismatch"),
            ("application no. 37201/06 (judgment of 28 February 2008)", "verified"),
            ("application no. 37201/06, lodged on 14 September 2006", "verified"),
            ("application no. 37201/06, 14 September 2006", "verified"),
        ],
    )
    def test_of_the_judgment(self, found, text, status):
        """A number alone answers for no other day, where the day is said to be the judgment's."""
        assert [status] == [one.status for one in found(f"See {text}.") if one.kind == "appno"]


class TestOthersOfOneCase:
    @pytest.mark.parametrize(
        ("text", "part", "verdict"),
        [
            ("See Tahsin Acar v. Turkey [GC], no. 26307/95, § 5, ECHR 2004-V.", "report", "differs"),
            ("See Tahsin Acar v. Turkey [GC], no. 26307/95, § 5, ECHR 2004-III.", "report", "agrees"),
            ("See Richards v. Jamaica, Communication No. 535/1993, CCPR/C/59/D/535/1993/Rev.3.", "symbol", "differs"),
            ("See Richards v. Jamaica, Communication No. 535/1993, CCPR/C/59/D/535/1993/Rev.1.", "symbol", "agrees"),
            ("See Richards v. Jamaica, Communication No. 535/1993, CCPR/C/59/D/535/1993.", "symbol", "agrees"),
        ],
    )
    def test_parts(self, found, text, part, verdict):
        """Of two judgments the one that is reported; of two prints the one that is named."""
        assert (part, verdict) in [(one.part, one.verdict) for case in found(text) for one in case.compared]


class TestLuxembourg:
    @pytest.mark.parametrize(
        ("text", "part", "verdict"),
        [
            (
                "Urteil vom 21. Dezember 1985, Gebr. Metelmann GmbH & Co. KG v Hauptzollamt Hamburg - Jonas, C-276/84.",
                "date",
                "differs",
            ),
            ("Case C-272/91 *Commission v Italy* EU:C:1992:391", "ecli", "differs"),
            ("The Shirtmakers BV v Staatssecretaris van Financiën, C-317/15, EU:C:2017:119", "name", "doubtful"),
            ("European Parliament v Council of the European Union, C-11/74, EU:C:1974:84", "name", "doubtful"),
            ("X v Staatssecretaris van Financiën, C-317/15, EU:C:2017:119", "name", "agrees"),
        ],
    )
    def test_parts(self, found, text, part, verdict):
        assert (part, verdict) in [(one.part, one.verdict) for case in found(text) for one in case.compared]
