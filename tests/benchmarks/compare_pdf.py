"""How long the PDF samples take, beside bare pypdfium2 and the parser; prints milliseconds and ratios.

Run it in the checkout: `python tests/benchmarks/compare_pdf.py`.
"""

import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pypdfium2
from compare_pages import milliseconds

import pressparse
from pressparse.formats import read
from pressparse.formats.source import Source

SAMPLES = Path(__file__).parents[1] / "formats" / "pdf"


def bare(data: bytes) -> list[str]:
    """Return the text of each page as PDFium gives it."""
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def main() -> None:
    """Print a line for each sample."""
    print("pages  pypdfium2  read  parse  read/pypdfium2  read/parse")  # noqa: T201 - its purpose
    for path in sorted(SAMPLES.glob("*.pdf")):
        data = path.read_bytes()
        source = Source(path.name, data)
        calls = (partial(bare, data), partial(read, source), partial(pressparse.parse, read(source).text))
        plain, reading, parsing = milliseconds(*calls)
        ratios = f"{reading / plain:14.1f}  {reading / parsing:10.2f}"
        print(f"{len(bare(data)):5}  {plain:9.2f}  {reading:4.2f}  {parsing:5.2f}  {ratios}  {path.stem}")  # noqa: T201 - as above


if __name__ == "__main__":
    main()
