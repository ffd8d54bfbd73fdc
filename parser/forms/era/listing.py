"""The entries of an ERA schedule to its items: numbers settled, parents found, outline compared."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.document import UNREAD, Citation, Heading, Item, unread_item
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.era import outline
from schedgraph.parser.forms.era.entry import Entry
from schedgraph.parser.forms.era.headings import read_heading, title_lines
from schedgraph.parser.forms.era.items import Numbered, citations_of, read_item
from schedgraph.parser.forms.era.numbers import Place, item_number
from schedgraph.parser.forms.era.tokens import passage_of
from schedgraph.parser.forms.era.twice import told_once
from schedgraph.parser.forms.era.unanswered import unanswered_items
from schedgraph.parser.labels import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """An entry, the place of its number, and the number that the place alone gives."""

    entry: Entry
    place: Place | None

    @property
    def id(self) -> str | None:
        return self.place.mention.id if self.place and self.place.mention.sure else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What the outline and the item list hold, each in the order of the item list."""

    items: tuple[Item, ...]
    headings: tuple[Heading, ...]
    citations: tuple[Citation, ...]
    doubts: tuple[Doubt, ...]


def read_listing(entries: Sequence[Entry], places: Sequence[Place | None], schedule: str) -> Listing:
    """The items in the order of the item list, then those that only the outline has; the headings above them.

    `schedule` is the schedule's number, or the name that stands for it.
    """
    placed = _once([_Placed(entry=entry, place=place) for entry, place in zip(entries, places, strict=True)])
    listed = [one for one in placed if one.entry.section != "outline"]
    outlined = [one for one in placed if one.entry.section == "outline"]
    mate = outline.mates(
        [one.entry for one in listed],
        [one.id for one in listed],
        [one.entry for one in outlined],
        [one.id for one in outlined],
    )
    gathering = _Gathering(schedule, _numbers_above(placed))
    compared: list[tuple[Entry, str | None]] = []
    twins: list[int | None] = []
    for one, twin in zip(listed, mate, strict=True):
        if gathering.take(one, outlined[twin] if twin is not None else None):
            compared.append((gathering.numbered[-1].entry, gathering.last))
            twins.append(twin)
    known = {each.id for each in gathering.numbered}
    for index, one in enumerate(outlined):
        if index not in mate and one.id not in known:
            gathering.take(one, None)
    items_outlined = [index for index, one in enumerate(outlined) if one.id or not gathering.heads(one.entry)]
    if listed:
        again = {index: place for place, index in enumerate(items_outlined)}
        gathering.doubts.extend(
            outline.disagreements(
                compared,
                [(outlined[index].entry, outlined[index].id) for index in items_outlined],
                [None if twin is None else again.get(twin) for twin in twins],
            )
        )
    return gathering.listing()


def _once(placed: Sequence[_Placed]) -> list[_Placed]:
    """What is placed, each item of the list once."""
    entries = told_once([one.entry for one in placed], [one.id for one in placed])
    return [
        replace(one, entry=entry) for one, entry in zip(placed, entries, strict=True) if entry is not None
    ]


class _Gathering:
    """Takes entries one by one, each as an item or as a heading; `last` is the number of the item last taken."""

    def __init__(self, schedule: str, above: Collection[str]) -> None:
        self.schedule = schedule
        self.above = above
        self.numbered: list[Numbered] = []
        self.headings: list[tuple[Entry, Entry | None]] = []
        self.doubts: list[Doubt] = []
        self.last: str | None = None

    def heads(self, entry: Entry) -> bool:
        """Whether what has no authority number only heads the entries under it, and has nothing of an item's."""
        return entry.sequence in self.above and not entry.disposes and not entry.number

    def take(self, one: _Placed, other: _Placed | None) -> bool:
        """Takes the entry, whose twin in the outline is `other`; False for a heading."""
        number = None if self.schedule.startswith(UNREAD) else self.schedule
        self.last, told = item_number(one.place, number, other.id if other else None)
        self.doubts.extend(told)
        entry = one.entry
        if entry.sequence_printed:
            self.doubts.append(_sequence_repaired(entry))
        if self.last is None and self.heads(entry) and entry.title_text.strip():
            outlined = other.entry if other else entry if entry.section == "outline" else None
            self.headings.append((entry, outlined))
            return False
        if not entry.sequence and other:
            entry = replace(entry, sequence=other.entry.sequence)
        if entry.stamp is None and other and other.entry.stamp:
            entry = replace(entry, stamp=other.entry.stamp)
        if other and other.entry.fields:
            said = {name: field for name, field in entry.fields.items() if field.lines}
            entry = replace(entry, fields={**other.entry.fields, **said})
        if self.last is None and not _says_anything(entry, other.entry if other else None):
            self.doubts.append(_without_number(entry))
            return False
        if self.last is None:
            entry = _title_apart(entry, other.entry if other else None)
            self.doubts.append(_without_number(entry))
        elif other and len(entry.title) > 1 and one.entry.section != "outline":
            entry = _text_apart(entry, other.entry)
        self.numbered.append(
            Numbered(
                entry=entry,
                id=self.last or unread_item(self.schedule, entry.sequence or f"{len(self.numbered) + 1}th"),
                parent=None,
                number_lines=one.place.passage.text.count("\n") + 1 if one.place else 0,
                title=entry.title or (other.entry.title if other else ()),
            )
        )
        return True

    def listing(self) -> Listing:
        """What was taken, each item and heading with what stands above it."""
        numbered, headings = _under(self.numbered, self.headings)
        own = {each.id for each in numbered} | {self.schedule}
        items, told = _items(numbered, own)
        cited = [one for entry, _ in self.headings for one in citations_of(entry.title, "cites", own)]
        outlined = {each.id for each in numbered if each.entry.section == "outline"}
        whole = outlined == {each.id for each in numbered}
        answering = [item for item in items if whole or item.id not in outlined]
        return Listing(
            items=items,
            headings=headings,
            citations=tuple(cited),
            doubts=(*self.doubts, *told, *unanswered_items(answering)),
        )


