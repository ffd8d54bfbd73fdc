"""An NA-1005 that arrives as text: labels, values and boxes in lines, as flattening or OCR left them."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import Any

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import find_dates
from schedgraph.parser.document import ScheduleDocument, Source
from schedgraph.parser.evidence import Doubt, Evidence
from schedgraph.parser.forms.boundaries import named_both, withheld
from schedgraph.parser.forms.detect import Detection
from schedgraph.parser.forms.na1005.answers import Answers, Box, kind_of
from schedgraph.parser.forms.na1005.marks import find_captions, find_marks, states
from schedgraph.parser.forms.na1005.number import FAMILY, mentions_in
from schedgraph.parser.forms.na1005.reader import document_of, sure_elsewhere
from schedgraph.parser.labels import Label, find_labels, match_label
from schedgraph.parser.passage import Passage

_COLUMN = re.compile(r"\t|[ \u00a0]{2,}")
_DECISIONS = frozenset({"archives-approved", "archives-denied"})
_WORDS = ("approves", "agency", "refuses")
_APPROVAL = re.compile(r"\bapprov(?:al|ed)\b", re.IGNORECASE)
_MOST_LINES_OF_A_ROW = 3
_MOST_LINES_OF_A_LINE = 2
# Lines like "[x] Yes   [ ] No"    "If yes, list them:"
_ANSWER = re.compile(r"[\W_x]*(?:yes|no)[\W_x]*(?:(?:yes|no)[\W_x]*)?|[^:]{0,60}:\s*", re.IGNORECASE)
# The number of a question: "5. List any …", "5a) List any …"
_NUMBER = r"\s*(?:\(?[0-9]{1,2}[a-z]?[.)]\s*)?"
# A line like "Record Group: 0490" or "2. Record Group: 0490", whatever its label is
_OTHER_LABEL = re.compile(_NUMBER + r"[A-Z][A-Za-z /]{2,40}:\s")
_EDGES = " .:;|_\t\n\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Print:
    """A row of printed.toml."""

    label: Label
    field: str | None
    inline: bool
    last: bool
    prompts: tuple[re.Pattern[str], ...]
    captions: dict[str, str]
    pattern: re.Pattern[str] | None = None
    states: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """A printed label, and the lines from behind it to the next label."""

    printed: _Print
    label: Passage
    lines: tuple[Passage, ...]


def read_printed(
    blocks: Sequence[Block], source: Source, detection: Detection | None = None
) -> ScheduleDocument:
    """What a flattened form says."""
    found = list(_sections(blocks))
    own: dict[str, Evidence] = {}
    chosen: dict[str, _Section] = {}
    for section in found:
        if section.printed.field == "number":
            own |= {number: place for number, place in _numbers(section) if number not in own}
        if section.printed.last or section.printed.label.name not in chosen:
            chosen[section.printed.label.name] = section
    texts: dict[str, Passage] = {}
    boxes: dict[str, Box] = {}
    doubts: list[Doubt] = []
    for section in chosen.values():
        _read(section, texts, boxes, doubts)
    if not boxes.keys() & _DECISIONS and (day := _approved_on(blocks, texts, tuple(chosen.values()))):
        texts.setdefault("approved-date", day)
    if "number" not in texts and (alone := _number_alone(blocks)):
        texts["number"] = alone
    elsewhere = sure_elsewhere(
        [block.passage for block in blocks if "number" in texts and not _holds(block, texts["number"])]
    )
    previous = texts.get("previous")
    mine = elsewhere - {each.id or "" for each in mentions_in(previous)} if previous else elsewhere
    answers = Answers(texts=texts, boxes=boxes, doubts=tuple(doubts))
    document = document_of(answers, source, mine)
    return withheld(document, named_both(own)) if len(own) > 1 else document


def _sections(blocks: Sequence[Block]) -> Iterator[_Section]:
    """The labels in reading order. A label that was met counts no more: instructions name others' labels."""
    open_label: tuple[_Print, Passage] | None = None
    lines: list[Passage] = []
    seen: set[str] = set()
    for block in blocks:
        passage = block.passage
        start = 0
        for printed, low, high in _labels_on(passage.text):
            repeated = printed.label.name in seen and not (printed.last or printed.field == "number")
            if repeated and (printed.field or printed.captions):
                continue
            seen.add(printed.label.name)
            if open_label:
                lines.append(passage.slice(start, low))
                yield _Section(printed=open_label[0], label=open_label[1], lines=_kept(lines))
            open_label, lines, start = (printed, passage.slice(low, high)), [], high
        lines.append(passage.slice(start))
    if open_label:
        yield _Section(printed=open_label[0], label=open_label[1], lines=_kept(lines))


