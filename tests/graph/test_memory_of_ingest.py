"""What storing documents takes of memory, which does not grow with the number of documents."""

import _sqlite3
import ctypes
from itertools import islice
from pathlib import Path

import pytest

from bench.scale.documents import documents
from bench.scale.filling import size_of
from schedgraph.graph.ledger import Ledger

MANY = 150
"""Documents whose pages are more than the writer keeps."""


def memory_of_sqlite() -> int:
    """Bytes that SQLite holds in this process."""
    try:
        used = ctypes.CDLL(_sqlite3.__file__).sqlite3_memory_used
    except (AttributeError, OSError):
        # A Python that holds its SQLite within itself shows the library's functions to nobody, and no other tells this.
        pytest.skip("this SQLite does not tell what memory it holds")
    used.restype = ctypes.c_int64
    return int(used())


def test_memory_does_not_grow_with_the_documents_that_are_stored(tmp_path: Path) -> None:
    held = []
    waiting = documents(size_of(50_000, 1))
    with Ledger.create(tmp_path) as ledger:
        for _ in range(2):
            for each in islice(waiting, MANY):
                ledger.add(each)
            held.append(memory_of_sqlite())
    if not held[0]:
        # A SQLite built without its counters answers nought, of which nothing can be said.
        pytest.skip("this SQLite does not count its memory")
    assert held[1] - held[0] < 256 * 1024
    assert held[1] < 8 * 1024 * 1024
