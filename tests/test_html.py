"""Web pages: what becomes of their elements, which of them hold the release, how they are decoded, what they claim."""

import datetime as dt
import sys
from collections.abc import Sequence
from email.message import EmailMessage
from importlib.abc import MetaPathFinder
from types import ModuleType

import pytest

import pressparse
from pressparse.errors import UnreadableError
from pressparse.formats import read
from pressparse.formats.html import declared_charset, is_html, shallow_end, to_text
from pressparse.formats.html.reading import linked, unprotected
from pressparse.formats.source import Claim, Source

# An element and the text that it becomes.
FRAGMENTS = [
    ("<h1>A title</h1><p>Text</p>", "# A title\n\nText"),
    ("<h2>Kicker<br>Headline</h2>", "## Kicker\n## Headline"),
    ("<h1></h1><p>Text</p>", "Text"),
    ("<h3>A <b>bold</b> heading</h3>", "### A bold heading"),
    ("<p>One\n line   and\tanother</p>", "One line and another"),
    ("<p>One<br>two<br/><br>three</p>", "One\ntwo\n\nthree"),
    ("<br>One<br><br>", "One"),
    ("<p>One<br></p><p>two</p>", "One\n\ntwo"),
    ("<div>One</div><div>two</div>", "One\ntwo"),
    ("<div>One</div><div><br></div><div>two</div>", "One\n\ntwo"),
    (f"<div>{'Prose ' * 25}</div><div>two</div>", f"{('Prose ' * 25).strip()}\n\ntwo"),
    ("<p>&nbsp;</p><p>Text&nbsp;: &eacute;&#233;&amp;</p>", "Text\xa0: éé&"),
    ("<p>C<b>NE</b>S and <i>in</i>side</p>", "CNES and inside"),
    ("<p><b>Anna Weber</b>Press Officer</p>", "Anna WeberPress Officer"),
    ("<p><b>Anna Weber</b> Press Officer</p>", "**Anna Weber** Press Officer"),
    ("<p><b>Anna </b><strong>Weber</strong>, Bonn</p>", "**Anna Weber**, Bonn"),
    ("<p><b>Contact: </b>Anna</p>", "**Contact:** Anna"),
    ("<p><b>2 * 3</b> is six</p>", "2 * 3 is six"),
    ('<p><span style="font-weight: 700">Contacts</span></p>', "**Contacts**"),
    ("<b><p>One</p><p>two</p></b>", "**One**\n\n**two**"),
    ("<p>1<sup>er</sup> juin, CADMOS<sup>1</sup></p>", "1er juin, CADMOS1"),
    ("<ul><li>One<li>two</ul>", "- One\n- two"),
    ("<ul><li><p>One</p></li><li><p>two</p></li></ul>", "- One\n\n- two"),
    ("<ul><li>One<ul><li>sub</li></ul></li></ul>", "- One\n  - sub"),
    ('<ol start="3"><li>three</li><li>four</li></ol>', "3. three\n4. four"),
    ('<ol start="x"><li>one</li></ol>', "1. one"),
    ("<li>alone</li>", "- alone"),
    ("<dl><dt>Press</dt><dd>Anna Weber</dd></dl>", "Press\nAnna Weber"),
    ("<p>One</p><hr><p>two</p>", "One\n\n---\n\ntwo"),
    ("<pre>One  two\n\nthree</pre>", "One  two\n\nthree"),
    ("<p>He said <q>no</q>.</p>", "He said “no”."),
    ("<figure><img src=a.jpg><figcaption>A balloon</figcaption></figure>", "![](image) A balloon"),
    ('<p class="wp-caption-text">A balloon</p>', "![](image) A balloon"),
    ("<my-title>A title</my-title><my-date>5 May</my-date>", "A title\n5 May"),
    ("<p>One</p><!-- no --><script>no()</script><style>no</style><template>no</template>", "One"),
    ('<p hidden>no</p><p style="display: none">no</p><p class="sr-only">no</p><p>yes</p>', "yes"),
    ('<p class="hidden lg:block">yes</p><p class="d-none d-md-block">yes</p>', "yes\n\nyes"),
    ('<p><a href="https://x.example/a">here</a>, see</p>', "[here](https://x.example/a), see"),
    ('<p><a href="https://x.example/a"><h2>A card</h2></a></p>', "## [A card](https://x.example/a)"),
    ('<p><a href="https://x.example"><img src=i.png></a>yes</p>', "yes"),
    ('<p>Mail <a href="mailto:a.b@x.example"><i class=icon></i></a> us</p>', "Mail [a.b@x.example](mailto:a.b@x.example) us"),
    ('<p><a href="tel:+33144760001"> Call </a>us</p>', "Call +33144760001 us"),
    ("<p>Read <b><a href='https://x.example/a'>it</a></b></p>", "Read **[it](https://x.example/a)**"),
    ('<p><span data-cfemail="0000">[email&#160;protected]</span></p>', "[email\xa0protected]"),
    ('<p><a class="__cf_email__" data-cfemail="543735142d7a3235">[email protected]</a></p>', "[ca@y.fa](mailto:ca@y.fa)"),
    ('<p>At <span data-cfemail="543735142d7a3235">[email protected]</span>.</p>', "At ca@y.fa."),
    ("<plaintext><p>as it is", "<p>as it is"),
    ("<p>a\0b</p>", "ab"),
    ("<p>One<p>two<b>three<i>four</b>five</i>", "One\n\ntwothreefourfive"),
    ("<p>One<!-- and never closed", "One"),
    ("<p>Text</p><ul><li><a href=/print/7>Version imprimable</a></ul>", "Text"),
    ("<p><a href=x>One</a> | <a href=y>View in browser</a></p><p>|</p><p>Text</p>", "One |\n\nText"),
]  # fmt: skip


