"""The lines of a page come in the order in which a person reads them: box by box, row by row."""

import itertools

import pytest

from schedgraph.parser.page import Page
from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.layout.arrange import arranged
from schedgraph.parser.reading.pdf import read_pdf
from schedgraph.parser.reading.word import PageWords, RuledLine, Word
from tests.parser.reading.pdf.sheets import Sheet, sf115, signatory_table

ITEMS = [
    ("1.", "Passport application files.", "NC1-59-79-12", "", False),
    ("", "Applications and supporting papers of", "item 3", "", False),
    ("", "citizens.", "", "", False),
    ("", "", "", "", False),
    ("", "a. Paper copies.", "", "", False),
    ("", "   TEMPORARY. Destroy when 15 years old.", "", "", True),
    ("", "", "", "", False),
    ("", "b. Microfilm.", "", "WITHDRAWN", False),
    ("2.", "Chronological files.", "", "", False),
]


def read(data: bytes) -> Page:
    return read_pdf(data, "page.pdf", Limits()).pages[0]


def lines(data: bytes) -> list[str]:
    return [line.text.strip(" ") for line in read(data).lines if line.text]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_each_box_of_a_form_gives_its_label_and_then_its_value(rotation: int) -> None:
    found = lines(sf115(ITEMS, rotation))
    for label, value in [
        ("JOB NUMBER", "N1-059-91-4"),
        ("DATE RECEIVED", "3/14/91"),
        ("1. FROM (Agency or establishment)", "Department of State"),
        ("2. MAJOR SUBDIVISION", "Bureau of Consular Affairs"),
        ("ARCHIVIST OF THE UNITED STATES", "Don W. Wilson"),
        ("TITLE", "Records Officer"),
    ]:
        assert found[found.index(label) + 1] == value


def test_a_column_of_the_items_table_keeps_its_place_where_others_are_empty() -> None:
    found = lines(sf115(ITEMS))
    assert "1.\tPassport application files.\tNC1-59-79-12" in found
    assert "\tApplications and supporting papers of\titem 3" in found
    assert "\tb. Microfilm.\t\tWITHDRAWN" in found


def test_a_ticked_box_and_an_empty_one_are_told_apart() -> None:
    assert "☒ is not required;\t☐ is attached; or" in lines(sf115(ITEMS))


def test_every_character_stands_at_its_place_in_the_page_s_text() -> None:
    page = read(sf115(ITEMS))
    for line in page.lines:
        for run in line.runs:
            assert page.source.text[run.start : run.end].replace("\n", " ") == run.text
    for word in page.source.words:
        assert page.source.text[word.start : word.end].strip()


@pytest.mark.parametrize("rotation", [0, 90])
def test_a_box_is_given_as_the_page_is_shown(rotation: int) -> None:
    page = read(sf115(ITEMS, rotation))
    start = page.source.text.index("N1-059-91-4")
    x0, top, x1, bottom = page.source.words_in(start, start + 5)[0].bbox
    assert x1 > x0 and bottom > top
    if rotation == 0:
        assert (pytest.approx(x0, abs=1), pytest.approx(x1, abs=1)) == (378, 444)
        assert top < 792 - 726 < bottom
    else:
        # A quarter turn clockwise brings the upper edge to the right.
        assert x0 < 726 < x1
        assert (pytest.approx(top, abs=1), pytest.approx(bottom, abs=1)) == (378, 444)


@pytest.mark.parametrize("ruled", [True, False])
def test_wrapped_cells_of_a_table_become_one_row(ruled: bool) -> None:
    rows = [
        ("Date", "Action", "By", "Title", "Organization"),
        (
            "05/31/2017",
            "Approve",
            "David S. Ferriero",
            "Archivist of the Unite\nd States",
            "Office of the\nArchivist",
        ),
        ("06/01/2017", "Certify", "", "Records Officer", "Immigration and\nCustoms Enforcement"),
    ]
    found = lines(signatory_table(rows, (70, 60, 100, 112, 130), ruled))
    assert found == [
        "Date\tAction\tBy\tTitle\tOrganization",
        "05/31/2017\tApprove\tDavid S. Ferriero\tArchivist of the Unite d States\tOffice of the Archivist",
        "06/01/2017\tCertify\t\tRecords Officer\tImmigration and Customs Enforcement",
    ]


