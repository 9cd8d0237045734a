"""The place of a dateline: before a date (`Paris, le 20 janvier 2016`), or alone before the lead (`WASHINGTON -- `)."""

import re

import regex

from pressparse.book import per_book
from pressparse.rules import Hit, Rule, RuleTable, match_at
from pressparse.text import View
from pressparse.words import fold, merged_vocabulary

DATELINE_WITHIN = 100
_MARK_OR_DIGIT = re.compile(r"[0-9–—(/-]")
_DATELINE_FIGURES = re.compile(r"\d(?:\d{3}|[/.]\d)")
# Words of mastheads that look like a place where they stand before a date.
_NO_PLACES = ("kinds", "short_kinds", "published", "updated", "release_marks", "wires")
_DAYS = ("months", "weekdays")
_FULL_NAME = regex.compile(r"\p{L}{6}\Z|\b[A-Z]{2}\Z")


def may_open_with_dateline(text: str) -> bool:
    """Tell at little cost whether a date or a place may stand in front of the running text `text`."""
    front = text[:DATELINE_WITHIN]
    if not _MARK_OR_DIGIT.search(front):
        return False
    marked = "–" in front or "—" in front or "(" in front or "/" in front or "--" in front or " - " in front
    return marked or _DATELINE_FIGURES.search(front) is not None


def place_alone(text: str) -> Hit[tuple[int, int]] | None:
    """Return the place that `text` names if it says nothing else: `Brest (Finistère)`."""
    hit = match_at(PLACES.read(), View.of(f"{text}, 1"), 0)
    return hit if hit and hit.end == len(text) + len(", ") else None


def _place(match: regex.Match[str]) -> tuple[int, int] | None:
    """Return where the place stands in the match; none of it may be a word of mastheads."""
    return None if _speaks_of_mastheads(match["place"]) else _within(match)


def _place_of_day(match: regex.Match[str]) -> tuple[int, int] | None:
    """Return the same, for a city with an article (`Le Bourget`) too, if a mark stands behind it."""
    place = match["place"]
    if fold(place) in _cities():
        return _within(match)
    cities = DASHED.split(place)
    if len(cities) > 1 and not all(map(is_city, cities)):
        return None  # `IRAP - Toulouse`, `Paris - Festival`
    article, _, rest = place.partition(" ")
    if not merged_vocabulary("masthead").meaning("place_articles", article):
        return _place(match)
    bordered = match.string[match.end("place") :].lstrip()[:1] in _BORDERS
    return _within(match) if bordered and not _speaks_of_mastheads(rest) else None


def is_city(text: str) -> bool:
    """Return whether `text` is a city that is known."""
    return bool(merged_vocabulary("masthead").meaning("cities", text))


def _within(match: regex.Match[str]) -> tuple[int, int]:
    bare = match["place"].removesuffix(".")  # `Lund, California. 12 June`, but `Calif.`, `D.C.`
    stopped = bare != match["place"] and (is_city(bare) or _FULL_NAME.search(bare) is not None)
    return match.start("place") - match.start(), match.end("place") - match.start() - stopped


def _speaks_of_mastheads(place: str) -> bool:
    meanings = merged_vocabulary("masthead").meanings
    pieces = fold(place).replace(" sur mer", "").split(", ")  # `mer` is a weekday too
    words = " ".join(pieces).split()
    phrases = (" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    return (
        words[0] in _words_of(("function_words", "event_nouns"))
        or not _words_of(_NO_PLACES).isdisjoint(phrases)
        or not _words_of(_DAYS).isdisjoint((words[0], words[-1]))  # `Reggio di …`: so is `di`
        or any(piece in meanings["navigation"] for piece in pieces)  # `Home, Space`; `French Guiana` is a place
    )


@per_book()
def _words_of(tables: tuple[str, ...]) -> frozenset[str]:
    meanings = merged_vocabulary("masthead").meanings
    return frozenset(word for table in tables for word in meanings[table])


@per_book()
def _cities() -> frozenset[str]:
    return frozenset(merged_vocabulary("masthead").meanings["cities"])


DASHED = re.compile(" [–—-] ")
_BORDERS = tuple(",|/–—-(")
_NAME = r"\p{Lu}(?:[\p{L}'’.]|-(?!-)){2,40}+"
_JOINT = (
    r"de|du|des|la|le|les|aux|sur|en|et|and|of|the|upon|am|an|der|lès|sous|dos|das|do|da|di|del|della|y|van|von|bei|ob|&"
    r"|La|Le|DE|DU|LA|LE|EN|ET|OF|AM|AN|DO|DA|DI"
)
_REGION = r"(?: ,[ ] \p{Lu}[\p{L}.]{1,30}+ (?: [ ] \p{Lu}[\p{L}.]{1,30}+ )?+ )"

