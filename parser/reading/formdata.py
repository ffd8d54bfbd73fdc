"""The filled fields of a PDF form: its XFA data, else its AcroForm fields.

To be run in the worker that reads PDFs: the libraries below are no match for a hostile file.
"""

import ctypes
import io
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from schedgraph.parser.errors import DocumentError
from schedgraph.parser.reading.pages import FormField
from schedgraph.parser.reading.plainxml import MAXIMUM_BYTES, parse_xml
from schedgraph.parser.reading.xfa import read_xfa

_MOST_PACKETS = 64
_MOST_FIELDS = 20_000
_DEEPEST_FIELD = 32
_LONGEST_VALUE = 200_000
# form1[0].#subform[0].Row1[0].TextField1[0]: XFA names as Acrobat writes them
_UNNAMED = re.compile(r"#\w*(?:\[\d+\])?\.?")
_FIRST = re.compile(r"\[0\]")


def read_form_fields(data: bytes) -> tuple[FormField, ...]:
    """The fields that are filled in; empty where the PDF is no form or holds no data.

    Raises DocumentError where the PDF cannot be opened, or where its form data is hostile or broken.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise DocumentError(
            f"the PDF cannot be opened ({error}); check whether it is whole and free of a password"
        ) from None
    try:
        kind = document.get_formtype()
        if kind == pdfium.FORMTYPE_NONE:
            return ()
        packets = _packets(document) if kind != pdfium.FORMTYPE_ACRO_FORM else {}
    finally:
        document.close()
    fields = _xfa_fields(packets)
    return fields or tuple(_acro_fields(data))


def _xfa_fields(packets: dict[str, bytes]) -> tuple[FormField, ...]:
    datasets, template = packets.get("datasets"), packets.get("template")
    if datasets is None:
        # One stream may hold the whole envelope; pdfium gives it one name or none.
        whole = next((each for each in packets.values() if b"datasets" in each), None)
        if whole is None:
            return ()
        envelope = parse_xml(whole, "the form data of the PDF")
        return read_xfa(envelope, envelope.child("template"))
    printed = parse_xml(template, "the form template of the PDF") if template else None
    return read_xfa(parse_xml(datasets, "the form data of the PDF"), printed)


def _packets(document: pypdfium2.PdfDocument) -> dict[str, bytes]:
    """The XFA packets by name. Raises DocumentError where one is larger than any form."""
    found: dict[str, bytes] = {}
    count = pdfium.FPDF_GetXFAPacketCount(document.raw)
    for index in range(min(count, _MOST_PACKETS)):
        size = pdfium.FPDF_GetXFAPacketName(document.raw, index, None, 0)
        name = ctypes.create_string_buffer(max(size, 1))
        pdfium.FPDF_GetXFAPacketName(document.raw, index, name, size)
        label = name.value.decode("utf-8", "replace")
        length = ctypes.c_ulong()
        pdfium.FPDF_GetXFAPacketContent(document.raw, index, None, 0, ctypes.byref(length))
        if length.value > MAXIMUM_BYTES and label in ("datasets", "template", ""):
            raise DocumentError(
                f"the form data of the PDF has {length.value:,} bytes, more than any form; check what the file is"
            )
        if not 0 < length.value <= MAXIMUM_BYTES:
            continue
        content = ctypes.create_string_buffer(length.value)
        pdfium.FPDF_GetXFAPacketContent(document.raw, index, content, length.value, ctypes.byref(length))
        found.setdefault(label, content.raw[: length.value])
    return found


def _acro_fields(data: bytes) -> Iterator[FormField]:
    """The terminal fields of the AcroForm (ISO 32000-1, 12.7) that have a value."""
    try:
        catalog = PDFDocument(PDFParser(io.BytesIO(data))).catalog
        form = resolve1(catalog.get("AcroForm"))
        roots = resolve1(form.get("Fields")) if isinstance(form, dict) else None
        yield from _walk(roots if isinstance(roots, list) else [])
    except DocumentError:
        raise
    except Exception as error:  # noqa: BLE001 - pdfminer raises whatever a broken object makes Python raise
        raise DocumentError(
            f"the form fields of the PDF cannot be read ({type(error).__name__}); save the form again"
        ) from None


def _walk(roots: list[Any]) -> Iterator[FormField]:
    waiting: list[tuple[Any, str, Any, int]] = [(each, "", None, 0) for each in reversed(roots)]
    names: dict[str, int] = {}
    visited = 0
    while waiting:
        reference, path, inherited, depth = waiting.pop()
        visited += 1
        if visited > _MOST_FIELDS or depth > _DEEPEST_FIELD:
            raise DocumentError(
                "the form fields of the PDF are more or deeper than any form has; check what it is"
            )
        node = resolve1(reference)
        if not isinstance(node, dict):
            continue
        own = _text(node.get("T"))
        name = ".".join(part for part in (path, own) if part)
        value = node.get("V", inherited)
        kids = resolve1(node.get("Kids"))
        named = [kid for kid in kids if _has_name(kid)] if isinstance(kids, list) else []
        if named:
            waiting.extend((kid, name, value, depth + 1) for kid in reversed(named))
            continue
        written = _text(value)
        if written.strip() and len(written) <= _LONGEST_VALUE:
            plain = _FIRST.sub("", _UNNAMED.sub("", name)).strip(".")
            number = names.get(plain, 0)
            names[plain] = number + 1
            tip = " ".join(_text(node.get("TU")).split())
            yield FormField(
                name=f"{plain}[{number}]" if number else plain, value=written, labels=(tip,) if tip else ()
            )


def _has_name(kid: Any) -> bool:
    node = resolve1(kid)
    return isinstance(node, dict) and "T" in node


def _text(value: Any) -> str:
    value = resolve1(value)
    if isinstance(value, PSLiteral):
        return value.name if isinstance(value.name, str) else value.name.decode("latin-1")
    if isinstance(value, PDFStream):
        value = value.get_data()[:_LONGEST_VALUE]
    return decode_text(value) if isinstance(value, bytes) else value if isinstance(value, str) else ""
