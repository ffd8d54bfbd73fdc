"""Answers that stand without their labels behind another answer, behind an item's number or beside its title."""

import re
from collections.abc import Iterator, Sequence

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.forms.era.alignment import fits
from schedgraph.parser.forms.era.field import Field, label_named
from schedgraph.parser.forms.era.tokens import Token
from schedgraph.parser.passage import Passage

_INSTRUCTION = re.compile(r"(?:destroy|delete|retain|keep|cut ?off)\b", re.IGNORECASE)
_TRANSFER = re.compile(r"transfer\b", re.IGNORECASE)
_PARTED = re.compile(
    r"\s*[.;:|/•·()\[\]]+\s*|,?\s+(?=(?:temporary|permanent|active|inactive|withdrawn)\b)|\s{2,}|,\s",
    re.IGNORECASE,
)
_CLOSED = ("final-disposition", "item-status")
_INSTRUCTING = ("retention", "transfer")
_MARKS = " \t\u00a0.,:;()[]|/–—-"
_STANDING = "Withdrawn|Inactive|Superseded|Rescinded|Obsolete|Active|Pending"
_BESIDE_TITLE = re.compile(
    rf"^\W*[(\[](?P<first>{_STANDING})[)\]]|[(\[](?P<last>{_STANDING})[)\]]\W*$|"
    rf"(?:\s{{2,}}|\s[–—-]\s)(?P<apart>{_STANDING})\W*$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?<=[a-z.)]\s)(?:WITHDRAWN|INACTIVE|RESCINDED)\W*$")
_ENDED = re.compile(
    r"\bitem\s(?:is|was|has\sbeen|had\sbeen)\s(?:\w+\s)?(?:withdrawn|rescinded|removed|deleted)\b",
    re.IGNORECASE,
)


def answers_apart(fields: Sequence[Field]) -> list[Field]:
    """The fields, each answer that stands behind another's as a field of its own."""
    return [each for field in fields for each in _apart(field)]


def status_beside(lines: Sequence[Token]) -> Passage | None:
    """The status that is printed beside an item's title: "Dashboards (WITHDRAWN)", "(Withdrawn): Dashboards"."""
    for line in lines:
        text = line.passage.text
        found = _BESIDE_TITLE.search(text)
        if found and found.lastgroup:
            return line.passage.slice(*found.span(found.lastgroup))
        if capitals := _CAPITALS.search(text):
            return line.passage.slice(capitals.start(), capitals.end()).strip(_MARKS)
    return None


def said_to_end(passage: Passage) -> Passage | None:
    """What tells in a sentence that an item was withdrawn or the like."""
    found = _ENDED.search(passage.text)
    return passage.slice(found.start(), found.end()) if found else None


def _apart(field: Field) -> Iterator[Field]:
    first = field.lines[0] if field.lines else None
    start = _end_of_answer(field, first) if first else None
    if first is None or start is None or not first.passage.text[start:].strip(_MARKS):
        yield field
        return
    parts = list(_told(first, start))
    told = [(name, part) for name, part in parts if name]
    names = [name for name, _ in told]
    if not told or len(told) < len(parts) or field.name in names:
        yield field
        return
    # An instruction may go on in the lines below.
    below = field.lines[1:]
    goes_on = names[-1] in _INSTRUCTING
    yield field._replace(lines=(first.part(0, start), *(() if goes_on else below)))
    for place, (name, part) in enumerate(told, start=1):
        lines = (part, *below) if goes_on and place == len(told) else (part,)
        yield Field(name=name, kind=label_named(name).kind or "text", label=Passage(text=""), lines=lines)


def _end_of_answer(field: Field, first: Token) -> int | None:
    text = first.passage.text
    if field.name == "item-number":
        mention = next(iter(find_numbers(text)), None)
        return mention.end if mention and mention.family == "DAA" and mention.start <= 2 else None
    if field.name not in _CLOSED:
        return None
    word = re.match(r"\W*[A-Za-z]+", text)
    return word.end() if word and fits(field.kind.rstrip("?"), word[0].strip(_MARKS)) else None


def _told(line: Token, start: int) -> Iterator[tuple[str | None, Token]]:
    """Each part of what stands behind an answer, with the field that it answers; None for what answers none."""
    text = line.passage.text
    while start < len(text):
        gap = _PARTED.match(text, start)
        start = gap.end() if gap and gap.end() > start else start
        rest = text[start:]
        if not rest.strip(_MARKS):
            return
        if not gap:
            yield None, line.part(start)
            return
        if _INSTRUCTION.match(rest) or _TRANSFER.match(rest):
            yield ("retention" if _INSTRUCTION.match(rest) else "transfer"), line.part(start)
            return
        word = re.match(r"\W*[A-Za-z]+", rest)
        end = start + word.end() if word else len(text)
        answer = text[start:end].strip(_MARKS)
        yield next((name for name in _CLOSED if fits(name, answer)), None), line.part(start, end)
        start = end
