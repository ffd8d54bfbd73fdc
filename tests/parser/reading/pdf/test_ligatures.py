"""One sign for several letters is read as all of them, however its font says which they are."""

import pytest

from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.pdf import read_pdf
from tests.parser.reading.hostile.build import one_page, stream

FONT = (
    b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/ToUnicode 6 0 R/FirstChar 65/LastChar 67/Widths[722 830 444]"
    b"/Encoding/WinAnsiEncoding>>"
)
CMAP = (
    b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n"
    b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
    b"3 beginbfchar\n<41> <004F>\n<42> <%b>\n<43> <0063>\nendbfchar\nendcmap\nend\nend"
)


@pytest.mark.parametrize(
    ("letters", "code"),
    [
        ("ff", b"00660066"),
        ("ffi", b"006600660069"),
        ("fl", b"0066006C"),
        ("ff", b"FB00"),
        ("ffi", b"FB03"),
        ("ffl", b"FB04"),
    ],
)
def test_a_ligature_gives_all_its_letters_once(letters: str, code: bytes) -> None:
    page = stream(b"BT /F1 12 Tf 72 700 Td (ABC) Tj ET\nBT /F1 12 Tf 72 680 Td (CBC) Tj ET\n")
    read = read_pdf(one_page(page, more={5: FONT, 6: stream(CMAP % code)}), "page.pdf", Limits())
    found = [line.text for line in read.pages[0].lines if line.text.strip()]
    assert found == [f"O{letters}c", f"c{letters}c"]
    first = read.pages[0].source.words[0]
    assert first.bbox[0] == pytest.approx(72, abs=0.1)


NARROW = FONT.replace(
    b"LastChar 67/Widths[722 830 444]", b"LastChar 73/Widths[722 667 667 722 611 556 722 722 333]"
)
FIRST_ALONE = CMAP.replace(b"3 beginbfchar", b"4 beginbfchar").replace(
    b"endbfchar", b"<49> <0066>\nendbfchar"
)


@pytest.mark.parametrize(("drawn", "missing"), [(b"ABC IC", True), (b"AIC IC", False)])
def test_a_ligature_of_which_the_font_names_the_first_letter_alone_is_told(
    drawn: bytes, missing: bool
) -> None:
    """Its sign is wider than the letter elsewhere in the same font."""
    page = stream(b"BT /F1 12 Tf 72 700 Td (%b) Tj ET\n" % drawn)
    read = read_pdf(one_page(page, more={5: NARROW, 6: stream(FIRST_ALONE % b"0066")}), "page.pdf", Limits())
    assert ("letters-missing" in {doubt.code for doubt in read.doubts}) is missing
