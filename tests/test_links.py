"""Web addresses: each once, in order, as printed or as the target of a link; mail addresses are none."""

import pytest

from pressparse.links import find_links
from pressparse.text import Edit, Span, View

BARE = [
    ("see https://nowhere.org/a.", "https://nowhere.org/a"),
    ("see http://nowhere.org/", "http://nowhere.org/"),
    ("HTTPS://NOWHERE.ORG/A", "HTTPS://NOWHERE.ORG/A"),
    ("https://nowhere.org/a?b=1&c=2#d, and", "https://nowhere.org/a?b=1&c=2#d"),
    ("https://nowhere.org/a_(b)", "https://nowhere.org/a_(b)"),
    ("(see https://nowhere.org/a_(b))", "https://nowhere.org/a_(b)"),
    ("(https://nowhere.org/a)", "https://nowhere.org/a"),
    ("(https://nowhere.org/a).", "https://nowhere.org/a"),
    ("« https://nowhere.fr »", "https://nowhere.fr"),
    ("“https://nowhere.org”", "https://nowhere.org"),
    ("https://nowhere.org/2011/a,b.html!", "https://nowhere.org/2011/a,b.html"),
    ("http://localhost:8080/press", "http://localhost:8080/press"),
    ("https://例え.jp/a", "https://例え.jp/a"),
]
HOSTS = [
    ("www.nowhere.org", "www.nowhere.org"),
    ("presse.cnes.fr", "presse.cnes.fr"),
    ("**presse.cnes.fr**", "presse.cnes.fr"),
    ("(nowhere.com)", "nowhere.com"),
    ("on nowhere.org.", "nowhere.org"),
    ("nowhere.org/en/cp-1309-launch.php", "nowhere.org/en/cp-1309-launch.php"),
    ("Site:nowhere.fr", "nowhere.fr"),
    ("our-site.nowhere.co.uk, or", "our-site.nowhere.co.uk"),
    ("twitter.com/nowhere_space", "twitter.com/nowhere_space"),
    ("sci.esa.int/lisa", "sci.esa.int/lisa"),
]
LINKS = [
    ("[words](https://nowhere.org)", "https://nowhere.org"),
    ("[words](www.nowhere.org)", "https://www.nowhere.org"),
    ('[words](https://nowhere.org/a "A title")', "https://nowhere.org/a"),
    ("[words](https://nowhere.org/a_(b))", "https://nowhere.org/a_(b)"),
    ("[](https://nowhere.org)", "https://nowhere.org"),
    ("[nowhere.org](https://nowhere.org/a)", "https://nowhere.org/a"),
    ("[https://nowhere.org/a](https://nowhere.org/a)", "https://nowhere.org/a"),
    ('<a href="https://nowhere.org/a">words</a>', "https://nowhere.org/a"),
    ("<a class='x' href='http://nowhere.org/a' target='_blank'>nowhere.org</a>", "http://nowhere.org/a"),
    ('<A HREF="https://nowhere.org/a">words</A>', "https://nowhere.org/a"),
]
ONE = [
    *((text, raw, raw) for text, raw in BARE),
    *((text, raw, f"https://{raw}") for text, raw in HOSTS),
    *((f"see {text} now", text, url) for text, url in LINKS),
]


@pytest.mark.parametrize(("text", "raw", "url"), ONE, ids=[row[0] for row in ONE])
def test_an_address_is_found_with_its_place(text: str, raw: str, url: str) -> None:
    """`url` has a scheme, `raw` is the address without the marks of the sentence, or the whole link."""
    (link,) = find_links(text)
    assert (link.url, link.raw) == (url, raw)
    assert link.span == Span(text.index(raw), text.index(raw) + len(raw))


NONE = [
    "",
    "no address",
    "pascale.bresson@cnes.fr",
    "mailto:pascale.bresson@cnes.fr",
    "[pascale.bresson@cnes.fr](mailto:pascale.bresson@cnes.fr)",
    '<a href="mailto:pascale.bresson@cnes.fr">pascale.bresson@cnes.fr</a>',
    "[+33 1 44 76 75 39](tel:+33144767539)",
    "pascale.bresson [at] cnes.fr",
    "pascale.bresson(at)cnes.fr",
    "pascale.bresson at cnes.fr",
    "[note] (see nowhere)",
    "[words](#anchor)",
    "[words](/en/press)",
    "rover.jpg and release.pdf",
    "the .com years",
    "It ends here.It goes on there.",
    "M. de Nowhere, U.S. and R.I.P.",
    "https://",
    "10.5.2015",
    "v1.2",
    "PR.12",
    "at 12.30.In the night",
]


@pytest.mark.parametrize("text", NONE)
def test_other_dots_are_no_address(text: str) -> None:
    """Mail and phone links, files, versions and sentences run together are none."""
    assert find_links(text) == ()


def test_addresses_come_in_order_and_once_each() -> None:
    """The first of several spellings of one address stands for all of them."""
    text = "See nowhere.org, [more](https://elsewhere.org), https://nowhere.org and www.nowhere.org/a; elsewhere.org."
    assert [(link.url, link.raw) for link in find_links(text)] == [
        ("https://nowhere.org", "nowhere.org"),
        ("https://elsewhere.org", "[more](https://elsewhere.org)"),
        ("https://www.nowhere.org/a", "www.nowhere.org/a"),
    ]


def test_several_addresses_may_be_glued() -> None:
    """A mark that no address has parts two of them."""
    assert [link.url for link in find_links("https://nowhere.org|https://elsewhere.org nowhere.fr;nowhere.com")] == [
        "https://nowhere.org",
        "https://elsewhere.org",
        "https://nowhere.fr",
        "https://nowhere.com",
    ]


def test_places_are_those_of_the_text_as_given() -> None:
    """In a repaired text addresses still stand where they were given."""
    view = View.of("Ã  lire : nowhere.fr").edit([Edit(0, 2, "à")])
    (link,) = find_links(view)
    assert (link.raw, link.span.of(view.given)) == ("nowhere.fr", "nowhere.fr")
