"""Faults that lawyers make in drafts, each class in several languages, and what looks like them and is right."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from refoulement_lint import formats, pipeline
from refoulement_lint.engine import Engine, open_engine
from refoulement_lint.model import Finding

SUBJECT = "provision/subject-of-another-article"
NOT_YET = "in-force/act-not-yet-applicable"
NOT_FOUND = "authority/violation-not-found"
AT_ALL = "authority/no-violation-at-all"


@cache
def engine() -> Engine:
    return open_engine()


@cache
def findings(text: str, on: date) -> tuple[Finding, ...]:
    return pipeline.check(formats.read(text.encode(), filename="draft.md"), engine(), on=on).findings


def said(rule: str, text: str, on: date = date(2024, 3, 1)) -> list[str | None]:
    return [finding.target for finding in findings(text, on) if finding.rule == rule]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The right to bring proceedings by which a judge, in whatever form and without delay, rules on the lawfulness "
         "of detention is laid down in Article 9(5) of the ICCPR.", "ICCPR:9(4)"),
        ("Le contrôle de la légalité de la détention par un juge est prévu à l'article 9, paragraphe 5, du Pacte "
         "international relatif aux droits civils et politiques.", "ICCPR:9(4)"),
        ("Article 14 of the Convention against Torture bars confessions obtained by torture from every trial.",
         "CAT:15"),
        ("L'article 14 de la Convention contre la torture interdit d'invoquer des aveux arrachés sous la torture.",
         "CAT:15"),
        ("L'article 7 de la Convention contre la torture prévoit que nul ne peut être soumis à la torture.", "ICCPR:7"),
        ("Under Article 10 of the Convention against Torture the author has a right to redress.", "CAT:14"),
        ("The applicants were, under Article 9 of Directive 2013/33/EU, allowed to remain in the Member State for the "
         "sole purpose of the procedure.", "EU:2013/32:9(1)"),
        ("Pieteicēja lūdza patvērumu, taču viņu tajā pašā dienā izraidīja no valsts. Tiesības palikt "
         "dalībvalstī pieteikuma izskatīšanas laikā paredz Direktīvas 2013/33/ES 9. pants, un "
         "robežsardze "
         "to nezināja, jo neviens viņai to nebija teicis.", "EU:2013/32:9(1)"),
        ("The Secretary of State relied on internal relocation alternative under Article 9 of Directive 2004/83/EC.",
         "EU:2004/83:8"),
        ("Przynależność do szczególnej grupy społecznej w rozumieniu art. 11 ust. 1 lit. d dyrektywy 2011/95/UE jest "
         "oczywista dla każdego.", "EU:2011/95:10"),
        ("Принадлежность к определённой социальной группе в смысле статьи 11(1)(d) Директивы 2011/95/ЕС доказана.",
         "EU:2011/95:10"),
        ("Der Grundsatz, dass Aussagen ohne Unterlagen keines Nachweises bedürfen, ergibt sich aus Art. 4 Abs. 5 der "
         "Richtlinie 2013/32/EU.", "EU:2011/95:4(5)"),
        ("Die Einstufung eines Landes als sicher richtet sich nach Art. 36 der Richtlinie 2011/95/EU.",
         "EU:2013/32:36"),
        ("The facts are assessed in cooperation with the applicant, as Article 6 of Directive 2011/95/EU "
         "requires.", "EU:2011/95:4"),
        ("The assessment in cooperation with the applicant is required by Article 6 of Directive 2011/95/EU.",
         "EU:2011/95:4"),
        ("Bestraft wird die Verweigerung des Militärdienstes in einem Konflikt im Sinne von Art. 9 Abs. 2 "
         "Buchst. b der "
         "Richtlinie 2011/95/EU.", "EU:2011/95:9(2)(e)"),
        ("Indiscriminate violence within the meaning of Article 15(a) of Directive 2011/95/EU prevails.",
         "EU:2011/95:15(c)"),
        ("Systemische Schwachstellen im Sinne von Art. 3 Abs. 1 der Verordnung (EU) Nr. 604/2013 liegen vor.",
         "EU:604/2013:3(2)"),
        ("Автор обжаловал решение во всех судах. Внутренние средства правовой защиты исчерпаны согласно пункту 4 "
         "статьи 22 Конвенции против пыток, и суд это знал.", "CAT:22(5)(b)"),
        ("L'obligation de prêter assistance aux personnes en détresse en mer figure à l'article 87 de la "
         "convention des "
         "Nations unies sur le droit de la mer.", "UNCLOS:98"),
        ("Tai draudžia Konvencijos prieš kankinimą 33 straipsnis, kuris draudžia grąžinti pabėgėlį ten, kur jo gyvybei "
         "ar laisvei gresia pavojus.", "CSR51:33"),
    ],
)  # fmt: skip
def test_neighbour_or_sister(text: str, target: str | None):
    """A subject said of the next paragraph, or of the same number in a sister instrument."""
    assert ([target] if target else []) == said(SUBJECT, text)


@pytest.mark.parametrize(
    "text",
    [
        "Everyone has a right to a court's decision on the lawfulness of detention, and Article 9(1) of the "
        "ICCPR forbids "
        "arbitrary arrest.",
        "The lawfulness of detention under Article 5 § 1 of the European Convention on Human Rights was never "
        "decided by "
        "a court.",
        "Article 14 of the Convention against Torture requires that a victim obtain redress even where statements "
        "obtained by torture led to the conviction.",
        "Even without indiscriminate violence, Article 15(b) of Directive 2011/95/EU protects him.",
        "Having come from a territory where her life or freedom was threatened, she falls under Article 31 of the 1951 "
        "Refugee Convention.",
        "Article 7 of the Convention against Torture obliges the State to prosecute whoever tortured, or to extradite.",
        "Internal protection presupposes actors of protection within the meaning of Article 7 of Directive 2011/95/EU.",
        "Membership of a particular social group is a reason for persecution under Article 10(1)(d) of Directive "
        "2011/95/EU.",
        "There are systemic flaws in Greece, and the State should have used Article 17 of Regulation (EU) No 604/2013.",
        "La demande a été enregistrée et l'attestation de l'article 6 de la directive 2013/33/UE délivrée.",
        "Zeznania wymuszone torturami nie mogą być dowodem (art. 15 Konwencji przeciwko torturom), a ofierze "
        "należy się "
        "odszkodowanie (art. 14 tej Konwencji).",
        "His trial on the basis of a confession extracted by torture breaches Article 14 of the ICCPR.",
    ],
)
def test_subjects_that_are_right(text: str):
    """The next clause, what is denied, the paragraph on lawfulness, what goes with another article."""
    assert [] == said(SUBJECT, text)


DI = "D.I. v. Bulgaria, no. 32006/20, 14 December 2021"


@pytest.mark.parametrize(
    "text",
    [
        f"In {DI}, the Court found that Article 3 of the Convention would be breached by surrender.",
        f"In {DI}, the Court held that extradition would be contrary to Article 3 of the Convention.",
        f"In {DI}, the Court held that extradition would breach Article 3 of the Convention, and M.G. v. Bulgaria, no. "
        "59297/12, 25 March 2014, is to the same effect.",
        "Dans D.I. c. Bulgarie, n° 32006/20, 14 décembre 2021, la Cour a jugé que l'extradition eût été contraire à "
        "l'article 3 de la Convention européenne des droits de l'homme.",
        "Im Urteil D.I. gegen Bulgarien, Nr. 32006/20, 14. Dezember 2021, stellte der Gerichtshof fest, dass "
        "Art. 3 EMRK "
        "durch die Auslieferung verletzt wäre.",
        "W sprawie D.I. przeciwko Bułgarii (skarga nr 32006/20, wyrok z 14 grudnia 2021 r.) Trybunał orzekł, że "
        "ekstradycja naruszałaby art. 3 EKPC.",
        "Byloje D.I. prieš Bulgariją (Nr. 32006/20, 2021 m. gruodžio 14 d.) Teismas konstatavo Europos žmogaus teisių "
        "konvencijos 3 straipsnio pažeidimą.",
        "Lietā D.I. pret Bulgāriju (Nr. 32006/20, 2021. gada 14. decembris) Eiropas Cilvēktiesību tiesa atzina, ka "
        "izdošana pārkāptu Eiropas Cilvēktiesību konvencijas 3. pantu.",
        "В деле «Д.И. против Болгарии» (№ 32006/20, 14 декабря 2021 года) Европейский суд признал, что выдача стала бы "
        "нарушением статьи 3 Европейской конвенции о защите прав человека.",
        "En D.I. c. Bulgaria, n.º 32006/20, 14 de diciembre de 2021, el Tribunal declaró que la extradición "
        "supondría una "
        "violación del artículo 3 del Convenio Europeo de Derechos Humanos.",
    ],
)
def test_what_would_be_breached(text: str):
    """The register has no violation of Article 3 in the case."""
    assert ["ecthr:32006/20"] == said(NOT_FOUND, text)


@pytest.mark.parametrize(
    "text",
    [
        f"In {DI}, the Court found that Article 3 of the Convention would not be breached.",
        f"In {DI}, the Court did not find that extradition would breach Article 3 of the Convention.",
        "W sprawie D.I. przeciwko Bułgarii (skarga nr 32006/20, wyrok z 14 grudnia 2021 r.) Trybunał orzekł, że "
        "ekstradycja nie naruszałaby art. 3 EKPC.",
        "In M.G. v. Bulgaria, no. 59297/12, 25 March 2014, the Court held that extradition would breach Article "
        "3 of the "
        "Convention.",
        f"The applicant argued that extradition would breach Article 3 of the Convention and that {DI}, does not help.",
    ],
)
def test_outcomes_that_are_right(text: str):
    """Denied, another case, a party's own words."""
    assert [] == said(NOT_FOUND, text)


