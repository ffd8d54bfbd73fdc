"""Digital PDFs with strikes and tables against bare pdfplumber taking characters and lines of the same files."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.peers.figure import Figure, Size, in_turn
from bench.reading import made, ours, plumber


def figures(size: Size) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        files = made(Path(folder), 1, max(6, size.documents // 2), "digital")
        pages = sum(map(plumber, files))
        ours(files[0])
        mine, theirs = in_turn(
            3, lambda: [ours(path) for path in files], lambda: [plumber(path) for path in files]
        )
        yield Figure(
            what="page of a digital PDF",
            peer="bare pdfplumber, same pages",
            ours=mine / pages,
            theirs=theirs / pages,
        )
