"""The page that lists the tables of words: by subject, what each is for, and its first words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pressparse.words import LANGUAGES, merged_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "words.md"
SHOWN_WORDS = 8
_FOLDER = Path(__file__).parents[1] / "src" / "pressparse" / "data" / "words"
# The lines of a remark, and the table that begins directly below them.
_TABLE = re.compile(r"(?m)^((?:#[^\n]*\n)*)(?:\[(\w+)\]|(\w+) =)")
INTRODUCTION = """\
# The tables of words

Labels, months, roles and all other words that rules read, without accents and capitals, written by
`python tests/rule_pages.py`. A table has a subject and a name; what is given as
`Parser(vocabularies={"contacts": {"phone_labels": {"funk": "mobile"}}})` or in a TOML file adds to it
([rules of your own](../own-rules.md)). What words mean, a month's number or `mobile`, stands behind them.
"""


def words_page() -> str:
    """Return the page."""
    subjects = sorted(path.stem for path in (_FOLDER / LANGUAGES[0]).glob("*.toml"))
    return "\n".join([INTRODUCTION, *(line for subject in subjects for line in _subject(subject))])


def _subject(subject: str) -> Iterator[str]:
    remarks = _remarks(subject)
    yield from (f"## {subject}", "", "| table | words | for |", "|---|---|---|")
    for table, words in sorted(merged_vocabulary(subject).meanings.items()):
        shown = [_entry(word, meaning) for word, meaning in list(words.items())[:SHOWN_WORDS]]
        more = f" … ({len(words)})" if len(words) > SHOWN_WORDS else ""
        yield f"| `{table}` | {', '.join(shown)}{more} | {remarks.get(table, '')} |"
    yield ""


def _entry(word: str, meaning: object) -> str:
    told = f" = {meaning}" if meaning not in {word, "", None, True} else ""
    return f"`{word}`{told}".replace("|", "\\|")


def _remarks(subject: str) -> dict[str, str]:
    """Return what the vocabularies of `subject` say above each table, the first language that says it."""
    found: dict[str, str] = {}
    for language in reversed(LANGUAGES):
        path = _FOLDER / language / f"{subject}.toml"
        for comment, table, words in _TABLE.findall(path.read_text("utf-8")) if path.exists() else ():
            if comment:
                found[table or words] = " ".join(line.lstrip("# ") for line in comment.splitlines()).replace("|", "\\|")
    return found
