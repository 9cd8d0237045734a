"""`Parser`: a value made from the default one by adding, replacing and leaving out, or an error that says why not."""

import datetime as dt
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import attrs
import pytest
import regex
from golden import corpus, seeds
from own_agency import PROFILE

import pressparse
from pressparse import Parser, Profile, Rule
from pressparse.book import open_book, reading
from pressparse.dates.shapes import DateRule, Deictic, Mention, Part
from pressparse.dates.words import Tail, dated, whole
from pressparse.phones import number_at
from pressparse.rulebook import rules_in_book
from pressparse.stamps import masthead_date

PLAIN = Parser()
CASES = [case for case in (*seeds(), *corpus()) if not case.held_out]
TEXT = """\
PRESS RELEASE
BPI 7 of 2031
Tromsberg, 14 March 2031

Sounding rocket finds thin ice above the clouds

The Borealis Polar Institute launched its sounding rocket Kestrel on 12 March. The next flight is planned anon.

Press contact
Runa Solheim, Head of Communication, runa.solheim@bpi.example
Funk: +47·55·55·01·23
"""


def dotted(match: regex.Match[str]) -> object:
    """Return the phone number of `match`."""
    return number_at(match.string, *match.span(), match[0].replace("·", " "))


def anon(match: regex.Match[str]) -> object:
    """Return the day after."""
    return whole(match, Deictic("day", 1))


def failing(match: regex.Match[str]) -> object:
    """Fail."""
    raise ArithmeticError(match[0])


def refusing(_: regex.Match[str]) -> None:
    """Refuse."""


def rule(**changes: Any) -> Rule[Any]:  # noqa: ANN401 - whatever a rule has
    """Return a rule for phone numbers with dots, or one that is changed."""
    given: dict[str, Any] = {
        "name": "dotted-number",
        "table": "phones",
        "pattern": r"\+\d{2} (?: ·\d\d ){4}+",
        "build": dotted,
        "examples": ("+47·55·55·01·23",),
        "rejects": (),
    }
    return Rule(**given | changes)


def date_rule(**changes: Any) -> Rule[Any]:  # noqa: ANN401 - whatever a rule has
    """Return a rule for a word that is a date, or one that is changed."""
    given: dict[str, Any] = {
        "name": "anon",
        "table": "dates",
        "pattern": r"\L<deictics>",
        "build": anon,
        "examples": ("anon",),
        "rejects": (),
        "heads": ("deictics",),
    }
    return DateRule(**given | changes)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Return the path of a profile of somebody's own."""
    path = tmp_path / "bpi.toml"
    path.write_text(PROFILE, "utf-8")
    return path


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_default_is_the_parser_without_additions(case: Any) -> None:  # noqa: ANN401 - a golden case
    """`pressparse.parse` and `Parser().parse` give the same record of everything."""
    assert PLAIN.parse(case.text) == pressparse.parse(case.text)


def test_additions_are_read_together(profile: Path) -> None:
    """Profile, rules and words, each from a value or a file."""
    words = {"contacts": {"phone_labels": {"funk": "mobile"}}, "dates": {"deictics": {"anon": "day 1"}}}
    parser = Parser(profile, rules=[rule(), date_rule()], vocabularies=words)
    release = parser.parse(TEXT)
    assert (release.profile, str(release.reference)) == ("bpi", "BPI 7/2031")
    (phone,) = release.contacts[0].phones
    assert (phone.e164, phone.type, phone.rule) == ("+4755550123", "mobile", "dotted-number")
    assert [(date.raw, date.rule) for date in release.dates] == [("12 March", "days-of-month"), ("anon", "anon")]
    assert (release.diagnostics, release.unclaimed) == ((), ())
    assert pressparse.parse(TEXT).unclaimed


@pytest.mark.parametrize(
    "line", ["day 73/2031", "Paris, day 73/2031", "Date: day 73/2031", "Paris, Friday day 73/2031"]
)
def test_a_date_of_the_head_stands_where_a_rule_of_one_s_own_finds_it(line: str) -> None:
    """Though other rules of its table name a part of theirs `date`, and it has a part `weekday` or none."""
    own = rule(
        name="day-of-year",
        table="release dates",
        pattern=r"(?: (?P<weekday> \L<weekdays> ) [ ] )?+ day [ ] 73/2031",
        build=lambda match: masthead_date(match, dt.date(2031, 3, 14)),
        examples=("day 73/2031",),
    )
    parser = Parser(rules=[own], vocabularies={"masthead": {"date_openers": ["day"]}})
    release = parser.parse(f"PRESS RELEASE\n{line}\n\nBalloon lands\n\nThe balloon landed.\n")
    assert release.date == dt.date(2031, 3, 14)
    assert release.evidence["date"].raw == line[line.find("Friday") if "Friday" in line else line.index("day") :]


