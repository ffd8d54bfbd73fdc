"""ERA printouts that list each item twice: in an overview, and with its fields."""

import pytest

from tests.parser.forms.test_era_layouts import read

HEAD = """Request for Records Disposition Authority
Records Schedule Number DAA-0370-2019-0005
Schedule Status Approved

"""
ITEMS = """
Sequence Number 1
Observer agreements
Disposition Authority Number DAA-0370-2019-0005-0001
Final Disposition Temporary
Item Status Active
Retention Period Destroy 10 year(s) after agreement ends.

Sequence Number 2
Observer awards
Disposition Authority Number DAA-0370-2019-0005-0002
Final Disposition Temporary
Retention Period Destroy 5 year(s) after cutoff.
"""
SPACED = """Seq  Title                                 Disposition Authority Number
1    Observer agreements                   DAA-0370-2019-0005-0001
2    Observer awards                       DAA-0370-2019-0005-0002
"""
PIPES = """| Seq | Title | Disposition Authority Number |
|---|---|---|
| 1 | Observer agreements | DAA-0370-2019-0005-0001 |
| 2 | Observer awards | DAA-0370-2019-0005-0002 |
"""
ANSWERED = """| Seq | Title | Disposition Authority Number | Final Disposition | Status |
|---|---|---|---|---|
| 1 | Observer agreements | DAA-0370-2019-0005-0001 | Temporary | Active |
| 2 | Observer awards | DAA-0370-2019-0005-0002 | Temporary | Withdrawn |
"""


@pytest.mark.parametrize("text", [SPACED + ITEMS, PIPES + ITEMS, ANSWERED + ITEMS, ITEMS + "\n" + ANSWERED])
def test_the_fields_of_the_list_stand_beside_what_an_overview_says(text: str) -> None:
    document = read(HEAD + text)
    first, second = document.items
    assert first.disposition.retention and first.disposition.retention.value.period == "P10Y"
    assert second.disposition.retention and second.disposition.retention.value.period == "P5Y"
    assert first.status_printed and first.status_printed.value == "Active"
    assert (second.status_printed is not None) == ("Withdrawn" in text)
    assert "item-number-twice" not in {doubt.code for doubt in document.doubts}


def test_an_overview_that_says_otherwise_is_told() -> None:
    document = read(HEAD + ANSWERED.replace("Temporary | Active", "Permanent | Active") + ITEMS)
    assert [doubt.code for doubt in document.doubts if "twice" in doubt.code] == ["item-number-twice"]
    final = document.items[0].disposition.final
    assert final and final.value == "temporary"
