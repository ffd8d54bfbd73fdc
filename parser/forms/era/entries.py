"""Fields to entries: the items of the outline and of the item list, each with number, title and fields."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.forms.era.entry import Entry, Section
from schedgraph.parser.forms.era.field import Field
from schedgraph.parser.forms.era.heads import SECTIONS, Head, read_heads, without_number
from schedgraph.parser.forms.era.numbersfirst import numbers_beside_titles

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
# What an item may have several of, each behind its label again.
_REPEATED = frozenset({"superseded-citation", "manual-citation", "manual-title"})
_TELLING = frozenset({"final-disposition", "item-status", "media-neutral", "retention", "description"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """The fields of a document laid out: those of the header, and the entries of outline and list."""

    header: Mapping[str, Field]
    entries: tuple[Entry, ...]


def lay_out(fields: Sequence[Field]) -> Laid:
    """The header fields (the first that is filled of each) and the entries in reading order."""
    fields = numbers_beside_titles(fields)
    heads = read_heads(fields)
    header: dict[str, Field] = {}
    entries: list[Entry] = []
    filled: dict[int, dict[str, Field]] = {}
    section: Section = "header"
    for index, one in enumerate(fields):
        one = one._replace(lines=heads[index + 1].rest) if index + 1 in heads else one
        section = SECTIONS.get(one.name, section)
        if index in heads and one.name != "item-number":
            entries.extend(replace(each, section=section) for each in _begun(heads[index]))
        if one.name == "item-number":
            section = "list" if section in ("header", "end") else section
            entries.extend(replace(heading, section=section) for heading in heads[index].headings)
            entries.append(_entry(one, heads[index], section))
        elif one.name == "sequence":
            if one.lines and not _is_numbered(fields, index):
                section = "list" if section in ("header", "end") else section
                entries.append(replace(without_number(one.lines), section=section))
        elif section in ("header", "end"):
            if one.name not in header or len(header[one.name].lines) < _taken(one):
                header[one.name] = one
        elif one.name in _ITEM_FIELDS and entries:
            known = filled.setdefault(len(entries) - 1, dict(entries[-1].fields))
            if one.name not in known or not known[one.name].lines:
                known[one.name] = one
            elif one.name in _REPEATED and one.lines:
                known[one.name] = known[one.name]._replace(lines=(*known[one.name].lines, *one.lines))
    entries = [
        replace(entry, fields=filled[index]) if index in filled else entry
        for index, entry in enumerate(entries)
    ]
    return Laid(header=header, entries=tuple(_sorted_out(entries)))


def _taken(one: Field) -> int:
    """How many lines a field of the header has for it to stand: of two tables of signatures the longer does."""
    return len(one.lines) if one.name == "signatories" else 1


def _begun(head: Head) -> tuple[Entry, ...]:
    """An item without the label of a number, and the headings above it."""
    item = Entry(section="list", sequence=head.sequence, title=head.title, number=(), labelled=False)
    return *head.headings, item


def _is_numbered(fields: Sequence[Field], index: int) -> bool:
    """Whether the label of a number follows a sequence number, at most with the title between them."""
    after = [one.name for one in fields[index + 1 : index + 3]]
    return after[:1] == ["item-number"] or after == ["item-title", "item-number"]


def _entry(one: Field, head: Head, section: Section) -> Entry:
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
