"""What a page of a PDF draws: glyphs, strokes of ink, pictures and ticked boxes, upright as the page is shown.

Lengths are points; x grows to the right and y downwards from the upper left corner of the visible page.
"""

from dataclasses import dataclass
from typing import NamedTuple

from schedgraph.parser.evidence import BoundingBox


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What the glyphs of one text object share.

    `angle` is in degrees, counterclockwise as shown. `visible`: they are drawn at all; `pale`: in white, which shows
    on a dark area alone. `signs` names the family of a font of signs, else "". `drawn` is their place in the order of
    drawing, -1 where that is not known; `window` the box of their clip, None where there is none. `known`: the font
    says which characters they are. `font` is its name, "" where that is not known.
    """

    size: float
    bold: bool
    angle: float
    visible: bool
    pale: bool = False
    signs: str = ""
    drawn: int = -1
    window: BoundingBox | None = None
    known: bool = True
    font: str = ""


class Glyph(NamedTuple):
    """One character. `x` and `baseline` are its origin; the box is as wide as its advance."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    x: float
    baseline: float
    style: Style


class Ink(NamedTuple):
    """A straight, visible piece of ink from (x0, y0) to (x1, y1), x0 <= x1; `kind` as in `Strike`."""

    kind: str
    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeOut:
    """A box of a strike-out annotation: whatever stands in it was struck by a reader's hand."""

    bbox: BoundingBox


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContent:
    """All that a page draws, in no order.

    `hidden` are characters that nobody sees (a scan's text layer, white on white); `pictures` the boxes of
    images, `squares` of empty boxes to tick. Of annotations that nothing drawn shows, `unset` holds the characters
    where the page is to show them, `notes` the words of those that it is not to show.
    `boxes` are those of notes, stamps and frames that readers laid on the page, `stamps` the ones of these that are
    stamps; what has a place in the order of drawing from `annotated` on belongs to annotations (None: nothing does).
    `crowded`: there were more objects than the limit, and the rest was not looked at.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    hidden: tuple[Glyph, ...] = ()
    inks: tuple[Ink, ...] = ()
    strikeouts: tuple[StrikeOut, ...] = ()
    pictures: tuple[BoundingBox, ...] = ()
    squares: tuple[BoundingBox, ...] = ()
    unset: tuple[Glyph, ...] = ()
    notes: tuple[str, ...] = ()
    boxes: tuple[BoundingBox, ...] = ()
    stamps: tuple[BoundingBox, ...] = ()
    annotated: int | None = None
    crowded: bool = False
