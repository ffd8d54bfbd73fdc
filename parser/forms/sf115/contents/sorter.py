"""What has been sorted of an item so far, and what its next line may belong to."""

import re
from dataclasses import dataclass, field
from typing import Literal

from schedgraph.parser.forms.sf115.contents.parts import Note
from schedgraph.parser.forms.sf115.contents.standings import StandingNote
from schedgraph.parser.forms.sf115.table.entries import EMPTY, Entry
from schedgraph.parser.passage import Passage

Mode = Literal[
    "text", "disposition", "superseded-by", "superseded-date", "supersedes", "authority", "action", "standing"
]
LONGEST_STATUS = 60
# "Superseded by N1-64-91-1" is a note; "Superseded by events, the file was closed." is prose.
SENTENCE_END = re.compile(r"[.;:!?][\"”’')\]]?$")


@dataclass(slots=True)
class Sorter:
    """The lines sorted so far. `mode` is what the next line belongs to unless it says otherwise itself."""

    heading: list[Entry] = field(default_factory=list)
    body: list[Entry] = field(default_factory=list)
    label: Passage = EMPTY
    instruction: list[Entry] = field(default_factory=list)
    beside_label: list[Passage] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    supersedes: list[Passage] = field(default_factory=list)
    cites: list[Passage] = field(default_factory=list)
    added: list[Passage] = field(default_factory=list)
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
