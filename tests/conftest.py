"""Settings of the whole suite: property tests that try the same cases in every run."""

import os

from command_runs import look, run
from hypothesis import settings
from known_misses import pytest_collection_modifyitems

__all__ = ["look", "pytest_collection_modifyitems", "run"]  # fixtures and hooks for all

collect_ignore_glob = ["*held_out"]  # releases that are only scored

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, max_examples=5000)
settings.register_profile("million", deadline=None, max_examples=40_000, print_blob=True)  # for all tests together
settings.load_profile("repeatable")

if "MUTANT_UNDER_TEST" in os.environ:  # by which mutmut tells its mutants
    from plain_ids import pytest_generate_tests

    __all__ += ["pytest_generate_tests"]
    settings.register_profile("mutants", deadline=None, derandomize=True, max_examples=30)
    settings.load_profile("mutants")
