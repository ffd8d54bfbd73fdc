"""Full text over titles, descriptions and dispositions (FTS5)."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

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
        self._insert(source, ((each.subject, each.predicate, each.object) for each in found))

    def _insert(self, source: int, found: Iterable[tuple[str, str, str]]) -> None:
        texts: dict[str, list[str]] = {}
        for subject, predicate, value in found:
            if predicate in _COLUMNS:
                texts.setdefault(subject, ["", "", ""])[_COLUMNS[predicate]] = value
        for subject, columns in texts.items():
            row = self._connection.execute(
                "INSERT INTO worded (subject, source) VALUES (?, ?)", (subject, source)
            ).lastrowid
            self._connection.execute(
                "INSERT INTO words (rowid, title, description, disposition) VALUES (?, ?, ?, ?)",
                (row, *columns),
            )

    def rebuild(self) -> None:
        """Makes the full text anew from what the documents say."""
        self._connection.execute("DELETE FROM words")
        self._connection.execute("DELETE FROM worded")
        said = self._connection.execute(
            "SELECT source, subject, predicate, object FROM statement "
            "WHERE predicate IN ('title', 'description', 'disposition-instruction') "
            "AND source IN (SELECT source FROM document) ORDER BY source, statement.id"
        )
        for source, rows in groupby(said, key=itemgetter(0)):
            self._insert(source, ((subject, predicate, value) for _, subject, predicate, value in rows))

    def faults(self) -> Iterator[str]:
        """Whether every text that a document gives can be found, and nothing else."""
        for column, predicate in zip(("title", "description", "disposition"), _COLUMNS, strict=True):
            kept = f"SELECT subject, source, {column} FROM words JOIN worded ON id = words.rowid WHERE {column} <> ''"  # noqa: S608
            said = (
                "SELECT subject, source, object FROM statement WHERE predicate = ? AND object <> '' "
                "AND source IN (SELECT source FROM document)"
            )
            query = f"SELECT count(*) FROM ({kept} EXCEPT {said})"  # noqa: S608 (fixed names)
            if self._connection.execute(query, (predicate,)).fetchone()[0]:
                yield f"the full text holds a {predicate} that no document gives"
            several = (
                "SELECT subject, source FROM statement WHERE predicate = ? GROUP BY 1, 2 HAVING count(*) > 1"
            )
            query = f"SELECT count(*) FROM ({said} EXCEPT {kept}) WHERE (subject, source) NOT IN ({several})"  # noqa: S608
            if self._connection.execute(query, (predicate, predicate)).fetchone()[0]:
                yield f"the full text lacks a {predicate} that a document gives"

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
