"""Whether a stated confidence is the share that is right, for numbers read through damage.

`python -m bench.accuracy.calibration --seed 5000 --count 60` makes schedules up, damages their transcripts at several
rates, reads them and prints for each band of stated confidence how many readings there were, what was stated and
what share was right. A reading counts once for each place; it is right where the document prints that number.
Weights are adjusted on seeds from 5000 on, and what is reported is measured on seeds from 9000 on.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bench.accuracy.citing import citations
from bench.synthetic import text
from bench.synthetic.content import FORMS, invent
from bench.synthetic.truth import expected
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode
from schedgraph.parser.transcript import transcript

RATES = (0.006, 0.015, 0.03)
BANDS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1.0)
"""Lower ends of the bands; the last one holds 1.0 alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One reading of one written number: what it was, how sure it was said to be, and whether it was right."""

    kind: str
    printed: str
    target: str
    repairs: tuple[str, ...]
    confidence: float
    right: bool


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
                kind="citation" if place == 0 else "runner-up",
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


def bands(found: Sequence[Stated]) -> list[tuple[float, int, float, float]]:
    """For each band that is not empty: its lower end, how many, the mean that was stated, the share that was right."""
    rows = []
    for low, high in zip(BANDS, (*BANDS[1:], 2.0), strict=True):
        inside = [each for each in found if low <= each.confidence < high]
        if inside:
            mean = sum(each.confidence for each in inside) / len(inside)
            rows.append((low, len(inside), mean, sum(each.right for each in inside) / len(inside)))
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the bands of a sample, by kind and of all together."""
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy.calibration")
    parser.add_argument("--seed", type=int, default=9000)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--rates", default=",".join(map(str, RATES)))
    parser.add_argument("--save", type=Path, help="write every reading as a line of JSON")
    options = parser.parse_args(arguments)
    found = list(sample(options.seed, options.count, [float(rate) for rate in options.rates.split(",")]))
    by_kind: defaultdict[str, list[Stated]] = defaultdict(list)
    for each in found:
        by_kind[each.kind].append(each)
        by_kind["all"].append(each)
    for kind, members in sorted(by_kind.items()):
        for low, count, mean, right in bands(members):
            sys.stdout.write(f"{kind}\t{low:g}\t{count}\t{mean:.3f}\t{right:.3f}\t{right - mean:+.3f}\n")
    if options.save:
        lines = [
            json.dumps({name: getattr(each, name) for name in Stated.__slots__}, ensure_ascii=False)
            for each in found
        ]
        options.save.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
