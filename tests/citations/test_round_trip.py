"""What we write we read: the canonical form of every family is found again, as that citation and as nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

SOME = settings(max_examples=60)
YEARS = st.integers(1, 25)


def targets(found, text):
    return [one.target for one in found(f"Cf. {text}; more.")]


class TestStrasbourg:
    @given(data=st.data())
    @SOME
    def test_case_of_the_register(self, engine, engine_found, data):
        """
        The Court's own way of citing a leading case, in English and in French, is that case and its numbers.
        """
        name = data.draw(st.sampled_from(sorted(engine.registers.cases.short_names)))
        target = engine.registers.cases.short_names[name][0]
        row = engine.registers.authority(target)
        if row is None or row.register != "ecthr" or not row.numbers or row.decision != "JUD":
            return
        grand = " [GC]" if row.formation == "GC" else ""
        text = f"{row.title}{grand}, no. {row.numbers[0]}, § 12"

        assert [row.target, f"ecthr:{row.numbers[0]}"] == targets(engine_found, text)

    @given(number=st.integers(1, 99999), year=YEARS)
    @SOME
    def test_application(self, engine_found, number, year):
        """
        An application that calls itself one is found whether or not the register has it.
        """
        written = f"{number}/{year:02d}"

        assert [f"ecthr:{written}"] == targets(engine_found, f"application no. {written}")

    @given(number=st.integers(1, 99999), year=YEARS, month=st.integers(1, 12), day=st.integers(1, 28))
    @SOME
    def test_ecli(self, engine_found, number, year, month, day):
        """
        The digits of an ECLI are those of the first number.
        """
        ecli = f"ECLI:CE:ECHR:2026:{month:02d}{day:02d}JUD{number:07d}{year:02d}"

        assert [f"ecthr:{number}/{year:02d}"] == targets(engine_found, ecli)


class TestLuxembourg:
    @given(number=st.integers(1, 999), year=YEARS, court=st.sampled_from("CTF"), urgent=st.booleans())
    @SOME
    def test_number(self, engine_found, number, year, court, urgent):
        """
        A number is its case, "PPU" included, and an ECLI that no register has is the case beside it.
        """
        written = f"{court}-{number}/{year:02d}{' PPU' if urgent else ''}"

        assert [f"cjeu:{written}"] == targets(engine_found, f"Case {written}")
        assert [f"cjeu:{written}"] * 2 == targets(engine_found, f"{written}, EU:C:2099:9999, paragraph 3")

    @given(number=st.integers(1, 999), year=YEARS)
    @SOME
    def test_name_and_number(self, engine_found, number, year):
        """
        Beside a name the case is over the name and the number its own citation.
        """
        written = f"C-{number}/{year:02d}"
        found = engine_found(f"Cf. judgment of 3 May 2024, Lindqvista, {written}, paragraph 3; more.")

        assert [("case", f"cjeu:{written}"), ("appno", f"cjeu:{written}")] == [
            (one.kind, one.written.key) for one in found
        ]

    @given(number=st.integers(1, 9999), year=st.integers(2015, 2026))
    @SOME
    def test_acts(self, engine_found, number, year):
        """
        An act is known by its number, in words, as CELEX and as ELI.
        """
        key = f"EU:{year}/{number}"

        assert [key] == targets(engine_found, f"Regulation (EU) {year}/{number}")
        assert [f"{key}:3(2)"] == targets(engine_found, f"Article 3(2) of Directive {year}/{number}/EU")
        assert [key] == targets(engine_found, f"CELEX 3{year}L{number:04d}")
        assert [key] == targets(engine_found, f"http://data.europa.eu/eli/dir/{year}/{number}/oj")


class TestTreatyBodies:
    @given(
        number=st.integers(1, 4000),
        year=st.integers(1990, 2026),
        session=st.integers(1, 140),
        body=st.sampled_from([("CAT", "cat"), ("CCPR", "hrc"), ("CRC", "crc"), ("CEDAW", "cedaw"), ("CERD", "cerd")]),
    )
    @SOME
    def test_symbol(self, engine_found, number, year, session, body):
        """
        The symbol of a committee's decision is its communication.
        """
        symbol, key = body

        assert [f"{key}:{number}/{year}"] == targets(engine_found, f"{symbol}/C/{session}/D/{number}/{year}")

    @given(number=st.integers(1, 1500), year=st.integers(1990, 2026))
    @SOME
    def test_communication(self, engine_found, number, year):
        """
        A communication of a named committee is that committee's.
        """
        text = f"Committee against Torture, communication No. {number}/{year}"

        assert [f"cat:{number}/{year}"] == targets(engine_found, text)


class TestInstruments:
    def test_every_name(self, engine, engine_found):
        """
        Every full English name of every treaty and act that the register holds means it.
        """
        names = {
            name.key: name.text
            for name in reversed(engine.registers.instruments.names)
            if name.lang == "en" and not name.ambiguous and not name.wrong and not name.case and " " in name.text
        }
        wrong = [
            (key, name)
            for key, name in sorted(names.items())
            if key.partition(":")[0].isupper() or key.startswith("EU:")
            if targets(engine_found, f"the {name}") != [key]
        ]

        assert [] == wrong

    @given(data=st.data(), article=st.integers(1, 30), paragraph=st.integers(1, 5))
    @SOME
    def test_provision(self, engine_found, data, article, paragraph):
        """
        A provision of any treaty that drafts cite by its usual letters is that provision.
        """
        key, name = data.draw(
            st.sampled_from(
                [
                    ("CSR51", "the Refugee Convention"), ("ECHR", "the ECHR"), ("ICCPR", "the ICCPR"),
                    ("CAT", "the Convention against Torture"), ("CFR", "the Charter of Fundamental Rights"),
                    ("CRC", "the Convention on the Rights of the Child"), ("TFEU", "the TFEU"),
                    ("VCLT", "the Vienna Convention on the Law of Treaties"), ("UDHR", "the UDHR"),
                    ("ECHR-P4", "Protocol No. 4"), ("ECHR-P7", "Protocol No. 7"),
                ]
            )
        )  # fmt: skip

        assert [f"{key}:{article}({paragraph})"] == targets(engine_found, f"Article {article}({paragraph}) of {name}")


class TestBackReferences:
    @pytest.mark.parametrize("short", ["Hirsi Jamaa and Others", "Hirsi Jamaa", "Hirsi"])
    @pytest.mark.parametrize("above", ["{}, cited above, § 3", "{} (n 12) para 3", "the {} judgment", "({}, § 134)"])
    def test_short_form(self, engine_found, short, above):
        """
        Every short form of a case cited in full means it.
        """
        text = f"Hirsi Jamaa and Others v. Italy [GC], no. 27765/09. And {above.format(short)}."

        assert ["ecthr:27765/09"] * 3 == [one.target for one in engine_found(text)]
