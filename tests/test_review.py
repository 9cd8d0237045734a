"""The review page, read as a browser without scripts would: what it shows, where it leads, and what it escapes."""

import base64
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from command_runs import Command
from golden import corpus, seeds
from hypothesis import given
from hypothesis import strategies as st
from review_samples import HARMFUL, WRONG_COLUMNS, samples

import pressparse
from pressparse.contacts.entries import WAYS
from pressparse.model import Contact, DateExpression, Phone, Quote
from pressparse.review import absent_of, gaps_of, review_page
from pressparse.review.segments import Lane, cut, lanes_of, stretches
from pressparse.review.values import Value, counted, values_of
from pressparse.text import Span

VOID = {"meta", "input"}
UNSEEN = re.compile(r"U\+([0-9A-F]{4,6})")


@attrs.define
class Element:
    """An element of the page: its name, its attributes, and what stands in it."""

    tag: str
    attributes: Mapping[str, str | None]
    content: "list[Element | str]" = attrs.field(factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name) or ""

    def all(self, tag: str = "", kind: str = "") -> "Iterator[Element]":
        """Yield the elements within it, with the name `tag` and the class `kind`."""
        for part in self.content:
            if isinstance(part, Element):
                if tag in {"", part.tag} and (not kind or kind in part["class"].split()):
                    yield part
                yield from part.all(tag, kind)

    @property
    def text(self) -> str:
        """What it shows, unseen characters being themselves again."""
        inner = "".join(part if isinstance(part, str) else part.text for part in self.content)
        return UNSEEN.sub(lambda match: chr(int(match[1], 16)), inner) if self["class"] == "unseen" else inner


class Reader(HTMLParser):
    """Reads a page into elements; fails where tags do not pair."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        element = Element(tag, dict(attrs))
        self.open[-1].content.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        """Take its text."""
        self.open[-1].content.append(data)


def read(page: str) -> Element:
    """Return `page` as one element."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    (root,) = reader.open
    return root


@pytest.fixture(scope="module")
def releases() -> tuple[pressparse.Release, ...]:
    """Return the samples, and what the corpus holds."""
    return (*samples(), *(pressparse.parse(case.text) for case in corpus() if not case.held_out))


@pytest.fixture(scope="module")
def page(releases: tuple[pressparse.Release, ...]) -> Element:
    """Return the page of all samples."""
    return read(review_page(releases))


def shown(text: str) -> str:
    """Return `text` as a page holds it."""
    return text.replace("\r\n", "\n")


def test_the_whole_text_is_there(page: Element, releases: tuple[pressparse.Release, ...]) -> None:
    """Left of each record stands the text as given, from its first line that says something to the last character."""
    articles = [*page.all("article")]
    assert len(articles) == len(releases)
    for article, release in zip(articles, releases, strict=True):
        assert "".join(line.text for line in article.all(kind="line")) == shown(
            re.sub(r"\A(\s*\n)+", "", release.text or "")
        )


def test_every_value_is_highlighted_where_it_stands(page: Element, releases: tuple[pressparse.Release, ...]) -> None:
    """The pieces that carry a value's key say what its span covers, and the record has an entry for it."""
    for article, release in zip(page.all("article"), releases, strict=True):
        carried: dict[str, str] = {}
        for piece in article.all(kind="piece"):
            for key in piece["data-v"].split():
                carried[key] = carried.get(key, "") + piece.text
        entries = [entry["id"].partition("-")[2] for entry in article.all() if entry["id"]]
        for value in values_of(release):
            assert carried[value.key] == shown(value.span.of(release.text or "")), value.path
            assert entries.count(value.key) == 1, value.path


def test_highlights_say_the_raw_values(releases: tuple[pressparse.Release, ...]) -> None:
    """What is highlighted is what the record calls raw."""
    for release in releases:
        found = {value.path: value.span.of(release.text or "") for value in values_of(release)}
        for at, date in enumerate(release.dates):
            assert found[f"dates[{at}]"] == date.raw
        for at, contact in enumerate(release.contacts):
            for field, evidence in contact.evidence.items():
                assert found[f"contacts[{at}].{field}"] == evidence.raw
            for index, phone in enumerate(contact.phones):
                assert found[f"contacts[{at}].phones[{index}]"] == phone.raw


