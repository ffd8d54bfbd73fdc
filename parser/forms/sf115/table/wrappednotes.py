"""A note that a narrow box broke over its lines: "Item 3 superseded by" above its number."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.dates import find_dates
from schedgraph.parser.forms.announced import opens_announced
from schedgraph.parser.forms.placewords import place_end
from schedgraph.parser.forms.sf115.contents.standings import (
    OPENS_NAME,
    named_succession,
    opens_succession,
    standing_note,
)
from schedgraph.parser.forms.sf115.table.entries import EMPTY, Entry
from schedgraph.parser.forms.sf115.table.narrowcells import OPEN_END, is_citation
from schedgraph.parser.forms.sf115.table.noteheads import head_ahead, items_of_head
from schedgraph.parser.passage import Passage

# "Superseded by job / item" above "number: GRS 2.7/010 Date (MM/DD/YYYY):", and its date below that
# and before it perhaps "[typed label, added later]"
_LABELLED = re.compile(r"\W{0,4}(?:[^\[\](){}<>\n]{3,60}[\])}>]\W{0,4})?superseded\sby\b", re.IGNORECASE)
_BROKEN_LABEL = re.compile(r"\W{0,4}superseded\sby(?:\sjob)?(?:\s?/)?(?:\s?item)?", re.IGNORECASE)
_REST = re.compile(r"(?:job\b\s?)?/?\s?(?:item\s)?(?:number|no[.]?)\s?:", re.IGNORECASE)
_DATE_AHEAD = re.compile(r"\bdate(?:\s?\([MDY/ ]{6,12}\))?\s?:\s?$", re.IGNORECASE)
# "PEN AND INK NOTE IN MARGIN, ITEM 2:" above what the note says
_HEADED = re.compile(
    r"(?=[^:]{0,80}\b(?:notes?|notations?|annotations?|margin|pencil|ink|handwritten|stamp(?:ed)?)\b)[^:]{3,60}?"
    r"\b(?P<item>items?\s" + OPENS_NAME + r"[0-9A-Za-z().,&\- ]{0,30}:)\s*",
    re.IGNORECASE,
)
# "[ink note in another hand beside item 3]", "ink note beside item 3", above what the note says or ahead of it on its line
_BESIDE = r"(?:beside|next to|attached to|alongside|opposite|against|over|across)"
_ITEMS = r"\s(?:the\s)?(?P<item>items?\s" + OPENS_NAME + r"[0-9A-Za-z().,&\- ]{0,30}?)"
_PLACED = (
    re.compile(
        rf"\s*[\[({{<][^\[\](){{}}<>0-9;]{{0,60}}?\b(?:{_BESIDE}|at|by|on|of|to|for|below|under){_ITEMS}:?[\])}}>]\s*:?\s*",
        re.IGNORECASE,
    ),
    re.compile(
        r"\W{0,4}(?=[^:]{0,60}?\b(?:ink|pencil(?:l?ed)?|penned|margin|hand-?written|hand|typed|slip|label|stamp(?:ed)?|note|col(?:umn)?)\b)"
        r"(?:col(?:umn)?[.]?\s(?:9|10)\b)?"
        rf"[^\[\](){{}}<>0-9;:]{{0,60}}?(?:\b{_BESIDE}|,){_ITEMS}(?:\s{{0,2}}[:–—-]\s{{1,4}}|:|\s*$)",
        re.IGNORECASE,
    ),
)
# "(annotation applies to item 2)", "[the above refers to items 3 and 4]", below the note
_SAID_BELOW = re.compile(
    r"\s*[\[({<](?:the\s|this\s|these\s)?(?:(?:two|three|four|last|preceding|[2-4])\s){0,2}"
    r"(?:annotation|note|notation|stamp|above|label|entry|lines?|words?|this|it)?\s?(?:above\s)?"
    r"(?:(?:is\s)?appl(?:y|ies|ied)|(?:is|are)\sapplicable|refers?|pertains?|relates?|belongs?"
    r"|(?:(?:is|are|was|were)\s)?(?:(?:hand)?written|typed|stamped|printed|entered|penned|pencill?ed)|is|are|was|were)\s"
    rf"(?:only\s)?(?:to|beside|next to|opposite|alongside|against|of|for){_ITEMS}(?:\sonly)?[.]?[\])}}>]\s*",
    re.IGNORECASE,
)
_ITEMS_ALONE = re.compile(r"items?\s" + OPENS_NAME + r"[0-9A-Za-z(), &-]{0,30}", re.IGNORECASE)
# "II.A.3 superseded by N1-95-03-2", "[margin] II.A: obsolete": what has several levels is an item's name
_BARE = re.compile(
    r"\s{0,4}[\[(\"“]?(?P<item>(?:[IVX]{1,5}|[A-Z])(?:[.][0-9A-Za-z]{1,3}|\([0-9A-Za-z]{1,3}\)){1,4})(?=[\s:,–—-])\s?[:,–—-]{0,2}\s"
)
_ITEM_WORD = Passage(text="item")
_ITEM_AND_DATE = re.compile(
    r"items?\s[0-9][0-9A-Za-z()]{0,5}[.,;]?(?P<date>\s{0,4}\(?(?:dated?|on|eff(?:ective)?[.]?)?:?\s?"
    r"(?=[^\n]{0,12}[0-9]{2})[0-9A-Z][0-9A-Za-z/.,\- ]{4,18}\)?)?",
    re.IGNORECASE,
)
_LONGEST_DATE = 34
_QUOTES = " \t\n\"“”'‘’"
_MOST_IN_BRACKETS = 4
_MOST_MORE = 2
"""Lines on which a note goes on: "N1-403-98-1," and "item 3, 6/12/1998"."""


def with_wrapped_notes(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, the lines of such a note as one."""
    entries = _with_places_ahead(entries)
    result: list[Entry] = []
    position = 0
    while position < len(entries):
        if headed := _headed(entries, position):
            # What stands below may itself go on: "Superseded by job / item number:" above the number.
            note, lines = _whole(headed, entries[position + 2 :])
            result.append(note)
            position += 1 + lines
            continue
        if placed := _placed(entries[position]):
            result.append(placed)
            position += 1
            continue
        if stamped := _stamped(entries, position) or _bracketed(entries, position):
            result.append(stamped[0])
            position += stamped[1]
            continue
        note, lines = _whole(entries[position], entries[position + 1 :])
        if lines > 1 and not find_numbers(note.passage.text):
            note, lines = entries[position], 1
        result.append(note)
        position += lines
    return result


