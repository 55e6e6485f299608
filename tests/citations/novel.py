"""
English prose in which nobody cites anything, as long as is wanted.

People have the names of applicants and judges; there are courts of tennis, conventions of guilds, articles in
newspapers, and every number that is none of a court's.
"""

# ruff: noqa: E501  (lists of phrases)

import random

PEOPLE = (
    "Ahmed|Mrs Chahal|old Saadi|Soering|the Hirsi sisters|Khan|Miss Ward|Dunsmuir|the Razgar boy|Tarakhel|Father Amuur|"
    "Vavilov|Gillick|Jawo|Mr Justice Ellery|the Secretary|the Minister|her brother-in-law|the lodger|a woman called Huang|"
    "Captain Osman|Dr. Handyside|N. and his dog|M. Legrand|the bishop"
).split("|")
PLACES = (
    "Strasbourg|Luxembourg|Geneva|the Court House|Convention Street|Charter Square|Lower Directive Farm|Dublin|Terespol|"
    "the Protocol Room|Covenant Lane|Rule Hall|Article Alley|the county of Kent|France|Poland|Malta|the Hague"
).split("|")
THINGS = (
    "an article in the evening paper|the third article of the treaty between two schoolboys|a convention of beekeepers|"
    "the regulation boots|a directive from her mother|the charter of the rowing club|section four of the choir|"
    "paragraph after paragraph of gossip|a decision nobody had asked for|an opinion on soup|the handbook of knots|"
    "an act of kindness|the act that closed the show|a communication from the gas company|a complaint about the drains|"
    "an application for a library card|a resolution never to travel again|a general comment on the weather|"
    "the rules of the game|the case of port|two cases of wine|a judgment on the pudding|ibid, the parrot,|the note above the door"
).split("|")
NUMBERS = (
    "invoice no. {a}/{y}|order number {b}-{a}|page {s} of {b}|page {s}/{b}|pages {s}-{b}|telephone 0{b} {a} {b}|"
    "tel. +44 20 {a} {a}|room {s}/{b}|bus no. {b}|bus {s}/{b}|platform {s}|the {s}/{b} time signature|"
    "size {b}/{s}|{s}/{m}/20{y}|0{s}.{m}.20{y}|{d} {month} 20{y}|part no. {b}/{s}|ticket {a}-{y}|"
    "lot {b}, item {s}|flat {s}, {b} High Street|£{a}.{y}|{a} euros|{b} per cent|chapter {s}|verse {s}:{b}|"
    "blood pressure {b}/{y}|recipe no. {s}|reference {a}/20{y}|file {a}/{s}|PO Box {a}|IBAN GB{y} {a} {a} {a}|"
    "ISBN 978-0-{b}-{a}-{s}|vol. {s}, no. {b}|score of {s} to {b}|serial no {a}{a}|car {b} of {y}|"
    "scale 1/{a}"
).split("|")
MONTHS = "January February March April May June July August September October November December".split()
SENTENCES = (
    "{p} put {t} on the table and went out to look for {q}.",
    "In {l} nobody remembered {p}, though {q} had once lived there with {t}.",
    "The slip said {n}, and below it, in pencil, {k}.",
    "“See {p},” said {q}, “and then see {l}; the rest is {t}.”",
    "{p} versus {q}: that was how the village spoke of the quarrel over {t}.",
    "They played {p} v {q} on the hard court until the light went.",
    "It was the principle of the thing, as {p} held and as {q} found, that {n} should be paid.",
    "“I am against it,” {p} wrote to {q} from {l}, under {n}.",
    "Later, at {l}, {p} read {t} aloud, and {q} objected.",
    "She had three rules: never to lend {t}, never to trust {p}, and always to keep {n}.",
    "{p} and others came from {l} with {t}; none of them knew {q}.",
    "At the second convention, and at the third, {p} proposed {t}.",
    "The directive of the headmaster was short: {t}, {n}, and no shouting in {l}.",
    "France v Poland was on the wireless, and {p} turned it down for {q}.",
)


def novel(words: int, *, seed: int = 1) -> str:
    """At least so many words, in paragraphs; the same seed gives the same text."""
    chance = random.Random(seed)

    def number():
        return chance.choice(NUMBERS).format(
            a=chance.randint(1000, 9999), b=chance.randint(11, 99), s=chance.randint(1, 9), y=chance.randint(10, 25),
            d=chance.randint(1, 28), m=f"{chance.randint(1, 12):02d}", month=chance.choice(MONTHS),
        )  # fmt: skip

    paragraphs, written = [], 0
    while written < words:
        sentences = []
        for _ in range(chance.randint(3, 8)):
            one = chance.choice(SENTENCES).format(
                p=chance.choice(PEOPLE), q=chance.choice(PEOPLE), l=chance.choice(PLACES), t=chance.choice(THINGS),
                n=number(), k=number(),
            )  # fmt: skip
            sentences.append(one[0].upper() + one[1:])
        paragraphs.append(" ".join(sentences))
        written += paragraphs[-1].count(" ") + 1
    return "\n\n".join(paragraphs)
