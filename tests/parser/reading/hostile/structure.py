"""Files that lie about their own structure: header, cross-references, objects, page tree."""

import re
import struct

from schedgraph.parser.reading.isolate.outcome import Outcome
from tests.parser.reading.hostile.build import (
    FONT,
    TEXT,
    body,
    deflated,
    one_page,
    page_objects,
    pdf,
    stream,
    tail,
)
from tests.parser.reading.hostile.cases import READ, hostile, hostile_set
from tests.parser.reading.hostile.good import schedule_pages

CANNOT_BE_OPENED = (Outcome.CUT_OFF, Outcome.BROKEN)


def cut(share: float) -> bytes:
    """A sound file of several pages, cut off."""
    data = schedule_pages(4)
    return data[: int(len(data) * share)]


hostile_set({"zero bytes": lambda: b"", "white space": lambda: b" \n" * 50}, Outcome.EMPTY)
hostile_set(
    {
        "a text called a PDF": lambda: b"REQUEST FOR RECORDS DISPOSITION AUTHORITY\n" * 9,
        "a picture called a PDF": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    },
    Outcome.NO_PDF,
)
hostile_set(
    {
        "only a header": lambda: b"%PDF-1.7\n",
        "a header and noise": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40,
        "cut off after a tenth": lambda: cut(0.1),
        "no objects but an end": lambda: b"%PDF-1.7\nstartxref\n0\n%%EOF\n",
        "a catalog that is a number": lambda: pdf({1: b"42"}),
        "a catalog that is not there": lambda: pdf({2: FONT}),
        "a trailer without a root": lambda: pdf({2: FONT}, b""),
    },
    *CANNOT_BE_OPENED,
    Outcome.NO_PAGES,
)
hostile_set(
    {f"cut off after {share:.0%}": lambda share=share: cut(share) for share in (0.3, 0.5, 0.7, 0.9, 0.99)}
)


@hostile("cut off within the cross-references", Outcome.CUT_OFF)
def cut_in_table() -> bytes:
    data = schedule_pages(2)
    return data[: data.rindex(b"xref\n0 ") + 60]


@hostile("a later version that is cut off", READ, shown="Destroy after 3 years", doubt="file-cut-off")
def cut_in_update() -> bytes:
    return one_page() + b"4 0 obj\n" + stream(b"BT (withdrawn) Tj ET" * 200)


@hostile("a count that is too small", READ, shown="Destroy after 3 years", doubt="pages-uncounted")
def count_too_small() -> bytes:
    return tree(b"3 0 R 3 0 R", 1)


@hostile("every cross-reference off by seven")
def wrong_offsets() -> bytes:
    return re.sub(rb"\d{10} 00000 n", lambda row: b"%010d 00000 n" % (int(row[0][:10]) + 7), schedule_pages())


def with_start(start: bytes) -> bytes:
    return re.sub(rb"startxref\s+\d+", b"startxref\n" + start, schedule_pages())


hostile_set(
    {
        "startxref beyond the end": lambda: with_start(b"999999999"),
        "startxref below zero": lambda: with_start(b"-5"),
        "startxref of forty digits": lambda: with_start(b"9" * 40),
        "startxref at the header": lambda: with_start(b"0"),
    }
)


@hostile("a table of cross-references whose /Prev is itself")
def prev_itself() -> bytes:
    out, offsets = body(page_objects())
    return out + tail(offsets, len(out), b"/Root 1 0 R/Prev %d" % len(out))


@hostile("two tables of cross-references that each name the other")
def prev_cycle() -> bytes:
    out, offsets = body(page_objects())
    first = len(out)
    # The length of the first table does not depend on the number within: ten digits are always written.
    size = len(tail(offsets, first, b"/Root 1 0 R/Prev %010d" % 0))
    out += tail(offsets, first, b"/Root 1 0 R/Prev %010d" % (first + size))
    return out + tail(offsets, first + size, b"/Root 1 0 R/Prev %010d" % first)


@hostile("a table that claims ten million cross-references")
def many_rows() -> bytes:
    return re.sub(rb"xref\n0 \d+", b"xref\n0 10000000", one_page()).replace(b"/Size 6", b"/Size 10000001")


@hostile("a trailer that claims two billion objects")
def large_size() -> bytes:
    return one_page().replace(b"/Size 6", b"/Size 2147483647")


def xref_stream(keys: bytes, rows: bytes = b"\1\0\0\0" * 6) -> bytes:
    out, _ = body(page_objects())
    value = stream(rows, b"/Type/XRef/Size 7/Root 1 0 R%b" % keys)
    return out + b"6 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (value, len(out))


hostile_set(
    {
        "a stream of cross-references of no width": lambda: xref_stream(b"/W[0 0 0]"),
        "a stream of cross-references of negative width": lambda: xref_stream(b"/W[1 -2 1]"),
        "a stream of cross-references of great width": lambda: xref_stream(b"/W[1 2147483647 1]"),
        "a stream of cross-references for billions": lambda: xref_stream(b"/W[1 2 1]/Index[0 2147483647]"),
        "a stream of cross-references whose /Prev is itself": lambda: xref_stream(
            b"/W[1 2 1]/Prev %d" % len(body(page_objects())[0])
        ),
    }
)


def tree(kids: bytes, count: int, more: dict[int, bytes] | None = None) -> bytes:
    return one_page(more={2: b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count), **(more or {})})


