"""The rule book as pages: `python tests/rule_pages.py` writes docs/rules from the tables of rules."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from word_page import NAME, words_page

from pressparse.book import Book, reading
from pressparse.rulebook import rules_in_book, words_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressparse.rules import Rule

FOLDER = Path(__file__).parents[1] / "docs" / "rules"
SHOWN_WORDS = 12
INTRODUCTION = """\
# The rule book

Every way of writing that pressparse knows, written by `python tests/rule_pages.py` from the tables themselves.
`pressparse rules` lists the same, with what your profiles and plugins add, `pressparse rules NAME` shows a rule or a
table. [Rules of your own](../own-rules.md) says how to add to it.

Of the rules of a table the leftmost match in a text wins, of those that begin at the same place the rule that stands
first. Patterns are verbose [regex](https://pypi.org/project/regex/): blanks mean nothing, and `\\L<months>` is any word
of the table `months`, in every spelling ([all tables of words](words.md)). Of an example the part between ⟨ and ⟩ is
found, or all of it.

| table | rules | examples |
|---|---|---|
"""


def pages() -> dict[str, str]:
    """Return the pages of the rules that pressparse ships, by file name."""
    with reading(Book(plugins=False)):
        tables = rules_in_book()
        index = "".join(_row(table, rules) for table, rules in tables)
        return {
            "README.md": INTRODUCTION + index,
            NAME: words_page(),
            **{_file(table): "\n".join(_page(table, rules)) for table, rules in tables},
        }


def _file(table: str) -> str:
    return f"{table.replace(' ', '-')}.md"


def _row(table: str, rules: tuple[Rule[Any], ...]) -> str:
    examples = ", ".join(_code(rule.examples[0]).replace("|", "\\|") for rule in rules[:3])
    return f"| [{table}]({_file(table)}) | {len(rules)} | {examples} |\n"


def _page(table: str, rules: tuple[Rule[Any], ...]) -> Iterator[str]:
    yield from (f"# Rules: {table}", "", "[The rule book](README.md) says how to read this page.", "")
    for rule in rules:
        yield from (f"## {rule.name}", "")
        if rule.languages:
            yield from (f"For texts in `{'`, `'.join(rule.languages)}` only.", "")
        yield from ("```text", dedent(rule.pattern).strip("\n"), "```", "")
        for name, words in words_named(table, rule):
            more = " …" if len(words) > SHOWN_WORDS else ""
            yield f"- `\\L<{name}>`: {_code(', '.join(words[:SHOWN_WORDS]))}{more}"
        yield from (f"- finds {_code(text)}" for text in rule.examples)
        yield from (f"- does not find {_code(text)}" for text in rule.rejects)
        yield ""


def _code(text: str) -> str:
    """Return `text` as Markdown code: line feeds drawn, behind as many marks as it does not hold itself."""
    drawn = text.replace("\n", "⏎")
    marks = "``" if "`" in drawn else "`"
    pad = " " * (drawn != drawn.strip(" `"))
    return f"{marks}{pad}{drawn}{pad}{marks}"


def main() -> None:
    """Write the pages, and remove those of tables that are no more."""
    FOLDER.mkdir(exist_ok=True)
    written = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in written:
            path.unlink()
    for name, text in written.items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
