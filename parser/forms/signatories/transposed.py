"""A signatory table that was read column by column: all dates, all actions, all names, and so on."""

from collections.abc import Sequence
from dataclasses import dataclass

from schedgraph.parser.forms.signatories.cells import Cell, column_of, starts_with_date
from schedgraph.parser.forms.signatories.people import is_blank, is_name, is_title
from schedgraph.parser.forms.signatories.vocabulary import actions, columns, heads, leading_heads
from schedgraph.parser.labels import match_label

_DATE, _ACTION, _NAME, _TITLE, _ORGANIZATION = range(5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transposed:
    """The columns after the date, None for an empty cell, and for a column that cannot be counted."""

    dates: tuple[Cell, ...]
    columns: tuple[tuple[str | None, ...] | None, ...]


def read_transposed(lines: Sequence[Sequence[Cell]]) -> Transposed | None:
    """The columns of such a table; None where the table goes row by row."""
    # A table on its side, a heading at the start of each line, is such a one, too.
    cells = [cell for line in lines for cell in line]
    dates = _dates(cells)
    if len(dates) < 2:
        return None
    sections = _sections(cells)
    if sections is None:
        sections = _without_headings(cells, len(dates))
    usual = _usual_gaps(sections)
    read = [
        _fit(number, sections.get(number, []), len(dates), usual) for number in range(_ACTION, len(columns()))
    ]
    return Transposed(dates=dates, columns=tuple(read))


def _dates(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The dates that follow each other; a table by rows has something between any two."""
    found: list[Cell] = []
    others = 0
    for cell in cells:
        if _is_date(cell):
            if found and others:
                return ()
            found.append(cell)
        elif found:
            others += 1
    return tuple(found)


def _is_date(cell: Cell) -> bool:
    end = starts_with_date(cell.passage)
    return bool(end) and not cell.passage.text[end:].strip()


def _sections(cells: Sequence[Cell]) -> dict[int, list[Cell]] | None:
    """What stands under each heading; None where the headings do not stand over their columns."""
    sections: dict[int, list[Cell]] = {}
    current: int | None = None
    for cell in cells:
        heading = column_of(cell.text)
        if heading is not None:
            current = heading
            sections.setdefault(heading, [])
        elif current is not None:
            sections[current].append(cell)
    filled = [number for number, section in sections.items() if section]
    return sections if _ACTION in filled and len(filled) >= 3 else None


def _without_headings(cells: Sequence[Cell], count: int) -> dict[int, list[Cell]]:
    """The columns after the dates, told apart by their words; all of them or none but the actions."""
    last = max(number for number, cell in enumerate(cells) if _is_date(cell))
    rest = list(cells[last + 1 :])
    end = 0
    actions_read = 0
    while end < len(rest) and actions_read < count:
        match = match_label(rest[end].text, actions())
        actions_read += bool(match)
        end += 1
    while end < len(rest) and rest[end].text.casefold() in (
        "concurrence",
        "certification",
        "action",
        "revision",
    ):
        end += 1
    sections = {_ACTION: rest[:end]}
    rest = rest[end:]
    names = 0
    while names < len(rest) and (is_name(rest[names].text) or is_blank(rest[names].text)):
        names += 1
    titles, organizations = rest[names : names + count], rest[names + count :]
    if names <= count == len(titles) == len(organizations) and all(is_title(cell.text) for cell in titles):
        sections |= {_NAME: rest[:names], _TITLE: titles, _ORGANIZATION: organizations}
    return sections


def _usual_gaps(sections: dict[int, list[Cell]]) -> bool:
    """Whether blank lines stand between the values of a column that lacks none, so that they tell nothing."""
    return any(cell.gap for number in (_DATE, _ACTION) for cell in sections.get(number, []))


def _fit(number: int, cells: Sequence[Cell], count: int, usual_gaps: bool) -> tuple[str | None, ...] | None:
    texts = _joined(number, cells)
    if len(texts) == count:
        return tuple(None if is_blank(text) else text for text in texts)
    if number == _NAME and not texts:
        return (None,) * count
    missing = count - len(texts)
    gaps = [position for position, cell in enumerate(cells) if cell.gap]
    if number != _NAME or usual_gaps or missing != len(gaps) or len(texts) != len(cells):
        return None
    # Each blank line in the column is an empty cell.
    fitted: list[str | None] = []
    for position, text in enumerate(texts):
        if position in gaps:
            fitted.append(None)
        fitted.append(None if is_blank(text) else text)
    return tuple(fitted)


def _joined(number: int, cells: Sequence[Cell]) -> list[str]:
    """The values of a column, with the lines put together that one cell was wrapped over."""
    texts: list[str] = []
    for cell in cells:
        if texts and _goes_on(number, texts[-1], cell.text):
            texts[-1] += " " + cell.text
        else:
            texts.append(cell.text)
    return texts


def _goes_on(number: int, before: str, text: str) -> bool:
    if text[:1].islower() or before.casefold().endswith((",", "-", " of", " and", " the", " for")):
        return True
    if number == _ACTION:
        return _completes(before, text)
    return number == _TITLE and not _has_head(text) and not is_blank(text)


def _completes(before: str, text: str) -> bool:
    """Whether two lines are one action ("Return Without", "Action")."""
    match = match_label(f"{before} {text}", actions())
    return bool(match and match.end > len(before) + 1 and not match_label(text, actions()))


def _has_head(text: str) -> bool:
    return any(word.strip(",.").casefold() in heads() | leading_heads() for word in text.split())
