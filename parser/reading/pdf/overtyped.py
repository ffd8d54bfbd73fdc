"""Characters typed over others: a line of hyphens or x's strikes what is under it, the same letter twice is bold."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.page import Strike
from schedgraph.parser.reading.pdf.content import Glyph

_OVERTYPES = frozenset("-\u2010\u2011\u2012–—−xX/=#")
_SAME_PLACE = 0.7
_OVER = 0.5
_OFF_LINE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtyping:
    """Glyphs that only mark others (`marks`), the strikes they make, and letters printed twice to be bold."""

    marks: frozenset[int]
    struck: dict[int, Strike]
    doubled: frozenset[int]
    copies: frozenset[int]


def overtyping(glyphs: Sequence[Glyph]) -> Overtyping:
    """What of `glyphs` is typed over something else."""
    overlaps = _overlaps(glyphs)
    if not overlaps:
        return Overtyping(marks=frozenset(), struck={}, doubled=frozenset(), copies=frozenset())
    doubled, copies = set(), set()
    for a, b in overlaps:
        same = glyphs[a].text == glyphs[b].text and _share(glyphs[a], glyphs[b]) >= _SAME_PLACE
        if same and glyphs[a].text not in _OVERTYPES:
            doubled.add(a)
            copies.add(b)
    over: dict[int, list[int]] = defaultdict(list)
    for a, b in overlaps:
        if a in copies or b in copies:
            continue
        if glyphs[a].text in _OVERTYPES:
            over[a].append(b)
        if glyphs[b].text in _OVERTYPES:
            over[b].append(a)
    marks: set[int] = set()
    struck: dict[int, Strike] = {}
    for group in _groups(glyphs, over):
        hits = [index for index in group if over.get(index)]
        if len(group) < 2 or 2 * len(hits) < len(group):
            continue
        marks.update(group)
        for index in hits:
            for below in over[index]:
                if below in group:
                    continue
                glyph, mark = glyphs[below], glyphs[index]
                struck[below] = Strike(
                    kind="overtyped",
                    height=round((glyph.baseline - mark.baseline) / (glyph.style.size or 1) + 0.25, 3),
                    coverage=round(min(1.0, _share(glyph, mark)), 3),
                    thickness=0.0,
                )
    return Overtyping(
        marks=frozenset(marks),
        struck={index: strike for index, strike in struck.items() if index not in marks},
        doubled=frozenset(doubled),
        copies=frozenset(copies),
    )


def without_marks(glyphs: Sequence[Glyph], typed: Overtyping) -> list[tuple[int, Glyph]]:
    """The glyphs that stand for text, each with its index among `glyphs`."""
    if not (typed.marks or typed.copies or typed.doubled):
        return list(enumerate(glyphs))
    kept = []
    for index, glyph in enumerate(glyphs):
        if index in typed.marks or index in typed.copies:
            continue
        if index in typed.doubled and not glyph.style.bold:
            glyph = glyph._replace(style=replace(glyph.style, bold=True))
        kept.append((index, glyph))
    return kept


def _overlaps(glyphs: Sequence[Glyph]) -> list[tuple[int, int]]:
    """Pairs of upright glyphs on one line that stand on each other."""
    lines: dict[int, list[int]] = defaultdict(list)
    for index, glyph in enumerate(glyphs):
        if not glyph.text.isspace() and abs(glyph.style.angle) < 1.0:
            lines[round(glyph.baseline)].append(index)
    pairs: set[tuple[int, int]] = set()
    for line, members in lines.items():
        near = sorted((*members, *lines.get(line + 1, ())), key=lambda index: glyphs[index].x0)
        begun = [glyphs[index].x0 for index in near[1:]]
        for place, (a, next_begun) in enumerate(zip(near, begun, strict=False)):
            if next_begun >= glyphs[a].x1:
                continue
            for b in near[place + 1 : place + 8]:
                if glyphs[b].x0 >= glyphs[a].x1:
                    break
                if (
                    _share(glyphs[a], glyphs[b]) >= _OVER
                    and abs(glyphs[a].baseline - glyphs[b].baseline) <= _OFF_LINE * glyphs[a].style.size
                ):
                    pairs.add((min(a, b), max(a, b)))
    return sorted(pairs)


def _share(one: Glyph, other: Glyph) -> float:
    """How much of the narrower of two glyphs lies on the other, along the line."""
    width = min(one.x1 - one.x0, other.x1 - other.x0)
    return (min(one.x1, other.x1) - max(one.x0, other.x0)) / width if width > 0 else 0.0


def _groups(glyphs: Sequence[Glyph], over: dict[int, list[int]]) -> list[list[int]]:
    """Runs of one overtyping character along a line."""
    lines: dict[tuple[str, int], list[int]] = defaultdict(list)
    lively = {(glyphs[index].text, round(glyphs[index].baseline)) for index in over}
    for index, glyph in enumerate(glyphs):
        key = (glyph.text, round(glyph.baseline))
        if key in lively:
            lines[key].append(index)
    groups: list[list[int]] = []
    for members in lines.values():
        members.sort(key=lambda index: glyphs[index].x0)
        run: list[int] = []
        for index in members:
            width = glyphs[index].x1 - glyphs[index].x0
            if run and _share(glyphs[run[-1]], glyphs[index]) >= _SAME_PLACE:
                # The same sign in the same place: the later is the mark, the earlier the letter under it.
                if run[-1] not in over[index]:
                    over[index].append(run[-1])
                run[-1] = index
                continue
            if run and glyphs[index].x0 - glyphs[run[-1]].x1 > 1.2 * width:
                groups.append(run)
                run = []
            run.append(index)
        if run:
            groups.append(run)
    return groups
