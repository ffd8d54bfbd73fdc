"""The embedded store: what every document says, in one SQLite file. One writer, many readers, crash-safe.

Nothing in it is a conclusion: verdicts are drawn when asked for. It is a `CaseFile`.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, Self

from schedgraph.graph.errors import StoreError
from schedgraph.graph.facts import fact_statements, facts_digest
from schedgraph.graph.statements import RECORD_GROUP, RELATIONS, Statement, statements
from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.evidence import Evidence
from schedgraph.parser.transcript import transcript

FORMAT = 1
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
                cls._check_format(connection, folder)
            ledger = cls(connection, folder)
            with ledger._writing():
                for part in (
                    files("schedgraph.graph").joinpath("ledger.sql").read_text(encoding="utf-8").split(";\n")
                ):
                    connection.execute(part)
                connection.execute("INSERT OR IGNORE INTO about VALUES ('format', ?)", (str(FORMAT),))
            ledger._renew_facts()
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                f"the store in {folder} cannot be written ({error}); check its rights and its disk"
            ) from error
        return ledger

    @staticmethod
    def _check_format(connection: sqlite3.Connection, folder: Path) -> None:
        row = connection.execute("SELECT value FROM about WHERE key = 'format'").fetchone()
        if row is None or int(row[0]) > FORMAT:
            found = "no" if row is None else row[0]
            raise StoreError(
                f"the store in {folder} has format {found} and this version reads up to {FORMAT}; use a newer schedgraph"
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
                connection.executemany("INSERT INTO words VALUES (?, ?, ?, ?, ?)", _words(found, sha256))
                return True
        except sqlite3.Error as error:
            raise StoreError(f"the store in {self.folder} did not take the document ({error})") from error

    def _holds(self, sha256: str, found: Iterable[Statement]) -> bool:
        """Whether exactly these statements of the document are stored: an older version may have read fewer in it."""
        rows = self._connection.execute("SELECT key, body FROM statement WHERE document = ?", (sha256,))
        return dict(rows) == {each.key: _body(each) for each in found}

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
                    _body(each),
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

    def about(self, identifier: str) -> tuple[Statement, ...]:
        if identifier not in self._about:
            rows = self._connection.execute(f"{_SELECT} WHERE subject = ? ORDER BY key", (identifier,))
            self._about[identifier] = tuple(map(_statement, rows))
        return self._about[identifier]

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        if identifier not in self._naming:
            rows = self._connection.execute(
                f"{_SELECT} WHERE object = ? AND relates = 1 ORDER BY key", (identifier,)
            )
            self._naming[identifier] = tuple(map(_statement, rows))
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
                    "SELECT subject FROM statement WHERE subject >= ? AND subject < ? "
                    "UNION SELECT object FROM statement WHERE relates = 1 AND object >= ? AND object < ?",
                    (low, high, low, high),
                )
            )
        return tuple(sorted(found))

    def identifiers(self) -> tuple[str, ...]:
        """Every authority that a document or a fact names, sorted."""
        rows = self._connection.execute(
            "SELECT subject FROM statement UNION SELECT object FROM statement WHERE relates = 1"
        )
        return tuple(sorted(row[0] for row in rows if not row[0].startswith(RECORD_GROUP)))

    def all(self) -> Iterator[Statement]:
        """Every statement, in the order of their keys."""
        return map(_statement, self._connection.execute(f"{_SELECT} ORDER BY key"))

    def documents(self) -> tuple[dict[str, Any], ...]:
        """The transcripts of all documents, in the order of their content."""
        rows = self._connection.execute("SELECT transcript FROM document ORDER BY sha256")
        return tuple(json.loads(row[0]) for row in rows)

    def document_names(self) -> dict[str, str]:
        """The file name of each document by its sha256."""
        return {
            row[0]: json.loads(row[1])[0]
            for row in self._connection.execute("SELECT sha256, names FROM document")
        }

    def transcripts_of(self, schedule: str) -> tuple[dict[str, Any], ...]:
        """The transcripts of the documents of one schedule."""
        rows = self._connection.execute(
            "SELECT transcript FROM document WHERE schedule = ? ORDER BY sha256", (schedule,)
        )
        return tuple(json.loads(row[0]) for row in rows)

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


_SELECT = "SELECT subject, predicate, object, document, body FROM statement"


def _body(each: Statement) -> str:
    evidence = each.evidence
    return json.dumps(
        {
            "evidence": [
                evidence.page,
                evidence.quote,
                evidence.start,
                evidence.end,
                evidence.bbox,
                evidence.method,
            ],
            "evidence_confidence": evidence.confidence,
            "source": each.source,
            "dated": each.dated.isoformat() if each.dated else None,
            "known_by": each.known_by.isoformat() if each.known_by else None,
            "group": each.group,
            "confidence": each.confidence,
            "printed": each.printed,
            "repairs": each.repairs,
            "proposed": each.proposed,
            "uncertain": each.uncertain,
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def _statement(row: tuple[str, str, str, str, str]) -> Statement:
    subject, predicate, value, document, text = row
    body = json.loads(text)
    page, quote, start, end, bbox, method = body["evidence"]
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
            confidence=body["evidence_confidence"],
        ),
        source=body["source"],
        dated=date.fromisoformat(body["dated"]) if body["dated"] else None,
        known_by=date.fromisoformat(body["known_by"]) if body["known_by"] else None,
        group=body["group"],
        confidence=body["confidence"],
        printed=body["printed"],
        repairs=tuple(body["repairs"]),
        proposed=body["proposed"],
        uncertain=body["uncertain"],
    )


def _words(found: Iterable[Statement], sha256: str) -> Iterator[tuple[str, str, str, str, str]]:
    """One row of searchable text for each authority that the document describes."""
    texts: dict[str, dict[str, str]] = {}
    for each in found:
        if each.predicate in ("title", "description", "disposition-instruction"):
            texts.setdefault(each.subject, {})[each.predicate] = each.object
    for subject, parts in texts.items():
        yield (
            subject,
            sha256,
            parts.get("title", ""),
            parts.get("description", ""),
            parts.get("disposition-instruction", ""),
        )
