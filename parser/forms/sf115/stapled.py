"""Papers around the form that list no items: memoranda, appraisal reports, crosswalks for the convenience of users."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block, is_form_print
from schedgraph.parser.document import Citation, Item
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.crosswalk import (
    Crosswalk,
    crosswalk_rows,
    heads_crosswalk,
    lists_items,
    read_crosswalk,
    titles_crosswalk,
)
from schedgraph.parser.forms.sf115.contents.citing import plain_citations
from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.forms.sf115.sheets import BodyLine, Sheets
from schedgraph.parser.passage import Passage

_EXAMPLES = re.compile(r"\W{0,4}(?:general |printed )?instructions?\b", re.IGNORECASE)
"""Of a paper whose numbers are examples: the instructions on the back of the form."""
# Lines like "MEMORANDUM FOR THE RECORD"    "CROSSWALK (for the convenience of users)"    "Appraisal Report"
_TITLE = re.compile(
    r"\W{0,16}(?:memorandum(?:\s(?:for|to)\b.{0,60})?|memo\s(?:for|to)\b.{0,60}"
    r"|cross-?walk(?:\b.{0,60})?|(?:records?\s)?(?:disposition\s)?appraisal\s(?:report|memorandum|notes?|comments?)\b.{0,40}"
    r"|appraiser[’']?s?\s(?:report|notes?|comments?)\b.{0,40}|(?:letter|memo(?:randum)?)\sof\stransmittal\b.{0,40}"
    # "-------- photocopied memorandum attached, not part of the form --------"
    r"|(?:(?:photo-?)?cop(?:y|ied)\s(?:of\s)?)?(?:an?\s)?(?:attached|stapled|clipped|typed|hand-?written|later|internal)?\s?"
    r"(?:memo(?:randum)?|letter|e-?mail|note\sto\s(?:the\s)?files?)\s(?:attached|stapled|clipped|behind|at(?:tached)?\sback|follows)\b.{0,60}"
    r"|dear\s.{1,60}[:,]|(?:general\s|printed\s)?instructions?(?:\s(?:to|for|on)\b.{0,60})?)\W{0,16}",
    re.IGNORECASE,
)
# Whatever "[stamp] COPY FURNISHED TO AGENCY 8-21-2000" says, it belongs to no paper.
_STAMPED = re.compile(r"[\[(*_ ]{0,3}(?:rubber )?stamp(?:ed)?\b", re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"\(?[0-9]{1,4}[A-Za-z]?[.)]{0,2}")
_LONGEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapled:
    """The lines of one paper behind the form, its title first."""

    lines: tuple[BodyLine, ...]

    @property
    def instructs(self) -> bool:
        """Whether it tells how to fill in the form: its numbers are examples."""
        return _EXAMPLES.match(self.lines[0].block.text) is not None

    @property
    def passage(self) -> Passage:
        """The whole of it."""
        return Passage.join([line.block.passage for line in self.lines])


def part_stapled(sheets: Sheets) -> tuple[Sheets, tuple[Stapled, ...]]:
    """The sheets of the form, and each paper that stands behind one of them up to the next."""
    body: list[BodyLine] = []
    papers: list[list[BodyLine]] = []
    inside = False
    among = _crosswalks_among(sheets.body)
    for index, line in enumerate(sheets.body):
        if index and line.columns is not sheets.body[index - 1].columns:
            inside = False
        if inside:
            papers[-1].append(line)
        elif body and index in among:
            if index - 1 not in among or not papers:
                papers.append([])
            papers[-1].append(line)
        elif body and _begins_paper(sheets.body, index):
            inside = True
            papers.append([line])
        else:
            body.append(line)
    return replace(sheets, body=tuple(body)), tuple(Stapled(lines=tuple(lines)) for lines in papers)


def _crosswalks_among(body: Sequence[BodyLine]) -> frozenset[int]:
    """The lines of crosswalks between items or behind them, each with a heading in front of it that names no item.

    A row of headings that lists items besides ("Old item", "New item", "Description") is no crosswalk.
    """
    found: set[int] = set()
    for index in crosswalk_rows([line.block for line in body]):
        block = body[index].block
        heads = heads_crosswalk(block) and not lists_items(block) and not _begins_item(block)
        if index - 1 in found or heads:
            found.add(index)
    for index in sorted(found):
        ahead = body[index - 1].block if index else None
        if ahead and index - 1 not in found and ahead.heading and not read_designator(ahead.text):
            found.add(index - 1)
    return frozenset(found)


def _begins_item(block: Block) -> bool:
    """Whether the first cell of a row is an item's number: "Superseded by" in its last cell heads no column."""
    return bool(block.cells) and _ITEM_NUMBER.fullmatch(block.cells[0].text.strip()) is not None


