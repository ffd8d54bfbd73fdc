"""What the boxes at the head of an SF-115 say, wherever the layout put their values."""

import pytest

from schedgraph.parser.dates import read_date
from tests.parser.forms.sf115_text import read_text
from tests.parser.forms.test_sf115 import codes, document

HEADS = [
    ("seed", "N1-567-09-006", "NI-567-09-6", "2009-09-15", "2009-09-11", None),
    ("1970_space_columns", "NC-174-118", "NC-174-118", "1972-05-12", "1972-05-08", None),
    ("1975_plain_lines", "NC1-170-77-001", "NC 1 170 77 1", "1977-02-11", "1977-02-03", "1977-04-19"),
    ("1983_tab_table", "NC1-412-85-026", "NC1-412-85-26", "1985-07-10", "1985-07-02", "1986-09-03"),
    ("1991_pipe_table", "N1-064-97-004", "N1-064-97-4", "1997-04-14", "1997-04-10", "1997-12-02"),
    ("1991_continuation", "N1-085-96-001", "N1-85-96-01", "1995-10-02", "1995-09-20", "1996-03-05"),
    ("decimal_outline", "N1-237-09-014", "N1-237-09-14", "2009-05-21", None, "2009-11-03"),
    ("ocr_damage", "N1-412-95-007", "Nl-412-95-7", "1993-10-11", None, None),
    ("schedule_wide_after", "N1-088-07-001", "N1-088-07-1", "2007-01-08", "2006-12-20", "2007-05-29"),
    ("archivist_date", "N1-361-08-003", "N1-361-08-3", "2008-08-04", "2008-07-28", "2009-02-12"),
    (
        "archivist_date_is_certification",
        "N1-361-08-003",
        "N1-361-08-3",
        "2008-08-04",
        "2008-07-28",
        None,
    ),
    ("blank_stationery", "N1-016-00-003", "N1-016-00-003", None, None, None),
    ("two_schedules", None, "N1-361-91-10", None, None, None),
    ("wrapped_cells", None, None, None, None, None),
    ("archivist_in_table", "N1-064-95-003", "N1-64-95-3", "1995-02-06", "1995-01-30", "1995-08-07"),
    ("two_owners", "N1-095-92-009", "N1-95-92-9", "1992-01-08", "1991-12-20", "1992-06-30"),
    ("labels_first", "N1-095-93-004", "N1-95-93-4", "1993-03-12", "1993-03-01", "1993-11-02"),
    ("layout_columns", "N1-095-94-002", "N1-95-94-2", "1994-02-08", "1994-01-31", "1994-09-30"),
    ("single_spaced", "NC1-095-78-003", "NC1-95-78-3", "1978-05-03", "1978-04-20", "1978-08-09"),
    ("bare_designators", "N1-095-99-006", "N1-95-99-6", "1999-03-05", "1999-02-28", "1999-09-09"),
]


@pytest.mark.parametrize(("name", "number", "printed", "received", "certified", "approved"), HEADS)
def test_number_and_dates(
    name: str,
    number: str | None,
    printed: str | None,
    received: str | None,
    certified: str | None,
    approved: str | None,
) -> None:
    """A number that cannot be stated is null, and so is an approval that is not shown."""
    schedule = document(name).schedule
    days = [
        day and day.value.isoformat() for day in (schedule.received, schedule.certified, schedule.approved)
    ]
    assert [schedule.id and schedule.id.value, schedule.printed, *days] == [
        number,
        printed,
        received,
        certified,
        approved,
    ]


