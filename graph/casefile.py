"""What the corpus says about an authority, as the rules ask for it."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from typing import Protocol, TypeVar

from schedgraph.graph.statements import RECORD_GROUP, RELATIONS, Statement
from schedgraph.parser.authority.number import ancestors
from schedgraph.parser.document import UNREAD


class CaseFile(Protocol):
    """Statements by subject and by object. The ledger is one; `Statements` is one in memory."""

    def about(self, identifier: str) -> tuple[Statement, ...]:
        """The statements whose subject is `identifier`."""
        ...

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        """The statements that relate another authority to `identifier`."""
        ...

    def below(self, identifier: str) -> tuple[str, ...]:
        """Every identifier under `identifier` that a statement has as subject or as object, sorted."""
        ...


Drawn = TypeVar("Drawn")


def once(case: CaseFile, draw: Callable[..., Drawn], *given: Hashable) -> Drawn:
    """`draw(case, *given)`, drawn once for a case file that remembers (`remembered`), for others each time.

    The rules ask for the same things again and again; whoever draws many answers from one state lets the case
    file remember. What is remembered must not be changed.
    """
    remembered: Callable[..., Drawn] | None = getattr(case, "remembered", None)
    return draw(case, *given) if remembered is None else remembered(draw, given)


def told(case: CaseFile, identifier: str, *predicates: str) -> tuple[Statement, ...]:
    """The statements about `identifier` that have one of these predicates, in their order.

    A case file that knows them apart (`told`) does not look through the others.
    """
    known: Callable[[str, tuple[str, ...]], tuple[Statement, ...]] | None = getattr(case, "told", None)
    if known is not None:
        return known(identifier, predicates)
    return tuple([each for each in case.about(identifier) if each.predicate in predicates])


def named(case: CaseFile, identifier: str, *predicates: str) -> tuple[Statement, ...]:
    """The statements that relate another authority to `identifier` by one of these predicates, in their order."""
    known: Callable[[str, tuple[str, ...]], tuple[Statement, ...]] | None = getattr(case, "named", None)
    if known is not None:
        return known(identifier, predicates)
    return tuple([each for each in case.naming(identifier) if each.predicate in predicates])


class Statements:
    """A case file in memory."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        about: defaultdict[str, dict[str, Statement]] = defaultdict(dict)
        naming: defaultdict[str, dict[str, Statement]] = defaultdict(dict)
        identifiers: set[str] = set()
        for statement in statements:
            about[statement.subject][statement.key] = statement
            if not statement.subject.startswith(RECORD_GROUP):
                identifiers.add(statement.subject)
            if statement.predicate in RELATIONS:
                naming[statement.object][statement.key] = statement
                identifiers.add(statement.object)
        self._about = {
            subject: tuple(found[key] for key in sorted(found)) for subject, found in about.items()
        }
        self._naming = {
            target: tuple(found[key] for key in sorted(found)) for target, found in naming.items()
        }
        self.identifiers = tuple(sorted(identifiers))

    def about(self, identifier: str) -> tuple[Statement, ...]:
        return self._about.get(identifier, ())

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        return self._naming.get(identifier, ())

    def below(self, identifier: str) -> tuple[str, ...]:
        return tuple(other for other in self.identifiers if is_below(other, identifier))


def is_below(identifier: str, above: str) -> bool:
    """Whether `identifier` is written under `above`: a path segment deeper, or an item number of a DAA schedule.

    >>> is_below("N1-567-09-006/1/a", "N1-567-09-006/1"), is_below("N1-567-09-006/10", "N1-567-09-006/1")
    (True, False)
    """
    if identifier.startswith(above + "/"):
        return True
    return above.startswith("DAA-") and above.count("-") == 3 and identifier.startswith(above + "-")


@lru_cache(maxsize=50_000)
def above(identifier: str) -> tuple[str, ...]:
    """The items above an item, nearest first, and at last its schedule; empty for a schedule.

    A schedule whose number could not be read has items too, and an item whose own could not be read a schedule.
    """
    schedule, unread, _ = identifier.partition(f"/{UNREAD}")
    if unread:
        return (schedule,)
    if identifier.startswith(UNREAD):
        parts = identifier.split("/")
        return tuple("/".join(parts[:depth]) for depth in range(len(parts) - 1, 0, -1))
    return ancestors(identifier)


@lru_cache(maxsize=50_000)
def schedule_of(identifier: str) -> str:
    """The schedule of an item; a schedule's own identifier is returned as it is."""
    return (above(identifier) or (identifier,))[-1]
