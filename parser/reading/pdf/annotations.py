"""What readers wrote over a page: strike-outs and lines that have no drawing of their own, and the words of notes.

Stamps, typewritten notes and filled fields carry an appearance; `opening` merges these into the page
before it reads, so that they are read like anything else. Words without an appearance are only kept to be told.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as pdfium

from schedgraph.parser.reading.pdf import ink as inks
from schedgraph.parser.reading.pdf.affine import Affine, Point, moved
from schedgraph.parser.reading.pdf.content import Ink, StrikeOut

# PDF 32000-1, table 165: invisible, hidden, no view.
_NOT_SHOWN = 1 | 2 | 32
_MOST_POINTS = 2000
_DRAWN_THICKNESS = 1.0
_LONGEST_NOTE = 2000
_NO_NOTE = frozenset({pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP})
"""A link's words are its target's name, those of a popup its note's."""
_SPOKEN = frozenset({pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_WATERMARK})
"""Whose appearance shows their words."""
_PALEST_INK, _FAINTEST = 236, 0.08


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Strike-outs, drawn lines, the words of notes that no drawing shows, and whether any annotation is there at all."""

    strikeouts: tuple[StrikeOut, ...]
    lines: tuple[Ink, ...]
    notes: tuple[str, ...]
    any: bool


def marks(page: "ctypes.c_void_p", shown: Affine, most: int) -> Marks:
    """What the annotations of a page say, of which at most `most` are looked at."""
    strikeouts: list[StrikeOut] = []
    lines: list[Ink] = []
    notes: list[str] = []
    count = min(most, pdfium.FPDFPage_GetAnnotCount(page))
    for index in range(max(0, count)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if pdfium.FPDFAnnot_GetFlags(annotation) & _NOT_SHOWN:
                continue
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if note := _unshown_words(annotation, kind):
                notes.append(note)
            if not _is_inked(annotation):
                continue
            if kind == pdfium.FPDF_ANNOT_STRIKEOUT:
                strikeouts.extend(_boxes(annotation, shown))
            elif kind in (pdfium.FPDF_ANNOT_LINE, pdfium.FPDF_ANNOT_INK, pdfium.FPDF_ANNOT_POLYLINE):
                for points in _paths(annotation, kind):
                    there = [moved(shown, x, y) for x, y in points]
                    lines.extend(inks.piece("annotation", a, b, _DRAWN_THICKNESS) for a, b in pairwise(there))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return Marks(strikeouts=tuple(strikeouts), lines=tuple(lines), notes=tuple(notes), any=count > 0)


def _unshown_words(annotation: "ctypes.c_void_p", kind: int) -> str:
    """The words of an annotation that its drawing, if it has one, does not show."""
    drawn = pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > 2
    if kind in _NO_NOTE or (drawn and kind in _SPOKEN) or kind == pdfium.FPDF_ANNOT_WIDGET:
        return "" if drawn or kind != pdfium.FPDF_ANNOT_WIDGET else _string(annotation, b"V")
    return _string(annotation, b"Contents") or re.sub(r"<[^>]*>", " ", _string(annotation, b"RC"))


def _string(annotation: "ctypes.c_void_p", key: bytes) -> str:
    length = min(2 * _LONGEST_NOTE, pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0))
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, length)
    return " ".join(bytes(buffer)[:length].decode("utf-16-le", "replace").replace("\0", " ").split())


def _is_inked(annotation: "ctypes.c_void_p") -> bool:
    """Whether what an annotation draws can be seen; one with a drawing of its own tells no colour."""
    opacity = ctypes.c_float()
    if pdfium.FPDFAnnot_GetNumberValue(annotation, b"CA", opacity) and opacity.value < _FAINTEST:
        return False
    channels = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFAnnot_GetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *channels):
        return True
    return min(channel.value for channel in channels[:3]) < _PALEST_INK


def _boxes(annotation: "ctypes.c_void_p", shown: Affine) -> Iterator[StrikeOut]:
    quad = pdfium.FS_QUADPOINTSF()
    for index in range(min(_MOST_POINTS, pdfium.FPDFAnnot_CountAttachmentPoints(annotation))):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, quad):
            corners = ((quad.x1, quad.y1), (quad.x2, quad.y2), (quad.x3, quad.y3), (quad.x4, quad.y4))
            yield StrikeOut(bbox=inks.box(moved(shown, x, y) for x, y in corners))


def _paths(annotation: "ctypes.c_void_p", kind: int) -> Iterator[list[Point]]:
    if kind == pdfium.FPDF_ANNOT_LINE:
        start, end = pdfium.FS_POINTF(), pdfium.FS_POINTF()
        if pdfium.FPDFAnnot_GetLine(annotation, start, end):
            yield [(start.x, start.y), (end.x, end.y)]
        return
    if kind == pdfium.FPDF_ANNOT_POLYLINE:
        yield _points(lambda buffer, size: pdfium.FPDFAnnot_GetVertices(annotation, buffer, size))
        return
    for path in range(min(_MOST_POINTS, pdfium.FPDFAnnot_GetInkListCount(annotation))):
        yield _points(
            lambda buffer, size, path=path: pdfium.FPDFAnnot_GetInkListPath(annotation, path, buffer, size)
        )


def _points(read: "object") -> list[Point]:
    count = min(_MOST_POINTS, read(None, 0))  # type: ignore[operator]
    if not count:
        return []
    buffer = (pdfium.FS_POINTF * count)()
    read(buffer, count)  # type: ignore[operator]
    return [(point.x, point.y) for point in buffer]
