"""The corrections that people made, and what they do to the statements."""

import sqlite3
from collections.abc import Iterable

from schedgraph.graph.casefile import CaseFile, above
from schedgraph.graph.correction import PREFIX, Correction, Effect, effect
from schedgraph.graph.ledger.change_table import ChangeTable, kind
from schedgraph.graph.ledger.statement_table import StatementTable, statement
from schedgraph.graph.statements import RELATIONS, Statement

_DEFEATED = (
    "SELECT subject, predicate, object, name, body, by FROM defeated "
    "JOIN statement ON statement.id = defeated.statement JOIN source ON source.id = statement.source"
)
Defeated = tuple[tuple[Statement, Correction], ...]


class CorrectionTable:
    """Every correction, and the statements that it defeats."""

    def __init__(
        self, connection: sqlite3.Connection, statements: StatementTable, changes: ChangeTable
    ) -> None:
        self._connection = connection
        self._statements = statements
        self._changes = changes

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

    def defeats(self) -> Defeated:
        """Every statement that a correction defeats, with the correction; by the keys of the statements."""
        return self._with_corrections(self._connection.execute(f"{_DEFEATED} ORDER BY key, by"))

    def defeats_about(self, identifiers: Iterable[str]) -> Defeated:
        """Those of them that are about or name one of `identifiers`, or what stands above one."""
        if self._connection.execute("SELECT 1 FROM defeated LIMIT 1").fetchone() is None:
            return ()
        wanted = {name for each in identifiers for name in (each, *above(each))}
        rows = self._connection.execute(f"{_DEFEATED} ORDER BY key, by")
        return self._with_corrections(
            row for row in rows if row[0] in wanted or (row[1] in RELATIONS and row[2] in wanted)
        )

    def _with_corrections(self, rows: Iterable[tuple[str, ...]]) -> Defeated:
        by_id = {each.id: each for each in self.all()}
        return tuple(
            (statement((subject, predicate, value, name, body)), by_id[by])
            for subject, predicate, value, name, body, by in rows
        )

    def apply(self) -> list[Effect]:
        """Draws anew what the corrections do: so that it does not matter what came first, they or a document.

        Only what comes out otherwise than before is written.
        """
        kept = set(self._connection.execute("SELECT statement, by FROM defeated"))
        corrections = self.all()
        made_on = {each.document: each.day for each in corrections}
        case = _MadeSoFar(self._statements.said)
        effects = []
        for each in corrections:
            done = effect(each, case, made_on)
            case.made += done.made
            effects.append(done)
        self._statements.put_all_from(PREFIX, case.made)
        defeated = {
            (self._statements.number(said), done.correction.id) for done in effects for said in done.defeated
        }
        self._note({number for number, _ in kept} ^ {number for number, _ in defeated})
        self._connection.executemany("DELETE FROM defeated WHERE statement = ? AND by = ?", kept - defeated)
        self._connection.executemany("INSERT INTO defeated VALUES (?, ?)", defeated - kept)
        return effects

    def _note(self, numbers: Iterable[int | None]) -> None:
        for number in numbers:
            row = self._connection.execute(
                "SELECT subject, predicate, object, relates, body FROM statement WHERE id = ?", (number,)
            ).fetchone()
            if row:
                self._changes.note(row[0], kind(row[1], row[4]), row[2] if row[3] else "")


class _MadeSoFar:
    """What was said without any correction, and what the corrections up to now make of it."""

    def __init__(self, said: CaseFile) -> None:
        self._said = said
        self.made: list[Statement] = []

    def about(self, identifier: str) -> tuple[Statement, ...]:
        made = (each for each in self.made if each.subject == identifier)
        return self._joined(self._said.about(identifier), made)

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        made = (each for each in self.made if each.object == identifier and each.predicate in RELATIONS)
        return self._joined(self._said.naming(identifier), made)

    def below(self, identifier: str) -> tuple[str, ...]:
        return self._said.below(identifier)

    def _joined(self, said: tuple[Statement, ...], made: Iterable[Statement]) -> tuple[Statement, ...]:
        found = {each.key: each for each in said if not each.document.startswith(PREFIX)}
        found |= {each.key: each for each in made}
        return tuple(found[key] for key in sorted(found))