@pytest.mark.parametrize(
    ("name", "agency", "major", "minor", "telephone"),
    [
        (
            "seed",
            "Immigration and Customs Enforcement (ICE)",
            "Office of Investigations (OI)",
            None,
            "202-732-6337",
        ),
        (
            "1970_space_columns",
            "Department of the Army",
            "The Adjutant General's Office",
            "Records Management Division",
            "693-1937",
        ),
        (
            "1975_plain_lines",
            "Department of Justice",
            "Drug Enforcement Administration",
            "Office of Enforcement",
            "382-5723",
        ),
        (
            "1983_tab_table",
            "Environmental Protection Agency",
            "Office of Air and Radiation",
            "Office of Mobile Sources",
            "382-5912",
        ),
        (
            "1991_pipe_table",
            "National Archives and Records Administration",
            "Office of the Federal Register",
            None,
            "(301) 713-6677",
        ),
        (
            "1991_continuation",
            "Department of Justice",
            "Immigration and Naturalization Service",
            "Inspections",
            "(202) 514-3278",
        ),
        ("ocr_damage", "Environmental Protection Agency", "Office of Water", None, None),
        (
            "archivist_in_table",
            "National Archives and Records Administration",
            "Office of the National Archives",
            None,
            "202-555-0171",
        ),
        ("own_lines", "General Services Administration", None, None, None),
        ("labels_first", "Department of Agriculture", "Forest Service", "Timber Management", "202-555-0188"),
        ("layout_columns", "Department of Agriculture", "Forest Service", None, "202-555-0188"),
        ("single_spaced", "Department of Agriculture", "Forest Service", "Engineering", "447-2123"),
    ],
)
def test_boxes(name: str, agency: str, major: str | None, minor: str | None, telephone: str | None) -> None:
    """A value is found on its label's line, in the next cell, and below its label; an empty box is null."""
    schedule = document(name).schedule
    boxes = (
        schedule.agency,
        schedule.major_subdivision,
        schedule.minor_subdivision,
        schedule.contact_telephone,
    )
    assert [box and box.value for box in boxes] == [agency, major, minor, telephone]


@pytest.mark.parametrize(
    ("name", "events"),
    [
        ("seed", [("Certify", None, "Chief, Records Management Branch")]),
        (
            "1975_plain_lines",
            [
                ("Certify", None, "Chief, Records Management Section"),
                ("Approve", "James B. Rhoads", "Archivist of the United States"),
            ],
        ),
        (
            "1983_tab_table",
            [
                ("Certify", None, "Agency Records Management Officer"),
                ("Approve", "Frank G. Burke", "Archivist of the United States"),
            ],
        ),
        (
            "schedule_wide_after",
            [
                ("Certify", None, "Acting Records Officer"),
                ("Approve", "Allen Weinstein", "Archivist of the United States"),
            ],
        ),
        (
            "decimal_outline",
            [("Approve", "David S. Ferriero", "Archivist of the United States")],
        ),
    ],
)
def test_signature_boxes_are_events(name: str, events: list[tuple[str, str | None, str]]) -> None:
    """The agency certifies, the Archivist approves."""
    assert [(event.action, event.name, event.title) for event in document(name).events] == events


def test_the_certification_date_under_the_archivist_is_no_approval() -> None:
    """000 shows box 6's date in the Archivist's place; a later date there is an approval."""
    assert "approval-date-uncertain" in codes("seed")
    assert "approval-date-uncertain" in codes("archivist_date_is_certification")
    assert "approval-date-uncertain" not in codes("archivist_date")


def test_a_repaired_number_says_so_until_something_confirms_it() -> None:
    """`NI-` is read as `N1-`, and the repair stays visible."""
    number = document("seed").schedule.id
    assert number and number.repairs == ("I→1",)
    assert "number-repaired" in codes("seed")
    assert "number-repaired" not in codes("1983_tab_table")


def test_a_file_name_is_a_hint_and_labelled_as_one() -> None:
    """A handwritten number is unreadable; what the file's name says is taken with a doubt."""
    schedule = document("n1-059-96-5_sf115").schedule
    assert schedule.id and schedule.id.value == "N1-059-96-005"
    assert schedule.id.evidence.method == "file-name" and schedule.id.evidence.confidence < 1
    assert {"number-unreadable", "number-from-file-name"} <= codes("n1-059-96-5_sf115")


