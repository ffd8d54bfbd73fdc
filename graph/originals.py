"""The files behind stored documents: where they were, and the picture of a page of one."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schedgraph.graph.casefile import is_below
from schedgraph.graph.ledger import Ledger
from schedgraph.parser.errors import DocumentError
from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.source import digest

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a stored document shows an authority: page from 1, box in points."""

    sha256: str
    name: str
    page: int
    bbox: BoundingBox


def shown_at(transcripts: Iterable[Json], identifier: str) -> Place | None:
    """The first place with a box at which a document shows `identifier`; None where none of them is a PDF."""
    for read in transcripts:
        for evidence in _evidence(read, identifier):
            if evidence and evidence.get("bbox"):
                x0, top, x1, bottom = evidence["bbox"]
                return Place(
                    sha256=read["document"]["sha256"],
                    name=read["document"]["source"],
                    page=evidence["page"],
                    bbox=(x0, top, x1, bottom),
                )
    return None


def _evidence(read: Json, identifier: str) -> Iterator[Json | None]:
    if read["schedule"]["id"] == identifier:
        yield read["schedule"].get("evidence")
    yield from (each.get("evidence") for each in read["items"] if each["id"] == identifier)
    yield from (each.get("evidence") for each in read["items"] if is_below(each["id"] or "", identifier))


def original(ledger: Ledger, place: Place, searched: Iterable[Path] = ()) -> bytes:
    """The bytes of the file that was ingested, from where it was then or from `searched` files and folders.

    Raises DocumentError where the same bytes are found nowhere.
    """
    for path in (*map(Path, ledger.kept_at(place.sha256)), *_candidates(searched, place.name)):
        try:
            data = path.read_bytes()
        except OSError:
            continue
        if digest(data) == place.sha256:
            return data
    raise DocumentError(
        f"the file {place.name} is no longer where it was ingested, or was changed; name its folder with --from"
    )


def _candidates(searched: Iterable[Path], name: str) -> Iterator[Path]:
    """Files of that name first, for reading all of a large folder takes long."""
    others: list[Path] = []
    for start in searched:
        if start.is_file():
            yield start
            continue
        for folder, _, leaves in os.walk(start):
            for leaf in sorted(leaves):
                if leaf == name:
                    yield Path(folder, leaf)
                elif leaf.lower().endswith(".pdf"):
                    others.append(Path(folder, leaf))
    yield from others
