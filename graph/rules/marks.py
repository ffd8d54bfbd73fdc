"""What the marks on a document declare of an authority. Each rule gives the standing that one statement declares.

Most statements are no marks at all, and are known by their predicate not to be: a rule is asked only about those
whose predicate it names.
"""

from collections.abc import Callable, Iterator
from functools import cache

from schedgraph.graph.casefile import schedule_of
from schedgraph.graph.rules.book import Law, rule
from schedgraph.graph.rules.words import meaning
from schedgraph.graph.statements import Statement
from schedgraph.parser.authority.finder import find_numbers

_FIRST_WORDS = len("(DAA-0434-2009")


def declared(said: Statement, law: Law, *, own: bool) -> Iterator[tuple[str, str]]:
    """The rules in force that read a statement as a mark, and the standing that each reads.

    `own` tells whether it stands on the authority itself, not on what holds it.
    """
    for name, function in _in_force(law).get(said.predicate, ()):
        standing = function(said, law, own=own)
        if standing:
            yield name, standing


@cache
def read_as_marks(law: Law) -> tuple[str, ...]:
    """The predicates whose statements a rule in force reads as marks."""
    return tuple(_in_force(law))


Mark = Callable[..., str]
_READ: dict[str, tuple[str, ...]] = {}


def _mark(name: str, *predicates: str) -> Callable[[Mark], Mark]:
    """Registers the function that reads statements of these predicates as marks, by the rule `name`."""
    _READ[name] = predicates
    return rule(name)


@cache
def _in_force(law: Law) -> dict[str, tuple[tuple[str, Mark], ...]]:
    """By predicate the rules that read it, the heaviest first."""
    found: dict[str, tuple[tuple[str, Mark], ...]] = {}
    for name, function in law.of("mark"):
        for predicate in _READ[name]:
            found[predicate] = (*found.get(predicate, ()), (name, function))
    return found


@_mark("column-10", "action-taken")
def column_10(said: Statement, law: Law, *, own: bool) -> str:
    """NARA's action on an item of an SF-115."""
    return meaning("action", said.object, law)


@_mark("item-status", "item-status")
def item_status(said: Statement, law: Law, *, own: bool) -> str:
    """Item Status of an ERA schedule, or the list of a NOTICE in which the item stands."""
    return meaning("item", said.object, law)


@_mark("end-annotated", "annotation")
def end_annotated(said: Statement, law: Law, *, own: bool) -> str:
    """Words written on the item later that name no successor: "Rescinded by NARA", "Obsolete 3/98"."""
    return "" if said.uncertain or is_of_another(said) else meaning("action", said.object, law)


def is_of_another(said: Statement) -> bool:
    """Whether words beside an authority begin with the number of another, and so speak of that: "N1-434-09-7/2 withdrawn"."""
    if not any(letter.isdigit() for letter in said.object[:_FIRST_WORDS]):
        return False
    first = next(iter(find_numbers(said.object)), None)
    return (
        first is not None
        and first.id is not None
        and not said.object[: first.start].strip(" \t([*:-")
        and schedule_of(first.id) != schedule_of(said.subject)
    )


@_mark("unreadable-annotation", "successor-unreadable")
def unreadable_annotation(said: Statement, law: Law, *, own: bool) -> str:
    """An annotation "superseded by" whose number is lost."""
    return "superseded"


@_mark("stamp", "stamp")
def stamp(said: Statement, law: Law, *, own: bool) -> str:
    """Words stamped over the schedule: INACTIVE - ALL ITEMS SUPERSEDED."""
    return meaning("stamp", said.object, law)


@_mark("schedule-status", "schedule-status")
def schedule_status(said: Statement, law: Law, *, own: bool) -> str:
    """A printed status of the schedule that ends all its items."""
    standing = meaning("schedule", said.object, law)
    return standing if standing in ("rescinded", "inactive") else ""


@_mark("strike", "strike", "struck-disposition")
def strike(said: Statement, law: Law, *, own: bool) -> str:
    """A line through the whole item or its disposition; a line through what holds it says nothing of it."""
    whole = said.predicate == "struck-disposition" or said.object == "full"
    return "struck" if own and whole else ""
