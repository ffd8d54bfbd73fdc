"""Runs of labels without values, put together with the block of values that follows them."""

from collections.abc import Sequence

from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.era.alignment import Alignment, Slot, align, split_sequence
from schedgraph.parser.forms.era.field import Field
from schedgraph.parser.forms.era.tokens import Token, passage_of

_MOST_ALIGNED_LINES = 400
_LONGEST_NEXT_HEAD = 6
_ALIGNED = 0.9
_ALIGNED_WITH_DOUBT = 0.7


def realigned(fields: list[Field]) -> tuple[tuple[Field, ...], tuple[Doubt, ...]]:
    """Runs of labels without values, followed by a block of values, put in order."""
    result: list[Field] = []
    doubts: list[Doubt] = []
    index = 0
    while index < len(fields):
        end = index
        while end < len(fields) - 1 and not fields[end].lines and fields[end].name != "signatories":
            end += 1
        run = fields[index : end + 1]
        item_follows = end + 1 < len(fields) and fields[end + 1].name == "item-number"
        aligned = _align_run(run, item_follows=item_follows) if len(run) > 1 else None
        if aligned:
            result.extend(aligned[0])
            doubts.extend(aligned[1])
        else:
            result.extend(run)
        index = end + 1
    return tuple(result), tuple(doubts)


def _align_run(run: Sequence[Field], *, item_follows: bool) -> tuple[list[Field], list[Doubt]] | None:
    waiting = [field for field in run if field.kind != "section"]
    head = _next_head(run[-1].lines) if item_follows else len(run[-1].lines)
    lines = _unwrapped(run[-1].lines[:head])
    if len(waiting) < 2 or not lines or len(lines) > _MOST_ALIGNED_LINES:
        return None
    if _is_beside(run[-1]):
        return None
    slots = _slots(waiting)
    alignment = align([slot for _, slot in slots], [group_text(group) for group in lines])
    # Where nothing that must be filled is empty, blank fields before the last label are what they seem,
    # unless there is a value for each, and each is of its label's kind.
    wanting = any(not field.lines and not field.kind.endswith("?") for field in waiting)
    if not wanting and not (alignment and _is_whole(slots, alignment)):
        return None
    if alignment is None or not _explains(slots, alignment.spans):
        return None
    confidence = _ALIGNED if alignment.cost == 0 else _ALIGNED_WITH_DOUBT
    found: dict[int, list[Field]] = {}
    unsettled: list[str] = []
    for (field, slot), span in zip(slots, alignment.spans, strict=True):
        taken = () if span is None else tuple(line for group in lines[span[0] : span[1]] for line in group)
        if span is None:
            unsettled.append(slot.name)
        found.setdefault(id(field), []).append(
            field._replace(name=slot.name, kind=slot.kind, lines=taken, confidence=confidence)
        )
    fields = [each for field in run for each in found.get(id(field), [field])]
    fields[-1] = fields[-1]._replace(lines=(*fields[-1].lines, *run[-1].lines[head:]))
    if not unsettled and alignment.cost == 0:
        return fields, []
    message = "The labels stand before all of their values; the values were assigned by order and kind"
    if unsettled:
        message += ", and could not be assigned for: " + ", ".join(unsettled)
    evidence = passage_of(run[-1].lines).evidence(confidence=confidence)
    return fields, [Doubt(code="labels-before-values", message=message + ".", evidence=evidence)]


def _is_whole(slots: Sequence[tuple[Field, Slot]], alignment: Alignment) -> bool:
    told = all(slot.kind.rstrip("?") not in ("text", "long") for _, slot in slots)
    return (
        told
        and alignment.cost == 0
        and all(span is not None and span[1] - span[0] == 1 for span in alignment.spans)
    )


def _next_head(lines: Sequence[Token]) -> int:
    """Where the next item begins behind the values: its sequence number, or that of the heading above it."""
    least = max(1, len(lines) - _LONGEST_NEXT_HEAD)
    return next(
        (index for index in range(least, len(lines)) if split_sequence(lines[index].text)), len(lines)
    )


def _is_beside(field: Field) -> bool:
    """Whether a value stands on the line of its label: a document that prints them so left the others blank."""
    label, value = field.label.pieces, field.lines[0].passage.pieces
    if not label or not value or label[-1].source is not value[0].source:
        return False
    source = label[-1].source.text
    return "\n" not in source[label[-1].run.end : value[0].run.start]


def _slots(waiting: Sequence[Field]) -> list[tuple[Field, Slot]]:
    """The labels as slots; an item's title and description follow their neighbours without a label."""
    names = {field.name for field in waiting}
    item = bool(names & {"final-disposition", "item-status", "media-neutral"})
    slots: list[tuple[Field, Slot]] = []
    for field in waiting:
        slots.append((field, Slot(name=field.name, kind=field.kind)))
        if field.name == "sequence" and "item-title" not in names:
            slots.append((field, Slot(name="item-title", kind="text")))
        if field.name == "item-number" and "description" not in names and item:
            slots.append((field, Slot(name="description", kind="long?")))
    return slots


def _explains(slots: Sequence[tuple[Field, Slot]], spans: Sequence[tuple[int, int] | None]) -> bool:
    """Whether the values found their labels: at most one field that must be filled stays blank."""
    blank = sum(
        slot.required and span is not None and span[0] == span[1]
        for (_, slot), span in zip(slots, spans, strict=True)
    )
    closed = sum(
        not slot.kind.startswith(("text", "long")) and span is not None and span[0] < span[1]
        for (_, slot), span in zip(slots, spans, strict=True)
    )
    return blank == 0 or (blank == 1 and closed >= 2)


def _unwrapped(lines: Sequence[Token]) -> list[tuple[Token, ...]]:
    """The lines as values: what goes on in lower case, or after a slash or a comma, is no new one."""
    groups: list[list[Token]] = []
    for line in lines:
        if line.stamp and line.text.isupper():
            continue
        before = groups[-1][-1].text if groups else ""
        if before and (
            line.text[:1].islower() or before.endswith(("/", ",", "-", " of", " and", " the", " &"))
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [tuple(group) for group in groups]


def group_text(group: Sequence[Token]) -> str:
    """The text of a value."""
    return " ".join(line.text for line in group)
