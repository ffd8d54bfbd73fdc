"""The documents as they were read: transcripts, file names, and where the files were."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schedgraph.graph.ledger.source_table import SourceTable

if TYPE_CHECKING:
    from pathlib import Path

Json = dict[str, Any]
_LEVEL = 1
"""Of zlib: a fifth of the size for a tenth of the time of reading the document."""


class DocumentTable:
    """One row a document, known by the SHA-256 of its bytes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._sources = SourceTable(connection)

    def find(self, sha256: str) -> tuple[tuple[str, ...], str | None]:
        """The file names of a document, sorted, and its transcript; none where it is not here."""
        row = self._connection.execute(
            "SELECT names, transcript FROM document JOIN source ON id = source WHERE name = ?", (sha256,)
        ).fetchone()
        return (tuple(json.loads(row[0])), zlib.decompress(row[1]).decode()) if row else ((), None)

    def rename(self, sha256: str, names: list[str]) -> None:
        """Keeps other file names of a document that is here."""
        number = self._sources.numbered(sha256)
        self._connection.execute(
            "UPDATE document SET names = ? WHERE source = ?", (json.dumps(names), number)
        )

    def put(self, sha256: str, names: list[str], form: str, schedule: str | None, transcript: str) -> None:
        """Keeps a document in place of what was kept of it."""
        packed = zlib.compress(transcript.encode(), _LEVEL)
        self._connection.execute(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?)",
            (self._sources.numbered(sha256), json.dumps(names), form, schedule, packed),
        )

    def keys(self) -> Iterator[str]:
        """The SHA-256 of every document."""
        rows = self._connection.execute("SELECT name FROM document JOIN source ON id = source")
        return (row[0] for row in rows)

    def transcripts(self) -> tuple[Json, ...]:
        """The transcripts of all documents, in the order of their content."""
        rows = self._connection.execute(
            "SELECT transcript FROM document JOIN source ON id = source ORDER BY name"
        )
        return tuple(json.loads(zlib.decompress(row[0])) for row in rows)

    def transcripts_of(self, schedule: str) -> tuple[Json, ...]:
        """The transcripts of the documents of one schedule."""
        rows = self._connection.execute(
            "SELECT transcript FROM document JOIN source ON id = source WHERE schedule = ? ORDER BY name",
            (schedule,),
        )
        return tuple(json.loads(zlib.decompress(row[0])) for row in rows)

    def names(self, of: Iterable[str] | None = None) -> dict[str, str]:
        """The file name of each document by its sha256; only those of `of`, where it is given."""
        query = "SELECT name, names FROM document JOIN source ON id = source"
        if of is None:
            return {row[0]: json.loads(row[1])[0] for row in self._connection.execute(query)}
        rows = (self._connection.execute(f"{query} WHERE name = ?", (each,)).fetchone() for each in of)
        return {row[0]: json.loads(row[1])[0] for row in rows if row}

    def count(self) -> int:
        """How many documents there are."""
        found: int = self._connection.execute("SELECT count(*) FROM document").fetchone()[0]
        return found

    def note_place(self, sha256: str, path: "Path") -> None:
        """Keeps where the file of a document is."""
        self._connection.execute("INSERT OR IGNORE INTO place VALUES (?, ?)", (sha256, str(path)))

    def places(self, sha256: str) -> tuple[str, ...]:
        """Where the file of a document was, the places in alphabetical order."""
        rows = self._connection.execute("SELECT path FROM place WHERE sha256 = ? ORDER BY path", (sha256,))
        return tuple(row[0] for row in rows)
