"""The revision of a store for who asks again and again, as a server does with each query."""

import sqlite3
from pathlib import Path
from threading import Lock

from schedgraph.graph.errors import StoreError
from schedgraph.graph.ledger import opening
from schedgraph.graph.ledger.format import FILE_NAME
from schedgraph.graph.ledger.ledger import Ledger


class RevisionWatch:
    """Reads the revision only where SQLite tells that something was written, or the file is another one.

    Safe from several threads. What it holds open is released with it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ledger: Ledger | None = None
        self._file: tuple[int, ...] = ()
        self._version, self._revision = 0, ""
        self._asking = Lock()

    def revision(self) -> str:
        """A word that every change of what is said changes. Raises StoreError."""
        with self._asking:
            file = self._seen()
            if self._ledger is None or file != self._file:
                self._open_again()
                self._file = file
            try:
                return self._read()
            except sqlite3.Error:
                # Opened anew, it is whole again, or says in a sentence what is wrong.
                self._open_again()
                self._version = 0
            try:
                return self._read()
            except sqlite3.Error as error:
                raise StoreError(f"the store in {self._folder} cannot be read ({error})") from error

    def close(self) -> None:
        """Releases the file."""
        with self._asking:
            self._close()

    def _read(self) -> str:
        ledger = self._ledger
        if ledger is None:
            raise StoreError(f"the store in {self._folder} was closed while it was asked")
        version = int(ledger.connection.execute("PRAGMA data_version").fetchone()[0])
        if version != self._version:
            self._revision, self._version = ledger.revision, version
        return self._revision

    def _seen(self) -> tuple[int, ...]:
        """What tells one file of that name from another; nothing where there is none."""
        try:
            found = (self._folder / FILE_NAME).stat()
        except OSError:
            return ()
        return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size

    def _open_again(self) -> None:
        self._close()
        self._ledger = Ledger(opening.for_reading(self._folder, any_thread=True), self._folder)
        self._version = 0

    def _close(self) -> None:
        if self._ledger is not None:
            self._ledger.close()
        self._ledger = None
