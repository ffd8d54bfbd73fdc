"""The Archivist's date where page columns were read one across the other: no label of his is near it."""

import pytest

from tests.parser.forms.sf115_text import read_text

PRINT = (
    "In accordance with the provisions of 44 U.S.C. 3303a the disposal\nrequest, including amendments, is approved except"
    ' for items that\nmay be stamped "disposal not approved" or "withdrawn" in column\n10.\n\n'
)
SIGNED = "8-21-79\t(signed)\n\n"
MIDDLE = "2. MAJOR SUBDIVISION\nPatent and Trademark Office\n\n5. TEL. EXT.\n557-3341\n\n"
LABELS = "(Date)\t(Archivist of the United States)\n\n"


def days(head: str, *, received: str = "MAY 3 1979", certified: str = "4/26/79") -> list[str | None]:
    """The dates of certification and approval."""
    schedule = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\n\nJOB NO.\nNC1-241-79-2\n\n"
        f"DATE RECEIVED\n\n{received}\n\n1. FROM (AGENCY OR ESTABLISHMENT)\nDepartment of Commerce\n\n{head}"
        "6. CERTIFICATE OF AGENCY REPRESENTATIVE:\nI hereby certify that I am authorized to act for this agency.\n\n"
        f"C. DATE\n{certified}\n\nD. SIGNATURE OF AGENCY REPRESENTATIVE\n(signed)\n\nE. TITLE\nRecords Officer\n\n"
        "7. ITEM NO.\t8. DESCRIPTION OF ITEM\t9. SAMPLE OR JOB NO.\t10. ACTION TAKEN\n\n"
        "1\tABANDONED PATENT APPLICATIONS. Files of applications.\n\tDestroy 20 years after abandonment.\n\n"
        "STANDARD FORM 115 Revised April, 1975\n"
    ).schedule
    return [day and day.value.isoformat() for day in (schedule.certified, schedule.approved)]


@pytest.mark.parametrize(
    "signed",
    [SIGNED, "8-21-79   /s/ James B. Rhoads\n\n", "Aug 21, 1979\t(signed)\n\n", "(signed)   8-21-79\n\n"],
)
def test_the_one_signed_date_below_his_words_is_the_approval(signed: str) -> None:
    assert days(PRINT + signed + MIDDLE + LABELS) == ["1979-04-26", "1979-08-21"]


@pytest.mark.parametrize(
    "head",
    [
        PRINT + MIDDLE + LABELS,
        PRINT + "8-21-79\n\n" + MIDDLE + LABELS,
        PRINT + "8-21-79   (signed)\n9-3-79   (signed)\n\n" + MIDDLE + LABELS,
        PRINT + "3-21-79   (signed)\n\n" + MIDDLE + LABELS,
        PRINT + "8-21-79   (signed) GAO concurs\n\n" + MIDDLE + LABELS,
        "GAO CONCURRENCE\n8-21-79   (signed)\n\n" + MIDDLE,
    ],
    ids=["no date", "unsigned", "two dates", "before the certificate", "GAO's", "nothing of his near"],
)
def test_no_other_date_is(head: str) -> None:
    assert days(head)[1] is None


def test_a_date_of_approval_behind_the_receipt_is_not_the_certificates() -> None:
    """In running text the Archivist's date stands ahead of the words "Date (signed) Archivist" and the agency's behind."""
    schedule = read_text(
        "REQUEST FOR AUTHORITY TO DISPOSE OF RECORDS\n"
        "LEAVE BLANK DATE RECEIVED 12-18-62 JOB NO. NN 163-88 DATE APPROVED 1-31-63\n"
        'NOTIFICATION TO AGENCY the disposal request is approved, except for items that may be stamped "withdrawn" in col. 10.'
        " 1-31-63 Date (signed) Archivist of the United States\n1. FROM (AGENCY OR ESTABLISHMENT) Federal Aviation Agency\n"
        "12-14-62 (Date) (signed) (Signature of Agency Representative) Records Officer (Title)\n"
        "7. ITEM NO. 8. DESCRIPTION OF ITEM 9. SAMPLE OR JOB NO. 10. ACTION TAKEN\n"
        "1. Airman written examination answer sheets, failed. Dispose after 1 year.\n"
        "Standard Form No. 115 Revised November 1951\n"
    ).schedule
    assert schedule.approved and schedule.approved.value.isoformat() == "1963-01-31"


def test_the_word_date_may_part_a_day_from_its_signer() -> None:
    schedule = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY (See Instructions on Reverse)\n"
        "LEAVE BLANK JOB NO. NC1-142-80-3 DATE RECEIVED MAY 12 1980\n1. FROM Tennessee Valley Authority\n"
        "4. NAME OF PERSON WITH WHOM TO CONFER Records Officer 5. TEL. EXT. 632-2520 8-21-80 Date (signed)"
        " Archivist of the United States\n7. ITEM NO. 8. DESCRIPTION OF ITEM\n"
        "1. Forest summaries. Permanent.\nSTANDARD FORM 115 Revised April, 1975\n"
    ).schedule
    assert schedule.approved and schedule.approved.value.isoformat() == "1980-08-21"
