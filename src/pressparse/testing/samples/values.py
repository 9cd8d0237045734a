"""Texts with one value: a date, a reference, a phone number.

Dates print their year, in English or French; references are the examples of their grammars with other numbers and
years; phone numbers are nobody's, national ones French.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator, Sequence
from functools import lru_cache
from random import Random

from pressparse.exports.markdown import MONTHS
from pressparse.model import PhoneType
from pressparse.profiles import ReferenceShape
from pressparse.rules import Rule, compile_rule
from pressparse.testing.comparison import Json, Truth
from pressparse.testing.rules import read_example
from pressparse.testing.samples.pages import Printed
from pressparse.testing.samples.words import entries

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
REFERENCE_YEARS = range(1970, 2060)  # those that two digits can name
AROUND_REFERENCE = (("", ""), ("PRESS RELEASE\n\n", "\n\nParis, 5 May\n"), ("Paris\n", "\n"))


_pattern = lru_cache(maxsize=256)(compile_rule)  # a strategy draws from the same few rules again and again
# How a French number (nine digits behind the zero) is printed, abroad and at home.
ABROAD = (
    "+33 (0){} {} {} {} {}",
    "+33(0){} {} {} {} {}",
    "+33 {} {} {} {} {}",
    "+33.{}.{}.{}.{}.{}",
    "+33{}{}{}{}{}",
    "+33 (0){}.{}.{}.{}.{}",
    "(+33) {} {} {} {} {}",
)
AT_HOME = (
    "0{} {} {} {} {}",
    "0{}.{}.{}.{}.{}",
    "0{}{}{}{}{}",
    "0{}-{}-{}-{}-{}",
    "0{}\xa0{}\xa0{}\xa0{}\xa0{}",
    "0{}\u202f{}\u202f{}\u202f{}\u202f{}",
)
FOREIGN = (
    ("+49 30 23125 {:03}", "+493023125{:03}"),
    ("+44 20 7946 0{:03}", "+442079460{:03}"),
    ("+1 202-555-0{:03}", "+12025550{:03}"),
    ("+81 50 3000 0{:03}", "+815030000{:03}"),
    ("+39 06 4151 0{:03}", "+390641510{:03}"),
)
LABELS = {
    "voice": (
        *("Tel. ", "Tel: ", "Tel : ", "Tél. ", "Tél. : ", "Tél : ", "Téléphone : ", "Phone: ", "T ", "T. "),
        *("Tél.\xa0: ", "Tel "),
    ),
    "mobile": ("Mob. ", "Mobile: ", "Portable : ", "Port. ", "Mob : ", "Cell: ", "M. "),
    "fax": ("Fax ", "Fax: ", "Fax : ", "Télécopie : "),
}
AROUND_PHONE = (
    ("", ""),
    ("Contact: Jeanne Martin – ", "\n"),
    ("Contact\nJeanne Martin\n", "\njeanne.martin@agency.example\n"),
)


def draw_date(random: Random, language: str) -> Truth:
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


def draw_reference(random: Random, rules: Sequence[Rule[ReferenceShape]]) -> Truth:
    """Return a text with a reference drawn from `random`, written as one of `rules` has it in an example."""
    rule = random.choice(rules)
    example, place = read_example(random.choice(rule.examples))
    written = next(_written(random, rule, example, place), None)
    if written is None:
        msg = f"grammar {rule.name!r} does not read its example {example!r}"
        raise ValueError(msg)
    text, known = written
    before, behind = random.choice(AROUND_REFERENCE)
    start, end = (len(before) + at for at in place)
    return Truth(before + text + behind, ({**known, "raw": text[slice(*place)], "span": [start, end]},))


def _written(
    random: Random, rule: Rule[ReferenceShape], example: str, place: tuple[int, int]
) -> Iterator[tuple[str, dict[str, Json]]]:
    """Yield `example` with other numbers and years, where the grammar takes them, and what it says then."""
    pattern = _pattern(rule)
    match = pattern.match(example, place[0])
    if match is None:
        return
    prefix, digits = match.groupdict().get("prefix"), "year" if match.groupdict().get("year") else "yy"
    width = match.end("number") - match.start("number")
    for year in random.sample(REFERENCE_YEARS, len(REFERENCE_YEARS)):
        number = random.randrange(1, 10**width)
        text = example
        for (start, end), piece in ((match.span("number"), f"{number:0{width}}"), (match.span(digits), str(year))):
            text = text[:start] + piece[start - end :] + text[end:]
        other = pattern.match(text, place[0])
        if other and other.span() == place and rule.build(other):
            yield text, {"number": number, "year": year, "prefix": prefix}


def draw_phone(random: Random) -> Truth:
    """Return a text with one number drawn from `random`, to be read in France."""
    kind: PhoneType = random.choice(("voice", "voice", "mobile", "fax"))
    cell = phone(
        random, kind, labeled=random.random() < 0.7, abroad=random.random() < 0.5, foreign=random.random() < 0.2
    )
    before, behind = random.choice(AROUND_PHONE)
    start = len(before) + len(cell.before)
    wanted = {"raw": cell.raw, "span": [start, start + len(cell.raw)], **cell.expected}
    return Truth(before + cell.before + cell.raw + behind, (wanted,))


def phone(random: Random, kind: PhoneType, *, labeled: bool, abroad: bool, foreign: bool) -> Printed:
    """Return a number as it is printed; a fax always has its label, and only a voice number is of another country."""
    last = f"{random.randrange(100):02}"
    digits = ("6", "00", "00", "00", last) if kind == "mobile" else ("1", "44", "76", "00", last)
    raw, e164 = random.choice(ABROAD if abroad else AT_HOME).format(*digits), "+33" + "".join(digits)
    if foreign and kind == "voice":
        printed, international = random.choice(FOREIGN)
        number = random.randrange(100, 200)
        raw, e164 = printed.format(number), international.format(number)
    extension = str(random.randrange(10, 99)) if random.random() < 0.04 else None
    if extension:
        raw += random.choice((" ext. ", " poste ", " x")) + extension
    label = random.choice(LABELS[kind]) if labeled or kind == "fax" else ""
    return Printed(label, raw, "", {"e164": e164, "type": kind, "extension": extension})
