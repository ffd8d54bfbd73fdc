"""Triples in a temporary file of SQLite, to be found by subject or by object.

The file has no name: it is gone when it is closed, whatever ends the process. What it takes of memory is its cache.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple, Self

from schedgraph.graph.errors import StoreError
from schedgraph.graph.rdf.notation import Term, Triple

_AT_ONCE = 10_000
_ASKED_AT_ONCE = 400
_CACHE_KB = 65_536
_COLUMNS = "place, subject, predicate, value"


class Row(NamedTuple):
    """A triple and its place in the order in which the triples came."""

    place: int
    subject: Term
    predicate: Term
    value: Term


class TripleTable:
    """The triples of which a question may come; those of `backwards` can be found by their object, too."""

    def __init__(self, predicates: Iterable[Term], backwards: frozenset[Term]) -> None:
        self._names = sorted(predicates)
        self._numbers = {name: number for number, name in enumerate(self._names)}
        self._backwards = backwards
        self._connection = sqlite3.connect("", isolation_level=None)
        run = self._connection.execute
        run(f"PRAGMA cache_size = -{_CACHE_KB}")
        run("PRAGMA journal_mode = OFF")
        run("PRAGMA synchronous = OFF")
        run(
            "CREATE TABLE triple (place INTEGER PRIMARY KEY, from_key INTEGER NOT NULL, predicate INTEGER NOT NULL, "
            "subject TEXT NOT NULL, value TEXT NOT NULL, to_key INTEGER)"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def fill(self, triples: Iterable[Triple]) -> int:
        """Takes the triples and tells how many there are. Raises StoreError where the disk does not take them."""
        rows = (
            (
                _key(subject),
                self._numbers[predicate],
                subject,
                value,
                _key(value) if predicate in self._backwards else None,
            )
            for subject, predicate, value in triples
        )
        insert = "INSERT INTO triple (from_key, predicate, subject, value, to_key) VALUES (?, ?, ?, ?, ?)"
        run = self._connection.execute
        try:
            run("BEGIN")
            while some := list(islice(rows, _AT_ONCE)):
                self._connection.executemany(insert, some)
            run("CREATE INDEX by_subject ON triple (from_key, predicate)")
            run("CREATE INDEX by_value ON triple (to_key, predicate) WHERE to_key IS NOT NULL")
            run("COMMIT")
        except sqlite3.Error as error:
            raise StoreError(
                f"the graph cannot be laid out on the disk to be held against its shapes ({error}); "
                "free some space for temporary files, set SQLITE_TMPDIR to a folder that has it, or leave out the shapes"
            ) from error
        found: tuple[int | None] = run("SELECT max(place) FROM triple").fetchone()
        return found[0] or 0

    def between(self, first: int, last: int) -> Iterator[Row]:
        """The triples that came from the `first` to the `last`, in their order."""
        asked = (
            "SELECT place, subject, predicate, value FROM triple WHERE place BETWEEN ? AND ? ORDER BY place"
        )
        return map(self._row, self._connection.execute(asked, (first, last)))

    def said_of(self, subjects: Iterable[Term], predicate: Term) -> Iterator[Row]:
        """The triples of these subjects with one predicate."""
        yield from self._found("from_key", set(subjects), predicate, 1)

    def leading_to(self, values: Iterable[Term], predicate: Term) -> Iterator[Row]:
        """The triples with these objects and one predicate, which must be one of `backwards`."""
        yield from self._found("to_key", set(values), predicate, 3)

    def _found(self, column: str, wanted: set[Term], predicate: Term, place: int) -> Iterator[Row]:
        number = self._numbers[predicate]
        asked = iter(wanted)
        while some := list(islice(asked, _ASKED_AT_ONCE)):
            marks = ",".join("?" * len(some))
            query = f"SELECT {_COLUMNS} FROM triple WHERE {column} IN ({marks}) AND predicate = ?"  # noqa: S608 (fixed names)
            for row in self._connection.execute(query, (*map(_key, some), number)):
                found = self._row(row)
                # Two terms may have one key.
                if found[place] in wanted:
                    yield found

    def _row(self, row: tuple[int, str, int, str]) -> Row:
        return Row(row[0], row[1], self._names[row[2]], row[3])


def _key(term: Term) -> int:
    digest = blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
