"""A small reader of PDFs that stands in for the real one: text by pdfium, lines and images by pdfplumber."""

import io
from collections.abc import Callable

import pdfplumber
import pypdfium2

from schedgraph.parser.errors import DocumentError
from schedgraph.parser.page import Line, Page, PageText, Run
from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.pages import PdfPages


def read_pdf(
    data: bytes, name: str, limits: Limits, page_read: Callable[[int], object] = lambda number: None
) -> PdfPages:
    """The text of each page; a page without text and images stops the reading."""
    document = pypdfium2.PdfDocument(data)
    try:
        with pdfplumber.open(io.BytesIO(data)) as plumbed:
            texts = [_text(document, plumbed, index, limits) for index in range(len(document))]
    finally:
        document.close()
    return PdfPages(pages=tuple(map(page_of, range(1, len(texts) + 1), texts)), reading="text-layer")


def _text(document: pypdfium2.PdfDocument, plumbed: pdfplumber.PDF, index: int, limits: Limits) -> str:
    page = document[index]
    if page.get_width() * page.get_height() * (300 / 72) ** 2 > limits.pixels_per_page:
        raise DocumentError(f"page {index + 1} is larger than any sheet of paper")
    text = page.get_textpage().get_text_range()
    objects = plumbed.pages[index].objects
    if sum(map(len, objects.values())) > limits.objects_per_page:
        raise DocumentError(f"page {index + 1} holds more objects than any printed page")
    if not text.strip() and not objects.get("image"):
        raise DocumentError(f"page {index + 1} has neither text nor image")
    return text


def page_of(number: int, text: str) -> Page:
    """A page of one line."""
    source = PageText(number=number, text=text, method="text-layer")
    run = Run(text=text, start=0, end=len(text))
    return Page(source=source, lines=(Line(source=source, start=0, end=len(text), runs=(run,)),))
