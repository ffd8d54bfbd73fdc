"""The blocks of an ERA schedule to a ScheduleDocument."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.agreement import number_in_file_name
from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation.elsewhere import only_cited
from schedgraph.parser.document import (
    Citation,
    Item,
    Schedule,
    ScheduleDocument,
    SignatoryEvent,
    Source,
    unread_schedule,
)
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.crosswalk import Crosswalk, crosswalk_rows, read_crosswalk
from schedgraph.parser.forms.detect import Detection
from schedgraph.parser.forms.era import counts
from schedgraph.parser.forms.era.apart import with_notes_apart
from schedgraph.parser.forms.era.arrangement import arranged
from schedgraph.parser.forms.era.behind import names_ended_items, read_behind
from schedgraph.parser.forms.era.entries import Laid, lay_out
from schedgraph.parser.forms.era.field import Field
from schedgraph.parser.forms.era.fields import read_fields
from schedgraph.parser.forms.era.header import closed_doubts, printed_on, read_header, record_group_doubts
from schedgraph.parser.forms.era.items import citations_of, distinct
from schedgraph.parser.forms.era.listing import read_listing
from schedgraph.parser.forms.era.margin import with_margin_notes
from schedgraph.parser.forms.era.numbers import Place, number_apart, read_place, schedule_number, settle
from schedgraph.parser.forms.era.spaced import with_spaced_tables
from schedgraph.parser.forms.era.tokens import passage_of, tokens
from schedgraph.parser.forms.era.unanswered import unanswered
from schedgraph.parser.forms.era.unlabelled import with_bare_heads
from schedgraph.parser.forms.itemwise import said_by_items
from schedgraph.parser.forms.saidofothers import said_of_others
from schedgraph.parser.forms.signatories import action_name, read_signatories
from schedgraph.parser.look_alikes import reading_of_words
from schedgraph.parser.passage import Passage

_WORD = re.compile(r"[A-Za-z]{4,}")
_LONGEST_ROW = 400


def read_era(blocks: Sequence[Block], source: Source, detection: Detection | None = None) -> ScheduleDocument:
    """Everything that an ERA schedule says."""
    blocks = with_notes_apart(with_margin_notes(with_spaced_tables(blocks)))
    notes = frozenset(index for index, block in enumerate(blocks) if names_ended_items(block))
    rows = crosswalk_rows(blocks)
    apart = notes.union(rows)
    arrangement = arranged(with_bare_heads([token for token in tokens(blocks) if token.block not in apart]))
    fields, field_doubts = read_fields(arrangement)
    laid = lay_out(
        [
            field._replace(lines=number_apart(field.lines)) if field.name == "item-number" else field
            for field in fields
        ]
    )
    header_field = laid.header.get("schedule-number")
    running = [*_running(blocks), *(read_place(field.lines) for field in fields if _names_schedule(field))]
    named = number_in_file_name(source.name)
    header_place, *others = settle(
        [
            read_place(header_field.lines) if header_field else None,
            *running,
            *(read_place(entry.number) for entry in laid.entries),
        ],
        named=named,
    )
    number, printed, number_doubts = schedule_number(
        header_place, [place for place in others if place], named=named
    )
    listing = read_listing(
        laid.entries, others[len(running) :], number.value if number else unread_schedule(source.sha256)
    )
    items = listing.items
    events, event_doubts = _events(laid, blocks)
    signatories = laid.header.get("signatories")
    signed = signatories.lines[0].block if signatories and signatories.lines else len(blocks)
    among = [blocks[index] for index in sorted(notes) if index < signed]
    rest = list(blocks[signed:])
    if signatories and signatories.lines:
        # Where the signatures stand ahead of the items, what is written in an item is not behind them.
        listed = {
            line.block
            for entry in laid.entries
            for lines in (entry.number, *(each.lines for each in entry.fields.values()))
            for line in lines
        }
        behind_table = range(signatories.lines[-1].block + 1, len(blocks))
        rest = [
            *_of_table(signatories, blocks),
            *(blocks[index] for index in behind_table if index not in listed),
        ]
    behind = read_behind([*among, *rest], items, number.value if number else None)
    items = behind.added_to(items)
    inside = read_crosswalk([blocks[index] for index in rows if index < signed], items) or Crosswalk()
    items = inside.added_to(items)
    item_counts, counted = counts.read_counts(laid.header)
    if counted is None:
        item_counts, counted = counts.counts_in_lines(arrangement)
    own = {item.id for item in items} | ({number.value} if number else set())
    background, replaced = laid.header.get("background"), laid.header.get("superseded-citation")
    schedule = replace(
        _with_dates(read_header(laid.header, number, printed), events),
        item_counts=item_counts,
        printed_on=printed_on(blocks),
        stamps=_stamps(blocks, laid),
    )
    withdrawn = sum(_is_withdrawn(item) for item in items)
    finals = [
        item.disposition.final.value if item.disposition.final else None
        for item in items
        if not _is_withdrawn(item)
    ]
    told = (
        *_of_others(laid, number.value if number else "", own),
        *behind.wide,
        *inside.wide,
    )
    return ScheduleDocument(
        source=source,
        form="ERA",
        schedule=schedule,
        items=items,
        headings=listing.headings,
        citations=distinct(
            [
                *(
                    said_by_items(
                        citations_of(background.lines, "cites", own), items, [passage_of(background.lines)]
                    )
                    if background
                    else ()
                ),
                # "Replaces: N1-434-98-12" ahead of the items is said of the schedule as a whole.
                *(citations_of(replaced.lines, "supersedes", own) if replaced else ()),
                *listing.citations,
                *(told if schedule.approved else only_cited(told)),
            ]
        ),
        events=events,
        doubts=(
            *number_doubts,
            *record_group_doubts(schedule.record_group, number),
            *field_doubts,
            *unanswered(fields),
            *closed_doubts(laid.header),
            *listing.doubts,
            *counts.disagreements(item_counts, finals, withdrawn, counted),
            *event_doubts,
            *behind.doubts,
            *inside.doubts,
            *_approval_doubts(schedule, events),
        ),
    )


def _of_others(laid: Laid, schedule: str, own: Collection[str]) -> Iterator[Citation]:
    """What the prose of the schedule and of its items tells of other authorities."""
    background = laid.header.get("background")
    fields = [background] if background else []
    for entry in laid.entries:
        fields.extend(field for name, field in entry.fields.items() if name != "superseded-citation")
    for lines in (*(field.lines for field in fields), *(entry.number for entry in laid.entries)):
        if lines:
            yield from said_of_others(passage_of(lines), schedule, own)


def _names_schedule(field: Field) -> bool:
    return field.name in ("running-header", "outline") and bool(field.lines)


def _running(blocks: Sequence[Block]) -> list[Place | None]:
    """The numbers of running headers."""
    found: list[Place | None] = []
    for block in blocks:
        if block.kind == "furniture":
            found.extend(
                Place(passage=block.passage, mention=mention)
                for mention in find_numbers(block.passage.text)
                if mention.family == "DAA"
            )
    return found


def _events(laid: Laid, blocks: Sequence[Block]) -> tuple[tuple[SignatoryEvent, ...], tuple[Doubt, ...]]:
    field = laid.header.get("signatories")
    if field is None or not field.lines:
        return (), ()
    first, last = field.lines[0].block, field.lines[-1].block
    # A word inside the table may itself be broken, so only the rest of the document bears witness.
    outside = (*blocks[:first], *blocks[last + 1 :])
    words = frozenset(map(str.casefold, _WORD.findall("\n".join(block.passage.text for block in outside))))
    return read_signatories(_of_table(field, blocks), document_words=words)


def _of_table(field: Field, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of the signatory table; where a text has no line ends, no more of its line than the table is."""
    first, last = field.lines[0].block, field.lines[-1].block
    own = blocks[first]
    if first == last and own.kind == "text" and len(own.text) > _LONGEST_ROW:
        passage = Passage.join([line.passage for line in field.lines], " ")
        return (own._replace(passage=passage, cells=(passage,)),)
    return tuple(blocks[first : last + 1])


