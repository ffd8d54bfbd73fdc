"""A Standard Form 115 from its lines in a test, for claims about one mechanism."""

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import Item, ScheduleDocument, Source
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.sf115 import read_sf115
from schedgraph.parser.reading.markup import read_markup

_HEAD = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
JOB NUMBER: N1-095-98-7
DATE RECEIVED: 4/6/1998
1. FROM (Agency or establishment): Department of Agriculture
2. MAJOR SUBDIVISION: Forest Service

"""


def read_text(text: str) -> ScheduleDocument:
    """The document that `text` is."""
    pages, _ = read_markup(text)
    lines = blocks(pages)
    source = Source(name="form.txt", sha256="0" * 64, media_type="text/plain", pages=len(pages))
    return read_sf115(lines, source, detect(lines))


def read_items(text: str) -> dict[str, Item]:
    """The items of a form of 1991 whose head is of no matter, by path."""
    return {item.id.partition("/")[2]: item for item in read_text(_HEAD + text).items}
