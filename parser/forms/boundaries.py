"""Whether a file holds the forms of more than one schedule: the items of one must not pass for another's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.evidence import Doubt, Evidence
from schedgraph.parser.forms.detect import Detection
from schedgraph.parser.forms.era.arrangement import arranged
from schedgraph.parser.forms.era.tokens import Token, tokens
from schedgraph.parser.labels import Label, fold, match_label

_NUMBERED: tuple[Label, ...] = (
    Label(name="ERA", wordings=("Records Schedule Number",)),
    Label(name="SF-115", wordings=("Job Number", "Job No.", "Job No")),
)
# What stands near the number in the head of a form, and not where a text speaks of a number.
_NEIGHBOURS: dict[str, tuple[str, ...]] = {
    "ERA": (fold("Schedule Status"), fold("Agency or Establishment"), fold("Record Group")),
    "SF-115": (fold("Date Received"), fold("Leave Blank"), fold("Notification to Agency"), fold("General Serv")),
}
_MAY_LABEL = re.compile(r"sche?d|numb|job", re.IGNORECASE)
_LONGEST_LINE = 200
_NEAR = 14
_ENOUGH = 4.0
_SHARED = frozenset({"request", "inactive-stamp", "successor-stamp"})


def two_schedules(blocks: Sequence[Block], detection: Detection) -> Doubt | None:
    """The doubt that names both schedules, where the heads of the forms bear different numbers."""
    if not {"ERA"} <= {clue.form for clue in detection.clues}:
        return None
    found: dict[str, Evidence] = {}
    lines = arranged(tokens(blocks))
    forms = [form for form in ("ERA", "SF-115") if _is_printed(form, detection)]
    for form, mention, evidence in _heads(lines, forms):
        if mention.id:
            found.setdefault(mention.id, evidence)
    return named_both(found) if len(found) > 1 else None


def named_both(found: dict[str, Evidence]) -> Doubt:
    """The doubt about the schedules `found`, each with the place of its number."""
    message = f"The file holds the forms of {' and '.join(found)}; split it, for the items cannot be told apart."
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


def _heads(lines: Sequence[Token], forms: Sequence[str]) -> Iterator[tuple[str, Mention, Evidence]]:
    """The number in each head of a form."""
    for index, line in enumerate(lines):
        text = line.passage.text
        if len(text) > _LONGEST_LINE or not _MAY_LABEL.search(text):
            continue
        match = match_label(text, _NUMBERED)
        if match is None or match.label.name not in forms:
            continue
        form = match.label.name
        near = [line.part(match.end), *lines[index + 1 : index + _NEAR]]
        around = " ".join(each.text for each in lines[max(0, index - _NEAR) : index + _NEAR])
        if not any(neighbour in fold(around) for neighbour in _NEIGHBOURS[form]):
            continue
        # Where the values stand before the labels, the number is above.
        for place in (*near[:2], *lines[max(0, index - 1) : index], *near[2:]):
            mention = next(
                (each for each in find_numbers(place.passage.text) if each.whole_schedule and each.sure), None
            )
            if mention and (mention.family == "DAA" or form == "SF-115"):
                yield form, mention, place.passage.evidence(mention.start, mention.end)
                break
