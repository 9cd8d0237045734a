"""Settings of the whole suite: property tests that try the same cases in every run."""

from command_runs import look, run
from hypothesis import settings

__all__ = ["look", "run"]  # fixtures for all

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, max_examples=5000)
settings.load_profile("repeatable")
