"""Headings that number the columns and hardly name them: "7.   8.   9.   10.", "7/8   9   10", "9. GRS/JOB   10."."""

import re
from collections.abc import Iterator, Sequence

from schedgraph.parser.forms.sf115.table.cells import Cell
from schedgraph.parser.forms.sf115.table.columns import LONGEST_LABEL, is_of_labels

_BOX = re.compile(r"[*_]{0,2}(?P<box>7 ?[/&] ?8|7|8|9|10|1O|lO|l0)[.)]?[*_]{0,2}(?:[ ]{1,3}(?P<words>.*))?")
_ROLES = {"7": "number", "8": "description", "9": "citation", "10": "action"}
_ORDER = ("7", "8", "9", "10")
_FEWEST = 3


def numbered_columns(cells: Sequence[Cell]) -> tuple[tuple[Cell, str], ...]:
    """The cells of a row with the columns that their numbers tell; none where the row is no such heading.

    Its cells begin with 7, 8, 9 and 10 in this order, perhaps the first or the last left out, and nothing but words of the
    columns' labels stands beside these: "7. Logs   8. Maps   9. Charts" are items.
    """
    boxes = tuple(_boxes(cells))
    numbers = [number for number, _ in boxes]
    begin = _ORDER.index(numbers[0]) if numbers else 0
    if len(numbers) < _FEWEST or tuple(numbers) != _ORDER[begin : begin + len(numbers)]:
        return ()
    # "7/8" heads one column, in which each item begins with its number.
    told = {cell.index: (cell, _ROLES[number]) for number, cell in boxes}
    return tuple(told.values()) if len(told) == len(cells) else ()


def names_ninth(text: str) -> bool:
    """Whether a cell says by words what column 9 holds; its number alone leaves that to the edition of the form."""
    found = _BOX.fullmatch(text)
    return found is None or bool(found["words"])


def _boxes(cells: Sequence[Cell]) -> Iterator[tuple[str, Cell]]:
    for cell in cells:
        found = _BOX.fullmatch(cell.passage.text.strip())
        if found is None or len(cell.passage.text) > LONGEST_LABEL:
            continue
        if found["words"] and not is_of_labels(found["words"]):
            continue
        box = found["box"]
        for number in ("7", "8") if box[0] == "7" and len(box) > 1 else ("10" if box[-1] in "0O" else box,):
            yield number, cell
