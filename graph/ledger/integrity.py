"""Whether the file of a store is whole, and a digest by which two ledgers are compared."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator


def file_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """What SQLite finds wrong with the file."""
    for (found,) in connection.execute("PRAGMA quick_check(5)"):
        if found != "ok":
            yield f"the file is damaged: {' '.join(str(found).split())}"


def ledger_digest(connection: sqlite3.Connection) -> str:
    """A digest of all observations by their content: statements, transcripts, file names and corrections."""
    digest = hashlib.sha256()
    for name, names, transcript in connection.execute(
        "SELECT name, names, transcript FROM document JOIN source ON id = source ORDER BY name"
    ):
        digest.update(f"{name}\n{names}\n".encode() + zlib.decompress(transcript) + b"\n")
    for row in connection.execute(
        "SELECT hex(key), subject, predicate, object, name, body, statement.id IN (SELECT statement FROM defeated) "
        "FROM statement JOIN source ON source.id = statement.source ORDER BY key"
    ):
        digest.update("\x1f".join(map(str, row)).encode() + b"\n")
    for row in connection.execute("SELECT id, body FROM correction ORDER BY id"):
        digest.update("\x1f".join(row).encode() + b"\n")
    return digest.hexdigest()
