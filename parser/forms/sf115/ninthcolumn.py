"""What column 9 says of a number in it: what the new item replaces, or, before 1983, a sample or a job and no more.

A form of the 1970s that uses its column 9 for what it replaces shows it elsewhere: "New" beside the items that replace
nothing, "in part" behind a number, or words ahead of the items by which an older schedule is revised.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.document import Citation, Item, Relation
from schedgraph.parser.evidence import Doubt, Evidence
from schedgraph.parser.forms.detect import Detection
from schedgraph.parser.forms.sf115.sheets import Sheets
from schedgraph.parser.forms.sf115.table.columns import NINTH
from schedgraph.parser.forms.sf115.table.entries import Entry

_EARLY_REVISIONS = frozenset({"1970", "1975"})
# "Where a job number is shown in column 9, this item supersedes that authority."
_SAYS_NINTH = re.compile(
    r"\bcol(?:umn|[.])\s9\b[^.;]{0,80}\b(?:supersed\w{1,4}|replac\w{1,3})\b"
    r"|\b(?:supersed\w{1,4}|replac\w{1,3})\b[^.;]{0,80}\b(?:in|under|by)\scol(?:umn|[.])\s9\b",
    re.IGNORECASE,
)
# A cell that says that its item replaces nothing: "New", "None (new series)", "new item"
_NEW = re.compile(
    r"\W{0,3}(?:(?:none|n/?a)\W{1,3})?new(?:\s(?:item|series|records?|system|file|authority))?\W{0,3}",
    re.IGNORECASE,
)
# A cell that says of which part of what it names it speaks: "NC-174-63 item 2, in part", "item 100 (rest)"
_OF_A_PART = re.compile(
    r"\b(?:in\s{1,40}part|part(?:ly|ial(?:ly)?)?|rest|remainder|portions?|except(?:ing)?|combined|consolidated|formerly|revis\w{2,4}|amend\w{2,4})\b",
    re.IGNORECASE,
)
# "This request brings part of that schedule up to date", "Disposal authority held by the Bureau is revised as follows"
_REVISES = re.compile(
    r"\b(?:schedules?|authorit(?:y|ies)|jobs?|requests?|lists?|items?|standards?)\b[^.;]{0,100}"
    r"\b(?:revis(?:es?|ed|ing|ion)|bring(?:s|ing)?\b[^.;]{0,60}\bup\sto\sdate|updat(?:es?|ed|ing)|moderniz(?:es?|ed))\b"
    r"|\b(?:revis(?:es|ing|ion\sof)|updat(?:es|ing)|bring(?:s|ing)?)\b[^.;]{0,60}\b(?:schedules?|authorit(?:y|ies)|jobs?)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|no|never|nor|without)\b[^.;]{0,60}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ninth:
    """What a number in column 9 is, with the doubt where no heading tells; `items_only`: a whole job may be a sample's."""

    relation: Relation
    doubts: tuple[Doubt, ...] = ()
    items_only: bool = False


def column_relation(
    sheets: Sheets,
    detection: Detection,
    entries: Sequence[Entry],
    job: str | None,
    ahead: str,
    *,
    stated: bool,
    cited: bool,
) -> Ninth:
    """What a number in column 9 is to its item.

    `ahead` are the words ahead of the items; `stated` tells that the form says elsewhere what it supersedes, `cited`
    that it says what it cites.
    """
    relation, doubts = _headed(sheets, detection, entries, job)
    if relation == "supersedes":
        return Ninth(relation, doubts)
    if stated or (cited and _is_of_1983(job)) or _SAYS_NINTH.search(ahead):
        return Ninth("supersedes")
    if _shows_what_is_replaced(entries, ahead):
        return Ninth("supersedes", items_only=True)
    return Ninth(relation, doubts)


def with_jobs_only_cited(items: Sequence[Item], entries: Sequence[Entry]) -> tuple[Item, ...]:
    """The items, a whole job in column 9 only cited: where the column also holds samples, a sample went in with it."""
    cells = [entry.citation.evidence() for entry in entries if entry.citation]
    return tuple(
        replace(item, citations=tuple(_cited_if_whole(each, cells) for each in item.citations))
        for item in items
    )


def _cited_if_whole(citation: Citation, cells: Sequence[Evidence]) -> Citation:
    number = parse_identifier(citation.target) if citation.target else None
    here = citation.evidence
    in_cell = any(
        each.page == here.page and each.start <= here.start and here.end <= each.end for each in cells
    )
    if citation.relation != "supersedes" or citation.partial or number is None or number.path or not in_cell:
        return citation
    return replace(citation, relation="cites")


def _headed(
    sheets: Sheets, detection: Detection, entries: Sequence[Entry], job: str | None
) -> tuple[Relation, tuple[Doubt, ...]]:
    """What the heading of the column says, or else the revision of the form and the age of its number."""
    roles = {role for line in sheets.body for role in line.columns.roles}
    if NINTH in roles and not detection.revision and _is_of_1983(job):
        return "supersedes", ()
    if "sample" in roles or (detection.revision in _EARLY_REVISIONS and "citation" not in roles):
        return "cites", ()
    if "citation" in roles or detection.revision:
        return "supersedes", ()
    first = next((entry.citation for entry in entries if entry.citation), None)
    if first is None:
        return "cites", ()
    message = (
        "The column of this number has no heading that can be read; the number was taken as a mere citation."
    )
    return "cites", (Doubt(code="citation-column-uncertain", message=message, evidence=first.evidence()),)


def _is_of_1983(job: str | None) -> bool:
    """Whether a job was numbered when the revision of 8-83 was the form in use."""
    number = parse_identifier(job) if job else None
    earliest = number.earliest_date() if number else None
    return earliest is not None and earliest.year >= 1983


def _shows_what_is_replaced(entries: Sequence[Entry], ahead: str) -> bool:
    """Whether the cells, or the words ahead of them, show that the column holds what the items replace."""
    cells = [entry.citation.text for entry in entries if entry.citation]
    numbered = [text for text in cells if find_numbers(text)]
    if not numbered:
        return False
    if any(_NEW.fullmatch(text) for text in cells) or any(_OF_A_PART.search(text) for text in numbered):
        return True
    return any(_DENIED.search(ahead, 0, found.end()) is None for found in _REVISES.finditer(ahead))
