"""One straight sentence: text, lines, regions, finders, release.

The only place where a field may use another: a date of the body needs the release date, contacts the profile's country.
"""

import datetime as dt
from collections.abc import Sequence

import attrs
import regex

from pressparse.body import Body, find_body
from pressparse.checks import checks
from pressparse.contacts import Contacts, read_contacts
from pressparse.dates import read_dates
from pressparse.diagnostics import Attempts, diagnostic
from pressparse.errors import StrictError, UnknownLanguageError
from pressparse.evidence import Evidence, EvidenceMap, evidence_of
from pressparse.language import detect_language
from pressparse.layout import Layout, lay_out
from pressparse.lines import Line
from pressparse.links import find_links
from pressparse.masthead import Masthead, find_lead, find_masthead
from pressparse.model import DateExpression, Diagnostic, Format, Quote, Release
from pressparse.peeling import Peeled
from pressparse.phones import check_region
from pressparse.profiles import Profile, known_profiles, profile_named
from pressparse.quotes import find_quotes
from pressparse.recognition import choose_profile
from pressparse.surroundings import Surroundings, find_surroundings, passage_of
from pressparse.text import Span, View, hull, join
from pressparse.titles import Title, find_title, is_rubric
from pressparse.words import LANGUAGES
from pressparse.wrapping import unwrap

_MARKDOWN = regex.compile(r"\*\*[^*\n]{1,2000}+\*\*|\[[^\[\]\n]{1,300}+\]\([^()\n]{1,800}+\)")
_BLOCK = "\n\n"
_LANGUAGE_EVIDENCE = 60  # characters of the lead
_LANGUAGE_PARAGRAPHS = 4


def parse(
    text: str,
    *,
    profile: str | None = None,
    language: str | None = None,
    region: str | None = None,
    strict: bool = False,
) -> Release:
    """Return the record of the release `text`; what the text says never raises.

    `profile` names the issuer's layout, `language` the body's language, `region` (ISO 3166, `FR`) the country of
    national phone numbers; each is found in the text where it is not given.

    Raises `TypeError` for anything but a `str`, `UnknownProfileError`, `UnknownLanguageError`, `UnknownRegionError`,
    and under `strict` `StrictError`, carrying the record, where it has warnings or errors.
    """
    if not isinstance(text, str):
        msg = f"parse takes the release's text as str, not {type(text).__name__}; parse_bytes and parse_file take files"
        raise TypeError(msg)
    if language is not None and language not in LANGUAGES:
        raise UnknownLanguageError(language, LANGUAGES)
    check_region(region)
    release = _parse(text, profile_named(profile) if profile is not None else None, language, region)
    if strict and any(found.severity != "info" for found in release.diagnostics):
        raise StrictError(release)
    return release


def _parse(text: str, profile: Profile | None, language: str | None, region: str | None) -> Release:
    attempt = Attempts()
    layout = lay_out(text, attempt)
    body = attempt("paragraphs", find_body, layout.runs("body"), otherwise=_NO_BODY)
    opening = _open(layout, body, profile, attempt)
    texts = opening.texts
    spoken = language or attempt("language", _language, opening.title, texts, otherwise=None)
    dates, date_doubts = attempt("dates", _dates, opening, body, spoken, otherwise=((), ()))
    block = [line for run in layout.runs("contacts") for line in run]
    contacts = attempt("contacts", read_contacts, block, region or opening.profile.region, otherwise=_NO_CONTACTS)
    around = attempt("boilerplate", find_surroundings, layout.regions, otherwise=Surroundings())
    masthead, title, kicker = opening.masthead, opening.title, opening.kicker
    release = Release(
        text=text,
        format=_format(layout.lines, layout.view.text),
        profile=opening.profile.name,
        language=spoken,
        kind=masthead.kind,
        issuers=masthead.issuers,
        reference=masthead.references[0] if masthead.references else None,
        date=masthead.date,
        place=masthead.place,
        embargo=masthead.embargo,
        title=title.title.text if title else None,
        kicker=kicker.text if kicker else None,
        subtitle=title.subtitle.text if title and title.subtitle else None,
        paragraphs=tuple(map(passage_of, texts)),
        subheadings=tuple(map(passage_of, body.subheadings)),
        captions=around.captions,
        boilerplate=around.boilerplate,
        footnotes=around.footnotes,
        dates=dates,
        quotes=attempt("quotes", _quotes, texts, spoken, otherwise=()),
        contacts=contacts.contacts,
        links=attempt("links", find_links, layout.view, otherwise=()),
        unclaimed=_unclaimed(layout, block, contacts.explained, opening.profile),
        evidence=_evidence(opening, spoken if language is None else None),
    )
    across = attempt("diagnostics", checks, release, masthead, otherwise=())
    doubts = (*attempt.failures, *_damage(layout.damaged), *date_doubts, *contacts.diagnostics, *across)
    return attrs.evolve(release, diagnostics=_in_order(doubts)) if doubts else release


@attrs.frozen
class _Opening:
    """Whose release it is and what it opens with; `texts` are the paragraphs, the lead without its dateline."""

    profile: Profile
    because: Evidence | None
    masthead: Masthead
    title: Title | None
    texts: tuple[View, ...]

    @property
    def kicker(self) -> View | None:
        """The occasion, from the date line or the title."""
        return self.masthead.kicker or (self.title.kicker if self.title else None)


