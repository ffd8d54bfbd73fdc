"""Boxes beside the column of the notification, and pairs of label and value that a program wrote."""

import pytest

from tests.parser.forms.sf115_text import read_text

ITEMS = (
    "\n7. ITEM NO.   8. DESCRIPTION OF ITEM\n"
    "1    Money order reports. Destroy when 1 year old.\n2    Stub ledgers. Destroy.\n"
)
RIGHT = (
    "1. FROM (AGENCY OR ESTABLISHMENT)             {1}\nPost Office Department                        {2}\n"
    "2. MAJOR SUBDIVISION                          {3}\nBureau of Finance\n"
)


@pytest.mark.parametrize(
    "print_",
    [
        (
            "Disposal of the items listed hereon,",
            "except as noted in column 10, is",
            "authorized under the Act of",
            "July 7, 1943.",
        ),
        (
            "What the agency asked for on the sheets",
            "below is allowed by law unless a note",
            "beside the entry states something",
            "else.",
        ),
    ],
)
def test_a_line_of_the_right_column_is_not_the_agency(print_: tuple[str, ...]) -> None:
    head = f"TO: GENERAL SERVICES ADMINISTRATION           {print_[0]}\n" + RIGHT.format(*print_)
    schedule = read_text(f"REQUEST FOR AUTHORITY TO DISPOSE OF RECORDS\n{head}{ITEMS}").schedule
    assert schedule.agency and schedule.agency.value == "Post Office Department"
    assert schedule.major_subdivision and schedule.major_subdivision.value == "Bureau of Finance"


def test_a_value_beside_its_label_stays_its_own() -> None:
    head = (
        "TO: NATIONAL ARCHIVES        WASHINGTON\n"
        "1. FROM (Agency)             NASA Headquarters\n"
        "2. MAJOR SUBDIVISION         Office of Logistics\n"
    )
    schedule = read_text(f"REQUEST FOR RECORDS DISPOSITION AUTHORITY\n{head}{ITEMS}").schedule
    assert schedule.agency and schedule.agency.value == "NASA Headquarters"


def test_a_line_for_the_pen_parts_a_date_from_its_label() -> None:
    schedule = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\n"
        "1. FROM                              |  NOTIFICATION TO AGENCY\n"
        "   U. S. Department of Energy        |  (printed text omitted)\n"
        "2. MAJOR SUBDIVISION                 |\n   Bonneville Power Administration   |     June 11, 1982\n"
        "3. MINOR SUBDIVISION                 |     ---------------------\n   Division of Materials             |     Date\n"
        "4. PERSON TO CONFER   5. TEL. EXT.   |     [signature]\n"
        f"   Records Officer    8-429-5011     |     Archivist of the United States\n{ITEMS}"
    ).schedule
    assert schedule.approved and schedule.approved.value.isoformat() == "1982-06-11"


def test_quoted_pairs_are_labels_and_values() -> None:
    schedule = read_text(
        '"REQUEST FOR RECORDS DISPOSITION AUTHORITY","(See Instructions on reverse)"\n"JOB NUMBER","N1-26-05-8"\n'
        '"DATE RECEIVED","3/14/2005"\n"1. FROM (Agency or establishment)","Department of Homeland Security"\n'
        '"NOTIFICATION TO AGENCY","In accordance with the provisions of 44 U.S.C. 3303a, the disposition request, '
        "including amendments, is approved except for items that may be marked "
        '""disposition not approved"" or ""withdrawn"" in column 10."\n'
        '"DATE","12/22/2005"\n"ARCHIVIST OF THE UNITED STATES","(signed)"\n"6. AGENCY CERTIFICATION","is not required"\n'
        f'"DATE","3/2/2005"\n"SIGNATURE OF AGENCY REPRESENTATIVE","(signed)"\n{ITEMS}'
    ).schedule
    assert schedule.agency and schedule.agency.value == "Department of Homeland Security"
    days = (schedule.received, schedule.certified, schedule.approved)
    assert [day and day.value.isoformat() for day in days] == ["2005-03-14", "2005-03-02", "2005-12-22"]