@pytest.mark.parametrize(
    "text",
    [
        "Dans K.N. c. Suisse (communication n° 94/1997), il a constaté que le renvoi constituerait une violation de "
        "l'article 3.",
        "W sprawie K.N. przeciwko Szwajcarii (komunikat nr 94/1997) Komitet przeciwko Torturom uznał, że wydalenie "
        "naruszałoby art. 3.",
        "В деле К.Н. против Швейцарии (сообщение № 94/1997) Комитет против пыток признал, что высылка нарушила бы "
        "статью 3.",
        "Byloje K.N. prieš Šveicariją (pranešimas Nr. 94/1997) Komitetas prieš kankinimą pripažino, kad grąžinimas "
        "pažeistų 3 straipsnį.",
        "In K.N. v. Switzerland, communication No. 94/1997, the Committee against Torture found on that basis a "
        "violation of Article 3.",
    ],
)
def test_views_that_found_none(text: str):
    assert ["cat:94/1997"] == said(AT_ALL, text)


@pytest.mark.parametrize(
    ("text", "date_written"),
    [
        ("communication n° 379/2009, décision du 3 juin 2013", "3 juin 2013"),
        ("communication n° 379/2009, constatations adoptées le 3 juin 2013", "3 juin 2013"),
        ("Mitteilung Nr. 379/2009, Entscheidung vom 3. Juni 2013", "3. Juni 2013"),
        ("skarga nr 379/2009, decyzja z 3 czerwca 2013 r.", "3 czerwca 2013"),
        ("сообщение № 379/2009, решение от 3 июня 2013 года", "3 июня 2013"),
        ("comunicazione n. 379/2009, decisione del 3 giugno 2013", "3 giugno 2013"),
        ("comunicación núm. 379/2009, decisión de 3 de junio de 2013", "3 de junio de 2013"),
        ("pranešimas Nr. 379/2009, 2013 m. birželio 3 d. sprendimas", "2013 m. birželio 3 d"),
        ("paziņojums Nr. 379/2009, 2013. gada 3. jūnija lēmums", "2013. gada 3. jūnija"),
    ],
)
def test_day_of_views(text: str, date_written: str):
    """The register has 3 June 2011; the day stands behind a number in each language's own way."""
    found = [one.message for one in findings(f"Bakatu-Bia v. Sweden, {text}.", date(2024, 3, 1))
             if one.rule == "authority/date-differs"]  # fmt: skip
    assert [True] == [message.startswith(f"{date_written}: the register has 3 June 2011") for message in found]


