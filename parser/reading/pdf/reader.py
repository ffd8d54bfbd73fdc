"""A PDF to its pages: each page by the reading that suits its kind."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol

import pypdfium2

from schedgraph.parser.errors import DocumentError
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.page import Page, PageText
from schedgraph.parser.reading.formdata import read_form_fields
from schedgraph.parser.reading.layout import composed
from schedgraph.parser.reading.pages import FormField, PdfPages
from schedgraph.parser.reading.pdf.content import PageContent
from schedgraph.parser.reading.pdf.drawn_over import with_drawn_strikes
from schedgraph.parser.reading.pdf.kind import is_legible, is_unmapped, layer_glyphs, page_kind
from schedgraph.parser.reading.pdf.lostletters import lost_letters
from schedgraph.parser.reading.pdf.opening import page_content
from schedgraph.parser.reading.pdf.page_words import page_words
from schedgraph.parser.reading.pdf.unset import letters
from schedgraph.parser.reading.pdf.words import words as words_of
from schedgraph.parser.reading.word import PageWords, Word

LAYER_CONFIDENCE = 0.9
"""How far a scan's own text layer is trusted; it was made by an OCR program that nobody names."""

_NOTES_TOLD, _NOTE_SHOWN = 3, 120


class PageLimits(Protocol):
    """How much a PDF may hold."""

    @property
    def pages(self) -> int: ...

    @property
    def pixels_per_page(self) -> int: ...

    @property
    def objects_per_page(self) -> int: ...


