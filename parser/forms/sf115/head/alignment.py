"""Labels and values of a head in one order: which value can only be this label's."""

import re
from collections.abc import Sequence
from functools import cache

from schedgraph.parser.forms.sf115.head.beside import names_pattern
from schedgraph.parser.forms.sf115.head.boxparts import Part, fits, is_wholly

# Lines like "Chief, Records Management Branch"    "Agency Records Officer"    "Deputy Assistant Secretary"
_TITLE = re.compile(
    r"\W*(?:(?:acting|deputy|assistant|associate|departmental|agency)\s)*"
    r"(?:chief|director|head|manager|administrator|commissioner|secretary|superintendent|records (?:officer|manager)"
    r"|archivist|clerk|librarian)\b|.*\b(?:officer|manager|analyst|specialist)\W*$",
    re.IGNORECASE | re.DOTALL,
)
# Lines like "Division of Safety"    "Borrower Management Branch"    "Headquarters"
_UNIT = re.compile(
    r"\b(?:division|branch|office|bureau|service|section|staff|unit|center|centre|administration|department"
    r"|agency|commission|directorate|program|group|region|district|headquarters|laboratory|institute|board"
    r"|command|corps|field|forest|systems?|operations|affairs|management)\b",
    re.IGNORECASE,
)
_WEIGHT = {"from": 3, "major": 2}


def aligned(labels: Sequence[Part], values: Sequence[Part]) -> list[tuple[Part, Part]]:
    """The pairs that every best way to lay the values along the labels, both in their order, has.

    Nothing where a value finds no place: then the order of the two is not the same. A label may stay empty;
    that of the agency never is, and no minor subdivision is named without a major one.
    """
    ahead = _best(labels, values)
    behind = _best(labels[::-1], values[::-1])
    best, used = ahead[len(labels)][len(values)]
    if used < len(values):
        return []
    owners: dict[int, list[int]] = {}
    for row, label in enumerate(labels):
        for place, value in enumerate(values):
            one, other = ahead[row][place], behind[len(labels) - row - 1][len(values) - place - 1]
            if _fits(label, value) and one[0] + other[0] + _worth(label) == best:
                owners.setdefault(place, []).append(row)
    return [(labels[rows[0]], values[place]) for place, rows in owners.items() if len(rows) == 1]


def _best(labels: Sequence[Part], values: Sequence[Part]) -> list[list[tuple[int, int]]]:
    """For the first n labels and m values, the worth of the best pairs and their count."""
    table = [[(0, 0)] * (len(values) + 1) for _ in range(len(labels) + 1)]
    for row, label in enumerate(labels, start=1):
        for place, value in enumerate(values, start=1):
            found = max(table[row - 1][place], table[row][place - 1])
            if _fits(label, value):
                worth, count = table[row - 1][place - 1]
                found = max(found, (worth + _worth(label), count + 1))
            table[row][place] = found
    return table


def _worth(label: Part) -> int:
    # A value more outweighs every preference among the labels.
    return 100 + _WEIGHT.get(label.name, 0)


def _fits(label: Part, value: Part) -> bool:
    if label.kind != "text":
        return is_wholly(label.kind, value.passage)
    text = value.passage.text
    if not fits("text", value.passage) or any(
        is_wholly(kind, value.passage) for kind in ("number", "date", "telephone")
    ):
        return False
    if _archivist().search(text):
        return label.name == "archivist"
    if _TITLE.match(text):
        return label.name == "signer-title"
    if label.name in ("from", "major", "minor"):
        return True
    return label.name in ("confer", "signature") and not _UNIT.search(text)


def is_of_another(label: Part, value: Part) -> bool:
    """Whether the Archivist's box would hold the title of somebody else."""
    text = value.passage.text
    return label.name == "archivist" and _TITLE.match(text) is not None and "archivist" not in text.casefold()


@cache
def _archivist() -> re.Pattern[str]:
    return re.compile(names_pattern(), re.IGNORECASE)