def text_of(page: str) -> str:
    """Return the text of `page`."""
    return to_text(Source("page.html", page.encode())).text


@pytest.mark.parametrize(("fragment", "text"), FRAGMENTS)
def test_elements_become_text(fragment: str, text: str) -> None:
    """Blocks are set apart, inline elements neither glue nor split words, what is not seen is not read."""
    assert text_of(f"<!doctype html><body>{fragment}") == text


TABLES = [
    ("<tr><td>A<td>B<tr><td>C<td>", "| A | B |\n\nC"),
    ("<tr><th>Name<th>Phone<tr><td>Anna<td>1|2", "| Name | Phone |\n|---|---|\n| Anna | 1\\|2 |"),
    ("<tr><th>Contacts<tr><td>Anna", "Contacts\n\nAnna"),
    ("<caption>Press</caption><tr><td>A<td>B", "Press\n\n| A | B |"),
    ("<tr><td>Anna<br>Bonn<td>Paul<br>Rome", "Anna\nBonn\nPaul\nRome"),
    ("<tr><td>•<td>One<tr><td>•<td>Two<br>lines", "- One\n- Two\nlines"),
    ("<tr><td><p>One</p><p>two</p><td>x", "One\n\ntwo\n\nx"),
    ("<tr><td><table><tr><td>A<td>B</table><td>C", "| A | B |\n\nC"),
    ("<tr><td>&nbsp;<td><tr><td>A", "A"),
]


@pytest.mark.parametrize(("rows", "text"), TABLES)
def test_tables_become_rows(rows: str, text: str) -> None:
    """Single cells stay beside each other; cells of several lines, and tables that frame a page, come one by one."""
    assert text_of(f"<!doctype html><body><table>{rows}</table>") == text


