"""`explain`: why a value came out, or did not, told from the text parsed again."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs
import pytest
from golden import corpus, seeds

import pressparse
from pressparse import Explanation, Parser, Rule
from pressparse.book import Book, open_book, reading
from pressparse.dates.mentions import DATES
from pressparse.emails import EMAILS
from pressparse.explain import explain_fields
from pressparse.explain.case import Trace
from pressparse.explain.reasons import ABSENT, GIVEN_LANGUAGE, NO_LANGUAGE, NO_PROFILE, OTHERWISE, REGIONS
from pressparse.kinds import KINDS
from pressparse.model import Release
from pressparse.phones import PHONES, number_at
from pressparse.rules import in_book
from pressparse.stamps import RELEASE_DATES
from pressparse.text import View

CASES = [case for case in (*seeds(), *corpus()) if not case.held_out]
CASES = [*CASES[:2], *CASES[2::3]]  # parsing with a trace takes a while
JAPAN = next(case for case in seeds() if "PR168-2017" in case.text).text
TEXT = """\
PRESS RELEASE
ABC 12/2031
31 June 2031
Tromsberg, 14 March 2031
Published on 15 March 2031

Sounding rocket finds thin ice above the clouds

The Borealis Polar Institute launched its sounding rocket Kestrel on Wednesday 12 March. A boat picked up the payload.

“Nobody had seen such ice,” said the crew.

Contacts
Runa Solheim, Press Officer, runa.solheim@bpi.example
Mobile: 06 44 76 00 41
Funk: 40 55 01 23
"""


def paths(value: Any, path: str = "") -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield the paths to all that a record holds."""
    if path:
        yield path
    if isinstance(value, dict):
        for name, item in value.items():
            yield from paths(item, f"{path}.{name}".lstrip("."))
    elif isinstance(value, list) and not all(isinstance(item, int) for item in value):
        for at, item in enumerate(value):
            yield from paths(item, f"{path}[{at}]")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_everything_can_be_explained(case: Any) -> None:  # noqa: ANN401 - a golden case
    """Each path of each record: parsed again the value is the same, and what stands somewhere is shown there."""
    release = pressparse.parse(case.text)
    told = explain_fields(release, tuple(paths(release.to_dict())))
    assert len(told) > 50
    assert [one.field for one in told if OTHERWISE in one.because] == []
    for one in told:
        lines = str(one).splitlines()
        assert lines[0].startswith(f"{one.field}: ")
        assert one.place is None or (one.place.raw == one.place.span.of(case.text) and not one.missing)
        assert one.rule is None or one.place
        assert one.table is None or one.rule


def told(field: str, text: str = TEXT, **options: Any) -> Explanation:  # noqa: ANN401 - those of `parse`
    """Return why `field` is what it is in the record of `text`."""
    return pressparse.explain(pressparse.parse(text, **options), field)


