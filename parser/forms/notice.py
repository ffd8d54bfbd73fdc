"""The NOTICE on an older schedule: which of its items are active, which are dead and why, as of a date."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation import read_citations
from schedgraph.parser.dates import find_dates, read_date
from schedgraph.parser.document import Item, Schedule, ScheduleDocument, Source
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.detect import Detection
from schedgraph.parser.forms.unknown import stamps
from schedgraph.parser.labels import Label, LabelMatch, find_labels, load_labels, match_label
from schedgraph.parser.passage import Passage

# Item 1a, 2-4 · Items 1, 3c(2) and 7 · 1a. · Sub-item 4 · Item No. 12
_ITEM_WORD = re.compile(r"(?:sub-?)?[i1l]tems?\b(?:[ ]?(?:nos?|numbers?)\b\.?)?[ :]*", re.IGNORECASE)
_DESIGNATOR = re.compile(
    r"\(?\d{1,4}[a-zA-Z]?(?:[.\-/]?\(?[0-9a-zA-Z]{1,4}\)?){0,5}[,;]?|\(?[A-Za-z]{1,2}\)?[,;]?"
)
_BETWEEN = frozenset({"and", "&", "to", "through", "thru", "-", "–", "—", ",", "or"})
_UNCERTAIN = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A statement of a list and the list it stands in; `status` is that of the heading above it."""

    passage: Passage
    status: str | None
    listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """The items of the schedule that a statement begins with, and where its words about them begin."""

    ids: tuple[str, ...]
    printed: str
    end: int
    unread: tuple[str, ...] = ()


def read_notice(
    blocks: Sequence[Block], source: Source, detection: Detection | None = None
) -> ScheduleDocument:
    """The notice alone; the schedule that it covers begins at `detection.covered_from`."""
    end = detection.covered_from if detection and detection.covered_from is not None else len(blocks)
    own_blocks = blocks[:end]
    number, mention, doubts = _schedule_number(own_blocks)
    as_of = _as_of(own_blocks)
    items: dict[str, Item] = {}
    for line in _lines(own_blocks):
        found, told = _items(line, number.value if number else None)
        doubts.extend(told)
        for item in found:
            if item.id in items:
                item, contradiction = _merged(items[item.id], item)
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
        source=source, form="notice", schedule=schedule, items=tuple(items.values()), doubts=tuple(doubts)
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
        match = _label_at_start(block)
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
    schedules = {_schedule(mention.id) for _, mention in first} - {None}
    if len(schedules) != 1:
        doubt = Doubt(code="schedule-number-missing", message="No number of the schedule was found.")
        return None, None, [doubt]
    passage, mention = first[0]
    return _number(passage, mention)


def _number(passage: Passage, mention: Mention) -> tuple[Reading[str] | None, Mention, list[Doubt]]:
    schedule = _schedule(mention.id)
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
            reading = Reading(value=day.value, evidence=passage.evidence(), repairs=day.repairs)
            if waiting:
                return reading
            alone.append(reading)
        label = next((one for one in find_labels(passage.text, _labels()) if one.label.name == "as-of"), None)
        if label:
            after = [each for each in find_dates(passage.text[label.end :]) if each.value]
            if after and after[0].value:
                start, end = label.end + after[0].start, label.end + after[0].end
                return Reading(
                    value=after[0].value, evidence=passage.evidence(start, end), repairs=after[0].repairs
                )
            waiting = True
        elif waiting and _label_at_start(block):
            waiting = False
    return alone[0] if alone and _mentions_as_of(blocks) else None


def _mentions_as_of(blocks: Sequence[Block]) -> bool:
    return any(
        label.label.name == "as-of"
        for block in blocks
        for label in find_labels(block.passage.text, _labels())
    )


