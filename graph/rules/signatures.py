"""The chain of signatures by which a schedule comes to its approval: certified, submitted, concurred in, approved.

Source: ERA, Signatory Information (actions Certify, Submit for Concurrence, Concur, Approve); SF-115, box 6 and
Notification to Agency, for the first and the last of them.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from schedgraph.graph.casefile import CaseFile, once, schedule_of
from schedgraph.graph.finding import Finding, finding
from schedgraph.graph.rules.book import rule
from schedgraph.graph.statements import Statement

if TYPE_CHECKING:
    from schedgraph.graph.trial import Trial

CHAIN = ("certify", "submit for concurrence", "concur", "approve")
"""The steps in their order, as ERA prints them, in lower case."""


@rule("signature-chain")
def signature_chain(trial: "Trial") -> None:
    """A step that is signed before one that it builds on is a conflict; a missing one a caveat.

    A step that occurs more than once is out of order only where its last date lies before the first of the other.
    Only tables that show an approval are asked for what is missing, and only those of ERA, which print all steps.
    That a schedule was approved before it was certified is told by `approved-before-certified`.
    """
    schedule = schedule_of(trial.identifier)
    conflicts, caveats = once(trial.case, _found, schedule)
    trial.conflicts += conflicts
    trial.caveats += caveats


def _found(case: CaseFile, schedule: str) -> tuple[list[Finding], list[Finding]]:
    """The conflicts and the caveats of a schedule: the same for all of its items."""
    conflicts: list[Finding] = []
    caveats: list[Finding] = []
    about = case.about(schedule)
    for document in sorted({each.document for each in about if each.predicate == "event"}):
        events = [each for each in about if each.document == document and each.predicate == "event"]
        signed = {step: [each for each in events if each.object.casefold() == step] for step in CHAIN}
        for earlier, later in _out_of_order(signed):
            after, before = _last(later), _first(earlier)
            message = (
                f"{schedule} is signed “{later[0].object}” on {after} and “{earlier[0].object}”, which comes before it, on "
                f"{before}; one of the dates or actions is wrong."
            )
            conflicts.append(finding("signatures-out-of-order", message, (*later, *earlier)))
        missing = [step for step in CHAIN if not signed[step]]
        is_era = any(
            each.predicate == "form" and each.object == "ERA" for each in about if each.document == document
        )
        if is_era and signed["approve"] and missing:
            named = ", ".join(f"“{step}”" for step in missing)
            message = (
                f"The signatures of {schedule} show an approval and no {named}; a row may not have been read."
            )
            caveats.append(finding("signature-missing", message, signed["approve"]))
    return conflicts, caveats


def _out_of_order(
    signed: dict[str, list[Statement]],
) -> Iterator[tuple[Sequence[Statement], Sequence[Statement]]]:
    for earlier, later in combinations(CHAIN, 2):
        if (earlier, later) == ("certify", "approve"):
            continue
        before = [each for each in signed[earlier] if each.dated]
        after = [each for each in signed[later] if each.dated]
        if before and after and _last(after) < _first(before):
            yield before, after


def _first(found: Sequence[Statement]) -> date:
    return min(each.dated for each in found if each.dated)


def _last(found: Sequence[Statement]) -> date:
    return max(each.dated for each in found if each.dated)
