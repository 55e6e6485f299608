"""
English legal prose without end, for measuring: a seeded mixture of narrative, procedure, argument and quotation.

Sentences are drawn from patterns whose slots are filled anew each time, so that a long text repeats its turns of phrase,
as briefs do, but not its sentences. One citation stands in about 500 characters, as in Strasbourg judgments; cases come
from the curated authorities in `rules/law/authorities`. Nobody in these stories exists.
"""

# ruff: noqa: E501  (one pattern is one sentence and one line)

import random
import re
import tomllib
from pathlib import Path

RULES = Path(__file__).resolve().parents[1] / "rules"

PEOPLE = (
    "the applicant|the first applicant|the second applicant|the claimant|the appellant|her husband|his brother|"
    "the couple|the family|a cousin of the applicant|the witness|the interpreter|her lawyer|a neighbour|"
    "the landlord|the eldest daughter"
).split("|")
OFFICIALS = (
    "the officer on duty|the border guards|a police captain|the prosecutor|the migration service|"
    "the district court|the Ministry of the Interior|the caseworker|the appeal board|the investigating judge|"
    "two men in plain clothes|the registry"
).split("|")
PLACES = (
    "Grodno|Brest|Minsk|Terespol|Kuźnica|Tbilisi|Istanbul|Vilnius|Warsaw|Kabul|Herat|Mogadishu|Asmara|Khartoum|"
    "Grozny|Dushanbe|Tashkent|Colombo|Kinshasa|Tripoli|Lampedusa|Melilla|Röszke|Subotica|Bihać|Edirne|Evros|"
    "Calais|Strasbourg|Geneva"
).split("|")
MONTHS = "January February March April May June July August September October November December".split()
THINGS = (
    "a summons|the medical certificate|a membership card|two photographs|a letter from the party|"
    "the arrest warrant|the bus ticket|a telephone|his passport|the lease|three hundred euros|an expert report|"
    "a school certificate|the visa stamp"
).split("|")
PROVISIONS = (
    "Article 3 of the Convention|Article 13 of the Convention|Article 2 of the Convention|"
    "Article 8 of the Convention|Article 5 § 1 (f)|Article 4 of Protocol No. 4|Article 35 § 1 of the Convention|"
    "Article 34 of the Convention|Article 33(1) of the 1951 Convention|Article 1A(2) of the Refugee Convention|"
    "Article 3(1) of the Convention against Torture|Article 7 of the Covenant|Article 18 of the Charter|"
    "Article 19(2) of the Charter|Article 47 of the Charter|Article 15(b) of Directive 2011/95/EU|"
    "Article 46(5) of Directive 2013/32/EU|Article 3(2) of Regulation (EU) No 604/2013|"
    "Articles 2, 3 and 13 of the Convention|Article 1 of Protocol No. 7|Rule 39 of the Rules of Court|"
    "Article 41 of the Convention|Article 29 § 3 of the Convention"
).split("|")
WEATHER = "rain|snow|fog|frost|wind|heat that nobody was used to|darkness".split("|")
TRADES = "teacher|nurse|electrician|journalist|shopkeeper|lorry driver|student|baker|tailor|engineer|farmer|translator".split(
    "|"
)
SUBJECTS = (
    "the conditions of reception|the burden of proof|the assessment of credibility|the length of the proceedings|"
    "the role of the appeal court|the weight of the country reports|the choice of interpreter|"
    "the calculation of the time-limit|the costs"
).split("|")

