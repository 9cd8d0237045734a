"""What docs/security.md promises about releases that somebody wrote to do harm."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from command_runs import Command
from hostile_documents import BOMBS, CALLING, ENTITIES, Document, Guarded, guard

import pressparse
from pressparse.commands.documents import place_of

PAGE = Path(__file__).parents[1] / "docs" / "security.md"
HEAD = "PRESS RELEASE\n\n5 May 2019\n\n# A probe reaches the Moon\n\n"
CONTACT = "{head}It flies.\n\nCONTACTS\nJane Doe\nPress Officer\n{address}\n"


def seconds(act: Callable[[], object]) -> float:
    """Return the processor time that `act` takes."""
    before = time.process_time()
    act()
    return time.process_time() - before


# Pieces that make a backtracking pattern try again at each of them.
PIECES = (
    *(
        "(",
        "[a](",
        "a@",
        "a@a.",
        "+33 ",
        "1 ",
        "«",
        "“a ",
        "** ",
        "a.b.",
        "http://a.",
        "du 1 au 2 ",
        "12/",
        "(0)",
        "&amp;",
    ),
    *(
        "    x   y\n",
        "From: a\n",
        "a-\n",
        "CONTACTS\n",
        "x y z\n\n",
        "Tel: ",
        "Jane Doe, ",
        "“x” said Y. ",
        "May ",
        "\u202e",
    ),
)


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_time_grows_as_the_text_does(piece: str) -> None:
    """Four times as much of anything takes about four times as long, and not sixteen times."""

    def parsing(characters: int) -> float:
        text = HEAD + piece * (characters // len(piece))
        return min(seconds(lambda: pressparse.parse(text)) for _ in range(2))

    short, long = parsing(3_000), parsing(12_000)
    assert long < 0.05 or long < 10 * short, (short, long)


@pytest.mark.parametrize("document", BOMBS, ids=lambda document: document[0])
def test_small_files_do_not_become_large(document: Document) -> None:
    """Depth, pages, parts and characters have limits; what is beyond is left out and said, or the file is refused."""
    name, data = document
    try:
        release = pressparse.parse_bytes(data, name=name)
    except pressparse.UnreadableError:
        return
    assert len(release.text or "") <= 1_100_000
    assert "input-truncated" in {found.code for found in release.diagnostics} or len(release.text or "") < 10 * len(
        data
    )


def test_entities_are_not_expanded() -> None:
    """A page's own entities, and files that it calls entities, stay what is written."""
    text = pressparse.parse_bytes(ENTITIES, name="a.xhtml").text or ""
    assert "haha" not in text
    assert "root:" not in text
    assert len(text) < len(ENTITIES)


def test_documents_reach_nothing_outside() -> None:
    """Reading and writing hostile documents opens no file, no connection, no program, and runs no new code."""
    script = Path(__file__).with_name("hostile_documents.py")
    done = subprocess.run([sys.executable, str(script)], check=False, capture_output=True, text=True)  # noqa: S603 - this interpreter, the tests' own code
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [name for name, _ in CALLING]


@pytest.mark.parametrize(
    "event", ["open", "socket.connect", "subprocess.Popen", "os.system", "exec", "import", "os.remove"]
)
def test_the_guard_guards(event: str) -> None:
    """What has to be refused is."""
    with pytest.raises(Guarded):
        guard(event, ())


TURNING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\u061c\u200b\u2060\ufeff\x1b\x00"


@pytest.mark.parametrize("sign", TURNING, ids=lambda sign: f"U+{ord(sign):04X}")
@pytest.mark.parametrize("place", range(len("press@agency.example") + 1))
def test_no_address_is_turned_around(sign: str, place: int) -> None:
    """An address has no sign in it that prints nothing, wherever one is put; nor has a web address, nor a number."""
    address = "press@agency.example"
    text = CONTACT.format(head=HEAD, address=f"{address[:place]}{sign}{address[place:]}")
    web = f"See https://agency.example/{sign}a{sign} or +33 1 44 76{sign} 75 39."
    release = pressparse.parse(f"{text}\n{web}\n")
    emails = [email.address for contact in release.contacts for email in contact.emails]
    phones = [phone.e164 or "" for contact in release.contacts for phone in contact.phones]
    assert not {sign} & set("".join([*emails, *phones, *(link.url for link in release.links)]))


