"""A citation that is struck where its item is not: whoever drew the line took it back."""

import pytest

from tests.parser.forms.sf115_text import read_items

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
