"""The query that shows an explained answer in the graph: the verdict, and the words it rests on where they stand."""

from collections.abc import Sequence

from schedgraph.graph.rdf.nodes import Mint
from schedgraph.graph.rdf.notation import text
from schedgraph.graph.statements import Statement

MOST_ROWS = 250
"""So much evidence goes into one query, which may have 20,000 characters."""

_KINDS = ("assertion", "citation", "observation")


def reproduction(
    identifier: str, cited: Sequence[Statement], base: str, *, with_verdict: bool
) -> tuple[str, ...]:
    """Queries whose rows are the verdict, what each piece of evidence says, its document, page and quote.

    The graph holds the verdicts of today alone: for another day only the evidence is asked for.
    """
    rows = [cited[start : start + MOST_ROWS] for start in range(0, len(cited), MOST_ROWS)] or [()]
    return tuple(_query(identifier, part, Mint(base=base), with_verdict=with_verdict) for part in rows)


def _query(identifier: str, cited: Sequence[Statement], mint: Mint, *, with_verdict: bool) -> str:
    lines = [f"# What carries the answer on {identifier}, and where is it written?"]
    lines += [f"PREFIX {kind}: <{mint.base}/{kind}/>" for kind in _KINDS] if cited else []
    verdict = [
        f"  ?item sg:identifier {text(identifier)} ; sg:verdict/skos:notation ?verdict ."
    ] * with_verdict
    if not cited:
        return "\n".join([*lines, "SELECT ?verdict WHERE {", *verdict, "}"]) + "\n"
    columns = "?verdict " * with_verdict + "?says ?document ?page ?quote"
    return (
        "\n".join(
            [
                *lines,
                f"SELECT DISTINCT {columns} WHERE {{",
                "  VALUES (?says ?said) {",
                *sorted({f"    ({text(each.predicate)} {_short(each, mint)})" for each in cited}),
                "  }",
                "  ?said sg:evidence ?place .",
                "  ?place sg:quote ?quote ; sg:page ?page ; sg:wasQuotedFrom/sg:fileName ?document .",
                *verdict,
                "}",
                "ORDER BY ?says ?document ?page ?quote",
            ]
        )
        + "\n"
    )


def _short(statement: Statement, mint: Mint) -> str:
    kind, key = mint.statement(statement)[1:-1].removeprefix(f"{mint.base}/").split("/", 1)
    return f"{kind}:{key}"
