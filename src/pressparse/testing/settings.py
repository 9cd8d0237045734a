"""What projects set, by the names that pytest knows it by."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pressparse.parser import Parser

FOLDERS = "pressparse_releases"
PARSER = "pressparse_parser"
UPDATE = "--pressparse-update"
PARSER_KEY: "pytest.StashKey[Parser | None]" = pytest.StashKey()
CHANGES = "pressparse"  # the section of a report that says what was written
