"""Answers as notebooks show them: a picture, and the words beside it, every one of them escaped."""

from collections.abc import Iterator, Sequence
from html import escape

from schedgraph.graph.answers import Lookup
from schedgraph.graph.lineage import Lineage
from schedgraph.graph.pictures.chain import chain_drawing
from schedgraph.graph.pictures.svg import draw, svg
from schedgraph.graph.wording.places import VERDICTS, place, rule_in_words
from schedgraph.graph.wording.plain import plain

SHOWN_ROWS = 200


def lookup_svg(answer: Lookup) -> str:
    """The chain of an answer."""
    return draw(chain_drawing(answer))


def lookup_html(answer: Lookup) -> str:
    """The verdict, where the lineage ends, the chain as a picture and as a table, conflicts and caveats."""
    return "\n".join(_lookup(answer))


def lineage_html(lineage: Lineage) -> str:
    """The picture, and its edges as a table for those who cannot see it."""
    rows = [
        (
            edge.old,
            edge.new,
            edge.since.isoformat() if edge.since else "not given",
            edge.scope,
            rule_in_words(edge.rule),
        )
        for edge in lineage.edges
    ]
    table = _table(("Replaced", "By", "Since", "Certainty", "Rule"), rows) if rows else ""
    return f"<div>{svg(lineage)}{table}</div>"


def rows_html(variables: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The first rows of an answer to a query, and how many there are."""
    more = "" if len(rows) <= SHOWN_ROWS else f", of which {SHOWN_ROWS} are shown"
    count = "1 row" if len(rows) == 1 else f"{len(rows)} rows"
    return f"<div>{_table(variables, rows[:SHOWN_ROWS])}<p>{count}{more}</p></div>"


def _lookup(answer: Lookup) -> Iterator[str]:
    verb, on = ("was", f" on {answer.as_of}") if answer.as_of else ("is", "")
    yield f"<div><p><strong>{_text(answer.id)}</strong> {_text(answer.title or '')}<br>"
    yield f"{verb} <strong>{_text(answer.verdict)}</strong>{on}: {VERDICTS[answer.verdict]}.</p>"
    ends = [f"{each.scope}: {each.id} ({VERDICTS[each.verdict]})" for each in answer.current]
    yield f"<p>Current authority: {_text('; '.join(ends) or 'none is known')}.</p>"
    yield draw(chain_drawing(answer))
    rows = [
        (
            link.origin,
            link.to,
            link.since.isoformat() if link.since else "not given",
            place(each, answer.documents),
        )
        for link in answer.chain
        for each in link.statements
    ]
    if rows:
        yield _table(("Replaced", "By", "Since", "Written"), rows)
    for name, findings in (("Conflicts", answer.conflicts), ("Caveats", answer.caveats)):
        if findings:
            lines = "".join(f"<li>{_text(each.message)}</li>" for each in findings)
            yield f"<p>{name}</p><ul>{lines}</ul>"
    yield f"<p>Known up to {answer.horizon or 'no day that is given'}.</p></div>"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{_text(each)}</th>" for each in heads)
    body = "".join(f"<tr>{''.join(f'<td>{_text(each)}</td>' for each in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _text(text: str) -> str:
    return escape(plain(text), quote=True)