def test_the_last_sheet_of_a_request_keeps_its_lines_though_there_are_few() -> None:
    """Title, description and disposition of one item in a column made for forty lines are no wrapped cell."""
    sheet = sf115([("5.", "Audit Logs", "", "", False), ("", "Logs of access.", "", "", False)])
    found = lines(sheet)
    assert "5.\tAudit Logs" in found and "\tLogs of access." in found


def ruled_items(
    rows: list[tuple[str, list[str], float]], stamp: tuple[float, float, list[str]] | None = None
) -> bytes:
    """Items of an SF-115 with a rule below each (number, lines, height), and perhaps a stamp aslant at x, y."""
    sheet = Sheet()
    c = sheet.canvas
    y = 700.0
    for number, texts, height in rows:
        for left, right in ((36, 80), (80, 400), (400, 490), (490, 576)):
            c.rect(left, y - height, right - left, height)
        c.setFont("Courier", 9)
        c.drawString(44, y - 12, number)
        for place, text in enumerate(texts):
            c.drawString(86, y - 12 - 12 * place, text)
        y -= height
    if stamp:
        x, y, texts = stamp
        c.saveState()
        c.translate(x, y)
        c.rotate(3)
        c.setFont("Helvetica-Bold", 9)
        for place, text in enumerate(texts):
            c.drawString(0, -11 * place, text)
        c.restoreState()
    return sheet.bytes()


def test_the_lines_beside_an_item_s_number_are_no_wrapped_cell_where_they_had_room() -> None:
    found = lines(
        ruled_items(
            [
                ("1.", ["GAGING STATIONS", "History of each station.", "PERMANENT."], 44),
                ("2.", ["RECORDER CHARTS", "Original charts", "Hold 5 years, then destroy."], 44),
                ("3.", ["One long line of a description that goes on until its", "column is full."], 34),
            ]
        )
    )
    assert found == [
        "1.\tGAGING STATIONS",
        "\tHistory of each station.",
        "\tPERMANENT.",
        "2.\tRECORDER CHARTS",
        "\tOriginal charts",
        "\tHold 5 years, then destroy.",
        "3.\tOne long line of a description that goes on until its column is full.",
    ]


STAMPED = [("1.", ["Logs", "Destroy when 2 years old."], 90.0), ("2.", ["Maps", "Permanent."], 90.0)]
STAMP = ["SUPERSEDED BY GRS 5.2, ITEM 010", "SEP 8 2017"]


def test_a_stamp_aslant_in_the_blank_of_a_row_is_read_below_what_stands_there() -> None:
    found = lines(ruled_items(STAMPED, (120, 650, STAMP)))
    assert found == ["1.\tLogs", "\tDestroy when 2 years old.", *STAMP, "2.\tMaps", "\tPermanent."]


def test_a_stamp_aslant_over_the_words_of_a_table_is_read_behind_them_all() -> None:
    found = lines(ruled_items(STAMPED, (90, 680, STAMP)))
    assert found == ["1.\tLogs", "\tDestroy when 2 years old.", "2.\tMaps", "\tPermanent.", *STAMP]


