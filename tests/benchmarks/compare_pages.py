"""How long a saved page of some 40 KB takes, beside bare selectolax and the parser; prints milliseconds and ratios.

Run it in the checkout: `python tests/benchmarks/compare_pages.py`.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from golden import seeds
from media import SITE, TEMPLATES, mail, page
from selectolax.lexbor import LexborHTMLParser

import pressparse
from pressparse.formats import read
from pressparse.formats.source import Source

ROUNDS = 200
_ITEM = (
    '<li class="menu-item menu-item-{0}"><a href="{1}/section/{0}" title="{0}"><span>Page number {0}</span></a></li>'
)
_CARD = (
    '<div class="card"><h3><a href="{1}/n/{0}">A headline of a few words, number {0}</a></h3><p>3 March 2001</p></div>'
)


def saved(body: bytes) -> bytes:
    """Return the page with the menu, the teasers and the scripts of a large site."""
    menu = "".join(_ITEM.format(number, SITE) for number in range(130))
    cards = "".join(_CARD.format(number, SITE) for number in range(40))
    script = "<script>" + "window.x = 1;" * 400 + "</script>"
    around = f'<div class="menu"><ul>{menu}</ul></div><div class="related">{cards}</div></body>'
    return body.replace(b"</head>", f"{script}</head>".encode()).replace(b"</body>", around.encode())


def milliseconds(*calls: Callable[[], object]) -> list[float]:
    """Return the median time of each call, taken in turns."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(ROUNDS):
        for taken, call in zip(times, calls, strict=True):
            start = perf_counter()
            call()
            taken.append(perf_counter() - start)
    return [1000 * median(taken) for taken in times]


def main() -> None:
    """Print a line for each kind of page, and one for a mail."""
    text = seeds()[1].text
    documents = [saved(page(text, "Press", template=template)) for template in TEMPLATES] + [mail(text, "Press")]
    print("     bytes  selectolax  read  parse  read/selectolax  read/parse")  # noqa: T201 - its purpose
    for data in documents:
        source = Source(None, data)
        made = read(source).text
        calls = (partial(LexborHTMLParser, data), partial(read, source), partial(pressparse.parse, made))
        bare, reading, parsing = milliseconds(*calls)
        ratios = f"{reading / bare:16.1f}  {reading / parsing:10.2f}"
        print(f"{len(data):10}  {bare:10.2f}  {reading:4.2f}  {parsing:5.2f} {ratios}")  # noqa: T201 - its purpose


if __name__ == "__main__":
    main()
