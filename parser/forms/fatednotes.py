"""Notes on the copy of a schedule that say what became of an item, where no reader of the form made anything of them.

"4. Brochures. Destroy when 2 years old.  no longer used since FY 2001": what stands below an item's instruction on a line
of its own, and tells of an end, somebody added.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.blocks import Block
from schedgraph.parser.caseless import caseless
from schedgraph.parser.citation.cited import cited, dated, words_of
from schedgraph.parser.citation.fate import Fate, may_tell, read_fates
from schedgraph.parser.citation.fate.items import with_plain_items
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.document import Annotation, Citation, Item, ScheduleDocument
from schedgraph.parser.evidence import Evidence, Reading
from schedgraph.parser.forms.crosswalk.remarks import AS_IT_IS, STANDS, TO_COME
from schedgraph.parser.forms.opening import opening_item, with_named_annotations
from schedgraph.parser.forms.overlooked import is_empty_field, told_of
from schedgraph.parser.forms.placewords import place_end
from schedgraph.parser.passage import Passage

_LONGEST = 160
_RESCINDED = re.compile(r"resc|annul", re.IGNORECASE)
# A stamp on the whole schedule
_OF_ALL = re.compile(r"\b(?:all|some)\sitems\b", re.IGNORECASE)
_LABEL = re.compile(r"\bsuperseded\s(?:job|authority)|\baction\staken\b|\bjob\scitation\b", re.IGNORECASE)
# "When item 3 is replaced, …" has not come.
_CONDITION = re.compile(r"\b(?:when|whenever|until|once|if|unless|upon)\b", re.IGNORECASE)
# The back of the form: its items are examples
_INSTRUCTIONS = re.compile(r"\W{0,4}(?:general |printed |specific )?instructions?\b", re.IGNORECASE)
# The line ends, and the sentence does not.
_GOES_ON = re.compile(r"(?:[^.!?:)\]]|\b(?:or|and|when|of|the|to|after))\s*$")
# "Sup. by" in one cell and the number in the next
_OPENS = caseless(r"\bsup(?:er[sc]eded|sd|d)?[.]?\sby\b|\bs/s\b|\brepl(?:aced|[.])?\sby\b")
_RIGHT_OF_DESCRIPTION = 2
# What a reader of the form understands by itself
_UNDERSTOOD = caseless(
    r"obsolete|inactive|rescind|revok|cancel|withdr|supers|not approved|disapproved|void|\bobs\b|w/d|discontinued"
)


def with_fated_notes(document: ScheduleDocument, blocks: Sequence[Block]) -> ScheduleDocument:
    """The document, its items with what the lines below their instructions say became of them."""
    schedule = document.schedule.id.value if document.schedule.id else None
    if document.form != "SF-115" or schedule is None:
        return document
    items = with_named_annotations(document.items, schedule)
    document = replace(document, items=tuple(items))
    places = {item.id: place for place, item in reversed(list(enumerate(items)))}
    succeeded = tuple(_succeeded(document))
    taken = (*succeeded, *_taken(document))
    known = (*taken, *_said(document))
    told: list[Citation] = []
    stamps: list[Reading[str]] = []
    beside = (*_notes(document.items, blocks), *_cells(document.items, blocks))
    # What is only cited somebody may say something of.
    spoken = tuple(each.evidence for each in document.citations if each.relation != "cites" or each.words)
    behind = [
        each
        for each in _behind(document.items, blocks)
        if not any(_overlap(each.evidence(), one) for one in spoken)
    ]
    for item, whole in (*beside, *((None, each) for each in behind)):
        note = _without_place(whole)
        numbers = (*find_numbers(note.text), *opening_item(note.text, schedule, places))
        topic = find_numbers(item.id)[:1] if item else ()
        understood = not may_tell(note, numbers) or any(_overlap(note.evidence(), each) for each in known)
        if item is None and place_end(whole.text):
            # Whatever a slip says of an item, it says something.
            understood = any(each.search(note.text) for each in (STANDS, TO_COME, AS_IT_IS))
        if item is None and not understood and _CONDITION.search(note.text):
            told.extend(_told_behind(items, note, numbers, schedule))
            continue
        for fate in read_fates(note, numbers, subject=schedule, topic=topic):
            words = note.slice(fate.start, fate.end).strip()
            if any(_overlap(words.evidence(), each) for each in (succeeded if fate.new else taken)):
                continue
            if item and any(_overlap(words.evidence(), each) for each in _noted_elsewhere(document, item)):
                continue
            if fate.became == "rescinded" and not (
                fate.by_archives or _RESCINDED.match(note.text, fate.said[0])
            ):
                continue
            if _OF_ALL.search(words.text):
                understood = True
                stamps.append(words_of(words))
                continue
            for old in fate.old:
                if old.id in places and not _is_own(fate.new, schedule):
                    understood = True
                    items[places[old.id]] = _with_fate(items[places[old.id]], note, fate)
        if understood or is_empty_field(note.text):
            continue
        if item is None:
            told.extend(_told_behind(items, note, numbers, schedule))
        elif not any(_overlap(note.evidence(), each.text.evidence) for each in item.annotations):
            told.append(told_of(item, note.slice(0, _LONGEST).strip()))
    return replace(
        document,
        items=tuple(items),
        citations=(*document.citations, *told),
        schedule=replace(document.schedule, stamps=(*document.schedule.stamps, *stamps)),
    )


def _succeeded(document: ScheduleDocument) -> Iterator[Evidence]:
    """The places where successors are named."""
    for item in document.items:
        yield from (each.evidence for each in item.citations if each.relation == "superseded-by")


def _taken(document: ScheduleDocument) -> Iterator[Evidence]:
    """The places of what was understood."""
    yield from (each.evidence for each in document.schedule.stamps)
    yield from (each.evidence for each in document.headings)
    for item in document.items:
        yield from (each.evidence for each in (item.title, item.action_taken) if each is not None)


def _said(document: ScheduleDocument) -> Iterator[Evidence]:
    """The places of everything else that is said of other authorities, or was added to an item."""
    yield from (each.evidence for each in document.citations)
    for item in document.items:
        yield from (each.evidence for each in item.citations)
        yield from (each.text.evidence for each in item.annotations)


def _noted_elsewhere(document: ScheduleDocument, item: Item) -> Iterator[Evidence]:
    """The places of notes that name other items than the one above them."""
    for other in document.items:
        if other is not item:
            yield from (each.text.evidence for each in other.annotations)


def _notes(items: Sequence[Item], blocks: Sequence[Block]) -> Iterator[tuple[Item, Passage]]:
    """The lines below each item's instruction, as one passage; the lines that instruct are none."""
    for item, own in _of_items(items, blocks):
        lines: list[Passage] = []
        instructed, before = False, ""
        for block in own:
            text = block.passage.text
            if block.kind in ("furniture", "rule", "stamp"):
                break
            if _LABEL.search(text):
                continue
            if find_instruction(block.passage) is not None and not place_end(text):
                instructed, lines = True, []
            elif instructed and (lines or block.gap or not _goes_on(before, text)):
                lines.append(block.passage)
            before = text
        if lines:
            yield item, _without_place(Passage.join(lines))


