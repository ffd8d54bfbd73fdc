"""Lettered lists that are no items: enumerations within a description, and lists before the items."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.sf115.contents.content import sort_content
from schedgraph.parser.forms.sf115.contents.parts import Content
from schedgraph.parser.forms.sf115.numbering.outline import Outline, OutlineItem
from schedgraph.parser.forms.sf115.table.entries import Entry

# Lines like "The data within the record includes:"    "consisting of the following"
_INTRODUCES = re.compile(
    r"(?::|\b(?:includes?|including|such as|following|consists? of|consisting of|contains?))\s*$",
    re.IGNORECASE,
)
_LIST_MEMBER = re.compile(r"[;,]\s*(?:and|or)?\s*$")


def without_lists(outline: Outline) -> Outline:
    """The outline with its lists in the text to which they belong."""
    outline = _without_list_before(outline)
    children: dict[int | None, list[int]] = {}
    for index, item in enumerate(outline.items):
        children.setdefault(item.parent, []).append(index)
    folded: dict[int, int] = {}
    doubts: list[Doubt] = []
    entries = {index: item.entries for index, item in enumerate(outline.items)}
    for parent, group in children.items():
        if parent is None or len(group) < 2 or any(child in children for child in group):
            continue
        if any(sort_content(outline.items[child].entries).disposes for child in group[:-1]):
            # Members that dispose are items of their own, and none of them waits for the last.
            continue
        content = sort_content(outline.items[parent].entries)
        members = [sort_content(outline.items[child].entries) for child in group]
        if _is_list(outline.items[parent], content, members):
            for child in group:
                entries[parent] = (*entries[parent], *_as_text(outline.items[child]))
                folded[child] = parent
            doubts.append(
                Doubt(
                    code="list-in-description",
                    message=f"The list below item {outline.items[parent].number} was read as its text.",
                    evidence=outline.items[group[0]].line.evidence(),
                )
            )
        elif _reach_is_uncertain(content, members[-1]):
            last = outline.items[group[-1]]
            doubts.append(
                Doubt(
                    code="disposition-reach-uncertain",
                    message=f"The disposition after item {last.number} may hold for others, too.",
                    evidence=last.line.evidence(),
                )
            )
    return Outline(
        preamble=outline.preamble,
        items=_without(outline.items, entries, frozenset(folded)),
        doubts=(*outline.doubts, *doubts),
    )


def _is_list(parent: OutlineItem, content: Content, members: Sequence[Content]) -> bool:
    """An enumeration that a description announces; its members have no disposition of their own."""
    lines = [entry.text for entry in parent.entries if entry.text]
    announced = bool(lines) and bool(_INTRODUCES.search(lines[-1]))
    if content.label or content.instruction:
        announced = False
    members_like = sum(bool(_LIST_MEMBER.search(each.body.text)) for each in members[:-1]) == len(members) - 1
    headed = any(each.heading for each in members)
    return (announced or members_like) and not headed


def _reach_is_uncertain(parent: Content, last: Content) -> bool:
    return bool(last.label) and not parent.disposes


def _as_text(item: OutlineItem) -> tuple[Entry, ...]:
    first, *rest = item.entries or (Entry(passage=item.line),)
    return (replace(first, passage=item.line, number=None), *rest)


def _without_list_before(outline: Outline) -> Outline:
    """Items whose numbers begin anew were a list in the introduction, where none of them disposes."""
    tops = [index for index, item in enumerate(outline.items) if item.parent is None]
    restart = next(
        (
            index
            for index in tops[1:]
            if outline.items[index].path == outline.items[tops[0]].path and index > tops[0]
        ),
        None,
    )
    if restart is None or any(sort_content(item.entries).disposes for item in outline.items[:restart]):
        return outline
    listed = [entry for item in outline.items[:restart] for entry in _as_text(item)]
    again = outline.items[restart].number
    doubt = Doubt(
        code="list-before-items",
        message=f"The numbers begin anew at item {again}; those before it were read as background.",
        evidence=outline.items[restart].line.evidence(),
    )
    entries = {index: item.entries for index, item in enumerate(outline.items)}
    items = list(_without(outline.items, entries, frozenset(range(restart))))
    items[0] = replace(items[0], doubts=())
    return Outline(preamble=(*outline.preamble, *listed), items=tuple(items), doubts=(*outline.doubts, doubt))


def _without(
    items: Sequence[OutlineItem], entries: dict[int, tuple[Entry, ...]], dropped: frozenset[int]
) -> tuple[OutlineItem, ...]:
    """The items that stay, their parents counted anew."""
    place: dict[int, int] = {}
    kept: list[OutlineItem] = []
    for index, item in enumerate(items):
        if index in dropped:
            continue
        place[index] = len(kept)
        parent = None if item.parent is None else place.get(item.parent)
        kept.append(replace(item, parent=parent, entries=entries[index]))
    return tuple(kept)
