"""Where a designator stands in an outline: the successor of an open level, or the first of a new one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from schedgraph.parser.forms.sf115.numbering.designators import Closure, Count, Designator, Scale, Token

Footing = Literal["firm", "apart", "plain"]
"""How a designator stands out: in a cell or a heading, after a blank line, or in running lines."""

_LONGEST_GAP: dict[Footing, int] = {"firm": 400, "apart": 12, "plain": 2}
_LONGEST_GAP_IN_LINE = 60
_OF_HEADINGS = frozenset({"upper", "UPPER-ROMAN"})
_SCALES_BY_CASE: dict[Scale, Scale] = {
    "upper": "lower",
    "lower": "upper",
    "UPPER-ROMAN": "lower-roman",
    "lower-roman": "UPPER-ROMAN",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """An open level of the outline. `counts` are the ways to count its designator that are still possible."""

    printed: str
    closure: Closure
    counts: tuple[Count, ...]
    key: int
    indent: int = 0

    @property
    def count(self) -> Count:
        """The likeliest way to count it."""
        return self.counts[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The open levels once a designator is placed, the doubt that this raises, and a level it made clear."""

    levels: tuple[Level, ...]
    doubt: str | None = None
    cleared: Level | None = None


def place(
    levels: tuple[Level, ...], designator: Designator, footing: Footing, indent: int, key: int
) -> Placement | None:
    """The place of `designator` below or beside the open `levels`, None where it has none."""
    first, *others = designator.tokens
    scale = first.counts[0].scale
    if scale not in ("decimal", "code"):
        if others:
            return _place_composed(levels, designator.tokens, footing, indent, key)
        return _place_single(levels, first, footing, indent, key)
    head: Placement | None
    if others and any(level.count.segment == first.counts[0].segment for level in levels):
        head = Placement(levels=levels)
    elif scale == "decimal":
        head = _place_decimal(levels, first, footing, indent, key)
    else:
        head = Placement(levels=(_level(first, first.counts, indent, key),))
    if head is None or not others:
        return head
    tail = place(head.levels, replace(designator, tokens=tuple(others)), footing, indent, key + 1)
    return tail and replace(tail, doubt=head.doubt or tail.doubt)


def _place_single(
    levels: tuple[Level, ...], token: Token, footing: Footing, indent: int, key: int
) -> Placement | None:
    exact = [depth for depth in range(len(levels) - 1, -1, -1) if _style(levels[depth]) == _style(token)]
    for depth in exact:
        if followed := _successor(levels[depth], token):
            return _beside(levels, depth, token, *followed, indent, key)
    firsts = tuple(count for count in token.counts if count.ordinal == 1)
    if firsts and not any(_same_scale(levels[depth], firsts) for depth in exact):
        # The unrepaired way to count comes first, so `I.` is a numeral before it is a damaged 1.
        return Placement(levels=(*levels, _level(token, firsts, indent, key)))
    margin = min((levels[depth].indent for depth in exact), default=-1)
    loose = [
        depth
        for depth in range(len(levels) - 1, -1, -1)
        # A 5. at the margin of 2. goes on with it, and not with the (4) that is indented below it.
        if depth not in exact and not (exact and indent == margin < levels[depth].indent)
    ]
    for depth in loose:
        if (footing != "plain" or depth == len(levels) - 1) and (
            followed := _successor(levels[depth], token, repaired=False)
        ):
            return _beside(levels, depth, token, *followed, indent, key, doubt="item-number-style")
    if firsts and levels and indent > levels[-1].indent and footing != "plain":
        return Placement(levels=(*levels, _level(token, firsts, indent, key)))
    for depth in exact:
        for count in token.counts:
            before = next((each for each in levels[depth].counts if each.scale == count.scale), None)
            if before is None or count.repair:
                continue
            longest = _LONGEST_GAP[footing]
            if footing == "apart" and indent <= levels[depth].indent and token.closure:
                # A partial revision lists items 1, 8 and 22 of a schedule, each where the others began.
                longest = _LONGEST_GAP_IN_LINE
            alike = token.alike
            fits = alike is not None and (alike.scale, alike.ordinal) == (before.scale, before.ordinal + 1)
            if alike is not None and fits and count.ordinal <= before.ordinal:
                # The order has no other place for it.
                return _beside(levels, depth, token, before, alike, indent, key)
            if 1 < count.ordinal - before.ordinal <= 1 + longest:
                placed = _beside(levels, depth, token, before, count, indent, key, doubt="item-number-gap")
                return _open_to(placed, alike) if fits and alike else placed
            if count.ordinal <= before.ordinal and footing != "plain":
                doubt = "item-number-repeated" if count.ordinal == before.ordinal else "item-number-order"
                return _beside(levels, depth, token, before, count, indent, key, doubt=doubt)
    return _first_of_many(levels, token, footing, indent, key)


