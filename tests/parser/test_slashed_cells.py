"""Tables whose headings slashes part: rows of slashes, and rows whose cells stand below each other."""

import pytest

from tests.parser.forms.sf115_text import read_items
from tests.parser.forms.test_crosswalk_alone import told
from tests.parser.forms.test_unknown import read

ROWS = """{head}

1 / Contract and / or bid files. Destroy 20 years after delivery. / N1-357-80-1, item 4 /
2 / Ship plans. / /
2a / Vellums and/or prints. PERMANENT. / /
3 / Photographs. Destroy after 10 years. / / WITHDRAWN 9/77
"""


@pytest.mark.parametrize(
    "head",
    [
        "Item no. / Description / Sample or job no. / Action taken",
        "7. ITEM NO. / 8. DESCRIPTION OF ITEM / 9. GRS OR SUPERSEDED JOB CITATION / 10. ACTION TAKEN",
        "Item / Series title and disposition / Superseded citation / Action",
        "Item / Description / GRS or superseded job citation / Column 10",
    ],
)
def test_rows_below_a_heading_of_slashes_are_parted_by_them(head: str) -> None:
    items = read_items(ROWS.format(head=head))
    assert list(items) == ["1", "2", "2/a", "3"]
    assert [each.target for each in items["1"].citations] == ["N1-357-80-001/4"]
    assert items["3"].action_taken is not None
    assert items["3"].action_taken.value == "WITHDRAWN 9/77"
    assert items["2/a"].action_taken is None


STACKED = """{head}
-----------------------

Annual Reports
NC1-79-82-1/1
N1-79-08-1/1

Monthly use reports of all
parks and regions
NC1-79-82-1/2
N1-79-08-9/10

Site survey cards
NC1-79-82-1/5
No change
"""


@pytest.mark.parametrize(
    "head",
    [
        "NPS-19 entry / Old NARA authority / New NARA authority",
        "Series / Former job and item / Superseded by (new authority)",
        "Title / Previous authority / Replaced by",
    ],
)
def test_cells_below_each_other_are_a_row_where_a_heading_names_as_many(head: str) -> None:
    document = read(STACKED.format(head=head))
    assert told(document) == [
        ("NC1-079-82-001/1", "superseded-by", "N1-079-08-001/1"),
        ("NC1-079-82-001/2", "superseded-by", "N1-079-08-009/10"),
    ]
    assert ("cites", "NC1-079-82-001/5") in {(each.relation, each.target) for each in document.citations}


def test_a_pair_of_columns_is_one_of_old_and_new() -> None:
    pair = "Old authority / New authority\n\nN1-79-82-1/1\nN1-79-08-1/1\n\nN1-79-82-1/2\nN1-79-08-9/10\n"
    assert [each[2] for each in told(read(pair))] == ["N1-079-08-001/1", "N1-079-08-009/10"]
    rows = "Old authority / New authority\nN1-79-82-1 item 1 / N1-79-08-1 item 1\nN1-79-82-1 item 2 / N1-79-08-1 item 4\n"
    assert [each[2] for each in told(read(rows))] == ["N1-079-08-001/1", "N1-079-08-001/4"]


@pytest.mark.parametrize(
    "text",
    [
        # Groups of as many lines as the line above has parts, but no headings
        "Treasury / Bureau of Alcohol / Regulatory Enforcement\n\nReports\nNC1-79-82-1/1\nN1-79-08-1/1\n\n"
        "Cards\nNC1-79-82-1/2\nN1-79-08-1/2\n",
        # One row is no table, and groups of another size are none of this one.
        "Entry / Old authority / New authority\n\nReports\nNC1-79-82-1/1\nN1-79-08-1/1\n",
        "Entry / Old authority / New authority\n\nNC1-79-82-1/1\nN1-79-08-1/1\n\nNC1-79-82-1/2\nN1-79-08-1/2\n",
    ],
)
def test_other_lines_are_no_rows(text: str) -> None:
    assert told(read(text)) == []
