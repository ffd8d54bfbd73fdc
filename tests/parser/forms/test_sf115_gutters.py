"""Column 9 that does not stand under its heading, and item numbers that its narrow cell parted from their job.

A job that has lost its item supersedes everything in the older schedule, permanent records too.
"""

import pytest

from schedgraph.parser.document import Citation
from tests.parser.forms.sf115_text import read_items, read_text

HEADING = (
    "7. ITEM NO.  8. DESCRIPTION OF ITEM                              9. GRS OR SUPERSEDED JOB CITATION"
    "  10. ACTION TAKEN\n"
)
BODY = """
1.           Inspection Reports. Temporary. Destroy      NC1-431-81-2
             10 years after licence ends.                item 4

2.           Licensee Event Tapes.                       NC1-431-81-2          Disposition
             Temporary. Destroy when 3 years old.        item 5                not approved

3.           Allegation Files. Temporary. Destroy 5      NC1-431-81-2
             years after closing. Does not supersede     items 6 and 8
             NC1-431-81-2 item 7.
"""


def cited(citations: tuple[Citation, ...]) -> list[tuple[str, str | None]]:
    return [(each.relation, each.target) for each in citations]


def test_a_column_begins_where_its_values_begin() -> None:
    """The heading stands five columns to the right of the jobs, and of NARA's action twenty."""
    items = read_items(HEADING + BODY)
    assert cited(items["1"].citations) == [("supersedes", "NC1-431-81-002/4")]
    assert cited(items["2"].citations) == [("supersedes", "NC1-431-81-002/5")]
    assert items["2"].action_taken and items["2"].action_taken.value == "Disposition not approved"
    assert cited(items["3"].citations) == [
        ("does-not-supersede", "NC1-431-81-002/7"),
        ("supersedes", "NC1-431-81-002/6"),
        ("supersedes", "NC1-431-81-002/8"),
    ]
    for path, period in (("1", "P10Y"), ("2", "P3Y"), ("3", "P5Y")):
        disposition = items[path].disposition
        assert disposition and disposition.retention and disposition.retention.value.period == period


def test_a_gap_inside_one_description_is_no_column() -> None:
    """Other descriptions run across it."""
    items = read_items(
        HEADING + "\n"
        "1.           Ledgers of the clerk                   and of the court. Destroy when 3 years old.\n"
        "2.           Cards of all the other clerks, by their names, by year. Destroy when 1 year old.\n"
        "3.           Rolls of all the other clerks, by their names, by year. Destroy when 1 year old.\n"
    )
    assert items["1"].title and items["1"].title.value == "Ledgers of the clerk and of the court"
    assert not items["1"].citations


RUN_TOGETHER = """7. ITEM NO. 8. DESCRIPTION OF ITEM 9. GRS OR SUPERSEDED JOB CITATION 10. ACTION TAKEN

1. Inspection Reports. Temporary. Destroy NC1-431-81-2
10 years after licence ends. item 4

2. Licensee Event Tapes. NC1-431-81-2 Disposition
Temporary. Destroy when 3 years old. item 5 not approved

3. Allegation Files. Temporary. Destroy 5 NC1-431-81-2
years after closing. Does not supersede items 6 and 8
NC1-431-81-2 item 7.

4. Registers of the files described under
NC1-431-81-3. Destroy when 2 years old, as authorized NC1-431-81-4
for all offices.
"""


def test_a_number_that_cuts_a_sentence_in_two_stands_in_column_9() -> None:
    """Where the columns have run together, the sentence goes on below; a word that leads to a number keeps it."""
    items = read_items(RUN_TOGETHER)
    disposition = items["1"].disposition
    assert disposition and disposition.retention and disposition.retention.value.period == "P10Y"
    assert items["2"].action_taken and items["2"].action_taken.value == "Disposition not approved"
    assert cited(items["2"].citations) == [("supersedes", "NC1-431-81-002/5")]
    assert cited(items["4"].citations) == [("cites", "NC1-431-81-003"), ("cites", "NC1-431-81-004")]


@pytest.mark.parametrize(
    ("path", "readings"),
    [
        ("1", ["NC1-431-81-002/4", "NC1-431-81-002"]),
        ("3", ["NC1-431-81-002/6", "NC1-431-81-002/8", "NC1-431-81-002"]),
    ],
)
def test_a_schedule_beside_an_item_number_that_stands_apart_is_not_superseded_whole(
    path: str, readings: list[str]
) -> None:
    document = read_text("JOB NUMBER: N1-431-87-3\n" + RUN_TOGETHER)
    item = next(each for each in document.items if each.number == path)
    (open_,) = [each for each in item.citations if each.relation == "supersedes"]
    assert (open_.target, open_.sure) == (None, False)
    assert [each.target for each in open_.readings] == readings
    assert "citation-items-apart" in [doubt.code for doubt in document.doubts]


def test_a_schedule_with_its_items_named_elsewhere_in_a_sentence_stays_superseded_whole() -> None:
    items = read_items(
        "7. ITEM NO. | 8. DESCRIPTION OF ITEM | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION TAKEN\n"
        "1 | Reports, also of item 4. Destroy when 3 years old. For maps see item 5 | NC1-431-81-2 |\n"
    )
    assert cited(items["1"].citations) == [("supersedes", "NC1-431-81-002")]
