"""From what a user writes to the authorities that are meant, when one of several may not be known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from schedgraph.graph.answers import Lookup
from schedgraph.graph.store import Asked, Store, UnknownAuthority
from schedgraph.graph.wording.numbers import LONGEST
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.authority.reader import WrittenNumber, read_numbers
from schedgraph.parser.ranked import RankedTarget


def asked(store: Store, number: str) -> Iterator[Asked | UnknownAuthority]:
    """The authorities of one written number. In a list, one that is not known does not hide the others."""
    if len(number) > LONGEST:
        yield UnknownAuthority(number, (), f"A text of {len(number):,} characters is not a number.")
        return
    try:
        yield from store.resolve(number)
    except UnknownAuthority as error:
        parts = read_numbers(number)
        if len(parts) < 2:
            yield error
            return
        for part in parts:
            try:
                yield from (replace(each, query=number) for each in store.resolve(part.id or part.printed))
            except UnknownAuthority as unknown:
                yield unknown


def answers(
    store: Store,
    number: str,
    *,
    as_of: date | None = None,
    known_on: date | None = None,
    without: tuple[str, ...] = (),
) -> Iterator[tuple[Asked, Lookup] | UnknownAuthority]:
    """The answers for one written number, each with what was asked. Raises RuleError for an unknown rule."""
    for each in asked(store, number):
        if isinstance(each, UnknownAuthority):
            yield each
            continue
        try:
            yield each, store.answer(each, as_of, known_on, without)
        except UnknownAuthority as error:
            yield error


class SeveralAuthoritiesError(ValueError):
    """A written number names several authorities where one is wanted."""


def the_one(store: Store, number: str) -> Asked:
    """The one authority that a number means. Raises UnknownAuthority and SeveralAuthoritiesError."""
    found = store.resolve(number)
    if len(found) > 1:
        named = ", ".join(each.id for each in found)
        raise SeveralAuthoritiesError(f"“{number}” names several authorities ({named}); ask for one of them")
    return found[0]


def one_number(text: str) -> str:
    """The one identifier that a number means by its grammar, known to a corpus or not. Raises UnknownAuthority."""
    found = read_numbers(text)
    if len(text) > LONGEST or len(found) != 1 or found[0].id is None:
        readings = " or ".join(each.target for number in found for each in number.readings)
        more = f"; write it out as {readings}" if readings else ""
        raise UnknownAuthority(text, (), f"“{text[:80]}” is not one number of a disposition authority{more}.")
    return found[0].id


def as_named(identifier: str) -> Asked:
    """An authority asked for by its identifier, which needs no reading."""
    number = parse_identifier(identifier)
    reading = WrittenNumber(
        written=identifier,
        printed=identifier,
        id=identifier,
        family=number.family if number else None,
        sure=True,
        repairs=(),
        readings=(RankedTarget(target=identifier, confidence=1.0),),
    )
    return Asked(query=identifier, id=identifier, reading=reading)
