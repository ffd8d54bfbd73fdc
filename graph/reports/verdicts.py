"""The verdict on every authority and where its lineage ends, as a table: what is in force, and what stands for the rest."""

from collections.abc import Callable, Iterable, Sequence

from schedgraph.graph.ledger import Ledger
from schedgraph.graph.reports.table import SEPARATOR, Table
from schedgraph.graph.resolving import Resolved, resolve
from schedgraph.graph.rules.book import deciding
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import walk

COLUMNS = ("Disposition Authority", "Verdict", "Current", "Possibly current")


def verdicts(ledger: Ledger, identifiers: Sequence[str] | None = None) -> Table:
    """The authorities `identifiers`, sorted, or all of the store where it is None, one a row.

    By all that the corpus knows today. "Current" are the certain ends of the lineage, "Possibly current" the others.
    """
    if identifiers is None:
        found = resolve(ledger)
        return _table(sorted(found), found.__getitem__)
    bench = Bench(ledger, None, deciding())

    def walked(identifier: str) -> Resolved:
        way = walk(bench, identifier)
        return Resolved(way.judgement.verdict, tuple((end.id, end.scope) for end in way.ends))

    return _table(identifiers, walked)


def _table(identifiers: Iterable[str], resolved: Callable[[str], Resolved]) -> Table:
    return Table(columns=COLUMNS, rows=tuple(_row(each, resolved(each)) for each in identifiers))


def _row(identifier: str, resolved: Resolved) -> tuple[str, ...]:
    certain, possible = (
        SEPARATOR.join(end for end, scope in resolved.ends if scope == wanted)
        for wanted in ("certain", "possible")
    )
    return identifier, resolved.verdict, certain, possible