LINKS = [
    ("here", "https://x.example/a", "[here](https://x.example/a)"),
    ("here", " www.x.example ", "[here](www.x.example)"),
    ("a [b] c", "https://x.example", '<a href="https://x.example">a [b] c</a>'),
    ("here", "https://x.example/(a)", '<a href="https://x.example/(a)">here</a>'),
    ("a < b", "https://x.example/(a)", "a < b"),
    ("here", f"https://x.example/{'a' * 900}", "here"),
    ("here", "#top", "here"),
    ("here", "../page", "here"),
    ("here", "javascript:print()", "here"),
    ("Anna", "mailto:Anna <a@x.example>?subject=b@y.example", "[Anna](mailto:a@x.example)"),
    ("Anna", "MAILTO:a%40x.example", "[Anna](mailto:a@x.example)"),
    ("both", "mailto:a@x.example,b@x.example", "[both](mailto:a@x.example), [b@x.example](mailto:b@x.example)"),
    ("[at] us", "mailto:a@x.example", "[at] us a@x.example"),
    ("share", "mailto:?body=text", "share"),
    ("01 44 76 00 01", "tel:+33144760001", "01 44 76 00 01"),
    ("Call us", "tel://+33144760001", "Call us +33144760001"),
    ("Call us", "tel:", "Call us"),
    ("mail", "/cdn-cgi/l/email-protection#543735142d7a3235", "[ca@y.fa](mailto:ca@y.fa)"),
    ("ca@y.fa", "/cdn-cgi/l/email-protection#543735142d7a3235", "[ca@y.fa](mailto:ca@y.fa)"),
    ("mail", "/cdn-cgi/l/email-protection#ffff", "mail"),
    ("mail", "/cdn-cgi/l/email-protection", "mail"),
]


@pytest.mark.parametrize(("label", "target", "text"), LINKS)
def test_links_keep_what_a_release_says(label: str, target: str, text: str) -> None:
    """An address that only the target holds is not lost; a target within the site is none."""
    assert linked(label, target, "") == text


def test_relative_links_start_from_the_base() -> None:
    """Only `<base>` says where a saved page was; an impossible target stays what it is."""
    page = '<!doctype html><head><base href="https://x.example/en/"></head><p><a href="{}">here</a>'
    assert text_of(page.format("../fr/a")) == "[here](https://x.example/fr/a)"
    assert text_of(page.format("#top")) == "here"
    assert text_of(page.format("//[")) == "here"
    assert text_of('<!doctype html><head><base href></head><a href="/a">here</a>') == "here"


@pytest.mark.parametrize("code", ["", "xy", "54", "5437", "ff00ff", "543735142d7a32355"])
def test_what_hides_no_address_is_none(code: str) -> None:
    """Broken codes are not guessed."""
    assert unprotected(code) is None


