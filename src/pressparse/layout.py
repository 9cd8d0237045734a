"""The text without its damage, cut into lines and regions: what all finders read."""

import attrs

from pressparse.book import open_book, reading
from pressparse.cells.blocks import contact_blocks
from pressparse.diagnostics import Attempts
from pressparse.head import Part, PartKind
from pressparse.lines import Line, split_lines
from pressparse.profiles import known_profiles
from pressparse.regions import Region, split_regions
from pressparse.repair import repair
from pressparse.text import Span, View


@attrs.frozen
class Layout:
    """The text without its damage, and its lines by regions."""

    view: View
    damaged: tuple[Span, ...]
    lines: tuple[Line, ...]
    regions: tuple[Region, ...]

    def runs(self, kind: PartKind) -> list[tuple[Line, ...]]:
        """Return the lines of each region of `kind`."""
        return [region.lines for region in self.regions if region.kind == kind]


def lay_out(text: str, attempt: Attempts) -> Layout:
    """Return the layout of `text`; what fails in it is told to `attempt`."""
    repaired = repair(text)
    lines = split_lines(repaired.view)
    blocks = attempt("contacts", contact_blocks, lines, otherwise=None)
    if blocks is None:  # rules of others may fail: where contacts stand, those of pressparse tell
        with reading(attrs.evolve(open_book(), rules=(), plugins=False)):
            blocks = attempt("contacts", contact_blocks, lines, otherwise=())
    all_body = (Region("body", (Part("body", lines),)),)
    regions = attempt("paragraphs", split_regions, lines, blocks, known_profiles(), otherwise=all_body)
    return Layout(repaired.view, repaired.damaged, lines, regions)
