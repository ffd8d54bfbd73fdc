"""Whether a stated confidence is the share that is right, for numbers read through damage.

`python -m bench.accuracy.calibration` reads numbers as schedules cite them (`bench.accuracy.written`), and whole made-up
schedules whose transcripts were damaged, each at several rates; for each band of stated confidence it prints how many
readings there were, what was stated, what share was right, with the interval of that share, and the difference.
In a schedule a reading counts once for each place, and is right where the document prints that number.
Weights are adjusted on other seeds than those from 9000 to 9999, on which what is reported is measured.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from bench.accuracy import written
from bench.accuracy.citing import citations
from bench.accuracy.stated import Stated, bands
from bench.synthetic import text
from bench.synthetic.content import FORMS, invent
from bench.synthetic.truth import expected
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode
from schedgraph.parser.transcript import transcript

RATES = (0.006, 0.015, 0.03, 0.06)


def stated(found: dict[str, Any], truth: dict[str, Any]) -> Iterator[Stated]:
    """Every reading of a transcript that has a confidence: the schedule's number, and those of the citations."""
    printed = {number["id"] for number in truth["numbers"]}
    schedule = found["schedule"]
    if schedule["id"]:
        yield Stated(
            kind="schedule",
            printed=schedule["printed"] or "",
            target=schedule["id"],
            repairs=tuple(schedule["repairs"]),
            confidence=schedule["evidence"]["confidence"],
            right=schedule["id"] == truth["schedule"]["id"],
        )
    for cited in citations(found):
        for place, reading in enumerate(cited["readings"]):
            yield Stated(
                kind="citation's runner-up" if place else "citation",
                printed=cited["printed"],
                target=reading["target"],
                repairs=tuple(cited["repairs"]),
                confidence=reading["confidence"],
                right=reading["target"] in printed,
            )


def sample(seed: int, count: int, rates: Sequence[float]) -> Iterator[Stated]:
    """The readings of `count` schedules, in turn of every form, each damaged at every rate."""
    forms = tuple(dict.fromkeys(FORMS))
    for index in range(count):
        schedule = invent(seed + index, forms[index % len(forms)])
        for rate in rates:
            words = text.noisy(schedule, Random(f"{seed + index}/{rate}"), rate=rate)
            truth = expected(schedule, source="x.txt", reading="text", sheets=None)
            document = read_text(decode(words.encode(), f"made-up-{seed + index}.txt"))
            yield from stated(transcript(document), truth)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the bands of a sample: by kind, of numbers by themselves, and of those in schedules."""
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy.calibration")
    parser.add_argument("--seed", type=int, default=9000)
    parser.add_argument("--count", type=int, default=60, help="schedules, each read at every rate of damage")
    parser.add_argument("--numbers", type=int, default=50_000, help="numbers by themselves, at every rate")
    parser.add_argument("--rates", default=",".join(map(str, RATES)))
    parser.add_argument("--save", type=Path, help="write every reading as a line of JSON")
    options = parser.parse_args(arguments)
    rates = [float(rate) for rate in options.rates.split(",")]
    alone = list(written.sample(options.seed, options.numbers, rates))
    inside = list(sample(options.seed, options.count, rates))
    by_kind: defaultdict[str, list[Stated]] = defaultdict(list)
    for each in (*alone, *inside):
        by_kind[each.kind].append(each)
    by_kind["written, all readings"] = alone
    by_kind["schedules, all readings"] = inside
    sys.stdout.write("kind\tfrom\treadings\tstated\tright\tinterval\tdifference\n")
    for kind, members in sorted(by_kind.items()):
        for band in bands(members):
            low, high = band.interval
            sys.stdout.write(
                f"{kind}\t{band.low:g}\t{band.count}\t{band.stated:.3f}\t{band.right:.3f}\t"
                f"{low:.3f} to {high:.3f}\t{band.right - band.stated:+.3f}\n"
            )
    if options.save:
        lines = [
            json.dumps({name: getattr(each, name) for name in Stated.__slots__}, ensure_ascii=False)
            for each in (*alone, *inside)
        ]
        options.save.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
