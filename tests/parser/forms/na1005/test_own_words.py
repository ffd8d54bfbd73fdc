"""An NA-1005 whose questions a writer worded in his own way, numbered, with no box for what NARA decided."""

import pytest

from tests.parser.forms.na1005.test_printed import codes, items, read, superseded

NUMBERED = """NATIONAL ARCHIVES AND RECORDS ADMINISTRATION                        NA FORM 1005
VERIFICATION FOR IMPLEMENTING GRS 6.1: EMAIL MANAGED UNDER A CAPSTONE APPROACH

NARA tracking number:  GRS 6.1-0016-2017-0002

1. Agency or Establishment:  Department of Agriculture
2. Record Group:  016
3. Scope of implementation:  [x] Department-wide   [ ] Component only
4. Does this form replace an earlier form?   [x] No   [ ] Yes, number: ____
5. List any agency-specific schedules that this implementation supersedes:

   N1-016-03-1, item 1a - E-mail of the Secretary and Deputy Secretary
   N1-016-03-1, item 1b - E-mail of Assistant Secretaries

6. Items of GRS 6.1 in use:
   [x] Item 010  E-mail of Capstone officials
   [x] Item 011  E-mail of others
   [ ] Item 012  Support positions

8. Certification.  Senior Agency Official for Records Management (signed)   03/06/2017
9. NARA approval.  (signed) Chief Records Officer for the U.S. Government   06/19/2017
                                                                            NA-1005 (08-16)
"""
RESUBMITTED = """NATIONAL ARCHIVES AND RECORDS ADMINISTRATION
NA-1005: Verification for Implementing GRS 6.1, Email and Other Electronic Messages

Form number: GRS 6.1-0016-2022-0001
Agency: Department of Agriculture (RG 016)
Type of submission: [ ] New  [x] Resubmission. This form supersedes GRS 6.1-0016-2017-0002.
Superseded agency-specific schedules (other than those reported in 2017): none
Note: N1-016-03-1, item 2 (voice mail) is not e-mail and is not affected.

Approvals
Agency Records Officer (signed) 01/12/2022
Senior Agency Official for Records Management (signed) 01/14/2022
Chief Records Officer, NARA (signed) 04/27/2022
"""
QUESTION = "5. List any agency-specific schedules that this implementation supersedes:"
APPROVED = "9. NARA approval.  (signed) Chief Records Officer for the U.S. Government   06/19/2017"


def test_numbered_questions_are_answered() -> None:
    document = read(NUMBERED, "form.txt")
    schedule = document.schedule
    assert schedule.id and schedule.agency and schedule.certified and schedule.approved and schedule.status
    assert (schedule.agency.value, schedule.status.value) == ("Department of Agriculture", "Approved")
    assert (str(schedule.certified.value), str(schedule.approved.value)) == ("2017-03-06", "2017-06-19")
    assert superseded(document) == ["N1-016-03-001/1/a", "N1-016-03-001/1/b"]
    assert items(document) == ["GRS 6.1/010", "GRS 6.1/011"]


def test_a_resubmission_replaces_the_form_that_it_names() -> None:
    document = read(RESUBMITTED, "form.txt")
    (earlier,) = [each for each in document.citations if each.relation == "supersedes"]
    assert (earlier.target, earlier.disputed, earlier.sure) == ("GRS 6.1-0016-2017-0002", False, True)
    assert document.schedule.approved and str(document.schedule.approved.value) == "2022-04-27"


@pytest.mark.parametrize(
    "question",
    [
        "Agency schedules that are replaced by this form:",
        "(7) Which authorities does the use of GRS 6.1 supersede?",
        "Superseded agency-specific authorities:",
        "5a. Records schedules rescinded or superseded through this verification:",
        "Does this supersede any agency schedule?  [x] Yes  [ ] No\nIf yes, list them:",
    ],
)
def test_what_the_form_supersedes_may_be_asked_in_any_words(question: str) -> None:
    found = superseded(read(NUMBERED.replace(QUESTION, question), "form.txt"))
    assert found == ["N1-016-03-001/1/a", "N1-016-03-001/1/b"]


@pytest.mark.parametrize(
    "question",
    [
        "Agency schedules that are not superseded:",
        "Authorities that remain in effect and are not replaced:",
        "Related agency schedules:",
    ],
)
def test_what_stays_or_is_only_related_is_not_superseded(question: str) -> None:
    assert superseded(read(NUMBERED.replace(QUESTION, question), "form.txt")) == []


def test_a_part_is_superseded_in_part() -> None:
    question = "5. Agency schedules that this form supersedes in part:"
    found = read(NUMBERED.replace(QUESTION, question), "form.txt").citations
    assert {each.partial for each in found if each.relation == "supersedes"} == {True}


@pytest.mark.parametrize(
    ("signed", "approved"),
    [
        ("NARA approval\nChief Records Officer for the U.S. Government (signed) 06/19/2017", "2017-06-19"),
        ("Approved by NARA: (signed) Chief Records Officer 06/19/2017", "2017-06-19"),
        ("9. NARA approval.  ____________  Chief Records Officer for the U.S. Government", None),
        ("9. NARA approval.  Pending, returned for corrections 06/19/2017", None),
        ("Agency approvals\nChief Records Officer for the U.S. Government (signed) 06/19/2017", None),
        ("Chief Records Officer for the U.S. Government (signed) 06/19/2017", None),
        ("Date approved:\n9. NARA approval.  (signed) Chief Records Officer 06/19/2017", None),
    ],
)
def test_a_signature_approves_where_words_say_so(signed: str, approved: str | None) -> None:
    schedule = read(NUMBERED.replace(APPROVED, signed), "form.txt").schedule
    assert (schedule.approved and str(schedule.approved.value)) == approved


def test_a_form_that_shows_no_decision_says_so() -> None:
    assert "approval-not-shown" in codes(read(NUMBERED.replace(APPROVED, ""), "form.txt"))


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("The electronic mail schedule of 2003", True),
        ("None", False),
        ("[ ] Yes  [x] No", False),
        ("None at this time.", False),
        ("N1-016-03-1, item 3", False),
    ],
)
def test_what_is_superseded_without_a_number_is_told(named: str, told: bool) -> None:
    numbers = NUMBERED[NUMBERED.index("N1-016-03-1, item 1a") : NUMBERED.index("\n\n6. Items")]
    document = read(NUMBERED.replace(numbers, named), "form.txt")
    assert ("supersedes-unread" in codes(document)) is told


@pytest.mark.parametrize(
    "label",
    [
        "GRS 6.1 number assigned by NARA",
        "Capstone form number",
        "Verification number given by NARA",
        "Assigned submission no.",
    ],
)
def test_the_number_of_the_form_has_many_labels(label: str) -> None:
    text = NUMBERED.replace("NARA tracking number", label)
    document = read(text, name="form.txt")
    assert document.schedule.id is not None and document.schedule.id.value == "GRS 6.1-0016-2017-0002"
