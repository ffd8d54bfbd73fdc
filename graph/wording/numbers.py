"""How written numbers were read, in aligned lines."""

from collections.abc import Sequence
from typing import Any

from schedgraph.graph.wording.plain import plain
from schedgraph.parser.authority.reader import WrittenNumber


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
    rows = [(plain(each.printed), each.id or "?", how_read(each)) for each in numbers]
    first, second = (max((len(row[column]) for row in rows), default=0) for column in (0, 1))
    return [f"{row[0]:<{min(first, 40)}}  {row[1]:<{second}}  {row[2]}".rstrip() for row in rows]


def how_read(number: WrittenNumber) -> str:
    """How sure a reading is and what was repaired, in words."""
    if not is_number(number):
        return "is not a number of a disposition authority"
    readings = [
        f"{each.target} ({each.confidence:.0%})" for each in number.readings if each.target != number.id
    ]
    parts = [number.family or "several families" if number.id else "can be read in several ways"]
    if number.id and number.sure:
        parts.append("as written")
    elif number.repairs:
        parts.append(f"repaired {', '.join(map(plain, number.repairs))}, not sure")
    elif number.id:
        parts.append("not sure")
    if readings:
        parts.append(f"{'also' if number.id else 'as'} {', '.join(readings)}")
    return "; ".join(parts)
