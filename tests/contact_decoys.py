"""What looks like contacts and is none: drawn from a `random.Random`, each inside a release."""

from random import Random

from pressparse.testing.samples.words import GIVEN, PARAGRAPHS, SURNAMES, TITLES, entries

INSTITUTES = entries("""
    CNES | Observatoire de Paris | DLR, Berlin | Université de Haute-Provence | IRAP | JAXA | Fjordsat AS | LESIA/CNRS
    | Institut de physique du globe
""")
HEADINGS = (
    "",
    "## Programme\n\n",
    "Authors\n\n",
    "References:\n",
    "**Informations pratiques**\n",
    "Contact with the gondola\n\n",
)


def name(random: Random, *, capitals: bool = False) -> str:
    """Return somebody's name."""
    given, surname = random.choice(GIVEN), random.choice(SURNAMES)
    return f"{given} {surname.upper() if capitals else surname}"


def programme(random: Random) -> str:
    """Say who speaks when, and from where."""
    timed = random.random() < 0.5
    lines = []
    for hour in range(9, 9 + random.randrange(3, 8)):
        line = f"{name(random, capitals=random.random() < 0.7)}, {random.choice(INSTITUTES)}"
        lines.append(f"{hour}h00 - {hour}h30  {line}" if timed else random.choice(("- ", "", "• ")) + line)
    return "\n".join(lines)


def authors(random: Random) -> str:
    """Name the authors of an article."""
    people = [name(random) for _ in range(random.randrange(3, 9))]
    marks = [f"{person}{at % 3 + 1}" for at, person in enumerate(people)] if random.random() < 0.5 else people
    return ", ".join(marks) + random.choice((".", "", " et al."))


def reference(random: Random) -> str:
    """Cite an article."""
    people = ", ".join(f"{name(random).split()[-1]}, {random.choice('ABCJMP')}." for _ in range(3))
    number = random.randrange(1000, 9999)
    return random.choice(
        (
            f"{people} et al. “Dust in distant clouds”, Balloons, 71, 2021, 112-129. doi:10.1051/0004-6361/{number}",
            f"A hundred balloons, {name(random)}, ISBN 978-2-07-03{number}-8",
            f"ISSN 0249-{number} / ISBN 2-07-03{number}-8",
        )
    )


FIGURES = (
    "IBAN FR76 3000 6000 0112 3456 78{} 189",
    "SIRET 775 665 912 000 {}",
    "RCS Paris B 775 665 9{}",
    "48°51'{}\" N, 2°21'07\" E",
    "Position: 48.8566{} / 2.35222",
    "Budget: 2 127 000 0{} €",
    "Price: €1,127,000,0{}",
    "Flight AF 06{}, 12:45",
    "VA 2{} – ARIANE 5",
    "2019-2024, 12/03/20{}",
    "From 01/02/2021 to 03/04/20{}, 09:00-17:00",
    "Launch window: 08 14 03 {} UTC",
    "Catalogue number 0{}-1234-56",
    "Orbit: 7 000 000 0{} km",
)
SENTENCES = (
    "Schools that wish to take part write to ecoles@cnes.fr before the end of the month, and are answered in a week.",
    "Visitors book their seats on {number}, where somebody answers every day from nine to five.",
    "The observations were led by {person}, who stays at the observatory until the end of the campaign.",
    "“Anybody who sees the balloon land should call {number},” said {person}.",
    "Les établissements s’inscrivent à l’adresse ecoles@cnes.fr ou au {number} jusqu’au 12 mai.",
    "{person}, chercheuse au CNES, a reçu plus de 300 messages à l’adresse ballons@cnes.fr depuis le lancement.",
    "First contact with the gondola came at 10:42, and contact was lost at 11:07.",
)


def figures(random: Random) -> str:
    """Print digits that nobody can call."""
    return random.choice(FIGURES).format(random.randrange(10, 99))


def prose(random: Random) -> str:
    """Write a sentence with an address or a number in it."""
    number = f"+33 1 44 76 00 {random.randrange(10, 99)}"
    return random.choice(SENTENCES).format(person=name(random), number=number)


DECOYS = {"programme": programme, "authors": authors, "reference": reference, "figures": figures, "prose": prose}


def draw(random: Random) -> str:
    """Return a release with decoys between its paragraphs and behind them, and no contact."""
    language = random.choice(("en", "fr"))
    pieces = [DECOYS[kind](random) for kind in random.sample(sorted(DECOYS), random.randrange(1, 4))]
    headings = [random.choice(HEADINGS) for _ in pieces]
    body = [PARAGRAPHS[language][0], *(heading + piece for heading, piece in zip(headings, pieces, strict=True))]
    return (
        f"# {TITLES[language]}\n\n" + "\n\n".join(random.sample([*body, PARAGRAPHS[language][1]], len(body) + 1)) + "\n"
    )
