"""What the commands print: nothing of a release's text reaches a terminal raw, and pipes get UTF-8."""

import json
import sys
from typing import Any

from rich.console import Console
from rich.highlighter import JSONHighlighter
from rich.text import Text

from pressparse.exports.records import escaped

# Exit statuses beside 0 for success and 2 for wrong usage.
FAILED = 1
FINDINGS = 3
INTERRUPTED = 130

printable = escaped  # nothing that steers a terminal or turns its text around, line feeds aside
COLORS = {"error": "bold red", "warning": "yellow", "info": "dim"}


def print_json(value: dict[str, Any], *, pretty: bool) -> None:
    """Print the JSON value, its unprintable characters escaped, in UTF-8 whatever the locale says."""
    text = printable(json.dumps(value, ensure_ascii=False, indent=2 if pretty else None))
    if pretty and sys.stdout.isatty():
        Console().print(JSONHighlighter()(text), soft_wrap=True)
    else:
        sys.stdout.buffer.write(f"{text}\n".encode())


def one_line(text: str) -> str:
    """Return `text` with its unprintable characters escaped, line feeds too."""
    return printable(text).replace("\n", "\\n")


def counted(number: int, noun: str) -> str:
    """Return how many of what there are: `1 release`, `2 releases`."""
    return f"{number} {noun}{'s' * (number != 1)}"


def message(where: str, severity: str, what: str) -> Text:
    """Return a line about the document `where`, whose severity is colored where it is printed in color."""
    return Text.assemble(one_line(where), ": ", (severity, COLORS[severity]), f": {one_line(what)}")
