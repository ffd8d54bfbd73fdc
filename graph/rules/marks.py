"""What the marks on a document declare of an authority. Each rule gives the standing that one statement declares."""

from collections.abc import Iterator

from schedgraph.graph.rules.book import Law, rule
from schedgraph.graph.rules.words import meaning
from schedgraph.graph.statements import Statement


def declared(said: Statement, law: Law, *, own: bool) -> Iterator[tuple[str, str]]:
    """The rules in force that read a statement as a mark, and the standing that each reads.

    `own` tells whether it stands on the authority itself, not on what holds it.
    """
    for name, function in law.of("mark"):
        standing = function(said, law, own=own)
        if standing:
            yield name, standing


@rule("column-10")
def column_10(said: Statement, law: Law, *, own: bool) -> str:
    """NARA's action on an item of an SF-115."""
    return meaning("action", said.object, law) if said.predicate == "action-taken" else ""


@rule("item-status")
def item_status(said: Statement, law: Law, *, own: bool) -> str:
    """Item Status of an ERA schedule, or the list of a NOTICE in which the item stands."""
    return meaning("item", said.object, law) if said.predicate == "item-status" else ""


@rule("end-annotated")
def end_annotated(said: Statement, law: Law, *, own: bool) -> str:
    """Words written on the item later that name no successor: "Rescinded by NARA", "Obsolete 3/98"."""
    return meaning("action", said.object, law) if said.predicate == "annotation" else ""


@rule("unreadable-annotation")
def unreadable_annotation(said: Statement, law: Law, *, own: bool) -> str:
    """An annotation "superseded by" whose number is lost."""
    return "superseded" if said.predicate == "successor-unreadable" else ""


@rule("stamp")
def stamp(said: Statement, law: Law, *, own: bool) -> str:
    """Words stamped over the schedule: INACTIVE - ALL ITEMS SUPERSEDED."""
    return meaning("stamp", said.object, law) if said.predicate == "stamp" else ""


@rule("schedule-status")
def schedule_status(said: Statement, law: Law, *, own: bool) -> str:
    """A printed status of the schedule that ends all its items."""
    if said.predicate != "schedule-status":
        return ""
    standing = meaning("schedule", said.object, law)
    return standing if standing in ("rescinded", "inactive") else ""


@rule("strike")
def strike(said: Statement, law: Law, *, own: bool) -> str:
    """A line through the whole item or its disposition; a line through what holds it says nothing of it."""
    whole = (said.predicate == "strike" and said.object == "full") or said.predicate == "struck-disposition"
    return "struck" if own and whole else ""
