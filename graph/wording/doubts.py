"""What is worth a look, in words and as JSON."""

from collections.abc import Mapping
from typing import Any

from schedgraph.graph.doubts import WorthALook
from schedgraph.graph.places import place_json
from schedgraph.graph.wording.paper import Paper
from schedgraph.graph.wording.places import place
from schedgraph.graph.wording.plain import plain

_NAMED = 5
"""So many authorities are named; the rest is counted."""


def doubt_json(each: WorthALook, documents: Mapping[str, str]) -> dict[str, Any]:
    """The object that `doubts --format json` prints."""
    return {
        "kind": each.kind,
        "code": each.code,
        "about": each.about,
        "message": each.message,
        "unsure": each.unsure,
        "touches": list(each.touches),
        "document": each.document,
        "evidence": [place_json(statement, documents) for statement in each.statements],
        "hint": each.hint,
    }


def doubt_lines(number: int, each: WorthALook, documents: Mapping[str, str], paper: Paper) -> list[str]:
    """The same as text."""
    lines = paper.wrap(f"{number}. {plain(each.message)} [{each.kind}: {each.code}]", 0, 3)
    named = ", ".join(each.touches[:_NAMED]) + (" …" if len(each.touches) > _NAMED else "")
    count = f"{len(each.touches)} answer{'' if len(each.touches) == 1 else 's'}"
    hangs = (
        f"{count} hang{'s' if len(each.touches) == 1 else ''} on it ({named})"
        if named
        else "no answer hangs on it"
    )
    lines += paper.wrap(f"About {each.about}; {hangs}; unsure {each.unsure:.0%}", 3, 5)
    if each.document:
        lines += paper.wrap(f"In {plain(each.document)}", 3, 5)
    for statement in each.statements:
        lines += paper.wrap(place(statement, documents), 5, 7)
    if each.hint:
        lines += paper.wrap(f"To settle it: schedgraph {each.hint}", 3, 5)
    return lines