def test_links_lead_from_side_to_side(page: Element) -> None:
    """Without a script each value leads to its entry, each entry to its value; no address is given twice."""
    ids = [element["id"] for element in page.all() if element["id"]]
    assert len(ids) == len(set(ids))
    links = [link for link in page.all("a") if link["class"] != "onward"]
    assert {link["href"][0] for link in links} == {"#"}
    assert {link["href"][1:] for link in links} <= set(ids)
    for article in page.all("article"):
        text = next(article.all("section", "text"))
        linked = {key for link in text.all("a") for key in link["data-v"].split()}
        assert {piece["data-v"].split()[0] for piece in text.all("a", "piece")} <= linked
        assert all(link["href"] == f"#{article['id']}-{link['data-v'].split()[0]}" for link in text.all("a"))


def test_nothing_of_a_release_is_markup(page: Element) -> None:
    """A script in a release shows as text; no handler, no style attribute and no outside address come through."""
    assert [element.tag for element in page.all("script")] == ["script"]
    assert not [*page.all("img"), *page.all("iframe")]
    for element in page.all():
        assert not {name for name in element.attributes if name.startswith("on") or name in {"style", "src"}}
    (article,) = (article for article in page.all("article") if "<script>" in article.text)
    assert next(article.all("h2")).text.startswith("<script>document.title")
    assert "{{ 7 * 7 }} {% raw %}" in article.text


def test_the_policy_allows_what_is_there_and_nothing_else(page: Element) -> None:
    """Style and script are allowed by their digests, all else is forbidden."""
    (policy,) = (meta["content"] for meta in page.all("meta") if meta["http-equiv"] == "Content-Security-Policy")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for tag in ("style", "script"):
        (element,) = page.all(tag)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert rules[f"{tag}-src"] == f"'sha256-{digest}'"


def test_the_page_can_be_written(releases: tuple[pressparse.Release, ...]) -> None:
    """Half characters of a text do not keep the page from being UTF-8."""
    damaged = attrs.evolve(releases[0], source="folder/\udcff.txt", language="\ud800", profile="\ud800")
    assert "U+D800" in review_page([*releases, damaged]).encode().decode()


def test_unassigned_cells_are_seen_at_once() -> None:
    """Three names and two numbers: a doubt, a gap, and a lane of its own for the numbers."""
    (article,) = read(review_page(pressparse.parse(WRONG_COLUMNS))).all("article")
    (doubts,) = article.all("section", "doubts")
    assert "contact-columns-unequal" in doubts.text
    (gaps,) = article.all("section", "gaps")
    assert "No name: contact 4" in gaps.text
    assert "No phone: contact 1, contact 2, contact 3" in gaps.text
    assert [piece["data-badge"] for piece in article.all("a", "nobody")] == ["?", "?"]
    assert [piece["data-badge"] for piece in article.all("a", "contact-1")] == ["2", "2", "2"]
    assert len([*article.all("i", "cell")]) == 3 * 3 + 2


def test_the_head_leads_to_doubts_and_unclaimed_lines() -> None:
    """On a phone the record stands far below the text, and keyboards come to the head first."""
    (release, *_) = seeds()
    (clean,) = read(review_page(pressparse.parse(release.text))).all("header")
    assert [*clean.all("a")] == []
    doubtful = attrs.evolve(pressparse.parse(WRONG_COLUMNS), unclaimed=(Span(0, 5), Span(5, 9)))
    (head,) = read(review_page(doubtful)).all("header")
    assert [(link.text, link["href"]) for link in head.all("a")] == [
        ("1 doubt", "#r1-diagnostics-0"),
        ("2 unclaimed", "#r1-unclaimed-0"),
    ]


