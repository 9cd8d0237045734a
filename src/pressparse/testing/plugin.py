"""The pytest plugin: releases with records beside them as tests. pytest imports this module in every project.

So it imports nothing but what pytest has, and looks at a file only where a project names its folders of releases.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pressparse.testing.settings import CHANGES, FOLDERS, PARSER, PARSER_KEY, UPDATE

if TYPE_CHECKING:
    from pressparse.parser import Parser


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes records, and the settings."""
    group = parser.getgroup("pressparse")
    group.addoption(UPDATE, action="store_true", help="write the records of releases, or refresh them, and say how")
    parser.addini(FOLDERS, "folders whose releases are tested against the records beside them", type="paths")
    parser.addini(PARSER, "the parser that reads them, as module:name (pressparse.parse)")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse settings that would test nothing."""
    folders = config.getini(FOLDERS)
    for folder in folders:
        if not folder.is_dir():
            msg = f"{FOLDERS}: there is no folder {folder}"
            raise pytest.UsageError(msg)
    if config.getoption(UPDATE) and not folders:
        msg = f"{UPDATE} needs the setting {FOLDERS}, which says where releases are"
        raise pytest.UsageError(msg)
    config.stash[PARSER_KEY] = _parser(config.getini(PARSER))


def _parser(name: str) -> "Parser | None":
    if not name:
        return None
    # Projects that do not use it pay nothing.
    import pkgutil  # noqa: PLC0415 - see above

    from pressparse.errors import PressparseError  # noqa: PLC0415 - see above
    from pressparse.parser import Parser  # noqa: PLC0415 - see above

    try:
        parser = pkgutil.resolve_name(name)
    except (ValueError, TypeError, ImportError, AttributeError, PressparseError) as error:
        msg = f"{PARSER}: there is no {name}: {type(error).__name__}: {error}"
        raise pytest.UsageError(msg) from None
    if not isinstance(parser, Parser):
        msg = f"{PARSER}: {name} is a {type(parser).__name__}, not a Parser"
        raise pytest.UsageError(msg)
    return parser


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect what stands in a folder of releases: a release with its record."""
    if not any(file_path.is_relative_to(folder) for folder in parent.config.getini(FOLDERS)):
        return None
    from pressparse.testing.collecting import collector_of  # noqa: PLC0415 - it imports the parser

    return collector_of(file_path, parent)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show which records were written, and what changed in them."""
    changes = [
        content
        for report in terminalreporter.getreports("passed")
        for title, content in report.sections
        if title == f"Captured {CHANGES} call"
    ]
    if changes:
        terminalreporter.section("records written by pressparse")
        for content in changes:
            terminalreporter.write_line(content)
