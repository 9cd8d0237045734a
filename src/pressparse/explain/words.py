"""The entries of vocabularies that a value owes itself to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from pressparse.cells import read_cells
from pressparse.lexicon import label_before, phrase, words_of
from pressparse.phones import Number
from pressparse.rules import words_of_table
from pressparse.words import fold, merged_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressparse.explain.case import Case
    from pressparse.lines import Line
    from pressparse.tracing import Try
    from pressparse.words import Meaning

_LISTS = regex.compile(r"\\L<(\w+)>")
_PIECES = regex.compile(r"[\w'’-]+")
# Values of contacts and quotes that are told by the words in them.
_TOLD_BY_WORDS = ("name", "role", "organization", "speaker")


def words_behind(case: Case, own: list[Try]) -> Iterator[str]:
    """Yield each entry, with its table and what it stands for."""
    found = case.found()
    if own:
        yield from _of_match(own[0])
    elif found and case.names[-1] in _TOLD_BY_WORDS:
        yield from _of_words(found.span.of(case.text))
    elif case.names == ["contacts"]:
        yield from _of_headings(case)


def _of_match(tried: Try) -> Iterator[str]:
    """Yield the entries that a match holds; of a phone number those that its label is."""
    vocabulary = words_of_table(tried.table)
    text = tried.text[tried.start : tried.end]
    printed = [*(group for _, group in tried.groups), *_PIECES.findall(text)]
    for table in dict.fromkeys(_LISTS.findall(tried.rule.pattern)):
        known = vocabulary.meanings.get(table, {}) if vocabulary else {}
        words = dict.fromkeys(fold(word).rstrip(".") for word in printed)
        yield from (_entry(table, word, known[word]) for word in words if word in known)
    if isinstance(tried.value, Number):
        start, meaning = label_before(tried.text, tried.value.start, "phone_labels")
        if meaning is not None:
            yield _entry("phone_labels", fold(tried.text[start : tried.value.start]).rstrip(" .:"), meaning)


def _of_words(text: str) -> Iterator[str]:
    for word in words_of(text):
        yield from (f"{table}: {word.folded}" for table in sorted(word.tables))


def _of_headings(case: Case) -> Iterator[str]:
    """Yield the entries that the headings of contact blocks hold; above a contact, those of its own."""
    lines = [line for run in case.layout.runs("contacts") for line in run]
    contact = case.contact
    above = [line for line in lines if _heading(line) and (not contact or line.span.start <= contact.span.start)]
    for line in above[-1:] if contact else above:
        yield from _of_heading(_heading(line))


def _heading(line: Line) -> str:
    return " ".join(line.text[cell.start : cell.end] for cell in read_cells(line.text) if cell.kind == "heading")


def _of_heading(text: str) -> Iterator[str]:
    meanings = merged_vocabulary("contacts").meanings
    words = words_of(text)
    for entry in meanings["heading_phrases"]:
        known = phrase(words_of(entry))
        if f" {known} " in f" {phrase(words)} ":
            yield f"heading_phrases: {known}"
    yield from (f"heading_keys: {word.folded}" for word in words if "heading_keys" in word.tables)


def _entry(table: str, word: str, meaning: Meaning) -> str:
    return f"{table}: {word}" + ("" if meaning is True else f" = {meaning}")
