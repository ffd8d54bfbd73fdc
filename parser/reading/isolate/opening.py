"""Whether a file is a PDF that opens without a password, and how many pages it claims."""

import io
from typing import Any

import pypdfium2
import pypdfium2.raw
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, list_value

from schedgraph.parser.evidence import Doubt
from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.isolate.outcome import Outcome, PdfError

HEAD_WITHIN = 1024
"""Readers have always allowed so many bytes before the header. [ISO 32000-1, Annex H.3, note 13]"""
END_WITHIN = 2048
"""Annex H.3, note 18 says 1024; digital signatures and line endings of old scanners leave a little more."""

LISTED_AT_MOST = 10_000
"""Enough to tell that pages are missing."""


def count_pages(data: bytes, limits: Limits) -> int:
    """The number of pages that the file claims, from 1 to `limits.pages`. Raises PdfError."""
    if not data.strip(b" \t\r\n\f\0"):
        raise PdfError(Outcome.EMPTY, "the file is empty; nothing was read")
    if b"%PDF-" not in data[:HEAD_WITHIN]:
        raise PdfError(Outcome.NO_PDF, "the file has no PDF header; check what kind of file it is")
    pages = _claimed(data)
    if pages < 1:
        raise PdfError(Outcome.NO_PAGES, "the PDF has no pages; get it from its source again")
    if pages > limits.pages:
        raise PdfError(
            Outcome.TOO_MANY_PAGES,
            f"the PDF claims {pages:,} pages and at most {limits.pages:,} are read; split it into its schedules",
        )
    return pages


def _claimed(data: bytes) -> int:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise PdfError(
                Outcome.ENCRYPTED,
                "the PDF is encrypted and opens only with a password; save it without one",
            ) from None
        if error.err_code == pypdfium2.raw.FPDF_ERR_SECURITY:
            raise PdfError(
                Outcome.ENCRYPTED,
                "the PDF is encrypted in a way that is not supported; save it without encryption",
            ) from None
        if not has_end(data):
            raise PdfError(
                Outcome.CUT_OFF,
                "the PDF is cut off: its end mark is missing and it cannot be opened; get it from its source again",
            ) from None
        raise PdfError(
            Outcome.BROKEN,
            "the PDF is broken and cannot be opened; get it from its source again or have a viewer save it anew",
        ) from None
    try:
        return len(document)
    finally:
        document.close()


def has_end(data: bytes) -> bool:
    """Whether the end mark of a PDF stands near the end of the file."""
    return b"%%EOF" in data[-END_WITHIN:]


def doubts_about(data: bytes, pages: int) -> tuple[Doubt, ...]:
    """What may be missing from a file that was read with so many pages."""
    doubts = []
    if not has_end(data):
        doubts.append(
            Doubt(
                code="file-cut-off",
                message="the file ends without the end mark of a PDF, so text or whole pages may be missing at its end",
            )
        )
    listed = _listed(data, LISTED_AT_MOST)
    if listed is not None and listed > pages:
        doubts.append(
            Doubt(
                code="pages-uncounted",
                message=f"the PDF counts {pages:,} of the {listed:,} pages that it lists, and only those were read",
            )
        )
    return tuple(doubts)


def _listed(data: bytes, most: int) -> int | None:
    """The number of pages in the page tree, up to `most`; None where the tree cannot be walked.

    pdfium believes the count that a tree claims and drops the pages behind it, so another library counts.
    """
    try:
        catalog: dict[str, Any] = PDFDocument(PDFParser(io.BytesIO(data))).catalog
        listed, nodes = 0, [catalog["Pages"]]
        seen: set[int] = set()
        while nodes and listed < most:
            reference = nodes.pop()
            node = dict_value(reference)
            if "Kids" not in node:
                listed += 1
            elif reference.objid not in seen:
                seen.add(reference.objid)
                nodes.extend(list_value(node["Kids"]))
    except Exception:  # noqa: BLE001 (what this library cannot walk at all was read by the other one)
        return None
    return listed
