"""`ninjs`: IPTC's News in JSON, version 3.1."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from pressparse.exports import Export, releases_of, to_the_minute, uri_of
from pressparse.exports.records import write_documents
from pressparse.model import Contact, Release, Row

_STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}
# Where it is any day last: an embargo without a time zone ends nowhere on earth before it does here.
_LAST_ZONE = dt.timezone(dt.timedelta(hours=-12))


def news_object(release: Release) -> dict[str, Any]:
    """Return `release` as a ninjs 3.1 object."""
    people = [contact for contact in release.contacts if contact.kind == "person"]
    offices = [contact for contact in release.contacts if contact.kind != "person"]
    news = {
        "standard": _STANDARD,
        "uri": uri_of(release),
        "type": "text",
        "profile": "press-release",
        "language": release.language,
        "contentCreated": f"{release.date}T00:00:00Z" if release.date else None,
        "embargoedUntil": _embargo(release.embargo),
        "edNote": f"Embargo as printed: {to_the_minute(release.embargo)}" if release.embargo else None,
        "title": release.title,
        "headlines": [
            *_texts("main", release.headline),
            *_texts("kicker", release.kicker),
            *_texts("subtitle", release.subtitle),
        ],
        "bodies": [
            *_texts("main", release.body),
            *_texts("boilerplate", "\n\n".join(passage.text for passage in release.boilerplate)),
        ],
        "located": release.place,
        "genres": [{"name": release.kind}] if release.kind else [],
        "altIds": [{"role": "reference", "value": release.reference.canonical}] if release.reference else [],
        "infoSources": [
            *({"name": issuer.name, "role": "issuer"} for issuer in release.issuers),
            *(_reachable(contact.name or contact.organization, contact, role="press contact") for contact in offices),
        ],
        "people": [
            *(_reachable(contact.name, contact, rel="press contact") for contact in people),
            *({"name": name, "rel": "quoted"} for name in dict.fromkeys(q.speaker for q in release.quotes) if name),
        ],
    }
    return {key: value for key, value in news.items() if value}


def _texts(role: str, text: str | None) -> Iterator[dict[str, str]]:
    if text:
        yield {"role": role, "contentType": "text/plain", "value": text}


def _reachable(name: str | None, contact: Contact, **relation: str) -> dict[str, Any]:
    ways = [
        *({"type": phone.type, "role": "office", "value": phone.e164 or phone.raw} for phone in contact.phones),
        *({"type": "email", "role": "office", "value": email.address} for email in contact.emails),
    ]
    titles = " / ".join(part for part in (contact.role, contact.organization) if part)
    named = {"name": name, "literal": titles, **relation, "contactInfo": ways}
    return {key: value for key, value in named.items() if value}


def _embargo(embargo: dt.date | dt.datetime | None) -> str | None:
    """Return the first moment at which the embargo is over, wherever it was meant."""
    if embargo is None:
        return None
    moment = embargo if isinstance(embargo, dt.datetime) else dt.datetime.combine(embargo, dt.time())
    return (moment if moment.tzinfo else moment.replace(tzinfo=_LAST_ZONE)).isoformat()


def _write(rows: Iterable[Row], file: BinaryIO, *, several: bool) -> None:
    write_documents(map(news_object, releases_of(rows)), file, several=several)


NINJS = Export(name="ninjs", suffix=".ninjs.json", write=_write)
