"""The boxes at the head of the form: each label with its value, wherever the layout put it.

A value stands on its label's line, in the next cell, in the same column of a line below, or, where OCR
ran several boxes together, somewhere in the line below all of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import find_dates, read_date
from schedgraph.parser.forms.sf115.boxlabels import is_small_print, labels_in
from schedgraph.parser.forms.sf115.cells import Cell, cells_of
from schedgraph.parser.labels import LabelMatch
from schedgraph.parser.passage import Passage

# Lines like "202-732-6337", "(202) 566-1234", "FTS 343-5475", "x1234", "IDS 145-1234"
_TELEPHONE = re.compile(
    r"(?:\(?[0-9]{3}\)?[ \-./]{0,2})?[0-9]{3}[ \-.]{1,2}[0-9]{4}(?![0-9])|\b(?:x|ext\.?)[ ]?[0-9]{3,5}\b",
    re.I,
)
# What a label leaves before its value: "(Agency or establishment) Department of Labor", ") NASA"
_REMNANT = re.compile(
    r"\W*\(?(?:agency|department) or (?:est\w{5,14}|agency)\)?\W*|\W*\(?include area code\)?\W*"
    r"|\W*\(?mm[/ ]?dd[/ ]?yy(?:yy)?\)?\W*|[\s.:_|]*\)[\s.:_|]*",
    re.IGNORECASE,
)
_TO = re.compile(r"\W*to\b", re.IGNORECASE)
_FARTHEST = 4
_ALIGNED = 4
"""A value in columns of spaces begins at most so far from where its label does."""

_MOST_LINES = 3
_LEAST_LABELS = 5
_LEAST_VALUES = 3
_ORDERED = frozenset({"number", "date", "telephone", "text"})
_LONGEST_DATE = 40
_VALUELESS = frozenset({"print", "wording"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A label and its value. `row` is the index of the label's line, `cell` its place on it."""

    name: str
    kind: str
    value: Passage | None
    row: int
    label: Passage
    cell: Cell
    by_order: bool = False


@dataclass(slots=True)
class _Part:
    """A label or a loose value in a cell."""

    cell: Cell
    row: int
    passage: Passage
    match: LabelMatch | None = None
    value: Passage | None = None
    used: bool = False
    by_order: bool = False

    @property
    def name(self) -> str:
        return self.match.label.name if self.match else ""

    @property
    def kind(self) -> str:
        return (self.match.label.kind if self.match else "") or ""


def read_boxes(blocks: Sequence[Block]) -> tuple[Box, ...]:
    """The boxes that the lines of a form's head hold, in reading order."""
    rows = [list(_parts(block, row)) for row, block in enumerate(blocks)]
    _free_agencies(rows)
    for labels, values in _apart(rows):
        _by_order(labels, values)
    for row, parts in enumerate(rows):
        crowd = [part for part in parts if part.match and part.kind not in _VALUELESS and part.value is None]
        loose = rows[row + 1] if row + 1 < len(rows) else []
        if (
            len({part.cell.index for part in crowd}) == 1 < len(crowd)
            and len(loose) == 1
            and not loose[0].match
        ):
            _share(crowd, loose[0])
    for row, parts in enumerate(rows):
        for position, part in enumerate(parts):
            if part.match and part.value is None and part.kind not in _VALUELESS:
                part.value = _value(rows, row, position)
    return tuple(
        Box(
            name=part.name,
            kind=part.kind,
            value=_without_remnant(part.value),
            row=row,
            label=part.passage,
            cell=part.cell,
            by_order=part.by_order,
        )
        for row, parts in enumerate(rows)
        for part in parts
        if part.match
    )


def _apart(rows: list[list[_Part]]) -> Iterator[tuple[list[_Part], list[_Part]]]:
    """Where a text layer gives all labels of the head first and then all values: both, each in its order."""
    row = 0
    while row < len(rows):
        start = row
        while row < len(rows) and rows[row] and all(part.match for part in rows[row]):
            row += 1
        labels = [
            part for parts in rows[start:row] for part in parts if part.kind in _ORDERED and part.value is None
        ]
        begin = row
        while row < len(rows) and len(rows[row]) == 1 and not rows[row][0].match:
            row += 1
        values = [parts[0] for parts in rows[begin:row]]
        named = {part.name for part in labels}
        head = "from" in named and len(labels) >= _LEAST_LABELS and len(values) >= _LEAST_VALUES
        signed = {"date", "signer-title"} <= named and "from" not in named and len(rows[start:row]) > 1
        if head or signed:
            yield labels, values
        row = max(row, start + 1)


