"""`python -m bench.sparql STORE`: what SPARQL costs on a store, which `python -m bench.scale fill` makes."""

import argparse
from pathlib import Path

from bench.sparql import asking, loading

PARTS = ("load", "ask")


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.sparql", description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--parts", default=",".join(PARTS), help="load, ask")
    parser.add_argument("--calls", type=int, default=500)
    parser.add_argument("--peers", action="store_true", help="ask rdflib's stores, too (small stores only)")
    given = parser.parse_args()
    parts = given.parts.split(",")
    if "load" in parts:
        loading.measure(given.store)
    if "ask" in parts:
        asking.measure(given.store, given.calls, given.peers)


if __name__ == "__main__":
    main()
