"""The text of a document from its pages: lines that keep columns apart, whole paragraphs, headings and links marked.

Runs of blanks stand for the gaps between columns, blank lines between paragraphs, `#` and `**` for headings, `[…](…)`
for links whose words do not show where they lead.

Words broken at the end of a row are made whole. The hyphen is kept before a capital or a figure (`Paris-Saclay`),
before what French hangs on a verb (`a-t-il`), and where the document prints the same compound within a row.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import quote

import regex

from pressparse.formats.pdf.characters import Word
from pressparse.formats.pdf.columns import Flow, flows_of
from pressparse.formats.pdf.pages import Page
from pressparse.formats.pdf.paragraphs import Frame, Paragraph, frame_of, leading_of, paragraphs_of, runs_over
from pressparse.formats.pdf.rows import BULLET, Row, rows_of
from pressparse.formats.pdf.running import Sheet, without_running
from pressparse.formats.pdf.tables import with_whole_cells

_LARGE = 1.15  # times the height of the text
_HEADING_WORDS = 3  # a larger font alone makes no heading of one or two: they may be a logo
_MOSTLY = 0.5
_LONGEST_BOLD = 200
_SENTENCE = 40  # characters
_ENDS = (".", "!", "?", "»", "”", '"')
_GAP = "  "
# A column of the text, in sizes of the font.
_WIDEST, _NARROWEST = 0.55, 0.17


class Type(NamedTuple):
    """How the text is printed: the size of its font, the largest one, whether most is bold."""

    size: float
    largest: float
    bold: bool


class Grid(NamedTuple):
    """The columns of the text that stand for places on the page."""

    left: float
    unit: float

    def column(self, place: float) -> int:
        """Return the column of the text for `place`."""
        return max(0, round((place - self.left) / self.unit))


def text_of_pages(pages: Sequence[Page]) -> str:
    """Return the text of `pages`."""
    flows = _flows(pages)
    rows = [row for flow in flows for row in flow.rows]
    if not rows:
        return ""
    lines = _lines(_paragraphs(flows), _type(rows), _grid(rows), compounds_in(rows))
    return "\n".join(lines) + "\n"


def _flows(pages: Sequence[Page]) -> list[Flow]:
    sheets = [Sheet(with_whole_cells(rows_of(page.words)), page.bottom, page.top) for page in pages]
    flows: list[Flow] = []
    for page, rows in zip(pages, without_running(sheets), strict=True):
        flows += flows_of(rows)
        flows += [Flow(rows_of(words), column=True) for words in page.turned]
    return flows


def _paragraphs(flows: Sequence[Flow]) -> list[Paragraph]:
    """Return the paragraphs of all `flows`; one that a page or a column breaks is one."""
    whole = [row for flow in flows if not flow.column for row in flow.rows]
    page = frame_of(whole) if whole else None
    framed = [(flow, page if page and not flow.column else frame_of(flow.rows)) for flow in flows]
    leading = leading_of((flow.rows, frame) for flow, frame in framed if not flow.column)
    found: list[Paragraph] = []
    before: Frame | None = None
    for flow, frame in framed:
        own = leading_of([(flow.rows, frame)]) if flow.column else leading
        first, *others = paragraphs_of(flow.rows, frame, own)
        if before and runs_over(found[-1].rows[-1], first.rows[0], before):
            first = Paragraph(found[-1].rows + first.rows, found.pop().apart)
        found += [first, *others]
        before = frame
    return found


def _type(rows: Iterable[Row]) -> Type:
    exact: Counter[float] = Counter()
    bold = 0
    for row in rows:
        length = len(row.text)
        exact[row.size] += length
        bold += length * row.bold
    counts: Counter[float] = Counter()
    for size, length in exact.items():
        counts[round(size, 1)] += length
    return Type(counts.most_common(1)[0][0], max(counts), bold > _MOSTLY * counts.total())


def _grid(rows: Iterable[Row]) -> Grid:
    """Return a grid so fine that each piece of a row ends before the column of the next."""
    pairs = [(row, *pair) for row in rows for pair in pairwise(row.pieces)]
    units = [(right.left - left.left) / (len(text_of(left.words)) + len(_GAP)) for _, left, right in pairs]
    size = min((row.size for row, *_ in pairs), default=1.0)
    return Grid(
        min((row.left for row in rows), default=0.0),
        max(_NARROWEST * size, min([_WIDEST * size, *units])),
    )


def _lines(paragraphs: Sequence[Paragraph], kind: Type, grid: Grid, compounds: frozenset[str]) -> Iterator[str]:
    before: Paragraph | None = None
    for block in _blocks(paragraphs):
        tabular = any(len(row.pieces) > 1 for paragraph in block for row in paragraph.rows)
        for paragraph in block:
            if before and _is_apart(before, paragraph):
                yield ""
            first = paragraph.rows[0]
            if tabular and len(paragraph.rows) == 1 and (len(first.pieces) > 1 or grid.column(first.left)):
                yield _laid_out(first, grid)
            else:
                yield _marked(join_rows(paragraph.rows, compounds), paragraph.rows, kind)
            before = paragraph


def _blocks(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    block: list[Paragraph] = []
    for paragraph in paragraphs:
        if block and paragraph.apart:
            yield block
            block = []
        block.append(paragraph)
    yield block


def _is_apart(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a blank line is to part two paragraphs: always beside running text, not between items."""
    if paragraph.apart:
        return True
    items = [BULLET.fullmatch(each.rows[0].words[0].text) for each in (before, paragraph)]
    if all(items):
        return False
    text = before.rows[0].text
    return len(before.rows) > 1 or len(paragraph.rows) > 1 or (len(text) >= _SENTENCE and text.endswith(_ENDS))


