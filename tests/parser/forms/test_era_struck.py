"""What is struck in the disposition of an ERA item is no part of it; what was written beside it is."""

import pytest

from schedgraph.parser.document import Disposition, ScheduleDocument
from tests.parser.forms.test_era_items import ONE_ITEM, read

FIELDS = """Final Disposition
{final}
Item Status
Active
Disposition Instruction
Retention Period
{retention}
"""


def document(retention: str, final: str = "Temporary") -> ScheduleDocument:
    return read(ONE_ITEM.replace("WITHDRAWN\n", FIELDS.format(final=final, retention=retention)))


def disposition(found: ScheduleDocument) -> Disposition:
    assert found.items[0].disposition
    return found.items[0].disposition


@pytest.mark.parametrize(
    ("retention", "period", "amended"),
    [
        ("Destroy ~~5 year(s)~~ 12 year(s) after the final report is filed.", "P12Y", True),
        ("Destroy ~~when 5~~ 20 year(s) old.", "P20Y", True),
        ("Destroy 1~~0~~ year(s) after cut off.", "P1Y", True),
        ("~~Destroy 6 year(s) after cut off.~~", "P6Y", False),
        (
            "~~Destroy 6 year(s) after cut off.~~\nSuperseded by DAA-0311-2018-0005-0002\nDate: 11/19/2018",
            "P6Y",
            False,
        ),
        ("Destroy 5 year(s) after cut off.", "P5Y", False),
    ],
)
def test_the_period_is_the_one_that_stands(retention: str, period: str, amended: bool) -> None:
    found = document(retention)
    read_period = disposition(found).retention
    assert read_period and (read_period.value.action, read_period.value.period) == ("destroy", period)
    assert ("instruction-partly-struck" in [doubt.code for doubt in found.doubts]) is amended


def test_a_final_disposition_is_the_one_that_stands() -> None:
    final = disposition(document("Destroy 5 year(s) after cut off.", "~~Permanent~~ Temporary")).final
    assert final and final.value == "temporary"


@pytest.mark.parametrize(
    ("cited", "disputed"),
    [
        ("~~N1-370-01-5 item 4~~ N1-370-01-5 item 5", [True, False]),
        ("~~N1-370-01-5, item 4~~\nN1-370-01-5, item 5", [True, False]),
        ("N1-370-01-5 item 4; N1-370-01-5 item 5", [False, False]),
    ],
)
def test_a_line_through_one_citation_of_an_item_takes_it_back(cited: str, disputed: list[bool]) -> None:
    """The item that stays in force would else be called superseded, and its records destroyed."""
    fields = FIELDS.format(final="Temporary", retention="Destroy 3 year(s) after cutoff.")
    field = f"GRS or Superseded Authority Citation\n{cited}\nDisposition Instruction\n"
    found = read(ONE_ITEM.replace("WITHDRAWN\n", fields.replace("Disposition Instruction\n", field)))
    assert [each.disputed for each in found.items[0].citations] == disputed