def _with_dates(schedule: Schedule, events: Sequence[SignatoryEvent]) -> Schedule:
    """Approved on the day of the Approve row, unless the schedule came back; certified on that of Certify."""
    approved = [event.date for event in events if action_name(event) == "approve"]
    certified = [event.date for event in events if action_name(event) == "certify"]
    return replace(
        schedule,
        approved=approved[-1] if approved and not _is_returned(schedule, events) else None,
        certified=certified[-1] if certified else None,
    )


def _is_returned(schedule: Schedule, events: Sequence[SignatoryEvent]) -> bool:
    """Whether the last word on the schedule is its return."""
    status = schedule.status.value.casefold() if schedule.status else ""
    last = next((name for event in reversed(events) if (name := action_name(event))), None)
    return "return" in status or (last == "return-without-action" and "approved" not in status)


def _approval_doubts(schedule: Schedule, events: Sequence[SignatoryEvent]) -> list[Doubt]:
    status = schedule.status
    if status is None or status.value.casefold() != "approved" or schedule.approved:
        return []
    said = "no date of the approval could be read" if events else "no signatory table was read"
    message = f"The schedule's status is Approved, and {said}."
    return [Doubt(code="approval-date-missing", message=message, evidence=status.evidence)]


def _is_withdrawn(item: Item) -> bool:
    return item.status_printed is not None and "withdrawn" in item.status_printed.value.casefold()


def _stamps(blocks: Sequence[Block], laid: Laid) -> tuple[Reading[str], ...]:
    """Each stamp once; a stamp-like line that is the value of a field, or an item's own, is none."""
    taken = {entry.stamp.block for entry in laid.entries if entry.stamp}
    fields = [
        laid.header.get("schedule-status"),
        *(entry.fields.get("item-status") for entry in laid.entries),
    ]
    taken.update(field.lines[0].block for field in fields if field and field.lines and field.lines[0].stamp)
    # A status in small letters among the fields of an item is that item's, whichever label it lost.
    taken.update(
        line.block
        for entry in laid.entries
        for lines in (entry.number, entry.title, *(field.lines for field in entry.fields.values()))
        for line in lines
        if line.stamp and not line.text.isupper()
    )
    found: dict[str, Reading[str]] = {}
    for index, block in enumerate(blocks):
        if block.kind == "stamp" and index not in taken:
            reading = reading_of_words(block.passage.strip("*[]() ."))
            found.setdefault(reading.value.casefold(), reading)
    return tuple(found.values())
