"""The JSON Schema against the model that it describes and the records that are printed."""

import json
import re
import types
import typing
from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs
import pytest
from golden import Case, corpus, seeds
from jsonschema import Draft202012Validator

import pressparse
from pressparse import model
from pressparse.diagnostics import SEVERITIES
from pressparse.evidence import Evidence

Json: TypeAlias = Any  # a JSON value

SCHEMA = pressparse.json_schema()
OWN = [value for value in vars(model).values() if attrs.has(value) and value.__module__ == model.__name__]
CLASSES = [value for value in OWN if value is not model.Failure]  # which stands beside records, not in them


def described(cls: type) -> dict[str, Json]:
    """Return the part of the schema that is about `cls`: `DateExpression` is `date_expression`."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()
    part: dict[str, Json] = SCHEMA if cls is model.Release else SCHEMA["$defs"][name]
    return part


def fields() -> Iterator[Any]:
    """Yield every field of every class with its type."""
    for cls in [*CLASSES, Evidence]:
        for name, hint in typing.get_type_hints(cls).items():
            yield pytest.param(cls, name, hint, id=f"{cls.__name__}.{name}")


def allows(part: Json, value: Json) -> bool:
    """Return whether `part` of the schema allows `value`."""
    return Draft202012Validator({**part, "$defs": SCHEMA["$defs"]}).is_valid(value)


def alternatives(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any type
    """Return the types that a union joins."""
    return (
        typing.get_args(hint)
        if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union
        else (hint,)
    )


def test_the_schema_is_a_schema() -> None:
    """Draft 2020-12 says how schemas are written."""
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("cls", [*CLASSES, Evidence], ids=lambda cls: cls.__name__)
def test_the_schema_has_the_keys_of_the_model(cls: type) -> None:
    """Every field is a property, in order, and required unless `to_dict` may leave it out."""
    part = described(cls)
    names = [field.name for field in attrs.fields(cls)]
    assert list(part["properties"]) == names
    assert part["required"] == [name for name in names if (cls, name) != (model.Release, "text")]
    assert "additionalProperties" not in part


@pytest.mark.parametrize(("cls", "name", "hint"), list(fields()))
def test_the_schema_allows_what_the_model_allows(cls: type, name: str, hint: Any) -> None:  # noqa: ANN401 - any type
    """Null, the choices, and the kind of value agree."""
    part = described(cls)["properties"][name]
    kinds = alternatives(hint)
    assert allows(part, None) == (type(None) in kinds)
    for kind in kinds:
        if typing.get_origin(kind) is typing.Literal:
            assert set(part["enum"]) - {None} == set(typing.get_args(kind))
        elif typing.get_origin(kind) is tuple:
            assert allows(part, []), "an array"
            assert not allows(part, [None])
    assert allows(part, 7) == (int in kinds)
    assert not allows(part, 1.5)


def test_every_property_is_described() -> None:
    """The schema is documentation too."""
    for part in [SCHEMA, *SCHEMA["$defs"].values()]:
        assert part["description"]
        for name, value in part.get("properties", {}).items():
            assert "description" in value or value.get("$ref") in {"#/$defs/span", "#/$defs/evidence_map"}, name


@pytest.mark.parametrize("case", [*seeds(), *corpus()], ids=lambda case: case.name)
def test_records_are_valid(case: Case) -> None:
    """What `to_dict` returns is what the schema describes, with and without the text."""
    release = pressparse.parse(case.text)
    for record in (release.to_dict(), release.to_dict(text=False)):
        Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(record)


@pytest.mark.parametrize("code", SEVERITIES)
def test_codes_are_valid(code: str) -> None:
    """Every code that a record may carry keeps the schema's pattern."""
    assert allows(SCHEMA["$defs"]["diagnostic"]["properties"]["code"], code)


def test_the_schema_survives_json() -> None:
    """It is printed by `pressparse schema`."""
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
