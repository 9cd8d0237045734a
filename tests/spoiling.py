"""Documents and records that are wrong somewhere, as somebody picks: hypothesis, or atheris by its data."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any, TypeAlias

from golden import corpus, seeds

Json: TypeAlias = Any  # a JSON value
# Returns a whole number from 0, less than the one that it is given.
Pick: TypeAlias = Callable[[int], int]

RECORDS = [
    json.dumps({"schema_version": "1.0", "text": case.text} | case.wanted)
    for case in (*seeds(), *corpus())
    if not case.held_out
]
VALUES: list[Json] = [
    *(None, True, False, 0, -1, 10**30, 0.5, float("nan"), "", "x", "\ud800", "\x00", [], {}, [[]], [None], {"": None}),
    *([0, 1], [1, 0], [0, 1, 2], [True, 1], [0, 10**30], [[0, 1]], {"raw": "x", "span": [0, 1], "rule": "x"}),
    *("2024-02-30", "2024-02-29", "0000-01-01", "2024-02-29T24:00", "2024-02-29T23:59+99:99", "٢٠٢٤-٠٢-٢٩"),
    *("1.0", "1.9", "2.0", "day", "press_release"),
]
BYTES = [
    *(
        b"\x00",
        b"\xff",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\r",
        b"\n",
        b"\n\n",
        b"\r\n--x\r\n",
        b"<",
        b">",
        b"</",
        b"<!--",
        b"&",
    ),
    *(
        b"&#0;",
        b"&#xD800;",
        b"&#1114112;",
        b"<table><tr><td>",
        b"</div>" * 9,
        b"<div>" * 99,
        b"=\xe9",
        b"=?utf-8?q?=ff?=",
    ),
    *(
        b"=?x?b?!?=",
        b"charset=utf-7",
        b"charset=x",
        b"Content-Type: text/html",
        b"boundary=x",
        b"%PDF-",
        b"endobj",
        b"obj",
    ),
    *(
        b"stream",
        b"0 0 R",
        b"-1",
        b"99999999999",
        b"[",
        b"]",
        b"(",
        b")",
        b"'''",
        b'"',
        b"\\",
        b"(?:a{9}){9}",
        b"(?<n>",
        b"{x}",
    ),
]
MOST = 6  # changes of one thing


def spoiled_record(pick: Pick) -> Json:
    """Return a golden record with a few values put in, taken out or changed."""
    record = json.loads(RECORDS[pick(len(RECORDS))])
    for _ in range(pick(MOST) + 1):
        record = _changed(record, pick)
    return record


def _changed(value: Json, pick: Pick) -> Json:
    """Return `value` with one change somewhere in it."""
    keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    if not keys or pick(10) == 0:
        return deepcopy(VALUES[pick(len(VALUES))])
    key = keys[pick(len(keys))]
    if pick(10) == 0:
        del value[key]
    else:
        value[key] = _changed(value[key], pick)
    return value


def spoiled(data: bytes, pick: Pick) -> bytes:
    """Return `data` with a few pieces cut out, doubled, moved, or with others put in."""
    for _ in range(pick(MOST)):
        start, end = sorted((pick(len(data) + 1), pick(len(data) + 1)))
        piece, at = data[start:end], pick(len(data) + 1)
        data = (
            data[:start] + data[end:],
            data[:end] + piece + data[end:],
            data[:at] + piece + data[at:],
            data[:at] + BYTES[pick(len(BYTES))] + data[at:],
            data[:at] + bytes([pick(256)]) + data[at + 1 :],
        )[pick(5)]
    return data
