"""Which numbers, addresses and roles of a contact block belong to whom.

A block prints names, roles, numbers and addresses, and only its layout says what belongs together:

    A · Press Officer · Tel 1 · a@x       rows: what stands in one line belongs together
    B · Press Officer · Tel 2 · b@x

    A / Press Officer / Tel 1 / B / …     cards: what stands between two names belongs to the first of them,
                                          or to the second where a card ends with its name

    A / B / Role / Role / Tel 1 / Tel 2   columns: no line between the names; each kind of cell is a column, and its
                                          n-th cell belongs to the n-th name, if it has exactly one for each

    A           B                         side by side: several names in a line; what stands below belongs to the one
    Tel 1       Tel 2                     that it stands under

and all mixtures of them. The danger is the swap: a column that lacks a cell would give everybody behind the gap the
number of somebody else, and nobody would notice. So a column that disagrees with the names is not joined by position at
all. An address may still prove its owner by spelling a name (it does so against the position too); everything else is
left to nobody, and the block is marked as unequal.

The work goes in three steps. `groups_of` cuts a section into groups: the rows that hold its names, and the rows that
can only belong to those names. Each group is then read as what it is: a card (one name), names side by side (several in
one line) or columns (several lines of names). Whatever its group could not give to anybody is collected at the end.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from pressparse.contacts.columns import join_columns, join_side_by_side
from pressparse.contacts.rows import JOINED, Group, Join, Joined, Row, addresses_of, groups_of, kinds_of
from pressparse.contacts.spelling import spelled


def join(rows: Sequence[Row], names: Sequence[str]) -> Joined:
    """Return the cells of a section with their owners; `names` are the printed names of its anchors, in order."""
    anchors = tuple((row.line, cell) for row in rows for cell in row.anchors)
    leading, groups = groups_of(rows)
    if len(anchors) < 2:  # noqa: PLR2004 - whatever stands around a single name belongs to it
        owner = 0 if anchors else None
        return Joined(anchors, tuple(_card(owner, rows)), unequal=False)
    cards = _cards_by_gap(rows)
    if cards:
        joins = [join for owner, card in enumerate(cards) for join in _card(owner, card)]
    else:
        groups, common = _without_common_columns(groups, names)
        groups = _without_bare_names(groups)
        single = all(len(group.owners) == 1 for group in groups)
        joins = list(_cards(leading, groups) if single else _mixed(leading, groups, names))
        joins += join_columns(tuple(range(len(anchors))), common, names)
    unequal = any(join.owner is None or join.how == "spelled" for join in joins)
    return Joined(anchors, tuple(sorted(joins, key=lambda join: (join.line, join.cell.start))), unequal)


def _card(owner: int | None, rows: Iterable[Row]) -> list[Join]:
    return [
        Join(owner, row.line, cell, "left" if owner is None else "row" if row.anchors else "card")
        for row in rows
        for cell in row.cells
        if cell.kind in JOINED
    ]


def _cards_by_gap(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the cards that blank lines part, if each part has exactly one name."""
    cards: list[list[Row]] = []
    for row in rows:
        if row.gap or not cards:
            cards.append([])
        cards[-1].append(row)
    single = all(sum(len(row.anchors) for row in card) == 1 for card in cards)
    return cards if single else []


def _cards(leading: tuple[Row, ...], groups: list[Group]) -> Iterator[Join]:
    """Join names that stand apart: each takes the rows behind it, in front of it, or some of both."""
    between = [group.rows for group in groups]
    first = kinds_of(leading)
    last = kinds_of(between[-1])
    if leading and not last:
        between = [leading, *between[:-1]]
    elif leading and not first & last:
        before, behind = [leading], []
        for rows in between[:-1]:
            cut = len(rows) - len(list(takewhile(lambda row: row.kinds <= first, reversed(rows))))
            behind.append(rows[:cut])
            before.append(rows[cut:])
        between = [(*ahead, *rows) for ahead, rows in zip(before, [*behind, between[-1]], strict=True)]
    else:
        yield from _card(None, leading)
    for group, rows in zip(groups, between, strict=True):
        yield from _card(group.owners[0], (*group.heads, *rows))


def _without_common_columns(groups: list[Group], names: Sequence[str]) -> tuple[list[Group], tuple[Row, ...]]:
    """Return the groups, and the rows at their end that are columns of all names.

    Below names and roles in turn such are the rows of a kind that no other group has. Where there is one cell of each
    kind, an address that spells the last name, or below a desk none, proves that all is the last one's own.
    """
    *others, last = groups
    elsewhere = kinds_of(row for group in others for row in group.rows)
    at = len(last.rows)
    while others and at and not last.rows[at - 1].kinds & elsewhere:
        at -= 1
    own, common = last.rows[:at], last.rows[at:]
    spelling = [spelled(address, names) for row in common for address in addresses_of(row.cells)]
    wanted = None if last.heads[-1].anchors[-1].kind == "desk" else len(names) - 1
    proven = _is_single(common) and bool(spelling) and all(owner == wanted for owner in spelling)
    return (groups, ()) if not others or proven else ([*others, last._replace(rows=own)], common)


def _is_single(rows: tuple[Row, ...]) -> bool:
    return all(sum(kind in row.kinds for row in rows) == 1 for kind in kinds_of(rows))


def _without_bare_names(groups: list[Group]) -> list[Group]:
    """Return the groups; where people have cards, names without anything stand alone before the card that follows."""
    carded = any(len(group.owners) == 1 and group.rows for group in groups)
    split: list[Group] = []
    for group in groups:
        if carded and len(group.heads) > 1 and _is_single(group.rows):
            split += [Group((owner,), (head,), ()) for owner, head in zip(group.owners, group.heads, strict=True)]
            split[-1] = split[-1]._replace(rows=group.rows)
        else:
            split.append(group)
    return split


def _mixed(leading: tuple[Row, ...], groups: list[Group], names: Sequence[str]) -> Iterator[Join]:
    for number, group in enumerate(groups):
        rows = (*leading, *group.rows) if number == 0 else group.rows
        if len(group.owners) == 1:
            yield from _card(group.owners[0], (*group.heads, *rows))
        elif len(group.heads) == 1:
            yield from join_side_by_side(group._replace(rows=rows), names)
        else:
            for owner, head in zip(group.owners, group.heads, strict=True):
                yield from _card(owner, (head,))
            yield from _columns_or_last(group, rows, names)


def _columns_or_last(group: Group, rows: tuple[Row, ...], names: Sequence[str]) -> Iterator[Join]:
    """Join the rows below several names: they are columns, or the rest of the last name's card where all others have
    what they hold in their own lines.
    """
    *others, last = group.heads
    kinds = kinds_of(rows)
    if kinds and all(kinds <= head.kinds for head in others) and not kinds & last.kinds:
        yield from _card(group.owners[-1], rows)
    else:
        yield from join_columns(group.owners, rows, names)
