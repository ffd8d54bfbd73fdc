"""Reads kept answers, where they are as good as new: drawn by the rules in force, of the ledger as it stands.

Imports next to nothing, for a lookup on the command line has no time to: what makes an answer from its fields is
given by the caller.
"""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from schedgraph.graph.conclusions.edition import EDITION
from schedgraph.graph.conclusions.packing import Shapes, numbers_in, unpacked
from schedgraph.graph.ledger.document_table import DocumentTable
from schedgraph.graph.ledger.rows import unrowed

_STATEMENTS = (
    "SELECT subject, predicate, object, name, body, statement.id FROM statement "
    "JOIN source ON source.id = statement.source WHERE statement.id IN "
)


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
    """The kept answers of a store. To be asked within one transaction, whose number is `version`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._documents = DocumentTable(connection)
        self._version: int | None = None
        self._hold = False

    def find(self, identifier: str, version: int) -> KeptRow | None:
        """The answer for all that the corpus knows; None where it is not kept, or something has changed since."""
        if version != self._version:
            self._version, self._hold = version, is_current(self._connection)
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
        if numbers:
            marks = ",".join("?" * len(numbers))
            said, place = shapes.statement, shapes.evidence
            rows = self._connection.execute(f"{_STATEMENTS} ({marks})", numbers)
            found = {each[5]: unrowed(each[:5], said, place) for each in rows}
            statements = [found[number] for number in numbers]
        documents = self._names(dict.fromkeys(each.document for each in statements))
        return unpacked(query, identifier, row.verdict, fields, statements, documents, shapes)

    def _names(self, sources: Iterable[str]) -> dict[str, str]:
        names = self._documents.names(sources)
        for each in sources:
            if each.startswith("correction:"):
                from schedgraph.graph.correction import Correction

                found = self._connection.execute(
                    "SELECT body FROM correction WHERE id = ?", (each.partition(":")[2],)
                ).fetchone()
                names[each] = Correction.from_text(found[0]).name
        return names
