"""What an item says, in its parts, before the parts are read."""

import re
from dataclasses import dataclass

from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.forms.sf115.contents.standings import StandingNote
from schedgraph.parser.forms.sf115.table.entries import EMPTY
from schedgraph.parser.passage import Passage

EMPTY_VALUE = re.compile(r"[\W_]*(?:n[./]?a\.?|none|not applicable)?[\W_]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note of supersession: its label, the numbers as printed, and the date.

    `names` says of which items it speaks, empty for the one that it follows; `taken_back` that it was crossed out.
    """

    label: Passage
    values: Passage
    when: Passage
    names: str = ""
    taken_back: bool = False

    @property
    def empty(self) -> bool:
        """Whether the printed label waits for a value in vain."""
        return EMPTY_VALUE.fullmatch(self.values.text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What an item says, in its parts. Paragraphs are parted by an empty line.

    `heading` are the lines printed as a heading, `body` the description with an instruction that no label
    announces, `instruction` what a label announces, with the label; `added` are notes in plain words.
    """

    heading: Passage = EMPTY
    body: Passage = EMPTY
    label: Passage = EMPTY
    instruction: Passage = EMPTY
    beside_label: tuple[Passage, ...] = ()
    notes: tuple[Note, ...] = ()
    supersedes: tuple[Passage, ...] = ()
    cites: tuple[Passage, ...] = ()
    added: tuple[Passage, ...] = ()
    column_citations: tuple[Passage, ...] = ()
    standings: tuple[StandingNote, ...] = ()
    actions: tuple[Passage, ...] = ()

    @property
    def disposes(self) -> bool:
        """Whether the item has a disposition, a citation or a note of its own."""
        return bool(
            self.label
            or self.instruction
            or self.notes
            or self.actions
            or self.column_citations
            or self.beside_label
            or self.cites
        ) or bool(self.body and find_instruction(self.body))
