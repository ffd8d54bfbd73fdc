"""The lines below a note that was added to an item: its numbers, its date, or neither."""

import re

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.authority.items import ITEM_WORD
from schedgraph.parser.dates import read_date
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.forms.sf115.contents.itemlabels import like_a_number
from schedgraph.parser.forms.sf115.contents.parts import EMPTY_VALUE
from schedgraph.parser.forms.sf115.contents.sorter import LONGEST_STATUS, Sorter
from schedgraph.parser.forms.sf115.table.narrowcells import is_citation
from schedgraph.parser.labels import LabelMatch
from schedgraph.parser.passage import Passage

_MOST_BESIDE_DATE = 6
_JOINTS = ("-", "–", "/")
_ITEMS = re.compile(ITEM_WORD, re.IGNORECASE)


def goes_on(sorter: Sorter, passage: Passage) -> bool:
    """Whether a line is the value that the open note waits for."""
    if sorter.mode == "superseded-date":
        if is_date(passage):
            sorter.note_date = passage
            sorter.close_note()
            sorter.mode = "text"
            return True
        return bool(EMPTY_VALUE.fullmatch(passage.text))
    if is_citation(passage) or (not sorter.note_values and find_numbers(passage.text)):
        sorter.note_values.append(passage)
        return True
    if _ends_number(sorter, passage):
        sorter.note_values.append(passage)
        return True
    if _is_awaited_item(sorter, passage):
        sorter.note_values.append(passage)
        return True
    dated = read_date(passage.text)
    if dated and len(passage.text.strip()) < 24:
        items = passage.slice(0, dated.start).strip(" \t\n,;(-–")
        if sorter.note_values and _ITEMS.match(items.text):
            # The number was wrapped: "Superseded by N1-88-97-2" over "item 3, 6/12/98".
            sorter.note_values.append(items)
        sorter.note_date = passage
        return True
    if EMPTY_VALUE.fullmatch(passage.text):
        return True
    if not sorter.note_values and (
        like_a_number(passage.text)
        or (
            sum(character.isdigit() for character in passage.text) >= 3
            and len(passage.text) < LONGEST_STATUS
            and not find_instruction(passage)
        )
    ):
        # A number too damaged to read still stands in the note's place.
        sorter.note_values.append(passage)
        return True
    return False


def _is_awaited_item(sorter: Sorter, passage: Passage) -> bool:
    """Whether a line is the item of the job that the line above it breaks off behind: "N1-115-94-6," over "item WTR-4.10"."""
    awaited = bool(sorter.note_values) and sorter.note_values[-1].text.rstrip().endswith(",")
    return awaited and _ITEMS.match(passage.text) is not None and len(passage.text) < LONGEST_STATUS


def _ends_number(sorter: Sorter, passage: Passage) -> bool:
    """Whether a line is the rest of a number that the line above it begins: "DAA - 0563 - 2013 -" over "0001 - 0006"."""
    if not sorter.note_values or not (
        sorter.note_values[-1].text.rstrip().endswith(_JOINTS) or passage.text.lstrip().startswith(_JOINTS)
    ):
        return False
    joined = Passage.join([*sorter.note_values, passage])
    return is_citation(joined) and find_numbers(joined.text)[-1].end > len(joined.text) - len(passage.text)


def date_of_standing(passage: Passage, match: LabelMatch | None) -> Passage | None:
    """The date on the line below a note, with its label or alone."""
    if match and match.label.name != "superseded-date":
        return None
    rest = passage.slice(match.end) if match else passage
    return rest if is_date(rest) else None


def is_date(passage: Passage) -> bool:
    """Whether a line is a date and hardly more."""
    found = read_date(passage.text)
    if found is None:
        return False
    rest = passage.text[: found.start] + passage.text[found.end :]
    return sum(character.isalnum() for character in rest) <= _MOST_BESIDE_DATE
