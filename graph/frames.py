"""Answers as pandas data frames, for who has pandas."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from schedgraph.graph.errors import NotInstalledError

if TYPE_CHECKING:
    import pandas as pd

    from schedgraph.graph.answers import Lookup
    from schedgraph.graph.lineage import Lineage

STEP_COLUMNS = (
    "from", "to", "date", "scope", "rule", "retention_change", "quote", "document", "page", "method", "confidence",
)  # fmt: skip
EDGE_COLUMNS = ("from", "to", "date", "scope", "rule", "retention_change", "verdict_from", "verdict_to")


def frame(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> "pd.DataFrame":
    """A data frame. Raises NotInstalledError where pandas is not installed."""
    try:
        import pandas as pd
    except ModuleNotFoundError:
        raise NotInstalledError(
            "a data frame needs pandas, which is not installed; install it with `pip install pandas`"
        ) from None
    return pd.DataFrame(rows, columns=list(columns))


def steps_frame(answer: "Lookup") -> "pd.DataFrame":
    """A row for each piece of evidence of each step of the chain; a step without a quote has one row too."""
    rows: list[tuple[Any, ...]] = []
    for link in answer.chain:
        step = (link.origin, link.to, _iso(link.since), link.scope, link.rule, link.retention.change)
        said = [each for each in link.statements if each.evidence.quote]
        for each in said:
            place = each.evidence
            name = answer.documents.get(each.document, each.document)
            page = place.page if each.source == "document" else None
            rows.append(
                (*step, place.quote, name, page, place.method, min(each.confidence, place.confidence))
            )
        if not said:
            rows.append((*step, None, None, None, None, None))
    return frame(STEP_COLUMNS, rows)


def edges_frame(lineage: "Lineage") -> "pd.DataFrame":
    """A row for each succession, with the verdicts on both of its ends."""
    verdicts = {node.id: node.verdict for node in lineage.nodes}
    return frame(
        EDGE_COLUMNS,
        [
            (
                edge.old,
                edge.new,
                _iso(edge.since),
                edge.scope,
                edge.rule,
                edge.retention.change,
                verdicts[edge.old],
                verdicts[edge.new],
            )
            for edge in lineage.edges
        ],
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
