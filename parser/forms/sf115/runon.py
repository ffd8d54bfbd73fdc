"""Sheets whose boxes one line holds: as OCR runs them together, or with slashes where a transcript's lines and boxes end."""

import re
from collections.abc import Iterator, Sequence

from schedgraph.parser.blocks import Block
from schedgraph.parser.forms.sf115.head.boxlabels import box_labels
from schedgraph.parser.labels import match_label
from schedgraph.parser.passage import Passage

# The form's labels as it prints them, in capitals; "Title 8 of the GAO Manual" and a signer's title are none.
_LABEL = re.compile(
    r"(?<![\w(-])(?:LEAVE BLANK|JOB N(?:UMBER\b|O\b)|DATE RECEIVED|TO:? (?=GENERAL|NATIONAL)|(?:1\.? )?(?P<agency>FROM\b)"
    r"|(?:2\.? )?MAJOR SUBDIV|(?:3\.? )?MINOR SUBDIV|(?:4\.? )?NAME OF PERSON|(?:5\.? )?TEL(?:EPHONE\b|\. ?EXT)"
    r"|NOTIFICATION TO AGENCY|In accordance with the provisions|(?:6\.? )?(?:AGENCY CERTIF|CERTIFICATE OF AGENCY)"
    r"|(?:[BC]\.? )?DATE(?! RECEIVED)(?=:? [^ ]*[0-9]|:? [A-Z][A-Za-z]{2,8}\.? [0-9])|(?:[CD]\.? )?SIGNATURE OF AGENCY"
    r"|(?:[DE]\.? )?TITLE(?=:? [A-Z])|ARCHIVIST OF THE UNITED|(?P<table>7\.? ITEM N))"
)
_LAST_COLUMN = re.compile(r"10\.? ACTION TAKEN(?: \(?NAR[AS] USE ONLY\)?)?")
_SLASH = re.compile(r"(?:^|(?<=\s))/{1,2}(?=\s|$)")
_SHORTEST = 300
_LEAST_LABELS = 6
_LEAST_SLASHED = 2


def unrolled(blocks: Sequence[Block]) -> list[Block]:
    """The lines of a form, one that holds many of its boxes as a line for each."""
    return [piece for block in blocks for piece in _pieces(block)]


def _pieces(block: Block) -> Iterator[Block]:
    passage = block.passage
    if len(block.cells) > 1 or len(passage.text) < _SHORTEST:
        yield block
        return
    parts = _between_slashes(passage) or _from_label_to_label(passage)
    for number, part in enumerate(parts or (passage,)):
        yield block._replace(passage=part, cells=(part,), gap=block.gap and not number) if parts else block


def _between_slashes(passage: Passage) -> tuple[Passage, ...]:
    """What slashes part, where several boxes of the form begin behind one."""
    places = [(each.start(), each.end()) for each in _SLASH.finditer(passage.text)]
    parts = tuple(filter(None, _cut(passage, places)))
    labelled = [part for part in parts if match_label(part.text, box_labels())]
    return parts if len(labelled) >= _LEAST_SLASHED and len(places) > len(labelled) else ()


def _from_label_to_label(passage: Passage) -> tuple[Passage, ...]:
    """A piece for each label of the form, and one for each item behind the labels of their columns."""
    labels = list(_LABEL.finditer(passage.text))
    if len(labels) < _LEAST_LABELS or not any(label["agency"] for label in labels):
        return ()
    table = next((label.start() for label in labels if label["table"]), len(passage.text))
    places = [label.start() for label in labels if label.start() <= table]
    if last := _LAST_COLUMN.search(passage.text, table):
        places.extend(_items(passage.text, last.end()))
    return tuple(filter(None, _cut(passage, [(place, place) for place in places])))


def _items(text: str, start: int) -> Iterator[int]:
    """Where the items begin that count from one on behind the labels of the columns."""
    number = 1
    ahead = r"\s*"
    while found := re.compile(rf"{ahead}(?<!\w){number}(?:\.|(?=\s)) (?=[A-Z])").search(text, start):
        if number == 1 and found.start() != start:
            return
        begin = found.start() + len(found[0]) - len(found[0].lstrip())
        yield begin
        start, number, ahead = found.end(), number + 1, r"(?<=[.)0-9])\s"


def _cut(passage: Passage, places: Sequence[tuple[int, int]]) -> Iterator[Passage]:
    start = 0
    for end, following in places:
        yield passage.part(start, end)
        start = following
    yield passage.part(start)
