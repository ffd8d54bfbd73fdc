"""Tables whose cells bars part without a frame: `1 | Case files. Destroy | NN-165-119 |`."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.page import Line, Run

# Lines like "3 | Rate Exhibits. Destroy when 5 years old. | 2 |" but not "3c(|)", where a bar is a damaged 1
_BAR = re.compile(r"(?:(?<=[\s|])|^)\|(?=[\s|]|$)")
_LEAST_BARS = 2
_LEAST_ROWS = 2
_LEAST_PAIRS = 3


def with_barred_cells(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, each bar of a table of bars a tab, as the bars of a framed table are.

    A table repeats its bars: two lines with as many (a last cell may be left open) make one, and of lines
    with a single bar three that follow each other.
    """
    bars = [_count(line.text) for line in lines]
    counts = Counter(count for count in bars if count >= _LEAST_BARS)
    paired = _pairs(bars)
    return [
        _parted(line)
        if index in paired
        or (count >= _LEAST_BARS and counts[count - 1] + counts[count] + counts[count + 1] >= _LEAST_ROWS)
        else line
        for index, (line, count) in enumerate(zip(lines, bars, strict=True))
    ]


def _count(text: str) -> int:
    return len(_BAR.findall(text)) if "|" in text and "\t" not in text else 0


def _pairs(bars: Sequence[int]) -> frozenset[int]:
    """The lines with one bar that stand below each other."""
    found: set[int] = set()
    run: list[int] = []
    for index, count in enumerate((*bars, 0)):
        if count == 1:
            run.append(index)
            continue
        if len(run) >= _LEAST_PAIRS:
            found.update(run)
        run = []
    return frozenset(found)


def _parted(line: Line) -> Line:
    text = line.text
    bars = [match.start() for match in _BAR.finditer(text)]
    if not text[: bars[0]].strip():
        # A bar before the first cell parts nothing.
        bars = bars[1:]
    runs: list[Run] = []
    offset = 0
    for run in line.runs:
        end = offset + len(run.text)
        low = 0
        for bar in (each - offset for each in bars if offset <= each < end):
            runs.extend(_piece(run, low, bar))
            runs.append(Run(text="\t", start=run.source_start(bar), end=run.source_end(bar + 1)))
            low = bar + 1
        runs.extend(_piece(run, low, len(run.text)))
        offset = end
    return replace(line, runs=tuple(runs))


def _piece(run: Run, low: int, high: int) -> tuple[Run, ...]:
    if low >= high:
        return ()
    return (replace(run, text=run.text[low:high], start=run.source_start(low), end=run.source_end(high)),)
