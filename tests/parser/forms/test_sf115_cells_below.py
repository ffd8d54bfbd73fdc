"""A form whose cells stand one under another, as text taken from it block by block leaves them."""

from pathlib import Path

from schedgraph.parser.document import ScheduleDocument
from tests.parser.forms.sf115_text import read_text


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
