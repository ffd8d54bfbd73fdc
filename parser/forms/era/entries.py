"""Fields to entries: the items of the outline and of the item list, each with number, title and fields."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from schedgraph.parser.forms.era.alignment import DASH, split_sequence
from schedgraph.parser.forms.era.field import Field
from schedgraph.parser.forms.era.numbersfirst import numbers_beside_titles
from schedgraph.parser.forms.era.steps import Step, dotted, follows, may_follow, step_of
from schedgraph.parser.forms.era.tokens import Token
from schedgraph.parser.labels import fold

Section = Literal["header", "outline", "list", "end"]

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
        "instruction",
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
# What only an item has, and no heading.
_DISPOSING = frozenset(
    {
        "final-disposition",
        "item-status",
        "media-neutral",
        "cutoff",
        "retention",
        "transfer",
        "inactive-storage",
        "transfer-block",
        "pre-accessioning",
        "superseded-citation",
    }
)
_LONGEST_HEAD, _LONGEST_TITLE = 12, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item, or a heading above items, as the outline or the item list gives it.

    `number` is what follows the number's label, empty where there is no such label (`labelled`);
    `sequence_printed` is set where the sequence number was repaired (`11` for `1.1`).
    """

    section: Section
    sequence: str | None
    title: tuple[Token, ...]
    number: tuple[Token, ...]
    sequence_printed: str | None = None
    confidence: float = 1.0
    stamp: Token | None = None
    labelled: bool = True
    fields: Mapping[str, Field] = field(default_factory=dict)

    @property
    def title_text(self) -> str:
        """The title on one line."""
        return " ".join(token.text for token in self.title)

    @property
    def disposes(self) -> bool:
        """Whether it has a field that only an item has."""
        return any(name in _DISPOSING and one.lines for name, one in self.fields.items())


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
    headings: tuple[Entry, ...] = ()


def lay_out(fields: Sequence[Field]) -> Laid:
    """The header fields (the first that is filled of each) and the entries in reading order."""
    fields = numbers_beside_titles(fields)
    heads = _heads(fields)
    header: dict[str, Field] = {}
    entries: list[Entry] = []
    filled: dict[int, dict[str, Field]] = {}
    section: Section = "header"
    for index, one in enumerate(fields):
        one = one._replace(lines=heads[index + 1].rest) if index + 1 in heads else one
        section = _SECTIONS.get(one.name, section)
        if index in heads and one.name != "item-number":
            entries.extend(replace(each, section=section) for each in _begun(heads[index]))
        if one.name == "item-number":
            section = "list" if section in ("header", "end") else section
            entries.extend(replace(heading, section=section) for heading in heads[index].headings)
            entries.append(_entry(one, heads[index], section))
        elif one.name == "sequence":
            if one.lines and not _is_numbered(fields, index):
                section = "list" if section in ("header", "end") else section
                entries.append(replace(_without_number(one.lines), section=section))
        elif section in ("header", "end"):
            if one.name not in header or len(header[one.name].lines) < _taken(one):
                header[one.name] = one
        elif one.name in _ITEM_FIELDS and entries:
            known = filled.setdefault(len(entries) - 1, dict(entries[-1].fields))
            if one.name not in known or not known[one.name].lines:
                known[one.name] = one
    entries = [
        replace(entry, fields=filled[index]) if index in filled else entry
        for index, entry in enumerate(entries)
    ]
    return Laid(header=header, entries=tuple(_sorted_out(entries)))


def _taken(one: Field) -> int:
    """How many lines a field of the header has for it to stand: of two tables of signatures the longer does."""
    return len(one.lines) if one.name == "signatories" else 1


def _heads(fields: Sequence[Field]) -> dict[int, _Head]:
    """For each label of an item's number what stands before it, by the index of that label.

    So also for a second final disposition behind one number: it belongs to an item that has none.
    """
    heads: dict[int, _Head] = {}
    disposed = False
    headings: dict[Step, str] = {}
    outlined: dict[str, str] = {}
    section = ""
    last: Step = ()
    for index, one in enumerate(fields):
        if one.name in _SECTIONS:
            section, last = one.name, ()
        if one.name == "sequence" or one.name in _SECTIONS:
            disposed = False
        if one.name == "final-disposition" and one.lines and index:
            if disposed and (head := _head(fields[index - 1 : index], last, headings)).sequence:
                heads[index] = head
                last = step_of(head.sequence or "") or last
            disposed = True
        if one.name == "item-number" and index:
            disposed = False
            head = _head(fields[max(0, index - 2) : index], last, headings)
            if section == "outline" and head.sequence:
                outlined.setdefault(fold(" ".join(token.text for token in head.title)), head.sequence)
            elif head.sequence is None and not head.title:
                head = _as_outlined(head.rest, last, outlined)
            heads[index] = head
            for heading in head.headings:
                headings.setdefault(step_of(heading.sequence or "") or (), fold(heading.title_text))
            last = (step_of(head.sequence) if head.sequence else None) or last
    return heads


def _begun(head: _Head) -> tuple[Entry, ...]:
    """An item without the label of a number, and the headings above it."""
    item = Entry(section="list", sequence=head.sequence, title=head.title, number=(), labelled=False)
    return *head.headings, item


def _is_numbered(fields: Sequence[Field], index: int) -> bool:
    """Whether the label of a number follows a sequence number, at most with the title between them."""
    after = [one.name for one in fields[index + 1 : index + 3]]
    return after[:1] == ["item-number"] or after == ["item-title", "item-number"]


