"""What a draft says of who is bound, held against the table of States."""

import pytest

from refoulement_lint import lint
from refoulement_lint.model import Document

BEFORE = {
    "en": "The applicant submits that his removal was unlawful.",
    "fr": "Le requérant soutient que son éloignement était contraire au droit.",
    "de": "Der Beschwerdeführer macht geltend, dass die Abschiebung nicht mit dem Recht zu vereinbaren war.",
    "pl": "Skarżący podnosi, że jego wydalenie było niezgodne z prawem.",
    "lt": "Pareiškėjas teigia, kad jo išsiuntimas buvo neteisėtas.",
    "lv": "Iesniedzējs norāda, ka viņa izraidīšana bija prettiesiska.",
    "ru": "Заявитель утверждает, что его высылка была незаконной.",
}
FALSE = [
    ("en", "Protocol No. 16 to the Convention binds Poland."),
    ("en", "The United Kingdom accepted Article 22 of the Convention against Torture."),
    ("en", "Directive 2011/95/EU bound Switzerland."),
    ("en", "Poland is not bound by Protocol No. 4 to the Convention."),
    ("en", "Greece and Switzerland are parties to Protocol No. 4 to the Convention."),
    ("en", "Turkey applies the 1951 Convention without geographical limitation."),
    ("en", "Switzerland is a member of the European Union."),
    ("en", "Poland has been bound by the Convention against Torture since 1995."),
    ("fr", "Le Danemark a transposé la directive 2013/32/UE."),
    ("fr", "L’Irlande, État Schengen, applique le code."),
    ("de", "Griechenland hat das Protokoll Nr. 4 zur Konvention ratifiziert."),
    ("de", "Als Schengen-Staat wendet Irland den Kodex an."),
    ("pl", "Irlandia jest związana dyrektywą 2011/95/UE."),
    ("pl", "Polska nie jest związana Protokołem nr 4 do Konwencji."),
    ("lt", "Direktyva 2013/32/ES saisto Daniją."),
    ("lv", "Grieķija ratificēja Konvencijas 4. protokolu."),
    ("ru", "Швейцария является участником Протокола № 12 к Конвенции."),
    ("ru", "Турция применяет Конвенцию 1951 года без географических ограничений."),
]
TRUE_OR_OPEN = [
    ("en", "The United Kingdom is not bound by Protocol No. 4 to the Convention."),
    ("en", "Neither Greece nor Switzerland is a party to Protocol No. 4 to the Convention."),
    ("en", "Greece signed but never ratified Protocol No. 4 to the Convention."),
    ("en", "If Greece ratified Protocol No. 4 to the Convention, the complaint would lie."),
    ("en", "Russia was bound by the Convention until 16 September 2022."),
    ("en", "Norway applies Directive 2008/115/EC."),
    ("en", "The applicant fled Turkey and Greece applied Directive 2013/32/EU to him."),
    ("en", "Poland ratified the Convention against Torture in 1989."),
    ("en", "Turkey does not apply the 1951 Convention without geographical limitation."),
    ("fr", "La Suisse n'est pas liée par la directive 2011/95/UE."),
    ("de", "Dänemark ist durch die Richtlinie 2013/32/EU nicht gebunden."),
    ("pl", "Dyrektywa 2013/32/UE nie wiąże Danii."),
    ("lt", "Direktyva 2013/32/ES nesaisto Danijos."),
    ("lv", "Direktīva 2013/32/ES nav saistoša Dānijai."),
    ("ru", "Директива 2013/32/ЕС не обязательна для Дании."),
]
RULES = {"provision/state-said-bound", "provision/state-said-not-bound", "provision/bound-since-another-day"}


def told(language, sentence):
    text = f"{BEFORE[language]}\n\n{sentence}\n"
    draft = Document(path="draft.txt", format="text", source=text, text=text)
    (document,) = lint(draft, on="2026-11-22", forum="national").documents
    return [one.rule for one in document.findings if one.rule in RULES]


@pytest.mark.parametrize(("language", "sentence"), FALSE)
def test_false(language, sentence):
    """
    Reported once, in each language.
    """
    assert 1 <= len(told(language, sentence))


@pytest.mark.parametrize(("language", "sentence"), TRUE_OR_OPEN)
def test_true_or_open(language, sentence):
    """
    What is true, or claims nothing of today's law, is left alone.
    """
    assert [] == told(language, sentence)


def test_two_states_of_a_list():
    """
    Each State of a list is held against the table for itself.
    """
    assert 2 == len(told("en", "Greece and Switzerland are parties to Protocol No. 4 to the Convention."))
    assert 1 == len(told("en", "Greece and Poland are parties to Protocol No. 4 to the Convention."))
