"""Which line belongs to which part: small samples, each line with the part it belongs to in front."""

from itertools import pairwise
from pathlib import Path

import attrs
import pytest

from pressparse.cells.blocks import contact_blocks
from pressparse.lines import split_lines
from pressparse.profiles import known_profiles
from pressparse.regions import Region, split_regions
from pressparse.text import View

FOLDER = Path(__file__).parent / "regions"
FEWEST = 20
_MARGIN = len("boilerplate | ")


@attrs.frozen
class Sample:
    """A text, and the part of the release that each of its lines that says something belongs to."""

    name: str
    text: str = attrs.field(repr=False)
    parts: tuple[str, ...] = attrs.field(repr=False)


def sample(path: Path) -> Sample:
    """Return the sample in a file: on each line the part, a bar, and the text."""
    lines = path.read_text("utf-8").splitlines()
    parts = tuple(part for line in lines if (part := line[:_MARGIN].rstrip(" |")))
    return Sample(path.stem, "\n".join(line[_MARGIN:] for line in lines), parts)


SAMPLES = [sample(path) for path in sorted(FOLDER.glob("*.txt"))]


def regions_of(text: str) -> tuple[Region, ...]:
    """Return the regions of `text`, contact blocks found as `parse` does."""
    lines = split_lines(View.of(text))
    return split_regions(lines, contact_blocks(lines), known_profiles())


@pytest.mark.parametrize("example", SAMPLES, ids=lambda example: example.name)
def test_each_line_belongs_to_its_part(example: Sample) -> None:
    """Masthead, title, body and what stands around them are told apart line by line."""
    found = [(region.kind, line.span.of(example.text)) for region in regions_of(example.text) for line in region.lines]
    wanted = [line.strip() for line in example.text.splitlines() if line.strip()]
    assert found == list(zip(example.parts, wanted, strict=True))


@pytest.mark.parametrize("example", SAMPLES, ids=lambda example: example.name)
def test_regions_partition_the_lines(example: Sample) -> None:
    """Every line is in one region, in order; neighbors differ, and none is empty, wherever a text breaks off."""
    for end in range(0, len(example.text), 37):
        text = example.text[:end]
        regions = regions_of(text)
        assert [line.span for region in regions for line in region.lines] == [
            line.span for line in split_lines(View.of(text))
        ]
        assert all(region.lines for region in regions)
        kinds = [region.kind for region in regions]
        assert all(kind != following for kind, following in pairwise(kinds))


def test_the_samples_are_there() -> None:
    """A suite that finds no sample fails."""
    assert len(SAMPLES) >= FEWEST
