"""Strikes that a text writes as characters: U+0335 to U+0338 lay a stroke over the character before them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from schedgraph.parser.page import Page, Run

_LAID_OVER = re.compile(r"([^\u0335-\u0338])[\u0335-\u0338]+")
_STROKE = re.compile(r"[\u0335-\u0338]")


def with_overlaid_strikes(page: Page) -> Page:
    """The page with such characters struck and the strokes left out; the text as read keeps them."""
    if not _STROKE.search(page.source.text):
        return page
    lines = tuple(line._replace(runs=tuple(_runs(line.runs))) for line in page.lines)
    return replace(page, lines=lines)


def _runs(runs: tuple[Run, ...]) -> Iterator[Run]:
    """The runs, a struck character each its own, for it stands for more characters than it shows."""
    for run in runs:
        if len(run.text) != run.end - run.start or not _STROKE.search(run.text):
            yield run
            continue
        at = 0
        for found in _LAID_OVER.finditer(run.text):
            if found.start() > at:
                yield _part(run, at, found.start())
            yield _part(run, found.start(), found.end())._replace(text=found[1], struck=True)
            at = found.end()
        if at < len(run.text):
            yield _part(run, at, len(run.text))


def _part(run: Run, start: int, end: int) -> Run:
    return run._replace(text=run.text[start:end], start=run.start + start, end=run.start + end)
