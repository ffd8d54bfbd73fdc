"""`python -m bench.scale VERB`: stores of any size, what they cost, and what they withstand."""

import argparse
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from bench.scale import asking, crashing, resolving, standing
from bench.scale.filling import fill, size_of


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.scale", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    filling = verbs.add_parser("fill", help="fill a new store")
    filling.add_argument("--items", type=int, default=100_000)
    filling.add_argument("--seed", type=int, default=1)
    filling.add_argument("--out", type=Path, required=True)
    crash = verbs.add_parser("crash", help="kill the writer, interrupt it, fill its disk")
    crash.add_argument("--kills", type=int, default=100)
    crash.add_argument("--interrupts", type=int, default=20)
    crash.add_argument("--full", type=int, default=20)
    beside = verbs.add_parser("beside", help="readers beside a writer")
    beside.add_argument("--readers", type=int, default=8)
    beside.add_argument("--seconds", type=float, default=60)
    ask = verbs.add_parser("ask", help="what a lookup costs")
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument(
        "--read-first", action="store_true", help="read the file once, so that the disk is not measured"
    )
    ask.add_argument("--many", type=int, default=0, help="so many lookups more, told by fifths")
    resolve = verbs.add_parser("resolve", help="what drawing all answers costs, and one more document")
    resolve.add_argument("--items", type=int, default=100_000)
    resolve.add_argument("--seed", type=int, default=1)
    resolve.add_argument("--at-once", action="store_true", help="only the verdict and the ends of everything")
    resolve.add_argument("--jobs", type=int, default=1)
    resolve.add_argument("--out", type=Path, required=True)
    for name in ("write", "read"):
        part = verbs.add_parser(name, help="a process of the above")
        part.add_argument("--out", type=Path, required=True)
        part.add_argument("--seconds", type=float, default=60)
        part.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    if given.verb == "write":
        return crashing.write(given.out)
    if given.verb == "read":
        print(json.dumps(standing.read(given.out, given.seconds, given.seed)))
        return 0
    run = {"fill": _fill, "crash": _crash, "beside": _beside, "ask": _ask, "resolve": _resolve}
    return run[given.verb](given)


def _fill(given: argparse.Namespace) -> int:
    began = time.perf_counter()
    size = size_of(given.items, given.seed)
    for stored in fill(given.out, size):
        if stored % 2_500 == 0:
            print(f"{stored} of {size.schedules} schedules, {time.perf_counter() - began:.0f} s", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{size.schedules} schedules in {time.perf_counter() - began:.1f} s, {peak} MB of memory at most")
    return 0


def _ask(given: argparse.Namespace) -> int:
    if given.read_first:
        asking.into_page_cache(given.out)
    print(asking.in_process(given.out), flush=True)
    if given.many:
        print(asking.by_fifths(given.out, given.many), flush=True)
    print(asking.cold(given.out))
    return 0


def _resolve(given: argparse.Namespace) -> int:
    size = size_of(given.items, given.seed)
    both = resolving.at_once(given.out, size)
    print(
        f"verdict and ends of everything at once: {both.ours:.2f} s by the processor for {both.authorities:,} authorities, "
        f"{both.most} MB; bare networkx in turn {both.theirs:.2f} s: {both.ours / both.theirs:.2f} times",
        flush=True,
    )
    if given.at_once:
        return 0
    base = both.theirs
    only, found = resolving.ends_by_the_rules(given.out)
    print(
        f"the same one by one: {only:.1f} s by the processor ({only / base:.1f} times) for {found:,} authorities",
        flush=True,
    )
    wall, busy, drawn = resolving.store_resolves(given.out, given.jobs)
    print(
        f"store rebuild --jobs {given.jobs}: {wall:.1f} s, {busy:.1f} s by the processor ({busy / base:.1f} times), "
        f"for {drawn:,} answers, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB of memory at most"
    )
    print(*resolving.one_more(given.out, size), sep="\n")
    return 0


def _crash(given: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        crashing.write_quietly(Path(folder))
        longest = time.perf_counter() - began
    wanted = crashing.unbroken()
    ways = (
        ("kill -9", lambda: crashing.killed(given.kills, 1, wanted, longest)),
        ("interrupt", lambda: crashing.interrupted(given.interrupts, 2, wanted, longest)),
        ("full disk", lambda: crashing.full(given.full, wanted)),
        ("file that cannot grow", lambda: crashing.limited(given.full, wanted)),
    )
    faults = 0
    for what, run in ways:
        result = run()
        faults += len(result.wrong)
        print(result.told(what), *result.wrong, sep="\n  ", flush=True)
    return int(faults > 0)


def _beside(given: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as folder:
        written, found = standing.beside(Path(folder), given.readers, given.seconds)
    answers, torn = sum(each["answers"] for each in found), sum(each["torn"] for each in found)
    slowest = max(each["p99"] for each in found)
    print(
        f"{given.readers} readers beside {written} writings in {given.seconds:.0f} s: {answers:,.0f} answers, "
        f"{torn:.0f} torn; p99 of the slowest reader {slowest * 1000:.1f} ms, "
        f"longest wait {max(each['longest'] for each in found) * 1000:.0f} ms"
    )
    return int(torn > 0)


if __name__ == "__main__":
    sys.exit(main())