def test_day_before_a_judgment_in_brackets():
    """The court is the subject of the sentence; the day of somebody else's judgment is not the case's."""
    text = (
        "Der EGMR hat im Urteil vom 30. Juni 2011 (Nr. 22689/07, De Souza Ribeiro gegen Frankreich) eine "
        "Verletzung von "
        "Art. 13 EMRK festgestellt."
    )
    assert ["ecthr:22689/07"] == said("authority/chamber-superseded", text)
    other = "Der Kläger verweist auf das Urteil vom 3. Mai 2022 (vgl. Tarakhel gegen Schweiz, Nr. 29217/12)."
    assert [] == said("authority/date-differs", other)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Der Bescheid vom 4. März 2026 lehnte den Antrag ab. Die Verordnung (EU) 2024/1347 galt im Zeitpunkt des "
         "Bescheids und ist verletzt.", "EU:2024/1347"),
        ("La décision de l'OFPRA du 20 janvier 2026 a rejeté la demande. Le règlement (UE) 2024/1347, en "
         "vigueur au jour "
         "de la décision, imposait une autre lecture.", "EU:2024/1347"),
        ("Decyzja Rady z dnia 20 stycznia 2026 r. jest błędna. Rozporządzenie (UE) 2024/1347, które wiązało "
         "Radę w dniu "
         "wydania decyzji, powtarza tę regułę.", "EU:2024/1347"),
        ("Ходатайство об убежище отклонено решением от 20 января 2026 года. Регламент (ЕС) 2024/1347 действовал "
         "на день "
         "принятия решения и нарушен.", "EU:2024/1347"),
        ("She applied for international protection on 3 May 2024. Article 34 of Regulation (EU) 2024/1348 governs her "
         "application.", "EU:2024/1348:34"),
        ("Patvēruma pieteikums iesniegts 2024. gada 3. maijā. Regulas (ES) 2024/1348 34. pants ir piemērojams šim "
         "pieteikumam.", "EU:2024/1348:34"),
        ("La domanda di asilo è stata presentata il 3 maggio 2024. Il regolamento (UE) 2024/1348 è applicabile alla "
         "domanda del ricorrente.", "EU:2024/1348"),
        ("La solicitud de asilo se presentó el 3 de mayo de 2024. El Reglamento (UE) 2024/1348 es aplicable a "
         "la solicitud "
         "del recurrente.", "EU:2024/1348"),
        ("She claimed asylum on 11 March 2021. Section 32 of the Nationality and Borders Act 2022 governs this appeal.",
         "uk:NABA2022:32"),
        ("The claim was made before 28 June 2022, on 3 May 2022. Section 33 of the Nationality and Borders Act 2022 "
         "applies to this claim.", "uk:NABA2022:33"),
    ],
)  # fmt: skip
def test_act_did_not_govern(text: str, target: str):
    """The day of the decision or the application stands in another sentence, and no day of it is the act's own."""
    on = date(2026, 11, 22)
    assert [target] == said(NOT_YET, text, on)
    assert [] == said("provision/instrument-date", text, on)


