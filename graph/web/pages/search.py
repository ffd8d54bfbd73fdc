"""`/`: the search. It takes a number however damaged and says how it read it, or words of a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from schedgraph.graph.answers import near, title
from schedgraph.graph.spreadsheet import csv_line
from schedgraph.graph.store import Store, UnknownAuthority
from schedgraph.graph.verdict import Bench, Verdict
from schedgraph.graph.web import links
from schedgraph.graph.web.resource import Resource, Sibling, Visit, siblings
from schedgraph.graph.web.template import rendered
from schedgraph.graph.web.text import json_text
from schedgraph.graph.wording.numbers import how_read, is_number, number_json, read_given
from schedgraph.graph.wording.plain import plain
from schedgraph.parser.authority.reader import WrittenNumber, read_numbers

MOST = 50
"""Passages that are shown for a search by words."""
LONGEST = 400
"""Characters of a question; a list of numbers may have as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An authority that a number may mean, known to the store or not."""

    id: str
    href: str
    title: str | None
    verdict: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One number of the question: how it was read, and what it may mean."""

    printed: str
    how: str
    number: WrittenNumber
    targets: tuple[Target, ...]
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """An item whose text has the words of the question; the hits stand in brackets."""

    id: str
    href: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """Everything that the page shows. `cut` tells that there are more passages than are shown."""

    asked: str
    too_long: bool
    numbers: tuple[Found, ...]
    passages: tuple[Passage, ...]
    cut: bool
    siblings: tuple[Sibling, ...]


def search(visit: Visit) -> Resource:
    """The search, and what it found."""
    asked = visit.given.get("q", "").strip()
    query = links.with_query("", q=asked)
    view = _view(visit.store, asked, query)
    return Resource(
        path="/",
        query=query,
        writers={
            "html": lambda: rendered("search", view=view),
            "json": lambda: json_text(
                {
                    "asked": view.asked,
                    "numbers": [
                        {**number_json(each.number), "near": list(each.near)} for each in view.numbers
                    ],
                    "passages": [{"id": each.id, "passage": each.text} for each in view.passages],
                    "truncated": view.cut,
                }
            ),
            "csv": lambda: "".join(_csv(view)),
        },
    )


def _view(store: Store, asked: str, query: str) -> SearchView:
    too_long = len(asked) > LONGEST
    numbers = () if not asked or too_long else read_given(asked)
    passages = () if not asked or too_long else store.ledger.search(asked, MOST + 1)
    return SearchView(
        asked=asked,
        too_long=too_long,
        numbers=tuple(_found(store, each) for each in numbers if is_number(each)),
        passages=tuple(
            Passage(id=name, href=links.authority(name), text=text) for name, text in passages[:MOST]
        ),
        cut=len(passages) > MOST,
        siblings=siblings("/", query, ("json", "csv")) if asked else (),
    )


def _found(store: Store, number: WrittenNumber) -> Found:
    """The store decides between readings by what it holds, as a lookup does."""
    again = next(iter(_settled(store, number)), number)
    readings = dict.fromkeys(filter(None, (again.id, *(each.target for each in again.readings))))
    bench = Bench(store.ledger)
    targets = tuple(_target(store, bench, each, number.printed) for each in readings)
    close = () if any(each.verdict for each in targets) else _near(store, number)
    return Found(
        printed=plain(number.printed), how=how_read(again), number=again, targets=targets, near=close
    )


def _settled(store: Store, number: WrittenNumber) -> tuple[WrittenNumber, ...]:
    try:
        return tuple(each.reading for each in store.resolve(number.printed))
    except UnknownAuthority:
        return read_numbers(number.printed)


def _near(store: Store, number: WrittenNumber) -> tuple[str, ...]:
    wanted = number.id or number.readings[0].target
    return near(store.ledger.identifiers(), wanted)


def _target(store: Store, bench: Bench, identifier: str, printed: str) -> Target:
    known = store.is_known(identifier)
    return Target(
        id=identifier,
        href=links.with_query(links.authority(identifier), asked=printed if printed != identifier else None),
        title=title(store.ledger, identifier),
        verdict=bench.judge(identifier).verdict if known else None,
    )


def _csv(view: SearchView) -> Iterator[str]:
    yield csv_line(("written", "id", "title", "verdict", "how_read"))
    for each in view.numbers:
        for target in each.targets:
            cells = (each.printed, target.id, target.title or "", target.verdict or "not known", each.how)
            yield csv_line(map(plain, cells))
    for passage in view.passages:
        yield csv_line(map(plain, ("", passage.id, passage.text, "", "")))
