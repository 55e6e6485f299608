"""Strasbourg citations, as the Court writes them, in OSCOLA, and as people write them."""

import pytest

from refoulement_lint.citations.ecthr_parts import pinpoint


def parts(citation):
    return [(part.name, part.value) for part in citation.written.parts]


HOUSE_STYLE = [
    (
        "Soering v. the United Kingdom, 7 July 1989, § 91, Series A no. 161",
        "Soering v. the United Kingdom",
        [("date", "1989-07-07"), ("paragraphs", "§ 91"), ("report", "Series A no. 161")],
    ),
    (
        "Chahal v. the United Kingdom, 15 November 1996, § 80, Reports of Judgments and Decisions 1996-V",
        "Chahal v. the United Kingdom",
        [("date", "1996-11-15"), ("paragraphs", "§ 80"), ("report", "Reports of Judgments and Decisions 1996-V")],
    ),
    (
        "Mamatkulov and Askarov v. Turkey [GC], nos. 46827/99 and 46951/99, § 128, ECHR 2005-I",
        "Mamatkulov and Askarov v. Turkey",
        [
            ("formation", "GC"),
            ("number", "46827/99"),
            ("number-form", "nos."),
            ("number", "46951/99"),
            ("paragraphs", "§ 128"),
            ("report", "ECHR 2005-I"),
        ],
    ),
    (
        "T.I. v. the United Kingdom (dec.), no. 43844/98, ECHR 2000-III",
        "T.I. v. the United Kingdom",
        [("kind", "DEC"), ("number", "43844/98"), ("number-form", "no."), ("report", "ECHR 2000-III")],
    ),
    (
        "M.S.S. c. Belgique et Grèce [GC], no 30696/09, §§ 216-222, CEDH 2011",
        "M.S.S. c. Belgique et Grèce",
        [
            ("formation", "GC"),
            ("number", "30696/09"),
            ("number-form", "no"),
            ("paragraphs", "§§ 216-222"),
            ("report", "CEDH 2011"),
        ],
    ),
    (
        "M.K. and Others v. Poland, 2020, §§ 178-179",
        "M.K. and Others v. Poland",
        [("year", "2020"), ("paragraphs", "§§ 178-179")],
    ),
    (
        "MSS v Belgium and Greece App no 30696/09 (ECtHR, 21 January 2011), para 358",
        "MSS v Belgium and Greece",
        [
            ("number", "30696/09"),
            ("number-form", "App no"),
            ("court", "ECtHR"),
            ("date", "2011-01-21"),
            ("paragraphs", "§ 358"),
        ],
    ),
    (
        "Osman v UK ECHR 1998-VIII 3124",
        "Osman v UK",
        [("report", "ECHR 1998-VIII")],
    ),
    (
        "Soering v United Kingdom (1989) 11 EHRR 439",
        "Soering v United Kingdom",
        [("report", "(1989) 11 EHRR 439")],
    ),
    (
        "M.E. v. Sweden (striking out) [GC], no. 71398/12, §§ 32 and 33, 8 April 2015",
        "M.E. v. Sweden",
        [
            ("kind", "striking out"),
            ("formation", "GC"),
            ("number", "71398/12"),
            ("number-form", "no."),
            ("paragraphs", "§§ 32 and 33"),
            ("date", "2015-04-08"),
        ],
    ),
]


class TestHouseStyle:
    @pytest.mark.parametrize(("text", "name", "expected"), HOUSE_STYLE)
    def test_every_part_is_read(self, found, text, name, expected):
        """
        Name, number, formation, kind, paragraphs, date and report of the Court's own style and of OSCOLA are parts.
        """
        case = found(f"As was held in {text}.")[0]

        assert name == case.text
        assert [("name", name), *expected] == parts(case)

    def test_joined_numbers_are_one_object_each(self, found):
        """
        A case with two numbers gives three objects: the name and each number.
        """
        cited = found("See N.D. and N.T. v. Spain [GC], nos. 8675/15 and 8697/15, § 201, 13 February 2020.")

        assert [("case", "N.D. and N.T. v. Spain"), ("appno", "8675/15"), ("appno", "8697/15")] == [
            (one.kind, one.text) for one in cited
        ]
        assert ["ecthr:8675/15", "ecthr:8675/15", "ecthr:8697/15"] == [one.target for one in cited]


class TestWhereANameBegins:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("In M.A. and Others v. Lithuania, no. 59793/17, the", "M.A. and Others v. Lithuania"),
            ("(see, mutatis mutandis, Saadi v. Italy [GC], no. 37201/06)", "Saadi v. Italy"),
            ("However Chahal v. the United Kingdom was", "Chahal v. the United Kingdom"),
            (
                "Abdulaziz, Cabales and Balkandali v. the United Kingdom, 28 May 1985",
                "Abdulaziz, Cabales and Balkandali v. the United Kingdom",
            ),
            ("Gebremedhin [Gaberamadhien] v. France, no. 25389/05", "Gebremedhin [Gaberamadhien] v. France"),
            ("was decided. Soering v. the United Kingdom is", "Soering v. the United Kingdom"),
            ("the Grand Chamber; Ilias and Ahmed v. Hungary [GC]", "Ilias and Ahmed v. Hungary"),
            ("De Souza Ribeiro v. France [GC], no. 22689/07", "De Souza Ribeiro v. France"),
            ("A and Others v . Italy, no. 12345 /94", "A and Others v . Italy"),
        ],
    )
    def test_words_before_the_name_are_no_part_of_it(self, found, text, name):
        """
        "In", "see" and the end of a sentence stay outside; brackets, lists and small words stay inside.
        """
        cases = [one.text for one in found(text) if one.kind == "case"]

        assert [name] == cases


