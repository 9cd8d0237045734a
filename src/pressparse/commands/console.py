"""What the commands print: nothing of a release's text reaches a terminal raw, and pipes get UTF-8."""

import json
import sys
from typing import Any

import regex
from rich.console import Console
from rich.highlighter import JSONHighlighter

# Exit statuses beside 0 for success and 2 for wrong usage.
FAILED = 1
FINDINGS = 3

# Characters that print nothing, among them those that steer a terminal, turn the text around or are lone surrogates.
_UNPRINTABLE = regex.compile(r"(?![\n])\p{C}")


def print_json(value: dict[str, Any], *, pretty: bool) -> None:
    """Print the JSON value, its unprintable characters escaped, in UTF-8 whatever the locale says."""
    text = printable(json.dumps(value, ensure_ascii=False, indent=2 if pretty else None))
    if pretty and sys.stdout.isatty():
        Console().print(JSONHighlighter()(text), soft_wrap=True)
    else:
        sys.stdout.buffer.write(f"{text}\n".encode())


def printable(text: str) -> str:
    """Return `text` with its unprintable characters escaped, as JSON does."""
    return _UNPRINTABLE.sub(lambda match: json.dumps(match[0])[1:-1], text)
