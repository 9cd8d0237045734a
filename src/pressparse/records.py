"""Records as JSON values and back, with cattrs. Knows how single values are written, not which keys a record has."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from cattrs import BaseValidationError, Converter, transform_error

from pressparse.errors import RecordError
from pressparse.evidence import Evidence, EvidenceMap
from pressparse.text import Span

T = TypeVar("T")
_SPAN_LENGTH = 2


def unstructure(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any attrs value
    """Return the frozen `value` as dictionaries, lists, strings, numbers and `None`."""
    record: dict[str, Any] = _converter().unstructure(value)
    return record


def structure(record: Mapping[str, Any], cls: type[T], version: str) -> T:
    """Return `record` as a `cls`; raises `RecordError` for bad values and for another major version than `version`'s."""
    if not isinstance(record, Mapping):
        msg = f"a record is a JSON object, not {_described(record)}"
        raise RecordError(msg)
    found = record.get("schema_version")
    major = version.split(".", maxsplit=1)[0]
    if not isinstance(found, str) or found.split(".", maxsplit=1)[0] != major:
        msg = f"$.schema_version: this version reads records of schema {major}.x, not {found!r}"
        raise RecordError(msg)
    try:
        return _converter().structure({"text": None, **record}, cls)
    except BaseValidationError as error:
        raise RecordError("; ".join(transform_error(error, format_exception=_explained))) from None


@cache
def _converter() -> Converter:
    converter = Converter()
    converter.register_unstructure_hook(Span, list)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(dt.datetime, _minutes)
    converter.register_unstructure_hook(dt.date | dt.datetime | None, converter.unstructure)
    converter.register_unstructure_hook(
        EvidenceMap, lambda evidence: {name: converter.unstructure(value) for name, value in evidence.pairs}
    )
    for kind in (str, int):
        converter.register_structure_hook(kind, _strict(kind))
    converter.register_structure_hook(Span, _span)
    converter.register_structure_hook(dt.date, lambda value, _: dt.date.fromisoformat(value))
    converter.register_structure_hook(dt.date | dt.datetime | None, lambda value, _: _moment(value))
    converter.register_structure_hook(
        EvidenceMap,
        lambda record, _: EvidenceMap(tuple(converter.structure(record, dict[str, Evidence]).items())),
    )
    converter.register_structure_hook_factory(_is_sequence, lambda cls: _sequence(converter, cls))
    return converter


def _minutes(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _strict(kind: type[T]) -> Callable[[Any, Any], T]:
    def check(value: Any, _: Any) -> T:  # noqa: ANN401 - whatever stands in the JSON
        if not isinstance(value, kind) or isinstance(value, bool):
            msg = f"{_NAMES[kind]} is wanted here, not {_described(value)}"
            raise TypeError(msg)
        return value

    return check


def _span(value: Any, _: Any) -> Span:  # noqa: ANN401 - whatever stands in the JSON
    match value:
        case [int(start), int(end)] if 0 <= start <= end:
            return Span(start, end)
    msg = f"a span [start, end] is wanted here, not {value!r}"
    raise ValueError(msg)


def _moment(value: str | None) -> dt.date | dt.datetime | None:
    if value is None:
        return None
    return dt.datetime.fromisoformat(value) if "T" in value else dt.date.fromisoformat(value)


def _is_sequence(cls: Any) -> bool:  # noqa: ANN401 - cattrs asks for every type
    return get_origin(cls) is tuple


def _sequence(converter: Converter, cls: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401 - a generic alias
    as_list = list[get_args(cls)[0]]  # type: ignore[misc]  # built at run time, for cattrs alone

    def build(value: Any, _: Any) -> Any:  # noqa: ANN401 - whatever stands in the JSON
        if not isinstance(value, list | tuple):
            msg = f"an array is wanted here, not {_described(value)}"
            raise TypeError(msg)
        return tuple(converter.structure(value, as_list))

    return build


_NAMES: dict[type, str] = {str: "a string", int: "a whole number"}


def _described(value: object) -> str:
    return f"{type(value).__name__} {value!r}"[:80]


def _explained(error: BaseException, _: type | None) -> str:
    return f"required key {error} is missing" if isinstance(error, KeyError) else str(error)
