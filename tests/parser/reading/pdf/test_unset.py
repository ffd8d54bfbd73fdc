"""Typewritten notes and fields that have no drawing are read where the page is to show them."""

import pytest

from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.pages import PdfPages
from schedgraph.parser.reading.pdf import read_pdf
from tests.parser.reading.hostile.build import one_page, stream

TEXT = (
    b"BT /F1 12 Tf 72 700 Td (JOB NUMBER) Tj ET\nBT /F1 12 Tf 72 660 Td (Destroy after three years.) Tj ET\n"
)
NOTE = b"<</Type/Annot/Subtype/FreeText%b/Contents(Superseded by DAA-0567-2017-0007)>>"
BOX = b"/Rect[72 620 372 640]/DA(/Helv 10 Tf 0 g)"
FIELD = b"<</Type/Annot/Subtype/Widget/Rect[200 695 400 713]/DA(/Helv 0 Tf 0 g)%b>>"
FORM = b"/AcroForm<</Fields[6 0 R]>>"


def noted(keys: bytes = BOX, *, text: bytes = TEXT, page: bytes = b"") -> PdfPages:
    data = one_page(stream(text), page=b"/Annots[6 0 R]" + page, more={6: NOTE % keys})
    return read_pdf(data, "page.pdf", Limits())


def filled(keys: bytes, more: dict[int, bytes] | None = None) -> PdfPages:
    objects = {6: FIELD % keys, **(more or {})}
    data = one_page(stream(TEXT), page=b"/Annots[6 0 R]", catalog=FORM, more=objects)
    return read_pdf(data, "page.pdf", Limits())


def lines(read: PdfPages) -> list[str]:
    return [" ".join(line.text.split()) for line in read.pages[0].lines if line.text.strip()]


def codes(read: PdfPages) -> list[str]:
    return [doubt.code for doubt in read.doubts]


def test_a_typewritten_note_stands_in_its_box_and_is_read_like_the_page() -> None:
    read = noted()
    assert lines(read) == ["JOB NUMBER", "Destroy after three years.", "Superseded by DAA-0567-2017-0007"]
    assert codes(read) == []
    number = read.pages[0].source.words[-1]
    assert read.pages[0].source.text[number.start : number.end] == "DAA-0567-2017-0007"
    assert 792 - 640 <= number.bbox[1] < number.bbox[3] <= 792 - 620
    assert read.pages[0].source.method == "text-layer" and number.confidence == 1.0


def test_a_long_note_is_wrapped_within_its_box() -> None:
    read = noted(b"/Rect[72 560 172 640]/DA(/Helv 10 Tf 0 g)")
    assert lines(read)[2:] == ["Superseded by", "DAA-0567-2017-0007"]
    assert all(word.bbox[2] <= 175 for word in read.pages[0].source.words if word.bbox[1] > 150)


def test_a_note_on_a_page_that_is_turned_turns_with_it() -> None:
    assert lines(noted(page=b"/Rotate 90")) == lines(noted())


def test_a_line_drawn_over_a_note_strikes_its_words() -> None:
    read = noted(text=TEXT + b"72 630 m 372 630 l S\n")
    struck = "".join(run.text for line in read.pages[0].lines for run in line.runs if run.struck)
    assert struck == "Superseded by DAA-0567-2017-0007"


@pytest.mark.parametrize("flags", [1, 2, 32])
def test_a_note_that_is_hidden_is_not_read(flags: int) -> None:
    read = noted(BOX + b"/F %d" % flags)
    assert "Superseded" not in " ".join(lines(read))
    assert codes(read) == []


@pytest.mark.parametrize("keys", [b"/Rect[72 620 372 640]/DA(/Helv 10 Tf 1 g)", BOX + b"/CA 0"])
def test_a_note_in_white_or_clear_ink_is_told_and_not_read(keys: bytes) -> None:
    read = noted(keys)
    assert "Superseded" not in " ".join(lines(read))
    assert codes(read) == ["note-not-read"]