NAV = "<nav><a href=/a>Home</a></nav>"
BODY = "<h1>A title</h1><p>" + "The agencies met in Toulouse to discuss the mission. " * 6 + "</p>"
READ = BODY.replace("<h1>", "# ").replace("</h1><p>", "\n\n").replace(" </p>", "")
MENU = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("Space", "Earth", "Moon", "Mars", "Press"))
CONTACT = "<p>Anna Weber, a.weber@x.example</p>"
KEPT = "\n\nAnna Weber, a.weber@x.example"
PAGES = {
    "main": (f"<header>Site</header>{NAV}<main>{BODY}</main><footer>Site a@x.example</footer>", READ),
    "the role of main": (f"<div>Site</div><div role=main>{BODY}</div>", READ),
    "an empty main": (f"<main></main><div>{BODY}</div>", READ),
    "one article": (f"<div>Site</div><article>{BODY}</article><div>Site</div>", READ),
    "an article among teasers": (f"<article>{BODY}</article><article>Teaser</article>", READ),
    "two articles alike": (f"<article>{BODY}</article><article>{BODY}</article>", f"{READ}\n\n{READ}"),
    "an article with one inside": (f"<article>{BODY}<article>Inside</article></article>", f"{READ}\n\nInside"),
    "named content": (f"<div>Site</div><div id=content>{BODY}</div>", READ),
    "a title above": (f"<header>{NAV}<div><p>5 May</p><h1>Up</h1></div></header><main>{BODY[16:]}</main>", f"5 May\n\n# Up\n\n{READ[11:]}"),
    "a logo above": (f"<h1><a href=/>Site</a></h1><h1></h1><main>{BODY[16:]}</main>", READ[11:]),
    "lines around a title above": (f"<ul><li>Site</ul><p>Site <a href=/>x</a></p><p>5 May</p><h1>Up</h1><p>Paris</p><aside>x</aside><main>{BODY[16:]}</main>", f"5 May\n\n# Up\n\nParis\n\n{READ[11:]}"),
    "a title below": (f"<main>{BODY[16:]}</main><div><h1>Down</h1></div>", READ[11:]),
    "a title far above": (f"<div><div>{'Site ' * 200}</div><h1>Up</h1></div><main>{BODY[16:]}</main>", f"# Up\n\n{READ[11:]}"),
    "contacts beside": (f"<main>{BODY}</main><aside><h2>Press contact</h2>{CONTACT}</aside>", f"{READ}\n\n## Press contact{KEPT}"),
    "contacts beside by class": (f"<main>{BODY}</main><div class=press-contact>{CONTACT}</div>", READ + KEPT),
    "no contacts beside": (f"<main>{BODY}</main><div><p>Jobs</p>{CONTACT}</div><nav>{CONTACT}</nav><p>x</p>", READ),
    "contacts of the site": (f"<main>{BODY}</main><div class=contact role=contentinfo>{CONTACT}</div><div class='menu contact'>{CONTACT}</div>", READ),
    "contacts there already": (f"<main>{BODY}{CONTACT}</main><div class=contact>{CONTACT}</div>", READ + KEPT),
    "contacts in an aside": (f"<main>{BODY}<aside>{CONTACT}</aside></main>", READ + KEPT),
    "contacts in a footer": (f"<article>{BODY}<footer>{CONTACT}</footer></article>", READ + KEPT),
    "an aside without": (f"<main>{BODY}<aside>Jobs</aside><div class=sidebar>Jobs</div></main>", READ),
    "a header of the article": (f"<article><header><p>5 May</p></header>{BODY}</article>", f"5 May\n\n{READ}"),
    "share buttons": (f"<main>{BODY}<div class=shareButtons>Tweet</div><ul class=social-links><li>X</ul></main>", READ),
    "a wrapper with a bad name": (f"<div class='page with-menu social'>{BODY}</div>", READ),
    "a banner with the title": (f"<main><div class=banner><h1>A title</h1></div>{BODY[16:]}</main>", READ),
    "a cookie banner": (f"{BODY}<div id=cookiebanner>We use cookies</div>", READ),
    "components, which are no consent": (f"<div class=cmp-container><div class=cmp-text>{BODY}</div><div class=cmp-text>{CONTACT}</div><div class=qc-cmp2-ui>We use cookies</div></div>", READ + KEPT),
    "a menu without a name": (f"<ul>{MENU}</ul>{BODY}", READ),
    "a list of contacts": (f"{BODY}<ul>{MENU}</ul>".replace("href=/Press", "href=mailto:a@x.example"), f"{READ}\n\n- Space\n- Earth\n- Moon\n- Mars\n- [Press](mailto:a@x.example)"),
    "a site's own header": (f"<header>Site</header><div id=header>Site</div>{BODY}<footer>Site</footer>", READ),
    "a header with the title": (f"<header>{BODY[:16]}</header>{BODY[16:]}", READ),
    "a site's name": (f"<div class=logo><a href=/>Site</a></div><h1><a href='/en/'>Site</a></h1>{BODY}", READ),
    "a way home in a sentence": (f"{BODY}<p>Visit <a href=/>us</a></p><p><a>x</a></p>", f"{READ}\n\nVisit us\n\nx"),
    "a header of the release": (f"<div class=header><p>5 May</p><h3>A title</h3></div>{BODY[16:]}", f"5 May\n\n### A title\n\n{READ[11:]}"),
    "a teaser that is the lead": (f"<main><div class=teaser>Lead</div>{BODY}<div class=teaser><a href=/a>Other</a></div></main>", f"Lead\n\n{READ}"),
    "related news": (f"<main>{BODY}<h2>Related news</h2><p>One</p><h3>Two</h3><h2>Next</h2><p>Three</p></main>", f"{READ}\n\n## Next\n\nThree"),
    "related news in a section": (f"<main>{BODY}<section><h2>Related news</h2><p>One</p></section><p>Three</p></main>", f"{READ}\n\nThree"),
    "related news with contacts": (f"<main>{BODY}<h2>See also</h2>{CONTACT}</main>", f"{READ}\n\n## See also{KEPT}"),
    "related news at the end": (f"{BODY}<h2>À lire aussi</h2><p>One", READ),
    "parts of a banner with the title": (f"<main><div class=promo><p class=promo__date>5 May</p><h1>A title</h1><p class=promo__share>Tweet</p></div>{BODY[16:]}</main>", f"5 May\n\n{READ}"),
    "a part in a language": (f"<main><p class=language-en>5 May</p><ul class=language-switcher><li>FR</ul>{BODY}</main>", f"5 May\n\n{READ}"),
    "a short menu without a name": (f"<div><a href=/a>Space</a> <a href=b>Earth</a></div>{BODY}", READ),
    "two links of the release": (f"{BODY}<div><a href=https://x.example/a>One</a> <a href=//x.example/b>Two</a></div>", f"{READ}\n\n[One](https://x.example/a) Two"),
    "the footer of a page builder": (f"{BODY}<div class='elementor elementor-location-footer'>{CONTACT}</div>", READ),
}  # fmt: skip


