"""Full text over titles, descriptions and dispositions (FTS5)."""

import sqlite3
from collections.abc import Iterable, Iterator

from schedgraph.graph.statements import Statement

_COLUMNS = {"title": 2, "description": 3, "disposition-instruction": 4}


class WordTable:
    """One row of searchable text for each authority that a document describes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def insert(self, found: Iterable[Statement], document: str) -> None:
        """Makes what a document says of authorities searchable."""
        self._connection.executemany("INSERT INTO words VALUES (?, ?, ?, ?, ?)", _rows(found, document))

    def forget(self, document: str) -> None:
        """Takes out the words of a document."""
        self._connection.execute("DELETE FROM words WHERE document = ?", (document,))

    def search(self, text: str, limit: int) -> tuple[tuple[str, str], ...]:
        """Authorities whose words match, best first, each with the passage that matches, hits in brackets."""
        words = "".join(c if c.isalnum() else " " for c in text).split()
        if not words:
            return ()
        rows = self._connection.execute(
            "SELECT id, snippet(words, -1, '[', ']', '…', 16) FROM words WHERE words MATCH ? ORDER BY rank, id LIMIT ?",
            (" ".join(f'"{word}"' for word in words), limit),
        )
        return tuple((row[0], row[1]) for row in rows)


def _rows(found: Iterable[Statement], document: str) -> Iterator[tuple[str, ...]]:
    rows: dict[str, list[str]] = {}
    for each in found:
        if each.predicate in _COLUMNS:
            row = rows.setdefault(each.subject, [each.subject, document, "", "", ""])
            row[_COLUMNS[each.predicate]] = each.object
    yield from map(tuple, rows.values())