def _first_of_many(
    levels: tuple[Level, ...], token: Token, footing: Footing, indent: int, key: int
) -> Placement | None:
    """A level that does not begin at its beginning: items 4 to 7 of a schedule, or a lost `a.`."""
    count = token.counts[0]
    if count.repair or any(level.count.scale == count.scale for level in levels):
        return None
    wanted: Footing = "firm" if levels or count.ordinal > 1 + _LONGEST_GAP["apart"] else "apart"
    if footing == "firm" or footing == wanted:
        level = _level(token, token.counts, indent, key)
        return Placement(levels=(*levels, level), doubt="item-number-gap")
    return None


def place_running_on(
    levels: tuple[Level, ...], token: Token, before: Level, indent: int, key: int
) -> Placement | None:
    """The place of a number below a heading that follows on from the last one below the heading before."""
    heading = levels[0].count.scale if len(levels) == 1 else None
    if heading not in _OF_HEADINGS or _style(before) != _style(token):
        return None
    followed = _successor(before, token, repaired=False)
    if followed is None or followed[1].scale != "digit":
        return None
    return Placement(levels=(*levels, _level(token, (followed[1],), indent, key)))


def place_late(levels: tuple[Level, ...], token: Token, indent: int, key: int) -> Placement | None:
    """The place of a list that does not begin at its beginning, below the item of another style that is open.

    At the margin of that item it may count on from it, and has no such place.
    """
    count = token.counts[0]
    alike = any(_style(each) == _style(token) and each.count.scale == count.scale for each in levels)
    if count.repair or not levels or alike:
        return None
    followed = any(_successor(level, token, repaired=False) for level in levels)
    if indent < levels[-1].indent or (indent == levels[-1].indent and followed):
        return None
    level = _level(token, token.counts, indent, key)
    return Placement(levels=(*levels, level), doubt="item-number-gap")


def _place_composed(
    levels: tuple[Level, ...], tokens: tuple[Token, ...], footing: Footing, indent: int, key: int
) -> Placement | None:
    """`1B(2)`: all but the last name open levels, or open them in passing."""
    depth, doubt, cleared = 0, None, None
    open_levels = levels
    for index, token in enumerate(tokens):
        equal = next(
            (each for each in range(depth, len(open_levels)) if _equal(open_levels[each], token)), None
        )
        if equal is not None and (index < len(tokens) - 1):
            depth = equal + 1
            continue
        beside = open_levels[depth] if depth < len(open_levels) else None
        placed = _place_at(open_levels[:depth], beside, token, footing, indent, key + index)
        if placed is None:
            return None
        open_levels = placed.levels
        doubt, cleared = doubt or placed.doubt, cleared or placed.cleared
        depth = len(open_levels)
    return Placement(levels=open_levels, doubt=doubt, cleared=cleared)


