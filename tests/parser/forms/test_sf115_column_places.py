"""Columns in other places than the form's, notes left of the numbers, and signs that repeat the job above."""

import pytest

from schedgraph.parser.document import Item
from tests.parser.forms.sf115_text import read_items, read_text

HEAD = "DATE 9-4-98 ARCHIVIST OF THE UNITED STATES (signed)\n\n"


def targets(item: Item) -> list[tuple[str, str | None]]:
    return [(each.relation, each.target) for each in item.citations]


def test_a_note_in_the_left_margin_is_of_the_item_beside_it() -> None:
    items = read_items(
        HEAD
        + "                              7. ITEM  8. DESCRIPTION OF ITEM                 9. GRS OR SUPER-  10. ACTION\n"
        "                                 NO.                                             SEDED JOB CIT.     TAKEN\n\n"
        "                                 1     Operation requests.\n"
        "                                       Destroy 3 years after aid is established.\n\n"
        " Superseded by                   2     Light station logs.  Permanent.  Offer to\n"
        " N1-026-05-012, item 3                 NARA when 20 years old.                NC1-26-80-4/2\n\n"
        "                                 3     Radio complaint letters.\n"
        "                                       Destroy when 2 years old.                                withdrawn\n"
    )
    assert {path: targets(item) for path, item in items.items()} == {
        "1": [],
        "2": [("supersedes", "NC1-026-80-004/2"), ("superseded-by", "N1-026-05-012/3")],
        "3": [],
    }
    assert [path for path, item in items.items() if item.action_taken] == ["3"]


def test_columns_may_stand_in_another_order() -> None:
    items = read_items(
        HEAD + "NARA ACTION   CITATION             ITEM   DESCRIPTION OF ITEM\n"
        " (col. 10)    (col. 9)             (7)    (col. 8)\n\n"
        "              II-NNA-936, item 1    1     Accession files.  PERMANENT.  Offer to NARA\n"
        "                                          50 years after accession.\n"
        "withdrawn                           2     Loan reminders.  DESTROY WHEN 1 YEAR OLD.\n"
    )
    assert targets(items["1"]) == [("supersedes", "II-NNA-936/1")]
    assert [path for path, item in items.items() if item.action_taken] == ["2"]


def test_the_last_columns_may_have_their_numbers_alone() -> None:
    items = read_items(
        HEAD + "7. ITEM  8. DESCRIPTION                                      9.                    10.\n"
        "1        Accession documents, active.  Destroy 6              NC1-26-80-5           Approved\n"
        "         years after all records are disposed of.             item 1\n"
        "2        Stack temperature graphs.  Destroy when 1 year old.                        Withdrawn\n"
    )
    assert targets(items["1"]) == [("supersedes", "NC1-026-80-005/1")]
    assert [item.action_taken and item.action_taken.value for item in items.values()] == [
        "Approved",
        "Withdrawn",
    ]


@pytest.mark.parametrize("sign", ["do., item {}", '"            item {}', "same, item {}", "ditto, item {}"])
def test_a_sign_repeats_the_job_of_the_cell_above(sign: str) -> None:
    rows = "".join(
        f"{number}        Use reports, part {number}.  Destroy on approval.            {cell}\n"
        for number, cell in enumerate(("NC1-56-78-8, item 1", sign.format(2), sign.format(4)), start=1)
    )
    items = read_items(
        HEAD
        + "7. ITEM  8. DESCRIPTION OF ITEM                         9. GRS OR SUPERSEDED        10. ACTION\n"
        + "   NO.                                                      JOB CITATION                TAKEN\n"
        + rows
    )
    assert [targets(item) for item in items.values()] == [
        [("supersedes", f"NC1-056-78-008/{number}")] for number in (1, 2, 4)
    ]


def test_a_sign_below_no_job_repeats_nothing() -> None:
    items = read_items(
        HEAD
        + "7. ITEM  8. DESCRIPTION OF ITEM                         9. GRS OR SUPERSEDED        10. ACTION\n"
        "1        Use reports.  Destroy on approval.                  do., item 2\n"
    )
    assert targets(items["1"]) == []


@pytest.mark.parametrize(
    "head",
    ["[beside 1, typed]", "[ink, beside 1.]", "[margin note opposite no. 1]", "[typed label beside item 1]"],
)
def test_a_note_may_name_its_item_by_the_number_alone(head: str) -> None:
    items = read_items(
        HEAD
        + "7. ITEM   8. DESCRIPTION OF ITEM                           9. GRS OR SUPERSEDED   10. ACTION TAKEN\n"
        "1    Escape reports.  PERMANENT.\n2    Visiting lists.  Destroy on release.\n\n"
        f"{head}  Superseded by job / item number:  DAA-0129-2012-0004-0001\n"
        "                    Date (MM/DD/YYYY):  02/06/2014\n"
    )
    assert {path: targets(item) for path, item in items.items()} == {
        "1": [("superseded-by", "DAA-0129-2012-0004-0001")],
        "2": [],
    }


