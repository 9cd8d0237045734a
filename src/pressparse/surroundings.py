"""What stands around the body, as values: captions, boilerplate, footnotes."""

from collections.abc import Iterator, Sequence

import attrs

from pressparse.lines import Line, undecorate
from pressparse.model import Footnote, Passage
from pressparse.notes import footnote_marker
from pressparse.regions import Region
from pressparse.text import View
from pressparse.wrapping import paragraphs, unwrap


@attrs.frozen
class Surroundings:
    """Captions, boilerplate and footnotes, each in order."""

    captions: tuple[Passage, ...] = ()
    boilerplate: tuple[Passage, ...] = ()
    footnotes: tuple[Footnote, ...] = ()


def find_surroundings(regions: Sequence[Region]) -> Surroundings:
    """Return what the `regions` around the body say."""
    return Surroundings(
        captions=tuple(passage for region in regions if region.kind == "caption" for passage in _each(region.lines)),
        boilerplate=tuple(
            passage for region in regions if region.kind == "boilerplate" for passage in _joined(region.lines)
        ),
        footnotes=tuple(note for region in regions if region.kind == "footnote" for note in _footnotes(region.lines)),
    )


def passage_of(view: View) -> Passage:
    """Return `view` as a passage of the record."""
    return Passage(text=view.text, span=view.whole)


def _each(lines: Sequence[Line]) -> Iterator[Passage]:
    views = (undecorate(line.content) for line in lines)
    return (passage_of(view) for view in views if view.text)


def _joined(lines: Sequence[Line]) -> Iterator[Passage]:
    views = (undecorate(unwrap(group)) for group in paragraphs(lines))
    return (passage_of(view) for view in views if view.text)


def _footnotes(lines: Sequence[Line]) -> Iterator[Footnote]:
    """Yield the notes in `lines`; a line without a marker goes on with the note before it."""
    notes = [(at, *found) for at, line in enumerate(lines) if (found := footnote_marker(line))]
    ends = [at for at, *_ in notes[1:]] + [len(lines)]
    for (start, marker, begins), end in zip(notes, ends, strict=True):
        note = undecorate(unwrap(lines[start:end]))
        text = note.cut(begins, len(note.text)).strip()
        yield Footnote(marker=marker, text=text.text, span=text.whole)
