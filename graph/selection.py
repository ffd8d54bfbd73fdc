"""Which authorities of a store are meant: a whole record group, a schedule with its items, or everything."""

import re
from collections.abc import Iterable, Sequence

from schedgraph.graph.asking import asked
from schedgraph.graph.casefile import CaseFile, above, is_below, schedule_of
from schedgraph.graph.standing import is_seen
from schedgraph.graph.store import Store, UnknownAuthority
from schedgraph.parser.authority.number import parse_identifier

_RECORD_GROUP = re.compile(r"(?:RG[ -]?)?([0-9]{1,4})", re.IGNORECASE | re.ASCII)


def record_group_written(text: str) -> str | None:
    """The three digits of a record group that is written as a number, with or without RG.

    >>> record_group_written("RG 64"), record_group_written("0567"), record_group_written("N1-567-09-6")
    ('064', '567', None)
    """
    match = _RECORD_GROUP.fullmatch(text.strip())
    return f"{int(match[1]):03}" if match else None


def selected(store: Store, written: Sequence[str]) -> tuple[str, ...]:
    """The authorities that are meant, each with everything under it, sorted; all of the store where none is given.

    Raises UnknownAuthority for a record group or a number of which the store knows nothing.
    """
    everything = store.ledger.identifiers()
    if not written:
        return everything
    found: set[str] = set()
    for text in written:
        group = record_group_written(text)
        if group is not None:
            members = [each for each in everything if is_of_group(each, group)]
            if not members:
                raise UnknownAuthority(text, (), f"The corpus knows no authority of record group {group}.")
            found.update(members)
            continue
        for each in asked(store, text):
            if isinstance(each, UnknownAuthority):
                raise each
            found.add(each.id)
            found.update(other for other in store.ledger.below(each.id) if is_below(other, each.id))
    return tuple(sorted(found))


def is_of_group(identifier: str, group: str) -> bool:
    """Whether the number is one of that record group (three digits)."""
    number = parse_identifier(identifier)
    theirs = number.record_group if number else None
    return bool(theirs and theirs.isdigit() and int(theirs) == int(group))


def with_instruction(case: CaseFile, identifiers: Iterable[str], *, shown: bool = True) -> tuple[str, ...]:
    """The items that records are kept under: those without items below, and groups with an instruction of their own.

    With `shown` only items that a document shows; else also those that others name.
    """
    items = [each for each in identifiers if above(each) and (not shown or is_seen(case, each))]
    holders = {holder for each in items for holder in above(each)}
    return tuple(
        each
        for each in items
        if each not in holders
        or any(said.predicate == "disposition-instruction" for said in case.about(each))
    )


def agency_of(case: CaseFile, identifier: str) -> str:
    """The agency that the documents of its schedule name; empty where none does."""
    about = case.about(schedule_of(identifier))
    return next((" ".join(each.object.split()) for each in about if each.predicate == "agency"), "")


def group_of(identifier: str) -> str:
    """The record group, or the letters in its place, as the number has it; empty where it has none."""
    number = parse_identifier(identifier)
    return (number.record_group if number else None) or ""
