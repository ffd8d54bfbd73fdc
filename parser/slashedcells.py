"""Tables below a heading whose columns slashes part: rows parted by slashes too, or the cells below each other.

"Item no. / Description / Sample or job no. / Action taken" over "1 / Case files. Destroy. / NN-165-119 /", and
"Entry / Old authority / New authority" over three lines for each row, with a blank line between rows.
"""

import re
from collections.abc import Iterator, Sequence

from schedgraph.parser.bars import piece
from schedgraph.parser.caseless import caseless
from schedgraph.parser.page import Line, Run

_SLASH = re.compile(r"(?:(?<=\s)|^)/(?=\s|$)")
_HEADS = caseless(
    r"\b(?:items?|descriptions?|series|titles?|entry|entries|codes?|numbers?|nos?|samples?|jobs?|citations?|authorit(?:y|ies)"
    r"|schedules?|actions?|dispositions?|retention|remarks?|notes?|status|old|new|former|previous|current|superseded|replaced|columns?|successors?)\b"
)
_AUTHORITY = caseless(r"\b(?:authorit|job|schedule|citation|superseded|old|new|former|previous|successor)")
_OLD, _NEW = (
    caseless(r"\b(?:old|former|previous|prior)\b"),
    caseless(r"\b(?:new|successor|(?:superseded|replaced) by)\b"),
)
_NUMBER = re.compile(r"\s*[0-9]{1,4}[0-9A-Za-z().-]{0,8}\s*")
_RULE = re.compile(r"[\s*_=\-–—.+]{3,}")
_LONGEST_HEADING = 40
_FEWEST_COLUMNS = 3
"""Fewer are a table where one is of the old and one of the new."""
_FEWEST_ROWS = 2


def with_slashed_cells(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, those of such a table with tabs between their cells."""
    found = list(lines)
    heading = next((index for index, line in enumerate(found) if _heads(line)), None)
    if heading is None:
        return found
    head, below = found[heading], found[heading + 1 :]
    count = len(_slashes(head)) + 1
    rows = [_joints(line, count) for line in below]
    if sum(map(bool, rows)) >= _FEWEST_ROWS:
        told = [_parted(line, row) if row else line for line, row in zip(below, rows, strict=True)]
    elif len(stacked := list(_stacked(below, _title_first(head), count))) < len(below):
        told = stacked
    else:
        return found
    return [*found[:heading], _parted(head, _slashes(head)), *told]


def _heads(line: Line) -> bool:
    if not any("/" in run.text for run in line.runs) or "\t" in line.text:
        return False
    parts = [part.strip() for part in _SLASH.split(line.text)]
    pair = len(parts) == _FEWEST_COLUMNS - 1 and bool(_OLD.search(parts[0]) and _NEW.search(parts[1]))
    return (
        (pair or len(parts) >= _FEWEST_COLUMNS)
        and all(0 < len(part) <= _LONGEST_HEADING for part in parts)
        and all(_HEADS.search(part) for part in parts[1:])
        and any(_AUTHORITY.search(part) for part in parts)
    )


def _slashes(line: Line) -> tuple[int, ...]:
    return tuple(match.start() for match in _SLASH.finditer(line.text))


def _joints(line: Line, count: int) -> tuple[int, ...]:
    """The slashes that part the cells of a row; those that it has too many are of its description, the second cell."""
    slashes = _slashes(line)
    if len(slashes) == count - 1:
        return slashes
    if len(slashes) >= count > _FEWEST_COLUMNS - 1 and _NUMBER.fullmatch(line.text, 0, slashes[0]):
        return (slashes[0], *slashes[len(slashes) - count + 2 :])
    return ()


def _title_first(head: Line) -> bool:
    """Whether the first column is of words, which may need more than a line, and not of numbers."""
    return _AUTHORITY.search(_SLASH.split(head.text)[0]) is None


def _stacked(lines: Sequence[Line], title_first: bool, count: int) -> Iterator[Line]:
    """The lines, each group of as many as there are columns as one row; all as they were where there are not enough."""
    groups: list[list[Line]] = [[]]
    for line in lines:
        empty = not line.text.strip()
        if empty or _RULE.fullmatch(line.text):
            groups += [[line], []]
        else:
            groups[-1].append(line)
    fits = [len(group) == count or (title_first and len(group) == count + 1) for group in groups]
    filled = [fit for group, fit in zip(groups, fits, strict=True) if group and group[0].text.strip(" -_=*")]
    if sum(fits) < _FEWEST_ROWS or not filled[0]:
        yield from lines
        return
    for group, fit in zip(groups, fits, strict=True):
        if fit:
            yield _joined(group, count)
        else:
            yield from group


def _joined(group: Sequence[Line], count: int) -> Line:
    """The lines of one row as a line of cells; what the first cell needs more than a line for is joined by blanks."""
    runs: list[Run] = []
    for place, line in enumerate(group):
        if place:
            end = group[place - 1].end
            joint = "\t" if place > len(group) - count else " "
            runs.append(Run(text=joint, start=end, end=line.start))
        runs.extend(line.runs)
    return group[0]._replace(end=group[-1].end, runs=tuple(runs))


def _parted(line: Line, slashes: Sequence[int]) -> Line:
    """The line with tabs for these slashes."""
    runs: list[Run] = []
    offset = 0
    for run in line.runs:
        low = 0
        for slash in (each - offset for each in slashes if offset <= each < offset + len(run.text)):
            runs.extend(piece(run, low, slash))
            runs.append(Run(text="\t", start=run.source_start(slash), end=run.source_end(slash + 1)))
            low = slash + 1
        runs.extend(piece(run, low, len(run.text)))
        offset += len(run.text)
    return line._replace(runs=tuple(runs))
