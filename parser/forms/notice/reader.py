"""The NOTICE on an older schedule: which of its items are active, which are dead and why, as of a date."""

from collections.abc import Sequence
from datetime import date

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation.cited import words_of
from schedgraph.parser.citation.listeditems import schedule_of
from schedgraph.parser.dates import find_dates, read_date
from schedgraph.parser.document import Citation, Item, Schedule, ScheduleDocument, Source
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.detect import Detection
from schedgraph.parser.forms.notice.items import UNREAD_LINE, merged, said_of_all, statement_items
from schedgraph.parser.forms.notice.lines import label_at_start, statements
from schedgraph.parser.forms.notice.reasons import notice_labels
from schedgraph.parser.forms.unknown import stamps
from schedgraph.parser.labels import find_labels
from schedgraph.parser.passage import Passage

_UNCERTAIN = 0.95


def read_notice(
    blocks: Sequence[Block], source: Source, detection: Detection | None = None
) -> ScheduleDocument:
    """The notice alone; the schedule that it covers begins at `detection.covered_from`."""
    end = detection.covered_from if detection and detection.covered_from is not None else len(blocks)
    own_blocks = blocks[:end]
    number, mention, doubts = _schedule_number(own_blocks)
    as_of = _as_of(own_blocks)
    items: dict[str, Item] = {}
    wide: list[Citation] = []
    for line in statements(own_blocks, number.value if number else None):
        found, told = statement_items(line, number.value if number else None)
        doubts.extend(told)
        if number and (of_all := said_of_all(line, number.value)):
            wide.extend(of_all)
            continue
        if number and any(each.code == UNREAD_LINE for each in told):
            wide.append(_not_understood(number.value, line.passage))
        for item in found:
            if item.id in items:
                item, contradiction = merged(items[item.id], item)
                doubts.extend(contradiction)
            items[item.id] = item
    schedule = Schedule(
        id=number,
        printed=mention.printed if mention else None,
        record_group=_record_group(number),
        stamps=_stamps(own_blocks),
        accurate_as_of=as_of,
    )
    if as_of is None:
        doubts.append(Doubt(code="as-of-date-missing", message="The notice's date was not found."))
    return ScheduleDocument(
        source=source,
        form="notice",
        schedule=schedule,
        items=tuple(items.values()),
        citations=tuple(wide),
        doubts=tuple(doubts),
    )


def _not_understood(schedule: str, line: Passage) -> Citation:
    """A line of which it is not known whose item it speaks of: it may be any item of the schedule."""
    words = words_of(line)
    return Citation(
        relation="cites",
        target=schedule,
        printed=schedule,
        evidence=words.evidence,
        disputed=True,
        words=words,
    )


def _schedule_number(
    blocks: Sequence[Block],
) -> tuple[Reading[str] | None, Mention | None, list[Doubt]]:
    """The job that the notice is about: beside its label, else the first whole number before the lists.

    The text layer of a notice gives its values before its labels, so the label may come too late.
    """
    candidates: list[tuple[int, Passage, Mention]] = []
    labelled = False
    for block in blocks:
        match = label_at_start(block)
        name = match.label.name if match else None
        if name in ("active", "inactive") and candidates:
            break
        for mention in find_numbers(block.passage.text):
            if mention.whole_schedule:
                beside = 0 if name == "schedule-number" or labelled else 1
                candidates.append((beside, block.passage, mention))
        labelled = name == "schedule-number" and match is not None and match.end >= len(block.passage.text)
    if not candidates:
        return _number_of_statements(blocks)
    _, passage, mention = min(candidates, key=lambda each: each[0])
    return _number(passage, mention)


def _number_of_statements(
    blocks: Sequence[Block],
) -> tuple[Reading[str] | None, Mention | None, list[Doubt]]:
    """The schedule whose items begin the statements, where they all name it."""
    first: list[tuple[Passage, Mention]] = []
    for block in blocks:
        mentions = find_numbers(block.passage.text)
        if mentions and mentions[0].start <= 12:
            first.append((block.passage, mentions[0]))
    schedules = {schedule_of(mention.id) for _, mention in first} - {None}
    if len(schedules) != 1:
        doubt = Doubt(code="schedule-number-missing", message="No number of the schedule was found.")
        return None, None, [doubt]
    passage, mention = first[0]
    return _number(passage, mention)


def _number(passage: Passage, mention: Mention) -> tuple[Reading[str] | None, Mention, list[Doubt]]:
    schedule = schedule_of(mention.id)
    confidence = 1.0 if mention.sure else _UNCERTAIN
    evidence = passage.evidence(mention.start, mention.end, confidence)
    if schedule is None:
        message = f'The schedule\'s number "{mention.printed}" could not be read with certainty.'
        return None, mention, [Doubt(code="number-unread", message=message, evidence=evidence)]
    reading = Reading(value=schedule, evidence=evidence, repairs=mention.repairs)
    if mention.sure:
        return reading, mention, []
    message = f'"{mention.printed}" was read as {schedule}; no other place confirms the repair.'
    return reading, mention, [Doubt(code="number-repaired", message=message, evidence=evidence)]


def _as_of(blocks: Sequence[Block]) -> Reading[date] | None:
    """The date beside "accurate as of", on the next line, or alone on a line above it."""
    alone: list[Reading[date]] = []
    waiting = False
    for block in blocks:
        passage = block.passage
        day = read_date(passage.text)
        if day and day.value and day.end - day.start >= len(passage.text.strip()) - 2:
            reading = Reading(
                value=day.value, evidence=passage.evidence(confidence=day.confidence), repairs=day.repairs
            )
            if waiting:
                return reading
            alone.append(reading)
        label = next(
            (one for one in find_labels(passage.text, notice_labels()) if one.label.name == "as-of"), None
        )
        if label:
            after = [each for each in find_dates(passage.text[label.end :]) if each.value]
            if after and after[0].value:
                start, end = label.end + after[0].start, label.end + after[0].end
                evidence = passage.evidence(start, end, after[0].confidence)
                return Reading(value=after[0].value, evidence=evidence, repairs=after[0].repairs)
            waiting = True
        elif waiting and label_at_start(block):
            waiting = False
    return alone[0] if alone and _mentions_as_of(blocks) else None


def _mentions_as_of(blocks: Sequence[Block]) -> bool:
    return any(
        label.label.name == "as-of"
        for block in blocks
        for label in find_labels(block.passage.text, notice_labels())
    )


def _stamps(blocks: Sequence[Block]) -> tuple[Reading[str], ...]:
    """The stamps, and the title where it is worded in a way that no stamp is."""
    found = stamps(blocks)
    titles = tuple(
        Reading(value=block.text, evidence=block.passage.evidence())
        for block in blocks
        if block.kind != "stamp" and block.text.casefold().startswith("notice") and len(block.text) < 90
    )
    return (*found, *titles)


def _record_group(number: Reading[str] | None) -> Reading[str] | None:
    parsed = parse_identifier(number.value) if number else None
    if number is None or parsed is None or parsed.record_group is None:
        return None
    return Reading(value=parsed.record_group, evidence=number.evidence, repairs=number.repairs)
