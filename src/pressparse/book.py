"""What a parser knows beside what pressparse ships, and what has been made of it all.

Words, rules and profiles are data. Patterns and tables are made of them on first use and live as long as their book.
The functions that make them are `per_book`: rules deep inside ask for a table without saying whose, since it is that of
the parse which is running. A book is open for one thread or task at a time, and nobody else sees it.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeAlias, TypeVar, cast

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pressparse.explain.case import Trace
    from pressparse.profiles import Profile
    from pressparse.rules import Rule

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
    """Keep what a function returns, for each book apart: the last `maxsize` answers, or all of them.

    It takes its arguments by their places.
    """

    def decorate(make: Callable[P, T]) -> Callable[P, T]:
        def opened() -> Callable[..., T]:
            made = _OPEN.get().made
            return made.get(make) or made.setdefault(make, lru_cache(maxsize)(make))

        @wraps(make)
        def kept(*args: Any) -> T:  # noqa: ANN401 - those of `make`, as the signature outside says
            made = _OPEN.get().made  # what `opened` does, without its call: this runs a hundred times for a release
            try:
                cached = made[make]
            except KeyError:
                cached = opened()
            answer: T = cached(*args)
            return answer

        kept.opened = opened  # type: ignore[attr-defined]  # see the function `opened`
        return cast("Callable[P, T]", kept)

    return decorate


def opened(kept: Callable[P, T]) -> Callable[P, T]:
    """Return the `per_book` function `kept` as the open book has it: for loops, which then need not ask whose it is."""
    function: Callable[P, T] = kept.opened()  # type: ignore[attr-defined]  # what `per_book` gives it
    return function