def _entry(one: Field, head: _Head, section: Section) -> Entry:
    stamp = next((token for token in (*head.title, *one.lines[1:2]) if token.stamp), None)
    return Entry(
        section=section,
        sequence=head.sequence,
        sequence_printed=head.sequence_printed,
        title=tuple(token for token in head.title if not token.stamp),
        number=tuple(token for token in one.lines if token is not stamp),
        confidence=one.confidence,
        stamp=stamp,
    )


def _head(before_label: Sequence[Field], last: Step, known: Mapping[Step, str]) -> _Head:
    """Sequence number and title, which stand at the end of what comes before the number's label."""
    before = before_label[-1]
    if before.name == "item-title":
        number = before_label[0].lines if before_label[0].name == "sequence" else ()
        found = split_sequence(number[0].text) if number else None
        return _Head(rest=before.lines, sequence=found[0] if found else None, title=before.lines)
    lines = before.lines
    first = min(1, len(lines)) if before.name in _ONE_LINE else 0
    start = _sequence_at(lines, first, last)
    if start is None:
        if before.name == "sequence" or before.name in _ONE_LINE:
            return _Head(rest=lines[:first], title=lines[first:])
        return _Head(rest=lines)
    printed, title = _after_sequence(lines[start:])
    sequence = dotted(printed, last) or printed
    headings: list[Entry] = []
    end = start
    step = step_of(sequence) or ()
    while (above := _heading_before(lines[:end], first, step, last, known)) is not None:
        headings.insert(0, _without_number(lines[above:end]))
        step = step_of(headings[0].sequence or "") or ()
        end = above
    return _Head(
        rest=lines[:end],
        sequence=sequence,
        sequence_printed=printed if printed != sequence else None,
        title=title,
        headings=tuple(headings),
    )


def _as_outlined(lines: tuple[Token, ...], last: Step, outlined: Mapping[str, str]) -> _Head:
    """The title at the end of `lines` that the outline has, where the sequence number before it was not read."""
    for start in range(len(lines) - 1, max(0, len(lines) - _LONGEST_TITLE) - 1, -1):
        title = lines[start:]
        sequence = outlined.get(fold(" ".join(token.text for token in title)))
        if sequence and may_follow(last, step_of(sequence) or ()):
            return _Head(rest=lines[:start], sequence=sequence, title=title)
    return _Head(rest=lines)


def _sequence_at(lines: Sequence[Token], first: int, last: Step) -> int | None:
    """The line that begins the next item: best the number that follows, else the nearest greater one."""
    candidates: list[int] = []
    for index in range(len(lines) - 1, max(first, len(lines) - _LONGEST_HEAD) - 1, -1):
        found = split_sequence(lines[index].text)
        step = step_of(found[0]) if found else None
        restarts = step in ((1,), (1, 1))
        if step is None or not (restarts or may_follow(last, step)):
            continue
        if follows(last, step) or (found and dotted(found[0], last)):
            return index
        candidates.append(index)
    return candidates[0] if candidates else None


def _heading_before(
    lines: Sequence[Token], first: int, step: Step, last: Step, known: Mapping[Step, str]
) -> int | None:
    """The line of a heading above the item, such as `1 Mission Records` above `1.1`.

    `known` are the headings that stand further up: where one comes again, a longer text may follow it.
    """
    for index in range(len(lines) - 1, first - 1, -1):
        found = split_sequence(lines[index].text)
        above = step_of(found[0]) if found else None
        # Between 1.1 and 1.2 no heading 1 can stand.
        if not above or len(above) >= len(step) or step[: len(above)] != above or above == last[: len(above)]:
            continue
        if index >= len(lines) - _LONGEST_HEAD // 2:
            return index
        _, title = _after_sequence(lines[index:])
        if above in known and fold(" ".join(token.text for token in title)).startswith(known[above]):
            return index
    return None


def _without_number(lines: Sequence[Token]) -> Entry:
    """What begins with a sequence number and has no authority number: a heading, as far as nothing disposes."""
    sequence, title = _after_sequence(lines)
    return Entry(section="header", sequence=sequence or None, title=title, number=(), labelled=False)


def _after_sequence(lines: Sequence[Token]) -> tuple[str, tuple[Token, ...]]:
    found = split_sequence(lines[0].text)
    if found is None:
        return "", _without_label(lines)
    sequence, rest = found
    if not rest:
        return sequence, _without_label(lines[1:])
    end_of_number = len(lines[0].passage.text.split(maxsplit=1)[0])
    title = lines[0].part(end_of_number)
    dash = DASH.match(title.passage.text)
    return sequence, (title.part(dash.end()) if dash else title, *lines[1:])


def _without_label(lines: Sequence[Token]) -> tuple[Token, ...]:
    """The title without the bare word "Title" in the cell before it."""
    labelled = len(lines) > 1 and lines[0].cell is not None and lines[0].block == lines[1].block
    return tuple(lines[1:] if labelled and lines[0].text.strip(" :").casefold() == "title" else lines)


def _sorted_out(entries: Sequence[Entry]) -> Iterator[Entry]:
    """An entry with an item's fields is an item, even where the heading of the item list is lost."""
    reached_list = False
    for entry in entries:
        if entry.section == "outline" and _TELLING & {
            name for name, one in entry.fields.items() if one.lines and one.label
        }:
            reached_list = True
        if reached_list or entry.section == "header":
            entry = replace(entry, section="list")
        yield entry
