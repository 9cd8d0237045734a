"""Which line belongs to which part of the release.

Two walks over the lines. The first goes down the head, to the first sentence (`head`). The second goes down the rest,
where headings, markers and end marks open the parts around the body. Contact blocks were found before and stay what
they are.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

import attrs
import regex

from pressparse.head import Part, PartKind, day_of, read_head
from pressparse.headlines import ends_sentence, is_sentence
from pressparse.lines import Line, undecorate
from pressparse.notes import (
    around,
    footnote_marker,
    heads_programme,
    is_end_mark,
    is_programme_row,
    markers_in,
    opens_boilerplate,
)
from pressparse.peeling import Peeled, peel
from pressparse.profiles import Profile
from pressparse.words import fold, merged_vocabulary
from pressparse.wrapping import paragraphs

_OPENED = ("body", "boilerplate", "contacts")  # these go on until another opens
_ITEM = regex.compile(r"\d{1,2}\.[ \xa0]")
_LONGEST_STAMP = 120
_LONG_LINE = 40

_tuple = tuple.__new__  # see `text`
_STANDFIRSTS = 3
_LONGEST_PHRASE = 40


@attrs.frozen
class Region:
    """Parts of the release that follow each other and are of one kind."""

    kind: PartKind
    parts: tuple[Part, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all parts."""
        return tuple([line for part in self.parts for line in part.lines])

    @property
    def fronts(self) -> tuple[Peeled, ...]:
        """The first lines of a masthead's or a title's parts with the fields peeled off them."""
        return tuple([part.front for part in self.parts if part.front])


def split_regions(lines: Sequence[Line], blocks: Sequence[range], profiles: tuple[Profile, ...]) -> tuple[Region, ...]:
    """Return the regions of a release, in order; every line is in exactly one. `blocks` are its contact blocks."""
    kind = merged_vocabulary("masthead").meaning  # `DOSSIER DE PRESSE` is set like a name and what its bearer does
    contacts = frozenset([at for block in blocks for at in block[bool(kind("kinds", lines[block[0]].text)) :]])
    head = read_head(lines, contacts, profiles)
    done = sum([len(part.lines) for part in head])
    last = head[-1] if head and lines[done:] and lines[done].bullet else None
    if last and last.kind == "unknown" and last.lines[-1].text.endswith(":"):
        done -= len(head.pop().lines)  # `The new boats are:`, above a list
    dated = [part.front for part in head if part.front and part.front.date]
    rest = _rest(lines[done:], frozenset([index - done for index in contacts]), dated, profiles)
    return tuple(_regions((*head, *rest)))


def _regions(parts: Iterable[Part]) -> Iterator[Region]:
    return (Region(kind, tuple(run)) for kind, run in groupby(parts, key=attrgetter("kind")))


def _rest(
    lines: Sequence[Line], contacts: frozenset[int], dated: Sequence[Peeled], profiles: tuple[Profile, ...]
) -> Iterator[Part]:
    """Yield the body and what stands below it; `dated` are the lines of the head that have a date."""
    opened: PartKind = "body"
    has_notes = any(footnote_marker(line) for index, line in enumerate(lines) if index not in contacts)
    referred: set[str] = set()
    labelled = False
    begun = 0  # paragraphs of the body
    above: tuple[Line, ...] = ()
    item = False  # of a list, no note
    for (label, group), (known, below) in pairwise((*_grouped(lines, contacts), (None, ()))):
        item = (has_notes and opened == "body" and _ITEM.match(group[0].text) is not None) and (
            item
            or "".join(line.text for line in above).endswith(":")
            or bool(below and not known and _below(below, opened, referred, begun=True) == opened)
        )
        kind = label or _below(group, opened, () if item else referred, begun=begun > 0)
        stamp = _stamp(group[0], profiles, labelled=labelled) if label is None and kind != "around" else None
        if kind == "body" and 0 < begun <= _STANDFIRSTS and not stamp and _parts_sentences(above, group, below):
            stamp = _dateline(group[0], dated, profiles)
        if stamp:
            kind = "masthead"
        labelled = bool(stamp and not stamp.date)
        if kind in _OPENED:
            opened = "unknown" if kind == "contacts" else kind
        elif label is None and kind == "around":  # an end mark
            opened = "boilerplate"
        if kind == "body":
            begun += 1
            if has_notes:
                referred.update(marker for line in group for marker in markers_in(undecorate(line.content).text))
        yield _tuple(Part, (kind, group, stamp))
        above = group


