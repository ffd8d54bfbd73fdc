"""Ranks the readings of one written number and says whether one stands out."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.ranked import RankedTarget


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A canonical identifier, the trust in it, and the repairs that lead to it."""

    id: str
    family: str
    weight: float
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The readings, best first; `best` is None where none stands out."""

    readings: tuple[RankedTarget, ...]
    best: Candidate | None
    first: Candidate | None


def rank(candidates: Iterable[Candidate], known: Container[str] = (), *, ambiguous: bool = False) -> Ranking:
    """The candidates as ranked readings whose confidences add up to 1 at most.

    Where the corpus holds some of them, the others lose trust. An `ambiguous` writing has no best reading
    unless the corpus holds exactly one.
    """
    choice = confusions().choice
    merged: dict[str, Candidate] = {}
    for candidate in candidates:
        if candidate.id not in merged or merged[candidate.id].weight < candidate.weight:
            merged[candidate.id] = candidate
    held = {identifier for identifier in merged if identifier in known}
    weights = {
        identifier: candidate.weight
        * (choice["unknown_to_corpus"] if held and identifier not in held else 1.0)
        for identifier, candidate in merged.items()
    }
    ordered = sorted(merged.values(), key=lambda candidate: -weights[candidate.id])[
        : int(choice["most_readings"])
    ]
    ordered = [each for each in ordered if weights[each.id] >= choice["faint"] * weights[ordered[0].id]]
    readings = tuple(
        RankedTarget(target=candidate.id, confidence=round(share, 3))
        for candidate, share in zip(
            ordered, _confidences([weights[each.id] for each in ordered]), strict=True
        )
    )
    first = ordered[0] if ordered else None
    stands_out = bool(ordered) and weights[ordered[0].id] >= choice["least"]
    if stands_out and len(ordered) > 1:
        stands_out = weights[ordered[0].id] >= choice["lead"] * weights[ordered[1].id]
    if ambiguous and len(held) != 1:
        stands_out = False
    return Ranking(readings=readings, best=first if stands_out else None, first=first)


def _confidences(trusts: list[float]) -> list[float]:
    """The measured share that is right for each trust; of several readings one is right at most."""
    total = max(1.0, sum(trusts))
    shares = [confusions().confidence(trust / total) for trust in trusts]
    whole = max(1.0, sum(shares))
    return [share / whole for share in shares]
