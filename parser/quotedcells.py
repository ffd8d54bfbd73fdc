"""Tables as programs write them out: `"N1-88-05-1 item 2","Travel itineraries","Superseded","GRS 6.2, item 060"`."""

import re
from collections import Counter
from collections.abc import Sequence

from schedgraph.parser.bars import piece
from schedgraph.parser.page import Line, Run

# A quote within a field is doubled: "marked ""withdrawn"" in column 10"
_FIELD = re.compile(r'"(?:[^"\n]|""){0,2000}"')
_FEWEST_FIELDS = 2
_FEWEST_ROWS = 3


def with_quoted_cells(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, those of a table of quoted fields with tabs between what the quotes hold."""
    if not any('"' in run.text for line in lines for run in line.runs):
        return list(lines)
    fields = [_fields(line.text) for line in lines]
    counts = Counter(len(each) for each in fields if each)
    return [
        _parted(line, each) if each and counts[len(each)] >= _FEWEST_ROWS else line
        for line, each in zip(lines, fields, strict=True)
    ]


def _fields(text: str) -> tuple[tuple[int, int], ...]:
    """Where the fields stand of a line that holds nothing but quoted fields with commas between."""
    if not text.lstrip().startswith('"'):
        return ()
    found = list(_FIELD.finditer(text))
    if len(found) < _FEWEST_FIELDS:
        return ()
    ends = [0, *(each.end() for each in found)]
    starts = [*(each.start() for each in found), len(text)]
    between = [text[end:start].strip() for end, start in zip(ends, starts, strict=True)]
    if between[0] or between[-1] or any(each != "," for each in between[1:-1]):
        return ()
    return tuple((each.start() + 1, each.end() - 1) for each in found)


def _parted(line: Line, fields: Sequence[tuple[int, int]]) -> Line:
    runs: list[Run] = []
    offset = 0
    for run in line.runs:
        for place, (start, end) in enumerate(fields):
            comma = end - offset
            runs.extend(piece(run, max(0, start - offset), min(len(run.text), comma)))
            if place < len(fields) - 1 and 0 <= comma < len(run.text):
                runs.append(Run(text="\t", start=run.source_start(comma), end=run.source_end(comma + 1)))
        offset += len(run.text)
    return line._replace(runs=tuple(runs))