def _lines(blocks: Sequence[Block]) -> Iterator[_Line]:
    """The statements of the lists, wrapped lines joined."""
    status: str | None = None
    listed = False
    lines: list[Passage] = []

    def flush() -> Iterator[_Line]:
        if lines:
            yield _Line(passage=Passage.join(lines), status=status, listed=listed)
        lines.clear()

    boilerplate = False
    for block in blocks:
        if block.kind in ("furniture", "rule", "stamp"):
            continue
        match = _label_at_start(block)
        name = match.label.name if match else None
        if name in ("active", "inactive"):
            yield from flush()
            status, listed = ("Active" if name == "active" else "Superseded or obsolete"), True
            boilerplate = False
            continue
        if heading := _reason_alone(block.text):
            yield from flush()
            status = heading
            continue
        if name in ("boilerplate", "schedule-number", "as-of"):
            yield from flush()
            boilerplate = True
            continue
        if _begins_statement(block):
            yield from flush()
            boilerplate = False
        if not boilerplate:
            lines.append(block.passage)
    yield from flush()


def _begins_statement(block: Block) -> bool:
    """Whether a line begins with an item or with a number, or is a cell of a list."""
    text = block.text
    if block.kind == "row" or _ITEM_WORD.match(text):
        return True
    mentions = find_numbers(text[:60])
    if mentions and mentions[0].start == 0:
        return True
    first = text.split()[0] if text else ""
    return bool(_DESIGNATOR.fullmatch(first.rstrip(".:"))) and any(c.isdigit() for c in first)


def _items(line: _Line, schedule: str | None) -> tuple[list[Item], list[Doubt]]:
    text = line.passage.text
    if schedule is None:
        return [], []
    own = _own_items(text, schedule)
    if own is None or not own.ids:
        return [], _unread(line, own)
    rest = line.passage.slice(own.end)
    status = _status(rest.text) or line.status
    doubts = _unread(line, own)
    if status is None:
        message = f"The notice names {own.printed} and does not say whether the item is active."
        doubts.append(Doubt(code="notice-list-unknown", message=message, evidence=line.passage.evidence()))
    dead = status is not None and status != "Active"
    citations = tuple(
        citation
        for citation in read_citations(
            line.passage, default="superseded-by" if dead else "cites", own=(schedule, *own.ids)
        )
        if citation.target not in own.ids and citation.target != schedule
    )
    title = _title(rest)
    stated = _stated(line, rest, status)
    return [
        Item(
            id=identifier,
            number=own.printed if len(own.ids) == 1 else _path(identifier),
            parent=None,
            evidence=line.passage.evidence(),
            title=title if len(own.ids) == 1 else None,
            status_printed=stated,
            citations=citations,
        )
        for identifier in own.ids
    ], doubts


def _own_items(text: str, schedule: str) -> _Own | None:
    """The items that the statement begins with: `<job> item 54`, `Items 1-4, 7 and 9a`, `12b`."""
    mentions = find_numbers(text)
    leading: list[Mention] = []
    for mention in mentions:
        if _schedule(mention.id) != schedule or (
            leading and text[leading[-1].end : mention.start].strip(" ,;and&")
        ):
            break
        if not leading and mention.start > 12:
            break
        leading.append(mention)
    with_items = tuple(mention.id for mention in leading if mention.id and not mention.whole_schedule)
    if with_items:
        last = max(mention.end for mention in leading)
        return _Own(ids=with_items, printed=text[leading[0].start : last], end=last)
    start = leading[0].end if leading else 0
    while start < len(text) and text[start] in " ,:;-–\n\t":
        start += 1
    end = _list_end(text, start)
    if end == start:
        return None
    printed = text[start:end].strip(" ,;:.\n\t")
    listed = _ITEM_WORD.sub("", printed, count=1)
    number = parse_identifier(schedule)
    if number is None or not listed:
        return None
    found = find_numbers(f"{schedule}, items {listed}")
    ids = tuple(
        dict.fromkeys(
            mention.id
            for mention in found
            if mention.id and not mention.whole_schedule and _schedule(mention.id) == schedule
        )
    )
    unread = tuple(mention.printed for mention in found if mention.id is None)
    return _Own(ids=ids, printed=listed, end=end, unread=unread or (() if ids else (listed,)))