@pytest.mark.parametrize("way", WAYS)
def test_the_way_of_joining_is_told_in_words(way: str) -> None:
    """Every way that contacts know."""
    release = pressparse.parse(WRONG_COLUMNS)
    told = read(review_page(attrs.evolve(release, contacts=(attrs.evolve(release.contacts[0], rule=way),))))
    (said,) = told.all("span", "rule")
    assert said.text.startswith("joined ")


def test_several_contacts_may_share_a_cell() -> None:
    """The organization of a heading belongs to all below it."""
    (article,) = read(review_page(pressparse.parse(seeds()[1].text))).all("article")
    (organization,) = article.all("a", "shared")
    assert (organization.text, organization["data-badge"]) == ("CNES", "1·2·3")


def test_years_say_where_they_come_from() -> None:
    """Each date names its basis and links to what it was seen from."""
    (article,) = read(review_page(pressparse.parse(seeds()[1].text))).all("article")
    reasons = [*article.all(kind="why")]
    assert [why.text.partition(":")[0] for why in reasons] == ["weekday", "tense", "tense", "printed"]
    assert [link["href"] for why in reasons for link in why.all("a")] == ["#r1-date"] * 3


@pytest.mark.parametrize(
    ("text", "seen_from"),
    [
        ("PRESS RELEASE\n\nPR012-2019\n\n# A satellite flies\n\nThe launch was on 3 May.", "the year of the reference"),
        (
            "# A satellite flies\n\nOn 1 May 2019 it flew, and it landed on 3 May.",
            "the lead’s first full date",
        ),
    ],
)
def test_without_a_release_date_years_come_from_elsewhere(text: str, seen_from: str) -> None:
    """What stands in for the date is named."""
    (article,) = read(review_page(pressparse.parse(text))).all("article")
    assert seen_from in [*article.all(kind="why")][-1].text


def test_several_releases_have_a_list_with_counts(page: Element, releases: tuple[pressparse.Release, ...]) -> None:
    """The list leads to each release, and says of each code how many have it."""
    (index,) = page.all("nav")
    rows = [*index.all("li")]
    assert [next(row.all("a"))["href"] for row in rows] == [f"#r{number}" for number in range(1, len(releases) + 1)]
    codes = [{found.code for found in release.diagnostics} for release in releases]
    counts = {box["value"]: sum(box["value"] in found for found in codes) for box in index.all("input") if box["value"]}
    labels = (" ".join(label.text.split()) for label in next(index.all("fieldset")).all("label"))
    assert [*labels] == [f"{code} {count}" for code, count in counts.items()]
    assert "contact-columns-unequal" in rows[2]["data-codes"].split()


def test_one_release_needs_no_list() -> None:
    """Its page begins with its title."""
    page = read(review_page([pressparse.parse(WRONG_COLUMNS)]))
    assert not [*page.all("nav")]
    assert [heading.text for heading in page.all("h1")] == ["Tango Delta experiment ready for flight"]


def test_no_releases_make_a_page_too() -> None:
    """It says so."""
    assert "No releases" in read(review_page([])).text


def test_a_record_without_its_text_is_shown() -> None:
    """The left side says why it is empty; entries lead nowhere."""
    record = pressparse.parse(WRONG_COLUMNS).to_dict(text=False)
    record["unclaimed"] = [[3, 9]]
    (article,) = read(review_page(pressparse.Release.from_dict(record))).all("article")
    assert "came without its text" in article.text
    assert not [*article.all("a", "value")]
    assert "Pascale Bresson" in article.text