WORDS: Any = {
    "masthead": {"date_openers": ["aos"], "cities": ["Ribeira do X"]},
    "contacts": {"ats": ["arroba"], "dots": ["ponto"], "phone_labels": {"tlm.": "mobile"}},
    "dates": {"months": {"abril": 4}, "ordinals": ["."]},
}
TAUGHT = [
    ("PRESS RELEASE\nParis, aos 20 March 2031", "", ("Paris", "2031-03-20")),
    ("PRESS RELEASE\nRibeira do X, 20 March 2031", "", ("Ribeira do X", "2031-03-20")),
    ("PRESS RELEASE", "It flew on 3. abril 2031 for an hour.", ("2031-04-03",)),
    *(
        ("PRESS RELEASE", f"Contact\nJeanne Martin\n{line}", ("jeanne.martin@x.example",))
        for line in (
            "jeanne.martin [arroba] x.example",
            "01 44 76 00 01, jeanne.martin (arroba) x.example",
            "jeanne.martin arroba x.example",
            "jeanne ponto martin [at] x ponto example",
            "jeanne [ponto] martin [arroba] x [ponto] example",
        )
    ),
    ("PRESS RELEASE", "Contact\nJeanne Martin\nTlm. 06 44 76 00 01", ("mobile",)),
]


@pytest.mark.parametrize(("head", "end", "read"), TAUGHT)
def test_words_are_taught(head: str, end: str, read: tuple[str, ...]) -> None:
    """They are read wherever those that are shipped are, and nothing is left over."""
    release = Parser(vocabularies=WORDS).parse(f"{head}\n\nBalloon lands\n\nThe balloon landed.\n\n{end}\n")
    people = [one for contact in release.contacts for one in (*contact.emails, *contact.phones[-1:])]
    found = (release.place, release.date, *(one.start for one in release.dates), *people)
    values = [getattr(one, "address", getattr(one, "type", one)) for one in found if one]
    assert set(read) <= {str(value) for value in values}
    assert release.unclaimed == ()


@pytest.mark.parametrize("table", ["kinds", "remarks"])
def test_rules_of_the_masthead_are_tried_behind_any_word(table: str) -> None:
    """One of somebody's own may begin with a word that no table of the masthead has."""
    own = rule(name="own", table=table, pattern=r"Bulletin(?!\w)", build=lambda _: "statement", examples=("Bulletin",))
    text = "Bulletin\n14 March 2031\n\nA lake opens\n\nThe agency opened the lake.\n"
    assert pressparse.parse(text).unclaimed
    release = Parser(rules=[own]).parse(text)
    assert (release.title, release.unclaimed) == ("A lake opens", ())
    assert release.kind == ("statement" if table == "kinds" else None)


def of_ordinal_day(match: regex.Match[str]) -> tuple[Mention, ...]:
    """Return the day of the year that `DOY 131/2031` prints."""
    day = dt.date(int(match["year"]), 1, 1) + dt.timedelta(days=int(match["count"]) - 1)
    return whole(match, dated(Part("day", day.month, day.day, day.year), Tail(day.year)))


ORDINAL_DAY = date_rule(
    name="ordinal-day",
    pattern=r"DOY [ ] (?P<count> \d{3} ) / (?P<year> 20\d\d ) (?!\w)",
    build=of_ordinal_day,
    examples=("DOY 131/2031",),
    heads=(),
    words=("doy",),
)


@pytest.mark.parametrize(
    "text", ["DOY 131/2031", "It opens on DOY 131/2031.", "Der See wird am DOY 131/2031 von der Firma eröffnet, die"]
)
def test_a_date_may_begin_with_a_word_of_the_rule_s_own(text: str) -> None:
    """However it is printed, and in texts of any language, for the year is printed too."""
    with Parser(rules=[ORDINAL_DAY]).reading():
        assert [(date.raw, str(date.start)) for date in pressparse.find_dates(text)] == [("DOY 131/2031", "2031-05-11")]


