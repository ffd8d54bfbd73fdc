"""The form of a document is known from what is printed on it, never from its name."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from schedgraph.parser.blocks import Block, blocks
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.labels import Label, find_labels, match_label
from schedgraph.parser.reading.markup import read_markup


def read(text: str) -> tuple[Block, ...]:
    return blocks(read_markup(text)[0])


def table(name: str) -> list[Any]:
    data = tomllib.loads((files("schedgraph.parser.forms") / "detect.toml").read_text(encoding="utf-8"))
    return list(data[name])


@pytest.mark.parametrize("row", table("clue"), ids=lambda row: f"{row['form'][0]} {row['name']}")
def test_a_clue_is_found_in_its_example(row: dict[str, Any]) -> None:
    """Every clue stands in the real line beside it."""
    label = Label(name=row["name"], wordings=tuple(row["wordings"]))
    found = (
        find_labels(row["example"], [label]) if row.get("inside") else match_label(row["example"], [label])
    )
    assert found


@pytest.mark.parametrize("row", table("revision"), ids=lambda row: row["name"])
def test_an_edition_is_found_in_its_example(row: dict[str, Any]) -> None:
    """Every wording of an edition stands in the real line beside it."""
    assert find_labels(row["example"], [Label(name=row["name"], wordings=tuple(row["wordings"]))])


def document(name: str) -> str:
    return (files("schedgraph.corpus") / "documents" / name).read_text(encoding="utf-8")


def test_the_two_forms_that_share_a_title_are_told_apart() -> None:
    """Both are called "Request for Records Disposition Authority"; the rest of the page decides."""
    old = detect(read(document("000_570d94ea105cce14.txt")))
    new = detect(read(document("004_b78231fe35ef310f.txt")))
    assert (old.form, old.revision, new.form, new.revision) == ("SF-115", "1991", "ERA", None)


SF_1975 = """REQUEST FOR AUTHORITY TO DISPOSE OF RECORDS
LEAVE BLNK
JOB NO. NC1-170-77-1
DArE RECEIVED
TO: GENERAL SERVICES ADMINISTRATION, NATIONAL ARCHIVES AND RECORDS SERVICE, WASHINGTON, DC 20408
1. FROM (Agency or establishment)
8. DESCRIPTION OF ITEM
(With Inclusive Dates or Retention Periods)
9. SAMPLE OR JOB NO.
10. ACTION TAKEN
{edition}
"""

SF_1983 = """REOUEST FOR RECORDS DlSPOSITION AUTHORITY
LEAVE BLANK
JOB NO
TO: GENERAL SERVICES ADMINISTRATION
NATIONAL ARCHIVES AND RECORDS SERVICE, WASHINGTON, DC 20408
2. MAJOR SUBDIVISION
4. NAME OF PERSON WITH WHOM TO CONFER
8. DESCRIPTION OF ITEM
9. GAS OR SUPERSEDED JOB CITATION
10. ACTION TAKEN (NARSUSE ONLY)
"""


@pytest.mark.parametrize(
    ("text", "revision"),
    [
        (SF_1975.format(edition="Revised April, 1975"), "1975"),
        (SF_1975.format(edition="Revised November 1970"), "1970"),
        (SF_1983, "1983"),
        (SF_1983.replace("NARSUSE", "NARA USE").replace("RECORDS SERVICE", "RECORDS ADMINISTRATION"), "1991"),
        (SF_1983 + "STANDARD FORM 115 (REV. 8-83)", "1983"),
    ],
)
def test_the_edition_of_an_sf_115(text: str, revision: str) -> None:
    """The heading of column 9, the archives' name of the day and the edition line tell the edition."""
    detection = detect(read(text))
    assert (detection.form, detection.revision) == ("SF-115", revision)


def test_a_continuation_sheet_alone_is_an_sf_115() -> None:
    """The annotation that names a successor and the stamp are enough where the first page is missing."""
    text = (
        "INACTIVE - ALL ITEMS SUPERSEDED\n\nB. Input\n\n"
        "Superseded by job / item number:\n\nDAA-0563-2013-0001-0006\n"
    )
    assert detect(read(text)).form == "SF-115"


def test_an_item_page_of_an_era_schedule_is_enough() -> None:
    """Pages of an ERA schedule are known without the first one."""
    text = (
        "Disposition Authority Number DAA-0048-2013-0001-0003\nFinal D1spos1t1on Temporary\n"
        "Item Status Active\nIs this item media neutral? Yes\n"
    )
    assert detect(read(text)).form == "ERA"


def test_a_whole_form_on_one_line_is_known() -> None:
    """Some OCR puts a page on one line."""
    text = (
        "LEAVE BLANK REQUEST FOR RECORDS DISPOSITION AUTHORITY JOB NO, (See Instructions on reverse) "
        "DArE RECEIVED TO: GENERAL SERVICES ADMINISTRATION 7-10-85 NOTIFICATION TO AGENCY Environmental "
        "Protection Agency 2. MAJOR SUBDIVISION 4. NAME OF PERSONWITH WHOM TO CONFER"
    )
    assert detect(read(text)).form == "SF-115"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MEMORANDUM FOR: Agency Records Officers\nSUBJECT: Request for Records Disposition Authority\n"
        "Agencies submit the SF-115, Request for Records Disposition Authority, through ERA.\n"
        "N1-361-91-10 is superseded by DAA-0361-2020-0001.\n",
        "GRS Transmittal 28\nJuly 2017\n"
        "Disposition Authority Number and Final Disposition are printed for each item.\n"
        "GRS 4.3 is superseded by GRS 5.1 and GRS 5.2.\n",
        "INSTRUCTIONS FOR COMPLETING THE STANDARD FORM 115\n"
        "1. From. Enter the agency.\n2. Major Subdivision. Enter the office.\n"
        "4. Name of person with whom to confer. Enter the name.\n",
        "-----Original Message-----\nFrom: Records Officer\nSent: Monday\n"
        "Subject: disposition authority number\n"
        "Please see the Request for Records Disposition Authority that we attached.\n",
        "The retention period is 3 years. The item status of the records is active.\n",
    ],
)
def test_a_document_about_schedules_is_no_schedule(text: str) -> None:
    """Memos, e-mails, manuals and transmittals only mention the forms."""
    assert detect(read(text)).form == "unknown"


NOTICE = """N1-059-98-023
10/26/2022
NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE
Schedule Number:
This information is accurate as of:
ACTIVE ITEMS
Items 1, 2
SUPERSEDED AND OBSOLETE ITEMS
Item 3 is obsolete.
"""


def test_a_notice_alone() -> None:
    """A cover sheet without the schedule is a notice that covers nothing."""
    detection = detect(read(NOTICE))
    assert (detection.form, detection.covered, detection.covered_from) == ("notice", None, None)


def test_a_notice_and_the_schedule_it_covers() -> None:
    """The block where the schedule begins is told, so that both can be read."""
    found = read(NOTICE + "\n" + SF_1983)
    detection = detect(found)
    assert (detection.form, detection.covered, detection.revision) == ("notice", "SF-115", "1983")
    assert detection.covered_from is not None
    assert found[detection.covered_from].text.startswith("REOUEST FOR RECORDS")
