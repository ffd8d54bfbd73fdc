"""Rows whose columns leaders part: `3 .... Bench notebooks ................. withdrawn`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.bars import piece
from schedgraph.parser.caseless import caseless
from schedgraph.parser.page import Line, Run

# Leaders of dots, glued to words or not, of underscores and of hyphens; three dots are words left out
_LEADER = re.compile(
    r"(?<![.…·])(?:\.{4,}|(?:\.[ ]){3,}\.|…{2,}|·{4,})(?![.…·])|(?<!\S)(?:_{4,}|-{4,})(?!\S)"
)
_MAY_LEAD = ("....", ". . .", "……", "····", "____", "----")
_HEADING = caseless(r"\bitems?\b.{1,60}\b(?:descriptions?|series|titles?|records)\b")
_DESIGNATED = re.compile(r"\s*\(?(?:[0-9]{1,3}[a-z]?|[A-Za-z])[.)]{0,2}(?=\s)")
_ACTION = caseless(
    r"(?:withdrawn|w/d|(?:disposition |disposal )?not approved|disapproved|superseded|obsolete|rescinded)\b"
)
_FEWEST_ROWS = 2
"""Where no heading of a table of items stands above them."""


def with_led_cells(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, blanks for the leaders of those that are rows.

    A row is a line in which an authority or an action stands behind a leader, and so is each line below
    the first of them that begins with a designator or is led to the edge. Behind the leaders of a table of contents
    stands the number of a sheet.
    """
    found = list(lines)
    leaders = [_leaders(line) for line in found]
    told = [index for index, each in enumerate(leaders) if each and _is_told(found[index].text, each)]
    if not told:
        return found
    begin = next(
        (index for index, line in enumerate(found[: told[0]]) if _HEADING.stands_in(line.text)), None
    )
    if begin is None and len(told) < _FEWEST_ROWS:
        return found
    return [
        _blanked(line, each)
        if each and index >= (told[0] if begin is None else begin) and (index in told or _is_row(line, each))
        else line
        for index, (line, each) in enumerate(zip(found, leaders, strict=True))
    ]


def _leaders(line: Line) -> tuple[tuple[int, int], ...]:
    if not any(mark in run.text for run in line.runs for mark in _MAY_LEAD):
        return ()
    text = line.text
    spans = tuple(match.span() for match in _LEADER.finditer(text)) if "\t" not in text else ()
    return spans if any(each.isalnum() for each in text) else ()


def _is_told(text: str, leaders: Sequence[tuple[int, int]]) -> bool:
    """Whether an authority or an action stands behind a leader, up to the next."""
    starts = [*leaders, (len(text), len(text))]
    return any(
        _ACTION.pattern.match(cell) or any(not each.start for each in find_numbers(cell))
        for (_, end), (start, _) in pairwise(starts)
        if (cell := text[end:start].strip())
    )


def _is_row(line: Line, leaders: Sequence[tuple[int, int]]) -> bool:
    return _DESIGNATED.match(line.text) is not None or not line.text[leaders[-1][1] :].strip()


def _blanked(line: Line, leaders: Sequence[tuple[int, int]]) -> Line:
    """The line with blanks for its leaders, each in its place."""
    runs: list[Run] = []
    offset = 0
    for run in line.runs:
        low, end = 0, offset + len(run.text)
        for start, stop in leaders:
            if offset <= start < end:
                blanks = " " * (min(stop, end) - start)
                runs.extend(piece(run, low, start - offset))
                runs.append(
                    Run(
                        blanks,
                        run.source_start(start - offset),
                        run.source_end(start - offset + len(blanks)),
                    )
                )
                low = start - offset + len(blanks)
        runs.extend(piece(run, low, len(run.text)))
        offset = end
    return line._replace(runs=tuple(runs))
