"""Which files were read by which edition of the parser, so that they need not be read again.

No part of what the ledger says: it may be lost, and files are read once more.
"""

import sqlite3


class ReadingTable:
    """One row for each name under which the bytes of a document were read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def make(self) -> None:
        """Makes the table where there is none."""
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS reading "
            "(sha256 TEXT NOT NULL, name TEXT NOT NULL, edition TEXT NOT NULL, PRIMARY KEY (sha256, name)) WITHOUT ROWID"
        )

    def put(self, sha256: str, name: str, edition: str) -> None:
        """Notes by what edition the bytes were read under this name; what other editions said of them is void."""
        self._connection.execute(
            "DELETE FROM reading WHERE sha256 = ? AND (edition <> ? OR name = ?)", (sha256, edition, name)
        )
        self._connection.execute("INSERT INTO reading VALUES (?, ?, ?)", (sha256, name, edition))

    def holds(self, sha256: str, name: str, edition: str) -> bool:
        """Whether they were read so, and the document is there."""
        row = self._connection.execute(
            "SELECT 1 FROM reading JOIN source ON source.name = sha256 JOIN document ON document.source = source.id "
            "WHERE sha256 = ? AND reading.name = ? AND edition = ?",
            (sha256, name, edition),
        ).fetchone()
        return row is not None
