"""The table of arguments."""

from refoulement_lint.model import Treatment
from refoulement_lint.reporters.table import HEAD, cells, lines

TREATMENT = Treatment(
    id="collective",
    called_for_by=("asylum-request-ignored", "no-individual-assessment", "summary-return"),
    treatment="made",
    authorities_cited=("ECHR:3", "ecthr:1"),
    adverse_unmet=("ecthr:2", "ecthr:3"),
)
TITLES = {"ecthr:1": "A. v. B", "ecthr:2": "N. and N. v. Ruritania"}


class TestCells:
    def test_names(self):
        """
        What was cited is a count, adverse authority stands with its name, or its key where no name is known.
        """
        assert ("made", "2", "N. and N. v. Ruritania; ecthr:3") == cells(TREATMENT, TITLES)[2:]
        assert "ECHR:3; A. v. B" == cells(TREATMENT, TITLES, names=True)[3]


class TestLines:
    def test_no_word_is_torn(self):
        """
        In a narrow table words stay whole, and hyphenated ones break at the hyphen only.
        """
        wide = lines([HEAD, cells(TREATMENT, TITLES)], 80)
        narrow = lines([HEAD, cells(TREATMENT, TITLES)], 62)

        assert 80 >= max(map(len, wide))
        assert "no-individual-assessment," in "\n".join(wide)
        assert not any(line.split()[0].startswith(",") for line in [*wide, *narrow])
        assert 62 >= max(map(len, narrow))
