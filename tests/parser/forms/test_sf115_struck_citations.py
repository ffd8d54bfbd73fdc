"""A citation that is struck where its item is not: whoever drew the line took it back."""

import pytest

from tests.parser.forms.sf115_text import read_items, read_text

TABLE = "| 7. ITEM NO. | 8. DESCRIPTION OF ITEM | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION TAKEN |\n|---|---|---|---|\n"


@pytest.mark.parametrize(
    ("row", "disputed"),
    [
        ("| 1 | Maps. Destroy when 3 years old. | ~~N1-95-88-2, item 3~~ | |\n", True),
        ("| 1 | Maps. Destroy when 3 years old. | N1-95-88-2, item 3 | |\n", False),
        ("| 1 | ~~Maps. Destroy when 3 years old.~~ | ~~N1-95-88-2, item 3~~ | |\n", False),
    ],
)
def test_a_line_through_column_9_alone(row: str, disputed: bool) -> None:
    (cited,) = read_items(TABLE + row)["1"].citations
    assert cited.relation == "supersedes" and cited.disputed is disputed


def test_a_line_through_a_note_that_names_its_item() -> None:
    """The date belongs to the words that void it."""
    items = read_items(
        "### 3. Monitoring Data\nTemporary. Destroy when 10 years old. "
        "~~Item 3 superseded by DAA-0412-2013-0009-0002~~ *void 5/1/14*\n"
    )
    successors = [each for each in items["3"].citations if each.relation == "superseded-by"]
    assert successors and all(each.disputed for each in successors)


def test_a_line_through_one_of_two_citations_that_the_column_wraps() -> None:
    """What stands in the description between the lines of the cell is no part of the citation."""
    first, second = read_items(
        TABLE
        + "| 1 | Maps. | ~~N1-95-88-2~~ | |\n|  | Drawn by the ranger. | ~~item 3~~ | |\n"
        + "|  | Destroy when 3 years old. | N1-95-88-4 | |\n|  |  | item 9 | |\n"
    )["1"].citations
    assert (first.target, first.disputed) == ("N1-095-88-002/3", True)
    assert (second.target, second.disputed) == ("N1-095-88-004/9", False)


@pytest.mark.parametrize("action", ["~~WITHDRAWN~~", "~~WITHD~~RAWN", "~~WITHDRAW~~N"])
def test_a_line_through_column_10_alone_is_told(action: str) -> None:
    """The line may take the action back; a line through most of the only word left nothing to read."""
    read = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NUMBER: N1-095-98-7\n\n"
        + TABLE
        + f"| 1 | Maps. Destroy when 3 years old. | | {action} |\n"
    )
    assert [item.action_taken.value for item in read.items if item.action_taken] == ["WITHDRAWN"]
    assert "action-struck" in {doubt.code for doubt in read.doubts}


def test_a_line_through_the_whole_row_says_nothing_of_its_action() -> None:
    read = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NUMBER: N1-095-98-7\n\n"
        + TABLE
        + "| ~~1~~ | ~~Maps. Destroy when 3 years old.~~ | | ~~WITHDRAWN~~ |\n"
    )
    assert "action-struck" not in {doubt.code for doubt in read.doubts}
