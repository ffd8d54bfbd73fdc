"""Notes on an item of which the transcript says that they were crossed out again: nothing follows from them."""

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.citation import read_citations
from schedgraph.parser.forms.announced import announced_words, before_taken_back, successor_at, taken_back
from schedgraph.parser.forms.sf115.contents.itemlabels import item_label
from schedgraph.parser.forms.sf115.contents.parts import Note
from schedgraph.parser.forms.sf115.contents.standings import (
    StandingNote,
    explained_note,
    named_succession,
    standing_note,
)
from schedgraph.parser.forms.sf115.table.entries import EMPTY
from schedgraph.parser.passage import Passage


def note_taken_back(passage: Passage) -> Note | StandingNote | None:
    """The note that a line is, if it was crossed out: its successor disputed, or its words told as they stand there."""
    words = taken_back(passage) or _note_before(passage)
    if words is None:
        return None
    if succession := named_succession(words):
        names, label, rest = succession
        return Note(label=label, values=rest, when=EMPTY, names=names, taken_back=True)
    numbers = find_numbers(words.text)
    succeeds = successor_at(words) is not None or any(
        each.relation == "superseded-by" for each in read_citations(words)
    )
    if numbers and succeeds:
        start = numbers[0].start
        return Note(label=words.slice(0, start), values=words.slice(start), when=EMPTY, taken_back=True)
    return StandingNote(passage=passage)


def _note_before(passage: Passage) -> Passage | None:
    """The note before a remark that something is crossed out; of the item's own words nobody knows what is meant."""
    words = before_taken_back(passage)
    if words is None:
        return None
    label = item_label(words)
    is_note = (
        (label is not None and label.label.name == "superseded-by")
        or standing_note(words)
        or explained_note(words)
        or announced_words(words)
        or named_succession(words)
    )
    return words if is_note else None