@pytest.mark.parametrize(
    "text",
    [
        "She applied for international protection on 3 July 2026. Article 34 of Regulation (EU) 2024/1348 governs her "
        "application.",
        "She applied for international protection on 3 May 2024. Regulation (EU) 2024/1348 does not govern her "
        "application; Directive 2013/32/EU does.",
        "The claim was lodged on 3 May 2024 and a second one on 3 August 2026. Regulation (EU) 2024/1348 governs the "
        "application.",
        "The Minister's decision of 20 August 2026 rests on a mistake. Regulation (EU) 2024/1347 was binding on the "
        "Minister at the time of his decision.",
        "She crossed on 3 May 2025. Regulation (EU) 2024/1348 governs the decision that is attacked.",
        "She claimed asylum on 11 March 2023. Section 32 of the Nationality and Borders Act 2022 governs this appeal.",
        "She claimed asylum on 11 March 2021. Section 40 of the Nationality and Borders Act 2022 governs this appeal.",
    ],
)
def test_act_governed_or_nobody_knows(text: str):
    assert [] == said(NOT_YET, text, date(2026, 11, 22))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("L'article 5 du premier Protocole facultatif s'applique.", "ICCPR-OP1:5"),
        ("Art. 1 des Ersten Fakultativprotokolls gilt.", "ICCPR-OP1:1"),
        ("Skarga opiera się na art. 1 pierwszego Protokołu fakultatywnego.", "ICCPR-OP1:1"),
        ("Сообщение подано на основании статьи 1 первого Факультативного протокола.", "ICCPR-OP1:1"),
        ("Il ricorso si fonda sull'articolo 1 del primo Protocollo facoltativo al Patto.", "ICCPR-OP1:1"),
        ("La comunicación se basa en el artículo 1 del primer Protocolo Facultativo.", "ICCPR-OP1:1"),
        ("Pranešimas grindžiamas Pirmojo fakultatyvinio protokolo 1 straipsniu.", "ICCPR-OP1:1"),
        ("Paziņojums balstās uz Pirmā fakultatīvā protokola 1. pantu.", "ICCPR-OP1:1"),
        ("De klacht berust op artikel 1 van het eerste Facultatief Protocol.", "ICCPR-OP1:1"),
        ("The claim is brought under Article 1 of the First Optional Protocol.", "ICCPR-OP1:1"),
        ("See Article 2 of the First Optional Protocol to the Convention on the Rights of the Child.", None),
        ("Article 1 of the First Protocol to the Convention protects property.", "ECHR-P1:1"),
        ("Le règlement (UE) n° 604/2013 a été appliqué. L'article 114 de son règlement intérieur le permet au Comité.",
         None),
        ("Se aplicó el Reglamento (UE) n.º 604/2013. El Comité lo pidió según el artículo 114 de su reglamento "
         "interno.",
         None),
    ],
)  # fmt: skip
def test_whose_article(text: str, target: str | None):
    """The Covenant's first Optional Protocol, never Protocol No. 1; a committee's own rules, and no Regulation."""
    document = formats.read(text.encode(), filename="draft.md")
    report = pipeline.check(document, engine(), on=date(2024, 3, 1))
    assert [target] == [one.target for one in report.citations if one.kind == "provision"]
    assert [] == [one.rule for one in report.findings if one.rule.startswith("provision/article-beyond")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 5(2)(c) of the Optional Protocol to the ICCPR", 1),
        ("Article 31(8)(k) of Directive 2013/32/EU", 1),
        ("Article 9(2)(g) of Directive 2011/95/EU", 1),
        ("Article 8(3)(g) of Directive 2013/33/EU", 1),
        ("Article 14(3)(h) of the ICCPR", 1),
        ("art. 10 ust. 1 lit. f dyrektywy 2011/95/UE", 1),
        ("Direktyvos 2013/32/ES 33 straipsnio 2 dalies f punktas", 1),
        ("Article 5(2)(b) of the Optional Protocol to the ICCPR", 0),
        ("Article 31(8)(j) of Directive 2013/32/EU", 0),
        ("Article 25(1)(c) of Directive 2013/32/EU", 0),
        ("Article 5(1)(f) of the European Convention on Human Rights", 0),
    ],
)
def test_points(text: str, expected: int):
    """Only where the points of a paragraph are known."""
    assert expected == len(said("provision/point-beyond", f"It rests on {text}."))


