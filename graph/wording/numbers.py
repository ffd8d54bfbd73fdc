"""How written numbers were read, in aligned lines."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from schedgraph.graph.wording.number_row import aligned
from schedgraph.graph.wording.plain import plain, shortened
from schedgraph.parser.authority.reader import WrittenNumber, read_numbers

LONGEST = 4000
"""Characters that a list of numbers may have; each number of a list is answered with the whole list."""


def read_given(written: str) -> tuple[WrittenNumber, ...]:
    """Every number in a text of a command line or a spreadsheet cell; a whole book is not a number."""
    if len(written) <= LONGEST:
        return read_numbers(written)
    return tuple(replace(each, written=written, printed=written) for each in read_numbers(""))


def number_json(number: WrittenNumber) -> dict[str, Any]:
    """The object that `number --format json` prints."""
    return {
        "written": number.written,
        "printed": number.printed,
        "id": number.id,
        "family": number.family,
        "sure": number.sure,
        "repairs": list(number.repairs),
        "readings": [
            {"id": each.target, "confidence": round(each.confidence, 3)} for each in number.readings
        ],
    }


def is_number(number: WrittenNumber) -> bool:
    """Whether the text can be read as a number at all, be it in several ways."""
    return number.id is not None or bool(number.readings)


def number_lines(numbers: Sequence[WrittenNumber]) -> list[str]:
    """One line a number: as written, as read, and how sure that is."""
    rows = [
        (
            shortened(each.printed, 40),
            each.id or "?",
            f"{each.family}, {how_read(each)}" if each.id else how_read(each),
        )
        for each in numbers
    ]
    return [aligned(*row) for row in rows]


def how_read(number: WrittenNumber) -> str:
    """How sure a reading is and what was repaired, in words."""
    readings = [
        f"{each.target} ({each.confidence:.0%})" for each in number.readings if each.target != number.id
    ]
    if number.id is None:
        how = (
            f"can be read as {' or '.join(readings)}"
            if readings
            else "is no number of a disposition authority"
        )
        return f"{how}, repaired {_repairs(number)}" if number.repairs else how
    how = "as written" if number.sure else "not sure"
    how = f"repaired {_repairs(number)}, so not sure" if number.repairs else how
    return f"{how}, or {' or '.join(readings)}" if readings else how


def _repairs(number: WrittenNumber) -> str:
    return ", ".join(map(plain, number.repairs))