class TestNumbers:
    @pytest.mark.parametrize(
        "text",
        [
            "page 12/32 of the bundle",
            "document A/53/44 of the Assembly",
            "on 03/06/2022 the applicant",
            "Directive no. 2013/32 applies",
            "invoice 4711/22",
            "telephone 030/12345",
            "there is no 24/7 service",
        ],
    )
    def test_what_is_no_application_number(self, found, text):
        """
        Page counts, dates, UN symbols, acts, invoices and telephone numbers are never application numbers.
        """
        assert [] == [one for one in found(text) if one.kind == "appno"]

    def test_number_alone(self, found):
        """
        Behind the word "application" a number is a citation of its own.
        """
        (number,) = found("The Court joined application no. 30696/09 to it.")

        assert ("appno", "ecthr:30696/09", "30696/09") == (number.kind, number.target, number.text)


class TestPinpoint:
    @pytest.mark.parametrize(
        ("raw", "value"),
        [
            ("§ 342", "§ 342"),
            ("§§ 142-48", "§§ 142-148"),
            ("paras 28–30", "§§ 28-30"),
            ("§§ 95, 124-25", "§§ 95, 124-125"),
            ("§§ 201 and 209-211", "§§ 201 and 209-211"),
        ],
    )
    def test_short_second_number_is_completed(self, raw, value):
        """
        "142-48" means 142 to 148.
        """
        assert value == pinpoint(raw)


class TestBackReferences:
    def test_cited_above_means_the_case_above(self, found):
        """
        A short form has the target of the full citation before it.
        """
        cited = found(
            "See Atmaca v. Germany (dec.), no. 45293/06, 6 March 2012. As in Atmaca, cited above, the risk is gone."
        )

        assert ("short-form", "short", "Atmaca", "ecthr:45293/06") == (
            cited[-1].kind,
            cited[-1].form,
            cited[-1].text,
            cited[-1].target,
        )

    def test_ambiguous_short_form_stays_open(self, found):
        """
        Two cases of one short name: nobody guesses.
        """
        cited = found(
            "Saadi v. Italy [GC], no. 37201/06, ECHR 2008, "
            "and Saadi v. the United Kingdom [GC], no. 13229/03, ECHR 2008. "
            "Saadi, cited above, § 67, was about detention."
        )

        assert (None, "unchecked") == (cited[-1].target, cited[-1].status)

    def test_ibid_across_an_unknown_authority_resolves_to_nothing(self, found):
        """
        "Ibid." means the authority just before it, also when no grammar reads that one.
        """
        cited = found(
            "Soering v. the United Kingdom, 7 July 1989, Series A no. 161. "
            "Goodwin-Gill, The Refugee, 3rd ed., p. 12. Ibid., § 4."
        )

        assert [None] == [one.target for one in cited if one.form == "ibid"]

    def test_own_case_in_a_title_of_several_lines(self, found):
        """A long title in one paragraph has the case on a line that begins with "in the case of"."""
        title = (
            "WRITTEN SUBMISSION OF THE LEAGUE FOR THE RIGHTS OF PEOPLE WHO LOOK FOR ASYLUM AND OF ITS SEVEN MEMBERS\n"
            "in the case of Q.Z. and Others v. Cyprus before the European Court of Human Rights\n"
            "(third-party intervention under Rule 44 § 3 of the Rules of Court, by leave of the President "
            "of the Section of 3 September 2026)"
        )
        for text, own in ((title, True), (f"{title}. It was lodged in time.", False)):
            case = next(one for one in found(f"{text}\n\nThe law is set out below.") if one.kind == "case")
            assert own == (case.status == "unchecked")

    def test_own_case_in_the_title(self, found):
        """
        The number of the draft's own case is not in the register and is no error.
        """
        cited = found("# Observations\n\nApplication no. 9871/24 — S.R. and Others v. Lithuania\n\nThe applicants ...")

        assert [("ecthr:9871/24", "unchecked")] * 2 == [(one.target, one.status) for one in cited]


class TestHeadOfTheDraft:
    @pytest.mark.parametrize("head", [
        "# Application to the European Court of Human Rights\nv. Lithuania",
        "# Skarga do Europejskiego Trybunału Praw Człowieka\nprzeciwko Polsce",
        "# Beschwerde an den Europäischen Gerichtshof für Menschenrechte\ngegen Deutschland",
        "# Requête\nc. France",
    ])  # fmt: skip
    def test_names_no_case(self, found, head):
        """A title and the State on a line of its own below it are the draft's own head, and cite nothing."""
        assert [one for one in found(f"{head}\n\nThe complaint is made.") if one.kind == "case"] == []
