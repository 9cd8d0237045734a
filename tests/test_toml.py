"""TOML files of users: what is wrong in one is said with its file and its line."""

from importlib.resources import files
from pathlib import Path

import pytest

from pressparse.errors import WordsError
from pressparse.toml import line_of, read_toml

TEXT = """\
name = "x"
[contacts]
roles = [
  "pilot",
]
[ contacts . labels ]
funk = "mobile"
"two words" = "fax"

[["kickers"]]
pattern = "a"
[[references]]
name = "first"
pattern = "b"
[[references]]
pattern = "c"
['fr/contacts'.labels]
radio = "voice"
long = '''
late = 1
'''
"ext." = "voice"
late = 2
"""
LINES = [
    ("name", 1),
    ("contacts", 2),
    ("contacts.roles", 3),
    ("contacts.labels", 6),
    ("contacts.labels.funk", 7),
    ("contacts.labels.two words", 8),
    ("kickers[0].pattern", 11),
    ("references[0]", 12),
    ("references[0].pattern", 14),
    ("references[1].pattern", 16),
    ("references[1].canonical", 15),
    ("fr/contacts.labels.radio", 18),
    ("fr/contacts.labels.ext.", 22),
    ("fr/contacts.labels.late", 23),
    ("references[2].pattern", None),
    ("nothing", None),
]


@pytest.mark.parametrize(("key", "line"), LINES, ids=[key for key, _ in LINES])
def test_a_key_stands_on_a_line(key: str, line: int | None) -> None:
    """However its table is written; of a key that is not there the line of what it would stand in."""
    assert line_of(TEXT, key) == line


def test_a_file_is_read_with_its_text(tmp_path: Path) -> None:
    """By path, by name, or out of a package."""
    path = tmp_path / "own.toml"
    path.write_text("a = 1\n", "utf-8")
    assert read_toml(path, WordsError) == read_toml(str(path), WordsError) == ({"a": 1}, "a = 1\n")
    assert read_toml(files("pressparse") / "data" / "profiles" / "cnes.toml", WordsError)[0]["name"] == "cnes"


BROKEN = [
    (b"a = 1\nb = = 2\n", "own.toml:2: Invalid value (at line 2, column 5)"),
    (b"a = 1\nb =", "own.toml: Invalid value (at end of document)"),
    (b"a = '\xff'", "own.toml: is not in UTF-8"),
    (b"a = " + b"[" * 9999, "own.toml: maximum recursion depth exceeded"),
    (b"a = " + b"9" * 9999, "own.toml: Exceeds the limit"),
]


@pytest.mark.parametrize(("data", "message"), BROKEN, ids=[row[1] for row in BROKEN])
def test_a_broken_file_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, message: str) -> None:
    """It names file and line, where TOML's own error does."""
    monkeypatch.chdir(tmp_path)
    Path("own.toml").write_bytes(data)
    with pytest.raises(WordsError) as caught:
        read_toml("own.toml", WordsError)
    assert str(caught.value).startswith(message)


def test_what_is_no_file_is_an_error(tmp_path: Path) -> None:
    """A missing file and a folder are told apart; what is no path at all is a wrong type."""
    with pytest.raises(WordsError, match=r"gone\.toml: no such file or directory"):
        read_toml(tmp_path / "gone.toml", WordsError)
    with pytest.raises(WordsError, match=r"is a directory|permission denied"):
        read_toml(tmp_path, WordsError)
    with pytest.raises(TypeError, match=r"the path of a TOML file is needed, not int"):
        read_toml(3, WordsError)  # type: ignore[arg-type]  # what users may do
