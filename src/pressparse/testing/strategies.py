"""hypothesis strategies: made-up texts, each with what stands in it, to hold finders and rules against.

>>> from pressparse.testing import check_truth, strategies
>>> truth = strategies.dates("fr").example()  # doctest: +SKIP
"""

from collections.abc import Callable
from functools import partial
from random import Random

from hypothesis.strategies import SearchStrategy

from pressparse.profiles import Profile, known_profiles, profile_named
from pressparse.testing.comparison import Truth
from pressparse.testing.samples import blocks, values

try:
    from hypothesis import strategies as st
except ModuleNotFoundError as error:
    msg = "pressparse.testing.strategies needs an extra, install it by: pip install 'pressparse[test]'"
    raise ModuleNotFoundError(msg, name=error.name) from error


def references(profile: Profile | str | None = None) -> SearchStrategy[Truth]:
    """Draw texts with one reference of `profile`, or of any known issuer: its number, year and prefix, where it stands.

    For `find_references`. Raises `UnknownProfileError`, and `ValueError` for a profile without grammars.
    """
    if profile is None:
        profiles = tuple(one for one in known_profiles() if one.name != "generic")
    else:
        profiles = (profile_named(profile) if isinstance(profile, str) else profile,)
    rules = tuple(rule for one in profiles for rule in one.references)
    if not rules:
        msg = f"profile {profiles[0].name!r} has no grammar of references"
        raise ValueError(msg)
    return _drawn(partial(values.draw_reference, rules=rules))


def dates(language: str = "en") -> SearchStrategy[Truth]:
    """Draw sentences with one date of which the year is printed, in English or in French (`fr`). For `find_dates`."""
    return _drawn(partial(values.draw_date, language=language))


def phones() -> SearchStrategy[Truth]:
    """Draw texts with one number of nobody, in many notations; national ones are French. For `find_phones`."""
    return _drawn(values.draw_phone)


def contact_blocks(*, complete: bool = True) -> SearchStrategy[Truth]:
    """Draw contact blocks of one to six people in every shape, alone or in a release. For `find_contacts`, in France.

    In blocks that are not `complete` somebody may lack a role, a number or an address; some of these are ambiguous in
    print, and reading them differently is no mistake where a diagnostic says so.
    """
    return _drawn(partial(_block, complete=complete))


def _block(random: Random, *, complete: bool) -> Truth:
    block = blocks.draw(random, complete=complete)
    return Truth(block.text, tuple(block.contacts))


def _drawn(draw: Callable[[Random], Truth]) -> SearchStrategy[Truth]:
    return st.randoms(use_true_random=False).map(draw)
