"""Settings of the whole suite: property tests that try the same cases in every run."""

import os

from command_runs import look, run
from hypothesis import settings

__all__ = ["look", "run"]  # fixtures for all

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, max_examples=5000)
settings.load_profile("repeatable")

if "MUTANT_UNDER_TEST" in os.environ:  # by which mutmut tells its mutants
    from plain_ids import pytest_generate_tests

    __all__ += ["pytest_generate_tests"]