def _with_places_ahead(entries: Sequence[Entry]) -> list[Entry]:
    """The entries; what is said below a note of its item, "(annotation applies to item 2)", stands ahead of it."""
    result: list[Entry] = []
    for index, entry in enumerate(entries):
        found = _SAID_BELOW.fullmatch(entry.passage.text)
        if found and not entry.number and not entry.gap and not _headed(entries, index):
            label = next(
                (place for place in range(len(result) - 1, -1, -1) if _begins_note(result[place])), None
            )
            near = label is not None and len(result) - label <= _MOST_MORE + 1
            if (
                label is not None
                and near
                and not any(each.gap or each.number for each in result[label + 1 :])
            ):
                item = entry.passage.slice(*found.span("item"))
                result[label] = replace(
                    result[label], passage=Passage.join([item, result[label].passage], " ")
                )
                continue
        result.append(entry)
    return result


def _begins_note(entry: Entry) -> bool:
    return _LABELLED.match(entry.passage.text) is not None or standing_note(entry.passage) is not None


def _whole(note: Entry, below: Sequence[Entry]) -> tuple[Entry, int]:
    """A note with the lines below on which it goes on, and how many lines it takes."""
    lines = 1
    for more in below[:_MOST_MORE]:
        if more.gap:
            break
        # "item 3" in the place of an item's number may be none of this schedule.
        rest = more.passage or more.number or EMPTY
        if named := _item_of_job(note.passage, below[lines - 1 : lines + 1]):
            rest = named
        elif not _is_rest(note.passage, rest) and not _takes(note.passage, more):
            break
        note = replace(note, passage=_joined(note.passage, rest))
        lines += 1
    return note, lines


def _item_of_job(note: Passage, below: Sequence[Entry]) -> Passage | None:
    """The line that names the item of the job that ends a note: "ITEM 2 DATE 5/10/2007" below "SUPERSEDED BY N1-65-6-3".

    Without a date the same words may head an item of this schedule, whose text or sub-items would follow.
    """
    numbers = find_numbers(note.text)
    if not numbers or numbers[-1].end < len(note.text.rstrip()) or not _LABELLED.match(note.text):
        return None
    line, *after = below
    if line.citation or line.action:
        return None
    named = Passage.join([part for part in (line.number, line.passage) if part], " ")
    found = _ITEM_AND_DATE.fullmatch(named.text.strip())
    return named if found and (found["date"] or not after or _is_no_text_of_item(after[0])) else None


def _is_no_text_of_item(entry: Entry) -> bool:
    return (entry.number is not None and entry.number.text.strip(" (")[:1].isdigit()) or _is_date(entry.text)


def _is_date(text: str) -> bool:
    found = find_dates(text)
    return bool(found) and not (text[: found[0].start] + text[found[-1].end :]).strip("() .")


def heads_note(text: str) -> bool:
    """Whether a line says beside which item a note stands, and nothing else."""
    return (
        any(pattern.fullmatch(text) for pattern in _PLACED) or items_of_head(Passage(text=text)) is not None
    )