def _laid_out(row: Row, grid: Grid) -> str:
    """Return the row with each piece at its column, at least two blanks behind the one before."""
    line = ""
    for piece in row.pieces:
        column = grid.column(piece.left)
        line = line.ljust(column) if column >= len(line) + len(_GAP) or not line else line + _GAP
        line += text_of(piece.words)
    return line


def _marked(text: str, rows: Sequence[Row], kind: Type) -> str:
    if rows[0].size >= _LARGE * kind.size and text.count(" ") >= _HEADING_WORDS - 1:
        return f"{'#' if rows[0].size >= kind.largest * 0.97 else '##'} {text}"
    bold = not kind.bold and all(row.bold for row in rows)
    return f"**{text}**" if bold and len(text) < _LONGEST_BOLD and not text.endswith(_ENDS) else text


_HYPHENS = "-\u2010\xad"
_BROKEN = regex.compile(rf"[\p{{L}}\d][{_HYPHENS}]\Z")
_COMPOUND = regex.compile(r"\p{L}++(?:-\p{L}++)++")
# None of these is how a word ends.
_HUNG = regex.compile(r"(?:t-(?:ils?|elles?|on)|elles?|nous|vous|moi|toi|là|mêmes?)\b")
_PRIVATE = regex.compile(r"[\uf000-\uf0ff]")  # of symbol fonts; what stands alone is a bullet
_CLOSING = regex.compile(r"""[\s.,;:!?…)\]»”"'’]*+\Z""")
_SAFE = "%/:?#@!$&'*+,;=~-._"


def compounds_in(rows: Iterable[Row]) -> frozenset[str]:
    """Return the compounds that are printed with their hyphen within one of `rows`, in small letters."""
    words = (word.text for row in rows if "-" in row.text for word in row.words)
    return frozenset(match[0].lower() for word in words if "-" in word for match in _COMPOUND.finditer(word))


def text_of(words: Sequence[Word]) -> str:
    """Return `words` with blanks between them, links marked where the words do not show where they lead."""
    links = [word.link for word in words]
    if not any(links):
        return " ".join([word.text if len(word.text) > 1 else _printed(word) for word in words])
    return " ".join(_linked(" ".join(map(_printed, run)), link) for link, run in groupby(words, attrgetter("link")))


def _printed(word: Word) -> str:
    return "•" if len(word.text) == 1 and _PRIVATE.match(word.text) else word.text


def join_rows(rows: Sequence[Row], compounds: frozenset[str]) -> str:
    """Return the text that `rows` make together; `compounds` keep their hyphens."""
    words: list[Word] = []
    for row in rows:
        own = row.words
        if words and words[-1].text[-1] in _HYPHENS and _BROKEN.search(words[-1].text):
            before = words.pop()
            words.append(before._replace(text=_whole(before.text, own[0].text, compounds)))
            own = own[1:]
        words += own
    return text_of(words)


def _whole(before: str, behind: str, compounds: frozenset[str]) -> str:
    stem = before[:-1]
    compound = _COMPOUND.search(f"{stem}-{behind}".lower())
    own = (
        not behind[:1].islower()
        or stem[-1:].isdigit()
        or _HUNG.match(behind)
        or (compound and compound[0] in compounds)
    )
    return f"{stem}-{behind}" if own else stem + behind


def _linked(words: str, target: str | None) -> str:
    """Return `words` as a link to `target`, as they are where they show it or are an address themselves."""
    if target is None or "[" in words or "]" in words:
        return words
    scheme, _, address = target.partition(":")
    address = address.lstrip("/").partition("?")[0] if scheme.lower() == "mailto" else address.lstrip("/")
    shown = words.lower()
    if "@" in words or "http" in shown or "www." in shown or _bare(address) in shown:
        return words
    end = _CLOSING.search(words)
    cut = end.start() if end else len(words)
    return f"[{words[:cut]}]({quote(target, _SAFE)}){words[cut:]}" if cut else words


def _bare(address: str) -> str:
    return address.lower().removeprefix("www.").rstrip("/")
