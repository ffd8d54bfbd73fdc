"""Numbered lists within the description of an item."""

import pytest

from tests.parser.forms.sf115_text import read_items

HEADING = "7. ITEM  8. DESCRIPTION OF ITEM                  9. SUPERSEDED JOB     10. ACTION TAKEN\n"
AFTER = "2.       Treaty files. Permanent.                                      Withdrawn\n"
STOPPED = """\
1.       Dockets.  Each docket holds:
            1.  notices in the Federal Register,
            2.  exhibits, and all that goes
                with them, and
            3.  briefs.
         Destroy when 5 years old.               NC1-59-77-3, item 4
"""
OPEN = """\
1.       Dockets, consisting of                  NC1-59-77-3,
           1) notices;                           item 4
           2) exhibits; and
           3) briefs

         Destroy when 5 years old.
"""


@pytest.mark.parametrize("item", [STOPPED, OPEN], ids=["stopped", "open"])
def test_such_a_list_is_text_of_its_item(item: str) -> None:
    items = read_items(HEADING + item + AFTER)
    assert list(items) == ["1", "2"]
    first = items["1"]
    assert (
        first.disposition.instruction and first.disposition.instruction.value == "Destroy when 5 years old."
    )
    assert [(each.relation, each.target) for each in first.citations] == [("supersedes", "NC1-059-77-003/4")]
    said = [each.value for each in (first.title, first.text) if each]
    assert any("exhibits" in each and "briefs" in each for each in said)


def test_lines_that_dispose_or_cite_are_items() -> None:
    items = read_items(
        HEADING
        + "         Records of the office:\n"
        + "1.       Maps,                                   NC1-59-77-3, item 1\n"
        + "         Destroy when 5 years old.\n"
        + AFTER
    )
    assert list(items) == ["1", "2"]
    assert items["1"].title and items["1"].title.value.startswith("Maps")


def test_lines_at_the_margin_of_what_announces_them_are_items() -> None:
    items = read_items(
        "RECORDS OF THE FOLLOWING:\n1. Maps,\n2. Charts, and\n3. Logs.\nDestroy when 5 years old.\n"
    )
    assert list(items) == ["1", "2", "3"]