@pytest.mark.parametrize(("page", "text"), PAGES.values(), ids=PAGES)
def test_a_page_gives_its_release(page: str, text: str) -> None:
    """Menus, banners, share buttons and related news stay behind; contacts do not, wherever they stand."""
    assert text_of(f"<!doctype html><html><head><title>x</title></head>{page}</html>") == text


@pytest.mark.parametrize(
    "page",
    ["<frameset><frame src=x></frameset>", "<table></table>", "<body><div id=root></div><script>show()</script>"],
)
def test_a_page_without_text_is_refused(page: str) -> None:
    """Of frames or of what scripts would write, nothing is in the file."""
    with pytest.raises(UnreadableError, match="a web page without text"):
        text_of(f"<!doctype html><html>{page}</html>")


def test_marks_of_speech_are_those_of_the_language() -> None:
    """`<q>` prints what a browser prints."""
    assert text_of("<html lang=fr-FR><p>Il dit <q>non</q>.") == "Il dit «\xa0non\xa0»."


LATIN = "<html><head>{}</head><p>Communiqu\xe9 \u2013 f\xe9vrier"
CHARSETS = [
    ('<meta charset="utf-8">', "utf-8", "utf-8", "declared"),
    ("<meta charset=windows-1252>", "cp1252", "cp1252", "declared"),
    ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252", "cp1252", "declared"),
    ("<meta charset=utf-8>", "cp1252", "cp1252", "detected"),
    ("<meta charset=iso-8859-1>", "utf-8", "utf-8", "detected"),
    ("<meta charset=utf-16>", "utf-8", "utf-8", "declared"),
    ("<meta charset=no-such>", "utf-8", "utf-8", "default"),
    ("<meta charset=unicode_escape>", "utf-8", "utf-8", "default"),
    ("<meta charset=base64>", "utf-8", "utf-8", "default"),
    ("", "utf-8", "utf-8", "default"),
    ("", "cp1252", "cp1252", "detected"),
    ("<meta charset=iso-8859-1>", "utf-8-sig", "utf-8", "bom"),
    ("<meta charset=iso-8859-1>", "utf-16", "utf-16-le", "bom"),
]


