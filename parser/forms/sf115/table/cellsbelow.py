"""A table whose cells stand one under another: the item's number, its lines, then what columns 9 and 10 hold."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.forms.placewords import place_end
from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.forms.sf115.table.awaiting import awaits_successor
from schedgraph.parser.forms.sf115.table.entries import EMPTY, Entry
from schedgraph.parser.forms.sf115.table.loneletters import lone_letters
from schedgraph.parser.forms.sf115.table.narrowcells import BEGUN_CITATION, OPEN_END, is_action, is_ninth
from schedgraph.parser.forms.sf115.table.ownlines import ends_instruction, leading_words
from schedgraph.parser.forms.sf115.table.runtogether import speaks_of_numbers
from schedgraph.parser.passage import Passage

_SENTENCE_END = re.compile(r"[.;:)]\W{0,2}$")
_NUMBER = re.compile(r"(?P<number>[0-9]{1,3})(?:[.-]?(?P<letter>[A-Za-z]))?[.)]?")
_REST = re.compile(
    r"(?:items?|parts?|all items)\b[0-9A-Za-z(), &-]{0,40}|(?:(?:and|or|thru|through|to) |& ?)?[0-9][0-9A-Za-z(), &-]{0,20}",
    re.IGNORECASE,
)
_JOINS = re.compile(r"(?:and|or|thru|through|to|&) ?[0-9]", re.IGNORECASE)
# "(except" over "banks)", "(paper copies only)"; but "(a) Paper copies" is an item
_RESERVATION = re.compile(r"\((?![0-9A-Za-z]{1,4}\))[a-z][^()]{2,40}\)?")
_LONGEST_REST = 40
_FARTHEST_NUMBER = 3
_NOTE = re.compile(
    r"\W{0,3}(?:superseded|superceded|replaced|rescinded|cancelled)\b.{0,40}\b(?:by|in|see)\b", re.IGNORECASE
)


def with_cells_below(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each line that holds a cell of another column put into its column.

    Lines of other tables stay as they are. A number of column 9 takes the lines below it that go on with it, so
    that "item 4a" under a job opens no item 4a.
    """
    result = _with_whole_actions(entries)
    letters = lone_letters(result)
    cell: int | None = None
    last_number = 0
    for index, entry in enumerate(result):
        if entry.number and (printed := _NUMBER.fullmatch(entry.number.text.strip())):
            last_number = int(printed["number"])
        if not entry.own_line or not entry.passage or entry.citation or entry.action:
            cell = None
            continue
        above = result[index - 1] if index else None
        begun = result[cell].citation if cell is not None else None
        if cell is not None and begun and not entry.gap and _goes_on(begun, entry.text):
            result[index] = replace(entry, passage=EMPTY, citation=Passage.join([begun, entry.passage], " "))
            result[cell] = replace(result[cell], citation=None)
            cell = index
        elif (
            above
            and entry.number is None
            and is_ninth(entry.passage)
            and not awaits_successor(above.text)
            and (_ends_cell(above) or (ends_instruction(above.passage) and _stands_last(result, index)))
        ):
            result[index] = replace(entry, passage=EMPTY, citation=entry.passage)
            cell = index
        elif entry.number is None and cell == index - 1 and is_action(entry.passage):
            action = entry.passage.slice(place_end(entry.passage.text)).strip("]}>")
            result[index] = replace(entry, passage=EMPTY, action=action)
            cell = None
        else:
            cell = None
            following = result[index + 1] if index + 1 < len(result) else None
            opened = _opens(entry, above, following, last_number) if following else None
            if following and (opened or index in letters):
                last_number = opened or last_number
                result[index] = replace(entry, passage=EMPTY)
                result[index + 1] = replace(following, number=entry.passage, gap=True)
    return _without_emptied(result)


def _with_whole_actions(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, an action that a narrow column broke over two lines of its own as one: "DISPOSITION NOT" over "APPROVED"."""
    result = list(entries)
    for index in range(len(result) - 1):
        first, second = result[index], result[index + 1]
        alone = index + 2 == len(result) or result[index + 2].gap
        if not (first.own_line and first.gap and first.passage and second.passage and alone) or second.gap:
            continue
        whole = Passage.join([first.passage, second.passage], " ")
        if len(whole.text) <= _LONGEST_REST and is_action(whole) and not is_action(first.passage):
            result[index] = replace(first, passage=whole)
            result[index + 1] = replace(second, passage=EMPTY)
    return result


def _without_emptied(entries: Sequence[Entry]) -> list[Entry]:
    """The entries without the lines whose words went into another."""
    return [
        entry
        for index, entry in enumerate(entries)
        if entry.passage or entry.number or entry.citation or entry.action or not index or not entry.own_line
    ]


def _ends_cell(above: Entry) -> bool:
    """Whether no sentence runs on into the next line."""
    if not above.passage:
        return True
    last = above.text.split()[-1].casefold().strip(".,;:()")
    if speaks_of_numbers(above.text) and not _SENTENCE_END.search(above.text):
        return False
    return _SENTENCE_END.search(above.text) is not None and last not in leading_words()


def _stands_last(entries: Sequence[Entry], index: int) -> bool:
    """Whether no sentence goes on below a line."""
    below = entries[index + 1] if index + 1 < len(entries) else None
    if below is None or below.gap or below.number or not below.text[:1].islower():
        return True
    return read_designator(below.text) is not None


def _ends_note(above: Passage) -> bool:
    """Whether a line is a note with its number: "Superseded by N1-114-01-1/1"."""
    return (
        _NOTE.match(above.text) is not None
        and OPEN_END.search(above.text) is None
        and bool(numbers := find_numbers(above.text))
        and not above.text[numbers[-1].end :].strip(" .)]")
    )


def _goes_on(cell: Passage, text: str) -> bool:
    """Whether a line is the rest of the cell above it: of the number that it begins, or what is said of the number."""
    if cell.text.count("(") > cell.text.count(")"):
        return len(text) <= _LONGEST_REST
    if find_numbers(cell.text) and _RESERVATION.fullmatch(text):
        return True
    if BEGUN_CITATION.fullmatch(cell.text.strip()):
        return text[:1].isdigit()
    if not find_numbers(cell.text) or _REST.fullmatch(text) is None:
        return False
    return (
        OPEN_END.search(cell.text.rstrip()) is not None
        or text[:1].casefold() in "ip"
        or _JOINS.match(text) is not None
    )


def _opens(entry: Entry, above: Entry | None, following: Entry, last: int) -> int | None:
    """The number of the item that a line with nothing but a number opens, where it follows the one before it."""
    found = _NUMBER.fullmatch(entry.text)
    if found is None or entry.number is not None or not following.text[:1].isupper():
        return None
    # "1a" below the title of item 1: no sentence ends there.
    below_title = found["letter"] and int(found["number"]) == last
    if above is not None and not (
        _ends_cell(above)
        or above.citation
        or above.action
        or entry.gap
        or below_title
        or _ends_note(above.passage)
    ):
        return None
    number = int(found["number"])
    nearest = 0 if found["letter"] else 1
    return number if not last or nearest <= number - last <= _FARTHEST_NUMBER else None
