"""Files and folders to the store: which files are meant, what of each is kept, and the sum of a run."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path

from schedgraph.graph.ledger import Ledger
from schedgraph.graph.reading_edition import reading_edition
from schedgraph.graph.taking import Taken
from schedgraph.parser.errors import DocumentError

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".pdf", ""})
"""What a folder's documents end in; a file that is named itself is read whatever it is called."""

NOT_STORED = frozenset({"two-schedules", "no-items"})
"""Failures that leave nothing to rely on; the others are told and the document is stored."""


@dataclass(slots=True)
class Found:
    """The files that paths lead to, the paths that cannot be followed, and what folders hold besides."""

    files: list[Path] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


def find(paths: Iterable[Path]) -> Found:
    """The files that are named, and the documents in the folders that are, each once and in a fixed order."""
    found = Found()
    files: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        before = len(files)

        def cannot_enter(error: OSError) -> None:
            found.problems.append(
                (str(error.filename), f"the folder cannot be read ({error.strerror}); check its rights")
            )

        troubles = len(found.problems)
        for folder, names, leaves in os.walk(path, onerror=cannot_enter):
            names[:] = sorted(name for name in names if not name.startswith("."))
            for leaf in sorted(leaves):
                file = Path(folder, leaf)
                if leaf.startswith(".") or not file.is_file():
                    continue
                if file.suffix.lower() in SUFFIXES:
                    files[file] = None
                else:
                    found.skipped[file.suffix.lower()] += 1
        if len(files) == before and len(found.problems) == troubles:
            found.problems.append(
                (
                    str(path),
                    "the folder holds no document of a known kind; name files to read them whatever they are",
                )
            )
    found.files = sorted(files, key=str)
    return found


@dataclass(slots=True)
class Intake:
    """What became of the files that were to be stored.

    `unchanged` counts documents that the store holds as they are; `known` those of them that were told by their
    bytes and name and not read again. `forms`, `doubts` and `errors` count documents by form, doubts by code, and
    failures by code.
    """

    read: int = 0
    new: int = 0
    unchanged: int = 0
    known: int = 0
    failed: int = 0
    items: int = 0
    forms: Counter[str] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str]] = field(default_factory=list)

    def fail(self, path: str, sentence: str, error: str) -> None:
        """Notes a file that could not be stored."""
        self.failed += 1
        self.errors[error] += 1
        self.failures.append((path, sentence))

    def to_json(self) -> dict[str, object]:
        """The object that `ingest --format json` prints."""
        return {
            "read": self.read,
            "new": self.new,
            "unchanged": self.unchanged,
            "known": self.known,
            "failed": self.failed,
            "items": self.items,
            "forms": dict(sorted(self.forms.items())),
            "doubts": dict(sorted(self.doubts.items())),
            "errors": dict(sorted(self.errors.items())),
            "failures": [{"source": path, "message": sentence} for path, sentence in self.failures],
        }

    def summary(self) -> list[str]:
        """The same as lines of text."""
        documents = "1 document" if self.read == 1 else f"{self.read} documents"
        items = "1 item" if self.items == 1 else f"{self.items} items"
        known = f" ({self.known} known, not read again)" if self.known else ""
        lines = [
            f"{documents} read: {self.new} new, {self.unchanged} unchanged{known}; {self.failed} failed; {items}."
        ]
        counts = (("Forms", self.forms), ("Doubts", self.doubts), ("Errors", self.errors))
        return lines + [f"{name}: {_counted(count)}." for name, count in counts if count]


def _counted(count: Counter[str]) -> str:
    """The most frequent first."""
    ordered = sorted(count.items(), key=lambda each: (-each[1], each[0]))
    return ", ".join(f"{number:,} {name}" for name, number in ordered)


def changed_since(files: Iterable[Path], day: date) -> list[Path]:
    """The files that were changed on `day` or later, by this machine's clock; what cannot be asked is kept."""
    start = datetime.combine(day, time.min).timestamp()
    return [path for path in files if _changed(path) >= start]


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        # That it cannot be read is told where it is read.
        return float("inf")


@dataclass(slots=True)
class Unread:
    """The files that have to be read: those that the store does not hold as this edition of the parser reads them.

    The others are counted in `intake` as they are met, and `met` is called. A document that cannot be relied on
    is read again: what failed may not fail now.
    """

    ledger: Ledger
    intake: Intake
    met: Callable[[], object] = lambda: None

    def of(self, files: Iterable[Path], limit: int | None = None) -> Iterator[Path]:
        """The first `limit` of them, in their order."""
        return islice((path for path in files if not self._is_known(path)), limit)

    def _is_known(self, path: Path) -> bool:
        from schedgraph.parser.read import FAILURES
        from schedgraph.parser.reading.source import digest, read_bytes

        if not path.is_file():
            return False
        try:
            sha256 = digest(read_bytes(path))
        except DocumentError:
            return False
        if not self.ledger.was_read(sha256, path.name, reading_edition()):
            return False
        read = self.ledger.transcript(sha256)
        if read is None or any(warning["code"] in FAILURES for warning in read["warnings"]):
            return False
        if str(path.absolute()) not in self.ledger.kept_at(sha256):
            self.ledger.note_place(sha256, path.absolute())
        self.intake.unchanged += 1
        self.intake.known += 1
        _count(
            self.intake,
            read["document"]["form"],
            len(read["items"]),
            (warning["code"] for warning in read["warnings"]),
        )
        self.met()
        return True


def keep(ledger: Ledger, taken: Taken, intake: Intake) -> tuple[str, ...]:
    """Stores one document, unless it was not read or holds nothing to rely on. Gives what is to be told."""
    before = len(intake.failures)
    document = taken.document
    if document is None:
        intake.fail(taken.path, taken.problem or "it could not be read", taken.error or "fault")
    elif refusing := [code for code, _ in taken.failures if code in NOT_STORED]:
        intake.read += 1
        sentence = f"not stored: {' '.join(sentence for _, sentence in taken.failures)}"
        intake.fail(taken.path, sentence, refusing[0])
    else:
        if ledger.add(document):
            intake.new += 1
        else:
            intake.unchanged += 1
        ledger.note_reading(document.source.sha256, Path(taken.path).absolute(), reading_edition())
        _count(intake, document.form, len(document.items), [doubt.code for doubt in document.doubts])
        for code, sentence in taken.failures:
            intake.errors[code] += 1
            intake.failures.append((taken.path, f"stored, but {sentence}"))
    return tuple(sentence for _, sentence in intake.failures[before:])


def _count(intake: Intake, form: str, items: int, doubts: Iterable[str]) -> None:
    intake.read += 1
    intake.items += items
    intake.forms[form] += 1
    intake.doubts.update(doubts)
