"""What a lawyer is told of an authority, and which one first."""

import pytest

from refoulement_lint.model import Support
from refoulement_lint.reporters.authorities import best_first, source_told, support_told


def support(target, *, verified=True, source="row 1"):
    return Support(target=target, citation=target, says="so", source=source, verified=verified)


class TestBestFirst:
    def test_own_forum_then_checked(self):
        """
        The forum's own case-law comes first, within it what was checked; the rest keeps its order.
        """
        given = [support("ecthr:1"), support("cat:2", verified=False), support("uk:3"), support("cat:4")]

        assert ["cat:4", "cat:2", "ecthr:1", "uk:3"] == [each.target for each in best_first(given, "cat", "CHE")]

    def test_national_court(self):
        """
        Before a national court the courts of that State come first.
        """
        given = [support("ecthr:1"), support("uk:2")]

        assert "uk:2" == best_first(given, "national", "GBR")[0].target
        assert "ecthr:1" == best_first(given, "national", "POL")[0].target


class TestSourceTold:
    @pytest.mark.parametrize(
        ("source", "told"),
        [
            ("own knowledge", "from memory of the register's editors; not checked against the text"),
            ("A Guide (2023) fragments: github someone/something data/a.csv", "A Guide (2023)"),
            ("Conclusion: github a/b data/ (outcome only)", "Conclusion (outcome only)"),
            ("github a/b docs/c.json", "a public collection of texts, named in the JSON report"),
            (
                "github:a/b@0 d.json (English; upstream OHCHR); HUDOC judgment(s) 001-1, 001-2 via github:c/d e; more",
                "HUDOC 001-1, 001-2",
            ),
            ("https://hudoc.echr.coe.int/eng?i=001-1", "https://hudoc.echr.coe.int/eng?i=001-1"),
            ("rules/arguments/conduct.toml", "the map of arguments"),
            ("the draft itself", "the draft itself"),
        ],
    )
    def test_documents_not_files(self, source, told):
        """
        Of a source the document is named, not the file or repository that it was read from.
        """
        assert told == source_told(source)


class TestSupportTold:
    def test_not_checked_once(self):
        """
        That nobody checked it is said, and said once.
        """
        assert "ecthr:1: so (row 1; not checked against the text)" == support_told(support("ecthr:1", verified=False))
        assert 1 == support_told(support("ecthr:1", verified=False, source="own knowledge")).count("not checked")
