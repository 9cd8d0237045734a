"""`check_profile` itself: a profile that says what does not hold must not pass."""

from importlib import resources
from pathlib import Path

import pytest

from pressparse.profiles import profile_of, read_profile, shipped_profiles
from pressparse.testing import check_profile

FOLDER = resources.files("pressparse") / "data" / "profiles"
PROFILE = r"""
name = "tin"
title = "Tin Space Agency"
names = ["Tin Space Agency", "TIN"]
domains = ["tin.example"]
region = "FR"

[[references]]
name = "tin-reference"
since = 1990
until = 2050
pattern = '''
(?<!\w)
(?P<prefix>TIN)
[ ]
(?P<number>\d{1,3}+)
/
(?P<year>\d{4})
(?!\d)
'''
canonical = "{prefix}{number:03}-{year}"
examples = ["TIN 7/2005", "⟨TIN 112/2031⟩, Paris"]
rejects = ["XTIN 7/2005", "TIN 7/20051", "TIN 7/1980", "TIN7/2005", "TIN 7-2005", "TIN 72005", "TAN 7/2005"]

[[kickers]]
name = "tin-cooperation"
pattern = '''
(?<!\w)
Tin–
\L<countries>
'''
examples = ["Tin–Japan"]
rejects = ["Tin–Nowhere", "ManTin–Japan", "Japan"]
"""


@pytest.mark.parametrize("name", [profile.name for profile in shipped_profiles()])
def test_the_shipped_profiles_hold(name: str) -> None:
    """Examples are read, rejects are not, nothing is in vain."""
    check_profile(FOLDER / f"{name}.toml")


def test_a_profile_holds_as_a_value_and_as_a_file(tmp_path: Path) -> None:
    """Both are proven alike."""
    path = written(tmp_path, PROFILE)
    check_profile(path)
    check_profile(str(path))
    check_profile(read_profile(path))
    check_profile(profile_of({"name": "tin", "title": "Tin"}, "tin.toml"))


SECOND = PROFILE[PROFILE.index("[[references]]") : PROFILE.index("[[kickers]]")]
WRONG = {
    "a key": ('title = "Tin', 'titel = "Tin', "tin.toml:3: titel: no such key; allowed are "),
    "no TOML": ("[[kickers]]", "[[kickers]", "tin.toml:"),
    "a pattern": ("(?P<prefix>TIN)", "(?P<prefix>TIN", "tin.toml:12: references[0].pattern: of 'tin-reference': "),
    "years": ("until = 2050", "until = 1989", "tin.toml: references.until: 1989 is before 1990, since which"),
    "an example": (
        '"TIN 7/2005",',
        '"TIN 7/205",',
        "tin.toml: references: rule tin-reference does not find ",
    ),
    "a line": (', "TIN 7/20051"', "", "tin.toml: references: rule tin-reference does not need the line '(?!\\\\d)'"),
    "a kicker": (', "ManTin–Japan"', "", "tin.toml: kickers: rule tin-cooperation does not need the line '(?<!\\\\w)'"),
    "a name twice": ("tin-cooperation", "tin-reference", "tin.toml: 2 grammars are called 'tin-reference'"),
    "in vain": (
        "[[kickers]]",
        SECOND.replace('"tin-reference"', '"other"') + "[[kickers]]",
        "tin.toml: references: 'other' takes none of its examples, 'tin-reference' above it does",
    ),
    "a name in vain": ('"TIN"]', '"TIN", "TIN"]', "tin.toml: names: 'TIN' is in vain"),
    "an empty name": ('"TIN"]', '" "]', "tin.toml: names: ' ' is in vain"),
    "capitals": ('"TIN"]', '"TIN SPACE AGENCY"]', "tin.toml: names: 'TIN SPACE AGENCY' is in vain, capitals are known"),
    "a domain": ('"tin.example"', '"https://tin.example"', "tin.toml: domains: 'https://tin.example' is no domain in "),
    "a part": (
        '"tin.example"',
        '"tin.example", "press.tin.example"',
        "tin.toml: domains: 'press.tin.example' is in ",
    ),
    "a domain twice": ('"tin.example"', '"tin.example", "tin.example"', "tin.toml: domains: 'tin.example' is in vain"),
    "a country": ('"FR"', '"XX"', "tin.toml: region: libphonenumber knows no country 'XX'"),
}


@pytest.mark.parametrize(("old", "new", "problem"), WRONG.values(), ids=WRONG)
def test_what_does_not_hold_is_named(tmp_path: Path, old: str, new: str, problem: str) -> None:
    """With the file, the key, and the line where that can be known."""
    assert PROFILE.count(old)
    with pytest.raises(AssertionError) as caught:
        check_profile(written(tmp_path, PROFILE.replace(old, new, 1)))
    assert f"{tmp_path}/{problem}" in str(caught.value)


def test_all_that_is_wrong_comes_at_once(tmp_path: Path) -> None:
    """One run shows it all."""
    path = written(tmp_path, PROFILE.replace('"FR"', '"XX"').replace('"TIN"]', '"TIN", "TIN"]'))
    with pytest.raises(AssertionError) as caught:
        check_profile(read_profile(path))
    assert str(caught.value).splitlines() == [
        "tin: names: 'TIN' is in vain",
        "tin: region: libphonenumber knows no country 'XX'",
    ]


def written(folder: Path, toml: str) -> Path:
    """Return the path of a profile."""
    path = folder / "tin.toml"
    path.write_text(toml, "utf-8")
    return path