# The place in front of a date; what the date looks like is the business of `stamps`.
PLACE_RULES: tuple[Rule[tuple[int, int]], ...] = (
    Rule(
        name="place",
        pattern=rf"""
            (?<!\w)
            (?: \L<place_openers> [ ] )?+
            (?P<place>
                (?: \L<place_articles> [ ] )?+
                (?:
                    (?=\p{{Lu}}) \L<cities>
                  | {_NAME}
                    (?: [ ] (?: (?:{_JOINT}) [ ] ){{0,3}}+ (?: [dl]['’] )?+ (?: {_NAME} | (?<=sur[ ])mer ) ){{0,3}}?
                )
                (?: (?: {_REGION}? [ ]?/[ ]? | [ ][–—-][ ] ) (?: \L<place_articles> [ ] )?+ {_NAME} ){{0,3}}?
                (?:
                    ,?[ ] \p{{Lu}}[\p{{L}}.]{{1,30}}+
                    (?: [ ] (?: (?: et | and | ET | AND ) [ ] )?+ \p{{Lu}}[\p{{L}}.]{{1,30}}+ )??
                ){{0,2}}?
            )
            (?: [ ]\( (?: [\p{{L}}\s'’-]{{2,40}}+ | \d\d ) \) )?+            # Longueuil (Québec), Meudon (92)
            (?: ,?[ ]?-{{0,2}} \( \L<wires> (?= [ ]- ) )?+
            (?: [\s\xa0]*+ (?: , | \| | / | [–—-]++ | I(?=[ ]) | \((?=[\d\p{{L}}]) ) )?+
            [\s\xa0]*+
            (?=
                (?: \L<date_openers> [ ] )?+
                (?: \L<weekdays> \b \.? ,? [\s\xa0]++ (?: \L<date_openers> [ ] )?+ )?+
                (?: \d | \L<months> \b )
            )
            """,
        build=_place_of_day,
        examples=(
            "⟨Paris, ⟩le 20 janvier 2016",
            "⟨PARIS ⟩12 MARS 2019",
            "⟨À Paris, ⟩le 12 mars 2019",
            "⟨LONGUEUIL, QC, ⟩June 3, 2024",
            "⟨Cape Canaveral, ⟩Monday 3 May",
            "⟨Paris and Cologne, ⟩21 June 2012",
            "⟨Longueuil (Québec), ⟩le 5 juin 2025",
            "⟨La Rade sur Mer, ⟩le 5 juin 2025",
            "⟨Paris/Bonn, ⟩3 May 2012",
            "⟨Paris - Toulouse, ⟩le 3 mai 2012",
            "⟨WASHINGTON (⟩June 3, 2024)",
            "⟨PARIS I ⟩12 MARS 2019",
            "⟨Le Bourget, ⟩le 19 juin 2017",
            "⟨Kourou, French Guiana, ⟩19 June 2012",
            "⟨Paris, Berlin et Rome, ⟩le 19 juin 2012",
            "⟨The Hague, ⟩14 March 2031",
            "⟨LUND, Sweden--(Marketwired - ⟩13 April 2015)",
        ),
        rejects=(
            "paris, 3 May 2012",
            "aParis, 3 May 2012",
            "Paris",
            "Paris, today",
            "Published 3 May 2012",
            "Page Last Updated: 3 May 2012",
            "On 12 April 2015",
            "Home, Space 12 March 2021",
            "IRAP - Toulouse, 12 mars 2018",
            "Paris - Festival 12 mars 2018",
            "Press Conference, 12 March 2018",
            "The Lake 12 March 2018",
            "French, 12 March 2018",
            "Le Mercredi 12 mars 2018",
            "The Press Conference, 12 March 2018",
        ),
    ),
)

PLACES = RuleTable(name="places", rules=PLACE_RULES)

_DASHES = ("–", "—", "--", "- ")

