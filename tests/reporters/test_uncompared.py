"""What is said of the quotations that could not be compared."""

from refoulement_lint.reporters.uncompared import not_compared


def test_none():
    assert "" == not_compared([])


def test_one_twice():
    """Each provision is named once, each quotation counts."""
    assert not_compared(["Article 6", "Article 6"]).startswith("2 quotations not compared")
    assert not_compared(["Article 6", "Article 6"]).endswith(": Article 6")


def test_some():
    assert not_compared(["Article 6", "Article 8"]).endswith(": Article 6 and Article 8")


def test_many():
    """A line is no list of everything."""
    told = not_compared([f"Article {number}" for number in range(1, 10)])

    assert told.endswith("Article 1, Article 2, Article 3, Article 4 and 5 more")
