"""Items that a table goes on with overleaf: "2 (cont.)" opens no second item 2, a sentence runs across the page."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.forms.sf115.contents.sorter import SENTENCE_END
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.forms.sf115.table.ownlines import leading_words
from schedgraph.parser.passage import Passage

_MARK = r"[(\[]?\b(?:cont(?:inued|inuation|'d|d)?\b\.?|con't\.?)[)\]]?"
_NUMBERED = re.compile(
    rf"(?P<number>[0-9]{{1,3}}[A-Za-z]?(?:\([0-9A-Za-z]{{1,2}}\))?)[.)]?[ ]{{0,3}}{_MARK}\W{{0,2}}",
    re.IGNORECASE,
)
_BEGINS = re.compile(rf"{_MARK}[:.]?[ ]{{1,3}}(?=\S)|{_MARK}[:.]?$", re.IGNORECASE)
# A title that breaks off: "Photographs of Bridges over" above "Tidal Water."
_LEADING = frozenset(
    {
        "over",
        "about",
        "between",
        "among",
        "concerning",
        "regarding",
        "during",
        "within",
        "without",
        "their",
        "its",
    }
)
_BARE = re.compile(r"[\W_]")


def with_continued_items(entries: Sequence[Entry]) -> list[Entry]:
    """The entries; one that goes on with the item or the sentence before it has no number and stands not apart."""
    result: list[Entry] = []
    last = ""
    for entry in entries:
        if entry.number is not None:
            number, passage = _without_mark(entry.number, entry.passage)
            printed = _BARE.sub("", number.text).casefold()
            marked = number is not entry.number or passage is not entry.passage
            if marked and printed == last:
                entry = replace(entry, number=None, passage=passage, gap=False, heading=False)
            elif marked:
                entry = replace(entry, number=number, passage=passage)
            last = printed or last
        elif result and entry.page > result[-1].page:
            # The last line of a page may hold nothing but the rest of a cell.
            before = next((each for each in reversed(result) if each.passage), result[-1])
            if _runs_on(before, entry):
                entry = replace(entry, gap=False)
        result.append(entry)
    return result


def _runs_on(before: Entry, entry: Entry) -> bool:
    """Whether no sentence ends at the foot of a page: "Transfer to the" above "National Archives"."""
    words = before.text.split()
    if not words or SENTENCE_END.search(before.text):
        return False
    return entry.text[:1].islower() or words[-1].casefold() in leading_words() | _LEADING


def _without_mark(number: Passage, passage: Passage) -> tuple[Passage, Passage]:
    """The number and the words beside it without "(cont.)"; the very same ones where they have none."""
    if found := _NUMBERED.fullmatch(number.text.strip()):
        return number.strip().slice(0, found.end("number")), passage
    if number.text.strip() and (found := _BEGINS.match(passage.text)):
        return number, passage.part(found.end())
    return number, passage
