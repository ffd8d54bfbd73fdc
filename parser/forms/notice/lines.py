"""The lists of a notice: each statement with the list it stands in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation.listeditems import begins_with_item, schedule_of
from schedgraph.parser.dates import read_date
from schedgraph.parser.forms.notice.reasons import heading_in, notice_labels
from schedgraph.parser.labels import LabelMatch, match_label
from schedgraph.parser.passage import Passage

# ... by N1-079-08-001, item 1.  8(b): superseded ...     ... are still active. Items 3, 5 and 21.
_SENTENCE_END = re.compile(r"(?<![Nn]o)\.[ ]+(?=[A-Z0-9(])|[ ]{2,}(?=[A-Z0-9(])")
# "All items on this schedule were superseded by …", not "All other items"
ALL_ITEMS = re.compile(
    r"\s{0,8}(?:all|each|every)\s(?:of\sthe\s)?items?\b(?!\s(?:except|but|other|remaining))", re.IGNORECASE
)
# Lines like “Vendor brochures (item 4): superseded by …”
NAMED_BEHIND = re.compile(
    r"\s{0,8}(?P<title>[A-Z][A-Za-z' ,/-]{2,60}?)\s"
    r"\((?P<items>items?\s[0-9][0-9A-Za-z(), &-]{0,24}?)\)\s{0,2}(?=[:–—-]|(?:was|were|is|are)\b)"
)
_UNFINISHED = (",", ";", " and", " by", " to", " of", " or", " with", "&", "-", "–")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement of a list and the list it stands in; `status` is that of the heading above it."""

    passage: Passage
    status: str | None
    listed: bool


def statements(blocks: Sequence[Block], schedule: str | None) -> Iterator[Statement]:
    """The statements of the lists, wrapped lines joined."""
    status: str | None = None
    listed = False
    lines: list[Passage] = []

    def flush() -> Iterator[Statement]:
        if lines:
            yield Statement(passage=Passage.join(lines), status=status, listed=listed)
        lines.clear()

    boilerplate = False
    for block in _sentences_apart(blocks):
        if block.kind in ("furniture", "rule", "stamp"):
            continue
        match = label_at_start(block)
        name = match.label.name if match else None
        if name in ("active", "inactive"):
            yield from flush()
            status, listed = ("Active" if name == "active" else "Superseded or obsolete"), True
            boilerplate = False
            continue
        if heading := heading_in(block.text):
            yield from flush()
            status = heading
            continue
        if name in ("boilerplate", "schedule-number", "as-of"):
            yield from flush()
            boilerplate = True
            continue
        if not listed and _is_value(block):
            yield from flush()
            continue
        if _begins_statement(block, lines, schedule):
            yield from flush()
            boilerplate = False
        if not boilerplate:
            lines.append(block.passage)
    yield from flush()


def _sentences_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, a list that runs on behind its heading cut into its heading and its sentences."""
    for block in blocks:
        match = label_at_start(block) if block.kind == "text" else None
        text = block.passage.text
        if match is None or match.label.name not in ("active", "inactive") or match.end >= len(text):
            yield block
            continue
        starts = [match.end, *(found.end() for found in _SENTENCE_END.finditer(text, match.end))]
        for start, end in pairwise((0, *starts, len(text))):
            passage = block.passage.part(start, end)
            if passage:
                yield block._replace(passage=passage, cells=(passage,))


def _is_value(block: Block) -> bool:
    """A number or a date alone, printed before its label."""
    text = block.text
    day = read_date(text)
    if day and day.end - day.start >= len(text) - 2:
        return True
    mentions = find_numbers(text)
    return len(mentions) == 1 and mentions[0].whole_schedule and mentions[0].printed == text


def _begins_statement(block: Block, before: Sequence[Passage], schedule: str | None) -> bool:
    """Whether a line begins with an item of the schedule, and is not the end of the line above it."""
    text = block.text
    if block.kind == "row":
        return True
    above = before[-1].text.rstrip() if before else ""
    if above.endswith(_UNFINISHED) or (
        text[:1].islower() and above and not above.endswith(".") and not block.gap
    ):
        return False
    if begins_with_item(block.passage.text) or ALL_ITEMS.match(text) or NAMED_BEHIND.match(text):
        return True
    mentions = find_numbers(text[:60])
    # An item that cannot be read begins a statement all the same: its successor is not that of the item above.
    return bool(mentions and mentions[0].start == 0) and any(
        schedule_of(each.target) == schedule for each in mentions[0].readings
    )


def label_at_start(block: Block) -> LabelMatch | None:
    return match_label(block.passage.text, notice_labels())
