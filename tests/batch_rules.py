"""A parser that misbehaves on purpose, for runs over many documents; workers import its rule from here."""

import os
import time
from pathlib import Path

import regex

import pressparse
from pressparse.emails import Address
from pressparse.rules import Rule

PLAIN = """Paris, March 4, 2024
PR 010-2024

An Instrument

It was signed on Tuesday.

Contacts
Jane Doe jane.doe@x.org"""


def _misbehave(match: regex.Match[str]) -> Address | None:
    """End the process, sleep for an hour, or end it only the first time that the file named behind is looked for."""
    match match["how"]:
        case "die":
            os._exit(7)
        case "sleep":
            time.sleep(3600)
        case "once":
            path = Path(match["path"])
            if not path.exists():
                path.touch()
                os._exit(9)
    return None


RULE = Rule(
    name="misbehaving",
    table="emails",
    pattern=r"(?<!\S) ☠(?P<how> [a-z]{3,5}+ ) \[ (?P<path> [^\]\s]{0,200}+ ) \]",
    build=_misbehave,
    examples=("☠no[]",),
    rejects=("x☠no[]", "☠no", "☠no[ ]", "☠N[]"),
    anchors=("☠",),
)


def parser() -> pressparse.Parser:
    """Return a parser whose rule for addresses dies, sleeps, or dies once, where a text says so."""
    return pressparse.Parser(rules=[RULE])


def text(how: str = "", path: object = "") -> str:
    """Return a release, with the words at which the parser does `how`."""
    return f"{PLAIN} ☠{how}[{path}]" if how else PLAIN
