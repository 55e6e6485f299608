"""Forms that texts from outside showed: heads of Views, flattened tables, heads of judgments."""

import pytest

from refoulement_lint import find_citations

CASES = [
    (
        "CCPR/C/129/D/2769/2016 Articles of the Covenant: 2 (3), 17 (1) and 24 (1)",
        ["hrc:2769/2016", "ICCPR:2(3)", "ICCPR:17(1)", "ICCPR:24(1)"],
    ),
    (
        "CRC/C/80/D/4/2016 Articles of the Optional Protocol: 5 and 7 (e)",
        ["crc:4/2016", "CRC-OP3:5", "CRC-OP3:7(e)"],
    ),
    (
        "CCPR/C/77/D/893/1999 Views under article 5, paragraph 4, of the Optional Protocol",
        ["hrc:893/1999", "ICCPR-OP1:5(4)"],
    ),
    (
        "H.L.R. v. France 29 April 1997 Appl. No. 24573/94 Jabari v. Turkey 11 July 2000 Appl. No. 40035/98",
        ["ecthr:24573/94", "ecthr:24573/94", "ecthr:40035/98", "ecthr:40035/98"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_targets(text, expected):
    """
    What such a passage cites, in order.
    """
    assert expected == [citation.target for citation in find_citations(text)]
