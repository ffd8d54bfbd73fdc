"""What readers lay over a page leaves the form under it as it was: its boxes, its rows, the lines of its boxes."""

import pytest

from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.pdf import read_pdf
from tests.parser.reading.hostile.build import one_page, stream

COLUMNS = (30, 66, 424, 508, 582)
ITEMS = (
    (700, "1.", "Ship Construction Plans.", "NC1-357-80-1", ""),
    (688, "", "Hull and machinery plans as built.", "item 3", ""),
    (676, "", "PERMANENT. Offer when 25 years old.", "", ""),
    (652, "2.", "Trial Trip Reports.", "", ""),
    (640, "", "Destroy 20 years after delivery.", "", ""),
    (616, "3.", "Vendor Catalogs.", "", "withdrawn"),
    (604, "", "Destroy when superseded.", "", ""),
    (580, "4.", "Change Order Files.", "NC1-357-80-1", ""),
    (568, "", "Destroy 6 years after final payment.", "item 8", ""),
)
GROUND = b"1 1 .7 rg .7 0 0 RG .5 .5 %d %d re B\n"
WORDS = (b"Superseded by N1-357-98-2", b"item 3, 6/12/1998")


def text(x: float, y: float, words: str, size: int = 9) -> bytes:
    return b"BT /F1 %d Tf %f %f Td (%b) Tj ET\n" % (size, x, y, words.encode())


def rule(x0: float, y0: float, x1: float, y1: float) -> bytes:
    return b"%f %f m %f %f l S\n" % (x0, y0, x1, y1)


def table() -> bytes:
    rules = [rule(30, 720, 582, 720), rule(30, 100, 582, 100), *(rule(x, 100, x, 720) for x in COLUMNS)]
    cells = [
        text(x + 6, y, words) for y, *row in ITEMS for x, words in zip(COLUMNS, row, strict=False) if words
    ]
    return b"".join((*rules, *cells))


def drawn_note(left: int, low: int, width: int, words: tuple[bytes, ...] = WORDS) -> bytes:
    height = 12 * len(words) + 2
    said = b"".join(
        b"BT .7 0 0 rg /F1 9 Tf 4 %d Td (%b) Tj ET\n" % (height - 10 - 11 * n, line)
        for n, line in enumerate(words)
    )
    return b"q 1 0 0 1 %d %d cm\n%b%bQ\n" % (left, low, GROUND % (width - 1, height - 1), said)


def annotated(
    page: bytes, kind: bytes, left: int, low: int, width: int, words: tuple[bytes, ...] = WORDS
) -> list[str]:
    height = 12 * len(words) + 2
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 %d %d]/Resources<</Font<</F1 5 0 R>>>>" % (width, height)
    note = b"<</Type/Annot/Subtype/%b/F 4/Rect[%d %d %d %d]/AP<</N 7 0 R>>>>" % (
        *(kind, left, low, left + width, low + height),
    )
    more = {6: note, 7: stream(drawn_note(0, 0, width, words), form)}
    return lines(one_page(stream(page), page=b"/Annots[6 0 R]", more=more))


def lines(data: bytes) -> list[str]:
    page = read_pdf(data, "page.pdf", Limits()).pages[0]
    return [line.text.rstrip() for line in page.lines if line.text.strip()]


def is_read_across(found: list[str]) -> bool:
    assert found[0] == "1.\tShip Construction Plans.\tNC1-357-80-1"
    assert found[5] == "3.\tVendor Catalogs.\t\twithdrawn"
    assert found[7] == "4.\tChange Order Files.\tNC1-357-80-1"
    assert [line.split() for line in found[9:]] == [line.decode().split() for line in WORDS]
    return True


@pytest.mark.parametrize("kind", [b"FreeText", b"Stamp"])
def test_a_note_with_a_frame_and_a_ground_leaves_the_rows_of_the_table(kind: bytes) -> None:
    assert is_read_across(annotated(table(), kind, 260, 530, 150))


@pytest.mark.parametrize("width", [150, 190])
def test_so_does_one_that_is_part_of_the_page_though_it_lies_across_a_column_rule(width: int) -> None:
    assert is_read_across(lines(one_page(stream(table() + drawn_note(270, 530, width)))))


@pytest.mark.parametrize(("left", "width"), [(66, 190), (65, 160), (234, 191)])
def test_so_does_one_whose_side_lies_on_a_column_rule(left: int, width: int) -> None:
    """A stamp that begins or ends where its column does, or fills it, hides no column."""
    assert is_read_across(lines(one_page(stream(table() + drawn_note(left, 530, width)))))


def test_a_note_over_values_leaves_them_beside_their_labels() -> None:
    """Labels to the left of it and values to the right are parted by none of its edges."""
    rows = (
        ("Final Disposition", "Temporary"),
        ("Item Status", "Active"),
        ("Is this item media neutral?", "Yes"),
        (
            "Cutoff Instruction",
            "Cut off at the end of the year in which the case is closed and all of it settled.",
        ),
        ("Retention Period", "Destroy 6 years after cutoff."),
    )
    page = b"".join(
        text(x, 700 - 16 * n, words)
        for n, row in enumerate(rows)
        for x, words in zip((50, 230), row, strict=True)
    )
    found = annotated(page + rule(50, 740, 562, 740), b"FreeText", 400, 664, 120, (b"ask region 4?",))
    assert found[0].split() == ["Final", "Disposition", "Temporary"]
    assert any(line.split()[:4] == ["Cutoff", "Instruction", "Cut", "off"] for line in found)
    assert any(line.split()[:3] == ["Retention", "Period", "Destroy"] for line in found)


def boxes() -> bytes:
    rules = [rule(30, y, 396, y) for y in (700, 672, 644)] + [rule(x, 644, x, 700) for x in (30, 396)]
    return b"".join(
        (
            *rules,
            text(33, 692, "2. MAJOR SUBDIVISION", 6),
            text(40, 678, "Hazard Identification"),
            text(33, 664, "3. MINOR SUBDIVISION", 6),
            text(40, 650, "Epidemiology Branch"),
        )
    )


def test_a_stamp_across_two_boxes_is_a_line_of_neither() -> None:
    found = annotated(boxes(), b"Stamp", 250, 658, 120, (b"RECEIVED", b"N A R S 2/21/79"))
    assert found == [
        *("2. MAJOR SUBDIVISION", "  Hazard Identification", "3. MINOR SUBDIVISION", "  Epidemiology Branch"),
        *("RECEIVED", "N A R S 2/21/79"),
    ]


def test_a_stamp_within_a_box_fills_it() -> None:
    page = boxes() + rule(396, 672, 582, 672) + rule(396, 700, 582, 700) + rule(582, 672, 582, 700)
    page += text(399, 692, "DATE RECEIVED", 6)
    found = annotated(page, b"Stamp", 430, 668, 120, (b"FEB 21 1979",))
    place = found.index("DATE RECEIVED")
    assert found[place + 1].strip() == "FEB 21 1979"
