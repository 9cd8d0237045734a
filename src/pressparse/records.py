"""Records as JSON values and back, with cattrs. Knows how single values are written, not which keys a record has."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import cache
from types import GenericAlias
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
from cattrs import BaseValidationError, Converter, transform_error
from cattrs.gen import make_dict_structure_fn

from pressparse.errors import RecordError
from pressparse.evidence import Evidence, EvidenceMap
from pressparse.text import Span

T = TypeVar("T")
Json = Any  # whatever stands in the JSON
Structure = Callable[[Json, Any], T]

_LONGEST_SHOWN = 150
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MINUTE = re.compile(_DAY.pattern + r"T\d\d:\d\d(?:[+-]\d\d:\d\d)?")


def unstructure(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any attrs value
    """Return the frozen `value` as dictionaries, lists, strings, numbers and `None`."""
    record: dict[str, Any] = _converter().unstructure(value)
    return record


def structure(record: Mapping[str, Any], cls: type[T], version: str) -> T:
    """Return `record` as a `cls`; raises `RecordError`, with paths, for bad values and another major version."""
    if not isinstance(record, Mapping):
        msg = f"$: {_unwanted('an object', record)}"
        raise RecordError(msg)
    found = record.get("schema_version")
    major = version.partition(".")[0]
    if not isinstance(found, str) or found.partition(".")[0] != major:
        msg = f"$.schema_version: this version reads records of schema {major}.x, not {shown(found)}"
        raise RecordError(msg)
    try:
        return _converter().structure({"text": None, **record}, cls)
    except BaseValidationError as error:
        raise RecordError("; ".join(map(_path_first, transform_error(error, format_exception=_explained)))) from None


@cache
def _converter() -> Converter:
    converter = Converter()
    converter.register_unstructure_hook(Span, list)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(dt.datetime, lambda moment: moment.isoformat(timespec="minutes"))
    converter.register_unstructure_hook(dt.date | dt.datetime | None, converter.unstructure)
    converter.register_unstructure_hook(
        EvidenceMap, lambda evidence: {name: converter.unstructure(value) for name, value in evidence.pairs}
    )
    converter.register_structure_hook_factory(attrs.has, lambda cls: _object(converter, cls))
    converter.register_structure_hook_factory(_is_array, lambda cls: _array(converter, cls))
    converter.register_structure_hook_factory(_is_choice, _choice)
    converter.register_structure_hook(str, _scalar(str, "a string"))
    converter.register_structure_hook(int, _scalar(int, "a whole number"))
    converter.register_structure_hook(Span, _span)
    converter.register_structure_hook(dt.date, _day)
    converter.register_structure_hook(dt.date | dt.datetime | None, _moment)
    converter.register_structure_hook(EvidenceMap, lambda value, _: _evidence(converter, value))
    return converter


def _object(converter: Converter, cls: type[T]) -> Structure[T]:
    build = make_dict_structure_fn(cls, converter)

    def check(value: Json, _: object) -> T:
        if not isinstance(value, Mapping):
            raise TypeError(_unwanted("an object", value))
        return build(value, cls)

    return check


def _is_array(cls: Any) -> bool:  # noqa: ANN401 - cattrs asks for every type
    return get_origin(cls) is tuple


def _array(converter: Converter, cls: Any) -> Structure[tuple[Any, ...]]:  # noqa: ANN401 - a generic alias
    as_list: Any = GenericAlias(list, get_args(cls)[:1])  # of a list cattrs says which item is wrong, not of a tuple

    def check(value: Json, _: object) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise TypeError(_unwanted("an array", value))
        return tuple(converter.structure(value, as_list))

    return check


def _is_choice(cls: Any) -> bool:  # noqa: ANN401 - cattrs asks for every type
    return get_origin(cls) is Literal


def _choice(cls: Any) -> Structure[Any]:  # noqa: ANN401 - a Literal
    choices = get_args(cls)

    def check(value: Json, _: object) -> Json:
        if value not in choices:
            raise ValueError(_unwanted(f"one of {', '.join(choices)}", value))
        return value

    return check


def _scalar(kind: type[T], name: str) -> Structure[T]:
    def check(value: Json, _: object) -> T:
        if not isinstance(value, kind) or isinstance(value, bool):
            raise TypeError(_unwanted(name, value))
        return value

    return check


def _span(value: Json, _: object) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start <= end and not {type(start), type(end)} & {bool}:
            return Span(start, end)
    raise ValueError(_unwanted("a span [start, end]", value))


def _day(value: Json, _: object) -> dt.date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError(_unwanted("a date YYYY-MM-DD", value))
    return dt.date.fromisoformat(value)


def _moment(value: Json, _: object) -> dt.date | dt.datetime | None:
    if value is None:
        return None
    if isinstance(value, str) and _MINUTE.fullmatch(value):
        return dt.datetime.fromisoformat(value)
    return _day(value, _)


def _evidence(converter: Converter, value: Json) -> EvidenceMap:
    if not isinstance(value, Mapping):
        raise TypeError(_unwanted("an object", value))
    return EvidenceMap(tuple(converter.structure(value, dict[str, Evidence]).items()))


def _unwanted(wanted: str, value: object) -> str:
    return f"{wanted} is wanted here, not {shown(value)}"


def shown(value: object) -> str:
    """Return how messages show `value`, cut short."""
    try:
        return repr(value)[:_LONGEST_SHOWN]
    except (RecursionError, ValueError):  # a thousand lists inside of each other, a number of thousands of digits
        return f"such {type(value).__name__}"


def _explained(error: BaseException, _: type | None) -> str:
    return "this key is missing" if isinstance(error, KeyError) else str(error)


def _path_first(message: str) -> str:
    what, _, where = message.rpartition(" @ ")
    return f"{where}: {what}"