# A dateline without a date, at the front of the lead.
PLACELINE_RULES: tuple[Rule[tuple[int, int]], ...] = (
    Rule(
        name="place-and-day",
        pattern=rf"""
            \A
            (?P<place> {_NAME} (?: [ ] {_NAME} ){{0,3}}+ {_REGION}?? )
            , [\s\xa0]++
            (?: \L<months> \.? [\s\xa0] \d{{1,2}} | \d{{1,2}} [\s\xa0] \L<months> \b \.? )
            (?: [\s\xa0]*+ (?: \( [^()\n]{{2,40}}+ \) | /[ ]?[\p{{L}}\d -]{{2,20}}+/ ) )?+
            [\s\xa0]*+ (?: ---?+ | [–—] | (?<=[ ])-(?=[ ]) )
            [\s\xa0]*+
            (?= ["“«\p{{Lu}}\d] )
            """,
        build=_place,
        examples=(
            "⟨PARIS, August 7 (ITAR-TASS) — ⟩The",
            "⟨Kourou, 7 août – ⟩Le",
        ),
        rejects=(
            "in PARIS, August 7 — The",
            "paris, August 7 — The",
            "PARIS August 7 — The",
            "PARIS, August — The",
            "PARIS, August 7 The",
            "PARIS, August 7, 2010 — The",
            "PARIS, August 7 — the",
        ),
        anchors=_DASHES,
    ),
    Rule(
        name="place-and-agency",
        pattern=rf"""
            \A
            (?P<place> {_NAME} (?: [ ] {_NAME} ){{0,3}}+ {_REGION}?+ )
            ,?+ [\s\xa0]*+ -{{0,2}}+
            (?: \( [^()\n]{{2,40}}+ \) | /[ ]?[\p{{L}}\d -]{{2,20}}+/ )    # whose release it is: (CNES PR), /CNW/
            [\s\xa0]*+ (?: [–—] | -{{1,3}}+ )
            [\s\xa0]*+
            (?= ["“«\p{{Lu}}\d] )
            """,
        build=_place,
        examples=(
            "⟨PARIS (CNES PR) — ⟩The",
            "⟨LUND, Sweden /CNW/ - ⟩The",
            "⟨Cape Canaveral (NASA) -- ⟩A",
        ),
        rejects=(
            "PARIS — the",
            "in PARIS (CNES PR) — The",
            "PARIS (CNES PR) The",
            "PARIS (CNES PR) — the",
            "paris (CNES PR) — The",
        ),
        anchors=("(", "/"),
    ),
    Rule(
        name="place-in-brackets",
        pattern=rf"""
            \A
            (?: \( [ ]? \L<wires> [ ]? \) [\s\xa0]*+ )?+
            \( (?P<place> {_NAME} (?: [ ] {_NAME} ){{0,3}}+ ) ,[ ]? \)
            [\s\xa0]*+ (?: [–—] | --?+ )?+
            [\s\xa0]*+
            (?= ["“«\p{{Lu}}\d] )
            """,
        build=_place,
        examples=("⟨(Lund, ) ⟩The", "⟨(PresseBox) (Bad Lund, ) - ⟩The"),
        rejects=("In (Lund, ) The", "(Lund) The", "(lund, ) The", "(Lund, ) the", "(Lake Wire) (Lund, ) The"),
        anchors=("(",),
    ),
    Rule(
        name="place-in-capitals",
        pattern=rf"""
            \A
            (?P<place> \p{{Lu}}{{3,40}}+ (?: [ '’-] \p{{Lu}}{{2,40}}+ ){{0,3}}+ {_REGION}?+ )
            [\s\xa0]*+ (?: ---?+ | [–—] | (?<=[ ])-(?=[ ]) )
            [\s\xa0]*+
            (?= ["“«\p{{Lu}}\d] )
            """,
        build=_place,
        examples=("⟨WASHINGTON -- ⟩NASA", "⟨CAPE CANAVERAL, Fla. — ⟩The", "⟨LUND - ⟩The"),
        rejects=(
            "WASHINGTON NASA",
            "Washington -- NASA",
            "MMX -- the mission",
            "WASHINGTON-NASA",
            "At WASHINGTON -- NASA",
        ),
        anchors=_DASHES,
    ),
    Rule(
        name="known-place",
        pattern=rf"""
            \A
            (?P<place> \L<cities> )
            {_REGION}?+ [\s\xa0]*+ (?: [–—] | --?+ (?=[ ]) )
            [\s\xa0]*+
            (?= ["“«\p{{Lu}}\d] )
            """,
        build=_within,
        examples=("⟨Paris – ⟩Le", "⟨Berlin, Germany — ⟩The"),
        rejects=("Callisto – The", "Paris Le", "Paris – le", "A Paris – Le"),
        anchors=_DASHES,
    ),
)

PLACE_LINES = RuleTable(name="place lines", rules=PLACELINE_RULES)
