"""The labels and loose values in the lines of a form's head, and which value may fill which box."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import read_date
from schedgraph.parser.forms.sf115.head.boxlabels import box_labels, labels_in
from schedgraph.parser.forms.sf115.head.smallprint import before_small_print, is_small_print
from schedgraph.parser.forms.sf115.table.cells import Cell, cells_of
from schedgraph.parser.labels import LabelMatch, match_label
from schedgraph.parser.passage import Passage

# Lines like "202-732-6337", "(202) 566-1234", "FTS 343-5475", "x1234", "IDS 145-1234"
_TELEPHONE = re.compile(
    r"(?:\(?[0-9]{3}\)?[ \-./]{0,2})?[0-9]{3}[ \-.]{1,2}[0-9]{4}(?![0-9])|\b(?:x|ext\.?)[ ]?[0-9]{3,5}\b",
    re.I,
)
# Lines like "Telephone Program"    "Data Systems Branch": words of a name, no box number, colon or capitals
_NAME = re.compile(r"[A-Z][a-z]+(?:[ ](?:[A-Z][a-z]+|of|and|the|for|&))*[ ][A-Z][a-z]+")
# The "C" of "C SIGNATURE OF AGENCY REPRESENTATIVE", the "6B." of "6B. DATE", "Box 1 ("
_NUMBERING = re.compile(
    r"(?:[\s.:*()\[\]0-9\"'<>|]|\b(?:box|block)\b|\b[0-9]?[A-E](?![A-Za-z]))*", re.IGNORECASE
)
# The line for the pen, "--------------------" in a cell
_RULE = re.compile(r"[\s_=–—-]{3,}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# What a transcript sets around a value: "- Headquarters", "/ JAN 19 1976 //", ",\"N1-26-05-8\"", "<NC-174-118>", "NASA. ("
_LEADING = re.compile(r"(?:[\s.:;,_|=~*<>\"“”\u00a0…-]|[–—]|/(?=[\s/\"]))+")
_TRAILING = re.compile(r"(?:[\s.:;,_|=~*<>\"“”\u00a0…-]|[–—]|(?<=[\s/])/|\((?:[0-9]{1,2}\))?)+$")
VALUELESS = frozenset({"print", "wording"})
ALIGNED = 4
"""A value in columns of spaces begins at most so far from where its label does."""
_LONGEST_DATE = 40


@dataclass(slots=True)
class Part:
    """A label or a loose value in a cell."""

    cell: Cell
    row: int
    passage: Passage
    match: LabelMatch | None = None
    value: Passage | None = None
    used: bool = False
    by_order: bool = False

    @property
    def name(self) -> str:
        return self.match.label.name if self.match else ""

    @property
    def kind(self) -> str:
        return (self.match.label.kind if self.match else "") or ""


def parts_of(block: Block, row: int) -> Iterator[Part]:
    """The labels and loose values of a line; what follows a label in its cell is its value."""
    for whole in cells_of(block):
        cell = replace(whole, passage=before_small_print(whole.passage))
        matches = [] if _is_name(cell.passage) else labels_in(cell.passage)
        head = cell.passage.part(0, matches[0].start) if matches else cell.passage
        empty = _NUMBERING.fullmatch(head.text) or _RULE.fullmatch(head.text)
        # "2007" below "October 2," in a cell of a table
        year = cell.tabbed and _YEAR.fullmatch(head.text)
        if (not empty or year) and not (matches and _amid_print(head, matches[0])):
            yield Part(cell, row, head)
        ends = [*(match.start for match in matches[1:]), len(cell.passage.text)]
        for match, end in zip(matches, ends, strict=bool(matches)):
            value = without_edges(cell.passage.slice(match.end, end))
            label = cell.passage.slice(match.start, match.end)
            kind = match.label.kind or ""
            usable = value if value and kind not in VALUELESS and fits(kind, value) else None
            yield Part(cell, row, label, match, usable)
            if value and usable is None and kind == "print":
                yield Part(cell, row, value)


def without_edges(value: Passage) -> Passage:
    """A value without what parts it from its label and from the next one, or marks it as a cell or as written by hand."""
    leading = _LEADING.match(value.text)
    start = leading.end() if leading else 0
    trailing = _TRAILING.search(value.text, start)
    return value.slice(start, trailing.start() if trailing else None)


def _amid_print(head: Passage, match: LabelMatch) -> bool:
    """Whether words only lead up to the form's small print: "the disposal request, including amendments"."""
    return match.label.kind == "wording" and head.text[:1].islower()


def _is_name(passage: Passage) -> bool:
    """Whether a cell only begins like a label: "Telephone Program" is an office, "TELEPHONE" a box."""
    if not _NAME.fullmatch(passage.text):
        return False
    match = match_label(passage.text, box_labels())
    if match is None or match.label.kind not in ("telephone", "date", "number", "page"):
        return False
    rest = passage.slice(match.end)
    return bool(rest) and not labels_in(rest)


def fits(kind: str, passage: Passage) -> bool:
    """Whether a passage can be the value of a box of this kind."""
    text = passage.text
    if kind == "date":
        return read_date(text) is not None
    if kind == "telephone":
        return telephone(text) is not None
    if kind == "number":
        return bool(find_numbers(text)) or sum(character.isdigit() for character in text) >= 2
    if is_small_print(text):
        return False
    day = read_date(text) if len(text) < _LONGEST_DATE else None
    rest = text if day is None else text[: day.start] + text[day.end :]
    return sum(character.isalpha() for character in rest) >= 2


def telephone(text: str) -> tuple[int, int] | None:
    """Where the telephone number in a box stands."""
    found = _TELEPHONE.search(text)
    return found.span() if found else None


def is_wholly(kind: str, passage: Passage) -> bool:
    """Whether a passage is a value of this kind and nothing else."""
    text = passage.text
    if kind == "date":
        day = read_date(text)
        return day is not None and not (text[: day.start] + text[day.end :]).strip(" .")
    if kind == "telephone":
        span = telephone(text)
        return span is not None and not any(c.isalpha() for c in text[: span[0]] + text[span[1] :])
    numbers = find_numbers(text)
    return (
        len(numbers) == 1 and numbers[0].whole_schedule and len(numbers[0].printed) >= len(text.strip()) - 2
    )


def same_column(label: Part, other: Part) -> bool:
    if label.cell.tabbed or other.cell.tabbed:
        return label.cell.index == other.cell.index
    return abs(label.cell.column - other.cell.column) <= ALIGNED
