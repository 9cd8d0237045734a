"""Text in the form that the parser reads best: Markdown, its paragraphs apart, its lines as the page breaks them.

Blanks are what a browser makes of them, so that no element glues two words together or breaks one.
"""

from collections.abc import Callable, Iterator

import attrs
import regex
from selectolax.lexbor import LexborNode

_BLANKS = regex.compile(r"[ \t\n\r\f]++")
_BLANK = " \t\n\r\f"
_NO_BREAK_BLANKS = " \xa0\u202f\u2007"
_NOTHING = _NO_BREAK_BLANKS + "|/"  # what alone on a line says nothing: it stood between two links
# A block of a page that is set without a gap is a paragraph all the same if it is so long, and else a line.
_PROSE = 120
LINE, PARAGRAPH = 1, 2
# A cell with so much in it frames a part of the page.
_LONGEST_CELL = 400
_LONGEST_LINES = 12
_BULLETS = tuple([mark] for mark in "•·▪◦●‣⦁-–—*>»")
_ITEM = 2


@attrs.define
class _Run:
    text: str
    bold: bool


class Writer:
    """Puts down runs of text and breaks, line by line."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.length = 0
        self.bold = 0
        self.prefix = ""  # of each line: a heading's, a caption's
        self._marker = ""  # of the list item that begins
        self._runs: list[_Run] = []
        self._blank = False
        self._break = 0

    def text(self, text: str) -> None:
        """Put down `text`, each run of blanks as one."""
        words = _BLANKS.sub(" ", text)
        if words == " " or not words:
            self._blank = self._blank or bool(words)
            return
        if words[0] == " ":
            self._blank, words = True, words[1:]
        trailing = words[-1] == " "
        self.verbatim(words[:-1] if trailing else words)
        self._blank = trailing

    def verbatim(self, words: str) -> None:
        """Put down `words` as they are, a blank before them where one is due."""
        if self._blank and self._runs:
            self._runs.append(_Run(" ", bold=False))
        self._blank = False
        self._runs.append(_Run(words, bold=self.bold > 0 and not self.prefix))

    def joined(self, mark: str, *, behind: bool = False) -> None:
        """Put down a `mark` that belongs to the word before it, or to the one `behind` it."""
        blank, self._blank = self._blank, self._blank and not behind
        self.verbatim(mark)
        self._blank = blank and behind

    def rule(self) -> None:
        """Put down a line across the page."""
        self.block(PARAGRAPH)
        self.verbatim("---")
        self.block(PARAGRAPH)

    def begin_item(self, marker: str, level: int) -> None:
        """Let the next line be that of an item of a list, `level` lists deep."""
        self._marker = "  " * level + marker

    def line_break(self) -> None:
        """End the line; on an empty one, leave a gap."""
        if self._runs:
            self._flush()
            self._break = max(self._break, LINE)
        else:
            self._break = PARAGRAPH

    def block(self, gap: int) -> None:
        """End the line, and leave at least so much before the next."""
        if self._runs:
            if gap == LINE and sum(len(run.text) for run in self._runs) > _PROSE:
                gap = PARAGRAPH
            self._flush()
        self._break = max(self._break, gap)

    def mark(self) -> tuple[int, int]:
        """Return the place that is reached, for `label` and `drop`."""
        return len(self.lines), len(self._runs)

    def label(self, mark: tuple[int, int]) -> str | None:
        """Return what was put down since `mark`, `None` if it is not on one line."""
        if mark[0] != len(self.lines):
            return None
        return "".join(run.text for run in self._runs[mark[1] :]).strip()

    def relabel(self, mark: tuple[int, int], words: str) -> None:
        """Put `words` in the place of what was put down since `mark`, on one line."""
        runs = self._runs[mark[1] :]
        if not runs:
            self.verbatim(words)
            return
        blank = bool(runs) and runs[0].text == " "
        bold = any(run.bold for run in runs)
        self._runs[mark[1] :] = [*([_Run(" ", bold=False)] if blank else []), _Run(words, bold=bold)]

    def drop(self, mark: tuple[int, int]) -> None:
        """Take back what was put down since `mark`, which stands at the start of a line."""
        self.block(PARAGRAPH)
        self.length -= sum(map(len, self.lines[mark[0] :]))
        del self.lines[mark[0] :]

    def since(self, mark: tuple[int, int]) -> str:
        """Return the lines put down since `mark`."""
        return "\n".join(self.lines[mark[0] :])

    def result(self) -> str:
        """Return all that was put down."""
        self.block(LINE)
        return "\n".join(self.lines).strip("\n")

    def _flush(self) -> None:
        line = _rendered(self._runs).strip(_BLANK)
        self._runs.clear()
        self._blank = False
        if not line.strip(_NOTHING):
            self._break = PARAGRAPH if self._break else self._break
            return
        if self._break == PARAGRAPH and self.lines:
            self.lines.append("")
        self._break = 0
        prefix, self._marker = self._marker + self.prefix, ""
        self.lines.append(prefix + line)
        self.length += len(line) + len(prefix) + 1


def _rendered(runs: list[_Run]) -> str:
    """Return a line of `runs`, bold ones between marks, unless these would stand within a word."""
    parts: list[str] = []
    at = 0
    while at < len(runs):
        end = at + 1
        while end < len(runs) and (runs[end].bold == runs[at].bold or (runs[at].bold and _joins(runs, end))):
            end += 1
        words = "".join(run.text for run in runs[at:end])
        if runs[at].bold and _stands_alone(words, parts, runs[end].text if end < len(runs) else ""):
            parts += "**", words, "**"
        else:
            parts.append(words)
        at = end
    return "".join(parts)


def _joins(runs: list[_Run], at: int) -> bool:
    return runs[at].text == " " and at + 1 < len(runs) and runs[at + 1].bold


def _stands_alone(words: str, before: list[str], behind: str) -> bool:
    left, right = before[-1][-1:] if before else "", behind[:1]
    bare = words.strip(_NO_BREAK_BLANKS)
    within = (left.isalnum() and words[0].isalnum()) or (right.isalnum() and words[-1].isalnum())
    return bool(bare) and bare == words and "*" not in words and not within


def lines_of_table(table: LexborNode, lines_of: Callable[[LexborNode], list[str]]) -> list[str] | None:
    """Return the lines of a `table` that holds no other, gaps as empty ones; `None` if it is the frame of a page.

    `lines_of` gives the lines of a cell.
    """
    rows = [[cell for cell in row.iter() if cell.tag in {"td", "th"}] for row in table.css("tr")]
    read = [[lines_of(cell) for cell in row] for row in rows]
    if any(_is_framed(lines) for row in read for lines in row):
        return None
    caption = table.css_first("caption")
    lines = [*lines_of(caption), ""] if caption else []
    for at, (cells, row) in enumerate(zip(rows, read, strict=True)):
        lines += _lines_of_row(row)
        if at == 0 and len(cells) > 1 and all(cell.tag == "th" for cell in cells):
            lines.append("|---" * len(cells) + "|")
    return lines


def _is_framed(lines: list[str]) -> bool:
    """Tell whether a cell of `lines` is a part of the page: long, or of several paragraphs."""
    return len(lines) > _LONGEST_LINES or sum(map(len, lines)) > _LONGEST_CELL or "" in lines[:-1]


def _lines_of_row(row: list[list[str]]) -> Iterator[str]:
    """Yield the lines of a row; cells of several lines stand apart, one below the other."""
    filled = [lines for lines in row if any(lines)]
    if len(filled) == _ITEM and filled[0] in _BULLETS:  # how lists were set, and still are in mails
        yield from ("- " * (at == 0) + line for at, line in enumerate(filled[1]))
    elif len(filled) > 1 and all(len(lines) == 1 for lines in filled):
        yield "| " + " | ".join(lines[0].replace("|", "\\|") for lines in row) + " |"
    elif filled:
        yield ""
        yield from (line for lines in filled for line in lines if line)
        yield ""
