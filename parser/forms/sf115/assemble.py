"""The reading of an SF-115: its sheets, boxes, outline and items put together into one document."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.authority.agreement import sure_numbers
from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block, is_form_print
from schedgraph.parser.caseless import caseless
from schedgraph.parser.citation.elsewhere import only_cited
from schedgraph.parser.document import Citation, Schedule, ScheduleDocument, Source, unread_schedule
from schedgraph.parser.evidence import Doubt, Evidence, Reading
from schedgraph.parser.forms.detect import Detection
from schedgraph.parser.forms.itemwise import said_by_items
from schedgraph.parser.forms.saidofothers import said_of_others
from schedgraph.parser.forms.sf115.contents.citing import item_citations, plain_citations
from schedgraph.parser.forms.sf115.contents.columnbelow import with_column_below
from schedgraph.parser.forms.sf115.contents.content import sort_content
from schedgraph.parser.forms.sf115.contents.groupcells import with_group_cells
from schedgraph.parser.forms.sf115.contents.items import read_items
from schedgraph.parser.forms.sf115.contents.ownside import own_successions
from schedgraph.parser.forms.sf115.contents.parts import Content
from schedgraph.parser.forms.sf115.contents.replacingcolumn import with_replacing_column
from schedgraph.parser.forms.sf115.contents.schedulewide import part_schedule_wide, wide_in_head
from schedgraph.parser.forms.sf115.foot import below_the_foot
from schedgraph.parser.forms.sf115.head.beside import agency_said, date_said, signing_lines
from schedgraph.parser.forms.sf115.head.boxes import Box, read_boxes
from schedgraph.parser.forms.sf115.head.boxparts import telephone
from schedgraph.parser.forms.sf115.head.jobnumber import read_job_number
from schedgraph.parser.forms.sf115.head.signatures import date_reading, read_signatures
from schedgraph.parser.forms.sf115.head.signedbelow import begin_of_signature, signature_lines
from schedgraph.parser.forms.sf115.head.wrapped import unwrapped
from schedgraph.parser.forms.sf115.inlineitems import with_items_apart
from schedgraph.parser.forms.sf115.ninthcolumn import column_relation, with_jobs_only_cited
from schedgraph.parser.forms.sf115.numbering.lists import without_lists
from schedgraph.parser.forms.sf115.numbering.outline import read_outline
from schedgraph.parser.forms.sf115.numbering.sections import without_sections
from schedgraph.parser.forms.sf115.numbering.struckitems import with_struck_items
from schedgraph.parser.forms.sf115.preamble import read_preamble, reading_of
from schedgraph.parser.forms.sf115.running import running_headers
from schedgraph.parser.forms.sf115.runon import unrolled
from schedgraph.parser.forms.sf115.sheets import BodyLine, Sheets, part_sheets
from schedgraph.parser.forms.sf115.stamps import notes_among_stamps
from schedgraph.parser.forms.sf115.stapled import (
    citations_ahead,
    part_stapled,
    stapled_citations,
    stapled_doubts,
    with_crosswalks,
)
from schedgraph.parser.forms.sf115.statedcells import part_stated_cells, with_stated_cells
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.forms.sf115.table.ownnumbers import with_own_numbers
from schedgraph.parser.forms.sf115.table.rows import entries_of
from schedgraph.parser.forms.sf115.table.successorlists import with_successor_lists
from schedgraph.parser.forms.sf115.table.weight import without_even_weight
from schedgraph.parser.forms.sf115.table.wrappednotes import with_wrapped_notes
from schedgraph.parser.look_alikes import reading_of_words
from schedgraph.parser.passage import Passage

_NOT_TEXT = frozenset({"stamp", "rule", "furniture"})
# Lines like "This schedule is media neutral."    "All items in this schedule are media-neutral unless noted"
_MEDIA_NEUTRAL = caseless(
    r"\b(?:(?:this|the) (?:records? )?(?:disposition )?(?:schedule|authority|submission|request)"
    r"|all (?:of the )?(?:items|records|authorities)|these (?:schedules?|items|records))\b[^.\n]{0,60}?"
    r"\b(?:is|are|is considered|are considered)\s+media[ -]neutral\b",
)
_UNFINISHED = re.compile(r"[^.:;!?)\]\"”]\s*$")
_GOES_ON = re.compile(r"[a-z]|[0-9]{1,4} [a-z]")


def read_sf115(blocks: Sequence[Block], source: Source, detection: Detection) -> ScheduleDocument:
    """Everything that a Standard Form 115, with its continuation sheets, says."""
    blocks = with_items_apart(unrolled(blocks))
    listed, stated = part_stated_cells(blocks)
    sheets, stapled = part_stapled(part_sheets(listed))
    boxes = tuple(box for head in sheets.heads for box in read_boxes(unwrapped(_plain(head))))
    job = read_job_number(boxes, sheets.head, [line.block for line in sheets.body], source)
    schedule_id = job.id.value if job.id else unread_schedule(source.sha256)
    occurrences = sure_numbers(mention for block in blocks for mention in find_numbers(block.passage.text))
    lines, kept, stamp_doubts = _items_part(sheets)
    items_end = begin_of_signature([line.block for line in lines])
    lines, signed = lines[:items_end], [line.block for line in lines[items_end:]]
    own = with_own_numbers(entries_of(lines), job.id.value if job.id else None)
    entries, wide = part_schedule_wide(with_wrapped_notes(with_successor_lists(own)))
    outline = without_sections(without_lists(with_struck_items(read_outline(entries))))
    outline = with_stated_cells(with_group_cells(with_column_below(outline, sheets.ninth)), stated)
    head = [block.passage for block in sheets.head]
    head.extend(signing_lines([entry.passage for entry in outline.preamble if entry.page == 1]))
    head.extend(signature_lines(signed))
    received, received_doubts = date_reading(
        _box(boxes, "date-received") or date_said(head, "received"), "received"
    )
    signatures = read_signatures(boxes, head, received)
    column = column_relation(
        sheets,
        detection,
        entries,
        job.id.value if job.id else None,
        " ".join(entry.text for entry in outline.preamble),
        stated=bool(stated.superseding),
        cited=bool(stated.cites),
    )
    before = sort_content(outline.preamble)
    items, of_others, item_doubts = read_items(
        outline,
        schedule_id,
        column.relation,
        occurrences,
        before=before,
        neutral=_media_neutral(outline.preamble),
    )
    if column.items_only:
        items = with_jobs_only_cited(items, entries)

    named = agency_said(head)
    agency = _text(boxes, "from") or (reading_of(named) if named else None)
    preamble = read_preamble(outline.preamble, entries, agency.value if agency else None)
    items, crosswalked, stapled = with_crosswalks(stapled, items)
    wide = (*wide_in_head(sheets.head), *wide)
    citations, note_doubts = _schedule_citations(before, wide, occurrences, schedule_id)
    prose = (*_words(before), *wide)
    items, replaced = own_successions(prose, schedule_id, items)
    items, by_column = with_replacing_column(items, citations, outline)
    replaced = replaced.union(by_column)
    citations = tuple(each for each in citations if replaced.isdisjoint({each.target, each.of}))
    citations = tuple(said_by_items(citations, items, prose))
    told = (*citations, *of_others, *(citation for walk in crosswalked for citation in walk.wide))
    cited_ahead, ahead_doubts = citations_ahead(sheets.ahead, schedule_id, occurrences)
    doubts = [
        *_order_doubt(boxes),
        *job.doubts,
        *received_doubts,
        *signatures.doubts,
        *_unknown_schedule(job.id, schedule_id, bool(items)),
        *outline.doubts,
        *column.doubts,
        *item_doubts,
        *note_doubts,
        *stamp_doubts,
        *(doubt for each in crosswalked for doubt in each.doubts),
        *ahead_doubts,
        *stapled_doubts(stapled),
    ]
    if not items:
        doubts.append(Doubt(code="no-items", message="No item was found on the form."))
    call = _box(boxes, "telephone")
    span = telephone(call.text) if call else None
    return ScheduleDocument(
        source=source,
        form="SF-115",
        schedule=Schedule(
            id=job.id,
            printed=job.printed,
            agency=agency,
            record_group=Reading(value=job.record_group, evidence=job.id.evidence)
            if job.record_group and job.id
            else None,
            major_subdivision=_text(boxes, "major"),
            minor_subdivision=_text(boxes, "minor"),
            subject=preamble.subject,
            background=preamble.background,
            stamps=_stamps(blocks, sheets.headings, kept),
            received=received,
            certified=signatures.certified,
            approved=signatures.approved,
            contact_name=_text(boxes, "confer"),
            contact_telephone=reading_of(call.slice(*span)) if call and span else None,
        ),
        items=items,
        citations=tuple(
            each
            for each in (
                *(told if signatures.approved else only_cited(told)),
                *cited_ahead,
                *stapled_citations(stapled, occurrences),
            )
            if (each.disputed and each.words) or not _is_own(each.target, schedule_id)
        ),
        events=signatures.events,
        doubts=tuple(doubts),
    )


def _is_own(target: str | None, schedule: str) -> bool:
    return target == schedule or (target or "").startswith(f"{schedule}/")


def _plain(blocks: Sequence[Block]) -> list[Block]:
    return [
        block for block in blocks if block.kind not in ("stamp", "rule") and not is_form_print(block.text)
    ]


def _items_part(sheets: Sheets) -> tuple[list[BodyLine], frozenset[Evidence], tuple[Doubt, ...]]:
    """The lines of the items part that belong to its text, and where stamps stand that are notes."""
    body = without_even_weight(sheets.body)
    running = running_headers([line.block for line in body])
    notes, doubts = notes_among_stamps(body)
    below, scraps = below_the_foot(body)
    lines: list[BodyLine] = []
    passed = True
    for index, line in enumerate(body):
        if index in running or index in below or (line.block.kind in _NOT_TEXT and index not in notes):
            passed = True
            continue
        before = lines[-1] if lines else None
        passed = passed or (
            before is not None
            and (before.block.page != line.block.page or before.columns is not line.columns)
        )
        if before and passed and _runs_on(before.block, line.block):
            line = replace(line, block=line.block._replace(gap=False))
        lines.append(line)
        passed = False
    return lines, frozenset(body[index].block.passage.evidence() for index in notes), (*doubts, *scraps)


def _runs_on(before: Block, block: Block) -> bool:
    """Whether a sentence goes on behind a page break: "Destroy after", and on the next sheet "30 days."."""
    return (
        bool(_UNFINISHED.search(before.text))
        and bool(_GOES_ON.match(block.text))
        and not before.heading
        and not block.heading
        and (len(block.cells) == 1 or not block.cells[0])
    )


def _media_neutral(preamble: Sequence[Entry]) -> Reading[bool] | None:
    """What the text before the items says of the media of all of them."""
    for entry in preamble:
        if found := _MEDIA_NEUTRAL.search(entry.passage.text):
            return Reading(value=True, evidence=entry.passage.evidence(found.start(), found.end()))
    return None


def _stamps(
    blocks: Sequence[Block], headings: Sequence[Block], notes: frozenset[Evidence]
) -> tuple[Reading[str], ...]:
    """Each stamp once, where it first stands; what was written beside an item is none, nor is a column's label."""
    labels = {id(block) for block in headings}
    found: dict[str, Reading[str]] = {}
    for block in blocks:
        if block.kind == "stamp" and not block.text.islower() and id(block) not in labels:
            reading = reading_of_words(block.passage)
            if reading.evidence in notes:
                continue
            found.setdefault(reading.value.casefold(), reading)
    return tuple(found.values())


