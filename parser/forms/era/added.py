"""Notes that somebody added to an ERA printout, as a transcript announces them: "[handwritten: S/S by GRS 5.2, item 010]"."""

from collections.abc import Iterator
from dataclasses import replace

from schedgraph.parser.citation import read_citations
from schedgraph.parser.dates import find_dates, read_date
from schedgraph.parser.document import Annotation, Citation
from schedgraph.parser.evidence import Reading
from schedgraph.parser.forms.announced import (
    annotation,
    announced_words,
    says_relation,
    successor_at,
    taken_back,
)
from schedgraph.parser.forms.era.entry import Entry
from schedgraph.parser.forms.era.tokens import Token, passage_of
from schedgraph.parser.forms.sf115.contents.standings import standing_note
from schedgraph.parser.passage import Passage

_INSTRUCTING = frozenset({"cutoff", "retention", "transfer"})
_BESIDE_VALUE = 2
"""The place of a cell to the right of a label and its value."""


def part_notes(entry: Entry) -> tuple[Entry, tuple[Passage, ...]]:
    """The entry without the lines that are such notes, and the words of these.

    A note that says in plain words what supersedes the item stays: it is read with the field that it follows.
    """
    notes = tuple(_notes(entry))
    if not notes:
        return entry, ()
    fields = {
        name: field._replace(lines=tuple(line for line in field.lines if _words(line) is None))
        for name, field in entry.fields.items()
    }
    return replace(entry, fields=fields), notes


def part_beside(entry: Entry) -> tuple[Entry, tuple[Passage, ...]]:
    """The entry without the notes that stand to the right of its values, and these, each with all of its lines.

    "Final Disposition | Temporary | Superseded by" over "Item Status | Active | GRS 5.2, item 020": the third cell of
    a row is none of the form's. What says nothing of a relation stays where it is.
    """
    lines = (*entry.number, *(line for field in entry.fields.values() for line in field.lines))
    beside = [line for line in lines if line.cell == _BESIDE_VALUE]
    beside.sort(key=lambda line: line.block)
    note = passage_of(beside)
    if not note or not says_relation(note):
        return entry, ()
    fields = {
        name: field._replace(lines=tuple(line for line in field.lines if line not in beside))
        for name, field in entry.fields.items()
    }
    number = tuple(line for line in entry.number if line not in beside)
    return replace(entry, number=number, fields=fields), (note,)


def _notes(entry: Entry) -> Iterator[Passage]:
    for field in entry.fields.values():
        for place, line in enumerate(field.lines):
            if words := _words(line):
                yield words
            elif place and field.name in _INSTRUCTING and field.lines[0].passage.strike() == "full":
                # "Item rescinded at request of agency 08/07/2020." below the struck instruction
                note = standing_note(line.passage) if line.passage.strike() == "none" else None
                if note and not note.names:
                    yield line.passage


def _words(line: Token) -> Passage | None:
    if taken_back(line.passage):
        return line.passage
    words = announced_words(line.passage)
    return words if words and not says_relation(words) else None


def note_citations(notes: tuple[Passage, ...]) -> Iterator[Citation]:
    """The numbers in the notes: successors where a short form says so, and else only cited."""
    for words in notes:
        if gone := taken_back(words):
            yield from (
                replace(each, disputed=each.relation == "superseded-by") for each in _of_taken_back(gone)
            )
            continue
        at = successor_at(words)
        if at is None:
            yield from read_citations(words)
            continue
        numbers = words.slice(at)
        days = find_dates(numbers.text)
        said = numbers.slice(0, days[0].start) if days else numbers
        when = None
        if days and (day := read_date(numbers.text)) and day.value:
            when = Reading(
                value=day.value, evidence=numbers.evidence(day.start, day.end), repairs=day.repairs
            )
        for citation in read_citations(said, default="superseded-by"):
            yield replace(citation, date=citation.date or when)


def _of_taken_back(words: Passage) -> tuple[Citation, ...]:
    """What a note says that was crossed out again."""
    at = successor_at(words)
    return read_citations(words) if at is None else read_citations(words.slice(at), default="superseded-by")


def note_annotations(notes: tuple[Passage, ...]) -> tuple[Annotation, ...]:
    """The notes that name no successor, as they were written."""
    return tuple(
        annotation(words, words)
        for words in notes
        if successor_at(words) is None and not any(each.disputed for each in note_citations((words,)))
    )
