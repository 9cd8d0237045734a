"""The profile and the rule keep what they promise; the releases beside this file are tested by pressparse's plugin."""

from typing import Any

import halcyon_space
import pytest
from hypothesis import given

import pressparse
from pressparse.profiles import read_profile
from pressparse.rules import Rule
from pressparse.testing import Truth, check_profile, check_rule, check_truth, strategies


def test_the_profile_holds() -> None:
    """Examples are read, rejects are not, nothing is in vain."""
    check_profile(halcyon_space.PROFILE)


@pytest.mark.parametrize("rule", halcyon_space.RULES, ids=lambda rule: rule.name)
def test_the_rules_hold(rule: Rule[Any]) -> None:
    """Every line of a pattern is needed, and time is linear."""
    check_rule(rule)


@given(strategies.references(read_profile(halcyon_space.PROFILE)))
def test_references_are_read(truth: Truth) -> None:
    """Any number, any year."""
    check_truth(truth, pressparse.find_references(truth.text, profile="halcyon"))


@given(strategies.contact_blocks())
def test_contacts_are_read_as_before(truth: Truth) -> None:
    """The new rule takes nothing from the others."""
    check_truth(truth, pressparse.find_contacts(truth.text, region="FR"))
