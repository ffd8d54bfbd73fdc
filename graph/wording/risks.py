"""Items at risk and schedules due for review, as JSON and in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from schedgraph.graph.places import place_json
from schedgraph.graph.risk import REVIEW_AFTER_YEARS, Due, Risk
from schedgraph.graph.wording.paper import Paper
from schedgraph.graph.wording.places import place
from schedgraph.graph.wording.plain import plain

Json = dict[str, Any]

_TIES = {
    "cites": "cites",
    "depends-on": "has its disposition instruction in",
    "shares-a-crosswalk-row": "shares a crosswalk entry with",
}


def risks_json(risks: Sequence[Risk], documents: Mapping[str, str]) -> list[Json]:
    """The value of `at_risk`."""
    return [
        {
            "id": each.id,
            "verdict": each.verdict,
            "kind": each.kind,
            "dead": each.dead,
            "dead_verdict": each.dead_verdict,
            "scope": "certain" if each.is_certain else "possible",
            "evidence": [place_json(statement, documents) for statement in each.statements],
        }
        for each in risks
    ]


def risk_lines(risks: Sequence[Risk], documents: Mapping[str, str], paper: Paper) -> list[str]:
    """One entry an item and dead authority, with the words that tie them."""
    lines = [paper.heading("Active on paper and hanging on a dead authority")]
    for each in risks:
        doubt = "" if each.is_certain else ", in one reading of the number"
        lines += paper.wrap(
            f"{each.id} ({each.verdict}) {_TIES[each.kind]} {each.dead}, which is {each.dead_verdict}{doubt}",
            2,
            4,
        )
        for statement in each.statements:
            lines += paper.wrap(place(statement, documents), 6, 8)
    return lines if risks else [*lines, "  none"]


def due_json(due: Sequence[Due], day: date) -> Json:
    """The value of `review_due`."""
    return {
        "as_of": day.isoformat(),
        "years": REVIEW_AFTER_YEARS,
        "agencies": [
            {
                "agency": agency,
                "schedules": [
                    {
                        "id": each.schedule,
                        "approved": each.approved.isoformat() if each.approved else None,
                        "earliest": each.earliest.isoformat() if each.earliest else None,
                        "items": list(each.items),
                    }
                    for each in found
                ],
            }
            for agency, found in _by_agency(due)
        ],
    }


def due_lines(due: Sequence[Due], day: date, paper: Paper) -> list[str]:
    """The schedules of each agency, the oldest first."""
    lines = [
        paper.heading(
            f"Due for review on {day}: schedules {REVIEW_AFTER_YEARS} or more years old (36 CFR 1225.22)"
        )
    ]
    for agency, found in _by_agency(due):
        lines += ["", *paper.wrap(plain(agency or "Agency not stated"), 2)]
        for each in found:
            when = f"approved {each.approved}"
            if each.approved is None:
                when = f"approval not shown; by its number not before {each.earliest}"
            count = f"{len(each.items)} item{'' if len(each.items) == 1 else 's'} not known to be dead"
            lines += paper.wrap(f"{each.schedule}: {when}; {count}", 4, 6)
    return lines if due else [*lines, "  none"]


def _by_agency(due: Sequence[Due]) -> list[tuple[str | None, list[Due]]]:
    return [(agency, list(found)) for agency, found in groupby(due, key=lambda each: each.agency)]
