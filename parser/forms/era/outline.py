"""The outline of a schedule against its item list: what one confirms, adds or contradicts in the other."""

from collections.abc import Sequence

from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.era.entry import Entry
from schedgraph.parser.forms.era.tokens import passage_of
from schedgraph.parser.labels import fold


def mates(
    listed: Sequence[Entry],
    listed_ids: Sequence[str | None],
    outline: Sequence[Entry],
    ids: Sequence[str | None],
) -> list[int | None]:
    """For each listed entry the outline's entry of the same item: by number, else by sequence or title."""
    free = set(range(len(outline)))
    found: list[int | None] = [None] * len(listed)
    for index, identifier in enumerate(listed_ids):
        match = next((one for one in sorted(free) if identifier and ids[one] == identifier), None)
        if match is not None:
            found[index] = match
            free.discard(match)
    for index, entry in enumerate(listed):
        if found[index] is not None:
            continue
        match = next(
            (
                one
                for one in sorted(free)
                if (entry.sequence and outline[one].sequence == entry.sequence)
                or (entry.title and fold(outline[one].title_text) == fold(entry.title_text))
            ),
            None,
        )
        if match is not None:
            found[index] = match
            free.discard(match)
    return found


def disagreements(
    listed: Sequence[tuple[Entry, str | None]],
    outline: Sequence[tuple[Entry, str | None]],
    mate: Sequence[int | None],
) -> list[Doubt]:
    """Every difference between the outline and the item list."""
    if not outline:
        return []
    doubts: list[Doubt] = []
    for (entry, identifier), other in zip(listed, mate, strict=True):
        name = identifier or entry.sequence or entry.title_text
        if other is None:
            doubts.append(_doubt(entry, f"Item {name} is in the item list and not in the outline."))
            continue
        twin, twin_id = outline[other]
        if entry.title and twin.title and fold(entry.title_text) != fold(twin.title_text):
            doubts.append(
                _doubt(
                    twin,
                    f'Item {name} is called "{entry.title_text}" in the item list '
                    f'and "{twin.title_text}" in the outline.',
                )
            )
        if identifier and twin_id and identifier != twin_id:
            doubts.append(
                _doubt(
                    twin,
                    f"Item {entry.sequence} is {identifier} in the item list and {twin_id} in the outline.",
                )
            )
        if entry.sequence and twin.sequence and entry.sequence != twin.sequence:
            doubts.append(
                _doubt(
                    twin,
                    f"Item {name} has the sequence number {entry.sequence} in the item list "
                    f"and {twin.sequence} in the outline.",
                )
            )
        status, outlined = _status(entry), _status(twin)
        if status and outlined and fold(status) != fold(outlined):
            doubts.append(
                _doubt(twin, f"Item {name} is {status} in the item list and {outlined} in the outline.")
            )
    missing = set(range(len(outline))) - set(mate)
    for index in sorted(missing):
        twin, twin_id = outline[index]
        name = twin_id or twin.sequence or twin.title_text
        doubts.append(_doubt(twin, f"Item {name} is in the outline and not in the item list."))
    return doubts


def _status(entry: Entry) -> str:
    field = entry.fields.get("item-status")
    return field.lines[0].text.strip("().") if field and field.lines else ""


def _doubt(entry: Entry, message: str) -> Doubt:
    passage = passage_of((*entry.title, *entry.number[:1]))
    return Doubt(code="outline-disagrees", message=message, evidence=passage.evidence() if passage else None)
