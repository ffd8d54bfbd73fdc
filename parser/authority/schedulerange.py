"""The schedules between two that are named: `N1-85-96-1 through N1-85-96-4`, `II-NNA-936 through 940`."""

import re
from dataclasses import replace

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.grammar import read_strict
from schedgraph.parser.authority.itemrange import MOST_IN_RANGE
from schedgraph.parser.authority.mention import Mention, SourceText
from schedgraph.parser.authority.number import AuthorityNumber, parse_identifier
from schedgraph.parser.authority.tail import read_tail
from schedgraph.parser.ranked import RankedTarget

# the " through " of N1-85-96-1 through N1-85-96-4; "from N1-85-96-1 to N1-85-96-4" may tell of a move
_THROUGH = re.compile(r"[ \n]{1,3}(?:through|thru)[ \n]{1,3}", re.ASCII | re.IGNORECASE)
# the "-3" of N1-85-96-1 thru -3, the 940 of II-NNA-936 through 940
_LAST = re.compile(r"(?P<hyphen>-?)(?P<last>[0-9]{1,4})(?![0-9A-Za-z(/-]|\.[0-9])", re.ASCII)
_WORD = re.compile(r"[ \n-]{1,2}(?P<word>[A-Za-z.]{2,12})", re.ASCII)


def up_to_schedule(source: SourceText, mentions: list[Mention], at: int) -> tuple[list[Mention], int]:
    """The schedules between the one that ends at `at` and the last of its range, and where that ends.

    A last one that is printed in full is a mention of its own; one that shares the stem is among these, and
    none of the range is then sure: "N1-85-96-1 through 3" may mean items.
    """
    first = mentions[-1] if mentions else None
    through = _THROUGH.match(source.plain, at)
    low = parse_identifier(first.id) if first and first.id and first.whole_schedule else None
    if first is None or through is None or low is None or low.sequence is None or low.series is None:
        return [], at
    strict = read_strict(source.plain, through.end())
    if strict:
        high = parse_identifier(strict[0].schedule)
        alone = not strict[0].path and not read_tail(source.plain, strict[0]).parts
        if not alone or high is None or high.series != low.series or high.sequence is None:
            return [], at
        numbers = range(low.sequence + 1, high.sequence)
        sure, weight, end = first.sure and strict[0].sure, 1.0, at
        covers = strict[0].end
    else:
        last = _LAST.match(source.plain, through.end())
        word = _WORD.match(source.plain, last.end()) if last else None
        if last is None or (word and word["word"].lower().rstrip(".") in confusions().units):
            return [], at
        numbers = range(low.sequence + 1, int(last["last"]) + 1)
        sure, weight, end = False, confusions().shape["shared_stem"], last.end()
        covers = end
    if not 0 < len(numbers) <= MOST_IN_RANGE:
        return [], at
    return [_member(source, first, low, number, sure, weight, covers) for number in numbers], end


def _member(
    source: SourceText,
    first: Mention,
    low: AuthorityNumber,
    number: int,
    sure: bool,
    weight: float,
    end: int,
) -> Mention:
    width = len(low.schedule.rpartition("-")[2])
    target = f"{low.series}-{number:0{width}d}"
    return replace(
        first,
        end=end,
        printed=source.written[first.start : end],
        readings=(RankedTarget(target=target, confidence=round(first.readings[0].confidence * weight, 3)),),
        id=target,
        sure=sure,
    )
