"""What the fields of a record say about each other: one field changed at a time, and the codes that must follow."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import pressparse

TABLE = Path(__file__).parent / "tables" / "cross_checks.toml"
RELEASES: list[dict[str, Any]] = tomllib.loads(TABLE.read_text("utf-8"))["releases"]
FEWEST = 40


def cases() -> Iterator[Any]:
    """Yield each case of the table: a release's text with its fields changed, and the codes."""
    for release in RELEASES:
        for case in release["cases"]:
            fields = release["fields"] | {name: case[name] for name in release["fields"] if name in case}
            name = f"{release['name']}: {case['name']}"
            yield pytest.param(release["text"].format(**fields), case["codes"], id=name)


CASES = list(cases())


@pytest.mark.parametrize(("text", "codes"), CASES)
def test_a_changed_field_says_what_it_contradicts(text: str, codes: list[str]) -> None:
    """Exactly the codes that follow from the change, and none for a release in order."""
    assert sorted(found.code for found in pressparse.parse(text).diagnostics) == sorted(codes)


def test_the_table_is_there() -> None:
    """A suite that finds no case fails, and a case changes only what the release has."""
    assert len(CASES) >= FEWEST
    for release in RELEASES:
        assert all(set(case) <= {"name", "codes", *release["fields"]} for case in release["cases"])


BODY = "The balloons of both agencies flew over the Arctic for the first time, and all of them came back.\n"
PLACED = [
    (
        *("22 October 2020\n\nPR123-2019", "reference-year-mismatch", "reference", "PR123-2019"),
        "the reference is of 2019, the release of 2020",
    ),
    (
        *("22 October 2020\n\nPR123-2020\n\nPR124-2020", "reference-ambiguous", "reference", "PR124-2020"),
        "the head prints PR123-2020, PR124-2020",
    ),
    (
        *("22 October 2020\n\nPR123-2020\n\nPR123-2020 / PR124-2020", "reference-ambiguous", "reference", "PR124-2020"),
        "the head prints PR123-2020, PR124-2020",
    ),
    (
        *("05/12/2020\n\nPR123-2020", "date-ambiguous", "date", "05/12/2020"),
        "read as 2020-12-05; month first or day first, both give a date",
    ),
    (
        *("Friday 22 October 2020\n\nPR123-2020", "weekday-mismatch", "date", "Friday 22 October 2020"),
        "2020-10-22 is a Thursday, not a Friday",
    ),
]


@pytest.mark.parametrize(("head", "code", "field", "raw", "message"), PLACED, ids=[row[0] for row in PLACED])
def test_a_contradiction_stands_where_it_is_printed(head: str, code: str, field: str, raw: str, message: str) -> None:
    """The diagnostic names the field, says what contradicts what, and leads to the text that is in doubt."""
    text = f"PRESS RELEASE\n\n{head}\n\nBalloons over the Arctic\n\n{BODY}"
    (found,) = [found for found in pressparse.parse(text).diagnostics if found.severity == "warning"]
    assert (found.code, found.field, found.message) == (code, field, message)
    assert found.span
    assert found.span == pressparse.Span(text.rindex(raw), text.rindex(raw) + len(raw))


def test_a_conflict_of_years_names_the_date_of_the_lead() -> None:
    """Its path leads to the date among all dates of the release."""
    lead = "On 22 October 2019, the balloons of both agencies flew over the Arctic, and all of them came back."
    text = f"PRESS RELEASE\n\n22 October 2020\n\nPR123-2020\n\nThe 2018 campaign, and the one of May 2020\n\n{lead}\n"
    release = pressparse.parse(text)
    (found,) = [found for found in release.diagnostics if found.severity == "warning"]
    index = next(index for index, date in enumerate(release.dates) if date.raw == "22 October 2019")
    assert (found.code, found.field) == ("date-year-conflict", f"dates[{index}]")
    assert found.message == "the lead's event is of 2019-10-22, the release of 2020-10-22"
    assert found.span == release.dates[index].span