PRINTED = [
    ("reference", "reference: prefix ABC, number 12, year 2031, canonical ABC12-2031"),
    ("reference", "  at 14–25 in the masthead: ⟨ABC 12/2031⟩"),
    ("reference", "  rule: lettered-reference (table references)"),
    ("kind", "  words: kinds: press release = press_release"),
    ("date", "  rule: day-month-year (table release dates)"),
    ("date", "  words: months: march = 3"),
    ("date", "  lost: ⟨31 June 2031⟩, release dates/day-month-year: refused by its build: the pattern matches, but "),
    (
        "date",
        "  lost: Published on ⟨15 March 2031⟩, release dates/day-month-year: a dateline counts before a date line ",
    ),
    ("evidence.date", "evidence.date: 14 March 2031"),
    ("evidence.date", "  at 50–63 in the masthead: Tromsberg, ⟨14 March 2031⟩"),
    ("evidence", "evidence: kind PRESS RELEASE, date 14 March 2031, place Tromsberg, "),
    ("place", "  at 39–48 in the masthead: ⟨Tromsberg⟩, 14 March 2031"),
    ("embargo", "embargo: missing"),
    ("embargo", "  looked for in: masthead: ⟨ABC 12/2031⟩"),
    ("title", "  rule: title"),
    ("dates", "dates: 1 of them"),
    ("dates[0]", "dates[0]: start 2031-03-12, end 2031-03-12, precision day, basis weekday"),
    ("dates[0]", "  rule: days-of-month (table dates)"),
    ("dates[0]", "  because: weekday: the printed weekday fits no other year near the release's"),
    ("dates[0].basis", "  words: weekdays: wednesday = 2"),
    ("dates[0]", "dates/weekday: 'days-of-month' comes first in the table"),
    ("dates[0].modifier", "dates[0].modifier: missing"),
    ("quotes[0].speaker", "quotes[0].speaker: missing"),
    ("quotes[0].speaker", "  looked for in: body: ⟨“Nobody had seen such ice,” said the crew.⟩"),
    ("contacts", "  words: heading_keys: contacts"),
    ("contacts[0]", "  joined: Press Officer: stands in one line with the name"),
    (
        "contacts[0]",
        "  joined: runa.solheim@bpi.example: stands in one line with the name; the address spells the name",
    ),
    ("contacts[0].role", "  words: role_nouns: officer"),
    ("contacts[0].organization", "  looked for in: contacts: ⟨Mobile: 06 44 76 00 41⟩"),
    ("contacts[0].phones[0]", "  words: phone_labels: mobile = mobile"),
    (
        "contacts[0].phones[0].type",
        "  because: a national number, and the profile generic names no country to read it in",
    ),
    ("contacts[0].phones[0]", "  joined: 06 44 76 00 41: stands between this name and the next one"),
    ("unclaimed[0]", "unclaimed[0]: "),
    ("unclaimed[1]", "  because: among contacts it reads as other: Funk"),
    ("diagnostics", "diagnostics: missing"),
    ("diagnostics", f"  because: {ABSENT['diagnostics']}"),
    ("footnotes", "  looked for in: footnote: the text has none"),
    ("source", "  because: known only of what was read from bytes or files"),
    ("links", "  because: the whole text prints no web address"),
    ("format", "format: text"),
    ("text", "text: PRESS RELEASE ABC 12/2031 31 June 2031 "),
    ("profile", f"  because: {NO_PROFILE}"),
]


@cache
def lines_of(text: str) -> dict[str, list[str]]:
    """Return the lines that tell each field of `text`, and each that it has not."""
    release = pressparse.parse(text)
    explanations = explain_fields(release, [*paths(release.to_dict())])
    return {one.field: str(one).splitlines() for one in explanations}


@pytest.mark.parametrize(("field", "line"), PRINTED, ids=[f"{row[0]}: {row[1].strip()}"[:80] for row in PRINTED])
def test_an_explanation_says(field: str, line: str) -> None:
    """Value, place, rule, words, joins, what lost, and where it was looked for, a line each."""
    assert any(line in said for said in lines_of(TEXT)[field])


OF_A_SEED = [
    ("profile", "  because: its grammar of references fits"),
    ("kicker", "  rule: france-country-cooperation (table kickers)"),
    ("quotes[0].speaker", "  at 1963–1980 in the body: After the meeting, ⟨Jean-Yves Le Gall⟩ commented: "),
    ("contacts[0].name", "  words: given: fabienne"),
    ("contacts[0].organization", "  joined: CNES: organization: the heading above names it"),
    ("contacts[0]", "  joined: CNES: organization: the heading above names it"),
    ("contacts[1].emails[0].address", "  rule: markdown-link (table emails)"),
    ("contacts[1].emails[0]", "emails/printed: overlaps what 'markdown-link' took"),
    ("contacts[1].phones[0]", "  joined: +33 (0)1 44 76 75 39: stands in a column with one cell for each name, at the"),
    ("reference", "references/lettered-reference: 'cnes-reference' comes first in the table"),
    ("unclaimed", "  because: every line belongs to something that is understood"),
    ("links[0].url", "  at 2671–2685 in the contacts: **⟨presse.cnes.fr⟩**"),
]


@pytest.mark.parametrize(("field", "line"), OF_A_SEED, ids=[f"{row[0]}: {row[1].strip()}"[:80] for row in OF_A_SEED])
def test_an_explanation_of_a_seed_says(field: str, line: str) -> None:
    """The same of a real release."""
    assert any(line in said for said in lines_of(JAPAN)[field])


