"""Column 9 that a text layer gives below all items, and a heading between whose labels lines of the head came."""

from schedgraph.parser.document import ScheduleDocument
from tests.parser.forms.sf115_text import read_text

FORM = """JOB NUMBER: N1-288-88-1
B. DATE
1-22-88

C. SIGNATURE OF AGENCY REPRESENTATIVE

7.
ITEM
NO.

D. TITLE
Records Officer

8. DESCRIPTION OF ITEM
(With Inclusive Dates or Retention Periods)

1. Grant Case Files. Temporary. Destroy when 10 years old.
2. Transcripts. Permanent. Transfer to the National
Archives when 15 years old.
3. Address Cards. Temporary. Destroy when superseded.

9. GRS OR
SUPERSEDED
JOB CITATION

NC1-288-78-1/2a
{cells}N/A

10. ACTION
TAKEN
(NARS USE ONLY)

STANDARD FORM 115 (REV. 8-83)
"""


def read(cells: str) -> ScheduleDocument:
    return read_text(FORM.format(cells=cells))


def test_as_many_cells_as_items_are_theirs_in_order() -> None:
    document = read("NC1-288-78-1/4\n")
    assert [item.number for item in document.items] == ["1", "2", "3"]
    cited = [[(each.relation, each.target) for each in item.citations] for item in document.items]
    assert cited == [
        [("supersedes", "NC1-288-78-001/2/a")],
        [("supersedes", "NC1-288-78-001/4")],
        [],
    ]
    assert "citations-by-order" in [doubt.code for doubt in document.doubts]
    assert document.schedule.stamps == ()


def test_cells_that_are_not_as_many_as_the_items_are_given_to_none() -> None:
    document = read("")
    assert not any(item.citations for item in document.items)
    assert "citations-apart" in [doubt.code for doubt in document.doubts]


def test_a_line_of_the_head_between_the_labels_opens_no_item() -> None:
    document = read("NC1-288-78-1/4\n")
    assert document.schedule.certified and document.schedule.certified.value.isoformat() == "1988-01-22"
