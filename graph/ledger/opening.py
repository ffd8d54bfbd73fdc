"""Opens the file of a store and looks at its format, so that whatever is wrong with it is one plain sentence."""

import sqlite3
from importlib.resources import files
from pathlib import Path

from schedgraph.graph.errors import StoreError

FORMAT = 2
FILE_NAME = "ledger.sqlite"


def for_reading(folder: Path) -> sqlite3.Connection:
    """A connection to the store in `folder`. Raises StoreError where there is none that can be read."""
    path = folder / FILE_NAME
    if not path.is_file():
        raise StoreError(f"there is no store in {folder}; make one with `schedgraph ingest PATH`")
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)
        _check_format(connection, folder)
    except sqlite3.Error as error:
        raise StoreError(
            f"the store in {folder} cannot be read ({error}); check its rights and its disk"
        ) from error
    return connection


def for_writing(folder: Path) -> sqlite3.Connection:
    """A connection to the store in `folder`, made if there is none. Raises StoreError where that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(folder / FILE_NAME, timeout=5)
        connection.execute("PRAGMA journal_mode = WAL")
        fresh = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if not fresh:
            _check_format(connection, folder, for_writing=True)
        connection.execute("BEGIN IMMEDIATE")
        for part in files("schedgraph.graph.ledger").joinpath("ledger.sql").read_text("utf-8").split(";\n"):
            connection.execute(part)
        connection.execute("INSERT OR REPLACE INTO about VALUES ('format', ?)", (str(FORMAT),))
        connection.commit()
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"the store in {folder} cannot be written ({error}); check its rights and its disk"
        ) from error
    return connection


def stamp(folder: Path) -> str:
    """What tells one state of the files of a store from another, where the store itself does not say."""
    files_of = [folder / f"{FILE_NAME}{end}" for end in ("", "-wal")]
    return " ".join(f"{each.stat().st_mtime_ns}:{each.stat().st_size}" for each in files_of if each.exists())


def _check_format(connection: sqlite3.Connection, folder: Path, *, for_writing: bool = False) -> None:
    row = connection.execute("SELECT value FROM about WHERE key = 'format'").fetchone()
    if row is None or int(row[0]) > FORMAT:
        found = "no" if row is None else row[0]
        raise StoreError(
            f"the store in {folder} has format {found} and this version reads up to {FORMAT}; use a newer schedgraph"
        )
    if int(row[0]) < FORMAT and not for_writing:
        raise StoreError(
            f"the store in {folder} has the older format {row[0]}; `schedgraph ingest` of any document renews it"
        )