def _stamped(entries: Sequence[Entry], position: int) -> tuple[Entry, int] | None:
    """A note whose label, job and items have a line each, and how many lines it takes: "ITEM 8B" opens no item there.

    A stamp stands apart from the words around it and may be set wider than they are: blank lines part no such note.
    """
    label, *below = entries[position : position + 3]
    if len(below) < 2 or label.number or label.citation or label.action:
        return None
    job, items = below
    if job.number or job.citation or job.action or items.citation or items.action:
        return None
    if not _BROKEN_LABEL.fullmatch(label.text.strip()):
        return None
    named = Passage.join([part for part in (items.number, items.passage) if part], " ")
    if not is_citation(job.passage) or not _ITEMS_ALONE.fullmatch(named.text.strip()):
        return None
    return replace(label, passage=Passage.join([label.passage, job.passage, named], " ")), 3


def _bracketed(entries: Sequence[Entry], position: int) -> tuple[Entry, int] | None:
    """A note in brackets that says how it came there, its lines up to the closing bracket, and how many they are."""
    first, *below = entries[position : position + 1 + _MOST_IN_BRACKETS]
    if first.number or not opens_announced(first.passage):
        return None
    note = first.passage
    for lines, more in enumerate(below, start=2):
        if more.gap or more.citation or more.action or more.number:
            return None
        note = Passage.join([note, more.passage])
        if note.text.rstrip().endswith(("]", ")", "}", ">")):
            return replace(first, passage=note), lines
    return None


def _headed(entries: Sequence[Entry], position: int) -> Entry | None:
    """A note and the line above it that says which item it is of, as one: "ITEM 2: Superseded by N1-95-03-2"."""
    head, *below = entries[position : position + 2]
    if not below or below[0].number:
        return None
    if items := items_of_head(Passage.join([part for part in (head.number, head.passage) if part], " ")):
        return _naming(head, items, below[0].passage)
    if head.number:
        return None
    found = next((each for pattern in _PLACED if (each := pattern.fullmatch(head.passage.text))), None)
    if found is None and not below[0].gap:
        found = _HEADED.fullmatch(head.passage.text)
    return _naming(head, head.passage.slice(*found.span("item")), below[0].passage) if found else None


def _placed(entry: Entry) -> Entry | None:
    """A note behind the words that say beside which item it stands: "[margin, beside item 3] Superseded by GRS 5.1/020"."""
    if entry.number:
        return None
    if ahead := head_ahead(entry.passage):
        return _naming(entry, *ahead)
    if bare := _BARE.match(entry.passage.text, place_end(entry.passage.text)):
        name = Passage.join([_ITEM_WORD, entry.passage.slice(*bare.span("item"))], " ")
        if named := _naming(entry, name, entry.passage.slice(bare.end())):
            return named
    found = next((each for pattern in _PLACED if (each := pattern.match(entry.passage.text))), None)
    items = entry.passage.slice(*found.span("item")) if found else items_of_head(entry.passage)
    if items and found and found.end() < len(entry.passage.text):
        return _naming(entry, items, entry.passage.slice(found.end()))
    # What stands behind them may have been taken for the column of actions.
    beside = entry.action or entry.successor
    named = _naming(entry, items, beside) if items and beside else None
    return replace(named, action=None, successor=None) if named else None


def _naming(entry: Entry, item: Passage, note: Passage) -> Entry | None:
    """The entry with the note as one that names its item, where it is a note."""
    whole = Passage.join([item, note.strip(_QUOTES)], " ")
    is_note = standing_note(whole) or named_succession(whole) or opens_succession(whole)
    return replace(entry, passage=whole, number=None, heading=False) if is_note else None


def _is_broken_label(note: Passage) -> bool:
    return _BROKEN_LABEL.fullmatch(note.text.strip()) is not None


def _takes(note: Passage, more: Entry) -> bool:
    """Whether a note asks for more, and a line without a number of its own can be that."""
    if more.number or not _goes_on(note):
        return False
    return not _is_broken_label(note) or _REST.match(more.text) is not None


def _is_rest(note: Passage, more: Passage) -> bool:
    """Whether a line ends the number that a labelled note begins: "Superseded by: N1-403-98-1," above "item 3"."""
    if not _LABELLED.match(note.text):
        return False
    if not (OPEN_END.search(note.text.rstrip()) or more.text.lstrip().startswith(("/", "-"))):
        return False
    whole = _joined(note, more).text
    numbers = find_numbers(whole)
    return (
        bool(numbers)
        and numbers[-1].end > len(note.text)
        and len(whole[numbers[-1].end :].strip()) <= _LONGEST_DATE
    )


def _joined(note: Passage, more: Passage) -> Passage:
    slash = note.text.endswith("/") or more.text.startswith("/")
    return Passage.join([note, more], "" if slash else "\n")


def _goes_on(note: Passage) -> bool:
    """Whether what a note says so far asks for more: it names no successor yet, or ends with a comma."""
    if _is_broken_label(note) or (_LABELLED.match(note.text) and _DATE_AHEAD.search(note.text)):
        return True
    named = named_succession(note) is not None
    return note.text.rstrip().endswith(",") if named else opens_succession(note)
