"""An answer as the JSON array of a row, and back.

Statements are named by the numbers of their rows in the ledger, so that evidence is kept once; dates are ISO 8601.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from schedgraph.graph.answers import Link, Lookup
    from schedgraph.graph.finding import Finding
    from schedgraph.graph.retention import Retention
    from schedgraph.graph.statements import Statement

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_decode = json.JSONDecoder().raw_decode
Row = list[Any]


def packed(answer: "Lookup", number: "Callable[[Statement], int]") -> str:
    """The row of an answer; `number` gives the number of a statement's row."""
    numbers: dict[int, int] = {}

    def places(statements: "Sequence[Statement]") -> list[int]:
        return [numbers.setdefault(number(each), len(numbers)) for each in statements]

    def retention(each: "Retention | None") -> Row | None:
        if each is None:
            return None
        return [
            each.final,
            each.action,
            each.period,
            each.trigger,
            each.cutoff,
            each.text,
        ]

    def link(each: "Link") -> Row:
        change = each.retention
        return [
            each.origin,
            each.to,
            _day(each.since),
            each.rule,
            each.scope,
            each.written_for,
            places(each.statements),
            [change.change, change.message, retention(change.old), retention(change.new)],
            _day(each.approved),
            _day(each.known),
            each.readings,
        ]

    def found(each: "Finding") -> Row:
        return [each.code, each.message, places(each.statements)]

    row: Row = [
        answer.title,
        _day(answer.horizon),
        answer.rules,
        [
            [each.id, each.title, each.verdict, each.in_corpus, each.scope, each.condition]
            for each in answer.current
        ],
        [link(each) for each in answer.chain],
        [found(each) for each in answer.conflicts],
        [found(each) for each in answer.caveats],
    ]
    return _encode([list(numbers), *row])


def numbers_in(body: str) -> tuple[list[int], Row]:
    """The numbers of the statements that a row names, and the rest of it."""
    (numbers, *row), _ = _decode(body)
    return numbers, row


class Shapes(NamedTuple):
    """What makes the parts of an answer from their fields."""

    lookup: Callable[..., Any]
    current: Callable[..., Any]
    link: Callable[..., Any]
    change: Callable[..., Any]
    retention: Callable[..., Any]
    finding: Callable[..., Any]
    statement: Callable[..., Any]
    evidence: Callable[..., Any]


def unpacked(
    query: str,
    identifier: str,
    verdict: str,
    row: Row,
    statements: Sequence[Any],
    documents: Mapping[str, str],
    shapes: Shapes,
) -> Any:
    """The answer behind a row; `statements` in the order of their numbers."""
    made = shapes

    def at(places: list[int]) -> tuple[Any, ...]:
        return tuple([statements[place] for place in places])

    def retention(each: Row | None) -> Any:
        if each is None:
            return None
        final, action, period, trigger, cutoff, text = each
        return made.retention(
            final=final,
            action=action,
            period=period,
            trigger=trigger,
            cutoff=cutoff,
            text=text,
        )

    def link(each: Row) -> Any:
        origin, to, since, rule, scope, written_for, said, change, approved, known, readings = each
        kind, message, old, new = change
        return made.link(
            origin=origin,
            to=to,
            since=_date(since),
            rule=rule,
            scope=scope,
            written_for=written_for,
            statements=at(said),
            retention=made.change(change=kind, message=message, old=retention(old), new=retention(new)),
            approved=_date(approved),
            known=_date(known),
            readings=tuple([(name, share) for name, share in readings]),
        )

    def findings(rows: list[Row]) -> tuple[Any, ...]:
        return tuple(
            [made.finding(code=code, message=message, statements=at(said)) for code, message, said in rows]
        )

    title, horizon, rules, current, chain, conflicts, caveats = row
    return made.lookup(
        query=query,
        id=identifier,
        title=title,
        as_of=None,
        verdict=verdict,
        current=tuple(
            [
                made.current(
                    id=end, title=name, verdict=worth, in_corpus=seen, scope=scope, condition=condition
                )
                for end, name, worth, seen, scope, condition in current
            ]
        ),
        chain=tuple([link(each) for each in chain]),
        conflicts=findings(conflicts),
        caveats=findings(caveats),
        horizon=_date(horizon),
        documents=documents,
        known_on=None,
        rules=tuple(rules),
        without=(),
    )


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
