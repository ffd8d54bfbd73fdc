"""A page whose text stands on its side, turned so that it can be read."""

from collections import Counter
from dataclasses import replace

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.pdf.content import Glyph, Ink, PageContent, StrikeOut, Style

_MOST = 0.6


def quarter_turns(content: PageContent) -> int:
    """How many quarter turns clockwise make most of the text upright."""
    glyphs = content.glyphs or content.hidden
    counts = Counter(round(glyph.style.angle / 90.0) % 4 for glyph in glyphs)
    if not counts:
        return 0
    turns, count = counts.most_common(1)[0]
    return turns if count >= _MOST * len(glyphs) else 0


def turned(content: PageContent, turns: int) -> PageContent:
    """The page after `turns` quarter turns clockwise."""
    for _ in range(turns % 4):
        content = _once(content)
    return content


def _once(content: PageContent) -> PageContent:
    height = content.height
    styles: dict[int, Style] = {}

    def box(bounds: BoundingBox) -> BoundingBox:
        x0, top, x1, bottom = bounds
        return (height - bottom, x0, height - top, x1)

    def glyph(each: Glyph) -> Glyph:
        style = styles.get(id(each.style))
        if style is None:
            angle = (each.style.angle - 90.0 + 180.0) % 360.0 - 180.0
            style = styles[id(each.style)] = replace(each.style, angle=angle)
        x0, top, x1, bottom = box((each.x0, each.top, each.x1, each.bottom))
        return Glyph(each.text, x0, top, x1, bottom, height - each.baseline, each.x, style)

    def ink(each: Ink) -> Ink:
        (x0, y0), (x1, y1) = sorted(((height - each.y0, each.x0), (height - each.y1, each.x1)))
        return Ink(each.kind, x0, y0, x1, y1, each.thickness)

    return replace(
        content,
        width=content.height,
        height=content.width,
        glyphs=tuple(glyph(each) for each in content.glyphs),
        hidden=tuple(glyph(each) for each in content.hidden),
        inks=tuple(ink(each) for each in content.inks),
        strikeouts=tuple(StrikeOut(bbox=box(each.bbox)) for each in content.strikeouts),
        pictures=tuple(box(each) for each in content.pictures),
        squares=tuple(box(each) for each in content.squares),
        boxes=tuple(box(each) for each in content.boxes),
        stamps=tuple(box(each) for each in content.stamps),
    )
