"""Whether a file holds the forms of more than one schedule: the items of one must not pass for another's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.caseless import caseless
from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.evidence import Doubt, Evidence
from schedgraph.parser.forms.detect import Detection
from schedgraph.parser.forms.era.arrangement import arranged
from schedgraph.parser.forms.era.tokens import Token, tokens
from schedgraph.parser.labels import Label, LabelMatch, fold, match_label
from schedgraph.parser.remembered import remembered

_NUMBERED: tuple[Label, ...] = (Label(name="ERA", wordings=("Records Schedule Number",)),)
# What stands near the number in the head of a form, and not where a text speaks of a number.
_NEIGHBOURS: dict[str, tuple[str, ...]] = {
    "ERA": (fold("Schedule Status"), fold("Agency or Establishment"), fold("Record Group")),
    "SF-115": (
        fold("Date Received"),
        fold("Leave Blank"),
        fold("Notification to Agency"),
        fold("General Serv"),
    ),
}
_MAY_LABEL = caseless(r"sche?d|numb")
# At the edge of a column: "SAMPLE OR JOB NO." heads the column of the citations.
#   REQUEST FOR RECORDS DISPOSITION AUTHORITY            JOB NO.
_JOB = re.compile(r"(?:^|[ \t][ \t]|\t)[ \t]?JOB N(?:O\b|UMBER\b)", re.IGNORECASE)
_LONGEST_LINE = 200
_NEAR = 14
_BELOW_JOB = 4
_ENOUGH = 4.0
_SHARED = frozenset({"request", "inactive-stamp", "successor-stamp"})


def two_schedules(blocks: Sequence[Block], detection: Detection) -> Doubt | None:
    """The doubt that names both schedules, where the heads of the forms bear different numbers."""
    if not _is_printed("ERA", detection):
        return None
    found: dict[str, Evidence] = {}
    lines = arranged(tokens(blocks))
    jobs = _job_numbers(lines) if _is_printed("SF-115", detection) else iter(())
    for mention, evidence in (*_era_numbers(lines), *jobs):
        if mention.id:
            found.setdefault(mention.id, evidence)
    return named_both(found) if len(found) > 1 else None


def named_both(found: dict[str, Evidence]) -> Doubt:
    """The doubt about the schedules `found`, each with the place of its number."""
    message = (
        f"The file holds the forms of {' and '.join(found)}; split it, for the items cannot be told apart."
    )
    return Doubt(code="two-schedules", message=message, evidence=list(found.values())[-1])


def withheld(document: ScheduleDocument, doubt: Doubt) -> ScheduleDocument:
    """The document without what may be the other schedule's."""
    others = (each for each in document.doubts if each.code not in ("two-schedules", doubt.code))
    return replace(
        document,
        schedule=replace(
            document.schedule, id=None, status=None, received=None, certified=None, approved=None
        ),
        items=(),
        citations=(),
        events=(),
        doubts=(*others, doubt),
    )


def _is_printed(form: str, detection: Detection) -> bool:
    weights = {
        clue.name: clue.weight
        for clue in detection.clues
        if clue.form == form and clue.name.split(" ")[-1] not in _SHARED
    }
    return sum(weights.values()) >= _ENOUGH


def _era_numbers(lines: Sequence[Token]) -> Iterator[tuple[Mention, Evidence]]:
    """The number in each head of an ERA schedule."""
    for index, line in enumerate(lines):
        text = line.passage.text
        match = _number_label(text)
        if match is None or not _is_head(lines, index, "ERA"):
            continue
        # Where the values stand before the labels, the number is above.
        beside, *below = [line.part(match.end), *lines[index + 1 : index + _NEAR]]
        places = (beside, *below[:1], *lines[max(0, index - 1) : index], *below[1:])
        yield from _first_number(places, daa=True)


@remembered(most=4096)
def _number_label(text: str) -> LabelMatch | None:
    may = len(text) <= _LONGEST_LINE and _MAY_LABEL.search(text)
    return match_label(text, _NUMBERED) if may else None


def _job_numbers(lines: Sequence[Token]) -> Iterator[tuple[Mention, Evidence]]:
    """The number in the first head of an SF-115; the reader of that form compares its sheets itself."""
    for index, line in enumerate(lines):
        label = _JOB.search(line.passage.text) if len(line.passage.text) <= _LONGEST_LINE else None
        if label and _is_head(lines, index, "SF-115"):
            near = (line.part(label.end()), *lines[index + 1 : index + _BELOW_JOB])
            yield from _first_number(near, daa=False)
            return


def _first_number(places: Sequence[Token], *, daa: bool) -> Iterator[tuple[Mention, Evidence]]:
    for place in places:
        for mention in find_numbers(place.passage.text):
            if mention.whole_schedule and mention.sure and (mention.family == "DAA" or not daa):
                yield mention, place.passage.evidence(mention.start, mention.end)
                return


def _is_head(lines: Sequence[Token], index: int, form: str) -> bool:
    around = fold(" ".join(each.text for each in lines[max(0, index - _NEAR) : index + _NEAR]))
    return any(neighbour in around for neighbour in _NEIGHBOURS[form])
