"""What has changed in the ledger, for whoever draws conclusions from it and must know which to draw anew.

The ledger writes it in the transaction of the change itself, so that no change can go unnoticed. It does not know
who follows it, or what for.
"""

import sqlite3
from collections.abc import Iterator

PROPOSED = "proposed "


def kind(predicate: str, body: str) -> str:
    """The predicate of a row as a change is noted by it: marked where the row may say what is only proposed.

    Told by the text of its body, so that some are marked which propose nothing, and none that does is not.
    """
    return f"{PROPOSED}{predicate}" if ",true" in body else predicate


class ChangeTable:
    """The subjects, predicates and related authorities of statements that came into force or went out of it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._noted: set[tuple[str, str, str]] = set()

    def note(self, subject: str, predicate: str, other: str) -> None:
        """Notes that a statement came or went; `other` is the authority that it relates to the subject, or empty."""
        self._noted.add((subject, predicate, other))

    def write(self) -> None:
        """Writes what was noted, if somebody follows the ledger; to be called before the change is committed."""
        if self._noted and self.is_followed:
            self._connection.executemany("INSERT OR IGNORE INTO change VALUES (?, ?, ?)", self._noted)
        self._noted.clear()

    def drop(self) -> None:
        """Forgets what was noted, for the change was not made."""
        self._noted.clear()

    @property
    def is_followed(self) -> bool:
        """Whether somebody wants to know of changes."""
        return self._connection.execute("SELECT 1 FROM about WHERE key = 'followed'").fetchone() is not None

    def follow(self, follows: bool) -> None:
        """Begins or ends to keep changes; what was kept up to now is gone either way."""
        self._connection.execute("DELETE FROM change")
        if follows:
            self._connection.execute("INSERT OR REPLACE INTO about VALUES ('followed', 'yes')")
        else:
            self._connection.execute("DELETE FROM about WHERE key = 'followed'")

    def taken(self) -> Iterator[tuple[str, str, str]]:
        """All changes that were kept; they are taken out."""
        rows = self._connection.execute("SELECT subject, predicate, object FROM change").fetchall()
        self._connection.execute("DELETE FROM change")
        return iter(rows)

    @property
    def any(self) -> bool:
        """Whether there are changes that nobody took notice of."""
        return self._connection.execute("SELECT 1 FROM change LIMIT 1").fetchone() is not None