def _begins_paper(body: Sequence[BodyLine], index: int) -> bool:
    """Whether a line is the title of another paper, behind the form's print or on a page of its own."""
    block = body[index].block
    if len(block.text) > _LONGEST or read_designator(block.text):
        return False
    behind = [line.block for line in body[index + 1 : index + 2]]
    if titles_crosswalk(block) and any(_begins_with_number(each) or heads_crosswalk(each) for each in behind):
        return True
    if not _TITLE.fullmatch(block.text):
        return False
    before = next((line.block for line in reversed(body[:index]) if not _is_stamp(line.block)), block)
    below_table = len(before.cells) > 1 == len(block.cells) and block.gap
    return (
        below_table
        or is_form_print(before.text)
        or before.page < block.page
        or before.kind in ("furniture", "rule")
    )


def _begins_with_number(block: Block) -> bool:
    """Whether a line begins with the number of an authority, as a row without columns does."""
    return any(not block.text[: found.start].strip(" •*-–—·") for found in find_numbers(block.text)[:1])


def _is_stamp(block: Block) -> bool:
    return block.kind == "stamp" or _STAMPED.match(block.text) is not None


def with_crosswalks(
    papers: Sequence[Stapled], items: Sequence[Item]
) -> tuple[tuple[Item, ...], tuple[Crosswalk, ...], tuple[Stapled, ...]]:
    """The items with what the crosswalks among the papers say that they replace, these crosswalks, and the other papers."""
    read = [(paper, read_crosswalk([line.block for line in paper.lines], items)) for paper in papers]
    found = tuple(crosswalk for _, crosswalk in read if crosswalk)
    for crosswalk in found:
        items = crosswalk.added_to(items)
    return tuple(items), found, tuple(paper for paper, crosswalk in read if crosswalk is None)


def stapled_citations(papers: Sequence[Stapled], occurrences: frozenset[str]) -> tuple[Citation, ...]:
    """The numbers in the papers: what such a paper says of them, the schedule does not."""
    return tuple(
        replace(citation, relation="cites", partial=False, date=None)
        for paper in papers
        if not paper.instructs
        for citation in plain_citations(paper.passage, "cites", occurrences)
    )


def citations_ahead(
    lines: Sequence[Block], own: str, occurrences: frozenset[str]
) -> tuple[tuple[Citation, ...], tuple[Doubt, ...]]:
    """The numbers in a letter or a memorandum in front of the form, only cited, and that it was not read further."""
    passage = Passage.join([line.passage for line in lines])
    cited = tuple(
        replace(citation, relation="cites", partial=False, date=None)
        for citation in plain_citations(passage, "cites", occurrences)
        if citation.target != own and not (citation.target or "").startswith(f"{own}/")
    )
    if not cited:
        return (), ()
    message = (
        f"{lines[0].text!r} and what follows it stand in front of the form; what is said of authorities there was "
        "not read, they are only cited."
    )
    return cited, (Doubt(code="paper-before-form", message=message, evidence=cited[0].evidence),)


def stapled_doubts(papers: Sequence[Stapled]) -> tuple[Doubt, ...]:
    """Each paper told, since what it says of items was not read."""
    return tuple(
        Doubt(
            code="paper-behind-form",
            message=(
                f"{paper.lines[0].block.text!r} and what follows it stand behind the form; no item was read from "
                + (
                    "it: its numbers are examples."
                    if paper.instructs
                    else "it. What its sentences say became of this schedule's items was read; other numbers are only cited."
                )
            ),
            evidence=paper.lines[0].block.passage.evidence(),
        )
        for paper in papers
    )
