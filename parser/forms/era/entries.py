"""Fields to entries: the items of the outline and of the item list, each with number, title and fields."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from schedgraph.parser.forms.era.alignment import is_sequence, split_sequence
from schedgraph.parser.forms.era.field import Field
from schedgraph.parser.forms.era.tokens import Token

Section = Literal["header", "outline", "list", "end"]
Step = tuple[int, ...]

_SECTIONS: Mapping[str, Section] = {
    "outline": "outline",
    "item-list": "list",
    "certification": "end",
    "signatories": "end",
}
_ITEM_FIELDS = frozenset(
    {
        "description",
        "final-disposition",
        "item-status",
        "media-neutral",
        "limitation",
        "electronic-formats",
        "structured-data",
        "manual-citation",
        "manual-title",
        "superseded-citation",
        "cutoff",
        "retention",
        "transfer",
        "inactive-storage",
        "transfer-block",
        "pre-accessioning",
        "additional",
        "gao-approval",
        "first-year",
        "date-span",
        "frequency",
        "volume",
    }
)
_TELLING = frozenset({"final-disposition", "item-status", "media-neutral", "retention", "description"})
# Fields of one line; what follows it begins the next item.
_ONE_LINE = frozenset(
    {
        "item-number",
        "final-disposition",
        "item-status",
        "media-neutral",
        "electronic-formats",
        "structured-data",
        "gao-approval",
    }
)
_LONGEST_HEAD = 12
_LARGEST_STEP = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item as the outline or the item list gives it.

    `number` is what follows the number's label; `sequence_printed` is set where the sequence number was
    repaired (`11` for `1.1`).
    """

    section: Section
    sequence: str | None
    title: tuple[Token, ...]
    number: tuple[Token, ...]
    sequence_printed: str | None = None
    confidence: float = 1.0
    stamp: Token | None = None
    groups: tuple[tuple[str, str], ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict)

    @property
    def title_text(self) -> str:
        """The title on one line."""
        return " ".join(token.text for token in self.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """The fields of a document laid out: those of the header, and the entries of outline and list."""

    header: Mapping[str, Field]
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class _Head:
    """What stands before the label of an item's number."""

    rest: tuple[Token, ...]
    sequence: str | None = None
    sequence_printed: str | None = None
    title: tuple[Token, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()


def lay_out(fields: Sequence[Field]) -> Laid:
    """The header fields (the first that is filled of each) and the entries in reading order."""
    heads = _heads(fields)
    header: dict[str, Field] = {}
    entries: list[Entry] = []
    groups: list[tuple[str, str]] = []
    section: Section = "header"
    for index, one in enumerate(fields):
        one = replace(one, lines=heads[index + 1].rest) if index + 1 in heads else one
        section = _SECTIONS.get(one.name, section)
        if one.name == "item-number":
            section = "list" if section == "header" else section
            entries.append(_entry(one, heads[index], section, tuple(groups)))
            groups = []
        elif one.name == "sequence":
            if index + 1 not in heads and index + 2 not in heads:
                groups.extend(_as_group(one))
        elif section in ("header", "end"):
            if one.name not in header or not header[one.name].lines:
                header[one.name] = one
        elif one.name in _ITEM_FIELDS and entries:
            known = entries[-1].fields
            if one.name not in known or not known[one.name].lines:
                entries[-1] = replace(entries[-1], fields={**known, one.name: one})
    return Laid(header=header, entries=tuple(_sorted_out(entries)))


def _heads(fields: Sequence[Field]) -> dict[int, _Head]:
    """For each label of an item's number what stands before it, by the index of that label."""
    heads: dict[int, _Head] = {}
    last: Step = ()
    for index, one in enumerate(fields):
        if one.name in _SECTIONS:
            last = ()
        if one.name == "item-number" and index:
            head = _head(fields[max(0, index - 2) : index], last)
            heads[index] = head
            last = (_step(head.sequence) if head.sequence else None) or last
    return heads


def _entry(one: Field, head: _Head, section: Section, groups: tuple[tuple[str, str], ...]) -> Entry:
    stamp = next((token for token in (*head.title, *one.lines[1:2]) if token.stamp), None)
    return Entry(
        section=section,
        sequence=head.sequence,
        sequence_printed=head.sequence_printed,
        title=tuple(token for token in head.title if not token.stamp),
        number=tuple(token for token in one.lines if token is not stamp),
        confidence=one.confidence,
        stamp=stamp,
        groups=(*groups, *head.groups),
    )


def _head(before_label: Sequence[Field], last: Step) -> _Head:
    """Sequence number and title, which stand at the end of what comes before the number's label."""
    before = before_label[-1]
    if before.name == "item-title":
        above = before_label[0].lines if before_label[0].name == "sequence" else ()
        found = split_sequence(above[0].text) if above else None
        return _Head(rest=before.lines, sequence=found[0] if found else None, title=before.lines)
    lines = before.lines
    first = min(1, len(lines)) if before.name in _ONE_LINE else 0
    start = _sequence_at(lines, first, last)
    if start is None:
        if before.name == "sequence" or before.name in _ONE_LINE:
            return _Head(rest=lines[:first], title=lines[first:])
        return _Head(rest=lines)
    printed, title = _after_sequence(lines[start:])
    sequence = _dotted(printed, last) or printed
    groups: list[tuple[str, str]] = []
    end = start
    step = _step(sequence) or ()
    while (heading := _group_before(lines, first, end, step)) is not None:
        end, group = heading
        groups.insert(0, group)
    return _Head(
        rest=lines[:end],
        sequence=sequence,
        sequence_printed=printed if printed != sequence else None,
        title=title,
        groups=tuple(groups),
    )


def _sequence_at(lines: Sequence[Token], first: int, last: Step) -> int | None:
    """The line that begins the next item: best the number that follows, else the nearest greater one."""
    candidates: list[int] = []
    for index in range(len(lines) - 1, max(first, len(lines) - _LONGEST_HEAD) - 1, -1):
        found = split_sequence(lines[index].text)
        step = _step(found[0]) if found else None
        restarts = step in ((1,), (1, 1))
        if step is None or not (restarts or _may_follow(last, step)):
            continue
        if _follows(last, step) or (found and _dotted(found[0], last)):
            return index
        candidates.append(index)
    return candidates[0] if candidates else None


def _group_before(
    lines: Sequence[Token], first: int, end: int, step: Step
) -> tuple[int, tuple[str, str]] | None:
    """A heading above the item, such as `1 Mission Records` above `1.1`."""
    for index in range(end - 1, max(first, end - _LONGEST_HEAD // 2) - 1, -1):
        found = split_sequence(lines[index].text)
        above = _step(found[0]) if found else None
        if above and len(above) < len(step) and step[: len(above)] == above:
            sequence, title = _after_sequence(lines[index:end])
            return index, (sequence, " ".join(token.text for token in title))
    return None


def _as_group(one: Field) -> Iterator[tuple[str, str]]:
    if one.name == "sequence" and one.lines:
        sequence, title = _after_sequence(one.lines)
        yield sequence, " ".join(token.text for token in title)


def _after_sequence(lines: Sequence[Token]) -> tuple[str, tuple[Token, ...]]:
    found = split_sequence(lines[0].text)
    if found is None:
        return "", tuple(lines)
    sequence, rest = found
    if not rest:
        return sequence, tuple(lines[1:])
    end_of_number = len(lines[0].passage.text.split(maxsplit=1)[0])
    return sequence, (lines[0].part(end_of_number), *lines[1:])


def _step(sequence: str) -> Step | None:
    return tuple(int(part) for part in sequence.split(".")) if is_sequence(sequence) else None


def _follows(last: Step, step: Step) -> bool:
    """Whether `step` comes right after `last`: its child, its sibling, or the next of a level above."""
    if not last:
        return step in ((1,), (1, 1), (1, 1, 1))
    if step in ((*last, 1), (*last, 1, 1)):
        return True
    for depth in range(len(last)):
        above = (*last[:depth], last[depth] + 1)
        if step[: depth + 1] == above and all(part == 1 for part in step[depth + 1 :]):
            return True
    return False


def _dotted(sequence: str, last: Step) -> str | None:
    """`11` as `1.1`, where the scan lost the point and only so the number follows the one before it."""
    if len(sequence) != 2 or not sequence.isdigit() or _follows(last, (int(sequence),)):
        return None
    return ".".join(sequence) if _follows(last, (int(sequence[0]), int(sequence[1]))) else None


def _may_follow(last: Step, step: Step) -> bool:
    if not last:
        return step[0] <= _LARGEST_STEP
    return last < step and step[0] - last[0] <= _LARGEST_STEP


def _sorted_out(entries: Sequence[Entry]) -> Iterator[Entry]:
    """An entry with an item's fields is an item, even where the heading of the item list is lost."""
    reached_list = False
    for entry in entries:
        if entry.section == "outline" and _TELLING & {
            name for name, one in entry.fields.items() if one.lines
        }:
            reached_list = True
        if reached_list or entry.section == "header":
            entry = replace(entry, section="list")
        yield entry
