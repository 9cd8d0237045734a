"""The made-up texts of the kit: what they say is what the library reads, and a mistake would be shown."""

import sys
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse import find_contacts, find_dates, find_phones, find_references
from pressparse.errors import UnknownProfileError
from pressparse.profiles import known_profiles, profile_named
from pressparse.testing import Truth, check_truth, strategies
from pressparse.testing.samples.values import draw_reference

ISSUERS = [profile.name for profile in known_profiles() if profile.references]


@given(strategies.references())
def test_references_are_found_among_all_grammars(truth: Truth) -> None:
    """Number, year, prefix and place."""
    check_truth(truth, find_references(truth.text))


@given(st.sampled_from(ISSUERS).flatmap(lambda name: st.tuples(st.just(name), strategies.references(name))))
def test_references_are_found_by_their_issuers_grammar(drawn: tuple[str, Truth]) -> None:
    """Each profile reads what its own examples become with other numbers and years."""
    name, truth = drawn
    check_truth(truth, find_references(truth.text, profile=name))


@given(strategies.references(profile_named("cnes")))
def test_a_profile_may_be_given_itself(truth: Truth) -> None:
    """One that the library does not know, too."""
    check_truth(truth, find_references(truth.text, profile="cnes"))


@given(strategies.dates() | strategies.dates("fr"))
def test_dates_are_found_with_their_days(truth: Truth) -> None:
    """First and last day, precision, modifier and basis."""
    check_truth(truth, find_dates(truth.text))


@given(strategies.phones())
def test_phones_are_found_with_their_kind(truth: Truth) -> None:
    """Raw, E.164, type and extension."""
    check_truth(truth, find_phones(truth.text, region="FR"))


@given(strategies.contact_blocks())
def test_complete_blocks_are_exact(truth: Truth) -> None:
    """Everybody has what is theirs, in every shape."""
    check_truth(truth, find_contacts(truth.text, region="FR"))


@given(st.data())
def test_blocks_may_lack_cells(data: st.DataObject) -> None:
    """Such are drawn, too; what is ambiguous among them is another test's business."""
    truth = data.draw(strategies.contact_blocks(complete=False))
    assert find_contacts(truth.text, region="FR")
    assert {one["kind"] for one in truth.wanted} <= {"person", "desk", "unassigned"}


def test_a_mistake_is_shown_in_the_text() -> None:
    """Both values and where they stand."""
    text = "The agency was founded on 5 May 1961."
    truth = Truth(text, ({"raw": "5 May 1961", "span": [26, 36], "start": "1961-05-06"},))
    with pytest.raises(AssertionError) as caught:
        check_truth(truth, find_dates(text))
    assert str(caught.value).splitlines() == [
        "[0].start",
        "  wanted '1961-05-06'",
        "  got    '1961-05-05'",
        "         at 1:27: 'e agency was founded on ⟨5 May 1961⟩.'",
        f"in {text!r}",
    ]


def test_profiles_without_grammars_have_no_references() -> None:
    """And unknown ones none at all."""
    with pytest.raises(UnknownProfileError):
        strategies.references("tin")
    nobody = next(profile for profile in known_profiles() if not profile.references)
    with pytest.raises(ValueError, match=f"profile '{nobody.name}' has no grammar of references"):
        strategies.references(nobody)


def test_an_example_that_its_grammar_refuses_is_named() -> None:
    """`check_rule` says why."""
    (rule, *_) = profile_named("cnes").references
    unlike = attrs.evolve(rule, examples=("CNES 12",))
    refused = attrs.evolve(rule, examples=("PR012-2004",), build=lambda _: None)
    for lame in (unlike, refused):
        with pytest.raises(ValueError, match=f"does not read its example {lame.examples[0]!r}"):
            draw_reference(Random(0), (lame,))  # noqa: S311 - repeatable, nothing secret


def test_without_hypothesis_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest of the kit works without it."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "pressparse.testing.strategies")
    monkeypatch.delattr("pressparse.testing.strategies")
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'pressparse\[test\]'"):
        from pressparse.testing import strategies as _  # noqa: F401, PLC0415 - imported anew, to fail
