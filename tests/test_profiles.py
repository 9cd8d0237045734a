"""Profiles: those that come with the package, and what is said of a file that is none."""

import pickle
import tomllib
from importlib import resources

import pytest

from pressparse.errors import ProfileError, UnknownProfileError
from pressparse.profiles import full_year, known_profiles, profile_named, profile_of
from pressparse.references import find_references, reference_at
from pressparse.rules import Table, find_all
from pressparse.text import View
from pressparse.words import merged_vocabulary

NAMES = ["airbus", "cnes", "cnrs", "dlr", "esa", "eumetsat", "jaxa", "nasa", "thales", "generic"]
REFERENCE = """
[[references]]
name = "tin-reference"
pattern = '(?P<prefix>TIN)[ ](?P<number>\\d+)/(?P<yy>\\d\\d)'
canonical = "{prefix}{number:03}-{year}"
examples = ["TIN 7/05"]
rejects = ["TIN 7"]
"""
KICKER = """
[[kickers]]
name = "with-country"
pattern = '(?:Tin–)\\L<countries>'
examples = ["Tin–Japan"]
rejects = ["Tin–Nowhere"]
"""
PROFILE = f"""
name = "tin"
title = "Tin Space Agency"
names = ["Tin Space Agency", "TIN"]
domains = ["tin.example"]
region = "FR"
date_order = "mdy"
kicker_lines = true
{REFERENCE}
{KICKER}
"""


def test_a_file_describes_a_profile() -> None:
    """Names, reference grammar and kickers come out of TOML, without Python."""
    profile = profile_of(tomllib.loads(PROFILE), "tin.toml")
    assert (profile.name, profile.names, profile.domains) == ("tin", ("Tin Space Agency", "TIN"), ("tin.example",))
    assert (profile.region, profile.date_order, profile.kicker_lines, profile.rubric_line) == ("FR", "mdy", True, False)
    (hit,) = find_all(Table(profile.references), View.of("a TIN 7/05 b"))
    assert (hit.value.prefix, hit.value.number, hit.value.year, hit.value.canonical) == ("TIN", 7, 2005, "TIN007-2005")
    (kicker,) = find_all(Table(profile.kickers, merged_vocabulary("countries")), View.of("Tin–Japan talks"))
    assert kicker.value == "Tin–Japan"


def test_a_profile_needs_a_name_and_a_title_only() -> None:
    """Everything else has a default."""
    profile = profile_of({"name": "tin", "title": "Tin"}, "tin.toml")
    assert (profile.names, profile.domains, profile.region, profile.date_order) == ((), (), None, "dmy")
    assert (profile.references, profile.kickers) == ((), ())


