"""
The mutation bench: real citations with one part made wrong, and what the linter says of each.

    python tools/mutate.py [--cases N] [--seed N] [--class NAME ...] [--show N] [--gold FOLDER]

Rows of the registers are rendered in the styles that the grammar knows; the citations of texts annotated by hand (see
``score_gold.py``) are taken with their paragraph when FOLDER is there. First every one is checked as it stands: nothing
may be said of it. Then, class by class, one part is changed, and what comes back is one of

- ``caught``: a finding of a rule that names the part that was changed;
- ``other``: a finding of another rule, or the status `mismatch` or `impossible` without one;
- ``open``: the citation is not called verified: not in the register, unchecked, or only a note;
- ``unseen``: no citation was found in the changed place any more;
- ``verified``: the mistake got through.

A mutation that makes another true citation (the day of another judgment in the same case) is not counted. *knows* tells
the share caught of those in which the register can know; where only a name or a date beside it would tell, it cannot.
"""

import argparse
import csv
import json
import random
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from refoulement_lint.engine import open_engine
from refoulement_lint.formats import markdown
from refoulement_lint.pipeline import check
from refoulement_lint.registers.names import fold_name
from refoulement_lint.registers.verdicts import MOIS, long_date

HERE = Path(__file__).resolve().parents[1]
LAW = HERE / "rules" / "law"
GOLD = HERE.parent / "shared" / "data" / "dev"
ON = date(2026, 11, 22)
MONATE = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
CHAMBERS = {
    "Grand Chamber": ("Grand Chamber", "grande chambre"),
    "First Chamber": ("First Chamber", "première chambre"),
    "Second Chamber": ("Second Chamber", "deuxième chambre"),
    "Fourth Chamber": ("Fourth Chamber", "quatrième chambre"),
}
OUTCOMES = ("caught", "other", "open", "unseen", "verified")


class Piece(NamedTuple):
    """A stretch of a rendered citation; *part* is empty for what only joins."""

    part: str
    text: str


class Sample(NamedTuple):
    """A citation in its style. *row* is the authority that it is, or what else a mutation must know."""

    family: str
    style: str
    pieces: tuple[Piece, ...]
    row: object = None

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def get(self, part: str) -> str:
        return next((piece.text for piece in self.pieces if piece.part == part), "")

    def put(self, part: str, text: str) -> "Sample":
        """The same with the first piece of that part changed."""
        place = next(place for place, piece in enumerate(self.pieces) if piece.part == part)
        return self._replace(pieces=(*self.pieces[:place], Piece(part, text), *self.pieces[place + 1 :]))

    def place(self, part: str) -> tuple[int, int]:
        """Where the first piece of that part stands; all of it where there is none."""
        at = 0
        for piece in self.pieces:
            if part and piece.part == part:
                return at, at + len(piece.text)
            at += len(piece.text)
        return 0, at


def written(family: str, style: str, row: object, pattern: str, **parts: str) -> Sample:
    """A sample from a pattern with ``{part}`` for each part; one that is empty takes the words before it along."""
    pieces = []
    for literal, part in re.findall(r"([^{}]*)(?:\{(\w+)\})?", pattern):
        if part and not parts.get(part):
            continue
        pieces += [Piece("", literal)] if literal else []
        pieces += [Piece(part, parts[part])] if part else []
    return Sample(family, style, tuple(pieces), row)


# --- real citations ---------------------------------------------------------------------------------------------------


def dates(iso: str) -> dict[str, str]:
    """One day as English, French, German and United States drafts write it."""
    if len(iso) != 10:
        return {}
    year, month, day = (int(part) for part in iso.split("-"))
    english = long_date(iso)
    return {
        "en": english,
        "fr": f"{'1er' if day == 1 else day} {MOIS[month - 1]} {year}",
        "de": f"{day}. {MONATE[month - 1]} {year}",
        "us": f"{english.split()[1]} {day}, {year}",
    }


def bare(name: str) -> str:
    """Initials as OSCOLA prints them: ``M.S.S.`` → ``MSS``; those of ``S R.O.`` stand together too."""
    return re.sub(r"(?<![\w.])(?:[^\W\d_] )?(?:[^\W\d_]\.)+(?!\w)", lambda found: re.sub(r"[. ]", "", found[0]), name)


