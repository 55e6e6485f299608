"""What is no citation, or stays open, beside what is one."""

# ruff: noqa: E501  (one example is one line)

import pytest

NOTHING = [
    # An id of HUDOC only where the draft says whose it is; a place in the Journal only in its year.
    "The parcel 001-103050 arrived.",
    "OJ 2019 L 180, p. 60 is about milk.",
    # Roman articles of others than the OAU Convention and the American Declaration.
    "Article IV of the Treaty of Peace was short.",
    # A section of nothing, of the draft itself, of a report.
    "See section 4 of the report and section 5 below.",
    # A name in brackets before a number needs to be one.
    "France v Poland was drawn; Germany v. Italy too.",
]

ONE_EACH = [
    # "of" ties what adjacency does not: that the article does not exist is for a check to say.
    ("Articles 1A(2) and 33 of the Convention against Torture.", ["CAT:1A(2)", "CAT:33"]),
    # Two statutes with sections: a section alone is of neither, unless one is "the Act" or has that very section.
    (
        "Section 2 of the Human Rights Act 1998 and section 3 of the Immigration Act 1971 apply. It failed (section 17).",
        ["uk:HRA1998:2", "uk:IA1971:3"],
    ),
    (
        "Section 2 of the Human Rights Act 1998 and section 3 of the Immigration Act 1971 apply. It failed (section 3).",
        ["uk:HRA1998:2", "uk:IA1971:3", "uk:IA1971:3"],
    ),
    # A person is no case, an applicant's family neither.
    ("Gillick v West Norfolk AHA [1986] AC 112. Mr Gillick lived with the Gillick family.", ["uk:[1986] AC 112"]),
    # "R.A. and Others" is not an R.A. of the register: it is the case that waits for its judgment.
    ("R.A. and Others v. Poland is pending; see it.", ["ecthr:42120/21"]),
    # Words of a court before a number are no name.
    ("The Court (C-163/17) and the EU (C-181/16) and Directive (C-4/11).", ["cjeu:C-163/17", "cjeu:C-181/16", "cjeu:C-4/11"]),
    ("wyrok Trybunału w sprawach połączonych C-411/10 i C-493/10", ["cjeu:C-411/10", "cjeu:C-493/10"]),
    # "General Comment No. 20: Article 7" cites the article of the treaty, not of the comment.
    ("CCPR/C/21/Rev.1/Add.13 and General Comment No 20: Article 7.", ["hrc:GC31", "hrc:GC20", "ICCPR:7"]),
    # An article that a statute of the draft has is the statute's.
    ("Artikel 42 is uitgelegd. Artikel 42, zesde lid, van de Vreemdelingenwet 2000 bepaalt dat.",
     ["nl:Vw 2000:42", "nl:Vw 2000:42(6)"]),
    # French paragraphs with a hyphen, and ranges with one.
    ("article 3-1 de la convention internationale relative aux droits de l'enfant", ["CRC:3(1)"]),
    ("Articles 31-33 of the Refugee Convention", ["CSR51:31", "CSR51:32", "CSR51:33"]),
]  # fmt: skip


class TestLeftOpen:
    @pytest.mark.parametrize("text", NOTHING)
    def test_nothing(self, found, text):
        """
        None of these is a citation.
        """
        assert [] == [one.text for one in found(f"It was said: {text}")]

    @pytest.mark.parametrize(("text", "targets"), ONE_EACH)
    def test_these_and_no_more(self, found, text, targets):
        """
        These are cited, and nothing else is.
        """
        assert targets == [one.target for one in found(f"It was said: {text}")]

    def test_head_of_a_judgment(self, found):
        """
        The case in the head of a judgment of the Court is the document's own, whatever stands around it.
        """
        head = (
            "FIFTH SECTION\nCASE OF I v. SWEDEN\n(Application no. 61204/09)\nJUDGMENT\nSTRASBOURG\n5 September 2013\n"
        )
        cases = [one for one in found(f"{head}{'It is final. ' * 30}") if one.kind == "case"]

        assert ["I v. SWEDEN"] == [one.written.part("own").value for one in cases]
