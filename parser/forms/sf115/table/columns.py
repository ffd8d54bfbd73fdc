"""The columns of the items table, and what their headings are called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import Levenshtein

from schedgraph.parser.blocks import Block
from schedgraph.parser.caseless import caseless
from schedgraph.parser.forms.sf115.table.cells import Cell, passages_of
from schedgraph.parser.forms.sf115.table.gutters import SLACK
from schedgraph.parser.labels import Label, fold, load_labels, match_label

NINTH = "ninth"
"""Among the roles of a heading: column 9 is known by its number alone, and not by what stands in it."""
TABLE_ROLES = frozenset({"number", "description", "citation", "sample", "action"})
_LONG_WORD = 8
"""Letters from which on one wrong letter makes no other word of it."""
LONGEST_LABEL = 130
# Comparing a damaged label is dear: a line without any scrap of "Description of Item" is no heading row.
MAY_LABEL = caseless(r"desc|cript|ption|of[ ]item")
# "(col. 10)   (col. 9)   (7)   (col. 8)" below the labels
_BOX = re.compile(r"[(\[]?(?:col(?:umn|[.])?\s?)?(?:7|8|9|10)[)\].:]{0,2}", re.IGNORECASE)
NEAR = 6
"""The columns' labels stand within so many lines of each other where each has a line of its own."""
_FURTHER_WORDING = (
    "(With Inclusive Dates or Retention Periods) (NARA Use Only) (NARS Use Only) Item No. Job No. Taken "
    "GRS or Superseded Job Citation Sample or Job No. Action Taken"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a table: a role for each cell index, or for each source column.

    `by_index` holds for tabs, `by_offset` for runs of spaces; where the headings ran together both are
    empty, and only the order of the columns is known.
    """

    by_index: tuple[tuple[int, str], ...] = ()
    by_offset: tuple[tuple[int, str], ...] = ()
    roles: frozenset[str] = frozenset()

    @property
    def on_own_lines(self) -> bool:
        """Whether only the order of the columns is known, and column 9 is among them."""
        return not (self.by_index or self.by_offset) and bool(self.roles & {"citation", "sample", NINTH})

    def role(self, cell: Cell, *, tabbed: bool) -> str | None:
        """The role of a cell, None where the heading does not tell."""
        if tabbed:
            return dict(self.by_index).get(cell.index)
        befores = (-1000, *(offset for offset, _ in self.by_offset))
        # Beside a narrow column the slack is half of its width: "4   FIRE CARDS" has its number in column 7.
        left = [
            role
            for before, (offset, role) in zip(befores, self.by_offset, strict=False)
            if offset - min(SLACK, (offset - before) // 2) <= cell.column
        ]
        return left[-1] if left else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column heading found at blocks `start` to `end` (exclusive).

    `presumed` tells that the offsets count only where the lines below are laid out in columns; `foreign` are
    lines of the head that came between the labels.
    """

    start: int
    end: int
    columns: Columns
    presumed: bool = False
    foreign: tuple[Block, ...] = ()


@cache
def column_labels() -> tuple[Label, ...]:
    """The labels of columns.toml."""
    return load_labels(files("schedgraph.parser.forms.sf115").joinpath("columns.toml"))


def role_of(text: str) -> str | None:
    """The role of a cell that holds a column's label and nothing else of note."""
    match = match_label(text, column_labels()) if len(text) <= LONGEST_LABEL else None
    if match is None:
        return None
    broken = text[match.end :] == "-" and text[match.end - 1].isalpha()
    rest = "" if broken else text[match.end :].strip(" .:()")
    return match.label.name if not rest or is_fragment(rest) else None


def whole_role(block: Block) -> str | None:
    return role_of(block.passage.text) if len(block.cells) == 1 else None


def wrapped_end(blocks: Sequence[Block], index: int) -> int:
    """Past the lines on which the labels go on: `(With Inclusive Dates or Retention Periods)`, `TAKEN`."""
    limit = index + 3
    while index < min(len(blocks), limit):
        cells = passages_of(blocks[index])
        if blocks[index].kind in ("rule",):
            index += 1
            continue
        if not cells or not (
            all(_is_of_heading(cell.text, alone=len(cells) == 1) for cell in cells)
            or (len(cells) > 2 and all(_BOX.fullmatch(cell.text) for cell in cells))
        ):
            break
        index += 1
    return index


def _is_of_heading(text: str, *, alone: bool) -> bool:
    """Whether a cell below the labels goes on with them, or two do that stand close: "OR JOB NO.  TAKEN"."""
    if is_fragment(text) or role_of(text):
        return True
    return not alone and is_of_labels(text)


def is_of_labels(text: str) -> bool:
    """Whether every word of a line is one of the columns' labels; a long one may have a wrong letter."""
    words = [fold(word) for word in re.findall(r"[A-Za-z]{2,}", text)]
    return bool(words) and all(word in _words_of_labels() or _is_damaged_label(word) for word in words)


def _is_damaged_label(word: str) -> bool:
    return len(word) >= _LONG_WORD and any(
        Levenshtein.distance(word, label, score_cutoff=1) <= 1
        for label in _words_of_labels()
        if len(label) >= _LONG_WORD
    )


@cache
def _words_of_labels() -> frozenset[str]:
    printed = [wording for label in column_labels() for wording in label.wordings]
    return frozenset(
        fold(word) for text in (*printed, _FURTHER_WORDING) for word in re.findall("[A-Za-z]+", text)
    )


def is_fragment(text: str) -> bool:
    """Whether a text is a piece of the columns' labels; a number or a letter alone is an item's."""
    folded = fold(text)
    return len(folded) >= 2 and not text.strip(" .()").isdigit() and folded in _all_wordings()


@cache
def _all_wordings() -> str:
    return " ".join(fold(wording) for label in column_labels() for wording in label.wordings) + fold(
        _FURTHER_WORDING
    )
