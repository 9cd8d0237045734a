"""`parse` as a whole: bad input, misuse, and what one failing field costs. What it reads right the other suites say."""

import datetime as dt
import pickle
import sys
from collections.abc import Callable
from typing import Any, cast

import pytest
from golden import seeds

import pressparse
from pressparse.diagnostics import SEVERITIES
from pressparse.evidence import Evidence, EvidenceMap
from pressparse.text import Span

MISSING = ["kind-missing", "reference-missing", "date-missing", "title-missing", "contacts-missing"]
TEXT = seeds()[1].text


def codes(release: pressparse.Release) -> list[str]:
    """Return the codes of the diagnostics of `release`."""
    return [found.code for found in release.diagnostics]


NOTHING = ["", " ", "\n\n\n", "\t \x0c\r\n", "\ufeff", "\xa0", "---", "<p></p>"]


@pytest.mark.parametrize("text", NOTHING, ids=repr)
def test_a_text_without_a_release_is_a_record(text: str) -> None:
    """Whatever is missing is said, and nothing is made up."""
    release = pressparse.parse(text)
    assert sorted(codes(release)) == sorted(MISSING)
    assert release.text == text
    assert (release.profile, release.paragraphs, release.dates, release.contacts) == ("generic", (), (), ())
    assert not release.evidence


@pytest.mark.parametrize(
    "text", ["\x00", "\x00\n\x00", "\ud800", "#", "**", "[]()", "\x1b[31m", "\u202e", "@", "+33"], ids=repr
)
def test_a_text_of_a_few_characters_is_a_record(text: str) -> None:
    """Whatever they are."""
    release = pressparse.parse(text)
    assert release.text == text
    assert set(codes(release)) <= set(MISSING)


def test_one_long_line_is_a_record() -> None:
    """Five megabytes without a line end are read like any other text."""
    release = pressparse.parse("The agencies met in Paris to review their joint missions. " * 90_000)
    assert len(release.text or "") > 5_000_000
    assert "field-failed" not in codes(release)
    assert len(release.paragraphs) == 1


def test_lone_carriage_returns_end_lines() -> None:
    """A text of an old Macintosh is the same release."""
    old = pressparse.parse(TEXT.replace("\n", "\r"))
    new = pressparse.parse(TEXT)
    assert [passage.text for passage in old.paragraphs] == [passage.text for passage in new.paragraphs]
    assert (old.title, old.reference and str(old.reference), old.date) == (new.title, "PR168-2017", new.date)


def test_nul_characters_stay_what_they_are() -> None:
    """They are characters of the text, and spans count them."""
    release = pressparse.parse(TEXT.replace("MMX", "M\x00X"))
    assert release.title == "France-Japan space cooperation CNES, JAXA and ISAS readying for M\x00X mission"
    assert release.evidence["title"].span.of(release.text or "") == release.title


def test_a_release_without_masthead_or_contacts_is_a_record() -> None:
    """Its paragraphs are read all the same."""
    body = TEXT.partition("readying for MMX mission")[2].partition("---")[0]
    release = pressparse.parse(body)
    assert len(release.paragraphs) == 5
    assert sorted(codes(release)) == sorted(MISSING)


@pytest.mark.parametrize("value", [None, 5, b"PRESS RELEASE", ["PRESS RELEASE"]], ids=repr)
def test_what_is_no_text_is_a_type_error(value: Any) -> None:  # noqa: ANN401 - that is the point
    """The error says what was given and what to call instead."""
    with pytest.raises(TypeError, match=rf"{type(value).__name__}; parse_bytes and parse_file"):
        pressparse.parse(value)


def test_an_unknown_profile_is_named_with_those_there_are() -> None:
    """Misuse is no diagnostic."""
    with pytest.raises(pressparse.UnknownProfileError, match=r"unknown profile 'nobody'; known are .*cnes.*generic"):
        pressparse.parse(TEXT, profile="nobody")


