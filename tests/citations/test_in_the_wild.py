"""
How citations are really written: the forms that a straightforward pattern misses, each in several languages.

A row has what is written and what is found in it: kind, the words that it spans, target. Every text stands inside a
sentence, since what opens a draft alone is its title.
"""

from datetime import date

import pytest

from refoulement_lint.formats import markdown
from refoulement_lint.pipeline import check

# Tokens that a converter split.
SPLIT_TOKENS = [
    (
        "Saadi v . Italy, no. 37201 /06",
        [
            ("case", "Saadi v . Italy", "ecthr:37201/06"),
            ("appno", "37201 /06", "ecthr:37201/06"),
        ],
    ),
    (
        "requête n o 30696/09, M.S.S. c . Belgique et Grèce",
        [
            ("appno", "30696/09", "ecthr:30696/09"),
        ],
    ),
    (
        "skarga nr 30696 /09, M.S.S. przeciwko Belgii i Grecji",
        [
            ("appno", "30696 /09", "ecthr:30696/09"),
            ("case", "M.S.S. przeciwko Belgii i Grecji", "ecthr:30696/09"),
        ],
    ),
    (
        "Beschwerde Nr.30696/09; no.30696/09",
        [
            ("appno", "30696/09", "ecthr:30696/09"),
            ("appno", "30696/09", "ecthr:30696/09"),
        ],
    ),
]
# Spaces and hyphens that are not plain ones.
SPACES_AND_HYPHENS = [
    (
        "Saadi v. Italy [GC], no. 37201/06, ECHR 2008",
        [
            ("case", "Saadi v. Italy", "ecthr:37201/06"),
            ("appno", "37201/06", "ecthr:37201/06"),
        ],
    ),
    (
        "Case C‑72/22 PPU and Case C – 411/10",
        [
            ("case", "C-72/22 PPU", "cjeu:C-72/22 PPU"),
            ("case", "C – 411/10", "cjeu:C-411/10"),
        ],
    ),
    (
        "Al ‑ Skeini and Others v. the United Kingdom [GC], no. 55721/07, ECHR 2011 ‑ IV",
        [
            ("case", "Al - Skeini and Others v. the United Kingdom", "ecthr:55721/07"),
            ("appno", "55721/07", "ecthr:55721/07"),
        ],
    ),
    (
        "art. 3 Konwencji o ochronie praw człowieka i podstawowych wolności",
        [
            ("provision", "art. 3 Konwencji o ochronie praw człowieka i podstawowych wolności", "ECHR:3"),
        ],
    ),
    (
        "Dublin‑III‑VO und Richtlinie 2013/32/EU",
        [
            ("instrument", "Dublin-III-VO", "EU:604/2013"),
            ("instrument", "Richtlinie 2013/32/EU", "EU:2013/32"),
        ],
    ),
]
# Commas, brackets, initials and series numbers in a name.
COMMAS_AND_BRACKETS = [
    (
        "Abdulaziz, Cabales and Balkandali v. the United Kingdom, 28 May 1985, Series A no. 94",
        [
            ("case", "Abdulaziz, Cabales and Balkandali v. the United Kingdom", "ecthr:9214/80"),
        ],
    ),
    (
        "Gebremedhin [Gaberamadhien] c. France, no 25389/05, CEDH 2007-II",
        [
            ("case", "Gebremedhin [Gaberamadhien] c. France", "ecthr:25389/05"),
            ("appno", "25389/05", "ecthr:25389/05"),
        ],
    ),
    (
        "Shahzad v. Hungary (no. 2), no. 37967/18",
        [
            ("case", "Shahzad v. Hungary (no. 2)", "ecthr:37967/18"),
            ("appno", "37967/18", "ecthr:37967/18"),
        ],
    ),
    (
        "Hirsi Jamaa i inni przeciwko Włochom, skarga nr 27765/09",
        [
            ("case", "Hirsi Jamaa i inni przeciwko Włochom", "ecthr:27765/09"),
            ("appno", "27765/09", "ecthr:27765/09"),
        ],
    ),
]
# No application number.
NO_NUMBER = [
    (
        "Amuur v. France, 25 June 1996, § 43, Reports 1996-III",
        [
            ("case", "Amuur v. France", "ecthr:19776/92"),
        ],
    ),
    (
        "Soering v United Kingdom (1989) 11 EHRR 439",
        [
            ("case", "Soering v United Kingdom", "ecthr:14038/88"),
        ],
    ),
    (
        "Soering c. Royaume-Uni, 7 juillet 1989, § 91, série A no 161",
        [
            ("case", "Soering c. Royaume-Uni", "ecthr:14038/88"),
        ],
    ),
    (
        "wyrok z 7 lipca 1989 r., Soering przeciwko Zjednoczonemu Królestwu",
        [
            ("case", "Soering przeciwko Zjednoczonemu Królestwu", "ecthr:14038/88"),
        ],
    ),
]
# "Cited above" in every position.
CITED_ABOVE = [
    (
        ("Chahal v. the United Kingdom, 15 November 1996, Reports 1996-V. See Chahal, cited above, §§ 80-82."),
        [
            ("case", "Chahal v. the United Kingdom", "ecthr:22414/93"),
            ("short-form", "Chahal", "ecthr:22414/93"),
        ],
    ),
    (
        "M.S.S. c. Belgique et Grèce [GC], no 30696/09. L'arrêt M.S.S., précité, § 342.",
        [
            ("case", "M.S.S. c. Belgique et Grèce", "ecthr:30696/09"),
            ("appno", "30696/09", "ecthr:30696/09"),
            ("short-form", "M.S.S.", "ecthr:30696/09"),
        ],
    ),
    (
        ("Hirsi Jamaa i inni p. Włochom, skarga nr 27765/09. Hirsi Jamaa i inni, cyt. wyżej, § 205."),
        [
            ("case", "Hirsi Jamaa i inni p. Włochom", "ecthr:27765/09"),
            ("appno", "27765/09", "ecthr:27765/09"),
            ("short-form", "Hirsi Jamaa i inni", "ecthr:27765/09"),
        ],
    ),
    (
        ("judgment of 19 March 2019, Jawo, C-163/17, EU:C:2019:218, paragraph 91. Jawo, paragraph 93."),
        [
            ("case", "Jawo", "cjeu:C-163/17"),
            ("appno", "C-163/17", "cjeu:C-163/17"),
            ("ecli", "EU:C:2019:218", "cjeu:C-163/17"),
            ("short-form", "Jawo", "cjeu:C-163/17"),
        ],
    ),
    (
        "Urteil vom 19. März 2019, Jawo, C-163/17, Rn. 91. Urteil Jawo, Rn. 93.",
        [
            ("case", "Jawo", "cjeu:C-163/17"),
            ("appno", "C-163/17", "cjeu:C-163/17"),
            ("short-form", "Jawo", "cjeu:C-163/17"),
        ],
    ),
]
# Short names that several cases share.
SHARED_SHORT_NAMES = [
    (
        (
            "Saadi v. Italy [GC], no. 37201/06. Saadi v. the United Kingdom [GC], no. "
            "13229/03. Saadi, cited above, § 125."
        ),
        [
            ("case", "Saadi v. Italy", "ecthr:37201/06"),
            ("appno", "37201/06", "ecthr:37201/06"),
            ("case", "Saadi v. the United Kingdom", "ecthr:13229/03"),
            ("appno", "13229/03", "ecthr:13229/03"),
            ("short-form", "Saadi", None),
        ],
    ),
    (
        "M.A. and Others v. Lithuania, no. 59793/17. M.A. and Others, § 70.",
        [
            ("case", "M.A. and Others v. Lithuania", "ecthr:59793/17"),
            ("appno", "59793/17", "ecthr:59793/17"),
            ("short-form", "M.A. and Others", "ecthr:59793/17"),
        ],
    ),
    (
        "M.A. c. Belgique, no 19656/18. M.A., précité, § 80.",
        [
            ("case", "M.A. c. Belgique", "ecthr:19656/18"),
            ("appno", "19656/18", "ecthr:19656/18"),
            ("short-form", "M.A.", "ecthr:19656/18"),
        ],
    ),
]
# "Ibid." behind something else.
IBID = [
    (
        "Saadi v. Italy [GC], no. 37201/06, § 125. Ibid., § 130.",
        [
            ("case", "Saadi v. Italy", "ecthr:37201/06"),
            ("appno", "37201/06", "ecthr:37201/06"),
            ("short-form", "Ibid.", "ecthr:37201/06"),
        ],
    ),
    (
        "Saadi c. Italie [GC], no 37201/06, § 125. Ibidem, § 130.",
        [
            ("case", "Saadi c. Italie", "ecthr:37201/06"),
            ("appno", "37201/06", "ecthr:37201/06"),
            ("short-form", "Ibidem", "ecthr:37201/06"),
        ],
    ),
    (
        "Saadi przeciwko Włochom, skarga nr 37201/06, § 125. Tamże, § 130.",
        [
            ("case", "Saadi przeciwko Włochom", "ecthr:37201/06"),
            ("appno", "37201/06", "ecthr:37201/06"),
            ("short-form", "Tamże", "ecthr:37201/06"),
        ],
    ),
    (
        "Saadi v. Italy [GC], no. 37201/06. Smith, Asylum Law, p. 12. Ibid., p. 14.",
        [
            ("case", "Saadi v. Italy", "ecthr:37201/06"),
            ("appno", "37201/06", "ecthr:37201/06"),
            ("short-form", "Ibid.", None),
        ],
    ),
]
# One word, several treaties.
ONE_WORD_SEVERAL_TREATIES = [
    (
        ('Convention against Torture (hereinafter "the Convention"). Article 3 of the Convention is absolute.'),
        [
            ("instrument", "Convention against Torture", "CAT"),
            ("instrument", "Convention", "CAT"),
            ("provision", "Article 3 of the Convention", "CAT:3"),
        ],
    ),
    (
        ("La Convention contre la torture (ci-après « la Convention ») lie. L'article 3 de la Convention interdit."),
        [
            ("instrument", "Convention contre la torture", "CAT"),
            ("instrument", "Convention", "CAT"),
            ("provision", "article 3 de la Convention", "CAT:3"),
        ],
    ),
    (
        ("Konwencja w sprawie zakazu stosowania tortur (zwana dalej „Konwencją”) wiąże. Art. 3 Konwencji zakazuje."),
        [
            ("instrument", "Konwencja w sprawie zakazu stosowania tortur", "CAT"),
            ("instrument", "Konwencją", "CAT"),
            ("provision", "Art. 3 Konwencji", "CAT:3"),
        ],
    ),
    (
        ("Konvencija dėl pabėgėlių statuso (toliau – Konvencija) galioja. Konvencijos 33 straipsnis draudžia."),
        [
            ("instrument", "Konvencija dėl pabėgėlių statuso", "CSR51"),
            ("instrument", "Konvencija", "CSR51"),
            ("provision", "Konvencijos 33 straipsnis", "CSR51:33"),
        ],
    ),
    (
        ("Das Übereinkommen gegen Folter (im Folgenden: Übereinkommen) bindet. Art. 3 des Übereinkommens verbietet."),
        [
            ("instrument", "Übereinkommen gegen Folter", "CAT"),
            ("instrument", "Übereinkommen", "CAT"),
            ("provision", "Art. 3 des Übereinkommens", "CAT:3"),
        ],
    ),
    (
        "Конвенция против пыток (далее – Конвенция) обязывает. Статья 3 Конвенции запрещает.",
        [
            ("instrument", "Конвенция против пыток", "CAT"),
            ("instrument", "Конвенция", "CAT"),
            ("provision", "Статья 3 Конвенции", "CAT:3"),
        ],
    ),
    (
        ("Kidutuksen vastainen yleissopimus (jäljempänä yleissopimus) sitoo. Yleissopimuksen 3 artikla kieltää."),
        [
            ("instrument", "Kidutuksen vastainen yleissopimus", "CAT"),
            ("provision", "Yleissopimuksen 3 artikla", "CAT:3"),
        ],
    ),
    (
        "Article 3 of the Convention is breached.",
        [
            ("provision", "Article 3 of the Convention", None),
        ],
    ),
    (
        "Art. 3 Konwencji naruszono.",
        [
            ("provision", "Art. 3 Konwencji", None),
        ],
    ),
    (
        "L'article 3 de la Convention est violé.",
        [
            ("provision", "article 3 de la Convention", None),
        ],
    ),
    (
        "A well-founded fear for a Convention reason.",
        [
            ("instrument", "Convention", "CSR51"),
        ],
    ),
]
# The instrument first.
INSTRUMENT_FIRST = [
    (
        "Directive 2011/95/EU – Article 4",
        [
            ("instrument", "Directive 2011/95/EU", "EU:2011/95"),
            ("provision", "Article 4", "EU:2011/95:4"),
        ],
    ),
    (
        "EMRK Art. 3 und Verfahrensrichtlinie Art. 46",
        [
            ("provision", "EMRK Art. 3", "ECHR:3"),
            ("provision", "Verfahrensrichtlinie Art. 46", "EU:2013/32:46"),
        ],
    ),
    (
        "CEDH, art. 3; Convention de Genève du 28 juillet 1951 (article 33)",
        [
            ("provision", "CEDH, art. 3", "ECHR:3"),
            ("provision", "Convention de Genève du 28 juillet 1951 (article 33", "CSR51:33"),
        ],
    ),
    (
        "Konwencja o statusie uchodźców, art. 33 ust. 1",
        [
            ("provision", "Konwencja o statusie uchodźców, art. 33 ust. 1", "CSR51:33(1)"),
        ],
    ),
]
# The number before the word.
NUMBER_BEFORE_THE_WORD = [
    (
        "Konvencijos dėl pabėgėlių statuso 3 ir 33 straipsnių",
        [
            ("provision", "Konvencijos dėl pabėgėlių statuso 3", "CSR51:3"),
            ("provision", "33 straipsnių", "CSR51:33"),
        ],
    ),
    (
        "Euroopan ihmisoikeussopimuksen 3 ja 13 artikla",
        [
            ("provision", "Euroopan ihmisoikeussopimuksen 3", "ECHR:3"),
            ("provision", "13 artikla", "ECHR:13"),
        ],
    ),
    (
        "pakolaissopimuksen 33 artiklan 1 kohdassa",
        [
            ("provision", "pakolaissopimuksen 33 artiklan 1 kohdassa", "CSR51:33(1)"),
        ],
    ),
    (
        "Eiropas Cilvēktiesību konvencijas 6. pantu",
        [
            ("provision", "Eiropas Cilvēktiesību konvencijas 6. pantu", "ECHR:6"),
        ],
    ),
    (
        "a Genfi Egyezmény 33. cikkének (1) bekezdése",
        [
            ("provision", "Genfi Egyezmény 33. cikkének (1) bekezdése", "CSR51:33(1)"),
        ],
    ),
    (
        "Direktyvos 2013/32/ES 46 straipsnio 5 dalies",
        [
            ("provision", "Direktyvos 2013/32/ES 46 straipsnio 5 dalies", "EU:2013/32:46(5)"),
        ],
    ),
    (
        "Menettelyasetuksen 77 artiklan mukaan",
        [
            ("provision", "Menettelyasetuksen 77 artiklan", "EU:2024/1348:77"),
        ],
    ),
    (
        "Direktīvas 2013/32/ES 46. panta 5. punktā",
        [
            ("provision", "Direktīvas 2013/32/ES 46. panta 5. punktā", "EU:2013/32:46(5)"),
        ],
    ),
    (
        "Teismo reglamento 39 taisyklę",
        [
            ("provision", "Teismo reglamento 39 taisyklę", "ECtHR-Rules:39"),
        ],
    ),
]
# Lists and ranges.
LISTS_AND_RANGES = [
    (
        "Articles 2, 3 and 13 ECHR",
        [
            ("provision", "Articles 2", "ECHR:2"),
            ("provision", "3", "ECHR:3"),
            ("provision", "13 ECHR", "ECHR:13"),
        ],
    ),
    (
        "l'article 5 §§ 1, 2 et 4 de la Convention européenne des droits de l'homme",
        [
            ("provision", "article 5 §§ 1", "ECHR:5(1)"),
            ("provision", "2", "ECHR:5(2)"),
            ("provision", "4 de la Convention européenne des droits de l'homme", "ECHR:5(4)"),
        ],
    ),
    (
        "art. 2, 3 i 13 EKPC",
        [
            ("provision", "art. 2", "ECHR:2"),
            ("provision", "3", "ECHR:3"),
            ("provision", "13 EKPC", "ECHR:13"),
        ],
    ),
    (
        "Artikel 31 bis 33 der Genfer Flüchtlingskonvention",
        [
            ("provision", "Artikel 31", "CSR51:31"),
            ("provision", "33", "CSR51:32"),
            ("provision", "33 der Genfer Flüchtlingskonvention", "CSR51:33"),
        ],
    ),
    (
        "EŽTK 2, 3 ir 13 straipsniai",
        [
            ("provision", "EŽTK 2", "ECHR:2"),
            ("provision", "3", "ECHR:3"),
            ("provision", "13 straipsniai", "ECHR:13"),
        ],
    ),
    (
        "Verordnung (EU) Nr. 604/2013 und Richtlinien 2011/95/EU, 2013/32/EU und 2013/33/EU",
        [
            ("instrument", "Verordnung (EU) Nr. 604/2013", "EU:604/2013"),
            ("instrument", "Richtlinien 2011/95/EU", "EU:2011/95"),
            ("instrument", "2013/32/EU", "EU:2013/32"),
            ("instrument", "2013/33/EU", "EU:2013/33"),
        ],
    ),
]
# Numbers that are no citations of ours.
NO_CITATIONS = [
    (
        "page 12/32, symbol A/53/44, date 03/06/2022",
        [
            ("document-symbol", "A/53/44", "un:A/53/44"),
        ],
    ),
    ("s. 12/32, dnia 03/06/2022, faktura nr 12/2013", []),
    ("S. 12/32, am 03/06/2022, Rechnung Nr. 343/2003", []),
]
# Markup.
MARKUP = [
    (
        "contrary to Art\\. 3 ECHR and to *Saadi v. Italy* \\[GC\\], no. 37201/06",
        [
            ("provision", "Art. 3 ECHR", "ECHR:3"),
            ("case", "Saadi v. Italy", "ecthr:37201/06"),
            ("appno", "37201/06", "ecthr:37201/06"),
        ],
    ),
    (
        "contraire à l'art\\. 3 CEDH",
        [
            ("provision", "art. 3 CEDH", "ECHR:3"),
        ],
    ),
    (
        "wbrew art\\. 3 EKPC",
        [
            ("provision", "art. 3 EKPC", "ECHR:3"),
        ],
    ),
]
# Parties and connectors in other languages.
OTHER_CONNECTORS = [
    (
        "M.S.S. contre la Belgique et la Grèce, arrêt du 21 janvier 2011",
        [
            ("case", "M.S.S. contre la Belgique et la Grèce", "ecthr:30696/09"),
        ],
    ),
    (
        "M.S.S. przeciwko Belgii i Grecji, skarga nr 30696/09",
        [
            ("case", "M.S.S. przeciwko Belgii i Grecji", "ecthr:30696/09"),
            ("appno", "30696/09", "ecthr:30696/09"),
        ],
    ),
    (
        "M.S.S. prieš Belgiją ir Graikiją, Nr. 30696/09",
        [
            ("case", "M.S.S. prieš Belgiją ir Graikiją", "ecthr:30696/09"),
            ("appno", "30696/09", "ecthr:30696/09"),
        ],
    ),
    (
        "М.С.С. против Бельгии и Греции, жалоба № 30696/09",
        [
            ("case", "М.С.С. против Бельгии и Греции", "ecthr:30696/09"),
            ("appno", "30696/09", "ecthr:30696/09"),
        ],
    ),
    (
        "M.S.S. gegen Belgien und Griechenland, Nr. 30696/09",
        [
            ("case", "M.S.S. gegen Belgien und Griechenland", "ecthr:30696/09"),
            ("appno", "30696/09", "ecthr:30696/09"),
        ],
    ),
    (
        "EGMR (GK), Urt. v. 21.01.2011 - 30696/09 - (M.S.S./Belgien u. Griechenland)",
        [
            ("appno", "30696/09", "ecthr:30696/09"),
            ("case", "M.S.S./Belgien u. Griechenland", "ecthr:30696/09"),
        ],
    ),
    (
        "M.S.S. contra Bélgica y Grecia, nº 30696/09",
        [
            ("case", "M.S.S. contra Bélgica y Grecia", "ecthr:30696/09"),
            ("appno", "30696/09", "ecthr:30696/09"),
        ],
    ),
    (
        "M.S.S. mot Belgien och Grekland, nr 30696/09",
        [
            ("case", "M.S.S. mot Belgien och Grekland", "ecthr:30696/09"),
            ("appno", "30696/09", "ecthr:30696/09"),
        ],
    ),
    (
        "M.S.S. vastaan Belgia ja Kreikka, nro 30696/09",
        [
            ("case", "M.S.S. vastaan Belgia ja Kreikka", "ecthr:30696/09"),
            ("appno", "30696/09", "ecthr:30696/09"),
        ],
    ),
    (
        "M.S.S. contro Belgio e Grecia, n. 30696/09",
        [
            ("case", "M.S.S. contro Belgio e Grecia", "ecthr:30696/09"),
            ("appno", "30696/09", "ecthr:30696/09"),
        ],
    ),
    (
        "M.S.S. проти Бельгії та Греції, № 30696/09",
        [
            ("case", "M.S.S. проти Бельгії та Греції", "ecthr:30696/09"),
            ("appno", "30696/09", "ecthr:30696/09"),
        ],
    ),
]
# Ordinals and words.
ORDINALS_AND_WORDS = [
    (
        "Article 1 A (2) of the Refugee Convention; Art. 1A para. 2 of the Refugee Convention",
        [
            ("provision", "Article 1 A (2) of the Refugee Convention", "CSR51:1A(2)"),
            ("provision", "Art. 1A para. 2 of the Refugee Convention", "CSR51:1A(2)"),
        ],
    ),
    (
        "Article One F of the Refugee Convention; Article 1(F)(b) of the Refugee Convention",
        [
            ("provision", "Article One F of the Refugee Convention", "CSR51:1F"),
            ("provision", "Article 1(F)(b) of the Refugee Convention", "CSR51:1F(b)"),
        ],
    ),
    (
        "paragraph 2 of Article 33 of the Refugee Convention",
        [
            ("provision", "paragraph 2 of Article 33 of the Refugee Convention", "CSR51:33(2)"),
        ],
    ),
    (
        "the second paragraph of Article 33 of the Refugee Convention and Article 3 thereof",
        [
            ("provision", "second paragraph of Article 33 of the Refugee Convention", "CSR51:33(2)"),
            ("provision", "Article 3", "CSR51:3"),
        ],
    ),
    (
        "Art. 1 Abschnitt A Nr. 2 GFK",
        [
            ("provision", "Art. 1 Abschnitt A Nr. 2 GFK", "CSR51:1A(2)"),
        ],
    ),
    (
        "le paragraphe 2 de l'article 33 de la Convention de Genève du 28 juillet 1951",
        [
            ("provision", "paragraphe 2 de l'article 33 de la Convention de Genève du 28 juillet 1951", "CSR51:33(2)"),
        ],
    ),
    (
        "п. 1 ст. 33 Конвенции о статусе беженцев",
        [
            ("provision", "п. 1 ст. 33 Конвенции о статусе беженцев", "CSR51:33(1)"),
        ],
    ),
    (
        "Article 4 of Protocol No. 4 to the Convention; P4-4; A4P4; Prot. 4 Art. 4",
        [
            ("provision", "Article 4 of Protocol No. 4 to the Convention", "ECHR-P4:4"),
            ("provision", "P4-4", "ECHR-P4:4"),
            ("provision", "A4P4", "ECHR-P4:4"),
            ("provision", "Prot. 4 Art. 4", "ECHR-P4:4"),
        ],
    ),
    (
        "art. 4 Protokołu nr 4 do Konwencji",
        [
            ("provision", "art. 4 Protokołu nr 4 do Konwencji", "ECHR-P4:4"),
        ],
    ),
    (
        "neljännen lisäpöytäkirjan 4 artiklassa",
        [
            ("provision", "neljännen lisäpöytäkirjan 4 artiklassa", "ECHR-P4:4"),
        ],
    ),
    (
        "artikel 4 i fjärde tilläggsprotokollet",
        [
            ("provision", "artikel 4 i fjärde tilläggsprotokollet", "ECHR-P4:4"),
        ],
    ),
    (
        "ketvirtojo protokolo 4 straipsnis",
        [
            ("provision", "ketvirtojo protokolo 4 straipsnis", "ECHR-P4:4"),
        ],
    ),
]
# Acts of the Union.
ACTS_OF_THE_UNION = [
    (
        "Council Directive 2005/85/EC",
        [
            ("instrument", "Council Directive 2005/85/EC", "EU:2005/85"),
        ],
    ),
    (
        (
            "Article 46(5) of Directive 2013/32/EU of the European Parliament and of the "
            "Council of 26 June 2013 on common procedures for granting and withdrawing "
            "international protection"
        ),
        [
            ("provision", "Article 46(5) of Directive 2013/32/EU", "EU:2013/32:46(5)"),
        ],
    ),
    (
        "Regulation (EU) No 604/2013, Regulation (EU) 2024/1348 and Dublin III",
        [
            ("instrument", "Regulation (EU) No 604/2013", "EU:604/2013"),
            ("instrument", "Regulation (EU) 2024/1348", "EU:2024/1348"),
            ("instrument", "Dublin III", "EU:604/2013"),
        ],
    ),
    (
        (
            "dyrektywy Parlamentu Europejskiego i Rady ws. wspólnych procedur udzielania i "
            "cofania ochrony międzynarodowej"
        ),
        [
            (
                "instrument",
                (
                    "dyrektywy Parlamentu Europejskiego i Rady ws. wspólnych procedur udzielania i "
                    "cofania ochrony międzynarodowej"
                ),
                "EU:2013/32",
            ),
        ],
    ),
    (
        ("art. 46 ust. 5 dyrektywy Parlamentu Europejskiego i Rady 2013/32/UE z dnia 26 czerwca 2013 r."),
        [
            ("provision", "art. 46 ust. 5 dyrektywy Parlamentu Europejskiego i Rady 2013/32/UE", "EU:2013/32:46(5)"),
        ],
    ),
    (
        "Art. 15 Buchst. c der Richtlinie 2011/95/EU des Europäischen Parlaments und des Rates",
        [
            ("provision", "Art. 15 Buchst. c der Richtlinie 2011/95/EU", "EU:2011/95:15(c)"),
        ],
    ),
    (
        "EUROOPAN PARLAMENTIN JA NEUVOSTON ASETUKSEN (EU) 2024/1348 MUUTTAMISESTA",
        [
            ("instrument", "ASETUKSEN (EU) 2024/1348", "EU:2024/1348"),
        ],
    ),
    (
        "article 15, sous c), de la directive 2011/95/UE",
        [
            ("provision", "article 15, sous c), de la directive 2011/95/UE", "EU:2011/95:15(c)"),
        ],
    ),
    (
        "a 2013/32/EU irányelv 46. cikke",
        [
            ("provision", "2013/32/EU irányelv 46. cikke", "EU:2013/32:46"),
        ],
    ),
    (
        "recital 25 of Directive 2013/32/EU; Annex I to Directive 2013/32/EU",
        [
            ("provision", "recital 25 of Directive 2013/32/EU", "EU:2013/32:recital 25"),
            ("provision", "Annex I to Directive 2013/32/EU", "EU:2013/32:Annex I"),
        ],
    ),
    (
        "Erwägungsgrund 25 der Richtlinie 2013/32/EU",
        [
            ("provision", "Erwägungsgrund 25 der Richtlinie 2013/32/EU", "EU:2013/32:recital 25"),
        ],
    ),
    (
        "EU:C:2011:865; COM(2025) 259 final; CELEX 32013L0032",
        [
            ("ecli", "EU:C:2011:865", "cjeu:C-411/10"),
            ("document-symbol", "COM(2025) 259 final", "EU:COM(2025) 259"),
            ("instrument", "32013L0032", "EU:2013/32"),
        ],
    ),
    (
        "the Procedures Directive (Directive 2005/85/EC)",
        [
            ("instrument", "Procedures Directive", "EU:2005/85"),
            ("instrument", "Directive 2005/85/EC", "EU:2005/85"),
        ],
    ),
]
# Bodies of the United Nations.
BODIES_OF_THE_UNITED_NATIONS = [
    (
        "Mutombo v. Switzerland, communication No. 13/1993, CAT/C/12/D/13/1993",
        [
            ("case", "Mutombo v. Switzerland", "cat:13/1993"),
            ("appno", "13/1993", "cat:13/1993"),
            ("document-symbol", "CAT/C/12/D/13/1993", "cat:13/1993"),
        ],
    ),
    (
        "Мутомбо против Швейцарии, сообщение № 13/1993, Комитет против пыток",
        [
            ("case", "Мутомбо против Швейцарии", "cat:13/1993"),
            ("appno", "13/1993", "cat:13/1993"),
        ],
    ),
    (
        "El Comité contra la Tortura, comunicación núm. 13/1993",
        [
            ("case", "13/1993", "cat:13/1993"),
        ],
    ),
    (
        "Komitet przeciwko Torturom, zawiadomienie nr 13/1993",
        [
            ("case", "13/1993", "cat:13/1993"),
        ],
    ),
    (
        "CCPR/C/127/D/2728/2016; CAT/C/GC/4; CCPR/C/21/Rev.1/Add.13",
        [
            ("document-symbol", "CCPR/C/127/D/2728/2016", "hrc:2728/2016"),
            ("document-symbol", "CAT/C/GC/4", "cat:GC4"),
            ("document-symbol", "CCPR/C/21/Rev.1/Add.13", "hrc:GC31"),
        ],
    ),
    (
        ("General Comment No. 4 (2017) of the Committee against Torture; GC4 of the Committee against Torture"),
        [
            ("document-symbol", "General Comment No. 4", "cat:GC4"),
            ("document-symbol", "GC4", "cat:GC4"),
        ],
    ),
    (
        "observation générale n° 31 du Comité des droits de l'homme",
        [
            ("document-symbol", "observation générale n° 31", "hrc:GC31"),
        ],
    ),
    (
        "A/53/44, annex X; General Assembly resolution 39/46; A/RES/39/46",
        [
            ("document-symbol", "A/53/44", "un:A/53/44"),
            ("document-symbol", "resolution 39/46", "un:A/RES/39/46"),
            ("document-symbol", "A/RES/39/46", "un:A/RES/39/46"),
        ],
    ),
]
# A quotation in a quotation.
QUOTATIONS = [
    (
        ('Saadi v. Italy [GC], no. 37201/06, § 125. The Court: "as in Chahal, cited above, § 80, it holds".'),
        [
            ("case", "Saadi v. Italy", "ecthr:37201/06"),
            ("appno", "37201/06", "ecthr:37201/06"),
            ("short-form", "Chahal", "ecthr:22414/93"),
        ],
    ),
]
# Real mistakes.
REAL_MISTAKES = [
    (
        "M.S.S. v. Belgium and Greece [GC], no. 30969/09",
        [
            ("case", "M.S.S. v. Belgium and Greece", "ecthr:30696/09"),
            ("appno", "30969/09", "ecthr:30969/09"),
        ],
    ),
    (
        "M.S.S. c. Belgique et Grèce [GC], no 30969/09",
        [
            ("case", "M.S.S. c. Belgique et Grèce", "ecthr:30696/09"),
            ("appno", "30969/09", "ecthr:30969/09"),
        ],
    ),
    (
        "M.S.S. przeciwko Belgii i Grecji, skarga nr 30969/09",
        [
            ("case", "M.S.S. przeciwko Belgii i Grecji", "ecthr:30696/09"),
            ("appno", "30969/09", "ecthr:30969/09"),
        ],
    ),
]


