"""A NOTICE and the form that it covers in the same file, read as one document."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from schedgraph.parser.blocks import Block
from schedgraph.parser.document import UNREAD, Citation, Item, Schedule, ScheduleDocument, Source
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.boundaries import named_both, withheld
from schedgraph.parser.forms.detect import Detection

Reader = Callable[[Sequence[Block], Source, Detection], ScheduleDocument]


def with_covered(
    notice: ScheduleDocument, blocks: Sequence[Block], detection: Detection, reader: Reader
) -> ScheduleDocument:
    """The notice with the form behind it: dates, events and items from the form, statuses from the notice."""
    if detection.covered is None or detection.covered_from is None:
        return notice
    behind = Detection(form=detection.covered, revision=detection.revision)
    form = reader(blocks[detection.covered_from :], notice.source, behind)
    own, other = notice.schedule.id, form.schedule.id
    told = next((doubt for doubt in form.doubts if doubt.code == "two-schedules"), None)
    if told:
        return withheld(notice, told)
    if own and other and own.value != other.value:
        return withheld(notice, named_both({own.value: own.evidence, other.value: other.evidence}))
    items = form.items
    doubts = [*notice.doubts, *form.doubts]
    if own and other is None:
        items = tuple(_renumbered(item, own.value) for item in items)
        message = f"The number of the form could not be read; {own.value} is that of the notice upon it."
        doubts.append(Doubt(code="number-from-notice", message=message, evidence=own.evidence))
    return ScheduleDocument(
        source=notice.source,
        form="notice",
        schedule=_schedule(notice.schedule, form.schedule),
        items=_items(items, notice.items),
        headings=form.headings,
        citations=(*notice.citations, *form.citations),
        events=form.events,
        doubts=tuple(doubts),
    )


def _schedule(notice: Schedule, form: Schedule) -> Schedule:
    known = {stamp.value.casefold() for stamp in notice.stamps}
    return replace(
        form,
        id=form.id or notice.id,
        printed=form.printed or notice.printed,
        record_group=form.record_group or notice.record_group,
        stamps=(*notice.stamps, *(stamp for stamp in form.stamps if stamp.value.casefold() not in known)),
        accurate_as_of=notice.accurate_as_of,
    )


def _renumbered(item: Item, schedule: str) -> Item:
    """An item of a form without a number, as an item of `schedule`."""
    parent = _under(item.parent, schedule) if item.parent else None
    return replace(item, id=_under(item.id, schedule), parent=parent)


def _under(identifier: str, schedule: str) -> str:
    first, slash, path = identifier.partition("/")
    return f"{schedule}/{path}" if slash and first.startswith(UNREAD) else identifier


def _items(form: Sequence[Item], notice: Sequence[Item]) -> tuple[Item, ...]:
    """The items of the form, each with what the notice says of it, then those that only the notice has."""
    said = {item.id: item for item in notice}
    known = {item.id for item in form}
    return (
        *(_told(item, said[item.id]) if item.id in said else item for item in form),
        *(item for item in notice if item.id not in known),
    )


def _told(item: Item, said: Item) -> Item:
    status: Reading[str] | None = said.status_printed or item.status_printed
    known = {(each.relation, each.target) for each in item.citations}
    more: list[Citation] = [each for each in said.citations if (each.relation, each.target) not in known]
    return replace(item, status_printed=status, citations=(*item.citations, *more))
