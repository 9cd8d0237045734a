"""`check_rule` itself: a rule that breaks a promise must not pass."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import regex

from pressparse import testing
from pressparse.dates.shapes import DateRule, Weekdays
from pressparse.dates.words import whole
from pressparse.rules import Rule
from pressparse.stamps import masthead_date
from pressparse.testing import check_rule
from pressparse.testing.rules import read_example
from pressparse.words import vocabulary_of

ENGLISH = vocabulary_of({"months": {"april": 4, "june": 6}})
FRENCH = vocabulary_of({"months": {"avril": 4, "juin": 6}})


def day(match: regex.Match[str]) -> dt.date | None:
    """Return the day of 2024 that `match` names, `None` if there is none."""
    try:
        month = next(m for words in (ENGLISH, FRENCH) if (m := words.meaning("months", match["month"])))
        return dt.date(2024, int(month), int(match["day"]))
    except ValueError:
        return None


PATTERN = r"""
    (?<! [\d.,] )               # no part of a longer number
    (?P<day> \d{1,2} )
    (?: st | nd | rd | th )?+
    [ ]
    (?P<month> \L<months> )
    (?! \w )
"""
EXAMPLES = ("5 April", "on ⟨21st June⟩, in Paris", "30 avril")
REJECTS = ("31 June", "1.5 April", "5 Mars", "5 Aprils")


def rule(
    pattern: str = PATTERN,
    examples: tuple[str, ...] = EXAMPLES,
    rejects: tuple[str, ...] = REJECTS,
    anchors: tuple[str, ...] = (),
    build: Callable[[regex.Match[str]], Any] = day,
) -> Rule[Any]:
    """Return a good rule, or one that is spoiled."""
    return Rule(name="day", pattern=pattern, build=build, examples=examples, rejects=rejects, anchors=anchors)


def test_a_good_rule_passes() -> None:
    """Comments and blank lines of a pattern need no proof; words of several languages are tried in turn."""
    check_rule(rule(), ENGLISH, FRENCH)


def test_a_rule_may_do_without_vocabulary() -> None:
    """Patterns of literals and digits are rules too."""
    check_rule(
        Rule(name="id", pattern=r"(?<!\d) \d{3} (?!\d)", build=lambda match: match[0], examples=("123",), rejects=())
    )


def own(pattern: str, *, table: str) -> Rule[dt.date]:
    """Return a rule for somebody else's table."""
    return Rule(name="own", pattern=pattern, build=day, examples=("5 juin",), rejects=(), table=table)


def test_a_rule_of_a_table_reads_the_words_of_that() -> None:
    """Without a vocabulary given it is tried with that of its table."""
    check_rule(
        Rule(
            name="own",
            table="release dates",
            pattern=r"\d [ ] \L<months>",
            build=lambda match: masthead_date(match, dt.date(2024, 6, 5)),
            examples=("5 juin",),
            rejects=(),
        )
    )


