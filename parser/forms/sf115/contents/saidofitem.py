"""Sentences in an item's own words that tell of its end: "This item was superseded on May 2, 2011."."""

import re
from collections.abc import Iterator, Sequence

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.dates import read_date
from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.forms.sf115.contents.standings import StandingNote
from schedgraph.parser.forms.sf115.table.entries import EMPTY
from schedgraph.parser.look_alikes import as_words
from schedgraph.parser.passage import Passage

# Of records it may be said that they are obsolete or discontinued, and their item holds all the same.
_ENDED = re.compile(
    r"\W{0,3}(?:note\W{1,3})?this\s(?:item|authority|disposition\sauthority)\s"
    r"(?:(?:was|is|has\sbeen|has|had\sbeen)\s)(?:now\s|since\s|later\s|again\s|been\s){0,2}"
    r"(?:superseded|rescinded|cancell?ed|withdrawn|obsolete|inactive|revoked)\b(?![^.]{0,80}\b(?:if|when|once|until|unless)\b)",
    re.IGNORECASE,
)


def standing_sentences(parts: Sequence[Passage]) -> Iterator[StandingNote]:
    """The notes that such sentences are; one that names a number is a citation."""
    for part in parts:
        for start, end in split_sentences(part.text):
            said = part.slice(start, end)
            if _ENDED.match(as_words(said.text)) and not find_numbers(said.text):
                when = said if read_date(said.text) else EMPTY
                yield StandingNote(passage=said, when=when)