@pytest.mark.parametrize(("head", "written", "name", "how"), CHARSETS)
def test_a_page_says_how_it_is_to_be_decoded(head: str, written: str, name: str, how: str) -> None:
    """A mark beats a declaration, and this beats guessing, unless the bytes say plainly that it is wrong."""
    source = Source(None, LATIN.format(head).encode(written))
    assert is_html(source)
    document = to_text(source)
    assert document.text == "Communiqué – février"
    assert document.encoding == pressparse.Encoding(name=name, how=how)  # type: ignore[arg-type]  # one of them


def test_an_xml_declaration_counts_too() -> None:
    """As do the headers that came with a page, before what it says itself."""
    page = b'<?xml version="1.0" encoding="windows-1252"?><html><p>\xe9'
    assert declared_charset(page) == "windows-1252"
    assert to_text(Source(None, page)).text == "é"
    assert to_text(Source(None, b"<html><meta charset=utf-8><p>\xd0", charset="windows-1251")).text == "Р"


def test_a_few_broken_bytes_do_not_change_a_page() -> None:
    """A page in UTF-8 that was cut or patched is still one."""
    page = f"<html><meta charset=utf-8><p>{'é' * 40}".encode() + b"\xe9"
    assert to_text(Source(None, page)).text == "é" * 40 + "\N{REPLACEMENT CHARACTER}"


def test_a_picture_is_no_page() -> None:
    """Whatever its name says."""
    with pytest.raises(UnreadableError, match=r"page.html: binary data, no text in any encoding"):
        to_text(Source("page.html", bytes(range(256)) * 20))


