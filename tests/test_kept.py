"""Nothing is lost: what was published loads and means the same, and no change of what users rely on goes unsaid."""

import difflib
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from kept import (
    RECORDS,
    ROOT,
    SCHEMAS,
    Section,
    changelog,
    kept_schema,
    last_release,
    missing,
    names_of,
    public_names,
    refusals,
    schema_text,
    snapshot,
    text_of,
)

import pressparse
from pressparse import Failure, RecordError, Release
from pressparse.testing import differences

ROWS = sorted(RECORDS.rglob("*.json"))
NEWEST, *OLDER = changelog((ROOT / "CHANGELOG.md").read_text("utf-8"))
RENEW = "say so in CHANGELOG.md, then run: python tests/kept.py"


def row(path: Path) -> dict[str, Any]:
    """Return the kept row at `path`."""
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


RELEASES = {path: row(path) for path in ROWS if "error" not in row(path)}


def test_each_published_schema_has_records() -> None:
    """A version of the schema comes with records and with itself; a suite that finds nothing fails."""
    versions = {path.name for path in RECORDS.iterdir()}
    assert pressparse.SCHEMA_VERSION in versions
    assert {kept_schema(version).name for version in versions} == {path.name for path in SCHEMAS.iterdir()}
    for version in versions:
        kept = [record for path, record in RELEASES.items() if path.parent.name == version]
        assert len(kept) >= 10
        assert {record["schema_version"] for record in kept} == {version}


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_kept_record_loads_as_it_was(path: Path) -> None:
    """A record that was ever written gives the same values for ever, at the same places."""
    record = RELEASES[path]
    release = Release.from_dict(record)
    assert differences(record, release.to_dict(text="text" in record)) == ()
    if release.text is not None:
        assert all(evidence.span.of(release.text) == evidence.raw for evidence in release.evidence.values())


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_kept_record_is_valid(path: Path) -> None:
    """A record keeps the schema of its version, and those that are later in the same major version."""
    for schema in SCHEMAS.glob(f"release-{path.parent.name.partition('.')[0]}.*"):
        if schema.name >= kept_schema(path.parent.name).name:
            Draft202012Validator(json.loads(schema.read_text("utf-8"))).validate(RELEASES[path])


@pytest.mark.parametrize("path", sorted({*ROWS} - {*RELEASES}), ids=lambda path: path.stem)
def test_a_kept_failure_loads_as_it_was(path: Path) -> None:
    """The row of a document that failed is read too, with keys that a later version adds."""
    assert Failure.from_dict(row(path) | {"tries": 2}).to_dict() == row(path)


@pytest.mark.parametrize("value", [None, [], {}, {"source": "a", "digest": None, "error": "x"}], ids=repr)
def test_what_is_no_failure_is_refused(value: object) -> None:
    """Anything else is one clear error, a release's record too."""
    with pytest.raises(RecordError, match=r"^\$: the row of a failed document is wanted here"):
        Failure.from_dict(value)


def test_the_kept_records_have_every_key() -> None:
    """Each key of the schema, in every object, has a value in some record."""
    schema = json.loads(kept_schema(pressparse.SCHEMA_VERSION).read_text("utf-8"))
    wanted = {*schema["properties"]}.union(*(part.get("properties", ()) for part in schema["$defs"].values()))
    assert wanted <= set().union(*(used(record) for record in RELEASES.values()))


def used(value: object) -> set[str]:
    """Return the keys in a JSON value that have one."""
    match value:
        case dict():
            return {key for key, part in value.items() if part}.union(*map(used, value.values()))
        case list():
            return set().union(*map(used, value))
    return set()


def test_public_names_are_the_kept_ones() -> None:
    """A name, signature or attribute changes with a word in the changelog, or not at all."""
    kept = snapshot(NEWEST.version).read_text("utf-8")
    changes = [
        *difflib.unified_diff(kept.splitlines(), text_of(public_names()).splitlines(), "kept", "now", lineterm="")
    ]
    assert not changes, "\n".join([RENEW, *changes])


def test_the_schema_is_the_kept_one() -> None:
    """The JSON Schema changes with its version, or not at all."""
    assert kept_schema(pressparse.SCHEMA_VERSION).read_text("utf-8") == schema_text(), RENEW


def test_the_version_and_the_changelog_allow_what_is_kept() -> None:
    """Every change since the last release is told."""
    assert refusals(NEWEST, last_release(OLDER)) == []


BEFORE = {"pressparse.parse": "pressparse.parse(text: str)", "pressparse.Span": "pressparse.Span()\n    end: int"}


@pytest.mark.parametrize(
    ("now", "said", "untold"),
    [
        (BEFORE, "", []),
        (BEFORE | {"pressparse.Span": "pressparse.Span()"}, "- Nothing much.", ["pressparse.Span"]),
        (BEFORE | {"pressparse.Span": "pressparse.Span()"}, "- `Span.end` is gone.", []),
        ({"pressparse.Span": BEFORE["pressparse.Span"]}, "", ["pressparse.parse"]),
        ({"pressparse.Span": BEFORE["pressparse.Span"]}, "- `parse()` became `read`.", []),
        (BEFORE | {"pressparse.new": "pressparse.new()"}, "", ["pressparse.new"]),
    ],
)
def test_what_changes_is_told(now: dict[str, str], said: str, untold: list[str]) -> None:
    """A name that came, went or changed stands in the changelog."""
    assert missing(Section("0.2.0", released=False, text=said), BEFORE, now) == untold


def test_a_snapshot_reads_back() -> None:
    """What is written is what is compared."""
    assert names_of(text_of(public_names())) == public_names()


@pytest.mark.parametrize(
    ("section", "last", "reason"),
    [
        (Section("9.9.9", released=False, text=""), None, "the newest section of CHANGELOG.md is about 9.9.9"),
        (Section(NEWEST.version, released=True, text=""), None, "is released: raise the version"),
        (Section(NEWEST.version, released=False, text=""), BEFORE, "pressparse.parse changed since the last release"),
    ],
)
def test_a_snapshot_is_not_renewed_silently(section: Section, last: dict[str, str] | None, reason: str) -> None:
    """Published names are changed by a new version that says so."""
    assert any(reason in said for said in refusals(section, last))


def test_a_published_schema_is_not_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a release had it, another schema is another version of it."""
    monkeypatch.setattr(pressparse, "json_schema", lambda: {"title": "another"})
    said = refusals(NEWEST, public_names())
    assert said == [f"schema {pressparse.SCHEMA_VERSION} is released: raise SCHEMA_VERSION in model.py"]


def test_changelog_sections_are_found() -> None:
    """Versions, whether they are out, and what is said of them."""
    text = "# Changelog\n\n## 0.2.0 (not yet released)\n\n- New.\n\n## 0.1.0 (2031-05-05)\n\n- First.\n"
    assert changelog(text) == [
        Section("0.2.0", released=False, text="\n- New.\n\n"),
        Section("0.1.0", released=True, text="\n- First.\n"),
    ]