def test_a_name_tells_of_no_stay():
    """“Séjour” in the name of the code does not make a limit one of residence or detention."""
    text = (
        "Le présent recours est formé dans le délai de deux mois fixé par l'article L. 532-1 du code de l'entrée et du "
        "séjour des étrangers et du droit d'asile."
    )
    assert ["fr:CESEDA:L532-1"] == said("in-force/time-limit-of-the-provision", text)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("M.A. and Others v. Latvia, no. 25564/18, 29 March 2022", "warning"),
        ("M.A. and Others v Latvia App no 25564/18 (ECtHR, 29 March 2022)", "note"),
        ("G.R.J. v Greece (dec) App no 15067/21 (ECtHR, 3 December 2024); M.A. and Others v Latvia App no 25564/18 "
         "(ECtHR, 29 March 2022)", "warning"),
    ],
)  # fmt: skip
def test_an_unmarked_decision(text, severity):
    """In a style that marks no decision it is a note, and never passed over."""
    rule = "authority/decision-unmarked"
    assert [severity] == [one.severity for one in findings(text, date(2026, 11, 22)) if one.rule == rule]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "authority/violation-was-found",
            "In J.K. and Others v. Sweden [GC], no. 59166/12, 23 August 2016, the Grand Chamber reversed the Chamber, "
            "which had found that removal to Iraq would not breach Article 3 of the Convention.",
        ),
        (
            "authority/violation-not-found",
            "W sprawie Savran przeciwko Danii, nr 57467/15, Wielka Izba stwierdziła naruszenie art. 8, ale nie art. 3.",
        ),
        (
            "authority/violation-not-found",
            "The applicant relied on Sultani v. France, no. 45223/05. It also found a violation of Article 3.",
        ),
        (
            "authority/said-inadmissible",
            "In Auad v. Bulgaria, no. 46390/10, 11 October 2011, the rest of the application was "
            "declared inadmissible.",
        ),
        (
            "authority/grand-chamber-did-not-sit",
            "In R.C. v. Sweden, no. 41827/07, 9 March 2010, the Court applied what the Grand Chamber had held in Saadi "
            "v. Italy [GC], no. 37201/06.",
        ),
        (
            "authority/case-on-another-destination",
            "In Chahal v. the United Kingdom, no. 22414/93, 15 November 1996, the applicant was to be sent to India.",
        ),
    ],
)
def test_sayings_of_a_case_that_are_right(name: str, text: str):
    """Of another formation, another article, another case, a part only."""
    assert [] == said(name, text)


def test_an_outcome_that_is_remembered():
    """What the record marks as own knowledge contradicts a draft in a warning, and names itself as the source."""
    text = (
        "In Soering v. the United Kingdom, no. 14038/88, 7 July 1989, the Court found no violation of Article 3 of the "
        "Convention."
    )
    (one,) = [one for one in findings(text, date(2026, 11, 22)) if one.rule == "authority/violation-was-found"]

    assert "warning" == one.severity
    assert "not checked against the judgment" in one.because[-1].source
