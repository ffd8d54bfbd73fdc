"""The statements as they are kept: put in by source, read by subject, by object and below."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from schedgraph.graph.ledger.change_table import ChangeTable, kind
from schedgraph.graph.ledger.rows import body, unrowed
from schedgraph.graph.ledger.source_table import SourceTable
from schedgraph.graph.statements import RECORD_GROUP, RELATIONS, Statement
from schedgraph.parser.evidence import Evidence

Row = tuple[str, str, str, str, str, int, bytes]
"""Subject, predicate, object, source, body, number and key."""

_IN_FORCE = (
    "SELECT subject, predicate, object, name, body, in_force.id, key FROM in_force "
    "JOIN source ON source.id = in_force.source"
)
_SAID = (
    "SELECT subject, predicate, object, name, body FROM statement JOIN source ON source.id = statement.source"
)


class StatementTable:
    """All statements; those that a correction defeats are kept and are not in force."""

    def __init__(self, connection: sqlite3.Connection, changes: ChangeTable) -> None:
        self._connection = connection
        self._changes = changes
        self._sources = SourceTable(connection)
        self.said = Said(connection)

    def put(self, source: str, found: Mapping[str, Statement]) -> bool:
        """Makes `found`, by their keys, all that a source says; False where it said just that before.

        What it said before and says again stays as it is, under the same number.
        """
        number = self._sources.numbered(source)
        wanted = {bytes.fromhex(key): each for key, each in found.items()}
        gone: list[tuple[int]] = []
        rows = self._connection.execute(
            "SELECT key, body, id, subject, predicate, object, relates FROM statement WHERE source = ?",
            (number,),
        )
        for key, text, row, subject, predicate, value, relates in rows.fetchall():
            if key in wanted and body(wanted[key]) == text:
                del wanted[key]
                continue
            gone.append((row,))
            self._changes.note(subject, kind(predicate, text), value if relates else "")
        self._connection.executemany("DELETE FROM defeated WHERE statement = ?", gone)
        self._connection.executemany("DELETE FROM statement WHERE id = ?", gone)
        added = []
        for key, each in wanted.items():
            relates = each.predicate in RELATIONS
            text = body(each)
            added.append((key, each.subject, each.predicate, each.object, relates, number, text))
            self._changes.note(each.subject, kind(each.predicate, text), each.object if relates else "")
        self._connection.executemany(
            "INSERT INTO statement (key, subject, predicate, object, relates, source, body) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            added,
        )
        return bool(gone or added)

    def put_all_from(self, prefix: str, found: Iterable[Statement]) -> None:
        """Makes `found` all that the sources say whose names begin with `prefix`."""
        by_source: defaultdict[str, list[Statement]] = defaultdict(list)
        for each in found:
            by_source[each.document].append(each)
        for source in sorted({*by_source, *self._sources.beginning_with(prefix)}):
            self.put(source, {each.key: each for each in by_source[source]})

    def number(self, said: Statement) -> int | None:
        """The number of the row of a statement."""
        row = self._connection.execute(
            "SELECT id FROM statement WHERE subject = ? AND key = ?", (said.subject, bytes.fromhex(said.key))
        ).fetchone()
        return row[0] if row else None

    def keys(self, numbers: Sequence[int]) -> list[str]:
        """The keys of the statements of these rows, in their order; empty where a row is not there."""
        find = "SELECT hex(key) FROM statement WHERE id = ?"
        rows = (self._connection.execute(find, (number,)).fetchone() for number in numbers)
        return [row[0].lower() if row else "" for row in rows]

    def mentions(self, identifier: str, limit: int) -> int:
        """How many statements in force are about or name `identifier`, counted up to `limit`."""
        found: int = self._connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM in_force WHERE subject = ?1 UNION ALL "
            "SELECT 1 FROM in_force WHERE object = ?1 AND relates = 1 LIMIT ?2)",
            (identifier, limit),
        ).fetchone()[0]
        return found

    def rows_about(self, low: str, high: str) -> Iterator[Row]:
        """The rows in force whose subject lies from `low` up to and without `high`, by their keys."""
        return self._connection.execute(
            f"{_IN_FORCE} WHERE subject >= ? AND subject < ? ORDER BY key", (low, high)
        )

    def rows_naming(
        self, low: str, high: str, predicates: Iterable[str], where_proposed: Iterable[str]
    ) -> Iterator[Row]:
        """The rows in force that relate something by these predicates to an authority from `low` to `high`.

        Of those by the predicates `where_proposed`, all that may be only proposed.
        """
        marks = ",".join("?" * len(wanted := tuple(predicates)))
        doubted = ",".join("?" * len(open_ones := tuple(where_proposed)))
        condition = (
            f"WHERE object >= ? AND object < ? AND relates = 1 AND (predicate IN ({marks}) "
            f"OR (predicate IN ({doubted}) AND instr(body, ',true') > 0)) ORDER BY key"
        )
        return self._connection.execute(f"{_IN_FORCE} {condition}", (low, high, *wanted, *open_ones))

    def named_between(self, low: str, high: str) -> Iterator[str]:
        """The authorities from `low` to `high` to which something is related, each once."""
        rows = self._connection.execute(
            "SELECT DISTINCT object FROM in_force WHERE object >= ? AND object < ? AND relates = 1",
            (low, high),
        )
        return (row[0] for row in rows)

    def department_days(self) -> list[date]:
        """The days on which a record group passes to another department."""
        rows = self._connection.execute(
            f"{_IN_FORCE} WHERE subject >= ? AND subject < ? AND predicate = 'department'",
            (RECORD_GROUP, RECORD_GROUP[:-1] + chr(ord(RECORD_GROUP[-1]) + 1)),
        )
        return [said.dated for said in (statement(row[:5]) for row in rows) if said.dated]

    def identifiers_after(self, last: str, limit: int) -> list[str]:
        """The next authorities after `last` that a statement names, in force or not, sorted; about `limit` of them."""
        found: set[str] = set()
        ends = []
        for column, condition in (("subject", ""), ("object", "AND relates = 1")):
            rows = self._connection.execute(
                f"SELECT DISTINCT {column} FROM statement WHERE {column} > ? {condition} ORDER BY 1 LIMIT ?",  # noqa: S608
                (last, limit),
            ).fetchall()
            found.update(row[0] for row in rows)
            if len(rows) == limit:
                ends.append(rows[-1][0])
        end = min(ends, default=None)
        return sorted(each for each in found if end is None or each <= end)

    def about(self, identifier: str) -> tuple[Statement, ...]:
        """The statements in force whose subject is `identifier`, by their keys."""
        return self._read(f"{_IN_FORCE} WHERE subject = ? ORDER BY key", identifier)

    def said_by(self, source: str) -> tuple[Statement, ...]:
        """The statements in force of a source, by their keys."""
        return self._read(
            f"{_IN_FORCE} WHERE in_force.source = (SELECT id FROM source WHERE name = ?) ORDER BY key",  # noqa: S608
            source,
        )

    def sources(self) -> Iterator[str]:
        """Whoever says something: documents, tables of facts, corrections."""
        query = "SELECT name FROM source WHERE EXISTS (SELECT 1 FROM statement WHERE source = source.id)"
        return (row[0] for row in self._connection.execute(query))

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        """The statements in force that relate another authority to `identifier`, by their keys."""
        return self._read(f"{_IN_FORCE} WHERE object = ? AND relates = 1 ORDER BY key", identifier)

    def _read(self, query: str, identifier: str) -> tuple[Statement, ...]:
        rows = self._connection.execute(query, (identifier,)).fetchall()
        return tuple([statement(row[:5]) for row in rows])

    def below(self, identifier: str) -> tuple[str, ...]:
        """Every identifier under `identifier` that a statement in force has as subject or object, sorted."""
        return _below(self._connection, "in_force", identifier)

    def identifiers(self) -> tuple[str, ...]:
        """Every authority that a statement in force names, sorted."""
        rows = self._connection.execute(
            "SELECT subject FROM in_force UNION SELECT object FROM in_force WHERE relates = 1"
        )
        return tuple(sorted(row[0] for row in rows if not row[0].startswith(RECORD_GROUP)))

    def all(self) -> Iterator[Statement]:
        """Every statement in force, in the order of their keys."""
        return (statement(row[:5]) for row in self._connection.execute(f"{_IN_FORCE} ORDER BY key"))


def statement(row: tuple[Any, ...]) -> Statement:
    """The statement behind a row of subject, predicate, object, source and body."""
    return unrowed(row, Statement, Evidence)


class Said:
    """Everything that was ever said, defeated or not, as corrections match it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def about(self, identifier: str) -> tuple[Statement, ...]:
        """The statements whose subject is `identifier`."""
        return _select(self._connection, f"{_SAID} WHERE subject = ? ORDER BY key", identifier)

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        """The statements that relate another authority to `identifier`."""
        condition = "WHERE object = ? AND relates = 1 ORDER BY key"
        return _select(self._connection, f"{_SAID} {condition}", identifier)

    def below(self, identifier: str) -> tuple[str, ...]:
        """Every identifier under `identifier` that a statement has as subject or object, sorted."""
        return _below(self._connection, "statement", identifier)


def _select(connection: sqlite3.Connection, query: str, *values: str) -> tuple[Statement, ...]:
    return tuple(map(statement, connection.execute(query, values)))


def _below(connection: sqlite3.Connection, table: str, identifier: str) -> tuple[str, ...]:
    ranges = [(identifier + "/", identifier + "0")]
    if identifier.startswith("DAA-") and identifier.count("-") == 3:
        ranges.append((identifier + "-", identifier + "."))
    found: set[str] = set()
    for low, high in ranges:
        found.update(
            row[0]
            for row in connection.execute(
                f"SELECT subject FROM {table} WHERE subject >= ? AND subject < ? "  # noqa: S608 (fixed names)
                f"UNION SELECT object FROM {table} WHERE relates = 1 AND object >= ? AND object < ?",
                (low, high, low, high),
            )
        )
    return tuple(sorted(found))
