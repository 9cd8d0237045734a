"""What a parser knows beside what pressparse ships, and what has been made of it all.

Words, rules and profiles are data. Patterns and tables are made of them on first use and live as long as their book.
The functions that make them are `per_book`: rules deep inside ask for a table without saying whose, since it is that of
the parse which is running. A book is open for one thread or task at a time, and nobody else sees it.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeAlias, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pressparse.profiles import Profile
    from pressparse.rules import Rule
    from pressparse.tracing import Trace

P = ParamSpec("P")
T = TypeVar("T")

# By subject (`contacts`, or `fr/contacts` for one language) and table: words with their meanings, `None` to forget one.
Words: TypeAlias = "Mapping[str, Mapping[str, Mapping[str, str | int | bool | None]]]"


@attrs.define(frozen=True, kw_only=True, eq=False)
class Book:
    """Words, rules and profiles added to those that are shipped, and the names of rules and profiles left `without`.

    Without `plugins` it has nothing of what other packages add.
    `made` keeps what `per_book` functions made of them; `trace`, if there is one, is told what every rule does.
    """

    words: Words = attrs.field(factory=dict)
    rules: tuple[Rule[Any], ...] = ()
    profiles: tuple[Profile, ...] = ()
    without: frozenset[str] = frozenset()
    plugins: bool = True
    trace: Trace | None = None
    made: dict[Callable[..., Any], Callable[..., Any]] = attrs.field(factory=dict, init=False, repr=False)


_OPEN: ContextVar[Book] = ContextVar("book", default=Book())  # noqa: B039 - a book is frozen, what it made is a cache


def open_book() -> Book:
    """Return the book of the parse that is running; outside of any the one without additions."""
    return _OPEN.get()


@contextmanager
def reading(book: Book) -> Iterator[None]:
    """Open `book` for what runs inside."""
    token = _OPEN.set(book)
    try:
        yield
    finally:
        _OPEN.reset(token)


def per_book(maxsize: int | None = None) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep what a function returns, for each book apart: the last `maxsize` answers, or all of them."""

    def decorate(make: Callable[P, T]) -> Callable[P, T]:
        current = _OPEN.get

        @wraps(make)
        def kept(*args: P.args, **kwargs: P.kwargs) -> T:
            made = current().made
            cached = made.get(make)
            if cached is None:
                cached = made.setdefault(make, lru_cache(maxsize)(make))
            answer: T = cached(*args, **kwargs)
            return answer

        return kept

    return decorate
