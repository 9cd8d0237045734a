"""What an explanation tells beside the rule: what else matched, the words behind a value, how cells were joined."""

from collections.abc import Iterator, Sequence

import regex

from pressparse.cells import read_cells
from pressparse.contacts import joins_in
from pressparse.contacts.spelling import spelled
from pressparse.explain.case import Case, Found, Try, meet
from pressparse.explain.reasons import CHOICES, JOINS, TABLES
from pressparse.explanations import Candidate
from pressparse.lexicon import label_before, phrase, words_of
from pressparse.lines import Line
from pressparse.model import Contact
from pressparse.phones import Number
from pressparse.rules import Failed, words_of_table
from pressparse.text import Span
from pressparse.words import Meaning, fold, merged_vocabulary

_SCALARS = (*CHOICES, "embargo", "kicker")
_LISTS = regex.compile(r"\\L<(\w+)>")
_PIECES = regex.compile(r"[\w'’-]+")
# Values of contacts and quotes that are told by the words in them.
_TOLD_BY_WORDS = ("name", "role", "organization", "speaker")


def tries_of(case: Case) -> list[tuple[Span, Try]]:
    """Return what the rules of the field's tables matched in the text, and where."""
    tables = next((TABLES[name] for name in reversed(case.names) if name in TABLES), ())
    return [
        (span, tried)
        for table in tables
        for tried in case.trace.tries
        if tried.table == table
        for span in case.spans(tried)
    ]


def own_tries(tries: Sequence[tuple[Span, Try]], found: Found | None) -> list[Try]:
    """Return those of `tries` by which the value was taken."""
    return [tried for span, tried in tries if found and tried.rule.name == found.rule and meet(span, found.span)]


def candidates(case: Case, tries: Sequence[tuple[Span, Try]], own: Sequence[Try]) -> Iterator[Candidate]:
    """Yield what else matched: of a list's item at its own place, of what is missing in it, of a scalar anywhere."""
    if not tries or (case.missing and case.owner and case.names[-1] not in TABLES):
        return  # no rule reads that, or that part alone
    scalar, found = case.names[0] in _SCALARS, case.found()
    within = found.span if found and not scalar else case.owner
    items = [item.span for item in case.value] if type(case.value) is tuple else []
    done: set[tuple[Span, str, str]] = set()
    for span, tried in tries:
        key = (span, tried.table, tried.rule.name)
        elsewhere = within and not meet(span, within)
        if tried in own or key in done or elsewhere or any(meet(span, item) for item in items):
            continue
        done.add(key)
        yield Candidate(case.place(span), tried.table, tried.rule.name, _reason(case, tried, own, span, found))


def _reason(case: Case, tried: Try, own: Sequence[Try], span: Span, found: Found | None) -> str:
    if tried.value is None:
        return "refused by its build: the pattern matches, but there is no such value"
    if isinstance(tried.value, Failed):
        return f"failed: {type(tried.value.error).__name__}: {tried.value.error}"
    if not found:
        return "matched where the field is not taken from"
    if not meet(span, found.span):
        return CHOICES.get(case.names[0], "stands elsewhere")
    return _beaten(tried, own[0]) if own else f"another rule, {found.rule!r}, took the value"


def _beaten(tried: Try, winner: Try) -> str:
    if winner.table == tried.table and winner.start == tried.start and winner.text == tried.text:
        return f"{winner.rule.name!r} comes first in the table"
    return f"overlaps what {winner.rule.name!r} took"


def words_behind(case: Case, own: list[Try]) -> Iterator[str]:
    """Yield each entry, with its table and what it stands for."""
    found = case.found()
    if own:
        yield from _of_match(own[0])
    elif found and case.names[-1] in _TOLD_BY_WORDS:
        yield from _of_words(found.span.of(case.text))
    elif case.names == ["contacts"]:
        yield from _of_headings(case)


def _of_match(tried: Try) -> Iterator[str]:
    """Yield the entries that a match holds; of a phone number those that its label is."""
    vocabulary = words_of_table(tried.table)
    text = tried.text[tried.start : tried.end]
    printed = [*(group for _, group in tried.groups), *_PIECES.findall(text)]
    for table in dict.fromkeys(_LISTS.findall(tried.rule.pattern)):
        known = vocabulary.meanings.get(table, {}) if vocabulary else {}
        words = dict.fromkeys(fold(word).rstrip(".") for word in printed)
        yield from (_entry(table, word, known[word]) for word in words if word in known)
    if isinstance(tried.value, Number):
        start, meaning = label_before(tried.text, tried.value.start, "phone_labels")
        if meaning is not None:
            yield _entry("phone_labels", fold(tried.text[start : tried.value.start]).rstrip(" .:"), meaning)


def _of_words(text: str) -> Iterator[str]:
    for word in words_of(text):
        yield from (f"{table}: {word.folded}" for table in sorted(word.tables))


def _of_headings(case: Case) -> Iterator[str]:
    """Yield the entries that the headings of contact blocks hold; above a contact, those of its own."""
    lines = [line for run in case.layout.runs("contacts") for line in run]
    contact = case.contact
    above = [line for line in lines if _heading(line) and (not contact or line.span.start <= contact.span.start)]
    for line in above[-1:] if contact else above:
        yield from _of_heading(_heading(line))


def _heading(line: Line) -> str:
    return " ".join(line.text[cell.start : cell.end] for cell in read_cells(line.text) if cell.kind == "heading")


def _of_heading(text: str) -> Iterator[str]:
    meanings = merged_vocabulary("contacts").meanings
    words = words_of(text)
    for entry in meanings["heading_phrases"]:
        known = phrase(words_of(entry))
        if f" {known} " in f" {phrase(words)} ":
            yield f"heading_phrases: {known}"
    yield from (f"heading_keys: {word.folded}" for word in words if "heading_keys" in word.tables)


def _entry(table: str, word: str, meaning: Meaning) -> str:
    return f"{table}: {word}" + ("" if meaning is True else f" = {meaning}")


def joins(case: Case) -> Iterator[tuple[str, str]]:
    """Yield each cell of the contact on the path, printed, with why it is that contact's."""
    contact = case.contact
    if contact is None:
        return
    found = case.found()
    wanted = found.span if found else contact.span
    lines = [line for run in case.layout.runs("contacts") for line in run]
    cells = {phone.span: phone.raw for phone in contact.phones} | {email.span: email.raw for email in contact.emails}
    cells |= {evidence.span: evidence.raw for field, evidence in contact.evidence.items() if field != "name"}
    for span, how in joins_in(lines):
        own = next((raw for place, raw in cells.items() if meet(span, place) and meet(span, wanted)), None)
        if own is not None:
            yield own, JOINS[how] + _proof(contact, own)
    for field, evidence in contact.evidence.items():
        if evidence.rule == "heading" and (meet(evidence.span, wanted) or wanted == contact.span):
            yield evidence.raw, f"{field}: the heading above names it"


def _proof(contact: Contact, raw: str) -> str:
    """Return what proves a join by position: that the address spells the name."""
    address = next((email.address for email in contact.emails if email.raw == raw), "")
    proven = contact.name and address and spelled(address, [contact.name]) is not None
    return "; the address spells the name" if proven else ""


def cells_at(case: Case, span: Span) -> Iterator[str]:
    """Yield what the line at `span` is read as in a block of contacts."""
    for line in case.layout.lines:
        if meet(line.span, span):
            yield from (f"{cell.kind}: {line.text[cell.start : cell.end]}" for cell in read_cells(line.text))
