"""What was written in column 10, read at the end of a line of column 8: "Destroy when 2 years old. WITHDRAWN"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.damagedwords import repaired_words
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.look_alikes import as_words

_TRAILING = re.compile(
    r"(?<=[.;:)\]])\s{1,3}(?:[-–—*]{1,2}\s?)?"
    r"(?P<action>(?:withdrawn|W/D|(?:disposition|disposal)\snot\sapproved|not\sapproved|disapproved)"
    r"(?:\sby\s(?:the\s)?(?:agency|NARA|NARS|National\sArchives))?"
    r"(?:[\s,]{1,2}(?:on\s)?[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4})?)[\s.*]{0,3}$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"WITHDRAWN(?: BY (?:AGENCY|NARA|NARS))?\.?|(?:DISPOSITION |DISPOSAL )?NOT APPROVED\.?|DISAPPROVED\.?|W/D"
)
# The last few words of a line, which a scan may have damaged: "Destroy when 2 years old. WITHDRAWM"
_LAST_WORDS = re.compile(
    r"(?<=[.;:)\]])\s{1,3}(?P<said>[A-Z][A-Za-z]{0,14}(?:\s[A-Za-z]{1,14}){0,2})[\s.*]{0,3}$"
)
_MAY_END_SO = re.compile(r"drawn|W/D|approved", re.IGNORECASE)


def with_trailing_actions(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, an action that stands as a sentence of its own at the end of a line put into column 10.

    Small letters make it a sentence of the item ("not approved"), but for a word alone behind a dash.
    """
    found: list[Entry] = []
    for entry in entries:
        if found and _is_rest_of_line(entry, found[-1]):
            found[-1] = replace(found[-1], action=entry.passage)
        else:
            found.append(_parted(entry))
    return found


def _is_rest_of_line(entry: Entry, before: Entry) -> bool:
    """Whether a few capitals that were read as a line of their own are the end of the line before."""
    return (
        not entry.own_line
        and not entry.gap
        and entry.number is None
        and entry.action is None
        and before.action is None
        and before.passage.text[-1:] in ".;)"
        and entry.passage.text.isupper()
        and _ALONE.fullmatch(entry.passage.text) is not None
    )


def _parted(entry: Entry) -> Entry:
    text = entry.passage.text
    if entry.action is not None:
        return entry
    last = _LAST_WORDS.search(text, max(0, len(text) - 60))
    if last and _ALONE.fullmatch(repaired_words(as_words(last["said"])).upper()):
        action = entry.passage.slice(*last.span("said"))
        return replace(entry, passage=entry.passage.part(0, last.start()), action=action)
    if not _MAY_END_SO.search(text, max(0, len(text) - 60)):
        return entry
    found = _TRAILING.search(text)
    if found is None or not (
        found["action"][0].isupper() or text[: found.start("action")].rstrip()[-1:] in "-–—*"
    ):
        return entry
    action = entry.passage.slice(found.start("action"), found.end("action"))
    return replace(entry, passage=entry.passage.part(0, found.start()), action=action)