def _says_anything(entry: Entry, twin: Entry | None) -> bool:
    """Whether a nameless item has a title or a field: a bare label is no item."""
    lines = (
        *entry.title,
        *(twin.title if twin else ()),
        *(each for one in entry.fields.values() for each in one.lines),
    )
    return any(line.text for line in lines)


def _title_apart(entry: Entry, twin: Entry | None) -> Entry:
    """An item without the label of a number, which parts title and text; the outline has the title alone."""
    size = len(entry.title) if entry.labelled else title_lines(entry.title, twin.title if twin else ())
    return replace(entry, title=entry.title[:size], number=(*entry.number, *entry.title[size:]))


def _text_apart(entry: Entry, twin: Entry) -> Entry:
    """An item whose description stands between title and number, where the outline tells how far the title goes."""
    size = title_lines(entry.title, twin.title)
    whole = fold(" ".join(line.text for line in entry.title[:size])) == fold(twin.title_text)
    # What follows the outline's words within a sentence is the rest of a longer title.
    sentence = size < len(entry.title) and entry.title[size].text.rstrip().endswith(".")
    if not (whole and sentence):
        return entry
    return replace(entry, title=entry.title[:size], number=(*entry.number, *entry.title[size:]))


def _numbers_above(placed: Sequence[_Placed]) -> frozenset[str]:
    """The sequence numbers under which others stand."""
    sequences = [one.entry.sequence for one in placed if one.entry.sequence]
    return frozenset(filter(None, (sequence.rpartition(".")[0] for sequence in sequences)))


def _under(
    numbered: Sequence[Numbered], headings: Sequence[tuple[Entry, Entry | None]]
) -> tuple[list[Numbered], tuple[Heading, ...]]:
    """Items and headings, each with the item or the heading above it."""
    by_sequence = {each.entry.sequence: each.id for each in numbered if each.entry.sequence}
    heads = {entry.sequence for entry, _ in headings}

    def place(sequence: str | None) -> tuple[str | None, str | None]:
        above = (sequence or "").rpartition(".")[0]
        identifier = by_sequence.get(above)
        nameless = identifier is None or UNREAD in identifier
        return identifier, above if nameless and (identifier or above in heads) else None

    read: dict[str, Heading] = {}
    for entry, twin in headings:
        if entry.sequence and entry.sequence not in by_sequence and entry.sequence not in read:
            parent, under = place(entry.sequence)
            read[entry.sequence] = replace(read_heading(entry, twin), parent=parent, under=under)
    placed: list[Numbered] = []
    for each in numbered:
        parent, under = place(each.entry.sequence)
        placed.append(replace(each, parent=parent, under=under))
    return placed, tuple(read.values())


def _items(numbered: Sequence[Numbered], own: Collection[str]) -> tuple[tuple[Item, ...], list[Doubt]]:
    items: dict[str, Item] = {}
    doubts: list[Doubt] = []
    for each in numbered:
        item, told = read_item(each, own)
        doubts.extend(told)
        if item.id in items:
            message = f"The item list has more than one item with the number {item.id}; the first was kept."
            doubts.append(Doubt(code="item-number-twice", message=message, evidence=item.evidence))
            continue
        items[item.id] = item
    return tuple(items.values()), doubts


def _sequence_repaired(entry: Entry) -> Doubt:
    return Doubt(
        code="sequence-repaired",
        message=(
            f'The sequence number "{entry.sequence_printed}" was read as {entry.sequence}, '
            "which follows the item before it."
        ),
        evidence=passage_of(entry.title).evidence() if entry.title else None,
    )


def _without_number(entry: Entry) -> Doubt:
    passage = passage_of((*entry.title, *entry.number[:1]))
    name = " ".join(filter(None, (entry.sequence, entry.title_text))) or "without a title"
    return Doubt(
        code="item-without-number",
        message=f"The item {name} has no disposition authority number that could be read; it is kept without one.",
        evidence=passage.evidence() if passage else None,
    )