def test_doubts_are_told() -> None:
    """The diagnostics of a field, and a diagnostic itself."""
    text = JAPAN.replace("PR168-2017", "PR168-2016")
    (doubt,) = told("reference", text).doubts
    assert doubt.startswith("reference-year-mismatch: ")
    assert told("diagnostics[0]", text).place == told("reference", text).place
    text = JAPAN.replace("+33 (0)1 44 76 78 37", "+33 (0)1 44 76 78")
    for field in ("contacts[0].phones[0]", "contacts[0].phones[0].e164", "contacts[0]", "contacts"):
        assert told(field, text).doubts[0].startswith("phone-invalid: ")


def test_a_national_number_names_its_country() -> None:
    """That of the profile."""
    text = JAPAN.replace("+33 (0)1 44 76 78 37", "01 44 76 78 37")
    assert told("contacts[0].phones[0]", text).because == (
        "a national number, read in FR, the country of the profile cnes",
    )


@pytest.mark.parametrize(
    ("field", "unknown"),
    [
        ("contacts[0].role", ["Media Ranger", "Fernkopie"]),
        ("contacts[0].organization", ["Media Ranger", "Fernkopie"]),
        ("contacts[0].phones[0]", []),
        ("contacts[0].phones[1]", ["Fernkopie"]),
    ],
)
def test_what_nobody_knows_beside_a_value_is_told(field: str, unknown: list[str]) -> None:
    """Of a number its label, of what a contact lacks all words on its lines; where contacts stand is not asked."""
    text = "Media contacts\nAnna Lund, Media Ranger\nTel. +41 71 555 01 42\nFernkopie: +41 71 555 01 44\n"
    assert told(field, text).because == tuple(f"among contacts it reads as other: {words}" for words in unknown)


def test_a_language_is_found_or_given_or_not() -> None:
    """Common words of the body tell it."""
    assert told("language").rule == "common-words"
    assert told("language", language="fr").because == (GIVEN_LANGUAGE,)
    assert told("language", "x").because == (NO_LANGUAGE,)


@pytest.mark.parametrize("options", [{"profile": "cnes"}, {"language": "fr"}, {"profile": "esa", "language": "en"}])
def test_a_text_is_parsed_again_as_it_was(options: dict[str, str]) -> None:
    """What the record's evidence does not tell was given."""
    release = pressparse.parse(TEXT, **options)  # type: ignore[arg-type]  # names of options
    for one in explain_fields(release, tuple(paths(release.to_dict()))):
        assert OTHERWISE not in one.because


CHANGED = [
    ("title", {"title": "Another"}),
    ("contacts[0].name", {"contacts": ()}),
    ("profile", {"profile": "bpi"}),
]


@pytest.mark.parametrize(("field", "change"), CHANGED, ids=[row[0] for row in CHANGED])
def test_a_record_of_elsewhere_is_noticed(field: str, change: dict[str, Any]) -> None:
    """What does not come out again is said to be of another parser."""
    release = pressparse.parse(TEXT)
    if field == "contacts[0].name":
        release = attrs.evolve(release, text="Nobody")
        assert OTHERWISE in pressparse.explain(release, field).because
    else:
        assert OTHERWISE in pressparse.explain(attrs.evolve(release, **change), field).because


def test_a_record_that_was_kept_is_explained() -> None:
    """From its JSON, if its text was kept."""
    release = pressparse.parse(TEXT)
    kept = Release.from_dict(release.to_dict())
    assert pressparse.explain(kept, "date") == pressparse.explain(release, "date")
    with pytest.raises(pressparse.NoTextError, match=r"the record has no text to parse again: keep it by to_dict\(\)"):
        pressparse.explain(Release.from_dict(release.to_dict(text=False)), "date")


NOWHERE = [
    ("dat", "the record has no 'dat'; there are schema_version, "),
    ("date.x", "date has no 'x'; there is nothing inside"),
    ("date[0]", "date is no list"),
    ("contacts[1]", "contacts holds 1, counted from 0"),
    ("contacts.name", "contacts holds 1; say which, as in 'contacts[0]'"),
    ("contacts[0].nam", "contacts[0] has no 'nam'; there are kind, name, role, "),
    ("kicker.x", "kicker is missing"),
    ("evidence.kicker", "evidence has no 'kicker'; there are kind, date, "),
    ("unclaimed[0].x", "unclaimed[0] has no 'x'; there are start, end"),
    ("", "is no path; paths look like 'date' or 'contacts[1].phones[0]'"),
    ("contacts[-1]", "is no path; "),
    ("contacts[0]name", "is no path; "),
    ("contacts..name", "is no path; "),
    ("Date", "is no path; "),
]


