"""Reads kept answers, where they are as good as new: drawn by the rules in force, of the ledger as it stands.

Imports next to nothing, for a lookup on the command line has no time to: what makes an answer from its fields is
given by the caller.
"""

import json
import sqlite3
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from schedgraph.graph.conclusions.edition import EDITION
from schedgraph.graph.conclusions.packing import Shapes, numbers_in, unpacked
from schedgraph.graph.ledger.rows import unrowed

_STATEMENTS = "SELECT subject, predicate, object, source, body, id FROM statement WHERE id IN"
_SOURCE = (
    "SELECT name, names FROM source LEFT JOIN document ON document.source = source.id WHERE source.id = ?"
)
_SOURCES_KEPT = 50_000
"""Sources whose names are remembered: some ten megabytes."""

_decode = json.JSONDecoder().decode


class KeptRow(NamedTuple):
    """An answer as it is kept. `family` is that of the number, None where the identifier is no written number."""

    verdict: str
    body: str
    family: str | None


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether answers that are kept hold: by these rules, to this day, without a change that nobody took notice of."""
    run = connection.execute
    if not run("SELECT 1 FROM sqlite_master WHERE name = 'drawn'").fetchone():
        return False
    if (
        run("SELECT 1 FROM change").fetchone()
        or not run("SELECT 1 FROM about WHERE key = 'followed'").fetchone()
    ):
        return False
    state = dict(run("SELECT key, value FROM drawn"))
    return state.get("edition") == EDITION and date.today().isoformat() < state.get("until", "9999")


class KeptAnswers:
    """The kept answers of a store. To be asked within one transaction, whose number is `version`.

    `corrected` tells, of the state that was asked last, whether any correction defeats anything.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.corrected = True
        self._version: int | None = None
        self._hold = False
        self._sources: dict[int, tuple[str, str | None]] = {}

    def find(self, identifier: str, version: int) -> KeptRow | None:
        """The answer for all that the corpus knows; None where it is not kept, or something has changed since."""
        if version != self._version:
            self._version, self._hold = version, is_current(self._connection)
            self._sources.clear()
            self.corrected = bool(self._connection.execute("SELECT 1 FROM defeated LIMIT 1").fetchone())
        if not self._hold:
            return None
        row = self._connection.execute(
            "SELECT verdict, body, family FROM answer WHERE id = ?", (identifier,)
        ).fetchone()
        return KeptRow(*row) if row else None

    def read(self, query: str, identifier: str, row: KeptRow, shapes: Shapes) -> Any:
        """The answer of a row, its parts made by `shapes`."""
        numbers, fields = numbers_in(row.body)
        statements: list[Any] = []
        documents: dict[str, str] = {}
        if numbers:
            said, place, sources = shapes.statement, shapes.evidence, self._sources
            found = {}
            rows = self._connection.execute(_asking(len(numbers)), numbers).fetchall()
            for subject, predicate, value, number, body, row_number in rows:
                name, called = sources.get(number) or self._source(number)
                if called is not None:
                    documents[name] = called
                found[row_number] = unrowed((subject, predicate, value, name, body), said, place)
            statements = [found[number] for number in numbers]
        return unpacked(query, identifier, row.verdict, fields, statements, documents, shapes)

    def _source(self, number: int) -> tuple[str, str | None]:
        """How a source is known and, where it is a document or a correction, what it is called."""
        name, names = self._connection.execute(_SOURCE, (number,)).fetchone()
        called: str | None = None
        if names is not None:
            called = _decode(names)[0]
        elif name.startswith("correction:"):
            called = self._name(name)
        if len(self._sources) >= _SOURCES_KEPT:
            self._sources.clear()
        self._sources[number] = (name, called)
        return name, called

    def _name(self, source: str) -> str:
        from schedgraph.graph.correction import Correction

        find = "SELECT body FROM correction WHERE id = ?"
        row = self._connection.execute(find, (source.partition(":")[2],)).fetchone()
        return Correction.from_text(row[0]).name


@cache
def _asking(count: int) -> str:
    return f"{_STATEMENTS} ({','.join('?' * count)})"