def test_files_and_bytes_are_read_by_a_parser(profile: Path) -> None:
    """As texts are: by its rules and its profile, with the options of a call."""
    path = profile.with_name("kestrel.html")
    text = TEXT.replace("anon", "DOY 131/2031").replace("Funk: +47·55", "Tel: 55").replace("·", " ")
    path.write_text(f"<html><body><p>{'</p><p>'.join(text.splitlines())}</p></body></html>", "utf-8")
    parser = Parser(profile, rules=[ORDINAL_DAY])
    release = parser.parse_file(path)
    assert (release.profile, release.source, release.dates[-1].rule) == ("bpi", str(path), "ordinal-day")
    assert release.contacts[0].phones[0].e164 == "+4755550123"
    assert parser.parse_bytes(path.read_bytes(), name=str(path)) == release
    assert Parser("nasa").parse_file(path).profile == "nasa"
    with pytest.raises(pressparse.StrictError):
        parser.parse_file(path, region="FR", strict=True)
    with pytest.raises(pressparse.StrictError):
        parser.parse_bytes(path.read_bytes(), region="FR", strict=True)


OWN = Profile(name="own", title="Own", domains=("bpi.example",))
HERE = "bpi.toml"
PROFILES: list[tuple[dict[str, Any], str]] = [
    ({"profile": HERE}, "bpi"),
    ({"profile": Path(HERE)}, "bpi"),
    ({"profile": OWN}, "own"),
    ({"profiles": [HERE]}, "bpi"),
    ({"profiles": (OWN, Path(HERE))}, "bpi"),
    ({"profiles": [OWN]}, "own"),
    ({"profile": "esa", "profiles": [HERE]}, "esa"),
    ({"profile": Profile(name="cnes", title="Another"), "without": {"cnes"}}, "cnes"),
    ({"without": ["cnes"]}, "generic"),
    ({}, "generic"),
]


@pytest.mark.parametrize(("given", "chosen"), PROFILES, ids=range(len(PROFILES)))
def test_profiles_are_given_or_recognized(
    profile: Path, monkeypatch: pytest.MonkeyPatch, given: dict[str, Any], chosen: str
) -> None:
    """One that is given holds for every text, others are recognized like the shipped ones."""
    monkeypatch.chdir(profile.parent)
    assert Parser(**given).parse(TEXT).profile == chosen


def test_options_of_a_call_count_as_ever(profile: Path) -> None:
    """Language, region and strictness."""
    parser = Parser(profile)
    assert parser.parse(TEXT, language="fr").language == "fr"
    text = TEXT.replace("Funk: +47·55", "Tel: 55").replace("·", " ")
    assert [parser.parse(text, region=region).contacts[0].phones[0].e164 for region in (None, "FR")] == [
        "+4755550123",
        None,
    ]
    with pytest.raises(pressparse.StrictError):
        parser.parse(text, region="FR", strict=True)


def test_a_rule_is_replaced_in_its_place() -> None:
    """One of the name of a rule that is left out stands where that stood; others come first."""
    shipped = [each.name for each in dict(rules_in_book())["phones"]]
    with Parser(rules=[rule(name="french"), rule()], without={"french"}).reading():
        phones = dict(rules_in_book())["phones"]
    assert [each.name for each in phones] == ["dotted-number", *shipped]
    assert phones[1 + shipped.index("french")].build is dotted


def test_a_rule_is_left_out() -> None:
    """What it found is found no more."""
    text = "The agreement was signed on 10 April 2017."
    assert [date.rule for date in pressparse.parse(text).dates] == ["days-of-month"]
    assert [date.rule for date in Parser(without={"days-of-month"}).parse(text).dates] == ["part-of-year"]


def test_finders_read_by_a_parser(profile: Path) -> None:
    """Inside `reading`, and only there."""
    with Parser(rules=[rule()], profiles=[profile]).reading():
        assert [phone.e164 for phone in pressparse.find_phones("Tel: +47·55·55·01·23")] == ["+4755550123"]
        assert [str(found) for found in pressparse.find_references("BPI 7 of 2031")] == ["BPI 7/2031"]
    assert (pressparse.find_phones("Tel: +47·55·55·01·23"), pressparse.find_references("BPI 7 of 2031")) == ((), ())


