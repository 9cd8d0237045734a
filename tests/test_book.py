"""Books: what a parse reads by, seen by that parse alone, and what was made of it kept."""

import contextvars
from concurrent.futures import ThreadPoolExecutor

import pytest

from pressparse.book import Book, open_book, opened, per_book, reading

CALLS: list[str] = []


@per_book()
def greeting(name: str) -> str:
    """Return a greeting in the words of the open book."""
    CALLS.append(name)
    return f"{next(iter(open_book().words), 'hello')} {name}"


@per_book(1)
def shout(name: str) -> str:
    """Return `name` in capitals; the last answer is kept."""
    CALLS.append(name)
    return name.upper()


def test_an_answer_is_kept_in_its_book() -> None:
    """Each book has its own; another one never sees it."""
    CALLS.clear()
    one, other = Book(words={"ahoy": {}}), Book()
    with reading(one):
        assert (greeting("a"), greeting("a")) == ("ahoy a",) * 2
        with reading(other):
            assert greeting("a") == "hello a"
        assert greeting("a") == "ahoy a"
    assert CALLS == ["a", "a"]
    assert len(one.made) == len(other.made) == 1


def test_a_loop_may_ask_for_its_book_once() -> None:
    """The function that it gets is that of the book which was open then, with the same answers."""
    CALLS.clear()
    with reading(Book(words={"ahoy": {}})):
        greet = opened(greeting)
        assert [greet("a"), greeting("a"), opened(greeting)("a")] == ["ahoy a"] * 3
    assert greet("a") == "ahoy a"
    assert CALLS == ["a"]


def test_only_so_many_answers_are_kept() -> None:
    """The last ones."""
    CALLS.clear()
    with reading(Book()):
        assert [shout(name) for name in "aaba"] == ["A", "A", "B", "A"]
    assert CALLS == ["a", "b", "a"]


def test_a_book_is_closed_whatever_happens() -> None:
    """What was open before is open again."""
    before = open_book()
    with pytest.raises(AssertionError), reading(Book()):
        assert open_book() is before
    assert open_book() is before


def test_another_thread_has_its_own() -> None:
    """A book is open where it was opened; a copied context takes it along."""
    book = Book()
    with reading(book), ThreadPoolExecutor(1) as pool:
        assert pool.submit(open_book).result() is not book
        assert pool.submit(contextvars.copy_context().run, open_book).result() is book


def test_books_are_told_apart_by_identity() -> None:
    """Two that say the same are two: what was made of one goes with it."""
    assert Book() != Book()
    assert "made" not in repr(Book())
