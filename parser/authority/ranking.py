"""Ranks the readings of one written number and says whether one stands out."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.stating import confidences
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
    """The readings, best first, and the trust in each; `best` is None where none stands out."""

    readings: tuple[RankedTarget, ...]
    trusts: tuple[float, ...]
    best: Candidate | None
    first: Candidate | None


def rank(
    candidates: Iterable[Candidate],
    known: Container[str] = (),
    *,
    ambiguous: bool = False,
    judged: bool = False,
) -> Ranking:
    """The candidates as ranked readings whose confidences add up to 1 at most.

    Where the corpus holds some of them, the others lose trust. An `ambiguous` writing has no best reading
    unless the corpus holds exactly one. `judged`: how often such a writing means
    which is judgement, for nobody has counted.
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
    trusts = tuple(weights[each.id] for each in ordered)
    readings = tuple(
        RankedTarget(target=candidate.id, confidence=round(share, 3))
        for candidate, share in zip(ordered, confidences(trusts, judged=judged), strict=True)
    )
    first = ordered[0] if ordered else None
    stands_out = bool(ordered) and weights[ordered[0].id] >= choice["least"]
    if stands_out and len(ordered) > 1:
        stands_out = weights[ordered[0].id] >= choice["lead"] * weights[ordered[1].id]
    if ambiguous and len(held) != 1:
        stands_out = False
    return Ranking(readings=readings, trusts=trusts, best=first if stands_out else None, first=first)
