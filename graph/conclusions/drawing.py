"""Draws answers by the rules, in this process or in several."""

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Self

from schedgraph.graph.answers import answer_from
from schedgraph.graph.conclusions.leaning import NotedBench, region
from schedgraph.graph.conclusions.packing import packed
from schedgraph.graph.conclusions.table import Drawn
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.statements import Statement
from schedgraph.parser.authority.number import parse_identifier

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

    def draw(self, identifiers: Sequence[str]) -> list[Drawn]:
        """The answers on these authorities, in their order."""
        if self._jobs == 1 or len(identifiers) < WORTH_A_PROCESS * self._jobs:
            return draw(self._ledger, identifiers)
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(
                self._jobs, mp_context=context, initializer=_begin, initargs=(self._ledger.folder,)
            )
        size = -(-len(identifiers) // self._jobs)
        parts = [identifiers[start : start + size] for start in range(0, len(identifiers), size)]
        return [each for part in self._pool.map(_draw_elsewhere, parts) for each in part]


_elsewhere: list[Ledger] = []


def _begin(folder: Path) -> None:
    """Ctrl-C reaches every process of a terminal; the one that writes the store answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _elsewhere.append(Ledger.open(folder))


def _draw_elsewhere(identifiers: Sequence[str]) -> list[Drawn]:
    with _elsewhere[0].snapshot():
        return draw(_elsewhere[0], identifiers)


def draw(ledger: Ledger, identifiers: Iterable[str]) -> list[Drawn]:
    """The answers on these authorities as the rules give them now."""
    bench = NotedBench(ledger)

    def number(said: Statement) -> int:
        found = ledger.statements.number(said)
        if found is None:
            raise KeyError(said.key)
        return found

    return [drawn(bench, each, number) for each in identifiers]


def drawn(bench: NotedBench, identifier: str, number: Callable[[Statement], int]) -> Drawn:
    """One answer, with what it leans on."""
    with bench.noting() as regions:
        answer = answer_from(bench, identifier, identifier, {})
    number_of = parse_identifier(identifier)
    return Drawn(
        id=identifier,
        verdict=answer.verdict,
        family=number_of.family if number_of else None,
        body=packed(answer, number),
        leans=tuple(sorted(regions - {region(identifier)})),
        successions=tuple(
            (link.origin, link.to, link.rule, link.since.isoformat() if link.since else None, link.scope)
            for link in answer.chain
            if link.origin == identifier
        ),
    )
