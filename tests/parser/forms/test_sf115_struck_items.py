"""Struck items whose number was lost: NARA's "withdrawn" beside one must not declare the item above it dead."""

from tests.parser.forms.sf115_text import read_text

FORM = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
JOB NUMBER: N1-095-98-7

| 7. ITEM NO. | 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION TAKEN |
|---|---|---|---|
| 1 | Timber Files. Destroy when 6 years old. | | |
| 2 | Cone Reports. Destroy when 5 years old. | | |
"""


def told(rows: str) -> tuple[dict[str, str | None], set[str]]:
    read = read_text(FORM + rows)
    actions = {each.number: each.action_taken.value if each.action_taken else None for each in read.items}
    return actions, {each.code for each in read.doubts}


def test_a_struck_paragraph_with_an_action_is_the_item_that_is_missing() -> None:
    actions, codes = told(
        "\n| | ~~Lookout Logs. Destroy when 3 years old.~~ | | withdrawn |\n| 4 | Diaries. Destroy when 2 years old. | | |\n"
    )
    assert actions == {"1": None, "2": None, "3": "withdrawn", "4": None}
    assert "item-number-unread" in codes


def test_where_no_number_is_missing_it_belongs_to_the_item_above() -> None:
    actions, codes = told(
        "\n| | ~~Lookout Logs. Destroy when 3 years old.~~ | | withdrawn |\n| 3 | Diaries. Destroy when 2 years old. | | |\n"
    )
    assert list(actions) == ["1", "2", "3"]
    assert "item-number-unread" not in codes


def test_a_struck_item_with_a_wrong_number_has_the_one_that_is_missing() -> None:
    actions, codes = told(
        "| ~~8~~ | ~~Lookout Logs. Destroy when 3 years old.~~ | | withdrawn |\n"
        "| 4 | Diaries. Destroy when 2 years old. | | |\n"
    )
    assert actions == {"1": None, "2": None, "3": "withdrawn", "4": None}
    assert "item-number-repaired" in codes
    assert not codes & {"item-number-gap", "item-number-order"}


def test_a_number_that_is_not_struck_is_left_as_it_is_printed() -> None:
    actions, _ = told(
        "| 8 | Lookout Logs. Destroy when 3 years old. | | |\n| 4 | Diaries. Destroy when 2 years old. | | |\n"
    )
    assert list(actions) == ["1", "2", "8", "4"]


def test_a_number_that_is_nothing_but_xs_is_the_one_that_is_missing() -> None:
    """Unless the item is not struck, or none is missing: then it stays what was read."""
    row = "| ~~xx~~ | ~~k0RA0RXxGNGx8kRxx8 kpxaxxkxampk~~ | | Withdrawn |\n"
    actions, codes = told(row + "| 4 | Diaries. Destroy when 2 years old. | | |\n")
    assert actions == {"1": None, "2": None, "3": "Withdrawn", "4": None}
    assert "item-number-unread" in codes
    assert not codes & {"item-number-gap", "item-number-order"}
    actions, codes = told(row + "| 3 | Diaries. Destroy when 2 years old. | | |\n")
    assert list(actions) == ["1", "2", "2xx", "3"]
