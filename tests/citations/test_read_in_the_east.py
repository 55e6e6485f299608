"""Polish, Lithuanian, Russian and other drafts, read by a lawyer: lists, days, names in two alphabets."""

import pytest

# A Chamber judgment cited by two numbers, its day and a paragraph behind the list, in each language's own words.
LISTS = {
    "lt": "*N.D. ir N.T. prieš Ispaniją*, Nr. 8675/15 ir 8697/15, 2017 m. spalio 3 d., § 107",
    "ru": "*Н.Д. и Н.Т. против Испании*, №№ 8675/15 и 8697/15, 3 октября 2017 г., п. 107",
    "pl": "*N.D. i N.T. przeciwko Hiszpanii*, nr 8675/15 i 8697/15, wyrok z dnia 3 października 2017 r., § 107",
    "et": "*N.D. ja N.T. vs. Hispaania*, nr 8675/15 ja 8697/15, 3. oktoober 2017, § 107",
    "sv": "*N.D. och N.T. mot Spanien*, nr 8675/15 och 8697/15, 3 oktober 2017, § 107",
    "es": "*N.D. y N.T. contra España*, nos. 8675/15 y 8697/15, 3 de octubre de 2017, § 107",
    "it": "*N.D. e N.T. contro Spagna*, nn. 8675/15 e 8697/15, 3 ottobre 2017, § 107",
    "nl": "*N.D. en N.T. tegen Spanje*, nrs. 8675/15 en 8697/15, 3 oktober 2017, § 107",
    "uk": "*Н.Д. та Н.Т. проти Іспанії*, № 8675/15 та № 8697/15, 3 жовтня 2017 року, § 107",
    "de": "*N.D. und N.T. gegen Spanien*, Nr. 8675/15 und 8697/15, 3. Oktober 2017, § 107",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS.keys())
def test_behind_a_list_of_numbers(found, text):
    """Day and paragraph behind "X and Y" belong to the case as behind one number: this is the Chamber's judgment."""
    case, *numbers = found(f"See {text}.")

    assert ["8675/15", "8697/15"] == [one.text for one in numbers]
    assert "§ 107" == case.pinpoint
    assert "superseded" in [one.verdict for one in case.compared if one.part == "history"]


@pytest.mark.parametrize(
    "others",
    ["i 3 inne", "i trzy inne", "ir kt.", "ir 3 kitos", "and 3 others", "et 3 autres", "und 3 weitere", "и 3 другие",
     "та 3 інші", "och 3 andra", "y otras"],
)  # fmt: skip
def test_and_other_numbers(found, others):
    """The day behind "and 3 others" is the case's own, and that of the item before it is not."""
    text = (
        "A.B. and Others v. Poland, no. 42907/17, 30 June 2022; "
        f"Sherov and Others v. Poland, no. 54029/17 {others}, 4 April 2024."
    )
    cases = [one for one in found(text) if one.kind == "case"]

    assert ["verified", "verified"] == [one.status for one in cases]
    assert ["2022-06-30", "2024-04-04"] == [one.written.part("date").value for one in cases]


def test_a_day_belongs_to_one_case(found):
    """What stands in the item before is no day of the next one, read or not."""
    text = (
        "*A.B. i Inni przeciwko Polsce*, nr 42907/17, wyrok z dnia 30 czerwca 2022 r.; "
        "*Sherov i Inni przeciwko Polsce*, nr 54029/17."
    )

    assert all(one.status == "verified" or one.written.part("date") is None for one in found(text))
    assert [] == [said for one in found(text) for said in one.compared if said.verdict == "differs"]


@pytest.mark.parametrize(
    ("text", "pinpoint"),
    [
        ("*M.A. ir kiti prieš Lietuvą*, Nr. 59793/17, 2018 m. gruodžio 11 d. sprendimas, §§ 104–115", "§§ 104-115"),
        ("spriedums C-36/20 PPU, EU:C:2020:495, 59. punkts", "59. punkts"),
        ("*K.*, C-18/16, EU:C:2017:680, 48 punktas", "48 punktas"),
        ("tuomio C-36/20 PPU, EU:C:2020:495, 59 kohta", "59 kohta"),
        ("*Агиза против Швеции*, CAT/C/34/D/233/2003, 20 мая 2005 года, п. 13.4", "§ 13.4"),
        ("Dadar v. Canada, no. 258/2004, CAT/C/35/D/258/2004, paras. 8.4 and 8.6", "§§ 8.4 and 8.6"),
    ],
)
def test_paragraphs(found, text, pinpoint):
    """Behind the word "judgment", with the number before the word, and of views."""
    assert pinpoint in [one.pinpoint for one in found(f"Žr. {text}.")]