def _by_order(labels: list[_Part], values: list[_Part]) -> None:
    """Gives each label the value of its kind; what could belong to several labels is given to none."""
    for kind in ("number", "date", "telephone"):
        wanted = [part for part in labels if part.kind == kind]
        found = [value for value in values if not value.used and _is_wholly(kind, value.passage)]
        if len(wanted) == len(found):
            _give(wanted, found)
    texts = [value for value in values if not value.used and fits("text", value.passage)]
    wanted = [part for part in labels if part.name in ("from", "major", "minor")] or [
        part for part in labels if part.name == "signer-title" and len(texts) == 1
    ]
    # No minor subdivision is named without a major one.
    _give(wanted, texts[: len(wanted)])


def _give(labels: list[_Part], values: list[_Part]) -> None:
    for label, value in zip(labels, values, strict=False):
        label.value, label.by_order, value.used = value.passage, True, True


def _is_wholly(kind: str, passage: Passage) -> bool:
    text = passage.text
    if kind == "date":
        day = read_date(text)
        return day is not None and not (text[: day.start] + text[day.end :]).strip(" .")
    if kind == "telephone":
        span = telephone(text)
        return span is not None and not any(c.isalpha() for c in text[: span[0]] + text[span[1] :])
    numbers = find_numbers(text)
    return len(numbers) == 1 and numbers[0].whole_schedule and len(numbers[0].printed) >= len(text.strip()) - 2


def _without_remnant(value: Passage | None) -> Passage | None:
    """A value without the end of its label, which another cell or line holds."""
    remnant = _REMNANT.match(value.text) if value else None
    if value is None or remnant is None:
        return value
    return value.slice(remnant.end()) or None


def _free_agencies(rows: list[list[_Part]]) -> None:
    """The agency that asks may be the National Archives itself, whose name is the address to which forms go."""
    for row, parts in enumerate(rows):
        for position, part in enumerate(parts):
            if part.name != "from" or part.value is not None:
                continue
            below = [each for each in rows[row + 1 : row + 2] for each in each]
            near = [*parts[position + 1 : position + 2], *(each for each in below if _same_column(part, each))]
            for other in near:
                if other.name == "to" and not _TO.match(other.passage.text):
                    other.passage, other.match, other.value = _whole(other), None, None


def _whole(part: _Part) -> Passage:
    return part.cell.passage


def _same_column(label: _Part, other: _Part) -> bool:
    if label.cell.tabbed or other.cell.tabbed:
        return label.cell.index == other.cell.index
    return abs(label.cell.column - other.cell.column) <= _ALIGNED


def fits(kind: str, passage: Passage) -> bool:
    """Whether a passage can be the value of a box of this kind."""
    text = passage.text
    if kind == "date":
        return read_date(text) is not None
    if kind == "telephone":
        return telephone(text) is not None
    if kind == "number":
        return bool(find_numbers(text)) or sum(character.isdigit() for character in text) >= 2
    if is_small_print(text):
        return False
    day = read_date(text) if len(text) < _LONGEST_DATE else None
    rest = text if day is None else text[: day.start] + text[day.end :]
    return sum(character.isalpha() for character in rest) >= 2


def telephone(text: str) -> tuple[int, int] | None:
    """Where the telephone number in a box stands."""
    found = _TELEPHONE.search(text)
    return found.span() if found else None


