"""Check that every installed package has a licence of the list below: `python tests/licences.py`."""

import re
import sys
from importlib.metadata import Distribution, distributions

# Those that let anybody use, change and sell; MPL-2.0 asks for changes of its own files only.
ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CNRI-Python",
    "ISC",
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "MPL-2.0",
    "PSF-2.0",
}
# What older metadata call them.
CALLED = {
    "apache": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd license": "BSD-3-Clause",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
}
# Where the metadata do not say it in these words.
BY_HAND = {
    "pypdfium2": "Apache-2.0 AND BSD-3-Clause",  # what PDFium brings along is told in its wheel
}


def licence_of(package: Distribution) -> str:
    """Return the licence of a package as an SPDX expression, or what it says in its place."""
    metadata = package.metadata
    classifiers = [
        line.rpartition(" :: ")[2] for line in metadata.get_all("Classifier") or [] if line.startswith("License :: ")
    ]
    by_hand = BY_HAND.get(package.name.lower())
    said = metadata.get_all("License-Expression") or ([by_hand] if by_hand else classifiers)
    names = said or metadata.get_all("License") or ["none is named"]
    return " AND ".join(CALLED.get(name.lower(), name) for name in names)


def is_allowed(expression: str) -> bool:
    """Return whether one of the choices that an SPDX expression gives is on the list with all its parts."""
    choices = re.split(r"\s+OR\s+", expression.replace("(", "").replace(")", ""))
    return any(all(part in ALLOWED for part in re.split(r"\s+AND\s+", choice)) for choice in choices)


def main() -> int:
    """Print each package with its licence; return whether one is not on the list."""
    found = {package.name: licence_of(package) for package in distributions()}
    refused = {name for name, licence in found.items() if not is_allowed(licence)}
    for name, licence in sorted(found.items(), key=lambda pair: pair[0].lower()):
        sys.stdout.write(f"{name}: {licence}{'   <- not on the list' if name in refused else ''}\n")
    return bool(refused)


if __name__ == "__main__":
    sys.exit(main())
