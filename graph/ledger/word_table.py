"""Full text over titles, descriptions and dispositions (FTS5)."""

import sqlite3
from collections.abc import Iterable

from schedgraph.graph.ledger.source_table import SourceTable
from schedgraph.graph.statements import Statement

_COLUMNS = {"title": 0, "description": 1, "disposition-instruction": 2}


class WordTable:
    """One row of searchable text for each authority that a document describes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._sources = SourceTable(connection)

    def put(self, document: str, found: Iterable[Statement]) -> None:
        """Makes what a document says of authorities searchable, in place of what it said before."""
        source = self._sources.numbered(document)
        old = self._connection.execute("SELECT id FROM worded WHERE source = ?", (source,)).fetchall()
        self._connection.executemany("DELETE FROM words WHERE rowid = ?", old)
        self._connection.execute("DELETE FROM worded WHERE source = ?", (source,))
        texts: dict[str, list[str]] = {}
        for each in found:
            if each.predicate in _COLUMNS:
                texts.setdefault(each.subject, ["", "", ""])[_COLUMNS[each.predicate]] = each.object
        for subject, columns in texts.items():
            row = self._connection.execute(
                "INSERT INTO worded (subject, source) VALUES (?, ?)", (subject, source)
            ).lastrowid
            self._connection.execute(
                "INSERT INTO words (rowid, title, description, disposition) VALUES (?, ?, ?, ?)",
                (row, *columns),
            )

    def search(self, text: str, limit: int) -> tuple[tuple[str, str], ...]:
        """Authorities whose words match, best first, each with the passage that matches, hits in brackets."""
        wanted = "".join(c if c.isalnum() else " " for c in text).split()
        if not wanted:
            return ()
        rows = self._connection.execute(
            "SELECT subject, snippet(words, -1, '[', ']', '…', 16) FROM words JOIN worded ON worded.id = words.rowid "
            "WHERE words MATCH ? ORDER BY rank, subject LIMIT ?",
            (" ".join(f'"{word}"' for word in wanted), limit),
        )
        return tuple((row[0], row[1]) for row in rows)