def test_an_empty_last_box_does_not_take_the_note_below_it() -> None:
    items = read_items(
        HEAD
        + "7. Item 1\n8. Case files. Destroy 10 years after close of case.\n9. N1-15-91-6, item 3\n10.\n\n"
        "7. Item 2\n8. Mail copies. Delete when the recordkeeping copy has been produced.\n9. GRS 20, item 14\n10.\n\n"
        "STANDARD FORM 115 (REV. 3-91)\n--------\nAnnotation, right margin, item 1:\n"
        "Superseded by job / item number: DAA-0015-2018-0001-0004\nDate (MM/DD/YYYY): 07/30/2019\n"
    )
    assert {path: targets(item)[1:] for path, item in items.items()} == {
        "1": [("superseded-by", "DAA-0015-2018-0001-0004")],
        "2": [],
    }
    assert not any(item.action_taken for item in items.values())


def test_a_successor_that_another_hand_denies_is_disputed() -> None:
    items = read_items(
        HEAD
        + "7. ITEM   8. DESCRIPTION OF ITEM                           9. GRS OR SUPERSEDED   10. ACTION TAKEN\n"
        "4    Visiting lists.  Destroy on release.\n\n"
        "      [beside 4, ink]     Superseded by job / item number:  N1-129-05-14 / 2\n"
        "      [beside 4, second hand]  no - NOT superseded by N1-129-05-14 / 2.  Item 4 remains active.\n"
    )
    assert [(each.relation, each.target, each.disputed) for each in items["4"].citations] == [
        ("superseded-by", "N1-129-05-014/2", True)
    ]


def test_columns_named_below_each_item_are_no_heading_of_a_table() -> None:
    items = read_items(
        HEAD + "ITEM 1\nLicense files, main series.\nPERMANENT. Offer 20 years after deletion of station.\n"
        "col 9: NC1-173-81-1/1     col 10: -\n\nITEM 2\nTelevision reports.\nDestroy 9 years after filing.\n"
        "col 9: -     col 10: -\n\nITEM 3\nComplaints not acted upon.\nDestroy when 1 year old.\n"
        "col 9: -     col 10: disposition not approved\n\nSTANDARD FORM 115 (REV. 3-91)\n"
    )
    assert {path: targets(item) for path, item in items.items()} == {
        "1": [("supersedes", "NC1-173-81-001/1")],
        "2": [],
        "3": [],
    }
    assert [path for path, item in items.items() if item.action_taken] == ["3"]


def test_the_bare_word_superseded_before_an_older_number_says_what_the_item_replaces() -> None:
    items = read_items(
        HEAD
        + "7 ITEM NO  8 DESCRIPTION OF ITEM AND PROPOSED DISPOSITION  9 GRS OR SUPERSEDED JOB CITATION  10 ACTION TAKEN\n\n"
        "1. Loan folders. Disposition: TEMPORARY. Destroy 3 years after satisfaction.\n"
        "      Superseded: NN-171-42, item 2a\n\n"
        "2. Portfolio folders. Disposition: TEMPORARY. Destroy 10 years after final accounting.\n"
        "      Superseded: DAA-0015-2014-0005-0002\n"
    )
    assert [targets(item) for item in items.values()] == [
        [("supersedes", "NN-171-42/2/a")],
        [("superseded-by", "DAA-0015-2014-0005-0002")],
    ]


def test_an_action_above_wrapped_print_of_the_foot_is_the_last_items() -> None:
    document = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NO NC1-431-81-5\n1. FROM Nuclear Regulatory Commission\n"
        "8-17-82 (signed) Archivist of the United States\n7. ITEM NO.\n8. DESCRIPTION OF ITEM\n9. SAMPLE OR JOB NO.\n"
        "10. ACTION TAKEN\n\n1. Shipment Notices\nDestroy when 10 years old.\n\n2. Inspection Schedules\n"
        "Destroy when 1 year old.\nWithdrawn\n\n115-107\nSTANDARD FORM 115\nRevised April, 1975\n"
        "Prescribed by General Services\nAdministration\nFPMR (41 CFR) 101-11.4\n"
    )
    assert not document.schedule.stamps
    assert [item.action_taken and item.action_taken.value for item in document.items] == [None, "Withdrawn"]