def read_pdf(
    data: bytes, name: str, limits: PageLimits, page_read: Callable[[int], object] = lambda number: None
) -> PdfPages:
    """The pages of a PDF; `page_read` is told the number of each that is done.

    Raises DocumentError where it cannot be opened or no page of it can be read.

    To be called in a process that may be lost: no PDF library is safe from every file.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise DocumentError(f"the PDF cannot be opened ({error}); get it from its source again") from error
    try:
        pages: list[Page] = []
        doubts: list[Doubt] = []
        for number in range(1, min(len(document), limits.pages) + 1):
            page, told = _page(document, number, limits)
            pages.append(page)
            doubts.extend(told)
            page_read(number)
    finally:
        document.close()
    fields, told = _fields(data)
    doubts.extend(told)
    if not fields and not any(page.source.text.strip() for page in pages):
        raise DocumentError(_nothing(doubts))
    methods = Counter(page.source.method for page in pages if page.source.text.strip())
    reading = methods.most_common(1)[0][0] if methods else "form-data"
    return PdfPages(pages=tuple(pages), reading=reading, fields=fields, doubts=tuple(doubts))


def _fields(data: bytes) -> tuple[tuple[FormField, ...], list[Doubt]]:
    """The filled fields; data of a form that cannot be read is told, for the pages may be read all the same."""
    try:
        return read_form_fields(data), []
    except DocumentError as error:
        message = f"The data of the PDF's form was not read: {error}."
        return (), [Doubt(code="form-data-unreadable", message=message)]


def _nothing(doubts: list[Doubt]) -> str:
    why = doubts[0].message.rstrip(".") if doubts else "its pages hold neither text nor pictures"
    return f"no text was read from the PDF: {why[0].lower()}{why[1:]}"


def _page(document: pypdfium2.PdfDocument, number: int, limits: PageLimits) -> tuple[Page, list[Doubt]]:
    try:
        content = page_content(document, number, limits.objects_per_page)
    except pypdfium2.PdfiumError as error:
        message = f"Page {number} cannot be read ({error}); get the PDF from its source again."
        return _blank(number), [Doubt(code="page-unreadable", message=message)]
    doubts: list[Doubt] = []
    if content.crowded:
        message = f"Page {number} holds more than {limits.objects_per_page:,} objects; what comes after was not read."
        doubts.append(Doubt(code="page-crowded", message=message))
    if notes := _unread_notes(content):
        doubts.append(notes)
    kind = page_kind(content)
    if kind == "empty":
        message = f"Page {number} holds neither text nor a picture; check whether the PDF is whole."
        return _blank(number), [*doubts, Doubt(code="page-empty", message=message)]
    if kind == "digital":
        if content.hidden:
            doubts.append(_hidden(content))
        doubts.extend(lost_letters(content.glyphs, number))
        content = replace(content, glyphs=(*content.glyphs, *content.unset))
        words = page_words(content, content.glyphs)
        if not is_unmapped(content):
            return composed(words), doubts
        message = (
            f"The fonts of page {number} do not say which characters they show, so its text and its picture were"
            " read; compare the page."
        )
        doubts.append(Doubt(code="text-layer-unmapped", message=message))
        layer: PageWords | None = replace(words, words=_less_trusted(words.words))
    else:
        layer = _layer(content) if kind == "hybrid" else None
    if layer is not None and not is_legible([word.text for word in layer.words]):
        message = f"The text layer of page {number} is no legible text; its picture was read instead."
        doubts.append(Doubt(code="text-layer-illegible", message=message))
        layer = None
    try:
        read = _scanned(document, content, layer)
        if layer is not None and (fault := _fault(read)):
            message = f"The text layer of page {number} {fault}; the picture was read instead."
            read = _scanned(document, content, None)
            doubts.append(Doubt(code="text-layer-poor", message=message))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 (an engine that fails on one picture must not lose the other pages)
        why = str(error) if isinstance(error, DocumentError) else type(error).__name__
        if layer is None:
            message = f"Page {number} was not read: {why}."
            return _blank(number), [*doubts, Doubt(code="page-not-read", message=message)]
        message = f"Page {number} was read by its text layer alone: {why}."
        return composed(_with_unset(layer, content)), [*doubts, Doubt(code="one-reading", message=message)]
    return composed(_with_unset(read, content)), [*doubts, *read.doubts]


def _with_unset(read: PageWords, content: PageContent) -> PageWords:
    """The words of a picture with those of notes and fields that are not drawn, which no picture of the page shows."""
    if not content.unset:
        return read
    return replace(read, words=(*read.words, *words_of(enumerate(content.unset), {})))


def _less_trusted(words: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(replace(word, confidence=min(word.confidence, LAYER_CONFIDENCE)) for word in words)


def _fault(read: PageWords) -> str | None:
    """What speaks against the text layer by which a picture was read."""
    from schedgraph.parser.reading.pdf.poor import fault

    return fault(read.words)


def _scanned(document: pypdfium2.PdfDocument, content: PageContent, layer: PageWords | None) -> PageWords:
    """The words of a page's picture, by its text layer where that is legible.

    Raises DocumentError where the packages that read scans are missing.
    """
    from schedgraph.parser.reading.scan import MISPLACED, read_scan

    words = layer.words if layer and not layer.turns else ()
    page = document[content.number - 1]
    try:
        image = _rendered(page)
    finally:
        page.close()
    read = read_scan(image, number=content.number, width=content.width, height=content.height, layer=words)
    if words and not any(doubt.code == MISPLACED for doubt in read.doubts):
        read = replace(read, method="text-layer")
    return with_drawn_strikes(read, content)


def _rendered(page: pypdfium2.PdfPage) -> Any:
    try:
        from schedgraph.parser.reading.scan.image import render
    except ImportError as error:
        raise DocumentError(f"the packages that read scans are missing ({error.name})") from error
    return render(page)


def _layer(content: PageContent) -> PageWords:
    return page_words(content, layer_glyphs(content), LAYER_CONFIDENCE)


def _hidden(content: PageContent) -> Doubt:
    text = "".join(glyph.text for glyph in content.hidden)[:60]
    message = f"Page {content.number} holds text that does not show and was left out: “{text}”."
    return Doubt(code="hidden-text", message=message)


def _unread_notes(content: PageContent) -> Doubt | None:
    """What readers noted on the page in words that are not drawn on it; a mark may only repeat what it marks."""
    printed = letters("".join(glyph.text for glyph in content.glyphs))
    notes = [note for note in dict.fromkeys(content.notes) if letters(note) not in printed]
    if not notes:
        return None
    told = "; ".join(f"“{note[:_NOTE_SHOWN]}”" for note in notes[:_NOTES_TOLD])
    more = f" and {len(notes) - _NOTES_TOLD} more" if len(notes) > _NOTES_TOLD else ""
    message = (
        f"Page {content.number} bears notes that are not part of its text and were not read: {told}{more}."
    )
    return Doubt(code="note-not-read", message=message)


def _blank(number: int) -> Page:
    return Page(source=PageText(number=number, text="", method="text-layer"), lines=())
