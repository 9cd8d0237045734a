"""What projects set, by the names that pytest knows it by."""

from __future__ import annotations

import pytest

FOLDERS = "pressparse_releases"
PARSER = "pressparse_parser"
UPDATE = "--pressparse-update"
PARSER_KEY = pytest.StashKey["Parser | None"]()
CHANGES = "pressparse"  # the section of a report that says what was written
