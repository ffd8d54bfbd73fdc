"""Measures what confidence to state of the readings of written numbers, and writes the table that is read.

`python -m bench.accuracy.fitting --save` reads numbers in the damage of scans (`bench.accuracy.written`) and writes
parser/authority/measured.toml: the share that is right by the trust in a reading, as a staircase that only rises
(isotonic regression). A step that too few readings stand behind is put together with the smaller of its neighbours, so that no
confidence is stated that was not measured on at least `--least` of the readings. Fit on seeds from 50000, never on
those from 9000 to 9999, on which what it is worth is measured (`bench.accuracy.calibration`).
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import floor
from pathlib import Path

from bench.accuracy import written
from schedgraph.parser.authority.stating import PLACES, Place, Steps, parts, places

TABLE = Path(__file__).parents[2] / "parser" / "authority" / "measured.toml"
_ALIKE = 0.005
"""Steps that differ by less are one: nobody acts on the difference."""
HEAD = """\
# What is stated of a reading of a written number: the share of such readings that was right. Written by
# `{command}`;
# a step from one number to the next holds at least {least:,} of {count:,} readings.
#
# repaired: of numbers that were repaired, or that can be read in more than one way; judged: of those whose meaning is a
# matter of judgement (an item after a blank), where the made-up numbers mean what the reader supposes.
# readable: by the trust in the best reading, the share of writings of which any reading is right.
# clear, level, behind: by a reading's part in that share (parser/authority/stating.py), the share that is right.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """One written number: the trust in each of its readings, best first, and which of them are right."""

    judged: bool
    trusts: tuple[float, ...]
    right: tuple[bool, ...]


def staircase(measured: Iterable[tuple[float, bool]], least: int) -> Steps:
    """The share that is right by the value, never falling, with at least `least` pairs to a step where there are as many."""
    steps: list[_Step] = []
    for value, right in sorted(measured):
        if steps and steps[-1].end == value:
            steps[-1] = steps[-1] + _Step(start=value, end=value, count=1, right=int(right))
        else:
            steps.append(_Step(start=value, end=value, count=1, right=int(right)))
    rising: list[_Step] = []
    for step in steps:
        rising.append(step)
        while len(rising) > 1 and rising[-2].share >= rising[-1].share:
            rising[-2:] = [rising[-2] + rising[-1]]
    while len(rising) > 1 and (thin := min(rising, key=lambda each: each.count)).count < least:
        at = rising.index(thin)
        below = at > 0 and (at == len(rising) - 1 or rising[at - 1].count <= rising[at + 1].count)
        first = at - 1 if below else at
        rising[first : first + 2] = [rising[first] + rising[first + 1]]
    if not rising:
        return Steps(starts=(0.0,), right=(0.0,))
    told = [rising[0]]
    for step in rising[1:]:
        told[-1:] = [told[-1] + step] if step.share - told[-1].share < _ALIKE else [told[-1], step]
    return Steps(
        starts=(0.0, *(floor(each.start * 1e6) / 1e6 for each in told[1:])),
        right=tuple(round(each.share, 3) for each in told),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    start: float
    end: float
    count: int
    right: int

    def __add__(self, other: "_Step") -> "_Step":
        return _Step(
            start=self.start, end=other.end, count=self.count + other.count, right=self.right + other.right
        )

    @property
    def share(self) -> float:
        return self.right / self.count


def writings(seed: int, count: int, rates: Sequence[float]) -> Iterator[Writing]:
    """The written numbers of a sample that are not sound as they stand."""
    for _, identifier, mention in written.writings(seed, count, rates):
        if mention.trusts and mention.trusts != (1.0,):
            yield Writing(
                judged=mention.judged,
                trusts=mention.trusts,
                right=tuple(reading.target == identifier for reading in mention.readings),
            )


def fitted(sample: Sequence[Writing], least: int) -> dict[str, Steps]:
    """The tables of one kind of writing."""
    readable = staircase(((min(1.0, each.trusts[0]), any(each.right)) for each in sample), least)
    by_place: defaultdict[Place, list[tuple[float, bool]]] = defaultdict(list)
    for each in sample:
        shares = parts(each.trusts, readable.at(min(1.0, each.trusts[0])))
        for place, share, right in zip(places(each.trusts), shares, each.right, strict=True):
            by_place[place].append((share, right))
    return {"readable": readable} | {place: staircase(by_place[place], least) for place in PLACES}


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables, and writes them with `--save`."""
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy.fitting")
    parser.add_argument("--seed", type=int, default=50_000)
    parser.add_argument("--numbers", type=int, default=250_000, help="numbers at every rate of damage")
    parser.add_argument("--least", type=float, default=0.0015, help="share of all readings behind a step")
    parser.add_argument("--save", action="store_true", help=f"write {TABLE.name}")
    options = parser.parse_args(arguments)
    if 9000 <= options.seed <= 9999:
        parser.error("the seeds from 9000 to 9999 are kept for measuring what comes of it")
    sample = list(writings(options.seed, options.numbers, written.RATES))
    count = sum(len(each.trusts) for each in sample)
    least = int(count * options.least)
    command = f"python -m bench.accuracy.fitting --seed {options.seed} --numbers {options.numbers} --save"
    page = HEAD.format(command=command, least=least, count=count)
    for kind in ("repaired", "judged"):
        for name, steps in fitted([one for one in sample if one.judged == (kind == "judged")], least).items():
            page += f"\n[{kind}.{name}]\nfrom = {list(steps.starts)}\nright = {list(steps.right)}\n"
    sys.stdout.write(page)
    if options.save:
        TABLE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
