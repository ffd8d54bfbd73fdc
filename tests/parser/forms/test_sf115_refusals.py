"""NARA's refusal, broken over lines whose columns are lost: apart, its second half says the opposite."""

import pytest

from tests.parser.forms.sf115_text import read_items

HEAD = "7. ITEM NO.  8. DESCRIPTION OF ITEM   9. SAMPLE OR JOB NO.  10. ACTION TAKEN\n\n"
NEXT = "\n\n2. Maps. Destroy when 9 years old.\n"


@pytest.mark.parametrize(
    "lines",
    [
        "1. Claims. Destroy when 2 years old. disposal not\napproved",
        "1.  Claims. Destroy when 2 years old.      disposal not\n      approved",
        "1.  Claims. Destroy when 2      disposal not\n    years old.           approved",
        "1.  Claims. Destroy when 2      disposal not\n    years old.\n      approved",
        "1.  Claims. Destroy when 2 years old.      disposition not\n                        approved",
    ],
)
def test_the_halves_of_a_refusal_are_never_read_as_an_approval(lines: str) -> None:
    item = read_items(HEAD + lines + NEXT)["1"]
    assert item.action_taken
    assert item.action_taken.value in ("disposal not approved", "disposition not approved")
    assert item.disposition.retention
    assert item.disposition.retention.value.period == "P2Y"


def test_a_description_that_speaks_of_refusals_is_none() -> None:
    lines = "1. Claims. Destroy when 2 years old. Copies of requests for disposition not\napproved."
    assert read_items(HEAD + lines + NEXT)["1"].action_taken is None


@pytest.mark.parametrize(
    "action", ["lined off; disposition not approved", "Lined out by NARA 3/4/99", "lined off"]
)
def test_what_was_lined_off_says_so_in_column_10_alone(action: str) -> None:
    lines = f"1   Claims.  Destroy when 2 years old.{' ' * 60}{action}"
    item = read_items("7   8                                          9        10\n" + lines + NEXT)["1"]
    assert item.action_taken and item.action_taken.value == action


def test_records_of_what_is_lined_off_are_records() -> None:
    lines = "1.  Maps with lined off areas.     Destroy when lined off."
    assert read_items(HEAD + lines + NEXT)["1"].action_taken is None
