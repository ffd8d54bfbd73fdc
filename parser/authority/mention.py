"""A number found in a text, with its ranked readings."""

import re
from collections.abc import Container
from dataclasses import dataclass, replace

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.grammar import ScheduleReading
from schedgraph.parser.authority.items import ItemPart
from schedgraph.parser.authority.levels import PathReading
from schedgraph.parser.authority.number import AuthorityNumber, parse_identifier
from schedgraph.parser.authority.plain import look_alike_repairs
from schedgraph.parser.authority.ranking import Candidate, rank
from schedgraph.parser.authority.tail import Tail, read_tail
from schedgraph.parser.ranked import RankedTarget

# the ":020" of GRS 5.2:020, the ", it. 2" of N1-567-09-6, it. 2, the " b (2) c" of item 1 b (2) c
_UNREAD = re.compile(
    r"[ ]?[:#][ ]?[0-9]|[ ][A-Za-z]?[ ]?\([0-9A-Za-z]{1,2}\)"
    r"|,?[ ]{0,2}(?:ite?m?|itme|seq(?:uence)?|para?|nr|no)\.?[ ]{0,2}[0-9]",
    re.ASCII | re.IGNORECASE,
)


# the /1505-03b of N1-049-90-001/1505-03b
_CODE_AND_LETTER = re.compile(r"(?P<code>.+/[0-9]{1,4}-[0-9]{1,4})(?P<joiner>/?)(?P<letter>[a-z])", re.ASCII)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text as written, its plain form, and the identifiers that the corpus knows."""

    written: str
    plain: str
    known: Container[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A number at `text[start:end]`, which is `printed`.

    `id` is None where no reading stands out; `sure` is true only where the text fits the grammar as written,
    but for padding, spacing, case and dash style. Members of a range share the place of the range.
    """

    start: int
    end: int
    printed: str
    readings: tuple[RankedTarget, ...]
    id: str | None
    family: str | None
    sure: bool
    repairs: tuple[str, ...]
    whole_schedule: bool
    item_sure: bool = True
    """Whether the items after the number are read without doubt, whatever the schedule is."""
    trusts: tuple[float, ...] = ()
    """The trust in each reading, of which its confidence is the measured share; empty of members of a range."""
    judged: bool = False
    """Whether it is judgement what such a writing means (an item after a blank), and nobody has counted."""


def build_mention(
    source: SourceText,
    start: int,
    end: int,
    readings: tuple[ScheduleReading, ...],
    part: ItemPart | None,
    tail: Tail,
) -> Mention:
    best = readings[0]
    candidates: list[Candidate] = []
    for reading in readings:
        if part is None:
            own = _own(source.plain, reading, best, tail)
            candidates.extend(replace(each, weight=each.weight * tail.trust) for each in own)
            continue
        paths = part.readings if reading.end == best.end else _paths_at(source.plain, reading)
        if reading.path and tail.ambiguous:
            # The slash that was read as 1 parts job and item: nothing is glued to the job.
            paths = tuple(path for path in paths if path.path[:1] != (best.last,))
        candidates.extend(_combined(reading, path) for path in paths)
        if tail.alone:
            candidates.append(_candidate(reading, (), tail.alone))
    candidates = [_as_held(candidate, source.known) for candidate in candidates]
    # An item 0 or a designator of no known kind cannot be named.
    named = [candidate for candidate in candidates if parse_identifier(candidate.id) is not None]
    ranking = rank(named, source.known, ambiguous=tail.ambiguous, judged=tail.alone > 0)
    printed = source.written[start:end]
    homoglyphs = look_alike_repairs(printed)
    chosen = ranking.first
    if tail.unread:
        ranking = rank(
            [_candidate(reading, (), confusions().item["glued_unread"]) for reading in readings],
            ambiguous=True,
        )
    repairs = tuple(dict.fromkeys((*homoglyphs, *tail.repairs, *(chosen.repairs if chosen else ()))))
    sure = (
        best.sure
        and tail.sure
        and (part is None or part.sure)
        and len(ranking.readings) == 1
        and ranking.best is not None
        and not repairs
        and not (end == max(tail.end, best.end) and _UNREAD.match(source.plain, end))
    )
    return Mention(
        start=start,
        end=end,
        printed=printed,
        readings=ranking.readings,
        id=ranking.best.id if ranking.best else None,
        family=chosen.family if chosen else best.family.name,
        sure=sure,
        repairs=repairs,
        whole_schedule=part is None and not best.path,
        item_sure=tail.sure
        and not tail.alone
        and (part is None or part.sure)
        and (best.sure or not best.path),
        trusts=ranking.trusts,
        judged=tail.alone > 0 and not tail.unread,
    )


def _as_held(candidate: Candidate, known: Container[str]) -> Candidate:
    """`1505-03b` as the corpus has it, which may be 1505-03/b, and the other way round."""
    code = _CODE_AND_LETTER.fullmatch(candidate.id)
    if code is None or candidate.id in known:
        return candidate
    joiner = "" if code["joiner"] else "/"
    other = f"{code['code']}{joiner}{code['letter']}"
    return replace(candidate, id=other) if other in known else candidate


def _own(plain: str, reading: ScheduleReading, best: ScheduleReading, tail: Tail) -> list[Candidate]:
    """The candidates of a number without further items; another reading may leave items unread."""
    if reading.end != best.end:
        paths = _paths_at(plain, reading)
        if paths:
            return [_combined(reading, path) for path in paths]
    return [_candidate(reading, (), 1.0)]


def _paths_at(plain: str, reading: ScheduleReading) -> tuple[PathReading, ...]:
    parts = read_tail(plain, reading).parts
    return parts[0].readings if parts else (PathReading(path=()),)


def _combined(reading: ScheduleReading, path: PathReading) -> Candidate:
    return _candidate(reading, path.path, path.weight, path.repairs)


def _candidate(
    reading: ScheduleReading, path: tuple[str, ...], weight: float, repairs: tuple[str, ...] = ()
) -> Candidate:
    return Candidate(
        id=identify(reading, path),
        family=reading.family.name,
        weight=reading.weight * weight,
        repairs=(*reading.repairs, *repairs),
    )


def identify(reading: ScheduleReading, path: tuple[str, ...]) -> str:
    own = path or reading.path
    if reading.family.item == "number":
        own = tuple(segment.zfill(reading.family.item_widths[0]) for segment in own)
    elif reading.family.item == "designator":
        own = reading.path + path
    return AuthorityNumber(family=reading.family.name, schedule=reading.schedule, path=own).id
