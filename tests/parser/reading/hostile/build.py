"""PDFs by hand: objects by number into a file, right or wrong as asked."""

import struct
import zlib
from collections.abc import Mapping
from itertools import accumulate

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
TEXT = b"BT /F1 12 Tf 72 700 Td (N1-567-09-6 Destroy after 3 years) Tj ET\n"


def stream(data: bytes, keys: bytes = b"") -> bytes:
    """A stream object whose length is right."""
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (keys, len(data), data)


def deflated(data: bytes, keys: bytes = b"") -> bytes:
    """A stream object under Flate."""
    return stream(zlib.compress(data, 9), keys + b"/Filter/FlateDecode")


def body(objects: Mapping[int, bytes]) -> tuple[bytes, dict[int, int]]:
    """The header and the objects, and where each begins."""
    out, offsets = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
    for number, value in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, value)
    return bytes(out), offsets


def tail(offsets: Mapping[int, int], start: int, keys: bytes = b"/Root 1 0 R") -> bytes:
    """A cross-reference table with its trailer, which stands at `start`."""
    size = max(offsets, default=0) + 1
    rows = b"".join(
        b"%010d 00000 n \n" % offsets[number] if number in offsets else b"%010d 65535 f \n" % 0
        for number in range(size)
    )
    return b"xref\n0 %d\n%btrailer\n<</Size %d%b>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        rows,
        size,
        keys,
        start,
    )


def pdf(objects: Mapping[int, bytes], keys: bytes = b"/Root 1 0 R") -> bytes:
    """A file with a right cross-reference table; `keys` are those of the trailer."""
    out, offsets = body(objects)
    return out + tail(offsets, len(out), keys)


def page_objects(
    contents: bytes = stream(TEXT),
    *,
    page: bytes = b"",
    resources: bytes = b"",
    catalog: bytes = b"",
    box: bytes = b"/MediaBox[0 0 612 792]",
    more: Mapping[int, bytes] | None = None,
) -> dict[int, bytes]:
    """Catalog 1, page tree 2, page 3, contents 4, font 5; `more` replaces or adds."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog,
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R%b/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%b>>%b>>"
        % (box, resources, page),
        4: contents,
        5: FONT,
        **(more or {}),
    }


def one_page(contents: bytes = stream(TEXT), **parts: object) -> bytes:
    """A file of one page; arguments as for `page_objects`."""
    return pdf(page_objects(contents, **parts))  # type: ignore[arg-type]


def packed(objects: Mapping[int, bytes]) -> bytes:
    """A right file of PDF 1.5: what is no stream lies in an object stream, and so do the cross-references."""
    loose = {number: value for number, value in objects.items() if b"stream" not in value}
    values = b"\n".join(loose.values())
    starts = accumulate((len(value) + 1 for value in loose.values()), initial=0)
    heads = b" ".join(b"%d %d" % pair for pair in zip(loose, starts, strict=False)) + b"\n"
    holder = max(objects) + 1
    keys = b"/Type/ObjStm/N %d/First %d" % (len(loose), len(heads))
    streams = {number: value for number, value in objects.items() if number not in loose}
    out, offsets = body({**streams, holder: deflated(heads + values, keys)})
    offsets[holder + 1] = len(out)
    places = {number: (2, holder, index) for index, number in enumerate(loose)}
    places |= {number: (1, offset, 0) for number, offset in offsets.items()}
    rows = b"".join(struct.pack(">BIH", *places.get(number, (0, 0, 0))) for number in range(holder + 2))
    table = deflated(rows, b"/Type/XRef/Size %d/W[1 4 2]/Root 1 0 R" % (holder + 2))
    return out + b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (holder + 1, table, len(out))
