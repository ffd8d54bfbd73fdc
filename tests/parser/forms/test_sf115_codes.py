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


PLAIN = "7. ITEM NO. / 8. DESCRIPTION OF ITEM / 9. GRS OR SUPERSEDED JOB CITATION / 10. ACTION TAKEN\n\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "RAT-2.00  Tariffs. Destroy when 3 years old.\nRAT-2.10  Dockets. Destroy when 4 years old.\n",
            ["rat-2.00", "rat-2.10"],
        ),
        (
            "LND-1.00. Plats. Destroy when 3 years old.\n\nLND-1.05a. Notes. Destroy when 6 years old.\n"
            "   1. Originals. Destroy when 8 years old.\n   2. Copies. Destroy when 1 year old.\n",
            ["lnd-1.00", "lnd-1.05a", "lnd-1.05a/1", "lnd-1.05a/2"],
        ),
        (
            "PR-14   Ledgers. Destroy when 3 years old.\nPR-15   Cards. Destroy when 4 years old.\n",
            ["pr-14", "pr-15"],
        ),
        # Forms of the agency below a counted item, and the codes of its manual in a description
        (
            "1.  Forms.\n    SF-50  Notification. Destroy when 3 years old.\n    DD-214  Separation.\n",
            ["1"],
        ),
        (
            "1.  Rates, by code:\n    RAT-2.00  Tariffs\n    RAT-3.00  Protests\n    Destroy when 5 years old.\n",
            ["1"],
        ),
        # One line alone may be prose.
        ("1.  Films.\n\nDD-250  Reports. Destroy when 3 years old.\n", ["1"]),
    ],
)
def test_codes_with_letters_number_the_items_of_a_form_that_counts_none(
    lines: str, expected: list[str]
) -> None:
    assert list(read_items(PLAIN + lines)) == expected


HEADED = """ITEM     DESCRIPTION                                          COL. 9       COL. 10

A26      REPORTS
  1      Annual Reports. Permanent.
  2      Monthly reports. Destroy when 5 years old.

C38      CONCESSIONS
  3      Contracts.
         a. Successful. Destroy 10 years after contract ends.
         b. Unsuccessful. Destroy 3 years after award.
{four}      Rate approvals. Destroy after 5 years.
"""


@pytest.mark.parametrize(
    "code", ["C38      CONCESSIONS", "C38.     CONCESSIONS", "CON-4    CONCESSIONS AND LEASES"]
)
def test_a_file_code_above_items_that_count_on_is_a_heading(code: str) -> None:
    text = HEADED.format(four="  4").replace("C38      CONCESSIONS", code)
    assert list(read_items(text)) == ["1", "2", "3", "3/a", "3/b", "4"]


@pytest.mark.parametrize(
    "change",
    [("{four}", "  1"), ("C38      CONCESSIONS", "C38      Concession cards. Destroy after 2 years.")],
)
def test_a_file_code_above_numbers_that_begin_anew_or_with_a_disposition_is_none(
    change: tuple[str, str],
) -> None:
    """Then it belongs to the numbers of the items below it, or is an item itself."""
    text = HEADED.replace(*change).format(four="  4")
    assert any(path.startswith("c") for path in read_items(text))


MANUAL = (
    "2150-4   Pesticide use reports.\n         Destroy when 10 years old.\n\n"
    "2150-10  Permits. Destroy when 2 years old.\n\n"
    "3410a    Aerial survey maps. PERMANENT.\n\n3410b    Copies. Destroy when no longer needed.\n\n"
    "3450     Tree leaflets. Destroy when superseded.\n"
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (MANUAL, ["2150-4", "2150-10", "3410/a", "3410/b", "3450"]),
        (
            "5400     Patents. Destroy when 9 years old.\n5410     Claims. Destroy when 6 years old.\n"
            "5500     Oil leases. Destroy when 3 years old.\n",
            ["5400", "5410", "5500"],
        ),
        # Below counted items, and where they are years or do not rise, they number no item.
        (
            "1.  Field surveys.\n    3410a    Maps.\n    3410b    Copies.\n    3450     Films. Destroy when old.\n",
            ["1"],
        ),
        (
            "1.  Annual rolls of the agency.\n    1941  Rolls of Ohio.\n    1943a  Rolls of Iowa.\n"
            "    1950  Rolls of Utah.\n    Destroy when 10 years old.\n",
            ["1"],
        ),
    ],
)
def test_codes_of_a_manual_that_rise_at_one_margin_number_the_items(lines: str, expected: list[str]) -> None:
    assert list(read_items(PLAIN + lines)) == expected


CELLS = "7. ITEM NO.: {0}\n8. DESCRIPTION: {1} Rolls. Destroy when 3 years old.\n9. GRS OR SUPERSEDED JOB CITATION:\n\n"


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (CELLS, ("190-5a", "190-47a", "190-9a")),
        (CELLS, ("5530-14b ", "5530-15b ", "5530-16b ")),
        ("\n{0}.\n{1} Rolls. Destroy when 3 years old.\n", ("190-5a", "190-47a", "190-49a")),
        ("\nItem {0}\n\n{1} Rolls. Destroy when 3 years old.\n", ("1301-02 ", "1301-03 ", "1301-04 ")),
    ],
)
def test_codes_of_files_below_the_number_of_their_item_number_none(row: str, codes: tuple[str, ...]) -> None:
    head = PLAIN if row is not CELLS else ""
    lines = "".join(row.format(number, code) for number, code in enumerate(codes, start=1))
    assert list(read_items(head + lines)) == ["1", "2", "3"]
