"""The entries of an ERA schedule to its items: numbers settled, parents found, outline compared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.document import Item
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.era import outline
from schedgraph.parser.forms.era.entries import Entry
from schedgraph.parser.forms.era.items import Numbered, read_item
from schedgraph.parser.forms.era.numbers import Place, item_number
from schedgraph.parser.forms.era.tokens import Token, passage_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """An entry, the place of its number, and the number that the place alone gives."""

    entry: Entry
    place: Place | None

    @property
    def id(self) -> str | None:
        return self.place.mention.id if self.place and self.place.mention.sure else None


def read_items(
    entries: Sequence[Entry], places: Sequence[Place | None], schedule: str | None
) -> tuple[tuple[Item, ...], list[Doubt]]:
    """The items in the order of the item list, then those that only the outline has."""
    placed = [_Placed(entry=entry, place=place) for entry, place in zip(entries, places, strict=True)]
    listed = [one for one in placed if one.entry.section != "outline"]
    outlined = [one for one in placed if one.entry.section == "outline"]
    mate = outline.mates(
        [one.entry for one in listed],
        [one.id for one in listed],
        [one.entry for one in outlined],
        [one.id for one in outlined],
    )
    doubts: list[Doubt] = []
    numbered: list[Numbered] = []
    resolved: list[tuple[Entry, str | None]] = []
    for one, twin in zip(listed, mate, strict=True):
        other = outlined[twin] if twin is not None else None
        identifier, told = item_number(one.place, schedule, other.id if other else None)
        doubts.extend(told)
        if one.entry.sequence_printed:
            doubts.append(_sequence_repaired(one.entry))
        resolved.append((one.entry, identifier))
        if identifier is None:
            doubts.append(_without_number(one.entry))
            continue
        title = one.entry.title or (other.entry.title if other else ())
        entry = (
            one.entry
            if one.entry.sequence or not other
            else replace(one.entry, sequence=other.entry.sequence)
        )
        if one.entry.stamp is None and other and other.entry.stamp:
            entry = replace(entry, stamp=other.entry.stamp)
        numbered.append(_numbered(entry, identifier, one.place, title))
    outline_ids = [(one.entry, one.id) for one in outlined]
    if listed:
        doubts.extend(outline.disagreements(resolved, outline_ids, mate))
    known = {each.id for each in numbered}
    for index, one in enumerate(outlined):
        if index not in mate and one.id and one.id not in known:
            numbered.append(_numbered(one.entry, one.id, one.place, one.entry.title))
    items, told = _items(numbered, schedule)
    return items, [*doubts, *told]


def _numbered(entry: Entry, identifier: str, place: Place | None, title: Sequence[Token]) -> Numbered:
    lines = place.passage.text.count("\n") + 1 if place else 0
    return Numbered(entry=entry, id=identifier, parent=None, number_lines=lines, title=tuple(title))


def _items(numbered: Sequence[Numbered], schedule: str | None) -> tuple[tuple[Item, ...], list[Doubt]]:
    by_sequence = {each.entry.sequence: each.id for each in numbered if each.entry.sequence}
    own = {each.id for each in numbered} | ({schedule} if schedule else set())
    items: dict[str, Item] = {}
    doubts: list[Doubt] = []
    for each in numbered:
        above = (each.entry.sequence or "").rpartition(".")[0]
        item, told = read_item(replace(each, parent=by_sequence.get(above) if above else None), own)
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
        message=f"The item {name} has no disposition authority number that could be read; it was left out.",
        evidence=passage.evidence() if passage else None,
    )
