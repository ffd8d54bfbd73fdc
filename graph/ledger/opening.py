"""Opens the file of a store and looks at its format, so that whatever is wrong with it is one plain sentence."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from schedgraph.graph.errors import StoreError
from schedgraph.graph.ledger.format import FILE_NAME, FORMAT

PATIENCE = 5.0
"""Seconds to wait for another writer."""
_CACHE = "PRAGMA cache_size = -65536"
"""Memory for pages, in KiB, taken as they are read: the upper levels of the trees of a million items have room in it."""
_CACHE_OF_WRITER = "PRAGMA cache_size = -4096"
"""The same where documents go in: SQLite keeps every page of theirs as long as there is room, so that memory grows with
the corpus up to that room, and more of it makes no document sooner stored nor judged, in a store of a million items."""

_DELETING = ("PRAGMA secure_delete = FAST", "PRAGMA journal_size_limit = 67108864")
"""Pages that become free are not overwritten with nothing, as some builds of SQLite do: throwing away the answers of a
million items would write all of them once more, into a journal that every reader then has to search. Words within a
page that stays are. And a journal that has grown is cut to 64 MiB when it begins anew."""


def for_reading(folder: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """A connection to the store in `folder`, for this thread or for one at a time.

    Raises StoreError where there is none that can be read.
    """
    path = _must_be_there(folder)
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro",
            uri=True,
            timeout=PATIENCE,
            check_same_thread=not any_thread,
        )
        connection.isolation_level = None
        connection.execute(_CACHE)
        found = _format(connection, folder)
    except sqlite3.Error as error:
        raise _unusable(folder, "read", error) from error
    if found < FORMAT:
        connection.close()
        raise StoreError(
            f"the store in {folder} has the older format {found}; `schedgraph store rebuild` or the next "
            "`schedgraph ingest` renews it and keeps all that it holds"
        )
    return connection


def for_writing(folder: Path, *, only_renewed: bool = False) -> sqlite3.Connection:
    """A connection to the store in `folder`, made if there is none and renewed if it is of an older format.

    With `only_renewed` none is made. Raises StoreError where that fails; the store is then as it was.
    """
    from schedgraph.graph.ledger.migration import carry_over, set_aside

    if only_renewed:
        _must_be_there(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(folder / FILE_NAME, timeout=PATIENCE)
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = WAL")
        for setting in (_CACHE, *_DELETING):
            connection.execute(setting)
        connection.execute("BEGIN IMMEDIATE")
        fresh = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        found = FORMAT if fresh else _format(connection, folder)
        if fresh or found < FORMAT:
            if not fresh:
                set_aside(connection)
            for part in _schema():
                connection.execute(part)
            if not fresh:
                carry_over(connection)
            connection.execute("INSERT OR REPLACE INTO about VALUES ('format', ?)", (str(FORMAT),))
        connection.commit()
        connection.execute(_CACHE_OF_WRITER)
    except (OSError, sqlite3.Error) as error:
        raise _unusable(folder, "written", error) from error
    return connection


def stamp(folder: Path) -> str:
    """What tells one state of the files of a store from another, where the store itself does not say."""
    files_of = [folder / f"{FILE_NAME}{end}" for end in ("", "-wal")]
    return " ".join(f"{each.stat().st_mtime_ns}:{each.stat().st_size}" for each in files_of if each.exists())


def _must_be_there(folder: Path) -> Path:
    path = folder / FILE_NAME
    if not path.is_file():
        raise StoreError(f"there is no store in {folder}; make one with `schedgraph ingest PATH`")
    return path


def _schema() -> Iterator[str]:
    from importlib.resources import files

    text = files("schedgraph.graph.ledger").joinpath("schema.sql").read_text(encoding="utf-8")
    return iter(text.split(";\n"))


def _format(connection: sqlite3.Connection, folder: Path) -> int:
    try:
        row = connection.execute("SELECT value FROM about WHERE key = 'format'").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error):
            raise
        row = None
    if row is None or not str(row[0]).isdigit():
        raise StoreError(
            f"the file {FILE_NAME} in {folder} is no store of schedgraph; name the folder of one with --store"
        )
    if int(row[0]) > FORMAT:
        raise StoreError(
            f"the store in {folder} has format {row[0]} and this version reads up to {FORMAT}; use a newer schedgraph"
        )
    return int(row[0])


def _unusable(folder: Path, what: str, error: Exception) -> StoreError:
    text = str(error)
    if "malformed" in text or "not a database" in text:
        return StoreError(
            f"the store in {folder} is damaged ({text}); put a copy back, or ingest the documents into a new store"
        )
    if "locked" in text:
        return StoreError(
            f"the store in {folder} is being written by another process; try again when it is done"
        )
    return StoreError(f"the store in {folder} cannot be {what} ({text}); check its rights and its disk")
