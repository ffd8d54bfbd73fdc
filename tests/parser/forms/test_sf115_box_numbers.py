"""Forms that name their boxes by number: heading rows of numbers, items written out box by box, cells in the text."""

import pytest

from schedgraph.parser.document import Item
from tests.parser.forms.sf115_text import read_items, read_text

HEAD = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
JOB NUMBER {job}   DATE RECEIVED 5/7/90
1. FROM: Department of the Interior
NOTIFICATION TO AGENCY   DATE 2/19/91   ARCHIVIST OF THE UNITED STATES (signed)
6. AGENCY CERTIFICATION [X] is not required   DATE 4/2/90

"""


def of_1991(text: str) -> dict[str, Item]:
    """The items of a form of 1991 by their numbers."""
    form = HEAD.format(job="N1-57-99-4") + text + "\nSTANDARD FORM 115 (REV. 3-91)\n"
    return {item.number: item for item in read_text(form).items}


def cited(item: Item) -> list[tuple[str, str | None]]:
    return [(each.relation, each.target) for each in item.citations]


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("(7) (8) (9) (10)", "1. Maps. PERMANENT. | NC1-57-84-7/1 |", "2. Charts. Destroy when old. | | withdrawn"),
        ("7. | 8. | 9. | 10.", "1. | Maps. PERMANENT. | NC1-57-84-7/1 |", "2. | Charts. Destroy when old. | | withdrawn"),
        (
            "7    8                                   9                 10",
            "1.   Maps. PERMANENT.                    NC1-57-84-7/1",
            "2.   Charts. Destroy when old.                             withdrawn",
        ),
        (
            "7.  8.                                   9.                10.",
            "1   Maps. PERMANENT.                     NC1-57-84-7/1",
            "2   Charts. Destroy when old.                              withdrawn",
        ),
        (
            "7.   8. DESCRIPTION OF ITEM              9.                10.",
            "1.   Maps. PERMANENT.                    NC1-57-84-7/1",
            "2.   Charts. Destroy when old.                             withdrawn",
        ),
        (
            "ITEM                                     COL. 9            COL. 10",
            "1.  Maps. PERMANENT.                     NC1-57-84-7/1",
            "2.  Charts. Destroy when old.                              withdrawn",
        ),
    ],
)  # fmt: skip
def test_numbers_of_boxes_head_the_columns(heading: str, first: str, second: str) -> None:
    """Box 7 is no item 7."""
    one, two = read_text(HEAD.format(job="N1-57-90-4") + f"{heading}\n{first}\n{second}\n").items
    assert (one.number, two.number) == ("1", "2")
    assert cited(one) == [("supersedes", "NC1-057-84-007/1")]
    assert two.action_taken and two.action_taken.value == "withdrawn"


def test_column_9_known_by_its_number_alone_is_what_the_revision_makes_of_it() -> None:
    """Before 8-83 it held a sample or job number, and named nothing that is replaced."""
    table = "7.   8.                            9.\n1.   Maps. PERMANENT.              NN-165-3, item 2\n"
    early = read_text(HEAD.format(job="NC1-57-77-4") + table + "\nSTANDARD FORM 115\nRevised April, 1975\n")
    assert cited(early.items[0]) == [("cites", "NN-165-3/2")]
    late = read_text(HEAD.format(job="NC1-57-84-4") + table + "\nSTANDARD FORM 115 (REV. 8-83)\n")
    assert cited(late.items[0]) == [("supersedes", "NN-165-3/2")]


@pytest.mark.parametrize(
    "text",
    [
        "7. Item 1\n8. Maps. PERMANENT.\n9. NC1-57-84-7, item 2\n10.\n\n"
        "7. Item 2\n8. Charts. Destroy when old.\n9.\n10. WITHDRAWN\n",
        "7. ITEM NO.: 1\n8. Maps. PERMANENT.\n9. NC1-57-84-7, item 2\n10.\n\n"
        "7. ITEM NO.: 2\n8. Charts. Destroy when old.\n9.\n10. WITHDRAWN\n",
        "7. ITEM NO.\n1\n8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION\nMaps. PERMANENT.\n9.\nNC1-57-84-7, item 2\n10.\n\n"
        "7. ITEM NO.\n2\n8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION\nCharts. Destroy when old.\n9.\n10.\nWITHDRAWN\n",
    ],
)
def test_items_written_out_box_by_box(text: str) -> None:
    note = "\nNOTE: This job does not supersede NC1-57-78-2, item 3.\n"
    document = read_text(HEAD.format(job="N1-57-90-4") + text + note + "\nSTANDARD FORM 115 (REV. 3-91)\n")
    one, two = document.items
    assert (one.number, two.number) == ("1", "2")
    assert cited(one) == [("supersedes", "NC1-057-84-007/2")]
    # A blank line ends box 10: the note is of the whole form.
    assert two.action_taken and two.action_taken.value == "WITHDRAWN"
    assert [each.relation for each in document.citations] == ["does-not-supersede"]


BOXES = (
    "7. {} {}\n8. {} Destroy when 3 years old.\n9. GRS Or Superseded Job Citation:  {}\n10. ACTION TAKEN:\n\n"
)


@pytest.mark.parametrize("label", ["ITEM NO. ", "Item Number", "ITEM"])
@pytest.mark.parametrize(
    "overleaf",
    [
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY - CONTINUATION | JOB NO. N1-57-90-4 | PAGE 2 OF 2\n",
        "Request for Records Disposition Authority - Continuation      JOB NO. N1-57-90-4      PAGE 2 OF 2\n\n",
        "",
    ],
)
def test_boxes_begin_where_the_first_item_has_its_own(label: str, overleaf: str) -> None:
    """No row labels the columns; the heading of a later sheet made a head of all that stands before it."""
    first = BOXES.format(label, "(1)", "_Maps_ Sheets.", "NC1-57-84-7/2") + BOXES.format(
        label, "1(a)(1)", "Paper.", "none"
    )
    later = BOXES.format(label, "1(a)(2)", "Film.", "") + BOXES.format(label, "2", "Charts.", "NC1-57-84-7/3")
    document = read_text(HEAD.format(job="N1-57-90-4") + first + overleaf + later)
    assert [each.id.partition("/")[2] for each in document.items] == ["1", "1/a/1", "1/a/2", "2"]
    assert cited(document.items[0]) == [("supersedes", "NC1-057-84-007/2")]
    assert cited(document.items[3]) == [("supersedes", "NC1-057-84-007/3")]


def test_items_seven_and_eight_of_a_list_are_items() -> None:
    found = read_items(
        "".join(f"{number}. Files {number}. Destroy when 2 years old.\n" for number in range(1, 11))
    )
    assert list(found) == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize("cell", ["[9] NC1-29-79-7/2 (paper only)", "9: NC1-29-79-7/2 (paper only)"])
def test_a_number_in_brackets_or_behind_a_gap_names_column_9(cell: str) -> None:
    found = of_1991(
        f"1. Survey forms. Destroy when 2 years old.      {cell}\n"
        "2. Maps. PERMANENT.      [9] -   [10] disposition not approved\n"
    )
    assert cited(found["1"]) == [("supersedes", "NC1-029-79-007/2")]
    assert found["1"].citations[0].partial
    assert not found["2"].citations
    assert found["2"].action_taken and found["2"].action_taken.value == "disposition not approved"


def test_file_codes_ahead_of_item_numbers_are_none_of_them() -> None:
    found = read_items(
        "H22  1.  Landmark nominations.\n         (a) Designated. Permanent.\n         (b) Rejected. Destroy after 10 years.\n"
        "H30  2.  Permits. Permanent.\nH32  3.  Maintenance cards. Destroy when old.\n"
    )
    assert list(found) == ["1", "1/a", "1/b", "2", "3"]
    assert all(each.action_taken is None for each in found.values())


def test_the_first_part_below_a_long_title_is_an_item() -> None:
    found = read_items(
        "1. Registration, Compliance and Verification (RCV) system\n   (a) Registrant master record. Delete after 85 years.\n"
        "   (b) Input forms. Destroy after imaging.\n2. Reports of the deputies and assistants of the Department of\n"
        "   (1) State, and (2) Commerce. PERMANENT.\n"
    )
    assert list(found) == ["1", "1/a", "1/b", "2"]


def test_telephone_in_the_title_of_an_item_ends_no_head() -> None:
    text = (
        "1. Cards. Destroy when 2 years old.\n2. Telephone service observation tapes. Reuse after 30 days.\n"
    )
    text += "3. Maps. PERMANENT.\n"
    form = HEAD.format(job="N1-57-90-4") + text + "STANDARD FORM 115 (REV. 3-91)\n"
    assert [each.number for each in read_text(form).items] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "note",
    [
        "PEN AND INK NOTE IN MARGIN, ITEM 1:\nSuperseded by N1-57-99-12, item 2    Date 8/30/99\n",
        "ANNOTATION:  item 1  Superseded by job / item number: N1-57-99-12 / 2   Date (MM/DD/YYYY): 08/30/1999\n",
    ],
)
def test_a_note_that_names_its_item_is_of_that_item_wherever_it_stands(note: str) -> None:
    found = read_items(f"1. Cards. Destroy when 2 years old.\n2. Maps. PERMANENT.\n\n{note}")
    assert cited(found["1"]) == [("superseded-by", "N1-057-99-012/2")]
    assert not found["2"].citations


def test_what_stands_right_of_a_filled_column_9_is_column_10s() -> None:
    found = of_1991(
        "1   Survey files. Destroy when 5 years old.   NC1-87-80-2 item 3     returned w/o action\n"
        "2   Maps. PERMANENT.   NC1-87-80-2 item 4     see note 3\n"
    )
    assert [cited(each) for each in found.values()] == [
        [("supersedes", "NC1-087-80-002/3")],
        [("supersedes", "NC1-087-80-002/4")],
    ]
    assert [each.action_taken and each.action_taken.value for each in found.values()] == [
        "returned w/o action",
        "see note 3",
    ]


def test_a_title_that_looks_like_a_number_opens_no_item_beside_one() -> None:
    found = read_items(
        "1. Reports. PERMANENT.\n2. 4-H Enrollment Cards\n   Cards by county. Destroy when 3 years old.\n"
        "3. a. Maps. PERMANENT.\n   b. Logs. Destroy.\n"
    )
    assert list(found) == ["1", "2", "3", "3/a", "3/b"]
    assert found["2"].title and found["2"].title.value == "4-H Enrollment Cards"


def test_a_part_whose_title_is_a_word_of_column_10_is_no_action() -> None:
    found = of_1991(
        "1. Applications.\n   a. Approved. Destroy when 5 years old.\n   b. Withdrawn. Destroy 2 years after withdrawal.\n"
        "2. Maps. PERMANENT.\n   Withdrawn. See GRS 4.\n"
    )
    assert [found[each].action_taken for each in ("1a", "1b")] == [None, None]
    assert found["1b"].title and found["1b"].title.value == "Withdrawn"
    assert found["2"].action_taken and found["2"].action_taken.value.startswith("Withdrawn")


FULL = (
    "7. ITEM NO.",
    "8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION",
    "9. GRS OR SUPERSEDED JOB CITATION",
    "10. ACTION TAKEN",
)
BARE = tuple(label.partition(". ")[2] for label in FULL)


def row(labels: tuple[str, ...], between: str, *cells: str) -> str:
    return "".join(f"{label}{between}{cell}\n" for label, cell in zip(labels, cells, strict=True)) + "\n"


@pytest.mark.parametrize(
    "labels",
    [
        FULL,
        BARE,
        (
            "7. Item No.",
            "8. Description of Item",
            "9. GRS or Superseded Job Citation",
            "10. Action Taken (NARA Use Only)",
        ),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n", ": ", ":\n"])
def test_each_item_has_the_four_labels_above_its_cells(labels: tuple[str, ...], between: str) -> None:
    """Labels so near each other were taken for a heading, and the lines between them for lines of the head."""
    found = of_1991(
        row(
            labels, between, "1", "Claim folders. Destroy when 7 years old.", "NC1-29-79-7, items 2 and 3", ""
        )
        + row(
            labels,
            between,
            "2",
            "Forms.\n(a) Film. PERMANENT.\n(b) Paper. Destroy when 2 years old.",
            "NC1-29-79-7/1",
            "",
        )
        + row(labels, between, "3", "Appeals. Destroy when 10 years old.", "None", "WITHDRAWN")
    )
    assert list(found) == ["1", "2", "2(a)", "2(b)", "3"]
    assert cited(found["1"]) == [("supersedes", "NC1-029-79-007/2"), ("supersedes", "NC1-029-79-007/3")]
    assert cited(found["2"]) == [("supersedes", "NC1-029-79-007/1")]
    assert not found["2(b)"].citations
    assert found["3"].action_taken and found["3"].action_taken.value == "WITHDRAWN"
    assert not found["2"].action_taken


def test_a_cell_of_column_9_below_each_part_is_of_that_part() -> None:
    number, description, ninth, _ = (f"{label}: " for label in FULL)
    found = of_1991(
        f"{number}1\n{description}Forms.\n(a) Film. PERMANENT.\n{ninth}NC1-29-79-7/1\n"
        f"(b) Paper. Destroy when 2 years old.\n{ninth}NC1-29-79-7/2\n\n"
        f"{number}2\n{description}Maps. PERMANENT.\n{ninth}NC1-29-79-7/3\n"
    )
    assert {path: cited(item) for path, item in found.items()} == {
        "1": [],
        "1(a)": [("supersedes", "NC1-029-79-007/1")],
        "1(b)": [("supersedes", "NC1-029-79-007/2")],
        "2": [("supersedes", "NC1-029-79-007/3")],
    }