WRONG = [
    ("", "name: is missing"),
    ('name = "tin"', "title: is missing"),
    ('title = "Tin"', "name: is missing"),
    ("name = 1\ntitle = 'Tin'", "name: must be a string, not 1"),
    (PROFILE.replace("names", "nmaes"), "nmaes: no such key; allowed are date_order, domains, "),
    (PROFILE.replace('"tin.example"', "1"), "domains: must be a list of strings, not [1]"),
    (PROFILE.replace('["Tin Space Agency", "TIN"]', '"TIN"'), "names: must be a list of strings, not 'TIN'"),
    (PROFILE.replace('"FR"', '"France"'), "region: must be \"FR\" or the like, not 'France'"),
    (PROFILE.replace('"FR"', "33"), 'region: must be "FR" or the like, not 33'),
    (PROFILE.replace('"mdy"', '"ymd"'), 'date_order: must be "dmy" or "mdy", not \'ymd\''),
    (PROFILE.replace('"mdy"', '["mdy"]'), 'date_order: must be "dmy" or "mdy", not [\'mdy\']'),
    (PROFILE.replace("true", '"yes"'), "kicker_lines: must be true or false, not 'yes'"),
    ("name = 'tin'\ntitle = 'Tin'\nreferences = ['PR']", "references: must be a list of tables, not ['PR']"),
    ("name = 'tin'\ntitle = 'Tin'\n[kickers]\nname = 'x'", "kickers: must be a list of tables, not {'name': 'x'}"),
    (PROFILE.replace("canonical =", "canon ="), "references[0].canon: no such key; allowed are canonical, examples, "),
    (PROFILE.replace("canonical =", "since = '2004'\ncanonical ="), "references[0].since: must be a year, not '2004'"),
    (PROFILE.replace("canonical =", "#"), "references[0].canonical: is missing"),
    (
        PROFILE.replace('["TIN 7/05"]', '"TIN 7/05"'),
        "references[0].examples: must be a list of strings, not 'TIN 7/05'",
    ),
    (PROFILE.replace('rejects = ["TIN 7"]', ""), "references[0].rejects: is missing"),
    (PROFILE.replace("{number:03}", "{number:e}"), "references[0].canonical: '{prefix}{number:e}-{year}' may use "),
    (
        PROFILE.replace("{number:03}", "{number.real}"),
        "references[0].canonical: '{prefix}{number.real}-{year}' may use ",
    ),
    (PROFILE.replace("{number:03}", "{number!r}"), "references[0].canonical: '{prefix}{number!r}-{year}' may use "),
    (
        PROFILE.replace("{number:03}", "{number:0999}"),
        "references[0].canonical: '{prefix}{number:0999}-{year}' may use ",
    ),
    (PROFILE.replace("{number:03}", "{}"), "references[0].canonical: '{prefix}{}-{year}' may use "),
    (PROFILE.replace("{number:03}", "{number"), "references[0].canonical: '{prefix}{number-{year}' may use "),
    (PROFILE.replace("{number:03}", "{0}"), "references[0].canonical: '{prefix}{0}-{year}' may use "),
    (PROFILE.replace("(?P<number>", "(?P<no>"), "references[0].pattern: needs the groups `number`, and `year` or `yy`"),
    (PROFILE.replace("(?P<yy>", "(?P<y>"), "references[0].pattern: needs the groups `number`, and `year` or `yy`"),
    (PROFILE.replace("TIN)[ ]", "TIN[ ]"), "references[0].pattern: of 'tin-reference': missing )"),
    (PROFILE.replace("(?P<prefix>TIN)", r"\L<countries>"), "references[0].pattern: of 'tin-reference': "),
    (
        PROFILE.replace("(?P<prefix>TIN)", "(" * 9999 + ")" * 9999),
        "references[0].pattern: of 'tin-reference': maximum recursion depth exceeded",
    ),
    (PROFILE.replace("(?:Tin–)", "(?:Tin–"), "kickers[0].pattern: of 'with-country': missing )"),
    (PROFILE.replace(r"\L<countries>", r"\L<planets>"), "kickers[0].pattern: of 'with-country': "),
    (
        PROFILE + 'canonical = "{year}"',
        "kickers[0].canonical: no such key; allowed are examples, name, pattern, rejects",
    ),
]


@pytest.mark.parametrize(("toml", "message"), WRONG, ids=[message for _, message in WRONG])
def test_a_wrong_file_is_told_what_is_wrong(toml: str, message: str) -> None:
    """The message names the file, the key, and what is allowed; nothing is taken for something else."""
    with pytest.raises(ProfileError) as caught:
        profile_of(tomllib.loads(toml), "tin.toml")
    assert str(caught.value).startswith(f"tin.toml: {message}")
    assert (caught.value.source, caught.value.key) == ("tin.toml", message.partition(":")[0])
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - pickled here


def test_a_reference_without_prefix_has_none() -> None:
    """What a grammar does not read is absent, and leaves no trace in the canonical form."""
    toml = PROFILE.replace("(?P<prefix>TIN)[ ]", "N°[ ]").replace("(?P<yy>\\d\\d)", "(?P<year>\\d{4})")
    (rule,) = profile_of(tomllib.loads(toml), "tin.toml").references
    (hit,) = find_all(Table((rule,)), View.of("N° 7/2005"))
    assert (hit.value.prefix, hit.value.year, hit.value.canonical) == (None, 2005, "007-2005")


@pytest.mark.parametrize("printed", ["TIN six/2005", "TIN 7/MMV", "TIN /2005", "TIN 7/", f"TIN {'9' * 5000}/2005"])
def test_a_reference_without_numbers_is_none(printed: str) -> None:
    """Whatever the groups of somebody's pattern take in."""
    pattern = r"(?P<prefix>TIN)[ ](?P<number>\w+)?/(?P<year>\w+)?"
    toml = PROFILE.replace("(?P<prefix>TIN)[ ](?P<number>\\d+)/(?P<yy>\\d\\d)", pattern)
    (rule,) = profile_of(tomllib.loads(toml), "tin.toml").references
    assert find_all(Table((rule,)), View.of("TIN 7/2005"))
    assert not find_all(Table((rule,)), View.of(printed))


