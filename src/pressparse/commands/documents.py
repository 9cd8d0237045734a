"""The documents that arguments stand for (files, what folders and patterns hold, standard input), and what comes of
each: its release, or why there is none.
"""

import glob
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path, PurePath
from typing import Unpack

import attrs
import click

from pressparse.batch import parse_many
from pressparse.batch.reading import File, Manner, Options, reader
from pressparse.commands.console import one_line
from pressparse.errors import PressparseError, UnreadableError
from pressparse.formats import read_source, suffixes
from pressparse.formats.source import Source
from pressparse.model import Failure, Release, Row

STANDARD_INPUT = STANDARD_OUTPUT = "-"
_NO_MATCH = "no file matches this pattern"
_PAGES, _GENERATOR, _HEAD = (".html", ".htm"), b'<meta name="generator" content="pressparse review">', 200
_SIGNS = "*?"  # [abc] alone is more often a name than a pattern


def documents(paths: Sequence[str]) -> Iterator[str]:
    """Yield the files that `paths` stand for, as they are found.

    Of a folder these are the files in it, at any depth, whose names are those of releases, sorted; hidden ones, links
    to folders, and pages that `pressparse review` wrote are passed over; a link to nothing is not. A pattern
    (`2020/*.txt`, `**/*.md`) that is no file's name stands for what it matches: not every shell expands it.
    """
    for path in paths:
        for match in _matches(path):
            yield from _releases_in(match) if _is_folder(match) else [match]


def stand_for_one(paths: Sequence[str]) -> bool:
    """Return whether `paths` name one document, and not however many there may be."""
    return len(paths) == 1 and not _is_pattern(paths[0]) and not _is_folder(paths[0])


def place_of(document: str, paths: Sequence[str]) -> PurePath:
    """Return where `document` stands in the folder that brought it here, be it an argument or an argument's own."""
    whole = PurePath(document)
    places = (whole.relative_to(root) for root in map(_root, paths) if whole.is_relative_to(root))
    inside = (place for place in places if ".." not in place.parts)  # a pattern may climb, a record does not
    return next(inside, PurePath(whole.name))


def is_within(document: str, output: str) -> bool:
    """Return whether `document` is the file `output`, or stands in the folder `output`."""
    return document != STANDARD_INPUT and Path(document).resolve().is_relative_to(Path(output).resolve())


def reads(paths: Sequence[str], output: str) -> bool:
    """Return whether a document that `paths` stand for is the file `output`, or stands in the folder `output`."""
    found = documents(paths) if os.path.lexists(output) else (path for path in paths if not _is_folder(path))
    return any(is_within(document, output) for document in found)


def refuse_to_overwrite(paths: Sequence[str], output: str) -> None:
    """Raise `UsageError` if what is to be written, `output`, is also to be read."""
    if reads(paths, output):
        msg = one_line(f"{output} is to be read and would be written over: name another place by -o")
        raise click.UsageError(msg)


def _is_folder(path: str) -> bool:
    return path != STANDARD_INPUT and Path(path).is_dir()


def _is_pattern(path: str) -> bool:
    return any(sign in path for sign in _SIGNS) and not os.path.lexists(path)


def _matches(path: str) -> list[str]:
    """Return what the pattern `path` matches; what is none, or matches nothing, as it is."""
    if not _is_pattern(path):
        return [path]
    return sorted(glob.glob(path, recursive=True)) or [path]  # noqa: PTH207 - pathlib knows relative patterns only


def _root(path: str) -> PurePath:
    if _is_folder(path):
        return PurePath(path)
    if _is_pattern(path):
        return next(parent for parent in PurePath(path).parents if not any(sign in str(parent) for sign in _SIGNS))
    return PurePath(path).parent


def _releases_in(folder: str) -> Iterator[str]:
    endings = suffixes()
    with os.scandir(folder) as entries:
        visible = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    for entry in visible:
        if entry.is_dir(follow_symlinks=False):
            yield from _releases_in(entry.path)
        elif entry.name.lower().endswith(endings) and _is_release(entry):
            yield entry.path


def _is_release(entry: os.DirEntry[str]) -> bool:
    """Return whether a file that is named like a release may be one: no page that `pressparse review` wrote."""
    if not entry.is_file():
        return not Path(entry.path).exists()
    if entry.name.lower().endswith(_PAGES):
        with suppress(OSError), Path(entry.path).open("rb") as file:  # reading it says what is wrong with it
            return _GENERATOR not in file.read(_HEAD)
    return True


def source_of(path: str) -> Source:
    """Return the bytes of the file at `path`, or of standard input; raises `UnreadableError`."""
    if path == STANDARD_INPUT:
        return Source(path, sys.stdin.buffer.read())
    if _is_pattern(path):
        raise UnreadableError(path, _NO_MATCH)
    return read_source(path)


def none_found(paths: Sequence[str]) -> str:
    """Return what to say where `paths` stand for no document."""
    endings = ", ".join(suffixes())
    return one_line(f"no release in {', '.join(paths)}; of a folder those files are read that end in {endings}")


@attrs.frozen
class Outcome:
    """What came of the document at `path`, and after how many seconds, if one can tell."""

    path: str
    row: Row
    seconds: float | None


def outcomes_by(options: Options) -> Callable[[str], Outcome]:
    """Return the function that reads a document with `options`; raises `UsageError` where these make no sense."""
    try:
        read = reader(Manner.of(None, options))
    except PressparseError as error:  # a language without words
        raise click.UsageError(str(error)) from None

    def outcome(path: str) -> Outcome:
        start = time.perf_counter()
        try:
            answer = read(source_of(path))
        except UnreadableError as error:  # not even its bytes
            answer = error
        row = answer if isinstance(answer, Release) else Failure.of(answer, path)
        return Outcome(path, row, time.perf_counter() - start)

    return outcome


def by_workers(paths: Iterable[str], *, workers: int, **options: Unpack[Options]) -> Iterator[Outcome]:
    """Yield what comes of the documents at `paths`, in their order, read by so many processes."""
    documents = (source_of(path) if path == STANDARD_INPUT else File(path) for path in paths)
    try:
        with closing(parse_many(documents, workers=workers, **options)) as results:
            for row in results:
                yield Outcome(row.source or STANDARD_INPUT, row, None)
    except PressparseError as error:  # a language without words, or no process starts
        raise click.UsageError(str(error)) from None
