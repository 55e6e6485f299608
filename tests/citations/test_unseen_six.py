"""Classes that a further set in six languages showed, with examples of their own and what only looks like them."""

import pytest

WRITTEN = [
    # Another paragraph of the same article, with its own word.
    ("Art. 12 Abs. 2 Buchst. b und Abs. 3 der Richtlinie 2011/95/EU", ["EU:2011/95:12(2)(b)", "EU:2011/95:12(3)"]),
    ("Art. 33 Abs. 1, Abs. 2 und Abs. 3 der Richtlinie 2013/32/EU",
     ["EU:2013/32:33(1)", "EU:2013/32:33(2)", "EU:2013/32:33(3)"]),
    ("Article 4(3)(a) and paragraph 5 of Directive 2011/95/EU", ["EU:2011/95:4(3)(a)", "EU:2011/95:4(5)"]),
    ("Article 6 § 1 and § 3 of the European Convention on Human Rights", ["ECHR:6(1)", "ECHR:6(3)"]),
    ("l'article 4, paragraphe 3, sous a), et sous c), de la directive 2011/95/UE",
     ["EU:2011/95:4(3)(a)", "EU:2011/95:4(3)(c)"]),
    ("el artículo 31, apartado 8, letra b), y apartado 9, de la Directiva 2013/32/UE",
     ["EU:2013/32:31(8)(b)", "EU:2013/32:31(9)"]),
    ("l'articolo 17, paragrafo 1, e paragrafo 2, del regolamento (UE) n. 604/2013",
     ["EU:604/2013:17(1)", "EU:604/2013:17(2)"]),
    ("artikel 46, eerste en derde lid, van Richtlijn 2013/32/EU", ["EU:2013/32:46(1)", "EU:2013/32:46(3)"]),
    ("artikel 8, lid 3, onder a), en lid 4, van richtlijn 2013/33/EU", ["EU:2013/33:8(3)(a)", "EU:2013/33:8(4)"]),
    # A subparagraph below a paragraph is left out, a paragraph with its ordinal behind it is read.
    ("Art. 1 Abschnitt C Nr. 5 Abs. 2 der Genfer Flüchtlingskonvention", ["CSR51:1C(5)"]),
    ("artikel 3, lid 2, tweede alinea, van verordening (EU) nr. 604/2013", ["EU:604/2013:3(2)"]),
    ("el artículo 33, párrafo segundo, de la Convención de Ginebra", ["CSR51:33(2)"]),
    # Roman articles with a stop; sections of Article 1 between commas.
    ("article II.3 of the OAU Convention", ["OAU69:2(3)"]),
    ("artikel 1, A, (2) van het Verdrag van Genève", ["CSR51:1A(2)"]),
    # Treaties by place and day, and by names that only one language has.
    ("il Protocollo di New York del 31 gennaio 1967", ["CSR67"]),
    ("the Convention signed at Geneva on 28 July 1951", ["CSR51"]),
    ("das Übereinkommen vom 20. November 1989 über die Rechte des Kindes", ["CRC"]),
    ("artículo 14 de la Declaración Universal de Derechos Humanos", ["UDHR:14"]),
    ("artikel 14 van de Universele Verklaring van de Rechten van de Mens", ["UDHR:14"]),
    ("articolo 98 della Convenzione di Montego Bay", ["UNCLOS:98"]),
    # Statutes: an earlier wording, and numbers with two strokes.
    ("gestützt auf aArt. 52 Abs. 1 AsylG der Schweiz", ["ch:AsylG:52(1)"]),
    ("art. 32 al. 2 aLAsi", ["ch:AsylG:32(2)"]),
    ("l'article 57/6/3, § 1er, de la loi du 15 décembre 1980", ["be:Loi du 15 décembre 1980:57/6/3(1)"]),
    # Courts below without a place, States with their article, the Inter-American Court's "Vs.".
    ("VG 33 K 12/20.A, OVG 3 B 5.19", ["de:33 K 12/20.A", "de:3 B 5.19"]),
    ("Othman gegen das Vereinigte Königreich, Nr. 8139/09", ["ecthr:8139/09", "ecthr:8139/09"]),
    ("Sharifi e altri contro l'Italia e la Grecia", ["ecthr:16643/09"]),
    ("Caso Vélez Loor Vs. Panamá. Sentencia de 23 de noviembre de 2010. Serie C No. 218",
     ["iacthr:Series C No. 218"]),
    # A judgment's word leads to a name that the register knows, with its day and ECLI or without.
    ("la sentenza Gnandi del 19 giugno 2018 (ECLI:EU:C:2018:465)", ["cjeu:C-181/16", "cjeu:C-181/16"]),
    ("in der Rechtssache Diakité und im Urteil Soering", ["cjeu:C-285/12", "ecthr:14038/88"]),
    # "Cited above", in an extract whose first citation is not there: what the name alone means.
    ("see Said v. the Netherlands, cited above, § 49", ["ecthr:2345/02"]),
]  # fmt: skip

