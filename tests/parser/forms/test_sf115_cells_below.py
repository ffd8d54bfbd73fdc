"""A form whose cells stand one under another, as text taken from it block by block leaves them."""

from pathlib import Path

import pytest

from schedgraph.parser.document import ScheduleDocument
from tests.parser.forms.sf115_text import read_items, read_text


def document() -> ScheduleDocument:
    path = Path(__file__).parent / "sf115" / "cells_below.txt"
    return read_text(path.read_text(encoding="utf-8"))


def test_labels_in_pieces_are_no_items_and_no_stamp() -> None:
    """ "SUPERSEDED" stands alone on a line of the label of column 9."""
    read = document()
    assert [item.id.partition("/")[2] for item in read.items] == ["1", "1/a", "1/b", "2", "3", "4"]
    assert read.schedule.stamps == ()


def test_the_cells_below_an_item_are_its_own() -> None:
    """ "item 4a" under a job opens no item 4a, and a lone 6 under "items 5 and" no item 6."""
    items = {item.id.partition("/")[2]: item for item in document().items}
    cited = {
        path: [(each.relation, (each.target or "").partition("/")[2]) for each in item.citations]
        for path, item in items.items()
        if item.citations
    }
    assert cited == {
        "1/a": [("supersedes", "4/a")],
        "1/b": [("supersedes", "4/b")],
        "2": [("does-not-supersede", "9"), ("supersedes", "5"), ("supersedes", "6")],
        "3": [("supersedes", "12")],
    }
    assert items["3"].action_taken and items["3"].action_taken.value == "WITHDRAWN"
    assert [path for path, item in items.items() if item.action_taken] == ["3"]


def test_a_day_above_the_archivist_s_name_is_the_approval() -> None:
    schedule = document().schedule
    days = (schedule.received, schedule.certified, schedule.approved)
    assert [each and each.value.isoformat() for each in days] == ["1992-04-22", "1992-04-15", "1992-10-01"]


_OWN_LINES = """7 ITEM NO
8 DESCRIPTION OF ITEM AND PROPOSED DISPOSITION
9 GRS OR SUPERSEDED JOB CITATION
10 ACTION TAKEN (NARA USE ONLY)

"""
_ONE_LINE = (
    "7. ITEM NO.   8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION   "
    "9. GRS OR SUPERSEDED JOB CITATION   10. ACTION TAKEN (NARA USE ONLY)\n\n"
)


@pytest.mark.parametrize("heading", [_OWN_LINES, _ONE_LINE])
def test_a_number_below_an_instruction_that_lost_its_full_stop_stands_in_column_nine(heading: str) -> None:
    items = read_items(
        f"{heading}1   Grazing Permits\n    TEMPORARY   Destroy 6 years after expiration\n    NC1-95-84-2/3\n\n"
        "2   Range Plans   Approved plans\n  a  Originals   PERMANENT   Transfer when 30 years old\n"
        "    NC1-95-84-2, items 4 and 5\n  b  Copies   TEMPORARY   Destroy when 2 years old\n    NC1-95-84-2/6\n"
    )
    assert {
        path: [(each.relation, each.target) for each in item.citations] for path, item in items.items()
    } == {
        "1": [("supersedes", "NC1-095-84-002/3")],
        "2": [],
        "2/a": [("supersedes", "NC1-095-84-002/4"), ("supersedes", "NC1-095-84-002/5")],
        "2/b": [("supersedes", "NC1-095-84-002/6")],
    }


@pytest.mark.parametrize("heading", [_OWN_LINES, _ONE_LINE])
def test_a_number_that_a_sentence_leads_to_stays_with_it(heading: str) -> None:
    items = read_items(
        f"{heading}1   Grazing permits\n    Destroy in accordance with\n    NC1-95-84-2/3\n\n"
        "2   Range plans   Destroy 6 years after approval under job\n    NC1-95-84-2/4\n\n"
        "3   Leases   Destroy 3 years after expiration\n    GRS 3 item 5\n    or when no longer needed\n"
    )
    assert {each.relation for item in items.values() for each in item.citations} == {"cites"}


def test_what_the_manual_calls_the_item_parts_no_number_from_column_nine() -> None:
    items = read_items(
        f"{_ONE_LINE}1. Release files. Destroy 6 years after retirement.\n   NC1-95-81-33 item 2 (FN 902-05)\n"
        "2. Surveys. Destroy when 5 years old.\n   NC1-95-81-33 item 4 (these are held in the field)\n"
    )
    assert [(each.relation, each.target) for each in items["1"].citations] == [
        ("supersedes", "NC1-095-81-033/2")
    ]
    assert {each.relation for each in items["2"].citations} == {"cites"}