def test_an_unknown_language_is_named_with_those_there_are() -> None:
    """Misuse is no diagnostic."""
    with pytest.raises(pressparse.UnknownLanguageError, match=r"unknown language 'xx'; known are .*en.*fr"):
        pressparse.parse(TEXT, language="xx")


@pytest.mark.parametrize("find", [pressparse.parse, pressparse.find_phones, pressparse.find_contacts])
@pytest.mark.parametrize("region", ["France", "fr", "XX", ""])
def test_an_unknown_region_is_refused(find: Callable[..., object], region: str) -> None:
    """Else every national number would silently be none."""
    with pytest.raises(pressparse.UnknownRegionError, match=f"unknown region '{region}': .* such as FR"):
        find(TEXT, region=region)


def test_what_is_given_is_not_looked_for() -> None:
    """Profile and language of the call stand, and have no evidence in the text."""
    release = pressparse.parse(TEXT, profile="esa", language="fr")
    assert (release.profile, release.language) == ("esa", "fr")
    assert release.evidence.keys().isdisjoint({"profile", "language"})


def test_strict_raises_with_the_record() -> None:
    """The error words the findings and carries the release, through a process pool too."""
    text = TEXT.replace("PR168-2017", "PR168-2016")
    with pytest.raises(pressparse.StrictError, match=r"^reference-year-mismatch \(reference\): ") as caught:
        pressparse.parse(text, strict=True)
    assert caught.value.release == pressparse.parse(text)
    assert pickle.loads(pickle.dumps(caught.value)).release == caught.value.release  # noqa: S301 - pickled here


def test_strict_minds_no_information() -> None:
    """What is merely missing raises nothing."""
    assert pressparse.parse("", strict=True) == pressparse.parse("")


def fail(*_: object, **__: object) -> None:
    """Fail as a rule with a mistake would."""
    msg = "a mistake"
    raise ZeroDivisionError(msg)


FIELDS = [
    ("read_dates", "dates"),
    ("find_quotes", "quotes"),
    ("read_contacts", "contacts"),
    ("find_links", "links"),
    ("detect_language", "language"),
    ("find_surroundings", "boilerplate"),
]


