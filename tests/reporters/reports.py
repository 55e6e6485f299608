"""Reports built by hand: invented rows, so that no register has to be open to print them."""

from datetime import date

from refoulement_lint.model import (
    Citation,
    Coverage,
    DocumentReport,
    Edit,
    Evidence,
    Finding,
    Fix,
    Place,
    Report,
    Span,
    Support,
    Treatment,
    Written,
)

SOURCE = (
    "# The law\r\n\r\nThe applicant relies on A. v. Ruritania [GC], no. 111/22, § 342, and on a long line that goes on "
    + "word " * 60
    + "\r\n漢字 Article 3 \x1b[31mred\x1b[0m \u202e evil\r\n"
)


def span(words):
    return Span(SOURCE.index(words), SOURCE.index(words) + len(words))


def citation(words, status):
    return Citation(
        written=Written(span=span(words), whole=span(words), text=words, kind="case", family="ecthr"),
        target="ecthr:222/11",
        status=status,
        coverage="The register ends in 2026.",
    )


NUMBER = Finding(
    rule="authority/number-of-another-case",
    severity="error",
    message="No. 111/22 belongs to B. v. Ruritania; A. v. Ruritania has no. 222/11.",
    span=span("111/22"),
    place=Place(3, 52),
    target="ecthr:222/11",
    because=(Evidence("The register has 111/22 as B. v. Ruritania, 1 February 2022.", "register row 7"),),
    support=(
        Support(
            target="ecthr:222/11",
            citation="A. v. Ruritania [GC], no. 222/11",
            says="so and so",
            source="row 8",
            pinpoint="§ 9",
        ),
        Support(
            target="ecthr:333/12",
            citation="C. v. Ruritania",
            says="not so",
            source="row 9",
            side="against",
            verified=True,
        ),
    ),
    related=(span("# The law"),),
    fix=Fix("suggest", (Edit(span("111/22"), "222/11"),)),
    fingerprint="f1",
)
WORDING = Finding(
    rule="wording/red",
    severity="warning",
    message="This says \x1b]8;;http://a.example\x07red\x1b]8;;\x07.",
    span=span("Article 3"),
    place=Place(4, 4),
    because=(Evidence("<script>alert(1)</script>", "house style"),),
)
ARGUMENTS = (
    Treatment(
        id="collective",
        called_for_by=("summary-return", "no-written-decision"),
        treatment="made",
        authorities_cited=("ecthr:40503/17",),
        adverse_unmet=("ecthr:8675/15",),
    ),
    Treatment(id="remedy-suspensive", core=True),
)
COVERAGE = (Coverage("ecthr", "1958-03-22", "2026-07-27", 88214, "Judgments and decisions."),)


def report(*documents):
    return Report(
        version="0.1.0",
        on=date(2026, 11, 22),
        edition="2026-11-22",
        sha256="0" * 64,
        coverage=COVERAGE,
        documents=documents,
    )


BRIEF = DocumentReport(
    path="brief.md",
    complete=True,
    language="en",
    forum="ecthr",
    state="POL",
    source=SOURCE,
    citations=(citation("A. v. Ruritania", "mismatch"), citation("111/22", "not-in-register")),
    findings=(NUMBER, WORDING),
    arguments=ARGUMENTS,
    titles={"ecthr:40503/17": "M. and Others v. Ruritania", "ecthr:8675/15": "N. v. Ruritania"},
)
WORD = DocumentReport(
    path="brief.docx",
    complete=True,
    forum="cjeu",
    forum_from="option",
    source="See Article 3.",
    findings=(
        Finding(
            rule="form/x",
            severity="note",
            message="A note.",
            span=Span(4, 13),
            place=Place(1, 5, "footnote 2"),
            because=(Evidence("It is so.", "somewhere"),),
        ),
    ),
)
UNREAD = DocumentReport(
    path="b\udc80\x1b.docx", complete=False, error="b\udc80\x1b.docx: it is encrypted with a password."
)
CLEAN = DocumentReport(
    path="clean.md",
    complete=True,
    forum_from="config",
    forum="ecthr",
    state="POL",
    state_from="option",
    source="Nothing.",
)
