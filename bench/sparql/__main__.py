"""`python -m bench.sparql STORE`: what SPARQL costs on a store, which `python -m bench.scale fill` makes."""

import argparse
from pathlib import Path

from bench.sparql import asking, cold, loading

PARTS = ("load", "ask")


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.sparql", description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--parts", default=",".join(PARTS), help="load, ask, cold")
    parser.add_argument("--calls", type=int, default=500)
    parser.add_argument("--peers", action="store_true", help="ask rdflib's stores, too (small stores only)")
    parser.add_argument("--without-evidence", action="store_true", help="the graph without quotes and places")
    parser.add_argument("--leave", default="", help="named queries not to be asked, with commas between")
    given = parser.parse_args()
    parts, leave = given.parts.split(","), given.leave.split(",")
    if "load" in parts:
        loading.measure(given.store, evidence=not given.without_evidence)
    if "ask" in parts:
        evidence = not given.without_evidence
        asking.measure(given.store, given.calls, given.peers, evidence=evidence, leave=leave)
    if "cold" in parts:
        cold.measure(given.store, given.calls, leave)


if __name__ == "__main__":
    main()
