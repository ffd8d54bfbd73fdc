"""Follows lineages to their ends from what each authority leads to, whose ends are known already.

`walk` goes the same ways step by step, for one authority. What is certain there is certain here if the way to it is;
what is reached as possible has possible ends only. Where lineages lead in circles they are walked.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from schedgraph.graph.identity import is_same_or_below
from schedgraph.graph.judgement import Verdict
from schedgraph.graph.resolving.kinds import Kind, Ways
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import Scope, walk

Ends = tuple[tuple[str, Scope], ...]
"""Authorities with the scope in which a lineage ends at them, the certain ones first, each by name."""


class Resolved(NamedTuple):
    """The verdict on an authority, and the ends of its lineage as `walk` gives them."""

    verdict: Verdict
    ends: Ends


class Place(NamedTuple):
    """What is known of an authority before its lineage is followed: its kind, its successors and its parts."""

    kind: Kind
    targets: Sequence[str]
    parts: Sequence[str]


class Following:
    """The ends that are known. `named` are the authorities to which lineages may lead."""

    def __init__(self, bench: Bench, named: Collection[str]) -> None:
        self._bench = bench
        self._named = named
        self._passing: dict[str, Ends] = {}
        self._possible: dict[Ends, Ends] = {}
        self.found: dict[str, Resolved] = {}
        self.walked = 0

    def resolve(self, places: Mapping[str, Place]) -> None:
        """Finds the ends of the authorities of a schedule on no circle, when all that they lead to elsewhere are found."""
        found, named = self.found, self._named
        apart: set[str] = set()
        for identifier, (kind, targets, parts) in places.items():
            if kind.own_ways or kind.own_parts:
                ends = self._together(identifier, kind.own_end, kind.own_ways, targets)
                if ends is not None and kind.own_parts:
                    known = apart.isdisjoint(parts)
                    ends = _merged([ends, *(found[each].ends for each in parts)]) if known else None
                if ends is None:
                    apart.add(identifier)
                    ends = self._walked(identifier)
            else:
                ends = ((identifier, kind.own_end),) if kind.own_end else ()
            found[identifier] = Resolved(kind.verdict, ends)
            if identifier in named:
                passing = self._passed(identifier, places)
                if passing is not None:
                    self._passing[identifier] = passing

    def resolve_circle(self, places: Mapping[str, Place]) -> None:
        """The same for all schedules that lead to each other, of which most authorities lie on no circle themselves.

        A lineage that comes back to where it began, or to a part of that, is walked: there what it comes by is no
        other authority, but the one that was asked about.
        """
        met = self._passed_in_circle(places)
        come_by: dict[str, frozenset[str]] = {}
        for identifier, (kind, targets, parts) in places.items():
            onward = [targets[place] for place, _ in kind.own_ways]
            begun = parts if kind.own_parts else ()
            ends: Ends | None = None
            if all(each in met or each not in places for each in onward) and all(
                each in come_by for each in begun
            ):
                by = frozenset[str]().union(
                    *(met.get(each, ()) for each in onward), *(come_by[each] for each in begun)
                )
                if not any(is_same_or_below(each, identifier) for each in by):
                    ends = self._together(identifier, kind.own_end, kind.own_ways, targets)
                if ends is not None:
                    ends = _merged([ends, *(self.found[each].ends for each in begun)])
                    come_by[identifier] = by
            self.found[identifier] = Resolved(
                kind.verdict, self._walked(identifier) if ends is None else ends
            )

    def _passed_in_circle(self, places: Mapping[str, Place]) -> dict[str, frozenset[str]]:
        """Finds the ends of lineages that come by what lies on no circle; gives what else here they come by."""
        met: dict[str, frozenset[str]] = {}
        waiting, before = list(places), len(places) + 1
        while len(waiting) < before:
            before, still = len(waiting), []
            for identifier in waiting:
                kind, targets, parts = places[identifier]
                onward = [targets[place] for place, _ in kind.ways] + list(parts if kind.parts else ())
                if any(each in places and each not in met for each in onward):
                    still.append(identifier)
                    continue
                met[identifier] = frozenset({identifier}).union(*(met.get(each, ()) for each in onward))
                passing = self._passed(identifier, places)
                if passing is not None:
                    self._passing[identifier] = passing
            waiting = still
        return met

    def _passed(self, identifier: str, places: Mapping[str, Place]) -> Ends | None:
        """The ends of a lineage that comes by an authority for certain; None where that must be walked."""
        kind, targets, parts = places[identifier]
        if not kind.ways and not kind.parts:
            return ((identifier, kind.end),) if kind.end else ()
        ends = self._together(identifier, kind.end, kind.ways, targets)
        for each in parts if kind.parts else ():
            beyond = self._passed(each, places)
            if ends is None or beyond is None:
                return None
            ends = _merged([ends, beyond if kind.parts == "certain" else self._as_possible(beyond)])
        return ends

    def _together(
        self, identifier: str, end: Scope | None, ways: Ways, targets: Sequence[str]
    ) -> Ends | None:
        """The ends behind all ways, and the authority itself where it is one; None where one must be walked."""
        passing = self._passing
        found: list[Ends] = []
        for place, scope in ways:
            beyond = passing.get(targets[place])
            if beyond is None:
                return None
            found.append(beyond if scope == "certain" else self._as_possible(beyond))
        if end:
            found.append(((identifier, end),))
        return found[0] if len(found) == 1 else _merged(found)

    def _as_possible(self, ends: Ends) -> Ends:
        known = self._possible.get(ends)
        if known is None:
            known = self._possible[ends] = tuple(sorted((each, "possible") for each, _ in ends))
        return known

    def _walked(self, identifier: str) -> Ends:
        self.walked += 1
        return tuple((end.id, end.scope) for end in walk(self._bench, identifier).ends)


def _merged(found: Iterable[Ends]) -> Ends:
    """All ends, each once, in its surest scope."""
    together: dict[str, Scope] = {}
    for ends in found:
        for each, scope in ends:
            if together.get(each) != "certain":
                together[each] = scope
    return tuple(sorted(together.items(), key=lambda each: (each[1], each[0])))
