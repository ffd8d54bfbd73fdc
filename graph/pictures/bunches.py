"""Authorities that share all their neighbours, drawn as one block: a hundred items that one item replaced."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schedgraph.graph.pictures.drawing import Arrow, Drawing
from schedgraph.graph.pictures.plan import Size

FEWEST = 8
"""So many have to share their neighbours, or they are easier to read one by one."""
ABREAST = 4
"""At most so many stand side by side: a reader scrolls down more readily than to the right."""
INSIDE = 8.0
"""Between the frame of a block and what is in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bunch:
    """Boxes with the same neighbours. `dated` tells that their arrows differ in their words, which the boxes then bear."""

    key: str
    members: tuple[str, ...]
    dated: bool

    @property
    def down(self) -> int:
        """How many stand one below the other."""
        return max(FEWEST, math.ceil(len(self.members) / ABREAST))

    def size(self, each: Size) -> Size:
        """The size of the block around boxes of one size."""
        across = math.ceil(len(self.members) / self.down)
        down = min(self.down, len(self.members))
        return Size(
            width=across * each.width + (across + 1) * INSIDE,
            height=down * (each.height + 4) - 4 + 2 * INSIDE,
        )

    def corner(self, number: int, each: Size) -> tuple[float, float]:
        """The upper left corner of a member within the block."""
        across, down = divmod(number, self.down)
        return INSIDE + across * (each.width + INSIDE), INSIDE + down * (each.height + 4)


def bunches(drawing: Drawing) -> tuple[Bunch, ...]:
    """The blocks of a picture that has many boxes; the authority that was asked for stands by itself."""
    if not drawing.compact:
        return ()
    arrows: defaultdict[str, list[Arrow]] = defaultdict(list)
    for arrow in drawing.arrows:
        arrows[arrow.start].append(arrow)
        arrows[arrow.end].append(arrow)
    alike: defaultdict[frozenset[tuple[str, bool, bool]], list[str]] = defaultdict(list)
    for box in drawing.boxes:
        if arrows[box.key] and not box.root and not box.open_end:
            alike[frozenset(_bond(box.key, arrow) for arrow in arrows[box.key])].append(box.key)
    return tuple(
        Bunch(key=f"\1{members[0]}", members=tuple(members), dated=_differ(members, arrows))
        for members in alike.values()
        if len(members) >= FEWEST
    )


def _bond(key: str, arrow: Arrow) -> tuple[str, bool, bool]:
    """The other end of an arrow, on which side it is, and whether it is certain."""
    other = arrow.end if arrow.start == key else arrow.start
    return other, arrow.start == key, arrow.certain


def _differ(members: Sequence[str], arrows: Mapping[str, Sequence[Arrow]]) -> bool:
    words = {(*_bond(key, arrow)[:2], arrow.label) for key in members for arrow in arrows[key]}
    return len(words) > len(arrows[members[0]])


def joined(drawing: Drawing, found: Sequence[Bunch]) -> tuple[Arrow, ...]:
    """The arrows of the picture, those of a block drawn as one each."""
    block = {member: bunch for bunch in found for member in bunch.members}
    groups: defaultdict[tuple[str, str], list[Arrow]] = defaultdict(list)
    for arrow in drawing.arrows:
        ends = tuple(block[end].key if end in block else end for end in (arrow.start, arrow.end))
        groups[(ends[0], ends[1])].append(arrow)
    return tuple(
        group[0] if len(group) == 1 and ends == (group[0].start, group[0].end) else _one(ends, group)
        for ends, group in groups.items()
    )


def _one(ends: tuple[str, str], group: Sequence[Arrow]) -> Arrow:
    labels = {arrow.label for arrow in group}
    words = labels.pop() if len(labels) == 1 else "dates in the boxes"
    return Arrow(
        start=ends[0],
        end=ends[1],
        label=f"{words} ({len(group)})",
        about="; ".join(arrow.about for arrow in group),
        certain=group[0].certain,
        alarm=any(arrow.alarm for arrow in group),
    )
