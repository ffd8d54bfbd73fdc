"""A file to a schedule document: source, pages, blocks, form."""

from dataclasses import replace
from pathlib import Path

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import ScheduleDocument, Source
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.boundaries import two_schedules, withheld
from schedgraph.parser.forms.covered import with_covered
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.era import read_era
from schedgraph.parser.forms.na1005 import read_printed
from schedgraph.parser.forms.notice import read_notice
from schedgraph.parser.forms.sf115 import read_sf115
from schedgraph.parser.forms.unknown import read_unknown
from schedgraph.parser.reading.markup import read_markup
from schedgraph.parser.reading.source import TextSource, read_source

_READERS = {
    "SF-115": read_sf115,
    "ERA": read_era,
    "NA-1005": read_printed,
    "notice": read_notice,
    "unknown": read_unknown,
}


def read_document(path: Path) -> ScheduleDocument:
    """What the document at `path` says. Raises DocumentError where it cannot be read at all."""
    return read_text(read_source(path))


def read_text(text: TextSource) -> ScheduleDocument:
    """What a text says; the form is recognised by its evidence, the file's name is a hint only."""
    pages, doubts = read_markup(text.text)
    source = Source(name=text.name, sha256=text.sha256, media_type=text.media_type, pages=len(pages))
    found = blocks(pages)
    detection = detect(found)
    document = _READERS[detection.form](found, source, detection)
    if detection.form == "notice" and detection.covered:
        document = with_covered(document, found, detection, _READERS[detection.covered])
    if doubt := two_schedules(found, detection):
        document = withheld(document, doubt)
    shortfall = _shortfall(document)
    return replace(document, doubts=(*text.doubts, *doubts, *document.doubts, *shortfall))


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


FAILURES = frozenset({"two-schedules", "no-items", "encoding-guessed"})
"""Doubts that keep a document from being relied on; a command that meets one tells it and ends with code 3."""
