"""What decides to which instrument an article belongs that names none; where nothing does, it stays open."""

import pytest

TIED = [
    # The act whose bracket closes before its articles.
    ("The Qualification Directive (Directive 2011/95/EU), Articles 2 and 4, applies. Saadi v. Italy, no. 37201/06.",
     "Articles 2", "EU:2011/95:2"),
    ("The Dublin Regulation (Regulation (EU) No 604/2013), Article 17, applies; Saadi v. Italy, no. 37201/06.",
     "Article 17", "EU:604/2013:17"),
    # The court that found the violation, whatever convention was named before.
    ("The Convention against Torture binds the State. Later the European Court found a violation of Article 3.",
     "Article 3", "ECHR:3"),
    ("The Refugee Convention binds it. The Strasbourg Court has found a breach of Article 13 in such a case.",
     "Article 13", "ECHR:13"),
    ("La Convention contre la torture lie l'État. La Cour européenne a constaté une violation de l'article 3.",
     "article 3", "ECHR:3"),
    # The act that alone was cited with its articles, over a paragraph and a heading.
    ("Voir CEDH, M.S.S. c. Belgique et Grèce, n° 30696/09 ; CEDH, Saadi c. Italie, n° 37201/06.\n\n"
     "L'article 18 du règlement (UE) n° 604/2013 le dit.\n\n## B\n\nQuant à l'entretien de l'article 5, il manque.",
     "article 5", "EU:604/2013:5"),
    # A draft that pleads under the Convention and has cited it goes on doing so.
    ("APPLICATION to the European Court of Human Rights. Article 8 of the Convention was breached. Directive "
     "2013/32/EU, Article 46, applies.\n\nThere has been a breach of Article 13 as well.", "Article 13", "ECHR:13"),
    # Of two that were cited by that number, the one that has such a paragraph.
    ("Article 3(2) of Regulation (EU) No 604/2013 forbids it. Article 3 of the European Convention on Human Rights "
     "says as much.\n\nThis is a flaw within the meaning of Article 3(2), second subparagraph.",
     "Article 3(2), second subparagraph", "EU:604/2013:3(2)"),
    # A Rule of Court is no rival of an Article, which is then not there.
    ("REQUEST to the European Court of Human Rights under Rule 39 of the Rules of Court. Rule 39 binds the State, and "
     "a failure breaches Article 34. The duty laid down in Article 34 § 2 is empty.", "Article 34", "ECHR:34"),
    ("REQUEST to the European Court of Human Rights under Rule 39 of the Rules of Court. Rule 39 binds the State, and "
     "a failure breaches Article 34. The duty laid down in Article 34 § 2 is empty.", "Article 34 § 2", "ECHR:34(2)"),
    # The convention pleaded, where nothing near speaks of another that has such an article.
    ("# Complaint to the Committee against Torture\n\nArticle 3 of the Convention against Torture was breached.\n\n"
     "Under Article 35 of the Convention assurances are void.", "Article 35 of the Convention", "CAT:35"),
    ("# Beschwerde an den Ausschuss gegen Folter\n\nArtikel 3 des Übereinkommens gegen Folter ist verletzt.\n\n"
     "Nach Artikel 35 des Übereinkommens sind Zusicherungen nichtig.", "Artikel 35 des Übereinkommens", "CAT:35"),
    ("# Application to the European Court of Human Rights\n\nArticle 61 of the Convention forbids it.",
     "Article 61 of the Convention", "ECHR:61"),
    # The Court's name in the genitive; a title that asks under its Rule 39; a committee in another case.
    ("# Skarga do Europejskiego Trybunału Praw Człowieka\n\nSkarżący zarzuca naruszenie art. 13 Konwencji.",
     "art. 13 Konwencji", "ECHR:13"),
    ("# Request under Rule 39 of the Rules of Court\n\nRemoval breaches Article 3 and Article 13 of the Convention.",
     "Article 3", "ECHR:3"),
    ("# Demande fondée sur l'article 39 du règlement de la Cour\n\nLe renvoi violerait l'article 13 de la Convention.",
     "article 13 de la Convention", "ECHR:13"),
    ("# Skarga do Komitetu przeciwko Torturom\n\nNaruszono art. 16 Konwencji.", "art. 16 Konwencji", "CAT:16"),
    ("# Сообщение в Комитет по правам ребенка\n\nНарушена статья 12 Конвенции.", "статья 12 Конвенции", "CRC:12"),
    # A point that the article pleaded has not is one of it all the same.
    ("# Complaint to the Committee on the Rights of the Child\n\nArticles 3 and 12 of the Convention apply. Detention "
     "violated article 37 (e) too.", "article 37 (e)", "CRC:37(e)"),
]  # fmt: skip

OPEN = [
    # The Convention's has no numbered paragraphs, and two acts with such a one were cited.
    ("Voir CEDH, M.S.S. c. Belgique et Grèce, n° 30696/09. L'article 4 de la Charte et l'article 3, paragraphe 2, du "
     "règlement (UE) n° 604/2013.\n\nLa clause de l'article 17, paragraphe 1, s'imposait ; le lien aussi (article 16).",
     ("article 17, paragraphe 1", "article 16")),
    # An article that the convention pleaded has not, where another convention or court is spoken of.
    ("# Complaint to the Committee against Torture\n\nThe request was made under the Minsk Convention. Under Article "
     "62 of the Convention the term is a year.", ("Article 62 of the Convention",)),
    ("# Complaint to the Committee against Torture\n\nIn Saadi v. Italy, no. 37201/06, the European Court found the "
     "application admissible. It left Article 35 of the Convention aside.", ("Article 35 of the Convention",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "target"), TIED)
def test_tied(found, text, written, target):
    """
    The words beside it decide.
    """
    assert target == next(one.target for one in found(text) if one.text == written)


@pytest.mark.parametrize(("text", "written"), OPEN)
def test_open(found, text, written):
    """
    Nothing decides: it stands there without a target, and nothing is said to be verified.
    """
    assert {(None, "unchecked")} == {(one.target, one.status) for one in found(text) if one.text in written}
