"""A figure written over one that is struck: "5" on a line of its own, above the 3 of "Destroy when ~~3~~ years old"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from schedgraph.parser.page import Line, Page, Run

_FIGURE = re.compile(
    r"(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty)", re.IGNORECASE
)
_NEAR = 4
"""Columns by which the two may stand beside each other."""


def with_raised_figures(page: Page) -> Page:
    """The page with each such figure behind the struck one that it stands over, in whose place it was written."""
    lines: list[Line] = list(page.lines)
    raised: set[int] = set()
    for index, (above, below) in enumerate(pairwise(page.lines)):
        if not _FIGURE.fullmatch(above.text.strip()) or any(run.struck for run in above.runs):
            continue
        under = _struck_under(above, below)
        if under is not None:
            lines[index + 1] = below._replace(runs=_inserted(lines[index + 1].runs, under, above))
            raised.add(index)
    if not raised:
        return page
    return replace(page, lines=tuple(line for index, line in enumerate(lines) if index not in raised))


def _struck_under(above: Line, below: Line) -> Run | None:
    """The struck figure below the one above: by their places on the page, else by their columns."""
    start = above.start + len(above.text) - len(above.text.lstrip())
    over = above.source.words_in(start, above.end)
    column = 0
    for run in below.runs:
        if run.struck and _FIGURE.fullmatch(run.text.strip()):
            words = below.source.words_in(run.start, run.end)
            if over and words:
                left, right = min(each.bbox[0] for each in words), max(each.bbox[2] for each in words)
                height = abs(words[0].bbox[3] - words[0].bbox[1])
                beside = max(over[0].bbox[0] - right, left - over[0].bbox[2])
                if beside <= height:
                    return run
            elif abs(column - (len(above.text) - len(above.text.lstrip()))) <= _NEAR:
                return run
        column += len(run.text)
    return None


def _inserted(runs: Sequence[Run], under: Run, above: Line) -> tuple[Run, ...]:
    figure = next(run for run in above.runs if run.text.strip())
    lead = len(figure.text) - len(figure.text.lstrip())
    text = figure.text.strip()
    start = figure.source_start(lead)
    written = figure._replace(text=text, start=start, end=start + len(text))
    blank = written._replace(text=" ", end=start)
    return tuple(
        part for run in runs for part in ((run, blank, written) if run.start == under.start else (run,))
    )