def _list_end(text: str, start: int) -> int:
    """Where a list of designators that begins at `start` ends."""
    word = _ITEM_WORD.match(text, start)
    position = word.end() if word else start
    end = start
    expects = True
    while position < len(text):
        stop = position
        while stop < len(text) and not text[stop].isspace():
            stop += 1
        token = text[position:stop]
        bare = token.strip(".,;:")
        if bare.casefold() in _BETWEEN or _ITEM_WORD.fullmatch(bare):
            expects = True
        elif _DESIGNATOR.fullmatch(token.rstrip(".:")) and (expects or bare.startswith("(")):
            if not any(c.isdigit() for c in bare) and not (word and (len(bare) == 1 or bare[0] == "(")):
                break
            end = position + len(token.rstrip(".,;:"))
            expects = token.endswith((",", ";"))
            if token.endswith((".", ":")):
                break
        else:
            break
        position = stop
        while position < len(text) and text[position] in " \n":
            position += 1
        if position < len(text) and text[position] == "\t":
            break
    return end


def _stated(line: _Line, rest: Passage, status: str | None) -> Reading[str] | None:
    return Reading(value=status, evidence=line.passage.evidence()) if status else None


def _title(rest: Passage) -> Reading[str] | None:
    """A title beside an item of the list, where the words are no statement."""
    text = " ".join(rest.text.split()).strip(" -–—:.,\t")
    if len(text) < 4 or not text[0].isupper() or _status(text) or find_numbers(text) or len(text) > 150:
        return None
    return Reading(value=text, evidence=rest.evidence())


def _status(text: str) -> str | None:
    """The first reason that the words give."""
    lowered = text.casefold()
    found = [
        (place, -len(word), status)
        for status, words in _reasons()
        for word in words
        if (place := lowered.find(word)) >= 0
    ]
    return min(found)[2] if found else None


def _reason_alone(text: str) -> str | None:
    """A heading inside the list: `Obsolete:`, `FILING INSTRUCTIONS`."""
    bare = text.strip(" :.-–").casefold()
    return next(
        (
            status
            for status, words in _reasons()
            for word in words
            if bare in (word, word + "s", word + " items", f"the following items are {word}")
        ),
        None,
    )


def _unread(line: _Line, own: _Own | None) -> list[Doubt]:
    unread = own.unread if own else ()
    if own is None and not (line.listed and _status(line.passage.text)):
        return []
    if own is not None and not unread:
        return []
    message = (
        f"The items {', '.join(unread)} could not be read."
        if unread
        else "This line of the notice names no item that could be read."
    )
    return [Doubt(code="notice-line-unread", message=message, evidence=line.passage.evidence())]


def _merged(first: Item, second: Item) -> tuple[Item, list[Doubt]]:
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
        message = f"The notice calls {first.id} {one.value.lower()} and {other.value.lower()}."
        doubt = Doubt(code="notice-contradicts-itself", message=message, evidence=other.evidence)
        return replace(merged, status_printed=None), [doubt]
    return merged, []


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


def _schedule(identifier: str | None) -> str | None:
    number = parse_identifier(identifier) if identifier else None
    return number.schedule if number else None


def _path(identifier: str) -> str:
    number = parse_identifier(identifier)
    return "/".join(number.path) if number else identifier


def _label_at_start(block: Block) -> LabelMatch | None:
    return match_label(block.passage.text, _labels())


@cache
def _labels() -> tuple[Label, ...]:
    return load_labels(files("schedgraph.parser.forms") / "notice.toml")


@cache
def _reasons() -> tuple[tuple[str, tuple[str, ...]], ...]:
    text = (files("schedgraph.parser.forms") / "notice.toml").read_text(encoding="utf-8")
    return tuple((row["status"], tuple(row["words"])) for row in tomllib.loads(text)["reason"])
