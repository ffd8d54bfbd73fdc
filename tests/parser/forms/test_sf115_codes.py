"""Item numbers with a hyphen in column 7: codes of the agency, or several items at once."""

import pytest

from tests.parser.forms.sf115_text import read_items

TABBED = "7. ITEM NO.\t8. DESCRIPTION OF ITEM\t9. GRS OR SUPERSEDED JOB CITATION\t10. ACTION TAKEN\n"
PIPED = (
    "| 7. ITEM NO. | 8. DESCRIPTION OF ITEM | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION TAKEN |\n"
    "|---|---|---|---|\n"
)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("27-10a", "70-1", "190-5"), ["27-10a", "70-1", "190-5"]),
        (("15-34", "27-10"), ["15-34", "27-10"]),
        (("5-1", "5-2", "5-3"), ["5-1", "5-2", "5-3"]),
        (("1-1", "1-2", "2-1"), ["1-1", "1-2", "2-1"]),
        # The items 1 to 3, 4 to 6, and 7: each cell holds its last item.
        (("1-3", "4-6", "7"), ["1", "3", "4", "6", "7"]),
    ],
)
def test_hyphenated_numbers_are_whole_where_they_do_not_count_on(
    numbers: tuple[str, ...], expected: list[str]
) -> None:
    tabbed = "{}\t{} Files. Destroy when 3 years old.\n"
    for head, row in ((TABBED, tabbed), (PIPED, "| {} | {} Files. Destroy when 3 years old. | | |\n")):
        words = ("Claims", "Film", "Map")[: len(numbers)]
        lines = (row.format(number, word) for number, word in zip(numbers, words, strict=True))
        assert list(read_items(head + "".join(lines))) == expected


def test_a_subject_code_of_five_figures_is_the_number_of_an_item() -> None:
    read = read_items(
        TABBED + "3128.4\tClearances. Destroy when 3 years old.\n12410.2\tRolls. Destroy when 40 years old.\n"
        "12411\tCards. Destroy when 1 year old.\n"
    )
    assert list(read) == ["3128.4", "12410.2", "12411"]
