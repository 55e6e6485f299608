"""What can go wrong that a user can mend."""


class RefoulementLintError(Exception):
    """Something that a user can mend; the message is one sentence for a lawyer."""


class DocumentError(RefoulementLintError):
    """A document that cannot be read: which one, why, and what to do."""


class RegisterError(RefoulementLintError):
    """The compiled registers are missing, stale or damaged."""


class CorpusError(RefoulementLintError):
    """The user's own corpus cannot be opened, read or written: which one, why, and what to do."""


class RuleError(RefoulementLintError):
    """A mistake in a rule file: file, line, key, what was found, what is allowed."""
