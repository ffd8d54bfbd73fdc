"""Lines to blocks: each line with its place in the page's layout, before any form is recognised."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from schedgraph.parser.bars import with_barred_cells
from schedgraph.parser.caseless import caseless
from schedgraph.parser.leaders import with_led_cells
from schedgraph.parser.look_alikes import as_words
from schedgraph.parser.page import Page
from schedgraph.parser.passage import Passage, collapsed
from schedgraph.parser.quotedcells import with_quoted_cells
from schedgraph.parser.remembered import remembered
from schedgraph.parser.slashedcells import with_slashed_cells

Kind = Literal["stamp", "furniture", "rule", "row", "bullet", "text"]

#   ---      ________      * * *      ----+------+---
_RULE = re.compile(r"[\s*_=\-–—.+|]{3,}")
#   - a. Hardcopies        * Name        • Name
_BULLET = re.compile(r"[ \t]*[-*•·▪◦–][ \t]+(?=\S)")
_BETWEEN_STAMPS = re.compile(r"\s*(?:[-–—:;,/]|\band\b)\s*")
_LONGEST_FURNITURE = 160
_LONGEST_PRINT = 300
# Nearly no line holds a scrap of the printer's matter, and nine patterns are dear.
_MAY_PRINT = caseless(r"[1lI]{2}[5S]|7[5S]40|nsn|prescr|edition|cfr|copies|rev[. i]|gsa|page")
# the 2 of "PREVIOUS EDITION NOT USABLE      2      FPMR (41 CFR) 101-11.4"
_PAGE_IN_PRINT = re.compile(r"[0-9]{1,3}(?=\s|$)")
_SPACE_OF_PATTERN = re.compile(r"(?<!\[) (?!\?)")
_BETWEEN_PRINT = " .,;:()[]|*_/-–—\u00a0"

_MOST_IN_STAMP = 3
# What the last line of a stamp over several lines holds.
_MAY_STAMP = caseless(
    r"supersed|obsolete|inactive|rescinded|action|approved|annotations|schedule|entirety|full|part"
)
_LONGEST_STAMP_LINE = 40


class Block(NamedTuple):
    """One visible line.

    `cells` are the columns that tabs part, empty ones included, so that their order tells the column; a
    line with text in one column only is no `row`. `gap` tells that a blank line stands before the line,
    `heading` that the whole of it is bold or marked as a heading, `slanted` that it lies across the sheet.
    """

    kind: Kind
    passage: Passage
    cells: tuple[Passage, ...]
    gap: bool
    heading: bool
    page: int
    slanted: bool = False

    @property
    def text(self) -> str:
        """The visible text, white space collapsed."""
        return collapsed(self.passage.text)


def blocks(pages: Iterable[Page]) -> tuple[Block, ...]:
    """The non-blank lines of `pages`, classified. Page furniture is kept, and named so."""
    found: list[Block] = []
    gap = True
    for page in pages:
        for line in with_led_cells(with_slashed_cells(with_barred_cells(with_quoted_cells(page.lines)))):
            if not line.runs or not any(run.text.strip() for run in line.runs):
                gap = True
                continue
            whole = Passage.of([line])
            passage = whole.strip()
            kind = _kind(passage.text)
            cells = tuple(cell.strip() for cell in whole.split("\t")) if "\t" in whole.text else (passage,)
            if kind == "bullet" and (bullet := _BULLET.match(passage.text)):
                passage = passage.part(bullet.end())
                cells = (passage,)
            found.append(
                Block(
                    kind=kind,
                    passage=passage,
                    cells=cells,
                    gap=gap,
                    heading=line.heading_level > 0 or passage.bold(),
                    page=page.source.number,
                    slanted=line.slanted,
                )
            )
            gap = False
        gap = True
    return tuple(_with_whole_stamps(found))


def _with_whole_stamps(lines: Sequence[Block]) -> Iterator[Block]:
    """The blocks, a stamp that runs over several lines as one: "SOME ITEMS" over "SUPERSEDED" does not say that all are."""
    ends = [*map(_may_end_stamp, lines), *[False] * _MOST_IN_STAMP]
    index = 0
    while index < len(lines):
        if not any(ends[index + 1 : index + _MOST_IN_STAMP]):
            yield lines[index]
            index += 1
            continue
        counts = (count for count in range(_MOST_IN_STAMP, 1, -1) if ends[index + count - 1])
        whole = next(filter(None, (_stamp_of(lines[index : index + count]) for count in counts)), None)
        yield whole[0] if whole else lines[index]
        index += whole[1] if whole else 1


def _may_end_stamp(line: Block) -> bool:
    """Whether a stamp over several lines may end with this one."""
    return _may_be_below_in_stamp(line) and _says_stamp(line.text)


@remembered(most=4096)
def _says_stamp(text: str) -> bool:
    return _MAY_STAMP.search(as_words(text)) is not None


def _may_be_below_in_stamp(line: Block) -> bool:
    return line.kind in ("text", "stamp") and len(line.cells) == 1 and len(line.text) <= _LONGEST_STAMP_LINE


def _stamp_of(lines: Sequence[Block]) -> tuple[Block, int] | None:
    """The stamp that `lines` are together, and how many they are; None where they are none or no neighbours."""
    first = lines[0]
    if first.kind not in ("text", "stamp") or len(first.cells) > 1:
        return None
    for line in lines[1:]:
        apart = line.gap and not (line.slanted and first.slanted)
        if apart or line.page != first.page or not _may_be_below_in_stamp(line):
            return None
    passage = Passage.join([line.passage for line in lines])
    if len(passage.text) > _LONGEST_FURNITURE or not is_stamp(" ".join(passage.text.split())):
        return None
    return first._replace(kind="stamp", passage=passage, cells=(passage,)), len(lines)


def is_form_print(text: str, *, alone: bool = False) -> bool:
    """Whether a text is nothing but what the form's printer put at the edge of a sheet.

    A cell that stands `alone` among others may be an item's number or title ("115-109", "Standard Form 115"),
    so it must hold more than that: an edition, a stock number of the nation's catalogue, a regulation.
    """
    found, told = _form_print(text)
    return told if alone else found


@remembered(most=4096)
def _form_print(text: str) -> tuple[bool, bool]:
    """Whether it is nothing but that, and whether it is so where it stands alone."""
    rest = " ".join(text.split())
    if len(rest) > _LONGEST_PRINT or not _MAY_PRINT.search(rest):
        return False, False
    found = told = numbered = False
    while rest := rest.lstrip(_BETWEEN_PRINT):
        matches = [(row.match(rest), telling) for row, telling in _prints()]
        longest = max(((match.end(), telling) for match, telling in matches if match), default=None)
        if longest is None:
            if (page := _PAGE_IN_PRINT.match(rest)) is None:
                return False, False
            rest, numbered = rest[page.end() :], True
            continue
        end, telling = longest
        if rest[end : end + 1].isalnum() and not (rest[end - 1].islower() and rest[end].isupper()):
            # Only a capital behind a small letter begins a word that a scan joined to the one before.
            return False, False
        found, told = True, told or telling
        rest = rest[end:]
    # A number may be an item's, where nothing else is told for certain.
    return found and (told or not numbered), told


# "[Stamp: SOME ITEMS SUPERSEDED - SEE NOTICE]", "STAMPED: INACTIVE - ALL ITEMS SUPERSEDED": a transcript tells what it is
_ANNOUNCED = re.compile(
    r"[*_ ]{0,3}(?P<bracket>[\[(]\s?)?(?:rubber[ -])?stamp(?:ed)?\b(?:,?\s[^:\[\]()]{1,50}(?=[:\])]))?[ \])]{0,2}[:\-–—\]]\s?",
    re.IGNORECASE,
)
# A stamp upon one item, as in "[stamped across item 2] WITHDRAWN"
_OF_AN_ITEM = re.compile(r"\b(?:this item|items? ?(?:nos?\.? ?)?[0-9(])", re.IGNORECASE)
_OF_A_SHEET = re.compile(r"\bitems\b|\bin part\b|\bschedule\b", re.IGNORECASE)


@remembered(most=4096)
def is_stamp(text: str) -> bool:
    """Whether a text is a stamp on a sheet, or two in a line: "WITHDRAWN - RETURNED WITHOUT ACTION"."""
    words = as_words(text.strip("*[]() ."))
    if _any_of("stamp").fullmatch(words):
        return True
    announced = _ANNOUNCED.match(text)
    if announced and _OF_AN_ITEM.search(announced[0]):
        return False
    if announced and (announced["bracket"] or _OF_A_SHEET.search(words)):
        return is_stamp(text[announced.end() :])
    parts = _BETWEEN_STAMPS.split(words, maxsplit=1)
    return len(parts) == 2 and all(is_stamp(part) for part in parts)


@remembered(most=4096)
def _kind(text: str) -> Kind:
    if _RULE.fullmatch(text):
        return "rule"
    whole = collapsed(text)
    if len(whole) <= _LONGEST_FURNITURE:
        if is_stamp(whole):
            return "stamp"
        cells = [collapsed(cell) for cell in text.split("\t") if cell.strip()]
        if _is_furniture(whole) or (len(cells) > 1 and all(map(_is_furniture, cells))):
            return "furniture"
    if is_form_print(whole):
        return "furniture"
    if "\t" in text:
        return "row"
    return "bullet" if _BULLET.match(text) else "text"


def _is_furniture(text: str) -> bool:
    return _any_of("furniture").fullmatch(text) is not None


@cache
def _any_of(table: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in _table(table)), re.IGNORECASE)


@cache
def _prints() -> tuple[tuple[re.Pattern[str], bool], ...]:
    return tuple(
        # A scan may lose the spaces of small print.
        (re.compile(_SPACE_OF_PATTERN.sub(" ?", row["pattern"]), re.IGNORECASE), bool(row.get("alone")))
        for row in _table("print")
    )


def _table(name: str) -> list[dict[str, str]]:
    data = tomllib.loads(files("schedgraph.parser").joinpath("furniture.toml").read_text(encoding="utf-8"))
    return data[name]  # type: ignore[no-any-return]
