"""`jsonld`: a schema.org `NewsArticle`, for web pages and knowledge graphs."""

from collections.abc import Iterable
from typing import Any, BinaryIO

from pressparse.exports import Export, releases_of, uri_of
from pressparse.exports.records import write_documents
from pressparse.model import Contact, DateExpression, Quote, Release, Row
from pressparse.profiles import profile_named

Node = dict[str, Any]


def news_article(release: Release) -> Node:
    """Return `release` as a schema.org `NewsArticle`: contacts are contact points of its publisher."""
    return {
        "@context": "https://schema.org",
        "@id": uri_of(release),
        **_node(
            "NewsArticle",
            headline=release.title,
            alternativeHeadline=release.subtitle,
            articleSection=release.kicker,
            genre=release.kind,
            identifier=release.reference and release.reference.canonical,
            datePublished=release.date and release.date.isoformat(),
            dateline=release.place,
            inLanguage=release.language,
            articleBody=release.body,
            publisher=_publishers(release),
            mentions=[*map(_person, (one for one in release.contacts if one.kind == "person"))],
            hasPart=[*map(_quotation, release.quotes)],
            citation=[_node("WebPage", url=link.url) for link in release.links],
            temporalCoverage=[*dict.fromkeys(_interval(date) for date in release.dates if date.start)],
        ),
    }


def _node(kind: str, **properties: Any) -> Node:  # noqa: ANN401 - JSON values
    return {"@type": kind, **{key: value for key, value in properties.items() if value}}


def _publishers(release: Release) -> list[Node]:
    """Return the issuers, each with the contacts of its own, the first with all others too."""
    first, *rest = dict.fromkeys(issuer.name for issuer in release.issuers) or [_issuer_named(release)]
    own = {name: [one for one in release.contacts if one.organization == name] for name in rest}
    others = [one for one in release.contacts if one.organization not in own]
    points = {first: others, **own}
    return [_node("Organization", name=name, contactPoint=[*map(_point, ones)]) for name, ones in points.items()]


def _issuer_named(release: Release) -> str | None:
    """Return the name of the issuer whose profile was recognized, else what the contacts belong to."""
    if release.profile != "generic":
        return profile_named(release.profile).title
    return next((contact.organization for contact in release.contacts if contact.organization), None)


def _point(contact: Contact) -> Node:
    return _node(
        "ContactPoint",
        contactType="press",
        name=contact.name or contact.organization,
        description=contact.role,
        telephone=[phone.e164 or phone.raw for phone in contact.phones if phone.type != "fax"],
        faxNumber=[phone.e164 or phone.raw for phone in contact.phones if phone.type == "fax"],
        email=[email.address for email in contact.emails],
    )


def _person(contact: Contact) -> Node:
    organization = _node("Organization", name=contact.organization) if contact.organization else None
    return _node("Person", name=contact.name, jobTitle=contact.role, worksFor=organization)


def _quotation(quote: Quote) -> Node:
    speaker = _node("Person", name=quote.speaker, jobTitle=quote.speaker_role) if quote.speaker else None
    return _node("Quotation", text=quote.text, spokenByCharacter=speaker)


def _interval(date: DateExpression) -> str:
    return f"{date.start}" if date.start == date.end else f"{date.start}/{date.end}"


def _write(rows: Iterable[Row], file: BinaryIO, *, several: bool) -> None:
    write_documents(map(news_article, releases_of(rows)), file, several=several)


JSONLD = Export(name="jsonld", suffix=".jsonld", write=_write)
