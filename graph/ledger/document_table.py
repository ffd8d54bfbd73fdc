"""The documents as they were read: transcripts, file names, and where the files were."""

import json
import sqlite3
from pathlib import Path
from typing import Any

Json = dict[str, Any]


class DocumentTable:
    """One row a document, known by the SHA-256 of its bytes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def find(self, sha256: str) -> tuple[tuple[str, ...], str | None]:
        """The file names of a document, sorted, and its transcript; none where it is not here."""
        row = self._connection.execute(
            "SELECT names, transcript FROM document WHERE sha256 = ?", (sha256,)
        ).fetchone()
        return (tuple(json.loads(row[0])), row[1]) if row else ((), None)

    def rename(self, sha256: str, names: list[str]) -> None:
        """Keeps other file names of a document that is here."""
        self._connection.execute(
            "UPDATE document SET names = ?1 WHERE sha256 = ?2 AND names <> ?1", (json.dumps(names), sha256)
        )

    def put(self, sha256: str, names: list[str], form: str, schedule: str | None, transcript: str) -> None:
        """Keeps a document in place of what was kept of it."""
        self._connection.execute(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?)",
            (sha256, json.dumps(names), form, schedule, transcript),
        )

    def keys(self) -> tuple[str, ...]:
        """The SHA-256 of every document."""
        return tuple(row[0] for row in self._connection.execute("SELECT sha256 FROM document"))

    def transcripts(self) -> tuple[Json, ...]:
        """The transcripts of all documents, in the order of their content."""
        rows = self._connection.execute("SELECT transcript FROM document ORDER BY sha256")
        return tuple(json.loads(row[0]) for row in rows)

    def transcripts_of(self, schedule: str) -> tuple[Json, ...]:
        """The transcripts of the documents of one schedule."""
        rows = self._connection.execute(
            "SELECT transcript FROM document WHERE schedule = ? ORDER BY sha256", (schedule,)
        )
        return tuple(json.loads(row[0]) for row in rows)

    def names(self) -> dict[str, str]:
        """The file name of each document by its sha256."""
        rows = self._connection.execute("SELECT sha256, names FROM document")
        return {row[0]: json.loads(row[1])[0] for row in rows}

    def note_place(self, sha256: str, path: Path) -> None:
        """Keeps where the file of a document is."""
        self._connection.execute("INSERT OR IGNORE INTO place VALUES (?, ?)", (sha256, str(path)))

    def places(self, sha256: str) -> tuple[str, ...]:
        """Where the file of a document was, the places in alphabetical order."""
        rows = self._connection.execute("SELECT path FROM place WHERE sha256 = ? ORDER BY path", (sha256,))
        return tuple(row[0] for row in rows)
