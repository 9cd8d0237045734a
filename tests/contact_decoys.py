"""What looks like contacts and is none: drawn from a `random.Random`, each inside a release."""

from random import Random

from contact_words import GIVEN, PARAGRAPHS, SURNAME, TITLES

INSTITUTES = (
    "CNES",
    "Observatoire de Paris",
    "DLR, Berlin",
    "Université de Haute-Provence",
    "IRAP",
    "JAXA",
    "Institut de physique du globe",
    "Fjordsat AS",
    "LESIA/CNRS",
)


def name(random: Random, *, capitals: bool = False) -> str:
    """Return somebody's name."""
    given, surname = random.choice(GIVEN), random.choice(SURNAME)
    return f"{given} {surname.upper() if capitals else surname}"


def programme(random: Random) -> str:
    """Who speaks when, and from where."""
    timed = random.random() < 0.5
    lines = []
    for hour in range(9, 9 + random.randrange(3, 8)):
        line = f"{name(random, capitals=random.random() < 0.7)}, {random.choice(INSTITUTES)}"
        lines.append(f"{hour}h00 - {hour}h30  {line}" if timed else random.choice(("- ", "", "• ")) + line)
    return "\n".join(lines)


def authors(random: Random) -> str:
    """The authors of an article."""
    people = [name(random) for _ in range(random.randrange(3, 9))]
    marks = [f"{person}{at % 3 + 1}" for at, person in enumerate(people)] if random.random() < 0.5 else people
    return ", ".join(marks) + random.choice((".", "", " et al."))


def reference(random: Random) -> str:
    """A reference to an article."""
    people = ", ".join(f"{name(random).split()[-1]}, {random.choice('ABCJMP')}." for _ in range(3))
    return random.choice((
        f"{people} et al. “Dust in distant clouds”, Journal of Balloons, {random.randrange(10, 99)}, 2021, 112-{random.randrange(120, 190)}. doi:10.1051/0004-6361/2021{random.randrange(10000, 99999)}",
        f"A hundred balloons, {name(random)}, ISBN 978-2-07-03{random.randrange(1000, 9999)}-8",
        f"ISSN 0249-{random.randrange(1000, 9999)} / ISBN 2-07-03{random.randrange(1000, 9999)}-8",
    ))  # fmt: skip


def figures(random: Random) -> str:
    """Numbers in rows of digits that nobody can call."""
    two = f"{random.randrange(10, 99)}"
    return random.choice((
        f"IBAN FR76 3000 6000 0112 3456 78{two} 189", f"SIRET 775 665 912 000 {two}", f"RCS Paris B 775 665 9{two}", f"48°51'{two}\" N, 2°21'07\" E",
        f"Position: 48.8566{two} / 2.35222{two}", f"Budget: 2 127 000 0{two} €", f"Price: €1,127,000,0{two}", f"Flight AF 06{two}, 12:45", f"VA 2{two} – ARIANE 5", f"2019-2024, 12/03/20{two}",
        f"From 01/02/2021 to 03/04/20{two}, 09:00-17:00", f"Launch window: 08 14 03 {two} UTC", f"Catalogue number 0{two}-1234-56", f"Orbit: 7 000 000 0{two} km",
    ))  # fmt: skip


def prose(random: Random) -> str:
    """A sentence with an address or a number in it."""
    person, number = name(random), f"+33 1 44 76 00 {random.randrange(10, 99)}"
    return random.choice((
        f"Schools that wish to take part write to ecoles@cnes.fr before the end of the month, and receive an answer within a week.",
        f"Visitors book their seats on {number}, where somebody answers every day from nine to five.",
        f"The observations were led by {person}, who can be reached at the observatory until the end of the campaign.",
        f"“Anybody who sees the balloon land should call {number},” said {person}.",
        f"Les établissements s’inscrivent à l’adresse ecoles@cnes.fr ou au {number} jusqu’au 12 mai, dans la limite des places disponibles.",
        f"{person}, chercheuse au CNES, a reçu plus de 300 messages à l’adresse ballons@cnes.fr depuis le lancement.",
        "First contact with the gondola came at 10:42, and contact was lost at 11:07.",
    ))  # fmt: skip


DECOYS = {"programme": programme, "authors": authors, "reference": reference, "figures": figures, "prose": prose}


def draw(random: Random) -> str:
    """Return a release with decoys between its paragraphs and behind them, and no contact."""
    language = random.choice(("en", "fr"))
    pieces = [DECOYS[kind](random) for kind in random.sample(sorted(DECOYS), random.randrange(1, 4))]
    headings = [
        random.choice(
            (
                "",
                "## Programme\n\n",
                "Authors\n\n",
                "References:\n",
                "**Informations pratiques**\n",
                "Contact with the gondola\n\n",
            )
        )
        for _ in pieces
    ]
    body = [PARAGRAPHS[language][0], *(heading + piece for heading, piece in zip(headings, pieces, strict=True))]
    return (
        f"# {TITLES[language]}\n\n" + "\n\n".join(random.sample([*body, PARAGRAPHS[language][1]], len(body) + 1)) + "\n"
    )