def read(found, text):
    return [(one.kind, one.text, one.target) for one in found(f"It was said: {text} - and so on.")]


# Words without a capital, commas and hyphens inside an applicant's name: the register knows how far it reaches.
SMALL_WORDS_INSIDE = [
    ("See Sindicatul “Păstorul cel Bun” v. Romania [GC], no. 2330/09", "ecthr:2330/09"),
    ("See Pichler sen. and Pichler jun. v. Austria, no. 18305/91", "ecthr:18305/91"),
    ("Vgl. Urteil vom 6. Dezember 1988, Barberà, Messegué and Jabardo gegen Spanien, Nr. 10590/83", "ecthr:10590/83"),
    ("See Z.A.N.T.E. - Marathonisi A.E. v. Greece, no. 14216/03", "ecthr:14216/03"),
    ("See Aliev v. Ukraine (No. 2) (dec.), no. 33617/02", "ecthr:33617/02"),
    ("See v.G. v. Netherlands, Communication No. 1142/2002, CCPR/C/77/D/1142/2002", "hrc:1142/2002"),
]


class TestInTheWild:
    @pytest.mark.parametrize(("text", "target"), SMALL_WORDS_INSIDE)
    def test_small_words_inside(self, engine, text, target):
        """
        The name is read whole, and so agrees with its number.
        """
        citations = check(markdown.of(f"So it was held. {text}."), engine, on=date(2026, 11, 22)).citations

        assert {(target, "verified")} == {(one.target, one.status) for one in citations}

    @pytest.mark.parametrize(("text", "citations"), SPLIT_TOKENS)
    def test_split_tokens(self, found, text, citations):
        """
        Tokens that a converter split.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), SPACES_AND_HYPHENS)
    def test_spaces_and_hyphens(self, found, text, citations):
        """
        Spaces and hyphens that are not plain ones.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), COMMAS_AND_BRACKETS)
    def test_commas_and_brackets(self, found, text, citations):
        """
        Commas, brackets, initials and series numbers in a name.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), NO_NUMBER)
    def test_no_number(self, found, text, citations):
        """
        No application number.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), CITED_ABOVE)
    def test_cited_above(self, found, text, citations):
        """
        "Cited above" in every position.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), SHARED_SHORT_NAMES)
    def test_shared_short_names(self, found, text, citations):
        """
        Short names that several cases share.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), IBID)
    def test_ibid(self, found, text, citations):
        """
        "Ibid." behind something else.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), ONE_WORD_SEVERAL_TREATIES)
    def test_one_word_several_treaties(self, found, text, citations):
        """
        One word, several treaties.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), INSTRUMENT_FIRST)
    def test_instrument_first(self, found, text, citations):
        """
        The instrument first.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), NUMBER_BEFORE_THE_WORD)
    def test_number_before_the_word(self, found, text, citations):
        """
        The number before the word.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), LISTS_AND_RANGES)
    def test_lists_and_ranges(self, found, text, citations):
        """
        Lists and ranges.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), NO_CITATIONS)
    def test_no_citations(self, found, text, citations):
        """
        Numbers that are no citations of ours.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), MARKUP)
    def test_markup(self, found, text, citations):
        """
        Markup.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), OTHER_CONNECTORS)
    def test_other_connectors(self, found, text, citations):
        """
        Parties and connectors in other languages.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), ORDINALS_AND_WORDS)
    def test_ordinals_and_words(self, found, text, citations):
        """
        Ordinals and words.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), ACTS_OF_THE_UNION)
    def test_acts_of_the_union(self, found, text, citations):
        """
        Acts of the Union.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), BODIES_OF_THE_UNITED_NATIONS)
    def test_bodies_of_the_united_nations(self, found, text, citations):
        """
        Bodies of the United Nations.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), QUOTATIONS)
    def test_quotations(self, found, text, citations):
        """
        A quotation in a quotation.
        """
        assert citations == read(found, text)

    @pytest.mark.parametrize(("text", "citations"), REAL_MISTAKES)
    def test_real_mistakes(self, found, text, citations):
        """
        Real mistakes.
        """
        assert citations == read(found, text)