def _below(group: Sequence[Line], opened: PartKind, referred: Collection[str], *, begun: bool) -> PartKind:
    """Return the part of the paragraph `group` below the head.

    `opened` was opened last, the body has `begun` and `referred` to footnotes by these markers.
    """
    first = group[0]
    if is_end_mark(first):
        return "around"
    if opens_boilerplate(first):
        return "boilerplate"
    marker = footnote_marker(first) if referred else None
    if marker and marker[0] in referred:
        return "footnote"
    if opened == "unknown":  # below the contacts
        words = f"{fold(first.text[:_LONGEST_PHRASE])} "
        invites = any(words.startswith(f"{known} ") for known in merged_vocabulary("masthead").meanings["invitations"])
        text = begun and not invites and is_sentence(" ".join(line.text for line in group))
        return "body" if text or heads_programme(first) or is_programme_row(first) else opened
    return "body" if opened == "boilerplate" and first.heading and begun else opened


def _grouped(lines: Sequence[Line], contacts: frozenset[int]) -> Iterator[tuple[PartKind | None, tuple[Line, ...]]]:
    """Yield the lines as paragraphs, those that show by themselves what they are with their label."""
    labels: list[PartKind | None] = [
        "contacts" if index in contacts else around(line) for index, line in enumerate(lines)
    ]
    for index in range(1, len(lines)) if "links" in labels else ():
        if labels[index] == "links" and labels[index - 1] is None and _goes_on(lines[index - 1], lines[index]):
            labels[index] = None  # `… may be had at` / `https://lake.example.`: a sentence that ends on the next line
    for label, members in groupby(range(len(lines)), key=labels.__getitem__):
        own = [lines[index] for index in members]
        if label is not None:
            yield label, tuple(own)
        else:
            for group in paragraphs(own):
                for part in (group,) if len(group) == 1 else _split_at_markers(group):
                    yield None, part


def _goes_on(line: Line, following: Line) -> bool:
    """Tell whether the sentence of `line`, a long one, is not at its end and `following` stands directly below it."""
    return not following.gap and not following.apart and len(line.text) >= _LONG_LINE and line.text[-1].isalnum()


def _split_at_markers(group: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    """Split `group` before every line that begins with a footnote's marker, and around an end mark."""
    start = 0
    for index in range(1, len(group) + 1):
        if index == len(group) or footnote_marker(group[index]) or any(map(is_end_mark, group[index - 1 : index + 1])):
            yield group[start:index]
            start = index


def _stamp(line: Line, profiles: tuple[Profile, ...], *, labelled: bool) -> Peeled | None:
    """Return the fields of a line that a page prints below the text: a reference, `(Source: …)`, `Last updated …`.

    A date of its own is one only where the line before it was its label: the text may be about days.
    """
    if len(line.text) > _LONGEST_STAMP:
        return None
    front = peel(line.content, profiles)
    own = front.references or front.stamp in ("published", "updated") or (labelled and front.date)
    return front if own and front.whole and not front.place else None


def _parts_sentences(above: Sequence[Line], group: Sequence[Line], below: Sequence[Line]) -> bool:
    """Tell whether `group` is a short line with running text above and below it: a programme's day has no such."""
    alone = len(group) == 1 and len(group[0].text) <= _LONGEST_STAMP
    return alone and all(part and ends_sentence(part[-1].text) for part in (above, below))


def _dateline(line: Line, dated: Sequence[Peeled], profiles: tuple[Profile, ...]) -> Peeled | None:
    """Return the release's own date where it stands on a line below standfirsts, or once more below the lead.

    A dateline gives way to another day that the head, with no word of a site's stamp, has named; without its place a
    date is only the same day again.
    """
    front = peel(line.content, profiles)
    if not front.date or not front.whole:
        return None
    day, days = day_of(front), map(day_of, dated)
    own = [known for known in dated if known.stamp in ("dateline", "date")]
    again = any(known and day and known.date == day.date for known in days)
    return front if again or (front.place and not own) else None
