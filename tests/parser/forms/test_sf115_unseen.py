"""Layouts that a second, unseen set of forms brought up; every document here is invented."""

from datetime import date

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.sf115.head.beside import date_by_archivist, date_said
from schedgraph.parser.passage import Passage
from schedgraph.parser.reading.markup import read_markup
from tests.parser.forms.test_sf115 import annotations, document, item

MEMO = """MEMORANDUM FOR: Agency Records Officers
Subject: REQUEST FOR RECORDS DISPOSITION AUTHORITY -- Standard Form 115
Please write the Job Number and the Date Received on every copy that you send us.
Your job N1-567-88-41 was approved on October 3, 1988.
"""


def line(text: str) -> list[Passage]:
    return [block.passage for block in blocks(read_markup(text)[0])]


def test_the_archivist_beside_a_date_approves() -> None:
    """The date below a column's label is his whose name stands beside it."""
    schedule = document("names_beside_dates").schedule
    assert schedule.approved and schedule.approved.value == date(1988, 10, 3)
    assert schedule.certified and schedule.certified.value == date(1988, 3, 22)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2", [("Withdrawn by agency", "1988-09-02")]),
        ("3", [("[margin] Obsolete. 6/7/01", "2001-06-07")]),
        ("4", [("[in pencil] Rescinded per agency memo of 2/3/1999", "1999-02-03")]),
    ],
)
def test_a_prefix_or_an_abbreviation_hides_no_note(path: str, expected: list[tuple[str, str | None]]) -> None:
    """Silence here would call a dead item active."""
    assert annotations("names_beside_dates", path) == expected


def test_a_bare_number_behind_the_last_sentence_is_column_9() -> None:
    """A number after "See" points elsewhere and replaces nothing."""
    found = {path: [c.relation for c in item("names_beside_dates", path).citations] for path in ("3", "4")}
    assert found == {"3": ["supersedes"], "4": ["cites"]}


def test_labels_that_a_narrow_column_wrapped_are_read() -> None:
    read = document("wrapped_boxes")
    assert read.form == "SF-115"
    assert read.schedule.id and read.schedule.id.value == "N1-567-97-006"
    assert read.schedule.agency and read.schedule.agency.value == "Bureau of Lighthouse Examples"
    assert read.schedule.received and read.schedule.received.value == date(1997, 5, 2)
    assert read.schedule.approved and read.schedule.approved.value == date(1997, 11, 20)


def test_parts_of_a_line_count_as_clues_and_a_memorandum_stays_unknown() -> None:
    head = "Form SF 115\nJob No: N1-567-88-41 | Rec'd: 4-6-88 | Approved: 10-3-88\n"
    assert detect(blocks(read_markup(head)[0])).form == "SF-115"
    assert detect(blocks(read_markup(MEMO)[0])).form == "unknown"


@pytest.mark.parametrize(
    ("text", "what", "expected"),
    [
        ("CERTIFICATION DATE 2-9-88", "certified", "2-9-88"),
        ("Date approved  7-9-71", "approved", "7-9-71"),
        ("6. AGENCY CERTIFICATION DATE 2-9-88   ARCHIVIST OF THE UNITED STATES", "approved", None),
        ("The schedule of 7-9-71 was not yet signed", "approved", None),
    ],
)
def test_the_words_beside_a_date_say_whose_it_is(text: str, what: str, expected: str | None) -> None:
    found = date_said(line(text), what)
    assert (found.text if found else None) == expected


def test_a_certification_beside_an_archivists_name_is_no_approval() -> None:
    assert date_by_archivist(line("AGENCY CERTIFICATION DATE 2-9-88   Don W. Wilson")) is None