def test_a_note_that_another_program_drew_into_the_page_is_read_once() -> None:
    drawn = TEXT + b"BT /F1 10 Tf 74 626 Td (Superseded by DAA-0567-2017-0007) Tj ET\n"
    assert " ".join(lines(noted(text=drawn))).count("Superseded") == 1


def test_the_value_of_a_field_without_a_drawing_stands_beside_its_label() -> None:
    assert lines(filled(b"/FT/Tx/T(job)/V(N1-567-09-6)"))[0] == "JOB NUMBER N1-567-09-6"


def test_a_field_takes_the_value_of_the_field_above_it() -> None:
    parent = {7: b"<</FT/Tx/T(job)/V(N1-567-09-6)/Kids[6 0 R]>>"}
    data = one_page(
        stream(TEXT),
        page=b"/Annots[6 0 R]",
        catalog=b"/AcroForm<</Fields[7 0 R]>>",
        more={6: FIELD % b"/Parent 7 0 R", **parent},
    )
    assert lines(read_pdf(data, "page.pdf", Limits()))[0] == "JOB NUMBER N1-567-09-6"


def test_a_field_that_only_has_its_frame_drawn_is_read() -> None:
    frame = {7: stream(b"/Tx BMC 0 0 200 18 re S EMC", b"/Type/XObject/Subtype/Form/BBox[0 0 200 18]")}
    read = filled(b"/FT/Tx/T(job)/V(N1-567-09-6)/AP<</N 7 0 R>>", frame)
    assert lines(read)[0] == "JOB NUMBER N1-567-09-6"


def test_a_field_that_is_drawn_is_read_once() -> None:
    drawn = {
        7: stream(
            b"BT /F1 10 Tf 2 5 Td (N1-567-09-6) Tj ET",
            b"/Type/XObject/Subtype/Form/BBox[0 0 200 18]/Resources<</Font<</F1 5 0 R>>>>",
        )
    }
    read = filled(b"/FT/Tx/T(job)/V(N1-567-09-6)/AP<</N 7 0 R>>", drawn)
    assert " ".join(lines(read)).count("N1-567-09-6") == 1


def test_a_ticked_box_without_a_drawing_is_ticked() -> None:
    choices = b"/AP<</N<</Yes 7 0 R/Off 7 0 R>>>>"
    empty = {7: stream(b"", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")}
    assert "☒" in lines(filled(b"/FT/Btn/T(is)/V/Yes/AS/Yes" + choices, empty))[0]
    assert "☒" not in " ".join(lines(filled(b"/FT/Btn/T(is)/V/Off/AS/Off" + choices, empty)))


@pytest.mark.parametrize("keys", [b"/F 2", b"/F 32", b"/Ff 8192"])
def test_a_field_that_is_hidden_and_a_password_are_not_read(keys: bytes) -> None:
    read = filled(b"/FT/Tx/T(job)/V(N1-567-09-6)" + keys)
    assert "N1-567-09-6" not in " ".join((*lines(read), *(doubt.message for doubt in read.doubts)))


def test_a_page_that_holds_nothing_but_filled_fields_is_read() -> None:
    data = one_page(
        stream(b""), page=b"/Annots[6 0 R]", catalog=FORM, more={6: FIELD % b"/FT/Tx/T(job)/V(N1-567-09-6)"}
    )
    assert lines(read_pdf(data, "page.pdf", Limits())) == ["N1-567-09-6"]


def test_words_that_a_reader_wants_put_in_are_told_though_the_page_holds_them_elsewhere() -> None:
    """A caret with "3" for another period beside "Destroy after 3 years" repeats nothing."""
    caret = b"<</Type/Annot/Subtype/Caret/Rect[80 690 90 700]/Contents(3)>>"
    data = one_page(stream(TEXT.replace(b"three", b"3")), page=b"/Annots[6 0 R]", more={6: caret})
    read = read_pdf(data, "page.pdf", Limits())
    assert "note-not-read" in codes(read)
