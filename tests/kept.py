"""What users rely on, kept as files: `python tests/kept.py` writes the snapshots of this version in `tests/kept/`.

It refuses where the version or the changelog has to say something first. tests/test_kept.py compares.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import griffe

import pressparse

ROOT = Path(__file__).parents[1]
NAMES = ROOT / "tests" / "kept" / "names"
SCHEMAS = ROOT / "tests" / "kept" / "schemas"
RECORDS = ROOT / "tests" / "kept" / "records"
MODULES = ("pressparse", "pressparse.exports", "pressparse.testing")
_UNTOLD = {"__attrs_post_init__", "__reduce__", "__repr__"}  # how, not what
_SECTION = re.compile(r"(?ms)^## (\S+) ([^\n]*)\n(.*?)(?=^## |\Z)")


@attrs.frozen
class Section:
    """What the changelog says of a version."""

    version: str
    released: bool
    text: str


def changelog(text: str) -> list[Section]:
    """Return the sections of a changelog, newest first."""
    return [Section(name, "not yet released" not in rest, said) for name, rest, said in _SECTION.findall(text)]


def public_names() -> dict[str, str]:
    """Return for each public name what it is: signature, bases, attributes, as the source has them."""
    return {
        f"{module}.{name}": "\n".join(_described(f"{module}.{name}", _source_of(module, name)))
        for module in MODULES
        for name in sorted(import_module(module).__all__)
    }


@cache
def _sources() -> griffe.Module:
    package = griffe.load("pressparse", search_paths=[Path(str(pressparse.__file__)).parents[1]])
    assert isinstance(package, griffe.Module)
    return package


def _source_of(module: str, name: str) -> griffe.Object | None:
    """Return the definition of a name that may be loaded on first use; None for what no source defines."""
    if name == "__version__":
        return None
    homes: dict[str, Any] = vars(import_module(module)).get("_HOMES", {})
    home = next((key for key, names in homes.items() if isinstance(names, tuple) and name in names), homes.get(name))
    found = _sources()[".".join([*module.split(".")[1:], *([str(home)] if home else []), name])]
    return found.final_target if isinstance(found, griffe.Alias) else found


def _described(path: str, source: griffe.Object | None) -> Iterator[str]:
    match source:
        case griffe.Function():
            yield path.removesuffix(source.name) + str(source.signature(return_type=True))
        case griffe.Class():
            decorators = [f" @{decorator.value}" for decorator in source.decorators]
            yield f"{path}({', '.join(map(str, source.bases))}){''.join(decorators)}"
            for name, member in source.all_members.items():
                if name not in _UNTOLD and (not name.startswith("_") or name.endswith("__")):
                    yield f"    {_member(member)}"
        case griffe.Attribute():
            yield f"{path} = {source.value}"
        case _:
            yield path


def _member(member: griffe.Object | griffe.Alias) -> str:
    target = member.final_target if isinstance(member, griffe.Alias) else member
    if isinstance(target, griffe.Function):
        return str(target.signature(return_type=True))
    assert isinstance(target, griffe.Attribute)
    value = "" if target.value is None else str(target.value)
    if value.startswith("attrs.field(") and not re.search("default=|factory=", value):
        value = ""  # how a field is printed or converted is no promise
    return target.name + (f": {target.annotation}" if target.annotation else "") + (f" = {value}" if value else "")


def text_of(names: dict[str, str]) -> str:
    """Return the snapshot of `names`."""
    return "\n".join(f"{said}\n" for said in names.values())


def names_of(text: str) -> dict[str, str]:
    """Return the names that a snapshot holds."""
    return {re.split(r"[( ]", said, maxsplit=1)[0]: said for said in text.strip().split("\n\n") if said}


def missing(section: Section, last: dict[str, str], now: dict[str, str]) -> list[str]:
    """Return the names that changed since the last release without a word of it in the changelog."""
    changed = [name for name in last.keys() | now.keys() if last.get(name) != now.get(name)]
    return sorted(name for name in changed if f"`{name.rpartition('.')[2]}" not in section.text)


def snapshot(version: str) -> Path:
    """Return where the names of `version` are kept."""
    return NAMES / f"{version}.txt"


def kept_schema(version: str) -> Path:
    """Return where the JSON Schema of the records' `version` is kept."""
    return SCHEMAS / f"release-{version}.schema.json"


def schema_text() -> str:
    """Return the JSON Schema as it is kept."""
    return json.dumps(pressparse.json_schema(), ensure_ascii=False, indent=1) + "\n"


def refusals(section: Section, last: dict[str, str] | None) -> list[str]:
    """Return why the snapshots cannot be renewed; `last` are the names of the last release, if there is one."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    version = re.sub(r"\.?(?:a|b|rc|dev).*", "", project["version"])
    if section.version != version:
        return [f"the newest section of CHANGELOG.md is about {section.version}, not {version}"]
    if section.released:
        return [f"{version} is released: raise the version in pyproject.toml and begin its section in CHANGELOG.md"]
    if last is None:
        return []
    changed = missing(section, last, public_names())
    said = [f"{name} changed since the last release, and CHANGELOG.md does not say so" for name in changed]
    if f"SCHEMA_VERSION = '{pressparse.SCHEMA_VERSION}'" in text_of(last) and schema_changed():
        said.append(f"schema {pressparse.SCHEMA_VERSION} is released: raise SCHEMA_VERSION in model.py")
    return said


def schema_changed() -> bool:
    """Return whether the JSON Schema is another one than the kept one of its version."""
    path = kept_schema(pressparse.SCHEMA_VERSION)
    return not path.exists() or path.read_text("utf-8") != schema_text()


def last_release(sections: list[Section]) -> dict[str, str] | None:
    """Return the names of the newest released version."""
    return next((names_of(snapshot(it.version).read_text("utf-8")) for it in sections if it.released), None)


def main() -> int:
    """Write the snapshots, or say why not."""
    newest, *older = changelog((ROOT / "CHANGELOG.md").read_text("utf-8"))
    said = refusals(newest, last_release(older))
    if said:
        sys.stderr.writelines(f"{line}\n" for line in said)
        return 1
    snapshot(newest.version).write_text(text_of(public_names()), "utf-8")
    kept_schema(pressparse.SCHEMA_VERSION).write_text(schema_text(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
