"""Strokes in pieces, dashes and typed hyphens, as the best path through a line finds them."""

from collections.abc import Sequence

from schedgraph.parser.reading.scan.engine import Box, OcrWord
from schedgraph.parser.reading.scan.strokes import Path, Traced

_INK_ABOVE = 0.3
"""Share of a dashed word's columns with ink above the dashes."""
_LONG_WORD, _LEVEL = 4.0, 2.0
"""Over a word as long as this, in em, a row of dashes falls or rises by less than these degrees."""
_MANY_WORDS = 12.0
_SAME_HEIGHT = 0.08
_FEW_DASHES, _MANY_DASHES = 3.0, 6.5
"""Em of dashed words in a row that are enough: where blanks are dashed too, and where there is none."""


def pieced(measured: Sequence[tuple[OcrWord, Traced]], path: Path, em: float) -> set[int]:
    """The places of words under dashes. Small type that runs together looks like dashes, but not between words."""
    stretches: list[list[int]] = []
    for place, (word, seen) in enumerate(measured):
        if not _broken(seen, word.box, em):
            continue
        if stretches and stretches[-1][-1] == place - 1 and _joined(measured[place - 1][0], word, path):
            stretches[-1].append(place)
        else:
            stretches.append([place])
    found: set[int] = set()
    short: list[list[int]] = []
    for stretch in stretches:
        width = sum(measured[place][0].box[2] - measured[place][0].box[0] for place in stretch) / em
        seen = measured[stretch[0]][1]
        plain = seen.between >= 0.8 and seen.bends <= 0.06
        if width >= (_FEW_DASHES if plain or len(stretch) > 1 else _MANY_DASHES):
            found.update(stretch)
        elif width >= _FEW_DASHES:
            short.append(stretch)
    # Typed dashes leave a blank now and then; those behind it stand at the height of those before it.
    for stretch in (*short, *reversed(short)):
        ends = ((stretch[0], stretch[0] - 1), (stretch[-1], stretch[-1] + 1))
        if any(
            beside in found and abs(measured[place][1].height - measured[beside][1].height) <= _SAME_HEIGHT
            for place, beside in ends
        ):
            found.update(stretch)
    return found


def _joined(one: OcrWord, other: OcrWord, path: Path) -> bool:
    """Whether the blank between two words holds ink at the height of the dashes."""
    blank = path.inked[max(0, one.box[2] - path.left) : max(0, other.box[0] - path.left)]
    return bool(blank.size == 0 or blank.mean() >= 0.3)


def _broken(seen: Traced, box: Box, em: float) -> bool:
    """Dashes or overtyped hyphens: a straight row of pieces, between the letters as well."""
    width = max(1, box[2] - box[0]) / em
    if abs(seen.slope) > 3 or seen.above + seen.below < 0.5 or seen.beside:
        return False
    if _is_level(seen) and seen.above >= 0.35 and seen.below >= 0.5:
        return width >= 0.9
    if seen.covered < 0.82 or (width >= _LONG_WORD and abs(seen.slope) > _LEVEL):
        return False
    if seen.above < _INK_ABOVE:
        # Bold type runs together along its x-height and its feet, where little ink stands above.
        return width >= _MANY_WORDS and seen.between >= 0.7
    if seen.bends <= 0.085 and seen.between >= 0.5:
        return width >= 1.6
    return seen.between >= 0.65 and seen.blank >= 0.5 and seen.bends <= 0.14 and width >= 1.8


def _is_level(seen: Traced) -> bool:
    """Whether a row of dashes goes through a word; the path through letters alone winds."""
    return seen.covered >= 0.72 and seen.bends <= 0.07 and not seen.beside
