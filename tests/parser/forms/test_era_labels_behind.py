"""Labels of an ERA printout behind the answer of another on one line."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from tests.parser.forms.test_era_layouts import read

HEAD = """Request for Records Disposition Authority
Records Schedule Number DAA-0490-2016-0002
Schedule Status Approved
Sequence Number 1 Calendars of desk staff
Disposition Authority Number DAA-0490-2016-0002-0001
"""


def told(document: ScheduleDocument) -> tuple[str | None, str | None, str | None]:
    (item,) = document.items
    final, retention = item.disposition.final, item.disposition.retention
    return (
        final and final.value,
        item.status_printed and item.status_printed.value,
        retention and retention.value.period,
    )


@pytest.mark.parametrize(
    "lines",
    [
        "Final Disposition Temporary Item Status Withdrawn\nRetention Period Destroy 3 years after cutoff.",
        "Final Disposition Temporary      Item Status Withdrawn\nRetention Period Destroy 3 years after cutoff.",
        "Final Disposition: Temporary; Item Status: Withdrawn; Retention Period: Destroy 3 years after cutoff.",
        "Final Disposition: Temporary | Status: Withdrawn | Retention: Destroy 3 years after cutoff.",
        "Disposition: Temporary   Status: Withdrawn   Retention: Destroy 3 years after cutoff.",
        "Final Disposition\nTemporary   Item Status Withdrawn\nRetention Period\nDestroy 3 years after cutoff.",
        "Is this item media neutral? Yes Final Disposition Temporary\nItem Status Withdrawn GAO Approval Not Required\n"
        "Retention Period Destroy 3 years after cutoff.",
        "Final Disposition Temporary\nRetention Period Destroy 3 years after cutoff. Item Status Withdrawn",
    ],
)
def test_a_label_behind_an_answer_has_its_own(lines: str) -> None:
    assert told(read(f"{HEAD}{lines}\n")) == ("temporary", "Withdrawn", "P3Y")


@pytest.mark.parametrize(
    "text",
    [
        "Schedules of the staff; see the item status and the retention period in the handbook.",
        "Reports on Item Status and Final Disposition of seized goods.",
    ],
)
def test_the_words_of_a_label_in_a_text_are_none(text: str) -> None:
    document = read(f"{HEAD}{text}\nFinal Disposition Temporary Item Status Active\n")
    assert document.items[0].text and document.items[0].text.value == text
    assert told(document) == ("temporary", "Active", None)