REFUSED = [
    ({"rules": [rule(examples=())]}, "rule 'dotted-number': has no examples"),
    ({"rules": [rule(name="french")]}, "rule 'french': its name is taken; leave the other out by without={'french'},"),
    ({"rules": [rule(), rule()]}, "rule 'dotted-number': its name is taken"),
    ({"rules": [rule(name="cnes-reference")]}, "rule 'cnes-reference': its name is taken"),
    ({"rules": [rule(pattern="(")]}, "rule 'dotted-number': its pattern does not compile: missing )"),
    ({"rules": [rule(pattern="(" * 9999)]}, "rule 'dotted-number': its pattern does not compile: maximum recursion"),
    ({"rules": [rule(pattern=r"\L<moons>")]}, "rule 'dotted-number': its pattern does not compile: undefined named"),
    ({"rules": [rule(table="")]}, "rule 'dotted-number': its table is '', not one of 'references', 'kickers', "),
    ({"rules": [rule(table="dates")]}, "rule 'dotted-number': is to be a DateRule, which names what it begins with"),
    ({"rules": [date_rule(heads=())]}, "rule 'anon': is to be a DateRule"),
    ({"rules": [date_rule(heads=("99", "moons"))]}, "rule 'anon': its heads are of 99, 9990s, 9999, articles, "),
    ({"rules": [date_rule(words="DOY")]}, "rule 'anon': its words are to be several, none of them blank, as in words="),
    ({"rules": [date_rule(words=("DOY", " "))]}, "rule 'anon': its words are to be several, none of them blank"),
    (
        {"without": {"days-of-moth", "x"}},
        "rule 'days-of-moth': there is no rule or profile of that name to leave out; is",
    ),
    ({"without": {"qqqqq"}}, "rule 'qqqqq': there is no rule or profile of that name to leave out"),
    ({"without": {"generic"}}, "rule 'generic': this profile is for texts of everybody else and stays"),
    ({"profile": "bip"}, "unknown profile 'bip'; known are airbus, "),
    ({"profile": "cnes", "without": {"cnes"}}, "unknown profile 'cnes'; known are airbus, "),
    (
        {"profile": Profile(name="cnes", title="x")},
        "cnes: name: 'cnes' is taken; choose another, or leave that one out",
    ),
    ({"profiles": [Profile(name="x", title="x")] * 2}, "x: name: 'x' is taken"),
    ({"profiles": [Profile(name="x", title="x", references=(rule(examples=()),))]}, "rule 'dotted-number': has no ex"),
    ({"profiles": [Profile(name="x", title="x", kickers=(rule(name="french"),))]}, "rule 'french': its name is taken"),
    ({"profile": "gone.toml"}, "gone.toml: no such file or directory"),
    ({"profile": "Gone.TOML"}, "Gone.TOML: no such file or directory"),
    ({"vocabularies": "gone.toml"}, "gone.toml: no such file or directory"),
]


@pytest.mark.parametrize(("given", "message"), REFUSED, ids=[row[1] for row in REFUSED])
def test_what_cannot_be_is_refused_at_once(given: dict[str, Any], message: str) -> None:
    """The error names the rule, the profile or the file, and the cause."""
    with pytest.raises(pressparse.PressparseError) as caught:
        Parser(**given)
    assert str(caught.value).startswith(message)


WRONG_TYPES = [
    ({"profile": 3}, "the path of a TOML file is needed, not int"),
    ({"profiles": "bpi.toml"}, "profiles takes several Profiles or paths of TOML files, as in profiles=[…], not str"),
    ({"profiles": [3]}, "the path of a TOML file is needed, not int"),
    ({"rules": rule()}, "rules takes several Rules, as in rules=[…], not Rule"),
    ({"rules": ["french"]}, "rules takes Rules, not str"),
    ({"without": "french"}, "without takes several names of rules and profiles, as in without=[…], not str"),
    ({"vocabularies": 3}, "vocabularies are a mapping or the path of a TOML file, not int"),
]


@pytest.mark.parametrize(("given", "message"), WRONG_TYPES, ids=[row[1] for row in WRONG_TYPES])
def test_wrong_types_are_told(given: dict[str, Any], message: str) -> None:
    """Before anything is read."""
    with pytest.raises(TypeError) as caught:
        Parser(**given)
    assert str(caught.value) == message


WRONG = [
    ('name = "bpi"\ntitel = "x"', "bpi.toml:2: titel: no such key; allowed are "),
    (PROFILE.replace("(?P<number>", "(?P<nummer>"), "bpi.toml:8: references[0].pattern: needs the groups `number`"),
    (PROFILE.replace("{4})'", "{4}'"), "bpi.toml:8: references[0].pattern: of 'bpi-reference': missing )"),
    (PROFILE.replace('"NO"', "47"), 'bpi.toml:5: region: must be "FR" or the like, not 47'),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=[row[1] for row in WRONG])
def test_a_wrong_profile_is_reported_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    """File, line, key, and what is allowed."""
    monkeypatch.chdir(tmp_path)
    Path("bpi.toml").write_text(text, "utf-8")
    with pytest.raises(pressparse.ProfileError) as caught:
        Parser("bpi.toml")
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("given", ["my-agency.toml", Path("my-agency.toml"), Profile(name="own", title="Own")])
def test_parse_says_where_profiles_of_one_s_own_go(given: Any) -> None:  # noqa: ANN401 - what users may do
    """`pressparse.parse` takes names."""
    with pytest.raises(
        pressparse.UnknownProfileError, match=r"goes into Parser\(profile=…\), and on the command line a"
    ):
        pressparse.parse(TEXT, profile=given)