@pytest.mark.parametrize("labels_first", [True, False])
def test_wrapped_labels_stand_with_their_values_in_whatever_order_they_were_drawn(labels_first: bool) -> None:
    """All labels may be drawn before all values; labels may be longer than their values."""
    left = [
        (700, "Final Disposition"),
        (680, "Do any of the records covered by"),
        (668, "this item exist as structured"),
        (656, "electronic data?"),
        (636, "GRS or Superseded Authority"),
        (624, "Citation"),
        (604, "Retention Period"),
    ]
    right = [(700, "Temporary"), (680, "Yes"), (636, "N1-567-09-6, item 2"), (604, "Destroy after 3 years.")]
    sheet = Sheet()
    sheet.canvas.setFont("Helvetica", 9)
    parts = [[(60, *each) for each in left], [(260, *each) for each in right]]
    for x, y, text in itertools.chain.from_iterable(parts if labels_first else reversed(parts)):
        sheet.canvas.drawString(x, y, text)
    assert lines(sheet.bytes()) == [
        "Final Disposition\tTemporary",
        "Do any of the records covered by this item exist as structured electronic data?\tYes",
        "GRS or Superseded Authority Citation\tN1-567-09-6, item 2",
        "Retention Period\tDestroy after 3 years.",
    ]


@pytest.mark.parametrize("baseline", [96.0, 103.0, 105.0])
def test_a_value_typed_too_low_stands_in_the_box_whose_line_it_goes_through(baseline: float) -> None:
    """The box below has a label of its own at its top; that of the box beside it stands between the two."""
    rules = [RuledLine(x0=0.0, y0=y, x1=200.0, y1=y) for y in (60.0, 100.0, 140.0)]
    rules += [RuledLine(x0=x, y0=60.0, x1=x, y1=140.0) for x in (0.0, 100.0, 200.0)]
    words = [
        Word(text=text, bbox=(x, y - 7, x + 40, y), baseline=y, size=10.0)
        for text, x, y in (
            ("DATE", 5.0, 70.0),
            ("12-18-70", 20.0, baseline),
            ("ARCHIVIST", 105.0, 70.0),
            ("CERTIFICATE", 5.0, 118.0),
        )
    ]
    page = PageWords(number=1, width=612, height=792, method="ocr", words=tuple(words), rules=tuple(rules))
    found = [word.text for row in arranged(page) for word in row.words]
    assert found == ["DATE", "12-18-70", "ARCHIVIST", "CERTIFICATE"]


def test_lines_to_sign_on_do_not_part_their_box_though_they_fill_it() -> None:
    """Two of them side by side are one line where a scan blurs the gap; lines that part boxes reach their sides."""

    def word(text: str, x0: float, y: float) -> Word:
        return Word(text=text, bbox=(x0, y - 8, x0 + 5 * len(text), y + 2), baseline=y, size=9.0)

    rules = [
        RuledLine(x0=x0, y0=y0, x1=x1, y1=y1)
        for x0, y0, x1, y1 in [
            (37, 40, 574, 40),
            (37, 110, 370, 110),
            (37, 150, 370, 150),
            (37, 204, 574, 204),
            (374.4, 194, 439.7, 194),
            (445.4, 194, 570, 194),
            (38, 40, 38, 204),
            (370, 40, 370, 204),
            (574, 40, 574, 204),
        ]
    ]
    words = [
        word("NOTIFICATION", 420, 60),
        word("3-10-80", 376, 192),
        word("(signed)", 450, 192),
        word("(Date)", 400, 202),
        word("(Archivist)", 480, 202),
        word("Dietetic", 40, 130),
        word("389-3336", 40, 170),
    ]
    page = PageWords(number=1, width=612, height=792, method="ocr", words=tuple(words), rules=tuple(rules))
    found = [
        " ".join(word.text for cell in row.cells for phrase in cell for word in phrase.words)
        for row in arranged(page)
    ]
    assert found == ["NOTIFICATION", "3-10-80 (signed)", "(Date) (Archivist)", "Dietetic", "389-3336"]


