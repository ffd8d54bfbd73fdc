"""A page image to its words: straighten, find strokes, read twice, vote."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from schedgraph.parser.evidence import BoundingBox, Doubt
from schedgraph.parser.reading.scan import (
    MISPLACED,
    boxes,
    paper,
    parting,
    rereading,
    rules,
    skew,
    strokes,
    struck,
    unread,
    vote,
    writing,
)
from schedgraph.parser.reading.scan.alignment import aligned
from schedgraph.parser.reading.scan.crossed import crossed_spans
from schedgraph.parser.reading.scan.engine import Box, Engine, Gray, Mask, OcrWord
from schedgraph.parser.reading.scan.layer import LayerEngine, lies_right
from schedgraph.parser.reading.word import PageWords, RuledLine, StruckPart, Word

# Lengths in points.
_RULE, _UPRIGHT_RULE, _SHORT_STROKE, _THICKEST, _SLANTED, _BESIDE_RULE = 36.0, 24.0, 9.0, 3.2, 60.0, 3.0
# Shares of a word's width.
_TOO_LITTLE, _NEARLY_ALL, _TYPED_OVER = 0.3, 0.8, 0.6
_STRUCK_ALL_THE_SAME = 2.0
"""In em: a struck stretch as long as this counts, whatever its share of words that were read as one."""
_MOST_TOLD = 3
_MISPLACED_LAYER = "The text layer of page {} does not lie on its words; the picture was read instead."
_THROUGH_MARKS = 0.3
"""The most that a word is trusted which was read together with the x's typed over it."""
_LEGIBLE, _ENOUGH_LETTERS = 0.75, 60
"""Mean confidence below which a page may stand on its head; from so many characters on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Straightened:
    """A page that lies straight, in grey and as ink, and `pixels` to the point."""

    level: Gray
    ink: Mask
    turn: skew.Turn
    pixels: float

    @property
    def dpi(self) -> int:
        """Pixels to the inch."""
        return round(72 * self.pixels)

    def shown(self, box: Box) -> BoundingBox:
        """`box` on the page as it is shown, in points."""
        x0, top, x1, bottom = (value / self.pixels for value in self.turn.shown(box))
        return (x0, top, x1, bottom)

    def upright(self, box: Box) -> BoundingBox:
        """`box` on the straightened page, in points."""
        x0, top, x1, bottom = (value / self.pixels for value in box)
        return (x0, top, x1, bottom)


def straightened(image: Gray, width: float, *, overturned: bool = False) -> Straightened:
    """The page with even paper and level lines; `width` is that of the page as shown, in points.

    `overturned` turns it by 180 degrees more than its lines ask for.
    """
    level = paper.even(image)
    ink = paper.ink_of(level)
    quarters = (1 if skew.lies_on_its_side(ink) else 0) + (2 if overturned else 0)
    if quarters:
        ink = np.ascontiguousarray(np.rot90(ink, -quarters))
    straight, turn = skew.straighten(level, skew.skew_of(ink), quarters)
    pixels = image.shape[1] / width
    straight = paper.without_folds(straight, round(_THICKEST * pixels))
    return Straightened(level=straight, ink=paper.ink_of(straight), turn=turn, pixels=pixels)


def _first_reading(image: Gray, width: float, engine: Engine) -> tuple[Straightened, tuple[OcrWord, ...]]:
    """The page the right way up, and what is read on it: lines tell that a page is turned, only words which way."""
    page = straightened(image, width)
    read = engine.read(page.level, page.dpi)
    if _legibility(read) >= _LEGIBLE:
        return page, read
    other = straightened(image, width, overturned=True)
    reread = engine.read(other.level, other.dpi)
    return (other, reread) if _legibility(reread) > _legibility(read) else (page, read)


def _legibility(words: Sequence[OcrWord]) -> float:
    """The mean confidence of the characters; 1 where there are too few to tell."""
    letters = sum(len(word.text) for word in words)
    if letters < _ENOUGH_LETTERS:
        return 1.0
    return sum(word.confidence * len(word.text) for word in words) / letters


def read_page(
    image: Gray,
    engines: Sequence[Engine],
    *,
    number: int,
    width: float,
    height: float,
    doubts: tuple[Doubt, ...] = (),
    layer: Sequence[Word] = (),
) -> PageWords:
    """The words of a page by the first engine, weighed against the second where there is one.

    Where the PDF has a text `layer` for the picture, its words are the first reading, unless they lie beside what
    they stand for: then they would put strikes and boxes in the wrong place.
    """
    own = engines
    if layer:
        page = straightened(image, width)
        given = LayerEngine(layer, page.turn, page.pixels)
        engines, read = (given, *(engines[1:] or engines)), given.read(page.level, page.dpi)
    else:
        page, read = _first_reading(image, width, engines[0])
    dpi = page.dpi
    levels, level_ink = rules.level_strokes(
        page.ink, int(_SHORT_STROKE * page.pixels), int(_THICKEST * page.pixels)
    )
    uprights, upright_ink = rules.upright_strokes(
        page.ink, int(_UPRIGHT_RULE * page.pixels), int(_THICKEST * page.pixels)
    )
    letters = page.ink & ~level_ink & ~upright_ink
    if layer and not lies_right(read, letters):
        told = (*doubts, Doubt(code=MISPLACED, message=_MISPLACED_LAYER.format(number)))
        return read_page(image, own, number=number, width=width, height=height, doubts=told)
    found = boxes.tick_boxes(page.ink, page.pixels)
    found = [box for box in found if not _part_of_a_word(box, read)]
    scribbled = unread.scribbles(read)
    alone = rules.bare_strokes(page.ink, levels, int(_BESIDE_RULE * page.pixels))
    missed = unread.missed(engines, page.level, dpi, page.ink & ~alone & ~upright_ink, read, levels)
    read = tuple(word for word in read if word not in scribbled)
    lines = writing.written_lines([*_without_boxes(read, found), *missed.words], letters)
    lines = writing.without_repeats(lines)
    if layer:
        lines = [aligned(line, letters) for line in lines]
    lines = [parting.numbers_apart(line, letters) for line in writing.without_specks(lines)]
    ink = page.ink & ~upright_ink
    paths = strokes.trace(ink, lines)
    slanted = rules.slanted_strokes(page.ink, int(_SLANTED * page.pixels))
    spans = struck.struck_spans(ink, lines, paths)
    crossed = crossed_spans(lines, slanted)
    lines = [
        parting.parted(line, (*through, *over), letters)
        for line, through, over in zip(lines, spans, crossed, strict=True)
    ]
    ruled = [stroke for stroke in levels if stroke.x1 - stroke.x0 >= _RULE * page.pixels]
    ruled = [stroke for stroke in ruled if not _belongs_to_words(stroke, lines)]
    cleaned = rereading.without_strokes(page.level, lines, paths, spans, upright_ink, ruled)
    readings = rereading.weighed(engines, cleaned, dpi, lines, spans, uprights)
    emitted = [
        _word(page, line, voted, (*through, *over))
        for line, reading, through, over in zip(lines, readings, spans, crossed, strict=True)
        for voted in reading
    ]
    emitted += [_box_word(page, box) for box in found]
    return PageWords(
        number=number,
        width=width,
        height=height,
        method="ocr",
        words=tuple(emitted),
        rules=tuple(_rule(stroke, page.pixels) for stroke in (*ruled, *uprights)),
        doubts=(
            *doubts,
            *_told(
                "ink-not-read",
                f"Page {number} holds ink that could not be read, perhaps handwriting,",
                [page.shown(place) for place in missed.unread],
            ),
            *_told(
                "typed-over",
                f"Page {number} holds words that cannot be read for the x's typed over them,",
                [word.bbox for word in emitted if _is_typed_over(word)],
            ),
        ),
    )


def _told(code: str, what: str, places: Sequence[BoundingBox]) -> tuple[Doubt, ...]:
    """One doubt for what was not read, with the first of its places; none where there is none."""
    if not places:
        return ()
    told = "; ".join(
        f"{round(x0)} to {round(x1)} points from the left and {round(top)} from the top"
        for x0, top, x1, _ in places[:_MOST_TOLD]
    )
    more = f" and in {len(places) - _MOST_TOLD} more places" if len(places) > _MOST_TOLD else ""
    return (Doubt(code=code, message=f"{what} {told}{more}; look at it there."),)


def _is_typed_over(word: Word) -> bool:
    return word.confidence <= _THROUGH_MARKS and any(
        part.strike.kind == struck.OVERTYPED for part in word.struck
    )


def _part_of_a_word(box: boxes.TickBox, words: Sequence[OcrWord]) -> bool:
    """Whether what looks like a box is a letter: a bold D has straight sides, too."""
    x, y = (box.box[0] + box.box[2]) / 2, (box.box[1] + box.box[3]) / 2
    return any(
        sum(character.isalnum() for character in word.text) > 1
        and not any(character in boxes.PRINTED for character in word.text)
        and word.box[0] <= x <= word.box[2]
        and word.box[1] <= y <= word.box[3]
        for word in words
    )


def _without_boxes(words: Sequence[OcrWord], found: Sequence[boxes.TickBox]) -> list[OcrWord]:
    """The words without what the engine made of the tick boxes."""
    kept = []
    for word in words:
        text = word.text.strip(boxes.PRINTED)
        inside = any(
            box.box[0] - 3 <= (word.box[0] + word.box[2]) / 2 <= box.box[2] + 3
            and box.box[1] - 3 <= (word.box[1] + word.box[3]) / 2 <= box.box[3] + 3
            for box in found
        )
        if text and not inside:
            kept.append(replace(word, text=text))
    return kept


def _belongs_to_words(stroke: rules.Stroke, lines: Sequence[writing.WrittenLine]) -> bool:
    """Whether a level stroke goes through words, or underlines them and no more."""
    under = [
        word
        for line in lines
        if -0.7 * line.em <= stroke.y0 - line.baseline <= 0.3 * line.em
        for word in line.words
        if word.box[0] < stroke.x1 and word.box[2] > stroke.x0
    ]
    covered = sum(min(word.box[2], stroke.x1) - max(word.box[0], stroke.x0) for word in under)
    return covered > 0.6 * (stroke.x1 - stroke.x0)


def _struck_parts(word: OcrWord, spans: Sequence[struck.StruckSpan], em: float) -> tuple[StruckPart, ...]:
    """The characters of `word` under the span that covers most of it; nearly all or nearly none is all or none."""
    x0, _, x1, _ = word.box
    wide = max(1, x1 - x0)
    best = max(spans, key=lambda span: min(span.x1, x1) - max(span.x0, x0), default=None)
    if best is None:
        return ()
    first, last = max(0.0, (best.x0 - x0) / wide), min(1.0, (best.x1 - x0) / wide)
    if last - first < _TOO_LITTLE and (last - first) * wide < _STRUCK_ALL_THE_SAME * em:
        return ()
    length = len(word.text)
    if last - first > (_TYPED_OVER if best.strike.kind == struck.OVERTYPED else _NEARLY_ALL):
        return (StruckPart(start=0, end=length, strike=best.strike),)
    start, end = round(first * length), round(last * length)
    return (StruckPart(start=start, end=end, strike=best.strike),) if end > start else ()


def _word(
    page: Straightened, line: writing.WrittenLine, voted: vote.Voted, spans: Sequence[struck.StruckSpan]
) -> Word:
    parts = _struck_parts(voted.word, spans, line.em)
    typed_over = any(part.strike.kind == struck.OVERTYPED for part in parts)
    illegible = typed_over and "x" in voted.word.text.casefold()
    return Word(
        text=voted.word.text,
        bbox=page.shown(voted.word.box),
        baseline=line.baseline / page.pixels,
        size=line.em / page.pixels,
        angle=-line.words[0].tilt if line.slanted else 0.0,
        struck=parts,
        confidence=round(min(voted.confidence, _THROUGH_MARKS) if illegible else voted.confidence, 3),
        other=voted.other,
        upright=page.upright(voted.word.box),
    )


def _box_word(page: Straightened, found: boxes.TickBox) -> Word:
    size = (found.box[3] - found.box[1]) / page.pixels
    return Word(
        text=boxes.TICKED if found.ticked else boxes.UNTICKED,
        bbox=page.shown(found.box),
        baseline=found.box[3] / page.pixels,
        size=size,
        confidence=0.9,
        upright=page.upright(found.box),
    )


def _rule(stroke: rules.Stroke, pixels: float) -> RuledLine:
    return RuledLine(
        x0=stroke.x0 / pixels, y0=stroke.y0 / pixels, x1=stroke.x1 / pixels, y1=stroke.y1 / pixels
    )
