"""A heading row of which the numbers of the boxes are left: "(7) (8) (9) (10)", "7.   8. DESCRIPTION   9.   10."."""

import re
from collections.abc import Sequence

from schedgraph.parser.forms.sf115.table.cells import Cell

NINTH = "ninth"
"""Among the roles of a heading: column 9 is known by its number alone, and not by what stands in it."""

# (7)    7.    Col. 9    COLUMN 10:
_NUMBER = re.compile(r"[(\[]?(?:col(?:umn|[.])?[ ])?(?P<box>7|8|9|10)[)\].:]{0,2}", re.IGNORECASE)
_ALL = re.compile(
    r"[(\[]?7[)\].:]{0,2}[ ]{1,2}[(\[]?8[)\].:]{0,2}[ ]{1,2}[(\[]?9[)\].:]{0,2}[ ]{1,2}[(\[]?10[)\].:]{0,2}"
)
_ROLES = {"7": "number", "8": "description", "9": "citation", "10": "action"}
_ORDER = ("number", "description", "citation", "action")
_FEWEST = 3


def numbered_roles(cells: Sequence[Cell], labelled: Sequence[str | None]) -> tuple[str, ...] | None:
    """The role of every cell of a heading row, `labelled` being what its labels tell; None where it is none.

    All must be told, in the order of the form, for a row of an item holds numbers as well.
    """
    if len(cells) < _FEWEST or None not in labelled:
        return None
    told = (role or _by_number(cell.passage.text) for cell, role in zip(cells, labelled, strict=True))
    roles = tuple(role for role in told if role)
    places = [_ORDER.index(role) for role in roles if role in _ORDER]
    if len(places) < len(cells) or places != sorted(set(places)):
        return None
    if "description" not in roles:
        # "ITEM    COL. 9    COL. 10": the first of them heads what stands left of column 9, number and words.
        return ("description", *roles[1:]) if roles == ("number", "citation", "action") else None
    return roles


def is_numbers_alone(text: str) -> bool:
    """Whether a line is the four numbers, one blank between them: only the order of the columns is known."""
    return _ALL.fullmatch(text.strip()) is not None


def _by_number(text: str) -> str | None:
    match = _NUMBER.fullmatch(text)
    return _ROLES[match["box"]] if match else None