hostile_set(
    {
        "a page tree that is its own kid": lambda: tree(b"2 0 R", 1),
        "a page tree whose kid holds it": lambda: tree(
            b"6 0 R", 2, {6: b"<</Type/Pages/Kids[2 0 R]/Count 2>>"}
        ),
        "a page tree with itself beside its page": lambda: tree(b"3 0 R 2 0 R 3 0 R", 3),
        "a page that is its own parent": lambda: one_page(page=b"/Parent 3 0 R"),
        "a page tree of 20,000 levels": lambda: pdf(
            {
                **page_objects(),
                2: b"<</Type/Pages/Kids[10 0 R]/Count 1>>",
                **{
                    n: b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (n - 1, n + 1)
                    for n in range(10, 20_010)
                },
                20_010: b"<</Type/Page/Parent 20009 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
            }
        ),
        "a page tree whose kids are missing": lambda: tree(b"90 0 R 91 0 R", 2),
        "a page tree whose kids are numbers": lambda: tree(b"1 2 3", 3),
        "a count below zero": lambda: tree(b"3 0 R", -7),
        "a kid that is a font": lambda: tree(b"5 0 R", 1),
        "a page that inherits from a cycle": lambda: pdf(
            {
                1: b"<</Type/Catalog/Pages 2 0 R>>",
                2: b"<</Type/Pages/Parent 6 0 R/Kids[3 0 R]/Count 1>>",
                3: b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
                4: stream(TEXT),
                6: b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>",
            }
        ),
    }
)
hostile_set({"no kids": lambda: tree(b"", 0)}, Outcome.NO_PAGES, *CANNOT_BE_OPENED)
hostile_set(
    {
        "100,000 pages claimed and one there": lambda: tree(b"3 0 R", 100_000),
        "a page that is listed 5,000 times": lambda: tree(b"3 0 R " * 5_000, 5_000),
    },
    Outcome.TOO_MANY_PAGES,
)
hostile_set({"two billion pages claimed": lambda: tree(b"3 0 R", 2_147_483_647)})


def object_stream(keys: bytes, held: bytes = b"7 0 <</A 1>>") -> bytes:
    """A file whose object 7 is said to lie in the object stream 6."""
    out, offsets = body(
        page_objects(page=b"/Metadata 7 0 R/Group 7 0 R/Annots 7 0 R", more={6: stream(held, keys)})
    )
    rows = b"".join(
        struct.pack(">BIH", 2, 6, 0) if number == 7 else struct.pack(">BIH", 1, offsets.get(number, 0), 0)
        for number in range(9)
    )
    rows = rows[: 8 * 7] + struct.pack(">BIH", 1, len(out), 0)
    value = stream(rows, b"/Type/XRef/Size 9/W[1 4 2]/Root 1 0 R")
    return out + b"8 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (value, len(out))


hostile_set(
    {
        "an object stream that extends itself": lambda: object_stream(
            b"/Type/ObjStm/N 1/First 4/Extends 6 0 R"
        ),
        "an object stream that holds itself": lambda: object_stream(
            b"/Type/ObjStm/N 1/First 4", b"6 0 <</Type/ObjStm>>"
        ),
        "an object stream of billions": lambda: object_stream(b"/Type/ObjStm/N 2147483647/First 2147483647"),
        "an object stream of fewer than none": lambda: object_stream(b"/Type/ObjStm/N -1/First -4"),
        "an object stream whose length lies within": lambda: object_stream(
            b"/Type/ObjStm/N 1/First 4/Length 7 0 R", b"7 0 99"
        ),
    }
)


def contents_of_length(length: bytes) -> bytes:
    return one_page(b"<</Length %b>>stream\n%b\nendstream" % (length, TEXT))


hostile_set(
    {
        "a length that is its own stream": lambda: contents_of_length(b"4 0 R"),
        "a length below zero": lambda: contents_of_length(b"-1"),
        "a length beyond the file": lambda: contents_of_length(b"99999999999"),
        "a length that is no number": lambda: contents_of_length(b"(long)"),
        "an object that is a reference to itself": lambda: one_page(b"4 0 R"),
        "a chain of 50,000 references": lambda: one_page(
            b"10 0 R", more={n: b"%d 0 R" % (n + 1) for n in range(10, 50_010)}
        ),
        "a million arrays in one another": lambda: one_page(page=b"/Annots " + b"[" * 1_000_000),
        "arrays in one another, and closed": lambda: one_page(page=b"/Tabs " + b"[" * 50_000 + b"]" * 50_000),
        "dictionaries in one another": lambda: one_page(
            page=b"/Group " + b"<</A" * 100_000 + b">>" * 100_000
        ),
        "names with nulls": lambda: one_page(resources=b"/XObject<</A#00B 4 0 R/#00 5 0 R/C\0D 3 0 R>>"),
        "a name of a million characters": lambda: one_page(page=b"/" + b"N" * 1_000_000 + b" 1"),
        "a string that is never closed": lambda: one_page(page=b"/LastModified(" + b"(" * 1_000_000),
        "a hexadecimal string that is never closed": lambda: one_page(page=b"/ID<" + b"4" * 1_000_000),
        "a comment without end": lambda: one_page(page=b"%" + b"%" * 1_000_000),
        "two files in one": lambda: one_page() + schedule_pages(),
        "a file that says it is linear and is not": lambda: pdf(
            {9: b"<</Linearized 1/L 99999999/H[1 2]/O 3/E 99999999/N 4000/T 99999999>>", **page_objects()}
        ),
        "an object number beyond two billion": lambda: one_page().replace(b"4 0 R", b"4294967300 0 R"),
        "a page with a negative object number": lambda: one_page().replace(b"3 0 R]", b"-3 0 R]"),
        "a hundred thousand empty objects": lambda: one_page(more=dict.fromkeys(range(10, 100_010), b"null")),
        "metadata that is deflated noise": lambda: one_page(
            catalog=b"/Metadata 6 0 R", more={6: deflated(bytes(range(256)) * 999)}
        ),
    }
)
