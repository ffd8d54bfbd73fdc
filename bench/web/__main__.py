"""`python -m bench.web STORE`: what the server of a store takes over HTTP, beside a peer, under abuse, and at work."""

import argparse
import sys
import tempfile
from pathlib import Path

from bench.web import abuse, meanwhile, pages
from bench.web.endpoint import compared

PARTS = ("pages", "endpoint", "abuse", "meanwhile")


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.web", description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part; may be repeated")
    parser.add_argument("--requests", type=int, default=200, help="requests of each kind of page")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--peer",
        type=Path,
        default=Path(sys.executable),
        help="a Python that has rdflib-endpoint and oxrdflib",
    )
    given = parser.parse_args()
    parts, kept = given.only or PARTS, True
    if "pages" in parts:
        pages.measure(given.store, given.requests, given.seed)
    if "endpoint" in parts:
        with tempfile.TemporaryDirectory(dir=given.store.resolve().parent) as room:
            for figure in compared(given.store, given.peer, Path(room)):
                print(figure.row(), flush=True)
                kept = kept and figure.missed is None
    if "abuse" in parts:
        kept = abuse.measure(given.store) and kept
    if "meanwhile" in parts:
        kept = meanwhile.measure(given.store) and kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
