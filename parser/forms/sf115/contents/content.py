"""The lines of an item sorted: title, description, instruction, notes that were added, columns 9 and 10."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.citation import read_citations
from schedgraph.parser.dates import read_date
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.forms.announced import announced_words, says_relation, successor_at, taken_back
from schedgraph.parser.forms.placewords import place_end
from schedgraph.parser.forms.sf115.contents.itemlabels import item_label, label_of_number
from schedgraph.parser.forms.sf115.contents.namedvalues import dated_with, named_values, valued_notes
from schedgraph.parser.forms.sf115.contents.notes import date_of_standing, goes_on
from schedgraph.parser.forms.sf115.contents.parts import Content, Note
from schedgraph.parser.forms.sf115.contents.sorter import LONGEST_STATUS, SENTENCE_END, Sorter
from schedgraph.parser.forms.sf115.contents.standings import (
    StandingNote,
    ends_sentence,
    explained_note,
    named_successions,
    standing_note,
)
from schedgraph.parser.forms.sf115.contents.takenback import note_taken_back
from schedgraph.parser.forms.sf115.table.entries import EMPTY, Entry
from schedgraph.parser.forms.sf115.table.narrowcells import is_action, is_citation
from schedgraph.parser.forms.sf115.table.ownlines import is_column_citation
from schedgraph.parser.labels import LabelMatch
from schedgraph.parser.passage import Passage


def sort_content(entries: Sequence[Entry]) -> Content:
    """The parts of the item that `entries` make up."""
    sorter = Sorter()
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
        added=tuple(sorter.added),
        column_citations=tuple(sorter.column_citations),
        standings=tuple(sorter.standings),
        actions=tuple(sorter.actions),
    )


def _columns(sorter: Sorter, entry: Entry) -> None:
    # "withdrawn", typed a little left of its own column
    misplaced = entry.citation if entry.citation and _is_action_alone(entry.citation) else None
    if misplaced:
        sorter.actions.append(misplaced)
    elif entry.citation and sorter.open_column:
        # A number that a narrow column wrapped: "NN-165-119", and below it "item 4".
        before = sorter.column_citations[-1]
        joint = "" if before.text.endswith(("-", "/")) else " "
        sorter.column_citations[-1] = Passage.join([before, entry.citation], joint)
    elif entry.citation and not entry.passage and sorter.mode == "superseded-by" and not sorter.note_values:
        # A number alone under "Superseded by" is what the label asks for, wherever it stands on its line.
        sorter.note_values.append(entry.citation)
        return
    elif entry.citation:
        sorter.column_citations.append(entry.citation)
    sorter.open_column = entry.citation is not None and misplaced is None
    if entry.action:
        sorter.actions.append(entry.action)
    if entry.successor:
        sorter.notes.append(Note(label=EMPTY, values=entry.successor, when=entry.successor))


def _is_action_alone(cell: Passage) -> bool:
    return is_action(cell) and not find_numbers(cell.text)


def _line(sorter: Sorter, entry: Entry, before: Sequence[Entry], following: Sequence[Entry]) -> None:
    passage = entry.passage
    whole = not (before and ends_sentence(before[-1].text, entry.text, apart=entry.gap))
    match = item_label(passage)
    if match is None and whole and following and is_citation(following[0].passage):
        match = label_of_number(passage)
    if match is None and (opened := _opened_note(passage)):
        # "[typed label] Superseded by job / item number:" above the number
        passage, match = opened
        entry = replace(entry, passage=passage)
    if match and match.label.name == "supersedes" and _runs_on(entry, before):
        match = None
    if match and match.label.name.startswith("supersede") and named_successions(passage):
        # "Superseded: items 1 and 2 by N1-64-91-1": no label of what stands beside it
        match = None
    in_note = sorter.mode in ("superseded-by", "superseded-date")
    waiting = sorter.mode == "standing"
    if whole and (note := note_taken_back(passage)):
        sorter.close_note()
        sorter.mode = "text"
        _taken_back(sorter, note)
        return
    if match and match.label.name == "superseded-date" and not (in_note or sorter.notes or waiting):
        match = None
    if waiting and (date := date_of_standing(passage, match)):
        last = sorter.standings.pop()
        sorter.standings.append(replace(last, when=date))
        sorter.mode = "text"
        return
    if match:
        _labelled(sorter, entry, match)
        return
    if sorter.mode == "superseded-by" and (named := named_values(passage)):
        sorter.notes.extend(valued_notes(sorter.note_label, named))
        if not sorter.note_values:
            sorter.note_label = EMPTY
        return
    if in_note and goes_on(sorter, passage):
        return
    if sorter.mode in ("supersedes", "authority", "action") and _field(sorter, passage):
        return
    sorter.close_note()
    if in_note or sorter.mode in ("supersedes", "authority", "action", "standing"):
        sorter.mode = "text"
    if successions := named_successions(passage):
        sorter.notes.extend(_named_notes(successions))
    elif is_column_citation(sorter, entry, following):
        sorter.column_citations.append(passage)
    elif _is_title(sorter, entry, following):
        sorter.body.append(entry)
    elif (
        whole
        and is_action(passage)
        and len(passage.text) < LONGEST_STATUS
        and (entry.gap or entry.row or not following)
        and (entry.own_line or not passage.text.isupper())
        and read_date(passage.text) is None
    ):
        sorter.actions.append(passage.slice(place_end(passage.text)).strip("]}>"))
    elif whole and (standing := standing_note(passage) or _explained(entry, before, following)):
        sorter.standings.append(standing)
        sorter.mode = "text" if standing.when else "standing"
    elif whole and (words := announced_words(passage)):
        _announced(sorter, words)
    elif sorter.mode == "disposition" and _instructs(sorter, entry):
        sorter.instruction.append(entry)
    elif entry.heading and not sorter.body and not sorter.instruction and _heads(sorter, entry):
        sorter.heading.append(entry)
    else:
        sorter.mode = "text"
        sorter.body.append(entry)


def _opened_note(passage: Passage) -> tuple[Passage, LabelMatch] | None:
    """The words and the label of an announced note that says "superseded by" and has its number on the next line."""
    words = announced_words(passage) if taken_back(passage) is None else None
    match = item_label(words) if words else None
    if words is None or match is None or match.label.name != "superseded-by" or find_numbers(words.text):
        return None
    return words, match


def _taken_back(sorter: Sorter, note: Note | StandingNote) -> None:
    if isinstance(note, Note):
        sorter.notes.append(note)
        return
    sorter.standings.append(note)
    if find_numbers(note.passage.text):
        sorter.cites.append(note.passage)


def _announced(sorter: Sorter, words: Passage) -> None:
    """A note that somebody added: its successor, or words that the law may understand, and their numbers."""
    if successions := named_successions(words):
        sorter.notes.extend(_named_notes(successions))
        return
    at = successor_at(words)
    if at is not None and not any(each.partial for each in read_citations(words, default="superseded-by")):
        ended = words.slice(0, at)
        when = ended if read_date(ended.text) else EMPTY
        sorter.notes.append(Note(label=ended, values=words.slice(at), when=when))
        return
    if says_relation(words):
        sorter.added.append(words)
        return
    sorter.standings.append(StandingNote(passage=words, when=words if read_date(words.text) else EMPTY))
    if find_numbers(words.text):
        sorter.cites.append(words)


def _named_notes(successions: Sequence[tuple[str, Passage, Passage]]) -> Iterator[Note]:
    """The notes of one line, which may date all of them ahead of the items or behind the last."""
    label = successions[0][1]
    dated = [part for part in (label, *(each[2] for each in successions)) if read_date(part.text)]
    when = dated[0] if len(dated) == 1 and (dated[0] is label or len(successions) > 1) else EMPTY
    for names, label, values in successions:
        yield Note(label=label, values=values, when=when, names=names)


def _explained(entry: Entry, before: Sequence[Entry], following: Sequence[Entry]) -> StandingNote | None:
    """A note that explains itself, on a line apart below all that the item instructs."""
    note = explained_note(entry.passage)
    if note is None or not before or not (entry.gap or SENTENCE_END.search(before[-1].text)):
        return None
    last = any(_instructs_anything(each) for each in before) and not any(map(_instructs_anything, following))
    return note if last else None


def _is_title(sorter: Sorter, entry: Entry, following: Sequence[Entry]) -> bool:
    """Whether words like an action open an item, its disposition right below: "Withdrawn by sponsor." are applications."""
    if sorter.heading or sorter.body or sorter.instruction or entry.text.isupper() or not following:
        return False
    below = following[0]
    if below.gap or not (is_action(entry.passage) or standing_note(entry.passage)):
        return False
    said = find_instruction(below.passage)
    own = read_date(entry.text) is None and SENTENCE_END.search(entry.text) is not None
    return own and said is not None and below.text.startswith(said.text[:8])


def _instructs_anything(entry: Entry) -> bool:
    return entry.disposition is not None or find_instruction(entry.passage) is not None


def _runs_on(entry: Entry, before: Sequence[Entry]) -> bool:
    """Whether a line goes on with a sentence: "This item does not" over "supersede N1-22-90-6, item 1"."""
    return (
        not entry.gap
        and bool(before)
        and before[-1].passage.text[-1:].isalnum()
        and entry.passage.text.lstrip()[:1].islower()
    )


def _labelled(sorter: Sorter, entry: Entry, match: LabelMatch) -> None:
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
    elif name == "description":
        sorter.close_note()
        sorter.mode = "text"
        if rest:
            sorter.body.append(replace(entry, passage=rest))
    elif name == "superseded-by" and (named := named_values(rest)):
        sorter.close_note()
        sorter.notes.extend(valued_notes(label, named))
        sorter.mode = "text"
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
            if rest and read_date(rest.text):
                sorter.notes[:] = [dated_with(each, last, rest) for each in sorter.notes]
            sorter.note_label, sorter.note_values, sorter.note_date = last.label, [last.values], rest or EMPTY
            sorter.note_names = last.names
        if rest and read_date(rest.text):
            sorter.close_note()
            sorter.mode = "text"
    elif name == "column-citation":
        sorter.close_note()
        sorter.mode = "text"
        if rest:
            sorter.column_citations.append(rest)
    else:
        sorter.close_note()
        sorter.mode = {"supersedes": "supersedes", "authority": "authority"}.get(name, "action")  # type: ignore[assignment]
        if rest:
            _field(sorter, rest)


def _field(sorter: Sorter, passage: Passage) -> bool:
    if sorter.mode == "action":
        sorter.actions.append(passage)
        sorter.mode = "text"
        return True
    if is_citation(passage) or find_numbers(passage.text):
        (sorter.supersedes if sorter.mode == "supersedes" else sorter.cites).append(passage)
        return True
    return False


def _instructs(sorter: Sorter, entry: Entry) -> bool:
    """Whether a line still belongs to the instruction that a label announced."""
    if not sorter.instruction:
        if sorter.beside_label and entry.bullet:
            # What stands below a mere citation is a list of its own.
            return find_instruction(entry.passage) is not None
        return not (entry.heading and not find_instruction(entry.passage))
    before = sorter.instruction[-1].passage.text.rstrip()
    if not entry.gap or entry.bullet or not SENTENCE_END.search(before):
        return True
    found = find_instruction(entry.passage)
    return found is not None and entry.passage.text.startswith(found.text[:12])


def _heads(sorter: Sorter, entry: Entry) -> bool:
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
