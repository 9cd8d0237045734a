"""What other packages add by entry points: known everywhere, loaded late, and none can break another."""

import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from own_agency import PROFILE

import pressparse
from pressparse import plugins, profiles, rules, words
from pressparse.book import Book, reading
from pressparse.errors import WordsError
from pressparse.plugins import PluginWarning
from pressparse.rulebook import rules_in_book

TEXT = "PRESS RELEASE\nBPI 7 of 2031\nTromsberg, 14 March 2031\n\nContact\nRuna Solheim, runa ☎ bpi.example\n"
PACKAGE = """
from pathlib import Path
from pressparse.emails import Address
from pressparse.rules import Rule

PATH = Path(__file__).with_name("bpi.toml")
NUMBER = 3
CODE = print

def build(match):
    return Address(match.start(), match.start(), match.end(), match[0].replace(" ☎ ", "@"))

def rule(**changes):
    example = "runa ☎ bpi.example"
    given = dict(name="phone-sign", table="emails", pattern=r"\\w++[ ]☎[ ]\\w++\\.\\w++", build=build,
                 examples=(example,), rejects=())
    return Rule(**(given | changes))

RULE = rule()
RULES = (RULE,)
AGAIN = [rule(), rule(name="other", table="names")]
TAKEN = rule(name="printed")
TABLE = rule(name="lame", table="mails")
PATTERN = rule(name="lame", pattern="(")
EXAMPLES = rule(name="lame", examples=())
WORDS = {"contacts": {"phone_labels": {"funk": "fax"}}}
WORDS_FILE = Path(__file__).with_name("bpi-words.toml")
NO_WORDS = {"contacts": {"phone_labels": {"funk": "radio"}}}
PLAIN_DATE = rule(name="lame", table="dates")
MIXED = (rule(name="mixed"), 3)

"""
Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Return a function that installs a package with these entry points, for the length of a test."""
    (tmp_path / "bpi_package.py").write_text(PACKAGE, "utf-8")
    (tmp_path / "bpi_broken.py").write_text("import nothing_of_that_name\n", "utf-8")
    (tmp_path / "bpi.toml").write_text(PROFILE, "utf-8")
    (tmp_path / "bpi-words.toml").write_text('[contacts.phone_labels]\nfunk = "fax"\n', "utf-8")
    metadata = tmp_path / "bpi_package-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: bpi-package\nVersion: 1.0\n", "utf-8")

    def installed(**groups: str) -> None:
        text = "\n".join(f"[pressparse.{group}]\n{entries}" for group, entries in groups.items())
        (metadata / "entry_points.txt").write_text(text, "utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        forget()

    yield installed
    sys.modules.pop("bpi_package", None)
    monkeypatch.undo()
    forget()


def forget() -> None:
    """Let plugins be looked for again."""
    of_plugins = (rules._of_plugins, profiles._of_plugins, words._of_plugins, words._known_tables)  # noqa: SLF001 - caches
    for cached in (plugins.plugins, rules.plugin_rules, *of_plugins):
        cached.cache_clear()


def test_a_package_is_known_everywhere(install: Install) -> None:
    """Its profile and its rule are there for a parser, in the rule book, and by name."""
    install(profiles="bpi = bpi_package:PATH", rules="bpi = bpi_package:RULES")
    release = pressparse.Parser().parse(TEXT)
    assert (release.profile, str(release.reference)) == ("bpi", "BPI 7/2031")
    assert [email.address for email in release.contacts[0].emails] == ["runa@bpi.example"]
    with reading(Book()):
        assert profiles.profile_named("bpi").title == "Borealis Polar Institute"
        assert dict(rules_in_book())["emails"][0].name == "phone-sign"


@pytest.mark.parametrize("value", ["WORDS", "WORDS_FILE"])
def test_words_are_known_everywhere(install: Install, value: str) -> None:
    """As a value or a file; a parser's own words go before them."""
    install(profiles="bpi = bpi_package:PATH", words=f"bpi = bpi_package:{value}")
    text = "Contact\nRuna Solheim\nFunk: +47 55 55 01 23\n"
    own = pressparse.Parser(vocabularies={"contacts": {"phone_labels": {"funk": "mobile"}}})
    assert [found.type for found in pressparse.Parser().parse(text).contacts[0].phones] == ["fax"]
    assert [found.type for found in own.parse(text).contacts[0].phones] == ["mobile"]
    with reading(Book(plugins=False)):
        assert [found.type for found in pressparse.parse(text).contacts[0].phones] == ["voice"]


def test_its_words_can_be_forgotten(install: Install) -> None:
    """As one's own agency's may differ; of what nobody brings, that is still said."""
    install(words="bpi = bpi_package:WORDS")
    own = pressparse.Parser(vocabularies={"contacts": {"phone_labels": {"Funk": False}}})
    text = "Contact\nRuna Solheim\nFunk: +47 55 55 01 23\n"
    assert [found.type for found in own.parse(text).contacts[0].phones] == ["voice"]
    with pytest.raises(WordsError, match="funkk: no such word to forget; is it 'funk'"):
        pressparse.Parser(vocabularies={"contacts": {"phone_labels": {"funkk": False}}})


