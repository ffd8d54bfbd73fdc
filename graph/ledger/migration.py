"""Stores of older formats in the present one, with all that they hold.

Formats 1 and 2 kept each statement under its key, with the name of its document, and the transcripts as plain text.
"""

import json
import sqlite3
import zlib
from datetime import date
from typing import Any

from schedgraph.graph.ledger.rows import body
from schedgraph.graph.statements import Statement
from schedgraph.parser.evidence import Evidence

OLDEST = 1
_RENAMED = ("document", "statement", "words", "defeated")
_BATCH = 5_000


def set_aside(connection: sqlite3.Connection) -> None:
    """Renames the tables of formats 1 and 2 that are made anew; to be followed by the making of these."""
    connection.execute("DROP VIEW IF EXISTS in_force")
    for index in ("statement_by_subject", "statement_by_object", "statement_by_document"):
        connection.execute(f"DROP INDEX IF EXISTS {index}")
    for table in _RENAMED:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
            connection.execute(f"ALTER TABLE {table} RENAME TO old_{table}")


def carry_over(connection: sqlite3.Connection) -> None:
    """Fills the present tables from those that were set aside, which are dropped."""
    held = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'old_%'")}
    connection.execute(
        "INSERT OR IGNORE INTO source (name) SELECT sha256 FROM old_document UNION SELECT document FROM old_statement"
    )
    documents = connection.execute(
        "SELECT source.id, names, form, schedule, transcript FROM old_document JOIN source ON name = sha256"
    )
    while rows := documents.fetchmany(_BATCH):
        connection.executemany(
            "INSERT INTO document VALUES (?, ?, ?, ?, ?)",
            [(*row[:4], zlib.compress(row[4].encode(), 1)) for row in rows],
        )
    statements = connection.execute(
        "SELECT key, subject, predicate, object, relates, source.id, document, body "
        "FROM old_statement JOIN source ON name = document ORDER BY source.id, subject"
    )
    while rows := statements.fetchmany(_BATCH):
        connection.executemany(
            "INSERT INTO statement (key, subject, predicate, object, relates, source, body) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(bytes.fromhex(row[0]), *row[1:6], body(_statement(row))) for row in rows],
        )
    if "old_defeated" in held:
        connection.execute(
            "INSERT INTO defeated SELECT statement.id, by FROM old_defeated JOIN statement "
            "ON lower(hex(statement.key)) = old_defeated.key"
        )
    connection.execute(
        "INSERT INTO worded (id, subject, source) SELECT old_words.rowid, old_words.id, source.id FROM old_words "
        "JOIN source ON source.name = old_words.document"
    )
    connection.execute(
        "INSERT INTO words (rowid, title, description, disposition) "
        "SELECT rowid, title, description, disposition FROM old_words"
    )
    for table in held & {f"old_{name}" for name in _RENAMED}:
        connection.execute(f"DROP TABLE {table}")


def _statement(row: tuple[Any, ...]) -> Statement:
    """The statement behind a row of format 2, whose body was an object."""
    _, subject, predicate, value, _, _, document, text = row
    kept = json.loads(text)
    page, quote, start, end, bbox, method = kept["evidence"]
    return Statement(
        subject=subject,
        predicate=predicate,
        object=value,
        document=document,
        evidence=Evidence(
            page=page,
            quote=quote,
            start=start,
            end=end,
            bbox=tuple(bbox) if bbox else None,
            method=method,
            confidence=kept["evidence_confidence"],
        ),
        source=kept["source"],
        dated=date.fromisoformat(kept["dated"]) if kept["dated"] else None,
        known_by=date.fromisoformat(kept["known_by"]) if kept["known_by"] else None,
        group=kept["group"],
        confidence=kept["confidence"],
        printed=kept["printed"],
        repairs=tuple(kept["repairs"]),
        proposed=kept["proposed"],
        uncertain=kept["uncertain"],
    )