def test_what_stands_in_the_next_box_parts_no_line() -> None:
    """Type of two sizes on one line, and a line beside it a little higher that only the larger of them reaches."""

    def word(text: str, x0: float, y: float, size: float) -> Word:
        return Word(text=text, bbox=(x0, y - size, x0 + 40, y + 2), baseline=y, size=size)

    rules = [
        RuledLine(x0=x0, y0=y0, x1=x1, y1=y1)
        for x0, y0, x1, y1 in [
            (37, 150, 574, 150),
            (37, 204, 574, 204),
            (38, 150, 38, 204),
            (370, 150, 370, 204),
            (574, 150, 574, 204),
        ]
    ]
    words = (
        word("Specialist", 50, 187.3, 9.0),
        word("6-14-74", 385, 190.1, 8.7),
        word("(signed)", 464, 190.4, 6.0),
    )
    page = PageWords(number=1, width=612, height=792, method="ocr", words=words, rules=tuple(rules))
    found = [
        " ".join(word.text for cell in row.cells for phrase in cell for word in phrase.words)
        for row in arranged(page)
    ]
    assert found == ["Specialist", "6-14-74 (signed)"]


COLUMNS = (37.0, 80.0, 420.0, 497.0, 574.0)


def noted(frame: tuple[float, float], astray: tuple[float, float, float, float] = (0, 0, 0, 0)) -> list[str]:
    """The rows of a sheet's columns with a note framed from `frame[0]` to `frame[1]` beside an item.

    `astray` moves the upper side's left end, and the lower side, to the right and down.
    """

    def words(text: str, x0: float, y: float) -> list[Word]:
        starts = [x0 + 5 * (len(before) + n) for n, before in enumerate(starts_of(text))]
        return [
            Word(text=each, bbox=(x, y - 7, x + 5 * len(each), y + 2), baseline=y, size=9.0)
            for x, each in zip(starts, text.split(), strict=True)
        ]

    def starts_of(text: str) -> list[str]:
        return ["".join(text.split()[:n]) for n in range(len(text.split()))]

    left, right = frame
    upper, rise, lower, fall = astray
    rules = [RuledLine(x0=37, y0=y, x1=574, y1=y) for y in (280, 750)]
    rules += [RuledLine(x0=x, y0=280, x1=x, y1=750) for x in COLUMNS]
    rules += [
        RuledLine(x0=left + upper, y0=320, x1=right, y1=320),
        RuledLine(x0=left + lower, y0=360 + fall, x1=right, y1=360 + fall),
        *(RuledLine(x0=x, y0=320 + rise, x1=x, y1=360) for x in frame),
    ]
    lines = [f"Records of district {n}" for n in range(1, 10)]
    typed = [words(text, 85, 300 + 14 * n) for n, text in enumerate(lines)]
    typed += [words("1.", 45, 328), words("GRS 3.1", 424, 328)]
    typed += [
        words(text, left + 4, y)
        for text, y in (("Superseded by", 330), ("DAA-0142-2014-0002-0001", 342), ("05/01/2014", 354))
    ]
    page = PageWords(
        number=1,
        width=612,
        height=792,
        method="ocr",
        words=tuple(word for line in typed for word in line),
        rules=tuple(rules),
    )
    return [
        " | ".join(
            " ".join(word.text for phrase in cell for word in phrase.words) for cell in row.cells
        ).strip()
        for row in arranged(page)
    ]


@pytest.mark.parametrize("frame", [(463.0, 570.0), (463.0, 606.0), (463.0, 574.0), (466.5, 602.0)])
def test_a_framed_note_over_the_line_between_two_columns_stands_whole_in_the_last(
    frame: tuple[float, float],
) -> None:
    """The line that parts the columns goes between its words, and through its number."""
    assert noted(frame)[2:5] == [
        "1. | Records of district 3 | GRS 3.1 | Superseded by",
        "| Records of district 4 |  | DAA-0142-2014-0002-0001",
        "| Records of district 5 |  | 05/01/2014",
    ]


