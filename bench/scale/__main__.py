"""`python -m bench.scale fill`: a store of made-up schedules of any size."""

import argparse
import resource
import sys
import time
from pathlib import Path

from bench.scale.filling import fill, size_of


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.scale", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    filling = verbs.add_parser("fill", help="fill a new store")
    filling.add_argument("--items", type=int, default=100_000)
    filling.add_argument("--seed", type=int, default=1)
    filling.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    began = time.perf_counter()
    size = size_of(given.items, given.seed)
    for stored in fill(given.out, size):
        if stored % 2_500 == 0:
            print(f"{stored} of {size.schedules} schedules, {time.perf_counter() - began:.0f} s", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{size.schedules} schedules in {time.perf_counter() - began:.1f} s, {peak} MB of memory at most")
    return 0


if __name__ == "__main__":
    sys.exit(main())