def test_two_forms_in_one_file_have_no_one_number() -> None:
    """Neither number is picked; the doubt names both."""
    message = next(
        doubt.message for doubt in document("two_schedules").doubts if doubt.code == "two-schedules"
    )
    assert "N1-361-91-010" in message and "N1-361-93-002" in message
    assert all(item.id.startswith("unknown-") for item in document("two_schedules").items)


@pytest.mark.parametrize(
    ("name", "subject", "background"),
    [
        ("seed", "LeadTrac", "In 2003 the U.S. Immigration"),
        ("headings", "Screening Records", "The Administration screens passengers"),
        ("1983_tab_table", "MOTOR VEHICLE EMISSION CONTROL", None),
        ("list_in_description", None, "The system serves these purposes:"),
        ("many_items", None, None),
    ],
)
def test_subject_and_background(name: str, subject: str | None, background: str | None) -> None:
    """Prose before the first item is background; what heads it is the subject."""
    schedule = document(name).schedule
    assert (schedule.subject and schedule.subject.value) == subject
    if background is None:
        assert schedule.background is None
    else:
        assert schedule.background and schedule.background.value.startswith(background)


def test_labels_that_stand_before_all_their_values_are_told() -> None:
    """What was matched by kind and order may be wrong."""
    assert "boxes-by-order" in codes("labels_first")
    assert "boxes-by-order" not in codes("layout_columns")


def test_stamps_are_kept_once_each() -> None:
    """The same stamp on every page is one observation."""
    assert [stamp.value for stamp in document("seed").schedule.stamps] == ["INACTIVE - ALL ITEMS SUPERSEDED"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("1991_continuation", [("supersedes", "NC1-085-77-001")]),
        ("schedule_wide_after", [("supersedes", "NC1-088-78-001"), ("supersedes", "NC1-088-79-002")]),
        ("annotations", [("superseded-by", "DAA-0370-2015-0002")]),
        ("seed", []),
    ],
)
def test_what_is_said_of_the_whole_schedule_is_no_items(
    name: str, expected: list[tuple[str, str | None]]
) -> None:
    """Before the first item or behind the last, a statement about the schedule belongs to the schedule."""
    assert [(each.relation, each.target) for each in document(name).citations] == expected


@pytest.mark.parametrize(("label", "read"), [("DATE", True), ("DAT", True), ("DATF", True), ("DOTS", False)])
def test_the_date_of_certification_stands_below_its_label_though_a_letter_of_it_is_lost(
    label: str, read: bool
) -> None:
    certified = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NUMBER: N1-095-98-7\nDATE RECEIVED: 4/6/1998\n\n"
        "6. AGENCY CERTIFICATION\nI hereby certify that I am authorized to act for this agency.\n\n"
        f"{label}\n\n2-17-98\n\nSIGNATURE OF AGENCY REPRESENTATIVE\n\nTITLE\nRecords Officer\n\n"
        "7. ITEM NO.\t8. DESCRIPTION OF ITEM\n1.\tCase files. Destroy when 7 years old.\n"
    ).schedule.certified
    assert (certified is not None and certified.value.isoformat() == "1998-02-17") is read


@pytest.mark.parametrize("print_end", ["after the retention periods specified.", "will not be needed."])
@pytest.mark.parametrize(("certified", "approved"), [("4-19-82", "1-12-83"), ("01/12/2010", "11/16/2010")])
def test_a_cell_with_small_print_and_signature_keeps_its_date(
    print_end: str, certified: str, approved: str
) -> None:
    """Else the Archivist's date beside it is taken for the agency's, and no approval is shown."""
    read = read_text(
        "<table><tr><td>REQUEST FOR RECORDS DISPOSITION AUTHORITY</td><td>JOB NO.<br>N1-095-98-7</td></tr>\n"
        "<tr><td>6. AGENCY CERTIFICATION<br>I hereby certify that I am authorized to act for this agency in matters "
        "pertaining to the disposition of its records and that the records proposed for disposal on the attached "
        f"page(s) are not now needed for the business of this agency {print_end}<br>DATE {certified} TITLE Records "
        f"Officer</td><td>DATE {approved}<br>ARCHIVIST OF THE UNITED STATES Robert M. Warner</td></tr></table>\n\n"
        "7. ITEM NO.   8. DESCRIPTION OF ITEM\n\n1. Maps. Destroy when 3 years old.\n"
    )
    first, second = read_date(certified), read_date(approved)
    assert first and second and read.schedule.certified and read.schedule.approved
    assert (read.schedule.certified.value, read.schedule.approved.value) == (first.value, second.value)