@pytest.mark.parametrize(
    "astray", [(3.0, 0, 0, 0), (0, 3.5, 0, 0), (0, 0, 4.0, 0), (0, 0, 0, 4.0), (3, 3, 4, 4)]
)
def test_a_frame_whose_corners_are_out_of_true_parts_no_rows(
    astray: tuple[float, float, float, float],
) -> None:
    assert noted((463.0, 570.0), astray) == noted((463.0, 570.0))
    assert len(noted((463.0, 570.0), astray)) == 9


def test_values_that_are_set_in_a_little_stand_in_the_column_of_the_others() -> None:
    """A stamp beside them keeps no step; places and sizes are as a scan's reading has them, which estimates both."""
    said = [
        ("Final Disposition", 54.4, 116.3, 9.4),
        ("Temporary", 236.2, 116.3, 9.3),
        ("SUPERSEDED BY", 417.2, 115.9, 10.4),
        ("Item Status", 54.4, 130.7, 9.3),
        ("Active", 236.2, 130.7, 9.1),
        ("DAA-0434-2020-0004-0003", 387.4, 127.1, 10.4),
        ("10/19/2020", 426.6, 138.6, 10.4),
        ("Is this item media neutral?", 54.4, 145.4, 9.3),
        ("Yes", 236.2, 145.4, 9.6),
        ("Disposition Instruction", 54.4, 160.2, 9.3),
        ("Cutoff Instruction", 62.3, 173.2, 9.5),
        ("Cut off when results are posted.", 238.7, 173.2, 9.3),
        ("Retention Period", 62.3, 187.9, 9.3),
        ("Destroy 5 year(s) after cutoff.", 239.0, 187.9, 9.3),
        ("Additional Information", 54.4, 202.7, 9.4),
        ("GAO Approval", 62.3, 215.3, 9.3),
        ("Not Required", 239.0, 215.3, 9.3),
        ("Sequence Number", 54.4, 236.5, 9.3),
        ("3", 236.5, 236.2, 8.7),
        ("Site Access Agreements", 54.4, 251.3, 9.8),
        ("Disposition Authority Number", 54.4, 264.6, 9.3),
        ("DAA-0434-2014-0006-0003", 236.5, 264.6, 9.3),
        ("Agreements with owners of adjoining land.", 54.0, 279.4, 8.7),
        ("Final Disposition", 54.4, 294.8, 9.8),
        ("Temporary", 236.2, 294.8, 10.6),
        ("Item Status", 54.4, 306.7, 7.3),
        ("Active", 236.2, 309.6, 9.1),
        ("Is this item media neutral?", 54.4, 324.0, 9.4),
        ("Yes", 236.2, 324.0, 9.3),
        ("Disposition Instruction", 54.4, 337.0, 7.3),
        ("Cutoff Instruction", 62.3, 349.9, 7.3),
        ("Cut off when the agreement ends.", 238.7, 351.7, 9.3),
        ("Retention Period", 62.3, 366.5, 9.3),
        ("Destroy 6 year(s) after cutoff.", 239.0, 366.5, 9.3),
        ("Additional Information", 54.4, 381.2, 9.8),
        ("GAO Approval", 62.3, 393.8, 9.3),
        ("Not Required", 239.0, 392.4, 8.6),
    ]
    words = []
    for text, x, y, size in said:
        for each in text.split():
            words.append(Word(text=each, bbox=(x, y - 7, x + 4 * len(each), y + 2), baseline=y, size=size))
            x += 4 * len(each) + 3
    page = PageWords(number=1, width=612, height=792, method="ocr", words=tuple(words))
    found = [
        " ".join(word.text for cell in row.cells for phrase in cell for word in phrase.words)
        for row in arranged(page)
    ]
    assert [row for row in found if row.startswith(("Cutoff", "Retention", "GAO"))] == [
        "Cutoff Instruction Cut off when results are posted.",
        "Retention Period Destroy 5 year(s) after cutoff.",
        "GAO Approval Not Required",
        "Cutoff Instruction Cut off when the agreement ends.",
        "Retention Period Destroy 6 year(s) after cutoff.",
        "GAO Approval Not Required",
    ]
