"""The rows of what was drawn: answers by identifier, what they lean on, successions for recursive questions."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from schedgraph.graph.conclusions.leaning import region

AT_ONCE = 250
"""Values that a query is given; SQLite takes 999 at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """An answer as it is kept. `leans` are the regions besides its own; `successions` its own steps only."""

    id: str
    verdict: str
    family: str | None
    body: str
    leans: tuple[str, ...]
    successions: tuple[tuple[str, str, str, str | None, str], ...]


class AnswerTable:
    """Everything that was drawn, in the file of the ledger."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def make(self) -> None:
        """Makes the tables, where they are not there."""
        schema = files("schedgraph.graph.conclusions").joinpath("schema.sql").read_text(encoding="utf-8")
        for part in schema.split(";\n"):
            self._connection.execute(part)

    @property
    def is_made(self) -> bool:
        """Whether the tables are there."""
        return bool(self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'drawn'").fetchone())

    def state(self) -> dict[str, str]:
        """What was noted about the answers as a whole."""
        return dict(self._connection.execute("SELECT key, value FROM drawn"))

    def note(self, key: str, value: str | None) -> None:
        """Notes something about the answers as a whole; None takes it back."""
        if value is None:
            self._connection.execute("DELETE FROM drawn WHERE key = ?", (key,))
        else:
            self._connection.execute("INSERT OR REPLACE INTO drawn VALUES (?, ?)", (key, value))

    def lacking(self, identifiers: Sequence[str]) -> list[str]:
        """Those of which no answer is kept, in their order."""
        kept: set[str] = set()
        for start in range(0, len(identifiers), AT_ONCE):
            some = identifiers[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            kept.update(
                row[0]
                for row in self._connection.execute(f"SELECT id FROM answer WHERE id IN ({marks})", some)  # noqa: S608
            )
        return [each for each in identifiers if each not in kept]

    def find(self, identifier: str) -> tuple[str, str | None, str] | None:
        """Verdict, family of the number and body of an answer."""
        row: tuple[str, str | None, str] | None = self._connection.execute(
            "SELECT verdict, family, body FROM answer WHERE id = ?", (identifier,)
        ).fetchone()
        return row

    def successions(self, identifier: str) -> set[tuple[str, str, str, str | None, str]]:
        """The successions of an authority: old, new, rule, since and scope."""
        rows = self._connection.execute(
            "SELECT old, new, rule, since, scope FROM succession WHERE old = ?", (identifier,)
        )
        return set(rows)

    def ids(self) -> Iterator[str]:
        """The authorities of which an answer is kept, sorted."""
        return (row[0] for row in self._connection.execute("SELECT id FROM answer ORDER BY id"))

    def leaning_that_is_not_noted(self) -> set[tuple[str, str]]:
        """What answers lean on without its being noted: regions, and the regions of the answers."""
        noted = set(self._connection.execute("SELECT region, by FROM leaning"))
        rows = self._connection.execute("SELECT id, leans FROM answer WHERE leans <> ''")
        return {(other, region(row[0])) for row in rows for other in _lines(row[1])} - noted

    def count(self) -> int:
        """How many answers are kept."""
        found: int = self._connection.execute("SELECT count(*) FROM answer").fetchone()[0]
        return found

    def put(self, found: Iterable[Drawn]) -> None:
        """Keeps answers that are not there."""
        new = list(found)
        answers = [(each.id, each.verdict, each.family, each.body, "\n".join(each.leans)) for each in new]
        leaning = {(other, region(each.id)) for each in new for other in each.leans}
        successions = [step for each in new for step in each.successions]
        done = [(each.id,) for each in new]
        run = self._connection.executemany
        run("INSERT INTO answer (id, verdict, family, body, leans) VALUES (?, ?, ?, ?, ?)", answers)
        run("INSERT OR IGNORE INTO leaning VALUES (?, ?)", leaning)
        run("INSERT OR REPLACE INTO succession VALUES (?, ?, ?, ?, ?)", successions)
        run("DELETE FROM due WHERE id = ?", done)

    def clear(self) -> None:
        """Throws everything away."""
        for table in ("drawn", "answer", "leaning", "succession", "due"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 (fixed names)

    def forget_leaning_on(self, regions: Iterable[str]) -> None:
        """Throws away the answers in these regions and those that lean on one of them; all of them are due."""
        touched = set(regions)
        for each in touched:
            self._forget([row[0] for row in self._inside(each)])
        for each in touched:
            leaning = self._connection.execute("SELECT by FROM leaning WHERE region = ?", (each,)).fetchall()
            for (by,) in leaning:
                if by not in touched:
                    inside = self._inside(by)
                    self._forget([row[0] for row in inside if touched & set(row[1].split("\n"))])

    def _inside(self, region: str) -> list[tuple[str, str]]:
        joiner, after = ("-", ".") if region.startswith("DAA-") else ("/", "0")
        query = "SELECT id, leans FROM answer WHERE id = ? UNION ALL SELECT id, leans FROM answer WHERE id >= ? AND id < ?"
        found = self._connection.execute(query, (region, region + joiner, region + after)).fetchall()
        if joiner == "-":
            # What is written below a schedule of this family in another way lies in its region all the same.
            found += self._connection.execute(
                "SELECT id, leans FROM answer WHERE id >= ? AND id < ?", (region + "/", region + "0")
            ).fetchall()
        return found

    def _forget(self, identifiers: list[str]) -> None:
        rows = [(each,) for each in identifiers]
        self._connection.executemany("INSERT OR IGNORE INTO due VALUES (?)", rows)
        self._connection.executemany("DELETE FROM answer WHERE id = ?", rows)
        self._connection.executemany("DELETE FROM succession WHERE old = ?", rows)

    def want(self, identifiers: Iterable[str]) -> None:
        """Has answers drawn that may not be there yet."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO due SELECT ? WHERE NOT EXISTS (SELECT 1 FROM answer WHERE id = ?)",
            [(each, each) for each in identifiers],
        )

    def due(self, limit: int) -> list[str]:
        """Authorities of which the answer is to be drawn anew, sorted."""
        rows = self._connection.execute("SELECT id FROM due ORDER BY id LIMIT ?", (limit,))
        return [row[0] for row in rows]

    def not_due(self, identifiers: Iterable[str]) -> None:
        """Takes back that answers are to be drawn, for nothing names these authorities any more."""
        self._connection.executemany("DELETE FROM due WHERE id = ?", [(each,) for each in identifiers])


def _lines(leans: str) -> tuple[str, ...]:
    return tuple(leans.split("\n")) if leans else ()