@pytest.mark.parametrize("signed", ["/s/ James B. Rhoads", "James B. Rhoads", "(signed) James B. Rhoads"])
def test_a_heading_in_the_row_of_the_archivists_boxes_owns_no_date(signed: str) -> None:
    """The day is signed over its label, and the certification's heading stands in the label's row."""
    read = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY          LEAVE BLANK\n"
        "                                                   DATE RECEIVED        JOB NO.\n"
        "                                                   FEB 12 1979          NC1-142-79-3\n"
        "4. NAME OF PERSON WITH WHOM TO CONFER   5. TEL EXT\n"
        f"                                        857-3322   MAY 3 1979     {signed}\n"
        "6. CERTIFICATE OF AGENCY REPRESENTATIVE            Date           Archivist of the United States\n"
        "I hereby certify that I am authorized to act for this agency\n"
        "C. DATE       D. SIGNATURE OF AGENCY REPRESENTATIVE      E. TITLE\n"
        "1-30-79                                                  Archivist, TVA\n"
        "7.       8. DESCRIPTION OF ITEM\nITEM NO.\n\n  1      Maps. Destroy when 3 years old.\n"
    )
    assert read.schedule.certified and read.schedule.approved
    assert (str(read.schedule.certified.value), str(read.schedule.approved.value)) == (
        "1979-01-30",
        "1979-05-03",
    )


def test_a_date_in_the_cell_of_the_archivist_is_his_whatever_stands_beside_the_cell() -> None:
    head = read_text(
        "# REQUEST FOR RECORDS DISPOSITION AUTHORITY\n\n<table>\n<tr><td>LEAVE BLANK<br>JOB NO. NC1-142-83-9</td></tr>\n"
        "<tr><td>1. FROM (Agency or establishment)<br>Tennessee Valley Authority</td></tr>\n"
        "<tr><td>6. AGENCY CERTIFICATION [signature] Records Officer</td><td>DATE 12/9/83<br>ARCHIVIST OF THE UNITED STATES"
        "<br>Robert M. Warner</td></tr>\n</table>\n\n115-107 STANDARD FORM 115 Revised April, 1975\n"
    ).schedule
    assert head.approved and head.approved.value.isoformat() == "1983-12-09"
    assert head.certified is None


@pytest.mark.parametrize(
    ("day", "approved"),
    [("                        7/14/81        (signed)", "1981-07-14"), ("  11/24/80", None)],
)
def test_a_date_over_the_labels_of_the_archivist_s_box_is_his_though_box_6_begins_its_line(
    day: str, approved: str | None
) -> None:
    """One directly behind the title of the certificate is the agency's."""
    head = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY            LEAVE BLANK\n"
        "                                                     JOB NO    NC1-95-81-3\n"
        "                                                     DATE RECEIVED   11-17-80\n"
        "1 FROM (AGENCY OR ESTABLISHMENT)  Department of Agriculture\n"
        f"6 CERTIFICATE OF AGENCY REPRESENTATIVE{day}\n"
        " [X] B Request for disposal                                    Date           Archivist of the United States\n"
        "C DATE 11/10/80   D SIGNATURE OF AGENCY REPRESENTATIVE (signed)   E TITLE  Records Officer\n\n"
        "7 ITEM NO    8 DESCRIPTION OF ITEM     9 SAMPLE OR JOB NO    10 ACTION TAKEN\n\n1   Maps. Destroy when 2 years old.\n"
    ).schedule
    assert (head.approved and head.approved.value.isoformat()) == approved