# {p} person, {o} official, {l} place, {t} thing, {d} day, {m} month, {y} year, {n} number, {a} provision, {c} case, {w} weather,
# {j} trade, {s} subject. A name ending in a capital is the same slot drawn again.
NARRATIVE = """
{p} was born in {y} in {l} and worked there as a {j} until {m} {yB}.
In the autumn of {y} {p} rented a room near the market in {l} and paid for it in advance.
On {d} {m} {y}, at about {n} in the morning, {o} came to the flat and asked for {t}.
{o} kept {p} for {n} hours and let {pB} go without a word about the reason.
Nobody in {l} would say aloud what everybody knew about {o}.
They travelled by night because of the {w}, and by day slept in a barn outside {l}.
{p} carried {t} in a plastic bag and lost it on the way to {l}.
According to {p}, the journey from {l} to {lB} took {n} days, of which {n} were spent waiting.
At the crossing point {p} showed {t} and said, through a friend who knew some English, that {pB} was afraid to go home.
The guard turned the pages, looked at the photograph, and pointed with his pen at the other side of the hall.
{p} asked for asylum and was told to come back on {d} {m}.
In {l} the group was taken to a building with barred windows, where the lights were never switched off.
The sister of {p} still lives in {l}; she telephones on Sundays when there is electricity.
{p} remembers the {w}, a dog, and the colour of the uniform, but not the name of the street.
After the elections of {y} the newspaper for which {p} wrote was closed and its editor moved to {l}.
When the letter arrived {p} did not open it for {n} days.
A doctor in {l} noted scars on both forearms which, in her opinion, were consistent with the account given by {p}.
The money for the journey was lent by {p}, who had sold {t} and a piece of land near {l}.
"""
PROCEDURE = """
On {d} {m} {y} {o} dismissed the application as inadmissible.
{o} refused the request on the ground that the statements of {p} were vague as regards the events in {l}.
The decision of {d} {m} {y} was served on the lawyer of {p} on {dB} {m}.
An appeal lay to {o} within {n} days; it did not have suspensive effect.
{o} heard {p} for {n} hours in the presence of an interpreter, and {t} was added to the file.
By a letter of {d} {m} {y} {o} asked for {t} and for a translation of the judgment given in {l}.
The hearing that had been listed for {d} {m} was adjourned because {o} had not received the file.
{o} accepted that {p} came from {l} but considered that the events of {y} were too remote.
The complaint concerning {s} was lodged on {d} {m} {y} and registered under number {n}/{y}.
The Government submitted that {p} could have raised {s} before {o} and had not done so.
No reply was given to the request of {d} {m} {y} for {t}.
The file shows that {o} relied on a report of {m} {y} and on nothing else.
In {y} {o} changed its practice as regards {s}, and gave as the reason the number of cases from {l}.
The parties agree on the dates; they disagree on {s} and on what was said in {l} on {d} {m} {y}.
"""
LAW = """
The Court reiterates that {a} enshrines one of the most fundamental values of democratic societies (see {c}).
It follows from {a} that {s} cannot by itself be decisive.
The principle was set out in {c}, and has been applied since in cases concerning {l} ({cB}).
Under {a}, read together with {aB}, the authorities had to examine the situation of {p} of their own motion.
The applicant relies on {a} and submits that {o} never turned its mind to {s}.
In {c} the question was {s}, which is not in dispute here.
The Government's reference to {c} does not help them: in that case {p} had been heard in {l} with an interpreter.
As regards {s}, the reasoning of {o} stays on the surface, and the report of {m} {y} points the other way.
Whether the treatment reaches the minimum level of severity depends on all the circumstances of the case, such as its duration and effects.
The assessment must be a rigorous one and must be made in the light of the situation at the time of the removal (see, among other authorities, {c}).
{a} does not distinguish between those who arrive by day and those who arrive by night.
The domestic courts did not answer the argument drawn from {a}; they dealt at length with {s}.
Substantial grounds have been shown for believing that {p} would face a real risk if returned to {l}.
A margin of appreciation exists as regards {s}, and none as regards {a}.
Nothing in {a} requires {p} to prove what only {o} can know.
There has accordingly been a violation of {a}.
"""
PLAIN = """
This is so for three reasons.
The argument should be rejected.
That is not what happened.
The first of these points needs no long discussion, since the documents speak for themselves and the other side has not contested them.
The remainder of the submissions concerns {s} and can be dealt with more briefly.
It is common ground that the facts have to be taken as they stood on {d} {m} {y}.
The chronology is set out in the annex, together with a list of the documents and their translations.
For the sake of completeness, the position as to {s} is explained in the following paragraphs, although it makes no difference to the outcome.
One further matter should be mentioned, because it shows how little time was spent on the file before the decision was signed.
The evidence of the expert was not challenged when it was given, nor has anything been produced since to throw doubt on it.
"""
QUOTED = """
The report of {m} {y} says: “In {l} people who come back are questioned at the airport, and some of them are not seen again for weeks.”
“I have nothing to add,” {p} told {o}, “except that the door was open when they came.”
In the words of the witness, “it was the {w} that saved us, because the dogs lost the track before {l}”.
"""
MIXTURE = ((NARRATIVE, 32), (PROCEDURE, 24), (LAW, 26), (PLAIN, 14), (QUOTED, 4))
HEADINGS = (
    "The facts|The circumstances of the case|Events in the country of origin|The proceedings|Relevant law|"
    "The complaint|Admissibility|Merits|The parties' submissions|Just satisfaction"
).split("|")

SLOT = re.compile(r"\{([a-z])[A-Z]?\}")


def cases():
    """The citations of the curated Strasbourg authorities, as the register writes them."""
    found = []
    for path in sorted((RULES / "law" / "authorities" / "ecthr").glob("*.toml")):
        record = tomllib.loads(path.read_text(encoding="utf-8"))
        if record.get("citation"):
            found.append(record["citation"])
    return found


def prose(characters, *, seed=1951):
    """At least *characters* characters of numbered paragraphs under headings, the same for the same seed."""
    chance = random.Random(seed)
    authorities = cases()
    sets = [[line for line in lines.strip().split("\n") if line] for lines, _ in MIXTURE]
    weights = [weight for _, weight in MIXTURE]

    def fill(match):
        slot = match.group(1)
        if slot == "c":
            return f"{chance.choice(authorities)}, § {chance.randint(20, 240)}"
        if slot in ("d", "n"):
            return str(chance.randint(1, 28))
        if slot == "y":
            return str(chance.randint(1994, 2025))
        return chance.choice(CHOICES[slot])

    pieces, length, paragraph = ["Observations of the applicant\n\n"], 0, 0
    while length < characters:
        if paragraph % 12 == 0:
            pieces.append(f"{chance.choice(HEADINGS)}\n\n")
        paragraph += 1
        drawn = chance.choices(sets, weights, k=chance.randint(2, 7))
        sentences = [SLOT.sub(fill, chance.choice(patterns)) for patterns in drawn]
        pieces.append(f"{paragraph}. {' '.join(text[0].upper() + text[1:] for text in sentences)}\n\n")
        length += len(pieces[-1])
    return "".join(pieces)


CHOICES = {
    "p": PEOPLE, "o": OFFICIALS, "l": PLACES, "t": THINGS, "m": MONTHS, "a": PROVISIONS, "w": WEATHER, "j": TRADES, "s": SUBJECTS,
}  # fmt: skip
