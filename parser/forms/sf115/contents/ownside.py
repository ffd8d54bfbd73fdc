"""What a form says ahead of its items of one of them: "NN-168-44, item 1 is superseded by item 3 below"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.citation import SupersessionStatement, read_supersessions
from schedgraph.parser.citation.listeditems import own_items
from schedgraph.parser.citation.reading import is_own
from schedgraph.parser.citation.reservations import is_quoted
from schedgraph.parser.document import Citation, Item
from schedgraph.parser.passage import Passage

_ITEM = re.compile(r"(?<![\w/-])(?:sub-?)?items?\s(?:nos?\.?\s)?(?=[0-9(])", re.IGNORECASE)
# "item 3 below", "item 3 of this schedule", "item 3 hereof"
_OF_THIS = re.compile(
    r"[\s,(]{1,2}(?:below|above|here(?:of|in|to|under|with)|(?:of|in|on)\s(?:this|the\s(?:present|attached|new|enclosed))"
    r"(?:\s(?:schedule|job|request|submission|form|list))?)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"[\s,]{0,2}\b(?:of|in|on|under|from)\s(?!part\b|full\b|its\b|whole\b)", re.IGNORECASE
)
# "is superseded by item 3", "replaced with new item 3"
_NEWER = re.compile(r"\b(?:by|with)\s(?:(?:the|new|our|its)\s){0,2}$", re.IGNORECASE)
# "Item 3 supersedes N1-95-87-2, item 1": it does so itself
_DOES = re.compile(
    r"\s(?:(?:also|hereby|now|wholly|in\spart)\s)?(?:supersedes?|supercedes?|replaces?)\b", re.IGNORECASE
)
_RESPECTIVELY = re.compile(r"[^.;]{0,60}\brespectively\b", re.IGNORECASE)


def own_successions(
    passages: Sequence[Passage], schedule: str, items: Sequence[Item]
) -> tuple[tuple[Item, ...], frozenset[str]]:
    """The items with what `passages` say that each of them replaces, and what is replaced so."""
    ids = frozenset(item.id for item in items)
    more: dict[str, list[Citation]] = {}
    for passage in passages:
        for new, citation in _told(passage, schedule, ids):
            more.setdefault(new, []).append(citation)
    told = frozenset(each.target for said in more.values() for each in said if each.target)
    return tuple(_with(item, more.get(item.id, [])) for item in items), told


def _with(item: Item, more: Sequence[Citation]) -> Item:
    known = {(each.relation, each.target) for each in item.citations}
    new = tuple(each for each in more if (each.relation, each.target) not in known)
    return replace(item, citations=(*item.citations, *new)) if new else item


def _told(passage: Passage, schedule: str, ids: frozenset[str]) -> Iterator[tuple[str, Citation]]:
    """Each item that replaces something, with what it replaces."""
    own = tuple(_bare(passage.text, schedule, ids))
    if not own:
        return
    for said in read_supersessions(passage, own):
        if said.relation != "superseded-by" or said.proposed:
            continue
        if any(is_own(each, (schedule,)) for each in said.old) or any(
            each.id not in ids for each in said.new
        ):
            continue
        for old, new in _pairs(passage, said):
            if old.id and new.id and not is_quoted(passage.text, old):
                yield (
                    new.id,
                    Citation(
                        relation="supersedes",
                        target=old.id,
                        printed=old.printed,
                        evidence=said.evidence,
                        date=said.date,
                        readings=old.readings,
                        repairs=old.repairs,
                        sure=old.sure,
                        partial=said.partial,
                    ),
                )


def _pairs(passage: Passage, said: SupersessionStatement) -> Iterator[tuple[Mention, Mention]]:
    """Which item replaces which: as many in the same order where it says "respectively", else each of them all."""
    named = (*said.old, *said.new)
    start, end = min(each.start for each in named), max(each.end for each in named)
    paired = _RESPECTIVELY.match(passage.text, end) or "respectively" in passage.text[start:end].lower()
    if len(said.old) == len(said.new) and paired:
        yield from zip(said.old, said.new, strict=True)
        return
    for old in said.old:
        for new in said.new:
            yield old, new


def _bare(text: str, schedule: str, ids: frozenset[str]) -> Iterator[Mention]:
    """The form's own items that a text names without their schedule, and says to be its own."""
    numbers = find_numbers(text)
    for found in _ITEM.finditer(text):
        start = found.start()
        own = own_items(text[start:], schedule)
        if own is None or own.unread or not own.ids or not ids.issuperset(own.ids):
            continue
        end = start + own.end
        if any(start < each.end and each.start < end for each in numbers):
            continue
        here = _OF_THIS.match(text, end)
        if not here and (
            _OF_ANOTHER.match(text, end) or not (_NEWER.search(text, 0, start) or _DOES.match(text, end))
        ):
            continue
        for identifier in own.ids:
            for one in find_numbers(identifier)[:1]:
                if one.id == identifier:
                    # What stands before its verb parts no subject from it.
                    last = here.end() if here and _DOES.match(text, here.end()) else end
                    yield replace(one, start=start, end=last, printed=text[start:last])