class TestTwoNames:
    @pytest.mark.parametrize(
        "text",
        [
            "*Искандаров против России* (Iskandarov v. Russia), № 17185/05, {}, пп. 129–135",
            "*Iskandarov v. Russia* (Искандаров против России), no. 17185/05, {}, §§ 129-135",
            "*Iskandarov prieš Rusiją* (Iskandarov v. Russia), Nr. 17185/05, {}, §§ 129–135",
        ],
    )
    @pytest.mark.parametrize(("day", "status"), [("23 September 2010", "verified"), ("23 September 2011", "mismatch")])
    def test_both_have_the_number(self, found, text, day, status):
        """A name with the same name in brackets behind it: number, day and paragraph are those of both."""
        cases = [one for one in found(text.format(day)) if one.kind == "case"]

        assert [status, status] == [one.status for one in cases]
        assert ["§§ 129-135", "§§ 129-135"] == [one.pinpoint for one in cases]

    def test_two_cases(self, found):
        """A case in brackets with a number of its own is another one."""
        text = "Saadi v. Italy (see Chahal v. the United Kingdom, no. 22414/93, 15 November 1996)."

        assert ["ecthr:37201/06", "ecthr:22414/93"] == [one.target for one in found(text) if one.kind == "case"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Абдусаматов и др. против Казахстана, CAT/C/48/D/444/2010", "cat:444/2010"),
        ("Турсунов против Казахстана, CAT/C/54/D/538/2013, 8 мая 2015 года", "cat:538/2013"),
        ("Альзери против Швеции, CCPR/C/88/D/1416/2005", "hrc:1416/2005"),
        ("X. против Казахстана, CAT/C/55/D/554/2013, 3 августа 2015 года", "cat:554/2013"),
        ("Мутомбо против Швейцарии, CAT/C/12/D/13/1993", "cat:13/1993"),
        ("Валетов против Казахстана, CCPR/C/110/D/2104/2011", "hrc:2104/2011"),
        ("Хирси Джамаа и другие против Италии [БП], № 27765/09, 23 февраля 2012 г.", "ecthr:27765/09"),
        ("Савриддин Джураев против России, № 71386/10, 25 апреля 2013 г.", "ecthr:71386/10"),
        ("Солдатенко проти України, № 2440/07, 23 жовтня 2008 року", "ecthr:2440/07"),
    ],
)
def test_names_in_cyrillic(found, text, target):
    """They sound like the register's, whatever way of writing them over: verified, and nothing is said of the name."""
    case = next(one for one in found(f"См. {text}.") if one.kind == "case")

    assert (target, "verified") == (case.target, case.status)


def test_another_name_in_cyrillic(found):
    """A name that sounds otherwise is another case's, and the right number is offered."""
    case = next(one for one in found("См. Исраил против Казахстана, CCPR/C/103/D/2042/2011.") if one.kind == "case")

    assert "hrc:2024/2011" == case.target
    assert ["2024/2011"] == [one.proposal for one in case.compared if one.verdict == "another-case"]


@pytest.mark.parametrize(
    "symbol", ["CCPR/C/93/D/1461, 1462, 1476 & 1477/2006", "CCPR/C/89/D/1108 & 1121/2002", "CAT/C/38/D/270&271/2005",
               "CCPR/C/93/D/1461, 1462, 1476 и 1477/2006", "CCPR/C/92/D/1209,1231/2003&1241/2004"],
)  # fmt: skip
def test_joined_symbols(found, symbol):
    """A symbol with several numbers is one, read whole and the register's own however it is spaced."""
    (one,) = found(f"See {symbol}.")

    assert (symbol, "verified") == (one.text, one.status)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2016 m. vasario 15 d. sprendimas *N.*, C-601/15 PPU, EU:C:2016:84", "verified"),
        ("the judgment in J.N., C-601/15 PPU, EU:C:2016:84", "verified"),
        ("the judgment of 15 February 2016, N., C-601/15 PPU", "verified"),
        ("the judgment in N., C-601/15 PPU", "unchecked"),
    ],
)
def test_initials_of_luxembourg(found, text, status):
    """The Court itself leaves an initial out: no error beside number and identifier that agree, doubt without them."""
    case = next(one for one in found(f"Žr. {text}.") if one.kind == "case")

    assert ("cjeu:C-601/15 PPU", status) == (case.target, case.status)


@pytest.mark.parametrize(
    "text",
    [
        "Второго факультативного протокола к МПГПП", "Другий факультативний протокол", "Drugi Protokół fakultatywny",
        "Antrasis fakultatyvinis protokolas", "Otrais fakultatīvais protokols", "Teine fakultatiivprotokoll",
        "Toinen valinnainen pöytäkirja", "Andra fakultativprotokollet", "le deuxième Protocole facultatif",
        "el Segundo Protocolo Facultativo", "das Zweite Fakultativprotokoll", "il Secondo Protocollo facoltativo",
    ],
)  # fmt: skip
def test_second_optional_protocol(found, text):
    """The ordinal says which; without one, or with "first", it is the protocol on complaints."""
    assert ["ICCPR-OP2"] == [one.target for one in found(f"{text}.") if one.target != "ICCPR"]


@pytest.mark.parametrize(
    "text",
    [
        "Taikomas reglamentas (ES) 2024/1348. Jo 26 straipsnis nustato tvarką, 27 straipsnis – terminus.",
        "Obowiązuje rozporządzenie (UE) 2024/1348. Jego art. 26 i art. 27 są jasne.",
        "Действует Регламент (ЕС) 2024/1348. Его статья 26 даёт право, а статья 27 – сроки.",
        "Es gilt die Verordnung (EU) 2024/1348; ihr Artikel 26 und Artikel 27 regeln das.",
        "Regulation (EU) 2024/1348 applies; its Article 26 says when, Article 27 within what time.",
    ],
)
def test_its_article(found, text):
    """ "Its Article 26" is the act's before, and so are the next ones of that sentence."""
    assert ["EU:2024/1348:26", "EU:2024/1348:27"] == [one.target for one in found(text) if one.kind == "provision"]


def test_ibid_in_brackets(found):
    """ "(ibid., § 138)" behind a whole citation is a citation of that one and no part of it."""
    text = "*Саади против Италии* [БП], № 37201/06, 28 февраля 2008 г., пп. 147–148 (там же, п. 138)."

    assert ["case", "appno", "short-form"] == [one.kind for one in found(text)]
    assert {"ecthr:37201/06"} == {one.target for one in found(text)}
