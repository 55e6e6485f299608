"""From the reading to the document's own offsets: the only place where spans leave the reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from refoulement_lint.formats.text import to_source_span
from refoulement_lint.model import (
    Citation,
    Document,
    DocumentReport,
    Draft,
    Fact,
    Finding,
    Part,
    Place,
    Quotation,
    Span,
    Treatment,
)


def in_source(
    draft: Draft, findings: Sequence[Finding], titles: Mapping[str, str], quotations: Sequence[Quotation] = ()
) -> DocumentReport:
    """The report on one draft; *titles* say how the targets of its arguments are printed."""
    document = draft.document
    return DocumentReport(
        path=document.path,
        complete=document.complete,
        language=draft.language,
        forum=draft.forum,
        forum_from=draft.forum_from,
        state=draft.state,
        state_from=draft.state_from,
        source=document.held_source,
        citations=citations_in_source(document, draft.citations),
        facts=tuple(_fact(document, fact) for fact in draft.facts),
        arguments=tuple(_treatment(document, treatment) for treatment in draft.treatments),
        findings=_findings(document, findings),
        quotations=_quotations(document, quotations),
        titles=titles,
        error="" if document.complete else "; ".join(problem.says for problem in document.problems),
    )


def placed(document: Document, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The *citations*, each with its place."""
    return tuple(evolve(citation, place=_place(document, citation.span.start)) for citation in citations)


def citations_in_source(document: Document, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The *placed* citations in the document's own offsets; the same ones where no offset has moved."""
    return tuple(citations) if not document.shifts else tuple(_citation(document, one) for one in citations)


def _findings(document: Document, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(
        evolve(_finding(document, finding), place=_place(document, finding.span.start)) for finding in findings
    )


def _quotations(document: Document, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    carried = ((one, to_source_span(document, one.span)) for one in quotations)
    return tuple(
        evolve(one, span=span, text=document.source[span.start : span.end], place=_place(document, one.span.start))
        for one, span in carried
    )


def _place(document: Document, offset: int) -> Place:
    """Where *offset* of the reading is to be found."""
    block = document.block_at(offset)
    start = to_source_span(document, Span(offset, offset)).start
    return Place(*document.line_and_column(start), block.label if block else "")


def _citation(document: Document, citation: Citation) -> Citation:
    written = citation.written
    span = to_source_span(document, written.span)
    return evolve(
        citation,
        written=evolve(
            written,
            span=span,
            whole=to_source_span(document, written.whole),
            text=document.source[span.start : span.end],
            parts=tuple(Part(part.name, to_source_span(document, part.span), part.value) for part in written.parts),
            belongs_to=to_source_span(document, written.belongs_to) if written.belongs_to else None,
            refers_to=to_source_span(document, written.refers_to) if written.refers_to else None,
        ),
        compared=tuple(one._replace(span=to_source_span(document, one.span)) for one in citation.compared),
    )


def _fact(document: Document, fact: Fact) -> Fact:
    if not document.shifts:
        return fact
    span = to_source_span(document, fact.span)
    return fact._replace(span=span, text=document.source[span.start : span.end])


def _treatment(document: Document, treatment: Treatment) -> Treatment:
    if not document.shifts:
        return treatment
    return evolve(treatment, spans=tuple(to_source_span(document, span) for span in treatment.spans))


def _finding(document: Document, finding: Finding) -> Finding:
    if not document.shifts:
        return finding
    fix = finding.fix
    if fix is not None:
        fix = fix._replace(edits=tuple(edit._replace(span=to_source_span(document, edit.span)) for edit in fix.edits))
    return evolve(
        finding,
        span=to_source_span(document, finding.span),
        related=tuple(to_source_span(document, span) for span in finding.related),
        fix=fix,
    )
