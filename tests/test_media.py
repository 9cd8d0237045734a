"""The same release through every medium: as a text, as a web page of three kinds, as a mail with and without HTML."""

from typing import Any

import pytest
from golden import Case, corpus, seeds
from media import TEMPLATES, mail, page

import pressparse

CASES = [case for case in (*seeds(), *corpus()) if not case.held_out]
MEDIA = ("site with landmarks", "site without", "frames by tables", "mail in HTML", "mail in text")
# Keys of a record that tell of the file, of where a value stands and of how it was found.
_OF_THE_MEDIUM = {
    "source",
    "digest",
    "encoding",
    "format",
    "text",
    "span",
    "speaker_span",
    "rule",
    "evidence",
    "unclaimed",
}
_OF_THE_MEDIUM |= {"message"}
# A link is printed with its target in one medium and without in another; it is the same address.
_PRINTED = {"links": "url", "emails": "address"}

# What differs, and why it does: by release and medium. None does, today.
DIFFERENCES: dict[tuple[str, str], str] = {}


def values(record: Any, key: str = "") -> Any:  # noqa: ANN401 - a JSON value
    """Return what `record` says, without what its medium alone determines."""
    if isinstance(record, dict):
        return {name: values(value, name) for name, value in record.items() if name not in _OF_THE_MEDIUM}
    if isinstance(record, list):
        printed = _PRINTED.get(key)
        return [item[printed] if printed else values(item) for item in record]
    return record


def renderings(case: Case, title: str) -> dict[str, bytes]:
    """Return the release in each of the media; what goes with it beside its text agrees with it."""
    pages = (page(case.text, title, language=case.language, template=template) for template in TEMPLATES)
    return dict(zip(MEDIA, (*pages, mail(case.text, title), mail(case.text, title, markup=False)), strict=True))


def test_there_are_releases() -> None:
    """A suite that finds nothing fails."""
    assert len(CASES) >= 12
    assert set(DIFFERENCES) <= {(case.name, medium) for case in CASES for medium in MEDIA}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_medium_gives_the_same_values(case: Case) -> None:
    """Title, reference, dates, quotes, contacts, links, paragraphs and diagnostics are those of the text."""
    release = pressparse.parse(case.text)
    wanted = values(release.to_dict(text=False))
    for medium, data in renderings(case, release.title or "Press").items():
        found = pressparse.parse_bytes(data)
        assert found.format == ("email" if medium.startswith("mail") else "html")
        assert (values(found.to_dict(text=False)) == wanted) is ((case.name, medium) not in DIFFERENCES), medium
        assert len(found.unclaimed) == len(release.unclaimed), medium


@pytest.mark.parametrize("charset", ["cp1252", "iso-8859-15", "utf-16"])
def test_every_charset_gives_the_same_values(charset: str) -> None:
    """Letters that a charset lacks are written as entities."""
    case = seeds()[1]
    wanted = values(pressparse.parse(case.text).to_dict(text=False))
    found = pressparse.parse_bytes(page(case.text, "Press", charset=charset))
    assert values(found.to_dict(text=False)) == wanted
