"""Tokens to fields: each printed label with the lines that belong to it, in reading order."""

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from schedgraph.parser.dates import find_dates
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.era.alignment import fits, is_sequence, split_sequence
from schedgraph.parser.forms.era.answers import answers_apart
from schedgraph.parser.forms.era.beside import (
    labels_behind,
    labels_on,
    number_behind_title,
    without_separators,
)
from schedgraph.parser.forms.era.columns import read_columns
from schedgraph.parser.forms.era.field import (
    Field,
    era_labels,
    heading_alone,
    label_before_colon,
    label_named,
)
from schedgraph.parser.forms.era.realignment import realigned
from schedgraph.parser.forms.era.signed import heads_signatures, is_signature
from schedgraph.parser.forms.era.tokens import Token
from schedgraph.parser.forms.era.unlabelled import read_row, schedule_of_bare_numbers
from schedgraph.parser.forms.era.wrapping import wrapped_label
from schedgraph.parser.labels import LabelMatch, fold, match_label, only
from schedgraph.parser.passage import Passage

_FLAT = 3
_ALIKE = 0.65
_LONG_LINE = 120
_LEADER = re.compile(r"\s*(?:=|[.]{3,}|_{3,}|[–—-](?=\s))\s*")
PREAMBLE = "preamble"
_AFTER_SIGNATORIES = frozenset({"schedule-number", "outline", "item-list", "item-count"})
# What ends signatures that no heading announces, or that stand ahead of every item.
_AFTER_LINES = _AFTER_SIGNATORIES | {
    "sequence",
    "item-title",
    "item-number",
    "final-disposition",
    "schedule-status",
    "subject",
    "record-group",
}


def read_fields(tokens: Sequence[Token]) -> tuple[tuple[Field, ...], tuple[Doubt, ...]]:
    """The fields of a document and what was doubtful about their values."""
    fields = list(_labelled(tokens))
    furniture = tuple(field for field in fields if field.kind == "furniture")
    ordered, doubts = realigned([field for field in fields if field.kind != "furniture"])
    return (*furniture, *answers_apart(ordered)), doubts


def _labelled(tokens: Sequence[Token]) -> Iterator[Field]:
    """Each label with everything up to the next one."""
    name, kind, label = PREAMBLE, "section", Passage(text="")
    lines: list[Token] = []
    seen: set[str] = set()
    index = 0
    schedule = schedule_of_bare_numbers(tokens)

    def field() -> Field:
        return Field(name=name, kind=kind, label=label, lines=tuple(lines))

    while index < len(tokens):
        token = tokens[index]
        seen.add(name)
        columns = read_columns(tokens, index) or (read_row(tokens, index, schedule) if schedule else None)
        if columns:
            seen.update(each.name for each in columns[0])
            yield field()
            *before, last = columns[0]
            yield from before
            name, kind, label, lines = last.name, last.kind, last.label, list(last.lines)
            index = columns[1]
            continue
        signed = heads_signatures(tokens, index) if name != "signatories" else 0
        if signed:
            yield field()
            head = tokens[index : index + signed]
            name, kind, label, lines = "signatories", "section", Passage(text=""), list(head)
            index += signed
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        found = () if _is_value(token, name, lines, seen, following) else _labels_of(token)
        if not found and lines and lines[-1].block == token.block and is_sequence(lines[-1].text):
            # A tab may part the sequence number from "Audit Workpapers Disposition Authority Number DAA-…".
            behind = number_behind_title(token.passage.text)
            found = (behind,) if behind else ()
        if not found and (short := _short_label(token, following, seen)):
            found = (short, *labels_behind(token.passage.text, short))
        furniture = bool(found) and found[0].label.kind == "furniture"
        if not found and name != "signatories" and is_signature(tokens, index):
            yield field()
            name, kind, label, lines = "signatories", "section", Passage(text=""), []
        ends = _AFTER_SIGNATORIES if label and "item-number" in seen else _AFTER_LINES
        signatory = name == "signatories" and not (found and found[0].label.name in ends)
        wrapped = None
        if not token.stamp and (furniture or not signatory):
            wrapped = wrapped_label(tokens, index, found)
        if furniture and not wrapped:
            yield from _furniture(token, found)
            index += 1
            continue
        if signatory and not furniture:
            lines.append(token)
            index += 1
            continue
        if wrapped:
            yield field()
            name, kind = wrapped[0].name, wrapped[0].kind or "text"
            label, lines, index = token.passage, wrapped[1], wrapped[2]
            continue
        damaged = _damaged_number_label(token) if not found else None
        if damaged:
            found = (damaged,)
        if not found:
            lines.append(token)
            index += 1
            continue
        if any(map(str.isalnum, token.passage.text[: found[0].start])):
            lines.append(token.part(0, found[0].start))
        for position, match in enumerate(found):
            yield field()
            end = _end_of_value(token.passage.text, match, found[position + 1 : position + 2])
            match = _in_item(token.passage.text[:end], match, seen)
            seen.add(match.label.name)
            name, kind = match.label.name, match.label.kind or "text"
            label = token.passage.part(match.start, match.end)
            start = _start_of_value(token.passage.text, match)
            beside = token.passage.text[start:end]
            lines = [token.part(start, end)] if beside and not beside.isspace() else []
        index += 1
    yield field()


