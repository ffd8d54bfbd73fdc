"""Fills a store with planned schedules, by the way that real documents take."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.scale.documents import documents
from bench.scale.plan import ITEMS_A_SCHEDULE, Size
from schedgraph.graph.ledger import Ledger

BATCH = 500


def size_of(items: int, seed: int) -> Size:
    """The size with about so many items."""
    return Size(seed=seed, schedules=max(5, items // ITEMS_A_SCHEDULE))


def fill(folder: Path, size: Size) -> Iterator[int]:
    """Puts all schedules into the store in `folder`; after each batch, how many are stored."""
    stored = 0
    with Ledger.create(folder) as ledger:
        waiting = documents(size)
        while batch := list(islice(waiting, BATCH)):
            ledger.add_many(batch)
            stored += len(batch)
            yield stored
