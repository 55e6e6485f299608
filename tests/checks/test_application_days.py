"""The day on which protection was asked for, in the words of many languages."""

from __future__ import annotations

from pathlib import Path

import pytest

import refoulement_lint as rl

ACT = "Directive 2013/32/EU"


def days_blamed(text: str, folder: Path) -> list[str]:
    draft = folder / "draft.md"
    draft.write_text(f"{text} {ACT}.\n", encoding="utf-8")
    return [
        finding.message.partition("cannot govern ")[2].partition(";")[0]
        for finding in rl.lint(draft, on="2026-11-22")
        if finding.rule == "in-force/repealed-act"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He arrived on 17 February 2026. He applied for asylum on 9 July 2026.",
        "On 17 February 2026 he arrived and on 9 July 2026 he asked for protection.",
        "Il est arrivé le 17 février 2026. Il a demandé l'asile le 9 juillet 2026.",
        "Am 17. Februar 2026 kam er an. Sein Asylantrag wurde am 9. Juli 2026 registriert.",
        "W dniu 17 lutego 2026 r. przybył. W dniu 9 lipca 2026 r. złożył wniosek o ochronę.",
        "2026 m. vasario 17 d. jis atvyko. Prieglobsčio prašymas įregistruotas 2026 m. liepos 9 d.",
        "2026. gada 17. februārī viņš ieradās. 2026. gada 9. jūlijā viņš iesniedza patvēruma iesniegumu.",
        "17 февраля 2026 года он прибыл. 9 июля 2026 года он подал ходатайство об убежище.",
        "È arrivato il 17 febbraio 2026. Ha chiesto asilo il 9 luglio 2026.",
        "Llegó el 17 de febrero de 2026. Solicitó asilo el 9 de julio de 2026.",
    ],
)
def test_outranks_other_days(text: str, tmp_path: Path):
    """An earlier day of the story does not save the old act."""
    assert ["9 July 2026"] == days_blamed(text, tmp_path)


def test_after(tmp_path: Path):
    """What happened after a day did not happen on it."""
    text = "He arrived on 17 February 2026. The application was lodged after 12 June 2026."

    assert ["13 June 2026"] == days_blamed(text, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "He applied for asylum on 17 February 2026. His asylum application was refused on 9 July 2026.",
        "He applied for asylum on 17 February 2026. An application to the Court followed on 9 July 2026.",
        "Il a sollicité l'asile le 17 février 2026. Sa demande d'asile fut rejetée le 9 juillet 2026.",
        "Am 17. Februar 2026 beantragte er Asyl. Der Asylantrag wurde am 9. Juli 2026 abgelehnt.",
    ],
)
def test_a_refusal_is_no_application(text: str, tmp_path: Path):
    """The day of a refusal, or of an application to a court, decides nothing."""
    assert [] == days_blamed(text, tmp_path)
