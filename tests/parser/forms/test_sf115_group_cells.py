"""Column 9 or 10 written on a line of its own below a group of sub-items."""

import pytest

from tests.parser.forms.sf115_text import read_items, read_text

HEAD = "7. ITEM NO. / 8. DESCRIPTION OF ITEM / 9. GRS OR SUPERSEDED JOB CITATION / 10. ACTION TAKEN\n\n"
GROUP = (
    "1.  Dockets.\n{0}a. Rail. Destroy when 40 years old.\n{1}{0}b. Motor. Destroy when 10 years old.\n{2}"
    "2.  Mergers. Destroy when 20 years old.\n"
)


def citing(first: str, last: str, margin: str = "    ") -> list[str]:
    read = read_items(HEAD + GROUP.format(margin, first, last))
    return [path for path, item in read.items() for each in item.citations if each.relation == "supersedes"]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("", "    Column 9: NC1-95-82-3, item 5\n", ["1"]),
        ("", "  Col. 9: NC1-95-82-3, item 5\n", ["1"]),
        # Below the words of b, said of a as well, or of an item b of its own: that of the last line alone
        ("", "        Column 9: NC1-95-82-3, item 5\n", ["1/b"]),
        (
            "    Column 9: NC1-95-82-3, item 4\n",
            "    Column 9: NC1-95-82-3, item 5\n",
            ["1/a", "1/b"],
        ),
        ("", "    Column 9: NC1-95-82-3, item 5b\n", ["1/b"]),
    ],
)
def test_a_cell_at_the_margin_of_the_sub_items_is_the_group_s(
    first: str, last: str, expected: list[str]
) -> None:
    assert citing(first, last) == expected


def test_where_nothing_is_indented_the_cell_stays_with_the_last_and_that_is_told() -> None:
    text = HEAD + GROUP.format("", "", "Column 9: NC1-95-82-3, item 5\n").replace("1.  ", "1. ")
    assert citing("", "Column 9: NC1-95-82-3, item 5\n", "") == ["1/b"]
    assert "cell-of-group" in {doubt.code for doubt in read_text("JOB NUMBER: N1-095-98-7\n" + text).doubts}