def test_the_package_brings_its_profiles() -> None:
    """Each has the name of its file; `generic`, which is left when no other fits, stands last."""
    assert [profile.name for profile in known_profiles()] == NAMES
    folder = resources.files("pressparse") / "data" / "profiles"
    assert {entry.name for entry in folder.iterdir()} == {f"{name}.toml" for name in NAMES}
    assert profile_named("cnes").title == "Centre national d'études spatiales"
    assert known_profiles() is known_profiles()


def test_an_unknown_profile_is_an_error_that_names_the_known() -> None:
    """A misspelt name is told which names there are."""
    with pytest.raises(UnknownProfileError, match=r"unknown profile 'CNES'; known are airbus, cnes, .*, generic$"):
        profile_named("CNES")


@pytest.mark.parametrize(("printed", "year"), [(0, 2000), (5, 2005), (69, 2069), (70, 1970), (99, 1999)])
def test_two_digit_years_are_1970_to_2069(printed: int, year: int) -> None:
    """The century turns at 70."""
    assert full_year(printed) == year


REFERENCES = [
    ("PR123-2020", None, [("PR", 123, 2020, "PR123-2020", "PR123-2020")]),
    ("see PR 43/2005, of 2005", None, [("PR", 43, 2005, "PR043-2005", "PR 43/2005")]),
    (
        "CP009-2016 and CP010-2008",
        None,
        [("CP", 9, 2016, "CP009-2016", "CP009-2016"), ("CP", 10, 2008, "CP010-2008", "CP010-2008")],
    ),
    ("N° 27–2017", "esa", [("N°", 27, 2017, "27-2017", "N° 27–2017")]),
    ("RELEASE 14-046", None, [("RELEASE", 46, 2014, "14-046", "RELEASE 14-046")]),
    ("MEDIA ADVISORY: M10-075", "nasa", [("M", 75, 2010, "M10-075", "M10-075")]),
    ("ABC 12/2023", None, []),
    ("ABC 12/2023", "generic", [("ABC", 12, 2023, "ABC12-2023", "ABC 12/2023")]),
    ("in 2019-2024 and 2002-2005, COP21, CNRS/INSU, (CNES PR), VV17, 67P, /en/cp-1309", None, []),
    ("in 2019-2024 and 2002-2005, COP21, CNRS/INSU, (CNES PR), VV17, 67P, /en/cp-1309", "generic", []),
]


@pytest.mark.parametrize(("text", "profile", "wanted"), REFERENCES, ids=[f"{row[0]} {row[1]}" for row in REFERENCES])
def test_references_are_read_by_their_issuers_grammars(
    text: str, profile: str | None, wanted: list[tuple[str, int, int, str, str]]
) -> None:
    """The prefix is part of `raw`, the canonical form is the issuer's own made regular."""
    found = find_references(text, profile=profile)
    assert [(ref.prefix, ref.number, ref.year, ref.canonical, ref.raw) for ref in found] == wanted
    assert all(ref.span.of(text) == ref.raw and str(ref) == ref.canonical for ref in found)


LABELED = [
    ("Our reference: CP012-2017", 0, "CP012-2017"),
    ("Reference number PR012-2017", 0, "PR012-2017"),
    ("Press Release No. PR012-2017", 14, "PR012-2017"),
    ("PR012-2017 of 2017", 0, "PR012-2017"),
    ("Our preference: CP012-2017", 0, None),
    ("References CP012-2017", 0, None),
    ("Our reference: the CP012-2017", 0, None),
]


@pytest.mark.parametrize(("text", "at", "raw"), LABELED, ids=[row[0] for row in LABELED])
def test_a_reference_stands_behind_its_label(text: str, at: int, raw: str | None) -> None:
    """The label is read with and without its colon, and is no part of the reference."""
    hit = reference_at(View.of(text), at, known_profiles())
    assert (text[hit.start : hit.end] if hit else None) == raw


def test_references_of_nobody_are_an_error() -> None:
    """`find_references` knows the same profiles as `parse`."""
    with pytest.raises(UnknownProfileError):
        find_references("PR123-2020", profile="tin")
