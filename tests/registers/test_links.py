"""Addresses made from citations."""

import pytest

from refoulement_lint.registers.links import Links


class TestLinks:
    @pytest.mark.parametrize(
        ("target", "ecli", "address"),
        [
            ("cjeu:C-72/22 PPU", "", "https://curia.europa.eu/juris/liste.jsf?num=C-72/22"),
            ("cjeu:C-1/20", "ECLI:EU:C:2021:1", "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=ecli:ECLI:EU:C:2021:1"),
            ("uk:[2010] UKSC 1", "", "https://caselaw.nationalarchives.gov.uk/uksc/2010/1"),
            ("uk:[2022] EWCA Civ 840", "", "https://caselaw.nationalarchives.gov.uk/ewca/civ/2022/840"),
            ("uk:[2016] EWHC 1801 (Admin)", "", "https://caselaw.nationalarchives.gov.uk/ewhc/admin/2016/1801"),
            ("us:480 U.S. 421", "", "https://www.courtlistener.com/c/U.S./480/421/"),
            ("us:3 F.4th 542", "", "https://www.courtlistener.com/c/F.4th/3/542/"),
            ("us:8 USC 1158(a)(2)(B)", "", "https://www.law.cornell.edu/uscode/text/8/1158"),
            ("us:8 CFR 1003.30", "", "https://www.ecfr.gov/current/title-8/section-1003.30"),
            ("un:A/RES/39/46", "", "https://docs.un.org/en/A/RES/39/46"),
            ("ca:2002 SCC 1", "", "https://www.canlii.org/en/ca/scc/doc/2002/2002scc1/2002scc1.html"),
            ("ecthr:30696/09", "", ""),
            ("xx:anything", "", ""),
        ],
    )  # fmt: skip
    def test_address(self, store, target: str, ecli: str, address: str) -> None:
        """
        Each publisher's own form; nothing where none is known.
        """
        assert address == store.links.of(target, ecli)

    def test_what_is_foreign_is_escaped(self) -> None:
        """
        Whatever a target holds, it stays one part of the address.
        """
        links = Links([{"of": "xx:{rest...}", "url": "https://example.org/{rest}"}])

        assert "https://example.org/a%20%3Cb%3E%23%3F" == links.of("xx:a <b>#?")
