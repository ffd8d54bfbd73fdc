"""Tables whose cells bars part without a frame: `1 | Case files. Destroy | NN-165-119 |`."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from schedgraph.parser.page import Line, Run

# Lines like "3 | Rate Exhibits. Destroy when 5 years old. | 2 |" but not "3c(|)", where a bar is a damaged 1
_BAR = re.compile(r"(?:(?<=[\s|])|^)\|(?=[\s|]|$)")
# The "+--------+" of a frame that parts the boxes of one column only, beside a line of the other
_CORNER = re.compile(r"\+(?=[-=]{3})|(?<=[-=]{3})\+")
_LEAST_BARS = 2
_LEAST_ROWS = 2
_LEAST_PAIRS = 3
_LEAST_ALIGNED = 4


def with_barred_cells(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, each bar of a table of bars a tab, as the bars of a framed table are.

    A table repeats its bars: two lines with as many (a last cell may be left open) make one, and of lines
    with a single bar three that follow each other, or any below the first bar of its other lines.
    """
    if not any("|" in run.text for line in lines for run in line.runs):
        return list(lines)
    columns = _columns(lines)
    places = [() if "\t" in line.text else _bars(line.text, columns) for line in lines]
    bars = [len(each) for each in places]
    first = {
        each[0] for line, each in zip(lines, places, strict=True) if each and line.text[: each[0]].strip()
    }
    counts = Counter(count for count in bars if count >= _LEAST_BARS)
    opening = Counter(each[0] for each in places if len(each) >= _LEAST_BARS)
    paired = _pairs(bars) | {
        index for index, each in enumerate(places) if len(each) == 1 and opening[each[0]] >= _LEAST_ROWS
    }
    return [
        _parted(line, places[index], first)
        if index in paired
        or (count >= _LEAST_BARS and counts[count - 1] + counts[count] + counts[count + 1] >= _LEAST_ROWS)
        else line
        for index, (line, count) in enumerate(zip(lines, bars, strict=True))
    ]


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


def _columns(lines: Sequence[Line]) -> frozenset[int]:
    """Where bars stand under each other in so many lines that one glued to a word there is a bar, too: "ITEM NO.|"."""
    counts = Counter(
        match.start() for line in lines if "|" in line.text for match in _BAR.finditer(line.text)
    )
    return frozenset(column for column, count in counts.items() if count >= _LEAST_ALIGNED)


def _bars(text: str, columns: frozenset[int]) -> tuple[int, ...]:
    if "|" not in text:
        return ()
    found = {match.start() for match in _BAR.finditer(text)}
    if "+" in text and any(map(str.isalnum, text)):
        found |= {match.start() for match in _CORNER.finditer(text)}
    found |= {column for column in columns if text[column : column + 1] == "|"}
    return tuple(sorted(found))


def _parted(line: Line, bars: Sequence[int], first: Collection[int]) -> Line:
    """The line with tabs for bars; `first` is where the first column ends, in lines that hold something in it."""
    if not line.text[: bars[0]].strip() and bars[0] not in first:
        # A bar before the first cell parts nothing.
        bars = bars[1:]
    runs: list[Run] = []
    offset = 0
    for run in line.runs:
        end = offset + len(run.text)
        low = 0
        for bar in (each - offset for each in bars if offset <= each < end):
            runs.extend(piece(run, low, bar))
            runs.append(Run(text="\t", start=run.source_start(bar), end=run.source_end(bar + 1)))
            low = bar + 1
        runs.extend(piece(run, low, len(run.text)))
        offset = end
    return line._replace(runs=tuple(runs))


def piece(run: Run, low: int, high: int) -> tuple[Run, ...]:
    """The stretch of a run, nothing where it is empty."""
    if low >= high:
        return ()
    return (run._replace(text=run.text[low:high], start=run.source_start(low), end=run.source_end(high)),)