def _kept(lines: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple(line for line in lines if line)


def _labels_on(text: str) -> list[tuple[_Print, int, int]]:
    """The labels that begin the line or a column of it, and those that may stand within."""
    found: dict[int, tuple[_Print, int, int]] = {}
    labels = [each.label for each in _prints().values()]
    starts = [0, *(gap.end() for gap in _COLUMN.finditer(text))]
    for start in starts:
        match = match_label(text[start:], labels)
        if match:
            low, high = start + match.start, start + match.end
            found[low] = (_prints()[match.label.name], low, high)
    inline = [each.label for each in _prints().values() if each.inline]
    for match in find_labels(text, inline):
        found.setdefault(match.start, (_prints()[match.label.name], match.start, match.end))
    for printed in _prints().values():
        worded = printed.pattern.match(text) if printed.pattern else None
        if worded and not found:
            found[0] = (printed, 0, worded.end())
    ordered = sorted(found.values(), key=lambda each: each[1])
    return [
        each
        for index, each in enumerate(ordered)
        if index == 0 or each[1] >= max(other[2] for other in ordered[:index])
    ]


def _read(section: _Section, texts: dict[str, Passage], boxes: dict[str, Box], doubts: list[Doubt]) -> None:
    printed = section.printed
    if printed.captions:
        lines = section.lines[:_MOST_LINES_OF_A_ROW]
        whole = Passage.join(lines)
        _read_boxes(section, whole, boxes, doubts)
        if printed.field:
            _read_signature(printed, whole, texts)
        return
    if printed.field is None or (printed.pattern and printed.field in texts):
        return
    lines = section.lines
    if kind_of(printed.field) == "numbers":
        named = _listed(lines)
        value = Passage.join(named) if named else None
    elif printed.prompts:
        value = _behind_prompt(section)
        if value is None and lines:
            message = f'The printed instruction of "{section.label.text}" has no end that is known; it was not read.'
            doubts.append(Doubt(code="field-unread", message=message, evidence=section.label.evidence()))
    else:
        # A value on the label's own line is whole; else it is the first line below.
        own = (
            kind_of(printed.field) != "text"
            or len(lines) < _MOST_LINES_OF_A_LINE
            or _OTHER_LABEL.match(lines[1].text) is not None
        )
        value = Passage.join(lines[: 1 if own else _MOST_LINES_OF_A_LINE], " ") if lines else None
    if value is not None and (value := value.strip(_EDGES)):
        texts[printed.field] = value
        if printed.states:
            boxes[printed.states] = Box(ticked=True, printed=section.label.text, place=section.label)


def _listed(lines: Sequence[Passage]) -> list[Passage]:
    """The lines that list numbers, behind an answer or a prompt of their own: "[x] Yes", "If yes, list them:"."""
    ahead = list(takewhile(lambda line: bool(_ANSWER.fullmatch(line.text)), lines))
    rest = lines[len(ahead) :]
    return list(takewhile(lambda line: bool(find_numbers(line.text)), rest)) or list(lines[:1])


def _behind_prompt(section: _Section) -> Passage | None:
    """The value behind the printed instruction; all of it where no instruction is printed."""
    whole = Passage.join(section.lines)
    ends = [match.end() for pattern in section.printed.prompts for match in pattern.finditer(whole.text)]
    if ends:
        return whole.slice(max(ends))
    return None if section.label.text.rstrip().endswith((".", "?")) else whole


def _read_boxes(section: _Section, whole: Passage, boxes: dict[str, Box], doubts: list[Doubt]) -> None:
    captions = find_captions(whole.text, section.printed.captions)
    found = states(whole.text, captions, find_marks(whole.text, *_marks()))
    if found is None:
        if captions:
            message = f'Which box is ticked behind "{section.label.text}" cannot be told from the text.'
            doubts.append(Doubt(code="box-unread", message=message, evidence=section.label.evidence()))
        return
    for caption in captions:
        place = whole.slice(caption.start, caption.end)
        boxes[caption.name] = Box(ticked=found[caption.name], printed=place.text, place=place)


def _read_signature(printed: _Print, whole: Passage, texts: dict[str, Passage]) -> None:
    """Name and title up to the box or the date, and the date."""
    if printed.field is None:
        return
    dates = find_dates(whole.text)
    if dates:
        texts[f"{printed.field}-date"] = whole.slice(dates[-1].start, dates[-1].end)
    stops = [mark.start for mark in find_marks(whole.text, *_marks())]
    stops += [caption.start for caption in find_captions(whole.text, printed.captions)]
    stops += [day.start for day in dates]
    if name := whole.slice(0, min(stops, default=len(whole.text))).strip(_EDGES):
        texts[printed.field] = name


def _approved_on(
    blocks: Sequence[Block], texts: Mapping[str, Passage], sections: Sequence[_Section]
) -> Passage | None:
    """The day of NARA's signature where the words at it, or the heading above it, say that it approves.

    A form that asks for the day of approval in a box of its own, and holds none there, shows none.
    """
    asked = {section.printed.field for section in sections}
    signed = [section for section in sections if section.printed.field == "archives"]
    day = texts.get("archives-date")
    if day is None or "approved-date" in asked:
        return None
    approves, agency, refuses = (re.compile(_data()["signing"][name], re.IGNORECASE) for name in _WORDS)
    section = next(each for each in signed if any(_within(day, line) for line in each.lines))
    if refuses.search(" ".join(line.text for line in section.lines[:_MOST_LINES_OF_A_ROW])):
        return None
    if _APPROVAL.search(section.label.text):
        return day
    above = [block.passage.text for block in blocks if _ends_before(block.passage, section.label)]
    heading = next(
        (text for text in reversed(above) if approves.fullmatch(text) or agency.fullmatch(text)), ""
    )
    return day if approves.fullmatch(heading) else None


def _within(inner: Passage, outer: Passage) -> bool:
    one, other = inner.evidence(), outer.evidence()
    return one.page == other.page and other.start <= one.start < other.end


def _ends_before(one: Passage, other: Passage) -> bool:
    first, second = one.evidence(), other.evidence()
    return (first.page, first.end) <= (second.page, second.start)


def _number_alone(blocks: Sequence[Block]) -> Passage | None:
    """The form's number where no label is printed at it: the only one that fills a line."""
    lines = [block.passage.strip() for block in blocks]
    found = {
        mention.id: line
        for line in lines
        for mention in find_numbers(line.text)
        if mention.family == FAMILY and mention.id and (mention.start, mention.end) == (0, len(line.text))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _numbers(section: _Section) -> Iterator[tuple[str, Evidence]]:
    for line in section.lines[:1]:
        for mention in mentions_in(line):
            if mention.family == FAMILY and mention.id and mention.sure:
                yield mention.id, line.evidence(mention.start, mention.end)


def _holds(block: Block, passage: Passage) -> bool:
    return _within(passage, block.passage)


@cache
def _prints() -> dict[str, _Print]:
    return {
        str(index): _Print(
            label=Label(name=str(index), wordings=tuple(row.get("wordings", ()))),
            field=row.get("field"),
            inline=row.get("inline", False),
            last=row.get("last", False),
            prompts=tuple(_prompt(each) for each in row.get("prompt", ())),
            captions=row.get("captions", {}),
            pattern=re.compile(_NUMBER + row["pattern"], re.IGNORECASE) if "pattern" in row else None,
            states=row.get("states"),
        )
        for index, row in enumerate(_data()["print"])
    }


def _prompt(words: str) -> re.Pattern[str]:
    """The words with any white space between them; quotes and stops are often lost or changed."""
    parts = [re.escape(part.strip('”“"()[].:')) for part in words.split()]
    return re.compile(r"[\W_]{1,4}".join(parts) + r"[\])\"”'.:]{0,5}", re.IGNORECASE)


@cache
def _marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_data()["ticked"]), re.compile(_data()["unticked"])


@cache
def _data() -> dict[str, Any]:
    resource = files("schedgraph.parser.forms.na1005").joinpath("printed.toml")
    return tomllib.loads(resource.read_text(encoding="utf-8"))
