"""What readers wrote over a page: strike-outs and lines that have no drawing of their own, and the words of notes.

Stamps, typewritten notes and filled fields carry an appearance; `opening` merges these into the page
before it reads, so that they are read like anything else. Typewritten notes and fields without one are given with
their place (`unset` sets their words); the words of other notes, which no page shows, are only kept to be told.
"""

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as pdfium

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.pdf import ink as inks
from schedgraph.parser.reading.pdf.affine import Affine, Point, moved
from schedgraph.parser.reading.pdf.content import Ink, StrikeOut
from schedgraph.parser.reading.pdf.unset import Unset

# PDF 32000-1, table 165: invisible, hidden, no view.
_NOT_SHOWN = 1 | 2 | 32
_BOXED = frozenset(
    {
        *(pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_WATERMARK),
        *(
            pdfium.FPDF_ANNOT_SQUARE,
            pdfium.FPDF_ANNOT_CIRCLE,
            pdfium.FPDF_ANNOT_TEXT,
            pdfium.FPDF_ANNOT_REDACT,
        ),
    }
)
"""What a reader lays on a page as a box; the boxes of filled fields are the form's own."""
_MOST_POINTS = 2000
_DRAWN_THICKNESS = 1.0
_LONGEST_NOTE, _LONGEST_TEXT, _FULLEST = 2000, 20_000, 1_000_000
_NO_NOTE = frozenset({pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP})
"""A link's words are its target's name, those of a popup its note's."""
_PUT_IN = "to be put in: "
_SPOKEN = frozenset({pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_WATERMARK})
"""Whose appearance shows their words."""
_WRITTEN = frozenset(
    {pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX}
)
_TICKED = frozenset({pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON})
_PASSWORD = 1 << 13
# Operators that show text, or a form that may: PDF 32000-1, tables 109 and 87.
_SHOWS_TEXT = re.compile(r"(?:Tj|TJ|Do|['\"])(?:\s|$)")
_PALEST_INK, _FAINTEST = 236, 0.08

Form = Callable[[], "ctypes.c_void_p | None"]
"""Gives the form of a document, None where it has none whose fields the page is to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Strike-outs, drawn lines, words that no drawing shows (`unset` where they have a place on the page, `notes`
    where they have none), and whether any annotation is there at all.

    `boxes` are those of notes, stamps and frames as shown; `stamps` the ones of these that are stamps.
    """

    strikeouts: tuple[StrikeOut, ...]
    lines: tuple[Ink, ...]
    unset: tuple[Unset, ...]
    notes: tuple[str, ...]
    boxes: tuple[BoundingBox, ...]
    stamps: tuple[BoundingBox, ...]
    any: bool


def marks(page: "ctypes.c_void_p", shown: Affine, most: int, form: Form) -> Marks:
    """What the annotations of a page say, of which at most `most` are looked at; `form` gives the document's form."""
    strikeouts: list[StrikeOut] = []
    lines: list[Ink] = []
    unset: list[Unset] = []
    notes: list[str] = []
    boxes: list[BoundingBox] = []
    stamps: list[BoundingBox] = []
    count = min(most, pdfium.FPDFPage_GetAnnotCount(page))
    for index in range(max(0, count)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if pdfium.FPDFAnnot_GetFlags(annotation) & _NOT_SHOWN:
                continue
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if words := _unset(annotation, kind, form):
                unset.append(words)
            elif note := _unshown_words(annotation, kind, form):
                notes.append(note)
            if kind in _BOXED and (box := _box(annotation, shown)):
                boxes.append(box)
                if kind == pdfium.FPDF_ANNOT_STAMP:
                    stamps.append(box)
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
    return Marks(
        strikeouts=tuple(strikeouts),
        lines=tuple(lines),
        unset=tuple(unset),
        notes=tuple(notes),
        boxes=tuple(boxes),
        stamps=tuple(stamps),
        any=count > 0,
    )


def _unset(annotation: "ctypes.c_void_p", kind: int, form: Form) -> Unset | None:
    """The words of a typewritten note or a field that the page is to show, and nothing drawn does."""
    box = pdfium.FS_RECTF()
    if kind not in (pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_WIDGET) or _is_drawn(annotation, kind):
        return None
    if not pdfium.FPDFAnnot_GetRect(annotation, box):
        return None
    text = _typed(annotation) if kind == pdfium.FPDF_ANNOT_FREETEXT else _filled(annotation, form())
    words = Unset(
        text=text,
        box=(
            min(box.left, box.right),
            min(box.bottom, box.top),
            max(box.left, box.right),
            max(box.bottom, box.top),
        ),
        appearance=_string(annotation, b"DA"),
    )
    hidden = words.pale or not _is_opaque(annotation)
    flat = words.box[2] - words.box[0] < 1 or words.box[3] - words.box[1] < 1
    return None if hidden or flat or not text.strip() else words


def _box(annotation: "ctypes.c_void_p", shown: Affine) -> BoundingBox | None:
    rectangle = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, rectangle):
        return None
    corners = ((rectangle.left, rectangle.bottom), (rectangle.right, rectangle.top))
    return inks.box(moved(shown, x, y) for x, y in corners)


