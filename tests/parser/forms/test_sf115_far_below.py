"""The Archivist's date stands lines below the labels of his box, beside what box 6 holds."""

import pytest

from tests.parser.forms.sf115_text import read_text

LABELS = "4. CONFER WITH  Records Manager  5. 653-7200     DATE              ARCHIVIST OF THE UNITED STATES\n"
BOX_6 = "6. AGENCY CERTIFICATION [X] is not required\n"
SIGNED = "   1/26/95  (signed)  Clerk of the Board         "


def days(head: str, received: str = "2/6/95") -> list[str | None]:
    """The dates of certification and approval."""
    schedule = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY        JOB NUMBER   N1-479-95-2\n"
        f"                                                 DATE RECEIVED   {received}\n"
        f"1. FROM  Merit Systems Protection Board          NOTIFICATION TO AGENCY\n{head}\n\n"
        "7. ITEM  8. DESCRIPTION OF ITEM                  9. GRS OR SUPERSEDED JOB CITATION   10. ACTION TAKEN\n"
        "1        Appeal case files. Destroy 7 years after the decision.\n"
        "STANDARD FORM 115 (REV. 3-91)\n"
    ).schedule
    return [day and day.value.isoformat() for day in (schedule.certified, schedule.approved)]


@pytest.mark.parametrize(
    "head",
    [
        LABELS + BOX_6 + SIGNED + "9-13-95           (signed)",
        LABELS.replace("653-7200     DATE", "202-653-7200 DATE") + BOX_6 + SIGNED + "9-13-95           (signed)",
        LABELS + "6. CERTIFICATE OF AGENCY REPRESENTATIVE\nI hereby certify that I am authorized to act for this agency.\n"
        "GAO concurrence: [X] is unnecessary.\n   Jan 26, 1995   (signed)   Records Manager      Sept 13, 1995   (signed)",
        LABELS + BOX_6 + "   C. DATE    D. SIGNATURE OF AGENCY REPRESENTATIVE   E. TITLE\n"
        "   1/26/95    (signed)                           Clerk           9-13-95    (signed)",
        LABELS + BOX_6 + "DATE 1/26/95   SIGNATURE (signed)   TITLE Clerk  9-13-95           (signed)",
        LABELS + BOX_6 + "1/26/95 (signed) Clerk of the Board 9-13-95 (signed)",
        LABELS + BOX_6 + SIGNED + "9-13-95   /s/ Trudy Huskamp Peterson, Acting Archivist",
        LABELS + BOX_6 + SIGNED.replace("(signed)", "[signature]") + "9-13-95   [signature]",
        LABELS.replace("DATE  ", "OATE  ").replace("ARCHIVIST OF", "ARCHlVIST 0F") + BOX_6 + SIGNED + "9-13-95   (signed)",
        LABELS.replace("DATE              ", "DATE / ") + BOX_6 + SIGNED + "9-13-95   (signed)",
        "4. CONFER WITH  Records Manager                  DATE          ARCHIVIST OF THE\n"
        "5. 653-7200                                                    UNITED STATES\n" + BOX_6 + SIGNED
        + "9-13-95       (signed)",
    ],
)  # fmt: skip
def test_the_archivists_date_is_read_beside_the_certificate(head: str) -> None:
    assert days(head) == ["1995-01-26", "1995-09-13"]


@pytest.mark.parametrize(
    "head",
    [
        LABELS
        + BOX_6
        + "   1/26/95  (signed)  Clerk of the Board\n"
        + " " * 49
        + "9-13-95           (signed)",
        BOX_6 + "1/26/95  (signed)  Clerk of the Board\nARCHIVIST OF THE UNITED STATES\n9-13-95  (signed)",
    ],
)
def test_a_date_on_a_line_of_its_own_is_read_below_his_label(head: str) -> None:
    assert days(head)[1] == "1995-09-13"


@pytest.mark.parametrize("received", ["2/6/95", ""])
@pytest.mark.parametrize(
    "head",
    [
        LABELS + BOX_6 + SIGNED,
        LABELS + BOX_6 + SIGNED + "________          ________",
        LABELS + BOX_6 + "   (signed)  Clerk of the Board                  1/26/95",
        LABELS + BOX_6 + "   1/26/95  (signed)  Clerk  3/2/95  (signed) Deputy Clerk",
        LABELS + BOX_6 + SIGNED + "2-13-95   (signed) Deputy Director",
        LABELS + BOX_6 + "   1/20/95  (signed) GAO    1/26/95 (signed)",
        LABELS + BOX_6 + "   1/20/95  (signed) for the Comptroller General    1/26/95 (signed)",
    ],
)
def test_what_only_the_agency_signed_shows_no_approval(head: str, received: str) -> None:
    assert days(head, received)[1] is None
