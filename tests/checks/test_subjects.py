"""What a sentence says that a provision is about, in the words of many drafts."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from refoulement_lint import formats, pipeline
from refoulement_lint.engine import Engine, open_engine
from refoulement_lint.tokens import reading_of

RULE = "provision/subject-of-another-article"
FOLDER = Path(__file__).parents[2] / "rules" / "law" / "subjects"
FILES = sorted(FOLDER.glob("*.toml"))


@cache
def engine() -> Engine:
    return open_engine()


def meant(text: str) -> list[str | None]:
    document = formats.read(text.encode(), filename="draft.md")
    report = pipeline.check(document, engine(), on=date(2024, 3, 1))
    return [finding.target for finding in report.findings if finding.rule == RULE]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The right to liberty is enshrined in Article 6 of the ICCPR.", "ICCPR:9"),
        ("Article 6 of the Covenant on Civil and Political Rights requires that nobody be held in arbitrary detention.",
         "ICCPR:9"),
        ("The applicant invokes freedom of religion under Article 10 of the ICCPR.", "ICCPR:18"),
        ("The acts of persecution defined in Article 10 of Directive 2011/95/EU are not exhaustive.", "EU:2011/95:9"),
        ("The first country of asylum (Article 36 of Directive 2013/32/EU) was never examined.", "EU:2013/32:35"),
        ("Il invoque le principe de non-refoulement garanti par l'article 31 de la convention de Genève de 1951.",
         "CSR51:33"),
        ("Le droit à un recours effectif est consacré par l'article 43 de la Charte des droits fondamentaux de l'Union "
         "européenne.", "CFR:47"),
        ("L'intérêt supérieur de l'enfant (article 3 de la Charte des droits fondamentaux de l'Union européenne) doit "
         "guider le préfet et lui seul.", "CFR:24(2)"),
        ("Die Überstellungsfrist nach Art. 22 Abs. 7 der Dublin-III-VO ist abgelaufen und nicht verlängert worden.",
         "EU:604/2013:29"),
        ("Das Recht auf Achtung des Privat- und Familienlebens ist in Art. 9 EMRK verbürgt und gilt auch für ihn.",
         "ECHR:8"),
        ("Prawo do poszanowania życia rodzinnego gwarantuje art. 12 Karty praw podstawowych Unii Europejskiej, a nie "
         "jest to prawo bez granic.", "CFR:7"),
        ("Zakaz tortur wynika z art. 5 Międzynarodowego paktu praw obywatelskich i politycznych, który jest wiążący.",
         None),
        ("Teisė į veiksmingą teisinę gynybą įtvirtinta Europos žmogaus teisių konvencijos 12 straipsnyje.", "ECHR:13"),
        ("Право на эффективное средство правовой защиты гарантировано статьёй 12 Конвенции о защите прав человека и "
         "основных свобод, и это не всё.", "ECHR:13"),
        # What often goes with a subject is not what lays it down.
        ("The right to an effective remedy guaranteed by Article 6 of the European Convention on Human Rights fails.",
         "ECHR:13"),
        ("Le droit à un recours effectif consacré par l'article 6 § 1 de la Convention européenne des droits de "
         "l'homme est violé.", "ECHR:13"),
        ("Under Article 4(2) of the Convention against Torture no exceptional circumstances may be invoked.",
         "CAT:2(2)"),
    ],
)  # fmt: skip
def test_another_provision_is_meant(text: str, target: str | None):
    """Apposition, brackets, "under", "requires that"; Article 5 of the Covenant goes with any right."""
    assert ([target] if target else []) == meant(text)


@pytest.mark.parametrize(
    "text",
    [
        "The right to liberty is enshrined in Article 9 of the ICCPR.",
        "He fled torture and was then detained (Article 9 of the ICCPR).",
        "Article 3 of the ICCPR is not the prohibition of torture.",
        "The prohibition of torture corresponds to Article 3 of the ICCPR in nothing.",
        "The prohibition of torture (Article 7 of the ICCPR) and equality (Article 3 of the ICCPR) are both pleaded.",
        "Articles 3 and 7 of the ICCPR contain the prohibition of torture and equality.",
        "The collective expulsion was also a breach of Article 3 of the European Convention on Human Rights.",
        "There was no effective remedy for the violation of Article 3 of the European Convention on Human Rights.",
        "He was detained; his right to family life is another matter, and Article 5 of the ECHR governs detention.",
        "The best interests of the child are part of Article 8 of the European Convention on Human Rights.",
        "Article 46(5) of Directive 2013/32/EU gives the right to remain until the appeal is decided.",
        "Article 52 of the Charter of Fundamental Rights limits the right to family life.",
        "The exclusion clauses of Article 12 of Directive 2011/95/EU follow Article 1F of the Refugee Convention.",
        "> The prohibition of torture in Article 3 of the ICCPR is absolute.",
        "Le droit d'asile garanti par l'article 18 de la Charte des droits fondamentaux de l'Union européenne.",
        "L'article 5 de la Convention européenne des droits de l'homme ne concerne pas la vie familiale.",
        "Art. 20 Abs. 5 der Dublin-III-VO betrifft nicht das Ermessen, das die Behörde hat und nutzen kann.",
        "Zasada non-refoulement z art. 33 Konwencji dotyczącej statusu uchodźców jest bezwzględna.",
        "Запрет пыток закреплён в статье 7 Международного пакта о гражданских и политических правах.",
        "The right to an effective remedy under Article 13, with Article 6 of the European Convention on Human Rights.",
        "An effective remedy must meet Article 6 of the European Convention on Human Rights where it applies.",
    ],
)
def test_silent(text: str):
    """The right one, a list, a comparison, a denial, a fact of the story, the words of others."""
    assert [] == meant(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file(path: Path):
    """Names can be read, provisions exist as far as is known, and no provision is at the same time only beside it."""
    record = tomllib.loads(path.read_text(encoding="utf-8"))
    names = [*record["names"].values(), *(x for held in record.get("within", {}).values() for x in held.values())]
    for phrase in (phrase for listed in names for phrase in listed):
        assert reading_of(phrase).tokens
    registers = engine().registers
    for target in (*record["provisions"], *record.get("beside", ())):
        if registers.instruments.get(target) or target.startswith("uk:"):
            continue
        key, _, place = target.rpartition(":")
        assert registers.instruments.get(key), target
        assert not registers.instruments.exists(key, place).word.startswith("no-"), target
    assert record["provisions"]
    assert set(record["provisions"]).isdisjoint(record.get("beside", ()))
