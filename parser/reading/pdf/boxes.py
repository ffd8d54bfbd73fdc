"""Boxes to tick: a small drawn square is ☒ where something stands in it and ☐ where not."""

from collections.abc import Sequence
from dataclasses import dataclass

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.pdf.content import Glyph, Ink
from schedgraph.parser.reading.word import Word

_TICKS = frozenset("xX✓✔✗✘☒☑■√")
_SAME = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """The boxes as words, and the glyphs and pieces of ink that tick them or draw them."""

    words: tuple[Word, ...]
    glyphs: frozenset[int]
    inks: frozenset[int]


def ticked(glyphs: Sequence[Glyph], inks: Sequence[Ink], squares: Sequence[BoundingBox]) -> Ticked:
    """The boxes among `squares`; a square that holds other text is a frame and none of them."""
    words: list[Word] = []
    marks: set[int] = set()
    drawn: set[int] = set()
    middles = [_middle(glyph) for glyph in glyphs] if squares else []
    for square in _distinct(squares):
        left, top, right, bottom = square
        inside = [n for n, (x, y) in enumerate(middles) if left <= x <= right and top <= y <= bottom]
        if any(glyphs[n].text not in _TICKS for n in inside):
            continue
        lines = [n for n, ink in enumerate(inks) if _within(square, ink)]
        crossing = [n for n in lines if not _is_edge(square, inks[n])]
        marks.update(inside)
        drawn.update(lines)
        words.append(
            Word(
                text="☒" if inside or crossing else "☐",
                bbox=square,
                baseline=bottom - 0.1 * (bottom - top),
                size=bottom - top,
            )
        )
    return Ticked(words=tuple(words), glyphs=frozenset(marks), inks=frozenset(drawn))


def _distinct(squares: Sequence[BoundingBox]) -> list[BoundingBox]:
    found: list[BoundingBox] = []
    for square in squares:
        if not any(all(abs(a - b) <= _SAME for a, b in zip(square, other, strict=True)) for other in found):
            found.append(square)
    return found


def _middle(glyph: Glyph) -> tuple[float, float]:
    return (glyph.x0 + glyph.x1) / 2, glyph.baseline - 0.3 * glyph.style.size


def _within(square: BoundingBox, ink: Ink) -> bool:
    left, top, right, bottom = square
    return (
        left - _SAME <= ink.x0
        and ink.x1 <= right + _SAME
        and min(ink.y0, ink.y1) >= top - _SAME
        and max(ink.y0, ink.y1) <= bottom + _SAME
    )


def _is_edge(square: BoundingBox, ink: Ink) -> bool:
    left, top, right, bottom = square
    if abs(ink.y0 - ink.y1) < _SAME / 2:
        return min(abs(ink.y0 - top), abs(ink.y0 - bottom)) <= _SAME
    if abs(ink.x0 - ink.x1) < _SAME / 2:
        return min(abs(ink.x0 - left), abs(ink.x0 - right)) <= _SAME
    return False
