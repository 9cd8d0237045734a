"""Issuer lines: the organizations a masthead names, `CNES / JAXA`, `CNES, Ifremer and the University of Lund`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from pressparse.book import per_book
from pressparse.cells.roles import is_organization, organization_in
from pressparse.lexicon import Word, phrase, phrases, words_of
from pressparse.profiles import Profile
from pressparse.text import View
from pressparse.tries import compile_words
from pressparse.words import fold, merged_vocabulary, spellings

_JOINED = regex.compile(r"[\s\xa0]*+(?:[,;/|•&+]|(?<=\s)[-–—](?=\s)|(?<=\s)(?:and|et|und|with|avec)(?=\s))[\s\xa0]*+")
_ARTICLE = regex.compile(r"(?:(?:and|et|the|la|le|les)[ ]|l['’])?+")
_ONE_NAME = regex.compile(r"\p{Lu}[\p{L}\d-]{1,20}")
_ACRONYM = regex.compile(r"\p{Lu}[\p{Lu}\d-]{1,9}")
_JOINTS = re.compile(r"[,/&|•;+]| (?:[-–—]|and|et|und|with|avec) ")
_VERB = regex.compile(r"\p{L}{3,}[^i]s")  # `Agency opens a base`; `Institut français`
_LONGEST_LIST = 140
LONGEST_ORGANIZATION = 80
_STEPS = 2  # of a trail


def names_issuer(line: View) -> bool:
    """Tell whether `line`, below the line of an issuer, names another one: an organization and nothing else."""
    text = line.text.removeprefix("The ")
    return len(text) <= LONGEST_ORGANIZATION and not text.isupper() and _is_named(words_of(text))


def is_above_kind(name: str, profiles: tuple[Profile, ...]) -> bool:
    """Tell whether `name`, before the kind that ends its line, is one word, a site's part or an issuer: no title."""
    known = " " not in name or fold(name) in merged_vocabulary("masthead").meanings["rubrics"]
    if known or organization_names(profiles).fullmatch(name):
        return True
    words = words_of(name)
    return _is_named(words) and not _is_headline(words)


def _is_headline(words: Sequence[Word]) -> bool:
    """Tell whether `words` tell of an organization: `Brume Joins Lake Agency`, `The Future of the Agency`."""
    noun = next((at for at, word in enumerate(words) if "organization_words" in word.tables), 0)
    small = any(not word.capital for word in words[1:noun])
    return small or any(
        _VERB.fullmatch(word.folded) and not word.tables and "not_names" not in front.tables
        for front, word in pairwise(words)
    )


def may_list_issuers(text: str, at: int) -> bool:
    """Tell at little cost whether `text` may list organizations from `at` on: whether it is short and has a joint."""
    return len(text) - at <= _LONGEST_LIST and _JOINTS.search(text, at) is not None


def organizations_in(line: View, at: int, profiles: tuple[Profile, ...]) -> tuple[tuple[int, int], ...]:
    """Return where the organizations of `line` stand, if from `at` on it lists several and says nothing else.

    One of them at least is known by its name or its acronym; beside it a single word with a capital is one as well.
    """
    text = line.text
    if not may_list_issuers(text, at):
        return ()
    places: list[tuple[int, int]] = []
    names = organization_names(profiles)
    for place in _joined(text, at):
        if places and names.fullmatch(text, places[-1][0], place[1]):  # `Airbus Defence and Space`
            places.append((places.pop()[0], place[1]))
        elif _ONE_NAME.fullmatch(text, *place) or _is_organization(text[slice(*place)], profiles):
            places.append(place)
        elif places:  # `Institute of Space and Astronautical Science` has the joint inside its name
            places.append((places.pop()[0], place[1]))
        else:
            return ()
    if _is_trail(text, at, places):
        return ()
    known = sum(bool(names.fullmatch(text, *place) or _ACRONYM.fullmatch(text, *place)) for place in places)
    if sum(" " not in text[slice(*place)] for place in places) - known > len(places) / 2:
        return ()  # `Lake Agency / Science & Exploration / Rosetta`: where a page stands
    listed = (word for place in places for word in words_of(text, *place))
    if "&" in text and not any("organizations" in word.tables for word in listed):
        return ()  # `EARTH & SKY`: what a page files its texts under
    whole = all(_ONE_NAME.fullmatch(text, *at) or _is_organization(text[slice(*at)], profiles) for at in places)
    return tuple(places) if known and whole else ()


def _is_trail(text: str, at: int, places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether slashes part the places of a site, `Lake Agency / Member States / Belgium - Français`: another joint
    stands beside them, or a country is one of the places.
    """
    steps = text.count(" / ", at)
    if steps < _STEPS:
        return False
    words = [words_of(text, *place) for place in places]
    return len(places) != steps + 1 or any(len(place) == 1 and "countries" in place[0].tables for place in words)


def _joined(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield where the pieces of `text` stand, from `at` on, that its joints part, without their articles."""
    for joint in _JOINED.finditer(text, at):
        yield _behind_article(text, at), joint.start()
        at = joint.end()
    yield _behind_article(text, at), len(text)


def _behind_article(text: str, at: int) -> int:
    article = _ARTICLE.match(text, at)
    return article.end() if article else at


def _is_organization(name: str, profiles: tuple[Profile, ...]) -> bool:
    return organization_names(profiles).fullmatch(name) is not None or (
        not (name.isupper() and " " in name) and _is_named(words_of(name))
    )


def _is_named(words: Sequence[Word]) -> bool:
    """Tell whether `words` are an organization and, unlike `NASA Sail Boat`, no more: its noun is at an end of them, or
    in front of a small word.
    """
    if not is_organization(words) or any("sentence_words" in word.tables for word in words):
        return False
    if len(words) == 1 or phrase(words) in phrases("organizations"):
        return True
    nouns = (at for at, word in enumerate(words) if "organization_words" in word.tables)
    return ("countries" in words[-1].tables and not organization_in(words)) or any(
        at == len(words) - 1 or (not at if words[at + 1].capital else not _VERB.fullmatch(words[at + 1].folded))
        for at in nouns
    )


@per_book()
def organization_names(profiles: tuple[Profile, ...]) -> regex.Pattern[str]:
    """Return the pattern of one organization of an issuer line: a known name, or a long name with its acronym."""
    names = [name for profile in profiles for name in profile.names]
    forms = (form for name in names for form in (name, *(spellings(name) if " " in name else (name.upper(),))))
    return compile_words(
        r"""
        (?: (?:and|et|with|avec|&) [ ] )?+
        (?P<name>
            \L<names> (?: [ ] \( [\p{Lu}\d-]{2,12} \) )?+ (?!\w)
          | (?: \p{Lu}[\p{L}'’-]*+ | of | for | de | la | du | des | d['’]\p{L}++ | the | and | et | für )
            (?: [ ] (?: \p{L}[\p{L}'’-]*+ | & ) ){1,8}? [ ] \( \p{Lu}(?:[\p{Lu}-]|\d(?!-)){1,11} \)
        )
        (?! ['’-]\w | [ ]\p{Ll} )                                   # 'CNES and ESA sign' goes on
        """,
        {"names": tuple(forms)},
    )
