"""Numbers in the fields of an NA-1005, which people write short: "6.1-0142-2018-0001", "0142-2018-0001"."""

import re
from dataclasses import dataclass

from schedgraph.parser.authority.agreement import agree, number_in_file_name
from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.document import Source
from schedgraph.parser.evidence import Doubt, Evidence, Reading
from schedgraph.parser.passage import Passage
from schedgraph.parser.ranked import RankedTarget

FAMILY = "Capstone"
REPAIRED = 0.8
DISAGREES = 0.6
FROM_FILE_NAME = 0.5

# the 0142-2018-0001 of "GRS 6.1 0142-2018-0001", "6.1-0142-2018-0001", "0142-2018-0001"
_WITHOUT_PREFIX = re.compile(
    r"(?<![\w-])(?:(?:GRS[ -]{0,2})?6[.,]?1[ _-]{1,3})?"
    r"(?P<group>[0-9]{4})[ ]?[-_–][ ]?(?P<year>20[0-9]{2})[ ]?[-_–][ ]?(?P<sequence>[0-9]{4})(?![\w-])",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormNumber:
    """The schedule's identifier (None where it is unknown), as it is written, and what is doubtful."""

    id: Reading[str] | None
    printed: str | None
    doubts: tuple[Doubt, ...] = ()


def mentions_in(passage: Passage, occurrences: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """The schedules that a number field names; one without its "GRS 6.1" is repaired, hence not sure."""
    found = [each for each in find_numbers(passage.text) if each.id != "GRS 6.1"]
    if not any(each.family == FAMILY for each in found):
        restored = [_restored(match) for match in _WITHOUT_PREFIX.finditer(passage.text)]
        found += [
            each
            for each in restored
            if each and not any(each.start < other.end and other.start < each.end for other in found)
        ]
    return agree(sorted(found, key=lambda each: each.start), occurrences)


def read_number(passage: Passage | None, source: Source, elsewhere: frozenset[str]) -> FormNumber:
    """The form's own number. `elsewhere` are numbers that other places of the document print soundly."""
    named = _in_file_name(source.name)
    occurrences = elsewhere | ({named} if named else frozenset())
    mentions = (
        [each for each in mentions_in(passage, occurrences) if each.family == FAMILY and each.id]
        if passage
        else []
    )
    if passage is None or not mentions:
        return _from_file_name(passage, named)
    chosen = mentions[0]
    schedule = chosen.id or ""
    doubts: list[Doubt] = []
    confirmed = chosen.sure or schedule in occurrences
    differs = named is not None and named != schedule
    confidence = DISAGREES if differs else 1.0 if confirmed and not chosen.repairs else REPAIRED
    evidence = passage.evidence(chosen.start, chosen.end, confidence)
    others = {each.id for each in mentions} - {schedule}
    if others:
        message = f"The form's number field names {schedule} and {', '.join(sorted(filter(None, others)))}."
        doubts.append(Doubt(code="number-differs", message=message, evidence=evidence))
    if not confirmed:
        message = (
            f'"{chosen.printed}" was read as {schedule}; no other place, nor the file\'s name, confirms it.'
        )
        doubts.append(Doubt(code="number-repaired", message=message, evidence=evidence))
    if differs:
        message = f"The file's name says {named}, the form {schedule}."
        doubts.append(Doubt(code="number-differs-from-file-name", message=message, evidence=evidence))
    return FormNumber(
        id=Reading(value=schedule, evidence=evidence, repairs=chosen.repairs),
        printed=chosen.printed,
        doubts=tuple(doubts),
    )


def _in_file_name(name: str) -> str | None:
    """The schedule that the file is named after: GRS-6.1-0307-2018-0001-Approved.pdf, GRS_6.1_0307_2018_0001.pdf."""
    named = number_in_file_name(name)
    number = parse_identifier(named) if named else None
    if number is not None and number.family != "GRS":
        return named
    restored = {
        each.id for match in _WITHOUT_PREFIX.finditer(name.replace("_", "-")) if (each := _restored(match))
    }
    return restored.pop() if len(restored) == 1 else None


def _restored(match: re.Match[str]) -> Mention | None:
    target = f"GRS 6.1-{match['group']}-{match['year']}-{match['sequence']}"
    if parse_identifier(target) is None:
        return None
    return Mention(
        start=match.start(),
        end=match.end(),
        printed=match[0],
        readings=(RankedTarget(target=target, confidence=REPAIRED),),
        id=target,
        family=FAMILY,
        sure=False,
        repairs=("GRS 6.1 restored",),
        whole_schedule=True,
    )


def _from_file_name(passage: Passage | None, named: str | None) -> FormNumber:
    if passage:
        printed = " ".join(passage.text.split())
        message = f'The form\'s number field reads "{printed[:60]}", which is no number that can be stated.'
        doubts = [Doubt(code="number-unread", message=message, evidence=passage.evidence())]
    else:
        printed = None
        doubts = [Doubt(code="number-missing", message="The form's number field is blank.")]
    number = parse_identifier(named) if named else None
    if named is None or number is None or number.family != FAMILY:
        return FormNumber(id=None, printed=printed, doubts=tuple(doubts))
    message = f"{named} is taken from the file's name; nothing in the form confirms it."
    doubts.append(Doubt(code="number-from-file-name", message=message))
    evidence = Evidence(page=1, quote="", start=0, end=0, method="file-name", confidence=FROM_FILE_NAME)
    return FormNumber(id=Reading(value=named, evidence=evidence), printed=printed, doubts=tuple(doubts))