@pytest.mark.parametrize("domain", ["evil-cnes.fr", "cnes.fr.evil.example", "сnes.fr", "cneѕ.fr", "cnes-fr.example"])
def test_a_domain_that_looks_like_an_agency_s_is_none(domain: str) -> None:
    """An issuer is known by its very domain: neither one that ends or begins so, nor one in other letters, will do."""
    text = f"5 May 2019\n\n# A probe reaches the Moon\n\nIt flies. See https://{domain}/ and press@{domain}\n"
    assert pressparse.parse(text).profile == "generic"


@pytest.mark.parametrize(
    "link",
    [
        "[press@agency.example](mailto:thief@evil.example)",
        '<a href="mailto:thief@evil.example">press@agency.example</a>',
    ],
)
def test_an_address_is_the_one_that_is_printed(link: str) -> None:
    """A mail link that shows another address than it leads to gives what readers see, and `raw` shows both."""
    (contact,) = pressparse.parse(CONTACT.format(head=HEAD, address=link)).contacts
    (email,) = contact.emails
    assert (email.address, email.raw) == ("press@agency.example", link)


def test_a_link_is_where_it_leads() -> None:
    """A web link that shows another address than it leads to gives where it leads, and `raw` shows both."""
    link = "[www.agency.example](https://evil.example/)"
    (found,) = pressparse.parse(f"{HEAD}Read more at {link}.\n").links
    assert (found.url, found.raw) == ("https://evil.example/", link)


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "//evil.example"]
)
def test_links_lead_to_the_web_alone(target: str) -> None:
    """Of schemes only http and https make a link."""
    page = f'<!doctype html><main><h1>A probe</h1><p>5 May 2019</p><p><a href="{target}">More</a></p></main>'
    for release in (
        pressparse.parse(f"{HEAD}[More]({target})\n"),
        pressparse.parse_bytes(page.encode(), name="a.html"),
    ):
        assert release.links == ()


@pytest.mark.parametrize(
    "name", ["a..txt", "a\nb.txt", "-o.txt", "$(touch taken).txt", "a\u202etxt.txt", "~.txt", "con.txt"]
)
def test_names_of_files_stay_in_their_folder(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Whatever a release is called, its record is written into the folder that was named."""
    monkeypatch.chdir(tmp_path)
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / name).write_text(HEAD, "utf-8")
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert run("parse", "in", "-o", "out/", "--to", "json").status == 0
    (new,) = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert new.parent == tmp_path / "out"


def test_links_to_folders_are_not_followed(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of releases brings in nothing from elsewhere by a link to another folder."""
    monkeypatch.chdir(tmp_path)
    for folder in ("in", "elsewhere"):
        Path(folder).mkdir()
        Path(folder, "a.txt").write_text(HEAD, "utf-8")
    Path("in/link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert [row["source"] for row in run("parse", "in").rows] == ["in/a.txt"]


@pytest.mark.parametrize("document", ["in/../../a.txt", "in/b/../../../a.txt", "../a.txt", "/etc/a.txt", "in/.."])
def test_no_source_leads_out_of_the_folder(document: str) -> None:
    """The place of a record in its folder never climbs."""
    assert ".." not in place_of(document, ["in/*/../../a.txt", "in"]).parts[:-1]


PROFILE = """
name = "x"
title = "X"
[[references]]
name = "x-reference"
pattern = 'X (?P<number>\\d++) (?P<year>\\d{{4}})'
canonical = "{canonical}"
examples = ["X 1 2019"]
rejects = []
{more}
"""
TRICKS = [
    ("{number.__class__}", ""),
    ("{number!r}", ""),
    ("{number[0]}", ""),
    ("{number:>{year}}", ""),
    ("{number:999999999}", ""),
    ("{__import__}", ""),
    ("{number}", 'build = "os.system"'),
    ("{number}", 'import = "os"'),
]


@pytest.mark.parametrize(("canonical", "more"), TRICKS)
def test_profiles_run_no_code(tmp_path: Path, canonical: str, more: str) -> None:
    """A profile is data: its form of references pads numbers and no more, and keys that are not known are refused."""
    file = tmp_path / "x.toml"
    file.write_text(PROFILE.format(canonical=canonical, more=more), "utf-8")
    with pytest.raises(pressparse.ProfileError):
        pressparse.Parser(file)


def test_the_page_names_tests_that_exist() -> None:
    """Each test that docs/security.md points to is there."""
    named = re.findall(r"`(test_\w+)\.py::(test_\w+)`", PAGE.read_text("utf-8"))
    assert len(named) >= 15
    for module, function in named:
        source = Path(__file__).with_name(f"{module}.py").read_text("utf-8")
        assert f"def {function}(" in source, function
