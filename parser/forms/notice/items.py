"""A statement of a notice to the items that it speaks of."""

import re
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.citation import is_partial, read_citations
from schedgraph.parser.citation.listeditems import Own, own_items
from schedgraph.parser.document import Citation, Item
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.notice.lines import ALL_ITEMS, NAMED_BEHIND, Statement
from schedgraph.parser.forms.notice.reasons import status_in
from schedgraph.parser.passage import Passage

UNREAD_LINE = "notice-line-unread"
"""The doubt about a line of which it is not known whose item it speaks of."""
_LONGEST_TITLE = 150
# The "(non-structural improvements)" of "Item 3 (non-structural improvements)"
_PART = re.compile(r"[0-9][0-9A-Za-z()/.]{0,12}\s{1,3}\((?P<part>[A-Za-z][A-Za-z' -]{4,80})\)")


def statement_items(line: Statement, schedule: str | None) -> tuple[list[Item], list[Doubt]]:
    text = line.passage.text
    if schedule is None:
        return [], []
    own = own_items(text, schedule)
    if own is None and (named := NAMED_BEHIND.match(text)):
        own = own_items(named["items"], schedule)
        own = replace(own, end=named.end()) if own else None
    if own is None or not own.ids:
        return [], _unread(line, own)
    rest = line.passage.slice(own.end)
    status = status_in(rest.text) or line.status
    doubts = _unread(line, own)
    if status is None:
        message = f"The notice names {own.printed} and does not say whether the item is active."
        doubts.append(Doubt(code="notice-list-unknown", message=message, evidence=line.passage.evidence()))
    dead = status is not None and status != "Active"
    in_part = is_partial(text, own.end, len(text))
    citations = tuple(
        replace(citation, partial=citation.partial or (in_part and citation.relation == "superseded-by"))
        for citation in read_citations(
            line.passage, default="superseded-by" if dead else "cites", own=(schedule, *own.ids)
        )
        if citation.target not in own.ids and citation.target != schedule
    )
    title = _title(rest)
    stated = Reading(value=status, evidence=line.passage.evidence()) if status else None
    return [
        Item(
            id=identifier,
            number=number,
            parent=None,
            evidence=line.passage.evidence(),
            title=title if len(own.ids) == 1 else None,
            status_printed=stated,
            citations=citations,
        )
        for identifier, number in zip(own.ids, own.numbers, strict=True)
    ], doubts


def said_of_all(line: Statement, schedule: str) -> tuple[Citation, ...]:
    """The successors of the whole schedule that a line on all of its items names."""
    if (
        ALL_ITEMS.match(line.passage.text) is None
        or (status_in(line.passage.text) or line.status) == "Active"
    ):
        return ()
    found = read_citations(line.passage, default="superseded-by", own=(schedule,))
    return tuple(
        replace(each, of=schedule)
        for each in found
        if each.relation == "superseded-by" and each.target != schedule
    )


def _title(rest: Passage) -> Reading[str] | None:
    """A title beside an item of the list, where the words are no statement."""
    text = " ".join(rest.text.split()).strip(" -–—:.,\t")
    if (
        len(text) < 4
        or not text[0].isupper()
        or status_in(text)
        or find_numbers(text)
        or len(text) > _LONGEST_TITLE
    ):
        return None
    return Reading(value=text, evidence=rest.evidence())


def _unread(line: Statement, own: Own | None) -> list[Doubt]:
    unread = own.unread if own else ()
    text = line.passage.text
    speaks = line.listed and ("item" in text.casefold() or status_in(text))
    if own is None and not speaks:
        return []
    if own is not None and not unread:
        return []
    message = (
        f"The items {', '.join(unread)} could not be read."
        if unread
        else "This line of the notice names no item that could be read."
    )
    return [Doubt(code=UNREAD_LINE, message=message, evidence=line.passage.evidence())]


def _part_named(item: Item) -> str | None:
    """The words in brackets behind the number of an item, which say which part of it a line means."""
    found = _PART.search(item.evidence.quote)
    return " ".join(found["part"].casefold().split()) if found else None


def merged(first: Item, second: Item) -> tuple[Item, list[Doubt]]:
    """Two lines about one item as one."""
    known = {(citation.relation, citation.target) for citation in first.citations}
    citations = (
        *first.citations,
        *(each for each in second.citations if (each.relation, each.target) not in known),
    )
    one, other = first.status_printed, second.status_printed
    merged = replace(
        first, citations=citations, title=first.title or second.title, status_printed=one or other
    )
    if one and other and (one.value == "Active") != (other.value == "Active"):
        if citations and all(each.partial for each in citations if each.relation == "superseded-by"):
            # Superseded in part and active for the rest: both lists are right.
            return replace(merged, status_printed=one if one.value == "Active" else other), []
        parts = {_part_named(first), _part_named(second)}
        if None not in parts and len(parts) > 1:
            # "Item 3 (buildings)" in one list and "Item 3 (roads)" in the other: each is a part.
            partly = tuple(
                replace(each, partial=True) if each.relation == "superseded-by" else each
                for each in citations
            )
            return replace(
                merged, citations=partly, status_printed=one if one.value == "Active" else other
            ), []
        message = f"The notice calls {first.id} {one.value.lower()} and {other.value.lower()}."
        doubt = Doubt(code="notice-contradicts-itself", message=message, evidence=other.evidence)
        both = sorted((one.value, other.value))
        return replace(merged, status_printed=Reading(value=" and ".join(both), evidence=other.evidence)), [
            doubt
        ]
    return merged, []
