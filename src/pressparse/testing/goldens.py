"""Releases with records beside them, whole or partial: what is compared, and how a record is refreshed."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pressparse.formats import parse_source, read_source, suffixes
from pressparse.model import Release
from pressparse.profiles import Profile
from pressparse.testing.comparison import ABSENT, Json, is_span, pairs

if TYPE_CHECKING:
    from pressparse.parser import Parser

ENDING = ".release.json"
# What a record says of the file and not of the release.
OF_THE_FILE = frozenset({"source", "digest", "encoding"})
# What a new record leaves out: how a value was found is no part of what is right. By the key that it stands in.
_LEFT_OUT = {"": {"text", *OF_THE_FILE}, "contacts": {"span"}, "evidence": {"profile", "language"}}


def record_of(release: Path) -> Path:
    """Return where the record of the release at that path stands."""
    return release.with_name(release.stem + ENDING)


def releases_of(record: Path) -> list[Path]:
    """Return the releases beside `record` that it may be the record of."""
    stem = record.name.removesuffix(ENDING)
    return sorted(path for path in record.parent.iterdir() if path.stem == stem and is_release(path))


def is_release(path: Path) -> bool:
    """Tell whether the name of the file at `path` is one of a release; a README and a hidden file are none."""
    known = path.name.lower().endswith(suffixes())
    return known and path.stem.upper() != "README" and not path.name.startswith(".") and path.is_file()


def parse_release(path: Path, parser: "Parser | None") -> Release:
    """Return what `parser` (`pressparse.parse`) makes of the file at `path`; raises `UnreadableError`."""
    source = read_source(path)
    if parser is None:
        return parse_source(source)
    profile = parser.profile.name if isinstance(parser.profile, Profile) else parser.profile
    with parser.reading():
        return parse_source(source, profile=profile)


def read_record(path: Path) -> dict[str, Json]:
    """Return the record at `path`; raises `ValueError`, naming the file, if it is none."""
    try:
        record = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        msg = f"{path}: {error}"
        raise ValueError(msg) from None
    if not isinstance(record, dict):
        msg = f"{path}: a record is an object"
        raise ValueError(msg)  # noqa: TRY004 - the file's value is wrong, not an argument's type
    return record


def write_record(path: Path, record: Mapping[str, Json]) -> None:
    """Write `record`."""
    path.write_text(f"{json.dumps(record, ensure_ascii=False, indent=2)}\n", "utf-8", newline="\n")


def new_record(got: dict[str, Json]) -> dict[str, Json]:
    """Return the golden record that a parser's record `got` makes where there was none."""
    record: dict[str, Json] = _golden(got, "")
    return record


def refreshed(wanted: dict[str, Json], got: dict[str, Json]) -> dict[str, Json]:
    """Return the golden record `wanted` with the values of `got`: the keys that it has, at every depth; lists in full.

    An item that is new in a list has the keys of the item that stood first. What is of the file stays as it is.
    """
    kept = {key: wanted[key] for key in OF_THE_FILE & wanted.keys()}
    record: dict[str, Json] = _refreshed(wanted, {**got, **kept}, "")
    return record


def _refreshed(wanted: Json, got: Json, key: str) -> Json:
    if isinstance(wanted, dict) and isinstance(got, dict):
        return {name: _refreshed(value, got[name], name) for name, value in wanted.items() if name in got}
    if isinstance(wanted, list) and isinstance(got, list) and not is_span(got):
        first = next((item for item in wanted if isinstance(item, dict)), None)
        found = [(first if golden is ABSENT else golden, other) for _, golden, other in pairs(wanted, got)]
        return [_refreshed(golden, other, key) for golden, other in found if other is not ABSENT]
    return _golden(got, key)


def _golden(value: Json, key: str) -> Json:
    if isinstance(value, dict):
        left_out = {"rule", *_LEFT_OUT.get(key, ())}
        return {name: _golden(item, name) for name, item in value.items() if name not in left_out}
    return [_golden(item, key) for item in value] if isinstance(value, list) else value
