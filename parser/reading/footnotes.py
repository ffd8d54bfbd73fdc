"""Footnotes of Markdown, read where they are called: `Destroy when 10 years old.[^1]` and below `[^1]: Handwritten: …`."""

import re
from collections.abc import Iterator, Sequence

from schedgraph.parser.page import Line, Run

_SIGN = "^"
_CALL = re.compile(r"\[\^(?P<name>[^\[\]\s]{1,20})\](?!:)")
_NOTE = re.compile(r"[ ]{0,3}\[\^(?P<name>[^\[\]\s]{1,20})\]:[ \t]*")


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
