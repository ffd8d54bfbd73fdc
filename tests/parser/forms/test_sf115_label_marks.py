"""Labels and values of a head set apart by a transcript's own marks: dots, dashes, slashes, angle brackets, lone letters."""

import pytest

from tests.parser.forms.sf115_text import read_text


def form(head: str) -> list[str | None]:
    """Agency, receipt, certification and approval of a form with this head."""
    schedule = read_text(
        f"REQUEST FOR RECORDS DISPOSITION AUTHORITY\n{head}\n\n"
        "7. ITEM NO.\t8. DESCRIPTION OF ITEM\t9. GRS OR SUPERSEDED JOB CITATION\t10. ACTION TAKEN\n"
        "1\tCase files. Destroy when 5 years old.\t\t\n2\tLogs. Destroy when 1 year old.\t\t\n"
    ).schedule
    days = (schedule.received, schedule.certified, schedule.approved)
    return [schedule.agency and schedule.agency.value, *(day and day.value.isoformat() for day in days)]


READ = ["Department of State", "1979-05-24", "1979-05-15", "1979-08-09"]


@pytest.mark.parametrize(
    "mark", [" ........ ", " - ", " – ", ": ", " = ", " => ", ",", ": - ", " ..... <", " / ", " // "]
)
def test_a_mark_between_label_and_value_is_of_neither(mark: str) -> None:
    head = (
        "Job No.{0}NC1-59-79-13\nDate received{0}5/24/79\n1. From{0}Department of State\n"
        "2. Major subdivision{0}Consular Affairs\n"
        "6. Certificate of agency representative\n   Date{0}5/15/79\n   Signature{0}(signed)\n   Title{0}Records Officer\n"
        "Notification to agency\n   Date{0}8/9/79\n   Archivist of the United States{0}(signed)\n"
    )
    assert form(head.format(mark)) == READ


@pytest.mark.parametrize(
    ("agency", "value"),
    [
        ("Department of State. (2)", "Department of State"),
        ("- Department of State //", "Department of State"),
        ("<Department of State>", "Department of State"),
        ("/s/ Department of State", "/s/ Department of State"),
        ("Department of State (Passport Office)", "Department of State (Passport Office)"),
    ],
)
def test_an_agency_keeps_what_is_its_own(agency: str, value: str) -> None:
    assert form(f"1. FROM (Agency or establishment): {agency}\n")[0] == value


@pytest.mark.parametrize(
    "letters",
    [
        "B DATE        C SIGN        D TITLE",
        "B. DATE       C. SIGN       D. TITLE",
        "C DATE        D SIGN        E TITLE",
    ],
)
def test_a_box_of_the_certificate_needs_no_dot_behind_its_letter(letters: str) -> None:
    label = letters.replace("SIGN", "SIGNATURE OF AGENCY REPRESENTATIVE")
    head = (
        "JOB NO: NC1-59-79-13\nDATE RECEIVED: 5/24/79\n1 FROM (Agency)\nDepartment of State\n"
        "6 CERTIFICATE OF AGENCY REPRESENTATIVE\n"
        f"I hereby certify that I am authorized to act for this agency.\n{label}\n5/15/79       [sig.]"
        "                                    Records Manager\n"
    )
    assert form(head) == ["Department of State", "1979-05-24", "1979-05-15", None]


def test_a_date_below_box_6_is_not_the_archivists_by_its_column_alone() -> None:
    head = (
        "DATE RECEIVED: 5/24/79\n"
        "4. CONFER WITH  Records Manager                  DATE              ARCHIVIST OF THE UNITED STATES\n"
        "6. AGENCY CERTIFICATION [X] is not required\n"
        "   5/15/79  (signed)  Clerk of the Board         6-13-79   (signed) Deputy Director\n"
    )
    assert form(head)[3] is None
