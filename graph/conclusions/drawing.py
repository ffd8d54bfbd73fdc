"""Draws answers by the rules, in this process or in several."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Self

from schedgraph.graph.answers import Lookup, answer_from
from schedgraph.graph.conclusions.leaning import NotedBench, region
from schedgraph.graph.conclusions.packing import packed
from schedgraph.graph.conclusions.regions import RegionCase
from schedgraph.graph.conclusions.table import AnswerTable, Drawn
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.statements import Statement
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.uncollected import without_collection

WORTH_A_PROCESS = 200
"""Answers for which it pays to ask another process."""


class Crew:
    """Draws answers of a ledger in so many processes; they start with the first task that is large enough.

    The others see the ledger as it was last committed. So who asks must not have changed it in the transaction
    that is open, and that transaction keeps everyone else from changing it.
    """

    def __init__(self, ledger: Ledger, jobs: int) -> None:
        self._ledger = ledger
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def draw(self, identifiers: Sequence[str], most: int = 0) -> list[Drawn]:
        """The answers on these authorities; with `most`, up to so many, with those that they lean on and nobody drew."""
        if self._jobs == 1 or len(identifiers) < WORTH_A_PROCESS * self._jobs:
            return draw(self._ledger, identifiers, most)
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(
                self._jobs, mp_context=context, initializer=_begin, initargs=(self._ledger.folder,)
            )
        size = -(-len(identifiers) // self._jobs)
        parts = [identifiers[start : start + size] for start in range(0, len(identifiers), size)]
        drawing = partial(_draw_elsewhere, most=-(-most // self._jobs))
        found = {each.id: each for part in self._pool.map(drawing, parts) for each in part}
        return list(found.values())


_elsewhere: list[Ledger] = []


def _begin(folder: Path) -> None:
    """Ctrl-C reaches every process of a terminal; the one that writes the store answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _elsewhere.append(Ledger.open(folder))


def _draw_elsewhere(identifiers: Sequence[str], most: int) -> list[Drawn]:
    with _elsewhere[0].snapshot():
        return draw(_elsewhere[0], identifiers, most)


def draw(ledger: Ledger, identifiers: Iterable[str], most: int = 0) -> list[Drawn]:
    """The answers on these authorities as the rules give them now, with what they lean on.

    With `most`, the answers follow on what they lean on, up to so many in all, where none is kept: what was read
    and judged for the one serves for the other.
    """
    with without_collection():
        return _drawn(ledger, identifiers, most)


def _drawn(ledger: Ledger, identifiers: Iterable[str], most: int) -> list[Drawn]:
    case = RegionCase(ledger)
    bench = NotedBench(case)
    table = AnswerTable(ledger.connection)
    found: dict[str, Drawn] = {}
    waiting, followed = deque(identifiers), set[str]()
    while waiting:
        identifier = waiting.popleft()
        if identifier in found:
            continue
        with bench.noting() as regions:
            answer = answer_from(bench, identifier, identifier, {})
        leans = tuple(sorted(regions - {region(identifier)}))
        found[identifier] = drawn(answer, leans, case.number)
        if len(found) + len(waiting) < most:
            new = [each for each in leans if each not in followed]
            followed.update(new)
            waiting += table.lacking([each for name in new for each in case.authorities(name)])
    return list(found.values())


def drawn(answer: Lookup, leans: tuple[str, ...], number: Callable[[Statement], int]) -> Drawn:
    """An answer as it is kept; `number` gives the number of the row behind a statement."""
    written = parse_identifier(answer.id)
    return Drawn(
        id=answer.id,
        verdict=answer.verdict,
        family=written.family if written else None,
        body=packed(answer, number),
        leans=leans,
        successions=tuple(
            (link.origin, link.to, link.rule, link.since.isoformat() if link.since else None, link.scope)
            for link in answer.chain
            if link.origin == answer.id
        ),
    )
