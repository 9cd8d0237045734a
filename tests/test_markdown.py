"""Releases as Markdown, which says the same when it is parsed again."""

from typing import Any, TypeAlias

import attrs
import pytest
from export_samples import CASES, FAILURE, SEED, written
from golden import Case

import pressparse
from pressparse.exports.markdown import markdown
from pressparse.records import unstructure
from pressparse.testing.comparison import differences

Json: TypeAlias = Any  # a JSON value


# What is known by its place in the text given, or says how that was made.
NOT_COMPARED = {
    "span",
    "raw",
    "rule",
    "evidence",
    "format",
    "unclaimed",
    "speaker_span",
    "diagnostics",
    "encoding",
    "digest",
}


def comparable(value: Json) -> Json:
    """Return a record without what depends on where things stand, its blanks made even."""
    if isinstance(value, dict):
        return {key: comparable(item) for key, item in value.items() if key not in NOT_COMPARED}
    if isinstance(value, list):
        return [comparable(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_markdown_parsed_again_is_the_same_record(case: Case) -> None:
    """Every field of every release comes back."""
    release = pressparse.parse(case.text)
    again = pressparse.parse(markdown(release))
    records = [comparable(record.to_dict(text=False)) for record in (release, again)]
    assert {one.path for one in differences(*records)} == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_markdown_of_markdown_is_the_same(case: Case) -> None:
    """What is clean stays as it is."""
    once = markdown(pressparse.parse(case.text))
    assert markdown(pressparse.parse(once)) == once


def test_no_text_becomes_markup() -> None:
    """Marks, links and tags of the text are escaped, and are text again when parsed."""
    text = r"A \*star\*, a \[link\](x), \<b>a tag\</b>, \`code\`, \_a line\_ and &amp;lt; stand here."
    said = r"A *star*, a [link](x), <b>a tag</b>, `code`, _a line_ and &lt; stand here."
    release = attrs.evolve(SEED, paragraphs=(attrs.evolve(SEED.paragraphs[0], text=said),), links=())
    assert text in markdown(release)
    assert pressparse.parse(markdown(release)).paragraphs[0].text == said


@pytest.mark.parametrize(
    "front", ["TOULOUSE — ", "Paris (CNES) — ", "PARIS, June 18, 2018 (CNES) — ", "Paris, 3 mai 2018 (CNES/ESA)\n\n"]
)
def test_what_only_stands_in_a_dateline_comes_back(front: str) -> None:
    """The place of a release without a date, and the name by which its issuer is known."""
    lead = "A camera no bigger than a matchbox has sent back its first picture of the Moon since it was launched."
    release = pressparse.parse(f"Press release\n\n# Camera sends its first picture\n\n{front}{lead}\n")
    again = pressparse.parse(markdown(release))
    fields = [(read.place, read.date, read.profile, read.title, read.body) for read in (release, again)]
    assert fields[0] == fields[1]
    assert release.place
    assert release.body == lead


@pytest.mark.parametrize("start", ["# five", "- five", "+ five", "> five", "1. five", "2020) five"])
def test_no_line_opens_a_list_or_heading(start: str) -> None:
    """A paragraph that begins with a mark is one still."""
    said = f"{start} instruments were delivered."
    release = attrs.evolve(SEED, paragraphs=(attrs.evolve(SEED.paragraphs[0], text=said),))
    assert pressparse.parse(markdown(release)).paragraphs[0].text == said


@pytest.mark.parametrize(
    "embargo", ["2024-03-14", "2024-03-14T00:01", "2024-03-14T00:01+00:00", "2024-03-14T06:00-05:00"]
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_embargo_survives_markdown(embargo: str, language: str) -> None:
    """With its time and its zone."""
    release = pressparse.Release.from_dict({**SEED.to_dict(), "embargo": embargo, "language": language})
    assert pressparse.parse(markdown(release)).to_dict()["embargo"] == embargo


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "kind", ["press_release", "joint_press_release", "media_advisory", "press_kit", "statement", "note_to_editors"]
)
def test_a_kind_survives_markdown(kind: Any, language: str) -> None:  # noqa: ANN401 - a Kind
    """In English and in French."""
    assert pressparse.parse(markdown(attrs.evolve(SEED, kind=kind, language=language))).kind == kind


def test_a_rule_parts_releases() -> None:
    """In one file each begins below a line."""
    once = markdown(SEED)
    assert written([SEED, FAILURE, SEED], "markdown").decode() == f"{once}\n---\n\n{once}"


CONTACTS = [
    "## CONTACTS\nPress Officer, Helios Orbital\n\nT. +33 1 44 76 00 70\n\nMarc Holloway\n",
    "CNES CONTACTS\nMarta Aasland\nOdile Lissay\n\nTel: 01 44 76 00 34\n",
    "CNES CONTACTS\nMarta Aasland\nOdile Lissay\n01 44 76 00 34\n\nESA CONTACTS\nIrene Petit\n01 44 76 00 71\n",
]


@pytest.mark.parametrize("text", CONTACTS)
def test_contacts_keep_what_is_theirs(text: str) -> None:
    """An organization that a role names makes nobody, and numbers of nobody are given to nobody."""
    release = pressparse.parse(text)
    records = [comparable(unstructure(one)["contacts"]) for one in (release, pressparse.parse(markdown(release)))]
    assert records[0] == records[1] != []
