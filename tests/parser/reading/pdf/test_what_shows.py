"""What a page holds and does not show is not read and told; what its fonts do not say is looked at."""

import importlib.util
from pathlib import Path

import pytest
import reportlab

from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.pages import PdfPages
from schedgraph.parser.reading.pdf import read_pdf
from tests.parser.reading.hostile.build import one_page, stream

NUMBER, OTHER = b"N1-567-09-6", b"N1-999-09-6"
BESIDE = b"BT /F1 12 Tf 72 660 Td (This line stays) Tj ET\n"
FONTS = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
    b"/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>"
)
HIGHLIGHT = b"/Subtype/Highlight/C[1 1 0]/Rect[72 697 272 712]/QuadPoints[72 712 272 712 72 697 272 697]"


def shown(text: bytes, x: float = 72) -> bytes:
    return b"BT /F1 12 Tf %g 700 Td (%b) Tj ET\n" % (x, text)


def area(tone: bytes, keys: bytes = b"") -> bytes:
    return b"q %b %b 70 695 200 16 re f Q\n" % (keys, tone)


def page(contents: bytes, **parts: object) -> PdfPages:
    return read_pdf(one_page(stream(contents + BESIDE), **parts), "page.pdf", Limits())


def words(read: PdfPages) -> str:
    return " ".join(read.pages[0].source.text.split())


def codes(read: PdfPages) -> list[str]:
    return [doubt.code for doubt in read.doubts]


@pytest.mark.parametrize("tone", [b"1 g", b"0 g"])
def test_a_number_under_a_white_or_black_area_is_not_read(tone: bytes) -> None:
    read = page(shown(NUMBER) + area(tone))
    assert words(read) == "This line stays"
    assert codes(read) == ["hidden-text"]


def test_a_correction_laid_over_a_number_is_read_in_its_place_and_not_with_its_strike() -> None:
    read = page(shown(NUMBER) + b"72 703.5 m 250 703.5 l S\n" + area(b"1 g") + shown(OTHER))
    assert words(read) == "N1-999-09-6 This line stays"
    assert not any(run.struck for line in read.pages[0].lines for run in line.runs)


def test_words_upon_an_area_or_under_one_that_lets_them_through_are_read() -> None:
    clear = {"resources": b"/ExtGState<</G0<</ca .3>>>>"}
    assert words(page(area(b"1 g") + shown(NUMBER))).startswith("N1-567-09-6")
    assert words(page(area(b"0 g") + b"1 g " + shown(NUMBER) + b"0 g\n")).startswith("N1-567-09-6")
    assert words(page(shown(NUMBER) + area(b"1 1 0 rg"))).startswith("N1-567-09-6")
    assert words(page(shown(NUMBER) + area(b"0 g", b"/G0 gs"), **clear)).startswith("N1-567-09-6")


def test_invisible_type_does_not_show_on_a_highlight() -> None:
    """A row of invisible hyphens would strike the words under it."""
    hidden = b"BT 3 Tr /F1 12 Tf 72 700 Td (----------) Tj 0 Tr ET\n"
    read = page(area(b"1 .95 .3 rg") + shown(NUMBER) + hidden)
    assert words(read) == "N1-567-09-6 This line stays"
    assert not any(run.struck for line in read.pages[0].lines for run in line.runs)


def test_characters_outside_their_clip_are_not_read() -> None:
    read = page(b"q 60 690 52 30 re W n " + shown(NUMBER) + b"Q\n")
    assert words(read) == "N1-567 This line stays"
    assert codes(read) == ["hidden-text"]


@pytest.mark.parametrize(("off", "expected"), [(b"/OFF[6 0 R]", ""), (b"", "N1-567-09-6 ")])
def test_a_layer_that_is_switched_off_is_not_read(off: bytes, expected: str) -> None:
    read = page(
        b"/OC /oc1 BDC " + shown(NUMBER) + b"EMC\n",
        resources=b"/Properties<</oc1 6 0 R>>",
        catalog=b"/OCProperties<</OCGs[6 0 R]/D<<%b/Order[6 0 R]>>>>" % off,
        more={6: b"<</Type/OCG/Name(Marks)>>"},
    )
    assert words(read) == f"{expected}This line stays"


def test_type_of_a_negative_size_is_read_as_it_stands() -> None:
    read = page(b"BT /F1 -12 Tf -1 0 0 -1 72 700 Tm (%b) Tj ET\n" % NUMBER)
    assert words(read) == "N1-567-09-6 This line stays"


@pytest.mark.parametrize("keys", [b"/Subtype/Text/Rect[72 620 92 640]", HIGHLIGHT])
def test_a_note_that_is_not_drawn_is_told_in_its_words(keys: bytes) -> None:
    note = b"<</Type/Annot%b/Contents(Superseded by DAA-0567-2017-0007)>>" % keys
    read = page(shown(NUMBER), page=b"/Annots[6 0 R]", more={6: note})
    (doubt,) = [doubt for doubt in read.doubts if doubt.code == "note-not-read"]
    assert "“Superseded by DAA-0567-2017-0007”" in doubt.message
    assert "Superseded" not in words(read)


def test_a_mark_that_repeats_what_it_marks_is_no_note() -> None:
    note = b"<</Type/Annot%b/Contents(N1-567-09-6)>>" % HIGHLIGHT
    assert codes(page(shown(NUMBER), page=b"/Annots[6 0 R]", more={6: note})) == []


def test_ink_that_is_white_or_clear_strikes_nothing() -> None:
    ink = b"<</Type/Annot/Subtype/Ink/Rect[72 697 172 712]/InkList[[72 704 172 704]]%b>>"
    for keys, struck in ((b"", True), (b"/C[1 1 1]", False), (b"/CA 0", False)):
        read = page(shown(NUMBER), page=b"/Annots[6 0 R]", more={6: ink % keys})
        assert any(run.struck for line in read.pages[0].lines for run in line.runs) == struck


@pytest.mark.slow
# The two readers of scans are an extra (README): without them such a page is told and not read, which other tests show.
@pytest.mark.skipif(
    not all(map(importlib.util.find_spec, ("rapidocr", "tesserocr"))),
    reason="the extra `scan` is not installed",
)
def test_a_font_that_does_not_say_its_characters_has_its_picture_read() -> None:
    from reportlab.pdfbase.ttfonts import TTFontFile

    path = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    glyphs = TTFontFile(str(path)).charToGlyph
    codes_of = b"".join(b"%04x" % glyphs[ord(each)] for each in "Destroy after three years in the agency")
    parts = {
        3: FONTS,
        6: b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Vera/Encoding/Identity-H/DescendantFonts[7 0 R]>>",
        7: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Vera/FontDescriptor 8 0 R/DW 600/CIDToGIDMap/Identity"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        8: b"<</Type/FontDescriptor/FontName/AAAAAA+Vera/Flags 4/FontBBox[-100 -200 1000 900]/ItalicAngle 0"
        b"/Ascent 800/Descent -200/CapHeight 700/StemV 80/FontFile2 9 0 R>>",
        9: stream(path.read_bytes()),
    }
    read = page(b"BT /F2 12 Tf 72 700 Td <%b> Tj ET\n" % codes_of, more=parts)
    assert words(read) == "Destroy after three years in the agency This line stays"
    assert "text-layer-unmapped" in codes(read)
