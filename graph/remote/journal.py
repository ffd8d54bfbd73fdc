"""What was published where: a file of lines beside the ledger, each written when the other store has taken a graph.

A run that was stopped leaves the lines of what was done; the next one goes on from there.
"""

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Self

from schedgraph.graph.errors import StoreError


@dataclass(slots=True)
class Journal:
    """The graphs that a store holds, by name, with a digest of what was sent."""

    path: Path
    held: dict[str, str] = field(default_factory=dict)
    _file: IO[str] | None = None

    @classmethod
    def of(cls, store: Path, url: str) -> Self:
        """The journal of what the store in a folder published to `url`. Raises StoreError."""
        key = hashlib.sha256(url.encode()).hexdigest()[:16]
        path = store / "published" / f"{key}.jsonl"
        journal = cls(path)
        try:
            path.parent.mkdir(exist_ok=True)
            for line in path.read_text("utf-8").splitlines() if path.exists() else ():
                journal._read(line)
            kept = [json.dumps([graph, digest]) for graph, digest in journal.held.items()]
            unfinished = path.with_suffix(".new")
            unfinished.write_text("".join(f"{line}\n" for line in (json.dumps([url]), *kept)), "utf-8")
            unfinished.replace(path)
            journal._file = path.open("a", encoding="utf-8")
        except OSError as error:
            raise StoreError(f"what was published cannot be noted in {path} ({error.strerror})") from error
        return journal

    def _read(self, line: str) -> None:
        try:
            entry = json.loads(line)
        except ValueError:
            return  # The end of a line that was not written whole; what it was to say was done and will be done again.
        if len(entry) == 2:
            self._take(*entry)

    def _take(self, graph: str, digest: str | None) -> None:
        if digest is None:
            self.held.pop(graph, None)
        else:
            self.held[graph] = digest

    def note(self, graphs: dict[str, str | None]) -> None:
        """Notes that the store holds graphs of these digests now; None where it holds a graph no more."""
        for graph, digest in graphs.items():
            self._take(graph, digest)
        if self._file is not None:
            self._file.writelines(json.dumps(each) + "\n" for each in graphs.items())
            self._file.flush()
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Releases the file."""
        if self._file is not None:
            self._file.close()
