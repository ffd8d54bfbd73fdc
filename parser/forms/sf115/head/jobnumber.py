"""The number of the schedule: from the job number box, confirmed or not by what else the document prints."""

from collections.abc import Sequence
from dataclasses import dataclass

from schedgraph.parser.authority.agreement import agree, number_in_file_name, sure_numbers
from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.blocks import Block
from schedgraph.parser.document import Source
from schedgraph.parser.evidence import Doubt, Evidence, Reading
from schedgraph.parser.forms.sf115.head.boxes import Box
from schedgraph.parser.passage import Passage

FILE_NAME_CONFIDENCE = 0.5
REPAIRED_CONFIDENCE = 0.95
_LONGEST_PAGE_HEAD = 60
_FIRST_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class JobNumber:
    """The schedule's identifier (None where it is unknown), as it is printed, and what is doubtful."""

    id: Reading[str] | None
    printed: str | None
    record_group: str | None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    schedule: str
    mention: Mention
    evidence: Evidence


def read_job_number(
    boxes: Sequence[Box], head: Sequence[Block], body: Sequence[Block], source: Source
) -> JobNumber:
    """The number that the job number boxes of all sheets agree on."""
    values = [box.value for box in boxes if box.name == "job-number" and box.value]
    named = number_in_file_name(source.name)
    elsewhere = sure_numbers(
        mention for block in (*head, *body) for mention in find_numbers(block.passage.text)
    )
    occurrences = elsewhere | ({named} if named else set())
    candidates = [each for value in values for each in _candidates(value, occurrences)]
    doubts: list[Doubt] = []
    if not candidates:
        loose = [each for block in head for each in _candidates(block.passage, occurrences)]
        loose = loose or [
            each for block in _page_heads(body) for each in _candidates(block.passage, occurrences)
        ]
        if len({each.schedule for each in loose}) == 1:
            candidates = loose[:1]
            printed = candidates[0].mention.printed
            message = f"{printed} stands at the head of a page without the label of a job number."
            doubts.append(Doubt(code="number-unlabelled", message=message, evidence=candidates[0].evidence))
    if not candidates:
        return _unknown(values, named)
    schedules = _distinct(candidates, named)
    if len(schedules) > 1:
        numbers = " and ".join(schedules)
        message = f"The file holds the forms of {numbers}; split it, for the items cannot be told apart."
        doubt = Doubt(code="two-schedules", message=message, evidence=candidates[-1].evidence)
        return JobNumber(id=None, printed=candidates[0].mention.printed, record_group=None, doubts=(doubt,))
    chosen = next(
        (each for each in candidates if each.schedule == schedules[0] and each.mention.sure), None
    ) or next(each for each in candidates if each.schedule == schedules[0])
    others = {each.schedule for each in candidates} - {chosen.schedule}
    if others:
        message = f"A sheet prints {', '.join(sorted(others))} where the others print {chosen.schedule}."
        doubts.append(Doubt(code="number-differs", message=message, evidence=chosen.evidence))
    repairs = chosen.mention.repairs
    confirmed = not repairs or chosen.schedule in occurrences
    if not confirmed:
        message = (
            f"{chosen.mention.printed} was read as {chosen.schedule} ({', '.join(repairs)}); "
            "no other place in the document confirms it."
        )
        doubts.append(Doubt(code="number-repaired", message=message, evidence=chosen.evidence))
    if named and named != chosen.schedule:
        message = f"The file's name says {named}, the form {chosen.schedule}."
        doubts.append(Doubt(code="number-differs-from-file-name", message=message, evidence=chosen.evidence))
    return JobNumber(
        id=Reading(value=chosen.schedule, evidence=chosen.evidence, repairs=repairs),
        printed=chosen.mention.printed,
        record_group=record_group(chosen.schedule),
        doubts=tuple(doubts),
    )


def record_group(schedule: str) -> str | None:
    """The record group that the number names: `567`, `AU`."""
    number = parse_identifier(schedule)
    return number.record_group if number else None


def _page_heads(body: Sequence[Block]) -> list[Block]:
    """The lines of blank stationery that hold a schedule's number and at most a page number beside it."""
    found = []
    for index, block in enumerate(body):
        if (
            block.gap
            and len(block.text) < _LONGEST_PAGE_HEAD
            and (index < _FIRST_LINES or body[index - 1].page < block.page)
        ):
            mentions = find_numbers(block.passage.text)
            rest = "".join(block.passage.text.split(mention.printed)[-1] for mention in mentions[:1])
            if mentions and mentions[0].whole_schedule and mentions[0].start < 12 and len(rest.split()) <= 4:
                found.append(block)
    return found


def _candidates(passage: Passage, occurrences: frozenset[str] | set[str]) -> list[_Candidate]:
    found = []
    for mention in agree(find_numbers(passage.text), occurrences):
        number = parse_identifier(mention.id) if mention.id else None
        if number is None or number.family == "GRS":
            continue
        confidence = 1.0 if mention.sure else REPAIRED_CONFIDENCE
        evidence = passage.evidence(mention.start, mention.end, confidence)
        found.append(_Candidate(number.schedule, mention, evidence))
    return found


def _distinct(candidates: Sequence[_Candidate], named: str | None) -> list[str]:
    """The schedules that the boxes name; a damaged one gives way to a sound one that it may be."""
    schedules = list(dict.fromkeys(each.schedule for each in candidates))
    if len(schedules) == 1:
        return schedules
    sound = {each.schedule for each in candidates if each.mention.sure}
    kept = [
        schedule
        for schedule in schedules
        if schedule in sound
        or not any(
            reading.target in sound
            for each in candidates
            if each.schedule == schedule
            for reading in each.mention.readings
        )
    ]
    counts = {schedule: sum(each.schedule == schedule for each in candidates) for schedule in kept}
    first = kept[0]
    support = counts[first] + (named == first)
    if support >= 2 and all(counts[each] == 1 and _alike(first, each) for each in kept[1:]):
        return [first]
    return kept


def _alike(one: str, other: str) -> bool:
    """Whether two numbers differ in one character, as a misread digit makes them."""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _unknown(values: Sequence[Passage], named: str | None) -> JobNumber:
    printed = " ".join(values[0].text.split()) if values else None
    if values:
        message = f"The job number box reads {printed!r}, which is no number that can be stated."
        doubts = [Doubt(code="number-unreadable", message=message, evidence=values[0].evidence())]
    else:
        doubts = [Doubt(code="number-missing", message="No job number was found on the form.")]
    if named is None:
        return JobNumber(id=None, printed=printed, record_group=None, doubts=tuple(doubts))
    message = f"{named} is taken from the file's name; nothing in the document confirms it."
    doubts.append(Doubt(code="number-from-file-name", message=message))
    evidence = Evidence(page=1, quote="", start=0, end=0, method="file-name", confidence=FILE_NAME_CONFIDENCE)
    return JobNumber(
        id=Reading(value=named, evidence=evidence),
        printed=printed,
        record_group=record_group(named),
        doubts=tuple(doubts),
    )
