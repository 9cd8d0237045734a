"""Formats of other packages: asked after those of this one, and none of them can do harm to another."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import pressparse
from pressparse.formats import format_of, read, suffixes
from pressparse.formats.plugins import added_formats
from pressparse.formats.source import Document, Format, Source
from pressparse.plugins import plugins

MODULE = """
from pressparse.errors import UnreadableError
from pressparse.formats.source import Document, Format

def refuse(source):
    raise UnreadableError(source.label, "its own reason")

def is_good(source):
    return source.data.startswith(b"GOOD")

def is_page(source):
    return source.data.startswith(b"<!doctype html>")

def fail(source):
    raise ZeroDivisionError

GOOD = Format("good", (".good",), is_good, lambda source: Document("PR012-2019", None))
LATE = Format("late", (".md", ".late"), is_page, lambda source: Document("late", None))
BLIND = Format("blind", (".blind",), fail, fail)
EMPTY = Format("empty", (".empty",), lambda source: False, lambda source: None)
STRICT = Format("strict", (".strict",), lambda source: False, refuse)
WRONG = "no format"
"""
NAMES = ("GOOD", "LATE", "BLIND", "EMPTY", "STRICT", "WRONG", "MISSING")


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Install a package whose entry points are the formats that it is called with."""

    def installed(*names: str) -> None:
        (tmp_path / "brochures.py").write_text(MODULE, "utf-8")
        metadata = tmp_path / "brochures-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: brochures\nVersion: 1.0\n", "utf-8")
        lines = "".join(f"{name.lower()} = brochures:{name}\n" for name in names)
        (metadata / "entry_points.txt").write_text(f"[pressparse.formats]\n{lines}", "utf-8")
        plugins.cache_clear()
        added_formats.cache_clear()

    monkeypatch.syspath_prepend(tmp_path)
    yield installed
    plugins.cache_clear()
    added_formats.cache_clear()


def test_another_package_adds_a_format(install: Callable[..., None]) -> None:
    """Its documents are known by content and by name, and folders are searched for them."""
    install("GOOD")
    assert pressparse.parse_bytes(b"GOOD").reference == pressparse.parse("PR012-2019").reference
    assert pressparse.parse_bytes(b"x", name="A.Good").format == "text"
    assert suffixes()[-1] == ".good"


def test_own_formats_come_first(install: Callable[..., None]) -> None:
    """Nobody changes what a page or a text is."""
    install("LATE")
    assert read(Source(None, b"<!doctype html>x")).format == "html"
    assert read(Source("a.md", b"x")).text == "x"
    assert read(Source("a.late", b"x")).text == "late"


def test_content_comes_before_the_name(install: Callable[..., None]) -> None:
    """Whoever recognizes it, and whatever the name says."""
    install("GOOD")
    for name in (None, "a.txt", "a.html", "a.eml"):
        assert read(Source(name, b"GOOD")).text == "PR012-2019"
    assert read(Source("a.good", b"<html><p>x")).text == "x"
    assert format_of(Source("a.unknown", b"x")) is None


@pytest.mark.parametrize(
    ("name", "problem"), [("WRONG", "is a str, not a Format"), ("MISSING", "fails: AttributeError")]
)
def test_what_is_no_format_is_left_out(install: Callable[..., None], name: str, problem: str) -> None:
    """One warning names it, and all else goes on."""
    install("GOOD", name)
    with pytest.warns(pressparse.PluginWarning, match=f"'{name.lower()}' of brochures .* {problem}.*; it is left out"):
        assert read(Source(None, b"GOOD")).text == "PR012-2019"
    assert read(Source(None, b"GOOD")).text == "PR012-2019"


def test_a_format_that_fails_costs_its_own_documents(install: Callable[..., None]) -> None:
    """Looking at others it is passed over with a warning; its documents are unreadable, and the error names it."""
    install("BLIND", "EMPTY", "STRICT")
    with pytest.warns(pressparse.PluginWarning, match="'blind' of brochures .* fails: ZeroDivisionError"):
        assert read(Source("a.txt", b"x")).text == "x"
    with (
        pytest.warns(pressparse.PluginWarning, match="'blind'"),
        pytest.raises(
            pressparse.UnreadableError, match=r"a\.blind: .*'blind' of brochures .* fails: ZeroDivisionError"
        ),
    ):
        read(Source("a.blind", b"x"))
    with (
        pytest.warns(pressparse.PluginWarning, match="'blind'"),
        pytest.raises(pressparse.UnreadableError, match=r"a\.empty: .* gives a NoneType, not a Document"),
    ):
        read(Source("a.empty", b"x"))
    with (
        pytest.warns(pressparse.PluginWarning, match="'blind'"),
        pytest.raises(pressparse.UnreadableError, match=r"a\.strict: its own reason"),
    ):
        read(Source("a.strict", b"x"))


def test_formats_are_values() -> None:
    """What a plugin's author makes."""
    made = Format("x", (".x",), lambda _: False, lambda _: Document("", None))
    assert made.to_text(Source(None, b"")) == Document("", None)
