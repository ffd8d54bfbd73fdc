"""The corrections that people made, and what they do to the statements."""

import sqlite3

from schedgraph.graph.correction import PREFIX, Correction, Effect, effect
from schedgraph.graph.ledger.rows import statement
from schedgraph.graph.ledger.statement_table import StatementTable
from schedgraph.graph.statements import Statement


class CorrectionTable:
    """Every correction, and the statements that it defeats."""

    def __init__(self, connection: sqlite3.Connection, statements: StatementTable) -> None:
        self._connection = connection
        self._statements = statements

    def put(self, correction: Correction) -> None:
        """Keeps a correction; one that is there already changes nothing."""
        self._connection.execute(
            "INSERT OR IGNORE INTO correction VALUES (?, ?)", (correction.id, correction.to_text())
        )

    def forget(self, correction: str) -> bool:
        """Takes a correction out; False where there is none of this id."""
        return self._connection.execute("DELETE FROM correction WHERE id = ?", (correction,)).rowcount > 0

    def all(self) -> tuple[Correction, ...]:
        """Every correction, the earliest first."""
        rows = self._connection.execute("SELECT body FROM correction")
        found = (Correction.from_text(row[0]) for row in rows)
        return tuple(sorted(found, key=lambda each: (each.day, each.id)))

    def defeats(self) -> tuple[tuple[Statement, Correction], ...]:
        """Every statement that a correction defeats, with the correction; by the keys of the statements."""
        by_id = {each.id: each for each in self.all()}
        rows = self._connection.execute(
            "SELECT subject, predicate, object, document, body, by FROM statement JOIN defeated USING (key) ORDER BY key, by"
        )
        return tuple((statement(row[:5]), by_id[row[5]]) for row in rows)

    def apply(self) -> list[Effect]:
        """Draws anew what the corrections do: so that it does not matter what came first, they or a document."""
        self._statements.forget_all_from(PREFIX)
        self._connection.execute("DELETE FROM defeated")
        corrections = self.all()
        made_on = {each.document: each.day for each in corrections}
        effects = []
        for each in corrections:
            done = effect(each, self._statements.said, made_on)
            self._statements.insert(done.made)
            self._connection.executemany(
                "INSERT OR IGNORE INTO defeated VALUES (?, ?)",
                ((said.key, each.id) for said in done.defeated),
            )
            effects.append(done)
        return effects
