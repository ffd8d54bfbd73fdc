"""Footnotes, read where they are called: `Destroy when 10 years old.[^1]` and below `[^1]: Handwritten: …`.

Or with the typist's signs: "3.**  Worksheets" and below all items "**  Withdrawn by agency, 2-12-91".
"""

import re
from collections.abc import Iterator, Sequence

from schedgraph.parser.page import Line, Run

_SIGN = "^"
_CALL = re.compile(r"\[\^(?P<name>[^\[\]\s]{1,20})\](?!:)")
_NOTE = re.compile(r"[ ]{0,3}\[\^(?P<name>[^\[\]\s]{1,20})\]:[ \t]*")


# The asterisks of "3.**  Worksheets", and those of the note below: "**  Withdrawn by agency"
_STARRED = re.compile(
    r"[ \t]{0,12}(?:item[ ])?\(?[0-9]{1,4}[A-Za-z]?(?:\([0-9a-z]{1,3}\))?[.)]?[ ]?(?P<sign>[*+]{1,4}|[†‡]{1,2})(?=[ \t])",
    re.IGNORECASE,
)
_STARRED_NOTE = re.compile(r"[ \t]{0,8}(?P<sign>[*+]{1,4}|[†‡]{1,2})[ \t]{0,6}(?=[A-Za-z\[(])")
_NUMBERED = re.compile(r"[ \t]{0,12}(?:item[ ])?\(?[0-9]{1,4}[A-Za-z]?[.)*+†‡ \t]", re.IGNORECASE)
_STARS = frozenset("*+†‡")


def with_starred_notes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with each such note below the item whose number bears its sign, and its sign left out.

    Where a sign stands at no number, or at two notes, all stays as it is: what it means is not known.
    """
    calls: dict[int, re.Match[str]] = {}
    notes: dict[str, int] = {}
    for index, line in enumerate(lines):
        if not _STARS.isdisjoint(line.text):
            if called := _STARRED.match(line.text):
                calls[index] = called
            elif (noted := _STARRED_NOTE.match(line.text)) and calls:
                if noted["sign"] in notes:
                    return tuple(lines)
                notes[noted["sign"]] = index
    if not notes or {call["sign"] for call in calls.values()} != set(notes):
        return tuple(lines)
    kept: list[Line] = []
    waiting: Line | None = None
    for index, line in enumerate(lines):
        if waiting is not None and (not line.text.strip() or _NUMBERED.match(line.text)):
            kept.append(waiting)
            waiting = None
        if index in notes.values():
            continue
        if call := calls.get(index):
            note = lines[notes[call["sign"]]]
            lead = _STARRED_NOTE.match(note.text)
            waiting = note._replace(runs=tuple(_part(note.runs, lead.end() if lead else 0, len(note.text))))
            signless = (
                *_part(line.runs, 0, call.start("sign")),
                *_part(line.runs, call.end("sign"), len(line.text)),
            )
            line = line._replace(runs=signless)
        kept.append(line)
    return (*kept, waiting) if waiting is not None else tuple(kept)


def with_footnotes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with each note in brackets where its sign stands; a note that nothing calls stays a line.

    A note whose name is given twice stays where it is: which one is called is not known.
    """
    if not any(_SIGN in run.text for line in lines for run in line.runs):
        return tuple(lines)
    notes: dict[str, Line] = {}
    twice: set[str] = set()
    for line in lines:
        found = _NOTE.match(line.text)
        if found and found["name"] in notes:
            twice.add(found["name"])
        elif found:
            notes[found["name"]] = line._replace(runs=tuple(_part(line.runs, found.end(), len(line.text))))
    notes = {name: note for name, note in notes.items() if name not in twice and note.runs}
    called = {
        call["name"] for line in lines if not _NOTE.match(line.text) for call in _CALL.finditer(line.text)
    }
    kept: list[Line] = []
    for line in lines:
        own = _NOTE.match(line.text)
        if own and own["name"] in notes and own["name"] in called:
            continue
        kept.append(line if own else _with_notes(line, notes))
    return tuple(kept)


def _with_notes(line: Line, notes: dict[str, Line]) -> Line:
    """A line with its signs made the brackets of their notes: what is seen stands for what is written elsewhere."""
    text, position = line.text, 0
    runs: list[Run] = []
    for call in _CALL.finditer(text):
        note = notes.get(call["name"])
        if note is None:
            continue
        runs += _part(line.runs, position, call.start())
        sign = list(_part(line.runs, call.start(), call.end()))
        runs += [sign[0]._replace(text=" [", end=sign[0].end), *note.runs, sign[-1]._replace(text="]")]
        position = call.end()
    if not position:
        return line
    return line._replace(runs=(*runs, *_part(line.runs, position, len(text))))


def _part(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """The runs of the visible characters `start` to `end`."""
    offset = 0
    for run in runs:
        low, high = max(start - offset, 0), min(end - offset, len(run.text))
        if low < high:
            yield run._replace(text=run.text[low:high], start=run.source_start(low), end=run.source_end(high))
        offset += len(run.text)