def test_every_part_of_a_record_is_shown(releases: tuple[pressparse.Release, ...]) -> None:
    """Also what the samples have not: issuers, an embargo, captions, footnotes, an extension, an encoding."""
    record = releases[0].to_dict()
    text = {"text": "A note", "span": [0, 1]}
    phone = record["contacts"][0]["phones"][0]
    record |= {
        "source": "folder/a.txt",
        "digest": "00ff",
        "encoding": {"name": "cp1252", "how": "detected"},
        "embargo": "2020-10-23T00:01",
        "subtitle": "Said again",
        "issuers": [{"name": "JAXA", "span": [1, 2]}],
        "captions": [text],
        "footnotes": [{"marker": "†", **text}],
        "unclaimed": [[22, 37]],
    }
    record["evidence"]["byline"] = {"raw": "PRESS", "span": [7, 12], "rule": "by-somebody"}  # of a later schema
    phone |= {"extension": "123", "type": "fax", "e164": None}
    (article,) = read(review_page([pressparse.Release.from_dict(record)])).all("article")
    for wanted in (
        "folder/a.txt",
        "00ff",
        "cp1252 (detected)",
        "2020-10-23 00:01",
        "Said again",
        "JAXA",
        "A note",
        "†",
        "extension 123",
        "Fax",
        "no international form",
        "Unclaimed lines 1",
        "by-somebody",
    ):
        assert wanted in article.text
    marks = [mark["aria-label"] for mark in article.all("a", "mark")]
    assert {"Caption 1, in the record", "Footnote 1, in the record"} <= {*marks}
    assert "unclaimed" in next(article.all("a", "unclaimed"))["class"].split()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("plain", ["plain"]),
        ("a\tb\r\nc\n", ["a\tb\nc\n"]),
        ("a\u202eb", ["a", "U+202E right-to-left override", "b"]),
        ("\x00", ["U+0000 a character without a name", ""]),
        ("\U000e0041\u2028", ["U+E0041 tag latin capital letter a", "U+2028 line separator", ""]),
    ],
    ids=ascii,
)
def test_unseen_characters_are_shown_by_number(text: str, wanted: list[str]) -> None:
    """Control and format characters, and separators that look like blanks."""
    assert [f"{part.text} {part.name}" if part.name else part.text for part in stretches(text)] == wanted


@given(st.text("ab \r\n\f", max_size=40), st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=8))
def test_pieces_make_up_the_text_and_the_values(text: str, spans: list[tuple[int, int]]) -> None:
    """However values overlap: each character stands in one piece, each value in its own, and each is linked once."""
    values = [Value(f"dates[{at}]", "date", Span(min(span), max(span))) for at, span in enumerate(spans)]
    lines = cut(text, values)
    pieces = [piece for line in lines for piece in line.pieces]
    assert "".join(piece.text for piece in pieces) == text
    assert [line.span.of(text) for line in lines] == ["".join(p.text for p in line.pieces) for line in lines]
    for value in values:
        inside = value.span.end <= len(text)
        assert "".join(p.text for p in pieces if value in p.values) == (value.span.of(text) if inside else "")
        assert sum(value in p.first for p in pieces) == (inside and value.span.start < value.span.end)
    linked = [piece.values[0].path for piece in pieces if piece.linked]
    assert len(linked) == len(set(linked))


def test_the_innermost_value_is_what_a_piece_leads_to() -> None:
    """A date in a quote in a paragraph leads to the date; the quote around it is linked where it begins."""
    values = [
        Value("paragraphs[0]", "passage", Span(0, 9)),
        Value("quotes[0]", "quote", Span(2, 8)),
        Value("dates[0]", "date", Span(4, 6)),
    ]
    ((line),) = cut("abcdefghi", values)
    assert [(p.text, p.values[0].path, p.linked) for p in line.pieces] == [
        ("ab", "paragraphs[0]", False),
        ("cd", "quotes[0]", True),
        ("ef", "dates[0]", True),
        ("gh", "quotes[0]", False),
        ("i", "paragraphs[0]", False),
    ]
    assert line.pieces[2].keys == ("dates-0", "quotes-0", "paragraphs-0")
    assert [mark.path for mark in line.marks] == ["paragraphs[0]"]


def cells(text: str) -> list[Value]:
    """Return a value for each letter of `text`: those of one letter are one contact's."""
    return [
        Value(f"contacts[{ord(letter) - 97}].x{at}", "cell", Span(at, at + 1), ord(letter) - 97)
        for at, letter in enumerate(text)
        if letter != "\n"
    ]


