"""Items of an SF-115 as a typist sets them: in columns 7 to 10, or on blank stationery."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from bench.synthetic.schedule import Entry, Schedule
from bench.synthetic.sheet import Sheet, Source, Text, struck_in, wrap

SUPERSEDED_BY = "Superseded by job / item number:"
WIDEST = 6
"""As many characters as column 7 holds; a longer number is typed before the title."""
SINCE = "Date (MM/DD/YYYY):"


@dataclass(slots=True, kw_only=True)
class Typist:
    """Where the next line goes. `turn` begins a new page and says where its first and last lines are."""

    sheet: Sheet
    y: float
    bottom: float
    left: float
    right: float
    numbers: float
    column9: float
    column10: float
    font: str
    bold: str
    size: float
    leading: float
    turn: Callable[["Typist"], None]

    def room(self, lines: int) -> None:
        """Turn the page where `lines` more do not fit."""
        if self.y + lines * self.leading > self.bottom:
            self.turn(self)

    def lines(self, entry: Entry, part: str, text: str, x: float, *, bold: bool = False) -> list[Text]:
        """Type a part of an item between x and the right margin, its struck words marked; the placed lines."""
        font = self.bold if bold else self.font
        placed = []
        for line, offset in wrap(text, self.right - x, font, self.size):
            self.room(1)
            struck = struck_in(offset, len(line), entry.struck.get(part, ()))
            origin = Source(item=entry.identifier or entry.number, part=part, offset=offset)
            text_line = Text(
                text=line,
                x=x,
                baseline=self.y,
                font=font,
                size=self.size,
                origin=origin,
                struck=struck,
                kind=entry.strike_kind if struck else None,
            )
            self.sheet.texts.append(text_line)
            placed.append(text_line)
            self.y += self.leading
        return placed


def type_item(typist: Typist, entry: Entry, schedule: Schedule, rng: Random, *, underlined: bool) -> None:
    """One item with its citations, action and annotation."""
    depth = len(entry.path) - 1
    designator = entry.path[-1]
    shown = designator if designator.startswith("(") else f"{designator}."
    typist.room(4)
    in_column = typist.numbers < typist.left - 20 and (depth == 0 or schedule.seed % 2 == 0)
    in_column = in_column and len(entry.number) <= WIDEST
    x = typist.left + 14 * depth
    if in_column:
        number = entry.number if depth else shown
        typist.sheet.write(number, typist.numbers, typist.y, typist.font, typist.size)
    else:
        x = typist.sheet.write(f"{shown} ", x, typist.y, typist.font, typist.size)
    side = typist.sheet, typist.y
    titles = typist.lines(
        entry, "title", entry.title, x, bold=underlined is False and typist.bold != typist.font
    )
    if underlined:
        for line in titles:
            typist.sheet.line(line.x, line.baseline + 1.4, line.x + line.width, line.baseline + 1.4, 0.6)
    margin = (*side, typist.leading)
    if entry.text:
        typist.y += typist.leading * 0.4
        typist.lines(entry, "text", entry.text, typist.left + 14 * depth)
    if entry.instruction:
        typist.y += typist.leading * 0.4
        typist.room(2)
        label = "Disposition (Media Neutral): " if entry.media_neutral else "Disposition: "
        columns = typist.numbers < typist.left - 20
        if not columns:
            label_end = typist.sheet.write(
                label, typist.left + 14 * depth, typist.y, typist.bold, typist.size
            )
            for citation in entry.citations:
                if citation.where == "inline":
                    typist.sheet.write(citation.printed, label_end, typist.y, typist.font, typist.size)
            typist.y += typist.leading
            typist.lines(entry, "disposition", entry.instruction, typist.left + 14 * depth)
            if entry.action_taken:
                typist.room(1)
                typist.sheet.write(
                    entry.action_taken, typist.left + 14 * depth, typist.y, "Helvetica-Bold", 9
                )
                typist.y += typist.leading
        else:
            if schedule.revision in {"r1991", "r1983"}:
                end = typist.sheet.write(
                    label.strip().upper(), typist.left + 14 * depth, typist.y, typist.font, typist.size
                )
                _hanging(typist, entry, end + 6, typist.left + 14 * depth)
            else:
                typist.lines(entry, "disposition", entry.instruction, typist.left + 14 * depth)
            _margins(typist, entry, margin, rng)
    _annotations(typist, entry, depth)
    typist.y += typist.leading * 0.9


def _hanging(typist: Typist, entry: Entry, x: float, left: float) -> None:
    """A disposition that begins behind its label and goes on at the left."""
    text = entry.instruction or ""
    first = wrap(text, typist.right - x, typist.font, typist.size)[0][0]
    rest = len(first) + 1
    spans = entry.struck.get("disposition", ())
    key = entry.identifier or entry.number
    pieces = [(first, 0, x)]
    pieces += [
        (line, rest + at, left)
        for line, at in wrap(text[rest:], typist.right - left, typist.font, typist.size)
        if line
    ]
    for line, offset, at in pieces:
        if offset:
            typist.room(1)
        struck = struck_in(offset, len(line), spans)
        typist.sheet.texts.append(
            Text(
                text=line,
                x=at,
                baseline=typist.y,
                font=typist.font,
                size=typist.size,
                origin=Source(item=key, part="disposition", offset=offset),
                struck=struck,
                kind=entry.strike_kind if struck else None,
            )
        )
        typist.y += typist.leading


def _margins(typist: Typist, entry: Entry, place: tuple[Sheet, float, float], rng: Random) -> None:
    """Columns 9 and 10 beside the item."""
    sheet, y, leading = place
    for citation in entry.citations:
        if citation.where == "column9":
            down = y
            for line, _ in wrap(
                citation.printed, typist.column10 - typist.column9 - 6, typist.font, typist.size - 1
            ):
                sheet.write(line, typist.column9 + 3, down, typist.font, typist.size - 1)
                down += leading
    if entry.action_taken:
        down = y
        for line, _ in wrap(entry.action_taken, 582 - typist.column10 - 5, "Helvetica", 7.5):
            sheet.write(line, typist.column10 + 3, down, "Helvetica", 7.5, color=(0.1, 0.1, 0.35))
            down += 9


def _annotations(typist: Typist, entry: Entry, depth: int) -> None:
    """The box in which an archivist later wrote what replaced the item."""
    for citation in entry.citations:
        if citation.where != "annotation":
            continue
        typist.room(3)
        left = typist.left + 14 * depth + 8
        typist.y += typist.leading * 0.3
        rows = [(SUPERSEDED_BY, citation.printed), (SINCE, citation.day_printed or "")]
        top = typist.y - typist.leading + 2
        for label, value in rows:
            end = typist.sheet.write(
                f"{label} ", left, typist.y, "Helvetica-Bold", 8, color=(0.05, 0.05, 0.4)
            )
            typist.sheet.write(value, end + 2, typist.y, "Helvetica", 8, color=(0.05, 0.05, 0.4))
            typist.y += typist.leading
        typist.sheet.box(left - 4, top, max(typist.right, left + 280), typist.y - typist.leading + 4, 0.5)
        typist.y += typist.leading * 0.2