@pytest.mark.parametrize(
    ("lame", "problem"),
    [
        (own("a", table="dats"), "rule own: its table is 'dats', not one of 'references', "),
        (own("(", table="dates"), "rule own: its pattern does not compile: "),
        (own(r"\L<moons>", table="references"), "rule own: its pattern does not compile: "),
        (own("b", table="references"), "rule own does not find '5 juin'"),
        (own("5 [ ] (?P<month> juin )", table="remarks"), "rule own fails on '5 juin': IndexError("),
        (
            rule("\\d [ ] juin", ("5 juin",), ("0 juin",), build=lambda match: 1 // int(match[0][0])),
            "rule day fails on the reject '0 juin': ZeroDivisionError(",
        ),
        (
            own(r"(?P<day> \d ) [ ] (?P<month> \L<months> )", table="remarks"),
            "rule own builds date of '5 juin'; the rules of its table build str",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_rule_that_no_table_takes_is_named(lame: Rule[dt.date], problem: str) -> None:
    """As `Parser` names it, but with all that else is wrong where it compiles."""
    with pytest.raises(AssertionError) as caught:
        check_rule(lame)
    assert str(caught.value).startswith(problem)


@pytest.mark.parametrize(
    ("begins", "problem"),
    [
        ({"words": ("day",)}, None),
        ({"heads": ("weekdays",), "words": ("Day",)}, None),
        ({"heads": ("99", "weekdays")}, "of its heads ('99', 'weekdays') or words ()"),
        ({"words": ("days",)}, "of its heads () or words ('days',)"),
    ],
    ids=str,
)
def test_a_rule_for_dates_begins_as_it_says(begins: dict[str, Any], problem: str | None) -> None:
    """Where none of its heads and words stands it is never tried, whatever its pattern would find."""
    given: dict[str, Any] = {"name": "own", "table": "dates", "examples": ("Day 131",), "rejects": ("Day131", "Day 13")}
    ordinal = DateRule(pattern="Day [ ]\n \\d{3}+", build=lambda match: whole(match, Weekdays(0, 0)), **given, **begins)
    if problem is None:
        check_rule(ordinal)
        return
    with pytest.raises(AssertionError) as caught:
        check_rule(ordinal)
    assert str(caught.value) == f"rule own is not tried on 'Day 131', which begins with none {problem}"


SPOILED = [
    (rule(examples=()), ["rule day has no examples"]),
    (rule(examples=("on 5 April",)), ["rule day does not find 'on 5 April'"]),
    (rule(examples=("⟨5 Apri⟩l",)), ["rule day does not find '⟨5 Apri⟩l'"]),
    (rule(rejects=("the 5 April",)), ["rule day finds something in the reject 'the 5 April'"]),
    (rule(anchors=("juin",)), [f"rule day does not find {example!r}" for example in EXAMPLES]),
    (rule(rejects=REJECTS[:-1]), ["rule day does not need the line '(?! \\\\w )'"]),
    (
        rule(examples=("5 April",), rejects=()),
        [
            "rule day does not need the line '(?<! [\\\\d.,] )               # no part of a longer number'",
            "rule day does not need the line '(?: st | nd | rd | th )?+'",
            "rule day does not need the line '(?! \\\\w )'",
        ],
    ),
    (
        rule(PATTERN.replace("{1,2}", "+"), ("0000000005 April",), ("31 June", "1.5 April")),
        [
            "rule day does not need the line '(?: st | nd | rd | th )?+'",
            "rule day does not need the line '(?! \\\\w )'",
        ],
    ),
]


@pytest.mark.parametrize(("spoiled", "problems"), SPOILED, ids=[str(problems) for _, problems in SPOILED])
def test_a_broken_promise_is_named(spoiled: Rule[dt.date], problems: list[str]) -> None:
    """All that is wrong with a rule comes in one error."""
    with pytest.raises(AssertionError) as caught:
        check_rule(spoiled, ENGLISH, FRENCH)
    assert str(caught.value).splitlines() == problems


SLOW = [
    (r"\d++ [ ] April", "5 April", "5"),  # a match may start anywhere in a run of digits
    (r"(?: \w+ \s? )+ :", "a b:", "a"),  # exponential
    (r"“ [^”]*+ ” [ ] said", "“Yes” said", "“"),  # every opening mark looks to the end
]


@pytest.mark.parametrize(("pattern", "example", "piece"), SLOW, ids=[pattern for pattern, _, _ in SLOW])
def test_a_slow_rule_is_named(pattern: str, example: str, piece: str) -> None:
    """More than linear time is found by repeating pieces of the examples."""
    slow = Rule(name="slow", pattern=pattern, build=lambda match: match[0], examples=(example,), rejects=())
    with pytest.raises(AssertionError) as caught:
        check_rule(slow)
    assert str(caught.value) == f"rule slow takes more than linear time on {piece!r} repeated"


LINEAR = [
    (r"(?<!\d) \d++ [ ] April", "5 April"),
    (r"“ [^”“]*+ ” [ ] said", "“Yes” said"),
    (r"“ [^”\n]{0,90}+ ” [ ] said", "“Yes” said"),
]


@pytest.mark.parametrize(("pattern", "example"), LINEAR, ids=[pattern for pattern, _ in LINEAR])
def test_a_linear_rule_passes(pattern: str, example: str) -> None:
    """What is bounded, or cannot start inside its own run, is fast enough."""
    check_rule(Rule(name="fast", pattern=pattern, build=lambda match: match[0], examples=(example,), rejects=()))


def test_the_kit_names_what_it_has() -> None:
    """Its names are there, and no others."""
    assert all(getattr(testing, name) for name in testing.__all__)
    with pytest.raises(AttributeError, match="no attribute 'check_ruler'"):
        _ = testing.check_ruler


@pytest.mark.parametrize(
    ("example", "text", "place"),
    [("5 April", "5 April", (0, 7)), ("on ⟨5 April⟩, at", "on 5 April, at", (3, 10)), ("to ⟨end", "to end", (3, 6))],
)
def test_marks_show_what_an_example_is_about(example: str, text: str, place: tuple[int, int]) -> None:
    """Without marks the whole of it."""
    assert read_example(example) == (text, place)
