"""The drawings of a page: paths, images and what stands inside form XObjects, by pypdfium2's raw interface.

pdfplumber shows neither clips nor transparency, so ink that nobody sees can only be told here.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.pdf import ink as inks
from schedgraph.parser.reading.pdf.affine import Affine, Point, after, moved, scale
from schedgraph.parser.reading.pdf.content import Ink
from schedgraph.parser.reading.pdf.covering import Cover, Placed, is_cover
from schedgraph.parser.reading.pdf.optional import is_optional

_DEEPEST_FORM = 12
_PALEST_INK = 236
_DARK = 110
# Thinner than this a picture is a drawn line and not a picture.
_THINNEST_PICTURE = 4.0
_NOWHERE: BoundingBox = (0.0, 0.0, 0.0, 0.0)
# A bar as thick as this may lie under white text.
_THICK_BAR = 5.0


@dataclass(slots=True)
class Drawings:
    """What was found so far on a page."""

    most_objects: int
    inks: list[Ink] = field(default_factory=list)
    pictures: list[BoundingBox] = field(default_factory=list)
    squares: list[BoundingBox] = field(default_factory=list)
    dark: list[BoundingBox] = field(default_factory=list)
    covers: list[Cover] = field(default_factory=list)
    texts: dict[int, Placed] = field(default_factory=dict)
    seen: int = 0
    annotated: int | None = None
    layered: bool = False

    @property
    def crowded(self) -> bool:
        """Whether the page holds more objects than were looked at."""
        return self.seen > self.most_objects


def drawings(
    page: "ctypes.c_void_p", shown: Affine, frame: BoundingBox, most_objects: int, own: int | None = None
) -> Drawings:
    """The drawings of a page; `shown` maps its user space to the page as shown, `frame` is what shows of it.

    Behind the first `own` objects, which are the page's, stand those of its annotations.

    Of its text objects, by the address that the library has them at, only where and when they are drawn.
    """
    found = Drawings(most_objects=most_objects)
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        if index == own:
            found.annotated = found.seen
        _look(pdfium.FPDFPage_GetObject(page, index), shown, frame, found, 0)
        if found.crowded:
            break
    return found


def _look(each: "ctypes.c_void_p", parent: Affine, frame: BoundingBox, found: Drawings, depth: int) -> None:
    found.seen += 1
    if not each or found.crowded:
        return
    kind = pdfium.FPDFPageObj_GetType(each)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        window = _clip(each, parent, frame)
        found.layered = found.layered or is_optional(each)
        address = ctypes.addressof(each.contents)  # type: ignore[attr-defined]
        found.texts[address] = Placed(found.seen, None if window == frame else window or _NOWHERE)
        return
    if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
        return
    visible = _clip(each, parent, frame)
    if visible is None:
        return
    placed = after(_matrix(each), parent)
    if kind == pdfium.FPDF_PAGEOBJ_FORM:
        if depth < _DEEPEST_FORM:
            for index in range(pdfium.FPDFFormObj_CountObjects(each)):
                _look(pdfium.FPDFFormObj_GetObject(each, index), placed, visible, found, depth + 1)
                if found.crowded:
                    return
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        _image(placed, visible, found)
    else:
        _path(each, placed, visible, found)


def _image(placed: Affine, visible: BoundingBox, found: Drawings) -> None:
    corners = [moved(placed, x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
    left, top, right, bottom = inks.box(corners)
    if min(right - left, bottom - top) < _THINNEST_PICTURE:
        line = inks.filled(corners, "image")
        if line and (line := inks.clipped(line, visible)):
            found.inks.append(line)
        return
    found.pictures.append(_common((left, top, right, bottom), visible))


def _common(one: BoundingBox, other: BoundingBox) -> BoundingBox:
    """What two boxes that overlap have in common."""
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))


def _path(each: "ctypes.c_void_p", placed: Affine, visible: BoundingBox, found: Drawings) -> None:
    fill_mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(each, fill_mode, stroke):
        return
    ink_of_stroke = _tone(each, pdfium.FPDFPageObj_GetStrokeColor) if stroke.value else None
    ink_of_fill = _tone(each, pdfium.FPDFPageObj_GetFillColor) if fill_mode.value else None
    strokes = ink_of_stroke is not None and ink_of_stroke < _PALEST_INK
    fills = ink_of_fill is not None and ink_of_fill < _PALEST_INK
    if not (strokes or fill_mode.value):
        return
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(each, width)
    thickness = max(width.value * scale(placed), 0.1)
    for points, curved, closed in _outlines(each, placed, found):
        if len(points) < 2:
            continue
        bounds = inks.box(points)
        if strokes:
            if closed and not fills and inks.is_small_square(bounds):
                found.squares.append(bounds)
            line = [*points, points[0]] if closed else points
            found.inks.extend(
                kept
                for each_piece in inks.stroked(line, thickness, "curve" if curved else "stroke")
                if (kept := inks.clipped(each_piece, visible))
            )
        if fill_mode.value and is_cover(each, points, bounds):
            box = _common(bounds, visible)
            found.covers.append(Cover(found.seen, box))
            found.inks = [ink for ink in found.inks if not inks.lies_within(ink, box)]
        if fills:
            bar = inks.filled(points, "curve" if curved else "fill")
            thick = bar is None or bar.thickness >= _THICK_BAR
            if thick and _is_dark(each):
                found.dark.append(bounds)
            if bar is not None and (bar := inks.clipped(bar, visible)):
                found.inks.append(bar)


def _outlines(
    each: "ctypes.c_void_p", placed: Affine, found: Drawings
) -> Iterator[tuple[list[Point], bool, bool]]:
    """The subpaths of a path as shown: points, whether one of them is on a curve, whether it is closed."""
    points: list[Point] = []
    curved = closed = False
    controls: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    count = pdfium.FPDFPath_CountSegments(each)
    found.seen += count // 8
    if found.crowded:
        return
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(each, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = moved(placed, x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if points:
                yield points, curved, closed
            points, curved, closed, controls = [point], False, False, []
        elif kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            controls.append(point)
            if len(controls) == 3:
                points.extend(inks.curve(points[-1] if points else controls[0], *controls))
                curved, controls = True, []
        else:
            points.append(point)
        closed = closed or bool(pdfium.FPDFPathSegment_GetClose(segment))
    if points:
        yield points, curved, closed


def _matrix(each: "ctypes.c_void_p") -> Affine:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(each, matrix):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _tone(each: "ctypes.c_void_p", read: "object") -> int | None:
    """How pale a colour is, 0 to 255 (its darkest channel); None where it is transparent."""
    channels = [ctypes.c_uint() for _ in range(4)]
    if not read(each, *channels):  # type: ignore[operator]
        return 0
    red, green, blue, alpha = (channel.value for channel in channels)
    return None if alpha < 20 else min(red, green, blue)


def _is_dark(each: "ctypes.c_void_p") -> bool:
    """Whether white type shows on what a shape is filled with; a yellow highlight has a dark channel and is pale."""
    channels = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(each, *channels):
        return True
    red, green, blue, _ = (channel.value for channel in channels)
    return 0.3 * red + 0.59 * green + 0.11 * blue < _DARK


def _clip(each: "ctypes.c_void_p", parent: Affine, frame: BoundingBox) -> BoundingBox | None:
    """What shows of an object: its clip's box within `frame`; None where nothing does."""
    path = pdfium.FPDFPageObj_GetClipPath(each)
    count = pdfium.FPDFClipPath_CountPaths(path) if path else -1
    left, top, right, bottom = frame
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(max(0, count)):
        points: list[Point] = []
        for place in range(min(64, pdfium.FPDFClipPath_CountPathSegments(path, index))):
            segment = pdfium.FPDFClipPath_GetPathSegment(path, index, place)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            points.append(moved(parent, x.value, y.value))
        if not points:
            return None
        bounds = inks.box(points)
        left, top = max(left, bounds[0]), max(top, bounds[1])
        right, bottom = min(right, bounds[2]), min(bottom, bounds[3])
    return None if left >= right or top >= bottom else (left, top, right, bottom)
