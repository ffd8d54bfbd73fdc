"""Whether the rules, SPARQL, networkx and an oracle that tries every path give one verdict, over many random histories.

`python -m bench.agreement --count 10000 --seed 1` prints one line of JSON; it exits 1 at the first disagreement
and prints the history. The tests do the same over fewer histories (tests/graph/test_four_doors.py).
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.graph.doors import Doors, disagreements, oracle_disagreements
from tests.graph.histories import History, histories


def main(arguments: Sequence[str] | None = None) -> int:
    """Judges `--count` random histories through every door; 0 where all agree."""
    parser = argparse.ArgumentParser(prog="python -m bench.agreement")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    tried: Counter[History] = Counter()
    verdicts: Counter[str] = Counter()
    wrong: list[str] = []
    started = time.perf_counter()

    @seed(chosen.seed)
    @settings(
        max_examples=chosen.count,
        deadline=None,
        database=None,
        derandomize=False,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(histories())
    def judge(history: History) -> None:
        tried[history] += 1
        found = oracle_disagreements(history)
        plain = replace(history, day=None, retroactive=True)
        told, more = disagreements(Doors.in_memory(plain), plain)
        verdicts.update(told.values())
        if found or more:
            wrong.extend([f"{history}: {each}" for each in (*found, *more)])
            raise AssertionError

    try:
        judge()
    except AssertionError:
        sys.stderr.write("\n".join(wrong[:20]) + "\n")
    result = {
        "histories": sum(tried.values()),
        "distinct": len(tried),
        "disagreements": len(wrong),
        "verdicts": dict(sorted(verdicts.items())),
        "seed": chosen.seed,
        "seconds": round(time.perf_counter() - started),
    }
    sys.stdout.write(json.dumps(result) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
