"""A head of columns over several lines, whose labels go on below their numbers, close to each other or not at all."""

import pytest

from tests.parser.forms.sf115_text import read_items

_ITEMS = """ 1      Flight progress strips. Destroy 15 days after date.
 2      Facility logs. Destroy when 6 months old.
        (FAA Form 7230-4)
 3      Airspace dockets. Permanent. Offer when 20 years old.
"""


@pytest.mark.parametrize(
    "below",
    [
        "ITEM    (With Inclusive Dates or Retention Periods)                   OR JOB NO.  TAKEN\nNO.\n",
        "ITEM    (With Inclusive Dates or Retention Periods)                   OR JOB NO. TAKEN\nNO.\n",
        "NO.     (With Inclusive Dates or Retention Periods)                   OR JOB NO.  TAKEN\n",
        "        (With Inclusive Dates or Retention Periods)                   OR JOB NO.  TAKEN\n",
        "\n",
    ],
)
def test_every_line_of_a_head_is_passed_and_the_number_heads_its_column(below: str) -> None:
    head = "7.      8. DESCRIPTION OF ITEM                                        9. SAMPLE   10. ACTION\n"
    items = read_items(head + below + _ITEMS)
    assert list(items) == ["1", "2", "3"]
    assert items["1"].title and items["1"].title.value == "Flight progress strips"


def test_a_heading_of_records_below_the_head_is_none_of_its_lines() -> None:
    items = read_items(
        "7.      8. DESCRIPTION OF ITEM                                        9. SAMPLE   10. ACTION\n"
        "1       Action items\n        Destroy when 2 years old.\n2       Job descriptions. Destroy when 3 years old.\n"
    )
    assert [item.title and item.title.value for item in items.values()] == [
        "Action items",
        "Job descriptions",
    ]
