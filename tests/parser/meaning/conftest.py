"""Passages made of plain text, as a transcript gives them."""

from collections.abc import Callable

import pytest

from schedgraph.parser.page import Line, PageText, Run
from schedgraph.parser.passage import Passage


@pytest.fixture
def passage() -> Callable[[str], Passage]:
    """The passage of a page that holds only this text; `~~…~~` is struck out."""
    return passage_of


def passage_of(text: str) -> Passage:
    source = PageText(number=1, text=text)
    lines, offset, struck = [], 0, False
    for written in text.split("\n"):
        runs, position = [], offset
        for number, part in enumerate(written.split("~~")):
            if number:
                struck = not struck
                position += 2
            if part:
                runs.append(Run(text=part, start=position, end=position + len(part), struck=struck))
            position += len(part)
        lines.append(Line(source=source, start=offset, end=offset + len(written), runs=tuple(runs)))
        offset += len(written) + 1
    return Passage.of(lines)
