"""Documents of a corpus that are no decisions, named by their titles."""

from refoulement_lint.corpus.held import HeldDocument, titles_of


class Held:
    def __init__(self, *documents):
        self._documents = documents

    def documents(self):
        return self._documents


def document(title, target):
    return HeldDocument(
        name=title, path="", sha256="", kind="document", target=target, title=title, citation=title, language="en"
    )


def test_titles():
    """
    Folded, and long enough to name one thing; a decision is named by its number.
    """
    corpus = Held(
        document("Nobody came: Returns in Winter", "corpus:winter"),
        document("Annual Report", "corpus:annual"),
        document("Imaginary and Others v. Malta", "ecthr:99123/24"),
    )

    assert (("nobody came returns in winter", "corpus:winter"),) == titles_of(corpus)
