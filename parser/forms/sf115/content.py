"""The lines of an item sorted: title, description, instruction, notes that were added, columns 9 and 10."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Literal

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.dates import read_date
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.forms.sf115.entries import EMPTY, Entry
from schedgraph.parser.forms.sf115.parts import EMPTY_VALUE, Content, Note
from schedgraph.parser.forms.sf115.rows import is_action, is_citation
from schedgraph.parser.forms.sf115.standings import (
    StandingNote,
    ends_sentence,
    explained_note,
    named_succession,
    place_end,
    standing_note,
)
from schedgraph.parser.labels import Label, LabelMatch, load_labels, match_label
from schedgraph.parser.passage import Passage

Mode = Literal[
    "text", "disposition", "superseded-by", "superseded-date", "supersedes", "authority", "action", "standing"
]

_LONGEST_STATUS = 60
# "Superseded by N1-64-91-1" is a note; "Superseded by events, the file was closed." is prose.
_SENTENCE_END = re.compile(r"[.;:!?][\"”’')\]]?$")
_WORD = re.compile(r"[a-z]{5}")
_MOST_BESIDE_DATE = 6
# After these words a number on the next line belongs to the sentence.
_RUNS_ON = frozenset(
    {
        "of",
        "the",
        "and",
        "for",
        "in",
        "to",
        "by",
        "or",
        "with",
        "on",
        "at",
        "from",
        "under",
        "see",
        "per",
        "as",
    }
    | {
        "supersedes",
        "superseding",
        "replaces",
        "replacing",
        "cites",
        "job",
        "schedule",
        "schedules",
        "approved",
    }
)


@dataclass(slots=True)
class _Sorter:
    heading: list[Entry] = field(default_factory=list)
    body: list[Entry] = field(default_factory=list)
    label: Passage = EMPTY
    instruction: list[Entry] = field(default_factory=list)
    beside_label: list[Passage] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    supersedes: list[Passage] = field(default_factory=list)
    cites: list[Passage] = field(default_factory=list)
    column_citations: list[Passage] = field(default_factory=list)
    standings: list[StandingNote] = field(default_factory=list)
    actions: list[Passage] = field(default_factory=list)
    mode: Mode = "text"
    note_label: Passage = EMPTY
    note_values: list[Passage] = field(default_factory=list)
    note_date: Passage = EMPTY
    open_column: bool = False

    def close_note(self) -> None:
        """Ends the note that is open."""
        if self.note_label:
            self.notes.append(
                Note(label=self.note_label, values=Passage.join(self.note_values), when=self.note_date)
            )
        self.note_label, self.note_values, self.note_date = EMPTY, [], EMPTY


@cache
def item_labels() -> tuple[Label, ...]:
    """The labels of items.toml."""
    return load_labels(files("schedgraph.parser.forms.sf115").joinpath("items.toml"))


def sort_content(entries: Sequence[Entry]) -> Content:
    """The parts of the item that `entries` make up."""
    sorter = _Sorter()
    for index, entry in enumerate(entries):
        _columns(sorter, entry)
        if entry.passage:
            _line(sorter, entry, entries[:index], entries[index + 1 :])
        if entry.disposition:
            sorter.label = sorter.label or entry.disposition.slice(0, 0)
            sorter.instruction.append(Entry(passage=entry.disposition))
    sorter.close_note()
    return Content(
        heading=_paragraphs(sorter.heading),
        body=_paragraphs(sorter.body),
        label=sorter.label,
        instruction=_paragraphs(sorter.instruction),
        beside_label=tuple(sorter.beside_label),
        notes=tuple(sorter.notes),
        supersedes=tuple(sorter.supersedes),
        cites=tuple(sorter.cites),
        column_citations=tuple(sorter.column_citations),
        standings=tuple(sorter.standings),
        actions=tuple(sorter.actions),
    )


def item_label(passage: Passage) -> LabelMatch | None:
    """The label at the start of a line of an item."""
    match = match_label(passage.text, item_labels())
    if match is None or (match.label.name == "disposition" and is_action(passage)):
        # "DISPOSITION NOT APPROVED" announces no instruction.
        return None
    rest = passage.text[match.end :].strip()
    colon = passage.text[match.start : match.end].rstrip().endswith(":")
    if match.label.name in ("superseded-by", "supersedes", "authority") and rest and not colon:
        damaged = match.label.name == "superseded-by" and _like_a_number(rest)
        return match if damaged or find_numbers(rest) else None
    if match.label.name == "disposition" and not colon:
        printed = passage.text[match.start : match.end].lstrip("0123456789.() ")
        if (rest and (rest[:1].islower() or match.cost)) or (match.cost and printed[:1] not in "RrDdPpA"):
            return None
    return match


def _columns(sorter: _Sorter, entry: Entry) -> None:
    if entry.citation and sorter.open_column:
        # A number that a narrow column wrapped: "NN-165-119", and below it "item 4".
        before = sorter.column_citations[-1]
        joint = "" if before.text.endswith(("-", "/")) else " "
        sorter.column_citations[-1] = Passage.join([before, entry.citation], joint)
    elif entry.citation:
        sorter.column_citations.append(entry.citation)
    sorter.open_column = entry.citation is not None
    if entry.action:
        sorter.actions.append(entry.action)
    if entry.successor:
        sorter.notes.append(Note(label=EMPTY, values=entry.successor, when=entry.successor))


def _line(sorter: _Sorter, entry: Entry, before: Sequence[Entry], following: Sequence[Entry]) -> None:
    passage = entry.passage
    whole = not (before and ends_sentence(before[-1].text, entry.text, apart=entry.gap))
    match = item_label(passage)
    in_note = sorter.mode in ("superseded-by", "superseded-date")
    waiting = sorter.mode == "standing"
    if match and match.label.name == "superseded-date" and not (in_note or sorter.notes or waiting):
        match = None
    if waiting and (date := _date_of_standing(passage, match)):
        last = sorter.standings.pop()
        sorter.standings.append(replace(last, when=date))
        sorter.mode = "text"
        return
    if match:
        _labelled(sorter, entry, match)
        return
    if in_note and _goes_on(sorter, passage):
        return
    if sorter.mode in ("supersedes", "authority", "action") and _field(sorter, passage):
        return
    sorter.close_note()
    if in_note or sorter.mode in ("supersedes", "authority", "action", "standing"):
        sorter.mode = "text"
    if succession := named_succession(passage):
        names, label, rest = succession
        sorter.notes.append(Note(label=label, values=rest, when=EMPTY, names=names))
    elif _is_column_citation(sorter, entry, following):
        sorter.column_citations.append(passage)
    elif (
        whole
        and is_action(passage)
        and len(passage.text) < _LONGEST_STATUS
        and (entry.gap or entry.row or not following)
        and (entry.own_line or not passage.text.isupper())
        and read_date(passage.text) is None
    ):
        sorter.actions.append(passage.slice(place_end(passage.text)))
    elif whole and (note := standing_note(passage) or _explained(entry, before, following)):
        sorter.standings.append(note)
        sorter.mode = "text" if note.when else "standing"
    elif sorter.mode == "disposition" and _instructs(sorter, entry):
        sorter.instruction.append(entry)
    elif entry.heading and not sorter.body and not sorter.instruction and _heads(sorter, entry):
        sorter.heading.append(entry)
    else:
        sorter.mode = "text"
        sorter.body.append(entry)


def _explained(entry: Entry, before: Sequence[Entry], following: Sequence[Entry]) -> StandingNote | None:
    """A note that explains itself, on a line apart below all that the item instructs."""
    note = explained_note(entry.passage)
    if note is None or not before or not (entry.gap or _SENTENCE_END.search(before[-1].text)):
        return None
    last = any(_instructs_anything(each) for each in before) and not any(map(_instructs_anything, following))
    return note if last else None


def _instructs_anything(entry: Entry) -> bool:
    return entry.disposition is not None or find_instruction(entry.passage) is not None


def _labelled(sorter: _Sorter, entry: Entry, match: LabelMatch) -> None:
    passage = entry.passage
    label = passage.slice(match.start, match.end)
    rest = passage.slice(match.end).strip(" \t")
    name = match.label.name
    if name == "disposition":
        sorter.close_note()
        sorter.mode = "disposition"
        sorter.label = sorter.label or label
        if rest and is_citation(rest):
            sorter.beside_label.append(rest)
        elif rest:
            sorter.instruction.append(Entry(passage=rest))
    elif name == "superseded-by":
        sorter.close_note()
        sorter.mode = "superseded-by"
        sorter.note_label = label
        if rest:
            sorter.note_values.append(rest)
    elif name == "superseded-date":
        sorter.mode = "superseded-date"
        if sorter.note_label:
            sorter.note_date = rest or EMPTY
        elif sorter.notes:
            last = sorter.notes.pop()
            sorter.note_label, sorter.note_values, sorter.note_date = last.label, [last.values], rest or EMPTY
        if rest and read_date(rest.text):
            sorter.close_note()
            sorter.mode = "text"
    else:
        sorter.close_note()
        sorter.mode = {"supersedes": "supersedes", "authority": "authority"}.get(name, "action")  # type: ignore[assignment]
        if rest:
            _field(sorter, rest)


def _is_column_citation(sorter: _Sorter, entry: Entry, following: Sequence[Entry]) -> bool:
    """Column 9 where each cell has a line of its own, below the complete description."""
    if not entry.own_line or not (sorter.body or sorter.heading or sorter.instruction):
        return False
    if sorter.mode == "disposition" and not sorter.instruction:
        return False
    before = (sorter.instruction or sorter.body or sorter.heading)[-1]
    parted = entry.gap or bool(_SENTENCE_END.search(before.text)) or _is_whole(before.text, following)
    return parted and is_citation(entry.passage)


def _is_whole(before: str, following: Sequence[Entry]) -> bool:
    """Whether a title stands above a number and the instruction below it, so that no sentence runs across."""
    last = before.split()[-1:] or [""]
    complete = len(before) < _LONGEST_STATUS and before[-1:].isalnum() and last[0].lower() not in _RUNS_ON
    below = find_instruction(following[0].passage) if following else None
    return complete and below is not None and following[0].text.startswith(below.text[:8])


def _date_of_standing(passage: Passage, match: LabelMatch | None) -> Passage | None:
    """The date on the line below a note, with its label or alone."""
    if match and match.label.name != "superseded-date":
        return None
    rest = passage.slice(match.end) if match else passage
    return rest if _is_date(rest) else None


def _is_date(passage: Passage) -> bool:
    """Whether a line is a date and hardly more."""
    found = read_date(passage.text)
    if found is None:
        return False
    rest = passage.text[: found.start] + passage.text[found.end :]
    return sum(character.isalnum() for character in rest) <= _MOST_BESIDE_DATE


def _like_a_number(text: str) -> bool:
    """Whether a short text can be a number that is too damaged to read."""
    digits = sum(character.isdigit() for character in text)
    return len(text) < _LONGEST_STATUS and not _WORD.search(text) and (digits >= 2 or "-" in text)


def _goes_on(sorter: _Sorter, passage: Passage) -> bool:
    """Whether a line is the value that the open note waits for."""
    if sorter.mode == "superseded-date":
        if _is_date(passage):
            sorter.note_date = passage
            sorter.close_note()
            sorter.mode = "text"
            return True
        return bool(EMPTY_VALUE.fullmatch(passage.text))
    if is_citation(passage) or (not sorter.note_values and find_numbers(passage.text)):
        sorter.note_values.append(passage)
        return True
    if read_date(passage.text) and len(passage.text.strip()) < 24:
        sorter.note_date = passage
        return True
    if EMPTY_VALUE.fullmatch(passage.text):
        return True
    if not sorter.note_values and (
        _like_a_number(passage.text)
        or (
            sum(character.isdigit() for character in passage.text) >= 3
            and len(passage.text) < _LONGEST_STATUS
            and not find_instruction(passage)
        )
    ):
        # A number too damaged to read still stands in the note's place.
        sorter.note_values.append(passage)
        return True
    return False


def _field(sorter: _Sorter, passage: Passage) -> bool:
    if sorter.mode == "action":
        sorter.actions.append(passage)
        sorter.mode = "text"
        return True
    if is_citation(passage) or find_numbers(passage.text):
        (sorter.supersedes if sorter.mode == "supersedes" else sorter.cites).append(passage)
        return True
    return False


def _instructs(sorter: _Sorter, entry: Entry) -> bool:
    """Whether a line still belongs to the instruction that a label announced."""
    if not sorter.instruction:
        if sorter.beside_label and entry.bullet:
            # What stands below a mere citation is a list of its own.
            return find_instruction(entry.passage) is not None
        return not (entry.heading and not find_instruction(entry.passage))
    before = sorter.instruction[-1].passage.text.rstrip()
    if not entry.gap or entry.bullet or not _SENTENCE_END.search(before):
        return True
    found = find_instruction(entry.passage)
    return found is not None and entry.passage.text.startswith(found.text[:12])


def _heads(sorter: _Sorter, entry: Entry) -> bool:
    """Whether a heading line goes on with the item's title; a blank line parts only what is complete."""
    if not sorter.heading or not entry.gap:
        return True
    before = sorter.heading[-1].text
    return len(before) >= 50 > 25 >= len(entry.text)


def _paragraphs(entries: Sequence[Entry]) -> Passage:
    """The lines as one passage, paragraphs parted by an empty line."""
    paragraphs: list[list[Passage]] = []
    for entry in entries:
        if entry.gap or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(entry.passage)
    return Passage.join((Passage.join(paragraph) for paragraph in paragraphs), "\n\n")
