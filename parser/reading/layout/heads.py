"""The lines between columns, led up through the row of heads where the form draws them only below it."""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.reading.word import RuledLine, Word

_TOUCHES = 3.0
_TALLEST = 60.0
"""Points. The heads of an SF-115 stand in a row of 30; a box of text is higher or has words across the lines."""

_FEWEST_LINES = 2


def with_heads_parted(rules: Sequence[RuledLine], words: Sequence[Word]) -> tuple[RuledLine, ...]:
    """The rules of a page; lines between columns that end under a row of heads go on through it.

    That is so where a level rule closes the row above, nothing parts it, each column has words in it, and no
    word stands across one of the lines.
    """
    level = [rule for rule in rules if abs(rule.y1 - rule.y0) < _TOUCHES]
    upright = [rule for rule in rules if abs(rule.x1 - rule.x0) < _TOUCHES <= rule.y1 - rule.y0]
    hanging: dict[RuledLine, list[RuledLine]] = defaultdict(list)
    for line in upright:
        ceiling = [rule for rule in level if abs(rule.y0 - line.y0) < _TOUCHES and _spans(rule, line.x0)]
        if ceiling and not _is_edge(line, ceiling[0]):
            hanging[ceiling[0]].append(line)
    led: dict[RuledLine, RuledLine] = {}
    for ceiling_rule, lines in hanging.items():
        top = _row_above(ceiling_rule, level)
        if (
            top is not None
            and len(lines) >= _FEWEST_LINES
            and _are_heads(top, ceiling_rule, lines, upright, words)
        ):
            led.update((line, replace(line, y0=top)) for line in lines)
    return tuple(led.get(rule, rule) for rule in rules)


def _spans(rule: RuledLine, x: float) -> bool:
    return rule.x0 - _TOUCHES <= x <= rule.x1 + _TOUCHES


def _is_edge(line: RuledLine, rule: RuledLine) -> bool:
    return min(abs(line.x0 - rule.x0), abs(line.x0 - rule.x1)) < _TOUCHES


def _row_above(rule: RuledLine, level: Sequence[RuledLine]) -> float | None:
    """Where the row above `rule` begins: at the nearest rule that is as wide."""
    above = [
        other.y0
        for other in level
        if _TOUCHES < rule.y0 - other.y0 <= _TALLEST
        and abs(other.x0 - rule.x0) < _TOUCHES
        and abs(other.x1 - rule.x1) < _TOUCHES
    ]
    return max(above, default=None)


def _are_heads(
    top: float,
    rule: RuledLine,
    lines: Sequence[RuledLine],
    upright: Sequence[RuledLine],
    words: Sequence[Word],
) -> bool:
    if any(top < (line.y0 + line.y1) / 2 < rule.y0 and not _is_edge(line, rule) for line in upright):
        return False
    within = [word.place for word in words if top < (word.place[1] + word.place[3]) / 2 < rule.y0]
    if any(x0 < line.x0 < x1 for x0, _, x1, _ in within for line in lines):
        return False
    edges = [rule.x0, *sorted(line.x0 for line in lines), rule.x1]
    return all(
        any(left <= (x0 + x1) / 2 <= right for x0, _, x1, _ in within)
        for left, right in itertools.pairwise(edges)
    )
