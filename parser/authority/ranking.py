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


def rank(
    candidates: Iterable[Candidate],
    known: Container[str] = (),
    *,
    ambiguous: bool = False,
    unmeasured: bool = False,
) -> Ranking:
    """The candidates as ranked readings whose confidences add up to 1 at most.

    Where the corpus holds some of them, the others lose trust. An `ambiguous` writing has no best reading
    unless the corpus holds exactly one. `unmeasured`: that it can be read so is judgement, and nobody has counted.
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
    trusts = [weights[each.id] for each in ordered]
    readings = tuple(
        RankedTarget(target=candidate.id, confidence=round(share, 3))
        for candidate, share in zip(ordered, _confidences(trusts, unmeasured=unmeasured), strict=True)
    )
    first = ordered[0] if ordered else None
    stands_out = bool(ordered) and weights[ordered[0].id] >= choice["least"]
    if stands_out and len(ordered) > 1:
        stands_out = weights[ordered[0].id] >= choice["lead"] * weights[ordered[1].id]
    if ambiguous and len(held) != 1:
        stands_out = False
    return Ranking(readings=readings, best=first if stands_out else None, first=first)


def _confidences(trusts: list[float], *, unmeasured: bool) -> list[float]:
    """The measured share of writings of such trust of which a reading is right, parted among the readings.

    A reading that is trusted a little less than the best was hardly ever right: the parting is by a power of the
    trust, and what comes of it is measured again. Where nothing was measured it is by the trust itself.
    """
    if not trusts:
        return []
    measured = confusions()
    parts = [trust ** (1.0 if unmeasured else measured.choice["sharpness"]) for trust in trusts]
    right = measured.calibration.at(min(1.0, trusts[0]))
    stated = [right * part / sum(parts) for part in parts]
    if unmeasured:
        return stated
    first, *others = stated
    stated = [
        measured.calibration_of_best.at(first),
        *(measured.calibration_of_others.at(each) for each in others),
    ]
    return [each / max(1.0, sum(stated)) for each in stated]