FAILING = [
    (rule(build=failing), "contacts"),
    (rule(build=lambda match: match[0]), "contacts"),
    (rule(table="emails", pattern="★", build=failing, examples=("★",)), "contacts"),
    (rule(table="references", pattern=r"ABC[ ]12/2031", build=failing, examples=("ABC 12/2031",)), "reference"),
    (date_rule(pattern=r"\d\d", build=failing, heads=("99",), examples=("12",)), "dates"),
    (rule(table="kickers", pattern=r"Sounding[ ]rocket", build=failing, examples=("Sounding rocket",)), "kicker"),
    (rule(table="release dates", pattern=r"14[ ]March[ ]2031", build=failing, examples=("14 March 2031",)), "date"),
]


@pytest.mark.parametrize(("lame", "field"), FAILING, ids=[f"{row[0].table}: {row[0].build}"[:30] for row in FAILING])
def test_a_rule_that_fails_loses_its_own_field(lame: Rule[Any], field: str) -> None:
    """`field-failed` says so, and all other fields are as ever."""
    text = TEXT.replace("Funk: ", "★ ").replace("BPI 7 of 2031", "ABC 12/2031")
    release = Parser(rules=[lame]).parse(text)
    (found,) = (each for each in release.diagnostics if each.code == "field-failed")
    assert found.field == field
    assert f"(rule {lame.name})" in found.message or "lambda" in str(lame.build)
    usual = pressparse.parse(text)
    touched = {field, "evidence", "diagnostics", "unclaimed"} | ({"place", "dates"} if field == "date" else set())
    names = {each.name for each in attrs.fields(pressparse.Release)} - touched
    assert {name: getattr(release, name) for name in names} == {name: getattr(usual, name) for name in names}
    assert str(Parser(rules=[lame]).explain(text, field))


def test_a_rule_may_refuse() -> None:
    """Its neighbors then have their say."""
    text = "Tel: +47 55 55 01 23"
    refused = rule(pattern=r"\+47", build=refusing, examples=("+47",))
    assert Parser(rules=[refused]).parse(text) == pressparse.parse(text)


def test_it_is_a_value() -> None:
    """Frozen, with its words; a changed one is another."""
    parser: Any = Parser(vocabularies={"contacts": {"phone_labels": {"funk": "mobile"}}})
    with pytest.raises(AttributeError):
        parser.rules = ()
    changed = attrs.evolve(parser, rules=[rule()])
    assert changed.parse(TEXT).contacts[0].phones
    assert not parser.parse(TEXT).contacts[0].phones
    assert "book" not in repr(parser)


def test_nothing_is_left_open() -> None:
    """Whatever a parser does, the book that was open is open again."""
    before = open_book()
    parser = Parser(rules=[rule(build=failing)])
    parser.parse(TEXT)
    parser.explain(TEXT, "contacts")
    assert open_book() is before
    with reading(parser.book):
        assert open_book() is parser.book


def phone_types(parser: Parser) -> set[str]:
    """Return the types of the first number, read many times."""
    return {parser.parse(TEXT.replace("·", " ")).contacts[0].phones[0].type for _ in range(20)}


def test_threads_do_not_see_each_other() -> None:
    """Two parsers at once, each with its own words, beside the default one."""
    kinds = ("mobile", "fax")
    parsers = [Parser(vocabularies={"contacts": {"phone_labels": {"funk": kind}}}) for kind in kinds]
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(phone_types, [*parsers, Parser()] * 2))
    assert found == [{"mobile"}, {"fax"}, {"voice"}] * 2


def test_it_travels(profile: Path) -> None:
    """Pickled, it is made again: with everything it had, in a process that is started anew."""
    words = {"contacts": {"phone_labels": {"funk": "mobile"}, "role_nouns": {"officer": False}}}
    parser = Parser(profile, rules=[rule()], vocabularies=words, without={"cnes"})
    copy = pickle.loads(pickle.dumps(parser))  # noqa: S301 - the test's own
    release = parser.parse(TEXT)
    assert copy.parse(TEXT) == release
    assert (copy.vocabularies, copy.without) == (parser.vocabularies, parser.without)
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        assert pool.submit(Parser.parse, parser, TEXT).result() == release
