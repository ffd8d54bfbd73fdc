"""The ledger: documents, facts and corrections go in whole or not at all, and the rules read it as a `CaseFile`.

What a correction defeats is kept and told by `defeats`, but the rules do not see it.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any, Self

from schedgraph.graph.correction import (
    PREFIX,
    Correction,
    CorrectionError,
    Effect,
    NothingToCorrectError,
    rivals,
)
from schedgraph.graph.errors import StoreError
from schedgraph.graph.facts import fact_statements, facts_digest
from schedgraph.graph.ledger import opening
from schedgraph.graph.ledger.change_table import ChangeTable
from schedgraph.graph.ledger.correction_table import CorrectionTable
from schedgraph.graph.ledger.document_table import DocumentTable
from schedgraph.graph.ledger.integrity import file_faults, ledger_digest
from schedgraph.graph.ledger.reading_table import ReadingTable
from schedgraph.graph.ledger.snapshot import Snapshot, States
from schedgraph.graph.ledger.statement_table import StatementTable
from schedgraph.graph.ledger.word_table import WordTable
from schedgraph.graph.statements import RECORD_GROUP, Statement, keyed_statements
from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.transcript import transcript


class Ledger:
    """The store in a folder. Use `Ledger.open` to read, `Ledger.create` to write; close it when done."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._connection = connection
        self.folder = folder
        self._changes = ChangeTable(connection)
        self._statements = StatementTable(connection, self._changes)
        self._documents = DocumentTable(connection)
        self._words = WordTable(connection)
        self._readings = ReadingTable(connection)
        self._corrections = CorrectionTable(connection, self._statements, self._changes)
        self._states = States(connection, self.forget_what_was_read)
        self._about: dict[str, tuple[Statement, ...]] = {}
        self._naming: dict[str, tuple[Statement, ...]] = {}

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The store in `folder`, for reading. Raises StoreError where there is none that can be read."""
        return cls(opening.for_reading(folder), folder)

    @classmethod
    def create(cls, folder: Path, *, only_renewed: bool = False) -> Self:
        """The store in `folder`, for writing, made if there is none (with `only_renewed`: that is an error).

        Raises StoreError where that fails.
        """
        ledger = cls(opening.for_writing(folder, only_renewed=only_renewed), folder)
        with ledger.storing("the shipped facts"):
            ledger._readings.make()
            ledger._renew_facts()
        return ledger

    @property
    def connection(self) -> sqlite3.Connection:
        """The open file, for what is drawn from the ledger and kept beside it."""
        return self._connection

    @property
    def changes(self) -> ChangeTable:
        """What has changed, for whoever follows the ledger."""
        return self._changes

    @property
    def statements(self) -> StatementTable:
        """The rows behind `about` and `naming`."""
        return self._statements

    def snapshot(self) -> Snapshot:
        """One state of the store for all that is read meanwhile, whatever is written by others.

        Gives a number that changes whenever another process has written. Within another one, it is that one.
        """
        return Snapshot(self._states)

    def forget_what_was_read(self) -> None:
        """Frees the memory of statements that were read, which are kept to be asked for again."""
        self._about.clear()
        self._naming.clear()

    def close(self) -> None:
        """Releases the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is stored, or nothing."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._changes.write()
            self._connection.commit()
        except BaseException:
            self._changes.drop()
            self._connection.rollback()
            raise
        finally:
            self.forget_what_was_read()

    @contextmanager
    def storing(self, what: str) -> Iterator[None]:
        """The same, a fault of the disk or the file being told as a StoreError."""
        try:
            with self.writing():
                yield
        except sqlite3.Error as error:
            raise StoreError(f"the store in {self.folder} did not take {what} ({error})") from error

    def add(self, document: ScheduleDocument) -> bool:
        """Stores a document whole; False where the same bytes are there and were read the same before.

        Raises StoreError where the disk does not take it; then nothing of it is stored.
        """
        (changed,) = self.add_many((document,))
        return changed

    def add_many(self, documents: Sequence[ScheduleDocument]) -> tuple[bool, ...]:
        """Stores documents, all of them or none, and so faster than one by one; for each of them as `add` tells.

        Raises StoreError where the disk does not take them.
        """
        with self.storing("the document" if len(documents) == 1 else "the documents"):
            changed = tuple(map(self._put, documents))
            if any(changed):
                self._corrections.apply()
                self._revise()
        return changed

    def _put(self, document: ScheduleDocument) -> bool:
        """Puts the document in place of what was read in the same bytes; False where that is the same."""
        sha256 = document.source.sha256
        read = transcript(document)
        known_names, kept = self._documents.find(sha256)
        names = sorted({*known_names, document.source.name})
        read["document"]["source"] = names[0]
        text = json.dumps(read, ensure_ascii=False, sort_keys=True)
        found = keyed_statements(document)
        # An older version may have read other statements in the same words.
        if not self._statements.put(sha256, found) and kept == text:
            self._documents.rename(sha256, names)
            return False
        schedule = document.schedule.id.value if document.schedule.id else None
        self._documents.put(sha256, names, document.form, schedule, text)
        self._words.put(sha256, found.values())
        return True

    def _revise(self) -> None:
        """Gives the store another revision; to be called within the change."""
        self._connection.execute("INSERT OR REPLACE INTO about VALUES ('revision', ?)", (token_hex(12),))

    @property
    def revision(self) -> str:
        """A word that every change of what is said changes: what was made under the same one still holds."""
        row = self._connection.execute("SELECT value FROM about WHERE key = 'revision'").fetchone()
        return str(row[0]) if row else opening.stamp(self.folder)

    def note_place(self, sha256: str, path: Path) -> None:
        """Keeps where the file of a document is, so that its pages can be shown. Raises StoreError."""
        with self.storing("a place"):
            self._documents.note_place(sha256, path)

    def note_reading(self, sha256: str, path: Path, edition: str) -> None:
        """Keeps where the file of a document is and which edition of the parser read it. Raises StoreError."""
        with self.storing("a place"):
            self._readings.put(sha256, path.name, edition)
            self._documents.note_place(sha256, path)

    def was_read(self, sha256: str, name: str, edition: str) -> bool:
        """Whether a file of these bytes and this name was read by this edition, and is stored."""
        return self._readings.holds(sha256, name, edition)

    def kept_at(self, sha256: str) -> tuple[str, ...]:
        """Where the file of a document was when it was ingested, the places in alphabetical order."""
        return self._documents.places(sha256)

    def _renew_facts(self) -> None:
        """The shipped facts are part of every store, and those of this version replace older ones."""
        digest = facts_digest()
        row = self._connection.execute("SELECT value FROM about WHERE key = 'facts'").fetchone()
        if row and row[0] == digest:
            return
        self._statements.put_all_from("fact:", fact_statements())
        self._connection.execute("INSERT OR REPLACE INTO about VALUES ('facts', ?)", (digest,))
        self._corrections.apply()
        self._revise()

    def correct(self, corrections: Sequence[Correction]) -> tuple[Effect, ...]:
        """Keeps corrections, all of them or none; those that are there already change nothing.

        Gives the effect of each of them. Raises CorrectionError where one corrects nothing that the corpus
        holds, or contradicts another of the same day; StoreError where the disk does not take them.
        """
        with self.storing("the corrections"):
            for each in corrections:
                self._corrections.put(each)
            effects = {done.correction.id: done for done in self._corrections.apply()}
            found = tuple(effects[each.id] for each in corrections)
            for done in found:
                if not done.defeated and not done.made:
                    raise NothingToCorrectError(
                        f"nothing in the corpus matches the correction that {done.correction.sentence}"
                    )
            if pair := rivals(tuple(effects.values()), self._statements.said):
                raise CorrectionError(
                    f"two corrections of {pair[0].day} contradict each other: {pair[0].sentence}; {pair[1].sentence}; "
                    "give the right one a later date"
                )
            self._revise()
        return found

    def withdraw(self, correction: str) -> bool:
        """Takes a correction back as if it had never been made; False where there is none of this id."""
        with self.storing("the withdrawal"):
            found = self._corrections.forget(correction)
            self._corrections.apply()
            self._revise()
        return found

    def corrections(self) -> tuple[Correction, ...]:
        """Every correction, the earliest first."""
        return self._corrections.all()

    def defeats(self) -> tuple[tuple[Statement, Correction], ...]:
        """Every statement that a correction defeats, with the correction; by the keys of the statements."""
        return self._corrections.defeats()

    def about(self, identifier: str) -> tuple[Statement, ...]:
        if identifier not in self._about:
            self._about[identifier] = self._statements.about(identifier)
        return self._about[identifier]

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        if identifier not in self._naming:
            self._naming[identifier] = self._statements.naming(identifier)
        return self._naming[identifier]

    def below(self, identifier: str) -> tuple[str, ...]:
        return self._statements.below(identifier)

    def identifiers(self) -> tuple[str, ...]:
        """Every authority that a document or a fact names, sorted."""
        return self._statements.identifiers()

    def is_named(self, identifier: str) -> bool:
        """Whether a document or a fact names an authority."""
        return not identifier.startswith(RECORD_GROUP) and self._statements.mentions(identifier, 1) > 0

    def digest(self) -> str:
        """A digest of everything that was read, said and corrected; the order in which it came does not matter."""
        return ledger_digest(self._connection)

    def renew_words(self) -> None:
        """Makes the full text anew from what the documents say. Raises StoreError."""
        with self.storing("the full text"):
            self._words.rebuild()

    def count(self) -> int:
        """How many documents there are."""
        return self._documents.count()

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the file or its full text, in words; nothing where it is whole."""
        return (*file_faults(self._connection), *self._words.faults())

    def all(self) -> Iterator[Statement]:
        """Every statement in force, in the order of their keys."""
        return self._statements.all()

    def witnesses(self) -> tuple[str, ...]:
        """Everything that says something: documents, tables of facts, corrections; by their keys, sorted."""
        corrections = {each.document for each in self.corrections()}
        return tuple(sorted({*self._documents.keys(), *self._statements.sources(), *corrections}))

    def said_by(self, document: str) -> tuple[Statement, ...]:
        """The statements in force of one document, by their keys."""
        return self._statements.said_by(document)

    def transcript(self, sha256: str) -> dict[str, Any] | None:
        """The transcript of one document; None where there is no document of this content."""
        _, kept = self._documents.find(sha256)
        return json.loads(kept) if kept else None

    def documents(self) -> tuple[dict[str, Any], ...]:
        """The transcripts of all documents, in the order of their content."""
        return self._documents.transcripts()

    def document_names(self) -> dict[str, str]:
        """The file name of each document by its sha256; a correction goes by its author and day."""
        return self._documents.names() | {each.document: each.name for each in self.corrections()}

    def names_of(self, sources: Iterable[str]) -> dict[str, str]:
        """The same for these alone; a source without a name is left out."""
        wanted = set(sources)
        found = self._documents.names(sorted(wanted))
        if any(each.startswith(PREFIX) for each in wanted):
            found |= {each.document: each.name for each in self.corrections() if each.document in wanted}
        return found

    def defeats_about(self, identifiers: Iterable[str]) -> tuple[tuple[Statement, Correction], ...]:
        """What corrections defeat of the statements about or naming `identifiers` and what is above them."""
        return self._corrections.defeats_about(identifiers)

    def transcripts_of(self, schedule: str) -> tuple[dict[str, Any], ...]:
        """The transcripts of the documents of one schedule."""
        return self._documents.transcripts_of(schedule)

    def search(self, text: str, limit: int) -> tuple[tuple[str, str], ...]:
        """Items whose words match, best first, each with the passage that matches, hits in brackets."""
        return self._words.search(text, limit)
