"""Tests with numbers for names: mutmut calls them by these, and cannot call one by a text that it is about."""

from collections.abc import Iterator

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> Iterator[None]:
    """Give the cases of a test numbers."""
    yield
    for number, call in enumerate(metafunc._calls):  # noqa: SLF001 - ids given as such are final, and no hook sees them
        object.__setattr__(call, "_idlist", [str(number)])
