"""Texts that hypothesis draws: releases made by grammar, real ones spoiled, and what no release holds."""

import re
from random import Random

from golden import corpus, seeds
from hypothesis import strategies as st

from pressparse.exports.markdown import MONTHS
from pressparse.profiles import known_profiles
from pressparse.testing.samples import blocks, values
from pressparse.testing.samples.words import BOILERPLATE, PARAGRAPHS, TITLES

# Held-out releases are only scored.
RELEASES = [case.text for case in (*seeds(), *corpus()) if not case.held_out]
LINES = sorted({line for text in RELEASES for line in re.split(r"\r\n|[\n\r\f]", text)})
BREAKS = st.sampled_from(["\n", "\n\n", "\n \n", "\r\n", "\r", "\f", " "])
BITS = st.sampled_from(
    ["", " ", "\t", "\x00", "\xa0", "\xad", "\ufeff", "**", "# ", "- ", "« ", "“", '"', "@", "5 ", "_"]
)
# Writing that turns, ends lines, joins, folds to other lengths, counts in other digits, or only looks like Latin.
HOSTILE = st.sampled_from(
    [
        *("\u202e", "\u202d", "\u2066", "\u2069", "\u200f", "\u200b", "\u200d", "\u2060", "\ufe0f", "\x00", "\x1b[31m"),
        *("\x85", "\u2028", "\u2029", "\v", "\f", "\x1c", "\x1e", "\r", "\r\n", "\n"),
        *("\ud83d", "\udc00", "\ud800\udc00", "\U0001f680", "\U0001d7d9", "\U0010ffff", "\uffff", "\ufdd0"),
        *("e\u0301\u0323", "\u0301", "\u0344" * 9, "I\u0307", "İ", "ı", "ſ", "K", "ß", "ẞ", "ﬁ", "ﬀ", "ŉ", "ǆ", "Ω"),
        *(
            "٥ مايو ٢٠٢٤",
            "१२",
            "１２／０３／２０２４",
            "²",
            "½",
            "Ⅻ",
            "五月",
            "ＣＮＥＳ",
            "а.b@сnes.fr",
            "ＰＲ０４３－２００５",
        ),
        *(
            "12",
            "2024",
            " May ",
            " mai ",
            "Monday ",
            "PR",
            "CNES",
            "+33 ",
            "01 44 76 74 04",
            "a@b.fr",
            "(at)",
            "mailto:",
        ),
        *(
            "**",
            "__",
            "# ",
            "| ",
            "|---|\n",
            "- ",
            "• ",
            "« ",
            " »",
            "“",
            "”",
            "'",
            "[",
            "](",
            ")",
            "<",
            "&lt;",
            "###\n",
        ),
    ]
)
ISSUERS = [profile for profile in known_profiles() if profile.names and profile.references]
LONGEST = 300  # pieces of a long line


@st.composite
def collages(draw: st.DrawFn) -> str:
    """Draw lines of many releases, some spoiled, in any order: all that releases are made of, out of place."""
    pieces = draw(st.lists(st.tuples(BITS, st.sampled_from(LINES) | st.text(max_size=20), BITS, BREAKS), max_size=30))
    return "".join(map("".join, pieces))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Draw a release with a piece cut out, doubled or replaced."""
    text = draw(st.sampled_from(RELEASES))
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return (
        text[:start]
        + draw(st.sampled_from(["", text[start:end] * 2]) | BITS | HOSTILE | st.text(max_size=5))
        + text[end:]
    )


@st.composite
def spotted(draw: st.DrawFn) -> str:
    """Draw a release with hostile writing in a few places."""
    text = draw(st.sampled_from(RELEASES))
    for at, piece in draw(st.lists(st.tuples(st.integers(0, len(text)), HOSTILE), max_size=8)):
        text = text[:at] + piece + text[at:]
    return text


@st.composite
def joined(draw: st.DrawFn) -> str:
    """Draw the end of one release, whole ones, and the beginning of another, one after the other."""
    first, last = draw(st.sampled_from(RELEASES)), draw(st.sampled_from(RELEASES))
    whole = draw(st.lists(st.sampled_from(RELEASES), max_size=2))
    pieces = [first[draw(st.integers(0, len(first))) :], *whole, last[: draw(st.integers(0, len(last)))]]
    return draw(BREAKS).join(pieces)


def made_release(random: Random) -> str:
    """Return a release drawn by grammar: masthead, title, lead, body, notes and contacts, most of them most times."""
    language = random.choice(("en", "fr"))
    issuer = random.choice(ISSUERS)
    kind = {"en": ("Press Release", "# MEDIA ADVISORY"), "fr": ("Communiqué de presse", "# INVITATION PRESSE")}[
        language
    ]
    block = next(text for text in iter(lambda: blocks.draw(random).text, "") if "# " not in text)  # no release itself
    day = f"{random.randint(1, 28)} {random.choice(MONTHS[language])} {random.randint(1990, 2040)}"
    place = random.choice(("Paris", "Toulouse", "COLOGNE", "Kourou"))
    reference = str(values.draw_reference(random, rules=issuer.references).wanted[0]["raw"])
    masthead = [random.choice(kind), issuer.names[0], f"{place}, {day}", reference]
    random.shuffle(masthead)
    speech = {"en": "“We are glad,” said Ida Voss, the agency’s president.", "fr": "« C’est beau », a dit Ida Voss."}
    body = [
        *PARAGRAPHS[language],
        speech[language],
        *(values.draw_date(random, language=language).text for _ in range(2)),
    ]
    random.shuffle(body)
    rest = random.sample((BOILERPLATE[language], block), random.randint(0, 2))
    parts = [*masthead, f"# {TITLES[language]}", *body, *rest]
    return random.choice(("\n\n", "\r\n\r\n", "\n \n")).join(part for part in parts if random.random() < 0.9)


MADE = st.integers(0, 2**32).map(lambda seed: made_release(Random(seed)))  # noqa: S311 - no secret
# Lone surrogates included: a `str` may hold them.
ANYTHING = st.text(st.characters(), max_size=200)
HOSTILE_TEXTS = st.lists(HOSTILE | st.sampled_from(LINES), max_size=40).map("".join)
LONG_LINES = st.tuples(HOSTILE, HOSTILE, st.integers(1, LONGEST)).map(lambda drawn: (drawn[0] + drawn[1]) * drawn[2])
TEXTS = ANYTHING | HOSTILE_TEXTS | collages() | damaged() | spotted() | joined() | MADE | LONG_LINES
