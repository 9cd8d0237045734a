"""What atheris begins with, made anew for every run: seeds, corpus, documents, samples, profiles and words."""

import json
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from random import Random

from golden import corpus
from golden import seeds as real_releases

from pressparse.profiles import known_profiles
from pressparse.testing.samples import blocks, values
from pressparse.words import merged_tables, shipped_subjects

TESTS = Path(__file__).parents[1]
DATA = Path(str(files("pressparse"))) / "data"
# Held-out releases are only scored.
CASES = [case for case in (*real_releases(), *corpus()) if not case.held_out]
MADE = 40  # samples of each kind
HOSTILE = (
    "\ufeff\x00\u202eab\u2066\u200b\u2028\u2029\x85\v\f\r\n",
    "I\u0307stanbul İıſK ﬁ ﬀ e\u0301\u0323 \U0001d7d9\U0001d7da ٥ مايو ٢٠٢٤ 12 5 ＭＡＹ",
    "а.b@сnes.fr \U0001f680 \ud83d +33 (0)1 44 76 74 04 ext. ١٢",
)
MARKS = (
    "**",
    "# ",
    "- ",
    "« ",
    " »",
    "“",
    "”",
    "](",
    "mailto:",
    "tel:",
    "http://",
    "\n\n",
    "\r\n",
    "\t",
    "|",
    "###",
    "-end-",
    "@",
    "<b>",
)


def texts() -> Iterator[str]:
    """Yield releases, and texts of every field."""
    for case in CASES:
        yield case.text
    random = Random(0)  # noqa: S311 - no secret
    rules = tuple(rule for profile in known_profiles() for rule in profile.references)
    for _ in range(MADE):
        yield blocks.draw(random, complete=False).text
        yield values.draw_phone(random).text
        yield values.draw_reference(random, rules=rules).text
        for language in ("en", "fr"):
            yield values.draw_date(random, language=language).text
    yield from HOSTILE


def pages() -> Iterator[bytes]:
    """Yield web pages, those kept as files and each release as one."""
    yield from contents(TESTS / "formats" / "html", ".html", ".htm")
    for case in CASES:
        body = "".join(f"<p>{part}</p>\n" for part in case.text.split("\n\n"))
        yield f"<!doctype html><title>x</title><main><h1>y</h1>{body}</main>".encode()


def mails() -> Iterator[bytes]:
    """Yield mails, those kept as files and each release as one."""
    yield from contents(TESTS / "formats" / "mail", ".eml")
    for case in CASES:
        yield b"From: a@b.fr\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n" + case.text.encode()


def contents(folder: Path, *endings: str) -> Iterator[bytes]:
    """Yield the bytes of the files in `folder` that end so."""
    return (path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix in endings)


def words() -> Iterator[bytes]:
    """Yield files of words, and each table of the shipped ones under its subject."""
    for path in sorted((DATA / "words").rglob("*.toml")):
        for table, known in tomllib.loads(path.read_text("utf-8")).items():
            some = list(known)[:3]
            shown = json.dumps(
                dict.fromkeys(some, known[some[0]]) if isinstance(known, dict) else some, ensure_ascii=False
            )
            inline = shown.replace('": ', '" = ') if isinstance(known, dict) else shown
            yield f'["{path.parent.name}/{path.stem}"]\n{table} = {inline}\n'.encode()


def starting(target: str) -> Iterator[bytes]:
    """Yield the data that `target` begins with."""
    match target:
        case "parse" | "finders":
            yield from (text.encode("utf-8", "surrogatepass") for text in texts())
        case "bytes":
            for text in texts():
                yield text.encode("utf-8", "replace")
                yield text.encode("cp1252", "replace")
                yield text.encode("utf-16", "replace")
            yield from (*list(pages())[:20], *list(mails())[:20])
        case "html":
            yield from pages()
        case "mail":
            yield from mails()
        case "pdf":
            yield from drawings()
        case "record":
            yield from (bytes(range(start, start + 64)) for start in range(0, 192, 4))
        case "profile":
            yield from contents(DATA / "profiles", ".toml")
        case "words":
            yield from words()


def drawings() -> Iterator[bytes]:
    """Yield small PDF files: uncompressed, since what is changed in a compressed stream is only damaged."""
    from pdf_drawings import Dot, Words, pdf_of  # noqa: PLC0415 - needs what only tests of PDF need

    for case in CASES[:40]:
        lines = [line for line in case.text.splitlines() if line.strip()][:12]
        printed = [Words(60 + 250 * (at % 2), 780 - 40 * (at // 2), line[:60]) for at, line in enumerate(lines)]
        yield pdf_of([*printed, Dot(50, 700)])
    yield from contents(TESTS / "formats" / "pdf", ".pdf")


def tokens() -> list[str]:
    """Return the words of all vocabularies, and marks: what libFuzzer puts in."""
    known = {word for subject in shipped_subjects() for table in merged_tables(subject).values() for word in table}
    return sorted(known) + list(MARKS)


def write_dictionary(path: Path) -> None:
    """Write the tokens as libFuzzer's dictionary."""
    lines = ("".join(f"\\x{byte:02x}" for byte in token.encode()) for token in tokens())
    path.write_text("".join(f'"{line}"\n' for line in lines), "ascii")


def write_corpus(target: str, folder: Path) -> None:
    """Write what `target` begins with into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(starting(target)):
        (folder / f"start-{number:04}").write_bytes(data)
