"""The place in a decision, read whole behind every kind of citation and in every language."""

import pytest

WRITTEN = [
    ("CJUE, 19 mars 2019, Jawo, C-163/17, points 91 à 93", "points 91 à 93"),
    ("Case C-163/17, Jawo, EU:C:2019:218, paragraphs 78, 85 and 91 to 93", "paragraphs 78, 85 and 91 to 93"),
    ("EuGH, Urt. v. 19.03.2019 – C-163/17 [Jawo], Rn. 91 ff.", "Rn. 91 ff."),
    ("EuGH, Urt. v. 19.03.2019 – C-163/17 –, juris Rn. 91", "Rn. 91"),
    ("wyrok TSUE z 19.03.2019 r., C-163/17, Jawo, pkt 91–93 i 95", "pkt 91–93 i 95"),
    ("HvJ EU 19 maart 2019, C-163/17 (Jawo), punten 91 tot en met 93", "punten 91 tot en met 93"),
    ("TJUE, 19 de marzo de 2019, Jawo, C-163/17, apartados 91 a 93", "apartados 91 a 93"),
    ("ESTT 2019 m. kovo 19 d. sprendimas Jawo, C-163/17, 91 punktas", "91 punktas"),
    ("EST 2019. gada 19. marta spriedums, Jawo, C-163/17, 91. punkts", "91. punkts"),
    ("M.S.S. v. Belgium and Greece [GC], no. 30696/09, §§ 249 to 264", "§§ 249-264"),
    ("EGMR, Urt. v. 21.01.2011 – 30696/09 [M.S.S. ./. Belgien und Griechenland], Rn. 249 ff.", "§ 249 ff."),
    ("EGMR, Urt. v. 21.01.2011 – 30696/09 –, Rn. 249", "§ 249"),
    ("M.S.S. v Belgium and Greece App no 30696/09 (ECtHR, 21 January 2011), [249]–[264]", "§§ 249-264"),
    ("EŽTT sprendimas byloje M.A. ir kiti prieš Lietuvą, Nr. 59793/17, 105 punktas", "§ 105"),
    ("ECT spriedums lietā M.K. un citi pret Poliju, Nr. 40503/17, 174.–175. punkts", "§§ 174-175"),
    ("R (Razgar) v Secretary of State for the Home Department [2004] UKHL 27, [17]–[20]", "at 17-20"),
    ("BVerwG, Urt. v. 21.04.2020 – 1 C 4.19 –, juris Rn. 36 ff.", "§ 36 ff."),
    ("Agiza v. Sweden, CAT/C/34/D/233/2003, paras. 13.4-13.8", "§§ 13.4-13.8"),
    ("A.N. v. Switzerland, communication No. 742/2016, CAT/C/64/D/742/2016, para. 8.3", "§ 8.3"),
    ("Teitiota v. New Zealand, CCPR/C/127/D/2728/2016, §§ 9.3 and 9.11", "§§ 9.3 and 9.11"),
]  # fmt: skip

NO_PART = [
    ("Tarakhel v. Switzerland [GC], no. 29217/12, § 120, 4 November 2014", "§ 120"),
    ("EuGH, C-163/17, Rn. 91, 2 BvR 157/17", "Rn. 91"),
    ("(EuGH, C-163/17) § 29 Abs. 1 AsylG", None),
    ("Tarakhel v. Switzerland [GC], no. 29217/12, 4 November 2014", None),
    ("M.K. and Others v. Poland, nos. 40503/17 and 2 others", None),
    ("R (Razgar) v Secretary of State for the Home Department [2004] UKHL 27, [2004] 2 AC 368", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pinpoint"), [*WRITTEN, *NO_PART])
def test_pinpoint(found, text, pinpoint):
    """
    All of the range or list is the pinpoint, and nothing that belongs to something else.
    """
    cited = [one for one in found(f"Es gilt: {text}.") if one.kind in ("case", "appno", "document-symbol")]

    assert {pinpoint} == {one.pinpoint for one in cited if one.target == cited[0].target}


def test_short_forms(found):
    """
    A short form points to the same court's paragraphs.
    """
    text = (
        'See Joined Cases C-411/10 and C-493/10, N.S. and Others, EU:C:2011:865, paragraphs 75 to 86 ("N.S."); '
        "ibid., paragraphs 94 to 98, and Saadi v. Italy [GC], no. 37201/06, §§ 124-126; "
        "Saadi, cited above, §§ 138 to 140."
    )
    short = [one for one in found(text) if one.kind == "short-form" and one.pinpoint]

    assert [("cjeu", "cjeu:C-411/10"), ("ecthr", "ecthr:37201/06")] == [
        (one.written.family, one.target) for one in short
    ]
    assert short[-1].pinpoint == "§§ 138-140"
