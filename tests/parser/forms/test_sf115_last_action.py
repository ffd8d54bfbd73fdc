"""What stands below the last item is its action, and a cell that breaks off at a comma goes on where "item 2" stands."""

from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode

HEAD = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
JOB NUMBER N1-75-88-3        DATE RECEIVED 4-18-88
1. FROM  Bureau of Indian Affairs
DATE 9/20/88     ARCHIVIST OF THE UNITED STATES (signed)

7. ITEM NO.   8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION              9. GRS OR SUPERSEDED JOB CITATION    10. ACTION TAKEN

"""
BELOW = """1.
Road Maintenance Cards.
Destroy when 5 years old.

2.
Bridge Inspection Reports.
Destroy 2 inspections after the date of the report.
Disposition not approved

115-108   NSN 7540-00-634-4064   STANDARD FORM 115 (REV. 8-83)
[reverse, stamped]  N1-075-88-3    FILE COPY
"""
BROKEN = """1  Hague Convention case files. Destroy when 21 years old.
2         A-13-001-02  Estates of deceased citizens.                       N1-59-91-12,
          TEMPORARY. Cut off on settlement. Destroy 15 years after cutoff.  item 2

STANDARD FORM 115 (REV. 3-91)
"""


def read(items: str) -> ScheduleDocument:
    return read_text(decode((HEAD + items).encode(), "n1-075-88-003.txt"))


def test_an_action_below_the_last_item_is_no_stamp_on_all_of_them() -> None:
    document = read(BELOW)
    cards, reports = document.items
    assert document.schedule.stamps == ()
    assert not cards.annotations
    assert (
        "Disposition not approved" in [each.text.value for each in reports.annotations]
        or reports.action_taken
    )


def test_a_cell_that_breaks_off_at_a_comma_goes_on_in_the_next_line() -> None:
    (citation,) = read(BROKEN).items[1].citations
    assert citation.target == "N1-059-91-012/2"
    assert [each.target for each in citation.readings] == ["N1-059-91-012/2", "N1-059-91-012"]
    assert not citation.sure