def strasbourg(engine, rng: random.Random, many: int) -> Iterator[Sample]:
    with (LAW / "cases" / "ecthr.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    german = {state["iso3"]: state["other"]["de"][0] for state in states() if state.get("other", {}).get("de")}
    strata = {"JUD": 0.7, "DEC": 0.25, "REP": 0.05}
    for kind, share in strata.items():
        usable = [row for row in rows if row["kind"] == kind and row["date"][4:] and row["itemid"]]
        drawn = rng.sample(usable, int(many * share))
        for place, raw in enumerate(drawn):
            number = raw["appnos"].split(";")[0]
            row = next(
                (row for row in engine.registers.cases.by_number(number) if row.row.endswith(raw["itemid"])), None
            )
            if row is None or " v. " not in row.title or len(row.date) != 10 or row.status:
                continue
            yield from two_of(_strasbourg(row, german, rng, engine), place)


def two_of(styles: Iterator[Sample], place: int) -> list[Sample]:
    """Two of the styles in which the row can be written, in turn."""
    held = list(styles)
    return [held[(2 * place + step) % len(held)] for step in range(min(2, len(held)))]


def _strasbourg(row, german, rng, engine) -> Iterator[Sample]:
    applicant, _, respondent = row.title.rpartition(" v. ")
    days, highest = dates(row.date), engine.registers.cases.highest_paragraph(row)
    paragraph = str(rng.randint(1, max(10, min(highest, 300))))
    modern = row.date >= "1998-11"
    mark = (" (dec.)" if row.decision == "DEC" else "") + (" [GC]" if row.formation == "GC" and modern else "")
    word = {"REP": "Commission's report of ", "DEC": "Commission decision of "} if row.formation == "COMM" else {}
    number = row.numbers[0]
    parts = {
        "applicant": applicant,
        "respondent": respondent,
        "mark": mark,
        "number": number,
        "date": word.get(row.decision, "") + days["en"],
    }
    parts["paragraph"] = paragraph if row.decision == "JUD" else ""

    def sample(style: str, pattern: str, **changed: str) -> Sample:
        return written("ecthr", style, row, pattern, **{**parts, **changed})

    others = [other for other in engine.registers.cases.by_number(number) if other.date == row.date]
    if len({other.decision for other in others}) > 1:
        return  # a decision and a report of one day: the words alone do not tell which is cited
    if len(row.numbers) == 2:
        yield sample(
            "court-joined",
            "See {applicant} v. {respondent}{mark}, nos. {number} and {second}, § {paragraph}, {date}.",
            second=row.numbers[1],
        )
    yield sample("court", "See {applicant} v. {respondent}{mark}, no. {number}, § {paragraph}, {date}.")
    yield sample("ecli", "See {applicant} v. {respondent}{mark}, no. {number}, {date}, {ecli}.", ecli=row.ecli)
    if row.report.startswith("ECHR") or (row.decision == "JUD" and re.match(r"Series A|Reports", row.report)):
        place = (
            "{date}, § {paragraph}, {report}."
            if not row.report.startswith("ECHR")
            else "no. {number}, § {paragraph}, {report}."
        )
        yield sample("report", "See {applicant} v. {respondent}{mark}, " + place, report=row.report)
    if row.formation != "COMM":
        yield sample(
            "oscola",
            "In {applicant} v {respondent}{mark} App no {number} (ECtHR, {date}) the Court said so.",
            applicant=bare(applicant),
            mark=mark.replace("dec.", "dec"),
        )
        yield sample(
            "bluebook",
            "See {applicant} v. {respondent}{mark}, App. No. {number} (Eur. Ct. H.R. {date}).",
            date=days["us"],
        )
        yield sample("year", "See {applicant} v. {respondent}{mark}, no. {number}, {year}.", year=row.date[:4])
        namesakes = engine.registers.cases.by_name(row.title)
        if len({other.numbers[:1] for other in namesakes if other.date == row.date}) == 1:
            yield (
                sample("dated", "See {applicant} v. {respondent}{mark}, {date}.")
                if row.decision == "JUD"
                else sample("undated", "See {applicant} v. {respondent}{mark}, no. {number}.")
            )
        french = next((title for title in row.titles if " c. " in title), "")
        if french:
            requerant, _, contre = french.rpartition(" c. ")
            marque = mark.replace("dec.", "déc.")
            yield sample(
                "french",
                "Voir {applicant} c. {respondent}{mark}, n° {number}, § {paragraph}, {date}.",
                applicant=requerant,
                respondent=contre,
                mark=marque,
                date=days["fr"],
            )
        if len(row.respondent) == 1 and row.respondent[0] in german:
            urteil = {"JUD": "Urteil", "DEC": "Entscheidung"}[row.decision]
            yield sample(
                "german",
                "Der Gerichtshof hat das so gesehen. Vgl. EGMR, "
                f"{urteil} vom {{date}}, {{applicant}} gegen {{respondent}}, Nr. {{number}}.",
                respondent=german[row.respondent[0]],
                date=days["de"],
            )


def luxembourg(engine, rng: random.Random, many: int) -> Iterator[Sample]:
    with (LAW / "cases" / "cjeu.tsv").open(encoding="utf-8") as lines:
        rows = [
            row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row["kind"] == "judgment"
        ]
    usable = [
        row
        for row in rows
        if len(row["date"]) == 10
        and row["ecli"]
        and 3 < len(row["name"]) < 70
        and not re.search(r"[;,()]|\d", row["name"])
        and (" v " in row["name"] or not re.search(r"Commission|Council|Parliament|Republic|Kingdom", row["name"]))
    ]
    for place, raw in enumerate(rng.sample(usable, min(many, len(usable)))):
        number = raw["cases"].split(";")[0]
        row = engine.registers.authority(f"cjeu:{number}")
        if row is None or row.date != raw["date"]:
            continue
        days = dates(raw["date"])
        parts = {
            "name": raw["name"],
            "number": number,
            "ecli": raw["ecli"].removeprefix("ECLI:"),
            "paragraph": str(rng.randint(10, 60)),
        }
        styles = [
            written(
                "cjeu",
                "curia",
                row,
                "Judgment of {date}, {name}, {number}, {ecli}, paragraph {paragraph}.",
                **parts,
                date=days["en"],
            ),
            written("cjeu", "oscola", row, "See Case {number} *{name}* {ecli}, para {paragraph}.", **parts),
            written(
                "cjeu",
                "french",
                row,
                "Voir arrêt du {date}, {name}, {number}, {ecli}, point {paragraph}.",
                **parts,
                date=days["fr"],
            ),
            written(
                "cjeu",
                "german",
                row,
                "Vgl. Urteil vom {date}, {name}, {number}, {ecli}, Rn. {paragraph}.",
                **parts,
                date=days["de"],
            ),
        ]
        if raw["formation"] in CHAMBERS:
            english, french = CHAMBERS[raw["formation"]]
            formed = "Judgment of {date} ({formation}), {name}, {number}, {ecli}."
            behind = "See {number}, {name}, judgment of the {formation} of {date}, {ecli}."
            voir = "Voir arrêt du {date} ({formation}), {name}, {number}, {ecli}."
            styles += [
                written("cjeu", "curia-formed", row, formed, **parts, date=days["en"], formation=english),
                written("cjeu", "formed-behind", row, behind, **parts, date=days["en"], formation=english),
                written("cjeu", "french-formed", row, voir, **parts, date=days["fr"], formation=french),
            ]
        yield styles[place % len(styles)]


def communications(engine, rng: random.Random, many: int) -> Iterator[Sample]:
    with (LAW / "cases" / "un_views.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    usable = [
        row
        for row in rows
        if " v. " in row["parties"] and row["symbol"] and ";" not in row["communications"] and len(row["date"]) == 10
    ]
    committees = {"CAT": "Committee against Torture", "HRC": "Human Rights Committee"}
    for place, raw in enumerate(rng.sample(usable, min(many, len(usable)))):
        row = engine.registers.authority(f"{raw['body'].lower()}:{raw['communications']}")
        if row is None:
            continue
        applicant, _, respondent = raw["parties"].partition(" v. ")
        parts = {
            "applicant": applicant,
            "respondent": respondent,
            "number": raw["communications"],
            "symbol": raw["symbol"],
        }
        parts["date"] = dates(raw["date"])["en"]
        after = engine.registers.authority(row.later[-1].by) if row.later else None
        parts["history"] = f", departed from in {after.title}" if after else ""
        styles = [
            written(
                "un",
                "symbol",
                row,
                "See {applicant} v. {respondent}, Communication No. {number}, {symbol}{history}.",
                **parts,
            )
        ]
        if raw["body"] in committees:
            parts["body"] = committees[raw["body"]]
            styles += [
                written(
                    "un",
                    "dated",
                    row,
                    "{body}, {applicant} v. {respondent}, Communication No. {number}, {date}{history}.",
                    **parts,
                ),
                written(
                    "un",
                    "views",
                    row,
                    "See {body}, {applicant} v. {respondent}, Communication No. {number}, "
                    "Views adopted on {date}{history}.",
                    **parts,
                ),
            ]
        yield styles[place % len(styles)]


def national(engine, rng: random.Random, many: int) -> Iterator[Sample]:
    for country in ("uk", "us", "ca", "au", "nz", "hk"):
        for row in engine.registers.curated.national(country):
            if not row.numbers or not re.search(r" v\.? |^R \(", row.title):
                continue
            # What was reversed or departed from is cited rightly only by who says so.
            after = engine.registers.authority(row.later[-1].by) if row.later else None
            history, tail = (f", not followed in {after.citation or after.title}", "{history}") if after else ("", "")
            number = re.sub(r"\s\(\d{4}\)$", "", row.numbers[0])
            year = "" if number.startswith("[") else row.date[:4]
            comma = "" if number.startswith("[") else ","
            yield (
                written(
                    "national",
                    country,
                    row,
                    f"See {{name}}{comma} {{number}} ({{year}}){tail}.",
                    name=row.title,
                    number=number,
                    year=year,
                    history=history,
                )
                if year
                else written(
                    "national",
                    country,
                    row,
                    f"See {{name}} {{number}}{tail}.",
                    name=row.title,
                    number=number,
                    history=history,
                )
            )
            if len(row.numbers) > 1:
                pattern = f"See {{name}}{comma} {{number}}, {{parallel}}{tail}."
                parts = {"name": row.title, "number": number, "parallel": row.numbers[1], "history": history}
                yield written("national", f"{country}-parallel", row, pattern, **parts)


def provisions(engine, rng: random.Random, many: int) -> Iterator[Sample]:
    instruments = engine.registers.instruments
    structured = [record for record in instruments._records.values() if record.get("structure", {}).get("paragraphs")]
    verified = [record for record in structured if record["structure"]["verified"]]
    acts = [record for record in structured if record["key"].startswith("EU:") and "COM" not in record["key"]]
    for place in range(many):
        record = rng.choice(acts if place % 4 == 0 else verified)
        key, structure = record["key"], record["structure"]
        article, paragraphs = rng.choice(list(structure["paragraphs"].items()))
        if not article.isdigit() or article in structure.get("unverified_articles", ()):
            continue
        parts = {
            "article": article,
            "paragraph": f"({rng.randint(1, paragraphs)})" if paragraphs else "",
            "instrument": instruments.printed(key),
        }
        if key.startswith("EU:"):
            words, number = re.match(r"(.*?)(\d+/\d+)(.*)", parts["instrument"]).group(1, 2)
            tail = re.match(r"(.*?)(\d+/\d+)(.*)", parts["instrument"])[3]
            yield written(
                "provision",
                "act",
                key,
                f"It follows from Article {{article}}{{paragraph}} of {words}{{act}}{tail} that he may stay.",
                **{**parts, "act": number},
            )
        else:
            yield written(
                "provision",
                "treaty",
                key,
                "It follows from Article {article}{paragraph} of the {instrument} that he may stay.",
                **parts,
            )


ACT_NAMES = {
    "EU:2011/95": "Qualification Directive",
    "EU:2013/32": "Asylum Procedures Directive",
    "EU:2013/33": "Reception Conditions Directive",
    "EU:604/2013": "Dublin III Regulation",
    "EU:2008/115": "Return Directive",
}
FRENCH = {
    "EU:2011/95": "directive qualification",
    "EU:2013/32": "directive procédures",
    "EU:2008/115": "directive retour",
}


def instruments(engine, rng: random.Random, many: int) -> Iterator[Sample]:
    held = engine.registers.instruments
    for key, name in ACT_NAMES.items():
        words, number, tail = re.match(r"(.*?)(\d+/\d+)(.*)", held.printed(key)).groups()
        yield written(
            "instrument",
            "named-act",
            key,
            f"The {name} ({words}{{act}}{tail}), as then in force, governed the claim.",
            act=number,
        )
        yield written(
            "instrument",
            "named-act",
            key,
            f"He relies on {words}{{act}}{tail} (the {name}), as then in force.",
            act=number,
        )
    for key in ("CSR51", "CSR67", "ECHR", "CAT", "ICCPR", "CRC", "CED"):
        instrument = held.get(key)
        day = dates(instrument.adopted)["en"]
        yield written("instrument", "dated", key, f"The {instrument.printed} of {{date}} binds the State.", date=day)
        yield written(
            "instrument", "oscola", key, f"The {instrument.printed} (adopted {{date}}) binds the State.", date=day
        )


def quotations(engine, rng: random.Random, many: int) -> Iterator[Sample]:
    says = {"en": "{provision} provides: “{quotation}”", "fr": "{provision} dispose : « {quotation} »"}
    for language, pattern in says.items():
        for text in engine.registers.texts(language):
            if not text.label and 8 <= len(text.text.split()) <= 90 and '"' not in text.text:
                provision = engine.registers.title(text.target)
                if language == "fr":
                    key, _, place = text.target.rpartition(":")
                    named = [
                        name.text
                        for name in engine.registers.instruments.names
                        if name.key == key and name.lang == "fr" and not name.ambiguous and not name.wrong
                    ]
                    if not named:
                        continue
                    provision = f"L’article {place} de la {max(named, key=len)}"
                yield written("quotation", language, text, pattern, provision=provision, quotation=text.text)


def short_forms(engine, rng: random.Random, samples: list[Sample]) -> Iterator[Sample]:
    for sample in samples:
        applicant = sample.get("applicant")
        if sample.style == "court" and sample.row.decision == "JUD" and len(applicant) > 4 and " " not in applicant:
            after = [
                Piece("", " That was decided before. The same was said in "),
                Piece("short", applicant),
                Piece("", ", cited above, § 12."),
            ]
            yield sample._replace(family="short", style="cited-above", pieces=(*sample.pieces, *after))


def claims(engine, rng: random.Random, samples: list[Sample]) -> Iterator[Sample]:
    """What a sentence says that the Court found, of judgments with a recorded outcome of one article."""
    for sample in samples:
        row = sample.row
        found = re.fullmatch(r"(V|NV) (\d{1,2})", getattr(row, "outcome", ""))
        if found is None or sample.style != "court" or row.decision != "JUD" or len(row.articles) == 0:
            continue
        namesakes = engine.registers.cases.by_name(row.title)
        if len({other.numbers[:1] for other in namesakes if other.date == row.date}) > 1:
            continue  # two cases of one name were decided on one day, and no number is written
        claim = "a violation" if found[1] == "V" else "no violation"
        pieces = [
            piece for piece in sample.pieces if piece.part in ("applicant", "respondent", "mark", "number", "date")
        ]
        joined = f"{pieces[0].text} v. {pieces[1].text}" + ", ".join(
            ["", *(piece.text for piece in pieces if piece.part == "date")]
        )
        yield Sample(
            "claims", found[1],
            (
                Piece("", "The Court found "), Piece("claim", claim), Piece("", f" of Article {found[2]} ECHR in "),
                Piece("case", joined), Piece("", "."),
            ),
            row,
        )  # fmt: skip


def histories(engine, rng: random.Random, many: int) -> Iterator[Sample]:
    """Judgments that something became of, with the words that say so."""
    with (LAW / "cases" / "ecthr_superseded.tsv").open(encoding="utf-8") as lines:
        rows = [
            row
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["relation"].startswith("chamber")
        ]
    for raw in rng.sample(rows, min(many // 15, len(rows))):
        row = next(
            (row for row in engine.registers.cases.by_number(raw["appnos"].split(";")[0]) if row.row == raw["itemid"]),
            None,
        )
        if row is not None and row.status == "superseded" and len(row.date) == 10:
            parts = {
                "name": row.title,
                "number": row.numbers[0],
                "date": dates(row.date)["en"],
                "history": ", reversed by the Grand Chamber",
            }
            yield written("history", "reversed", row, "See {name}, no. {number}, {date}{history}.", **parts)


def other_claim(sample: Sample, rng: random.Random, engine) -> Sample:
    return sample.put("claim", "no violation" if sample.get("claim") == "a violation" else "a violation")


def without_history(sample: Sample, rng: random.Random, engine) -> Sample | None:
    return sample.put("history", "") if sample.get("history") else None


def states() -> list[dict]:
    import tomllib

    return tomllib.loads((LAW / "states" / "states.toml").read_text("utf-8"))["state"]


def annotated(folder: Path) -> Iterator[Sample]:
    """The numbers, ECLIs and symbols of the hand-annotated texts, each with the paragraph that it stands in."""
    if not (folder / "MANIFEST.json").exists():
        return
    for document in json.loads((folder / "MANIFEST.json").read_text("utf-8"))["documents"]:
        gold = folder / "gold" / f"{document['doc']}.jsonl"
        path = folder / document["file"]
        if not gold.exists() or path.suffix not in (".txt", ".md"):
            continue
        with path.open(encoding="utf-8", newline="") as lines:
            text = lines.read()
        for line in gold.read_text("utf-8").splitlines():
            record = json.loads(line)
            if record["kind"] in ("appno", "document-symbol"):
                start, end = record["start"], record["end"]
                first = max(text.rfind("\n", 0, start) + 1, start - 700)
                last = min(len(text) if text.find("\n", end) < 0 else text.find("\n", end), end + 300)
                part = {"appno": "number", "document-symbol": "symbol"}[record["kind"]]
                pieces = (Piece("", text[first:start]), Piece(part, text[start:end]), Piece("", text[end:last]))
                yield Sample("gold", record["kind"], pieces, record)


# --- one part made wrong ----------------------------------------------------------------------------------------------


def never(sample: Sample, engine) -> bool:
    """The register cannot know: nothing beside the changed part would tell."""
    return False


def numbered(sample: Sample, engine) -> bool:
    """A name and a day that do not go together: which of the two is wrong only a number would tell."""
    return bool(sample.get("number"))


class Mutation(NamedTuple):
    """*make* gives the changed sample, or ``None`` where the class does not fit; *rules* name the part changed."""

    name: str
    families: tuple[str, ...]
    make: Callable
    rules: tuple[str, ...]
    knows: Callable = lambda sample, engine: True
    part: str = ""


def another_digit(text: str, rng: random.Random) -> str:
    places = [place for place, sign in enumerate(text) if sign.isdigit()]
    place = rng.choice(places)
    lowest = "123456789" if place == places[0] else "0123456789"
    return text[:place] + rng.choice([digit for digit in lowest if digit != text[place]]) + text[place + 1 :]


def transposed(text: str, rng: random.Random) -> str | None:
    places = [
        place for place in range(len(text) - 1)
        if text[place : place + 2].isdigit() and text[place] != text[place + 1]
        if text[place + 1] != "0" or (place and text[place - 1].isdigit())
    ]  # fmt: skip
    if not places:
        return None
    place = rng.choice(places)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def plain(text: str) -> str:
    """
    The letters without their marks: who writes ``Sacilik`` for ``Saçılık`` has no other keyboard, and no other name.

    Told by Unicode alone and not by the folding of the product, which is what is looked at here.
    """
    bare = unicodedata.normalize("NFKD", text.replace("ı", "i"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).casefold()


def misspelt(sample: "Sample", rng: random.Random, engine) -> "Sample | None":
    """The applicant with another letter, where that is no spelling of the same case: ``Novosselov`` is the French."""
    changed = part("applicant", another_letter)(sample, rng, engine)
    if changed is None:
        return None
    names = (
        sample.get("applicant"),
        *(re.split(r" v\.? | c\. ", title)[0] for title in (sample.row.title, *sample.row.titles)),
    )
    return None if alone(changed.get("applicant")) in map(alone, names) else changed


def alone(applicants: str) -> str:
    """The letters of the first named, without the words that say that there are others, in English or French."""
    return re.sub(r"\s(?:and others|et autres)\b.*", "", plain(applicants))


def another_letter(text: str, rng: random.Random) -> str | None:
    """One letter changed, left out or doubled inside a word of five letters and more."""
    words = [
        found for found in re.finditer(r"[^\W\d_]{5,}", text) if found[0].lower() not in ("others", "autres", "another")
    ]
    if not words:
        return None
    word = rng.choice(words)
    place = rng.randrange(word.start() + 1, word.end() - 1)
    letter = rng.choice([letter for letter in "abcdefghijklmnoprstuvz" if letter != text[place].lower()])
    return text[:place] + rng.choice([letter, "", text[place] * 2]) + text[place + 1 :]


def part(name: str, how: Callable) -> Callable:
    """
    A mutation of one part of the sample by *how*, which gets its text and the dice; no other number of the same case.
    """

    def make(sample: Sample, rng: random.Random, engine) -> Sample | None:
        old = sample.get(name)
        new = how(old, rng) if old else None
        if name == "number" and new in getattr(sample.row, "numbers", ()):
            return None
        if name == "number" and sample.family == "ecthr" and new and getattr(sample.row, "date", ""):
            rows = engine.registers.cases.by_number(new)  # two cases of one applicant, decided on one day
            if any(row.date == sample.row.date and fold_name(row.title) == fold_name(sample.row.title) for row in rows):
                return None
        return sample.put(name, new) if new and new != old else None

    return make


def other_date(change: Callable) -> Callable:
    """Another day written the same way; none on which the register has a decision in the same case."""

    def make(sample: Sample, rng: random.Random, engine) -> Sample | None:
        old = sample.get("date")
        if not old or getattr(sample.row, "date", "") == "" or len(sample.row.date) != 10:
            return None
        right = date.fromisoformat(sample.row.date)
        wrong = change(right, rng)
        if wrong is None or wrong > ON:
            return None
        new = old
        for form, text in dates(sample.row.date).items():
            new = new.replace(text, dates(wrong.isoformat())[form])
        rows = (
            engine.registers.cases.by_number(sample.get("number"))
            if sample.family == "ecthr" and sample.get("number")
            else ()
        )
        if sample.family == "ecthr" and not sample.get("number"):
            # By name and day alone: another case of that name, or a judgment so young that the register may lack it.
            rows = engine.registers.cases.by_name(sample.row.title)
            if not engine.registers.covers("ecthr", wrong.isoformat(), decision=sample.row.decision == "DEC"):
                return None
        if any(row.date == wrong.isoformat() for row in rows) or new == old:
            return None
        if wrong.isoformat() in getattr(sample.row, "other_dates", ()):
            return None
        return sample.put("date", new)

    return make


def day_shifted(right: date, rng: random.Random) -> date:
    while True:
        day = rng.randint(1, 28)
        if day != right.day:
            return right.replace(day=day)


def month_shifted(right: date, rng: random.Random) -> date:
    return right.replace(
        day=min(right.day, 28), month=rng.choice([month for month in range(1, 13) if month != right.month])
    )


def year_shifted(right: date, rng: random.Random) -> date:
    return right.replace(day=min(right.day, 28), year=right.year + rng.choice([-3, -2, -1, 1, 2, 3]))


def another_case(of: str, take: str) -> Callable:
    """The part of another real citation in its place."""

    def make(sample: Sample, rng: random.Random, engine) -> Sample | None:
        pool = POOL[sample.family]
        if not sample.get(of):
            return None
        for _ in range(20):
            other = rng.choice(pool)
            new = other.get(take)
            if new and fold_name(new) != fold_name(sample.get(of)) and other.style == sample.style:
                if one_litigation(sample.row, other.row):
                    continue
                changed = sample.put(of, new)
                return None if same_case(changed, engine) or true_by_day(changed, engine) else changed
        return None

    return make


def one_litigation(row, other) -> bool:
    """Whether the register has the one as what became of the other: through all courts a case has one name."""
    return any(
        one.target in (later.by for later in another.later) for one, another in ((row, other), (other, row))
    )  # fmt: skip


POOL: dict[str, list[Sample]] = {}


def other_cjeu_number(how: Callable) -> Callable:
    """Another number; none that the judgment bears as well."""

    def make(sample: Sample, rng: random.Random, engine) -> Sample | None:
        new = how(sample.get("number"), rng)
        row = engine.registers.authority(f"cjeu:{new}") if new else None
        return None if not new or (row is not None and row.ecli == sample.row.ecli) else sample.put("number", new)

    return make


# How a State or an institution is dressed: "Kingdom of Spain v Commission of the European Communities".
DRESSED = re.compile(
    r"\bEuropean (?=Commission|Parliament)|\b(?:(?:Federal |Hellenic )?Republic|Kingdom|Grand Duchy)\s+of\s+(?:the\s+)?"
    r"|\s+of the European (?:Economic )?(?:Communit(?:ies|y)|Union)"
)


def same_case(sample: Sample, engine) -> bool:
    """Whether the changed name is a name of the same case."""
    if sample.family == "cjeu":
        new = fold_name(DRESSED.sub("", sample.get("name")))
        titles = (sample.row.title, *sample.row.titles)
        return any(
            new == fold_name(DRESSED.sub("", title)) or undressed(new, engine) == undressed(title, engine)
            for title in titles
        )
    if sample.family == "national":
        # An appeal turns the sides: "AH (Sudan) v Secretary of State", "Secretary of State v AH (Sudan)".
        sides = sorted(fold_name(sample.get("name")).split(" v "))
        return any(sides == sorted(fold_name(title).split(" v ")) for title in (sample.row.title, *sample.row.titles))
    name = f"{sample.get('applicant')} v. {sample.get('respondent')}"
    return sample.family == "ecthr" and any(
        fold_name(name) == fold_name(title) for title in (sample.row.title, *sample.row.titles)
    )


ADJECTIVES = {"french": "france", "hellenic": "greece", "italian": "italy", "portuguese": "portugal"}


def undressed(name: str, engine) -> tuple[str, ...]:
    """The parties of an action between a State and an institution, however both are dressed: "commission", "ITA"."""

    def party(side: str) -> str:
        words = [ADJECTIVES.get(word, word) for word in side.split() if word != "republic"]
        states = sorted(engine.registers.states.in_respondent(" ".join(words)))
        return states[0] if len(states) == 1 else side

    return tuple(map(party, fold_name(DRESSED.sub("", name)).split(" v ")))


def true_by_day(sample: Sample, engine) -> bool:
    """Whether a name and a day without a number are those of another case, decided on that day too."""
    name = f"{sample.get('applicant')} v. {sample.get('respondent')}"
    return (
        sample.family == "ecthr"
        and not sample.get("number")
        and any(row.date == sample.row.date for row in engine.registers.cases.by_name(name))
    )


def marked(sample: Sample, rng: random.Random, engine) -> Sample | None:
    """[GC] on a Chamber's judgment; a Grand Chamber judgment called a decision."""
    if (
        sample.family != "ecthr"
        or sample.style not in ("court", "court-joined", "ecli", "french")
        or sample.row.decision != "JUD"
    ):
        return None
    rows = engine.registers.cases.by_number(sample.row.numbers[0])
    if sample.row.formation in ("CH", "CTEE") and not any(row.formation == "GC" for row in rows):
        pieces = list(sample.pieces)
        place = next(place for place, piece in enumerate(pieces) if piece.part == "respondent")
        return sample._replace(pieces=(*pieces[: place + 1], Piece("mark", " [GC]"), *pieces[place + 1 :]))
    return None


def other_chamber(sample: Sample, rng: random.Random, engine) -> Sample | None:
    """The Grand Chamber for another Chamber of the Court of Justice, and the other way round."""
    written_as = sample.get("formation")
    if sample.family != "cjeu" or not written_as:
        return None
    language = 0 if written_as[0].isupper() else 1
    grand = CHAMBERS["Grand Chamber"][language]
    return sample.put("formation", CHAMBERS["Fourth Chamber"][language] if written_as == grand else grand)


def called_decision(sample: Sample, rng: random.Random, engine) -> Sample | None:
    if (
        sample.family != "ecthr"
        or sample.row.decision != "JUD"
        or sample.style not in ("court", "ecli", "french", "court-joined")
    ):
        return None
    if any(row.decision == "DEC" for row in engine.registers.cases.by_number(sample.row.numbers[0])) or sample.get(
        "mark"
    ):
        return None
    place = next(place for place, piece in enumerate(sample.pieces) if piece.part == "respondent")
    return sample._replace(pieces=(*sample.pieces[: place + 1], Piece("mark", " (dec.)"), *sample.pieces[place + 1 :]))


def unmarked(sample: Sample, rng: random.Random, engine) -> Sample | None:
    if (
        sample.family != "ecthr"
        or sample.row.decision != "DEC"
        or not sample.get("mark")
        or sample.row.formation == "COMM"
    ):
        return None
    if any(row.decision == "JUD" for row in engine.registers.cases.by_number(sample.row.numbers[0])):
        return None
    return sample.put("mark", "") if sample.get("mark") else None


def other_article(sample: Sample, rng: random.Random, engine) -> Sample | None:
    if not sample.get("article"):
        return None
    last = engine.registers.instruments._records[sample.row]["structure"]["articles"]
    return sample.put("article", str(last + rng.randint(1, 40)))


def other_paragraph(sample: Sample, rng: random.Random, engine) -> Sample | None:
    if not sample.get("article"):
        return None
    count = engine.registers.instruments._records[sample.row]["structure"]["paragraphs"][sample.get("article")]
    new = f"({count + rng.randint(1, 6)})"
    if sample.get("paragraph"):
        return sample.put("paragraph", new)
    place = next(place for place, piece in enumerate(sample.pieces) if piece.part == "article")
    return sample._replace(pieces=(*sample.pieces[: place + 1], Piece("paragraph", new), *sample.pieces[place + 1 :]))


# A provision of one instrument, in the words that belong to it, and the instrument that is written for it.
ECHR, CHARTER = "European Convention on Human Rights", "Charter of Fundamental Rights of the European Union"
REFUGEES = "1951 Refugee Convention"
DANGER = "substantial grounds for believing that he would be in danger of being tortured"
WRONG_INSTRUMENT = (
    ("No one may be removed to a State where there is a serious risk of torture: Article 19(2)", CHARTER, ECHR),
    ("The right to asylum is guaranteed by Article 18", CHARTER, ECHR),
    ("The right to an effective remedy before a tribunal follows from Article 47", CHARTER, ECHR),
    ("Collective expulsions are prohibited by Article 19(1)", CHARTER, ECHR),
    ("Collective expulsion of aliens is prohibited by Article 4", "Protocol No. 4 to the Convention", ECHR),
    ("The prohibition of refoulement follows from Article 33(1)", REFUGEES, ECHR),
    ("Refugees may not be punished for illegal entry: Article 31(1)", REFUGEES, ECHR),
    (f"No State shall return a person where there are {DANGER}: Article 3", "Convention against Torture", ECHR),
    ("No State shall return a person to danger of torture under Article 3(1)", "Convention against Torture", ECHR),
    ("No one shall be subjected to torture or to inhuman treatment under Article 3", ECHR, CHARTER),
    ("The right to an effective remedy before a national authority follows from Article 13", ECHR, CHARTER),
    (
        "An alien lawfully in the territory may be expelled only under Article 13",
        "International Covenant on Civil and Political Rights",
        ECHR,
    ),
    (
        "An alien lawfully resident shall not be expelled without a decision: Article 1",
        "Protocol No. 7 to the Convention",
        ECHR,
    ),
)


def wrong_instruments(engine, rng, many) -> Iterator[Sample]:
    for says, right, wrong in WRONG_INSTRUMENT:
        article = "" if right.startswith("Protocol") else "the "
        yield written("belongs", right, f"the {wrong}", says + " of {instrument}.", instrument=article + right)


def other_instrument(sample: Sample, rng: random.Random, engine) -> Sample:
    return sample.put("instrument", sample.row)


def other_act(sample: Sample, rng: random.Random, engine) -> Sample | None:
    act = sample.get("act")
    new = (transposed(act, rng) if rng.random() < 0.5 else None) or another_digit(act, rng) if act else None
    held = engine.registers.instruments
    return sample.put("act", new) if new and new != act and held.get(f"EU:{new}") is None else None


def other_treaty_date(sample: Sample, rng: random.Random, engine) -> Sample | None:
    held = engine.registers.instruments.get(sample.row)
    if not sample.get("date") or held is None:
        return None
    right = date.fromisoformat(held.adopted)
    wrong = rng.choice([day_shifted, month_shifted, year_shifted])(right, rng)
    if wrong == engine.registers.adoption(sample.row).opened:
        return None
    return sample.put("date", dates(wrong.isoformat())["en"])


CONTENT = (
    "protection security nationality territory health persecution competent remedy reasons measure child danger".split()
)
CONTENU = "protection sécurité nationalité territoire santé persécution recours motifs mesure danger".split()
OPERATORS = {
    "shall": "may",
    "may": "shall",
    "and": "or",
    "or": "and",
    "must": "may",
    "or ": "and",
    "ne": "peut",
    "ou": "et",
    "et": "ou",
}


def word_changed(sample: Sample, rng: random.Random, engine) -> Sample | None:
    text = sample.get("quotation")
    words = list(re.finditer(r"\b[a-zéèêà]{6,}\b", text))
    if len(words) < 3:
        return None
    word = rng.choice(words)
    new = rng.choice([other for other in (CONTENT if sample.style == "en" else CONTENU) if other not in text])
    return sample.put("quotation", text[: word.start()] + new + text[word.end() :])


def operator_changed(sample: Sample, rng: random.Random, engine) -> Sample | None:
    text = sample.get("quotation")
    words = [found for found in re.finditer(r"\b[a-z]+\b", text) if found[0] in OPERATORS and found.start() > 0]
    if not words:
        return None
    word = rng.choice(words)
    return sample.put("quotation", text[: word.start()] + OPERATORS[word[0]] + text[word.end() :])


def negated(sample: Sample, rng: random.Random, engine) -> Sample | None:
    text = sample.get("quotation")
    if sample.style == "en":
        for old, new in (
            (" shall not ", " shall "),
            (" may not ", " may "),
            ("No one ", "Everyone "),
            (" shall ", " shall not "),
            (" may ", " may not "),
            (" is ", " is not "),
        ):
            if old in text or text.startswith(old):
                return sample.put("quotation", text.replace(old, new, 1))
    for old, new in (
        ("Nul ne peut", "Nul peut"),
        (" ne peut être ", " peut être "),
        (" n'", " "),
        (" est ", " n'est pas "),
    ):
        if sample.style == "fr" and (old in text):
            return sample.put("quotation", text.replace(old, new, 1))
    return None


def proviso_cut(sample: Sample, rng: random.Random, engine) -> Sample | None:
    text = sample.get("quotation")
    found = re.search(r",? (?:except|unless|provided that|save)\b", text)
    if found is None or len(text[: found.start()].split()) < 8:
        return None
    return sample.put("quotation", text[: found.start()] + ".")


def other_communication(sample: Sample, rng: random.Random, engine) -> Sample | None:
    """Another number; none under which the list has the same views once more: Diergaardt is 760/1996 and 760/1997."""
    changed = part("number", another_digit)(sample, rng, engine)
    row = (
        engine.registers.authority(f"{sample.row.target.partition(':')[0]}:{changed.get('number')}")
        if changed
        else None
    )
    return None if row is not None and (row.title, row.date) == (sample.row.title, sample.row.date) else changed


def other_body(sample: Sample, rng: random.Random, engine) -> Sample | None:
    bodies = ["Committee against Torture", "Human Rights Committee"]
    old = sample.get("body")
    return sample.put("body", bodies[1 - bodies.index(old)]) if old else None


def other_court(sample: Sample, rng: random.Random, engine) -> Sample | None:
    number = sample.get("number")
    return sample.put("number", ("T" if number[0] == "C" else "C") + number[1:]) if number[:2] in ("C-", "T-") else None


def other_state(sample: Sample, rng: random.Random, engine) -> Sample | None:
    held = sample.get("respondent")
    if not held or not getattr(sample.row, "respondent", None):
        return None
    pool = [
        other
        for other in POOL[sample.family]
        if other.get("respondent") and other.style == sample.style and other.row.respondent != sample.row.respondent
    ]
    new = rng.choice(pool).get("respondent") if pool else ""
    changed = sample.put("respondent", new) if new else None
    return None if changed is None or true_by_day(changed, engine) else changed


def beyond(sample: Sample, rng: random.Random, engine) -> Sample | None:
    if sample.family != "ecthr" or not sample.get("paragraph"):
        return None
    highest = engine.registers.cases.highest_paragraph(sample.row)
    return sample.put("paragraph", str(int(highest * 1.4) + 60 + rng.randint(0, 500))) if highest else None


def other_report(sample: Sample, rng: random.Random, engine) -> Sample | None:
    report = sample.get("report")
    if not report:
        return None
    roman = re.search(r"-([IVX]+)$", report)
    if roman and rng.random() < 0.5:
        return sample.put(
            "report",
            report[: roman.start(1)]
            + rng.choice([volume for volume in ("I", "II", "III", "IV", "V", "VI") if volume != roman[1]]),
        )
    return sample.put("report", another_digit(report, rng))


def other_short(sample: Sample, rng: random.Random, engine) -> Sample | None:
    pool = [
        other.get("applicant")
        for other in POOL["ecthr"]
        if other.get("applicant") and " " not in other.get("applicant") and len(other.get("applicant")) > 4
        if not engine.registers.states.in_respondent(other.get("applicant").lower())  # "in Ukraine" is a place
    ]
    new = rng.choice(pool)
    return sample.put("short", new) if fold_name(new) != fold_name(sample.get("short")) else None


def other_symbol(sample: Sample, rng: random.Random, engine) -> Sample | None:
    """A digit of the symbol changed; not into that of another document in the same case, "it is admissible"."""
    changed = part("symbol", another_digit)(sample, rng, engine)
    theirs = {row.symbol for row in engine.registers.cases.decisions(sample.row.target)}
    return None if changed is None or changed.get("symbol") in theirs else changed


def other_year_alone(sample: Sample, rng: random.Random, engine) -> Sample | None:
    year = sample.get("year")
    if not year or not getattr(sample.row, "date", ""):
        return None
    new = str(int(year) + rng.choice([-2, -1, 1, 2]))
    number = sample.get("number")
    rows = engine.registers.cases.by_number(number) if sample.family == "ecthr" else ()
    return None if any(row.date.startswith(new) for row in rows) or int(new) > ON.year else sample.put("year", new)


A = "authority/"


def named(words: str) -> tuple[str, ...]:
    return tuple(A + word for word in words.split())


NUMBER = named(
    "number-of-another-case number-unknown number-impossible file-number-impossible unknown-case "
    "unknown-undated communication-out-of-range respondent-differs court-did-not-sit "
)
NAME = named(
    "name-doubtful respondent-differs name-misspelt number-of-another-case number-unknown name-ambiguous "
    "unknown-case unknown-undated "
)
DATE = named("date-differs date-of-another-judgment date-of-delivery number-impossible ecli-impossible unknown-case")
QUOTED = (
    "quotation/word-changed",
    "quotation/operator-changed",
    "quotation/words-left-out",
    "quotation/proviso-left-out",
)


WRONG = tuple(f"provision/{path.stem}" for path in (HERE / "rules" / "provision").glob("*.toml"))


ACT_NUMBER = ("provision/act-number", "provision/act-number-exchanged")
SYMBOL = named("symbol-differs")
SHORT = ("consistency/unresolved-short-form", "consistency/ambiguous-short-form")
ECLI = named("ecli-differs ecli-impossible")
MUTATIONS = (
    Mutation("number digit changed", ("ecthr",), part("number", another_digit), NUMBER),
    Mutation("number digits transposed", ("ecthr",), part("number", transposed), NUMBER),
    Mutation("number of another case", ("ecthr",), another_case("number", "number"), NUMBER),
    Mutation("date: year", ("ecthr", "cjeu", "un"), other_date(year_shifted), DATE),
    Mutation("date: month", ("ecthr", "cjeu", "un"), other_date(month_shifted), DATE),
    Mutation("date: day", ("ecthr", "cjeu", "un"), other_date(day_shifted), DATE),
    Mutation("year alone", ("ecthr", "national"), other_year_alone, DATE),
    Mutation("name letter", ("ecthr",), misspelt, NAME),
    Mutation("other applicant", ("ecthr",), another_case("applicant", "applicant"), NAME, numbered),
    Mutation("other respondent", ("ecthr", "un"), other_state, (*NAME, A + "respondent-left-out")),
    Mutation("formation", ("ecthr",), marked, (A + "formation-wrong",)),
    Mutation("judgment called decision", ("ecthr",), called_decision, (A + "judgment-marked-decision",)),
    Mutation("decision unmarked", ("ecthr",), unmarked, (A + "decision-unmarked",)),
    Mutation("ECLI digit", ("ecthr", "cjeu"), part("ecli", another_digit), ECLI),
    Mutation("report", ("ecthr",), other_report, (A + "report-differs",)),
    Mutation("paragraph of judgment", ("ecthr",), beyond, (A + "paragraph-beyond",)),
    Mutation("CJEU number digit", ("cjeu",), other_cjeu_number(another_digit), (*NUMBER, *ECLI)),
    Mutation("CJEU other name", ("cjeu",), another_case("name", "name"), NAME),
    Mutation("CJEU formation", ("cjeu",), other_chamber, (A + "formation-wrong",)),
    Mutation("CJEU other court", ("cjeu",), other_court, (*NUMBER, *ECLI)),
    Mutation("communication number", ("un",), other_communication, (*NUMBER, A + "symbol-differs")),
    Mutation("symbol", ("un",), other_symbol, (A + "symbol-differs",)),
    Mutation("communication other name", ("un",), another_case("applicant", "applicant"), NAME),
    Mutation("committee", ("un",), other_body, (A + "committee-differs", *NUMBER)),
    Mutation("national number", ("national",), part("number", another_digit), NUMBER),
    Mutation("national parallel report", ("national",), part("parallel", another_digit), NUMBER),
    Mutation("national name", ("national",), another_case("name", "name"), NAME),
    Mutation("article", ("provision",), other_article, ("provision/article-beyond",)),
    Mutation("paragraph", ("provision",), other_paragraph, WRONG),
    Mutation("instrument", ("belongs",), other_instrument, WRONG),
    Mutation("act number", ("provision",), other_act, ACT_NUMBER, never),
    Mutation("named act number", ("instrument",), other_act, ("provision/act-number",)),
    Mutation("treaty date", ("instrument",), other_treaty_date, ("provision/instrument-date",)),
    Mutation("quotation word", ("quotation",), word_changed, QUOTED),
    Mutation("quotation operator", ("quotation",), operator_changed, QUOTED),
    Mutation("quotation negation", ("quotation",), negated, QUOTED),
    Mutation("quotation proviso", ("quotation",), proviso_cut, QUOTED),
    Mutation("short form target", ("short",), other_short, SHORT, part="short"),
    Mutation("outcome claimed", ("claims",), other_claim, (A + "violation-not-found", A + "violation-was-found")),
    Mutation(
        "later history left out", ("history", "national", "un"), without_history,
        named("chamber-superseded departed-from overruled"),
    ),
    Mutation("annotated: number digit", ("gold",), part("number", another_digit), NUMBER, never, "number"),
    Mutation("annotated: symbol digit", ("gold",), part("symbol", another_digit), SYMBOL, never, "symbol"),
)  # fmt: skip


# --- what comes back --------------------------------------------------------------------------------------------------


def asked(text: str, engine):
    """The findings and citations of one text."""
    return check(markdown.of(text), engine, on=ON, ignore=("argument", "evidence", "wording", "in-force"))


def outcome(changed: Sample, mutation: Mutation, engine) -> tuple[str, list[str]]:
    report = asked(str(changed), engine)
    start, end = changed.place(mutation.part)
    findings = (
        [finding for finding in report.findings if finding.start < end and start < finding.end]
        if changed.family == "gold"
        else report.findings
    )
    said = [finding.rule for finding in findings]
    if any(rule in mutation.rules for rule in said):
        return "caught", said
    if any(finding.severity in ("error", "warning") for finding in findings):
        return "other", said
    of_acts = changed.family in ("provision", "instrument", "belongs", "quotation", "gold")
    citations = [
        one
        for one in report.citations
        if one.written.whole.start <= end
        and start <= one.written.whole.end
        # "v. the Contracting States to the European Convention": an instrument in a name answers for no case.
        and (of_acts or one.kind not in ("instrument", "provision"))
    ]
    if not citations:
        return "unseen", said
    if any(citation.status in ("mismatch", "impossible") for citation in citations):
        return "other", said
    if said or not all(citation.status == "verified" for citation in citations):
        return "open", said
    return "verified", said


def rendered(engine, rng: random.Random, many: int, gold: Path) -> dict[str, list[Sample]]:
    shares = {
        "ecthr": (strasbourg, 0.55),
        "cjeu": (luxembourg, 0.15),
        "un": (communications, 0.1),
        "national": (national, 0.1),
        "provision": (provisions, 0.1),
    }
    samples = {family: list(make(engine, rng, int(many * share))) for family, (make, share) in shares.items()}
    samples["instrument"] = list(instruments(engine, rng, many))
    samples["belongs"] = list(wrong_instruments(engine, rng, many))
    samples["quotation"] = list(quotations(engine, rng, many))
    samples["short"] = list(short_forms(engine, rng, samples["ecthr"]))
    samples["claims"] = list(claims(engine, rng, samples["ecthr"]))
    samples["history"] = list(histories(engine, rng, many))
    samples["gold"] = list(annotated(gold))
    return samples


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=2400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--class", dest="classes", action="append", default=[], help="only classes whose name has this")
    parser.add_argument("--show", type=int, default=0, help="print so many that were not caught, of each class")
    parser.add_argument("--most", type=int, default=400, help="mutations of one class at most")
    parser.add_argument("--gold", type=Path, default=GOLD)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    engine = open_engine()
    samples = rendered(engine, rng, options.cases, options.gold)
    POOL.update(samples)
    counts = {family: len(held) for family, held in samples.items()}
    print(f"{sum(counts.values())} citations: " + ", ".join(f"{family} {count}" for family, count in counts.items()))
    if not options.classes or "unmutated" in options.classes:
        unmutated(
            [sample for family, held in samples.items() if family != "gold" for sample in held], engine, options.show
        )
    print(f"\n{'class':28} {'tried':>6} " + " ".join(f"{name:>9}" for name in OUTCOMES) + f" {'knows':>8}")
    for mutation in MUTATIONS:
        if options.classes and not any(name in mutation.name for name in options.classes):
            continue
        told(mutation, samples, engine, random.Random(f"{options.seed} {mutation.name}"), options)


def unmutated(samples: list[Sample], engine, show: int) -> None:
    """What is said of citations that are right."""
    said: dict[str, list[Sample]] = defaultdict(list)
    statuses: Counter[str] = Counter()
    for sample in samples:
        report = asked(str(sample), engine)
        statuses.update(f"{sample.family}: {citation.status}" for citation in report.citations)
        if not report.citations:
            statuses[f"{sample.family}: unseen"] += 1
        for finding in report.findings:
            said[f"{finding.severity} {finding.rule}"].append(sample)
    print(", ".join(f"{name} {count}" for name, count in sorted(statuses.items())))
    for name, held in sorted(said.items()):
        print(f"{len(held):5} {name}")
        for sample in held[:show]:
            print(f"        [{sample.style}] {sample}")


def told(mutation: Mutation, samples: dict[str, list[Sample]], engine, rng: random.Random, options) -> None:
    counts: Counter[str] = Counter()
    known = caught = shown = 0
    pool = [sample for family in mutation.families for sample in samples[family]]
    rng.shuffle(pool)
    for sample in pool:
        if sum(counts.values()) >= options.most:
            break
        changed = mutation.make(sample, rng, engine)
        if changed is None or str(changed) == str(sample):
            continue
        word, said = outcome(changed, mutation, engine)
        counts[word] += 1
        if mutation.knows(sample, engine):
            known += 1
            caught += word == "caught"
        if word != "caught" and shown < options.show and (mutation.knows(sample, engine) or word == "verified"):
            shown += 1
            print(f"    {word}: [{sample.style}] {changed}  ← {sample if len(str(sample)) < 160 else ''} {said}")
    share = f"{caught / known:8.1%}" if known else "       -"
    print(
        f"{mutation.name:28} {sum(counts.values()):6} "
        + " ".join(f"{counts[name]:9}" for name in OUTCOMES)
        + f" {share}"
    )


if __name__ == "__main__":
    sys.exit(main())
