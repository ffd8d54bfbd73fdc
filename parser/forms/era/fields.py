"""Tokens to fields: each printed label with the lines that belong to it, in reading order."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.era.alignment import Slot, align, fits
from schedgraph.parser.forms.era.tokens import Token, passage_of
from schedgraph.parser.labels import Label, LabelMatch, find_labels, load_labels, match_label
from schedgraph.parser.passage import Passage

_FLAT = 3
_MOST_WRAPS = 4
_MOST_ALIGNED_LINES = 400
_ALIGNED = 0.9
_ALIGNED_WITH_DOUBT = 0.7
PREAMBLE = "preamble"
_AFTER_SIGNATORIES = frozenset({"schedule-number", "outline", "item-list", "item-count"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A label, where it is printed, and the lines of its value; `confidence` is that of the assignment."""

    name: str
    kind: str
    label: Passage
    lines: tuple[Token, ...] = ()
    confidence: float = 1.0


@cache
def era_labels() -> tuple[Label, ...]:
    """Every label of the ERA form."""
    return load_labels(files("schedgraph.parser.forms.era") / "labels.toml")


def read_fields(tokens: Sequence[Token]) -> tuple[tuple[Field, ...], tuple[Doubt, ...]]:
    """The fields of a document and what was doubtful about their values."""
    fields = list(_labelled(tokens))
    furniture = tuple(field for field in fields if field.kind == "furniture")
    ordered, doubts = _realigned([field for field in fields if field.kind != "furniture"])
    return (*furniture, *ordered), doubts


def _labelled(tokens: Sequence[Token]) -> Iterator[Field]:
    """Each label with everything up to the next one."""
    name, kind, label = PREAMBLE, "section", Passage(text="", pieces=())
    lines: list[Token] = []
    seen: set[str] = set()
    index = 0

    def field() -> Field:
        return Field(name=name, kind=kind, label=label, lines=tuple(lines))

    while index < len(tokens):
        token = tokens[index]
        seen.add(name)
        columns = _columns(tokens, index)
        if columns:
            yield field()
            *before, last = columns[0]
            yield from before
            name, kind, label, lines = last.name, last.kind, last.label, list(last.lines)
            index = columns[1]
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        found = () if _is_value(token, name, lines, seen, following) else _labels_of(token)
        if found and found[0].label.kind == "furniture":
            yield from _furniture(token, found)
            index += 1
            continue
        if name == "signatories" and not (found and found[0].label.name in _AFTER_SIGNATORIES):
            lines.append(token)
            index += 1
            continue
        wrapped = _wrapped_label(tokens, index, found) if not token.stamp else None
        if wrapped:
            yield field()
            name, kind = wrapped[0].name, wrapped[0].kind or "text"
            label, lines, index = token.passage, wrapped[1], wrapped[2]
            continue
        if not found:
            lines.append(token)
            index += 1
            continue
        before_first = token.part(0, found[0].start)
        if any(character.isalnum() for character in before_first.passage.text):
            lines.append(before_first)
        for position, match in enumerate(found):
            yield field()
            end = found[position + 1].start if position + 1 < len(found) else None
            name, kind = match.label.name, match.label.kind or "text"
            label = token.passage.slice(match.start, match.end).strip()
            value = token.part(match.end, end)
            lines = [value] if value.passage else []
        index += 1
    yield field()


def _furniture(token: Token, found: Sequence[LabelMatch]) -> Iterator[Field]:
    """What a running header or a footer prints beside its label: a number, the date of printing."""
    for position, match in enumerate(found):
        end = found[position + 1].start if position + 1 < len(found) else None
        # The label of the running header reaches into the number itself.
        start = match.start if match.label.name == "running-header" else match.end
        yield Field(
            name=match.label.name,
            kind="furniture",
            label=token.passage.slice(match.start, match.end),
            lines=(token.part(start, end),),
        )


def _is_value(
    token: Token, name: str, lines: Sequence[Token], seen: Collection[str], following: Token | None
) -> bool:
    """Whether a line that reads like a label is the value of the label before it.

    The form answers "Records Schedule applies to" with "Major Subdivsion", and then asks for the major
    subdivision.
    """
    if "applies-to" not in seen or not fits("applies-to", token.text):
        return False
    if name != "applies-to":
        label = match_label(token.text, era_labels())
        return label is not None and label.label.name in seen
    misprinted = "subdivsion" in token.text.casefold()
    after = match_label(following.text, era_labels()) if following else None
    return not lines and (misprinted or (after is not None and after.label.name == "major-subdivision"))


def _labels_of(token: Token) -> tuple[LabelMatch, ...]:
    """The label that begins the line, and those that stand beside it in another column."""
    text = token.passage.text
    first = match_label(text, era_labels())
    everywhere = find_labels(text, era_labels()) if len(text) > 40 or first else ()
    if len(everywhere) >= _FLAT:
        return everywhere
    if first is None or _begins_prose(text, first):
        return ()
    beside = tuple(
        match
        for match in everywhere
        if match.start >= first.end
        and match.exact
        and (text[match.start - 2 : match.start] == "  " or match.start - first.end <= 1)
        and not (first.label.name == "applies-to" and match.label.name == "major-subdivision")
    )
    return first, *beside


def _begins_prose(text: str, match: LabelMatch) -> bool:
    """A closed answer cannot be a sentence: `Final Disposition Authority for the records is sought ...`."""
    rest = text[match.end :].strip()
    kind = (match.label.kind or "").rstrip("?")
    if not rest or text[match.start : match.end].rstrip().endswith((":", "?")):
        return False
    if kind in ("status", "item-status", "final-disposition", "yes-no"):
        return len(rest) > 60 and not fits(kind, rest.split()[0].strip(".,;"))
    return False


