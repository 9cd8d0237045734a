"""The row that stands for a document of a run that failed, beside the releases that did not."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import attrs

from pressparse.errors import PressparseError, RecordError
from pressparse.model import Release

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Failure:
    """A document that failed: its path or name, the digest of its bytes if there were any, and what went wrong."""

    source: str | None
    digest: str | None
    code: str
    message: str

    @classmethod
    def of(cls, error: PressparseError, source: str | None) -> "Failure":
        """Return what stands for the document `source`, for which `error` was raised."""
        digest: str | None = getattr(error, "digest", None)  # only an error about bytes has one
        return cls(source=source, digest=digest, code=error.code, message=str(error))

    def to_dict(self) -> dict[str, Any]:
        """Return the row as JSON values."""
        return {
            "source": self.source,
            "digest": self.digest,
            "error": {"code": self.code, "message": self.message},
        }

    @classmethod
    def from_dict(cls, row: object) -> "Failure":
        """Return the failure that `row`, JSON values, stands for; raises `RecordError` for anything else."""
        match row:
            case {
                "source": str() | None as source,
                "digest": str() | None as digest,
                "error": {"code": str(code), "message": str(message)},
            }:
                return cls(source=source, digest=digest, code=code, message=message)
        from pressparse.records import shown  # noqa: PLC0415 - brings cattrs, for this message alone

        msg = f"$: the row of a failed document is wanted here, not {shown(row)}"
        raise RecordError(msg)


Row = Release | Failure


def rows_in(given: Iterable[T], taker: str, *kinds: type[Any]) -> Iterator[T]:
    """Yield what `taker` was given; raises `TypeError`, naming it, for what is none of `kinds`."""
    for row in given:
        if not isinstance(row, kinds):
            wanted = " and ".join(f"{kind.__name__}s" for kind in kinds)
            msg = f"{taker} takes {wanted}, not {type(row).__name__}"
            raise TypeError(msg)
        yield row
