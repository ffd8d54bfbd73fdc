"""Labels pasted on a schedule that name its items by its own number, and slips that tell how an item ended."""

import pytest

from tests.parser.forms.sf115_text import read_items

ITEMS = """7. ITEM NO.   8. DESCRIPTION OF ITEM   9. GRS OR SUPERSEDED JOB CITATION   10. ACTION TAKEN

1.   Plants. Destroy after 3 years.
     a. Monthly reports. Destroy after 2 years.
2.   Permits. Destroy after 10 years.
3.   Labels. Permanent.

{label}
"""
NEW = "DAA-0564-2013-0003-0006"


def ended(label: str) -> dict[str, list[str | None]]:
    items = read_items(ITEMS.format(label=label))
    assert list(items) == ["1", "1/a", "2", "3"]
    return {
        path: [each.target for each in item.citations if each.relation == "superseded-by"]
        for path, item in items.items()
        if any(each.relation == "superseded-by" for each in item.citations)
    }


@pytest.mark.parametrize(
    ("label", "path"),
    [
        (
            f"[Typed label pasted on the reverse]\nN1-095-98-7/2   Superseded by job / item number:  {NEW}",
            "2",
        ),
        (f"N1-95-98-7, item 2: Superseded by {NEW}", "2"),
        (f"N1-95-98-7 item 1a   SUPERSEDED BY JOB/ITEM NUMBER: {NEW}   DATE (MM/DD/YYYY): 09/25/2014", "1/a"),
        (f"N1-095-98-007/2\nSuperseded by job / item number: {NEW}\nDate (MM/DD/YYYY): 09/25/2014", "2"),
        (f"N1-95-98-7/1a was superseded by {NEW}", "1/a"),
    ],
)
def test_a_label_that_names_an_item_by_the_schedules_number_is_of_that_item(label: str, path: str) -> None:
    assert ended(label) == {path: [NEW]}


def test_a_label_of_another_schedule_is_of_none_of_these_items() -> None:
    for label in (f"N1-95-88-7/2   Superseded by job / item number: {NEW}", f"See N1-95-98-7/2 and {NEW}"):
        assert "2" not in ended(label)


@pytest.mark.parametrize(
    "label",
    [
        "Item 2 - discontinued, cards no longer maintained; last made 1989. INACTIVE.",
        "Item 2: obsolete, no longer created since 1998",
        "N1-95-98-7/2   obsolete; the permits ended in 1998",
        "N1-95-98-7, item 2 - rescinded 3/2/2004",
    ],
)
def test_a_slip_that_tells_why_an_item_ended_is_of_the_item_that_it_names(label: str) -> None:
    items = read_items(ITEMS.format(label=label))
    assert list(items) == ["1", "1/a", "2", "3"]
    assert [path for path, item in items.items() if item.annotations] == ["2"]


@pytest.mark.parametrize(
    "label", ["Item 2 - obsolete, destroy when superseded.", "Item 4 - discontinued lines, maps and charts"]
)
def test_what_is_an_instruction_or_a_title_is_no_such_slip(label: str) -> None:
    items = read_items(ITEMS.format(label=label))
    assert not items["2"].annotations
