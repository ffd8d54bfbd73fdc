"""An NA-1005 typed off with short labels: the number alone, the day of approval, the agency's own authorities."""

import pytest

from tests.parser.forms.na1005.test_printed import codes, items, read, superseded

FORM = """NATIONAL ARCHIVES AND RECORDS ADMINISTRATION
VERIFICATION FOR IMPLEMENTING GRS 6.1: EMAIL MANAGED UNDER A CAPSTONE APPROACH
NA Form 1005 (05-15)

NARA USE ONLY
GRS 6.1-0490-2018-0001
Date received 01/17/2018
Date approved 06/27/2018

Agency Name: Peace Corps
Record Group: 0490
Scope: Agency-wide. Inspector General is excluded.
Items to be used: [X] 010  [X] 011  [ ] 012
Is this a revision of a form that NARA approved before? No.
Agency records schedules superseded in full by use of GRS 6.1:
N1-490-00-3, item 6 (Director's electronic mail)

ITEM 010 - Positions. 1 head of agency: Director. See N1-490-00-3, item 1.

Agency Records Officer (signed) 01/10/2018
Senior Agency Official for Records Management (signed) 01/12/2018
NARA, Chief Records Officer for the U.S. Government (signed) 06/27/2018
"""
ANSWER = "before? No."
LIST = "N1-490-00-3, item 6 (Director's electronic mail)"


def typed(**changed: str) -> str:
    """The form with parts of it changed."""
    text = FORM
    for old, new in {"answer": ANSWER, "list": LIST, "day": "Date approved 06/27/2018"}.items():
        text = text.replace(new, changed.get(old, new))
    return text


def test_what_a_form_without_boxes_of_approval_says() -> None:
    document = read(FORM, "form.txt")
    schedule = document.schedule
    assert schedule.id and schedule.status and schedule.approved and schedule.certified
    assert (schedule.id.value, schedule.status.value) == ("GRS 6.1-0490-2018-0001", "Approved")
    assert (str(schedule.certified.value), str(schedule.approved.value)) == ("2018-01-12", "2018-06-27")
    assert schedule.agency and schedule.agency.value == "Peace Corps"
    assert superseded(document) == ["N1-490-00-003/6"]
    assert items(document) == ["GRS 6.1/010", "GRS 6.1/011"]
    assert codes(document) == []


def test_a_form_that_nobody_approved_is_not_approved() -> None:
    document = read(typed(day="Date approved"), "form.txt")
    assert (document.schedule.status, document.schedule.approved) == (None, None)
    assert "approval-not-shown" in codes(document)


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        (typed(list="None"), []),
        (typed(list="N1-490-00-3, item 6\nN1-490-00-3, item 7"), ["N1-490-00-003/6", "N1-490-00-003/7"]),
        (typed(answer="before? Yes. This form supersedes GRS 6.1-0490-2016-0004.", list="N/A"),
         ["GRS 6.1-0490-2016-0004"]),
        (typed(list="None; N1-490-00-3, item 6 remains in effect"), []),
    ],
)  # fmt: skip
def test_what_the_form_replaces(text: str, replaced: list[str]) -> None:
    assert superseded(read(text, "form.txt")) == replaced


def test_what_is_replaced_in_part_stays_in_part() -> None:
    document = read(FORM.replace("superseded in full", "superseded in part"), "form.txt")
    assert [(each.target, each.partial) for each in document.citations if each.relation == "supersedes"] == [
        ("N1-490-00-003/6", True)
    ]


def test_an_earlier_form_that_is_named_without_yes_is_disputed() -> None:
    text = typed(answer="before? No. This form supersedes GRS 6.1-0490-2016-0004.")
    (earlier, _) = [each for each in read(text, "form.txt").citations if each.relation == "supersedes"]
    assert (earlier.target, earlier.disputed) == ("GRS 6.1-0490-2016-0004", True)


def test_two_numbers_alone_are_no_number() -> None:
    text = FORM.replace("Date received", "GRS 6.1-0490-2019-0002\nDate received")
    assert read(text, "form.txt").schedule.id is None


def test_days_of_approval_that_differ_are_told() -> None:
    assert "dates-differ" in codes(read(typed(day="Date approved 07/27/2018"), "form.txt"))
