"""The statements as they are kept: put in and taken out by document, read by subject, by object and below."""

import sqlite3
from collections.abc import Iterable, Iterator

from schedgraph.graph.ledger.rows import body, statement
from schedgraph.graph.statements import RECORD_GROUP, RELATIONS, Statement

_SELECT = "SELECT subject, predicate, object, document, body"


class StatementTable:
    """All statements; those that a correction defeats are kept and are not in force."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.said = Said(connection)

    def insert(self, found: Iterable[Statement]) -> None:
        """Puts statements in."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO statement VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    each.key,
                    each.subject,
                    each.predicate,
                    each.object,
                    each.predicate in RELATIONS,
                    each.document,
                    body(each),
                )
                for each in found
            ),
        )

    def forget(self, document: str) -> None:
        """Takes out what a document says."""
        self._connection.execute("DELETE FROM statement WHERE document = ?", (document,))

    def forget_all_from(self, prefix: str) -> None:
        """Takes out what the documents say whose names begin with `prefix`."""
        # A range and no LIKE, which would read the whole table.
        after = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        self._connection.execute(
            "DELETE FROM statement WHERE document >= ? AND document < ?", (prefix, after)
        )

    def holds(self, document: str, found: Iterable[Statement]) -> bool:
        """Whether exactly these statements of a document are kept: an older version may have read fewer in it."""
        rows = self._connection.execute("SELECT key, body FROM statement WHERE document = ?", (document,))
        return dict(rows) == {each.key: body(each) for each in found}

    def about(self, identifier: str) -> tuple[Statement, ...]:
        """The statements in force whose subject is `identifier`, by their keys."""
        return select(self._connection, "FROM in_force WHERE subject = ? ORDER BY key", identifier)

    def said_by(self, document: str) -> tuple[Statement, ...]:
        """The statements in force of a document, by their keys."""
        return select(self._connection, "FROM in_force WHERE document = ? ORDER BY key", document)

    def by_key(self, key: str) -> Statement | None:
        """The statement of a key, in force or defeated."""
        return next(iter(select(self._connection, "FROM statement WHERE key = ?", key)), None)

    def documents(self) -> tuple[str, ...]:
        """Whatever says something: documents, tables of facts, corrections."""
        return tuple(row[0] for row in self._connection.execute("SELECT DISTINCT document FROM statement"))

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        """The statements in force that relate another authority to `identifier`, by their keys."""
        return select(
            self._connection, "FROM in_force WHERE object = ? AND relates = 1 ORDER BY key", identifier
        )

    def below(self, identifier: str) -> tuple[str, ...]:
        """Every identifier under `identifier` that a statement in force has as subject or object, sorted."""
        ranges = [(identifier + "/", identifier + "0")]
        if identifier.startswith("DAA-") and identifier.count("-") == 3:
            ranges.append((identifier + "-", identifier + "."))
        found: set[str] = set()
        for low, high in ranges:
            found.update(
                row[0]
                for row in self._connection.execute(
                    "SELECT subject FROM in_force WHERE subject >= ? AND subject < ? "
                    "UNION SELECT object FROM in_force WHERE relates = 1 AND object >= ? AND object < ?",
                    (low, high, low, high),
                )
            )
        return tuple(sorted(found))

    def identifiers(self) -> tuple[str, ...]:
        """Every authority that a statement in force names, sorted."""
        rows = self._connection.execute(
            "SELECT subject FROM in_force UNION SELECT object FROM in_force WHERE relates = 1"
        )
        return tuple(sorted(row[0] for row in rows if not row[0].startswith(RECORD_GROUP)))

    def all(self) -> Iterator[Statement]:
        """Every statement in force, in the order of their keys."""
        return map(statement, self._connection.execute(f"{_SELECT} FROM in_force ORDER BY key"))


class Said:
    """Everything that was ever said, defeated or not, as corrections match it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def about(self, identifier: str) -> tuple[Statement, ...]:
        """The statements whose subject is `identifier`."""
        return select(self._connection, "FROM statement WHERE subject = ? ORDER BY key", identifier)

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        """The statements that relate another authority to `identifier`."""
        return select(
            self._connection, "FROM statement WHERE object = ? AND relates = 1 ORDER BY key", identifier
        )

    def below(self, identifier: str) -> tuple[str, ...]:
        """Every identifier under `identifier` that is named by what is in force."""
        return StatementTable(self._connection).below(identifier)


def select(connection: sqlite3.Connection, condition: str, *values: str) -> tuple[Statement, ...]:
    """The statements that a condition selects."""
    return tuple(map(statement, connection.execute(f"{_SELECT} {condition}", values)))
