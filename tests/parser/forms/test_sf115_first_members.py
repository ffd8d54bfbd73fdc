"""A row that holds an item's title and its first sub-item: of which of them columns 9 and 10 speak."""

import pytest

from tests.parser.forms.sf115_text import read_items

ROWS = (
    "| 7. ITEM NO. | 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION TAKEN |\n"
    "|---|---|---|---|\n"
    "| 1 | Examination Files. {title}a. Master examinations. Destroy 10 years after cutoff. | NC1-95-81-5, item 12a | |\n"
    "| | b. Answer sheets. Destroy 2 years after issue. | {second} | |\n"
)


@pytest.mark.parametrize(
    ("title", "second", "expected"),
    [
        ("", "NC1-95-81-5, item 12b", {"1": [], "1/a": ["12/a"], "1/b": ["12/b"]}),
        # With nothing beside b the citation may be of the whole item.
        ("", "", {"1": ["12/a"], "1/a": [], "1/b": []}),
        ("Destroy when 5 years old. ", "NC1-95-81-5, item 12b", {"1": ["12/a"], "1/a": [], "1/b": ["12/b"]}),
    ],
)
def test_the_cell_beside_the_first_sub_item_is_its_own_where_the_second_has_one(
    title: str, second: str, expected: dict[str, list[str]]
) -> None:
    items = read_items(ROWS.format(title=title, second=second))
    told = {
        path: [(each.target or "").partition("/")[2] for each in item.citations]
        for path, item in items.items()
    }
    assert told == expected


@pytest.mark.parametrize(
    ("beside_b", "expected"),
    [
        (
            "NC1-95-77-2,\n                                                             item 2",
            {"1": [], "1/a": ["1"], "1/b": ["2"]},
        ),
        ("", {"1": ["1"], "1/a": [], "1/b": []}),
    ],
)
def test_a_citation_may_begin_beside_the_title_above_the_first_sub_item(
    beside_b: str, expected: dict[str, list[str]]
) -> None:
    items = read_items(
        "7. ITEM  8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION     9. GRS OR        10. ACTION\n"
        "NO.                                                          SUPERSEDED JOB   TAKEN\n"
        "                                                             CITATION\n"
        "1.   Timber Sale Case Files (FSH 6209.11)                    NC1-95-77-2,\n"
        "     a. Sales over $2,000 appraised value. Destroy           item 1\n"
        "        7 years after closing of sale.\n"
        f"     b. All other sales. Destroy 3 years after closing.      {beside_b}\n"
    )
    told = {
        path: [(each.target or "").partition("/")[2] for each in item.citations]
        for path, item in items.items()
    }
    assert told == expected
