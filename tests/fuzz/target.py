"""What atheris runs: one target of the table, on data that it changes so that they reach code that none reached.

    python tests/fuzz/target.py NAME FOUND CORPUS [options of libFuzzer]

A finding does not end a run: its data and its traceback go into the folder FOUND, once for each place in the code.
"""

import hashlib
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from zlib import crc32

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]  # the session installs it

sys.path.insert(0, str(Path(__file__).parents[1]))

# What surrounds the parser and no target runs.
AROUND = {"__main__", "arrow", "batch", "cli", "commands", "exports", "review", "testing"}
# Compiling patterns with new words takes a second: one file of so many is parsed with.
SELDOM = 100

with atheris.instrument_imports(include=["pressparse", "email", "tomllib"]):
    import pressparse

    # Modules that are imported on first use would be left out.
    for module in walk_packages(pressparse.__path__, "pressparse."):
        if module.name.split(".")[1] not in AROUND:
            import_module(module.name)
    import promises
    from promises import FINDERS, finds, keeps_promises

from spoiling import spoiled_record  # noqa: E402 - what is not instrumented comes after what is


def as_text(data: bytes) -> str:
    """Return `data` as UTF-8; what is none becomes lone surrogates, which a `str` may hold."""
    return data.decode("utf-8", "surrogateescape")


def parse(data: bytes) -> None:
    """Parse a text and hold its record against all promises."""
    keeps_promises(as_text(data))


def finders(data: bytes) -> None:
    """Search a text with every finder."""
    text = as_text(data)
    for find in FINDERS:
        finds(find, text)


def document(name: str | None) -> Callable[[bytes], None]:
    """Return the target that reads documents of that `name`."""

    def read(data: bytes) -> None:
        promises.reads_or_refuses(data, name)

    return read


def record(data: bytes) -> None:
    """Load a golden record with a few values changed, as `data` says."""
    given = atheris.FuzzedDataProvider(data)
    promises.loads_or_refuses(spoiled_record(lambda less: given.ConsumeIntInRange(0, less - 1)))


def words(data: bytes) -> None:
    """Read words, and sometimes parse with them."""
    parser = promises.words_are_read_or_refused(data)
    if parser and crc32(data) % SELDOM == 0:
        promises.no_field_fails(parser.parse(promises.SAMPLE))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "parse": parse,
    "finders": finders,
    "bytes": document(None),
    "html": document("x.html"),
    "mail": document("x.eml"),
    "pdf": document("x.pdf"),
    "record": record,
    "profile": promises.profile_reads_or_refuses,
    "words": words,
}


def keeping(run: Callable[[bytes], None], found: Path) -> Callable[[bytes], None]:
    """Return `run`, but that what it raises is written into the folder `found`."""

    def one(data: bytes) -> None:
        try:
            run(data)
        except Exception as error:  # noqa: BLE001 - whatever escapes is a finding
            frames = [
                f"{Path(one.filename).name}:{one.name}:{one.lineno}"
                for one in traceback.extract_tb(error.__traceback__)
            ]
            key = hashlib.sha256(" ".join([type(error).__name__, *frames[-2:]]).encode()).hexdigest()[:12]
            if not (found / key).exists():
                (found / key).write_bytes(data)
                (found / f"{key}.txt").write_text(traceback.format_exc(), "utf-8", "backslashreplace")

    return one


def main() -> None:
    """Run one target until libFuzzer's options end it."""
    name, found, *options = sys.argv[1:]
    folder = Path(found)
    folder.mkdir(parents=True, exist_ok=True)
    atheris.Setup([sys.argv[0], *options], keeping(TARGETS[name], folder))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
