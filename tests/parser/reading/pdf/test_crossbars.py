"""A rule inside one column of a table, from edge to edge, leaves the rows of the table whole."""

import pytest

from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.layout.crossbars import without_crossbars
from schedgraph.parser.reading.layout.grid import Grid
from schedgraph.parser.reading.pdf import read_pdf
from schedgraph.parser.reading.word import Word
from tests.parser.reading.pdf.sheets import Sheet

LEFT, TOP, PITCH, BOTTOM = 44.0, 700.0, 14.0, 300.0
EDGES = (36.0, 80.0, 400.0, 490.0, 576.0)
WIDE = 320.0


def table(rules: tuple[tuple[float, float, float], ...]) -> bytes:
    """Seven rows of three columns, with a rule (x from, x to, lines below the first) for each of `rules`."""
    sheet = Sheet()
    c = sheet.canvas
    for x in EDGES:
        c.line(x, BOTTOM, x, TOP + 20)
    c.line(EDGES[0], TOP + 20, EDGES[-1], TOP + 20)
    c.line(EDGES[0], BOTTOM, EDGES[-1], BOTTOM)
    c.setFont("Courier", 9)
    for row in range(7):
        y = TOP - PITCH * row
        c.drawString(LEFT, y, f"{row + 1}.")
        c.drawString(EDGES[1] + 6, y, f"Files of district {row + 1}")
        c.drawString(EDGES[2] + 3, y, f"NC1-95-78-{row + 1}")
    for x0, x1, below in rules:
        c.line(x0, TOP - PITCH * below, x1, TOP - PITCH * below)
    return sheet.bytes()


def rows(data: bytes) -> list[str]:
    return [line.text for line in read_pdf(data, "page.pdf", Limits()).pages[0].lines if line.text]


WHOLE = [f"{n}.\tFiles of district {n}\tNC1-95-78-{n}" for n in range(1, 8)]


@pytest.mark.parametrize(
    "rules",
    [
        (),
        ((EDGES[1], EDGES[2], 2.3),),
        ((EDGES[1], EDGES[2], 2.3), (EDGES[1], EDGES[2], 4.3)),
        ((EDGES[2], EDGES[3], 3.3), (EDGES[1], EDGES[2], 4.3)),
    ],
)
def test_an_underline_as_wide_as_its_column_parts_no_rows(
    rules: tuple[tuple[float, float, float], ...],
) -> None:
    assert rows(table(rules)) == WHOLE


def test_a_rule_between_two_boxes_of_a_form_stays() -> None:
    """Two columns of boxes are no table: the label of the lower box does not stand beside the upper one's."""
    edges = tuple((x, 0.0, 100.0) for x in (0.0, WIDE, 2 * WIDE))
    grid = Grid(horizontal=((0.0, 0.0, 2 * WIDE), (50.0, 0.0, WIDE), (100.0, 0.0, 2 * WIDE)), vertical=edges)
    lines = [
        [Word(text="label", bbox=(5.0, y - 8, 40.0, y), baseline=y, size=8.0)] for y in range(12, 99, 12)
    ]
    assert without_crossbars(grid, lines) == grid
