"""What readers wrote over a page: strike-outs and lines that have no drawing of their own.

Stamps, typewritten notes and filled fields carry an appearance; `content` merges these into the page
before it reads, so that they are read like anything else.
"""

import ctypes
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2.raw as pdfium

from schedgraph.parser.reading.pdf import ink as inks
from schedgraph.parser.reading.pdf.affine import Affine, Point, moved
from schedgraph.parser.reading.pdf.content import Ink, StrikeOut

# PDF 32000-1, table 165: invisible, hidden, no view.
_NOT_SHOWN = 1 | 2 | 32
_MOST_POINTS = 2000
_DRAWN_THICKNESS = 1.0


def marks(page: "ctypes.c_void_p", shown: Affine, most: int) -> tuple[list[StrikeOut], list[Ink], bool]:
    """Strike-outs, drawn lines, and whether any annotation is there at all."""
    strikeouts: list[StrikeOut] = []
    lines: list[Ink] = []
    count = min(most, pdfium.FPDFPage_GetAnnotCount(page))
    for index in range(max(0, count)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if pdfium.FPDFAnnot_GetFlags(annotation) & _NOT_SHOWN:
                continue
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if kind == pdfium.FPDF_ANNOT_STRIKEOUT:
                strikeouts.extend(_boxes(annotation, shown))
            elif kind in (pdfium.FPDF_ANNOT_LINE, pdfium.FPDF_ANNOT_INK, pdfium.FPDF_ANNOT_POLYLINE):
                for points in _paths(annotation, kind):
                    there = [moved(shown, x, y) for x, y in points]
                    lines.extend(inks.piece("annotation", a, b, _DRAWN_THICKNESS) for a, b in pairwise(there))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return strikeouts, lines, count > 0


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