def _order_doubt(boxes: Sequence[Box]) -> tuple[Doubt, ...]:
    first = next((box for box in boxes if box.by_order and box.value), None)
    if first is None or first.value is None:
        return ()
    message = (
        "The labels of the head stand apart from their values; each value was matched by kind and order."
    )
    return (Doubt(code="boxes-by-order", message=message, evidence=first.value.evidence()),)


def _box(boxes: Sequence[Box], name: str) -> Passage | None:
    return next((box.value for box in boxes if box.name == name and box.value), None)


def _text(boxes: Sequence[Box], name: str) -> Reading[str] | None:
    value = _box(boxes, name)
    return reading_of(value) if value else None


def _schedule_citations(
    content: Content, wide: Sequence[Passage], occurrences: frozenset[str], schedule: str
) -> tuple[tuple[Citation, ...], tuple[Doubt, ...]]:
    words = _words(content)
    citations, doubts = item_citations(content, words, "cites", occurrences)
    said = [each for passage in wide for each in plain_citations(passage, "cites", occurrences)]
    others = [each for passage in words for each in said_of_others(passage, schedule, (schedule,))]
    return (*citations, *said, *others), doubts


def _words(content: Content) -> list[Passage]:
    return [part for part in (content.heading, content.body, content.instruction) if part]


def _unknown_schedule(number: Reading[str] | None, stand_in: str, items: bool) -> tuple[Doubt, ...]:
    if number is not None or not items:
        return ()
    message = f"The schedule's number is unknown; its items are named {stand_in}/… until it is."
    return (Doubt(code="schedule-unknown", message=message),)
