"""`python -m bench.reading`: what reading PDFs costs, as ratios to named peers measured in the same run.

Digital PDFs against bare pdfplumber taking characters and lines of the same files; scans against the sum of
the two bare OCR readings of the same pictures; two reading processes against one, both begun from nothing as the
command begins them. CPU time of one process, but for the last, which is wall time.
"""

import argparse
import gc
import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median

from schedgraph.graph.readers import reader

_ROUNDS = 5


def main() -> None:
    """Make documents, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--digital", type=int, default=12, help="digital PDFs")
    parser.add_argument("--scans", type=int, default=1, help="scanned PDFs; 0 leaves them out")
    parser.add_argument("--jobs-files", type=int, default=60, help="files for the comparison of processes")
    options = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as scratch:
        digital = made(Path(scratch) / "digital", options.seed, options.digital, "digital")
        # What the making of documents left in memory is not to be searched for garbage while reading is timed.
        gc.collect()
        gc.freeze()
        _told("digital PDF, strikes and tables / bare pdfplumber", *_in_turn(ours, plumber, digital))
        if options.scans:
            scans = made(Path(scratch) / "scans", options.seed, options.scans, "scan300")
            _time(ours, scans[:1])
            _told("scan page / its two bare OCR readings", _time(ours, scans), _time(_bare_ocr, scans))
        many = made(Path(scratch) / "many", options.seed, options.jobs_files, "digital")
        one, two = (_begun_anew(many, jobs) for jobs in (1, 2))
        print(
            f"--jobs 2 is {one / two:.2f} times as fast as --jobs 1 ({len(many)} files, {one:.1f} s and {two:.1f} s)"
        )


def made(folder: Path, seed: int, count: int, render: str) -> list[Path]:
    """Made-up documents, the forms in turn."""
    # Here, for each process that reads imports this module, and is not to pay for what makes documents.
    from bench.synthetic.content import FORMS
    from bench.synthetic.render import write

    forms = list(dict.fromkeys(FORMS))
    return [
        path
        for index in range(count)
        for path in write(seed + index, forms[index % len(forms)], [render], folder)
    ]


def _in_turn(
    one: Callable[[Path], int], other: Callable[[Path], int], files: Sequence[Path]
) -> tuple[float, float]:
    """CPU seconds a page of both, the medians of rounds in which they take turns."""
    rounds = [(_time(one, files), _time(other, files)) for _ in range(_ROUNDS)]
    return median(each for each, _ in rounds), median(each for _, each in rounds)


def _time(read: Callable[[Path], int], files: Sequence[Path]) -> float:
    """CPU seconds a page."""
    pages = 0
    start = time.process_time()
    for path in files:
        pages += read(path)
    return (time.process_time() - start) / pages


def ours(path: Path) -> int:
    """Reads a PDF as the reading process does; gives its pages."""
    from schedgraph.parser.reading.isolate.limits import Limits
    from schedgraph.parser.reading.pdf import read_pdf

    return len(read_pdf(path.read_bytes(), path.name, Limits()).pages)


def plumber(path: Path) -> int:
    """Takes characters and lines with bare pdfplumber; gives the pages."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            _ = page.chars, page.lines
        return len(document.pages)


def _bare_ocr(path: Path) -> int:
    import pypdfium2

    from schedgraph.parser.reading.scan.image import render
    from schedgraph.parser.reading.scan.rapid import RapidEngine
    from schedgraph.parser.reading.scan.tesseract import TesseractEngine

    document = pypdfium2.PdfDocument(path)
    for page in document:
        picture = render(page)
        for engine in (RapidEngine(), TesseractEngine()):
            engine.read(picture, 300)
    return len(document)


def _begun_anew(files: Sequence[Path], jobs: int) -> float:
    """The seconds in a process that has neither imported nor remembered anything, as a user's command has not."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as alone:
        return alone.submit(_wall, files, jobs).result()


def _wall(files: Sequence[Path], jobs: int) -> float:
    start = time.perf_counter()
    for taken in reader(jobs)(files):
        if taken.problem:
            raise SystemExit(f"{taken.path}: {taken.problem}")
    return time.perf_counter() - start


def _told(what: str, ours: float, peer: float) -> None:
    print(f"{what}: {ours / peer:.2f} ({1000 * ours:.0f} ms and {1000 * peer:.0f} ms a page)")


if __name__ == "__main__":
    main()
