"""Items of an ERA printout whose numbers have no labels, and heads that say "Item 1"."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from tests.parser.forms.test_era_layouts import read

HEAD = """Records Schedule: DAA-0207-2021-0001
Schedule Status: Approved       Record Group: 0207
"""
FIRST, SECOND = "DAA-0207-2021-0001-0001", "DAA-0207-2021-0001-0002"
RETENTION = "    Retention: Destroy 7 years after cutoff."


def told(document: ScheduleDocument) -> list[tuple[str, str, str | None, str | None, str | None]]:
    return [
        (
            item.id[-4:],
            item.number,
            item.title and item.title.value,
            item.disposition.final and item.disposition.final.value,
            item.status_printed and item.status_printed.value,
        )
        for item in document.items
    ]


@pytest.mark.parametrize(
    "lines",
    [
        f"Item 1   Contracts, Department wide    {FIRST}    Temporary\n{RETENTION}\n"
        f"Item 2   Dashboards    {SECOND}    Temporary    Withdrawn\n",
        f"1. Contracts, Department wide  {FIRST}  Temporary\n{RETENTION}\n2. Dashboards  {SECOND}  Temporary, Withdrawn\n",
        f"1 | Contracts, Department wide | {FIRST} | Temporary\n{RETENTION}\n"
        f"2 | Dashboards | {SECOND} | Temporary | Withdrawn\n",
        f"1\tContracts, Department wide\t{FIRST}\tTemporary\n{RETENTION}\n2\tDashboards\t{SECOND}\tTemporary\tWithdrawn\n",
        f"1   Contracts, Department wide\n    {FIRST}\n    Final Disposition Temporary\n{RETENTION}\n"
        f"2   Dashboards\n    {SECOND}\n    Final Disposition Temporary\n    Item Status Withdrawn\n",
        f"Item 1: Contracts, Department wide\nDisposition Authority Number: {FIRST}\nFinal Disposition: Temporary\n"
        f"{RETENTION}\nItem 2: Dashboards\nDisposition Authority Number: {SECOND}\n"
        "Final Disposition: Temporary\nItem Status: Withdrawn\n",
        f"Sequence Number 1: Contracts, Department wide\nDisposition Authority Number {FIRST}\nFinal Disposition Temporary\n"
        f"{RETENTION}\nSequence Number 2: Dashboards\nDisposition Authority Number {SECOND}\nFinal Disposition Temporary\n"
        "Item Status Withdrawn\n",
        f"Sequence 1 Contracts, Department wide\nDisposition Authority Number {FIRST}\nFinal Disposition Temporary\n"
        f"{RETENTION}\nSequence 2 Dashboards\nDisposition Authority Number {SECOND}\n"
        "Final Disposition Temporary\nItem Status Withdrawn\n",
    ],
)
def test_items_are_read_without_labels(lines: str) -> None:
    document = read(HEAD + lines)
    assert told(document) == [
        ("0001", "1", "Contracts, Department wide", "temporary", None),
        ("0002", "2", "Dashboards", "temporary", "Withdrawn"),
    ]
    retention = document.items[0].disposition.retention
    assert retention and retention.value.period == "P7Y"


def test_a_number_may_stand_before_its_title() -> None:
    document = read(f"{HEAD}{FIRST}   Contracts   Permanent   Active\n{SECOND} - Dashboards - Temporary\n")
    assert [row[2:4] for row in told(document)] == [("Contracts", "permanent"), ("Dashboards", "temporary")]


@pytest.mark.parametrize(
    "text",
    [f"Copies of the records of item {SECOND} are kept apart.", "Item 2 of N1-207-88-3 is not affected."],
)
def test_a_number_within_a_sentence_begins_no_item(text: str) -> None:
    document = read(f"{HEAD}1   Contracts    {FIRST}    Temporary\n    {text}\n{RETENTION}\n")
    assert [row[0] for row in told(document)] == ["0001"]


def test_signatures_below_a_table_of_items_are_no_items() -> None:
    document = read(
        f"{HEAD}| Sequence Number | Title | Disposition Authority Number | Final Disposition |\n|---|---|---|---|\n"
        f"| 1 | Contracts | {FIRST} | Temporary |\n\n| Date | Action | By | Title |\n|---|---|---|---|\n"
        "| 12/03/2020 | Certify | (signed) | Records Officer |\n"
        "| 08/31/2022 | Approve | (signed) | Archivist of the United States |\n"
    )
    assert [row[0] for row in told(document)] == ["0001"]
    assert document.schedule.approved and str(document.schedule.approved.value) == "2022-08-31"