def _parts(block: Block, row: int) -> Iterator[_Part]:
    """The labels and loose values of a line; what follows a label in its cell is its value."""
    for cell in cells_of(block):
        matches = labels_in(cell.passage)
        if not matches or cell.passage.text[: matches[0].start].strip(" .:*()[]0123456789"):
            head = cell.passage.slice(0, matches[0].start).strip() if matches else cell.passage
            yield _Part(cell, row, head)
        ends = [*(match.start for match in matches[1:]), len(cell.passage.text)]
        for match, end in zip(matches, ends, strict=bool(matches)):
            value = cell.passage.slice(match.end, end).strip(" .:_|\u00a0")
            label = cell.passage.slice(match.start, match.end)
            kind = match.label.kind or ""
            usable = value if value and kind not in _VALUELESS and fits(kind, value) else None
            yield _Part(cell, row, label, match, usable)
            if value and usable is None and kind == "print":
                yield _Part(cell, row, value)


def _share(labels: list[_Part], loose: _Part) -> None:
    """Several labels run together over one line of values: each takes what looks like its own."""
    rest = loose.passage
    for part in labels:
        span = None
        if part.kind == "date":
            dates = find_dates(rest.text)
            span = (dates[0].start, dates[0].end) if dates else None
        elif part.kind == "telephone":
            span = telephone(rest.text)
        elif part.kind == "number":
            numbers = find_numbers(rest.text)
            span = (numbers[0].start, numbers[0].end) if numbers else None
        if span:
            part.value = rest.slice(*span)
            before, after = rest.slice(0, span[0]).strip(), rest.slice(span[1]).strip()
            texts = [each for each in labels if each.kind == "text" and each.value is None]
            place = labels.index(part)
            for each in texts:
                piece = before if labels.index(each) < place else after
                if piece and fits("text", piece):
                    each.value = piece
                    piece = Passage(text="", pieces=())
            rest = after or before
            loose.used = True
    texts = [each for each in labels if each.kind == "text" and each.value is None]
    if len(texts) == 1 and not loose.used and fits("text", rest):
        texts[0].value, loose.used = rest, True


def _value(rows: list[list[_Part]], row: int, position: int) -> Passage | None:
    part = rows[row][position]
    following = rows[row][position + 1 : position + 2]
    if following and _takes(part, following[0]) and following[0].cell.index > part.cell.index:
        following[0].used = True
        return following[0].passage
    lines: list[_Part] = []
    for below in range(row + 1, min(row + 1 + _FARTHEST, len(rows))):
        candidate = _below(rows[row], part, rows[below])
        if candidate is None:
            if lines or any(each.match and each.cell.index == part.cell.index for each in rows[below]):
                break
            continue
        if candidate.match or candidate.used or (lines and part.kind not in ("text",)):
            break
        if not fits(part.kind, candidate.passage):
            if part.kind == "text" or lines:
                break
            continue
        lines.append(candidate)
        if len(lines) == _MOST_LINES or part.name in ("confer", "signature", "signer-title", "archivist"):
            break
    if not lines and part.kind == "date" and row:
        # Signed forms show the date over its label.
        above = _below(rows[row], part, rows[row - 1])
        if above and not above.match and not above.used and fits("date", above.passage):
            lines = [above]
    for line in lines:
        line.used = True
    return Passage.join([line.passage for line in lines]) if lines else None


def _takes(part: _Part, other: _Part) -> bool:
    return not other.match and not other.used and fits(part.kind, other.passage)


def _below(labels: list[_Part], part: _Part, row: list[_Part]) -> _Part | None:
    """The part of a lower line that stands in the column of `part`."""
    if not row:
        return None
    heads = {each.cell.index: each for each in labels}
    if part.cell.tabbed or any(each.cell.tabbed for each in row):
        same = [each for each in row if each.cell.index == part.cell.index]
        alone = len(row) == 1 and len(heads) == 1
        return row[0] if alone else (same[0] if same else None)
    aligned = any(
        abs(each.cell.column - head.cell.column) <= _ALIGNED for each in row for head in heads.values()
    )
    if len(row) == 1 and len(heads) == 1:
        return row[0]
    if len(heads) == len({each.cell.index for each in row}) and not aligned:
        return next(each for each in row if each.cell.index == part.cell.index)
    nearest = min(row, key=lambda each: abs(each.cell.column - part.cell.column))
    if len(heads) == 1:
        return nearest if aligned and _same_column(part, nearest) else (None if aligned else row[0])
    owner = min(heads.values(), key=lambda each: abs(each.cell.column - nearest.cell.column))
    return nearest if owner.cell.index == part.cell.index else None