LOOKALIKES = {
    "press@cneѕ.fr": "U+0455",
    "press@сnes.fr": "U+0441",
    "press@νasa.example": "U+03BD",
    "press@с.fr": "U+0441",
    "press@presse.ѕрасе.example": "U+0430, U+0435, U+0440, U+0441, U+0455",
    "press@cnes.fr": None,
    "press@cnés.fr": None,
    "press@космос.example": None,
    "press@κοσμος.example": None,
}


@pytest.mark.parametrize("address", LOOKALIKES)
def test_a_domain_in_letters_that_only_look_latin_is_said(address: str) -> None:
    """Of a mail address and of a web address, and which they are; names in one foreign alphabet are names."""
    url = f"https://{address.partition('@')[2]}/"
    head = f"PRESS RELEASE\n\n5 May 2019\n\n# A probe reaches the Moon\n\nSee {url} for more.\n\nIt flies."
    release = pressparse.parse(f"{head}\n\nCONTACTS\nJane Doe\nPress Officer\n{address}\n")
    ((email,), (link,)) = release.contacts[0].emails, release.links
    letters = LOOKALIKES[address]
    wanted = [
        ("contacts[0].emails[0]", email.span, f"{address} has letters that only look Latin: {letters}"),
        ("links[0]", link.span, f"{url} has letters that only look Latin: {letters}"),
    ]
    told = [(said.field, said.span, said.message) for said in release.diagnostics if said.code == "domain-lookalike"]
    assert sorted(told) == (wanted if letters else [])


MISSING = {
    "kind": "no kind is printed where releases print one",
    "contacts": "no contact is printed where releases print one",
}


@pytest.mark.parametrize("field", MISSING)
def test_what_is_missing_is_said_of_one(field: str) -> None:
    """Of several contacts one would do."""
    said = {found.field: found.message for found in pressparse.parse("Balloons over the Arctic").diagnostics}
    assert said[field] == MISSING[field]


LEADS = {
    f"{BODY[:-2]} on 22 October 2019": {"date-year-conflict"},  # as the last word of the lead
    f"{BODY}\nThe one of 22 October 2019 did not.": set(),  # below the lead
}


@pytest.mark.parametrize("lead", LEADS)
def test_only_the_lead_tells_the_day_of_the_event(lead: str) -> None:
    """A date of the title or of a later paragraph contradicts nothing."""
    head = "PRESS RELEASE\n\n22 October 2020\n\nPR123-2020"
    release = pressparse.parse(f"{head}\n\nBalloons over the Arctic\n\n{lead}")
    assert {found.code for found in release.diagnostics if found.severity == "warning"} == LEADS[lead]
    titled = pressparse.parse(f"{head}\n\nThe balloons of 22 October 2019 are back\n\n{BODY}")
    assert not [found for found in titled.diagnostics if found.severity == "warning"]


def test_without_a_date_no_year_is_in_conflict() -> None:
    """The lead's own date is all that there is."""
    text = f"PRESS RELEASE\n\nPR123-2020\n\nBalloons over the Arctic\n\nOn 22 October 2019, {BODY}"
    codes = {found.code for found in pressparse.parse(text).diagnostics}
    assert codes == {"date-missing", "contacts-missing"}


SAME = ["22 October 2020\n\nPR123-2020\n\nPR 123/2020", "22/10/2020\n\nPR123-2020", "12/12/2020\n\nPR123-2020"]


@pytest.mark.parametrize("head", SAME)
def test_what_says_the_same_twice_is_no_contradiction(head: str) -> None:
    """A reference printed in two ways is one; numbers that give one date only are not ambiguous."""
    text = f"PRESS RELEASE\n\n{head}\n\nBalloons over the Arctic\n\n{BODY}"
    assert [found.code for found in pressparse.parse(text).diagnostics] == ["contacts-missing"]
