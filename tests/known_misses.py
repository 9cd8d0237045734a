"""What the parser is known to get wrong in the corpus: these tests must fail, until they are taken off the list."""

import tomllib

import pytest
from golden import CORPUS

KNOWN_MISSES: dict[str, dict[str, str]] = tomllib.loads((CORPUS / "known_misses.toml").read_text("utf-8"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each known miss with its reason."""
    for item in items:
        if item.path.is_relative_to(CORPUS) and isinstance(item.parent, pytest.File):
            release = str(item.path.relative_to(CORPUS).with_suffix(""))
            reason = KNOWN_MISSES.get(release, {}).get(item.name)
            if reason:
                item.add_marker(pytest.mark.xfail(strict=True, reason=reason))
