"""The grounds of an answer: the evidence that cannot be taken away without changing it, and no more.

A ground is a smallest set of statements whose removal from the corpus changes the answer. Mostly that is one
statement. Where several say the same independently, one of them could go and nothing would change: then they
stand in one ground together. `reduced` finds such a set; `grounds` finds enough of them to carry the answer.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from schedgraph.graph.counterfactual import Counterfactual
from schedgraph.graph.statements import RELATIONS, Statement

DESCRIPTIVE = frozenset(
    {
        "title", "description", "agency", "record-group", "major-subdivision", "minor-subdivision",
        "disposition-instruction", "cutoff", "transfer", "media-neutral",
        "retention-action", "retention-period", "retention-trigger", "retention-text",
    }
)  # fmt: skip
"""Predicates that describe records and their disposition: no verdict rests on them."""

STRUCTURE = frozenset({"form", "item-of", "under", "approved"})
"""Predicates that say which documents there are, what they show, and that it was approved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Statements that carry an answer together: without all of them it is `without`."""

    statements: tuple[Statement, ...]
    without: Hashable


def grounds(trial: Counterfactual, among: Sequence[Statement] | None = None) -> tuple[Ground, ...]:
    """Grounds that together carry the answer of `trial`: from them alone it follows.

    With `among`, what is said besides is taken for granted: the grounds are those among these statements.

    First come the statements that are needed singly. Where those do not suffice, for the rest is said more
    than once, a sufficient set is reduced and each further member is joined with what would stand in for it.
    Which documents there are and what they show stays meanwhile: an item without its schedule's form or
    approval is another case, not a smaller one.
    """
    open_to_doubt = trial.relevant if among is None else among
    candidates = [each for each in open_to_doubt if each.predicate not in DESCRIPTIVE]
    candidates.sort(key=lambda each: (each.predicate not in STRUCTURE, each.source == "document", each.key))
    single = {each.key for each in candidates if not trial.holds_without([each])}
    found: dict[tuple[str, ...], list[Statement]] = {
        (each.key,): [each] for each in candidates if each.key in single
    }
    structure = [each for each in candidates if each.predicate in STRUCTURE and each.key not in single]
    others = [each for each in candidates if each.predicate not in STRUCTURE and each.key not in single]

    def suffices(kept: list[Statement]) -> bool:
        keys = {each.key for each in kept}
        return trial.holds_without([each for each in others if each.key not in keys])

    kept = _shrunk(others, suffices)
    spare = [each for each in others if each not in kept]
    items = _mattering(trial, [each for each in structure if each.predicate == "item-of"], spare)
    for each in (*kept, *(each for each in structure if each.predicate != "item-of"), *items):
        together = reduced(trial, spare, [each])
        found.setdefault(tuple(sorted(member.key for member in together)), together)
    _complete(trial, others, found)
    return tuple(
        sorted(
            (
                Ground(statements=tuple(members), without=trial.without(members))
                for members in found.values()
                if members
            ),
            key=_reading_order,
        )
    )


def _complete(
    trial: Counterfactual, others: Sequence[Statement], found: dict[tuple[str, ...], list[Statement]]
) -> None:
    """Adds grounds until what is cited carries the answer by itself.

    Evidence can speak against the answer that it stands beside: a stamp without a date, once cited, needs beside it
    the dated statements that outweigh it.
    """
    while True:
        cited = {each.key for members in found.values() for each in members}
        rest = [each for each in others if each.key not in cited]
        if trial.holds_without(rest):
            return

        def suffices(kept: list[Statement], rest: Sequence[Statement] = tuple(rest)) -> bool:
            keys = {each.key for each in kept}
            return trial.holds_without([each for each in rest if each.key not in keys])

        kept = _shrunk(rest, suffices)
        spare = [each for each in rest if each not in kept]
        for each in kept:
            together = reduced(trial, spare, [each])
            found.setdefault(tuple(sorted(member.key for member in together)), together)


def _mattering(trial: Counterfactual, items: list[Statement], spare: Sequence[Statement]) -> list[Statement]:
    """The listed items that can matter beside `spare`, found by halves: a schedule has hundreds."""
    if not items or trial.holds_without([*spare, *items]):
        return []
    if len(items) == 1:
        return items
    half = len(items) // 2
    return _mattering(trial, items[:half], spare) + _mattering(trial, items[half:], spare)


def reduced(
    trial: Counterfactual, removable: Sequence[Statement], first: Sequence[Statement] = ()
) -> list[Statement]:
    """A smallest set among `removable` and `first` whose removal changes the answer; empty where none does.

    Smallest in the sense that no member can be put back. Members of `first` are put back last.
    """
    gone = [*removable, *first]
    if trial.holds_without(gone):
        return []
    return _shrunk(gone, lambda rest: not trial.holds_without(rest))


def _shrunk(members: list[Statement], serves: Callable[[list[Statement]], bool]) -> list[Statement]:
    """`members` with as many left out, the first ones first, as leave a list that still serves."""
    size = max(len(members) // 2, 1)
    while size and members:
        for start in range(0, len(members), size):
            rest = members[:start] + members[start + size :]
            if serves(rest):
                members = rest
                size = min(size, max(len(rest) // 2, 1))
                break
        else:
            size //= 2
    return members


def _reading_order(ground: Ground) -> tuple[object, ...]:
    first = ground.statements[0]
    return (
        first.predicate not in RELATIONS,
        first.document,
        first.evidence.page,
        first.evidence.start,
        first.key,
    )


def statements_of(found: Iterable[Ground]) -> tuple[Statement, ...]:
    """Every statement of the grounds, once."""
    return tuple({each.key: each for ground in found for each in ground.statements}.values())
