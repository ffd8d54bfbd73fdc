"""Whoever says something, under a number that rows can hold in place of its name."""

import sqlite3
from collections.abc import Iterator


class SourceTable:
    """Documents by their SHA-256, tables of facts as `fact:NAME`, corrections as `correction:ID`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def number(self, name: str) -> int | None:
        """The number of a source; None where nothing was ever kept of it."""
        row = self._connection.execute("SELECT id FROM source WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def numbered(self, name: str) -> int:
        """The number of a source, which it gets if it has none."""
        found = self.number(name)
        if found is not None:
            return found
        self._connection.execute("INSERT INTO source (name) VALUES (?)", (name,))
        return self.numbered(name)

    def beginning_with(self, prefix: str) -> Iterator[str]:
        """The names of all sources that begin so."""
        # A range and no LIKE, which would read the whole table.
        after = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        rows = self._connection.execute(
            "SELECT name FROM source WHERE name >= ? AND name < ? ORDER BY name", (prefix, after)
        )
        yield from [row[0] for row in rows]
