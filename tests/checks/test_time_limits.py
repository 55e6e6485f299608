"""How long somebody has, in drafts of many languages."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from refoulement_lint import formats, pipeline
from refoulement_lint.checks.durations import Speech, duration_of
from refoulement_lint.engine import Engine, open_engine
from refoulement_lint.tokens import reading_of

RULES = Path(__file__).parents[2] / "rules"
FILES = sorted((RULES / "law" / "time_limits").glob("*.toml"))
LIMITS = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FILES}
SPEECH = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in (RULES / "durations").glob("*.toml")}
NAMES = {
    "in-force/time-limit-of-the-provision", "in-force/time-limit-of-the-remedy", "in-force/no-time-limit",
}  # fmt: skip
ON = date(2025, 6, 1)

# What a draft in each language says of a limit, and its words for more than four of each unit.
SAYS = {
    "en": "It must be done within {duration} under {provision}, and this is what the applicant did.",
    "fr": "Cela doit être fait dans un délai de {duration} en vertu de {provision}, et le requérant l'a fait.",
    "de": "Dies ist innerhalb einer Frist von {duration} nach {provision} zu tun, und der Kläger hat es getan.",
    "pl": "Należy to zrobić w terminie {duration} na podstawie {provision}, i tak też się stało w tej sprawie.",
    "ru": "Это должно быть сделано в срок {duration} согласно {provision}, и заявитель это сделал.",
    "lt": "Tai turi būti padaryta per {duration} terminą pagal {provision}, ir pareiškėjas tai padarė.",
    "lv": "Tas jāiesniedz {duration} laikā saskaņā ar {provision}, un pieteicējs to ir darījis.",
    "it": "Ciò deve essere fatto entro il termine di {duration} ai sensi dell'{provision}, e così ha fatto.",
    "es": "Esto debe hacerse en el plazo de {duration} conforme al {provision}, y así lo hizo el demandante.",
    "nl": "Dit moet gebeuren binnen een termijn van {duration} volgens {provision}, en dat heeft de verzoeker gedaan.",
    "sv": "Detta ska göras inom {duration} enligt {provision}, och det är vad den sökande har gjort.",
}
UNITS = {
    "en": ("days", "working days", "weeks", "months", "years"),
    "fr": ("jours", "jours ouvrables", "semaines", "mois", "ans"),
    "de": ("Tagen", "Arbeitstagen", "Wochen", "Monaten", "Jahren"),
    "pl": ("dni", "dni roboczych", "tygodni", "miesięcy", "lat"),
    "ru": ("дней", "рабочих дней", "недель", "месяцев", "лет"),
    "lt": ("dienų", "darbo dienų", "savaičių", "mėnesių", "metų"),
    "lv": ("dienu", "darba dienu", "nedēļu", "mēnešu", "gadu"),
    "it": ("giorni", "giorni lavorativi", "settimane", "mesi", "anni"),
    "es": ("días", "días hábiles", "semanas", "meses", "años"),
    "nl": ("dagen", "werkdagen", "weken", "maanden", "jaar"),
    "sv": ("dagar", "arbetsdagar", "veckor", "månader", "år"),
}


@cache
def engine() -> Engine:
    return open_engine()


def reported(text: str, on: date = ON, forum: str | None = None) -> list[str]:
    document = formats.read(text.encode(), filename="draft.md")
    report = pipeline.check(document, engine(), on=on, forum=forum)
    return [text[finding.start : finding.end] for finding in report.findings if finding.rule in NAMES]


def printed(written: str, language: str) -> str:
    number, _, unit = written.partition(" ")
    units = ("day", "working day", "week", "month", "year")
    return f"{number} {UNITS[language][units.index(unit.removesuffix('s'))]}"


def said(name: str, language: str, written: str) -> str:
    duration, provision = printed(written, language), LIMITS[name]["written"][language]
    return SAYS[language].format(duration=duration, provision=provision)


def another(limit: dict[str, list[str]]) -> str:
    """A duration that is none of those of the limit."""
    known = [duration_of(one) for one in (*limit["right"], *limit.get("also", ()))]
    return next(
        one for one in ("8 months", "28 months") if not any(duration_of(one).days < each.days for each in known)
    )


CASES = [(name, language) for name, limit in LIMITS.items() for language in limit["written"]]


@pytest.mark.parametrize(("name", "language"), CASES)
def test_another_duration(name: str, language: str):
    wrong = "8 months" if not LIMITS[name]["right"] else another(LIMITS[name])
    text = said(name, language, wrong)
    assert [printed(wrong, language)] == reported(text), text


@pytest.mark.parametrize(("name", "language"), CASES)
def test_right_duration(name: str, language: str):
    """Those of the limit and the others that the provision has."""
    for right in (*LIMITS[name]["right"], *LIMITS[name].get("also", ())):
        text = said(name, language, right)
        assert [] == reported(text), text


@pytest.mark.parametrize(("name", "language"), CASES)
def test_no_limit(name: str, language: str):
    """A duration beside the provision, and nothing says that it is a limit."""
    text = f"{printed('8 months', language)} ({LIMITS[name]['written'][language]})."
    assert [] == reported(text), text


@pytest.mark.parametrize("name", LIMITS)
def test_file(name: str):
    """It has what it must; its phrases can be read, and what it says when a duration is right has a duration."""
    limit = LIMITS[name]
    allowed = {
        "title", "printed", "provisions", "right", "also", "says", "state", "since", "until", "at_most", "of_detention",
        "source", "verified", "names", "silent", "before", "written", "when",
    }  # fmt: skip
    assert set() == set(limit) - allowed
    phrases = [phrase for part in ("names", "silent") for listed in limit.get(part, {}).values() for phrase in listed]
    phrases += limit.get("before", {}).get("phrases", [])
    for phrase in (*phrases, *(phrase for one in limit.get("when", ()) for phrase in one["said"])):
        assert reading_of(phrase).tokens
    for one in (*limit["right"], *limit.get("also", ()), *(x for each in limit.get("when", ()) for x in each["right"])):
        assert duration_of(one).days > 0
    assert limit["provisions"]
    assert limit["right"] or limit["says"]
    assert set(limit["written"]) <= set(SAYS)
    assert set(limit.get("names", {})) <= set(SPEECH)


@pytest.mark.parametrize(
    ("language", "text", "durations"),
    [
        ("en", "within two (2) months, a 30-day limit, twenty-eight clear days", ["2 month", "30 day", "28 day"]),
        ("en", "a month, 14 or 28 days, five working days", ["1 month", "14 day", "28 day", "5 working day"]),
        ("en", "on 3 May 2024, 12 applicants of 30", []),
        ("fr", "d'un mois, deux mois, vingt et un jours, 15 jours ouvrables",
         ["1 month", "2 month", "21 day", "15 working day"]),
        ("fr", "dans les quatre-vingt-dix jours", ["90 day"]),
        ("de", "zweiwöchige Frist, binnen Monatsfrist, sechs Wochen, Zweimonatsfrist, 14-tägig",
         ["2 week", "1 month", "6 week", "2 month", "14 day"]),
        ("pl", "w terminie trzydziestu dni, dwumiesięczny termin, 14-dniowy, w terminie miesiąca",
         ["30 day", "2 month", "14 day", "1 month"]),
        ("pl", "dwudziestu ośmiu dni", ["28 day"]),
        ("ru", "в течение трёх месяцев, шестимесячный срок, в месячный срок, десяти рабочих дней",
         ["3 month", "6 month", "1 month", "10 working day"]),
        ("lt", "per vieną mėnesį, per mėnesį, per keturiolika dienų, 14 darbo dienų",
         ["1 month", "1 month", "14 day", "14 working day"]),
        ("lv", "viena mēneša laikā, trīs mēnešu laikā, 15 darba dienu laikā", ["1 month", "3 month", "15 working day"]),
        ("it", "entro trenta giorni, sei mesi", ["30 day", "6 month"]),
        ("es", "en el plazo de dos meses, diez días hábiles", ["2 month", "10 working day"]),
        ("nl", "binnen zes weken, vier weken, een week", ["6 week", "4 week", "1 week"]),
        ("uk", "протягом шести місяців, шестимісячний строк, п'яти робочих днів",
         ["6 month", "6 month", "5 working day"]),
        ("sv", "inom tre veckor", ["3 week"]),
        ("fi", "kuuden kuukauden kuluessa, 30 päivän", ["6 month", "30 day"]),
        ("da", "inden for fire uger", ["4 week"]),
        ("no", "innen tre uker", ["3 week"]),
    ],
)  # fmt: skip
def test_durations(language: str, text: str, durations: list[str]):
    """In words, in figures, in one word, and alone."""
    assert durations == [f"{one.number} {one.unit}" for one in Speech(SPEECH[language]).durations_in(text, 0)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Le délai de recours devant la Cour nationale du droit d'asile est de deux mois.", "deux mois"),
        ("The time limit for a petition to the Human Rights Committee is one year.", "one year"),
        ("Жалоба в Комитет по правам человека должна быть подана в срок шести месяцев.", "шести месяцев"),
        ("Skarga do Komitetu Praw Człowieka musi być złożona w terminie sześciu miesięcy.", "sześciu miesięcy"),
        ("Le délai pour demander le renvoi devant la Grande Chambre est de deux mois.", "deux mois"),
    ],
)
def test_in_many_words(text: str, written: str):
    """Remedies that are only named."""
    assert [written] == reported(text)


@pytest.mark.parametrize(
    "text",
    [
        "He appealed within three weeks, as Article L. 532-1 of the CESEDA lets him.",
        "The respondent lodged his own appeal within two months under rule 19 of the Tribunal Procedure (First-tier "
        "Tribunal) (Immigration and Asylum Chamber) Rules 2014.",
        "The time limit of eight months that Article 35 of Directive 2013/32/EU knows is not in Article 263 TFEU.",
        "He must have been detained for eight months within the meaning of Article 263 TFEU.",
        "La CNDA statue sur le recours dans un délai de cinq mois en vertu de l'article L. 532-1 du CESEDA.",
        "The limit is not eight months but what Article 263 TFEU says.",
        "The action must be brought in time under Article 263 TFEU; eight months is the limit for something else.",
        "> It must be brought within eight months under Article 263 TFEU.",
        "Die Klagefrist beträgt zwei Wochen nach § 74 Abs. 1 AsylG und einen Monat nach § 78 Abs. 4 AsylG.",
        "Die Frist beträgt einen Monat nach § 78 Abs. 4 AsylG und zwei Wochen nach § 74 Abs. 1 AsylG.",
        "The Committee asked the State party for its observations within six months (communication to the Human Rights "
        "Committee).",
        "He submitted a communication to the Human Rights Committee within two months of the decision.",
        "La Cour nationale du droit d'asile a été saisie deux mois plus tard.",
        "An application for legal aid must be made within fifteen days; an appeal to the CNDA is another matter.",
    ],
)
def test_silent(text: str):
    """Done sooner, the other side, another provision, detention, a denial, another clause, a quotation."""
    assert [] == reported(text)


def test_older_facts():
    """The limit of a day is the one that governed then."""
    text = "Die Beschwerde muss binnen {} nach Art. 108 Abs. 3 AsylG erhoben werden; der Entscheid erging am {}."
    assert [] == reported(text.format("30 Tagen", "3. Mai 2018"))
    assert ["30 Tagen"] == reported(text.format("30 Tagen", "3. Mai 2023"))


def test_after_a_change():
    """Where the State set the limit anew, only what the Regulation does not let it set is wrong."""
    text = "Le recours doit être formé dans un délai de {} en vertu de l'article L. 532-1 du CESEDA."
    after = date(2026, 11, 1)
    assert [] == reported(text.format("quinze jours"), after)
    assert ["quinze jours"] == reported(text.format("quinze jours"))
    assert ["deux mois"] == reported(text.format("deux mois"), after)
