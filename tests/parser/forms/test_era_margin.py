"""A note in the right margin of an ERA printout, between the lines of an item, is that item's and no word of its fields."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import TextSource

FORM = """Records Schedule: DAA-0095-2014-0003
Records Schedule Number                    DAA-0095-2014-0003
Schedule Status                            Approved
Records Schedule Items

Sequence Number                            1
Aviation Safety Mishap Reports
Disposition Authority Number               DAA-0095-2014-0003-0001
Reports of accidents and incidents.
Final Disposition                          Temporary
Item Status                                Active
Retention Period                           Destroy 15 year(s) after cutoff.

{head}
Disposition Authority Number               DAA-0095-2014-0003-0002
Daily logs of retardant deliveries.
{below}
Item Status                                Active
Retention Period                           Destroy 5 year(s) after cutoff.

Sequence Number                            3
Helicopter Load Calculations
Disposition Authority Number               DAA-0095-2014-0003-0003
Forms on which the pilot computes allowable payload.
Final Disposition                          Temporary
Item Status                                Active
Retention Period                           Destroy 1 year(s) after cutoff.
"""
SEQUENCE = "Sequence Number                            2"
TITLE = "Airtanker Base Operating Logs"
FINAL = "Final Disposition                          Temporary"
NOTE, DAY = " " * 81 + "Superseded by DAA-0095-2019-0006-0004", " " * 81 + "08/14/2019"


def read(head: str, below: str = FINAL) -> ScheduleDocument:
    text = FORM.format(head=head, below=below)
    return read_text(TextSource(name="schedule.txt", sha256="0" * 64, media_type="text/plain", text=text))


@pytest.mark.parametrize(
    ("head", "below"),
    [
        (f"{SEQUENCE}\n{NOTE}\n{TITLE}\n{DAY}", FINAL),
        (f"{NOTE}\n{DAY}\n{SEQUENCE}\n{TITLE}", FINAL),
        (f"{SEQUENCE}\n{TITLE}", f"{NOTE}\n{FINAL}\n{DAY}"),
        (f"{SEQUENCE}\n{TITLE}", f"{FINAL}\n{NOTE}\n{DAY}"),
    ],
    ids=["at the title", "over the item", "at its fields", "below a field"],
)
def test_a_note_in_the_margin_is_of_the_item_beside_it(head: str, below: str) -> None:
    document = read(head, below)
    assert [item.title and item.title.value for item in document.items][1:] == [
        TITLE,
        "Helicopter Load Calculations",
    ]
    assert [[each.target for each in item.citations] for item in document.items] == [
        [],
        ["DAA-0095-2019-0006-0004"],
        [],
    ]
    (successor,) = document.items[1].citations
    assert successor.relation == "superseded-by"
    assert successor.date and successor.date.value.isoformat() == "2019-08-14"
    assert not document.citations


def test_a_value_that_stands_far_right_is_no_note() -> None:
    document = read(f"{SEQUENCE}\n{TITLE}", " " * 60 + "Kept with the contract.\n" + FINAL)
    assert not any(item.citations for item in document.items)


def test_a_citation_may_have_a_label_of_its_own_for_each_number() -> None:
    below = (
        "GRS or Superseded Authority Citation       N1-95-99-5/3\nGRS or Superseded Authority Citation       N1-95-99-5/4\n"
        + FINAL
    )
    document = read(f"{SEQUENCE}\n{TITLE}", below)
    assert [each.target for each in document.items[1].citations] == ["N1-095-99-005/3", "N1-095-99-005/4"]
