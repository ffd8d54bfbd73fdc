"""The embedded store: what every document says, in one SQLite file. One writer, many readers, crash-safe.

Nothing in it is a conclusion: verdicts are drawn when asked for. It is a `CaseFile` of what is in force: what a
correction defeats is kept and told by `defeats`, but the rules do not see it.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, Self

from schedgraph.graph.correction import (
    PREFIX,
    Correction,
    CorrectionError,
    Effect,
    NothingToCorrectError,
    effect,
    rivals,
)
from schedgraph.graph.errors import StoreError
from schedgraph.graph.facts import fact_statements, facts_digest
from schedgraph.graph.ledger_rows import body, statement, words
from schedgraph.graph.statements import RECORD_GROUP, RELATIONS, Statement, statements
from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.transcript import transcript

FORMAT = 2
FILE_NAME = "ledger.sqlite"


class Ledger:
    """The store in a folder. Use `Ledger.open` to read, `Ledger.create` to write; close it when done."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._connection = connection
        self.folder = folder
        self._about: dict[str, tuple[Statement, ...]] = {}
        self._naming: dict[str, tuple[Statement, ...]] = {}

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The store in `folder`, for reading. Raises StoreError where there is none that can be read."""
        path = folder / FILE_NAME
        if not path.is_file():
            raise StoreError(f"there is no store in {folder}; make one with `schedgraph ingest PATH`")
        try:
            connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)
            cls._check_format(connection, folder)
        except sqlite3.Error as error:
            raise StoreError(
                f"the store in {folder} cannot be read ({error}); check its rights and its disk"
            ) from error
        return cls(connection, folder)

    @classmethod
    def create(cls, folder: Path) -> Self:
        """The store in `folder`, for writing, made if there is none. Raises StoreError where that fails."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(folder / FILE_NAME, timeout=5)
            connection.execute("PRAGMA journal_mode = WAL")
            fresh = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
            if not fresh:
                cls._check_format(connection, folder, for_writing=True)
            ledger = cls(connection, folder)
            with ledger._writing():
                for part in (
                    files("schedgraph.graph").joinpath("ledger.sql").read_text(encoding="utf-8").split(";\n")
                ):
                    connection.execute(part)
                connection.execute("INSERT OR REPLACE INTO about VALUES ('format', ?)", (str(FORMAT),))
            ledger._renew_facts()
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                f"the store in {folder} cannot be written ({error}); check its rights and its disk"
            ) from error
        return ledger

    @staticmethod
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

    def close(self) -> None:
        """Releases the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is stored, or nothing."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()
        self._about.clear()
        self._naming.clear()

    def add(self, document: ScheduleDocument) -> bool:
        """Stores a document whole; False where the same bytes are there and were read the same before.

        Raises StoreError where the disk does not take it; then nothing of it is stored.
        """
        sha256 = document.source.sha256
        read = transcript(document)
        try:
            with self._writing() as connection:
                row = connection.execute(
                    "SELECT names, transcript FROM document WHERE sha256 = ?", (sha256,)
                ).fetchone()
                names = sorted({*(json.loads(row[0]) if row else ()), document.source.name})
                read["document"]["source"] = names[0]
                text = json.dumps(read, ensure_ascii=False, sort_keys=True)
                found = statements(document)
                if row and row[1] == text and self._holds(sha256, found):
                    connection.execute(
                        "UPDATE document SET names = ? WHERE sha256 = ?", (json.dumps(names), sha256)
                    )
                    return False
                self._forget(sha256)
                schedule = document.schedule.id.value if document.schedule.id else None
                connection.execute(
                    "INSERT INTO document VALUES (?, ?, ?, ?, ?)",
                    (sha256, json.dumps(names), document.form, schedule, text),
                )
                self._insert(found)
                connection.executemany("INSERT INTO words VALUES (?, ?, ?, ?, ?)", words(found, sha256))
                self._apply_corrections()
                return True
        except sqlite3.Error as error:
            raise StoreError(f"the store in {self.folder} did not take the document ({error})") from error

    def note_place(self, sha256: str, path: Path) -> None:
        """Keeps where the file of a document is, so that its pages can be shown. Raises StoreError."""
        try:
            with self._writing() as connection:
                connection.execute("INSERT OR IGNORE INTO place VALUES (?, ?)", (sha256, str(path)))
        except sqlite3.Error as error:
            raise StoreError(f"the store in {self.folder} did not take a place ({error})") from error

    def kept_at(self, sha256: str) -> tuple[str, ...]:
        """Where the file of a document was when it was ingested, the places in alphabetical order."""
        rows = self._connection.execute("SELECT path FROM place WHERE sha256 = ? ORDER BY path", (sha256,))
        return tuple(row[0] for row in rows)

    def _holds(self, sha256: str, found: Iterable[Statement]) -> bool:
        """Whether exactly these statements of the document are stored: an older version may have read fewer in it."""
        rows = self._connection.execute("SELECT key, body FROM statement WHERE document = ?", (sha256,))
        return dict(rows) == {each.key: body(each) for each in found}

    def _forget(self, sha256: str) -> None:
        for table, column in (("document", "sha256"), ("statement", "document"), ("words", "document")):
            self._connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (sha256,))  # noqa: S608 (fixed names)

    def _insert(self, found: Iterable[Statement]) -> None:
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

    def _renew_facts(self) -> None:
        """The shipped facts are part of every store, and those of this version replace older ones."""
        digest = facts_digest()
        with self._writing() as connection:
            row = connection.execute("SELECT value FROM about WHERE key = 'facts'").fetchone()
            if row and row[0] == digest:
                return
            connection.execute("DELETE FROM statement WHERE document LIKE 'fact:%'")
            self._insert(fact_statements())
            connection.execute("INSERT OR REPLACE INTO about VALUES ('facts', ?)", (digest,))
            self._apply_corrections()

    def correct(self, corrections: Sequence[Correction]) -> tuple[Effect, ...]:
        """Keeps corrections, all of them or none; those that are there already change nothing.

        Gives the effect of each of them. Raises CorrectionError where one corrects nothing that the corpus
        holds, or contradicts another of the same day; StoreError where the disk does not take them.
        """
        try:
            with self._writing() as connection:
                for each in corrections:
                    connection.execute(
                        "INSERT OR IGNORE INTO correction VALUES (?, ?)", (each.id, each.to_text())
                    )
                effects = {done.correction.id: done for done in self._apply_corrections()}
                found = tuple(effects[each.id] for each in corrections)
                for done in found:
                    if not done.defeated and not done.made:
                        raise NothingToCorrectError(
                            f"nothing in the corpus matches the correction that {done.correction.sentence}"
                        )
                if pair := rivals(tuple(effects.values()), _Raw(self)):
                    raise CorrectionError(
                        f"two corrections of {pair[0].day} contradict each other: {pair[0].sentence}; {pair[1].sentence}; "
                        "give the right one a later date"
                    )
                return found
        except sqlite3.Error as error:
            raise StoreError(f"the store in {self.folder} did not take the corrections ({error})") from error

    def withdraw(self, correction: str) -> bool:
        """Takes a correction back as if it had never been made; False where there is none of this id."""
        with self._writing() as connection:
            found = connection.execute("DELETE FROM correction WHERE id = ?", (correction,)).rowcount > 0
            self._apply_corrections()
            return found

    def corrections(self) -> tuple[Correction, ...]:
        """Every correction, the earliest first."""
        rows = self._connection.execute("SELECT body FROM correction")
        found = (Correction.from_text(row[0]) for row in rows)
        return tuple(sorted(found, key=lambda each: (each.day, each.id)))

    def defeats(self) -> tuple[tuple[Statement, Correction], ...]:
        """Every statement that a correction defeats, with the correction; by the keys of the statements."""
        by_id = {each.id: each for each in self.corrections()}
        rows = self._connection.execute(
            "SELECT subject, predicate, object, document, body, by FROM statement JOIN defeated USING (key) ORDER BY key, by"
        )
        return tuple((statement(row[:5]), by_id[row[5]]) for row in rows)

    def _apply_corrections(self) -> list[Effect]:
        """Draws anew what the corrections do: so that it does not matter what came first, they or a document."""
        connection = self._connection
        # A range and no LIKE, which would read the whole table for every document.
        after = PREFIX[:-1] + chr(ord(PREFIX[-1]) + 1)
        connection.execute("DELETE FROM statement WHERE document >= ? AND document < ?", (PREFIX, after))
        connection.execute("DELETE FROM defeated")
        corrections = self.corrections()
        made_on = {each.document: each.day for each in corrections}
        effects = []
        for each in corrections:
            done = effect(each, _Raw(self), made_on)
            self._insert(done.made)
            connection.executemany(
                "INSERT OR IGNORE INTO defeated VALUES (?, ?)",
                ((said.key, each.id) for said in done.defeated),
            )
            effects.append(done)
        return effects

    def _select(self, condition: str, *values: str) -> tuple[Statement, ...]:
        return tuple(map(statement, self._connection.execute(f"{_SELECT} {condition}", values)))

    def about(self, identifier: str) -> tuple[Statement, ...]:
        if identifier not in self._about:
            self._about[identifier] = self._select("FROM in_force WHERE subject = ? ORDER BY key", identifier)
        return self._about[identifier]

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        if identifier not in self._naming:
            self._naming[identifier] = self._select(
                "FROM in_force WHERE object = ? AND relates = 1 ORDER BY key", identifier
            )
        return self._naming[identifier]

    def below(self, identifier: str) -> tuple[str, ...]:
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
        """Every authority that a document or a fact names, sorted."""
        rows = self._connection.execute(
            "SELECT subject FROM in_force UNION SELECT object FROM in_force WHERE relates = 1"
        )
        return tuple(sorted(row[0] for row in rows if not row[0].startswith(RECORD_GROUP)))

    def all(self) -> Iterator[Statement]:
        """Every statement in force, in the order of their keys."""
        return map(statement, self._connection.execute(f"{_SELECT} FROM in_force ORDER BY key"))

    def witnesses(self) -> tuple[str, ...]:
        """Everything that says something: documents, tables of facts, corrections; by their keys, sorted."""
        rows = self._connection.execute(
            "SELECT document FROM statement UNION SELECT sha256 FROM document"
        ).fetchall()
        return tuple(sorted({row[0] for row in rows} | {each.document for each in self.corrections()}))

    def said_by(self, document: str) -> tuple[Statement, ...]:
        """The statements in force of one document, in the order of their keys."""
        return self._select("FROM in_force WHERE document = ? ORDER BY key", document)

    def transcript(self, sha256: str) -> dict[str, Any] | None:
        """The transcript of one document; None where there is no document of this content."""
        row = self._connection.execute(
            "SELECT transcript FROM document WHERE sha256 = ?", (sha256,)
        ).fetchone()
        return json.loads(row[0]) if row else None

    def documents(self) -> tuple[dict[str, Any], ...]:
        """The transcripts of all documents, in the order of their content."""
        rows = self._connection.execute("SELECT transcript FROM document ORDER BY sha256")
        return tuple(json.loads(row[0]) for row in rows)

    def document_names(self) -> dict[str, str]:
        """The file name of each document by its sha256; a correction goes by its author and day."""
        rows = self._connection.execute("SELECT sha256, names FROM document")
        corrections = {each.document: each.name for each in self.corrections()}
        return {row[0]: json.loads(row[1])[0] for row in rows} | corrections

    def transcripts_of(self, schedule: str) -> tuple[dict[str, Any], ...]:
        """The transcripts of the documents of one schedule."""
        rows = self._connection.execute(
            "SELECT transcript FROM document WHERE schedule = ? ORDER BY sha256", (schedule,)
        )
        return tuple(json.loads(row[0]) for row in rows)

    def said_by_key(self, key: str) -> Statement | None:
        """The statement of a key, in force or defeated."""
        return next(iter(self._select("FROM statement WHERE key = ?", key)), None)

    def search(self, text: str, limit: int) -> tuple[tuple[str, str], ...]:
        """Items whose words match, best first, each with the passage that matches, hits in brackets."""
        words = "".join(c if c.isalnum() else " " for c in text).split()
        if not words:
            return ()
        rows = self._connection.execute(
            "SELECT id, snippet(words, -1, '[', ']', '…', 16) FROM words WHERE words MATCH ? ORDER BY rank, id LIMIT ?",
            (" ".join(f'"{word}"' for word in words), limit),
        )
        return tuple((row[0], row[1]) for row in rows)


class _Raw:
    """Everything that was ever said, defeated or not, as corrections match it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def about(self, identifier: str) -> tuple[Statement, ...]:
        return self._ledger._select("FROM statement WHERE subject = ? ORDER BY key", identifier)

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        return self._ledger._select(
            "FROM statement WHERE object = ? AND relates = 1 ORDER BY key", identifier
        )

    def below(self, identifier: str) -> tuple[str, ...]:
        return self._ledger.below(identifier)


_SELECT = "SELECT subject, predicate, object, document, body"
