"""Sentences with one date whose year is printed, in English and in French."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import TYPE_CHECKING

from pressparse.testing.comparison import Truth
from pressparse.testing.rules import read_example
from pressparse.testing.samples.words import entries

if TYPE_CHECKING:
    from random import Random

MONTHS = {
    "en": entries("""January | February | March | April | May | June | July | August | September | October | November
        | December"""),
    "fr": entries("""janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre | novembre
        | décembre"""),
}
WEEKDAYS = {
    "en": entries("Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday"),
    "fr": entries("lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche"),
}
# What a sentence names between its marks: its precision, its modifier, and the sentences.
SENTENCES = {
    "en": (
        ("day", None, "The agency was founded on ⟨{day} {month} {year}⟩."),
        ("day", None, "The agency was founded on ⟨{month} {day}, {year}⟩."),
        ("day", None, "The balloon came back on ⟨{weekday} {day} {month} {year}⟩, after three weeks."),
        ("day", None, "The balloon came back on ⟨{weekday}, {month} {day}, {year}⟩, after three weeks."),
        ("day", None, "The table was printed on ⟨{year}-{number:02}-{day:02}⟩."),
        ("day", None, "The form had to be back by ⟨{day:02}/{number:02}/{year}⟩."),
        ("range", None, "The workshop took place from ⟨{day} to {last} {month} {year}⟩ in Lille."),
        ("range", None, "The workshop took place on ⟨{month} {day}-{last}, {year}⟩, in Lille."),
        ("month", None, "The contract was signed in ⟨{month} {year}⟩."),
        ("month", "start", "The contract was signed in ⟨early {month} {year}⟩."),
        ("month", "mid", "The contract was signed in ⟨mid-{month} {year}⟩."),
        ("month", "end", "The contract was signed in ⟨late {month} {year}⟩."),
        ("year", None, "The observatory has worked since ⟨{year}⟩."),
        ("range", None, "It was built in the ⟨first half of {year}⟩."),
    ),
    "fr": (
        ("day", None, "L’agence a été fondée le ⟨{day} {month} {year}⟩."),
        ("day", None, "Le ballon est revenu ⟨{weekday} {day} {month} {year}⟩, trois semaines plus tard."),
        ("day", None, "Le formulaire devait être rendu avant le ⟨{day:02}/{number:02}/{year}⟩."),
        ("range", None, "L’atelier a eu lieu du ⟨{day} au {last} {month} {year}⟩ à Lille."),
        ("month", None, "Le contrat a été signé en ⟨{month} {year}⟩."),
        ("month", "start", "Le contrat a été signé ⟨début {month} {year}⟩."),
        ("month", "mid", "Le contrat a été signé ⟨mi-{month} {year}⟩."),
        ("month", "end", "Le contrat a été signé ⟨fin {month} {year}⟩."),
        ("year", None, "L’observatoire travaille depuis ⟨{year}⟩."),
    ),
}
YEARS = range(1950, 2070)


def draw(random: Random, language: str) -> Truth:
    """Return a sentence in `language` (`en`, `fr`) with a date drawn from `random`."""
    precision, modifier, sentence = random.choice(SENTENCES[language])
    year, number = random.choice(YEARS), random.randrange(1, 13)
    length = monthrange(year, number)[1]
    day = random.randrange(1, length)
    last = random.randrange(day + 1, length + 1)
    date = dt.date(year, number, day)
    start, end = {
        "day": (date, date),
        "month": (date.replace(day=1), date.replace(day=length)),
        "year": (dt.date(year, 1, 1), dt.date(year, 12, 31)),
        "range": (date, date.replace(day=last)) if "{day}" in sentence else (dt.date(year, 1, 1), dt.date(year, 6, 30)),
    }[precision]
    names = {"month": MONTHS[language][number - 1], "weekday": WEEKDAYS[language][date.weekday()]}
    text, place = read_example(sentence.format(day=day, last=last, number=number, year=year, **names))
    wanted = {
        "raw": text[slice(*place)],
        "span": [*place],
        "start": start.isoformat(),
        "end": end.isoformat(),
        "precision": precision,
        "modifier": modifier,
        "basis": "printed",
    }
    return Truth(text, (wanted,))