def _place_at(
    above: tuple[Level, ...], beside: Level | None, token: Token, footing: Footing, indent: int, key: int
) -> Placement | None:
    """A token of a composed designator directly below `above`, after its sibling `beside`."""
    cased = replace(token, counts=(*token.counts, *_other_case(token.counts)))
    if beside is not None:
        if followed := _successor(beside, cased):
            return _beside((*above, beside), len(above), token, *followed, indent, key)
        for count in cased.counts:
            before = next((each for each in beside.counts if each.scale == count.scale), None)
            if before is None or count.repair:
                continue
            later = count.ordinal - before.ordinal
            if footing == "plain" and not 0 < later <= 1 + _LONGEST_GAP["plain"]:
                return None
            doubt = (
                "item-number-gap" if later > 0 else "item-number-order" if later else "item-number-repeated"
            )
            return _beside((*above, beside), len(above), token, before, count, indent, key, doubt=doubt)
    firsts = tuple(count for count in token.counts if count.ordinal == 1)
    if firsts:
        return Placement(levels=(*above, _level(token, firsts, indent, key)))
    if footing == "plain":
        return None
    level = _level(token, token.counts, indent, key)
    return Placement(levels=(*above, level), doubt="item-number-gap")


def _place_decimal(
    levels: tuple[Level, ...], token: Token, footing: Footing, indent: int, key: int
) -> Placement | None:
    """`2.1` stands below 2, whatever else is open."""
    count = token.counts[0]
    prefix = count.segment.rpartition(".")[0]
    depth = next((each for each, level in enumerate(levels) if level.count.segment == prefix), None)
    depth = len(levels) if depth is None and not levels else depth
    above = () if depth is None else levels[: depth + 1]
    siblings = [level for level in levels[len(above) :] if level.count.scale == "decimal"]
    before = (
        siblings[0].count.ordinal if siblings and siblings[0].count.segment.startswith(prefix + ".") else 0
    )
    doubt = None
    if count.ordinal != before + 1 or depth is None:
        if footing == "plain":
            return None
        first_of_next = count.ordinal == 1 and not before
        later = count.ordinal > before
        doubt = None if first_of_next else "item-number-gap" if later else "item-number-repeated"
    elif footing == "plain" and not token.closure and not above:
        return None
    return Placement(levels=(*above, _level(token, token.counts, indent, key)), doubt=doubt)


def _beside(
    levels: tuple[Level, ...],
    depth: int,
    token: Token,
    before: Count,
    count: Count,
    indent: int,
    key: int,
    doubt: str | None = None,
) -> Placement:
    """The token as the next sibling at `depth`; its scale also tells how its elder was meant."""
    elder = levels[depth]
    cleared = replace(elder, counts=(before,)) if elder.count != before else None
    level = _level(token, (count,), indent, key)
    return Placement(levels=(*levels[:depth], level), doubt=doubt, cleared=cleared)


def _open_to(placement: Placement, other: Count) -> Placement:
    """The placement with another way to count its last level, between which the next sibling will choose."""
    *above, last = placement.levels
    return replace(placement, levels=(*above, replace(last, counts=(*last.counts, other))))


def _style(printed: Level | Token) -> str:
    """`1`, `1.` and the `1` of `1a` are one style; brackets are another."""
    return printed.closure or "."


def _successor(level: Level, token: Token, *, repaired: bool = True) -> tuple[Count, Count] | None:
    pairs = [
        (before, count)
        for before in level.counts
        for count in token.counts
        if before.scale == count.scale
        and count.ordinal == before.ordinal + 1
        and (repaired or not count.repair)
    ]
    return min(pairs, key=lambda pair: (pair[1].repair is not None, pair[0].repair is not None), default=None)


def _equal(level: Level, token: Token) -> bool:
    segments = {count.segment for count in level.counts}
    return any(count.segment in segments for count in token.counts)


def _same_scale(level: Level, counts: tuple[Count, ...]) -> bool:
    scales = {count.scale for count in level.counts if not count.repair}
    return any(count.scale in scales for count in counts if not count.repair)


def _other_case(counts: tuple[Count, ...]) -> Iterator[Count]:
    """`1b` may point to what the outline prints as `B.`."""
    for count in counts:
        if count.scale in _SCALES_BY_CASE:
            yield replace(count, scale=_SCALES_BY_CASE[count.scale])


def _level(token: Token, counts: tuple[Count, ...], indent: int, key: int) -> Level:
    ordered = tuple(sorted(counts, key=lambda count: count.repair is not None))
    return Level(printed=token.printed, closure=token.closure, counts=ordered, key=key, indent=indent)