# What a draft has cited, what it says then, and the short forms in that with what they mean.
SHORT = [
    ("See A.R.J. v. Australia (communication No. 692/1996).", "A.R.J. v. Australia, para. 6.6",
     [("A.R.J. v. Australia", "hrc:692/1996")]),
    ("Voir Tapia Páez c. Suède, communication no 39/1996, Comité contre la torture.", "Dans Tapia Páez c. Suède",
     [("Tapia Páez c. Suède", "cat:39/1996")]),
    ("See Gnandi v État belge, C-181/16.", "In Gnandi v État belge, paragraph 56",
     [("Gnandi v État belge", "cjeu:C-181/16")]),
    ("Zie Bahaddar tegen Nederland, nr. 25894/94.", "Het beroep op Bahaddar slaagt niet",
     [("Bahaddar", "ecthr:25894/94")]),
    ("Vgl. Chahal gegen das Vereinigte Königreich, Nr. 22414/93.", "Der Chahal-Test gilt seit Chahal",
     [("Chahal", "ecthr:22414/93"), ("Chahal", "ecthr:22414/93")]),
    ("See Amuur v. France, no. 19776/92.", "The Court followed Amuur", [("Amuur", "ecthr:19776/92")]),
    ("See Saadi v. Italy [GC], no. 37201/06.", "Nassim Saadi was born in Tunisia", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), WRITTEN)
def test_each_form(found, text, targets):
    """
    What is written means these, in the order of the text.
    """
    assert targets == [one.target for one in found(f"Es gilt folgendes, as is said elsewhere: {text}.")]


@pytest.mark.parametrize(("cited", "said", "expected"), SHORT)
def test_short_forms(found, cited, said, expected):
    """
    A short form means the case cited before; a person of that name does not.
    """
    text = f"It is submitted as follows. {cited} {said}."
    short = [one for one in found(text) if one.start >= text.index(said) and one.form == "short"]

    assert expected == [(one.text, one.target) for one in short]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Evidence is refused under Mason (Mason v Canada (Citizenship and Immigration), 2023 SCC 21).", "Mason"),
        ("De Tarakhel-toets (Tarakhel tegen Zwitserland, nr. 29217/12) blijft van belang.", "Tarakhel"),
    ],
)
def test_short_name_before_its_bracket(found, text, short):
    """
    A short name before the bracket with the case in full is that case.
    """
    citations = found(text)

    assert citations[0].text == short
    assert citations[0].target == citations[1].target


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("ECtHR-Rules:39", "La Cour a appliqué l'article 39 de son règlement (Saadi c. Italie, no 37201/06)."),
        ("ECtHR-Rules:39", "La Corte ha applicato l'articolo 39 del suo regolamento (Saadi c. Italia, n. 37201/06)."),
        ("ECtHR-Rules:39", "Nach Art. 39 seiner Verfahrensordnung (Saadi gegen Italien, Nr. 37201/06)."),
        ("EU:604/2013:29", "L'article 29 du règlement Dublin III (voir Saadi c. Italie, no 37201/06)."),
    ],
)
def test_rules_of_a_court(found, rule, text):
    """
    A court's own rules are called what a regulation of the Union is called; "its" says whose they are.
    """
    assert rule in [one.target for one in found(text)]


def test_bare_article_beside_an_act(found):
    """
    An Act has sections: "Article 8" behind one is the Convention's, where a British draft names the Convention.
    """
    text = (
        "The appeal was allowed under Article 3 of the European Convention on Human Rights, and the Refugee Convention "
        "was not relied on. Neither section 117C(6) of the Nationality, Immigration and Asylum Act 2002 nor Article 8 "
        "was argued."
    )

    assert found(text)[-1].target == "ECHR:8"


def test_id_at_a_section(found):
    """
    "Id. §" goes on from a statute and is no case, however near the last one stands.
    """
    text = "Lanza v. Ashcroft, 389 F.3d 917 (9th Cir. 2004). 8 C.F.R. § 1003.1(e)(4) applies. Id. § 1003.1(e)(4)(ii)."

    assert [one.target for one in found(text)][1:] == ["us:8 CFR 1003.1(e)(4)", "us:8 CFR 1003.1(e)(4)(ii)"]


def test_name_behind_a_bracket(found):
    """
    A term in brackets before a colon is no part of the parties behind it.
    """
    covenant = "the International Covenant on Civil and Political Rights (“the ICCPR”)"
    text = f"{covenant}: Attorney-General v Zaoui [2005] NZSC 38"

    assert [one.target for one in found(text)] == ["ICCPR", "ICCPR", "nz:[2005] NZSC 38"]


PROSE = [
    "Article 46(1) and paragraph 12 of the judgment were read out.",
    "The arrest of Mr Saadi and the order of 3 May were lawful.",
    "OVG und VG sind Gerichte; er zahlte 10 A, dann 5 K.",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose(found, text):
    """
    None of this cites more than its bare article.
    """
    assert [one for one in found(text) if one.target is not None] == []
