"""What is called with something else than it takes says what that is, instead of failing somewhere inside."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

import pressparse
from pressparse import exports

given = cast("Any", pressparse)  # what follows is what types forbid

MISUSES: dict[str, Callable[[], object]] = {
    "parse takes the release's text as str, not bytes; parse_bytes and parse_file take files": lambda: given.parse(b""),
    "a text (str) is needed, not int": lambda: given.find_dates(5),
    "a text (str) is needed, not bytes": lambda: given.find_contacts(b"CONTACTS"),
    "anchor is a datetime.date, not str": lambda: given.find_dates("on 10 April", anchor="2017-01-01"),
    "explain takes a record, as parse returns it, not str": lambda: given.explain("PR1-2031", "date"),
    "review_page takes Releases, not str": lambda: given.review_page(["PR1-2031"]),
    "write takes Releases and Failures, not int": lambda: exports.write(cast("Any", [5]), io.BytesIO(), "csv"),
    "write takes Releases and Failures, not str": lambda: exports.write(cast("Any", "PR"), io.BytesIO(), "jsonl"),
    "parse_many takes several sources, as in parse_many([…]), not one str": lambda: given.parse_many("a.txt"),
    "parse_many takes several sources, as in parse_many([…]), not one bytes": lambda: given.parse_many(b"PR1-2031"),
    "parse_many takes several sources, as in parse_many([…]), not one PosixPath": lambda: given.parse_many(Path("a")),
}


@pytest.mark.parametrize("message", MISUSES)
def test_misuse_is_named(message: str) -> None:
    """At once, by a `TypeError`."""
    with pytest.raises(TypeError) as caught:
        MISUSES[message]()
    assert str(caught.value).replace("WindowsPath", "PosixPath") == message
