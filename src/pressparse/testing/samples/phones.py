"""Phone numbers of nobody, in the ways in which they are printed; national ones are French."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.testing.comparison import Truth
from pressparse.testing.samples.pages import Printed

if TYPE_CHECKING:
    from random import Random

    from pressparse.model import PhoneType

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
AROUND = (
    ("", ""),
    ("Contact: Jeanne Martin – ", "\n"),
    ("Contact\nJeanne Martin\n", "\njeanne.martin@agency.example\n"),
)


def draw(random: Random) -> Truth:
    """Return a text with one number drawn from `random`, to be read in France."""
    kind: PhoneType = random.choice(("voice", "voice", "mobile", "fax"))
    cell = phone(
        random, kind, labeled=random.random() < 0.7, abroad=random.random() < 0.5, foreign=random.random() < 0.2
    )
    before, behind = random.choice(AROUND)
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
