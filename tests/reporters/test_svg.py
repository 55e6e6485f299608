"""The picture of the arguments."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from refoulement_lint.model import DocumentReport, Treatment
from refoulement_lint.reporters import html, svg
from tests.reporters.reports import BRIEF, CLEAN, UNREAD, report

SVG = {"svg": "http://www.w3.org/2000/svg"}


def words(printed):
    """Every text of the picture, in the order drawn, without what shows only under the pointer."""
    return ["".join(text.xpath("text()")) for text in etree.fromstring(printed).iterfind(".//svg:text", SVG)]


class TestPicture:
    def test_golden(self, golden):
        """
        One document with arguments, one without, one that was not read.
        """
        golden("arguments.svg", svg.render(report(BRIEF, CLEAN, UNREAD)))

    def test_missing_first(self):
        """
        What is missing stands above what is argued in part, and that above what is made.
        """
        arguments = tuple(Treatment(id=f"argument-{name}", treatment=name) for name in ("made", "missing", "partly"))
        printed = words(svg.render(report(evolve(BRIEF, arguments=arguments))))

        assert ["missing", "in part", "made"] == [word for word in printed if word in ("missing", "in part", "made")]

    def test_dots(self):
        """
        A dot for each fact that calls for an argument, and a column for each fact.
        """
        arguments = (
            Treatment(id="collective", called_for_by=("no-written-decision", "summary-return")),
            Treatment(id="remedy", called_for_by=("summary-return",)),
        )
        root = etree.fromstring(svg.render(report(evolve(BRIEF, arguments=arguments))))
        dots = [dot.get("cx") for dot in root.iterfind(".//svg:circle", SVG)]

        assert 3 == len(dots)
        assert 2 == len(set(dots))

    def test_cases_before_provisions_each_once(self):
        """
        A joined case under two numbers is named once, and before the provision.
        """
        cited = ("ECHR-P4:4", "ecthr:8675/15", "ecthr:8697/15")
        names = {"ECHR-P4:4": "Article 4", "ecthr:8675/15": "N.D. v. Spain", "ecthr:8697/15": "N.D. v. Spain"}
        arguments = (Treatment(id="collective", authorities_cited=cited),)
        printed = words(svg.render(report(evolve(BRIEF, arguments=arguments, titles=names))))

        assert "N.D. v. Spain; Article 4" in printed

    def test_many_names_are_counted(self):
        """
        What does not fit is counted, and named in full under the pointer.
        """
        names = {f"ecthr:{number}/15": f"The Long Name of Applicant {number} v. Ruritania" for number in range(9)}
        arguments = (Treatment(id="collective", authorities_cited=tuple(names)),)
        printed = svg.render(report(evolve(BRIEF, arguments=arguments, titles=names)))

        assert any(word.endswith(" +8") for word in words(printed))
        assert "; ".join(names.values()) in printed

    @given(st.text(), st.text(), st.text())
    def test_any_words(self, path, name, error):
        """
        Whatever a document is called and whatever is in it, the picture is XML without scripts, links or addresses.
        """
        document = DocumentReport(
            path=path,
            complete=not error,
            error=error,
            arguments=(Treatment(id=name, called_for_by=(name,), authorities_cited=(name,), adverse_unmet=(path,)),),
            titles={f"argument:{name}": error},
        )
        root = etree.fromstring(svg.render(report(document)))

        assert {"svg", "g", "rect", "text", "line", "circle", "title"} >= {
            etree.QName(element).localname for element in root.iter()
        }
        assert not [key for element in root.iter() for key in element.attrib if key.startswith("on") or "href" in key]

    def test_in_the_page(self):
        """
        The HTML report opens with it.
        """
        printed = html.render(report(BRIEF))

        assert svg.picture(BRIEF) in printed
        assert printed.index("<svg") < printed.index("<article")
