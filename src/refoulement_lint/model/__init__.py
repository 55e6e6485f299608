"""The nouns. Frozen values, one direction: document → written → citation → fact → draft → finding → report."""

from refoulement_lint.model.answers import (
    Adoption,
    Coverage,
    HeldText,
    Holding,
    Known,
    Membership,
    OfficialText,
    Scope,
    Subject,
    Validity,
)
from refoulement_lint.model.citation import STATUSES, Authority, Citation, Comparison, Part, Place, Proposition, Written
from refoulement_lint.model.document import Block, Document, Problem
from refoulement_lint.model.draft import STRENGTHS, Details, Draft, Fact, Treatment
from refoulement_lint.model.errors import CorpusError, DocumentError, RefoulementLintError, RegisterError, RuleError
from refoulement_lint.model.finding import Edit, Evidence, Finding, Fix, Support
from refoulement_lint.model.report import (
    AddedRegister,
    Addition,
    BadRow,
    CorpusUsed,
    DocumentReport,
    Quotation,
    Report,
)
from refoulement_lint.model.values import Span, Value, in_order

__all__ = [
    "STATUSES",
    "STRENGTHS",
    "AddedRegister",
    "Addition",
    "Adoption",
    "Authority",
    "BadRow",
    "Block",
    "Citation",
    "Comparison",
    "CorpusError",
    "CorpusUsed",
    "Coverage",
    "Details",
    "Document",
    "DocumentError",
    "DocumentReport",
    "Draft",
    "Edit",
    "Evidence",
    "Fact",
    "Finding",
    "Fix",
    "HeldText",
    "Holding",
    "Known",
    "Membership",
    "OfficialText",
    "Part",
    "Place",
    "Problem",
    "Proposition",
    "Quotation",
    "RefoulementLintError",
    "RegisterError",
    "Report",
    "RuleError",
    "Scope",
    "Span",
    "Subject",
    "Support",
    "Treatment",
    "Validity",
    "Value",
    "Written",
    "in_order",
]