def _furniture(token: Token, found: Sequence[LabelMatch]) -> Iterator[Field]:
    """What a running header or a footer prints beside its label: a number, the date of printing."""
    for position, match in enumerate(found):
        end = found[position + 1].start if position + 1 < len(found) else None
        # The label of the running header reaches into the number itself.
        start = match.start if match.label.name == "running-header" else match.end
        yield Field(
            name=match.label.name,
            kind="furniture",
            label=token.passage.slice(match.start, match.end),
            lines=(token.part(start, end),),
        )


def _is_value(
    token: Token, name: str, lines: Sequence[Token], seen: Collection[str], following: Token | None
) -> bool:
    """Whether a line that reads like a label is the value of the label before it.

    The form answers "Records Schedule applies to" with "Major Subdivsion", and then asks for the major
    subdivision.
    """
    text = token.text
    numbered = following and (split_sequence(text) or (lines and is_sequence(lines[-1].text)))
    if numbered and following and _is_number_label(following) and not _is_number_label(token):
        # An item may be called "Agency Certifications".
        return not number_behind_title(token.passage.text)
    if "applies-to" not in seen or not fits("applies-to", text):
        return False
    if name != "applies-to":
        if lines and name != "schedule-number" and fits("schedule-number", lines[0].text):
            # All labels were printed before all values, and this is the value among those.
            return True
        label = match_label(text, era_labels())
        return label is not None and label.label.name in seen
    misprinted = "subdivsion" in text.casefold()
    after = match_label(following.text, era_labels()) if following else None
    return not lines and (misprinted or (after is not None and after.label.name == "major-subdivision"))


def _is_number_label(token: Token) -> bool:
    match = match_label(token.passage.text, era_labels())
    return match is not None and match.label.name == "item-number"


def _labels_of(token: Token) -> tuple[LabelMatch, ...]:
    """The label that begins the line, and those that stand beside it in another column."""
    return labels_on(token.passage.text)


def _short_label(token: Token, following: Token | None, seen: Collection[str]) -> LabelMatch | None:
    """A label or heading in the short wording of newer prints; a status is an item's once an item has begun."""
    found = label_before_colon(token.passage.text)
    if following and token.cell == 0 and (following.block, following.cell) == (token.block, 1):
        # A table of labels and values parts the two by its columns.
        found = found or label_before_colon(f"{token.passage.text}:")
        found = found and found._replace(end=min(found.end, len(token.passage.text)))
    if found or following is None:
        return found
    heading = heading_alone(token.text)
    if heading and heading.label.name == "signatories" and not _is_signed(following):
        return None
    return heading


def _in_item(text: str, found: LabelMatch, seen: Collection[str]) -> LabelMatch:
    """A label in a short wording, as what is asked for there and how it is answered tell which label it is."""
    if found.label.name == "schedule-status" and "item-number" in seen and not _is_long(text, found):
        return found._replace(label=label_named("item-status"))
    final = found.label.name == "final-disposition" and not _is_long(text, found)
    if final and not _is_final(text[found.end :]):
        return found._replace(label=label_named("retention"))
    return found


def _is_long(text: str, found: LabelMatch) -> bool:
    """Whether a label is worded as the form words it."""
    return match_label(text[found.start : found.end], only(found.label)) is not None


def _end_of_value(text: str, match: LabelMatch, following: Sequence[LabelMatch]) -> int | None:
    return without_separators(text, match.end, following[0].start) if following else None


def _start_of_value(text: str, match: LabelMatch) -> int:
    """Where a value begins behind its label: after the dots or the dash that lead to it."""
    leader = _LEADER.match(text, match.end)
    return leader.end() if leader else match.end


def _is_final(answer: str) -> bool:
    """Whether "Disposition:" is answered by one word, and not by what is to be done."""
    return not answer.strip() or fits("final-disposition", answer.strip())


def _is_signed(token: Token) -> bool:
    """Whether a line begins with a day and holds more than that, or is the head of the table of signatures."""
    days = find_dates(token.passage.text)
    text = token.text.casefold()
    return bool(days and days[0].start <= 1) or text.startswith("date")


def _damaged_number_label(token: Token) -> LabelMatch | None:
    """`Dlapoelllon Aulhcrlty Number DAA-AU-2017-0006-0001`: the number vouches for its label."""
    text = token.passage.text
    words = text.rsplit(None, 1)
    if len(words) < 2 or not 12 <= len(words[0]) <= 48 or not fits("item-number", words[1]):
        return None
    label = next(label for label in era_labels() if label.name == "item-number")
    alike = SequenceMatcher(None, fold(words[0]), fold(label.wordings[0]), autojunk=False).ratio()
    if alike < _ALIKE:
        return None
    return LabelMatch(label=label, start=0, end=len(words[0]), exact=False)
