"""Whether a stated confidence is the share that is right: numbers, dates, ends of answers, transcripts and scans.

`python -m bench.accuracy.calibration` reads numbers and dates as schedules write them (`bench.accuracy.written`), whole
made-up schedules whose transcripts were damaged at several rates, and pictures of some (`bench.accuracy.whole`). For each
band of stated confidence it prints how many readings there were, what was stated, what share was right, its interval, and
the difference. It ends with 1 where a band is off by more than 0.05. `--save` writes the page.
What is stated is fitted on seeds from 50000 (`bench.accuracy.fitting`), and measured on seeds from 9000 to 9999.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.accuracy import whole, written
from bench.accuracy.stated import NEAR, Band, Stated, bands
from bench.accuracy.written import RATES

PAGE = Path(__file__).parents[2] / "docs" / "calibration.md"
SOURCES = {
    "written": "Numbers and dates by themselves",
    "transcripts": "Schedules, damaged transcripts",
    "scans": "Schedules, pictures",
}
HEAD = """\
# Is a stated confidence the share that is right?

Written by `{command}`.
Numbers as schedules cite them and dates as they print them, whole made-up schedules whose transcripts were damaged,
and scans of some; decisions 22, 30 and 38 say what a confidence states and how it was fitted, on other seeds.
The bar: in each band the share that is right differs from what is stated by {near} at most. The interval is Wilson's, 19 of 20;
where it is wider than {near} to either side the readings are too few to be held against the bar, and the band is marked so.
An `end` is the successor that an answer names for an item, with the least confidence in its evidence.
"""


def rows(found: Iterable[Stated]) -> list[tuple[str, Band]]:
    """The bands of each kind of reading, and of all together."""
    by_kind: defaultdict[str, list[Stated]] = defaultdict(list)
    for each in found:
        by_kind[each.kind].append(each)
        by_kind["all"].append(each)
    return [
        (kind, band)
        for kind in sorted(by_kind, key=lambda one: (one == "all", one))
        for band in bands(by_kind[kind])
    ]


def report(command: str, found: dict[str, list[Stated]]) -> str:
    """The page: a table for each source of readings."""
    lines = [HEAD.format(command=command, near=NEAR)]
    for source, title in SOURCES.items():
        if not found.get(source):
            continue
        lines += [f"## {title}", "", "| kind | from | readings | stated | right | interval | difference | |"]
        lines += ["|---|---|---|---|---|---|---|---|"]
        for kind, band in rows(found[source]):
            low, high = band.interval
            mark = "off" if band.is_off else "few" if band.is_thin else ""
            lines.append(
                f"| {kind} | {band.low:g} | {band.count:,} | {band.stated:.3f} | {band.right:.3f} | "
                f"{low:.3f} to {high:.3f} | {band.right - band.stated:+.3f} | {mark} |"
            )
        thin = sum(band.count for kind, band in rows(found[source]) if kind == "all" and band.is_thin)
        lines += ["", f"Readings in thin bands of all: {thin} of {len(found[source]):,}.", ""]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the page. The exit code is 1 where a band is off."""
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy.calibration")
    parser.add_argument("--seed", type=int, default=9000)
    parser.add_argument("--count", type=int, default=60, help="schedules, each read at every rate of damage")
    parser.add_argument("--numbers", type=int, default=50_000, help="numbers by themselves, at every rate")
    parser.add_argument("--dates", type=int, default=20_000, help="dates by themselves, at every rate")
    parser.add_argument(
        "--scans", type=int, default=0, help="schedules that are read from pictures, which is slow"
    )
    parser.add_argument("--renders", default="scan300,scan200", help="how they were scanned")
    parser.add_argument("--rates", default=",".join(map(str, RATES)))
    parser.add_argument("--readings", type=Path, help="write every reading into this file as a line of JSON")
    parser.add_argument("--save", action="store_true", help="write docs/calibration.md")
    options = parser.parse_args(arguments)
    rates = [float(rate) for rate in options.rates.split(",")]
    found = {
        "written": [
            *written.sample(options.seed, options.numbers, rates),
            *written.days(options.seed, options.dates, rates),
        ],
        "transcripts": list(whole.transcripts(options.seed, options.count, rates)),
        "scans": list(whole.scans(options.seed, options.scans, options.renders.split(","))),
    }
    command = (
        f"python -m bench.accuracy.calibration --seed {options.seed} --numbers {options.numbers} "
        f"--dates {options.dates} --count {options.count} --scans {options.scans}"
    )
    page = report(command, found)
    sys.stdout.write(page)
    if options.readings:
        lines = [
            json.dumps(
                {"source": source, **{name: getattr(each, name) for name in Stated.__slots__}},
                ensure_ascii=False,
            )
            for source, members in found.items()
            for each in members
        ]
        options.readings.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if options.save:
        PAGE.write_text(page, encoding="utf-8")
    return int(any(band.is_off for members in found.values() for _, band in rows(members)))


if __name__ == "__main__":
    sys.exit(main())
