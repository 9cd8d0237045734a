"""Whose release it is: the profile that its reference, masthead, addresses or first sentences point to."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

import regex

from pressparse.book import per_book
from pressparse.evidence import Evidence, evidence_of
from pressparse.headlines import kicker_at
from pressparse.peeling import Peeled
from pressparse.profiles import Profile
from pressparse.text import View
from pressparse.tries import compile_words

Choice = tuple[Profile, Evidence | None]

_LONGEST_HOST = 100
_HOST = regex.compile(
    r"""
    (?P<mail> @ | [ ]at[ ] | [\[(] [ ]? at [ ]? [\])] [ ]? )?
    (?<![\w.-]) (?P<host> (?: [\w-]{1,40}+ \. ){1,5}+ \w++ )
    \Z
    """,
    regex.VERBOSE,
)
_OPENING = 3  # paragraphs in which a release names who it is about
_QUOTING = frozenset('"“«')
_LABELS = regex.compile(r"(?<![\w-])[\w-]")  # where the parts of a host begin
_ENOUGH_MENTIONS = 2  # a title counts twice
# A release quotes the head of its own house: `CNES President X`, « Y, Président du CNES ».
_HEAD = regex.compile(
    r"(?i)\b(?:president|pr[ée]sidente?|chairman|chairwoman|ceo|pdg|director[ -]general|administrator)\b"
)
_TITLE_WITHIN = 20  # characters
_FRONT = 80  # characters of the lead in which one is enough
# `PARIS (CNES PR) — ` says whose the release is.
_BEHIND_AGENCY = regex.compile(r"(?:[ ](?:PR|Press Release))?\)[\s\xa0]*+(?:[–—]|--?)[\s\xa0]")


def choose_profile(
    document: View,
    fronts: Sequence[Peeled],
    titles: Sequence[View],
    paragraphs: Sequence[View],
    profiles: tuple[Profile, ...],
) -> Choice:
    """Return the profile that the text points to, with the words that do; the last of `profiles` where none do.

    The stronger evidence wins: the issuer's own grammar of references; its name on a line of the masthead; its domain
    in a mail address, then in a web address; the brackets of a dateline; a kicker of its own; its layout; how often the
    title and the first paragraphs name it; whether the first who is quoted is the head of its house. `fronts` are the
    peeled lines of the head, `titles` its titles.
    """
    opening = paragraphs[:_OPENING]
    return (
        _by_reference(fronts, profiles)
        or _by_masthead(fronts, profiles)
        or _by_domain(document, profiles)
        or _by_dateline(opening, profiles)
        or _by_kicker(titles, profiles)
        or _by_layout(fronts, (*titles, *opening), profiles)
        or _by_mentions(titles, opening, profiles)
        or _by_quotation(paragraphs, profiles)
        or (profiles[-1], None)
    )


def _by_reference(fronts: Sequence[Peeled], profiles: tuple[Profile, ...]) -> Choice | None:
    owners = {rule.name: profile for profile in profiles[:-1] for rule in profile.references}
    for front in fronts:
        for hit in front.references:
            if hit.rule.name in owners:
                return owners[hit.rule.name], evidence_of(front.line.cut(hit.start, hit.end), "reference")
    return None


def _by_masthead(fronts: Sequence[Peeled], profiles: tuple[Profile, ...]) -> Choice | None:
    for front in fronts:
        match = _names(profiles).search(front.line.text, 0, front.rest)
        if match:
            return _owner(match[0], profiles), evidence_of(front.line.cut(*match.span()), "masthead")
    return None


def _by_domain(document: View, profiles: tuple[Profile, ...]) -> Choice | None:
    text = document.text
    found = list(_domains(text, profiles))
    mailed = [address for address in found if address[2]]
    if found:
        owner, place, _ = (mailed or found)[0]
        return owner, evidence_of(document.cut(*place), "mail-domain" if mailed else "web-domain")
    if "@" in text:  # somebody's addresses, and nobody's whom a profile describes
        return profiles[-1], None
    return None


def _by_dateline(opening: Sequence[View], profiles: tuple[Profile, ...]) -> Choice | None:
    for view in opening:
        for match in _names(profiles).finditer(view.text, 0, _FRONT):
            if view.text[match.start() - 1] == "(" and _BEHIND_AGENCY.match(view.text, match.end()):
                return _owner(match[0], profiles), evidence_of(view.cut(*match.span()), "dateline")
    return None


def _by_kicker(titles: Sequence[View], profiles: tuple[Profile, ...]) -> Choice | None:
    for title in titles:
        for profile in profiles:
            end, _ = kicker_at(title.text, (profile,))
            if end:
                return profile, evidence_of(title.cut(0, end), "kicker")
    return None


def _by_layout(fronts: Sequence[Peeled], opening: Sequence[View], profiles: tuple[Profile, ...]) -> Choice | None:
    """Return who is named among those that print a kicker behind the bar of their date line, as is done here."""
    if not any(front.date and "|" in front.line.text[front.date.end : front.rest] for front in fronts):
        return None
    for view in opening:
        for match in _names(profiles).finditer(view.text):
            owner = _owner(match[0], profiles)
            if owner.kicker_on_date_line:
                return owner, evidence_of(view.cut(*match.span()), "layout")
    return None


def _by_mentions(titles: Sequence[View], opening: Sequence[View], profiles: tuple[Profile, ...]) -> Choice | None:
    """Return who is named most often, of two the first; once is enough at the front of the lead.

    Titles count twice, and so does the lead's first head of a house; an acronym behind its own long name does not.
    """
    named = [(view, match) for view in (*titles, *opening) for match in _mentions(view.text, profiles)]
    if not named:
        return None
    times = Counter(_owner(match[0], profiles) for _, match in named)
    times.update(_owner(match[0], profiles) for view, match in named if view in titles)
    heads = (match for view, match in named if view in opening[:1] and _HEAD.search(view.text, *_beside(match)))
    times.update(_owner(match[0], profiles) for match in islice(heads, 1))
    (chosen, most), *_ = times.most_common(1)
    view, match = next(place for place in named if _owner(place[1][0], profiles) is chosen)
    at_front = view in (*titles, *opening[:1]) and match.start() < _FRONT
    if most < _ENOUGH_MENTIONS and not at_front and not _HEAD.search(view.text, *_beside(match)):
        return None
    return chosen, evidence_of(view.cut(*match.span()), "mentions")


def _by_quotation(paragraphs: Sequence[View], profiles: tuple[Profile, ...]) -> Choice | None:
    quoting = [view for view in paragraphs if not _QUOTING.isdisjoint(view.text)]
    for view in quoting[:1]:
        for match in _names(profiles).finditer(view.text):
            if _HEAD.search(view.text, *_beside(match)):
                return _owner(match[0], profiles), evidence_of(view.cut(*match.span()), "quotation")
    return None


def _mentions(text: str, profiles: tuple[Profile, ...]) -> Iterator[regex.Match[str]]:
    """Yield the names in `text`, without the acronym behind a long one: `Japan Aerospace Exploration Agency (JAXA)`."""
    end = -1
    for match in _names(profiles).finditer(text):
        if text[end : match.start()] != " (":
            yield match
        end = match.end()


def _owner(name: str, profiles: tuple[Profile, ...]) -> Profile:
    return next(profile for profile in profiles if name.lower() in (known.lower() for known in profile.names))


def _beside(match: regex.Match[str]) -> tuple[int, int]:
    return max(0, match.start() - _TITLE_WITHIN), match.end() + _TITLE_WITHIN


@per_book()
def _names(profiles: tuple[Profile, ...]) -> regex.Pattern[str]:
    names = [name for profile in profiles for name in profile.names]
    spellings = [*names, *(name.upper() for name in names)]
    return compile_words(r"(?<![\w@.-]) \L<names> (?![\w@]|[.-]\w)", {"names": tuple(spellings)})


def _domains(text: str, profiles: tuple[Profile, ...]) -> Iterator[tuple[Profile, tuple[int, int], bool]]:
    """Yield whose domains `text` prints, where, and whether in a mail address."""
    owners = _owners_of_domains(profiles)
    for match in _top_levels(profiles).finditer(text):
        end = match.end()
        before = _HOST.search(text, max(0, end - _LONGEST_HOST), end)
        for start in _LABELS.finditer(text, before.start("host"), end) if before else ():
            owner = owners.get(text[start.start() : end].lower())
            if before and owner:
                yield owner, (start.start(), end), bool(before["mail"])


@per_book()
def _owners_of_domains(profiles: tuple[Profile, ...]) -> dict[str, Profile]:
    return {domain: profile for profile in profiles for domain in profile.domains}


@per_book()
def _top_levels(profiles: tuple[Profile, ...]) -> re.Pattern[str]:
    """Return the pattern of the last parts of all domains: behind a literal dot it costs next to nothing."""
    ends = {domain.rpartition(".")[2] for profile in profiles for domain in profile.domains}
    return re.compile(rf"\.(?:{'|'.join(sorted(ends))})(?![\w-]|\.\w)", re.IGNORECASE)