RECOGNIZED = [
    (b"<!DOCTYPE html><p>", True),
    (b"\xef\xbb\xbf\r\n <HTML lang=fr>", True),
    (b"<!-- saved from url=(0030)https://x.example/ -->\n<html>", True),
    (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">', True),
    ("<html>".encode("utf-16"), True),
    (b"<h1>A title</h1>", False),
    (b"\n<Main class=x>\n<h1>A title</h1>\n</main>\n", True),
    (b"<div>A title</div>", True),
    (b"<div>A title</div> 3 May 2019", False),
    (b"3 May 2019 <div>A title</div>", False),
    (b"<section>A title</div>", False),
    (b"<divx>A title</divx>", False),
    (b"<htmlx>", False),
    (b"PRESS RELEASE <html>", False),
    (b"", False),
]


@pytest.mark.parametrize(("data", "is_page"), RECOGNIZED)
def test_pages_are_known_by_their_content(data: bytes, is_page: bool) -> None:  # noqa: FBT001 - a row of the table
    """A text with tags in it is a text, unless its name says otherwise."""
    assert is_html(Source(None, data)) is is_page


@pytest.mark.parametrize(
    ("name", "is_page"), [("a.MD", False), ("a.txt", False), ("a.php", True), ("https://lake.example/news/1", True)]
)
def test_a_piece_of_a_page_may_have_any_name(name: str, is_page: bool) -> None:  # noqa: FBT001 - a row of the table
    """But for those of texts: Markdown may be one element from its first line to its last."""
    assert is_html(Source(name, b"<div>A title</div>")) is is_page


META = [
    ('<meta property="og:title" content=" A &amp;amp; B ">', Claim("title", "A & B", "<meta og:title>")),
    ('<meta name="DC.date" content="2019-05-05">', Claim("date", dt.date(2019, 5, 5), "<meta dc.date>")),
    ('<meta itemprop="datePublished" content="2019-05-05T10:00Z">', Claim("date", dt.date(2019, 5, 5), "<meta datepublished>")),
    ('<meta name="date" content="2019-02-30">', None),
    ('<meta name="date" content="5 May 2019">', None),
    ('<meta name="author" content="Anna">', None),
    ('<meta property="og:title" content="">', None),
    ("<title>A\n title</title>", Claim("title", "A title", "<title>")),
    ('<time pubdate datetime="2019-05-05">5 May</time>', Claim("date", dt.date(2019, 5, 5), "<time>")),
    ('<time datetime="2019-05-05">5 May</time>', None),
    ('<script type="application/ld+json">{"headline": "A \\u00e9 \\"b\\"", "x": 1}</script>', Claim("title", 'A é "b"', "JSON-LD headline")),
    ('<script type="application/ld+json">{"datePublished":"2019-05-05"}</script>', Claim("date", dt.date(2019, 5, 5), "JSON-LD datePublished")),
    ('<script type="application/ld+json">{"headline":"\\x"}</script>', None),
]  # fmt: skip


@pytest.mark.parametrize(("head", "claim"), META)
def test_metadata_are_claims(head: str, claim: Claim | None) -> None:
    """What a page says beside its text is kept for checks, if it is a title or a day."""
    document = to_text(Source(None, f"<html><head>{head}</head><p>Text".encode()))
    assert document.claims == ((claim,) if claim else ())


HOSTILE = {
    "nested": b"<div>" * 100_000 + b"x",
    "nested and closed": b"<div>" * 5_000 + b"x" + b"</div>" * 5_000,
    "long": b"<p>" + b"word " * 400_000,
    "many paragraphs": b"<p>Some words.</p>" * 100_000,
    "bold": b"<b>x</b>y " * 20_000,
    "unclosed comments": b"<!--" * 50_000,
    "brackets": b"<" * 100_000,
    "attributes": b"<p " + b"a=b " * 50_000 + b">x",
    "NUL": b"<p>\0</p>" * 1000,
    "surrogates": b"<p>&#xD800;&#x110000;</p>",
    "broken": b"<table><a><td></b><tr><p></table></div><li></ul><select><svg><p>x",
}
TRUNCATED = {"nested", "nested and closed", "long", "many paragraphs"}


@pytest.mark.parametrize("name", HOSTILE)
def test_pages_cannot_be_too_large(name: str) -> None:
    """What is beyond the limits is left out, and that is said."""
    document = to_text(Source("page.html", b"<!doctype html><body><p>A title</p>" + HOSTILE[name]))
    assert len(document.text) <= 1_000_000
    assert [found.code for found in document.diagnostics] == ["input-truncated"] * (name in TRUNCATED)


def test_large_pages_are_not_deep() -> None:
    """The depth counts, not the length; elements that close themselves have none."""
    page = "<html><body>" + "<p>x<br><ul><li>y</ul>" * 1000
    assert shallow_end(page) == len(page)


class Hidden(MetaPathFinder):
    """Makes the package selectolax one that is not installed."""

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> None:  # noqa: ARG002 - the protocol's signature
        """Find nothing, and let nobody else look for it."""
        if fullname == "selectolax":
            raise ModuleNotFoundError(name=fullname)


@pytest.fixture
def _without_selectolax(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("selectolax", "selectolax.lexbor"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(sys, "meta_path", [Hidden(), *sys.meta_path])


@pytest.mark.usefixtures("_without_selectolax")
def test_without_its_extra_a_page_says_what_to_install() -> None:
    """The error names the document and the command; a mail is read as its text."""
    with pytest.raises(
        UnreadableError, match=r"page.html: reading it needs an extra.*pip install 'pressparse\[html\]'"
    ):
        read(Source("page.html", b"<p>x"))
    message = EmailMessage()
    message["From"] = "press@example.org"
    message.set_content("Text")
    message.add_alternative("<p>Page", subtype="html")
    assert read(Source("a.eml", message.as_bytes())).text == "Text"
    message = EmailMessage()
    message["From"] = "press@example.org"
    message.set_content("<p>Page", subtype="html")
    with pytest.raises(UnreadableError, match=r"a.eml: reading it needs an extra.*pip install 'pressparse\[html\]'"):
        read(Source("a.eml", message.as_bytes()))


def test_a_broken_library_shows_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing inside an installed library is not blamed on the extra."""
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    with pytest.raises(ModuleNotFoundError):
        read(Source("page.html", b"<p>x"))