def _columns(tokens: Sequence[Token], index: int) -> tuple[list[Field], int] | None:
    """A table row of labels only, with the rows below it: `Manual Citation | Manual Title`."""
    row = _row(tokens, index)
    if len(row) < 2 or (index and tokens[index - 1].block == tokens[index].block):
        return None
    matches = [match_label(cell.text, era_labels()) for cell in row]
    if not all(match and match.end >= len(cell.text) for match, cell in zip(matches, row, strict=True)):
        return None
    values: dict[int | None, list[Token]] = {cell.cell: [] for cell in row}
    position = index + len(row)
    while below := _row(tokens, position):
        if any(match_label(cell.text, era_labels()) for cell in below) or len(below) > len(row):
            break
        if not all(cell.cell in values for cell in below):
            break
        for cell in below:
            values[cell.cell].append(cell)
        position += len(below)
    if position == index + len(row):
        return None
    return [
        Field(
            name=match.label.name,
            kind=match.label.kind or "text",
            label=cell.passage,
            lines=tuple(values[cell.cell]),
        )
        for match, cell in zip(matches, row, strict=True)
        if match
    ], position


def _row(tokens: Sequence[Token], index: int) -> tuple[Token, ...]:
    if index >= len(tokens) or tokens[index].cell is None:
        return ()
    end = index
    while end < len(tokens) and tokens[end].cell is not None and tokens[end].block == tokens[index].block:
        end += 1
    return tuple(tokens[index:end])


def _wrapped_label(
    tokens: Sequence[Token], index: int, found: Sequence[LabelMatch]
) -> tuple[Label, list[Token], int] | None:
    """A label that a narrow column broke, its value perhaps at the end of the first line.

    "Internal agency concurrences will   No" / "be provided"
    """
    if found and found[0].label.kind == "section":
        return None
    reached = found[0].end if found else 0
    for label in era_labels():
        for wording in label.wordings:
            words = tuple(wording.split())
            if len(words) < 3 or label.kind == "section":
                continue
            parts = _rest_of_label(tokens, index, words, 0, max(reached, 9))
            if parts:
                return label, [part for part in parts[0] if part.passage], parts[1]
    return None


def _rest_of_label(
    tokens: Sequence[Token], index: int, words: tuple[str, ...], depth: int, least: int
) -> tuple[list[Token], int] | None:
    if index >= len(tokens) or depth > _MOST_WRAPS:
        return None
    token = tokens[index]
    match = match_label(token.passage.text, _beginnings(words, whole=depth > 0))
    if match is None or match.end <= least:
        return None
    value = token.part(match.end)
    taken = int(match.label.name)
    if taken == len(words):
        return [value], index + 1
    rest = _rest_of_label(tokens, index + 1, words[taken:], depth + 1, 0)
    return ([value, *rest[0]], rest[1]) if rest else None


@cache
def _beginnings(words: tuple[str, ...], *, whole: bool) -> tuple[Label, ...]:
    """The first words of a label, as labels named by their number."""
    least, most = (1, len(words)) if whole else (2, len(words) - 1)
    return tuple(
        Label(name=str(size), wordings=(" ".join(words[:size]),)) for size in range(most, least - 1, -1)
    )


def _realigned(fields: list[Field]) -> tuple[tuple[Field, ...], tuple[Doubt, ...]]:
    """Runs of labels without values, followed by a block of values, put in order."""
    result: list[Field] = []
    doubts: list[Doubt] = []
    index = 0
    while index < len(fields):
        end = index
        while end < len(fields) - 1 and not fields[end].lines and fields[end].name != "signatories":
            end += 1
        run = fields[index : end + 1]
        aligned = _align_run(run) if len(run) > 1 else None
        if aligned:
            result.extend(aligned[0])
            doubts.extend(aligned[1])
        else:
            result.extend(run)
        index = end + 1
    return tuple(result), tuple(doubts)


def _align_run(run: Sequence[Field]) -> tuple[list[Field], list[Doubt]] | None:
    waiting = [field for field in run if field.kind != "section"]
    lines = _unwrapped(run[-1].lines)
    if len(waiting) < 2 or not lines or len(lines) > _MOST_ALIGNED_LINES:
        return None
    # Where nothing that must be filled is empty, blank fields before the last label are what they seem.
    if not any(not field.lines and not field.kind.endswith("?") for field in waiting):
        return None
    slots = _slots(waiting)
    alignment = align([slot for _, slot in slots], [group_text(group) for group in lines])
    if alignment is None or not _explains(slots, alignment.spans):
        return None
    confidence = _ALIGNED if alignment.cost == 0 else _ALIGNED_WITH_DOUBT
    fields: list[Field] = [field for field in run if field.kind == "section"]
    unsettled: list[str] = []
    for (field, slot), span in zip(slots, alignment.spans, strict=True):
        taken = () if span is None else tuple(line for group in lines[span[0] : span[1]] for line in group)
        if span is None:
            unsettled.append(slot.name)
        fields.append(replace(field, name=slot.name, kind=slot.kind, lines=taken, confidence=confidence))
    if not unsettled and alignment.cost == 0:
        return fields, []
    message = "The labels stand before all of their values; the values were assigned by order and kind"
    if unsettled:
        message += ", and could not be assigned for: " + ", ".join(unsettled)
    evidence = passage_of(run[-1].lines).evidence(confidence=confidence)
    return fields, [Doubt(code="labels-before-values", message=message + ".", evidence=evidence)]


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