def test_it_is_loaded_late(install: Install) -> None:
    """Not before something is read."""
    install(profiles="bpi = bpi_package:PATH")
    assert "bpi_package" not in sys.modules
    pressparse.Parser().parse(TEXT)
    assert "bpi_package" in sys.modules


def test_it_can_be_left_out(install: Install) -> None:
    """By the names of its rules and profiles, or as a whole."""
    install(profiles="bpi = bpi_package:PATH", rules="bpi = bpi_package:RULE")
    release = pressparse.Parser(without={"bpi", "phone-sign"}).parse(TEXT)
    assert (release.profile, release.reference) == ("generic", None)
    with reading(Book(plugins=False)):
        assert pressparse.parse(TEXT) == release


def test_what_is_given_by_hand_stands_instead(install: Install, tmp_path: Path) -> None:
    """Rules and a profile that a package brings may be given as well, while one works on them; nothing is said."""
    install(profiles="bpi = bpi_package:PATH", rules="bpi = bpi_package:RULE")
    own = rules.Rule(name="phone-sign", table="emails", pattern="☎", build=str, examples=("☎",), rejects=())
    profile = tmp_path / "mine.toml"
    profile.write_text(PROFILE.replace("Borealis", "Boreal"), "utf-8")
    for parser in (pressparse.Parser(profile, rules=[own]), pressparse.Parser(profiles=[profile], rules=[own])):
        with parser.reading():
            assert [rule for rule in dict(rules_in_book())["emails"] if rule.name == "phone-sign"] == [own]
            assert profiles.profile_named("bpi").title == "Boreal Polar Institute"
            assert [known.name for known in profiles.known_profiles()].count("bpi") == 1


BROKEN = [
    ("rules", "bpi_broken:RULES", "fails: ModuleNotFoundError: No module named 'nothing_of_that_name'"),
    ("rules", "bpi_package:NONE", "fails: AttributeError: module 'bpi_package' has no attribute 'NONE'"),
    ("rules", "bpi_package:NUMBER", "is a int, not a Rule"),
    ("rules", "bpi_package:MIXED", "is a int, not a Rule"),
    ("rules", "bpi_package:TAKEN", "has a rule 'printed': there is one of that name"),
    ("rules", "bpi_package:AGAIN", "has a rule 'phone-sign': there is one of that name"),
    ("rules", "bpi_package:TABLE", "has a rule 'lame': its table is 'mails', not one of 'references', "),
    ("rules", "bpi_package:PATTERN", "has a rule 'lame': its pattern does not compile: "),
    ("rules", "bpi_package:EXAMPLES", "has a rule 'lame': has no examples"),
    ("rules", "bpi_package:PLAIN_DATE", "has a rule 'lame': is to be a DateRule, which names what it begins"),
    ("words", "bpi_broken:WORDS", "fails: ModuleNotFoundError: No module named 'nothing_of_that_name'"),
    ("words", "bpi_package:NUMBER", "has words that cannot be read: vocabularies are a mapping or the path"),
    (
        "words",
        "bpi_package:NO_WORDS",
        "has words that cannot be read: vocabularies: contacts.phone_labels.funk: must be",
    ),
    ("profiles", "bpi_broken:PATH", "fails: ModuleNotFoundError: No module named 'nothing_of_that_name'"),
    ("profiles", "bpi_package:NUMBER", "is no profile: the path of a TOML file is needed, not int"),
    (
        "profiles",
        "bpi_package:CODE",
        "is no profile: the path of a TOML file is needed, not builtin_function_or_method",
    ),
    ("profiles", "bpi_package:__file__", "is no profile: "),
    ("profiles", "bpi_package:PATH.parent", "is no profile: "),
]


@pytest.mark.parametrize(("group", "value", "problem"), BROKEN, ids=[f"{row[0]}: {row[1]}" for row in BROKEN])
def test_a_broken_one_is_named_once(install: Install, group: str, value: str, problem: str) -> None:
    """One warning says which plugin and why, however much is parsed; the others are there."""
    entries = {
        "profiles": "good = bpi_package:PATH",
        "rules": "good = bpi_package:RULE",
        "words": "good = bpi_package:WORDS",
    }
    install(**entries | {group: f"{entries[group]}\nlame = {value}"})
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        releases = [pressparse.Parser().parse(TEXT) for _ in range(2)]
    named = f"pressparse.{group}: the plugin 'lame' of bpi-package ({value}) "
    (said,) = {str(warning.message) for warning in caught if str(warning.message).startswith(named)}
    assert said.startswith(named + problem)
    assert said.endswith("; it is left out")
    assert len([warning for warning in caught if str(warning.message) == said]) == 1
    assert {(release.profile, release.contacts[0].emails[0].address) for release in releases} == {
        ("bpi", "runa@bpi.example")
    }


def test_a_name_of_a_shipped_profile_is_taken(install: Install, tmp_path: Path) -> None:
    """What is shipped stays, and the plugin is named."""
    (tmp_path / "bpi.toml").write_text(PROFILE.replace('"bpi"', '"cnes"'), "utf-8")
    install(profiles="lame = bpi_package:PATH")
    with pytest.warns(PluginWarning, match="has a profile 'cnes', which there is already; it is left out"):
        assert pressparse.Parser("cnes").parse(TEXT).reference is None
