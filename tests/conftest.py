"""Settings of the whole suite: property tests that try the same cases in every run."""

from hypothesis import settings

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, max_examples=5000)
settings.load_profile("repeatable")
