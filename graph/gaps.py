"""The parts of the audit that stand alone: what the store holds and lacks, and what would settle most answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from schedgraph.graph.coverage import Series, coverage
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.resolving import Resolved, resolve
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import walk
from schedgraph.graph.wanted import Wanted, most_wanted
from schedgraph.graph.wording.gaps import coverage_lines, wanted_lines

Part = Literal["coverage", "most_wanted"]
Heard = Callable[[int, int], None]
Sections = tuple[tuple[str, tuple[str, ...]], ...]


class Told(Protocol):
    """What can be printed as JSON and as sections of lines."""

    @property
    def sections(self) -> Sections:
        """Titles with lines for people."""
        ...

    def to_json(self) -> dict[str, Any]:
        """The object for scripts."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Which schedules of each record group and year the store holds and lacks."""

    series: tuple[Series, ...]

    def to_json(self) -> dict[str, Any]:
        """The object that `audit --coverage --format json` prints."""
        return {"coverage": [each.to_json() for each in self.series]}

    @property
    def sections(self) -> Sections:
        """Titles with lines for people."""
        return (("Coverage by record group and year", tuple(coverage_lines(self.series))),)


@dataclass(frozen=True, slots=True, kw_only=True)
class MostWanted:
    """The missing documents that would settle most answers."""

    wanted: tuple[Wanted, ...]

    def to_json(self) -> dict[str, Any]:
        """The object that `audit --most-wanted --format json` prints."""
        return {"most_wanted": [each.to_json() for each in self.wanted]}

    @property
    def sections(self) -> Sections:
        """Titles with lines for people."""
        return (("Most wanted documents", tuple(wanted_lines(self.wanted))),)


def _open(ledger: Ledger) -> list[str]:
    """The authorities whose answers leave something open, sorted: documents that are missing can settle no others."""
    found = resolve(ledger)

    def is_open(each: Resolved) -> bool:
        unseen = (end not in found or found[end].verdict == "unseen" for end, _ in each.ends)
        return (
            each.verdict == "indeterminate"
            or any(scope == "possible" for _, scope in each.ends)
            or any(unseen)
        )

    return sorted(identifier for identifier, each in found.items() if is_open(each))


def audited(
    ledger: Ledger, base: str, part: Part | None = None, *, shapes: bool = True, heard: Heard | None = None
) -> Told:
    """One part of the audit, or all the rest of it, with or without the shapes; `heard` is told how far these are."""
    if part == "coverage":
        return Coverage(series=coverage(ledger, ledger.identifiers()))
    if part == "most_wanted":
        bench = Bench(ledger)
        walks = {identifier: walk(bench, identifier) for identifier in _open(ledger)}
        return MostWanted(wanted=most_wanted(ledger, walks))
    from schedgraph.graph.audit import audit

    return audit(ledger, base, shapes=shapes, told=heard)
