"""The certificate's date where a sentence tells it, and what else such a sentence may hold."""

import pytest

from tests.parser.forms.sf115_text import read_text

ITEMS = (
    "\n7. Item No.   8. Description of Item\n"
    "1   Docket slips. Destroy with docket copy.\n2   Scrap sheets. Destroy at once.\n"
)
APPROVED = "Notification to Agency dated 5-6-75, signed for the Archivist of the United States.\n"
TEXT = '"I hereby certify that I am authorized to act for this agency in matters pertaining to the disposal of records ..."'


def days(
    certificate: str, rest: str = APPROVED, received: str = "Date received: 2/18/75"
) -> list[str | None]:
    """The dates of receipt, certification and approval."""
    schedule = read_text(
        f"REQUEST FOR RECORDS DISPOSITION AUTHORITY\n{received}\nJob no. NC-175-209\n"
        f"1. From: Atomic Energy Commission\n\n{certificate}\n\n{rest}{ITEMS}"
    ).schedule
    found = (schedule.received, schedule.certified, schedule.approved)
    return [day and day.value.isoformat() for day in found]


@pytest.mark.parametrize(
    "certificate",
    [
        "6. Certificate signed 2-10-75, Chief, Records Systems Branch.",
        f"CERTIFICATE OF AGENCY REPRESENTATIVE: {TEXT} Dated 10 FEB 75, signed, Director.",
        "Box 6 (Agency certification) - GAO concurrence not required. Signed. Title: Chief, Management. Date: 2/10/75.",
        "6. CERTIFICATE - DATE:\tFeb. 10, 1975\n6. CERTIFICATE - SIGNATURE:\t(signed)",
        f"6. Certificate of agency representative. {TEXT}\nSigned on February 10, 1975, by the Records Officer.",
        "Agency certification dated 2/10/75 (signed).",
        "6. Certificate: GAO concurrence dated 1/3/75 is attached. Signed 2-10-75.",
    ],
)
def test_a_sentence_gives_the_certificate_its_date(certificate: str) -> None:
    assert days(certificate) == ["1975-02-18", "1975-02-10", "1975-05-06"]


@pytest.mark.parametrize(
    "certificate",
    [
        "6. Certificate signed, Chief, Records Systems Branch.",
        "6. Certificate of agency representative. GAO concurrence dated 1/3/75 is attached.",
        "6. Certificate of agency representative under the Act of July 7, 1943, as amended.",
        "6. Certificate signed 2-10-75. Certificate signed 2-14-75.",
        "6. Certificate of agency representative. See letter of 2/10/75.",
        "6. Certificate of agency representative (form revised, dated 2-10-75).",
    ],
)
def test_no_other_date_is_the_certificates(certificate: str) -> None:
    assert days(certificate)[1] is None


@pytest.mark.parametrize("by", ["NATIONAL ARCHIVES", "by NARS", "by the National Archives"])
def test_a_stamp_of_receipt_may_name_who_received(by: str) -> None:
    stamp = f"Stamp, upper right: RECEIVED {by} FEB 18 1975"
    assert days("6. Certificate signed 2-10-75.", received=stamp) == [
        "1975-02-18",
        "1975-02-10",
        "1975-05-06",
    ]


@pytest.mark.parametrize(
    "notification",
    [
        "<5-6-75>  Date\n<signature>  Archivist of the United States\n",
        "5-6-75 (Date)\n[signature] (Archivist of the United States)\n",
        "[May 6, 1975]  Date\n[signature]   Archivist of the United States\n",
    ],
)
def test_a_date_by_hand_before_its_label_and_a_signature_that_a_transcript_names(notification: str) -> None:
    found = days("6. Certificate signed 2-10-75.", f"Notification to agency\n{notification}")
    assert found == ["1975-02-18", "1975-02-10", "1975-05-06"]