def _open(layout: Layout, body: Body, profile: Profile | None, attempt: Attempts) -> _Opening:
    profiles = known_profiles()
    lead = attempt("place", find_lead, body.paragraphs, profiles, otherwise=None)
    fronts = [front for region in layout.regions for front in region.fronts]
    title_parts = [part for region in layout.regions if region.kind == "title" for part in region.parts]
    titles = [unwrap(part.lines) for part in title_parts]
    nobody = (profiles[-1], None)
    found = attempt("profile", choose_profile, layout.view, fronts, titles, body.paragraphs, profiles, otherwise=nobody)
    chosen, because = found if profile is None else (profile, None)
    masthead = find_masthead(fronts, lead, chosen, attempt)
    title = attempt("title", find_title, title_parts, chosen, attempt, otherwise=None)
    return _Opening(chosen, because, masthead, title, _without_dateline(body.paragraphs, lead, masthead.lead))


_NO_BODY = Body((), ())
_NO_CONTACTS = Contacts((), (), ())


def _without_dateline(paragraphs: tuple[View, ...], lead: Peeled | None, length: int) -> tuple[View, ...]:
    if not lead or not length:
        return paragraphs
    rest = lead.line.cut(length, len(lead.line.text)).strip()
    return tuple(rest if view is lead.line else view for view in paragraphs if view is not lead.line or rest.text)


def _language(title: Title | None, texts: Sequence[View]) -> str | None:
    """Return the language of the body; where there is too little of it, of the title and it."""
    body = " ".join(view.text for view in texts[:_LANGUAGE_PARAGRAPHS])
    return detect_language(body) or (detect_language(f"{title.title.text} {body}") if title else None)


def _dates(
    opening: _Opening, body: Body, language: str | None
) -> tuple[tuple[DateExpression, ...], tuple[Diagnostic, ...]]:
    """Return the dates of title, subtitle, sub-headings and paragraphs, in the order of the text."""
    title, texts = opening.title, opening.texts
    titles = (title.title, *([title.subtitle] if title.subtitle else ())) if title else ()
    views = sorted((*titles, *body.subheadings, *texts), key=_start)
    if not views:
        return (), ()
    anchor = _anchor(opening.masthead, texts, language)
    order, lead = opening.profile.date_order, texts[0] if texts else None
    return read_dates(join(views, _BLOCK), anchor=anchor, language=language, order=order, lead=lead)


def _anchor(masthead: Masthead, texts: Sequence[View], language: str | None) -> dt.date | int | None:
    """Return what dates without a year start from: the release date, the reference's year, a full date of the lead."""
    if masthead.date:
        return masthead.date
    if masthead.references:
        return masthead.references[0].year
    dates, _ = read_dates(texts[0], anchor=None, language=language) if texts else ((), ())
    return next((date.start for date in dates if date.basis == "printed" and date.precision == "day"), None)


def _start(view: View) -> int:
    return view.whole.start


def _quotes(texts: tuple[View, ...], language: str | None) -> tuple[Quote, ...]:
    return find_quotes(join(texts, _BLOCK), language=language) if texts else ()


def _format(lines: Sequence[Line], text: str) -> Format:
    return "markdown" if any(line.heading for line in lines) or _MARKDOWN.search(text) else "text"


def _unclaimed(layout: Layout, block: Sequence[Line], explained: Sequence[Line], profile: Profile) -> tuple[Span, ...]:
    unknown = [line for run in layout.runs("unknown") for line in run]
    if unknown and is_rubric(unknown[0].text, profile):
        unknown = unknown[1:]
    understood = {line.span for line in explained}
    return tuple(sorted(line.span for line in (*unknown, *block) if line.span not in understood))


def _evidence(opening: _Opening, language: str | None) -> EvidenceMap:
    masthead, title, texts = opening.masthead, opening.title, opening.texts
    found = list(masthead.evidence)
    if title:
        found.append(("title", evidence_of(title.title, "title")))
    if masthead.kicker:
        found.append(("kicker", evidence_of(masthead.kicker, "date-line")))
    elif title and title.kicker and title.kicker_rule:
        found.append(("kicker", evidence_of(title.kicker, title.kicker_rule)))
    if title and title.subtitle:
        found.append(("subtitle", evidence_of(title.subtitle, "second-title")))
    if opening.because:
        found.append(("profile", opening.because))
    if language and texts:
        first = texts[0]
        found.append(("language", evidence_of(first.cut(0, _LANGUAGE_EVIDENCE).strip(), "common-words")))
    return EvidenceMap(tuple(found))


def _damage(damaged: tuple[Span, ...]) -> tuple[Diagnostic, ...]:
    if not damaged:
        return ()
    message = f"{len(damaged)} characters had been read in a wrong code page"
    return (diagnostic("encoding-repaired", "text", message, hull(damaged)),)


def _in_order(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return `found` in order of their spans, those without last."""
    return tuple(sorted(found, key=lambda one: (one.span is None, one.span or ())))
