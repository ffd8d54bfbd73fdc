"""Tables whose first row holds the labels and whose other rows hold the values."""

from collections.abc import Collection, Mapping, Sequence

from schedgraph.parser.forms.era.field import Field, era_labels, label_before_colon
from schedgraph.parser.forms.era.signed import heads_signatures, is_signature
from schedgraph.parser.forms.era.tokens import Token
from schedgraph.parser.labels import match_label

_HEADINGS: Mapping[str, str] = {
    "title": "item-title",
    "item title": "item-title",
    "description": "description",
    "item": "sequence",
    "no.": "sequence",
    "seq.": "sequence",
    "seq": "sequence",
    "sequence": "sequence",
    "status": "item-status",
    "disposition": "final-disposition",
}
"""Headings too short to be labels anywhere but in the first row of a table of items."""


def read_columns(tokens: Sequence[Token], index: int) -> tuple[list[Field], int] | None:
    """The fields of the table that begins at `index`, and the token after it; None where none begins."""
    if tokens[index].cell is None or (index and tokens[index - 1].block == tokens[index].block):
        return None
    row = _row(tokens, index)
    if len(row) < 2:
        return None
    labels = [heading_of(cell.text) for cell in row]
    if None in labels:
        return None
    names = [label for label in labels if label]
    below = _rows_below(tokens, index + len(row), {cell.cell for cell in row})
    if not below:
        return None
    position = index + len(row) + sum(len(each) for each in below)
    if "item-number" in {name for name, _ in names}:
        return [field for each in below for field in _item(row, names, each)], position
    return [
        Field(
            name=name,
            kind=kind,
            label=cell.passage,
            lines=tuple(value for each in below for value in each if value.cell == cell.cell),
        )
        for (name, kind), cell in zip(names, row, strict=True)
    ], position


def _item(row: Sequence[Token], names: Sequence[tuple[str, str]], values: Sequence[Token]) -> list[Field]:
    """One row of a table of items, its fields in the order that the item list has them in."""
    by_cell = {value.cell: value for value in values}
    fields = [
        Field(
            name=name,
            kind=kind,
            label=cell.passage,
            lines=(by_cell[cell.cell],) if cell.cell in by_cell else (),
        )
        for (name, kind), cell in zip(names, row, strict=True)
    ]
    first = ("sequence", "item-title", "item-number")
    return sorted(fields, key=lambda field: first.index(field.name) if field.name in first else len(first))


def heading_of(text: str) -> tuple[str, str] | None:
    """The name and the kind of the column that a cell heads."""
    match = match_label(text, era_labels())
    if match and match.end >= len(text):
        return match.label.name, match.label.kind or "text"
    words = text.strip().rstrip(":")
    if name := _HEADINGS.get(words.casefold()):
        return name, "text?"
    short = label_before_colon(f"{words}:")
    return (short.label.name, short.label.kind or "text") if short else None


def _rows_below(
    tokens: Sequence[Token], position: int, columns: Collection[int | None]
) -> list[tuple[Token, ...]]:
    found: list[tuple[Token, ...]] = []
    while below := _row(tokens, position):
        labelled = any(match_label(cell.text, era_labels()) for cell in below)
        signed = heads_signatures(tokens, position) or is_signature(tokens, position)
        if labelled or signed or not all(cell.cell in columns for cell in below):
            break
        found.append(below)
        position += len(below)
    return found


def _row(tokens: Sequence[Token], index: int) -> tuple[Token, ...]:
    if index >= len(tokens) or tokens[index].cell is None:
        return ()
    end = index
    while end < len(tokens) and tokens[end].cell is not None and tokens[end].block == tokens[index].block:
        end += 1
    return tuple(tokens[index:end])