SIXTEEN = "0123456789abcdef"


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("a\na\nb\nb", ["0", "0", "0", "0"]),  # one below the other
        ("a\nb\na\nb", ["0", "01", "01", "1"]),  # in columns
        ("ab\na\nb", ["01", "01", "1"]),
        ("\n".join("abcdefghijklmnopq" * 2), [*(SIXTEEN[: at + 1] for at in range(16)), SIXTEEN, SIXTEEN]),
    ],
)
def test_contacts_in_columns_run_side_by_side(text: str, slots: list[str]) -> None:
    """A contact's lane runs from its first cell to its last, and is its own there as long as there is room."""
    lanes = lanes_of(cut(text, cells(text)))
    assert ["".join(f"{lane.slot:x}" for lane in beside) for beside in lanes][: len(slots)] == slots


def test_a_lane_shows_its_cells_and_its_ends() -> None:
    """Between its ends a contact's lane passes by."""
    lanes = lanes_of(cut("a\nb\na", cells("a\nb\na")))
    assert lanes == (
        (Lane(0, 0, cell=True, top=True, bottom=False),),
        (Lane(0, 0, cell=False, top=False, bottom=False), Lane(1, 1, cell=True, top=True, bottom=True)),
        (Lane(0, 0, cell=True, top=False, bottom=True),),
    )


@pytest.mark.parametrize(
    ("path", "wanted"),
    [("date", "date"), ("boilerplate[0]", "boilerplate 1"), ("contacts[1].phones[0]", "contact 2, phone 1")],
)
def test_paths_are_counted_as_people_count(path: str, wanted: str) -> None:
    """The second contact is number 2, in the margin and in words."""
    assert counted(path) == wanted


def test_gaps_are_named() -> None:
    """What a date, a quote, a contact and a number lack, and which keys are empty without a word about it."""
    at = Span(0, 1)
    date = DateExpression(
        raw="x", span=at, start=None, end=None, precision="day", modifier=None, basis="unknown", rule="r"
    )
    quote = Quote(text="x", speaker=None, speaker_role=None, speaker_span=None, span=at, raw="x", rule="r")
    phone = Phone(raw="12", e164=None, type="voice", extension=None, span=at, rule="r")
    nobody = Contact(
        kind="unassigned",
        name=None,
        role=None,
        organization=None,
        phones=(phone,),
        emails=(),
        span=at,
        rule="r",
        evidence=pressparse.EvidenceMap(),
    )
    person = attrs.evolve(nobody, kind="person", name="A", phones=())
    desk = attrs.evolve(person, kind="desk")
    release = attrs.evolve(pressparse.parse("x"), dates=(date,), quotes=(quote,), contacts=(nobody, person, desk))
    assert {gap.lacks: gap.paths for gap in gaps_of(release)} == {
        "year": ("dates[0]",),
        "speaker": ("quotes[0]",),
        "name": ("contacts[0]",),
        "international form": ("contacts[0].phones[0]",),
        "role": ("contacts[1]",),
        "phone": ("contacts[1]", "contacts[2]"),
        "e-mail": ("contacts[1]", "contacts[2]"),
    }
    assert "quotes[0].speaker" not in {value.path for value in values_of(release)}
    assert {"embargo", "links"} <= {*absent_of(release)}
    assert {"reference", "dates"}.isdisjoint(absent_of(release))


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    """The frame holds the page of the release, and cannot reach the notebook."""
    release = pressparse.parse(HARMFUL)
    (frame,) = read(release._repr_html_() or "").all("iframe")
    assert frame["srcdoc"] == review_page(release).strip()
    assert frame["sandbox"] == "allow-scripts"


