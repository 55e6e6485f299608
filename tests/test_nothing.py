"""Texts that are no draft and tell nobody's own story: they call for no argument, in any language."""

from __future__ import annotations

import pytest

from refoulement_lint import pipeline
from refoulement_lint.engine import open_engine
from refoulement_lint.formats import markdown

NEWS = {
    "en": """WARSAW, 12 October (Agency) – Border guards turned back 96 people at the frontier with Belarus
overnight, a
spokeswoman said on Tuesday. "They were returned to the border line," she told reporters. Aid groups say that
people who
ask for asylum are pushed back without a procedure. The interior minister told a news conference that the barrier
would be finished by spring. A body was found near the river on Sunday, police said.""",
    "fr": """VARSOVIE, 12 octobre (Agence) – Les gardes-frontières ont refoulé 96 personnes vers le Bélarus
dans la nuit, a indiqué
mardi une porte-parole. « Elles ont été reconduites à la frontière », a-t-elle déclaré à la presse. Selon des
associations,
des migrants qui demandent l'asile sont renvoyés sans procédure. Le ministre de l'intérieur a annoncé en conférence de
presse que la barrière serait achevée au printemps.""",
    "de": """WARSCHAU, 12. Oktober (Agentur) – Grenzschützer haben in der Nacht 96 Menschen nach Belarus
zurückgewiesen, wie eine
Sprecherin am Dienstag mitteilte. „Sie wurden an die Grenze zurückgebracht“, sagte sie vor Journalisten. Nach
Angaben von
Helfern werden Migranten, die um Asyl bitten, ohne Verfahren zurückgeschickt. Der Innenminister kündigte auf einer
Pressekonferenz an, der Zaun werde im Frühjahr fertig.""",
    "pl": """WARSZAWA, 12 października (Agencja) – Straż Graniczna zawróciła w nocy do linii granicy 96
cudzoziemców, poinformowała we
wtorek rzeczniczka. „Zostali zawróceni na Białoruś” – powiedziała dziennikarzom. Według aktywistów ludzie,
którzy proszą o
azyl, są wypychani bez procedury. Minister zapowiedział na konferencji prasowej, że zapora będzie gotowa wiosną.""",
    "lt": """VILNIUS, spalio 12 d. (agentūra) – Pasieniečiai praėjusią naktį į Lietuvą neįleido ir apgręžė 96
migrantus, antradienį
pranešė Valstybės sienos apsaugos tarnybos atstovas. „Jie buvo grąžinti į Baltarusiją“, – sakė jis
žurnalistams. Vidaus
reikalų ministrė per spaudos konferenciją teigė, kad tvora bus baigta pavasarį.""",
    "lv": """RĪGA, 12. oktobris (aģentūra) – Robežsargi naktī atturēja un atgrieza uz robežas 96 migrantus,
otrdien paziņoja
Valsts robežsardzes pārstāve. "Viņi tika atgriezti uz Baltkrieviju," viņa sacīja žurnālistiem. Iekšlietu ministrs
preses konferencē paziņoja, ka žogs būs gatavs pavasarī.""",
    "ru": """ВАРШАВА, 12 октября (Агентство) – Пограничники за ночь вернули на границу 96 мигрантов, сообщила
во вторник
пресс-секретарь. «Их вытолкнули обратно в Беларусь», – сказала она журналистам. По данным активистов, людей, которые
просят убежища, возвращают без процедуры. Министр заявил на пресс-конференции, что забор достроят весной.""",
}
STATUTES = {
    "en": """Article 5. (1) A foreigner who has crossed the border unlawfully shall be returned to the border
line. (2) An
application for international protection shall not be accepted where the foreigner was apprehended at the border.
(3) No foreigner shall be expelled to a State where he or she would be tortured. (4) A minor shall not be
detained.""",
    "fr": """Article 5. (1) L'étranger qui a franchi irrégulièrement la frontière est reconduit à la frontière.
(2) Nul ne peut être
expulsé vers un État où il serait torturé. (3) La demande d'asile est enregistrée aux fins de la présente loi.
(4) Toute
personne a le droit d'être assistée d'un avocat. (5) Le mineur ne peut être placé en rétention.""",
    "de": """§ 5 (1) Ein Ausländer, der unerlaubt eingereist ist, wird an der Grenze zurückgewiesen. (2)
Niemand darf in einen Staat
abgeschoben werden, in dem ihm Folter droht. (3) Im Sinne dieses Gesetzes ist ein Minderjähriger, wer noch
nicht 18 Jahre
alt ist. (4) Die Abschiebungshaft ist unzulässig, wenn der Ausländer minderjährig ist.""",
    "pl": """Art. 5. 1. Cudzoziemca, który przekroczył granicę wbrew przepisom, zawraca się do linii granicy
państwa. 2. Nikt nie może
zostać wydalony do państwa, w którym groziłyby mu tortury. 3. W rozumieniu ustawy małoletnim jest osoba, która nie
ukończyła 18 lat. 4. Zakazuje się stosowania detencji wobec małoletnich bez opieki.""",
    "lt": """5 straipsnis. 1. Užsienietis, neteisėtai kirtęs valstybės sieną, apgręžiamas. 2. Niekas negali
būti išsiųstas į valstybę,
kurioje jis būtų kankinamas. 3. Šio įstatymo tikslais nepilnamečiu laikomas asmuo, kuriam nėra 18 metų. 4. Draudžiama
sulaikyti nepilnametį.""",
    "lv": """5. pants. (1) Ārzemnieku, kurš nelikumīgi šķērsojis robežu, atgriež pie robežas. (2) Neviens
nedrīkst tikt izraidīts uz
valsti, kurā viņu spīdzinātu. (3) Ikvienam ir tiesības uz advokātu. (4) Aizliegts aizturēt nepilngadīgu personu.""",
    "ru": """Статья 5. (1) Иностранец, незаконно пересекший границу, возвращается на границу. (2) Никто не
может быть выслан в
государство, где ему угрожают пытки. (3) Каждый имеет право на защитника. (4) Запрещается задержание
несовершеннолетних
иностранцев. Настоящий закон вступает в силу со дня опубликования.""",
}
NOVELS = {
    "en": """The old man pushed his chair back and looked at the river. He had been driven out of better rooms
than this one. "You
cannot stay," said Marta. She turned the lamp down. Somewhere behind the wall a child laughed, and the dog
answered.""",
    "fr": """Le vieil homme repoussa sa chaise et regarda le fleuve. On l'avait chassé de plus belles maisons.
« Tu ne peux pas
rester », dit Marthe. Elle baissa la lampe. Quelque part un enfant riait, et le chien lui répondait.""",
    "de": """Der alte Mann schob den Stuhl zurück und sah auf den Fluss. Man hatte ihn schon aus besseren
Zimmern getrieben. „Du kannst
nicht bleiben“, sagte Marta und drehte die Lampe herunter. Irgendwo lachte ein Kind, und der Hund gab Antwort.""",
    "pl": """Stary odsunął krzesło i popatrzył na rzekę. Z lepszych pokojów go już wyrzucano. – Nie możesz
zostać – powiedziała
Marta. Przykręciła lampę. Gdzieś za ścianą śmiało się dziecko, a pies mu odpowiadał.""",
    "lt": """Senis atstūmė kėdę ir pažvelgė į upę. Jį jau buvo varę iš geresnių kambarių. – Negali pasilikti, –
tarė Morta ir
prisuko lempą. Kažkur už sienos juokėsi vaikas, o jam atsiliepė šuo.""",
    "lv": """Vecais vīrs atstūma krēslu un paskatījās uz upi. Viņu bija dzinuši ārā no labākām istabām. – Tu
nevari palikt, – teica
Marta un pieslēdza lampu. Kaut kur aiz sienas smējās bērns, un suns viņam atbildēja.""",
    "ru": """Старик отодвинул стул и посмотрел на реку. Его выгоняли и из лучших комнат. «Тебе нельзя
остаться», – сказала Марта и
прикрутила лампу. Где-то за стеной смеялся ребёнок, и ему отвечала собака.""",
}
LISTS = {
    "en": "bread, 2 l milk, return the bottles, call the bank back, batteries for the torch, card for Anna - 16",
    "fr": "pain, 2 l de lait, rendre les bouteilles, piles pour la lampe, carte pour Anne - 16 ans",
    "de": "Brot, 2 l Milch, Flaschen zurückbringen, Batterien, Karte für Anna - 16 Jahre",
    "pl": "chleb, 2 l mleka, oddać butelki, baterie, kartka dla Anny - 16 lat",
    "lt": "duona, 2 l pieno, grąžinti butelius, baterijos, atvirukas Onai - 16 metų",
    "lv": "maize, 2 l piena, nodot pudeles, baterijas, kartīte Annai - 16 gadi",
    "ru": "хлеб, 2 л молока, вернуть бутылки, батарейки, открытка Анне - 16 лет",
}
LISTS = {language: "- " + text.replace(", ", "\n- ") for language, text in LISTS.items()}
TEXTS = [
    pytest.param(text, id=f"{kind} {language}")
    for kind, texts in (("news", NEWS), ("statute", STATUTES), ("novel", NOVELS), ("list", LISTS))
    for language, text in texts.items()
]


@pytest.mark.parametrize("text", TEXTS)
def test_calls_for_nothing(text: str) -> None:
    """
    No argument is called for, and no finding speaks of one.
    """
    report = pipeline.check(markdown.of(text + "\n"), open_engine())

    assert report.arguments == ()
    assert [finding.rule for finding in report.findings if finding.rule.startswith("argument/")] == []