def _behind(items: Sequence[Item], blocks: Sequence[Block]) -> Iterator[Passage]:
    """The paragraphs behind the foot of the form, as on a slip that is attached to it: they speak of what they name."""
    own = list(_of_items(items, blocks))[-1:]
    lines: list[Passage] = []
    footed = False
    for block in own[0][1] if own else ():
        aside = block.kind in ("furniture", "rule", "stamp")
        if _INSTRUCTIONS.match(block.passage.text):
            return
        if lines and (aside or block.gap):
            yield Passage.join(lines)
            lines = []
        footed = footed or aside
        if footed and not aside:
            lines.append(block.passage)
    if lines:
        yield Passage.join(lines)


def _told_behind(
    items: Sequence[Item], note: Passage, numbers: Sequence[Mention], schedule: str
) -> Iterator[Citation]:
    """The words of a paragraph behind the foot, beside each item that it names."""
    named = {each.id for each in with_plain_items(note.text, numbers, schedule)}
    return (told_of(each, note.slice(0, _LONGEST).strip()) for each in items if each.id in named)


def _cells(items: Sequence[Item], blocks: Sequence[Block]) -> Iterator[tuple[Item, Passage]]:
    """What stands in the columns right of each item's description, from the words that name a successor."""
    for item, own in _of_items(items, blocks):
        beside = [
            cell
            for block in own
            if not _LABEL.search(block.passage.text)
            for cell in block.cells[_RIGHT_OF_DESCRIPTION:]
            if cell.text.strip()
        ]
        if not beside:
            continue
        joined = Passage.join(beside)
        opens = _OPENS.search(joined.text)
        if opens and find_numbers(joined.text[opens.start() :]):
            yield item, joined.slice(opens.start()).strip()


