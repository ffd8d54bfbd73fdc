"""Bold type as the mark of a title, and type that is bold throughout."""

import pytest

from tests.parser.forms.sf115_text import read_items

TITLES = ["Accident Reports", "Signal Applications"]


@pytest.mark.parametrize("typed", ["**{}**", "{}"])
def test_a_form_typed_in_bold_has_the_items_of_one_typed_plain(typed: str) -> None:
    """Where what instructs is as bold as what is named, no weight marks a title."""
    lines = [
        "1. Accident Reports. Monthly reports of train accidents.",
        "Destroy when 5 years old.",
        "",
        "2. Signal Applications. Applications to change signals, and the order on each.",
        "Destroy 15 years after the order.",
    ]
    items = read_items("\n".join(typed.format(line) if line else "" for line in lines))
    assert [item.title and item.title.value for item in items.values()] == TITLES
    periods = [item.disposition.retention for item in items.values()]
    assert [period and period.value.period for period in periods] == ["P5Y", "P15Y"]


def test_a_bold_title_above_plain_words_is_a_title() -> None:
    items = read_items("1. **Reports that are sent** Monthly.\nDestroy when 5 years old.\n")
    assert items["1"].title and items["1"].title.value == "Reports that are sent"