@pytest.mark.parametrize(("finder", "field"), FIELDS)
def test_a_field_that_fails_is_lost_alone(finder: str, field: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its diagnostic names the field and the error; every field that does not need it stands."""
    whole = pressparse.parse(TEXT)
    monkeypatch.setattr(sys.modules["pressparse.parse"], finder, fail)
    release = pressparse.parse(TEXT)
    (found,) = [d for d in release.diagnostics if d.code == "field-failed"]
    assert (found.field, found.severity, found.message) == (field, "error", "ZeroDivisionError: a mistake")
    assert not getattr(release, field)
    for other in ("kind", "reference", "date", "title", "kicker", "paragraphs"):
        assert getattr(release, other) == getattr(whole, other)


STEPS = [
    "contact_blocks",
    "split_regions",
    "find_body",
    "find_lead",
    "choose_profile",
    "find_title",
    "checks",
]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_fails_leaves_a_record(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What other fields lean on may fail too: the record stands, and says what was lost."""
    home = "layout" if step in ("contact_blocks", "split_regions") else "parse"
    monkeypatch.setattr(sys.modules[f"pressparse.{home}"], step, fail)
    release = pressparse.parse(TEXT)
    assert "field-failed" in codes(release)
    assert release.text == TEXT
    assert release.links
    assert pressparse.Release.from_dict(release.to_dict()) == release


FORMATS = [
    ("A plain text\nof two lines", "text"),
    ("# A heading", "markdown"),
    ("text\n\n###### A heading", "markdown"),
    ("a **bold** word", "markdown"),
    ("see [the site](https://nowhere.org)", "markdown"),
    ("[press@nowhere.org](mailto:press@nowhere.org)", "markdown"),
    ("#1 in Europe", "text"),
    ("###", "text"),
    ("2 ** 3", "text"),
    ("* an item\n- another", "text"),
    ("a *slanted* word", "text"),
    ("a [note] (in brackets)", "text"),
    ("<p>A paragraph</p>", "text"),
    ("", "text"),
]


@pytest.mark.parametrize(("text", "name"), FORMATS, ids=[repr(row[0]) for row in FORMATS])
def test_a_heading_bold_words_or_a_link_make_markdown(text: str, name: str) -> None:
    """Everything else is text; tags in a `str` are decoration."""
    assert pressparse.parse(text).format == name


UNCLAIMED = [
    ("Seen by 300 people", ["Seen by 300 people"]),
    ("  Seen by\xa0300 people  \n\tand more\r\n", ["Seen by\xa0300 people", "and more"]),
    ("---\n\n© Nowhere Press\n\nImprimer", []),
    ("PR123-2020", []),
]


@pytest.mark.parametrize(("below", "unclaimed"), UNCLAIMED, ids=[repr(row[0]) for row in UNCLAIMED])
def test_what_nothing_understood_is_listed(below: str, unclaimed: list[str]) -> None:
    """One span a line, without its end and outer blanks; rules, credits, navigation and stamps are understood."""
    contacts = "CONTACTS\n\nPascale Bresson    Press Officer    Tel. +33 (0)1 44 76 75 39    pascale.bresson@cnes.fr"
    text = f"PRESS RELEASE\n\nBalloons over the Arctic\n\nThey flew for the first time.\n\n{contacts}\n\n{below}"
    release = pressparse.parse(text)
    assert [span.of(text) for span in release.unclaimed] == unclaimed
    assert [contact.name for contact in release.contacts] == ["Pascale Bresson"]


def test_a_rubric_is_understood() -> None:
    """The name of a subject above the date of an issuer who prints one is not listed."""
    text = "COMMUNIQUÉ DE PRESSE\n\nTerre\n\nParis, le 14 mars 2019\n\n# La banquise antarctique respire\n"
    assert pressparse.parse(text, profile="cnrs").unclaimed == ()
    assert [span.of(text) for span in pressparse.parse(text, profile="cnes").unclaimed] == ["Terre"]


def test_damage_is_said_once_with_its_place() -> None:
    """From the first to the last character that had been read in a wrong code page."""
    text = "Les ballons du pÃ´le sont prÃªts pour l’Ã©tÃ© et ils partent."
    (found,) = [found for found in pressparse.parse(text).diagnostics if found.code == "encoding-repaired"]
    assert (found.field, found.severity) == ("text", "warning")
    assert found.span
    assert found.span.of(text) == "Ã´le sont prÃªts pour l’Ã©tÃ©"


def test_diagnostics_come_in_order_of_their_spans() -> None:
    """Those without a span last, and each with the severity of its code."""
    spoiled = TEXT.replace("PR168-2017", "PR168-2016").replace("Monday 30", "Friday 30").replace("78 37", "78 3")
    found = pressparse.parse(spoiled.replace("# Press Release", "")).diagnostics
    spans = [diagnostic.span for diagnostic in found if diagnostic.span]
    assert len(spans) >= 3
    assert spans == sorted(spans)
    assert [diagnostic.span for diagnostic in found][len(spans) :] == [None]
    assert all(diagnostic.severity == SEVERITIES[diagnostic.code] for diagnostic in found)


def test_a_release_is_a_value() -> None:
    """It is frozen, hashable, equal to another of the same text, and survives pickling."""
    release = pressparse.parse(TEXT)
    assert hash(release) == hash(pressparse.parse(TEXT))
    assert pickle.loads(pickle.dumps(release)) == release  # noqa: S301 - pickled here
    with pytest.raises(AttributeError):
        release.title = "another"  # type: ignore[misc]  # that is the point


HEADLINES: list[tuple[str | None, str | None, str | None]] = [
    ("Space cooperation A probe arrives", "Space cooperation", "A probe arrives"),
    ("Space cooperation: a probe arrives", "Space cooperation", "a probe arrives"),
    ("Space cooperation", "Space cooperation", "Space cooperation"),
    ("A probe arrives", None, "A probe arrives"),
    ("A probe arrives", "Exploration", "A probe arrives"),
    (None, "Exploration", None),
]


@pytest.mark.parametrize(("title", "kicker", "headline"), HEADLINES, ids=repr)
def test_the_headline_is_the_title_without_its_kicker(
    title: str | None, kicker: str | None, headline: str | None
) -> None:
    """A title that is nothing but its kicker is its own headline."""
    release = pressparse.Release(text="", format="text", profile="generic", language="en", title=title, kicker=kicker)
    assert release.headline == headline


def test_the_body_is_its_paragraphs() -> None:
    """A blank line between them."""
    release = pressparse.parse(TEXT)
    assert release.body.split("\n\n") == [passage.text for passage in release.paragraphs]


def test_evidence_is_a_mapping() -> None:
    """By field, in order, with the usual error for a field that has none."""
    evidence = Evidence(raw="x", span=Span(0, 1), rule="title")
    found = EvidenceMap((("title", evidence),))
    assert (dict(found), len(found), list(found), found["title"]) == ({"title": evidence}, 1, ["title"], evidence)
    assert repr(found) == f"EvidenceMap({{'title': {evidence!r}}})"
    with pytest.raises(KeyError, match="place"):
        _ = found["place"]


FINDERS: list[tuple[Callable[..., tuple[Any, ...]], str, str]] = [
    (pressparse.find_references, "see PR 43/2005 and CP009-2016", "PR 43/2005|CP009-2016"),
    (pressparse.find_dates, "They met on 30 October 2017, as in April 2016.", "30 October 2017|April 2016"),
    (pressparse.find_phones, "Tel. +33 (0)1 44 76 00 01", "+33 (0)1 44 76 00 01"),
    (pressparse.find_emails, "write to presse@example.org", "presse@example.org"),
]


@pytest.mark.parametrize(("find", "text", "raw"), FINDERS, ids=lambda value: getattr(value, "__name__", None))
def test_finders_read_any_text(find: Callable[..., tuple[Any, ...]], text: str, raw: str) -> None:
    """Each alone, without a release around."""
    found = find(text)
    assert [value.raw for value in found] == raw.split("|")
    assert all(value.span.of(text) == value.raw and value.rule for value in found)


def test_find_dates_leans_on_its_anchor() -> None:
    """Without one, a date without a year has no days."""
    text = "The agreement was signed on 10 April."
    (known,) = pressparse.find_dates(text, anchor=dt.date(2017, 10, 30))
    (unknown,) = pressparse.find_dates(text)
    assert (known.start, known.end, known.basis) == (dt.date(2017, 4, 10), dt.date(2017, 4, 10), "tense")
    assert (unknown.start, unknown.end, unknown.basis) == (None, None, "unknown")


def test_find_dates_says_what_an_anchor_is() -> None:
    """A day that is only printed is none."""
    with pytest.raises(TypeError, match=r"^anchor is a datetime\.date, not str$"):
        pressparse.find_dates("on 10 April", anchor=cast("Any", "2017-10-30"))


def test_find_quotes_and_contacts_read_any_text() -> None:
    """A quote with its speaker, a contact with its number."""
    (quote,) = pressparse.find_quotes("“We are ready for launch,” said Claire Fontaine, head of the project.")
    assert (quote.text, quote.speaker) == ("We are ready for launch,", "Claire Fontaine")
    (contact,) = pressparse.find_contacts("Press contact: Claire Fontaine, +33 (0)1 44 76 00 01")
    assert (contact.name, contact.phones[0].e164) == ("Claire Fontaine", "+33144760001")