def test_without_its_extra_a_notebook_shows_what_it_did(monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook falls back on the repr."""
    monkeypatch.setitem(sys.modules, "jinja2", None)  # which is how Python marks it missing
    assert pressparse.parse("")._repr_html_() is None
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'pressparse\[review\]'"):
        review_page(pressparse.parse(""))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two releases and a binary file."""
    (tmp_path / "a.txt").write_text(WRONG_COLUMNS, "utf-8")
    (tmp_path / "b.md").write_text(seeds()[0].text, "utf-8")
    return tmp_path


def test_the_command_writes_a_page(run: Command, folder: Path) -> None:
    """`pressparse review FILE… -o PAGE` is `review_page` of what `parse_file` gives."""
    page = folder / "page.html"
    done = run("review", str(folder), "-o", str(page))
    assert done == (0, "", "")
    wanted = review_page(pressparse.parse_file(folder / name) for name in ("a.txt", "b.md"))
    assert page.read_bytes().decode() == wanted
    assert run("review", str(folder / "a.txt"), "-o", "-", "--profile=esa").out.startswith("<!doctype html>")


def test_an_earlier_page_is_no_release(run: Command, folder: Path) -> None:
    """A page in the folder of the releases is written anew, not shown in itself, and read by no other command."""
    page = folder / "page.html"
    for _ in range(2):
        assert run("review", str(folder), "-o", str(page)).status == 0
        assert page.read_text("utf-8").count("<article") == 2
    assert run("parse", str(folder)).err == "2 releases, 0 failed\n"


def test_a_page_takes_no_releases_place(run: Command, folder: Path) -> None:
    """Whatever stands there and would be read is kept."""
    kept = (folder / "b.md").read_bytes()
    done = run("review", str(folder), "-o", str(folder / "b.md"))
    assert (done.status, "b.md is to be read and would be written over" in done.err) == (2, True)
    assert (folder / "b.md").read_bytes() == kept


def test_what_cannot_be_read_is_named(run: Command, folder: Path) -> None:
    """The others are shown, and the status tells; without any other there is no page."""
    gone = str(folder / "gone.txt")
    done = run("review", str(folder / "a.txt"), gone, "-o", str(folder / "page.html"))
    assert (done.status, done.err) == (1, f"{gone}: no such file or directory\n")
    assert (folder / "page.html").exists()
    assert run("review", gone, "-o", str(folder / "other.html")).status == 1
    assert not (folder / "other.html").exists()


def test_a_page_that_cannot_be_written_is_named(run: Command, folder: Path) -> None:
    """A missing folder is no traceback."""
    done = run("review", str(folder), "-o", str(folder / "none" / "page.html"))
    assert done.status == 1
    assert "page.html: cannot be written, no such file or directory" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("review", "a.txt"), "Missing option '-o'"),
        (("review", "a.txt", "-o", "a.txt"), "a.txt is to be read and would be written over"),
        (("review", "a.txt", "-o", "empty"), "'empty' is a directory"),
        (("review", "empty", "-o", "page.html"), "no release in empty"),
        (("review", "a.txt", "-o", "page.html", "--profile", "nobody"), "unknown profile 'nobody'"),
    ],
)
def test_wrong_usage_is_told(
    run: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], message: str
) -> None:
    """Status 2, and no page."""
    monkeypatch.chdir(folder)
    (folder / "empty").mkdir()
    done = run(*arguments)
    assert done.status == 2
    assert message in done.err
    assert not (folder / "page.html").exists()


def test_without_its_extra_the_command_says_what_to_install(
    run: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before it reads anything."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    done = run("review", str(folder), "-o", "-")
    assert done.status == 2
    assert "pip install 'pressparse[review]'" in done.err


def test_a_doubt_stands_with_its_value() -> None:
    """A diagnostic is shown in its panel, at the entry that it is about, and in the margin of its line."""
    text = WRONG_COLUMNS.replace("PR061-2013", "PR061-2012")
    (article,) = read(review_page(pressparse.parse(text))).all("article")
    (entry,) = (entry for entry in article.all(kind="entry") if entry["id"] == "r1-reference")
    assert "reference-year-mismatch" in entry.text
    assert {"Diagnostic 1, in the record"} <= {mark["aria-label"] for mark in article.all("a", "mark")}


def test_the_page_grows_little_with_a_release() -> None:
    """A release takes less than three times what its record takes as JSON; the script and the style come once."""
    release = pressparse.parse(seeds()[1].text)
    two, three = (len(review_page([release] * count).encode()) for count in (2, 3))
    assert three - two < 3 * len(json.dumps(release.to_dict()).encode())
