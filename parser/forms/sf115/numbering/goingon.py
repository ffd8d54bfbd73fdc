"""Lines that begin like an item and go on with the sentence above them: "the Department of" over "(1) State"."""

import re

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.dates import find_dates
from schedgraph.parser.forms.sf115.numbering.builder import Builder
from schedgraph.parser.forms.sf115.numbering.designators import Designator
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.look_alikes import opens_capital

# "documents of the Department of" over "(1) State": a line that ends so goes on
_AWAITS_MORE = re.compile(
    r"(?:[0-9]|\b(?:of|the|a|an|and|or|to|for|by|in|on|at|with|from|as|under|section|see|item|items|form|forms))$",
    re.IGNORECASE,
)
_NEAR = 40
_FULL_LINE = 50


def ends_with_job(line: str, below: str, rest: str) -> bool:
    """Whether a line breaks off behind a job of which the one `below` names the item: "II-NNA-1187," over "item 4 (maps)."."""
    found = find_numbers(line[-_NEAR:])
    if not found or not found[-1].whole_schedule:
        return False
    behind = line[-_NEAR:][found[-1].end :].strip()
    goes_on = rest.startswith(("(", ",", ";", ".")) or rest[:1].islower() or below.startswith("item")
    return behind == "," or (not behind and goes_on)


def is_mid_sentence(builder: Builder, entry: Entry, designator: Designator) -> bool:
    """Whether a full line runs on into this one, so that `(1)` counts within a sentence."""
    if (
        entry.gap
        or entry.heading
        or entry.bullet
        or designator.tokens[0].closure != "()"
        or builder.last is None
    ):
        return False
    before = builder.last.text
    if len(before) < _FULL_LINE or not before[-1:].isalnum() or builder.last.heading:
        return False
    # Below its title the first part of an item opens with a capital: "… (RCV) system" over "(a) Registrant record".
    titled = bool(builder.nodes) and len(builder.nodes[-1].entries) == 1
    rest = entry.passage.text[designator.end :].strip()
    if not opens_capital(rest):
        return True
    if titled and not _AWAITS_MORE.search(before):
        return False
    # Below "(b) …" and a note that ends in a day or an item's number "(c) …" begins where "(b)" does.
    beside = any(each.closure == "()" and each.indent == entry.indent for each in builder.levels)
    return not (beside and _ends_whole(before))


def _ends_whole(line: str) -> bool:
    """Whether a line ends in a day or in the number of an item, to which nothing is added in brackets."""
    days, numbers = find_dates(line), find_numbers(line)
    last = numbers[-1] if numbers else None
    return any(day.end == len(line) for day in days) or (
        last is not None and last.end == len(line) and not last.whole_schedule
    )