@pytest.mark.parametrize(("field", "message"), NOWHERE, ids=[row[0] for row in NOWHERE])
def test_a_path_that_leads_nowhere_is_an_error(field: str, message: str) -> None:
    """It names what there is instead."""
    with pytest.raises(pressparse.FieldError) as caught:
        told(field)
    assert str(caught.value).startswith(f"{field!r}: {message}")


def test_a_parser_explains_by_its_own_rules() -> None:
    """Of a text or of a record."""
    parser = Parser(vocabularies={"contacts": {"phone_labels": {"funk": "mobile"}}})
    one = parser.explain(TEXT, "contacts[0].phones[1]")
    assert one.words == ("phone_labels: funk = mobile",)
    assert parser.explain(parser.parse(TEXT), "contacts[0].phones[1]") == one


def test_a_number_that_a_rule_reads_with_its_country_is_no_national_one() -> None:
    """However it is printed."""
    starred = Rule(
        name="starred",
        table="phones",
        pattern=r"\*351 (?: \*\d+ ){3}",
        build=lambda match: number_at(match.string, *match.span(), "+" + match[0].replace("*", "")),
        examples=("*351*21*000*1133",),
        rejects=(),
    )
    text = TEXT.replace("06 44 76 00 41", "*351*21*000*1133")
    assert "*351" in text
    parser = Parser(rules=[starred])
    phones = parser.parse(text).contacts[0].phones
    at = next(at for at, phone in enumerate(phones) if phone.rule == "starred")
    assert phones[at].e164 == "+351210001133"
    assert "national" not in str(parser.explain(text, f"contacts[0].phones[{at}]"))


def test_rules_that_fail_are_told() -> None:
    """As what lost, by the error; the rest of the explanation stands."""
    lame = Rule(
        name="lame", table="release dates", pattern=r"15[ ]March", build=_fails, examples=("15 March",), rejects=()
    )
    (lost,) = (found for found in Parser(rules=[lame]).explain(TEXT, "date").candidates if found.rule == "lame")
    assert lost.reason == "failed: ZeroDivisionError: 15 March"
    lame = attrs.evolve(lame, table="phones", pattern=r"06[ ]44", examples=("06 44",))
    one = Parser(rules=[lame]).explain(TEXT, "contacts")
    assert (one.missing, one.words) == (True, ())
    assert one.doubts[0] == "field-failed: ZeroDivisionError: 06 44 (rule lame)"


def _fails(match: Any) -> object:  # noqa: ANN401 - a match
    raise ZeroDivisionError(match[0])


def test_long_texts_are_cut() -> None:
    """A line is a line."""
    text = f"# {'A very long title ' * 40}\n\nThe body is short here, and it ends at once.\n"
    assert max(map(len, str(told("title", text)).splitlines())) < 250
    assert "…" in str(told("title", text))


def test_explaining_costs_nothing_when_it_is_not_asked_for() -> None:
    """Without a trace, and without additions, the very rules of the tables are tried, and nobody listens."""
    for table in (DATES, PHONES, EMAILS, KINDS, RELEASE_DATES):
        read = table.read()
        assert read.trace is None
        assert all(mine is shipped for mine, shipped in zip(read.rules, table.rules, strict=True))
        assert table.read() is read
    with reading(Book(trace=Trace())):
        assert all(
            mine is not shipped for mine, shipped in zip(in_book("dates", DATES.rules), DATES.rules, strict=True)
        )
    assert open_book().trace is None


def test_the_same_record_comes_out_with_tracing() -> None:
    """Telling changes nothing."""
    for case in CASES[:12]:
        with reading(Book(trace=Trace())):
            traced = pressparse.parse(case.text)
        assert traced == pressparse.parse(case.text)


def test_a_trace_keeps_a_view_once() -> None:
    """However often rules are tried on it."""
    trace, view = Trace(), View.of("x")
    trace.see(view)
    trace.see(view)
    assert trace.views == {"x": [view]}


def test_each_region_is_one() -> None:
    """Where something is looked for is a part of the text that there can be."""
    kinds = {"masthead", "title", "body", "caption", "footnote", "boilerplate", "contacts", "unknown"}
    assert {region for regions in REGIONS.values() for region in regions} <= kinds
