"""`python -m bench`: every measurement against its named peer in one run; `--save` writes docs/performance.md."""

import argparse
import os
import platform
import shlex
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from bench.peers.figure import Figure, Size

PARTS = ("starting", "texts", "pdfs", "stores", "rdf", "endpoint")
REPORT = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
SERVER = "\n## The server"
"""From there on the report is written by hand: those measurements take hours, or a machine of their own."""
LIBRARIES = (
    "click",
    "spacy",
    "pdfplumber",
    "pypdfium2",
    "networkx",
    "rdflib",
    "pyoxigraph",
    "oxrdflib",
    "distributed",
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--items", type=int, default=Size().items, help="items of the made-up store")
    parser.add_argument("--documents", type=int, default=Size().documents, help="documents that are read")
    parser.add_argument("--runs", type=int, default=Size().runs, help="runs of each command")
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part; may be repeated")
    parser.add_argument("--save", action="store_true", help="write docs/performance.md")
    given = parser.parse_args()
    size = Size(items=given.items, documents=given.documents, runs=given.runs)
    loads = [os.getloadavg()[0]]
    figures: list[Figure] = []
    print("| what | peer | schedgraph | peer | ratio | bar | |\n|---|---|---|---|---|---|---|", flush=True)
    for part in given.only or PARTS:
        measure: Callable[[Size], Iterable[Figure]] = import_module(f"bench.peers.{part}").figures
        for figure in measure(size):
            figures.append(figure)
            print(figure.row(), flush=True)
        loads.append(os.getloadavg()[0])
    if given.save:
        command = shlex.join(["python", "-m", "bench", *sys.argv[1:]])
        kept = REPORT.read_text(encoding="utf-8") if REPORT.exists() else ""
        text = report(figures, machine(loads), command) + kept[kept.find(SERVER) :] * (SERVER in kept)
        REPORT.write_text(text, encoding="utf-8")
    return 0


def machine(loads: list[float]) -> str:
    """What was measured on, in a sentence."""
    name = next(
        (line.split(":")[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor() or "unknown processor",
    )
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{name}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}; {libraries}. "
        f"The load of the machine was {min(loads):.1f} to {max(loads):.1f}."
    )


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines() if Path(path).exists() else []


def report(figures: list[Figure], where: str, command: str) -> str:
    """The text of docs/performance.md."""
    rows = "\n".join(figure.row() for figure in figures)
    missed = [figure.missed for figure in figures if figure.missed]
    verdict = f"Missed in this run: {'; '.join(missed)}" if missed else "Everything is within its bar"
    return f"""# What it costs

Written by `{command}` on {date.fromtimestamp(time.time())}; `make bench` measures anew. Compare ratios, not
milliseconds: each row sets schedgraph against a peer that does the bare work in the same run, in turn with it.

{where}

| what | peer | schedgraph | peer | ratio | bar | |
|---|---|---|---|---|---|---|
{rows}

{verdict}.

A cold command is measured in an environment without an editable install. Times are of the processor, but for
lookups and SPARQL, which are of the clock.
"""


if __name__ == "__main__":
    sys.exit(main())
