"""One state of the store for all that is read meanwhile: a transaction of reading, and a number for its state."""

import sqlite3
from collections.abc import Callable


class States:
    """The states of a store as one connection sees them; `changed` is called when another process has written."""

    __slots__ = ("_changed", "connection", "version")

    def __init__(self, connection: sqlite3.Connection, changed: Callable[[], None]) -> None:
        self.connection = connection
        self.version = 0
        self._changed = changed

    def begin(self) -> int:
        """Holds the present state; gives its number."""
        self.connection.execute("BEGIN")
        try:
            version: int = self.connection.execute("PRAGMA data_version").fetchone()[0]
        except BaseException:
            self.end()
            raise
        if version != self.version:
            self.version = version
            self._changed()
        return version

    def end(self) -> None:
        """Lets the state go."""
        if self.connection.in_transaction:
            self.connection.execute("COMMIT")


class Snapshot:
    """Holds a state from entering to leaving; within another one it is that one.

    No generator, for setting one up takes a fiftieth of a lookup.
    """

    __slots__ = ("_is_inner", "_states")

    def __init__(self, states: States) -> None:
        self._states = states
        self._is_inner = False

    def __enter__(self) -> int:
        self._is_inner = self._states.connection.in_transaction
        return self._states.version if self._is_inner else self._states.begin()

    def __exit__(self, *_: object) -> None:
        if not self._is_inner:
            self._states.end()