def _of_items(items: Sequence[Item], blocks: Sequence[Block]) -> Iterator[tuple[Item, Sequence[Block]]]:
    """The lines from each item's beginning to the next one's.

    A note that begins "Item 4 …" may have been read as item 4 again.
    """
    first = {item.id: item for item in reversed(items)}
    ordered = sorted(first.values(), key=lambda item: (item.evidence.page, item.evidence.start))
    places = [(item.evidence.page, item.evidence.start) for item in ordered]
    own: list[list[Block]] = [[] for _ in ordered]
    at = -1
    for block in blocks:
        place = block.passage.evidence()
        while at + 1 < len(ordered) and places[at + 1] < (place.page, place.end):
            at += 1
        if at >= 0:
            own[at].append(block)
    return zip(ordered, own, strict=True)


def _goes_on(before: str, text: str) -> bool:
    """Whether a line only ends the sentence of the line before it."""
    alike = text[:1].islower() or (text.isupper() and before.isupper())
    return alike and _GOES_ON.search(before) is not None


def _without_place(note: Passage) -> Passage:
    """A note without the words that say how and where it stands."""
    return note.slice(place_end(note.text)).strip(' \n\t[](){}<>*"-–—=')


def _with_fate(item: Item, note: Passage, fate: Fate) -> Item:
    evidence = note.slice(fate.start, fate.end).strip().evidence()
    if any(each.relation == "superseded-by" and _overlap(each.evidence, evidence) for each in item.citations):
        return item
    if fate.new:
        targets = {each.id for each in fate.new}
        kept = (
            each
            for each in item.citations
            if not (each.target in targets and _overlap(each.evidence, evidence))
        )
        return replace(item, citations=(*kept, *_successors(note, fate, evidence)))
    if any(each.text.value == fate.became for each in item.annotations):
        return item
    beside = [each for each in item.annotations if _overlap(each.text.evidence, evidence)]
    if any(_UNDERSTOOD.search(each.text.value) for each in beside):
        return item
    said = " ".join(note.text[slice(*fate.said)].split())
    words = Reading(value=str(fate.became), evidence=evidence, repairs=(f"{said}→{fate.became}",))
    others = (each for each in item.annotations if each not in beside)
    return replace(item, annotations=(*others, Annotation(text=words, date=dated(note, fate.day))))


def _successors(note: Passage, fate: Fate, evidence: Evidence) -> Iterator[Citation]:
    for new in fate.new:
        named = cited(new, "superseded-by", evidence)
        yield replace(named, date=dated(note, fate.day), partial=fate.partial)


def _is_own(numbers: Sequence[Mention], schedule: str) -> bool:
    found = (parse_identifier(each.id) for each in numbers if each.id)
    return any(number is not None and number.schedule == schedule for number in found)


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.page == other.page and one.start < other.end and other.start < one.end
