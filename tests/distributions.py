"""Check what would be published: `python tests/distributions.py FOLDER FOLDER`, two builds of a wheel and an sdist.

They have to be the same byte by byte, small, without tests, and with all the metadata that a reader of an index needs.
"""

import sys
import tarfile
import zipfile
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path, PurePosixPath

# Bytes; what it does needs them: without comments and docstrings the wheel would still have some 350,000.
LARGEST = {".whl": 460_000, ".gz": 400_000}
PACKAGE = "pressparse"
METADATA = (
    "Name",
    "Version",
    "Summary",
    "Keywords",
    "Author",
    "License-Expression",
    "License-File",
    "Classifier",
    "Requires-Python",
    "Requires-Dist",
    "Provides-Extra",
    "Description-Content-Type",
)


def names(path: Path) -> list[PurePosixPath]:
    """Return the files in the wheel or the sdist at `path`, without the sdist's own folder."""
    if path.suffix == ".whl":
        return [PurePosixPath(name) for name in zipfile.ZipFile(path).namelist()]
    with tarfile.open(path) as sdist:
        return [PurePosixPath(*PurePosixPath(name).parts[1:]) for name in sdist.getnames()]


def metadata(wheel: Path) -> Message:
    """Return the metadata of `wheel`."""
    with zipfile.ZipFile(wheel) as files:
        (name,) = (name for name in files.namelist() if name.endswith(".dist-info/METADATA"))
        return HeaderParser().parsestr(files.read(name).decode())


def complaints(first: Path, second: Path) -> list[str]:
    """Return what is wrong with a distribution that was built twice."""
    found = [] if first.read_bytes() == second.read_bytes() else ["the second build differs"]
    size = first.stat().st_size
    if size > LARGEST[first.suffix]:
        found.append(f"{size:,} bytes are more than {LARGEST[first.suffix]:,}")
    roots = {"src", "CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml", ".gitignore"}
    for name in names(first):
        root = name.parts[0]
        if {"tests", "seeds"} & set(name.parts) or name.match("test_*.py") or name.suffix == ".pyc":
            found.append(f"{name} does not belong there")
        elif first.suffix == ".gz" and root not in roots:
            found.append(f"{root} is nothing that the wheel is made of")
        elif first.suffix == ".whl" and root != PACKAGE and not root.endswith(".dist-info"):
            found.append(f"{root} is not the package")
    if first.suffix == ".whl":
        found += [f"there is no {key} in the metadata" for key in METADATA if not metadata(first).get_all(key)]
    return found


def distributions(folder: str) -> list[Path]:
    """Return the sdist and the wheel in `folder`."""
    (sdist,), (wheel,) = Path(folder).glob("*.tar.gz"), Path(folder).glob("*.whl")
    return [sdist, wheel]


def main(first: str, second: str) -> int:
    """Print the sizes and what is wrong; return how many distributions that concerns."""
    wrong = 0
    for one, other in zip(distributions(first), distributions(second), strict=True):
        said = complaints(one, other)
        about = f"{one.name}: {one.stat().st_size:,} bytes, {len(names(one))} files"
        sys.stdout.writelines(f"{line}\n" for line in (about, *said))
        wrong += bool(said)
    return wrong


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