_CONFER = "4. NAME OF PERSON WITH WHOM TO CONFER"


@pytest.mark.parametrize(
    ("labels", "values", "approved"),
    [
        (
            f"{_CONFER} | 5. TELEPHONE| DATE        ARCHIVIST OF THE UNITED STATES",
            "   Chief, Records Section             | 301-975-3074| 9-22-92     (signed)",
            "1992-09-22",
        ),
        (
            f"{_CONFER}   5. Telephone Date             Archivist of the United States",
            "   Records Officer                      770-488-0000 Oct 27 1992      (signed)",
            "1992-10-27",
        ),
        (
            f"{_CONFER}   5. TELEPHONE DATE ARCHIVIST OF THE UNITED STATES",
            "   Records Officer                      (202) 555-0188 10/27/92 (signed)",
            "1992-10-27",
        ),
        (
            f"{_CONFER}     5. TEL. EXT.  DATE       ARCHIVIST OF THE UNITED STATES",
            "   Records Officer                           555-0188  APR 6 1992",
            "1992-04-06",
        ),
        (
            f"{_CONFER}     5. TELEPHONE     DATE ARCHIVIST OF THE UNITED STATES",
            "Records Officer      202-555-0188     9/22/92 /s/ Acting",
            "1992-09-22",
        ),
        (
            f"{_CONFER}   5. TELEPHONE   DATE SIGNED   ARCHIVIST OF THE UNITED STATES",
            "Records Officer   202-555-0188   9-22-92   (signed)",
            "1992-09-22",
        ),
        (
            f"{_CONFER}   5. TELEPHONE  DATE      ARCHIVIST OF THE UNITED STATES",
            "   Records Officer                      202-555-0188 (signed)",
            None,
        ),
        (
            f"{_CONFER}   5. TELEPHONE  DATE      ARCHIVIST OF THE UNITED STATES",
            "   Records Officer                      202-555-0188",
            None,
        ),
    ],
)
def test_a_cell_that_holds_what_belongs_to_several_boxes_is_shared_in_their_order(
    labels: str, values: str, approved: str | None
) -> None:
    """Else the telephone keeps the Archivist's date, and an approved schedule supersedes nothing."""
    schedule = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NUMBER: N1-095-92-7\nDATE RECEIVED: 11-18-91\n"
        f"1. FROM (Agency or establishment)\n   Department of Agriculture\n{labels}\n{values}\n"
        "6. AGENCY CERTIFICATION\nDATE 11/12/91    SIGNATURE OF AGENCY REPRESENTATIVE (signed)   TITLE Records Officer\n\n"
        "7. ITEM NO.\t8. DESCRIPTION OF ITEM\n1.\tCase files. Destroy when 7 years old.\n"
    ).schedule
    assert schedule.contact_name and schedule.contact_telephone
    assert schedule.certified and schedule.certified.value.isoformat() == "1991-11-12"
    assert (schedule.approved and schedule.approved.value.isoformat()) == approved


def test_a_signed_date_over_the_archivists_title_is_the_approval() -> None:
    """No label says "Date": "3-3-80   (signed)" stands right of another box, the title on the line below."""
    head = (
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY     JOB NO.        NC1-26-80-2\n"
        "1. FROM  Department of Transportation         NOTIFICATION TO AGENCY\n"
        "3. MINOR SUBDIVISION  Marine Safety           3-3-80   (signed)\n"
        "4. NAME OF PERSON WITH WHOM TO CONFER                  Archivist of the United States\n"
        "   10/29/79  (signed)  Chief, Information Management\n\n"
        "7. ITEM NO.   8. DESCRIPTION OF ITEM          9. SAMPLE OR JOB NO.   10. ACTION TAKEN\n"
        " 1            VESSEL FILES. Destroy after 10 years.\n"
    )
    approved = read_text(head).schedule.approved
    assert approved is not None
    assert str(approved.value) == "1980-03-03"
