"""What reading a PDF gives: its pages as lines of runs, or the data of its form."""

from dataclasses import dataclass

from schedgraph.parser.evidence import Doubt
from schedgraph.parser.page import Method, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A field of a form that was filled in: its dotted name as the form has it, and its value as written.

    Of fields with one name the second is `name[1]`. `labels` is what the form prints at the field, the nearest
    first: its caption, the question above it, the captions beside it, its tool tip; empty where the PDF does
    not tell.
    """

    name: str
    value: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPages:
    """The pages of a PDF as read, how (`text-layer`, `ocr` or `form-data`), and the doubts of the reading.

    `fields` is not empty only where the PDF carries the data of a filled form (an XFA packet or AcroForm).
    """

    pages: tuple[Page, ...]
    reading: Method
    fields: tuple[FormField, ...] = ()
    doubts: tuple[Doubt, ...] = ()
