"""A file to a schedule document: source, pages, blocks, form."""

import atexit
from dataclasses import replace
from functools import cache
from pathlib import Path

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import ScheduleDocument, Source
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.boundaries import two_schedules, withheld
from schedgraph.parser.forms.covered import with_covered
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.era import read_era
from schedgraph.parser.forms.fatednotes import with_fated_notes
from schedgraph.parser.forms.keptback import with_kept_back
from schedgraph.parser.forms.na1005 import is_na1005, read_na1005, read_printed
from schedgraph.parser.forms.notice import read_notice
from schedgraph.parser.forms.overlooked import with_overlooked
from schedgraph.parser.forms.sf115 import read_sf115
from schedgraph.parser.forms.unknown import read_unknown
from schedgraph.parser.forms.voted import voted
from schedgraph.parser.page import Page
from schedgraph.parser.reading.isolate.reader import PdfReader
from schedgraph.parser.reading.markup import read_markup
from schedgraph.parser.reading.overlaid import with_overlaid_strikes
from schedgraph.parser.reading.raised import with_raised_figures
from schedgraph.parser.reading.source import TextSource, decode, digest, is_pdf, read_bytes
from schedgraph.parser.uncollected import without_collection

_READERS = {
    "SF-115": read_sf115,
    "ERA": read_era,
    "NA-1005": read_printed,
    "notice": read_notice,
    "unknown": read_unknown,
}


def read_document(path: Path) -> ScheduleDocument:
    """What the document at `path` says. Raises DocumentError where it cannot be read at all."""
    return read_data(read_bytes(path), path.name)


def read_data(data: bytes, name: str) -> ScheduleDocument:
    """What a document of these bytes says. Raises DocumentError where it cannot be read at all."""
    if not is_pdf(data):
        return read_text(decode(data, name))
    read = _pdf_reader().read_bytes(data, name)
    source = Source(
        name=name,
        sha256=digest(data),
        media_type="application/pdf",
        pages=len(read.pages),
        reading=read.reading,
    )
    if is_na1005(read.fields):
        document = read_na1005(read.fields, replace(source, reading="form-data"))
        return replace(document, doubts=(*read.doubts, *document.doubts, *_shortfall(document)))
    return _read_pages(read.pages, source, read.doubts)


@cache
def _pdf_reader() -> PdfReader:
    """One reading process for all the PDFs that this process reads; it ends with it."""
    reader = PdfReader()
    atexit.register(reader.close)
    return reader


def read_text(text: TextSource) -> ScheduleDocument:
    """What a text says."""
    with without_collection():
        return _read_text(text)


def _read_text(text: TextSource) -> ScheduleDocument:
    pages, doubts = read_markup(text.text)
    source = Source(name=text.name, sha256=text.sha256, media_type=text.media_type, pages=len(pages))
    return _read_pages(pages, source, (*text.doubts, *doubts))


def _read_pages(pages: tuple[Page, ...], source: Source, doubts: tuple[Doubt, ...]) -> ScheduleDocument:
    """What marked pages say; the form is recognised by its evidence, the file's name is a hint only."""
    pages = tuple(with_raised_figures(with_overlaid_strikes(page)) for page in pages)
    found = blocks(pages)
    detection = detect(found)
    document = _READERS[detection.form](found, source, detection)
    if detection.form == "notice" and detection.covered:
        document = with_covered(document, found, detection, _READERS[detection.covered])
    if doubt := two_schedules(found, detection):
        document = withheld(document, doubt)
    document = with_kept_back(with_fated_notes(document, found), found)
    document = voted(with_overlooked(document, found), pages)
    return replace(document, doubts=(*doubts, *document.doubts, *_shortfall(document)))


def _shortfall(document: ScheduleDocument) -> tuple[Doubt, ...]:
    """A document of which nothing could be used is told, not passed over."""
    if document.items or any(doubt.code == "two-schedules" for doubt in document.doubts):
        return ()
    if document.form in ("unknown", "notice") and document.citations:
        return ()
    if document.form == "NA-1005" and document.schedule.id:
        return ()
    what = (
        "no form was recognised and no authority is named"
        if document.form == "unknown"
        else "no item was read"
    )
    return (Doubt(code="no-items", message=f"{what.capitalize()} in it; check whether the text is whole."),)


FAILURES = frozenset(
    {
        "two-schedules",
        "no-items",
        "encoding-guessed",
        "page-empty",
        "page-unreadable",
        "page-not-read",
        "page-crowded",
        "file-cut-off",
        "pages-uncounted",
    }
)
"""Doubts that keep a document from being relied on; a command that meets one tells it and ends with code 3."""
