"""A head of columns of which the figures alone stand on a line, and items that are named again below all of them."""

import pytest

from tests.parser.forms.sf115_text import read_items

_ITEMS = """
1  Source documents
   a  Form I-539. Destroy 1 year after decision.              NC1-85-78-2, item 6
   b  Form I-765. Destroy 1 year after decision.              new
2  Crew records. Destroy when 3 years old.                    NC1-85-78-2, item 5     withdrawn
"""


@pytest.mark.parametrize(
    "head",
    [
        "                                                              9.                      10.",
        "                                                              (9)                     (10)",
        "                                                              9                       10",
        "7.   8.                                                       9.                      10.",
        "   7.                              8.",
        "7. | 8. | 9. | 10.",
        "|  9.  |  10.  |",
        "9. 10.",
    ],
)
def test_figures_of_columns_are_a_head_and_no_item(head: str) -> None:
    items = read_items(head + _ITEMS)
    assert list(items) == ["1", "1/a", "1/b", "2"]
    assert [each.relation for each in items["1/a"].citations] == ["supersedes"]
    assert items["2"].action_taken and items["2"].action_taken.value == "withdrawn"


@pytest.mark.parametrize("head", ["\t\t9.\t10.", "7.\t8.\t9.\t10.", "(9)\t(10)"])
def test_figures_over_a_table_are_no_list_of_cells(head: str) -> None:
    """Column 8 below them tells it from "Item, column 9, column 10" that a transcript sets apart."""
    items = read_items(
        f"{head}\n1\tForms. Destroy after 1 year.\tNC1-85-78-2, item 6\t\n2\tLogs. Destroy after 2 years.\t\twithdrawn\n"
    )
    assert [each.relation for each in items["1"].citations] == ["supersedes"]
    assert items["2"].action_taken is not None


def test_figures_of_a_list_are_of_its_sentence() -> None:
    items = read_items(
        "7. ITEM  8. DESCRIPTION OF ITEM\n1  Forms. Destroy after 1 year.\n2  Records in items 7, 8,\n   9 10\n"
        "   and 11. Destroy when 3 years old.\n"
    )
    assert list(items) == ["1", "2"]
    assert items["2"].title and items["2"].title.value.endswith("9 10 and 11")


@pytest.mark.parametrize(
    "head",
    ["7. 8. 9. 10.", "7. ITEM NO      8. DESCRIPTION OF ITEM      9. GRS OR SUPERSEDED JOB     10. ACTION"],
)
def test_an_item_named_again_below_is_the_one_that_was_superseded(head: str) -> None:
    items = read_items(
        f"{head}{_ITEMS}\n(stamp, right margin)   SEE ANNOTATIONS - Items 1a and 2\n"
        "   1a  Superseded by job / item number: DAA-0566-2013-0002-0001   Date (MM/DD/YYYY): 11/20/2013\n"
        "   2   Superseded by job / item number: DAA-0568-2016-0005-0003   Date (MM/DD/YYYY): 04/17/2017\n"
    )
    ends = {
        path: [each.target for each in item.citations if each.relation == "superseded-by"]
        for path, item in items.items()
    }
    assert ends == {"1": [], "1/a": ["DAA-0566-2013-0002-0001"], "1/b": [], "2": ["DAA-0568-2016-0005-0003"]}


def test_an_item_whose_words_gave_way_to_its_note_is_one_all_the_same() -> None:
    items = read_items(
        "7. ITEM  8. DESCRIPTION OF ITEM\n1.  Forms. Destroy after 1 year.\n2.  Superseded by job / item number: N1-95-03-2/1\n"
        "3.  Logs.\n    a.  Superseded by job / item number: N1-95-03-2/2\n"
    )
    assert [each.target for each in items["2"].citations] == ["N1-095-03-002/1"]
    assert [each.target for each in items["3/a"].citations] == ["N1-095-03-002/2"]