def _is_drawn(annotation: "ctypes.c_void_p", kind: int) -> bool:
    """Whether an annotation has a drawing; of one that is there to be read, whether this may hold text.

    The drawing of a field is often its frame alone: it was drawn before the field was filled.
    """
    mode = pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL
    length = pdfium.FPDFAnnot_GetAP(annotation, mode, None, 0)
    if length <= 2 or kind not in (pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_WIDGET):
        return bool(length > 2)
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetAP(annotation, mode, buffer, length)
    return bool(_SHOWS_TEXT.search(bytes(buffer)[:length].decode("utf-16-le", "replace")))


def _typed(annotation: "ctypes.c_void_p") -> str:
    plain = _text(annotation, b"Contents", _LONGEST_TEXT)
    return plain if plain.strip() else re.sub(r"<[^>]*>", " ", _text(annotation, b"RC", _LONGEST_TEXT))


def _filled(annotation: "ctypes.c_void_p", form: "ctypes.c_void_p | None") -> str:
    """What a field was filled with; its value may stand with the field above it. Passwords are not shown."""
    if form is None:
        return ""
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in _TICKED:
        return "" if _string(annotation, b"AS") in ("", "Off") else "☒"
    if kind not in _WRITTEN or pdfium.FPDFAnnot_GetFormFieldFlags(form, annotation) & _PASSWORD:
        return ""
    return _utf16(
        lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size), _LONGEST_TEXT
    )


def _unshown_words(annotation: "ctypes.c_void_p", kind: int, form: Form) -> str:
    """The words of an annotation that its drawing, if it has one, does not show."""
    if kind == pdfium.FPDF_ANNOT_WIDGET:
        return "" if _is_drawn(annotation, kind) or form() else _string(annotation, b"V")
    if kind in _NO_NOTE or (kind in _SPOKEN and _is_drawn(annotation, kind)):
        return ""
    words = _string(annotation, b"Contents") or re.sub(r"<[^>]*>", " ", _string(annotation, b"RC"))
    # What is to be put in is told even where the same figure stands elsewhere on the page.
    return f"{_PUT_IN}{words}" if words.strip() and kind == pdfium.FPDF_ANNOT_CARET else words


def _string(annotation: "ctypes.c_void_p", key: bytes) -> str:
    return " ".join(_text(annotation, key, _LONGEST_NOTE).split())


def _text(annotation: "ctypes.c_void_p", key: bytes, most: int) -> str:
    return _utf16(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, size), most)


def _utf16(read: Callable[[object, int], int], most: int) -> str:
    """A string of at most `most` characters that the library writes into a buffer of its length."""
    length = min(2 * _FULLEST, read(None, 0))
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    read(buffer, length)
    return bytes(buffer)[:length].decode("utf-16-le", "replace").replace("\0", " ")[:most]


def _is_opaque(annotation: "ctypes.c_void_p") -> bool:
    opacity = ctypes.c_float()
    told = pdfium.FPDFAnnot_GetNumberValue(annotation, b"CA", opacity)
    return not told or opacity.value >= _FAINTEST


def _is_inked(annotation: "ctypes.c_void_p") -> bool:
    """Whether what an annotation draws can be seen; one with a drawing of its own tells no colour."""
    if not _is_opaque(annotation):
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
