"""A date behind a number is read in whatever case its month stands."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Soering pret Apvienoto Karalisti, Nr. 14038/88, 1989. gada 7. jūlijs",
        "Soering pret Apvienoto Karalisti, Nr. 14038/88, 1989. gada 7. jūlijā",
        "Soering prieš Jungtinę Karalystę, Nr. 14038/88, 1989 m. liepos 7 d.",
        "Soering przeciwko Zjednoczonemu Królestwu, nr 14038/88, 7 lipca 1989",
        "Сёринг против Соединённого Королевства (Soering v. the United Kingdom), № 14038/88, 7 июля 1989 г.",
        "Soering v. Yhdistynyt kuningaskunta, nro 14038/88, 7. heinäkuuta 1989",
        "Soering vs. Ühendkuningriik, nr 14038/88, 7. juuli 1989",
        "Soering vs. Ühendkuningriik, nr 14038/88, 7. juulil 1989",
    ],
)
def test_day_behind_a_number(found, text):
    days = {part.value for citation in found(text) for part in citation.written.all("date")}

    assert days == {"1989-07-07"}
