"""The blocks of an ERA schedule to a ScheduleDocument."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.authority.agreement import number_in_file_name
from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.document import Item, Schedule, ScheduleDocument, SignatoryEvent, Source
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.detect import Detection
from schedgraph.parser.forms.era import counts, outline
from schedgraph.parser.forms.era.entries import Entry, Laid, lay_out
from schedgraph.parser.forms.era.fields import Field, read_fields
from schedgraph.parser.forms.era.header import printed_on, read_header, record_group_doubts
from schedgraph.parser.forms.era.items import Numbered, citations_of, distinct, read_item
from schedgraph.parser.forms.era.numbers import Place, item_number, read_place, schedule_number, settle
from schedgraph.parser.forms.era.tokens import passage_of, tokens
from schedgraph.parser.forms.signatories import action_of, read_signatories
from schedgraph.parser.labels import fold

_WORD = re.compile(r"[A-Za-z]{4,}")


def read_era(blocks: Sequence[Block], source: Source, detection: Detection | None = None) -> ScheduleDocument:
    """Everything that an ERA schedule says."""
    fields, doubts = read_fields(tokens(blocks))
    laid = lay_out(fields)
    header_place = read_place(laid.header["schedule-number"].lines) if "schedule-number" in laid.header else None
    running = [*_running(blocks), *(read_place(field.lines) for field in fields if _names_schedule(field))]
    entry_places = [read_place(entry.number) for entry in laid.entries]
    settled = settle([header_place, *running, *entry_places])
    header_place, entry_places = settled[0], settled[1 + len(running) :]
    others = [place for place in settled[1:] if place]
    number, printed, told = schedule_number(header_place, others, named=number_in_file_name(source.name))
    schedule = read_header(laid.header, number, printed)
    events, event_doubts = _events(laid, blocks)
    items, item_doubts = _items(laid.entries, entry_places, number.value if number else None)
    own = {item.id for item in items} | ({number.value} if number else set())
    background = laid.header.get("background")
    citations = citations_of(background.lines, "cites", own) if background else []
    item_counts, counted = counts.read_counts(laid.header)
    schedule = replace(
        schedule,
        item_counts=item_counts,
        printed_on=printed_on(blocks),
        stamps=_stamps(blocks, laid),
        **_dates(schedule, events),
    )
    return ScheduleDocument(
        source=source,
        form="ERA",
        schedule=schedule,
        items=items,
        citations=distinct(citations),
        events=events,
        doubts=(
            *told,
            *([] if number else [_missing("schedule-number-missing", "The schedule's number was not found.")]),
            *record_group_doubts(schedule.record_group, number),
            *doubts,
            *item_doubts,
            *_count_doubts(items, schedule, counted),
            *event_doubts,
            *_approval_doubts(schedule, events),
        ),
    )
