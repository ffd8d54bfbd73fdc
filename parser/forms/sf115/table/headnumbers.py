"""A heading row of which the numbers of the boxes are left: "(7) (8) (9) (10)", "7.   8. DESCRIPTION   9.   10."."""

import re
from collections.abc import Sequence

from schedgraph.parser.forms.sf115.table.cells import Cell
from schedgraph.parser.forms.sf115.table.columns import NINTH, is_of_labels

# (7)    7.    Col. 9    COLUMN 10:    9. GRS/JOB
_NUMBER = re.compile(
    r"[*_(\[]{0,2}(?:col(?:umn|[.])?[ ])?(?P<box>7|8|9|10|1O|lO|l0)[)\].:*_]{0,3}(?:[ ]{1,3}(?P<words>\S.{0,80}))?",
    re.IGNORECASE,
)
# Lines like "7. 8. 9. 10."    "         9.                  10."    "(9) | (10)"
_FIGURE = r"[(\[*_]{0,2}(?:7|8|9|10|1O|lO|l0)[)\].:*_]{0,3}"
_FIGURES = re.compile(rf"[\s|]*{_FIGURE}(?:[\s|]+{_FIGURE}){{1,3}}[\s|]*")
_BOX_FIGURE = re.compile(r"[0-9lO]{1,2}")
_MARKED = re.compile(r"[().:|\]]|[ ]{2}\S|\t")
# "7/8", or the words of both labels, over one column in which each item begins with its number
_BOTH = re.compile(r"\(?7 ?[/&-] ?8[).]?")
_AS_FIGURES = str.maketrans("lO", "10")
_ROLES = {"7": "number", "8": "description", "9": "citation"}
_SAMPLE = re.compile(r"\bsample\b", re.IGNORECASE)
_ORDER = ("number", "description", "citation", "action")
_PLACES = {NINTH: "citation", "sample": "citation"}
_FEWEST = 3


def numbered_roles(cells: Sequence[Cell], labelled: Sequence[str | None]) -> tuple[str, ...] | None:
    """The role of every cell of a heading row, `labelled` being what its labels tell; None where it is none.

    All must be told, in the order of the form, for a row of an item holds numbers as well.
    """
    if len(cells) < _FEWEST or None not in labelled:
        return None
    told = (role or role_by_number(cell.passage.text) for cell, role in zip(cells, labelled, strict=True))
    roles = tuple(role for role in told if role)
    places = [_ORDER.index(_PLACES.get(role, role)) for role in roles if _PLACES.get(role, role) in _ORDER]
    if len(places) < len(cells) or places != sorted(set(places)):
        return None
    if "description" not in roles:
        # "ITEM    COL. 9    COL. 10": the first of them heads what stands left of column 9, number and words.
        return ("description", *roles[1:]) if roles[0] == "number" and len(roles) == _FEWEST else None
    return roles


def is_numbers_alone(text: str) -> bool:
    """Whether a line is numbers of the boxes and nothing else: only the order of the columns is known.

    Two of them are enough, in the order of the form; figures with one blank between them may be of a list.
    """
    if _FIGURES.fullmatch(text) is None:
        return False
    figures = [int(each.translate(_AS_FIGURES)) for each in _BOX_FIGURE.findall(text)]
    return figures == sorted(set(figures)) and _MARKED.search(text.strip()) is not None


def role_by_number(text: str) -> str | None:
    """The role of a column that its heading tells by the number of its box, or by words for both of the first."""
    if _BOTH.fullmatch(text) or ("desc" in text.casefold() and is_of_labels(text)):
        return "description"
    match = _NUMBER.fullmatch(text)
    if match is None or (match["words"] and not is_of_labels(match["words"])):
        return None
    if match["box"] == "9" and not match["words"]:
        return NINTH
    if match["box"] == "9" and _SAMPLE.search(match["words"]):
        return "sample"
    return _ROLES.get(match["box"], "action")
